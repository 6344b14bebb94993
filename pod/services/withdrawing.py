"""Asking a partner for an order back: whether it can be, then the cancel itself, and what the partner has said of it.

Nothing is taken for cancelled because it was asked for. What was withdrawn because it goes to another address is sent once
more, in the very transaction in which the first is known to have come to nothing.
"""

from __future__ import annotations

from fulfillment.base import Accepted, Unknown
from pod.failpoints import fail_at
from pod.model.caller import Caller
from pod.model.errors import PodError
from pod.model.handoff import HandOff, HandOffState
from pod.model.job import Done, Job, JobOutcome, Later
from pod.model.order import Order
from pod.model.readdress import AddressChange, AddressState
from pod.services.answers import asked_back
from pod.services.handoffjobs import sent_anew
from pod.services.handoffsteps import TRY_AGAIN_S, Steps
from pod.services.messages.undoing import address_changed, address_refused, cancel_refused
from pod.services.news import order_follows
from pod.services.ports import Tx

_H = HandOffState


class Withdrawing(Steps):
    def step(self, job: Job, me: Caller, _: Order, handoff: HandOff) -> JobOutcome:
        """To be cancelled when it had left, or might have: what never arrived is cancelled, the rest is asked for."""
        partner = self._partner(handoff)
        wait_s = self._unsettled_s(handoff, partner)
        if wait_s > 0:
            return Later(wait_s, "the partner may still be working on it")
        try:
            with self._care.asking(handoff.partner):
                found = partner.find(handoff.reference, handoff.partner_order_id)
                extras = self._withdraw_extras(partner, handoff, found)
                verdict = asked_back(partner, found, extras)
        except PodError as e:
            return Later(TRY_AGAIN_S, str(e))
        self._care.heard(handoff.partner, verdict)
        fail_at("handoff_after_cancel")
        if isinstance(verdict, Unknown):
            return Later(max(TRY_AGAIN_S, verdict.settle_s), verdict.reason)
        with self._in_hand(job, handoff) as (tx, order):
            if not isinstance(verdict, Accepted):
                return self._next_look(self.kept(tx, me, handoff, verdict.reason))
            self._called_off(tx, me, order, handoff)
        return Done()

    def _called_off(self, tx: Tx, me: Caller, order: Order, handoff: HandOff) -> None:
        change = _to_be_sent_anew(tx, handoff)
        if change:
            anew, _ = sent_anew(tx, me, order, handoff, self._tools.clock.now())
            tx.address_changes.move(change, AddressState.CHANGED, me, f"sent anew as {anew.reference}")
            address_changed(tx, order)
        else:
            tx.orders.move_handoff(handoff, _H.CANCELLED, me, handoff.reason)
            order_follows(tx, me, handoff.order_id, handoff.reason)

    def kept(self, tx: Tx, me: Caller, handoff: HandOff, reason: str) -> HandOff:
        """It stays with the partner, and goes where it was sent."""
        change = _to_be_sent_anew(tx, handoff)
        kept = tx.orders.move_handoff(handoff, _H.CANCEL_REFUSED, me, reason)
        if change:
            address_refused(tx, tx.address_changes.move(change, AddressState.REFUSED, me, reason))
        else:
            cancel_refused(tx, kept, kept.reason)
        return kept


def _to_be_sent_anew(tx: Tx, handoff: HandOff) -> AddressChange | None:
    change = tx.address_changes.of(handoff.tenant_id, handoff.reference)
    return change if change and change.state is AddressState.WITHDRAWN else None
