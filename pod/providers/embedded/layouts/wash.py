"""Watercolour in flat inks: blots with darker rims run into each other behind the hero, drops around them."""

from __future__ import annotations

import math
import random
from dataclasses import replace

from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.drawing.paths import Path
from pod.drawing.shapes import circle
from pod.imaging.colour import hue_apart, mix, oklch
from pod.model.geometry import Box
from pod.providers.embedded.characters.pen import INK
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan, lively
from pod.providers.embedded.palettes import Palette
from pod.providers.embedded.subjects import Placed, place_in, place_standing, recoloured
from pod.providers.embedded.view import View
from pod.providers.embedded.vistas import BY_NIGHT, vista

_REACH = 1720.0

_BLOTS = {
    "round": ((0, 0, 0.92), (-0.42, -0.34, 0.5), (0.44, 0.3, 0.52), (0.38, -0.46, 0.44), (-0.4, 0.44, 0.46)),
    "wide": ((0, 0.1, 0.8), (-0.62, 0.1, 0.42), (0.62, 0.0, 0.44), (-0.2, -0.42, 0.46), (0.3, 0.46, 0.42)),
    "rising": ((0, 0.24, 0.74), (0.2, -0.42, 0.52), (-0.34, -0.08, 0.52), (0.46, 0.34, 0.42), (-0.3, 0.58, 0.4)),
    "falling": ((0, -0.12, 0.8), (-0.4, 0.46, 0.44), (0.4, -0.4, 0.5), (0.36, 0.4, 0.46), (-0.48, -0.3, 0.44)),
}
"""Blots of each form: right and down from the middle and how far they reach, in shares of the whole."""


def wash_grounds(palette: Palette) -> tuple[str, ...]:
    a, light = palette.accents, palette.light
    return lively(mix(a[0], light, 0.25), mix(a[1], light, 0.35), mix(a[2], light, 0.5), mix(a[4], light, 0.45))


def wash(plan: Plan, draft: Draft) -> None:
    """The hero in paler inks with thin lines, before blots of the palette."""
    p, canvas, rng = plan.palette, draft.canvas, plan.rng("wash")
    form = plan.variant(*_BLOTS)
    if plan.placed and plan.scene:
        _painted_land(plan, draft, rng, form)
        return
    inks = _kindred(plan)
    blots = [_blot(rng, MIDDLE + x * _REACH, MIDDLE + y * _REACH, r * _REACH) for x, y, r in _BLOTS[form]]
    whole = unary_union(blots)
    if plan.on_dark:
        canvas.fill(_smooth(whole.buffer(46)), p.light)
    for k, blot in enumerate(blots):
        ink = inks[k % len(inks)]
        canvas.fill(_smooth(blot), mix(ink, p.accents[3], 0.16))
        canvas.fill(_smooth(blot.buffer(-22)), ink)
        bloom = _blot(rng, blot.centroid.x, blot.centroid.y, math.sqrt(blot.area) * 0.36)
        canvas.fill(_smooth(bloom), mix(ink, p.light, 0.4))
    for x, y, r in _drops(rng, whole):
        canvas.fill(circle(x, y, r), inks[rng.randrange(len(inks))])
    if plan.hero:
        _painted(plan, draft, place_in(plan.hero, MIDDLE, MIDDLE, 1480, 2700, 2600))


_NEIGHBOURS, _SOFT = 3, 0.42


def _kindred(plan: Plan) -> list[str]:
    """The ground and those of the accents that are nearest to it in hue, all thin: washes beside each other run, they do not clash."""
    hue = oklch(plan.ground)[2]
    near = sorted(plan.palette.accents, key=lambda ink: hue_apart(oklch(ink)[2], hue))[:_NEIGHBOURS]
    return [plan.ground, *(mix(ink, plan.palette.light, _SOFT) for ink in near)]


_DEEPEST = 0.5
"""How much of the dark is in the lines: they are of the pigment beside them, and none is black."""


