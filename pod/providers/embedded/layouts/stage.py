"""How whoever is in a view stands there: large, on its ground, without the edge of a sticker, in the light of the place."""

from __future__ import annotations

from collections.abc import Mapping

from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, ellipse
from pod.imaging.colour import mix, oklch
from pod.providers.embedded.characters.pen import INK
from pod.providers.embedded.crossings import Spot
from pod.providers.embedded.groups import BRANCH, DISCS
from pod.providers.embedded.kinds import AFLOAT
from pod.providers.embedded.lands import dusk
from pod.providers.embedded.layouts.base import Draft, Plan
from pod.providers.embedded.shores import WATERS
from pod.providers.embedded.standing import SWIMS
from pod.providers.embedded.subjects import Placed, Subject, place, place_standing, recoloured, visible_shares
from pod.providers.embedded.view import View

_WIDE, _TALL = 0.84, 0.68
"""What is a land's landmark: at most so much of the window's width and height."""

_SLENDER, _SOARS, _DROP_OF_A_TOWER, _NEARER = 1.05, 0.84, 2.3, 0.4
"""So many times as high as it is wide is a tower; how high it may be, how far its foot is below the horizon, and how much of what others stand
aside it does."""

_PEAKS, _BEFORE_PEAKS = frozenset({"mountains", "alps"}), 0.8
"""Lands that are seen over the roof of what stands in them, if that is so much smaller and low in the window."""

_ON_THE_BANK = 0.88
"""Of its size what stands at the water, which is to be seen too."""

_SEVERAL, _SIDE_BY_SIDE = 1.7, 1.4
"""How many times its height several are wide, and how much more room they have than one on its spot."""

_DROP = 1.5
"""How far its foot is below the horizon, in units of the view."""

_ALOFT, _FLYING, _FLYING_WIDE = 0.41, 0.64, 0.8
"""Where the middle of what flies is from the top, how high it is and how wide, as shares of the window."""

_IN_THE_SKY = ((0.34, 0.2), (-0.33, 0.6), (0.33, 0.5), (-0.2, 0.8), (-0.3, 0.26), (0.1, 0.12))
"""Where birds are, in turn: shares of the width from the middle, and of the sky from its top."""

_BIRD, _A_FLOCK = 0.2, 1.5

UNDER_WATER = frozenset({"reef", "koi_pond"})

_AFLOAT_IN, _SWIMMING = 0.4, 0.56
"""The same under water, where there is a sea bed to be seen."""

_SMALLER, _TRIES = 0.93, 8
_RAISED, _LEAST_DROP = 0.2, 0.5
"""By how many units it comes nearer to the horizon each time that it is too large, and where that ends: a shield is narrow below."""

_MAY_BE_CUT = 0.004
"""Of its area, what the window may cut off."""

_LINE, _MOONLIT, _POPS_OUT = 13.0, 20.0, 30.0
"""The line around it, in units: within the window, of what is as dark as its night, and where it reaches beyond the rim."""

_BEYOND = 0.02
"""Of its area, how much of the hero outside the window makes it one that pops out of it."""

_BY_DAY, _BY_NIGHT = 0.04, 0.2
"""How much of the sky's ink is in all that stands under it."""


FILLS = frozenset({"great wave", "water wave"})
"""What is the foreground itself, from one side of the window to the other."""


_ROW = 1.3
"""Heights that a row is wide at least."""


def is_a_row_by_night(plan: Plan) -> bool:
    """Several side by side under a moon, which then stands behind their middle: three cats on a fence."""
    if plan.hero is None or plan.in_land or plan.in_air or "moon" not in plan.figures:
        return False
    left, top, right, low = plan.hero.silhouette.bounds
    return plan.night and right - left >= _ROW * (low - top)


def landmark(hero: Subject, view: View, window: Path, *, aside: float = 0.0, scene: str = "") -> Placed:
    """As large as the window holds it on its ground, `aside` of the middle by that share of the width."""
    if hero.name in FILLS:
        return place_standing(
            hero, view.cx - view.unit, view.box.bottom + 3.0 * view.unit, 1.1 * view.box.width, view.box.height
        )
    slender = _is_slender(hero)
    size = _WIDE * view.box.width, (_SOARS if slender else _TALL) * view.box.height
    size = (_ON_THE_BANK * size[0], _ON_THE_BANK * size[1]) if view.ashore else size
    aside *= _NEARER if slender else 1.0
    if scene in _PEAKS and not slender:
        size = (_BEFORE_PEAKS * size[0], _BEFORE_PEAKS * size[1])
    low = slender or scene in _PEAKS
    drop = (_DROP_OF_A_TOWER if low else _DROP) * view.unit
    return _held(hero, view, window, view.cx + aside * view.box.width, view.ground + drop, *size)


def _is_slender(hero: Subject) -> bool:
    left, top, right, low = hero.silhouette.bounds
    return low - top > _SLENDER * (right - left)


