"""Commands as a person runs them: ``python -m pod …`` in a process of their own, or the same `main` in this one.

A process of its own takes a second to start: it is for what only a process can show (streams, signals, encodings).
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import structlog

from pod.cli.main import main

_LIMIT_S = 240


@dataclass(frozen=True)
class Said:
    """What a command printed, as bytes and as text, and its exit code."""

    exit_code: int
    raw: bytes
    raw_errors: bytes

    @property
    def out(self) -> str:
        return self.raw.decode()

    @property
    def errors(self) -> str:
        return self.raw_errors.decode()

    @property
    def json(self) -> dict[str, Any]:
        """Standard output as the one JSON object that it must be."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found


def pod(
    *args: str | bytes | Path,
    cwd: Path,
    exit_code: int | None = 0,
    stdin: bytes = b"",
    before: Sequence[str] = (),
    **environ: str,
) -> Said:
    """Runs one command; `exit_code` is the one expected, None takes any. `before` goes before the interpreter."""
    done = subprocess.run(
        [*before, sys.executable, "-m", "pod", *args],
        cwd=cwd,
        env=environment(**environ),
        input=stdin,
        capture_output=True,
        timeout=_LIMIT_S,
    )
    said = Said(done.returncode, done.stdout, done.stderr)
    if exit_code is not None:
        shown = f"exit {said.exit_code}, wanted {exit_code}\n{done.stdout[-3000:]!r}\n{done.stderr[-3000:]!r}"
        assert said.exit_code == exit_code, shown
        assert exit_code == 1 or b"Traceback" not in said.raw_errors, shown
    return said


def main_here(
    monkeypatch: pytest.MonkeyPatch,
    *args: str | Path,
    cwd: Path,
    exit_code: int | None = 0,
    stdin: bytes = b"",
    **environ: str,
) -> Said:
    """The same command in this process."""
    out, errors = io.BytesIO(), io.BytesIO()
    with monkeypatch.context() as changed:
        changed.chdir(cwd)
        for name in [n for n in os.environ if n.startswith("POD_")]:
            changed.delenv(name)
        for name, value in environ.items():
            changed.setenv(name, value)
        changed.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        for stream, raw in (("stdout", out), ("stderr", errors)):
            changed.setattr(sys, stream, io.TextIOWrapper(raw, "utf-8", "backslashreplace", write_through=True))
        code = main([str(arg) for arg in args])
        said = Said(code, out.getvalue(), errors.getvalue())
    structlog.reset_defaults()
    shown = f"exit {code}, wanted {exit_code}\n{said.out[-3000:]}\n{said.errors[-3000:]}"
    assert exit_code in (None, code), shown
    assert code == 1 or "Traceback" not in said.errors, shown
    return said


def environment(**environ: str) -> dict[str, str]:
    """This machine's environment without settings of a Pod, and then `environ`."""
    return {k: v for k, v in os.environ.items() if not k.startswith("POD_")} | {"NO_COLOR": "1"} | environ
