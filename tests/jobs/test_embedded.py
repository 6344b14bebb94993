"""The embedded runner: one on a data folder, woken at once, and leaving nothing claimed behind."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pod.jobs import embedded
from pod.jobs.claim import Task
from pod.jobs.embedded import WORKERS, EmbeddedRunner, Recurring
from pod.model.errors import Conflict
from pod.model.job import Done, Job, JobOutcome, Lane
from pod.store.sql import SqlStore
from tests.contracts.store_contract import HandClock, a_job

PATIENCE_S = 30


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    store = SqlStore(f"sqlite:///{tmp_path / 'pod.db'}", HandClock())
    store.migrate()
    yield store
    store.close()


@pytest.fixture
def a_runner(store: SqlStore, tmp_path: Path) -> Iterator[Callable[..., EmbeddedRunner]]:
    made: list[EmbeddedRunner] = []

    def making(run: Callable[[Job], JobOutcome] = lambda _: Done(), **more: object) -> EmbeddedRunner:
        made.append(EmbeddedRunner(store, {"work": Task(run)}, tmp_path / "runner.lock", **more))
        return made[-1]

    yield making
    for runner in made:
        runner.stop(grace_s=5)


def enqueue(store: SqlStore, *keys: str, **changes: object) -> list[int]:
    with store.writing() as tx:
        return [tx.jobs.enqueue("main", a_job(key, **changes)) for key in keys]


def counts(store: SqlStore, lane: Lane = Lane.RENDER) -> dict[str, int]:
    with store.reading() as tx:
        return tx.jobs.counts()[lane.value]


def test_what_is_in_the_table_is_run_without_anybody_saying_so(store, a_runner):
    done = threading.Semaphore(0)
    enqueue(store, "a", "b", "c")
    a_runner(lambda _: done.release() or Done()).start()
    assert all(done.acquire(timeout=PATIENCE_S) for _ in range(3))


def test_a_kick_has_a_job_looked_at_before_the_next_tick(store, a_runner, monkeypatch):
    monkeypatch.setattr(embedded, "_TICK_S", 3600)
    ran, ticked = threading.Event(), threading.Event()
    runner = a_runner(lambda _: ran.set() or Done(), recurring=(Recurring("first", 3600, ticked.set),))
    runner.start()
    assert ticked.wait(PATIENCE_S)
    # the ticks of the start are over when this one, the last of them, has been
    monkeypatch.undo()
    (job_id,) = enqueue(store, "k")
    runner.kick(job_id, Lane.RENDER)
    assert ran.wait(PATIENCE_S)


def test_a_kick_before_the_start_or_after_the_stop_is_only_a_hint(store, a_runner):
    runner = a_runner()
    runner.kick(1, Lane.RENDER)
    runner.start()
    runner.stop()
    runner.kick(1, Lane.RENDER)


def test_a_second_runner_is_kept_off_the_same_folder(a_runner, monkeypatch):
    monkeypatch.setattr(embedded, "_LOCK_WAIT_S", 0.1)
    first, second = a_runner(), a_runner()
    first.start()
    with pytest.raises(Conflict, match="Another Pod is at work") as refused:
        second.start()
    assert "POD_DATA_DIR" in refused.value.hint
    assert not second.running
    first.stop()
    second.start()
    assert second.running


def test_the_lock_ends_with_its_process_however_it_ends(a_runner, tmp_path):
    holder = "import sys, time\nfrom pathlib import Path\nfrom pod.jobs.embedded import _exclusive\n"
    holder += "kept = _exclusive(Path(sys.argv[1]))\nprint('held', flush=True)\ntime.sleep(600)\n"
    process = subprocess.Popen(
        [sys.executable, "-c", holder, str(tmp_path / "runner.lock")], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout.readline() == "held\n"
        runner = a_runner()
        assert runner.at_work
        process.kill()
        process.wait(PATIENCE_S)
        runner.start()
        assert runner.running
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def test_whoever_asks_whether_it_works_does_not_keep_it_from_starting(a_runner):
    """The question takes the lock for a moment; a start that meets it waits that moment."""
    asking, runner = a_runner(), a_runner()
    stop = threading.Event()

    def ask() -> None:
        while not stop.is_set():
            _ = asking.at_work

    asker = threading.Thread(target=ask)
    asker.start()
    try:
        for _ in range(20):
            runner.start()
            runner.stop()
    finally:
        stop.set()
        asker.join()


def test_at_work_is_said_only_while_somebody_is(a_runner):
    runner, other = a_runner(), a_runner()
    assert not other.at_work
    runner.start()
    assert other.at_work
    runner.stop()
    assert not other.at_work


def test_a_stop_waits_for_what_runs_and_claims_nothing_more(store, a_runner):
    begun, may_end, ended = threading.Event(), threading.Event(), threading.Event()

    def working(_: Job) -> JobOutcome:
        begun.set()
        assert may_end.wait(PATIENCE_S)
        ended.set()
        return Done()

    runner = a_runner(working)
    enqueue(store, *(f"k{n}" for n in range(WORKERS[Lane.RENDER] + 3)))
    runner.start()
    assert begun.wait(PATIENCE_S)
    stopping = threading.Thread(target=runner.stop)
    stopping.start()
    while runner.running:
        pass
    may_end.set()
    stopping.join(PATIENCE_S)
    assert ended.is_set()
    found = counts(store)
    assert "running" not in found
    assert found["ready"] >= 3


def test_a_stop_that_cannot_wait_gives_the_leases_back_before_it_breaks_the_work_off(store, a_runner):
    """In this order, or the broken-off work would be written down as a failure."""
    begun, broken_off = threading.Event(), threading.Event()
    seen_at_break: list[dict[str, int]] = []

    def working(_: Job) -> JobOutcome:
        begun.set()
        assert broken_off.wait(PATIENCE_S)
        raise RuntimeError("broken off")

    def abandon() -> None:
        seen_at_break.append(counts(store))
        broken_off.set()

    runner = a_runner(working, abandon=abandon)
    enqueue(store, "k")
    runner.start()
    assert begun.wait(PATIENCE_S)
    runner.stop(grace_s=0.1)
    assert seen_at_break == [{"ready": 1}]
    for pool in runner._pools.values():
        pool.shutdown(wait=True)
    with store.writing() as tx:
        again = tx.jobs.claim(Lane.RENDER, "next", 60)
    assert again is not None
    assert (again.attempts, again.last_error) == (1, ""), "unharmed, as if it had never been claimed"


def test_an_idle_stop_breaks_nothing_off(a_runner):
    broken: list[str] = []
    runner = a_runner(abandon=lambda: broken.append("off"))
    runner.start()
    runner.stop()
    assert broken == []


def test_a_lane_keeps_its_threads_to_itself(store, a_runner):
    """Previews that hang do not keep a paid order waiting."""
    hang, handed_off = threading.Event(), threading.Event()

    def working(job: Job) -> JobOutcome:
        if job.lane is Lane.RENDER:
            assert hang.wait(PATIENCE_S)
        else:
            handed_off.set()
        return Done()

    runner = a_runner(working)
    enqueue(store, *(f"r{n}" for n in range(9)))
    runner.start()
    enqueue(store, "h", lane=Lane.HANDOFF)
    assert handed_off.wait(PATIENCE_S)
    hang.set()


def test_a_store_that_fails_ends_no_lane(store, a_runner, monkeypatch):
    ran, failed = threading.Event(), threading.Semaphore(0)
    real = embedded.run_one
    faults = iter([True, True])

    def failing(*args: object) -> bool:
        if next(faults, False):
            failed.release()
            raise RuntimeError("the store is gone")
        return real(*args)

    monkeypatch.setattr(embedded, "run_one", failing)
    runner = a_runner(lambda _: ran.set() or Done())
    enqueue(store, "k")
    runner.start()
    assert ran.wait(PATIENCE_S)
    assert all(failed.acquire(timeout=PATIENCE_S) for _ in range(2))


def test_what_recurs_is_done_from_the_start_on_and_again_after_a_failure(a_runner):
    times = threading.Semaphore(0)

    def do() -> None:
        times.release()
        raise RuntimeError("this time it did not work")

    a_runner(recurring=(Recurring("often", 0.05, do),)).start()
    assert all(times.acquire(timeout=PATIENCE_S) for _ in range(3))


def test_draining_runs_what_is_due_and_leaves_what_has_to_wait(store, a_runner):
    enqueue(store, "a", "b")
    enqueue(store, "later", delay_s=3600)
    a_runner().drain()
    assert counts(store) == {"done": 2, "ready": 1}
