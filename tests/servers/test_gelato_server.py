"""Gelato's test server keeps to what is written of Gelato."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.servers import gelato
from tests.servers.filehost import FileHost
from tests.servers.gelato import GelatoServer
from tests.servers.samples import (
    GELATO_KEY,
    MUG,
    PRINT,
    REFERENCE,
    ask,
    by_json,
    gelato_order,
)


@pytest.fixture
def at_gelato() -> Iterator[GelatoServer]:
    with GelatoServer() as server:
        yield server


def to_gelato(server: GelatoServer, method: str, path: str, body: Any = None) -> tuple[int, Any]:
    return ask(server, by_json(method, path, GELATO_KEY, body))


def test_gelato_makes_twice_what_it_is_asked_for_twice_and_both_are_found(at_gelato, files):
    made = [ask(at_gelato, gelato_order(f"{files.url}/front.png"))[1]["id"] for _ in range(2)]
    found = to_gelato(at_gelato, "POST", "/v4/orders:search", {"orderReferenceId": REFERENCE})[1]["orders"]
    assert {o["id"] for o in found} == set(made)
    assert to_gelato(at_gelato, "POST", "/v4/orders:search", {"orderReferenceId": "another"})[1]["orders"] == []


def test_gelatos_draft_costs_nothing_until_it_is_an_order_and_is_deleted_until_then(at_gelato, files):
    made, extra = (ask(at_gelato, gelato_order(f"{files.url}/front.png"))[1]["id"] for _ in range(2))
    assert to_gelato(at_gelato, "GET", f"/v4/orders/{made}")[1]["fulfillmentStatus"] == "draft"
    assert at_gelato.charges == []
    assert to_gelato(at_gelato, "DELETE", f"/v4/orders/{extra}")[0] == 204
    assert to_gelato(at_gelato, "PATCH", f"/v4/orders/{made}", {"orderType": "order"})[0] == 200
    assert to_gelato(at_gelato, "PATCH", f"/v4/orders/{made}", {"orderType": "order"})[0] == 409
    assert to_gelato(at_gelato, "DELETE", f"/v4/orders/{made}")[0] == 409
    assert [c.cents for c in at_gelato.charges] == [1200]


@pytest.mark.parametrize(("mishap", "state"), [("", "passed"), ("gone", "failed"), ("login", "failed")])
def test_gelato_fetches_the_files_of_an_order(at_gelato, mishap, state):
    with FileHost() as host:
        link = host.put("front.png", PRINT)
        host.mishap = mishap
        made = ask(at_gelato, gelato_order(link, orderType="order"))[1]["id"]
        states = [to_gelato(at_gelato, "GET", f"/v4/orders/{made}")[1]["fulfillmentStatus"] for _ in range(2)]
    assert states == ["uploading", state]


def test_gelato_cancels_until_something_is_printed(at_gelato, files):
    made = [ask(at_gelato, gelato_order(f"{files.url}/front.png", orderType="order"))[1]["id"] for _ in range(2)]
    for state in ("in_production", "printed"):
        at_gelato.advance(made[1], state)
    assert [to_gelato(at_gelato, "POST", f"/v4/orders/{m}:cancel")[0] for m in made] == [200, 409]
    assert to_gelato(at_gelato, "GET", f"/v4/orders/{made[0]}")[1]["fulfillmentStatus"] == "canceled"


def test_gelato_may_make_two_orders_of_one(at_gelato, files):
    at_gelato.faults.append("in two orders")
    item = {"productUid": MUG, "quantity": 1, "files": [{"type": "default", "url": f"{files.url}/front.png"}]}
    items = [{**item, "itemReferenceId": name} for name in ("one", "two")]
    made = ask(at_gelato, gelato_order("", items=items))[1]
    [other] = made["connectedOrderIds"]
    assert at_gelato.orders[other]["connectedOrderIds"] == [made["id"]]
    assert {o["orderReferenceId"] for o in at_gelato.orders.values()} == {REFERENCE}


def test_gelato_tells_three_times_with_the_word_of_the_shops_own(at_gelato, files, ear):
    ear.statuses = [500] * 9
    at_gelato.events_to(ear.url)
    ask(at_gelato, gelato_order(f"{files.url}/front.png", orderType="order"))
    at_gelato.clock.advance(60)
    assert at_gelato.events[0].tries == [500, 500, 500]
    assert {call.header(gelato.HOOK_HEADER) for call in ear.calls} == {gelato.HOOK_SECRET}
    assert at_gelato.forged(at_gelato.events[0]).headers[gelato.HOOK_HEADER] != gelato.HOOK_SECRET


def test_gelato_has_prices_sides_and_stock_of_what_it_sells(at_gelato):
    assert to_gelato(at_gelato, "GET", f"/v3/products/{MUG}")[1]["dimensions"]["Width"]["measureUnit"] == "mm"
    assert to_gelato(at_gelato, "GET", f"/v3/products/{MUG}/prices?currency=EUR")[1][0]["price"] == 6.5
    assert to_gelato(at_gelato, "GET", "/v3/products/none")[0] == 404
    at_gelato.restock(MUG, there=False)
    told = to_gelato(at_gelato, "POST", "/v3/stock/region-availability", {"products": [MUG]})[1]
    assert {where["status"] for where in told["productsAvailability"][0]["availability"]} == {
        "out-of-stock-replenishable"
    }
    unknown = to_gelato(at_gelato, "POST", "/v3/stock/region-availability", {"products": ["none"]})[1]
    assert unknown["productsAvailability"][0]["availability"][0]["status"] == "not-supported"
    methods = to_gelato(at_gelato, "GET", "/v1/shipment-methods")[1]["shipmentMethods"]
    assert {m["shipmentMethodUid"] for m in methods} == {"normal", "standard", "express"}


def test_gelatos_quote_has_a_price_for_the_things_and_for_each_way_to_ship(at_gelato):
    order = gelato_order("https://files.example.com/front.png").json()
    products = [{n: order["items"][0][n] for n in ("itemReferenceId", "productUid", "quantity")}]
    named = {n: order[n] for n in ("orderReferenceId", "customerReferenceId", "currency")}
    body = {**named, "recipient": order["shippingAddress"], "products": products}
    [quote] = to_gelato(at_gelato, "POST", "/v4/orders:quote", body)[1]["quotes"]
    assert quote["products"][0]["price"] == 6.5
    assert {m["type"]: m["price"] for m in quote["shipmentMethods"]}["express"] == 15.0


def test_gelato_may_hold_an_order_and_goes_on_with_it_afterwards(at_gelato, files):
    at_gelato.faults.append("hold")
    made = ask(at_gelato, gelato_order(f"{files.url}/front.png", orderType="order"))[1]["id"]
    assert at_gelato.orders[made]["fulfillmentStatus"] == "on_hold"
    for state in ("passed", "in_production", "printed", "shipped", "delivered"):
        at_gelato.advance(made, state)
    assert [e.kind for e in at_gelato.events] == ["order_status_updated"] * 7
    assert len(at_gelato.orders[made]["shipment"]["packages"]) == 1


def test_gelato_makes_no_order_of_a_draft_of_what_is_gone_and_holds_one_of_what_is_out(at_gelato, files):
    made = [ask(at_gelato, gelato_order(f"{files.url}/front.png"))[1]["id"] for _ in range(2)]
    at_gelato.restock(MUG, there=False)
    held = to_gelato(at_gelato, "PATCH", f"/v4/orders/{made[0]}", {"orderType": "order"})[1]
    assert held["fulfillmentStatus"] == "on_hold"
    at_gelato.discontinue(MUG)
    assert to_gelato(at_gelato, "PATCH", f"/v4/orders/{made[1]}", {"orderType": "order"})[0] == 400
