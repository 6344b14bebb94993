"""Sealed marks: a round badge, a shield, a stitched patch. Their rim or the space below takes the words."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, ellipse, polar, polygon, rays, ring, scallop, star
from pod.imaging.colour import contrast, mix, oklab
from pod.model.geometry import Box
from pod.providers.embedded.cities import clear_of_the_mark
from pod.providers.embedded.crossings import FRONTS, SPOTS
from pod.providers.embedded.fields import before_the_feet
from pod.providers.embedded.groups import FLIES
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan, lively, set_on
from pod.providers.embedded.layouts.stage import (
    UNDER_WATER,
    aloft,
    in_the_sky,
    is_a_row_by_night,
    landmark,
    on_its_spot,
    set_in,
)
from pod.providers.embedded.palettes import Palette
from pod.providers.embedded.scenery import worn
from pod.providers.embedded.subjects import Placed, place, place_in, place_inside
from pod.providers.embedded.view import View
from pod.providers.embedded.vistas import BY_NIGHT, vista

_RADIUS = 1780.0
_RIM, _RIM_OF_STARS = 430.0, 300.0
"""How wide it is with words on it, and without."""
_FILLS, _AMID_A_VIEW = 1.02, 0.92
"""The hero's reach in shares of the field's: it is what one looks at, and the field is only around it; a view has to be seen."""
_EDGE = 30.0

MIN_CONTRAST = 3.2
"""Of words on the rim, by WCAG's formula: large type, with a little for ink spread."""


def field_grounds(palette: Palette) -> tuple[str, ...]:
    """What a hero may stand on in a mark: any accent that is no grey."""
    return lively(*palette.accents)


@dataclass(frozen=True, slots=True)
class _Rim:
    """The inks of a badge: its rim, the lines on it, its stars."""

    band: str
    lines: str
    stars: str


def _rim_of(plan: Plan) -> _Rim:
    p = plan.palette
    deep = min(p.accents, key=lambda ink: oklab(ink)[0])
    deep = deep if contrast(deep, p.light) >= MIN_CONTRAST else mix(deep, p.dark, 0.5)
    return plan.variant(
        _Rim(p.dark, p.light, _bright(p)),
        _Rim(p.light, p.dark, deep),
        _Rim(deep, p.light, p.light),
        _Rim(p.light, deep, p.dark),
    )


def badge(plan: Plan, draft: Draft) -> None:
    p, canvas, rim = plan.palette, draft.canvas, _rim_of(plan)
    c = MIDDLE
    inner = _RADIUS - 90 - (_RIM if plan.lettering else _RIM_OF_STARS)
    _seal(plan, draft, rim)
    canvas.fill(circle(c, c, inner + 40), rim.lines)
    _field(plan, draft, circle(c, c, inner), c, inner)
    canvas.fill(ring(c, c, inner - 26, inner - 40), p.light, evenodd=True)
    _rim_ornament(plan, draft, inner, rim)
    if plan.worn:
        canvas.knock_out(worn(plan.rng("worn"), c - _RADIUS, c - _RADIUS, 2 * _RADIUS, 2 * _RADIUS, 0.8))
    if plan.hero:
        reach = inner * (_AMID_A_VIEW if plan.placed else _FILLS)
        _stand(plan, draft, place_inside(plan.hero, c, c, reach), circle(c, c, inner - 40), c, inner)
    _slots(plan, draft, inner, rim)


