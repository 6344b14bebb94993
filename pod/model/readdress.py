"""Another address for an order that is at a partner already: asked for there, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pod.model.order import ShipTo
from pod.model.states import table


class AddressState(StrEnum):
    """`WITHDRAWN`: the partner cannot change it; what it has is called off, to be sent once more to the new address."""

    REQUESTED = "requested"
    WITHDRAWN = "withdrawn"
    CHANGED = "changed"
    REFUSED = "refused"


_A = AddressState
ADDRESS_MOVES = table(
    {
        # asked for once more, with yet another address
        _A.REQUESTED: (_A.REQUESTED, _A.WITHDRAWN, _A.CHANGED, _A.REFUSED),
        _A.WITHDRAWN: (_A.CHANGED, _A.REFUSED),
        _A.CHANGED: (_A.REQUESTED,),
        # it was let go on by hand, and is asked about once more
        _A.REFUSED: (_A.REQUESTED, _A.CHANGED, _A.WITHDRAWN),
    }
)

UNSETTLED = (_A.REQUESTED, _A.REFUSED)
"""The partner has another address than the order: nothing is confirmed to it."""


@dataclass(frozen=True, slots=True)
class AddressChange:
    """One for each hand-off. `was` is the address that its partner has had until now; `reason` what was answered."""

    reference: str
    tenant_id: str
    order_id: str
    state: AddressState
    created_at: datetime
    actor: str
    was: ShipTo
    reason: str = ""
    revision: int = 0
