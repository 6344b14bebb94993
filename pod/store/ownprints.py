"""Own prints: a version's files for partners' own areas, and the yes to those that an approval does not cover."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy import JSON, Boolean, Column, ForeignKey, String, Table, UniqueConstraint

from pod.model.caller import Caller
from pod.model.ownarea import OwnApproval, OwnPrint
from pod.model.proof import ApprovalRole
from pod.store import schema as t
from pod.store.codec import decode, encode
from pod.store.columns import metadata, who
from pod.store.rows import Bench

own_prints = Table(
    "own_prints",
    metadata,
    Column("id", String(32), primary_key=True),
    *who(),
    Column("version_id", String(32), ForeignKey("versions.id", ondelete="CASCADE"), nullable=False),
    Column("area_sha256", String(64), nullable=False),
    Column("prep_version", String(16), nullable=False),
    Column("needs_yes", Boolean, nullable=False),
    Column("body", JSON, nullable=False),
    UniqueConstraint("version_id", "area_sha256", "prep_version"),
)

own_approvals = Table(
    "own_approvals",
    metadata,
    Column("own_print_id", String(32), ForeignKey("own_prints.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String(16), primary_key=True),
    *who(),
    Column("version_id", String(32), ForeignKey("versions.id", ondelete="CASCADE"), nullable=False),
    Column("body", JSON, nullable=False),
)


@dataclass(frozen=True, slots=True)
class SqlOwnPrints:
    bench: Bench

    def add(self, caller: Caller, made: Sequence[OwnPrint]) -> None:
        news = [own for own in made if self._added(caller, own)]
        for version_id in {own.version_id for own in news}:
            self._touch(caller, version_id)

    def _added(self, caller: Caller, own: OwnPrint) -> bool:
        return self.bench.insert_once(
            own_prints,
            id=own.id,
            tenant_id=caller.tenant_id,
            actor=caller.actor,
            created_at=self.bench.now(),
            version_id=own.version_id,
            area_sha256=own.area_sha256,
            prep_version=own.prep_version,
            needs_yes=not own.departure.within,
            body=encode(own),
        )

    def of(self, tenant_id: str, version_id: str) -> Sequence[OwnPrint]:
        c = own_prints.c
        query = sa.select(c.body).where(c.tenant_id == tenant_id, c.version_id == version_id)
        return [decode(OwnPrint, row["body"]) for row in self.bench.all(query.order_by(c.created_at, c.id))]

    def approve(self, caller: Caller, approval: OwnApproval) -> bool:
        news = self.bench.insert_once(
            own_approvals,
            own_print_id=approval.own_print_id,
            role=approval.role.value,
            tenant_id=caller.tenant_id,
            actor=caller.actor,
            created_at=self.bench.now(),
            version_id=approval.version_id,
            body=encode(approval),
        )
        if news:
            self._touch(caller, approval.version_id)
        return news

    def approvals(self, tenant_id: str, version_id: str) -> Sequence[OwnApproval]:
        c = own_approvals.c
        query = sa.select(c.body).where(c.tenant_id == tenant_id, c.version_id == version_id)
        return [decode(OwnApproval, row["body"]) for row in self.bench.all(query.order_by(c.own_print_id, c.role))]

    def without_yes(self, tenant_id: str, version_ids: Sequence[str], role: ApprovalRole) -> set[str]:
        prints, said = own_prints.c, own_approvals.c
        query = sa.select(prints.version_id).where(
            prints.tenant_id == tenant_id,
            prints.version_id.in_(version_ids),
            prints.needs_yes,
            ~sa.exists().where(said.own_print_id == prints.id, said.role == role.value),
        )
        return {row["version_id"] for row in self.bench.all(query)}

    def _touch(self, caller: Caller, version_id: str) -> None:
        """A page that shows the design shows this, too."""
        c = t.designs.c
        of_version = sa.select(t.versions.c.design_id).where(t.versions.c.id == version_id).scalar_subquery()
        where = sa.and_(c.id == of_version, c.tenant_id == caller.tenant_id)
        self.bench.swap("design", t.designs, where, revision=c.revision + 1)
