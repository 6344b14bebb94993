"""A partner is asked as often as it bears, by all workers together; one that fails is left alone for a while, and then tried."""

from __future__ import annotations

from datetime import timedelta

import pytest

from fulfillment.base import NotSent
from fulfillment.verdicts import not_cancelled, not_confirmed, not_created
from pod.http import Reply, Verdict
from pod.model.handoff import HandOffState
from pod.model.health import FAILURES_IN_A_ROW
from pod.model.order import Order
from pod.services.partnercare import CALLS_A_STEP, PartnerCare, health_key
from tests.contracts.store_contract import NOON
from tests.doubles.printshop import Fault
from tests.services.bench import Bench


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def care(request: pytest.FixtureRequest, open_a_bench) -> Bench:
    """An empty shop on each database: nothing is drawn for what is only about turns."""
    url = "" if request.param == "sqlite" else str(request.getfixturevalue("postgres_url"))
    return open_a_bench(url=url)


def why(shop: Bench, order: Order) -> str:
    query = f"SELECT last_error FROM jobs WHERE subject = '{shop.handoff(order).reference}'"
    with shop.store.database.reading() as connection:
        return str(connection.exec_driver_sql(query).scalar())


def test_a_partner_is_asked_no_more_often_than_it_bears_by_all_workers_together(care):
    care.printshop.calls_per_minute = 3 * CALLS_A_STEP
    here, elsewhere = PartnerCare(care.tools), PartnerCare(care.tools)
    got = [one.wait_for("printshop") for one in (here, elsewhere, here, elsewhere)]
    assert [wait is None for wait in got] == [True, True, True, False]
    assert 0 < got[-1].seconds <= 20
    assert got[-1].why == "printshop is asked as often as it bears."


def test_failures_in_a_row_close_the_door_for_everybody_and_one_knocks_when_the_pause_is_over(care):
    one = PartnerCare(care.tools)
    for _ in range(FAILURES_IN_A_ROW):
        assert one.not_asked("printshop") == ""
        one.heard("printshop", NotSent("No route to the print shop."))
    closed = one.wait_for("printshop")
    assert 29 < closed.seconds <= 30
    assert "5 failures in a row (No route to the print shop.)" in closed.why
    with care.store.writing() as tx:
        key = health_key("printshop")
        tx.health.change(key, lambda h: h.blocked(care.clock.now(), h.why))
        assert tx.health.of([key])[key].failures == FAILURES_IN_A_ROW


def test_a_hand_off_waits_with_the_time_told_and_goes_on_when_the_partner_is_well(shop):
    shop.printshop.submits.extend([Fault.NOT_SENT] * FAILURES_IN_A_ROW)
    first = shop.paid("shop-1")
    shop.wait(125)
    second = shop.paid("shop-2")
    shop.run()
    assert shop.printshop.orders == []
    assert why(shop, second).startswith("printshop is not asked before 12:02:30 UTC: 5 failures in a row")
    shop.wait(60)
    assert [shop.handoff(order).state for order in (first, second)] == [HandOffState.ACCEPTED] * 2
    with shop.store.reading() as tx:
        assert tx.health.of([health_key("printshop")])[health_key("printshop")].failures == 0


def test_one_that_asks_to_be_left_alone_is_left_alone_by_every_hand_off(shop):
    submit = shop.printshop.submit
    shop.printshop.submit = lambda _: NotSent("Too many calls.", 90.0, busy=True)
    shop.paid("shop-1")
    shop.run()
    shop.printshop.submit = submit
    shop.paid("shop-2")
    shop.wait(80)
    assert shop.printshop.orders == []
    shop.wait(40)
    assert len(shop.printshop.orders) == 2


def test_a_look_up_that_fails_counts_as_well_and_one_that_is_answered_ends_the_row(shop):
    order = shop.sent()
    shop.printshop.away = True
    shop.wait(200)
    with shop.store.reading() as tx:
        assert tx.health.of([health_key("printshop")])[health_key("printshop")].failures > 0
    shop.printshop.away = False
    shop.wait(3600)
    with shop.store.reading() as tx:
        assert tx.health.of([health_key("printshop")])[health_key("printshop")].failures == 0
    assert shop.handoff(order).state is HandOffState.ACCEPTED


@pytest.mark.parametrize("verdict_of", [not_created, not_confirmed, not_cancelled])
@pytest.mark.parametrize(("until_s", "wait_s"), [(17, 17.0), (None, 60.0)])
def test_too_many_calls_is_everybodys_wait_for_as_long_as_the_partner_says(verdict_of, until_s, wait_s):
    until = NOON + timedelta(seconds=until_s) if until_s else None
    reply = Reply(Verdict.THROTTLED, "Too many calls.", 429, until=until)
    verdict = verdict_of(reply, lambda _: "", 90.0, NOON)
    assert verdict.busy
    assert (getattr(verdict, "retry_after_s", None) or verdict.settle_s) == wait_s
