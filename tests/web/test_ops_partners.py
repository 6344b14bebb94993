"""The page of the partners: how each does, what it said last, and that somebody has looked at what changed there."""

from __future__ import annotations

import html
from datetime import timedelta

import pytest

from fulfillment.base import NotSent
from pod.model.caller import Role
from pod.model.freshness import AreaSeen, OfferSeen, Stock
from pod.model.health import FAILURES_IN_A_ROW
from pod.services.partnercare import PartnerCare
from tests.web.shop import OWNER


@pytest.fixture
def told(shop):
    """The partner has one variant out of stock, one with another area than before, and does not answer any more."""
    now = shop.services.clock.now()
    first = OfferSeen("manual", "tee/M/navy", now, Stock.OUT, (AreaSeen("front", 3600, 4800, 300),))
    with shop.services.store.writing() as tx:
        tx.offers.see(OWNER, [first])
        tx.offers.see(OWNER, [OfferSeen("manual", "tee/M/navy", now, Stock.OUT, (AreaSeen("front", 3900, 4800, 300),))])
    care = PartnerCare(shop.services.freshness._tools)
    for _ in range(FAILURES_IN_A_ROW):
        care.heard("manual", NotSent("The folder is away."))
    return shop


def test_the_page_says_what_is_wrong_and_what_was_read(told):
    page = html.unescape(told.signed_in(Role.VIEWER).get("/ops/partners").text)
    for words in (
        "5 failures in a row (The folder is away.)",
        "Out of stock",
        "tee/M/navy",
        "front 3600 × 4800 px at 300 is now front 3900 × 4800 px at 300",
        "printful",
    ):
        assert words in page
    assert "I have looked at them" not in page, "a viewer only looks"


def test_an_operator_says_that_it_was_looked_at_and_has_it_asked_again(told):
    browser = told.signed_in()
    page = browser.get("/ops/partners").text
    form = {"csrf_token": page.partition('name="csrf_token" value="')[2].partition('"')[0]}
    assert browser.post("/ops/partners/manual/looked_at", data=form).status_code == 303
    assert browser.post("/ops/partners/manual/again", data=form).status_code == 303
    page = html.unescape(browser.get("/ops/partners").text)
    assert "is now front" not in page
    assert "Well: it answers." in page


def test_the_api_tells_the_same(told, shopper):
    (manual,) = [p for p in shopper.get("/api/v1/partners", headers=told.key()).json["items"] if p["name"] == "manual"]
    assert (manual["failures"], manual["variants"], manual["out_of_stock"]) == (5, 1, ["tee/M/navy"])
    assert manual["not_asked_before"]
    assert "is now front" in manual["changed"]["tee/M/navy"]


def test_what_is_out_of_stock_or_not_verified_is_said_before_anybody_approves(told):
    design = told.proofed()
    browser = told.signed_in(Role.VIEWER)
    page = html.unescape(browser.get(f"/ops/designs/{design['id']}").text)
    assert "tee/M/navy is out of stock at manual" in page
    assert "not verified" not in page
    told.watch.ahead += timedelta(days=31)
    page = html.unescape(told.signed_in(Role.ADMIN).get(f"/ops/designs/{design['id']}").text)
    assert "Sizes not verified: manual" in page
    assert "out of stock" not in page, "what was said a month ago says nothing of today's stock"
