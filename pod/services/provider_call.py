"""One call of a provider, as decisions that can be tested as tables: how it is made, and what its answer means.

The ledger row of a call is committed as `submitting` before the provider is asked. Whoever finds it there after a crash
does not know whether the call arrived, and does what that provider can bear.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pod.model.design import Candidate, Design
from pod.model.ledger import LedgerRow, LedgerState
from pod.providers.base import NEXT_PROVIDER, SAFE_TO_REPEAT, Capabilities, OutcomeKind, Provider, ProviderRequest


class How(StrEnum):
    """`SUBMIT_AGAIN` is the same call under the same key, of a provider that takes it as one. `NOBODY_KNOWS` asks nobody."""

    SUBMIT = "submit"
    SUBMIT_AGAIN = "submit_again"
    POLL = "poll"
    LOOK_UP = "look_up"
    NOBODY_KNOWS = "nobody_knows"


class Verdict(StrEnum):
    """What follows from an answer without a picture. `REPEAT` is a new call, `ASK_AGAIN` another look at this one."""

    REPEAT = "repeat"
    ASK_AGAIN = "ask_again"
    NEXT_PROVIDER = "next_provider"
    LOST = "lost"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Call:
    """A call that stands in the ledger, with the design and the candidate as they were when it was announced."""

    design: Design
    candidate: Candidate
    provider: Provider
    request: ProviderRequest
    row: LedgerRow
    how: How


def how_to_ask(found: LedgerState, can: Capabilities) -> How:
    """From the state in which the row was found, before it was moved to `submitting`."""
    if found is LedgerState.RESERVED or can.local_cpu:
        # what this machine draws itself costs nothing, and nothing of it outlives a call that was cut off
        return How.SUBMIT
    if found is LedgerState.SUBMITTED:
        return How.POLL
    if can.idempotent:
        return How.SUBMIT_AGAIN
    return How.LOOK_UP if can.finds_by_key else How.NOBODY_KNOWS


def can_be_asked_about(call: Call) -> bool:
    """Whether what it brought can be had once more under its row: by its task, its key, or a look-up."""
    return how_to_ask(call.row.state, call.provider.capabilities) is not How.NOBODY_KNOWS


LOOKS = frozenset({How.POLL, How.LOOK_UP})
SUBMITS = frozenset({How.SUBMIT, How.SUBMIT_AGAIN})


def verdict(how: How, kind: OutcomeKind, can: Capabilities, *, ended: bool = False, not_there: bool = False) -> Verdict:
    """A refusal is a reason for a new call only where it answers the first one under its row.

    Under a row that was sent before, the same refusal says only that this look did not succeed: what was sent may be at
    work, and paid. A provider that refuses a *poll* or a *look-up* is asked again, and nothing is bought anew. Only where it
    says that the task itself has `ended`, without a picture and without a charge, is that an answer to the first call.

    A task that is `not_there` may show yet, and is looked for again; a look that was itself the wrong question is not
    repeated, and says nothing about what was paid.
    """
    if not_there:
        return Verdict.ASK_AGAIN
    if how in LOOKS and kind is OutcomeKind.INVALID_REQUEST and not ended:
        return Verdict.LOST
    if kind is OutcomeKind.UNKNOWN:
        submitted = how in SUBMITS
        return Verdict.ASK_AGAIN if submitted and (can.idempotent or can.finds_by_key) else Verdict.LOST
    if how is not How.SUBMIT and not ended and kind in SAFE_TO_REPEAT | NEXT_PROVIDER:
        return Verdict.ASK_AGAIN
    if kind in SAFE_TO_REPEAT:
        return Verdict.REPEAT
    return Verdict.NEXT_PROVIDER if kind in NEXT_PROVIDER else Verdict.FAIL
