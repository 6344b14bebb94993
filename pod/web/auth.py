"""Who is asking, and whether they may: a session cookie for operators, a key for programs, a link for shoppers.

Every route says who may call it with ``@allow(level)``, next to the view. A route without it is refused, and a test finds
it. ``customer``: whoever buys, which is everybody but those who may only look. ``link``: a customer who knows a design's
or an order's id, 128 random bits; the verbs then look for it in the caller's tenant. Whoever may only look may look.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from flask import Flask, Response, current_app, g, request, session

from pod.model.caller import DEFAULT_TENANT, Caller, Role
from pod.model.errors import NotAllowed, NotSignedIn
from pod.services.accounts import SESSION_LONGEST
from pod.web.context import caller, is_https, now_called_by, services
from pod.web.limits import visitor

V = TypeVar("V", bound=Callable[..., Any])

LEVELS = {
    "anyone": Role.SHOPPER,
    "customer": Role.SHOPPER,
    "link": Role.SHOPPER,
    "metrics": Role.METRICS,
    "viewer": Role.VIEWER,
    "operator": Role.OPERATOR,
    "admin": Role.ADMIN,
}
"""The least role that each level asks for."""

_LOOKERS = (Role.METRICS, Role.VIEWER)
"""More than a shopper in what they see, less in what they do."""

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

WATCHING = "X-Watching"
"""The header of a page that asks by itself whether there is news: it must not keep an idle session alive."""

_RANK = {role: rank for rank, role in enumerate(Role)}
_SHOPPER = Caller(DEFAULT_TENANT, "shopper", Role.SHOPPER, "link")


def allow(level: str) -> Callable[[V], V]:
    """Marks a view with who may call it. Put it nearest to the function, below the route."""
    if level not in LEVELS:
        raise ValueError(f"{level} is none of {', '.join(LEVELS)}")

    def mark(view: V) -> V:
        view.allowed = level  # type: ignore[attr-defined]
        return view

    return mark


def level_of(endpoint: str) -> str | None:
    return getattr(current_app.view_functions[endpoint], "allowed", None)


def by_key() -> bool:
    """Whether an API key was sent: no browser adds one by itself, so nothing can be forged with it."""
    return request.headers.get("Authorization", "").startswith("Bearer ")


def session_token() -> str:
    return request.cookies.get(cookie_name(), "")


def cookie_name() -> str:
    # the prefix makes browsers insist on https, the path / and no domain
    return "__Host-sid" if is_https() else "sid"


def start_session(response: Response, token: str) -> None:
    """From here on this browser is somebody. What was planted in it before, a token for forms above all, is worth nothing."""
    session.clear()
    response.set_cookie(
        cookie_name(),
        token,
        max_age=int(SESSION_LONGEST.total_seconds()),
        path="/",
        secure=is_https(),
        httponly=True,
        samesite="Lax",
    )


def end_session(response: Response) -> None:
    """Forgets the session here and in the browser."""
    session.clear()
    if token := session_token():
        services().accounts.sign_out(token)
    response.delete_cookie(cookie_name(), path="/", secure=is_https(), httponly=True, samesite="Lax")


def install(app: Flask) -> None:
    # Flask's own route for static files is no view of ours
    allow("anyone")(app.view_functions["static"])
    app.before_request(_identify)
    app.before_request(_check)


def _identify() -> None:
    # whatever goes wrong below, the page that says so has somebody to say it to
    g.caller = _SHOPPER
    # style sheets and scripts are the same for everyone: no look-up for them
    if request.endpoint != "static":
        now_called_by(_caller())


def _shopper() -> Caller:
    """Without a name: their address is told apart from others for a day, and kept nowhere."""
    return replace(_SHOPPER, visitor=_fingerprint(visitor()))


def asking_for(customer: str) -> Caller:
    """Who calls, for the customer that they name: told apart from others for a day, their name kept nowhere."""
    if not customer:
        return caller()
    if not caller().may_operate():
        raise NotAllowed(
            "customers_need_a_key",
            "Only the shop's own program may name a customer.",
            "Send its API key, or no customer.",
        )
    return caller().on_behalf_of(_fingerprint(f"{caller().tenant_id} {customer}"))


def _fingerprint(text: str) -> str:
    key = f"{services().settings.secret_key} {services().clock.now():%Y-%m-%d}".encode()
    return hmac.new(key, text.encode("utf-8", "replace"), hashlib.sha256).hexdigest()[:32]


def _caller() -> Caller:
    if by_key():
        text = request.headers["Authorization"].removeprefix("Bearer ").strip()
        found = services().accounts.caller_for_key(text, f"api {request.remote_addr}")
        if found is None:
            raise NotSignedIn("unknown_key", "This API key is not known here.", "Ask an administrator for a new one.")
        return found
    return _signed_in(session_token()) or _shopper()


def _signed_in(token: str) -> Caller | None:
    watching = WATCHING in request.headers
    return services().accounts.caller_for_session(token, origin(), watching=watching) if token else None


def origin() -> str:
    """The door and the address of somebody who has signed in, for the history."""
    return f"page {request.remote_addr}"


def _check() -> None:
    if request.endpoint is None:
        return
    level = level_of(request.endpoint)
    if level is None:
        raise NotAllowed("no_rule", "Nobody has said who may call this address.", "Tell the people who run this Pod.")
    role = caller().role
    if _RANK[role] < _RANK[LEVELS[level]]:
        raise _refusal(role)
    if level in ("customer", "link") and role in _LOOKERS and request.method not in SAFE_METHODS:
        raise NotAllowed("viewers_look", "This account may look and change nothing.", "Ask an operator to do it.")


def _refusal(role: Role) -> NotSignedIn | NotAllowed:
    if role is Role.SHOPPER:
        return NotSignedIn(
            "sign_in", "This is for the shop's operators.", "Sign in, or send an API key: Authorization: Bearer pod_…"
        )
    return NotAllowed("not_allowed", f"The role {role} may not do this.", "Ask an administrator.")
