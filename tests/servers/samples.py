"""An order that is in order at each partner, and somebody who asks and somebody who is told, for the tests of their servers."""

from __future__ import annotations

import contextlib
import hashlib
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any

from tests.servers import gelato, printful, printify, prodigi
from tests.servers.gelato import GelatoServer
from tests.servers.imageservice import Mutation, drawing
from tests.servers.partner import PartnerServer
from tests.servers.printful import PrintfulServer
from tests.servers.printify import PrintifyServer
from tests.servers.prodigi import ProdigiServer
from tests.servers.serving import Call, HttpServer, Reply

PRINT = drawing(360, 480, "a fox")
REFERENCE = "job7f3a9c21b4d84e0f9a"


class Ear(HttpServer):
    """Who is told of news; it answers with the statuses that it is given, and with 200 after them."""

    def __init__(self) -> None:
        super().__init__()
        self.statuses: list[int] = []

    def respond(self, call: Call) -> Reply:
        self.calls.append(call)
        return Reply(self.statuses.pop(0) if self.statuses else 200)


def ask(server: PartnerServer, call: Call, patience_s: float = 30.0) -> tuple[int, Any]:
    """As a client on the wire; `OSError` where the line is cut, or patience has an end."""
    connection = HTTPConnection(server.address, timeout=patience_s)
    try:
        connection.request(call.method, call.path, call.body, dict(call.headers))
        reply = connection.getresponse()
        data = reply.read()
        return reply.status, json.loads(data) if data[:1] in (b"{", b"[") else data
    finally:
        connection.close()


def give_up_on(server: PartnerServer, call: Call) -> None:
    """Nobody waits for the answer; what the server does about the call, it has done by the end of this."""
    with contextlib.suppress(OSError):
        ask(server, call, patience_s=0.2)
    while not server.calls:
        time.sleep(0.01)
    with server._lock:
        pass  # it is held as long as a call is carried out


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


# --- Gelato

GELATO_KEY = {"X-API-KEY": gelato.TOKEN}
MUG = "mug_product_msz_11-oz_mmat_ceramic-white_cl_4-0"


def gelato_order(link: str, **changes: Any) -> Call:
    name = {"firstName": "TEST", "lastName": "RECIPIENT", "email": "recipient@example.com"}
    where = {"addressLine1": "1 Test Street", "city": "Leeds", "postCode": "LS1 4AB", "country": "GB"}
    files = [{"type": "default", "url": link}]
    body = {
        "orderType": "draft",
        "orderReferenceId": REFERENCE,
        "customerReferenceId": "c-881",
        "currency": "EUR",
        "items": [{"itemReferenceId": "job7f3a-1", "productUid": MUG, "quantity": 1, "files": files}],
        "shipmentMethodUid": "standard",
        "shippingAddress": {**name, **where},
        **changes,
    }
    return by_json("POST", "/v4/orders", GELATO_KEY, body)


# --- Printify

PRINTIFY_KEY = {"Authorization": f"Bearer {printify.TOKEN}", "User-Agent": "pod"}


def printify_order(link: str, **changes: Any) -> Call:
    picture = {"src": link, "x": 0.5, "y": 0.45, "scale": 0.9, "angle": 0}
    line = {"print_provider_id": 99, "blueprint_id": 12, "variant_id": 18540, "quantity": 1, "external_id": "job7f3a-1"}
    name = {"first_name": "TEST", "last_name": "RECIPIENT", "email": "recipient@example.com", "phone": ""}
    where = {"country": "US", "region": "OR", "address1": "1 Test Street", "address2": "", "city": "Portland"}
    body = {
        "external_id": REFERENCE,
        "label": "A-10442",
        "line_items": [{**line, "print_areas": {"front": [picture]}}],
        "shipping_method": 1,
        "send_shipping_notification": False,
        "address_to": {**name, **where, "zip": "97205"},
        **changes,
    }
    return by_json("POST", f"/v1/shops/{printify.SHOP}/orders.json", PRINTIFY_KEY, body)


BENCHES = {
    "gelato": Bench(GelatoServer, gelato_order, gelato.MUTATIONS),
    "printify": Bench(PrintifyServer, printify_order, printify.MUTATIONS),
    "prodigi": Bench(ProdigiServer, prodigi_order, prodigi.MUTATIONS),
    "printful": Bench(PrintfulServer, printful_order, printful.MUTATIONS),
}
