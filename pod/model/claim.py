"""Claims: what a customer, or the shop, says is wrong with what was made, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pod.model.artwork import FileRef
from pod.model.money import Money
from pod.model.states import table


class ClaimKind(StrEnum):
    DAMAGED = "damaged"
    WRONG_ITEM = "wrong_item"
    PRINT_DEFECT = "print_defect"
    LOST = "lost"
    LATE = "late"
    OTHER = "other"


class ClaimState(StrEnum):
    """`WITH_PARTNER`: the partner has been told and has not answered."""

    REPORTED = "reported"
    WITH_PARTNER = "with_partner"
    REFUNDED = "refunded"
    REPRINTED = "reprinted"
    REFUSED = "refused"


_C = ClaimState
CLAIM_MOVES = table(
    {
        _C.REPORTED: (_C.WITH_PARTNER, _C.REFUNDED, _C.REPRINTED, _C.REFUSED),
        _C.WITH_PARTNER: (_C.REFUNDED, _C.REPRINTED, _C.REFUSED),
        # what was refused may be looked at again; money that went back, and a reprint, are not taken back
        _C.REFUSED: (_C.REPORTED,),
        _C.REFUNDED: (),
        _C.REPRINTED: (),
    }
)

UNSETTLED = (_C.REPORTED, _C.WITH_PARTNER)


class Payer(StrEnum):
    """Who bears what a claim costs."""

    PARTNER = "partner"
    SHOP = "shop"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class Claim:
    """`item_ids` are the lines that it is about, none for all; `reference` the hand-off that they went by.

    `answer` is what the partner, or else the shop, said of it; `cost` what was paid back, borne by `payer`; `reprint_id` the
    order that makes it again.
    """

    id: str
    tenant_id: str
    order_id: str
    reference: str
    partner: str
    kind: ClaimKind
    words: str
    created_at: datetime
    actor: str
    state: ClaimState = ClaimState.REPORTED
    item_ids: tuple[str, ...] = ()
    pictures: tuple[FileRef, ...] = ()
    answer: str = ""
    payer: Payer | None = None
    cost: Money | None = None
    reprint_id: str = ""
    revision: int = 0
