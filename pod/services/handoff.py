"""Hand-offs: an approved and paid order's items reach their partner, and the effect happens once.

`sending` is committed before the call. Whoever finds a hand-off there, or at `unknown`, waits until the partner has had
time to finish, asks for our reference, and only when it is surely absent sends again. "No answer" is never an error and
never a success. A process that is paused between its last check and the send may still double at a partner that can only
be looked up; partners say in `capability` what they can do.

A hand-off has one job for all its life, so that two workers never have it in hand. Verbs that change what it should do
next write that down and wake the job.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from fulfillment.base import (
    Accepted,
    HandOffDocument,
    HandOffFile,
    HandOffItem,
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
from pod.model.design import Version
from pod.model.errors import Conflict, PartnerFailed, PodError, Unavailable
from pod.model.handoff import AT_PARTNER, HANDOFF_MOVES, RANK, HandOff, HandOffState
from pod.model.job import Done, Job, JobOutcome, Lane, Later, NeedsHuman, NewJob
from pod.model.listing import Page
from pod.model.order import Order, OrderItem, OrderState
from pod.model.printfile import PrintFile
from pod.model.proof import Approval, Proof
from pod.services import papers
from pod.services.approving import missing_approvals
from pod.services.ports import Tx
from pod.services.recipes import as_placed
from pod.services.toolbox import Toolbox, must_look, must_operate

BY_POD = "pod"
"""Who holds a hand-off that Pod itself has held; a partner's own hold carries the partner's name."""

_TRY_AGAIN_S = 15.0
_UNCLEAR_S = 600.0
"""How long a look-up may go without an answer before a person is asked."""

_NEWS_S = (60.0, 3600.0)
"""How often a partner is asked for news: every minute at first, an old hand-off once an hour."""

_HOLD_DEADLINE = timedelta(days=1)
"""When somebody should have looked at what is held. It is only shown: a hold never ends by itself."""

_GONE = "The partner no longer knows of it. Call the partner; then hand it off again, or cancel it."

_H = HandOffState
_MAY_GO_OUT = (OrderState.PAID, OrderState.IN_PROGRESS)
_UNSURE = (_H.SENDING, _H.CONFIRMING)
_TO_BE_CONFIRMED = (_H.ACCEPTED, _H.WAITING_PARTNER, _H.READY_TO_CONFIRM)
_MADE = (_H.CONFIRMED, _H.IN_PRODUCTION, _H.PARTLY_SHIPPED, _H.CANCEL_REFUSED)
_OVER = frozenset({_H.SHIPPED, _H.DELIVERED, _H.RETURNED, _H.CANCELLED})
_NOT_MADE = (_H.REJECTED, _H.CANCELLED)
"""What a partner says of an order that it will not make; cancelled without our asking comes to the same."""

_NOT_YET_THERE = (_H.WAITING, _H.PREPARED, _H.SENDING, _H.CONFIRMING, _H.UNKNOWN)
"""Where a hand-off can be held by us: it is not, or not surely, with the partner."""


def handoff_job(reference: str) -> NewJob:
    return NewJob("hand_off", Lane.HANDOFF, f"handoff:{reference}", reference, priority=10, max_attempts=30)


def order_follows(tx: Tx, caller: Caller, order_id: str, reason: str = "") -> Order:
    """An order is what its hand-offs are: done when all are over, cancelled when nothing of it is left to be made."""
    order = tx.orders.lock(caller.tenant_id, order_id)
    states = {handoff.state for handoff in tx.orders.handoffs(caller.tenant_id, order_id)}
    if order.state in (OrderState.DONE, OrderState.CANCELLED) or not states or not states <= _OVER:
        return order
    if states <= {_H.CANCELLED}:
        return tx.orders.move(order, OrderState.CANCELLED, caller, reason)
    # a held order stays held: its release comes by here again
    return order if order.state is OrderState.ON_HOLD else tx.orders.move(order, OrderState.DONE, caller)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the order with all that is known of its version."""

    item: OrderItem
    version: Version
    files: tuple[PrintFile, ...]
    proofs: tuple[Proof, ...]
    approvals: tuple[Approval, ...]


