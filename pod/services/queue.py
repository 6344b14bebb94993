"""The job table as people see it: how much there is to do, how old it is, and what waits for a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pod.model.caller import Caller
from pod.model.design import Design, DesignState
from pod.model.handoff import HandOff
from pod.model.job import Job, JobState, Lane
from pod.services.orders import UNFINISHED
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

    `awaited`: what it was for cannot go on without it. Otherwise the design or the hand-off has told itself what is
    wrong, or somebody has mended it: trying this job again would change nothing.
    """

    job: Job
    design_id: str = ""
    order_id: str = ""
    awaited: bool = True


class Queue:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

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
        """The job starts again from the state that it finds, with all its attempts."""
        must_operate(caller)
        with self._tools.store.writing() as tx:
            lane = tx.jobs.unpark(caller.tenant_id, job_id, JobState.READY, caller)
        self._tools.dispatcher.kick(job_id, lane)

    def set_aside(self, caller: Caller, job_id: int) -> None:
        """Nobody waits for it any more."""
        must_operate(caller)
        with self._tools.store.writing() as tx:
            tx.jobs.unpark(caller.tenant_id, job_id, JobState.DONE, caller)


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
