"""The desk: what the shop's people look at. Each view is one reading transaction with a fixed number of queries.

`may` names the verbs that are open to the caller from the state that is shown; the verbs themselves check again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from operator import attrgetter
from typing import Generic, TypeVar

from pod.model.artwork import Artwork, FileRef
from pod.model.caller import Caller
from pod.model.claim import UNSETTLED
from pod.model.design import Candidate, Design, Version
from pod.model.findings import Findings
from pod.model.freshness import OfferSeen
from pod.model.handoff import HandOff
from pod.model.ledger import LedgerRow, LedgerState
from pod.model.listing import History, Needs, Page
from pod.model.message import MessageState
from pod.model.money import Money
from pod.model.order import Order, OrderItem, OrderState
from pod.model.ownarea import OwnApproval, OwnPrint
from pod.model.printfile import PrintFile
from pod.model.product import Product
from pod.model.proof import Approval, ApprovalRole, Proof
from pod.model.readdress import AddressChange
from pod.model.recall import StillOpen
from pod.model.routing import Routing
from pod.model.shipment import Shipment
from pod.services.approving import NEEDED
from pod.services.asking import ledger_key
from pod.services.openverbs import design_verbs, handoff_verbs, order_verbs
from pod.services.ports import Tx
from pod.services.queue import Parked, parked
from pod.services.recalling import open_without_asking
from pod.services.toolbox import Toolbox, must_look

T = TypeVar("T")

_VERSION = attrgetter("version_id")

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


@dataclass(frozen=True, slots=True)
class Look:
    """A picture to know a design by, and the cloth that it lies on."""

    picture: FileRef | None
    product: str
    cloth: str
    cloth_rgb: str


@dataclass(frozen=True, slots=True)
class DesignRow:
    """`findings` are those of the print files, or of the artwork while there are none; None when nothing was measured."""

    design: Design
    look: Look
    version: Version | None
    lettering: str
    findings: Findings | None
    proofs: tuple[Proof, ...]
    approvals: tuple[Approval, ...]
    may: frozenset[str]


@dataclass(frozen=True, slots=True)
class OrderLine:
    """`lacks` are the approvals without which this line is not handed off."""

    item: OrderItem
    design: Design
    version: Version
    look: Look
    size: str
    lettering: str
    findings: Findings
    lacks: frozenset[ApprovalRole]


@dataclass(frozen=True, slots=True)
class OrderRow:
    """`total` is None where a line has no price."""

    order: Order
    lines: tuple[OrderLine, ...]
    handoffs: tuple[HandOff, ...]
    total: Money | None
    may: frozenset[str]

    @property
    def findings(self) -> Findings:
        return sum((line.findings for line in self.lines), Findings())

    @property
    def lacks(self) -> frozenset[ApprovalRole]:
        return frozenset().union(*(line.lacks for line in self.lines))


@dataclass(frozen=True, slots=True)
class Group(Generic[T]):
    """The first few of what waits for the same thing, and how many there are."""

    name: str
    rows: tuple[T, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for the shop, oldest first."""

    designs: tuple[Group[DesignRow], ...]
    orders: tuple[Group[OrderRow], ...]
    parked: tuple[Parked, ...]
    unknown_calls: int
    claims: int
    undelivered: int


@dataclass(frozen=True, slots=True)
class CandidateCase:
    """A candidate, and the calls that were made for it."""

    candidate: Candidate
    artwork: Artwork | None
    calls: tuple[LedgerRow, ...]


@dataclass(frozen=True, slots=True)
class DesignCase:
    """Everything about one design; `shown` is the version whose files and proofs are looked at. `offers` are what partners
    that are set up said last of the product in its cloth, where they have it not or were asked too long ago."""

    row: DesignRow
    candidates: tuple[CandidateCase, ...]
    versions: tuple[Version, ...]
    approvals: tuple[Approval, ...]
    shown: Version | None
    files: tuple[PrintFile, ...]
    proofs: tuple[Proof, ...]
    own_prints: tuple[OwnPrint, ...]
    own_approvals: tuple[OwnApproval, ...]
    orders: tuple[Order, ...]
    history: tuple[History, ...]
    offers: tuple[OfferSeen, ...]
    now: datetime

    @property
    def missing(self) -> tuple[OfferSeen, ...]:
        return tuple(offer for offer in self.offers if offer.unavailable(self.now))

    @property
    def not_verified(self) -> tuple[str, ...]:
        """Partners whose sizes nobody has read for long."""
        return tuple(dict.fromkeys(offer.partner for offer in self.offers if not offer.verified(self.now)))


