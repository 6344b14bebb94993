"""Broken off at a named point, within the test's own process: cheaper than a process that is killed, and as final for its commits."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from pod import failpoints


class Killed(BaseException):
    """Where a process would have been killed: it is caught by nothing but the test."""


class Mortal:
    """`os` as it is, but for `kill`."""

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def kill(self, _pid: int, _signal: int) -> None:
        raise Killed


@contextmanager
def killed_at(point: str) -> Iterator[None]:
    """Whatever is done within is broken off at the point, as a process is by SIGKILL: what was not committed is not there."""
    failpoints.os, failpoints._ARMED, failpoints._passed = Mortal(), point, itertools.count(1)
    try:
        with suppress(Killed):
            yield
    finally:
        failpoints.os, failpoints._ARMED = os, ""
