"""What a foreign page cannot do, what a page of ours may load, and what no cache keeps."""

from __future__ import annotations

import re

import pytest
from flask import Response
from flask_wtf.csrf import generate_csrf

from pod.web.auth import allow, start_session
from tests.web.shop import a_brief, an_order, assert_problem

PERSONAL = ["/api/v1/orders", "/api/v1/designs", "/api/v1/ledger", "/metrics"]


def page_with_token(shop):
    """An address that shows this browser its token, as every page does."""

    shop.app.add_url_rule("/token", view_func=allow("anyone")(lambda: generate_csrf()))
    return "/token"


def test_a_call_with_a_session_cookie_and_no_token_is_refused(shop):
    assert_problem(shop.signed_in().post("/api/v1/designs", json=a_brief()), 403, "csrf")


def test_a_call_with_a_session_cookie_and_its_token_goes_through(shop):
    address, browser = page_with_token(shop), shop.signed_in()
    token = browser.get(address).text
    answer = browser.post("/api/v1/designs", json=a_brief(), headers={"X-CSRF-Token": token})
    assert answer.status_code == 202


def test_the_token_of_another_browser_is_no_use(shop):
    address, browser = page_with_token(shop), shop.signed_in()
    browser.get(address)
    foreign = shop.browser().get(address).text
    assert_problem(browser.post("/api/v1/designs", json=a_brief(), headers={"X-CSRF-Token": foreign}), 403, "csrf")


def test_a_program_with_a_key_needs_no_token(shop):
    assert shop.browser().post("/api/v1/designs", json=a_brief(), headers=shop.key()).status_code == 202


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:9999"},
    ],
)
def test_a_page_of_another_site_starts_nothing(shopper, headers):
    assert_problem(shopper.post("/api/v1/designs", json=a_brief(), headers=headers), 403, "foreign_origin")


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://localhost"}, {}])
def test_our_own_pages_and_plain_programs_may(shopper, headers):
    assert shopper.post("/api/v1/designs", json=a_brief(), headers=headers).status_code == 202


def test_a_form_outside_the_api_always_needs_a_token(shop):

    shop.app.add_url_rule("/form", view_func=allow("anyone")(lambda: "done"), methods=["POST"])
    assert_problem(shop.browser().post("/form", data={"a": "b"}), 403, "csrf")


def pages(shop):
    """Every address of ours that answers GET and needs no id."""
    return [rule.rule for rule in shop.app.url_map.iter_rules() if "GET" in (rule.methods or ()) and not rule.arguments]


def test_every_answer_carries_the_policy_and_its_companions(shop):
    browser = shop.browser()
    for address in [*pages(shop), "/nothing-here", "/api/v1/designs/" + "0" * 32]:
        headers = browser.get(address, headers=shop.key()).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy, address
        assert "unsafe-inline" not in policy, address
        assert "object-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_every_answer_has_a_nonce_of_its_own(shopper):
    nonces = {
        re.search(r"'nonce-([^']+)'", shopper.get("/healthz").headers["Content-Security-Policy"])[1] for _ in range(3)
    }
    assert len(nonces) == 3


@pytest.mark.parametrize("address", PERSONAL)
def test_nothing_personal_is_kept_by_a_cache(shop, address):
    answer = shop.browser().get(address, headers=shop.key())
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_problem_is_kept_by_no_cache_either(shopper):
    assert shopper.get("/api/v1/orders").headers["Cache-Control"] == "private, no-store"


def test_over_https_cookies_are_bound_to_it_and_browsers_told_to_stay(open_shop):
    shop = open_shop(POD_PUBLIC_URL="https://shop.example")
    answer = shop.browser().get("/healthz")
    assert "max-age=" in answer.headers["Strict-Transport-Security"]
    with shop.app.test_request_context():
        response = Response()
        start_session(response, "token")
    cookie = response.headers["Set-Cookie"]
    assert cookie.startswith("__Host-sid=token")
    for word in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert word in cookie
    assert "Domain" not in cookie


def test_over_http_browsers_are_not_told_to_use_https(shopper):
    assert "Strict-Transport-Security" not in shopper.get("/healthz").headers


def test_an_order_shows_its_address_to_the_shop_and_to_no_link(shop):
    version_id = shop.approved()["current_version_id"]
    taken = shop.browser().post("/api/v1/orders", json=an_order(version_id))
    assert taken.status_code == 201
    address = f"/api/v1/orders/{taken.json['id']}"
    assert "Secret Street" not in taken.text
    assert "Secret Street" not in shop.browser().get(address).text
    assert "Secret Street" in shop.browser().get(address, headers=shop.key()).text


HOST_TABLE = [
    ("localhost", True),
    ("LOCALHOST:8080", True),
    ("127.0.0.1:8080", True),
    ("192.168.1.5", True),
    ("[::1]:8080", True),
    ("shop.example", True),
    ("Shop.Example:8443", True),
    ("pod.internal", True),
    ("eu.stores.example", True),
    ("stores.example", False),
    ("evil.example", False),
    ("shop.example.evil.example", False),
    ("shop.example@evil.example", False),
    ("evilshop.example", False),
    ("localhost.evil.example", False),
    ("[::1", False),
    ("0x7f000001", False),
]


@pytest.mark.parametrize(("host", "ours"), HOST_TABLE)
def test_only_our_own_names_are_answered_to(open_shop, host, ours):
    shop = open_shop(POD_PUBLIC_URL="https://shop.example", POD_HOSTS="pod.internal, .stores.example")
    answer = shop.browser().get("/api/v1/styles", headers={"Host": host})
    if ours:
        assert answer.status_code == 200
    else:
        assert answer.status_code in (400, 421)
        assert_problem(answer, answer.status_code)


def test_a_host_that_a_visitor_names_behind_the_proxys_back_changes_nothing(open_shop):
    shop = open_shop(POD_PROXIES="1", POD_PUBLIC_URL="https://shop.example")
    forged = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https", "Host": "shop.example"}
    browser = shop.browser()
    assert browser.get("/api/v1/styles", headers=forged).status_code == 200
    from_there = {**forged, "Origin": "https://evil.example"}
    assert_problem(browser.post("/api/v1/designs", json=a_brief(), headers=from_there), 403, "foreign_origin")
