"""The inks of a picture: its colours, merged where an eye would not tell them apart, by the area they cover."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.labspace import Pixels, hex_of

_ALIKE: Final = 10.0
"""ΔE up to which two colours are one ink."""

_CELL_BITS: Final = 3
_COVERED: Final = 0.95
_SAMPLES: Final = 250_000


@dataclass(frozen=True, slots=True)
class Inks:
    """`colours` with the share (0–1) each covers, the largest first; together nearly all that shows."""

    colours: tuple[tuple[str, float], ...]

    @property
    def largest(self) -> float:
        return self.colours[0][1] if self.colours else 1.0


@dataclass(frozen=True, slots=True)
class Cells:
    """A sample of a picture by cells of about 8 levels: per pixel its cell and its colour, and of each cell that is used how many
    pixels it has, and their mean L*a*b*."""

    keys: NDArray[np.int32]
    rgb: Pixels
    used: NDArray[np.intp]
    counts: NDArray[np.intp]
    centres: NDArray[np.float64]

    @staticmethod
    def of(lab: Pixels, rgb: Pixels, shown: NDArray[np.bool_]) -> Cells:
        """Of what is `shown`, on a grid."""
        sample_lab, sample_rgb = _sampled(lab, rgb, shown)
        cells = (sample_lab >> _CELL_BITS).astype(np.int32)
        keys = (cells[:, 0] << 10) | (cells[:, 1] << 5) | cells[:, 2]
        every_count = np.bincount(keys)
        used = np.flatnonzero(every_count)
        counts = every_count[used]
        means = [np.bincount(keys, sample_lab[:, c])[used] / counts for c in range(3)]
        return Cells(keys, sample_rgb, used, counts, np.stack(means, axis=-1) * (100 / 255, 1, 1))

    def inks(self, covered: float = _COVERED) -> Inks:
        """The fewest inks that cover that share of the sample, found greedily."""
        left, total = self.counts.astype(np.float64), float(self.counts.sum())
        found: list[tuple[str, float]] = []
        while left.sum() > (1 - covered) * total:
            leader = int(left.argmax())
            near = (np.linalg.norm(self.centres - self.centres[leader], axis=1) <= _ALIKE) & (left > 0)
            found.append((hex_of(self._mean(leader)), float(left[near].sum() / total)))
            left[near] = 0
        return Inks(tuple(sorted(found, key=lambda ink: -ink[1])))

    def _mean(self, cell: int) -> NDArray[np.float64]:
        """The colour of one cell. (Asked of a few: that of every cell takes as long as all the rest.)"""
        there = self.rgb[np.flatnonzero(self.keys == self.used[cell])]
        return np.asarray(cv2.sumElems(there[:, None])[:3], np.float64) / float(self.counts[cell])


def _sampled(lab: Pixels, rgb: Pixels, shown: NDArray[np.bool_]) -> tuple[Pixels, Pixels]:
    every = max(1, math.isqrt(cv2.countNonZero(shown.view(np.uint8)) // _SAMPLES))
    grid = shown[::every, ::every]
    rows, columns = np.divmod(np.flatnonzero(grid), grid.shape[1])
    at = (rows * shown.shape[1] + columns) * every
    return np.take(lab.reshape(-1, 3), at, axis=0), np.take(rgb.reshape(-1, 3), at, axis=0)
