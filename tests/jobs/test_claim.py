"""One job from claim to outcome: what each answer of a task, each fault and each lapse of a lease does to its row."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pod.jobs import claim
from pod.jobs.claim import AWAY_S, Task, run_one
from pod.jobs.retry import FIRST_S, LONGEST_S, backoff_s
from pod.model.errors import Conflict, InputRefused, LostLease, NotFound, TooMuchWork, Unavailable
from pod.model.job import Done, Job, JobOutcome, JobState, Lane, Later, NeedsHuman, Retry
from pod.services.ports import Tx
from pod.store.sql import SqlStore
from tests.contracts.store_contract import HandClock, a_job

LANE = a_job("").lane


class Work:
    """A kind of job whose answers are scripted, and which remembers what it was asked and told."""

    def __init__(self, *answers: JobOutcome | Exception) -> None:
        self.answers = list(answers)
        self.ran: list[Job] = []
        self.given_up: list[str] = []
        self.told_first: Callable[[], None] = lambda: None

    def run(self, job: Job) -> JobOutcome:
        self.ran.append(job)
        answer = self.answers.pop(0) if self.answers else Done()
        if isinstance(answer, Exception):
            raise answer
        return answer

    def give_up(self, tx: Tx, job: Job, reason: str) -> None:
        self.told_first()
        tx.messages.receive("main", "given up", job.key, {}, reason.encode())
        self.given_up.append(reason)

    @property
    def tasks(self) -> dict[str, Task]:
        return {"work": Task(self.run, self.give_up)}


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def store(tmp_path: Path, clock: HandClock) -> Iterator[SqlStore]:
    store = SqlStore(f"sqlite:///{tmp_path / 'pod.db'}", clock)
    store.migrate()
    yield store
    store.close()


@pytest.fixture(autouse=True)
def _no_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claim, "_chance", lambda: 1.0)


def enqueue(store: SqlStore, key: str = "k", **changes: object) -> None:
    with store.writing() as tx:
        tx.jobs.enqueue("main", a_job(key, **changes))


def row(store: SqlStore, key: str = "k") -> dict[str, object]:
    """The job's row, with what it waits for in seconds."""
    with store.database.reading() as connection:
        found = connection.exec_driver_sql("SELECT * FROM jobs WHERE key = ?", (key,)).mappings().one()
    return {**found, "in_s": found["run_at"] / 1e6 - store._clock.now().timestamp()}


def run(store: SqlStore, work: Work, owner: str = "w") -> bool:
    return run_one(store, work.tasks, LANE, owner)


def test_nothing_due_is_said(store):
    assert run(store, Work()) is False


