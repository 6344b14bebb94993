"""Millimetres, points and pixels: converted here, once.

One inch is 25.4 mm and 72 pt (ISO 32000-2, 8.3.2.3). Page boxes are derived from millimetres, never from pixel
counts, so that rounding a picture to whole pixels cannot move a cut.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

MM_PER_INCH = 25.4
PT_PER_INCH = 72.0


def mm_to_pt(mm: float) -> float:
    return mm * PT_PER_INCH / MM_PER_INCH


def pt_to_mm(pt: float) -> float:
    return pt * MM_PER_INCH / PT_PER_INCH


def px_covering(mm: float, ppi: float) -> int:
    """Whole pixels that cover `mm` at no less than `ppi`; the tiny term keeps 304.8 mm at 300 ppi at 3600."""
    return math.ceil(mm / MM_PER_INCH * ppi - 1e-9)


def mm_of_px(px: float, ppi: float) -> float:
    return px / ppi * MM_PER_INCH


def effective_ppi(px: float, mm: float) -> float:
    """Pixels per inch at the size they are placed, whatever the file's own resolution tag says."""
    return px * MM_PER_INCH / mm


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in the unit that the holder's field name states."""

    width: float
    height: float

    @property
    def long_side(self) -> float:
        return max(self.width, self.height)

    @property
    def short_side(self) -> float:
        return min(self.width, self.height)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle from its left upper corner, y downwards, in the unit that the holder's field name states."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def centre(self) -> tuple[float, float]:
        return self.left + self.width / 2, self.top + self.height / 2

    def grown(self, by: float) -> Box:
        """The same box with `by` more on every side (negative shrinks)."""
        return Box(self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)

    def scaled(self, factor: float) -> Box:
        return Box(self.left * factor, self.top * factor, self.width * factor, self.height * factor)

    def moved(self, dx: float, dy: float) -> Box:
        return Box(self.left + dx, self.top + dy, self.width, self.height)

    def union(self, other: Box) -> Box:
        left, top = min(self.left, other.left), min(self.top, other.top)
        return Box(left, top, max(self.right, other.right) - left, max(self.bottom, other.bottom) - top)

    def within(self, other: Box) -> Box:
        """What of it lies in `other`; without width or height where they do not meet."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Box(left, top, max(0.0, right - left), max(0.0, bottom - top))

    def contains(self, other: Box, tolerance: float = 0.0) -> bool:
        return (
            other.left >= self.left - tolerance
            and other.top >= self.top - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )
