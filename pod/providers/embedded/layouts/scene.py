"""Views with somebody in them: a disc with botanicals, a tarot card, a stamp, a park poster."""

from __future__ import annotations

import random
from dataclasses import dataclass

from shapely.geometry import Point
from shapely.ops import unary_union

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar, rect, ring, rounded_rect, sparkle, star
from pod.imaging.colour import contrast, mix
from pod.model.geometry import Box
from pod.providers.embedded.cities import clear_of_the_mark
from pod.providers.embedded.crossings import FRONTS, SPOTS
from pod.providers.embedded.fields import before_the_feet
from pod.providers.embedded.groups import FLIES
from pod.providers.embedded.kinds import VISITORS
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan
from pod.providers.embedded.layouts.stage import (
    UNDER_WATER,
    aloft,
    in_the_sky,
    is_a_row_by_night,
    landmark,
    on_its_spot,
    set_in,
)
from pod.providers.embedded.palettes import Palette, is_dark
from pod.providers.embedded.scenery import branch, flower
from pod.providers.embedded.subjects import Placed, Subject, place_standing
from pod.providers.embedded.view import View
from pod.providers.embedded.vistas import BY_NIGHT, NOWHERE, vista
from pod.providers.embedded.weather import veil

_R = 1500.0

_IN_A_PLACE = 0.94
"""How much of its size is left to who is said to be somewhere: the place is to be seen too."""

_ASIDE = 0.1
"""How far from the middle a landmark stands, in widths of the window."""

_BESIDE_A_MARK = 0.86
"""Of its size, who stands beside what a land is known by."""

_IN_THE_AIR = 0.24
"""Of the height that it may have, how far above the ground something flies."""

_BEAD = 40.0
"""Half the width of a bead: smaller ones are dust beside so much ink."""


def moonlit_grounds(palette: Palette) -> tuple[str, ...]:
    """What is behind a head in a view: the moon or the sun."""
    return (mix(palette.accents[0], palette.light, 0.33),)


@dataclass(frozen=True, slots=True)
class _Window:
    """A view through `clip`."""

    clip: Path
    view: View
    scene: str


def _window(plan: Plan, draft: Draft, clip: Path, box: Box, ground: float) -> _Window:
    """The view through `clip`, drawn: where the sentence or the hero's own home is, or no place at all. By turns what glows in
    the sky stands left and right."""
    scene = plan.scene or ("meadow" if plan.weather else NOWHERE)
    night = plan.night or scene in BY_NIGHT
    aside = 0.0 if is_a_row_by_night(plan) else plan.variant(0.26 if night else 0.0, 0.22, -0.22, -0.28)
    view = View(
        draft.canvas,
        box,
        ground,
        plan.palette,
        plan.rng("view"),
        night,
        aside,
        plan.figures,
        plan.weather,
        plan.named,
        alone=plan.hero is None,
        ashore=plan.ashore,
    )
    with draft.canvas.group(clip):
        vista(view, scene)
    return _Window(clip, view, scene)


def _stand(plan: Plan, draft: Draft, window: _Window, floor: float, width: float, height: float) -> None:
    """The hero on the floor of a window `width` wide, away from the sun where that stands aside."""
    if plan.hero is None:
        return
    hero = _placed(plan, plan.hero, window, floor, width, height)
    in_the_sky(plan, draft, window.view, window.clip, hero)
    set_in(plan, draft, hero, window.view, window.clip)
    with draft.canvas.group(window.clip):
        if hero.area.bounds[3] > floor - window.view.unit:
            before_the_feet(window.view, window.scene, floor)
        if window.scene in FRONTS and not plan.in_air:
            FRONTS[window.scene](window.view)
        veil(window.view)


