"""What the repositories share: compare-and-set, history, and paging by key."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from pod.model.caller import Caller
from pod.model.clock import Clock
from pod.model.errors import Conflict, InputRefused
from pod.store import schema
from pod.store.codec import to_micros

_INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
"""The standard has no ON CONFLICT; both dialects spell it alike."""

_MAX_CURSOR = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Bench:
    """A transaction's connection and clock: what every repository works with."""

    connection: sa.Connection
    clock: Clock

    def now(self) -> int:
        return to_micros(self.clock.now())

    def one(self, query: sa.Select[Any]) -> sa.RowMapping | None:
        return self.connection.execute(query).mappings().first()

    def all(self, query: sa.Select[Any]) -> list[sa.RowMapping]:
        return list(self.connection.execute(query).mappings())

    def insert(self, table: sa.Table, **values: Any) -> None:
        self.connection.execute(sa.insert(table).values(**values))

    def insert_once(self, table: sa.Table, **values: Any) -> bool:
        """False when a row with the same key is there already."""
        # drivers do not agree on the row count of an insert that did nothing; what it returns is certain
        once = self._insert(table).values(**values).on_conflict_do_nothing().returning(sa.literal_column("1"))
        return self.connection.execute(once).first() is not None

    def _insert(self, table: sa.Table) -> Any:
        return _INSERT[self.connection.dialect.name](table)

    def swap(self, thing: str, table: sa.Table, where: sa.ColumnElement[bool], **values: Any) -> None:
        """One row is changed, or `Conflict`: someone else was first."""
        if self.connection.execute(sa.update(table).where(where).values(**values)).rowcount != 1:
            raise Conflict(
                "changed_meanwhile",
                f"The {thing} was changed by someone else a moment ago.",
                "Look at it again and repeat what still applies.",
            )

    def remember(self, caller: Caller, subject: str, came_from: str, became: str, note: str = "") -> None:
        self.insert(
            schema.history,
            tenant_id=caller.tenant_id,
            actor=caller.actor,
            created_at=self.now(),
            subject=subject,
            came_from=came_from,
            became=became,
            note=note,
        )


def page_after(
    query: sa.Select[Any], table: sa.Table, key: sa.ColumnElement[str], cursor: str, limit: int
) -> sa.Select[Any]:
    """Newest first, from behind the cursor, one row more than the page to know whether another follows."""
    if cursor:
        created_at, last = read_cursor(cursor)
        query = query.where(sa.tuple_(table.c.created_at, key) < sa.tuple_(sa.literal(created_at), sa.literal(last)))
    return query.order_by(table.c.created_at.desc(), key.desc()).limit(limit + 1)


def make_cursor(created_at: int, key: str) -> str:
    return base64.urlsafe_b64encode(f"{created_at}:{key}".encode()).decode()


def read_cursor(cursor: str) -> tuple[int, str]:
    try:
        created_at, _, key = base64.urlsafe_b64decode(cursor.encode()).decode().partition(":")
        return min(int(created_at), _MAX_CURSOR), key
    except (ValueError, binascii.Error) as e:
        raise InputRefused("cursor", "This page marker is not one of ours.", "Begin again without `cursor`.") from e


def like(text: str) -> str:
    """A search text for LIKE with ``\\`` as its escape."""
    escaped = text.lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
