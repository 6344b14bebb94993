"""Asking a partner for an order back: whether it can be, then the cancel itself, and what the partner has said of it.

Nothing is taken for cancelled because it was asked for. What was withdrawn because it goes to another address is sent once
more, in the very transaction in which the first is known to have come to nothing.
"""

from __future__ import annotations

from datetime import datetime

from fulfillment.base import Accepted, Capability, Partner, Unknown
from pod.failpoints import fail_at
from pod.model.caller import Caller, is_nobody
from pod.model.errors import PodError
from pod.model.handoff import HandOff, HandOffState
from pod.model.job import Done, Job, JobOutcome, Later, NeedsHuman
from pod.model.order import Order
from pod.model.readdress import AddressChange, AddressState
from pod.services.answers import asked_back
from pod.services.handoffjobs import sent_anew
from pod.services.handoffsteps import SELDOM_S, TRY_AGAIN_S, UNCLEAR_S, Steps, held_longer, order_waits
from pod.services.messages.undoing import address_changed, address_refused, cancel_refused
from pod.services.news import order_follows
from pod.services.ports import Tx
from pod.services.restoring import was_there_before

_H = HandOffState
_TAKEN_OUT = (
    "It is not in {partner}'s folder, which does not remember what was taken out of it: it may be being made. Ask {partner}. Where"
    " they have not made it, cancel it once more; where they have, put {reference}.txt into accepted/ there, and look it up."
)
_SILENT = "No answer about its cancel from {partner} since {since:%Y-%m-%d %H:%M} UTC. Call {partner}; it is asked on once an hour."


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
            return self._no_answer(job, me, handoff, str(e), TRY_AGAIN_S)
        self._care.heard(handoff.partner, verdict)
        fail_at("handoff_after_cancel")
        if isinstance(verdict, Unknown):
            return self._no_answer(job, me, handoff, verdict.reason, max(TRY_AGAIN_S, verdict.settle_s))
        with self._in_hand(job, handoff) as (tx, order):
            question = "" if found else self._not_to_be_seen(tx, partner, handoff)
            if question:
                return self._left_to_a_person(tx, me, handoff, question)
            if not isinstance(verdict, Accepted):
                held_longer(tx, me, order, f"{handoff.partner} has not cancelled it: {verdict.reason}")
                return self._next_look(self.kept(tx, me, handoff, verdict.reason))
            self._called_off(tx, me, order, handoff)
        return Done()

    def _not_to_be_seen(self, tx: Tx, partner: Partner, handoff: HandOff) -> str:
        """What a person has to find out where nobody can be asked: what is not in the folder any more was perhaps taken out of it.
        "" where it was surely never there, or somebody has found out."""
        restore, now = tx.restores.last(), self._tools.clock.now()
        forgotten = restore and restore.watches(now) and was_there_before(tx, handoff, handoff.order_id, restore)
        if partner.capability is not Capability.WRITE_ONLY or not (forgotten or handoff.partner_order_id):
            return ""
        question = _TAKEN_OUT.format(partner=partner.name, reference=handoff.reference)
        return "" if _found_out(tx, handoff, question) else question

    def _left_to_a_person(self, tx: Tx, me: Caller, handoff: HandOff, question: str) -> JobOutcome:
        change = _to_be_sent_anew(tx, handoff)
        if change:
            address_refused(tx, tx.address_changes.move(change, AddressState.REFUSED, me, question))
        self._put_on_hold(tx, me, handoff, question)
        return NeedsHuman(question)

    def _no_answer(self, job: Job, me: Caller, handoff: HandOff, why: str, again_s: float) -> JobOutcome:
        """It is asked again before long, until a person has been told; and seldom from then on."""
        with self._in_hand(job, handoff) as (tx, order):
            since = _asked_at(tx, handoff)
            left_s = UNCLEAR_S - (self._tools.clock.now() - since).total_seconds()
            if left_s >= 0:
                return Later(min(again_s, left_s + 1.0), why)
            # released since, it is followed and not held again
            let_go = order.released_at is not None and order.released_at >= since
            said = _SILENT.format(partner=handoff.partner, since=since)
            if not let_go and said not in order.reason:
                order_waits(tx, me, order, f"{said} {why}")
        return Later(max(again_s, SELDOM_S), why)

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


def _found_out(tx: Tx, handoff: HandOff, question: str) -> bool:
    """Who has read the question and cancels once more has: a person, and not a shop that says so again."""
    *earlier, asked = tx.designs.history(handoff.tenant_id, handoff.reference)
    put = [row.note for row in earlier][-1:] == [question]
    return put and not is_nobody(asked.actor)


def _asked_at(tx: Tx, handoff: HandOff) -> datetime:
    """When it was last to be called off."""
    rows = tx.designs.history(handoff.tenant_id, handoff.reference)
    return max(row.at for row in rows if row.became == _H.CANCEL_REQUESTED.value)


def _to_be_sent_anew(tx: Tx, handoff: HandOff) -> AddressChange | None:
    change = tx.address_changes.of(handoff.tenant_id, handoff.reference)
    return change if change and change.state is AddressState.WITHDRAWN else None
