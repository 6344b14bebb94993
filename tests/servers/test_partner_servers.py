"""The test servers of partners are as strict, and as forgetful, as the partners themselves."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any

import pytest

from tests.servers import prodigi
from tests.servers.filehost import MISHAPS, FileHost
from tests.servers.imageservice import Mutation, drawing
from tests.servers.partner import EFFECTS, LATE_S, PartnerServer
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


BENCHES = {"prodigi": Bench(ProdigiServer, prodigi_order, prodigi.MUTATIONS)}


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
