"""Another address for what a partner has already: asked for, and what the partner has said of it.

A draft is never confirmed while its partner has another address than the order. Where a partner changes no address, what
costs nothing yet is withdrawn and sent once more; what is being made goes where it was sent first, and a person is told.
"""

from __future__ import annotations

from fulfillment.base import Accepted, Partner, PartnerOrder, Rejected, Unknown
from pod.failpoints import fail_at
from pod.model.caller import Caller
from pod.model.errors import PodError
from pod.model.handoff import AT_PARTNER, HANDOFF_MOVES, HandOff, HandOffState
from pod.model.job import Job, JobOutcome, Later, NeedsHuman
from pod.model.order import Order, OrderState, ShipTo
from pod.model.readdress import UNSETTLED, AddressChange, AddressState
from pod.model.recall import Chance
from pod.services.handoffsteps import BY_POD, GONE, TO_BE_CONFIRMED, TRY_AGAIN_S, Steps
from pod.services.news import told_of
from pod.services.ports import Tx

_H = HandOffState
_ENDED = (OrderState.DONE, OrderState.CANCELLED)
_WITHDRAWN = "It goes to another address: it is withdrawn, and sent once more."
_WAY_OUT = "It goes to the address that it was sent with. Cancel it and order it anew, or write to {partner}; then release the order."


def to_be_asked(change: AddressChange | None, handoff: HandOff) -> bool:
    """Whether its partner has another address than the order, and can be asked. A refusal is asked about once more before a
    draft is confirmed: somebody has let it go on since."""
    if change is None or change.state not in UNSETTLED:
        return False
    if handoff.state in TO_BE_CONFIRMED:
        return True
    held_there = handoff.state is _H.ON_HOLD and handoff.held_by != BY_POD
    there = held_there or handoff.state in (*AT_PARTNER, _H.CANCEL_REFUSED)
    return there and change.state is AddressState.REQUESTED


class Readdressing(Steps):
    def step(self, job: Job, me: Caller, _: Order, handoff: HandOff) -> JobOutcome:
        with self._tools.store.reading() as tx:
            order = tx.orders.get(handoff.tenant_id, handoff.order_id)
            change = tx.address_changes.of(handoff.tenant_id, handoff.reference)
        if change is None:
            return Later(0.0, "nothing is asked for any more")
        partner = self._partner(handoff)
        try:
            with self._care.asking(handoff.partner):
                there = partner.find(handoff.reference, handoff.partner_order_id)
                verdict = _asked(partner, there, change, order.ship_to) if there else None
        except PodError as e:
            return Later(TRY_AGAIN_S, str(e))
        fail_at("handoff_after_readdress")
        if there is None or verdict is None:
            return self._gone(job, me, handoff)
        if isinstance(verdict, Unknown):
            self._care.heard(handoff.partner, verdict)
            return Later(max(TRY_AGAIN_S, verdict.settle_s), verdict.reason)
        with self._in_hand(job, handoff) as (tx, now):
            if now.ship_to != order.ship_to:
                return Later(0.0, "yet another address was asked for meanwhile")
            return self._settled(tx, me, now, handoff, change, there, verdict)

    def _gone(self, job: Job, me: Caller, handoff: HandOff) -> JobOutcome:
        if _H.ON_HOLD in HANDOFF_MOVES[handoff.state]:
            return self._hold(job, me, handoff, GONE)
        return Later(self._news_s(handoff), GONE)

    def _settled(
        self,
        tx: Tx,
        me: Caller,
        order: Order,
        handoff: HandOff,
        change: AddressChange,
        there: PartnerOrder,
        verdict: Accepted | Rejected | _Anew,
    ) -> JobOutcome:
        if isinstance(verdict, _Anew):
            tx.address_changes.move(change, AddressState.WITHDRAWN, me)
            tx.orders.move_handoff(handoff, _H.CANCEL_REQUESTED, me, _WITHDRAWN)
            return Later(0.0, "to be withdrawn")
        if isinstance(verdict, Accepted):
            tx.address_changes.move(change, AddressState.CHANGED, me)
            return self._next_look(told_of(tx, me, handoff, there))
        if change.state is AddressState.REQUESTED:
            change = tx.address_changes.move(change, AddressState.REFUSED, me, verdict.reason)
        return self._refused(tx, me, order, told_of(tx, me, handoff, there), change)

    def _refused(self, tx: Tx, me: Caller, order: Order, handoff: HandOff, change: AddressChange) -> JobOutcome:
        """A draft waits for a person; what is being made is followed, and the order waits for one."""
        if handoff.state in TO_BE_CONFIRMED:
            self._put_on_hold(tx, me, handoff, change.reason)
            return NeedsHuman(change.reason)
        reason = f"{change.reason} {_WAY_OUT.format(partner=handoff.partner)}"
        if order.state is OrderState.ON_HOLD and reason not in order.reason:
            tx.orders.hold_longer(order, me, f"{order.reason} {reason}"[:1000])
        elif order.state not in (OrderState.ON_HOLD, *_ENDED):
            tx.orders.move(order, OrderState.ON_HOLD, me, reason[:1000])
        return self._next_look(handoff)


class _Anew:
    """It cannot be changed there, and costs nothing yet."""


def _asked(
    partner: Partner, there: PartnerOrder, change: AddressChange, to: ShipTo
) -> Accepted | Rejected | Unknown | _Anew:
    if partner.goes_to(there, to):
        return Accepted(there.partner_order_id, there.state)
    may = partner.still_open(there).address
    if may.chance in (Chance.YES, Chance.MAYBE):
        return partner.change_address(there, to)
    if to == change.was:
        # it was asked for another one and nothing has come of it: this one it has
        return Accepted(there.partner_order_id, there.state)
    if may.chance is Chance.ANEW:
        return _Anew()
    return Rejected(f"{partner.name} no longer takes another address: {may.why}.")
