"""What the sky does over a land: rain, a storm, snow, fog, falling leaves, northern lights, a rainbow, a setting sun. Original art."""

from __future__ import annotations

import math

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf, polar, rect, sparkle
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import cloudlet
from pod.providers.embedded.view import View

WET = frozenset({"rain", "storm"})
_DARK = WET | {"lightning"}
SUNLESS = _DARK | {"fog", "aurora", "sunset", "milky_way", "fireworks"}
"""These have their own light: neither the usual sun nor a moon stands in them."""

NIGHTLY = frozenset({"milky_way", "fireworks", "aurora"})
"""Seen by night alone."""

_EVENING = ("#5b3f7d", "#a8457f", "#e0605c", "#f08a4b", "#f8b95a", "#fbdc8c")
_RAINBOW = ("#d9503f", "#ee8a3c", "#f3bf4b", "#6fae6a", "#4f9fc0", "#7a6fb8")
_RAIN, _BOLT, _SNOW = "#a9d3ea", "#ffd84f", "#fbfdff"
_LEAVES = ("#c8502e", "#e08a33", "#e6b23f", "#a8402f")
_GLOWS = ("#3fae8f", "#5fd3a0", "#8f6fd0")


def sky_of(view: View) -> str:
    """The plain ink of the sky under that weather."""
    if view.weather & {"storm", "lightning"}:
        return mix("#4a5568", view.palette.dark, 0.25)
    if view.weather & {"milky_way", "fireworks"}:
        return mix("#1d2348", view.palette.dark, 0.25)
    if "rain" in view.weather:
        return mix("#2f3b58", view.sky, 0.25) if view.night else mix("#8fa3b8", view.sky, 0.2)
    if "fog" in view.weather:
        return mix("#d5dde0", view.sky, 0.25)
    if "aurora" in view.weather:
        return "#1d2a4d"
    return view.sky


def heaven(view: View) -> None:
    """What is behind the land."""
    if "sunset" in view.weather:
        _evening(view)
    if "aurora" in view.weather:
        _aurora(view)
    if "milky_way" in view.weather:
        _milky_way(view)
    if "fireworks" in view.weather:
        _fireworks(view)
    if view.weather & _DARK:
        _dark_clouds(view)
    if view.weather & {"storm", "lightning"}:
        _lightning(view)
    if "rainbow" in view.weather:
        arc_over(view)


def air(view: View) -> None:
    """What is before the land and behind whoever stands in it."""
    if view.weather & WET:
        _rain(view)
    if "snowing" in view.weather:
        _flakes(view)
    if "leaves" in view.weather:
        _leaves(view)
    if "fog" in view.weather:
        _fog(view)


def _evening(view: View) -> None:
    """Bands of a sky that burns, and a low sun in it."""
    b, u = view.box, view.unit
    depth = (view.ground + u - b.top) / len(_EVENING)
    for k, ink in enumerate(_EVENING):
        view.canvas.fill(rect(b.left, b.top + depth * k - 2, b.width, depth + 6), ink)
    x, y = view.sun_x, view.ground - u * 1.6
    for wide, share in ((1.5, 0.25), (1.24, 0.5)):
        view.canvas.fill(circle(x, y, u * 2.1 * wide), mix("#f8b95a", "#fdf0b8", share))
    view.canvas.fill(circle(x, y, u * 2.1), "#fdf0b8")
    for share, lift, wide in ((0.16, 0.3, 2.6), (0.8, 0.2, 2.2), (0.9, 0.46, 1.7)):
        at = b.left + b.width * share, b.top + (view.ground - b.top) * lift
        view.canvas.fill(cloudlet(*at, u * wide, u * wide * 0.24, 5), mix("#e0605c", "#fdf0b8", 0.35))


