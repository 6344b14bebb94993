"""For teams, families and names: stripes and a ring, a felt pennant, a monogram's frame, a name plate, a ribbon, an arch."""

from __future__ import annotations

import math
from collections.abc import Sequence

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf, polar, polygon, rays, rect, ribbon, ring, rounded_rect, star
from pod.imaging.colour import contrast, mix
from pod.model.geometry import Box
from pod.providers.embedded.layouts.badge import MIN_CONTRAST, edge_on
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan, lively, set_on
from pod.providers.embedded.palettes import Palette
from pod.providers.embedded.scenery import branch, flower
from pod.providers.embedded.subjects import Subject, place_in, place_inside, place_standing


def team_grounds(palette: Palette) -> tuple[str, ...]:
    return lively(*palette.accents[:3])


# --- varsity


def varsity(plan: Plan, draft: Draft) -> None:
    """Athletic stripes through a ring with the hero in it; the words go round above it."""
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    edge = edge_on(plan)
    for shift, height, number in plan.variant(*_STRIPES):
        half = plan.variant(1850, 1850, 1700, 1900)
        canvas.fill(_stripe(c + shift, height, half), (*p.accents, edge)[number])
    r = 1180.0
    for grow, ink in ((1.0, edge), (0.965, p.accents[2]), (0.87, p.light), (0.835, plan.ground)):
        canvas.fill(plan.variant(circle(c, c, r * grow), _home_plate(r * grow)), ink)
    if plan.hero:
        set_on(plan, draft, place_in(plan.hero, c, c, 940, 1720, 1560), plan.ground, dark=30, light=26)
    if plan.lettering:
        draft.arc("over", c, c, r + 230, 300, "", upright=True, degrees=120, font="collegiate")
        return
    for k, size in ((-1, 90), (0, 140), (1, 90)):
        canvas.fill(star(c + 330 * k, c + r + 330 - 60 * (k == 0), size), p.accents[2])


_STRIPES: tuple[tuple[tuple[float, float, int], ...], ...] = (
    ((-330, 150, 5), (-110, 220, 2), (110, 220, 5), (330, 150, 2)),
    ((0, 560, 5), (0, 430, 2), (0, 130, 0)),
    ((-260, 300, 3), (260, 300, 3), (0, 130, 5)),
    ((-420, 110, 2), (-210, 110, 5), (0, 110, 2), (210, 110, 5), (420, 110, 2)),
)
"""From the middle: how far down, how high, which ink: an accent, or 5 for what sets off from the cloth."""


def _stripe(y: float, height: float, half: float) -> Path:
    """A bar with ends cut like a ribbon's."""
    left, right, notch = MIDDLE - half, MIDDLE + half, height * 0.4
    return Path.lines(
        [
            (left, y - height / 2),
            (right, y - height / 2),
            (right - notch, y),
            (right, y + height / 2),
            (left, y + height / 2),
            (left + notch, y),
        ]
    )


def _home_plate(reach: float) -> Path:
    """Its corners keep clear of words that go round it."""
    c, r = MIDDLE, 0.86 * reach
    return Path.lines(
        [
            (c - r * 0.94, c - r * 0.92),
            (c + r * 0.94, c - r * 0.92),
            (c + r * 0.94, c + r * 0.34),
            (c, c + r * 1.12),
            (c - r * 0.94, c + r * 0.34),
        ]
    ).offset(30)


# --- pennant


def pennant(plan: Plan, draft: Draft) -> None:
    """A felt pennant with a stitched rim, the hero at its broad end; the words run towards its tip."""
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    side = plan.variant(1, -1)
    felt = p.accents[3] if contrast(p.accents[3], p.light) >= MIN_CONTRAST else mix(p.accents[3], p.dark, 0.55)
    flag = _flag(side, 1850, plan.variant(1150, 1150, 1000, 1300))
    canvas.fill(flag.offset(44), edge_on(plan))
    canvas.fill(flag, felt)
    canvas.stroke(flag.offset(-90), p.light, 18, dash=(80, 56))
    x = c - side * 1850
    canvas.fill(rounded_rect(x - 150 if side > 0 else x - 60, c - 1300, 210, 2600, 60), p.accents[2])
    for k in (-1, 0, 1):
        canvas.fill(circle(x - (45 if side > 0 else -45), c + 1000 * k, 46), p.light)
    hx, r = c - side * 980, 860.0
    canvas.fill(circle(hx, c, r + 70), p.light)
    canvas.fill(circle(hx, c, r + 30), p.dark)
    canvas.fill(circle(hx, c, r), plan.ground)
    if plan.hero:
        set_on(plan, draft, place_inside(plan.hero, hx, c, r * 1.06), plan.ground, dark=26, light=24)
    left, right = sorted((hx + side * (r + 150), c + side * 1250))
    if plan.lettering:
        draft.block("felt", Box(left, c - 200, right - left, 400), p.light, font="slab")
        return
    for k in range(3):
        canvas.fill(star(hx + side * (r + 330 + 380 * k), c, 170 - 36 * k), p.light)


