"""The ledger: one row per model call, written before the call is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pod.model.money import Money
from pod.model.states import table


class LedgerState(StrEnum):
    RESERVED = "reserved"
    SUBMITTING = "submitting"
    SUBMITTED = "submitted"
    SETTLED = "settled"
    RELEASED = "released"
    UNKNOWN = "unknown"


_L = LedgerState
LEDGER_MOVES = table(
    {
        _L.RESERVED: (_L.SUBMITTING, _L.RELEASED),
        _L.SUBMITTING: (_L.SUBMITTED, _L.SETTLED, _L.RELEASED, _L.UNKNOWN),
        _L.SUBMITTED: (_L.SETTLED, _L.RELEASED, _L.UNKNOWN),
        # a lost answer counts as paid until a person or the written policy decides
        _L.UNKNOWN: (_L.SETTLED, _L.RELEASED, _L.SUBMITTED),
        _L.SETTLED: (),
        _L.RELEASED: (),
    }
)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """`estimate` is reserved against the budget; `actual` is known once settled. (`job_key`, `attempt`) is unique.

    A settled row with a `reason` was paid for and came to nothing. `visitor` is a fingerprint, another one every day.
    `sent_along` names the pictures that were put up at the service for this call, before it was made.
    """

    id: str
    tenant_id: str
    design_id: str
    job_key: str
    attempt: int
    provider: str
    model: str
    state: LedgerState
    estimate: Money
    actual: Money | None
    price_table: str
    created_at: datetime
    actor: str
    task_id: str = ""
    request_id: str = ""
    reason: str = ""
    visitor: str = ""
    sent_along: str = ""


@dataclass(frozen=True, slots=True)
class Cost:
    """What the calls of one image service have come to; `in_vain` was paid, or may have been, and brought no picture."""

    provider: str
    calls: int
    spent: Money
    in_vain: Money
