"""Crash points do nothing until one is named, and then kill the process there, once."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pod.failpoints import POINTS
from tests.crash_docs import ROWS

ROOT = Path(__file__).resolve().parent.parent
SOURCES = [
    p
    for folder in ("pod", "fulfillment", "prompts")
    for p in (ROOT / folder).rglob("*.py")
    if p.name != "failpoints.py"
]

PASS = "from pod.failpoints import fail_at\nfor n in range(3):\n    fail_at('{}')\n    print(n, flush=True)\n"


def passing(point: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PASS.format(point)],
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("armed", "passed"),
    [("", 3), (POINTS[0], 0), (f"{POINTS[0]}:1", 0), (f"{POINTS[0]}:3", 2), (f"{POINTS[0]}:4", 3), (POINTS[1], 3)],
)
def test_it_kills_where_and_when_it_is_told_to(armed, passed):
    done = passing(POINTS[0], POD_FAIL_AT=armed)
    assert done.stdout.split() == [str(n) for n in range(passed)]
    assert done.returncode == (0 if passed == 3 else -signal.SIGKILL)


def test_with_a_mark_the_restarted_process_passes_unharmed(tmp_path: Path):
    environ = {"POD_FAIL_AT": POINTS[0], "POD_FAIL_MARK": str(tmp_path / "mark")}
    assert passing(POINTS[0], **environ).returncode == -signal.SIGKILL
    assert passing(POINTS[0], **environ).returncode == 0


def test_no_point_has_two_places_in_the_list():
    assert len(set(POINTS)) == len(POINTS)


# --- the table of crashes, held against the code


def test_every_point_that_code_passes_is_in_the_list_and_every_one_of_the_list_is_passed():
    passed = {p for path in SOURCES for p in re.findall(r'(?:fail_at|\.at)\("(\w+)"\)', path.read_text("utf-8"))}
    assert passed == set(POINTS)


def test_every_point_stands_in_a_row_of_the_table():
    told = [point for row in ROWS.values() for point in row.points]
    assert sorted(told) == sorted(POINTS)


def test_every_row_names_a_test_that_there_is():
    named = [test for row in ROWS.values() for test in row.tests]
    assert all(row.tests for row in ROWS.values())
    missing = [
        t for t in named if f"def {t.partition('::')[2]}(" not in (ROOT / t.partition("::")[0]).read_text("utf-8")
    ]
    assert missing == []
