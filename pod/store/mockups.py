"""Mock-ups that partners draw, as rows: at most one for each version, partner, area and variant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from pod.model.caller import Caller
from pod.model.errors import NotFound
from pod.model.mockup import MOCKUP_MOVES, Mockup, MockupState
from pod.model.states import moved
from pod.store.codec import decode, encode, to_micros
from pod.store.columns import metadata, who
from pod.store.rows import Bench

mockups = sa.Table(
    "mockups",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    *who(),
    sa.Column("version_id", sa.String(32), sa.ForeignKey("versions.id", ondelete="CASCADE"), nullable=False),
    sa.Column("partner", sa.String(64), nullable=False),
    sa.Column("area", sa.String(64), nullable=False),
    sa.Column("variant", sa.String(128), nullable=False),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("body", sa.JSON, nullable=False),
    sa.UniqueConstraint("version_id", "partner", "area", "variant"),
)


@dataclass(frozen=True, slots=True)
class SqlMockups:
    bench: Bench

    def add(self, mockup: Mockup, caller: Caller) -> Mockup:
        new = self.bench.insert_once(
            mockups,
            id=mockup.id,
            tenant_id=mockup.tenant_id,
            actor=mockup.actor,
            created_at=to_micros(mockup.asked_at),
            version_id=mockup.version_id,
            partner=mockup.partner,
            area=mockup.area,
            variant=mockup.variant,
            state=mockup.state.value,
            revision=mockup.revision,
            body=encode(mockup),
        )
        if new:
            self.bench.remember(caller, mockup.id, "", mockup.state.value)
        return self.get(mockup.tenant_id, mockup.id)

    def get(self, tenant_id: str, mockup_id: str) -> Mockup:
        c = mockups.c
        found = self.bench.one(sa.select(c.body).where(c.tenant_id == tenant_id, c.id == mockup_id))
        if found is None:
            raise NotFound("no_mockup", "There is no such mock-up.", "Ask for it from its design.", id=mockup_id)
        return decode(Mockup, found["body"])

    def of_version(self, tenant_id: str, version_id: str) -> Sequence[Mockup]:
        c = mockups.c
        query = sa.select(c.body).where(c.tenant_id == tenant_id, c.version_id == version_id)
        return [decode(Mockup, row["body"]) for row in self.bench.all(query.order_by(c.created_at, c.id))]

    def drawing(self, partner: str, task_id: str) -> Mockup | None:
        """Few are drawn at a time: their rows are read."""
        c = mockups.c
        under_way = sa.select(c.body).where(c.partner == partner, c.state == MockupState.DRAWING.value)
        found = (decode(Mockup, row["body"]) for row in self.bench.all(under_way))
        return next((mockup for mockup in found if mockup.task_id == task_id), None)

    def move(self, mockup: Mockup, to: MockupState, caller: Caller, reason: str = "", **changes: Any) -> Mockup:
        became = moved("mock-up", MOCKUP_MOVES, mockup.state, to)
        after = replace(mockup, **{**changes, "state": became, "reason": reason, "revision": mockup.revision + 1})
        c = mockups.c
        where = sa.and_(c.id == mockup.id, c.tenant_id == mockup.tenant_id, c.revision == mockup.revision)
        self.bench.swap("mock-up", mockups, where, state=became.value, revision=after.revision, body=encode(after))
        self.bench.remember(caller, mockup.id, mockup.state.value, became.value, reason)
        return after
