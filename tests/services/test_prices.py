"""A partner who says only on an order what a product costs: the next one is compared with the last."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fulfillment.base import Capability, Quote
from pod.model.handoff import HandOffState
from pod.model.money import Money
from tests.services.bench import Bench

SHIPPING = Money(4_000_000)


@pytest.fixture
def shop(open_a_shop) -> Bench:
    """Its partner quotes shipping only; a piece costs 3.00 to begin with, and taxes come on top."""
    shop = open_a_shop(printshop={"capability": Capability.DRAFT_THEN_CONFIRM})
    printshop = shop.printshop
    printshop.each, printshop.tax = Money(3_000_000), Money(1_500_000)
    printshop.quote = lambda _: Quote(None, SHIPPING)
    find = printshop.find

    def with_costs(reference, known_as=""):
        found = find(reference, known_as)
        before_tax = printshop.each.times(2) + SHIPPING
        costs = {"cost": before_tax + printshop.tax, "before_tax": before_tax, "each": {1: printshop.each}}
        return replace(found, **costs) if found else None

    printshop.find = with_costs
    return shop


def handed_off(shop: Bench, external_ref: str) -> tuple[HandOffState, Money | None, str]:
    order = shop.paid(external_ref)
    shop.run()
    handoff = shop.handoff(order)
    return handoff.state, handoff.quoted, handoff.reason


def test_the_first_order_has_no_price_to_compare_and_the_next_has_that_of_the_first(shop):
    assert handed_off(shop, "shop-1") == (HandOffState.CONFIRMED, None, "")
    state, quoted, _ = handed_off(shop, "shop-2")
    assert (state, quoted) == (HandOffState.CONFIRMED, Money(10_000_000)), "taxes are no move of the price"


def test_a_price_that_has_moved_since_the_last_order_is_a_persons_before_anything_is_charged(shop):
    handed_off(shop, "shop-1")
    shop.printshop.each = Money(3_600_000)
    state, quoted, reason = handed_off(shop, "shop-2")
    assert (state, quoted) == (HandOffState.ON_HOLD, Money(10_000_000))
    assert "has moved from 10.00 USD to 11.20 USD (+12%; 5% is allowed)" in reason
    assert len(shop.printshop.to_be_made) == 1
