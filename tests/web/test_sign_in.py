"""The door of the operations pages, as somebody finds it who has no business behind it."""

from __future__ import annotations

import re

import pytest

from pod.model.caller import Role
from tests.web.shop import OWNER

NAME, PASSWORD = "ada@shop.example", "correct horse battery"


@pytest.fixture
def door(shop):
    shop.services.accounts.add_user(OWNER, NAME, PASSWORD, Role.OPERATOR)
    return shop


def token_of(page):
    return re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.text)[1]


def sign_in(browser, name=NAME, password=PASSWORD, address="127.0.0.1", token=None):
    return browser.post(
        "/ops/sign-in",
        data={"name": name, "password": password, "csrf_token": token or token_of(browser.get("/ops/sign-in"))},
        environ_overrides={"REMOTE_ADDR": address},
    )


def test_a_name_that_is_not_there_is_as_much_work_as_a_wrong_password(door, monkeypatch):
    accounts, verified = door.services.accounts, []

    def counted(stored, password, verify=accounts._hasher.verify):
        verified.append(stored.rsplit("$", 2)[0])
        return verify(stored, password)

    monkeypatch.setattr(accounts, "_hasher", type("Counting", (), {"verify": staticmethod(counted)}))
    answers = [sign_in(door.browser(), name, "wrong password") for name in (NAME, "nobody@shop.example")]
    assert [a.status_code for a in answers] == [422, 422]
    assert len(verified) == 2
    assert verified[0] == verified[1]  # algorithm and cost
    said = [
        re.sub(r"nobody@|ada@", "", re.sub(r'value="[^"]*"|nonce-?="[^"]*"|content="[^"]*"', "", a.text))
        for a in answers
    ]
    assert said[0] == said[1]


def test_what_was_planted_before_somebody_signed_in_is_worth_nothing_after(door):
    browser = door.browser()
    planted = token_of(browser.get("/ops/sign-in"))
    assert sign_in(browser, token=planted).status_code == 303
    answer = browser.post("/ops/sign-out", data={"csrf_token": planted})
    assert answer.status_code == 403
    assert browser.get("/ops/orders").status_code == 200


def test_a_session_id_that_somebody_chose_is_not_taken(door):
    browser = door.browser()
    browser.set_cookie("sid", "chosen-by-somebody-else")
    assert sign_in(browser).status_code == 303
    assert browser.get_cookie("sid").value != "chosen-by-somebody-else"


def test_a_name_is_not_tried_out_from_many_addresses(door):
    codes = [sign_in(door.browser(), password=f"wrong {n}", address=f"198.51.100.{n}").status_code for n in range(21)]
    assert codes == [422] * 20 + [429]
    assert sign_in(door.browser(), NAME.upper(), address="198.51.101.1").status_code == 429
    assert sign_in(door.browser(), "bert@shop.example", address="198.51.101.2").status_code == 422


def test_one_who_mistypes_a_new_password_locks_nobody_else_out(door):
    for n in range(22):
        browser = door.browser()
        sign_in(browser, address=f"198.51.100.{n}")
        token = token_of(browser.get("/ops/password"))
        data = {"present": "wrong", "password": "another good password", "csrf_token": token}
        browser.post("/ops/password", data=data, environ_overrides={"REMOTE_ADDR": f"198.51.100.{n}"})
    door.services.accounts.add_user(OWNER, "bert@shop.example", PASSWORD, Role.OPERATOR)
    other = door.browser()
    sign_in(other, "bert@shop.example", address="203.0.113.1")
    data = {
        "present": PASSWORD,
        "password": "another good password",
        "csrf_token": token_of(other.get("/ops/password")),
    }
    answer = other.post("/ops/password", data=data, environ_overrides={"REMOTE_ADDR": "203.0.113.1"})
    assert answer.status_code == 303


@pytest.mark.parametrize("odd", ["a\0b", "x" * 100_000, "\ufffe", "' OR 1=1 --", "é" * 5000, "\u202eada"])
def test_odd_names_and_passwords_are_wrong_and_nothing_else(door, odd):
    assert sign_in(door.browser(), name=odd).status_code == 422
    assert sign_in(door.browser(), password=odd).status_code == 422


@pytest.mark.parametrize("cookie", ["", "\xff", "a" * 5000, "a; b", "%00", '"'])
def test_an_odd_session_is_no_session(door, cookie):
    browser = door.browser()
    answer = browser.get("/ops/orders", headers={"Cookie": f"sid={cookie}; pod={cookie}"})
    assert answer.status_code in (302, 303, 401)


def test_over_https_both_cookies_are_bound_to_this_host_and_to_https(open_shop):
    shop = open_shop(POD_PUBLIC_URL="https://shop.example")
    shop.services.accounts.add_user(OWNER, NAME, PASSWORD, Role.OPERATOR)
    browser, base = shop.browser(), "https://shop.example"
    page = browser.get("/ops/sign-in", base_url=base)
    data = {"name": NAME, "password": PASSWORD, "csrf_token": token_of(page)}
    answer = browser.post("/ops/sign-in", base_url=base, data=data, headers={"Origin": base})
    assert answer.status_code == 303, answer.text
    cookies = [*page.headers.getlist("Set-Cookie"), *answer.headers.getlist("Set-Cookie")]
    kept = [c for c in cookies if "Max-Age=0" not in c]
    assert {c.split("=")[0] for c in kept} == {"__Host-sid", "__Host-pod"}
    for cookie in cookies:
        for word in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
            assert word in cookie, cookie
        assert "Domain" not in cookie
