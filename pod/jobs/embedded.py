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
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

import structlog
from apscheduler.schedulers.background import BackgroundScheduler

from pod.jobs.claim import Tasks, run_one
from pod.model.errors import Conflict
from pod.model.job import Lane
from pod.services.ports import Store

log = structlog.get_logger("pod.jobs")

WORKERS = {Lane.MODEL: 2, Lane.RENDER: 2, Lane.HANDOFF: 1, Lane.UPKEEP: 1}
"""Threads of each lane. Hand-offs have one: a partner that cannot dedupe gets one sender."""

_TICK_S = 0.25
_CHECKPOINT_S = 60


class EmbeddedRunner:
    """Runs the jobs of `store` by `tasks`. `lock_file` keeps a second runner off the same data folder."""

    def __init__(
        self, store: Store, tasks: Callable[[], Tasks], lock_file: Path, upkeep: Callable[[], None] | None = None
    ) -> None:
        self._store = store
        self._tasks = tasks
        self._lock_file = lock_file
        self._upkeep = upkeep
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
        self._lock = _exclusive(self._lock_file)
        self._stopping.clear()
        self._scheduler = BackgroundScheduler(timezone="UTC")
        for lane, threads in WORKERS.items():
            self._pools[lane] = ThreadPoolExecutor(threads, thread_name_prefix=f"lane-{lane.value}")
            self._free[lane] = threading.Semaphore(threads)
            self._scheduler.add_job(
                self._offer,
                "interval",
                seconds=_TICK_S,
                args=[lane],
                id=f"tick-{lane.value}",
                max_instances=1,
                coalesce=True,
                misfire_grace_time=None,
            )
        if self._upkeep:
            self._scheduler.add_job(
                self._upkeep,
                "interval",
                seconds=_CHECKPOINT_S,
                id="upkeep",
                max_instances=1,
                coalesce=True,
                misfire_grace_time=None,
            )
        self._scheduler.start()

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
        with self._store.writing() as tx:
            given_back = tx.jobs.release(self._owner)
        if given_back:
            log.info("runner.gave_back", jobs=given_back)
        if self._lock:
            self._lock.close()
            self._lock = None

    def kick(self, job_id: int, lane: Lane) -> None:
        """A hint that a job is due: looked at now instead of at the next tick."""
        if self._scheduler is not None:
            log.debug("runner.kick", job_id=job_id, lane=lane.value)
            self._offer(lane)

    def drain(self, timeout_s: float = 600.0) -> None:
        """Runs due jobs in the calling thread until none is due and none waits for less than two seconds."""
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            if any(run_one(self._store, self._tasks(), lane, self._owner) for lane in Lane):
                continue
            if not self._soon():
                return
            time.sleep(0.05)

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
            while not self._stopping.is_set() and run_one(self._store, self._tasks(), lane, self._owner):
                self._offer(lane)
        except Exception as e:  # noqa: BLE001 - a pool keeps what its threads raise to itself: it must be seen here
            log.error("runner.store_failed", lane=lane.value, error="".join(traceback.format_exception(e)))
        finally:
            self._free[lane].release()


def _exclusive(path: Path) -> IO[bytes]:
    """An open file whose lock ends with this process, however it ends."""
    path.parent.mkdir(parents=True, exist_ok=True)
    file = path.open("ab")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as e:
        file.close()
        raise Conflict(
            "already_running",
            f"Another Pod is at work on {path.parent}.",
            "Stop it first, or set POD_DATA_DIR to another folder.",
        ) from e
    return file
