"""What follows from an image service's answer: a picture that is kept or asked for again, another look, another service, an end.

Each method takes the call as it was announced and leaves the ledger true: paid, released, or unknown.
"""

from __future__ import annotations

import math
import secrets
from dataclasses import replace
from datetime import datetime

from pod.failpoints import fail_at
from pod.model.artwork import Artwork, Provenance
from pod.model.caller import Caller
from pod.model.design import Candidate
from pod.model.errors import Unavailable
from pod.model.job import Done, Job, JobOutcome, Lane, Later, Retry
from pod.model.ledger import LedgerState
from pod.providers.base import Outcome, OutcomeKind, Pending, Picture
from pod.services.asking import ledger_key
from pod.services.candidates import (
    LOST,
    book_unstored,
    close,
    end_failed,
    given_up,
    keep,
    provenance_of,
    sentence,
)
from pod.services.editing.finishing import add_edited
from pod.services.enlarging import close_enlarging
from pod.services.picturework import CheckedPicture
from pod.services.ports import Tx
from pod.services.provider_call import Call, How, Verdict, can_be_asked_about, verdict
from pod.services.recipes import own_words
from pod.services.repairing import taken, went_without
from pod.services.router import health_after, model_of
from pod.services.screening import screened
from pod.services.toolbox import Toolbox

TRIES = 3
"""How often one provider is asked anew after a refusal, and how often picture work that broke off is done again."""

_POLL_AT_MOST_EVERY_S = 1.0
_ASK_AGAIN_S = 15.0
SHOWS_WITHIN_S = 600.0
"""A task that its service does not know ten minutes after it was taken on will not show any more."""


