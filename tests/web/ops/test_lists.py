"""What needs the shop, and the lists: searched, filtered, and turned page by page."""

from __future__ import annotations

import html
import re

import pytest

from tests.web.ops.desk import (
    OPERATOR,
    order_of,
    said,
)
from tests.web.ops.planted import damage, design_of_order, many


def test_nothing_to_do_is_said(desk):
    assert "Nothing needs you now." in said(desk.get("/ops"))


def test_what_needs_the_shop_stands_first_with_its_reason(both):
    shop = both.shop
    proof, stopped = shop.proofed(lettering="YES PLEASE"), shop.stopped()
    unpaid = order_of(shop, "unpaid-1")
    held = shop.services.orders.hold(OPERATOR, order_of(shop, "held-1").id, "wait for the customer")
    handed = order_of(shop, "handed-1")
    damage(shop, handed)
    shop.services.orders.mark_paid(OPERATOR, handed.id)
    shop.services.runner.drain()
    text = said(both.get("/ops"))
    for group in ("To approve", "Stopped or failed", "To be paid", "On hold", "Stopped at the partner"):
        assert f"{group} 1" in text, group
    for there in (proof["id"][:8], stopped["id"][:8], unpaid.external_ref, held.external_ref, handed.external_ref):
        assert there in text
    for reason in (
        "The letters are 1.1 mm high.",
        "wait for the customer",
        "tee: the stored file for front is missing or damaged.",
    ):
        assert reason in text


def test_where_only_the_customer_approves_no_proof_waits_for_the_shop(desk):
    desk.shop.proofed()
    assert "To approve" not in said(desk.get("/ops"))


def test_a_design_that_somebody_sent_back_waits_for_the_customer_and_not_for_the_shop(desk):
    shown = desk.shop.proofed()
    desk.shop.services.approvals.send_back(OPERATOR, shown["id"], "Which cloth?")
    assert "Nothing needs you now." in said(desk.get("/ops"))


# --- lists


@pytest.mark.parametrize("q", ["shop-1001", "ADA@planted", "planted", "mist on"])
def test_the_search_finds_an_order_and_its_design_by_number_mail_name_and_words(desk, q):
    order = order_of(desk.shop, lettering="MIST ON THE MOOR")
    design_id = design_of_order(desk.shop, order)
    other = desk.shop.proofed()
    text = said(desk.get("/ops", query_string={"q": q}))
    assert order.external_ref in text
    assert design_id[:8] in text
    assert other["id"][:8] not in text
    assert order.external_ref in said(desk.get("/ops/orders", query_string={"q": q}))
    assert design_id[:8] in said(desk.get("/ops/designs", query_string={"q": q}))


def test_a_design_is_found_by_its_id(desk):
    shown = desk.shop.proofed()
    assert shown["id"][:8] in said(desk.get("/ops/designs", query_string={"q": shown["id"]}))


def test_a_search_without_a_hit_says_so_and_how_to_go_on(desk):
    text = said(desk.get("/ops/orders?q=nowhere"))
    assert "No order fits. Show everything" in text


def test_states_and_products_filter_and_are_counted(desk):
    first, second = order_of(desk.shop, "one"), order_of(desk.shop, "two")
    desk.shop.services.orders.hold(OPERATOR, second.id, "why")
    text = said(desk.get("/ops/orders?state=received"))
    assert "All 2 Received, unpaid 1 On hold 1" in text
    assert first.external_ref in text
    assert "two Ada" not in text
    assert "No order fits." in said(desk.get("/ops/orders?product=mug-11oz"))


def test_pages_follow_each_other_and_keep_the_filter(shop, desk):
    many(shop, designs=0, orders=120)
    seen, address = [], "/ops/orders?state=received&q=bulk&order=oldest"
    for _ in range(3):
        page = desk.get(address)
        seen += re.findall(r"data-open>(bulk-\d+)<", page.text)
        following = re.search(r'rel="next" href="([^"]+)"', page.text)
        if not following:
            break
        address = html.unescape(following[1])
        assert all(part in address for part in ("state=received", "q=bulk", "order=oldest"))
    assert seen == [f"bulk-{n:04d}" for n in range(120)]


def test_a_page_marker_that_is_none_is_refused_in_words(desk):
    assert "This page marker is not one of ours." in said(desk.get("/ops/orders?cursor=nonsense", 422))


def test_a_filter_that_nobody_knows_breaks_nothing(desk):
    for address in ("/ops/orders?state=nonsense", "/ops/designs?needs=nonsense", "/ops/designs?product=nonsense"):
        desk.get(address)
