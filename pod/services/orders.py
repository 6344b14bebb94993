"""Orders: taken once per reference, paid before anything leaves, held until a person releases them."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace

from pod.failpoints import fail_at
from pod.model.caller import Caller
from pod.model.erasure import Stage, of_reference
from pod.model.errors import Conflict, InputRefused, PodError, Problems
from pod.model.handoff import HandOff, HandOffState
from pod.model.job import Lane
from pod.model.listing import History, Page
from pod.model.money import Money
from pod.model.order import ORDER_MOVES, Order, OrderItem, OrderState, ShipTo, fingerprint
from pod.model.pricing import HOUSE_CURRENCY, price_for
from pod.model.product import Product
from pod.model.shipment import Shipment
from pod.model.states import in_words, moved
from pod.services.approving import why_not_approved
from pod.services.cancelling import Cancelling, still_wished
from pod.services.handoffjobs import handoff_job, never_placed, new_handoff, route_job, sent_anew
from pod.services.handoffsteps import BY_POD
from pod.services.news import order_follows
from pod.services.partnercare import health_key, knocked
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox, must_be_seen, must_look, must_operate

MAX_QUANTITY = 10_000
_FIELD_CHARS = 120
_NEEDED = {"name": "name", "line1": "street", "city": "town", "country": "country"}
"""Fields without which no parcel arrives, in a customer's words."""

_NOT_SENT = (HandOffState.WAITING, HandOffState.PREPARED)
UNFINISHED = (
    *_NOT_SENT,
    HandOffState.SENDING,
    HandOffState.UNKNOWN,
    HandOffState.WAITING_PARTNER,
    HandOffState.READY_TO_CONFIRM,
    HandOffState.CONFIRMING,
)
"""What its job brings further, if it runs."""

NOT_OUT = (*UNFINISHED, HandOffState.ON_HOLD, HandOffState.REJECTED)
"""What `hand_off` can do something about."""


