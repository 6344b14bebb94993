"""Generation: a candidate from its prompt to checked artwork, paid for at most once.

The ledger row is committed as `submitting` before the provider is called. Whoever finds it there after a crash does not
simply call again: a provider that takes the same key as the same call may be called, one that can look the key up is
asked, and where nobody can say the row becomes `unknown`, counts as paid, and a person decides, or the policy
`on_unknown=repeat` does, once, with both calls booked.
"""

from __future__ import annotations

import math
import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

import prompts
from pod.failpoints import fail_at
from pod.model.account import Upload
from pod.model.artwork import Artwork, Provenance
from pod.model.caller import Caller, system_caller
from pod.model.design import Candidate, Design, DesignState
from pod.model.edit import Edit
from pod.model.errors import InputRefused, NotFound, PodError, ProviderFailed, TooManyRequests, TooMuchWork, Unavailable
from pod.model.job import Done, Job, JobOutcome, Lane, Later, Retry
from pod.model.ledger import LedgerRow, LedgerState
from pod.providers.base import Outcome, OutcomeKind, Pending, Picture, Provider
from pod.services.alongside import put_up, with_pictures
from pod.services.asking import chances, ledger_key, nobody, request_for, reserve
from pod.services.candidates import (
    ENDED,
    LOST,
    OPEN,
    begun,
    book_unstored,
    close,
    end_failed,
    given_up,
    keep,
    provenance_of,
    sentence,
)
from pod.services.editing.finishing import add_edited, edited_artwork
from pod.services.editing.tasks import edit_task
from pod.services.editing.work import make_edit
from pod.services.enlarging import Enlarging, close_enlarging
from pod.services.picturework import CheckedPicture, DrawTask, check_artwork, draw_and_check, drawn
from pod.services.ports import Tx
from pod.services.provider_call import SUBMITS, Call, How, Verdict, can_be_asked_about, how_to_ask, verdict
from pod.services.restoring import bought_perhaps, bought_since
from pod.services.router import Chance, health_after, model_of, pace_of, routed
from pod.services.toolbox import Toolbox

_DRAW_S, _CHECK_S, _PICTURE_MB, _EDIT_MB = 90.0, 60.0, 2048, 3072

_TRIES = 3
"""How often one provider is asked anew after a refusal, and how often picture work that broke off is done again."""

_POLL_AT_MOST_EVERY_S = 1.0
_ASK_AGAIN_S = 15.0
SHOWS_WITHIN_S = 600.0
"""A task that its service does not know ten minutes after it was taken on will not show any more."""
_LOOK_AGAIN_S = 60.0
"""At the latest after this it is looked whether an image service can be asked again."""


