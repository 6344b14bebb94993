"""Gelato (API v4): garments, wall art, mugs and cards, made near the buyer.

Capability `draft_then_confirm`. Nothing over there refuses a second order under the same reference, so an order is first
made as a draft, which is free; all orders of the reference are searched before every step; and before a draft is turned
into an order, further ones are cancelled.

Webhooks carry no signature; the dashboard adds a header of the shop's choice with a secret. Three tries and they are lost,
so orders are asked about in any case.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from fulfillment.base import (
    Accepted,
    Capability,
    HandOffItem,
    HandOffOrder,
    NotReady,
    NotSent,
    Parcel,
    PartnerFactory,
    PartnerOrder,
    Quote,
    Rejected,
    Unknown,
    payload_sha256,
)
from fulfillment.catalogue import Offer
from fulfillment.recall import DRAFTS, RecallRules, too_late
from fulfillment.remote import (
    AddressRule,
    Outside,
    RemotePartner,
    RemotePartnerSettings,
    address_setting,
    event_body,
    header,
    key_setting,
    moment,
    money,
    readable,
    same_order,
)
from pod.http import Reply, Verdict
from pod.model.errors import PartnerFailed
from pod.model.freshness import AreaSeen, OfferSeen, Stock
from pod.model.geometry import MM_PER_INCH
from pod.model.handoff import RANK, HandOffState
from pod.model.money import Money
from pod.model.order import ShipTo
from pod.model.recall import Chance, May, StillOpen
from pod.model.shipment import EventKind, PartnerEvent

ORDERS, PRODUCTS = "https://order.gelatoapis.com", "https://product.gelatoapis.com"

LINE_CHARS = 35
_STATES = {
    "draft": HandOffState.READY_TO_CONFIRM,
    "created": HandOffState.CONFIRMED,
    "uploading": HandOffState.CONFIRMED,
    "passed": HandOffState.CONFIRMED,
    "digitizing": HandOffState.CONFIRMED,
    "in_production": HandOffState.IN_PRODUCTION,
    "printed": HandOffState.IN_PRODUCTION,
    "shipped": HandOffState.SHIPPED,
    "in_transit": HandOffState.SHIPPED,
    "delivered": HandOffState.DELIVERED,
    "returned": HandOffState.RETURNED,
    "failed": HandOffState.REJECTED,
    "canceled": HandOffState.CANCELLED,
}
"""Every other word of theirs is for a person to look at: on_hold, pending_approval, not_connected, …"""

_ENDED = (HandOffState.CANCELLED, HandOffState.REJECTED)
_LEFT = ("shipped", "in_transit", "delivered", "returned")
_OUT = frozenset({HandOffState.SHIPPED, HandOffState.DELIVERED, HandOffState.RETURNED})
_TOO_LATE = 409

_STOCK = {
    "in-stock": Stock.IN,
    "non-stockable": Stock.UNKNOWN,  # made as it is ordered: it is never said to be there
    "out-of-stock-replenishable": Stock.OUT,
    "out-of-stock": Stock.OUT,
    "not-supported": Stock.GONE,
}
"""The best word of any region first."""

_VARIANTS_AT_ONCE = 2
"""Each is two calls, and their stock is one."""

_PPI = 300
"""Its products are told in millimetres, and printed at this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GelatoSettings(RemotePartnerSettings):
    api_key: str = key_setting("The key of the account.")
    base_url: str = address_setting(ORDERS)
    products_url: str = field(
        default="",
        metadata={"help": f"Where products, prices and stock are told; empty is {PRODUCTS}, or one's own `base_url`."},
    )
    shipping: str = field(
        default="standard", metadata={"help": "normal, standard, express, or a shipment method's uid."}
    )
    currency: str = field(default="USD", metadata={"help": "The currency of the account."})
    webhook_header: str = field(
        default="X-Pod-Secret", metadata={"help": "The header that the dashboard adds to webhooks."}
    )
    webhook_secret: str = field(default="", metadata={"help": "What that header holds.", "secret": True})