def _painted(plan: Plan, draft: Draft, hero: Placed) -> None:
    """No ink line: the pigment pools at the edge, runs out pale from the upper left and blooms in the middle."""
    p, canvas, rng = plan.palette, draft.canvas, plan.rng("pigment")
    main = max(plan.shares, key=lambda ink: plan.shares[ink] * (ink != INK), default=p.accents[3])
    lines = mix(mix(main, p.accents[3], 0.2), p.dark, _DEEPEST)
    canvas.fill(hero.outline(34), mix(plan.ground, p.light, 0.75))
    canvas.fill(hero.outline(7), lines)
    paler = {ink: mix(ink, p.light, 0.16) for ink in plan.shares}
    canvas.place(recoloured(hero.drawing, {**paler, INK: lines}))
    left, top, right, bottom = hero.area.bounds
    size = max(right - left, bottom - top)
    with canvas.group(_smooth(hero.area)):
        for x, y, reach in _BLOOMS:
            bloom = _blot(rng, left + x * (right - left), top + y * (bottom - top), reach * size)
            canvas.fill(_smooth(bloom), p.light, _THIN)


_BLOOMS, _THIN = ((0.08, 0.1, 0.27), (0.42, 0.36, 0.17), (0.8, 0.62, 0.16), (0.3, 0.82, 0.15)), 0.18
"""Where there is more water than pigment: right and down in the hero's box, and how far it reaches."""


_FLOOR, _HORIZON = 0.74, 0.3
"""Shares of the reach below the middle: where somebody stands, and where the land begins."""


def _painted_land(plan: Plan, draft: Draft, rng: random.Random, form: str) -> None:
    """The place that was said, run out at its edge like a wash, the hero standing in it."""
    p, canvas, c, r = plan.palette, draft.canvas, MIDDLE, _REACH
    one, two, three, four, five = (mix(ink, p.light, 0.3) for ink in p.accents)
    pale = replace(p, dark=mix(p.dark, p.light, 0.3), accents=(one, two, three, four, five))
    whole = unary_union([_blot(rng, c + x * r, c + y * r, size * r) for x, y, size in (*_BLOTS[form], (0, 0, 0.94))])
    if plan.on_dark:
        canvas.fill(_smooth(whole.buffer(46)), p.light)
    canvas.fill(_smooth(whole), mix(pale.accents[2], p.dark, 0.2))
    box = Box(c - 1.2 * r, c - 1.2 * r, 2.4 * r, 2.4 * r)
    night = plan.night or plan.scene in BY_NIGHT
    view = View(
        canvas, box, c + _HORIZON * r, pale, rng, night, plan.variant(0.2, -0.2), plan.figures, plan.weather, plan.named
    )
    with canvas.group(_smooth(whole.buffer(-30))):
        vista(view, plan.scene)
    for x, y, size in _drops(rng, whole):
        canvas.fill(circle(x, y, size), pale.accents[rng.randrange(len(pale.accents))])
    if plan.hero:
        _painted(plan, draft, place_standing(plan.hero, c, c + _FLOOR * r, 1.3 * r, 1.15 * r))


def _blot(rng: random.Random, x: float, y: float, reach: float) -> BaseGeometry:
    """A round with an edge that has run: waves of four lengths."""
    waves = [(n, rng.uniform(0.25, 1.0) * 0.085 / math.sqrt(n), rng.uniform(0, math.tau)) for n in (2, 3, 5, 9, 14)]
    rim = []
    for k in range(120):
        angle = math.tau * k / 120
        r = reach * (1 + sum(size * math.sin(n * angle + turn) for n, size, turn in waves))
        rim.append((x + r * math.cos(angle), y + r * math.sin(angle)))
    return Polygon(rim).buffer(0)


def _drops(rng: random.Random, whole: BaseGeometry) -> list[tuple[float, float, float]]:
    """Splashed off the edge, none on it and none on another."""
    found: list[tuple[float, float, float]] = []
    for _ in range(60):
        angle, away, r = rng.uniform(0, math.tau), rng.uniform(0.95, 1.14) * _REACH, rng.uniform(34, 92)
        x, y = MIDDLE + away * math.cos(angle), MIDDLE + away * math.sin(angle)
        clear = all(math.hypot(x - a, y - b) > r + q + 50 for a, b, q in found)
        if clear and Point(x, y).distance(whole) > r + 40:
            found.append((x, y, r))
    return found[:12]


def _smooth(area: BaseGeometry) -> Path:
    return Path.from_geometry(area.simplify(2).segmentize(90), smooth=True)