def _aurora(view: View) -> None:
    """Curtains of light that hang from the top of the sky, and stars between them."""
    b, u = view.box, view.unit
    for i in range(34):
        x, y = b.left + b.width * view.rng.uniform(0.03, 0.97), b.top + (view.ground - b.top) * view.rng.uniform(0, 0.8)
        shape = sparkle(x, y, u * 0.2) if i % 4 == 0 else circle(x, y, u * 0.05)
        view.canvas.fill(shape, "#f4f7ff")
    for k, (ink, low, tall) in enumerate(zip(_GLOWS, (4.6, 3.4, 2.3), (3.4, 2.6, 2.0), strict=True)):
        edge = [
            (b.left + b.width * i / 40, b.top + u * (low + 0.9 * math.sin(i / 40 * 7.4 + 1.7 * k)) - u * 0.4 * k)
            for i in range(41)
        ]
        for share, glow in ((1.0, 0.36), (0.62, 0.62), (0.28, 0.88)):
            top = [(x, y - u * tall * share) for x, y in reversed(edge)]
            view.canvas.fill(Path.lines([*edge, *top]), mix("#1d2a4d", ink, glow))


def _milky_way(view: View) -> None:
    """A band of light and dust that slants over the sky, stars in it and around it."""
    b, u, rng = view.box, view.unit, view.rng
    low, high = (b.left + b.width * 0.16, view.ground + u), (b.left + b.width * 0.8, b.top - u)
    for half, ink in ((1.9, "#33397a"), (1.3, "#5a4f9c"), (0.75, "#8f74b8"), (0.3, "#d9b4d6")):
        edge: list[tuple[float, float]] = []
        for side in (-1, 1):
            line = [i / 14 for i in range(15)][::side]
            edge += [
                (
                    low[0] + (high[0] - low[0]) * t + side * u * half * (1 + 0.24 * math.sin(9 * t + 2 * side)),
                    low[1] + (high[1] - low[1]) * t,
                )
                for t in line
            ]
        view.canvas.fill(Path.lines(edge), mix(ink, sky_of(view), 0.2))
    for i in range(70):
        t, out = rng.random(), rng.gauss(0, 1.3 if i % 3 else 4.5)
        x, y = low[0] + (high[0] - low[0]) * t + u * out, low[1] + (high[1] - low[1]) * t
        if y < view.ground - u * 0.6 and b.left < x < b.right:
            view.canvas.fill(sparkle(x, y, u * 0.24) if i % 7 == 0 else circle(x, y, u * 0.05), "#f6f2ff")


_SPARKS = ("#ff5a5f", "#ffd84f", "#5fc8f0", "#f58ad0", "#9be06a", "#fbf2df")


def _fireworks(view: View) -> None:
    """Bursts that fill the sky, each in its own colour."""
    b, u = view.box, view.unit
    bursts = ((0.24, 1.9, 1.55), (0.72, 2.3, 1.9), (0.48, 3.9, 1.35), (0.12, 4.6, 1.0), (0.9, 4.9, 1.05))
    for k, (share, drop, r) in enumerate(bursts):
        x, y, ink = b.left + b.width * share, b.top + u * drop, _SPARKS[k]
        rays_of = Path()
        for i in range(14):
            turn = 360 * i / 14 + 9 * k
            rays_of += leaf(*polar(x, y, u * r * 0.22, turn), u * r * (0.78 if i % 2 else 0.56), u * 0.15, turn)
            rays_of += circle(*polar(x, y, u * r * (1.12 if i % 2 else 0.9), turn), u * 0.085)
        view.canvas.fill(rays_of, ink)
        view.canvas.fill(circle(x, y, u * 0.14), "#fffbe8")
    for _ in range(16):
        x, y = b.left + b.width * view.rng.random(), b.top + (view.ground - b.top) * 0.75 * view.rng.random()
        view.canvas.fill(circle(x, y, u * 0.05), "#fbf2df")


def _dark_clouds(view: View) -> None:
    b, u = view.box, view.unit
    base = "#5d6878" if view.weather & {"storm", "lightning"} else "#7f8fa1"
    for i, (share, lift, wide) in enumerate(
        ((0.06, 0.7, 4.4), (0.36, 0.4, 4.6), (0.66, 0.5, 4.8), (0.95, 0.7, 4.4), (0.2, 1.3, 3.2), (0.8, 1.3, 3.4))
    ):
        ink = mix(base, "#e4eaf1", 0.12 + 0.16 * (i % 3))
        view.canvas.fill(cloudlet(b.left + b.width * share, b.top + u * lift, u * wide, u * wide * 0.42, 5), ink)


