"""Until when a partner takes a claim: its own terms, counted from the delivery of the hand-off that it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from fulfillment.base import Partner
from fulfillment.terms import Terms, terms_of
from pod.model.claim import Claim
from pod.model.handoff import HandOff, HandOffState
from pod.services.ports import Tx

_DAY_S = 86_400.0


@dataclass(frozen=True, slots=True)
class Window:
    """`closes_at` is None while nothing has left. `from_delivery` is False where no delivery was reported: then the day on
    which the last parcel left is counted from, and the partner may grant more."""

    terms: Terms
    closes_at: datetime | None
    from_delivery: bool

    def days_left(self, now: datetime) -> int | None:
        """Whole days; below 0 when it has closed."""
        return int((self.closes_at - now).total_seconds() // _DAY_S) if self.closes_at else None


def window_of(tx: Tx, claim: Claim | HandOff, partners: Mapping[str, Partner]) -> Window | None:
    """Of a claim, or of a hand-off that one may be made for. None where nobody has said for how long the partner takes claims. One that is set up may have agreed on something."""
    partner = partners.get(claim.partner)
    terms = partner.terms if partner else terms_of(claim.partner)
    if terms.window is None:
        return None
    moves = tx.designs.history(claim.tenant_id, claim.reference)
    delivered = [row.at for row in moves if row.became == HandOffState.DELIVERED.value]
    parcels = [p.shipped_at for p in tx.orders.shipments(claim.tenant_id, claim.reference) if p.shipped_at]
    left = [row.at for row in moves if row.became in (HandOffState.SHIPPED.value, HandOffState.PARTLY_SHIPPED.value)]
    known = (delivered or parcels or left)[-1:]
    return Window(terms, known[0] + terms.window if known else None, bool(delivered))
