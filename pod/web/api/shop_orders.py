"""``/shop-orders``: what was bought in shops, which of it needs a repair, and what can be done about it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, Self

from flask import Response
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import BaseModel, Field

from pod.model.listing import Page
from pod.model.shoporder import IntakeState, LineTrouble, Repair, ShopLine, TakenOrder
from pod.web.api.design_shapes import ReasonAsked
from pod.web.api.pictures import FileAsked
from pod.web.api.shapes import Answer, Asked, Listing, Word, answered
from pod.web.auth import allow
from pod.web.context import caller, services
from pod.web.limits import UPLOADS, limited

api = APIBlueprint("shop_orders", __name__, url_prefix="/api/v1/shop-orders", abp_tags=[Tag(name="shop orders")])


class ShopOrderPath(BaseModel):
    shop: Word
    shop_order: Word


class ShopOrderListing(Listing):
    state: Literal[""] | IntakeState = ""


class RepairAsked(Asked):
    line: Word = Field(description="The shop's own id of the line.")
    version_id: Word = Field(description="The approved version that it is printed with.")
    variant: Word = Field("", description="`<product>/<size>/<cloth>`; empty is the line's own.")


class OrdersFileAsked(FileAsked):
    """CSV with a row for each line of an order."""


class ShopLineOut(Answer):
    id: str
    sku: str
    quantity: int
    title: str
    design: str = Field(description="What the shop says that it is printed with; empty where it says nothing.")
    lettering: str = Field(description="The buyer's own words for it; empty where there are none.")

    @classmethod
    def of(cls, line: ShopLine) -> Self:
        return cls(
            id=line.id,
            sku=line.sku,
            quantity=line.quantity,
            title=line.title,
            design=line.design,
            lettering=line.lettering,
        )


class TroubleOut(Answer):
    line: str = Field(description="Empty where the order as a whole is meant.")
    code: str
    message: str
    hint: str

    @classmethod
    def of(cls, trouble: LineTrouble) -> Self:
        return cls(line=trouble.line_id, code=trouble.code, message=trouble.message, hint=trouble.hint)


class ShopOrderOut(Answer):
    shop: str
    id: str
    number: str = Field(examples=["#1001"], description="What the customer reads.")
    state: str = Field(examples=["needs_repair"])
    payment: str = Field(examples=["paid"])
    note: str
    order_id: str = Field(description="The order that was placed for it; empty while there is none.")
    lines: tuple[ShopLineOut, ...]
    troubles: tuple[TroubleOut, ...]
    changed_at: datetime
    links: dict[str, str]

    @classmethod
    def of(cls, taken: TakenOrder) -> Self:
        order = taken.order
        return cls(
            shop=taken.shop,
            id=order.id,
            number=order.number,
            state=taken.state.value,
            payment=order.payment.value,
            note=taken.note,
            order_id=taken.order_id,
            lines=tuple(ShopLineOut.of(line) for line in order.lines),
            troubles=tuple(TroubleOut.of(trouble) for trouble in taken.troubles),
            changed_at=order.changed_at,
            links={"order": f"/api/v1/orders/{taken.order_id}"} if taken.order_id else {},
        )


class ShopOrdersOut(Answer):
    items: tuple[ShopOrderOut, ...]
    next_cursor: str
    counts: dict[str, int] = Field(description="How many there are in each state, over the whole filter.")

    @classmethod
    def of(cls, page: Page[TakenOrder]) -> Self:
        return cls(items=tuple(map(ShopOrderOut.of, page.items)), next_cursor=page.next_cursor, counts=page.counts)


class TakenOut(Answer):
    numbers: tuple[str, ...] = Field(description="The orders of the file, as it numbers them.")


@api.get("", responses={200: ShopOrdersOut})
@allow("viewer")
def list_shop_orders(query: ShopOrderListing) -> Response:
    """What was bought, newest first, with how many there are in each state."""
    page = services().shopdesk.page(caller(), state=query.state, q=query.q, cursor=query.cursor, limit=query.limit)
    return answered(ShopOrdersOut.of(page))


@api.post("/import", responses={202: TakenOut})
@allow("operator")
@limited(UPLOADS)
def import_shop_orders(form: OrdersFileAsked) -> Response:
    """Takes a CSV file of orders; the same file again changes nothing. Every row that is wrong is named, and then none is taken."""
    return answered(TakenOut(numbers=tuple(services().intake.take_file(caller(), form.file.read()))), 202)


@api.get("/<shop>/<shop_order>", responses={200: ShopOrderOut})
@allow("viewer")
def show_shop_order(path: ShopOrderPath) -> Response:
    """One of them, with everything that keeps it from being made."""
    return answered(ShopOrderOut.of(services().shopdesk.get(caller(), path.shop, path.shop_order)))


@api.post("/<shop>/<shop_order>/repair", responses={200: ShopOrderOut})
@allow("operator")
def repair_shop_order(path: ShopOrderPath, body: RepairAsked) -> Response:
    """Says what a line is printed with; the order is looked at again at once."""
    repair = Repair(body.line, body.version_id, body.variant)
    return answered(ShopOrderOut.of(services().shopdesk.repair(caller(), path.shop, path.shop_order, repair)))


@api.post("/<shop>/<shop_order>/leave", responses={200: ShopOrderOut})
@allow("operator")
def leave_shop_order(path: ShopOrderPath, body: ReasonAsked) -> Response:
    """Says that it is not made here."""
    return answered(ShopOrderOut.of(services().shopdesk.leave(caller(), path.shop, path.shop_order, body.reason)))


@api.post("/<shop>/<shop_order>/take-anew", responses={200: ShopOrderOut})
@allow("operator")
def take_shop_order_anew(path: ShopOrderPath) -> Response:
    """As it stands in the shop now, once the order that was placed for it is cancelled."""
    return answered(ShopOrderOut.of(services().shopdesk.take_anew(caller(), path.shop, path.shop_order)))