def _lightning(view: View) -> None:
    b, u = view.box, view.unit
    for share, long in ((0.2, 4.2), (0.8, 3.6)):
        x, y, k = b.left + b.width * share, b.top + u * 1.7, u * long / 4
        bolt = [(0.5, 0), (-0.7, 2.1), (0.0, 2.1), (-0.5, 4), (0.9, 1.5), (0.2, 1.5), (0.9, 0)]
        shape = Path.lines([(x + k * dx, y + k * dy) for dx, dy in bolt])
        view.canvas.fill(shape.offset(u * 0.12), mix("#4a5568", _BOLT, 0.35))
        view.canvas.fill(shape, _BOLT)


def arc_over(view: View) -> None:
    """A rainbow from one side to the other."""
    b, u = view.box, view.unit
    cx, cy = view.cx, view.ground - u * 0.5
    reach = min(b.width * 0.52, cy - b.top - u * 0.2)
    for k, ink in enumerate(_RAINBOW):
        outer = reach - u * 0.42 * k
        above = [polar(cx, cy, outer, turn) for turn in range(-90, 91, 3)]
        below = [polar(cx, cy, outer - u * 0.44, turn) for turn in range(90, -91, -3)]
        view.canvas.fill(Path.lines([*above, *below]), ink)


def veil(view: View) -> None:
    """What is before whoever stands there: a bank of fog around their feet."""
    if "fog" in view.weather:
        for share, lift, long in ((0.24, 1.5, 5.4), (0.8, 1.9, 5.8)):
            at = view.box.left + view.box.width * share, view.ground + view.unit * lift
            view.canvas.fill(cloudlet(*at, view.unit * long, view.unit * 0.8, 6), "#eef2f3")


def _rain(view: View) -> None:
    b, u = view.box, view.unit
    streaks = Path()
    for row in range(9):
        for column in range(9):
            x = b.left + b.width * (column + 0.5 * (row % 2) + view.rng.uniform(-0.12, 0.12)) / 8.5
            y = b.top + u * 2.0 + (b.height - u * 2.0) * (row + view.rng.uniform(-0.2, 0.2)) / 8.6
            streaks += leaf(x, y, u * 0.72, u * 0.17, 196)
    view.canvas.fill(streaks, _RAIN)


def _flakes(view: View) -> None:
    """White ground, and flakes before all of it."""
    b, u = view.box, view.unit
    view.swell(view.ground + u * 0.7, u * 0.2, u * 8, mix("#e6eff6", view.palette.dark, 0.2 if view.night else 0.0))
    view.swell(view.ground + u * 1.6, u * 0.18, u * 6, mix(_SNOW, view.palette.dark, 0.14 if view.night else 0.0))
    flakes = Path()
    for i in range(46):
        x, y = b.left + b.width * view.rng.uniform(0.02, 0.98), b.top + b.height * view.rng.uniform(0.02, 0.9)
        flakes += circle(x, y, u * (0.07 + 0.05 * (i % 3)))
    view.canvas.fill(flakes, _SNOW)


def _leaves(view: View) -> None:
    """Red and gold leaves that come down."""
    b, u = view.box, view.unit
    for i in range(26):
        x, y = b.left + b.width * view.rng.uniform(0.03, 0.97), b.top + b.height * view.rng.uniform(0.05, 0.97)
        view.canvas.fill(leaf(x, y, u * 0.55, u * 0.3, view.rng.uniform(0, 360)), _LEAVES[i % len(_LEAVES)])


def _fog(view: View) -> None:
    """Banks of mist, one before the other."""
    b, u = view.box, view.unit
    for lift, share, long, ink in (
        (-2.4, 0.18, 6.0, "#e3e9eb"),
        (-1.1, 0.76, 6.6, "#d8e0e3"),
        (0.5, 0.3, 7.4, "#e9eeef"),
        (1.7, 0.72, 7.0, "#dde5e7"),
    ):
        x, y = b.left + b.width * share, view.ground + u * lift
        bank = cloudlet(x, y, u * long, u * 0.9, 6)
        view.canvas.fill(bank, ink)
        view.canvas.fill(cloudlet(*polar(x, y, u * 3.4, 90 if share < 0.5 else -90), u * 2.6, u * 0.5, 4), ink)
