"""`prepare`: a recipe's print files, one after the other, each measured before it is given out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.imaging.ahead import ahead
from pod.imaging.memory import give_back
from pod.imaging.press import PressProfile
from pod.model.errors import InputRefused
from pod.model.findings import Findings
from pod.model.geometry import Box, Size
from pod.model.product import BlackInk, PrintArea, ProcessLimits, Product
from pod.model.recipe import LetteringLayer, Placement, Recipe
from pod.printprep import checks
from pod.printprep.as_paths import Trace, Traced, as_paths
from pod.printprep.contour import cut_findings
from pod.printprep.laying import Laid, Worded, inked, lay, lettered, words_box_mm
from pod.printprep.looking import Lookout
from pod.printprep.master import Master, open_master
from pod.printprep.pdf.inks import Inks
from pod.printprep.plates import PlateMaker
from pod.printprep.presswork import press_findings
from pod.printprep.profiles import shipped_profile
from pod.printprep.soft import SoftInk
from pod.printprep.writing import FORMATS, Labels, writers

Pixels = NDArray[np.uint8]

PREP_VERSION = "9"
"""Raised whenever the same recipe would give other bytes: files of another version are compared before they print."""


@dataclass(frozen=True, slots=True)
class PreparedFile:
    """One file in the folder that was given. `art_mm`: the ink box from the trim's left upper corner. `trace`: where the
    picture was made into paths for it."""

    area: str
    format: str
    path: Path
    width_px: int
    height_px: int
    trim_mm: Size
    bleed_mm: float
    art_mm: Box
    output_ppi: float
    source_ppi: float
    colour: str
    prep_version: str
    findings: Findings
    trace: Trace | None = None


def prepare(
    recipe: Recipe,
    product: Product,
    process: ProcessLimits,
    master: Master,
    out_dir: Path,
    *,
    formats: tuple[str, ...] | None = None,
    areas: tuple[str, ...] | None = None,
    title: str = "",
    when: datetime,
    press: Callable[[], PressProfile | None] = shipped_profile,
) -> tuple[PreparedFile, ...]:
    """The print files of every placement (or of `areas`), in the area's formats (or `formats`). With “svg” among
    them all are made of paths, and a picture is traced.

    `when` is written into the files: pass the version's date, so that the same recipe gives the same bytes. Findings
    do not stop it; a blocked one is the caller's to act on. `press` gives the profile of PDF/X and CMYK. Raises `InputRefused` for an unknown area or format.
    """
    _known(formats or ())
    wanted = [
        (placement, _area(product, recipe, placement))
        for placement in recipe.placements
        if areas is None or placement.area in areas
    ]
    cloth, profile = product.cloth(recipe.cloth), press()
    art, labels = open_master(recipe, master), Labels(title, when)
    made = list[PreparedFile]()
    for placement, area in wanted:
        asked = _known(formats or area.formats)
        paths = as_paths(art, area, placement, process) if "svg" in asked else Traced(art, placement)
        laid = lay(paths.art, recipe.lettering, area, paths.placement, process, cloth.rgb if cloth else "")
        laid = replace(laid, findings=paths.findings + laid.findings)
        made += [replace(file, trace=paths.trace) for file in _printed(laid, profile, labels, asked, out_dir)]
    return tuple(made)


def art_boxes(recipe: Recipe, product: Product, master: Master) -> dict[str, Box]:
    """Where `prepare` lays the art on each area, in mm from the trim's left upper corner; no pixel of a file is drawn."""
    art, cloth = open_master(recipe, master), product.cloth(recipe.cloth)
    boxes = dict[str, Box]()
    for placement in recipe.placements:
        area = _area(product, recipe, placement)
        laid = inked(art, recipe.lettering, area, placement, cloth.rgb if cloth else "")
        boxes[placement.area] = laid.sheet.to_mm(laid.art_px)
    return boxes


@dataclass(frozen=True, slots=True)
class WordsLaid:
    """How words come out on one area: their box in mm from the trim's left upper corner, and the height of their small
    letters. `held`: the picture stays where it is printed now; where it cannot, `wanted_mm` is what the words would need
    beside it, and `room_mm` what there is."""

    area: str
    held: bool
    box_mm: Box
    wanted_mm: Size
    room_mm: Size
    x_height_mm: float
    min_x_height_mm: float
    lines: tuple[str, ...]


def words_laid(
    recipe: Recipe, product: Product, process: ProcessLimits, master: Master, layers: Iterable[LetteringLayer]
) -> tuple[tuple[WordsLaid, ...], ...]:
    """What `prepare` would make of each of `layers` on each of the recipe's areas. The picture is opened once for all, and
    nothing of it is drawn."""
    art = open_master(recipe, master)
    wanted = [(placement, _area(product, recipe, placement)) for placement in recipe.placements]
    return tuple(
        tuple(_words_on(lettered(art, layer, area, placement), area, placement, process) for placement, area in wanted)
        for layer in layers
    )


