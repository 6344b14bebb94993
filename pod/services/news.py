"""News of a hand-off, from a look-up, a poll or a partner's message: one function reads all of it.

News may raise a hand-off's rank, never lower it; parcels are a set. What is late or repeated therefore changes nothing.
"""

from __future__ import annotations

import hashlib

from fulfillment.base import Parcel, PartnerOrder
from pod.model.caller import Caller
from pod.model.handoff import AT_PARTNER, HANDOFF_MOVES, RANK, HandOff, HandOffState
from pod.model.message import Event
from pod.model.order import Order, OrderState
from pod.model.shipment import Shipment
from pod.services.messages.announcing import announce
from pod.services.messages.undoing import cancelled
from pod.services.ports import Tx

_H = HandOffState
OVER = frozenset({_H.SHIPPED, _H.DELIVERED, _H.RETURNED, _H.CANCELLED})
NOT_MADE = (_H.REJECTED, _H.CANCELLED)
"""What a partner says of an order that it will not make; cancelled without our asking comes to the same."""


_CONFIRMABLE = (_H.ACCEPTED, _H.WAITING_PARTNER, _H.READY_TO_CONFIRM, _H.CONFIRMING, _H.CONFIRMED)


def order_follows(tx: Tx, caller: Caller, order_id: str, reason: str = "") -> Order:
    """An order is what its hand-offs are: done when all are over, cancelled when nothing of it is left to be made."""
    order = tx.orders.lock(caller.tenant_id, order_id)
    states = {handoff.state for handoff in tx.orders.handoffs(caller.tenant_id, order_id)}
    if order.state in (OrderState.DONE, OrderState.CANCELLED) or not states or not states <= OVER:
        return order
    if states <= {_H.CANCELLED}:
        cancelled(tx, order)
        return tx.orders.move(order, OrderState.CANCELLED, caller, reason)
    # a held order stays held: its release comes by here again
    return order if order.state is OrderState.ON_HOLD else tx.orders.move(order, OrderState.DONE, caller)


def told_of(tx: Tx, caller: Caller, handoff: HandOff, found: PartnerOrder) -> HandOff:
    """What the partner says of it, where that is a step forward; late and repeated news changes nothing."""
    for parcel in found.parcels:
        _take_parcel(tx, handoff, _shipment(tx, handoff, parcel))
    not_made = found.state in NOT_MADE and handoff.state is not _H.CANCEL_REFUSED
    state = _H.REJECTED if not_made else found.state
    if not _is_news(handoff, state):
        return handoff
    note = found.note or (f"{handoff.partner} has {found.state.value} it." if not_made else "")
    partner_order_id = found.partner_order_id or handoff.partner_order_id
    cost = found.cost or handoff.cost
    held_by = handoff.partner if state is _H.ON_HOLD else ""
    became = tx.orders.move_handoff(
        handoff, state, caller, note, partner_order_id=partner_order_id, held_by=held_by, cost=cost
    )
    if not_made:
        announce_refusal(tx, became)
    order_follows(tx, caller, handoff.order_id, note)
    return became


def announce_refusal(tx: Tx, refused: HandOff) -> None:
    """Each refusal is told of, also the next one of the same hand-off."""
    said = {"reference": refused.reference, "reason": refused.reason}
    announce(tx, refused.tenant_id, Event.REFUSED, f"{refused.reference}.{refused.attempts}", **said)


def _take_parcel(tx: Tx, handoff: HandOff, parcel: Shipment) -> None:
    if tx.orders.add_shipment(handoff.tenant_id, parcel):
        at = parcel.shipped_at.isoformat() if parcel.shipped_at else ""
        announce(tx, handoff.tenant_id, Event.SHIPPED, parcel.id, reference=handoff.reference, at=at)


def _is_news(handoff: HandOff, state: HandOffState) -> bool:
    if state not in (*AT_PARTNER, *NOT_MADE, _H.ON_HOLD, _H.RETURNED) or state not in HANDOFF_MOVES[handoff.state]:
        return False
    if handoff.state is _H.CANCEL_REFUSED:
        # it says more than where the making stands, until something has left or ended
        return state in OVER or state is _H.PARTLY_SHIPPED
    if handoff.state is _H.ON_HOLD and state is _H.READY_TO_CONFIRM:
        # a partner's hold may end in a draft that has to be confirmed once more
        return handoff.held_from in _CONFIRMABLE
    if handoff.state is _H.ON_HOLD and handoff.held_from in RANK:
        return state not in RANK or RANK[state] >= RANK[HandOffState(handoff.held_from)]
    return True


def _shipment(tx: Tx, handoff: HandOff, parcel: Parcel) -> Shipment:
    order = tx.orders.get(handoff.tenant_id, handoff.order_id)
    lines = [item.id for item in order.items if item.id in handoff.item_ids]
    inside = tuple(lines[n - 1] for n in parcel.lines if 0 < n <= len(lines))
    return Shipment(
        # partners count their parcels anew for each account
        id=hashlib.sha256(f"{handoff.reference}:{parcel.id}".encode()).hexdigest()[:32],
        reference=handoff.reference,
        carrier=parcel.carrier,
        tracking_number=parcel.tracking_number,
        item_ids=inside,
        shipped_at=parcel.shipped_at,
        tracking_url=parcel.tracking_url,
    )
