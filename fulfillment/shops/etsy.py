"""Etsy: receipts are read over the Open API v3 every few minutes, tracking is written back. Nothing is told by itself.

Receipts: https://developers.etsy.com/documentation/reference#operation/getShopReceipts · parcels: …#operation/createReceiptShipment
· limits: https://developers.etsy.com/documentation/essentials/rate-limits
"""

from __future__ import annotations

import html
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from fulfillment.shops.base import InMemory, Keep, ShopFactory, body_of, dicts, mapping, read, text, turned, whole
from fulfillment.shops.etsykeys import EtsyKeys
from fulfillment.shops.etsylistings import EtsyListings, Selling
from pod.http import Client, Reply, Timeouts
from pod.model.errors import PartnerFailed
from pod.model.order import ShipTo
from pod.model.shoporder import Payment, ShopLine, ShopNews, ShopOrder, ShopParcel

_APP = "/v3/application"
_PAGE = 100
_EARLIEST_S = 946_684_800
"""Before this no moment is taken: the reference's `minimum`."""

_PAYMENTS = {
    "paid": Payment.PAID,
    "completed": Payment.PAID,
    "partially refunded": Payment.PARTLY_REFUNDED,
    "fully refunded": Payment.REFUNDED,
}
"""`status`, in small letters; every other word, known or not, is unpaid: nothing is made on it."""

_PERSONALISATION = 54
"""The property that holds a buyer's own words; a newer listing names the question that they answer instead."""

_NOTHING_ASKED = "not requested on this item."
"""What Etsy writes there when the buyer wrote nothing."""

_CARRIERS = {
    "royal mail": "royal-mail",
    "deutsche post": "deutsche-post",
    "usps": "usps",
    "ups": "ups",
    "fedex": "fedex",
    "dhl": "dhl",
    "dpd": "dpd",
    "gls": "gls",
    "evri": "evri",
}
"""Etsy's own words for carriers. One that is not among them is `other`, which the reference allows for every number."""

_KEPT_BACK = 0.05
"""The part of a day's calls that is not used for reading: parcels still have to be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EtsySettings:
    shop_id: str = field(metadata={"help": "The shop's number, not its name."})
    keystring: str = field(metadata={"help": "Keystring of the app, from Etsy's page Your Apps."})
    shared_secret: str = field(repr=False, metadata={"help": "Shared secret of the app.", "secret": True})
    refresh_token: str = field(
        repr=False,
        metadata={
            "help": "Refresh token of a sign-in with transactions_r, transactions_w, listings_r, listings_w, listings_d.",
            "secret": True,
        },
    )
    currency: str = field(default="USD", metadata={"help": "What the shop sells in: products need prices in it."})
    taxonomy: str = field(
        default="",
        metadata={"help": "Category of what is put on sale: its id, or one for each kind as in shirts=482, mugs=1062."},
    )
    shipping_profile: str = field(default="", metadata={"help": "Id of the shipping profile of what is put on sale."})
    return_policy: str = field(default="", metadata={"help": "Id of its return policy, where the shop needs one."})
    processing_profile: str = field(default="", metadata={"help": "Id of its processing profile (readiness state)."})
    production_partner: str = field(default="", metadata={"help": "Id of the production partner that Etsy is told of."})
    base_url: str = field(default="https://openapi.etsy.com", metadata={"help": "Address of the Open API."})


class Pace:
    """Calls come no closer than the limit per second allows, and stop while some of the day's are left."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._clock, self._sleep = clock, sleep
        self._every_s, self._next, self._lock = 0.2, 0.0, threading.Lock()
        self.left = 1.0
        """The part of the day's calls that is left, as Etsy told it last."""

    def wait(self) -> None:
        with self._lock:
            wait_s = self._next - self._clock()
            self._next = max(self._next, self._clock()) + self._every_s
        if wait_s > 0:
            self._sleep(wait_s)

    def learn(self, reply: Reply) -> None:
        """Half of what is allowed, so that another process may do the same."""
        per_second, per_day, left = (
            reply.header(name) for name in ("x-limit-per-second", "x-limit-per-day", "x-remaining-today")
        )
        if per_second.isdecimal() and int(per_second):
            self._every_s = 2 / int(per_second)
        if per_day.isdecimal() and left.isdecimal() and int(per_day):
            self.left = int(left) / int(per_day)


