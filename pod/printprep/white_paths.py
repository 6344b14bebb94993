"""The white underbase of drawn art: its own outlines, drawn together and choked, so that the plate is as sharp as the art.

Some controllers know a spot colour in paths only (Roland's VersaWorks), and a path costs a few kilobytes where a plate of
pixels has millions. The rules are those of `pod.printprep.underbase`, in millimetres instead of pixels.
"""

from __future__ import annotations

from collections.abc import Iterator

import shapely
from shapely import geometry as shapes
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring, unary_union

from pod.drawing import Drawing
from pod.drawing.display import Fill, Group, Item, KnockOut, Stroke
from pod.drawing.paths import Path
from pod.model.geometry import Box

_CHORD_MM = 0.01
"""How far chords may stray from curves: a tenth of what a press's dots are apart."""

_THIN_MM = 1.0
_SLIVER_MM = 0.12
"""Of the corners that are left over beside a wide shape no disc of this radius fits into one: they are no strokes."""

_SEAM_MM = 0.02
"""What two outlines that share an edge leave between them is narrower: no softness."""

_SOLID = 1.0
_ARC_STEPS = 8
_BEYOND_MM = 5.0


def white_path(drawing: Drawing, sheet_mm: Box, *, choke_mm: float) -> Path | None:
    """Where white is printed, for a drawing in millimetres; even-odd. Nothing is choked at the edge of `sheet_mm`: the ink
    goes on there. None where some of it is half-transparent, which only pixels can tell the strength of."""
    if is_soft(drawing):
        return None
    sheet = shapes.box(sheet_mm.left, sheet_mm.top, sheet_mm.right, sheet_mm.bottom)
    ink = _area(drawing.items, least=_SOLID).intersection(sheet)
    beyond = sheet.buffer(_BEYOND_MM, join_style="mitre").difference(sheet)
    white = _choked(ink.union(beyond), choke_mm).intersection(sheet)
    return Path.from_geometry(white.simplify(_CHORD_MM / 2))


def is_soft(drawing: Drawing) -> bool:
    """Whether any of it, in millimetres, is half-transparent with nothing solid under or over it."""
    if drawing.is_hard:
        return False
    soft = _area(drawing.items, least=0.0).difference(_area(drawing.items, least=_SOLID))
    return not _grown(soft, -_SEAM_MM).is_empty


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


def _area(items: tuple[Item, ...], *, least: float) -> BaseGeometry:
    """Everything that items of this opacity or more cover, what is knocked out and clipped away left out."""
    whole: BaseGeometry = shapes.Polygon()
    since = list[BaseGeometry]()
    for item in items:
        if isinstance(item, KnockOut):
            whole = unary_union([whole, *since]).difference(_filled(item.path, evenodd=item.evenodd))
            since.clear()
        else:
            since.append(_covered(item, least))
    return unary_union([whole, *since])


def _covered(item: Fill | Stroke | Group, least: float) -> BaseGeometry:
    if isinstance(item, Group):
        return _area(item.items, least=least).intersection(_filled(item.clip, evenodd=False))
    if item.opacity < least:
        return shapes.Polygon()
    if isinstance(item, Fill):
        return _filled(item.path, evenodd=item.evenodd)
    lines = _lines(item.path) if item.dash is None else _dashes(item.path, item.dash)
    return unary_union([_grown(line, item.width / 2) for line in lines])


def _filled(path: Path, *, evenodd: bool) -> BaseGeometry:
    return path.geometry(_CHORD_MM, evenodd=evenodd).buffer(0)


def _lines(path: Path) -> Iterator[BaseGeometry]:
    """Each subpath as a line, closed where it is closed; a subpath of one place is the dot that round caps make of it."""
    starts = [n for n, (name, _) in enumerate(path.commands) if name == "M"]
    for ring, first, last in zip(path.rings(_CHORD_MM), starts, [*starts[1:], len(path.commands)], strict=True):
        closed = path.commands[last - 1][0] == "Z" and last > first + 1
        points = [*ring, ring[0]] if closed else ring
        yield shapes.LineString(points) if len(set(points)) > 1 else shapes.Point(points[0])


def _dashes(path: Path, dash: tuple[float, float]) -> Iterator[BaseGeometry]:
    drawn, gap = dash
    for line in _lines(path):
        at = 0.0
        while isinstance(line, shapes.LineString) and at < shapely.length(line):
            yield substring(line, at, min(at + drawn, shapely.length(line)))
            at += drawn + gap
