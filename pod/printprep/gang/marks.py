"""Lines that tell pieces apart: corner marks in the gap, and the cut itself."""

from __future__ import annotations

from pod.drawing.paths import Path
from pod.drawing.shapes import rect
from pod.model.geometry import MM_PER_INCH, Box
from pod.printprep.gang.places import Placed
from pod.printprep.gang.setup import Cut, Setup

_OFF_MM = 0.5
_LONGEST_MM = 3.0
_WIDTH_MM = 0.0882
"""0.25 pt."""


def crop_marks(placed: Placed, setup: Setup) -> tuple[Box, ...]:
    """Eight thin bars in sheet pixels, from half a millimetre outside the corners, no further than half the gap."""
    box = placed.art_px
    off, length, width = (
        max(1, round(mm / MM_PER_INCH * setup.ppi))
        for mm in (_OFF_MM, min(_LONGEST_MM, setup.gap_mm / 2 - _OFF_MM), _WIDTH_MM)
    )
    across = (box.left - off - length, box.right + off)
    down = (box.top - off - length, box.bottom + off)
    edges_x, edges_y = (box.left, box.right - width), (box.top, box.bottom - width)
    lying = (Box(x, y, length, width) for x in across for y in edges_y)
    upright = (Box(x, y, width, length) for x in edges_x for y in down)
    return (*lying, *upright)


def cut_path(placed: Placed, setup: Setup) -> Path | None:
    """The closed line in sheet pixels that the knife follows, if any does."""
    if setup.cut is Cut.BOX:
        box = placed.art_px
        return rect(box.left, box.top, box.width, box.height)
    if setup.cut is Cut.CONTOUR and placed.piece.cut is not None:
        return placed.piece.cut.transformed(placed.to_sheet)
    return None