def _words_on(worded: Worded, area: PrintArea, placement: Placement, process: ProcessLimits) -> WordsLaid:
    box = words_box_mm(worded, area, placement)
    wanted, room = worded.beside_mm or (Size(box.width, box.height), Size(box.width, box.height))
    return WordsLaid(
        area.name,
        worded.held,
        box,
        wanted,
        room,
        round(worded.x_height_mm, 2),
        worded.required_mm(process),
        worded.setting.lines,
    )


def _area(product: Product, recipe: Recipe, placement: Placement) -> PrintArea:
    """The area as it lies for this picture; a place that was asked for counts from the area as it stands."""
    area = product.area(placement.area)
    if area is None:
        names = ", ".join(a.name for a in product.areas)
        raise InputRefused("unknown_area", f"{product.name} has no print area “{placement.area}”.", f"It has: {names}.")
    if placement.black is BlackInk.CLOTH:
        area = replace(area, remove_black=True)
    return area if placement.box_mm else area.facing(recipe.artwork.width_px, recipe.artwork.height_px)


def _known(formats: tuple[str, ...]) -> tuple[str, ...]:
    unknown = [f for f in formats if f not in FORMATS]
    if unknown:
        raise InputRefused(
            "unknown_format", f"Print files are not made as {', '.join(unknown)}.", f"Use: {', '.join(FORMATS)}."
        )
    return formats


def sketch(recipe: Recipe, product: Product, master: Master, area_name: str, *, ppi: int) -> Pixels:
    """What `prepare` would print on the area, drawn at `ppi` and unchecked: for a quick look, never for a printer."""
    placement = next((p for p in recipe.placements if p.area == area_name), Placement(area_name))
    area = replace(_area(product, recipe, placement), target_ppi=ppi, px=None)
    cloth = product.cloth(recipe.cloth)
    strips = inked(open_master(recipe, master), recipe.lettering, area, placement, cloth.rgb if cloth else "").strips()
    pixels = np.concatenate(list(strips))
    return pixels if pixels.shape[2] == 4 else np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2RGBA), dtype=np.uint8)


def _printed(
    laid: Laid, profile: PressProfile | None, labels: Labels, formats: tuple[str, ...], folder: Path
) -> list[PreparedFile]:
    """Inks the sheet once: every file takes its strips as they go by, and so does the look at what came out."""
    inking, process = laid.inking, laid.process
    sheet, cloth_rgb = inking.sheet, "" if inking.ground else laid.cloth_rgb
    drawing = inking.drawing_mm
    soft = SoftInk(sheet.area, process, cloth_rgb=cloth_rgb, px_per_mm=min(sheet.px_per_mm), drawing=drawing)
    lookout = Lookout(sheet, process, cloth_rgb)
    plates = PlateMaker(sheet, process, cloth_rgb, None if soft.changes else drawing)
    paths = {format_: folder / f"{sheet.area.name}.{format_}" for format_ in formats}
    inks = Inks.of(sheet.area, profile)
    files = writers(inking, inks, labels, paths, as_pixels=soft.changes)
    for strip in ahead(soft.strips(inking.strips())):
        lookout.see(strip)
        plates.see(strip)
        for file in files:
            file.add(strip)
    made = plates.made()
    for file in files:
        file.close(made)
    give_back()
    looked = lookout.looked()
    found = [
        *soft.findings(),
        *press_findings(looked.small, sheet.area, process, profile),
        *(cut_findings(made.cut, process) if made.cut else ()),
    ]
    findings = checks.pixel_findings(looked) + laid.findings + Findings(tuple(found))
    return [_prepared(laid, inks, format_, path, findings) for format_, path in paths.items()]


def _prepared(laid: Laid, inks: Inks, format_: str, path: Path, findings: Findings) -> PreparedFile:
    sheet, area = laid.inking.sheet, laid.inking.sheet.area
    return PreparedFile(
        area=area.name,
        format=format_,
        path=path,
        width_px=sheet.width_px,
        height_px=sheet.height_px,
        trim_mm=Size(area.width_mm, area.height_mm),
        bleed_mm=area.bleed_mm,
        art_mm=sheet.to_mm(laid.inking.art_px),
        output_ppi=sheet.ppi,
        source_ppi=laid.source_ppi,
        colour="cmyk" if inks.cmyk and format_ != "png" else "srgb",
        prep_version=PREP_VERSION,
        findings=findings + Findings(tuple(checks.file_size(path.stat().st_size, area))),
    )