class Answers:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def conclude(
        self, job: Job, me: Caller, call: Call, answer: Outcome | Pending | None, checked: CheckedPicture | None
    ) -> JobOutcome:
        if answer is None:
            self.release(job, me, call)
            return Later(0.0, "it had never arrived")
        if isinstance(answer, Pending):
            return self._wait(job, me, call, answer)
        self._remember(job, me, call, answer)
        if checked:
            return self._succeed(job, me, call, answer, checked)
        if answer.kind is OutcomeKind.OK:
            # something was delivered, so it was paid for, whatever it is
            answer = replace(answer, kind=OutcomeKind.NO_IMAGE, cost=answer.cost or call.row.estimate)
        follows = {
            Verdict.REPEAT: self._repeat,
            Verdict.ASK_AGAIN: self._ask_again,
            Verdict.NEXT_PROVIDER: self._go_elsewhere,
            Verdict.LOST: self._lose,
            Verdict.FAIL: self._end,
        }
        if answer.kind is OutcomeKind.WRONG_SIZE and self._tools.on_wrong_size == "elsewhere":
            return self._go_elsewhere(job, me, call, answer)
        can = call.provider.capabilities
        follow = verdict(call.how, answer.kind, can, ended=answer.ended, not_there=answer.not_there)
        return follows[follow](job, me, call, answer)

    def _remember(self, job: Job, me: Caller, call: Call, answer: Outcome) -> None:
        """What the answer says about the service, for all workers."""
        name, can, now = call.provider.name, call.provider.capabilities, self._tools.clock.now()
        if can.local_cpu or call.how is How.NOBODY_KNOWS:
            return
        took_ms = round((now - self._last(call, LedgerState.SUBMITTING)).total_seconds() * 1000)
        with self._tools.fenced(job) as tx:
            tx.health.change(name, lambda health: health_after(health, answer, now, took_ms))
            # of a look, "not found" is said of the task
            if answer.kind is OutcomeKind.MODEL_GONE and (call.how is How.SUBMIT or answer.ended):
                tx.health.bury(me, name, model_of(call.provider, call.request), answer.reason)

    def _wait(self, job: Job, me: Caller, call: Call, answer: Pending) -> JobOutcome:
        if call.row.state is LedgerState.SUBMITTING:
            with self._tools.fenced(job) as tx:
                tx.ledger.move(call.row, LedgerState.SUBMITTED, me, task_id=answer.task_id)
            fail_at("task_after_commit")
        elif self._out_of_patience(call):
            return self._lose(job, me, call, Outcome(OutcomeKind.UNKNOWN))
        return Later(max(_POLL_AT_MOST_EVERY_S, answer.poll_after_s), "the provider is at work")

    def _succeed(self, job: Job, me: Caller, call: Call, answer: Outcome, checked: CheckedPicture) -> JobOutcome:
        provenance = provenance_of(call, answer, checked, self._tools.clock.now())
        cost = answer.cost or call.row.estimate
        checked, picture = self._without_refused_words(call.design.tenant_id, checked, answer.picture)
        try:
            artwork = stored_artwork(self._tools, call.design.id, checked, picture, provenance)
        except Unavailable as e:
            if can_be_asked_about(call):
                raise
            with self._tools.fenced(job) as tx:
                why = book_unstored(tx, me, call, cost, e)
                return self.without(tx, me, call.candidate, OutcomeKind.UNKNOWN.value, why)
        candidate, prompt, next_job, again = call.candidate, call.request.prompt, 0, False
        with self._tools.fenced(job) as tx:
            tx.ledger.move(call.row, LedgerState.SETTLED, me, actual=cost, request_id=answer.request_id)
            close_enlarging(tx, me, call.row.job_key)
            if candidate.edit:
                artwork = keep(tx, me, candidate, artwork, checked, prompt)
                next_job = add_edited(self._tools, tx, me, candidate, artwork)
            else:
                again = taken(self._tools, tx, me, candidate, artwork, checked.findings, prompt)
        fail_at("candidate_after_commit")
        self.kick_next(next_job)
        return Later(0.0, "it is asked for again, for a better one") if again else Done()

    def kick_next(self, job_id: int) -> None:
        if job_id:
            self._tools.dispatcher.kick(job_id, Lane.RENDER)

    def without(self, tx: Tx, me: Caller, candidate: Candidate, outcome: str, why: str) -> JobOutcome:
        """No picture comes of what was asked. A first one has failed then; for a better one another way may be left."""
        if candidate.repair is None:
            end_failed(tx, me, candidate, outcome, why)
            return Done()
        again = went_without(self._tools, tx, me, candidate, candidate.repair, why)
        return Later(0.0, "it is asked for in another way") if again else Done()

    def _repeat(self, job: Job, me: Caller, call: Call, answer: Outcome) -> JobOutcome:
        """Refused before anything was taken on: a new call, a few times, and then another provider."""
        with self._tools.store.reading() as tx:
            rows = tx.ledger.for_job(job.tenant_id, ledger_key(call.candidate))
        tries = 1 + sum(r.provider == call.provider.name and r.state is LedgerState.RELEASED for r in rows)
        if tries >= TRIES or job.attempts >= job.max_attempts:
            return self._go_elsewhere(job, me, call, answer)
        self.release(job, me, call)
        return Retry(sentence(answer), self._until(answer))

    def _ask_again(self, job: Job, me: Caller, call: Call, answer: Outcome) -> JobOutcome:
        """This look did not succeed; what was sent is still there to be looked for. A task that nobody knows there is not
        waited for as long as one that is at work."""
        if self._out_of_patience(call, SHOWS_WITHIN_S if answer.not_there else math.inf):
            return self._lose(job, me, call, answer if answer.not_there else Outcome(OutcomeKind.UNKNOWN))
        return Later(max(_ASK_AGAIN_S, self._until(answer)), sentence(answer))

    def _go_elsewhere(self, job: Job, me: Caller, call: Call, answer: Outcome) -> JobOutcome:
        """The next provider of the preference, unless the brief names the one it wants or all have been asked."""
        with self._tools.store.reading() as tx:
            left_out = given_up(tx.ledger.for_job(job.tenant_id, ledger_key(call.candidate)))
        repair = call.candidate.repair
        left = set(repair.among if repair else self._tools.providers) - left_out - {call.provider.name}
        if call.design.brief.provider or not left:
            return self._end(job, me, call, answer)
        with self._tools.fenced(job) as tx:
            close(tx, me, call.row, answer)
        return Later(0.0, f"{call.provider.name}: {sentence(answer)}")

    def _lose(self, job: Job, me: Caller, call: Call, answer: Outcome) -> JobOutcome:
        """Counts as paid. The policy may have it asked for once more; otherwise a person decides."""
        answer = replace(answer, kind=OutcomeKind.UNKNOWN)
        with self._tools.fenced(job) as tx:
            lost = [r for r in tx.ledger.for_job(job.tenant_id, ledger_key(call.candidate)) if r.state is LOST]
            tx.ledger.move(call.row, LOST, me, reason=sentence(answer))
            # for a better picture than the one that is there nothing is paid twice
            if self._tools.on_unknown == "repeat" and not lost and call.candidate.repair is None:
                return Later(0.0, "lost, and asked for once more; both calls are booked")
            return self.without(tx, me, call.candidate, answer.kind.value, sentence(answer))

    def _end(self, job: Job, me: Caller, call: Call, answer: Outcome) -> JobOutcome:
        """A failure that was charged for is booked with its price; the others cost nothing."""
        with self._tools.fenced(job) as tx:
            close(tx, me, call.row, answer)
            return self.without(tx, me, call.candidate, answer.kind.value, sentence(answer))

    def release(self, job: Job, me: Caller, call: Call) -> None:
        """Without a reason the provider is not given up: it is asked anew."""
        with self._tools.fenced(job) as tx:
            tx.ledger.move(call.row, LedgerState.RELEASED, me)

    def _until(self, answer: Outcome) -> float:
        """Seconds until the provider may be asked again, where it said when."""
        return (answer.until - self._tools.clock.now()).total_seconds() if answer.until else 0.0

    def _out_of_patience(self, call: Call, at_most_s: float = math.inf) -> bool:
        # counted anew from when it was taken on: between the two, this program itself may have been down
        since = self._last(call, LedgerState.SUBMITTING, LedgerState.SUBMITTED)
        waited_s = (self._tools.clock.now() - since).total_seconds()
        return waited_s > min(at_most_s, call.provider.capabilities.patience_s)

    def _without_refused_words(
        self, tenant_id: str, checked: CheckedPicture, picture: Picture | None
    ) -> tuple[CheckedPicture, Picture | None]:
        """What a drawing would set by itself was a part of a sentence that passed; by itself it may not."""
        words = own_words(picture) if picture else ""
        if not picture or not words:
            return checked, picture
        with self._tools.store.reading() as tx:
            house = tx.screenings.house(tenant_id)
        if not screened("", words, house):
            return checked, picture
        facts = {name: fact for name, fact in picture.facts.items() if name != "words"}
        return replace(checked, worded=b""), replace(picture, facts=facts)

    def _last(self, call: Call, *states: LedgerState) -> datetime:
        """When the call's row came into one of the states."""
        with self._tools.store.reading() as tx:
            history = tx.designs.history(call.design.tenant_id, call.row.id)
        return [entry.at for entry in history if entry.became in states][-1]


def stored_artwork(
    tools: Toolbox, design_id: str, checked: CheckedPicture, picture: Picture | None, provenance: Provenance
) -> Artwork:
    """Its files stored, before any row names them."""
    drawn_vector = picture.vector if picture else None
    vector = checked.vector if checked.change else drawn_vector
    return Artwork(
        id=secrets.token_hex(16),
        design_id=design_id,
        file=tools.files.put(checked.master, "image/png"),
        width_px=checked.width_px,
        height_px=checked.height_px,
        mode=checked.source_mode,
        has_alpha=checked.has_alpha,
        provenance=provenance,
        vector=tools.files.put(vector, "image/svg+xml") if vector else None,
        ground=checked.ground,
        slots=picture.slots if picture else (),
        palette=picture.palette if picture else (),
        mending=checked.steps,
        preview=tools.files.put(checked.preview, "image/webp"),
        thumb=tools.files.put(checked.thumb, "image/webp"),
        facts=picture.facts if picture else {},
        change=checked.change,
        asked=checked.asked,
        likeness=checked.likeness,
        beside=tools.files.put(checked.beside, "image/webp") if checked.beside else None,
        worded=tools.files.put(checked.worded, "image/webp") if checked.worded else None,
    )
