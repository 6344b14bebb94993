"""A full-size picture in tiles: work that needs neighbours, without a second picture's memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

_TILE_PX: Final = 512
_BAND_PX: Final = 256
_MARGIN_PX: Final = 16
"""Around each tile, so that a pixel at its side sees the same neighbours as one in its middle."""

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Tile:
    """`window` is what a tile looks at, `inside` what it decides, both in the picture; `core` is `inside` in the window."""

    window: tuple[slice, slice]
    inside: tuple[slice, slice]
    core: tuple[slice, slice]

    @property
    def top(self) -> int:
        return int(self.window[0].start)

    @property
    def left(self) -> int:
        return int(self.window[1].start)

    def owns(self, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Which of these places in the window the tile decides."""
        down, across = self.core
        inside = (rows >= down.start) & (rows < down.stop) & (columns >= across.start) & (columns < across.stop)
        return np.asarray(inside, dtype=bool)


def tiles(height: int, width: int) -> Iterator[Tile]:
    for top in range(0, height, _TILE_PX):
        for left in range(0, width, _TILE_PX):
            down, down_window, down_core = _reach(top, height)
            across, across_window, across_core = _reach(left, width)
            yield Tile((down_window, across_window), (down, across), (down_core, across_core))


@dataclass(frozen=True, slots=True)
class Band:
    """Whole rows of a picture: `window` is a copy of them as they were, with some above and below; `core` are they themselves
    in it, `inside` their place in the picture."""

    window: Pixels
    core: slice
    inside: Pixels


def bands(own: Pixels) -> Iterator[Band]:
    """For work that is written back into the picture it reads: a band sees its neighbours as they were."""
    above = own[:0].copy()
    for top in range(0, len(own), _BAND_PX):
        inside = own[top : top + _BAND_PX]
        window = np.concatenate((above, own[top : top + _BAND_PX + _MARGIN_PX]))
        core = slice(len(above), len(above) + len(inside))
        above = window[core][-_MARGIN_PX:].copy()
        yield Band(window, core, inside)


def _reach(start: int, length: int) -> tuple[slice, slice, slice]:
    stop = min(length, start + _TILE_PX)
    first, last = max(0, start - _MARGIN_PX), min(length, stop + _MARGIN_PX)
    return slice(start, stop), slice(first, last), slice(start - first, stop - first)


def holds_any(mask: Pixels, tile: Tile, factor: int) -> bool:
    """Whether a working-size mask holds anywhere in a tile's window."""
    down, across = (slice(max(0, side.start // factor - 1), side.stop // factor + 1) for side in tile.window)
    return bool(mask[down, across].any())


def window_of(mask: Pixels, tile: Tile, factor: int) -> Pixels:
    """A working-size mask at a tile's window, in full-size pixels; the remainder at the far sides repeats the last pixel."""
    small = small_window_of(mask, tile, factor)
    for axis, places in enumerate(_small_places(mask, tile, factor)):
        small = np.take(small, places - places[0], axis=axis)
    return np.ascontiguousarray(small)


def small_window_of(mask: Pixels, tile: Tile, factor: int) -> Pixels:
    """All of a working-size mask that `window_of` shows, in its own pixels."""
    rows, columns = _small_places(mask, tile, factor)
    return mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _small_places(mask: Pixels, tile: Tile, factor: int) -> list[NDArray[np.intp]]:
    """Per row and per column of a tile's window, where it lies in a working-size mask."""
    sides = zip(tile.window, mask.shape, strict=True)
    return [np.minimum(np.arange(side.start, side.stop) // factor, length - 1) for side, length in sides]


def clear_hidden(pixels: Pixels) -> None:
    """Sets every fully transparent pixel of a view to plain 0, in place."""
    pixels.view(np.uint32)[..., 0][pixels[..., 3] == 0] = 0


@dataclass(frozen=True, slots=True)
class Nearest:
    """For every pixel of a window: how far it is to the nearest one that is `where`, and that one's flat index."""

    away: NDArray[np.float32]
    _labels: NDArray[np.int32]
    _sources: NDArray[np.intp]

    @staticmethod
    def to(where: NDArray[np.bool_]) -> Nearest:
        """`where` must hold somewhere."""
        away, labels = cv2.distanceTransformWithLabels(
            (~where).view(np.uint8), cv2.DIST_L2, 3, labelType=cv2.DIST_LABEL_PIXEL
        )
        sources = np.flatnonzero(where)
        by_label = np.zeros(len(sources) + 1, dtype=np.intp)
        by_label[labels.reshape(-1)[sources]] = sources
        return Nearest(np.asarray(away, np.float32), np.asarray(labels, np.int32), by_label)

    def places(self, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> NDArray[np.intp]:
        """The flat index of the nearest pixel for each of these places."""
        return self._sources[self._labels[rows, columns]]

    def colours(self, rgb: Pixels, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> Pixels:
        """The colour of the nearest pixel for each of these places."""
        return rgb.reshape(-1, 3)[self.places(rows, columns)]
