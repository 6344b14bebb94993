"""A landscape disc by night or day, the hero standing in it, botanicals growing over the rim."""

from __future__ import annotations

import random

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar, sparkle
from pod.imaging.colour import mix
from pod.model.geometry import Box
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan
from pod.providers.embedded.scenery import branch, flower, moon, mountains, pine, waves
from pod.providers.embedded.subjects import draw, harmony, place

_R = 1500.0


def scene(plan: Plan, draft: Draft) -> None:
    rng, p, canvas = plan.rng("scene"), plan.palette, draft.canvas
    c = MIDDLE
    canvas.fill(circle(c, c, _R), p.accents[3])
    with canvas.group(circle(c, c, _R)):
        _sky(plan, draft, rng)
        _land(plan, draft, rng)
    if plan.subjects:
        hero = place(plan.subjects[0], c, c + _R * 0.16, _R * 1.16)
        canvas.fill(hero.outline(52), p.light)
        canvas.fill(hero.outline(28), p.dark)
        draw(canvas, hero)
    for companion in plan.subjects[1:2]:
        second = place(companion, c + _R * 0.5, c + _R * 0.6, _R * 0.5)
        canvas.fill(second.outline(24), p.dark)
        draw(canvas, second, harmony(second.drawing, p))
    _botanicals(plan, draft, rng)
    draft.block("below", Box(c - _R * 1.05, c + _R * 1.2, 2.1 * _R, 760), "", font="slab")


def _sky(plan: Plan, draft: Draft, rng: random.Random) -> None:
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    for share, size, lift in ((0.3, 0.93, 110), (0.62, 0.8, 210)):
        canvas.fill(circle(c, c - lift, _R * size), mix(p.accents[3], p.accents[2], share))
    r = _R * 0.62
    canvas.fill(circle(c, c - _R * 0.2, r * 1.15), mix(p.accents[2], p.accents[0], 0.4))
    moon(canvas, c, c - _R * 0.2, r, p.accents[0], mix(p.accents[0], p.accents[2], 0.22), rng)
    for i in range(34):
        at = polar(c, c, _R * rng.uniform(0.7, 0.95), rng.uniform(-100, 100))
        canvas.fill(sparkle(*at, rng.uniform(30, 72)) if i % 3 == 0 else circle(*at, rng.uniform(9, 15)), p.light)


def _land(plan: Plan, draft: Draft, rng: random.Random) -> None:
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    ground = c + _R * 0.52
    if plan.scene == "mountains":
        far = mix(p.accents[3], p.dark, 0.3)
        mountains(canvas, c - _R, c + _R, ground, _R * 0.62, c + _R, far, mix(far, p.dark, 0.35), rng, p.light)
    if plan.scene == "ocean":
        for i in range(5):
            canvas.fill(
                waves(c - _R, c + _R, ground - 60 + i * 120, 26 + 5 * i, 420 + 50 * i, rng.uniform(0, 6), c + _R),
                mix(p.accents[3], p.dark, 0.25 + 0.16 * i),
            )
        return
    canvas.fill(
        waves(c - _R, c + _R, ground - 110, 60, 1700, rng.uniform(0, 6), c + _R), mix(p.accents[3], p.dark, 0.45)
    )
    trees = Path()
    for side in (-1, 1):
        for k in range(5):
            x = c + side * _R * (0.5 + 0.115 * k) + rng.uniform(-30, 30)
            trees += pine(x, ground + rng.uniform(-10, 110), _R * rng.uniform(0.46, 0.8), rng)
    canvas.fill(trees, mix(p.accents[3], p.dark, 0.72))
    canvas.fill(waves(c - _R, c + _R, ground + 60, 40, 1300, rng.uniform(0, 6), c + _R), p.dark)


def _botanicals(plan: Plan, draft: Draft, rng: random.Random) -> None:
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    greens = (p.accents[1], mix(p.accents[1], p.dark, 0.28), mix(p.accents[1], p.light, 0.25))
    for side in (-1, 1):
        for k in range(3):
            x, y = c + side * _R * (0.6 + 0.14 * k), c + _R * (0.88 - 0.2 * k)
            stem = [
                (x + side * i * (24 + 13 * k), y - i * (70 - 8 * k) - i * i * 0.6 * (1 - 0.3 * k)) for i in range(9)
            ]
            branch(canvas, stem, mix(p.dark, p.accents[1], 0.3), greens, rng, 215 - 22 * k)
        turn = rng.uniform(0, 60)
        flower(canvas, c + side * _R * 0.84, c + _R * 0.7, 150, p.light, p.accents[0], p.dark, 5, turn)
        flower(canvas, c + side * _R * 0.6, c + _R * 0.88, 215, p.accents[4], p.accents[0], p.dark, 6, turn)
        flower(canvas, c + side * _R * 0.35, c + _R * 0.99, 140, p.accents[0], p.accents[4], p.dark, 5, turn)
