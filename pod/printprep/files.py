"""`prepare`: a recipe's print files, one after the other, each measured before it is given out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.drawing import UNITS
from pod.imaging.ahead import ahead
from pod.imaging.press import PressProfile
from pod.lettering import set_type
from pod.model.errors import InputRefused
from pod.model.findings import Finding, Findings, Severity
from pod.model.geometry import Box, Size, px_covering
from pod.model.product import Background, PrintArea, ProcessLimits, Product, Wrap
from pod.model.recipe import LetteringLayer, Placement, Recipe
from pod.printprep import bleed, checks
from pod.printprep.contour import cut_findings
from pod.printprep.fit import MAX_SHEET_PX, Sheet, placed
from pod.printprep.inking import Inking
from pod.printprep.looking import Lookout
from pod.printprep.master import Art, Master, open_master
from pod.printprep.pdf.inks import Inks
from pod.printprep.plates import PlateMaker
from pod.printprep.presswork import press_findings
from pod.printprep.profiles import shipped_profile
from pod.printprep.soft import SoftInk
from pod.printprep.writing import FORMATS, Labels, writers

Pixels = NDArray[np.uint8]

PREP_VERSION = "3"
"""Raised whenever the same recipe would give other bytes: files of another version are compared before they print."""


@dataclass(frozen=True, slots=True)
class PreparedFile:
    """One file in the folder that was given. `art_mm`: the ink box from the trim's left upper corner."""

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


@dataclass(frozen=True, slots=True)
class _Job:
    """What all files of one call have in common."""

    process: ProcessLimits
    cloth_rgb: str
    labels: Labels
    profile: PressProfile | None


@dataclass(frozen=True, slots=True)
class _Laid:
    """An area with its art in place, ready to be inked; `findings` are those that need no pixels of the sheet."""

    job: _Job
    inking: Inking
    inks: Inks
    source_ppi: float
    findings: Findings

    @property
    def sheet(self) -> Sheet:
        return self.inking.sheet


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
    """The print files of every placement (or of `areas`), in the area's formats (or `formats`).

    `when` is written into the files: pass the version's date, so that the same recipe gives the same bytes. Findings
    do not stop it; a blocked one is the caller's to act on. `press` gives the profile of PDF/X and CMYK. Raises `InputRefused` for an unknown area or format.
    """
    _known(formats or ())
    wanted = [
        (placement, _area(product, recipe, placement))
        for placement in recipe.placements
        if areas is None or placement.area in areas
    ]
    cloth = product.cloth(recipe.cloth)
    job = _Job(process, cloth.rgb if cloth else "", Labels(title, when), press())
    art = open_master(recipe, master)
    made = list[PreparedFile]()
    for placement, area in wanted:
        laid = _lay(job, area, placement, art, recipe.lettering)
        made += _printed(laid, _known(formats or area.formats), out_dir)
    return tuple(made)


def _area(product: Product, recipe: Recipe, placement: Placement) -> PrintArea:
    """The area as it lies for this picture; a place that was asked for counts from the area as it stands."""
    area = product.area(placement.area)
    if area is None:
        names = ", ".join(a.name for a in product.areas)
        raise InputRefused("unknown_area", f"{product.name} has no print area “{placement.area}”.", f"It has: {names}.")
    return area if placement.box_mm else area.facing(recipe.artwork.width_px, recipe.artwork.height_px)


def _known(formats: tuple[str, ...]) -> tuple[str, ...]:
    unknown = [f for f in formats if f not in FORMATS]
    if unknown:
        raise InputRefused(
            "unknown_format", f"Print files are not made as {', '.join(unknown)}.", f"Use: {', '.join(FORMATS)}."
        )
    return formats


def _lay(job: _Job, area: PrintArea, placement: Placement, artwork: Art, lettering: LetteringLayer | None) -> _Laid:
    """Decides where the art lands, how it is fitted and how it runs on, before a pixel is drawn."""
    sheet = _sheet(area)
    art, type_mm = _lettered(artwork, lettering, area, placement) if lettering else (artwork, None)
    inking = _inking(sheet, art, placement, job.cloth_rgb)
    art_mm = sheet.to_mm(inking.art_px)
    source_ppi = art.source_ppi(Size(art_mm.width, art_mm.height)) or sheet.ppi
    found = [
        *_bleed_findings(inking),
        *checks.resolution(source_ppi, sheet, job.process),
        *(checks.type_size(type_mm, job.process) if type_mm is not None else ()),
    ]
    return _Laid(job, inking, Inks.of(area, job.profile), source_ppi, Findings(tuple(found)))


def sketch(recipe: Recipe, product: Product, master: Master, area_name: str, *, ppi: int) -> Pixels:
    """What `prepare` would print on the area, drawn at `ppi` and unchecked: for a quick look, never for a printer."""
    placement = next((p for p in recipe.placements if p.area == area_name), Placement(area_name))
    area = replace(_area(product, recipe, placement), target_ppi=ppi, px=None)
    art, cloth, sheet = open_master(recipe, master), product.cloth(recipe.cloth), _sheet(area)
    if recipe.lettering:
        art, _ = _lettered(art, recipe.lettering, area, placement)
    pixels = np.concatenate(list(_inking(sheet, art, placement, cloth.rgb if cloth else "").strips()))
    return pixels if pixels.shape[2] == 4 else np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2RGBA), dtype=np.uint8)


