"""Orders: what was bought, by whom, for whom, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pod.model.money import Money
from pod.model.routing import Keep, RouteWish
from pod.model.states import table


class OrderState(StrEnum):
    RECEIVED = "received"
    PAID = "paid"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    ON_HOLD = "on_hold"
    CANCELLED = "cancelled"


_O = OrderState
ORDER_MOVES = table(
    {
        _O.RECEIVED: (_O.PAID, _O.ON_HOLD, _O.CANCELLED),
        # nothing is handed off before paid, and a hold remembers where it came from
        _O.PAID: (_O.IN_PROGRESS, _O.ON_HOLD, _O.CANCELLED),
        _O.IN_PROGRESS: (_O.DONE, _O.ON_HOLD, _O.CANCELLED),
        _O.ON_HOLD: (_O.RECEIVED, _O.PAID, _O.IN_PROGRESS, _O.CANCELLED),
        _O.DONE: (),
        _O.CANCELLED: (),
    }
)


@dataclass(frozen=True, slots=True)
class ShipTo:
    """A postal address, kept in a table of its own; the design pipeline never sees it."""

    name: str
    line1: str
    city: str
    country: str
    postcode: str = ""
    line2: str = ""
    region: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class OrderItem:
    """`variant` is ``<product>/<size>/<cloth>``; `price` is the price of one piece when it was ordered."""

    id: str
    version_id: str
    sku: str
    variant: str
    quantity: int
    price: Money | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """`partner` is the one that was asked for; without one it is chosen, when the order is paid, by the rules and as
    `keep` says. `wish` is what an operator wants instead, and is not done yet. `payer` says who bears a reprint:
    `pod.model.claim.Payer`."""

    id: str
    tenant_id: str
    external_ref: str
    state: OrderState
    items: tuple[OrderItem, ...]
    ship_to: ShipTo
    created_at: datetime
    actor: str
    partner: str = ""
    held_from: str = ""
    reason: str = ""
    paid_by: str = ""
    paid_at: datetime | None = None
    released_at: datetime | None = None
    revision: int = 0
    reprint_of: str = ""
    keep: Keep = Keep.AS_RULED
    wish: RouteWish | None = None
    payer: str = ""
