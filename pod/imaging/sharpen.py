"""Sharpening of what was enlarged: the lightness of its edges, at final pixels, never their alpha.

How much is decided once for a picture. Edges come out about as steep, in pixels, as they were in the source, up to
`FULL_AT` times its size; beyond that they stay softer, because more would make grain and shading stand out.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.imaging.planes import Made, Nearest
from pod.imaging.taps import Window

Pixels = NDArray[np.uint8]
Plane = NDArray[np.float32]

FROM = 1.1
"""Enlarged by less, Lanczos alone keeps an edge within a tenth of its steepness."""

FULL_AT = 2.0
_EARLIEST = 1.15
_WIDER, _LESS = 4.0, 0.86
"""Fitted to soft steps of 0.5 to 1.1 px (sigma): with an amount of 0.7 their rise stays within a tenth of the source's
from `FROM` to `FULL_AT`. The Gaussian widens as the edges do; wide as it is, what keeps a rim from an edge is the limit
on its overshoot."""

_OVERSHOOT_LEVELS = 4.0
_TO_GREY = {3: cv2.COLOR_RGB2GRAY, 4: cv2.COLOR_RGBA2GRAY}
_LIGHTNESS = (0.299, 0.587, 0.114)
_GRAIN_LEVELS = (1.0, 3.0)
"""A difference to its surroundings that is taken for grain and left, and one that is taken for an edge."""


@dataclass(frozen=True, slots=True)
class Sharpening:
    """An unsharp mask: `radius_px` is the Gaussian's sigma at final pixels for what is hardly enlarged, `amount` how much of
    the difference to it is added, more or less, as `for_enlargement` has it."""

    radius_px: float
    amount: float

    def for_enlargement(self, factor: float) -> Sharpening | None:
        if factor <= FROM or self.amount <= 0:
            return None
        counted = min(factor, FULL_AT)
        wider = 1 + _WIDER * max(0.0, counted - _EARLIEST)
        return Sharpening(self.radius_px * wider, self.amount * (counted - _LESS))


def sharpen(made: Made, pixels: Pixels, around: Window, nearest: Nearest, by: Sharpening) -> None:
    """Makes the edges of `made` steeper. It was resampled from `pixels`; `around` resamples and blurs. No edge goes further
    beyond what is `nearest` to it than a few levels; the same step for all three channels, so that the hue stays."""
    levels = np.clip(made.levels, 0, 255, out=made.levels)
    grey = np.asarray(cv2.cvtColor(pixels, _TO_GREY[pixels.shape[2]]), dtype=np.uint8)
    alpha = None if made.cover is None else pixels[..., 3]
    light: Plane = _LIGHTNESS[0] * levels[0] + _LIGHTNESS[1] * levels[1] + _LIGHTNESS[2] * levels[2]
    away = light - _surroundings(grey, alpha, around)
    low, high = _limits(grey, alpha, nearest)
    wanted = light + by.amount * _edges_only(away)
    change = np.clip(wanted, low - _OVERSHOOT_LEVELS, high + _OVERSHOOT_LEVELS) - light
    change[low > high] = 0
    levels += change


def _surroundings(grey: Pixels, alpha: Pixels | None, around: Window) -> Plane:
    """The mean around each pixel, of ink only: beyond an edge of the ink its own colour is thought to go on."""
    if alpha is None:
        return np.asarray(around.resampled(grey[None].astype(np.float32))[0], dtype=np.float32)
    cover = alpha.astype(np.float32)
    inked, covered = around.resampled(np.stack([np.rint(grey * (cover * (8 / 255))) / 8, cover]))
    return np.asarray(inked / np.maximum(covered / 255, 1 / 1024), dtype=np.float32)


def _edges_only(away: Plane) -> Plane:
    grain, edge = _GRAIN_LEVELS
    share: Plane = ((np.abs(away) - grain) / (edge - grain)).clip(0, 1)
    return away * share


def _limits(grey: Pixels, alpha: Pixels | None, nearest: Nearest) -> tuple[Plane, Plane]:
    """The lowest and the highest lightness around each place, what is without ink left out: where nothing has ink, the
    lowest is above the highest."""
    if alpha is None:
        return nearest.lowest(grey), nearest.highest(grey)
    low = nearest.lowest(np.where(alpha > 0, grey, np.uint8(255)))
    high = nearest.highest(np.where(alpha > 0, grey, np.uint8(0)))
    return low, high
