"""Where a picture's pixels come from when they are drawn: held in memory, or read from their file each time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

import numpy as np
from numpy.typing import NDArray

from pod.imaging.resample import resized_strips
from pod.imaging.rows import OpaqueRows, PictureFile, opened
from pod.imaging.sharpen import FROM, Sharpening
from pod.model.errors import InputRefused
from pod.model.geometry import Box

Pixels = NDArray[np.uint8]

_ROWS = 256


class Source(Protocol):
    """`shape` is height, width, channels: RGB where nothing is transparent, else RGBA."""

    @property
    def shape(self) -> tuple[int, int, int]: ...

    def strips(self, width_px: int, height_px: int, visible: Box, sharpening: Sharpening | None) -> Iterator[Pixels]:
        """The picture at this size, from the top; only what lies in the box `visible` of it."""
        ...

    def samples(self, longest_px: int) -> Pixels:
        """Every so many-th pixel as it is, outermost rows and columns included, for a look at what there is."""
        ...


@dataclass(frozen=True, slots=True)
class HeldPixels:
    pixels: Pixels

    @property
    def shape(self) -> tuple[int, int, int]:
        height, width, channels = self.pixels.shape
        return height, width, channels

    def strips(self, width_px: int, height_px: int, visible: Box, sharpening: Sharpening | None) -> Iterator[Pixels]:
        return resized_strips(self.pixels, width_px, height_px, visible=visible, sharpening=sharpening)

    def samples(self, longest_px: int) -> Pixels:
        rows, columns = _sampled(self.shape, longest_px)
        return self.pixels[rows][:, columns]


@dataclass(frozen=True, slots=True)
class FileRows:
    """An opaque picture of the kind that `OpaqueRows` reads."""

    file: PictureFile
    shape: tuple[int, int, int]
    max_pixels: int

    @staticmethod
    def of(file: PictureFile, *, max_pixels: int) -> FileRows | None:
        """None where the picture has to be loaded to be known."""
        with opened(file) as stream:
            rows = OpaqueRows.of(stream, max_pixels=max_pixels)
        return FileRows(file, rows.shape, max_pixels) if rows else None

    def strips(self, width_px: int, height_px: int, visible: Box, sharpening: Sharpening | None) -> Iterator[Pixels]:
        height, width, _ = self.shape
        if max(width_px / width, height_px / height) > FROM:
            # how what is enlarged is treated depends on all of it, and it is smaller than what is made of it
            whole = HeldPixels(np.concatenate(list(self._bands())))
            yield from whole.strips(width_px, height_px, visible, sharpening)
            return
        with opened(self.file) as stream:
            yield from resized_strips(self._rows(stream), width_px, height_px, visible=visible)

    def samples(self, longest_px: int) -> Pixels:
        rows, columns = _sampled(self.shape, longest_px)
        found, top = list[Pixels](), 0
        for band in self._bands():
            found.append(band[rows[(rows >= top) & (rows < top + len(band))] - top][:, columns])
            top += len(band)
        return np.concatenate(found)

    def _bands(self) -> Iterator[Pixels]:
        height = self.shape[0]
        with opened(self.file) as stream:
            rows = self._rows(stream)
            for top in range(0, height, _ROWS):
                yield np.asarray(rows.image(top, min(height, top + _ROWS)))

    def _rows(self, stream: BinaryIO) -> OpaqueRows:
        rows = OpaqueRows.of(stream, max_pixels=self.max_pixels)
        if rows is None:
            raise InputRefused("picture_changed", "The picture changed while it was read.", "Prepare it again.")
        return rows


def _sampled(shape: tuple[int, int, int], longest_px: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    height, width, _ = shape
    step = max(1.0, max(height, width) / longest_px)
    rows, columns = (
        np.linspace(0, side - 1, max(2, round(side / step))).round().astype(np.intp) for side in (height, width)
    )
    return rows, columns
