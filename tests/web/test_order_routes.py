"""Where an order goes and why, over HTTP and on its page; and an operator's word over it."""

from __future__ import annotations

import html

import pytest

from pod.model.caller import Role
from pod.model.job import Lane
from tests.doubles.house import House
from tests.doubles.printshop import Fault
from tests.web.shop import OWNER, an_order, assert_problem


@pytest.fixture
def routed(shop, shopper, tmp_path):
    """A shop of two partners, one of which makes nothing; an order has gone to the other, which cannot be reached now."""
    houses = {name: House(tmp_path / "houses", name) for name in ("northern", "southern")}
    houses["southern"].makes = lambda _: False
    houses["northern"].submits.extend([Fault.NOT_SENT] * 9)
    shop.services.routes._tools.partners = houses
    version_id = shop.approved()["current_version_id"]
    taken = shopper.post("/api/v1/orders", json=an_order(version_id)).json
    shopper.post(f"/api/v1/orders/{taken['id']}/mark-paid", headers=shop.key())
    shop.services.runner.run_until(lambda: True, [Lane.HANDOFF], 30)
    return taken["id"]


def test_the_decision_is_told_with_every_measure(shop, shopper, routed):
    answer = shopper.get(f"/api/v1/orders/{routed}/routes", headers=shop.key())
    [decision] = answer.json["items"]
    assert (decision["reason"], decision["decided_by"]) == ("paid, and no partner was named", "job:route")
    [way] = decision["ways"]
    assert (way["groups"][0]["partner"], way["why_not"]) == ("northern", "")
    handoffs = shopper.get(f"/api/v1/orders/{routed}", headers=shop.key()).json["handoffs"]
    assert [(h["partner"], h["reference"]) for h in handoffs] == [("northern", way["groups"][0]["reference"])]
    [northern, southern] = decision["lines"][0]["candidates"]
    assert northern["price"]["currency"] == "USD"
    assert southern["unfit"] == ["southern does not make tee/M/navy. Ask another."]


def test_the_page_shows_the_ways_the_measures_and_what_speaks_against_each(shop, routed):
    page = html.unescape(shop.signed_in(Role.VIEWER).get(f"/ops/orders/{routed}").text)
    for words in (
        "Why it goes there",
        "northern: by the rules there is no other way",
        "southern does not make tee/M/navy",
    ):
        assert words in page


def test_an_operator_chooses_on_the_page_with_a_reason_and_is_told_what_is_wrong(shop, routed):
    browser = shop.signed_in()
    revision = shop.services.desk.order(OWNER, routed).row.order.revision
    form = browser.get(f"/ops/orders/act/route?pick={routed}:{revision}").text
    assert "Each line where it is best made" in form
    asked = {"pick": f"{routed}:{revision}", "choice": "southern", "csrf_token": token(form)}
    refused = browser.post("/ops/orders/act/route", data=asked)
    assert (refused.status_code, "needs a reason" in refused.text) == (422, True)
    assert browser.post("/ops/orders/act/route", data={**asked, "prepared": "2"}).status_code == 303
    page = browser.get(f"/ops/orders/{routed}").text
    assert "wants it elsewhere: southern" in html.unescape(page)


def token(page: str) -> str:
    return page.partition('name="csrf_token" value="')[2].partition('"')[0]


@pytest.mark.parametrize(
    ("asked", "status", "words"),
    [
        ({"to": "eastern", "reason": "because"}, 422, "no partner “eastern”"),
        ({"to": "together", "reason": "  "}, 422, "needs a reason"),
    ],
)
def test_a_route_that_cannot_be_is_refused_in_words(shop, shopper, routed, asked, status, words):
    answer = shopper.post(f"/api/v1/orders/{routed}/route", json=asked, headers=shop.key())
    assert_problem(answer, status, words)


def test_only_operators_choose(shop, shopper, routed):
    asked = {"to": "together", "reason": "because"}
    assert_problem(shopper.post(f"/api/v1/orders/{routed}/route", json=asked, headers=shop.key(Role.VIEWER)), 403)
