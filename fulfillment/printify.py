"""Printify (API v1): many print providers behind one catalogue.

Capability `draft_then_confirm`: an order waits on hold until it is sent to production. A second one under the same
`external_id` is refused with 409, and the answer holds the order that is there.

There is no look-up by our reference. Where its id is not known, the newest orders are read, ten at a time; what is not
among them may be sent again, because the 409 stands behind it.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from fulfillment.base import (
    Accepted,
    Capability,
    HandOffFile,
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
from fulfillment.fitting import position
from fulfillment.remote import (
    SHORT_SHA,
    AddressRule,
    Outside,
    RemotePartner,
    RemotePartnerSettings,
    address_setting,
    event_body,
    header,
    key_setting,
    moment,
    readable,
    same_order,
)
from pod.http import Reply, Verdict
from pod.model.errors import PartnerFailed
from pod.model.freshness import AreaSeen, OfferSeen, Stock
from pod.model.handoff import HandOffState
from pod.model.money import Money
from pod.model.order import ShipTo
from pod.model.shipment import EventKind, PartnerEvent

_STATES = {
    "pending": HandOffState.READY_TO_CONFIRM,
    "on-hold": HandOffState.READY_TO_CONFIRM,  # waits for our word; it is no trouble
    "cost-calculation": HandOffState.WAITING_PARTNER,
    "sending-to-production": HandOffState.CONFIRMED,
    "in-production": HandOffState.IN_PRODUCTION,
    "partially-fulfilled": HandOffState.PARTLY_SHIPPED,
    "fulfilled": HandOffState.SHIPPED,
    "canceled": HandOffState.CANCELLED,
}
"""Every other word of theirs is for a person to look at: payment-not-received, has-issues, unfulfillable, …"""

_METHODS = {"standard": 1, "priority": 2, "express": 3, "economy": 4}
_QUOTED_AS = {1: ("standard",), 2: ("priority", "express"), 3: ("printify_express", "express"), 4: ("economy",)}
"""Key names of the shipping costs, old and new: `express` is changing its meaning."""

_DUPLICATE = 409
_VARIANTS_AT_ONCE = 500
_PPI = 300
"""Its areas are named in pixels of prints at 300 to the inch."""

_NEWEST_PAGES = 3
_CENT = 10_000
_USER_AGENT = "pod"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintifySettings(RemotePartnerSettings):
    token: str = key_setting("A personal access token; it lasts a year.")
    shop_id: str = field(metadata={"help": "The number of the shop, of the type API, with manual approval of orders."})
    base_url: str = address_setting("https://api.printify.com/v1")
    shipping: str = field(default="standard", metadata={"help": "standard, priority, express or economy."})
    webhook_secret: str = field(default="", metadata={"help": "The secret given to the webhook.", "secret": True})


class Printify(RemotePartner):
    name = "printify"
    capability = Capability.DRAFT_THEN_CONFIRM
    needs_confirm = True
    places_art = True
    calls_per_minute = 600  # of the account, whatever its token
    formats = ("png", "jpg")
    address_rule = AddressRule(
        required=("first_name", "last_name", "address1", "city", "country", "zip"), state_as="region"
    )

    def __init__(self, settings: PrintifySettings, outside: Outside | None = None) -> None:
        headers = {"Authorization": f"Bearer {settings.token}", "User-Agent": _USER_AGENT}
        super().__init__(settings, outside or Outside(), headers, settings.token)
        self._printify = settings
        self._orders = f"/shops/{settings.shop_id}/orders"

    def quote(self, order: HandOffOrder) -> Quote:
        """Shipping only: what a product costs is first said by the order itself, line by line, and kept from the last one."""
        body = {"line_items": [self._item(item, "") for item in order.items], "address_to": _address(order.ship_to)}
        told = self._priced(f"{self._orders}/shipping.json", body)
        cents = next((told[name] for name in _QUOTED_AS[self._method()] if name in told), None)
        if not isinstance(cents, int):
            raise self._no_price(f"Printify does not ship it as {self._settings.shipping}.")
        return Quote(None, Money(cents * _CENT), "Printify says what it makes first on the order.")

    def sold(self) -> Sequence[tuple[str, ...]]:
        return self._sold_by(lambda offer: offer.product, _VARIANTS_AT_ONCE)

    def seen(self, variants: Sequence[str]) -> Sequence[OfferSeen]:
        """Those that are out of stock are hidden unless they are asked for: two lists say which they are."""
        offers = self._by_variant()
        lists = {product: self._variants(product) for product in {offers[variant].product for variant in variants}}
        return [self._seen(variant, offers[variant], *lists[offers[variant].product]) for variant in variants]

    def _seen(self, variant: str, offer: Offer, every: Mapping[str, Any], there: Collection[str]) -> OfferSeen:
        told = every.get(offer.variant)
        if told is None:
            return self._as_seen(variant, Stock.GONE)
        sizes = {str(p.get("position")): p for p in told.get("placeholders") or []}
        areas = [
            AreaSeen(ours, int(sizes[theirs]["width"]), int(sizes[theirs]["height"]), _PPI)
            for ours, theirs in offer.places.items()
            if theirs in sizes
        ]
        return self._as_seen(variant, Stock.IN if offer.variant in there else Stock.OUT, areas)

    def _variants(self, product: str) -> tuple[dict[str, Any], set[str]]:
        blueprint, _, provider = product.partition("/")
        path = f"/catalog/blueprints/{blueprint}/print_providers/{provider}/variants.json"
        every, there = (
            {str(v["id"]): v for v in (self._read(path, params) or {}).get("variants") or []}
            for params in ({"show-out-of-stock": "1"}, None)
        )
        return every, set(there)

    def find(self, reference: str, known_as: str = "") -> PartnerOrder | None:
        if known_as:
            told = self._read(f"{self._orders}/{known_as}.json")
            return _order(told) if told and _is(told, reference) else None
        for page in range(1, _NEWEST_PAGES + 1):
            listed = (self._read(f"{self._orders}.json", {"page": str(page)}) or {}).get("data") or []
            found = next((told for told in listed if _is(told, reference)), None)
            if found:
                return _order(found)
            if not listed:
                break
        return None

    def recent(self, since: datetime) -> Sequence[PartnerOrder]:
        """Ten to a page, newest first."""
        found: list[PartnerOrder] = []
        for page in count(1):
            told = (self._read(f"{self._orders}.json", {"page": str(page)}) or {}).get("data") or []
            found += [_order(order) for order in told]
            oldest = moment(told[-1].get("created_at")) if told else None
            if not told or (oldest and oldest < since):
                break
        return found

    def read_webhook(self, headers: Mapping[str, str], raw: bytes) -> list[PartnerEvent] | None:
        """They name the order by their own id only."""
        secret, body, signature = self._printify.webhook_secret, event_body(raw), header(headers, "X-Pfy-Signature")
        expected = f"sha256={hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()}"
        if not secret or body is None or not hmac.compare_digest(signature.encode(), expected.encode()):
            return None
        resource = body.get("resource") or {}
        if resource.get("type") != "order" or not body.get("id"):
            return []
        at = moment(body.get("created_at")) or self._outside.now()
        return [PartnerEvent(EventKind.UNKNOWN, "", at, str(body["id"]), partner_order_id=str(resource.get("id", "")))]

    # --- building

    def body(self, order: HandOffOrder) -> dict[str, Any]:
        sha256 = payload_sha256(order)[:SHORT_SHA]
        return {
            "external_id": order.reference,
            "label": order.order_ref,
            "line_items": [self._item(item, sha256) for item in order.items],
            "shipping_method": self._method(),
            "send_shipping_notification": False,
            "address_to": _address(order.ship_to),
        }

    def _item(self, item: HandOffItem, sha256: str) -> dict[str, Any]:
        offer = self.offer(item)
        blueprint, _, provider = offer.product.partition("/")
        areas = {offer.places[file.area]: [_picture(file)] for file in self.chosen(item)}
        told = {
            "print_provider_id": int(provider),
            "blueprint_id": int(blueprint),
            "variant_id": int(offer.variant),
            "quantity": item.quantity,
            "print_areas": areas,
        }
        return {**told, "external_id": f"{item.line}-{sha256}"} if sha256 else told

    def _method(self) -> int:
        return _METHODS.get(self._settings.shipping, 1)

    def _address(self, order: HandOffOrder) -> Mapping[str, Any]:
        return _address(order.ship_to)

    # --- sending and reading

    def _create(self, order: HandOffOrder) -> Accepted | Rejected | NotSent | NotReady | Unknown:
        reply = self._client.send("POST", f"{self._orders}.json", json=self.body(order))
        told = readable(reply)
        if reply.status == _DUPLICATE:
            return self._adopted(told, order)
        if reply.verdict is not Verdict.OK:
            return self._not_created(reply)
        if not isinstance(told, dict) or not told.get("id"):
            return self._unreadable()
        return Accepted(str(told["id"]), HandOffState.ACCEPTED)

    def _adopted(self, told: Any, order: HandOffOrder) -> Accepted | Rejected | Unknown:
        """The 409 names the order that is there: read whole, and compared, before it is taken for ours."""
        named = told.get("order") if isinstance(told, dict) else None
        if not isinstance(named, dict) or named.get("external_id") != order.reference or not named.get("id"):
            return self._already_there(order)
        try:
            there = self.find(order.reference, str(named["id"]))
        except PartnerFailed as e:
            return Unknown(str(e), self.settle_s)
        if there is None:
            return Unknown(f"Printify does not find the order {named['id']} that it names.", self.settle_s)
        return same_order(there, order)

    def _confirm(self, there: PartnerOrder) -> Accepted | Rejected | NotReady | Unknown:
        reply = self._client.send("POST", f"{self._orders}/{there.partner_order_id}/send_to_production.json")
        if reply.verdict is not Verdict.OK:
            return self._not_confirmed(reply)
        if readable(reply) is None:
            return self._unreadable()
        return Accepted(there.partner_order_id, HandOffState.CONFIRMED)

    def _cancel(self, there: PartnerOrder) -> Accepted | Rejected | Unknown:
        reply = self._client.send("POST", f"{self._orders}/{there.partner_order_id}/cancel.json")
        if reply.verdict is not Verdict.OK:
            return self._not_cancelled(reply)
        if readable(reply) is None:
            return self._unreadable()
        return Accepted(there.partner_order_id, HandOffState.CANCELLED)

    def _look_at_account(self) -> Reply:
        return self._client.send("GET", "/shops.json")

    def _words(self, reply: Reply) -> str:
        told = readable(reply)
        if not isinstance(told, dict):
            return reply.reason
        errors = told.get("errors") or {}
        reason = errors.get("reason", "") if isinstance(errors, dict) else errors
        words = f"Printify refused it: {told.get('message', '')} {reason} (code {told.get('code', reply.status)})"
        return self._client.redacted(words)


def _picture(file: HandOffFile) -> dict[str, Any]:
    """Its middle as a share of the area, and its width by the area's."""
    lies = position(file)
    told = {"src": file.url, "x": 0.5, "y": 0.5, "scale": 1.0, "angle": 0}
    return {**told, "scale": round(lies.width / lies.area.width, 4)} if lies else told


