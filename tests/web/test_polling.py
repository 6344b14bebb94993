"""Asking again and again: cheap while nothing has changed, and never told so when something has."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from pod.model.caller import Role
from tests.web.shop import an_order, assert_problem


@pytest.fixture
def statements(shop):
    """Every statement that has been sent to the database, transactions' own left out."""
    seen: list[str] = []

    def note(_connection, _cursor, statement, *_):
        if not statement.startswith(("PRAGMA", "BEGIN", "COMMIT", "ROLLBACK")):
            seen.append(statement)

    sa.event.listen(shop.services.store.database.engine, "before_cursor_execute", note)
    return seen


def test_nothing_new_costs_one_statement_and_a_key_one_more(shop, shopper, statements):
    address = f"/api/v1/designs/{shop.design()}"
    for headers, most in (({}, 1), (shop.key(), 2)):
        etag = shopper.get(address, headers=headers).headers["ETag"]
        statements.clear()
        assert shopper.get(address, headers={"If-None-Match": etag, **headers}).status_code == 304
        assert len(statements) == most, statements
        assert all(s.startswith("SELECT") for s in statements)


def test_the_shop_and_a_link_are_not_told_that_they_have_seen_the_same(shop, shopper):
    address, key = shop.approved()["links"]["self"], shop.key(Role.VIEWER)
    by_link, by_shop = shopper.get(address), shopper.get(address, headers=key)
    assert by_link.data != by_shop.data
    assert by_link.headers["ETag"] != by_shop.headers["ETag"]
    assert shopper.get(address, headers={"If-None-Match": by_link.headers["ETag"], **key}).status_code == 200


def test_a_link_does_not_name_the_shops_people(shop, shopper):
    address, key = shop.proofed()["links"]["self"], shop.key()
    shopper.post(f"{address}/approve", json={"role": "shop"}, headers=key)
    named = shopper.get(f"{address}/versions", headers=key).json["items"][0]["approvals"][0]
    unnamed = shopper.get(f"{address}/versions").json["items"][0]["approvals"][0]
    assert named["actor"].startswith("key:")
    assert unnamed == {**named, "actor": ""}


def test_an_order_tells_a_link_neither_the_way_it_went_nor_why_it_is_held(shop, shopper):
    order = shopper.post("/api/v1/orders", json=an_order(shop.approved()["current_version_id"])).json
    address, key = order["links"]["self"], shop.key()
    shopper.post(f"{address}/mark-paid", headers=key)
    shopper.post(f"{address}/hold", json={"reason": "we do not trust them"}, headers=key)
    by_link, by_shop = shopper.get(address).json, shopper.get(address, headers=key).json
    assert (by_shop["reason"], len(by_shop["handoffs"])) == ("we do not trust them", 1)
    assert (by_link["reason"], by_link["handoffs"], by_link["ship_to"]) == ("", [], None)
    assert by_link["state"] == "on_hold"


def test_a_new_signing_key_makes_every_link_new(open_shop):
    first = open_shop(POD_SECRET_KEY="a secret of thirty-two bytes or more")
    address = f"/api/v1/designs/{first.design()}"
    etag = first.browser().get(address).headers["ETag"]
    second = open_shop(POD_SECRET_KEY="another secret of thirty-two bytes or more")
    again = second.browser().get(address, headers={"If-None-Match": etag})
    assert again.status_code == 200
    assert second.browser().get(again.json["candidates"][0]["picture"]["url"]).status_code == 200


@pytest.mark.parametrize("told", ["*", 'W/"x", {}', '{}, "y"'])
def test_an_etag_is_found_among_others(shop, shopper, told):
    address = f"/api/v1/designs/{shop.design()}"
    etag = shopper.get(address).headers["ETag"]
    assert shopper.get(address, headers={"If-None-Match": told.format(etag)}).status_code == 304


@pytest.mark.parametrize("told", ["", "x", '"', '"0-0-link"', "\x00", "W/"])
def test_an_etag_that_is_none_gets_the_whole(shop, shopper, told):
    assert shopper.get(f"/api/v1/designs/{shop.design()}", headers={"If-None-Match": told}).status_code == 200


def test_asking_for_the_head_tells_whether_it_has_changed(shop, shopper):
    address = f"/api/v1/designs/{shop.design()}"
    head = shopper.head(address)
    assert (head.status_code, head.data) == (200, b"")
    assert shopper.head(address, headers={"If-None-Match": head.headers["ETag"]}).status_code == 304


def test_whoever_waits_for_a_deleted_design_is_told_at_the_next_poll(shop, shopper):
    address = f"/api/v1/designs/{shop.design()}"
    etag = shopper.get(address).headers["ETag"]
    shopper.delete(address)
    for tail in ("", "/versions", "/files"):
        assert_problem(shopper.get(address + tail, headers={"If-None-Match": etag}), 410, "design_deleted")
