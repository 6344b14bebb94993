"""The hero by its lines or its shape alone: a draughtsman's print, a sign of glass tubes, chalk, a silhouette."""

from __future__ import annotations

from shapely.geometry.base import BaseGeometry

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, rect, rounded_rect, star
from pod.imaging.colour import contrast, distance, hue_apart, mix, oklch
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan, lively
from pod.providers.embedded.linework import line_work
from pod.providers.embedded.palettes import Palette
from pod.providers.embedded.subjects import Placed, place_in, visible_shares

# --- a blueprint

_PAPER, _CHALK = "#1f4e8c", "#eef4fb"
_SHEETS = ((1800.0, 1500.0), (1500.0, 1800.0), (1650.0, 1650.0), (1800.0, 1500.0))
"""Half the width and half the height of the sheet, by turns."""


def paper_grounds(_: Palette) -> tuple[str, ...]:
    return (_PAPER, "#24427a", "#17456f", "#2b5c96")


def blueprint(plan: Plan, draft: Draft) -> None:
    """White lines on squared blue paper, with lines of measure and a title block."""
    canvas, ink = draft.canvas, _CHALK
    half_x, half_y = plan.variant(*_SHEETS)
    x0, y0 = MIDDLE - half_x, MIDDLE - half_y
    faint = mix(plan.ground, ink, 0.2)
    if plan.on_dark:
        canvas.fill(rect(x0 - 40, y0 - 40, 2 * half_x + 80, 2 * half_y + 80), ink)
    canvas.fill(rect(x0, y0, 2 * half_x, 2 * half_y), plan.ground)
    with canvas.group(rect(x0 + 90, y0 + 90, 2 * half_x - 180, 2 * half_y - 180)):
        for k in range(-12, 13):
            at, weight = k * 150.0, 22.0 if k % 4 == 0 else 14.0
            canvas.fill(rect(MIDDLE + at - weight / 2, y0, weight, 2 * half_y), faint)
            canvas.fill(rect(x0, MIDDLE + at - weight / 2, 2 * half_x, weight), faint)
    canvas.stroke(rect(x0 + 90, y0 + 90, 2 * half_x - 180, 2 * half_y - 180), ink, 22)
    if plan.hero:
        placed = place_in(plan.hero, MIDDLE - 40, MIDDLE - 60, 1180, 2 * half_x - 860, 2 * half_y - 860)
        canvas.fill(placed.outline(26), plan.ground)
        canvas.fill(line_work(placed.drawing, placed.area, 24), ink, evenodd=True)
        _measures(draft, placed, ink)
    _title_block(draft, MIDDLE + half_x - 90, MIDDLE + half_y - 90, ink, plan.ground)


def _measures(draft: Draft, placed: Placed, ink: str) -> None:
    """How wide and how high, below and to the right, between arrows."""
    left, top, right, bottom = placed.area.bounds
    for (ax, ay), (bx, by) in (
        ((left, bottom + 150), (right, bottom + 150)),
        ((right + 150, top), (right + 150, bottom)),
    ):
        draft.canvas.stroke(Path.lines([(ax, ay), (bx, by)], closed=False), ink, 16)
        along = (1, 0) if ay == by else (0, 1)
        for x, y, way in ((ax, ay, 1), (bx, by, -1)):
            tip, side = 62 * way, 26
            u, v = along
            head = [
                (x, y),
                (x + u * tip + v * side, y + v * tip + u * side),
                (x + u * tip - v * side, y + v * tip - u * side),
            ]
            draft.canvas.fill(Path.lines(head), ink)
            draft.canvas.stroke(Path.lines([(x - v * 60, y - u * 60), (x + v * 60, y + u * 60)], closed=False), ink, 14)


def _title_block(draft: Draft, right: float, bottom: float, ink: str, ground: str) -> None:
    wide, high = 760.0, 230.0
    draft.canvas.fill(rect(right - wide, bottom - high, wide, high), ground)
    for lines in (
        [(right - wide, bottom), (right - wide, bottom - high), (right, bottom - high)],
        [(right - wide, bottom - high / 2), (right, bottom - high / 2)],
        [(right - wide * 0.42, bottom - high / 2), (right - wide * 0.42, bottom)],
    ):
        draft.canvas.stroke(Path.lines(lines, closed=False), ink, 16)
    draft.canvas.fill(star(right - wide * 0.2, bottom - high * 0.25, 44), ink)


# --- a neon sign

_WALL = "#191a2b"
_TUBES = ("#ff4f9a", "#35d6ff", "#ffd23f", "#7dff6a", "#b58cff")


_DULL = 0.06
"""Chroma below which an ink is no colour that a lamp could have."""


def wall_grounds(_: Palette) -> tuple[str, ...]:
    return (_WALL, "#1f1630", "#132229", "#241a1f")


