"""Resampling with Lanczos, in strips: premultiplied, without seams, with as little memory as a strip needs.

Straight-alpha resampling would pull the colour that lies under alpha 0 into the edge. Opaque blocks of the picture are
resampled in 8 bit. Blocks with an edge go through float planes: in 8 bit, premultiplied colour is up to 27 levels off at
alpha 4, and Lanczos overshoot is cut from alpha but not from colour, which leaves a bright rim. Everything that shrinks
to less than half goes through linear light, where fine bright detail would otherwise darken.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pod.imaging.colour import gamma, linear
from pod.imaging.flat import is_flat

Pixels = NDArray[np.uint8]
Planes = NDArray[np.float32]

_BLOCK_ROWS = 256
"""Output rows per block, counted from the top: strips are cut from blocks, so any strip height gives the same pixels."""

_LANCZOS_REACH = 3
_CLAMP_ABOVE = 1.5
"""Enlarging flat art by more lets Lanczos ring visibly along its edges: the ringing is cut to the source's own range."""

_LINEAR_BELOW = 0.5


def resized(pixels: Pixels, width_px: int, height_px: int) -> Pixels:
    """The whole picture (height × width × 3 or 4) at a new size."""
    out = np.empty((height_px, width_px, pixels.shape[2]), dtype=np.uint8)
    top = 0
    for strip in resized_strips(pixels, width_px, height_px):
        out[top : top + len(strip)] = strip
        top += len(strip)
    return out


def reduced(pixels: Pixels, factor: int) -> Pixels:
    """Height × width × 4 `pixels` averaged over squares of `factor`, the odd rows and columns at the end left out.

    A cheap first step before `resized` where very much is shrunk to be looked at; nothing that prints goes through it.
    """
    if factor <= 1:
        return pixels
    width, height = pixels.shape[1] // factor, pixels.shape[0] // factor
    whole = np.ascontiguousarray(pixels[: height * factor, : width * factor])
    alpha = np.ascontiguousarray(whole[..., 3])
    covered = cv2.multiply(whole, cv2.merge([alpha, alpha, alpha, np.full_like(alpha, 255)]), scale=1 / 255)
    small = np.asarray(cv2.resize(covered, (width, height), interpolation=cv2.INTER_AREA), np.uint8)
    soft = (small[..., 3] > 0) & (small[..., 3] < 255)
    small[soft, :3] = np.minimum(255, np.rint(small[soft, :3] * (255 / small[soft, 3:].astype(np.float32))))
    return small


def resized_strips(pixels: Pixels, width_px: int, height_px: int, *, rows: int = 256) -> Iterator[Pixels]:
    """The same pixels as `resized`, from the top, `rows` at a time (the last strip may be lower)."""
    if (height_px, width_px) == pixels.shape[:2]:
        yield from (pixels[top : top + rows] for top in range(0, height_px, rows))
        return
    plan = _Plan.of(pixels, width_px, height_px)
    blocks = (_block(pixels, plan, top) for top in range(0, height_px, _BLOCK_ROWS))
    yield from blocks if rows == _BLOCK_ROWS else _recut(blocks, rows)


