"""Time is asked for, never taken: tests bring a clock of their own."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """Now, in UTC, with its zone."""
        ...