class Gelato(RemotePartner):
    name = "gelato"
    capability = Capability.DRAFT_THEN_CONFIRM
    needs_confirm = True
    formats = ("png", "pdf", "jpg", "svg")
    address_rule = AddressRule(
        required=("firstName", "lastName", "addressLine1", "city", "postCode", "country", "email"),
        state_as="state",
        longest={
            "firstName": 25,
            "lastName": 25,
            "addressLine1": LINE_CHARS,
            "addressLine2": LINE_CHARS,
            "city": 30,
            "postCode": 15,
            "state": 35,
            "phone": 25,
        },
    )
    recall = RecallRules(
        cancel={
            **dict.fromkeys((*DRAFTS, HandOffState.CONFIRMED), Chance.YES),
            **dict.fromkeys((HandOffState.IN_PRODUCTION, HandOffState.ON_HOLD), Chance.MAYBE),
        },
        address=dict.fromkeys(DRAFTS, Chance.ANEW),
    )

    def __init__(self, settings: GelatoSettings, outside: Outside | None = None) -> None:
        outside, headers = outside or Outside(), {"X-API-KEY": settings.api_key}
        super().__init__(settings, outside, headers, settings.api_key)
        self._gelato = settings
        own = settings.base_url if settings.base_url != ORDERS else PRODUCTS
        self._products = self._client_of(settings.products_url or own, headers, settings.api_key)

    def sold(self) -> Sequence[tuple[str, ...]]:
        return self._sold_by(lambda offer: offer.product, _VARIANTS_AT_ONCE)

    def seen(self, variants: Sequence[str]) -> Sequence[OfferSeen]:
        """Stock of all of them together, by region; size and price of each."""
        offers = self._by_variant()
        asked = {"products": sorted({offers[variant].variant for variant in variants})}
        told = self._answer_to(self._products.send("POST", "/v3/stock/region-availability", json=asked)) or {}
        stock = {row.get("productUid"): _stock(row) for row in told.get("productsAvailability") or []}
        return [
            self._seen(variant, offers[variant], stock.get(offers[variant].variant, Stock.UNKNOWN))
            for variant in variants
        ]

    def _seen(self, variant: str, offer: Offer, stock: Stock) -> OfferSeen:
        path = f"/v3/products/{offer.variant}"
        product = self._answer_to(self._products.send("GET", path))
        if product is None or stock is Stock.GONE:
            return self._as_seen(variant, Stock.GONE)
        priced = self._products.send("GET", f"{path}/prices", params={"currency": self._gelato.currency})
        return self._as_seen(variant, stock, _areas(product, offer), _price(self._answer_to(priced)))

    def quote(self, order: HandOffOrder) -> Quote:
        body = {
            "orderReferenceId": order.reference,
            "customerReferenceId": order.order_ref,
            "currency": self._gelato.currency,
            "allowMultipleQuotes": False,
            "recipient": _address(order.ship_to),
            "products": [self._item(item) for item in order.items],
        }
        told = self._priced("/v4/orders:quote", body)
        try:
            return _quoted(told["quotes"][0], self._settings.shipping, self._outside.now())
        except (TypeError, KeyError, IndexError) as e:
            raise self._no_price() from e

    def still_open(self, there: PartnerOrder) -> StillOpen:
        """Until any of it is printed, which their word for the whole does not say of the parts."""
        known = self.open_in(there.state)
        if there.raw.get("printed"):
            return StillOpen(too_late("Gelato has printed some of it"), known.address)
        making = there.state is HandOffState.IN_PRODUCTION
        return StillOpen(May(Chance.YES, known.cancel.why), known.address) if making else known

    def find(self, reference: str, known_as: str = "") -> PartnerOrder | None:
        """The order that counts: the one we know, else the oldest live one. Further live ones are its extras."""
        reply = self._client.send("POST", "/v4/orders:search", json={"orderReferenceId": reference, "limit": 100})
        told = self._answer_to(reply) or {}
        named = [o["id"] for o in told.get("orders") or [] if o.get("orderReferenceId") == reference]
        orders = [order for order in (self._whole(order_id) for order_id in named) if order]
        if not orders:
            return None
        live = [order for order in orders if order.state not in _ENDED]
        first = next((o for o in orders if o.partner_order_id == known_as), (live or orders)[0])
        family = [o for o in orders if o is first or _connected(first, o)]
        extras = tuple(o.partner_order_id for o in live if o not in family)
        return replace(_together(first, family), extras=extras)

    def read_webhook(self, headers: Mapping[str, str], raw: bytes) -> list[PartnerEvent] | None:
        secret, body = self._gelato.webhook_secret, event_body(raw)
        told = header(headers, self._gelato.webhook_header)
        if not secret or body is None or not hmac.compare_digest(told.encode(), secret.encode()):
            return None
        if not body.get("orderReferenceId") or not body.get("id"):
            return []
        at = moment(body.get("created")) or self._outside.now()
        reference, order_id = str(body["orderReferenceId"]), str(body.get("orderId", ""))
        return [PartnerEvent(EventKind.UNKNOWN, reference, at, str(body["id"]), partner_order_id=order_id)]

    # --- building

    def body(self, order: HandOffOrder) -> dict[str, Any]:
        return {
            "orderType": "draft",
            "orderReferenceId": order.reference,
            "customerReferenceId": order.order_ref,
            "currency": self._gelato.currency,
            "items": [self._item(item) for item in order.items],
            "shipmentMethodUid": self._settings.shipping,
            "shippingAddress": _address(order.ship_to),
            "metadata": [{"key": _SHA, "value": payload_sha256(order)}],
        }

    def _item(self, item: HandOffItem) -> dict[str, Any]:
        offer = self.offer(item)
        return {
            "itemReferenceId": str(item.line),
            "productUid": offer.variant,
            "quantity": item.quantity,
            "files": [{"type": offer.places[file.area], "url": file.url} for file in self.chosen(item)],
        }

    def _address(self, to: ShipTo) -> Mapping[str, Any]:
        return _address(to)

    # --- sending and reading

    def _create(self, order: HandOffOrder) -> Accepted | Rejected | NotSent | NotReady | Unknown:
        """Nobody there refuses a second one, so it is looked first: that leaves only what overtakes the look."""
        try:
            there = self.find(order.reference)
        except PartnerFailed as e:
            return NotSent(str(e))
        if there:
            return same_order(there, order)
        reply = self._client.send("POST", "/v4/orders", json=self.body(order))
        if reply.verdict is not Verdict.OK:
            return self._not_created(reply)
        told = readable(reply)
        if not isinstance(told, dict) or not told.get("id"):
            return self._unreadable()
        return Accepted(
            str(told["id"]), _STATES.get(str(told.get("fulfillmentStatus", "draft")), HandOffState.ACCEPTED)
        )

    def _confirm(self, there: PartnerOrder) -> Accepted | Rejected | NotReady | Unknown:
        for order_id in there.raw["drafts"]:
            reply = self._client.send("PATCH", f"/v4/orders/{order_id}", json={"orderType": "order"})
            if reply.verdict is not Verdict.OK:
                return self._not_confirmed(reply)
            if readable(reply) is None:
                return self._unreadable()
        return Accepted(there.partner_order_id, HandOffState.CONFIRMED)

    def _cancel(self, there: PartnerOrder) -> Accepted | Rejected | Unknown:
        """A draft is cancelled like an order: deleted, it could not be shown any more. The answer is empty, so it is looked
        at again."""
        for order_id in there.raw["family"]:
            reply = self._client.send("POST", f"/v4/orders/{order_id}:cancel")
            if reply.status == _TOO_LATE:
                return Rejected(f"Too late: Gelato has printed some of it. {self._words(reply)}")
            if reply.verdict is not Verdict.OK:
                return self._not_cancelled(reply)
        try:
            now = self.find(there.reference, there.partner_order_id)
        except PartnerFailed as e:
            return Unknown(str(e), self.settle_s)
        if now is None or now.state is not HandOffState.CANCELLED:
            return Unknown("Gelato took the cancel, and does not show it yet.", self.settle_s)
        return Accepted(there.partner_order_id, HandOffState.CANCELLED)

    def _whole(self, order_id: str) -> PartnerOrder | None:
        """With its metadata and items, which a search leaves out."""
        told = self._read(f"/v4/orders/{order_id}")
        return _order(told) if isinstance(told, dict) and told.get("id") else None

    def _look_at_account(self) -> Reply:
        return self._client.send("POST", "/v4/orders:search", json={"limit": 1})

    def _words(self, reply: Reply) -> str:
        told = readable(reply)
        if not isinstance(told, dict):
            return reply.reason
        words = f"Gelato refused it: {told.get('message') or told.get('code')} {told.get('details') or ''}"
        return self._client.redacted(words.strip())


