"""A customer's data, found and erased in every table that holds any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from pod.model.caller import Caller
from pod.model.order import ShipTo
from pod.model.privacy import is_of, without_address
from pod.store import schema as t
from pod.store.claims import SqlClaims
from pod.store.codec import decode
from pod.store.messages import SqlMessages
from pod.store.orders import SqlOrders, addresses_in, redacted
from pod.store.readdress import SqlAddressChanges
from pod.store.routing_schema import routings
from pod.store.rows import Bench
from pod.store.shops import subject_of
from pod.store.unsaying import unsay


@dataclass(frozen=True, slots=True)
class SqlCustomers:
    bench: Bench

    def orders_of(self, tenant_id: str, wanted: str) -> Sequence[str]:
        c, a = t.orders.c, t.addresses.c
        named = sa.select(c.id).where(c.tenant_id == tenant_id, sa.or_(c.id == wanted, c.external_ref == wanted))
        found = [row["id"] for row in self.bench.all(named)]
        kept = sa.select(a.order_id, a.body).where(a.tenant_id == tenant_id, a.erased_at.is_(None))
        rows = self.bench.all(kept)
        of_address = (row["order_id"] for row in rows if any(is_of(wanted, to) for to in addresses_in(row["body"])))
        return list(dict.fromkeys([*found, *(each for one in found for each in self.reprints_of(one)), *of_address]))

    def reprints_of(self, order_id: str) -> Sequence[str]:
        """What was made again went to the same customer."""
        c = t.orders.c
        again = self.bench.all(sa.select(c.id).where(c.body["reprint_of"].as_string() == order_id))
        return [each for row in again for each in (row["id"], *self.reprints_of(row["id"]))]

    def waiting_of(self, tenant_id: str, wanted: str) -> Sequence[tuple[str, str]]:
        c = t.shop_orders.c
        rows = self.bench.all(sa.select(c.shop, c.id, c.number, c.ship_to).where(c.tenant_id == tenant_id))
        kept = [(row, decode(ShipTo, row["ship_to"])) for row in rows if row["ship_to"]]
        return [(r["shop"], r["id"]) for r, to in kept if wanted in (r["id"], r["number"]) or is_of(wanted, to)]

    def all_orders(self) -> Sequence[tuple[str, str, str]]:
        c = t.orders.c
        rows = self.bench.all(sa.select(c.tenant_id, c.id, c.external_ref).order_by(c.id))
        return [(row["tenant_id"], row["id"], row["external_ref"]) for row in rows]

    def all_waiting(self) -> Sequence[tuple[str, str, str]]:
        c = t.shop_orders.c
        rows = self.bench.all(sa.select(c.tenant_id, c.shop, c.id).where(c.order_id == "").order_by(c.shop, c.id))
        return [(row["tenant_id"], row["shop"], row["id"]) for row in rows]

    def unsay(self, tenant_id: str, design_id: str) -> None:
        unsay(self.bench, tenant_id, design_id)

    def erase(self, order_id: str, caller: Caller) -> dict[str, int]:
        """Words first, while it is still known what to look for in them."""
        orders = SqlOrders(self.bench)
        references = [handoff.reference for handoff in orders.handoffs(caller.tenant_id, order_id)]
        claims = [claim.id for claim in SqlClaims(self.bench).of_order(caller.tenant_id, order_id)]
        subjects = [order_id, *references, *claims]
        words = sum(self._redact(to, order_id, subjects) for to in orders.addresses(order_id))
        SqlAddressChanges(self.bench).erase(caller.tenant_id, order_id)
        told = SqlMessages(self.bench).erase(caller.tenant_id, order_id)
        reported = SqlClaims(self.bench).erase(caller.tenant_id, order_id)
        orders.erase_address(order_id, caller)
        return {"words": words, "messages": told, "claims": reported}

    def _redact(self, to: ShipTo, order_id: str, subjects: Sequence[str]) -> int:
        """The address in what was written about it: history, reasons, jobs; and in what a partner has said of itself, which may
        be a repetition of what it was sent."""
        told, made = t.outbox.c, self._made_of(order_id)
        messages = [row["id"] for row in self.bench.all(sa.select(told.id).where(told.order_id == order_id))]
        subjects = [*subjects, *messages, *made, *self._shops_names(order_id)]
        places = (
            (t.history.c.id, t.history.c.note, _about(t.history.c.subject, subjects)),
            (t.jobs.c.id, t.jobs.c.last_error, _about(t.jobs.c.subject, subjects)),
            (t.jobs.c.id, t.jobs.c.payload, _about(t.jobs.c.subject, subjects)),
            (t.jobs_archive.c.id, t.jobs_archive.c.payload, _about(t.jobs_archive.c.subject, subjects)),
            (told.id, told.body, _about(told.subject, made)),
            (t.designs.c.id, t.designs.c.reason, t.designs.c.id.in_(made)),
            (t.orders.c.id, t.orders.c.body, t.orders.c.id == order_id),
            (t.handoffs.c.reference, t.handoffs.c.body, t.handoffs.c.order_id == order_id),
            (routings.c.id, routings.c.body, routings.c.order_id == order_id),
            (t.provider_health.c.provider, t.provider_health.c.why, sa.true()),
        )
        return sum(self._redact_column(to, key, column, where) for key, column, where in places)

    def _made_of(self, order_id: str) -> list[str]:
        """Its designs: a question about one may name whom it was asked for."""
        of_order = sa.select(t.versions.c.design_id).join(t.order_items, t.order_items.c.version_id == t.versions.c.id)
        found = self.bench.all(of_order.where(t.order_items.c.order_id == order_id).distinct())
        return [row["design_id"] for row in found]

    def _shops_names(self, order_id: str) -> list[str]:
        c = t.shop_orders.c
        return [
            subject_of(r["shop"], r["id"])
            for r in self.bench.all(sa.select(c.shop, c.id).where(c.order_id == order_id))
        ]

    def _redact_column(
        self, to: ShipTo, key: sa.Column[str], column: sa.Column[str], where: sa.ColumnElement[bool]
    ) -> int:
        changed = 0
        columns: tuple[Any, ...] = (key.label("key"), column.label("said"))
        for row in self.bench.all(sa.select(*columns).where(where)):
            said = row["said"] if isinstance(row["said"], str) else {**row["said"]}
            clean = _clean(said, to)
            if clean != said:
                self.bench.connection.execute(sa.update(key.table).where(key == row["key"]).values({column: clean}))
                changed += 1
        return changed


def _about(subject: sa.Column[str], names: Sequence[str]) -> sa.ColumnElement[bool]:
    """A thing, or one time of it: ``name.3``."""
    return sa.or_(subject.in_(names), *(subject.like(f"{name}.%") for name in names))


def _clean(said: str | dict[str, object], to: ShipTo) -> str | dict[str, object]:
    cleaned: str | dict[str, object] = redacted(said, lambda text: without_address(text, to), words=True)
    return cleaned
