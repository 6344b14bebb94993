"""Lands that have one spot for whoever is there: on a viaduct, out of a tunnel, under a bridge, on a hill. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, ellipse, polar, rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import cloudlet
from pod.providers.embedded.lands import across, dusk, far_peaks, green_of
from pod.providers.embedded.scenery import pine
from pod.providers.embedded.view import View

_STONE, _RAIL, _BANK = "#b9a58c", "#4a4048", "#8a7a66"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody stands: `aside` of the middle in widths of the window, `drop` units below the horizon; as large as
    `wide` and `tall` units allow, `turned` to the right where it can be, with a `lean` in degrees."""

    aside: float
    drop: float
    wide: float
    tall: float
    turned: bool = False
    lean: float = 0.0


SPOTS: Mapping[str, Spot] = {
    "viaduct": Spot(0.0, -0.62, 7.0, 4.0),
    "tunnel": Spot(0.0, 1.42, 6.6, 4.0, turned=True),
    "under_bridge": Spot(0.0, 2.25, 6.4, 4.4),
    "glacier": Spot(0.0, 2.3, 5.4, 4.3),
    "subway_station": Spot(0.0, 1.75, 4.8, 5.0),
    "porch": Spot(0.0, 2.35, 7.4, 3.4),
    "clouds": Spot(0.0, 1.1, 6.4, 5.6),
    "roofs": Spot(0.0, -0.9, 7.0, 4.2),
    "hilltop": Spot(0.0, -0.45, 7.4, 6.0),
    "under_tree": Spot(-0.12, 1.95, 5.4, 6.0),
    "under_blossom": Spot(-0.12, 1.95, 5.4, 6.0),
    "under_maple": Spot(-0.12, 1.95, 5.4, 6.0),
    "headland": Spot(0.13, -0.78, 8.0, 6.2),
    "ski_slope": Spot(-0.02, 0.72, 6.4, 5.8, lean=17.0),
    "hillside": Spot(-0.02, 0.72, 6.4, 5.8, lean=17.0),
    "jump_hill": Spot(0.07, -0.75, 6.4, 5.4, lean=-13.0),
}


def _arches(view: View, count: int, top: float, low: float, ink: str) -> Path:
    """A row of round openings across the window, between a deck and the ground, as one path with holes in it."""
    b, u = view.box, view.unit
    step = b.width / count
    wall = rect(b.left, view.ground + u * top, b.width, u * (low - top))
    for i in range(count):
        x, half = b.left + step * (i + 0.5), step * 0.36
        spring = view.ground + u * (top + 0.55) + half
        points = [polar(x, spring, half, turn) for turn in range(90, -91, -6)]
        wall += Path.lines(
            [*points, (x - half, view.ground + u * (low + 0.1)), (x + half, view.ground + u * (low + 0.1))]
        )
    view.canvas.fill(wall, ink, evenodd=True)
    return wall


def _river_below(view: View, top: float) -> None:
    b, u, p = view.box, view.unit, view.palette
    water = dusk(view, "#4f93ad")
    view.canvas.fill(rect(b.left, view.ground + u * top, b.width, b.bottom + 20 - view.ground - u * top), water)
    for i in range(3):
        view.swell(
            view.ground + u * (top + 0.35 + 0.5 * i), u * 0.06, u * (2.6 + i), mix(water, p.dark, 0.06 + 0.08 * i)
        )


def _viaduct(view: View) -> None:
    """A valley with hills, a river in it, and a railway over its arches from one side to the other."""
    b, u, p = view.box, view.unit, view.palette
    far_peaks(view, "#f4f8fb", rise=0.2)
    green = green_of(view)
    view.swell(view.ground + u * 0.6, u * 0.4, u * 8, mix(green, p.light, 0.2))
    _river_below(view, 1.9)
    stone = dusk(view, _STONE)
    _arches(view, 4, -0.5, 2.3, mix(stone, p.dark, 0.35))
    view.canvas.fill(rect(b.left, view.ground - u * 0.62, b.width, u * 0.42), stone)
    view.canvas.fill(rect(b.left, view.ground - u * 0.66, b.width, u * 0.12), dusk(view, _RAIL))
    for i in range(5):
        x = b.left + b.width * i / 4
        view.canvas.fill(rect(x - u * 0.42, view.ground - u * 0.2, u * 0.84, u * 2.5), mix(stone, p.dark, 0.12))
        view.canvas.fill(rect(x - u * 0.56, view.ground + u * 2.1, u * 1.12, u * 0.4), mix(stone, p.dark, 0.28))
    for share, size in ((0.07, 1.5), (0.93, 1.6), (0.3, 0.9), (0.7, 0.9)):
        view.canvas.fill(
            cloudlet(across(view, share), view.ground + u * 2.7, u * size * 1.6, u * size, 5), mix(green, p.dark, 0.25)
        )


