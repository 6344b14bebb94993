"""The desk: what the shop's people look at. Each view is one reading transaction with a fixed number of queries.

`may` names the verbs that are open to the caller from the state that is shown; the verbs themselves check again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TypeVar

from pod.model.caller import Caller
from pod.model.claim import UNSETTLED
from pod.model.design import Candidate, Design, Version
from pod.model.freshness import OfferSeen
from pod.model.handoff import HandOff
from pod.model.ledger import LedgerRow, LedgerState
from pod.model.listing import Needs, Page
from pod.model.message import MessageState
from pod.model.order import OrderState
from pod.model.proof import ApprovalRole
from pod.services.approving import NEEDED
from pod.services.asking import ledger_key
from pod.services.deskrows import DeskRows
from pod.services.deskviews import (
    CandidateCase,
    DesignCase,
    DesignRow,
    Group,
    HandOffCase,
    OrderCase,
    OrderRow,
    Waiting,
)
from pod.services.openverbs import handoff_verbs
from pod.services.ports import Tx
from pod.services.queue import parked
from pod.services.recalling import open_without_asking
from pod.services.toolbox import Toolbox, must_look

T = TypeVar("T")

FEW = 8
"""How many of a kind the first page shows; the rest is behind a link."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list is asked for. `q` looks in numbers, names, mails, words and ids."""

    state: str = ""
    product: str = ""
    q: str = ""
    needs: Needs | None = None
    cursor: str = ""
    oldest_first: bool = False
    limit: int = 50


