"""The quiet layouts: line art, a minimal mark, and the frame around words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.display import Fill
from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar, polygon, rays, rect, ring, rounded_rect, sparkle, star
from pod.imaging.colour import contrast, from_oklch, mix, oklab, oklch
from pod.model.geometry import Box
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan, lively
from pod.providers.embedded.linework import line_work
from pod.providers.embedded.palettes import Palette
from pod.providers.embedded.scenery import pine, ridge
from pod.providers.embedded.subjects import (
    Placed,
    draw,
    harmony,
    place,
    place_inside,
    recoloured,
)

_R = 1500.0
_LINE = 30.0


def line_art(plan: Plan, draft: Draft) -> None:
    """One ink, even lines: the hero's outlines in a frame that changes by turns; out of a disc the one-ink motif is cut."""
    c, ink = MIDDLE, _line_ink(plan)
    if plan.hero is None:
        _line_landscape(plan, draft, ink)
        return
    frame = plan.variant("ring", "none", "disc", "rays")
    solid = plan.line_art if frame == "disc" and not plan.hero.natural else None
    subject = solid or plan.hero
    placed = place_inside(subject, c, c, _R * _LINE_ROOM[frame])
    one_ink = subject is solid
    art = _solid(placed) if one_ink else line_work(placed.drawing, placed.area, _LINE)
    _LINE_FRAMES[frame](draft, ink)
    if frame == "disc":
        draft.canvas.knock_out(art, evenodd=not one_ink)
    else:
        draft.canvas.fill(art, ink, evenodd=not one_ink)


_READS = 2.2
"""Contrast with the cloth from which lines in a colour that was said are seen on it."""


def _line_ink(plan: Plan) -> str:
    """What was said, lighter on dark cloth and darker on light where it would not be seen; else what reads best."""
    if not plan.said:
        return plan.palette.type_ink(plan.cloth_rgb)
    step = 0.06 if plan.on_dark else -0.06
    lightness, chroma, hue = oklch(plan.said[0])
    tones = (from_oklch(lightness + step * k, chroma, hue) for k in range(10))
    return next(
        (tone for tone in tones if contrast(tone, plan.cloth_rgb) >= _READS), plan.palette.type_ink(plan.cloth_rgb)
    )


def _solid(placed: Placed) -> Path:
    """All of a one-ink motif as one path."""
    return Path(tuple(c for item in placed.drawing.items if isinstance(item, Fill) for c in item.path.commands))


_LINE_ROOM = {"ring": 0.82, "none": 1.12, "disc": 0.84, "rays": 0.72}


def _ring_frame(draft: Draft, ink: str) -> None:
    draft.canvas.fill(ring(MIDDLE, MIDDLE, _R, _R - 30), ink, evenodd=True)
    draft.canvas.fill(ring(MIDDLE, MIDDLE, _R - 64, _R - 76), ink, evenodd=True)


def _no_frame(_draft: Draft, _ink: str) -> None:
    """The lines alone."""


def _disc_frame(draft: Draft, ink: str) -> None:
    draft.canvas.fill(circle(MIDDLE, MIDDLE, _R), ink)


def _ray_frame(draft: Draft, ink: str) -> None:
    draft.canvas.fill(ring(MIDDLE, MIDDLE, _R * 0.84, _R * 0.84 - 26), ink, evenodd=True)
    draft.canvas.fill(rays(MIDDLE, MIDDLE, _R * 0.9, _R * 1.12, 48, 0.22), ink)


_LINE_FRAMES: Mapping[str, Callable[[Draft, str], None]] = {
    "ring": _ring_frame,
    "none": _no_frame,
    "disc": _disc_frame,
    "rays": _ray_frame,
}


def _line_landscape(plan: Plan, draft: Draft, ink: str) -> None:
    """Mountains, firs and a sun in lines, in a window that changes by turns."""
    c, canvas, rng = MIDDLE, draft.canvas, plan.rng("line")
    window = _form(plan.variant("disc", "tile", "arch", "drop"))
    side = plan.variant(1, -1)
    with canvas.group(window.offset(-60)):
        canvas.stroke(circle(c + side * 480, c - 520, 300), ink, _LINE)
        for lift, rough in ((0.0, 70), (0.24, 50)):
            corners = [(-1.0, 0.42), (-0.35, -0.3), (-0.04, 0.22), (0.35, -0.02), (1.0, 0.46)]
            line = ridge([(c + side * _R * x, c + _R * (y + lift)) for x, y in corners], rough, rng, 4)
            canvas.stroke(Path.lines(line, closed=False), ink, _LINE)
        for i in range(9):
            u = -1 + i / 4
            canvas.stroke(pine(c + u * _R * 0.85, c + _R * 0.84, 260 + 330 * abs(u), rng), ink, 20)
        for i in range(3):
            reach, y = _R * (0.5 - 0.1 * i), c + _R * (0.86 + 0.05 * i)
            canvas.stroke(Path.lines([(c - reach, y), (c + reach, y)], closed=False), ink, 16)
    canvas.stroke(window, ink, 30)
    canvas.stroke(window.offset(-60), ink, 12)


