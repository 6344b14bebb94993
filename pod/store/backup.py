"""A backup is a folder: the database as it was at one moment, every file that it names, and the key that signs.

    <name>/pod.db            one transaction's view, checked
    <name>/files/blobs/…     as in the store; they never change, and are swept a day late: each that the copy names is there
    <name>/secret.key        where Pod has made it itself
    <name>/erased.list       what was erased until then, without names
    <name>/backup.toml       of when, and of which schema
    <name>/SHA256SUMS        everything above, in the form that ``sha256sum -c`` reads

The database comes first, then the files. A folder has its name only when it is whole; what is being written is hidden.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sqlite3
import tomllib
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pod.failpoints import fail_at
from pod.model.caller import Caller
from pod.model.clock import Clock
from pod.model.errors import Conflict, InputRefused, NotConfigured, Problems, Unavailable
from pod.model.restore import Restore
from pod.store.disk import sync
from pod.store.erased_list import bring_together
from pod.store.sql import SqlStore

DATABASE, KEY, ERASED, ABOUT, SUMS = "pod.db", "secret.key", "erased.list", "backup.toml", "SHA256SUMS"
_BLOBS = "files/blobs"
_ANEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


@dataclass(frozen=True, slots=True)
class Place:
    """What of an installation is backed up, and where a backup is brought back to."""

    database: Path
    files: Path
    key: Path
    erased: Path


@dataclass(frozen=True, slots=True)
class Backup:
    folder: Path
    taken_at: datetime
    schema: str
    files: int
    bytes: int


def back_up(place: Place, into: Path, clock: Clock) -> Backup:
    """A new backup in the folder `into`. A server may be at work meanwhile."""
    if not place.database.exists():
        raise InputRefused("nothing_to_back_up", f"There is no database {place.database}.", "Set POD_DATA_DIR.")
    taken_at = clock.now()
    whole = into / f"pod-{taken_at:%Y%m%dT%H%M%SZ}"
    if whole.exists():
        raise Conflict("backup_there", f"{whole} is there already.", "Wait a second, or name another folder.")
    with _sentences(into), _beside(whole) as partial:
        _copy_database(place.database, partial / DATABASE)
        fail_at("backup_after_database")
        named = _copy_files(place, partial, clock)
        schema = _schema(partial / DATABASE)
        _written(partial / ABOUT, f'taken_at = "{taken_at.isoformat()}"\nschema = "{schema}"\nfiles = {named}\n')
        _written(partial / SUMS, "".join(f"{_sha256(partial / name)}  {name}\n" for name in _names(partial)))
        fail_at("backup_before_rename")
        sync(partial)
        partial.rename(whole)
        sync(into)
    return read_backup(whole)


def read_backup(folder: Path) -> Backup:
    try:
        told = tomllib.loads((folder / ABOUT).read_text(encoding="utf-8"))
        taken_at = datetime.fromisoformat(told["taken_at"])
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        return Backup(folder, taken_at, str(told["schema"]), int(told["files"]), size)
    except (OSError, ValueError, KeyError) as e:
        raise InputRefused(
            "no_backup", f"{folder} is no whole backup of Pod: {e}.", "Name a folder that `pod backup` has made."
        ) from e


def check(backup: Backup) -> None:
    """`Problems` with everything that is not as it was written."""
    sums = dict(_summed(backup.folder))
    problems = [(name, wrong) for name, sha256 in sums.items() for wrong in _damage(backup.folder / name, sha256)]
    if DATABASE not in sums:
        problems.append((SUMS, InputRefused("no_database", f"{SUMS} names no {DATABASE}.", "Use another backup.")))
    if problems:
        raise Problems("backup_damaged", "This backup is damaged.", problems)
    with closing(_opened(backup.folder / DATABASE)) as database:
        _refuse_broken(database)


def bring_back(
    backup: Backup, place: Place, caller: Caller, clock: Clock, catch_up: Callable[[SqlStore], object]
) -> None:
    """Into a place without a database. It comes last, and says already that it was restored: whenever this is cut off, it may
    be done again. `catch_up` erases in it what was erased since, before anybody can see it."""
    check(backup)
    if place.database.exists():
        raise Conflict(
            "not_empty",
            f"{place.database} is there already: a backup is only brought back into an empty data folder.",
            "Set POD_DATA_DIR to a new folder, or move the old one away.",
        )
    with _sentences(place.database.parent):
        for name, _ in _summed(backup.folder):
            if name.startswith(f"{_BLOBS}/"):
                _copied(backup.folder / name, place.files / name.removeprefix("files/"))
        if (backup.folder / KEY).exists() and not place.key.exists():
            _copied(backup.folder / KEY, place.key)
        # later backups in the same place know of more that was erased
        bring_together(place.erased, sorted(backup.folder.parent.glob(f"*/{ERASED}")))
        beside = place.database.with_name(f".{place.database.name}.restored")
        _copied(backup.folder / DATABASE, beside)
        restore = Restore(caller.tenant_id, clock.now(), backup.taken_at, caller.actor)
        _note_restore(beside, restore, clock, catch_up)
        fail_at("restore_before_rename")
        beside.rename(place.database)
        sync(place.database.parent)


# --- the parts


def _note_restore(database: Path, restore: Restore, clock: Clock, catch_up: Callable[[SqlStore], object]) -> None:
    store = SqlStore(f"sqlite:///{database}", clock)
    try:
        store.migrate()
        with store.writing() as tx:
            tx.restores.note(restore)
        catch_up(store)
        store.checkpoint()
    finally:
        store.close()
    for left in database.parent.glob(f"{database.name}-*"):
        left.unlink()


def _copy_database(source: Path, target: Path) -> None:
    """By SQLite's own copying, in one reading transaction: a plain copy of a database at work is none."""
    with closing(_opened(source)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        _refuse_broken(copy)
    target.chmod(0o600)
    sync(target)


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=30)
    connection.execute("PRAGMA query_only=ON")
    return connection


