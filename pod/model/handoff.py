"""Hand-offs: one order's items at one partner, sent with effect exactly once.

`sending` and `confirming` are written *before* the call is made. Whoever finds a hand-off there, or at `unknown`, looks
it up at the partner before anything is sent again.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pod.model.money import Money
from pod.model.states import table

REFERENCE = re.compile(r"^[a-z0-9]{1,32}$")
"""Every partner's field for an external id takes this: Printful's limit is 32 characters."""


HANDOFF_PREFIX = "job"


def new_reference(*named_by: object) -> str:
    """A hand-off's stable name at its partner: never another one for a retry.

    It follows from what it hands off, so that one that was forgotten, by the restore of a backup, has the same name when it
    comes again, and is found under it.
    """
    return HANDOFF_PREFIX + hashlib.sha256(json.dumps(named_by).encode()).hexdigest()[:20]


class HandOffState(StrEnum):
    WAITING = "waiting"
    PREPARED = "prepared"
    SENDING = "sending"
    ACCEPTED = "accepted"
    WAITING_PARTNER = "waiting_partner"
    READY_TO_CONFIRM = "ready_to_confirm"
    CONFIRMING = "confirming"
    CONFIRMED = "confirmed"
    IN_PRODUCTION = "in_production"
    PARTLY_SHIPPED = "partly_shipped"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    UNKNOWN = "unknown"
    ON_HOLD = "on_hold"
    REJECTED = "rejected"
    CANCEL_REQUESTED = "cancel_requested"
    CANCELLED = "cancelled"
    CANCEL_REFUSED = "cancel_refused"
    RETURNED = "returned"
    FAILED = "failed"


_H = HandOffState

RANK = {
    state: rank
    for rank, state in enumerate(
        (
            _H.WAITING,
            _H.PREPARED,
            _H.SENDING,
            _H.ACCEPTED,
            _H.WAITING_PARTNER,
            _H.READY_TO_CONFIRM,
            _H.CONFIRMING,
            _H.CONFIRMED,
            _H.IN_PRODUCTION,
            _H.PARTLY_SHIPPED,
            _H.SHIPPED,
            _H.DELIVERED,
        )
    )
}
"""Partner news may raise a hand-off's rank, never lower it. States aside have none."""

_OPEN = tuple(RANK)[:-1]
AT_PARTNER = (
    _H.ACCEPTED,
    _H.WAITING_PARTNER,
    _H.READY_TO_CONFIRM,
    _H.CONFIRMED,
    _H.IN_PRODUCTION,
    _H.PARTLY_SHIPPED,
    _H.SHIPPED,
    _H.DELIVERED,
)
_ASIDE = (_H.ON_HOLD, _H.REJECTED, _H.CANCEL_REQUESTED, _H.FAILED)


def _onwards(state: HandOffState) -> tuple[HandOffState, ...]:
    """Every state at the partner that ranks higher: news may skip steps."""
    return tuple(s for s in AT_PARTNER if RANK[s] > RANK[state])


HANDOFF_MOVES = table(
    {
        # after a restore nobody knows whether it was sent before
        _H.WAITING: (_H.PREPARED, _H.UNKNOWN, _H.ON_HOLD, _H.CANCELLED, _H.FAILED),
        # back to waiting where it goes to another address than it was prepared for
        _H.PREPARED: (_H.WAITING, _H.SENDING, _H.UNKNOWN, _H.ON_HOLD, _H.CANCELLED, _H.FAILED),
        # what surely never left goes out again as it was prepared, or is checked anew where it goes elsewhere by now
        _H.SENDING: (_H.UNKNOWN, *_onwards(_H.SENDING), *_ASIDE, _H.PREPARED, _H.WAITING),
        _H.ACCEPTED: (_H.CONFIRMING, *_onwards(_H.ACCEPTED), *_ASIDE),
        _H.WAITING_PARTNER: (_H.CONFIRMING, *_onwards(_H.WAITING_PARTNER), *_ASIDE),
        _H.READY_TO_CONFIRM: (_H.CONFIRMING, *_onwards(_H.READY_TO_CONFIRM), *_ASIDE),
        _H.CONFIRMING: (_H.UNKNOWN, _H.READY_TO_CONFIRM, *_onwards(_H.CONFIRMING), *_ASIDE),
        _H.CONFIRMED: (*_onwards(_H.CONFIRMED), *_ASIDE),
        _H.IN_PRODUCTION: (*_onwards(_H.IN_PRODUCTION), *_ASIDE),
        _H.PARTLY_SHIPPED: (*_onwards(_H.PARTLY_SHIPPED), _H.ON_HOLD, _H.RETURNED, _H.FAILED),
        _H.SHIPPED: (_H.DELIVERED, _H.RETURNED, _H.FAILED),
        _H.DELIVERED: (_H.RETURNED,),
        # a look-up decides: surely absent goes back to prepared, or to be checked anew; found goes on
        _H.UNKNOWN: (_H.PREPARED, _H.WAITING, *AT_PARTNER, *_ASIDE),
        _H.ON_HOLD: (*_OPEN, _H.UNKNOWN, _H.CANCELLED, _H.CANCEL_REQUESTED, _H.FAILED),
        # by hand only: back to being checked, or put away for a new hand-off where the partner has used up the name
        _H.REJECTED: (_H.WAITING, _H.ON_HOLD, _H.CANCELLED, _H.FAILED),
        # held where only a person can find out whether it is there
        _H.CANCEL_REQUESTED: (_H.CANCELLED, _H.CANCEL_REFUSED, _H.ON_HOLD),
        _H.CANCEL_REFUSED: (*AT_PARTNER, _H.CANCEL_REQUESTED, _H.CANCELLED, _H.FAILED),
        _H.RETURNED: (),
        _H.CANCELLED: (),
        _H.FAILED: (),
    }
)


@dataclass(frozen=True, slots=True)
class HandOff:
    """`reference` (at most 32 of a-z 0-9) is its name at the partner, stable over every attempt.

    `refused` is why its partner did not want it, where another is looked for instead. `quoted` is what the partner asked for at
    `quoted_at`, before it was sent; `cost` what it takes. `asked_at` is when a person last asked for it to go out, and `looked_at`
    when its partner last knew nothing of it, though it might have.
    """

    reference: str
    tenant_id: str
    order_id: str
    partner: str
    state: HandOffState
    item_ids: tuple[str, ...]
    created_at: datetime
    actor: str
    partner_order_id: str = ""
    attempts: int = 0
    sent_at: datetime | None = None
    asked_at: datetime | None = None
    looked_at: datetime | None = None
    payload_sha256: str = ""
    reason: str = ""
    held_from: str = ""
    held_until: datetime | None = None
    held_by: str = ""
    quoted: Money | None = None
    quoted_at: datetime | None = None
    cost: Money | None = None
    refused: str = ""
