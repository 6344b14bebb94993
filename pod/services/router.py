"""Which image service is asked: decisions that can be tested as tables.

Fit comes first, then the shop's order, the price or the speed, and then whose turn is free. What this machine draws itself
costs nothing and always can: it comes last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from pod.model.health import FAILURES_IN_A_ROW, Health, Pace
from pod.model.money import Money
from pod.providers.base import Capabilities, Outcome, OutcomeKind, Provider, ProviderRequest

ILL = frozenset({OutcomeKind.UNAVAILABLE, OutcomeKind.UNKNOWN, OutcomeKind.AUTH, OutcomeKind.QUOTA})
"""The service, or our account there, is not well. A rate limit says when, a gone model is marked, the rest are answers."""

_SMOOTHING = 0.3


@dataclass(frozen=True, slots=True)
class Chance:
    """A service as it stands before one picture; `unfit` says why it cannot draw this, "" where it can."""

    provider: Provider
    request: ProviderRequest
    estimate: Money
    health: Health
    place: int
    unfit: str = ""

    @property
    def local(self) -> bool:
        return self.provider.capabilities.local_cpu


@dataclass(frozen=True, slots=True)
class Routed:
    """The service that is asked and why, or None and how long to wait for one."""

    chance: Chance | None
    why: str
    wait_s: float = 0.0


_ORDERS: Mapping[str, Callable[[Chance], Any]] = {
    "order": lambda c: (c.local, c.place),
    "price": lambda c: (c.local, c.estimate.micros, c.place),
    "speed": lambda c: (c.local, c.health.latency_ms or 10**9, c.place),
}
"""`POD_ROUTE`. A service whose speed nobody has measured is tried after those that are known."""

ROUTES = tuple(_ORDERS)

_BEST = {"order": "first of the order", "price": "the cheapest", "speed": "the fastest of late"}


def in_order(chances: Iterable[Chance], route: str) -> list[Chance]:
    """Those that can draw it, the best first."""
    return sorted((c for c in chances if not c.unfit), key=_ORDERS[route])


def routed(chances: Sequence[Chance], route: str, now: datetime, take_turn: Callable[[Chance], float]) -> Routed:
    """The best that is well and whose turn is free: `take_turn` takes it, or says in how many seconds there is one.

    One that is blocked is passed over. For one that is only busy one waits rather than let this machine draw instead.
    """
    passed_over, waits = [f"{c.provider.name}: {c.unfit}" for c in chances if c.unfit], list[float]()
    for chance in in_order(chances, route):
        if chance.local and waits:
            break
        blocked_s = chance.health.blocked_s(now)
        wait_s = 0.0 if blocked_s else take_turn(chance)
        if not blocked_s and not wait_s:
            best = "it draws here" if chance.local else _BEST[route] if not passed_over else "the next"
            return Routed(chance, "; ".join([f"{chance.provider.name}: {best}", *passed_over]))
        passed_over.append(f"{chance.provider.name}: {chance.health.why if blocked_s else 'busy'}")
        if not blocked_s:
            waits.append(wait_s)
    lapses = [c.health.blocked_s(now) for c in chances if not c.unfit and c.health.blocked_s(now)]
    return Routed(None, "; ".join(passed_over), min([*waits, *lapses], default=0.0))


def unfit(
    provider: Provider,
    request: ProviderRequest,
    dead: Mapping[tuple[str, str], str],
    given_up: bool,
    *,
    outside: bool = True,
) -> str:
    """Why this service cannot draw this request at all. `outside` is whether this shop asks services outside."""
    can, model = provider.capabilities, model_of(provider, request)
    reasons = (
        (not (outside or can.local_cpu or can.self_hosted), "this shop asks no service outside"),
        (given_up, "was asked for this before"),
        ((provider.name, model) in dead, f"its model {model} is gone"),
        (len(request.references) > can.references, f"takes {can.references or 'no'} pictures along"),
        (bool(request.mask) and not can.masks, "takes no mask"),
    )
    return next((reason for applies, reason in reasons if applies), "")


def model_of(provider: Provider, request: ProviderRequest) -> str:
    return request.model or (provider.models[0].id if provider.models else provider.name)


def pace_of(can: Capabilities, health: Health) -> Pace:
    """After an open circuit, one call at a time."""
    return Pace(1 if health.failures >= FAILURES_IN_A_ROW else can.parallel, can.per_minute)


def health_after(health: Health, answer: Outcome, now: datetime, took_ms: int) -> Health:
    """What an answer says about the service; a task that is not there says nothing."""
    if answer.not_there:
        return health
    if answer.kind is OutcomeKind.RATE_LIMITED:
        return health.blocked(answer.until, "asked to wait") if answer.until else health
    if answer.kind not in ILL:
        return replace(health.well(), latency_ms=_smoothed(health.latency_ms, took_ms))
    if answer.until and answer.kind is OutcomeKind.QUOTA:
        health = health.blocked(answer.until, "its quota is used up")
    return health.failed(now, answer.kind.value)


def _smoothed(before_ms: int, took_ms: int) -> int:
    return round(before_ms + _SMOOTHING * (took_ms - before_ms)) if before_ms else took_ms