def _tunnel(view: View) -> None:
    """A wooded hill, a stone portal in its side, and a track that comes out of it."""
    b, u, p, rng = view.box, view.unit, view.palette, view.rng
    view.swell(view.ground - u * 0.9, u * 0.5, u * 8, view.far(0.2))
    green = green_of(view)
    hill = [
        (b.left, -5.6),
        (b.left + b.width * 0.2, -5.4),
        (b.left + b.width * 0.42, -3.6),
        (b.left + b.width * 0.6, -0.6),
        (b.left + b.width * 0.7, 0.8),
    ]
    slope = Path.lines(
        [*((x, view.ground + u * y) for x, y in hill), (b.left + b.width * 0.7, b.bottom), (b.left, b.bottom)]
    )
    view.canvas.fill(slope, mix(green, p.dark, 0.2))
    trees = Path()
    for share, lift in ((0.05, 5.3), (0.13, 5.2), (0.22, 5.0), (0.31, 4.3), (0.4, 3.5), (0.47, 2.6), (0.54, 1.5)):
        trees += pine(across(view, share), view.ground - u * (lift - 0.3), u * rng.uniform(1.3, 2.0), rng)
    view.canvas.fill(trees, mix(green, p.dark, 0.45))
    view.swell(view.ground + u * 0.7, u * 0.14, u * 9, mix(green, p.light, 0.1))
    _portal(view, whole=True)
    _track(view)


def _portal(view: View, *, whole: bool) -> None:
    """The mouth with its stones; the part of it alone that is before whoever comes out."""
    b, u, p = view.box, view.unit, view.palette
    stone, x, foot = dusk(view, _STONE), b.left + b.width * 0.24, view.ground + u * 1.5
    spring = foot - u * 2.5
    outer = [polar(x, spring, u * 2.5, turn) for turn in range(90, -91, -6)]
    inner = [polar(x, spring, u * 1.85, turn) for turn in range(90, -91, -6)]
    if whole:
        view.canvas.fill(Path.lines([*outer, (x - u * 2.5, foot), (x + u * 2.5, foot)]), mix(stone, p.dark, 0.1))
        view.canvas.fill(Path.lines([*inner, (x - u * 1.85, foot), (x + u * 1.85, foot)]), mix("#1d1a22", p.dark, 0.4))
        return
    left = [(px, py) for px, py in outer if px <= x - u * 0.2]
    hole = [(px, py) for px, py in reversed(inner) if px <= x - u * 0.2]
    front = Path.lines([*left, (x - u * 2.5, foot), (x - u * 1.85, foot), *hole])
    view.canvas.fill(front, mix(stone, p.dark, 0.1))
    for turn in range(-86, 0, 14):
        a, c = polar(x, spring, u * 1.85, turn), polar(x, spring, u * 2.5, turn)
        view.canvas.stroke(Path.lines([a, c], closed=False), mix(stone, p.dark, 0.4), u * 0.06)


def _track(view: View) -> None:
    b, u, p = view.box, view.unit, view.palette
    bed, y = dusk(view, _BANK), view.ground + u * 1.5
    view.canvas.fill(
        Path.lines([(b.left, y - u * 0.1), (b.right, y - u * 0.1), (b.right, y + u * 0.8), (b.left, y + u * 0.8)]), bed
    )
    for i in range(17):
        view.canvas.fill(rect(across(view, i / 16) - u * 0.16, y, u * 0.32, u * 0.36), mix("#6b4a35", p.dark, 0.2))
    view.canvas.fill(rect(b.left, y - u * 0.08, b.width, u * 0.14), dusk(view, _RAIL))


def _out_of_the_dark(view: View) -> None:
    """The hill around the mouth, before the end of what has not come out yet."""
    b, u, p = view.box, view.unit, view.palette
    x, foot = b.left + b.width * 0.24, view.ground + u * 1.5
    edge = x - u * 1.85
    view.canvas.fill(
        rect(b.left - 20, view.ground - u * 1.0, edge - u * 0.6 - b.left + 20, u * 2.42),
        mix(green_of(view), p.dark, 0.2),
    )
    dark = [polar(x, foot - u * 2.5, u * 1.85, turn) for turn in range(-30, -91, -6)]
    view.canvas.fill(
        Path.lines([*dark, (edge, foot - u * 0.1), (x - u * 0.95, foot - u * 0.1)]), mix("#1d1a22", p.dark, 0.4)
    )
    _portal(view, whole=False)


