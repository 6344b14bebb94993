"""`pod serve` as a process of its own, on a data folder and a free port."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests

from pod.providers.embedded.packages import packages_ready

ROOT = Path(__file__).resolve().parent.parent.parent
CHECKOUT_DATA = ROOT / "var"
_STOP_S = 60


@dataclass(frozen=True)
class Served:
    process: subprocess.Popen[str]
    address: str
    said: str
    """What it has printed up to its address."""
    environ: dict[str, str]


@contextmanager
def serving(data_dir: Path, log: Path | None = None, **environ: str) -> Iterator[Served]:
    """Killed at the end, if it has not been stopped before; `log` gets its standard error."""
    whole = {**os.environ, "POD_DATA_DIR": str(data_dir), **environ}
    with (log or Path(os.devnull)).open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "pod", "serve", "--port", "0"],
            env=whole,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=errors if log else None,
            text=True,
        )
        try:
            said = ""
            while "Pod is at" not in said:
                line = process.stdout.readline()
                assert line, f"ended before it listened: {said}"
                said += line
            yield Served(process, said.split()[-1], said, whole)
        finally:
            process.kill()
            process.wait()
            process.stdout.close()


@dataclass
class Shop:
    """A running Pod: its address, its data folder, and how anybody and an operator call it."""

    address: str
    data_dir: Path
    operator: dict[str, str]
    session: requests.Session = field(default_factory=requests.Session)

    def call(self, method: str, path: str, wanted: int, **arguments: Any) -> requests.Response:
        """As nobody in particular."""
        answer = self.session.request(method, self.address + path, timeout=60, **arguments)
        assert answer.status_code == wanted, f"{method} {path}: {answer.status_code}, wanted {wanted}\n{answer.text}"
        return answer

    def operate(self, method: str, path: str, wanted: int, **arguments: Any) -> requests.Response:
        return self.call(method, path, wanted, headers=self.operator, **arguments)


@contextmanager
def served(data_dir: Path, **environ: str) -> Iterator[Shop]:
    """A shop with the motif packages of the checkout and an operator's key; it has to stop cleanly at the end."""
    assert packages_ready(CHECKOUT_DATA), "run `make setup-dev` once: it fetches the motif packages"
    folders = {"POD_EMBEDDED_DATA_DIR": str(CHECKOUT_DATA), "POD_MANUAL_FOLDER": str(data_dir / "handoff")}
    with serving(data_dir, **folders, **environ) as pod:
        key = subprocess.run(
            [sys.executable, "-m", "pod", "key", "tests"], env=pod.environ, capture_output=True, text=True, check=True
        ).stdout.strip()
        shop = Shop(pod.address, data_dir, {"Authorization": f"Bearer {key}"})
        with shop.session:
            yield shop
        pod.process.terminate()
        assert pod.process.wait(timeout=_STOP_S) == 0
