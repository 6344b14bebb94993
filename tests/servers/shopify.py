"""Shopify's Admin API (GraphQL) and its webhooks, of one shop: what shopify.dev documents of orders and of their parcels.

The cost of a query is the documented one: an object is a point, a connection is as many as it asks for, and no query may ask
for more than 1000.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, ClassVar

from graphql import GraphQLError, execute, parse, validate

from tests.servers.serving import Call, Refused, Reply, said
from tests.servers.shop import ADDRESS, Bought, Message, ShopServer, signature
from tests.servers.shopify_products import ProductShelf
from tests.servers.shopify_queries import (
    MOST_POINTS,
    by_id,
    cost_of,
    id_number,
    in_their_words,
    operations,
    paged,
    searched,
    too_much,
)
from tests.servers.shopify_schema import SCHEMA
from tests.servers.shopify_shapes import (
    address_shown,
    edit_told,
    fulfillment_shown,
    item_shown,
    line_shown,
    refund_shown,
    refund_told,
    rest_shown,
    user_errors,
)

TOKEN = "shpat_test_server"
SECRET = "shpss_test_server"
DOMAIN = "fox-prints.myshopify.com"
_PATH = re.compile(r"/admin/api/(\d{4}-\d{2}|unstable)/graphql\.json")
_FIRST_ORDER = 820982911946154500
"""Ids are 64 bits: more than a float keeps, as in the sample payloads."""

_OPEN = ("OPEN", "IN_PROGRESS")
"""The statuses of a fulfilment order from which one can be fulfilled."""

THROTTLED = {
    "errors": [{"message": "Throttled", "extensions": {"code": "THROTTLED"}}],
    "extensions": {
        "cost": {
            "requestedQueryCost": 70,
            "actualQueryCost": None,
            "throttleStatus": {"maximumAvailable": 1000, "currentlyAvailable": 66, "restoreRate": 50},
        }
    },
}


class ShopifyServer(ShopServer):
    PAGES = ("https://shopify.dev/docs/api/admin-graphql", "https://shopify.dev/docs/apps/build/webhooks")
    OWN_FAULTS: ClassVar[Mapping[str, Reply]] = {"throttled": said(THROTTLED)}

    def __init__(self) -> None:
        super().__init__(SECRET)
        self.token = TOKEN
        self.shelf = ProductShelf(self.next_number, lambda: self.url, self.stamp)

    def settings(self) -> dict[str, str]:
        """What an operator sets, by the names of the variables behind `POD_SHOPIFY_`."""
        return {"DOMAIN": DOMAIN, "TOKEN": self.token, "SECRET": self.secret, "BASE_URL": self.url}

    # --- what happens in the shop

    def buy(self, *lines: Bought, paid: str = "PAID", **changes: Any) -> str:
        """The new order's id."""
        number = self.next_number()
        order = self.orders[_FIRST_ORDER + number] = {
            "id": _FIRST_ORDER + number,
            "name": f"#{1000 + number}",
            "test": False,
            "paid": paid,
            "created_at": self.stamp(),
            "cancelled_at": None,
            "edited": False,
            "address": dict(ADDRESS),
            "email": None,
            "lines": [],
            "to_fulfil": [],
            "fulfillments": [],
            "refunds": [],
            **changes,
        }
        for line in lines:
            self._add(order, line)
        self._changed(order)
        return str(order["id"])

    def line_ids(self, order_id: str) -> list[str]:
        return [str(line["id"]) for line in self.orders[int(order_id)]["lines"]]

    def pay(self, order_id: str, paid: str = "PAID") -> None:
        self._changed(self.orders[int(order_id)], paid=paid)

    def cancel(self, order_id: str) -> None:
        order = self.orders[int(order_id)]
        for part in order["to_fulfil"]:
            part["status"] = "CLOSED" if part["status"] == "CLOSED" else "CANCELLED"
        self._changed(order, cancelled_at=self.stamp())

    def edit(self, order_id: str, line: Bought) -> None:
        order = self.orders[int(order_id)]
        self._add(order, line)
        self._changed(order, edited=True)

    def refund(self, order_id: str, line_id: str, quantity: int) -> None:
        """A quantity that is paid back is not wanted any more."""
        order = self.orders[int(order_id)]
        line = next(one for one in order["lines"] if str(one["id"]) == line_id)
        line["current"] -= quantity
        for item in (i for part in order["to_fulfil"] for i in part["items"] if i["line"] is line):
            item["remaining"] = max(0, item["remaining"] - quantity)
        made = {"id": self.next_number() + 509562969, "created_at": self.stamp(), "line": line, "quantity": quantity}
        order["refunds"].append(made)
        left = sum(one["current"] for one in order["lines"])
        self._changed(order, paid="PARTIALLY_REFUNDED" if left else "REFUNDED")

    def fulfil_by_hand(self, order_id: str, quantities: Mapping[str, int], number: str = "") -> None:
        """Somebody does it in the shop's own pages."""
        order = self.orders[int(order_id)]
        items = [i for part in order["to_fulfil"] for i in part["items"] if str(i["line"]["id"]) in quantities]
        taken = [(item, quantities[str(item["line"]["id"])]) for item in items]
        self._fulfilled(order, taken, {"number": number} if number else {})

    def hold(self, order_id: str, status: str = "ON_HOLD") -> None:
        for part in self.orders[int(order_id)]["to_fulfil"]:
            part["status"] = status

    def parcels(self, order_id: str) -> list[tuple[str, dict[str, int]]]:
        """The tracking numbers the buyer can see, and how many of each line are in the parcel."""
        return [
            (f["tracking"].get("number", ""), {str(line["id"]): n for line, n in f["lines"]})
            for f in self.orders[int(order_id)]["fulfillments"]
        ]

    def _add(self, order: dict[str, Any], bought: Bought) -> None:
        line = {"id": self.next_number() + 466157049, "bought": bought, "current": bought.quantity}
        order["lines"].append(line)
        item = {"id": self.next_number(), "line": line, "remaining": bought.quantity}
        open_parts = (p for p in order["to_fulfil"] if p["location"] == bought.location and p["status"] in _OPEN)
        part = next(open_parts, None)
        if part is None:
            part = {"id": self.next_number(), "location": bought.location, "status": "OPEN", "items": []}
            order["to_fulfil"].append(part)
        part["items"].append(item)

    def _changed(self, order: dict[str, Any], **changes: Any) -> None:
        self.clock.advance(1)
        self.orders[order["id"]] = order | changes | {"updated_at": self.stamp()}

    def _fulfilled(self, order: dict[str, Any], taken: Sequence[tuple[Any, int]], tracking: Any) -> dict[str, Any]:
        for item, quantity in taken:
            item["remaining"] -= quantity
        for part in order["to_fulfil"]:
            if part["status"] in _OPEN and not any(i["remaining"] for i in part["items"]):
                part["status"] = "CLOSED"
        made = {
            "id": self.next_number() + 255858046,
            "tracking": tracking,
            "lines": [(item["line"], quantity) for item, quantity in taken],
            "created_at": self.stamp(),
        }
        order["fulfillments"].append(made)
        self._changed(order)
        return made

    # --- answering

    def check_auth(self, call: Call) -> None:
        if call.route == "/uploads/":
            # the form's own key says who it is
            return
        if call.header("X-Shopify-Access-Token") != self.token:
            words = "[API] Invalid API key or access token (unrecognized login or wrong password)"
            raise Refused(said({"errors": words}, 401))
        if call.method != "POST" or not _PATH.fullmatch(call.route):
            raise Refused(said({"errors": "Not Found"}, 404))

    def verb(self, call: Call) -> str:
        if call.route == "/uploads/":
            return "upload"
        query = str(call.json().get("query"))
        if "stagedUploadsCreate" in query:
            return "stage"
        return "write" if "mutation" in query else "read"

    def answer(self, call: Call) -> Reply:
        if call.route == "/uploads/":
            return self.shelf.take_upload(call)
        asked = call.json()
        variables = asked.get("variables") or {}
        try:
            document = parse(asked["query"])
        except GraphQLError as e:
            return said({"errors": [{"message": e.message}]})
        if wrong := [in_their_words(e) for e in validate(SCHEMA, document)]:
            return said({"errors": wrong})
        points = sum(cost_of(d, variables) for d in operations(document))
        if points > MOST_POINTS:
            return said({"errors": [too_much(points)]})
        root = {
            "shop": self._shop(),
            "order": lambda info, **named: self._one("Order", named["id"]),
            "fulfillmentOrder": lambda info, **named: self._one("FulfillmentOrder", named["id"]),
            "fulfillment": lambda info, **named: self._one("Fulfillment", named["id"]),
            "orders": self._orders,
            "fulfillmentCreate": self._create,
            **self.shelf.roots(),
        }
        result: Any = execute(SCHEMA, document, root, variable_values=variables)
        cost = {"requestedQueryCost": points, "actualQueryCost": points}
        errors = {"errors": [in_their_words(e) for e in result.errors]} if result.errors else {}
        return said({"data": result.data, **errors, "extensions": {"cost": cost}})

    def _shop(self) -> dict[str, Any]:
        known = {"id": "gid://shopify/Shop/548380009", "name": "Fox Prints", "email": "hello@fox.example"}
        return known | {"myshopifyDomain": DOMAIN, "url": f"https://{DOMAIN}", "currencyCode": self.shelf.currency}

    def _one(self, kind: str, gid: str) -> Any:
        orders = self.orders.values()
        views = {
            "Order": lambda: ((o["id"], self._order(o)) for o in orders),
            "FulfillmentOrder": lambda: ((p["id"], self._part(o, p)) for o in orders for p in o["to_fulfil"]),
            "Fulfillment": lambda: ((f["id"], fulfillment_shown(f)) for o in orders for f in o["fulfillments"]),
        }
        return dict(views[kind]()).get(id_number(kind, gid))

    def _orders(self, info: Any, query: str = "", **page: Any) -> dict[str, Any]:
        field = {"ID": "id", "UPDATED_AT": "updated_at"}.get(page.pop("sortKey"), "created_at")
        tests = searched(query)
        found = [o for o in self.orders.values() if all(test(o) for test in tests)]
        return paged(found, lambda o: [o[field], o["id"]], self._order, **page)

    # --- the views of what there is

    def _order(self, order: Mapping[str, Any]) -> dict[str, Any]:
        fulfilled = order["fulfillments"]
        left = any(i["remaining"] for part in order["to_fulfil"] for i in part["items"])
        state = "UNFULFILLED" if not fulfilled else "PARTIALLY_FULFILLED" if left else "FULFILLED"
        return {
            "id": f"gid://shopify/Order/{order['id']}",
            "legacyResourceId": str(order["id"]),
            "name": order["name"],
            "test": order["test"],
            "email": order["email"],
            "edited": order["edited"],
            "closed": False,
            "createdAt": order["created_at"],
            "processedAt": order["created_at"],
            "updatedAt": order["updated_at"],
            "cancelledAt": order["cancelled_at"],
            "displayFinancialStatus": order["paid"],
            "displayFulfillmentStatus": state,
            "fullyPaid": order["paid"] == "PAID",
            "unpaid": order["paid"] in ("PENDING", "AUTHORIZED"),
            "customAttributes": [],
            "shippingAddress": address_shown(order["address"]),
            "billingAddress": address_shown(order["address"]),
            "lineItems": lambda info, **page: paged(order["lines"], by_id, line_shown, **page),
            "fulfillmentOrders": lambda info, **page: paged(
                order["to_fulfil"], by_id, lambda part: self._part(order, part), **page
            ),
            "fulfillments": lambda info, first=None: [fulfillment_shown(f) for f in fulfilled[:first]],
            "refunds": lambda info, first=None: [refund_shown(r) for r in order["refunds"][:first]],
        }

    def _part(self, order: Mapping[str, Any], part: Mapping[str, Any]) -> dict[str, Any]:
        actions = [{"action": "CREATE_FULFILLMENT"}] if part["status"] in _OPEN else []
        return {
            "id": f"gid://shopify/FulfillmentOrder/{part['id']}",
            "status": part["status"],
            "requestStatus": "UNSUBMITTED",
            "orderId": f"gid://shopify/Order/{order['id']}",
            "orderName": order["name"],
            "createdAt": order["created_at"],
            "updatedAt": order["updated_at"],
            "assignedLocation": {"name": part["location"], "location": _location(part["location"])},
            "supportedActions": actions,
            "lineItems": lambda info, **page: paged(part["items"], by_id, item_shown, **page),
        }

    # --- a parcel

    def _create(self, info: Any, fulfillment: Mapping[str, Any], message: str = "") -> dict[str, Any]:
        wanted = fulfillment["lineItemsByFulfillmentOrder"]
        parts = {p["id"]: (o, p) for o in self.orders.values() for p in o["to_fulfil"]}
        named = [id_number("FulfillmentOrder", w["fulfillmentOrderId"]) for w in wanted]
        found = [parts[n] for n in named if n in parts]
        if wrong := list(_part_problems(named, found)):
            return user_errors(wrong)
        taken = [pair for w, (_, part) in zip(wanted, found, strict=True) for pair in _taken(w, part)]
        if not taken or not all(item and 0 < quantity <= item["remaining"] for item, quantity in taken):
            return user_errors(["Invalid fulfillment order line item quantity requested."])
        made = self._fulfilled(found[0][0], taken, dict(fulfillment.get("trackingInfo") or {}))
        return {"fulfillment": fulfillment_shown(made), "userErrors": []}

    # --- telling

    def message(self, topic: str, body: Any, *, secret: str = "", event: str = "", shop: str = DOMAIN) -> Message:
        raw = json.dumps(body, separators=(",", ":")).encode()
        headers = {
            "Content-Type": "application/json",
            "X-Shopify-Topic": topic,
            "X-Shopify-Hmac-SHA256": signature(raw, secret or self.secret),
            "X-Shopify-Shop-Domain": shop,
            "X-Shopify-API-Version": "2026-10",
            "X-Shopify-Webhook-Id": event or f"b54557e4-bdd9-4b37-8a5f-{self.next_number():012d}",
            "X-Shopify-Event-Id": f"98880550-7158-44d4-b7cd-{self.next_number():012d}",
            "X-Shopify-Triggered-At": self.stamp(),
        }
        return Message(headers, raw)

    def told(self, topic: str, order_id: str, **by: str) -> Message:
        """A message of an order as it stands now. What is in the message is older than the order by the time it is read."""
        order = self.orders[int(order_id)]
        shapes: Mapping[str, Callable[[Any], Any]] = {"orders/edited": edit_told, "refunds/create": refund_told}
        body = shapes.get(topic, rest_shown)(order)
        return self.message(topic, body, **by)


def _location(name: str) -> dict[str, str]:
    return {"id": f"gid://shopify/Location/{sum(name.encode())}", "name": name}


def _part_problems(named: Sequence[int], found: Sequence[tuple[Any, Any]]) -> Iterator[str]:
    if len(found) < len(named):
        yield "Fulfillment order does not exist."
    if len(set(named)) < len(named):
        yield "Fulfillment order can only be named once."
    if len({order["id"] for order, _ in found}) > 1 or len({part["location"] for _, part in found}) > 1:
        yield "All fulfillment orders must be of one order and assigned to the same location."
    for _, part in found:
        if part["status"] not in _OPEN:
            yield f"Fulfillment order {part['id']} has an unfulfillable status= {part['status'].lower()}."


def _taken(wanted: Mapping[str, Any], part: Mapping[str, Any]) -> list[tuple[Any, int]]:
    """Left out is everything that remains; None for a line that is not in this fulfilment order."""
    lines = wanted.get("fulfillmentOrderLineItems")
    if not lines:
        return [(item, item["remaining"]) for item in part["items"] if item["remaining"]]
    items = {item["id"]: item for item in part["items"]}
    return [(items.get(id_number("FulfillmentOrderLineItem", one["id"])), one["quantity"]) for one in lines]