@dataclass(frozen=True, slots=True)
class HandOffCase:
    """`change` is what its partner was asked about the address; `open` what can still be undone, as far as is known."""

    handoff: HandOff
    place: str
    shipments: tuple[Shipment, ...]
    may: frozenset[str]
    open: StillOpen
    change: AddressChange | None


@dataclass(frozen=True, slots=True)
class OrderCase:
    """`routings` are the decisions of where it goes, the newest first."""

    row: OrderRow
    handoffs: tuple[HandOffCase, ...]
    routings: tuple[Routing, ...]
    history: tuple[History, ...]


class Desk:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

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
            return Page(self._design_rows(tx, caller, page.items), page.next_cursor, page.counts)

    def orders(self, caller: Caller, wanted: Filter) -> Page[OrderRow]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            page = tx.orders.page(caller.tenant_id, **asdict(wanted))
            return Page(self._order_rows(tx, caller, page.items), page.next_cursor, page.counts)

    def designs_named(self, caller: Caller, design_ids: Sequence[str]) -> tuple[DesignRow, ...]:
        """In the order that is asked for; what is not there is left out."""
        must_look(caller)
        with self._tools.store.reading() as tx:
            return self._design_rows(tx, caller, _in_order(tx.designs.many(caller.tenant_id, design_ids), design_ids))

    def orders_named(self, caller: Caller, order_ids: Sequence[str]) -> tuple[OrderRow, ...]:
        must_look(caller)
        with self._tools.store.reading() as tx:
            return self._order_rows(tx, caller, _in_order(tx.orders.many(caller.tenant_id, order_ids), order_ids))

    # --- one thing

    def design(self, caller: Caller, design_id: str, version_id: str = "") -> DesignCase:
        """With the files and proofs of the version that is named, or else of the current one."""
        must_look(caller)
        with self._tools.store.reading() as tx:
            design = tx.designs.get(caller.tenant_id, design_id)
            (row,) = self._design_rows(tx, caller, [design])
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
        product = self._products().get(design.brief.product)
        variants = [v.sku for v in product.variants if v.cloth == cloth] if product else []
        return tuple(o for o in tx.offers.of_variants(variants) if o.partner in self._tools.partners)

    def order(self, caller: Caller, order_id: str) -> OrderCase:
        must_look(caller)
        with self._tools.store.reading() as tx:
            (row,) = self._order_rows(tx, caller, [tx.orders.get(caller.tenant_id, order_id)])
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
        return Group(needs.value, self._design_rows(tx, caller, page.items), sum(page.counts.values()))

    def _orders_needing(self, tx: Tx, caller: Caller, needs: Needs) -> Group[OrderRow]:
        page = tx.orders.page(caller.tenant_id, needs=needs, limit=FEW, oldest_first=True)
        return Group(needs.value, self._order_rows(tx, caller, page.items), sum(page.counts.values()))

    def _orders_in(self, tx: Tx, caller: Caller, state: OrderState) -> Group[OrderRow]:
        page = tx.orders.page(caller.tenant_id, state=state.value, limit=FEW, oldest_first=True)
        return Group(state.value, self._order_rows(tx, caller, page.items), page.counts.get(state.value, 0))

    # --- rows

    def _design_rows(self, tx: Tx, caller: Caller, designs: Sequence[Design]) -> tuple[DesignRow, ...]:
        tenant_id, current = caller.tenant_id, [d.current_version_id for d in designs if d.current_version_id]
        versions = tx.designs.versions_named(tenant_id, current)
        artworks = tx.designs.artworks(tenant_id, [a for a in map(_shown_artwork, designs) if a])
        files = _grouped(tx.designs.print_files_of(tenant_id, current), _VERSION)
        proofs = _grouped(tx.designs.proofs_of(tenant_id, current), _VERSION)
        approvals = _grouped(tx.designs.approvals_of(tenant_id, current), _VERSION)
        unanswered = self._without_the_shops_yes(tx, tenant_id, current)
        products = self._products()

        def row(design: Design) -> DesignRow:
            version = versions.get(design.current_version_id)
            made = files.get(design.current_version_id, ())
            given = approvals.get(design.current_version_id, ())
            findings = _findings(design, made)
            return DesignRow(
                design=design,
                look=_look(design, version, artworks.get(_shown_artwork(design)), products),
                version=version,
                lettering=_lettering(version) if version else design.brief.lettering,
                findings=findings,
                proofs=proofs.get(design.current_version_id, ()),
                approvals=given,
                may=design_verbs(design, given, findings, unanswered) if caller.may_operate() else frozenset(),
            )

        return tuple(row(design) for design in designs)

    def _without_the_shops_yes(self, tx: Tx, tenant_id: str, version_ids: Sequence[str]) -> set[str]:
        """Versions with a proof for a partner's own area that waits for the shop, where it is asked at all."""
        asked = ApprovalRole.SHOP in NEEDED[self._tools.approvals]
        return tx.own_prints.without_yes(tenant_id, version_ids, ApprovalRole.SHOP) if asked else set()

    def _order_rows(self, tx: Tx, caller: Caller, orders: Sequence[Order]) -> tuple[OrderRow, ...]:
        tenant_id, version_ids = caller.tenant_id, list({i.version_id for o in orders for i in o.items})
        versions = tx.designs.versions_named(tenant_id, version_ids)
        designs = tx.designs.many(tenant_id, list({v.design_id for v in versions.values()}))
        artworks = tx.designs.artworks(tenant_id, [v.recipe.artwork.artwork_id for v in versions.values()])
        files = _grouped(tx.designs.print_files_of(tenant_id, version_ids), _VERSION)
        approvals = _grouped(tx.designs.approvals_of(tenant_id, version_ids), _VERSION)
        handoffs = _grouped(tx.orders.handoffs_of(tenant_id, [o.id for o in orders]), attrgetter("order_id"))
        needed, products = NEEDED[self._tools.approvals], self._products()

        def line(item: OrderItem) -> OrderLine:
            version = versions[item.version_id]
            design = designs[version.design_id]
            return OrderLine(
                item=item,
                design=design,
                version=version,
                look=_look(design, version, artworks.get(version.recipe.artwork.artwork_id), products),
                size=item.variant.split("/")[1] if item.variant.count("/") > 1 else item.variant,
                lettering=_lettering(version),
                findings=sum((f.findings for f in files.get(version.id, ())), Findings()),
                lacks=needed - {a.role for a in approvals.get(version.id, ())},
            )

        def row(order: Order) -> OrderRow:
            sent = handoffs.get(order.id, ())
            return OrderRow(
                order=order,
                lines=tuple(line(item) for item in order.items),
                handoffs=sent,
                total=_total(order.items),
                may=order_verbs(order, sent, len(self._tools.partners)) if caller.may_operate() else frozenset(),
            )

        return tuple(row(order) for order in orders)

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

    def _products(self) -> Mapping[str, Product]:
        return {product.sku: product for product in self._tools.catalogue.products()}


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


