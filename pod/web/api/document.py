"""The OpenAPI document: what the views say of themselves, with who may call each, how each can fail, and an example.

Examples are answers that were once given: ``examples.json``, written by ``pytest tests/web/test_examples.py
--update-expected``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any

from flask import Response, jsonify
from flask_openapi3.openapi import OpenAPI

from pod.web.auth import SAFE_METHODS, allow, level_of

Json = dict[str, Any]

_EXAMPLES = Path(__file__).with_name("examples.json")
_LIBRARY_ERROR = "422"
"""Where the library puts its own shape of a refused body."""

_OPEN_LEVELS = ("anyone", "customer", "link")

_FAILURES: Mapping[int, tuple[str, str, str]] = {
    400: ("not_readable", "This request cannot be read as JSON: {…}.", "Send JSON as the API document describes it."),
    401: ("unknown_key", "This API key is not known here.", "Ask an administrator for a new one."),
    403: ("not_allowed", "The role viewer may not do this.", "Ask an administrator."),
    404: ("no_design", "There is no such design.", "Check the link."),
    409: ("in_progress", "The first request with this Idempotency-Key is still at work.", "Send it again in a moment."),
    410: ("design_deleted", "This design has been deleted.", "Start a new one."),
    413: (
        "too_large",
        "This is more than we take at once.",
        "Send a picture of at most 25 MB, JSON of at most 256 kB.",
    ),
    415: ("media_type", "This address does not take that kind of content.", "Send application/json."),
    421: ("wrong_host", "This Pod does not answer to the name “…”.", "Use its own address."),
    422: ("request", "1 thing(s) in this request cannot be used.", "Look into `problems`."),
    429: ("too_often", "That was more than 30 times in a minute.", "Wait 12 seconds, then try again."),
    500: ("unexpected", "Something went wrong here that we did not foresee.", "Try again; tell us `correlation_id`."),
    503: ("busy", "Many pictures are being looked at just now.", "Try again in a few seconds."),
}
"""Status: a code, a sentence and a way out, as one of those that it comes with."""

_ALWAYS = (401, 421, 422, 500, 503)
_WITH_A_BODY = (400, 403, 413, 415)

_FAILURE_HEADERS = {
    401: {"WWW-Authenticate": "How to say who you are."},
    429: {"Retry-After": "Seconds to wait."},
    503: {"Retry-After": "Seconds to wait."},
}
_REPLAYED = {"Idempotent-Replayed": "`true` where this answer was given before and nothing was done again."}


def install(app: OpenAPI) -> None:
    whole = cache(lambda: _document(app))

    @allow("anyone")
    def openapi() -> Response:
        return jsonify(whole())

    app.add_url_rule("/api/openapi.json", "openapi", openapi)


def _document(app: OpenAPI) -> Json:
    api, views = app.api_doc, _views(app)
    examples = json.loads(_EXAMPLES.read_text(encoding="utf-8")) if _EXAMPLES.exists() else {}
    paths = {
        path: {
            method: _operation(operation, path, method, views[path, method], examples)
            for method, operation in operations.items()
        }
        for path, operations in api["paths"].items()
    }
    failures = {str(status): _failure(status) for status in _FAILURES}
    return {**api, "paths": paths, "components": {**api["components"], "responses": failures}}


def _views(app: OpenAPI) -> dict[tuple[str, str], str]:
    """(path, method) as the document writes them: the endpoint."""
    return {
        (rule.rule.replace("<", "{").replace(">", "}"), method.lower()): rule.endpoint
        for rule in app.url_map.iter_rules()
        for method in rule.methods or ()
    }


def _operation(operation: Json, path: str, method: str, endpoint: str, examples: Json) -> Json:
    level = level_of(endpoint) or ""
    example = examples.get(operation["operationId"], {})
    takes_key = any(p["name"] == "Idempotency-Key" for p in operation.get("parameters", ()))
    answers = {
        code: _answer(answer, example.get(code), _REPLAYED if takes_key else {})
        for code, answer in operation["responses"].items()
        if code != _LIBRARY_ERROR
    }
    failures = {str(s): {"$ref": f"#/components/responses/{s}"} for s in _can_fail(path, method.upper(), level)}
    return {
        **operation,
        "parameters": [_parameter(p, examples.get("parameters", {})) for p in operation.get("parameters", ())],
        **_with_example(operation, example.get("request")),
        "security": [{}, {"api_key": []}] if level in _OPEN_LEVELS else [{"api_key": []}],
        "x-allowed": level,
        "responses": {**answers, **failures},
    }


def _can_fail(path: str, method: str, level: str) -> list[int]:
    changes = method not in SAFE_METHODS
    found = [
        *_ALWAYS,
        *(_WITH_A_BODY if changes else ()),
        *((403,) if level not in _OPEN_LEVELS else ()),
        *((404,) if "{" in path or level == "customer" else ()),
        *((409,) if changes and level != "anyone" else ()),
        *((410,) if not changes and "{design_id}" in path else ()),
        *((429,) if changes else ()),
    ]
    return sorted(set(found))


def _failure(status: int) -> Json:
    code, detail, hint = _FAILURES[status]
    example = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "code": code,
        "hint": hint,
        "correlation_id": "5f0c9e1d2b3a4c5d",
        "problems": [],
    }
    content = {"schema": {"$ref": "#/components/schemas/Problem"}, "example": example}
    return {
        "description": f"A problem (RFC 9457). {detail}",
        "headers": _headers(_FAILURE_HEADERS.get(status, {})),
        "content": {"application/problem+json": content},
    }


def _answer(answer: Json, example: Any, headers: Mapping[str, str]) -> Json:
    content = {
        kind: {**shape, "example": example} if example is not None and kind == "application/json" else shape
        for kind, shape in answer.get("content", {}).items()
    }
    return {**answer, **({"content": content} if content else {}), "headers": _headers(headers)}


def _headers(told: Mapping[str, str]) -> Json:
    return {name: {"description": words, "schema": {"type": "string"}} for name, words in told.items()}


def _parameter(parameter: Json, examples: Mapping[str, Any]) -> Json:
    named = parameter["name"]
    return {**parameter, "example": examples[named]} if named in examples else parameter


def _with_example(operation: Json, example: Any) -> Json:
    body = operation.get("requestBody")
    if body is None or example is None:
        return {}
    content = {kind: {**shape, "example": example} for kind, shape in body["content"].items()}
    return {"requestBody": {**body, "content": content}}
