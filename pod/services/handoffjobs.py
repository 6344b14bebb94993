"""How a hand-off begins, and the jobs that bring an order out: one that finds its partners, one for each hand-off."""

from __future__ import annotations

from datetime import datetime

from pod.model.caller import Caller
from pod.model.handoff import HandOff, HandOffState, new_reference
from pod.model.job import Lane, NewJob
from pod.model.order import Order


def handoff_job(reference: str) -> NewJob:
    return NewJob("hand_off", Lane.HANDOFF, f"handoff:{reference}", reference, priority=10, max_attempts=30)


def route_job(order_id: str) -> NewJob:
    return NewJob("route", Lane.HANDOFF, f"route:{order_id}", order_id, priority=10, max_attempts=30)


def new_handoff(caller: Caller, order: Order, partner: str, item_ids: tuple[str, ...], now: datetime) -> HandOff:
    return HandOff(
        reference=new_reference(),
        tenant_id=order.tenant_id,
        order_id=order.id,
        partner=partner,
        state=HandOffState.WAITING,
        item_ids=item_ids,
        created_at=now,
        actor=caller.actor,
    )
