"""An edit of one part of a picture: the part from the picture after it, everything around from the one before, byte for byte.

A model that was asked about one corner draws the whole picture anew. Where both lie on each other, only what was asked about
is taken over; towards its rim it fades in, so that no seam is seen. Where they do not, nothing can be put back.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.drift import Compared
from pod.composition.labspace import Pixels
from pod.composition.rules import limit
from pod.model.geometry import Box

_FADE: Final = 0.02
"""How far from its rim the part fades in, as a share of the picture's longer side; never more than a fifth of the part."""

_STILL: Final = 0.0005
"""Shares of the side, and of the scale, below which nothing has moved: the part is taken over without resampling."""

Weights = NDArray[np.float32]


def can_be_put_back(compared: Compared) -> bool:
    """Both show the same drawing, and what has moved has not moved farther than can be undone without being seen."""
    change = compared.change
    moved, grown = change.shift <= limit("edit_shift"), abs(change.scale - 1) <= limit("edit_scale")
    return change.registered and moved and grown


def put_back(before: Pixels, after: Pixels, region: Box, compared: Compared) -> Pixels:
    """`before`, with `region` (in shares of its sides) from `after`, which may have another size. Both have straight alpha."""
    height, width = before.shape[:2]
    left, top = round(region.left * width), round(region.top * height)
    right, bottom = min(width, round(region.right * width)), min(height, round(region.bottom * height))
    part = _part(after, compared, (left, top, right - left, bottom - top), (width, height))
    whole = before.copy()
    weight = _fading(right - left, bottom - top, (left == 0, top == 0, right == width, bottom == height), width, height)
    whole[top:bottom, left:right] = _mixed(before[top:bottom, left:right], part, weight)
    return whole


def _part(after: Pixels, compared: Compared, box: tuple[int, int, int, int], size: tuple[int, int]) -> Pixels:
    """The box of `after`, laid on the picture before."""
    left, top, across, down = box
    if _lies_still(compared) and after.shape[1::-1] == size:
        return after[top : top + down, left : left + across]
    matrix = _in_pixels(compared, after.shape[1::-1], size)
    matrix[:, 2] += matrix[:, :2] @ np.array((left, top), np.float64)
    laid = cv2.warpAffine(
        _premultiplied(after),
        matrix,
        (across, down),
        flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return _straight(np.asarray(laid, np.uint8))


def _lies_still(compared: Compared) -> bool:
    change = compared.change
    return change.shift < _STILL and abs(change.scale - 1) < _STILL and abs(change.turn_degrees) < _STILL * 90


def _in_pixels(compared: Compared, after: tuple[int, ...], before: tuple[int, int]) -> NDArray[np.float64]:
    """From a pixel of the picture before to the one of `after` that belongs there: both were compared at one small size."""
    small = np.array(compared.before.shape[1::-1], np.float64)
    there, here = np.array(after, np.float64) / small, small / np.array(before, np.float64)
    matrix = compared.matrix.astype(np.float64)
    # between the middles of pixels, which do not lie where their numbers say once the size is another
    middles = matrix[:, :2] @ (0.5 * here - 0.5) + matrix[:, 2] + 0.5
    out = np.empty((2, 3), np.float64)
    out[:, :2] = matrix[:, :2] * here * there[:, None]
    out[:, 2] = middles * there - 0.5
    return out


def _fading(across: int, down: int, at_edge: tuple[bool, bool, bool, bool], width: int, height: int) -> Weights:
    """1 in the part, falling to nearly 0 at its rim; not where its rim is the picture's own."""
    reach = max(1.0, min(_FADE * max(width, height), min(across, down) / 5))
    left, top, right, bottom = at_edge
    x, y = (np.arange(n, dtype=np.float32) + 0.5 for n in (across, down))
    far = np.float32(reach)
    columns = np.minimum(far if left else x, far if right else across - x)
    rows = np.minimum(far if top else y, far if bottom else down - y)
    return np.asarray(np.clip(np.minimum(columns[None, :], rows[:, None]) / far, 0, 1), np.float32)


def _mixed(one: Pixels, other: Pixels, weight: Weights) -> Pixels:
    """As light would mix them: a clear pixel has no colour to give. Where the weight is whole, the other's own bytes."""
    share = weight[..., None]
    mixed = _premultiplied(one) * (1 - share) + _premultiplied(other) * share
    return np.where(share >= 1, other, _straight(np.rint(mixed).astype(np.uint8)))


def _premultiplied(pixels: Pixels) -> Pixels:
    out = pixels.copy()
    alpha = pixels[..., 3:].astype(np.uint16)
    out[..., :3] = (pixels[..., :3].astype(np.uint16) * alpha + 127) // 255
    return out


def _straight(pixels: Pixels) -> Pixels:
    out, alpha = pixels.copy(), np.maximum(pixels[..., 3:].astype(np.uint16), 1)
    out[..., :3] = np.minimum(255, (pixels[..., :3].astype(np.uint16) * 255 + alpha // 2) // alpha)
    return out