class Generation:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def generate(self, job: Job) -> JobOutcome:
        """Job `generate`: carries design and candidate number, looks at the state first, may run twice."""
        me = system_caller(job.tenant_id, "generate")
        with self._tools.store.reading() as tx:
            design, candidate = _subject(tx, job)
        if candidate.state in ENDED:
            return Done()
        try:
            if candidate.edit and not candidate.edit.told:
                return self._touch_up(job, me, candidate, candidate.edit)
            if design.brief.upload_id and candidate.edit is None:
                return self._take_upload(job, me, candidate)
            return self._draw(job, me, candidate)
        except _NotToBeDrawn as e:
            return self._fail(job, me, e)

    def give_up(self, tx: Tx, job: Job, reason: str) -> None:
        """No further try is made: the candidate has failed, and whatever may have been paid is booked as paid."""
        _, candidate = _subject(tx, job)
        if candidate.state not in ENDED:
            end_failed(tx, system_caller(job.tenant_id, "generate"), candidate, "given_up", reason)

    # --- an own picture

    def _take_upload(self, job: Job, me: Caller, candidate: Candidate) -> JobOutcome:
        with self._tools.fenced(job) as tx:
            design, candidate = begun(tx, me, candidate)
            _refuse_deleted(design)
            upload = tx.uploads.get(design.tenant_id, design.brief.upload_id)
        checked = self._check_upload(job, upload)
        provenance = Provenance("upload", "", "", self._tools.clock.now(), notes=("an own picture",))
        artwork = self._artwork(design.id, checked, None, provenance)
        with self._tools.fenced(job) as tx:
            keep(tx, me, candidate, artwork, checked)
        fail_at("candidate_after_commit")
        return Done()

    def _check_upload(self, job: Job, upload: Upload) -> CheckedPicture:
        try:
            return self._check(self._tools.files.open(upload.file))
        except (InputRefused, NotFound) as e:
            if isinstance(e, TooMuchWork) and job.attempts < _TRIES:
                raise
            raise _NotToBeDrawn(e.code, e.message, e.hint) from e

    # --- what is changed here

    def _touch_up(self, job: Job, me: Caller, candidate: Candidate, edit: Edit) -> JobOutcome:
        with self._tools.fenced(job) as tx:
            design, candidate = begun(tx, me, candidate)
            _refuse_deleted(design)
            before = edited_artwork(tx, me.tenant_id, edit)
        checked = self._touched(job, edit)
        provenance = replace(before.provenance, cost=None, request_id="", made_at=self._tools.clock.now())
        artwork = self._artwork(design.id, checked, None, provenance)
        with self._tools.fenced(job) as tx:
            artwork = keep(tx, me, candidate, artwork, checked)
            next_job = add_edited(self._tools, tx, me, candidate, artwork)
        self._kick_next(next_job)
        return Done()

    def _kick_next(self, job_id: int) -> None:
        fail_at("candidate_after_commit")
        if job_id:
            self._tools.dispatcher.kick(job_id, Lane.RENDER)

    def _touched(self, job: Job, edit: Edit) -> CheckedPicture:
        try:
            task = edit_task(self._tools, job.tenant_id, edit)
            return self._tools.offload.call(make_edit, task, timeout_s=_DRAW_S, memory_mb=_EDIT_MB)
        except (InputRefused, NotFound) as e:
            if isinstance(e, TooMuchWork) and job.attempts < _TRIES:
                raise
            raise _NotToBeDrawn(e.code, e.message, e.hint) from e

    # --- a drawn one

    def _draw(self, job: Job, me: Caller, candidate: Candidate) -> JobOutcome:
        call = self._announce(job, me, candidate)
        if isinstance(call, Later):
            return call
        fail_at("ledger_after_intent")
        call = self._with_pictures(job, me, call)
        ready = put_up(self._tools, job, call)
        if isinstance(ready, Outcome):
            return self._conclude(job, me, call, ready, None)
        call = ready
        answer, checked = self._ask(job, call)
        fail_at("model_after_answer")
        return self._conclude(job, me, call, answer, checked)

    def _announce(self, job: Job, me: Caller, candidate: Candidate) -> Call | Later:
        """The call in the ledger, committed before it is made; or when to see again whether somebody can be asked."""
        try:
            with self._tools.fenced(job) as tx:
                design, candidate = begun(tx, me, candidate)
                _refuse_deleted(design)
                rows = tx.ledger.for_job(job.tenant_id, ledger_key(candidate))
                row = self._open_row(tx, me, rows)
                if row and row.state is LedgerState.RESERVED and bought_since(tx.restores.last(), row):
                    row = tx.ledger.move(row, LedgerState.SUBMITTING, me, note="it may have been made since the backup")
                if row and row.state is not LedgerState.RESERVED:
                    return self._call_again(design, candidate, row)
                return self._first_call(tx, me, design, candidate, rows, row)
        except (ProviderFailed, TooManyRequests, InputRefused) as e:
            raise _NotToBeDrawn(e.code, e.message, e.hint) from e

    def _call_again(self, design: Design, candidate: Candidate, row: LedgerRow) -> Call:
        """What was sent before is asked about where it was sent."""
        provider = self._asked_before(row)
        request = request_for(self._tools, design, candidate, provider)
        return Call(design, candidate, provider, request, row, how_to_ask(row.state, provider.capabilities))

    def _first_call(
        self,
        tx: Tx,
        me: Caller,
        design: Design,
        candidate: Candidate,
        rows: Sequence[LedgerRow],
        row: LedgerRow | None,
    ) -> Call | Later:
        """By the route, and only when it is our turn. A reservation with another provider moves along."""
        able = chances(self._tools, tx, design, candidate, given_up(rows))
        found = routed(able, self._tools.route, self._tools.clock.now(), _taking_turns(tx))
        if found.chance is None:
            if not found.wait_s:
                raise nobody(design.brief, candidate.edit, found.why)
            return Later(min(found.wait_s, _LOOK_AGAIN_S), found.why)
        provider, request = found.chance.provider, found.chance.request
        if row and row.provider != provider.name:
            tx.ledger.move(row, LedgerState.RELEASED, me, note=found.why)
            row = None
        perhaps = bought_perhaps(tx.restores.last(), design, rows, self._tools.clock.now())
        row = row or reserve(self._tools, tx, me, candidate, provider, request)
        row = tx.ledger.move(row, LedgerState.SUBMITTING, me, note=found.why)
        how = How.NOBODY_KNOWS if perhaps and not provider.capabilities.local_cpu else How.SUBMIT
        return Call(design, candidate, provider, request, row, how)

    def _open_row(self, tx: Tx, me: Caller, rows: Sequence[LedgerRow]) -> LedgerRow | None:
        """What is reserved or under way; a reservation with a provider that is not set up any more is given back."""
        row = next((r for r in rows if r.state in OPEN), None)
        if row and row.state is LedgerState.RESERVED and row.provider not in self._tools.providers:
            tx.ledger.move(row, LedgerState.RELEASED, me, reason=f"{row.provider} is not set up any more")
            return None
        return row

    def _asked_before(self, row: LedgerRow) -> Provider:
        if row.provider in self._tools.providers:
            return self._tools.providers[row.provider]
        raise ProviderFailed(
            "provider_gone",
            f"The image service {row.provider}, which was asked for this picture, is not set up any more.",
            "Set it up again (see `pod providers`), or ask for the picture again.",
        )

    def _ask(self, job: Job, call: Call) -> tuple[Outcome | Pending | None, CheckedPicture | None]:
        """The answer, and the picture checked; no answer at all means that the call has surely never arrived."""
        edit = call.candidate.edit
        if call.provider.capabilities.local_cpu and edit is None:
            return self._drawn_here(job, call)
        answer = self._edited_here(call) if call.provider.capabilities.local_cpu else _answer(call)
        answer = self._as_taken(job, call, answer)
        if not isinstance(answer, Outcome) or answer.kind is not OutcomeKind.OK or answer.picture is None:
            return answer, None
        try:
            return answer, self._check_delivered(job.tenant_id, edit, answer.picture)
        except InputRefused as e:
            # it was delivered, so it was paid for, whatever it is
            return replace(
                answer, kind=OutcomeKind.NO_IMAGE, reason=str(e), cost=answer.cost or call.row.estimate
            ), None

    def _as_taken(self, job: Job, call: Call, answer: Outcome | Pending | None) -> Outcome | Pending | None:
        """A smaller picture than was asked for is kept as what it is, or made larger, where that is the policy; its notes
        say so."""
        if not isinstance(answer, Outcome) or answer.kind is not OutcomeKind.WRONG_SIZE or answer.picture is None:
            return answer
        if self._tools.on_wrong_size == "upscale":
            return Enlarging(self._tools).enlarged(job, call, answer, answer.picture)
        return replace(answer, kind=OutcomeKind.OK) if self._tools.on_wrong_size == "keep" else answer

    def _drawn_here(self, job: Job, call: Call) -> tuple[Outcome | Pending, CheckedPicture | None]:
        task = DrawTask(call.provider, call.request, call.row.id)
        try:
            return self._tools.offload.call(draw_and_check, task, timeout_s=_DRAW_S, memory_mb=_PICTURE_MB)
        except InputRefused as e:
            if isinstance(e, TooMuchWork) and job.attempts < _TRIES:
                raise
            return Outcome(OutcomeKind.INVALID_REQUEST, reason=str(e)), None

    def _with_pictures(self, job: Job, me: Caller, call: Call) -> Call:
        """Where a picture that is to come along cannot be read, nobody was asked and nothing is owed."""
        if not call.request.references or call.how not in SUBMITS:
            return call
        try:
            return replace(call, request=with_pictures(self._tools, call))
        except PodError:
            if call.how is How.SUBMIT:
                self._release(job, me, call)
            raise

    def _edited_here(self, call: Call) -> Outcome | Pending:
        task = DrawTask(
            call.provider, call.request, call.row.id, call.candidate.edit.told if call.candidate.edit else ""
        )
        return self._tools.offload.call(drawn, task, timeout_s=_DRAW_S, memory_mb=_PICTURE_MB)

    def _check_delivered(
        self, tenant_id: str, edit: Edit | None, picture: Picture, tries: int = _TRIES
    ) -> CheckedPicture:
        """Picture work that broke off is done again here: what was paid for is nowhere else, and would be paid for twice."""
        try:
            return self._check_edit(tenant_id, edit, picture) if edit else self._check(picture.data)
        except TooMuchWork:
            if tries == 1:
                raise
            return self._check_delivered(tenant_id, edit, picture, tries - 1)

    def _check_edit(self, tenant_id: str, edit: Edit, picture: Picture) -> CheckedPicture:
        task = edit_task(self._tools, tenant_id, edit, picture)
        return self._tools.offload.call(make_edit, task, timeout_s=_DRAW_S, memory_mb=_EDIT_MB)

    def _check(self, data: bytes) -> CheckedPicture:
        return self._tools.offload.call(check_artwork, data, timeout_s=_CHECK_S, memory_mb=_PICTURE_MB)

    # --- what follows from an answer

    def _conclude(
        self, job: Job, me: Caller, call: Call, answer: Outcome | Pending | None, checked: CheckedPicture | None
    ) -> JobOutcome:
        if answer is None:
            self._release(job, me, call)
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
        try:
            artwork = self._artwork(call.design.id, checked, answer.picture, provenance)
        except Unavailable as e:
            if can_be_asked_about(call):
                raise
            with self._tools.fenced(job) as tx:
                book_unstored(tx, me, call, cost, e)
            return Done()
        with self._tools.fenced(job) as tx:
            tx.ledger.move(call.row, LedgerState.SETTLED, me, actual=cost, request_id=answer.request_id)
            close_enlarging(tx, me, call.row.job_key)
            artwork = keep(tx, me, call.candidate, artwork, checked, call.request.prompt)
            next_job = add_edited(self._tools, tx, me, call.candidate, artwork)
        self._kick_next(next_job)
        return Done()

    def _repeat(self, job: Job, me: Caller, call: Call, answer: Outcome) -> JobOutcome:
        """Refused before anything was taken on: a new call, a few times, and then another provider."""
        with self._tools.store.reading() as tx:
            rows = tx.ledger.for_job(job.tenant_id, ledger_key(call.candidate))
        tries = 1 + sum(r.provider == call.provider.name and r.state is LedgerState.RELEASED for r in rows)
        if tries >= _TRIES or job.attempts >= job.max_attempts:
            return self._go_elsewhere(job, me, call, answer)
        self._release(job, me, call)
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
        left = set(self._tools.providers) - left_out - {call.provider.name}
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
            if self._tools.on_unknown == "repeat" and not lost:
                return Later(0.0, "lost, and asked for once more; both calls are booked")
            end_failed(tx, me, call.candidate, answer.kind.value, sentence(answer))
        return Done()

    def _end(self, job: Job, me: Caller, call: Call, answer: Outcome) -> JobOutcome:
        """A failure that was charged for is booked with its price; the others cost nothing."""
        with self._tools.fenced(job) as tx:
            close(tx, me, call.row, answer)
            end_failed(tx, me, call.candidate, answer.kind.value, sentence(answer))
        return Done()

    def _release(self, job: Job, me: Caller, call: Call) -> None:
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

    def _last(self, call: Call, *states: LedgerState) -> datetime:
        """When the call's row came into one of the states."""
        with self._tools.store.reading() as tx:
            history = tx.designs.history(call.design.tenant_id, call.row.id)
        return [entry.at for entry in history if entry.became in states][-1]

    # --- the end of a candidate

    def _artwork(
        self, design_id: str, checked: CheckedPicture, picture: Picture | None, provenance: Provenance
    ) -> Artwork:
        """Its files stored, before any row names them."""
        drawn_vector = picture.vector if picture else None
        vector = checked.vector if checked.change else drawn_vector
        return Artwork(
            id=secrets.token_hex(16),
            design_id=design_id,
            file=self._tools.files.put(checked.master, "image/png"),
            width_px=checked.width_px,
            height_px=checked.height_px,
            mode=checked.source_mode,
            has_alpha=checked.has_alpha,
            provenance=provenance,
            vector=self._tools.files.put(vector, "image/svg+xml") if vector else None,
            ground=checked.ground,
            slots=picture.slots if picture else (),
            palette=picture.palette if picture else (),
            mending=checked.steps,
            preview=self._tools.files.put(checked.preview, "image/webp"),
            thumb=self._tools.files.put(checked.thumb, "image/webp"),
            facts=picture.facts if picture else {},
            change=checked.change,
            beside=self._tools.files.put(checked.beside, "image/webp") if checked.beside else None,
        )

    def _fail(self, job: Job, me: Caller, why: PodError) -> JobOutcome:
        with self._tools.fenced(job) as tx:
            _, candidate = _subject(tx, job)
            end_failed(tx, me, candidate, why.code, str(why))
        return Done()


