"""The white underbase of drawn art: its own outlines, drawn together and choked, so that the plate is as sharp as the art.

Some controllers know a spot colour in paths only (Roland's VersaWorks), and a path costs a few kilobytes where a plate of
pixels has millions. The rules are those of `pod.printprep.underbase`, in millimetres instead of pixels.
"""

from __future__ import annotations

from shapely import geometry as shapes
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.drawing import Drawing
from pod.drawing.paths import Path
from pod.model.geometry import Box
from pod.printprep.coverage import Coverage, is_solid

CHORD_MM = 0.01
"""How far chords may stray from curves: a tenth of what a press's dots are apart."""

_THIN_MM = 1.0
_SLIVER_MM = 0.12
"""Of the corners that are left over beside a wide shape no disc of this radius fits into one: they are no strokes."""

_ARC_STEPS = 8
_BEYOND_MM = 5.0


def white_path(drawing: Drawing, sheet_mm: Box, *, choke_mm: float) -> Path | None:
    """Where white is printed, for a drawing in millimetres; even-odd. Nothing is choked at the edge of `sheet_mm`: the ink
    goes on there. None where some of it is half-transparent, which only pixels can tell the strength of."""
    coverage = Coverage(CHORD_MM)
    if coverage.shows_softness(drawing):
        return None
    sheet = shapes.box(sheet_mm.left, sheet_mm.top, sheet_mm.right, sheet_mm.bottom)
    ink = coverage.area(drawing.items, is_solid).intersection(sheet)
    beyond = sheet.buffer(_BEYOND_MM, join_style="mitre").difference(sheet)
    white = _choked(ink.union(beyond), choke_mm).intersection(sheet)
    return Path.from_geometry(white.simplify(CHORD_MM / 2))


def _choked(ink: BaseGeometry, choke_mm: float) -> BaseGeometry:
    """Smaller by the choke, but for strokes that are thinner than a white head prints when choked."""
    wide = _grown(_grown(ink, -_THIN_MM / 2), _THIN_MM / 2)
    beside = ink.difference(wide)
    strokes = _grown(_grown(beside, -_SLIVER_MM), 2 * _SLIVER_MM).intersection(beside)
    inner = _grown(ink, -choke_mm)
    lost = ink.difference(_grown(inner, choke_mm + _SLIVER_MM))
    return unary_union([inner, strokes, lost])


def _grown(area: BaseGeometry, by_mm: float) -> BaseGeometry:
    return area.buffer(by_mm, quad_segs=_ARC_STEPS)
