"""Lines and gaps that a process does not hold: where they are, and how wide they are there."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pod.composition.prepared import Mask, at_least_wide
from pod.model.geometry import Box
from pod.printprep.places import MOST_PLACES, boxes_of

_ROWS = 512
_LONG = 6
"""A line is at least this many times as long as the narrowest width that holds: shorter ones are tips and corners."""


@dataclass(frozen=True, slots=True)
class Narrow:
    """`share` of the mask that is too narrow, `places` of narrow lines, and `least_px`, the width of the narrowest."""

    share: float
    places: list[Box]
    least_px: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mask of ink as what is asked about: the ink, or the gaps in it. It is never turned over as a whole."""

    ink: Mask
    gaps: bool

    def at(self, where: tuple[slice, slice]) -> Mask:
        part = self.ink[where]
        return np.asarray(cv2.bitwise_not(part), np.uint8) if self.gaps else np.ascontiguousarray(part)


def narrow_in(drawn: Drawn, width_px: int) -> Narrow:
    """What of `drawn` a disc of `width_px` does not fit into; the share is of the ink's pixels."""
    if width_px < 2 or _is_wide_rectangle(drawn, width_px):
        return Narrow(0.0, [], 0.0)
    thin, apart = _too_narrow(drawn, width_px)
    if not (thin_px := cv2.countNonZero(thin)):
        return Narrow(0.0, [], 0.0)
    share, lines = thin_px / max(1, cv2.countNonZero(drawn.ink)), _lines(apart, width_px)
    del apart
    if not lines:
        return Narrow(share, boxes_of(thin, apart_px=2 * width_px), 0.0)
    return Narrow(share, _largest_first(lines), min(_width(drawn, thin, line) for line in lines))


def _is_wide_rectangle(drawn: Drawn, width_px: int) -> bool:
    """Told at once, as an opaque picture is one: a rectangle of ink, or what is left around it."""
    left, top, width, height = cv2.boundingRect(drawn.ink)
    if cv2.countNonZero(drawn.ink) != width * height:
        return False
    rows, columns = drawn.ink.shape
    around = (left, top, columns - left - width, rows - top - height)
    sides = [side for side in around if side] if drawn.gaps else [width, height]
    return min(sides, default=width_px) >= width_px


def _too_narrow(drawn: Drawn, width_px: int) -> tuple[Mask, Mask]:
    """What is not wide, and of that what lies apart: without the skin that opening leaves along what is wide. In bands of
    rows that see as far as both look: a mask of all that comes between would be held five times."""
    thin, apart = np.empty_like(drawn.ink), np.empty_like(drawn.ink)
    height, reach = len(thin), 2 * width_px + 2
    for top in range(0, height, _ROWS):
        first, own = max(0, top - reach), slice(top, min(top + _ROWS, height))
        mask = drawn.at(np.s_[first : own.stop + reach, :])
        wide = at_least_wide(mask, width_px)
        skin = cv2.dilate(wide, np.ones((3, 3), np.uint8))
        inner = slice(own.start - first, own.stop - first)
        thin[own], apart[own] = cv2.subtract(mask, wide)[inner], cv2.subtract(mask, skin)[inner]
    return thin, apart


def _lines(apart: Mask, width_px: int) -> list[Box]:
    """The long parts."""
    # outlines, because numbering the parts would take four times the mask's memory
    outlines, _ = cv2.findContours(apart, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    boxes = [Box(*(float(v) for v in cv2.boundingRect(outline))) for outline in outlines]
    return [box for box in boxes if max(box.width, box.height) >= _LONG * width_px]


def _largest_first(boxes: list[Box]) -> list[Box]:
    return sorted(boxes, key=lambda box: max(box.width, box.height), reverse=True)[:MOST_PLACES]


def _width(drawn: Drawn, thin: Mask, line: Box) -> float:
    """A line's widest place: the middle of a line w wide lies (w + 1) / 2 inside."""
    left, top, right, bottom = (int(v) for v in (line.left, line.top, line.right, line.bottom))
    around = np.s_[max(0, top - 2) : bottom + 2, max(0, left - 2) : right + 2]
    depth = np.asarray(cv2.distanceTransform(drawn.at(around), cv2.DIST_L2, 5), np.float32)
    return max(1.0, float(2 * depth[thin[around] > 0].max() - 1))
