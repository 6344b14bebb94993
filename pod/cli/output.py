"""What the terminal says. Results go to standard output, progress to standard error; `--json` prints one object."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from pod.model.errors import PodError, Problems
from pod.model.findings import Finding, Findings, Severity

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)

EXIT_CODES = {
    "unexpected": 1,
    "usage": 2,
    "input": 3,
    "checks": 4,
    "provider": 5,
    "partner": 6,
    "configuration": 7,
    # a terminal has no other caller to compete with: these are the input's fault
    "missing": 3,
    "conflict": 3,
    "forbidden": 3,
    "unauthenticated": 3,
    "limit": 5,
    "unavailable": 1,
}
"""`PodError.kind` to exit code, as documented in `docs/commands.md`."""

_MARKS = {
    Severity.FIXED: ("green", "fixed"),
    Severity.CHOOSE: ("yellow", "choose"),
    Severity.BLOCKED: ("red", "blocked"),
}


def plain(value: Any) -> Any:
    """Any of our values as plain JSON types."""
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    return value


def print_json(value: Any) -> None:
    print(json.dumps(plain(value), indent=2, ensure_ascii=False, sort_keys=False))


def say(text: str) -> None:
    out.print(text, markup=False)


def note(text: str) -> None:
    """Progress and remarks: never mixed into a result that is piped on."""
    err.print(text, markup=False, style="dim")


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    grid = Table(title=title, title_justify="left", header_style="bold")
    for column in columns:
        grid.add_column(column)
    for row in rows:
        grid.add_row(*(str(cell) for cell in row))
    out.print(grid)


def print_findings(findings: Findings) -> None:
    """Every finding on its own line: severity, sentence, the number before and after, the way out."""
    for found in findings.found:
        _print_finding(found)
    if findings.not_measured:
        out.print(f"  not measured: {', '.join(findings.not_measured)}", markup=False, style="dim")


def _print_finding(found: Finding) -> None:
    colour, word = _MARKS[found.severity]
    out.print(f"  [{colour}]{word:>7}[/]  ", end="")
    out.print(f"{found.message} ", markup=False, end="")
    numbers = f"{found.measured} → {found.after}" if found.after else f"{found.measured}, needs {found.required}"
    out.print(f"({found.rule}: {numbers})", markup=False, style="dim")
    if found.way_out:
        out.print(f"           {found.way_out}", markup=False)


def print_error(error: PodError) -> None:
    if isinstance(error, Problems):
        err.print(error.message, markup=False, style="bold red")
        for where, problem in error.problems:
            err.print(f"  {where}: {problem.message} {problem.hint}".rstrip(), markup=False)
        return
    err.print(error.message, markup=False, style="bold red")
    if error.hint:
        err.print(error.hint, markup=False)


def error_json(error: PodError) -> dict[str, Any]:
    return {
        "error": {
            "code": error.code,
            "message": error.message,
            "hint": error.hint,
            "details": plain(dict(error.details)),
        }
    }


@contextmanager
def progress(title: str) -> Iterator[_Steps]:
    """A bar on standard error for work of several steps; silent where standard error is not a terminal."""
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        TimeElapsedColumn(),
        console=err,
        transient=True,
        disable=not err.is_terminal,
    )
    with bar:
        yield _Steps(bar, bar.add_task(title, total=None))


class _Steps:
    def __init__(self, bar: Progress, task: TaskID) -> None:
        self._bar, self._task = bar, task

    def show(self, text: str, done: int | None = None, total: int | None = None) -> None:
        self._bar.update(self._task, description=text, completed=done, total=total)
