"""What becomes a piece: a picture, read in bands where it can be, or a finished page; and how large it is asked to be."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.imaging.load import MIN_SIDE_PX, load_picture, refuse_invisible, sniff
from pod.model.errors import InputRefused
from pod.model.geometry import MM_PER_INCH, Box, pt_to_mm
from pod.model.product import CUT_CONTOUR, ProcessLimits
from pod.printprep.gang.pages import FinishedPage, open_page, page_strips
from pod.printprep.gang.setup import Cut, Setup, Wanted
from pod.printprep.gang.spool import Spool
from pod.printprep.master import MAX_MASTER_BYTES, MAX_MASTER_PX
from pod.printprep.source import FileRows, HeldPixels, PictureInFile, Source

Pixels = NDArray[np.uint8]

_MOST_BANDED_PX = 400_000_000
"""22 in by the 200 in that a page can measure, at 300 ppi."""

_MOST_STRETCH = 0.01
_TAG_TOLERANCE_PPI = 0.5


class Original(Protocol):
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

    def trimmed(self, size_px: tuple[int, int]) -> tuple[Original, tuple[int, int]]:
        """Without empty edges, at the same scale: a piece that is nested by its shape ends where its shape does."""
        ...

    def strips(self, size_px: tuple[int, int]) -> Iterator[Pixels]: ...


@dataclass(frozen=True, slots=True)
class Picture:
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

    def trimmed(self, size_px: tuple[int, int]) -> tuple[Picture, tuple[int, int]]:
        shown = _shown(self.pixels)
        width, height = (
            max(1, round(part * px / whole))
            for part, px, whole in zip((shown.width, shown.height), size_px, self.sides, strict=True)
        )
        return replace(self, pixels=_cut_to(self.pixels, shown)), (width, height)

    def strips(self, size_px: tuple[int, int]) -> Iterator[Pixels]:
        return _all_strips(self.pixels, *size_px)


@dataclass(frozen=True, slots=True)
class Page:
    """`shown` is what pixels are drawn from. A page ends at its trim, whether it is nested or not."""

    page: FinishedPage
    shown: bytes
    unit: str = "mm"

    @property
    def sides(self) -> tuple[float, float]:
        return self.natural_mm

    @property
    def natural_mm(self) -> tuple[float, float]:
        return pt_to_mm(self.page.size_pt.width), pt_to_mm(self.page.size_pt.height)

    def final_px(self, size_mm: tuple[float, float], setup: Setup) -> tuple[int, int]:
        return setup.px(size_mm[0]), setup.px(size_mm[1])

    def ppi_at(self, size_mm: tuple[float, float]) -> float | None:
        return self.page.ppi and self.page.ppi * self.natural_mm[0] / size_mm[0]

    def trimmed(self, size_px: tuple[int, int]) -> tuple[Page, tuple[int, int]]:
        return self, size_px

    def strips(self, size_px: tuple[int, int]) -> Iterator[Pixels]:
        return page_strips(self.shown, *size_px)


def open_original(wanted: Wanted, setup: Setup, limits: ProcessLimits, spool: Spool) -> Original:
    data = wanted.read()
    if sniff(data) != "application/pdf":
        return Picture(_pixels(data), _tag_ppi(data))
    page, shown = open_page(data, limits)
    _refuse_plates_twice(wanted.name, page, setup)
    spool.put(wanted.name, data)
    return Page(page, shown)


def _pixels(data: bytes) -> FileRows | HeldPixels:
    """A plain PNG is read from the file in bands, however large; everything else is loaded, or refused."""
    file = PictureInFile.of(data, max_pixels=_MOST_BANDED_PX) if len(data) <= MAX_MASTER_BYTES else None
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


def _tag_ppi(data: bytes) -> float:
    """What a PNG says of its resolution in pHYs (W3C PNG, third edition, 11.3.4.3); 0 where it says nothing."""
    at = data.find(b"pHYs", 0, max(0, data.find(b"IDAT")))
    if at < 0 or len(data) < at + 13:
        return 0.0
    x, y, unit = struct.unpack(">IIB", data[at + 4 : at + 13])
    return min(x, y) * MM_PER_INCH / 1000 if unit == 1 else 0.0


def asked_size_mm(wanted: Wanted, original: Original) -> tuple[float, float]:
    width, height = original.sides
    if wanted.width_mm is not None and wanted.height_mm is not None:
        _refuse_stretched(wanted.name, original, (wanted.width_mm, wanted.height_mm))
        return wanted.width_mm, wanted.height_mm
    if wanted.width_mm is not None:
        return wanted.width_mm, wanted.width_mm * height / width
    if wanted.height_mm is not None:
        return wanted.height_mm * width / height, wanted.height_mm
    if original.natural_mm is None:
        raise InputRefused(
            "no_size",
            f"“{wanted.name}” does not say how large it prints.",
            "Give its width in mm, or a PNG that carries its resolution.",
        )
    return original.natural_mm


def _refuse_stretched(name: str, original: Original, size_mm: tuple[float, float]) -> None:
    width, height = original.sides
    stretch = (size_mm[0] / size_mm[1]) / (width / height)
    if max(stretch, 1 / stretch) > 1 + _MOST_STRETCH:
        raise InputRefused(
            "piece_stretched",
            f"“{name}” is {width:g} × {height:g} {original.unit} and would be stretched to {size_mm[0]:g} × {size_mm[1]:g} mm.",
            "Give only its width: the height follows.",
            measured=round(size_mm[0] / size_mm[1], 3),
            required=round(width / height, 3),
        )
