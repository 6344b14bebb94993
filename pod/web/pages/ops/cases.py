"""One design and one order, with everything that is known about them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Self

from flask import Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pod.model.claim import ClaimKind, Payer
from pod.model.errors import PodError
from pod.model.mockup import Mockup
from pod.model.order import ShipTo
from pod.model.readdress import AddressDecision
from pod.services.deskviews import DesignCase
from pod.services.mockups import MockupWish
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.pages.ops import words
from pod.web.pages.ops.acts import ACTS
from pod.web.pages.ops.frame import ops, tell, watched
from pod.web.problems import STATUS
from pod.web.strings import text as t

CHOICES = {"kinds": tuple(ClaimKind), "payers": tuple(Payer)}
"""What a claim's forms offer."""

_IN_FLIGHT = ("briefed", "generating", "preparing")
_ON_ITS_WAY = ("waiting", "prepared", "sending", "unknown", "waiting_partner", "ready_to_confirm", "confirming")


@ops.get("/designs/<design_id>")
@allow("viewer")
def design(design_id: str) -> Response:
    case = services().desk.design(caller(), design_id, request.args.get("version", ""))
    mockups = _Mockups.of(case)
    moving = case.row.design.state.value in _IN_FLIGHT or not all(m.ended for m in mockups.found)
    return watched("ops/design.html", case, mockups, acts=ACTS["designs"], moving=moving, mockups=mockups)


@dataclass(frozen=True, slots=True)
class _Mockups:
    """Of the version that is shown; `partners` can be asked for them."""

    found: tuple[Mockup, ...]
    partners: tuple[str, ...]

    @classmethod
    def of(cls, case: DesignCase) -> Self:
        of_design = services().mockups.of_design(caller(), case.row.design.id)
        shown = tuple(m for m in of_design if case.shown and m.version_id == case.shown.id)
        return cls(shown, services().mockups.partners if case.files else ())


@ops.post("/designs/<design_id>/mockups")
@allow("operator")
def ask_mockups(design_id: str) -> ResponseReturnValue:
    version, partner = request.form.get("version", ""), request.form.get("partner", "")
    try:
        services().mockups.ask(caller(), design_id, MockupWish(version, partner))
        tell("ops_design.mockup_asked", partner=partner)
    except PodError as e:
        tell("ops_design.mockup_refused", why=e)
    return redirect(url_for("ops.design", design_id=design_id, version=version, _anchor="mockups"), 303)


@ops.get("/orders/<order_id>")
@allow("viewer")
def order(order_id: str) -> Response:
    case = services().desk.order(caller(), order_id)
    claims = services().claims.of_order(caller(), order_id)
    moving = any(h.state.value in _ON_ITS_WAY for h in case.row.handoffs)
    return watched(
        "ops/order.html", case, watched_too=claims, acts=ACTS["orders"], moving=moving, claims=claims, **CHOICES
    )


@ops.post("/orders/<order_id>/options")
@allow("operator")
def ask_options(order_id: str) -> ResponseReturnValue:
    """Each partner is asked what it still takes; what it says is said once, and is another thing a minute later."""
    for shown in services().recalling.asked(caller(), order_id):
        cancel, address = shown.open.cancel, shown.open.address
        tell(
            "ops_recall.said",
            partner=shown.handoff.partner,
            cancel=t(f"ops_recall.can_cancel.{cancel.chance}", why=cancel.why),
            address=t(f"ops_recall.can_readdress.{address.chance}", why=address.why),
            source=shown.not_asked or (t("ops_recall.asked") if shown.asked else t("ops_recall.on_record")),
        )
    return redirect(url_for("ops.order", order_id=order_id, _anchor="handoffs"), 303)


@ops.post("/orders/<order_id>/address")
@allow("operator")
def readdress(order_id: str) -> ResponseReturnValue:
    to = ShipTo(**{field.name: request.form.get(field.name, "").strip() for field in fields(ShipTo)})
    try:
        order = services().addresses.change(caller(), order_id, to, seen=request.form.get("seen", type=int))
    except PodError as e:
        return refused(order_id, "address", e)
    tell("ops_recall.changed", name=order.external_ref)
    return redirect(url_for("ops.order", order_id=order_id, _anchor="address"), 303)


@ops.post("/orders/<order_id>/address/<reference>")
@allow("operator")
def decide_address(order_id: str, reference: str) -> ResponseReturnValue:
    """A person's word, where its partner does not answer or has refused."""
    word, reason = request.form.get("decision", ""), request.form.get("reason", "")
    if word not in list(AddressDecision):
        abort(400)
    try:
        decision = AddressDecision(word)
        seen = request.form.get("seen", type=int)
        order = services().addresses.decide(caller(), order_id, reference, decision, reason, seen=seen)
        tell(f"ops_recall.decided.{decision}", name=order.external_ref, reference=reference)
    except PodError as e:
        tell("ops_recall.not_decided", why=e)
    return redirect(url_for("ops.order", order_id=order_id, _anchor="handoffs"), 303)


def refused(order_id: str, form: str, error: PodError) -> ResponseReturnValue:
    """Its page, with what was wrong at the form that it is about and what was typed there."""
    shown = services().desk.order(caller(), order_id), services().claims.of_order(caller(), order_id)
    page = render_template(
        "ops/order.html", shown=shown[0], claims=shown[1], acts=ACTS["orders"], form=form, error=error, **CHOICES
    )
    return page, STATUS[error.kind]


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
