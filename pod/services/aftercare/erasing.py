"""A customer's data goes: everywhere in Pod, as soon as nothing is sent to them any more; and it is said who else has it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime

from pod.model.caller import Caller, system_caller
from pod.model.design import DesignState
from pod.model.erasure import Forgotten, Stage, of_order, of_shop_order
from pod.model.errors import InputRefused
from pod.model.handoff import HandOffState
from pod.model.job import Done, Job, JobOutcome, Lane, Later, NewJob
from pod.model.order import Order, OrderState
from pod.model.privacy import ERASED_WORDS
from pod.model.shoporder import TakenOrder
from pod.model.states import in_words
from pod.services.aftercare.windows import window_of
from pod.services.erasures import Memory
from pod.services.intakejobs import batch_of
from pod.services.orders import address_lacks
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox, must_administer

ENDED = (OrderState.DONE, OrderState.CANCELLED)
_NEVER_LEFT = (HandOffState.WAITING, HandOffState.PREPARED)
_AGAIN_S = 24 * 3600.0
_LEAST_CHARS = 3
_ERASED = "its customer's data were erased"


@dataclass(frozen=True, slots=True)
class Erased:
    """One order: `state` is erased, or what still has to end before it is. `partners` have the address, too: only they can
    erase it there. `prints_until` is the day until which print files with its buyer's own words are kept for claims; "" where
    there are none, or none are kept."""

    order_id: str
    external_ref: str
    state: str
    partners: tuple[str, ...]
    prints_until: str = ""


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
                removed["designs"] += erase_waiting(self._tools.erasures, tx, caller, shop, order_id)
            for order_id in tx.customers.orders_of(caller.tenant_id, wanted):
                orders.append(self._erased(tx, caller, order_id, removed))
        return ErasureReport(tuple(orders), len(waiting), dict(removed))

    def _erased(self, tx: Tx, caller: Caller, order_id: str, removed: Counter[str]) -> Erased:
        order = tx.orders.get(caller.tenant_id, order_id)
        sent = [h for h in tx.orders.handoffs(caller.tenant_id, order_id) if h.state not in _NEVER_LEFT and h.sent_at]
        state, until = "erased", ""
        if order.state in ENDED:
            until = self._prints_until(tx, order)
            removed.update(erase_order(self._tools.erasures, tx, caller, order_id))
        else:
            asked_to_erase(self._tools.erasures, tx, caller, order)
            erase_when_ended(tx, caller, order_id)
            state = in_words(order.state)
        return Erased(order.id, order.external_ref, state, tuple(dict.fromkeys(h.partner for h in sent)), until)

    def _prints_until(self, tx: Tx, order: Order) -> str:
        first = _first_of(tx, order)
        end = _claims_end(tx, first, self._tools)
        return end.date().isoformat() if _worded_versions(tx, first) and end > self._tools.clock.now() else ""

    def erase_prints(self, job: Job) -> JobOutcome:
        """Job `erase_prints`: a buyer's own words, as soon as nothing is made of them any more; and the files that show them,
        once no partner can be asked to make good for them."""
        me = system_caller(job.tenant_id, "erase_prints")
        with self._tools.fenced(job) as tx:
            first = tx.orders.get(job.tenant_id, job.subject)
            if _is_still_made(tx, first):
                return Later(_AGAIN_S, "it, or a reprint of it, is still on its way")
            if sold := tx.shops.placed_as(job.tenant_id, first.id):
                _unsay_designs(tx, me, sold.shop, sold.order.id)
            left_s = (_claims_end(tx, first, self._tools) - self._tools.clock.now()).total_seconds()
            if left_s > 0:
                return Later(min(left_s, _AGAIN_S), "a partner may still be asked for what it has printed")
            for version_id in _worded_versions(tx, first):
                tx.designs.drop_print_set(job.tenant_id, version_id)
        return Done()

    def erase_later(self, job: Job) -> JobOutcome:
        """Job `erase_order`: as soon as nothing is sent there any more."""
        me = system_caller(job.tenant_id, "erase_order")
        with self._tools.fenced(job) as tx:
            if tx.orders.get(job.tenant_id, job.subject).state not in ENDED:
                return Later(_AGAIN_S, "it is still on its way")
            erase_order(self._tools.erasures, tx, me, job.subject)
        return Done()


def asked_to_erase(memory: Memory, tx: Tx, caller: Caller, order: Order) -> None:
    """Remembered as a wish: a restore brings back neither it nor the job that fulfils it."""
    memory.note(tx, caller, *_named(order, tx.shops.placed_as(order.tenant_id, order.id), Stage.ASKED))


def erase_when_ended(tx: Tx, caller: Caller, order_id: str) -> None:
    tx.jobs.enqueue(caller.tenant_id, NewJob("erase_order", Lane.UPKEEP, f"erase:{order_id}", order_id))


def erase_order(memory: Memory, tx: Tx, caller: Caller, order_id: str) -> dict[str, int]:
    """Everything of it that leads to its customer; the address that a shop's order may have been told again, too."""
    order, taken = tx.orders.get(caller.tenant_id, order_id), tx.shops.placed_as(caller.tenant_id, order_id)
    memory.note(tx, caller, *_named(order, taken, Stage.ERASED))
    told = tx.customers.erase(order_id, caller)
    first = _first_of(tx, tx.orders.get(caller.tenant_id, order_id))
    sold = tx.shops.placed_as(caller.tenant_id, first.id)
    # what was made again may be erased by itself: what it makes again is then as it was
    if sold is None or not any(address_lacks(first.ship_to)):
        return told | {"designs": 0}
    erase_in_shop(tx, caller, sold.shop, sold.order.id)
    tx.jobs.enqueue(caller.tenant_id, NewJob("erase_prints", Lane.UPKEEP, f"erase_prints:{first.id}", first.id))
    unsaid = 0 if _is_still_made(tx, first) else _unsay_designs(tx, caller, sold.shop, sold.order.id)
    return told | {"designs": unsaid}


