"""Grown ornament around the hero: a wreath of two branches, a mandala of petals."""

from __future__ import annotations

import math

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar, star
from pod.imaging.colour import mix
from pod.model.geometry import Box
from pod.providers.embedded.characters.pen import INK
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan, lively
from pod.providers.embedded.palettes import Palette
from pod.providers.embedded.scenery import arc_points, branch, flower
from pod.providers.embedded.subjects import draw, harmony, place_inside

_R = 1500.0


def wreath(plan: Plan, draft: Draft) -> None:
    """Two branches grown to a ring, flowers where they meet, the hero in the middle."""
    rng, p, canvas, c = plan.rng("wreath"), plan.palette, draft.canvas, MIDDLE
    greens = (
        p.accents[3] if not plan.on_dark else p.accents[1],
        mix(p.accents[2], p.light, 0.2),
        mix(p.accents[3], p.accents[1], 0.4),
    )
    for side in (-1, 1):
        stem = [(c + side * (x - c), y) for x, y in arc_points(c, c, _R, 172, 22, 22)]
        branch(canvas, stem, mix(greens[0], p.dark, 0.4), greens, rng, 300, 20)
        for k, at in enumerate((150, 128, 104)):
            x, y = polar(c, c, _R, at)
            if k:
                canvas.fill(circle(c + side * (x - c) * 1.08, y, 44), p.accents[4])
                canvas.fill(circle(c + side * (x - c) * 0.9, y + 70, 32), p.accents[1])
    edge = p.dark if not plan.on_dark else mix(p.dark, p.accents[3], 0.35)
    for x, y, r, petal in (
        (0, 0, 330, p.accents[4]),
        (-390, -80, 230, p.light),
        (390, -80, 230, p.light),
        (-660, -230, 170, p.accents[1]),
        (660, -230, 170, p.accents[1]),
    ):
        core = p.accents[0] if petal != p.accents[0] else p.accents[2]
        flower(canvas, c + x, c + _R + y, r, petal, core, edge, 6 if r > 200 else 5, rng.uniform(0, 60))
    if plan.hero:
        hero = place_inside(plan.hero, c, c - 150, _R * 0.8)
        if plan.on_dark:
            canvas.fill(hero.outline(52), p.light)
        canvas.fill(hero.outline(28), p.dark)
        draw(canvas, hero, {INK: p.dark} if plan.hero.natural else harmony(hero.drawing, p))
    draft.block("below", Box(c - _R, c + _R * 1.3, 2 * _R, 600), "", font="script")


def mandala_grounds(palette: Palette) -> tuple[str, ...]:
    return lively(palette.accents[0], palette.accents[1], mix(palette.accents[2], palette.light, 0.5))


def mandala(plan: Plan, draft: Draft) -> None:
    """Rings of petals around the hero, ten- to fourteenfold."""
    rng, p, canvas, c = plan.rng("mandala"), plan.palette, draft.canvas, MIDDLE
    fold = rng.choice((10, 12, 14))
    rings = (
        (1900, 800, 300, p.accents[3]),
        (1680, 640, 260, p.accents[2]),
        (1480, 500, 210, p.accents[1]),
        (1310, 340, 150, p.light),
    )
    for k, (reach, length, width, ink) in enumerate(rings):
        for i in range(fold):
            at = 360 * (i + 0.5 * (k % 2)) / fold
            base = polar(c, c, reach - length, at)
            canvas.fill(_petal(*base, length, width, at), p.dark)
            inner = polar(c, c, reach - length + 46, at)
            canvas.fill(_petal(*inner, length - 110, width - 60, at), ink)
            canvas.fill(circle(*polar(c, c, reach + 70, at), 34), p.accents[4])
    canvas.fill(circle(c, c, 1040), p.dark)
    canvas.fill(circle(c, c, 995), p.light)
    for i in range(fold * 3):
        canvas.fill(circle(*polar(c, c, 925, 120 * i / fold), 24), p.accents[2])
    canvas.fill(circle(c, c, 860), plan.ground)
    if plan.hero:
        hero = place_inside(plan.hero, c, c, 950)
        canvas.fill(hero.outline(26), p.dark)
        draw(canvas, hero, {INK: p.dark} if plan.hero.natural else harmony(hero.drawing, p))
    else:
        canvas.fill(star(c, c, 660, fold, 0.55), p.accents[3])
        canvas.fill(circle(c, c, 220), p.light)
    draft.block("below", Box(c - 1600, c + 2120, 3200, 560), "", font="script")


def _petal(x: float, y: float, length: float, width: float, degrees: float) -> Path:
    tip = polar(x, y, length, degrees)
    ax, ay = polar(x, y, length * 0.42, degrees)
    sx, sy = math.cos(math.radians(degrees)) * width * 0.72, math.sin(math.radians(degrees)) * width * 0.72
    return Path(
        (
            ("M", (x, y)),
            ("C", (ax + sx, ay + sy, ax + sx, ay + sy, *tip)),
            ("C", (ax - sx, ay - sy, ax - sx, ay - sy, x, y)),
            ("Z", ()),
        )
    )
