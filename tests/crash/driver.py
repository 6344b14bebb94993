"""Runs the flow in a process of its own that may kill itself.

It is forked from one that has everything imported, so that a start costs milliseconds and a hundred of them are no burden.
`Driver.run` says how the process ended; the request and the answer are a line of JSON each.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import structlog

from fulfillment.base import Capability
from pod import failpoints
from tests.crash.flow import Kind, flow, open_shop

ROOT = Path(__file__).resolve().parent.parent.parent
LATER_S = 3600
"""How much later a restart is: every lease has lapsed by then."""


class Driver:
    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, folder: Path, kind: Kind, *, fail_at: str = "", later_s: float = 0.0) -> int:
        """The exit code: 0 at the end of the flow, minus SIGKILL when it was killed on the way."""
        asked = {"folder": str(folder), "kind": asdict(kind), "fail_at": fail_at, "later_s": later_s}
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
    _warm_up()
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _run(json.loads(line))
        _, status = os.waitpid(child, 0)
        answers.write(f"{os.waitstatus_to_exitcode(status)}\n")
        answers.flush()


def _warm_up() -> None:
    """What is only imported when a store is opened is imported once, and not in every process that is forked."""
    with TemporaryDirectory() as folder:
        open_shop(Path(folder), Kind()).store.close()


def _run(asked: dict[str, Any]) -> None:
    """Never returns."""
    failpoints._ARMED, _, failpoints._NTH = asked["fail_at"].partition(":")
    told = asked["kind"]
    kind = Kind(**{**told, "capability": Capability(told["capability"])})
    code = 1
    try:
        bench = open_shop(Path(asked["folder"]), kind)
        bench.clock.forward(asked["later_s"])
        flow(bench, kind)
        code = 0
    except Exception:  # noqa: BLE001 - it is printed, and the exit code says that it was
        traceback.print_exc()
    finally:
        os._exit(code)


if __name__ == "__main__":
    _serve()
