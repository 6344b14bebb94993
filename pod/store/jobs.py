"""The job table: claim, renew, finish. Every write after a claim carries its fence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from pod.model.caller import Caller
from pod.model.errors import Conflict, LostLease
from pod.model.job import Job, JobState, Lane, NewJob
from pod.store import schema as t
from pod.store.codec import from_micros, to_micros
from pod.store.rows import Bench

_SECOND = 1_000_000
_J = t.jobs.c

_OPEN_STATES = (JobState.READY.value, JobState.RUNNING.value)

_OPEN = sa.text("jobs.state IN ('ready', 'running')")
"""The condition of the partial index, word for word: SQLite uses such an index only where it finds these words, and
finished jobs, which are kept, would be read through at every claim otherwise."""


_PARKED = sa.text("jobs.state = 'parked'")
"""The same for the index of parked jobs."""


@dataclass(frozen=True, slots=True)
class SqlJobs:
    bench: Bench

    def enqueue(self, tenant_id: str, job: NewJob) -> int:
        self.bench.insert_once(
            t.jobs,
            tenant_id=tenant_id,
            actor="system",
            created_at=self.bench.now(),
            kind=job.kind,
            lane=job.lane.value,
            key=job.key,
            subject=job.subject,
            payload=dict(job.payload),
            state=JobState.READY.value,
            priority=job.priority,
            run_at=self._now() + round(job.delay_s * _SECOND),
            attempts=0,
            max_attempts=job.max_attempts,
            lease_owner="",
            fence=0,
            last_error="",
        )
        return int(self.bench.connection.execute(sa.select(_J.id).where(_J.key == job.key)).scalar_one())

    def wake(self, tenant_id: str, job: NewJob) -> int:
        job_id = self.enqueue(tenant_id, job)
        now, running = self._now(), _J.state == JobState.RUNNING.value
        self.bench.connection.execute(
            sa.update(t.jobs)
            .where(_J.id == job_id)
            .values(
                state=sa.case((running, JobState.RUNNING.value), else_=JobState.READY.value),
                attempts=sa.case((_J.state.in_(_OPEN_STATES), _J.attempts), else_=0),
                # later than at the claim, whatever the clock says: that is how its end finds out
                run_at=sa.case((sa.and_(running, _J.run_at >= now), _J.run_at + 1), else_=now),
            )
        )
        return job_id

    def claim(self, lane: Lane, owner: str, lease_s: float) -> Job | None:
        now = self._now()
        claimed = (
            sa.update(t.jobs)
            .where(_J.id == self._next(lane, now))
            .values(
                state=JobState.RUNNING.value,
                fence=_J.fence + 1,
                attempts=_J.attempts + 1,
                lease_until=now + round(lease_s * _SECOND),
                lease_owner=owner,
            )
            .returning(*t.jobs.c)
        )
        row = self.bench.connection.execute(claimed).mappings().first()
        return _job(row, lease_s) if row else None

    def _next(self, lane: Lane, now: Any) -> sa.ScalarSelect[Any]:
        """Round robin over tenants: each tenant's first job, those now running included, before anybody's second."""
        due = sa.and_(_J.lane == lane.value, _is_due(now))
        place = sa.func.row_number().over(partition_by=_J.tenant_id, order_by=(_J.priority, _J.run_at, _J.id))
        turn = (place + _running(lane, now)).label("turn")
        waiting = sa.select(_J.id, _J.priority, _J.run_at, turn).where(due).subquery()
        first = sa.select(waiting.c.id).order_by(waiting.c.turn, waiting.c.priority, waiting.c.run_at, waiting.c.id)
        if self.bench.connection.dialect.name == "sqlite":
            return first.limit(1).scalar_subquery()
        # PostgreSQL locks no rows under a window function: lock among the first few by id, skipping those in other hands
        few = first.add_columns(waiting.c.turn).limit(16).subquery()
        return (
            sa.select(_J.id)
            .join(few, few.c.id == _J.id)
            .where(_is_due(now))
            .order_by(few.c.turn, _J.priority, _J.run_at, _J.id)
            .limit(1)
            .with_for_update(skip_locked=True, of=t.jobs)
            .scalar_subquery()
        )

    def renew(self, job: Job, lease_s: float) -> None:
        self._settle(job, lease_until=self._now() + round(lease_s * _SECOND))

    def finish(self, job: Job) -> None:
        self._end(job, JobState.DONE, "")

    def park(self, job: Job, reason: str) -> None:
        self._end(job, JobState.PARKED, reason)

    def _end(self, job: Job, state: JobState, error: str) -> None:
        """Or once more at once, with all its attempts, when somebody has woken it while it ran."""
        woken = _J.run_at > to_micros(job.run_at)
        self._settle(
            job,
            state=sa.case((woken, JobState.READY.value), else_=state.value),
            run_at=sa.case((woken, self._now()), else_=_J.run_at),
            attempts=sa.case((woken, 0), else_=_J.attempts),
            lease_until=None,
            last_error=error,
        )

    def again(self, job: Job, delay_s: float, error: str = "", *, counts: bool) -> None:
        woken = _J.run_at > to_micros(job.run_at)
        self._settle(
            job,
            state=JobState.READY.value,
            run_at=self._now() + sa.case((woken, 0), else_=round(delay_s * _SECOND)),
            attempts=_J.attempts if counts else _J.attempts - 1,
            lease_until=None,
            last_error=error,
        )

    def release(self, owner: str) -> int:
        given_back = self.bench.connection.execute(
            sa.update(t.jobs)
            .where(_J.lease_owner == owner, _J.state == JobState.RUNNING.value)
            .values(state=JobState.READY.value, lease_until=None, attempts=_J.attempts - 1, fence=_J.fence + 1)
        )
        return int(given_back.rowcount)

    def archive(self, before: datetime) -> int:
        # what a delete returns is what it took: a job that is woken at this moment is not among it
        ended = sa.and_(_J.state == JobState.DONE.value, _J.run_at < to_micros(before))
        taken = self.bench.connection.execute(sa.delete(t.jobs).where(ended).returning(*t.jobs.c)).mappings().all()
        if taken:
            self.bench.connection.execute(sa.insert(t.jobs_archive), [_archived(row) for row in taken])
        return len(taken)

    def retry_parked(self, tenant_id: str, job_id: int, caller: Caller) -> Lane:
        done = self.bench.connection.execute(
            sa.update(t.jobs)
            .where(_J.id == job_id, _J.tenant_id == tenant_id, _J.state == JobState.PARKED.value)
            .values(state=JobState.READY.value, attempts=0, run_at=self._now(), last_error="")
            .returning(_J.lane)
        )
        lane = done.scalar()
        if lane is None:
            raise Conflict(
                "job_not_parked", "This job is not parked (any more).", "Reload the page: it may be running already."
            )
        self.bench.remember(caller, f"job {job_id}", JobState.PARKED.value, JobState.READY.value, "retried by hand")
        return Lane(lane)

    def parked(self, tenant_id: str) -> Sequence[Job]:
        query = sa.select(t.jobs).where(_PARKED, _J.tenant_id == tenant_id).order_by(_J.id).limit(200)
        return [_job(row) for row in self.bench.all(query)]

    def counts(self) -> dict[str, dict[str, int]]:
        rows = self.bench.all(sa.select(_J.lane, _J.state, sa.func.count().label("n")).group_by(_J.lane, _J.state))
        table: dict[str, dict[str, int]] = {lane.value: {} for lane in Lane}
        for row in rows:
            table[row["lane"]][row["state"]] = row["n"]
        return table

    def due_within(self, seconds: float) -> bool:
        soon = sa.or_(
            _J.state == JobState.RUNNING.value,
            sa.and_(_J.state == JobState.READY.value, _J.run_at <= self._now() + round(seconds * _SECOND)),
        )
        return self.bench.one(sa.select(_J.id).where(_OPEN, soon).limit(1)) is not None

    def oldest_ready_s(self) -> dict[str, float]:
        age = (self._now() - sa.func.min(_J.run_at)).label("age")
        query = sa.select(_J.lane, age).where(_OPEN, _J.state == JobState.READY.value).group_by(_J.lane)
        return {row["lane"]: max(0.0, row["age"] / _SECOND) for row in self.bench.all(query)}

    def _now(self) -> Any:
        """The clock that leases are compared with: PostgreSQL's own where there are several machines."""
        if self.bench.connection.dialect.name == "sqlite":
            return sa.literal(self.bench.now(), sa.BigInteger)
        return sa.cast(sa.extract("epoch", sa.func.clock_timestamp()) * _SECOND, sa.BigInteger)

    def _settle(self, job: Job, **values: Any) -> None:
        mine = sa.and_(_J.id == job.id, _J.fence == job.fence, _J.state == JobState.RUNNING.value)
        if self.bench.connection.execute(sa.update(t.jobs).where(mine).values(**values)).rowcount != 1:
            raise LostLease(job.id, job.fence)


