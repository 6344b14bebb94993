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


def main_inks(lab: Pixels, rgb: Pixels, shown: NDArray[np.bool_], *, covered: float = _COVERED) -> Inks:
    """The fewest inks that cover that share of the shown pixels, found greedily on a grid of about 8 levels."""
    every = max(1, math.isqrt(cv2.countNonZero(shown.view(np.uint8)) // _SAMPLES))
    grid = (slice(None, None, every), slice(None, None, every))
    at = np.flatnonzero(shown[grid])
    if not len(at):
        return Inks(())
    sample_lab, sample_rgb = (np.take(channels[grid].reshape(-1, 3), at, axis=0) for channels in (lab, rgb))
    cells = (sample_lab >> _CELL_BITS).astype(np.int32)
    keys = (cells[:, 0] << 10) | (cells[:, 1] << 5) | cells[:, 2]
    every_count = np.bincount(keys)
    used = np.flatnonzero(every_count)
    counts = every_count[used]
    centres, means = (
        np.stack([np.bincount(keys, sample[:, c])[used] / counts for c in range(3)], axis=-1)
        for sample in (sample_lab, sample_rgb)
    )
    centres = centres * (100 / 255, 1, 1)
    return Inks(tuple(_greedy(centres, means, counts, covered)))


def _greedy(
    centres: NDArray[np.float64], means: NDArray[np.float64], counts: NDArray[np.intp], covered: float
) -> list[tuple[str, float]]:
    left, total = counts.astype(np.float64), float(counts.sum())
    found: list[tuple[str, float]] = []
    while left.sum() > (1 - covered) * total:
        leader = int(left.argmax())
        near = (np.linalg.norm(centres - centres[leader], axis=1) <= _ALIKE) & (left > 0)
        found.append((hex_of(means[leader]), float(left[near].sum() / total)))
        left[near] = 0
    return sorted(found, key=lambda ink: -ink[1])
