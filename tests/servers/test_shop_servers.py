"""The shops' test servers keep to what is written of the shops: what they refuse, and in which words."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping
from datetime import timedelta
from http.client import HTTPConnection
from typing import Any

import pytest

from tests.servers.etsy import KEYSTRING, REFRESH, SHARED_SECRET, SHOP_ID, EtsyServer
from tests.servers.serving import Call
from tests.servers.shop import Bought, ShopServer
from tests.servers.shopify import TOKEN, ShopifyServer
from tests.servers.woocommerce import KEY, PASSWORD, WooCommerceServer

TEE = Bought("tee", 3)
GRAPHQL = "/admin/api/2026-07/graphql.json"
PARTS = """query($id: ID!) { order(id: $id) { fulfillmentOrders(first: 10) { nodes {
  id status lineItems(first: 10) { nodes { id remainingQuantity } } } } } }"""
CREATE = """mutation($f: FulfillmentInput!) { fulfillmentCreate(fulfillment: $f) {
  fulfillment { id } userErrors { field message } } }"""


@pytest.fixture
def at_shopify() -> Iterator[ShopifyServer]:
    with ShopifyServer() as server:
        yield server


@pytest.fixture
def at_woocommerce() -> Iterator[WooCommerceServer]:
    with WooCommerceServer() as server:
        yield server


def ask(server: ShopServer, method: str, path: str, headers: Mapping[str, str], body: Any = None) -> tuple[Any, ...]:
    """Status, what was answered, and its headers."""
    connection = HTTPConnection(server.address, timeout=5)
    try:
        raw = None if body is None else json.dumps(body).encode()
        connection.request(method, path, raw, {"Content-Type": "application/json", **headers})
        reply = connection.getresponse()
        return reply.status, json.loads(reply.read()), reply.headers
    finally:
        connection.close()


def query(
    server: ShopifyServer, words: str, token: str = TOKEN, path: str = GRAPHQL, **variables: Any
) -> tuple[int, Any]:
    asked = {"query": words, "variables": variables}
    return ask(server, "POST", path, {"X-Shopify-Access-Token": token}, asked)[:2]


def parts(server: ShopifyServer, order_id: str) -> list[Any]:
    answer = query(server, PARTS, id=f"gid://shopify/Order/{order_id}")[1]
    return list(answer["data"]["order"]["fulfillmentOrders"]["nodes"])


def create(server: ShopifyServer, *wanted: Mapping[str, Any]) -> list[str]:
    status, answer = query(server, CREATE, f={"lineItemsByFulfillmentOrder": wanted})
    assert status == 200, answer
    made = answer["data"]["fulfillmentCreate"]
    words = [error["message"] for error in made["userErrors"]]
    assert bool(words) == (made["fulfillment"] is None)
    return words


def some(part: Mapping[str, Any], quantity: int) -> dict[str, Any]:
    lines = [{"id": part["lineItems"]["nodes"][0]["id"], "quantity": quantity}]
    return {"fulfillmentOrderId": part["id"], "fulfillmentOrderLineItems": lines}


# --- Shopify


def test_shopify_says_with_200_which_field_it_does_not_have(at_shopify):
    status, answer = query(at_shopify, "{ shop { name colour } }")
    assert status == 200
    assert answer["errors"][0]["message"] == "Field 'colour' doesn't exist on type 'Shop'"
    assert answer["errors"][0]["extensions"] == {"code": "undefinedField", "typeName": "Shop", "fieldName": "colour"}
    assert "data" not in answer


def test_shopify_knows_its_tokens_and_its_addresses(at_shopify):
    assert query(at_shopify, "{ shop { name } }", token="another")[0] == 401
    assert query(at_shopify, "{ shop { name } }", path="/admin/api/graphql.json")[0] == 404


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ("{ orders { nodes { id } } }", "you must provide one of first or last"),
        ("{ orders(first: 251) { nodes { id } } }", "first cannot exceed 250"),
        ('{ order(id: "1001") { id } }', "Invalid global id '1001'"),
        ('{ orders(first: 1, query: "updated_at:>2026-11-20T11:00:00Z") { nodes { id } } }', "Invalid search"),
        ("{ orders(first: 50) { nodes { id lineItems(first: 50) { nodes { id } } } } }", "Query cost is 2550"),
        ("{ orders(first: 1 { nodes { id } } }", "Syntax Error"),
    ],
)
def test_shopify_refuses_a_question_that_it_would_refuse(at_shopify, words, error):
    assert error in query(at_shopify, words)[1]["errors"][0]["message"]


def test_shopify_counts_what_a_query_could_bring(at_shopify):
    words = "{ orders(first: 3) { pageInfo { hasNextPage } nodes { id shippingAddress { city } } } }"
    # three orders, three addresses, and what is said about the page
    assert query(at_shopify, words)[1]["extensions"]["cost"]["requestedQueryCost"] == 7


def test_shopify_fulfils_no_more_than_remains(at_shopify):
    order_id = at_shopify.buy(TEE)
    [part] = parts(at_shopify, order_id)
    refused = ["Invalid fulfillment order line item quantity requested."]
    assert create(at_shopify, some(part, 4)) == create(at_shopify, some(part, 0)) == refused
    assert create(at_shopify, some(part, 2)) == []
    assert create(at_shopify, some(part, 2)) == refused
    [part] = parts(at_shopify, order_id)
    assert (part["status"], part["lineItems"]["nodes"][0]["remainingQuantity"]) == ("OPEN", 1)


def test_shopify_fulfils_all_that_remains_where_no_lines_are_named_and_then_it_is_closed(at_shopify):
    order_id = at_shopify.buy(TEE)
    [part] = parts(at_shopify, order_id)
    assert create(at_shopify, {"fulfillmentOrderId": part["id"]}) == []
    assert parts(at_shopify, order_id)[0]["status"] == "CLOSED"
    assert "unfulfillable status= closed" in create(at_shopify, some(part, 1))[0]


def test_shopify_refuses_a_fulfilment_order_named_twice_and_two_locations_in_one_call(at_shopify):
    near, far = parts(at_shopify, at_shopify.buy(TEE, Bought("mug", 1, location="the annexe")))
    assert "once" in create(at_shopify, some(near, 1), some(near, 1))[0]
    assert "same location" in create(at_shopify, some(near, 1), some(far, 1))[0]
    elsewhere = parts(at_shopify, at_shopify.buy(TEE))[0]
    assert "of one order" in create(at_shopify, some(near, 1), some(elsewhere, 1))[0]


def test_shopify_closes_what_was_cancelled(at_shopify):
    order_id = at_shopify.buy(TEE)
    [part] = parts(at_shopify, order_id)
    at_shopify.cancel(order_id)
    assert "unfulfillable status= cancelled" in create(at_shopify, some(part, 1))[0]


def test_shopify_keeps_what_was_bought_beside_what_is_still_wanted_and_what_was_paid_back(at_shopify):
    order_id = at_shopify.buy(TEE)
    at_shopify.refund(order_id, at_shopify.line_ids(order_id)[0], 2)
    words = """query($id: ID!) { order(id: $id) { displayFinancialStatus
      lineItems(first: 5) { nodes { quantity currentQuantity } }
      refunds(first: 5) { refundLineItems(first: 5) { nodes { quantity } } } } }"""
    assert query(at_shopify, words, id=f"gid://shopify/Order/{order_id}")[1]["data"]["order"] == {
        "displayFinancialStatus": "PARTIALLY_REFUNDED",
        "lineItems": {"nodes": [{"quantity": 3, "currentQuantity": 1}]},
        "refunds": [{"refundLineItems": {"nodes": [{"quantity": 2}]}}],
    }


# --- WooCommerce


def woo(server: WooCommerceServer, path: str, pair: str = f"{KEY}:{PASSWORD}", body: Any = None) -> tuple[Any, ...]:
    known = {"Authorization": "Basic " + base64.b64encode(pair.encode()).decode()}
    return ask(server, "GET" if body is None else "POST", "/wp-json/wc/v3/" + path, known, body)


@pytest.mark.parametrize(
    ("path", "pair", "status", "code"),
    [
        ("orders", "ck_another:cs", 401, "woocommerce_rest_cannot_view"),
        ("orders", f"{KEY}:cs_another", 401, "woocommerce_rest_authentication_error"),
        ("orders/404", f"{KEY}:{PASSWORD}", 404, "woocommerce_rest_shop_order_invalid_id"),
        ("parcels", f"{KEY}:{PASSWORD}", 404, "rest_no_route"),
        ("orders?per_page=101", f"{KEY}:{PASSWORD}", 400, "rest_invalid_param"),
        ("orders?orderby=total", f"{KEY}:{PASSWORD}", 400, "rest_invalid_param"),
        ("orders?modified_after=yesterday", f"{KEY}:{PASSWORD}", 400, "rest_invalid_param"),
    ],
)
def test_woocommerce_refuses_in_its_own_words(at_woocommerce, path, pair, status, code):
    told, answer, _ = woo(at_woocommerce, path, pair)
    assert (told, answer["code"], answer["data"]["status"]) == (status, code, status)


def test_woocommerce_counts_its_pages_and_shows_the_newest_first(at_woocommerce):
    ids = [int(at_woocommerce.buy(TEE)) for _ in range(12)]
    status, answer, headers = woo(at_woocommerce, "orders")
    assert (status, headers["X-WP-Total"], headers["X-WP-TotalPages"]) == (200, "12", "2")
    assert [order["id"] for order in answer] == ids[:1:-1]
    assert [order["id"] for order in woo(at_woocommerce, "orders?order=asc&page=2")[1]] == ids[10:]


def test_woocommerce_takes_a_moment_as_the_shops_own_unless_it_is_told_otherwise(at_woocommerce):
    order_id = int(at_woocommerce.buy(TEE))
    changed = woo(at_woocommerce, f"orders/{order_id}")[1]
    gmt, here = changed["date_modified_gmt"], changed["date_modified"]
    assert gmt != here
    found = {
        since: len(woo(at_woocommerce, f"orders?modified_after={since}")[1])
        for since in (f"{gmt}&dates_are_gmt=true", here, f"{here[:-1]}0", f"{gmt}Z&dates_are_gmt=true")
    }
    # later than it, and not in its second; a zone is turned into the shop's own, and so the last one is two hours off
    assert list(found.values()) == [0, 0, 1, 0]


def test_woocommerce_keeps_notes_for_the_customer_and_for_the_shop(at_woocommerce):
    path = f"orders/{at_woocommerce.buy(TEE)}/notes"
    assert woo(at_woocommerce, path, body={"customer_note": True})[1]["code"] == "rest_missing_callback_param"
    for words, customer in (("Packed.", False), ("On its way.", True)):
        assert woo(at_woocommerce, path, body={"note": words, "customer_note": customer})[0] == 201
    assert [n["note"] for n in woo(at_woocommerce, path)[1]] == ["On its way.", "Packed."]
    assert [n["note"] for n in woo(at_woocommerce, path + "?type=internal")[1]] == ["Packed."]


# --- Etsy


@pytest.fixture
def at_etsy() -> Iterator[EtsyServer]:
    with EtsyServer() as server:
        yield server


def etsy(server: EtsyServer, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, Any]:
    server.access_tokens["4567.known"] = server.clock.now + timedelta(hours=1)
    known = {"x-api-key": f"{KEYSTRING}:{SHARED_SECRET}", "Authorization": "Bearer 4567.known"}
    return ask(server, method, path, {**known, **{n.replace("_", "-"): v for n, v in headers.items()}}, body)[:2]


RECEIPTS = f"/v3/application/shops/{SHOP_ID}/receipts"


def test_etsy_wants_the_app_and_its_secret_in_one_header_and_a_token_that_has_not_lapsed(at_etsy):
    assert etsy(at_etsy, "GET", RECEIPTS)[0] == 200
    assert etsy(at_etsy, "GET", RECEIPTS, x_api_key=KEYSTRING)[0] == 403
    assert etsy(at_etsy, "GET", RECEIPTS, Authorization="Bearer 4567.guessed")[0] == 401
    at_etsy.access_tokens["4567.old"] = at_etsy.clock.now
    status, told = etsy(at_etsy, "GET", RECEIPTS, Authorization="Bearer 4567.old")
    assert (status, told["error_description"]) == (401, "access token is expired")


@pytest.mark.parametrize(
    "query",
    [
        "limit=101",
        "limit=0",
        "offset=-1",
        "sort_on=changed",
        "sort_order=upwards",
        "was_paid=1",
        "min_last_modified=7",
        "page=2",
    ],
)
def test_etsy_refuses_what_its_reference_does_not_have(at_etsy, query):
    status, told = etsy(at_etsy, "GET", f"{RECEIPTS}?{query}")
    assert (status, set(told)) == (400, {"error"})


def test_etsy_lists_receipts_by_their_last_change_a_page_at_a_time(at_etsy):
    ids = [int(at_etsy.buy(TEE, status=status)) for status in ("open", "paid", "canceled")]
    at_etsy.become(str(ids[0]), "paid")
    ups = "sort_on=updated&sort_order=asc"
    listed = [etsy(at_etsy, "GET", f"{RECEIPTS}?{ups}&limit=2&offset={n}")[1] for n in (0, 2)]
    assert [[r["receipt_id"] for r in page["results"]] for page in listed] == [ids[1:], ids[:1]]
    assert [page["count"] for page in listed] == [3, 3]
    changed = listed[1]["results"][0]["updated_timestamp"]
    since = etsy(at_etsy, "GET", f"{RECEIPTS}?{ups}&min_last_modified={changed}")[1]["results"]
    assert [r["receipt_id"] for r in since] == ids[:1]
    paid = etsy(at_etsy, "GET", f"{RECEIPTS}?was_paid=true&was_canceled=false")[1]["results"]
    assert {r["receipt_id"] for r in paid} == set(ids[:2])


def test_etsy_mails_the_buyer_for_every_parcel_it_takes_and_refuses_carriers_it_does_not_know(at_etsy):
    order_id = at_etsy.buy(TEE)
    tracking = f"{RECEIPTS}/{order_id}/tracking"
    for _ in range(2):
        status, told = etsy(at_etsy, "POST", tracking, {"tracking_code": "RM1", "carrier_name": "royal-mail"})
    assert (status, len(told["shipments"]), len(at_etsy.emails)) == (200, 2, 2)
    wrong = ({"tracking_code": "7", "carrier_name": "Royal Mail"}, {"tracking_code": "7"}, {"tracking_number": "7"})
    assert [etsy(at_etsy, "POST", tracking, body)[0] for body in wrong] == [400, 400, 400]
    assert etsy(at_etsy, "POST", f"{RECEIPTS}/{at_etsy.buy(TEE, status='open')}/tracking", {})[0] == 409


def test_etsy_takes_a_refresh_token_once(at_etsy):
    form = f"grant_type=refresh_token&client_id={KEYSTRING}&refresh_token={REFRESH}".encode()
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    calls = [Call("POST", "/v3/public/oauth/token", headers, form)] * 2
    assert [at_etsy.send(call) for call in calls] == [200, 400]
    assert at_etsy.send(Call("POST", "/v3/public/oauth/token", {"Content-Type": "application/json"}, b"{}")) == 400
