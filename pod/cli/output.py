"""What the terminal says. Results go to standard output, progress to standard error; `--json` prints one object.

On a terminal tables have lines and progress moves; in a pipe or a file both are plain text, a row or a step on a line.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from pod.model.errors import ChecksBlocked, PodError, Problems
from pod.model.findings import Finding, Findings, Severity

out = Console(highlight=False, soft_wrap=True, emoji=False)
err = Console(stderr=True, highlight=False, soft_wrap=True, emoji=False)

JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object on standard output.")]

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
    # a full disk, a database that is away: this machine has to be put right first
    "unavailable": 7,
}
"""`PodError.kind` to exit code, as documented in `docs/commands.md`."""

STOPPED = 130
"""What a shell expects of a command that Ctrl-C ended, and what Typer makes of it."""

EXIT_MEANINGS = {
    0: "done",
    1: "unexpected: a fault of ours",
    2: "usage: no such command or option, or a value of the wrong kind",
    3: "input refused: nothing was made of it",
    4: "checks blocked: what was made cannot be printed as it is",
    5: "the image provider failed, or its budget is used up",
    6: "the fulfillment partner failed",
    7: "not configured: a setting, a folder, the disk or the database has to be put right first",
    STOPPED: "stopped by Ctrl-C",
}

_MARKS = {
    Severity.FIXED: ("green", "fixed"),
    Severity.CHOOSE: ("yellow", "choose"),
    Severity.BLOCKED: ("red", "blocked"),
}

_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that steer a terminal: a file's name must not."""


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
    in_unicode = (sys.stdout.encoding or "").lower().startswith("utf")
    print(json.dumps(plain(value), indent=2, ensure_ascii=not in_unicode))


def print_json_error(error: PodError) -> None:
    told = {"code": error.code, "message": error.message, "hint": error.hint, "details": dict(error.details)}
    print_json({"error": told})


def say(text: str) -> None:
    out.print(_shown(text), markup=False)


def note(text: str) -> None:
    """Progress and remarks: never mixed into a result that is piped on."""
    err.print(_shown(text), markup=False, style="dim")


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    cells = [[_shown(str(cell)) for cell in row] for row in rows]
    if not out.is_terminal:
        _plain_table(columns, cells)
        return
    grid = Table(title=title, title_justify="left", header_style="bold")
    for column in columns:
        grid.add_column(column)
    for row in cells:
        grid.add_row(*(Text(cell) for cell in row))
    out.print(grid)


def _plain_table(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
    """A row is a line, columns are aligned and never broken."""
    rows = [list(columns), *([cell.replace("\n", "; ") for cell in row] for row in cells)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(columns))]
    for row in rows:
        say("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def print_findings(findings: Findings) -> None:
    """Every finding on its own line: severity, sentence, the number before and after, the way out. What is found in the PNG
    and in the PDF of one print is said once."""
    for found in dict.fromkeys(findings.found):
        _print_finding(found)
    if findings.not_measured:
        out.print(f"  not measured: {', '.join(findings.not_measured)}", markup=False, style="dim")


def _print_finding(found: Finding) -> None:
    colour, word = _MARKS[found.severity]
    out.print(f"  [{colour}]{word:>7}[/]  ", end="")
    out.print(f"{found.message} ", markup=False, end="")
    numbers = f"{found.measured} → {found.after}" if found.after else f"{found.measured}, needs {found.required}"
    place = f", at {found.where_mm.left:.0f}, {found.where_mm.top:.0f} mm" if found.where_mm else ""
    out.print(f"({found.rule}: {numbers}{place})", markup=False, style="dim")
    if found.way_out:
        out.print(f"           {found.way_out}", markup=False)


def refuse_blocked(findings: Findings, *, as_json: bool) -> None:
    """Ends with exit code 4 when anything cannot print. The findings have been told: a JSON object stays one object."""
    if not findings.blocked:
        return
    if as_json:
        raise typer.Exit(EXIT_CODES["checks"])
    rules = ", ".join(dict.fromkeys(f.rule for f in findings.blocked))
    raise ChecksBlocked(
        "checks_blocked", f"This cannot be printed as it is ({rules}).", "Each line above says what can be done."
    )


def print_error(error: PodError) -> None:
    err.print(_shown(error.message), markup=False, style="bold red")
    if isinstance(error, Problems):
        for where, problem in error.problems:
            said = str(problem)
            err.print(_shown(f"  {said}" if where in said else f"  {where}: {said}"), markup=False)
    elif error.hint:
        err.print(_shown(error.hint), markup=False)


def _shown(text: str) -> str:
    return _UNSHOWN.sub("�", text)


@contextmanager
def progress(title: str) -> Iterator[Steps]:
    """Work of several steps, told on standard error: a moving line on a terminal, else a line for each step."""
    if not err.is_terminal:
        note(title)
        yield Steps(None)
        return
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        TimeElapsedColumn(),
        console=err,
        transient=True,
    )
    bar.add_task(_shown(title), total=None)
    with bar:
        yield Steps(bar)


class Steps:
    def __init__(self, bar: Progress | None) -> None:
        self._bar = bar

    def show(self, text: str) -> None:
        if self._bar:
            self._bar.update(self._bar.task_ids[0], description=_shown(text))
        else:
            note(text)
