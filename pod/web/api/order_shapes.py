"""Orders as the API takes them and shows them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal, Self

from pydantic import ConfigDict, Field

from pod.model.listing import Page
from pod.model.order import Order, OrderItem, OrderState, ShipTo
from pod.model.readdress import AddressDecision
from pod.model.recall import May
from pod.services.recalling import HandOffOpen
from pod.web.api.shapes import Answer, Asked, Listing, MoneyOut, Text, Word, Words

MAX_LINES = 200
"""Of one order: each is looked up while nobody else can write."""

_ADDRESS: dict[str, Any] = {
    "name": "A. Reader",
    "line1": "1 Long Street",
    "city": "London",
    "postcode": "N1 1AA",
    "country": "GB",
}
_LINE: dict[str, Any] = {"version_id": "5f0c…", "sku": "tee", "variant": "tee/M/navy", "quantity": 2}


class ShipToShape(Asked):
    """A postal address; `country` as two letters (ISO 3166-1)."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_ADDRESS]})

    name: Text
    line1: Text
    city: Text
    country: Text
    postcode: Text = ""
    line2: Text = ""
    region: Text = ""
    email: Text = ""
    phone: Text = ""

    def value(self) -> ShipTo:
        return ShipTo(**self.model_dump())

    @classmethod
    def of(cls, to: ShipTo) -> Self:
        return cls(**{name: getattr(to, name) for name in cls.model_fields})


class ItemAsked(Asked):
    version_id: Word
    sku: Word
    variant: Word = Field(description="`<product>/<size>/<cloth>`, as `GET /products/{sku}` lists them.")
    quantity: int

    def value(self) -> OrderItem:
        return OrderItem("", self.version_id, self.sku, self.variant, self.quantity)


class OrderAsked(Asked):
    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"external_ref": "shop-1001", "ship_to": _ADDRESS, "items": [_LINE]}]},
    )

    external_ref: Word = Field(
        description="Your own number: the same again is the same order. Without a key it is kept as `web-…`."
    )
    ship_to: ShipToShape
    items: list[ItemAsked] = Field(max_length=MAX_LINES)
    partner: Word = Field("", description="Where empty, it is chosen by the shop's rules when the order is paid.")


class OrderListing(Listing):
    state: Literal[""] | OrderState = ""


class AddressAsked(Asked):
    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"ship_to": _ADDRESS}]})

    ship_to: ShipToShape


class AddressDecided(Asked):
    """`former`: it goes to the address that its partner has. A held order stays held until it is released."""

    reference: Word = Field(description="Of the hand-off.")
    decision: AddressDecision
    reason: Words = ""


class CancelAsked(Asked):
    reason: Words = ""


class ItemOut(Answer):
    id: str
    version_id: str
    sku: str
    variant: str
    quantity: int
    price: MoneyOut | None = Field(description="Of one piece, when it was ordered.")

    @classmethod
    def of(cls, item: OrderItem) -> Self:
        return cls(
            id=item.id,
            version_id=item.version_id,
            sku=item.sku,
            variant=item.variant,
            quantity=item.quantity,
            price=MoneyOut.of(item.price) if item.price else None,
        )


class MayOut(Answer):
    """`yes`, `anew` (it is withdrawn and sent once more), `maybe`, `no`; `requested`, `refused` or `done` where it was asked
    for already. `why` goes on from there: until when, why not, or what was answered."""

    chance: str = Field(examples=["yes"])
    why: str = Field(examples=["until it goes into production"])

    @classmethod
    def of(cls, may: May) -> Self:
        return cls(chance=may.chance.value, why=may.why)


class HandOffOut(Answer):
    """`cancel` and `address`: whether it can still be called off, and be sent elsewhere."""

    reference: str
    item_ids: tuple[str, ...]
    partner: str
    state: str = Field(examples=["accepted"])
    partner_order_id: str
    attempts: int
    sent_at: datetime | None
    reason: str
    cancel: MayOut
    address: MayOut

    @classmethod
    def of(cls, shown: HandOffOpen) -> Self:
        handoff = shown.handoff
        return cls(
            reference=handoff.reference,
            item_ids=handoff.item_ids,
            partner=handoff.partner,
            state=handoff.state.value,
            partner_order_id=handoff.partner_order_id,
            attempts=handoff.attempts,
            sent_at=handoff.sent_at,
            reason=handoff.reason,
            cancel=MayOut.of(shown.open.cancel),
            address=MayOut.of(shown.open.address),
        )


class OpenOut(Answer):
    """`asked`: the partner has just said so; `not_asked` is why it could not."""

    reference: str
    partner: str
    state: str = Field(examples=["confirmed"])
    cancel: MayOut
    address: MayOut
    asked: bool
    not_asked: str

    @classmethod
    def of(cls, shown: HandOffOpen) -> Self:
        handoff = shown.handoff
        return cls(
            reference=handoff.reference,
            partner=handoff.partner,
            state=handoff.state.value,
            cancel=MayOut.of(shown.open.cancel),
            address=MayOut.of(shown.open.address),
            asked=shown.asked,
            not_asked=shown.not_asked,
        )


class OptionsOut(Answer):
    items: tuple[OpenOut, ...]

    @classmethod
    def of(cls, shown: Sequence[HandOffOpen]) -> Self:
        return cls(items=tuple(OpenOut.of(one) for one in shown))


class OrderRow(Answer):
    """An order without its address: in lists, and wherever a link is all that the caller has."""

    id: str
    external_ref: str
    state: str = Field(examples=["paid"])
    reason: str
    partner: str
    items: tuple[ItemOut, ...]
    created_at: datetime
    paid_at: datetime | None
    reprint_of: str
    revision: int
    links: dict[str, str]

    @classmethod
    def of(cls, order: Order) -> Self:
        return cls(**_row(order))


class OrderOut(OrderRow):
    """`ship_to`, the hand-offs and why it is held are for the shop's people only."""

    handoffs: tuple[HandOffOut, ...]
    ship_to: ShipToShape | None

    @classmethod
    def whole(cls, order: Order, handoffs: Sequence[HandOffOpen]) -> Self:
        return cls(
            **_row(order),
            handoffs=tuple(HandOffOut.of(h) for h in handoffs),
            ship_to=ShipToShape.of(order.ship_to),
        )

    @classmethod
    def by_link(cls, order: Order) -> Self:
        told = {"reason": ""} if order.state is OrderState.ON_HOLD else {}
        return cls(**_row(order) | told, handoffs=(), ship_to=None)


class OrdersOut(Answer):
    items: tuple[OrderRow, ...]
    next_cursor: str
    counts: dict[str, int] = Field(description="How many there are in each state, over the whole filter.")

    @classmethod
    def of(cls, page: Page[Order]) -> Self:
        return cls(items=tuple(OrderRow.of(o) for o in page.items), next_cursor=page.next_cursor, counts=page.counts)


def _row(order: Order) -> dict[str, Any]:
    return {
        "id": order.id,
        "external_ref": order.external_ref,
        "state": order.state.value,
        "reason": order.reason,
        "partner": order.partner,
        "items": tuple(ItemOut.of(i) for i in order.items),
        "created_at": order.created_at,
        "paid_at": order.paid_at,
        "reprint_of": order.reprint_of,
        "revision": order.revision,
        "links": {"self": f"/api/v1/orders/{order.id}"},
    }
