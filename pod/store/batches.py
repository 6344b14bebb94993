"""Batches of edits as rows: one for each, its pictures in its body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa

from pod.model.editbatch import EditBatch
from pod.model.errors import NotFound
from pod.store import schema as t
from pod.store.codec import decode, encode, to_micros
from pod.store.rows import Bench


@dataclass(frozen=True, slots=True)
class SqlEditBatches:
    bench: Bench

    def add(self, batch: EditBatch) -> None:
        self.bench.insert(
            t.edit_batches,
            id=batch.id,
            tenant_id=batch.tenant_id,
            actor=batch.actor,
            created_at=to_micros(batch.created_at),
            revision=batch.revision,
            body=encode(batch),
        )

    def get(self, tenant_id: str, batch_id: str) -> EditBatch:
        c = t.edit_batches.c
        row = self.bench.one(sa.select(c.body).where(c.tenant_id == tenant_id, c.id == batch_id))
        if row is None:
            raise NotFound("no_batch", "There is no such batch of edits.", "Check the link.", id=batch_id)
        return decode(EditBatch, row["body"])

    def newest(self, tenant_id: str, limit: int) -> Sequence[EditBatch]:
        c = t.edit_batches.c
        query = sa.select(c.body).where(c.tenant_id == tenant_id).order_by(c.created_at.desc(), c.id).limit(limit)
        return [decode(EditBatch, row["body"]) for row in self.bench.all(query)]

    def save(self, batch: EditBatch) -> EditBatch:
        c, saved = t.edit_batches.c, replace(batch, revision=batch.revision + 1)
        where = sa.and_(c.id == batch.id, c.tenant_id == batch.tenant_id, c.revision == batch.revision)
        self.bench.swap("batch", t.edit_batches, where, revision=saved.revision, body=encode(saved))
        return saved
