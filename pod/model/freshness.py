"""What partners said of our variants when they were last asked: sizes, stock, price, each with its date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from pod.model.money import Money

VERIFIED_FOR = timedelta(days=30)
"""A size that was seen longer ago is not verified any more: partners change areas without a word."""

STOCK_KEPT = timedelta(days=2)
"""Stock that was seen longer ago says nothing: it is asked for every day."""


class Stock(StrEnum):
    IN = "in_stock"
    OUT = "out_of_stock"
    GONE = "discontinued"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class AreaSeen:
    """A print area by our name for it, in the partner's own pixels."""

    area: str
    width_px: int
    height_px: int
    ppi: int

    def __str__(self) -> str:
        return f"{self.area} {self.width_px} × {self.height_px} px at {self.ppi}"


@dataclass(frozen=True, slots=True)
class OfferSeen:
    """One variant of ours at one partner. `changed` says how its areas differ from what was seen before, since
    `changed_at`, until somebody has looked at it."""

    partner: str
    variant: str
    seen_at: datetime
    stock: Stock = Stock.UNKNOWN
    areas: tuple[AreaSeen, ...] = ()
    price: Money | None = None
    priced_at: datetime | None = None
    changed: str = ""
    changed_at: datetime | None = None

    def verified(self, now: datetime) -> bool:
        return now - self.seen_at <= VERIFIED_FOR

    def unavailable(self, now: datetime) -> Stock | None:
        """Out of stock as of late, or gone for good."""
        if self.stock is Stock.GONE or (self.stock is Stock.OUT and now - self.seen_at <= STOCK_KEPT):
            return self.stock
        return None

    def after(self, before: OfferSeen | None) -> OfferSeen:
        """With what was known and is not said anew, and with what has changed."""
        if before is None:
            return self
        was = {area.area: area for area in before.areas}
        changes = [f"{was[a.area]} is now {a}" for a in self.areas if a.area in was and was[a.area] != a]
        changes += [
            f"{name} is not printed any more" for name in was.keys() - {a.area for a in self.areas} if self.areas
        ]
        known = replace(
            self,
            areas=self.areas or before.areas,
            price=self.price or before.price,
            priced_at=self.priced_at or before.priced_at,
        )
        if not changes:
            return replace(known, changed=before.changed, changed_at=before.changed_at)
        return replace(known, changed="; ".join(changes), changed_at=self.seen_at)
