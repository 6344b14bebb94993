"""Print files, written while the sheet's strips go by: the PNG as they come, the page's picture packed until its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.imaging.colour import srgb_icc
from pod.imaging.flat import least_alpha
from pod.imaging.png import PngWriter, RowPacker
from pod.printprep import pdf
from pod.printprep.contour import Cut
from pod.printprep.inking import Inking

Pixels = NDArray[np.uint8]

FORMATS = ("png", "pdf")


@dataclass(frozen=True, slots=True)
class Labels:
    """What a file says of itself beside its pixels."""

    title: str
    when: datetime


class PrintFileWriter(Protocol):
    def add(self, strip: Pixels) -> None:
        """The sheet's next rows, RGB or RGBA."""
        ...

    def close(self, cut: Cut | None) -> None: ...


def writers(inking: Inking, labels: Labels, paths: dict[str, Path]) -> list[PrintFileWriter]:
    """One for each of `paths`, by format. Where nothing is see-through PNG and page hold the same packed rows: they are
    packed once."""
    same_rows = list[bytes]() if inking.ground and set(paths) >= set(FORMATS) and not inking.art.drawing else None
    made = list[PrintFileWriter]()
    if "png" in paths:
        made.append(_PngFile(inking, paths["png"], same_rows))
    if "pdf" in paths:
        made.append(_PdfFile(inking, labels, paths["pdf"], _packing(inking, same_rows)))
    return made


class _PngFile:
    """RGBA where the product shows through, RGB where the ground is full."""

    def __init__(self, inking: Inking, path: Path, packed: list[bytes] | None) -> None:
        sheet, self._channels = inking.sheet, 3 if inking.ground else 4
        self._stream = path.open("wb")
        self._writer = PngWriter(
            self._stream,
            sheet.width_px,
            sheet.height_px,
            self._channels,
            ppi=sheet.tag_ppi,
            icc=srgb_icc(),
            packed_to=None if packed is None else packed.append,
        )

    def add(self, strip: Pixels) -> None:
        self._writer.write(strip[..., : self._channels])

    def close(self, cut: Cut | None) -> None:  # noqa: ARG002 - a knife reads the page
        self._writer.close()
        self._stream.close()


class _PdfFile:
    """Paths need no pixels: the page is written from the drawing."""

    def __init__(self, inking: Inking, labels: Labels, path: Path, packing: _Packing) -> None:
        self._inking, self._labels, self._path, self._packing = inking, labels, path, packing

    def add(self, strip: Pixels) -> None:
        self._packing.add(strip)

    def close(self, cut: Cut | None) -> None:
        inking, art = self._inking, self._inking.art
        art_mm = inking.sheet.to_mm(inking.art_px)
        line = cut.path if cut else None
        page = pdf.Page(
            inking.sheet, self._labels.title, self._labels.when, art.drawing, art.ink, art_mm, inking.ground, line
        )
        pdf.write_page(self._path, page, self._packing.picture(inking))


class _Packing(Protocol):
    """How a page comes by its packed picture."""

    def add(self, strip: Pixels) -> None: ...
    def picture(self, inking: Inking) -> pdf.PackedPicture | None: ...


def _packing(inking: Inking, same_rows: list[bytes] | None) -> _Packing:
    if inking.art.drawing is not None:
        return _NoPicture()
    return _Planes(inking) if same_rows is None else _SameRows(same_rows)


class _NoPicture:
    def add(self, strip: Pixels) -> None: ...

    def picture(self, inking: Inking) -> None: ...


@dataclass(frozen=True, slots=True)
class _SameRows:
    """What the PNG of the same sheet has packed."""

    packed: list[bytes]

    def add(self, strip: Pixels) -> None: ...

    def picture(self, inking: Inking) -> pdf.PackedPicture:
        return pdf.PackedPicture(inking.sheet.width_px, inking.sheet.height_px, tuple(self.packed))


class _Planes:
    """Colour, and alpha beside it where the product shows through."""

    def __init__(self, inking: Inking) -> None:
        width_px = inking.sheet.width_px
        self._colour, self._alpha = RowPacker(width_px, 3), RowPacker(width_px, 1)
        self._packed = list[bytes](), list[bytes]()
        self._opaque = True

    def add(self, strip: Pixels) -> None:
        colour, alpha = self._packed
        if strip.shape[2] == 3:
            colour += self._colour.add(strip)
            return
        colour += self._colour.add(np.asarray(cv2.cvtColor(strip, cv2.COLOR_RGBA2RGB), dtype=np.uint8))
        alpha += self._alpha.add(np.ascontiguousarray(strip[..., 3:]))
        self._opaque = self._opaque and least_alpha(strip) == 255

    def picture(self, inking: Inking) -> pdf.PackedPicture:
        colour = (*self._packed[0], *self._colour.finish())
        alpha = () if self._opaque else (*self._packed[1], *self._alpha.finish())
        return pdf.PackedPicture(inking.sheet.width_px, inking.sheet.height_px, colour, alpha)
