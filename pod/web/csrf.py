"""Requests that change something must come from our own pages, or bring an API key.

A browser adds cookies to whatever a foreign page makes it send; it adds no API key. So: the request's origin is checked
for everybody, and a token is asked of forms and of calls that come with a session cookie.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlsplit

from flask import Flask, request
from flask_wtf.csrf import CSRFError, CSRFProtect

from pod.model.errors import NotAllowed
from pod.services.accounts import SESSION_LONGEST
from pod.web.auth import SAFE_METHODS, by_key, session_token
from pod.web.context import services

V = TypeVar("V", bound=Callable[..., Any])

_OUR_SITES = ("same-origin", "none")


def from_programs(view: V) -> V:
    """Marks a view that only programs of others call: whatever cookie comes along, it looks at none."""
    view.from_programs = True  # type: ignore[attr-defined]
    return view


def install(app: Flask) -> None:
    """Adds the Jinja global ``csrf_token()``; scripts send its value in the header ``X-CSRF-Token``."""
    app.config.update(
        # asked for below, where it is known whether a cookie or a key speaks
        WTF_CSRF_CHECK_DEFAULT=False,
        WTF_CSRF_TIME_LIMIT=int(SESSION_LONGEST.total_seconds()),
        # the origin is checked below, for http as well
        WTF_CSRF_SSL_STRICT=False,
    )
    protect = CSRFProtect(app)

    def check() -> None:
        # where there is no view there is nothing to forge: it ends as 404 or 405
        if request.method in SAFE_METHODS or by_key() or request.endpoint is None:
            return
        if getattr(app.view_functions[request.endpoint], "from_programs", False):
            return
        _check_origin()
        if _needs_token():
            _check_token(protect)

    app.before_request(check)


def _needs_token() -> bool:
    """A call to the API without any cookie of ours has nothing that could be abused."""
    return not request.path.startswith("/api/") or bool(session_token())


def _check_token(protect: CSRFProtect) -> None:
    try:
        protect.protect()
    except CSRFError as e:
        raise NotAllowed(
            "csrf", f"This page is too old to send that ({e.description}).", "Load the page again, then repeat it."
        ) from e


def _check_origin() -> None:
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    if site in _OUR_SITES or (site is None and (origin is None or _is_ours(origin))):
        return
    raise NotAllowed(
        "foreign_origin", "This request was sent by a page of another site.", "Use the pages of this shop."
    )


def _is_ours(origin: str) -> bool:
    ours = (request.host_url, services().settings.public_url)
    return any(_site(origin) == _site(address) for address in ours)


def _site(address: str) -> tuple[str, str]:
    parts = urlsplit(address)
    return parts.scheme, parts.netloc
