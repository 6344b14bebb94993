"""``python -m tests.bench [WORD…]``: what the heavy parts cost, each row alone in a fresh process.

A module ``tests/bench/bench_*.py`` offers ``TITLE``, ``NOTE`` where the page needs words, ``VERDICTS``
where something was promised, and ``rows()``, which yields (name, ready). ``ready()`` builds what is
not measured and gives the work. A work that gives back `Said` has its words in the table. Rows called ``task: who`` are
compared: the first *who* of a task is 1.

WORDs pick rows by their names or their section's title. Without any, all rows are measured and ``docs/benchmarks.md`` is
written; with some, those of its sections whose rows were all measured.
"""

from __future__ import annotations

import importlib
import json
import os
import platform
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from tests.bench.rows import Row, Said, Work

PAGE = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"
_KIB_PER_MB = 1024 if sys.platform != "darwin" else 1024 * 1024  # getrusage(2): kilobytes on Linux, bytes on macOS
_CLEAR_REFS = Path("/proc/self/clear_refs")
_LIBRARIES = ("pillow", "numpy", "opencv-python-headless", "isal", "pypdfium2", "pikepdf", "pyvips-binary", "waitress")


@dataclass(frozen=True)
class Cost:
    name: str
    wall_s: float
    cpu_s: float
    peak_mb: float
    said: str = ""

    @property
    def task(self) -> str:
        return self.name.rpartition(": ")[0]


def modules() -> list[str]:
    return sorted(f"tests.bench.{file.stem}" for file in Path(__file__).parent.glob("bench_*.py"))


def title_of(module: str) -> str:
    return str(importlib.import_module(module).TITLE)


def note_of(module: str) -> str:
    """What a reader of the page has to know of a module's rows; most need nothing."""
    return str(getattr(importlib.import_module(module), "NOTE", ""))


def verdicts_of(module: str, costs: list[Cost]) -> list[str]:
    """What a module's rows say of what was promised, as lines of the page; most promise nothing."""
    judge = getattr(importlib.import_module(module), "VERDICTS", None)
    return [*judge(costs), ""] if judge else []


def rows_of(module: str) -> Iterator[Row]:
    yield from importlib.import_module(module).rows()


def measured(name: str, work: Work) -> Cost:
    """Run `work` once in this process, children included."""
    _forget_peak()
    cpu, wall = _cpu_s(), time.perf_counter()
    said = work()
    wall, cpu = time.perf_counter() - wall, _cpu_s() - cpu
    return Cost(name, wall, cpu, _peak_mb(), str(said) if isinstance(said, Said) else "")


def _cpu_s() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def _forget_peak() -> None:
    """What was built beforehand is not the work's: Linux can forget how much memory a process once had (proc(5))."""
    if _CLEAR_REFS.exists():
        _CLEAR_REFS.write_text("5")


def _peak_mb() -> float:
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    own, children = (resource.getrusage(w).ru_maxrss / _KIB_PER_MB for w in who)
    if _CLEAR_REFS.exists():
        own = int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]) / 1024
    return max(own, children)


def in_a_child(module: str, name: str) -> Cost:
    command = [sys.executable, "-m", "tests.bench", "--row", module, name]
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return Cost(**json.loads(run.stdout.splitlines()[-1]))


def all_measured(words: list[str]) -> dict[str, list[Cost]]:
    """By title, printed as they come."""
    wanted = [
        (module, name)
        for module in modules()
        for name, _ in rows_of(module)
        if all(word.lower() in f"{title_of(module)} {name}".lower() for word in words)
    ]
    width = max((len(name) for _, name in wanted), default=4)
    print(f"{'what':{width}}  {'wall s':>8}  {'CPU s':>8}  {'peak MB':>8}  {'wall':>6}  {'CPU':>6}")
    found = dict[str, list[Cost]]()
    for module, name in wanted:
        costs = found.setdefault(title_of(module), [])
        costs.append(in_a_child(module, name))
        cost = costs[-1]
        wall, cpu = compared(cost, costs)
        said = f"  {cost.said}" if cost.said else ""
        print(
            f"{name:{width}}  {cost.wall_s:8.3f}  {cost.cpu_s:8.3f}  {cost.peak_mb:8.0f}  {wall:>6}  {cpu:>6}{said}",
            flush=True,
        )
    return found


def compared(cost: Cost, costs: list[Cost]) -> tuple[str, str]:
    """Wall and CPU time as multiples of the task's first row."""
    if not cost.task:
        return "", ""
    first = next(c for c in costs if c.task == cost.task)
    return f"{cost.wall_s / first.wall_s:.1f} ×", f"{cost.cpu_s / max(first.cpu_s, 1e-6):.1f} ×"


def _where() -> str:
    machine = f"{os.cpu_count()} cores ({platform.machine()}), {platform.system()}, Python {platform.python_version()}"
    return f"{machine}, {', '.join(f'{name} {version(name)}' for name in _LIBRARIES)}."


def page(found: dict[str, list[Cost]]) -> str:
    lines = [
        "# Benchmarks",
        "",
        "What the heavy parts cost, beside what others would cost. Written by `make bench`: every row runs alone in a fresh",
        "process, once. Peak memory is the whole process's, of which Python with its libraries is about 100 MB. *wall* and *CPU*",
        "are multiples of the first row of the same task. The seconds are of one machine: read the ratios.",
        "",
        _where(),
        "",
    ]
    return "\n".join(lines) + "\n".join(section(title, costs) for title, costs in found.items())


def section(title: str, costs: list[Cost]) -> str:
    module = next(module for module in modules() if title_of(module) == title)
    note = note_of(module)
    lines = [
        f"## {title}",
        "",
        *([note, ""] if note else []),
        "| | wall s | CPU s | peak MB | wall | CPU | |",
        "|---|---:|---:|---:|---:|---:|---|",
    ]
    for c in costs:
        wall, cpu = compared(c, costs)
        lines.append(f"| {c.name} | {c.wall_s:.2f} | {c.cpu_s:.2f} | {c.peak_mb:.0f} | {wall} | {cpu} | {c.said} |")
    return "\n".join([*lines, "", *verdicts_of(module, costs)])


def _rewritten(text: str, found: dict[str, list[Cost]]) -> str:
    """The page with the sections that were measured whole."""
    for title, costs in found.items():
        module = next(module for module in modules() if title_of(module) == title)
        if len(costs) == len(list(rows_of(module))):
            before, after = text.split(f"## {title}\n", 1)
            rest = after.partition("\n## ")
            text = before + section(title, costs) + "".join(rest[1:])
    return text


def main(words: list[str]) -> None:
    if words[:1] == ["--row"]:
        _, module, name = words
        ready = next(ready for found, ready in rows_of(module) if found == name)
        print(json.dumps(asdict(measured(name, ready()))))
        return
    found = all_measured(words)
    text = _rewritten(PAGE.read_text(encoding="utf-8"), found) if words else page(found)
    if not words or text != PAGE.read_text(encoding="utf-8"):
        PAGE.write_text(text, encoding="utf-8")
        print(f"\nwritten: {PAGE.relative_to(PAGE.parents[1])}")


if __name__ == "__main__":
    main(sys.argv[1:])