class Desk:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools
        self._rows = DeskRows(tools)

    # --- lists

    def waiting(self, caller: Caller) -> Waiting:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return Waiting(
                designs=tuple(self._designs_needing(tx, caller, needs) for needs in self._design_needs()),
                orders=(
                    self._orders_in(tx, caller, OrderState.RECEIVED),
                    self._orders_in(tx, caller, OrderState.ON_HOLD),
                    self._orders_needing(tx, caller, Needs.PARTNER),
                ),
                parked=tuple(one for one in parked(tx, caller.tenant_id) if one.awaited),
                unknown_calls=tx.ledger.page(caller.tenant_id, limit=1).counts.get(LedgerState.UNKNOWN.value, 0),
                claims=sum(tx.claims.page(caller.tenant_id, limit=1).counts.get(s.value, 0) for s in UNSETTLED),
                undelivered=tx.messages.page(caller.tenant_id, limit=1).counts.get(MessageState.DEAD.value, 0),
            )

    def designs(self, caller: Caller, wanted: Filter) -> Page[DesignRow]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            page = tx.designs.page(caller.tenant_id, **asdict(wanted))
            return Page(self._rows.of_designs(tx, caller, page.items), page.next_cursor, page.counts)

    def orders(self, caller: Caller, wanted: Filter) -> Page[OrderRow]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            page = tx.orders.page(caller.tenant_id, **asdict(wanted))
            return Page(self._rows.of_orders(tx, caller, page.items), page.next_cursor, page.counts)

    def designs_named(self, caller: Caller, design_ids: Sequence[str]) -> tuple[DesignRow, ...]:
        """In the order that is asked for; what is not there is left out."""
        must_look(caller)
        with self._tools.store.reading() as tx:
            return self._rows.of_designs(
                tx, caller, _in_order(tx.designs.many(caller.tenant_id, design_ids), design_ids)
            )

    def orders_named(self, caller: Caller, order_ids: Sequence[str]) -> tuple[OrderRow, ...]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return self._rows.of_orders(tx, caller, _in_order(tx.orders.many(caller.tenant_id, order_ids), order_ids))

    # --- one thing

    def design(self, caller: Caller, design_id: str, version_id: str = "") -> DesignCase:
        """With the files and proofs of the version that is named, or else of the current one."""
        must_look(caller)
        with self._tools.store.reading() as tx:
            design = tx.designs.get(caller.tenant_id, design_id)
            (row,) = self._rows.of_designs(tx, caller, [design])
            versions = tuple(tx.designs.versions(caller.tenant_id, design_id))
            wanted = version_id or design.current_version_id
            shown = next((v for v in versions if v.id == wanted), None)
            return DesignCase(
                row=row,
                candidates=_candidates(tx, design),
                versions=versions,
                approvals=tuple(tx.designs.approvals_of(caller.tenant_id, [v.id for v in versions])),
                shown=shown,
                files=tuple(tx.designs.print_files(caller.tenant_id, shown.id)) if shown else (),
                proofs=tuple(tx.designs.proofs(caller.tenant_id, shown.id)) if shown else (),
                own_prints=tuple(tx.own_prints.of(caller.tenant_id, shown.id)) if shown else (),
                own_approvals=tuple(tx.own_prints.approvals(caller.tenant_id, shown.id)) if shown else (),
                orders=tuple(tx.orders.of_design(caller.tenant_id, design_id)),
                history=tuple(tx.designs.history(caller.tenant_id, design_id)),
                offers=self._offers(tx, design, shown),
                now=self._tools.clock.now(),
            )

    def _offers(self, tx: Tx, design: Design, shown: Version | None) -> tuple[OfferSeen, ...]:
        cloth = shown.recipe.cloth if shown else design.brief.cloth
        product = self._rows.products().get(design.brief.product)
        variants = [v.sku for v in product.variants if v.cloth == cloth] if product else []
        return tuple(o for o in tx.offers.of_variants(variants) if o.partner in self._tools.partners)

    def order(self, caller: Caller, order_id: str) -> OrderCase:
        must_look(caller)
        with self._tools.store.reading() as tx:
            (row,) = self._rows.of_orders(tx, caller, [tx.orders.get(caller.tenant_id, order_id)])
            subjects = (order_id, *(h.reference for h in row.handoffs))
            return OrderCase(
                row=row,
                handoffs=tuple(self._handoff(tx, caller, h) for h in row.handoffs),
                routings=tuple(reversed(tx.orders.routings(caller.tenant_id, order_id))),
                history=tuple(tx.designs.history(caller.tenant_id, *subjects)),
            )

    # --- what waits

    def _design_needs(self) -> tuple[Needs, ...]:
        """Where the shop's yes is not asked for, no proof waits for it."""
        shop_approves = ApprovalRole.SHOP in NEEDED[self._tools.approvals]
        return (Needs.APPROVAL, Needs.REPAIR) if shop_approves else (Needs.REPAIR,)

    def _designs_needing(self, tx: Tx, caller: Caller, needs: Needs) -> Group[DesignRow]:
        page = tx.designs.page(caller.tenant_id, needs=needs, limit=FEW, oldest_first=True)
        return Group(needs.value, self._rows.of_designs(tx, caller, page.items), sum(page.counts.values()))

    def _orders_needing(self, tx: Tx, caller: Caller, needs: Needs) -> Group[OrderRow]:
        page = tx.orders.page(caller.tenant_id, needs=needs, limit=FEW, oldest_first=True)
        return Group(needs.value, self._rows.of_orders(tx, caller, page.items), sum(page.counts.values()))

    def _orders_in(self, tx: Tx, caller: Caller, state: OrderState) -> Group[OrderRow]:
        page = tx.orders.page(caller.tenant_id, state=state.value, limit=FEW, oldest_first=True)
        return Group(state.value, self._rows.of_orders(tx, caller, page.items), page.counts.get(state.value, 0))

    def _handoff(self, tx: Tx, caller: Caller, handoff: HandOff) -> HandOffCase:
        partner = self._tools.partners.get(handoff.partner)
        change = tx.address_changes.of(caller.tenant_id, handoff.reference)
        return HandOffCase(
            handoff=handoff,
            place=partner.place_of(handoff.reference) if partner and handoff.sent_at else "",
            shipments=tuple(tx.orders.shipments(caller.tenant_id, handoff.reference)),
            may=handoff_verbs(handoff, change) if caller.may_operate() else frozenset(),
            open=open_without_asking(handoff, partner, change),
            change=change,
        )


def _candidates(tx: Tx, design: Design) -> tuple[CandidateCase, ...]:
    artworks = tx.designs.artworks(design.tenant_id, [c.artwork_id for c in design.candidates if c.artwork_id])
    calls = tx.ledger.page(design.tenant_id, design_id=design.id, limit=200).items
    return tuple(
        CandidateCase(
            candidate,
            artworks.get(candidate.artwork_id),
            tuple(row for row in reversed(calls) if _is_of(row, candidate)),
        )
        for candidate in design.candidates
    )


def _is_of(row: LedgerRow, candidate: Candidate) -> bool:
    """A call of any round of the candidate."""
    first = ledger_key(replace(candidate, round=0, repairs=()))
    return row.job_key == first or row.job_key.startswith(f"{first}:")


def _in_order(found: Mapping[str, T], ids: Iterable[str]) -> list[T]:
    return [found[key] for key in dict.fromkeys(ids) if key in found]
