"""Claims: reported by the customer, the shop or its program; told to the partner by a person; and what came of them.

No partner takes claims by its API: a person tells them on their own page, and writes down here that it was done and what they
answered. Until then the partner's window is counted down.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pod.model.artwork import FileRef
from pod.model.caller import Caller
from pod.model.claim import UNSETTLED, Claim, ClaimKind, ClaimState, Payer
from pod.model.errors import Conflict, InputRefused, PodError, Problems
from pod.model.handoff import HandOff, HandOffState
from pod.model.listing import History, Page
from pod.model.message import Event
from pod.model.money import Money
from pod.model.order import Order, OrderState
from pod.model.states import in_words
from pod.services.aftercare.reprints import Reprints
from pod.services.aftercare.windows import Window, window_of
from pod.services.messages.announcing import announce
from pod.services.orders import Orders
from pod.services.pictures import Pictures
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox, must_be_seen, must_look, must_operate

MAX_PICTURES = 6
MAX_WORDS = 2000
_GONE_OUT = (OrderState.IN_PROGRESS, OrderState.DONE)


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """`window` is None where nothing is known of the partner's; `days_left` also while nothing has left."""

    claim: Claim
    order: Order
    window: Window | None
    days_left: int | None


class Claims:
    def __init__(self, tools: Toolbox, orders: Orders, reprints: Reprints, pictures: Pictures) -> None:
        self._tools = tools
        self._orders = orders
        self._reprints = reprints
        self._pictures = pictures

    def report(
        self,
        caller: Caller,
        order_id: str,
        kind: ClaimKind,
        words: str,
        *,
        item_ids: Sequence[str] = (),
        pictures: Sequence[bytes] = (),
    ) -> Claim:
        """What is wrong, in the words and pictures of whoever has it in hand. The same report again is the same claim.

        Pictures come in by the one door: read under limits, and written anew.
        """
        with self._tools.store.reading() as tx:
            order = tx.orders.get(caller.tenant_id, order_id)
            handoff = _handoff_of(tx.orders.handoffs(caller.tenant_id, order_id), item_ids)
        self._refuse(order, words, item_ids, pictures)
        claim = self._claim(caller, order, handoff, kind, words.strip(), item_ids, self._kept(pictures))
        with self._tools.store.writing() as tx:
            if not tx.claims.add(claim, caller):
                return tx.claims.get(caller.tenant_id, claim.id)
            announce(tx, caller.tenant_id, Event.CLAIM_REPORTED, claim.id, claim=claim.id)
        return claim

    def _refuse(self, order: Order, words: str, item_ids: Sequence[str], pictures: Sequence[bytes]) -> None:
        problems: list[tuple[str, PodError]] = []
        if order.state not in _GONE_OUT:
            hint = "Cancel or change the order instead."
            problems.append(("order", Conflict("not_out", f"The order is {in_words(order.state)}.", hint)))
        if not 0 < len(words.strip()) <= MAX_WORDS:
            told = f"The report has {len(words.strip())} characters."
            problems.append(("words", InputRefused("words", told, f"Say what is wrong in 1 to {MAX_WORDS}.")))
        if set(item_ids) - {item.id for item in order.items}:
            problems.append(
                ("items", InputRefused("unknown_line", "The order has no such line.", "Take one of its own."))
            )
        if len(pictures) > MAX_PICTURES:
            told = f"There are {len(pictures)} pictures."
            problems.append(("pictures", InputRefused("too_many_pictures", told, f"Send at most {MAX_PICTURES}.")))
        if problems:
            raise Problems("claim", "This cannot be reported yet.", problems)

    def _kept(self, pictures: Sequence[bytes]) -> tuple[FileRef, ...]:
        """All of them, or what is wrong with which."""
        kept, problems = list[FileRef](), list[tuple[str, PodError]]()
        for n, data in enumerate(pictures, 1):
            try:
                kept.append(self._pictures.kept(data))
            except InputRefused as e:
                problems.append((f"pictures[{n}]", e))
        if problems:
            raise Problems("claim", "Some of the pictures cannot be used.", problems)
        return tuple(kept)

    def _claim(
        self,
        caller: Caller,
        order: Order,
        handoff: HandOff,
        kind: ClaimKind,
        words: str,
        item_ids: Sequence[str],
        pictures: tuple[FileRef, ...],
    ) -> Claim:
        lines = tuple(item.id for item in order.items if item.id in item_ids)
        # by what an order is called outside, and not by ids of our own: those are others when it is taken anew after a restore
        nth = [n for n, item in enumerate(order.items) if item.id in item_ids]
        said = [order.tenant_id, order.external_ref, kind.value, words, nth, [p.sha256 for p in pictures]]
        return Claim(
            id=hashlib.sha256(json.dumps(said).encode()).hexdigest()[:32],
            tenant_id=order.tenant_id,
            order_id=order.id,
            reference=handoff.reference,
            partner=handoff.partner,
            kind=kind,
            words=words,
            created_at=self._tools.clock.now(),
            actor=caller.actor,
            item_ids=lines,
            pictures=pictures,
        )

    # --- what comes of it

    def hand_on(self, caller: Caller, claim_id: str, *, seen: int | None = None) -> Claim:
        """The partner has been told."""
        return self._moved(caller, claim_id, ClaimState.WITH_PARTNER, seen)

    def refuse(self, caller: Caller, claim_id: str, answer: str, *, seen: int | None = None) -> Claim:
        """By the partner, or by the shop: in words that the customer reads."""
        if not answer.strip():
            raise InputRefused("no_answer", "A refusal needs its reason: the customer reads it.", "Say what they said.")
        return self._moved(caller, claim_id, ClaimState.REFUSED, seen, answer=answer.strip()[:MAX_WORDS])

    def reopen(self, caller: Caller, claim_id: str, *, seen: int | None = None) -> Claim:
        return self._moved(caller, claim_id, ClaimState.REPORTED, seen)

    def refund(
        self, caller: Caller, claim_id: str, cost: Money, payer: Payer, answer: str = "", *, seen: int | None = None
    ) -> Claim:
        """Books what was paid back, and who bears it. Pod pays nobody: the shop has done it, or the partner."""
        if cost.micros <= 0:
            raise InputRefused("no_amount", f"{cost} is nothing to pay back.", "Give the amount that was paid back.")
        if payer is Payer.CUSTOMER:
            raise InputRefused(
                "payer", "The customer does not pay for their own refund.", "It is the partner or the shop."
            )
        told = {"cost": cost, "payer": payer, "answer": answer.strip()[:MAX_WORDS]}
        return self._moved(caller, claim_id, ClaimState.REFUNDED, seen, **told)

    def reprint(
        self, caller: Caller, claim_id: str, payer: Payer, answer: str = "", *, seen: int | None = None
    ) -> Claim:
        """Makes its lines again, once for a claim however often it is asked.

        Where the partner or the shop bears it there is no money to wait for, and whoever says so has marked it paid.
        """
        must_operate(caller)
        claim = self._open(caller, claim_id, seen)
        # not the customer's words, which go when their address goes
        reason = f"{in_words(claim.kind)}, as was reported"
        actor = Caller(caller.tenant_id, f"claim:{claim.id}", caller.role, caller.origin)
        again = self._reprints.reprint(
            actor, claim.order_id, reason, key=claim.id, payer=payer, item_ids=claim.item_ids
        )
        told = {"reprint_id": again.id, "payer": payer, "answer": answer.strip()[:MAX_WORDS]}
        done = self._moved(caller, claim_id, ClaimState.REPRINTED, seen, **told)
        if payer is not Payer.CUSTOMER and again.state is OrderState.RECEIVED:
            self._orders.mark_paid(caller, again.id)
        return done

    def _open(self, caller: Caller, claim_id: str, seen: int | None) -> Claim:
        with self._tools.store.reading() as tx:
            claim = tx.claims.get(caller.tenant_id, claim_id)
        must_be_seen("claim", claim.revision, seen)
        if claim.state not in UNSETTLED:
            raise Conflict(
                "claim_settled", f"The claim is {in_words(claim.state)}.", "There is nothing left to decide."
            )
        return claim

    def _moved(self, caller: Caller, claim_id: str, to: ClaimState, seen: int | None, **changes: Any) -> Claim:
        must_operate(caller)
        with self._tools.store.writing() as tx:
            claim = tx.claims.get(caller.tenant_id, claim_id)
            must_be_seen("claim", claim.revision, seen)
            moved = tx.claims.move(claim, to, caller, **changes)
            if to in (ClaimState.REFUNDED, ClaimState.REPRINTED, ClaimState.REFUSED):
                name = f"{claim.id}.{moved.revision}"
                announce(tx, caller.tenant_id, Event.CLAIM_SETTLED, name, claim=claim.id)
        return moved

    # --- looking

    def page(self, caller: Caller, *, state: str = "", cursor: str = "", limit: int = 50) -> Page[ClaimShown]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            page = tx.claims.page(caller.tenant_id, state=state, cursor=cursor, limit=max(1, min(200, limit)))
            return Page(self._shown(tx, page.items), page.next_cursor, page.counts)

    def of_order(self, caller: Caller, order_id: str) -> tuple[ClaimShown, ...]:
        """By its link: whoever has that may see what became of it."""
        with self._tools.store.reading() as tx:
            return self._shown(tx, tx.claims.of_order(caller.tenant_id, order_id))

    def history(self, caller: Caller, claim_id: str) -> Sequence[History]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.designs.history(caller.tenant_id, claim_id)

    def costs(self, caller: Caller) -> Mapping[Payer, Sequence[Money]]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.claims.costs(caller.tenant_id)

    def _shown(self, tx: Tx, claims: Sequence[Claim]) -> tuple[ClaimShown, ...]:
        now: datetime = self._tools.clock.now()
        shown = []
        for claim in claims:
            window = window_of(tx, claim, self._tools.partners)
            order = tx.orders.get(claim.tenant_id, claim.order_id)
            shown.append(ClaimShown(claim, order, window, window.days_left(now) if window else None))
        return tuple(shown)


def _handoff_of(handoffs: Sequence[HandOff], item_ids: Sequence[str]) -> HandOff:
    """The one that its lines went by, or else the newest that was not called off."""
    live = [h for h in handoffs if h.state is not HandOffState.CANCELLED]
    if not live:
        raise Conflict("not_out", "Nothing of this order has been made.", "Cancel or change the order instead.")
    return next((h for h in live if set(item_ids) & set(h.item_ids)), live[-1])
