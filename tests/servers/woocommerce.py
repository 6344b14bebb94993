"""WooCommerce's REST API v3 and its webhooks, of one shop: what its reference documents of orders, and of notes on them.

Here it is spoken to over plain http on loopback, in the place of the https that Basic authentication needs. The shop stands
two hours east of Greenwich, and changes are told to the second, as a shop's are.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from tests.servers.serving import Call, Refused, Reply, said
from tests.servers.shop import ADDRESS, Bought, Message, ShopServer, signature
from tests.servers.woocommerce_products import ProductShelf

KEY, PASSWORD = "ck_test_server", "cs_test_server"
SECRET = "woo_test_server"
_API = "/wp-json/wc/v3"
_HERE = timezone(timedelta(hours=2))
_ORDERBY = {"date": "created", "modified": "modified", "id": "id"}


def _error(status: int, code: str, message: str, **data: Any) -> Reply:
    return said({"code": code, "message": message, "data": {"status": status, **data}}, status)


class WooCommerceServer(ShopServer):
    PAGES = ("https://developer.woocommerce.com/docs/apis/rest-api/v3/",)

    def __init__(self) -> None:
        super().__init__(SECRET)
        self.key, self.password = KEY, PASSWORD
        self.can_write = True
        self.notes: dict[int, list[dict[str, Any]]] = {}
        self.shelf = ProductShelf(self.next_number, lambda: _dates("date_modified", self.clock.now))

    # --- what happens in the shop

    def buy(self, *lines: Bought, status: str = "processing", **changes: Any) -> str:
        number = 726 + self.next_number()
        self.orders[number] = {
            "id": number,
            "status": status,
            "created": self.clock.now,
            "paid_at": self.clock.now if status in ("processing", "completed") else None,
            "shipping": dict(ADDRESS),
            "billing": dict(ADDRESS),
            "lines": [{"id": self.next_number() + 314, "bought": line} for line in lines],
            "refunds": [],
            **changes,
        }
        self.notes[number] = []
        self._changed(number)
        return str(number)

    def line_ids(self, order_id: str) -> list[str]:
        return [str(line["id"]) for line in self.orders[int(order_id)]["lines"]]

    def become(self, order_id: str, status: str) -> None:
        paid = {"paid_at": self.clock.now} if status in ("processing", "completed") else {}
        self._changed(int(order_id), status=status, **paid)

    def refund(self, order_id: str, quantities: Mapping[str, int]) -> None:
        """The lines keep their quantities: what was paid back is in the refunds, with quantities below nought."""
        order = self.orders[int(order_id)]
        order["refunds"].append({"id": self.next_number() + 725, "quantities": dict(quantities), "at": self.clock.now})
        gone = sum(n for refund in order["refunds"] for n in refund["quantities"].values())
        bought = sum(line["bought"].quantity for line in order["lines"])
        self._changed(int(order_id), **({"status": "refunded"} if gone >= bought else {}))

    def _changed(self, number: int, **changes: Any) -> None:
        self.clock.advance(1)
        self.orders[number] |= changes | {"modified": self.clock.now}

    # --- answering

    def check_auth(self, call: Call) -> None:
        given = call.header("Authorization").removeprefix("Basic ")
        try:
            key, _, password = base64.b64decode(given, validate=True).decode().partition(":")
        except ValueError:
            key, password = "", ""
        if key != self.key:
            # as if nobody had said who they are
            raise Refused(_error(401, "woocommerce_rest_cannot_view", "Sorry, you cannot list resources."))
        if password != self.password:
            raise Refused(_error(401, "woocommerce_rest_authentication_error", "Consumer secret is invalid."))
        if call.method != "GET" and not self.can_write:
            words = "The API key provided does not have write permissions."
            raise Refused(_error(401, "woocommerce_rest_authentication_error", words))

    def verb(self, call: Call) -> str:
        return "read" if call.method == "GET" else "write"

    def answer(self, call: Call) -> Reply:
        routes: tuple[tuple[str, str, Callable[..., Reply]], ...] = (
            ("GET", _API, self._index),
            ("GET", f"{_API}/orders", self._list),
            ("GET", rf"{_API}/orders/(\d+)", self._show),
            ("GET", rf"{_API}/orders/(\d+)/notes", self._list_notes),
            ("POST", rf"{_API}/orders/(\d+)/notes", self._add_note),
            ("GET", rf"{_API}/orders/(\d+)/refunds", self._list_refunds),
            *self.shelf.routes(_API),
        )
        for method, path, handle in routes:
            if call.method == method and (found := re.fullmatch(path, call.route)):
                return handle(call, *found.groups())
        return _error(404, "rest_no_route", "No route was found matching the URL and request method.")

    def _index(self, call: Call) -> Reply:
        return said({"namespace": "wc/v3", "routes": {}})

    def _list(self, call: Call) -> Reply:
        query = _checked(call.query)
        found = [o for o in self.orders.values() if o["status"] != "trash" and _wanted(o, query)]
        by = _ORDERBY[query.get("orderby", "date")]
        found.sort(key=lambda o: (o[by], o["id"]), reverse=query.get("order", "desc") == "desc")
        size, page = int(query.get("per_page", 10)), int(query.get("page", 1))
        pages = -(-len(found) // size)
        told = [self._order(o) for o in found[(page - 1) * size : page * size]]
        return said(told, X_WP_Total=str(len(found)), X_WP_TotalPages=str(pages))

    def _show(self, call: Call, number: str) -> Reply:
        return said(self._order(self._found(number)))

    def _list_refunds(self, call: Call, number: str) -> Reply:
        order, size = self._found(number), int(_checked(call.query).get("per_page", 10))
        return said([_refund(order, refund) for refund in order["refunds"][:size]])

    def _list_notes(self, call: Call, number: str) -> Reply:
        self._found(number)
        kind = call.query.get("type", "any")
        wanted = {"any": (True, False), "customer": (True,), "internal": (False,)}.get(kind)
        if wanted is None:
            raise Refused(_invalid("type", "type is not one of any, customer, and internal."))
        # newest first, as notes are shown
        return said([n for n in reversed(self.notes[int(number)]) if n["customer_note"] in wanted])

    def _add_note(self, call: Call, number: str) -> Reply:
        self._found(number)
        if call.header("Content-Type").partition(";")[0].strip() != "application/json":
            return _error(400, "rest_missing_callback_param", "Missing parameter(s): note", params=["note"])
        body = call.json()
        if not isinstance(body.get("note"), str) or not body["note"]:
            return _error(400, "rest_missing_callback_param", "Missing parameter(s): note", params=["note"])
        note = {
            "id": 280 + self.next_number(),
            "author": "WooCommerce",
            **_dates("date_created", self.clock.now),
            "note": body["note"],
            "customer_note": body.get("customer_note", False) is True,
        }
        self.notes[int(number)].append(note)
        return said(note, 201)

    def _found(self, number: str) -> dict[str, Any]:
        if int(number) not in self.orders:
            raise Refused(_error(404, "woocommerce_rest_shop_order_invalid_id", "Invalid ID."))
        return self.orders[int(number)]

    def _order(self, order: Mapping[str, Any]) -> dict[str, Any]:
        refunds = [{"id": r["id"], "reason": "", "total": "-10.00"} for r in order["refunds"]]
        return {
            "id": order["id"],
            "parent_id": 0,
            "number": str(order["id"]),
            "status": order["status"],
            "currency": "GBP",
            **_dates("date_created", order["created"]),
            **_dates("date_modified", order["modified"]),
            **_dates("date_paid", order["paid_at"]),
            "total": "20.00",
            "billing": _address(order["billing"]) | {"email": "ada@reader.example"},
            "shipping": _address(order["shipping"]),
            "meta_data": [],
            "line_items": [_line(line) for line in order["lines"]],
            "refunds": refunds,
        }

    # --- telling

    def told(self, topic: str, order_id: str, *, secret: str = "", event: str = "", **other: Any) -> Message:
        gone = topic == "order.deleted"
        told = {"id": int(order_id)} if gone else self._order(self.orders[int(order_id)])
        raw = json.dumps(other.get("raw", told), separators=(",", ":")).encode()
        resource, _, happened = topic.partition(".")
        headers = {
            "Content-Type": "application/json",
            "X-WC-Webhook-Source": "https://fox-prints.example/",
            "X-WC-Webhook-Topic": topic,
            "X-WC-Webhook-Resource": resource,
            "X-WC-Webhook-Event": happened,
            "X-WC-Webhook-Signature": signature(raw, secret or self.secret),
            "X-WC-Webhook-ID": "12",
            "X-WC-Webhook-Delivery-ID": event or f"{self.next_number():032x}",
        }
        return Message(headers, raw)

    def ping(self) -> Message:
        """What is sent when a webhook is saved: a form, with no signature."""
        return Message({"Content-Type": "application/x-www-form-urlencoded"}, b"webhook_id=12")


# --- requests


def _invalid(name: str, words: str) -> Reply:
    return _error(400, "rest_invalid_param", f"Invalid parameter(s): {name}", params={name: words}, details={})


_CHECKS: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "per_page": (lambda v: v.isdigit() and 1 <= int(v) <= 100, "must be between 1 (inclusive) and 100 (inclusive)"),
    "page": (lambda v: v.isdigit() and int(v) >= 1, "must be greater than or equal to 1"),
    "orderby": (lambda v: v in _ORDERBY, "is not one of date, id, and modified."),
    "order": (lambda v: v in ("asc", "desc"), "is not one of asc and desc."),
    "modified_after": (lambda v: _moment(v) is not None, "is an invalid date."),
    "dates_are_gmt": (lambda v: v in ("true", "false", "1", "0"), "is not of type boolean."),
}


def _checked(query: Mapping[str, str]) -> Mapping[str, str]:
    for name, value in query.items():
        if name in _CHECKS and not _CHECKS[name][0](value):
            raise Refused(_invalid(name, f"{name} {_CHECKS[name][1]}"))
    return query


def _moment(value: str) -> datetime | None:
    """A time that says its zone is turned into the shop's own first, whatever it is compared with then."""
    try:
        told = datetime.fromisoformat(value)
    except ValueError:
        return None
    return told.astimezone(_HERE).replace(tzinfo=None) if told.tzinfo else told