def _refuse_broken(database: sqlite3.Connection) -> None:
    found = [row[0] for row in database.execute("PRAGMA integrity_check")]
    keys = database.execute("PRAGMA foreign_key_check").fetchall()
    if found != ["ok"] or keys:
        raise NotConfigured(
            "database_damaged",
            f"The database is damaged ({found[0]}; {len(keys)} rows without what they point to).",
            "Use an older backup, and look at the disk.",
        )


def _schema(database: Path) -> str:
    with closing(_opened(database)) as copy:
        return str(copy.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def _copy_files(place: Place, partial: Path, clock: Clock) -> int:
    """How many the copy names. One that is not there any more, or damaged, stops the backup: it would be one of less."""
    named = sorted(_files_in_use(partial / DATABASE, clock))
    missing = []
    for key in named:
        source = place.files / "blobs" / key[:2] / key[2:4] / key
        target = partial / _BLOBS / key[:2] / key[2:4] / key
        if not source.is_file() or _copied(source, target) != key:
            missing.append((key, InputRefused("file_damaged", f"The stored file {key} is missing or damaged.")))
        fail_at("backup_between_files")
    if missing:
        raise Problems("files_damaged", "Not everything that the database names can be read.", missing)
    if place.key.exists():
        _copied(place.key, partial / KEY)
    if place.erased.exists():
        _copied(place.erased, partial / ERASED)
    return len(named)


def _files_in_use(database: Path, clock: Clock) -> Collection[str]:
    """Of a copy of the copy: a store that is opened leaves its traces beside it."""
    aside = database.with_name(".read.db")
    shutil.copyfile(database, aside)
    store = SqlStore(f"sqlite:///{aside}", clock)
    try:
        store.check_schema()
        with store.reading() as tx:
            return tx.designs.files_in_use() | tx.gang_sheets.files_in_use()
    finally:
        store.close()
        for left in database.parent.glob(f"{aside.name}*"):
            left.unlink()


def _copied(source: Path, target: Path) -> str:
    """The SHA-256 of what was written, once it is surely on the disk."""
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with source.open("rb") as data, os.fdopen(os.open(target, _ANEW, 0o600), "wb") as copy:
        while chunk := data.read(1024 * 1024):
            digest.update(chunk)
            copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())
    sync(target.parent)
    return digest.hexdigest()


def _written(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    sync(path)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _names(folder: Path) -> Iterator[str]:
    return (str(path.relative_to(folder)) for path in sorted(folder.rglob("*")) if path.is_file())


def _summed(folder: Path) -> Iterator[tuple[str, str]]:
    """Each name with its sum; a line that leads out of the folder is none."""
    for line in (folder / SUMS).read_text(encoding="utf-8").splitlines():
        found = _LINE.fullmatch(line)
        if found and not Path(found[2]).is_absolute() and ".." not in Path(found[2]).parts:
            yield found[2], found[1]


def _damage(path: Path, sha256: str) -> Iterator[InputRefused]:
    if not path.is_file():
        yield InputRefused("file_missing", f"{path.name} is missing.")
    elif _sha256(path) != sha256:
        yield InputRefused("file_damaged", f"{path.name} is not what was written.")


@contextmanager
def _beside(whole: Path) -> Iterator[Path]:
    for left in whole.parent.glob(".pod-*.partial"):
        shutil.rmtree(left, ignore_errors=True)  # of one that was cut off
    partial = whole.with_name(f".{whole.name}.partial")
    partial.mkdir(parents=True, mode=0o700)
    try:
        yield partial
    finally:
        shutil.rmtree(partial, ignore_errors=True)


@contextmanager
def _sentences(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as e:
        raise Unavailable(
            "backup_not_written",
            f"{folder} cannot be written ({e.strerror}); nothing was left half.",
            "Make room there, or name another folder.",
        ) from e
