"""An order as its own page tells it: how far it is, what was bought, what can be had again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from flask import url_for

from pod.model.design import Design, DesignState, Version
from pod.model.handoff import RANK, HandOff, HandOffState
from pod.model.money import Money
from pod.model.order import Order, OrderItem, OrderState
from pod.model.shipment import Shipment
from pod.web.context import caller, services
from pod.web.files import file_url
from pod.web.pages import wording


class Step(StrEnum):
    """How far an order is, in the shopper's words."""

    RECEIVED = "received"
    PAID = "paid"
    MAKING = "making"
    SHIPPED = "shipped"
    DELIVERED = "delivered"


_STEP_OF_HANDOFF = {
    HandOffState.ACCEPTED: Step.MAKING,
    HandOffState.PARTLY_SHIPPED: Step.SHIPPED,
    HandOffState.DELIVERED: Step.DELIVERED,
}
"""From which rank of its hand-off on an order has come so far."""


@dataclass(frozen=True, slots=True)
class LineShown:
    id: str
    name: str
    size: str
    cloth: str
    quantity: int
    price_text: str
    picture: str
    words: str
    again: str


@dataclass(frozen=True, slots=True)
class OrderShown:
    id: str
    reference: str
    state: str
    step: Step
    reason: str
    placed_on: str
    lines: tuple[LineShown, ...]
    total_text: str
    parcels: tuple[Shipment, ...]


def order(found: Order) -> OrderShown:
    """Without the address: a link may be passed on."""
    handoffs = services().orders.handoffs(caller(), found.id)
    return OrderShown(
        id=found.id,
        reference=found.external_ref,
        state=found.state.value,
        step=_step(found, handoffs),
        reason=found.reason,
        placed_on=wording.day(found.created_at),
        lines=tuple(_line(item) for item in found.items),
        total_text=_total(found.items),
        parcels=tuple(services().orders.shipments(caller(), found.id)),
    )


def _step(found: Order, handoffs: Sequence[HandOff]) -> Step:
    reached = Step.RECEIVED if found.paid_at is None else Step.PAID
    rank = max((RANK.get(h.state, -1) for h in handoffs), default=-1)
    for state, step in _STEP_OF_HANDOFF.items():
        if rank >= RANK[state]:
            reached = step
    return Step.DELIVERED if found.state is OrderState.DONE and reached is Step.SHIPPED else reached


def _line(item: OrderItem) -> LineShown:
    made, version = services().designs.made_as(caller(), item.version_id)
    _, proofs = services().designs.files(caller(), made.id, version.id)
    product = services().catalogue.product(item.sku)
    _, size, cloth = item.variant.split("/", 2)
    gone = made.state is DesignState.ARCHIVED
    return LineShown(
        id=item.id,
        name=product.name,
        size=size if len(product.sizes) > 1 else "",
        cloth=cloth,
        quantity=item.quantity,
        price_text=wording.money(item.price.times(item.quantity)) if item.price else "",
        picture=file_url(proofs[0].light) if proofs else "",
        words=version.recipe.lettering.text if version.recipe.lettering else "",
        again="" if gone else _again(made, version, size, item.quantity),
    )


def _again(made: Design, version: Version, size: str, quantity: int) -> str:
    """The order form of the very same version, filled in but for the address, which a link does not bring back."""
    return url_for("pages.design", design_id=made.id, version=version.id, size=size, quantity=quantity, _anchor="order")


def _total(items: Sequence[OrderItem]) -> str:
    prices = list(_prices(items))
    if len(prices) < len(items) or not prices:
        return ""
    return wording.money(sum(prices[1:], prices[0]))


def _prices(items: Sequence[OrderItem]) -> Iterator[Money]:
    for item in items:
        if item.price:
            yield item.price.times(item.quantity)