def _is_still_made(tx: Tx, first: Order) -> bool:
    """From the recipe, which says the words: of a reprint, or of one that is held after a restore."""
    return any(each.state not in ENDED for each in _with_reprints(tx, first))


def _claims_end(tx: Tx, first: Order, tools: Toolbox) -> datetime:
    """The last day on which a claim may be made for it or a reprint of it; the beginning of time where none may."""
    handoffs = [h for each in _with_reprints(tx, first) for h in tx.orders.handoffs(first.tenant_id, each.id)]
    windows = (window_of(tx, handoff, tools.partners) for handoff in handoffs)
    return max((w.closes_at for w in windows if w and w.closes_at), default=datetime.min.replace(tzinfo=UTC))


def _worded_versions(tx: Tx, first: Order) -> list[str]:
    taken = tx.shops.placed_as(first.tenant_id, first.id)
    made = tx.personal.of_batch(first.tenant_id, batch_of(taken.shop, taken.order.id)) if taken else ()
    return [v.id for each in made for v in tx.designs.versions(first.tenant_id, each.design_id)]


def _first_of(tx: Tx, order: Order) -> Order:
    """What it makes again, or itself."""
    return _first_of(tx, tx.orders.get(order.tenant_id, order.reprint_of)) if order.reprint_of else order


def _with_reprints(tx: Tx, first: Order) -> list[Order]:
    return [first, *tx.orders.many(first.tenant_id, tx.customers.reprints_of(first.id)).values()]


def _named(order: Order, taken: TakenOrder | None, stage: Stage) -> list[Forgotten]:
    in_shop = [of_shop_order(order.tenant_id, taken.shop, taken.order.id, stage)] if taken else []
    return [*of_order(order.tenant_id, order.id, order.external_ref, stage), *in_shop]


def erase_waiting(memory: Memory, tx: Tx, caller: Caller, shop: str, order_id: str) -> int:
    """An order of a shop that has not been placed; of one that was, only the address that the shop has told of since: what it is
    made from is needed until it has ended."""
    if tx.shops.get(caller.tenant_id, shop, order_id).order_id:
        erase_in_shop(tx, caller, shop, order_id)
        return 0
    memory.note(tx, caller, of_shop_order(caller.tenant_id, shop, order_id, Stage.ERASED))
    return erase_shop_order(tx, caller, shop, order_id)


def erase_shop_order(tx: Tx, caller: Caller, shop: str, order_id: str) -> int:
    """What is kept of an order of a shop that none was placed for; and how many designs carried its buyer's words."""
    erase_in_shop(tx, caller, shop, order_id)
    return _unsay_designs(tx, caller, shop, order_id)


def erase_in_shop(tx: Tx, caller: Caller, shop: str, order_id: str) -> None:
    """Address and words as the shop told them, and what was decided about words that it had for a while."""
    taken = tx.shops.get(caller.tenant_id, shop, order_id)
    tx.screenings.unsay(caller.tenant_id, taken.screened)
    tx.shops.erase(caller.tenant_id, shop, order_id)


def _unsay_designs(tx: Tx, caller: Caller, shop: str, order_id: str) -> int:
    """Neither they nor what was written of them says its buyer's words any more, and nobody sees them."""
    made = (
        tx.designs.get(caller.tenant_id, each.design_id)
        for each in tx.personal.of_batch(caller.tenant_id, batch_of(shop, order_id))
    )
    saying = [design for design in made if design.brief.lettering != ERASED_WORDS]
    for design in saying:
        if design.state is not DesignState.ARCHIVED:
            tx.designs.move(design, DesignState.ARCHIVED, caller, _ERASED)
        tx.customers.unsay(caller.tenant_id, design.id)
    return len(saying)
