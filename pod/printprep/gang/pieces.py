"""A picture becomes a piece: opened once, brought to its final pixels, put on disk, and its outline taken."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pod.drawing import Canvas, rasterise
from pod.drawing.paths import Path, Transform
from pod.imaging.load import load_picture
from pod.imaging.resample import reduced, resized_strips
from pod.model.errors import InputRefused
from pod.model.geometry import MM_PER_INCH, Box, px_covering
from pod.model.product import PrintArea, ProcessLimits
from pod.printprep.contour import cut_line
from pod.printprep.fit import Sheet
from pod.printprep.gang.labels import STRIP_MM, label_text, label_width_px
from pod.printprep.gang.setup import Cut, Setup, Wanted
from pod.printprep.gang.spool import STRIP_ROWS, Spool
from pod.printprep.master import MAX_MASTER_BYTES, MAX_MASTER_PX

Pixels = NDArray[np.uint8]
Mask = NDArray[np.bool_]

_CELLS_PER_INCH = 25
"""A cell of an outline is about 1 mm, and always a whole number of pixels."""

_FINER = 3
"""A cut is drawn this much finer than the cells that it is to be found in."""

_MOST_STRETCH = 0.01
_TAG_TOLERANCE_PPI = 0.5
_LOOK_PX = 2048
_SLACK_MM = 1.0
"""Room around the border of a cut, so that the sheet's own edge is never taken for its limit."""


@dataclass(frozen=True, slots=True)
class Piece:
    """`frame_px` is all that the piece takes: the picture at `art_px`, the border of a contour cut around it, the label
    below at `label_px`. `cut` is in frame pixels. `ink_px` counts pixels that show; `mask` tells the cells that are touched."""

    name: str
    copies: int
    frame_px: tuple[int, int]
    art_px: Box
    source_ppi: float
    ink_px: int
    mask: Mask
    label_px: Box | None = None
    cut: Path | None = None


def cell_px(ppi: int) -> int:
    return max(1, round(ppi / _CELLS_PER_INCH))


def open_piece(wanted: Wanted, setup: Setup, limits: ProcessLimits, spool: Spool) -> Piece:
    """Raises `InputRefused` for a picture that cannot be read, has no size, or would be stretched."""
    data = wanted.read()
    pixels = load_picture(data, max_bytes=MAX_MASTER_BYTES, max_pixels=MAX_MASTER_PX).pixels
    width_px, height_px = _final_px(wanted, (pixels.shape[1], pixels.shape[0]), _tag_ppi(data), setup)
    source_ppi = setup.ppi * min(pixels.shape[1] / width_px, pixels.shape[0] / height_px)
    if setup.nested:
        pixels, width_px, height_px = _trimmed(pixels, width_px, height_px)
    border_px = setup.px(setup.border_mm) if setup.cut is Cut.CONTOUR else 0
    body_px = (width_px + 2 * border_px, height_px + 2 * border_px)
    label_px = _label_px(wanted, body_px, setup.ppi) if setup.labels else None
    frame_px = (body_px[0], int(label_px.bottom) if label_px else body_px[1])
    touched = _Touched(frame_px, border_px, cell_px(setup.ppi))
    spool.keep(wanted.name, touched.seeing(resized_strips(pixels, width_px, height_px, rows=STRIP_ROWS)))
    if label_px:
        touched.cover(label_px)
    art_px = Box(border_px, border_px, width_px, height_px)
    piece = Piece(wanted.name, wanted.copies, frame_px, art_px, source_ppi, touched.ink_px, touched.mask, label_px)
    return _with_contour(piece, pixels, setup, limits) if border_px else piece


