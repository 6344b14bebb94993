"""What the repositories share: compare-and-set, history, and paging by key."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from pod.model.caller import Caller
from pod.model.clock import Clock
from pod.model.errors import Conflict, InputRefused
from pod.model.listing import Page
from pod.store import schema
from pod.store.codec import to_micros

_INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
"""The standard has no ON CONFLICT; both dialects spell it alike."""

T = TypeVar("T")

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

    def page(
        self,
        table: sa.Table,
        key: sa.Column[str],
        wanted: Sequence[sa.ColumnElement[bool]],
        read: Callable[[Sequence[sa.RowMapping]], Sequence[T]],
        *,
        state: str = "",
        cursor: str = "",
        limit: int = 50,
        oldest_first: bool = False,
    ) -> Page[T]:
        """The rows that are `wanted`, in `state` where one is named, behind the cursor; and how many there are in each state."""
        c = table.c
        counted = self.all(sa.select(c.state, sa.func.count().label("n")).where(*wanted).group_by(c.state))
        query = sa.select(table).where(*wanted)
        if state:
            query = query.where(c.state == state)
        if cursor:
            here, there = sa.tuple_(c.created_at, key), sa.tuple_(*(sa.literal(part) for part in read_cursor(cursor)))
            query = query.where(here > there if oldest_first else here < there)
        order = (c.created_at, key) if oldest_first else (c.created_at.desc(), key.desc())
        # one more than the page, to know whether another follows
        rows = self.all(query.order_by(*order).limit(limit + 1))
        more = make_cursor(rows[limit - 1]["created_at"], rows[limit - 1][key.name]) if len(rows) > limit else ""
        return Page(tuple(read(rows[:limit])), more, {row["state"]: row["n"] for row in counted})

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
            origin=caller.origin[:64],
        )


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
