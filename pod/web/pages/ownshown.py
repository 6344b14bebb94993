"""The other sides of a design, and the sizes in which a partner prints it on another area, as the shopper's page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pod.model.design import Version
from pod.model.geometry import Box
from pod.model.ownarea import OwnPrint
from pod.model.printfile import PrintFile
from pod.model.product import Product
from pod.model.proof import ApprovalRole, Proof
from pod.web.context import caller, services
from pod.web.files import file_url
from pod.web.pages import wording
from pod.web.strings import text


@dataclass(frozen=True, slots=True)
class SideShown:
    """A print area beside the first."""

    picture: str
    size_text: str


@dataclass(frozen=True, slots=True)
class OwnShown:
    """`id` of an own print, the sizes that it is for (none where the product has one only), and whether it has the shopper's yes."""

    id: str
    picture: str
    sizes: str
    size_text: str
    approved_text: str
    approved: bool


def sides(files: Sequence[PrintFile], proofs: Sequence[Proof]) -> tuple[SideShown, ...]:
    of_area = {f.area: f for f in files}
    return tuple(
        SideShown(file_url(p.light), wording.size_cm(of_area[p.area])) for p in proofs[1:] if p.area in of_area
    )


def own(version: Version, product: Product, files: Sequence[PrintFile]) -> tuple[OwnShown, ...]:
    """Those that need a yes of their own; the others come out as the proof shows."""
    prints, given = services().designs.own_prints(caller(), version.id)
    said = {a.own_print_id for a in given if a.role is ApprovalRole.SHOPPER}
    approved = {f.area: f.art_mm for f in files}
    return tuple(
        _own(o, product, approved[o.area], said=o.id in said) for o in prints if o.shown and o.area in approved
    )


def _own(made: OwnPrint, product: Product, approved_mm: Box, *, said: bool) -> OwnShown:
    art_mm = made.files[0].art_mm
    return OwnShown(
        id=made.id,
        picture=file_url(made.shown) if made.shown else "",
        sizes=", ".join(made.sizes) if len(product.sizes) > 1 else "",
        size_text=wording.size_cm(made.files[0]),
        approved_text=text(
            "own.approved_size", width=f"{approved_mm.width / 10:.1f}", height=f"{approved_mm.height / 10:.1f}"
        )
        if abs(art_mm.width - approved_mm.width) >= 1
        else "",
        approved=said,
    )