def crest(plan: Plan, draft: Draft) -> None:
    """A shield instead of a disc, by turns swung and plain; the banner below it takes the words."""
    canvas, c, rim = draft.canvas, MIDDLE, _rim_of(plan)
    shield, rim_at = plan.variant(
        (_shield, _level(1360)), (_heater, _level(1490)), (_oval, _round), (_pavise, _level(1490))
    )
    canvas.fill(shield(c, c, 1700, 2000).offset(_EDGE), edge_on(plan))
    for grow, ink in ((1.0, rim.band), (0.955, rim.lines), (0.93, rim.band), (0.80, rim.lines)):
        canvas.fill(shield(c, c, 1700 * grow, 2000 * grow), ink)
    _field(plan, draft, shield(c, c, 1700 * 0.775, 2000 * 0.775), c - 100, 1660)
    for side in (-1, 1):
        for k in range(3):
            canvas.fill(star(c + side * (1180 - 130 * k), c - rim_at(1180 - 130 * k) + 6 * k, 70 - 12 * k), rim.stars)
    canvas.fill(star(c, c - max(1490, rim_at(0)), 120), rim.stars)
    if plan.worn:
        canvas.knock_out(worn(plan.rng("worn"), c - 1700, c - 2000, 3400, 4000, 0.8))
    if plan.hero:
        flip = plan.variant("flipped", "", "", "flipped") == "flipped"
        high, size = plan.variant((170, 1.0), (170, 1.0), (110, 1.12), (110, 1.12))
        across, down, diagonal = (1160, 2200, 1780) if plan.placed else (1330, 2560, 2120)
        at = c + (40 if plan.placed else -high)
        hero = place_in(plan.hero, c, at, across * size, down * size, diagonal * size, flip=flip)
        _stand(plan, draft, hero, shield(c, c, 1700 * 0.775, 2000 * 0.775), c - 100, 1660)


def patch(plan: Plan, draft: Draft) -> None:
    """A hexagon with a stitched rim, as it is sewn on a jacket; the hero is larger than its field."""
    canvas, c, rim = draft.canvas, MIDDLE, _rim_of(plan)
    canvas.fill(_hexagon(1900 + _EDGE), edge_on(plan))
    canvas.fill(_hexagon(1900), rim.band)
    canvas.stroke(_hexagon(1760), rim.stars, 34, dash=(86, 62))
    canvas.fill(_hexagon(1610), rim.lines)
    _field(plan, draft, _hexagon(1560), c, 1500)
    if plan.hero:
        # a badge beside it looks the other way; who is said to be somewhere leaves the place room
        reach = (1240, 2150, 1860) if plan.placed else (1520, 2800, 2300)
        hero = place_in(plan.hero, c, c + (240 if plan.placed else -60), *reach, flip=True)
        _stand(plan, draft, hero, _hexagon(1560), c, 1500)


def _stand(plan: Plan, draft: Draft, hero: Placed, window: Path, cy: float, reach: float) -> None:
    """The hero on its field: in the view that is there, or before a pattern."""
    if not plan.placed:
        set_on(plan, draft, hero, plan.ground, dark=32, light=30)
        return
    hero = _in_the_land(plan, draft, hero, window, cy, reach)
    view = _view(plan, draft, cy, reach)
    in_the_sky(plan, draft, view, window, hero)
    set_in(plan, draft, hero, view, window)
    _foreground(plan, draft, window, cy, reach, hero)


def _in_the_land(plan: Plan, draft: Draft, hero: Placed, window: Path, cy: float, reach: float) -> Placed:
    """The same, on the ground of the view where the hero is what is seen in a wide land."""
    view = _view(plan, draft, cy, reach)
    if plan.hero is not None and plan.scene in SPOTS and not plan.in_air:
        return on_its_spot(plan.hero, view, window, SPOTS[plan.scene])
    if plan.hero is None:
        return hero
    if (away := clear_of_the_mark(plan.scene)) and not plan.in_land:
        left, top, right, bottom = hero.area.bounds
        x, low = MIDDLE + away * 0.24 * reach, (top + bottom) / 2 + 0.08 * reach
        return place(plan.hero, x, low, _BESIDE_A_MARK * max(right - left, bottom - top), flip=away < 0)
    if plan.in_air:
        return aloft(plan.hero, view, under_the_sky=plan.scene not in UNDER_WATER)
    if not plan.in_land:
        return hero
    return landmark(plan.hero, view, window, aside=0.1 * (away or (-1 if view.aside >= 0 else 1)), scene=plan.scene)


_BESIDE_A_MARK = 0.76


def edge_on(plan: Plan) -> str:
    """A hairline of the other kind: a dark rim would drown in a dark cloth, a light one in a light cloth."""
    return plan.palette.light if plan.on_dark else plan.palette.dark


