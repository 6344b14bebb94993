"""Headers of every answer: what a page may load, who may frame it, and that nothing personal is kept in a cache."""

from __future__ import annotations

import secrets

from flask import Flask, Response, g

from pod.web.context import is_https

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
    app.jinja_env.globals["csp_nonce"] = csp_nonce
    app.after_request(_harden)


def csp_nonce() -> str:
    """The request's own nonce: a script element without it does not run."""
    if "csp_nonce" not in g:
        g.csp_nonce = secrets.token_urlsafe(16)
    return str(g.csp_nonce)


def _harden(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Content-Security-Policy", _POLICY.format(nonce=csp_nonce()))
    if is_https():
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
    return response