def _recut(blocks: Iterator[Pixels], rows: int) -> Iterator[Pixels]:
    """Blocks as strips of `rows`; never more than a block and a strip in memory."""
    waiting: list[Pixels] = []
    for block in blocks:
        waiting.append(block)
        while (have := sum(map(len, waiting))) >= rows:
            joined = np.concatenate(waiting) if len(waiting) > 1 else waiting[0]
            yield joined[:rows]
            waiting = [joined[rows:]] if have > rows else []
    if waiting:
        yield np.concatenate(waiting)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is decided once for the whole picture, so that no two blocks differ in kind along a seam."""

    width_px: int
    height_px: int
    scale_y: float
    clamped: bool
    in_linear_light: bool

    @staticmethod
    def of(pixels: Pixels, width_px: int, height_px: int) -> _Plan:
        height, width = pixels.shape[:2]
        largest = max(width_px / width, height_px / height)
        return _Plan(
            width_px,
            height_px,
            height / height_px,
            clamped=largest > _CLAMP_ABOVE and is_flat(pixels),
            in_linear_light=largest < _LINEAR_BELOW,
        )


def _block(pixels: Pixels, plan: _Plan, top: int) -> Pixels:
    """Output rows from `top`, from just the source rows that the filter reaches for."""
    count = min(_BLOCK_ROWS, plan.height_px - top)
    reach = math.ceil(_LANCZOS_REACH * max(plan.scale_y, 1.0)) + 2
    first = max(0, math.floor(top * plan.scale_y) - reach)
    last = min(len(pixels), math.ceil((top + count) * plan.scale_y) + reach)
    source = np.ascontiguousarray(pixels[first:last])
    window = (0.0, top * plan.scale_y - first, float(pixels.shape[1]), (top + count) * plan.scale_y - first)
    size = (plan.width_px, count)
    if source.shape[2] == 4 and not source[..., 3].any():
        return np.zeros((count, plan.width_px, 4), dtype=np.uint8)
    if plan.in_linear_light or (source.shape[2] == 4 and not (source[..., 3] == 255).all()):
        return _through_floats(source, size, window, plan)
    return _through_bytes(source, size, window, clamped=plan.clamped)


Window = tuple[float, float, float, float]


def _through_bytes(source: Pixels, size: tuple[int, int], window: Window, *, clamped: bool) -> Pixels:
    """8-bit Lanczos of a source without any transparency."""
    image = Image.fromarray(source[..., :3])
    out = np.array(image.resize(size, Image.Resampling.LANCZOS, box=window))
    if clamped:
        out = _clamped(np.asarray(image), out, window)
    return out if source.shape[2] == 3 else np.dstack([out, np.full(out.shape[:2], 255, dtype=np.uint8)])


def _through_floats(source: Pixels, size: tuple[int, int], window: Window, plan: _Plan) -> Pixels:
    """Float32 planes, premultiplied in sRGB or in linear light, one at a time."""
    has_alpha = source.shape[2] == 4
    table = _linear_levels() if plan.in_linear_light else _plain_levels()
    alpha = _plain_levels()[source[..., 3]] if has_alpha else np.ones(source.shape[:2], np.float32)
    covered = _resized_plane(alpha, size, window, clamped=plan.clamped)
    # divided by the alpha that overshoots as the colour does: what is left is the colour itself
    divisor = np.maximum(covered, 1 / 1024)
    out = np.empty((size[1], size[0], source.shape[2]), dtype=np.uint8)
    for channel in range(3):
        plane = _resized_plane(table[source[..., channel]] * alpha, size, window, clamped=plan.clamped)
        out[..., channel] = _levels((plane / divisor).clip(0, 1), in_linear_light=plan.in_linear_light)
    if has_alpha:
        out[..., 3] = np.rint(covered.clip(0, 1) * 255)
        out[out[..., 3] == 0] = 0
    return out


def _levels(light: Planes, *, in_linear_light: bool) -> Pixels:
    if in_linear_light:
        return _gamma_levels()[(light * _GAMMA_STEPS + 0.5).astype(np.uint16)]
    return np.rint(light * 255).astype(np.uint8)


def _resized_plane(plane: Planes, size: tuple[int, int], window: Window, *, clamped: bool) -> Planes:
    out = np.asarray(Image.fromarray(plane).resize(size, Image.Resampling.LANCZOS, box=window))
    return _clamped(plane, out, window) if clamped else out


Samples = TypeVar("Samples", Pixels, Planes)


def _clamped(source: Samples, out: Samples, window: Window) -> Samples:
    """`out`, held between the lowest and the highest of the nine source pixels around each place."""
    square, size = np.ones((3, 3), dtype=np.uint8), (out.shape[1], out.shape[0])
    low, high = (
        np.asarray(Image.fromarray(extreme).resize(size, Image.Resampling.NEAREST, box=window))
        for extreme in (cv2.erode(source, square), cv2.dilate(source, square))
    )
    return np.clip(out, low, high).astype(source.dtype, copy=False)


_GAMMA_STEPS = 16383
"""Linear light is turned back through a table this fine: its darkest step is a fifth of an 8-bit level."""


@functools.cache
def _plain_levels() -> Planes:
    levels: Planes = np.linspace(0, 1, 256, dtype=np.float32)
    return levels


@functools.cache
def _linear_levels() -> Planes:
    levels: Planes = np.array([linear(v / 255) for v in range(256)], dtype=np.float32)
    return levels


@functools.cache
def _gamma_levels() -> Pixels:
    return np.array([round(255 * gamma(i / _GAMMA_STEPS)) for i in range(_GAMMA_STEPS + 1)], dtype=np.uint8)
