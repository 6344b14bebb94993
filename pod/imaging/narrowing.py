"""Soft steps of what was enlarged, made as narrow in pixels as they were in the source.

A step that was smoothed by a Gaussian of sigma s tells at every place how far off its middle that is: s² f″ / f′, across the
step. A place at x takes the colour that lies k times as far off, f(kx), and the step is k times as narrow, whatever its
height. Every colour is one that the picture has beside it: nothing overshoots, and grain is not made stronger. How wide the
step is follows from how large f″ gets there beside f′.

What is no step has a larger f″: lines up to three pixels wide, small letters, and grain. It is left as it is.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.imaging.planes import Nearest
from pod.imaging.taps import Planes, Window

Pixels = NDArray[np.uint8]
Plane = NDArray[np.float32]
Places = NDArray[np.intp]

MOST_PX = 3
"""Of the source, that colour is taken from off its place, down and across."""

REACH_PX = 10
"""Pixels of the source to all sides that a place follows from: three of Lanczos beyond two of the kernels and two of the
square around; and the three by which it moves, and two more of the cubic there."""

_SMOOTH, _SLOPE, _CURVE = (np.array(k, np.float32) for k in ((1, 4, 6, 4, 1), (-1, -2, 0, 2, 1), (1, 0, -2, 0, 1)))
"""Binomial: they smooth by a sigma of 1 px and derive, in whole numbers."""

_PARTS = 2.0
"""Slopes and curves are whole halves of a level, so that they can be resampled exactly."""

_NEAR = np.ones((5, 5), dtype=np.uint8)
_STEP_SHARES = (0.8, 1.0)
"""The largest f″ to the largest f′ near a place. Steps of up to 1.5 px have 0.35 to 0.75, lines up to three pixels 1.2 and
more, grain 1.7, and in a hundredth of its places less than 1.1."""

_SEEN_LEVELS = (4.0, 10.0)
"""For each pixel: from a third of them on a step of 30 levels is moved whole, of 12 levels not at all."""

_WIDTH = 0.5
_WIDEST, _WIDTH_PARTS = 8.0, 16.0
"""s² is so much of the square of f′ to f″; theory has 0.37, for a step of which nothing else is near."""

_NEVER_PAST = 0.25
"""Of the same beyond which it grows no further: where f′ ends, on a ridge, nothing moves."""

_CORNER = (0.7, 0.3)
"""The bend of a step, one over its radius in pixels: rounder than the second it is moved whole, and sharper than the first not
at all, since the middle of a step that was smoothed round a corner lies inside of it."""

_NO_SLOPE = np.float32(1)
_AT_ONCE = 256
_STEPS_32, _BITS_32 = 32, 5


def moved_off_steps(
    levels: Planes, pixels: Pixels, alpha: Pixels | None, window: Window, nearest: Nearest, narrower: float
) -> Plane | None:
    """Puts what steps become into the `levels` that `window` resampled from `pixels`. Gives how much of each place is of a
    step; None where there is none."""
    colours = pixels if alpha is None else _run_on(pixels, alpha)
    fields = _fields(np.asarray(cv2.cvtColor(colours[..., :3], cv2.COLOR_RGB2GRAY), np.uint8))
    if not fields[0].any():
        return None
    made = window.resampled(fields)
    share: Plane = np.clip(made[0], 0, 255) / np.float32(255)
    at = np.flatnonzero(share)
    if not len(at):
        return None
    down, across = _moves(made.reshape(len(made), -1)[:, at], narrower)
    rows, columns = nearest.row_32nds[at // share.shape[1]], nearest.column_32nds[at % share.shape[1]]
    there, of_a_step = levels.reshape(3, -1), share.reshape(-1)[at]
    there[:, at] += (_sampled(colours, rows + down, columns + across) - there[:, at]) * of_a_step
    return share


def _run_on(pixels: Pixels, alpha: Pixels) -> Pixels:
    """Colour goes on beyond the ink's edge, as far as anything is moved: what lies under alpha 0 is no step."""
    inked = (alpha > 0).astype(np.float32)
    colours = pixels[..., :3] * inked[..., None]
    side = (2 * MOST_PX + 1, 2 * MOST_PX + 1)
    count = cv2.boxFilter(inked, -1, side, normalize=False, borderType=cv2.BORDER_REPLICATE)
    total = cv2.boxFilter(colours, -1, side, normalize=False, borderType=cv2.BORDER_REPLICATE)
    mean = np.rint(total / np.maximum(count, 1)[..., None])
    return np.asarray(np.where(alpha[..., None] > 0, pixels[..., :3], mean), np.uint8)


