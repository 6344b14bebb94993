"""Cancelling an order: what has not gone out ends at once, the rest is asked back by the job of its hand-off.

After the restore of a backup an order without a hand-off may have had one since. It waits on hold, to be cancelled once the
partners that may have it were asked, by the order's own job. What a partner has, and what nobody can say, is a person's to decide;
a shop that says the same once more decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pod.model.caller import Caller, Role
from pod.model.errors import Conflict
from pod.model.handoff import HandOff, HandOffState
from pod.model.job import Done, Job, JobOutcome, Later, NeedsHuman
from pod.model.order import Order, OrderState
from pod.model.readdress import AddressState
from pod.model.restore import Restore
from pod.model.routing import NOWHERE, RouteWish
from pod.model.states import in_words
from pod.services.handoffsteps import SELDOM_S, TRY_AGAIN_S, UNCLEAR_S, order_waits
from pod.services.messages.undoing import cancel_asked, cancel_refused, cancelled
from pod.services.news import order_follows
from pod.services.placedsince import Traces, traces_of
from pod.services.ports import Tx
from pod.services.restoring import may_have_left, perhaps_made, was_there_before
from pod.services.toolbox import Toolbox

LEFT = (
    HandOffState.PARTLY_SHIPPED,
    HandOffState.SHIPPED,
    HandOffState.DELIVERED,
    HandOffState.RETURNED,
    HandOffState.FAILED,
)
"""What can be neither cancelled nor sent elsewhere."""

_NOT_SENT = (HandOffState.WAITING, HandOffState.PREPARED)
_ASKED = (
    "To be cancelled. It may have gone out since the backup that was restored: its partners are asked, and it is cancelled by itself"
    " when none of them has it."
)
_SILENT = "{partner} does not say whether it has any of it; it is asked on by itself."
_ONCE_MORE = "Where they have nothing of it, cancel it once more."


def still_wished(order: Order) -> RouteWish | None:
    """Of an order that is released: whoever lets it go on does not want it cancelled any more."""
    return None if _is_asked_about(order) else order.wish


class Cancelling:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def begin(self, tx: Tx, caller: Caller, order: Order, why: str) -> Order:
        """Within the transaction that has the order locked, and its jobs woken. Nobody is asked."""
        handoffs, restore = tx.orders.handoffs(order.tenant_id, order.id), tx.restores.last()
        if handoffs:
            self._ask_back_all(tx, caller, handoffs, restore, why)
            order = order_follows(tx, caller, order.id, why)
            _tell_of_the_rest(tx, order)
            return order
        if restore and self._may_have_gone(tx, order, restore):
            return self._to_be_asked_for(tx, caller, order, why)
        cancelled(tx, order)
        return tx.orders.move(order, OrderState.CANCELLED, caller, why)

    def _ask_back_all(
        self, tx: Tx, caller: Caller, handoffs: Sequence[HandOff], restore: Restore | None, why: str
    ) -> None:
        for handoff in _to_be_asked_back(handoffs):
            left = restore and may_have_left(restore, handoff, self._tools.clock.now())
            # a person who reads that question answers it by a cancel; a shop that cancels has not read it
            unanswered = caller.role is Role.SYSTEM and handoff.reason == perhaps_made(handoff.partner)
            _ask_back(tx, caller, _perhaps_sent(tx, caller, handoff) if left or unanswered else handoff, why)

    # --- an order without a hand-off

    def _may_have_gone(self, tx: Tx, order: Order, restore: Restore) -> bool:
        """Since the backup. What was taken in later, and never paid, went nowhere; and a question that was put once is not
        answered by time alone."""
        return _is_asked_about(order) or (
            restore.watches(self._tools.clock.now())
            and (_paid(order) or was_there_before(tx, order, order.id, restore))
        )

    def _to_be_asked_for(self, tx: Tx, caller: Caller, order: Order, why: str) -> Order:
        earlier = order.wish if _is_asked_about(order) else None
        if earlier and caller.role is Role.SYSTEM:
            return order
        answered = f"{earlier.answered} {earlier.question}".strip() if earlier else ""
        wish = RouteWish(NOWHERE, why, caller.actor, self._tools.clock.now(), answered=answered)
        order = tx.orders.change(order, caller, f"to be cancelled: {why}", wish=wish)
        order_waits(tx, caller, order, _ASKED)
        cancel_asked(tx, order)
        return tx.orders.get(order.tenant_id, order.id)

    def step(self, job: Job, me: Caller, order: Order, wish: RouteWish) -> JobOutcome:
        """Its partners are asked; `order` is as the job has found it."""
        if order.state is not OrderState.ON_HOLD:
            return Done()
        traces = self._traces(me, order, wish)
        long = (self._tools.clock.now() - wish.at).total_seconds() > UNCLEAR_S
        with self._tools.fenced(job) as tx:
            now = tx.orders.lock(order.tenant_id, order.id)
            if now.revision != order.revision:
                return Later(0.0, "the order has changed meanwhile")
            if not traces.any:
                cancelled(tx, now)
                tx.orders.move(now, OrderState.CANCELLED, me, wish.reason, wish=None)
                return Done()
            question = _question(traces, long=long)
            self._say(tx, me, now, wish, question, question or _silence(traces))
        if traces.silent:
            return Later(SELDOM_S if long else TRY_AGAIN_S, _silence(traces))
        return NeedsHuman(question)

    def _traces(self, me: Caller, order: Order, wish: RouteWish) -> Traces:
        """What somebody has found out is not asked about again; that a partner has some of it is never argued away."""
        with self._tools.store.reading() as tx:
            restore = tx.restores.last()
            doubted = restore is not None and _paid(order) and was_there_before(tx, order, order.id, restore)
        traces = traces_of(self._tools, restore, me, order, doubted=doubted)
        return replace(
            traces,
            doubts=tuple(doubt for doubt in traces.doubts if doubt not in wish.answered),
            silent=tuple(name for name in traces.silent if _SILENT.format(partner=name) not in wish.answered),
        )

    def _say(self, tx: Tx, me: Caller, order: Order, wish: RouteWish, question: str, said: str) -> None:
        before, asked, _ = order.reason.partition(_ASKED)
        reason = f"{before}{asked or _ASKED} {said}"[:1500]
        if (question, reason) != (wish.question, order.reason):
            tx.orders.change(order, me, said, reason=reason, wish=replace(wish, question=question))


def _is_asked_about(order: Order) -> bool:
    return order.wish is not None and order.wish.to == NOWHERE


def _paid(order: Order) -> bool:
    return OrderState.RECEIVED not in (order.state, order.held_from)


def _question(traces: Traces, *, long: bool) -> str:
    """What a person has to find out, or to decide; "" while the answers are only waited for."""
    unsaid = (*traces.doubts, *([_silence(traces)] if traces.silent and long else []))
    return " ".join([*traces.has, *unsaid, *([_ONCE_MORE] if unsaid else [])])


def _silence(traces: Traces) -> str:
    return " ".join(_SILENT.format(partner=name) for name in traces.silent)


def _to_be_asked_back(handoffs: Sequence[HandOff]) -> Sequence[HandOff]:
    """`Conflict` where all that was not cancelled has left."""
    live = [h for h in handoffs if h.state is not HandOffState.CANCELLED]
    late = [h for h in live if h.state in LEFT]
    if late and len(late) == len(live):
        raise Conflict(
            "too_late",
            f"{late[0].reference} is {in_words(late[0].state)}: it can no longer be cancelled.",
            f"Call {late[0].partner}.",
        )
    return [h for h in live if h not in late]


def _perhaps_sent(tx: Tx, caller: Caller, handoff: HandOff) -> HandOff:
    """Since the backup that was brought back: it is looked for before it is called off."""
    if handoff.state is HandOffState.REJECTED:
        handoff = tx.orders.move_handoff(handoff, HandOffState.WAITING, caller, "it may have been sent again since")
    return tx.orders.move_handoff(handoff, HandOffState.UNKNOWN, caller, "it may have been sent since the backup")


def _tell_of_the_rest(tx: Tx, order: Order) -> None:
    """What is asked back is told of at once, and what can be asked back no more."""
    if order.state is OrderState.CANCELLED:
        return
    handoffs = tx.orders.handoffs(order.tenant_id, order.id)
    if any(h.state is HandOffState.CANCEL_REQUESTED for h in handoffs):
        cancel_asked(tx, order)
    for late in (h for h in handoffs if h.state in LEFT):
        cancel_refused(tx, late, f"It is {in_words(late.state)}.")


def _ask_back(tx: Tx, caller: Caller, handoff: HandOff, why: str) -> None:
    """What surely never left, or will not be made, is cancelled at once; nobody needs to be asked for it."""
    if handoff.state is HandOffState.CANCEL_REQUESTED:
        _not_sent_anew(tx, caller, handoff)
        return
    held_from = handoff.held_from or handoff.state
    nothing_to_ask = held_from in _NOT_SENT or handoff.state is HandOffState.REJECTED
    wanted = HandOffState.CANCELLED if nothing_to_ask else HandOffState.CANCEL_REQUESTED
    tx.orders.move_handoff(handoff, wanted, caller, why)


def _not_sent_anew(tx: Tx, caller: Caller, handoff: HandOff) -> None:
    """What is being withdrawn for another address goes nowhere any more."""
    change = tx.address_changes.of(handoff.tenant_id, handoff.reference)
    if change and change.state is AddressState.WITHDRAWN:
        tx.address_changes.move(change, AddressState.REFUSED, caller, "The order was cancelled.")
