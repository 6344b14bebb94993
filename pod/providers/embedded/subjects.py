"""Subjects on a canvas: placing a motif or a character, its outline, and its colours.

Recolouring is what turns a motif into part of a design: `tone` maps its colours by lightness onto a few inks (the screen
print look), `harmony` pulls hues to the palette and keeps lightness, `full` leaves them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from shapely import affinity
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

from pod.drawing.display import Canvas, Drawing, Fill, Stroke
from pod.drawing.paths import Path, Transform
from pod.imaging.colour import from_oklch, hue_apart, oklab, oklch
from pod.providers.embedded.palettes import Palette
from pod.providers.embedded.silhouettes import without_pinholes

_LEAST_GAP = 4000.0
"""Square design units: about 3 × 3 mm on a print of 300 mm."""


class Subject(Protocol):
    """A motif, a character or a group: a drawing in a box of 1024 units and the area it covers.

    `natural` says that it keeps its colours in every layout: a fox in four inks of a palette is no fox.
    """

    @property
    def name(self) -> str: ...
    @property
    def drawing(self) -> Drawing: ...
    @property
    def silhouette(self) -> BaseGeometry: ...
    @property
    def natural(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Placed:
    """A subject where it stands: its drawing and the area it covers, in design units."""

    drawing: Drawing
    area: BaseGeometry

    def outline(self, by: float) -> Path:
        """The area grown by `by` units, smooth; gaps that this leaves too narrow to show are closed."""
        grown = without_pinholes(self.area.buffer(by, quad_segs=8).simplify(1.2), _LEAST_GAP)
        return Path.from_geometry(grown.segmentize(70), smooth=True)


def place(
    subject: Subject, cx: float, cy: float, size: float, *, turn: float = 0.0, flip: bool = False, by: str = "longest"
) -> Placed:
    """The subject with the middle of its ink at (cx, cy); `size` is its longest side, or its width or height by `by`."""
    flip = flip and not getattr(subject, "one_way", False)
    left, top, right, bottom = subject.silhouette.bounds
    width, height = right - left, bottom - top
    scale = size / {"longest": max(width, height), "width": width, "height": height}[by]
    at = (
        Transform.move(-(left + right) / 2, -(top + bottom) / 2)
        .then(Transform.scale(-scale if flip else scale, scale))
        .then(Transform.rotate(turn))
        .then(Transform.move(cx, cy))
    )
    area = affinity.affine_transform(subject.silhouette, [at.a, at.c, at.b, at.d, at.e, at.f])
    return Placed(subject.drawing.transformed(at), area)


def place_inside(subject: Subject, cx: float, cy: float, radius: float, *, flip: bool = False) -> Placed:
    """The subject as large as a circle of `radius` holds it: a long motorcycle as well as a square pair of dice."""
    left, top, right, bottom = subject.silhouette.bounds
    middle = Point((left + right) / 2, (top + bottom) / 2)
    reach = middle.hausdorff_distance(subject.silhouette)
    return place(subject, cx, cy, max(right - left, bottom - top) * radius / reach, flip=flip)


def place_in(
    subject: Subject, cx: float, cy: float, radius: float, width: float, height: float, *, flip: bool = False
) -> Placed:
    """As large as a circle of `radius` or a box of `width` × `height` holds it, whichever is more."""
    left, top, right, bottom = subject.silhouette.bounds
    across, down = right - left, bottom - top
    in_box = min(width / across, height / down) * max(across, down)
    reach = Point((left + right) / 2, (top + bottom) / 2).hausdorff_distance(subject.silhouette)
    return place(subject, cx, cy, max(in_box, max(across, down) * radius / reach), flip=flip)


def place_standing(
    subject: Subject, cx: float, floor: float, width: float, height: float, *, flip: bool = False
) -> Placed:
    """The subject as large as `width` and `height` allow, its lowest point on `floor`."""
    left, top, right, bottom = subject.silhouette.bounds
    scale = min(width / (right - left), height / (bottom - top))
    return place(subject, cx, floor - (bottom - top) * scale / 2, scale * max(right - left, bottom - top), flip=flip)


def draw(canvas: Canvas, placed: Placed, colours: Mapping[str, str] | None = None) -> None:
    """The placed subject, each ink replaced by what `colours` says."""
    canvas.place(recoloured(placed.drawing, colours or {}))


def recoloured(drawing: Drawing, colours: Mapping[str, str]) -> Drawing:
    items = tuple(
        replace(item, paint=colours.get(item.paint, item.paint))
        if isinstance(item, Fill | Stroke) and isinstance(item.paint, str)
        else item
        for item in drawing.items
    )
    return replace(drawing, items=items)


def visible_shares(drawing: Drawing) -> dict[str, float]:
    """How much of the drawing each ink covers, 0–1, what lies on top taken into account."""
    covered: BaseGeometry = Polygon()
    areas: dict[str, float] = {}
    for item in reversed(drawing.items):
        if isinstance(item, Fill) and isinstance(item.paint, str):
            shape = item.path.geometry().simplify(2).buffer(0)
            areas[item.paint] = areas.get(item.paint, 0.0) + shape.difference(covered).area
            covered = covered.union(shape)
        elif isinstance(item, Stroke) and isinstance(item.paint, str):
            areas.setdefault(item.paint, 0.0)
    whole = sum(areas.values()) or 1.0
    return {ink: area / whole for ink, area in areas.items()}


def tone(shares: Mapping[str, float], ramp: Sequence[str]) -> dict[str, str]:
    """Each ink to one of `ramp` (dark to light), by lightness, clustered by area so that areas stay apart."""
    inks = sorted(shares, key=lambda ink: oklab(ink)[0])
    if not inks:
        return {}
    lightness = [oklab(ink)[0] for ink in inks]
    weight = [shares[ink] + 0.004 for ink in inks]
    centres = _clusters(lightness, weight, len(ramp))
    order = sorted(range(len(ramp)), key=lambda i: centres[i])
    rank_of = {cluster: rank / max(1, len(ramp) - 1) for rank, cluster in enumerate(order)}
    nearest = (min(range(len(ramp)), key=lambda i: abs(centres[i] - value)) for value in lightness)
    return {
        ink: ramp[round(_tone(rank_of[cluster], value) * (len(ramp) - 1))]
        for ink, value, cluster in zip(inks, lightness, nearest, strict=True)
    }


def _tone(rank: float, lightness: float) -> float:
    """Between where an ink stands among the others and how light it is: a black cat stays dark, and keeps its eyes."""
    absolute = min(1.0, max(0.0, (lightness - 0.22) / 0.7))
    return 0.5 * rank + 0.5 * absolute


def _clusters(values: Sequence[float], weight: Sequence[float], count: int) -> list[float]:
    low, high = values[0], values[-1] + 1e-6
    centres = [low + (high - low) * i / max(1, count - 1) for i in range(count)]
    for _ in range(12):
        sums, weights = [0.0] * count, [0.0] * count
        for value, w in zip(values, weight, strict=True):
            nearest = min(range(count), key=lambda i: abs(centres[i] - value))
            sums[nearest] += value * w
            weights[nearest] += w
        centres = [s / w if w else c for s, w, c in zip(sums, weights, centres, strict=True)]
    return centres


def harmony(drawing: Drawing, palette: Palette) -> dict[str, str]:
    """Each ink pulled to the palette's nearest; lightness mostly kept, greys lightly tinted, a far hue left alone."""
    return {ink: _pulled(ink, palette.inks) for ink in drawing.inks()}


def _pulled(ink: str, inks: Sequence[str]) -> str:
    at = oklab(ink)
    nearest = min(inks, key=lambda p: math.dist((at[0] * 1.2, *at[1:]), (oklab(p)[0] * 1.2, *oklab(p)[1:])))
    lightness, chroma, hue = oklch(ink)
    to_lightness, to_chroma, to_hue = oklch(nearest)
    if chroma > 0.03 and hue_apart(hue, to_hue) > _FAR_HUE:
        return ink  # a bee stays yellow
    if chroma > 0.03:
        return from_oklch(0.55 * lightness + 0.45 * to_lightness, 0.35 * chroma + 0.65 * to_chroma, to_hue)
    return from_oklch(0.7 * lightness + 0.3 * to_lightness, 0.35 * to_chroma, to_hue)


_FAR_HUE = 22.0
