"""Orders, their items and addresses, hand-offs and shipments as rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from pod.model.caller import Caller
from pod.model.errors import Conflict, NotFound
from pod.model.handoff import HANDOFF_MOVES, HandOff, HandOffState
from pod.model.listing import Needs, Page
from pod.model.order import ORDER_MOVES, Order, OrderItem, OrderState, ShipTo
from pod.model.privacy import without_address
from pod.model.routing import Routing
from pod.model.shipment import Shipment
from pod.model.states import moved
from pod.store import routing_schema as r
from pod.store import schema as t
from pod.store.codec import decode, encode, to_micros
from pod.store.rows import Bench, like

ERASED = ShipTo(name="(erased)", line1="(erased)", city="(erased)", country="")


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
        self.bench.insert(
            t.addresses, order_id=order.id, body=encode(order.ship_to), search=words_of(order.ship_to), **who
        )

    def get(self, tenant_id: str, order_id: str) -> Order:
        return self._one(tenant_id, order_id, sa.select(t.orders))

    def lock(self, tenant_id: str, order_id: str) -> Order:
        return self._one(tenant_id, order_id, sa.select(t.orders).with_for_update())

    def _one(self, tenant_id: str, order_id: str, orders: sa.Select[Any]) -> Order:
        row = self.bench.one(orders.where(t.orders.c.tenant_id == tenant_id, t.orders.c.id == order_id))
        if row is None:
            raise NotFound("no_order", "There is no such order.", "Check the number.", id=order_id)
        return self._orders([row])[0]

    def many(self, tenant_id: str, order_ids: Sequence[str]) -> dict[str, Order]:
        c = t.orders.c
        rows = self.bench.all(sa.select(t.orders).where(c.tenant_id == tenant_id, c.id.in_(order_ids)))
        return {order.id: order for order in self._orders(rows)}

    def by_external_ref(self, tenant_id: str, external_ref: str) -> Order | None:
        row = self.bench.one(
            sa.select(t.orders).where(t.orders.c.tenant_id == tenant_id, t.orders.c.external_ref == external_ref)
        )
        return self._orders([row])[0] if row else None

    def of_design(self, tenant_id: str, design_id: str) -> Sequence[Order]:
        c = t.orders.c
        ordered = c.id.in_(_with_design(t.designs.c.id == design_id))
        query = sa.select(t.orders).where(c.tenant_id == tenant_id, ordered).order_by(c.created_at.desc(), c.id)
        return self._orders(self.bench.all(query))

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

    def hold_longer(self, order: Order, caller: Caller, reason: str) -> Order:
        return self.change(order, caller, reason, reason=reason)

    def change(self, order: Order, caller: Caller, note: str, **changes: Any) -> Order:
        changed = replace(order, revision=order.revision + 1, **changes)
        c = t.orders.c
        here = sa.and_(c.id == order.id, c.tenant_id == order.tenant_id, c.revision == order.revision)
        self.bench.swap("order", t.orders, here, revision=changed.revision, body=_body(changed))
        self.bench.remember(caller, order.id, order.state.value, order.state.value, note)
        return changed

    def add_routing(self, routing: Routing) -> None:
        self.bench.insert(
            r.routings,
            id=routing.id,
            tenant_id=routing.tenant_id,
            actor=routing.actor,
            created_at=to_micros(routing.created_at),
            order_id=routing.order_id,
            body=redacted(encode(routing), lambda said: self._without_address(routing.order_id, said)),
        )

    def routings(self, tenant_id: str, order_id: str) -> Sequence[Routing]:
        c = r.routings.c
        mine = sa.select(c.body).where(c.tenant_id == tenant_id, c.order_id == order_id)
        return [decode(Routing, row["body"]) for row in self.bench.all(mine.order_by(c.created_at, c.id))]

    def erase_address(self, order_id: str, caller: Caller) -> None:
        """Name, street and mail; once, however often it is asked for."""
        c = t.addresses.c
        kept = sa.and_(c.order_id == order_id, c.tenant_id == caller.tenant_id, c.erased_at.is_(None))
        gone = sa.update(t.addresses).where(kept).values(body={}, search="", erased_at=self.bench.now())
        if self.bench.connection.execute(gone).rowcount:
            self.bench.remember(caller, order_id, "", "", "address erased")

    def page(
        self,
        tenant_id: str,
        *,
        state: str = "",
        product: str = "",
        q: str = "",
        needs: Needs | None = None,
        cursor: str = "",
        limit: int = 50,
        oldest_first: bool = False,
    ) -> Page[Order]:
        c = t.orders.c
        wanted = [c.tenant_id == tenant_id]
        if product:
            wanted.append(c.id.in_(_with_design(t.designs.c.product == product)))
        if needs:
            wanted.append(_NEEDS[needs])
        if q:
            number, words = (column.like(like(q), escape="\\") for column in (c.search, t.designs.c.search))
            wanted.append(sa.or_(number, c.id.in_(_of_customer(q)), c.id.in_(_with_design(words))))
        return self.bench.page(
            t.orders, c.id, wanted, self._orders, state=state, cursor=cursor, limit=limit, oldest_first=oldest_first
        )

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
            partner_order_id=handoff.partner_order_id,
            body=encode(handoff),
        )
        for item_id in handoff.item_ids:
            self._claim(handoff, item_id)

    def _claim(self, handoff: HandOff, item_id: str) -> None:
        who = {
            "tenant_id": handoff.tenant_id,
            "actor": handoff.actor,
            "created_at": self.bench.now(),
            "reference": handoff.reference,
        }
        if not self.bench.insert_once(r.line_claims, item_id=item_id, **who):
            raise Conflict(
                "already_handed_off",
                f"A line of this order is with another hand-off already, and {handoff.reference} was not made.",
                "Look at the order again: what is there has to be over before it goes anywhere else.",
                item_id=item_id,
            )

    def handoff(self, tenant_id: str, reference: str) -> HandOff:
        c = t.handoffs.c
        row = self.bench.one(sa.select(c.body).where(c.tenant_id == tenant_id, c.reference == reference))
        if row is None:
            raise NotFound("no_handoff", "There is no such hand-off.", "Check the reference.", reference=reference)
        return decode(HandOff, row["body"])

    def handoffs(self, tenant_id: str, order_id: str) -> Sequence[HandOff]:
        return self.handoffs_of(tenant_id, [order_id])

    def handoffs_of(self, tenant_id: str, order_ids: Sequence[str]) -> Sequence[HandOff]:
        c = t.handoffs.c
        query = sa.select(c.body).where(c.tenant_id == tenant_id, c.order_id.in_(order_ids))
        return _handoffs(self.bench.all(query.order_by(c.created_at, c.reference)))

    def handoffs_named(self, tenant_id: str, references: Sequence[str]) -> Sequence[HandOff]:
        c = t.handoffs.c
        return _handoffs(self.bench.all(sa.select(c.body).where(c.tenant_id == tenant_id, c.reference.in_(references))))

    def handoffs_since(self, partner: str, since: datetime) -> Sequence[HandOff]:
        c = t.handoffs.c
        wanted = sa.select(c.body).where(c.partner == partner, c.created_at >= to_micros(since))
        return _handoffs(self.bench.all(wanted.order_by(c.created_at, c.reference)))

    def handoff_at(self, partner: str, reference: str, partner_order_id: str) -> HandOff | None:
        c = t.handoffs.c
        named = c.reference == reference if reference else c.partner_order_id == partner_order_id
        row = (
            self.bench.one(sa.select(c.body).where(c.partner == partner, named))
            if reference or partner_order_id
            else None
        )
        return decode(HandOff, row["body"]) if row else None

    def move_handoff(
        self, handoff: HandOff, to: HandOffState, caller: Caller, reason: str = "", **changes: Any
    ) -> HandOff:
        became = moved("hand-off", HANDOFF_MOVES, handoff.state, to)
        reason = self._without_address(handoff.order_id, reason)
        if "refused" in changes:
            changes["refused"] = self._without_address(handoff.order_id, changes["refused"])
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
            partner_order_id=changed.partner_order_id,
            body=encode(changed),
        )
        if became is HandOffState.CANCELLED:
            # nothing of it will be made: its lines may go elsewhere
            self.bench.connection.execute(
                sa.delete(r.line_claims).where(r.line_claims.c.reference == handoff.reference)
            )
        self.bench.remember(caller, handoff.reference, handoff.state.value, became.value, reason)
        return changed

    def addresses(self, order_id: str) -> tuple[ShipTo, ...]:
        """Where it goes, and where it was to go before; none once they are erased."""
        c = t.addresses.c
        row = self.bench.one(sa.select(c.body).where(c.order_id == order_id, c.erased_at.is_(None)))
        return addresses_in(row["body"]) if row else ()

    def _without_address(self, order_id: str, reason: str) -> str:
        """Partners say again what they were sent: the address stands in one place, where it can be erased, and nowhere else."""
        for to in self.addresses(order_id) if reason else ():
            reason = without_address(reason, to)
        return reason

    def page_handoffs(self, tenant_id: str, *, state: str = "", cursor: str = "", limit: int = 50) -> Page[HandOff]:
        c = t.handoffs.c
        return self.bench.page(
            t.handoffs, c.reference, [c.tenant_id == tenant_id], _handoffs, state=state, cursor=cursor, limit=limit
        )

    def add_shipment(self, tenant_id: str, shipment: Shipment) -> bool:
        """Merged by its id: the same parcel again adds what was not known of it, and takes nothing away."""
        new = self.bench.insert_once(
            t.shipments,
            id=shipment.id,
            tenant_id=tenant_id,
            actor="partner",
            created_at=self.bench.now(),
            reference=shipment.reference,
            body=encode(shipment),
        )
        if not new:
            self._complete_shipment(tenant_id, shipment)
        return new

    def _complete_shipment(self, tenant_id: str, shipment: Shipment) -> None:
        c = t.shipments.c
        mine = sa.and_(c.id == shipment.id, c.tenant_id == tenant_id)
        row = self.bench.one(sa.select(c.body).where(mine).with_for_update())
        if row is None:
            return
        known = decode(Shipment, row["body"])
        whole = known.completed_by(shipment)
        if whole != known:
            self.bench.swap("parcel", t.shipments, mine, body=encode(whole))

    def shipments(self, tenant_id: str, reference: str) -> Sequence[Shipment]:
        c = t.shipments.c
        rows = self.bench.all(
            sa.select(c.body).where(c.tenant_id == tenant_id, c.reference == reference).order_by(c.created_at, c.id)
        )
        return [decode(Shipment, row["body"]) for row in rows]

    def _orders(self, rows: Sequence[sa.RowMapping]) -> tuple[Order, ...]:
        """Orders with their lines and addresses: two queries, however many there are."""
        ids = [row["id"] for row in rows]
        items, address = t.order_items.c, t.addresses.c
        lines: dict[str, list[OrderItem]] = {order_id: [] for order_id in ids}
        query = sa.select(items.order_id, items.body).where(items.order_id.in_(ids)).order_by(items.line)
        for line in self.bench.all(query):
            lines[line["order_id"]].append(decode(OrderItem, line["body"]))
        kept = sa.select(address.order_id, address.body).where(address.order_id.in_(ids), address.erased_at.is_(None))
        ship_to = {row["order_id"]: decode(ShipTo, row["body"]) for row in self.bench.all(kept)}
        return tuple(_order(row, lines[row["id"]], ship_to.get(row["id"], ERASED)) for row in rows)


def _handoffs(rows: Sequence[sa.RowMapping]) -> list[HandOff]:
    return [decode(HandOff, row["body"]) for row in rows]


def _order(row: sa.RowMapping, lines: Sequence[OrderItem], ship_to: ShipTo) -> Order:
    bare = decode(Order, {**row["body"], "items": [], "ship_to": encode(ERASED)})
    return replace(bare, items=tuple(lines), ship_to=ship_to)


def _of_customer(q: str) -> sa.Select[Any]:
    """Ids of orders whose customer's name or mail holds `q`."""
    c = t.addresses.c
    return sa.select(c.order_id).where(c.search.like(like(q), escape="\\"), c.erased_at.is_(None))