class _NotToBeDrawn(PodError):
    """The candidate ends here, with this sentence, before anybody was asked for it."""


def _subject(tx: Tx, job: Job) -> tuple[Design, Candidate]:
    design = tx.designs.get(job.tenant_id, job.subject)
    return design, next(c for c in design.candidates if c.n == job.payload["n"])


def _refuse_deleted(design: Design) -> None:
    if design.state is DesignState.ARCHIVED:
        raise _NotToBeDrawn("design_deleted", "The design was deleted before this was drawn.")


def _answer(call: Call) -> Outcome | Pending | None:
    if call.how is How.NOBODY_KNOWS:
        return Outcome(OutcomeKind.UNKNOWN)
    if call.how is How.POLL:
        return call.provider.poll(call.row.task_id)
    if call.how is How.LOOK_UP:
        return call.provider.find(call.row.id)
    if edit := call.candidate.edit:
        told = prompts.instructed(edit.told, call.request.prompt, edit.region)
        return call.provider.edit(call.request, told, call.row.id)
    return call.provider.submit(call.request, call.row.id)


def _taking_turns(tx: Tx) -> Callable[[Chance], float]:
    def take_turn(chance: Chance) -> float:
        can = chance.provider.capabilities
        return 0.0 if can.local_cpu else tx.health.take_turn(chance.provider.name, pace_of(can, chance.health))

    return take_turn
