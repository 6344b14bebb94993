"""One job from claim to outcome. Used by every runner."""

from __future__ import annotations

import random
import threading
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import structlog

from pod.failpoints import fail_at
from pod.jobs.retry import backoff_s
from pod.model.errors import Conflict, LostLease, PodError, Unavailable
from pod.model.job import LEASE_S, Done, Job, JobOutcome, Lane, Later, NeedsHuman, Retry
from pod.services.ports import Store

Tasks = Mapping[str, Callable[[Job], JobOutcome]]

AWAY_S = 15.0
"""How long a job waits for what Pod itself lacks: disk space, the database."""

log = structlog.get_logger("pod.jobs")
_chance = random.SystemRandom().random


def run_one(store: Store, tasks: Tasks, lane: Lane, owner: str) -> bool:
    """Claims and runs one due job of the lane; False when none was due."""
    with store.writing() as tx:
        job = tx.jobs.claim(lane, owner, LEASE_S[lane])
    if job is None:
        return False
    fail_at("claim_after_commit")
    try:
        with _renewed(store, job, LEASE_S[lane]):
            outcome = _outcome(tasks, job)
        _record(store, job, outcome)
    except LostLease:
        # the newer worker finishes it; whatever this one tried to write was refused by its fence
        log.warning("job.lost_lease", job_id=job.id, kind=job.kind, fence=job.fence)
    return True


def _outcome(tasks: Tasks, job: Job) -> JobOutcome:
    task = tasks.get(job.kind)
    if task is None:
        return NeedsHuman(f"No task is called “{job.kind}”: the job was made by another version of Pod.")
    try:
        return task(job)
    except LostLease:
        raise
    except Unavailable as e:
        # not the job's fault, and it may last: counted as attempts, a full disk would park every job there is
        log.warning("job.waits", job_id=job.id, kind=job.kind, seconds=AWAY_S, why=str(e))
        return Later(AWAY_S, str(e))
    except Conflict as e:
        return Retry(str(e))
    except PodError as e:
        return NeedsHuman(str(e))
    except Exception as e:  # noqa: BLE001 - whatever a task raises becomes a row that a person can read
        log.error(
            "job.failed",
            job_id=job.id,
            kind=job.kind,
            attempt=job.attempts,
            error="".join(traceback.format_exception(e)),
        )
        return Retry(f"{type(e).__name__}: {e}")


def _record(store: Store, job: Job, outcome: JobOutcome) -> None:
    with store.writing() as tx:
        if isinstance(outcome, Done):
            tx.jobs.finish(job)
        elif isinstance(outcome, Later):
            tx.jobs.again(job, outcome.seconds, outcome.why, counts=False)
        elif isinstance(outcome, NeedsHuman):
            tx.jobs.park(job, outcome.reason)
        elif job.attempts >= job.max_attempts:
            tx.jobs.park(job, outcome.error)
        else:
            tx.jobs.again(job, backoff_s(job.attempts, _chance()), outcome.error, counts=True)
    log.info(
        "job.ended",
        job_id=job.id,
        kind=job.kind,
        subject=job.subject,
        attempt=job.attempts,
        outcome=type(outcome).__name__,
    )


@contextmanager
def _renewed(store: Store, job: Job, lease_s: float) -> Iterator[None]:
    """Renews the lease at a third of its time while the block runs."""
    stop = threading.Event()

    def renew() -> None:
        while not stop.wait(lease_s / 3):
            try:
                with store.writing() as tx:
                    tx.jobs.renew(job, lease_s)
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