def _flag(side: int, half: float, height: float) -> Path:
    c = MIDDLE
    tip = c + side * half
    return Path.lines([(c - side * half, c - height), (tip, c - 90), (tip, c + 90), (c - side * half, c + height)])


# --- monogram


def monogram_grounds(palette: Palette) -> tuple[str, ...]:
    return (palette.light, mix(palette.accents[0], palette.light, 0.55))


def monogram(plan: Plan, draft: Draft) -> None:
    """A frame with flowers around one large letter; where no words are wanted the hero stands there."""
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    frame = plan.variant(
        circle(c, c, 1500), polygon(c, c, 1760, 4).offset(40), _oval(1330, 1700), polygon(c, c, 1560, 8, 22.5)
    )
    inner = plan.variant(p.dark, p.accents[3])
    canvas.fill(frame.offset(40), edge_on(plan))
    canvas.fill(frame, plan.ground)
    for by, width in ((-70, 34), (-140, 12)):
        canvas.stroke(frame.offset(by), inner, width)
    _posies(plan, draft)
    if plan.lettering:
        draft.block("letter", Box(c - 640, c - 640, 1280, 1280), p.dark, font="script")
    elif plan.hero:
        set_on(plan, draft, place_in(plan.hero, c, c, 900, 1560, 1500), plan.ground, dark=26)


def _oval(rx: float, ry: float) -> Path:
    return Path.lines([(MIDDLE + rx * (x - MIDDLE) / 100, MIDDLE + ry * (y - MIDDLE) / 100) for x, y in _CIRCLE])


_CIRCLE = [polar(MIDDLE, MIDDLE, 100, a) for a in range(0, 360, 3)]


def _posies(plan: Plan, draft: Draft) -> None:
    """Flowers and leaves over the rim, in two places that lie opposite."""
    p, canvas, c, rng = plan.palette, draft.canvas, MIDDLE, plan.rng("posies")
    greens = (p.accents[3], mix(p.accents[3], p.accents[1], 0.4), mix("#6f9a5c", p.accents[3], 0.4))
    for at in plan.variant((215, 35), (145, 325), (180, 0), (235, 125)):
        x, y = polar(c, c, 1480, at)
        for turn in (-1, 1):
            stem = [polar(c, c, 1490 + 6 * i, at + turn * i * 5) for i in range(10)]
            branch(canvas, stem, mix(greens[0], p.dark, 0.4), greens, rng, 240)
        for dx, dy, r, petal in ((0, 0, 330, p.accents[4]), (-330, 130, 210, p.light), (310, -110, 230, p.accents[1])):
            core = p.accents[0] if petal != p.accents[0] else p.accents[2]
            flower(canvas, x + dx, y + dy, r, petal, core, p.dark, 6 if r > 220 else 5, rng.uniform(0, 60))


# --- name plate


def nameplate(plan: Plan, draft: Draft) -> None:
    """The hero looks over a plate that takes a name: a board, a bone, a cloud."""
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    top = c + 420.0
    board = max(p.accents[1:], key=lambda ink: min(contrast(p.light, ink), 5.0))
    plate = plan.variant(_plank, _bone if plan.hero and plan.hero.name in _DOGS else _plank, _pill, _sign)(top)
    r = 1420.0
    canvas.fill(circle(c, c - 330, r + 40), edge_on(plan))
    canvas.fill(circle(c, c - 330, r), plan.ground)
    with canvas.group(circle(c, c - 330, r)):
        canvas.fill(rays(c, c + 100, 0, 3 * r, 24, turn=7.5), mix(plan.ground, p.light, 0.22))
    if plan.hero:
        hero = place_standing(plan.hero, c, top + 60, 2100, 1900)
        set_on(plan, draft, hero, plan.ground, dark=30, light=28)
    canvas.fill(plate.offset(44), p.light)
    canvas.fill(plate.offset(20), p.dark)
    canvas.fill(plate, board)
    room = Box(c - 1240, top + 150, 2480, 500)
    if plan.lettering:
        draft.block("plate", room, p.light, font="round")
        return
    for k in (-2, -1, 0, 1, 2):
        canvas.fill(star(c + 430 * k, top + 400, 150 - 24 * abs(k)), p.light if k % 2 == 0 else p.accents[0])


