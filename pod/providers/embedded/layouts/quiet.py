"""The quiet layouts: line art, a minimal mark, a wreath, and the frame around words."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar, rect, ring, sparkle, star
from pod.imaging.colour import contrast, mix, oklab
from pod.model.geometry import Box
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan
from pod.providers.embedded.palettes import Palette
from pod.providers.embedded.scenery import arc_points, branch, flower, pine, ridge
from pod.providers.embedded.subjects import Subject, draw, harmony, place, place_inside, recoloured, tone

_R = 1500.0


def line_art(plan: Plan, draft: Draft) -> None:
    """One ink, even lines: the one-ink motif in a thin ring, or a landscape of lines."""
    rng, canvas, c = plan.rng("line"), draft.canvas, MIDDLE
    ink = plan.palette.type_ink(plan.cloth_rgb)
    motif: Subject | None = plan.line_art or (plan.subjects[0] if plan.subjects else None)
    framed = rng.random() < 0.7
    if plan.scene in ("mountains", "pines") or motif is None:
        _line_landscape(draft, ink, rng)
    placed = None
    if motif is not None:
        placed = place_inside(motif, c, c - (0 if framed else 60), _R * (0.8 if framed else 1.0))
        if plan.line_art is not None:
            canvas.place(recoloured(placed.drawing, dict.fromkeys(placed.drawing.inks(), ink)))
        else:
            canvas.fill(placed.outline(18), ink)
            paper = plan.cloth_rgb
            canvas.place(recoloured(placed.drawing, tone(placed.drawing, (ink, ink, paper, paper))))
    if framed:
        canvas.fill(ring(c, c, _R, _R - 30), ink, evenodd=True)
        canvas.fill(ring(c, c, _R - 64, _R - 76), ink, evenodd=True)
    bottom = c + _R if framed or placed is None else placed.area.bounds[3]
    draft.block("below", Box(c - _R, bottom + _R * 0.12, 2 * _R, 620), "", font="condensed")


def _line_landscape(draft: Draft, ink: str, rng: random.Random) -> None:
    c, canvas = MIDDLE, draft.canvas
    with canvas.group(circle(c, c, _R - 90)):
        canvas.stroke(circle(c + 480, c - 560, 300), ink, 26)
        for lift, rough in ((0.0, 70), (0.24, 50)):
            line = ridge(
                [
                    (c - _R, c + _R * (0.42 + lift)),
                    (c - 520, c - _R * (0.3 - lift)),
                    (c - 60, c + _R * (0.22 + lift)),
                    (c + 520, c - _R * (0.02 - lift)),
                    (c + _R, c + _R * (0.46 + lift)),
                ],
                rough,
                rng,
                4,
            )
            canvas.stroke(Path.lines(line, closed=False), ink, 26)
        for i in range(9):
            u = -1 + i / 4
            canvas.stroke(pine(c + u * _R * 0.85, c + _R * 0.84, 260 + 330 * abs(u), rng), ink, 20)
        for i in range(3):
            canvas.stroke(
                Path.lines(
                    [
                        (c - _R * (0.5 - 0.1 * i), c + _R * (0.86 + 0.05 * i)),
                        (c + _R * (0.5 - 0.1 * i), c + _R * (0.86 + 0.05 * i)),
                    ],
                    closed=False,
                ),
                ink,
                16,
            )


_MINIMAL_ROOM = {"disc": (0.0, _R * 0.84), "arch": (120.0, _R * 0.74)}
"""Where the hero stands in a form, down from the middle, and how far it may reach."""


def minimal(plan: Plan, draft: Draft) -> None:
    """A mark of two inks: the hero's shape on one plain form with much air."""
    rng, p, canvas, c = plan.rng("minimal"), plan.palette, draft.canvas, MIDDLE
    accent = rng.choice(_plain_grounds(p))
    form = rng.choice(("disc", "arch"))
    if form == "disc":
        canvas.fill(circle(c, c, _R), accent)
    else:
        canvas.fill(
            Path.parse(
                f"M{c - 1150} {c + 1500}L{c - 1150} {c - 350}C{c - 1150} {c - 985} {c - 635} {c - 1500} {c} {c - 1500}C{c + 635} {c - 1500} {c + 1150} {c - 985} {c + 1150} {c - 350}L{c + 1150} {c + 1500}Z"
            ),
            accent,
        )
    if plan.subjects:
        middle, reach = _MINIMAL_ROOM[form]
        hero = place_inside(plan.subjects[0], c, c + middle, reach)
        canvas.place(recoloured(hero.drawing, tone(hero.drawing, (p.dark, mix(p.dark, accent, 0.45), p.light))))
    else:
        canvas.fill(sparkle(c, c - 160, 700, 0.2), p.light)
    draft.block("below", Box(c - _R, c + _R * 1.14, 2 * _R, 560), "", font="condensed")


def _plain_grounds(palette: Palette) -> Sequence[str]:
    """Accents that both a dark and a light mark read on."""
    clear = [ink for ink in palette.accents if contrast(ink, palette.dark) >= 3.0]
    apart = [ink for ink in clear if contrast(ink, palette.light) >= 1.5]
    return apart or clear or (palette.accents[0],)


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
        flower(
            canvas,
            c + x,
            c + _R + y,
            r,
            petal,
            p.accents[0] if petal != p.accents[0] else p.accents[2],
            edge,
            6 if r > 200 else 5,
            rng.uniform(0, 60),
        )
    if plan.subjects:
        hero = place_inside(plan.subjects[0], c, c - 130, _R * 0.77)
        canvas.fill(hero.outline(30), p.edge_ink(plan.cloth_rgb))
        draw(canvas, hero, harmony(hero.drawing, p))
    draft.block("below", Box(c - _R, c + _R * 1.36, 2 * _R, 560), "", font="script", lines=1)


