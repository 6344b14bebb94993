"""Hand-offs: an approved and paid order's items reach their partner, and the effect happens once.

`sending` is committed before the call. Whoever finds a hand-off there, or at `unknown`, waits until the partner has had
time to finish, asks for our reference, and only when it is surely absent sends again. "No answer" is never an error and
never a success. A process that is paused between its last check and the send may still double at a partner that can only
be looked up; partners say in `capability` what they can do.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from fulfillment.base import (
    Accepted,
    Capability,
    HandOffDocument,
    HandOffFile,
    HandOffItem,
    HandOffOrder,
    NotReady,
    NotSent,
    PartnerOrder,
    Rejected,
    Unknown,
)
from pod.failpoints import fail_at
from pod.model.caller import Caller, system_caller
from pod.model.design import Version
from pod.model.errors import PartnerFailed, PodError
from pod.model.handoff import HANDOFF_MOVES, RANK, HandOff, HandOffState
from pod.model.job import Done, Job, JobOutcome, Later
from pod.model.listing import Page
from pod.model.order import Order, OrderItem, OrderState
from pod.model.printfile import PrintFile
from pod.services import papers
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox, must_look, must_operate, needed_approvals, partner_of

_AT_PARTNER = frozenset(s for s in RANK if RANK[s] >= RANK[HandOffState.ACCEPTED])
_TRY_AGAIN_S = 15.0


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
        found = partner_of(self._tools, handoff).get(reference)
        if found is None:
            raise PartnerFailed(
                "not_at_partner",
                f"{handoff.partner} knows nothing of {reference}.",
                "Hand it off again, or call the partner.",
            )
        return self._news(caller, handoff, found)

    def _news(self, caller: Caller, handoff: HandOff, found: PartnerOrder) -> HandOff:
        became = _by_news(handoff.state, found.state)
        if became is None:
            return handoff
        words = found.note or ("" if became in RANK else f"The partner says: {found.state.value.replace('_', ' ')}.")
        with self._tools.store.writing() as tx:
            return tx.orders.move_handoff(handoff, became, caller, words, partner_order_id=found.partner_order_id)

    # --- the job

    def advance(self, job: Job) -> JobOutcome:
        """Job `hand_off`: one step from the state that is found; each state has its own.

        A hold or a refusal is a state with a reason and a way out: the job that found it is done, not parked beside it.
        """
        me = system_caller(job.tenant_id, "hand_off")
        with self._tools.store.reading() as tx:
            handoff = tx.orders.handoff(job.tenant_id, job.subject)
            order = tx.orders.get(job.tenant_id, handoff.order_id)
        if order.state in (OrderState.ON_HOLD, OrderState.CANCELLED, OrderState.DONE):
            return Done()
        step = self._steps().get(handoff.state)
        return step(me, order, handoff) if step else Done()

    def _steps(self) -> Mapping[HandOffState, Callable[[Caller, Order, HandOff], JobOutcome]]:
        return {
            HandOffState.WAITING: self._check,
            HandOffState.PREPARED: self._send,
            HandOffState.SENDING: self._found_unsure,
            HandOffState.CONFIRMING: self._found_unsure,
            HandOffState.UNKNOWN: self._look_before_sending,
            HandOffState.ACCEPTED: self._confirm,
            HandOffState.WAITING_PARTNER: self._confirm,
            HandOffState.READY_TO_CONFIRM: self._confirm,
        }

    def _check(self, me: Caller, order: Order, handoff: HandOff) -> JobOutcome:
        """Paid, approved, unchanged, complete: otherwise held with the sentence, and nothing has left."""
        if order.state not in (OrderState.PAID, OrderState.IN_PROGRESS):
            return Done()
        reason = self._why_not(order, handoff)
        if not reason:
            try:
                with self._payload(order, handoff) as payload:
                    wrong = partner_of(self._tools, handoff).validate(payload)
                    reason = " ".join(str(e) for e in wrong)
                    sha = payload_sha256(payload)
            except PodError as e:
                reason = str(e)
        with self._tools.store.writing() as tx:
            if reason:
                tx.orders.move_handoff(handoff, HandOffState.ON_HOLD, me, reason, held_by="pod")
                return Done()
            tx.orders.move_handoff(handoff, HandOffState.PREPARED, me, payload_sha256=sha)
            if order.state is OrderState.PAID:
                tx.orders.move(order, OrderState.IN_PROGRESS, me)
        return Later(0.0, "prepared")

    def _why_not(self, order: Order, handoff: HandOff) -> str:
        """ "" when every line is approved and its files are, byte for byte, what was approved."""
        with self._tools.store.reading() as tx:
            for item in self._items(order, handoff):
                version = tx.designs.version(order.tenant_id, item.version_id)
                files = tx.designs.print_files(order.tenant_id, item.version_id)
                approvals = tx.designs.approvals(order.tenant_id, item.version_id)
                missing = needed_approvals(self._tools.approvals) - {a.role for a in approvals}
                if missing:
                    return f"{item.sku} lacks the approval of the {' and the '.join(sorted(missing))}."
                if not files:
                    return f"{item.sku} has no print file: a blank product is never ordered."
                now = tuple(sorted((f"{f.area}.{f.format}", f.file.sha256) for f in files))
                for approval in approvals:
                    if (approval.print_files, approval.recipe_sha256, approval.artwork_sha256) != (
                        now,
                        version.recipe.sha256,
                        version.recipe.artwork.sha256,
                    ):
                        return f"{item.sku}: the files are not those that were approved. It needs a new approval."
                damaged = next((f for f in files if not self._tools.files.verify(f.file)), None)
                if damaged:
                    return f"{item.sku}: the stored file for {damaged.area} is missing or damaged. Make it again from its recipe."
        return ""

    def _send(self, me: Caller, order: Order, handoff: HandOff) -> JobOutcome:
        partner = partner_of(self._tools, handoff)
        with self._payload(order, handoff) as payload:
            if payload_sha256(payload) != handoff.payload_sha256:
                return self._hold(
                    me,
                    handoff,
                    "What would be sent is not what was prepared. Look at the order, then hand it off again.",
                )
            with self._tools.store.writing() as tx:
                if tx.orders.get(order.tenant_id, order.id).state is not OrderState.IN_PROGRESS:
                    return Done()
                sending = tx.orders.move_handoff(
                    handoff, HandOffState.SENDING, me, attempts=handoff.attempts + 1, sent_at=self._tools.clock.now()
                )
            fail_at("handoff_after_intent")
            verdict = partner.submit(payload)
        fail_at("handoff_after_send")
        return self._conclude(me, sending, verdict)

    def _conclude(
        self, me: Caller, sending: HandOff, verdict: Accepted | Rejected | NotSent | NotReady | Unknown
    ) -> JobOutcome:
        if isinstance(verdict, Accepted):
            return self._accept(me, sending, verdict.state, verdict.partner_order_id)
        with self._tools.store.writing() as tx:
            if isinstance(verdict, NotSent):
                tx.orders.move_handoff(sending, HandOffState.PREPARED, me, verdict.reason)
                return Later(verdict.retry_after_s, verdict.reason)
            if isinstance(verdict, NotReady):
                tx.orders.move_handoff(sending, HandOffState.WAITING_PARTNER, me, verdict.reason)
                return Later(verdict.retry_after_s, verdict.reason)
            if isinstance(verdict, Rejected):
                tx.orders.move_handoff(sending, HandOffState.REJECTED, me, verdict.reason)
                return Done()
            tx.orders.move_handoff(sending, HandOffState.UNKNOWN, me, verdict.reason)
            return Later(verdict.settle_s, verdict.reason)

    def _accept(self, me: Caller, sending: HandOff, state: HandOffState, partner_order_id: str) -> JobOutcome:
        with self._tools.store.writing() as tx:
            tx.orders.move_handoff(sending, state, me, partner_order_id=partner_order_id)
            fail_at("handoff_in_finish")
        fail_at("handoff_after_finish")
        waits = partner_of(self._tools, sending).needs_confirm and RANK[state] < RANK[HandOffState.CONFIRMED]
        return Later(0.0, "to be confirmed") if waits else Done()

    def _found_unsure(self, me: Caller, _: Order, handoff: HandOff) -> JobOutcome:
        """An earlier run was cut off during the call: it may have arrived."""
        with self._tools.store.writing() as tx:
            tx.orders.move_handoff(handoff, HandOffState.UNKNOWN, me, f"cut off while {handoff.state.value}")
        return Later(0.0, "to be looked up")

    def _look_before_sending(self, me: Caller, _: Order, handoff: HandOff) -> JobOutcome:
        partner = partner_of(self._tools, handoff)
        settled = (handoff.sent_at or self._tools.clock.now()) + timedelta(seconds=partner.settle_s)
        wait_s = (settled - self._tools.clock.now()).total_seconds()
        if wait_s > 0:
            return Later(wait_s, "the partner may still be working on it")
        try:
            found = partner.find(handoff.reference)
        except PodError as e:
            # a look-up that failed is not an absence
            return Later(_TRY_AGAIN_S, str(e))
        if found is None:
            with self._tools.store.writing() as tx:
                tx.orders.move_handoff(handoff, HandOffState.PREPARED, me, "surely not there")
            return Later(0.0, "to be sent")
        if found.payload_sha256 and found.payload_sha256 != handoff.payload_sha256:
            return self._hold(me, handoff, "The partner has another order under this reference. Call the partner.")
        state = found.state if found.state in _AT_PARTNER else HandOffState.ACCEPTED
        return self._accept(me, handoff, state, found.partner_order_id)

    def _confirm(self, me: Caller, _: Order, handoff: HandOff) -> JobOutcome:
        partner = partner_of(self._tools, handoff)
        if not partner.needs_confirm:
            return Done()
        if partner.capability is Capability.DRAFT_THEN_CONFIRM and partner.find(handoff.reference) is None:
            return self._hold(
                me, handoff, "The partner's draft has disappeared. Call the partner, then hand it off again."
            )
        with self._tools.store.writing() as tx:
            confirming = tx.orders.move_handoff(handoff, HandOffState.CONFIRMING, me)
        verdict = partner.confirm(handoff.reference)
        if isinstance(verdict, Accepted):
            return self._accept(me, confirming, verdict.state, verdict.partner_order_id or handoff.partner_order_id)
        with self._tools.store.writing() as tx:
            if isinstance(verdict, NotReady):
                tx.orders.move_handoff(confirming, HandOffState.READY_TO_CONFIRM, me, verdict.reason)
                return Later(verdict.retry_after_s, verdict.reason)
            if isinstance(verdict, Rejected):
                tx.orders.move_handoff(confirming, HandOffState.REJECTED, me, verdict.reason)
                return Done()
            tx.orders.move_handoff(confirming, HandOffState.UNKNOWN, me, verdict.reason)
            return Later(verdict.settle_s, verdict.reason)

    def _hold(self, me: Caller, handoff: HandOff, reason: str) -> JobOutcome:
        with self._tools.store.writing() as tx:
            tx.orders.move_handoff(handoff, HandOffState.ON_HOLD, me, reason, held_by="pod")
        return Done()

    # --- what is sent

    @contextmanager
    def _payload(self, order: Order, handoff: HandOff) -> Iterator[HandOffOrder]:
        """Everything the partner is told, with its papers drawn; the papers go when the block ends."""
        with self._tools.store.reading() as tx:
            items = tuple(self._line(tx, order, line, item) for line, item in enumerate(self._items(order, handoff), 1))
            bare = HandOffOrder(
                reference=handoff.reference,
                order_ref=order.external_ref,
                created_at=handoff.created_at,
                ship_to=order.ship_to,
                items=items,
            )
        with self._tools.files.workspace() as folder:
            yield replace(bare, documents=_papers(bare, folder))

    def _items(self, order: Order, handoff: HandOff) -> list[OrderItem]:
        return [item for item in order.items if item.id in handoff.item_ids]

    def _line(self, tx: Tx, order: Order, line: int, item: OrderItem) -> HandOffItem:
        version = tx.designs.version(order.tenant_id, item.version_id)
        files = tx.designs.print_files(order.tenant_id, version.id)
        proofs = tx.designs.proofs(order.tenant_id, version.id)
        approvals = tx.designs.approvals(order.tenant_id, version.id)
        product = self._tools.catalogue.product(item.sku)
        variant = next(v for v in product.variants if v.sku == item.variant)
        cloth = product.cloth(variant.cloth)
        return HandOffItem(
            line=line,
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
            files=tuple(self._file(f) for f in files),
            thumbnail=self._tools.files.path(proofs[0].picture) if proofs else None,
            approved_by=", ".join(f"{a.role} {a.at:%Y-%m-%d %H:%M} UTC" for a in approvals),
            checks=_checks(version, files),
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


def _by_news(ours: HandOffState, theirs: HandOffState) -> HandOffState | None:
    """What the partner's state makes of ours: a higher rank, a refusal, an end that was asked for; None for no news.

    News never ends a hold, and a partner that cancels by itself has refused.
    """
    became = theirs
    if theirs is HandOffState.CANCELLED and ours is not HandOffState.CANCEL_REQUESTED:
        became = HandOffState.REJECTED
    if ours is HandOffState.ON_HOLD or became not in HANDOFF_MOVES[ours]:
        return None
    lower = became in RANK and ours in RANK and RANK[became] <= RANK[ours]
    return None if lower else became


def payload_sha256(payload: HandOffOrder) -> str:
    """Over everything the partner is told, local paths and papers left out: a retry has to send the same."""
    plain: dict[str, Any] = asdict(payload)
    plain.pop("documents")
    for item in plain["items"]:
        item.pop("thumbnail")
        for file in item["files"]:
            file.pop("path")
    return hashlib.sha256(json.dumps(plain, sort_keys=True, default=str).encode()).hexdigest()


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
