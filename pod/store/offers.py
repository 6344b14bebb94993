"""What partners said of our variants, a row for each."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlalchemy import JSON, BigInteger, Boolean, Column, String, Table

from pod.model.caller import Caller
from pod.model.freshness import OfferSeen
from pod.store.codec import decode, encode, to_micros
from pod.store.columns import metadata, who
from pod.store.engine import take_lock
from pod.store.rows import Bench

partner_offers = Table(
    "partner_offers",
    metadata,
    Column("partner", String(64), primary_key=True),
    Column("variant", String(128), primary_key=True),
    *who(),
    Column("seen_at", BigInteger, nullable=False),
    Column("changed", Boolean, nullable=False),
    Column("body", JSON, nullable=False),
)

_EVERY_TENANT = ""


@dataclass(frozen=True, slots=True)
class SqlOffers:
    bench: Bench

    def see(self, caller: Caller, seen: Sequence[OfferSeen]) -> Sequence[OfferSeen]:
        for partner in sorted({one.partner for one in seen}):
            # two that see the same at once must not each find the other's news unchanged
            take_lock(self.bench.connection, f"offers {partner}")
        return [self._kept(caller, one) for one in seen]

    def _kept(self, caller: Caller, seen: OfferSeen) -> OfferSeen:
        c = partner_offers.c
        here = sa.and_(c.partner == seen.partner, c.variant == seen.variant)
        row = self.bench.one(sa.select(c.body).where(here))
        whole = seen.after(decode(OfferSeen, row["body"]) if row else None)
        values = {"seen_at": to_micros(whole.seen_at), "changed": bool(whole.changed), "body": encode(whole)}
        if row:
            self.bench.swap("offer", partner_offers, here, **values)
        else:
            who_said = {"tenant_id": _EVERY_TENANT, "actor": caller.actor, "created_at": self.bench.now()}
            self.bench.insert(partner_offers, partner=seen.partner, variant=seen.variant, **who_said, **values)
        return whole

    def of(self, partner: str) -> Sequence[OfferSeen]:
        c = partner_offers.c
        return self._read(sa.select(c.body).where(c.partner == partner).order_by(c.variant))

    def of_variants(self, variants: Collection[str]) -> Sequence[OfferSeen]:
        c = partner_offers.c
        return self._read(sa.select(c.body).where(c.variant.in_(variants)).order_by(c.partner, c.variant))

    def looked_at(self, caller: Caller, partner: str) -> int:
        c = partner_offers.c
        changed = self._read(sa.select(c.body).where(c.partner == partner, c.changed))
        for one in changed:
            seen = replace(one, changed="", changed_at=None)
            here = sa.and_(c.partner == partner, c.variant == one.variant)
            self.bench.swap("offer", partner_offers, here, changed=False, body=encode(seen))
            self.bench.remember(caller, f"{partner} {one.variant}"[:64], "", "", f"looked at: {one.changed}")
        return len(changed)

    def _read(self, query: sa.Select[tuple[object]]) -> list[OfferSeen]:
        return [decode(OfferSeen, row["body"]) for row in self.bench.all(query)]
