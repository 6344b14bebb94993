"""The small picture of a drawing with the words that it was made for, set as its print file will set them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pod.drawing import UNITS, Drawing, Transform, rasterise
from pod.imaging.resample import resized
from pod.lettering import letter, set_type
from pod.model.artwork import LetteringSlot
from pod.model.geometry import Box

Pixels = NDArray[np.uint8]

_AIR = 0.04
"""Of the frame's width, around words that stand beyond it."""


def worded(small: Pixels, words: str, slot: LetteringSlot, cloth_rgb: str) -> Pixels:
    """`small` with the words on it, of the same size: where they stand below the drawing, both are a little smaller."""
    height_px, width_px = small.shape[:2]
    setting = set_type(letter(words, slot, cloth_rgb=cloth_rgb))
    seen = _seen(setting.ink_box, height_px / width_px)
    to_px = Transform.move(-seen.left * UNITS, -seen.top * UNITS).then(Transform.scale(1 / seen.width))
    frame = Drawing(UNITS, UNITS * height_px / width_px, setting.drawing.items)
    return _over(rasterise(frame.transformed(to_px), width_px), _moved(small, seen))


def _seen(ink: Box, height: float) -> Box:
    """What is shown, in frame units and of the frame's own shape: the frame, and what stands beyond it."""
    frame = Box(0.0, 0.0, 1.0, height)
    both = frame.union(Box(ink.left, ink.top, ink.width, ink.height))
    if both == frame:
        return frame
    whole = frame.union(Box(ink.left - _AIR, ink.top - _AIR, ink.width + 2 * _AIR, ink.height + 2 * _AIR))
    scale = max(whole.width, whole.height / height)
    (x, y), shape = whole.centre, (scale, scale * height)
    return Box(x - shape[0] / 2, y - shape[1] / 2, *shape)


def _moved(small: Pixels, seen: Box) -> Pixels:
    height_px, width_px = small.shape[:2]
    px = width_px / seen.width
    art = resized(small, max(1, round(px)), max(1, round(px * height_px / width_px)))
    left, top = round(-seen.left * px), round(-seen.top * px)
    page = np.zeros_like(small)
    part = page[top : top + art.shape[0], left : left + art.shape[1]]
    part[:] = art[: part.shape[0], : part.shape[1]]
    return page


def _over(upper: Pixels, lower: Pixels) -> Pixels:
    """Straight alpha on straight alpha."""
    above, below = (one.astype(np.float32) / 255 for one in (upper, lower))
    under = below[..., 3:] * (1 - above[..., 3:])
    alpha = above[..., 3:] + under
    colour = above[..., :3] * above[..., 3:] + below[..., :3] * under
    whole = np.concatenate([colour / np.maximum(alpha, 1e-6), alpha], axis=2)
    return np.asarray(np.rint(whole * 255), dtype=np.uint8)
