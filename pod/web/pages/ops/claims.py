"""Claims: all of them in a list, each on its order's page; what is decided about one is a form there."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pod.model.claim import Claim, ClaimKind, ClaimState, Payer
from pod.model.errors import InputRefused, PodError
from pod.model.money import Money
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.pages.ops.acts import ACTS
from pod.web.pages.ops.cases import CHOICES
from pod.web.pages.ops.frame import ops, tell, watched
from pod.web.problems import STATUS

E = TypeVar("E", ClaimKind, Payer)

_AMOUNT = re.compile(r"\d{1,7}(\.\d{1,2})?")


@ops.get("/claims")
@allow("viewer")
def claims() -> Response:
    state = request.args.get("state", "")
    page = services().claims.page(caller(), state=state, cursor=request.args.get("cursor", ""))
    costs = services().claims.costs(caller())
    return watched("ops/claims.html", (page, costs), states=ClaimState, wanted=state)


@ops.post("/orders/<order_id>/claims")
@allow("operator")
def report(order_id: str) -> ResponseReturnValue:
    form = request.form
    try:
        kind = _one_of(ClaimKind, form.get("kind", ""))
        pictures = [file.read() for file in request.files.getlist("pictures") if file.filename]
        services().claims.report(
            caller(), order_id, kind, form.get("words", ""), item_ids=form.getlist("item"), pictures=pictures
        )
    except PodError as e:
        return _refused(order_id, "report", e)
    tell("ops_claims.done.report")
    return redirect(url_for("ops.order", order_id=order_id, _anchor="claims"), 303)


@ops.post("/claims/<claim_id>/<any(hand_on, refuse, reopen, refund, reprint):act>")
@allow("operator")
def decide(claim_id: str, act: str) -> ResponseReturnValue:
    desk, me, form = services().claims, caller(), request.form
    seen, answer = form.get("seen", type=int), form.get("answer", "")
    acts: dict[str, Callable[[], Claim]] = {
        "hand_on": lambda: desk.hand_on(me, claim_id, seen=seen),
        "refuse": lambda: desk.refuse(me, claim_id, answer, seen=seen),
        "reopen": lambda: desk.reopen(me, claim_id, seen=seen),
        "refund": lambda: desk.refund(me, claim_id, _money(), _payer(), answer, seen=seen),
        "reprint": lambda: desk.reprint(me, claim_id, _payer(), answer, seen=seen),
    }
    try:
        done = acts[act]()
    except PodError as e:
        return _refused(form.get("order", ""), claim_id, e)
    tell(f"ops_claims.done.{act}")
    return redirect(url_for("ops.order", order_id=done.order_id, _anchor="claims"), 303)


def _money() -> Money:
    amount, currency = request.form.get("amount", "").strip(), request.form.get("currency", "").strip().upper()
    if not _AMOUNT.fullmatch(amount) or not re.fullmatch("[A-Z]{3}", currency):
        raise InputRefused("amount", f"“{amount[:20]} {currency[:10]}” is no amount.", "Write it as 12.50 and GBP.")
    return Money(int(Decimal(amount) * 1_000_000), currency)


def _payer() -> Payer:
    return _one_of(Payer, request.form.get("payer", ""))


def _one_of(kind: type[E], text: str) -> E:
    try:
        return kind(text)
    except ValueError as e:
        raise InputRefused("choice", f"“{text[:20]}” is none of the choices.", "Choose one of the list.") from e


def _refused(order_id: str, form: str, error: PodError) -> ResponseReturnValue:
    """Its order's page, with what was wrong at the form that it is about and what was typed there."""
    shown = services().desk.order(caller(), order_id), services().claims.of_order(caller(), order_id)
    page = render_template(
        "ops/order.html", shown=shown[0], claims=shown[1], acts=ACTS["orders"], form=form, error=error, **CHOICES
    )
    return page, STATUS[error.kind]
