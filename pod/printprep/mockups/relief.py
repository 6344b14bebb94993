"""Relief: how cloth lies, as a height in millimetres, and the light that falls on it.

Folds are curves with a rounded back, one side steeper than the other; a little unevenness lies over all. Light comes
from the left and above, so that one relief darkens and lightens cloth and ink alike.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.float32]
Point = tuple[float, float]

_LIGHT = np.array((-0.50, -0.62, 0.60), dtype=np.float32)
"""Towards the light: right, down, out of the picture."""

_SAMPLES = 32
_FINE_PX = 6.0
_MM_PER_CELL = 3.0
"""Relief is made this coarse and smoothed up: nothing in it is finer than a seam, which is drawn."""


@dataclass(frozen=True, slots=True)
class Fold:
    """A curve from `start` over `bend` to `end` in mm; `width_mm` to either side (the steep side has half), `height_mm`
    at its highest, running out to nothing at the ends unless it is `open` there (at a hem, in a seam)."""

    start: Point
    bend: Point
    end: Point
    width_mm: float
    height_mm: float
    open_start: bool = False
    open_end: bool = False

    def scaled(self, factor: float) -> Fold:
        start, bend, end = ((x * factor, y * factor) for x, y in (self.start, self.bend, self.end))
        width_mm, height_mm = self.width_mm * factor, self.height_mm * factor
        return Fold(start, bend, end, width_mm, height_mm, self.open_start, self.open_end)

    def moved(self, dx_mm: float, dy_mm: float) -> Fold:
        start, bend, end = ((x + dx_mm, y + dy_mm) for x, y in (self.start, self.bend, self.end))
        return Fold(start, bend, end, self.width_mm, self.height_mm, self.open_start, self.open_end)

    def mirrored(self, axis_mm: float) -> Fold:
        start, bend, end = ((2 * axis_mm - x, y) for x, y in (self.start, self.bend, self.end))
        return Fold(start, bend, end, self.width_mm, self.height_mm, self.open_start, self.open_end)


@functools.lru_cache(maxsize=32)
def relief(folds: tuple[Fold, ...], width_mm: float, height_mm: float, uneven_mm: float) -> Field:
    """The height over the whole scene, one value for every few millimetres."""
    columns, rows = round(width_mm / _MM_PER_CELL), round(height_mm / _MM_PER_CELL)
    height = uneven_mm * _unevenness(rows, columns)
    for fold in folds:
        _raised(height, fold)
    return np.asarray(cv2.GaussianBlur(height, (0, 0), 1.2), dtype=np.float32)


def _unevenness(rows: int, columns: int) -> Field:
    """Soft lumps of several sizes, longer than wide: the same ones every time, for a proof may not depend on chance."""
    chance = np.random.default_rng(11)
    field = np.zeros((rows, columns), dtype=np.float32)
    for size_mm, share in ((150.0, 1.0), (70.0, 0.45), (34.0, 0.16)):
        grain = chance.standard_normal((rows, columns)).astype(np.float32)
        soft = cv2.GaussianBlur(grain, (0, 0), 0.6 * size_mm / _MM_PER_CELL, sigmaY=size_mm / _MM_PER_CELL)
        field += share * soft / max(1e-6, float(soft.std()))
    return field


def _raised(height: Field, fold: Fold) -> None:
    """Adds the fold to `height` in place, as far as it reaches."""
    curve, tangent = _curve(fold)
    width = fold.width_mm / _MM_PER_CELL
    low, high = curve.min(axis=0) - 3 * width, curve.max(axis=0) + 3 * width
    left, top = (max(0, int(v)) for v in low)
    window = height[top : int(high[1]) + 2, left : int(high[0]) + 2]
    y, x = np.mgrid[0 : window.shape[0], 0 : window.shape[1]].astype(np.float32)
    offset = np.stack((x + left, y + top), axis=-1)[..., None, :] - curve
    nearest = np.square(offset).sum(axis=-1).argmin(axis=-1)
    away = np.take_along_axis(offset, nearest[..., None, None], axis=2)[..., 0, :]
    onwards = (away * tangent[nearest]).sum(axis=-1)
    across = away[..., 0] * tangent[nearest][..., 1] - away[..., 1] * tangent[nearest][..., 0]
    beyond = np.where((nearest == 0) | (nearest == _SAMPLES - 1), np.abs(onwards), 0)
    # one side falls off twice as fast as the other
    reach = width * (0.75 + 0.25 * np.tanh(across / (0.4 * width)))
    place = (nearest + onwards / np.linalg.norm(curve[1] - curve[0])) / (_SAMPLES - 1)
    window += fold.height_mm * np.exp(-(np.square(across) + np.square(beyond)) / np.square(reach)) * _taper(fold, place)


def _curve(fold: Fold) -> tuple[Field, Field]:
    """Places along the fold and its direction there, in cells."""
    along = np.linspace(0, 1, _SAMPLES, dtype=np.float32)[:, None]
    start, bend, end = (np.array(p, dtype=np.float32) / _MM_PER_CELL for p in (fold.start, fold.bend, fold.end))
    curve = (1 - along) ** 2 * start + 2 * along * (1 - along) * bend + along**2 * end
    tangent = np.gradient(curve, axis=0)
    return curve, tangent / np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-6)


def _taper(fold: Fold, place: Field) -> Field:
    """0 at an end that runs out, 1 from two fifths of the way in."""
    before = np.ones_like(place) if fold.open_start else np.clip(place / 0.4, 0, 1)
    after = np.ones_like(place) if fold.open_end else np.clip((1 - place) / 0.4, 0, 1)
    both = before * after
    return np.asarray(both * both * (3 - 2 * both), dtype=np.float32)


def blurred(field: Field, sigma_px: float) -> Field:
    """A wide blur is made on a smaller copy: what it leaves can be told there as well."""
    step = max(1, int(sigma_px / 3))
    if step == 1:
        return np.asarray(cv2.GaussianBlur(field, (0, 0), max(0.5, sigma_px)), dtype=np.float32)
    size = (-(-field.shape[1] // step), -(-field.shape[0] // step))
    small = cv2.GaussianBlur(cv2.resize(field, size, interpolation=cv2.INTER_AREA), (0, 0), sigma_px / step)
    return np.asarray(cv2.resize(small, field.shape[::-1], interpolation=cv2.INTER_CUBIC), dtype=np.float32)


def rounded_edge(mask: Field, px_per_mm: float, *, reach_mm: float, height_mm: float) -> Field:
    """Height that rises from a shape's outline inwards: thickness, by which its edge catches the light."""
    reach_px = reach_mm * px_per_mm
    soft = blurred(mask, reach_px)
    if reach_px > _FINE_PX:
        # a wide blur is made coarse: its cells would be seen where light falls on them
        soft = np.asarray(cv2.GaussianBlur(soft, (0, 0), reach_px / 6), dtype=np.float32)
    return np.asarray(1.6 * height_mm * soft, dtype=np.float32)


