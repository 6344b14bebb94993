"""The embedded runner: APScheduler ticking over the job table, a small pool of threads for each lane, in one process.

APScheduler keeps its own jobs in memory only; what has to survive is in our table. An event in the process makes a new
job start at once instead of at the next tick.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

import structlog
from apscheduler.schedulers.background import BackgroundScheduler

from pod.jobs.claim import Tasks, run_one
from pod.model.errors import Conflict, PodError
from pod.model.job import Lane
from pod.services.ports import Store

log = structlog.get_logger("pod.jobs")

WORKERS = {Lane.MODEL: 2, Lane.RENDER: 2, Lane.HANDOFF: 1, Lane.UPKEEP: 1, Lane.MESSAGES: 1}
"""Threads of each lane. Hand-offs have one: a partner that cannot dedupe gets one sender."""

_TICK_S = 0.25
_LOCK_WAIT_S, _LOCK_LOOK_S = 1.0, 0.05
"""Somebody who only asks whether a runner is at work has the lock for a moment; a runner keeps it."""


@dataclass(frozen=True, slots=True)
class Recurring:
    """Something done again and again while the runner runs, from its start on."""

    name: str
    every_s: float
    do: Callable[[], None]


class EmbeddedRunner:
    """Runs the jobs of `store` by `tasks`. `lock_file` keeps a second runner off the same data folder.

    `abandon` is called at a stop when the leases of what would not end in time have been given back: it breaks off the
    work itself, whose answer nobody may use any more.
    """

    def __init__(
        self,
        store: Store,
        tasks: Tasks,
        lock_file: Path,
        *,
        recurring: tuple[Recurring, ...] = (),
        abandon: Callable[[], None] = lambda: None,
    ) -> None:
        self._store = store
        self._tasks = tasks
        self._lock_file = lock_file
        self._recurring = recurring
        self._abandon = abandon
        self._owner = f"{os.uname().nodename}-{os.getpid()}-{secrets.token_hex(4)}"
        self._scheduler: BackgroundScheduler | None = None
        self._pools: dict[Lane, ThreadPoolExecutor] = {}
        self._free: dict[Lane, threading.Semaphore] = {}
        self._stopping = threading.Event()
        self._lock: IO[bytes] | None = None

    @property
    def running(self) -> bool:
        return self._scheduler is not None

    @property
    def at_work(self) -> bool:
        """Whether jobs of this data folder are run: here, or by another process that holds the lock."""
        if self.running:
            return True
        try:
            _exclusive(self._lock_file).close()
        except Conflict:
            return True
        return False

    def start(self) -> None:
        self._lock = _exclusive(self._lock_file, _LOCK_WAIT_S)
        self._stopping.clear()
        scheduler = BackgroundScheduler(timezone="UTC")
        for lane, threads in WORKERS.items():
            self._pools[lane] = ThreadPoolExecutor(threads, thread_name_prefix=f"lane-{lane.value}")
            self._free[lane] = threading.Semaphore(threads)
            _repeat(scheduler, f"tick-{lane.value}", _TICK_S, self._offer, lane)
        for recurring in self._recurring:
            _repeat(scheduler, recurring.name, recurring.every_s, _guarded, recurring)
        scheduler.start()
        self._scheduler = scheduler

    def stop(self, grace_s: float = 20.0) -> None:
        """Claims nothing more, waits up to `grace_s` for what runs, gives back the leases that are left."""
        if self._scheduler is None:
            return
        self._stopping.set()
        self._scheduler.shutdown(wait=False)
        self._scheduler = None
        deadline = time.monotonic() + grace_s
        for lane, threads in WORKERS.items():
            for _ in range(threads):
                self._free[lane].acquire(timeout=max(0.0, deadline - time.monotonic()))
        for pool in self._pools.values():
            pool.shutdown(wait=False, cancel_futures=True)
        try:
            self._give_back()
        finally:
            if self._lock:
                self._lock.close()
                self._lock = None

    def _give_back(self) -> None:
        """The leases first: once they are another's to take, work that is broken off can write no wrong ending."""
        with self._store.writing() as tx:
            given_back = tx.jobs.release(self._owner)
        if given_back:
            log.info("runner.gave_back", jobs=given_back)
            self._abandon()

    def kick(self, job_id: int, lane: Lane) -> None:
        """A hint that a job is due: looked at now instead of at the next tick."""
        if self._scheduler is not None:
            log.debug("runner.kick", job_id=job_id, lane=lane.value)
            self._offer(lane)

    def drain(self, timeout_s: float = 600.0) -> None:
        """Runs due jobs in the calling thread until none is due and none waits for less than two seconds."""
        self.run_until(lambda: not self._soon(), tuple(Lane), timeout_s)

    def run_until(self, done: Callable[[], bool], lanes: Sequence[Lane], timeout_s: float) -> None:
        """Runs jobs of these lanes in the calling thread, each when it is due; looks whether it is `done` when none is."""
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            if any(self._run_one(lane) for lane in lanes):
                continue
            if done():
                return
            time.sleep(0.05)

    def _run_one(self, lane: Lane) -> bool:
        return run_one(self._store, self._tasks, lane, self._owner)

    def _soon(self) -> bool:
        with self._store.reading() as tx:
            return tx.jobs.due_within(2.0)

    def _offer(self, lane: Lane) -> None:
        """Hands the lane to a free thread, if there is one."""
        if self._stopping.is_set() or not self._free[lane].acquire(blocking=False):
            return
        try:
            self._pools[lane].submit(self._work, lane)
        except RuntimeError:
            # the pool was shut down between the check and the call
            self._free[lane].release()

    def _work(self, lane: Lane) -> None:
        try:
            while not self._stopping.is_set() and self._run_one(lane):
                self._offer(lane)
        except Exception as e:  # noqa: BLE001 - a pool keeps what its threads raise to itself: it must be seen here
            log.error("runner.store_failed", lane=lane.value, error=_told(e))
        finally:
            self._free[lane].release()


def _repeat(scheduler: BackgroundScheduler, name: str, every_s: float, do: Callable[..., None], *args: Any) -> None:
    """Now and every so often; a run that is late or still going on is never doubled."""
    scheduler.add_job(
        do,
        "interval",
        seconds=every_s,
        args=args,
        id=name,
        next_run_time=datetime.now(UTC),
        max_instances=1,
        coalesce=True,
        misfire_grace_time=None,
    )


def _guarded(recurring: Recurring) -> None:
    """The next time may go better; what went wrong this time is seen."""
    try:
        recurring.do()
    except Exception as e:  # noqa: BLE001 - the scheduler would log it in words of its own
        log.error("runner.recurring_failed", name=recurring.name, error=_told(e))


def _told(error: Exception) -> str:
    """What Pod has words for, such as a full disk, in these; of a fault the place."""
    return str(error) if isinstance(error, PodError) else "".join(traceback.format_exception(error))


def _exclusive(path: Path, wait_s: float = 0.0) -> IO[bytes]:
    """An open file whose lock ends with this process, however it ends."""
    path.parent.mkdir(parents=True, exist_ok=True)
    file = path.open("ab")
    deadline = time.monotonic() + wait_s
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as e:
            if time.monotonic() < deadline:
                time.sleep(_LOCK_LOOK_S)
                continue
            file.close()
            raise Conflict(
                "already_running",
                f"Another Pod is at work on {path.parent}.",
                "Stop it first, or set POD_DATA_DIR to another folder.",
            ) from e
        return file
