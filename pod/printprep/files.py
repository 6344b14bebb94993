"""`prepare`: a recipe's print files, one after the other, each measured before it is given out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pod import composition
from pod.drawing import UNITS
from pod.imaging.colour import srgb_icc
from pod.imaging.png import PngWriter
from pod.lettering import set_type
from pod.model.errors import InputRefused
from pod.model.findings import Finding, Findings, Severity
from pod.model.geometry import Box, Size, px_covering
from pod.model.product import Background, PrintArea, ProcessLimits, Product
from pod.model.recipe import LetteringLayer, Placement, Recipe
from pod.printprep import bleed, checks, pdf
from pod.printprep.contour import Cut, cut_findings, cut_line
from pod.printprep.fit import MAX_SHEET_PX, Sheet, placed
from pod.printprep.master import Art, Master, open_master

Pixels = NDArray[np.uint8]

_BLEED_REACH_PX = 8

PREP_VERSION = "2"
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
    title: str
    when: datetime


@dataclass(frozen=True, slots=True)
class _Laid:
    """An area with its art on it, ready to be written."""

    job: _Job
    sheet: Sheet
    art: Art
    pixels: Pixels
    art_px: Box
    ground: str
    source_ppi: float
    cut: Cut | None
    findings: Findings


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
) -> tuple[PreparedFile, ...]:
    """The print files of every placement (or of `areas`), in the area's formats (or `formats`).

    `when` is written into the files: pass the version's date, so that the same recipe gives the same bytes. Findings
    do not stop it; a blocked one is the caller's to act on. Raises `InputRefused` for an unknown area or format.
    """
    _known(formats or ())
    wanted = [
        (placement, _area(product, recipe, placement))
        for placement in recipe.placements
        if areas is None or placement.area in areas
    ]
    cloth = product.cloth(recipe.cloth)
    job = _Job(process, cloth.rgb if cloth else "", title, when)
    art = open_master(recipe, master)
    made = list[PreparedFile]()
    for placement, area in wanted:
        laid = _lay(job, area, placement, art, recipe.lettering)
        made += [_written(laid, format_, out_dir) for format_ in _known(formats or area.formats)]
    return tuple(made)


def _area(product: Product, recipe: Recipe, placement: Placement) -> PrintArea:
    """The area as it lies for this picture; a place that was asked for counts from the area as it stands."""
    area = product.area(placement.area)
    if area is None:
        names = ", ".join(a.name for a in product.areas)
        raise InputRefused("unknown_area", f"{product.name} has no print area “{placement.area}”.", f"It has: {names}.")
    return area if placement.box_mm else area.facing(recipe.artwork.width_px, recipe.artwork.height_px)


def _known(formats: tuple[str, ...]) -> tuple[str, ...]:
    unknown = [f for f in formats if f not in _WRITERS]
    if unknown:
        raise InputRefused(
            "unknown_format", f"Print files are not made as {', '.join(unknown)}.", f"Use: {', '.join(_WRITERS)}."
        )
    return formats


def _lay(job: _Job, area: PrintArea, placement: Placement, artwork: Art, lettering: LetteringLayer | None) -> _Laid:
    """Places the art, draws it once at final size and looks at what came out."""
    sheet = _sheet(area)
    art, type_mm = _lettered(artwork, lettering, area, placement) if lettering else (artwork, None)
    pixels, art_px, ground = _inked(sheet, art, placement, job.cloth_rgb)
    found = _closed(sheet, art, pixels, art_px)
    if not ground:
        composition.bleed_colour(_around(pixels, art_px))  # some printers' software scales colour and alpha apart
    art_mm = sheet.to_mm(art_px)
    source_ppi = art.source_ppi(Size(art_mm.width, art_mm.height)) or sheet.ppi
    found += checks.resolution(source_ppi, sheet, job.process)
    found += checks.type_size(type_mm, job.process) if type_mm is not None else ()
    looked = checks.look(pixels, sheet, job.process, "" if ground else job.cloth_rgb)
    cut = cut_line(pixels, sheet, job.process) if area.cut else None
    found += cut_findings(cut, job.process) if cut else ()
    findings = checks.pixel_findings(looked) + Findings(tuple(found))
    return _Laid(job, sheet, art, pixels, art_px, ground, source_ppi, cut, findings)


def sketch(recipe: Recipe, product: Product, master: Master, area_name: str, *, ppi: int) -> Pixels:
    """What `prepare` would print on the area, drawn at `ppi` and unchecked: for a quick look, never for a printer."""
    placement = next((p for p in recipe.placements if p.area == area_name), Placement(area_name))
    area = replace(_area(product, recipe, placement), target_ppi=ppi, px=None)
    art, cloth, sheet = open_master(recipe, master), product.cloth(recipe.cloth), _sheet(area)
    if recipe.lettering:
        art, _ = _lettered(art, recipe.lettering, area, placement)
    pixels, art_px, _ = _inked(sheet, art, placement, cloth.rgb if cloth else "")
    _closed(sheet, art, pixels, art_px)
    return pixels


def _inked(sheet: Sheet, art: Art, placement: Placement, cloth_rgb: str) -> tuple[Pixels, Box, str]:
    """The sheet with the art drawn once, at its final size; where that is; and the ground it was laid in first, or ""."""
    art_px = sheet.to_px(_place(art, sheet.area, placement))
    pixels = np.zeros((sheet.height_px, sheet.width_px, 4), dtype=np.uint8)
    ground = cloth_rgb or "#ffffff" if sheet.area.background is Background.FULL else ""
    if ground:
        bleed.lay_ground(pixels, ground)
    art.draw(pixels, art_px)
    return pixels, art_px, ground


def _around(pixels: Pixels, box: Box) -> Pixels:
    """The sheet where the box lies and a little further, as a view."""
    near = box.grown(_BLEED_REACH_PX)
    return pixels[max(0, int(near.top)) : max(0, int(near.bottom)), max(0, int(near.left)) : max(0, int(near.right))]


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


def _closed(sheet: Sheet, art: Art, pixels: Pixels, art_px: Box) -> list[Finding]:
    """Opaque art on an area with bleed or a full ground runs on to the edge, in place; what could not is told."""
    area = sheet.area
    if not art.opaque or (area.background is not Background.FULL and not area.bleed_mm):
        return []
    reach = px_covering(2 * area.bleed_mm, area.target_ppi)
    ways = bleed.extend(pixels, art_px, reach)
    if "bars" in ways:
        return [_bars(sheet, art_px)]
    return [_mirrored(area)] if "mirrored" in ways else []


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


def _written(laid: _Laid, format_: str, folder: Path) -> PreparedFile:
    area = laid.sheet.area
    path = folder / f"{area.name}.{format_}"
    _WRITERS[format_](laid, path)
    findings = laid.findings + Findings(tuple(checks.file_size(path.stat().st_size, area)))
    return PreparedFile(
        area=area.name,
        format=format_,
        path=path,
        width_px=laid.sheet.width_px,
        height_px=laid.sheet.height_px,
        trim_mm=Size(area.width_mm, area.height_mm),
        bleed_mm=area.bleed_mm,
        art_mm=laid.sheet.to_mm(laid.art_px),
        output_ppi=laid.sheet.ppi,
        source_ppi=laid.source_ppi,
        colour=area.colour,
        prep_version=PREP_VERSION,
        findings=findings,
    )


def _write_png(laid: _Laid, path: Path) -> None:
    """RGBA where the product shows through, RGB where the ground is full."""
    channels = 3 if laid.ground else 4
    with path.open("wb") as stream:
        writer = PngWriter(
            stream, laid.sheet.width_px, laid.sheet.height_px, channels, ppi=laid.sheet.tag_ppi, icc=srgb_icc()
        )
        for top in range(0, laid.sheet.height_px, 256):
            writer.write(laid.pixels[top : top + 256, :, :channels])
        writer.close()


def _write_pdf(laid: _Laid, path: Path) -> None:
    art_mm, cut = laid.sheet.to_mm(laid.art_px), laid.cut.path if laid.cut else None
    job, art = laid.job, laid.art
    page = pdf.Page(laid.sheet, job.title, job.when, art.drawing, art.ink, art_mm, laid.ground, cut)
    pdf.write_page(path, page, laid.pixels)


_WRITERS: Mapping[str, Callable[[_Laid, Path], None]] = {"png": _write_png, "pdf": _write_pdf}
