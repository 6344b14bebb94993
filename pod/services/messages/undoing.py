"""What becomes of a cancel, and of another address: told of once.

Each is named by the order's number and by how often that had been asked for, which a restored backup brings back: what happens
once more after a restore has the name that it had.
"""

from __future__ import annotations

import hashlib
import json

from pod.model.handoff import HandOff, HandOffState
from pod.model.message import Event
from pod.model.order import Order, fingerprint
from pod.model.readdress import AddressChange, AddressState
from pod.services.messages.announcing import announce
from pod.services.ports import Tx

_PENDING = (AddressState.REQUESTED, AddressState.UNANSWERED, AddressState.WITHDRAWN)
_FORMER = (AddressState.REFUSED, AddressState.FORMER)


def address_asked(tx: Tx, order: Order) -> None:
    """Of its partners; or it is changed already, where nobody has to be asked."""
    if _states(tx, order) & {*_PENDING}:
        _tell(tx, Event.ADDRESS_ASKED, order, _this_address(tx, order))
    else:
        address_changed(tx, order)


def address_changed(tx: Tx, order: Order) -> None:
    """Once all that is made goes there."""
    if not _states(tx, order) & {*_PENDING, *_FORMER}:
        _tell(tx, Event.ADDRESS_CHANGED, order, _this_address(tx, order))


def address_refused(tx: Tx, change: AddressChange) -> None:
    """By its partner; or a person has said that it goes to the former one."""
    _tell_of_part(tx, Event.ADDRESS_REFUSED, change)


def address_unanswered(tx: Tx, change: AddressChange) -> None:
    _tell_of_part(tx, Event.ADDRESS_UNANSWERED, change)


def cancel_asked(tx: Tx, order: Order) -> None:
    _tell(tx, Event.CANCEL_ASKED, order, _this_cancel(tx, order))


def cancel_refused(tx: Tx, handoff: HandOff, reason: str) -> None:
    order = tx.orders.get(handoff.tenant_id, handoff.order_id)
    _tell(tx, Event.CANCEL_REFUSED, order, _this_cancel(tx, order), handoff.reference, reason)


def cancelled(tx: Tx, order: Order) -> None:
    """An order is cancelled once."""
    _tell(tx, Event.CANCELLED, order, "")


def _tell_of_part(tx: Tx, event: Event, change: AddressChange) -> None:
    order = tx.orders.get(change.tenant_id, change.order_id)
    _tell(tx, event, order, _this_address(tx, order), change.reference, change.reason)


def _tell(tx: Tx, event: Event, order: Order, this_time: str, reference: str = "", reason: str = "") -> None:
    # not by the order's id: that is another one when a shop's order is taken anew after a restore
    said = [order.external_ref, this_time, reference]
    subject = hashlib.sha256(json.dumps(said).encode()).hexdigest()[:32]
    announce(tx, order.tenant_id, event, subject, order=order.id, reference=reference, reason=reason)


def _states(tx: Tx, order: Order) -> set[AddressState]:
    """Of what is asked about all that is still to be made."""
    handoffs = tx.orders.handoffs(order.tenant_id, order.id)
    over = {h.reference for h in handoffs if h.state is HandOffState.CANCELLED}
    changes = tx.address_changes.of_order(order.tenant_id, order.id)
    return {change.state for change in changes if change.reference not in over}


def _this_address(tx: Tx, order: Order) -> str:
    return f"{tx.address_changes.times(order.tenant_id, order.id)} {fingerprint(order.ship_to)}"


def _this_cancel(tx: Tx, order: Order) -> str:
    references = [h.reference for h in tx.orders.handoffs(order.tenant_id, order.id)]
    moves = tx.designs.history(order.tenant_id, *references) if references else ()
    return str(sum(move.became == HandOffState.CANCEL_REQUESTED.value for move in moves))
