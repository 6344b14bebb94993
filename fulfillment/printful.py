"""Printful (API v2, and v1 where v2 has no call): garments, wall art, mugs, stickers.

Capability `draft_then_confirm`: an order is made as a draft under our reference, checked, and only a confirmation charges
for it. A second draft under the same reference is refused (``OR-13``). v2 erases a draft where v1 cancels it, so orders are
cancelled through v1, which leaves them to be seen.

A confirmation before the costs are known fails, so it waits for them. `technique` goes with every placement: a file without
one is dropped over there, and the shirt comes blank.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
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
    PrintSpec,
    Quote,
    Rejected,
    Unknown,
    payload_sha256,
)
from fulfillment.catalogue import Offer
from fulfillment.printful_mockups import PICTURE_HOSTS, PrintfulMockups, placed
from fulfillment.recall import DRAFTS, RecallRules, too_late
from fulfillment.remote import (
    SHORT_SHA,
    WITH_STATE_CODE,
    AddressRule,
    Outside,
    RemotePartnerSettings,
    address_setting,
    event_body,
    header,
    key_setting,
    moment,
    money,
    readable,
)
from pod.http import Reply, Verdict
from pod.model.freshness import AreaSeen, OfferSeen, Stock
from pod.model.handoff import HandOffState
from pod.model.money import Money
from pod.model.order import ShipTo
from pod.model.recall import Chance, May, StillOpen
from pod.model.shipment import EventKind, PartnerEvent

_STATES = {
    "draft": HandOffState.READY_TO_CONFIRM,
    "inreview": HandOffState.WAITING_PARTNER,
    "pending": HandOffState.CONFIRMED,
    "failed": HandOffState.REJECTED,
    "onhold": HandOffState.ON_HOLD,
    "inprocess": HandOffState.IN_PRODUCTION,
    "partial": HandOffState.PARTLY_SHIPPED,
    "fulfilled": HandOffState.SHIPPED,
    "canceled": HandOffState.CANCELLED,
    "archived": HandOffState.SHIPPED,
}
_COSTS = {
    "done": HandOffState.READY_TO_CONFIRM,
    "calculating": HandOffState.WAITING_PARTNER,
    "failed": HandOffState.ON_HOLD,
}
_PLAIN = ("draft", "pending", "inprocess", "partial", "fulfilled", "archived")
"""Statuses that need no words."""

_WITH_PARCELS = (HandOffState.PARTLY_SHIPPED, HandOffState.SHIPPED)
_LEFT = ("shipped", "returned")
_TO_BE_CONFIRMED = (HandOffState.READY_TO_CONFIRM, HandOffState.WAITING_PARTNER)
_BUSY_RETRY_S = 30.0
_PAGE = 100
_SIZES_KEPT = timedelta(hours=1)
_BUSY = 409
"""“Being updated”: passes by itself."""

_IN_USE = "OR-13"
_MOCKUP_ENDED = "mockup_task_finished"
"""Drawn, or failed: it is asked which."""

_STOCK = {
    "in stock": Stock.IN,
    "on demand": Stock.IN,
    "out of stock": Stock.OUT,
    "not fulfillable": Stock.OUT,
    "not fulfilled": Stock.OUT,
    "discontinued": Stock.GONE,
}
"""The best word first."""

_VARIANTS_AT_ONCE = 2
"""Each is two calls."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintfulSettings(RemotePartnerSettings):
    token: str = key_setting("A private token with the scope `orders`. It has an end: renew it before.")
    base_url: str = address_setting("https://api.printful.com")
    picture_hosts: str = field(
        default=PICTURE_HOSTS,
        metadata={"help": "Hosts that mock-ups are fetched from, with commas; with a leading dot all below it."},
    )
    store_id: str = field(default="", metadata={"help": "The store's number, where the token is for all stores."})
    shipping: str = field(default="STANDARD", metadata={"help": "Shipping method, as the rates call names it."})
    webhook_secret: str = field(
        default="",
        metadata={
            "help": "The hex secret that was given out with the webhook; several, separated by commas.",
            "secret": True,
        },
    )