def on_its_spot(hero: Subject, view: View, window: Path, spot: Spot) -> Placed:
    """Where its land has a place for it, as large as the window holds it there."""
    x, floor = view.cx + spot.aside * view.box.width, view.ground + spot.drop * view.unit
    left, top, right, low = hero.silhouette.bounds
    broad = _SIDE_BY_SIDE if right - left > _SEVERAL * (low - top) else 1.0
    size = broad * spot.wide * view.unit, spot.tall * view.unit
    if spot.lean:
        return _leaning(hero, x, floor, *size, spot.lean)
    return _held(hero, view, window, x, floor, *size, turned=spot.turned)


def _leaning(hero: Subject, x: float, floor: float, width: float, height: float, lean: float) -> Placed:
    left, top, right, low = place(hero, 0, 0, 1.0, turn=lean).area.bounds
    size = min(width / (right - left), height / (low - top))
    return place(hero, x - size * (left + right) / 2, floor - size * low, size, turn=lean)


def _held(
    hero: Subject,
    view: View,
    window: Path,
    x: float,
    floor: float,
    width: float,
    height: float,
    *,
    turned: bool = False,
) -> Placed:
    held = window.geometry().buffer(-view.unit * 0.12)
    placed = place_standing(hero, x, floor, width, height, flip=turned)
    towers = _is_slender(hero)
    for k in range(2 * _TRIES if towers else _TRIES):
        if _outside(placed.area, held) <= _MAY_BE_CUT:
            break
        smaller = 1.0 if towers and k % 2 == 0 else _SMALLER  # where a shield is wider, before it is smaller
        width, height, x = width * smaller, height * smaller, view.cx + (x - view.cx) * smaller
        floor = max(floor - _RAISED * view.unit, min(floor, view.ground + _LEAST_DROP * view.unit))
        placed = place_standing(hero, x, floor, width, height, flip=turned)
    return placed


def aloft(hero: Subject, view: View, *, aside: float = 0.0, under_the_sky: bool = True) -> Placed:
    """Over the land, several as wide as they are; in the middle of the water where there is no sky."""
    left, top, right, low = hero.silhouette.bounds
    share = _FLYING if under_the_sky else _SWIMMING
    scale = min(_FLYING_WIDE * view.box.width / (right - left), share * view.box.height / (low - top))
    y = view.box.top + (_ALOFT if under_the_sky else _AFLOAT_IN) * view.box.height
    return place(hero, view.cx + aside * view.box.width, y, scale * max(right - left, low - top))


def in_the_sky(plan: Plan, draft: Draft, view: View, window: Path, hero: Placed) -> None:
    """What flies or shines over the land, clear of the hero: a sun or a moon behind it, gulls on both sides."""
    spots, held = list(_IN_THE_SKY), window.geometry()
    with draft.canvas.group(window):
        for one in plan.aloft:
            if one.name == BRANCH:
                _branches(draft, view, one, held)
                continue
            if one.name.replace("-", " ") in SWIMS | AFLOAT:
                _in_the_water(draft, view, one)
                continue
            if one.name in DISCS:
                _disc(draft, view, one)
                continue
            flying = ((spot, _flying(one, view, spot)) for spot in spots)
            free = (seen for seen in flying if held.contains(seen[1].area) and not seen[1].area.intersects(hero.area))
            spot, placed = next(free, (spots[0], _flying(one, view, spots[0])))
            spots = [other for other in spots if other != spot] or list(_IN_THE_SKY)
            draft.canvas.fill(placed.outline(_LINE), plan.palette.dark)
            draft.canvas.place(placed.drawing)


def _branches(draft: Draft, view: View, one: Subject, held: BaseGeometry) -> None:
    """In bloom, from both upper corners; where the window has none, from as high as it is wide enough."""
    for side in (-1, 1):
        aside = next((a for a in (0.4, 0.36, 0.32) if held.contains(_corner(view, side, a))), 0.28)
        x, y = view.cx + side * aside * view.box.width, view.box.top + (1.1 + 8.0 * (0.4 - aside)) * view.unit
        draft.canvas.place(place(one, x, y, 0.46 * view.box.width, turn=-14 * side, flip=side < 0).drawing)


def _corner(view: View, side: int, aside: float) -> Point:
    y = view.box.top + (0.9 + 8.0 * (0.4 - aside)) * view.unit
    return Point(view.cx + side * (aside + 0.02) * view.box.width, y)


def _in_the_water(draft: Draft, view: View, one: Subject) -> None:
    """Off the rock that the hero stands on."""
    x, u = view.box.left + 0.22 * view.box.width, view.unit
    placed = place_standing(one, x, view.ground + 1.3 * u, 2.6 * u, 2.0 * u)
    draft.canvas.fill(placed.outline(_LINE), view.palette.dark)
    draft.canvas.place(placed.drawing)


