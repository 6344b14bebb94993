"""What a request carries: the services, who is asking, and a name for the log."""

from __future__ import annotations

import secrets
from typing import cast

from flask import Flask, Response, current_app, g

from pod.bootstrap import Services
from pod.model.caller import Caller


def services() -> Services:
    return cast("Services", current_app.extensions["pod"])


def caller() -> Caller:
    """Who is asking, as `pod.web.auth` found out before the view was called."""
    return cast("Caller", g.caller)


def is_https() -> bool:
    """Whether customers reach us over https, whatever a proxy speaks to us."""
    return services().settings.public_url.startswith("https://")


def install(app: Flask, found: Services) -> None:
    app.extensions["pod"] = found
    app.before_request(_name_it)
    app.after_request(_say_its_name)


def _name_it() -> None:
    g.correlation_id = secrets.token_hex(8)


def _say_its_name(response: Response) -> Response:
    response.headers["X-Correlation-Id"] = g.correlation_id
    return response
