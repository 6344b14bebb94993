"""A repeated request with the same ``Idempotency-Key`` gets the answer of the first one, and does nothing again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

from flask import Response, jsonify

from pod.model.errors import InputRefused
from pod.model.message import StoredAnswer
from pod.web.context import caller, services

MAX_KEY_CHARS = 255
REPLAYED = "Idempotent-Replayed"


def answered_once(scope: str, key: str, request_body: Any, work: Callable[[], tuple[int, dict[str, Any]]]) -> Response:
    """The stored answer for `key`, or that of `work`, which is stored. `work` itself must be safe to run twice.

    It is run again where a first arrival was cut off before its answer was stored. Answers are kept: they must hold
    nothing personal.
    """
    if not key:
        return _response(*work())
    earlier = _begin(scope, key, request_body)
    if earlier and earlier.status:
        response = _response(earlier.status, json.loads(earlier.body))
        response.headers[REPLAYED] = "true"
        return response
    status, body = work()
    with services().store.writing() as tx:
        tx.idempotency.finish(caller().tenant_id, scope, key, status, json.dumps(body))
    return _response(status, body)


def _begin(scope: str, key: str, request_body: Any) -> StoredAnswer | None:
    if len(key) > MAX_KEY_CHARS:
        raise InputRefused(
            "idempotency_key",
            f"The Idempotency-Key has {len(key)} characters; {MAX_KEY_CHARS} are allowed.",
            "Use a UUID.",
        )
    sha256 = hashlib.sha256(json.dumps(request_body, sort_keys=True).encode()).hexdigest()
    with services().store.writing() as tx:
        earlier = tx.idempotency.begin(caller().tenant_id, scope, key, sha256)
    if earlier and earlier.request_sha256 != sha256:
        raise InputRefused(
            "idempotency_mismatch",
            "This Idempotency-Key was used for another request.",
            "Use a new key for a new request.",
        )
    return earlier


def _response(status: int, body: dict[str, Any]) -> Response:
    response = jsonify(body)
    response.status_code = status
    return response
