"""Lands that one travels to: red canyons, the savanna, a volcano and an island, highlands, Alps, the outback. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, ellipse, leaf, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import cloudlet
from pod.providers.embedded.lands import across, dusk, lawn, outline
from pod.providers.embedded.scenery import mountains, palm, pine
from pod.providers.embedded.view import View

_RED_ROCK, _GRASS, _SEA, _BASALT, _SAND = "#c8613a", "#d9a94a", "#2f9bb0", "#4b3f45", "#ecd6a2"
_WOOD = "#6b4a35"


def _butte(view: View, left: float, right: float, top: float, rock: str) -> None:
    """A table of rock in its layers, with the scree below it."""
    u, width = view.unit, right - left
    shape = [
        (left - width * 0.34, -0.3),
        (left - 0.02, top * 0.36),
        (left, top * 0.4),
        (left + width * 0.05, top * 0.96),
        (left + width * 0.3, top),
        (right - width * 0.08, top * 0.97),
        (right, top * 0.42),
        (right + width * 0.36, -0.3),
    ]
    body = outline(view, shape, 0.6)
    view.canvas.fill(body, rock)
    with view.canvas.group(body):
        for k, share in enumerate((0.86, 0.7, 0.5, 0.3)):
            y = view.ground - u * top * share
            view.canvas.fill(
                rect(view.box.left, y, view.box.width, u * (0.16 + 0.06 * (k % 2))), mix(rock, "#f6c58a", 0.32)
            )
        x = across(view, right - width * 0.34)
        view.canvas.fill(
            rect(x, view.ground - u * top * 1.1, view.box.width, u * (top + 3)), mix(rock, view.palette.dark, 0.22)
        )


def _canyon(view: View) -> None:
    """Buttes of red rock in their layers over red sand."""
    u, p = view.unit, view.palette
    rock = dusk(view, _RED_ROCK)
    far = outline(view, ((0.0, 0.7), (0.3, 0.7), (0.36, 1.3), (0.62, 1.3), (0.68, 0.7), (1.0, 0.8)), 0.4)
    view.canvas.fill(far, mix(rock, view.sky, 0.45))
    _butte(view, 0.04, 0.27, 4.3, rock)
    _butte(view, 0.74, 0.99, 3.5, mix(rock, p.dark, 0.08))
    view.swell(view.ground + u * 0.1, u * 0.16, u * 9, mix(rock, "#f2b26b", 0.42))
    view.swell(view.ground + u * 1.2, u * 0.2, u * 7, mix(rock, "#f2b26b", 0.16))
    for share, drop in ((0.1, 0.9), (0.32, 1.7), (0.7, 1.6), (0.92, 0.8)):
        for turn in (-40, -14, 14, 40):
            view.canvas.fill(
                leaf(across(view, share), view.ground + u * drop, u * 0.55, u * 0.14, turn), dusk(view, "#6d8a4e")
            )


def _acacia(view: View, share: float, tall: float, drop: float) -> None:
    """A tree with a flat crown on a forked trunk."""
    u, x, foot = view.unit, across(view, share), view.ground + view.unit * drop
    bark, crown = dusk(view, _WOOD, 0.4), dusk(view, "#5f7f3c", 0.4)
    top = foot - u * tall
    for lean in (-0.7, 0.0, 0.75):
        view.canvas.stroke(
            Path.lines([(x, foot), (x + u * lean * 0.16, foot - u * tall * 0.45), (x + u * lean, top)], closed=False),
            bark,
            u * 0.17,
        )
    for dx, dy, wide in ((-0.75, 0.14, 1.7), (0.8, 0.06, 1.8), (0.0, -0.16, 2.6)):
        view.canvas.fill(
            cloudlet(x + u * dx * tall * 0.4, top + u * dy, u * wide * tall * 0.36, u * tall * 0.17, 6), crown
        )


def _savanna(view: View) -> None:
    """Golden grass, acacias, and one great mountain far away."""
    u, p = view.unit, view.palette
    grass = dusk(view, _GRASS)
    view.canvas.fill(
        outline(view, ((0.18, 0.0), (0.42, 1.9), (0.5, 2.0), (0.58, 1.9), (0.84, 0.0)), 0.3), view.far(0.1)
    )
    view.swell(view.ground - u * 0.2, u * 0.14, u * 9, mix(grass, "#8a9a4a", 0.4))
    _acacia(view, 0.14, 4.6, 0.3)
    _acacia(view, 0.88, 3.4, 0.2)
    _acacia(view, 0.7, 1.5, 0.0)
    view.swell(view.ground + u * 0.3, u * 0.18, u * 8, grass)
    view.swell(view.ground + u * 1.5, u * 0.2, u * 7, mix(grass, p.dark, 0.16))
    for i in range(16):
        x, y = across(view, (i + 0.5) / 16), view.ground + u * (0.9 + 1.9 * (i * 7 % 5) / 5)
        for turn in (-24, 0, 24):
            view.canvas.fill(leaf(x, y, u * 0.5, u * 0.11, turn), mix(grass, p.dark, 0.34))


def cone(view: View, share: float, half: float, tall: float, rock: str) -> None:
    """A volcano with a glowing mouth and what runs down from it."""
    u = view.unit
    body = outline(
        view,
        (
            (share - half, 0.0),
            (share - half * 0.45, tall * 0.56),
            (share - half * 0.18, tall),
            (share + half * 0.18, tall),
            (share + half * 0.45, tall * 0.56),
            (share + half, 0.0),
        ),
        0.6,
    )
    x, top = across(view, share), view.ground - u * tall
    reach = half * view.box.width * 0.18
    view.canvas.fill(body, rock)
    with view.canvas.group(body):
        for dx, low, wide in ((-0.5, 0.5, 0.5), (0.1, 0.66, 0.62), (0.7, 0.4, 0.46)):
            stream = leaf(x + reach * dx, top + u * tall * low, u * tall * low * 1.15, reach * wide, 0)
            view.canvas.fill(stream, "#f0793c")
    view.canvas.fill(ellipse(x, top, reach, u * 0.18), "#f8b94a")


def _volcano(view: View) -> None:
    """A cone of dark rock that smokes and glows, ash and stones before it."""
    u, p = view.unit, view.palette
    rock = dusk(view, _BASALT, 0.2)
    for dx, lift, wide in ((0.0, 5.9, 1.7), (0.5, 6.7, 2.2), (-0.5, 7.3, 2.4)):
        view.canvas.fill(
            cloudlet(across(view, 0.26) + u * dx, view.ground - u * lift, u * wide, u * 0.9, 5),
            mix("#8d8590", view.sky, 0.25),
        )
    cone(view, 0.26, 0.34, 5.2, rock)
    cone(view, 0.84, 0.22, 2.4, mix(rock, p.dark, 0.2))
    view.swell(view.ground + u * 0.2, u * 0.2, u * 6, mix(rock, "#7a5a4a", 0.4))
    view.swell(view.ground + u * 1.3, u * 0.2, u * 7, mix(rock, p.dark, 0.2))
    for share, drop, r in ((0.08, 1.0, 0.4), (0.9, 0.9, 0.5), (0.72, 1.9, 0.3), (0.26, 2.1, 0.36)):
        view.canvas.fill(ellipse(across(view, share), view.ground + u * drop, u * r, u * r * 0.6), "#e0653a")


def _island(view: View) -> None:
    """A small island with two palms in a wide warm sea."""
    u, p = view.unit, view.palette
    sea = dusk(view, _SEA)
    for i in range(5):
        view.swell(view.ground - u * 0.6 + i * u * 0.9, u * 0.08, u * (2.6 + 0.5 * i), mix(sea, p.dark, 0.08 * i))
    view.canvas.fill(ellipse(view.cx, view.ground + u * 2.0, view.box.width * 0.43, u * 1.5), mix("#ffffff", sea, 0.2))
    view.canvas.fill(ellipse(view.cx, view.ground + u * 2.0, view.box.width * 0.4, u * 1.3), dusk(view, _SAND))
    for share, tall, lean in ((0.2, 5.6, -0.7), (0.82, 5.2, 0.8)):
        view.canvas.fill(
            palm(across(view, share), view.ground + u * 1.7, u * tall, u * lean), dusk(view, "#2f6b52", 0.5)
        )


def _highlands(view: View) -> None:
    """Bare hills in green and heather around a loch, a ruin on its shore."""
    b, u, p = view.box, view.unit, view.palette
    green, heather, water = dusk(view, "#6f8f55"), dusk(view, "#9a6f9a"), dusk(view, "#5f8ea3")
    view.canvas.fill(
        outline(view, ((0.0, 2.2), (0.2, 4.0), (0.42, 2.0), (0.66, 3.2), (0.86, 1.8), (1.0, 2.6)), 0.3),
        mix(heather, view.sky, 0.42),
    )
    view.canvas.fill(
        outline(view, ((0.0, 2.4), (0.14, 1.6), (0.34, 0.2), (0.6, 0.2), (0.84, 2.1), (1.0, 1.4)), 0.3), green
    )
    view.canvas.fill(rect(b.left, view.ground - u * 0.1, b.width, u * 1.5), water)
    for k in range(3):
        view.canvas.fill(
            rounded_rect(across(view, 0.3 + 0.14 * k), view.ground + u * (0.2 + 0.26 * k), u * 1.5, u * 0.09, u * 0.04),
            mix(water, "#ffffff", 0.5),
        )
    x, foot, stone = across(view, 0.8), view.ground + u * 0.1, dusk(view, "#8d8a86")
    view.canvas.fill(
        rect(x, foot - u * 2.4, u * 0.9, u * 2.5) + rect(x + u * 0.7, foot - u * 1.3, u * 1.3, u * 1.4), stone
    )
    for k in range(3):
        view.canvas.fill(rect(x - u * 0.06 + u * 0.38 * k, foot - u * 2.66, u * 0.24, u * 0.3), stone)
    view.canvas.fill(rect(x + u * 0.34, foot - u * 1.9, u * 0.2, u * 0.5), p.dark)
    view.swell(view.ground + u * 1.1, u * 0.2, u * 7, mix(green, p.dark, 0.12))
    for i in range(30):
        x, y = across(view, view.rng.random()), view.ground + u * view.rng.uniform(1.5, 3.2)
        view.canvas.fill(
            leaf(x, y, u * 0.36, u * 0.15, view.rng.uniform(-20, 20)), (heather, mix(heather, "#ffffff", 0.3))[i % 2]
        )


def _alps(view: View) -> None:
    """A green meadow below white peaks, a chalet on one side."""
    b, u, p = view.box, view.unit, view.palette
    rock = dusk(view, "#8b97ad")
    mountains(
        view.canvas, b.left, b.right, view.ground, u * 5.0, b.bottom, rock, mix(rock, p.dark, 0.3), view.rng, "#fbfdff"
    )
    trees = Path()
    for i in range(15):
        trees += pine(across(view, (i + 0.5) / 15), view.ground + u * 0.3, u * view.rng.uniform(0.7, 1.3), view.rng)
    view.canvas.fill(trees, dusk(view, "#3f6b4f"))
    lawn(view, 0.1)
    x, foot = across(view, 0.08), view.ground + u * 1.1
    view.canvas.fill(rect(x, foot - u * 1.2, u * 2.2, u * 1.2), dusk(view, "#a8703f"))
    view.canvas.fill(rect(x, foot - u * 0.5, u * 2.2, u * 0.5), dusk(view, "#f3ead8"))
    view.canvas.fill(
        Path.lines(
            [
                (x - u * 0.4, foot - u * 1.1),
                (x + u * 1.1, foot - u * 2.2),
                (x + u * 2.6, foot - u * 1.1),
                (x + u * 2.4, foot - u * 0.9),
                (x + u * 1.1, foot - u * 1.86),
                (x - u * 0.2, foot - u * 0.9),
            ]
        ),
        dusk(view, "#6b4a35"),
    )
    for k in range(2):
        view.canvas.fill(rect(x + u * (0.4 + 0.9 * k), foot - u * 1.0, u * 0.44, u * 0.36), "#fbe3a0")
    for i in range(18):
        x, y = across(view, view.rng.random()), view.ground + u * view.rng.uniform(0.9, 3.0)
        view.canvas.fill(circle(x, y, u * 0.1), ("#ffffff", "#f3bf4b", "#d9668a")[i % 3])


def _outback(view: View) -> None:
    """A great red rock on red earth, tussocks and a gum tree."""
    u, p = view.unit, view.palette
    earth, rock = dusk(view, "#d0703f"), dusk(view, "#b5482f")
    rock_line = ((0.06, 0.0), (0.1, 1.3), (0.18, 2.1), (0.4, 2.5), (0.68, 2.4), (0.84, 2.0), (0.92, 1.0), (0.96, 0.0))
    body = outline(view, rock_line, 0.3)
    view.canvas.fill(body, rock)
    with view.canvas.group(body):
        for k in range(8):
            view.canvas.fill(
                rect(across(view, 0.12 + 0.1 * k), view.ground - u * 2.4, u * 0.16, u * 2.8), mix(rock, p.dark, 0.22)
            )
    view.swell(view.ground + u * 0.1, u * 0.12, u * 9, earth)
    view.swell(view.ground + u * 1.4, u * 0.16, u * 7, mix(earth, p.dark, 0.14))
    x, foot = across(view, 0.9), view.ground + u * 1.0
    for points in (((0.0, 0.0), (-0.1, 2.0), (-0.9, 3.6)), ((-0.08, 1.8), (0.5, 3.2))):
        view.canvas.stroke(
            Path.lines([(x + u * dx, foot - u * dy) for dx, dy in points], closed=False), dusk(view, "#e8ddcb"), u * 0.2
        )
    for dx, dy, wide in ((-0.9, 3.7, 1.9), (0.5, 3.3, 1.7), (-0.2, 4.4, 1.9)):
        view.canvas.fill(cloudlet(x + u * dx, foot - u * dy, u * wide, u * 0.8, 5), dusk(view, "#7f9a5c"))
    for share, drop in ((0.07, 0.7), (0.18, 1.8), (0.34, 2.5), (0.66, 2.4), (0.78, 1.7)):
        for turn in (-50, -25, 0, 25, 50):
            view.canvas.fill(
                leaf(across(view, share), view.ground + u * drop, u * 0.6, u * 0.12, turn), dusk(view, "#c9b45a")
            )


def _graveyard(view: View) -> None:
    """Crooked stones, a bare tree and a fence."""
    b, u, p = view.box, view.unit, view.palette
    dark = mix(p.dark, view.sky, 0.08)
    view.swell(view.ground - u * 0.3, u * 0.3, u * 7, view.far(0.5))
    x, foot = across(view, 0.1), view.ground + u * 0.6
    for points, wide in (
        (((0.0, 0.0), (0.1, 2.6), (-0.3, 4.4), (-0.9, 5.6)), 0.4),
        (((0.06, 2.4), (1.0, 3.9), (1.3, 5.2)), 0.24),
        (((0.9, 3.8), (2.0, 4.2)), 0.16),
        (((-0.2, 3.9), (0.4, 5.4)), 0.16),
    ):
        view.canvas.stroke(Path.lines([(x + u * dx, foot - u * dy) for dx, dy in points], closed=False), dark, u * wide)
    bars = rect(b.left, view.ground - u * 0.5, b.width, u * 0.12) + rect(
        b.left, view.ground + u * 0.2, b.width, u * 0.12
    )
    for i in range(17):
        at = across(view, i / 16)
        bars += rect(at - u * 0.05, view.ground - u * 0.8, u * 0.1, u * 1.4) + circle(
            at, view.ground - u * 0.86, u * 0.13
        )
    view.canvas.fill(bars, dark)
    view.swell(view.ground + u * 0.5, u * 0.2, u * 6, view.far(0.8))
    for share, drop, tall in ((0.24, 1.2, 1.5), (0.74, 1.1, 1.7), (0.91, 1.8, 1.4), (0.08, 2.2, 1.3)):
        at, low, stone = across(view, share), view.ground + u * drop, mix("#9aa0ad", p.dark, 0.15)
        view.canvas.fill(rounded_rect(at - u * 0.55, low - u * tall, u * 1.1, u * (tall + 0.6), u * 0.5), stone)
        view.canvas.fill(
            rect(at - u * 0.08, low - u * tall * 0.82, u * 0.16, u * 0.8)
            + rect(at - u * 0.28, low - u * tall * 0.66, u * 0.56, u * 0.15),
            mix(stone, p.dark, 0.45),
        )
    view.swell(view.ground + u * 2.4, u * 0.16, u * 7, view.far(0.95))


REGIONS: Mapping[str, Callable[[View], None]] = {
    "canyon": _canyon,
    "savanna": _savanna,
    "volcano": _volcano,
    "island": _island,
    "highlands": _highlands,
    "alps": _alps,
    "outback": _outback,
    "graveyard": _graveyard,
}
