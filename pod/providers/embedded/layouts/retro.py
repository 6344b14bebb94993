"""Decades: a neon grid, a checkerboard with daisies, a halftone print, a record."""

from __future__ import annotations

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, polar, polygon, rect, ring, rounded_rect, sparkle, star
from pod.imaging.colour import contrast, distance, mix
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan, lively, set_on
from pod.providers.embedded.palettes import Palette
from pod.providers.embedded.scenery import flower, mountains, palm, skyline
from pod.providers.embedded.subjects import place_in, place_inside, place_standing

# --- synthwave

_R = 1500.0


def neon_grounds(palette: Palette) -> tuple[str, ...]:
    """What is behind a hero on the grid: the dark of the sky."""
    return (mix(palette.dark, palette.accents[3], 0.3),)


def synthwave(plan: Plan, draft: Draft) -> None:
    """A sliced sun over a grid that runs to the horizon, the hero on the road."""
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    horizon = c + _R * plan.variant(0.2, 0.28, 0.12, 0.24)
    window = plan.variant(
        circle(c, c, _R),
        rounded_rect(c - _R * 0.9, c - _R, 1.8 * _R, 2 * _R, 120),
        polygon(c, c, _R * 1.06, 6, 30),
        polygon(c, c + _R * 0.3, _R * 1.6, 3, 180),
    )
    canvas.fill(window.offset(52), p.accents[1])
    canvas.fill(window.offset(26), p.dark)
    with canvas.group(window):
        canvas.fill(rect(c - 2 * _R, c - 2 * _R, 4 * _R, 4 * _R), plan.ground)
        _stars(plan, draft, horizon)
        _sliced_sun(plan, draft, horizon)
        _far_land(plan, draft, horizon)
        _grid(plan, draft, horizon)
    if plan.hero:
        hero = place_standing(plan.hero, c, c + _R * 0.84, _R * 1.3, _R * 1.14)
        set_on(plan, draft, hero, plan.ground, dark=26, light=22)


def _stars(plan: Plan, draft: Draft, horizon: float) -> None:
    rng = plan.rng("stars")
    for _ in range(34):
        x, y = MIDDLE + rng.uniform(-1, 1) * _R, rng.uniform(MIDDLE - 1.2 * _R, horizon - 200)
        draft.canvas.fill(circle(x, y, rng.choice((9, 12, 17))), plan.palette.light)


def _sliced_sun(plan: Plan, draft: Draft, horizon: float) -> None:
    """Three inks from the top down, slits growing towards the horizon."""
    p, c, r = plan.palette, MIDDLE, _R * 0.68
    cy = horizon - r * 0.5
    sun = circle(c, cy, r)
    with draft.canvas.group(sun):
        for k, ink in enumerate((p.accents[0], mix(p.accents[0], p.accents[1], 0.5), p.accents[1], p.accents[2])):
            draft.canvas.fill(rect(c - r, cy - r + k * r * 0.44, 2 * r, 2 * r), ink)
        for k in range(6):
            draft.canvas.fill(rect(c - r, cy + r * (0.02 + 0.15 * k), 2 * r, 26 + 15 * k), plan.ground)


def _far_land(plan: Plan, draft: Draft, horizon: float) -> None:
    p, c, rng = plan.palette, MIDDLE, plan.rng("land")
    far = mix(p.dark, p.accents[3], 0.55)
    kind = "city" if plan.scene == "city" else "palms" if plan.scene == "ocean" else plan.variant("ridge", "palms")
    if kind == "city":
        draft.canvas.fill(skyline(c - _R, c + _R, horizon + 20, _R * 0.5, rng), far)
        return
    for left, right in ((c - 1.1 * _R, c - 0.3 * _R), (c + 0.3 * _R, c + 1.1 * _R)):
        mountains(draft.canvas, left, right, horizon + 30, _R * 0.3, horizon + 30, far, mix(far, p.dark, 0.4), rng)
    if kind == "palms" or "palm" in plan.seed_text:
        for side in (-1, 1):
            tree = palm(c + side * _R * 0.66, horizon + 260, _R * 0.95, side * -150)
            draft.canvas.fill(tree, p.dark)


