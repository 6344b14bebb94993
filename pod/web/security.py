"""The name we are called by, and the headers of every answer: what a page may load, who may frame it, what is cached."""

from __future__ import annotations

import ipaddress
import secrets
from urllib.parse import urlsplit

from flask import Flask, Response, g, request

from pod.web.context import is_https, services
from pod.web.problems import WrongHost

_POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; script-src 'self' 'nonce-{nonce}'; style-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Frame-Options": "DENY",
    # a view that knows better says so; what has said nothing may be personal
    "Cache-Control": "private, no-store",
}


def install(app: Flask) -> None:
    app.before_request(_answer_to_our_name)
    app.jinja_env.globals["csp_nonce"] = csp_nonce
    app.after_request(_harden)


def csp_nonce() -> str:
    """The request's own nonce: a script element without it does not run."""
    if "csp_nonce" not in g:
        g.csp_nonce = secrets.token_urlsafe(16)
    return str(g.csp_nonce)


def _answer_to_our_name() -> None:
    """A page that was loaded under a foreign name must not speak with us as its own server (DNS rebinding)."""
    name = _name(f"//{request.host}")
    if not _is_number(name) and not any(_fits(name, known) for known in _our_names()):
        raise WrongHost(name)


def _our_names() -> tuple[str, ...]:
    settings = services().settings
    return ("localhost", _name(settings.public_url), *settings.hosts)


def _name(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _is_number(name: str) -> bool:
    """No name can be made to lead here later where there is only a number."""
    try:
        ipaddress.ip_address(name.split("%")[0])
    except ValueError:
        return False
    return True


def _fits(name: str, known: str) -> bool:
    return name == known or (known.startswith(".") and name.endswith(known))


def _harden(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Content-Security-Policy", _POLICY.format(nonce=csp_nonce()))
    if is_https():
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
    return response
