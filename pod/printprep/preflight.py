"""Preflight: a finished file against a print area, whoever made it. All problems at once, each with its numbers."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pikepdf
import pypdfium2
from numpy.typing import NDArray

from pod.drawing.pdfium_engine import PDFIUM_LOCK
from pod.imaging.load import load_picture, sniff
from pod.model.errors import InputRefused
from pod.model.findings import Finding, Findings, Severity
from pod.model.geometry import MM_PER_INCH, pt_to_mm
from pod.model.product import PrintArea, ProcessLimits
from pod.printprep import checks
from pod.printprep.fit import Sheet
from pod.printprep.master import MAX_MASTER_BYTES, MAX_MASTER_PX
from pod.printprep.pdf import boxes_pt

Pixels = NDArray[np.uint8]

_BOX_TOLERANCE_PT = 0.05
_PPI_TOLERANCE = 0.5
_PDF_LOOK_PX = 2000


def preflight(data: bytes, area: PrintArea, process: ProcessLimits, *, cloth_rgb: str = "") -> Findings:
    """What keeps `data` (PNG, JPEG, WebP or PDF) from printing well on `area`. Raises `InputRefused` for other files."""
    sheet = Sheet.of(area)
    if sniff(data) == "application/pdf":
        return _pdf(data, sheet, process, cloth_rgb)
    return _picture(data, sheet, process, cloth_rgb)


def _picture(data: bytes, sheet: Sheet, process: ProcessLimits, cloth_rgb: str) -> Findings:
    raster = load_picture(data, max_bytes=MAX_MASTER_BYTES, max_pixels=MAX_MASTER_PX)
    found = [*_size(raster.pixels, sheet), *_tagged(data), *_resolution_tag(data, sheet)]
    height_px, width_px = raster.pixels.shape[:2]
    as_sent = replace(sheet, width_px=width_px, height_px=height_px)
    found += checks.resolution(as_sent.ppi, sheet, process)
    return Findings(tuple(found)) + checks.pixel_findings(checks.look(raster.pixels, as_sent, process, cloth_rgb))


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
    if abs(tag - sheet.ppi) > _PPI_TOLERANCE:
        yield Finding(
            "resolution_tag",
            Severity.CHOOSE,
            "The file's resolution tag does not match the print size; some software would print it at another size.",
            f"{tag:.0f} ppi" if tag else "none",
            f"{sheet.ppi:.0f} ppi",
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


def _pdf(data: bytes, sheet: Sheet, process: ProcessLimits, cloth_rgb: str) -> Findings:
    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            found = [*_pages(document), *_boxes(document, sheet), *_fonts(document)]
    except pikepdf.PdfError as e:
        raise InputRefused(
            "pdf_unreadable", f"This PDF cannot be read ({type(e).__name__}).", "Save it again without a password."
        ) from e
    pixels = _rendered(data)
    as_shown = replace(sheet, width_px=pixels.shape[1], height_px=pixels.shape[0])
    return Findings(tuple(found), ("effective_ppi",)) + checks.pixel_findings(
        checks.look(pixels, as_shown, process, cloth_rgb)
    )


def _pages(document: pikepdf.Pdf) -> Iterator[Finding]:
    if len(document.pages) != 1:
        yield Finding(
            "page_count",
            Severity.BLOCKED,
            "A print file is one page for each piece.",
            f"{len(document.pages)} pages",
            "1 page",
            way_out="Save each page as a file of its own.",
        )


def _boxes(document: pikepdf.Pdf, sheet: Sheet) -> Iterator[Finding]:
    page = document.pages[0]
    media, trim = boxes_pt(sheet)
    wanted = {"/TrimBox": trim, "/BleedBox": media}
    for name, required in wanted.items():
        box = page.obj.get(name, page.mediabox)
        measured = [float(v) for v in list(box)]
        sides = (measured[2] - measured[0], measured[3] - measured[1])
        needed = (required[2] - required[0], required[3] - required[1])
        if any(abs(a - b) > _BOX_TOLERANCE_PT for a, b in zip(sides, needed, strict=True)):
            yield Finding(
                name[1:].lower().replace("box", "_box"),
                Severity.BLOCKED,
                f"The page's {name[1:]} has another size than the print area.",
                f"{pt_to_mm(sides[0]):.2f} × {pt_to_mm(sides[1]):.2f} mm",
                f"{pt_to_mm(needed[0]):.2f} × {pt_to_mm(needed[1]):.2f} mm",
                way_out="Export it at the area's size, or run `pod prepare` on the picture.",
            )


def _fonts(document: pikepdf.Pdf) -> Iterator[Finding]:
    loose = sorted(
        str(o.get("/FontName", "?"))
        for o in document.objects
        if isinstance(o, pikepdf.Dictionary)
        and o.get("/Type") == "/FontDescriptor"
        and not {"/FontFile", "/FontFile2", "/FontFile3"} & set(o.keys())
    )
    if loose:
        yield Finding(
            "font_not_embedded",
            Severity.BLOCKED,
            "The file uses a font that it does not carry: the printer would replace it.",
            ", ".join(loose),
            "all fonts embedded",
            way_out="Turn text into outlines, or embed its fonts.",
        )


def _rendered(data: bytes) -> Pixels:
    """The first page on transparency."""
    with PDFIUM_LOCK:
        document = pypdfium2.PdfDocument(data)
        try:
            page = document[0]
            scale = _PDF_LOOK_PX / max(page.get_size())
            bitmap = page.render(
                scale=scale,
                fill_color=(0, 0, 0, 0),
                rev_byteorder=True,
                force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRA,
            )
            return np.array(bitmap.to_numpy())
        finally:
            document.close()
