"""What the store knows of a customer, wherever it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from pod.model.caller import Caller


class Customers(Protocol):
    def orders_of(self, tenant_id: str, wanted: str) -> Sequence[str]:
        """Ids of the orders with this id, this number, this mail, or this street and postcode. Erased ones only by number."""
        ...

    def reprints_of(self, order_id: str) -> Sequence[str]:
        """Ids of its reprints, and of theirs: they went to the same address."""
        ...

    def waiting_of(self, tenant_id: str, wanted: str) -> Sequence[tuple[str, str]]:
        """(shop, id) of the shops' orders whose address is kept here because they have not been placed."""
        ...

    def all_orders(self) -> Sequence[tuple[str, str, str]]:
        """(tenant, id, reference) of every order there is."""
        ...

    def all_waiting(self) -> Sequence[tuple[str, str, str]]:
        """(tenant, shop, id) of every shop's order that no order was placed for."""
        ...

    def unsay(self, tenant_id: str, design_id: str) -> None:
        """Takes a design's words out of everything that says them: brief, recipes, checks, history, and what shows it. The print
        files stay, and every hash."""
        ...

    def erase(self, order_id: str, caller: Caller) -> dict[str, int]:
        """Everything of the order that leads to its customer: {what: how many}. Once it is gone, nothing more is found."""
        ...