class Printful(PrintfulMockups):
    name = "printful"
    capability = Capability.DRAFT_THEN_CONFIRM
    needs_confirm = True
    places_art = True
    calls_per_minute = 120  # its own limit; beyond it the door is shut for a minute
    formats = ("png", "jpg")
    address_rule = AddressRule(required=("name", "address1", "city", "country_code"), state_as="state_code")
    recall = RecallRules(
        cancel={
            **dict.fromkeys((*DRAFTS, HandOffState.CONFIRMED), Chance.YES),
            HandOffState.ON_HOLD: Chance.MAYBE,
        },
        address=dict.fromkeys(DRAFTS, Chance.YES),
    )

    def __init__(self, settings: PrintfulSettings, outside: Outside | None = None) -> None:
        headers = {"Authorization": f"Bearer {settings.token}"}
        if settings.store_id:
            headers["X-PF-Store-Id"] = settings.store_id
        super().__init__(settings, outside or Outside(), headers, settings.token)
        self._sizes: dict[str, tuple[datetime, dict[str, Any]]] = {}
        self._picture_hosts = tuple(s.strip() for s in settings.picture_hosts.split(",") if s.strip())
        self._webhook_secrets = tuple(s.strip() for s in settings.webhook_secret.split(",") if s.strip())

    def print_spec(self, sku: str, variant: str, area: str) -> PrintSpec | None:
        """From the API, for this very variant. Wall art lies on its side there."""
        _, size, cloth = variant.split("/")
        offer = self._offers.get((sku, size, cloth))
        if offer is None or area not in offer.places:
            return None
        path = f"/mockup-generator/printfiles/{offer.product}"
        found = _printfile(self._kept(path), offer.variant, offer.places[area])
        if not found:
            return None
        now = self._outside.now()
        return PrintSpec(area, found["width"], found["height"], found["dpi"], f"Printful API, GET {path}", now)

    def _kept(self, path: str) -> dict[str, Any]:
        """Sizes of a product, asked for once an hour: there are few products, and many hand-offs of each."""
        now = self._outside.now()
        asked_at, result = self._sizes.get(path, (None, {}))
        if asked_at is None or now - asked_at > _SIZES_KEPT:
            result = (self._read(path) or {}).get("result") or {}
            self._sizes[path] = (now, result)
        return result

    def sold(self) -> Sequence[tuple[str, ...]]:
        return self._sold_by(lambda offer: offer.product, _VARIANTS_AT_ONCE)

    def seen(self, variants: Sequence[str]) -> Sequence[OfferSeen]:
        return [self._seen(variant, self._by_variant()[variant]) for variant in variants]

    def _seen(self, variant: str, offer: Offer) -> OfferSeen:
        """Sizes of the whole product are read once; stock and price are of the variant."""
        sizes = self._kept(f"/mockup-generator/printfiles/{offer.product}")
        found = {ours: _printfile(sizes, offer.variant, theirs) for ours, theirs in offer.places.items()}
        areas = [AreaSeen(ours, f["width"], f["height"], f["dpi"]) for ours, f in found.items() if f]
        path = f"/v2/catalog-variants/{offer.variant}"
        available, priced = self._read(f"{path}/availability"), self._read(f"{path}/prices")
        if available is None:
            return self._as_seen(variant, Stock.GONE, areas)
        return self._as_seen(
            variant, _stock(available.get("data") or {}), areas, _price((priced or {}).get("data") or {})
        )

    def still_open(self, there: PartnerOrder) -> StillOpen:
        """What is being looked at by them is told as waiting, as a draft is whose costs are computed."""
        known = self.open_in(there.state)
        if there.raw.get("status") != "inreview":
            return known
        return StillOpen(
            May(Chance.MAYBE, known.cancel.why), too_late("it is confirmed, and Printful is looking at it")
        )

    def quote(self, order: HandOffOrder) -> Quote:
        items = [self._estimated(item) for item in order.items]
        body = {"shipping": self._settings.shipping, "recipient": _recipient(order.ship_to), "items": items}
        told = self._priced("/orders/estimate-costs", body)
        costs = (told.get("result") or {}).get("costs") or {}
        total = money(costs.get("total"), costs.get("currency"))
        if total is None:
            raise self._no_price()
        return Quote(total, None)

    def find(self, reference: str, known_as: str = "") -> PartnerOrder | None:
        told = self._read(f"/v2/orders/{known_as or f'@{reference}'}")
        order = told.get("data") if isinstance(told, dict) else None
        if not isinstance(order, dict) or order.get("external_id") != reference:
            return None
        found = _order(order)
        return self._with_parcels(found) if found.state in _WITH_PARCELS else found

    def recent(self, since: datetime) -> Sequence[PartnerOrder]:
        """They are listed newest first, a hundred at a time."""
        found: list[PartnerOrder] = []
        while True:
            page = {"limit": str(_PAGE), "offset": str(len(found))}
            told = (self._read("/v2/orders", page) or {}).get("data") or []
            found += [_order(order) for order in told]
            oldest = moment(told[-1].get("created_at")) if told else None
            if len(told) < _PAGE or (oldest and oldest < since):
                return found

    def read_webhook(self, headers: Mapping[str, str], raw: bytes) -> list[PartnerEvent] | None:
        """Signed over the raw body with a secret that is written in hex; after a rotation both may sign."""
        signature, body = header(headers, "x-pf-webhook-signature"), event_body(raw)
        if body is None or not any(_signed(secret, raw, signature) for secret in self._webhook_secrets):
            return None
        data = body.get("data") or {}
        order = data.get("order") or {}
        at = moment(body.get("occurred_at")) or self._outside.now()
        event_id = hashlib.sha256(raw).hexdigest()  # they have no ids: a repeat has the same body, but for its counter
        if body.get("type") == _MOCKUP_ENDED and data.get("id"):
            return [PartnerEvent(EventKind.UNKNOWN, "", at, event_id, task_id=str(data["id"]))]
        if not order.get("external_id"):
            return []
        return [
            PartnerEvent(
                EventKind.UNKNOWN, str(order["external_id"]), at, event_id, partner_order_id=str(order.get("id", ""))
            )
        ]

    # --- building

    def body(self, order: HandOffOrder) -> dict[str, Any]:
        sha256 = payload_sha256(order)[:SHORT_SHA]
        return {
            "external_id": order.reference,
            "shipping": self._settings.shipping,
            "recipient": _recipient(order.ship_to),
            "order_items": [self._item(item, sha256) for item in order.items],
            "customization": {"packing_slip": {"custom_order_id": order.order_ref}},
        }

    def _item(self, item: HandOffItem, sha256: str) -> dict[str, Any]:
        """The hash goes with each line: it is read back before a repeated send is taken for ours."""
        offer = self.offer(item)
        return {
            "source": "catalog",
            "catalog_variant_id": int(offer.variant),
            "external_id": f"{item.line}-{sha256}",
            "quantity": item.quantity,
            "name": f"{item.product_name}, {item.size}, {item.cloth}",
            "placements": [placed(file, offer) for file in self.chosen(item)],
        }

    def _estimated(self, item: HandOffItem) -> dict[str, Any]:
        offer = self.offer(item)
        files = [{"type": offer.places[file.area], "url": file.url} for file in self.chosen(item)]
        return {"variant_id": int(offer.variant), "quantity": item.quantity, "files": files}

    def _address(self, to: ShipTo) -> Mapping[str, Any]:
        return _recipient(to)

    # --- sending and reading

    def _create(self, order: HandOffOrder) -> Accepted | Rejected | NotSent | NotReady | Unknown:
        reply = self._client.send("POST", "/v2/orders", json=self.body(order))
        if reply.verdict is Verdict.REJECTED and _in_use(readable(reply)):
            return self._already_there(order)
        if reply.verdict is not Verdict.OK:
            return self._not_created(reply)
        told = (readable(reply) or {}).get("data")
        if not isinstance(told, dict) or not told.get("id"):
            return self._unreadable()
        found = _order(told)
        return Accepted(found.partner_order_id, found.state, {"id": told["id"], "status": told.get("status")})

    def _confirm(self, there: PartnerOrder) -> Accepted | Rejected | NotReady | Unknown:
        reply = self._client.send("POST", f"/v2/orders/{there.partner_order_id}/confirmation")
        if reply.status == _BUSY:
            return NotReady(self._words(reply), _BUSY_RETRY_S)
        if reply.verdict is not Verdict.OK:
            return self._not_confirmed(reply)
        told = (readable(reply) or {}).get("data")
        if not isinstance(told, dict) or not told.get("id"):
            return self._unreadable()
        state = _order(told).state
        if state is HandOffState.REJECTED:
            return Rejected("Printful has failed it as it was confirmed: see the order there.", told, name_used=True)
        return Accepted(there.partner_order_id, HandOffState.CONFIRMED if state in _TO_BE_CONFIRMED else state)

    def _cancel(self, there: PartnerOrder) -> Accepted | Rejected | Unknown:
        reply = self._client.send("DELETE", f"/orders/{there.partner_order_id}")
        if reply.status == _BUSY:
            return Unknown(self._words(reply), _BUSY_RETRY_S)
        if reply.verdict is not Verdict.OK:
            return self._not_cancelled(reply)
        if readable(reply) is None:
            return self._unreadable()
        return Accepted(there.partner_order_id, HandOffState.CANCELLED)

    def goes_to(self, there: PartnerOrder, to: ShipTo) -> bool:
        return _shows(there.raw, to)

    def change_address(self, there: PartnerOrder, to: ShipTo) -> Accepted | Rejected | Unknown:
        """What is not known of the new address is emptied: what is left out of a change would stay as it was."""
        body = {"recipient": dict.fromkeys(_RECIPIENT, "") | _recipient(to)}
        reply = self._client.send("PATCH", f"/v2/orders/{there.partner_order_id}", json=body)
        if reply.status == _BUSY:
            return Unknown(self._words(reply), _BUSY_RETRY_S)
        if reply.verdict is not Verdict.OK:
            return self._not_cancelled(reply)
        told = (readable(reply) or {}).get("data")
        if not isinstance(told, dict) or not _shows(told, to):
            return Unknown("Printful took the address, and does not show it yet.", _BUSY_RETRY_S)
        return Accepted(there.partner_order_id, there.state)

    def _with_parcels(self, found: PartnerOrder) -> PartnerOrder:
        told = self._read(f"/v2/orders/{found.partner_order_id}/shipments") or {}
        return _with_parcels(found, [s for s in told.get("data") or [] if s.get("shipment_status") in _LEFT])

    def _look_at_account(self) -> Reply:
        return self._client.send("GET", "/v2/orders", params={"limit": "1"})

    def _words(self, reply: Reply) -> str:
        """Two shapes of errors, the old one on many calls of the new API."""
        told = readable(reply)
        if not isinstance(told, dict):
            return reply.reason
        old = told.get("error") or {}
        words = told.get("detail") or old.get("message") or told.get("title") or told.get("result") or ""
        return self._client.redacted(
            " ".join(filter(None, (f"Printful refused it: {words}", str(old.get("reason") or ""))))
        )


