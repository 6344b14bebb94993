"""Claims by the doors: a customer's form on the order's page, the shop's on its own, and the API."""

from __future__ import annotations

import base64
import io
import re

import pytest

from pod.model.caller import Role
from pod.model.order import OrderItem
from tests.services.bench import ADDRESS
from tests.web.ops.desk import HTML, PASSWORD, Desk, said
from tests.web.shop import OWNER, a_picture, assert_problem


@pytest.fixture
def order(shop):
    """On its way from the hot folder."""
    design = shop.approved()
    lines = [OrderItem("", design["current_version_id"], "tee", f"tee/{size}/navy", 1) for size in ("M", "L")]
    order, _ = shop.services.orders.place(OWNER, "shop-1", ADDRESS, lines)
    shop.services.orders.mark_paid(OWNER, order.id)
    shop.services.runner.drain()
    return shop.services.orders.get(OWNER, order.id)


@pytest.fixture
def desk(shop):
    shop.services.accounts.add_user(OWNER, "operator", PASSWORD, Role.OPERATOR)
    return Desk(shop)


def tell(shop, order, status=303, **form):
    browser = shop.browser()
    page = browser.get(f"/o/{order.id}", headers=HTML).text
    token = re.search(r'name="csrf_token" value="([^"]+)"', page)[1]
    told = {"csrf_token": token, "kind": "damaged", "words": "A corner <b>is</b> torn.", **form}
    answer = browser.post(f"/o/{order.id}/claims", data=told, headers=HTML, content_type="multipart/form-data")
    assert answer.status_code == status, said(answer)
    return answer


def test_a_customer_tells_of_a_torn_corner_and_sees_what_comes_of_it(shop, order, desk):
    tell(shop, order, item=order.items[1].id, pictures=(io.BytesIO(a_picture()), "torn.png"))
    page = desk.get(f"/ops/orders/{order.id}")
    assert "A corner <b>is</b> torn." in said(page), "what they typed, as they typed it"
    assert "1 × tee/L/navy" in said(page)
    [picture] = re.findall(r'<p class="evidence"><a href="([^"]+)"', page.text)
    assert desk.browser.get(picture).content_type == "image/png"
    [claim] = shop.services.claims.of_order(OWNER, order.id)
    desk.post(f"/ops/claims/{claim.claim.id}/refuse", seen="0", order=order.id, answer="It is a crease.")
    shown = said(shop.browser().get(f"/o/{order.id}", headers=HTML))
    assert "It was refused." in shown
    assert "It is a crease." in shown


def test_what_is_wrong_with_a_report_stands_at_its_field_and_nothing_typed_is_lost(shop, order):
    answer = tell(shop, order, status=422, kind="late", pictures=(io.BytesIO(b"not a picture"), "x.png"))
    assert "A corner &lt;b&gt;is&lt;/b&gt; torn." in answer.text
    assert 'value="late" selected' in answer.text
    assert 'id="pictures-wrong"' in answer.text
    assert shop.services.claims.of_order(OWNER, order.id) == ()


def test_an_order_that_has_not_gone_out_offers_no_form(shop):
    design = shop.approved()
    item = OrderItem("", design["current_version_id"], "tee", "tee/M/navy", 1)
    order, _ = shop.services.orders.place(OWNER, "shop-2", ADDRESS, [item])
    assert "/claims" not in shop.browser().get(f"/o/{order.id}", headers=HTML).text


def test_the_desk_reports_decides_and_sees_it_counted(shop, order, desk):
    desk.post(f"/ops/orders/{order.id}/claims", kind="lost", words="It never came.")
    assert "Claims 1" in said(desk.get("/ops"))
    [shown] = shop.services.claims.of_order(OWNER, order.id)
    told = {"seen": "0", "order": order.id, "payer": "partner", "answer": ""}
    for amount in ("12,50", "-1", "0", ""):
        status = 422
        page = desk.post(f"/ops/claims/{shown.claim.id}/refund", status, **told, amount=amount, currency="gbp")
        assert "amount" in said(page).lower() or "pay back" in said(page)
    desk.post(f"/ops/claims/{shown.claim.id}/refund", **told, amount="12.50", currency="gbp")
    page = said(desk.get("/ops/claims"))
    assert "the partner 12.50 GBP" in page
    assert "It never came." in page
    stale = desk.post(f"/ops/claims/{shown.claim.id}/refund", 409, **told, amount="12.50", currency="GBP")
    assert "changed since" in said(stale)


def test_a_claim_is_printed_again_by_one_click(shop, order, desk):
    desk.post(f"/ops/orders/{order.id}/claims", kind="print_defect", words="The ink is pale.", item=order.items[0].id)
    [shown] = shop.services.claims.of_order(OWNER, order.id)
    desk.post(f"/ops/claims/{shown.claim.id}/reprint", seen="0", order=order.id, payer="shop", answer="")
    desk.post(f"/ops/claims/{shown.claim.id}/reprint", 409, seen="0", order=order.id, payer="shop", answer="")
    shop.services.runner.drain()
    page = said(desk.get(f"/ops/orders/{order.id}"))
    assert "It is printed again, borne by the shop." in page
    assert len(shop.services.orders.page(OWNER).items) == 2


def test_a_program_reports_with_a_picture_as_base64(shop, order):
    body = {"kind": "damaged", "words": "Torn.", "pictures": [base64.b64encode(a_picture()).decode()]}
    address = f"/api/v1/orders/{order.id}/claims"
    made = shop.browser().post(address, json=body)
    assert made.status_code == 201, made.text
    assert made.json["pictures"][0]["media_type"] == "image/png"
    assert (made.json["closes_at"], made.json["state"]) == (None, "reported")
    assert shop.browser().post(address, json=body).json["id"] == made.json["id"]
    assert_problem(shop.browser().post(address, json={**body, "pictures": ["!"]}), 422, "base64")
    assert shop.browser().get(f"/api/v1/orders/{'0' * 32}/claims").status_code == 404
