"""The block print: a framed view cut in wood, with four skies."""

from __future__ import annotations

import shapely
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.drawing.paths import Path, polygons_of
from pod.drawing.shapes import circle, polar, rays, rounded_rect, sparkle
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan
from pod.providers.embedded.linework import carved, line_work
from pod.providers.embedded.scenery import waves
from pod.providers.embedded.subjects import Placed, place_standing

_LINE = 34.0
_QUIET = 150.0
"""Bare wood around a hero, or it would be lost in the rays."""

_LEAST_CUT = 2500.0
"""Square units: a smaller piece of wood breaks off."""

_LEAST_GAP = 11.0
"""Narrower ones fill in with ink, 0.7 mm on a full front with a little to spare: they are printed shut."""


def woodcut(plan: Plan, draft: Draft) -> None:
    """A block print: a framed view in one ink, sky and hero in cut lines, the cloth where the wood was cut away."""
    c, ink = MIDDLE, plan.palette.type_ink(plan.cloth_rgb)
    block, sky_of, turned = plan.variant(
        (_tall_block, _ray_sky, False),
        (_arch_block, _night_sky if "moon" in plan.figures else _ring_sky, True),
        (_round_block, _ring_sky, False),
        (_wide_block, _level_sky, True),
    )
    window = block()
    frame = window.geometry()
    inner = frame.buffer(-110)
    whole: list[BaseGeometry] = [frame.difference(frame.buffer(-46)), frame.buffer(-74).difference(inner.buffer(14))]
    left, top, right, bottom = inner.bounds
    horizon = top + (bottom - top) * 0.66
    upper = inner.intersection(shapely.box(left, top, right, horizon))
    x = c + (-500.0 if turned else 500.0)
    sky = unary_union([sky_of(plan, upper, x, horizon), _ground_cuts(plan, inner, horizon)])
    if plan.hero:
        floor = bottom - (bottom - top) * 0.1
        hero = place_standing(plan.hero, c, floor, (right - left) * 0.84, (bottom - top) * 0.76, flip=turned)
        sky = sky.difference(hero.area.buffer(_QUIET))
        whole.append(_cut_hero(plan, hero))
    cut = [part for part in polygons_of(unary_union([*whole, sky]).simplify(0.8)) if part.area >= _LEAST_CUT]
    draft.canvas.fill(Path.from_geometry(_without_slits(unary_union(cut))), ink, evenodd=True)


def _without_slits(cut: BaseGeometry) -> BaseGeometry:
    wider = cut.buffer(_LEAST_GAP / 2, join_style="mitre")
    return wider.buffer(-_LEAST_GAP / 2, join_style="mitre")


def _cut_hero(plan: Plan, hero: Placed) -> BaseGeometry:
    """A motif in cut tones; in outlines where light ink would turn its tones round, and one of our own, whose many parts
    would drown in them."""
    if plan.on_dark or (plan.hero and plan.hero.natural):
        return line_work(hero.drawing, hero.area, _LINE).geometry()
    return carved(hero.drawing, hero.area, 46.0, 24.0)


def _tall_block() -> Path:
    return rounded_rect(MIDDLE - 1350, MIDDLE - 1650, 2700, 3300, 60)


def _wide_block() -> Path:
    return rounded_rect(MIDDLE - 1750, MIDDLE - 1350, 3500, 2700, 60)


def _round_block() -> Path:
    return circle(MIDDLE, MIDDLE, 1650)


def _arch_block() -> Path:
    top = [polar(MIDDLE, MIDDLE - 300, 1350, a) for a in range(-90, 91, 3)]
    return Path.lines([(MIDDLE - 1350, MIDDLE + 1650), *top, (MIDDLE + 1350, MIDDLE + 1650)])


def _ground_cuts(plan: Plan, window: BaseGeometry, horizon: float) -> BaseGeometry:
    """Lines that swell towards whoever looks on."""
    left, _, right, bottom = window.bounds
    rng, lines, y = plan.rng("ground"), list[BaseGeometry](), horizon
    while y < bottom:
        depth = (y - horizon) / (bottom - horizon)
        lines.append(
            waves(left, right, y, 8 + 16 * depth, 900 + 500 * depth, rng.uniform(0, 6), y + 18 + 34 * depth).geometry()
        )
        y += 62 + 56 * depth
    return window.intersection(unary_union(lines))


# --- skies


def _ray_sky(plan: Plan, sky: BaseGeometry, x: float, horizon: float) -> BaseGeometry:
    """Rays from a low sun, or from a point behind the hero."""
    has_sun = "sun" in plan.figures
    cuts = rays(x if has_sun else MIDDLE, horizon, 620, 4200, 56, 0.42, turn=180 / 56).geometry()
    return unary_union([cuts, *([_round(x, horizon, 520, 480)] if has_sun else [])]).intersection(sky)


def _night_sky(plan: Plan, sky: BaseGeometry, x: float, horizon: float) -> BaseGeometry:
    """The wood left standing, a moon and stars cut out of it."""
    left, top, right, _ = sky.bounds
    rng, reach = plan.rng("stars"), right - left
    moon = circle(x, top + 640, 330).geometry().difference(circle(x + 150, top + 560, 280).geometry())
    cells = ((left + reach * (i + 0.5) / 6, top + (horizon - top) * (k + 0.5) / 4) for i in range(6) for k in range(4))
    stars = [
        sparkle(cx + rng.uniform(-90, 90), cy + rng.uniform(-70, 70), rng.choice((60, 84, 110)), 0.24).geometry()
        for cx, cy in cells
    ]
    apart = [one for one in stars if one.distance(moon) > 60]
    return sky.difference(unary_union([moon, *apart]))


def _ring_sky(plan: Plan, sky: BaseGeometry, x: float, horizon: float) -> BaseGeometry:
    """Rings around a high sun, where there is one, the wider the thinner."""
    sun = [circle(x, horizon - 1250, 330).geometry()] if "sun" in plan.figures else []
    rings = [_round(x, horizon - 1250, 460 + 210 * i + 120 - 8 * i, 460 + 210 * i) for i in range(14)]
    return unary_union([*sun, *rings]).intersection(sky)


def _level_sky(plan: Plan, sky: BaseGeometry, x: float, horizon: float) -> BaseGeometry:
    """Level lines, denser towards the top, around a half sun on the horizon where there is one."""
    left, top, right, _ = sky.bounds
    rng, lines, y, gap = plan.rng("sky"), list[BaseGeometry](), top, 30.0
    while y < horizon:
        lines.append(waves(left, right, y, 10, 1600, rng.uniform(0, 6), y + 62).geometry())
        y += 62 + gap
        gap *= 1.16
    if "sun" not in plan.figures:
        return unary_union(lines).intersection(sky)
    sun = circle(x, horizon, 620).geometry()
    return unary_union([unary_union(lines).difference(sun.buffer(70)), sun]).intersection(sky)


def _round(x: float, y: float, outer: float, inner: float) -> BaseGeometry:
    return circle(x, y, outer).geometry().difference(circle(x, y, inner).geometry())
