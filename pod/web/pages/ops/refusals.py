"""What these pages do when they may not or cannot: to the sign-in and back, or a page that says the way out."""

from __future__ import annotations

from contextlib import suppress
from urllib.parse import urlsplit

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pod.model.errors import NotSignedIn, PodError
from pod.web import problems
from pod.web.context import caller
from pod.web.pages.ops import acts, signing_in
from pod.web.pages.ops.frame import is_watching, own_path


def install(blueprint: Blueprint) -> None:
    blueprint.register_error_handler(NotSignedIn, to_sign_in)
    blueprint.register_error_handler(PodError, refused)


def to_sign_in(error: PodError) -> ResponseReturnValue:
    """Back here afterwards; what had been typed into a form goes along. Scripts and programs are told in their way."""
    if is_watching() or not problems.wants_page():
        return problems.refused(error)
    return redirect(url_for("ops.sign_in", next=_way_back()), 303)


def _way_back() -> str:
    if request.method == "GET":
        return request.full_path.rstrip("?")
    if request.endpoint == acts.ENDPOINT:
        return acts.form_address()
    return own_path(urlsplit(request.referrer or "").path)


def refused(error: PodError) -> ResponseReturnValue:
    if not problems.wants_page():
        return problems.refused(error)
    headers = {"Retry-After": str(error.details["retry_after_s"])} if "retry_after_s" in error.details else {}
    return _page(error), problems.STATUS[error.kind], headers


def _page(error: PodError) -> str:
    """Where a form was sent, that form with what had been typed; else a page of its own."""
    if request.endpoint == "ops.start_session":
        return signing_in.sign_in_page(error)
    if error.code == "csrf" and request.endpoint == acts.ENDPOINT and caller().may_operate():
        with suppress(PodError):
            return acts.form(error)
    return render_template("ops/refused.html", error=error)
