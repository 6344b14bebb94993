"""How whoever is in a view stands there: large, on its ground, without the edge of a sticker, in the light of the place."""

from __future__ import annotations

from collections.abc import Mapping

from shapely.geometry.base import BaseGeometry

from pod.drawing.paths import Path
from pod.drawing.shapes import ellipse
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK
from pod.providers.embedded.kinds import AFLOAT
from pod.providers.embedded.lands import dusk
from pod.providers.embedded.layouts.base import MIDDLE, Draft, Plan
from pod.providers.embedded.shores import WATERS
from pod.providers.embedded.subjects import Placed, Subject, place, place_standing, recoloured
from pod.providers.embedded.view import View

_WIDE, _TALL = 0.84, 0.68
"""What is a land's landmark: at most so much of the window's width and height."""

_DROP = 1.5
"""How far its foot is below the horizon, in units of the view."""

_ALOFT, _FLYING = 0.54, 0.74
"""Where over the horizon something flies, as a share of the sky, and its longest side as one of the window."""

_SMALLER, _TRIES = 0.93, 8
_MAY_BE_CUT = 0.004
"""Of its area, what the window may cut off."""

_LINE, _POPS_OUT = 13.0, 30.0
"""The line around it, in units: within the window, and where it reaches beyond the rim."""

_BEYOND = 0.02
"""Of its area, how much of the hero outside the window makes it one that pops out of it."""

_BY_DAY, _BY_NIGHT = 0.04, 0.2
"""How much of the sky's ink is in all that stands under it."""


def landmark(hero: Subject, view: View, window: Path, *, aside: float = 0.0, room: float = 1.0) -> Placed:
    """As large as the window holds it on its ground, `aside` of the middle by that share of the width."""
    width, height = room * _WIDE * view.box.width, room * _TALL * view.box.height
    floor, x = view.ground + _DROP * view.unit, view.cx + aside * view.box.width
    held = window.geometry().buffer(-view.unit * 0.12)
    for _ in range(_TRIES):
        placed = place_standing(hero, x, floor, width, height)
        if _outside(placed.area, held) <= _MAY_BE_CUT:
            break
        width, height, x = width * _SMALLER, height * _SMALLER, view.cx + (x - view.cx) * _SMALLER
    return placed


def aloft(hero: Subject, view: View, *, aside: float = 0.0) -> Placed:
    """Over the land."""
    y = view.ground - _ALOFT * (view.ground - view.box.top)
    return place(hero, MIDDLE + aside * view.box.width, y, min(view.box.width, view.box.height) * _FLYING)


def set_in(plan: Plan, draft: Draft, placed: Placed, view: View, window: Path) -> None:
    """The hero in the light of the view, with a thin line; in a light and a dark one where it reaches over the rim."""
    canvas, p = draft.canvas, plan.palette
    if _outside(placed.area, window.geometry()) > _BEYOND:
        canvas.fill(placed.outline(2 * _POPS_OUT), p.light)
        canvas.fill(placed.outline(_POPS_OUT), p.dark)
    else:
        with canvas.group(window):
            if not plan.in_air and plan.in_land and not _floats(plan):
                canvas.fill(_shadow(placed), p.dark, 0.28)
            canvas.fill(placed.outline(_LINE), p.dark)
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
    share = _BY_NIGHT if view.night else _BY_DAY
    return {ink: mix(inks.get(ink, ink), view.sky, share) for ink in (*plan.shares, INK)}


def _shadow(placed: Placed) -> Path:
    left, _, right, low = placed.area.bounds
    half = 0.5 * (right - left)
    return ellipse((left + right) / 2, low - 0.02 * half, 0.98 * half, 0.09 * half)


def _floats(plan: Plan) -> bool:
    return plan.in_land and plan.hero is not None and plan.hero.name.replace("-", " ") in AFLOAT and plan.scene in WATERS


def _before_the_bow(view: View, placed: Placed) -> None:
    """A swell over the lowest of the hull."""
    low, u = placed.area.bounds[3], view.unit
    sea = dusk(view, "#2f8fb0")
    for k, ink in enumerate((mix(sea, view.palette.light, 0.25), sea)):
        view.swell(low - u * (0.42 - 0.22 * k), u * 0.1, u * (2.2 + 0.6 * k), ink)
