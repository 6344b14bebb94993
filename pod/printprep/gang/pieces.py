"""A picture or a page becomes a piece: opened once, brought to its final pixels, put on disk, and its outline taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.drawing import Canvas, rasterise
from pod.drawing.paths import Path, Transform
from pod.imaging.load import refuse_invisible
from pod.model.geometry import MM_PER_INCH, Box, pt_to_mm, px_covering
from pod.model.product import PrintArea, ProcessLimits
from pod.printprep.contour import cut_line
from pod.printprep.fit import Sheet
from pod.printprep.gang.labels import STRIP_MM, label_text, label_width_px
from pod.printprep.gang.originals import asked_size_mm, open_original
from pod.printprep.gang.pages import FinishedPage
from pod.printprep.gang.setup import Cut, Setup, Wanted
from pod.printprep.gang.spool import STRIP_ROWS, Spool

Pixels = NDArray[np.uint8]
Alpha = NDArray[np.uint8]
Mask = NDArray[np.bool_]

_CELLS_PER_INCH = 25
"""A cell of an outline is about 1 mm, and always a whole number of pixels."""

_FINER = 3
"""A cut is drawn this much finer than the cells that it is to be found in."""

_LOOK_PX = 2048
_SLACK_MM = 1.0
"""Room around the border of a cut, so that the sheet's own edge is never taken for its limit."""


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page at `scale` times its own size, in the middle of its piece's whole pixels."""

    page: FinishedPage
    scale: float


@dataclass(frozen=True, slots=True)
class Piece:
    """`frame_px` is all that the piece takes: the picture at `art_px`, the border of a contour cut around it, the label
    below at `label_px`. `cut` is in frame pixels. `ink_px` counts pixels that show; `mask` tells the cells that are touched.
    `page` is what a PDF sheet places instead of the picture, and `source_ppi` None where all of that is paths."""

    name: str
    copies: int
    frame_px: tuple[int, int]
    art_px: Box
    source_ppi: float | None
    ink_px: int
    mask: Mask
    page: PlacedPage | None = None
    label_px: Box | None = None
    cut: Path | None = None


def cell_px(ppi: int) -> int:
    return max(1, round(ppi / _CELLS_PER_INCH))


def open_piece(wanted: Wanted, setup: Setup, limits: ProcessLimits, spool: Spool) -> Piece:
    """Raises `InputRefused` for a picture or page that cannot be read, has no size, or would be stretched."""
    original = open_original(wanted, setup, limits, spool)
    size_mm = asked_size_mm(wanted, original)
    source_ppi, size_px = original.ppi_at(size_mm), original.final_px(size_mm, setup)
    if setup.nested:
        original, size_px = original.trimmed(size_px)
    width_px, height_px = size_px
    border_px = setup.px(setup.border_mm) if setup.cut is Cut.CONTOUR else 0
    body_px = (width_px + 2 * border_px, height_px + 2 * border_px)
    label_px = _label_px(wanted, body_px, setup.ppi) if setup.labels else None
    frame_px = (body_px[0], int(label_px.bottom) if label_px else body_px[1])
    touched = _Touched(frame_px, border_px, cell_px(setup.ppi))
    spool.keep(wanted.name, touched.seeing(original.strips(size_px)))
    refuse_invisible(touched.ink_px)
    if label_px:
        touched.cover(label_px)
    art_px = Box(border_px, border_px, width_px, height_px)
    page = PlacedPage(original.page, size_mm[0] / pt_to_mm(original.page.size_pt.width)) if original.page else None
    piece = Piece(
        wanted.name, wanted.copies, frame_px, art_px, source_ppi, touched.ink_px, touched.mask, page, label_px
    )
    return _with_contour(piece, spool, setup, limits) if border_px else piece


