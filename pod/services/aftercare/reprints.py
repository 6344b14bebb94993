"""Making something again: a new order of its own reference, linked to the first, that prints the very same bytes."""

from __future__ import annotations

import hashlib
import itertools
import json
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pod.model.caller import Caller
from pod.model.claim import Payer
from pod.model.errors import ChecksBlocked, InputRefused, PodError, Problems
from pod.model.order import Order, OrderItem, OrderState
from pod.services.orders import address_lacks
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox, must_be_seen, must_operate


class Reprints:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def reprint(
        self,
        caller: Caller,
        order_id: str,
        reason: str,
        *,
        key: str = "",
        seen: int | None = None,
        payer: Payer | None = None,
        item_ids: Sequence[str] = (),
    ) -> Order:
        """The same lines again, or those of them that are named. It is received, not paid: nothing leaves by itself.

        The same `key` again is the same reprint. Without a key, whoever asks with what they have `seen` gets one for it: the
        first order is another one afterwards, so that a second click finds that somebody was first. Its reference follows
        from what it is for, so that one which a restored backup has forgotten is asked for under the name that it had.
        """
        must_operate(caller)
        if not reason.strip():
            raise InputRefused("no_reason", "A reprint needs a reason.", "Say what was wrong with the first one.")
        first = self._first(caller, order_id)
        again = self._again(caller, first, reason.strip()[:500], payer, item_ids)
        self._must_print_the_same(caller, again)
        with self._tools.store.writing() as tx:
            first = tx.orders.lock(caller.tenant_id, order_id)
            ref = _named(first, caller.actor, key) if key else _free_name(tx, first, again)
            there = tx.orders.by_external_ref(caller.tenant_id, ref)
            if there:
                return there
            must_be_seen("order", first.revision, seen)
            again = replace(again, external_ref=ref)
            tx.orders.add(again)
            tx.orders.change(first, caller, f"printed again as {again.external_ref}: {again.reason}")
        return again

    def _first(self, caller: Caller, order_id: str) -> Order:
        with self._tools.store.reading() as tx:
            order = tx.orders.get(caller.tenant_id, order_id)
        if erased := list(address_lacks(order.ship_to)):
            raise Problems("reprint", "There is no address any more that a reprint could be sent to.", erased)
        return order

    def _again(self, caller: Caller, first: Order, reason: str, payer: Payer | None, item_ids: Sequence[str]) -> Order:
        return replace(
            first,
            id=secrets.token_hex(16),
            state=OrderState.RECEIVED,
            items=tuple(replace(item, id=secrets.token_hex(16)) for item in _wanted(first, item_ids)),
            created_at=self._tools.clock.now(),
            actor=caller.actor,
            reason=reason,
            paid_by="",
            paid_at=None,
            released_at=None,
            revision=0,
            reprint_of=first.id,
            held_from="",
            wish=None,
            placed_to="",
            payer=payer.value if payer else "",
        )

    def _must_print_the_same(self, caller: Caller, again: Order) -> None:
        """Every print file is read whole and is the one that was approved: what cannot be printed again is said now."""
        lost = [(f"items[{n}]", why) for n, item in enumerate(again.items, 1) for why in self._lost(caller, item)]
        if lost:
            raise Problems("reprint_files", "This cannot be printed again as it was.", lost)

    def _lost(self, caller: Caller, item: OrderItem) -> Iterator[PodError]:
        with self._tools.store.reading() as tx:
            files = tx.designs.print_files(caller.tenant_id, item.version_id)
            approvals = tx.designs.approvals(caller.tenant_id, item.version_id)
        approved = {sha256 for approval in approvals for _, sha256 in approval.print_files}
        if not files:
            yield _not_the_same(f"{item.variant} has no print files any more.")
        for made in files:
            if made.file.sha256 not in approved:
                yield _not_the_same(f"The {made.format} for {made.area} is not the one that was approved.")
            elif not self._tools.files.verify(made.file):
                yield _not_the_same(f"The {made.format} for {made.area} is not in the store as it was approved.")


def _free_name(tx: Tx, first: Order, again: Order) -> str:
    """Of the order's first reprint of these lines, of its second, …: the first that is not taken."""
    lines = json.dumps([(i.version_id, i.variant, i.quantity) for i in again.items])
    names = (_named(first, lines, str(nth)) for nth in itertools.count())
    return next(name for name in names if not tx.orders.by_external_ref(first.tenant_id, name))


def _named(first: Order, *what_for: str) -> str:
    return f"{first.external_ref[:100]}-r{hashlib.sha256(' '.join(what_for).encode()).hexdigest()[:16]}"


def _wanted(first: Order, item_ids: Sequence[str]) -> list[OrderItem]:
    unknown = sorted(set(item_ids) - {item.id for item in first.items})
    if unknown:
        raise InputRefused("unknown_line", "This order has no such line.", "Take lines of this order.", id=unknown[0])
    return [item for item in first.items if not item_ids or item.id in item_ids]


def _not_the_same(message: str) -> PodError:
    return ChecksBlocked("not_the_same", message, "Make a new version, approve its proof, and order that.")
