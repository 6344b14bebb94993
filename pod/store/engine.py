"""Connections as they have to be. The defaults of Python's SQLite driver lose updates silently; the hooks here do not.

* `BEGIN IMMEDIATE` for every writing transaction: a deferred one that reads and then writes cannot wait for the lock.
* One writer at a time on this machine, and checkpoints under the same lock: SQLite before 3.51.3 can damage a WAL file
  when a checkpoint races a writer (sqlite.org, "WAL-reset bug"), and `pod key` writes beside a running server.
* `synchronous=FULL`: in WAL mode NORMAL may forget the last commits at power loss, and an intent must not be forgotten.
"""

from __future__ import annotations

import fcntl
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import IO, Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from pod.model.errors import Conflict, InputRefused, NotConfigured, PodError, Unavailable

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=10000",
    "wal_autocheckpoint=0",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
)

WAL_LIMIT_BYTES = 64 * 1024 * 1024
"""A write-ahead log past this is folded in at once, without waiting for the timer."""

_CHECKPOINT_WAIT_MS = 250
"""How long a checkpoint waits for readers while it keeps writers out; what is left is done by the next one."""

WRITER_WAIT_S, _WRITER_LOOK_S = 10.0, 0.005
"""How long a writer waits for another process's transaction, and how often it looks."""

_PG_OPTIONS = "-c statement_timeout=20000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=60000"


def make_engine(url: str) -> sa.Engine:
    """An engine with this project's rules, for ``sqlite:///…`` or ``postgresql+psycopg://…``."""
    try:
        parsed = sa.make_url(url)
    except sa.exc.ArgumentError as e:
        raise NotConfigured(
            "database_url",
            f"POD_DATABASE_URL is not a database address ({e}).",
            "Use sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME.",
        ) from e
    if parsed.get_backend_name() == "sqlite":
        return _sqlite_engine(parsed)
    if parsed.get_backend_name() == "postgresql":
        return sa.create_engine(
            parsed.set(drivername="postgresql+psycopg"),
            pool_pre_ping=True,
            pool_size=8,
            # what a statement carries may be somebody's address: it must not end up in an error's words
            hide_parameters=True,
            connect_args={"options": _PG_OPTIONS, "application_name": "pod"},
        )
    raise NotConfigured(
        "database_url", f"Pod does not work on {parsed.get_backend_name()}.", "Use SQLite or PostgreSQL."
    )


