"""A die-cut sticker: the hero large with a few satellites, one even outline, a white border that follows it all."""

from __future__ import annotations

from shapely.geometry import Point as ShapelyPoint
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.drawing.paths import Path, polygons_of
from pod.drawing.shapes import circle, heart, polar, rounded_rect, sparkle, star
from pod.imaging.colour import mix
from pod.model.geometry import Box
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan
from pod.providers.embedded.subjects import Placed, place

_WHITE = "#fffdf8"
_PLACES = ((1080, 700, 1000, 10), (-1100, 740, 1000, -12), (1130, -780, 760, 14))


def sticker(plan: Plan, draft: Draft) -> None:
    p, canvas = plan.palette, draft.canvas
    rng = plan.rng("sticker")
    placed = _subjects(plan)
    ornaments = _ornaments(plan, placed)
    plate = _plate(placed) if plan.lettering else None
    areas = [one.area for one in placed] + [ShapelyPoint(x, y).buffer(r) for x, y, r in ornaments]
    cut = _border(areas + ([plate] if plate is not None else []))
    canvas.fill(_smooth(cut.buffer(26)), mix(_WHITE, p.dark, 0.26))
    canvas.fill(_smooth(cut), _WHITE)
    inside = _smooth(cut.buffer(-74))
    ground = rng.choice((p.accents[0], mix(p.accents[0], p.light, 0.5), mix(p.accents[1], p.light, 0.55)))
    canvas.fill(inside, ground)
    with canvas.group(inside):
        canvas.fill(_dots(cut), mix(ground, p.light, 0.5))
    for i, (x, y, r) in enumerate(ornaments):
        shape = (sparkle, star, heart)[rng.randrange(3)](x, y, r * 1.3)
        canvas.fill(shape, (_WHITE, p.accents[2], p.accents[4])[i % 3])
    if plate is not None:
        left, top, right, bottom = plate.bounds
        canvas.fill(rounded_rect(left, top, right - left, bottom - top, 150), p.dark)
        canvas.fill(rounded_rect(left + 34, top + 34, right - left - 68, bottom - top - 68, 120), p.accents[2])
    for one in reversed(placed):
        canvas.fill(one.outline(36), p.dark)
        canvas.place(one.drawing)
    _slot(plan, draft, plate, cut)


def _subjects(plan: Plan) -> list[Placed]:
    c = MIDDLE
    if not plan.subjects:
        return []
    hero = place(plan.subjects[0], c, c - 200, 2500 if len(plan.subjects) == 1 else 2250)
    satellites = [
        place(subject, c + dx, c - 200 + dy, size, turn=turn)
        for subject, (dx, dy, size, turn) in zip(plan.subjects[1:], _PLACES, strict=False)
    ]
    return [hero, *satellites]


def _ornaments(plan: Plan, placed: list[Placed]) -> list[tuple[float, float, float]]:
    """Glints around the upper half, where nothing else is."""
    rng, found = plan.rng("ornaments"), list[tuple[float, float, float]]()
    for _ in range(9):
        x, y = polar(MIDDLE, MIDDLE - 240, rng.uniform(1240, 1480), rng.uniform(-100, 100))
        r = rng.uniform(64, 124)
        spot = ShapelyPoint(x, y).buffer(r + 70)
        apart = all((x - a) ** 2 + (y - b) ** 2 > (r + q + 160) ** 2 for a, b, q in found)
        free = all(not spot.intersects(one.area) for one in placed)
        near = any(spot.distance(one.area) < 150 for one in placed)  # further off, the border grows a spike
        if apart and free and near:
            found.append((x, y, r))
    return found[:5]


def _plate(placed: list[Placed]) -> BaseGeometry:
    low = max((one.area.bounds[3] for one in placed), default=MIDDLE)
    return box(MIDDLE - 1380, low - 150, MIDDLE + 1380, low + 420)


def _border(areas: list[BaseGeometry]) -> BaseGeometry:
    """One closed outline around everything: grown, gaps closed, then drawn in again."""
    joined = unary_union(areas).buffer(620, quad_segs=16).buffer(-530, quad_segs=16).buffer(70, quad_segs=12)
    while len(list(polygons_of(joined))) > 1:
        joined = joined.buffer(90, quad_segs=12)
    return unary_union([Polygon(part.exterior) for part in polygons_of(joined)])


def _smooth(area: BaseGeometry) -> Path:
    return Path.from_geometry(area.simplify(1.5).segmentize(80), smooth=True)


def _dots(cut: BaseGeometry) -> Path:
    left, top, right, bottom = cut.bounds
    path, step = Path(), 190.0
    for row in range(int((bottom - top) / step) + 2):
        for column in range(int((right - left) / step) + 2):
            path += circle(left + (column + 0.5 * (row % 2)) * step, top + row * step, 24)
    return path


def _slot(plan: Plan, draft: Draft, plate: BaseGeometry | None, cut: BaseGeometry) -> None:
    p = plan.palette
    if plate is not None:
        left, top, right, bottom = plate.bounds
        # the hero's feet reach over the plate's upper edge
        draft.block(
            "plate", Box(left + 150, top + 190, right - left - 300, bottom - top - 260), p.light, font="round", lines=1
        )
        return
    left, _, right, bottom = cut.bounds
    draft.block("below", Box(left, bottom + 120, right - left, 620), "", font="round")
