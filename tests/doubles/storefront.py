"""A shop in the hand: it has the orders that a test puts there, signs its messages, and can be made unreachable.

What it has been told of parcels outlives a killed process in its `book`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from pod.model.errors import PartnerFailed
from pod.model.shoporder import NewsKind, ShopNews, ShopOrder, ShopParcel

GENUINE = {"signature": "genuine"}


@dataclass
class Storefront:
    book: Path
    name: str = "storefront"
    rereads: bool = True
    orders: dict[str, ShopOrder] = field(default_factory=dict)
    out_of_reach: bool = False

    def read_webhook(self, headers: Mapping[str, str], raw: bytes) -> list[ShopNews] | None:
        if headers.get("signature") != "genuine":
            return None
        told = json.loads(raw)
        kind = NewsKind(told.get("kind", "order"))
        order = None if self.rereads or kind is not NewsKind.ORDER else self.orders[told["order"]]
        return [ShopNews(told["event"], kind, tuple(told.get("orders", [told.get("order", "")])), order)]

    def order(self, order_id: str) -> ShopOrder | None:
        self._reached()
        return self.orders.get(order_id)

    def changed_since(self, moment: datetime) -> Iterator[ShopOrder]:
        self._reached()
        yield from sorted((o for o in self.orders.values() if o.changed_at >= moment), key=lambda o: o.changed_at)

    def ship(self, order_id: str, parcel: ShopParcel) -> str:
        self._reached()
        known = [p.tracking_number for o, p in self.parcels if o == order_id]
        if parcel.tracking_number not in known:
            with self.book.open("a", encoding="utf-8") as book:
                book.write(json.dumps([order_id, asdict(parcel)]) + "\n")
        return f"told-{parcel.tracking_number}"

    @property
    def parcels(self) -> list[tuple[str, ShopParcel]]:
        lines = self.book.read_text(encoding="utf-8").splitlines() if self.book.exists() else []
        return [(order, ShopParcel(**parcel)) for order, parcel in map(json.loads, lines)]

    def check_key(self) -> str:
        return ""

    def _reached(self) -> None:
        if self.out_of_reach:
            raise PartnerFailed("shop_unreachable", "The storefront could not be asked.", "It is asked again.")
