"""What a shop says was bought there, and what has become of it here."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from pod.model.order import ShipTo
from pod.model.states import table


class Payment(StrEnum):
    """A shop's own word for it stays in its adapter. `PARTLY_REFUNDED` is paid, and a person has to look."""

    UNPAID = "unpaid"
    PAID = "paid"
    PARTLY_REFUNDED = "partly_refunded"
    REFUNDED = "refunded"


@dataclass(frozen=True, slots=True)
class ShopLine:
    """`sku` is the variant's, as it was published. `design` is what the line says it is printed with: a design's id, or
    ``<id>.<version number>``; "" where it says nothing, or something that cannot be one. `quantity` is what is still wanted,
    `lettering` the words that its buyer wants to have printed; "" where the shop was told none.
    """

    id: str
    sku: str
    quantity: int
    title: str = ""
    design: str = ""
    lettering: str = ""


@dataclass(frozen=True, slots=True)
class ShopOrder:
    """`number` is what customers read; `ship_to` is None where the shop has sent none."""

    id: str
    number: str
    payment: Payment
    changed_at: datetime
    lines: tuple[ShopLine, ...]
    ship_to: ShipTo | None
    cancelled: bool = False
    test: bool = False


class NewsKind(StrEnum):
    ORDER = "order"
    WANTS_DATA = "wants_data"
    ERASE_CUSTOMER = "erase_customer"
    ERASE_SHOP = "erase_shop"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ShopNews:
    """A genuine message of a shop. `order` is there where the message itself carries it; `order_ids` names those it is about."""

    event_id: str
    kind: NewsKind
    order_ids: tuple[str, ...] = ()
    order: ShopOrder | None = None


@dataclass(frozen=True, slots=True)
class ShopParcel:
    """A parcel to be told to a shop: `quantities` by the shop's own line ids."""

    shipment_id: str
    carrier: str
    tracking_number: str
    quantities: Mapping[str, int] = field(default_factory=dict)


class IntakeState(StrEnum):
    RECORDED = "recorded"
    NEEDS_REPAIR = "needs_repair"
    PLACED = "placed"
    LEFT = "left"
    CANCELLED = "cancelled"


_I = IntakeState
INTAKE_MOVES = table(
    {
        # `left`: a test order, or nothing in it is ours; a later change may make it ours
        _I.RECORDED: (_I.NEEDS_REPAIR, _I.PLACED, _I.LEFT, _I.CANCELLED),
        _I.NEEDS_REPAIR: (_I.PLACED, _I.LEFT, _I.CANCELLED),
        _I.LEFT: (_I.NEEDS_REPAIR, _I.PLACED, _I.CANCELLED),
        # taken anew, once what was placed before has surely come to nothing
        _I.PLACED: (_I.RECORDED, _I.CANCELLED),
        # a shop's cancel is undone there when the money comes after all
        _I.CANCELLED: (_I.RECORDED,),
    }
)


@dataclass(frozen=True, slots=True)
class LineTrouble:
    """Why a line cannot be made as it stands, and what would mend it."""

    line_id: str
    code: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Repair:
    """What an operator has decided for a line: what it is printed with, and as which variant ("" is the line's own)."""

    line_id: str
    version_id: str
    variant: str = ""


SAID_CHARS = 120
"""So much of a buyer's words is said in what is written about their order."""


@dataclass(frozen=True, slots=True)
class TakenOrder:
    """A shop's order here. `order_id` is the order that was placed for it, the `round`-th one where it was taken anew.

    `told_to` is the `fingerprint` of what the shop told last. `agreed` and `agreed_to` are the lines and the fingerprint that were
    last acted upon, and `agreed_paid` whether it was paid for then: what differs from them is a change that a person has to be
    asked about. `placed_to` is the fingerprint that the order was placed with, `made_of` the ids of the lines that its items
    were made of, item by item. `screened` are the decisions that refused words of its buyer. `gone`: the shop no longer shows it, and a person has been told. `erased`: its buyer is to be
    forgotten, whatever the shop still shows.
    """

    shop: str
    order: ShopOrder
    tenant_id: str
    state: IntakeState
    created_at: datetime
    order_id: str = ""
    round: int = 1
    told_to: str = ""
    agreed: tuple[ShopLine, ...] = ()
    agreed_to: str = ""
    agreed_paid: bool = False
    placed_to: str = ""
    made_of: tuple[str, ...] = ()
    troubles: tuple[LineTrouble, ...] = ()
    repairs: tuple[Repair, ...] = ()
    screened: tuple[str, ...] = ()
    note: str = ""
    gone: bool = False
    erased: bool = False
    revision: int = 0


def anonymous(order: ShopOrder) -> ShopOrder:
    """Without its buyer's address and words."""
    return replace(order, ship_to=None, lines=tuple(replace(line, lettering="") for line in order.lines))


def fingerprint(order: ShopOrder) -> str:
    """Of what is not a line and still must not change unseen: the address, and whether a part of the money went back."""
    told = [asdict(order.ship_to) if order.ship_to else None, order.payment is Payment.PARTLY_REFUNDED]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
