"""Shopify: signed webhooks that are hints, orders read again over the GraphQL Admin API, tracking written back.

Webhooks: https://shopify.dev/docs/apps/build/webhooks · orders and fulfilments: https://shopify.dev/docs/api/admin-graphql
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from fulfillment.shops.base import ShopFactory, design_in, dicts, header, inside, read, signed, text, whole, words_in
from fulfillment.shops.shopifylistings import ShopifyListings
from pod.http import Client, Timeouts
from pod.model.errors import PartnerFailed
from pod.model.order import ShipTo
from pod.model.shoporder import NewsKind, Payment, ShopLine, ShopNews, ShopOrder, ShopParcel

_PAYMENTS = {
    "paid": Payment.PAID,
    "partially_refunded": Payment.PARTLY_REFUNDED,
    "refunded": Payment.REFUNDED,
    "voided": Payment.REFUNDED,
}
"""`displayFinancialStatus`, in small letters; every other word, known or not, is unpaid: nothing is made on it."""

_ABOUT: Mapping[str, tuple[str, ...]] = {
    "orders/create": ("id",),
    "orders/paid": ("id",),
    "orders/updated": ("id",),
    "orders/cancelled": ("id",),
    "orders/edited": ("order_edit", "order_id"),
    "refunds/create": ("order_id",),
}
"""Topic to where its body names the order."""

_PRIVACY: Mapping[str, tuple[NewsKind, str]] = {
    "customers/data_request": (NewsKind.WANTS_DATA, "orders_requested"),
    "customers/redact": (NewsKind.ERASE_CUSTOMER, "orders_to_redact"),
    "shop/redact": (NewsKind.ERASE_SHOP, ""),
}

_PAGE_INFO = "pageInfo { hasNextPage endCursor }"
_LINE_FIELDS = "nodes { id sku title currentQuantity customAttributes { key value } } " + _PAGE_INFO
_ORDER = (
    "id name test cancelledAt updatedAt displayFinancialStatus email"
    " shippingAddress { name company address1 address2 city provinceCode zip countryCodeV2 phone }"
    " lineItems(first: 40) {" + _LINE_FIELDS + "}"
)
_ONE = "query One($id: ID!) { order(id: $id) {" + _ORDER + "} }"
# a query may ask for 1000 points, where every object that it could bring is one: hence no more orders, and no more lines
_CHANGED = (
    "query Changed($query: String!, $after: String) {"
    " orders(first: 10, sortKey: UPDATED_AT, query: $query, after: $after) {"
    + _PAGE_INFO
    + " nodes {"
    + _ORDER
    + "} } }"
)
_LINES = (
    "query Lines($id: ID!, $after: String) { order(id: $id) {"
    " lineItems(first: 250, after: $after) {" + _LINE_FIELDS + "} } }"
)
_MADE = "query Made($id: ID!) { order(id: $id) { fulfillments(first: 250) { id trackingInfo { number } } } }"
_INSIDE = (
    "query Inside($id: ID!, $after: String) { fulfillment(id: $id) {"
    " fulfillmentLineItems(first: 250, after: $after) {" + _PAGE_INFO + " nodes { quantity lineItem { id } } } } }"
)
_PLACES = (
    "query Places($id: ID!, $after: String) { order(id: $id) { fulfillmentOrders(first: 50, after: $after) {"
    + _PAGE_INFO
    + " nodes { id status assignedLocation { name location { id } } } } } }"
)
_PIECES = (
    "query Pieces($id: ID!, $after: String) { fulfillmentOrder(id: $id) { lineItems(first: 250, after: $after) {"
    + _PAGE_INFO
    + " nodes { id remainingQuantity lineItem { id } } } } }"
)
_SHIP = """mutation Ship($fulfillment: FulfillmentInput!) { fulfillmentCreate(fulfillment: $fulfillment) {
  fulfillment { id } userErrors { field message } } }"""
_WHO = "query Who { shop { myshopifyDomain } }"

_OPEN = frozenset({"OPEN", "IN_PROGRESS"})
"""From these a fulfilment order can be fulfilled; not while it is on hold, or before its time has come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopifySettings:
    domain: str = field(metadata={"help": "The shop's own address, as in example.myshopify.com."})
    token: str = field(repr=False, metadata={"help": "Access token of the Admin API.", "secret": True})
    secret: str = field(
        repr=False, metadata={"help": "The app's client secret: it signs the webhooks.", "secret": True}
    )
    old_secret: str = field(
        default="", repr=False, metadata={"help": "The secret before it, while it is being changed.", "secret": True}
    )
    api_version: str = field(default="2026-07", metadata={"help": "Version of the Admin API."})
    base_url: str = field(default="", metadata={"help": "Address of the Admin API; empty is the shop's own."})
    currency: str = field(default="USD", metadata={"help": "What the shop sells in: products need prices in it."})
    notify: str = field(default="yes", metadata={"help": "Whether Shopify mails customers their tracking: yes or no."})


