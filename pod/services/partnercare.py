"""How often a partner is asked, and when not at all: what every worker knows of it, as of the image services.

A partner bears so many calls in a minute, of all workers together; where it says that it wants to be left alone for a while,
all of them wait. Failures in a row open its circuit: it is not asked until the pause is over, and then by one at a time. Nothing
is lost by it: a hand-off that waits is told when it goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from fulfillment.base import Accepted, NotReady, NotSent, Rejected, Unknown
from pod.model.errors import PartnerFailed
from pod.model.health import FAILURES_IN_A_ROW, Health, Pace
from pod.services.toolbox import Toolbox

CALLS_A_STEP = 4
"""A step of a hand-off makes no more calls than that: it looks, asks for the price or the parcels, and acts."""

_ONE_BY_ONE = Pace(per_minute=1)
_SHORTEST_WAIT_S = 1.0


@dataclass(frozen=True, slots=True)
class Wait:
    """`closed`: nobody asks the partner until then; otherwise it is only busy. `failing`: it has not asked for that itself, but failed
    time and again."""

    seconds: float
    why: str
    closed: bool
    failing: bool = False


Verdict = Accepted | Rejected | NotSent | NotReady | Unknown


def health_key(partner: str) -> str:
    """Beside the image services, which have names of their own."""
    return f"partner:{partner}"


class PartnerCare:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def wait_for(self, name: str) -> Wait | None:
        """None, and a turn is taken; or when there may be one, with the reason."""
        partner, key = self._tools.partners.get(name), health_key(name)
        if partner is None:
            return None
        with self._tools.store.writing() as tx:
            health = tx.health.of([key])[key]
            blocked_s = health.blocked_s(self._tools.clock.now())
            pace = Pace(per_minute=partner.calls_per_minute // CALLS_A_STEP)
            tried = health.failures >= FAILURES_IN_A_ROW
            wait_s = 0.0 if blocked_s else tx.health.take_turn(key, _ONE_BY_ONE if tried else pace)
        if blocked_s:
            return Wait(blocked_s, _closed(name, health), closed=True, failing=tried)
        if not wait_s:
            return None
        why = f"{name} {'has failed, and is asked by one at a time' if tried else 'is asked as often as it bears'}."
        return Wait(max(wait_s, _SHORTEST_WAIT_S), why, closed=False, failing=tried)

    @contextmanager
    def asking(self, name: str) -> Iterator[None]:
        """Around a question: that nobody answered is noted. That somebody did says nothing of orders, which may fail all the
        same."""
        try:
            yield
        except PartnerFailed as e:
            self._change(name, partial(self._after_failure, failure=e))
            raise

    def answered(self, name: str) -> None:
        self._change(name, knocked)

    def heard(self, name: str, verdict: Verdict) -> None:
        """What an answer says of the partner itself: a refusal is an answer."""
        if isinstance(verdict, NotSent | NotReady | Unknown) and verdict.busy:
            wait_s = verdict.settle_s if isinstance(verdict, Unknown) else verdict.retry_after_s
            self._change(name, lambda health: self._left_alone(health, wait_s))
        elif isinstance(verdict, NotSent | Unknown):
            self._change(name, lambda health: health.failed(self._tools.clock.now(), verdict.reason[:120]))
        else:
            self.answered(name)

    def not_asked(self, name: str) -> str:
        """Why it is not asked just now; "" where it is."""
        key = health_key(name)
        with self._tools.store.reading() as tx:
            health = tx.health.of([key])[key]
        return _closed(name, health) if health.blocked_s(self._tools.clock.now()) else ""

    def _after_failure(self, health: Health, failure: PartnerFailed) -> Health:
        wait_s = failure.details.get("retry_after_s")
        if wait_s:
            return self._left_alone(health, float(wait_s))
        return health.failed(self._tools.clock.now(), failure.message[:120])

    def _left_alone(self, health: Health, wait_s: float) -> Health:
        return health.blocked(self._tools.clock.now() + timedelta(seconds=wait_s), "it asks to be left alone")

    def _change(self, name: str, change: Callable[[Health], Health]) -> None:
        """Written only where it is news: most answers find a partner that is well."""
        key = health_key(name)
        with self._tools.store.reading() as tx:
            known = tx.health.of([key])[key]
        if change(known) != known:
            with self._tools.store.writing() as tx:
                tx.health.change(key, change)


def _closed(name: str, health: Health) -> str:
    return f"{name} is not asked before {health.blocked_until:%H:%M:%S} UTC: {health.why}."


def knocked(health: Health) -> Health:
    """One that has answered is well, and so is taken to be one that a person wants asked; what it has asked for itself
    holds."""
    return health.well() if health.failures else health
