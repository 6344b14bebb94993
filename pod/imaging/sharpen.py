"""Sharpening of what was enlarged: the lightness of its edges, at final pixels, never their alpha.

How much is decided once for a picture, so that edges come out about as steep, in pixels, as they were in the source. Up to
`UNSHARP_UP_TO` times its size an unsharp mask alone does that. More of it would make grain stand out and put rims round
everything, so beyond that soft steps are made narrow (`narrowing`), and all else gets what it gets there.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.imaging.narrowing import MOST_PX, moved_off_steps
from pod.imaging.planes import Made, Nearest
from pod.imaging.taps import Planes, Window

Pixels = NDArray[np.uint8]
Plane = NDArray[np.float32]

FROM = 1.1
"""Enlarged by less, Lanczos alone keeps an edge within a tenth of its steepness."""

UNSHARP_UP_TO = 2.0
STEEP_UP_TO = 6.0
_NARROWER = 0.9
"""Of the enlargement: so much is left to be done to a soft step, which Lanczos widens by a little less than all else."""

_EARLIEST = 1.15
_WIDER, _LESS = 4.0, 0.86
"""Fitted to soft steps of 0.5 to 1.1 px (sigma): with an amount of 0.7 their rise stays within a tenth of the source's
from `FROM` to `UNSHARP_UP_TO`. The Gaussian widens as the edges do; wide as it is, what keeps a rim from an edge is the limit
on its overshoot."""

_OVERSHOOT_LEVELS = 4.0
_TO_GREY = {3: cv2.COLOR_RGB2GRAY, 4: cv2.COLOR_RGBA2GRAY}
_LIGHTNESS = (0.299, 0.587, 0.114)
_GRAIN_LEVELS = (1.0, 3.0)
"""A difference to its surroundings that is taken for grain and left, and one that is taken for an edge."""


@dataclass(frozen=True, slots=True)
class Sharpening:
    """An unsharp mask: `radius_px` is the Gaussian's sigma at final pixels for what is hardly enlarged, `amount` how much of
    the difference to it is added, more or less, as `for_enlargement` has it; `narrower`: by how much steps are made so
    instead."""

    radius_px: float
    amount: float
    narrower: float = 1.0

    def for_enlargement(self, factor: float) -> Sharpening | None:
        if factor <= FROM or self.amount <= 0:
            return None
        counted = min(factor, UNSHARP_UP_TO)
        wider = 1 + _WIDER * max(0.0, counted - _EARLIEST)
        narrower = _NARROWER * min(factor, STEEP_UP_TO) if factor > UNSHARP_UP_TO else 1.0
        return Sharpening(self.radius_px * wider, self.amount * (counted - _LESS), narrower)


def sharpen(made: Made, pixels: Pixels, window: Window, around: Window, nearest: Nearest, by: Sharpening) -> None:
    """Makes the edges of `made` steeper. It was resampled from `pixels` by `window`; `around` resamples and blurs. No edge goes
    further beyond what is `nearest` to it than a few levels; the same step for all three channels, so that the hue stays."""
    levels = np.clip(made.levels, 0, 255, out=made.levels)
    grey = np.asarray(cv2.cvtColor(pixels, _TO_GREY[pixels.shape[2]]), dtype=np.uint8)
    alpha = None if made.cover is None else pixels[..., 3]
    light = _lightness(levels)
    away = _edges_only(light - _surroundings(grey, alpha, around))
    low, high = _limits(grey, alpha, nearest)
    steps = moved_off_steps(levels, pixels, alpha, window, nearest, by.narrower) if by.narrower > 1 else None
    if steps is not None:
        light, away = _lightness(levels), away * (1 - steps)
        beside_low, beside_high = _limits(grey, alpha, nearest, MOST_PX)
        low, high = np.where(steps > 0, (beside_low, beside_high), (low, high))
    wanted = light + by.amount * away
    change = np.clip(wanted, low - _OVERSHOOT_LEVELS, high + _OVERSHOOT_LEVELS) - light
    change[low > high] = 0
    levels += change


def _lightness(levels: Planes) -> Plane:
    return np.asarray(_LIGHTNESS[0] * levels[0] + _LIGHTNESS[1] * levels[1] + _LIGHTNESS[2] * levels[2], np.float32)


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


def _limits(grey: Pixels, alpha: Pixels | None, nearest: Nearest, reach_px: int = 1) -> tuple[Plane, Plane]:
    """The lowest and the highest lightness around each place, what is without ink left out: where nothing has ink, the
    lowest is above the highest."""
    if alpha is None:
        return nearest.lowest(grey, reach_px), nearest.highest(grey, reach_px)
    low = nearest.lowest(np.where(alpha > 0, grey, np.uint8(255)), reach_px)
    high = nearest.highest(np.where(alpha > 0, grey, np.uint8(0)), reach_px)
    return low, high
