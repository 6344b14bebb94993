"""One job from claim to outcome. Used by every runner."""

from __future__ import annotations

import random
import threading
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import structlog

from pod.failpoints import fail_at
from pod.jobs.retry import backoff_s
from pod.model.errors import Conflict, LostLease, PodError, TooMuchWork, Unavailable
from pod.model.job import LEASE_S, Done, Job, JobOutcome, Lane, Later, NeedsHuman, Retry
from pod.services.ports import Store, Tx


def _nobody_waits(_tx: Tx, _job: Job, _reason: str) -> None:
    """A parked job of this kind leaves nothing behind that would wait for it."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a kind of job does. `run` takes one step. `give_up` is told when there will be no further one, with the reason
    in a sentence, in the transaction that parks the job: whatever the job was for must not wait for it any more.
    """

    run: Callable[[Job], JobOutcome]
    give_up: Callable[[Tx, Job, str], None] = _nobody_waits


Tasks = Mapping[str, Task]

AWAY_S = 15.0
"""How long a job waits for what Pod itself lacks: disk space, the database."""

log = structlog.get_logger("pod.jobs")
_chance = random.SystemRandom().random


def run_one(store: Store, tasks: Tasks, lane: Lane, owner: str, leases_s: Mapping[Lane, float] = LEASE_S) -> bool:
    """Claims and runs one due job of the lane; False when none was due."""
    with store.writing() as tx:
        job = tx.jobs.claim(lane, owner, leases_s[lane])
    if job is None:
        return False
    fail_at("claim_after_commit")
    try:
        with _renewed(store, job):
            outcome = _outcome(tasks, job)
        _record(store, tasks, job, outcome)
    except LostLease:
        # the newer worker finishes it; whatever this one tried to write was refused by its fence
        log.warning("job.lost_lease", job_id=job.id, kind=job.kind, fence=job.fence)
    return True


def _outcome(tasks: Tasks, job: Job) -> JobOutcome:
    task = tasks.get(job.kind)
    if task is None:
        return NeedsHuman(f"No task is called “{job.kind}”: the job was made by another version of Pod.")
    if job.attempts > job.max_attempts:
        return NeedsHuman(f"After {job.max_attempts} attempts the last one ended the program that it ran in.")
    try:
        return task.run(job)
    except LostLease:
        raise
    except Unavailable as e:
        # not the job's fault, and it may last: counted as attempts, a full disk would park every job there is
        log.warning("job.waits", job_id=job.id, kind=job.kind, seconds=AWAY_S, why=str(e))
        return Later(AWAY_S, str(e))
    except (Conflict, TooMuchWork) as e:
        return Retry(str(e))
    except PodError as e:
        return NeedsHuman(str(e))
    except Exception as e:  # noqa: BLE001 - whatever a task raises becomes a row that a person can read
        trace = "".join(traceback.format_exception(e))
        log.error("job.failed", job_id=job.id, kind=job.kind, attempt=job.attempts, error=trace)
        # its own words may name files and addresses; they are in the log, under the job's number
        return Retry(f"Something went wrong here that we did not foresee ({type(e).__name__}).")


def _record(store: Store, tasks: Tasks, job: Job, outcome: JobOutcome) -> None:
    if isinstance(outcome, NeedsHuman):
        _park(store, tasks, job, outcome.reason)
    elif isinstance(outcome, Retry) and job.attempts >= job.max_attempts:
        _park(store, tasks, job, outcome.error)
    else:
        with store.writing() as tx:
            _go_on(tx, job, outcome)
    log.info(
        "job.ended",
        job_id=job.id,
        kind=job.kind,
        subject=job.subject,
        attempt=job.attempts,
        outcome=type(outcome).__name__,
    )


def _go_on(tx: Tx, job: Job, outcome: Done | Later | Retry) -> None:
    if isinstance(outcome, Done):
        tx.jobs.finish(job)
    elif isinstance(outcome, Later):
        tx.jobs.again(job, outcome.seconds, outcome.why, counts=False)
    else:
        delay_s = max(outcome.after_s, backoff_s(job.attempts, _chance()))
        tx.jobs.again(job, delay_s, outcome.error, counts=True)


def _park(store: Store, tasks: Tasks, job: Job, reason: str) -> None:
    task = tasks.get(job.kind)
    try:
        with store.writing() as tx:
            tx.jobs.park(job, reason)
            if task:
                task.give_up(tx, job, reason)
    except (LostLease, Unavailable):
        raise
    except Exception as e:  # noqa: BLE001 - a subject that cannot be told must not keep the job running for ever
        trace = "".join(traceback.format_exception(e))
        log.error("job.give_up_failed", job_id=job.id, kind=job.kind, error=trace)
        with store.writing() as tx:
            tx.jobs.park(job, reason)


@contextmanager
def _renewed(store: Store, job: Job) -> Iterator[None]:
    """Renews the lease at a third of its time while the block runs."""
    stop = threading.Event()

    def renew() -> None:
        while not stop.wait(job.lease_s / 3):
            try:
                with store.writing() as tx:
                    tx.jobs.renew(job, job.lease_s)
            except LostLease:
                return  # the task's own writes carry the fence and will find out
            except PodError as e:
                log.warning("job.renewal_failed", job_id=job.id, error=str(e))

    side = threading.Thread(target=renew, name=f"renew-{job.id}", daemon=True)
    side.start()
    try:
        yield
    finally:
        stop.set()
        side.join()