def _shown_artwork(design: Design) -> str:
    """The chosen candidate's artwork, or else the first that there is."""
    ready = [c for c in design.candidates if c.artwork_id]
    chosen = next((c for c in ready if c.n == design.chosen), None)
    return (chosen or ready[0]).artwork_id if ready else ""


def _look(design: Design, version: Version | None, artwork: Artwork | None, products: Mapping[str, Product]) -> Look:
    """A product or a cloth that the catalogue has no more keeps its name and lies on white."""
    cloth = version.recipe.cloth if version else design.brief.cloth
    product = products.get(design.brief.product)
    colour = product.cloth(cloth) if product else None
    picture = (artwork.thumb or artwork.preview) if artwork else None
    return Look(picture, product.name if product else design.brief.product, cloth, colour.rgb if colour else "#ffffff")


def _lettering(version: Version) -> str:
    return version.recipe.lettering.text if version.recipe.lettering else ""


def _findings(design: Design, files: Sequence[PrintFile]) -> Findings | None:
    if files:
        return sum((f.findings for f in files), Findings())
    drawn = next((c for c in design.candidates if c.n == design.chosen and c.artwork_id), None)
    return drawn.findings if drawn else None


def _grouped(found: Iterable[T], key: Callable[[T], str]) -> Mapping[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = {}
    for thing in found:
        groups.setdefault(key(thing), []).append(thing)
    return {name: tuple(things) for name, things in groups.items()}


def _total(items: Sequence[OrderItem]) -> Money | None:
    prices = [item.price.times(item.quantity) for item in items if item.price]
    if len(prices) < len(items) or not prices:
        return None
    return sum(prices[1:], prices[0])
