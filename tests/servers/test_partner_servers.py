"""The test servers of partners are as strict, and as forgetful, as the partners themselves."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.servers import printful, prodigi
from tests.servers.filehost import MISHAPS, FileHost
from tests.servers.imageservice import Mutation, drawing
from tests.servers.partner import EFFECTS, LATE_S, PartnerServer
from tests.servers.printful import LATE_COSTS_S, PrintfulServer
from tests.servers.prodigi import ProdigiServer
from tests.servers.published import misfits, published
from tests.servers.serving import Call, HttpServer, Reply

PRINT = drawing(360, 480, "a fox")
REFERENCE = "job7f3a9c21b4d84e0f9a"


@pytest.fixture(scope="module")
def files() -> Iterator[FileHost]:
    with FileHost() as host:
        host.put("front.png", PRINT)
        yield host


class Ear(HttpServer):
    """Who is told of news; it answers with the statuses that it is given, and with 200 after them."""

    def __init__(self) -> None:
        super().__init__()
        self.statuses: list[int] = []

    def respond(self, call: Call) -> Reply:
        self.calls.append(call)
        return Reply(self.statuses.pop(0) if self.statuses else 200)


@pytest.fixture
def ear() -> Iterator[Ear]:
    with Ear() as ear:
        yield ear


def ask(server: PartnerServer, call: Call) -> tuple[int, Any]:
    """As a client on the wire; `OSError` where the line is cut."""
    connection = HTTPConnection(server.address, timeout=0.3)
    try:
        connection.request(call.method, call.path, call.body, dict(call.headers))
        reply = connection.getresponse()
        data = reply.read()
        return reply.status, json.loads(data) if data[:1] in (b"{", b"[") else data
    finally:
        connection.close()


@dataclass(frozen=True)
class Bench:
    """A partner's server, and an order that is in order there."""

    make: Callable[[], PartnerServer]
    order: Callable[[str], Call]
    mutations: Sequence[Mutation]


def by_json(method: str, path: str, key: Mapping[str, str], body: Any = None) -> Call:
    raw = b"" if body is None else json.dumps(body).encode()
    return Call(method, path, {"Content-Type": "application/json", **key}, raw)


# --- Prodigi

PRODIGI_KEY = {"X-API-Key": prodigi.TOKEN}


def prodigi_order(link: str, **changes: Any) -> Call:
    address = {"line1": "1 Test Street", "townOrCity": "Leeds", "postalOrZipCode": "LS1 4AB", "countryCode": "GB"}
    asset = {"printArea": "default", "url": link, "md5Hash": hashlib.md5(PRINT).hexdigest()}
    item = {"sku": "GLOBAL-FAP-12X16", "copies": 2, "sizing": "fillPrintArea", "assets": [asset], "attributes": {}}
    body = {
        "merchantReference": REFERENCE,
        "idempotencyKey": REFERENCE,
        "shippingMethod": "Standard",
        "recipient": {"name": "TEST RECIPIENT", "address": address},
        "items": [item],
        **changes,
    }
    return by_json("POST", "/v4.0/orders", PRODIGI_KEY, body)


def prodigi_call(server: ProdigiServer, method: str, path: str, body: Any = None) -> Any:
    status, answer = ask(server, by_json(method, f"/v4.0/{path}", PRODIGI_KEY, body))
    assert status == 200, answer
    return answer


# --- Printful

PRINTFUL_KEY = {"Authorization": f"Bearer {printful.TOKEN}"}


def printful_order(link: str, **changes: Any) -> Call:
    layer = {"type": "file", "url": link, "position": {"width": 12, "height": 12, "top": 0, "left": 0}}
    item = {
        "source": "catalog",
        "catalog_variant_id": 4012,
        "external_id": "job7f3a-1",
        "quantity": 2,
        "retail_price": "27.50",
        "placements": [{"placement": "front", "technique": "dtg", "layers": [layer]}],
    }
    recipient = {"name": "TEST RECIPIENT", "address1": "1 Test Street", "city": "Portland", "state_code": "OR"}
    body = {
        "external_id": REFERENCE,
        "shipping": "STANDARD",
        "recipient": {**recipient, "country_code": "US", "zip": "97205"},
        "order_items": [item],
        **changes,
    }
    return by_json("POST", "/v2/orders", PRINTFUL_KEY, body)


BENCHES = {
    "prodigi": Bench(ProdigiServer, prodigi_order, prodigi.MUTATIONS),
    "printful": Bench(PrintfulServer, printful_order, printful.MUTATIONS),
}


@pytest.fixture(params=BENCHES)
def bench(request: pytest.FixtureRequest) -> Bench:
    return BENCHES[request.param]


# --- all of them


def test_a_good_order_is_taken_and_twenty_changed_ones_are_not(bench, files):
    order = bench.order(f"{files.url}/front.png")
    with bench.make() as server:
        taken = [m.name for m in bench.mutations if server.send(m.change(order)) < 400]
        assert taken == []
        assert (server.orders, server.charges) == ({}, [])
        assert len({m.name for m in bench.mutations}) == len(bench.mutations) >= 20
        assert server.send(order) < 400
        assert len(server.orders) == 1


@pytest.mark.parametrize("fault", EFFECTS)
def test_every_fault_is_seen_and_what_it_says_of_the_order_is_so(bench, files, fault):
    order = bench.order(f"{files.url}/front.png")
    with bench.make() as server:
        server.faults.append(fault)
        effect = EFFECTS[fault]
        if effect.reply.cut or effect.reply.hang:
            with pytest.raises(OSError):
                ask(server, order)
        else:
            assert ask(server, order)[0] == effect.reply.status
        assert len(server.orders) == (effect.done == "now")
        server.clock.advance(LATE_S)
        assert len(server.orders) == (effect.done != "never")
        assert not server.faults
        server._gone.set()


def test_a_fault_that_there_is_not_is_refused(bench):
    server = bench.make()
    for fault in ("frobnicate", "create: frobnicate", "sing: cut after"):
        with pytest.raises(ValueError, match="no fault"):
            server.faults.append(fault)


# --- Prodigi


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
        ("with issues", "CreatedWithIssues", "InProgress", 1),
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
    del at_prodigi.articles["GLOBAL-FAP-12X16"]
    assert ask(at_prodigi, by_json("POST", "/v4.0/quotes", PRODIGI_KEY, body))[0] == 400


# --- Printful


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