def _placed(plan: Plan, hero: Subject, window: _Window, floor: float, width: float, height: float) -> Placed:
    view = window.view
    if (spot := SPOTS.get(window.scene)) and not plan.in_air:
        return on_its_spot(hero, view, window.clip, spot)
    aside = plan.variant(0.0, -0.1, 0.09, 0.12) * width
    size = plan.variant(1.0, 0.96, 0.96, 0.92) * (_IN_A_PLACE if plan.placed else 1.0)
    size *= _VISITOR if plan.placed and hero.name in VISITORS else 1.0
    flip = plan.variant("", "", "flipped", "flipped") == "flipped"
    if side := clear_of_the_mark(window.scene):
        aside, size = side * _ASIDE * width, size * _BESIDE_A_MARK
    if plan.in_air:
        return aloft(hero, view, aside=_aside(view) / 4, under_the_sky=window.scene not in UNDER_WATER)
    if plan.in_land:
        return landmark(hero, view, window.clip, aside=side * _ASIDE or _aside(view), scene=window.scene)
    if hero.name in _HANGS and plan.named <= {hero.name, "", *_STARS}:
        floor -= above_ground(hero, width * size, height * size)
    elif hero.name in FLIES:
        floor -= _IN_THE_AIR * height
    elif is_a_row_by_night(plan):
        floor = min(floor, view.ground + _ROW_DROP * view.unit)
        return place_standing(hero, view.cx, floor, _ROW_WIDE * width, height, flip=flip)
    return place_standing(hero, MIDDLE + aside, floor, width * size, height * size, flip=flip)


_ROW_DROP, _ROW_WIDE = 0.8, 1.04
"""A row under the moon stands this many units below the horizon, so much wider than somebody alone would."""


def _aside(view: View) -> float:
    """Away from the sun, so that both are seen."""
    return -_ASIDE if view.aside >= 0 else _ASIDE


_VISITOR = 0.6
"""How large a bee is over a field, of what somebody else would be: the field is to be seen."""

_HANGS = frozenset({
    "hot air balloon", "hot-air balloon", "hot-air-balloon", "balloon", "kite", "airship", "paper airplane", "hang glider", "parachute", "flying saucer",
    "butterfly", "monarch butterfly", "dragonfly",
    "planet saturn", "planet jupiter", "planet venus", "planet neptune", "planet uranus", "planet mercury", "planet earth", "cratered moon",
    "shooting star", "comet",
})  # fmt: skip
"""What stands on no ground where nothing else is shown."""

_STARS = frozenset({"star", "glowing star", "sparkles"})

SKY = 0.72
"""Where the middle of what hangs is, from the floor up, in heights of what may stand there."""


def above_ground(hero: Subject, width: float, height: float) -> float:
    """How far the lowest point of what hangs in the air is above the floor: its middle is in the sky of the window."""
    left, top, right, bottom = hero.silhouette.bounds
    high = (bottom - top) * min(width / (right - left), height / (bottom - top))
    return max(0.0, SKY * height - high / 2)


def scene(plan: Plan, draft: Draft) -> None:
    """A round window, the hero standing in it, flowers growing over its rim where they are spoken of."""
    p, canvas, c = plan.palette, draft.canvas, MIDDLE
    shown = _window(plan, draft, circle(c, c, _R), Box(c - _R, c - _R, 2 * _R, 2 * _R), c + _R * 0.46)
    canvas.fill(ring(c, c, _R + 6, _R - 34), p.dark, evenodd=True)
    if plan.on_dark:
        canvas.fill(ring(c, c, _R + 34, _R + 6), p.light, evenodd=True)
    _stand(plan, draft, shown, c + _R * 0.86, _R * 1.46, _R * 1.36)
    if "flowers" in plan.figures:
        _botanicals(plan, draft, plan.rng("scene"))
    else:
        _beads(plan, draft)


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


def _beads(plan: Plan, draft: Draft) -> None:
    p, c = plan.palette, MIDDLE
    ink = max((p.accents[1], p.accents[2], p.accents[4]), key=lambda ink: contrast(ink, plan.cloth_rgb))
    for i in range(48):
        at = polar(c, c, _R + 120, i * 7.5)
        draft.canvas.fill(star(*at, 62, turn=i * 7.5) if i % 4 == 0 else circle(*at, _BEAD), ink)