_SHA = "payload_sha256"


def _address(to: ShipTo) -> dict[str, str]:
    """What does not fit in the first line goes on in the second, at a word's border; what still does not is refused."""
    first, _, last = to.name.strip().rpartition(" ")
    line1, line2 = split_line(to.line1, to.line2)
    told = {
        "firstName": first,
        "lastName": last,
        "addressLine1": line1,
        "addressLine2": line2,
        "city": to.city,
        "postCode": to.postcode,
        "state": to.region,
        "country": to.country,
        "email": to.email,
        "phone": to.phone,
    }
    return {name: value for name, value in told.items() if value}


def split_line(line1: str, line2: str) -> tuple[str, str]:
    if len(line1) <= LINE_CHARS or " " not in line1[: LINE_CHARS + 1]:
        return line1, line2
    cut = line1.rindex(" ", 0, LINE_CHARS + 1)
    rest = line1[cut + 1 :]
    return line1[:cut], f"{rest}, {line2}" if line2 else rest


def _quoted(quote: Mapping[str, Any], method: str, now: datetime) -> Quote:
    """Of the method that is asked for, or else the cheapest; with where it will be made and when it arrives."""
    methods = quote["shipmentMethods"]
    named = [m for m in methods if method in (m.get("shipmentMethodUid"), m.get("type"))]
    sent = min(named or methods, key=lambda m: float(m["price"]))
    currency = sent.get("currency") or quote["products"][0].get("currency")
    made = sum(float(p["price"]) for p in quote["products"])
    made_in = tuple(filter(None, [str(quote.get("fulfillmentCountry") or "")]))
    return Quote(money(made, currency), money(sent["price"], currency), days=_days(sent, now), made_in=made_in)