class HandOffs:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

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
        found = self._partner(handoff).find(reference)
        if found is None:
            raise PartnerFailed(
                "not_at_partner",
                f"{handoff.partner} knows nothing of {reference}.",
                "Hand it off again, or call the partner.",
            )
        with self._tools.store.writing() as tx:
            tx.orders.lock(caller.tenant_id, handoff.order_id)
            return _news(tx, caller, tx.orders.handoff(caller.tenant_id, reference), found)

    # --- the job

    def advance(self, job: Job) -> JobOutcome:
        """Job `hand_off`: one step from the state that is found; each state has its own."""
        me = system_caller(job.tenant_id, "hand_off")
        with self._tools.store.reading() as tx:
            handoff = tx.orders.handoff(job.tenant_id, job.subject)
            order = tx.orders.get(job.tenant_id, handoff.order_id)
        step = self._steps().get(handoff.state)
        return step(job, me, order, handoff) if step else Done()

    def _steps(self) -> Mapping[HandOffState, Callable[[Job, Caller, Order, HandOff], JobOutcome]]:
        return {
            _H.WAITING: self._check,
            _H.PREPARED: self._send,
            **dict.fromkeys(_UNSURE, self._found_unsure),
            _H.UNKNOWN: self._look_before_sending,
            **dict.fromkeys(_TO_BE_CONFIRMED, self._confirm),
            **dict.fromkeys(_MADE, self._follow),
            _H.ON_HOLD: self._follow_hold,
            _H.CANCEL_REQUESTED: self._withdraw,
        }

    def give_up(self, tx: Tx, job: Job, reason: str) -> None:
        """No further try is made by itself. What a person has to look at is held, with the reason."""
        me = system_caller(job.tenant_id, "hand_off")
        handoff = tx.orders.handoff(job.tenant_id, job.subject)
        tx.orders.lock(job.tenant_id, handoff.order_id)
        if handoff.state in _NOT_YET_THERE:
            self._put_on_hold(tx, me, handoff, reason)
        elif handoff.state is _H.CANCEL_REQUESTED:
            tx.orders.move_handoff(handoff, _H.CANCEL_REFUSED, me, reason)

    @contextmanager
    def _in_hand(self, job: Job, handoff: HandOff) -> Iterator[tuple[Tx, Order]]:
        """The job's transaction, with the order locked: a hold or a cancel that was granted is never overtaken by a send."""
        with self._tools.fenced(job) as tx:
            yield tx, tx.orders.lock(handoff.tenant_id, handoff.order_id)

    def _hold(self, job: Job, me: Caller, handoff: HandOff, reason: str) -> JobOutcome:
        with self._in_hand(job, handoff) as (tx, _):
            self._put_on_hold(tx, me, handoff, reason)
        return NeedsHuman(reason)

    def _put_on_hold(self, tx: Tx, me: Caller, handoff: HandOff, reason: str) -> None:
        deadline = self._tools.clock.now() + _HOLD_DEADLINE
        tx.orders.move_handoff(handoff, _H.ON_HOLD, me, reason, held_by=BY_POD, held_until=deadline)

    # --- before it leaves

    def _check(self, job: Job, me: Caller, order: Order, handoff: HandOff) -> JobOutcome:
        """Paid, approved, unchanged, complete: otherwise held with the sentence, and nothing has left."""
        if order.state not in _MAY_GO_OUT:
            return Done()
        try:
            sha256 = self._checked(order, handoff)
        except Unavailable:
            raise
        except PodError as e:
            return self._hold(job, me, handoff, str(e))
        with self._in_hand(job, handoff) as (tx, order):
            if order.state not in _MAY_GO_OUT:
                return Done()
            tx.orders.move_handoff(handoff, _H.PREPARED, me, payload_sha256=sha256)
            if order.state is OrderState.PAID:
                tx.orders.move(order, OrderState.IN_PROGRESS, me)
        return Later(0.0, "prepared")

    def _checked(self, order: Order, handoff: HandOff) -> str:
        """The hash of what is to be sent; raises everything that speaks against it."""
        lines = self._lines(order, handoff)
        _refuse([reason for reason in map(self._wrong_line, lines) if reason])
        payload = self._payload(order, handoff, lines)
        _refuse([str(e) for e in self._partner(handoff).validate(payload)])
        return payload_sha256(payload)

    def _wrong_line(self, line: _Line) -> str:
        """ "" when the line is approved and its files are, byte for byte, what was approved."""
        sku, recipe = line.item.sku, line.version.recipe
        missing = missing_approvals(self._tools.approvals, line.approvals)
        if missing:
            return f"{sku} has no approval of the {' and the '.join(missing)}."
        if not line.files:
            return f"{sku} has no print file: a blank product is never ordered."
        files = tuple(sorted((f"{f.area}.{f.format}", f.file.sha256) for f in line.files))
        now = (files, recipe.sha256, recipe.artwork.sha256)
        if any((a.print_files, a.recipe_sha256, a.artwork_sha256) != now for a in line.approvals):
            return f"{sku}: the files are not those that were approved. It needs a new approval."
        damaged = next((f for f in line.files if not self._tools.files.verify(f.file)), None)
        if damaged:
            return f"{sku}: the stored file for {damaged.area} is missing or damaged. Make it again from its recipe."
        return ""

    # --- the call

    def _send(self, job: Job, me: Caller, order: Order, handoff: HandOff) -> JobOutcome:
        partner = self._partner(handoff)
        payload = self._payload(order, handoff, self._lines(order, handoff))
        if payload_sha256(payload) != handoff.payload_sha256:
            return self._hold(job, me, handoff, "What would be sent is not what was prepared. Hand it off again.")
        with self._tools.files.workspace() as folder:
            whole = replace(payload, documents=_papers(payload, folder))
            with self._in_hand(job, handoff) as (tx, order):
                if order.state is not OrderState.IN_PROGRESS:
                    return Done()
                sending = tx.orders.move_handoff(
                    handoff, _H.SENDING, me, attempts=handoff.attempts + 1, sent_at=self._tools.clock.now()
                )
            fail_at("handoff_after_intent")
            verdict = partner.submit(whole)
        fail_at("handoff_after_send")
        return self._conclude(job, me, sending, verdict)

    def _confirm(self, job: Job, me: Caller, order: Order, handoff: HandOff) -> JobOutcome:
        """The second half of a send, where the partner has one; elsewhere there is only news to wait for."""
        partner = self._partner(handoff)
        if not partner.needs_confirm:
            return self._follow(job, me, order, handoff)
        try:
            draft = partner.find(handoff.reference)
        except PodError as e:
            return Later(_TRY_AGAIN_S, str(e))
        if draft is None:
            return self._hold(job, me, handoff, _GONE)
        with self._in_hand(job, handoff) as (tx, order):
            if order.state is not OrderState.IN_PROGRESS:
                return Done()
            confirming = tx.orders.move_handoff(handoff, _H.CONFIRMING, me, sent_at=self._tools.clock.now())
        fail_at("handoff_after_confirm_intent")
        verdict = partner.confirm(handoff.reference)
        fail_at("handoff_after_confirm")
        return self._conclude(job, me, confirming, verdict)

    def _conclude(
        self, job: Job, me: Caller, unsure: HandOff, verdict: Accepted | Rejected | NotSent | NotReady | Unknown
    ) -> JobOutcome:
        """From `sending` or `confirming` to what the partner said of it."""
        if isinstance(verdict, Accepted):
            return self._accept(job, me, unsure, verdict)
        if isinstance(verdict, Rejected):
            return self._refused(job, me, unsure, verdict)
        with self._in_hand(job, unsure) as (tx, _):
            tx.orders.move_handoff(unsure, _without_answer(unsure.state, verdict), me, verdict.reason)
        if isinstance(verdict, Unknown):
            return Later(verdict.settle_s, verdict.reason)
        return Later(max(_TRY_AGAIN_S, verdict.retry_after_s), verdict.reason)

    def _accept(self, job: Job, me: Caller, unsure: HandOff, verdict: Accepted) -> JobOutcome:
        partner_order_id = verdict.partner_order_id or unsure.partner_order_id
        with self._in_hand(job, unsure) as (tx, _):
            accepted = tx.orders.move_handoff(unsure, verdict.state, me, partner_order_id=partner_order_id)
            fail_at("handoff_in_finish")
            order_follows(tx, me, accepted.order_id)
        fail_at("handoff_after_finish")
        return self._next_look(accepted)

    def _refused(self, job: Job, me: Caller, unsure: HandOff, verdict: Rejected) -> JobOutcome:
        partner_order_id = unsure.partner_order_id or (unsure.reference if verdict.name_used else "")
        with self._in_hand(job, unsure) as (tx, _):
            tx.orders.move_handoff(unsure, _H.REJECTED, me, verdict.reason, partner_order_id=partner_order_id)
        return NeedsHuman(verdict.reason)

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
            found = partner.find(handoff.reference)
        except PodError as e:
            # a look-up that failed is not an absence: it is tried again, and before long a person is told
            unclear = self._age_s(handoff) > _UNCLEAR_S
            return self._hold(job, me, handoff, str(e)) if unclear else Later(_TRY_AGAIN_S, str(e))
        if found is None and handoff.partner_order_id:
            return self._hold(job, me, handoff, _GONE)
        if found and found.payload_sha256 not in ("", handoff.payload_sha256):
            return self._hold(job, me, handoff, "The partner has another order under this reference. Call the partner.")
        with self._in_hand(job, handoff) as (tx, _):
            if found is None:
                tx.orders.move_handoff(handoff, _H.PREPARED, me, "surely not there")
                return Later(0.0, "to be sent")
            adopted = _news(tx, me, handoff, found)
        return self._next_look(adopted)

    def _withdraw(self, job: Job, me: Caller, _: Order, handoff: HandOff) -> JobOutcome:
        """To be cancelled when it had left, or might have: what never arrived is cancelled, the rest is asked for."""
        partner = self._partner(handoff)
        wait_s = self._unsettled_s(handoff, partner)
        if wait_s > 0:
            return Later(wait_s, "the partner may still be working on it")
        try:
            found = partner.find(handoff.reference)
        except PodError as e:
            return Later(_TRY_AGAIN_S, str(e))
        to_be_made = found and found.state not in _NOT_MADE
        verdict = partner.cancel(handoff.reference) if to_be_made else Accepted("", _H.CANCELLED)
        fail_at("handoff_after_cancel")
        if isinstance(verdict, Unknown):
            return Later(max(_TRY_AGAIN_S, verdict.settle_s), verdict.reason)
        with self._in_hand(job, handoff) as (tx, _):
            if isinstance(verdict, Accepted):
                ended = tx.orders.move_handoff(handoff, _H.CANCELLED, me, handoff.reason)
                order_follows(tx, me, handoff.order_id, handoff.reason)
            else:
                ended = tx.orders.move_handoff(handoff, _H.CANCEL_REFUSED, me, verdict.reason)
        return self._next_look(ended)

    def _unsettled_s(self, handoff: HandOff, partner: Partner) -> float:
        """Seconds in which the partner may still be working on what it was sent."""
        return partner.settle_s - self._age_s(handoff) if handoff.sent_at else 0.0

    def _age_s(self, handoff: HandOff) -> float:
        """Since it was last sent, or since it was made."""
        return (self._tools.clock.now() - (handoff.sent_at or handoff.created_at)).total_seconds()

    # --- news

    def _follow(self, job: Job, me: Caller, _: Order, handoff: HandOff) -> JobOutcome:
        try:
            found = self._partner(handoff).get(handoff.reference)
        except PodError as e:
            # no answer is no news
            return Later(self._news_s(handoff), str(e))
        if found is None and _H.ON_HOLD in HANDOFF_MOVES[handoff.state]:
            return self._hold(job, me, handoff, _GONE)
        if found is None:
            return Later(self._news_s(handoff), _GONE)
        with self._in_hand(job, handoff) as (tx, _):
            now = _news(tx, me, handoff, found)
        return self._next_look(now)

    def _follow_hold(self, job: Job, me: Caller, order: Order, handoff: HandOff) -> JobOutcome:
        """A partner's own hold ends at the partner; one of ours ends when a person says so."""
        return Done() if handoff.held_by == BY_POD else self._follow(job, me, order, handoff)

    def _next_look(self, handoff: HandOff) -> JobOutcome:
        if handoff.state is _H.REJECTED:
            return NeedsHuman(handoff.reason)
        if handoff.state in _OVER:
            return Done()
        if handoff.state in _TO_BE_CONFIRMED and self._partner(handoff).needs_confirm:
            return Later(0.0, "to be confirmed")
        return Later(self._news_s(handoff), "waiting for news")

    def _news_s(self, handoff: HandOff) -> float:
        often, seldom = _NEWS_S
        return min(seldom, max(often, self._age_s(handoff) / 10))

    def _partner(self, handoff: HandOff) -> Partner:
        partner = self._tools.partners.get(handoff.partner)
        if partner is None:
            raise Conflict(
                "partner_not_set_up",
                f"The partner {handoff.partner} is not set up (any more).",
                "Set it up again; see `pod partners`.",
            )
        return partner

    # --- what is sent

    def _lines(self, order: Order, handoff: HandOff) -> tuple[_Line, ...]:
        """Read at once; nothing is copied, hashed or drawn while the transaction is open."""
        tenant_id = order.tenant_id
        with self._tools.store.reading() as tx:
            return tuple(
                _Line(
                    item,
                    tx.designs.version(tenant_id, item.version_id),
                    tuple(tx.designs.print_files(tenant_id, item.version_id)),
                    tuple(tx.designs.proofs(tenant_id, item.version_id)),
                    tuple(tx.designs.approvals(tenant_id, item.version_id)),
                )
                for item in order.items
                if item.id in handoff.item_ids
            )

    def _payload(self, order: Order, handoff: HandOff, lines: Sequence[_Line]) -> HandOffOrder:
        """Everything the partner is told, except its papers, which are drawn when it leaves."""
        return HandOffOrder(
            reference=handoff.reference,
            order_ref=order.external_ref,
            created_at=handoff.created_at,
            ship_to=order.ship_to,
            items=tuple(self._item(n, line) for n, line in enumerate(lines, 1)),
        )

    def _item(self, n: int, line: _Line) -> HandOffItem:
        item, version = line.item, line.version
        product = self._tools.catalogue.product(item.sku)
        variant = next((v for v in product.variants if v.sku == item.variant), None)
        if variant is None:
            raise Conflict(
                "variant_gone",
                f"{product.name} has no variant “{item.variant}” any more.",
                "Put it back into the product's file, or cancel the order.",
            )
        cloth, proofs = product.cloth(variant.cloth), as_placed(version.recipe, line.proofs)
        return HandOffItem(
            line=n,
            sku=item.sku,
            product_name=product.name,
            variant=item.variant,
            size=variant.size,
            cloth=variant.cloth,
            cloth_rgb=cloth.rgb if cloth else "#ffffff",
            quantity=item.quantity,
            design_id=version.design_id,
            version=version.n,
            lettering=version.recipe.lettering.text if version.recipe.lettering else "",
            files=tuple(self._file(f) for f in line.files),
            thumbnail=self._tools.files.path(proofs[0].picture) if proofs else None,
            approved_by=", ".join(f"{a.role} {a.at:%Y-%m-%d %H:%M} UTC" for a in line.approvals),
            checks=_checks(version, line.files),
        )

    def _file(self, made: PrintFile) -> HandOffFile:
        return HandOffFile(
            area=made.area,
            format=made.format,
            sha256=made.file.sha256,
            bytes=made.file.bytes,
            width_px=made.width_px,
            height_px=made.height_px,
            ppi=made.output_ppi,
            trim_mm=made.trim_mm,
            bleed_mm=made.bleed_mm,
            art_mm=made.art_mm,
            colour=made.colour,
            path=self._tools.files.path(made.file),
        )


