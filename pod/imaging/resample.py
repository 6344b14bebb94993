"""Resampling with Lanczos, in strips: premultiplied, without seams, with as little memory as a strip needs.

Straight-alpha resampling would pull the colour that lies under alpha 0 into the edge. Tiles of one colour need no filter,
opaque tiles are resampled in 8 bit. Tiles with an edge go through float planes: in 8 bit, premultiplied colour is up to 27
levels off at alpha 4, and Lanczos overshoot is cut from alpha but not from colour, which leaves a bright rim. Everything
that shrinks to less than half goes through linear light, where fine bright detail would otherwise darken.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pod.imaging.colour import gamma, linear
from pod.imaging.flat import is_flat
from pod.imaging.rows import OpaqueRows
from pod.imaging.sharpen import FROM, Sharpening, sharpen
from pod.model.geometry import Box

Pixels = NDArray[np.uint8]
Planes = NDArray[np.float32]
Window = tuple[float, float, float, float]

_BLOCK_ROWS = 256
"""Output rows per block, counted from the top: strips are cut from blocks, so any strip height gives the same pixels."""

_BAND_ROWS = 64
"""The same for pictures without alpha, in bands as wide as they are: more work is done twice, but in nearer memory."""

_TILE_COLUMNS = 256
"""Output columns that are treated alike. Art is mostly flat colour and nothing at all, so most tiles cost next to nothing."""

_SAMPLE = 16
_LANCZOS_REACH = 3
_CLAMP_ABOVE = 1.5
"""Enlarging flat art by more lets Lanczos ring visibly along its edges: the ringing is cut to the source's own range."""

_LINEAR_BELOW = 0.5

_FILTERED_SHRINK = 2
"""How much of a strong shrink is left to Lanczos. The rest is averaged over whole squares first: a filter ten times as
wide costs ten times as much and sees nothing more."""


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


def resized_strips(
    source: Pixels | OpaqueRows,
    width_px: int,
    height_px: int,
    *,
    rows: int = 0,
    visible: Box | None = None,
    sharpening: Sharpening | None = None,
) -> Iterator[Pixels]:
    """The same pixels as `resized`, from the top: in strips as they come, or `rows` at a time (the last one may be lower).

    `visible` is a whole-pixel box of the result, beyond which nothing is worked out or given. Rows of a picture that is
    read from its file are read once, so that neither the picture nor the result is ever held as a whole. `sharpening` is
    for what is enlarged and not flat; it needs pixels that are held.
    """
    plan = _Plan.of(source, width_px, height_px, visible or Box(0, 0, width_px, height_px), sharpening)
    first = plan.top // plan.block_rows * plan.block_rows
    tops = range(first, plan.bottom, plan.block_rows)
    blocks = (_shown(plan.make(source, plan, top), plan, top) for top in tops)
    yield from _recut(blocks, rows) if rows else blocks


def _shown(block: Pixels, plan: _Plan, top: int) -> Pixels:
    """The part of a block that is visible; its columns are cut already."""
    return block[max(0, plan.top - top) : plan.bottom - top]


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
    """What is decided once for the whole picture, so that no two blocks differ in kind along a seam.

    `left`, `top`, `right` and `bottom` are what is visible of the result. `make` makes a block of it, `block_rows` high
    but for the last, in the visible columns.
    """

    width_px: int
    height_px: int
    left: int
    top: int
    right: int
    bottom: int
    scale_x: float
    scale_y: float
    clamped: bool
    in_linear_light: bool
    step: int
    sharpening: Sharpening | None
    make: Callable[[Pixels | OpaqueRows, _Plan, int], Pixels]
    block_rows: int

    @staticmethod
    def of(
        source: Pixels | OpaqueRows, width_px: int, height_px: int, visible: Box, sharpening: Sharpening | None
    ) -> _Plan:
        height, width, channels = source.shape
        largest = max(width_px / width, height_px / height)
        flat = largest > FROM and isinstance(source, np.ndarray) and is_flat(source)
        clamped = flat and largest > _CLAMP_ABOVE
        by_tiles = channels == 4 or clamped or largest < _LINEAR_BELOW
        same = (width_px, height_px) == (width, height)
        return _Plan(
            width_px,
            height_px,
            max(0, int(visible.left)),
            max(0, int(visible.top)),
            min(width_px, int(visible.right)),
            min(height_px, int(visible.bottom)),
            width / width_px,
            height / height_px,
            clamped,
            in_linear_light=largest < _LINEAR_BELOW,
            step=max(1, int(1 / largest / _FILTERED_SHRINK)),
            sharpening=sharpening.for_enlargement(largest) if sharpening and not flat else None,
            make=_copied if same else _by_tiles if by_tiles else _as_a_band,
            block_rows=_BLOCK_ROWS if by_tiles else _BAND_ROWS,
        )

    def rows_from(self, top: int) -> int:
        return min(self.block_rows, self.height_px - top)


