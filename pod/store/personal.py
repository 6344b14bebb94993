"""Designs with other words, and the lists of names that they were made for, as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from pod.model.errors import NotFound
from pod.model.personal import Cover, PersonalDesign, PersonalOffer, Roster
from pod.store.codec import decode, encode, from_micros, to_micros
from pod.store.columns import metadata, who
from pod.store.rows import Bench

personal_designs = sa.Table(
    "personal_designs",
    metadata,
    sa.Column("design_id", sa.String(32), primary_key=True),
    *who(),
    sa.Column("parent_id", sa.String(32), nullable=False),
    sa.Column("version_id", sa.String(32), nullable=False),
    sa.Column("batch", sa.String(160), nullable=False),
    sa.Column("place", sa.String(120), nullable=False),
    sa.UniqueConstraint("tenant_id", "batch", "place"),
    sa.Index(None, "tenant_id", "parent_id"),
)

personal_offers = sa.Table(
    "personal_offers",
    metadata,
    sa.Column("design_id", sa.String(32), primary_key=True),
    *who(),
    sa.Column("cover", sa.String(16), nullable=False),
)

rosters = sa.Table(
    "rosters",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    *who(),
    sa.Column("design_id", sa.String(32), nullable=False),
    sa.Column("body", sa.JSON, nullable=False),
    sa.Index(None, "tenant_id", "design_id"),
)


@dataclass(frozen=True, slots=True)
class SqlPersonal:
    bench: Bench

    def add(self, made: PersonalDesign) -> bool:
        return self.bench.insert_once(personal_designs, **{**encode(made), "created_at": to_micros(made.created_at)})

    def made_for(self, tenant_id: str, batch: str, place: str) -> PersonalDesign | None:
        c = personal_designs.c
        found = self.bench.one(
            sa.select(personal_designs).where(c.tenant_id == tenant_id, c.batch == batch, c.place == place)
        )
        return _read(found) if found else None

    def of_batch(self, tenant_id: str, batch: str) -> Sequence[PersonalDesign]:
        c = personal_designs.c
        return [
            _read(row)
            for row in self.bench.all(
                sa.select(personal_designs)
                .where(c.tenant_id == tenant_id, c.batch == batch)
                .order_by(c.created_at, c.design_id)
            )
        ]

    def get(self, tenant_id: str, design_id: str) -> PersonalDesign | None:
        c = personal_designs.c
        found = self.bench.one(sa.select(personal_designs).where(c.tenant_id == tenant_id, c.design_id == design_id))
        return _read(found) if found else None

    def offer(self, tenant_id: str, design_id: str) -> PersonalOffer | None:
        c = personal_offers.c
        found = self.bench.one(sa.select(personal_offers).where(c.tenant_id == tenant_id, c.design_id == design_id))
        if found is None:
            return None
        return PersonalOffer(
            **{**found, "cover": Cover(found["cover"]), "created_at": from_micros(found["created_at"])}
        )

    def set_offer(self, offer: PersonalOffer) -> None:
        self.drop_offer(offer.tenant_id, offer.design_id)
        self.bench.insert(personal_offers, **{**encode(offer), "created_at": to_micros(offer.created_at)})

    def drop_offer(self, tenant_id: str, design_id: str) -> None:
        c = personal_offers.c
        self.bench.connection.execute(
            sa.delete(personal_offers).where(c.tenant_id == tenant_id, c.design_id == design_id)
        )

    def add_roster(self, roster: Roster) -> None:
        self.bench.insert(
            rosters,
            id=roster.id,
            tenant_id=roster.tenant_id,
            actor=roster.actor,
            created_at=to_micros(roster.created_at),
            design_id=roster.design_id,
            body=encode(roster),
        )

    def roster(self, tenant_id: str, roster_id: str) -> Roster:
        c = rosters.c
        found = self.bench.one(sa.select(c.body).where(c.tenant_id == tenant_id, c.id == roster_id))
        if found is None:
            raise NotFound("no_roster", "There is no such list of names.", "Check the link.", id=roster_id)
        return decode(Roster, found["body"])

    def rosters_of(self, tenant_id: str, design_id: str) -> Sequence[Roster]:
        c = rosters.c
        query = sa.select(c.body).where(c.tenant_id == tenant_id, c.design_id == design_id)
        return [decode(Roster, row["body"]) for row in self.bench.all(query.order_by(c.created_at.desc(), c.id))]

    def save_roster(self, roster: Roster) -> None:
        c = rosters.c
        where = sa.and_(c.tenant_id == roster.tenant_id, c.id == roster.id)
        self.bench.swap("list of names", rosters, where, body=encode(roster))


def _read(row: sa.RowMapping) -> PersonalDesign:
    return PersonalDesign(**{**row, "created_at": from_micros(row["created_at"])})
