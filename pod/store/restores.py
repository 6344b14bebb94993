"""Restores as rows."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from pod.model.restore import Restore
from pod.store.codec import from_micros, to_micros
from pod.store.columns import metadata
from pod.store.rows import Bench

restores = sa.Table(
    "restores",
    metadata,
    sa.Column("restored_at", sa.BigInteger, primary_key=True),
    sa.Column("tenant_id", sa.String(64), nullable=False),
    sa.Column("actor", sa.String(128), nullable=False),
    sa.Column("created_at", sa.BigInteger, nullable=False),
    sa.Column("backed_up_at", sa.BigInteger, nullable=False),
)


@dataclass(frozen=True, slots=True)
class SqlRestores:
    bench: Bench

    def note(self, restore: Restore) -> None:
        self.bench.insert(
            restores,
            restored_at=to_micros(restore.restored_at),
            tenant_id=restore.tenant_id,
            actor=restore.actor,
            created_at=self.bench.now(),
            backed_up_at=to_micros(restore.backed_up_at),
        )

    def last(self) -> Restore | None:
        """The newest; what came before it is no longer of interest."""
        row = self.bench.one(sa.select(restores).order_by(restores.c.restored_at.desc()).limit(1))
        if row is None:
            return None
        return Restore(
            row["tenant_id"], from_micros(row["restored_at"]), from_micros(row["backed_up_at"]), row["actor"]
        )
