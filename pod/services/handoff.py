"""Hand-offs: an approved and paid order's items reach their partner, and the effect happens once.

`sending` is committed before the call. Whoever finds a hand-off there, or at `unknown`, waits until the partner has had
time to finish, asks for our reference, and only when it is surely absent sends again. "No answer" is never an error and
never a success. A process that is paused between its last check and the send may still double at a partner that can only
be looked up; partners say in `capability` what they can do.

A hand-off has one job for all its life, so that two workers never have it in hand. Verbs that change what it should do
next write that down and wake the job.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from fulfillment.base import (
    Accepted,
    HandOffOrder,
    NotReady,
    NotSent,
    Partner,
    PartnerOrder,
    Rejected,
    Unknown,
    payload_sha256,
)
from pod.failpoints import fail_at
from pod.model.caller import Caller, system_caller
from pod.model.errors import Conflict, PartnerFailed, PodError, Unavailable
from pod.model.handoff import HandOff, HandOffState
from pod.model.job import Done, Job, JobOutcome, Later, NeedsHuman
from pod.model.listing import Page
from pod.model.order import Order, OrderState
from pod.model.readdress import AddressState
from pod.services.answers import without_answer
from pod.services.filelinks import not_reachable
from pod.services.freshness import missing_at
from pod.services.handoffsteps import BY_POD, GONE, TO_BE_CONFIRMED, TRY_AGAIN_S, UNCLEAR_S, Steps
from pod.services.messages.undoing import address_changed
from pod.services.news import announce_refusal, order_follows, told_of
from pod.services.ownprints import OwnPrints
from pod.services.partnercare import Wait
from pod.services.payloads import Payloads, drawn_papers
from pod.services.ports import Tx
from pod.services.prices import remember_prices, whole_quote
from pod.services.readdressing import Readdressing, not_the_former, to_be_asked
from pod.services.refusals import BY_PARTNER, NOT_FOR_PARTNER, QUOTE_KEPT, price_moved, refuse, speaks_against
from pod.services.restoring import AfterRestore, not_looked_for
from pod.services.toolbox import Toolbox, must_look, must_operate
from pod.services.withdrawing import Withdrawing

_MAY_GO_ELSEWHERE = "It may go to another partner: an operator has said so."

_ANOTHER = "The partner has another order under this reference. Call the partner."

_H = HandOffState
_MAY_GO_OUT = (OrderState.PAID, OrderState.IN_PROGRESS)
_NOT_LEFT = (_H.WAITING, _H.PREPARED)
_UNSURE = (_H.SENDING, _H.CONFIRMING)
_MADE = (_H.CONFIRMED, _H.IN_PRODUCTION, _H.PARTLY_SHIPPED, _H.CANCEL_REFUSED)
_NOT_YET_THERE = (_H.WAITING, _H.PREPARED, _H.SENDING, _H.CONFIRMING, _H.UNKNOWN)
"""Where a hand-off can be held by us: it is not, or not surely, with the partner."""


class HandOffs(Steps):
    """`confirm` looks at the order once more where it was bought, and brings it in line, before it is handed off."""

    def __init__(self, tools: Toolbox, confirm: Callable[[Order], None] = lambda _: None) -> None:
        super().__init__(tools)
        self._payloads = Payloads(tools)
        self._after_restore = AfterRestore(tools)
        self._confirm_order = confirm
        self._own = OwnPrints(tools)
        self._withdrawing, self._readdressing = Withdrawing(tools), Readdressing(tools)

    # --- for people

    def page(self, caller: Caller, *, state: str = "", cursor: str = "", limit: int = 50) -> Page[HandOff]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.orders.page_handoffs(caller.tenant_id, state=state, cursor=cursor, limit=max(1, min(200, limit)))

    def look_up(self, caller: Caller, reference: str) -> HandOff:
        """Asks the partner what has become of a hand-off; news may raise its rank, never lower it."""
        must_operate(caller)
        with self._tools.store.reading() as tx:
            handoff = tx.orders.handoff(caller.tenant_id, reference)
        if handoff.state in _UNSURE:
            raise Conflict("at_work", f"{reference} is on its way at this moment.", "Ask again in a minute.")
        found = self._partner(handoff).find(reference, handoff.partner_order_id)
        if found is None:
            raise PartnerFailed(
                "not_at_partner",
                f"{handoff.partner} knows nothing of {reference}.",
                "Hand it off again, or call the partner.",
            )
        if not found.is_of(handoff.payload_sha256):
            raise PartnerFailed("other_at_partner", _ANOTHER, "It is not taken for ours.")
        with self._tools.store.writing() as tx:
            tx.orders.lock(caller.tenant_id, handoff.order_id)
            return told_of(tx, caller, tx.orders.handoff(caller.tenant_id, reference), found)

    # --- the job

    def advance(self, job: Job) -> JobOutcome:
        """Job `hand_off`: one step from the state that is found; each state has its own."""
        me = system_caller(job.tenant_id, "hand_off")
        with self._tools.store.reading() as tx:
            handoff = tx.orders.handoff(job.tenant_id, job.subject)
            order = tx.orders.get(job.tenant_id, handoff.order_id)
            change = tx.address_changes.of(job.tenant_id, handoff.reference)
            restore = tx.restores.last()
        if restore and order.state in _MAY_GO_OUT and not_looked_for(restore, handoff, self._tools.clock.now()):
            return self._after_restore.look(job, me, handoff, restore)
        if order.wish and handoff.state in _NOT_LEFT:
            return Later(TRY_AGAIN_S, _MAY_GO_ELSEWHERE)
        asks = to_be_asked(change, handoff, self._tools.partners.get(handoff.partner))
        step = self._readdressing.step if asks else self._steps().get(handoff.state)
        calls = handoff.state not in _UNSURE
        wait = self._care.wait_for(handoff.partner) if step and calls else None
        # what is to be cancelled is being made meanwhile: only the partner's own word holds that back
        if wait and not (wait.failing and handoff.state is _H.CANCEL_REQUESTED):
            waits = self._readdressing.waits if asks and wait.closed else self._waits
            return waits(job, me, order, handoff, wait)
        return step(job, me, order, handoff) if step else Done()

    def _waits(self, job: Job, me: Caller, order: Order, handoff: HandOff, wait: Wait) -> JobOutcome:
        """Behind a closed door as before one that does not answer: before long a person is told."""
        in_doubt = handoff.state is _H.UNKNOWN
        if not wait.closed or not (in_doubt or (handoff.state in _NOT_LEFT and order.state in _MAY_GO_OUT)):
            return Later(wait.seconds, wait.why)
        left_s = UNCLEAR_S - (self._age_s(handoff) if in_doubt else self._trying_s(handoff))
        return (
            Later(min(wait.seconds, left_s + 1.0), wait.why) if left_s >= 0 else self._hold(job, me, handoff, wait.why)
        )

    def _steps(self) -> Mapping[HandOffState, Callable[[Job, Caller, Order, HandOff], JobOutcome]]:
        return {
            _H.WAITING: self._check,
            _H.PREPARED: self._send,
            **dict.fromkeys(_UNSURE, self._found_unsure),
            _H.UNKNOWN: self._look_before_sending,
            **dict.fromkeys(TO_BE_CONFIRMED, self._confirm),
            **dict.fromkeys(_MADE, self._follow),
            _H.SHIPPED: self._follow_parcel,
            _H.ON_HOLD: self._follow_hold,
            _H.CANCEL_REQUESTED: self._withdrawing.step,
        }

    def give_up(self, tx: Tx, job: Job, reason: str) -> None:
        """No further try is made by itself. What a person has to look at is held, with the reason."""
        me = system_caller(job.tenant_id, "hand_off")
        handoff = tx.orders.handoff(job.tenant_id, job.subject)
        tx.orders.lock(job.tenant_id, handoff.order_id)
        if handoff.state in _NOT_YET_THERE:
            self._put_on_hold(tx, me, handoff, reason)
        elif handoff.state is _H.CANCEL_REQUESTED:
            self._withdrawing.kept(tx, me, handoff, reason)

    # --- before it leaves

    def _check(self, job: Job, me: Caller, order: Order, handoff: HandOff) -> JobOutcome:
        """Paid, approved, unchanged, complete, at the partner's price: otherwise held with the sentence, and nothing has
        left."""
        try:
            order = self._confirmed(order)
            if order.state not in _MAY_GO_OUT:
                return Done()
            partner = self._partner(handoff)
            with self._care.asking(handoff.partner):
                payload = self._ready(partner, order, handoff)
                quoted = whole_quote(self._tools, partner, payload).total
        except Unavailable:
            raise
        except PartnerFailed as e:
            return self._again_or_hold(job, me, handoff, str(e))
        except PodError as e:
            return self._hold(job, me, handoff, str(e), refused=str(e) if e.code in BY_PARTNER else "")
        moved = price_moved(handoff.quoted, quoted)
        if moved:
            return self._hold(job, me, handoff, moved)
        with self._in_hand(job, handoff) as (tx, order):
            if order.state not in _MAY_GO_OUT:
                return Done()
            if order.ship_to != payload.ship_to:
                return Later(0.0, "its address has changed meanwhile")
            now = self._tools.clock.now()
            sha256 = payload_sha256(payload)
            tx.orders.move_handoff(handoff, _H.PREPARED, me, payload_sha256=sha256, quoted=quoted, quoted_at=now)
            self._goes_to_the_new_one(tx, me, handoff)
            if order.state is OrderState.PAID:
                tx.orders.move(order, OrderState.IN_PROGRESS, me)
        return Later(0.0, "prepared")

    def _goes_to_the_new_one(self, tx: Tx, me: Caller, handoff: HandOff) -> None:
        """What its partner never had, or refused, was prepared with the address of today: nobody is asked for that one."""
        change = tx.address_changes.of(handoff.tenant_id, handoff.reference)
        if change and change.state is not AddressState.CHANGED:
            tx.address_changes.move(change, AddressState.CHANGED, me, "it was not there, and is sent to the new one")
            address_changed(tx, tx.orders.get(handoff.tenant_id, handoff.order_id))

    def _confirmed(self, order: Order) -> Order:
        if order.state not in _MAY_GO_OUT:
            return order
        self._confirm_order(order)
        with self._tools.store.reading() as tx:
            return tx.orders.get(order.tenant_id, order.id)

    def _ready(self, partner: Partner, order: Order, handoff: HandOff) -> HandOffOrder:
        """What is to be sent; raises everything that speaks against it, at once."""
        lines = self._payloads.lines(order, handoff)
        reasons = speaks_against(self._tools, lines)
        try:
            lines = self._own.for_partner(partner, lines)
            reasons += self._own.speaks_against(lines)
            payload = self._payloads.payload(partner, order, handoff, lines)
        except PartnerFailed:
            refuse(reasons)
            raise
        except PodError as e:
            refuse([*reasons, str(e)])
            raise
        missing = missing_at(self._tools, partner.name, (line.item.variant for line in lines))
        theirs = [*missing, *(str(e) for e in partner.validate(payload))]
        refuse([*reasons, *theirs], "not_to_be_sent" if reasons else NOT_FOR_PARTNER)
        return payload

    # --- the call

    def _send(self, job: Job, me: Caller, order: Order, handoff: HandOff) -> JobOutcome:
        if order.state is not OrderState.IN_PROGRESS:
            return Done()
        partner = self._partner(handoff)
        try:
            with self._care.asking(handoff.partner):
                lines = self._own.for_partner(partner, self._payloads.lines(order, handoff))
                payload = self._payloads.payload(partner, order, handoff, lines)
                against = self._against_now(partner, handoff, payload)
        except PodError as e:
            return self._again_or_hold(job, me, handoff, str(e))
        if against:
            return self._hold(job, me, handoff, against)
        with self._tools.files.workspace() as folder:
            whole = self._with_papers(payload, folder)
            with self._in_hand(job, handoff) as (tx, order):
                if order.wish:
                    return Later(TRY_AGAIN_S, _MAY_GO_ELSEWHERE)
                if order.state is not OrderState.IN_PROGRESS:
                    return Done()
                sending = tx.orders.move_handoff(
                    handoff, _H.SENDING, me, attempts=handoff.attempts + 1, sent_at=self._tools.clock.now()
                )
            fail_at("handoff_after_intent")
            verdict = partner.submit(whole)
        fail_at("handoff_after_send")
        return self._conclude(job, me, sending, verdict)

    def _with_papers(self, payload: HandOffOrder, folder: Path) -> HandOffOrder:
        return replace(payload, documents=drawn_papers(payload, folder))

    def _against_now(self, partner: Partner, handoff: HandOff, payload: HandOffOrder) -> str:
        """What may have changed since it was prepared: what is sent, that its files can be fetched, and the price."""
        if payload_sha256(payload) != handoff.payload_sha256:
            return "What would be sent is not what was prepared. Hand it off again."
        if partner.fetches_files and (wrong := self._tools.links.unreachable(payload)):
            return str(not_reachable(wrong))
        stale = handoff.quoted_at is None or self._tools.clock.now() - handoff.quoted_at > QUOTE_KEPT
        return price_moved(handoff.quoted, whole_quote(self._tools, partner, payload).total) if stale else ""

    def _confirm(self, job: Job, me: Caller, order: Order, handoff: HandOff) -> JobOutcome:
        """The second half of a send, where the partner has one; elsewhere there is only news to wait for."""
        partner = self._partner(handoff)
        if not partner.needs_confirm:
            return self._follow(job, me, order, handoff)
        try:
            with self._care.asking(handoff.partner):
                draft = partner.find(handoff.reference, handoff.partner_order_id)
                extras = self._withdraw_extras(partner, handoff, draft)
        except PodError as e:
            return Later(TRY_AGAIN_S, str(e))
        against = extras or self._not_to_be_confirmed(partner, order, handoff, draft)
        if against:
            return self._hold(job, me, handoff, against)
        with self._in_hand(job, handoff) as (tx, order):
            if order.state is not OrderState.IN_PROGRESS:
                return Done()
            if draft and draft.each:
                variants = (i.variant for i in order.items if i.id in handoff.item_ids)
                remember_prices(tx, me, handoff.partner, dict(enumerate(variants, 1)), draft)
            confirming = tx.orders.move_handoff(handoff, _H.CONFIRMING, me, sent_at=self._tools.clock.now())
        fail_at("handoff_after_confirm_intent")
        verdict = partner.confirm(handoff.reference, handoff.partner_order_id)
        fail_at("handoff_after_confirm")
        return self._conclude(job, me, confirming, verdict)

    def _not_to_be_confirmed(self, partner: Partner, order: Order, handoff: HandOff, draft: PartnerOrder | None) -> str:
        if draft is None:
            return GONE
        with self._tools.store.reading() as tx:
            change = tx.address_changes.of(handoff.tenant_id, handoff.reference)
        elsewhere = not_the_former(partner, draft, change, order.ship_to)
        return elsewhere or price_moved(handoff.quoted, draft.before_tax or draft.cost)

    def _conclude(
        self, job: Job, me: Caller, unsure: HandOff, verdict: Accepted | Rejected | NotSent | NotReady | Unknown
    ) -> JobOutcome:
        """From `sending` or `confirming` to what the partner said of it."""
        self._care.heard(unsure.partner, verdict)
        if isinstance(verdict, Accepted):
            return self._accept(job, me, unsure, verdict)
        if isinstance(verdict, Rejected):
            return self._refused(job, me, unsure, verdict)
        with self._in_hand(job, unsure) as (tx, _):
            to = without_answer(unsure.state, verdict)
            if to is _H.PREPARED:
                back = self._surely_absent(tx, me, unsure, verdict.reason)
            else:
                back = tx.orders.move_handoff(unsure, to, me, verdict.reason)
        if isinstance(verdict, Unknown):
            return Later(verdict.settle_s, verdict.reason)
        if isinstance(verdict, NotSent):
            return self._again_or_hold(job, me, back, verdict.reason, verdict.retry_after_s)
        return Later(max(TRY_AGAIN_S, verdict.retry_after_s), verdict.reason)

    def _accept(self, job: Job, me: Caller, unsure: HandOff, verdict: Accepted) -> JobOutcome:
        partner_order_id = verdict.partner_order_id or unsure.partner_order_id
        with self._in_hand(job, unsure) as (tx, _):
            held_by = unsure.partner if verdict.state is _H.ON_HOLD else ""
            accepted = tx.orders.move_handoff(
                unsure, verdict.state, me, verdict.note, partner_order_id=partner_order_id, held_by=held_by
            )
            fail_at("handoff_in_finish")
            order_follows(tx, me, accepted.order_id)
        fail_at("handoff_after_finish")
        return self._next_look(accepted)

    def _refused(self, job: Job, me: Caller, unsure: HandOff, verdict: Rejected) -> JobOutcome:
        partner_order_id = unsure.partner_order_id or (unsure.reference if verdict.name_used else "")
        left = self._withdraw_draft(unsure) if unsure.state is _H.CONFIRMING else ""
        reason = " ".join(filter(None, (verdict.reason, left)))
        with self._looking_further(job, unsure, reason) as (tx, further):
            refused = tx.orders.move_handoff(unsure, _H.REJECTED, me, reason, partner_order_id=partner_order_id)
            if not further:
                announce_refusal(tx, refused)
        return Done() if further else NeedsHuman(refused.reason)

    def _withdraw_draft(self, handoff: HandOff) -> str:
        """A draft that was not to be confirmed is not left lying: it is handed off anew, and nobody must confirm both."""
        verdict = self._partner(handoff).cancel(handoff.reference, handoff.partner_order_id)
        return "" if isinstance(verdict, Accepted) else "Its draft is still there: cancel it on the partner’s own page."

    # --- after a call whose end nobody saw

    def _found_unsure(self, job: Job, me: Caller, _: Order, handoff: HandOff) -> JobOutcome:
        """An earlier run was cut off during the call: it may have arrived."""
        with self._in_hand(job, handoff) as (tx, _):
            tx.orders.move_handoff(handoff, _H.UNKNOWN, me, f"cut off while {handoff.state.value}")
        return Later(0.0, "to be looked up")

    def _look_before_sending(self, job: Job, me: Caller, _: Order, handoff: HandOff) -> JobOutcome:
        """Asked whatever has become of the order meanwhile: only what follows from the answer may depend on that."""
        partner = self._partner(handoff)
        wait_s = self._unsettled_s(handoff, partner)
        if wait_s > 0:
            return Later(wait_s, "the partner may still be working on it")
        try:
            with self._care.asking(handoff.partner):
                found = partner.find(handoff.reference, handoff.partner_order_id)
        except PodError as e:
            # a look-up that failed is not an absence
            unclear = self._age_s(handoff) > UNCLEAR_S
            return self._hold(job, me, handoff, str(e)) if unclear else Later(TRY_AGAIN_S, str(e))
        if found is None and handoff.partner_order_id:
            return self._hold(job, me, handoff, GONE)
        if found and not found.is_of(handoff.payload_sha256):
            return self._hold(job, me, handoff, _ANOTHER)
        with self._in_hand(job, handoff) as (tx, _):
            if found is None:
                self._surely_absent(tx, me, handoff, "surely not there")
                return Later(0.0, "to be sent")
            adopted = told_of(tx, me, handoff, found)
        return self._next_look(adopted)

    def _surely_absent(self, tx: Tx, me: Caller, handoff: HandOff, why: str) -> HandOff:
        """Sent again as it was prepared; prepared anew where its address has changed since."""
        if tx.address_changes.of(handoff.tenant_id, handoff.reference):
            return tx.orders.move_handoff(handoff, _H.WAITING, me, why, quoted=None)
        return tx.orders.move_handoff(handoff, _H.PREPARED, me, why)

    # --- news

    def _follow_hold(self, job: Job, me: Caller, order: Order, handoff: HandOff) -> JobOutcome:
        """A partner's own hold ends at the partner; one of ours ends when a person says so."""
        return Done() if handoff.held_by == BY_POD else self._follow(job, me, order, handoff)

    def _follow_parcel(self, job: Job, me: Caller, order: Order, handoff: HandOff) -> JobOutcome:
        return self._follow(job, me, order, handoff) if self._parcel_awaited(handoff) else Done()
