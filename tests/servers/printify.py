"""Printify's API v1, as developers.printify.com describes it (captures of March 2024 and July 2026): our test server.

A reference is taken once in a shop: what is asked for twice is answered with 409 and the order that there is. It waits to be
sent to production, which charges; what it shows of an order has our reference among its metadata and nowhere else. A receiver
of news that fails four times is not told for an hour, and what happened then is lost.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, ClassVar

from tests.servers.imageservice import header_set, json_set, path_set
from tests.servers.partner import Charge, Delivery, PartnerServer, Route, is_link, order_mutations
from tests.servers.printify_requests import ARTICLES, METHODS, ORDER, SHIPPING, WEBHOOK, needed, order_problems
from tests.servers.serving import Call, Refused, Reply, said

TOKEN = "printify-test-token"
SECRET = "a secret of the shop's own"
SHOP = 815
_PAGE = 10
_BLOCKED = timedelta(hours=1)
_SHOP = r"/v1/shops/(\d+)"
_OPEN = ("on-hold", "payment-not-received")


class PrintifyServer(PartnerServer):
    NAME = "printify"
    PAGES = ("https://developers.printify.com/",)
    ROUTES = (
        Route("POST", rf"{_SHOP}/orders\.json", "create", "create"),
        Route("GET", rf"{_SHOP}/orders\.json", "look", "listed"),
        Route("GET", rf"{_SHOP}/orders/(\w+)\.json", "look", "order"),
        Route("POST", rf"{_SHOP}/orders/(\w+)/send_to_production\.json", "confirm", "confirm"),
        Route("POST", rf"{_SHOP}/orders/(\w+)/cancel\.json", "cancel", "cancel"),
        Route("POST", rf"{_SHOP}/orders/shipping\.json", "quote", "shipping"),
        Route("POST", r"/v1/uploads/images\.json", "change", "upload"),
        Route("GET", r"/v1/uploads/(\w+)\.json", "look", "uploaded"),
        Route("GET", r"/v1/catalog/blueprints/(\d+)/print_providers/(\d+)/variants\.json", "catalogue", "variants"),
        Route("GET", r"/v1/shops\.json", "account", "shops"),
        Route("POST", rf"{_SHOP}/webhooks\.json", "account", "subscribe"),
        Route("GET", rf"{_SHOP}/webhooks\.json", "account", "subscriptions"),
    )
    FAULTS: ClassVar[Mapping[str, str]] = {
        "address refused": "400 with code 8103, whose reason is JSON in text",
        "unpaid": "confirm: the account has nothing left, the order waits for payment",
    }
    MOVES: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "on-hold": ("canceled",),
        "payment-not-received": ("sending-to-production", "canceled"),
        "sending-to-production": ("in-production", "has-issues"),
        "has-issues": ("sending-to-production", "in-production", "canceled"),
        "in-production": ("partially-fulfilled", "fulfilled", "has-issues", "unfulfillable"),
        "partially-fulfilled": ("fulfilled",),
        "fulfilled": ("delivered",),
    }
    """`delivered` is of the parcels: the order stays fulfilled."""

    PER_MINUTE = 600
    RETRIES_S = (60.0, 60.0, 60.0)

    def __init__(self, token: str = TOKEN, secret: str = SECRET, shop: int = SHOP) -> None:
        super().__init__(token)
        self.secret = secret
        self.shop = shop
        self.tax_cents = 0
        self.articles |= ARTICLES
        self.refusals = 0
        self.lost: list[Delivery] = []
        """What nobody was told, as the receiver was blocked."""
        self._uploads: dict[str, dict[str, Any]] = {}
        self._hooks: list[dict[str, Any]] = []
        self._blocked_until: datetime | None = None

    @property
    def share_refused(self) -> float:
        """They ask that it stays under five in a hundred."""
        return self.refusals / max(len(self.calls), 1)

    # --- who may call

    def check_auth(self, call: Call) -> None:
        if self.refuses_all or call.header("Authorization") != f"Bearer {self.token}":
            raise Refused(said({"error": "Unauthenticated."}, 401))
        if not call.header("User-Agent"):
            raise _error(403, 10000, "Provide a User-Agent header.")
        shop = re.match(_SHOP, call.route)
        if shop and int(shop[1]) != self.shop:
            raise _error(404, 10100, "Shop not found.")

    def not_found(self, call: Call) -> Refused:
        return _error(404, 10100, f"There is no {call.method} {call.route}.")

    def too_many(self) -> Refused:
        """Without a word of when to come again."""
        return Refused(said({"message": "Too Many Attempts."}, 429))

    def answered(self, reply: Reply, left: int) -> Reply:
        self.refusals += reply.status >= 400
        return reply

    # --- orders

    def create(self, call: Call, shop: str) -> Reply:
        body = self.checked(call, ORDER)
        if self.fault == "address refused":
            raise _error(400, 8103, json.dumps({"address_to": {"zip": ["The zip is not of this country."]}}))
        known = next((o for o in self.orders.values() if o["metadata"]["shop_order_id"] == body["external_id"]), None)
        if known:
            reason = "Order already exists for the given external_id."
            told = _told(8503, reason) | {"order": {"id": known["id"], "external_id": body["external_id"]}}
            raise Refused(said(told, 409))
        order = self._made(body)
        self.orders[order["id"]] = order
        self._tell("order:created", order, {"shop_id": self.shop, "status": order["status"]})
        return said({"id": order["id"]})

    def order(self, call: Call, shop: str, order_id: str) -> Reply:
        order = self._order(order_id)
        self._work(order)
        return said(order)

    def listed(self, call: Call, shop: str) -> Reply:
        """Ten to a page, whatever is asked for."""
        found = list(self.orders.values())[::-1]
        if status := call.query.get("status"):
            found = [o for o in found if o["status"] == status]
        page = int(call.query.get("page", 1))
        told = {"current_page": page, "last_page": max(-(-len(found) // _PAGE), 1), "total": len(found)}
        return said({**told, "data": found[(page - 1) * _PAGE : page * _PAGE]})

    def confirm(self, call: Call, shop: str, order_id: str) -> Reply:
        order = self._order(order_id)
        if order["status"] not in _OPEN:
            raise _error(400, 8502, f"The order is {order['status']} and cannot be sent to production.")
        if self.fault == "unpaid":
            self._moved(order, "payment-not-received")
            raise _error(402, 8504, "Payment could not be processed.")
        if any(line["variant_id"] not in self.articles for line in order["line_items"]):
            self._moved(order, "unfulfillable")
            return said(order)
        self._charge(order)
        self._moved(order, "sending-to-production")
        return said(order)

    def cancel(self, call: Call, shop: str, order_id: str) -> Reply:
        order = self._order(order_id)
        if order["status"] not in _OPEN:
            raise _error(400, 8502, f"The order is {order['status']} and can no longer be cancelled.")
        self._moved(order, "canceled")
        return said(order)

    def shipping(self, call: Call, shop: str) -> Reply:
        """In cents. Two of its names are being changed: both are there."""
        self.checked(call, SHIPPING)
        return said(dict(METHODS.values()) | {"express": METHODS[2][1]})

    # --- pictures and the catalogue

    def upload(self, call: Call) -> Reply:
        shape = {"file_name!": needed, "url": is_link, "contents": str}
        body = self.checked(call, shape)
        if ("url" in body) == ("contents" in body):
            raise _error(400, 10300, "Either url or contents is needed.")
        data = self._uploaded_bytes(body)
        name = f"5d{len(self._uploads):022x}"
        self._uploads[name] = {"id": name, "file_name": body["file_name"], "size": len(data), "mime_type": "image/png"}
        return said(self._uploads[name])

    def _uploaded_bytes(self, body: Mapping[str, str]) -> bytes:
        if "url" not in body:
            try:
                return base64.b64decode(body["contents"], validate=True)
            except binascii.Error as e:
                raise _error(400, 8201, "The contents are no base64.") from e
        file = self.fetched(body["url"])
        if file.problem:
            raise _error(400, 10300, f"Could not download image: it {file.problem}.")
        return file.data

    def uploaded(self, call: Call, name: str) -> Reply:
        if name not in self._uploads:
            raise _error(404, 10100, "Upload not found.")
        return said(self._uploads[name])

    def variants(self, call: Call, blueprint: str, provider: str) -> Reply:
        """Those that are out of stock are not shown unless that is asked for."""
        every = call.query.get("show-out-of-stock") == "1"
        mine = {n: a for n, a in self.articles.items() if (a.blueprint, a.provider) == (int(blueprint), int(provider))}
        if not mine:
            raise _error(404, 10100, "Print provider not found.")
        shown = [
            {
                "id": number,
                "title": article.name,
                "options": {},
                "placeholders": [
                    {"position": place, "width": width_px, "height": height_px, "decoration_method": "dtg"}
                    for place, (width_px, height_px) in article.areas.items()
                ],
            }
            for number, article in mine.items()
            if article.in_stock or every
        ]
        return said({"id": int(provider), "title": "A print provider", "variants": shown})

    # --- news

    def shops(self, call: Call) -> Reply:
        return said([{"id": self.shop, "title": "Shop", "sales_channel": "custom_integration"}])

    def subscribe(self, call: Call, shop: str) -> Reply:
        body = self.checked(call, WEBHOOK)
        self._hooks.append({"id": f"5c{len(self._hooks):022x}", "shop_id": self.shop, **body})
        self.secret = body.get("secret", "")
        self.events_to(body["url"])
        return said({n: v for n, v in self._hooks[-1].items() if n != "secret"})

    def subscriptions(self, call: Call, shop: str) -> Reply:
        return said([{n: v for n, v in hook.items() if n != "secret"} for hook in self._hooks])

    def signed(self, body: bytes) -> dict[str, str]:
        digest = hmac.new(self.secret.encode(), body, hashlib.sha256).hexdigest()
        return {**super().signed(body), "X-Pfy-Signature": f"sha256={digest}"}

    def deliver(self, told: Delivery) -> int:
        """Not to a receiver that is blocked: what is due in that hour is never told."""
        if self._blocked_until and self.clock.now < self._blocked_until:
            self.lost.append(told)
            told.tries.append(0)
            return 0
        status = super().deliver(told)
        if not 200 <= status < 300 and len(told.tries) > len(self.RETRIES_S):
            self._blocked_until = self.clock.now + _BLOCKED
        return status

    def _tell(self, kind: str, order: Mapping[str, Any], data: Mapping[str, Any]) -> None:
        event_id = f"653b6be8-{self.next_number():04x}"
        resource = {"id": order["id"], "type": "order", "data": data}
        event = {"id": event_id, "type": kind, "created_at": self.stamp(), "resource": resource}
        self.tell(kind, order["id"], event_id, event)

    # --- the order's own way

    def state(self, order_id: str) -> str:
        return str(self.orders[order_id]["status"])

    def moved(self, order: dict[str, Any], state: str) -> None:
        if state == "delivered":
            order["shipments"][-1]["delivered_at"] = self.stamp()
            self._tell_of_parcel("order:shipment:delivered", order)
        elif state in ("partially-fulfilled", "fulfilled"):
            self._ship(order, state)
            self._tell_of_parcel("order:shipment:created", order)
        else:
            if order["status"] == "payment-not-received" and state == "sending-to-production":
                self._charge(order)
            self._moved(order, state)

    def _moved(self, order: dict[str, Any], state: str) -> None:
        order["status"] = state
        for line in order["line_items"]:
            line["status"] = state if state in ("in-production", "has-issues", "canceled") else line["status"]
        kind = "order:sent-to-production" if state == "sending-to-production" else "order:updated"
        self._tell(kind, order, {"shop_id": self.shop, "status": state})

    def _ship(self, order: dict[str, Any], state: str) -> None:
        number = f"PY{self.next_number():09d}"
        order["status"] = state
        waiting = [line for line in order["line_items"] if line["status"] != "fulfilled"]
        for line in waiting[:1] if state == "partially-fulfilled" else waiting:
            line["status"] = "fulfilled"
        parcel = {"carrier": "usps", "number": number, "url": f"https://track.example/{number}"}
        order["shipments"].append(parcel | {"delivered_at": None})

    def _tell_of_parcel(self, kind: str, order: Mapping[str, Any]) -> None:
        parcel = order["shipments"][-1]
        carrier = {"code": parcel["carrier"], "tracking_number": parcel["number"], "tracking_url": parcel["url"]}
        when = "delivered_at" if kind.endswith("delivered") else "shipped_at"
        skus = [str(line["variant_id"]) for line in order["line_items"] if line["status"] == "fulfilled"]
        self._tell(kind, order, {"shop_id": self.shop, when: self.stamp(), "carrier": carrier, "skus": skus})

    def _work(self, order: dict[str, Any]) -> None:
        """What it does by itself: the pictures are fetched once it is sent to production."""
        if order["status"] != "sending-to-production":
            return
        links = [image["src"] for line in order["line_items"] for image in _images(line["print_areas"])]
        bad = [f for link in links if (f := self.fetched(link)).problem]
        missing = [line["variant_id"] for line in order["line_items"] if not self.sold(line["variant_id"]).in_stock]
        order["issues"] = [
            *(f"Image issue: {f.url} {f.problem}." for f in bad),
            *(f"Out of stock: variant {variant}." for variant in missing),
        ]
        self._moved(order, "has-issues" if order["issues"] else "in-production")

    def _charge(self, order: Mapping[str, Any]) -> None:
        goods = sum(self.sold(line["variant_id"]).cents * line["quantity"] for line in order["line_items"])
        self.charges.append(Charge(order["id"], goods + METHODS[order["shipping_method"]][1]))

    # --- shapes

    def more_problems(self, body: Any, shape: Mapping[str, Any]) -> Iterator[str]:
        return order_problems(self.articles, body)

    def invalid(self, wrong: Sequence[str]) -> Refused:
        return _error(400, 8150, "; ".join(wrong))

    def _made(self, body: Mapping[str, Any]) -> dict[str, Any]:
        number = self.next_number()
        lines = [
            {
                **{n: v for n, v in line.items() if n != "external_id"},
                "status": "on-hold",
                "metadata": {"external_id": line.get("external_id")},
                "cost": self.articles[line["variant_id"]].cents,
            }
            for line in body["line_items"]
        ]
        return {
            "id": f"5f{number:022x}",
            "address_to": body["address_to"],
            "line_items": lines,
            "metadata": {
                "order_type": "api",
                "shop_order_id": body["external_id"],
                "shop_order_label": body.get("label"),
                "shop_fulfilled_at": None,
            },
            "status": "on-hold",
            "total_price": sum(line["cost"] * line["quantity"] for line in lines),
            "total_shipping": METHODS[body["shipping_method"]][1],
            "total_tax": self.tax_cents,
            "shipping_method": body["shipping_method"],
            "shipments": [],
            "created_at": self.stamp(),
            "issues": [],
        }

    def _order(self, order_id: str) -> dict[str, Any]:
        if order_id not in self.orders:
            raise _error(404, 10100, "Order not found.")
        return self.orders[order_id]


def _images(areas: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for value in areas.values():
        yield from ({"src": value},) if isinstance(value, str) else value


def _told(code: int, reason: str) -> dict[str, Any]:
    errors = {"reason": reason, "code": code}
    return {"status": "error", "code": code, "message": "Operation failed.", "errors": errors}


def _error(status: int, code: int, reason: str) -> Refused:
    return Refused(said(_told(code, reason), status))


_LINE = ("line_items", 0)
_AREAS = (*_LINE, "print_areas")
_GOOD = {"src": "https://files.example.com/front.png", "x": 0.5, "y": 0.5, "scale": 1, "angle": 0}
MUTATIONS = (
    *order_mutations("Authorization"),
    header_set("nobody's browser", "User-Agent", ""),
    header_set("a form", "Content-Type", "application/x-www-form-urlencoded"),
    path_set("another shop", f"/{SHOP}/", "/816/"),
    path_set("another version", "/v1/", "/v2/"),
    json_set("no reference", ["external_id"], ...),
    json_set("an empty reference", ["external_id"], ""),
    json_set("no way to ship", ["shipping_method"], ...),
    json_set("a way to ship by name", ["shipping_method"], "standard"),
    json_set("an unknown way to ship", ["shipping_method"], 9),
    json_set("no lines", ["line_items"], []),
    json_set("lines by another name", ["items"], [{}]),
    json_set("a variant that is not there", [*_LINE, "variant_id"], 1),
    json_set("a variant of another provider", [*_LINE, "print_provider_id"], 1),
    json_set("a variant that is text", [*_LINE, "variant_id"], "18540"),
    json_set("nothing of it", [*_LINE, "quantity"], 0),
    json_set("a blank print", _AREAS, {}),
    json_set("an area without a picture", _AREAS, {"front": []}),
    json_set("an area that is not there", _AREAS, {"sleeve": [_GOOD]}),
    json_set("areas that are a list", _AREAS, [_GOOD]),
    json_set("a file of this computer", _AREAS, {"front": [{**_GOOD, "src": "file:///tmp/front.png"}]}),
    json_set("a picture without its place", _AREAS, {"front": [{"src": _GOOD["src"]}]}),
    json_set("an unknown field of a picture", _AREAS, {"front": [{**_GOOD, "width": 100}]}),
    json_set("a place in pixels", _AREAS, {"front": [{**_GOOD, "x": 1800}]}),
    json_set("nobody to ship to", ["address_to"], ...),
    json_set("a name in one field", ["address_to", "name"], "TEST RECIPIENT"),
    json_set("no region", ["address_to", "region"], ...),
    json_set("a country by name", ["address_to", "country"], "United States"),
)
