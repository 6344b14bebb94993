"""A shop in the hand: it has the orders that a test puts there, signs its messages, and can be made unreachable."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from pod.model.errors import PartnerFailed
from pod.model.shoporder import NewsKind, ShopNews, ShopOrder, ShopParcel

GENUINE = {"signature": "genuine"}


@dataclass
class Storefront:
    name: str = "storefront"
    rereads: bool = True
    orders: dict[str, ShopOrder] = field(default_factory=dict)
    parcels: list[tuple[str, ShopParcel]] = field(default_factory=list)
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
        known = [
            n for n, (o, p) in enumerate(self.parcels) if (o, p.tracking_number) == (order_id, parcel.tracking_number)
        ]
        if not known:
            self.parcels.append((order_id, parcel))
        return f"told-{known[0] if known else len(self.parcels) - 1}"

    def check_key(self) -> str:
        return ""

    def _reached(self) -> None:
        if self.out_of_reach:
            raise PartnerFailed("shop_unreachable", "The storefront could not be asked.", "It is asked again.")
