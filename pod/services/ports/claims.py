"""Claims in the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from pod.model.caller import Caller
from pod.model.claim import Claim, ClaimState, Payer
from pod.model.listing import Page
from pod.model.money import Money


class Claims(Protocol):
    """Every move is a history row under the claim's id."""

    def add(self, claim: Claim, caller: Caller) -> bool:
        """False where the same claim, by its id, is there already."""
        ...

    def get(self, tenant_id: str, claim_id: str) -> Claim: ...

    def of_order(self, tenant_id: str, order_id: str) -> Sequence[Claim]:
        """Oldest first."""
        ...

    def move(self, claim: Claim, to: ClaimState, caller: Caller, note: str = "", **changes: Any) -> Claim:
        """Compare-and-set on state and revision; `changes` are other fields of `Claim`."""
        ...

    def page(self, tenant_id: str, *, state: str = "", cursor: str = "", limit: int = 50) -> Page[Claim]: ...

    def costs(self, tenant_id: str) -> Mapping[Payer, Sequence[Money]]:
        """What was paid back so far, by who bears it: an amount for each currency."""
        ...

    def erase(self, tenant_id: str, order_id: str) -> int:
        """A customer's words and pictures of this order's claims. How many claims there were."""
        ...
