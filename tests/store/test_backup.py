"""A backup is whole or not there; what it brings back is what was there, and says that it was brought back."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from pod.failpoints import POINTS
from pod.model.errors import Conflict, InputRefused, Problems
from pod.store import backup
from pod.store.backup import DATABASE, SUMS, back_up, check, read_backup
from pod.store.local_files import LocalFiles
from pod.store.sql import SqlStore
from tests.contracts.store_contract import HandClock, a_design
from tests.crash.broken_off import killed_at
from tests.services.bench import open_bench, place_of, restored_in
from tests.terminal import pod

CUT_OFF = [p for p in POINTS if p.startswith("backup_")]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a design, whose picture is in the store, and one file that no row names."""
    folder = tmp_path_factory.mktemp("drawn") / "data"
    bench = open_bench(folder)
    bench.drawn()
    bench.files.put(b"nobody names this", "text/plain")
    bench.store.close()
    (folder / "secret.key").write_text("k" * 64)
    return folder


@pytest.fixture
def data(drawn: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(drawn, tmp_path / "data"))


def test_a_backup_can_be_read_by_anybody_and_holds_what_the_database_names(data, tmp_path):
    made = back_up(place_of(data), tmp_path / "backups", HandClock())
    said = subprocess.run(["sha256sum", "-c", SUMS], cwd=made.folder, capture_output=True, text=True, check=True)
    assert said.stdout.count(": OK") == made.files + 3
    blobs = {p.name for p in (made.folder / "files" / "blobs").rglob("*") if p.is_file()}
    with closing(sqlite3.connect(made.folder / DATABASE)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        [(named,)] = copy.execute("SELECT sha256 FROM artworks").fetchall()
    assert named in blobs
    assert len(blobs) == made.files
    assert (
        LocalFiles(data / "files").path(named).read_bytes()
        == next(p for p in made.folder.rglob(named) if p.is_file()).read_bytes()
    )
    assert [p.name for p in made.folder.parent.iterdir()] == [made.folder.name]
    assert (made.folder / DATABASE).stat().st_mode & 0o077 == 0
    assert made.folder.stat().st_mode & 0o077 == 0


def test_a_backup_is_of_one_moment_while_others_write(data, tmp_path):
    store = SqlStore(f"sqlite:///{data / 'pod.db'}", HandClock())
    with store.writing() as tx:
        tx.designs.add(a_design())
        made = back_up(place_of(data), tmp_path / "backups", HandClock())
    store.close()
    with closing(sqlite3.connect(made.folder / DATABASE)) as copy:
        assert copy.execute("SELECT count(*) FROM designs").fetchall() == [(1,)], "what was not committed is not in it"


def test_it_is_brought_back_as_it_was_and_says_that_it_was(data, tmp_path):
    made = back_up(place_of(data), tmp_path / "backups", HandClock())
    new, clock = place_of(tmp_path / "new"), HandClock()
    clock.forward(3600)
    restored_in(made, tmp_path / "new", clock)
    store = SqlStore(f"sqlite:///{new.database}", clock)
    store.check_schema()
    with store.reading() as tx:
        restore, keys = tx.restores.last(), tx.designs.files_in_use()
    store.close()
    assert (restore.backed_up_at, restore.restored_at) == (made.taken_at, clock.now())
    assert all(LocalFiles(new.files).exists(key) for key in keys)
    assert new.key.read_text() == "k" * 64
    assert not list(new.database.parent.glob(".*"))
    check(made)


def test_it_is_never_brought_back_over_what_is_there(data, tmp_path):
    made = back_up(place_of(data), tmp_path / "backups", HandClock())
    with pytest.raises(Conflict, match="only brought back into an empty data folder"):
        restored_in(made, data, HandClock())


@pytest.mark.parametrize("harm", ["a file is changed", "a file is gone", "the database is changed"])
def test_a_damaged_backup_is_refused_with_everything_that_is_wrong(data, tmp_path, harm):
    made = back_up(place_of(data), tmp_path / "backups", HandClock())
    blob = next(p for p in (made.folder / "files").rglob("*") if p.is_file())
    victim = made.folder / DATABASE if "database" in harm else blob
    if "gone" in harm:
        victim.unlink()
    else:
        victim.write_bytes(victim.read_bytes()[:-1] + b"\xff")
    with pytest.raises(Problems) as refused:
        restored_in(made, tmp_path / "new", HandClock())
    assert [victim.name in where for where, _ in refused.value.problems] == [True]
    assert not (tmp_path / "new").exists()


def test_what_the_database_names_and_nobody_has_stops_the_backup(data, tmp_path):
    for blob in (data / "files" / "blobs").rglob("*"):
        if blob.is_file():
            blob.unlink()
    with pytest.raises(Problems, match="missing or damaged"):
        back_up(place_of(data), tmp_path / "backups", HandClock())
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_folder_that_is_none_is_refused(tmp_path):
    with pytest.raises(InputRefused, match="no whole backup"):
        read_backup(tmp_path)
    with pytest.raises(InputRefused, match="no database"):
        back_up(place_of(tmp_path), tmp_path, HandClock())


@pytest.mark.crash
@pytest.mark.parametrize("point", CUT_OFF)
def test_a_backup_that_is_cut_off_is_not_there_and_the_next_one_clears_it_away(data, tmp_path, point):
    into, environ = tmp_path / "backups", {"POD_DATA_DIR": str(data)}
    pod("backup", into, cwd=tmp_path, exit_code=-signal.SIGKILL, POD_FAIL_AT=point, **environ)
    assert [p.name.startswith(".pod-") for p in into.iterdir()] == [True], "half of one, under a hidden name"
    made = pod("backup", into, cwd=tmp_path, **environ).out.strip()
    assert [str(p) for p in into.iterdir()] == [made]


def test_control_a_backup_under_its_name_from_the_beginning_stays_there_half_written(data, tmp_path, monkeypatch):
    @contextmanager
    def at_once(whole):
        whole.mkdir(parents=True)
        yield whole

    monkeypatch.setattr(backup, "_beside", at_once)
    into, clock = tmp_path / "backups", HandClock()
    with killed_at("backup_between_files"):
        back_up(place_of(data), into, clock)
    [half] = into.iterdir()
    assert half.name.startswith("pod-")
    monkeypatch.undo()
    clock.forward(1)
    back_up(place_of(data), into, clock)
    assert half in into.iterdir(), "and nobody clears it away"


@pytest.mark.crash
def test_a_restore_that_is_cut_off_leaves_no_database_and_is_done_again(data, tmp_path):
    made = pod("backup", tmp_path, cwd=tmp_path, POD_DATA_DIR=str(data)).out.strip()
    environ = {"POD_DATA_DIR": str(tmp_path / "new")}
    killed = {"exit_code": -signal.SIGKILL, "POD_FAIL_AT": "restore_before_rename"}
    pod("restore", made, cwd=tmp_path, **killed, **environ)
    assert not (tmp_path / "new" / "pod.db").exists(), "a start finds no database that does not know what it is"
    said = pod("restore", made, cwd=tmp_path, **environ)
    assert "Restored as of" in said.out
    assert pod("backup", "--verify", made, cwd=tmp_path, **environ).out.strip() == made