def _copied(source: Pixels | OpaqueRows, plan: _Plan, top: int) -> Pixels:
    return _band(source, slice(top, top + plan.rows_from(top)))[:, plan.left : plan.right]


def _as_a_band(source: Pixels | OpaqueRows, plan: _Plan, top: int) -> Pixels:
    """A picture without alpha: 8-bit Lanczos over all visible columns at once."""
    down = _Span.of(top, top + plan.rows_from(top), plan.height_px, plan)
    across = _Span.of(plan.left, plan.right, plan.width_px, plan)
    rows, window_top, window_bottom = _reach(down.first, down.count, plan.scale_y, source.shape[0], plan.step)
    image = source.image(rows.start, rows.stop) if isinstance(source, OpaqueRows) else _image(source[rows])
    right = min((across.first + across.count) * plan.scale_x, image.width)
    window = (across.first * plan.scale_x, window_top, right, window_bottom)
    out = np.asarray(image.resize((across.count, down.count), Image.Resampling.LANCZOS, box=window))
    if plan.sharpening is not None:
        out = sharpen(out, np.asarray(image), window, plan.sharpening)
    return out[down.asked, across.asked]


def _by_tiles(source: Pixels | OpaqueRows, plan: _Plan, top: int) -> Pixels:
    """Tile by tile, each from just the source pixels that the filter reaches for. Tiles are counted from the left of the
    whole result."""
    down = _Span.of(top, top + plan.rows_from(top), plan.height_px, plan)
    rows, window_top, window_bottom = _reach(down.first, down.count, plan.scale_y, source.shape[0], plan.step)
    band = _band(source, rows)
    out = np.empty((plan.rows_from(top), plan.right - plan.left, band.shape[2]), dtype=np.uint8)
    for start in range(plan.left // _TILE_COLUMNS * _TILE_COLUMNS, plan.right, _TILE_COLUMNS):
        stop = min(start + _TILE_COLUMNS, plan.width_px)
        across = _Span.of(start, stop, plan.width_px, plan)
        columns, window_left, window_right = _reach(across.first, across.count, plan.scale_x, band.shape[1], plan.step)
        window = (window_left, window_top, window_right, window_bottom)
        tile = _tile((down.count, across.count), np.ascontiguousarray(band[:, columns]), window, plan)
        first, last = max(start, plan.left), min(stop, plan.right)
        out[:, first - plan.left : last - plan.left] = tile[down.asked, across.asked][:, first - start : last - start]
    return out


@dataclass(frozen=True, slots=True)
class _Span:
    """A stretch of the result along one axis, widened by what sharpening looks at; `asked` is the stretch within it."""

    first: int
    count: int
    asked: slice

    @staticmethod
    def of(start: int, stop: int, length: int, plan: _Plan) -> _Span:
        reach = plan.sharpening.reach_px if plan.sharpening else 0
        first, last = max(0, start - reach), min(length, stop + reach)
        return _Span(first, last - first, slice(start - first, stop - first))


def _tile(size: tuple[int, int], source: Pixels, window: Window, plan: _Plan) -> Pixels:
    tile = np.empty((*size, source.shape[2]), dtype=np.uint8)
    if _fill(tile, source, window, plan) and plan.sharpening is not None:
        return sharpen(tile, source, window, plan.sharpening)
    return tile


def _band(source: Pixels | OpaqueRows, rows: slice) -> Pixels:
    return source[rows] if isinstance(source, np.ndarray) else np.asarray(source.image(rows.start, rows.stop))


def _reach(start: int, count: int, scale: float, length: int, step: int) -> tuple[slice, float, float]:
    """Along one axis: the source pixels that the filter reaches for, and where the output lies in them, in steps."""
    reach = math.ceil(_LANCZOS_REACH * max(scale, 1.0)) + 2 * step
    first = max(0, math.floor(start * scale) - reach) // step * step
    last = min(length, -(-(math.ceil((start + count) * scale) + reach) // step) * step)
    begin, end = (start * scale - first) / step, ((start + count) * scale - first) / step
    # rounding may put the end a hair outside the source, which Pillow refuses
    return slice(first, last), begin, min(end, float(-(-(last - first) // step)))


def _fill(tile: Pixels, source: Pixels, window: Window, plan: _Plan) -> bool:
    """One tile of the output, by the cheapest way that is exact for what its source holds. Whether there is anything in
    it but one colour, or nothing."""
    if _is_one_colour(source):
        first = source[0, 0]
        tile[...] = first if len(first) == 3 or first[3] else 0
        return False
    least, most = cv2.minMaxLoc(cv2.extractChannel(source, 3))[:2] if source.shape[2] == 4 else (255, 255)
    if most == 0:
        tile[...] = 0
        return False
    if plan.in_linear_light or least < 255:
        _through_floats(tile, source, window, plan, opaque=least == 255)
    else:
        _through_bytes(tile, source, window, clamped=plan.clamped)
    return True


def _is_one_colour(source: Pixels) -> bool:
    whole = source.view(np.uint32) if source.shape[2] == 4 else source  # one comparison per pixel instead of four
    first = whole[0, 0]
    return bool((whole[::_SAMPLE, ::_SAMPLE] == first).all()) and bool((whole == first).all())


def _through_bytes(tile: Pixels, source: Pixels, window: Window, *, clamped: bool) -> None:
    """8-bit Lanczos of a source without any transparency, whose fourth channel is carried along."""
    resized = _image(source).resize((tile.shape[1], tile.shape[0]), Image.Resampling.LANCZOS, box=window)
    out = np.asarray(resized)
    tile[...] = _clamped(source, out, window) if clamped else out


def _image(source: Pixels) -> Image.Image:
    mode = "RGBX" if source.shape[2] == 4 else "RGB"
    return Image.frombuffer(mode, (source.shape[1], source.shape[0]), np.ascontiguousarray(source), "raw", mode, 0, 1)


def _through_floats(tile: Pixels, source: Pixels, window: Window, plan: _Plan, *, opaque: bool) -> None:
    """Float32 planes, premultiplied in sRGB or in linear light, one at a time."""
    size = (tile.shape[1], tile.shape[0])
    table = _light_levels() if plan.in_linear_light else _plain_levels()
    alpha = None if opaque else _looked_up(source, 3, _plain_levels())
    covered = None if alpha is None else _resized_plane(alpha, size, window, plan)
    for channel in range(3):
        light = _looked_up(source, channel, table)
        if alpha is not None:
            light *= alpha
        plane = _resized_plane(light, size, window, plan)
        # divided by the alpha that overshoots as the colour does: what is left is the colour itself
        colour = plane if covered is None else plane / np.maximum(covered, 1 / 1024)
        tile[..., channel] = _levels(colour.clip(0, 1), in_linear_light=plan.in_linear_light)
    if covered is not None:
        tile[..., 3] = np.rint(covered.clip(0, 1) * 255)
        tile[tile[..., 3] == 0] = 0
    elif tile.shape[2] == 4:
        tile[..., 3] = 255


def _looked_up(source: Pixels, channel: int, table: Planes) -> Planes:
    return np.asarray(cv2.LUT(cv2.extractChannel(source, channel), table), dtype=np.float32)


def _levels(light: Planes, *, in_linear_light: bool) -> Pixels:
    if in_linear_light:
        return _gamma_levels()[(light * _GAMMA_STEPS + 0.5).astype(np.uint16)]
    return np.rint(light * 255).astype(np.uint8)


def _resized_plane(plane: Planes, size: tuple[int, int], window: Window, plan: _Plan) -> Planes:
    small = _averaged(plane, plan.step) if plan.step > 1 else plane
    out = np.asarray(Image.fromarray(small).resize(size, Image.Resampling.LANCZOS, box=window))
    return _clamped(small, out, window) if plan.clamped else out


def _averaged(plane: Planes, step: int) -> Planes:
    """The mean of every `step` × `step` square; the last ones go on as they end."""
    height, width = (-(-side // step) for side in plane.shape)
    down, across = height * step - plane.shape[0], width * step - plane.shape[1]
    whole = cv2.copyMakeBorder(plane, 0, down, 0, across, cv2.BORDER_REPLICATE) if down or across else plane
    return np.asarray(cv2.resize(whole, (width, height), interpolation=cv2.INTER_AREA), dtype=np.float32)


Samples = TypeVar("Samples", Pixels, Planes)


def _clamped(source: Samples, out: Samples, window: Window) -> Samples:
    """`out`, held between the lowest and the highest of the nine source pixels around each place."""
    square, mode = np.ones((3, 3), dtype=np.uint8), "RGBX" if source.shape[2:] == (4,) else None
    low, high = (
        np.asarray(Image.fromarray(extreme, mode).resize(out.shape[1::-1], Image.Resampling.NEAREST, box=window))
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
def _light_levels() -> Planes:
    levels: Planes = np.array([linear(v / 255) for v in range(256)], dtype=np.float32)
    return levels


@functools.cache
def _gamma_levels() -> Pixels:
    return np.array([round(255 * gamma(i / _GAMMA_STEPS)) for i in range(_GAMMA_STEPS + 1)], dtype=np.uint8)
