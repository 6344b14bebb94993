"""Signing in and out, and one's own password."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import unquote

import pytest

from pod.model.caller import Role
from pod.model.order import OrderState
from tests.web.ops.desk import (
    HTML,
    OPERATOR,
    PASSWORD,
    order_of,
    pick,
    said,
)
from tests.web.shop import OWNER


def sign_in(browser, name="ada", password=PASSWORD, status=303, **more):
    page = browser.get("/ops/sign-in", headers=HTML)
    token = re.search(r'name="csrf_token" value="([^"]+)"', page.text)[1]
    answer = browser.post(
        "/ops/sign-in", data={"csrf_token": token, "name": name, "password": password, **more}, headers=HTML
    )
    assert answer.status_code == status, said(answer)
    return answer


@pytest.fixture
def ada(shop):
    shop.services.accounts.add_user(OWNER, "ada", PASSWORD, Role.OPERATOR)
    return shop.browser()


def test_signing_in_opens_the_page_that_was_asked_for(ada):
    answer = sign_in(ada, next="/ops/orders?state=received&q=%C3%89t%C3%A9")
    assert answer.headers["Location"] == "/ops/orders?state=received&q=%C3%89t%C3%A9"
    cookie = next(
        c for c in answer.headers.getlist("Set-Cookie") if c.startswith("sid=") and "Expires=Thu, 01 Jan 1970" not in c
    )
    for word in ("HttpOnly", "SameSite=Lax", "Path=/"):
        assert word in cookie
    assert ada.get("/ops/orders").status_code == 200


def test_nobody_is_led_to_another_site_by_signing_in(desk):
    for elsewhere in (
        "https://evil.example", "//evil.example", "/\\evil.example", "/ops\\..\\evil", "/", "/api/v1/orders", "/opsevil",
        "ops", "javascript:alert(1)", "/ops/\r\nSet-Cookie: a=b", "/ops/\tx",
    ):  # fmt: skip
        assert desk.get("/ops/sign-in", 302, query_string={"next": elsewhere}).headers["Location"] == "/ops", elsewhere


def test_a_wrong_password_keeps_the_name_and_says_the_way_out(ada):
    answer = sign_in(ada, password="wrong wrong wrong", status=422)
    assert "That name and password do not go together." in said(answer)
    assert 'name="name" value="ada"' in answer.text
    assert "wrong wrong" not in answer.text


def test_a_name_that_is_not_there_gets_the_same_answer(ada):
    known, unknown = (said(sign_in(ada, name=name, password="x" * 12, status=422)) for name in ("ada", "eve"))
    assert known == unknown


def test_after_five_tries_in_a_minute_the_page_says_when(ada):
    for _ in range(5):
        sign_in(ada, password="wrong wrong wrong", status=422)
    answer = sign_in(ada, status=429)
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    assert answer.headers["Retry-After"] in said(answer)
    assert 'name="name" value="ada"' in answer.text


def test_a_new_session_has_a_new_id_and_ends_the_old_one(ada):
    sign_in(ada)
    first = ada.get_cookie("sid").value
    ada.delete_cookie("pod")
    page = ada.get("/ops", headers=HTML)
    token = re.search(r'name="csrf_token" value="([^"]+)"', page.text)[1]
    ada.post("/ops/sign-in", data={"csrf_token": token, "name": "ada", "password": PASSWORD}, headers=HTML)
    second = ada.get_cookie("sid").value
    assert second != first
    ada.set_cookie("sid", first)
    assert ada.get("/ops", headers=HTML).status_code == 303


def test_signing_out_ends_the_session_here_and_in_the_browser(shop, desk):
    cookie = desk.browser.get_cookie("sid").value
    answer = desk.post("/ops/sign-out")
    assert "You have signed out." in said(desk.get(answer.headers["Location"]))
    again = shop.browser()
    again.set_cookie("sid", cookie)
    assert again.get("/ops", headers=HTML).status_code == 303


def test_whoever_is_signed_in_is_not_asked_to_sign_in(desk):
    assert desk.get("/ops/sign-in?next=/ops/jobs", 302).headers["Location"] == "/ops/jobs"


def test_an_idle_session_leads_to_the_sign_in_and_watching_does_not_keep_it(shop, desk):
    shop.watch.ahead += timedelta(minutes=20)
    assert desk.browser.get("/ops", headers={"X-Watching": "1"}).status_code == 200
    shop.watch.ahead += timedelta(minutes=11)
    assert desk.browser.get("/ops", headers={**HTML, "X-Watching": "1"}).status_code == 401
    assert desk.browser.get("/ops", headers=HTML).status_code == 303


def test_what_was_typed_is_there_again_after_signing_in(shop, desk):
    order = order_of(shop)
    token = desk.token()
    shop.watch.ahead += timedelta(minutes=31)
    form = {
        "csrf_token": token,
        "pick": pick(order),
        "prepared": "2",
        "reason": "wants another size",
        "back": "/ops/orders",
    }
    answer = desk.browser.post("/ops/orders/act/hold", data=form, headers=HTML)
    assert answer.status_code == 303
    back = re.search(r"next=([^&]+)$", answer.headers["Location"])[1]
    shop.services.accounts.add_user(OWNER, "ada", PASSWORD, Role.OPERATOR)
    opened = sign_in(desk.browser, next=unquote(back)).headers["Location"]
    page = desk.get(opened)
    assert ">wants another size</textarea>" in page.text
    assert re.search(r'value="2" checked', page.text)
    assert order.external_ref in said(page)
    assert shop.services.orders.get(OPERATOR, order.id).state is OrderState.RECEIVED


def test_the_first_password_is_never_on_a_page(open_shop):
    shop = open_shop()
    password = shop.services.accounts.ensure_first_admin()
    page = shop.browser().get("/ops/sign-in").text
    assert "said its password in the terminal" in page
    assert password not in page
    assert str(shop.services.settings.first_password_file) not in page


def test_somebody_changes_their_own_password(ada):
    sign_in(ada)
    token = re.search(r'name="csrf_token" value="([^"]+)"', ada.get("/ops/password").text)[1]
    wrong = ada.post(
        "/ops/password", data={"csrf_token": token, "present": "no", "password": "a new long password"}, headers=HTML
    )
    assert (wrong.status_code, "not your present password" in said(wrong)) == (422, True)
    done = ada.post(
        "/ops/password",
        data={"csrf_token": token, "present": PASSWORD, "password": "a new long password"},
        headers=HTML,
    )
    assert done.status_code == 303
    assert "Your password is changed." in said(ada.get(done.headers["Location"], headers=HTML))
    sign_in(ada, password="a new long password")
