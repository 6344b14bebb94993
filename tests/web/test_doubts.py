"""What printers have said of stock and sizes stands before the shopper's yes, and before the order."""

from __future__ import annotations

from datetime import timedelta

import lxml.html
import pytest

from pod.model.freshness import VERIFIED_FOR, OfferSeen, Stock
from tests.web.shop import OWNER

OUT = "Out of stock at the printer just now: M. An order for it waits until it is back."
GONE = "No longer made: L. Choose another size, cloth or product."
OLD = "The printer's sizes were last confirmed more than 30 days ago, and may have changed: S."


@pytest.fixture
def doubted(shop):
    now = shop.services.clock.now()
    old = now - VERIFIED_FOR - timedelta(days=1)
    seen = [
        OfferSeen("manual", "tee/M/navy", now, Stock.OUT),
        OfferSeen("manual", "tee/L/navy", now, Stock.GONE),
        OfferSeen("manual", "tee/S/navy", old, Stock.IN),
        OfferSeen("manual", "tee/XL/navy", now, Stock.IN),
        OfferSeen("manual", "tee/2XL/white", now, Stock.GONE),
        OfferSeen("not-set-up", "tee/XL/navy", now, Stock.GONE),
    ]
    with shop.services.store.writing() as tx:
        tx.offers.see(OWNER, seen)
    return shop


def decision(shop, design_id: str) -> list[str]:
    """The part of the page in which a person decides: its notes, and its button last."""
    page = lxml.html.fromstring(shop.browser().get(f"/d/{design_id}", headers={"Accept": "text/html"}).text)
    [part] = page.xpath('//section[@data-part="decide"]')
    said = part.xpath('.//p[@data-doubt]|.//button[contains(@class, "primary")]')
    return [" ".join(each.text_content().split()) for each in said]


def test_what_is_out_of_stock_made_no_more_or_not_verified_is_said_before_the_yes_and_before_the_order(doubted):
    design = doubted.proofed()
    before = decision(doubted, design["id"])
    assert before[:-1] == [OUT, GONE, OLD]
    assert doubted.browser().post(f"/api/v1/designs/{design['id']}/approve", json={}).status_code == 200
    after = decision(doubted, design["id"])
    assert after[:-1] == [OUT, GONE, OLD]
    assert before[-1] != after[-1], "first the yes, then the order"


def test_where_nobody_has_told_of_anything_nothing_is_said(shop):
    assert len(decision(shop, shop.proofed()["id"])) == 1
