"""The port of the shops' orders in the store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from pod.model.caller import Caller
from pod.model.listing import Page
from pod.model.shoporder import IntakeState, ShopOrder, TakenOrder


class ShopOrders(Protocol):
    def record(self, caller: Caller, shop: str, order: ShopOrder, *, present: bool = False) -> bool:
        """Whether this was news: an order that is here as it was then, or as it became later, is left alone.

        `present`: it was read in the shop at this moment. Shops tell the time in seconds: of two states of one second, it is
        the later.
        """
        ...

    def get(self, tenant_id: str, shop: str, order_id: str) -> TakenOrder: ...

    def placed_as(self, tenant_id: str, order_id: str) -> TakenOrder | None: ...

    def change(self, taken: TakenOrder, **changes: Any) -> TakenOrder:
        """Compare-and-set on `revision`; for everything but the state."""
        ...

    def move(self, taken: TakenOrder, to: IntakeState, caller: Caller, note: str = "", **changes: Any) -> TakenOrder:
        """Compare-and-set, with a history row under ``<shop>:<id>``. Once `order_id` is set, the address is no longer kept."""
        ...

    def page(
        self, tenant_id: str, *, state: str = "", q: str = "", cursor: str = "", limit: int = 50
    ) -> Page[TakenOrder]: ...

    def erase(self, tenant_id: str, shop: str, order_id: str) -> None:
        """The address that waits here for its order to be placed."""
        ...

    def told(self, shop: str, shop_order_id: str) -> frozenset[str]:
        """Ids of the shipments that the shop has been told of."""
        ...

    def note_told(self, caller: Caller, shop: str, shop_order_id: str, shipment_id: str, told_as: str) -> None: ...

    def untold(self, tenant_id: str, shops: Sequence[str], limit: int = 100) -> Sequence[TakenOrder]:
        """Placed orders with a shipment that their shop, one of `shops`, has not been told of. Newest first: those that cannot be
        told must not stand in the way of the others for ever."""
        ...

    def read_until(self, shop: str) -> datetime | None: ...

    def note_read(self, caller: Caller, shop: str, until: datetime) -> None:
        """Never backwards."""
        ...
