"""Lines and gaps that a process does not hold: where they are, and how wide they are there."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pod.composition.prepared import Mask, at_least_wide
from pod.model.geometry import Box
from pod.printprep.places import boxes_of

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
    thin = np.asarray(cv2.subtract(mask, wide), np.uint8)
    share, lines = thin_px / max(1, of_px), _lines(thin, wide, width_px)
    if not cv2.countNonZero(lines):
        return Narrow(share, boxes_of(thin, apart_px=2 * width_px), 0.0)
    return Narrow(share, boxes_of(lines, apart_px=width_px), _least_width(mask, lines))


def _lines(thin: Mask, wide: Mask, width_px: int) -> Mask:
    """Of what is thin the long parts, without the skin that opening leaves along what is wide."""
    apart = cv2.subtract(thin, cv2.dilate(wide, np.ones((3, 3), np.uint8)))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(apart, connectivity=8)
    long = np.zeros(count, np.uint8)
    sides = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    long[sides >= _LONG * width_px] = 255
    long[0] = 0
    return np.asarray(long[labels], np.uint8)


def _least_width(mask: Mask, lines: Mask) -> float:
    """The widest place of the narrowest line: the deepest pixel of a line w wide lies (w + 1) / 2 inside."""
    depth = np.asarray(cv2.distanceTransform(mask, cv2.DIST_L2, 5), np.float32)
    count, labels = cv2.connectedComponents(lines, connectivity=8)
    inside = lines > 0
    deepest = np.zeros(count, np.float32)
    np.maximum.at(deepest, np.asarray(labels, np.int32)[inside], depth[inside])
    return max(1.0, float(2 * deepest[1:].min() - 1))
