"""Another address for an order that is at a partner already: asked for there, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pod.model.order import ShipTo
from pod.model.states import table


class AddressState(StrEnum):
    """`UNANSWERED`: asked for, and its partner has said nothing for so long that a person decides. `WITHDRAWN`: the partner
    cannot change it; what it has is called off, to be sent once more to the new address. `FORMER`: by a person's word it goes
    to the address that its partner has."""

    REQUESTED = "requested"
    UNANSWERED = "unanswered"
    WITHDRAWN = "withdrawn"
    CHANGED = "changed"
    REFUSED = "refused"
    FORMER = "former"


_A = AddressState
ADDRESS_MOVES = table(
    {
        # asked for once more, with yet another address
        _A.REQUESTED: (_A.REQUESTED, _A.UNANSWERED, _A.WITHDRAWN, _A.CHANGED, _A.REFUSED),
        # an answer may still come; only a person ends it otherwise
        _A.UNANSWERED: (_A.REQUESTED, _A.WITHDRAWN, _A.CHANGED, _A.REFUSED, _A.FORMER),
        _A.WITHDRAWN: (_A.CHANGED, _A.REFUSED),
        _A.CHANGED: (_A.REQUESTED,),
        # it was let go on by hand, and is asked about once more
        _A.REFUSED: (_A.REQUESTED, _A.REFUSED, _A.UNANSWERED, _A.CHANGED, _A.WITHDRAWN, _A.FORMER),
        # yet another address; or its partner had nothing of it, and it was sent to the new one
        _A.FORMER: (_A.REQUESTED, _A.CHANGED),
    }
)

UNSETTLED = (_A.REQUESTED, _A.UNANSWERED, _A.REFUSED)
"""The partner has another address than the order: nothing is confirmed to it."""


DECIDABLE = (_A.UNANSWERED, _A.REFUSED, _A.FORMER)
"""What a person says once more of."""


class AddressDecision(StrEnum):
    """A person's word about a partner that does not answer, or does not want to."""

    ASK_AGAIN = "ask_again"
    FORMER = "former"


@dataclass(frozen=True, slots=True)
class AddressChange:
    """One for each hand-off. `was` is the address that its partner has had until now; `reason` what was answered.

    `silent_since` is when its partner first had no answer to what is asked for now, and `held_until` when a person should have
    decided about one that has none. It is only shown: nothing is decided by time.
    """

    reference: str
    tenant_id: str
    order_id: str
    state: AddressState
    created_at: datetime
    actor: str
    was: ShipTo
    reason: str = ""
    silent_since: datetime | None = None
    held_until: datetime | None = None
    revision: int = 0