_FORMS = {
    "disc": (0.0, _R * 0.86, False),
    "arch": (150.0, _R * 0.78, False),
    "tile": (0.0, _R * 0.84, True),
    "drop": (0.0, _R * 0.78, True),
}
"""Where the hero stands in a form, down from the middle, how far it may reach, and whether it looks the other way."""


def plain_grounds(palette: Palette) -> tuple[str, ...]:
    """Accents that both a dark and a light mark read on."""
    clear = [ink for ink in palette.accents if contrast(ink, palette.dark) >= 3.0]
    apart = [ink for ink in clear if contrast(ink, palette.light) >= 1.5]
    return lively(*(apart or clear or (palette.accents[0],)))


def minimal(plan: Plan, draft: Draft) -> None:
    """A mark of two inks: the hero's shape on one plain form with much air."""
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    form = plan.variant(*_FORMS)
    canvas.fill(_form(form), plan.ground)
    middle, reach, flip = _FORMS[form]
    if plan.hero is None:
        canvas.fill(sparkle(c, c - 160, 700, 0.2), p.light)
    else:
        _mark(plan, draft, place_inside(plan.hero, c, c + middle, reach, flip=flip))


def _form(name: str) -> Path:
    c = MIDDLE
    if name == "disc":
        return circle(c, c, _R)
    if name == "tile":
        return rounded_rect(c - 1400, c - 1400, 2800, 2800, 420)
    if name == "drop":
        return polygon(c, c, _R * 0.98, 4).offset(120)
    top = f"M{c - 1150} {c + 1500}L{c - 1150} {c - 350}C{c - 1150} {c - 985} {c - 635} {c - 1500} {c} {c - 1500}"
    return Path.parse(top + f"C{c + 635} {c - 1500} {c + 1150} {c - 985} {c + 1150} {c - 350}L{c + 1150} {c + 1500}Z")


_FINE = 24.0
"""How wide the lines of a mark are: thinner than those of line art, which has nothing else."""


def _mark(plan: Plan, draft: Draft, placed: Placed) -> None:
    p, canvas = plan.palette, draft.canvas
    if not plan.outlines:  # somebody has asked for it in a colour of its own
        canvas.place(recoloured(placed.drawing, plan.hero_inks(plan.ground)))
        return
    dark = (
        sum(share for ink, share in plan.shares.items() if oklch(ink)[0] < _NIGHT and oklch(ink)[1] < _NO_HUE) > _MOSTLY
    )
    fill, lines = (p.dark, p.light) if dark else (p.light, p.dark)
    canvas.fill(Path.from_geometry(placed.area.segmentize(60), smooth=True), fill)
    canvas.fill(line_work(placed.drawing, placed.area, _FINE), lines, evenodd=True)


_NIGHT, _NO_HUE, _MOSTLY = 0.5, 0.04, 0.5
"""Lightness, chroma and share from which somebody is black, and is so in two inks as well."""


_TIERS = (16, 28)
"""With so few letters there is room for a picture that is larger than they are, or as large."""

_TYPE_AND_HERO = (
    {True: (2100, 980, 1000, 2210, 3500, 2370), False: (2100, 980, 2640, 1490, 200, 350)},
    {True: (1740, 1360, 820, 1830, 3500, 1990), False: (1740, 1360, 2830, 1870, 200, 350)},
    {True: (1300, 1810, 610, 1390, 3500, 1540), False: (1300, 1810, 3060, 2310, 200, 350)},
)
"""By how many letters there are, the hero above or below: its size, the height of the field of type; then, down from the top, the
hero's middle, the rule between them, the other rule, the field."""


def typographic(plan: Plan, draft: Draft) -> None:
    """The words are the design: ornament on one side of a wide field that type fills, rules around it."""
    if plan.hero is None and plan.lettering:
        _words_alone(plan, draft)
        return
    p, c = plan.palette, MIDDLE
    ink = p.type_ink(plan.cloth_rgb)
    accent = max(p.accents[1:4], key=lambda a: abs(_light(a) - _light(plan.cloth_rgb)))
    above = plan.variant("above", "below") == "above"
    top = c - 1850
    tier = sum(plan.letters > most for most in _TIERS) if plan.hero and plan.letters else len(_TIERS)
    size, height, crown, rule, other, field_top = _TYPE_AND_HERO[tier][above]
    if plan.hero:
        _crowned(plan, draft, top + crown, size, accent, ink)
    else:
        _sunburst(draft, c, top + crown + 520, accent)
    field = Box(c - 1800, top + field_top, 3600, height)
    if plan.lettering:
        draft.block("field", field, "", font="condensed", lines=4)
    else:
        _panel(plan, draft, field, accent)
    _rule(draft, c, top + rule, 3500, ink, accent)
    _rule(draft, c, top + other, 3500, ink, accent)
    if plan.variant("rules", "rules", "frame", "frame") == "frame":
        for grow, width in ((0, 90), (120, 26)):
            frame = rounded_rect(c - 2050 - grow, top - 260 - grow, 4100 + 2 * grow, 4060 + 2 * grow, 120)
            draft.canvas.stroke(frame, accent, width)


