"""Crop marks, a colour bar and a line of text in the slug, outside the bleed: only where a printer asks for them.

All of it is process colour and paths: the text is set in Fira Sans and drawn as outlines.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

import fontpkg

from pod.drawing.paths import Transform
from pod.drawing.pdf import path_operators
from pod.lettering.fonts import Font
from pod.lettering.shaping import shape
from pod.model.geometry import mm_to_pt
from pod.model.product import PrintArea

Sides = tuple[float, float, float, float]

_LINE_PT = 0.25
_LENGTH_MM = 5.0
_CLEAR_MM = 3.0
"""Marks begin this far from the trim at least, or where the bleed ends."""

_MARGIN_MM = 1.0
_TEXT_MM = 2.2
_PATCH_MM = 4.0
_GAP_MM = 1.0
_PATCHES = (
    (1.0, 0.0, 0.0, 0.0),
    (0.0, 1.0, 0.0, 0.0),
    (0.0, 0.0, 1.0, 0.0),
    (0.0, 0.0, 0.0, 1.0),
    (0.5, 0.0, 0.0, 0.0),
    (0.0, 0.5, 0.0, 0.0),
    (0.0, 0.0, 0.5, 0.0),
    (0.0, 0.0, 0.0, 0.5),
    (0.5, 0.4, 0.4, 0.0),
)
"""Solids, half tones, and a grey of three inks that shows a colour cast at once (ISO 12647-2, grey reproduction)."""


def slug_mm(area: PrintArea) -> float:
    """How far the sheet reaches beyond the bleed."""
    return _from_trim_mm(area) - area.bleed_mm + _LENGTH_MM + _MARGIN_MM


def _from_trim_mm(area: PrintArea) -> float:
    return max(area.bleed_mm, _CLEAR_MM)


def mark_operators(area: PrintArea, trim: Sides, *, slug: str) -> str:
    """Lines on all four plates of the press, by which they are laid over each other.

    Not in ``All``, which means every plate that there is: a mark would be cut, or printed in white (8.6.6.4).
    """
    lines = "".join(f"{_points(line)} " for line in _crop_lines(area, trim))
    return f"q 1 1 1 1 K {_LINE_PT} w 0 J {lines}S Q\n{_colour_bar(area, trim)}{_slug_line(area, trim, slug)}"


def _points(line: Sequence[float]) -> str:
    x1, y1, x2, y2 = (f"{v:.3f}" for v in line)
    return f"{x1} {y1} m {x2} {y2} l"


def _crop_lines(area: PrintArea, trim: Sides) -> Iterator[Sides]:
    """Two at each corner, in line with the trim's edges."""
    left, bottom, right, top = trim
    near = mm_to_pt(_from_trim_mm(area))
    far = near + mm_to_pt(_LENGTH_MM)
    for x in (left, right):
        yield x, bottom - far, x, bottom - near
        yield x, top + near, x, top + far
    for y in (bottom, top):
        yield left - far, y, left - near, y
        yield right + near, y, right + far, y


def _colour_bar(area: PrintArea, trim: Sides) -> str:
    """Above the sheet, as many patches as stand between the marks."""
    left, _, right, top = trim
    side, gap = mm_to_pt(_PATCH_MM), mm_to_pt(_GAP_MM)
    room = right - left - 2 * gap
    shown = _PATCHES[: max(0, int((room + gap) // (side + gap)))]
    bottom = top + mm_to_pt(_from_trim_mm(area)) + gap
    drawn = (
        f"{' '.join(f'{amount:g}' for amount in inks)} k {left + gap + n * (side + gap):.3f} {bottom:.3f} {side:.3f} {side:.3f} re f"
        for n, inks in enumerate(shown)
    )
    return f"q {' '.join(drawn)} Q\n" if shown else ""


def _slug_line(area: PrintArea, trim: Sides, text: str) -> str:
    """Below the sheet, as large as it fits, in black."""
    left, bottom, right, _ = trim
    run = shape(_face(), text)
    gap = mm_to_pt(_GAP_MM)
    em = min(mm_to_pt(_TEXT_MM), (right - left - 2 * gap) / run.advance)
    baseline = bottom - mm_to_pt(_from_trim_mm(area)) - gap - mm_to_pt(_TEXT_MM)
    placed = run.outline.transformed(Transform(em, 0, 0, -em, left + gap, baseline))
    return f"q 0 0 0 1 k {path_operators(placed)}f Q\n"


@functools.cache
def _face() -> Font:
    path = fontpkg.path("fira-sans", 400)
    return Font("fira-sans", "Fira Sans", path, "slug")
