"""Print files, written while the sheet's strips go by: the PNG as they come, the page's picture packed beside it until its
end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from pod.drawing import Drawing, Transform, write_svg
from pod.imaging.colour import srgb_icc
from pod.imaging.flat import least_alpha
from pod.imaging.png import PngWriter, RowPacker
from pod.imaging.tiff import Photometric, TiffWriter
from pod.model.geometry import Box
from pod.printprep import pdf
from pod.printprep.inking import Inking
from pod.printprep.pdf.inks import Inks
from pod.printprep.plates import Plates

Pixels = NDArray[np.uint8]

FORMATS = ("png", "pdf", "tiff", "svg")
_SHARED = frozenset({"png", "pdf"})

_TOUCHING = 8.0
"""Design units, a five-hundredth of the width, that ink may measure over its frame without being words outside it."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What a file says of itself beside its pixels."""

    title: str
    when: datetime


class PrintFileWriter(Protocol):
    def add(self, strip: Pixels) -> None:
        """The sheet's next rows, RGB or RGBA."""
        ...

    def close(self, plates: Plates) -> None: ...


def writers(
    inking: Inking, inks: Inks, labels: Labels, paths: dict[str, Path], *, as_pixels: bool
) -> list[PrintFileWriter]:
    """One for each of `paths`, by format. Where nothing is see-through PNG and page hold the same packed rows: they are
    packed once. `as_pixels`: the strips are no longer what the art's paths would draw."""
    drawing = None if as_pixels else pdf.drawn_as_paths(inking.art.drawing, inks)
    alike = inking.ground and set(paths) >= _SHARED and drawing is None and not inks.cmyk
    same_rows = pdf.RowsOfPng(paths["png"]) if alike else None
    made = list[PrintFileWriter]()
    if "png" in paths:
        made.append(_PngFile(inking, paths["png"], same_rows))
    if "pdf" in paths:
        packing = _packing(inking, inks, drawing, same_rows, paths["pdf"].parent)
        made.append(_PdfFile(inking, inks, labels, paths["pdf"], drawing, packing))
    if "tiff" in paths:
        made.append(_TiffFile(inking, inks, paths["tiff"]))
    if "svg" in paths and inking.art.drawing is not None:
        made.append(_SvgFile(inking.art.drawing, inking.art.ink, paths["svg"]))
    return made


class _PngFile:
    """RGBA where the product shows through, RGB where the ground is full."""

    def __init__(self, inking: Inking, path: Path, rows: pdf.RowsOfPng | None) -> None:
        sheet, self._channels = inking.sheet, 3 if inking.ground else 4
        self._stream = path.open("wb")
        self._writer = PngWriter(
            self._stream,
            sheet.width_px,
            sheet.height_px,
            self._channels,
            ppi=sheet.tag_ppi,
            icc=srgb_icc(),
            packed_to=None if rows is None else rows.add,
        )

    def add(self, strip: Pixels) -> None:
        self._writer.write(strip[..., : self._channels])

    def close(self, plates: Plates) -> None:  # noqa: ARG002 - plates stand on the page
        self._writer.close()
        self._stream.close()


class _TiffFile:
    """In the page's own colour. CMYK lies on the paper's white: few presses take alpha in a CMYK TIFF."""

    def __init__(self, inking: Inking, inks: Inks, path: Path) -> None:
        self._inks, self._channels = inks, 3 if inking.ground else 4
        self._stream = path.open("wb")
        self._writer = TiffWriter(
            self._stream,
            Photometric.CMYK if inks.cmyk else Photometric.RGB,
            ppi=inking.sheet.tag_ppi,
            icc=inks.icc,
        )

    def add(self, strip: Pixels) -> None:
        self._writer.write(self._inks.flattened(strip) if self._inks.cmyk else strip[..., : self._channels])

    def close(self, plates: Plates) -> None:  # noqa: ARG002 - plates stand on the page
        self._writer.close()
        self._stream.close()


