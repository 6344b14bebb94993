"""``python -m tests.bench [WORD…]``: what the heavy parts cost, each row alone in a fresh process.

A module ``tests/bench/bench_*.py`` offers ``rows()``, which yields (name, callable). Imports and what ``rows()`` builds
before it yields are not timed, but count towards the peak memory, as they do in a worker. WORDs pick rows by name.
"""

from __future__ import annotations

import importlib
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

Row = tuple[str, Callable[[], object]]

_KIB_PER_MB = 1024 if sys.platform != "darwin" else 1024 * 1024  # getrusage(2): kilobytes on Linux, bytes on macOS


@dataclass(frozen=True)
class Cost:
    name: str
    wall_s: float
    cpu_s: float
    peak_mb: float


def modules() -> list[str]:
    return sorted(f"tests.bench.{file.stem}" for file in Path(__file__).parent.glob("bench_*.py"))


def rows_of(module: str) -> Iterator[Row]:
    yield from importlib.import_module(module).rows()


def measured(name: str, work: Callable[[], object]) -> Cost:
    """Run `work` once in this process, children included."""
    cpu, wall = _cpu_s(), time.perf_counter()
    work()
    return Cost(name, time.perf_counter() - wall, _cpu_s() - cpu, _peak_mb())


def _cpu_s() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def _peak_mb() -> float:
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(w).ru_maxrss for w in who) / _KIB_PER_MB


def in_a_child(module: str, name: str) -> Cost:
    command = [sys.executable, "-m", "tests.bench", "--row", module, name]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return Cost(**json.loads(run.stdout.splitlines()[-1]))


def main(words: list[str]) -> None:
    if words[:1] == ["--row"]:
        _, module, name = words
        work = next(work for found, work in rows_of(module) if found == name)
        print(json.dumps(asdict(measured(name, work))))
        return
    wanted = [
        (module, name)
        for module in modules()
        for name, _ in rows_of(module)
        if all(word.lower() in name.lower() for word in words)
    ]
    width = max((len(name) for _, name in wanted), default=4)
    print(f"{'what':{width}}  {'wall s':>8}  {'CPU s':>8}  {'peak MB':>8}")
    for module, name in wanted:
        cost = in_a_child(module, name)
        print(f"{name:{width}}  {cost.wall_s:8.3f}  {cost.cpu_s:8.3f}  {cost.peak_mb:8.0f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