def _bright(palette: Palette) -> str:
    return max(palette.accents[:3], key=lambda ink: contrast(ink, palette.dark))


def _hexagon(r: float) -> Path:
    sharp = polygon(MIDDLE, MIDDLE, r - 160, 6)
    return sharp.offset(160)


def _shield(cx: float, cy: float, half_width: float, half_height: float) -> Path:
    w, h = half_width, half_height
    return Path(
        (
            ("M", (cx - w, cy - h * 0.78)),
            ("Q", (cx - w * 0.45, cy - h * 0.72, cx, cy - h)),
            ("Q", (cx + w * 0.45, cy - h * 0.72, cx + w, cy - h * 0.78)),
            ("C", (cx + w * 1.02, cy + h * 0.2, cx + w * 0.72, cy + h * 0.68, cx, cy + h)),
            ("C", (cx - w * 0.72, cy + h * 0.68, cx - w * 1.02, cy + h * 0.2, cx - w, cy - h * 0.78)),
            ("Z", ()),
        )
    )


def _heater(cx: float, cy: float, half_width: float, half_height: float) -> Path:
    """The shield of knights: straight above, two arcs to a point."""
    w, h = half_width, half_height
    return Path(
        (
            ("M", (cx - w, cy - h * 0.86)),
            ("L", (cx + w, cy - h * 0.86)),
            ("L", (cx + w, cy - h * 0.05)),
            ("C", (cx + w, cy + h * 0.5, cx + w * 0.5, cy + h * 0.84, cx, cy + h)),
            ("C", (cx - w * 0.5, cy + h * 0.84, cx - w, cy + h * 0.5, cx - w, cy - h * 0.05)),
            ("Z", ()),
        )
    )


def _oval(cx: float, cy: float, half_width: float, half_height: float) -> Path:
    return ellipse(cx, cy, half_width, half_height)


def _pavise(cx: float, cy: float, half_width: float, half_height: float) -> Path:
    """A tall board with round shoulders and a round foot."""
    w, h = half_width * 0.94, half_height
    top, foot = cy - h * 0.86, cy + h * 0.95
    return Path(
        (
            ("M", (cx - w * 0.7, top)),
            ("L", (cx + w * 0.7, top)),
            ("Q", (cx + w, top, cx + w, top + h * 0.26)),
            ("L", (cx + w, foot - h * 0.6)),
            ("C", (cx + w, foot - h * 0.1, cx + w * 0.6, foot, cx, foot)),
            ("C", (cx - w * 0.6, foot, cx - w, foot - h * 0.1, cx - w, foot - h * 0.6)),
            ("L", (cx - w, top + h * 0.26)),
            ("Q", (cx - w, top, cx - w * 0.7, top)),
            ("Z", ()),
        )
    )


def _level(height: float) -> Callable[[float], float]:
    """How high above the middle the rim's stars stand, so far from the middle."""
    return lambda _aside: height


def _round(aside: float) -> float:
    """The same on an oval rim."""
    return 1730 * math.sqrt(1 - (aside / 1480) ** 2)


def _seal(plan: Plan, draft: Draft, rim: _Rim) -> None:
    canvas, c = draft.canvas, MIDDLE
    kind = plan.rng("seal").choice(("scallop", "cog", "plain"))
    outer = {
        "scallop": scallop(c, c, _RADIUS, 56, 34),
        "cog": rays(c, c, _RADIUS * 0.5, _RADIUS + 56, 64, 0.62) + circle(c, c, _RADIUS + 10),
        "plain": circle(c, c, _RADIUS + 30),
    }[kind]
    canvas.fill(outer.offset(_EDGE), edge_on(plan))
    canvas.fill(outer, rim.band)
    canvas.fill(ring(c, c, _RADIUS - 46, _RADIUS - 84), rim.lines, evenodd=True)
    canvas.fill(ring(c, c, _RADIUS - 110, _RADIUS - 124), rim.stars, evenodd=True)


