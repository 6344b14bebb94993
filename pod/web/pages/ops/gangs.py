"""Gang sheets: paid orders on as few sheets as they need, and those of the last month."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pod.model.errors import InputRefused, PodError
from pod.model.gangsheet import GangAsked
from pod.printprep.gang import SHEETS
from pod.services.gangsheets import sheet_size
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.pages.ops.frame import ops, tell
from pod.web.problems import STATUS


@ops.get("/gang-sheets")
@allow("viewer")
def gang_sheets() -> ResponseReturnValue:
    return _page()


@ops.post("/gang-sheets")
@allow("operator")
def ask_for_gang_sheets() -> ResponseReturnValue:
    try:
        made = services().gangs.ask(caller(), _asked(), (), _orders())
    except PodError as e:
        return _page(e)
    tell("ops_gangs.asked", n=sum(piece.copies for piece in made.asked.pieces))
    return redirect(url_for("ops.gang_sheets"), 303)


def _asked() -> GangAsked:
    size = sheet_size(request.form.get("sheet", ""))
    return GangAsked(
        pieces=(),
        width_mm=size.width_mm,
        height_mm=size.height_mm,
        roll=size.roll,
        may_turn="rotate" in request.form,
        labels="labels" in request.form,
        cut=request.form.get("cut", "none") if request.form.get("cut") in _CUTS else "none",
    )


_CUTS = ("none", "crop", "box", "contour")


def _orders() -> list[str]:
    """By the shop's own numbers, one to a line. What is no order is said by its number."""
    numbers = request.form.get("orders", "").split()
    if not numbers:
        raise InputRefused("no_orders", "No order was named.", "Write the numbers of the orders, one to a line.")
    found = {number: services().orders.numbered(caller(), number) for number in dict.fromkeys(numbers)}
    if missing := [number for number, order in found.items() if order is None]:
        raise InputRefused("no_order", f"There is no order {', '.join(missing)}.", "Check the numbers.")
    return [order.id for order in found.values() if order]


def _page(error: PodError | None = None) -> ResponseReturnValue:
    page = render_template(
        "ops/gang_sheets.html",
        shown=services().gangs.page(caller(), cursor=request.args.get("cursor", "")),
        sheets=SHEETS,
        cuts=_CUTS,
        error=error,
        typed=request.form if error else {},
    )
    return page, STATUS[error.kind] if error else 200
