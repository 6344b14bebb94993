"""What was told to customers and to the shop, what could not be delivered, and what is to be told at all."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pod.model.errors import PodError
from pod.model.message import ROUTES, MessageState
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.pages.ops.frame import ops, tell
from pod.web.problems import STATUS


@ops.get("/messages")
@allow("viewer")
def messages() -> ResponseReturnValue:
    return _page()


@ops.post("/messages/<message_id>/again")
@allow("operator")
def redeliver(message_id: str) -> ResponseReturnValue:
    try:
        services().messages.redeliver(caller(), message_id)
    except PodError as e:
        return _page(message_id, e)
    tell("ops_messages.done.again")
    return redirect(url_for("ops.messages"), 303)


@ops.post("/messages/choices")
@allow("admin")
def choose_messages() -> ResponseReturnValue:
    on = request.form.getlist("on")
    try:
        off = {route.key for route in ROUTES} - set(on)
        services().messages.choose(caller(), request.form.get("sender_name", ""), off)
    except PodError as e:
        return _page("choices", e)
    tell("ops_messages.done.chosen")
    return redirect(url_for("ops.messages"), 303)


def _page(form: str = "", error: PodError | None = None) -> ResponseReturnValue:
    """`error` stands at what it is about, with what was typed there."""
    state = request.args.get("state", "")
    kept = services().messages.choices(caller())
    typed = request.form if form == "choices" else None
    page = render_template(
        "ops/messages.html",
        shown=services().messages.page(caller(), state=state, cursor=request.args.get("cursor", "")),
        on=typed.getlist("on") if typed else [route.key for route in ROUTES if route.key not in kept.off],
        sender_name=typed.get("sender_name", "") if typed else kept.sender_name,
        ways=services().post,
        routes=ROUTES,
        states=MessageState,
        wanted=state,
        form=form,
        error=error,
    )
    return page, STATUS[error.kind] if error else 200
