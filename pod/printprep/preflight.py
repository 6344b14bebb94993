"""Preflight: a finished file against a print area, whoever made it. All problems at once, each with its numbers."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from pod.imaging.load import load_picture, sniff
from pod.model.findings import Finding, Findings, Severity
from pod.model.geometry import MM_PER_INCH
from pod.model.product import PrintArea, ProcessLimits
from pod.printprep import checks
from pod.printprep.fit import MAX_SHEET_PX, Sheet
from pod.printprep.looking import look
from pod.printprep.master import MAX_MASTER_BYTES
from pod.printprep.page_checks import page_findings

Pixels = NDArray[np.uint8]

_PPI_TOLERANCE = 0.5


def preflight(data: bytes, area: PrintArea, process: ProcessLimits, *, cloth_rgb: str = "") -> Findings:
    """What keeps `data` (PNG, JPEG, WebP or PDF) from printing well on `area`. Raises `InputRefused` for other files."""
    sheet = Sheet.of(area)
    read = page_findings if sniff(data) == "application/pdf" else _picture
    return read(data, sheet, process, cloth_rgb) + Findings(tuple(checks.file_size(len(data), area)))


def _picture(data: bytes, sheet: Sheet, process: ProcessLimits, cloth_rgb: str) -> Findings:
    raster = load_picture(data, max_bytes=MAX_MASTER_BYTES, max_pixels=MAX_SHEET_PX)
    height_px, width_px = raster.pixels.shape[:2]
    sheet = Sheet.of(sheet.area.facing(width_px, height_px))
    found = [*_size(raster.pixels, sheet), *_tagged(data), *_resolution_tag(data, sheet)]
    as_sent = replace(sheet, width_px=width_px, height_px=height_px)
    found += checks.resolution(as_sent.ppi, sheet, process)
    return Findings(tuple(found)) + checks.pixel_findings(look(raster.pixels, as_sent, process, cloth_rgb))


def _size(pixels: Pixels, sheet: Sheet) -> Iterator[Finding]:
    height_px, width_px = pixels.shape[:2]
    if (width_px, height_px) != (sheet.width_px, sheet.height_px):
        yield Finding(
            "wrong_size",
            Severity.BLOCKED,
            "The file has other pixels than the print area: the printer would scale or cut it.",
            f"{width_px} × {height_px} px",
            f"{sheet.width_px} × {sheet.height_px} px",
            way_out="Run `pod prepare` on it: it is then fitted to the area.",
        )


def _tagged(data: bytes) -> Iterator[Finding]:
    if sniff(data) == "image/png" and not {b"iCCP", b"sRGB", b"cICP"} & set(_chunks(data)):
        yield Finding(
            "untagged_colour",
            Severity.CHOOSE,
            "The file does not say which colours its numbers mean; it is taken as sRGB.",
            "no profile",
            "sRGB profile",
            way_out="Save it with its colour profile, or run `pod prepare` on it.",
        )


def _resolution_tag(data: bytes, sheet: Sheet) -> Iterator[Finding]:
    if sniff(data) != "image/png":
        return
    chunk = _chunks(data).get(b"pHYs")
    tag = struct.unpack(">IIB", chunk)[0] * MM_PER_INCH / 1000 if chunk and len(chunk) == 9 else 0.0
    if abs(tag - sheet.tag_ppi) > _PPI_TOLERANCE:
        yield Finding(
            "resolution_tag",
            Severity.CHOOSE,
            "The file's resolution tag does not match the print size; some software would print it at another size.",
            f"{tag:.0f} ppi" if tag else "none",
            f"{sheet.tag_ppi:.0f} ppi",
            way_out="Run `pod prepare` on it; pixels stay as they are.",
        )


def _chunks(data: bytes) -> dict[bytes, bytes]:
    """A PNG's chunks before its pixels, by name (W3C PNG, third edition, 5.3)."""
    found, at = dict[bytes, bytes](), 8
    while at + 8 <= len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        if name in (b"IDAT", b"IEND"):
            break
        found[name] = data[at + 8 : at + 8 + length]
        at += 12 + length
    return found
