"""Crash points do nothing until one is named, and then kill the process there, once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pod.failpoints import POINTS

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
