"""What partners said of our variants, a row for each."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy import JSON, BigInteger, Boolean, Column, String, Table

from pod.model.caller import Caller
from pod.model.freshness import OfferSeen
from pod.model.money import Money
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
_NEVER = datetime.fromtimestamp(0, UTC)
"""When a variant was seen of which only a price is known."""


@dataclass(frozen=True, slots=True)
class SqlOffers:
    bench: Bench

    def see(self, caller: Caller, seen: Sequence[OfferSeen]) -> Sequence[OfferSeen]:
        for partner in sorted({one.partner for one in seen}):
            # two that see the same at once must not each find the other's news unchanged
            take_lock(self.bench.connection, f"offers {partner}")
        return [self._kept(caller, one) for one in seen]

    def priced(self, caller: Caller, partner: str, prices: Mapping[str, Money]) -> None:
        take_lock(self.bench.connection, f"offers {partner}")
        now = self.bench.clock.now()
        for variant, price in prices.items():
            known = self._known(partner, variant)
            priced = replace(known or OfferSeen(partner, variant, _NEVER), price=price, priced_at=now)
            self._write(caller, priced, new=known is None)

    def _kept(self, caller: Caller, seen: OfferSeen) -> OfferSeen:
        known = self._known(seen.partner, seen.variant)
        whole = seen.after(known)
        self._write(caller, whole, new=known is None)
        return whole

    def _known(self, partner: str, variant: str) -> OfferSeen | None:
        c = partner_offers.c
        row = self.bench.one(sa.select(c.body).where(c.partner == partner, c.variant == variant))
        return decode(OfferSeen, row["body"]) if row else None

    def _write(self, caller: Caller, whole: OfferSeen, *, new: bool) -> None:
        c = partner_offers.c
        here = sa.and_(c.partner == whole.partner, c.variant == whole.variant)
        values = {"seen_at": to_micros(whole.seen_at), "changed": bool(whole.changed), "body": encode(whole)}
        if not new:
            self.bench.swap("offer", partner_offers, here, **values)
            return
        who_said = {"tenant_id": _EVERY_TENANT, "actor": caller.actor, "created_at": self.bench.now()}
        self.bench.insert(partner_offers, partner=whole.partner, variant=whole.variant, **who_said, **values)

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
