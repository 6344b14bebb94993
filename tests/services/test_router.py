"""Which image service is asked, and what their answers say of them: tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from pod.model.health import FAILURES_IN_A_ROW, LONGEST_PAUSE, Health, Pace
from pod.model.money import Money
from pod.providers.base import Capabilities, Outcome, OutcomeKind, ProviderRequest
from pod.services.router import ILL, Chance, health_after, pace_of, routed, unfit
from tests.contracts.provider_contract import a_prompt

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
REQUEST = ProviderRequest(a_prompt("a fox"), 7, 64, 64)


@dataclass(frozen=True)
class Service:
    name: str
    local_cpu: bool = False
    references: int = 0
    models: tuple = ()

    @property
    def capabilities(self) -> Capabilities:
        return Capabilities(
            sizes_px=(),
            alpha=False,
            seed=False,
            edits=False,
            vector=False,
            references=self.references,
            local_cpu=self.local_cpu,
        )


def chance(name: str, place: int, *, cents: int = 4, latency_ms: int = 0, blocked_s: int = 0, why: str = "", **more):
    until = NOW + timedelta(seconds=blocked_s) if blocked_s else None
    health = Health(name, blocked_until=until, why=why, latency_ms=latency_ms)
    unfit_because = more.pop("unfit", "")
    return Chance(Service(name, **more), REQUEST, Money(cents * 10_000), health, place, unfit_because)


DEAR = chance("dear", 0, cents=15, latency_ms=9_000)
CHEAP = chance("cheap", 1, cents=3, latency_ms=30_000)
NEW = chance("new", 2, cents=4)
HERE = chance("here", 3, cents=0, local_cpu=True)
ALL = [DEAR, CHEAP, NEW, HERE]


def free(_chance: Chance) -> float:
    return 0.0


@pytest.mark.parametrize(("route", "first"), [("order", "dear"), ("price", "cheap"), ("speed", "dear")])
def test_the_shop_says_what_counts_first_and_the_reason_is_kept(route, first):
    found = routed(ALL, route, NOW, free)
    assert found.chance.provider.name == first
    assert found.why.startswith(f"{first}: ")


def test_what_draws_here_costs_nothing_and_is_still_the_last():
    for route in ("order", "price", "speed"):
        assert routed([HERE, NEW], route, NOW, free).chance is NEW


def test_one_whose_speed_nobody_has_measured_comes_after_those_that_are_known():
    assert routed([NEW, CHEAP], "speed", NOW, free).chance is CHEAP


def test_one_that_is_not_well_is_passed_over_and_said_so():
    ill = chance("ill", 0, blocked_s=30, why="5 failures in a row (unavailable)")
    found = routed([ill, NEW], "order", NOW, free)
    assert found.chance is NEW
    assert "ill: 5 failures in a row (unavailable)" in found.why


def test_when_all_are_not_well_this_machine_draws():
    assert routed([chance("ill", 0, blocked_s=30), HERE], "order", NOW, free).chance is HERE


def test_for_one_that_is_only_busy_one_waits_rather_than_draw_here():
    found = routed([DEAR, HERE], "order", NOW, lambda c: 7.0)
    assert (found.chance, found.wait_s) == (None, 7.0)


def test_the_next_is_asked_where_the_best_is_busy():
    found = routed([DEAR, CHEAP], "order", NOW, lambda c: 7.0 if c is DEAR else 0.0)
    assert found.chance is CHEAP
    assert "dear: busy" in found.why


def test_no_turn_is_taken_of_those_that_are_not_asked():
    asked = []
    routed(ALL, "order", NOW, lambda c: asked.append(c) or 0.0)
    assert asked == [DEAR]


def test_nobody_fit_is_nobody_and_no_waiting():
    found = routed([replace(DEAR, unfit="was asked for this before")], "order", NOW, free)
    assert (found.chance, found.wait_s) == (None, 0.0)
    assert "dear: was asked for this before" in found.why


@pytest.mark.parametrize(
    ("request_", "dead", "given_up", "why"),
    [
        (REQUEST, {}, False, ""),
        (REQUEST, {}, True, "was asked for this before"),
        (REQUEST, {("painter", "painter"): "404"}, False, "its model painter is gone"),
        (REQUEST, {("other", "painter"): "404"}, False, ""),
        (replace(REQUEST, references=(b"x",) * 3), {}, False, "takes 2 pictures along"),
        (replace(REQUEST, references=(b"x",) * 2), {}, False, ""),
        (replace(REQUEST, mask=b"x"), {}, False, "takes no mask"),
    ],
)
def test_who_cannot_draw_it_is_said_with_the_reason(request_, dead, given_up, why):
    assert unfit(Service("painter", references=2), request_, dead, given_up) == why


# --- health


def after(health: Health, *kinds: OutcomeKind, until: datetime | None = None) -> Health:
    for kind in kinds:
        health = health_after(health, Outcome(kind, until=until), NOW, 1000)
    return health


@pytest.mark.parametrize("kind", sorted(ILL))
def test_failures_in_a_row_open_the_circuit_for_longer_each_time(kind):
    health = after(Health("painter"), *[kind] * (FAILURES_IN_A_ROW - 1))
    assert health.blocked_s(NOW) == 0
    pauses = []
    for _ in range(12):
        health = after(replace(health, blocked_until=None), kind)
        pauses.append(health.blocked_s(NOW))
    assert pauses[:3] == [30, 60, 120]
    assert pauses[-1] == LONGEST_PAUSE.total_seconds()


def test_after_an_open_circuit_one_call_at_a_time_tries_and_a_success_closes_it():
    can = replace(Service("painter").capabilities, parallel=8, per_minute=60)
    ill = after(Health("painter"), *[OutcomeKind.UNAVAILABLE] * FAILURES_IN_A_ROW)
    assert pace_of(can, ill) == Pace(1, 60)
    well = after(ill, OutcomeKind.OK)
    assert (well.failures, well.blocked_s(NOW), pace_of(can, well)) == (0, 0, Pace(8, 60))


@pytest.mark.parametrize("kind", sorted(set(OutcomeKind) - ILL - {OutcomeKind.RATE_LIMITED}))
def test_an_answer_that_is_one_is_no_failure_of_the_service(kind):
    assert after(Health("painter", failures=3), kind).failures == 0


@pytest.mark.parametrize("kind", [OutcomeKind.RATE_LIMITED, OutcomeKind.QUOTA])
def test_a_time_that_the_service_names_holds_for_all(kind):
    assert after(Health("painter"), kind, until=NOW + timedelta(seconds=37)).blocked_s(NOW) == 37


def test_a_shorter_wait_does_not_undo_a_longer_one():
    health = after(Health("painter"), OutcomeKind.RATE_LIMITED, until=NOW + timedelta(seconds=90))
    assert after(health, OutcomeKind.RATE_LIMITED, until=NOW + timedelta(seconds=5)).blocked_s(NOW) == 90


def test_latency_follows_what_is_measured():
    health = Health("painter")
    for took_ms in (10_000, 10_000, 20_000):
        health = health_after(health, Outcome(OutcomeKind.OK), NOW, took_ms)
    assert health.latency_ms == 13_000


@pytest.mark.parametrize(("latency_ms", "wait_s"), [(0, 2.0), (3_000, 2.0), (20_000, 10.0), (90_000, 15.0)])
def test_a_place_is_waited_for_as_long_as_half_a_picture_takes(latency_ms, wait_s):
    assert Health("painter", latency_ms=latency_ms).place_in_s() == wait_s


def test_turns_come_back_evenly_and_never_more_than_fit():
    health, taken = Health("painter"), []
    for second in range(121):
        health = health.with_turns(NOW + timedelta(seconds=second), 5, 2)
        if not health.turn_in_s(5):
            health = health.with_turn_taken()
            taken.append(second)
    assert taken[:2] == [0, 1]
    assert len(taken) == 2 + 10
    assert all(later - earlier >= 11 for earlier, later in pairwise(taken[2:]))
