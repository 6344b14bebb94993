"""Where a picture's pixels come from when they are drawn: held in memory, or read from their file each time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import BinaryIO, Protocol

import numpy as np
from numpy.typing import NDArray

from pod.imaging.resample import resized_strips
from pod.imaging.rows import PictureFile, PngRows, opened, weight_of
from pod.imaging.sharpen import Sharpening
from pod.model.errors import InputRefused
from pod.model.geometry import Box
from pod.printprep.first_look import FirstLook, sampled

Pixels = NDArray[np.uint8]

_ROWS = 64
_HEAVY = (1.0, 0.9)
"""Bytes in the file for each pixel that flat art never takes, packed as it may be; and the share of the pixels' own bytes
from which a file is not packed at all, and says nothing."""


class Source(Protocol):
    """`shape` is height, width, channels: RGB where nothing is transparent, else RGBA."""

    @property
    def shape(self) -> tuple[int, int, int]: ...

    def strips(self, width_px: int, height_px: int, visible: Box, sharpening: Sharpening | None) -> Iterator[Pixels]:
        """The picture at this size, from the top; only what lies in the box `visible` of it."""
        ...

    def samples(self) -> Pixels:
        """Some pixels as they are, outermost rows and columns included, for a look at what there is."""
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

    def samples(self) -> Pixels:
        rows, columns = sampled(self.shape[:2])
        return self.pixels[rows][:, columns]


@dataclass(frozen=True)
class PictureInFile:
    """A PNG of the kinds that `PngRows` reads, and what was seen when it was read once."""

    file: PictureFile
    shape: tuple[int, int, int]
    max_pixels: int

    @staticmethod
    def of(file: PictureFile, *, max_pixels: int) -> PictureInFile | None:
        """None where the picture has to be loaded to be known."""
        with opened(file) as stream:
            rows = PngRows.of(stream, max_pixels=max_pixels)
        return PictureInFile(file, rows.shape, max_pixels) if rows else None

    @cached_property
    def look(self) -> FirstLook:
        look = FirstLook(*self.shape[:2])
        for band in self.bands():
            look.see(band)
        return look

    @cached_property
    def is_flat(self) -> bool:
        """Heavy files are not looked into for this."""
        height, width, channels = self.shape
        bytes_per_px = weight_of(self.file) / (height * width)
        heavy = _HEAVY[0] < bytes_per_px < _HEAVY[1] * channels
        return not heavy and self.look.is_flat

    def bands(self) -> Iterator[Pixels]:
        """All rows, four bytes for each pixel; each band is given up for the next."""
        height = self.shape[0]
        with opened(self.file) as stream:
            rows = self.rows(stream)
            for top in range(0, height, _ROWS):
                yield rows.pixels(top, min(height, top + _ROWS))

    def rows(self, stream: BinaryIO) -> PngRows:
        rows = PngRows.of(stream, max_pixels=self.max_pixels)
        if rows is None:
            raise InputRefused("picture_changed", "The picture changed while it was read.", "Prepare it again.")
        return rows


@dataclass(frozen=True, slots=True)
class FileRows:
    """The whole-pixel `box` of a picture in its file, and how many of its channels count."""

    picture: PictureInFile
    box: Box
    channels: int

    @property
    def shape(self) -> tuple[int, int, int]:
        return int(self.box.height), int(self.box.width), self.channels

    @property
    def is_whole(self) -> bool:
        return self.shape[:2] == self.picture.shape[:2]

    def strips(self, width_px: int, height_px: int, visible: Box, sharpening: Sharpening | None) -> Iterator[Pixels]:
        with opened(self.picture.file) as stream:
            cut = _CutRows(self.picture.rows(stream), self.box, self.shape, lambda: self.picture.is_flat)
            yield from resized_strips(cut, width_px, height_px, visible=visible, sharpening=sharpening)

    def samples(self) -> Pixels:
        if self.is_whole:
            return self.picture.look.samples()
        rows, columns = sampled(self.shape[:2])
        with opened(self.picture.file) as stream:
            cut = _CutRows(self.picture.rows(stream), self.box, self.shape, lambda: False)
            return np.concatenate([cut.pixels(int(row), int(row) + 1)[:, columns] for row in rows])


@dataclass(frozen=True, slots=True)
class _CutRows:
    rows: PngRows
    box: Box
    shape: tuple[int, int, int]
    looked_flat: Callable[[], bool]

    @property
    def is_flat(self) -> bool:
        return self.looked_flat()

    def pixels(self, first: int, last: int) -> Pixels:
        top, left = int(self.box.top), int(self.box.left)
        return self.rows.pixels(top + first, top + last)[:, left : left + self.shape[1]]
