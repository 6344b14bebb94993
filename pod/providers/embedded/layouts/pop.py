"""Loud ones: a comic burst, a rainbow of arches, a low-poly head."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import shapely
from shapely.geometry import MultiPoint
from shapely.geometry.base import BaseGeometry
from shapely.ops import triangulate, unary_union

from pod.drawing.display import Drawing, Fill
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, polar, polygon, star
from pod.imaging.colour import distance, from_oklch, mix, oklch
from pod.providers.embedded.layouts import facets
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan, lively, set_on
from pod.providers.embedded.palettes import Palette
from pod.providers.embedded.scenery import branch, flower
from pod.providers.embedded.silhouettes import filled
from pod.providers.embedded.subjects import Placed, place, place_in, place_standing, tone

# --- burst


def burst_grounds(palette: Palette) -> tuple[str, ...]:
    return lively(*palette.accents)


def burst(plan: Plan, draft: Draft) -> None:
    """The hero jumping out of a jagged star, a cloud or a panel, halftone behind it, a hard shadow under it."""
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    shape = plan.variant(_jagged, _cloud, _panel, _wedges)
    spikes = _spikes(plan.rng("burst"))
    other = max(p.accents, key=lambda ink: distance(ink, plan.ground))
    if plan.on_dark:
        canvas.fill(shape(spikes, 1900).offset(40), p.light)
    canvas.fill(shape(spikes, 1900).transformed(Transform.move(60, 60)), p.dark)
    for reach, ink in ((1900, p.dark), (1836, other), (1580, p.dark), (1530, plan.ground)):
        canvas.fill(shape(spikes, reach), ink)
    with canvas.group(shape(spikes, 1530)):
        canvas.fill(_halftone(c, 1560), mix(plan.ground, p.light, 0.35))
    if plan.hero:
        if shape is _wedges:
            hero = place_standing(plan.hero, c, c + _SILL, 3400, 3000, flip=True)
        else:
            hero = place_in(plan.hero, c, c + plan.variant(0, 60, 0), 1450, 2640, 2180, flip=True)
        canvas.fill(hero.outline(40).transformed(Transform.move(52, 52)), p.dark)
        set_on(plan, draft, hero, plan.ground, dark=30, light=34)


_SILL = 880.0
"""How far below the middle half a star ends."""

_Spikes = Sequence[tuple[float, float]]


def _cloud(_: _Spikes, reach: float) -> Path:
    """A cloud of smoke: wider than high, lower on the right."""
    puffs = [
        (-0.52, 0.1, 0.48),
        (0.5, 0.16, 0.46),
        (-0.2, -0.42, 0.5),
        (0.3, -0.3, 0.48),
        (-0.1, 0.42, 0.5),
        (0.42, 0.5, 0.34),
        (0, 0, 0.7),
    ]
    discs = [circle(MIDDLE + reach * x, MIDDLE + reach * y, reach * r).geometry() for x, y, r in puffs]
    return Path.from_geometry(unary_union(discs).segmentize(40), smooth=True)


def _panel(_: _Spikes, reach: float) -> Path:
    """A leaning panel of a comic strip."""
    lean, half = 170.0, reach * 0.86
    corners = [(-half + lean, -half), (half + lean, -half), (half - lean, half), (-half - lean, half)]
    return Path.lines([(MIDDLE + x, MIDDLE + y) for x, y in corners])


def _wedges(spikes: _Spikes, reach: float) -> Path:
    """Half a star, rising behind somebody who stands on its sill and is higher than it."""
    upper = [(d, s) for d, s in spikes if (d + 100) % 360 <= 200]
    upper.sort(key=lambda corner: (corner[0] + 100) % 360)
    rim = [polar(MIDDLE, MIDDLE + 760, reach * 1.3 * share, degrees) for degrees, share in upper]
    inset = (1900 - reach) * 0.5
    return Path.lines(
        [*rim, (MIDDLE + reach * 1.05, MIDDLE + 1000 - inset), (MIDDLE - reach * 1.05, MIDDLE + 1000 - inset)]
    )


def _spikes(rng: random.Random) -> list[tuple[float, float]]:
    """Degrees and reach (1 is the longest) of tips and notches in turn."""
    count = rng.choice((15, 17, 19))
    turn = rng.uniform(0, 360 / count)
    tips = [(turn + 360 * i / count, rng.uniform(0.9, 1.0)) for i in range(count)]
    notches = [(turn + 360 * (i + 0.5) / count, 0.76) for i in range(count)]
    return [corner for pair_of in zip(tips, notches, strict=True) for corner in pair_of]


def _jagged(spikes: _Spikes, reach: float) -> Path:
    return Path.lines([polar(MIDDLE, MIDDLE, reach * share, degrees) for degrees, share in spikes])


def _halftone(c: float, reach: float) -> Path:
    """Dots that grow towards the lower right."""
    dots, step = Path(), 118.0
    count = int(2 * reach / step)
    for row in range(count):
        for column in range(count):
            x, y = c - reach + (column + 0.5 * (row % 2)) * step, c - reach + row * step
            r = 52 * (((x + y) / 2 - c + reach) / (2 * reach)) ** 1.3
            if r > 8:
                dots += circle(x, y, r)
    return dots


# --- arches


def arch_grounds(palette: Palette) -> tuple[str, ...]:
    light = palette.light
    return (light, mix(palette.accents[0], light, 0.5), mix(palette.accents[1], light, 0.62))


def arches(plan: Plan, draft: Draft) -> None:
    """Bands of a rainbow over the hero, flowers where they meet the ground if the sentence speaks of any."""
    rng, p, canvas, c = plan.rng("arches"), plan.palette, draft.canvas, MIDDLE
    base = c + 1560
    inks = plan.variant((4, 2, 1, 0), (0, 1, 2, 3), (2, 3, 1, 0), (3, 4, 0, 1))
    for k, ink in enumerate(inks):
        outer = 1790 - 172 * k
        band = _arch(c, base, outer).geometry().difference(_arch(c, base, outer - 140).geometry())
        canvas.fill(Path.from_geometry(band.segmentize(60), smooth=False), p.accents[ink])
    window = _arch(c, base, 1100)
    canvas.fill(window, plan.ground)
    if plan.hero:
        x = c + plan.variant(0, 180, -180, 0)
        hero = place_standing(plan.hero, x, base - 30, 2420, plan.variant(2330, 2330, 2330, 1900))
        set_on(plan, draft, hero, plan.ground, dark=30, light=26)
    for side in plan.variant((-1, 1), (-1,), (1,), (-1, 1)) if "flowers" in plan.figures else ():
        _garland(plan, draft, rng, base, side)


def _arch(cx: float, base: float, half: float) -> Path:
    top = [polar(cx, base - 1330, half, a) for a in range(-90, 91, 3)]
    return Path.lines([(cx - half, base), *top, (cx + half, base)])


def _garland(plan: Plan, draft: Draft, rng: random.Random, base: float, side: int) -> None:
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    greens = (
        mix(p.accents[3], p.accents[1], 0.3),
        mix("#6f9a5c", p.accents[3], 0.4),
        mix("#8fb573", p.accents[1], 0.2),
    )
    for k in range(2):
        stem = [(c + side * (1250 + i * 62), base + 60 - i * (46 + 44 * k)) for i in range(8)]
        branch(canvas, stem, mix(greens[0], p.dark, 0.4), greens, rng, 190)
    for x, y, r, petal in (
        (1500, 30, 200, p.light),
        (1190, 70, 240, p.accents[4]),
        (1720, 90, 150, p.accents[0]),
        (900, 100, 160, p.accents[1]),
    ):
        core = p.accents[0] if petal != p.accents[0] else p.accents[2]
        flower(canvas, c + side * x, base + y, r, petal, core, p.dark, 6 if r > 190 else 5, rng.uniform(0, 60))


# --- low poly


def _polygon(sides: int) -> Path:
    """A crystal behind a crystal."""
    return polygon(MIDDLE, MIDDLE, 1900, sides)


_Shape = tuple[BaseGeometry, str]


def low_poly(plan: Plan, draft: Draft) -> None:
    """The hero cut into facets, each in one tone, lit from the upper left."""
    c, p = MIDDLE, plan.palette
    if plan.hero is None:
        draft.canvas.fill(star(c, c, 1400, 8, 0.5), p.accents[2])
        return
    placed = place(plan.hero, c, c, plan.variant(3300, 2300, 2500, 2200))
    area = filled(placed.area)
    by_hand = plan.hero.name in facets.BUILDS
    edge = p.dark if not plan.on_dark else p.light
    for form, ink in plan.variant(
        (),
        ((_polygon(6), p.accents[1]),),
        ((circle(c, c, 1700), p.light), (circle(c, c, 1640), p.accents[4])),
        ((_polygon(4), p.dark), (_polygon(4).offset(-70), p.accents[0])),
    ):
        draft.canvas.fill(form, ink)
    if by_hand:
        facets.draw_head(draft.canvas, plan.hero.name, tuple(plan.said), c, plan.variant(2900, 2100, 2200, 1900))
        return
    draft.canvas.fill(Path.from_geometry(area.buffer(26, quad_segs=4)), edge)
    inks = tone(plan.shares, _ramp(plan)) if plan.said else {}  # a bear is brown, and a deer no blue one
    for facet, ink in _facets(placed, area, inks, plan.rng("facets")):
        # a hair larger than itself: engines show the cloth between shapes that only touch
        draft.canvas.fill(Path.from_geometry(facet.buffer(2.5, quad_segs=1)), ink)
    for feature, ink in _dark_features(placed, area):
        draft.canvas.fill(Path.from_geometry(feature), inks.get(ink, ink))


_FEATURE, _DARK = (0.0003, 0.03), 0.42
"""Eyes and nose by their share of the whole and their OKLCH lightness: they keep their shape, so that a face stays one."""


def _dark_features(placed: Placed, area: BaseGeometry) -> list[_Shape]:
    seen = reversed(_tops(placed.drawing))
    least, most = (share * area.area for share in _FEATURE)
    pieces = ((piece, ink) for shape, ink in seen for piece in shapely.get_parts(shape))
    small = ((shape, ink) for shape, ink in pieces if least < shape.area < most and oklch(ink)[0] < _DARK)
    return [(shape.convex_hull.simplify(shape.area**0.5 / 12), ink) for shape, ink in small]


def _ramp(plan: Plan) -> Sequence[str]:
    """The colours that were said, dark to light, and one of them darker and one lighter."""
    inks = sorted(plan.said, key=lambda ink: oklch(ink)[0])
    return (mix(inks[0], plan.palette.dark, 0.5), *inks, mix(inks[-1], plan.palette.light, 0.6))


def _facets(
    placed: Placed, area: BaseGeometry, inks: Mapping[str, str], rng: random.Random
) -> list[tuple[BaseGeometry, str]]:
    left, top, right, bottom = area.bounds
    seen = _tops(placed.drawing)
    tilt, found = rng.random(), []
    for triangle in triangulate(MultiPoint(_mesh(area, seen, rng))):
        part = triangle.intersection(area)
        if part.is_empty or part.area < 300:
            continue
        at = part.representative_point()
        ink = _ink_at(seen, at)
        lit = 0.5 - ((at.x - left) / (right - left) + (at.y - top) / (bottom - top)) / 2
        spot = f"{tilt}/{round(abs(at.x - (left + right) / 2) / 40)}/{round(at.y / 40)}"  # both halves of a head alike
        dice = random.Random(spot)  # noqa: S311 - a drawing, not a secret
        found.append((part, _shaded(inks.get(ink, ink), 0.2 * lit + dice.uniform(-0.07, 0.07))))
    return found


def _mesh(area: BaseGeometry, seen: Sequence[_Shape], rng: random.Random) -> list[tuple[float, float]]:
    """Points on the outline and around small parts, and jittered ones between, the same on both sides of the middle."""
    left, top, right, bottom = area.bounds
    middle, step = (left + right) / 2, (right - left) / 8
    outline = [p for part in shapely.get_parts(area) for p in part.exterior.simplify(step / 6).segmentize(step).coords]
    small = [shape for shape, _ in seen if 0.0004 < shape.area / area.area < 0.04]
    points = outline + [p for shape in small for p in shape.convex_hull.simplify(step / 8).boundary.coords]
    y = top + step / 2
    while y < bottom:
        x = middle + step / 2
        while x < right:
            jx, jy = rng.uniform(-0.3, 0.3) * step, rng.uniform(-0.3, 0.3) * step
            points += [(x + jx, y + jy), (2 * middle - x - jx, y + jy)]
            x += step
        y += step * 0.9
    return points


def _tops(drawing: Drawing) -> list[_Shape]:
    """Filled shapes, the topmost first."""
    fills = [item for item in drawing.items if isinstance(item, Fill) and isinstance(item.paint, str)]
    return [(item.path.geometry().simplify(2).buffer(0), str(item.paint)) for item in reversed(fills)]


def _ink_at(seen: Sequence[_Shape], at: shapely.Point) -> str:
    return next((ink for shape, ink in seen if shape.contains(at)), seen[-1][1] if seen else "#888888")


def _shaded(ink: str, by: float) -> str:
    lightness, chroma, hue = oklch(ink)
    return from_oklch(min(0.97, max(0.14, lightness + by)), chroma, hue)