def _stock(told: Mapping[str, Any]) -> Stock:
    """In stock where any region that is sold to has it."""
    words = {
        str(region.get("availability"))
        for technique in told.get("techniques") or []
        for region in technique.get("selling_regions") or []
    }
    return next((_STOCK[word] for word in _STOCK if word in words), Stock.UNKNOWN)


def _price(told: Mapping[str, Any]) -> Money | None:
    techniques = (told.get("variant") or {}).get("techniques") or []
    return money(techniques[0].get("price"), told.get("currency")) if techniques else None


def _recipient(to: ShipTo) -> dict[str, Any]:
    """States as codes where Printful asks for codes, by name elsewhere; what is not known is left out."""
    told = {
        "name": to.name,
        "address1": to.line1,
        "address2": to.line2,
        "city": to.city,
        "state_code" if to.country in WITH_STATE_CODE else "state_name": to.region,
        "country_code": to.country,
        "zip": to.postcode,
        "phone": to.phone,
        "email": to.email,
    }
    return {name: value for name, value in told.items() if value}


_RECIPIENT = (
    "name",
    "address1",
    "address2",
    "city",
    "state_code",
    "state_name",
    "country_code",
    "zip",
    "phone",
    "email",
)


def _shows(told: Mapping[str, Any], to: ShipTo) -> bool:
    """Whether an order of theirs goes to this address. What they add by themselves (a state's name) says nothing."""
    there, ours = told.get("recipient") or {}, _recipient(to)
    emptied = (name for name in ("address2", "phone", "email") if name not in ours)
    return all(str(there.get(name) or "") == ours.get(name, "") for name in (*ours, *emptied))


