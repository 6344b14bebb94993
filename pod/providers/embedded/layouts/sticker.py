"""A die-cut sticker: the hero large, glints around it, a white border that follows it all."""

from __future__ import annotations

from shapely.geometry import Point as ShapelyPoint
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.drawing.paths import Path, polygons_of
from pod.drawing.shapes import circle, heart, polar, rounded_rect, sparkle, star
from pod.imaging.colour import contrast, mix
from pod.model.geometry import Box
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan, set_on
from pod.providers.embedded.palettes import Palette
from pod.providers.embedded.subjects import Placed, Subject, place

_WHITE = "#fffdf8"


def sticker_grounds(palette: Palette) -> tuple[str, ...]:
    a, light = palette.accents, palette.light
    return (a[0], mix(a[0], light, 0.5), mix(a[1], light, 0.5), mix(a[2], light, 0.6))


def sticker(plan: Plan, draft: Draft) -> None:
    p, canvas = plan.palette, draft.canvas
    rng = plan.rng("sticker")
    tilt = 0.0 if plan.hero is None or lies_level(plan.hero) else plan.variant(0.0, 5.0, -6.0, 7.0)
    hero = place(plan.hero, MIDDLE, MIDDLE - 200, 2600, turn=tilt) if plan.hero else None
    ornaments = _ornaments(plan, hero)
    plate = _plate(hero) if plan.lettering else None
    areas: list[BaseGeometry] = [ShapelyPoint(x, y).buffer(r) for x, y, r in ornaments]
    areas += [area for area in (hero.area if hero else None, plate) if area is not None]
    cut = plan.variant(_border, _round_cut, _border, _tile_cut)(areas)
    canvas.fill(_smooth(cut.buffer(26)), mix(_WHITE, p.dark, 0.3))
    canvas.fill(_smooth(cut), _WHITE)
    inside = _smooth(cut.buffer(-74))
    canvas.fill(inside, plan.ground)
    with canvas.group(inside):
        canvas.fill(_dots(cut), mix(plan.ground, p.light, 0.5))
    glints = (sparkle, star, heart) if "hearts" in plan.figures else (sparkle, sparkle, star)
    for i, (x, y, r) in enumerate(ornaments):
        shape = glints[rng.randrange(3)](x, y, r * 1.3)
        canvas.fill(shape, (_WHITE, p.accents[2], p.accents[4])[i % 3])
    if plate is not None:
        _banner(plan, draft, plate)
    if hero is not None:
        set_on(plan, draft, hero, plan.ground, dark=38)
    _slot(plan, draft, plate, cut)


_FOOT, _BROAD, _LONG = 0.1, 0.7, 1.25
"""The lowest part of a picture as a share of its height, from what share of the width that is a ground, and how many times as wide as high
a picture is that reads as a row, a car or a shore."""


def lies_level(hero: Subject) -> bool:
    """Whoever stands on a mat, a pond or in a row would slide off if that were drawn aslant."""
    left, top, right, bottom = hero.silhouette.bounds
    foot = hero.silhouette.intersection(box(left, bottom - _FOOT * (bottom - top), right, bottom))
    wide = foot.bounds[2] - foot.bounds[0]
    return wide > _BROAD * (right - left) or right - left > _LONG * (bottom - top)


def _ornaments(plan: Plan, hero: Placed | None) -> list[tuple[float, float, float]]:
    """Glints around the upper half, where nothing else is."""
    if hero is None:
        return []
    rng, found = plan.rng("ornaments"), list[tuple[float, float, float]]()
    for _ in range(14):
        x, y = polar(MIDDLE, MIDDLE - 240, rng.uniform(900, 1520), rng.uniform(-100, 100))
        r = rng.uniform(64, 124)
        spot = ShapelyPoint(x, y).buffer(r + 70)
        apart = all((x - a) ** 2 + (y - b) ** 2 > (r + q + 160) ** 2 for a, b, q in found)
        near = spot.distance(hero.area) < 150  # further off, the border grows a spike
        if apart and near and not spot.intersects(hero.area):
            found.append((x, y, r))
    return found[:5]


def _plate(hero: Placed | None) -> BaseGeometry:
    """The banner below the hero's feet; they reach over its upper edge."""
    low = hero.area.bounds[3] if hero else MIDDLE
    return box(MIDDLE - 1380, low - 110, MIDDLE + 1380, low + 470)


def _banner(plan: Plan, draft: Draft, plate: BaseGeometry) -> None:
    p = plan.palette
    left, top, right, bottom = plate.bounds
    draft.canvas.fill(rounded_rect(left, top, right - left, bottom - top, 150), p.dark)
    inner = rounded_rect(left + 34, top + 34, right - left - 68, bottom - top - 68, 120)
    draft.canvas.fill(inner, _banner_ink(p))


def _banner_ink(palette: Palette) -> str:
    """The accent that light letters read on best."""
    return max(palette.accents, key=lambda ink: min(contrast(palette.light, ink), 5.0))


def _border(areas: list[BaseGeometry]) -> BaseGeometry:
    """One closed outline around everything: grown, gaps closed, then drawn in again."""
    joined = unary_union(areas).buffer(620, quad_segs=16).buffer(-530, quad_segs=16).buffer(70, quad_segs=12)
    while len(list(polygons_of(joined))) > 1:
        joined = joined.buffer(90, quad_segs=12)
    return unary_union([Polygon(part.exterior) for part in polygons_of(joined)])


def _round_cut(areas: list[BaseGeometry]) -> BaseGeometry:
    """A round sticker that everything fits on."""
    whole = unary_union(areas)
    left, top, right, bottom = whole.bounds
    middle = ShapelyPoint((left + right) / 2, (top + bottom) / 2)
    return middle.buffer(middle.hausdorff_distance(whole) + 170, quad_segs=48)


def _tile_cut(areas: list[BaseGeometry]) -> BaseGeometry:
    """A square sticker with round corners."""
    left, top, right, bottom = unary_union(areas).bounds
    half = max(right - left, bottom - top) / 2 - 120
    x, y = (left + right) / 2, (top + bottom) / 2
    return box(x - half, y - half, x + half, y + half).buffer(330, quad_segs=24)


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
    if plate is not None:
        left, top, right, bottom = plate.bounds
        room = Box(left + 150, top + 190, right - left - 300, bottom - top - 270)
        ground = _banner_ink(plan.palette)
        ink = max((plan.palette.light, plan.palette.dark), key=lambda one: contrast(one, ground))
        draft.block("plate", room, ink, font="round")
        return
    left, _, right, bottom = cut.bounds
