"""One design and one order, with everything that is known about them."""

from __future__ import annotations

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from pod.model.claim import ClaimKind, Payer
from pod.model.errors import PodError
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.pages.ops import words
from pod.web.pages.ops.acts import ACTS
from pod.web.pages.ops.frame import ops, tell, watched

CHOICES = {"kinds": tuple(ClaimKind), "payers": tuple(Payer)}
"""What a claim's forms offer."""

_IN_FLIGHT = ("briefed", "generating", "preparing")
_ON_ITS_WAY = ("waiting", "prepared", "sending", "unknown", "waiting_partner", "ready_to_confirm", "confirming")


@ops.get("/designs/<design_id>")
@allow("viewer")
def design(design_id: str) -> Response:
    case = services().desk.design(caller(), design_id, request.args.get("version", ""))
    moving = case.row.design.state.value in _IN_FLIGHT
    return watched("ops/design.html", case, acts=ACTS["designs"], moving=moving)


@ops.get("/orders/<order_id>")
@allow("viewer")
def order(order_id: str) -> Response:
    case = services().desk.order(caller(), order_id)
    claims = services().claims.of_order(caller(), order_id)
    moving = any(h.state.value in _ON_ITS_WAY for h in case.row.handoffs)
    return watched(
        "ops/order.html", case, watched_too=claims, acts=ACTS["orders"], moving=moving, claims=claims, **CHOICES
    )


@ops.post("/orders/<order_id>/look-up/<reference>")
@allow("operator")
def look_up(order_id: str, reference: str) -> ResponseReturnValue:
    try:
        found = services().handoffs.look_up(caller(), reference)
        state = words.state("handoff", found.state.value)
        tell("ops_order.looked_up", partner=found.partner, reference=reference, state=state)
    except PodError as e:
        tell("ops_order.look_up_failed", why=e)
    return redirect(url_for("ops.order", order_id=order_id), 303)
