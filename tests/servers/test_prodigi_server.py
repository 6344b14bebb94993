"""Prodigi's test server keeps to what is written of Prodigi."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.servers.filehost import MISHAPS, FileHost
from tests.servers.imageservice import drawing
from tests.servers.prodigi import ProdigiServer
from tests.servers.published import misfits, published
from tests.servers.samples import (
    PRINT,
    PRODIGI_KEY,
    REFERENCE,
    ask,
    by_json,
    prodigi_order,
)


def prodigi_call(server: ProdigiServer, method: str, path: str, body: Any = None) -> Any:
    status, answer = ask(server, by_json(method, f"/v4.0/{path}", PRODIGI_KEY, body))
    assert status == 200, answer
    return answer


@pytest.fixture
def at_prodigi() -> Iterator[ProdigiServer]:
    with ProdigiServer() as server:
        yield server


def test_prodigi_makes_one_order_of_a_key_whatever_else_is_asked_for(at_prodigi, files):
    link = f"{files.url}/front.png"
    outcomes = [ask(at_prodigi, prodigi_order(link, shippingMethod=m))[1] for m in ("Standard", "Express")]
    assert [o["outcome"] for o in outcomes] == ["Created", "AlreadyExists"]
    assert outcomes[1]["order"]["shippingMethod"] == "Standard"
    assert len(at_prodigi.charges) == 1
    without = [ask(at_prodigi, prodigi_order(link, idempotencyKey=None))[1]["outcome"] for _ in range(2)]
    assert without == ["Created", "Created"]
    found = prodigi_call(at_prodigi, "GET", f"orders?merchantReferences={REFERENCE}&top=2")
    assert (len(found["orders"]), found["hasMore"]) == (2, True)


def test_prodigi_downloads_the_files_and_believes_no_other_bytes(at_prodigi, files):
    made = ask(at_prodigi, prodigi_order(f"{files.url}/front.png"))[1]["order"]
    assert made["status"]["details"]["downloadAssets"] == "NotStarted"
    looked = prodigi_call(at_prodigi, "GET", f"orders/{made['id']}")["order"]
    assert looked["status"]["details"]["downloadAssets"] == "Complete"
    assert at_prodigi.downloads[0].data == PRINT
    files.put("other.png", drawing(360, 480, "an owl"))
    other = ask(at_prodigi, prodigi_order(f"{files.url}/other.png", idempotencyKey="k2"))[1]["order"]
    issues = prodigi_call(at_prodigi, "GET", f"orders/{other['id']}")["order"]["status"]["issues"]
    assert [i["errorCode"] for i in issues] == ["order.items.assets.NotDownloaded"]


@pytest.mark.parametrize("mishap", [*MISHAPS, "half"])
def test_prodigi_tries_ten_times_and_gives_up(at_prodigi, mishap):
    with FileHost() as files:
        files.put("front.png", PRINT)
        files.mishap, files.half = ("", True) if mishap == "half" else (mishap, False)
        made = ask(at_prodigi, prodigi_order(f"{files.url}/front.png"))[1]["order"]
        codes = [
            prodigi_call(at_prodigi, "GET", f"orders/{made['id']}")["order"]["status"]["issues"][0]["errorCode"]
            for _ in range(11)
        ]
    assert codes == ["order.items.assets.NotDownloaded"] * 9 + ["order.items.assets.FailedToDownloaded"] * 2
    assert len(at_prodigi.downloads) == 10


def test_prodigi_says_in_its_outcome_what_a_cancel_has_come_to(at_prodigi, files):
    made = [ask(at_prodigi, prodigi_order(f"{files.url}/front.png", idempotencyKey=k))[1]["order"]["id"] for k in "abc"]
    at_prodigi.advance(made[1], "inProduction")
    at_prodigi.faults.append("cancel: refused")
    outcomes = [prodigi_call(at_prodigi, "POST", f"orders/{m}/actions/cancel")["outcome"] for m in made]
    assert outcomes == ["FailedToCancel", "ActionNotAvailable", "Cancelled"]
    offered = [prodigi_call(at_prodigi, "GET", f"orders/{m}/actions")["cancel"]["isAvailable"] for m in made]
    assert offered == ["Yes", "No", "No"]


def test_prodigi_goes_its_own_way_and_no_other(at_prodigi, files, ear):
    order = prodigi_order(f"{files.url}/front.png", callbackUrl=f"{ear.url}/t_5b1e9c")
    made = ask(at_prodigi, order)[1]["order"]["id"]
    for state in ("shipping", "Complete", "frobnicated"):
        with pytest.raises(ValueError, match="does not go"):
            at_prodigi.advance(made, state)
    for state in ("inProduction", "shipping", "shipping", "Complete"):
        at_prodigi.advance(made, state)
    assert len(at_prodigi.orders[made]["shipments"]) == 2
    told = [call.json() for call in ear.calls]
    assert [t["type"].rpartition("#")[2] for t in told] == ["InProgress"] * 4 + ["Complete"]
    assert len({t["id"] for t in told}) == 5
    assert {call.path for call in ear.calls} == {"/t_5b1e9c"}


@pytest.mark.parametrize(
    ("fault", "outcome", "stage", "charged"),
    [
        ("on hold", "OnHold", "OnHold", 0),
        ("to be paid", "CreatedWithIssues", "AwaitingPayment", 0),
    ],
)
def test_prodigi_may_wait_before_it_produces(at_prodigi, files, fault, outcome, stage, charged):
    at_prodigi.faults.append(fault)
    answer = ask(at_prodigi, prodigi_order(f"{files.url}/front.png"))[1]
    [order] = at_prodigi.orders.values()
    assert (answer["outcome"], order["status"]["stage"], len(at_prodigi.charges)) == (outcome, stage, charged)
    if stage != "InProgress":
        at_prodigi.advance(order["id"], "InProgress")
        assert len(at_prodigi.charges) == 1


def test_prodigis_sandbox_charges_nothing(files):
    with ProdigiServer(live=False) as server:
        assert ask(server, prodigi_order(f"{files.url}/front.png"))[0] == 200
        assert (len(server.orders), server.charges) == (1, [])


def test_the_order_that_prodigi_takes_is_the_one_that_is_described(files):
    document = published("thirdparty-prodigi.requests.json")
    schema = document["paths"]["/orders"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    name = schema["$ref"].rpartition("/")[2]
    assert misfits(document, name, prodigi_order(f"{files.url}/front.png").json()) == []


def test_prodigis_quote_has_a_price_that_can_change(at_prodigi):
    item = {"sku": "GLOBAL-FAP-12X16", "copies": 2, "assets": [{"printArea": "default"}]}
    body = {"destinationCountryCode": "GB", "shippingMethod": "Standard", "items": [item]}
    told = prodigi_call(at_prodigi, "POST", "quotes", body)["quotes"]
    assert [q["costSummary"]["totalCost"]["amount"] for q in told] == ["22.50"]
    sized = {**body, "items": [{**item, "sizing": "fillPrintArea"}]}
    assert ask(at_prodigi, by_json("POST", "/v4.0/quotes", PRODIGI_KEY, sized))[0] == 400
    at_prodigi.reprice("GLOBAL-FAP-12X16", 1000)
    dearer = prodigi_call(at_prodigi, "POST", "quotes", body)["quotes"]
    assert dearer[0]["costSummary"]["totalCost"]["amount"] == "24.50"
    at_prodigi.discontinue("GLOBAL-FAP-12X16")
    assert ask(at_prodigi, by_json("POST", "/v4.0/quotes", PRODIGI_KEY, body))[0] == 400


def test_prodigi_changes_an_order_until_it_is_in_production(at_prodigi, files):
    made = ask(at_prodigi, prodigi_order(f"{files.url}/front.png"))[1]["order"]["id"]
    where = {"line1": "2 Test Street", "townOrCity": "Leeds", "postalOrZipCode": "LS1 4AB", "countryCode": "GB"}
    changes = {
        "updateRecipient": {"name": "ANOTHER", "address": where},
        "updateShippingMethod": {"shippingMethod": "Express"},
        "updateMetadata": {"metadata": {"ref": "1"}},
    }
    for action, body in changes.items():
        assert prodigi_call(at_prodigi, "POST", f"orders/{made}/actions/{action}", body)["outcome"] == "Updated"
        assert ask(at_prodigi, by_json("POST", f"/v4.0/orders/{made}/actions/{action}", PRODIGI_KEY, {}))[0] == 400
    order = at_prodigi.orders[made]
    assert (order["recipient"]["name"], order["shippingMethod"]) == ("ANOTHER", "Express")
    at_prodigi.advance(made, "inProduction")
    for action, body in changes.items():
        outcome = prodigi_call(at_prodigi, "POST", f"orders/{made}/actions/{action}", body)["outcome"]
        assert outcome == "ActionNotAvailable"


def test_prodigis_area_depends_on_what_is_chosen(at_prodigi):
    product = prodigi_call(at_prodigi, "GET", "products/GLOBAL-CAN-10x10")["product"]
    sizes = {
        v["attributes"]["wrap"]: v["printAreaSizes"]["default"]["horizontalResolution"] for v in product["variants"]
    }
    assert (sizes["Black"], sizes["ImageWrap"]) == (1522, 2137)
    assert ask(at_prodigi, by_json("GET", "/v4.0/products/GLOBAL-NONE", PRODIGI_KEY))[0] == 404


def test_prodigi_says_whose_fault_a_call_is(at_prodigi):
    statuses = [
        ask(at_prodigi, by_json(method, f"/v4.0/{path}", PRODIGI_KEY))[0]
        for method, path in (("DELETE", "orders/ord_1"), ("GET", "frobnicate"), ("GET", "orders/ord_1"))
    ]
    assert statuses == [405, 404, 404]
    at_prodigi.refuses_all = True
    assert ask(at_prodigi, by_json("GET", "/v4.0/orders", PRODIGI_KEY))[0] == 401


def test_prodigi_may_ship_from_two_places(at_prodigi, files):
    [item] = prodigi_order(f"{files.url}/front.png").json()["items"]
    at_prodigi.faults.append("in two parcels")
    made = ask(at_prodigi, prodigi_order("", items=[item, item]))[1]["order"]
    for state in ("inProduction", "shipping", "shipping", "Complete"):
        at_prodigi.advance(made["id"], state)
    sent = [[i["itemId"] for i in shipment["items"]] for shipment in at_prodigi.orders[made["id"]]["shipments"]]
    assert sent == [[i["id"]] for i in made["items"]]


def test_prodigi_takes_an_order_of_what_is_out_of_stock_and_says_so(at_prodigi, files):
    at_prodigi.restock("GLOBAL-FAP-12X16", there=False)
    answer = ask(at_prodigi, prodigi_order(f"{files.url}/front.png"))[1]
    [issue] = answer["order"]["status"]["issues"]
    assert (answer["outcome"], issue["errorCode"]) == ("CreatedWithIssues", "order.items.ItemUnavailable")