class Etsy:
    name = "etsy"
    rereads = True

    def __init__(
        self,
        settings: EtsySettings,
        timeouts: Timeouts | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        pace: Pace | None = None,
    ) -> None:
        self._shop = f"{_APP}/shops/{settings.shop_id}"
        self.keep: Keep = InMemory()
        self._pace = pace or Pace()
        hidden = (settings.shared_secret, settings.refresh_token)
        plain = Client(settings.base_url, secrets=hidden, timeouts=timeouts)
        self._keys = EtsyKeys(plain, settings.keystring, settings.refresh_token, lambda: self.keep, now)
        self._client = Client(
            settings.base_url,
            headers={"x-api-key": f"{settings.keystring}:{settings.shared_secret}"},
            secrets=hidden,
            token=self._keys.access,
            timeouts=timeouts,
        )
        self.listings = EtsyListings(self._sent, _selling(settings), settings.currency)

    def read_webhook(self, _: Mapping[str, str], __: bytes) -> list[ShopNews] | None:
        """It is only polled: nothing that says it comes from there is genuine."""
        return None

    # --- orders

    def order(self, order_id: str) -> ShopOrder | None:
        if not order_id.isdecimal():
            return None
        reply = self._sent("GET", f"{self._shop}/receipts/{order_id}")
        if reply.status == 404 and "receipt" in text(body_of(reply).get("error")).lower():
            return None
        return order_from(read(reply, "Etsy"))

    def changed_since(self, moment: datetime) -> Iterator[ShopOrder]:
        since = moment.astimezone(UTC).replace(microsecond=0)
        return map(order_from, turned(since, _PAGE, self._page, _version))

    def _page(self, since: datetime, number: int) -> list[Mapping[str, Any]]:
        if self._pace.left < _KEPT_BACK:
            self._pace.left = 1.0
            raise PartnerFailed(
                "shop_unreachable",
                "Etsy's calls of the day are nearly used up.",
                "It is read again in an hour.",
                retry_after_s=3600,
            )
        params = {
            "min_last_modified": str(max(_EARLIEST_S, int(since.timestamp()))),
            "sort_on": "updated",
            "sort_order": "asc",
            "limit": str(_PAGE),
            "offset": str((number - 1) * _PAGE),
        }
        found = read(self._sent("GET", f"{self._shop}/receipts", params=params), "Etsy")
        return list(dicts(mapping(found).get("results")))

    def check_key(self) -> str:
        try:
            told = text(mapping(read(self._sent("GET", self._shop), "Etsy")).get("shop_id"))
        except PartnerFailed as e:
            return str(e)
        return "" if self._shop.endswith(f"/{told}") else f"The token is for shop {told}."

    # --- parcels

    def ship(self, order_id: str, parcel: ShopParcel) -> str:
        """Each one that Etsy takes is a mail to the buyer: what it has already is only named."""
        path = f"{self._shop}/receipts/{order_id}"
        if known := _told(read(self._sent("GET", path), "Etsy"), parcel):
            return known
        told = _told(read(self._sent("POST", f"{path}/tracking", json=_tracking(parcel)), "Etsy"), parcel)
        if not told:
            raise PartnerFailed(
                "shop_unreadable", "Etsy took the parcel and does not show it.", "It is looked for again."
            )
        return told

    # --- asking

    def _sent(self, method: str, path: str, **asked: Any) -> Reply:
        """A key that is refused did nothing: another one is fetched and the call is made once more."""
        reply = self._once(method, path, asked)
        if reply.status != 401:
            return reply
        self._keys.refuse()
        return self._once(method, path, asked)

    def _once(self, method: str, path: str, asked: Mapping[str, Any]) -> Reply:
        self._pace.wait()
        reply = self._client.send(method, path, **asked)
        self._pace.learn(reply)
        return reply


