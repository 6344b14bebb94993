"""L*a*b* in 8 bit, as OpenCV packs it: fast enough to be asked of every pixel of a full-size picture."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.imaging.colour import lab as exact_lab
from pod.imaging.colour import to_hex

Pixels = NDArray[np.uint8]
Lab = tuple[float, float, float]
"""L* 0–100, a*, b*."""


def rgb_of(pixels: Pixels) -> Pixels:
    """The colour of RGBA pixels, packed. (OpenCV does it several times faster than a strided copy.)"""
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGBA2RGB), dtype=np.uint8)


def alpha_of(pixels: Pixels) -> Pixels:
    return np.asarray(cv2.extractChannel(pixels, 3), dtype=np.uint8)


def eight_bit_lab(rgb: Pixels) -> Pixels:
    """L* as 0–255, a* and b* plus 128."""
    if not rgb.size:
        return np.empty(rgb.shape, dtype=np.uint8)
    return np.asarray(cv2.cvtColor(np.ascontiguousarray(rgb), cv2.COLOR_RGB2LAB), dtype=np.uint8)


def unpacked(packed: Sequence[float] | NDArray[np.generic]) -> Lab:
    return float(packed[0]) * 100 / 255, float(packed[1]) - 128, float(packed[2]) - 128


def lab_of_hex(colour: str) -> Lab:
    return exact_lab(colour)


def hex_of(rgb: Sequence[float] | NDArray[np.generic]) -> str:
    return to_hex((float(rgb[0]), float(rgb[1]), float(rgb[2])))


@functools.lru_cache(maxsize=64)
def _squares(centre: Lab) -> NDArray[np.float32]:
    """Per packed level and channel: the squared difference to `centre`."""
    levels = np.arange(256, dtype=np.float32)
    table = np.stack((levels * 100 / 255 - centre[0], levels - 128 - centre[1], levels - 128 - centre[2]), axis=-1)
    return np.ascontiguousarray(np.square(table)[None], dtype=np.float32)


_ROWS: Final = 32
"""Looked up at once: their squares stay in the processor's cache, and no float copy of three channels is ever whole."""


def distance_to(lab: Pixels, centre: Lab) -> NDArray[np.float32]:
    """CIE76 distance of every pixel of a packed picture to one colour."""
    away = np.empty(lab.shape[:-1], dtype=np.float32)
    for top in range(0, len(lab) if lab.size else 0, _ROWS):
        squares = np.asarray(cv2.LUT(lab[top : top + _ROWS], _squares(centre)), dtype=np.float32)
        np.add(squares[..., 0], squares[..., 1], out=squares[..., 0])
        np.add(squares[..., 0], squares[..., 2], out=squares[..., 0])
        np.sqrt(squares[..., 0], out=away[top : top + _ROWS])
    return away


def steepness(packed: Pixels) -> Pixels:
    """Per pixel the most that any of three channels changes among it and its eight neighbours."""
    square = np.ones((3, 3), np.uint8)
    # one channel after the other: a maximum over a last axis of three is slow, and three gradients at once are large
    each = (cv2.morphologyEx(cv2.extractChannel(packed, c), cv2.MORPH_GRADIENT, square) for c in range(3))
    return np.asarray(functools.reduce(lambda most, one: cv2.max(most, one, dst=most), each), dtype=np.uint8)


def distance_between(one: Pixels, other: Pixels) -> NDArray[np.float32]:
    """CIE76 distance of every pixel to the one at the same place in another packed picture."""
    apart = one.astype(np.float32) - other.astype(np.float32)
    apart[..., 0] *= 100 / 255
    return np.asarray(np.sqrt(np.square(apart).sum(axis=-1)), dtype=np.float32)


def distance_to_line(lab: Pixels, first: Lab, second: Lab) -> NDArray[np.float32]:
    """CIE76 distance of every pixel to the straight line between two colours: their blends are at 0."""
    start, along = np.array(first, np.float32), np.array(second, np.float32) - np.array(first, np.float32)
    colours = lab.astype(np.float32) * np.array((100 / 255, 1, 1), np.float32) - np.array((0, 128, 128), np.float32)
    offset = colours - start
    share = np.clip(offset @ along / max(float(along @ along), 1e-6), 0, 1)
    away: NDArray[np.float32] = np.linalg.norm(offset - share[..., None] * along, axis=-1).astype(np.float32)
    return away


_HUE_DEGREES: Final = 25.0
_HUE_CHROMA: Final = 25.0


def has_hue(lab: Pixels, key: str) -> NDArray[np.bool_]:
    """Which packed colours are clearly coloured and have the hue of `key`."""
    found, hues = np.empty(lab.shape[:-1], dtype=bool), _hues_like(key)
    for top in range(0, len(lab), _ROWS):
        rows = lab[top : top + _ROWS]
        found[top : top + _ROWS] = hues[rows[..., 1], rows[..., 2]]
    return found


@functools.lru_cache(maxsize=64)
def _hues_like(key: str) -> NDArray[np.bool_]:
    """Per packed a* and b*, of which there are only so many."""
    _, key_a, key_b = exact_lab(key)
    levels = np.arange(256, dtype=np.float32) - 128
    a, b = levels[:, None], levels[None, :]
    chroma = np.hypot(a, b)
    cosine = (a * key_a + b * key_b) / np.maximum(chroma * math.hypot(key_a, key_b), 1e-6)
    return np.asarray((chroma > _HUE_CHROMA) & (cosine > math.cos(math.radians(_HUE_DEGREES))), dtype=bool)


def along_hue(lab: Pixels, key: str) -> NDArray[np.float32]:
    """How much chroma packed colours have in the direction of the key's."""
    _, key_a, key_b = exact_lab(key)
    chroma = math.hypot(key_a, key_b) or 1.0
    a, b = lab[..., 1].astype(np.float32) - 128, lab[..., 2].astype(np.float32) - 128
    return np.asarray((a * key_a + b * key_b) / chroma, np.float32)