def _inking(sheet: Sheet, art: Art, placement: Placement, cloth_rgb: str) -> Inking:
    ground = cloth_rgb or "#ffffff" if sheet.area.background is Background.FULL else ""
    art_px = sheet.to_px(_place(art, sheet.area, placement))
    return Inking(sheet, art, art_px, ground, _bleed(sheet, art, art_px, placement))


def _bleed(sheet: Sheet, art: Art, art_px: Box, placement: Placement) -> bleed.Plan:
    """Opaque art on an area with bleed or a full ground runs on to the edge."""
    area = sheet.area
    if not art.opaque or (area.background is not Background.FULL and not area.bleed_mm):
        return bleed.Plan()
    samples = art.samples(bleed.LOOK_PX)
    reach_px = px_covering(2 * area.bleed_mm, area.target_ppi)
    wrap = placement.wrap if area.wrap_mm else Wrap.MIRROR
    return bleed.planned(samples, art_px, sheet.width_px, sheet.height_px, reach_px=reach_px, wrap=wrap)


def _place(art: Art, area: PrintArea, placement: Placement) -> Box:
    return placed(area, placement.fit, art.ink.width / art.ink.height, opaque=art.opaque, asked_mm=placement.box_mm)


def _lettered(artwork: Art, layer: LetteringLayer, area: PrintArea, placement: Placement) -> tuple[Art, float]:
    """The artwork with its words, and the height of their small letters in mm.

    An outline is given in mm, but how large the artwork comes out depends on the ink, outline included: set once to
    find out, and again to be exact.
    """
    width_mm = min(area.width_mm, area.height_mm)
    for _ in range(2 if layer.outline_mm else 1):
        setting = set_type(layer, width_mm=width_mm)
        art = artwork.lettered(setting)
        width_mm = _place(art, area, placement).width / art.ink.width * UNITS
    return art, setting.x_height * width_mm


def _sheet(area: PrintArea) -> Sheet:
    sheet = Sheet.of(area)
    if sheet.width_px * sheet.height_px > MAX_SHEET_PX:
        raise InputRefused(
            "print_too_large",
            f"{area.width_mm:g} × {area.height_mm:g} mm at {area.target_ppi} ppi are {sheet.width_px} × {sheet.height_px} px.",
            "Ask for a lower resolution: large prints are looked at from afar.",
            measured=sheet.width_px * sheet.height_px,
            required=MAX_SHEET_PX,
        )
    return sheet


def _bleed_findings(inking: Inking) -> Iterator[Finding]:
    if bleed.Way.BARS in inking.bleed.ways:
        yield _bars(inking.sheet, inking.art_px)
    elif bleed.Way.MIRRORED in inking.bleed.ways:
        yield _mirrored(inking.sheet.area)


def _bars(sheet: Sheet, art_px: Box) -> Finding:
    return Finding(
        "bars",
        Severity.CHOOSE,
        "The picture has another shape than the print: empty bars stay beside it.",
        f"{art_px.width:.0f} × {art_px.height:.0f} px",
        f"{sheet.width_px} × {sheet.height_px} px",
        way_out="Choose the fit “cover”, which fills the print and cuts a little off.",
    )


def _mirrored(area: PrintArea) -> Finding:
    return Finding(
        "bleed_mirrored",
        Severity.FIXED,
        "The picture ended at the cut; its edge was mirrored outwards.",
        "0 mm bleed",
        f"{area.bleed_mm:g} mm",
        after=f"{area.bleed_mm:g} mm",
    )


def _printed(laid: _Laid, formats: tuple[str, ...], folder: Path) -> list[PreparedFile]:
    """Inks the sheet once: every file takes its strips as they go by, and so does the look at what came out."""
    sheet, process, cloth_rgb = laid.sheet, laid.job.process, "" if laid.inking.ground else laid.job.cloth_rgb
    soft = SoftInk(sheet.area, process, cloth_rgb=cloth_rgb, px_per_mm=min(sheet.px_per_mm))
    lookout, plates = Lookout(sheet, process, cloth_rgb), PlateMaker(sheet, process, cloth_rgb)
    paths = {format_: folder / f"{sheet.area.name}.{format_}" for format_ in formats}
    files = writers(laid.inking, laid.inks, laid.job.labels, paths, as_pixels=soft.changes)
    for strip in ahead(soft.strips(laid.inking.strips())):
        lookout.see(strip)
        plates.see(strip)
        for file in files:
            file.add(strip)
    made = plates.made()
    for file in files:
        file.close(made)
    looked = lookout.looked()
    found = [
        *soft.findings(),
        *press_findings(looked.small, sheet.area, process, laid.job.profile),
        *(cut_findings(made.cut, process) if made.cut else ()),
    ]
    findings = checks.pixel_findings(looked) + laid.findings + Findings(tuple(found))
    return [_prepared(laid, format_, path, findings) for format_, path in paths.items()]


def _prepared(laid: _Laid, format_: str, path: Path, findings: Findings) -> PreparedFile:
    sheet, area = laid.sheet, laid.sheet.area
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
        colour="cmyk" if laid.inks.cmyk and format_ != "png" else "srgb",
        prep_version=PREP_VERSION,
        findings=findings + Findings(tuple(checks.file_size(path.stat().st_size, area))),
    )
