"""Where an order goes and why, as the API shows it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Self

from pydantic import Field

from pod.model.money import Money
from pod.model.routing import Candidate, Group, LineMeasured, Routing, Way
from pod.web.api.shapes import Answer, Asked, MoneyOut, Word, Words


class RouteAsked(Asked):
    to: Word = Field(
        description="A partner, or `together`, `split`, or `rules` to let them decide.", examples=["together"]
    )
    reason: Words


class RouteCandidateOut(Answer):
    """One partner before one line; `unfit` is everything that speaks against it."""

    partner: str
    unfit: tuple[str, ...]
    away: bool = Field(description="It did not answer, and may later.")
    shrink_percent: float
    nearness: str = Field(examples=["home"])
    made_in: tuple[str, ...]
    days: tuple[int, int] | None
    price: MoneyOut | None = Field(description="Print and shipping of this line alone, where it was asked for.")
    note: str

    @classmethod
    def of(cls, found: Candidate) -> Self:
        return cls(
            partner=found.partner,
            unfit=found.unfit,
            away=found.away,
            shrink_percent=found.shrink_percent,
            nearness=found.nearness.value,
            made_in=found.made_in,
            days=found.days,
            price=_money(found.price),
            note=found.note,
        )


class LineOut(Answer):
    item_id: str
    candidates: tuple[RouteCandidateOut, ...]

    @classmethod
    def of(cls, line: LineMeasured) -> Self:
        return cls(item_id=line.item_id, candidates=tuple(map(RouteCandidateOut.of, line.candidates)))


class GroupOut(Answer):
    partner: str
    item_ids: tuple[str, ...]
    price: MoneyOut | None
    days: tuple[int, int] | None
    reference: str = Field(description="Of its hand-off, where this way was taken.")

    @classmethod
    def of(cls, group: Group) -> Self:
        return cls(
            partner=group.partner,
            item_ids=group.item_ids,
            price=_money(group.price),
            days=group.days,
            reference=group.reference,
        )


class WayOut(Answer):
    groups: tuple[GroupOut, ...]
    score: MoneyOut | None = Field(description="Its price with all disadvantages added.")
    why_not: str = Field(description="Empty for the way that was taken.")

    @classmethod
    def of(cls, way: Way) -> Self:
        return cls(groups=tuple(map(GroupOut.of, way.groups)), score=_money(way.score), why_not=way.why_not)


class RouteOut(Answer):
    """One decision: what every partner would make of every line, the ways that were weighed, and the one that was taken."""

    decided_at: datetime
    decided_by: str
    reason: str
    keep: str
    why: str
    ways: tuple[WayOut, ...]
    lines: tuple[LineOut, ...]

    @classmethod
    def of(cls, routing: Routing) -> Self:
        return cls(
            decided_at=routing.created_at,
            decided_by=routing.actor,
            reason=routing.reason,
            keep=routing.keep.value,
            why=routing.why,
            ways=tuple(map(WayOut.of, routing.ways)),
            lines=tuple(map(LineOut.of, routing.lines)),
        )


class RoutesOut(Answer):
    items: tuple[RouteOut, ...] = Field(description="Oldest first.")

    @classmethod
    def of(cls, routings: Sequence[Routing]) -> Self:
        return cls(items=tuple(map(RouteOut.of, routings)))


def _money(found: Money | None) -> MoneyOut | None:
    return MoneyOut.of(found) if found else None
