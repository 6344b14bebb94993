"""Lands to stand in: a garden, a beach, a jungle, an autumn wood, a swamp, a camp."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pod.drawing.paths import Path
from pod.drawing.shapes import ellipse, leaf, polar, rect, rounded_rect, star
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import cloudlet
from pod.providers.embedded.scenery import flower, mountains, palm, pine
from pod.providers.embedded.view import View

_SIDES = (-1, 1)
_WOOD, _GREEN, _SAND = "#8a5a3c", "#5f9a55", "#e8cf9a"


def across(view: View, share: float) -> float:
    return view.box.left + view.box.width * share


def green_of(view: View) -> str:
    """Of grass, and of what the snow has left of it."""
    if "snowing" in view.weather:
        return mix("#f2f7fb", view.palette.dark, 0.24 if view.night else 0.04)
    return mix(_GREEN, view.palette.dark, 0.3 if view.night else 0.1)


def lawn(view: View, drop: float = 0.0) -> str:
    """Grass from the horizon down; answers its ink."""
    green = green_of(view)
    view.swell(view.ground + view.unit * drop, view.unit * 0.12, view.unit * 9, mix(green, view.palette.light, 0.18))
    view.swell(
        view.ground + view.unit * (drop + 1.3), view.unit * 0.2, view.unit * 8, mix(green, view.palette.dark, 0.12)
    )
    return green


def _garden(view: View) -> None:
    """A hedge, a fence, and rose bushes on both sides of a lawn."""
    b, u, p, rng = view.box, view.unit, view.palette, view.rng
    green, fence = green_of(view), mix(p.light, "#ffffff", 0.4)
    for i in range(9):
        view.canvas.fill(
            cloudlet(across(view, (i + 0.5) / 9), view.ground - u * 0.2, u * 1.9, u * 1.7, 5), mix(green, p.dark, 0.3)
        )
    lawn(view, 0.1)
    pickets, step = Path(), b.width / 17
    for i in range(18):
        x, top = b.left + step * (i - 0.3), view.ground - u * 0.9
        pickets += Path.lines(
            [
                (x, top),
                (x + step * 0.3, top - u * 0.34),
                (x + step * 0.6, top),
                (x + step * 0.6, view.ground + u * 0.7),
                (x, view.ground + u * 0.7),
            ]
        )
    for drop in (-0.5, 0.1):
        pickets += rect(b.left, view.ground + u * drop, b.width, u * 0.2)
    view.canvas.fill(pickets, fence)
    for share, wide in ((0.06, 3.0), (0.94, 3.2), (0.2, 2.0), (0.8, 2.0)):
        x, y = across(view, share), view.ground + u * (1.5 if wide < 2.5 else 1.3)
        view.canvas.fill(cloudlet(x, y, u * wide, u * wide * 0.9, 6), mix(green, p.dark, 0.16))
        for k in range(7):
            at = polar(x, y, u * wide * (0.14 if k == 0 else 0.34), 60 * k + 20)
            flower(
                view.canvas,
                *at,
                u * rng.uniform(0.3, 0.4),
                (p.accents[4], p.accents[1], p.accents[0])[k % 3],
                p.light,
                mix(green, p.dark, 0.4),
                5,
                12 * k,
            )


def _beach(view: View) -> None:
    """Sand before the sea, a sunshade on one side and a palm on the other."""
    u, p, rng = view.unit, view.palette, view.rng
    sea, sand = mix("#3a9db5", p.accents[3], 0.25), mix(_SAND, p.accents[0], 0.2)
    sand = mix(sand, p.dark, 0.35 if view.night else 0.0)
    for i in range(3):
        view.swell(view.ground - u * 0.9 + i * u * 0.55, u * 0.07, u * (2.6 + i), mix(sea, p.dark, 0.04 + 0.1 * i))
    view.swell(view.ground + u * 0.62, u * 0.16, u * 6, mix(p.light, sea, 0.15))
    view.swell(view.ground + u * 0.85, u * 0.16, u * 6, sand)
    if "palms" in view.figures:
        view.canvas.fill(palm(across(view, 0.95), view.ground + u * 2.2, u * 5.6, -u), mix("#3f6b4a", p.dark, 0.35))
    x, top = across(view, 0.13), view.ground - u * 1.9
    view.canvas.fill(rect(x - u * 0.07, top, u * 0.14, u * 3.9), mix(p.light, p.dark, 0.2))
    for i in range(6):
        lean = [
            (x, top - u * 0.7),
            (x + u * (-1.8 + 0.6 * i), top + u * 0.5),
            (x + u * (-1.2 + 0.6 * i), top + u * 0.5),
        ]
        view.canvas.fill(Path.lines(lean), p.accents[4] if i % 2 else p.light)
    for share, drop, ink in ((0.3, 2.6, p.accents[1]), (0.74, 2.0, p.accents[4]), (0.66, 3.2, p.accents[0])):
        view.canvas.fill(
            star(across(view, share), view.ground + u * drop, u * 0.34, 5, 0.5, rng.uniform(0, 60)),
            mix(ink, p.dark, 0.1),
        )


def _jungle(view: View) -> None:
    """Great leaves from above and below, vines between them."""
    b, u, p, rng = view.box, view.unit, view.palette, view.rng
    greens = [mix("#3f8f55", p.dark, share) for share in (0.55, 0.4, 0.2, 0.05)]
    for i in range(9):
        view.canvas.fill(
            cloudlet(across(view, (i + 0.5) / 9), view.ground - u * rng.uniform(0.2, 1.0), u * 2.4, u * 2.8, 5),
            greens[0],
        )
    view.swell(view.ground + u * 0.4, u * 0.3, u * 5, greens[1])
    for share, long in ((0.16, 3.0), (0.3, 1.8), (0.72, 2.2), (0.86, 3.4)):
        view.canvas.fill(rect(across(view, share), b.top, u * 0.1, u * long), greens[1])
        for k in range(4):
            view.canvas.fill(
                leaf(across(view, share), b.top + u * long * (k + 1) / 4, u * 0.6, u * 0.3, 120 if k % 2 else -120),
                greens[2],
            )
    for side in _SIDES:
        corner, floor = view.cx + side * b.width * 0.52, view.ground + u * 2.4
        for k, turn in enumerate((14, -14, -38, -62)):
            view.canvas.fill(leaf(corner, floor, u * (4.4 - 0.4 * k), u * 1.2, side * turn), greens[2 + k % 2])
        for k, turn in enumerate((-120, -148, -100)):
            view.canvas.fill(
                leaf(corner, b.top - u * 0.3, u * (3.6 - 0.5 * k), u * 1.1, side * turn), greens[3 - k % 2]
            )
        flower(
            view.canvas,
            view.cx + side * b.width * 0.36,
            view.ground + u * 2.0,
            u * 0.6,
            p.accents[4],
            p.accents[0],
            greens[0],
            5,
            20,
        )


def _autumn(view: View) -> None:
    """A wood in red and gold, and leaves that come down."""
    b, u, p, rng = view.box, view.unit, view.palette, view.rng
    crowns = ("#c8502e", "#e08a33", "#e6b23f", "#a8402f")
    view.swell(view.ground - u * 0.6, u * 0.4, u * 8, view.far(0.35))
    for i in range(11):
        x, tall = across(view, (i + 0.5) / 11), u * (1.7 + 2.2 * abs(2 * (i + 0.5) / 11 - 1)) * rng.uniform(0.85, 1.1)
        view.canvas.fill(rect(x - u * 0.1, view.ground - tall * 0.5, u * 0.2, tall * 0.6), mix(_WOOD, p.dark, 0.5))
        view.canvas.fill(
            cloudlet(x, view.ground - tall * 0.75, tall * 0.72, tall * 0.8, 6),
            mix(crowns[i % 4], p.dark, 0.25 if view.night else 0.0),
        )
    ground = mix("#b5793f", p.dark, 0.25)
    view.swell(view.ground + u * 0.1, u * 0.2, u * 7, ground)
    view.swell(view.ground + u * 1.3, u * 0.2, u * 6, mix(ground, p.dark, 0.3))
    for i in range(26):
        low = i % 2
        x = across(view, rng.uniform(0.04, 0.96))
        y = view.ground + u * rng.uniform(0.5, 3.0) if low else b.top + (view.ground - b.top) * rng.uniform(0.05, 0.9)
        view.canvas.fill(leaf(x, y, u * 0.42, u * 0.24, rng.uniform(0, 360)), crowns[i % 4])


def _swamp(view: View) -> None:
    """Still green water, reeds with brown heads on both sides, lily pads."""
    b, u, p, rng = view.box, view.unit, view.palette, view.rng
    water, reed = mix("#5b8a76", p.accents[3], 0.25), mix("#5d7f3c", p.dark, 0.2)
    view.swell(view.ground - u * 0.7, u * 0.4, u * 7, view.far(0.3))
    view.canvas.fill(rect(b.left, view.ground - u * 0.1, b.width, b.bottom + 20 - view.ground), water)
    for i in range(4):
        view.swell(view.ground + u * (0.8 + 0.8 * i), u * 0.06, u * (3 + i), mix(water, p.dark, 0.12 + 0.09 * i))
    for share, drop in ((0.24, 1.5), (0.38, 2.9), (0.68, 2.8), (0.78, 1.5)):
        x, y = across(view, share), view.ground + u * drop
        view.canvas.fill(ellipse(x, y, u * 0.72, u * 0.2), mix("#6da35c", p.dark, 0.1))
        if drop < 2:
            flower(
                view.canvas,
                x,
                y - u * 0.2,
                u * 0.34,
                mix("#f0b6c8", p.light, 0.2),
                p.accents[0],
                mix(reed, p.dark, 0.4),
                6,
            )
    for side in _SIDES:
        for k in range(6):
            x, foot = view.cx + side * b.width * (0.3 + 0.036 * k), view.ground + u * (1.9 + 0.2 * (k % 2))
            tall, lean = u * (2.6 + 0.5 * k) * rng.uniform(0.85, 1.1), side * (6 - 3 * k)
            view.canvas.fill(leaf(x, foot, tall, u * 0.26, lean), reed)
            if k % 2:
                tip = polar(x, foot, tall * 0.98, lean)
                view.canvas.fill(
                    rounded_rect(tip[0] - u * 0.13, tip[1] - u * 0.4, u * 0.26, u * 0.9, u * 0.13),
                    mix(_WOOD, p.dark, 0.25),
                )


def _clearing(view: View) -> None:
    """Snowless pines around a camp: a fire ring, logs, a tent on one side."""
    u, rng = view.unit, view.rng
    trees = Path()
    for i in range(13):
        out = abs(2 * (i + 0.5) / 13 - 1)
        trees += pine(
            across(view, (i + 0.5) / 13), view.ground + u * 0.2, u * (1.6 + 3.0 * out) * rng.uniform(0.85, 1.1), rng
        )
    view.canvas.fill(trees, view.far(0.6))
    view.swell(view.ground + u * 0.1, u * 0.2, u * 8, view.far(0.85))
    if "tent" not in view.named:
        _pitched(view, across(view, 0.19), view.ground + u * 1.4)
    if not _LIT & view.named:
        _fire_ring(view, across(view, 0.81), view.ground + u * 1.4)


_LIT = frozenset({"tent", "campfire", "fire"})
"""What a fire burns in the picture with already, or would be half hidden by."""


def _pitched(view: View, x: float, foot: float) -> None:
    u, p = view.unit, view.palette
    view.canvas.fill(Path.lines([(x - u * 1.5, foot), (x, foot - u * 2.3), (x + u * 1.5, foot)]), p.accents[1])
    view.canvas.fill(
        Path.lines([(x - u * 0.5, foot), (x, foot - u * 1.7), (x + u * 0.5, foot)]), mix(p.accents[1], p.dark, 0.6)
    )


def _fire_ring(view: View, x: float, foot: float) -> None:
    u, p = view.unit, view.palette
    for turn in (-24, 24):
        view.canvas.fill(
            leaf(
                *polar(x, foot, u * 0.9, turn - 90 if turn < 0 else turn + 90),
                u * 1.8,
                u * 0.36,
                90 + turn if turn < 0 else -90 + turn,
            ),
            mix(_WOOD, p.dark, 0.2),
        )
    for size, ink in ((1.5, "#e8703c"), (1.0, "#f8b84a"), (0.55, "#fdf0c0")):
        view.canvas.fill(leaf(x, foot, u * size * 1.3, u * size * 0.8, 0), ink)


def _coast(view: View) -> None:
    """Green cliffs on both sides of a cold sea with white caps."""
    b, u, p = view.box, view.unit, view.palette
    sea, rock, green = mix("#2f6f8a", p.accents[3], 0.2), mix("#8d8478", p.dark, 0.15), green_of(view)
    for i in range(5):
        view.swell(
            view.ground - u * 0.7 + i * u * 0.9, u * (0.12 + 0.05 * i), u * (2.2 + 0.4 * i), mix(sea, p.dark, 0.1 * i)
        )
    for share, drop in ((0.4, 0.2), (0.56, 0.9), (0.47, 1.7), (0.62, 2.4)):
        view.canvas.fill(
            ellipse(across(view, share), view.ground + u * drop, u * 0.45, u * 0.07), mix(sea, p.light, 0.75)
        )
    for side, reach, high in ((-1, 3.4, 2.2), (1, 2.6, 1.4)):
        edge = b.left if side < 0 else b.right
        steps = ((0.0, 1.0), (0.62, 0.92), (0.72, 0.6), (0.66, 0.2), (0.84, -0.2), (0.8, -0.9), (1.0, -1.4))
        line = [(edge - side * reach * u * x, view.ground - high * u * y) for x, y in steps]
        floor = [
            (edge - side * reach * u, b.bottom + 20),
            (edge + side * 20, b.bottom + 20),
            (edge + side * 20, line[0][1]),
        ]
        view.canvas.fill(Path.lines([*line, *floor]), rock)
        turf = [*line[:3], (line[1][0], line[1][1] + u * 0.5), (edge + side * 20, line[0][1] + u * 0.8), floor[2]]
        view.canvas.fill(Path.lines(turf), green)


def dusk(view: View, ink: str, share: float = 0.3) -> str:
    """An own colour of a land as it is by day or by night."""
    return mix(ink, view.palette.dark, share if view.night else 0.06)


def far_peaks(
    view: View, snow: str, *, rise: float, tall: float = 3.4, share: float = 0.1, shade: float = 0.25
) -> None:
    """A range at the horizon, `tall` units high from `rise` units above the ground, with snow on it."""
    box, u, far = view.box, view.unit, view.far(share)
    mountains(
        view.canvas,
        box.left,
        box.right,
        view.ground - u * rise,
        u * tall,
        box.bottom,
        far,
        mix(far, view.palette.dark, shade),
        view.rng,
        snow,
    )


def outline(view: View, points: Sequence[tuple[float, float]], floor: float) -> Path:
    """A skyline from shares of the width and units above the horizon, filled down to `floor` units below it."""
    line = [(across(view, x), view.ground - view.unit * y) for x, y in points]
    low = view.ground + view.unit * floor
    return Path.lines([(line[0][0], low), *line, (line[-1][0], low)])


LANDS: Mapping[str, Callable[[View], None]] = {
    "garden": _garden,
    "beach": _beach,
    "jungle": _jungle,
    "autumn": _autumn,
    "swamp": _swamp,
    "camp": _clearing,
    "coast": _coast,
}
