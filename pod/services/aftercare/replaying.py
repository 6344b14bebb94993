"""Erasures that a restore has undone are made again, before anything is handed off or shown."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from pod.model.caller import DEFAULT_TENANT, Caller, system_caller
from pod.model.erasure import Stage, of_order, of_shop_order
from pod.model.order import Order, OrderState
from pod.services.aftercare.erasing import ENDED, erase_order, erase_shop_order, erase_when_ended
from pod.services.erasures import Memory
from pod.services.intakejobs import intake_job
from pod.services.ports import Store, Tx

_HELD = (
    "Its customer was erased after the backup that was restored, and by then it had ended: sent, or cancelled."
    " Nothing of it is sent from here. Ask its partner what it knows of it; then cancel it here, or release it where it was sent."
)


def catch_up(store: Store, memory: Memory) -> int:
    """How many orders were erased again. Afterwards the list and the rows say the same: a list that was lost is written anew."""
    listed = memory.listed.all()
    with store.reading() as tx:
        known = tx.erasures.known()
    missing, erased = listed - known, 0
    if missing:
        with store.writing() as tx:
            erased = _replayed(tx, memory, missing)
            tx.erasures.note(_me(), missing)
    memory.listed.add(known - listed, memory.clock.now())
    return erased


def _replayed(tx: Tx, memory: Memory, missing: AbstractSet[str]) -> int:
    mark, erased = memory.listed.mark, 0
    for tenant_id, shop, order_id in tx.customers.all_waiting():
        if mark(of_shop_order(tenant_id, shop, order_id, Stage.ERASED)) in missing:
            erase_shop_order(tx, _me(tenant_id), shop, order_id)
            tx.jobs.wake(tenant_id, intake_job(shop, order_id, tenant_id))
            erased += 1
    for named in tx.customers.all_orders():
        if {mark(thing) for thing in of_order(*named, Stage.ERASED)} & missing:
            _erase(tx, memory, tx.orders.lock(named[0], named[1]))
            erased += 1
        elif {mark(thing) for thing in of_order(*named, Stage.ASKED)} & missing:
            erase_when_ended(tx, _me(named[0]), named[1])
    return erased


def _erase(tx: Tx, memory: Memory, order: Order) -> None:
    """It had ended when it was erased. Where these data say that it is on its way, nothing of it may leave a second time."""
    me = _me(order.tenant_id)
    if order.state is OrderState.ON_HOLD and _HELD not in order.reason:
        tx.orders.hold_longer(order, me, f"{order.reason} {_HELD}"[:1000])
    elif order.state not in (OrderState.ON_HOLD, *ENDED):
        tx.orders.move(order, OrderState.ON_HOLD, me, _HELD)
    erase_order(memory, tx, me, order.id)


def _me(tenant_id: str = DEFAULT_TENANT) -> Caller:
    return system_caller(tenant_id, "erase_again")