def _printfile(result: Mapping[str, Any], variant: str, place: str) -> dict[str, Any]:
    sizes = {f["printfile_id"]: f for f in result.get("printfiles", [])}
    rows = (v["placements"] for v in result.get("variant_printfiles", []) if str(v["variant_id"]) == variant)
    placements: dict[str, Any] = next(rows, {})
    return dict(sizes.get(placements.get(place), {}))


def _in_use(told: Any) -> bool:
    """By its code where the old shape says it; the new shape says it in words only."""
    error = (told or {}).get("error") or {} if isinstance(told, dict) else {}
    words = (
        " ".join(str((told or {}).get(name, "")) for name in ("detail", "title", "result"))
        if isinstance(told, dict)
        else ""
    )
    return error.get("reason") == _IN_USE or _IN_USE in words or "EXTERNAL_ID_IN_USE" in words


def _order(told: Mapping[str, Any]) -> PartnerOrder:
    costs = told.get("costs") or {}
    lines = [str(item.get("external_id") or "") for item in told.get("order_items") or [] if isinstance(item, dict)]
    hashes = {line.partition("-")[2] for line in lines if "-" in line}
    return PartnerOrder(
        reference=str(told.get("external_id")),
        partner_order_id=str(told["id"]),
        state=_state(told, costs),
        payload_sha256=hashes.pop() if len(hashes) == 1 else "",
        raw=told,
        note=_note(told, costs),
        cost=money(costs.get("total"), costs.get("currency")) if costs.get("total") else None,
    )


