"""Preflight: a finished file against a print area, whoever made it. All problems at once, each with its numbers."""

from __future__ import annotations

import io
import math
import struct
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pikepdf
import pypdfium2
from numpy.typing import NDArray
from pikepdf import Matrix
from pikepdf.models.ctm import get_objects_with_ctm

from pod.drawing.pdfium_engine import PDFIUM_LOCK
from pod.imaging.load import load_picture, sniff
from pod.model.errors import InputRefused
from pod.model.findings import Finding, Findings, Severity
from pod.model.geometry import MM_PER_INCH, PT_PER_INCH, pt_to_mm
from pod.model.product import PrintArea, ProcessLimits
from pod.printprep import checks
from pod.printprep.fit import MAX_SHEET_PX, Sheet
from pod.printprep.master import MAX_MASTER_BYTES
from pod.printprep.pdf import boxes_pt

Pixels = NDArray[np.uint8]

_BOX_TOLERANCE_PT = 0.05
_PPI_TOLERANCE = 0.5
_PDF_LOOK_PX = 2000
_FORMS_DEEP = 12
_TINY_PX = 16
"""Pictures up to this size in both directions are patterns and dots: the Ghent Workgroup's checks exempt them."""


def preflight(data: bytes, area: PrintArea, process: ProcessLimits, *, cloth_rgb: str = "") -> Findings:
    """What keeps `data` (PNG, JPEG, WebP or PDF) from printing well on `area`. Raises `InputRefused` for other files."""
    sheet = Sheet.of(area)
    if sniff(data) == "application/pdf":
        return _pdf(data, sheet, process, cloth_rgb)
    return _picture(data, sheet, process, cloth_rgb)


def _picture(data: bytes, sheet: Sheet, process: ProcessLimits, cloth_rgb: str) -> Findings:
    raster = load_picture(data, max_bytes=MAX_MASTER_BYTES, max_pixels=MAX_SHEET_PX)
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


def _pdf(data: bytes, sheet: Sheet, process: ProcessLimits, cloth_rgb: str) -> Findings:
    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            page = _first_page(document)
            found = Findings(
                (
                    *_pages(document),
                    *_turned(page),
                    *_boxes(page, sheet),
                    *_fonts(document),
                    *_picture_resolution(page, sheet, process),
                )
            )
            crop = _outside_bleed(page)
    except (pikepdf.PdfError, pypdfium2.PdfiumError) as e:
        raise _unreadable(e) from e
    if crop is None:
        return found + Findings((), ("pixels",))
    pixels = _rendered(data, crop)
    as_shown = replace(sheet, width_px=pixels.shape[1], height_px=pixels.shape[0])
    return found + checks.pixel_findings(checks.look(pixels, as_shown, process, cloth_rgb))


def _unreadable(cause: Exception) -> InputRefused:
    return InputRefused(
        "pdf_unreadable", f"This PDF cannot be read ({type(cause).__name__}).", "Save it again without a password."
    )


def _first_page(document: pikepdf.Pdf) -> pikepdf.Page:
    if not len(document.pages):
        raise InputRefused("pdf_empty", "This PDF has no page.", "Export it again.")
    return document.pages[0]


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


def _turned(page: pikepdf.Page) -> Iterator[Finding]:
    """Ghent Workgroup 2022: neither /Rotate nor /UserUnit; presses differ in whether they heed them."""
    turn, unit = _rotation(page), float(page.obj.get("/UserUnit", 1))
    if turn or unit != 1:
        yield Finding(
            "page_turned",
            Severity.BLOCKED,
            "The page is turned or scaled by a setting that not every press heeds.",
            f"rotated {turn}°, scaled {unit:g}",
            "0°, 1",
            way_out="Export it upright and at its real size.",
        )


def _rotation(page: pikepdf.Page) -> int:
    """/Rotate is inherited from the page tree (7.7.3.4)."""
    node: pikepdf.Object | None = page.obj
    while node is not None:
        if (turn := node.get("/Rotate")) is not None:
            return int(turn) % 360
        node = node.get("/Parent")
    return 0


Sides = tuple[float, float, float, float]


