"""Any picture in one ink: as outlines, or cut in wood.

`line_work` draws the outlines of its parts where they can be seen, its small dark parts solid; `carved` renders every part
by parallel lines, the darker the wider.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from shapely import geometry as shapes
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.drawing.display import Drawing, Fill, Group, Item, Stroke
from pod.drawing.paths import Path
from pod.imaging.colour import distance, oklab

_SOLID_BELOW = 0.45
"""OKLab lightness of what is drawn solid: eyes, noses, mouths."""

_SOLID_SHARE = 0.04
"""Larger dark parts stay open, or a black cat would be a blot."""

_SLIVER = 0.26
"""Half the width, in lines, of gaps between two lines that are closed: they would print as dust."""

_SHADING = 0.075
"""OKLab distance under which a part is a shade of what it lies on, and gets no line."""


@dataclass(frozen=True, slots=True)
class Part:
    """The area of one item where it is shown, and its ink."""

    area: BaseGeometry
    paint: str


def line_work(drawing: Drawing, area: BaseGeometry, weight: float) -> Path:
    """One path: lines `weight` wide around every part that shows, and the solid darks. `area` is the whole picture's."""
    whole = area.area or 1.0
    lines: list[BaseGeometry] = []
    below: list[Part] = []
    for part in parts(drawing.items, None):
        dark = oklab(part.paint)[0] < _SOLID_BELOW
        if dark and part.area.area < _SOLID_SHARE * whole:
            lines.append(part.area)
        elif _is_shading(part, below):
            below.append(part)
            continue
        else:
            inner = part.area.buffer(-weight / 2)
            lines = [line.difference(inner) for line in lines]
            lines.append(part.area.buffer(weight / 2).difference(inner))
        below.append(part)
    silhouette = area.buffer(weight / 2).difference(area.buffer(-weight / 2))
    drawn = unary_union([silhouette, *lines])
    gap = _SLIVER * weight
    return Path.from_geometry(drawn.buffer(gap, quad_segs=3).buffer(-gap, quad_segs=3).simplify(0.8))


def _is_shading(part: Part, below: list[Part]) -> bool:
    """Whether the part lies on one of nearly its colour."""
    under = next((one for one in reversed(below) if one.area.intersects(part.area)), None)
    return under is not None and distance(under.paint, part.paint) < _SHADING


def parts(items: tuple[Item, ...], clip: BaseGeometry | None) -> Iterator[Part]:
    """Filled shapes and strokes as areas, back to front, clipped as they are shown."""
    for item in items:
        if isinstance(item, Group):
            window = item.clip.geometry()
            yield from parts(item.items, window if clip is None else window.intersection(clip))
        elif isinstance(item, Fill | Stroke) and isinstance(item.paint, str) and item.opacity > 0.5:
            shape = _area(item)
            shown = shape if clip is None else shape.intersection(clip)
            if shown.area > 0:
                yield Part(shown.buffer(0), item.paint)


def _area(item: Fill | Stroke) -> BaseGeometry:
    if isinstance(item, Fill):
        return item.path.geometry(evenodd=item.evenodd).simplify(0.5).buffer(0)
    closed = item.path.commands[-1][0] == "Z"
    rings = [
        shapes.LinearRing(r) if closed else shapes.LineString(r) for r in item.path.rings() if len(r) > 2 or not closed
    ]
    return unary_union([ring.buffer(item.width / 2) for ring in rings])


_SOLID, _BARE = 0.36, 0.8
"""OKLab lightness under which wood is left standing, and above which it is cut away."""


def carved(drawing: Drawing, area: BaseGeometry, pitch: float, weight: float) -> BaseGeometry:
    """The picture as a relief print: tones by lines `pitch` apart, the darker the wider, outlines between the parts."""
    ink: list[BaseGeometry] = []
    edges: list[BaseGeometry] = []
    covered: BaseGeometry = shapes.Polygon()
    for part in reversed(list(parts(drawing.items, None))):
        shown = part.area.difference(covered)
        covered = covered.union(part.area)
        if shown.area < pitch * pitch / 4:
            continue
        ink.append(_toned(shown, _darkness(part.paint), pitch))
        edges.append(shown.boundary.buffer(weight / 2).intersection(part.area))
    outline = area.buffer(weight / 2).difference(area.buffer(-weight / 2))
    return unary_union([*ink, *edges, outline])


def _darkness(paint: str) -> float:
    """0 where the wood is cut away, 1 where it is left standing."""
    return min(1.0, max(0.0, (_BARE - oklab(paint)[0]) / (_BARE - _SOLID)))


def _toned(shown: BaseGeometry, amount: float, pitch: float) -> BaseGeometry:
    if amount >= 1.0:
        return shown
    if amount <= 0.0:
        return shapes.Polygon()
    left, top, right, bottom = shown.bounds
    thick = pitch * (0.2 + 0.55 * amount)
    rows = range(math.floor(top / pitch), math.ceil(bottom / pitch) + 1)
    return unary_union([shapes.box(left, y * pitch, right, y * pitch + thick) for y in rows]).intersection(shown)