class Shopify:
    name = "shopify"
    rereads = True

    def __init__(self, settings: ShopifySettings, timeouts: Timeouts | None = None) -> None:
        self._settings = settings
        self._client = Client(
            settings.base_url or f"https://{settings.domain}",
            headers={"X-Shopify-Access-Token": settings.token},
            secrets=(settings.token, settings.secret, settings.old_secret),
            timeouts=timeouts,
        )
        self.listings = ShopifyListings(self._asked, settings.currency)

    # --- news

    def read_webhook(self, headers: Mapping[str, str], raw: bytes) -> list[ShopNews] | None:
        secrets = (self._settings.secret, self._settings.old_secret)
        if not signed(raw, header(headers, "X-Shopify-Hmac-SHA256"), secrets):
            return None
        if header(headers, "X-Shopify-Shop-Domain").lower() != self._settings.domain.lower():
            return None
        # the delivery's own id: the event's is shared by several subscriptions
        event_id = header(headers, "X-Shopify-Webhook-Id") or hashlib.sha256(raw).hexdigest()
        return _news(header(headers, "X-Shopify-Topic").lower(), event_id, _json(raw))

    # --- orders

    def order(self, order_id: str) -> ShopOrder | None:
        found = self._asked(_ONE, {"id": _gid("Order", order_id)}).get("order")
        return self._whole(found) if isinstance(found, Mapping) else None

    def changed_since(self, moment: datetime) -> Iterator[ShopOrder]:
        since = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        for found in self._paged(_CHANGED, {"query": f"updated_at:>='{since}'"}, "orders"):
            yield self._whole(found)

    def _whole(self, found: Mapping[str, Any]) -> ShopOrder:
        """A long order's lines are read again, page by page."""
        if not _next_page(inside(found, "lineItems")):
            return order_from(found)
        lines = list(self._paged(_LINES, {"id": found.get("id")}, "order", "lineItems"))
        return order_from({**found, "lineItems": {"nodes": lines}})

    def check_key(self) -> str:
        try:
            told = text(inside(self._asked(_WHO, {}), "shop").get("myshopifyDomain"))
        except PartnerFailed as e:
            return str(e)
        same = told.lower() == self._settings.domain.lower()
        return "" if same else f"The token is for {told}, not for {self._settings.domain}."

    # --- parcels

    def ship(self, order_id: str, parcel: ShopParcel) -> str:
        known = self._told_before(order_id, parcel.tracking_number)
        left = self._still_untold(parcel, known)
        made = [self._fulfilled(lines, parcel) for lines in self._open_lines(order_id, left)]
        if not known and not made:
            raise PartnerFailed(
                "shop_nothing_open",
                f"Nothing of order {order_id} is open for this parcel at Shopify.",
                "Look at the order there: it may be on hold, or have been fulfilled by hand.",
            )
        return [*known, *made][0]

    def _told_before(self, order_id: str, number: str) -> list[str]:
        """The fulfilments that carry this tracking number already: what a repeated or uncertain call must not double."""
        order = inside(self._asked(_MADE, {"id": _gid("Order", order_id)}), "order")
        return [
            text(made.get("id"))
            for made in dicts(order.get("fulfillments"))
            if number and any(text(t.get("number")) == number for t in dicts(made.get("trackingInfo")))
        ]

    def _still_untold(self, parcel: ShopParcel, known: Sequence[str]) -> dict[str, int]:
        """A parcel of two locations is told in two calls, and the second may be missing."""
        left = dict(parcel.quantities)
        for made in known:
            for node in self._paged(_INSIDE, {"id": made}, "fulfillment", "fulfillmentLineItems"):
                line = _plain(inside(node, "lineItem").get("id"))
                left[line] = left.get(line, 0) - whole(node.get("quantity"))
        return {line: quantity for line, quantity in left.items() if quantity > 0}

    def _open_lines(self, order_id: str, left: dict[str, int]) -> list[list[dict[str, Any]]]:
        """The pieces out of what is open: a call may name a fulfilment order only once, and only those of one location."""
        found: dict[str, list[dict[str, Any]]] = {}
        if not left:
            return []
        for place in self._paged(_PLACES, {"id": _gid("Order", order_id)}, "order", "fulfillmentOrders"):
            if text(place.get("status")) not in _OPEN:
                continue
            nodes = self._paged(_PIECES, {"id": place.get("id")}, "fulfillmentOrder", "lineItems")
            if pieces := list(_pieces(nodes, left)):
                named = {"fulfillmentOrderId": text(place.get("id")), "fulfillmentOrderLineItems": pieces}
                found.setdefault(_location(place), []).append(named)
        return list(found.values())

    def _fulfilled(self, lines: Sequence[Mapping[str, Any]], parcel: ShopParcel) -> str:
        tracking = {"company": parcel.carrier, "number": parcel.tracking_number}
        wanted = {
            "lineItemsByFulfillmentOrder": lines,
            "notifyCustomer": self._settings.notify.lower() in ("yes", "1", "true"),
            "trackingInfo": {name: told for name, told in tracking.items() if told},
        }
        made = inside(self._asked(_SHIP, {"fulfillment": wanted}), "fulfillmentCreate")
        if wrong := [text(e.get("message")) for e in dicts(made.get("userErrors"))]:
            raise PartnerFailed(
                "shop_refused", f"Shopify refused the parcel: {' '.join(wrong)}", "Tell it there by hand."
            )
        return text(inside(made, "fulfillment").get("id"))

    # --- asking

    def _paged(self, query: str, variables: Mapping[str, Any], *path: str) -> Iterator[Mapping[str, Any]]:
        """Every member of the connection to which the path leads, over all its pages."""
        after = ""
        while True:
            page = self._asked(query, {**variables, "after": after or None})
            for step in path:
                page = inside(page, step)
            yield from dicts(page.get("nodes"))
            if _next_page(page) in ("", after):
                return
            after = _next_page(page)

    def _asked(self, query: str, variables: Mapping[str, Any]) -> Mapping[str, Any]:
        """The data of a GraphQL answer. What went wrong stands in an answer of 200, too."""
        path = f"/admin/api/{self._settings.api_version}/graphql.json"
        answer = read(self._client.send("POST", path, json={"query": query, "variables": variables}), "Shopify")
        errors = answer.get("errors") if isinstance(answer, Mapping) else "no object"
        if errors:
            words = " ".join(text(e.get("message")) for e in dicts(errors)) or str(errors)[:200]
            raise PartnerFailed("shop_refused", f"Shopify could not answer: {words}", "It is asked again by itself.")
        return inside(answer, "data")


