"""What the tests have a child process do. Light to import: every child imports it."""

from __future__ import annotations

import ctypes
import os
import signal
import time
from pathlib import Path


def doubled(n: int) -> int:
    return 2 * n


def pid(_: object) -> int:
    return os.getpid()


def asleep(_: object) -> None:
    time.sleep(600)


def spinning(_: object) -> None:
    while True:
        pass


def greedy(megabytes: int) -> int:
    return len(bytearray(megabytes << 20))


def segfaulting(_: object) -> None:
    ctypes.string_at(0)


def killed(_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leaving(_: object) -> None:
    os._exit(3)


def raising(error: Exception) -> None:
    raise error


def seen(_: object) -> dict[str, str]:
    """All that a decoder which has been taken over could read of our environment: its own, and its server's as it began."""
    began = Path(f"/proc/{os.getppid()}/environ").read_bytes().decode()
    own = Path("/proc/self/environ").read_bytes().decode()
    return {**os.environ, "began": began, "own": own}


def large(size: int) -> bytes:
    return os.urandom(size)


def noted_and_asleep(mark: str) -> None:
    Path(mark).write_text(str(os.getpid()), encoding="ascii")
    time.sleep(600)
