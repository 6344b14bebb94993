"""Another address for what a partner has already: asked for, and what the partner has said of it.

A draft is never confirmed while its partner has another address than the order. Where a partner changes no address, what
costs nothing yet is withdrawn and sent once more; what is being made goes where it was sent first, and a person is told.
Where a partner says nothing for long the order is held, and a person decides; it is asked on, seldom, and its answer is read
whenever it comes.
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
from pod.services.handoffsteps import (
    BY_POD,
    GONE,
    HOLD_DEADLINE,
    SELDOM_S,
    TO_BE_CONFIRMED,
    TRY_AGAIN_S,
    UNCLEAR_S,
    Steps,
    held_longer,
    order_waits,
)
from pod.services.messages.undoing import address_changed, address_refused, address_unanswered
from pod.services.news import told_of
from pod.services.partnercare import Wait
from pod.services.ports import Tx

_H = HandOffState
_WITHDRAWN = "It goes to another address: it is withdrawn, and sent once more."
_SILENT = (
    "No answer about the new address from {partner} since {since:%Y-%m-%d %H:%M} UTC. {why} Call {partner}; then ask again, let"
    " it go to the former address, or cancel it. Nothing more of it goes out before you have released the order."
)
_WAY_OUT = "It goes to the address that it was sent with. Cancel it and order it anew, or write to {partner}; then release the order."


def to_be_asked(change: AddressChange | None, handoff: HandOff, partner: Partner | None) -> bool:
    """Whether its partner has another address than the order, and can be asked. A refusal is asked about once more before a
    draft is confirmed: somebody has let it go on since."""
    if change is None or change.state not in UNSETTLED:
        return False
    if _is_draft(handoff, partner):
        return True
    held_there = handoff.state is _H.ON_HOLD and handoff.held_by != BY_POD
    there = held_there or handoff.state in (*AT_PARTNER, _H.CANCEL_REFUSED)
    return there and change.state in (AddressState.REQUESTED, AddressState.UNANSWERED)


def _is_draft(handoff: HandOff, partner: Partner | None) -> bool:
    """What a partner accepts that needs no further word is being made. Of one that is set up no more nobody knows."""
    return handoff.state in TO_BE_CONFIRMED and (partner is None or partner.needs_confirm)


def not_the_former(partner: Partner, draft: PartnerOrder, change: AddressChange | None, to: ShipTo) -> str:
    """Why a draft that was let go to its former address is not confirmed; "" where it is, as far as the partner shows."""
    if change is None or change.state is not AddressState.FORMER or not partner.goes_to(draft, to):
        return ""
    return (
        f"It was let go to its former address, and {partner.name} has changed it to the new one all the same. Ask {partner.name}"
        " about the address again to have it go there, or cancel it; then hand it off."
    )


class Readdressing(Steps):
    def step(self, job: Job, me: Caller, _: Order, handoff: HandOff) -> JobOutcome:
        with self._tools.store.reading() as tx:
            order = tx.orders.get(handoff.tenant_id, handoff.order_id)
            change = tx.address_changes.of(handoff.tenant_id, handoff.reference)
        if change is None:
            return Later(0.0, "nothing is asked for any more")
        try:
            partner = self._partner(handoff)
            with self._care.asking(handoff.partner):
                there = partner.find(handoff.reference, handoff.partner_order_id)
                verdict = _asked(partner, there, change, order.ship_to) if there else None
        except PodError as e:
            return self._no_answer(job, me, handoff, str(e), TRY_AGAIN_S)
        fail_at("handoff_after_readdress")
        if there is None or verdict is None:
            return self._gone(job, me, handoff)
        if isinstance(verdict, Unknown):
            self._care.heard(handoff.partner, verdict)
            return self._no_answer(job, me, handoff, verdict.reason, max(TRY_AGAIN_S, verdict.settle_s), there)
        with self._in_hand(job, handoff) as (tx, now):
            if now.ship_to != order.ship_to or tx.address_changes.of(handoff.tenant_id, handoff.reference) != change:
                return Later(0.0, "something else was asked for meanwhile")
            return self._settled(tx, me, now, handoff, change, there, verdict)

    def waits(self, job: Job, me: Caller, _: Order, handoff: HandOff, wait: Wait) -> JobOutcome:
        """Behind a closed door as before one that does not answer."""
        return self._no_answer(job, me, handoff, wait.why, wait.seconds)

    def _no_answer(
        self, job: Job, me: Caller, handoff: HandOff, why: str, again_s: float, there: PartnerOrder | None = None
    ) -> JobOutcome:
        """It is asked again before long, until a person has been told; and seldom from then on."""
        with self._in_hand(job, handoff) as (tx, order):
            if there:
                handoff = told_of(tx, me, handoff, there)
                order = tx.orders.get(order.tenant_id, order.id)
            change = tx.address_changes.of(handoff.tenant_id, handoff.reference)
            if change is None or change.state not in UNSETTLED:
                return Later(0.0, "nothing is asked for any more")
            left_s = self._silence_left_s(tx, me, change)
            if left_s >= 0:
                return Later(min(again_s, left_s + 1.0), why)
            self._left_to_a_person(tx, me, order, handoff, change, why)
        return Later(max(again_s, SELDOM_S), why)

    def _silence_left_s(self, tx: Tx, me: Caller, change: AddressChange) -> float:
        """Until a person is told; noted when it is asked for in vain for the first time."""
        now = self._tools.clock.now()
        if change.silent_since is None:
            tx.address_changes.move(change, change.state, me, change.reason, silent_since=now)
            return UNCLEAR_S
        return UNCLEAR_S - (now - change.silent_since).total_seconds()

    def _left_to_a_person(
        self, tx: Tx, me: Caller, order: Order, handoff: HandOff, change: AddressChange, why: str
    ) -> None:
        """What is being made goes on being made when somebody has let the order go on; a draft is held once more."""
        if change.state is not AddressState.UNANSWERED:
            deadline, since = self._tools.clock.now() + HOLD_DEADLINE, change.silent_since
            change = tx.address_changes.move(
                change, AddressState.UNANSWERED, me, why, silent_since=since, held_until=deadline
            )
            address_unanswered(tx, change)
        elif not _is_draft(handoff, self._tools.partners.get(handoff.partner)) or order.state is OrderState.ON_HOLD:
            return
        said = _SILENT.format(partner=handoff.partner, since=change.silent_since, why=change.reason)
        order_waits(tx, me, order, said)

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
        if change.state is AddressState.UNANSWERED and not isinstance(verdict, Rejected):
            said = f"Since then {handoff.partner} has answered: {_ANSWERED[type(verdict)]} Release the order."
            held_longer(tx, me, order, said)
        if isinstance(verdict, _Anew):
            tx.address_changes.move(change, AddressState.WITHDRAWN, me)
            tx.orders.move_handoff(handoff, _H.CANCEL_REQUESTED, me, _WITHDRAWN)
            return Later(0.0, "to be withdrawn")
        if isinstance(verdict, Accepted):
            tx.address_changes.move(change, AddressState.CHANGED, me)
            address_changed(tx, order)
            return self._next_look(told_of(tx, me, handoff, there))
        change = tx.address_changes.move(change, AddressState.REFUSED, me, verdict.reason)
        address_refused(tx, change)
        return self._refused(tx, me, order, told_of(tx, me, handoff, there), change)

    def _refused(self, tx: Tx, me: Caller, order: Order, handoff: HandOff, change: AddressChange) -> JobOutcome:
        """A draft waits for a person; what is being made is followed, and the order waits for one."""
        if _is_draft(handoff, self._partner(handoff)):
            held_longer(tx, me, order, change.reason)
            self._put_on_hold(tx, me, handoff, change.reason)
            return NeedsHuman(change.reason)
        order_waits(tx, me, order, f"{change.reason} {_WAY_OUT.format(partner=handoff.partner)}")
        return self._next_look(handoff)


class _Anew:
    """It cannot be changed there, and costs nothing yet."""


_ANSWERED = {Accepted: "it goes to the new address.", _Anew: "it is withdrawn, and sent once more to the new address."}


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
