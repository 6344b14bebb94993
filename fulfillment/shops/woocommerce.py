"""WooCommerce: signed webhooks that are hints, orders read again over the REST API, tracking as a note to the customer.

https://woocommerce.github.io/woocommerce-rest-api-docs/ · https://developer.woocommerce.com/docs/apis/rest-api/
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

from fulfillment.shops.base import (
    ShopFactory,
    design_in,
    dicts,
    header,
    mapping,
    read,
    signed,
    text,
    turned,
    whole,
    words_in,
)
from fulfillment.shops.woocommercelistings import WooCommerceListings
from pod.http import Client, Timeouts
from pod.model.errors import PartnerFailed
from pod.model.order import ShipTo
from pod.model.shoporder import NewsKind, Payment, ShopLine, ShopNews, ShopOrder, ShopParcel

_PAYMENTS = {"processing": Payment.PAID, "completed": Payment.PAID, "refunded": Payment.REFUNDED}
"""Order status; `pending`, `on-hold`, `failed`, and whatever a plugin adds, are unpaid: nothing is made on them."""

_CANCELLED = frozenset({"cancelled", "trash"})
_PING = re.compile(rb"webhook_id=\d+")
"""What saving a webhook sends, unsigned; an answer that is not 200 would switch it off."""

_PAGE = 100
_API = "/wp-json/wc/v3"


@dataclass(frozen=True, slots=True, kw_only=True)
class WooCommerceSettings:
    base_url: str = field(metadata={"help": "The shop's own address."})
    key: str = field(repr=False, metadata={"help": "Consumer key of the REST API.", "secret": True})
    key_secret: str = field(repr=False, metadata={"help": "Consumer secret of the REST API.", "secret": True})
    secret: str = field(repr=False, metadata={"help": "The secret that signs the webhooks.", "secret": True})
    currency: str = field(default="USD", metadata={"help": "What the shop sells in: products need prices in it."})
    old_secret: str = field(
        default="", repr=False, metadata={"help": "The secret before it, while it is being changed.", "secret": True}
    )


class WooCommerce:
    name = "woocommerce"
    rereads = True

    def __init__(self, settings: WooCommerceSettings, timeouts: Timeouts | None = None) -> None:
        self._settings = settings
        pair = base64.b64encode(f"{settings.key}:{settings.key_secret}".encode()).decode()
        self._client = Client(
            settings.base_url,
            headers={"Authorization": f"Basic {pair}"},
            secrets=(pair, settings.key, settings.key_secret, settings.secret, settings.old_secret),
            timeouts=timeouts,
        )
        self.listings = WooCommerceListings(self._client, settings.currency)

    def read_webhook(self, headers: Mapping[str, str], raw: bytes) -> list[ShopNews] | None:
        if _PING.fullmatch(raw.strip()):
            return []
        secrets = (self._settings.secret, self._settings.old_secret)
        if not signed(raw, header(headers, "X-WC-Webhook-Signature"), secrets):
            return None
        resource = header(headers, "X-WC-Webhook-Resource").lower()
        order_id = text(_json(raw).get("id"))
        if resource != "order" or not order_id:
            return []
        event_id = header(headers, "X-WC-Webhook-Delivery-ID") or hashlib.sha256(raw).hexdigest()
        return [ShopNews(event_id, NewsKind.ORDER, (order_id,))]

    def order(self, order_id: str) -> ShopOrder | None:
        reply = self._client.send("GET", f"{_API}/orders/{quote(order_id, safe='')}")
        if reply.status == 404 and _json(reply.body).get("code") == "woocommerce_rest_shop_order_invalid_id":
            return None
        return self._whole(mapping(read(reply, "WooCommerce")))

    def changed_since(self, moment: datetime) -> Iterator[ShopOrder]:
        since = moment.astimezone(UTC).replace(microsecond=0)
        return map(self._whole, turned(since, _PAGE, self._page, _version))

    def _page(self, since: datetime, page: int) -> list[Mapping[str, Any]]:
        params = {
            # what changed in the very second counts, and "after" is later than it; a zone would be misread
            "modified_after": (since - timedelta(seconds=1)).strftime("%Y-%m-%dT%H:%M:%S"),
            "dates_are_gmt": "true",
            "orderby": "modified",
            "order": "asc",
            "per_page": str(_PAGE),
            "page": str(page),
        }
        return list(dicts(read(self._client.send("GET", f"{_API}/orders", params=params), "WooCommerce")))

    def _whole(self, found: Mapping[str, Any]) -> ShopOrder:
        """A line keeps its quantity when a part of it is paid back: how many that were stands in the refunds."""
        order = order_from(found)
        if not any(dicts(found.get("refunds"))):
            return order
        path = f"{_API}/orders/{quote(order.id, safe='')}/refunds"
        refunds = read(self._client.send("GET", path, params={"per_page": str(_PAGE)}), "WooCommerce")
        gone = Counter(dict[str, int]())
        for row in (row for refund in dicts(refunds) for row in dicts(refund.get("line_items"))):
            gone[_refunded_line(row)] += abs(row["quantity"]) if isinstance(row.get("quantity"), int) else 0
        return replace(
            order, lines=tuple(replace(line, quantity=max(0, line.quantity - gone[line.id])) for line in order.lines)
        )

    def ship(self, order_id: str, parcel: ShopParcel) -> str:
        """A note that the customer is mailed. WooCommerce itself knows no parcels; its plugins differ."""
        notes = f"{_API}/orders/{quote(order_id, safe='')}/notes"
        for note in dicts(read(self._client.send("GET", notes), "WooCommerce")):
            # a longer number that begins with this one is another parcel
            if re.search(re.escape(_mark(parcel)) + r"(?!\w)", text(note.get("note"))):
                return text(note.get("id"))
        words = {"note": _mark(parcel), "customer_note": True}
        return text(mapping(read(self._client.send("POST", notes, json=words), "WooCommerce")).get("id"))

    def check_key(self) -> str:
        try:
            read(self._client.send("GET", f"{_API}/orders", params={"per_page": "1"}), "WooCommerce")
        except PartnerFailed as e:
            return str(e)
        return ""


def order_from(found: Mapping[str, Any]) -> ShopOrder:
    status = text(found.get("status")).lower()
    payment = _PAYMENTS.get(status, Payment.UNPAID)
    if payment is Payment.PAID and any(dicts(found.get("refunds"))):
        payment = Payment.PARTLY_REFUNDED
    return ShopOrder(
        id=text(found.get("id")),
        number=text(found.get("number")),
        payment=payment,
        changed_at=_moment(found.get("date_modified_gmt")),
        lines=tuple(_line(row) for row in dicts(found.get("line_items"))),
        ship_to=_address(mapping(found.get("shipping")), mapping(found.get("billing"))),
        cancelled=status in _CANCELLED,
    )


def _line(row: Mapping[str, Any]) -> ShopLine:
    told = [(text(m.get("key")), m.get("value")) for m in dicts(row.get("meta_data"))]
    return ShopLine(
        id=text(row.get("id")),
        sku=text(row.get("sku")),
        quantity=whole(row.get("quantity")),
        title=text(row.get("name"))[:200],
        design=design_in(told),
        lettering=words_in(told),
    )


def _refunded_line(row: Mapping[str, Any]) -> str:
    """The line of the order that a refund's line pays back."""
    told = {text(m.get("key")): text(m.get("value")) for m in dicts(row.get("meta_data"))}
    return told.get("_refunded_item_id", "")


