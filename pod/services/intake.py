"""What was bought in a shop becomes an order here: once, paid where the shop says so, and never a blank shirt.

A shop's message only says that there is something to look at. The job reads the order from the shop again, where it can be asked, and
brings ours in line with it: placed, marked paid, held because it was changed there, cancelled because it was cancelled there. A
line that says nothing of what it is printed with is kept for an operator to repair.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from fulfillment.shops.base import Shop, retry_after_s
from fulfillment.shops.written import orders_from_csv
from pod.failpoints import fail_at
from pod.model.caller import DEFAULT_TENANT, Caller, shop_caller
from pod.model.erasure import Stage, of_shop_order
from pod.model.errors import Conflict, InputRefused, NotFound, NotSignedIn, PartnerFailed
from pod.model.job import Done, Job, JobOutcome, Lane, Later, NewJob, Retry
from pod.model.order import Order, OrderItem, OrderState, ShipTo
from pod.model.shoporder import (
    IntakeState,
    NewsKind,
    Payment,
    ShopNews,
    ShopOrder,
    TakenOrder,
    anonymous,
    fingerprint,
)
from pod.services.addresses import Addresses
from pod.services.aftercare.erasing import erase_when_ended
from pod.services.intakejobs import intake_job, references_of
from pod.services.orders import Orders
from pod.services.ports import Tx
from pod.services.screening import decisions_in
from pod.services.shoplines import ADDRESS_CHANGED, ShopLines, changes_since
from pod.services.shopnews import PRIVACY, privacy_job, telling_job
from pod.services.toolbox import Toolbox, must_operate
from pod.services.words.buyers import BEING_MADE, BuyersWords

WRITTEN = "csv"
"""What an order's shop is called when a person has brought it in a file."""

_MAX_ID = 48
_ID = re.compile(rf"(?=.*\w)[\w.:#-]{{1,{_MAX_ID}}}")
"""It stands in addresses: a slash, or dots alone, would lead elsewhere."""

_LOOKED_BACK = timedelta(minutes=15)
"""How far behind its mark a shop is read once more: shops list a change some time after it was made, and in the same second
another may have been."""

_FIRST_LOOK = timedelta(hours=1)
"""How far back a shop is read that was never read before: what was sold before that was somebody else's to print."""

_HELD_AGAIN_S = 300.0
_ASKED = "its partner is asked"
_CHANGED_MEANWHILE = "Changed in the shop while it was taken in: compare its lines and its address with the shop’s."
_PARTLY_BACK = "A part of the money went back before it was taken in: look in the shop what of it is still wanted."
_GONE = (
    "The shop no longer shows this order: it was deleted there, or our key may not see it any more."
    " Look in the shop, then release it or cancel it."
)
_ENDED = (OrderState.DONE, OrderState.CANCELLED)
_NOWHERE = ShipTo("", "", "", "")


