"""Boho: an arch of plaster with a low sun in it, hills of clay, and dried grass on either side."""

from __future__ import annotations

import math

from pod.drawing.display import Canvas
from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf, polar, rays
from pod.imaging.colour import mix
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan, lively, set_on
from pod.providers.embedded.palettes import Palette
from pod.providers.embedded.subjects import place_standing

_BASE, _HALF, _RISE = MIDDLE + 1560, 1180.0, 1420.0
_BANDS, _BAND, _GAP = 3, 84.0, 44.0
_FORMS = {
    "sun on the left": (-330, -1500, 640, (1,)),
    "sun in the middle": (0, -1760, 760, (-1, 1)),
    "sun on the right": (330, -1500, 640, (-1,)),
    "sun above": (0, -2050, 520, (-1, 1)),
}
"""Where the sun is, right of the middle and up from the base, how large, and on which sides there is grass."""


def boho_grounds(palette: Palette) -> tuple[str, ...]:
    light, accents = palette.light, palette.accents
    return lively(mix(accents[0], light, 0.45), mix(accents[1], light, 0.6), mix(accents[2], light, 0.72))


def boho(plan: Plan, draft: Draft) -> None:
    """The hero before the sun, in an arch within arches."""
    p, canvas = plan.palette, draft.canvas
    aside, up, reach, sides = _FORMS[plan.variant(*_FORMS)]
    for k in range(_BANDS):
        grow = (_BAND + _GAP) * (_BANDS - k)
        canvas.fill(_band(grow), p.accents[(3, 2, 1)[k]])
    window = _arch(_HALF)
    canvas.fill(window, plan.ground)
    with canvas.group(window):
        x, y = MIDDLE + aside, _BASE + up
        canvas.fill(rays(x, y, reach * 1.1, reach * 1.3, 36, 0.3), mix(p.accents[1], plan.ground, 0.3))
        canvas.fill(circle(x, y, reach), p.accents[1])
        for lift, lean, ink in ((560, -1, p.accents[2]), (330, 1, p.accents[3])):
            canvas.fill(_hill(lift, lean), ink)
    for side in sides:
        _grasses(canvas, plan, side)
    if plan.hero:
        set_on(plan, draft, place_standing(plan.hero, MIDDLE, _BASE - 130, 2200, 2200), plan.ground, dark=26, light=22)


def _arch(half: float) -> Path:
    """Round above, straight below."""
    top = [polar(MIDDLE, _BASE - _RISE, half, degrees) for degrees in range(-90, 91, 3)]
    return Path.lines([(MIDDLE - half, _BASE), *top, (MIDDLE + half, _BASE)])


def _band(grow: float) -> Path:
    outer, inner = _arch(_HALF + grow).geometry(), _arch(_HALF + grow - _BAND).geometry()
    return Path.from_geometry(outer.difference(inner).segmentize(60), smooth=False)


def _hill(lift: float, lean: int) -> Path:
    top = [
        (MIDDLE + x, _BASE - lift * (0.72 + 0.28 * math.sin(lean * x / 620)))
        for x in range(-round(_HALF), round(_HALF) + 1, 59)
    ]
    return Path.lines([(MIDDLE - _HALF, _BASE + 60), *top, (MIDDLE + _HALF, _BASE + 60)])


def _grasses(canvas: Canvas, plan: Plan, side: int) -> None:
    """Three plumes of pampas from one root, the middle one tallest."""
    p = plan.palette
    root = MIDDLE + side * 1150, _BASE + 10
    for lean, long, ink in ((16, 1180, 0.1), (-16, 1320, 0.35), (2, 1640, 0.22)):
        plume(canvas, root, side * lean, long, mix(p.accents[0], p.accents[2], ink), mix(p.accents[3], p.dark, 0.3))


def plume(canvas: Canvas, root: tuple[float, float], lean: float, long: float, ink: str, stalk: str) -> None:
    """A stalk that bows to its side, feathery from the middle up, `long` from root to tip."""
    spine = [polar(*root, long * t, lean * (0.5 + 0.7 * t)) for t in (k / 14 for k in range(15))]
    canvas.stroke(Path.lines(spine, closed=False), stalk, long / 46)
    for k, (x, y) in enumerate(spine[6:], 6):
        full = math.sin(math.pi * (k - 4.6) / 11.5)
        for side in (-1, 1):
            canvas.fill(leaf(x, y, long * 0.2 * full + long * 0.05, long * 0.036, lean + side * 30), ink)
    canvas.fill(leaf(*spine[-3], long * 0.26, long * 0.04, lean), ink)
