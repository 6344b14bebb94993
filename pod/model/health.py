"""How an image service has been doing: what every worker of the shop knows of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Health:
    """`failures` in a row; `blocked_until` is when it may be asked again, and `why` says what for.

    `turns` of its rate were left at `turns_at`. `latency_ms` is how long a picture takes, of late.
    """

    provider: str
    failures: int = 0
    blocked_until: datetime | None = None
    why: str = ""
    turns: float = 0.0
    turns_at: datetime | None = None
    latency_ms: int = 0

    def blocked_s(self, now: datetime) -> float:
        return max(0.0, (self.blocked_until - now).total_seconds()) if self.blocked_until else 0.0

    def with_turns(self, now: datetime, per_minute: int, at_once: int) -> Health:
        """The turns that have come back since it was last looked: `per_minute` evenly, `at_once` at the most."""
        if self.turns_at is None:
            return replace(self, turns=float(at_once), turns_at=now)
        passed_s = max(0.0, (now - self.turns_at).total_seconds())
        return replace(self, turns=min(float(at_once), self.turns + passed_s * per_minute / 60), turns_at=now)

    def with_turn_taken(self) -> Health:
        return replace(self, turns=self.turns - 1)

    def turn_in_s(self, per_minute: int) -> float:
        """Seconds until the next turn; 0 where there is one."""
        return max(0.0, (1 - self.turns) * 60 / per_minute)

    def place_in_s(self) -> float:
        """Seconds until a place may be free: half a picture's time. Whoever waits looks no more often than that."""
        return min(max(self.latency_ms / 2000, LEAST_WAIT_S), LONGEST_WAIT_S)

    def well(self) -> Health:
        return replace(self, failures=0, blocked_until=None, why="")

    def failed(self, now: datetime, why: str) -> Health:
        """One more failure in a row; too many open the circuit, each time for longer."""
        failing = replace(self, failures=self.failures + 1)
        if failing.failures < FAILURES_IN_A_ROW:
            return failing
        pause = min(PAUSE * 2 ** min(failing.failures - FAILURES_IN_A_ROW, 9), LONGEST_PAUSE)
        return failing.blocked(now + pause, f"{failing.failures} failures in a row ({why})")

    def blocked(self, until: datetime, why: str) -> Health:
        return replace(self, blocked_until=max(until, self.blocked_until or until), why=why)


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a service may be asked by all workers together; 0 is as often as one likes."""

    parallel: int = 0
    per_minute: int = 0

    @property
    def at_once(self) -> int:
        return min(self.parallel or self.per_minute, self.per_minute)


LEAST_WAIT_S, LONGEST_WAIT_S = 2.0, 15.0

PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(minutes=15)
FAILURES_IN_A_ROW = 5
"""So many open the circuit; then one call at a time tries whether it is well again."""
