"""Marks of what was erased, as rows: what the list beside the data has and these have not was undone by a restore."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from pod.model.caller import Caller
from pod.store import schema as t
from pod.store.rows import Bench


@dataclass(frozen=True, slots=True)
class SqlErasures:
    bench: Bench

    def note(self, caller: Caller, marks: Iterable[str]) -> None:
        who = {"tenant_id": caller.tenant_id, "actor": caller.actor, "created_at": self.bench.now()}
        for mark in sorted(marks):
            self.bench.insert_once(t.erasures, subject_hash=mark, **who)

    def known(self) -> frozenset[str]:
        return frozenset(row["subject_hash"] for row in self.bench.all(sa.select(t.erasures.c.subject_hash)))

    def has(self, mark: str) -> bool:
        return self.bench.one(sa.select(t.erasures.c.tenant_id).where(t.erasures.c.subject_hash == mark)) is not None
