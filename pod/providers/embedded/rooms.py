"""What rooms are put together from: walls, floors, windows, shelves."""

from __future__ import annotations

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.view import View

SIDES = (-1, 1)
WOOD = "#8a5a3c"


def wall(view: View, ink: str = "") -> str:
    """The wall down to the floor; answers its ink, which is the one that heads are told from before a moon too."""
    paper = ink or mix(view.palette.accents[0], view.palette.light, 0.33)
    view.canvas.fill(rect(view.box.left, view.box.top, view.box.width, view.box.height), paper)
    return paper


def boards(view: View, ink: str = WOOD) -> None:
    """A floor of boards, and the skirting above it."""
    b, u, p = view.box, view.unit, view.palette
    wood = mix(ink, p.dark, 0.2)
    view.canvas.fill(rect(b.left, view.ground, b.width, b.bottom + 20 - view.ground), wood)
    for k in range(-5, 6):
        top, low = view.cx + k * b.width * 0.12, view.cx + k * b.width * 0.21
        view.canvas.fill(
            Path.lines(
                [
                    (top - u * 0.03, view.ground),
                    (top + u * 0.03, view.ground),
                    (low + u * 0.07, b.bottom + 20),
                    (low - u * 0.07, b.bottom + 20),
                ]
            ),
            mix(wood, p.dark, 0.4),
        )
    view.canvas.fill(rect(b.left, view.ground - u * 0.3, b.width, u * 0.34), mix(p.light, wood, 0.25))


def tiles(view: View, one: str, other: str) -> None:
    """A floor in two colours."""
    b, u = view.box, view.unit
    view.canvas.fill(rect(b.left, view.ground, b.width, b.bottom + 20 - view.ground), one)
    depth = b.bottom + 20 - view.ground
    squares = Path()
    for row in range(4):
        y0, y1 = (view.ground + depth * (r / 4) ** 1.4 for r in (row, row + 1))
        for k in range(-8, 8):
            if (k + row) % 2:
                continue
            spread = [(0.1 + 0.14 * (y - view.ground) / depth) * b.width for y in (y0, y1)]
            squares += Path.lines(
                [
                    (view.cx + k * spread[0], y0),
                    (view.cx + (k + 1) * spread[0], y0),
                    (view.cx + (k + 1) * spread[1], y1),
                    (view.cx + k * spread[1], y1),
                ]
            )
    view.canvas.fill(squares, other)
    view.canvas.fill(rect(b.left, view.ground - u * 0.2, b.width, u * 0.24), mix(one, other, 0.5))


def window(view: View, share: float, top: float, wide: float, tall: float) -> None:
    """A window that shows the sky outside, `top` units below the room's top."""
    b, u, p = view.box, view.unit, view.palette
    x, y, w, h = b.left + b.width * share - u * wide / 2, b.top + u * top, u * wide, u * tall
    view.canvas.fill(
        rounded_rect(x - u * 0.16, y - u * 0.16, w + u * 0.32, h + u * 0.32, u * 0.1), mix(p.light, WOOD, 0.3)
    )
    view.canvas.fill(rect(x, y, w, h), mix("#8ec5dc", p.dark, 0.7 if view.night else 0.0))
    if view.weather & {"rain", "storm"}:
        for k in range(7):
            drop = leaf(x + w * (0.1 + 0.37 * k % 0.9), y + h * (0.2 + 0.29 * k % 0.75), u * 0.5, u * 0.13, 196)
            view.canvas.fill(drop, "#e4f3fa")
    else:
        view.canvas.fill(circle(x + w * 0.68, y + h * 0.3, u * 0.32), p.light)
    view.canvas.fill(
        rect(x + w / 2 - u * 0.06, y, u * 0.12, h) + rect(x, y + h / 2 - u * 0.06, w, u * 0.12),
        mix(p.light, WOOD, 0.3),
    )


def shelf(view: View, left: float, right: float, y: float, ink: str) -> None:
    view.canvas.fill(rect(left, y, right - left, view.unit * 0.2), ink)