def _fields(grey: Pixels) -> Planes:
    """Of each pixel of the source: how much of a step it is, how wide that is, two slopes, and three curves. In whole numbers."""
    light = grey.astype(np.float32)
    slopes = [_derived(light, _SLOPE, _SMOOTH, 128), _derived(light, _SMOOTH, _SLOPE, 128)]
    curves = [_derived(light, *kernels, 64) for kernels in ((_CURVE, _SMOOTH), (_SLOPE, _SLOPE), (_SMOOTH, _CURVE))]
    slope = _largest_near(slopes[0] ** 2 + slopes[1] ** 2)
    curve = _largest_near(curves[0] ** 2 + 2 * curves[1] ** 2 + curves[2] ** 2)
    ratio = np.asarray(curve / np.maximum(slope, _NO_SLOPE), np.float32)
    share = _between(ratio, *_STEP_SHARES[::-1]) * _between(slope / np.float32(_PARTS), *_SEEN_LEVELS)
    width = np.minimum(1 / np.maximum(ratio, 1 / _WIDEST) ** 2, _WIDEST)
    return np.stack([np.rint(share * 255), np.rint(width * _WIDTH_PARTS), *slopes, *curves]).astype(np.float32)


def _largest_near(squares: Plane) -> Plane:
    return np.asarray(cv2.dilate(np.sqrt(squares), _NEAR), np.float32)


def _derived(light: Plane, across: Plane, down: Plane, whole: int) -> Plane:
    sums = cv2.sepFilter2D(light, cv2.CV_32F, across, down, borderType=cv2.BORDER_REPLICATE)
    return np.asarray(np.rint(sums * np.float32(_PARTS / whole)), np.float32)


def _between(values: Plane, none: float, whole: float) -> Plane:
    """0 up to `none`, 1 from `whole` on, either of which may be the larger."""
    return np.asarray(((values - none) / (whole - none)).clip(0, 1), np.float32)


def _moves(fields: Planes, narrower: float) -> tuple[Places, Places]:
    """How far down and across each place moves, in 32nds of a pixel of the source."""
    _, width, across, down, *curves = fields
    steep = np.maximum(across**2 + down**2, _NO_SLOPE)
    curve = (across**2 * curves[0] + 2 * across * down * curves[1] + down**2 * curves[2]) / steep
    along = (down**2 * curves[0] - 2 * across * down * curves[1] + across**2 * curves[2]) / steep
    straight = _between(np.abs(along) / np.sqrt(steep), *_CORNER)
    reach = np.float32((narrower - 1) * _WIDTH / _WIDTH_PARTS) * width
    off = -straight * reach * curve / (steep + np.float32(_NEVER_PAST) * reach * curve**2 + np.float32(_PARTS**2))
    most = MOST_PX * _STEPS_32
    moved = np.rint(np.stack([off * down, off * across]) * _STEPS_32).clip(-most, most).astype(np.intp)
    return moved[0], moved[1]


def _sampled(colours: Pixels, rows: Places, columns: Places) -> Planes:
    """The colours at these places, by a cubic between the pixels: 3 × as many as there are places."""
    count, lines = len(rows), -(-len(rows) // _AT_ONCE)
    rows, columns = (np.resize(places, (lines, _AT_ONCE)) for places in (rows, columns))
    whole = np.stack([columns >> _BITS_32, rows >> _BITS_32], axis=-1).astype(np.int16)
    part = ((rows & (_STEPS_32 - 1)) * _STEPS_32 + (columns & (_STEPS_32 - 1))).astype(np.uint16)
    taken = cv2.remap(colours, whole, part, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(taken.reshape(lines * _AT_ONCE, -1)[:count, :3].T, np.float32)
