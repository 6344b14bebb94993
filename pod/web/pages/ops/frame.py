"""The frame of the operations pages: their blueprint, what every template knows, and pages that are watched for news."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from flask import Blueprint, Response, flash, get_flashed_messages, make_response, render_template, request, url_for

from pod import __version__
from pod.web.auth import WATCHING
from pod.web.context import caller
from pod.web.files import address_period
from pod.web.pages.ops import words
from pod.web.strings import text as t

ops = Blueprint("ops", __name__, url_prefix="/ops")

_OWN_PATH = re.compile(r"/ops(?:[/?][^\s\\]*)?")
_TABS = (
    ("queue", "operations"),
    ("designs", "operations"),
    ("orders", "operations"),
    ("shops", "operations"),
    ("partners", "operations"),
    ("messages", "operations"),
    ("jobs", "operations"),
    ("ledger", "operations"),
    ("screening", "operations"),
    ("people", "administration"),
)


def own_path(text: str) -> str:
    """`text` where it is an address of these pages, else the queue: never a way to another site."""
    return text if _OWN_PATH.fullmatch(text) else url_for("ops.queue")


def tell(key: str, **values: object) -> None:
    """A sentence of the catalogue, said on the next page that is shown."""
    flash(t(key, **values))


def watched(template: str, shown: Any, watched_too: Any = None, **context: Any) -> Response:
    """A page that asks for itself again while it is looked at: 304 while what it shows has not changed."""
    etag = _etag((shown, watched_too) if watched_too else shown)
    if is_watching() and request.if_none_match.contains(etag):
        return make_response("", 304)
    response = make_response(render_template(template, shown=shown, etag=etag, **context))
    response.set_etag(etag)
    return response


def is_watching() -> bool:
    return WATCHING in request.headers


def _etag(shown: Any) -> str:
    slot = address_period()
    return hashlib.sha256(repr((shown, caller().role, slot, __version__)).encode()).hexdigest()[:32]


@ops.context_processor
def _known() -> dict[str, Any]:
    me = caller()
    return {
        "me": me if me.may_look() else None,
        "tabs": [name for name, kind in _TABS if kind == "operations" or me.may_administer()],
        "said": [] if is_watching() else get_flashed_messages(),
        "here": here,
        "words": words,
    }


def here(**changes: object) -> str:
    """This page's address with other parameters; a change that is empty takes its parameter off, and so does a new first page."""
    kept = {**request.args.to_dict(), "cursor": "", **changes}
    wanted = {name: value for name, value in kept.items() if value}
    return url_for(request.endpoint or "ops.queue", **(request.view_args or {}), **wanted)  # type: ignore[arg-type]
