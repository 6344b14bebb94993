"""Any other shop: one signed JSON message per order, as Standard Webhooks has it.

The shop posts `id`, `paid` and the rest whenever an order is placed, paid, changed or cancelled. There is nowhere to ask again, so
the signature is all there is: what it signs is believed. https://www.standardwebhooks.com
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from fulfillment.shops.base import ShopFactory, header
from fulfillment.shops.written import order_from_json
from pod.model.shoporder import NewsKind, ShopNews, ShopOrder, ShopParcel

_TOLERANCE_S = 300
"""How far the shop's clock may be from ours: an older message may be a recording."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainSettings:
    secret: str = field(
        repr=False, metadata={"help": "The secret that signs the messages: whsec_ and base64.", "secret": True}
    )
    old_secret: str = field(
        default="", repr=False, metadata={"help": "The secret before it, while it is being changed.", "secret": True}
    )


class Plain:
    name = "plain"
    rereads = False

    def __init__(self, settings: PlainSettings, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._keys = tuple(_key(s) for s in (settings.secret, settings.old_secret) if s)
        self._now = now

    def read_webhook(self, headers: Mapping[str, str], raw: bytes) -> list[ShopNews] | None:
        """`Problems` for a genuine message that cannot be read, all that is wrong with it at once."""
        event_id, sent_at = header(headers, "webhook-id"), header(headers, "webhook-timestamp")
        if not self._fresh(sent_at) or not _genuine(
            event_id, sent_at, raw, header(headers, "webhook-signature"), self._keys
        ):
            return None
        order = order_from_json(raw)
        return [ShopNews(event_id, NewsKind.ORDER, (order.id,), order)]

    def order(self, _: str) -> ShopOrder | None:
        return None

    def changed_since(self, _: datetime) -> Iterable[ShopOrder]:
        return ()

    def ship(self, _: str, __: ShopParcel) -> str:
        return ""

    def check_key(self) -> str:
        short = [key for key in self._keys if len(key) < 24]
        return f"The secret has {len(short[0])} bytes; a good one has 24 or more." if short else ""

    def _fresh(self, sent_at: str) -> bool:
        return sent_at.isdecimal() and abs(self._now().timestamp() - int(sent_at)) <= _TOLERANCE_S


def signature(event_id: str, sent_at: str, raw: bytes, key: bytes) -> str:
    said = f"{event_id}.{sent_at}.".encode() + raw
    return "v1," + base64.b64encode(hmac.new(key, said, hashlib.sha256).digest()).decode()


def _genuine(event_id: str, sent_at: str, raw: bytes, told: str, keys: Sequence[bytes]) -> bool:
    """Several signatures may be told, parted by spaces: one by each of the shop's keys."""
    made = [signature(event_id, sent_at, raw, key).encode() for key in keys]
    given = [one.encode("utf-8", "replace") for one in told.split(" ")]
    return bool(event_id) and sum(hmac.compare_digest(m, g) for m in made for g in given) > 0


def _key(secret: str) -> bytes:
    try:
        return base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except binascii.Error:
        return secret.encode()


SHOP = ShopFactory("plain", PlainSettings, Plain, "Any other shop: signed JSON messages (Standard Webhooks)")
