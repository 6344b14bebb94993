"""A ground that changes slowly: a vignette, a soft light on a wall. One smooth surface says its colour at every place.

It is fitted to the border first, and then to all that joins the border and has the colour that the surface says: what
stands before it has not.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.labspace import Pixels, distance_between, eight_bit_lab

_DEGREE: Final = 4
_POWERS: Final = tuple((i, j) for i, j in itertools.product(range(_DEGREE + 1), repeat=2) if i + j <= _DEGREE)
"""Of x and y, in the order of a surface's numbers."""

_FIRST_DEGREE: Final = 2
"""What a ring tells of its middle."""

_LOOK_PX: Final = 256
_ROUNDS: Final = 4
_NEAR: Final = 6.0
"""ΔE from the surface up to which a pixel that joins the border helps to fit it."""

_RING_NEAR: Final = 0.9
"""Of the border ring: how much a surface has to explain."""

_LEAST_JOINED: Final = 0.05
_DECIMALS: Final = 3


@dataclass(frozen=True, slots=True)
class Shading:
    """Polynomials of x and y, which go from −½ to ½ over the frame: for each of red, green and blue one number per power."""

    numbers: tuple[float, ...]

    @staticmethod
    def read(text: str) -> Shading:
        return Shading(tuple(float(word) for word in text.split()))

    def __str__(self) -> str:
        return " ".join(f"{number:.{_DECIMALS}f}" for number in self.numbers)

    def window(self, rows: slice, columns: slice, shape: tuple[int, int]) -> Pixels:
        """The ground's colours in a window of a picture of this `shape` (height, width), rounded."""
        y, x = (
            _powers((np.arange(side.start, side.stop) + 0.5) / length - 0.5)
            for side, length in zip((rows, columns), shape, strict=True)
        )
        out = np.empty((y.shape[0], x.shape[0], 3), dtype=np.uint8)
        for channel, numbers in enumerate(np.array(self.numbers).reshape(3, -1)):
            grid = np.zeros((_DEGREE + 1, _DEGREE + 1))
            for (i, j), number in zip(_POWERS, numbers, strict=True):
                grid[j, i] = number
            out[..., channel] = np.rint((y @ grid @ x.T).clip(0, 255))
        return out

    def whole(self, shape: tuple[int, int]) -> Pixels:
        return self.window(slice(0, shape[0]), slice(0, shape[1]), shape)


@dataclass(frozen=True, slots=True)
class Fitted:
    """`spread` is the standard deviation (ΔE) of the ground around its surface, where it joins the border."""

    shading: Shading
    spread: float


def fitted(rgb: Pixels, ring: NDArray[np.bool_]) -> Fitted | None:
    """The surface behind a picture whose border `ring` is nearly all ground; None where none explains it."""
    scale = min(1.0, _LOOK_PX / max(rgb.shape[:2]))
    size = max(1, round(rgb.shape[1] * scale)), max(1, round(rgb.shape[0] * scale))
    small = np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), np.uint8)
    border = cv2.resize(ring.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST) > 0
    lab, ground, shading = eight_bit_lab(small), border, None
    for n in range(_ROUNDS):
        shading = _fit(small, ground, _FIRST_DEGREE if n == 0 else _DEGREE)
        away = distance_between(lab, eight_bit_lab(shading.whole(small.shape[:2])))
        near = away <= _NEAR
        if n == 0:  # what crosses the ring is no ground, and bends the first surface
            shading = _fit(small, border & (away <= np.quantile(away[border], 0.8)), _FIRST_DEGREE)
            away = distance_between(lab, eight_bit_lab(shading.whole(small.shape[:2])))
            near = away <= _NEAR
        if near[border].mean() < _RING_NEAR:
            return None
        ground = _joined(near)
    if shading is None or ground.mean() < _LEAST_JOINED:
        return None
    return Fitted(shading, float(np.sqrt(np.square(away[ground]).mean())))


def _fit(rgb: Pixels, where: NDArray[np.bool_], degree: int) -> Shading:
    rows, columns = np.nonzero(where)
    every = max(1, len(rows) // 12_000)
    rows, columns = rows[::every], columns[::every]
    y, x = _powers((rows + 0.5) / rgb.shape[0] - 0.5), _powers((columns + 0.5) / rgb.shape[1] - 0.5)
    used = [n for n, (i, j) in enumerate(_POWERS) if i + j <= degree]
    terms = np.stack([x[:, _POWERS[n][0]] * y[:, _POWERS[n][1]] for n in used], axis=-1)
    found, *_ = np.linalg.lstsq(terms, rgb[rows, columns].astype(np.float64), rcond=None)
    numbers = np.zeros((3, len(_POWERS)))
    numbers[:, used] = found.T.round(_DECIMALS)
    return Shading(tuple(numbers.ravel().tolist()))


def _powers(at: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(at[:, None] ** np.arange(_DEGREE + 1), np.float64)


def _joined(near: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The part of it that touches the border."""
    _, labels = cv2.connectedComponents(near.astype(np.uint8), connectivity=4)
    border = np.unique(np.concatenate((labels[0], labels[-1], labels[:, 0], labels[:, -1])))
    return np.asarray(np.isin(labels, border[border > 0]), dtype=bool)
