"""Villages and streets by night and in winter: snowy roofs, neon signs, roofs to fly over, a tram's hill. Original art."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from functools import partial

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, ellipse, rect, rounded_rect, star
from pod.imaging.colour import mix
from pod.providers.embedded.lands import across, dusk, far_peaks
from pod.providers.embedded.scenery import pine
from pod.providers.embedded.view import View

_SNOW, _LAMP, _WALLS = "#f2f7fb", "#fbd46a", ("#a8503c", "#5f7f94", "#c58a4b", "#6f5a7a", "#7a8f5f", "#b5654a")
_SIGNS = ("#ff4f8b", "#37d5e8", "#ffd84f", "#b06bff", "#ff8a3c", "#5fe08a")


def _snow_of(view: View) -> str:
    return mix(_SNOW, view.palette.dark, 0.2 if view.night else 0.0)


def _cottage(view: View, share: float, drop: float, wide: float, tall: float, wall: str) -> None:
    """A house with a snowy gable, lit windows, a door and a chimney."""
    u, snow = view.unit, _snow_of(view)
    x, foot = across(view, share), view.ground + u * drop
    half, top = u * wide / 2, foot - u * tall
    peak = top - u * wide * 0.42
    view.canvas.fill(rect(x + half * 0.35, peak + u * 0.05, u * 0.26, u * 0.7), mix(wall, view.palette.dark, 0.55))
    view.canvas.fill(rect(x + half * 0.3, peak - u * 0.02, u * 0.36, u * 0.14), snow)
    view.canvas.fill(
        Path.lines([(x - half, foot), (x - half, top), (x, peak), (x + half, top), (x + half, foot)]), wall
    )
    eave = [(x - half - u * 0.22, top + u * 0.16), (x, peak - u * 0.18), (x + half + u * 0.22, top + u * 0.16)]
    view.canvas.fill(
        Path.lines(
            [*eave, (x + half + u * 0.1, top + u * 0.42), (x, peak + u * 0.22), (x - half - u * 0.1, top + u * 0.42)]
        ),
        snow,
    )
    lamp = mix(_LAMP, wall, 0.05)
    for dx in (-0.5, 0.5):
        for row in range(max(1, round(tall - 0.9))):
            wx, wy = x + half * dx - u * 0.2, top + u * (0.5 + 0.75 * row)
            view.canvas.fill(rect(wx, wy, u * 0.4, u * 0.46), lamp)
            view.canvas.fill(
                rect(wx + u * 0.17, wy, u * 0.06, u * 0.46) + rect(wx, wy + u * 0.2, u * 0.4, u * 0.06),
                mix(wall, view.palette.dark, 0.4),
            )
    view.canvas.fill(
        rounded_rect(x - u * 0.2, foot - u * 0.62, u * 0.4, u * 0.66, u * 0.08), mix(wall, view.palette.dark, 0.5)
    )


def _steeple(view: View, share: float, drop: float) -> None:
    u, x, foot, snow = view.unit, across(view, share), view.ground + view.unit * drop, _snow_of(view)
    wall = dusk(view, "#d9cbb5", 0.4)
    view.canvas.fill(rect(x - u * 0.5, foot - u * 3.2, u, u * 3.2), wall)
    view.canvas.fill(
        Path.lines([(x - u * 0.66, foot - u * 3.1), (x, foot - u * 5.2), (x + u * 0.66, foot - u * 3.1)]),
        mix("#5f6f7f", view.palette.dark, 0.3),
    )
    view.canvas.fill(
        Path.lines([(x - u * 0.3, foot - u * 4.2), (x, foot - u * 5.2), (x + u * 0.3, foot - u * 4.2)]), snow
    )
    view.canvas.fill(rounded_rect(x - u * 0.18, foot - u * 2.8, u * 0.36, u * 0.6, u * 0.17), _LAMP)


def _flakes(view: View) -> None:
    b, u, rng = view.box, view.unit, view.rng
    flakes = Path()
    for i in range(40):
        flakes += circle(
            across(view, rng.random()), b.top + b.height * rng.uniform(0.02, 0.8), u * (0.05 + 0.03 * (i % 3))
        )
    view.canvas.fill(flakes, "#fbfdff")


def _snow_village(view: View, *, festive: bool = False) -> None:
    """Cottages with snow on them and light in them around a church, below white mountains; a decked tree on a feast."""
    u, p, rng = view.unit, view.palette, view.rng
    snow = _snow_of(view)
    far_peaks(view, snow, rise=0.6)
    view.swell(view.ground - u * 0.5, u * 0.3, u * 8, mix(snow, view.sky, 0.3))
    trees = Path()
    for share in (0.02, 0.12, 0.34, 0.64, 0.88, 0.98):
        trees += pine(across(view, share), view.ground + u * 0.1, u * rng.uniform(1.7, 2.7), rng)
    view.canvas.fill(trees, mix("#2f5a4a", p.dark, 0.4))
    _steeple(view, 0.3 if not festive else 0.24, 0.3)
    rows = ((0.1, 0.5, 1.7, 1.4), (0.46, 0.3, 1.7, 1.3), (0.72, 0.4, 1.8, 1.5), (0.92, 0.5, 1.7, 1.4))
    for i, (share, drop, wide, tall) in enumerate(rows):
        _cottage(view, share, drop, wide, tall, dusk(view, _WALLS[i], 0.3))
    view.swell(view.ground + u * 0.7, u * 0.16, u * 7, mix(snow, view.sky, 0.14))
    for i, (share, wide) in enumerate(
        ((0.16, 2.2), (0.84, 2.3)) if festive else ((0.2, 2.2), (0.56, 2.3), (0.86, 2.2))
    ):
        _cottage(view, share, 1.9, wide, 1.7, dusk(view, _WALLS[i + 3], 0.3))
    view.swell(view.ground + u * 1.8, u * 0.14, u * 6, snow)
    if festive:
        _decked_tree(view)
    _flakes(view)


def _decked_tree(view: View) -> None:
    u, x, foot = view.unit, view.cx, view.ground + view.unit * 2.2
    view.canvas.fill(rect(x - u * 0.2, foot - u * 0.5, u * 0.4, u * 0.5), "#6b4a35")
    for k, (half, low, high) in enumerate(((1.6, 0.4, 2.4), (1.25, 1.5, 3.4), (0.85, 2.6, 4.3))):
        view.canvas.fill(
            Path.lines([(x - u * half, foot - u * low), (x, foot - u * high), (x + u * half, foot - u * low)]),
            mix("#2f7a4f", "#123a2a", 0.2 * (2 - k)),
        )
    for i, (dx, lift) in enumerate(
        (
            (-1.0, 0.7),
            (-0.3, 0.8),
            (0.4, 0.66),
            (1.0, 0.74),
            (-0.6, 1.8),
            (0.1, 1.9),
            (0.7, 1.76),
            (-0.3, 2.9),
            (0.35, 2.86),
        )
    ):
        view.canvas.fill(circle(x + u * dx, foot - u * lift, u * 0.15), ("#e0483f", "#fbd46a", "#5fb5e0")[i % 3])
    view.canvas.fill(star(x, foot - u * 4.4, u * 0.44), "#fbd46a")


def _neon_street(view: View) -> None:
    """A street between tall houses: signs in glowing colours, wires over it, the light of all that on the wet road."""
    b, u, p = view.box, view.unit, view.palette
    wall, road, foot = mix("#2a2340", p.dark, 0.3), mix("#1b1830", p.dark, 0.3), view.ground + u * 0.9
    view.canvas.fill(rect(view.cx - u * 1.9, view.ground - u * 3.4, u * 3.8, u * 4.4), mix(wall, "#7a4fa0", 0.35))
    for i in range(24):
        view.canvas.fill(
            rect(view.cx - u * 1.6 + u * 0.56 * (i % 6), view.ground - u * (3.0 - 0.8 * (i // 6)), u * 0.3, u * 0.42),
            _LAMP if (i * 7) % 3 else wall,
        )
    view.canvas.fill(rect(b.left, foot, b.width, b.bottom + 20 - foot), road)
    for side in (-1, 1):
        edge = view.cx + side * b.width / 2
        far, low = view.cx + side * u * 1.5, view.cx + side * u * 2.5
        view.canvas.fill(
            Path.lines(
                [
                    (edge, b.top),
                    (low + side * u * 0.3, b.top),
                    (far, view.ground - u * 3.0),
                    (far, foot),
                    (low, foot + u * 0.5),
                    (edge, foot + u * 1.4),
                ]
            ),
            wall if side < 0 else mix(wall, "#7a4fa0", 0.12),
        )
        for row in range(7):
            for k in range(3):
                view.canvas.fill(
                    rect(
                        view.cx + side * u * (3.2 + 0.7 * k) - u * 0.2, b.top + u * (0.5 + 0.95 * row), u * 0.4, u * 0.5
                    ),
                    mix(_LAMP, wall, 0.25 if (row + k) % 3 else 0.85),
                )
        for k, (out, top, tall, wide) in enumerate(
            (
                (2.4, -4.6, 2.5, 0.8),
                (1.7, -2.2, 1.7, 0.56),
                (3.1, -1.6, 1.9, 0.9),
                (3.9, -4.9, 1.7, 0.74),
                (2.2, -0.3, 0.7, 1.0),
            )
        ):
            ink = _SIGNS[(2 * k + (side > 0)) % 6]
            _sign(view, view.cx + side * u * out, view.ground + u * top, u * wide, u * tall, ink)
            shine = view.cx + side * u * out
            view.canvas.fill(ellipse(shine, foot + u * (0.8 + 0.3 * k), u * 0.28, u * 0.6), mix(road, ink, 0.4))
    for lift in (5.2, 4.2):
        y = view.ground - u * lift
        view.canvas.stroke(
            Path((("M", (b.left, y)), ("Q", (view.cx, y + u * 1.0, b.right, y - u * 0.2)))),
            mix(wall, p.dark, 0.6),
            u * 0.06,
        )
    for k in range(5):
        x = view.cx + u * (k - 2) * 0.9
        view.canvas.fill(ellipse(x, view.ground - u * (3.1 - 0.14 * (k - 2) ** 2), u * 0.28, u * 0.34), "#ff5a4a")


def _sign(view: View, x: float, y: float, wide: float, tall: float, ink: str) -> None:
    """Strokes that are no letters of any script."""
    u = view.unit
    view.canvas.fill(
        rounded_rect(x - wide / 2 - u * 0.08, y - u * 0.08, wide + u * 0.16, tall + u * 0.16, u * 0.14), ink
    )
    view.canvas.fill(rounded_rect(x - wide / 2, y, wide, tall, u * 0.1), mix(ink, "#14101f", 0.72))
    count = max(1, round(tall / (wide * 0.8)))
    for k in range(count):
        cy, r = y + tall * (k + 0.5) / count, min(wide, tall) * 0.26
        bar = rect(x - r, cy - r * 0.2, 2 * r, r * 0.42)
        shape = (
            circle(x, cy, r),
            bar + rect(x - r * 0.8, cy + r * 0.6, 1.6 * r, r * 0.42) + rect(x - r * 0.6, cy - r, 1.2 * r, r * 0.42),
            star(x, cy, r * 1.2),
            bar + circle(x, cy - r * 0.7, r * 0.34) + circle(x, cy + r * 0.8, r * 0.34),
        )[k % 4]
        view.canvas.fill(shape, mix(ink, "#ffffff", 0.35))


def _roofs(view: View) -> None:
    """Snowy roofs and chimneys far below, windows lit: whoever flies is over them."""
    b, u, p = view.box, view.unit, view.palette
    snow = _snow_of(view)
    for row, (drop, size, count) in enumerate(((0.9, 0.8, 7), (2.0, 1.15, 5))):
        for i in range(count + 1):
            share = (i + 0.5 * (row % 2)) / count
            _cottage(
                view,
                share,
                drop + 1.2,
                b.width / u / count * 0.94,
                1.0 + 0.5 * ((i * 2 + row) % 3) * size,
                dusk(view, _WALLS[(i + 3 * row) % 6], 0.4),
            )
    view.canvas.fill(rect(b.left, view.ground + u * 3.0, b.width, b.bottom + 20 - view.ground), mix(snow, p.dark, 0.1))


_TILED = {(0, -1), (1, 1), (2, -1)}


def _azulejos(view: View, across_it: tuple[float, float], top: tuple[float, float], low: tuple[float, float]) -> None:
    """White and blue tiles over a wall that runs away."""
    u, columns, rows = view.unit, 5, 12

    def at(column: float, row: float) -> tuple[float, float]:
        share = column / columns
        x, up, down = (a + (b - a) * share for a, b in (across_it, top, low))
        return x, view.ground + u * (up + (down - up) * row / rows)

    blue, white = dusk(view, "#3f78b5"), dusk(view, "#f4f6f4")
    view.canvas.fill(Path.lines([at(0, 0), at(columns, 0), at(columns, rows), at(0, rows)]), white)
    for column in range(columns):
        for row in range(rows):
            c, r = column + 0.5, row + 0.5
            view.canvas.fill(Path.lines([at(c, r - 0.42), at(c + 0.42, r), at(c, r + 0.42), at(c - 0.42, r)]), blue)
            view.canvas.fill(Path.lines([at(c, r - 0.16), at(c + 0.16, r), at(c, r + 0.16), at(c - 0.16, r)]), white)


_HOUSES = (
    (5.2, 3.1, -5.6, -4.9, 3.2, 0.9),
    (3.1, 1.7, -5.0, -4.6, 0.9, -0.9),
    (1.7, 0.8, -4.7, -4.4, -0.9, -2.0),
)
"""Up the hill, in units: how far aside each begins and ends, how high it is there, and how low."""
_WALLS = ("#f0c25a", "#e8e4da", "#e08a6b", "#7fb0c8", "#f3dfc0", "#c86f5a")


def _tram_hill(view: View) -> None:
    """A steep street between tiled houses, tracks up the middle, wires over it, the sky at its end."""
    b, u, p = view.box, view.unit, view.palette
    stone, crest, low = dusk(view, "#b8aa98"), view.ground - u * 2.0, b.bottom + 20
    street = [(view.cx - u * 0.8, crest), (view.cx + u * 0.8, crest), (b.right, low), (b.left, low)]
    view.canvas.fill(Path.lines(street), stone)
    for side in (-1, 1):
        for k in range(len(_HOUSES)):
            _house_on_a_hill(view, k, side)
    for side in (-1, 1):
        track = [(view.cx + side * u * 0.24, crest), (view.cx + side * u * 1.7, low)]
        view.canvas.stroke(Path.lines(track, closed=False), mix(stone, p.dark, 0.6), u * 0.12)
    for lift in (4.4, 3.2):
        wire = [(view.cx - u * 3, view.ground - u * lift), (view.cx + u * 3, view.ground - u * lift)]
        view.canvas.stroke(Path.lines(wire, closed=False), mix(p.dark, stone, 0.3), u * 0.05)


def _house_on_a_hill(view: View, k: int, side: int) -> None:
    near, far, top_near, top_far, low_near, low_far = _HOUSES[k]
    u, wall = view.unit, dusk(view, _WALLS[(k * 2 + (side > 0)) % len(_WALLS)])
    xn, xf = view.cx + side * u * near, view.cx + side * u * far
    eave_near, eave_far = (xn, view.ground + u * top_near), (xf, view.ground + u * top_far)
    foot_far, foot_near = (xf, view.ground + u * low_far), (xn, view.ground + u * low_near)
    view.canvas.fill(Path.lines([eave_near, eave_far, foot_far, foot_near]), wall)
    if (k, side) in _TILED:
        _azulejos(view, (xn, xf), (top_near, top_far), (low_near, low_far))
    ridge = [(xf, view.ground + u * (top_far - 0.35)), (xn, view.ground + u * (top_near - 0.5))]
    view.canvas.fill(Path.lines([eave_near, eave_far, *ridge]), dusk(view, "#b5593f"))
    top, high = eave_far[1], foot_far[1] - eave_far[1]
    for row, column in itertools.product(range(4), (0.2, 0.6)):
        x0, x1 = (xn + (xf - xn) * share for share in (column, column + 0.22))
        y = top + high * (0.12 + 0.24 * row)
        pane = [(x0, y), (x1, y), (x1, y + high * 0.13), (x0, y + high * 0.13)]
        view.canvas.fill(Path.lines(pane), mix("#3f6f94", wall, 0.15))


HAMLETS: Mapping[str, Callable[[View], None]] = {
    "snow_village": _snow_village,
    "christmas_village": partial(_snow_village, festive=True),
    "neon_street": _neon_street,
    "roofs": _roofs,
    "tram_hill": _tram_hill,
}