def neon(plan: Plan, draft: Draft) -> None:
    """Bright tubes with a glow of flat inks on a dark wall, a second tube around them by turns."""
    canvas, c = draft.canvas, MIDDLE
    rng = plan.rng("neon")
    own = _tube_of(plan) or rng.choice(_TUBES)
    other = rng.choice([ink for ink in _TUBES if ink != own])
    if plan.on_dark:
        canvas.fill(rounded_rect(c - 1640, c - 1640, 3280, 3280, 260), mix(plan.ground, "#ffffff", 0.35))
    wall = rounded_rect(c - 1600, c - 1600, 3200, 3200, 230)
    canvas.fill(wall, plan.ground)
    with canvas.group(wall):
        canvas.fill(_bricks(), mix(plan.ground, "#ffffff", 0.09))
    ring_of = plan.variant(
        circle(c, c, 1330), rounded_rect(c - 1290, c - 1290, 2580, 2580, 340), None, circle(c, c, 1330)
    )
    if ring_of is not None:
        _tube(draft, ring_of.geometry().boundary.buffer(18), other, plan.ground)
    if plan.hero:
        reach = 1130 if ring_of is not None else 1330
        placed = place_in(plan.hero, c, c, reach, reach * 1.56, reach * 1.56)
        _tube(draft, line_work(placed.drawing, placed.area, 34).geometry(2.0), own, plan.ground)


def _tube_of(plan: Plan) -> str:
    """The tube next in hue to what the hero has most of; none where that is grey: a flamingo is pink in lights too."""
    shares = visible_shares(plan.hero.drawing) if plan.hero else {}
    inks = {ink: share for ink, share in shares.items() if oklch(ink)[1] > _DULL}
    if not inks:
        return ""
    hue = oklch(max(inks, key=lambda ink: inks[ink]))[2]
    return min(_TUBES, key=lambda tube: hue_apart(oklch(tube)[2], hue))


def _tube(draft: Draft, tube: BaseGeometry, ink: str, wall: str) -> None:
    for by, share in ((64, 0.22), (34, 0.42), (10, 1.0)):
        draft.canvas.fill(Path.from_geometry(tube.buffer(by, quad_segs=4).simplify(2)), mix(wall, ink, share))
    draft.canvas.fill(Path.from_geometry(tube.simplify(1)), mix(ink, "#ffffff", 0.55))


def _bricks() -> Path:
    """The joints between bricks."""
    path, high, wide = Path(), 170.0, 420.0
    for row in range(20):
        y = MIDDLE - 1700 + row * high
        path += rect(MIDDLE - 1700, y, 3400, 18)
        for column in range(10):
            path += rect(MIDDLE - 1900 + (column + 0.5 * (row % 2)) * wide, y, 18, high)
    return path


# --- chalk

_SLATE = "#2c3b36"


def slate_grounds(_: Palette) -> tuple[str, ...]:
    return (_SLATE, "#30343b", "#283b44", "#3a3431")


def chalk(plan: Plan, draft: Draft) -> None:
    """White lines on a slate in a wooden frame."""
    canvas, c = draft.canvas, MIDDLE
    half_x, half_y = plan.variant((1500.0, 1700.0), (1700.0, 1500.0), (1600.0, 1600.0), (1500.0, 1700.0))
    wood = plan.variant("#b98352", "#8f6038", "#d0a06a", "#a5714a")
    for inset, ink in ((0, "#4a2f1b"), (40, wood), (190, "#4a2f1b"), (220, plan.ground)):
        radius = max(20, 90 - inset / 3)
        canvas.fill(
            rounded_rect(c - half_x + inset, c - half_y + inset, 2 * (half_x - inset), 2 * (half_y - inset), radius),
            ink,
        )
    if plan.hero:
        placed = place_in(plan.hero, c, c, 1120, 2 * half_x - 900, 2 * half_y - 900)
        canvas.fill(placed.outline(0), mix(plan.ground, "#ffffff", 0.12))
        canvas.fill(line_work(placed.drawing, placed.area, 32), "#f4f1e8", evenodd=True)
    rng = plan.rng("chalk")
    tint = mix("#f4f1e8", plan.palette.accents[0], 0.5)
    for sx, sy in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
        x, y = c + sx * (half_x - 380), c + sy * (half_y - 380)
        canvas.stroke(star(x, y, 92, turn=rng.uniform(-12, 12)), tint, 22)


# --- a silhouette


def shade_grounds(palette: Palette) -> tuple[str, ...]:
    a, light = palette.accents, palette.light
    clear = [ink for ink in (*a, mix(a[0], light, 0.5)) if contrast(ink, palette.dark) >= 3.5]
    return lively(*clear) if clear else (light,)


def silhouette(plan: Plan, draft: Draft) -> None:
    """The hero as one dark shape before a plain sun, its inner lines the ground's."""
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    form = plan.variant(
        circle(c, c, 1700), rounded_rect(c - 1400, c - 1650, 2800, 3300, 1400), _bands(), circle(c, c + 80, 1620)
    )
    if distance(plan.cloth_rgb, plan.ground) < 0.1:
        canvas.fill(form.offset(40), p.dark)
    canvas.fill(form, plan.ground)
    if plan.hero is None:
        canvas.fill(star(c, c, 900), p.dark)
        return
    placed = place_in(plan.hero, c, c, 1240, 2300, 2300)
    canvas.fill(placed.outline(6), p.dark)
    inner = line_work(placed.drawing, placed.area, 20).geometry(2.0).intersection(placed.area.buffer(-26))
    thin = inner.buffer(-3).buffer(3)
    canvas.fill(Path.from_geometry(thin), mix(p.dark, plan.ground, 0.5))


def _bands() -> Path:
    """A sun that goes down in bands."""
    c, sun = MIDDLE, circle(MIDDLE, MIDDLE, 1700).geometry()
    for k in range(6):
        y = c + 300 + k * 230
        sun = sun.difference(rect(c - 1800, y, 3600, 40 + 16 * k).geometry())
    return Path.from_geometry(sun.simplify(0.8))
