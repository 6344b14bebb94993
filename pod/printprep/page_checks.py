"""A finished page against a print area: boxes, fonts, the resolution its pictures really have, the cut; then its pixels."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
from numpy.typing import NDArray
from pikepdf import Matrix
from pikepdf.models.ctm import get_objects_with_ctm

from pod.drawing.pdfium_engine import PDFIUM_LOCK
from pod.model.errors import InputRefused
from pod.model.findings import Finding, Findings, Severity
from pod.model.geometry import PT_PER_INCH, pt_to_mm
from pod.model.product import ProcessLimits
from pod.printprep import checks
from pod.printprep.fit import Sheet
from pod.printprep.looking import look
from pod.printprep.pdf import boxes_pt

Pixels = NDArray[np.uint8]

_BOX_TOLERANCE_PT = 0.05
_LOOK_PX = 2000
_FORMS_DEEP = 12
_TINY_PX = 16
"""Pictures up to this size in both directions are patterns and dots: the Ghent Workgroup's checks exempt them."""


def page_findings(data: bytes, sheet: Sheet, process: ProcessLimits, cloth_rgb: str) -> Findings:
    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            page = _first_page(document)
            left, bottom, right, top = (float(v) for v in page.mediabox)
            sheet = Sheet.of(sheet.area.facing(right - left, top - bottom))
            found = Findings(
                (
                    *_pages(document),
                    *_turned(page),
                    *_boxes(page, sheet),
                    *_fonts(document),
                    *_picture_resolution(page, sheet, process),
                    *_cut(page, sheet),
                )
            )
            crop = _outside_bleed(page)
            to_look_at = _without_cut(document, page, sheet.area.cut) if sheet.area.cut else data
    except (pikepdf.PdfError, pikepdf.PasswordError) as e:
        raise _unreadable(e) from e
    if crop is None:
        return found + Findings((), ("pixels",))
    pixels = _rendered(to_look_at, crop)
    as_shown = replace(sheet, width_px=pixels.shape[1], height_px=pixels.shape[0])
    return found + checks.pixel_findings(look(pixels, as_shown, process, cloth_rgb))


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


_SIMPLE_FONTS = frozenset({"/Type1", "/MMType1", "/TrueType", "/CIDFontType0", "/CIDFontType2"})
"""Kinds whose outlines are a file of their own (9.6, 9.7); a Type 3 font is drawn on the page, a Type 0 is made of these."""


def _fonts(document: pikepdf.Pdf) -> Iterator[Finding]:
    loose = sorted({str(font.get("/BaseFont", "/?"))[1:] for font in _font_dicts(document) if not _is_embedded(font)})
    if loose:
        yield Finding(
            "font_not_embedded",
            Severity.BLOCKED,
            "The file uses a font that it does not carry: the printer would replace it.",
            ", ".join(loose),
            "all fonts embedded",
            way_out="Turn text into outlines, or embed its fonts.",
        )


def _font_dicts(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for thing in document.objects:
        if isinstance(thing, pikepdf.Dictionary) and str(thing.get("/Subtype")) in _SIMPLE_FONTS:
            yield thing


def _is_embedded(font: pikepdf.Object) -> bool:
    """The fourteen standard fonts have no descriptor at all, and no file."""
    descriptor = font.get("/FontDescriptor")
    return descriptor is not None and bool({"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys()))


def _spots(page: pikepdf.Page) -> dict[str, str]:
    """The page's spot colours: the name in its resources, and the name that the machine knows."""
    spaces = page.resources.get("/ColorSpace") or pikepdf.Dictionary()
    return {
        key: str(space[1])[1:]
        for key, space in spaces.items()
        if isinstance(space, pikepdf.Array) and len(space) > 1 and str(space[0]) == "/Separation"
    }


def _cut(page: pikepdf.Page, sheet: Sheet) -> Iterator[Finding]:
    """Cutters act on the exact name, case and all."""
    wanted, found = sheet.area.cut, sorted(set(_spots(page).values()))
    if wanted and wanted not in found:
        yield Finding(
            "cut_missing",
            Severity.BLOCKED,
            f"The page has no line in the spot colour {wanted}: nothing would be cut.",
            ", ".join(found) or "no spot colour",
            wanted,
            way_out="Run `pod prepare` on the picture: it draws the cut.",
        )


def _without_cut(document: pikepdf.Pdf, page: pikepdf.Page, cut: str) -> bytes:
    """The page as it is printed: the knife's line is no ink. It is taken away where it is stroked."""
    keys = {key for key, name in _spots(page).items() if name == cut}
    kept, space, outer = list[Any](), "", list[str]()
    for step in pikepdf.parse_content_stream(page):
        operator = str(step.operator)
        if operator == "CS":
            space = str(step.operands[0])
        elif operator == "q":
            outer.append(space)
        elif operator == "Q":
            space = outer.pop() if outer else ""
        drop = operator in ("S", "s") and space in keys
        kept.append(pikepdf.ContentStreamInstruction([], pikepdf.Operator("n")) if drop else step)
    page.obj.Contents = document.make_stream(pikepdf.unparse_content_stream(kept))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


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
                scale=_LOOK_PX / max(width_pt - crop[0] - crop[2], height_pt - crop[1] - crop[3]),
                crop=crop,
                fill_color=(0, 0, 0, 0),
                rev_byteorder=True,
                force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRA,
            )
            return np.array(bitmap.to_numpy())
        finally:
            document.close()