def _days(sent: Mapping[str, Any], now: datetime) -> tuple[int, int] | None:
    arrives = [moment(sent.get(name)) for name in ("minDeliveryDate", "maxDeliveryDate")]
    days = [(day.date() - now.date()).days for day in arrives if day]
    return (days[0], days[1]) if len(days) == len(arrives) else None


def _stock(told: Mapping[str, Any]) -> Stock:
    words = {str(region.get("status")) for region in told.get("availability") or [] if isinstance(region, dict)}
    return next((_STOCK[word] for word in _STOCK if word in words), Stock.UNKNOWN)


def _areas(told: Mapping[str, Any], offer: Offer) -> list[AreaSeen]:
    """The size of the whole product is that of its area where it has one."""
    sides = [_mm((told.get("dimensions") or {}).get(name)) for name in ("Width", "Height")]
    if len(offer.places) != 1 or not all(sides):
        return []
    width_px, height_px = (round(side / MM_PER_INCH * _PPI) for side in sides)
    return [AreaSeen(area, width_px, height_px, _PPI) for area in offer.places]


def _mm(told: Any) -> float:
    """0 where it is told in no millimetres."""
    value = told.get("value") if isinstance(told, dict) and told.get("measureUnit") == "mm" else 0
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else 0.0


def _price(told: Any) -> Money | None:
    """Of one piece."""
    rows = [row for row in told or [] if isinstance(row, dict) and row.get("quantity") == 1]
    return money(rows[0].get("price"), rows[0].get("currency")) if rows else None


