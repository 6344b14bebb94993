"""Another address for an order: before it has left, and after.

What has not left is prepared anew, and goes where the rules then say. What a partner has, or may have, is asked for there by
the hand-off's job; until the partner says that it goes to the new address, the page says that it was asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pod.failpoints import fail_at
from pod.model.caller import Caller
from pod.model.errors import Conflict, PodError, Problems
from pod.model.handoff import HandOff, HandOffState
from pod.model.job import Lane
from pod.model.order import Order, OrderState, ShipTo
from pod.model.readdress import DECIDABLE, AddressChange, AddressDecision, AddressState
from pod.model.routing import RouteWish
from pod.model.states import in_words
from pod.services.cancelling import LEFT
from pod.services.handoffjobs import handoff_job, route_job
from pod.services.messages.undoing import address_asked, address_refused
from pod.services.orders import address_lacks
from pod.services.partnercare import health_key, knocked
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox, must_be_seen, must_look, must_operate

_H = HandOffState
_NOT_SENT = (_H.WAITING, _H.PREPARED)
_DECIDED = {AddressDecision.ASK_AGAIN: AddressState.REQUESTED, AddressDecision.FORMER: AddressState.FORMER}
_ENDED = (OrderState.DONE, OrderState.CANCELLED)
_MAY_GO_OUT = (OrderState.PAID, OrderState.IN_PROGRESS)


class Addresses:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def of_order(self, caller: Caller, order_id: str) -> Sequence[AddressChange]:
        """What its partners were asked, and what came of it."""
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.address_changes.of_order(caller.tenant_id, order_id)

    def change(self, caller: Caller, order_id: str, to: ShipTo, *, seen: int | None = None) -> Order:
        """`Problems` where no parcel would arrive there, or a partner that has it takes no such address: nothing is changed
        then. The same address again changes nothing."""
        must_operate(caller)
        with self._tools.store.writing() as tx:
            jobs = self._woken(tx, caller, order_id)
            order = tx.orders.lock(caller.tenant_id, order_id)
            must_be_seen("order", order.revision, seen)
            if order.ship_to == to:
                return order
            handoffs = [h for h in tx.orders.handoffs(caller.tenant_id, order_id) if h.state is not _H.CANCELLED]
            _refuse_late(order, handoffs)
            self._refuse_wrong(order, handoffs, to)
            changed = tx.address_changes.readdress(order, to, caller)
            for handoff in handoffs:
                _follow(tx, caller, order, handoff)
            address_asked(tx, changed)
            changed = self._routed_anew(tx, caller, order, changed, handoffs)
            fail_at("address_before_commit")
        fail_at("address_after_commit")
        for job_id in jobs:
            self._tools.dispatcher.kick(job_id, Lane.HANDOFF)
        return changed

    def decide(
        self,
        caller: Caller,
        order_id: str,
        reference: str,
        decision: AddressDecision,
        reason: str = "",
        *,
        seen: int | None = None,
    ) -> Order:
        """A person's word about a partner that does not answer, or has refused: it is asked again, or the hand-off goes to the
        address that the partner has. A held order stays held until it is released."""
        must_operate(caller)
        with self._tools.store.writing() as tx:
            jobs = self._woken(tx, caller, order_id)
            order = tx.orders.lock(caller.tenant_id, order_id)
            must_be_seen("order", order.revision, seen)
            change = tx.address_changes.of(caller.tenant_id, reference)
            if change is None or change.order_id != order.id or change.state not in DECIDABLE:
                raise Conflict(
                    "address_settled",
                    f"Nothing is to be decided about the address of {reference}.",
                    "Look at it once more; to have it go elsewhere, change the order’s address.",
                )
            decided = tx.address_changes.move(change, _DECIDED[decision], caller, reason.strip()[:500])
            if decision is AddressDecision.FORMER:
                address_refused(tx, decided)
            partner = tx.orders.handoff(caller.tenant_id, reference).partner
            tx.health.change(health_key(partner), knocked)
        for job_id in jobs:
            self._tools.dispatcher.kick(job_id, Lane.HANDOFF)
        return order

    def change_for_shop(self, caller: Caller, order_id: str, to: ShipTo) -> str:
        """As `change`; why it cannot be sent there, in a sentence for whoever has to decide, or "". What a partner answers
        later is told by its hand-off."""
        try:
            self.change(caller, order_id, to)
        except Problems as e:
            return str(e)
        except Conflict as e:
            if e.code != "too_late":
                raise
            return str(e)
        left = [c.reason for c in self.of_order(caller, order_id) if c.state is AddressState.REFUSED]
        return " ".join(left)

    def _woken(self, tx: Tx, caller: Caller, order_id: str) -> list[int]:
        """Before the order is locked, as everywhere."""
        order = tx.orders.get(caller.tenant_id, order_id)
        references = sorted(h.reference for h in tx.orders.handoffs(caller.tenant_id, order_id))
        routed = [] if order.partner else [route_job(order_id)]
        return [tx.jobs.wake(caller.tenant_id, job) for job in (*map(handoff_job, references), *routed)]

    def _refuse_wrong(self, order: Order, handoffs: Sequence[HandOff], to: ShipTo) -> None:
        problems = [*address_lacks(to), *(("ship_to", e) for e in self._refused_by(order, handoffs, to))]
        if problems:
            raise Problems("address", "This address cannot be taken yet.", problems)

    def _refused_by(self, order: Order, handoffs: Sequence[HandOff], to: ShipTo) -> Iterator[PodError]:
        """By those who have it or must have it: whoever was only chosen for it may be left for another."""
        bound = {h.partner for h in handoffs if h.state not in (*_NOT_SENT, *LEFT)} | {order.partner}
        for name in sorted(bound & set(self._tools.partners)):
            yield from self._tools.partners[name].address_problems(to)

    def _routed_anew(self, tx: Tx, caller: Caller, was: Order, now: Order, handoffs: Sequence[HandOff]) -> Order:
        """Where the rules chose for another country, or chose somebody who takes no such address, they choose again."""
        waiting = [h for h in handoffs if h.state in _NOT_SENT]
        refused = any(self._tools.partners[h.partner].address_problems(now.ship_to) for h in waiting)
        moved = was.ship_to.country != now.ship_to.country
        if now.partner or now.wish or not waiting or now.state not in _MAY_GO_OUT or not (moved or refused):
            return now
        why = (
            f"it goes to {now.ship_to.country} now, and went to {was.ship_to.country}"
            if moved
            else "its address has changed"
        )
        wish = RouteWish("rules", why, caller.actor, self._tools.clock.now())
        return tx.orders.change(now, caller, f"route anew: {why}", wish=wish)


def _refuse_late(order: Order, handoffs: Sequence[HandOff]) -> None:
    late = [h for h in handoffs if h.state in LEFT]
    if order.state in _ENDED or (late and len(late) == len(handoffs)):
        where = f"{late[0].reference} is {in_words(late[0].state)}" if late else f"the order is {in_words(order.state)}"
        raise Conflict(
            "too_late",
            f"Its address can no longer be changed: {where}.",
            "Ask the carrier to send the parcel elsewhere, or order it anew.",
        )


def _follow(tx: Tx, caller: Caller, order: Order, handoff: HandOff) -> None:
    """What was prepared for another address is prepared anew; what has left, or may have, is asked for."""
    from_state = handoff.held_from or handoff.state
    if handoff.state is _H.PREPARED:
        tx.orders.move_handoff(handoff, _H.WAITING, caller, "its address has changed", quoted=None)
    elif from_state in _NOT_SENT or handoff.state is _H.REJECTED or _is_withdrawn(tx, handoff):
        return
    else:
        change = tx.address_changes.ask(handoff, order.ship_to, caller)
        if handoff.state in LEFT:
            reason = f"A part of it has left already: it is {in_words(handoff.state)}."
            address_refused(tx, tx.address_changes.move(change, AddressState.REFUSED, caller, reason))


def _is_withdrawn(tx: Tx, handoff: HandOff) -> bool:
    """It is sent once more as it is, to whatever address the order then has."""
    change = tx.address_changes.of(handoff.tenant_id, handoff.reference)
    return change is not None and change.state is AddressState.WITHDRAWN
