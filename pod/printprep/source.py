"""Where a picture's pixels come from when they are drawn: held in memory, or read from their file each time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from pod.imaging.jpeg import DecodedRows
from pod.imaging.kept import KeptRows
from pod.imaging.load import OpaqueRows
from pod.imaging.resample import Resampling
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

    def resampled(
        self, width_px: int, height_px: int, visible: Box, sharpening: Sharpening | None
    ) -> AbstractContextManager[Resampling]:
        """The picture at this size, to be drawn from the top; only what lies in the box `visible` of it."""
        ...

    def strips(self, width_px: int, height_px: int, visible: Box, sharpening: Sharpening | None) -> Iterator[Pixels]:
        """The same, in strips."""
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

    def resampled(
        self, width_px: int, height_px: int, visible: Box, sharpening: Sharpening | None
    ) -> AbstractContextManager[Resampling]:
        return nullcontext(Resampling.of(self.pixels, width_px, height_px, visible=visible, sharpening=sharpening))

    def strips(self, width_px: int, height_px: int, visible: Box, sharpening: Sharpening | None) -> Iterator[Pixels]:
        with self.resampled(width_px, height_px, visible, sharpening) as picture:
            yield from picture.strips()

    def samples(self) -> Pixels:
        rows, columns = sampled(self.shape[:2])
        return self.pixels[rows][:, columns]


class Picture(Protocol):
    """A picture that can be read from the top as often as is wanted."""

    @property
    def shape(self) -> tuple[int, int, int]: ...
    @property
    def is_flat(self) -> bool: ...
    @property
    def look(self) -> FirstLook: ...

    def reading(self, *, again: bool = False) -> AbstractContextManager[PixelRows]:
        """`again`: it will be read once more."""
        ...


class PixelRows(Protocol):
    def pixels(self, first: int, last: int) -> Pixels:
        """Rows `first` to `last`, both of which only grow, four bytes for each pixel."""
        ...


def bands(picture: Picture) -> Iterator[Pixels]:
    """All rows; each band is given up for the next."""
    height = picture.shape[0]
    with picture.reading() as rows:
        for top in range(0, height, _ROWS):
            yield rows.pixels(top, min(height, top + _ROWS))


def _looked_at(picture: Picture, kept: KeptRows | None = None) -> FirstLook:
    look = FirstLook(picture.shape[1])
    for band in bands(picture):
        look.see(band)
        if kept is not None:
            kept.keep(band)
    return look


@dataclass(frozen=True)
class PictureInFile:
    """A PNG of the kinds that `PngRows` reads, and what was seen when it was read once: its rows are kept from then on."""

    file: PictureFile
    shape: tuple[int, int, int]
    max_pixels: int

    @staticmethod
    def of(file: PictureFile, *, max_pixels: int) -> PictureInFile | None:
        """None where the picture has to be loaded to be known."""
        with opened(file) as stream:
            rows = PngRows.of(stream, max_pixels=max_pixels)
        return PictureInFile(file, rows.shape, max_pixels) if rows else None

    @property
    def look(self) -> FirstLook:
        return self._looked[0]

    @cached_property
    def _looked(self) -> tuple[FirstLook, KeptRows | None]:
        try:
            kept = KeptRows(self.shape[1])
            return _looked_at(self, kept), kept
        except OSError:  # no room to keep them: they are decoded every time
            return _looked_at(self), None

    @cached_property
    def is_flat(self) -> bool:
        """Heavy files are not looked into for this."""
        height, width, channels = self.shape
        bytes_per_px = weight_of(self.file) / (height * width)
        heavy = _HEAVY[0] < bytes_per_px < _HEAVY[1] * channels
        return not heavy and self.look.is_flat

    @contextmanager
    def reading(self, *, again: bool = False) -> Iterator[PixelRows]:
        """Opened where the first rows are asked for: whether the picture is flat may be asked before."""
        if again:
            _ = self.look  # which keeps its rows
        with ExitStack() as until_read:
            yield _Opening(lambda: self._opened(until_read))

    def _opened(self, until_read: ExitStack) -> PixelRows:
        looked: tuple[FirstLook, KeptRows | None] | None = vars(self).get("_looked")
        if looked is not None and looked[1] is not None:
            return looked[1]
        rows = PngRows.of(until_read.enter_context(opened(self.file)), max_pixels=self.max_pixels)
        if rows is None:
            raise InputRefused("picture_changed", "The picture changed while it was read.", "Prepare it again.")
        return rows


@dataclass(frozen=True)
class _Opening:
    open: Callable[[], PixelRows]

    @cached_property
    def rows(self) -> PixelRows:
        return self.open()

    def pixels(self, first: int, last: int) -> Pixels:
        return self.rows.pixels(first, last)


@dataclass(frozen=True)
class DecodedPicture:
    """An opaque picture as its decoder gave it."""

    rows: OpaqueRows | DecodedRows

    @property
    def shape(self) -> tuple[int, int, int]:
        return self.rows.shape

    @cached_property
    def look(self) -> FirstLook:
        return _looked_at(self)

    @property
    def is_flat(self) -> bool:
        return self.look.is_flat

    def reading(self, *, again: bool = False) -> AbstractContextManager[PixelRows]:  # noqa: ARG002 - its rows are at hand
        return nullcontext(self.rows)


@dataclass(frozen=True, slots=True)
class FileRows:
    """The whole-pixel `box` of a picture, and how many of its channels count."""

    picture: Picture
    box: Box
    channels: int

    @property
    def shape(self) -> tuple[int, int, int]:
        return int(self.box.height), int(self.box.width), self.channels

    @contextmanager
    def resampled(
        self, width_px: int, height_px: int, visible: Box, sharpening: Sharpening | None
    ) -> Iterator[Resampling]:
        with self.picture.reading() as rows:
            cut = _CutRows(rows, self.box, self.shape, lambda: self.picture.is_flat)
            yield Resampling.of(cut, width_px, height_px, visible=visible, sharpening=sharpening)

    def strips(self, width_px: int, height_px: int, visible: Box, sharpening: Sharpening | None) -> Iterator[Pixels]:
        with self.resampled(width_px, height_px, visible, sharpening) as picture:
            yield from picture.strips()

    def samples(self) -> Pixels:
        rows, columns = sampled(self.shape[:2])
        with self.picture.reading(again=True) as read:
            cut = _CutRows(read, self.box, self.shape, lambda: False)
            return np.concatenate([cut.pixels(int(row), int(row) + 1)[:, columns] for row in rows])


@dataclass(frozen=True, slots=True)
class _CutRows:
    rows: PixelRows
    box: Box
    shape: tuple[int, int, int]
    looked_flat: Callable[[], bool]

    @property
    def is_flat(self) -> bool:
        return self.looked_flat()

    def pixels(self, first: int, last: int) -> Pixels:
        top, left = int(self.box.top), int(self.box.left)
        return self.rows.pixels(top + first, top + last)[:, left : left + self.shape[1]]