class Intake:
    def __init__(self, tools: Toolbox, shops: Mapping[str, Shop], orders: Orders) -> None:
        self._tools = tools
        self._shops = shops
        self._orders = orders
        self._lines, self._words = ShopLines(tools), BuyersWords(tools)
        self._addresses = Addresses(tools)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._shops)

    # --- news

    def hear(self, name: str, headers: Mapping[str, str], body: bytes) -> None:
        """Checks the signature, notes that there is something to look at, and is done: a shop waits for seconds only."""
        shop = self._shops.get(name)
        if shop is None:
            raise NotFound("unknown_shop", "This shop is not set up here.", "See `pod shops`.")
        news = shop.read_webhook(headers, body)
        if news is None:
            raise NotSignedIn(
                "webhook_not_genuine",
                "This message is not signed as it should be.",
                "Check the secret that signs the shop's webhooks.",
            )
        caller, jobs = shop_caller(name), list[int]()
        with self._tools.store.writing() as tx:
            for one in news:
                # neither headers nor body are kept: they are hints, and full of names and streets
                if tx.messages.receive(caller.tenant_id, f"shop:{name}", one.event_id, {}, b""):
                    jobs += self._noted(tx, caller, name, one)
            fail_at("shop_heard_before_commit")
        fail_at("shop_heard_after_commit")
        self._kick(jobs)

    def _noted(self, tx: Tx, caller: Caller, name: str, news: ShopNews) -> list[int]:
        if news.kind is NewsKind.ORDER:
            if news.order:
                _refuse_id(news.order.id)
                self._record(tx, caller, name, news.order)
            return [
                tx.jobs.wake(caller.tenant_id, intake_job(name, o, caller.tenant_id))
                for o in news.order_ids
                if _ID.fullmatch(o)
            ]
        return [tx.jobs.enqueue(caller.tenant_id, privacy_job(name, news))] if news.kind in PRIVACY else []

    def take_file(self, caller: Caller, data: bytes) -> Sequence[str]:
        """A CSV file's orders, by their numbers; the same rows again change nothing, other rows are a change."""
        must_operate(caller)
        orders = orders_from_csv(data, self._tools.clock.now())
        for order in orders:
            _refuse_id(order.id)
        jobs = list[int]()
        with self._tools.store.writing() as tx:
            for order in orders:
                if self._differs(tx, caller, order):
                    self._kept(tx, caller, WRITTEN, order)
                    jobs.append(tx.jobs.wake(caller.tenant_id, intake_job(WRITTEN, order.id, caller.tenant_id)))
        self._kick(jobs)
        return [order.number for order in orders]

    def _differs(self, tx: Tx, caller: Caller, order: ShopOrder) -> bool:
        try:
            known = tx.shops.get(caller.tenant_id, WRITTEN, order.id)
        except NotFound:
            return True
        return (known.order.lines, known.order.payment, known.told_to) != (
            order.lines,
            order.payment,
            fingerprint(order),
        )

    # --- reading the shops again

    def schedule(self) -> None:
        """Asks each shop what has changed, and tells it what was shipped: whatever became of its messages."""
        now = self._tools.clock.now()
        quarter = int(now.timestamp()) // 900
        with self._tools.store.writing() as tx:
            for name, shop in self._shops.items():
                if shop.rereads:
                    tx.jobs.enqueue(
                        DEFAULT_TENANT, NewJob("shop_poll", Lane.UPKEEP, f"shop_poll:{name}:{quarter}", name)
                    )
            for taken in tx.shops.untold(DEFAULT_TENANT, self.names):
                tx.jobs.enqueue(taken.tenant_id, telling_job(taken, len(tx.shops.told(taken.shop, taken.order.id))))

    def poll(self, job: Job) -> JobOutcome:
        """Job `shop_poll`: every order changed since the last look is looked at, as if the shop had just told of it."""
        name, caller = job.subject, shop_caller(job.subject)
        shop, now = self._shops.get(name), self._tools.clock.now()
        if shop is None:
            return Done()
        since = self._read_from(job, caller, name)
        seen, jobs = since, list[int]()
        try:
            for order in shop.changed_since(since):
                with self._tools.fenced(job) as tx:
                    if self._record(tx, caller, name, order, present=True):
                        jobs.append(tx.jobs.wake(caller.tenant_id, intake_job(name, order.id, caller.tenant_id)))
                fail_at("shop_order_polled")
                seen = max(seen, order.changed_at)
        except PartnerFailed as e:
            return Retry(str(e), after_s=retry_after_s(e))
        fail_at("shop_polled")
        with self._tools.fenced(job) as tx:
            tx.shops.note_read(caller, name, min(seen, now))
        self._kick(jobs)
        return Done()

    def _read_from(self, job: Job, caller: Caller, name: str) -> datetime:
        """A first look is noted before it begins: one that comes to nothing for hours must not begin later for that."""
        with self._tools.fenced(job) as tx:
            read_until = tx.shops.read_until(name)
            if read_until is None:
                read_until = self._tools.clock.now() - _FIRST_LOOK + _LOOKED_BACK
                tx.shops.note_read(caller, name, read_until)
        return read_until - _LOOKED_BACK

    def _record(self, tx: Tx, caller: Caller, name: str, order: ShopOrder, *, present: bool = False) -> bool:
        """Orders without anything of ours are not kept: their buyers are no business of ours."""
        try:
            tx.shops.get(caller.tenant_id, name, order.id)
        except NotFound:
            if not _ID.fullmatch(order.id) or not self._lines.ours(order):
                return False
        return self._kept(tx, caller, name, order, present=present)

    def _kept(self, tx: Tx, caller: Caller, name: str, order: ShopOrder, *, present: bool = False) -> bool:
        """Of one whose buyer was erased, and that a restore knows nothing of, neither address nor words are written down."""
        if not self._is_erased(tx, caller.tenant_id, name, order.id):
            return tx.shops.record(caller, name, order, present=present)
        news = tx.shops.record(caller, name, anonymous(order), present=present)
        tx.shops.erase(caller.tenant_id, name, order.id)
        return news

    def _is_erased(self, tx: Tx, tenant_id: str, name: str, order_id: str, stage: Stage = Stage.ERASED) -> bool:
        return self._tools.erasures.knows(tx, of_shop_order(tenant_id, name, order_id, stage))

    # --- bringing ours in line

    def take_in(self, job: Job) -> JobOutcome:
        """Job `intake`."""
        name, order_id = str(job.payload["shop"]), str(job.payload["id"])
        caller, shop = shop_caller(name, job.tenant_id), self._shops.get(name)
        asked = shop if shop and shop.rereads else None
        try:
            fresh = asked.order(order_id) if asked else None
        except PartnerFailed as e:
            return Retry(str(e), after_s=retry_after_s(e))
        with self._tools.fenced(job) as tx:
            taken = self._as_it_is(tx, caller, name, order_id, fresh)
        if taken is None:
            return Done()
        fail_at("shop_order_recorded")
        try:
            self._told(caller, taken, gone=bool(asked) and fresh is None)
        except Conflict as e:
            # somebody else moved it at this moment: what is to be done is decided anew
            return Later(2.0, str(e))
        return self._waiting(caller, name, order_id)

    def confirm(self, order: Order) -> None:
        """The last look before it is handed off: what changed in the shop, or went there, is acted upon first.

        `PartnerFailed` when the shop could not be asked.
        """
        with self._tools.store.reading() as tx:
            known = tx.shops.placed_as(order.tenant_id, order.id)
        shop = self._shops.get(known.shop) if known else None
        if known is None or shop is None or not shop.rereads:
            return
        caller, fresh = shop_caller(known.shop, order.tenant_id), shop.order(known.order.id)
        with self._tools.store.writing() as tx:
            taken = self._as_it_is(tx, caller, known.shop, known.order.id, fresh)
        try:
            if taken:
                self._told(caller, taken, gone=fresh is None)
        except Conflict as e:
            raise PartnerFailed("shop_order_moving", str(e), "It is looked at again by itself.") from e

    def _as_it_is(self, tx: Tx, caller: Caller, name: str, order_id: str, fresh: ShopOrder | None) -> TakenOrder | None:
        if fresh:
            self._record(tx, caller, name, fresh, present=True)
        try:
            return tx.shops.get(caller.tenant_id, name, order_id)
        except NotFound:
            return None

    def _told(self, caller: Caller, taken: TakenOrder, *, gone: bool) -> None:
        """Once a person has been told that it is gone, it goes on as that person says."""
        if gone and not taken.gone:
            self._miss(caller, taken)
            return
        if taken.gone and not gone:
            with self._tools.store.writing() as tx:
                taken = tx.shops.change(taken, gone=False)
        self._bring_in_line(caller, taken)

    def _miss(self, caller: Caller, taken: TakenOrder) -> None:
        """Deleted there, or hidden from our key: who bought it still waits, and nobody can ask whether it is paid for."""
        if taken.order_id and self._orders.get(caller, taken.order_id).state not in _ENDED:
            self._orders.hold_for(caller, taken.order_id, _GONE)
        with self._tools.store.writing() as tx:
            if taken.order_id or taken.state in (IntakeState.LEFT, IntakeState.CANCELLED):
                tx.shops.change(taken, gone=True, note=_GONE)
            else:
                tx.shops.move(taken, IntakeState.LEFT, caller, _GONE, gone=True, troubles=())

    def _waiting(self, caller: Caller, name: str, order_id: str) -> JobOutcome:
        """What is paid and held stays in sight: once it is released, it goes on by itself."""
        with self._tools.store.reading() as tx:
            taken = tx.shops.get(caller.tenant_id, name, order_id)
            order = tx.orders.get(caller.tenant_id, taken.order_id) if taken.order_id else None
        paid_and_held = order and order.state is OrderState.ON_HOLD and not order.paid_at
        if paid_and_held and taken.order.payment is not Payment.UNPAID:
            return Later(_HELD_AGAIN_S, "on hold")
        if order and order.state not in _ENDED and taken.note.endswith(_ASKED) and not _has_ended(taken):
            return Later(_HELD_AGAIN_S, "its partner may cancel it yet")
        return Done()

    def _bring_in_line(self, caller: Caller, taken: TakenOrder) -> None:
        ended = _has_ended(taken)
        if not ended and self._is_cancelled_for_it(caller, taken):
            self._bring_in_line(caller, self._reopened(caller, taken))
        elif taken.state is IntakeState.CANCELLED:
            return
        elif ended:
            self._end(caller, taken)
        elif taken.order_id:
            self._follow(caller, taken)
        elif reason := self._why_left(taken):
            self._leave(caller, taken, reason)
        else:
            self._place(caller, taken)

    def _is_cancelled_for_it(self, caller: Caller, taken: TakenOrder) -> bool:
        """At once, or since its partner was asked. What was cancelled here alone is nobody's to order again."""
        asked = taken.order_id and taken.note.endswith(_ASKED)
        return taken.state is IntakeState.CANCELLED or bool(
            asked and self._orders.get(caller, taken.order_id).state is OrderState.CANCELLED
        )

    def _reopened(self, caller: Caller, taken: TakenOrder) -> TakenOrder:
        """Shops cancel what is not paid for in time, and the money comes after all. What was placed before is surely cancelled."""
        placed = self._orders.get(caller, taken.order_id) if taken.order_id else None
        told, n = taken.order, taken.round
        if placed:
            told, n = replace(told, ship_to=told.ship_to or placed.ship_to), n + 1
        with self._tools.store.writing() as tx:
            return tx.shops.move(
                taken, IntakeState.RECORDED, caller, "no longer cancelled in the shop", order=told, order_id="", round=n
            )

    def _why_left(self, taken: TakenOrder) -> str:
        if taken.order.test:
            return "a test order of the shop"
        with self._tools.store.reading() as tx:
            if self._is_erased(tx, taken.tenant_id, taken.shop, taken.order.id):
                return "its customer's data were erased: nobody knows where it would go"
        return "" if self._lines.ours(taken.order) else "nothing of it is printed here"

    def _leave(self, caller: Caller, taken: TakenOrder, reason: str) -> None:
        self._words.put_away(caller, taken)
        if taken.state is not IntakeState.LEFT:
            with self._tools.store.writing() as tx:
                tx.shops.move(taken, IntakeState.LEFT, caller, reason, troubles=())

    def _place(self, caller: Caller, taken: TakenOrder) -> None:
        with self._tools.store.reading() as tx:
            wanted = self._lines.wanted_words(tx, caller, taken)
        refused = self._words.set_all(caller, taken, wanted)
        with self._tools.store.reading() as tx:
            items, troubles = self._lines.read(tx, caller, taken, refused)
        if taken.state is IntakeState.RECORDED and troubles and all(t.code == BEING_MADE for t in troubles):
            return  # it is looked at again when they are set
        to, ref = taken.order.ship_to or _NOWHERE, references_of(taken)[-1]
        troubles = troubles or self._lines.refusals(taken, self._orders.wrong(caller, ref, to, items))
        if troubles:
            told = {"troubles": troubles, "screened": (*taken.screened, *decisions_in(refused.values()))}
            with self._tools.store.writing() as tx:
                if taken.state is IntakeState.NEEDS_REPAIR:
                    tx.shops.change(taken, **told)
                else:
                    tx.shops.move(taken, IntakeState.NEEDS_REPAIR, caller, troubles[0].message, **told)
            return
        order, why_held = self._placed(caller, taken, ref, to, items)
        fail_at("shop_order_placed")
        if why_held and order.state not in _ENDED:
            order = self._orders.hold_for(caller, order.id, why_held)
        with self._tools.store.writing() as tx:
            placed = tx.shops.move(
                taken,
                IntakeState.PLACED,
                caller,
                "taken in",
                order_id=order.id,
                troubles=(),
                made_of=tuple(line.id for line in self._lines.ours(taken.order)),
                agreed=taken.order.lines,
                agreed_to=taken.told_to,
                placed_to="" if why_held == _CHANGED_MEANWHILE else taken.told_to,
            )
            if self._is_erased(tx, taken.tenant_id, taken.shop, taken.order.id, Stage.ASKED):
                erase_when_ended(tx, caller, order.id)
        fail_at("shop_order_noted")
        self._pay(caller, placed, order)

    def _placed(
        self, caller: Caller, taken: TakenOrder, ref: str, to: ShipTo, items: Sequence[OrderItem]
    ) -> tuple[Order, str]:
        """The order, and why a person has to look at it before it goes on."""
        try:
            order, _ = self._orders.place(caller, ref, to, items)
        except Conflict as e:
            if e.code != "order_differs":
                raise
            return self._ours_as_it_was(caller, str(e.details["order_id"]), e), _CHANGED_MEANWHILE
        return order, _PARTLY_BACK if taken.order.payment is Payment.PARTLY_REFUNDED else ""

    def _ours_as_it_was(self, caller: Caller, order_id: str, e: Conflict) -> Order:
        """What a run before this one has placed and could not note, when the shop's order was another."""
        order = self._orders.get(caller, order_id)
        if order.actor != caller.actor:
            raise InputRefused(
                "reference_taken", e.message, "Somebody else has ordered under it: leave one of the two."
            )
        return order

    def _follow(self, caller: Caller, taken: TakenOrder) -> None:
        """What was placed stays as it is; if the shop's order is another now, it is held until a person has decided."""
        order = self._orders.get(caller, taken.order_id)
        changed = changes_since(taken)
        if changed == [ADDRESS_CHANGED] and taken.order.ship_to and order.state not in _ENDED:
            self._readdress(caller, taken, order, taken.order.ship_to)
            return
        if changed and order.state not in _ENDED:
            self._orders.hold_for(
                caller, order.id, f"Changed in the shop after it was taken in: {'; '.join(changed)}."[:500]
            )
        if changed:
            with self._tools.store.writing() as tx:
                paid = taken.order.payment is not Payment.UNPAID
                agreed = {"agreed": taken.order.lines, "agreed_to": taken.told_to, "agreed_paid": paid}
                note = "" if order.state not in _ENDED else f"changed in the shop when it was {order.state}"
                tx.shops.change(taken, note=note, **agreed)
        else:
            self._pay(caller, taken, order)

    def _readdress(self, caller: Caller, taken: TakenOrder, order: Order, to: ShipTo) -> None:
        """Another address alone needs nobody's decision, but where a parcel would not go there: then it is held, and a person
        is told."""
        refused = self._addresses.change_for_shop(caller, order.id, to)
        if refused:
            self._orders.hold_for(caller, order.id, f"Its address was changed in the shop. {refused}"[:500])
        with self._tools.store.writing() as tx:
            placed_to = taken.placed_to if refused else taken.told_to
            followed = tx.shops.change(taken, note="", agreed_to=taken.told_to, placed_to=placed_to)
        self._pay(caller, followed, self._orders.get(caller, order.id))

    def _pay(self, caller: Caller, taken: TakenOrder, order: Order) -> None:
        if taken.order.payment is Payment.UNPAID:
            return
        if order.state is OrderState.RECEIVED:
            self._orders.mark_paid(caller, order.id)
        if not taken.agreed_paid:
            with self._tools.store.writing() as tx:
                tx.shops.change(taken, agreed_paid=True)

    def _end(self, caller: Caller, taken: TakenOrder) -> None:
        why = "cancelled in the shop" if taken.order.cancelled else "paid back in the shop"
        note = why
        self._words.put_away(caller, taken)
        if taken.order_id:
            note = self._cancelled(caller, taken.order_id, why)
        with self._tools.store.writing() as tx:
            if note == why:
                tx.shops.move(taken, IntakeState.CANCELLED, caller, why, troubles=())
            elif note != taken.note:
                tx.shops.change(taken, note=note)

    def _cancelled(self, caller: Caller, order_id: str, why: str) -> str:
        """`why` when it is surely cancelled, or else how far it is."""
        order = self._orders.get(caller, order_id)
        if order.state not in _ENDED:
            try:
                order = self._orders.cancel(caller, order_id, why)
            except Conflict as e:
                return f"{why}, but too late: {e}"
        if order.state is OrderState.CANCELLED:
            return why
        return f"{why}; {'it had been sent by then' if order.state is OrderState.DONE else _ASKED}"

    def _kick(self, jobs: Sequence[int]) -> None:
        for job_id in jobs:
            self._tools.dispatcher.kick(job_id, Lane.HANDOFF)


def _has_ended(taken: TakenOrder) -> bool:
    """In the shop."""
    return taken.order.cancelled or taken.order.payment is Payment.REFUNDED


def _refuse_id(order_id: str) -> None:
    if not _ID.fullmatch(order_id):
        raise InputRefused(
            "shop_order_id",
            f"“{order_id[:60]}” cannot be a shop's order.",
            f"Use 1 to {_MAX_ID} letters, digits and . : # - _.",
        )
