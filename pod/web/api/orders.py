"""``/orders``: taken once per reference; everything else is the operators'."""

from __future__ import annotations

from typing import Any

from flask import Response
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import BaseModel

from pod.model.order import Order
from pod.web.api import order_shapes as shapes
from pod.web.api.design_shapes import ReasonAsked
from pod.web.api.route_shapes import RouteAsked, RoutesOut
from pod.web.api.shapes import IdempotencyHeader, Word, answered
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.idempotency import answered_once
from pod.web.limits import WORK, limited

api = APIBlueprint("orders", __name__, url_prefix="/api/v1/orders", abp_tags=[Tag(name="orders")])


class OrderPath(BaseModel):
    order_id: Word


@api.post("", responses={201: shapes.OrderRow, 200: shapes.OrderRow})
@allow("customer")
@limited(WORK)
def place_order(header: IdempotencyHeader, body: shapes.OrderAsked) -> Response:
    """Takes an order: 201, or 200 with the same order for the same `external_ref`. Nothing is made before it is paid."""

    def place() -> tuple[int, dict[str, Any]]:
        order, new = services().orders.place(
            caller(), _reference(body.external_ref), body.ship_to.value(), [i.value() for i in body.items], body.partner
        )
        return 201 if new else 200, shapes.OrderRow.of(order).model_dump(mode="json")

    response = answered_once(header.key, body.model_dump(), place)
    response.headers["Location"] = response.get_json()["links"]["self"]
    return response


def _reference(asked: str) -> str:
    """A shopper's own number can never be one of the shop's: else anybody could take those that the shop will need next."""
    return asked if caller().may_operate() or not asked else f"web-{asked}"


@api.get("", responses={200: shapes.OrdersOut})
@allow("viewer")
def list_orders(query: shapes.OrderListing) -> Response:
    """Orders, newest first, with how many there are in each state."""
    page = services().orders.page(caller(), state=query.state, q=query.q, cursor=query.cursor, limit=query.limit)
    return answered(shapes.OrdersOut.of(page))


@api.get("/<order_id>", responses={200: shapes.OrderOut})
@allow("link")
def show_order(path: OrderPath) -> Response:
    """Where an order stands. Its address and its hand-offs are for the shop only."""
    return _shown(services().orders.get(caller(), path.order_id))


@api.post("/<order_id>/mark-paid", responses={200: shapes.OrderOut})
@allow("operator")
def mark_paid(path: OrderPath) -> Response:
    """Says that the money is there; what is approved is handed off."""
    return _shown(services().orders.mark_paid(caller(), path.order_id))


@api.post("/<order_id>/hold", responses={200: shapes.OrderOut})
@allow("operator")
def hold_order(path: OrderPath, body: ReasonAsked) -> Response:
    """Stops everything that has not gone out, until it is released."""
    return _shown(services().orders.hold(caller(), path.order_id, body.reason))


@api.post("/<order_id>/release", responses={200: shapes.OrderOut})
@allow("operator")
def release_order(path: OrderPath) -> Response:
    """Goes on where the hold found it."""
    return _shown(services().orders.release(caller(), path.order_id))


@api.post("/<order_id>/cancel", responses={200: shapes.OrderOut})
@allow("operator")
def cancel_order(path: OrderPath, body: shapes.CancelAsked) -> Response:
    """Ends it; a partner that has it already, or may have, is asked, and may refuse: `state` and `reason` say how far that is."""
    return _shown(services().orders.cancel(caller(), path.order_id, body.reason))


@api.get("/<order_id>/options", responses={200: shapes.OptionsOut})
@allow("operator")
def order_options(path: OrderPath) -> Response:
    """Asks each partner what it still takes: a cancel, another address. Nothing is changed by asking."""
    return answered(shapes.OptionsOut.of(services().recalling.asked(caller(), path.order_id)))


@api.post("/<order_id>/address", responses={200: shapes.OrderOut})
@allow("operator")
def change_address(path: OrderPath, body: shapes.AddressAsked) -> Response:
    """Sends it elsewhere. What has left is asked for at its partner, which may refuse: see each hand-off's `address`."""
    return _shown(services().addresses.change(caller(), path.order_id, body.ship_to.value()))


@api.post("/<order_id>/address-decision", responses={200: shapes.OrderOut})
@allow("operator")
def decide_address(path: OrderPath, body: shapes.AddressDecided) -> Response:
    """Where a partner does not answer, or has refused: asks it again, or lets the hand-off go to its former address."""
    decided = services().addresses.decide(caller(), path.order_id, body.reference, body.decision, body.reason)
    return _shown(decided)


@api.post("/<order_id>/hand-off", responses={200: shapes.OrderOut})
@allow("operator")
def hand_off_order(path: OrderPath) -> Response:
    """Tries again now what was held or refused on its way to the partner."""
    return _shown(services().orders.hand_off(caller(), path.order_id))


@api.get("/<order_id>/routes", responses={200: RoutesOut})
@allow("operator")
def order_routes(path: OrderPath) -> Response:
    """Why it goes where it goes: every decision, with what each partner would make of each line."""
    return answered(RoutesOut.of(services().routes.of(caller(), path.order_id)))


@api.post("/<order_id>/route", responses={200: shapes.OrderOut})
@allow("operator")
def route_order(path: OrderPath, body: RouteAsked) -> Response:
    """Sends what no partner is making yet to another one, or has it split or kept together."""
    return _shown(services().routes.choose(caller(), path.order_id, body.to, body.reason))


@api.post("/<order_id>/reprint", responses={201: shapes.OrderRow})
@allow("operator")
def reprint_order(path: OrderPath, header: IdempotencyHeader, body: ReasonAsked) -> Response:
    """The same lines again as a new order. It is received, not paid."""

    def reprint() -> tuple[int, dict[str, Any]]:
        again = services().reprints.reprint(caller(), path.order_id, body.reason, key=header.key)
        return 201, shapes.OrderRow.of(again).model_dump(mode="json")

    return answered_once(header.key, body.model_dump(), reprint)


def _shown(order: Order, status: int = 200) -> Response:
    if not caller().may_look():
        return answered(shapes.OrderOut.by_link(order), status)
    return answered(shapes.OrderOut.whole(order, services().recalling.of_order(caller(), order.id)), status)