def _address(to: ShipTo) -> dict[str, str]:
    first, _, last = to.name.strip().rpartition(" ")
    return {
        "first_name": first,
        "last_name": last,
        "email": to.email,
        "phone": to.phone,
        "country": to.country,
        "region": to.region,
        "address1": to.line1,
        "address2": to.line2,
        "city": to.city,
        "zip": to.postcode,
    }


def _is(told: Any, reference: str) -> bool:
    return isinstance(told, dict) and str((told.get("metadata") or {}).get("shop_order_id")) == reference


def _order(told: Mapping[str, Any]) -> PartnerOrder:
    status = str(told.get("status"))
    lines = [str((i.get("metadata") or {}).get("external_id") or "") for i in told.get("line_items") or []]
    hashes = {line.partition("-")[2] for line in lines if "-" in line}
    return PartnerOrder(
        reference=str((told.get("metadata") or {}).get("shop_order_id") or ""),
        partner_order_id=str(told["id"]),
        state=_state(told, status),
        payload_sha256=hashes.pop() if len(hashes) == 1 else "",
        raw=told,
        note="" if status in _STATES else f"Printify says: {status.replace('-', ' ')}.",
        cost=_cost(told, "total_price", "total_shipping", "total_tax"),
        before_tax=_cost(told, "total_price", "total_shipping"),
        each=_each(told),
        parcels=tuple(_parcel(s) for s in told.get("shipments") or []),
    )


