"""Printful's test server keeps to what is written of Printful."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.servers.filehost import FileHost
from tests.servers.imageservice import drawing
from tests.servers.printful import LATE_COSTS_S, PrintfulServer
from tests.servers.printful_mockups import LOCKED_S, MOCKUP_S, NEW_STORE
from tests.servers.published import answer_misfits, published, schema_misfits
from tests.servers.samples import (
    PRINT,
    PRINTFUL_KEY,
    REFERENCE,
    ask,
    by_json,
    printful_order,
)
from tests.servers.serving import Call


@pytest.fixture
def at_printful() -> Iterator[PrintfulServer]:
    with PrintfulServer() as server:
        yield server


def to_printful(server: PrintfulServer, method: str, path: str, body: Any = None) -> tuple[int, Any]:
    return ask(server, by_json(method, path, PRINTFUL_KEY, body))


THEIRS = f"/v2/orders/@{REFERENCE}"


def test_printful_takes_a_reference_once_and_finds_the_order_by_it(at_printful, files):
    assert to_printful(at_printful, "GET", THEIRS)[0] == 404
    assert ask(at_printful, printful_order(f"{files.url}/front.png"))[0] == 200
    status, answer = ask(at_printful, printful_order(f"{files.url}/front.png"))
    assert (status, answer["error"]["reason"]) == (400, "OR-13")
    at_printful.problem_json = True
    status, answer = ask(at_printful, printful_order(f"{files.url}/front.png"))
    assert (status, answer["status"], answer["title"]) == (400, 400, "OR-13")
    assert to_printful(at_printful, "GET", THEIRS)[1]["data"]["external_id"] == REFERENCE
    assert len(at_printful.orders) == 1


def test_printful_confirms_only_when_the_costs_are_there_and_then_charges_once(at_printful, files):
    ask(at_printful, printful_order(f"{files.url}/front.png"))
    assert to_printful(at_printful, "POST", f"{THEIRS}/confirmation")[0] == 400
    assert to_printful(at_printful, "GET", THEIRS)[1]["data"]["costs"]["total"] == "29.89"
    assert at_printful.charges == []
    assert to_printful(at_printful, "POST", f"{THEIRS}/confirmation")[1]["data"]["status"] == "pending"
    assert to_printful(at_printful, "POST", f"{THEIRS}/confirmation")[0] == 400
    assert [c.cents for c in at_printful.charges] == [2989]


def test_printfuls_costs_may_be_late(at_printful, files):
    at_printful.faults.append("costs late")
    ask(at_printful, printful_order(f"{files.url}/front.png"))
    assert to_printful(at_printful, "GET", THEIRS)[1]["data"]["costs"]["calculation_status"] == "calculating"
    at_printful.clock.advance(LATE_COSTS_S)
    assert to_printful(at_printful, "GET", THEIRS)[1]["data"]["costs"]["calculation_status"] == "done"


def test_printful_does_not_download_an_address_again_and_fails_an_order_without_its_file(at_printful):
    with FileHost() as host:
        link = host.put("front.png", PRINT)
        host.mishap = "login"
        ask(at_printful, printful_order(link))
        items = to_printful(at_printful, "GET", f"{THEIRS}/order-items")[1]["data"]
        assert items[0]["placements"][0]["status"] == "failed"
        to_printful(at_printful, "GET", THEIRS)
        assert to_printful(at_printful, "POST", f"{THEIRS}/confirmation")[1]["data"]["status"] == "failed"
        assert len(at_printful.refunds) == 1
        host.mishap = ""
        assert to_printful(at_printful, "POST", f"{THEIRS}/confirmation")[1]["data"]["status"] == "pending"
        fetched = len(host.calls)
        host.put("front.png", drawing(360, 480, "an owl"))
        ask(at_printful, printful_order(link, external_id="other"))
        to_printful(at_printful, "GET", "/v2/orders/@other")
    assert len(host.calls) == fetched
    assert at_printful.library[link].data == PRINT


@pytest.mark.parametrize(
    ("state", "erased", "cancelled"),
    [("draft", 204, 200), ("pending", 409, 200), ("inprocess", 409, 400), ("fulfilled", 409, 400)],
)
def test_printful_erases_what_cost_nothing_and_cancels_what_is_not_made(at_printful, files, state, erased, cancelled):
    def there() -> None:
        ask(at_printful, printful_order(f"{files.url}/front.png"))
        to_printful(at_printful, "GET", THEIRS)
        if state == "draft":
            return
        to_printful(at_printful, "POST", f"{THEIRS}/confirmation")
        [order_id] = at_printful.orders
        for step in {"pending": (), "inprocess": ("inprocess",)}.get(state, ("inprocess", "fulfilled")):
            at_printful.advance(order_id, step)

    there()
    assert to_printful(at_printful, "DELETE", f"/orders/@{REFERENCE}")[0] == cancelled
    at_printful.orders.clear()
    at_printful.charges.clear()
    there()
    assert to_printful(at_printful, "DELETE", THEIRS)[0] == erased


def test_printful_is_busy_for_a_moment(at_printful, files):
    ask(at_printful, printful_order(f"{files.url}/front.png"))
    for verb, method, path in (("confirm", "POST", f"{THEIRS}/confirmation"), ("cancel", "DELETE", THEIRS)):
        at_printful.faults.append(f"{verb}: being updated")
        assert to_printful(at_printful, method, path)[0] == 409
    assert to_printful(at_printful, "DELETE", THEIRS)[0] == 204


def test_what_printful_tells_is_signed_with_the_key_in_hex_and_told_again_when_it_was_not_heard(
    at_printful, files, ear
):
    ear.statuses = [500, 500]
    at_printful.events_to(f"{ear.url}/hook")
    ask(at_printful, printful_order(f"{files.url}/front.png"))
    at_printful.clock.advance(59)
    assert len(ear.calls) == 1
    at_printful.clock.advance(1 + 4 * 60)
    assert at_printful.events[0].tries == [500, 500, 200]
    assert len({call.body for call in ear.calls}) == 1
    heard = ear.calls[0]
    key = bytes.fromhex(at_printful.secret)
    assert heard.header("x-pf-webhook-signature") == hmac.new(key, heard.body, hashlib.sha256).hexdigest()
    forged = at_printful.forged(at_printful.events[0])
    assert forged.headers["x-pf-webhook-signature"] != heard.header("x-pf-webhook-signature")


def test_printfuls_news_can_be_held_back_and_told_in_another_order(at_printful, files, ear):
    at_printful.events_to(ear.url)
    at_printful.news_held = True
    ask(at_printful, printful_order(f"{files.url}/front.png"))
    to_printful(at_printful, "GET", THEIRS)
    to_printful(at_printful, "POST", f"{THEIRS}/confirmation")
    [order_id] = at_printful.orders
    for state in ("inprocess", "partial", "fulfilled", "reshipped", "delivered"):
        with contextlib.suppress(ValueError):
            at_printful.advance(order_id, state)
    for told in (*at_printful.events[::-1], at_printful.events[-1]):
        at_printful.deliver(told)
    kinds = [call.json()["type"] for call in ear.calls]
    assert kinds == [
        "shipment_delivered",
        "shipment_sent",
        "shipment_sent",
        "shipment_sent",
        "order_updated",
        "order_updated",
        "order_created",
        "shipment_delivered",
    ]
    parcels = to_printful(at_printful, "GET", f"{THEIRS}/shipments")[1]["data"]
    assert [p["is_reshipment"] for p in parcels] == [False, False, True]


def test_printful_counts_the_calls_of_a_minute(at_printful):
    statuses = [to_printful(at_printful, "GET", "/v2/stores")[0] for _ in range(121)]
    assert (statuses.count(200), statuses[-1]) == (120, 429)
    at_printful.clock.advance(60)
    assert to_printful(at_printful, "GET", "/v2/stores")[0] == 200


def test_the_order_that_printful_takes_is_the_one_that_is_described(files):
    document = published("printful-v2.requests.json")
    content = document["components"]["requestBodies"]["OrderInput"]["content"]["application/json"]["schema"]
    schema = {**content, "components": document["components"]}
    order = printful_order(f"{files.url}/front.png").json()
    assert [e.message for e in Draft202012Validator(schema).iter_errors(order)] == []


def test_printfuls_areas_are_those_that_were_recorded(at_printful):
    recorded = published("printful-printfiles-*.json")["products"]
    for product in {a.product for a in at_printful.articles.values()}:
        told = to_printful(at_printful, "GET", f"/mockup-generator/printfiles/{product}")[1]["result"]
        files = {f["printfile_id"]: f for f in recorded[str(product)]["printfiles"]}
        assert all(files[f["printfile_id"]] == f for f in told["printfiles"])
        theirs = {v["variant_id"]: v["placements"] for v in recorded[str(product)]["variant_printfiles"]}
        assert all(v["placements"].items() <= theirs[v["variant_id"]].items() for v in told["variant_printfiles"])


def test_what_printful_answers_and_tells_is_described(at_printful, files):
    document = published("printful-v2.requests.json")
    link = f"{files.url}/front.png"
    ask(at_printful, printful_order(link))
    asked = {
        "/v2/orders/{order_id}": THEIRS,
        "/v2/orders/{order_id}/order-items": f"{THEIRS}/order-items",
        "/v2/orders": "/v2/orders",
        "/v2/stores": "/v2/stores",
        "/v2/catalog-variants/{id}": "/v2/catalog-variants/4012",
        "/v2/catalog-variants/{id}/prices": "/v2/catalog-variants/4012/prices",
        "/v2/catalog-variants/{id}/availability": "/v2/catalog-variants/4012/availability",
        "/v2/catalog-products/{id}/mockup-styles": "/v2/catalog-products/71/mockup-styles",
    }
    wrong = {p: answer_misfits(document, p, "get", to_printful(at_printful, "GET", a)[1]) for p, a in asked.items()}
    for name in ("front.png", "none.png"):
        begun = to_printful(at_printful, "POST", "/v2/mockup-tasks", a_mockup(f"{files.url}/{name}"))[1]
        wrong[f"begin {name}"] = answer_misfits(document, "/v2/mockup-tasks", "post", begun)
        at_printful.clock.advance(MOCKUP_S)
        ended = to_printful(at_printful, "GET", f"/v2/mockup-tasks?id={begun['data'][0]['id']}")[1]
        wrong[f"end {name}"] = answer_misfits(document, "/v2/mockup-tasks", "get", ended)
    confirmed = to_printful(at_printful, "POST", f"{THEIRS}/confirmation")[1]
    wrong["confirmation"] = answer_misfits(document, "/v2/orders/{order_id}/confirmation", "post", confirmed)
    [order_id] = at_printful.orders
    for state in ("inprocess", "fulfilled", "delivered"):
        at_printful.advance(order_id, state)
    parcels = to_printful(at_printful, "GET", f"{THEIRS}/shipments")[1]
    wrong["shipments"] = answer_misfits(document, "/v2/orders/{order_id}/shipments", "get", parcels)
    filed = to_printful(at_printful, "POST", "/v2/files", {"url": link})[1]
    wrong["files"] = answer_misfits(document, "/v2/files", "post", filed)
    for told in at_printful.events:
        name = "".join(word.title() for word in told.kind.split("_"))
        schema = document["components"]["requestBodies"][name]["content"]["application/json"]["schema"]
        wrong[name] = schema_misfits(document, schema, json.loads(told.body))
    assert {what: found for what, found in wrong.items() if found} == {}


def test_printful_changes_a_draft_and_computes_its_costs_anew(at_printful, files):
    link = f"{files.url}/front.png"
    ask(at_printful, printful_order(link))
    to_printful(at_printful, "GET", THEIRS)
    [item] = printful_order(link).json()["order_items"]
    changed = to_printful(at_printful, "PATCH", THEIRS, {"order_items": [{**item, "quantity": 3}]})[1]["data"]
    assert changed["costs"]["calculation_status"] == "calculating"
    assert to_printful(at_printful, "GET", THEIRS)[1]["data"]["costs"]["total"] == "42.84"
    to_printful(at_printful, "POST", f"{THEIRS}/confirmation")
    assert to_printful(at_printful, "PATCH", THEIRS, {"shipping": "EXPRESS"})[0] == 400


def test_printful_makes_a_mock_up_of_a_file_that_is_there(at_printful, files):
    body = {"variant_ids": [4012], "format": "jpg", "files": [{"placement": "front", "image_url": ""}]}
    ended = {}
    for name in ("front.png", "none.png"):
        body["files"][0]["image_url"] = f"{files.url}/{name}"
        key = to_printful(at_printful, "POST", "/mockup-generator/create-task/71", body)[1]["result"]["task_key"]
        ended[name] = to_printful(at_printful, "GET", f"/mockup-generator/task?task_key={key}")[1]["result"]
    assert [ended[name]["status"] for name in ended] == ["completed", "failed"]
    picture = ended["front.png"]["mockups"][0]["mockup_url"].removeprefix(at_printful.url)
    assert ask(at_printful, Call("GET", picture, {}, b""))[1].startswith(b"\xff\xd8\xff")


def a_mockup(url, **changes):
    layer = {"type": "file", "url": url}
    placement = {"placement": "front", "technique": "dtg", "layers": [layer]}
    product = {"source": "catalog", "catalog_product_id": 71, "catalog_variant_ids": [4012], "placements": [placement]}
    return {"format": "jpg", "mockup_width_px": 1000, "products": [product | changes]}


def test_a_mock_up_task_is_at_work_for_a_while_draws_the_file_and_is_gone_after_a_day(at_printful, files):
    begun = to_printful(at_printful, "POST", "/v2/mockup-tasks", a_mockup(f"{files.url}/front.png"))[1]["data"][0]
    look = f"/v2/mockup-tasks?id={begun['id']}"
    assert to_printful(at_printful, "GET", look)[1]["data"][0]["status"] == "pending"
    at_printful.clock.advance(MOCKUP_S)
    (task,) = to_printful(at_printful, "GET", look)[1]["data"]
    (drawn,) = task["catalog_variant_mockups"][0]["mockups"]
    picture = Call("GET", drawn["mockup_url"].removeprefix(at_printful.url), {}, b"")
    assert ask(at_printful, picture)[1].startswith(b"\xff\xd8\xff")
    at_printful.clock.advance(25 * 3600)
    assert ask(at_printful, picture)[0] == 404


def test_a_mock_up_of_a_file_that_is_not_there_fails_and_says_why(at_printful, files):
    begun = to_printful(at_printful, "POST", "/v2/mockup-tasks", a_mockup(f"{files.url}/none.png"))[1]["data"][0]
    at_printful.clock.advance(MOCKUP_S)
    (task,) = to_printful(at_printful, "GET", f"/v2/mockup-tasks?id={begun['id']}")[1]["data"]
    assert (task["status"], task["catalog_variant_mockups"]) == ("failed", [])
    assert "404" in task["failure_reasons"][0]["detail"]


@pytest.mark.parametrize(
    "changes",
    [
        {"catalog_product_id": 4711},
        {"catalog_variant_ids": [1320]},
        {
            "placements": [
                {"placement": "hood", "technique": "dtg", "layers": [{"type": "file", "url": "https://a.b/c"}]}
            ]
        },
        {"mockup_style_ids": [4711]},
        {"source": "warehouse"},
    ],
    ids=["product", "variant", "placement", "style", "source"],
)
def test_a_mock_up_of_what_is_not_there_is_refused(at_printful, files, changes):
    body = a_mockup(f"{files.url}/front.png", **changes)
    assert to_printful(at_printful, "POST", "/v2/mockup-tasks", body)[0] == 400
    assert at_printful.mockups == {}


def test_a_store_that_is_new_begins_two_mock_ups_in_a_minute_and_is_locked_out_then(at_printful, files):
    at_printful.mockups_per_minute = NEW_STORE
    asked = a_mockup(f"{files.url}/front.png")
    told = [to_printful(at_printful, "POST", "/v2/mockup-tasks", asked)[0] for _ in range(3)]
    at_printful.clock.advance(LOCKED_S + 1)
    assert [*told, to_printful(at_printful, "POST", "/v2/mockup-tasks", asked)[0]] == [200, 200, 429, 200]


def test_printfuls_news_has_new_keys_with_each_saving_and_ends_when_it_says(at_printful, files, ear):
    events = [{"type": "order_created"}]
    until = "2026-11-20T13:00:00+00:00"
    keys = [
        to_printful(at_printful, "POST", "/v2/webhooks", {"default_url": ear.url + "/", "events": events, **more})[1]
        for more in ({}, {"expires_at": until})
    ]
    assert keys[0]["result"]["secret_key"] != keys[1]["result"]["secret_key"] == at_printful.secret
    ask(at_printful, printful_order(f"{files.url}/front.png"))
    at_printful.clock.advance(3600)
    ask(at_printful, printful_order(f"{files.url}/front.png", external_id="late"))
    assert len(ear.calls) == 1
    assert to_printful(at_printful, "GET", "/v2/webhooks")[0] == 404


def test_printful_has_a_price_for_every_way_to_ship_and_pages_of_orders(at_printful, files):
    goods = [{"source": "catalog", "quantity": 1, "catalog_variant_id": 4012}]
    body = {"recipient": {"country_code": "US"}, "order_items": goods}
    rates = to_printful(at_printful, "POST", "/v2/shipping-rates", body)[1]["data"]
    assert {r["shipping"]: r["rate"] for r in rates} == {"STANDARD": "3.99", "EXPRESS": "14.99"}
    for n in range(3):
        ask(at_printful, printful_order(f"{files.url}/front.png", external_id=f"job{n}"))
    listed = to_printful(at_printful, "GET", "/v2/orders?limit=2&offset=2")[1]
    assert ([o["external_id"] for o in listed["data"]], listed["paging"]["total"]) == (["job0"], 3)


def test_printfuls_token_for_all_stores_has_to_say_which(files):
    with PrintfulServer(account_wide=True) as server:
        order = printful_order(f"{files.url}/front.png")
        assert ask(server, order)[0] == 400
        named = Call(order.method, order.path, {**order.headers, "X-PF-Store-Id": "10"}, order.body)
        assert ask(server, named)[0] == 200


def test_printful_tells_of_stock_and_prices_and_forgets_what_is_discontinued(at_printful, files, ear):
    document = published("printful-v2.requests.json")
    at_printful.events_to(ear.url)
    at_printful.restock(4012, there=False)
    at_printful.reprice(1320, 699)
    at_printful.discontinue(10163)
    kinds = ["CatalogStockUpdated", "CatalogPriceChanged", "CatalogStockUpdated"]
    for name, heard in zip(kinds, ear.calls, strict=True):
        schema = document["components"]["requestBodies"][name]["content"]["application/json"]["schema"]
        assert schema_misfits(document, schema, heard.json()) == []
    told = to_printful(at_printful, "GET", "/v2/catalog-variants/4012/availability")[1]["data"]
    assert told["techniques"][0]["selling_regions"][0]["availability"] == "out of stock"
    priced = to_printful(at_printful, "GET", "/v2/catalog-variants/1320/prices")[1]["data"]
    assert priced["variant"]["techniques"][0]["price"] == "6.99"
    assert to_printful(at_printful, "GET", "/v2/catalog-variants/10163")[0] == 404


@pytest.mark.parametrize(
    ("fault", "state", "charged"),
    [("costs failed", "draft", 0), ("confirm: hold", "onhold", 1), ("confirm: refused", "failed", 0)],
)
def test_printful_may_not_go_on_with_an_order(at_printful, files, fault, state, charged):
    at_printful.faults.append(fault)
    ask(at_printful, printful_order(f"{files.url}/front.png"))
    to_printful(at_printful, "GET", THEIRS)
    status, _ = to_printful(at_printful, "POST", f"{THEIRS}/confirmation")
    assert status == (400 if state == "draft" else 200)
    assert to_printful(at_printful, "GET", THEIRS)[1]["data"]["status"] == state
    assert len(at_printful.charges) == charged
    if state == "onhold":
        [order_id] = at_printful.orders
        at_printful.advance(order_id, "pending")
        assert [e.kind for e in at_printful.events][-2:] == ["order_remove_hold", "order_updated"]


@pytest.mark.parametrize(("gone", "state"), [(False, "onhold"), (True, "failed")])
def test_printful_does_not_produce_what_it_no_longer_has(at_printful, files, gone, state):
    ask(at_printful, printful_order(f"{files.url}/front.png"))
    to_printful(at_printful, "GET", THEIRS)
    at_printful.discontinue(4012) if gone else at_printful.restock(4012, there=False)
    assert to_printful(at_printful, "POST", f"{THEIRS}/confirmation")[1]["data"]["status"] == state
