"""Gang sheets as rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import JSON, Column, Index, String, Table

from pod.model.caller import Caller
from pod.model.errors import NotFound
from pod.model.gangsheet import GANG_MOVES, GangSheets, GangState
from pod.model.listing import Page
from pod.model.states import moved
from pod.store.codec import decode, encode, to_micros
from pod.store.columns import metadata, who
from pod.store.rows import Bench

gang_sheets = Table(
    "gang_sheets",
    metadata,
    Column("id", String(32), primary_key=True),
    *who(),
    Column("state", String(16), nullable=False),
    Column("body", JSON, nullable=False),
    Index(None, "tenant_id", "created_at", "id"),
)


@dataclass(frozen=True, slots=True)
class SqlGangSheets:
    bench: Bench

    def add(self, made: GangSheets) -> None:
        self.bench.insert(
            gang_sheets,
            id=made.id,
            tenant_id=made.tenant_id,
            actor=made.actor,
            created_at=to_micros(made.created_at),
            state=made.state.value,
            body=encode(made),
        )

    def get(self, tenant_id: str, sheets_id: str) -> GangSheets:
        c = gang_sheets.c
        row = self.bench.one(sa.select(c.body).where(c.tenant_id == tenant_id, c.id == sheets_id))
        if row is None:
            raise NotFound("no_gang_sheets", "There are no such gang sheets.", "Check the link, or ask for them anew.")
        return decode(GangSheets, row["body"])

    def move(self, made: GangSheets, to: GangState, caller: Caller, **changes: Any) -> GangSheets:
        new = replace(made, state=moved("gang sheet", GANG_MOVES, made.state, to), **changes)
        c = gang_sheets.c
        where = sa.and_(c.id == made.id, c.tenant_id == made.tenant_id, c.state == made.state.value)
        self.bench.swap("gang sheet", gang_sheets, where, state=to.value, body=encode(new))
        self.bench.remember(caller, made.id, made.state.value, to.value, new.reason)
        return new

    def page(self, tenant_id: str, *, cursor: str = "", limit: int = 50) -> Page[GangSheets]:
        c = gang_sheets.c
        return self.bench.page(
            gang_sheets,
            c.id,
            [c.tenant_id == tenant_id],
            lambda rows: [decode(GangSheets, row["body"]) for row in rows],
            cursor=cursor,
            limit=limit,
        )

    def forget(self, before: datetime) -> int:
        done = sa.delete(gang_sheets).where(gang_sheets.c.created_at < to_micros(before))
        return self.bench.connection.execute(done).rowcount

    def files_in_use(self) -> set[str]:
        rows = self.bench.all(sa.select(gang_sheets.c.body))
        every = (decode(GangSheets, row["body"]) for row in rows)
        return {ref.key for made in every for sheet in made.sheets for _, ref in sheet.files}
