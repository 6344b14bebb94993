"""Rows of the desk's lists: so many queries for a page, whatever is on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import TypeVar

from pod.model.artwork import Artwork
from pod.model.caller import Caller
from pod.model.design import Design, Version
from pod.model.findings import Findings
from pod.model.money import Money
from pod.model.order import Order, OrderItem
from pod.model.printfile import PrintFile
from pod.model.product import Product
from pod.model.proof import ApprovalRole
from pod.services.approving import NEEDED
from pod.services.deskviews import DesignRow, Look, OrderLine, OrderRow
from pod.services.openverbs import design_verbs, order_verbs
from pod.services.ports import Tx
from pod.services.toolbox import Toolbox

T = TypeVar("T")

_VERSION = attrgetter("version_id")


class DeskRows:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def of_designs(self, tx: Tx, caller: Caller, designs: Sequence[Design]) -> tuple[DesignRow, ...]:
        tenant_id, current = caller.tenant_id, [d.current_version_id for d in designs if d.current_version_id]
        versions = tx.designs.versions_named(tenant_id, current)
        artworks = tx.designs.artworks(tenant_id, [a for a in map(_shown_artwork, designs) if a])
        files = _grouped(tx.designs.print_files_of(tenant_id, current), _VERSION)
        proofs = _grouped(tx.designs.proofs_of(tenant_id, current), _VERSION)
        approvals = _grouped(tx.designs.approvals_of(tenant_id, current), _VERSION)
        unanswered = self._without_the_shops_yes(tx, tenant_id, current)
        products = self.products()

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

    def of_orders(self, tx: Tx, caller: Caller, orders: Sequence[Order]) -> tuple[OrderRow, ...]:
        tenant_id, version_ids = caller.tenant_id, list({i.version_id for o in orders for i in o.items})
        versions = tx.designs.versions_named(tenant_id, version_ids)
        designs = tx.designs.many(tenant_id, list({v.design_id for v in versions.values()}))
        artworks = tx.designs.artworks(tenant_id, [v.recipe.artwork.artwork_id for v in versions.values()])
        files = _grouped(tx.designs.print_files_of(tenant_id, version_ids), _VERSION)
        approvals = _grouped(tx.designs.approvals_of(tenant_id, version_ids), _VERSION)
        handoffs = _grouped(tx.orders.handoffs_of(tenant_id, [o.id for o in orders]), attrgetter("order_id"))
        needed, products = NEEDED[self._tools.approvals], self.products()

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

    def products(self) -> Mapping[str, Product]:
        return {product.sku: product for product in self._tools.catalogue.products()}


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
