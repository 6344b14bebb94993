"""A finished page as a piece: opened with care, measured by its trim, and drawn where a sheet needs pixels.

On a PDF sheet the page itself is placed, so paths stay paths and its spot colours come along.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pikepdf
from numpy.typing import NDArray
from pikepdf import Array, Dictionary

from pod.drawing.pdfium_engine import draw_page
from pod.model.errors import InputRefused
from pod.model.findings import Severity
from pod.model.geometry import Size, pt_to_mm
from pod.model.product import CUT_CONTOUR, PrintArea, ProcessLimits
from pod.printprep.fit import Sheet
from pod.printprep.gang.spool import STRIP_ROWS
from pod.printprep.pages.boxes import box_pt, rotation
from pod.printprep.pages.content import Content, Kind, Sides, read_content
from pod.printprep.pages.document import DOCUMENT_RULES
from pod.printprep.pages.opening import opened
from pod.printprep.pages.pdfx import press_kept
from pod.printprep.pages.read import Frame, PageRead
from pod.printprep.pages.spots import without_strokes

Pixels = NDArray[np.uint8]

_BAND_BYTES = 32_000_000
"""A page is opened anew for every band: few of them, and none too large."""

_TINY_PX = 16
"""Pictures up to this size in both directions are patterns and dots, whose resolution says nothing (Ghent Workgroup 2022)."""


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """`trim_pt` lies as in the file, `turn` degrees clockwise before it is seen. `ppi` is its coarsest picture's at its own
    size, and None where all of it is paths.

    `spots` are the spot colours that it paints. `press` is the profile for which it is PDF/X, None where it breaks a rule of
    that, or does not claim it. `in_inks`: some of it states amounts of a press's inks, which pixels could only guess at.
    """

    trim_pt: Sides
    turn: int
    ppi: float | None
    spots: frozenset[str]
    press: bytes | None
    in_inks: bool

    @property
    def size_pt(self) -> Size:
        """As it is seen."""
        left, bottom, right, top = self.trim_pt
        size = Size(right - left, top - bottom)
        return Size(size.height, size.width) if self.turn % 180 else size

    def paints(self, spot: str) -> bool:
        return spot.lower() in {name.lower() for name in self.spots}


def open_page(data: bytes, limits: ProcessLimits) -> tuple[FinishedPage, bytes]:
    """The page, and a PDF that has its trim for a page, without the knife's line, to be drawn from.

    Raises `InputRefused` for what is no single page, or would not print as it is seen.
    """
    with opened(data) as document:
        _refuse_several(document)
        _refuse_hidden(document)
        page = document.pages[0]
        trim, content = box_pt(page, "/TrimBox"), read_content(document, page)
        turn, unit = rotation(page), float(page.obj.get("/UserUnit", 1))
        _refuse_tangled(content)
        _refuse_empty(trim)
        _refuse_scaled(turn, unit)
        read = _read(document, data, content, trim, limits)
        _refuse_unfinished(read)
        finished = FinishedPage(
            trim_pt=trim,
            turn=turn,
            ppi=_coarsest_ppi(content),
            spots=frozenset(name for mark in content.marks for name in mark.colour.space.names),
            press=press_kept(read),
            in_inks=any(m.colour.space.is_ink and read.frame.shows(m.box) for m in content.marks),
        )
        return finished, _within_trim(document, page, trim)


def page_strips(shown: bytes, width_px: int, height_px: int) -> Iterator[Pixels]:
    """The page as RGBA, from the top in strips of `STRIP_ROWS`."""
    band = max(1, _BAND_BYTES // (4 * width_px * STRIP_ROWS)) * STRIP_ROWS
    for top in range(0, height_px, band):
        pixels = np.zeros((min(band, height_px - top), width_px, 4), dtype=np.uint8)
        draw_page(pixels, shown, (0, -top), (width_px, height_px))
        yield from (pixels[at : at + STRIP_ROWS] for at in range(0, len(pixels), STRIP_ROWS))


def _read(document: pikepdf.Pdf, data: bytes, content: Content, trim: Sides, limits: ProcessLimits) -> PageRead:
    """As the rules of PDF/X take a page."""
    size_mm = pt_to_mm(trim[2] - trim[0]), pt_to_mm(trim[3] - trim[1])
    area = PrintArea("piece", *size_mm, target_ppi=72, min_ppi=72)
    frame = Frame(trim, trim, 1.0)
    return PageRead(document, document.pages[0], data[:1024], data[-1024:], content, Sheet.of(area), limits, frame)


def _coarsest_ppi(content: Content) -> float | None:
    pictures = [m.ppi for m in content.marks if m.kind is Kind.PICTURE and max(m.pixels) > _TINY_PX]
    return min(pictures, default=None)


def _within_trim(document: pikepdf.Pdf, page: pikepdf.Page, trim: Sides) -> bytes:
    for name in ("/BleedBox", "/TrimBox", "/ArtBox"):
        if name in page.obj:
            del page.obj[name]
    page.obj.MediaBox = page.obj.CropBox = Array([*trim])
    return without_strokes(document, page, CUT_CONTOUR)


def page_form(source: pikepdf.Pdf, page: FinishedPage) -> pikepdf.Object:
    """The page as a form whose trim, as it is seen, has its left lower corner at 0 0, one unit per point."""
    form = source.pages[0].as_form_xobject(handle_transformations=False)
    form.BBox = Array([*page.trim_pt])
    form.Matrix = Array([*_upright(page)])
    return form


def _upright(page: FinishedPage) -> Sequence[float]:
    """Clockwise turns as /Rotate counts them (7.7.3.3), the trim's corner brought to 0 0."""
    left, bottom, right, top = page.trim_pt
    return {
        0: (1, 0, 0, 1, -left, -bottom),
        90: (0, -1, 1, 0, -bottom, right),
        180: (-1, 0, 0, -1, right, top),
        270: (0, 1, -1, 0, top, -left),
    }[page.turn]


