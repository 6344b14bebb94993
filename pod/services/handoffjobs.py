"""How a hand-off begins, and the jobs that bring an order out: one that finds its partners, one for each hand-off."""

from __future__ import annotations

from datetime import datetime

from pod.model.caller import Caller
from pod.model.handoff import HandOff, HandOffState, new_reference
from pod.model.job import Lane, NewJob
from pod.model.order import Order
from pod.services.ports import Tx


def handoff_job(reference: str) -> NewJob:
    return NewJob("hand_off", Lane.HANDOFF, f"handoff:{reference}", reference, priority=10, max_attempts=30)


def route_job(order_id: str) -> NewJob:
    return NewJob("route", Lane.HANDOFF, f"route:{order_id}", order_id, priority=10, max_attempts=30)


def new_handoff(
    caller: Caller, order: Order, partner: str, item_ids: tuple[str, ...], now: datetime, nth: int = 0
) -> HandOff:
    """The order's hand-off number `nth`, counted from none. Its name follows from what is bought and where it goes, which a
    restore brings back, and from nothing that is made up anew each time."""
    lines = [(n, i.version_id, i.variant, i.quantity) for n, i in enumerate(order.items) if i.id in item_ids]
    return HandOff(
        reference=new_reference(order.tenant_id, order.external_ref, partner, lines, nth),
        tenant_id=order.tenant_id,
        order_id=order.id,
        partner=partner,
        state=HandOffState.WAITING,
        item_ids=item_ids,
        created_at=now,
        actor=caller.actor,
    )


def never_placed(tx: Tx, order: Order) -> tuple[str, ...]:
    """The lines that have had no hand-off yet: one that was cancelled is not made anew because another is still there."""
    had = {item_id for handoff in tx.orders.handoffs(order.tenant_id, order.id) for item_id in handoff.item_ids}
    return tuple(item.id for item in order.items if item.id not in had)