def _field(plan: Plan, draft: Draft, window: Path, cy: float, reach: float) -> None:
    """What is behind the hero: rays, dots, or a view where the sentence names a place."""
    draft.canvas.fill(window, plan.ground)
    with draft.canvas.group(window):
        if plan.placed:
            _view_field(plan, draft, cy, reach)
        else:
            plan.variant(*_PATTERNS)(plan, draft, cy, reach)


def _view_field(plan: Plan, draft: Draft, cy: float, reach: float) -> None:
    vista(_view(plan, draft, cy, reach), plan.scene or "meadow")


def _view(plan: Plan, draft: Draft, cy: float, reach: float) -> View:
    box = Box(MIDDLE - reach, cy - reach, 2 * reach, 2 * reach)
    night = plan.night or plan.scene in BY_NIGHT
    ground, aside = cy + reach * 0.42, 0.0 if is_a_row_by_night(plan) else plan.variant(0.27, -0.27)
    return View(
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
        ashore=plan.ashore,
    )


def _foreground(plan: Plan, draft: Draft, window: Path, cy: float, reach: float, hero: Placed) -> None:
    """What grows in a field, before the feet of whoever stands in it."""
    if not plan.placed or plan.hero is None or plan.hero.name in FLIES:
        return
    view = _view(plan, draft, cy, reach)
    with draft.canvas.group(window):
        if plan.scene in FRONTS and not plan.in_air:
            FRONTS[plan.scene](view)
        before_the_feet(view, plan.scene, max(hero.area.bounds[3], view.ground + view.unit))


def _ray_field(plan: Plan, draft: Draft, cy: float, reach: float) -> None:
    lighter = mix(plan.ground, plan.palette.light, 0.2)
    draft.canvas.fill(rays(MIDDLE, cy + 60, 0, reach * 1.5, 28, turn=180 / 28), lighter)


def _dot_field(plan: Plan, draft: Draft, cy: float, reach: float) -> None:
    dots, step = Path(), 150.0
    rows = int(2.3 * reach / step) + 2
    for row in range(rows):
        for column in range(rows):
            x = MIDDLE - 1.15 * reach + (column + 0.5 * (row % 2)) * step
            dots += circle(x, cy - 1.15 * reach + row * step, 34)
    draft.canvas.fill(dots, mix(plan.ground, plan.palette.light, 0.22))


def _ring_field(plan: Plan, draft: Draft, cy: float, reach: float) -> None:
    for k in range(4):
        share = 0.1 + 0.09 * k
        draft.canvas.fill(circle(MIDDLE, cy, reach * (1.0 - 0.2 * k)), mix(plan.ground, plan.palette.light, share))


_PATTERNS: tuple[Callable[[Plan, Draft, float, float], None], ...] = (_ray_field, _dot_field, _ring_field)


def _rim_ornament(plan: Plan, draft: Draft, inner: float, rim: _Rim) -> None:
    """Stars where the two halves of words meet; a full row of them where no words are wanted."""
    c, middle, wide = MIDDLE, (inner + 40 + _RADIUS - 124) / 2, _RADIUS - 84 - inner
    for side in (90, 270):
        draft.canvas.fill(star(*polar(c, c, middle, side), 0.31 * wide), rim.stars)
        for off in (-10, 10):
            draft.canvas.fill(circle(*polar(c, c, middle, side + off), 28), rim.lines)
    if plan.lettering:
        return
    for i in range(36):
        at = i * 10
        if min(abs(at - 90), abs(at - 270)) <= 12:
            continue
        x, y = polar(c, c, middle, at)
        shape = star(x, y, 0.21 * wide, turn=at) if i % 3 == 0 else polygon(x, y, 30, 4, at)
        draft.canvas.fill(shape, rim.stars if i % 3 else rim.lines)


def _slots(plan: Plan, draft: Draft, inner: float, rim: _Rim) -> None:
    """The rim where it was kept free for words; below the badge where it carries ornament."""
    c = MIDDLE
    if not plan.lettering:
        return
    low, high = inner + 40, _RADIUS - 124
    cap = 0.56 * (high - low)
    draft.arc("rim", c, c, (low + high) / 2 - cap / 2, cap, rim.lines, upright=True, degrees=146, font="slab")