def _under_bridge(view: View) -> None:
    """One wide arch of stone over water, houses and trees far behind it."""
    b, u, p = view.box, view.unit, view.palette
    green, stone = green_of(view), dusk(view, _STONE)
    view.swell(view.ground - u * 0.2, u * 0.3, u * 7, mix(green, p.light, 0.2))
    for i in range(9):
        view.canvas.fill(
            cloudlet(across(view, (i + 0.5) / 9), view.ground + u * 0.1, u * 1.6, u * 1.1, 5),
            mix(green, p.dark, 0.1 + 0.12 * (i % 2)),
        )
    view.canvas.fill(rect(b.left, view.ground + u * 0.5, b.width, b.bottom - view.ground), mix("#1f5f7f", p.dark, 0.2))
    for i in range(4):
        view.swell(view.ground + u * (0.9 + 0.55 * i), u * 0.06, u * (2.4 + i), mix("#2f7896", p.dark, 0.08 + 0.1 * i))
    deck = view.ground - u * 3.6
    spring, half = view.ground + u * 0.9, b.width * 0.36
    rise = (spring - deck - u * 0.7) / half
    arc = [
        (view.cx + half * dx, spring - half * rise * dy)
        for dx, dy in ((polar(0, 0, 1, t)[0], -polar(0, 0, 1, t)[1]) for t in range(90, -91, -5))
    ]
    body = [
        (b.left - 20, spring + u * 0.5),
        (view.cx - half, spring + u * 0.5),
        *reversed(arc),
        (view.cx + half, spring + u * 0.5),
        (b.right + 20, spring + u * 0.5),
        (b.right + 20, deck + u * 0.9),
        (view.cx, deck),
        (b.left - 20, deck + u * 0.9),
    ]
    stone = mix(stone, p.light, 0.4)
    view.canvas.fill(Path.lines(body), stone)
    view.canvas.stroke(Path.lines(body), mix(stone, p.dark, 0.55), u * 0.1)
    for turn in range(-84, 85, 12):
        dx, dy = polar(0, 0, 1, turn)
        x, y = view.cx + half * dx, spring + half * rise * dy
        view.canvas.stroke(
            Path.lines([(x, y), (x + u * 0.5 * dx, y + u * 0.5 * dy)], closed=False), mix(stone, p.dark, 0.42), u * 0.08
        )
    rail = [
        (b.left - 20, deck + u * 0.9),
        (view.cx, deck),
        (b.right + 20, deck + u * 0.9),
        (b.right + 20, deck + u * 0.55),
        (view.cx, deck - u * 0.35),
        (b.left - 20, deck + u * 0.55),
    ]
    view.canvas.fill(Path.lines(rail), mix(stone, p.light, 0.3))


def _hilltop(view: View) -> None:
    """One round hill before lower ones, a path that winds up to its top."""
    b, u, p = view.box, view.unit, view.palette
    green = mix(green_of(view), p.dark, 0.25 if view.night else 0.0)
    view.swell(view.ground + u * 0.5, u * 0.4, u * 8, view.far(0.25))
    view.canvas.fill(ellipse(view.cx, view.ground + u * 3.2, b.width * 0.56, u * 4.3), mix(green, p.dark, 0.1))
    path = dusk(view, "#d9c08f", 0.5)
    bends = ((0.0, -1.05, 0.16), (0.9, -0.1, 0.28), (-0.5, 0.9, 0.44), (0.9, 1.9, 0.62), (0.1, 3.1, 0.85))
    left = [(view.cx + u * (x - w), view.ground + u * y) for x, y, w in bends]
    right = [(view.cx + u * (x + w), view.ground + u * y) for x, y, w in reversed(bends)]
    view.canvas.fill(Path.lines([*left, *right]).offset(u * 0.12), path)
    for share, drop, size in ((0.16, 1.5, 0.9), (0.24, 2.4, 0.7), (0.84, 1.5, 0.9), (0.74, 2.5, 0.7)):
        x, y = across(view, share), view.ground + u * drop
        view.canvas.fill(
            circle(x, y, u * size * 0.6) + circle(x + u * 0.4 * size, y + u * 0.2, u * 0.44 * size),
            mix(green, p.dark, 0.4),
        )


CROSSINGS: Mapping[str, Callable[[View], None]] = {
    "viaduct": _viaduct,
    "tunnel": _tunnel,
    "under_bridge": _under_bridge,
    "hilltop": _hilltop,
}


def _bank_of_cloud(view: View) -> None:
    """Cloud around the foot of what stands on it."""
    u, p = view.unit, view.palette
    ink = mix("#ffffff", p.dark, 0.26 if view.night else 0.0)
    for share, drop, wide in ((0.22, 1.6, 3.6), (0.5, 1.5, 4.2), (0.78, 1.6, 3.6)):
        view.canvas.fill(cloudlet(across(view, share), view.ground + u * drop, u * wide, u * 1.3, 6), ink)


FRONTS: Mapping[str, Callable[[View], None]] = {"tunnel": _out_of_the_dark, "clouds": _bank_of_cloud}
"""What of a land is before whoever is there."""