def grooved(mask: Field, px_per_mm: float, *, width_mm: float, depth_mm: float) -> Field:
    """Depth along a thin line, as where two pieces are sewn together."""
    soft = blurred(mask, 0.4 * width_mm * px_per_mm)
    return np.asarray(-depth_mm * soft / max(1e-6, float(soft.max())), dtype=np.float32)


def slopes(height: Field, mm_per_px: float) -> tuple[Field, Field]:
    """How much the surface rises to the right and downwards, per millimetre."""
    scale = 1 / (8 * mm_per_px)
    right = cv2.Sobel(height, cv2.CV_32F, 1, 0, ksize=3, scale=scale)
    down = cv2.Sobel(height, cv2.CV_32F, 0, 1, ksize=3, scale=scale)
    return np.asarray(right, np.float32), np.asarray(down, np.float32)


def light(right: Field, down: Field) -> Field:
    """How bright the surface is; 1 where it lies flat."""
    towards = _LIGHT / np.linalg.norm(_LIGHT)
    length = np.sqrt(1 + np.square(right) + np.square(down))
    facing = (-right * towards[0] - down * towards[1] + towards[2]) / length
    return np.asarray(np.maximum(facing, 0) / towards[2], dtype=np.float32)


def grown_to(field: Field, width_px: int, height_px: int) -> Field:
    """Smoothed by a cell, or the cells would show as a net."""
    large = cv2.resize(field, (width_px, height_px), interpolation=cv2.INTER_CUBIC)
    return np.asarray(cv2.GaussianBlur(large, (0, 0), max(0.5, width_px / field.shape[1])), dtype=np.float32)


def mirrored(folds: Sequence[Fold], axis_mm: float) -> tuple[Fold, ...]:
    """The folds and their mirror images."""
    return (*folds, *(fold.mirrored(axis_mm) for fold in folds))