def _sqlite_engine(url: sa.URL) -> sa.Engine:
    engine = sa.create_engine(url, connect_args={"timeout": 10, "check_same_thread": False}, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _set_up(connection: sqlite3.Connection, _: Any) -> None:
        # None ends the driver's legacy mode, which begins no transaction for SELECT and DDL
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        options = connection.get_execution_options()
        reading, migrating = options.get("readonly", False), options.get("migrating", False)
        # neither pragma can be changed inside a transaction; a pooled connection keeps what its last user set
        connection.exec_driver_sql(f"PRAGMA query_only={'ON' if reading else 'OFF'}")
        connection.exec_driver_sql(f"PRAGMA foreign_keys={'OFF' if migrating else 'ON'}")
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


class Database:
    """One engine, its writer lock and its transactions."""

    def __init__(self, url: str) -> None:
        self.engine = make_engine(url)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self._writer = WriterLock(Path(f"{self.engine.url.database}-writer"))
        self._wal = Path(f"{self.engine.url.database}-wal")

    @property
    def version(self) -> str:
        return f"SQLite {sqlite3.sqlite_version}" if self.is_sqlite else self.engine.dialect.name

    @property
    def absent(self) -> bool:
        """Whether the first start has yet to make it; a server's database is taken to be there."""
        return self.is_sqlite and not Path(self.engine.url.database or "").exists()

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        with self._alone():
            with _sentences(), self.engine.begin() as connection:
                yield connection
            if self.is_sqlite and self.wal_bytes() > WAL_LIMIT_BYTES:
                self.checkpoint()

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A statement that would write fails here: a writer outside the lock is what the lock is against."""
        options = {"readonly": True} if self.is_sqlite else {"postgresql_readonly": True}
        with _sentences(), self.engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection

    @contextmanager
    def migrating(self) -> Iterator[sa.Connection]:
        """A writing transaction in which tables may be rebuilt, one process at a time.

        SQLite rebuilds a table by copying and dropping it; with foreign keys on, the drop would delete, by cascade,
        every row that points to it (sqlite.org, "Making Other Kinds Of Table Schema Changes"). They are checked instead.
        """
        unkeyed = self.engine.execution_options(migrating=True)
        with self._alone(), _sentences(), unkeyed.begin() as connection:
            take_lock(connection, "pod schema")
            yield connection
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all() if self.is_sqlite else []
            if broken:
                raise Conflict(
                    "schema_broken",
                    f"The new schema leaves {len(broken)} rows without what they point to; nothing was changed.",
                    "Go back to the Pod version you came from, and report this.",
                )

    def wal_bytes(self) -> int:
        return self._wal.stat().st_size if self._wal.exists() else 0

    def checkpoint(self) -> None:
        """Folds the write-ahead log into the database file; nothing to do on PostgreSQL."""
        if not self.is_sqlite:
            return
        with self._writer, _sentences():
            raw = self.engine.raw_connection()
            cursor = raw.cursor()
            try:
                cursor.execute(f"PRAGMA busy_timeout={_CHECKPOINT_WAIT_MS}")
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                cursor.execute("PRAGMA busy_timeout=10000")
                raw.close()

    def close(self) -> None:
        self.engine.dispose()
        self._writer.close()

    def _alone(self) -> AbstractContextManager[Any]:
        return self._writer if self.is_sqlite else nullcontext()


class WriterLock:
    """One writer at a time: among this process's threads by a lock, among this machine's processes by a locked file.

    May be entered again by the thread that holds it. The file is made when it is first needed, and its lock ends with
    its process, however that ends.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = threading.RLock()
        self._depth = 0
        self._file: IO[bytes] | None = None

    def __enter__(self) -> None:
        self._threads.acquire()
        try:
            if self._depth == 0:
                self._lock_file()
            self._depth += 1
        except BaseException:
            self._threads.release()
            raise

    def __exit__(self, *_: object) -> None:
        self._depth -= 1
        if self._depth == 0 and self._file:
            fcntl.flock(self._file, fcntl.LOCK_UN)
        self._threads.release()

    def close(self) -> None:
        with self._threads:
            if self._file:
                self._file.close()
                self._file = None

    def _lock_file(self) -> None:
        if self._file is None:
            self._file = _opened(self._path)
        deadline = time.monotonic() + WRITER_WAIT_S
        while not _locked(self._file):
            if time.monotonic() > deadline:
                raise Unavailable(
                    "database_busy",
                    f"Another process has been writing to the database for more than {WRITER_WAIT_S:g} s.",
                    "Try again in a moment; see `pod doctor`.",
                )
            time.sleep(_WRITER_LOOK_S)


def _opened(path: Path) -> IO[bytes]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("ab")
    except OSError as e:
        raise Unavailable(
            "database_not_writable",
            f"The database's folder {path.parent} cannot be written: {e.strerror}.",
            "Give its owner the right to write, or set POD_DATA_DIR to another folder.",
        ) from e


def _locked(file: IO[bytes]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def take_lock(connection: sa.Connection, name: str) -> None:
    """Waits until no other transaction holds `name`. On SQLite a writer is alone already."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(sa.func.hashtextextended(name, 0))))


@contextmanager
def _sentences() -> Iterator[None]:
    """A full disk, a database that is away, a row that is there already, said in words; what was committed stays."""
    try:
        yield
    except PoolTimeout as e:
        raise Unavailable(
            "database_busy", "Every connection to the database is in use.", "Try again in a moment."
        ) from e
    except (DataError, UnicodeEncodeError, OverflowError) as e:
        raise InputRefused(
            "not_storable",
            "A text or number in this request cannot be stored (too long, too large, or with a NUL character).",
            "Shorten it, and remove invisible characters.",
        ) from e
    except IntegrityError as e:
        if not _is_duplicate(e):
            raise
        raise Conflict(
            "already_there", "Someone else made this a moment ago.", "Look at it; repeat only what is still missing."
        ) from e
    except DBAPIError as e:
        error = _in_words(e)
        if error is None:
            raise
        raise error from e


def _is_duplicate(e: IntegrityError) -> bool:
    """UNIQUE or PRIMARY KEY violated: SQLite's extended codes, PostgreSQL's SQLSTATE 23505."""
    if isinstance(e.orig, sqlite3.Error):
        return e.orig.sqlite_errorcode in (sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY)
    return getattr(e.orig, "sqlstate", "") == "23505"


_SAID = (
    (
        ("is full", "no space"),
        Unavailable,
        "disk_full",
        "The disk is full; nothing was changed.",
        "Make room in the data folder. Paid orders are safe.",
    ),
    (
        ("readonly", "unable to open", "read-only"),
        Unavailable,
        "database_not_writable",
        "The database cannot be opened or written ({}).",
        "Give the data folder's owner the right to write.",
    ),
    (
        ("not a database", "malformed"),
        NotConfigured,
        "database_damaged",
        "The database file is damaged or something else ({}).",
        "Restore the last backup of the data folder.",
    ),
)
"""(what the driver says, the error, its code, its sentence, the way out)"""


def _in_words(e: DBAPIError) -> PodError | None:
    """None when it is a fault of the statement, which is ours and must be seen as such."""
    said = str(e.orig).lower()
    for words, kind, code, message, hint in _SAID:
        if any(word in said for word in words):
            return kind(code, message.format(e.orig), hint)
    if e.connection_invalidated or (isinstance(e, OperationalError) and "no such" not in said):
        return Unavailable(
            "database_away",
            f"The database did not answer ({_first_line(e.orig)}); nothing was changed.",
            "Try again in a moment; see `pod doctor`.",
        )
    return None


def _first_line(error: BaseException | None) -> str:
    return next(iter(str(error).strip().splitlines()), "no reason given")[:200]