@pytest.mark.parametrize(
    ("answer", "state", "in_s", "attempts", "said"),
    [
        (Done(), JobState.DONE, 0.0, 1, ""),
        (Later(90.0, "at work"), JobState.READY, 90.0, 0, "at work"),
        (Retry("no luck"), JobState.READY, FIRST_S, 1, "no luck"),
        (Retry("no luck", after_s=300.0), JobState.READY, 300.0, 1, "no luck"),
        (NeedsHuman("look at it"), JobState.PARKED, 0.0, 1, "look at it"),
        (Unavailable("disk_full", "The disk is full."), JobState.READY, AWAY_S, 0, "The disk is full."),
        (Conflict("changed", "Someone was first."), JobState.READY, FIRST_S, 1, "Someone was first."),
        (TooMuchWork("too_much_work", "Too much."), JobState.READY, FIRST_S, 1, "Too much."),
        (InputRefused("bad", "It is no picture.", "Send one."), JobState.PARKED, 0.0, 1, "It is no picture. Send one."),
        (NotFound("no_file", "It is gone."), JobState.PARKED, 0.0, 1, "It is gone."),
        (ZeroDivisionError("planted-secret-4711"), JobState.READY, FIRST_S, 1, "(ZeroDivisionError)"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, (JobOutcome, Exception)) else str(value),
)
def test_what_each_answer_does_to_the_row(store, answer, state, in_s, attempts, said):
    enqueue(store)
    assert run(store, Work(answer)) is True
    after = row(store)
    assert (after["state"], after["attempts"]) == (state.value, attempts)
    assert after["in_s"] == pytest.approx(in_s, abs=1e-3)
    assert said in after["last_error"]
    assert "planted-secret" not in after["last_error"]
    assert after["lease_until"] is None


def test_a_job_that_only_waits_is_never_parked(store, clock):
    enqueue(store, max_attempts=2)
    work = Work(*[Later(10.0)] * 50)
    for _ in range(50):
        assert run(store, work)
        clock.forward(10)
    assert row(store)["state"] == "ready"
    assert work.given_up == []


def test_what_pod_itself_lacks_parks_nothing_however_long_it_lasts(store, clock):
    enqueue(store, max_attempts=2)
    work = Work(*[Unavailable("disk_full", "The disk is full.")] * 50)
    for _ in range(50):
        assert run(store, work)
        clock.forward(AWAY_S)
    assert run(store, work)
    assert row(store)["state"] == "done"


def test_after_its_last_attempt_a_job_is_parked_and_its_subject_told_in_the_same_commit(store, clock):
    enqueue(store, max_attempts=3)
    work = Work(*[Retry(f"no luck {n}") for n in range(1, 9)])
    for _ in range(3):
        assert run(store, work)
        clock.forward(LONGEST_S)
    assert run(store, work) is False
    after = row(store)
    assert (after["state"], after["attempts"], after["last_error"]) == ("parked", 3, "no luck 3")
    assert work.given_up == ["no luck 3"]
    with store.writing() as tx:
        assert tx.messages.receive("main", "given up", "k", {}, b"") is False, "it was committed"


def test_a_job_that_ends_its_worker_every_time_is_parked_without_being_run_again(store):
    enqueue(store, max_attempts=3)
    for _ in range(3):
        with store.writing() as tx:
            assert tx.jobs.claim(LANE, "killed", -1)
    work = Work()
    assert run(store, work) is True
    assert work.ran == []
    (reason,) = work.given_up
    assert "3 attempts" in reason
    assert row(store)["state"] == "parked"


def test_a_subject_that_cannot_be_told_does_not_keep_the_job_from_being_parked(store):
    enqueue(store)
    work = Work(NeedsHuman("look at it"))
    work.told_first = _raises(KeyError("gone"))
    assert run(store, work)
    assert (row(store)["state"], row(store)["last_error"]) == ("parked", "look at it")
    with store.writing() as tx:
        assert tx.messages.receive("main", "given up", "k", {}, b"") is True, "its half was rolled back"


def test_a_store_that_is_away_while_a_job_is_parked_leaves_it_to_be_parked_later(store):
    enqueue(store)
    work = Work(NeedsHuman("look at it"))
    work.told_first = _raises(Unavailable("disk_full", "The disk is full."))
    with pytest.raises(Unavailable):
        run(store, work)
    assert row(store)["state"] == "running"


def _raises(error: Exception) -> Callable[[], None]:
    def raising() -> None:
        raise error

    return raising


def test_a_job_of_an_unknown_kind_is_parked_for_a_person(store):
    enqueue(store, kind="from the future")
    assert run(store, Work())
    assert "another version of Pod" in row(store)["last_error"]


def test_a_parked_job_that_is_woken_starts_with_all_its_attempts(store, clock):
    enqueue(store, max_attempts=1)
    assert run(store, Work(Retry("no luck")))
    assert row(store)["state"] == "parked"
    with store.writing() as tx:
        tx.jobs.wake("main", a_job("k"))
    assert run(store, Work())
    assert row(store)["state"] == "done"


# --- leases


def lapsed(store: SqlStore) -> None:
    with store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE jobs SET lease_until = 0")


def test_a_stale_worker_writes_nothing_and_the_newer_ones_outcome_stands(store):
    enqueue(store)
    newer = Work(Later(77.0, "the newer one"))

    class Paused(Work):
        def run(self, job: Job) -> JobOutcome:
            lapsed(store)
            assert run(store, newer, owner="newer")
            return Done()

    assert run(store, Paused()) is True
    after = row(store)
    assert (after["state"], after["last_error"]) == ("ready", "the newer one")
    assert after["in_s"] == pytest.approx(77.0)


def test_a_stale_worker_parks_nothing_and_tells_no_subject(store):
    enqueue(store)

    class Paused(Work):
        def run(self, job: Job) -> JobOutcome:
            lapsed(store)
            assert run(store, Work(), owner="newer")
            return NeedsHuman("too late to say so")

    paused = Paused()
    assert run(store, paused) is True
    assert paused.given_up == []
    assert row(store)["state"] == "done"


def test_a_task_that_finds_its_lease_lost_is_no_failure_of_the_job(store):
    enqueue(store)
    assert run(store, Work(LostLease(1, 1))) is True
    assert (row(store)["state"], row(store)["last_error"]) == ("running", "")


def test_a_lease_is_renewed_while_the_work_lasts(store):
    """The work takes longer than the lease; without the renewal the rival would have it."""
    enqueue(store)
    renewed = threading.Event()

    class Slow(Work):
        def run(self, job: Job) -> JobOutcome:
            lapsed(store)
            # the side thread renews at a third of the lease's time
            while row(store)["lease_until"] == 0:
                renewed.wait(0.02)
            with store.writing() as tx:
                assert tx.jobs.claim(LANE, "rival", 60) is None
            return Done()

    leases_s = dict.fromkeys(Lane, 0.3)
    work = Slow()
    assert run_one(store, work.tasks, LANE, "w", leases_s) is True
    assert row(store)["state"] == "done"


def test_control_without_a_renewal_the_rival_has_it(store, monkeypatch):
    monkeypatch.setattr(claim, "_renewed", lambda *_: ThreadPoolExecutor(1))
    enqueue(store)
    rivals = []

    class Slow(Work):
        def run(self, job: Job) -> JobOutcome:
            lapsed(store)
            with store.writing() as tx:
                rivals.append(tx.jobs.claim(LANE, "rival", 60))
            return Done()

    assert run(store, Slow()) is True
    assert rivals[0] is not None


def test_no_two_workers_ever_run_the_same_job_at_once(store):
    keys = [f"k{n}" for n in range(40)]
    for key in keys:
        enqueue(store, key)
    ran: list[str] = []
    start = threading.Barrier(4)

    class Noted(Work):
        def run(self, job: Job) -> JobOutcome:
            ran.append(job.key)
            return Done()

    def worker(n: int) -> None:
        work = Noted()
        start.wait()
        while run(store, work, owner=f"w{n}"):
            pass

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(worker, range(4)))
    assert sorted(ran) == sorted(keys)


# --- retry, as numbers


@pytest.mark.parametrize(
    ("attempt", "chance", "seconds"),
    [(1, 1.0, 2.0), (2, 1.0, 4.0), (3, 0.5, 4.0), (9, 1.0, 512.0), (10, 1.0, 600.0), (99, 1.0, 600.0), (5, 0.0, 0.05)],
)
def test_the_wait_doubles_up_to_its_limit_and_is_drawn_from_all_of_it(attempt, chance, seconds):
    assert backoff_s(attempt, chance) == seconds