def _with_design(which: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """Ids of orders with a line whose design is one of `which`."""
    items, versions, designs = t.order_items.c, t.versions.c, t.designs.c
    return (
        sa.select(items.order_id)
        .join(t.versions, versions.id == items.version_id)
        .join(t.designs, designs.id == versions.design_id)
        .where(which)
    )


_STOPPED = (HandOffState.ON_HOLD, HandOffState.REJECTED, HandOffState.UNKNOWN)
_NEEDS = {
    Needs.PARTNER: sa.and_(
        t.orders.c.state.in_([OrderState.PAID.value, OrderState.IN_PROGRESS.value]),
        sa.exists().where(
            t.handoffs.c.order_id == t.orders.c.id, t.handoffs.c.state.in_([state.value for state in _STOPPED])
        ),
    ),
}


_FORMER = "former"
"""Beside an order's address, and erased with it: what it was before is said in notes as well."""

_WORDS = frozenset({"reason", "refused", "note", "unfit", "why", "question", "message", "way_out", "told"})
"""What is said in a body, among what is only named there."""


def redacted(value: Any, clean: Callable[[str], str], *, words: bool = False) -> Any:
    """`value` with what is said in it cleaned; a name or a state that looks like the address is left alone."""
    if isinstance(value, str):
        return clean(value) if words else value
    if isinstance(value, list):
        return [redacted(each, clean, words=words) for each in value]
    if isinstance(value, dict):
        return {k: redacted(each, clean, words=k in _WORDS) for k, each in value.items()}
    return value


def addresses_in(body: Mapping[str, Any]) -> tuple[ShipTo, ...]:
    """An order's own, and those that it had before."""
    return decode(ShipTo, body), *(decode(ShipTo, former) for former in body.get(_FORMER, ()))


def body_of(to: ShipTo, former: Sequence[ShipTo]) -> dict[str, Any]:
    return {**encode(to), _FORMER: encode(former)}


def words_of(to: ShipTo) -> str:
    """By which an order is found besides its number."""
    return f"{to.name} {to.email}".lower()


def _body(order: Order) -> dict[str, Any]:
    """The order without what stands in tables of its own: lines, and the address above all."""
    return {k: v for k, v in encode(order).items() if k not in ("items", "ship_to")}