@dataclass(frozen=True, slots=True)
class _SvgFile:
    """The artwork itself, lettering included, in its own units; where words reach out of its frame, the frame grows."""

    drawing: Drawing
    ink: Box
    path: Path

    def add(self, strip: Pixels) -> None: ...

    def close(self, plates: Plates) -> None:  # noqa: ARG002 - plates stand on the page
        frame = Box(0, 0, self.drawing.width, self.drawing.height)
        whole = frame if frame.contains(self.ink, _TOUCHING) else frame.union(self.ink)
        moved = self.drawing.transformed(Transform.move(-whole.left, -whole.top))
        self.path.write_text(write_svg(replace(moved, width=whole.width, height=whole.height)), encoding="utf-8")


class _PdfFile:
    """Paths need no pixels: the page is written from the drawing."""

    def __init__(
        self, inking: Inking, inks: Inks, labels: Labels, path: Path, drawing: Drawing | None, packing: _Packing
    ) -> None:
        self._inking, self._inks, self._labels, self._path = inking, inks, labels, path
        self._drawing, self._packing = drawing, packing

    def add(self, strip: Pixels) -> None:
        self._packing.add(strip)

    def close(self, plates: Plates) -> None:
        inking = self._inking
        page = pdf.Page(
            inking.sheet,
            self._inks,
            self._labels.title,
            self._labels.when,
            drawing=self._drawing,
            ink=inking.art.ink,
            art_mm=inking.sheet.to_mm(inking.art_px),
            ground=inking.ground,
            cut=plates.cut.path if plates.cut else None,
            white=plates.white,
            words=inking.art.set_lines,
        )
        pdf.write_page(self._path, page, self._packing.picture(inking))


class _Packing(Protocol):
    """How a page comes by its packed picture."""

    def add(self, strip: Pixels) -> None: ...
    def picture(self, inking: Inking) -> pdf.PackedPicture | None: ...


def _packing(
    inking: Inking, inks: Inks, drawing: Drawing | None, same_rows: pdf.RowsOfPng | None, folder: Path
) -> _Packing:
    if drawing is not None:
        return _NoPicture()
    return _Planes(inking, inks, folder) if same_rows is None else _SameRows(same_rows)


class _NoPicture:
    def add(self, strip: Pixels) -> None: ...

    def picture(self, inking: Inking) -> None: ...


@dataclass(frozen=True, slots=True)
class _SameRows:
    """What the PNG of the same sheet has packed: it is closed before the page is."""

    rows: pdf.RowsOfPng

    def add(self, strip: Pixels) -> None: ...

    def picture(self, inking: Inking) -> pdf.PackedPicture:
        return pdf.PackedPicture(inking.sheet.width_px, inking.sheet.height_px, self.rows)


class _Planes:
    """The page's colour, and alpha beside it where the product shows through and the page may."""

    def __init__(self, inking: Inking, inks: Inks, folder: Path) -> None:
        width_px = inking.sheet.width_px
        self._inks = inks
        self._colour, self._alpha = RowPacker(width_px, inks.channels), RowPacker(width_px, 1)
        self._packed = pdf.PackedRows(folder), pdf.PackedRows(folder)
        self._opaque = True

    def add(self, strip: Pixels) -> None:
        colour, alpha = self._packed
        seen, cover = self._inks.split(strip)
        colour.add_all(self._colour.add(seen))
        if cover is not None:
            alpha.add_all(self._alpha.add(cover[..., None]))
            self._opaque = self._opaque and least_alpha(strip) == 255

    def picture(self, inking: Inking) -> pdf.PackedPicture:
        colour, alpha = self._packed
        colour.add_all(self._colour.finish())
        alpha.add_all(self._alpha.finish())
        return pdf.PackedPicture(inking.sheet.width_px, inking.sheet.height_px, colour, None if self._opaque else alpha)