def _version(row: Mapping[str, Any]) -> tuple[str, datetime]:
    return text(row.get("id")), _moment(row.get("date_modified_gmt"))


def _address(shipping: Mapping[str, Any], billing: Mapping[str, Any]) -> ShipTo | None:
    """Without a shipping address of its own an order goes to the billing address, as the shop's own pages show it."""
    to = shipping if text(shipping.get("address_1")) else billing
    if not text(to.get("address_1")):
        return None
    person = " ".join(filter(None, (text(to.get("first_name")), text(to.get("last_name")))))
    company = text(to.get("company"))
    return ShipTo(
        name=person or company,
        line1=text(to.get("address_1")),
        line2=", ".join(filter(None, (text(to.get("address_2")), company if person else ""))),
        city=text(to.get("city")),
        region=text(to.get("state")),
        postcode=text(to.get("postcode")),
        country=text(to.get("country")).upper(),
        email=text(billing.get("email")),
        phone=text(to.get("phone")) or text(billing.get("phone")),
    )


def _mark(parcel: ShopParcel) -> str:
    # a carrier alone names no parcel
    where = " ".join(filter(None, (parcel.carrier, parcel.tracking_number or parcel.shipment_id)))
    return f"Your parcel is on its way: {where}"


def _moment(told: Any) -> datetime:
    """`…_gmt` carries no zone."""
    try:
        return datetime.fromisoformat(text(told).rstrip("Z")).replace(tzinfo=UTC)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)


def _json(raw: bytes) -> Mapping[str, Any]:
    try:
        return mapping(json.loads(raw))
    except (ValueError, RecursionError):
        return {}


SHOP = ShopFactory(
    "woocommerce", WooCommerceSettings, WooCommerce, "WooCommerce: paid orders in, tracking back as a note"
)
