"""Orders: taken once per reference, paid before anything leaves, held until a person releases them."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace

from fulfillment.base import Accepted, Rejected
from pod.failpoints import fail_at
from pod.model.caller import Caller
from pod.model.errors import Conflict, InputRefused, PodError, Problems
from pod.model.handoff import HandOff, HandOffState, new_reference
from pod.model.job import Lane, NewJob
from pod.model.listing import History, Page
from pod.model.money import Money
from pod.model.order import ORDER_MOVES, Order, OrderItem, OrderState, ShipTo
from pod.model.product import Product
from pod.model.states import moved
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox, must_be_seen, must_look, must_operate, partner_of

MAX_QUANTITY = 10_000
_FIELD_CHARS = 120
_DEFAULT_PARTNER = "manual"
_ENDED_THERE = (HandOffState.REJECTED, HandOffState.CANCELLED)
_UNFINISHED = (
    HandOffState.WAITING,
    HandOffState.PREPARED,
    HandOffState.SENDING,
    HandOffState.UNKNOWN,
    HandOffState.WAITING_PARTNER,
    HandOffState.READY_TO_CONFIRM,
    HandOffState.CONFIRMING,
)
"""What a job brings further: where the outcome of a call is open, it looks before it sends."""

NOT_OUT = (*_UNFINISHED, HandOffState.ON_HOLD, HandOffState.REJECTED)
"""What `hand_off` can do something about."""

_NOT_SENT = (HandOffState.WAITING, HandOffState.PREPARED, HandOffState.ON_HOLD, HandOffState.REJECTED)


class Orders:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def place(
        self, caller: Caller, external_ref: str, ship_to: ShipTo, items: Sequence[OrderItem], partner: str = ""
    ) -> tuple[Order, bool]:
        """The order, and whether it is new: the same reference again is the same order, never a second one."""
        with self._tools.store.writing() as tx:
            there = tx.orders.by_external_ref(caller.tenant_id, external_ref) if external_ref else None
            if there:
                return self._same(there, ship_to, items), False
            order = self._new(tx, caller, external_ref, ship_to, items, partner)
            tx.orders.add(order)
            fail_at("order_before_commit")
        fail_at("order_after_commit")
        return order, True

    def _same(self, there: Order, ship_to: ShipTo, items: Sequence[OrderItem]) -> Order:
        ours = [(i.version_id, i.variant, i.quantity) for i in there.items]
        if ours != [(i.version_id, i.variant, i.quantity) for i in items] or asdict(there.ship_to) != asdict(ship_to):
            raise Conflict(
                "order_differs",
                f"The reference {there.external_ref} belongs to an order with other lines or another address.",
                "Use a new reference, or cancel that order first.",
                order_id=there.id,
            )
        return there

    def _new(
        self, tx: Tx, caller: Caller, external_ref: str, ship_to: ShipTo, items: Sequence[OrderItem], partner: str
    ) -> Order:
        problems = [*_wrong_reference(external_ref), *_wrong_address(ship_to)]
        if not items:
            problems.append(("items", InputRefused("no_items", "An order needs at least one line.", "Add one.")))
        if partner and partner not in self._tools.partners:
            problems.append(
                (
                    "partner",
                    InputRefused(
                        "unknown_partner",
                        f"There is no partner “{partner}” here.",
                        f"Set up are: {', '.join(self._tools.partners)}.",
                    ),
                )
            )
        for line, item in enumerate(items, 1):
            problems += [(f"items[{line}]", e) for e in self._wrong_item(tx, caller, item)]
        if problems:
            raise Problems("order", "This order cannot be taken yet.", problems)
        return Order(
            id=secrets.token_hex(16),
            tenant_id=caller.tenant_id,
            external_ref=external_ref,
            state=OrderState.RECEIVED,
            items=tuple(replace(item, id=secrets.token_hex(16), price=self._price(caller, item)) for item in items),
            ship_to=ship_to,
            created_at=self._tools.clock.now(),
            actor=caller.actor,
            partner=partner or _DEFAULT_PARTNER,
        )

    def _wrong_item(self, tx: Tx, caller: Caller, item: OrderItem) -> Iterator[PodError]:
        try:
            refuse_quantity(item.quantity)
        except PodError as e:
            yield e
        try:
            version = tx.designs.version(caller.tenant_id, item.version_id)
            product = self._tools.catalogue.product(item.sku)
        except PodError as e:
            yield e
            return
        if version.recipe.product != product.sku:
            yield InputRefused(
                "other_product",
                f"This version was approved for {version.recipe.product}, not for {product.sku}.",
                "Make a version for this product first.",
            )
        if not tx.designs.approvals(caller.tenant_id, version.id):
            yield InputRefused("not_approved", "This version has not been approved.", "Approve its proof, then order.")
        yield from _wrong_variant(product, item.variant, version.recipe.cloth)

    def _price(self, caller: Caller, item: OrderItem) -> Money | None:
        return price_of(self._tools.catalogue.product(item.sku), item.variant, caller.tenant_id)

    def get(self, caller: Caller, order_id: str) -> Order:
        with self._tools.store.reading() as tx:
            return tx.orders.get(caller.tenant_id, order_id)

    def handoffs(self, caller: Caller, order_id: str) -> Sequence[HandOff]:
        with self._tools.store.reading() as tx:
            return tx.orders.handoffs(caller.tenant_id, order_id)

    def history(self, caller: Caller, subject: str) -> Sequence[History]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.designs.history(caller.tenant_id, subject)

    def page(self, caller: Caller, *, state: str = "", q: str = "", cursor: str = "", limit: int = 50) -> Page[Order]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.orders.page(caller.tenant_id, state=state, q=q, cursor=cursor, limit=max(1, min(200, limit)))

    def mark_paid(self, caller: Caller, order_id: str, *, seen: int | None = None) -> Order:
        """Received becomes paid, and its hand-off is queued, in one commit. Pod takes no cards: an operator says so."""
        must_operate(caller)
        with self._tools.store.writing() as tx:
            order = _seen(tx, caller, order_id, seen)
            # from a hold, paid is where a release leads: it must not be a second way out of it, nor a second hand-off
            if order.state is not OrderState.RECEIVED:
                raise Conflict(
                    "not_received",
                    f"The order is {_words(order.state)}: only one that is received can be marked paid.",
                    "Release it first." if order.state is OrderState.ON_HOLD else "There is nothing to mark.",
                )
            paid = tx.orders.move(
                order, OrderState.PAID, caller, "marked paid", paid_by=caller.actor, paid_at=self._tools.clock.now()
            )
            handoff = self._new_handoff(caller, order, tuple(i.id for i in order.items))
            tx.orders.add_handoff(handoff)
            job_id = tx.jobs.enqueue(order.tenant_id, handoff_job(handoff.reference, paid.revision))
        self._tools.dispatcher.kick(job_id, Lane.HANDOFF)
        return paid

    def _new_handoff(self, caller: Caller, order: Order, item_ids: tuple[str, ...]) -> HandOff:
        return HandOff(
            reference=new_reference(),
            tenant_id=order.tenant_id,
            order_id=order.id,
            partner=order.partner,
            state=HandOffState.WAITING,
            item_ids=item_ids,
            created_at=self._tools.clock.now(),
            actor=caller.actor,
        )

    def hold(self, caller: Caller, order_id: str, reason: str, *, seen: int | None = None) -> Order:
        """Nothing of a held order leaves, however long it is held: only `release` ends it."""
        must_operate(caller)
        if not reason.strip():
            raise InputRefused("no_reason", "A hold needs a reason.", "Say what has to happen before it is released.")
        with self._tools.store.writing() as tx:
            order = _seen(tx, caller, order_id, seen)
            return tx.orders.move(order, OrderState.ON_HOLD, caller, reason.strip()[:500])

    def release(self, caller: Caller, order_id: str, *, seen: int | None = None) -> Order:
        """Back to where the hold found it; hand-offs that had not gone out are queued again."""
        must_operate(caller)
        with self._tools.store.writing() as tx:
            order = _seen(tx, caller, order_id, seen)
            if order.state is not OrderState.ON_HOLD:
                raise Conflict(
                    "not_held", f"The order is {_words(order.state)}, not on hold.", "There is nothing to release."
                )
            released = tx.orders.move(order, OrderState(order.held_from), caller, "released")
            jobs = self._queue_again(tx, released)
        for job_id in jobs:
            self._tools.dispatcher.kick(job_id, Lane.HANDOFF)
        return released

    def hand_off(self, caller: Caller, order_id: str, *, seen: int | None = None) -> Order:
        """Asks for what has not gone out to go out now: held or refused hand-offs are checked and queued again."""
        must_operate(caller)
        used_up = self._names_used_up(caller, order_id)
        with self._tools.store.writing() as tx:
            order = _seen(tx, caller, order_id, seen)
            if order.state not in (OrderState.PAID, OrderState.IN_PROGRESS):
                raise Conflict(
                    "not_paid",
                    f"The order is {_words(order.state)}: nothing is handed off before it is paid.",
                    "Mark it paid, or release it, first.",
                )
            for handoff in tx.orders.handoffs(caller.tenant_id, order_id):
                self._put_forward(tx, caller, order, handoff, handoff.reference in used_up)
            jobs = self._queue_again(tx, order, f":{secrets.token_hex(4)}")
            if not jobs:
                raise Conflict(
                    "all_handed_off", "Everything of this order is at its partner already.", "Look it up there instead."
                )
        for job_id in jobs:
            self._tools.dispatcher.kick(job_id, Lane.HANDOFF)
        return order

    def _names_used_up(self, caller: Caller, order_id: str) -> frozenset[str]:
        """References of refused hand-offs that the partner keeps as refused: under that name nothing is taken again."""
        refused = [h for h in self.handoffs(caller, order_id) if h.state is HandOffState.REJECTED]
        there = {h.reference: partner_of(self._tools, h).find(h.reference) for h in refused}
        return frozenset(reference for reference, found in there.items() if found and found.state in _ENDED_THERE)

    def _put_forward(self, tx: Tx, caller: Caller, order: Order, handoff: HandOff, used_up: bool) -> None:
        if handoff.state is HandOffState.ON_HOLD:
            tx.orders.move_handoff(handoff, HandOffState(handoff.held_from), caller, "released by hand")
        elif handoff.state is HandOffState.REJECTED and used_up:
            anew = self._new_handoff(caller, order, handoff.item_ids)
            tx.orders.move_handoff(
                handoff, HandOffState.CANCELLED, caller, f"refused; handed off anew as {anew.reference}"
            )
            tx.orders.add_handoff(anew)
        elif handoff.state is HandOffState.REJECTED:
            # refused before anything was there: the same name, and so never twice
            tx.orders.move_handoff(handoff, HandOffState.PREPARED, caller, "sent again by hand", partner_order_id="")

    def _queue_again(self, tx: Tx, order: Order, mark: str = "") -> list[int]:
        waiting = [h for h in tx.orders.handoffs(order.tenant_id, order.id) if self._unfinished(h)]
        return [tx.jobs.enqueue(order.tenant_id, handoff_job(h.reference, order.revision, mark)) for h in waiting]

    def _unfinished(self, handoff: HandOff) -> bool:
        if handoff.state is HandOffState.ACCEPTED:
            return partner_of(self._tools, handoff).needs_confirm
        return handoff.state in _UNFINISHED

    def cancel(self, caller: Caller, order_id: str, reason: str = "", *, seen: int | None = None) -> Order:
        """Before anything has gone out it simply ends; afterwards each partner is asked, and may refuse."""
        must_operate(caller)
        order = self.get(caller, order_id)
        must_be_seen("order", order.revision, seen)
        # no partner is asked to stop what cannot be cancelled here
        moved("order", ORDER_MOVES, order.state, OrderState.CANCELLED)
        for handoff in self.handoffs(caller, order_id):
            self._cancel_handoff(caller, handoff)
        with self._tools.store.writing() as tx:
            return tx.orders.move(
                tx.orders.get(caller.tenant_id, order.id),
                OrderState.CANCELLED,
                caller,
                reason.strip()[:500] or "cancelled",
            )

    def _cancel_handoff(self, caller: Caller, handoff: HandOff) -> None:
        if handoff.state is HandOffState.CANCELLED:
            return
        if handoff.state in _NOT_SENT:
            with self._tools.store.writing() as tx:
                tx.orders.move_handoff(handoff, HandOffState.CANCELLED, caller, "cancelled before it went out")
            return
        with self._tools.store.writing() as tx:
            asked = tx.orders.move_handoff(handoff, HandOffState.CANCEL_REQUESTED, caller)
        verdict = partner_of(self._tools, handoff).cancel(handoff.reference)
        with self._tools.store.writing() as tx:
            if isinstance(verdict, Accepted):
                tx.orders.move_handoff(asked, HandOffState.CANCELLED, caller)
                return
            reason = verdict.reason if isinstance(verdict, Rejected) else "The partner did not answer."
            tx.orders.move_handoff(asked, HandOffState.CANCEL_REFUSED, caller, reason)
        raise Conflict(
            "cancel_refused", f"The partner did not cancel: {reason}", "It goes on being made; call the partner."
        )

    def reprint(self, caller: Caller, order_id: str, reason: str, *, seen: int | None = None) -> Order:
        """The same lines again as a new order, linked to this one. It is received, not paid: nothing leaves by itself."""
        must_operate(caller)
        if not reason.strip():
            raise InputRefused("no_reason", "A reprint needs a reason.", "Say what was wrong with the first one.")
        with self._tools.store.writing() as tx:
            order = _seen(tx, caller, order_id, seen)
            again = replace(
                order,
                id=secrets.token_hex(16),
                external_ref=f"{order.external_ref[:100]}-r{secrets.token_hex(3)}",
                state=OrderState.RECEIVED,
                items=tuple(replace(i, id=secrets.token_hex(16)) for i in order.items),
                created_at=self._tools.clock.now(),
                actor=caller.actor,
                reason=reason.strip()[:500],
                paid_by="",
                paid_at=None,
                revision=0,
                reprint_of=order.id,
                held_from="",
            )
            tx.orders.add(again)
        return again


def refuse_quantity(quantity: int) -> None:
    if not 1 <= quantity <= MAX_QUANTITY:
        raise InputRefused(
            "quantity",
            f"A quantity of {quantity} cannot be ordered.",
            f"Order 1 to {MAX_QUANTITY} pieces.",
            measured=quantity,
            required=f"1–{MAX_QUANTITY}",
        )


def _seen(tx: Tx, caller: Caller, order_id: str, seen: int | None) -> Order:
    order = tx.orders.get(caller.tenant_id, order_id)
    must_be_seen("order", order.revision, seen)
    return order


def _words(state: OrderState) -> str:
    return state.value.replace("_", " ")


def handoff_job(reference: str, revision: int, mark: str = "") -> NewJob:
    return NewJob(
        "hand_off", Lane.HANDOFF, f"handoff:{reference}:{revision}{mark}", reference, priority=10, max_attempts=30
    )


def price_of(product: Product, variant: str, tenant_id: str) -> Money | None:
    """The newest price row that fits; a tenant's own row and a variant's own row go before the general one."""
    fitting = [p for p in product.prices if p.variant in ("", variant) and p.tenant in ("", tenant_id) and not p.area]
    best = max(fitting, key=lambda p: (p.tenant != "", p.variant != "", p.since), default=None)
    return best.price if best else None


def _wrong_variant(product: Product, variant: str, cloth: str) -> Iterator[PodError]:
    found = next((v for v in product.variants if v.sku == variant), None)
    if found is None:
        sizes = ", ".join(product.sizes)
        yield InputRefused(
            "unknown_variant",
            f"{product.name} has no variant “{variant}”.",
            f"Write {product.sku}/<size>/{cloth}; sizes: {sizes}.",
        )
    elif found.cloth != cloth:
        yield InputRefused(
            "other_cloth",
            f"The approved proof shows {cloth}, the order says {found.cloth}.",
            f"Order {product.sku}/{found.size}/{cloth}, or approve a version on {found.cloth}.",
        )


def _wrong_reference(external_ref: str) -> Iterator[tuple[str, PodError]]:
    if not re.fullmatch(r"[\w.:#/-]{1,128}", external_ref):
        yield (
            "external_ref",
            InputRefused(
                "external_ref",
                f"“{external_ref[:40]}” cannot be an order's reference.",
                "Use 1 to 128 letters, digits and . : # / - _.",
            ),
        )


def _wrong_address(to: ShipTo) -> Iterator[tuple[str, PodError]]:
    for field in ("name", "line1", "city", "country"):
        if not getattr(to, field).strip():
            yield (
                f"ship_to.{field}",
                InputRefused("address", f"The address has no {field}.", "Fill it in: parcels come back without it."),
            )
    for field, value in asdict(to).items():
        if len(value) > _FIELD_CHARS:
            yield (
                f"ship_to.{field}",
                InputRefused(
                    "address", f"The address's {field} has {len(value)} characters.", f"{_FIELD_CHARS} fit on a label."
                ),
            )
    if to.country and not re.fullmatch(r"[A-Z]{2}", to.country):
        yield (
            "ship_to.country",
            InputRefused(
                "address",
                f"“{to.country[:20]}” is not a country code.",
                "Use two letters (ISO 3166-1), for example GB.",
            ),
        )
