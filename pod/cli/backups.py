"""`pod backup`, `pod restore`, `pod restored`: the data of one moment, and going on from it without doing anything twice."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from pod.bootstrap import SystemClock, memory_of
from pod.cli.accounts import TERMINAL, opened
from pod.cli.output import JsonOption, note, print_json, say
from pod.model.errors import InputRefused, NotConfigured
from pod.services.aftercare import catch_up
from pod.settings import Settings
from pod.store.backup import Backup, Place, back_up, bring_back, check, read_backup
from pod.store.erased_list import FileErasedList
from pod.store.sql import SqlStore

_SQLITE = "sqlite:///"


def backup(
    into: Annotated[Path | None, typer.Argument(metavar="FOLDER", help="Where the new backup's folder goes.")] = None,
    verify: Annotated[
        Path | None, typer.Option("--verify", metavar="BACKUP", help="Look at a backup instead: is it whole?")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Copies the data of one moment: the database, every file that it names, the signing key.

    A server may be at work meanwhile. The hot folder of the manual partner is not part of it: it is the printer's.
    """
    if (into is None) == (verify is None):
        raise InputRefused(
            "usage", "Name the folder for a new backup, or the one to verify.", "See `pod backup --help`."
        )
    if verify:
        made = read_backup(verify)
        check(made)
    else:
        made = back_up(_place(Settings.from_env(os.environ)), into or Path(), SystemClock())
    if as_json:
        print_json(_told(made))
        return
    say(str(made.folder))
    note(f"{made.files} files, {made.bytes / 1e6:.1f} MB, as of {made.taken_at:%Y-%m-%d %H:%M:%S} UTC: whole.")


def restore(
    folder: Annotated[Path, typer.Argument(metavar="BACKUP", help="A folder that `pod backup` has made.")],
) -> None:
    """Brings a backup back into an empty data folder.

    The next start then asks partners and image services for everything that may have been sent or bought since.
    """
    settings, made, clock = Settings.from_env(os.environ), read_backup(folder), SystemClock()
    # the key that the marks are made with comes with the backup
    bring_back(
        made, _place(settings), TERMINAL, clock, lambda store: _erase_again(store, settings.with_kept_key(), clock)
    )
    _say_what_follows(made.taken_at)


def restored(
    taken_at: Annotated[str, typer.Argument(metavar="TIME", help="When that backup was taken: 2026-11-26T03:00.")],
) -> None:
    """Says that the database was restored by other means, as by `pg_restore`, from a backup of that time."""
    try:
        moment = datetime.fromisoformat(taken_at)
    except ValueError as e:
        raise InputRefused("time", f"“{taken_at}” is no time.", "Write it as 2026-11-26T03:00, in UTC.") from e
    with opened() as pod:
        at = pod.restoring.begin(TERMINAL, moment if moment.tzinfo else moment.replace(tzinfo=UTC)).backed_up_at
    _say_what_follows(at)


def _erase_again(store: SqlStore, settings: Settings, clock: SystemClock) -> None:
    if erased := catch_up(store, memory_of(settings, clock)):
        note(f"Erased since that backup, and so erased again: {erased}.")
    if unread := FileErasedList(settings.erased_list, settings.secret_key).of_other_keys:
        note(f"{unread} lines of {settings.erased_list} were written with another key, and say nothing here.")


def _say_what_follows(at: datetime) -> None:
    say(f"Restored as of {at:%Y-%m-%d %H:%M:%S} UTC.")
    note("Nothing is sent before its partner was asked whether it is there. Shops are read first, for ten minutes.")
    note("What a partner has and this database does not know is shown under operations, within two hours.")


def _place(settings: Settings) -> Place:
    if not settings.database_url.startswith(_SQLITE):
        raise NotConfigured(
            "not_sqlite",
            "Pod backs up SQLite by itself; this database is a server's.",
            "Use `pg_dump`, then copy the folder of POD_FILES_URL; after `pg_restore` say `pod restored TIME`.",
        )
    database = Path(settings.database_url.removeprefix(_SQLITE))
    return Place(database, settings.files_dir, settings.data_dir / "secret.key", settings.erased_list)


def _told(made: Backup) -> dict[str, object]:
    return {
        "folder": str(made.folder),
        "taken_at": made.taken_at,
        "schema": made.schema,
        "files": made.files,
        "bytes": made.bytes,
    }
