"""Where people are when they are off: a rooftop, a playground, a pool, an orchard in bloom, a fair. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, ellipse, leaf, polar, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import cloudlet
from pod.providers.embedded.lands import across, dusk, green_of, lawn
from pod.providers.embedded.scenery import palm, skyline
from pod.providers.embedded.view import View

_WOOD = "#8a5a3c"


def _rooftop(view: View) -> None:
    """Roof tiles underfoot, chimneys and an aerial, the town below."""
    b, u, p = view.box, view.unit, view.palette
    view.canvas.fill(skyline(b.left, b.right, view.ground + u * 0.6, u * 3.4, view.rng), view.far(0.35))
    for _ in range(22):
        x, y = across(view, view.rng.random()), view.ground - u * view.rng.uniform(0.0, 1.4)
        view.canvas.fill(rect(x, y, u * 0.12, u * 0.18), p.accents[0])
    brick = dusk(view, "#a8503c")
    for share, tall in ((0.1, 3.0), (0.86, 2.3)):
        x, top = across(view, share), view.ground + u * (0.9 - tall)
        view.canvas.fill(rect(x - u * 0.7, top, u * 1.4, u * tall), brick)
        for row in range(round(tall * 2)):
            view.canvas.fill(rect(x - u * 0.7, top + u * 0.5 * row, u * 1.4, u * 0.06), mix(brick, "#ffffff", 0.25))
        view.canvas.fill(rect(x - u * 0.86, top - u * 0.2, u * 1.72, u * 0.34), mix(brick, p.dark, 0.3))
        view.canvas.fill(
            rect(x - u * 0.4, top - u * 0.7, u * 0.34, u * 0.5) + rect(x + u * 0.1, top - u * 0.6, u * 0.34, u * 0.4),
            dusk(view, "#c8703f"),
        )
    roof = dusk(view, "#7f4238")
    view.canvas.fill(rect(b.left, view.ground + u * 0.7, b.width, b.bottom + 20 - view.ground), roof)
    for row in range(5):
        tiles, y = Path(), view.ground + u * (0.7 + 0.62 * row)
        for i in range(14):
            tiles += ellipse(across(view, (i + 0.5 * (row % 2)) / 13), y, u * 0.42, u * 0.34)
        view.canvas.fill(tiles, mix(roof, "#ffffff", 0.1 if row % 2 else 0.18))
    view.canvas.fill(rect(b.left, view.ground + u * 0.42, b.width, u * 0.34), mix(roof, p.dark, 0.35))


def _playground(view: View) -> None:
    """A slide, swings and a sandpit between trees."""
    b, u, p = view.box, view.unit, view.palette
    green = green_of(view)
    for i in range(8):
        view.canvas.fill(
            cloudlet(across(view, (i + 0.5) / 8), view.ground - u * 0.3, u * 2.0, u * 1.8, 5), mix(green, p.dark, 0.35)
        )
    lawn(view, 0.1)
    x, foot = across(view, 0.16), view.ground + u * 1.3
    view.canvas.fill(
        rect(x - u * 1.2, foot - u * 3.3, u * 0.2, u * 3.3) + rect(x - u * 0.5, foot - u * 3.3, u * 0.2, u * 3.3),
        "#4f7fb5",
    )
    for k in range(6):
        view.canvas.fill(rect(x - u * 1.2, foot - u * (0.4 + 0.5 * k), u * 0.9, u * 0.12), "#4f7fb5")
    slide = [
        (x - u * 0.5, foot - u * 3.0),
        (x + u * 0.2, foot - u * 3.0),
        (x + u * 1.7, foot - u * 0.4),
        (x + u * 2.1, foot - u * 0.3),
        (x + u * 2.1, foot),
        (x + u * 1.4, foot - u * 0.1),
        (x - u * 0.2, foot - u * 2.6),
        (x - u * 0.5, foot - u * 2.6),
    ]
    view.canvas.fill(Path.lines(slide), "#e0533c")
    x = across(view, 0.82)
    for dx in (-1.5, 1.5):
        view.canvas.stroke(
            Path.lines(
                [(x + u * (dx - 0.4), foot), (x + u * dx, foot - u * 3.6), (x + u * (dx + 0.4), foot)], closed=False
            ),
            "#f0b03c",
            u * 0.2,
        )
    view.canvas.fill(rect(x - u * 1.6, foot - u * 3.7, u * 3.2, u * 0.22), "#f0b03c")
    for dx in (-0.7, 0.7):
        view.canvas.fill(
            rect(x + u * (dx - 0.34), foot - u * 3.6, u * 0.07, u * 2.5)
            + rect(x + u * (dx + 0.28), foot - u * 3.6, u * 0.07, u * 2.5),
            mix(p.dark, "#ffffff", 0.3),
        )
        view.canvas.fill(rounded_rect(x + u * (dx - 0.45), foot - u * 1.16, u * 0.9, u * 0.2, u * 0.08), "#4f9f8f")
    view.canvas.fill(ellipse(view.cx, view.ground + u * 2.3, b.width * 0.3, u * 0.8), dusk(view, "#ecd6a2"))


def _pool(view: View) -> None:
    """A blue pool in its tiles, a ladder, loungers under palms."""
    b, u, p = view.box, view.unit, view.palette
    view.swell(view.ground - u * 0.5, u * 0.3, u * 6, green_of(view))
    for share, tall, lean in ((0.06, 5.0, 0.6), (0.95, 5.4, -0.7)):
        view.canvas.fill(
            palm(across(view, share), view.ground + u * 0.4, u * tall, u * lean), dusk(view, "#2f6b52", 0.5)
        )
    view.canvas.fill(rect(b.left, view.ground - u * 0.1, b.width, b.bottom + 20 - view.ground), dusk(view, "#e8dcc6"))
    for share, flip in ((0.17, 1), (0.83, -1)):
        x, foot = across(view, share), view.ground + u * 0.4
        seat = [
            (x - flip * u * 1.2, foot - u * 1.1),
            (x - flip * u * 0.5, foot - u * 0.3),
            (x + flip * u * 1.2, foot - u * 0.3),
        ]
        view.canvas.stroke(Path.lines(seat, closed=False), "#e0608a", u * 0.3)
        view.canvas.fill(
            rect(x - u * 0.7, foot - u * 0.3, u * 0.12, u * 0.5) + rect(x + u * 0.6, foot - u * 0.3, u * 0.12, u * 0.5),
            dusk(view, _WOOD),
        )
    water = dusk(view, "#3fb0d0")
    view.canvas.fill(rect(b.left, view.ground + u * 0.7, b.width, u * 0.34), dusk(view, "#fbfdff"))
    view.canvas.fill(rect(b.left, view.ground + u * 1.0, b.width, b.bottom + 20 - view.ground), water)
    for row in range(4):
        for i in range(6):
            x, y = across(view, (i + 0.3 + 0.5 * (row % 2)) / 6), view.ground + u * (1.3 + 0.5 * row)
            view.canvas.fill(leaf(x - u * 0.5, y, u * 1.0, u * 0.16, 90), mix(water, "#ffffff", 0.5))
    x = across(view, 0.33)
    for dx in (0.0, 0.7):
        rail = Path.lines(
            [
                (x + u * dx, view.ground + u * 2.0),
                (x + u * dx, view.ground + u * 0.2),
                (x + u * (dx - 0.24), view.ground + u * 0.1),
            ],
            closed=False,
        )
        view.canvas.stroke(rail, mix("#ffffff", p.dark, 0.25), u * 0.12)
    for k in range(3):
        view.canvas.fill(rect(x, view.ground + u * (0.9 + 0.4 * k), u * 0.7, u * 0.1), mix("#ffffff", p.dark, 0.25))


def _blossom(view: View) -> None:
    """Trees in pink bloom over a lawn, petals in the air."""
    b, u = view.box, view.unit
    pinks = ("#f7c4d4", "#f3a9c0", "#fbdde6")
    for i in range(6):
        x = across(view, (i + 0.5) / 6)
        view.canvas.fill(
            cloudlet(x, view.ground - u * 0.7, u * 2.4, u * 1.3, 6), mix(dusk(view, pinks[i % 3]), view.sky, 0.2)
        )
    lawn(view, 0.0)
    for share, tall in ((0.1, 5.0), (0.9, 4.6)):
        x, foot = across(view, share), view.ground + u * 1.0
        bark = dusk(view, "#6b4a40")
        for points, wide in (
            (((0.0, 0.0), (0.1, 0.5), (-0.1, 0.8)), 0.4),
            (((0.06, 0.4), (0.7, 0.75)), 0.22),
            (((0.04, 0.45), (-0.7, 0.8)), 0.22),
        ):
            view.canvas.stroke(
                Path.lines([(x + u * dx, foot - u * tall * dy) for dx, dy in points], closed=False), bark, u * wide
            )
        for k, (dx, dy, wide) in enumerate(((0.0, 0.95, 3.0), (-1.0, 0.8, 2.0), (1.0, 0.78, 2.0), (0.0, 0.72, 2.2))):
            view.canvas.fill(cloudlet(x + u * dx, foot - u * tall * dy, u * wide, u * 1.3, 6), dusk(view, pinks[k % 3]))
    for i in range(28):
        x, y = across(view, view.rng.random()), b.top + b.height * view.rng.uniform(0.1, 0.97)
        view.canvas.fill(leaf(x, y, u * 0.26, u * 0.15, view.rng.uniform(0, 360)), dusk(view, pinks[i % 2]))


def _fair(view: View) -> None:
    """A big wheel, striped tents and bunting."""
    b, u, p = view.box, view.unit, view.palette
    x, y, r = across(view, 0.24), view.ground - u * 2.9, u * 2.7
    steel = mix(p.light, p.dark, 0.3)
    for dx in (-1.3, 1.3):
        view.canvas.stroke(Path.lines([(x, y), (x + u * dx, view.ground + u * 0.6)], closed=False), steel, u * 0.2)
    for width in (1.0, 0.8):
        view.canvas.stroke(circle(x, y, r * width), steel, u * 0.12)
    for k in range(10):
        view.canvas.stroke(Path.lines([(x, y), polar(x, y, r, 36 * k)], closed=False), steel, u * 0.07)
        cabin = polar(x, y, r, 36 * k)
        view.canvas.fill(
            rounded_rect(cabin[0] - u * 0.32, cabin[1] - u * 0.1, u * 0.64, u * 0.56, u * 0.18),
            ("#e0533c", "#f0b03c", "#4f9fc0")[k % 3],
        )
    for share, wide, ink in ((0.76, 2.6, "#d9503f"), (0.94, 2.0, "#4f7fb5")):
        at, foot, half = across(view, share), view.ground + u * 0.8, u * wide / 2
        for k in range(6):
            stripe = [
                (at, foot - u * wide * 1.1),
                (at - half + half * k / 3, foot - u * wide * 0.55),
                (at - half + half * (k + 1) / 3, foot - u * wide * 0.55),
            ]
            view.canvas.fill(Path.lines(stripe), ink if k % 2 else "#fbf2df")
            view.canvas.fill(
                rect(at - half + half * k / 3, foot - u * wide * 0.55, half / 3, u * wide * 0.55),
                "#fbf2df" if k % 2 else ink,
            )
    lawn(view, 0.7)
    for i in range(12):
        flag = across(view, (i + 0.5) / 12), b.top + u * (0.9 + 0.5 * (1 - abs(2 * (i + 0.5) / 12 - 1)))
        view.canvas.fill(
            Path.lines([(flag[0] - u * 0.3, flag[1]), (flag[0] + u * 0.3, flag[1]), (flag[0], flag[1] + u * 0.6)]),
            ("#e0533c", "#f0b03c", "#4f9fc0")[i % 3],
        )


LEISURE: Mapping[str, Callable[[View], None]] = {
    "rooftop": _rooftop,
    "playground": _playground,
    "pool": _pool,
    "blossom": _blossom,
    "fair": _fair,
}
