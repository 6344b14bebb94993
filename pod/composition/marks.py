"""Stray words, dates, signatures and marks beside a drawing, told by their build and place; nothing is read.

What is set over a drawing's own shapes cannot be told from it here: only what stands on plain ground is measured.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from pod.composition.measured import Measured
from pod.composition.parts import Parts, parts_of
from pod.composition.prepared import Mask, as_mask
from pod.model.findings import Finding, Severity
from pod.model.geometry import Box

_LETTER_HEIGHT: Final = (0.008, 0.09)
"""Of the shorter side: less is dust, more is lettering that the drawing is about."""

_LETTER_FLATTEST: Final = 6.0
_LETTER_FEWEST: Final = 3
_LINE_DRIFT: Final = 0.6
"""Of a letter's height: how far the next one's middle may lie above or below."""

_LINE_GAP: Final = 1.1
_UNLIKE: Final = 0.12
"""Letters differ in shape and in how much of their box they fill; dots, petals and tiles in a row do not."""

_ONE_SIZE: Final = 0.15
_MIRRORED: Final = 0.12
"""Of the tallest part: how far an ornament's two halves may differ. Hardly a word reads the same from both ends."""

_CORNER: Final = 0.14
"""Of a side. A mark lies wholly in one corner while the other three are empty."""

_MARK_LEAST: Final = 0.02
"""Of the shorter side: less is dust."""


@dataclass(frozen=True, slots=True)
class _Part:
    left: int
    top: int
    width: int
    height: int
    area: int

    @property
    def middle(self) -> float:
        return self.top + self.height / 2

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def fills(self) -> float:
        return self.area / (self.width * self.height)


def stray_words(m: Measured) -> Finding | None:
    lines = tuple(_lines(m))
    if not lines:
        return None
    what = "a line of letters" if len(lines) == 1 else f"{len(lines)} lines of letters"
    return Finding(
        "stray_words",
        Severity.CHOOSE,
        f"Beside the drawing stands what looks like {what} or a mark.",
        str(len(lines)),
        "none",
        way_out="Look at it: have it removed, or keep it if it belongs to the drawing.",
        where_px=lines[0].scaled(m.prepared.factor),
        also_px=tuple(box.scaled(m.prepared.factor) for box in lines[1:]),
    )


def _lines(m: Measured) -> Iterator[Box]:
    """Boxes of what looks written, in working pixels."""
    side = m.prepared.short_side
    least, most = (share * side for share in _LETTER_HEIGHT)
    small = [part for part in _parts(parts_of(as_mask(m.shown))) if least <= part.height <= most]
    letters = sorted(
        (p for p in small if p.width <= _LETTER_FLATTEST * p.height and p.height >= least), key=lambda p: p.left
    )
    drawing = _outline_filled(m.prepared.ink)
    for line in _chained(letters):
        if _reads_like_letters(line) and not _mirrored(line) and not _within(drawing, line):
            yield _around(line)
    yield from _in_a_corner(m, small)


def _parts(parts: Parts) -> Iterator[_Part]:
    for (left, top, width, height), area in zip(parts.boxes[1:].tolist(), parts.areas[1:].tolist(), strict=True):
        yield _Part(left, top, width, height, area)


def _chained(letters: list[_Part]) -> list[list[_Part]]:
    """Parts that follow each other from left to right at about one height, each a letter's gap from the last or, past a
    comma, from the one before it."""
    lines: list[list[_Part]] = []
    for part in letters:
        line = next((ln for ln in reversed(lines) if any(_follows(last, part) for last in ln[-2:])), None)
        if line is None:
            lines.append([part])
        else:
            line.append(part)
    return lines


def _follows(last: _Part, part: _Part) -> bool:
    tall = max(last.height, part.height)
    level = abs(last.middle - part.middle) <= _LINE_DRIFT * tall
    return level and part.left - last.right <= _LINE_GAP * tall and min(last.height, part.height) >= 0.3 * tall


def _reads_like_letters(line: list[_Part]) -> bool:
    if len(line) < _LETTER_FEWEST:
        return False
    tallest = max(part.height for part in line)
    fills = np.array([part.fills for part in line])
    shapes = np.array([part.width / part.height for part in line])
    areas = np.array([part.area for part in line], dtype=np.float64)
    if areas.std() < _ONE_SIZE * areas.mean():
        return False
    level = float(np.std([part.top + part.height for part in line])) <= 0.3 * tallest
    return level and float(fills.std() + shapes.std()) >= _UNLIKE


def _mirrored(line: list[_Part]) -> bool:
    """Chevrons to both sides of a star, or the phases of a moon: the second half is the first, turned over."""
    tallest = max(part.height for part in line)
    sizes = np.array([(part.width, part.height) for part in line], dtype=np.float64)
    return bool((np.abs(sizes - sizes[::-1]) <= max(2.0, _MIRRORED * tallest)).all())


def _outline_filled(ink: Mask) -> Mask:
    """The largest part of the ink with all that it surrounds: hatching inside a drawing is the drawing's."""
    outlines, _ = cv2.findContours(ink, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    filled = np.zeros_like(ink)
    if outlines:
        cv2.drawContours(filled, [max(outlines, key=cv2.contourArea)], -1, 255, -1)
    return filled


def _within(drawing: Mask, line: list[_Part]) -> bool:
    across, down = _around(line).centre
    return bool(drawing[int(down), int(across)])


def _around(line: list[_Part]) -> Box:
    left, top = min(p.left for p in line), min(p.top for p in line)
    return Box(left, top, max(p.right for p in line) - left, max(p.top + p.height for p in line) - top)


def _in_a_corner(m: Measured, small: list[_Part]) -> Iterator[Box]:
    """One small mark, or a name in joined letters, in a corner of the picture, while the other corners are empty."""
    marked = [(corner, part) for part in small if (corner := _corner_of(m, part))]
    corners = {corner for corner, _ in marked}
    if len(corners) != 1 or _inked_corners(m) != 1:
        return
    mark = _around([part for _, part in marked])
    if max(mark.width, mark.height) >= _MARK_LEAST * m.prepared.short_side:
        yield mark


def _corner_of(m: Measured, part: _Part) -> str:
    deep, width, height = _CORNER * m.prepared.short_side, m.prepared.width, m.prepared.height
    across = "left" if part.right <= 2 * deep else "right" if part.left >= width - 2 * deep else ""
    down = "top" if part.top + part.height <= deep else "bottom" if part.top >= height - deep else ""
    return f"{down} {across}" if across and down else ""


def _inked_corners(m: Measured) -> int:
    deep = round(_CORNER * m.prepared.short_side)
    ink = m.prepared.ink
    return sum(
        bool(corner.any())
        for corner in (ink[:deep, :deep], ink[:deep, -deep:], ink[-deep:, :deep], ink[-deep:, -deep:])
    )
