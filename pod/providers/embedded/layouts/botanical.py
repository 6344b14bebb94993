"""Grown ornament around the hero: a wreath of two branches, a mandala of petals."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar, scallop, star
from pod.imaging.colour import mix
from pod.model.geometry import Box
from pod.providers.embedded.characters.pen import INK
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan, lively
from pod.providers.embedded.palettes import Palette
from pod.providers.embedded.scenery import arc_points, branch, flower
from pod.providers.embedded.subjects import Subject, draw, harmony, place_inside

_R = 1500.0


@dataclass(frozen=True, slots=True)
class _Growth:
    """A wreath: where its branches begin and end (degrees from the top), and where its blooms are."""

    start: float
    end: float
    blooms: tuple[tuple[float, float, float, int], ...]


_BOUQUET = ((0, 0, 330, 4), (-390, -80, 230, 5), (390, -80, 230, 5), (-660, -230, 170, 1), (660, -230, 170, 1))
_GROWTHS = (
    _Growth(172, 22, _BOUQUET),
    _Growth(8, 158, tuple((x, -2 * _R - y, r, ink) for x, y, r, ink in _BOUQUET)),
    _Growth(174, 6, ((0, 0, 230, 4), (0, -2 * _R, 230, 4), (-_R, -_R, 190, 1), (_R, -_R, 190, 5))),
    _Growth(
        150,
        60,
        (
            (-1060, -440, 320, 4),
            (1060, -2560, 320, 4),
            (-1270, -760, 190, 5),
            (1270, -2240, 190, 5),
            (-700, -200, 190, 1),
            (700, -2800, 190, 1),
        ),
    ),
)
"""Blooms as (right of the middle, above the lowest point as a negative number, radius, ink: an accent or 5 for light)."""


def wreath(plan: Plan, draft: Draft) -> None:
    """Two branches grown to a ring, the hero in the middle; where they meet flowers, if the sentence speaks of any, or berries."""
    p, c, growth = plan.palette, MIDDLE, plan.variant(*_GROWTHS)
    if plan.hero and plan.lettering and plan.hero.name.startswith("circlet of ") and plan.letters <= _WITHIN:
        _words_within(plan, draft, plan.hero)
        return
    _branches(plan, draft, growth)
    (_blooms if "flowers" in plan.figures else _berries)(plan, draft, growth)
    if plan.hero:
        hero = place_inside(plan.hero, c, c - plan.variant(110, -110, 0, 0), _R * 0.87)
        if plan.on_dark:
            draft.canvas.fill(hero.outline(52), p.light)
        draft.canvas.fill(hero.outline(28), p.dark)
        draw(draft.canvas, hero, {INK: p.dark} if plan.hero.natural else harmony(hero.drawing, p))


_WITHIN, _OF_SCRIPT = 44, 14
"""Letters that are read inside a circlet, and how many of them in script."""
_HOLES = {"leaves": 0.23, "eucalyptus": 0.22, "ferns": 0.22, "autumn": 0.2, "lavender": 0.2}
_A_HOLE = 0.165
"""Its clear half width as a share of its whole; of flowers less than of leaves."""


def _words_within(plan: Plan, draft: Draft, circlet: Subject) -> None:
    """The circlet is the picture, and the name stands in it."""
    c, size = MIDDLE, 2.3 * _R
    placed = place_inside(circlet, c, c, size / 2)
    left, _, right, _ = placed.area.bounds
    draft.canvas.fill(placed.outline(28), plan.palette.light if plan.on_dark else plan.palette.dark)
    draw(draft.canvas, placed, {INK: plan.palette.dark})
    wide = 2 * _HOLES.get(circlet.name.split()[2], _A_HOLE) * (right - left)
    font = "script" if plan.letters <= _OF_SCRIPT else "condensed"
    draft.block("within", Box(c - wide / 2, c - 0.36 * wide, wide, 0.72 * wide), "", font=font, lines=4)


def _blooms(plan: Plan, draft: Draft, growth: _Growth) -> None:
    p, c = plan.palette, MIDDLE
    edge = p.dark if not plan.on_dark else mix(p.dark, p.accents[3], 0.35)
    turn = plan.rng("blooms").uniform(0, 60)
    for x, y, r, ink in growth.blooms:
        petal = (*p.accents, p.light)[ink]
        core = p.accents[0] if petal != p.accents[0] else p.accents[2]
        flower(draft.canvas, c + x, c + _R + y, r, petal, core, edge, 6 if r > 200 else 5, turn)


_NEAR_THE_END = 10.0
"""Degrees beyond the tip of a branch at which a berry still belongs to it."""


def _berries(plan: Plan, draft: Draft, growth: _Growth) -> None:
    """Along the branches and between their ends: a few round ones, as on any laurel."""
    p, c = plan.palette, MIDDLE
    first, last = sorted((growth.start, growth.end))
    for x, y, r, ink in growth.blooms:
        at = math.degrees(math.atan2(abs(x), -(_R + y)))
        if first - _NEAR_THE_END <= at <= last + _NEAR_THE_END:
            draft.canvas.fill(circle(c + 0.86 * x, c + _R + y, 0.3 * r), p.accents[min(ink, 4)])


def _branches(plan: Plan, draft: Draft, growth: _Growth) -> None:
    p, canvas, c, rng = plan.palette, draft.canvas, MIDDLE, plan.rng("wreath")
    greens = (
        p.accents[3] if not plan.on_dark else p.accents[1],
        mix(p.accents[2], p.light, 0.2),
        mix(p.accents[3], p.accents[1], 0.4),
    )
    for side in (-1, 1):
        stem = [(c + side * (x - c), y) for x, y in arc_points(c, c, _R, growth.start, growth.end, 22)]
        branch(canvas, stem, mix(greens[0], p.dark, 0.4), greens, rng, 300, 20)
        for share in (0.2, 0.36):
            x, y = polar(c, c, _R, growth.start + (growth.end - growth.start) * share)
            canvas.fill(circle(c + side * (x - c) * 1.08, y, 44), p.accents[4])
            canvas.fill(circle(c + side * (x - c) * 0.9, y + 70, 32), p.accents[1])


def mandala_grounds(palette: Palette) -> tuple[str, ...]:
    return lively(palette.accents[0], palette.accents[1], mix(palette.accents[2], palette.light, 0.5))


@dataclass(frozen=True, slots=True)
class _Rosette:
    """`rings` are (reach, length, width, ink) from outside in; petals grow between the degrees `start` and `end`, around a
    point `drop` below the middle, the hero's round field, `heart` times the usual size, `hangs` below that; a `disc` lies under them
    where it has an ink."""

    fold: int
    rings: tuple[tuple[float, float, float, int], ...]
    start: float = 0.0
    end: float = 360.0
    drop: float = 0.0
    hangs: float = 0.0
    heart: float = 1.0
    disc: int | None = None


_ROSETTES = (
    _Rosette(12, ((1900, 800, 300, 3), (1680, 640, 260, 2), (1480, 500, 210, 1), (1310, 340, 150, 5))),
    _Rosette(
        20,
        ((2500, 1200, 420, 3), (2160, 960, 360, 2), (1800, 700, 280, 1), (1420, 400, 190, 5)),
        -81,
        81,
        900,
        heart=1.5,
    ),
    _Rosette(
        16,
        ((1820, 900, 300, 1), (1500, 760, 260, 5), (1160, 640, 220, 2), (760, 640, 170, 4)),
        drop=-420,
        hangs=1300,
        disc=3,
    ),
    _Rosette(20, ((2400, 1100, 300, 4), (2000, 800, 300, 2), (1640, 560, 230, 1)), 99, 261, -900, heart=1.5),
)


_ALONE = (
    replace(_ROSETTES[0], rings=(*_ROSETTES[0].rings, (1000, 420, 190, 2), (700, 380, 150, 4), (420, 300, 110, 1))),
    replace(_ROSETTES[2], rings=(*_ROSETTES[2].rings, (980, 420, 170, 3), (620, 360, 130, 1), (400, 280, 100, 4))),
)
"""Mandalas that are nothing but a mandala."""


def mandala(plan: Plan, draft: Draft) -> None:
    """Rings of petals around the hero, all around it, or a fan above or below it."""
    p, canvas, c, rosette = plan.palette, draft.canvas, MIDDLE, plan.variant(*_ROSETTES)
    if plan.hero is None:  # nobody looks out of it: rings all the way round, to the middle
        rosette = replace(plan.variant(*_ALONE), hangs=0.0, drop=0.0)
    inks, cy = (*p.accents, p.light), MIDDLE + rosette.drop
    if rosette.disc is not None:
        canvas.fill(scallop(c, cy, 1860, 2 * rosette.fold, 40), p.light if plan.on_dark else p.dark)
        canvas.fill(circle(c, cy, 1820), mix(inks[rosette.disc], p.dark, 0.35))
    turns = _in_turns(plan, rosette)
    shades: tuple[str, ...] = turns or inks
    for k, (reach, length, width, turn) in enumerate(rosette.rings):
        ink = k if turns else turn
        for at in _around(rosette, k % 2 == 1):
            canvas.fill(_petal(*polar(c, cy, reach - length, at), length, width, at), p.dark)
            canvas.fill(_petal(*polar(c, cy, reach - length + 46, at), length - 110, width - 60, at), shades[ink])
            if rosette.disc is None:
                canvas.fill(circle(*polar(c, cy, reach + 70, at), 34), turns[1] if turns else p.accents[4])
    if plan.hero is None:
        canvas.fill(circle(c, cy, 150), p.dark)
        canvas.fill(circle(c, cy, 110), p.accents[0])
        return
    _heart_of(plan, draft, cy + rosette.hangs, rosette.fold, rosette.heart)


def _in_turns(plan: Plan, rosette: _Rosette) -> tuple[str, ...]:
    """The inks that were said, ring by ring: in teal and gold as much is gold as is teal. None where fewer than two were."""
    said = plan.said or (plan.fabric.inks if plan.fabric else ())
    return tuple(said[k % len(said)] for k in range(len(rosette.rings))) if len(said) > 1 else ()


def _around(rosette: _Rosette, between: bool) -> list[float]:
    """Degrees at which petals grow, every second ring between those of the first."""
    step = 360 / rosette.fold
    first = rosette.start + (0.5 * step if between else 0.0)
    count = round((rosette.end - rosette.start) / step) + (0 if between or rosette.end == 360 else 1)
    return [first + step * i for i in range(count)]


def _heart_of(plan: Plan, draft: Draft, cy: float, fold: int, k: float) -> None:
    """The round field in the middle, and the hero in it."""
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    canvas.fill(circle(c, cy, 1040 * k), p.dark)
    canvas.fill(circle(c, cy, 995 * k), p.light)
    for i in range(36):
        canvas.fill(circle(*polar(c, cy, 925 * k, 10 * i), 24 * k), p.accents[2])
    canvas.fill(circle(c, cy, 860 * k), plan.ground)
    if plan.hero:
        hero = place_inside(plan.hero, c, cy, 900 * k)
        canvas.fill(hero.outline(26), p.dark)
        draw(canvas, hero, {INK: p.dark} if plan.hero.natural else harmony(hero.drawing, p))
    else:
        canvas.fill(star(c, cy, 660 * k, fold, 0.55), p.accents[3])
        canvas.fill(circle(c, cy, 220 * k), p.light)


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
