"""Orders of shops, and what the shops have been told, as rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from pod.model.caller import Caller
from pod.model.errors import NotFound
from pod.model.listing import Page
from pod.model.order import ShipTo
from pod.model.shoporder import INTAKE_MOVES, IntakeState, ShopOrder, TakenOrder, anonymous, fingerprint
from pod.model.states import moved
from pod.store import schema as t
from pod.store.codec import decode, encode, from_micros, to_micros
from pod.store.rows import Bench, like

_QUOTED = re.compile("“[^”]*”")


@dataclass(frozen=True, slots=True)
class SqlShopOrders:
    bench: Bench

    def record(self, caller: Caller, shop: str, order: ShopOrder, *, present: bool = False) -> bool:
        """Whether this was news: an order that is here as it was then, or as it became later, is left alone."""
        told_to = fingerprint(order)
        new = TakenOrder(shop, order, caller.tenant_id, IntakeState.RECORDED, self.bench.clock.now(), told_to=told_to)
        who = {"tenant_id": new.tenant_id, "actor": caller.actor, "created_at": to_micros(new.created_at)}
        first = self.bench.insert_once(
            t.shop_orders,
            shop=shop,
            id=order.id,
            number=order.number,
            state=new.state.value,
            revision=0,
            order_id="",
            body=_body(new),
            ship_to=encode(order.ship_to),
            **who,
        )
        if first:
            self.bench.remember(caller, subject_of(shop, order.id), "", new.state.value, "heard of it")
            return True
        known = self.get(caller.tenant_id, shop, order.id)
        if known.erased:
            order, told_to = anonymous(order), known.told_to
        later = order.changed_at > known.order.changed_at
        same = (replace(order, ship_to=None), told_to) == (replace(known.order, ship_to=None), known.told_to)
        if not later and (not present or order.changed_at < known.order.changed_at or same):
            return False
        self._swap(known, replace(known, order=order, told_to=told_to))
        return True

    def get(self, tenant_id: str, shop: str, order_id: str) -> TakenOrder:
        c = t.shop_orders.c
        found = self.bench.one(
            sa.select(t.shop_orders).where(c.tenant_id == tenant_id, c.shop == shop, c.id == order_id)
        )
        if found is None:
            raise NotFound("no_shop_order", "There is no such order of a shop.", "Check the shop and its number.")
        return _taken(found)

    def placed_as(self, tenant_id: str, order_id: str) -> TakenOrder | None:
        c = t.shop_orders.c
        found = self.bench.one(sa.select(t.shop_orders).where(c.tenant_id == tenant_id, c.order_id == order_id))
        return _taken(found) if found else None

    def change(self, taken: TakenOrder, **changes: Any) -> TakenOrder:
        """Compare-and-set on `revision`; for everything but the state."""
        return self._swap(taken, replace(taken, **changes))

    def move(self, taken: TakenOrder, to: IntakeState, caller: Caller, note: str = "", **changes: Any) -> TakenOrder:
        became = moved("shop order", INTAKE_MOVES, taken.state, to)
        changed = self._swap(taken, replace(taken, state=became, note=note, **changes))
        self.bench.remember(caller, subject_of(taken.shop, taken.order.id), taken.state.value, became.value, note)
        return changed

    def _swap(self, was: TakenOrder, becomes: TakenOrder) -> TakenOrder:
        c = t.shop_orders.c
        changed = replace(becomes, revision=was.revision + 1)
        # once it is placed the address is kept with the order, where it can be found and erased; here, only another one
        with_order = changed.order_id and changed.told_to == changed.placed_to
        ship_to = None if with_order else encode(changed.order.ship_to)
        self.bench.swap(
            "shop order",
            t.shop_orders,
            sa.and_(
                c.shop == was.shop,
                c.id == was.order.id,
                c.tenant_id == was.tenant_id,
                c.revision == was.revision,
            ),
            number=changed.order.number,
            state=changed.state.value,
            revision=changed.revision,
            order_id=changed.order_id,
            body=_body(changed),
            ship_to=ship_to,
        )
        return changed

    def page(
        self, tenant_id: str, *, state: str = "", q: str = "", cursor: str = "", limit: int = 50
    ) -> Page[TakenOrder]:
        c = t.shop_orders.c
        wanted = [c.tenant_id == tenant_id]
        if q:
            wanted.append(sa.or_(*(sa.func.lower(column).like(like(q), escape="\\") for column in (c.number, c.id))))
        return self.bench.page(t.shop_orders, c.id, wanted, _all, state=state, cursor=cursor, limit=limit)

    def erase(self, tenant_id: str, shop: str, order_id: str) -> None:
        """The address that waits here for its order to be placed, and what its buyer wanted written: neither comes back when the
        shop is read again."""
        c = t.shop_orders.c
        here = sa.and_(c.tenant_id == tenant_id, c.shop == shop, c.id == order_id)
        # whoever has read the address must not write it back: the row is held, and is another one afterwards
        found = self.bench.one(sa.select(t.shop_orders).where(here).with_for_update())
        if found is None:
            return
        known = _taken(found)
        agreed = tuple(replace(line, lettering="") for line in known.agreed)
        forgotten = replace(
            known, order=anonymous(known.order), agreed=agreed, troubles=(), screened=(), note="", erased=True
        )
        self._swap(known, forgotten)
        self._unsay(subject_of(shop, order_id))

    def _unsay(self, subject: str) -> None:
        """Words that it had for a while are nowhere else any more, and stand in quotation marks in what was noted."""
        c = t.history.c
        for row in self.bench.all(sa.select(c.id, c.note).where(c.subject == subject)):
            note = _QUOTED.sub("(words)", row["note"])
            if note != row["note"]:
                self.bench.connection.execute(sa.update(t.history).where(c.id == row["id"]).values(note=note))

    # --- parcels

    def told(self, shop: str, shop_order_id: str) -> frozenset[str]:
        """Ids of the shipments that the shop has been told of."""
        c = t.shop_parcels.c
        rows = self.bench.all(sa.select(c.shipment_id).where(c.shop == shop, c.shop_order_id == shop_order_id))
        return frozenset(row["shipment_id"] for row in rows)

    def note_told(self, caller: Caller, shop: str, shop_order_id: str, shipment_id: str, told_as: str) -> None:
        self.bench.insert_once(
            t.shop_parcels,
            shop=shop,
            shipment_id=shipment_id,
            tenant_id=caller.tenant_id,
            actor=caller.actor,
            created_at=self.bench.now(),
            shop_order_id=shop_order_id,
            told_as=told_as[:128],
        )

    def untold(self, tenant_id: str, shops: Sequence[str], limit: int = 100) -> Sequence[TakenOrder]:
        """Placed orders with a shipment that their shop has not been told of, newest first."""
        orders, handoffs, parcels, told = t.shop_orders.c, t.handoffs.c, t.shipments.c, t.shop_parcels.c
        without = ~sa.exists().where(told.shop == orders.shop, told.shipment_id == parcels.id)
        query = (
            sa.select(t.shop_orders)
            .where(
                orders.tenant_id == tenant_id,
                orders.shop.in_(shops),
                orders.order_id != "",
                sa.exists().where(
                    handoffs.order_id == orders.order_id, parcels.reference == handoffs.reference, without
                ),
            )
            .order_by(orders.created_at.desc(), orders.id)
        )
        return _all(self.bench.all(query.limit(limit)))

    # --- how far a shop has been read

    def read_until(self, shop: str) -> datetime | None:
        found = self.bench.one(sa.select(t.shop_marks.c.read_until).where(t.shop_marks.c.shop == shop))
        return from_micros(found["read_until"]) if found else None

    def note_read(self, caller: Caller, shop: str, until: datetime) -> None:
        """Never backwards."""
        mark, c = to_micros(until), t.shop_marks.c
        who = {"tenant_id": caller.tenant_id, "actor": caller.actor, "created_at": self.bench.now()}
        if not self.bench.insert_once(t.shop_marks, shop=shop, read_until=mark, **who):
            behind = sa.and_(c.shop == shop, c.read_until < mark)
            self.bench.connection.execute(sa.update(t.shop_marks).where(behind).values(read_until=mark))


def subject_of(shop: str, order_id: str) -> str:
    """What a shop's order is called in the history and among the jobs."""
    return f"{shop}:{order_id}"[:64]


def _all(rows: Sequence[sa.RowMapping]) -> list[TakenOrder]:
    return [_taken(row) for row in rows]


def _taken(row: sa.RowMapping) -> TakenOrder:
    found = decode(TakenOrder, row["body"])
    to = decode(ShipTo, row["ship_to"]) if row["ship_to"] else None
    return replace(found, order=replace(found.order, ship_to=to), revision=row["revision"])


def _body(taken: TakenOrder) -> dict[str, Any]:
    """Without the address, which stands in a column of its own."""
    told = encode(taken)
    told["order"]["ship_to"] = None
    return dict(told)