def _flying(one: Subject, view: View, spot: tuple[float, float]) -> Placed:
    across, down = spot
    y = view.box.top + down * (view.ground - view.box.top)
    left, top, right, low = one.silhouette.bounds
    several = _A_FLOCK if right - left > _SEVERAL * (low - top) else 1.0
    return place(one, view.cx + across * view.box.width, y, several * _BIRD * view.box.width, flip=across > 0)


def _disc(draft: Draft, view: View, one: Subject) -> None:
    """As it is drawn, but the sun, which is plain here."""
    x, y = view.sun_x, view.ground - 4.0 * view.unit
    if "moon" in one.name:
        draft.canvas.place(place(one, x, y, 4.4 * view.unit).drawing)
        return
    shares = visible_shares(one.drawing)
    draft.canvas.fill(circle(x, y, 2.3 * view.unit), max(shares, key=lambda ink: shares[ink]))


def set_in(plan: Plan, draft: Draft, placed: Placed, view: View, window: Path) -> None:
    """The hero in the light of the view, with a thin line; in a light and a dark one where it reaches over the rim."""
    canvas, p = draft.canvas, plan.palette
    if plan.hero is not None and plan.hero.name in FILLS:
        with canvas.group(window):
            canvas.fill(placed.outline(_LINE), p.dark)
            canvas.place(recoloured(placed.drawing, _lit(plan, view)))
        return
    if _outside(placed.area, window.geometry()) > _BEYOND:
        canvas.fill(placed.outline(2 * _POPS_OUT), p.light)
        canvas.fill(placed.outline(_POPS_OUT), p.dark)
    else:
        with canvas.group(window):
            if not plan.in_air and plan.in_land and not _floats(plan):
                canvas.fill(_shadow(placed), p.dark, 0.28)
            lost = _is_lost(plan, view)
            canvas.fill(placed.outline(_MOONLIT if lost else _LINE), p.light if lost else p.dark)
    canvas.place(recoloured(placed.drawing, _lit(plan, view)))
    if _floats(plan):
        with canvas.group(window):
            _before_the_bow(view, placed)


def _outside(area: BaseGeometry, window: BaseGeometry) -> float:
    return float(area.difference(window).area / (area.area or 1.0))


def _lit(plan: Plan, view: View) -> Mapping[str, str]:
    """The hero's inks under that sky; who acts before it keeps its own."""
    inks = plan.hero_inks(plan.ground)
    if not plan.in_land:
        return inks
    if view.night and plan.hero is not None and plan.hero.name in _ILLUMINATED:
        return {ink: INK if ink == INK else mix(ink, _FLOODLIGHT, 0.62) for ink in (*plan.shares, INK)}
    share = _BY_NIGHT if view.night else _BY_DAY
    seen = {ink: inks.get(ink, ink) for ink in (*plan.shares, INK)}
    return {ink: now if _is_lamplight(now) else mix(now, view.sky, share) for ink, now in seen.items()}


_ILLUMINATED, _FLOODLIGHT = frozenset({"eiffel tower", "Tokyo tower", "steel arch bridge"}), "#ffc94f"
"""What stands in lights by night."""


def _is_lost(plan: Plan, view: View) -> bool:
    """Whether it is as dark as the night behind it: then the moon is seen along its edge."""
    whole = sum(plan.shares.values())
    if not view.night or not whole:
        return False
    inks = plan.hero_inks(plan.ground)
    light = sum(share * oklch(inks.get(ink, ink))[0] for ink, share in plan.shares.items()) / whole
    return light < oklch(view.sky)[0] + _AS_DARK


_AS_DARK = 0.18
"""OKLCH lightness by which a hero has to be lighter than its sky."""


def _is_lamplight(ink: str) -> bool:
    """A lit window, which the night does not dim."""
    light, chroma, hue = oklch(ink)
    return light > _LAMP_LIGHT and chroma > _LAMP_CHROMA and _LAMP_HUES[0] < hue < _LAMP_HUES[1]


_LAMP_LIGHT, _LAMP_CHROMA, _LAMP_HUES = 0.8, 0.07, (70.0, 110.0)


def _shadow(placed: Placed) -> Path:
    left, _, right, low = placed.area.bounds
    half = 0.5 * (right - left)
    return ellipse((left + right) / 2, low - 0.02 * half, 0.98 * half, 0.09 * half)


def _floats(plan: Plan) -> bool:
    return (
        plan.in_land and plan.hero is not None and plan.hero.name.replace("-", " ") in AFLOAT and plan.scene in WATERS
    )


def _before_the_bow(view: View, placed: Placed) -> None:
    """A swell over the lowest of the hull."""
    low, u = placed.area.bounds[3], view.unit
    sea = dusk(view, "#2f8fb0")
    for k, ink in enumerate((mix(sea, view.palette.light, 0.25), sea)):
        view.swell(low - u * (0.42 - 0.22 * k), u * 0.1, u * (2.2 + 0.6 * k), ink)
