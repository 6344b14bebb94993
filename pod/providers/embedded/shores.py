"""Lands by the water that one travels to: palm beaches, a waterfall, a fjord, a harbour. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import ellipse, leaf, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import cloudlet
from pod.providers.embedded.lands import across, dusk, green_of, outline
from pod.providers.embedded.regions import cone
from pod.providers.embedded.scenery import flower, mountains, palm
from pod.providers.embedded.view import View

_SIDES = (-1, 1)
_SEA, _SAND = "#2f9bb0", "#ecd6a2"
_WOOD = "#6b4a35"


def _hibiscus(view: View, share: float, drop: float, r: float, ink: str) -> None:
    x, y, u = across(view, share), view.ground + view.unit * drop, view.unit
    for turn in (-70, 40, 130):
        view.canvas.fill(leaf(x, y, u * r * 1.7, u * r * 0.8, turn), dusk(view, "#3f8f55"))
    flower(view.canvas, x, y, u * r, ink, "#f8d25c", mix(ink, view.palette.dark, 0.4), 5, 12)


def _tropics(view: View) -> None:
    """An island volcano over a turquoise sea, surf, palms, hibiscus on the sand."""
    u, p = view.unit, view.palette
    sea, sand = dusk(view, _SEA), dusk(view, _SAND)
    cone(view, 0.28, 0.32, 3.4, dusk(view, "#5f7a52", 0.35))
    view.canvas.fill(
        outline(view, ((0.5, 0.0), (0.72, 1.2), (0.86, 0.7), (1.0, 1.0)), 0.4), dusk(view, "#6f9a62", 0.35)
    )
    for i in range(3):
        view.swell(view.ground - u * 0.4 + i * u * 0.55, u * 0.08, u * (2.4 + i), mix(sea, p.dark, 0.05 + 0.09 * i))
    view.swell(view.ground + u * 1.1, u * 0.16, u * 4, mix("#ffffff", sea, 0.12))
    view.swell(view.ground + u * 1.36, u * 0.16, u * 4, sand)
    for share, tall, lean in ((0.05, 5.8, 1.0), (0.95, 6.2, -1.1), (0.88, 4.2, 0.5)):
        view.canvas.fill(
            palm(across(view, share), view.ground + u * 2.3, u * tall, u * lean), dusk(view, "#2f6b52", 0.5)
        )
    for share, drop, r, ink in (
        (0.14, 2.2, 0.62, "#e0487a"),
        (0.86, 2.3, 0.66, "#e0487a"),
        (0.26, 2.7, 0.44, "#f08a4b"),
    ):
        _hibiscus(view, share, drop, r, ink)


def _falls(view: View, share: float, half: float, tall: float) -> None:
    """A fall between two rocks, with its foam."""
    u, x, top = view.unit, across(view, share), view.ground - view.unit * tall
    view.canvas.fill(rect(x - u * half, top, u * 2 * half, u * (tall + 0.9)), "#bfe3ef")
    for k in range(5):
        dx = u * half * (-0.8 + 0.4 * k)
        view.canvas.fill(
            rounded_rect(x + dx - u * 0.05, top + u * 0.3 * (k % 3), u * 0.12, u * (tall - 0.6 * (k % 2)), u * 0.05),
            "#ffffff" if k % 2 else "#7fc0d8",
        )
    for dx in (-0.8, 0.0, 0.8):
        view.canvas.fill(cloudlet(x + u * half * dx, view.ground + u * 0.8, u * half * 1.2, u * 0.7, 4), "#f4fbfd")


_ONE_FALL = ((0.12, 0.4, 4.6), (0.87, 0.45, 4.8), (0.5, 1.7, 5.0))
_TWO_FALLS = ((0.25, 1.0, 4.8), (0.8, 0.6, 4.9))
"""Where they are, half their width, how tall: one great one where nobody stands before it."""


def _waterfall(view: View) -> None:
    """Water that falls over a mossy cliff into a pool, ferns before it."""
    b, u, p = view.box, view.unit, view.palette
    rock, moss, pool = dusk(view, "#7b7f86"), green_of(view), dusk(view, "#4fa3bd")
    crest = (
        (0.0, 5.2),
        (0.08, 5.6),
        (0.14, 5.0),
        (0.4, 4.8),
        (0.5, 5.6),
        (0.64, 5.0),
        (0.72, 5.4),
        (0.9, 5.0),
        (1.0, 5.7),
    )
    view.canvas.fill(outline(view, crest, 0.8), rock)
    for i, (x, y) in enumerate(crest):
        view.canvas.fill(
            cloudlet(across(view, x), view.ground - u * y, u * 2.2, u * 0.9, 5), mix(moss, p.dark, 0.08 * (i % 3))
        )
    for share, drop in ((0.05, 2.4), (0.46, 3.2), (0.56, 1.6), (0.94, 2.6)):
        view.canvas.fill(ellipse(across(view, share), view.ground - u * drop, u * 0.7, u * 0.4), mix(rock, p.dark, 0.2))
    for share, half, tall in _ONE_FALL if view.alone else _TWO_FALLS:
        _falls(view, share, half, tall)
    view.canvas.fill(rect(b.left, view.ground + u * 0.8, b.width, b.bottom + 20 - view.ground), pool)
    for i in range(4):
        view.swell(view.ground + u * (1.1 + 0.7 * i), u * 0.06, u * (3 + i), mix(pool, p.dark, 0.06 + 0.07 * i))
    for side in _SIDES:
        for turn in (-50, -25, 0, 25, 50):
            x = view.cx + side * b.width * 0.44
            view.canvas.fill(
                leaf(x, view.ground + u * 2.6, u * (2.3 - abs(turn) / 60), u * 0.4, turn), mix(moss, p.dark, 0.25)
            )


def _fjord(view: View) -> None:
    """Steep walls with snow on them on both sides of deep water, a red hut on the shore."""
    b, u, p = view.box, view.unit, view.palette
    rock, water = view.far(0.35), dusk(view, "#3b7c96")
    mountains(
        view.canvas,
        b.left,
        b.right,
        view.ground - u * 0.2,
        u * 3.0,
        b.bottom,
        view.far(0.1),
        view.far(0.22),
        view.rng,
        "#f4f8fb",
    )
    walls = (
        ((0.0, 6.0), (0.1, 5.4), (0.2, 3.6), (0.3, 1.4), (0.38, -0.1)),
        ((0.6, -0.1), (0.72, 2.2), (0.84, 4.6), (0.92, 5.2), (1.0, 5.6)),
    )
    for wall in walls:
        view.canvas.fill(outline(view, wall, 0.5), rock)
    for snow in (
        ((0.0, 6.0), (0.1, 5.4), (0.145, 4.6), (0.11, 4.9), (0.08, 4.4), (0.04, 4.9), (0.0, 4.5)),
        ((1.0, 5.6), (0.92, 5.2), (0.86, 4.8), (0.9, 4.6), (0.93, 4.2), (0.96, 4.6), (1.0, 4.2)),
    ):
        view.canvas.fill(Path.lines([(across(view, x), view.ground - u * y) for x, y in snow]), "#f4f8fb")
    view.canvas.fill(rect(b.left, view.ground, b.width, b.bottom + 20 - view.ground), water)
    for i in range(5):
        view.swell(view.ground + u * (0.5 + 0.7 * i), u * 0.05, u * (3 + i), mix(water, p.dark, 0.06 + 0.08 * i))
    for share, size in ((0.09, 1.0), (0.2, 0.7)):
        x, foot = across(view, share), view.ground + u * 0.25
        view.canvas.fill(rect(x, foot - u * size, u * 1.1 * size, u * size), "#b8402f")
        view.canvas.fill(
            Path.lines(
                [
                    (x - u * 0.12, foot - u * size),
                    (x + u * 0.55 * size, foot - u * 1.7 * size),
                    (x + u * 1.1 * size + u * 0.12, foot - u * size),
                ]
            ),
            "#3d3a48",
        )
        view.canvas.fill(rect(x + u * 0.4 * size, foot - u * 0.62 * size, u * 0.3 * size, u * 0.34 * size), "#fbf2df")


def _harbour(view: View) -> None:
    """A quay with coloured houses, masts before them."""
    b, u, p = view.box, view.unit, view.palette
    sea = dusk(view, "#3f86a3")
    walls = ("#d9664f", "#f0c25a", "#5f9ab0", "#e8e0d0", "#7fa36b", "#e08a4b")
    for i in range(9):
        x, tall = across(view, i / 9), u * (2.2 + 0.7 * ((i * 5) % 3))
        width, wall = b.width / 9 + 4, dusk(view, walls[i % 6])
        foot = view.ground + u * 0.3
        view.canvas.fill(
            Path.lines([(x, foot - tall), (x + width / 2, foot - tall - u * 0.7), (x + width, foot - tall)]),
            mix(wall, p.dark, 0.5),
        )
        view.canvas.fill(rect(x, foot - tall, width, tall), wall)
        for row in range(2):
            for column in (0.2, 0.58):
                view.canvas.fill(
                    rect(x + width * column, foot - tall + u * (0.4 + 0.85 * row), width * 0.22, u * 0.46),
                    mix("#fbe8b0", wall, 0.1),
                )
    view.canvas.fill(rect(b.left, view.ground + u * 0.3, b.width, u * 0.5), dusk(view, "#8d8478"))
    view.canvas.fill(rect(b.left, view.ground + u * 0.8, b.width, b.bottom + 20 - view.ground), sea)
    for i in range(4):
        view.swell(view.ground + u * (1.2 + 0.6 * i), u * 0.06, u * (2.4 + i), mix(sea, p.dark, 0.07 + 0.08 * i))
    for share, side in ((0.14, 1), (0.86, -1)):
        x, deck = across(view, share), view.ground + u * 1.3
        view.canvas.fill(rect(x - u * 0.06, deck - u * 4.0, u * 0.12, u * 4.0), dusk(view, _WOOD))
        view.canvas.fill(
            Path.lines(
                [
                    (x + side * u * 0.14, deck - u * 3.8),
                    (x + side * u * 1.5, deck - u * 0.4),
                    (x + side * u * 0.14, deck - u * 0.4),
                ]
            ),
            "#fbf6ea",
        )
        view.canvas.fill(
            Path.lines(
                [
                    (x - u * 1.3, deck - u * 0.1),
                    (x + u * 1.4, deck - u * 0.1),
                    (x + u * 0.9, deck + u * 0.7),
                    (x - u * 0.9, deck + u * 0.7),
                ]
            ),
            dusk(view, "#c0453a"),
        )


_QUAYS = frozenset({"harbour", "amsterdam", "venice", "london", "sydney"})
_SANDS = frozenset({"ocean", "coast", "lighthouse_coast"})
WATERS = (
    _QUAYS | _SANDS | {"lake", "mountain_lake", "fjord", "swamp", "san_francisco", "seattle", "waterfall", "venice"}
)
"""Lands whose foreground is water."""


def bank(view: View, scene: str) -> None:
    """The near shore under whoever does not swim or float: a quay, sand, or grass with reeds at its ends."""
    b, u, p = view.box, view.unit, view.palette
    top = view.ground + u * 0.95
    if scene in _QUAYS:
        stone = dusk(view, "#a89b8a")
        view.canvas.fill(rect(b.left, top, b.width, b.bottom + 20 - top), stone)
        view.canvas.fill(rect(b.left, top, b.width, u * 0.22), mix(stone, p.light, 0.4))
        for row, count in ((0.75, 7), (1.35, 6), (1.95, 7)):
            for i in range(count):
                x = across(view, (i + 0.5 * (count % 2)) / count)
                view.canvas.fill(rect(x, top + u * row, b.width / count * 0.8, u * 0.07), mix(stone, p.dark, 0.25))
        return
    ink = dusk(view, _SAND) if scene in _SANDS else green_of(view)
    view.swell(top, u * 0.16, u * 9, mix(ink, p.light, 0.3))
    view.swell(top + u * 0.2, u * 0.16, u * 9, ink)
    view.swell(top + u * 1.2, u * 0.12, u * 7, mix(ink, p.dark, 0.14))
    if scene in _SANDS:
        return
    for share, tall in ((0.05, 1.5), (0.1, 1.1), (0.9, 1.2), (0.95, 1.6)):
        for turn in (-24, -8, 8, 24):
            x, y = across(view, share), top + u * 0.9
            view.canvas.fill(leaf(x, y, u * tall * (1 - abs(turn) / 70), u * 0.16, turn), mix(ink, p.dark, 0.3))


SHORES: Mapping[str, Callable[[View], None]] = {
    "tropics": _tropics,
    "waterfall": _waterfall,
    "fjord": _fjord,
    "harbour": _harbour,
}