def _state(told: Mapping[str, Any], costs: Mapping[str, Any]) -> HandOffState:
    """A word that nobody knows is for a person to look at."""
    state = _STATES.get(str(told.get("status")), HandOffState.ON_HOLD)
    if state is HandOffState.READY_TO_CONFIRM:
        return _COSTS.get(str(costs.get("calculation_status", "done")), HandOffState.ON_HOLD)
    return state


def _note(told: Mapping[str, Any], costs: Mapping[str, Any]) -> str:
    costing = costs.get("calculation_status", "done")
    if costing != "done":
        return f"Printful’s costs for it are {costing}."
    return "" if told.get("status") in _PLAIN else f"Printful says: {told.get('status')}."


def _with_parcels(found: PartnerOrder, shipments: Sequence[Mapping[str, Any]]) -> PartnerOrder:
    """Delivered when every parcel is; a reshipment is one more parcel."""
    arrived = [s.get("delivery_status") == "delivered" for s in shipments]
    delivered = found.state is HandOffState.SHIPPED and arrived and all(arrived)
    state = HandOffState.DELIVERED if delivered else found.state
    return replace(found, state=state, parcels=tuple(_parcel(s) for s in shipments))


def _parcel(told: Mapping[str, Any]) -> Parcel:
    names = [str(i.get("order_item_external_id") or "").partition("-")[0] for i in told.get("shipment_items") or []]
    return Parcel(
        id=str(told.get("id")),
        carrier=" ".join(filter(None, (told.get("carrier"), told.get("service")))),
        tracking_number=str(told.get("tracking_number") or ""),
        tracking_url=str(told.get("tracking_url") or ""),
        lines=tuple(int(name) for name in names if name.isdigit()),
        shipped_at=moment(told.get("shipped_at")),
    )


def _signed(secret: str, raw: bytes, signature: str) -> bool:
    try:
        key = bytes.fromhex(secret)
    except ValueError:
        return False
    return hmac.compare_digest(hmac.new(key, raw, hashlib.sha256).hexdigest().encode(), signature.encode())


PARTNER = PartnerFactory(
    name="printful",
    settings=PrintfulSettings,
    build=Printful,
    capability=Capability.DRAFT_THEN_CONFIRM,
    summary="Printful: garments, wall art, mugs and stickers from its own houses",
    called_back=True,
)
