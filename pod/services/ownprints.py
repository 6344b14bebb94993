"""Own prints: a version's files for the print areas of partners who have their own.

What was approved is what prints: an own print is made from the approved recipe, compared with the approved file, and covered
by its approval as long as the art comes out nearly as large and nearly where it was (`Departure.within`). One that is
further off has a proof, and needs a yes of its own. Those of partners that are set up are there before anybody is asked; for
the others, and for areas that a partner has changed, they are made when a hand-off needs them.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import structlog

from fulfillment.base import Partner
from pod.model.caller import system_caller
from pod.model.design import Design, Version
from pod.model.errors import PodError
from pod.model.ownarea import OwnArea, OwnPrint, own_area
from pod.model.printfile import PrintFile
from pod.model.product import Product
from pod.model.proof import ApprovalRole
from pod.services.approving import missing_approvals
from pod.services.ownwork import Approved, OwnMade, OwnTask, make_own_prints
from pod.services.payloads import Line
from pod.services.printset import PREPARE_MB, PREPARE_S, kept, print_task
from pod.services.toolbox import Toolbox

log = structlog.get_logger("pod.ownprints")


class OwnPrints:
    def __init__(self, tools: Toolbox) -> None:
        self._tools = tools

    # --- before an approval

    def to_be_shown(self, design: Design, version: Version, files: Sequence[PrintFile]) -> tuple[OwnPrint, ...]:
        """Those of partners that are set up which an approval of `files` would not cover, each with its proof.

        What cannot be made here is no reason against the design: it is tried again when it is ordered, and held there.
        """
        product = self._tools.catalogue.product(version.recipe.product)
        areas = tuple(_at_all(self._tools.partners, product, _compared(files)))
        try:
            return self._made(design, version, files, areas, only_beyond=True) if areas else ()
        except PodError as e:
            log.warning("ownprints.not_made", version=version.id, reason=str(e))
            return ()

    # --- for a hand-off

    def for_partner(self, partner: Partner, lines: Sequence[Line]) -> tuple[Line, ...]:
        """The lines with the files that `partner` prints; those that nobody has made yet are made now.

        `PartnerFailed` where the partner had to be asked for its areas and did not say.
        """
        return tuple(self._with_own_prints(partner, line) for line in lines)

    def _with_own_prints(self, partner: Partner, line: Line) -> Line:
        product = self._tools.catalogue.product(line.item.sku)
        variant = next((v for v in product.variants if v.sku == line.item.variant), None)
        if variant is None or not line.files:
            return line
        areas = tuple(_asked_of(partner, product, _compared(line.files), variant.size, variant.sku))
        there = {own.sha256: self._there(line, own) for own in areas}
        missing = tuple(own for own in areas if there[own.sha256] is None)
        there |= {made.area_sha256: made for made in (self._made_now(line, missing) if missing else ())}
        # always in the order of the areas: what is sent is named by it
        return replace(line, printed=tuple(made for own in areas if (made := there[own.sha256])))

    def _there(self, line: Line, own: OwnArea) -> OwnPrint | None:
        """The newest whose files are all still there and whole: others are made anew."""
        made = [o for o in line.own_prints if o.area_sha256 == own.sha256]
        return next((o for o in reversed(made) if all(self._tools.files.verify(f.file) for f in o.files)), None)

    def _made_now(self, line: Line, areas: tuple[OwnArea, ...]) -> tuple[OwnPrint, ...]:
        version, tenant_id = line.version, line.tenant_id
        with self._tools.store.reading() as tx:
            design = tx.designs.get(tenant_id, version.design_id)
        made = self._made(design, version, line.files, areas)
        with self._tools.store.writing() as tx:
            tx.own_prints.add(system_caller(tenant_id, "own_prints"), made)
            # where two have made it at once, what was there first counts
            there = {own.area_sha256: own for own in tx.own_prints.of(tenant_id, version.id)}
            return tuple(there[own.area_sha256] for own in made)

    def _made(
        self,
        design: Design,
        version: Version,
        files: Sequence[PrintFile],
        areas: tuple[OwnArea, ...],
        *,
        only_beyond: bool = False,
    ) -> tuple[OwnPrint, ...]:
        with self._tools.files.workspace() as folder:
            approved = tuple(Approved(self._tools.files.path(f.file), f) for f in files if f.format == "png")
            task = OwnTask(print_task(self._tools, design, version, folder), areas, approved, only_beyond)
            made = self._tools.offload.call(make_own_prints, task, timeout_s=PREPARE_S, memory_mb=PREPARE_MB)
            return tuple(self._kept(version, own) for own in made)

    def _kept(self, version: Version, made: OwnMade) -> OwnPrint:
        own, files = made.own, self._tools.files
        return OwnPrint(
            id=secrets.token_hex(16),
            version_id=version.id,
            partner=own.partner,
            sizes=own.sizes,
            area=own.area.name,
            area_sha256=own.sha256,
            size_mm=own.size_mm,
            recipe_sha256=version.recipe_sha256,
            approved_sha256=made.approved_sha256,
            prep_version=made.files[0].prep_version,
            departure=made.departure,
            files=tuple(kept(self._tools, version, file) for file in made.files),
            proof=files.put_file(made.proof, "image/png") if made.proof else None,
            shown=files.put_file(made.shown, "image/webp") if made.shown else None,
        )

    # --- what speaks against it

    def speaks_against(self, lines: Sequence[Line]) -> list[str]:
        """Everything that is wrong with what would be printed on areas of the partner's own."""
        return [
            f"{line.item.variant}: {wrong}"
            for line in lines
            for own in line.printed
            for wrong in self._wrong(line, own)
        ]

    def _wrong(self, line: Line, own: OwnPrint) -> Iterator[str]:
        ours = next((f for f in line.files if f.area == own.area and f.format == "png"), None)
        if ours is None or (own.recipe_sha256, own.approved_sha256) != (line.version.recipe_sha256, ours.file.sha256):
            yield f"the file for {own.partner}’s {own.area} was not made from what was approved. Make it again."
            return
        missing = self._not_said_yes(line, own)
        if missing and not own.departure.within:
            yield _area_differs(own, ours, missing)
        for file in own.files:
            yield from (f"{f.message} {f.measured}; {f.required} is allowed." for f in file.findings.blocked)
            if not self._tools.files.verify(file.file):
                yield f"the stored file for {own.partner}’s {own.area} is damaged on the disk. Put it back from a backup."

    def _not_said_yes(self, line: Line, own: OwnPrint) -> tuple[ApprovalRole, ...]:
        given = [a for a in line.own_approvals if (a.own_print_id, a.hashes) == (own.id, own.hashes)]
        return missing_approvals(self._tools.approvals, given)