def _words_alone(plan: Plan, draft: Draft) -> None:
    """Nothing but the words, as large as they come, and printer’s ornament around them: rules, corners, a plate, two frames."""
    p, c = plan.palette, MIDDLE
    ink = p.type_ink(plan.cloth_rgb)
    accent = max(p.accents[1:4], key=lambda a: abs(_light(a) - _light(plan.cloth_rgb)))
    ornament, font = plan.variant(
        (_ruled, "condensed"), (_cornered, "slab"), (_plated, "round"), (_framed, "condensed")
    )
    on = ornament(plan, draft, ink, accent)
    draft.block("field", Box(c - 1800, c - 1300, 3600, 2600), on, font=font, lines=4)


def _ruled(_plan: Plan, draft: Draft, ink: str, accent: str) -> str:
    for y in (-1560, 1560):
        _rule(draft, MIDDLE, MIDDLE + y, 3500, ink, accent)
    return ""


def _cornered(_plan: Plan, draft: Draft, ink: str, accent: str) -> str:
    """Four corners and a diamond between each two."""
    c, half, high = MIDDLE, 1980.0, 1640.0
    for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        corner = [
            (c + x * (half - 620), c + y * high),
            (c + x * half, c + y * high),
            (c + x * half, c + y * (high - 620)),
        ]
        draft.canvas.stroke(Path.lines(corner, closed=False), ink, 70)
        draft.canvas.fill(circle(c + x * (half - 190), c + y * (high - 190), 58), accent)
    for y in (-1, 1):
        draft.canvas.fill(polygon(c, c + y * high, 110, 4), accent)
        for x in (-1, 1):
            draft.canvas.fill(rect(c + x * 590 - 340, c + y * high - 16, 680, 32), accent)
    return ""


def _plated(plan: Plan, draft: Draft, _ink: str, _accent: str) -> str:
    """Letters on a plate in the ink that they stand out from most."""
    p, c = plan.palette, MIDDLE
    plate = p.dark if not plan.on_dark else p.light
    draft.canvas.fill(rounded_rect(c - 2080, c - 1640, 4160, 3280, 300), plate)
    for inset, width in ((110, 40), (190, 14)):
        frame = rounded_rect(c - 2080 + inset, c - 1640 + inset, 4160 - 2 * inset, 3280 - 2 * inset, 300 - inset)
        draft.canvas.stroke(frame, max(p.accents, key=lambda one: contrast(one, plate)), width)
    return p.light if not plan.on_dark else p.dark


def _framed(_plan: Plan, draft: Draft, ink: str, accent: str) -> str:
    for grow, width, colour in ((0, 90, accent), (130, 28, ink)):
        frame = rounded_rect(MIDDLE - 2000 - grow, MIDDLE - 1520 - grow, 4000 + 2 * grow, 3040 + 2 * grow, 160)
        draft.canvas.stroke(frame, colour, width)
    return ""


_WIDEST_CROWN, _WITH_STARS = 3000.0, 1100.0
"""Units that a hero between the rules is wide at most, and half of it where stars still find a place beside it."""


def _crowned(plan: Plan, draft: Draft, y: float, size: float, accent: str, ink: str) -> None:
    """The hero between two rows of stars."""
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    if plan.hero is None:
        return
    left, top, right, bottom = plan.hero.silhouette.bounds
    high = min(size, _WIDEST_CROWN * (bottom - top) / (right - left))
    hero = place(plan.hero, c, y, high * max(1.0, (right - left) / (bottom - top)))
    if plan.on_dark:
        canvas.fill(hero.outline(26), p.light)
    draw(canvas, hero, {} if plan.hero.natural else harmony(hero.drawing, p))
    half = (hero.area.bounds[2] - hero.area.bounds[0]) / 2
    for side in (-1, 1) if half <= _WITH_STARS else ():
        for k, size in enumerate((96, 72, 52)):
            canvas.fill(star(c + side * (half + 230 + 250 * k), y + 120, size), (accent, ink, accent)[k])


def _light(ink: str) -> float:
    return oklab(ink)[0]


def _sunburst(draft: Draft, c: float, base: float, ink: str) -> None:
    for i in range(11):
        angle = -75 + 15 * i
        x, y = polar(c, base, 630, angle)
        x2, y2 = polar(c, base, 1080 if i % 2 else 920, angle)
        draft.canvas.stroke(Path.lines([(x, y), (x2, y2)], closed=False), ink, 92)
    draft.canvas.fill(Path.lines([polar(c, base, 540, a) for a in range(-90, 91, 5)]), ink)


def _rule(draft: Draft, c: float, y: float, width: float, ink: str, accent: str) -> None:
    draft.canvas.fill(rect(c - width / 2, y - 26, width / 2 - 190, 52), ink)
    draft.canvas.fill(rect(c + 190, y - 26, width / 2 - 190, 52), ink)
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
