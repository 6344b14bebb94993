"""Connections as they have to be. The defaults of Python's SQLite driver lose updates silently; the hooks here do not.

* `BEGIN IMMEDIATE` for every writing transaction: a deferred one that reads and then writes cannot wait for the lock.
* One writer at a time in this process, and checkpoints under the same lock: SQLite before 3.51.3 can damage a WAL file
  when a checkpoint races a writer (sqlite.org, "WAL-reset bug").
* `synchronous=FULL`: in WAL mode NORMAL may forget the last commits at power loss, and an intent must not be forgotten.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError, OperationalError

from pod.model.errors import NotConfigured, Unavailable

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=10000",
    "wal_autocheckpoint=0",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
)

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
            connect_args={"options": _PG_OPTIONS, "application_name": "pod"},
        )
    raise NotConfigured(
        "database_url", f"Pod does not work on {parsed.get_backend_name()}.", "Use SQLite or PostgreSQL."
    )


def _sqlite_engine(url: sa.URL) -> sa.Engine:
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(url, connect_args={"timeout": 10, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _set_up(connection: sqlite3.Connection, _: Any) -> None:
        # None ends the driver's legacy mode, which begins no transaction for SELECT and DDL
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        reading = connection.get_execution_options().get("readonly", False)
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


class Database:
    """One engine, its writer lock and its transactions."""

    def __init__(self, url: str) -> None:
        self.engine = make_engine(url)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self._writer = threading.RLock()

    @property
    def version(self) -> str:
        return f"SQLite {sqlite3.sqlite_version}" if self.is_sqlite else self.engine.dialect.name

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        with self._writer if self.is_sqlite else nullcontext(), _sentences(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        with _sentences(), self.engine.connect().execution_options(readonly=True) as connection, connection.begin():
            yield connection

    def checkpoint(self) -> None:
        """Folds the write-ahead log into the database file; nothing to do on PostgreSQL."""
        if not self.is_sqlite:
            return
        with self._writer:
            raw = self.engine.raw_connection()
            try:
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                raw.close()

    def close(self) -> None:
        self.engine.dispose()


@contextmanager
def _sentences() -> Iterator[None]:
    """A full disk or a database that is away, said in words; what was committed before stays."""
    try:
        yield
    except OperationalError as e:
        text = str(e.orig).lower()
        if "full" in text or "no space" in text:
            raise Unavailable(
                "disk_full",
                "The disk is full; nothing was changed.",
                "Make room in the data folder. Paid orders are safe.",
            ) from e
        if "readonly" in text or "unable to open" in text:
            raise Unavailable(
                "database_not_writable",
                f"The database cannot be written ({e.orig}).",
                "Give the data folder's owner the right to write.",
            ) from e
        raise Unavailable(
            "database_away",
            f"The database did not answer ({type(e.orig).__name__}).",
            "Try again in a moment; see `pod doctor`.",
        ) from e
    except DBAPIError as e:
        if e.connection_invalidated:
            raise Unavailable(
                "database_away",
                "The connection to the database was lost; nothing was changed.",
                "Try again in a moment.",
            ) from e
        raise
