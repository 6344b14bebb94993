"""What a request carries: the services, who is asking, and a name under which the log knows it."""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Mapping
from typing import cast

import structlog
from flask import Flask, Response, current_app, g, request
from structlog.contextvars import bind_contextvars, clear_contextvars

from pod.bootstrap import Services
from pod.model.caller import Caller

log = structlog.get_logger("pod.web")

_ID = re.compile(r"[0-9a-f]{1,32}")
_QUIET = ("static", "health.healthz", "health.readyz")
"""Asked for all the time: said only where somebody wants to know everything."""


def services() -> Services:
    return cast("Services", current_app.extensions["pod"])


def caller() -> Caller:
    """Who is asking, as `pod.web.auth` found out before the view was called."""
    return cast("Caller", g.caller)


def now_called_by(found: Caller) -> None:
    """From here on, for the view and for every line of the log."""
    g.caller = found
    bind_contextvars(**_who(found))


def is_https() -> bool:
    """Whether customers reach us over https, whatever a proxy speaks to us."""
    return services().settings.public_url.startswith("https://")


def install(app: Flask, found: Services) -> None:
    """The first of all: a request is named before anything happens, and its line is written after everything has."""
    app.extensions["pod"] = found
    app.before_request(_name_it)
    app.after_request(_say_its_name)
    app.after_request(_log_it)
    app.teardown_request(_forget_it)


def _name_it() -> None:
    g.started = time.monotonic()
    g.correlation_id = secrets.token_hex(8)
    clear_contextvars()
    bind_contextvars(request_id=g.correlation_id)


def _say_its_name(response: Response) -> Response:
    response.headers["X-Correlation-Id"] = g.correlation_id
    return response


def _log_it(response: Response) -> Response:
    """One line for a request: the rule of its address, never the address, which may be signed or searched with."""
    write = log.debug if request.endpoint in _QUIET else log.info
    write(
        "http.request",
        method=request.method,
        route=request.url_rule.rule if request.url_rule else "",
        status=response.status_code,
        code=g.get("problem_code", ""),
        bytes=response.content_length,
        duration_ms=round((time.monotonic() - g.started) * 1000, 1),
        **_ids(request.view_args or {}),
    )
    return response


def _who(found: Caller) -> dict[str, str]:
    """Tenant, role and key; a person's name stands in the history and nowhere else."""
    key = {"key": found.actor.removeprefix("key:")} if found.actor.startswith("key:") else {}
    return {"tenant": found.tenant_id, "role": found.role.value, **key}


def _ids(named: Mapping[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in named.items() if name.endswith("_id") and _ID.fullmatch(str(value))}


def _forget_it(_error: BaseException | None) -> None:
    """The thread goes on to another request: nothing of this one may stand in its lines."""
    clear_contextvars()
