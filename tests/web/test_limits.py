"""How often one visitor may ask for work, whoever they say they are; and how much work is done at once."""

from __future__ import annotations

import threading

import pytest
from flask import request

from pod.model.caller import Role
from pod.model.errors import NotSignedIn
from pod.web import pages
from pod.web.auth import allow
from pod.web.limits import AT_ONCE, SIGN_IN, limited
from tests.web.shop import a_brief, a_picture, assert_problem, sent

DESIGNS = "/api/v1/designs"


def ask(browser, **more):
    """A design that is refused for its empty sentence: asked for, and counted."""
    return browser.post(DESIGNS, json=a_brief(subject=""), **more).status_code


def from_address(address):
    return {"environ_overrides": {"REMOTE_ADDR": address}}


def test_asking_for_too_many_designs_says_when_to_come_back(shopper):
    assert {ask(shopper) for _ in range(30)} == {422}
    answer = shopper.post(DESIGNS, json=a_brief())
    body = assert_problem(answer, 429, "too_often", "a minute")
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    assert answer.headers["Retry-After"] in body["hint"]


def test_all_that_costs_work_is_counted_together(shopper):
    assert {ask(shopper) for _ in range(20)} == {422}
    for _ in range(10):
        assert shopper.post("/api/v1/orders", json={}).status_code == 422
    assert_problem(shopper.post("/api/v1/checks", **sent(b"")), 429, "too_often")
    assert shopper.get("/api/v1/products").status_code == 200


def test_uploads_have_a_lower_limit_of_their_own(shopper):
    codes = [shopper.post("/api/v1/uploads", **sent(b"")).status_code for _ in range(11)]
    assert codes == [422] * 10 + [429]
    assert ask(shopper) == 422


def test_a_day_has_its_limit_too(open_shop):
    browser = open_shop(POD_DAILY_PER_VISITOR="3").browser()
    assert {ask(browser) for _ in range(3)} == {422}
    answer = browser.post("/api/v1/uploads", **sent(a_picture()))
    assert_problem(answer, 429, "more than 3 times in a day", "hours")
    assert int(answer.headers["Retry-After"]) > 3600


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.ADMIN])
def test_the_shops_own_programs_are_not_counted(open_shop, role):
    shop = open_shop(POD_DAILY_PER_VISITOR="3")
    key, browser = shop.key(role), shop.browser()
    assert {ask(browser, headers=key) for _ in range(31)} == {422}


def test_a_key_that_only_looks_is_counted_like_a_shopper(shop):
    key, browser = shop.key(Role.VIEWER), shop.browser()
    codes = [browser.post("/api/v1/checks", **sent(b""), headers=key).status_code for _ in range(31)]
    assert codes[-1] == 429


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("198.51.100.7", "198.51.100.7", True),
        ("198.51.100.7", "198.51.100.8", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff:1:2:3", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:198.51.100.7", "198.51.100.7", True),
        ("fe80::1%eth0", "fe80::2%eth1", True),
        ("", "not an address", True),
    ],
)
def test_a_visitor_is_an_address_or_a_line_of_ipv6(shopper, first, second, same):
    for _ in range(30):
        ask(shopper, **from_address(first))
    assert (ask(shopper, **from_address(second)) == 429) is same


def test_visitors_behind_our_proxy_are_counted_one_by_one(open_shop):
    browser = open_shop(POD_PROXIES="1").browser()

    def asked_by(forwarded):
        return ask(browser, headers={"X-Forwarded-For": forwarded})

    assert {asked_by("198.51.100.7") for _ in range(30)} == {422}
    assert (asked_by("198.51.100.7"), asked_by("198.51.100.8")) == (429, 422)
    # what stands further left, the visitor has written themselves
    assert asked_by("203.0.113.9, 198.51.100.7") == 429


def test_an_ipv6_line_behind_our_proxy_is_one_visitor(open_shop):
    browser = open_shop(POD_PROXIES="1").browser()
    codes = [ask(browser, headers={"X-Forwarded-For": f"2001:db8:1:2::{n:x}"}) for n in range(31)]
    assert codes == [422] * 30 + [429]


def test_a_forwarded_address_is_not_believed_without_a_proxy_of_ours(shopper):
    assert [ask(shopper, headers={"X-Forwarded-For": f"198.51.100.{n}"}) for n in range(31)][-1] == 429


@pytest.fixture
def door(open_shop, monkeypatch):
    """Tries a password at a sign-in form like that of the operations pages; gives the status."""

    @allow("anyone")
    @limited(SIGN_IN)
    def sign_in():
        if request.form["password"] != "right":
            raise NotSignedIn("wrong_password", "No.")
        return "welcome"

    def with_a_door(app, install=pages.install):
        install(app)
        app.add_url_rule("/api/sign-in", view_func=sign_in, methods=["POST"])

    monkeypatch.setattr(pages, "install", with_a_door)
    browser = open_shop().browser()

    def tried(name, address, password="wrong"):
        return browser.post(
            "/api/sign-in", data={"name": name, "password": password}, **from_address(address)
        ).status_code

    return tried


def test_a_password_is_not_tried_out_from_one_address(door):
    assert [door(f"name{n}", "198.51.100.1") for n in range(6)] == [401] * 5 + [429]


def test_a_name_is_not_tried_out_from_many_addresses(door):
    codes = [door("anna", f"198.51.100.{n}") for n in range(21)]
    assert codes == [401] * 20 + [429]
    assert door(" ANNA ", "198.51.101.1") == 429
    assert door("bert", "198.51.101.1") == 401


def test_whoever_signs_in_is_not_counted_against_their_name(door):
    assert {door("anna", f"198.51.100.{n}", "right") for n in range(25)} == {200}


def test_pictures_are_looked_at_a_few_at_once_and_polls_go_on(shop, monkeypatch):
    """More uploads than places: those without one are told so at once, and nobody's poll waits for them."""
    begun, go_on = threading.Semaphore(0), threading.Event()

    def long_work(*_, **__):
        begun.release()
        assert go_on.wait(30)
        raise OSError("planted")

    monkeypatch.setattr(shop.services.pictures, "check", long_work)
    monkeypatch.setattr("pod.web.limits._PATIENCE_S", 0.01)
    codes: list[int] = []

    def check():
        codes.append(shop.browser().post("/api/v1/checks", **sent(a_picture())).status_code)

    busy = [threading.Thread(target=check) for _ in range(AT_ONCE)]
    for thread in busy:
        thread.start()
    for _ in busy:
        assert begun.acquire(timeout=30)
    refused = shop.browser().post("/api/v1/checks", **sent(a_picture()))
    assert_problem(refused, 503, "busy")
    assert refused.headers["Retry-After"] == "3"
    assert shop.browser().get("/api/v1/products").status_code == 200
    go_on.set()
    for thread in busy:
        thread.join()
    assert codes == [500] * AT_ONCE
    assert shop.browser().post("/api/v1/checks", **sent(a_picture())).status_code == 500