_DOGS = frozenset(
    [
        *(
            "dog",
            "dog face",
            "poodle",
            "corgi",
            "husky",
            "dalmatian",
            "pug",
            "french bulldog",
            "golden retriever",
            "beagle",
        ),
        *(
            "black labrador",
            "chocolate labrador",
            "dachshund",
            "german shepherd",
            "bernese mountain dog",
            "border collie",
        ),
        *("shiba inu", "chihuahua", "poodle dog", "scottish terrier", "rottweiler", "doberman", "bulldog", "greyhound"),
        "spaniel",
    ]
)
"""Whose name stands on a bone."""


def _plank(top: float) -> Path:
    return rounded_rect(MIDDLE - 1640, top, 3280, 800, 90)


def _pill(top: float) -> Path:
    return rounded_rect(MIDDLE - 1700, top, 3400, 800, 400)


def _sign(top: float) -> Path:
    c = MIDDLE
    return Path.lines(
        [
            (c - 1500, top),
            (c + 1500, top),
            (c + 1860, top + 400),
            (c + 1500, top + 800),
            (c - 1500, top + 800),
            (c - 1860, top + 400),
        ]
    )


def _bone(top: float) -> Path:
    whole = rounded_rect(MIDDLE - 1420, top + 30, 2840, 740, 60).geometry()
    for side in (-1, 1):
        for y in (top + 150, top + 650):
            whole = whole.union(circle(MIDDLE + side * 1490, y, 300).geometry())
    return Path.from_geometry(whole.segmentize(40), smooth=False)


# --- ribbon


def banner(plan: Plan, draft: Draft) -> None:
    """The hero before a sun of rays, a ribbon across its feet for the words."""
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    cy = c - 260.0
    count = plan.variant(32, 20, 44, 26)
    canvas.fill(rays(c, cy, 900, 1800, count, plan.variant(0.5, 0.62, 0.4, 0.5)), p.accents[plan.variant(1, 2, 4, 0)])
    for r, ink in ((1320, edge_on(plan)), (1286, p.light), (1210, p.dark), (1180, plan.ground)):
        canvas.fill(plan.variant(circle(c, cy, r), polygon(c, cy, r * 1.1, 8, 22.5)), ink)
    if plan.hero:
        set_on(plan, draft, place_in(plan.hero, c, cy - 40, 1160, 2000, 1900), plan.ground, dark=30, light=28)
    y, width, height = c + 1180.0, 2900.0, 620.0
    face = max(p.accents[1:], key=lambda ink: min(contrast(p.light, ink), 5.0))
    tails, folds, front = ribbon(c, y, width, height, 330, 90)
    for path, ink in ((tails, mix(face, p.dark, 0.35)), (folds, mix(face, p.dark, 0.6)), (front, face)):
        canvas.fill(path.offset(24), edge_on(plan))
        canvas.fill(path, ink)
    for path, ink in ((folds, mix(face, p.dark, 0.6)), (front, face)):
        canvas.fill(path, ink)
    if plan.lettering:
        draft.block("ribbon", Box(c - width / 2 + 190, y - 190, width - 380, 380), p.light, font="slab")
        return
    for k in (-1, 0, 1):
        canvas.fill(star(c + 620 * k, y, 170 if k == 0 else 110), p.light)


# --- arch of words


_CLEAR = 1840.0
"""How far from the arch's middle its letters begin."""


def _under_an_arch(hero: Subject) -> float:
    """How wide what stands there may be: the wider for its height, the lower its corners."""
    left, top, right, bottom = hero.silhouette.bounds
    aspect = (right - left) / (bottom - top)
    return max(2200.0, aspect * _CLEAR / math.hypot(aspect / 2, 1))


