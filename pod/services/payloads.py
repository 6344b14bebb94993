"""What a partner is told: everything of a hand-off, gathered before the call and the same for every attempt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fulfillment.base import HandOffDocument, HandOffFile, HandOffItem, HandOffOrder, Partner
from pod.model.design import Version
from pod.model.errors import Conflict
from pod.model.handoff import HandOff
from pod.model.order import Order, OrderItem
from pod.model.ownarea import OwnApproval, OwnPrint
from pod.model.printfile import PrintFile
from pod.model.product import PrintArea, Variant
from pod.model.proof import Approval, Proof
from pod.services import papers
from pod.services.recipes import as_placed
from pod.services.toolbox import Toolbox


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the order with all that is known of its version. `files` are those of Pod's own areas, as they were approved;
    `printed` take the place of those that the partner prints on an area of its own."""

    tenant_id: str
    item: OrderItem
    version: Version
    files: tuple[PrintFile, ...]
    proofs: tuple[Proof, ...]
    approvals: tuple[Approval, ...]
    own_prints: tuple[OwnPrint, ...] = ()
    own_approvals: tuple[OwnApproval, ...] = ()
    printed: tuple[OwnPrint, ...] = ()

    @property
    def leaving(self) -> tuple[PrintFile, ...]:
        """What the partner is given."""
        own = {made.area for made in self.printed}
        return (*(f for f in self.files if f.area not in own), *(f for made in self.printed for f in made.files))


class Payloads:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    def lines(self, order: Order, handoff: HandOff) -> tuple[Line, ...]:
        """Read at once; nothing is copied, hashed or drawn while the transaction is open."""
        tenant_id = order.tenant_id
        with self._tools.store.reading() as tx:
            return tuple(
                Line(
                    tenant_id,
                    item,
                    tx.designs.version(tenant_id, item.version_id),
                    tuple(tx.designs.print_files(tenant_id, item.version_id)),
                    tuple(tx.designs.proofs(tenant_id, item.version_id)),
                    tuple(tx.designs.approvals(tenant_id, item.version_id)),
                    tuple(tx.own_prints.of(tenant_id, item.version_id)),
                    tuple(tx.own_prints.approvals(tenant_id, item.version_id)),
                )
                for item in order.items
                if item.id in handoff.item_ids
            )

    def payload(self, partner: Partner, order: Order, handoff: HandOff, lines: Sequence[Line]) -> HandOffOrder:
        """Everything the partner is told, except its papers, which are drawn when it leaves. Where it fetches files, their
        addresses are signed now."""
        return HandOffOrder(
            reference=handoff.reference,
            order_ref=order.external_ref,
            created_at=handoff.created_at,
            ship_to=order.ship_to,
            items=tuple(self.item(partner, n, line) for n, line in enumerate(lines, 1)),
        )

    def item(self, partner: Partner, n: int, line: Line) -> HandOffItem:
        item, version = line.item, line.version
        product = self._tools.catalogue.product(item.sku)
        variant = next((v for v in product.variants if v.sku == item.variant), None)
        if variant is None:
            raise Conflict(
                "variant_gone",
                f"{product.name} has no variant “{item.variant}” any more.",
                "Put it back into the product's file, or cancel the order.",
            )
        cloth, proofs = product.cloth(variant.cloth), as_placed(version.recipe, line.proofs)
        return HandOffItem(
            line=n,
            sku=item.sku,
            product_name=product.name,
            variant=item.variant,
            size=variant.size,
            cloth=variant.cloth,
            cloth_rgb=cloth.rgb if cloth else "#ffffff",
            quantity=item.quantity,
            design_id=version.design_id,
            version=version.n,
            lettering=version.recipe.lettering.text if version.recipe.lettering else "",
            files=tuple(self._file(partner, product.area(f.area), variant, f) for f in line.leaving),
            thumbnail=self._tools.files.path(proofs[0].picture) if proofs else None,
            approved_by=", ".join(f"{a.role} {a.at:%Y-%m-%d %H:%M} UTC" for a in line.approvals),
            checks=_checks(version, line.leaving),
        )

    def _file(self, partner: Partner, area: PrintArea | None, variant: Variant, made: PrintFile) -> HandOffFile:
        place_px, place_ppi = _place(partner, area, variant, made.area)
        file = HandOffFile(
            area=made.area,
            format=made.format,
            sha256=made.file.sha256,
            bytes=made.file.bytes,
            width_px=made.width_px,
            height_px=made.height_px,
            ppi=made.output_ppi,
            trim_mm=made.trim_mm,
            bleed_mm=made.bleed_mm,
            art_mm=made.art_mm,
            colour=made.colour,
            path=self._tools.files.path(made.file),
            place_px=place_px,
            place_ppi=place_ppi,
        )
        return replace(file, url=self._tools.links.address(file.sha256, file.format)) if partner.fetches_files else file


def _place(partner: Partner, area: PrintArea | None, variant: Variant, name: str) -> tuple[tuple[int, int] | None, int]:
    """The partner's own area, as it says now where it can be asked, else as the product's file says; None for Pod's own."""
    told = partner.print_spec(variant.sku.partition("/")[0], variant.sku, name)
    if told:
        return (told.width_px, told.height_px), told.ppi
    row = area.row_of(partner.name, variant.size) if area else None
    return (row.px, row.ppi) if row else (None, 0)


def drawn_papers(order: HandOffOrder, folder: Path) -> tuple[HandOffDocument, ...]:
    drawn = [("packing-slip.pdf", papers.packing_slip(order))]
    drawn += [(f"job-ticket-{item.line}.pdf", papers.job_ticket(order, item)) for item in order.items]
    made = []
    for name, data in drawn:
        path = folder / name
        path.write_bytes(data)
        made.append(HandOffDocument(name, "application/pdf", path))
    return tuple(made)


def _checks(version: Version, files: Sequence[PrintFile]) -> tuple[str, ...]:
    lines = [
        f"{f.area}: {f.output_ppi:.0f} ppi, source {f.source_ppi:.0f} ppi, {f.findings.verdict}"
        for f in files
        if f.format == "png"
    ]
    return (*lines, f"recipe {version.recipe_sha256[:12]}")
