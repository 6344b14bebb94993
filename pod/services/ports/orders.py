"""Orders, hand-offs and shipments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from pod.model.caller import Caller
from pod.model.handoff import HandOff, HandOffState
from pod.model.listing import Needs, Page
from pod.model.order import Order, OrderState
from pod.model.routing import Routing
from pod.model.shipment import Shipment


class Orders(Protocol):
    def add(self, order: Order) -> None: ...

    def get(self, tenant_id: str, order_id: str) -> Order: ...

    def lock(self, tenant_id: str, order_id: str) -> Order:
        """As `get`, and nobody else moves the order until this transaction ends: what is decided by its state stays true.

        Whoever also wakes or renews a hand-off's job does that first: two who take both in one order never wait in a ring.
        """
        ...

    def many(self, tenant_id: str, order_ids: Sequence[str]) -> Mapping[str, Order]: ...

    def by_external_ref(self, tenant_id: str, external_ref: str) -> Order | None: ...

    def of_design(self, tenant_id: str, design_id: str) -> Sequence[Order]: ...

    def move(self, order: Order, to: OrderState, caller: Caller, reason: str = "", **changes: Any) -> Order:
        """Compare-and-set; moving to `on_hold` remembers `held_from`; `changes` are other fields of `Order`."""
        ...

    def page(
        self,
        tenant_id: str,
        *,
        state: str = "",
        product: str = "",
        q: str = "",
        needs: Needs | None = None,
        cursor: str = "",
        limit: int = 50,
        oldest_first: bool = False,
    ) -> Page[Order]:
        """`q` looks in the order's number, the customer's name and mail, and the words and ids of its designs."""
        ...

    def hold_longer(self, order: Order, caller: Caller, reason: str) -> Order:
        """Another reason for the hold there is. Whoever looked at it before has to look again."""
        ...

    def change(self, order: Order, caller: Caller, note: str, **changes: Any) -> Order:
        """Something about it that is no state. Whoever looked at it before has to look again."""
        ...

    def add_routing(self, routing: Routing) -> None: ...

    def routings(self, tenant_id: str, order_id: str) -> Sequence[Routing]:
        """Oldest first."""
        ...

    def erase_address(self, order_id: str, caller: Caller) -> None: ...

    def add_handoff(self, handoff: HandOff) -> None:
        """`Conflict`, and nothing is added, where a line of it is with another hand-off that was not cancelled."""
        ...

    def handoff(self, tenant_id: str, reference: str) -> HandOff: ...

    def handoffs(self, tenant_id: str, order_id: str) -> Sequence[HandOff]: ...

    def handoffs_of(self, tenant_id: str, order_ids: Sequence[str]) -> Sequence[HandOff]: ...

    def handoffs_named(self, tenant_id: str, references: Sequence[str]) -> Sequence[HandOff]: ...

    def handoffs_since(self, partner: str, since: datetime) -> Sequence[HandOff]:
        """Of all tenants, made since then."""
        ...

    def handoff_at(self, partner: str, reference: str, partner_order_id: str) -> HandOff | None:
        """Of any tenant, by our reference or else by the partner's own id: its account is the whole shop's."""
        ...

    def move_handoff(
        self, handoff: HandOff, to: HandOffState, caller: Caller, reason: str = "", **changes: Any
    ) -> HandOff: ...

    def page_handoffs(self, tenant_id: str, *, state: str = "", cursor: str = "", limit: int = 50) -> Page[HandOff]: ...

    def add_shipment(self, tenant_id: str, shipment: Shipment) -> bool:
        """Whether it is a parcel that was not known; of one that was, what is new is added."""
        ...

    def shipments(self, tenant_id: str, reference: str) -> Sequence[Shipment]: ...
