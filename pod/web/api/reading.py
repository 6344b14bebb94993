"""What a request of the API brings is looked at as a whole before a view sees any of it.

JSON is read strictly (RFC 8259 leaves to the reader what a name means that stands twice; here it means that somebody is
mistaken), forms hold one file and a few short words, and nothing that nobody asked for passes in silence.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import Any, NoReturn, get_type_hints

from flask import Flask, Response, request
from flask.json.provider import DefaultJSONProvider
from pydantic import BaseModel
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import RequestEntityTooLarge

from pod.model.errors import InputRefused, PodError, Problems
from pod.web.auth import SAFE_METHODS
from pod.web.problems import NotReadable, WrongMediaType

View = Callable[..., Response]

MAX_JSON_BYTES = 256 * 1024
"""An order of two hundred lines, several times over; pictures come as forms."""

MAX_WORD_CHARS = 200
"""Of a form's text: the name of a product, an area, a cloth."""

MAX_PARTS = 10
"""Of a form: a file and a few words about it."""

_JSON, _FORM = "application/json", "multipart/form-data"


def install(app: Flask, prefix: str) -> None:
    """Puts the reading before every view under `prefix`. Limits come later and stand before it: who asks too often is not read."""
    app.json = _StrictJson(app)
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith(prefix):
            view: Any = app.view_functions[rule.endpoint]
            app.view_functions[rule.endpoint] = _reading(view)


@dataclass(frozen=True, slots=True)
class _Takes:
    """What a view asks for: the names of its query, and the media type of its body."""

    query: frozenset[str]
    media_type: str

    @classmethod
    def of(cls, view: View) -> _Takes:
        hints = get_type_hints(inspect.unwrap(view))
        media_type = _FORM if "form" in hints else _JSON if "body" in hints else ""
        return cls(_names(hints.get("query")), media_type)


def _names(model: type[BaseModel] | None) -> frozenset[str]:
    return frozenset(field.alias or name for name, field in model.model_fields.items()) if model else frozenset()


def _reading(view: View) -> View:
    takes = _Takes.of(view)

    @wraps(view)
    def read_first(**path: Any) -> Response:
        problems = [*_wrong_query(takes), *_wrong_body(takes)]
        if problems:
            raise Problems("request", f"{len(problems)} thing(s) in this request cannot be used.", problems)
        return view(**path)

    return read_first


def _wrong_query(takes: _Takes) -> Iterator[tuple[str, PodError]]:
    for name in request.args:
        if name not in takes.query:
            yield name, _unknown(name)
    yield from _twice(request.args)


def _wrong_body(takes: _Takes) -> Iterator[tuple[str, PodError]]:
    if request.method in SAFE_METHODS or not (_has_body() or takes.media_type):
        return
    if request.mimetype == _FORM and takes.media_type == _FORM:
        yield from _wrong_form()
    elif request.is_json and takes.media_type != _FORM:
        found = _object()
        yield from ((name, _unknown(name)) for name in found if not takes.media_type)
    else:
        raise WrongMediaType(takes.media_type or _JSON)


def _has_body() -> bool:
    """One that comes in chunks says no length beforehand."""
    return bool(request.content_length) or "chunked" in request.headers.get("Transfer-Encoding", "").lower()


def _object() -> dict[str, Any]:
    request.max_content_length = MAX_JSON_BYTES
    # one that comes in chunks is cut off at the limit without a word
    if len(request.get_data()) >= MAX_JSON_BYTES and not request.content_length:
        raise RequestEntityTooLarge
    try:
        found = request.get_json()
    except RecursionError as e:
        raise NotReadable("it is nested too deeply") from e
    if not isinstance(found, dict):
        raise NotReadable("it is no object: {…}")
    return found


def _wrong_form() -> Iterator[tuple[str, PodError]]:
    request.max_form_parts = MAX_PARTS
    yield from _twice(request.form)
    yield from _twice(request.files)
    for name in request.form.keys() & request.files.keys():
        yield name, _given_twice(name)
    for name, text in request.form.items():
        if len(text) > MAX_WORD_CHARS:
            yield (
                name,
                InputRefused(
                    "too_long",
                    f"{name} has {len(text)} characters; {MAX_WORD_CHARS} are read.",
                    "Give the name alone; a file is sent with a file name.",
                ),
            )


def _twice(given: MultiDict[str, Any]) -> Iterator[tuple[str, PodError]]:
    for name, values in given.lists():
        if len(values) > 1:
            yield name, _given_twice(name)


def _given_twice(name: str) -> PodError:
    return InputRefused("given_twice", f"{name} is given more than once.", "Give it once.")


def _unknown(name: str) -> PodError:
    return InputRefused(
        "extra_forbidden", f"{name}: nobody here asks for that.", "Leave it out, or check its spelling."
    )


class _StrictJson(DefaultJSONProvider):
    """UTF-8, every name once, and no numbers that JSON does not have."""

    sort_keys = False

    def loads(self, s: str | bytes, **_: Any) -> Any:
        try:
            text = s.decode("utf-8") if isinstance(s, bytes) else s
        except UnicodeDecodeError as e:
            raise NotReadable("it is not UTF-8") from e
        try:
            return json.loads(text, object_pairs_hook=_once_each, parse_constant=_no_number)
        except ValueError as e:
            raise NotReadable(str(e)) from e


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict[str, Any]()
    for name, value in pairs:
        if name in found:
            raise NotReadable(f"the name “{name[:40]}” stands in it twice")
        found[name] = value
    return found


def _no_number(name: str) -> NoReturn:
    raise NotReadable(f"{name} is no number in JSON")
