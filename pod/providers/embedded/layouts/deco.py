"""Art deco: stepped frames, fans of rays, even double lines."""

from __future__ import annotations

from collections.abc import Sequence

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar
from pod.imaging.colour import contrast, mix
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan, set_on
from pod.providers.embedded.palettes import Palette, is_dark
from pod.providers.embedded.subjects import place_standing

_LINE = 26.0
_GAP = 34.0
_HALF, _TALL = 1420.0, 1820.0
_FOOT = MIDDLE + 1330.0
"""Where the hero stands, and the fan rises from."""


def deco_grounds(palette: Palette) -> tuple[str, ...]:
    a, dark, light = palette.accents, palette.dark, palette.light
    return (dark, mix(a[3], dark, 0.45), mix(a[0], light, 0.6), mix(a[2], dark, 0.4))


def deco(plan: Plan, draft: Draft) -> None:
    """The hero before a fan of rays in a frame with stepped corners, mirrored; scales at its foot."""
    canvas, gold = draft.canvas, _gold(plan)
    frame = plan.variant(_stepped, _fan_head, _eight_corners, _tower)
    if plan.on_dark == is_dark(plan.ground):
        canvas.fill(frame(90), gold)
    canvas.fill(frame(40), plan.ground if plan.on_dark == is_dark(plan.ground) else gold)
    canvas.fill(frame(0), plan.ground)
    for inset in (_LINE + _GAP, 2 * (_LINE + _GAP)):
        canvas.stroke(frame(-inset), gold, _LINE)
    field = frame(-3 * (_LINE + _GAP))
    with canvas.group(field):
        _fan(plan, draft, gold)
        _scales(plan, draft, gold)
    canvas.stroke(field, gold, _LINE)
    if plan.hero:
        hero = place_standing(plan.hero, MIDDLE, _FOOT - 60, 1900, 2000)
        set_on(plan, draft, hero, plan.ground, dark=34, light=30)


def _gold(plan: Plan) -> str:
    """The accent that reads best on the ground; ochre where none does."""
    warm = (*plan.palette.accents, "#c89b3c")
    best = max(warm[:3], key=lambda ink: contrast(ink, plan.ground))
    return best if contrast(best, plan.ground) >= 2.2 else ("#8a6420" if not is_dark(plan.ground) else "#c89b3c")


def _fan(plan: Plan, draft: Draft, gold: str) -> None:
    """Rays from the foot, every other one tinted, and a half sun where they start."""
    c, canvas, reach = MIDDLE, draft.canvas, 4200.0
    count = plan.variant(18, 14, 22, 16)
    tint = mix(plan.ground, gold, 0.22)
    for k in range(count):
        start = -100 + 200 * k / count
        wedge = [(c, _FOOT), polar(c, _FOOT, reach, start), polar(c, _FOOT, reach, start + 200 / count)]
        if k % 2:
            canvas.fill(Path.lines(wedge), tint)
        canvas.stroke(Path.lines(wedge[:2], closed=False), gold, _LINE * 0.8)
    for r in (1240, 1180):
        canvas.stroke(circle(c, _FOOT, r), gold, _LINE)
    canvas.fill(circle(c, _FOOT, 1120), mix(plan.ground, gold, 0.42))


def _scales(plan: Plan, draft: Draft, gold: str) -> None:
    """Three rows of overlapping fans under the hero's feet."""
    c, canvas, r = MIDDLE, draft.canvas, 250.0
    for row in range(3):
        y = _FOOT + 40 + row * r * 0.62
        for k in range(-7, 8):
            x = c + (k + 0.5 * (row % 2)) * 2 * r * 0.98
            for share, ink in ((1.0, gold), (0.88, plan.ground), (0.62, gold), (0.5, mix(plan.ground, gold, 0.3))):
                canvas.fill(circle(x, y + r, r * share), ink)


def _mirrored(right: Sequence[tuple[float, float]], by: float) -> Path:
    """Corners of the right half, from the top down, as shares of half the width and height; grown by `by` units."""
    points = [(MIDDLE + x * _HALF, MIDDLE + y * _TALL) for x, y in right]
    left = [(2 * MIDDLE - x, y) for x, y in reversed(points)]
    outline = Path.lines([*points, *left])
    grown = outline.geometry().buffer(by, join_style="mitre") if by else outline.geometry()
    return Path.from_geometry(grown)


def _stepped(by: float) -> Path:
    corner = [(0.72, 1.0), (0.72, 0.93), (0.86, 0.93), (0.86, 0.84), (1.0, 0.84)]
    return _mirrored([*((x, -y) for x, y in corner), *reversed(corner)], by)


def _fan_head(by: float) -> Path:
    """A half round top over straight sides, as a wireless has it."""
    head = [polar(0, 0, 1.0, a) for a in range(0, 91, 3)]
    return _mirrored([*((x, -1.0 + 0.78 * (1 + y)) for x, y in head), (1.0, 1.0)], by)


def _eight_corners(by: float) -> Path:
    return _mirrored([(0.62, -1.0), (1.0, -0.7), (1.0, 0.7), (0.62, 1.0)], by)


def _tower(by: float) -> Path:
    """Set back towards the top, as the towers of the time."""
    steps = [(0.42, -1.0), (0.42, -0.9), (0.7, -0.9), (0.7, -0.78), (1.0, -0.78), (1.0, 1.0)]
    return _mirrored(steps, by)
