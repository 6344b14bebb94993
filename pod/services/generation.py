"""Generation: a candidate from its prompt to checked artwork, paid for at most once.

The ledger row is committed as `submitting` before the provider is called. Whoever finds it there after a crash does not
simply call again: a provider that takes the same key as the same call may be called, one that can look the key up is
asked, and where nobody can say the row becomes `unknown`, counts as paid, and a person decides, or the policy
`on_unknown=repeat` does, once, with both calls booked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import prompts
from pod.failpoints import fail_at
from pod.model.account import Upload
from pod.model.artwork import Provenance, Questions
from pod.model.caller import Caller, system_caller
from pod.model.design import Candidate, Design, DesignState
from pod.model.edit import Edit
from pod.model.errors import InputRefused, NotFound, PodError, ProviderFailed, TooManyRequests, TooMuchWork
from pod.model.job import Done, Job, JobOutcome, Later
from pod.model.ledger import LedgerRow, LedgerState
from pod.model.repair import Way
from pod.providers.base import Outcome, OutcomeKind, Pending, Picture, Provider
from pod.services.alongside import put_up, with_pictures
from pod.services.asking import chances, ledger_key, nobody, questions, request_for, reserve
from pod.services.candidates import (
    ENDED,
    OPEN,
    begun,
    end_failed,
    given_up,
    keep,
)
from pod.services.editing.finishing import add_edited, edited_artwork
from pod.services.editing.tasks import edit_task
from pod.services.editing.work import make_edit
from pod.services.enlarging import Enlarging
from pod.services.pictureanswers import TRIES, Answers, stored_artwork
from pod.services.picturework import CheckedPicture, CheckTask, DrawTask, check_artwork, draw_and_check, drawn
from pod.services.ports import Tx
from pod.services.provider_call import SUBMITS, Call, How, how_to_ask
from pod.services.repairing import broken_off
from pod.services.restoring import bought_perhaps, bought_since
from pod.services.router import Chance, pace_of, routed
from pod.services.toolbox import Toolbox

_DRAW_S, _CHECK_S, _PICTURE_MB, _EDIT_MB = 90.0, 60.0, 2048, 3072

_LOOK_AGAIN_S = 60.0
"""At the latest after this it is looked whether an image service can be asked again."""


class Generation:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools
        self._answers = Answers(tools)

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
        """No further try is made: the candidate has failed, or has the picture that it had; whatever may have been paid is
        booked as paid."""
        _, candidate = _subject(tx, job)
        me = system_caller(job.tenant_id, "generate")
        if candidate.repair:
            broken_off(tx, me, candidate, candidate.repair, reason)
        elif candidate.state not in ENDED:
            end_failed(tx, me, candidate, "given_up", reason)

    # --- an own picture

    def _take_upload(self, job: Job, me: Caller, candidate: Candidate) -> JobOutcome:
        with self._tools.fenced(job) as tx:
            design, candidate = begun(tx, me, candidate)
            _refuse_deleted(design)
            upload = tx.uploads.get(design.tenant_id, design.brief.upload_id)
        checked = self._check_upload(job, design, upload)
        provenance = Provenance("upload", "", "", self._tools.clock.now(), notes=("an own picture",))
        artwork = stored_artwork(self._tools, design.id, checked, None, provenance)
        with self._tools.fenced(job) as tx:
            keep(tx, me, candidate, artwork, checked)
        fail_at("candidate_after_commit")
        return Done()

    def _check_upload(self, job: Job, design: Design, upload: Upload) -> CheckedPicture:
        try:
            brief = design.brief
            asked = questions(self._tools, brief.product, brief.placements[0].area, brief.cloth)
            return self._check(CheckTask(self._tools.files.open(upload.file), asked, self._tools.press_profile))
        except (InputRefused, NotFound) as e:
            if isinstance(e, TooMuchWork) and job.attempts < TRIES:
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
        artwork = stored_artwork(self._tools, design.id, checked, None, provenance)
        with self._tools.fenced(job) as tx:
            artwork = keep(tx, me, candidate, artwork, checked)
            next_job = add_edited(self._tools, tx, me, candidate, artwork)
        fail_at("candidate_after_commit")
        self._answers.kick_next(next_job)
        return Done()

    def _touched(self, job: Job, edit: Edit) -> CheckedPicture:
        try:
            task = edit_task(self._tools, job.tenant_id, edit)
            return self._tools.offload.call(make_edit, task, timeout_s=_DRAW_S, memory_mb=_EDIT_MB)
        except (InputRefused, NotFound) as e:
            if isinstance(e, TooMuchWork) and job.attempts < TRIES:
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
            return self._answers.conclude(job, me, call, ready, None)
        call = ready
        answer, checked = self._ask(job, call)
        fail_at("model_after_answer")
        return self._answers.conclude(job, me, call, answer, checked)

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
            return answer, self._check_delivered(call, answer.picture)
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
        task = DrawTask(
            call.provider, call.request, call.row.id, asked=self._asked(call), press_profile=self._tools.press_profile
        )
        try:
            return self._tools.offload.call(draw_and_check, task, timeout_s=_DRAW_S, memory_mb=_PICTURE_MB)
        except InputRefused as e:
            if isinstance(e, TooMuchWork) and job.attempts < TRIES:
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
                self._answers.release(job, me, call)
            raise

    def _edited_here(self, call: Call) -> Outcome | Pending:
        task = DrawTask(
            call.provider, call.request, call.row.id, call.candidate.edit.told if call.candidate.edit else ""
        )
        return self._tools.offload.call(drawn, task, timeout_s=_DRAW_S, memory_mb=_PICTURE_MB)

    def _check_delivered(self, call: Call, picture: Picture, tries: int = TRIES) -> CheckedPicture:
        """Picture work that broke off is done again here: what was paid for is nowhere else, and would be paid for twice."""
        try:
            if edit := call.candidate.edit:
                return self._check_edit(call.design.tenant_id, edit, picture)
            return self._check(CheckTask.of(picture, self._asked(call), self._tools.press_profile))
        except TooMuchWork:
            if tries == 1:
                raise
            return self._check_delivered(call, picture, tries - 1)

    def _check_edit(self, tenant_id: str, edit: Edit, picture: Picture) -> CheckedPicture:
        task = edit_task(self._tools, tenant_id, edit, picture)
        return self._tools.offload.call(make_edit, task, timeout_s=_DRAW_S, memory_mb=_EDIT_MB)

    def _check(self, task: CheckTask) -> CheckedPicture:
        return self._tools.offload.call(check_artwork, task, timeout_s=_CHECK_S, memory_mb=_PICTURE_MB)

    def _asked(self, call: Call) -> Questions:
        brief = call.design.brief
        return questions(self._tools, brief.product, brief.placements[0].area, brief.cloth, call.request.prompt)

    def _fail(self, job: Job, me: Caller, why: PodError) -> JobOutcome:
        with self._tools.fenced(job) as tx:
            _, candidate = _subject(tx, job)
            return self._answers.without(tx, me, candidate, why.code, str(why))


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
    if (repair := call.candidate.repair) and repair.way is Way.EDIT:
        return call.provider.edit(call.request, repair.told, call.row.id)
    return call.provider.submit(call.request, call.row.id)


def _taking_turns(tx: Tx) -> Callable[[Chance], float]:
    def take_turn(chance: Chance) -> float:
        can = chance.provider.capabilities
        return 0.0 if can.local_cpu else tx.health.take_turn(chance.provider.name, pace_of(can, chance.health))

    return take_turn
