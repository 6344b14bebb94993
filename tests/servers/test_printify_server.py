"""Printify's test server keeps to what is written of Printify."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.servers import printify
from tests.servers.filehost import FileHost
from tests.servers.printify import PrintifyServer
from tests.servers.samples import (
    PRINT,
    PRINTIFY_KEY,
    REFERENCE,
    ask,
    by_json,
    printify_order,
)


@pytest.fixture
def at_printify() -> Iterator[PrintifyServer]:
    with PrintifyServer() as server:
        yield server


def to_printify(server: PrintifyServer, method: str, path: str, body: Any = None) -> tuple[int, Any]:
    return ask(server, by_json(method, f"/v1/shops/{server.shop}/{path}.json", PRINTIFY_KEY, body))


def test_printify_answers_a_second_order_with_the_first(at_printify, files):
    made = ask(at_printify, printify_order(f"{files.url}/front.png"))[1]["id"]
    status, answer = ask(at_printify, printify_order(f"{files.url}/front.png"))
    assert (status, answer["code"], answer["order"]) == (409, 8503, {"id": made, "external_id": REFERENCE})
    shown = to_printify(at_printify, "GET", f"orders/{made}")[1]
    assert shown["metadata"]["shop_order_id"] == REFERENCE
    assert "external_id" not in shown
    assert len(at_printify.orders) == 1


def test_printify_charges_when_an_order_is_sent_to_production_and_once(at_printify, files):
    made = ask(at_printify, printify_order(f"{files.url}/front.png"))[1]["id"]
    assert at_printify.charges == []
    assert to_printify(at_printify, "POST", f"orders/{made}/send_to_production")[1]["status"] == "sending-to-production"
    assert to_printify(at_printify, "POST", f"orders/{made}/send_to_production")[0] == 400
    assert to_printify(at_printify, "GET", f"orders/{made}")[1]["status"] == "in-production"
    assert [c.cents for c in at_printify.charges] == [1575]
    assert to_printify(at_printify, "POST", f"orders/{made}/cancel")[0] == 400


def test_printify_cancels_what_waits(at_printify, files):
    made = [ask(at_printify, printify_order(f"{files.url}/front.png", external_id=n))[1]["id"] for n in ("a", "b")]
    at_printify.faults.append("confirm: unpaid")
    assert to_printify(at_printify, "POST", f"orders/{made[1]}/send_to_production")[0] == 402
    assert [to_printify(at_printify, "POST", f"orders/{m}/cancel")[1]["status"] for m in made] == ["canceled"] * 2
    assert at_printify.charges == []


def test_printify_finds_out_about_a_picture_only_in_production(at_printify):
    with FileHost() as host:
        link = host.put("front.png", PRINT)
        host.half = True
        made = ask(at_printify, printify_order(link))[1]["id"]
        assert to_printify(at_printify, "POST", f"orders/{made}/send_to_production")[0] == 200
        shown = to_printify(at_printify, "GET", f"orders/{made}")[1]
    assert (shown["status"], len(shown["issues"])) == ("has-issues", 1)


def test_printify_shows_ten_orders_to_a_page(at_printify, files):
    for n in range(12):
        ask(at_printify, printify_order(f"{files.url}/front.png", external_id=f"job{n}"))
    pages = [to_printify(at_printify, "GET", "orders")[1]]
    pages += [
        ask(at_printify, by_json("GET", f"/v1/shops/{printify.SHOP}/orders.json?page=2&limit=50", PRINTIFY_KEY))[1]
    ]
    assert [len(p["data"]) for p in pages] == [10, 2]
    assert (pages[0]["last_page"], pages[0]["total"]) == (2, 12)


def test_printify_blocks_a_receiver_for_an_hour_and_what_happens_then_is_lost(at_printify, files, ear):
    ear.statuses = [500] * 4
    at_printify.events_to(ear.url)
    made = ask(at_printify, printify_order(f"{files.url}/front.png"))[1]["id"]
    at_printify.clock.advance(300)
    assert at_printify.events[0].tries == [500] * 4
    to_printify(at_printify, "POST", f"orders/{made}/send_to_production")
    assert [told.kind for told in at_printify.lost] == ["order:sent-to-production"]
    at_printify.clock.advance(3600)
    to_printify(at_printify, "GET", f"orders/{made}")
    heard = ear.calls[-1]
    assert heard.json()["resource"]["data"]["status"] == "in-production"
    digest = hmac.new(printify.SECRET.encode(), heard.body, hashlib.sha256).hexdigest()
    assert heard.header("X-Pfy-Signature") == f"sha256={digest}"


def test_printify_hides_what_is_out_of_stock_unless_it_is_asked_for(at_printify):
    at_printify.restock(43135, there=False)
    path = "/v1/catalog/blueprints/282/print_providers/99/variants.json"
    shown, every = (
        {v["id"] for v in ask(at_printify, by_json("GET", path + query, PRINTIFY_KEY))[1]["variants"]}
        for query in ("", "?show-out-of-stock=1")
    )
    assert every - shown == {43135}


def test_printify_counts_how_much_it_refuses(at_printify, files):
    ask(at_printify, printify_order(f"{files.url}/front.png"))
    ask(at_printify, printify_order(f"{files.url}/front.png"))
    assert at_printify.share_refused == 0.5


def test_printify_takes_a_picture_by_its_address_or_as_bytes(at_printify, files):
    def upload(**body: str) -> tuple[int, Any]:
        return ask(
            at_printify, by_json("POST", "/v1/uploads/images.json", PRINTIFY_KEY, {"file_name": "a.png", **body})
        )

    for status, taken in (upload(url=f"{files.url}/front.png"), upload(contents=base64.b64encode(PRINT).decode())):
        assert (status, taken["size"]) == (200, len(PRINT))
    there = by_json("GET", f"/v1/uploads/{taken['id']}.json", PRINTIFY_KEY)
    assert ask(at_printify, there)[1]["file_name"] == "a.png"
    codes = [upload(**wrong)[1]["code"] for wrong in ({"url": f"{files.url}/none.png"}, {"contents": "?"}, {})]
    assert codes == [10300, 8201, 10300]


def test_printifys_shipping_is_in_cents_under_old_and_new_names(at_printify, files):
    order = printify_order(f"{files.url}/front.png").json()
    body = {name: order[name] for name in ("line_items", "address_to")}
    told = to_printify(at_printify, "POST", "orders/shipping", body)[1]
    assert (told["standard"], told["priority"], told["express"]) == (475, 900, 900)


def test_printify_is_subscribed_to_with_a_secret_that_it_does_not_show(at_printify, ear, files):
    body = {"topic": "order:created", "url": f"{ear.url}/hook", "secret": "another"}
    assert "secret" not in to_printify(at_printify, "POST", "webhooks", body)[1]
    assert [hook["url"] for hook in to_printify(at_printify, "GET", "webhooks")[1]] == [f"{ear.url}/hook"]
    ask(at_printify, printify_order(f"{files.url}/front.png"))
    digest = hmac.new(b"another", ear.calls[0].body, hashlib.sha256).hexdigest()
    assert ear.calls[0].header("X-Pfy-Signature") == f"sha256={digest}"


def test_printify_refuses_an_address_in_words_within_words(at_printify, files):
    at_printify.faults.append("address refused")
    status, told = ask(at_printify, printify_order(f"{files.url}/front.png"))
    assert (status, told["code"]) == (400, 8103)
    assert "zip" in json.loads(told["errors"]["reason"])["address_to"]


def test_printify_goes_from_parcel_to_parcel(at_printify, files):
    line = printify_order(f"{files.url}/front.png").json()["line_items"][0]
    made = ask(at_printify, printify_order("", line_items=[line, line]))[1]["id"]
    to_printify(at_printify, "POST", f"orders/{made}/send_to_production")
    to_printify(at_printify, "GET", f"orders/{made}")
    for state in ("partially-fulfilled", "fulfilled", "delivered"):
        at_printify.advance(made, state)
    kinds = [e.kind.removeprefix("order:") for e in at_printify.events]
    assert kinds == ["created", "sent-to-production", "updated", *["shipment:created"] * 2, "shipment:delivered"]
    assert [p["delivered_at"] is None for p in at_printify.orders[made]["shipments"]] == [True, False]


def test_printify_takes_an_order_of_what_it_does_not_have_and_stumbles_over_it_later(at_printify, files):
    made = [ask(at_printify, printify_order(f"{files.url}/front.png", external_id=n))[1]["id"] for n in ("a", "b")]
    at_printify.restock(18540, there=False)
    to_printify(at_printify, "POST", f"orders/{made[0]}/send_to_production")
    shown = to_printify(at_printify, "GET", f"orders/{made[0]}")[1]
    assert (shown["status"], shown["issues"]) == ("has-issues", ["Out of stock: variant 18540."])
    at_printify.discontinue(18540)
    assert to_printify(at_printify, "POST", f"orders/{made[1]}/send_to_production")[1]["status"] == "unfulfillable"
    assert [c.order_id for c in at_printify.charges] == [made[0]]
