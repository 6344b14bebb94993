"""Sharpening of what was enlarged: the lightness of its edges, at final pixels, never their alpha.

How much is decided once for a picture. Edges come out about as steep, in pixels, as they were in the source; beyond
`FULL_AT` times its size they stay softer, because more would show as a rim.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]
Plane = NDArray[np.float32]
Window = tuple[float, float, float, float]

FROM = 1.1
"""Enlarged by less, Lanczos alone keeps an edge within a tenth of its steepness."""

FULL_AT = 1.4
_OVERSHOOT_LEVELS = 4.0
_GRAIN_LEVELS = (1.0, 3.0)
"""A difference to its surroundings that is taken for grain and left, and one that is taken for an edge."""


@dataclass(frozen=True, slots=True)
class Sharpening:
    """An unsharp mask: `radius_px` is the Gaussian's sigma at final pixels, `amount` what is added at `FULL_AT` and more."""

    radius_px: float
    amount: float

    @property
    def reach_px(self) -> int:
        return math.ceil(3 * self.radius_px) + 1

    def for_enlargement(self, factor: float) -> Sharpening | None:
        """Fitted to soft steps of 0.5 to 1.1 px: with it their rise stays within a tenth of the source's up to `FULL_AT`."""
        if factor <= FROM or self.amount <= 0:
            return None
        share = min(1.0, (factor - 1) / (FULL_AT - 1)) ** 1.5
        return Sharpening(self.radius_px, self.amount * share)


def sharpen(enlarged: Pixels, source: Pixels, window: Window, by: Sharpening) -> Pixels:
    """`enlarged` (RGB or RGBA) with steeper edges. `source` is what it was resampled from, in `window`: no edge goes
    further beyond its surroundings there than a few levels."""
    light = _lightness(enlarged)
    away = light - _surroundings(light, enlarged, by.radius_px)
    low, high = _limits(source, window, enlarged.shape[1::-1])
    wanted = light + by.amount * _edges_only(away)
    change = np.clip(wanted, low - _OVERSHOOT_LEVELS, high + _OVERSHOOT_LEVELS) - light
    if enlarged.shape[2] == 3:
        return _lightened(enlarged, change)
    change[enlarged[..., 3] == 0] = 0
    return np.dstack([_lightened(np.ascontiguousarray(enlarged[..., :3]), change), enlarged[..., 3]])


def _lightness(pixels: Pixels) -> Plane:
    grey = cv2.cvtColor(np.ascontiguousarray(pixels[..., :3], dtype=np.float32), cv2.COLOR_RGB2GRAY)
    return np.asarray(grey, dtype=np.float32)


def _surroundings(light: Plane, pixels: Pixels, radius_px: float) -> Plane:
    """The mean around each pixel, of ink only: beyond an edge of the ink its own colour is thought to go on."""
    if pixels.shape[2] == 3:
        return np.asarray(cv2.GaussianBlur(light, (0, 0), radius_px), dtype=np.float32)
    cover = np.asarray(pixels[..., 3], dtype=np.float32)
    mean = cv2.GaussianBlur(light * cover, (0, 0), radius_px) / np.maximum(
        cv2.GaussianBlur(cover, (0, 0), radius_px), 1e-3
    )
    return np.where(cover > 0, mean, light).astype(np.float32)


def _edges_only(away: Plane) -> Plane:
    grain, edge = _GRAIN_LEVELS
    share: Plane = ((np.abs(away) - grain) / (edge - grain)).clip(0, 1)
    return away * share


def _limits(source: Pixels, window: Window, size: tuple[int, int]) -> tuple[Plane, Plane]:
    """The lowest and the highest lightness of the nine source pixels around each place, those without ink left out."""
    light, square = _lightness(source), np.ones((3, 3), dtype=np.uint8)
    inked = source[..., 3] > 0 if source.shape[2] == 4 else np.ones(light.shape, dtype=bool)
    extremes = cv2.erode(np.where(inked, light, 255), square), cv2.dilate(np.where(inked, light, 0), square)
    low, high = (
        np.asarray(Image.fromarray(e).resize(size, Image.Resampling.NEAREST, box=window), dtype=np.float32)
        for e in extremes
    )
    return low, high


def _lightened(rgb: Pixels, change: Plane) -> Pixels:
    """The same step for all three channels: the hue stays. Rounded and held within 0 to 255."""
    return np.asarray(cv2.add(rgb, cv2.merge([change, change, change]), dtype=cv2.CV_8U), dtype=np.uint8)
