"""A repeated request with the same ``Idempotency-Key`` gets the answer of the first one, and does nothing again."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from flask import Response, jsonify, request

from pod.services import repeats
from pod.web.context import caller, services

REPLAYED = "Idempotent-Replayed"

Answered = tuple[int, dict[str, Any]]


def answered_once(key: str, body: Any, work: Callable[[], Answered]) -> Response:
    """The stored answer for `key`, or that of `work`, which is stored. `work` itself must be safe to run twice.

    It is run again where a first arrival was cut off before its answer was stored. Answers are kept: they must hold
    nothing personal.
    """
    if not key:
        return _response(*work())
    asked = repeats.Request(caller(), key, [request.method, request.path, body])
    with services().store.writing() as tx:
        earlier = repeats.begin(tx, asked, services().clock.now())
    if earlier:
        return replayed(_response(earlier.status, json.loads(earlier.body)))
    return _response(*_worked(asked, work))


def replayed(response: Response) -> Response:
    """Says of an answer that it was given before."""
    response.headers[REPLAYED] = "true"
    return response


def _worked(asked: repeats.Request, work: Callable[[], Answered]) -> Answered:
    try:
        status, body = work()
    except Exception:
        # every verb is one transaction: what has failed has done nothing
        with services().store.writing() as tx:
            repeats.forget(tx, asked)
        raise
    with services().store.writing() as tx:
        repeats.finish(tx, asked, status, json.dumps(body))
    return status, body


def _response(status: int, body: dict[str, Any]) -> Response:
    response = jsonify(body)
    response.status_code = status
    return response