def _area_differs(own: OwnPrint, ours: PrintFile, missing: Sequence[ApprovalRole]) -> str:
    trim, bleed = ours.trim_mm, ours.bleed_mm
    approved = f"{trim.width + 2 * bleed:.1f} × {trim.height + 2 * bleed:.1f} mm"
    return (
        f"{own.partner} prints {own.area} on {own.size_mm.width:.1f} × {own.size_mm.height:.1f} mm, and it was approved on"
        f" {approved}: {own.departure.words}. The design’s page shows a proof of it: once the {' and the '.join(missing)}"
        " has said yes to that, hand it off again."
    )


def _compared(files: Sequence[PrintFile]) -> tuple[str, ...]:
    """The areas that an own print can be made for: there is a picture of what was approved."""
    return tuple(f.area for f in files if f.format == "png")


def _at_all(partners: Iterable[str], product: Product, names: Sequence[str]) -> Iterator[OwnArea]:
    """Every own area that the product's file knows of, each once with all of its sizes."""
    found: dict[tuple[str, str], OwnArea] = {}
    ours = [area for area in product.areas if area.name in names]
    every = (own_area(area, partner, size) for partner in partners for area in ours for size in product.sizes)
    for own in filter(None, every):
        before = found.get((own.partner, own.sha256))
        found[own.partner, own.sha256] = replace(own, sizes=(*(before.sizes if before else ()), *own.sizes))
    yield from found.values()


def _asked_of(partner: Partner, product: Product, names: Sequence[str], size: str, variant: str) -> Iterator[OwnArea]:
    """As the partner says now where it can be asked, else as the product's file says."""
    for name in names:
        ours = product.area(name)
        told = partner.print_spec(product.sku, variant, name)
        px = ((told.width_px, told.height_px), told.ppi) if told else None
        own = own_area(ours, partner.name, size, px) if ours else None
        if own:
            yield own