def _order(told: Mapping[str, Any]) -> PartnerOrder:
    metadata = {m.get("key"): m.get("value") for m in told.get("metadata") or [] if isinstance(m, dict)}
    status = str(told.get("fulfillmentStatus") or told.get("orderType") or "")
    state = _STATES.get(status, HandOffState.ON_HOLD)
    items = [i for i in told.get("items") or [] if isinstance(i, dict)]
    return PartnerOrder(
        reference=str(told.get("orderReferenceId")),
        partner_order_id=str(told["id"]),
        state=_partly(state, items),
        payload_sha256=str(metadata.get(_SHA, "")),
        raw=told,
        note="" if status in _STATES else f"Gelato says: {status.replace('_', ' ')}.",
        parcels=tuple(_parcel(p, items) for p in _packages(told)),
    )


def _partly(state: HandOffState, items: list[dict[str, Any]]) -> HandOffState:
    left = [item for item in items if item.get("fulfillmentStatus") in _LEFT]
    making = state in (HandOffState.CONFIRMED, HandOffState.IN_PRODUCTION)
    return HandOffState.PARTLY_SHIPPED if making and left else state


def _connected(first: PartnerOrder, other: PartnerOrder) -> bool:
    """One order of ours may be made as several of theirs, which name each other."""
    named = (first.raw.get("connectedOrderIds") or [], other.raw.get("connectedOrderIds") or [])
    return other.partner_order_id in named[0] or first.partner_order_id in named[1]


def _together(first: PartnerOrder, family: list[PartnerOrder]) -> PartnerOrder:
    """As far as the part that is furthest behind; held when any is."""
    parts = [o for o in family if o.state not in _ENDED] or family
    states = {o.state for o in parts}
    state = min(states, key=lambda s: RANK.get(s, -1))
    if states & _OUT and not states <= _OUT and HandOffState.ON_HOLD not in states:
        state = HandOffState.PARTLY_SHIPPED
    return replace(
        first,
        state=state,
        raw={
            **first.raw,
            "family": [o.partner_order_id for o in family],
            "printed": any(_printed(o.raw) for o in family),
            "drafts": [o.partner_order_id for o in family if o.state is HandOffState.READY_TO_CONFIRM],
        },
        note=" ".join(filter(None, (o.note for o in parts))),
        parcels=tuple(parcel for o in family for parcel in o.parcels),
    )


def _printed(told: Mapping[str, Any]) -> bool:
    words = [told.get("fulfillmentStatus"), *(i.get("fulfillmentStatus") for i in told.get("items") or [])]
    return any(word == "printed" or word in _LEFT for word in words)


def _packages(told: Mapping[str, Any]) -> list[dict[str, Any]]:
    shipment = told.get("shipment") or {}
    return [p for p in shipment.get("packages") or [] if isinstance(p, dict) and p.get("trackingCode")]


def _parcel(package: Mapping[str, Any], items: list[dict[str, Any]]) -> Parcel:
    lines = {str(item.get("id")): str(item.get("itemReferenceId", "")) for item in items}
    inside = [lines.get(str(i), "") for i in package.get("orderItemIds") or []]
    return Parcel(
        id=str(package.get("id") or package["trackingCode"]),
        carrier=str(package.get("shipmentMethodName") or ""),
        tracking_number=str(package["trackingCode"]),
        tracking_url=str(package.get("trackingUrl") or ""),
        lines=tuple(int(line) for line in inside if line.isdigit()),
    )


PARTNER = PartnerFactory(
    name="gelato",
    settings=GelatoSettings,
    build=Gelato,
    capability=Capability.DRAFT_THEN_CONFIRM,
    summary="Gelato: garments, wall art, mugs and cards, made in the buyer’s country",
    called_back=True,
)
