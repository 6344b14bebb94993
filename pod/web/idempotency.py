"""A repeated request with the same ``Idempotency-Key`` gets the answer of the first one, and does nothing again."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from flask import Response, jsonify

from pod.model.errors import Conflict
from pod.model.message import StoredAnswer
from pod.services import idempotency
from pod.web.context import caller, services

REPLAYED = "Idempotent-Replayed"

_AT_WORK_S = 60
"""A first arrival that has not been answered after so long was cut off, and is done again."""


def answered_once(scope: str, key: str, request_body: Any, work: Callable[[], tuple[int, dict[str, Any]]]) -> Response:
    """The stored answer for `key`, or that of `work`, which is stored. `work` itself must be safe to run twice.

    It is run again where a first arrival was cut off before its answer was stored. Answers are kept: they must hold
    nothing personal.
    """
    if not key:
        return _response(*work())
    with services().store.writing() as tx:
        earlier = idempotency.begin(tx, caller(), scope, key, request_body)
    if earlier and earlier.status:
        response = _response(earlier.status, json.loads(earlier.body))
        response.headers[REPLAYED] = "true"
        return response
    if earlier:
        _refuse_at_work(earlier)
    try:
        status, body = work()
    except Exception:
        with services().store.writing() as tx:
            idempotency.forget(tx, caller(), scope, key)
        raise
    with services().store.writing() as tx:
        idempotency.finish(tx, caller(), scope, key, status, json.dumps(body))
    return _response(status, body)


def _refuse_at_work(earlier: StoredAnswer) -> None:
    age_s = (services().clock.now() - earlier.at).total_seconds()
    if age_s < _AT_WORK_S:
        raise Conflict(
            "in_progress",
            "A request with this Idempotency-Key is still being worked on.",
            "Ask again in a few seconds with the same key.",
            retry_after_s=max(1, round(_AT_WORK_S - age_s)),
        )


def _response(status: int, body: dict[str, Any]) -> Response:
    response = jsonify(body)
    response.status_code = status
    return response
