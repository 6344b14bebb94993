"""The partners as the shop's people see them: how each does, and what it said last of our variants."""

from __future__ import annotations

from flask import Response, redirect, url_for
from flask.typing import ResponseReturnValue

from pod.model.freshness import Stock
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.pages.ops.frame import ops, tell, watched


@ops.get("/partners")
@allow("viewer")
def partners() -> Response:
    lacking = [found for found in services().partners if found.adapter is None]
    shown = services().freshness.standing(caller()), lacking
    return watched("ops/partners.html", shown, stocks=(Stock.OUT, Stock.GONE))


@ops.post("/partners/<name>/<any(again, looked_at):act>")
@allow("operator")
def act_on_partner(name: str, act: str) -> ResponseReturnValue:
    """Has it asked again at once, or says that somebody has looked at the areas that changed."""
    if act == "again":
        services().freshness.ask_again(caller(), name)
    else:
        services().freshness.looked_at(caller(), name)
    tell(f"ops_partners.done.{act}", name=name)
    return redirect(url_for("ops.partners"), 303)
