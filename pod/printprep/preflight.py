"""Preflight: a finished file against a print area, whoever made it. All problems at once, each with its numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from pod.imaging.load import Raster, load_inks, load_picture, sniff
from pod.model.errors import InputRefused
from pod.model.findings import Finding, Findings, Severity
from pod.model.product import PrintArea, ProcessLimits
from pod.printprep import checks
from pod.printprep.fit import MAX_SHEET_PX, Sheet
from pod.printprep.ink_load import ink_findings
from pod.printprep.looking import look
from pod.printprep.marking import marked
from pod.printprep.master import MAX_MASTER_BYTES
from pod.printprep.page_checks import Press, page_findings
from pod.printprep.pages.boxes import no_bleed
from pod.printprep.profiles import press_profile

Pixels = NDArray[np.uint8]

_PPI_TOLERANCE = 0.5
_TAGGED_TYPES = ("image/png", "image/tiff")
"""A JPEG's tag is a camera's habit and WebP has none: no printer's software goes by them."""


def preflight(
    data: bytes, area: PrintArea, process: ProcessLimits, *, press: Press = press_profile, cloth_rgb: str = ""
) -> Findings:
    """What keeps `data` (PNG, JPEG, WebP, TIFF or PDF) from printing well on `area`. Raises `InputRefused` for other files.

    `press` is the press that will print it: its profile limits the ink of a CMYK file where the process does not.
    """
    return _examined(data, area, process, press, cloth_rgb)[0]


def preflight_marked(
    data: bytes, area: PrintArea, process: ProcessLimits, *, press: Press = press_profile, cloth_rgb: str = ""
) -> tuple[Findings, Pixels | None]:
    """The findings, and a picture of the file in which their places are marked; None where it cannot be shown."""
    findings, looked_at = _examined(data, area, process, press, cloth_rgb)
    return findings, None if looked_at is None else marked(looked_at, findings)


def _examined(
    data: bytes, area: PrintArea, process: ProcessLimits, press: Press, cloth_rgb: str
) -> tuple[Findings, Pixels | None]:
    read = page_findings if sniff(data) == "application/pdf" else _picture
    _refuse_impossible(area)
    findings, looked_at = read(data, Sheet.of(area), process, press, cloth_rgb)
    return findings + Findings(tuple(checks.file_size(len(data), area))), looked_at


def _picture(
    data: bytes, sheet: Sheet, process: ProcessLimits, press: Press, cloth_rgb: str
) -> tuple[Findings, Pixels]:
    raster = load_picture(data, max_bytes=MAX_MASTER_BYTES, max_pixels=MAX_SHEET_PX)
    height_px, width_px = raster.pixels.shape[:2]
    sheet = Sheet.of(sheet.area.facing(width_px, height_px))
    as_sent = replace(sheet, width_px=width_px, height_px=height_px)
    found = [
        *_size(raster.pixels, sheet),
        *_colour(raster),
        *_resolution_tag(raster, sheet),
        *checks.resolution(as_sent.ppi, sheet, process),
    ]
    findings = Findings(tuple(found))
    if raster.source_mode == "CMYK":
        inks = load_inks(data, max_bytes=MAX_MASTER_BYTES, max_pixels=MAX_SHEET_PX)
        findings += ink_findings(inks, as_sent, process, press())
    looked = look(raster.pixels, as_sent, process, cloth_rgb)
    return findings + checks.pixel_findings(looked), raster.pixels


def _refuse_impossible(area: PrintArea) -> None:
    """A size of one's own, or of a data file, that no file could ever have."""
    sides, margins = (area.width_mm, area.height_mm), (area.bleed_mm, area.safe_mm)
    sound = all(0 < v < math.inf for v in sides) and all(0 <= v < math.inf for v in margins)
    if not sound or 2 * area.safe_mm >= min(sides):
        raise InputRefused(
            "area_impossible",
            f"Nothing can be {area.width_mm:g} × {area.height_mm:g} mm with {area.bleed_mm:g} mm bleed and {area.safe_mm:g} mm safe margin.",
            "Give sizes above 0, margins of 0 or more, and a safe margin that leaves something of the area.",
            measured_mm=(*sides, *margins),
        )


def _size(pixels: Pixels, sheet: Sheet) -> Iterator[Finding]:
    height_px, width_px = pixels.shape[:2]
    if (width_px, height_px) == (sheet.width_px, sheet.height_px):
        return
    if sheet.area.bleed_mm and _is_trim(width_px, height_px, sheet):
        yield no_bleed(sheet)
    else:
        yield Finding(
            "wrong_size",
            Severity.BLOCKED,
            "The file has other pixels than the print area: the printer would scale or cut it.",
            f"{width_px} × {height_px} px",
            f"{sheet.width_px} × {sheet.height_px} px",
            way_out="Run `pod prepare` on it: it is then fitted to the area.",
        )


def _is_trim(width_px: int, height_px: int, sheet: Sheet) -> bool:
    """Whether it is the finished piece to the pixel, at the area's own resolution, and nothing beyond."""
    return max(abs(width_px - sheet.trim_px.width), abs(height_px - sheet.trim_px.height)) <= 1


_HOW_COLOURS_ARE_TOLD: Mapping[str, tuple[str, str]] = {
    "untagged_colour": ("sRGB profile", "Save it with its colour profile, or run `pod prepare` on it."),
    "untagged_inks": ("sRGB profile", "Save it with its press profile, or as sRGB."),
    "unusable_profile": ("sRGB profile", "Save it anew with its colour profile."),
    "converted_colour": ("sRGB", "Run `pod prepare` on it: it converts the colours, which a printer may not."),
    "bright_colour": ("sRGB", "Save it for ordinary screens (SDR), or run `pod prepare` and look at the proof."),
    "sixteen_bits": ("8 bits", "Run `pod prepare` on it; not every printer's software reads 16 bits."),
    "turned": ("stored upright", "Run `pod prepare` on it: some software does not heed the turn."),
}
"""A note of the way in: what is required of a finished file, and the way out."""


def _colour(raster: Raster) -> Iterator[Finding]:
    for note in raster.notes:
        required, way_out = _HOW_COLOURS_ARE_TOLD[note.rule]
        yield Finding(note.rule, Severity.CHOOSE, note.message, note.measured or "turned", required, way_out=way_out)


def _resolution_tag(raster: Raster, sheet: Sheet) -> Iterator[Finding]:
    if raster.media_type not in _TAGGED_TYPES or abs(raster.tag_ppi - sheet.tag_ppi) <= _PPI_TOLERANCE:
        return
    yield Finding(
        "resolution_tag",
        Severity.CHOOSE,
        "The file's resolution tag does not match the print size; some software would print it at another size.",
        f"{raster.tag_ppi:.0f} ppi" if raster.tag_ppi else "none",
        f"{sheet.tag_ppi:.0f} ppi",
        way_out="Run `pod prepare` on it; pixels stay as they are.",
    )
