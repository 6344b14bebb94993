"""Which partner makes which line: decisions that can be tested as tables.

What cannot be is left out first, then the ways that are left are weighed: what they cost, with what the rules say their
disadvantages are worth. A price that nobody knows is no low price: such a way goes behind all others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from pod.model.money import Money
from pod.model.routing import Candidate, Group, Keep, LineMeasured, Nearness, RoutingRules, Way

_MOST_PARTNERS = 3
"""No order is parted over more where two or three can make it."""

_UNIT = 1_000_000

Able = Mapping[str, Sequence[Candidate]]
"""By line: who can make it, the best first."""

Grouping = tuple[tuple[str, tuple[str, ...]], ...]
"""Partners, and the lines that each would get."""


def ruled_out(candidate: Candidate, rules: RoutingRules) -> Candidate:
    """With what the hard rules say against it."""
    longest = candidate.days[1] if candidate.days else 0
    against = (
        (candidate.partner in rules.never, "the rules give it nothing"),
        (
            0 < rules.most_shrink_percent < candidate.shrink_percent,
            f"the art would come out {candidate.shrink_percent:.1f}% smaller; {rules.most_shrink_percent:g}% is allowed",
        ),
        (0 < rules.most_days < longest, f"up to {longest} days; {rules.most_days} are allowed"),
    )
    last = "gets only what no other can make" if candidate.partner in rules.last else ""
    unfit = (*candidate.unfit, *(why for applies, why in against if applies))
    return replace(candidate, unfit=unfit, note="; ".join(filter(None, (last, candidate.note))))


def able(lines: Sequence[LineMeasured], rules: RoutingRules, keep: Keep = Keep.AS_RULED, only: str = "") -> Able:
    """Partners that come last are left out wherever another can; all but one, where an operator wants `only` that."""
    found = {}
    for line in lines:
        fit = _fit(line, only)
        first = [c for c in fit if c.partner not in rules.last]
        whole = keep is Keep.TOGETHER or not first
        found[line.item_id] = sorted(fit if whole else first, key=_best_line(rules))
    return found


def nobody_for(lines: Sequence[LineMeasured], only: str = "") -> tuple[str, ...]:
    """The lines that no partner can make."""
    return tuple(line.item_id for line in lines if not _fit(line, only))


def _fit(line: LineMeasured, only: str) -> list[Candidate]:
    return [c for c in line.candidates if not c.unfit and only in ("", c.partner)]


def groupings(found: Able, keep: Keep) -> tuple[Grouping, ...]:
    """The ways that are worth a question for their price, none twice."""
    together = list(_fewest_parcels(found))
    each_at_its_best = _grouped({item_id: candidates[0].partner for item_id, candidates in found.items()})
    wanted: Mapping[Keep, list[Grouping]] = {
        Keep.TOGETHER: [one for one in together if len(one) == 1],
        Keep.SPLIT: [each_at_its_best],
        Keep.AS_RULED: [*together, each_at_its_best],
    }
    return tuple(dict.fromkeys(wanted[keep]))


def _fewest_parcels(found: Able) -> Iterator[Grouping]:
    """With as few partners as can make everything between them: all such ways."""
    partners = sorted({c.partner for candidates in found.values() for c in candidates})
    for count in range(1, min(len(partners), _MOST_PARTNERS) + 1):
        ways = [way for some in combinations(partners, count) if (way := _shared(found, set(some)))]
        if ways:
            yield from ways
            return


def _shared(found: Able, partners: set[str]) -> Grouping | None:
    places = {
        item_id: next((c.partner for c in candidates if c.partner in partners), "")
        for item_id, candidates in found.items()
    }
    return _grouped(places) if all(places.values()) else None


def _grouped(places: Mapping[str, str]) -> Grouping:
    partners = sorted(set(places.values()))
    return tuple((p, tuple(item_id for item_id, at in places.items() if at == p)) for p in partners)


def weighed(
    asked: Sequence[tuple[Group, ...]], lines: Sequence[LineMeasured], rules: RoutingRules
) -> tuple[tuple[Way, ...], str]:
    """The ways with their scores, the one to take first, and why it is that."""
    scored = [Way(groups, _score(groups, lines, rules)) for groups in asked]
    best, *others = sorted(scored, key=_best_way(rules))
    return (best, *(replace(way, why_not=_why_not(way, best)) for way in others)), _why(best, others)


def _best_way(rules: RoutingRules) -> Callable[[Way], Any]:
    def key(way: Way) -> Any:
        score = way.score.micros if way.score else 0
        places = [_place(group.partner, rules) for group in way.groups]
        return (any(place[0] for place in places), way.score is None, score, len(way.groups), places)

    return key


def _best_line(rules: RoutingRules) -> Callable[[Candidate], Any]:
    def key(candidate: Candidate) -> Any:
        price = rules.in_currency(candidate.price)
        worth = (price.micros if price else 0) + _disadvantages(candidate, rules)
        return (_place(candidate.partner, rules)[0], price is None, worth, _place(candidate.partner, rules))

    return key


def _place(partner: str, rules: RoutingRules) -> tuple[bool, int, str]:
    preferred = rules.prefer.index(partner) if partner in rules.prefer else len(rules.prefer)
    return partner in rules.last, preferred, partner


def _disadvantages(candidate: Candidate, rules: RoutingRules) -> int:
    weights = rules.weights
    distance = {Nearness.NEAR: weights.near, Nearness.FAR: weights.far}
    days = candidate.days[1] * weights.day if candidate.days else 0.0
    shrink = candidate.shrink_percent * weights.shrink_percent
    return round((days + shrink + distance.get(candidate.nearness, 0.0)) * _UNIT)


def _score(groups: Sequence[Group], lines: Sequence[LineMeasured], rules: RoutingRules) -> Money | None:
    """What it costs, the worst line of each parcel, and what more parcels are worth."""
    prices = [rules.in_currency(group.price) for group in groups]
    known = [price.micros for price in prices if price]
    if len(known) < len(prices):
        return None
    at = {line.item_id: line for line in lines}
    worst = (max(_disadvantages(c, rules) for c in _candidates(group, at)) for group in groups)
    parcels = round((len(groups) - 1) * rules.weights.parcel * _UNIT)
    return Money(sum(known) + sum(worst) + parcels, rules.currency)


def _candidates(group: Group, at: Mapping[str, LineMeasured]) -> list[Candidate]:
    found = [replace(c, days=group.days or c.days) for i in group.item_ids if (c := at[i].of(group.partner))]
    return found or [Candidate(group.partner)]


def _why(best: Way, others: Sequence[Way]) -> str:
    who = " and ".join(group.partner for group in best.groups)
    if not others:
        return f"{who}: by the rules there is no other way to have it made"
    if best.score is None:
        return f"{who}: no way has a price that can be compared, and it comes first by the rules"
    if others[0].score is None:
        return f"{who}: {best.score} with everything weighed, and no other way has a price that can be compared"
    return f"{who}: {best.score} with everything weighed; the next is {others[0].score}"


def _why_not(way: Way, best: Way) -> str:
    if way.score is None:
        return "its price is not known, or not in a currency that can be compared"
    if best.score is None or way.score.micros == best.score.micros:
        return "as good, and behind it by the rules"
    return f"{way.score} against {best.score} with everything weighed"
