"""What has to be known of a picture before it is drawn, seen while its rows go by once: where its ink is, how solid and how
flat."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pod.imaging.flat import ALPHA_BITS, EVERY_ROW, FLAT_SHARE, as_numbers, unequal_neighbours
from pod.model.geometry import Box

Pixels = NDArray[np.uint8]

SAMPLES_PX = 1024
"""Longest side of the samples."""

EMPTY_BELOW = 8
"""Alpha below this is no ink: resampling leaves such dust far from any edge."""

_INKED, _SOLID = EMPTY_BELOW << ALPHA_BITS, 255 << ALPHA_BITS
"""The least numbers of pixels with ink, and of solid ones."""


class FirstLook:
    """``see`` a picture's rows (four bytes for each pixel) from the top, then ask."""

    def __init__(self, width_px: int) -> None:
        self._solid_in_columns = np.zeros(width_px, dtype=np.int64)
        self._solid_in_first = self._solid_in_last = 0
        self._unequal = self._most_alpha = self._top = 0
        self._ink: Box | None = None

    def see(self, band: Pixels) -> None:
        top, self._top = self._top, self._top + len(band)
        self._unequal += unequal_neighbours(band[-top % EVERY_ROW :: EVERY_ROW])
        numbers = as_numbers(band)
        self._most_alpha = max(self._most_alpha, int(numbers.max()) >> ALPHA_BITS)
        inked = _box_of(numbers)
        if inked is not None:
            self._see_ink(inked.moved(0, top), numbers[int(inked.top) : int(inked.bottom)] >= _SOLID)

    def _see_ink(self, box: Box, solid: NDArray[np.bool_]) -> None:
        """`solid` are whole rows."""
        if self._ink is None:
            self._solid_in_first = int(np.count_nonzero(solid[0]))
        self._solid_in_last = int(np.count_nonzero(solid[-1]))
        self._solid_in_columns += solid.view(np.uint8).sum(axis=0, dtype=np.uint16)
        self._ink = box if self._ink is None else self._ink.union(box)

    @property
    def most_alpha(self) -> int:
        return self._most_alpha

    @property
    def ink(self) -> Box | None:
        """In pixels; None where there is none."""
        return self._ink

    @property
    def is_solid(self) -> bool:
        """Whether nothing within the ink's box is see-through."""
        box = self._ink
        return box is not None and int(self._solid_in_columns.sum()) == int(box.width * box.height)

    @property
    def has_solid_edges(self) -> bool:
        """Whether the outermost rows and columns of the ink's box are opaque from end to end."""
        box = self._ink
        if box is None:
            return False
        left, right = (self._solid_in_columns[int(at)] for at in (box.left, box.right - 1))
        upright, lying = (left, right), (self._solid_in_first, self._solid_in_last)
        return all(v == box.height for v in upright) and all(v == box.width for v in lying)

    @property
    def is_flat(self) -> bool:
        box = self._ink
        if box is None:
            return True
        looked_at = range(int(box.top), int(box.bottom), EVERY_ROW)
        return self._unequal <= (1 - FLAT_SHARE) * len(looked_at) * (box.width - 1)


def ink_box_px(pixels: Pixels) -> Box | None:
    """The box of RGBA pixels that carry ink; None when there are none."""
    return _box_of(as_numbers(pixels))


def _box_of(numbers: NDArray[np.uint32]) -> Box | None:
    if _reaches_every_edge(numbers):
        return Box(0, 0, numbers.shape[1], len(numbers))
    columns = np.flatnonzero(numbers.max(axis=0) >= _INKED)
    if not len(columns):
        return None
    left, top = int(columns[0]), _first_inked(numbers)
    bottom = len(numbers) - _first_inked(numbers[::-1])
    return Box(left, top, int(columns[-1]) + 1 - left, bottom - top)


def _first_inked(numbers: NDArray[np.uint32]) -> int:
    """Of rows of which some have ink. Few have to be looked at: most strips of a print begin and end in it."""
    return next(n for n, row in enumerate(numbers) if row.max() >= _INKED)


def _reaches_every_edge(numbers: NDArray[np.uint32]) -> bool:
    """Asked first: then nothing else has to be looked at."""
    edges = (numbers[:1], numbers[-1:], numbers[:, 0], numbers[:, -1])
    return all(edge.max(initial=0) >= _INKED for edge in edges)


def sampled(size_px: tuple[int, int]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Rows and columns of a picture (height, width), evenly from the first to the last."""
    step = max(1.0, max(size_px) / SAMPLES_PX)
    rows, columns = (np.linspace(0, side - 1, max(2, round(side / step))).round().astype(np.intp) for side in size_px)
    return rows, columns
