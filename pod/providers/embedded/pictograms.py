"""A one-colour pictogram as a picture beside the others: a body in its own ink, shaded below, a light ink where it is hollow,
and one dark line of the width that Pod's own art has.

Two kinds of sets come in. *Solid* ones (Material Design Icons, Pinhead) are a shape with gaps: the shape becomes the body.
*Lined* ones (Phosphor) have a faint layer that says what is solid, and thin lines over it: those become body and line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from shapely import affinity
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient
from shapely.ops import unary_union

from pod.drawing.display import Drawing, Fill
from pod.drawing.paths import Path, polygons_of
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK
from pod.providers.embedded.flatten import BOX, flatten
from pod.providers.embedded.glyphs import Glyph
from pod.providers.embedded.silhouettes import filled

LIGHT = "#fbf2df"

_ROOM = 976.0
"""Units of the box that a picture fills: its line has room inside as well."""

_LINE, _INNER_LINE = 13.0, 10.0
"""How far the dark line reaches around the picture, and into its hollows."""

_SHADOW = (-22.0, -28.0)
"""Where the lit part of a body lies, in units: what that leaves, below and on the right, is shaded."""

_DARKER, _SLIVER, _CLOSED = 0.24, 3.0, 2.0
_FAINT = 0.5
"""Opacity under which a layer of a lined picture says what is solid."""

LINED: Mapping[str, tuple[str, str]] = {"ph": ("-duotone", "-thin")}
"""Set → endings of the names of a picture's body and of its lines."""


def draw_glyph(glyph: Glyph, icons: Mapping[str, Any]) -> Drawing | None:
    """The picture out of the set's ``icons.json``, in a box of 1024 units; None where the set does not have it.

    Raises what `flatten` raises.
    """
    bodies = [_flat(icons, glyph.icon + ending) for ending in LINED.get(glyph.set_name, ("",))]
    if any(flat is None for flat in bodies):
        return None
    first, *rest = (tuple(_fills(flat)) for flat in bodies if flat is not None)
    if rest:
        return inked_lines(_area(f for f in first if f.opacity < _FAINT), _area(rest[0]), glyph.ink)
    return inked_solid(_area(first), glyph.ink, open_work=glyph.open_work)


def inked_solid(shape: BaseGeometry, ink: str, *, open_work: bool = False) -> Drawing:
    """The shape as the body. Its hollows are light, and with `open_work` air."""
    shape = _in_box(shape)
    whole = shape if open_work else filled(shape)
    lined = shape.buffer(_INNER_LINE).intersection(whole)
    hollows = () if open_work else ((whole.difference(lined), LIGHT),)
    return _stacked(
        [(whole.buffer(_LINE), INK), *hollows, (shape, ink), (_shade(shape), mix(ink, INK, _DARKER))],
    )


def inked_lines(body: BaseGeometry, lines: BaseGeometry, ink: str) -> Drawing:
    """What is solid as the body, everything else inside the lines in a light ink."""
    return _stacked(
        [
            (filled(unary_union([body, lines])), LIGHT),
            (body, ink),
            (_shade(body), mix(ink, INK, _DARKER)),
            (lines, INK),
        ]
    )


def _shade(body: BaseGeometry) -> BaseGeometry:
    shade = body.difference(affinity.translate(body, *_SHADOW))
    return shade.buffer(-_SLIVER).buffer(_SLIVER).intersection(body)


def _stacked(layers: Sequence[tuple[BaseGeometry, str]]) -> Drawing:
    return Drawing(BOX, BOX, tuple(Fill(_path(area), paint) for area, paint in layers if not area.is_empty))


def _path(area: BaseGeometry) -> Path:
    """Holes run against their outline, so that they are holes by either rule of filling."""
    return Path.from_geometry(MultiPolygon([orient(p) for p in polygons_of(area.simplify(0.4))]))


def _flat(icons: Mapping[str, Any], name: str) -> Drawing | None:
    icon = icons["icons"].get(name)
    if icon is None:
        return None
    size = max(icon.get("width", icons.get("width", 16)), icon.get("height", icons.get("height", 16)))
    return flatten(icon["body"], float(size))


def _fills(drawing: Drawing) -> Iterable[Fill]:
    return (item for item in drawing.items if isinstance(item, Fill))


def _area(fills: Iterable[Fill]) -> BaseGeometry:
    """Hairlines between touching parts closed."""
    whole = unary_union([fill.path.geometry(evenodd=fill.evenodd) for fill in fills])
    return whole.buffer(_CLOSED).buffer(-_CLOSED)


def _in_box(shape: BaseGeometry) -> BaseGeometry:
    """Moved and, where it fills the whole box, made smaller, so that its line fits in."""
    left, top, right, bottom = shape.bounds
    scale = min(1.0, _ROOM / max(right - left, bottom - top))
    centred = affinity.translate(shape, BOX / 2 - (left + right) / 2, BOX / 2 - (top + bottom) / 2)
    return affinity.scale(centred, scale, scale, origin=(BOX / 2, BOX / 2))
