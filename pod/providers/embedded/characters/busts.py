"""A portrait: head and shoulders, cut off at the chest in one bow."""

from __future__ import annotations

from shapely.geometry.base import BaseGeometry

from pod.drawing.display import Canvas, Drawing
from pod.drawing.paths import Path
from pod.providers.embedded.characters.pen import BOX, INK, LINE

_SHOWN = Path.parse("M-600 -600L1624 -600L1624 560Q900 800 512 800Q124 800 -600 560Z")
_EDGE = Path.parse("M-600 560Q124 800 512 800Q900 800 1624 560")


def bust(whole: Drawing, area: BaseGeometry) -> tuple[Drawing, BaseGeometry]:
    """The upper part of a figure and the area that it covers, lined along the cut."""
    canvas = Canvas(BOX, BOX)
    with canvas.group(_SHOWN):
        canvas.place(whole)
    shown = area.intersection(_SHOWN.geometry())
    with canvas.group(Path.from_geometry(area)):
        canvas.stroke(_EDGE, INK, 2 * LINE)
    return canvas.drawing(), shown
