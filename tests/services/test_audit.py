"""The daily comparison: whatever only one side has is said to a person, and nothing else is."""

from __future__ import annotations

import pytest

from fulfillment.base import Capability
from pod.model.handoff import HandOffState
from pod.services.audit import PartnerAudit
from tests.services.bench import Bench

TWO_HOURS_S = 7200


@pytest.fixture
def sold(open_a_shop) -> Bench:
    """A shop with one order at its partner, which went out two hours ago."""
    shop = open_a_shop(printshop={"capability": Capability.LOOKUP_ONLY})
    shop.order_there = shop.sent()
    shop.wait(TWO_HOURS_S)
    return shop


def compare(shop: Bench) -> list[str]:
    """What a person is told; asked for as often as the runner does."""
    for _ in range(3):
        PartnerAudit(shop.tools).schedule()
    shop.run()
    return shop.parked()


def test_two_sides_that_agree_say_nothing(sold):
    assert compare(sold) == []


def test_an_order_that_is_none_of_ours_is_told_of(sold):
    strange = {"id": "x7", "reference": "by-hand", "payload_sha256": "", "state": "accepted", "note": ""}
    sold.printshop._write([*sold.printshop.orders, strange])
    assert compare(sold) == ["printshop: It has x7 (by-hand), which is none of ours."]


def test_one_that_will_not_be_made_is_no_matter(sold):
    strange = {"id": "x7", "reference": "by-hand", "payload_sha256": "", "state": "cancelled", "note": ""}
    sold.printshop._write([*sold.printshop.orders, strange])
    assert compare(sold) == []


def test_an_order_that_the_partner_has_lost_is_told_of(sold):
    handoff = sold.handoff(sold.order_there)
    theirs = sold.printshop.orders
    sold.printshop.forgets(handoff.reference)
    (said, *_) = compare(sold)
    assert said == f"printshop: It does not list {handoff.reference}, which it had taken. Look it up there."
    sold.printshop._write(theirs)


def test_an_order_that_is_there_twice_is_told_of(sold):
    [there] = sold.printshop.orders
    sold.printshop._write([there, {**there, "id": "twice"}])
    assert compare(sold) == [f"printshop: It has {there['reference']} 2 times. Cancel what is too many."]


def test_what_was_sent_a_moment_ago_may_not_be_listed_yet(open_a_shop):
    shop = open_a_shop()
    shop.sent()
    shop.printshop.recent = lambda since: []
    assert compare(shop) == []


def test_a_partner_that_does_not_answer_is_asked_again_in_an_hour(sold):
    sold.printshop.away = True
    assert compare(sold) == []
    sold.printshop.away = False
    strange = {
        "id": "x7",
        "reference": "by-hand",
        "payload_sha256": "",
        "state": HandOffState.ACCEPTED.value,
        "note": "",
    }
    sold.printshop._write([*sold.printshop.orders, strange])
    sold.wait(TWO_HOURS_S)
    assert len(sold.parked()) == 1


def test_a_folder_has_no_list_and_is_not_compared(sold):
    sold.printshop.recent = lambda since: None
    assert compare(sold) == []
