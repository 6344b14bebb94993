"""How often one visitor may ask for what costs work, and how much of it is done at once: marks on views.

Counted in the memory of this process. A visitor is an address; of IPv6 its first 64 bits, because one line has all the
addresses under them. Where a proxy of ours stands before us, `POD_PROXIES` says so, and its word is taken.
"""

from __future__ import annotations

import ipaddress
import math
import time
from collections.abc import Callable
from functools import wraps
from threading import BoundedSemaphore
from typing import Any, TypeVar

from flask import Flask, Response, request
from flask_limiter import Limiter, RequestLimit

from pod.model.errors import TooManyRequests, Unavailable
from pod.web.context import caller, services

V = TypeVar("V", bound=Callable[..., Any])

SIGN_IN = "5 per minute"
"""By address. A name may be tried from many addresses: `_TRIES_OF_A_NAME` counts those that failed."""

_TRIES_OF_A_NAME = "20 per hour"
SIGN_IN_NAME = "name"
"""The field of the sign-in form that holds the user's name."""

WORK = "30 per minute"
"""Designs, versions, orders, checks and preflights together: each keeps a processor busy for a second or more."""

UPLOADS = "10 per minute"
"""Each may keep a hundred megabytes on our disk."""

LOOKS = "120 per minute"
"""Looks at words that are being typed: each keeps a processor busy for a fraction of a second."""

CALLBACKS = "600 per minute"
"""All of a service's come from a few addresses. Each is one look into the ledger."""

DAILY = (WORK, UPLOADS)
"""What also counts towards the day's limit of a visitor."""

AT_ONCE = 4
"""Of the slow views, over all visitors: the other threads go on answering polls."""

_PATIENCE_S = 1.0
_V6_PREFIX = 64


def limited(rate: str) -> Callable[[V], V]:
    """Marks a view with its rate. Put it nearest to the function, below the route."""

    def mark(view: V) -> V:
        view.rate = rate  # type: ignore[attr-defined]
        return view

    return mark


def slow(view: V) -> V:
    """Marks a view that works on a picture while its visitor waits."""
    view.slow = True  # type: ignore[attr-defined]
    return view


def install(app: Flask) -> None:
    """Called last: wraps the views that are marked. Who asks too often waits for no place."""
    limiter = Limiter(visitor, app=app, storage_uri="memory://", strategy="moving-window")
    places = BoundedSemaphore(AT_ONCE)
    for endpoint, view in app.view_functions.items():
        wrapped: Any = view
        if getattr(view, "slow", False):
            wrapped = _with_a_place(places, wrapped)
        if rate := getattr(view, "rate", ""):
            for count in _counts(limiter, rate):
                wrapped = count(wrapped)
        app.view_functions[endpoint] = wrapped


def visitor() -> str:
    """Whose requests are counted together."""
    try:
        address = ipaddress.ip_address((request.remote_addr or "").split("%")[0])
    except ValueError:
        return "unknown"
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, _V6_PREFIX), strict=False))


def _counts(limiter: Limiter, rate: str) -> list[Callable[..., Any]]:
    if rate == SIGN_IN:
        return [
            limiter.limit(rate, methods=["POST"], on_breach=_refuse),
            limiter.limit(
                _TRIES_OF_A_NAME, methods=["POST"], key_func=_name_tried, deduct_when=_has_failed, on_breach=_refuse
            ),
        ]
    count = limiter.shared_limit(rate, rate, exempt_when=_operates, on_breach=_refuse)
    daily = limiter.shared_limit(_daily_rate, "day", exempt_when=_operates, on_breach=_refuse)
    return [count, daily] if rate in DAILY else [count]


def _daily_rate() -> str:
    return f"{services().settings.daily_per_visitor} per day"


def _operates() -> bool:
    """The shop's own people and programs run hundreds of jobs; the budget bounds them, not a clock."""
    return caller().may_operate()


def _name_tried() -> str:
    """The name of a sign-in; where somebody who has signed in tries a password again, theirs."""
    name = request.form.get(SIGN_IN_NAME, "").strip().casefold()[:128]
    return f"name {name}" if name else caller().actor


def _has_failed(answer: Response) -> bool:
    return answer.status_code >= 400


def _refuse(limit: RequestLimit) -> None:
    wait_s = max(1, math.ceil(limit.window.reset_time - time.time()))
    raise TooManyRequests(
        "too_often",
        f"That was more than {limit.limit.amount} times in {_AN[limit.limit.GRANULARITY.name]}.",
        f"Wait {_in_words(wait_s)}, then try again.",
        retry_after_s=wait_s,
    )


_AN = {"second": "a second", "minute": "a minute", "hour": "an hour", "day": "a day"}


def _in_words(seconds: int) -> str:
    for unit, length_s in (("hours", 3600), ("minutes", 60)):
        if seconds >= 2 * length_s:
            return f"{math.ceil(seconds / length_s)} {unit}"
    return f"{seconds} seconds"


def _with_a_place(places: BoundedSemaphore, view: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(view)
    def when_there_is_room(**path: Any) -> Any:
        if not places.acquire(timeout=_PATIENCE_S):
            raise Unavailable(
                "busy", "Many pictures are being looked at just now.", "Try again in a few seconds.", retry_after_s=3
            )
        try:
            return view(**path)
        finally:
            places.release()

    return when_there_is_room