def arch(plan: Plan, draft: Draft) -> None:
    """Words in an arch over a rising sun and the hero; a base line of stars and leaves carries them."""
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    base, r = c + 1000.0, 1260.0
    edge = edge_on(plan)
    half = [polar(c, base, r, a) for a in range(-90, 91, 3)]
    canvas.fill(Path.lines([polar(c, base, r + 40, a) for a in range(-90, 91, 3)]), edge)
    canvas.fill(Path.lines(half), plan.ground)
    with canvas.group(Path.lines(half)):
        wide = mix(plan.ground, p.light, 0.28)
        if plan.variant("rays", "rings") == "rays":
            canvas.fill(rays(c, base, 300, 3 * r, plan.variant(18, 18, 26, 18), 0.5), wide)
        else:
            for k in (0.86, 0.6):
                canvas.fill(ring(c, base, r * k, r * (k - 0.13)), wide, evenodd=True)
    if plan.hero:
        hero = place_standing(plan.hero, c, base + 60, _under_an_arch(plan.hero), 2060)
        set_on(plan, draft, hero, plan.ground, dark=30, light=28)
    _base_line(plan, draft, base + 210, edge)
    if plan.lettering:
        # a second line would run along the lower half of the circle, far below
        draft.arc("over", c, base, 2250, 360, "", upright=True, degrees=100, font="slab", lines=1)


def _base_line(plan: Plan, draft: Draft, y: float, ink: str) -> None:
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    canvas.fill(rect(c - 1700, y, 3400, 44), ink)
    canvas.fill(rect(c - 1500, y + 90, 3000, 20), ink)
    canvas.fill(star(c, y + 400, 190), p.accents[2])
    for side in (-1, 1):
        for k in range(5):
            x = c + side * (360 + 230 * k)
            canvas.fill(leaf(x, y + 400, 260, 66, side * 62), ink)
            canvas.fill(leaf(x, y + 400, 260, 66, side * 118), ink)


# --- a match box


def matchbox(plan: Plan, draft: Draft) -> None:
    """A label as on a box of matches: frame in frame, rays, a field for words above or below."""
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    lying = (3500.0, 3250.0) if _is_tall(plan.hero) else (3600.0, 2900.0)
    w, h = plan.variant((2900.0, 3600.0), lying)
    paper = rounded_rect(c - w / 2, c - h / 2, w, h, 70)
    deep = max((p.accents[2], p.accents[3], p.accents[4]), key=lambda ink: contrast(ink, p.light))
    canvas.fill(paper.offset(30), edge_on(plan))
    canvas.fill(paper, p.light)
    for inset, width, ink in ((90, 40, deep), (150, 14, p.dark)):
        canvas.stroke(rect(c - w / 2 + inset, c - h / 2 + inset, w - 2 * inset, h - 2 * inset), ink, width)
    low = plan.variant("below", "below", "above", "above") == "below"
    band = Box(c - w / 2 + 210, c + h / 2 - 210 - 620 if low else c - h / 2 + 210, w - 420, 620)
    top = c - h / 2 + 210 + (0 if low else 680)
    view = Box(c - w / 2 + 210, top, w - 420, h - 420 - 680)
    window = rect(view.left, view.top, view.width, view.height)
    canvas.fill(window, plan.ground)
    cy = view.top + view.height * 0.55
    with canvas.group(window):
        canvas.fill(rays(c, cy, 0, 4000, plan.variant(24, 32, 40, 28), turn=5), mix(plan.ground, p.light, 0.25))
        canvas.fill(circle(c, cy, min(view.width, view.height) * 0.4), mix(plan.ground, p.light, 0.5))
    canvas.stroke(window, p.dark, 26)
    if plan.hero:
        hero = place_standing(plan.hero, c, view.bottom - 90, view.width * 0.84, view.height * 0.86)
        set_on(plan, draft, hero, plan.ground, dark=28, light=24)
    canvas.fill(rect(band.left, band.top, band.width, band.height), deep)
    _label_words(plan, draft, band, deep)


def _is_tall(hero: Subject | None) -> bool:
    """Whether a label that lies would leave most of itself empty beside it."""
    if hero is None:
        return False
    left, top, right, bottom = hero.silhouette.bounds
    return bool(right - left < bottom - top)


def _label_words(plan: Plan, draft: Draft, band: Box, ground: str) -> None:
    p, inner = plan.palette, Box(band.left + 150, band.top + 110, band.width - 300, band.height - 220)
    ink = max((p.light, p.dark), key=lambda one: contrast(one, ground))
    if plan.lettering:
        draft.block("label", inner, ink, font="slab")
        return
    _star_row(draft, band, (ink, p.accents[0] if p.accents[0] != ground else ink))


def _star_row(draft: Draft, band: Box, inks: Sequence[str]) -> None:
    x, y = band.left + band.width / 2, band.top + band.height / 2
    for k in (-2, -1, 0, 1, 2):
        draft.canvas.fill(star(x + 420 * k, y, 190 - 38 * abs(k)), inks[k % 2])
