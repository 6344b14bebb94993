"""Prodigi (Print API v4): wall art, garments and cards from many labs.

Capability `idempotent_create`: `idempotencyKey` is kept for ever, and a second POST answers 200 with ``AlreadyExists`` and
the order that is there. There is no look-up by that key, so our reference is the `merchantReference` too, by which orders
are listed. There is no second step: after the account's pause window an order is produced.

An HTTP 200 may be a failure: what became of an action is in `outcome`. Callbacks are not signed: the address is the secret,
and the order is fetched again before anything is believed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

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
from fulfillment.files import md5_of
from fulfillment.remote import (
    AddressRule,
    Outside,
    RemotePartner,
    RemotePartnerSettings,
    address_setting,
    event_body,
    key_setting,
    moment,
    money,
    readable,
    same_order,
)
from pod.http import Reply, Verdict
from pod.model.freshness import AreaSeen, OfferSeen, Stock
from pod.model.handoff import HandOffState
from pod.model.money import Money
from pod.model.shipment import EventKind, PartnerEvent

SANDBOX = "https://api.sandbox.prodigi.com/v4.0"
LIVE = "https://api.prodigi.com/v4.0"

_HELD_BY = frozenset(
    {
        "order.items.assets.FailedToDownloaded",  # the spelling is theirs
        "order.items.ItemUnavailable",
        "RequiresPaymentAuthorisation",
    }
)
"""Issues that wait for us. `NotDownloaded` is not among them: they try ten times."""

_STAGES = {"Cancelled": HandOffState.CANCELLED, "OnHold": HandOffState.ON_HOLD, "AwaitingPayment": HandOffState.ON_HOLD}
_PAGE = 100
_VARIANTS_AT_ONCE = 500
_PPI = 300
"""What it names areas in."""

_BEGUN = ("InProgress", "Complete")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProdigiSettings(RemotePartnerSettings):
    api_key: str = key_setting("The key of the account; the sandbox has one of its own.")
    base_url: str = address_setting(SANDBOX)
    shipping: str = field(
        default="Standard", metadata={"help": "Budget, Standard, StandardPlus, Express or Overnight."}
    )
    callback_url: str = field(
        default="", metadata={"help": "Where Prodigi sends news; by itself Pod's own address for it.", "callback": True}
    )


class Prodigi(RemotePartner):
    name = "prodigi"
    capability = Capability.IDEMPOTENT_CREATE
    tells_of_delivery = False
    address_rule = AddressRule(required=("name", "line1", "townOrCity", "postalOrZipCode", "countryCode"))

    def __init__(self, settings: ProdigiSettings, outside: Outside | None = None) -> None:
        super().__init__(settings, outside or Outside(), {"X-API-Key": settings.api_key}, settings.api_key)
        self._callback_url = settings.callback_url

    def quote(self, order: HandOffOrder) -> Quote:
        body = {
            "shippingMethod": self._settings.shipping,
            "destinationCountryCode": order.ship_to.country,
            "items": [self._quoted(item) for item in order.items],
        }
        told = self._priced("/quotes", body)
        try:
            quoted = told["quotes"][0]
            costs = quoted["costSummary"]
            return Quote(_money(costs["items"]), _money(costs["shipping"]), made_in=_made_in(quoted))
        except (TypeError, KeyError, IndexError) as e:
            raise self._no_price() from e

    def sold(self) -> Sequence[tuple[str, ...]]:
        return self._sold_by(lambda offer: offer.product, _VARIANTS_AT_ONCE)

    def seen(self, variants: Sequence[str]) -> Sequence[OfferSeen]:
        """Sizes belong to the variant of the product; stock is told by quotes and orders only."""
        offers = self._by_variant()
        told = {sku: self._read(f"/products/{sku}") for sku in {offers[variant].product for variant in variants}}
        return [self._seen(variant, offers[variant], told[offers[variant].product]) for variant in variants]

    def _seen(self, variant: str, offer: Offer, told: Any) -> OfferSeen:
        if told is None:
            return self._as_seen(variant, Stock.GONE)
        rows = [v for v in (told.get("product") or {}).get("variants") or [] if _is_of(v, offer)]
        sizes = (rows[0].get("printAreaSizes") or {}) if rows else {}
        areas = [
            AreaSeen(ours, size["horizontalResolution"], size["verticalResolution"], _PPI)
            for ours, theirs in offer.places.items()
            if (size := sizes.get(theirs))
        ]
        return self._as_seen(variant, Stock.UNKNOWN, areas)

    def find(self, reference: str, known_as: str = "") -> PartnerOrder | None:
        if known_as:
            told = self._read(f"/orders/{known_as}")
            return _order(told["order"]) if told and _is(told.get("order"), reference) else None
        told = self._read("/orders", {"merchantReferences": reference, "top": "100"}) or {}
        ours = [order for order in told.get("orders", []) if _is(order, reference)]
        return _order(ours[0]) if ours else None

    def recent(self, since: datetime) -> Sequence[PartnerOrder]:
        found: list[PartnerOrder] = []
        while True:
            page = {"createdFrom": since.isoformat(), "top": str(_PAGE), "skip": str(len(found))}
            told = self._read("/orders", page) or {}
            found += [_order(order) for order in told.get("orders") or []]
            if not told.get("hasMore") or not told.get("orders"):
                return found

    def read_webhook(self, headers: Mapping[str, str], raw: bytes) -> list[PartnerEvent] | None:  # noqa: ARG002 - unsigned
        body = event_body(raw) or {}
        data = body.get("data")
        order = data.get("order", data) if isinstance(data, dict) else None
        if (
            not isinstance(order, dict)
            or not body.get("id")
            or not str(body.get("type", "")).startswith("com.prodigi.")
        ):
            return None
        at = moment(body.get("time")) or self._outside.now()
        reference = str(order.get("idempotencyKey") or order.get("merchantReference") or "")
        return [
            PartnerEvent(EventKind.UNKNOWN, reference, at, str(body["id"]), partner_order_id=str(order.get("id", "")))
        ]

    # --- building

    def body(self, order: HandOffOrder) -> dict[str, Any]:
        return {
            "merchantReference": order.reference,
            "idempotencyKey": order.reference,
            "shippingMethod": self._settings.shipping,
            "recipient": _recipient(order),
            "items": [self._item(item) for item in order.items],
            "metadata": {"order": order.order_ref, "payload_sha256": payload_sha256(order)},
            **({"callbackUrl": self._callback_url} if self._callback_url else {}),
        }

    def _item(self, item: HandOffItem) -> dict[str, Any]:
        offer = self.offer(item)
        return {
            "merchantReference": str(item.line),
            "sku": offer.product,
            "copies": item.quantity,
            # the file has the area's own shape: nothing is left to be filled or cropped
            "sizing": "fillPrintArea",
            "attributes": dict(offer.options),
            "assets": [self._asset(file, offer.places[file.area]) for file in self.chosen(item)],
        }

    def _asset(self, file: HandOffFile, place: str) -> dict[str, Any]:
        asset = {"printArea": place, "url": file.url}
        return {**asset, "md5Hash": md5_of(file.path)} if file.path else asset

    def _quoted(self, item: HandOffItem) -> dict[str, Any]:
        """Without `sizing` and addresses of files, which a quote does not take."""
        offer = self.offer(item)
        places = [{"printArea": offer.places[file.area]} for file in self.chosen(item)]
        return {"sku": offer.product, "copies": item.quantity, "attributes": dict(offer.options), "assets": places}

    def _address(self, order: HandOffOrder) -> Mapping[str, Any]:
        recipient = _recipient(order)
        return {**recipient, **recipient["address"]}

    def _is_sandbox(self) -> bool:
        return ".sandbox." in (urlsplit(self._settings.base_url).hostname or "")

    # --- sending and reading

    def _create(self, order: HandOffOrder) -> Accepted | Rejected | NotSent | NotReady | Unknown:
        reply = self._client.send("POST", "/orders", json=self.body(order))
        if reply.verdict is not Verdict.OK:
            return self._not_created(reply)
        told = readable(reply) or {}
        found, outcome = told.get("order"), told.get("outcome")
        if not isinstance(found, dict) or not found.get("id"):
            return self._unreadable()
        if outcome == "AlreadyExists":
            return same_order(_order(found), order) if _is(found, order.reference) else self._already_there(order)
        # a held order comes with its id alone
        state = _order(found).state if found.get("status") else HandOffState.ACCEPTED
        return Accepted(str(found["id"]), state, {"outcome": outcome, "traceParent": told.get("traceParent")})

    def _cancel(self, there: PartnerOrder) -> Accepted | Rejected | Unknown:
        reply = self._client.send("POST", f"/orders/{there.partner_order_id}/actions/cancel")
        if reply.verdict is not Verdict.OK:
            return self._not_cancelled(reply)
        outcome = (readable(reply) or {}).get("outcome", "")
        if outcome == "Cancelled":
            return Accepted(there.partner_order_id, HandOffState.CANCELLED)
        if outcome in ("FailedToCancel", "ActionNotAvailable"):
            return Rejected(f"Prodigi can no longer cancel it: {outcome}.", {"outcome": outcome})
        return Unknown(f"Prodigi answered the cancel with “{outcome}”.", self.settle_s)

    def _look_at_account(self) -> Reply:
        return self._client.send("GET", "/orders", params={"top": "1"})

    def _words(self, reply: Reply) -> str:
        told = readable(reply)
        if not isinstance(told, dict):
            return reply.reason
        wrong = told.get("data") or told.get("failures") or ""
        return self._client.redacted(
            f"Prodigi refused it: {told.get('statusText') or told.get('outcome')}. {wrong}".strip()
        )


def _is_of(told: Mapping[str, Any], offer: Offer) -> bool:
    """Its attributes are those that we order; what it does not name is the same in all."""
    attributes = told.get("attributes") or {}
    return all(str(value).lower() == str(offer.options.get(name, value)).lower() for name, value in attributes.items())


def _recipient(order: HandOffOrder) -> dict[str, Any]:
    """What is not known is left out: an empty text is refused."""
    to = order.ship_to
    address = {
        "line1": to.line1,
        "line2": to.line2,
        "postalOrZipCode": to.postcode,
        "countryCode": to.country,
        "townOrCity": to.city,
        "stateOrCounty": to.region,
    }
    person = {"name": to.name, "email": to.email, "phoneNumber": to.phone}
    return {**_known(person), "address": _known(address)}


def _known(told: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in told.items() if value}


def _is(order: Any, reference: str) -> bool:
    return isinstance(order, dict) and reference in (order.get("idempotencyKey"), order.get("merchantReference"))


def _order(told: Mapping[str, Any]) -> PartnerOrder:
    status = told.get("status") or {}
    issues = [i for i in status.get("issues") or [] if isinstance(i, dict)]
    metadata = told.get("metadata") or {}
    return PartnerOrder(
        reference=str(told.get("idempotencyKey") or told.get("merchantReference")),
        partner_order_id=str(told["id"]),
        state=_state(told, status, issues),
        payload_sha256=str(metadata.get("payload_sha256", "")),
        raw=told,
        note=" ".join(str(i.get("description") or i.get("errorCode")) for i in issues),
        cost=_charged(told),
        parcels=tuple(_parcel(told, s) for s in told.get("shipments") or [] if s.get("status") == "Shipped"),
    )


def _state(told: Mapping[str, Any], status: Mapping[str, Any], issues: list[dict[str, Any]]) -> HandOffState:
    """A word that nobody knows is no news: the order stays where its steps say."""
    stage, details = str(status.get("stage", "")), status.get("details") or {}
    if stage in _STAGES:
        return _STAGES[stage]
    if any(str(i.get("errorCode", "")).endswith(tuple(_HELD_BY)) for i in issues):
        return HandOffState.ON_HOLD
    shipped = [s for s in told.get("shipments") or [] if s.get("status") == "Shipped"]
    if stage == "Complete":
        return HandOffState.SHIPPED
    if shipped:
        return HandOffState.PARTLY_SHIPPED
    if details.get("inProduction") in _BEGUN:
        return HandOffState.IN_PRODUCTION
    return HandOffState.CONFIRMED if details.get("downloadAssets") == "Complete" else HandOffState.WAITING_PARTNER


def _parcel(told: Mapping[str, Any], shipment: Mapping[str, Any]) -> Parcel:
    lines = {item["id"]: item.get("merchantReference", "") for item in told.get("items") or [] if "id" in item}
    inside = [lines.get(i.get("itemId", ""), "") for i in shipment.get("items") or [] if isinstance(i, dict)]
    carrier, tracking = shipment.get("carrier") or {}, shipment.get("tracking") or {}
    return Parcel(
        id=str(shipment.get("id")),
        carrier=" ".join(filter(None, (carrier.get("name"), carrier.get("service")))),
        tracking_number=str(tracking.get("number") or ""),
        tracking_url=str(tracking.get("url") or ""),
        lines=tuple(int(line) for line in inside if line.isdigit()),
        shipped_at=moment(shipment.get("dispatchDate")),
    )


def _made_in(quoted: Mapping[str, Any]) -> tuple[str, ...]:
    """The countries of the labs that would make it."""
    places = [s.get("fulfillmentLocation") or {} for s in quoted.get("shipments") or [] if isinstance(s, dict)]
    return tuple(dict.fromkeys(str(p["countryCode"]) for p in places if p.get("countryCode")))


def _charged(told: Mapping[str, Any]) -> Money | None:
    costs = [_money(charge.get("totalCost")) for charge in told.get("charges") or []]
    known = [cost for cost in costs if cost]
    return sum(known[1:], known[0]) if known else None


def _money(told: Any) -> Money | None:
    return money(told.get("amount"), told.get("currency")) if isinstance(told, dict) else None


PARTNER = PartnerFactory(
    name="prodigi",
    settings=ProdigiSettings,
    build=Prodigi,
    capability=Capability.IDEMPOTENT_CREATE,
    summary="Prodigi’s labs for wall art, garments and cards, with a sandbox",
    called_back=True,
)
