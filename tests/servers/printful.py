"""Printful's API v2, and of v1 what v2 lacks, by the vendor's own descriptions (March 2026): our test server.

An order is a draft until it is confirmed; confirming charges. Costs are computed and files downloaded after the order has been
taken, so that confirming at once is too early. A reference is taken once in a store, and an address of a file is downloaded once.
Where their documents have two shapes for an error, `problem_json` says which comes.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, ClassVar

from tests.servers.imageservice import header_set, json_set, path_set
from tests.servers.partner import Charge, Delivery, Route, order_mutations
from tests.servers.printful_catalogue import dollars, links, v1_error
from tests.servers.printful_mockups import PrintfulMockups
from tests.servers.printful_requests import ESTIMATE, ORDER, PATCH, RATES_CENTS, RECIPIENT, SLIP, STORE, WEBHOOKS
from tests.servers.serving import Call, Refused, Reply, said

TOKEN = "pf-test-token"
SECRET = hashlib.sha256(b"printful").hexdigest()
LATE_COSTS_S = 600.0
_RETAIL_COSTS = {
    "calculation_status": "done", "currency": "USD", "subtotal": None, "discount": "0.00", "shipping": "0.00",
    "vat": "0.00", "tax": "0.00", "total": None,
}  # fmt: skip
_OF_ORDERS = ("self", "order", "order_confirmation", "order_invoices", "order_items", "shipments")
_ID = r"(\d+|@[\w-]+)"
_EVENTS = (
    "shipment_sent", "shipment_delivered", "shipment_returned", "shipment_canceled", "shipment_out_of_stock",
    "order_created", "order_updated", "order_failed", "order_canceled", "order_refunded", "order_put_hold",
    "order_put_hold_approval", "order_remove_hold", "catalog_stock_updated", "catalog_price_changed", "mockup_task_finished",
)  # fmt: skip


class PrintfulServer(PrintfulMockups):
    NAME = "printful"
    PAGES = ("https://developers.printful.com/docs/v2-beta/", "https://developers.printful.com/docs/")
    ROUTES = (
        Route("POST", "/v2/orders", "create", "create"),
        Route("GET", "/v2/orders", "look", "listed"),
        Route("GET", f"/v2/orders/{_ID}", "look", "order"),
        Route("PATCH", f"/v2/orders/{_ID}", "change", "change"),
        Route("DELETE", f"/v2/orders/{_ID}", "cancel", "erase"),
        Route("POST", f"/v2/orders/{_ID}/confirmation", "confirm", "confirm"),
        Route("GET", f"/v2/orders/{_ID}/order-items", "look", "items"),
        Route("GET", f"/v2/orders/{_ID}/shipments", "look", "shipments"),
        Route("POST", "/orders/estimate-costs", "quote", "estimate"),
        Route("POST", "/v2/files", "change", "add_file"),
        Route("GET", r"/v2/files/(\d+)", "look", "file"),
        Route("POST", "/v2/shipping-rates", "quote", "rates"),
        Route("GET", r"/v2/catalog-variants/(\d+)", "catalogue", "variant"),
        Route("GET", r"/v2/catalog-variants/(\d+)/(prices|availability)", "catalogue", "variant"),
        Route("GET", r"/v2/catalog-products/(\d+)/mockup-styles", "catalogue", "styles"),
        Route("POST", "/v2/mockup-tasks", "change", "begin_mockups"),
        Route("GET", "/v2/mockup-tasks", "look", "look_at_mockups"),
        Route("GET", r"/tmp/(\w+\.jpg)", "look", "mockup_file"),
        Route("POST", "/v2/webhooks", "account", "subscribe"),
        Route("GET", "/v2/webhooks", "account", "subscription"),
        Route("GET", "/v2/stores", "account", "stores"),
        Route("GET", f"/orders/{_ID}", "look", "order_v1"),
        Route("DELETE", f"/orders/{_ID}", "cancel", "cancel"),
        Route("GET", r"/mockup-generator/printfiles/(\d+)", "catalogue", "printfiles"),
        Route("POST", r"/mockup-generator/create-task/(\d+)", "change", "mock_up"),
        Route("GET", "/mockup-generator/task", "look", "mocked_up"),
        Route("GET", r"/mockups/(\w+\.jpg)", "look", "mock_up_picture"),
    )
    FAULTS: ClassVar[Mapping[str, str]] = {
        "costs late": "the costs are computed only ten minutes later",
        "costs failed": "the costs cannot be computed",
        "hold": "confirm: the order is put on hold at once, as one is whose variants are out of stock",
        "being updated": "confirm, cancel: 409, it is being updated and is to be asked for again",
        "refused": "confirm: the order fails as it is charged",
    }
    MOVES: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "pending": ("inprocess", "onhold", "inreview", "failed", "canceled"),
        "inreview": ("pending", "onhold", "failed", "canceled"),
        "onhold": ("pending", "draft", "canceled"),
        "inprocess": ("partial", "fulfilled", "onhold", "canceled"),
        "partial": ("partial", "fulfilled"),
        "fulfilled": ("delivered", "returned", "reshipped"),
    }
    """`delivered`, `returned` and `reshipped` are of the parcels: the order stays fulfilled."""

    PER_MINUTE = 120
    RETRIES_S = tuple(60.0 * 4**n for n in range(6))

    def __init__(self, token: str = TOKEN, secret: str = SECRET, *, account_wide: bool = False) -> None:
        super().__init__(token)
        self.secret = secret
        self.account_wide = account_wide
        """A token for all stores has to say which, in a header."""
        self.refunds: list[Charge] = []
        self.parcels: dict[str, list[dict[str, Any]]] = {}
        self._costs_due: dict[str, datetime | None] = {}
        self._hook: dict[str, Any] = {}

    # --- who may call

    def check_auth(self, call: Call) -> None:
        if call.route.startswith(("/mockups/", "/tmp/")):
            return
        if self.refuses_all or call.header("Authorization") != f"Bearer {self.token}":
            raise v1_error(401, "Unauthorized", "The access token provided is invalid.")
        store = call.header("X-PF-Store-Id")
        if store not in ((str(STORE),) if self.account_wide else ("", str(STORE))):
            raise v1_error(400, "BadRequest", "This endpoint requires `store_id`!")

    def not_found(self, call: Call) -> Refused:
        return v1_error(404, "NotFound", f"Not Found: {call.method} {call.route}")

    def too_many(self) -> Refused:
        return Refused(said({"code": 429, "result": "Too many requests."}, 429, Retry_After="60"))

    def answered(self, reply: Reply, left: int) -> Reply:
        limit = {"X-Ratelimit-Limit": str(self.PER_MINUTE), "X-Ratelimit-Policy": f"{self.PER_MINUTE};w=60"}
        now = {"X-Ratelimit-Remaining": str(max(left, 0)), "X-Ratelimit-Reset": "0.5"}
        return replace(reply, headers={**limit, **now, **reply.headers})

    # --- orders

    def create(self, call: Call) -> Reply:
        body = self.checked(call, ORDER)
        reference = body.get("external_id")
        if reference is not None and any(o["external_id"] == reference for o in self.orders.values()):
            raise self.wrong("OR-13", "Order with this External ID already exists.")
        number = self.next_number() + 90_000_000
        order = self._made(number, body)
        self.orders[str(number)] = order
        due = self.clock.now if self.fault != "costs late" else self._in(LATE_COSTS_S)
        self._costs_due[str(number)] = None if self.fault == "costs failed" else due
        self._tell("order_created", order)
        return said({"data": _shown(order), **links(*_OF_ORDERS)})

    def order(self, call: Call, name: str) -> Reply:
        order = self._order(name)
        self._work(order)
        return said({"data": _shown(order), **links(*_OF_ORDERS)})

    def listed(self, call: Call) -> Reply:
        newest = list(self.orders.values())[::-1]
        limit, offset = int(call.query.get("limit", 20)), int(call.query.get("offset", 0))
        page = [_shown(o) for o in newest[offset : offset + min(limit, 100)]]
        return said(
            {"data": page, "paging": {"total": len(newest), "offset": offset, "limit": limit}, **links(*_OF_ORDERS)}
        )

    def items(self, call: Call, name: str) -> Reply:
        order = self._order(name)
        self._work(order)
        return said({"data": order["order_items"], **links("self", "order")})

    def change(self, call: Call, name: str) -> Reply:
        order = self._order(name)
        if order["status"] not in ("draft", "failed"):
            raise self.wrong("OR-1", "The order can no longer be edited.")
        body = self.checked(call, PATCH)
        made = self._made(order["id"], {"recipient": order["recipient"], **_input(order), **body})
        order |= {key: made[key] for key in (*body, "costs")}
        self._costs_due[str(order["id"])] = self.clock.now
        self._moved(order, order["status"])
        return said({"data": _shown(order), **links(*_OF_ORDERS)})

    def confirm(self, call: Call, name: str) -> Reply:
        """It charges. Files that turn out bad afterwards let it fail."""
        order = self._order(name)
        if self.fault == "being updated":
            raise v1_error(409, "Conflict", "The order is being updated. Please try again later.")
        if order["status"] not in ("draft", "failed"):
            raise self.wrong("OR-1", f"The order is {order['status']} and cannot be confirmed.")
        if order["costs"]["calculation_status"] != "done":
            raise self.wrong("BadRequest", f"The costs are {order['costs']['calculation_status']}.")
        if not order["order_items"]:
            raise self.wrong("BadRequest", "The order has no items.")
        gone = [i for i in order["order_items"] if i["catalog_variant_id"] not in self.articles]
        if gone or self.fault == "refused":
            self._moved(order, "failed")
            return said({"data": _shown(order), **links(*_OF_ORDERS)})
        self.charges.append(Charge(str(order["id"]), self._cents(order)))
        self._moved(order, "pending")
        if self._bad_files(order):
            self._moved(order, "failed")
        elif self.fault == "hold" or not all(
            self.articles[i["catalog_variant_id"]].in_stock for i in order["order_items"]
        ):
            self._moved(order, "onhold")
        return said({"data": _shown(order), **links(*_OF_ORDERS)})

    def erase(self, call: Call, name: str) -> Reply:
        """Only what has cost nothing; what is confirmed is cancelled by v1."""
        order = self._order(name)
        if self.fault == "being updated":
            raise v1_error(409, "Conflict", "The order is being updated. Please try again later.")
        charged = any(c.order_id == str(order["id"]) for c in self.charges)
        if order["status"] not in ("draft", "failed", "canceled") or charged:
            raise v1_error(409, "Conflict", f"The order is {order['status']} and cannot be deleted.")
        del self.orders[str(order["id"])]
        return Reply(204)

    def order_v1(self, call: Call, name: str) -> Reply:
        order = self._order(name)
        self._work(order)
        return said({"code": 200, "result": _shown_v1(order)})

    def cancel(self, call: Call, name: str) -> Reply:
        """By v1: until it is in production, and what was charged comes back."""
        order = self._order(name)
        if self.fault == "being updated":
            raise v1_error(409, "Conflict", "The order is being updated. Please try again later.")
        if order["status"] not in ("draft", "pending", "failed"):
            raise v1_error(400, "BadRequest", f"The order is {order['status']} and can no longer be cancelled.")
        self._moved(order, "canceled")
        return said({"code": 200, "result": _shown_v1(order)})

    def shipments(self, call: Call, name: str) -> Reply:
        found = self.parcels.get(str(self._order(name)["id"]), [])
        return said({"data": found, "paging": {"total": len(found), "offset": 0, "limit": 20}, **links(*_OF_ORDERS)})

    def estimate(self, call: Call) -> Reply:
        """By v1: what an order of these things would cost; nothing is kept of it."""
        body = self.checked(call, ESTIMATE)
        lines = [{"catalog_variant_id": i["variant_id"], "quantity": i["quantity"]} for i in body["items"]]
        if unknown := [i for i in lines if i["catalog_variant_id"] not in self.articles]:
            raise v1_error(400, "BadRequest", f"Variant {unknown[0]['catalog_variant_id']} does not exist.")
        order = {"order_items": lines, "shipping": body.get("shipping", "STANDARD")}
        costs = {n: v for n, v in self._costs(order, "done").items() if n != "calculation_status"}
        return said({"code": 200, "result": {"costs": costs, "retail_costs": {}}})

    # --- news

    def subscribe(self, call: Call) -> Reply:
        """Saving again makes another pair of keys."""
        body = self.checked(call, WEBHOOKS)
        if unknown := [e["type"] for e in body["events"] if e["type"] not in _EVENTS]:
            raise self.wrong("BadRequest", f"There is no event {unknown[0]}.")
        self.secret = hashlib.sha256(f"{self.secret}{self.next_number()}".encode()).hexdigest()
        self._hook = {"default_url": None, "expires_at": None, **body}
        self.events_to(self._hook["default_url"] or "")
        keys = {"public_key": self._public_key(), "secret_key": self.secret}
        return said({"code": 200, "result": {**self._hook, **keys}})

    def subscription(self, call: Call) -> Reply:
        if not self._hook or self._expired():
            raise v1_error(404, "NotFound", "Webhook configuration not found.")
        return said({"code": 200, "result": {**self._hook, "public_key": self._public_key()}})

    def stores(self, call: Call) -> Reply:
        shown = [{"id": STORE, "type": "native", "name": "Shop"}]
        return said({"data": shown, "paging": {"total": 1, "offset": 0, "limit": 20}, **links(*_OF_ORDERS)})

    def signed(self, body: bytes) -> dict[str, str]:
        digest = hmac.new(bytes.fromhex(self.secret), body, hashlib.sha256).hexdigest()
        return {**super().signed(body), "x-pf-webhook-signature": digest, "x-pf-webhook-public-key": self._public_key()}

    def _public_key(self) -> str:
        return hashlib.sha256(self.secret.encode()).hexdigest()[:32]

    def _expired(self) -> bool:
        until = self._hook.get("expires_at")
        return bool(until) and datetime.fromisoformat(until) <= self.clock.now

    def _tell(self, kind: str, order: Mapping[str, Any], **more: Any) -> Delivery | None:
        if self._expired():
            return None
        named = ("id", "external_id", "status", "store_id", "created_at", "updated_at")
        summary = {**{n: order[n] for n in named}, "dashboard_url": "https://www.printful.com/dashboard"}
        event = {"type": kind, "occurred_at": self.stamp(), "retries": 0, "store_id": STORE}
        told = {**event, "data": {**more, "order": summary}}
        return self.tell(kind, str(order["id"]), f"{kind}-{self.next_number()}", told)

    # --- the order's own way

    def state(self, order_id: str) -> str:
        return str(self.orders[order_id]["status"])

    def moved(self, order: dict[str, Any], state: str) -> None:
        parcels = self.parcels.setdefault(str(order["id"]), [])
        if state in ("delivered", "returned"):
            parcels[-1]["delivery_status" if state == "delivered" else "shipment_status"] = state
            parcels[-1]["delivered_at"] = self.stamp()
            self._tell_of_parcel(f"shipment_{state}", order, parcels[-1])
        elif state in ("partial", "fulfilled", "reshipped"):
            order["status"] = "fulfilled" if state == "reshipped" else state
            parcels.append(self._parcel(order, parcels, state))
            self._tell_of_parcel("shipment_sent", order, parcels[-1])
        else:
            self._moved(order, state)

    def _moved(self, order: dict[str, Any], state: str) -> None:
        before, order["status"] = order["status"], state
        order["updated_at"] = self.stamp()
        paid = [c for c in self.charges if c.order_id == str(order["id"])]
        if state in ("canceled", "failed") and paid and not any(r.order_id == str(order["id"]) for r in self.refunds):
            self.refunds.append(paid[-1])
        if before == "onhold":
            self._tell("order_remove_hold", order, reason="")
        kinds = {"canceled": "order_canceled", "failed": "order_failed", "onhold": "order_put_hold"}
        reason = {} if state not in kinds else {"reason": f"The order is {state}."}
        self._tell(kinds.get(state, "order_updated"), order, **reason)

    def _tell_of_parcel(self, kind: str, order: Mapping[str, Any], parcel: Mapping[str, Any]) -> None:
        told = {
            "id": parcel["id"],
            "status": parcel["shipment_status"],
            "store_id": STORE,
            "tracking_number": parcel["tracking_number"],
            "tracking_url": parcel["tracking_url"],
            **dict.fromkeys(("created_at", "ship_date", "shipped_at"), parcel["shipped_at"]),
            "delivered_at": parcel["delivered_at"],
            "reshipment": parcel["is_reshipment"],
        }
        self._tell(kind, order, shipment=told)

    def _parcel(self, order: Mapping[str, Any], before: list[dict[str, Any]], state: str) -> dict[str, Any]:
        number = self.next_number()
        gone = {i["order_item_id"] for parcel in before for i in parcel["shipment_items"]}
        left = [i for i in order["order_items"] if i["id"] not in gone] or order["order_items"]
        sent = left[:1] if state == "partial" else left
        return {
            "id": number,
            "order_id": order["id"],
            "order_external_id": order["external_id"],
            "carrier": "DHL",
            "service": "DHL Parcel",
            "shipment_status": "shipped",
            "shipped_at": self.stamp(),
            "delivery_status": "pre_transit",
            "delivered_at": None,
            "is_reshipment": state == "reshipped",
            "tracking_number": f"PF{number:08d}",
            "tracking_url": f"https://track.example/PF{number:08d}",
            "shipment_items": [{"id": number, "order_item_id": i["id"], "quantity": i["quantity"]} for i in sent],
        }

    def _work(self, order: dict[str, Any]) -> None:
        """What it does by itself: files are fetched, and costs computed."""
        due = self._costs_due.get(str(order["id"]))
        if order["costs"]["calculation_status"] == "calculating" and (due is None or due <= self.clock.now):
            order["costs"] = self._costs(order, "failed" if due is None else "done")
        for item in order["order_items"]:
            for placement in item["placements"]:
                bad = [f.problem for layer in placement["layers"] if (f := self.in_library(layer["url"])).problem]
                placement["status"] = "failed" if bad else "ok"
                placement["status_explanation"] = f"The file {bad[0]}." if bad else ""
        if order["status"] == "pending" and self._bad_files(order):
            self._moved(order, "failed")

    def _bad_files(self, order: Mapping[str, Any]) -> bool:
        layers = [y for i in order["order_items"] for p in i["placements"] for y in p["layers"]]
        return any(self.in_library(layer["url"]).problem for layer in layers)

    # --- shapes

    def _order(self, name: str) -> dict[str, Any]:
        key = "external_id" if name.startswith("@") else "id"
        found = next((o for o in self.orders.values() if str(o[key]) == name.removeprefix("@")), None)
        if found is None:
            raise v1_error(404, "NotFound", "Order not found.")
        return found

    def _made(self, number: int, body: Mapping[str, Any]) -> dict[str, Any]:
        items = [
            {
                "external_id": None,
                "quantity": 1,
                "retail_price": None,
                "name": self.sold(item["catalog_variant_id"]).name,
                "product_options": [],
                **item,
                "id": number * 10 + n,
            }
            for n, item in enumerate(body.get("order_items", ()))
        ]
        extras = dict(body.get("customization", {}))
        slip = extras.pop("packing_slip", {})
        made = {
            "id": number,
            "external_id": body.get("external_id"),
            "store_id": STORE,
            "shipping": body.get("shipping", "STANDARD"),
            "status": "draft",
            "created_at": self.stamp(),
            "updated_at": self.stamp(),
            "recipient": {n.rstrip("!"): "" for n in RECIPIENT} | body["recipient"],
            "order_items": items,
            "customization": {"gift": {}, "packing_slip": dict.fromkeys(SLIP, "") | slip, **extras},
            "retail_costs": _RETAIL_COSTS | body.get("retail_costs", {}),
        }
        return made | {"costs": self._costs(made, "calculating")}

    def _costs(self, order: Mapping[str, Any], status: str) -> dict[str, Any]:
        names = ("currency", "subtotal", "discount", "shipping", "digitization", "additional_fee", "fulfillment_fee",
                 "retail_delivery_fee", "vat", "tax", "total")  # fmt: skip
        if status != "done":
            return {"calculation_status": status, **dict.fromkeys(names)}
        shipping, total = RATES_CENTS[order["shipping"]], self._cents(order)
        known = {"subtotal": dollars(total - shipping), "shipping": dollars(shipping), "total": dollars(total)}
        return {"calculation_status": status, **dict.fromkeys(names, "0.00"), "currency": "USD", **known}

    def _cents(self, order: Mapping[str, Any]) -> int:
        goods = sum(self.sold(i["catalog_variant_id"]).cents * i["quantity"] for i in order["order_items"])
        return goods + RATES_CENTS[order["shipping"]]

    def _in(self, seconds: float) -> datetime:
        return datetime.fromtimestamp(self.clock.now.timestamp() + seconds, self.clock.now.tzinfo)


def _input(order: Mapping[str, Any]) -> dict[str, Any]:
    return {n: order[n] for n in ("external_id", "shipping", "order_items", "customization")}


def _shown(order: Mapping[str, Any]) -> dict[str, Any]:
    """What is printed on an item stands with the items, not with the order."""
    items = [
        {
            "type": "order_item",
            **{
                n: i[n]
                for n in ("id", "source", "catalog_variant_id", "external_id", "quantity", "name", "retail_price")
            },
            "price": dollars(0),
            "currency": "USD",
            "retail_currency": "USD",
            **links("self"),
        }
        for i in order["order_items"]
    ]
    return {**order, "order_items": items, **links(*_OF_ORDERS)}


def _shown_v1(order: Mapping[str, Any]) -> dict[str, Any]:
    items = [{"id": i["id"], "external_id": i["external_id"], "quantity": i["quantity"]} for i in order["order_items"]]
    named = ("id", "external_id", "status", "shipping", "recipient")
    return {**{n: order[n] for n in named}, "store": STORE, "items": items, "costs": order["costs"], "shipments": []}


_ITEM = ("order_items", 0)
_PLACE = (*_ITEM, "placements", 0)
MUTATIONS = (
    *order_mutations("Authorization"),
    header_set("another store", "X-PF-Store-Id", "11"),
    header_set("a form", "Content-Type", "application/x-www-form-urlencoded"),
    path_set("another version", "/v2/", "/v3/"),
    json_set("a reference of 36 characters", ["external_id"], "5b1e9c20-7f3a-4c21-b4d8-4e0f9a7c1d22"),
    json_set("a reference with a dot", ["external_id"], "job.1"),
    json_set("an unknown way to ship", ["shipping"], "PIGEON"),
    json_set("nobody to ship to", ["recipient"], ...),
    json_set("no country", ["recipient", "country_code"], ...),
    json_set("a country by name", ["recipient", "country_code"], "United States"),
    json_set(
        "no state where one is needed", ["recipient"], {"name": "T", "address1": "1 Test Street", "country_code": "US"}
    ),
    json_set("v1's items", ["items"], [{"variant_id": 4012, "quantity": 1}]),
    json_set("no source", [*_ITEM, "source"], ...),
    json_set("an unknown source", [*_ITEM, "source"], "warehouse"),
    json_set("a variant that is not there", [*_ITEM, "catalog_variant_id"], 99_999_999),
    json_set("a variant that is text", [*_ITEM, "catalog_variant_id"], "4012"),
    json_set("nothing of it", [*_ITEM, "quantity"], 0),
    json_set("too many", [*_ITEM, "quantity"], 1001),
    json_set("a price that is a number", [*_ITEM, "retail_price"], 27.5),
    json_set("no placements", [*_ITEM, "placements"], ...),
    json_set("no technique", [*_PLACE, "technique"], ...),
    json_set("another technique", [*_PLACE, "technique"], "cut-sew"),
    json_set("a technique in capitals", [*_PLACE, "technique"], "DTG"),
    json_set("a placement that is not there", [*_PLACE, "placement"], "hood"),
    json_set("no layers", [*_PLACE, "layers"], []),
    json_set("a layer without its type", [*_PLACE, "layers", 0, "type"], ...),
    json_set("a file of this computer", [*_PLACE, "layers", 0, "url"], "file:///tmp/front.png"),
    json_set("beyond the edge", [*_PLACE, "layers", 0, "position"], {"width": 60, "height": 60, "top": 0, "left": 0}),
    json_set("v1's position", [*_PLACE, "layers", 0, "position"], {"area_width": 1800, "width": 1, "height": 1}),
    json_set(
        "smaller than can be printed",
        [*_PLACE, "layers", 0, "position"],
        {"width": 0.2, "height": 1, "top": 0, "left": 0},
    ),
)
