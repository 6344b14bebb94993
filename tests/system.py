"""Brings the real servers and independent readers of the tests, where the system's packages may be installed.

Prints one line for each tool and never fails: tests that miss a tool say so themselves. An attempt that failed is
remembered beside the virtual environment, so that tests can tell "tried and failed" from "never tried".
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

TRIED = Path(".venv/system-tried-and-failed")
_LIMIT_S = 600

PACKAGES = {
    "chromium": ("chromium", "chromium-browser"),
    "postgresql": ("/usr/lib/postgresql",),
    "poppler-utils": ("pdftoppm",),
    "ghostscript": ("gs",),
}
"""Debian's package: what shows that it is there."""


def found(signs: tuple[str, ...]) -> bool:
    return any(Path(s).exists() if s.startswith("/") else shutil.which(s) for s in signs)


def install(packages: list[str]) -> str:
    """ "" when it worked, else the reason."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return "needs root and apt-get"
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    last = ""
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
    ):
        try:
            done = subprocess.run(
                command, env=environment, capture_output=True, text=True, timeout=_LIMIT_S, check=False
            )
        except subprocess.TimeoutExpired:
            return f"{command[1]} took longer than {_LIMIT_S} s"
        last = "" if done.returncode == 0 else (done.stderr.strip().splitlines() or ["no reason given"])[-1]
    return last


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def main() -> int:
    missing = [name for name, signs in PACKAGES.items() if not found(signs)]
    reason = install(missing) if missing else ""
    TRIED.unlink(missing_ok=True)
    for name in PACKAGES:
        if name not in missing:
            say(f"{name}: found")
        elif found(PACKAGES[name]):
            say(f"{name}: installed")
        else:
            say(f"{name}: could not be installed ({reason})")
            TRIED.write_text(reason, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
