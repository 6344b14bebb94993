"""Lands off the road: a bamboo grove, rapids, a quarter of iron balconies, a river through a canyon. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, ellipse, leaf, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import cloudlet
from pod.providers.embedded.lands import across, dusk, green_of, lawn, outline
from pod.providers.embedded.scenery import pine
from pod.providers.embedded.view import View


def _bamboo(view: View) -> None:
    """Stalks with their rings and leaves, pale ones far off and thick ones at both sides."""
    b, u, p, rng = view.box, view.unit, view.palette, view.rng
    green = dusk(view, "#6fae4f")
    view.canvas.fill(rect(b.left, b.top, b.width, b.height), mix(green, p.light, 0.72 if not view.night else 0.2))
    lawn(view, 0.5)
    rows = (
        (0.6, 0.55, tuple(0.04 + 0.077 * i for i in range(13))),
        (1.1, 0.2, (0.0, 0.12, 0.24, 0.76, 0.88, 1.0)),
        (1.9, 0.0, (0.05, 0.17, 0.84, 0.96)),
    )
    for drop, pale, shares in rows:
        wide = u * (0.2 + 0.22 * (0.6 - pale))
        for share in shares:
            x, ink = across(view, share) + u * rng.uniform(-0.1, 0.1), mix(green, p.light, pale)
            view.canvas.fill(rect(x - wide / 2, b.top - 20, wide, view.ground + u * drop - b.top + 20), ink)
            view.canvas.fill(
                rect(x + wide * 0.16, b.top - 20, wide * 0.34, view.ground + u * drop - b.top + 20),
                mix(ink, p.dark, 0.16),
            )
            step = u * (1.25 + 0.5 * (0.6 - pale))
            y = b.top + u * rng.uniform(0.2, 1.0)
            while y < view.ground + u * drop - u * 0.2:
                view.canvas.fill(
                    rounded_rect(x - wide * 0.62, y, wide * 1.24, u * 0.11, u * 0.05), mix(ink, p.dark, 0.34)
                )
                y += step
    for share, y in ((0.08, 1.2), (0.2, 3.0), (0.02, 4.2), (0.82, 1.6), (0.94, 3.2), (0.88, 4.8)):
        for turn in (60, 95, 130, -60, -95, -130):
            view.canvas.fill(
                leaf(across(view, share), b.top + u * y, u * 1.25, u * 0.3, turn), mix(green, p.dark, 0.25)
            )


def _rapids(view: View) -> None:
    """White water that comes down between boulders, pines on both banks."""
    b, u, p, rng = view.box, view.unit, view.palette, view.rng
    view.swell(view.ground - u * 0.9, u * 0.4, u * 8, view.far(0.2))
    trees = Path()
    for i in range(15):
        out = abs(2 * (i + 0.5) / 15 - 1)
        trees += pine(
            across(view, (i + 0.5) / 15), view.ground + u * 0.1, u * (0.9 + 2.2 * out) * rng.uniform(0.85, 1.1), rng
        )
    view.canvas.fill(trees, view.far(0.7))
    water, rock = dusk(view, "#3f93b8"), dusk(view, "#7f8590")
    view.canvas.fill(rect(b.left, view.ground, b.width, b.bottom + 20 - view.ground), water)
    for i in range(6):
        y = view.ground + u * (0.25 + 0.52 * i)
        for k in range(5):
            x = across(view, (k + 0.5 * (i % 2)) / 4.5) + u * rng.uniform(-0.2, 0.2)
            view.canvas.fill(
                cloudlet(x, y, u * (1.1 + 0.26 * i), u * (0.2 + 0.06 * i), 5),
                "#f2fafd" if (i + k) % 2 else mix(water, "#f2fafd", 0.5),
            )
    for share, drop, size in (
        (0.02, 0.6, 1.7),
        (0.98, 0.7, 1.8),
        (0.2, 0.3, 0.8),
        (0.8, 0.3, 0.9),
        (0.06, 2.2, 1.6),
        (0.95, 2.3, 1.5),
    ):
        x, y = across(view, share), view.ground + u * drop
        view.canvas.fill(ellipse(x, y, u * size * 0.8, u * size * 0.56), rock)
        view.canvas.fill(
            ellipse(x - u * size * 0.16, y - u * size * 0.2, u * size * 0.46, u * size * 0.2), mix(rock, p.light, 0.35)
        )
        view.canvas.fill(cloudlet(x, y + u * size * 0.5, u * size * 1.7, u * size * 0.3, 6), "#f2fafd")


def _balconies(view: View) -> None:
    """Two houses with iron lace on their balconies, shutters, ferns that hang down, gas lamps."""
    b, u, p = view.box, view.unit, view.palette
    foot, iron = view.ground + u * 1.0, mix("#2b3340", p.dark, 0.3)
    for k, (share, width, wall, shutter) in enumerate(
        ((0.0, 0.5, "#e8a25f", "#3f7f6f"), (0.5, 0.5, "#d98a94", "#4f6fa0"))
    ):
        x, wide, ink = across(view, share), b.width * width, dusk(view, wall)
        view.canvas.fill(rect(x, foot - u * 5.9, wide, u * 5.9), ink)
        view.canvas.fill(rect(x, foot - u * 6.2, wide, u * 0.4), mix(ink, p.dark, 0.4))
        for floor in range(2):
            for column in range(2):
                wx, wy = x + wide * (0.28 + 0.44 * column), foot - u * (5.4 - 2.7 * floor)
                view.canvas.fill(rect(wx - u * 0.34, wy, u * 0.68, u * 1.7), mix("#fbe3a0", ink, 0.1))
                for side in (-1, 1):
                    view.canvas.fill(rect(wx + side * u * 0.56 - u * 0.2, wy, u * 0.4, u * 1.7), dusk(view, shutter))
        for floor in (0, 1):
            y = foot - u * (3.6 - 2.7 * floor) - u * 0.12
            if floor:
                continue
            view.canvas.fill(rect(x, y, wide, u * 0.2) + rect(x, y - u * 1.0, wide, u * 0.12), iron)
            for i in range(9):
                cx = x + wide * (i + 0.5) / 9
                view.canvas.fill(rect(cx - u * 0.03, y - u * 1.0, u * 0.06, u * 1.0), iron)
                view.canvas.stroke(circle(cx, y - u * 0.5, u * 0.2), iron, u * 0.06)
            for i in range(3):
                cx = x + wide * (0.18 + 0.32 * i)
                for turn in (120, 150, 180, 210, 240):
                    view.canvas.fill(leaf(cx, y + u * 0.3, u * 0.8, u * 0.24, turn), dusk(view, "#4f9a55"))
        px = x + wide * (0.06 if k == 0 else 0.94)
        view.canvas.fill(rect(px - u * 0.08, foot - u * 3.6, u * 0.16, u * 3.6), iron)
    view.canvas.fill(rect(b.left, foot, b.width, b.bottom + 20 - foot), dusk(view, "#9a948f"))
    view.canvas.fill(rect(b.left, foot, b.width, u * 0.3), dusk(view, "#c9c0b4"))
    x = view.cx
    view.canvas.fill(rect(x - u * 0.08, foot - u * 3.0, u * 0.16, u * 3.6), iron)
    view.canvas.fill(
        Path.lines(
            [
                (x - u * 0.34, foot - u * 3.7),
                (x + u * 0.34, foot - u * 3.7),
                (x + u * 0.22, foot - u * 3.0),
                (x - u * 0.22, foot - u * 3.0),
            ]
        ),
        "#fbd46a",
    )
    view.canvas.fill(
        Path.lines([(x - u * 0.44, foot - u * 3.7), (x, foot - u * 4.1), (x + u * 0.44, foot - u * 3.7)]), iron
    )


def _canyon_river(view: View) -> None:
    """Walls of red rock in their layers on both sides of a green river that winds between them."""
    b, u, p = view.box, view.unit, view.palette
    rock = dusk(view, "#c8613a")
    view.canvas.fill(
        outline(view, ((0.0, 2.2), (0.2, 2.0), (0.3, 1.4), (0.7, 1.3), (0.8, 1.9), (1.0, 2.1)), 0.6),
        mix(rock, view.sky, 0.5),
    )
    walls = (
        ((0.0, 5.4), (0.14, 5.2), (0.18, 3.8), (0.27, 3.6), (0.31, 2.1), (0.39, 1.8), (0.44, -0.2)),
        ((0.58, -0.2), (0.62, 1.7), (0.7, 1.9), (0.74, 3.4), (0.83, 3.7), (0.87, 4.9), (1.0, 5.2)),
    )
    for wall in walls:
        body = outline(view, wall, 1.2)
        view.canvas.fill(body, rock)
        with view.canvas.group(body):
            for k, lift in enumerate((4.6, 3.3, 2.4, 1.3, 0.3)):
                view.canvas.fill(
                    rect(b.left, view.ground - u * lift, b.width, u * (0.2 + 0.08 * (k % 2))),
                    mix(rock, "#f6c58a", 0.38),
                )
    view.canvas.fill(
        rect(b.left, view.ground + u * 0.6, b.width, b.bottom + 20 - view.ground), mix(rock, "#f2b26b", 0.4)
    )
    water = dusk(view, "#3f9a94")
    bends = ((0.51, 0.0, 0.2), (0.46, 0.7, 0.6), (0.58, 1.4, 1.1), (0.4, 2.3, 1.8), (0.5, 3.4, 2.8))
    left = [(across(view, s) - u * w, view.ground + u * d) for s, d, w in bends]
    right = [(across(view, s) + u * w, view.ground + u * d) for s, d, w in reversed(bends)]
    view.canvas.fill(Path.lines([*left, *right]).offset(u * 0.25), water)
    for share, drop in ((0.5, 0.9), (0.52, 1.6), (0.44, 2.3), (0.56, 2.7)):
        view.canvas.fill(
            ellipse(across(view, share), view.ground + u * drop, u * 0.5, u * 0.06), mix(water, p.light, 0.55)
        )
    for share, drop in ((0.1, 1.7), (0.2, 2.4), (0.82, 1.5), (0.92, 2.3)):
        for turn in (-40, -14, 14, 40):
            view.canvas.fill(
                leaf(across(view, share), view.ground + u * drop, u * 0.6, u * 0.16, turn),
                mix(green_of(view), p.dark, 0.1),
            )


BYWAYS: Mapping[str, Callable[[View], None]] = {
    "bamboo_grove": _bamboo,
    "rapids": _rapids,
    "balconies": _balconies,
    "canyon_river": _canyon_river,
}
