"""The web door: one Flask application out of the services, with the API, the pages, signed files and health."""

from __future__ import annotations

import hashlib
from typing import Any

from flask_openapi3.models.info import Info
from flask_openapi3.openapi import OpenAPI
from werkzeug.middleware.proxy_fix import ProxyFix

from pod import __version__
from pod.bootstrap import Services
from pod.paths import templates_dir
from pod.web import (
    api,
    auth,
    callbacks,
    context,
    csrf,
    files,
    health,
    limits,
    pages,
    problems,
    security,
    static_files,
    strings,
    webhooks,
)

MAX_BODY_BYTES = 26 * 1024 * 1024
"""A picture of 25 MB and the form around it."""

_KEY_SCHEME: dict[str, Any] = {"api_key": {"type": "http", "scheme": "bearer", "description": "An API key: pod_…"}}


def create_app(services: Services) -> OpenAPI:
    """Everything that answers HTTP. It starts no job runner: `pod serve` does, beside it."""
    app = _bare(services)
    context.install(app, services)
    strings.install(app)
    static_files.install(app)
    security.install(app)
    problems.install(app)
    auth.install(app)
    csrf.install(app)
    files.install(app)
    health.install(app)
    callbacks.install(app)
    webhooks.install(app)
    api.install(app)
    pages.install(app)
    limits.install(app)
    _behind(app, services.settings.proxies)
    return app


def _bare(services: Services) -> OpenAPI:
    app = OpenAPI(
        "pod.web",
        info=Info(
            title="Pod", version=__version__, description="Print-on-demand designs: from a sentence to a parcel."
        ),
        security_schemes=_KEY_SCHEME,
        validation_error_model=problems.Problem,
        validation_error_callback=problems.refused_body,
        # our own route publishes the document; the library's pages load scripts from elsewhere
        doc_ui=False,
        static_folder="static",
        template_folder=str(templates_dir() / "web"),
    )
    https = services.settings.public_url.startswith("https://")
    app.config.update(
        SECRET_KEY=_derived(services.settings.secret_key, "cookies"),
        MAX_CONTENT_LENGTH=MAX_BODY_BYTES,
        SESSION_COOKIE_NAME="__Host-pod" if https else "pod",
        SESSION_COOKIE_SECURE=https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
    )
    return app


def _behind(app: OpenAPI, proxies: int) -> None:
    """Takes the visitor's address from the proxies that are known to stand before us, and from no one else.

    Not the host's name: many proxies hand on what the visitor says it is.
    """
    if proxies:
        believed = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=0)
        app.wsgi_app = believed  # type: ignore[method-assign]


def _derived(secret_key: str, purpose: str) -> str:
    """One key for each purpose, so that what one signs can never pass for another's."""
    return hashlib.sha256(f"{purpose}:{secret_key}".encode()).hexdigest()
