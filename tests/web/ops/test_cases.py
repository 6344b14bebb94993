"""One design, one order, and how their pages hear of news."""

from __future__ import annotations

import re

from pod.model.routing import NOWHERE, RouteWish
from tests.web.ops.desk import (
    OPERATOR,
    UNKNOWN,
    order_of,
    pick,
    said,
)


def test_an_order_shows_lines_address_money_and_the_hot_folder(desk):
    shop, order = desk.shop, order_of(desk.shop, quantity=3)
    shop.services.orders.mark_paid(OPERATOR, order.id)
    shop.services.runner.drain()
    [handoff] = shop.services.orders.handoffs(OPERATOR, order.id)
    text = said(desk.get(f"/ops/orders/{order.id}"))
    for there in (
        "3 × Unisex T-shirt, M, navy", "24.00 USD each", "Total 72.00 USD", "7 Secret Street", "ada@planted.example",
        handoff.reference, str(shop.services.settings.data_dir / "handoff" / handoff.reference), "manual accepted",
        "Attempts 1", "marked paid", "Hand-off: being sent",
    ):  # fmt: skip
        assert there in text, there


def test_a_design_shows_findings_with_both_values_files_with_hashes_and_who_approved(desk):
    shown = desk.shop.stopped(lettering="TINY")
    [made] = shown["files"]["files"]
    page = desk.get(f"/ops/designs/{shown['id']}")
    text = said(page)
    for there in (
        "The letters are 1.1 mm high.", "Measured 1.1 mm", "Required 2 mm", "text_too_small", "Make them larger.",
        "3600 × 4800", "300, art 300", made["file"]["sha256"][:16], "Not approved.", "Candidate 1", "TINY",
    ):  # fmt: skip
        assert there in text, there
    [address] = re.findall(r'href="(/files/[^"]+)"[^>]*>front PNG', page.text)
    saved = desk.browser.get(address)
    assert "attachment" in saved.headers["Content-Disposition"]
    assert len(saved.data) == made["file"]["bytes"]


def test_an_older_version_shows_its_own_files_and_says_that_it_is_old(desk):
    first = desk.shop.proofed()
    desk.shop.services.designs.edit(OPERATOR, first["id"], cloth="black")
    address = f"/ops/designs/{first['id']}"
    assert "There are no print files yet." in said(desk.get(address))
    older = said(desk.get(f"{address}?version={first['current_version_id']}"))
    assert "version 1, not the current one" in older
    assert first["files"]["files"][0]["file"]["sha256"][:16] in older


def test_what_is_not_there_is_a_page_with_a_way_on(desk):
    answer = desk.get(f"/ops/orders/{UNKNOWN}", 404)
    assert "There is no such order. Check the number. To the queue" in said(answer)


# --- news


def test_a_page_that_is_watched_costs_nothing_while_nothing_changes(desk):
    for page in ("/ops", "/ops/designs", "/ops/orders", "/ops/jobs", "/ops/ledger"):
        etag = desk.get(page).headers["ETag"]
        again = desk.get(page, 304, headers={"X-Watching": "1", "If-None-Match": etag})
        assert again.data == b""
        # a person who loads the page always gets it
        desk.get(page, 200, headers={"If-None-Match": etag})


def test_a_change_is_news_on_the_order_and_in_the_lists(desk):
    order = order_of(desk.shop)
    pages = ["/ops", "/ops/orders", f"/ops/orders/{order.id}"]
    etags = [desk.get(page).headers["ETag"] for page in pages]
    desk.shop.services.orders.hold(OPERATOR, order.id, "why")
    for page, etag in zip(pages, etags, strict=True):
        desk.get(page, 200, headers={"X-Watching": "1", "If-None-Match": etag})


def test_watching_takes_no_sentence_from_the_person_it_is_for(desk):
    order = order_of(desk.shop)
    answer = desk.act("orders", "hold", pick(order), reason="why")
    desk.browser.get("/ops", headers={"X-Watching": "1"})
    assert f"{order.external_ref} is on hold." in desk.told(answer)


def test_an_order_that_waits_to_be_cancelled_says_who_wants_that_and_what_it_waits_for(desk):
    """After a restore: it may have gone out since."""
    order = order_of(desk.shop)
    desk.shop.services.orders.mark_paid(OPERATOR, order.id)
    with desk.shop.services.store.writing() as tx:
        wish = RouteWish(NOWHERE, "changed my mind", OPERATOR.actor, desk.shop.watch.now())
        tx.orders.change(tx.orders.get(order.tenant_id, order.id), OPERATOR, "to be cancelled", wish=wish)
    text = said(desk.get(f"/ops/orders/{order.id}"))
    assert "ada wants it cancelled: changed my mind" in text
    assert "nowhere" not in text