def _box_pt(page: pikepdf.Page, name: str) -> Sides:
    """Left, bottom, right, top; a box that is not there is the CropBox, and that the MediaBox (ISO 32000-2, 14.11.2)."""
    stated = page.obj.get(name)
    x1, y1, x2, y2 = (float(v) for v in (page.cropbox if stated is None else list(stated)))
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _boxes(page: pikepdf.Page, sheet: Sheet) -> Iterator[Finding]:
    trim, bleed = _box_pt(page, "/TrimBox"), _box_pt(page, "/BleedBox")
    wanted_bleed, wanted_trim = boxes_pt(sheet)
    for name, box, wanted in (("TrimBox", trim, wanted_trim), ("BleedBox", bleed, wanted_bleed)):
        measured, required = _size_pt(box), _size_pt(wanted)
        if _differ(measured, required):
            yield Finding(
                f"{name.lower().removesuffix('box')}_box",
                Severity.BLOCKED,
                f"The page's {name} has another size than the print area.",
                _in_mm(measured, " × "),
                _in_mm(required, " × "),
                way_out="Export it at the area's size, or run `pod prepare` on the picture.",
            )
    measured, required = _margins_pt(trim, bleed), _margins_pt(wanted_trim, wanted_bleed)
    if _differ(measured, required) and not _differ(_size_pt(trim), _size_pt(wanted_trim)):
        yield Finding(
            "bleed_uneven",
            Severity.BLOCKED,
            "The bleed is not as wide as it has to be on every side.",
            _in_mm(measured, ", "),
            _in_mm(required, ", "),
            way_out="Export it with the same bleed on all four sides.",
        )


def _size_pt(box: Sequence[float]) -> tuple[float, ...]:
    return box[2] - box[0], box[3] - box[1]


def _margins_pt(trim: Sequence[float], bleed: Sequence[float]) -> tuple[float, ...]:
    """Left, top, right, bottom."""
    return trim[0] - bleed[0], bleed[3] - trim[3], bleed[2] - trim[2], trim[1] - bleed[1]


def _differ(measured: Sequence[float], required: Sequence[float]) -> bool:
    return any(abs(a - b) > _BOX_TOLERANCE_PT for a, b in zip(measured, required, strict=True))


def _in_mm(values_pt: Sequence[float], between: str) -> str:
    return between.join(f"{pt_to_mm(v):.2f}" for v in values_pt) + " mm"


def _picture_resolution(page: pikepdf.Page, sheet: Sheet, process: ProcessLimits) -> Iterator[Finding]:
    """The coarsest picture on the page, at the size it is placed."""
    found = [ppi for ppi, pixels in _placed_pictures(page, page.resources, Matrix(), 0) if pixels > _TINY_PX]
    if found:
        yield from checks.resolution(min(found), sheet, process)


def _placed_pictures(
    holder: pikepdf.Page | pikepdf.Object, resources: pikepdf.Object, at: Matrix, depth: int
) -> Iterator[tuple[float, int]]:
    """Each picture's effective ppi and its larger side in pixels, forms within forms included."""
    named = resources.get("/XObject") or pikepdf.Dictionary()
    for name, matrix in get_objects_with_ctm(holder, at):  # type: ignore[arg-type]  # it takes a form as well
        thing = named.get(name)
        if not isinstance(thing, pikepdf.Stream):
            continue
        if thing.get("/Subtype") == "/Image":
            width, height = int(thing.Width), int(thing.Height)
            placed_in = (math.hypot(matrix.a, matrix.b) / PT_PER_INCH, math.hypot(matrix.c, matrix.d) / PT_PER_INCH)
            yield min(width / max(placed_in[0], 1e-6), height / max(placed_in[1], 1e-6)), max(width, height)
        elif thing.get("/Subtype") == "/Form" and depth < _FORMS_DEEP:
            own = Matrix(*(float(v) for v in thing.get("/Matrix") or (1, 0, 0, 1, 0, 0)))
            yield from _placed_pictures(thing, thing.get("/Resources") or resources, own @ matrix, depth + 1)


def _outside_bleed(page: pikepdf.Page) -> Sides | None:
    """How much of the page lies around its bleed (left, bottom, right, top), or None where it cannot be told."""
    if _rotation(page):
        return None
    bleed = _box_pt(page, "/BleedBox")
    shown = tuple(float(v) for v in page.cropbox)
    left, bottom, right, top = bleed[0] - shown[0], bleed[1] - shown[1], shown[2] - bleed[2], shown[3] - bleed[3]
    return max(0.0, left), max(0.0, bottom), max(0.0, right), max(0.0, top)


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


def _rendered(data: bytes, crop: Sides) -> Pixels:
    """The first page within its bleed, on transparency."""
    with PDFIUM_LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as e:
            raise _unreadable(e) from e
        try:
            page = document[0]
            width_pt, height_pt = page.get_size()
            bitmap = page.render(
                scale=_PDF_LOOK_PX / max(width_pt - crop[0] - crop[2], height_pt - crop[1] - crop[3]),
                crop=crop,
                fill_color=(0, 0, 0, 0),
                rev_byteorder=True,
                force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRA,
            )
            return np.array(bitmap.to_numpy())
        finally:
            document.close()