def _refuse(reasons: Sequence[str]) -> None:
    if reasons:
        raise Conflict("not_to_be_sent", " ".join(reasons))


def _without_answer(state: HandOffState, verdict: NotSent | NotReady | Unknown) -> HandOffState:
    if isinstance(verdict, Unknown):
        return _H.UNKNOWN
    if isinstance(verdict, NotSent):
        return _H.PREPARED
    return _H.WAITING_PARTNER if state is _H.SENDING else _H.READY_TO_CONFIRM


def _news(tx: Tx, caller: Caller, handoff: HandOff, found: PartnerOrder) -> HandOff:
    """What the partner says of it, where that is a step forward; late and repeated news changes nothing."""
    not_made = found.state in _NOT_MADE and handoff.state is not _H.CANCEL_REFUSED
    state = _H.REJECTED if not_made else found.state
    if not _is_news(handoff, state):
        return handoff
    note = found.note or (f"{handoff.partner} has {found.state.value} it." if not_made else "")
    partner_order_id = found.partner_order_id or handoff.partner_order_id
    held_by = handoff.partner if state is _H.ON_HOLD else ""
    became = tx.orders.move_handoff(handoff, state, caller, note, partner_order_id=partner_order_id, held_by=held_by)
    order_follows(tx, caller, handoff.order_id, note)
    return became