# --- a tarot card

_CARD = Box(MIDDLE - 1250, MIDDLE - 1850, 2500, 3700)


def card(plan: Plan, draft: Draft) -> None:
    """A card with an arched window, moons or beads above it and a plate below."""
    p, canvas, c, b = plan.palette, draft.canvas, MIDDLE, _CARD
    body, edge = plan.variant((p.dark, p.light), (p.light, p.dark))
    gold = max(p.accents, key=lambda ink: contrast(ink, body))
    if plan.on_dark == is_dark(body):
        canvas.fill(rounded_rect(b.left - 34, b.top - 34, b.width + 68, b.height + 68, 214), edge)
    canvas.fill(rounded_rect(b.left, b.top, b.width, b.height, 180), body)
    for inset, width in ((86, 26), (140, 10)):
        frame = rounded_rect(b.left + inset, b.top + inset, b.width - 2 * inset, b.height - 2 * inset, 180 - inset / 2)
        canvas.stroke(frame, gold, width)
    window = _arch(c, b.top + 3060, 960, 2560)
    canvas.fill(window.offset(34), gold)
    shown = _window(plan, draft, window, Box(c - 960, b.top + 500, 1920, 2560), b.top + 2330)
    _stand(plan, draft, shown, b.top + 2950, 1760, 1900)
    (_moon_phases if "moon" in plan.figures else _row_of_beads)(draft, c, b.top + 330, gold, body)
    for side in (-1, 1):
        canvas.fill(sparkle(c + side * 860, b.top + 700, 130, 0.2), gold)
        canvas.fill(sparkle(c + side * 760, b.top + 500, 62, 0.2), gold)
    _plate(plan, draft, Box(c - 960, b.top + 3190, 1920, 360), gold)


def _arch(cx: float, base: float, half: float, height: float) -> Path:
    top = base - height
    k = half * 0.5523
    return Path(
        (
            ("M", (cx - half, base)),
            ("L", (cx - half, top + half)),
            ("C", (cx - half, top + half - k, cx - k, top, cx, top)),
            ("C", (cx + k, top, cx + half, top + half - k, cx + half, top + half)),
            ("L", (cx + half, base)),
            ("Z", ()),
        )
    )


def _moon_phases(draft: Draft, cx: float, y: float, gold: str, dark: str) -> None:
    for k, r in ((-2, 52), (-1, 66), (0, 84), (1, 66), (2, 52)):
        draft.canvas.fill(circle(cx + 230 * k, y, r), gold)
        if k:
            draft.canvas.fill(
                circle(cx + 230 * k - (k / abs(k)) * r * (0.42 if abs(k) == 2 else 0.75), y, r * 0.92), dark
            )


def _row_of_beads(draft: Draft, cx: float, y: float, gold: str, _dark: str) -> None:
    for k, r in ((-2, 40), (-1, 56), (1, 56), (2, 40)):
        draft.canvas.fill(circle(cx + 230 * k, y, r), gold)
    draft.canvas.fill(star(cx, y, 104, 8, 0.5), gold)


def _plate(plan: Plan, draft: Draft, box: Box, ink: str) -> None:
    """A place for words, or an ornament where none are wanted."""
    c, y = box.left + box.width / 2, box.top + box.height / 2
    if plan.lettering:
        draft.block("plate", Box(box.left + 40, box.top + 20, box.width - 80, box.height - 40), ink, font="slab")
        return
    draft.canvas.fill(star(c, y, 100, 8, 0.4), ink)
    for side in (-1, 1):
        draft.canvas.fill(rect(c + (170 if side > 0 else -170 - 560), y - 10, 560, 20), ink)
        draft.canvas.fill(circle(c + side * 790, y, 30), ink)


# --- a stamp

_STAMP = Box(MIDDLE - 1500, MIDDLE - 1750, 3000, 3500)


