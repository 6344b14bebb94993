"""More rooms: a bedroom, a bathroom, an office, a room with a fire. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, ellipse, leaf, polygon, rect, rounded_rect, star
from pod.imaging.colour import mix
from pod.providers.embedded.rooms import SIDES, WOOD, boards, shelf, tiles, wall, window
from pod.providers.embedded.view import View


def _bedroom(view: View) -> None:
    """A bed with its quilt, the moon in the window, a lamp."""
    b, u, p = view.box, view.unit, view.palette
    wall(view, mix("#8f9fc8", p.light, 0.25))
    x, y = b.left + b.width * 0.72, b.top + u * 1.2
    view.canvas.fill(rect(x - u * 0.2, y - u * 0.2, u * 2.6, u * 3.0), mix(p.light, WOOD, 0.2))
    view.canvas.fill(rect(x, y, u * 2.2, u * 2.6), "#2a3560")
    view.canvas.fill(circle(x + u * 1.3, y + u * 0.9, u * 0.55), "#fbe8a8")
    for dx, dy in ((0.4, 0.5), (0.5, 1.7), (1.8, 1.9), (1.9, 0.4)):
        view.canvas.fill(star(x + u * dx, y + u * dy, u * 0.14), "#fdf6dc")
    view.canvas.fill(rect(x + u * 1.04, y, u * 0.12, u * 2.6), mix(p.light, WOOD, 0.2))
    boards(view)
    left, foot = b.left + b.width * 0.02, view.ground + u * 1.2
    wood, quilt = mix(WOOD, p.light, 0.15), p.accents[4]
    view.canvas.fill(rounded_rect(left, foot - u * 3.6, u * 0.6, u * 4.0, u * 0.2), wood)
    view.canvas.fill(rect(left + u * 0.4, foot - u * 1.1, b.width * 0.5, u * 1.0), wood)
    view.canvas.fill(rounded_rect(left + u * 0.5, foot - u * 2.0, b.width * 0.5, u * 1.2, u * 0.3), p.light)
    view.canvas.fill(
        rounded_rect(left + u * 0.7, foot - u * 2.5, u * 1.9, u * 0.8, u * 0.36), mix(p.light, "#ffffff", 0.5)
    )
    view.canvas.fill(rounded_rect(left + u * 2.2, foot - u * 2.1, b.width * 0.5 - u * 1.6, u * 1.5, u * 0.3), quilt)
    for k in range(4):
        view.canvas.fill(polygon(left + u * (2.8 + 0.9 * k), foot - u * 1.4, u * 0.3, 4), mix(quilt, p.light, 0.4))
    x, top = b.left + b.width * 0.88, view.ground - u * 0.4
    view.canvas.fill(rect(x - u * 0.8, top, u * 1.6, u * 1.7), wood)
    view.canvas.fill(rect(x - u * 0.06, top - u * 0.8, u * 0.12, u * 0.8), p.dark)
    view.canvas.fill(
        Path.lines(
            [
                (x - u * 0.3, top - u * 1.6),
                (x + u * 0.3, top - u * 1.6),
                (x + u * 0.6, top - u * 0.7),
                (x - u * 0.6, top - u * 0.7),
            ]
        ),
        "#fbe3a0",
    )


def _bathroom(view: View) -> None:
    """Tiles, a round mirror over a basin, a plant, a tub behind."""
    b, u, p = view.box, view.unit, view.palette
    ground = wall(view, mix("#a9d3d8", p.light, 0.35))
    grid = Path()
    for i in range(15):
        grid += rect(b.left + b.width * i / 14, b.top, u * 0.05, view.ground - b.top)
    for i in range(11):
        grid += rect(b.left, b.top + (view.ground - b.top) * i / 10, b.width, u * 0.05)
    view.canvas.fill(grid, mix(ground, "#ffffff", 0.55))
    tiles(view, mix(p.light, "#ffffff", 0.3), mix(p.accents[3], p.light, 0.3))
    x = b.left + b.width * 0.16
    view.canvas.fill(circle(x, b.top + u * 2.6, u * 1.15), mix(WOOD, p.light, 0.2))
    view.canvas.fill(circle(x, b.top + u * 2.6, u * 0.96), "#dff1f5")
    view.canvas.fill(rounded_rect(x - u * 1.3, view.ground - u * 2.0, u * 2.6, u * 0.8, u * 0.34), "#fdfdfb")
    view.canvas.fill(rect(x - u * 0.3, view.ground - u * 1.3, u * 0.6, u * 1.9), mix("#fdfdfb", p.dark, 0.1))
    view.canvas.fill(
        rect(x - u * 0.08, view.ground - u * 2.6, u * 0.16, u * 0.6)
        + rect(x - u * 0.08, view.ground - u * 2.6, u * 0.5, u * 0.14),
        mix("#ffffff", p.dark, 0.4),
    )
    left, foot = b.left + b.width * 0.62, view.ground + u * 0.9
    view.canvas.fill(rounded_rect(left, foot - u * 2.0, b.width * 0.44, u * 1.8, u * 0.7), "#fdfdfb")
    view.canvas.fill(
        rounded_rect(left - u * 0.2, foot - u * 2.2, b.width * 0.46, u * 0.4, u * 0.2), mix("#fdfdfb", p.dark, 0.12)
    )
    for dx, r in ((0.6, 0.5), (1.3, 0.4), (2.1, 0.55), (2.9, 0.44)):
        view.canvas.fill(circle(left + u * dx, foot - u * 2.3, u * r), "#f4fbfd")
    for turn in (-40, -14, 14, 40):
        view.canvas.fill(leaf(b.left + b.width * 0.9, b.top + u * 3.4, u * 1.7, u * 0.5, turn), "#5f9a55")
    shelf(view, b.left + b.width * 0.8, b.right, b.top + u * 3.5, WOOD)


def _office(view: View) -> None:
    """A desk with a screen, papers on the wall, a plant."""
    b, u, p = view.box, view.unit, view.palette
    wall(view)
    window(view, 0.16, 2.6, 2.6, 3.0)
    for k, ink in enumerate((p.accents[0], p.accents[4], p.accents[2], p.accents[1])):
        x, y = b.left + b.width * (0.7 + 0.13 * (k % 2)), b.top + u * (1.2 + 1.3 * (k // 2))
        view.canvas.fill(rect(x, y, u * 0.95, u * 1.0), ink)
        view.canvas.fill(circle(x + u * 0.46, y + u * 0.1, u * 0.1), p.dark)
    boards(view)
    desk = mix(WOOD, p.light, 0.2)
    for side in SIDES:
        left = b.left - 20 if side < 0 else b.right - b.width * 0.3
        view.canvas.fill(rect(left, view.ground - u * 0.6, b.width * 0.3 + 20, u * 0.36), desk)
        view.canvas.fill(
            rect(left + b.width * 0.05, view.ground - u * 0.3, u * 0.24, u * 1.8)
            + rect(left + b.width * 0.24, view.ground - u * 0.3, u * 0.24, u * 1.8),
            mix(desk, p.dark, 0.3),
        )
    x = b.left + b.width * 0.14
    view.canvas.fill(rounded_rect(x - u * 1.1, view.ground - u * 2.4, u * 2.2, u * 1.5, u * 0.1), p.dark)
    view.canvas.fill(rect(x - u * 0.96, view.ground - u * 2.26, u * 1.92, u * 1.2), mix(p.accents[3], p.light, 0.5))
    view.canvas.fill(rect(x - u * 0.14, view.ground - u * 0.95, u * 0.28, u * 0.4), p.dark)
    x = b.left + b.width * 0.88
    for turn in (-46, -20, 0, 20, 46):
        view.canvas.fill(leaf(x, view.ground - u * 1.1, u * 1.5, u * 0.44, turn), "#5f9a55")
    view.canvas.fill(
        Path.lines(
            [
                (x - u * 0.5, view.ground - u * 1.3),
                (x + u * 0.5, view.ground - u * 1.3),
                (x + u * 0.36, view.ground - u * 0.6),
                (x - u * 0.36, view.ground - u * 0.6),
            ]
        ),
        p.accents[4],
    )


def _hearth(view: View) -> None:
    """A fire in a brick hearth, a mantel with candles, a rug."""
    b, u, p = view.box, view.unit, view.palette
    wall(view)
    x, brick = b.left + b.width * 0.26, mix("#a8503c", p.dark, 0.1)
    view.canvas.fill(rect(x - u * 2.2, b.top, u * 4.4, view.ground - b.top), mix(brick, p.light, 0.12))
    for row in range(14):
        y = b.top + (view.ground - b.top) * row / 14
        view.canvas.fill(rect(x - u * 2.2, y, u * 4.4, u * 0.06), mix(brick, p.light, 0.4))
    view.canvas.fill(
        rounded_rect(x - u * 1.4, view.ground - u * 3.0, u * 2.8, u * 3.4, u * 1.2), mix(p.dark, "#3a2420", 0.5)
    )
    for size, ink in ((2.4, "#f0793c"), (1.7, "#f8b94a"), (1.0, "#fdf0b8")):
        view.canvas.fill(leaf(x, view.ground - u * 0.1, u * size, u * size * 0.62, 0), ink)
    for turn in (80, -80):
        view.canvas.fill(
            leaf(x - u * (1.0 if turn > 0 else -1.0), view.ground - u * 0.1, u * 2.0, u * 0.4, turn),
            mix(WOOD, p.dark, 0.2),
        )
    view.canvas.fill(rect(x - u * 2.5, view.ground - u * 3.8, u * 5.0, u * 0.44), mix(WOOD, p.light, 0.1))
    for dx in (-1.7, 1.6):
        view.canvas.fill(rect(x + u * dx, view.ground - u * 4.7, u * 0.3, u * 0.9), p.light)
        view.canvas.fill(leaf(x + u * (dx + 0.15), view.ground - u * 4.7, u * 0.5, u * 0.24, 0), "#f8b94a")
    window(view, 0.82, 2.6, 2.4, 3.0)
    boards(view)
    view.canvas.fill(ellipse(view.cx, view.ground + u * 1.9, b.width * 0.38, u * 0.8), p.accents[4])
    view.canvas.fill(ellipse(view.cx, view.ground + u * 1.9, b.width * 0.3, u * 0.6), mix(p.accents[4], p.light, 0.4))


CHAMBERS: Mapping[str, Callable[[View], None]] = {
    "bedroom": _bedroom,
    "bathroom": _bathroom,
    "office": _office,
    "hearth": _hearth,
}