def typographic(plan: Plan, draft: Draft) -> None:
    """The words are the design: ornament above and below a wide field that type fills."""
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    ink = p.type_ink(plan.cloth_rgb)
    accent = max(p.accents[1:4], key=lambda a: abs(_light(a) - _light(plan.cloth_rgb)))
    top = c - 1850
    if plan.subjects:
        hero = place(plan.subjects[0], c, top + 520, 1040)
        if plan.on_dark:
            canvas.fill(hero.outline(26), p.light)
        draw(canvas, hero, harmony(hero.drawing, p))
        for side in (-1, 1):
            for k, size in enumerate((96, 72, 52)):
                canvas.fill(star(c + side * (820 + 250 * k), top + 640, size), (accent, ink, accent)[k])
    else:
        _sunburst(draft, c, top + 1040, accent)
    _rule(draft, c, top + 1210, 3500, ink, accent)
    field = Box(c - 1800, top + 1360, 3600, 1980)
    if not plan.lettering:
        _panel(plan, draft, field, accent)
    _rule(draft, c, top + 3500, 3500, ink, accent)
    draft.block("field", field, "", font="condensed", lines=4)


def _light(ink: str) -> float:
    return oklab(ink)[0]


def _sunburst(draft: Draft, c: float, base: float, ink: str) -> None:
    for i in range(13):
        angle = -90 + 15 * i
        x, y = polar(c, base, 430, angle)
        x2, y2 = polar(c, base, 980 if i % 2 else 820, angle)
        draft.canvas.stroke(Path.lines([(x, y), (x2, y2)], closed=False), ink, 46)
    draft.canvas.fill(Path.lines([polar(c, base, 330, a) for a in range(-90, 91, 5)]), ink)


def _rule(draft: Draft, c: float, y: float, width: float, ink: str, accent: str) -> None:
    draft.canvas.fill(rect(c - width / 2, y - 14, width / 2 - 190, 28), ink)
    draft.canvas.fill(rect(c + 190, y - 14, width / 2 - 190, 28), ink)
    draft.canvas.fill(star(c, y, 92), accent)
    for side in (-1, 1):
        draft.canvas.fill(circle(c + side * 140, y, 22), accent)


def _panel(plan: Plan, draft: Draft, field: Box, accent: str) -> None:
    """Without words the field is filled with a quilt of bars, so that the ornament still stands."""
    p, rng = plan.palette, plan.rng("panel")
    columns, rows = 6, 3
    w, h = field.width / columns, field.height / rows
    for row in range(rows):
        for column in range(columns):
            cx, cy = field.left + (column + 0.5) * w, field.top + (row + 0.5) * h
            ink = (p.accents[(row + column) % 5], accent)[rng.random() < 0.2]
            quarter = rng.randrange(4) * 90
            arc = [(cx, cy), *(polar(cx, cy, min(w, h) * 0.9, quarter + a) for a in range(0, 91, 6))]
            dx, dy = polar(0, 0, min(w, h) * 0.62, quarter + 45 + 180)
            draft.canvas.fill(Path.lines([(x + dx, y + dy) for x, y in arc]), ink)
            draft.canvas.fill(circle(cx - dx * 0.55, cy - dy * 0.55, min(w, h) * 0.13), mix(ink, p.light, 0.6))


def mandala(plan: Plan, draft: Draft) -> None:
    """Rings of petals around the hero, twelvefold."""
    rng, p, canvas, c = plan.rng("mandala"), plan.palette, draft.canvas, MIDDLE
    fold = rng.choice((10, 12, 14))
    rings = (
        (1900, 820, 300, p.accents[3]),
        (1640, 700, 260, p.accents[2]),
        (1380, 600, 210, p.accents[1]),
        (1160, 420, 150, p.light),
    )
    for k, (reach, length, width, ink) in enumerate(rings):
        for i in range(fold):
            at = 360 * (i + 0.5 * (k % 2)) / fold
            base = polar(c, c, reach - length, at)
            canvas.fill(_petal(*base, length, width, at), p.dark)
            inner = polar(c, c, reach - length + 46, at)
            canvas.fill(_petal(*inner, length - 110, width - 60, at), ink)
            canvas.fill(circle(*polar(c, c, reach + 70, at), 34), p.accents[4])
    canvas.fill(circle(c, c, 860), p.dark)
    canvas.fill(circle(c, c, 815), p.light)
    for i in range(fold * 3):
        canvas.fill(circle(*polar(c, c, 745, 120 * i / fold), 24), p.accents[2])
    canvas.fill(circle(c, c, 680), p.accents[0])
    if plan.subjects:
        hero = place_inside(plan.subjects[0], c, c, 790)
        canvas.fill(hero.outline(26), p.dark)
        draw(canvas, hero, harmony(hero.drawing, p))
    else:
        canvas.fill(star(c, c, 520, fold, 0.55), p.accents[3])
        canvas.fill(circle(c, c, 180), p.light)
    draft.block("below", Box(c - 1600, c + 2120, 3200, 560), "", font="script", lines=1)


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