def _wanted(order: Mapping[str, Any], query: Mapping[str, str]) -> bool:
    """Later than the moment, and not in its second."""
    after = _moment(query.get("modified_after", ""))
    if after is None:
        return True
    zone = UTC if query.get("dates_are_gmt") in ("true", "1") else _HERE
    changed: datetime = order["modified"]
    return changed.astimezone(zone).replace(tzinfo=None, microsecond=0) > after


# --- shapes


def _dates(name: str, at: datetime | None) -> dict[str, str | None]:
    def in_zone(zone: Any) -> str | None:
        return at.astimezone(zone).strftime("%Y-%m-%dT%H:%M:%S") if at else None

    return {name: in_zone(_HERE), f"{name}_gmt": in_zone(UTC)}


def _address(told: Mapping[str, str]) -> dict[str, str]:
    named = {"address1": "address_1", "address2": "address_2"}
    return {named.get(name, name): value for name, value in told.items()}


def _line(line: Mapping[str, Any]) -> dict[str, Any]:
    bought: Bought = line["bought"]
    meta = [
        {"id": 1000 + n, "key": key, "value": value, "display_key": key.strip("_"), "display_value": value}
        for n, (key, value) in enumerate(bought.properties)
    ]
    return {
        "id": line["id"],
        "name": f"A print ({bought.sku})",
        "product_id": 93,
        "variation_id": 97,
        "quantity": bought.quantity,
        "sku": bought.sku,
        "price": 10,
        "total": "10.00",
        "meta_data": meta,
    }


def _refund(order: Mapping[str, Any], refund: Mapping[str, Any]) -> dict[str, Any]:
    bought = {str(line["id"]): line["bought"].sku for line in order["lines"]}
    lines = [
        {
            "id": 2000 + n,
            "sku": bought[line],
            "quantity": -quantity,
            "meta_data": [{"id": 3000 + n, "key": "_refunded_item_id", "value": line}],
        }
        for n, (line, quantity) in enumerate(refund["quantities"].items())
    ]
    made = {"id": refund["id"], "amount": "10.00", "reason": "", "refunded_by": 1, "refunded_payment": False}
    return made | _dates("date_created", refund["at"]) | {"meta_data": [], "line_items": lines}
