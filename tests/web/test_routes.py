"""Who may call what: said on every route, and kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pod.model.caller import Role
from pod.web.auth import LEVELS
from tests.web.shop import assert_problem

UNKNOWN = "0" * 32
SHOPPER_MAY_NOT = [
    ("GET", "/api/v1/designs"),
    ("GET", "/api/v1/orders"),
    ("GET", "/api/v1/ledger"),
    ("GET", "/api/v1/providers"),
    ("GET", "/api/v1/partners"),
    ("GET", "/metrics"),
    ("POST", f"/api/v1/orders/{UNKNOWN}/mark-paid"),
    ("POST", f"/api/v1/orders/{UNKNOWN}/release"),
    ("POST", f"/api/v1/orders/{UNKNOWN}/hand-off"),
]


def test_every_route_says_who_may_call_it(shop):
    silent = [rule.rule for rule in shop.app.url_map.iter_rules() if _level(shop, rule) not in LEVELS]
    assert silent == []


def _level(shop, rule):
    return getattr(shop.app.view_functions[rule.endpoint], "allowed", None)


def test_a_route_that_says_nothing_is_refused(shop):
    shop.app.add_url_rule("/api/v1/forgotten", view_func=lambda: "secret")
    assert_problem(shop.browser().get("/api/v1/forgotten", headers=shop.key(Role.ADMIN)), 403, "no_rule")


def test_every_rule_about_one_design_or_order_is_by_link_or_for_operators(shop):
    for rule in shop.app.url_map.iter_rules():
        if rule.rule.startswith("/api/") and rule.arguments & {"design_id", "order_id"}:
            assert _level(shop, rule) in ("link", "operator", "admin"), rule.rule


@pytest.mark.parametrize(("method", "address"), SHOPPER_MAY_NOT)
def test_what_is_for_the_shop_asks_a_shopper_to_sign_in(shopper, method, address):
    answer = shopper.open(address, method=method)
    assert_problem(answer, 401, "sign_in")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize(("method", "address"), [row for row in SHOPPER_MAY_NOT if row[0] == "POST"])
def test_a_viewer_changes_nothing(shop, method, address):
    assert_problem(shop.browser().open(address, method=method, headers=shop.key(Role.VIEWER)), 403, "not_allowed")


@pytest.mark.parametrize(("method", "address"), [row for row in SHOPPER_MAY_NOT if row[0] == "GET"])
def test_a_viewer_sees_the_shops_lists(shop, method, address):
    assert shop.browser().open(address, method=method, headers=shop.key(Role.VIEWER)).status_code == 200


def test_a_viewer_may_look_at_a_design_and_not_delete_it(shop):
    key, address = shop.key(Role.VIEWER), f"/api/v1/designs/{shop.design()}"
    assert shop.browser().get(address, headers=key).status_code == 200
    assert_problem(shop.browser().delete(address, headers=key), 403, "viewers_look")


@pytest.mark.parametrize("text", ["pod_00000000_" + "0" * 64, "pod_", "nonsense"])
def test_a_wrong_key_is_no_shopper_but_refused(shopper, text):
    answer = shopper.get("/api/v1/products", headers={"Authorization": f"Bearer {text}"})
    assert_problem(answer, 401, "unknown_key")


def test_a_key_with_one_wrong_digit_is_refused(shop):
    right = shop.key()["Authorization"]
    wrong = right[:-1] + ("0" if right[-1] != "0" else "1")
    assert_problem(shop.browser().get("/api/v1/orders", headers={"Authorization": wrong}), 401, "unknown_key")


def test_a_session_opens_the_operators_lists_until_it_has_been_idle_too_long(shop):
    browser = shop.signed_in()
    assert browser.get("/api/v1/orders").status_code == 200
    shop.watch.ahead += timedelta(minutes=31)
    assert_problem(browser.get("/api/v1/orders"), 401, "sign_in")


def test_another_tenant_does_not_see_that_a_design_is_there(shop):
    design_id, foreign = shop.design(), shop.key(Role.ADMIN, tenant="other")
    browser, address = shop.browser(), f"/api/v1/designs/{design_id}"
    for method, tail, body in [
        ("GET", "", None),
        ("DELETE", "", None),
        ("POST", "/choose", {"candidate": 1}),
        ("POST", "/edits", {"lettering": "MINE"}),
        ("POST", "/approve", {}),
        ("POST", "/reject", {"reason": "mine now"}),
        ("GET", "/versions", None),
        ("GET", "/files", None),
    ]:
        answer = browser.open(address + tail, method=method, json=body, headers=foreign)
        assert_problem(answer, 404)
    assert browser.get("/api/v1/designs", headers=foreign).json["items"] == []
    assert shop.browser().get(address).status_code == 200
