"""A picture or a page becomes a piece: opened once, brought to its final pixels, put on disk, and its outline taken."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.drawing import Canvas, rasterise
from pod.drawing.paths import Path, Transform
from pod.imaging.load import MIN_SIDE_PX, load_picture, refuse_invisible, sniff
from pod.model.errors import InputRefused
from pod.model.geometry import MM_PER_INCH, Box, pt_to_mm, px_covering
from pod.model.product import CUT_CONTOUR, PrintArea, ProcessLimits
from pod.printprep.contour import cut_line
from pod.printprep.fit import Sheet
from pod.printprep.gang.labels import STRIP_MM, label_text, label_width_px
from pod.printprep.gang.pages import FinishedPage, open_page, page_strips
from pod.printprep.gang.setup import Cut, Setup, Wanted
from pod.printprep.gang.spool import STRIP_ROWS, Spool
from pod.printprep.master import MAX_MASTER_BYTES, MAX_MASTER_PX
from pod.printprep.source import FileRows, HeldPixels, PictureInFile, Source

Pixels = NDArray[np.uint8]
Alpha = NDArray[np.uint8]
Mask = NDArray[np.bool_]

MOST_BANDED_PX = 400_000_000
"""22 in by the 200 in that a page can measure, at 300 ppi."""

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


class _Source(Protocol):
    """Something that becomes a piece. `sides` are its own, in `unit`; `natural_mm` is how large it says that it prints, None
    where it does not say."""

    @property
    def sides(self) -> tuple[float, float]: ...
    @property
    def unit(self) -> str: ...
    @property
    def natural_mm(self) -> tuple[float, float] | None: ...
    @property
    def page(self) -> FinishedPage | None: ...

    def final_px(self, size_mm: tuple[float, float], setup: Setup) -> tuple[int, int]: ...

    def ppi_at(self, size_mm: tuple[float, float]) -> float | None:
        """The resolution that is really there at this size; None where all is paths."""
        ...

    def trimmed(self, size_px: tuple[int, int]) -> tuple[_Source, tuple[int, int]]:
        """Without empty edges, at the same scale: a piece that is nested by its shape ends where its shape does."""
        ...

    def strips(self, size_px: tuple[int, int]) -> Iterator[Pixels]: ...


@dataclass(frozen=True, slots=True)
class _Picture:
    pixels: FileRows | HeldPixels
    tag_ppi: float
    page: None = None
    unit: str = "px"

    @property
    def sides(self) -> tuple[int, int]:
        height, width, _ = self.pixels.shape
        return width, height

    @property
    def natural_mm(self) -> tuple[float, float] | None:
        width, height = self.sides
        return (width / self.tag_ppi * MM_PER_INCH, height / self.tag_ppi * MM_PER_INCH) if self.tag_ppi > 0 else None

    def final_px(self, size_mm: tuple[float, float], setup: Setup) -> tuple[int, int]:
        """Its own pixels wherever only rounding lies between them and the size that is asked for."""
        asked = (setup.px(size_mm[0]), setup.px(size_mm[1]))
        rounded = all(abs(a - own) <= 1 for a, own in zip(asked, self.sides, strict=True))
        untouched = size_mm == self.natural_mm and abs(self.tag_ppi - setup.ppi) <= _TAG_TOLERANCE_PPI
        return self.sides if rounded or untouched else asked

    def ppi_at(self, size_mm: tuple[float, float]) -> float:
        return MM_PER_INCH * min(px / mm for px, mm in zip(self.sides, size_mm, strict=True))

    def trimmed(self, size_px: tuple[int, int]) -> tuple[_Picture, tuple[int, int]]:
        shown = _shown(self.pixels)
        width, height = (
            max(1, round(part * px / whole))
            for part, px, whole in zip((shown.width, shown.height), size_px, self.sides, strict=True)
        )
        return replace(self, pixels=_cut_to(self.pixels, shown)), (width, height)

    def strips(self, size_px: tuple[int, int]) -> Iterator[Pixels]:
        return _all_strips(self.pixels, *size_px)


@dataclass(frozen=True, slots=True)
class _Page:
    """`shown` is what pixels are drawn from. A page ends at its trim, whether it is nested or not."""

    page: FinishedPage
    shown: bytes
    unit: str = "pt"

    @property
    def sides(self) -> tuple[float, float]:
        return self.page.size_pt.width, self.page.size_pt.height

    @property
    def natural_mm(self) -> tuple[float, float]:
        return pt_to_mm(self.page.size_pt.width), pt_to_mm(self.page.size_pt.height)

    def final_px(self, size_mm: tuple[float, float], setup: Setup) -> tuple[int, int]:
        return setup.px(size_mm[0]), setup.px(size_mm[1])

    def ppi_at(self, size_mm: tuple[float, float]) -> float | None:
        return self.page.ppi and self.page.ppi * self.natural_mm[0] / size_mm[0]

    def trimmed(self, size_px: tuple[int, int]) -> tuple[_Page, tuple[int, int]]:
        return self, size_px

    def strips(self, size_px: tuple[int, int]) -> Iterator[Pixels]:
        return page_strips(self.shown, *size_px)


def open_piece(wanted: Wanted, setup: Setup, limits: ProcessLimits, spool: Spool) -> Piece:
    """Raises `InputRefused` for a picture or page that cannot be read, has no size, or would be stretched."""
    source = _opened(wanted, setup, limits, spool)
    size_mm = _size_mm(wanted, source)
    source_ppi, size_px = source.ppi_at(size_mm), source.final_px(size_mm, setup)
    if setup.nested:
        source, size_px = source.trimmed(size_px)
    width_px, height_px = size_px
    border_px = setup.px(setup.border_mm) if setup.cut is Cut.CONTOUR else 0
    body_px = (width_px + 2 * border_px, height_px + 2 * border_px)
    label_px = _label_px(wanted, body_px, setup.ppi) if setup.labels else None
    frame_px = (body_px[0], int(label_px.bottom) if label_px else body_px[1])
    touched = _Touched(frame_px, border_px, cell_px(setup.ppi))
    spool.keep(wanted.name, touched.seeing(source.strips(size_px)))
    refuse_invisible(touched.ink_px)
    if label_px:
        touched.cover(label_px)
    art_px = Box(border_px, border_px, width_px, height_px)
    page = PlacedPage(source.page, size_mm[0] / pt_to_mm(source.page.size_pt.width)) if source.page else None
    piece = Piece(
        wanted.name, wanted.copies, frame_px, art_px, source_ppi, touched.ink_px, touched.mask, page, label_px
    )
    return _with_contour(piece, spool, setup, limits) if border_px else piece


def _opened(wanted: Wanted, setup: Setup, limits: ProcessLimits, spool: Spool) -> _Source:
    data = wanted.read()
    if sniff(data) != "application/pdf":
        return _Picture(_pixels(data), _tag_ppi(data))
    page, shown = open_page(data, limits)
    _refuse_plates_twice(wanted.name, page, setup)
    spool.put(wanted.name, data)
    return _Page(page, shown)


def _pixels(data: bytes) -> FileRows | HeldPixels:
    """A plain PNG is read from the file in bands, however large; everything else is loaded, or refused."""
    file = PictureInFile.of(data, max_pixels=MOST_BANDED_PX) if len(data) <= MAX_MASTER_BYTES else None
    if file is None or min(file.shape[:2]) < MIN_SIDE_PX:
        return HeldPixels(load_picture(data, max_bytes=MAX_MASTER_BYTES, max_pixels=MAX_MASTER_PX).pixels)
    height, width, channels = file.shape
    return FileRows(file, Box(0, 0, width, height), channels)


def _all_strips(source: Source, width_px: int, height_px: int) -> Iterator[Pixels]:
    """RGBA, from the top."""
    for strip in source.strips(width_px, height_px, Box(0, 0, width_px, height_px), None):
        yield strip if strip.shape[2] == 4 else np.asarray(cv2.cvtColor(strip, cv2.COLOR_RGB2RGBA), dtype=np.uint8)


def _shown(source: Source) -> Box:
    """The box of all that shows, however faint."""
    height, width, _ = source.shape
    found, top = Box(0, 0, 0, 0), 0
    for strip in _all_strips(source, width, height):
        left, upper, across, down = cv2.boundingRect(cv2.inRange(cv2.extractChannel(strip, 3), 1, 255))
        if across:
            here = Box(left, top + upper, across, down)
            found = found.union(here) if found.width else here
        top += len(strip)
    refuse_invisible(int(found.width))
    return found


def _cut_to(source: FileRows | HeldPixels, box: Box) -> FileRows | HeldPixels:
    if isinstance(source, FileRows):
        return replace(source, box=box)
    return HeldPixels(source.pixels[int(box.top) : int(box.bottom), int(box.left) : int(box.right)])


def _refuse_plates_twice(name: str, page: FinishedPage, setup: Setup) -> None:
    """A page that brings its own cut or white would get a second one on the sheet."""
    asked = (("cut line", CUT_CONTOUR if setup.cut in (Cut.BOX, Cut.CONTOUR) else ""), ("white plate", setup.white))
    for what, spot in asked:
        if spot and page.paints(spot):
            raise InputRefused(
                "plate_twice",
                f"“{name}” brings its own {what} ({spot}), and the sheet would draw another.",
                f"Leave the sheet's {what} out, or give the piece without one.",
            )


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


def _size_mm(wanted: Wanted, source: _Source) -> tuple[float, float]:
    width, height = source.sides
    if wanted.width_mm is not None and wanted.height_mm is not None:
        _refuse_stretched(wanted.name, source, (wanted.width_mm, wanted.height_mm))
        return wanted.width_mm, wanted.height_mm
    if wanted.width_mm is not None:
        return wanted.width_mm, wanted.width_mm * height / width
    if wanted.height_mm is not None:
        return wanted.height_mm * width / height, wanted.height_mm
    if source.natural_mm is None:
        raise InputRefused(
            "no_size",
            f"“{wanted.name}” does not say how large it prints.",
            "Give its width in mm, or a PNG that carries its resolution.",
        )
    return source.natural_mm


def _refuse_stretched(name: str, source: _Source, size_mm: tuple[float, float]) -> None:
    width, height = source.sides
    stretch = (size_mm[0] / size_mm[1]) / (width / height)
    if max(stretch, 1 / stretch) > 1 + _MOST_STRETCH:
        raise InputRefused(
            "piece_stretched",
            f"“{name}” is {width:g} × {height:g} {source.unit} and would be stretched to {size_mm[0]:g} × {size_mm[1]:g} mm.",
            "Give only its width: the height follows.",
            measured=round(size_mm[0] / size_mm[1], 3),
            required=round(width / height, 3),
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
