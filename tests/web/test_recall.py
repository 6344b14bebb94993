"""What can still be undone of an order, on its page and over HTTP; and another address."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from pod.model.handoff import HandOffState
from pod.model.job import Lane
from pod.model.readdress import AddressState
from tests.doubles.printshop import Printshop, PrintshopSettings
from tests.web.shop import OWNER, Shop, an_order, assert_problem

ELSEWHERE = {"name": "A. Reader", "line1": "2 Other Street", "city": "London", "postcode": "N2 2BB", "country": "GB"}


@pytest.fixture
def sent(shop: Shop, shopper: Any, tmp_path: Any) -> tuple[str, Printshop]:
    """An order that its partner has."""
    partner = Printshop(PrintshopSettings(str(tmp_path / "printshop")))
    shop.services.orders._tools.partners = {"printshop": partner}
    taken = shopper.post("/api/v1/orders", json=an_order(shop.approved()["current_version_id"])).json
    shopper.post(f"/api/v1/orders/{taken['id']}/mark-paid", headers=shop.key())
    work(shop)
    return taken["id"], partner


def work(shop: Shop) -> None:
    shop.services.runner.run_until(lambda: True, [Lane.HANDOFF], 30)


def page_of(shop: Shop, order_id: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(shop.browser().get(f"/ops/orders/{order_id}", headers=shop.key()).text))


def test_the_api_says_until_when_and_asks_only_where_it_is_asked_to(shop, shopper, sent):
    order_id, partner = sent
    [handoff] = shopper.get(f"/api/v1/orders/{order_id}", headers=shop.key()).json["handoffs"]
    assert (handoff["cancel"]["chance"], handoff["address"]["chance"]) == ("yes", "yes")
    partner.says(handoff["reference"], HandOffState.IN_PRODUCTION)
    [asked] = shopper.get(f"/api/v1/orders/{order_id}/options", headers=shop.key()).json["items"]
    assert (asked["state"], asked["cancel"]["chance"], asked["asked"]) == ("accepted", "no", True)
    partner.away = True
    [away] = shopper.get(f"/api/v1/orders/{order_id}/options", headers=shop.key()).json["items"]
    assert (away["asked"], "does not answer" in away["not_asked"]) == (False, True)


def test_another_address_is_asked_for_and_its_end_is_shown(shop, shopper, sent):
    order_id, partner = sent
    answer = shopper.post(f"/api/v1/orders/{order_id}/address", json={"ship_to": ELSEWHERE}, headers=shop.key())
    assert answer.json["ship_to"]["line1"] == "2 Other Street"
    assert answer.json["handoffs"][0]["address"]["chance"] == "requested"
    assert "There it is Ada Planted, 7 Secret Street" in page_of(shop, order_id)
    work(shop)
    assert partner.orders[0]["to"]["line1"] == "2 Other Street"
    assert "Changed." in page_of(shop, order_id)


def test_what_is_too_late_is_said_with_the_way_out(shop, shopper, sent):
    order_id, partner = sent
    partner.says(partner.orders[0]["reference"], HandOffState.IN_PRODUCTION)
    shopper.post(f"/api/v1/orders/{order_id}/address", json={"ship_to": ELSEWHERE}, headers=shop.key())
    work(shop)
    page = page_of(shop, order_id)
    assert "Refused. printshop no longer takes another address" in page
    assert "Cancel it and order it anew, or write to printshop" in page


def test_an_address_of_which_something_is_wrong_is_refused_with_all_of_it(shop, shopper, sent):
    wrong = {**ELSEWHERE, "city": "", "line1": "No " * 30}
    answer = shopper.post(f"/api/v1/orders/{sent[0]}/address", json={"ship_to": wrong}, headers=shop.key())
    assert_problem(answer, 422)
    assert [p["code"] for p in answer.json["problems"]] == ["address", "address_too_long"]


def test_the_form_keeps_what_was_typed_and_changes_what_was_seen(shop, sent):
    order_id, browser = sent[0], shop.signed_in()
    page = browser.get(f"/ops/orders/{order_id}").text
    token = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert token
    seen = shop.services.desk.order(OWNER, order_id).row.order.revision
    form = {**ELSEWHERE, "csrf_token": token[1], "seen": str(seen)}
    refused = browser.post(f"/ops/orders/{order_id}/address", data={**form, "country": "England"})
    assert (refused.status_code, 'value="2 Other Street"' in refused.text) == (422, True)
    assert browser.post(f"/ops/orders/{order_id}/address", data=form).status_code == 303
    again = browser.post(f"/ops/orders/{order_id}/address", data={**form, "line1": "3 Third Street"})
    assert (again.status_code, "has changed since the page was loaded" in html.unescape(again.text)) == (409, True)


def test_the_partners_are_asked_from_the_page_and_what_they_say_is_said(shop, sent):
    order_id, browser = sent[0], shop.signed_in()
    token = re.search(r'name="csrf_token" value="([^"]+)"', browser.get(f"/ops/orders/{order_id}").text)
    assert token
    browser.post(f"/ops/orders/{order_id}/options", data={"csrf_token": token[1]})
    said = html.unescape(browser.get(f"/ops/orders/{order_id}").text)
    assert "printshop. Cancel: Can be cancelled until" in said
    assert "(as it says now)" in said


def test_what_its_partner_does_not_answer_is_decided_on_the_page_and_over_http(shop, shopper, sent):
    order_id, browser = sent[0], shop.signed_in()
    reference = sent[1].orders[0]["reference"]
    shopper.post(f"/api/v1/orders/{order_id}/address", json={"ship_to": ELSEWHERE}, headers=shop.key())
    with shop.services.store.writing() as tx:
        change, now = tx.address_changes.of(OWNER.tenant_id, reference), datetime.now(UTC)
        silence = {"silent_since": now, "held_until": now + timedelta(days=1)}
        tx.address_changes.move(change, AddressState.UNANSWERED, OWNER, "The line was cut.", **silence)
    page = html.unescape(browser.get(f"/ops/orders/{order_id}").text)
    for said in ("printshop has not answered since", "Yours to decide by", "Ask printshop again", "former address"):
        assert said in page
    token = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert token
    form = {"csrf_token": token[1], "decision": "former", "reason": "They said so on the phone."}
    address = f"/ops/orders/{order_id}/address/{reference}"
    assert browser.post(address, data={**form, "decision": "nonsense"}).status_code == 400
    assert browser.post(address, data=form).status_code == 303
    page = html.unescape(browser.get(f"/ops/orders/{order_id}").text)
    assert "By printshop’s former address, as somebody here has said. They said so on the phone." in page
    api = f"/api/v1/orders/{order_id}/address-decision"
    again = shopper.post(api, json={"reference": reference, "decision": "ask_again"}, headers=shop.key())
    assert again.json["handoffs"][0]["address"]["chance"] == "requested"
    settled = shopper.post(api, json={"reference": reference, "decision": "former"}, headers=shop.key())
    assert_problem(settled, 409)


def test_the_page_of_an_order_whose_address_was_erased_is_still_there(shop, shopper, sent):
    order_id = sent[0]
    shopper.post(f"/api/v1/orders/{order_id}/cancel", json={}, headers=shop.key())
    work(shop)
    with shop.services.store.writing() as tx:
        tx.customers.erase(order_id, OWNER)
    assert "address erased" in page_of(shop, order_id)
