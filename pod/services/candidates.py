"""A candidate's beginning and its end, in the caller's transaction: begun, kept, failed, and what that does to its design."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from pod.model.artwork import Artwork, Provenance
from pod.model.brief import Prompt
from pod.model.caller import Caller
from pod.model.design import Candidate, CandidateState, Design, DesignState
from pod.model.errors import Unavailable
from pod.model.findings import Findings
from pod.model.ledger import LedgerRow, LedgerState
from pod.model.money import Money
from pod.providers.base import Outcome, OutcomeKind
from pod.services.asking import ledger_key
from pod.services.editing.finishing import edited_artwork, like
from pod.services.enlarging import close_enlarging
from pod.services.picturework import CheckedPicture
from pod.services.ports import Tx
from pod.services.provider_call import Call

LOST = LedgerState.UNKNOWN
OPEN = (LedgerState.RESERVED, LedgerState.SUBMITTING, LedgerState.SUBMITTED)
ENDED = (CandidateState.READY, CandidateState.FAILED)

_SENTENCES = {
    OutcomeKind.BLOCKED: "The image service refused to draw this.",
    OutcomeKind.NO_IMAGE: "The image service answered without a picture that can be used.",
    OutcomeKind.WRONG_SIZE: "The picture came back smaller than asked for.",
    OutcomeKind.INVALID_REQUEST: "The image service could not use this request.",
    OutcomeKind.AUTH: "The image service did not accept our key.",
    OutcomeKind.QUOTA: "The image service's quota is used up.",
    OutcomeKind.RATE_LIMITED: "The image service asks us to wait.",
    OutcomeKind.UNAVAILABLE: "The image service does not answer.",
    OutcomeKind.MODEL_GONE: "The image model has been switched off.",
    OutcomeKind.UNKNOWN: "The answer was lost: the picture may have been paid for. An operator can ask for it again;"
    " both calls are booked then.",
}


def begun(tx: Tx, me: Caller, candidate: Candidate) -> tuple[Design, Candidate]:
    """Design and candidate moved to being drawn, unless an earlier run has done so."""
    if candidate.state is CandidateState.QUEUED:
        # this holds the design's row, so that of several candidates that begin at once only one moves the design
        candidate = tx.designs.move_candidate(me.tenant_id, candidate, CandidateState.DRAWING)
    design = tx.designs.get(me.tenant_id, candidate.design_id)
    if design.state is DesignState.BRIEFED:
        design = tx.designs.move(design, DesignState.GENERATING, me)
    return design, candidate


def sentence(answer: Outcome) -> str:
    return f"{_SENTENCES[answer.kind]} {answer.reason}".strip()


def given_up(rows: Sequence[LedgerRow]) -> frozenset[str]:
    """Who is not asked again for this candidate: they have refused it, or delivered what could not be used."""
    return frozenset(r.provider for r in rows if r.reason and r.state in (LedgerState.RELEASED, LedgerState.SETTLED))


def close(tx: Tx, me: Caller, row: LedgerRow, answer: Outcome) -> None:
    """Booked with what was charged, or released where nothing was; either way with the reason."""
    if answer.cost and answer.cost.micros:
        tx.ledger.move(row, LedgerState.SETTLED, me, actual=answer.cost, reason=sentence(answer))
    else:
        tx.ledger.move(row, LedgerState.RELEASED, me, reason=sentence(answer))


def book_unstored(tx: Tx, me: Caller, call: Call, cost: Money, why: Unavailable) -> None:
    """A picture that was delivered, cannot be kept, and cannot be had once more: paid, and asked for again by an operator
    alone, as what was lost is."""
    reason = f"Paid, not stored: {why.message}"
    tx.ledger.move(call.row, LedgerState.SETTLED, me, actual=cost, reason=reason)
    told = (
        f"The picture was drawn and paid for, and could not be stored: {why.message} Once there is room, an operator can ask for"
        " it again; both calls are booked then."
    )
    end_failed(tx, me, call.candidate, OutcomeKind.UNKNOWN.value, told)


def close_rows(tx: Tx, me: Caller, candidate: Candidate, reason: str) -> None:
    """What was never sent, or is free, is released; what was sent may have to be paid."""
    close_enlarging(tx, me, ledger_key(candidate))
    for row in tx.ledger.for_job(me.tenant_id, ledger_key(candidate)):
        if row.state not in OPEN:
            continue
        owed = row.state is not LedgerState.RESERVED and row.estimate.micros > 0
        tx.ledger.move(row, LOST if owed else LedgerState.RELEASED, me, reason=reason)


def keep(
    tx: Tx, me: Caller, candidate: Candidate, artwork: Artwork, checked: CheckedPicture, prompt: Prompt | None = None
) -> Artwork:
    """Artwork and candidate, and the design when this was the last one, in the caller's transaction. An edited picture
    has its places for type from the one before, where whoever drew it knows of none."""
    if candidate.edit:
        artwork = like(edited_artwork(tx, me.tenant_id, candidate.edit), artwork)
    tx.designs.add_artwork(me.tenant_id, artwork)
    tx.designs.move_candidate(
        me.tenant_id,
        candidate,
        CandidateState.READY,
        artwork_id=artwork.id,
        outcome=OutcomeKind.OK.value,
        findings=checked.findings,
        prompt=prompt,
    )
    complete(tx, me, candidate.design_id)
    return artwork


def end_failed(tx: Tx, me: Caller, candidate: Candidate, outcome: str, reason: str) -> None:
    close_rows(tx, me, candidate, reason)
    _, candidate = begun(tx, me, candidate)
    tx.designs.move_candidate(
        me.tenant_id, candidate, CandidateState.FAILED, outcome=outcome, reason=reason, findings=Findings()
    )
    complete(tx, me, candidate.design_id)


def complete(tx: Tx, me: Caller, design_id: str) -> None:
    """When no candidate is at work any more, the design moves on."""
    design = tx.designs.get(me.tenant_id, design_id)
    if design.state is not DesignState.GENERATING or any(c.state not in ENDED for c in design.drawings):
        return
    failed = [c for c in design.drawings if c.state is CandidateState.FAILED]
    if len(failed) < len(design.drawings):
        tx.designs.move(design, DesignState.ARTWORK_READY, me)
    elif all(c.outcome == OutcomeKind.BLOCKED.value for c in failed):
        tx.designs.move(design, DesignState.REFUSED, me, failed[0].reason)
    else:
        tx.designs.move(design, DesignState.FAILED, me, failed[0].reason)


def provenance_of(call: Call, answer: Outcome, checked: CheckedPicture, now: datetime) -> Provenance:
    picture = answer.picture
    return Provenance(
        provider=call.provider.name,
        model=answer.model,
        prompt_fingerprint=call.request.prompt.fingerprint,
        made_at=now,
        request_id=answer.request_id,
        seed=call.request.seed,
        cost=answer.cost,
        reference_sha256="" if call.candidate.edit else call.design.brief.reference_sha256,
        credits=picture.credits if picture else (),
        notes=(*(picture.notes if picture else ()), *checked.notes),
    )
