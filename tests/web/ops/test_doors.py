"""Who gets in at the operations pages, and what each role finds there."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest

from pod.model.caller import Role
from tests.web.ops.desk import (
    HTML,
    UNKNOWN,
    Desk,
    order_of,
    said,
)
from tests.web.shop import assert_problem

PAGES = {
    "/ops": Role.VIEWER,
    "/ops/designs": Role.VIEWER,
    "/ops/orders": Role.VIEWER,
    "/ops/gang-sheets": Role.VIEWER,
    "/ops/shops": Role.VIEWER,
    "/ops/partners": Role.VIEWER,
    "/ops/messages": Role.VIEWER,
    "/ops/claims": Role.VIEWER,
    "/ops/jobs": Role.VIEWER,
    "/ops/ledger": Role.VIEWER,
    "/ops/ledger/turnouts": Role.VIEWER,
    "/ops/screening": Role.VIEWER,
    "/ops/password": Role.VIEWER,
    "/ops/people": Role.ADMIN,
    "/ops/designs/act/approve": Role.OPERATOR,
    "/ops/orders/act/hold": Role.OPERATOR,
    f"/ops/designs/{UNKNOWN}": Role.VIEWER,
    f"/ops/orders/{UNKNOWN}": Role.VIEWER,
    f"/ops/designs/{UNKNOWN}/names": Role.VIEWER,
    f"/ops/names/{UNKNOWN}": Role.VIEWER,
    f"/ops/names/{UNKNOWN}/report.csv": Role.VIEWER,
    f"/ops/names/{UNKNOWN}/files.zip": Role.VIEWER,
}
FORMS = {
    "/ops/designs/act/approve": Role.OPERATOR,
    "/ops/orders/act/mark-paid": Role.OPERATOR,
    f"/ops/orders/{UNKNOWN}/look-up/job1": Role.OPERATOR,
    "/ops/jobs/1/retry": Role.OPERATOR,
    "/ops/gang-sheets": Role.OPERATOR,
    f"/ops/designs/{UNKNOWN}/publish": Role.OPERATOR,
    f"/ops/designs/{UNKNOWN}/publish/shopify/withdraw": Role.OPERATOR,
    f"/ops/designs/{UNKNOWN}/mockups": Role.OPERATOR,
    f"/ops/orders/{UNKNOWN}/options": Role.OPERATOR,
    f"/ops/orders/{UNKNOWN}/address": Role.OPERATOR,
    f"/ops/orders/{UNKNOWN}/address/job1": Role.OPERATOR,
    f"/ops/designs/{UNKNOWN}/personal": Role.OPERATOR,
    "/ops/designs/act/redraw": Role.OPERATOR,
    f"/ops/designs/{UNKNOWN}/names": Role.OPERATOR,
    f"/ops/names/{UNKNOWN}/approve": Role.OPERATOR,
    f"/ops/names/{UNKNOWN}/retry": Role.OPERATOR,
    f"/ops/names/{UNKNOWN}/sheets": Role.OPERATOR,
    "/ops/partners/manual/again": Role.OPERATOR,
    "/ops/partners/manual/looked_at": Role.OPERATOR,
    "/ops/shops/import": Role.OPERATOR,
    f"/ops/messages/{UNKNOWN}/again": Role.OPERATOR,
    "/ops/messages/choices": Role.ADMIN,
    f"/ops/orders/{UNKNOWN}/claims": Role.OPERATOR,
    f"/ops/claims/{UNKNOWN}/refund": Role.OPERATOR,
    "/ops/shops/csv/A-1/repair": Role.OPERATOR,
    f"/ops/ledger/{UNKNOWN}/charged": Role.OPERATOR,
    "/ops/password": Role.VIEWER,
    "/ops/screening/words/refuse": Role.OPERATOR,
    f"/ops/screening/{UNKNOWN}/overrule": Role.OPERATOR,
    "/ops/screening/outside": Role.ADMIN,
    "/ops/people/users": Role.ADMIN,
    "/ops/people/users/ada/password": Role.ADMIN,
    "/ops/people/keys": Role.ADMIN,
    "/ops/people/keys/00000000/revoke": Role.ADMIN,
}
OPEN = {"/ops/sign-in", "/ops/sign-out"}
_RANK = list(Role)


def test_every_page_and_form_is_in_the_tables_above(shop):
    listed = {re.sub(UNKNOWN, "x", path) for path in (*PAGES, *FORMS, *OPEN)}
    for rule in shop.app.url_map.iter_rules():
        if rule.rule.startswith("/ops"):
            endings = {re.sub(r"<[^>]+>", "[^/]+", rule.rule)}
            assert any(re.fullmatch(ending, path) for ending in endings for path in listed), rule.rule


def test_a_stranger_is_led_to_the_sign_in_and_back(shopper):
    for path in PAGES:
        answer = shopper.get(f"{path}?q=fox", headers=HTML)
        assert answer.status_code == 303, path
        assert unquote(answer.headers["Location"]) == f"/ops/sign-in?next={path}?q=fox"


def test_a_strangers_form_does_nothing_and_leads_to_the_sign_in(shopper):
    for path in FORMS:
        answer = shopper.post(path, headers=HTML)
        assert answer.status_code == 303, path
        assert answer.headers["Location"].startswith("/ops/sign-in?next=/ops")


@pytest.mark.parametrize("role", [Role.VIEWER, Role.OPERATOR, Role.ADMIN])
def test_every_role_sees_what_is_its_own_and_no_more(shop, role):
    desk = Desk(shop, role)
    for path, needed in PAGES.items():
        allowed = _RANK.index(role) >= _RANK.index(needed)
        answer = desk.browser.get(path, headers=HTML)
        assert (answer.status_code == 403) != allowed, path
        if not allowed:
            assert f"The role {role} may not do this." in said(answer)


@pytest.mark.parametrize("role", [Role.VIEWER, Role.OPERATOR])
def test_a_form_above_ones_role_is_refused_even_with_a_token(shop, role):
    desk = Desk(shop, role)
    token = desk.token()
    for path, needed in FORMS.items():
        if _RANK.index(role) < _RANK.index(needed):
            answer = desk.browser.post(path, data={"csrf_token": token}, headers=HTML)
            assert answer.status_code == 403, path
            assert "may not do this" in said(answer)


def test_a_form_without_its_token_is_refused_in_words(shop):
    desk = Desk(shop, Role.ADMIN)
    for path in FORMS:
        if path != "/ops/password":
            assert "Load the page again, then repeat it." in said(desk.post(path, 403, token=False)), path


def test_a_viewer_is_offered_nothing_to_press(shop):
    order, viewer = order_of(shop), Desk(shop, Role.VIEWER)
    shop.proofed()
    for path in ("/ops", "/ops/orders", "/ops/designs", f"/ops/orders/{order.id}", "/ops/jobs", "/ops/ledger"):
        page = viewer.get(path).text
        assert "/act/" not in page, path
        assert 'name="pick"' not in page
        assert re.findall(r'<form[^>]*method="post"[^>]*action="([^"]+)"', page) == ["/ops/sign-out"]


def test_a_program_gets_problems_from_these_pages_and_no_detours(shop):
    assert_problem(shop.browser().get("/ops/orders"), 401, "sign_in")
    assert_problem(shop.browser().get("/ops/people", headers=shop.key()), 403, "not_allowed")
    assert_problem(shop.browser().get(f"/ops/orders/{UNKNOWN}", headers=shop.key()), 404, "no_order")


def test_the_api_still_answers_strangers_with_a_problem(shopper):
    answer = shopper.get("/api/v1/orders", headers=HTML)
    assert (answer.status_code, answer.mimetype) == (401, "application/problem+json")


def test_another_tenants_things_are_not_there(shop):
    order = order_of(shop)
    foreign = shop.key(Role.ADMIN, tenant="other")
    browser = shop.browser()
    for path in (f"/ops/orders/{order.id}", f"/ops/designs/{shop.design()}"):
        assert browser.get(path, headers={**foreign, **HTML}).status_code == 404
    assert order.external_ref not in browser.get("/ops/orders", headers={**foreign, **HTML}).text
