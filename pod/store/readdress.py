"""Addresses that change after an order was taken, as rows: the order's own, and what its partners were asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from pod.model.caller import Caller
from pod.model.handoff import HandOff
from pod.model.order import Order, ShipTo, fingerprint
from pod.model.privacy import without_address
from pod.model.readdress import ADDRESS_MOVES, AddressChange, AddressState
from pod.model.states import moved
from pod.store import schema as t
from pod.store.codec import decode, encode
from pod.store.orders import ERASED, SqlOrders, body_of, words_of
from pod.store.readdress_schema import address_changes
from pod.store.rows import Bench

_CHANGED = "address changed"


@dataclass(frozen=True, slots=True)
class SqlAddressChanges:
    bench: Bench

    def readdress(self, order: Order, to: ShipTo, caller: Caller) -> Order:
        placed_to = order.placed_to or fingerprint(order.ship_to)
        changed = SqlOrders(self.bench).change(order, caller, _CHANGED, placed_to=placed_to)
        c = t.addresses.c
        here = sa.and_(c.order_id == order.id, c.tenant_id == order.tenant_id, c.erased_at.is_(None))
        former = tuple(a for a in SqlOrders(self.bench).addresses(order.id) if a != to)
        self.bench.swap("address", t.addresses, here, body=body_of(to, former), search=words_of(to))
        return replace(changed, ship_to=to)

    def times(self, tenant_id: str, order_id: str) -> int:
        h = t.history.c
        mine = sa.and_(h.tenant_id == tenant_id, h.subject == order_id, h.note == _CHANGED)
        row = self.bench.one(sa.select(sa.func.count().label("times")).select_from(t.history).where(mine))
        return int(row["times"]) if row else 0

    def ask(self, handoff: HandOff, was: ShipTo, caller: Caller) -> AddressChange:
        there = self.of(handoff.tenant_id, handoff.reference)
        if there:
            kept = there.was if there.state is not AddressState.CHANGED else was
            asked = replace(there, was=kept, silent_since=None, held_until=None)
            return self._swap(asked, AddressState.REQUESTED, caller, "")
        new = AddressChange(
            reference=handoff.reference,
            tenant_id=handoff.tenant_id,
            order_id=handoff.order_id,
            state=AddressState.REQUESTED,
            created_at=self.bench.clock.now(),
            actor=caller.actor,
            was=was,
        )
        self.bench.insert(
            address_changes,
            reference=new.reference,
            tenant_id=new.tenant_id,
            actor=new.actor,
            created_at=self.bench.now(),
            order_id=new.order_id,
            state=new.state.value,
            revision=new.revision,
            body=_body(new),
            was=encode(was),
        )
        self.bench.remember(caller, new.reference, "", "", "its partner is to be asked for another address")
        return new

    def of(self, tenant_id: str, reference: str) -> AddressChange | None:
        c = address_changes.c
        row = self.bench.one(sa.select(address_changes).where(c.tenant_id == tenant_id, c.reference == reference))
        return _change(row) if row else None

    def of_order(self, tenant_id: str, order_id: str) -> Sequence[AddressChange]:
        c = address_changes.c
        mine = sa.select(address_changes).where(c.tenant_id == tenant_id, c.order_id == order_id)
        return [_change(row) for row in self.bench.all(mine.order_by(c.created_at, c.reference))]

    def move(
        self,
        change: AddressChange,
        to: AddressState,
        caller: Caller,
        reason: str = "",
        *,
        silent_since: datetime | None = None,
        held_until: datetime | None = None,
    ) -> AddressChange:
        told = replace(change, silent_since=silent_since, held_until=held_until)
        return self._swap(told, to, caller, self._without_addresses(change, reason))

    def erase(self, tenant_id: str, order_id: str) -> None:
        c = address_changes.c
        mine = sa.and_(c.tenant_id == tenant_id, c.order_id == order_id)
        self.bench.connection.execute(sa.update(address_changes).where(mine).values(was=encode(ERASED)))

    def _swap(self, change: AddressChange, to: AddressState, caller: Caller, reason: str) -> AddressChange:
        became = moved("change of address", ADDRESS_MOVES, change.state, to)
        changed = replace(change, state=became, reason=reason, revision=change.revision + 1)
        c = address_changes.c
        here = sa.and_(c.reference == change.reference, c.tenant_id == change.tenant_id, c.revision == change.revision)
        row = {"state": became.value, "revision": changed.revision, "body": _body(changed), "was": encode(change.was)}
        self.bench.swap("change of address", address_changes, here, **row)
        note = ": ".join(filter(None, (f"address {became.value}", reason)))
        self.bench.remember(caller, change.reference, "", "", note)
        return changed

    def _without_addresses(self, change: AddressChange, reason: str) -> str:
        """Neither the one that it had nor the one that it is to have."""
        now = SqlOrders(self.bench).get(change.tenant_id, change.order_id).ship_to
        return without_address(without_address(reason, now), change.was) if reason else ""


def _body(change: AddressChange) -> dict[str, Any]:
    """Without the address."""
    return {k: v for k, v in encode(change).items() if k != "was"}


def _change(row: sa.RowMapping) -> AddressChange:
    return decode(AddressChange, {**row["body"], "was": row["was"]})
