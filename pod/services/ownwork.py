"""Picture work on partners' own areas, in a child process: their print files, compared with those that are approved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from pod import printprep
from pod.imaging.png import encode_png
from pod.imaging.webp import encode_webp
from pod.model.ownarea import Departure, OwnArea, departure, placement_on
from pod.model.printfile import PrintFile
from pod.model.product import PrintArea
from pod.model.recipe import Recipe
from pod.printprep import PreparedFile
from pod.services.picturework import PrintTask, in_printed_colours, opened, print_files


@dataclass(frozen=True, slots=True)
class Approved:
    """The PNG of Pod's own area, which lies at `path`: what an own print is compared with."""

    path: Path
    file: PrintFile


@dataclass(frozen=True, slots=True)
class OwnTask:
    """`only_beyond`: those that depart further than an approval covers; the others wait until they are ordered."""

    prints: PrintTask
    areas: tuple[OwnArea, ...]
    approved: tuple[Approved, ...]
    only_beyond: bool = False


@dataclass(frozen=True, slots=True)
class OwnMade:
    """`proof` and `shown` where the print departs further than an approval covers."""

    own: OwnArea
    approved_sha256: str
    files: tuple[PreparedFile, ...]
    departure: Departure
    proof: Path | None = None
    shown: Path | None = None


def make_own_prints(task: OwnTask) -> tuple[OwnMade, ...]:
    approved = {each.file.area: each for each in task.approved}
    made = (_made(task, own, n, approved[own.area.name]) for n, own in enumerate(task.areas))
    return tuple(each for each in made if each)


def _made(task: OwnTask, own: OwnArea, n: int, approved: Approved) -> OwnMade | None:
    ours, theirs, recipe = _laid_there(task.prints, own, approved.file)
    product = replace(task.prints.product, areas=(theirs,))
    master = opened(task.prints.master, task.prints.vector)
    box_mm = printprep.art_boxes(recipe, product, master)[theirs.name]
    departs = departure(ours, approved.file.art_mm, theirs, box_mm)
    if task.only_beyond and departs.within:
        return None
    folder = task.prints.folder / f"own-{n}"
    folder.mkdir()
    files = print_files(replace(task.prints, recipe=recipe, product=product, folder=folder), master)
    png = next(file for file in files if file.format == "png")
    printed = _read(png.path, png)
    departs = replace(departs, unlike=printprep.unlike(_read(approved.path, approved.file), printed))
    made = OwnMade(own, approved.file.file.sha256, files, departs)
    return made if departs.within else _with_proof(made, task.prints, _on_mockup(theirs, ours), printed, folder)


def _laid_there(prints: PrintTask, own: OwnArea, approved: PrintFile) -> tuple[PrintArea, PrintArea, Recipe]:
    """Both areas as they lie for this picture, and the recipe of the own print."""
    layer, ours = prints.recipe.artwork, prints.product.area(own.area.name)
    if ours is None:
        raise LookupError(f"{prints.product.sku} has no area {own.area.name}")
    ours, theirs = (area.facing(layer.width_px, layer.height_px) for area in (ours, own.area))
    placement = next(p for p in prints.recipe.placements if p.area == ours.name)
    there = placement_on(theirs, ours, placement, approved.art_mm)
    return ours, theirs, replace(prints.recipe, placements=(there,))


def _read(path: Path, made: PreparedFile | PrintFile) -> printprep.Printed:
    return printprep.Printed(printprep.print_pixels(path.read_bytes()), made.trim_mm, made.bleed_mm, made.art_mm)


def _with_proof(made: OwnMade, prints: PrintTask, area: PrintArea, printed: printprep.Printed, folder: Path) -> OwnMade:
    cloth = prints.product.cloth(prints.recipe.cloth) or prints.product.cloths[0]
    art = in_printed_colours(printed.pixels, area, prints.press_profile)
    picture = printprep.on_product(art, prints.product, area, cloth, prints.process, width_px=printprep.PROOF_PX)
    proof, shown = folder / "proof.png", folder / "proof.webp"
    proof.write_bytes(encode_png(picture))
    shown.write_bytes(encode_webp(picture))
    return replace(made, proof=proof, shown=shown)


def _on_mockup(area: PrintArea, ours: PrintArea) -> PrintArea:
    """A product is drawn in one size: there the area's middle is where the middle of Pod's own is."""
    if ours.on_mockup_mm is None:
        return area
    left, top = ours.on_mockup_mm
    return replace(
        area,
        on_mockup_mm=(left + (ours.width_mm - area.width_mm) / 2, top + (ours.height_mm - area.height_mm) / 2),
    )