def _running(lane: Lane, now: Any) -> sa.ScalarSelect[Any]:
    """How many jobs of the row's tenant are being worked on in the lane."""
    other = t.jobs.alias("running_jobs")
    held = sa.and_(other.c.state == JobState.RUNNING.value, other.c.lease_until >= now)
    same = sa.and_(other.c.tenant_id == _J.tenant_id, other.c.lane == lane.value)
    return sa.select(sa.func.count()).select_from(other).where(same, held).correlate(t.jobs).scalar_subquery()


def _is_due(now: Any) -> sa.ColumnElement[bool]:
    ready = sa.and_(_J.state == JobState.READY.value, _J.run_at <= now)
    lapsed = sa.and_(_J.state == JobState.RUNNING.value, _J.lease_until < now)
    return sa.and_(_OPEN, sa.or_(ready, lapsed))


def _archived(row: sa.RowMapping) -> dict[str, Any]:
    kept = {column.name for column in t.jobs_archive.c} - {"id", "job_id"}
    return {"job_id": row["id"], **{name: row[name] for name in kept}}


def _job(row: sa.RowMapping, lease_s: float = 0.0) -> Job:
    return Job(
        id=row["id"],
        kind=row["kind"],
        lane=Lane(row["lane"]),
        key=row["key"],
        tenant_id=row["tenant_id"],
        subject=row["subject"],
        payload=dict(row["payload"]),
        state=JobState(row["state"]),
        attempts=row["attempts"],
        max_attempts=row["max_attempts"],
        fence=row["fence"],
        run_at=from_micros(row["run_at"]),
        last_error=row["last_error"],
        lease_s=lease_s,
    )
