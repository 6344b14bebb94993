"""Which way an order is made, as tables: what is left out, what is weighed, and what is taken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pod.model.money import Money
from pod.model.routing import Candidate, Group, Keep, LineMeasured, Nearness, RoutingRules, Weights
from pod.services.choosing import able, groupings, nobody_for, ruled_out, weighed

RULES = RoutingRules(
    weights=Weights(day=0.5, shrink_percent=1.0, near=1.0, far=3.0, parcel=2.0),
    last=("press",),
    most_shrink_percent=5.0,
    most_days=20,
    regions={"europe": ("DE", "FR"), "america": ("US", "CA")},
    rates={"EUR": 2.0},
)


def fit(partner: str, price: float | None = 10.0, currency: str = "USD", **measures: object) -> Candidate:
    money = None if price is None else Money(round(price * 1_000_000), currency)
    return Candidate(partner, price=money, **measures)  # type: ignore[arg-type]


def unfit(partner: str) -> Candidate:
    return Candidate(partner, ("It does not make it.",))


def line(item_id: str, *candidates: Candidate) -> LineMeasured:
    return LineMeasured(item_id, candidates)


def taken(*lines: LineMeasured, keep: Keep = Keep.AS_RULED, rules: RoutingRules = RULES) -> dict[str, tuple[str, ...]]:
    """What each partner gets; each way costs what its lines cost alone."""

    def priced(partner: str, item_ids: tuple[str, ...]) -> Group:
        alone = [at.of(partner).price for at in lines if at.item_id in item_ids]  # type: ignore[union-attr]
        known = [price for price in alone if price]
        return Group(partner, item_ids, sum(known[1:], known[0]) if len(known) == len(alone) else None)

    asked = [tuple(priced(*group) for group in way) for way in groupings(able(lines, rules, keep), keep)]
    ways, _ = weighed(asked, lines, rules)
    return {group.partner: group.item_ids for group in ways[0].groups}


@pytest.mark.parametrize(
    ("candidates", "winner"),
    [
        ((fit("a", 10), fit("b", 9)), "b"),
        ((fit("a", 10), fit("b", 10)), "a"),
        ((fit("a", 10), unfit("b")), "a"),
        ((fit("a", 10, days=(2, 4)), fit("b", 9, days=(2, 9))), "a"),
        ((fit("a", 10, nearness=Nearness.HOME), fit("b", 9.5, nearness=Nearness.NEAR)), "a"),
        ((fit("a", 10, nearness=Nearness.NEAR), fit("b", 9, nearness=Nearness.FAR)), "a"),
        ((fit("a", 10), fit("b", 9.5, shrink_percent=2.0)), "a"),
        ((fit("a", 10), fit("b", 4, "EUR")), "b"),
        ((fit("a", 7), fit("b", 4, "EUR")), "a"),
        ((fit("a", 99), fit("b", 1, "XTS")), "a"),
        ((fit("a", 99), fit("b", None)), "a"),
        ((fit("a", 99), fit("press", 1)), "a"),
        ((unfit("a"), fit("press", None)), "press"),
    ],
)
def test_the_best_for_one_line(candidates, winner):
    assert taken(line("1", *candidates)) == {winner: ("1",)}


def test_preferred_partners_win_where_all_else_is_the_same():
    assert taken(line("1", fit("a"), fit("b")), rules=replace(RULES, prefer=("b",))) == {"b": ("1",)}


@pytest.mark.parametrize(
    ("keep", "saving", "parcels"),
    [
        (Keep.AS_RULED, 1.5, 1),
        (Keep.AS_RULED, 2.5, 2),
        (Keep.TOGETHER, 9.0, 1),
        (Keep.SPLIT, 0.5, 2),
    ],
)
def test_an_order_is_parted_where_that_is_worth_a_parcel_or_was_asked_for(keep, saving, parcels):
    dear = 10 + saving
    lines = line("1", fit("a", 10), fit("b", dear)), line("2", fit("a", dear), fit("b", 10))
    assert len(taken(*lines, keep=keep)) == parcels


def test_lines_that_no_one_partner_makes_go_to_as_few_as_can():
    lines = [
        line("1", fit("a"), fit("b"), unfit("c")),
        line("2", unfit("a"), fit("b"), fit("c")),
        line("3", fit("a"), unfit("b"), fit("c")),
    ]
    assert len(taken(*lines)) == 2


def test_the_own_press_gets_the_line_that_no_other_makes_and_only_that():
    lines = [line("1", fit("a"), fit("press", None)), line("2", unfit("a"), fit("press", None))]
    assert taken(*lines) == {"a": ("1",), "press": ("2",)}


def test_kept_together_the_own_press_may_get_all_of_it():
    lines = [line("1", fit("a"), fit("press", None)), line("2", unfit("a"), fit("press", None))]
    assert taken(*lines, keep=Keep.TOGETHER) == {"press": ("1", "2")}


def test_what_nobody_makes_is_named_also_where_only_one_is_wanted():
    lines = [line("1", fit("a"), unfit("b")), line("2", unfit("a"), unfit("b"))]
    assert nobody_for(lines) == ("2",)
    assert nobody_for(lines, "b") == ("1", "2")


@pytest.mark.parametrize(
    ("candidate", "rules", "said"),
    [
        (fit("a", shrink_percent=5.1), RULES, "the art would come out 5.1% smaller; 5% is allowed"),
        (fit("a", shrink_percent=5.0), RULES, ""),
        (fit("a", days=(3, 21)), RULES, "up to 21 days; 20 are allowed"),
        (fit("a", days=(3, 21)), replace(RULES, most_days=0), ""),
        (fit("a"), replace(RULES, never=("a",)), "the rules give it nothing"),
    ],
)
def test_hard_rules_say_what_was_measured_and_what_is_allowed(candidate, rules, said):
    assert " ".join(ruled_out(candidate, rules).unfit) == said


@pytest.mark.parametrize(
    ("made_in", "country", "nearness"),
    [
        (("DE", "US"), "DE", Nearness.HOME),
        (("DE", "US"), "FR", Nearness.NEAR),
        (("US",), "FR", Nearness.FAR),
        (("US",), "JP", Nearness.FAR),
        ((), "DE", Nearness.UNKNOWN),
    ],
)
def test_how_far_away_a_partners_nearest_house_is(made_in, country, nearness):
    assert RULES.nearness(made_in, country) is nearness
