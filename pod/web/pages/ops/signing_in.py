"""Signing in and out, and everybody's own password."""

from __future__ import annotations

from http import HTTPStatus

from flask import make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pod.model.errors import NotSignedIn, PodError
from pod.web import auth
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.limits import SIGN_IN, limited
from pod.web.pages.ops.frame import ops, own_path, tell
from pod.web.problems import STATUS


@ops.get("/sign-in")
@allow("anyone")
def sign_in() -> ResponseReturnValue:
    if caller().may_look():
        return redirect(own_path(request.args.get("next", "")))
    return sign_in_page()


@ops.post("/sign-in")
@allow("anyone")
@limited(SIGN_IN)
def start_session() -> ResponseReturnValue:
    name, password = request.form.get("name", "").strip(), request.form.get("password", "")
    try:
        token, _ = services().accounts.sign_in(name, password, auth.origin())
    except NotSignedIn as e:
        # a form to correct: 401 would ask the browser for a key that it has not got
        return sign_in_page(e), HTTPStatus.UNPROCESSABLE_ENTITY
    # whoever used this browser before has left, and what was made for them is worth nothing any more
    response = make_response(redirect(own_path(request.form.get("next", "")), 303))
    auth.end_session(response)
    auth.start_session(response, token)
    return response


def sign_in_page(error: PodError | None = None) -> str:
    typed, wanted = request.form.get("name", ""), own_path(request.values.get("next", ""))
    return render_template("ops/sign_in.html", error=error, name=typed, next=wanted)


@ops.post("/sign-out")
@allow("anyone")
def sign_out() -> ResponseReturnValue:
    response = make_response(redirect(url_for("ops.sign_in"), 303))
    auth.end_session(response)
    tell("ops_sign_in.signed_out")
    return response


@ops.get("/password")
@allow("viewer")
def password() -> ResponseReturnValue:
    return render_template("ops/password.html", error=None)


@ops.post("/password")
@allow("viewer")
@limited(SIGN_IN)
def change_password() -> ResponseReturnValue:
    try:
        services().accounts.change_own_password(
            caller(), request.form.get("present", ""), request.form.get("password", "")
        )
    except PodError as e:
        return render_template("ops/password.html", error=e), STATUS[e.kind]
    tell("ops_sign_in.password_changed")
    return redirect(url_for("ops.sign_in"), 303)
