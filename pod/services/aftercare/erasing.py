"""A customer's data goes: everywhere in Pod, as soon as nothing is sent to them any more; and it is said who else has it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pod.model.caller import Caller, system_caller
from pod.model.design import DesignState
from pod.model.errors import InputRefused
from pod.model.handoff import HandOffState
from pod.model.job import Done, Job, JobOutcome, Lane, Later, NewJob
from pod.model.order import OrderState
from pod.model.states import in_words
from pod.services.intakejobs import batch_of
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox, must_administer

_ENDED = (OrderState.DONE, OrderState.CANCELLED)
_NEVER_LEFT = (HandOffState.WAITING, HandOffState.PREPARED)
_AGAIN_S = 24 * 3600.0
_LEAST_CHARS = 3


@dataclass(frozen=True, slots=True)
class Erased:
    """One order: `state` is erased, or what still has to end before it is. `partners` have the address, too: only they can
    erase it there."""

    order_id: str
    external_ref: str
    state: str
    partners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ErasureReport:
    """`removed` counts what was taken out, by what it was; `waiting` shops' orders had an address and nothing placed."""

    orders: tuple[Erased, ...]
    waiting: int
    removed: dict[str, int]


class Erasing:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def erase(self, caller: Caller, wanted: str) -> ErasureReport:
        """`wanted` is a mail address, a street with its postcode, or an order's number. What is still on its way is erased
        when it has ended, by a job that knows the order and not the customer."""
        must_administer(caller)
        wanted = wanted.strip()
        if len(wanted) < _LEAST_CHARS:
            raise InputRefused(
                "no_customer", "This names no customer.", "Give a mail address, a street with postcode, or a number."
            )
        removed, orders = Counter[str](), list[Erased]()
        with self._tools.store.writing() as tx:
            waiting = tx.customers.waiting_of(caller.tenant_id, wanted)
            for shop, order_id in waiting:
                tx.shops.erase(caller.tenant_id, shop, order_id)
                removed["designs"] += _put_words_away(tx, caller, shop, order_id)
            for order_id in tx.customers.orders_of(caller.tenant_id, wanted):
                orders.append(self._erased(tx, caller, order_id, removed))
        return ErasureReport(tuple(orders), len(waiting), dict(removed))

    def _erased(self, tx: Tx, caller: Caller, order_id: str, removed: Counter[str]) -> Erased:
        order = tx.orders.get(caller.tenant_id, order_id)
        sent = [h for h in tx.orders.handoffs(caller.tenant_id, order_id) if h.state not in _NEVER_LEFT and h.sent_at]
        state = "erased"
        if order.state in _ENDED:
            removed.update(erase_order(tx, caller, order_id))
        else:
            tx.jobs.enqueue(caller.tenant_id, NewJob("erase_order", Lane.UPKEEP, f"erase:{order_id}", order_id))
            state = in_words(order.state)
        return Erased(order.id, order.external_ref, state, tuple(dict.fromkeys(h.partner for h in sent)))

    def erase_later(self, job: Job) -> JobOutcome:
        """Job `erase_order`: as soon as nothing is sent there any more."""
        me = system_caller(job.tenant_id, "erase_order")
        with self._tools.fenced(job) as tx:
            if tx.orders.get(job.tenant_id, job.subject).state not in _ENDED:
                return Later(_AGAIN_S, "it is still on its way")
            erase_order(tx, me, job.subject)
        return Done()


def erase_order(tx: Tx, caller: Caller, order_id: str) -> dict[str, int]:
    """Everything of it that leads to its customer; the address that a shop's order may have been told again, too."""
    taken, designs = tx.shops.placed_as(caller.tenant_id, order_id), 0
    if taken:
        tx.shops.erase(caller.tenant_id, taken.shop, taken.order.id)
        designs = _put_words_away(tx, caller, taken.shop, taken.order.id)
    return tx.customers.erase(order_id, caller) | {"designs": designs}


def _put_words_away(tx: Tx, caller: Caller, shop: str, order_id: str) -> int:
    """Designs that carry the customer's own words are seen by nobody any more, and their files go with the next sweep."""
    made = (
        tx.designs.get(caller.tenant_id, m.design_id)
        for m in tx.personal.of_batch(caller.tenant_id, batch_of(shop, order_id))
    )
    there = [design for design in made if design.state is not DesignState.ARCHIVED]
    for design in there:
        tx.designs.move(design, DesignState.ARCHIVED, caller, "its customer's data were erased")
    return len(there)