class Orders:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools
        self._cancelling = Cancelling(tools)

    def place(
        self, caller: Caller, external_ref: str, ship_to: ShipTo, items: Sequence[OrderItem], partner: str = ""
    ) -> tuple[Order, bool]:
        """The order, and whether it is new: the same reference again is the same order, never a second one."""
        try:
            return self._place(caller, external_ref, ship_to, items, partner)
        except Conflict as e:
            if e.code != "already_there":
                raise
            # the same order came in twice at this moment, and the other one was first
            return self._place(caller, external_ref, ship_to, items, partner)

    def _place(
        self, caller: Caller, external_ref: str, ship_to: ShipTo, items: Sequence[OrderItem], partner: str
    ) -> tuple[Order, bool]:
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
        # whoever asks again asks as at first, wherever it goes by now
        its_address = there.ship_to == ship_to or there.placed_to == fingerprint(ship_to)
        if ours != [(i.version_id, i.variant, i.quantity) for i in items] or not its_address:
            raise Conflict(
                "order_differs",
                f"The reference {there.external_ref} belongs to an order with other lines or another address.",
                "Use a new reference, or cancel that order first.",
                order_id=there.id,
            )
        return there

    def wrong(
        self, caller: Caller, external_ref: str, ship_to: ShipTo, items: Sequence[OrderItem], partner: str = ""
    ) -> list[tuple[str, PodError]]:
        """(where, error) for everything that `place` would refuse; nothing is placed."""
        with self._tools.store.reading() as tx:
            return self._wrong(tx, caller, external_ref, ship_to, items, partner)

    def _wrong(
        self, tx: Tx, caller: Caller, external_ref: str, ship_to: ShipTo, items: Sequence[OrderItem], partner: str
    ) -> list[tuple[str, PodError]]:
        problems = [*_wrong_reference(external_ref), *address_lacks(ship_to)]
        if self._tools.erasures.knows(tx, of_reference(caller.tenant_id, external_ref, Stage.ERASED)):
            problems.append(("external_ref", _erased(external_ref)))
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
        return problems

    def _new(
        self, tx: Tx, caller: Caller, external_ref: str, ship_to: ShipTo, items: Sequence[OrderItem], partner: str
    ) -> Order:
        problems = self._wrong(tx, caller, external_ref, ship_to, items, partner)
        if problems:
            raise Problems("order", "This order cannot be taken yet.", problems)
        return Order(
            id=secrets.token_hex(16),
            tenant_id=caller.tenant_id,
            external_ref=external_ref,
            state=OrderState.RECEIVED,
            items=tuple(replace(item, id=secrets.token_hex(16), price=self._price(tx, caller, item)) for item in items),
            ship_to=ship_to,
            created_at=self._tools.clock.now(),
            actor=caller.actor,
            partner=partner or self._only_partner(),
        )

    def _only_partner(self) -> str:
        """Where there is one, nothing is to be chosen."""
        return next(iter(self._tools.partners)) if len(self._tools.partners) == 1 else ""

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
        yield from why_not_approved(tx, caller, version, self._tools.approvals)
        yield from _wrong_variant(product, item.variant, version.recipe.cloth)

    def _price(self, tx: Tx, caller: Caller, item: OrderItem) -> Money | None:
        product = self._tools.catalogue.product(item.sku)
        areas = tx.designs.version(caller.tenant_id, item.version_id).recipe.areas
        return price_for(product, item.variant, areas, caller.tenant_id, HOUSE_CURRENCY, self._tools.clock.now().date())

    def get(self, caller: Caller, order_id: str) -> Order:
        with self._tools.store.reading() as tx:
            return tx.orders.get(caller.tenant_id, order_id)

    def numbered(self, caller: Caller, external_ref: str) -> Order | None:
        """The order of this number of the shop's."""
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.orders.by_external_ref(caller.tenant_id, external_ref)

    def handoffs(self, caller: Caller, order_id: str) -> Sequence[HandOff]:
        with self._tools.store.reading() as tx:
            return tx.orders.handoffs(caller.tenant_id, order_id)

    def shipments(self, caller: Caller, order_id: str) -> Sequence[Shipment]:
        """The parcels of all its hand-offs."""
        with self._tools.store.reading() as tx:
            handoffs = tx.orders.handoffs(caller.tenant_id, order_id)
            return [parcel for h in handoffs for parcel in tx.orders.shipments(caller.tenant_id, h.reference)]

    def history(self, caller: Caller, subject: str) -> Sequence[History]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.designs.history(caller.tenant_id, subject)

    def page(self, caller: Caller, *, state: str = "", q: str = "", cursor: str = "", limit: int = 50) -> Page[Order]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return tx.orders.page(caller.tenant_id, state=state, q=q, cursor=cursor, limit=max(1, min(200, limit)))

    def mark_paid(self, caller: Caller, order_id: str, *, seen: int | None = None) -> Order:
        """Received becomes paid, and its hand-off is queued, in one commit; or the search for its partner, where it names
        none. Pod takes no cards: an operator says so."""
        must_operate(caller)
        with self._tools.store.writing() as tx:
            order = _seen(tx, caller, order_id, seen)
            # from a hold, paid is where a release leads: it must not be a second way out of it, nor a second hand-off
            if order.state is not OrderState.RECEIVED:
                raise Conflict(
                    "not_received",
                    f"The order is {in_words(order.state)}: only one that is received can be marked paid.",
                    "Release it first." if order.state is OrderState.ON_HOLD else "There is nothing to mark.",
                )
            paid = tx.orders.move(
                order, OrderState.PAID, caller, "marked paid", paid_by=caller.actor, paid_at=self._tools.clock.now()
            )
            job_id = self._sent_on(tx, caller, order)
            fail_at("paid_before_commit")
        fail_at("paid_after_commit")
        self._tools.dispatcher.kick(job_id, Lane.HANDOFF)
        return paid

    def _sent_on(self, tx: Tx, caller: Caller, order: Order) -> int:
        if not order.partner:
            return tx.jobs.wake(order.tenant_id, route_job(order.id))
        item_ids = tuple(i.id for i in order.items)
        handoff = new_handoff(caller, order, order.partner, item_ids, self._tools.clock.now(), _so_far(tx, order))
        tx.orders.add_handoff(handoff)
        return tx.jobs.enqueue(order.tenant_id, handoff_job(handoff.reference))

    def hold(self, caller: Caller, order_id: str, reason: str, *, seen: int | None = None) -> Order:
        """Nothing of a held order leaves, however long it is held: only `release` ends it."""
        must_operate(caller)
        if not reason.strip():
            raise InputRefused("no_reason", "A hold needs a reason.", "Say what has to happen before it is released.")
        with self._tools.store.writing() as tx:
            order = _seen(tx, caller, order_id, seen)
            return tx.orders.move(order, OrderState.ON_HOLD, caller, reason.strip()[:500])

    def hold_for(self, caller: Caller, order_id: str, reason: str) -> Order:
        """As `hold`; an order that is held already is held for this, too."""
        must_operate(caller)
        with self._tools.store.writing() as tx:
            order = tx.orders.lock(caller.tenant_id, order_id)
            if order.state is not OrderState.ON_HOLD:
                return tx.orders.move(order, OrderState.ON_HOLD, caller, reason)
            if reason in order.reason:
                return order
            return tx.orders.hold_longer(order, caller, f"{order.reason} {reason}"[:1000])

    def release(self, caller: Caller, order_id: str, *, seen: int | None = None) -> Order:
        """Back to where the hold found it; its hand-offs go on, and what was to be cancelled once its partners were asked is not."""
        must_operate(caller)
        with self._tools.store.writing() as tx:
            jobs = self._wake(tx, caller, order_id)
            order = _seen(tx, caller, order_id, seen)
            if order.state is not OrderState.ON_HOLD:
                raise Conflict("not_held", f"The order is {order.state}, not on hold.", "There is nothing to release.")
            to, now = OrderState(order.held_from), self._tools.clock.now()
            tx.orders.move(order, to, caller, "released", released_at=now, wish=still_wished(order))
            released = order_follows(tx, caller, order_id)
        self._kick(jobs)
        return released

    def hand_off(self, caller: Caller, order_id: str, *, seen: int | None = None) -> Order:
        """Asks for what has not gone out to go out now: held or refused hand-offs are checked and queued again."""
        must_operate(caller)
        with self._tools.store.writing() as tx:
            jobs = self._wake(tx, caller, order_id)
            order = _seen(tx, caller, order_id, seen)
            if order.state not in (OrderState.PAID, OrderState.IN_PROGRESS):
                raise Conflict(
                    "not_paid",
                    f"The order is {order.state.replace('_', ' ')}: nothing is handed off before it is paid.",
                    "Mark it paid, or release it, first.",
                )
            handoffs = tx.orders.handoffs(caller.tenant_id, order_id)
            if not any(handoff.state in NOT_OUT for handoff in handoffs) and not never_placed(tx, order):
                raise Conflict(
                    "all_handed_off", "Everything of this order is at its partner already.", "Look it up there instead."
                )
            for handoff in handoffs:
                jobs += self._once_more(tx, caller, order, handoff)
                tx.health.change(health_key(handoff.partner), knocked)
        self._kick(jobs)
        return order

    def _once_more(self, tx: Tx, caller: Caller, order: Order, handoff: HandOff) -> list[int]:
        """Back to where it can go on by itself, and the job of a new hand-off where this one's name is used up."""
        if handoff.state is HandOffState.ON_HOLD and handoff.held_by == BY_POD:
            unsure = handoff.held_from not in _NOT_SENT
            back = HandOffState.UNKNOWN if unsure else HandOffState.WAITING
            # whoever asks for it says that what the partner no longer knows may be sent anew, and at the price of the day
            released = {"partner_order_id": "", "held_by": "", "held_until": None, "quoted": None, "refused": ""}
            tx.orders.move_handoff(handoff, back, caller, "released by hand", **released)
        elif handoff.state is HandOffState.REJECTED and not handoff.partner_order_id:
            now = self._tools.clock.now()
            tx.orders.move_handoff(handoff, HandOffState.WAITING, caller, "sent again by hand", asked_at=now)
        elif handoff.state is HandOffState.REJECTED:
            _, job_id = sent_anew(tx, caller, order, handoff, self._tools.clock.now())
            return [job_id]
        return []

    def _wake(self, tx: Tx, caller: Caller, order_id: str) -> list[int]:
        """The jobs of all its hand-offs, and the one that finds its partners. Before the order is locked: a worker takes the
        two in the same order."""
        references = sorted(h.reference for h in tx.orders.handoffs(caller.tenant_id, order_id))
        order = tx.orders.get(caller.tenant_id, order_id)
        goes_by_itself = references and order.partner and not order.wish
        jobs = [*map(handoff_job, references), *([] if goes_by_itself else [route_job(order_id)])]
        return [tx.jobs.wake(caller.tenant_id, job) for job in jobs]

    def _kick(self, jobs: Sequence[int]) -> None:
        for job_id in jobs:
            self._tools.dispatcher.kick(job_id, Lane.HANDOFF)

    def cancel(self, caller: Caller, order_id: str, reason: str = "", *, seen: int | None = None) -> Order:
        """What has not gone out ends here. What has, or may have, is asked back by its job: the partner may refuse. What was
        shipped by one partner of several does not keep what is at the others.

        The order is cancelled when all of it is; until then its hand-offs say that a cancel was asked for, and an order that
        has none, and may have gone out since a restored backup, is on hold until its partners were asked. Nobody is asked here.
        """
        must_operate(caller)
        why = reason.strip()[:500] or "cancelled"
        with self._tools.store.writing() as tx:
            jobs = self._wake(tx, caller, order_id)
            order = _seen(tx, caller, order_id, seen)
            moved("order", ORDER_MOVES, order.state, OrderState.CANCELLED)
            order = self._cancelling.begin(tx, caller, order, why)
        self._kick(jobs)
        return order


def _so_far(tx: Tx, order: Order) -> int:
    """How many hand-offs the order has had."""
    return len(tx.orders.handoffs(order.tenant_id, order.id))


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
    order = tx.orders.lock(caller.tenant_id, order_id)
    must_be_seen("order", order.revision, seen)
    return order


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


def _erased(external_ref: str) -> InputRefused:
    """After the restore of a backup from before it was placed, it may come in once more."""
    return InputRefused(
        "reference_erased",
        f"The order “{external_ref}” had ended when its customer's data were erased: it is not made once more.",
        "Use a new reference, if it is another order.",
    )


def address_lacks(to: ShipTo) -> Iterator[tuple[str, PodError]]:
    for field, word in _NEEDED.items():
        if not getattr(to, field).strip():
            yield (
                f"ship_to.{field}",
                InputRefused("address", f"The address has no {word}.", "Fill it in: parcels come back without it."),
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
