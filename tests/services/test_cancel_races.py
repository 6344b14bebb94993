"""A cancel against the hand-off that is on its way, at every point where the two can meet, on both databases.

Never is an order cancelled here and alive at its partner. The control checks first and acts then, without comparing: it is
seen to do just that.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from fulfillment.base import Capability
from pod.model.errors import PodError
from pod.model.handoff import HandOff, HandOffState
from pod.model.order import Order, OrderState
from pod.services.handoffsteps import Steps
from pod.store import schema as t
from pod.store.codec import encode
from pod.store.orders import SqlOrders
from tests.services.bench import OPERATOR, Bench
from tests.services.between import Between

MOST_POINTS = 40
AT_ONCE = 6


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> str:
    return "" if request.param == "sqlite" else str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def opened(
    open_a_bench: Callable[..., Bench], open_a_shop: Callable[..., Bench], database: str
) -> Callable[..., Bench]:
    """With an approved design; on SQLite, the one that was made once for all tests."""

    def opening(capability: Capability) -> Bench:
        printshop = {"capability": capability}
        bench = open_a_bench(url=database, printshop=printshop) if database else open_a_shop(printshop=printshop)
        bench.approved()
        return bench

    return opening


def cancelled(bench: Bench, order: Order) -> None:
    try:
        bench.orders.cancel(OPERATOR, order.id, "the customer wants it no more")
    except PodError:
        assert bench.order(order).state is not OrderState.CANCELLED


def alive(bench: Bench, order: Order) -> list[str]:
    """What the partner will make of it."""
    ours = {h.reference for h in bench.orders.handoffs(OPERATOR, order.id)}
    over = HandOffState.CANCELLED.value
    return [o["reference"] for o in bench.printshop.orders if o["reference"] in ours and o["state"] != over]


def contradicts(bench: Bench, order: Order) -> bool:
    handoff = bench.handoff(order)
    over_here = bench.order(order).state is OrderState.CANCELLED or handoff.state is HandOffState.CANCELLED
    return over_here and bool(alive(bench, order))


def met_at_every_point(bench: Bench, *, at_once_in_production: bool) -> tuple[int, list[int], str]:
    """How many points there were, at which of them the order ended cancelled here and alive there, and the last order, which
    nobody has cancelled."""
    wrong = list[int]()
    for at in range(1, MOST_POINTS):
        order = bench.paid(f"shop-{at}")
        with pytest.MonkeyPatch.context() as monkeypatch:
            between = Between(bench, monkeypatch, at, lambda order=order: cancelled(bench, order))
            bench.run()
            if between.passed < at:
                return at - 1, wrong, bench.handoff(order).reference
        if at_once_in_production and (live := alive(bench, order)):
            bench.printshop.says(live[0], HandOffState.IN_PRODUCTION)
        bench.run()
        if contradicts(bench, order):
            wrong.append(at)
        settled = (HandOffState.CANCELLED, HandOffState.CANCEL_REFUSED, HandOffState.IN_PRODUCTION)
        assert bench.handoff(order).state in settled, f"point {at}: it is not left hanging"
    raise AssertionError("there are more points than that")


def test_a_cancel_at_any_point_of_a_hand_off_ends_on_both_sides_alike(opened):
    bench = opened(Capability.DRAFT_THEN_CONFIRM)
    points, wrong, last = met_at_every_point(bench, at_once_in_production=False)
    assert points > 10
    assert wrong == []
    assert bench.printshop.to_be_made == [last]


def test_a_partner_that_makes_it_at_once_keeps_it_and_it_is_said_that_it_refused(opened):
    points, wrong, _ = met_at_every_point(opened(Capability.IDEMPOTENT_CREATE), at_once_in_production=True)
    assert points > 10
    assert wrong == []


def test_workers_and_cancels_at_the_same_moment_never_contradict_each_other(opened):
    bench = opened(Capability.DRAFT_THEN_CONFIRM)
    orders = [bench.paid(f"shop-{n}") for n in range(AT_ONCE)]
    start = threading.Barrier(2)

    def cancelling() -> None:
        start.wait()
        for order in orders:
            cancelled(bench, order)

    other = threading.Thread(target=cancelling)
    other.start()
    start.wait()
    bench.run()
    other.join()
    bench.run()
    assert [order.external_ref for order in orders if contradicts(bench, order)] == []
    assert {bench.order(order).state for order in orders} == {OrderState.CANCELLED}
    assert bench.printshop.to_be_made == []


def without_comparing(
    self: SqlOrders, handoff: HandOff, to: HandOffState, caller: Any, reason: str = "", **changes: Any
) -> HandOff:
    """As a task would that has checked before: whatever stands there is written over."""
    changed = replace(handoff, state=to, reason=reason, **changes)
    self.bench.swap(
        "hand-off",
        t.handoffs,
        t.handoffs.c.reference == handoff.reference,
        state=to.value,
        attempts=changed.attempts,
        partner_order_id=changed.partner_order_id,
        body=encode(changed),
    )
    return changed


@contextmanager
def trusting_what_was_seen(self: Steps, job: Any, handoff: HandOff) -> Iterator[tuple[Any, Order]]:
    seen = OrderState.PAID if handoff.state is HandOffState.WAITING else OrderState.IN_PROGRESS
    with self._tools.fenced(job) as tx:
        yield tx, replace(tx.orders.get(handoff.tenant_id, handoff.order_id), state=seen)


def test_control_a_hand_off_that_checks_and_then_acts_sends_what_was_cancelled(opened, monkeypatch):
    bench = opened(Capability.IDEMPOTENT_CREATE)
    monkeypatch.setattr(SqlOrders, "move_handoff", without_comparing)
    monkeypatch.setattr(Steps, "_in_hand", trusting_what_was_seen)
    for at in range(1, MOST_POINTS):
        order = bench.paid(f"shop-{at}")
        with pytest.MonkeyPatch.context() as points:
            Between(bench, points, at, lambda order=order: cancelled(bench, order))
            bench.run()
        bench.run()
        if contradicts(bench, order):
            return
    pytest.fail("the naive one was not caught")
