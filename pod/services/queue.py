"""The job table as people see it: how much there is to do, how old it is, and what waits for a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from pod.model.caller import Caller
from pod.model.design import Design, DesignState
from pod.model.errors import Conflict
from pod.model.handoff import HandOff
from pod.model.job import Job, JobState, Lane
from pod.services.designs import Designs
from pod.services.orders import UNFINISHED, Orders
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox, must_look, must_operate

_BEING_MADE = (DesignState.BRIEFED, DesignState.GENERATING, DesignState.PREPARING)
_OF_DESIGNS = (Lane.MODEL, Lane.RENDER)


@dataclass(frozen=True, slots=True)
class LaneState:
    """`oldest_ready_s` is None when nothing is due."""

    lane: Lane
    ready: int
    running: int
    parked: int
    done: int
    oldest_ready_s: float | None


@dataclass(frozen=True, slots=True)
class Parked:
    """`design_id` or `order_id` says what the job was for.

    `awaited`: what it was for shows no sign of it. Otherwise the design or the hand-off tells itself what is wrong, or
    has gone another way.
    """

    job: Job
    design_id: str = ""
    order_id: str = ""
    awaited: bool = True


class Queue:
    def __init__(self, tools: Toolbox, designs: Designs, orders: Orders) -> None:
        self._tools = tools
        self._designs = designs
        self._orders = orders

    def lanes(self, caller: Caller) -> Sequence[LaneState]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            counts, ages = tx.jobs.counts(), tx.jobs.oldest_ready_s()
        return [_lane_state(lane, counts[lane.value], ages.get(lane.value)) for lane in Lane]

    def parked(self, caller: Caller) -> Sequence[Parked]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return parked(tx, caller.tenant_id)

    def retry(self, caller: Caller, job_id: int) -> None:
        """The job starts again from the state that it finds, with all its attempts.

        A job that is parked tells its subject that there will be no further try. That is taken back as well, by the
        subject's own verb; without it the job would find a design that has failed, and have nothing to do.
        """
        must_operate(caller)
        with self._tools.store.writing() as tx:
            found = next((p for p in parked(tx, caller.tenant_id) if p.job.id == job_id), None)
            lane = tx.jobs.retry_parked(caller.tenant_id, job_id, caller)
        self._tools.dispatcher.kick(job_id, lane)
        # a subject that has gone another way meanwhile says so, and stays as it is
        with suppress(Conflict):
            if found and found.design_id:
                self._designs.try_again(caller, found.design_id)
            elif found and found.order_id:
                self._orders.hand_off(caller, found.order_id)


def parked(tx: Tx, tenant_id: str) -> Sequence[Parked]:
    jobs = tx.jobs.parked(tenant_id)
    designs = tx.designs.many(tenant_id, [j.subject for j in jobs if j.lane in _OF_DESIGNS])
    references = [j.subject for j in jobs if j.lane is Lane.HANDOFF]
    handoffs = {h.reference: h for h in tx.orders.handoffs_named(tenant_id, references)}
    return [_about(job, designs.get(job.subject), handoffs.get(job.subject)) for job in jobs]


def _about(job: Job, design: Design | None, handoff: HandOff | None) -> Parked:
    if design:
        return Parked(job, design_id=design.id, awaited=design.state in _BEING_MADE)
    if handoff:
        return Parked(job, order_id=handoff.order_id, awaited=handoff.state in UNFINISHED)
    return Parked(job)


def _lane_state(lane: Lane, counts: Mapping[str, int], oldest_ready_s: float | None) -> LaneState:
    ready, running, parked_, done = (
        counts.get(state.value, 0) for state in (JobState.READY, JobState.RUNNING, JobState.PARKED, JobState.DONE)
    )
    return LaneState(lane, ready, running, parked_, done, oldest_ready_s)