def _grid(plan: Plan, draft: Draft, horizon: float) -> None:
    p, c, canvas = plan.palette, MIDDLE, draft.canvas
    floor = mix(p.dark, p.accents[4], 0.16)
    line = max((p.accents[4], p.accents[1], p.accents[3]), key=lambda ink: contrast(ink, floor))
    canvas.fill(rect(c - 2 * _R, horizon, 4 * _R, 2 * _R), floor)
    for k in range(-12, 13):
        canvas.stroke(Path.lines([(c + 90 * k, horizon), (c + 620 * k, horizon + 1.9 * _R)], closed=False), line, 15)
    for k in range(9):
        y = horizon + 1.2 * _R * (k / 8) ** 1.9
        canvas.stroke(Path.lines([(c - 2 * _R, y), (c + 2 * _R, y)], closed=False), line, 13 + 1.4 * k)


# --- checkerboard


def checker_grounds(palette: Palette) -> tuple[str, ...]:
    light = palette.light
    return (light, mix(palette.accents[0], light, 0.5), mix(palette.accents[1], light, 0.6))


def checker(plan: Plan, draft: Draft) -> None:
    """A warped checkerboard of the seventies, daisies or glints at its corners, the hero in a disc."""
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    half = 1560.0
    one, other = plan.variant((2, None), (1, None), (4, None), (0, 3))
    ink, back = p.accents[one], p.light if other is None else p.accents[other]
    window = plan.variant(
        rounded_rect(c - half, c - half, 2 * half, 2 * half, 260),
        circle(c, c, 1720),
        rounded_rect(c - 1300, c - 1750, 2600, 3500, 1300),
        polygon(c, c, 1900, 4).offset(60),
    )
    canvas.fill(window.offset(34), p.light if plan.on_dark else p.dark)
    canvas.fill(window, back)
    with canvas.group(window):
        canvas.fill(_checks(plan), ink)
    core = p.accents[0] if p.accents[0] != ink else p.accents[4]
    canvas.fill(circle(c, c, 1130), p.dark)
    canvas.fill(circle(c, c, 1100), p.accents[4] if p.accents[4] != ink else p.accents[1])
    canvas.fill(circle(c, c, 1010), plan.ground)
    if plan.hero:
        set_on(plan, draft, place_in(plan.hero, c, c, 1020, 1680, 1560), plan.ground, dark=28, light=24)
    for x, y, r in plan.variant(_CORNERS, _CROWN, _DIAGONAL, _CORNERS):
        if "flowers" in plan.figures:
            flower(
                canvas, c + x, c + y, r, p.light, core, p.dark, 8 if r > 300 else 6, plan.rng("daisy").uniform(0, 45)
            )
        else:
            canvas.fill(sparkle(c + x, c + y, 1.05 * r, 0.34), p.dark)
            canvas.fill(sparkle(c + x, c + y, 0.86 * r, 0.34), p.light)


_CORNERS = ((-1340, -1340, 400), (1340, 1340, 400), (1380, -1380, 260), (-1380, 1380, 260))
_CROWN = ((0, -1560, 360), (-620, -1460, 250), (620, -1460, 250), (0, 1600, 260))
_DIAGONAL = ((-1060, -1130, 420), (1060, 1130, 420), (-600, -1560, 240), (600, 1560, 240))


def _checks(plan: Plan) -> Path:
    """Squares whose columns swing like a flag where the turn asks for it."""
    step, swing, checks = 260.0, plan.variant(90.0, 0.0, 140.0, 60.0), Path()
    for row in range(-8, 8):
        for column in range(-8, 8):
            if (row + column) % 2:
                continue
            corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
            checks += Path.lines(
                [(MIDDLE + step * x + swing * _wave(y), MIDDLE + step * y + swing * _wave(x)) for x, y in corners]
            )
    return checks


def _wave(at: float) -> float:
    return (1.0, 0.0, -1.0, 0.0)[int(at) % 4]


# --- halftone


def halftone_grounds(palette: Palette) -> tuple[str, ...]:
    return lively(palette.accents[0], palette.accents[1], palette.accents[2])


