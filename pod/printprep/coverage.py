"""What the items of a drawing cover, as plane geometry: where any of it is soft, and the drawing without knock-outs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import shapely
from shapely import geometry as shapes
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring, unary_union

from pod.drawing import Drawing
from pod.drawing.display import Fill, Group, Item, KnockOut, Stroke
from pod.drawing.paths import Path

_Chosen = Callable[[float], bool]

_SEAM_CHORDS = 2.0
"""What two outlines that share an edge leave between them is narrower than this many chords: no softness."""

_ARC_STEPS = 8


def is_solid(opacity: float) -> bool:
    return opacity >= 1


def is_soft(opacity: float) -> bool:
    return opacity < 1


@dataclass(frozen=True, slots=True)
class Coverage:
    """Curves become chords that stray no further than `chord` from them, in the drawing's own units."""

    chord: float

    def area(self, items: tuple[Item, ...], chosen: _Chosen) -> BaseGeometry:
        """Everything that items of a chosen opacity cover, what is knocked out and clipped away left out."""
        whole: BaseGeometry = shapes.Polygon()
        since = list[BaseGeometry]()
        for item in items:
            if isinstance(item, KnockOut):
                whole = unary_union([whole, *since]).difference(self._filled(item.path, evenodd=item.evenodd))
                since.clear()
            else:
                since.append(self._covered(item, chosen))
        return unary_union([whole, *since])

    def shows_softness(self, drawing: Drawing) -> bool:
        """Whether any of it is half-transparent with nothing solid under or over it."""
        if drawing.is_hard:
            return False
        soft = self.area(drawing.items, is_soft).difference(self.area(drawing.items, is_solid))
        return not soft.buffer(-_SEAM_CHORDS * self.chord).is_empty

    def without_knock_outs(self, drawing: Drawing) -> Drawing:
        """The same to look at, each shape without what is knocked out of it: for pages that know no transparency."""
        return replace(drawing, items=self._cut_out(drawing.items))

    def _cut_out(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        kept = list[Fill | Stroke | Group]()
        for item in items:
            if isinstance(item, KnockOut):
                hole = self._filled(item.path, evenodd=item.evenodd)
                kept = [left for one in kept if (left := self._less(one, hole)) is not None]
            elif isinstance(item, Group):
                kept.append(Group(self._cut_out(item.items), item.clip))
            else:
                kept.append(item)
        return tuple(kept)

    def _less(self, item: Fill | Stroke | Group, hole: BaseGeometry) -> Fill | Stroke | Group | None:
        """None where nothing is left of it."""
        if isinstance(item, Group):
            left = (self._less(one, hole) for one in item.items if not isinstance(one, KnockOut))
            return Group(tuple(one for one in left if one is not None), item.clip)
        area = self._covered(item, is_solid)
        if area.disjoint(hole):
            return item
        rest = Path.from_geometry(area.difference(hole))
        return Fill(rest, item.paint, evenodd=True) if rest else None

    def _covered(self, item: Fill | Stroke | Group, chosen: _Chosen) -> BaseGeometry:
        if isinstance(item, Group):
            return self.area(item.items, chosen).intersection(self._filled(item.clip, evenodd=False))
        if not chosen(item.opacity):
            return shapes.Polygon()
        if isinstance(item, Fill):
            return self._filled(item.path, evenodd=item.evenodd)
        lines = self._lines(item.path) if item.dash is None else self._dashes(item.path, item.dash)
        return unary_union([line.buffer(item.width / 2, quad_segs=_ARC_STEPS) for line in lines])

    def _filled(self, path: Path, *, evenodd: bool) -> BaseGeometry:
        return path.geometry(self.chord, evenodd=evenodd).buffer(0)

    def _lines(self, path: Path) -> Iterator[BaseGeometry]:
        """Each subpath as a line, closed where it is closed; one of a single place is the dot that round caps make of it."""
        starts = [n for n, (name, _) in enumerate(path.commands) if name == "M"]
        for ring, first, last in zip(path.rings(self.chord), starts, [*starts[1:], len(path.commands)], strict=True):
            closed = path.commands[last - 1][0] == "Z" and last > first + 1
            points = [*ring, ring[0]] if closed else ring
            yield shapes.LineString(points) if len(set(points)) > 1 else shapes.Point(points[0])

    def _dashes(self, path: Path, dash: tuple[float, float]) -> Iterator[BaseGeometry]:
        drawn, gap = dash
        for line in self._lines(path):
            at = 0.0
            while isinstance(line, shapes.LineString) and at < shapely.length(line):
                yield substring(line, at, min(at + drawn, shapely.length(line)))
                at += drawn + gap
