"""The API under ``/api/v1``: one file per resource, and the OpenAPI document that is made of them."""

from __future__ import annotations

from typing import Any

from flask import Response, jsonify
from flask_openapi3.openapi import OpenAPI

from pod.web.api import catalogue, designs, ledger, orders, pictures, reading
from pod.web.auth import allow, level_of

_ROOT = "/api/v1/"
_PROBLEM = {
    "description": "A problem (RFC 9457): what is wrong, and the way out.",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
_LIBRARY_ERROR = "422"
"""Where the library puts its own shape of a refused body; ours is the default answer."""

_OPEN_LEVELS = ("anyone", "customer", "link")


def install(app: OpenAPI) -> None:
    for part in (designs, orders, pictures, catalogue, ledger):
        app.register_api(part.api)
    reading.install(app, _ROOT)
    app.add_url_rule("/api/openapi.json", "openapi", allow("anyone")(lambda: _document(app)))


def _document(app: OpenAPI) -> Response:
    return jsonify({**app.api_doc, "paths": _paths(app)})


def _paths(app: OpenAPI) -> dict[str, Any]:
    """The generated paths, each operation with who may call it and with the answer that every failure gives."""
    levels = _levels(app)
    return {
        path: {method: _operation(operation, levels[path, method]) for method, operation in operations.items()}
        for path, operations in app.api_doc["paths"].items()
    }


def _levels(app: OpenAPI) -> dict[tuple[str, str], str]:
    return {
        (rule.rule.replace("<", "{").replace(">", "}"), method.lower()): level_of(rule.endpoint) or ""
        for rule in app.url_map.iter_rules()
        for method in rule.methods or ()
    }


def _operation(operation: dict[str, Any], level: str) -> dict[str, Any]:
    answers = {code: answer for code, answer in operation["responses"].items() if code != _LIBRARY_ERROR}
    return {
        **operation,
        "security": [{}, {"api_key": []}] if level in _OPEN_LEVELS else [{"api_key": []}],
        "x-allowed": level,
        "responses": {**answers, "default": _PROBLEM},
    }
