"""Runs the flow in a process of its own that may kill itself, or is killed at any time.

It is forked from one that has everything imported, so that a start costs milliseconds and a hundred of them are no burden.
`Driver.run` says how the process ended; the request and the answer are a line of JSON each.
"""

from __future__ import annotations

import json
import logging
import os
import select
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import structlog

from pod import failpoints
from tests.crash.flow import Kind, flow, open_shop
from tests.crash.selling import Selling, open_selling, sell
from tests.services.bench import Bench

ROOT = Path(__file__).resolve().parent.parent.parent
LATER_S = 3600
"""How much later a restart is: every lease has lapsed by then."""

Flow = tuple[Callable[[Path, Any], Bench], Callable[[Bench, Any], None]]
FLOWS: Mapping[type, Flow] = {Kind: (open_shop, flow), Selling: (open_selling, sell)}
"""What a shop of each kind is opened with, and what it then does."""


class Driver:
    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(
        self,
        folder: Path,
        kind: Kind | Selling,
        *,
        fail_at: str = "",
        later_s: float = 0.0,
        kill_after_s: float | None = None,
    ) -> int:
        """The exit code: 0 at the end of the flow, minus SIGKILL when it was killed on the way.

        `kill_after_s` is in the time of the wall: wherever it is just then.
        """
        asked = {
            "folder": str(folder),
            "flow": type(kind).__name__,
            "kind": asdict(kind),
            "fail_at": fail_at,
            "later_s": later_s,
            "kill_after_s": kill_after_s,
        }
        self._process.stdin.write(f"{json.dumps(asked)}\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "the driver has ended"
        return int(answer)


@contextmanager
def started() -> Iterator[Driver]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.crash.driver"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield Driver(process)
    finally:
        process.stdin.close()
        process.wait(60)
        process.stdout.close()


def _serve() -> None:
    answers = os.fdopen(os.dup(1), "w")
    # the flow's own words go where errors go: standard output is for answers
    os.dup2(2, 1)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    logging.getLogger("paramiko").setLevel(logging.CRITICAL)  # lines are cut here on purpose
    _warm_up()
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if child == 0:
            _run(asked)
        _, status = _waited_for(child, asked["kill_after_s"])
        answers.write(f"{os.waitstatus_to_exitcode(status)}\n")
        answers.flush()


def _waited_for(child: int, kill_after_s: float | None) -> tuple[int, int]:
    ended = os.pidfd_open(child)
    try:
        if not select.select([ended], [], [], kill_after_s)[0]:
            os.kill(child, signal.SIGKILL)
    finally:
        os.close(ended)
    return os.waitpid(child, 0)


def _warm_up() -> None:
    """What is only imported when a store is opened is imported once, and not in every process that is forked."""
    with TemporaryDirectory() as folder:
        open_shop(Path(folder), Kind()).store.close()


def _run(asked: dict[str, Any]) -> None:
    """Never returns."""
    failpoints._ARMED, _, failpoints._NTH = asked["fail_at"].partition(":")
    code = 1
    try:
        kind_of, (opened, run) = next((k, f) for k, f in FLOWS.items() if k.__name__ == asked["flow"])
        kind = kind_of(**asked["kind"])
        bench = opened(Path(asked["folder"]), kind)
        bench.clock.forward(asked["later_s"])
        run(bench, kind)
        code = 0
    except Exception:  # noqa: BLE001 - it is printed, and the exit code says that it was
        traceback.print_exc()
    finally:
        os._exit(code)


if __name__ == "__main__":
    _serve()
