"""A partner that says nothing about a cancel: a person is told in time, it is asked on seldom, and its answer is read."""

from __future__ import annotations

import pytest

from pod.model.handoff import HandOffState
from pod.model.order import Order, OrderState
from pod.services.handoffsteps import UNCLEAR_S
from tests.services.bench import OPERATOR, Bench

DAY_S = 86_400.0


@pytest.fixture
def order(shop: Bench) -> Order:
    return shop.sent()


def unanswered(shop: Bench, order: Order) -> Order:
    shop.printshop.is_silent_about("cancel")
    shop.orders.cancel(OPERATOR, order.id)
    shop.wait(UNCLEAR_S + 120)
    return shop.order(order)


def test_a_cancel_that_is_not_answered_is_held_for_a_person_and_asked_about_once_an_hour(shop, order):
    held = unanswered(shop, order)
    assert (held.state, shop.handoff(order).state) == (OrderState.ON_HOLD, HandOffState.CANCEL_REQUESTED)
    assert "No answer about its cancel from printshop since 20" in held.reason
    assert "Call printshop" in held.reason
    asked = shop.printshop.is_silent_about("cancel")
    shop.wait(DAY_S)
    assert 20 <= len(asked) <= 25
    assert shop.order(order).reason == held.reason, "and it is said once"


def test_before_that_nobody_is_bothered(shop, order):
    shop.printshop.is_silent_about("cancel")
    shop.orders.cancel(OPERATOR, order.id)
    shop.wait(UNCLEAR_S - 60)
    assert shop.order(order).state is OrderState.IN_PROGRESS


def test_the_answer_that_comes_late_cancels_it(shop, order):
    unanswered(shop, order)
    shop.printshop.answers("cancel")
    shop.wait(2 * 3600)
    assert shop.order(order).state is OrderState.CANCELLED
    assert shop.printshop.to_be_made == []


def test_the_refusal_that_comes_late_is_said_and_the_order_waits_for_its_release(shop, order):
    unanswered(shop, order)
    shop.printshop.says(shop.handoff(order).reference, HandOffState.IN_PRODUCTION)
    shop.wait(2 * 3600)
    held = shop.order(order)
    assert (held.state, shop.handoff(order).state) == (OrderState.ON_HOLD, HandOffState.CANCEL_REFUSED)
    assert "printshop has not cancelled it:" in held.reason


def test_released_by_a_person_it_is_followed_and_not_held_again(shop, order):
    unanswered(shop, order)
    shop.orders.release(OPERATOR, order.id)
    shop.wait(DAY_S)
    assert shop.order(order).state is OrderState.IN_PROGRESS
    assert shop.handoff(order).state is HandOffState.CANCEL_REQUESTED
