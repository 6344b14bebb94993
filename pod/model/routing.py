"""Which partner makes what of an order, and why: the measures of every partner that was looked at, the ways that were
weighed against each other, and the one that was taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from pod.model.money import Money


class Keep(StrEnum):
    """How an order may be parted: as the rules weigh it, everything at one partner, or each line where it is best made."""

    AS_RULED = ""
    TOGETHER = "together"
    SPLIT = "split"


class Nearness(StrEnum):
    """How far a partner's nearest house is from the buyer."""

    HOME = "home"
    NEAR = "near"
    FAR = "far"
    UNKNOWN = "unknown"


Days = tuple[int, int]
"""From the order to the door: the least and the most."""


@dataclass(frozen=True, slots=True)
class House:
    """What is known of a partner without asking it: where it makes things, and how long that takes to each nearness."""

    made_in: tuple[str, ...] = ()
    days: Mapping[Nearness, Days] = field(default_factory=dict)
    source: str = ""
    checked_on: date = date.min
    verified: bool = True


@dataclass(frozen=True, slots=True)
class Weights:
    """What a disadvantage is worth, in the currency of the rules: one more day, one per cent of shrink, a house that is
    only near or far, one more parcel."""

    day: float = 0.0
    shrink_percent: float = 0.0
    near: float = 0.0
    far: float = 0.0
    parcel: float = 0.0


@dataclass(frozen=True, slots=True)
class RoutingRules:
    """`last` are partners that get only what no other can make; `never` get nothing by themselves. 0 sets no limit."""

    currency: str = "USD"
    rates: Mapping[str, float] = field(default_factory=dict)
    prefer: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    weights: Weights = Weights()
    most_shrink_percent: float = 0.0
    most_days: int = 0
    lines_priced_alone: int = 0
    regions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    houses: Mapping[str, House] = field(default_factory=dict)

    def in_currency(self, money: Money | None) -> Money | None:
        """At the rate of the rules; None where there is none: nothing is compared that cannot be."""
        if money is None or money.currency == self.currency:
            return money
        rate = self.rates.get(money.currency)
        return Money(round(money.micros * rate), self.currency) if rate else None

    def nearness(self, made_in: tuple[str, ...], country: str) -> Nearness:
        if not made_in:
            return Nearness.UNKNOWN
        if country in made_in:
            return Nearness.HOME
        around = {land for lands in self.regions.values() if country in lands for land in lands}
        return Nearness.NEAR if around & set(made_in) else Nearness.FAR


@dataclass(frozen=True, slots=True)
class Candidate:
    """One partner before one line. `unfit` is everything that speaks against it; `away` says that it did not answer, and
    may later. `price` is print and shipping of this line alone, where it was asked for."""

    partner: str
    unfit: tuple[str, ...] = ()
    away: bool = False
    shrink_percent: float = 0.0
    nearness: Nearness = Nearness.UNKNOWN
    made_in: tuple[str, ...] = ()
    days: Days | None = None
    price: Money | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class LineMeasured:
    item_id: str
    candidates: tuple[Candidate, ...]

    def of(self, partner: str) -> Candidate | None:
        return next((c for c in self.candidates if c.partner == partner), None)


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that go to one partner together. `price` is what it asks for them, print and shipping, in its own currency."""

    partner: str
    item_ids: tuple[str, ...]
    price: Money | None = None
    days: Days | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to have everything made. `score` is its price with all disadvantages added, in the currency of the rules;
    None where a price is not known. `why_not` is "" for the way that was taken."""

    groups: tuple[Group, ...]
    score: Money | None = None
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Routing:
    """One decision. `reason` is what led to it: an order that was paid, a refusal, an operator's words."""

    id: str
    tenant_id: str
    order_id: str
    actor: str
    created_at: datetime
    reason: str
    keep: Keep
    lines: tuple[LineMeasured, ...]
    ways: tuple[Way, ...]
    why: str

    @property
    def taken(self) -> Way | None:
        return next((way for way in self.ways if not way.why_not), None)

    @property
    def able(self) -> frozenset[str]:
        """Every partner that makes any of it."""
        return frozenset(c.partner for line in self.lines for c in line.candidates if not c.unfit)

    @property
    def partners(self) -> tuple[str, ...]:
        """Every partner that was looked at."""
        return tuple(dict.fromkeys(c.partner for line in self.lines for c in line.candidates))


NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class RouteWish:
    """What an operator has asked for and is not done yet: `to` is a partner, how the order may be parted, or nowhere, where it is
    to be cancelled. `question` is what a person has to find out before it is, and `answered` what somebody has."""

    to: str
    reason: str
    actor: str
    at: datetime
    question: str = ""
    answered: str = ""
