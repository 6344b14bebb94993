"""Orders, their items and addresses, hand-offs and shipments as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from pod.model.caller import Caller
from pod.model.errors import NotFound
from pod.model.handoff import HANDOFF_MOVES, HandOff, HandOffState
from pod.model.listing import Page
from pod.model.order import ORDER_MOVES, Order, OrderItem, OrderState, ShipTo
from pod.model.shipment import Shipment
from pod.model.states import moved
from pod.store import schema as t
from pod.store.codec import decode, encode, to_micros
from pod.store.rows import Bench, like, make_cursor, page_after

_ERASED = ShipTo(name="(erased)", line1="(erased)", city="(erased)", country="")


@dataclass(frozen=True, slots=True)
class SqlOrders:
    bench: Bench

    def add(self, order: Order) -> None:
        who = {"tenant_id": order.tenant_id, "actor": order.actor, "created_at": to_micros(order.created_at)}
        self.bench.insert(
            t.orders,
            id=order.id,
            external_ref=order.external_ref,
            state=order.state.value,
            revision=order.revision,
            search=f"{order.id} {order.external_ref}".lower(),
            body=_body(order),
            **who,
        )
        for line, item in enumerate(order.items, 1):
            self.bench.insert(
                t.order_items,
                id=item.id,
                order_id=order.id,
                line=line,
                version_id=item.version_id,
                body=encode(item),
                **who,
            )
        self.bench.insert(t.addresses, order_id=order.id, body=encode(order.ship_to), **who)

    def get(self, tenant_id: str, order_id: str) -> Order:
        return self._one(tenant_id, order_id, sa.select(t.orders))

    def lock(self, tenant_id: str, order_id: str) -> Order:
        return self._one(tenant_id, order_id, sa.select(t.orders).with_for_update())

    def _one(self, tenant_id: str, order_id: str, orders: sa.Select[Any]) -> Order:
        row = self.bench.one(orders.where(t.orders.c.tenant_id == tenant_id, t.orders.c.id == order_id))
        if row is None:
            raise NotFound("no_order", "There is no such order.", "Check the number.", id=order_id)
        return self._order(row)

    def by_external_ref(self, tenant_id: str, external_ref: str) -> Order | None:
        row = self.bench.one(
            sa.select(t.orders).where(t.orders.c.tenant_id == tenant_id, t.orders.c.external_ref == external_ref)
        )
        return self._order(row) if row else None

    def move(self, order: Order, to: OrderState, caller: Caller, reason: str = "", **changes: Any) -> Order:
        became = moved("order", ORDER_MOVES, order.state, to)
        held_from = order.state.value if became is OrderState.ON_HOLD else ""
        changed = replace(
            order, state=became, reason=reason, held_from=held_from, revision=order.revision + 1, **changes
        )
        c = t.orders.c
        self.bench.swap(
            "order",
            t.orders,
            sa.and_(
                c.id == order.id,
                c.tenant_id == order.tenant_id,
                c.state == order.state.value,
                c.revision == order.revision,
            ),
            state=became.value,
            revision=changed.revision,
            body=_body(changed),
        )
        self.bench.remember(caller, order.id, order.state.value, became.value, reason)
        return changed

    def page(self, tenant_id: str, *, state: str = "", q: str = "", cursor: str = "", limit: int = 50) -> Page[Order]:
        c = t.orders.c
        wanted = [c.tenant_id == tenant_id]
        if q:
            wanted.append(c.search.like(like(q), escape="\\"))
        counted = self.bench.all(sa.select(c.state, sa.func.count().label("n")).where(*wanted).group_by(c.state))
        if state:
            wanted.append(c.state == state)
        rows = self.bench.all(page_after(sa.select(t.orders).where(*wanted), t.orders, c.id, cursor, limit))
        more = make_cursor(rows[limit - 1]["created_at"], rows[limit - 1]["id"]) if len(rows) > limit else ""
        return Page(tuple(self._order(r) for r in rows[:limit]), more, {r["state"]: r["n"] for r in counted})

    def add_handoff(self, handoff: HandOff) -> None:
        self.bench.insert(
            t.handoffs,
            reference=handoff.reference,
            tenant_id=handoff.tenant_id,
            actor=handoff.actor,
            created_at=to_micros(handoff.created_at),
            order_id=handoff.order_id,
            partner=handoff.partner,
            state=handoff.state.value,
            attempts=handoff.attempts,
            body=encode(handoff),
        )

    def handoff(self, tenant_id: str, reference: str) -> HandOff:
        c = t.handoffs.c
        row = self.bench.one(sa.select(c.body).where(c.tenant_id == tenant_id, c.reference == reference))
        if row is None:
            raise NotFound("no_handoff", "There is no such hand-off.", "Check the reference.", reference=reference)
        return decode(HandOff, row["body"])

    def handoffs(self, tenant_id: str, order_id: str) -> Sequence[HandOff]:
        c = t.handoffs.c
        rows = self.bench.all(
            sa.select(c.body)
            .where(c.tenant_id == tenant_id, c.order_id == order_id)
            .order_by(c.created_at, c.reference)
        )
        return [decode(HandOff, row["body"]) for row in rows]

    def move_handoff(
        self, handoff: HandOff, to: HandOffState, caller: Caller, reason: str = "", **changes: Any
    ) -> HandOff:
        became = moved("hand-off", HANDOFF_MOVES, handoff.state, to)
        held_from = handoff.state.value if became is HandOffState.ON_HOLD else ""
        changed = replace(handoff, state=became, reason=reason, held_from=held_from, **changes)
        c = t.handoffs.c
        self.bench.swap(
            "hand-off",
            t.handoffs,
            sa.and_(
                c.reference == handoff.reference,
                c.tenant_id == handoff.tenant_id,
                c.state == handoff.state.value,
                c.attempts == handoff.attempts,
            ),
            state=became.value,
            attempts=changed.attempts,
            body=encode(changed),
        )
        self.bench.remember(caller, handoff.reference, handoff.state.value, became.value, reason)
        return changed

    def page_handoffs(self, tenant_id: str, *, state: str = "", cursor: str = "", limit: int = 50) -> Page[HandOff]:
        c = t.handoffs.c
        wanted = [c.tenant_id == tenant_id]
        counted = self.bench.all(sa.select(c.state, sa.func.count().label("n")).where(*wanted).group_by(c.state))
        if state:
            wanted.append(c.state == state)
        rows = self.bench.all(page_after(sa.select(t.handoffs).where(*wanted), t.handoffs, c.reference, cursor, limit))
        more = make_cursor(rows[limit - 1]["created_at"], rows[limit - 1]["reference"]) if len(rows) > limit else ""
        return Page(
            tuple(decode(HandOff, r["body"]) for r in rows[:limit]), more, {r["state"]: r["n"] for r in counted}
        )

    def add_shipment(self, tenant_id: str, shipment: Shipment) -> None:
        """Merged by its id: the same parcel again changes nothing."""
        self.bench.insert_once(
            t.shipments,
            id=shipment.id,
            tenant_id=tenant_id,
            actor="partner",
            created_at=self.bench.now(),
            reference=shipment.reference,
            body=encode(shipment),
        )

    def shipments(self, tenant_id: str, reference: str) -> Sequence[Shipment]:
        c = t.shipments.c
        rows = self.bench.all(
            sa.select(c.body).where(c.tenant_id == tenant_id, c.reference == reference).order_by(c.created_at, c.id)
        )
        return [decode(Shipment, row["body"]) for row in rows]

    def _order(self, row: sa.RowMapping) -> Order:
        items, address = t.order_items.c, t.addresses.c
        lines = self.bench.all(sa.select(items.body).where(items.order_id == row["id"]).order_by(items.line))
        to = self.bench.one(sa.select(address.body, address.erased_at).where(address.order_id == row["id"]))
        ship_to = decode(ShipTo, to["body"]) if to and to["erased_at"] is None else _ERASED
        bare = decode(Order, {**row["body"], "items": [], "ship_to": encode(_ERASED)})
        return replace(bare, items=tuple(decode(OrderItem, r["body"]) for r in lines), ship_to=ship_to)


def _body(order: Order) -> dict[str, Any]:
    """The order without what stands in tables of its own: lines, and the address above all."""
    return {k: v for k, v in encode(order).items() if k not in ("items", "ship_to")}