def _state(told: Mapping[str, Any], status: str) -> HandOffState:
    state = _STATES.get(status, HandOffState.ON_HOLD)
    parcels = told.get("shipments") or []
    arrived = bool(parcels) and all(s.get("delivered_at") for s in parcels)
    return HandOffState.DELIVERED if state is HandOffState.SHIPPED and arrived else state


def _parcel(told: Mapping[str, Any]) -> Parcel:
    """They have no id of their own: the carrier's number is one."""
    number = str(told.get("number") or "")
    return Parcel(
        id=f"{told.get('carrier')}-{number}",
        carrier=str(told.get("carrier") or ""),
        tracking_number=number,
        tracking_url=str(told.get("url") or ""),
        shipped_at=moment(told.get("shipped_at")),
    )


def _cost(told: Mapping[str, Any], *names: str) -> Money | None:
    cents = [told[name] for name in names if isinstance(told.get(name), int)]
    return Money(sum(cents) * _CENT) if cents else None


def _each(told: Mapping[str, Any]) -> dict[int, Money]:
    """By our line, which stands before the hash in the line's id."""
    lines = [i for i in told.get("line_items") or [] if isinstance(i, dict) and isinstance(i.get("cost"), int)]
    named = ((str((i.get("metadata") or {}).get("external_id") or "").partition("-")[0], i["cost"]) for i in lines)
    return {int(line): Money(cents * _CENT) for line, cents in named if line.isdigit()}


PARTNER = PartnerFactory(
    name="printify",
    settings=PrintifySettings,
    build=Printify,
    capability=Capability.DRAFT_THEN_CONFIRM,
    summary="Printify: many print providers behind one catalogue",
    called_back=True,
)