def _label_px(wanted: Wanted, body_px: tuple[int, int], ppi: int) -> Box:
    """Below the middle of the body, as wide as the longest label that the piece can get."""
    longest = label_text(wanted.name, wanted.copies, wanted.copies, 99, 999)
    width_px = min(body_px[0], label_width_px(longest, ppi))
    return Box((body_px[0] - width_px) // 2, body_px[1], width_px, px_covering(STRIP_MM, ppi))


class _Touched:
    """Looks on while strips pass by: which cells of the frame the picture touches, and how much of it shows."""

    def __init__(self, frame_px: tuple[int, int], border_px: int, cell: int) -> None:
        self.cell = cell
        self.mask: Mask = np.zeros((-(-frame_px[1] // cell), -(-frame_px[0] // cell)), dtype=bool)
        self.ink_px = 0
        self._border = self._row = border_px

    def seeing(self, strips: Iterable[Pixels]) -> Iterator[Pixels]:
        for strip in strips:
            self._see(strip[..., 3] > 0)
            yield strip

    def cover(self, box: Box) -> None:
        """A whole box of the frame counts as touched."""
        columns = slice(int(box.left) // self.cell, int(box.right - 1) // self.cell + 1)
        self.mask[int(box.top) // self.cell : int(box.bottom - 1) // self.cell + 1, columns] = True

    def _see(self, shown: Mask) -> None:
        self.ink_px += int(np.count_nonzero(shown))
        columns = np.arange(self._border, self._border + shown.shape[1]) // self.cell
        starts = np.flatnonzero(np.diff(columns, prepend=-1))
        rows = np.logical_or.reduceat(shown, starts, axis=1)
        for n, row in enumerate(rows):
            self.mask[(self._row + n) // self.cell, columns[starts]] |= row
        self._row += len(shown)


def _with_contour(piece: Piece, spool: Spool, setup: Setup, limits: ProcessLimits) -> Piece:
    """The piece with a cut around its art, and the cut's inside counted as touched."""
    cut = _cut(_alpha_look(spool, piece.name), piece.art_px, setup, limits)
    rows, columns = piece.mask.shape
    cell = cell_px(setup.ppi)
    canvas = Canvas(columns * cell, rows * cell)
    canvas.fill(cut, "#000000")
    inside = rasterise(canvas.drawing(), columns * _FINER, rows * _FINER)[..., 3] > 0
    covered = inside.reshape(rows, _FINER, columns, _FINER).any(axis=(1, 3))
    ink_px = round(np.count_nonzero(inside) * (cell / _FINER) ** 2)
    return replace(piece, cut=cut, mask=piece.mask | covered, ink_px=ink_px)


def _alpha_look(spool: Spool, name: str) -> Alpha:
    """What the piece covers, at most `_LOOK_PX` long; what is left over at its right and lower edge is less than a pixel."""
    width, height = spool.size_px(name)
    step = -(-max(width, height) // _LOOK_PX)
    rows_at_once = step * max(1, STRIP_ROWS // step)
    bands = list[Alpha]()
    for top in range(0, height // step * step, rows_at_once):
        alpha = spool.rows(name, top, min(top + rows_at_once, height // step * step))[:, : width // step * step, 3]
        size = (alpha.shape[1] // step, alpha.shape[0] // step)
        bands.append(np.asarray(cv2.resize(alpha, size, interpolation=cv2.INTER_AREA), dtype=np.uint8))
    return np.concatenate(bands)


def _cut(look: Alpha, art_px: Box, setup: Setup, limits: ProcessLimits) -> Path:
    """The cut around the piece's solid parts in frame pixels. The look is padded: its edge is not the cut's limit."""
    pad = round((setup.border_mm + _SLACK_MM) / MM_PER_INCH * setup.ppi * look.shape[1] / art_px.width)
    padded = np.pad(look, pad)
    mm = MM_PER_INCH / setup.ppi
    x, y = art_px.width / look.shape[1], art_px.height / look.shape[0]
    area = PrintArea("piece", padded.shape[1] * x * mm, padded.shape[0] * y * mm, setup.ppi, setup.ppi)
    line = cut_line(
        padded, Sheet(area, padded.shape[1], padded.shape[0]), replace(limits, cut_border_mm=setup.border_mm)
    )
    at_corner = Transform.move(art_px.left - pad * x, art_px.top - pad * y)
    return line.path.transformed(Transform.scale(1 / mm).then(at_corner))
