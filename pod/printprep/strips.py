"""Lines and gaps in a picture that covers everything, where both are colours: strips that differ from what lies beside them.

A strip is thin if the picture without it, that is opened and closed by a square as wide as the process holds, shows something
else in its place, channel by channel. A soft edge rises or falls from one side to the other and leaves nothing, so that rims
are no strips; what stands out has both its sides beside it. How wide a strip is tells its area, in shares of its own contrast,
by its length: exact to a fraction of a pixel, whichever way it lies.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.imaging.flat import flat_share
from pod.model.geometry import Box

Pixels = NDArray[np.uint8]
Levels = NDArray[np.uint8]
Outline = NDArray[np.int32]
Colour = NDArray[np.float32]

DRAWN_SHARE = 0.5
"""Of neighbouring pixels that are nearly alike: a drawing has far more, a photograph, in which hair and grass are strips
without number and none of them a drawn line, has less."""

_ALIKE_BITS = 3
_CONTRAST = 40
"""Levels by which a pixel stands out from both sides to belong to a strip."""

_CLEAR_CONTRAST, _HAIR_PX, _CLEAR_HAIR = 64, 1.5, 110
"""By how much the clearest pixels of a strip do, and of one narrower than so many pixels: a JPEG of quality 60 draws shorter
and fainter ones along an edge."""

_LONG = 6
"""As in `fineness`: a line is at least this many times as long as the narrowest width that holds."""

_LIKE_GROUND = 60
"""A JPEG halves the colour of a thin line. What lies nearer to what is beside it than to the ground is a pale line."""

_CORE = 0.75
_CELL_BITS, _EVERY = 4, 4


@dataclass(frozen=True, slots=True)
class Strip:
    """`width_px` is its mean width; `is_ground` whether it has the colour that most of the picture has."""

    box: Box
    width_px: float
    is_ground: bool


def is_drawn(pixels: Pixels) -> bool:
    """Whether the picture is flat enough for its strips to be drawn ones. Noise of compression counts as flat."""
    return flat_share(pixels[..., :3], but_for_bits=_ALIKE_BITS) >= DRAWN_SHARE


def strips_in(pixels: Pixels, width_px: float) -> Iterator[Strip]:
    """The strips of opaque pixels that are narrower than `width_px`, and long."""
    ground = _ground_of(pixels)
    # a square with a middle: another would move what it leaves by a pixel
    side = (math.ceil(width_px) + 1) | 1
    square = np.ones((side, side), np.uint8)
    for without in (cv2.MORPH_OPEN, cv2.MORPH_CLOSE):
        apart = _standing_out(pixels, without, square)
        for part in _parts(apart, _LONG * width_px, side):
            found = _strip(part, pixels, ground, square)
            clear = _CLEAR_HAIR if found.width_px < _HAIR_PX else _CLEAR_CONTRAST
            if found.width_px < width_px and np.percentile(part.apart[part.own], 90) >= clear:
                yield found


def _standing_out(pixels: Pixels, without: int, square: NDArray[np.uint8]) -> Levels:
    """By how many levels each pixel stands out from the picture without its narrow parts, in the channel that shows it most."""
    most = np.zeros(pixels.shape[:2], np.uint8)
    for n in range(3):
        channel = cv2.extractChannel(pixels, n)
        rest = cv2.morphologyEx(channel, without, square, borderType=cv2.BORDER_REPLICATE)
        cv2.max(most, cv2.absdiff(channel, rest), dst=most)
    return most


@dataclass(frozen=True, slots=True)
class _Part:
    """A connected part of what stands out: its `box`, the window `at` around it, and there which pixels are its own and by
    how much they stand out; and how long it is."""

    box: Box
    at: tuple[slice, slice]
    own: NDArray[np.bool_]
    apart: Levels
    length_px: float


def _parts(apart: Levels, least_px: float, around_px: int) -> Iterator[_Part]:
    """Found by outlines: numbering the parts would take four times the picture's memory."""
    standing = cv2.inRange(apart, np.array(_CONTRAST), np.array(255))
    found, tree = cv2.findContours(standing, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    outlines = [np.asarray(outline, np.int32) for outline in found]
    for n, outline in enumerate(outlines):
        is_hole = tree[0][n][3] >= 0
        left, top, width, height = cv2.boundingRect(outline)
        if is_hole or max(width, height) < least_px:
            continue
        rims = [outline, *_holes(outlines, np.asarray(tree[0], np.int32), n)]
        x, y = max(0, left - around_px), max(0, top - around_px)
        at = slice(y, top + height + around_px), slice(x, left + width + around_px)
        own = np.zeros(apart[at].shape, np.uint8)
        cv2.drawContours(own, rims, -1, 1, cv2.FILLED, offset=(-x, -y))
        cv2.drawContours(own, rims, -1, 1, offset=(-x, -y))  # the rim of a hole is the part's own
        yield _Part(Box(left, top, width, height), at, own > 0, apart[at], _length_px(rims, cv2.countNonZero(own)))


def _holes(outlines: Sequence[Outline], tree: Outline, n: int) -> Iterator[Outline]:
    hole = int(tree[n][2])
    while hole >= 0:
        yield outlines[hole]
        hole = int(tree[hole][0])


def _length_px(rims: Sequence[Outline], area_px: int) -> float:
    """Half of its rim; where it has ends, without them. Steps are smoothed away: they would make a slanted line longer."""
    half = sum(cv2.arcLength(cv2.approxPolyDP(rim, 1.0, closed=True), closed=True) for rim in rims) / 2
    if len(rims) > 1:
        return max(1.0, half)
    # of a line l long and w wide the outline runs through the middles of its pixels: l + w = half + 2, and l · w is its area
    both = half + 2
    return max(1.0, (both + math.sqrt(max(0.0, both**2 - 4 * area_px))) / 2)


def _strip(part: _Part, pixels: Pixels, ground: Colour, square: NDArray[np.uint8]) -> Strip:
    """A pixel counts by its share of the contrast that the strip has thereabouts: what lies beside it may change."""
    own = part.own
    full = cv2.dilate(np.where(own, part.apart, 0).astype(np.uint8), square)
    shares = part.apart[own] / np.maximum(1, full[own])
    rgb = pixels[part.at][..., :3]
    colour, beside = np.median(rgb[own][shares >= _CORE], axis=0), _beside(rgb, own, square)
    to_ground = _apart(colour, ground)
    is_ground = to_ground <= _LIKE_GROUND and to_ground < _apart(colour, beside)
    return Strip(part.box, float(shares.sum()) / part.length_px, is_ground)


def _beside(rgb: Pixels, own: NDArray[np.bool_], square: NDArray[np.uint8]) -> Colour:
    around = (cv2.dilate(own.astype(np.uint8), square) > 0) & ~own
    return np.asarray(np.median(rgb[around], axis=0), np.float32) if around.any() else np.full(3, np.inf, np.float32)


def _apart(one: Colour, other: Colour) -> float:
    return float(np.abs(one - other).max())


def _ground_of(pixels: Pixels) -> Colour:
    """The colour that most of the picture has, roughly."""
    sample = pixels[::_EVERY, ::_EVERY, :3].reshape(-1, 3)
    cells = (sample >> _CELL_BITS).astype(np.int32) @ np.array([1 << 8, 1 << 4, 1], np.int32)
    fullest = np.bincount(cells).argmax()
    return np.asarray(sample[cells == fullest].mean(axis=0), np.float32)
