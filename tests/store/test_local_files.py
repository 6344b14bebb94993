"""Files by their content: whole or not there, never overwritten, and swept only when nobody has wanted them for a day."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import pytest

from pod.model.artwork import FileRef
from pod.model.errors import NotFound, Unavailable
from pod.store import local_files
from pod.store.local_files import LocalFiles
from tests.small_disk import files_at_most

DATA = b"artwork " * 5000
OLD_S = 25 * 3600


@pytest.fixture
def files(tmp_path: Path) -> LocalFiles:
    return LocalFiles(tmp_path)


def everything(root: Path) -> list[Path]:
    return sorted(p for p in root.rglob("*") if p.is_file())


def aged(path: Path, seconds: float = OLD_S) -> None:
    then = time.time() - seconds
    os.utime(path, (then, then))


def test_a_file_is_named_by_its_content_and_stored_once(files, tmp_path):
    first, again = files.put(DATA, "image/png"), files.put(DATA, "image/png")
    assert first == again == FileRef(hashlib.sha256(DATA).hexdigest(), len(DATA), "image/png")
    assert [p.name for p in everything(tmp_path)] == [first.key]
    assert files.open(first) == DATA
    assert files.path(first).read_bytes() == DATA


def test_a_file_from_a_path_is_the_same_file(files, tmp_path):
    (tmp_path / "made.png").write_bytes(DATA)
    ref = files.put_file(tmp_path / "made.png", "image/png")
    assert ref == files.put(DATA, "image/png")
    assert len(everything(tmp_path / "blobs")) == 1


def test_a_stored_file_is_never_written_again(files):
    ref = files.put(DATA, "image/png")
    before = files.path(ref).stat()
    files.put(DATA, "image/png")
    assert files.path(ref).stat().st_ino == before.st_ino


@pytest.mark.parametrize(
    ("spoil", "whole"),
    [
        (lambda path: path.write_bytes(DATA[:-1]), False),
        (lambda path: path.write_bytes(b"x" + DATA[1:]), False),
        (lambda path: path.unlink(), False),
        (lambda path: None, True),
    ],
)
def test_every_byte_is_looked_at_before_a_file_leaves(files, spoil, whole):
    ref = files.put(DATA, "image/png")
    spoil(files.path(ref))
    assert files.verify(ref) is whole


def test_a_short_or_missing_file_is_said_and_made_whole_by_storing_it_again(files):
    ref = files.put(DATA, "image/png")
    files.path(ref).write_bytes(DATA[:-1])
    with pytest.raises(NotFound, match="39999 bytes instead of 40000"):
        files.open(ref)
    files.put(DATA, "image/png")
    assert files.open(ref) == DATA
    files.path(ref).unlink()
    with pytest.raises(NotFound):
        files.path(ref)


@pytest.mark.parametrize("key", ["../../etc/passwd", "A" * 64, "a" * 63, ""])
def test_what_is_no_key_reaches_no_file(files, key):
    with pytest.raises(NotFound, match="not a file's key"):
        files.path(key)


def test_without_room_nothing_is_kept_half_and_a_later_try_succeeds(files, tmp_path):
    with files_at_most(len(DATA) // 2), pytest.raises(Unavailable) as refused:
        files.put(DATA, "image/png")
    assert refused.value.hint
    assert everything(tmp_path) == []
    assert files.verify(files.put(DATA, "image/png"))


def test_a_workspace_is_gone_when_its_work_has_ended_or_failed(files):
    folders = []

    def broken_off() -> None:
        with files.workspace() as folder:
            folders.append(folder)
            (folder / "half.png").write_bytes(DATA)
            raise KeyError

    with pytest.raises(KeyError):
        broken_off()
    assert [folder.exists() for folder in folders] == [False]


# --- sweeping


def test_what_crashed_writes_left_is_swept_after_a_day_and_not_before(files, tmp_path):
    workspace = tmp_path / "work" / "abandoned"
    workspace.mkdir()
    (workspace / "half.png").write_bytes(DATA)
    part = tmp_path / "blobs" / ".abc.part"
    part.write_bytes(DATA)
    assert files.sweep(set()) == 0
    aged(workspace)
    aged(part)
    assert files.sweep(set()) == 2
    assert everything(tmp_path) == []


def test_only_files_that_nobody_needs_and_nobody_has_touched_for_a_day_are_swept(files):
    used, forgotten, fresh = (files.put(DATA + bytes([n]), "image/png") for n in range(3))
    aged(files.path(used))
    aged(files.path(forgotten))
    assert files.sweep({used.key}) == 1
    assert [files.exists(ref) for ref in (used, forgotten, fresh)] == [True, False, True]


def test_a_file_that_is_stored_again_is_about_to_be_needed(files):
    """Its row is not there yet: only its being touched says that it is wanted."""
    ref = files.put(DATA, "image/png")
    aged(files.path(ref))
    files.put(DATA, "image/png")
    assert files.sweep(set()) == 0
    assert files.verify(ref)


def test_a_file_that_is_stored_again_at_the_very_moment_of_the_sweep_is_there_afterwards(files, monkeypatch):
    ref = files.put(DATA, "image/png")
    aged(files.path(ref))
    looked = local_files._is_stale

    def stored_in_between(path: Path) -> bool:
        stale = looked(path)
        if path.name == ref.key:
            monkeypatch.undo()
            files.put(DATA, "image/png")
        return stale

    monkeypatch.setattr(local_files, "_is_stale", stored_in_between)
    assert files.sweep(set()) == 0
    assert files.verify(ref)
