"""The queue: what needs the shop, and the lists of all designs and orders. What is asked for stands in the address."""

from __future__ import annotations

from flask import Response, request

from pod.model.design import DesignState
from pod.model.listing import Needs
from pod.model.order import OrderState
from pod.services.desk import Filter
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.pages.ops.acts import ACTS
from pod.web.pages.ops.frame import ops, watched

_FOUND = 20
"""How many designs and orders a search in everything shows; the lists show the rest."""


@ops.get("")
@allow("viewer")
def queue() -> Response:
    q = request.args.get("q", "").strip()
    if q:
        wanted = Filter(q=q, limit=_FOUND)
        found = services().desk.designs(caller(), wanted), services().desk.orders(caller(), wanted)
        return watched("ops/found.html", found, acts=ACTS)
    poor = services().statistics.poor_styles(caller())
    return watched("ops/queue.html", services().desk.waiting(caller()), poor, acts=ACTS, poor=poor)


@ops.get("/designs")
@allow("viewer")
def designs() -> Response:
    wanted = _asked()
    page = services().desk.designs(caller(), wanted)
    return watched("ops/designs.html", page, wanted=wanted, states=DesignState, products=_products(), acts=ACTS)


@ops.get("/orders")
@allow("viewer")
def orders() -> Response:
    wanted = _asked()
    page = services().desk.orders(caller(), wanted)
    return watched("ops/orders.html", page, wanted=wanted, states=OrderState, products=_products(), acts=ACTS)


def _asked() -> Filter:
    args = request.args
    return Filter(
        state=args.get("state", ""),
        product=args.get("product", ""),
        q=args.get("q", "").strip(),
        needs=next((n for n in Needs if n.value == args.get("needs")), None),
        cursor=args.get("cursor", ""),
        oldest_first=args.get("order") == "oldest",
    )


def _products() -> list[tuple[str, str]]:
    return [(product.sku, product.name) for product in services().catalogue.products()]
