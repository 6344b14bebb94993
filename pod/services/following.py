"""What becomes of ours when a shop's order is told, changes, is paid, cancelled or gone: placed, held, readdressed, ended.

Each verb is decided from the shop's order as it was recorded last and from ours as it is now; somebody else may move either at
the same moment, and then it is decided anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pod.failpoints import fail_at
from pod.model.caller import Caller
from pod.model.erasure import Stage, of_shop_order
from pod.model.errors import Conflict, InputRefused
from pod.model.job import Done, JobOutcome, Later
from pod.model.order import Order, OrderItem, OrderState, ShipTo
from pod.model.shoporder import IntakeState, Payment, TakenOrder
from pod.services.addresses import Addresses
from pod.services.aftercare.erasing import erase_when_ended
from pod.services.intakejobs import references_of
from pod.services.orders import Orders
from pod.services.ports import Tx
from pod.services.screening import decisions_in
from pod.services.shoplines import ADDRESS_CHANGED, ShopLines, changes_since
from pod.services.toolbox import Toolbox
from pod.services.words.buyers import BEING_MADE, BuyersWords

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


class Following:
    def __init__(self, tools: Toolbox, orders: Orders) -> None:
        self._tools = tools
        self._orders = orders
        self._lines, self._words = ShopLines(tools), BuyersWords(tools)
        self._addresses = Addresses(tools)

    def told(self, caller: Caller, taken: TakenOrder, *, gone: bool) -> None:
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

    def waiting(self, caller: Caller, name: str, order_id: str) -> JobOutcome:
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
            if self._is_erased(tx, taken, Stage.ERASED):
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
            if self._is_erased(tx, taken, Stage.ASKED):
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

    def _is_erased(self, tx: Tx, taken: TakenOrder, stage: Stage) -> bool:
        return self._tools.erasures.knows(tx, of_shop_order(taken.tenant_id, taken.shop, taken.order.id, stage))


def _has_ended(taken: TakenOrder) -> bool:
    """In the shop."""
    return taken.order.cancelled or taken.order.payment is Payment.REFUNDED