def _selling(settings: EtsySettings) -> Selling:
    return Selling(
        settings.shop_id,
        settings.taxonomy,
        settings.shipping_profile,
        settings.return_policy,
        settings.processing_profile,
        settings.production_partner,
    )


def order_from(found: Mapping[str, Any]) -> ShopOrder:
    """A refund is an amount: which of the lines it was for is not said, so their quantities stay, and a person looks."""
    status = text(found.get("status")).lower()
    payment = _PAYMENTS.get(status, Payment.UNPAID)
    if payment is not Payment.REFUNDED and found.get("is_paid") is not True:
        payment = Payment.UNPAID
    if payment is Payment.PAID and any(dicts(found.get("refunds"))):
        payment = Payment.PARTLY_REFUNDED
    return ShopOrder(
        id=text(found.get("receipt_id")),
        number=text(found.get("receipt_id")),
        payment=payment,
        changed_at=_moment(found),
        lines=tuple(_line(row) for row in dicts(found.get("transactions"))),
        ship_to=_address(found),
        cancelled=status == "canceled",
    )


def _line(row: Mapping[str, Any]) -> ShopLine:
    return ShopLine(
        id=text(row.get("transaction_id")),
        sku=text(row.get("sku")),
        quantity=whole(row.get("quantity")),
        title=_plain(row.get("title"))[:200],
        lettering=" ".join(filter(None, map(_own_words, dicts(row.get("variations"))))),
    )


def _own_words(told: Mapping[str, Any]) -> str:
    asked = told.get("property_id") == _PERSONALISATION or told.get("question_id") is not None
    words = _plain(told.get("formatted_value"))
    return words if asked and words.lower() != _NOTHING_ASKED else ""


def _address(found: Mapping[str, Any]) -> ShipTo | None:
    """Some apps are not shown where it goes: an order without a street waits for a person, and says so."""
    if not text(found.get("first_line")):
        return None
    return ShipTo(
        name=_plain(found.get("name")),
        line1=_plain(found.get("first_line")),
        line2=_plain(found.get("second_line")),
        city=_plain(found.get("city")),
        region=_plain(found.get("state")),
        postcode=text(found.get("zip")),
        country=text(found.get("country_iso")).upper(),
        email=text(found.get("buyer_email")),
    )


def _tracking(parcel: ShopParcel) -> dict[str, str]:
    """Without a number the receipt is marked as shipped and no more."""
    if not parcel.tracking_number:
        return {}
    carrier = _CARRIERS.get(parcel.carrier.strip().lower(), "other")
    return {"tracking_code": parcel.tracking_number, "carrier_name": carrier}


def _told(receipt: Mapping[str, Any], parcel: ShopParcel) -> str:
    """Etsy's id of it. What has no number is told by the receipt's being shipped."""
    if not parcel.tracking_number:
        return "shipped" if receipt.get("is_shipped") is True else ""
    made = (
        s for s in dicts(receipt.get("shipments")) if _number(s.get("tracking_code")) == _number(parcel.tracking_number)
    )
    return next((text(s.get("receipt_shipping_id")) for s in made), "")


def _number(told: Any) -> str:
    return "".join(text(told).split()).upper()


def _version(row: Mapping[str, Any]) -> tuple[str, datetime]:
    return text(row.get("receipt_id")), _moment(row)


def _moment(row: Mapping[str, Any]) -> datetime:
    told = row.get("updated_timestamp", row.get("update_timestamp"))
    return datetime.fromtimestamp(told if isinstance(told, int) else 0, UTC)


def _plain(value: Any) -> str:
    """Etsy writes text as it would stand in a page."""
    return html.unescape(text(value))


SHOP = ShopFactory("etsy", EtsySettings, Etsy, "Etsy: paid receipts in, tracking back; polled", called_back=False)