def _is_news(handoff: HandOff, state: HandOffState) -> bool:
    if state not in (*AT_PARTNER, *_NOT_MADE, _H.ON_HOLD, _H.RETURNED) or state not in HANDOFF_MOVES[handoff.state]:
        return False
    if handoff.state is _H.CANCEL_REFUSED:
        # it says more than where the making stands, until something has left or ended
        return state in _OVER or state is _H.PARTLY_SHIPPED
    if handoff.state is _H.ON_HOLD and handoff.held_from in RANK:
        return state not in RANK or RANK[state] >= RANK[HandOffState(handoff.held_from)]
    return True


def _papers(order: HandOffOrder, folder: Path) -> tuple[HandOffDocument, ...]:
    drawn = [("packing-slip.pdf", papers.packing_slip(order))]
    drawn += [(f"job-ticket-{item.line}.pdf", papers.job_ticket(order, item)) for item in order.items]
    made = []
    for name, data in drawn:
        path = folder / name
        path.write_bytes(data)
        made.append(HandOffDocument(name, "application/pdf", path))
    return tuple(made)


def _checks(version: Version, files: Sequence[PrintFile]) -> tuple[str, ...]:
    lines = [
        f"{f.area}: {f.output_ppi:.0f} ppi, source {f.source_ppi:.0f} ppi, {f.findings.verdict}"
        for f in files
        if f.format == "png"
    ]
    return (*lines, f"recipe {version.recipe_sha256[:12]}")