def _trimmed(pixels: Pixels, width_px: int, height_px: int) -> tuple[Pixels, int, int]:
    """The picture without empty edges, at the same scale: a piece that is nested by its shape ends where its shape does."""
    rows, columns = (np.flatnonzero(pixels[..., 3].any(axis=axis)) for axis in (1, 0))
    shown = pixels[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    height, width = pixels.shape[:2]
    return shown, max(1, round(shown.shape[1] * width_px / width)), max(1, round(shown.shape[0] * height_px / height))


def _label_px(wanted: Wanted, body_px: tuple[int, int], ppi: int) -> Box:
    """Below the middle of the body, as wide as the longest label that the piece can get."""
    longest = label_text(wanted.name, wanted.copies, wanted.copies, 99, 999)
    width_px = min(body_px[0], label_width_px(longest, ppi))
    return Box((body_px[0] - width_px) // 2, body_px[1], width_px, px_covering(STRIP_MM, ppi))


def _tag_ppi(data: bytes) -> float:
    """What a PNG says of its resolution in pHYs (W3C PNG, third edition, 11.3.4.3); 0 where it says nothing."""
    at = data.find(b"pHYs", 0, max(0, data.find(b"IDAT")))
    if at < 0 or len(data) < at + 13:
        return 0.0
    x, y, unit = struct.unpack(">IIB", data[at + 4 : at + 13])
    return min(x, y) * MM_PER_INCH / 1000 if unit == 1 else 0.0


def _final_px(wanted: Wanted, source_px: tuple[int, int], tag_ppi: float, setup: Setup) -> tuple[int, int]:
    """The picture's own pixels wherever only rounding lies between them and the size that is asked for."""
    width, height = source_px
    width_mm, height_mm = _size_mm(wanted, source_px, tag_ppi)
    asked = (setup.px(width_mm), setup.px(height_mm))
    rounded = abs(asked[0] - width) <= 1 and abs(asked[1] - height) <= 1
    untouched = wanted.width_mm is None and wanted.height_mm is None and abs(tag_ppi - setup.ppi) <= _TAG_TOLERANCE_PPI
    return source_px if rounded or untouched else asked


def _size_mm(wanted: Wanted, source_px: tuple[int, int], tag_ppi: float) -> tuple[float, float]:
    width, height = source_px
    if wanted.width_mm is not None and wanted.height_mm is not None:
        _refuse_stretched(wanted.name, source_px, (wanted.width_mm, wanted.height_mm))
        return wanted.width_mm, wanted.height_mm
    if wanted.width_mm is not None:
        return wanted.width_mm, wanted.width_mm * height / width
    if wanted.height_mm is not None:
        return wanted.height_mm * width / height, wanted.height_mm
    if tag_ppi <= 0:
        raise InputRefused(
            "no_size",
            f"“{wanted.name}” does not say how large it prints.",
            "Give its width in mm, or a PNG that carries its resolution.",
        )
    return width / tag_ppi * MM_PER_INCH, height / tag_ppi * MM_PER_INCH


def _refuse_stretched(name: str, source_px: tuple[int, int], size_mm: tuple[float, float]) -> None:
    stretch = (size_mm[0] / size_mm[1]) / (source_px[0] / source_px[1])
    if max(stretch, 1 / stretch) > 1 + _MOST_STRETCH:
        raise InputRefused(
            "piece_stretched",
            f"“{name}” is {source_px[0]} × {source_px[1]} px and would be stretched to {size_mm[0]:g} × {size_mm[1]:g} mm.",
            "Give only its width: the height follows.",
            measured=round(size_mm[0] / size_mm[1], 3),
            required=round(source_px[0] / source_px[1], 3),
        )


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


def _with_contour(piece: Piece, pixels: Pixels, setup: Setup, limits: ProcessLimits) -> Piece:
    """The piece with a cut around its art, and the cut's inside counted as touched."""
    cut = _cut(pixels, piece.art_px, setup, limits)
    rows, columns = piece.mask.shape
    cell = cell_px(setup.ppi)
    canvas = Canvas(columns * cell, rows * cell)
    canvas.fill(cut, "#000000")
    inside = rasterise(canvas.drawing(), columns * _FINER, rows * _FINER)[..., 3] > 0
    covered = inside.reshape(rows, _FINER, columns, _FINER).any(axis=(1, 3))
    ink_px = round(np.count_nonzero(inside) * (cell / _FINER) ** 2)
    return replace(piece, cut=cut, mask=piece.mask | covered, ink_px=ink_px)


def _cut(pixels: Pixels, art_px: Box, setup: Setup, limits: ProcessLimits) -> Path:
    """The cut around the picture's solid parts in frame pixels. The picture is padded: its edge is not the cut's limit."""
    look = reduced(pixels, -(-max(pixels.shape[:2]) // _LOOK_PX))
    pad = round((setup.border_mm + _SLACK_MM) / MM_PER_INCH * setup.ppi * look.shape[1] / art_px.width)
    padded = np.pad(look, ((pad, pad), (pad, pad), (0, 0)))
    mm = MM_PER_INCH / setup.ppi
    x, y = art_px.width / look.shape[1], art_px.height / look.shape[0]
    area = PrintArea("piece", padded.shape[1] * x * mm, padded.shape[0] * y * mm, setup.ppi, setup.ppi)
    line = cut_line(
        padded[..., 3], Sheet(area, padded.shape[1], padded.shape[0]), replace(limits, cut_border_mm=setup.border_mm)
    )
    at_corner = Transform.move(art_px.left - pad * x, art_px.top - pad * y)
    return line.path.transformed(Transform.scale(1 / mm).then(at_corner))