def stamp(plan: Plan, draft: Draft) -> None:
    """Perforated paper with a picture on it."""
    p, canvas, b = plan.palette, draft.canvas, _STAMP
    paper = _perforated(b)
    canvas.fill(paper.offset(26), mix(p.dark, p.light, 0.0 if not plan.on_dark else 0.35))
    canvas.fill(paper, p.light)
    foot = 560 if plan.lettering else 250
    window = Box(b.left + 250, b.top + 250, b.width - 500, b.height - 250 - foot)
    clip = rect(window.left, window.top, window.width, window.height)
    shown = _window(plan, draft, clip, window, window.top + window.height * 0.72)
    canvas.stroke(clip, p.dark, 30)
    _stand(plan, draft, shown, window.bottom - 120, window.width * 0.84, window.height * 0.74)
    if not plan.aloft:
        _postmark(plan, draft, b)
    if plan.lettering:
        draft.block("foot", Box(b.left + 250, window.bottom + 110, b.width - 500, 290), p.dark, font="condensed")


def _perforated(b: Box) -> Path:
    step, r = 125.0, 44.0
    across, down = round(b.width / step), round(b.height / step)
    spots = [(b.left + b.width * i / across, y) for i in range(across + 1) for y in (b.top, b.bottom)]
    spots += [(x, b.top + b.height * i / down) for i in range(1, down) for x in (b.left, b.right)]
    holes = unary_union([Point(spot).buffer(r, quad_segs=10) for spot in spots])
    return Path.from_geometry(rect(b.left, b.top, b.width, b.height).geometry().difference(holes))


def _postmark(plan: Plan, draft: Draft, b: Box) -> None:
    """A cancellation: rings and waves over the upper corner, never letters."""
    p, x, y = plan.palette, b.left + 620, b.top + 610
    ink = mix(p.dark, p.accents[4], 0.25)
    for r in (400, 300):
        draft.canvas.stroke(circle(x, y, r), ink, 18, 0.55)
    draft.canvas.fill(star(x, y, 150), ink, 0.55)
    for k in range(4):
        at = y - 180 + 120 * k
        swell = (("M", (x + 430, at)), ("C", (x + 700, at - 120, x + 900, at + 120, x + 1180, at)))
        draft.canvas.stroke(Path(swell), ink, 18, 0.55)


# --- a poster

_POSTER = Box(MIDDLE - 1450, MIDDLE - 1800, 2900, 3600)


def poster(plan: Plan, draft: Draft) -> None:
    """A park poster: one wide view, a band below it for the name of the place."""
    p, canvas, c, b = plan.palette, draft.canvas, MIDDLE, _POSTER
    canvas.fill(rounded_rect(b.left, b.top, b.width, b.height, 90), p.light if plan.on_dark else p.dark)
    below = plan.variant("below", "above", "below", "above") == "below"
    view = Box(b.left + 90, b.top + 90 if below else b.bottom - 90 - 2760, b.width - 180, 2760)
    clip = rounded_rect(view.left, view.top, view.width, view.height, 40)
    shown = _window(plan, draft, clip, view, view.top + view.height * 0.7)
    _stand(plan, draft, shown, view.bottom - 90, view.width * 0.78, view.height * 0.72)
    band = Box(b.left + 90, view.bottom + 70 if below else b.top + 90, b.width - 180, b.height - 2760 - 250)
    inks = (p.accents[3], p.accents[4], p.dark)
    ground = max(inks, key=lambda ink: contrast(ink, p.light)) if plan.on_dark else mix(p.dark, p.accents[3], 0.12)
    canvas.fill(rounded_rect(band.left, band.top, band.width, band.height, 40), ground)
    ink = max((p.light, p.accents[0]), key=lambda one: contrast(one, ground))
    if plan.lettering:
        inner = Box(band.left + 160, band.top + 80, band.width - 320, band.height - 160)
        draft.block("band", inner, ink, font="condensed")
        return
    y = band.top + band.height / 2
    for k in (-2, -1, 0, 1, 2):
        canvas.fill(star(c + 330 * k, y, 130 - 26 * abs(k)), ink if k % 2 == 0 else p.accents[1])
