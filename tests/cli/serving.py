"""A server started as a person starts it, spoken to over HTTP, stopped by a signal."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

from tests.terminal import environment

_START_S, _STOP_S, _WORK_S = 90, 60, 120


@dataclass
class Running:
    process: subprocess.Popen[str]
    address: str
    log: Path

    def get(self, path: str) -> requests.Response:
        return requests.get(self.address + path, timeout=30)

    def post(self, path: str, body: dict[str, Any] | None = None, **more: Any) -> requests.Response:
        return requests.post(self.address + path, json=body, timeout=60, **more)

    def wait_for(self, path: str, done: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        until = time.monotonic() + _WORK_S
        while time.monotonic() < until:
            shown = self.get(path).json()
            if done(shown):
                return dict(shown)
            time.sleep(0.2)
        raise AssertionError(f"{path} did not get there: {shown}")

    def signal_group(self, number: signal.Signals) -> int:
        """To every process of the group, as Ctrl-C in a terminal does; the exit code of the server."""
        os.killpg(self.process.pid, number)
        return self.process.wait(timeout=_STOP_S)


@contextmanager
def serving(*args: str, cwd: Path, before: Sequence[str] = (), **environ: str) -> Iterator[Running]:
    """`pod serve` on a free port, in a process group of its own; what it says goes to a file."""
    log = cwd / f"server-{time.monotonic_ns()}.log"
    with log.open("wb") as said:
        process = subprocess.Popen(
            [*before, sys.executable, "-m", "pod", "serve", "--port", "0", *args],
            cwd=cwd, env=environment(**environ), stdout=said, stderr=said, start_new_session=True, text=True,
        )  # fmt: skip
    try:
        yield Running(process, _announced(process, log), log)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _announced(process: subprocess.Popen[str], log: Path) -> str:
    until = time.monotonic() + _START_S
    while time.monotonic() < until and process.poll() is None:
        found = re.search(r"Pod is at (http://\S+)", log.read_text(encoding="utf-8"))
        if found:
            return found[1]
        time.sleep(0.05)
    raise AssertionError(f"no address was announced:\n{log.read_text(encoding='utf-8')}")
