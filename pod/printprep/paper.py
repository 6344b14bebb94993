"""A small sheet for the papers of a hand-off, drawn with ReportLab: millimetres from the left upper corner.

Fira Sans (OFL-1.1) is embedded as a subset: it has Latin, Greek and Cyrillic. A character that it lacks is
printed as a box with a question mark; the ticket's JSON has it in full. Customers' words go through `drawString` only, never through markup.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import fontpkg
from PIL import Image
from reportlab.graphics.barcode import qrencoder
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from pod.model.geometry import Box, Size, mm_to_pt

A5_MM = Size(148.0, 210.0)
MARGIN_MM = 10.0
REGULAR, BOLD = "pod-paper", "pod-paper-bold"
INK, QUIET, LINE = HexColor("#1d2526"), HexColor("#5a6566"), HexColor("#c6ccca")

_WEIGHTS = {REGULAR: 400, BOLD: 700}
_PICTURE_PX = 640
"""Enough for a picture of 60 mm on an office printer."""

_QUIET_MODULES = 4
"""The light border that ISO/IEC 18004 asks for around a QR code."""


@dataclass(frozen=True, slots=True)
class Type:
    """A size of type: `leading_mm` from one baseline to the next."""

    face: str
    size_pt: float
    leading_mm: float
    colour: Color = INK


TITLE = Type(BOLD, 9, 4.6, QUIET)
HUGE = Type(BOLD, 30, 11.5)
LARGE = Type(BOLD, 14, 6.2)
STRONG = Type(BOLD, 9.5, 4.6)
BODY = Type(REGULAR, 9.5, 4.6)
SMALL = Type(REGULAR, 7.5, 3.6, QUIET)


class Paper:
    """Pages of one size. `at_mm` is where the next line goes; `room_mm` is what is left above the lower margin."""

    def __init__(self, title: str, size_mm: Size = A5_MM) -> None:
        _register()
        self.size_mm = size_mm
        self.at_mm = MARGIN_MM
        self._stream = io.BytesIO()
        page = (mm_to_pt(size_mm.width), mm_to_pt(size_mm.height))
        # without a face of our own ReportLab selects an unembedded Helvetica on every page
        self._canvas = Canvas(self._stream, pagesize=page, initialFontName=REGULAR, invariant=1)  # type: ignore[arg-type]  # its stub says float
        self._canvas.setTitle(title)

    @property
    def width_mm(self) -> float:
        """Between the margins."""
        return self.size_mm.width - 2 * MARGIN_MM

    @property
    def room_mm(self) -> float:
        return self.size_mm.height - MARGIN_MM - self.at_mm

    def ensure(self, height_mm: float) -> None:
        """A new page where less than `height_mm` is left."""
        if self.room_mm < height_mm:
            self._canvas.showPage()
            self.at_mm = MARGIN_MM

    def lines(self, text: str, kind: Type, *, left_mm: float = MARGIN_MM, width_mm: float = 0.0) -> None:
        """`text` broken at spaces to `width_mm`, from `at_mm` down."""
        for line in _broken(text, kind, width_mm or self.width_mm - (left_mm - MARGIN_MM)):
            self.ensure(kind.leading_mm)
            self.at_mm += kind.leading_mm
            self.write(line, kind, left_mm, self.at_mm - kind.leading_mm * 0.22)

    def write(self, text: str, kind: Type, left_mm: float, baseline_mm: float) -> None:
        """One line at a place of its own."""
        self._canvas.setFillColor(kind.colour)
        self._canvas.setFont(kind.face, kind.size_pt)
        self._canvas.drawString(mm_to_pt(left_mm), self._y(baseline_mm), text)

    def rule(self) -> None:
        self.at_mm += 2.5
        self._canvas.setStrokeColor(LINE)
        self._canvas.setLineWidth(0.5)
        right = mm_to_pt(self.size_mm.width - MARGIN_MM)
        self._canvas.line(mm_to_pt(MARGIN_MM), self._y(self.at_mm), right, self._y(self.at_mm))
        self.at_mm += 2.5

    def rectangle(self, box_mm: Box, *, fill: str = "", stroke: Color = LINE, line_pt: float = 0.5) -> None:
        self._canvas.setStrokeColor(stroke)
        self._canvas.setLineWidth(line_pt)
        if fill:
            self._canvas.setFillColor(HexColor(fill))
        self._canvas.rect(
            mm_to_pt(box_mm.left),
            self._y(box_mm.bottom),
            mm_to_pt(box_mm.width),
            mm_to_pt(box_mm.height),
            stroke=1,
            fill=int(bool(fill)),
        )

    def picture(self, path: Path, box_mm: Box) -> float:
        """As large as `box_mm` holds, in its left upper corner; gives where it ends below, in mm."""
        with Image.open(path) as opened:
            shown = opened.convert("RGB")
        shown.thumbnail((_PICTURE_PX, _PICTURE_PX))
        reader = ImageReader(shown)
        width_px, height_px = shown.size
        scale = min(box_mm.width / width_px, box_mm.height / height_px)
        width, height = mm_to_pt(width_px * scale), mm_to_pt(height_px * scale)
        top = self._y(box_mm.top)
        self._canvas.drawImage(reader, mm_to_pt(box_mm.left), top - height, width, height)
        return box_mm.top + height_px * scale

    def qr(self, text: str, box_mm: Box) -> None:
        """A QR code with error correction M; `box_mm` holds its quiet zone too."""
        code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
        code.addData(text)
        code.make()
        step_mm = box_mm.width / (len(code.modules) + 2 * _QUIET_MODULES)
        self._canvas.setFillColor(INK)
        for column, row in _dark(code.modules):
            left, bottom = box_mm.left + column * step_mm, box_mm.top + (row + 1) * step_mm
            side = mm_to_pt(step_mm)
            self._canvas.rect(mm_to_pt(left), self._y(bottom), side, side, stroke=0, fill=1)

    def done(self) -> bytes:
        self._canvas.save()
        return self._stream.getvalue()

    def _y(self, mm: float) -> float:
        return mm_to_pt(self.size_mm.height - mm)


def _dark(modules: list[list[bool]]) -> Iterator[tuple[int, int]]:
    """Column and row of every dark module, the quiet zone counted in."""
    for row, cells in enumerate(modules):
        for column, dark in enumerate(cells):
            if dark:
                yield column + _QUIET_MODULES, row + _QUIET_MODULES


def _broken(text: str, kind: Type, width_mm: float) -> Iterator[str]:
    """Lines no wider than `width_mm`; a single word that is wider is broken between its letters."""
    room_pt = mm_to_pt(width_mm)
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if _wide_pt(longer, kind) <= room_pt:
            line = longer
            continue
        if line:
            yield line
        *full, line = _pieces(word, kind, room_pt)
        yield from full
    yield line


def _pieces(word: str, kind: Type, room_pt: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and _wide_pt(pieces[-1] + letter, kind) > room_pt:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _wide_pt(text: str, kind: Type) -> float:
    return float(pdfmetrics.stringWidth(text, kind.face, kind.size_pt))


def _register() -> None:
    for name, weight in _WEIGHTS.items():
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(fontpkg.path("fira-sans", weight))))