def halftone(plan: Plan, draft: Draft) -> None:
    """The hero over a disc that melts into dots, an off-register shadow under it: a cheap print, on purpose."""
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    canvas.fill(_dots(plan), plan.ground)
    other = max(p.accents, key=lambda ink: distance(ink, plan.ground))
    if plan.hero:
        hero = place_in(plan.hero, c, c + plan.variant(0, 120, -80, 60), 1500, 2700, 2500)
        shift = plan.variant((70, 60), (-80, 50), (0, 90), (90, -40))
        canvas.fill(hero.outline(26).transformed(Transform.move(*shift)), other)
        set_on(plan, draft, hero, plan.ground, dark=26, light=30)


_LEAST_DOT = 37.0
"""Half the width of the last dots: smaller ones are dust beside so much ink."""


def _dots(plan: Plan) -> Path:
    """Full in the middle of the light, smaller and smaller away from it."""
    c, step, dots = MIDDLE, 104.0, Path()
    dx, dy = plan.variant((0.0, 0.0), (0.0, -500.0), (-460.0, 0.0), (380.0, 380.0))
    solid = circle(c + dx * 0.5, c + dy * 0.5, 900)
    for row in range(-20, 21):
        for column in range(-20, 21):
            x, y = c + (column + 0.5 * (row % 2)) * step, c + row * step * 0.87
            away = ((x - c - dx * 0.5) ** 2 + (y - c - dy * 0.5) ** 2) ** 0.5
            if away < 880:
                continue
            r = 0.66 * step * (1 - (away - 880) / 1500)
            if r > _LEAST_DOT:
                dots += circle(x, y, r)
    return solid + dots


# --- a record


def record_grounds(palette: Palette) -> tuple[str, ...]:
    return lively(palette.accents[0], palette.accents[1], palette.accents[2], palette.accents[4])


def _vinyl(plan: Plan) -> tuple[str, str]:
    """Black, or coloured where black is lost on the cloth; and its grooves."""
    p = plan.palette
    if not plan.on_dark:
        return mix(p.dark, "#17151c", 0.4), mix(p.dark, p.light, 0.24)
    colour = max((ink for ink in p.accents if ink != plan.ground), key=lambda ink: distance(ink, plan.cloth_rgb))
    return colour, mix(colour, p.dark, 0.3)


def record(plan: Plan, draft: Draft) -> None:
    """The hero on the label of a record that is wider than life, half out of its sleeve by turns."""
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    disc, groove = _vinyl(plan)
    cx = c + plan.variant(0, 430, 0, -430)
    if cx != c:
        side = -1 if cx > c else 1
        x = c + side * 470
        canvas.fill(rounded_rect(x - 1440, c - 1440, 2880, 2880, 40), p.light if plan.on_dark else p.dark)
        canvas.fill(rounded_rect(x - 1400, c - 1400, 2800, 2800, 24), p.accents[3])
        for k, accent in enumerate((2, 0, 4, 1, 3)):  # from light to dark they would be shading
            canvas.fill(rect(x - 1400, c + 300 + 190 * k, 2800, 96), p.accents[accent])
    canvas.fill(circle(cx, c, 1740 if cx == c else 1350), p.light if plan.on_dark else groove)
    reach = 1700 if cx == c else 1316
    canvas.fill(circle(cx, c, reach), disc)
    label = reach * 0.62
    for k in range(3):  # close together they are seen as one soft tone
        r = label + (reach - label) * (0.26 + 0.25 * k)
        canvas.fill(ring(cx, c, r, r - 22), groove, evenodd=True)
    for at in (38, 218):
        shine = [polar(cx, c, label + 40, at - 9), polar(cx, c, reach - 40, at - 9), polar(cx, c, reach - 40, at + 9)]
        canvas.fill(Path.lines([*shine, polar(cx, c, label + 40, at + 9)]), mix(disc, p.light, 0.16))
    canvas.fill(circle(cx, c, label), p.light)
    canvas.fill(circle(cx, c, label - 44), plan.ground)
    if plan.hero:
        set_on(plan, draft, place_inside(plan.hero, cx, c, label * 0.94), plan.ground, dark=24, light=22)
    for at in plan.variant((), (), (0, 90, 180, 270), ()):
        canvas.fill(star(*polar(cx, c, reach + 120, at + 45), 120), p.accents[2])
