"""Orders over HTTP: taken once, paid once, held until released."""

from __future__ import annotations

import pytest

from tests.web.shop import an_order, assert_problem


@pytest.fixture
def version_id(shop):
    return shop.approved()["current_version_id"]


@pytest.fixture
def taken(shopper, version_id):
    answer = shopper.post("/api/v1/orders", json=an_order(version_id))
    assert answer.status_code == 201, answer.text
    return answer.json


def test_the_same_reference_again_is_the_same_order(shopper, version_id, taken):
    again = shopper.post("/api/v1/orders", json=an_order(version_id))
    assert (again.status_code, again.json) == (200, taken)


def test_a_used_reference_with_other_lines_is_a_conflict(shopper, version_id, taken):
    other = an_order(version_id)
    other["items"][0]["quantity"] = 3
    assert_problem(shopper.post("/api/v1/orders", json=other), 409, "shop-1001")


def test_a_shopper_cannot_take_the_numbers_of_the_shop(shop, shopper, version_id):
    """Whoever owns one design might order under every number that the shop's own program will use next."""
    theirs = shopper.post("/api/v1/orders", json=an_order(version_id, external_ref="shop-2000"))
    ours = shopper.post("/api/v1/orders", json=an_order(version_id, external_ref="shop-2000"), headers=shop.key())
    assert (theirs.status_code, ours.status_code) == (201, 201)
    assert (theirs.json["external_ref"], ours.json["external_ref"]) == ("web-shop-2000", "shop-2000")
    assert theirs.json["id"] != ours.json["id"]


def test_a_shopper_does_not_find_out_which_numbers_the_shop_has_used(shop, shopper, version_id):
    shopper.post("/api/v1/orders", json=an_order(version_id, external_ref="shop-2000"), headers=shop.key())
    guess = an_order(version_id, external_ref="shop-2000")
    guess["items"][0]["quantity"] = 7
    assert shopper.post("/api/v1/orders", json=guess).status_code == 201


def test_what_has_taken_an_approved_versions_place_ends_its_orders(shop, shopper):
    shown = shop.approved()
    shopper.post(f"{shown['links']['self']}/edits", json={"cloth": "black"})
    answer = shopper.post("/api/v1/orders", json=an_order(shown["current_version_id"]))
    assert_problem(answer, 422, "approval_withdrawn", "version 1")


def test_a_design_that_was_put_away_cannot_be_ordered(shop, shopper):
    shown = shop.approved()
    assert shopper.delete(shown["links"]["self"]).status_code == 204
    assert_problem(shopper.post("/api/v1/orders", json=an_order(shown["current_version_id"])), 422, "design_deleted")


def test_where_both_must_approve_one_yes_does_not_sell(open_shop):
    shop = open_shop(POD_APPROVALS="both")
    shown, browser = shop.approved(), shop.browser()
    order = an_order(shown["current_version_id"])
    assert_problem(browser.post("/api/v1/orders", json=order), 422, "not_approved", "by the shop")
    browser.post(f"{shown['links']['self']}/approve", json={"role": "shop"}, headers=shop.key())
    assert browser.post("/api/v1/orders", json=order).status_code == 201


def test_an_order_id_cannot_be_guessed(taken):
    assert len(bytes.fromhex(taken["id"])) == 16


def test_paying_twice_hands_off_once(shop, shopper, taken):
    address, key = taken["links"]["self"], shop.key()
    paid = shopper.post(f"{address}/mark-paid", headers=key)
    assert (paid.status_code, paid.json["state"], len(paid.json["handoffs"])) == (200, "paid", 1)
    assert_problem(shopper.post(f"{address}/mark-paid", headers=key), 409, "paid")
    assert len(shopper.get(address, headers=key).json["handoffs"]) == 1


def test_a_held_order_waits_for_its_release(shop, shopper, taken):
    address, key = taken["links"]["self"], shop.key()
    held = shopper.post(f"{address}/hold", json={"reason": "address is wrong"}, headers=key).json
    assert (held["state"], held["reason"]) == ("on_hold", "address is wrong")
    assert_problem(shopper.post(f"{address}/hand-off", headers=key), 409, "on hold")
    assert shopper.post(f"{address}/release", headers=key).json["state"] == "received"
    assert_problem(shopper.post(f"{address}/release", headers=key), 409, "nothing to release")


def test_a_hold_and_a_reprint_want_a_reason(shop, shopper, taken):
    for verb in ("hold", "reprint"):
        address = f"{taken['links']['self']}/{verb}"
        assert_problem(shopper.post(address, json={"reason": " "}, headers=shop.key()), 422, "reason")
        assert_problem(shopper.post(address, json={}, headers=shop.key()), 422, "reason")


def test_a_cancelled_order_is_over(shop, shopper, taken):
    address, key = taken["links"]["self"], shop.key()
    cancelled = shopper.post(f"{address}/cancel", json={"reason": "changed my mind"}, headers=key).json
    assert (cancelled["state"], cancelled["reason"]) == ("cancelled", "changed my mind")
    assert_problem(shopper.post(f"{address}/mark-paid", headers=key), 409, "cancelled")


def test_a_reprint_is_an_order_of_its_own_and_not_paid(shop, shopper, taken):
    again = shopper.post(f"{taken['links']['self']}/reprint", json={"reason": "smudged"}, headers=shop.key())
    assert again.status_code == 201
    assert (again.json["state"], again.json["reprint_of"]) == ("received", taken["id"])
    assert again.json["id"] != taken["id"]


def test_an_order_is_found_by_its_reference(shop, shopper, taken):
    found = shopper.get("/api/v1/orders?q=shop-1001", headers=shop.key()).json
    assert [o["id"] for o in found["items"]] == [taken["id"]]
    assert found["counts"] == {"received": 1}
    assert shopper.get("/api/v1/orders?q=shop-9", headers=shop.key()).json["items"] == []


def test_another_tenants_program_sees_none_of_it(shop, shopper, version_id, taken):
    foreign, address = shop.key(tenant="other"), taken["links"]["self"]
    assert_problem(shopper.get(address, headers=foreign), 404)
    for verb, body in [("mark-paid", None), ("hold", {"reason": "x"}), ("cancel", {}), ("reprint", {"reason": "x"})]:
        assert_problem(shopper.post(f"{address}/{verb}", json=body, headers=foreign), 404)
    stolen = an_order(version_id, external_ref="theirs")
    assert_problem(shopper.post("/api/v1/orders", json=stolen, headers=foreign), 422, "no such version")
