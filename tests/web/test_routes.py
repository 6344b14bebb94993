"""Who may call what: said on every route, and kept."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from pod.model.caller import Role
from pod.web.auth import LEVELS
from tests.web.shop import a_picture, an_order, assert_problem, sent

EXPECTED = Path(__file__).parent / "expected" / "access.txt"
RANK = [Role.SHOPPER, Role.METRICS, Role.VIEWER, Role.OPERATOR, Role.ADMIN]
LOOKERS = (Role.METRICS, Role.VIEWER)
CHANGES = {"POST", "DELETE"}


def routes(shop):
    """Every method and rule of ours, with the level that the view names."""
    return sorted(
        (method, rule.rule, _level(shop, rule))
        for rule in shop.app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
    )


def may(level, role, method):
    if level in ("customer", "link") and role in LOOKERS and method in CHANGES:
        return False
    return RANK.index(role) >= RANK.index(LEVELS[level])


def test_every_route_says_who_may_call_it(shop):
    assert [rule for _, rule, level in routes(shop) if level not in LEVELS] == []


def _level(shop, rule):
    return getattr(shop.app.view_functions[rule.endpoint], "allowed", None)


def test_a_route_that_says_nothing_is_refused(shop):
    shop.app.add_url_rule("/api/v1/forgotten", view_func=lambda: "secret")
    assert_problem(shop.browser().get("/api/v1/forgotten", headers=shop.key(Role.ADMIN)), 403, "no_rule")


def test_who_may_call_what_is_what_was_agreed(shop, as_expected):
    """The whole list, to be read by somebody whenever a line of it changes."""
    as_expected(EXPECTED, "".join(f"{level:<9} {method:<6} {rule}\n" for method, rule, level in routes(shop)))


def test_every_rule_about_one_design_or_order_is_by_link_or_for_operators(shop):
    for method, rule, level in routes(shop):
        if rule.startswith("/api/") and ("_id>" in rule):
            assert level in ("link", "operator", "admin"), (method, rule)


@pytest.mark.parametrize("role", RANK)
def test_every_route_is_open_to_those_it_names_and_to_nobody_else(shop, role):
    """With ids of things that are there: what is refused is refused for the caller, not for want of a thing."""
    names = things(shop)
    headers = {} if role is Role.SHOPPER else shop.key(role)
    for method, rule, level in routes(shop):
        answer = shop.browser().open(filled(rule, names), method=method, headers=headers, json={"no": "sense"})
        if may(level, role, method):
            # a form without its token is refused whoever sends it
            assert answer.status_code not in (401, 403) or answer.json["code"] == "csrf", (method, rule, answer.text)
        else:
            assert_problem(answer, 401 if role is Role.SHOPPER else 403)


def test_no_route_shows_another_tenant_that_a_thing_is_there(shop):
    """The same answer for a thing of ours as for a thing that nobody has, whatever the method and the body."""
    ours, nobodys = things(shop), dict.fromkeys(things(shop), "0" * 32)
    foreign, browser = shop.key(Role.ADMIN, tenant="other"), shop.browser()
    asked = 0
    for method, rule, _ in routes(shop):
        if not rule.startswith("/api/") or "_id>" not in rule:
            continue
        there, not_there = (_asked_well(browser, method, filled(rule, names), foreign) for names in (ours, nobodys))
        assert_problem(there, 404)
        assert _without_numbers(there.json) == _without_numbers(not_there.json), (method, rule)
        asked += 1
    assert asked >= 15
    assert browser.get(f"/api/v1/designs/{ours['design_id']}", headers=shop.key()).json["state"] == "approved"


BODIES = (
    None,
    {},
    {"candidate": 1},
    {"lettering": "MINE"},
    {"words": "MINE"},
    {"reason": "mine now"},
    {"version": "0" * 32},
    {"to": "rules", "reason": "mine now"},
    {"shop": "shopify"},
    {"reference": "job1", "decision": "former"},
    {"ship_to": {"name": "N", "line1": "1 Street", "city": "Leeds", "country": "GB"}},
    {"kind": "lost", "words": "It never came."},
    {"answer": "no"},
    {"payer": "shop"},
    {"amount": "1.00", "currency": "GBP", "payer": "shop"},
)


def _asked_well(browser, method, address, headers):
    """The first answer that is not about the body."""
    for body in BODIES:
        answer = browser.open(address, method=method, json=body, headers=headers)
        if answer.status_code not in (400, 415, 422):
            return answer
    # what takes a file of names
    return browser.open(address, method=method, **sent(b"words\nMINE\n"), headers=headers)


def things(shop):
    """A design and an order that are there, and something for every other place in an address."""
    version = shop.approved()
    order = shop.browser().post(
        "/api/v1/orders", json=an_order(version["current_version_id"], external_ref=version["id"])
    )
    assert order.status_code == 201, order.text
    return {"design_id": version["id"], "order_id": order.json["id"], "sku": "tee"}


PLACE = re.compile(r"<(?:(?P<kind>int):|any\((?P<first>\w+)[^)]*\):|\w+:)?(?P<name>\w+)>")


def filled(rule, names):
    """The rule with something in each of its places that fits there."""
    return PLACE.sub(lambda p: p["first"] or names.get(p["name"], "1" if p["kind"] else "x"), rule)


def _without_numbers(problem):
    return {name: value for name, value in problem.items() if name != "correlation_id"}


def test_a_shopper_is_told_how_to_become_somebody(shopper):
    answer = shopper.get("/api/v1/orders")
    assert_problem(answer, 401, "sign_in")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("path", ["designs", "orders", "uploads"])
def test_a_viewer_buys_nothing(shop, path):
    answer = shop.browser().post(f"/api/v1/{path}", json={}, headers=shop.key(Role.VIEWER))
    assert_problem(answer, 403, "viewers_look")


def test_a_viewer_may_have_a_picture_checked(shop):
    assert shop.browser().post("/api/v1/checks", **sent(a_picture()), headers=shop.key(Role.VIEWER)).status_code == 200


def test_a_key_for_numbers_sees_numbers_and_nobodys_data(shop):
    key, browser = shop.key(Role.METRICS), shop.browser()
    assert browser.get("/metrics", headers=key).status_code == 200
    for private in ("orders", "designs", "ledger"):
        assert_problem(browser.get(f"/api/v1/{private}", headers=key), 403, "not_allowed")
    order = things(shop)["order_id"]
    assert "Secret Street" not in browser.get(f"/api/v1/orders/{order}", headers=key).text


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