def layers_of(source: pikepdf.Pdf) -> list[pikepdf.Object]:
    """The layers of a document, all of which are on (`open_page` sees to that)."""
    return list(source.Root.OCProperties.OCGs) if "/OCProperties" in source.Root else []


def _refuse_several(document: pikepdf.Pdf) -> None:
    if len(document.pages) != 1:
        raise InputRefused(
            "piece_pages",
            f"This PDF has {len(document.pages)} pages; a piece is one.",
            "Save the page that is meant as a file of its own.",
            measured=len(document.pages),
            required=1,
        )


def _refuse_hidden(document: pikepdf.Pdf) -> None:
    """On the sheet every layer would be on."""
    layers = document.Root.get("/OCProperties")
    shown = layers.get("/D", Dictionary()) if isinstance(layers, Dictionary) else Dictionary()
    if len(shown.get("/OFF", Array())) or shown.get("/BaseState", "/ON") != "/ON":
        raise InputRefused(
            "piece_layers",
            "This PDF has layers that are switched off, which a sheet cannot keep apart.",
            "Save it without its hidden layers.",
        )


def _refuse_unfinished(read: PageRead) -> None:
    """What preflight blocks in any document: fonts that are not there, notes on the picture, programs, locks, templates."""
    blocked = [found for rule in DOCUMENT_RULES for found in rule(read) if found.severity is Severity.BLOCKED]
    if blocked:
        raise InputRefused(
            "piece_unfinished",
            " ".join(found.message for found in blocked),
            " ".join(dict.fromkeys(found.way_out for found in blocked)),
            measured="; ".join(found.measured for found in blocked),
        )


def _refuse_tangled(content: Content) -> None:
    if content.tangled or content.loops or not content.complete:
        raise InputRefused(
            "piece_tangled",
            "What is on this page repeats itself without end, or is more than can be read.",
            "Export it again from the program that it comes from, or give it as a PNG.",
        )


def _refuse_empty(trim: Sides) -> None:
    width, height = trim[2] - trim[0], trim[3] - trim[1]
    if min(width, height) < 1:
        raise InputRefused(
            "pdf_page_size",
            "The page's trim has no size.",
            "Export it again at the size that it is to be printed.",
            measured=f"{width:g} × {height:g} pt",
        )


def _refuse_scaled(turn: int, unit: float) -> None:
    if unit != 1 or turn % 90:
        raise InputRefused(
            "piece_scaled",
            "The page is turned or scaled by a setting that not every press heeds.",
            "Export it at its real size.",
            measured=f"rotated {turn}°, scaled {unit:g}",
            required="quarter turns, 1",
        )
