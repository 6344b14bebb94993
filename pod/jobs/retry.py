"""When again: exponential back-off with full jitter, as numbers that can be tested."""

from __future__ import annotations

FIRST_S = 2.0
LONGEST_S = 600.0


def backoff_s(attempt: int, chance: float) -> float:
    """Seconds to wait after failed attempt number `attempt` (from 1); `chance` is a random number 0–1."""
    ceiling = min(LONGEST_S, FIRST_S * 2.0 ** (attempt - 1))
    return max(0.05, ceiling * chance)
