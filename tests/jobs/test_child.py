"""Picture work in a child process: its limits, its faults, what it may see, and that the service outlives all of it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from pod.jobs.child import ChildOffload
from pod.model.errors import ChecksBlocked, InputRefused, PodError, Problems, TooMuchWork, Unavailable
from tests.jobs.childwork import (
    asleep,
    doubled,
    greedy,
    killed,
    large,
    leaving,
    noted_and_asleep,
    pid,
    raising,
    seen,
    segfaulting,
    spinning,
)

SECRETS = {
    "POD_SECRET_KEY": "planted-secret-4711",
    "POD_GEMINI_API_KEY": "planted-secret-4712",
    "POD_DATABASE_URL": "postgresql://pod:planted-secret-4713@db/pod",
}


@pytest.fixture(scope="module")
def children() -> Iterator[ChildOffload]:
    """Begun with secrets in our environment, as a service has them."""
    with pytest.MonkeyPatch.context() as environment:
        for name, value in SECRETS.items():
            environment.setenv(name, value)
        offload = ChildOffload()
        offload.call(doubled, 1, timeout_s=60, memory_mb=256)
        yield offload


def call(children: ChildOffload, work, argument=None, *, timeout_s=30.0, memory_mb=512):
    return children.call(work, argument, timeout_s=timeout_s, memory_mb=memory_mb)


def test_the_answer_comes_from_another_process(children):
    assert call(children, doubled, 21) == 42
    assert call(children, pid) != os.getpid()


def test_a_large_answer_comes_whole(children):
    assert len(call(children, large, 40 << 20)) == 40 << 20


def test_many_at_once_get_their_own_answers(children):
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(lambda n: call(children, doubled, n), range(24))) == [2 * n for n in range(24)]


@pytest.mark.parametrize("work", [asleep, spinning])
def test_work_past_its_time_is_ended_with_the_limit_in_the_sentence(children, work):
    with pytest.raises(TooMuchWork, match=r"more than 0\.3 s") as ended:
        call(children, work, timeout_s=0.3)
    assert (ended.value.code, ended.value.details["timeout_s"]) == ("too_much_work", 0.3)
    assert ended.value.hint
    assert call(children, doubled, 1) == 2


def test_memory_past_its_limit_is_refused_in_the_child_and_not_in_the_service(children):
    assert call(children, greedy, 50, memory_mb=200) == 50 << 20
    with pytest.raises(TooMuchWork, match="200 MB"):
        call(children, greedy, 400, memory_mb=200)
    assert call(children, doubled, 1) == 2


@pytest.mark.parametrize("work", [segfaulting, killed, leaving])
def test_a_child_that_dies_ends_its_picture_and_nothing_else(children, work):
    with pytest.raises(TooMuchWork, match="broke off") as died:
        call(children, work)
    assert died.value.code == "picture_work_died"
    assert call(children, doubled, 1) == 2


@pytest.mark.parametrize(
    "error",
    [
        InputRefused("not_a_picture", "This is no picture.", "Send one.", measured="text", required="image"),
        ChecksBlocked("blocked", "It cannot print."),
        Problems(
            "brief",
            "Two things.",
            [
                (
                    "subject",
                    InputRefused("a", "A."),
                ),
                ("style", InputRefused("b", "B.")),
            ],
        ),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_of_ours_comes_across_with_all_that_it_says(children, error):
    with pytest.raises(PodError) as carried:
        call(children, raising, error)
    there = carried.value
    assert type(there) is type(error)
    assert (there.code, there.message, there.hint, dict(there.details)) == (
        error.code,
        error.message,
        error.hint,
        dict(error.details),
    )
    assert str(there) == str(error)


def test_a_long_temporary_folder_is_no_reason_to_fail(tmp_path):
    folder = tmp_path / ("x" * 100)
    folder.mkdir()
    script = (
        "from pod.jobs.child import ChildOffload; from tests.jobs.childwork import doubled;"
        "print(ChildOffload().call(doubled, 21, timeout_s=60, memory_mb=512))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "TMPDIR": str(folder)},
        capture_output=True,
        text=True,
        timeout=90,
    )
    assert (done.stdout, done.stderr) == ("42\n", "")


def test_a_fault_in_the_work_comes_across_with_its_traceback(children):
    with pytest.raises(RuntimeError, match="ZeroDivisionError: by nothing") as fault:
        call(children, raising, ZeroDivisionError("by nothing"))
    assert "in raising" in str(fault.value)


def test_a_child_sees_none_of_our_secrets_and_we_keep_them(children):
    everything = call(children, seen)
    assert "PATH" in everything
    for name, value in SECRETS.items():
        assert name not in everything
        assert all(value not in text for text in everything.values())
        assert os.environ[name] == value


def test_control_a_plain_child_sees_them_all(children):
    plain = subprocess.run([sys.executable, "-c", "import os; print(dict(os.environ))"], capture_output=True, text=True)
    assert all(value in plain.stdout for value in SECRETS.values())


def test_a_stop_that_cannot_wait_breaks_off_what_runs_and_says_why_and_leaves_no_process(tmp_path):
    offload = ChildOffload()
    mark = tmp_path / "pid"
    with ThreadPoolExecutor(1) as pool:
        working = pool.submit(call, offload, noted_and_asleep, str(mark))
        waiting = threading.Event()
        while not (mark.exists() and mark.read_text()):
            waiting.wait(0.02)
        offload.abandon()
        with pytest.raises(Unavailable, match="stopping"):
            working.result(30)
    with pytest.raises(ProcessLookupError):
        os.kill(int(mark.read_text()), 0)
    with pytest.raises(Unavailable, match="stopping"):
        call(offload, doubled, 1)
