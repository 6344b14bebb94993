"""Pixels as planes of numbers that are resampled exactly (`taps`), and back: plain, premultiplied, or as light.

Colour times alpha has sixteen bits, more than one exact plane holds: it is carried as whole levels and as 255ths of a
level, and what rounding between the axes would lose is carried along as well. Where all that a pixel reaches for is
opaque, that comes to the very same as the plain levels.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.imaging.colour import gamma, linear
from pod.imaging.taps import Planes, Room, Window

Pixels = NDArray[np.uint8]
Plane = NDArray[np.float32]

_NOTHING = np.array(0.0)
_LEAST_COVER = np.float32(255 / 1024)
_GAMMA_STEPS = 16383
"""Linear light is turned back through a table this fine: its darkest step is a fifth of an 8-bit level."""


@dataclass(frozen=True, slots=True)
class Made:
    """Three planes of levels, not yet rounded, and their alpha; None where it is 255."""

    levels: Planes
    cover: Plane | None = None


@dataclass(frozen=True, slots=True)
class Nearest:
    """For each pixel of the result the row and the column of the source nearest to it, and its own exact place, in 32nds of
    a pixel of the source from the middle of the first."""

    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    row_32nds: NDArray[np.intp]
    column_32nds: NDArray[np.intp]

    def lowest(self, plane: Pixels | Plane, reach_px: int = 1) -> Plane:
        """Of the pixels around each place, nine or more."""
        return self._picked(cv2.erode(plane, _square(reach_px)))

    def highest(self, plane: Pixels | Plane, reach_px: int = 1) -> Plane:
        return self._picked(cv2.dilate(plane, _square(reach_px)))

    def _picked(self, plane: Any) -> Plane:
        return np.asarray(plane[self.rows].take(self.columns, axis=1), dtype=np.float32)


def _square(reach_px: int) -> Pixels:
    return np.ones((2 * reach_px + 1, 2 * reach_px + 1), dtype=np.uint8)


def plain(pixels: Pixels, window: Window, nearest: Nearest | None) -> Made:
    """Of pixels without any transparency. `nearest`: no level goes beyond those around it."""
    height, width, channels = pixels.shape
    planes = window.room.planes("source", 3, height, width)
    apart = cv2.split(pixels, list(window.room.bytes("channels", channels, height, width)))
    for plane, channel in zip(planes, apart, strict=False):
        plane[...] = channel
    if nearest is None:
        return Made(window.resampled(planes, into="source"))
    levels = window.resampled(planes)
    for level, plane in zip(levels, planes, strict=True):
        np.clip(level, nearest.lowest(plane), nearest.highest(plane), out=level)
    return Made(levels)


def premultiplied(pixels: Pixels, window: Window, nearest: Nearest | None) -> Made:
    """Of pixels whose alpha is soft somewhere."""
    alpha = pixels[..., 3].astype(np.float32)
    colour = np.stack([pixels[..., c] * alpha for c in range(3)])
    plain_levels, light, cover = _exactly(colour, alpha, window)
    light = np.where(cover == 255, plain_levels, light)
    if nearest is not None:
        for level, plane in zip(light, colour, strict=True):
            np.clip(level, nearest.lowest(plane) / 255, nearest.highest(plane) / 255, out=level)
        np.clip(cover, nearest.lowest(alpha), nearest.highest(alpha), out=cover)
    # divided by the alpha that overshoots as the colour does: what is left is the colour itself
    light *= 255 / np.maximum(cover, _LEAST_COVER)
    return Made(light, cover)


def as_light(pixels: Pixels, window: Window, step: int) -> Made:
    """In linear light, squares of `step` × `step` pixels averaged before."""
    alpha = pixels[..., 3].astype(np.float32) if pixels.shape[2] == 4 else np.full(pixels.shape[:2], 255, np.float32)
    light = np.stack([cv2.LUT(cv2.extractChannel(pixels, c), _light_levels()) * alpha for c in range(3)])
    colour = np.stack([_averaged(plane, step) for plane in light])
    _, levels, cover = _exactly(np.rint(colour, out=colour), np.rint(_averaged(alpha, step)), window)
    share = (levels / np.maximum(cover, _LEAST_COVER)).clip(0, 1)
    return Made(_gamma_levels()[(share * _GAMMA_STEPS + 0.5).astype(np.uint16)], cover)


def _exactly(colour: Planes, alpha: Plane, window: Window) -> tuple[Planes, Planes, Plane]:
    """Resampled without a rounding in between: `colour` (0 to 255 × 255) as the plain levels that it would be if all were
    opaque and as exact ones, and `alpha`."""
    height, width = alpha.shape
    source = window.room.planes("source", 7, height, width)
    np.floor(colour / 255, out=source[:3])
    source[3] = alpha
    np.subtract(colour, source[:3] * 255, out=source[4:])
    lower = window.down(source)
    parts = window.room.planes("parts", 11, *lower.shape[1:])
    np.rint(lower[:4], out=parts[:4])
    np.subtract(lower[:4], parts[:4], out=parts[4:8])
    np.rint(lower[4:], out=parts[8:])
    made = window.across(parts)
    light: Planes = made[:3] + made[4:7] + made[8:] / np.float32(255)
    cover: Plane = made[3] + made[7]
    return made[:3], light, cover


def to_pixels(made: Made, out: Pixels, room: Room) -> None:
    """Rounded and held within 0 to 255; nothing where nothing covers. The planes are used up."""
    channels = [*_in_bytes(made.levels, room.bytes("levels", *made.levels.shape))]
    if out.shape[2] == 4:
        cover = room.bytes("cover", 1, *out.shape[:2])
        if made.cover is None:
            cover.fill(255)
        else:
            inked = cv2.inRange(_in_bytes(made.cover[None], cover)[0], np.array(1), np.array(255))
            for channel in channels:
                cv2.bitwise_and(channel, inked, dst=channel)
        channels.append(cover[0])
    # straight into rows that lie apart cv2 takes three times as long
    out[...] = cv2.merge(channels, room.bytes("merged", *out.shape))


def _in_bytes(levels: Planes, out: Pixels) -> Pixels:
    width = levels.shape[2]
    lines = levels.reshape(-1, width)
    # what is converted loses its sign; with cv2.threshold instead, the whole of a print file costs a tenth more
    cv2.max(lines, _NOTHING, dst=lines)
    rounded = cv2.convertScaleAbs(lines, dst=out.reshape(-1, width))
    return np.asarray(rounded, dtype=np.uint8).reshape(levels.shape)


def _averaged(plane: Plane, step: int) -> Plane:
    """The mean of every `step` × `step` square; the last ones go on as they end."""
    if step == 1:
        return plane
    height, width = (-(-side // step) for side in plane.shape)
    below, beside = height * step - plane.shape[0], width * step - plane.shape[1]
    whole = cv2.copyMakeBorder(plane, 0, below, 0, beside, cv2.BORDER_REPLICATE) if below or beside else plane
    return np.asarray(cv2.resize(whole, (width, height), interpolation=cv2.INTER_AREA), dtype=np.float32)


@functools.cache
def _light_levels() -> Plane:
    levels: Plane = np.array([255 * linear(v / 255) for v in range(256)], dtype=np.float32)
    return levels


@functools.cache
def _gamma_levels() -> Plane:
    levels: Plane = np.array([round(255 * gamma(i / _GAMMA_STEPS)) for i in range(_GAMMA_STEPS + 1)], dtype=np.float32)
    return levels
