"""Lands that travellers bring home: rice terraces, ice, Iceland's shore, Tuscan hills, a Mexican town, a desert road. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, ellipse, leaf, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import cloudlet
from pod.providers.embedded.lands import across, dusk, far_peaks, outline
from pod.providers.embedded.scenery import cactus, palm
from pod.providers.embedded.view import View

_ICE, _DEEP_ICE, _SAND = "#e6f3fa", "#8fc4dd", "#e3b778"


def _peak(view: View, share: float, half: float, tall: float) -> None:
    """A sleeping cone in the blue of the distance."""
    top = (
        (share - half, 0.0),
        (share - half * 0.3, tall * 0.7),
        (share - half * 0.07, tall),
        (share + half * 0.07, tall),
        (share + half * 0.3, tall * 0.7),
        (share + half, 0.0),
    )
    view.canvas.fill(outline(view, top, 1.0), mix(view.far(0.1), view.sky, 0.3))


def _terraces(view: View) -> None:
    """Steps of paddies down a green hill, water in them, palms and a hut, a cone behind."""
    b, u, p = view.box, view.unit, view.palette
    _peak(view, 0.3, 0.4, 3.4)
    green, water = dusk(view, "#7fb83f"), dusk(view, "#a8dbe0")
    for i in range(8):
        y, swing = view.ground - u * 1.5 + u * 0.66 * i, u * (1.1 - 0.07 * i)
        side = 1 if i % 2 else -1
        edge = [
            ("M", (b.left - 20, y + side * swing * 0.5)),
            (
                "C",
                (
                    b.left + b.width * 0.3,
                    y - side * swing,
                    b.left + b.width * 0.66,
                    y + side * swing * 1.2,
                    b.right + 20,
                    y - side * swing * 0.4,
                ),
            ),
        ]
        close = [("L", (b.right + 20, b.bottom + 20)), ("L", (b.left - 20, b.bottom + 20)), ("Z", ())]
        view.canvas.fill(Path((*edge, *close)), mix(green, p.dark, 0.42))
        lowered = Path((*edge, *close))
        view.canvas.fill(
            lowered.transformed(Transform.move(0, u * 0.16)), water if i % 2 else mix(green, "#e6f08a", 0.3)
        )
        view.canvas.fill(lowered.transformed(Transform.move(0, u * 0.34)), mix(green, p.dark, 0.05 + 0.05 * i))
    for share, tall, lean in ((0.06, 5.0, 0.6), (0.95, 5.6, -0.7), (0.86, 3.8, 0.3)):
        view.canvas.fill(
            palm(across(view, share), view.ground + u * 1.8, u * tall, u * lean), mix("#2f6b3f", p.dark, 0.3)
        )
    x, y = across(view, 0.66), view.ground - u * 0.7
    view.canvas.fill(rect(x - u * 0.5, y - u * 0.5, u * 1.0, u * 0.8), dusk(view, "#b5814f"))
    view.canvas.fill(
        Path.lines([(x - u * 0.85, y - u * 0.4), (x, y - u * 1.3), (x + u * 0.85, y - u * 0.4)]), dusk(view, "#7a5233")
    )


def _glacier(view: View) -> None:
    """A wall of ice with blue clefts, peaks over it, floes on the water before it."""
    b, u, p = view.box, view.unit, view.palette
    far_peaks(view, "#f6fafc", rise=1.4)
    ice, deep = dusk(view, _ICE), dusk(view, _DEEP_ICE)
    tops = (
        (0.0, 2.6),
        (0.08, 3.0),
        (0.14, 2.3),
        (0.24, 2.9),
        (0.3, 2.2),
        (0.42, 2.6),
        (0.5, 2.0),
        (0.6, 2.5),
        (0.68, 2.1),
        (0.78, 2.9),
        (0.86, 2.4),
        (0.94, 3.0),
        (1.0, 2.6),
    )
    view.canvas.fill(outline(view, tops, 0.4), ice)
    for i, (share, top) in enumerate(tops[1:-1]):
        x = across(view, share)
        view.canvas.fill(
            Path.lines(
                [
                    (x, view.ground - u * (top - 0.2)),
                    (x + u * 0.34, view.ground - u * 0.9),
                    (x + u * 0.1, view.ground + u * 0.4),
                    (x - u * 0.2, view.ground + u * 0.4),
                ]
            ),
            mix(deep, ice, 0.3 * (i % 3)),
        )
    water = dusk(view, "#3f8fb0")
    view.canvas.fill(rect(b.left, view.ground + u * 0.3, b.width, b.bottom + 20 - view.ground), water)
    for i in range(3):
        view.swell(view.ground + u * (0.7 + 0.6 * i), u * 0.05, u * (2.6 + i), mix(water, p.dark, 0.06 + 0.07 * i))
    for share, drop, wide in ((0.1, 0.9, 0.9), (0.86, 1.0, 1.1), (0.7, 0.7, 0.6), (0.5, 2.2, 3.9)):
        x, y = across(view, share), view.ground + u * drop
        view.canvas.fill(ellipse(x, y + u * 0.22, u * wide, u * 0.3), deep)
        view.canvas.fill(ellipse(x, y, u * wide, u * 0.3), ice)


def _iceland(view: View) -> None:
    """A fall over a mossy cliff, black sand with basalt columns, turf houses with red doors."""
    u, p = view.unit, view.palette
    moss, rock = dusk(view, "#7fa04a"), dusk(view, "#4a4a54")
    far_peaks(view, "#f6fafc", rise=0.8, tall=3.2, shade=0.2)
    view.canvas.fill(outline(view, ((0.0, 4.2), (0.16, 4.4), (0.34, 4.0), (0.5, 2.4), (0.6, 0.6)), 0.6), rock)
    view.canvas.fill(
        outline(view, ((0.0, 4.2), (0.16, 4.4), (0.34, 4.0), (0.42, 3.2), (0.3, 3.3), (0.16, 3.8), (0.0, 3.7)), -3.2),
        moss,
    )
    x = across(view, 0.22)
    view.canvas.fill(rect(x - u * 0.55, view.ground - u * 4.2, u * 1.1, u * 4.8), "#d5eef6")
    for dx in (-0.3, 0.05, 0.34):
        view.canvas.fill(rect(x + u * dx, view.ground - u * 3.9, u * 0.1, u * 4.2), "#8fcbe0")
    for dx in (-0.6, 0.0, 0.6):
        view.canvas.fill(cloudlet(x + u * dx, view.ground + u * 0.5, u * 1.3, u * 0.6, 4), "#f4fbfd")
    view.swell(view.ground + u * 0.5, u * 0.14, u * 8, moss)
    for k in range(2):
        hx, foot = across(view, 0.74 + 0.15 * k), view.ground + u * 0.9
        view.canvas.fill(
            Path.lines([(hx - u * 1.0, foot), (hx, foot - u * 1.9), (hx + u * 1.0, foot)]), mix(moss, p.dark, 0.12)
        )
        view.canvas.fill(
            Path.lines(
                [
                    (hx - u * 0.62, foot),
                    (hx - u * 0.62, foot - u * 0.5),
                    (hx, foot - u * 1.45),
                    (hx + u * 0.62, foot - u * 0.5),
                    (hx + u * 0.62, foot),
                ]
            ),
            "#efe6d6",
        )
        view.canvas.fill(rect(hx - u * 0.2, foot - u * 0.75, u * 0.4, u * 0.75), "#b8402f")
    view.swell(view.ground + u * 1.3, u * 0.1, u * 7, mix("#33323c", p.dark, 0.2))
    for share, tall in ((0.03, 1.5), (0.08, 1.1), (0.13, 1.4), (0.18, 0.9)):
        cx, foot = across(view, share), view.ground + u * 2.0
        view.canvas.fill(
            rect(cx - u * 0.26, foot - u * tall, u * 0.5, u * tall + u * 1.6),
            mix(rock, p.light, 0.14 if tall > 1.2 else 0.04),
        )


def _tuscany(view: View) -> None:
    """Rolling gold and green hills, a stone farmhouse on one of them, a road with cypresses up to it."""
    b, u, p = view.box, view.unit, view.palette
    hill, gold = dusk(view, "#9bb05a"), dusk(view, "#dcb65f")
    view.swell(view.ground - u * 1.5, u * 0.6, u * 8, mix(hill, view.sky, 0.45))
    view.swell(view.ground - u * 0.7, u * 0.6, u * 9, mix(gold, view.sky, 0.15))
    view.canvas.fill(ellipse(across(view, 0.68), view.ground + u * 2.2, b.width * 0.52, u * 3.2), hill)
    x, foot = across(view, 0.7), view.ground - u * 0.7
    stone, tile = dusk(view, "#e3c79a"), dusk(view, "#b5593f")
    for dx, wide, tall in ((-1.0, 1.5, 0.9), (0.3, 1.3, 1.6)):
        view.canvas.fill(rect(x + u * dx, foot - u * tall, u * wide, u * (tall + 0.3)), stone)
        view.canvas.fill(
            Path.lines(
                [
                    (x + u * (dx - 0.14), foot - u * tall),
                    (x + u * (dx + wide / 2), foot - u * (tall + 0.5)),
                    (x + u * (dx + wide + 0.14), foot - u * tall),
                ]
            ),
            tile,
        )
        for k in range(2):
            view.canvas.fill(
                rect(x + u * (dx + 0.26 + 0.56 * k), foot - u * (tall - 0.26), u * 0.24, u * 0.34),
                mix(stone, p.dark, 0.55),
            )
    bends = ((0.66, -0.5, 0.1), (0.6, 0.4, 0.18), (0.5, 1.4, 0.3), (0.55, 3.2, 0.6))
    left = [(across(view, s) - u * w, view.ground + u * d) for s, d, w in bends]
    right = [(across(view, s) + u * w, view.ground + u * d) for s, d, w in reversed(bends)]
    view.canvas.fill(Path.lines([*left, *right]), mix(stone, p.light, 0.2))
    cypress = mix("#2f5a3f", p.dark, 0.25)
    for share, drop, tall in (
        (0.6, -0.2, 1.7),
        (0.71, 0.1, 1.9),
        (0.53, 0.6, 2.3),
        (0.68, 1.0, 2.6),
        (0.43, 1.6, 3.1),
        (0.63, 2.2, 3.4),
        (0.86, -0.6, 1.7),
        (0.07, 1.2, 4.2),
        (0.15, 0.6, 3.0),
    ):
        cx, low = across(view, share), view.ground + u * drop
        view.canvas.fill(ellipse(cx, low - u * tall / 2, u * tall * 0.11, u * tall / 2), cypress)
    for i in range(9):
        view.canvas.fill(
            circle(across(view, 0.02 + 0.04 * i), view.ground + u * (2.4 - 0.05 * i), u * 0.3),
            mix("#6f8f4a", p.dark, 0.15),
        )


def _mexico(view: View) -> None:
    """A coloured street with a domed church, cut paper flags over it, agaves and cacti."""
    b, u, p = view.box, view.unit, view.palette
    _peak(view, 0.72, 0.34, 3.4)
    foot = view.ground + u * 1.0
    church = dusk(view, "#f3d9a0")
    x = across(view, 0.5)
    view.canvas.fill(
        rect(x - u * 1.3, foot - u * 2.6, u * 2.6, u * 2.6)
        + rect(x - u * 1.9, foot - u * 3.8, u * 0.8, u * 3.8)
        + rect(x + u * 1.1, foot - u * 3.8, u * 0.8, u * 3.8),
        church,
    )
    view.canvas.fill(circle(x, foot - u * 2.6, u * 1.0), dusk(view, "#3f8fa8"))
    view.canvas.fill(rect(x - u * 1.3, foot - u * 2.6, u * 2.6, u * 1.2), church)
    for dx in (-1.5, 1.5):
        view.canvas.fill(circle(x + u * dx, foot - u * 3.8, u * 0.4), dusk(view, "#c8503c"))
        view.canvas.fill(
            rounded_rect(x + u * dx - u * 0.18, foot - u * 3.5, u * 0.36, u * 0.6, u * 0.17), mix(church, p.dark, 0.55)
        )
    view.canvas.fill(rounded_rect(x - u * 0.42, foot - u * 1.3, u * 0.84, u * 1.4, u * 0.4), "#7a4a33")
    for share, wall, tall in (
        (0.0, "#e0487a", 2.4),
        (0.16, "#f0a83c", 2.0),
        (0.7, "#3fa8a0", 2.0),
        (0.86, "#d9593f", 2.5),
    ):
        hx, wide, ink = across(view, share), b.width * 0.15, dusk(view, wall)
        view.canvas.fill(rect(hx, foot - u * tall, wide, u * tall), ink)
        view.canvas.fill(rect(hx, foot - u * tall, wide, u * 0.22), mix(ink, p.light, 0.4))
        view.canvas.fill(
            rounded_rect(hx + wide * 0.12, foot - u * 1.1, wide * 0.3, u * 1.1, u * 0.1), mix(ink, p.dark, 0.5)
        )
        view.canvas.fill(rect(hx + wide * 0.56, foot - u * 1.4, wide * 0.28, u * 0.6), "#fbf2df")
    view.canvas.fill(rect(b.left, foot, b.width, b.bottom + 20 - foot), dusk(view, _SAND))
    _cut_paper(view, view.ground - u * 4.6)
    for share in (0.07, 0.93):
        for turn in (-62, -38, -14, 14, 38, 62):
            view.canvas.fill(
                leaf(across(view, share), view.ground + u * 2.4, u * 1.7, u * 0.36, turn), dusk(view, "#4f9a7a")
            )


def _cut_paper(view: View, y: float) -> None:
    """Flags of cut paper on a line."""
    b, u = view.box, view.unit
    inks = ("#e0487a", "#f8c53c", "#37a8c8", "#7fb83f", "#f0803c", "#8f5fc0")
    view.canvas.stroke(
        Path((("M", (b.left, y - u * 0.5)), ("Q", (view.cx, y + u * 0.9, b.right, y - u * 0.5)))), "#5a4a4a", u * 0.05
    )
    for i in range(9):
        share = (i + 0.5) / 9
        x, top = across(view, share) - u * 0.46, y - u * 0.5 + u * 1.4 * 2 * share * (1 - share)
        teeth = [(x + u * (0.92 - 0.115 * k), top + u * (0.95 if k % 2 else 0.8)) for k in range(9)]
        view.canvas.fill(Path.lines([(x, top), (x + u * 0.92, top), *teeth]), inks[i % 6])
        view.canvas.fill(
            circle(x + u * 0.46, top + u * 0.4, u * 0.15)
            + circle(x + u * 0.2, top + u * 0.4, u * 0.07)
            + circle(x + u * 0.72, top + u * 0.4, u * 0.07),
            mix(inks[i % 6], "#ffffff", 0.7),
        )


def _desert_road(view: View) -> None:
    """A road that runs straight through red sand to table mountains, cacti on both sides."""
    b, u, p = view.box, view.unit, view.palette
    sand, rock = dusk(view, "#e0a465"), dusk(view, "#b8593a")
    mesas = (
        (0.0, 0.3),
        (0.06, 2.0),
        (0.24, 2.0),
        (0.3, 0.3),
        (0.62, 0.3),
        (0.68, 1.5),
        (0.76, 1.5),
        (0.79, 2.4),
        (0.9, 2.4),
        (0.95, 0.4),
        (1.0, 0.4),
    )
    view.canvas.fill(outline(view, mesas, 0.3), mix(rock, view.sky, 0.2))
    view.canvas.fill(rect(b.left, view.ground, b.width, b.bottom + 20 - view.ground), sand)
    view.swell(view.ground + u * 1.3, u * 0.14, u * 8, mix(sand, p.dark, 0.1))
    low, half, tar = b.bottom + 20, b.width * 0.36, mix("#4a4652", p.dark, 0.3)
    view.canvas.fill(
        Path.lines(
            [
                (view.cx - u * 0.12, view.ground),
                (view.cx + u * 0.12, view.ground),
                (view.cx + half, low),
                (view.cx - half, low),
            ]
        ),
        tar,
    )
    for start, end in ((0.08, 0.16), (0.26, 0.4), (0.54, 0.74), (0.88, 1.0)):
        y0, y1 = (view.ground + (low - view.ground) * s for s in (start, end))
        view.canvas.fill(
            Path.lines(
                [
                    (view.cx - u * 0.2 * start, y0),
                    (view.cx + u * 0.2 * start, y0),
                    (view.cx + u * 0.2 * end, y1),
                    (view.cx - u * 0.2 * end, y1),
                ]
            ),
            "#fbd46a",
        )
    green = mix("#3f7a56", p.dark, 0.25)
    for share, drop, tall in ((0.1, 1.4, 3.6), (0.92, 1.2, 3.2), (0.26, 0.6, 1.8), (0.76, 0.6, 1.7)):
        view.canvas.fill(cactus(across(view, share), view.ground + u * drop, u * tall), green)


TRAVELS: Mapping[str, Callable[[View], None]] = {
    "terraces": _terraces,
    "glacier": _glacier,
    "iceland": _iceland,
    "tuscany": _tuscany,
    "mexico": _mexico,
    "desert_road": _desert_road,
}
