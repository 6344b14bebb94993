"""Shops' orders before an operator: which need a repair, and what can be done about each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pod.model.caller import Caller
from pod.model.errors import Conflict, InputRefused
from pod.model.job import Lane
from pod.model.listing import History, Page
from pod.model.order import Order, OrderState
from pod.model.shoporder import IntakeState, Repair, ShopOrder, TakenOrder
from pod.model.states import in_words
from pod.services.intakejobs import intake_job
from pod.services.shoplines import ShopLines
from pod.services.toolbox import Toolbox, must_look, must_operate


class ShopDesk:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools
        self._lines = ShopLines(tools)

    def page(
        self, caller: Caller, *, state: str = "", q: str = "", cursor: str = "", limit: int = 50
    ) -> Page[TakenOrder]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.shops.page(caller.tenant_id, state=state, q=q, cursor=cursor, limit=max(1, min(200, limit)))

    def get(self, caller: Caller, shop: str, order_id: str) -> TakenOrder:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.shops.get(caller.tenant_id, shop, order_id)

    def history(self, caller: Caller, shop: str, order_id: str) -> Sequence[History]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.designs.history(caller.tenant_id, f"{shop}:{order_id}")

    def repair(self, caller: Caller, shop: str, order_id: str, repair: Repair) -> TakenOrder:
        """Says what a line is printed with. The order is looked at again at once; what else is wrong with it stays to be seen."""
        must_operate(caller)
        with self._tools.store.writing() as tx:
            taken = tx.shops.get(caller.tenant_id, shop, order_id)
            if taken.state is not IntakeState.NEEDS_REPAIR:
                raise Conflict("nothing_to_repair", f"This order is {in_words(taken.state)}.", "Nothing to do.")
            self._lines.refuse_repair(tx, caller, taken, repair)
            others = tuple(r for r in taken.repairs if r.line_id != repair.line_id)
            changed = tx.shops.change(taken, repairs=(*others, repair))
            job_id = tx.jobs.wake(caller.tenant_id, intake_job(shop, order_id, caller.tenant_id))
        self._tools.dispatcher.kick(job_id, Lane.HANDOFF)
        return changed

    def leave(self, caller: Caller, shop: str, order_id: str, reason: str) -> TakenOrder:
        """Says that this order is not to be made here; a later change of it in the shop is looked at again."""
        must_operate(caller)
        if not reason.strip():
            raise InputRefused("no_reason", "Leaving an order needs a reason.", "Say why it is not made here.")
        with self._tools.store.writing() as tx:
            taken = tx.shops.get(caller.tenant_id, shop, order_id)
            return tx.shops.move(taken, IntakeState.LEFT, caller, reason.strip()[:500], troubles=())

    def take_anew(self, caller: Caller, shop: str, order_id: str) -> TakenOrder:
        """As it stands in the shop now: after a change there, once what was placed before is cancelled."""
        must_operate(caller)
        with self._tools.store.writing() as tx:
            taken = tx.shops.get(caller.tenant_id, shop, order_id)
            if not taken.order_id:
                raise Conflict("not_placed", "Nothing has been placed for this order.", "Repair it instead.")
            order = tx.orders.get(caller.tenant_id, taken.order_id)
            if order.state is not OrderState.CANCELLED:
                raise Conflict(
                    "still_there",
                    f"The order that was placed for it is {in_words(order.state)}.",
                    "Cancel that first: the same things must not be made twice.",
                )
            told = taken.order if taken.order.ship_to else _with_address(taken.order, order)
            anew = tx.shops.move(
                taken, IntakeState.RECORDED, caller, "taken anew", order=told, order_id="", round=taken.round + 1
            )
            job_id = tx.jobs.wake(caller.tenant_id, intake_job(shop, order_id, caller.tenant_id))
        self._tools.dispatcher.kick(job_id, Lane.HANDOFF)
        return anew


def _with_address(told: ShopOrder, order: Order) -> ShopOrder:
    """Once an order is placed its address is kept with it alone."""
    return replace(told, ship_to=order.ship_to)
