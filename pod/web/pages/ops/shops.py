"""What was bought in shops: which of it needs a repair, and files of orders."""

from __future__ import annotations

import re
from collections.abc import Callable

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pod.model.errors import InputRefused, PodError
from pod.model.shoporder import IntakeState, Repair, TakenOrder
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.pages.ops.frame import ops, tell
from pod.web.problems import STATUS

_DESIGN = re.compile(r"[0-9a-f]{32}")


@ops.get("/shops")
@allow("viewer")
def shops() -> ResponseReturnValue:
    return _page()


@ops.post("/shops/import")
@allow("operator")
def import_orders() -> ResponseReturnValue:
    sent = request.files.get("file")
    try:
        taken = services().intake.take_file(caller(), sent.read() if sent else b"")
    except PodError as e:
        return _page("import", e)
    tell("ops_shops.done.import", n=len(taken))
    return redirect(url_for("ops.shops"), 303)


@ops.post("/shops/<shop>/<shop_order>/<any(repair, leave, take_anew):act>")
@allow("operator")
def act_on_shop_order(shop: str, shop_order: str, act: str) -> ResponseReturnValue:
    desk, me = services().shopdesk, caller()
    acts: dict[str, Callable[[], TakenOrder]] = {
        "repair": lambda: desk.repair(me, shop, shop_order, Repair(_typed("line"), _version(), _typed("variant"))),
        "leave": lambda: desk.leave(me, shop, shop_order, _typed("reason")),
        "take_anew": lambda: desk.take_anew(me, shop, shop_order),
    }
    try:
        done = acts[act]()
    except PodError as e:
        return _page(f"{shop}:{shop_order}", e)
    tell(f"ops_shops.done.{act}", number=done.order.number)
    return redirect(url_for("ops.shops"), 303)


def _version() -> str:
    """The newest version of the design whose link, or whose id, was typed."""
    found = _DESIGN.search(_typed("design").lower())
    if not found:
        raise InputRefused("no_design", "That is no design.", "Paste its link, or the 32 letters and digits in it.")
    design = services().designs.get(caller(), found[0])
    if not design.current_version_id:
        raise InputRefused("nothing_chosen", "No candidate of this design has been chosen.", "Choose and approve one.")
    return design.current_version_id


def _page(form: str = "", error: PodError | None = None) -> ResponseReturnValue:
    """`error` stands at the order that it is about, with what was typed there."""
    state = request.args.get("state", "")
    page = render_template(
        "ops/shops.html",
        shown=services().shopdesk.page(
            caller(), state=state, q=request.args.get("q", "").strip(), cursor=request.args.get("cursor", "")
        ),
        shops=services().shops,
        states=IntakeState,
        wanted=state,
        form=form,
        error=error,
        typed=request.form if error else {},
    )
    return page, STATUS[error.kind] if error else 200


def _typed(name: str) -> str:
    return request.form.get(name, "").strip()
