"""Every failure leaves as the same thing: problem+json (RFC 9457) for programs, a page with a way out for people."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

import structlog
from flask import Flask, Response, g, jsonify, make_response, render_template, request
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails
from werkzeug.exceptions import HTTPException

from pod.model.errors import InputRefused, PodError, Problems

log = structlog.get_logger("pod.web")

STATUS = {
    "unreadable": 400,
    "media_type": 415,
    "input": 422,
    "checks": 422,
    "unauthenticated": 401,
    "forbidden": 403,
    "missing": 404,
    "gone": 410,
    "conflict": 409,
    "host": 421,
    "limit": 429,
    "provider": 502,
    "partner": 502,
    "configuration": 503,
    "unavailable": 503,
    "unexpected": 500,
}
"""`PodError.kind` to HTTP status."""

_COME_BACK_S = {503: 30}
"""When it is worth asking again, where the error does not say."""

_HTTP_WORDS = {
    400: ("not_readable", "This request cannot be read.", "Send JSON as the API document describes it."),
    404: ("no_page", "There is nothing at this address.", "Check the address."),
    405: ("method", "This address does not answer that method.", "The Allow header names those that it answers."),
    413: (
        "too_large",
        "This is more than we take at once.",
        "Send a picture of at most 25 MB, JSON of at most 256 kB.",
    ),
    416: ("range", "The file has no such part.", "Its length is in Content-Range."),
    415: ("media_type", "This address does not take that kind of content.", "Send application/json."),
}
"""What Flask and Werkzeug refuse by themselves, in our words: (code, message, hint)."""


MAX_LINES = 50
"""Of what is wrong with one request: more help nobody, and a small request must not get a large answer."""


_WHERE_CHARS = 80
"""Of a field's name: who invents one may invent a long one."""


class Gone(PodError):
    """It was here once, and is not coming back: another address has taken its place, or nothing has."""

    kind = "gone"


class NotReadable(PodError):
    """A body that no view has to look at: it is not what it says it is."""

    kind = "unreadable"

    def __init__(self, why: str) -> None:
        super().__init__(
            "not_readable",
            f"This request cannot be read as JSON: {why}.",
            "Send JSON as the API document describes it.",
        )


class WrongMediaType(PodError):
    kind = "media_type"

    def __init__(self, wanted: str) -> None:
        super().__init__(
            "media_type", "This address does not take that kind of content.", f"Send {wanted}.", required=wanted
        )


class WrongHost(PodError):
    kind = "host"

    def __init__(self, name: str) -> None:
        super().__init__(
            "wrong_host",
            f"This Pod does not answer to the name “{name[:80]}”.",
            "Use its own address; who runs it sets POD_PUBLIC_URL, and further names in POD_HOSTS.",
        )


class ProblemLine(BaseModel):
    """One of several things that are wrong, and where."""

    where: str = Field(examples=["candidates"])
    code: str = Field(examples=["less_than_equal"])
    message: str
    hint: str = ""


class Problem(BaseModel):
    """RFC 9457. `code` is stable; `detail` is a sentence for a person and `hint` the way out."""

    model_config = ConfigDict(title="Problem")

    type: str = Field(examples=["about:blank"])
    title: str = Field(examples=["Unprocessable Content"])
    status: int = Field(examples=[422])
    detail: str
    code: str = Field(examples=["unknown_product"])
    hint: str = ""
    correlation_id: str = ""
    measured: Any = None
    required: Any = None
    words: str = Field("", description="What is not printed, as it was typed.")
    rewording: str = Field("", description="The sentence in words that pass.")
    decision: str = Field("", description="The number by which the shop can look at a refused sentence again.")
    problems: list[ProblemLine] = []


def install(app: Flask) -> None:
    app.register_error_handler(PodError, refused)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unexpected)


def refused_body(error: ValidationError) -> Response:
    """flask-openapi3 asks for an answer; the one handler above gives it, with all that is wrong."""
    found = error.errors(include_url=False, include_context=False, include_input=False)
    lines = [(_where(e), InputRefused(e["type"], _sentence(e), _hint(e))) for e in found[:MAX_LINES]]
    raise Problems("request", f"{len(found)} thing(s) in this request cannot be used.", lines) from None


def _where(error: ErrorDetails) -> str:
    return ".".join(str(part) for part in error["loc"])[:_WHERE_CHARS] or "body"


def _sentence(error: ErrorDetails) -> str:
    said = error["msg"].removeprefix("Value error, ")
    return f"{_where(error)}: {said[:1].lower()}{said[1:]}."


def _hint(error: ErrorDetails) -> str:
    return "Leave it out, or check its spelling." if error["type"] == "extra_forbidden" else ""


def refused(error: PodError) -> Response:
    if error.kind == "unexpected":
        return _unexpected(error)
    status = STATUS[error.kind]
    response = _answer(status, error.code, error.message, error.hint, error.details)
    if status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = 'Bearer realm="pod"'
    if wait_s := error.details.get("retry_after_s", _COME_BACK_S.get(status)):
        response.headers["Retry-After"] = str(wait_s)
    return response


def _http(error: HTTPException) -> Response:
    if error.code is None or error.code < HTTPStatus.BAD_REQUEST:
        # a redirect is no failure
        return make_response(error.get_response())
    code, message, hint = _HTTP_WORDS.get(error.code, ("http", error.description or error.name, ""))
    response = _answer(error.code, code, message, hint, {})
    for name, value in error.get_headers():
        if name.lower() not in ("content-type", "content-length"):
            response.headers[name] = value
    return response


def _unexpected(error: Exception) -> Response:
    log.error("web.unexpected", trace="".join(traceback.format_exception(error)))
    return _answer(
        500,
        "unexpected",
        "Something went wrong here that we did not foresee.",
        f"Nothing was lost. Try again; if it stays, tell us this number: {g.get('correlation_id', '')}.",
        {},
    )


_TOLD = ("measured", "required", "words", "rewording", "decision")


def _answer(status: int, code: str, message: str, hint: str, details: Mapping[str, Any]) -> Response:
    g.problem_code = code
    if wants_page():
        return _page(status, code, message, hint, details)
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": message,
        "code": code,
        "hint": hint,
        "correlation_id": g.get("correlation_id", ""),
        **{name: details[name] for name in _TOLD if name in details},
        "problems": _lines(details),
    }
    response = jsonify(body)
    response.status_code = status
    response.mimetype = "application/problem+json"
    return response


def _lines(details: Mapping[str, Any]) -> Sequence[Mapping[str, str]]:
    found: Sequence[Mapping[str, str]] = details.get("problems", ())
    return found


def wants_page() -> bool:
    """Whether a person asks, with a browser, and not a program."""
    if request.path.startswith("/api/"):
        return False
    accepts = request.accept_mimetypes
    return accepts["text/html"] > accepts["application/json"]


def _page(status: int, code: str, message: str, hint: str, details: Mapping[str, Any]) -> Response:
    page = render_template(
        "error.html",
        title=HTTPStatus(status).phrase,
        message=message,
        hint=hint,
        code=code,
        problems=_lines(details),
        correlation_id=g.get("correlation_id", ""),
    )
    return make_response(page, status)
