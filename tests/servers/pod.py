"""`pod serve` as a process of its own, on a data folder and a free port."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


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
