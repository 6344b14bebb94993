"""Batches of edits: asked for once, gone through by a job that begins again where it stopped, and reported on."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from pod.model.brief import MAX_SUBJECT_CHARS, DesignBrief
from pod.model.caller import Caller, system_caller
from pod.model.editbatch import BatchItem, BatchRow, EditBatch, ItemState, Sweep
from pod.model.errors import Conflict, InputRefused, PodError, Problems
from pod.model.job import Done, Job, JobOutcome, Lane, Later, NewJob
from pod.services import repeats
from pod.services.briefs import completed, refuse_all
from pod.services.editing.sweeping import USUAL_PRODUCT, Sweeping
from pod.services.ports import Tx
from pod.services.repeats import Request
from pod.services.restoring import batch_begun_perhaps
from pod.services.screening import judged
from pod.services.toolbox import Toolbox, must_look, must_operate

MAX_PICTURES = 500
_AT_A_TIME = 8
"""How many of a batch are under way: the others leave room for whoever waits for a single picture."""

_LOOK_AGAIN_S = 2.0


@dataclass(frozen=True, slots=True)
class BatchAsked:
    """Uploads or designs, by their ids, and what is to become of each."""

    sweep: Sweep
    uploads: tuple[str, ...] = ()
    designs: tuple[str, ...] = ()


class EditBatches:
    def __init__(self, tools: Toolbox, sweeping: Sweeping) -> None:
        self._tools, self._sweeping = tools, sweeping

    # --- asking and looking

    def begin_once(self, caller: Caller, asked: BatchAsked, idempotency_key: str) -> tuple[EditBatch, bool]:
        """The batch, and whether it is new: False when the key brought back an earlier one."""
        must_operate(caller)
        request = Request(caller, idempotency_key, ["edit batch", asdict(asked)])
        if earlier := repeats.made_before(self._tools.store, request):
            return self.get(caller, earlier), False
        self._refuse(caller, asked)
        items = (*(BatchItem(upload_id=u) for u in asked.uploads), *(BatchItem(design_id=d) for d in asked.designs))
        now = self._tools.clock.now()
        batch = EditBatch(secrets.token_hex(16), caller.tenant_id, caller.actor, now, asked.sweep, items)
        begun, job_id = repeats.begun_once(self._tools.store, request, now, batch.id, lambda tx: _added(tx, batch))
        if not job_id:
            return self.get(caller, begun), False
        self._tools.dispatcher.kick(job_id, Lane.UPKEEP)
        return batch, True

    def get(self, caller: Caller, batch_id: str) -> EditBatch:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.edit_batches.get(caller.tenant_id, batch_id)

    def newest(self, caller: Caller, limit: int = 50) -> Sequence[EditBatch]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.edit_batches.newest(caller.tenant_id, limit)

    def report(self, caller: Caller, batch: EditBatch) -> tuple[BatchRow, ...]:
        """One row for each picture, in the order in which they were asked for."""
        must_look(caller)
        return tuple(self._sweeping.row(caller, item) for item in batch.items)

    def try_again(self, caller: Caller, batch_id: str) -> EditBatch:
        """What has failed is asked for once more, unless its answer was lost: that is decided in the ledger."""
        must_operate(caller)
        batch = self.get(caller, batch_id)
        again = replace(batch, items=tuple(self._sweeping.again(caller, item) for item in batch.items))
        if again == batch:
            raise Conflict(
                "nothing_failed",
                "Nothing of this batch can be asked for again.",
                "What is lost may have been paid for: decide about it in the ledger.",
            )
        with self._tools.store.writing() as tx:
            saved = tx.edit_batches.save(replace(again, asked_again_at=self._tools.clock.now()))
            job_id = tx.jobs.wake(caller.tenant_id, _job(batch))
        self._tools.dispatcher.kick(job_id, Lane.UPKEEP)
        return saved

    def _refuse(self, caller: Caller, asked: BatchAsked) -> None:
        """All that is wrong with it, before any picture is begun."""
        problems = list(_wrong(asked))
        if asked.uploads and not problems:
            try:
                completed(self._tools, _brief(asked.sweep))
            except Problems as e:
                problems += e.problems
        problems += self._missing(caller, asked) if not problems else []
        if problems:
            raise Problems("batch", "This batch cannot be begun.", problems)
        seen = judged(self._tools, caller, asked.sweep.instruction, "")
        refuse_all([("instruction", e) for _, e in seen.refused])

    def _missing(self, caller: Caller, asked: BatchAsked) -> list[tuple[str, PodError]]:
        missing: list[tuple[str, PodError]] = []
        with self._tools.store.reading() as tx:
            for field, ids, get in (
                ("uploads", asked.uploads, tx.uploads.get),
                ("designs", asked.designs, tx.designs.get),
            ):
                for n, each in enumerate(ids):
                    try:
                        get(caller.tenant_id, each)
                    except PodError as e:
                        missing.append((f"{field}.{n}", e))
        return missing

    # --- the job

    def go_on(self, job: Job) -> JobOutcome:
        """Job `edit_batch`: begins the next pictures, as many as may be under way, and comes back until all are over."""
        me = system_caller(job.tenant_id, "edit_batch")
        with self._tools.store.reading() as tx:
            batch = tx.edit_batches.get(job.tenant_id, job.subject)
            perhaps = batch_begun_perhaps(tx.restores.last(), batch, self._tools.clock.now())
        if perhaps and not all(item.begun for item in batch.items):
            with self._tools.fenced(job) as tx:
                batch = tx.edit_batches.save(_not_begun(batch, perhaps))
        under_way = 0
        for n, item in enumerate(batch.items):
            if item.over or under_way >= _AT_A_TIME:
                continue
            stepped = self._sweeping.step(me, item, batch.sweep, f"{batch.id}-{n}")
            stepped = replace(stepped, over=self._sweeping.over(me, stepped))
            under_way += not stepped.over
            if stepped != item:
                with self._tools.fenced(job) as tx:
                    batch = tx.edit_batches.save(replace(batch, items=_with(batch.items, n, stepped)))
        return Later(_LOOK_AGAIN_S, f"{under_way} pictures are under way") if under_way else Done()

    def give_up(self, tx: Tx, job: Job, reason: str) -> None:
        """No further picture is begun; those that were go on by themselves."""
        batch = tx.edit_batches.get(job.tenant_id, job.subject)
        tx.edit_batches.save(_not_begun(batch, reason))


def counted(rows: Sequence[BatchRow]) -> dict[str, int]:
    """How many pictures there are in each state."""
    return {state.value: sum(row.state is state for row in rows) for state in ItemState}


def _added(tx: Tx, batch: EditBatch) -> int:
    tx.edit_batches.add(batch)
    return tx.jobs.enqueue(batch.tenant_id, _job(batch))


def _job(batch: EditBatch) -> NewJob:
    return NewJob("edit_batch", Lane.UPKEEP, f"edit_batch:{batch.id}", batch.id)


def _with(items: tuple[BatchItem, ...], n: int, item: BatchItem) -> tuple[BatchItem, ...]:
    return (*items[:n], item, *items[n + 1 :])


def _not_begun(batch: EditBatch, reason: str) -> EditBatch:
    """With the reason why those that are not begun will not be, by themselves."""
    items = tuple(item if item.begun else replace(item, reason=reason, over=True) for item in batch.items)
    return replace(batch, items=items)


def _brief(sweep: Sweep) -> DesignBrief:
    return DesignBrief("", sweep.product or USUAL_PRODUCT, provider=sweep.provider, upload_id="any")


def _wrong(asked: BatchAsked) -> Iterator[tuple[str, PodError]]:
    instruction, pictures = asked.sweep.instruction.strip(), (*asked.uploads, *asked.designs)
    if not instruction:
        yield (
            "instruction",
            InputRefused("no_instruction", "What should change is missing.", "Say it: “remove the background”."),
        )
    if len(instruction) > MAX_SUBJECT_CHARS:
        yield (
            "instruction",
            InputRefused(
                "sentence_too_long",
                f"The sentence has {len(instruction)} characters; {MAX_SUBJECT_CHARS} can be read.",
                "Say it shorter.",
                measured=len(instruction),
                required=MAX_SUBJECT_CHARS,
            ),
        )
    if bool(asked.uploads) == bool(asked.designs):
        yield (
            "uploads",
            InputRefused("uploads_or_designs", "Which pictures should be changed?", "Name uploads, or designs."),
        )
    if len(pictures) > MAX_PICTURES:
        yield (
            "uploads",
            InputRefused(
                "batch_too_large",
                f"{len(pictures)} pictures are too many for one batch.",
                f"Send {MAX_PICTURES} at a time.",
                measured=len(pictures),
                required=MAX_PICTURES,
            ),
        )
    if len(set(pictures)) < len(pictures):
        yield "uploads", InputRefused("named_twice", "A picture is named twice.", "Name each of them once.")