def order_from(found: Mapping[str, Any]) -> ShopOrder:
    """As GraphQL tells an order. `currentQuantity` is what refunds and edits have left of a line."""
    return ShopOrder(
        id=_plain(found.get("id")),
        number=text(found.get("name")),
        payment=_PAYMENTS.get(text(found.get("displayFinancialStatus")).lower(), Payment.UNPAID),
        changed_at=_moment(found.get("updatedAt")),
        lines=tuple(_line(node) for node in dicts(inside(found, "lineItems").get("nodes"))),
        ship_to=_address(found.get("shippingAddress"), text(found.get("email"))),
        cancelled=bool(found.get("cancelledAt")),
        test=found.get("test") is True,
    )


def _line(node: Mapping[str, Any]) -> ShopLine:
    told = [(text(p.get("key")), p.get("value")) for p in dicts(node.get("customAttributes"))]
    return ShopLine(
        id=_plain(node.get("id")),
        sku=text(node.get("sku")),
        quantity=whole(node.get("currentQuantity")),
        title=text(node.get("title"))[:200],
        design=design_in(told),
        lettering=words_in(told),
    )


def _address(found: Any, email: str) -> ShipTo | None:
    if not isinstance(found, Mapping):
        return None
    company, line1, line2 = (text(found.get(name)) for name in ("company", "address1", "address2"))
    return ShipTo(
        name=text(found.get("name")) or company,
        line1=line1,
        line2=", ".join(filter(None, (line2, company if text(found.get("name")) else ""))),
        city=text(found.get("city")),
        region=text(found.get("provinceCode")),
        postcode=text(found.get("zip")),
        country=text(found.get("countryCodeV2")).upper(),
        email=email,
        phone=text(found.get("phone")),
    )


def _news(topic: str, event_id: str, body: Mapping[str, Any]) -> list[ShopNews]:
    if topic in _PRIVACY:
        kind, named = _PRIVACY[topic]
        orders = body.get(named) if named else None
        return [ShopNews(event_id, kind, tuple(text(o) for o in orders) if isinstance(orders, list) else ())]
    if topic not in _ABOUT:
        return []
    found: Any = body
    for step in _ABOUT[topic]:
        found = found.get(step) if isinstance(found, Mapping) else None
    return [ShopNews(event_id, NewsKind.ORDER, (text(found),))] if text(found) else []


def _next_page(page: Mapping[str, Any]) -> str:
    """The cursor of the next page of a connection; "" where there is none."""
    info = inside(page, "pageInfo")
    return text(info.get("endCursor")) if info.get("hasNextPage") is True else ""


def _location(place: Mapping[str, Any]) -> str:
    assigned = inside(place, "assignedLocation")
    return text(inside(assigned, "location").get("id")) or text(assigned.get("name"))


def _pieces(nodes: Iterable[Mapping[str, Any]], left: dict[str, int]) -> Iterator[dict[str, Any]]:
    for node in nodes:
        line = _plain(inside(node, "lineItem").get("id"))
        quantity = min(left.get(line, 0), whole(node.get("remainingQuantity")))
        if quantity:
            left[line] -= quantity
            yield {"id": text(node.get("id")), "quantity": quantity}


def _gid(kind: str, plain: str) -> str:
    return f"gid://shopify/{kind}/{plain}"


def _plain(gid: Any) -> str:
    return text(gid).rsplit("/", 1)[-1]


def _moment(told: Any) -> datetime:
    try:
        return datetime.fromisoformat(text(told)).astimezone(UTC)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)


def _json(raw: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, Mapping) else {}


SHOP = ShopFactory("shopify", ShopifySettings, Shopify, "Shopify: paid orders in, tracking back")
