"""The port of orders' addresses that change after they were taken."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from pod.model.caller import Caller
from pod.model.handoff import HandOff
from pod.model.order import Order, ShipTo
from pod.model.readdress import AddressChange, AddressState


class AddressChanges(Protocol):
    def readdress(self, order: Order, to: ShipTo, caller: Caller) -> Order:
        """The order's address from now on. Compare-and-set on its revision; the history does not say the address."""
        ...

    def times(self, tenant_id: str, order_id: str) -> int:
        """How often the order's address has been changed."""
        ...

    def ask(self, handoff: HandOff, was: ShipTo, caller: Caller) -> AddressChange:
        """Its partner is to be asked. Where it is being asked already, `was` stays what the partner has."""
        ...

    def of(self, tenant_id: str, reference: str) -> AddressChange | None: ...

    def of_order(self, tenant_id: str, order_id: str) -> Sequence[AddressChange]: ...

    def move(
        self,
        change: AddressChange,
        to: AddressState,
        caller: Caller,
        reason: str = "",
        *,
        silent_since: datetime | None = None,
        held_until: datetime | None = None,
    ) -> AddressChange:
        """Compare-and-set on `revision`: `Conflict` where yet another address was asked for meanwhile."""
        ...
