"""How often one address may ask for what costs work: marks on views, counted by Flask-Limiter in memory."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, g
from flask_limiter import Limiter, RequestLimit
from flask_limiter.util import get_remote_address

from pod.model.caller import Caller
from pod.model.errors import TooManyRequests

V = TypeVar("V", bound=Callable[..., Any])

SIGN_IN = "5 per minute"
WORK = "30 per minute"
"""Designs, uploads, checks and preflights: each keeps a processor busy for seconds."""

LOOKS = "120 per minute"
"""Looks at words that are being typed: each keeps a processor busy for a fraction of a second."""


def limited(rate: str) -> Callable[[V], V]:
    """Marks a view with its rate. Put it nearest to the function, below the route."""

    def mark(view: V) -> V:
        view.rate = rate  # type: ignore[attr-defined]
        return view

    return mark


def install(app: Flask) -> None:
    """Called last: wraps the views that are marked."""
    limiter = Limiter(get_remote_address, app=app, storage_uri="memory://", strategy="moving-window")
    for endpoint, view in app.view_functions.items():
        if rate := getattr(view, "rate", ""):
            exempt = None if rate == SIGN_IN else _operates
            count = limiter.limit(rate, methods=["POST"], exempt_when=exempt, on_breach=_refuse)
            counted: Any = count(view)
            app.view_functions[endpoint] = counted


def _operates() -> bool:
    """The shop's own people and programs run hundreds of jobs; the budget bounds them, not a clock."""
    caller: Caller = g.caller
    return caller.may_operate()


def _refuse(limit: RequestLimit) -> None:
    wait_s = max(1, math.ceil(limit.window.reset_time - time.time()))
    raise TooManyRequests(
        "too_often",
        f"That was more than {limit.limit.amount} times in a minute.",
        f"Wait {wait_s} seconds, then try again.",
        retry_after_s=wait_s,
    )
