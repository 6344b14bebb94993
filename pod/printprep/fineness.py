"""Lines and gaps that a process does not hold: where they are, and how wide they are there."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pod.composition.prepared import Mask, at_least_wide
from pod.model.geometry import Box
from pod.printprep.places import MOST_PLACES, boxes_of

_LONG = 6
"""A line is at least this many times as long as the narrowest width that holds: shorter ones are tips and corners."""


@dataclass(frozen=True, slots=True)
class Narrow:
    """`share` of the mask that is too narrow, `places` of narrow lines, and `least_px`, the width of the narrowest."""

    share: float
    places: list[Box]
    least_px: float


def narrow_in(mask: Mask, width_px: int, of_px: int) -> Narrow:
    """What of `mask` a disc of `width_px` does not fit into; the share is of `of_px` pixels."""
    if width_px < 2:
        return Narrow(0.0, [], 0.0)
    wide = at_least_wide(mask, width_px)
    thin_px = cv2.countNonZero(mask) - cv2.countNonZero(wide)
    if not thin_px:
        return Narrow(0.0, [], 0.0)
    share, lines = thin_px / max(1, of_px), _lines(mask, wide, width_px)
    thin = np.asarray(cv2.subtract(mask, wide, dst=wide), np.uint8)
    if not lines:
        return Narrow(share, boxes_of(thin, apart_px=2 * width_px), 0.0)
    return Narrow(share, _largest_first(lines), min(_width(mask, thin, line) for line in lines))


def _lines(mask: Mask, wide: Mask, width_px: int) -> list[Box]:
    """Of what is not wide the long parts, without the skin that opening leaves along what is."""
    skin = cv2.dilate(wide, np.ones((3, 3), np.uint8))
    apart = cv2.subtract(mask, skin, dst=skin)
    # outlines, because numbering the parts would take four times the mask's memory
    outlines, _ = cv2.findContours(apart, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    boxes = [Box(*(float(v) for v in cv2.boundingRect(outline))) for outline in outlines]
    return [box for box in boxes if max(box.width, box.height) >= _LONG * width_px]


def _largest_first(boxes: list[Box]) -> list[Box]:
    return sorted(boxes, key=lambda box: max(box.width, box.height), reverse=True)[:MOST_PLACES]


def _width(mask: Mask, thin: Mask, line: Box) -> float:
    """A line's widest place: the middle of a line w wide lies (w + 1) / 2 inside."""
    left, top, right, bottom = (int(v) for v in (line.left, line.top, line.right, line.bottom))
    around = np.s_[max(0, top - 2) : bottom + 2, max(0, left - 2) : right + 2]
    depth = np.asarray(cv2.distanceTransform(np.ascontiguousarray(mask[around]), cv2.DIST_L2, 5), np.float32)
    return max(1.0, float(2 * depth[thin[around] > 0].max() - 1))
