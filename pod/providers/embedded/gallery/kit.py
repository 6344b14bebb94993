"""What the gallery is drawn with: inks, petals, stems, masonry, windows, wheels. Everything in a box of 1024 units."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from pod.drawing.paths import Path, Point, Transform
from pod.drawing.shapes import circle, leaf, polar, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import BOX, INK, Pen, curve, limb, oval

Draw = Callable[[Pen], None]
Head = Callable[[Pen, float, float, float, float], None]
"""Draws a flower at x, y with a radius, leaning by degrees."""

C = BOX / 2
CREAM, WHITE, RED, ROSE, ORANGE, GOLD = "#fbf2df", "#fdfbf6", "#d1493f", "#ee7f96", "#ee8a3c", "#f3bf4b"
GREEN, LEAF, TEAL, BLUE, SKY, VIOLET = "#4f9a5c", "#7fb56a", "#3f978f", "#4f79b8", "#bfe6f3", "#8a6cc0"
WOOD, BARK, STONE, STEEL, DARK, GLOW = "#a9713f", "#7a5236", "#9aa0aa", "#c3ccd8", "#3d3a48", "#fbe08f"

_PETALS: Mapping[str, str] = {
    "round": "M0 0C-0.66 -0.25 -0.62 -1 0 -1C0.62 -1 0.66 -0.25 0 0Z",
    "pointed": "M0 0C-0.62 -0.3 -0.5 -0.72 0 -1C0.5 -0.72 0.62 -0.3 0 0Z",
    "notched": "M0 0C-0.5 -0.3 -0.76 -0.82 -0.4 -0.97C-0.2 -1.04 -0.08 -0.94 0 -0.84C0.08 -0.94 0.2 -1.04 0.4 -0.97C0.76 -0.82 0.5 -0.3 0 0Z",
    "frilled": "M0 0C-0.3 -0.2 -0.6 -0.5 -0.56 -0.8Q-0.44 -0.98 -0.34 -0.86Q-0.24 -1.08 -0.12 -0.92Q0 -1.1 0.12 -0.92Q0.24 -1.08 0.34 -0.86Q0.44 -0.98 0.56 -0.8C0.6 -0.5 0.3 -0.2 0 0Z",
    "broad": "M0 0C-0.5 -0.1 -0.74 -0.6 -0.46 -0.86C-0.24 -1.04 0.24 -1.04 0.46 -0.86C0.74 -0.6 0.5 -0.1 0 0Z",
}
"""One petal each, its foot in the middle and its tip a unit above it."""


def moved(d: str, x: float, y: float, across: float, down: float | None = None, turn: float = 0.0) -> Path:
    """Path data around (0, 0), stretched, turned and put at (x, y)."""
    stretch = Transform.scale(across, across if down is None else down)
    return Path.parse(d).transformed(stretch.then(Transform.rotate(turn)).then(Transform.move(x, y)))


def petal(shape: str, x: float, y: float, length: float, width: float, turn: float) -> Path:
    """From its foot at (x, y) towards `turn` (0 is up, clockwise)."""
    return moved(_PETALS[shape], x, y, width, length, turn)


def stem(pen: Pen, start: Point, end: Point, bend: float = 0.0, width: float = 15.0, ink: str = GREEN) -> None:
    """A stalk, bulging to the side by `bend`."""
    (ax, ay), (bx, by) = start, end
    bent = curve(start, (ax + bend, ay + (by - ay) / 3), (bx + bend, by - (by - ay) / 3), end)
    pen.part(limb(bent, width, width * 0.8), ink)


def leaves(pen: Pen, spots: Sequence[tuple[float, float, float, float]], ink: str = GREEN, slim: float = 0.24) -> None:
    """Leaves with a midrib, at x, y, of a length, towards degrees."""
    for k, (x, y, length, turn) in enumerate(spots):
        pen.part(leaf(x, y, length, length * slim, turn), mix(ink, INK, 0.1 * (k % 2)))
        rib = Path.lines([polar(x, y, length * 0.12, turn), polar(x, y, length * 0.76, turn)], closed=False)
        pen.canvas.stroke(rib, mix(ink, CREAM, 0.4), 9)


def bow(pen: Pen, x: float, y: float, size: float, ink: str = ROSE) -> None:
    """A tied ribbon with two loops and two tails."""
    for side in (-1.0, 1.0):
        tail = f"M0 0L{side * 0.62} 1.1L{side * 0.36} 1.06L{side * 0.2} 1.24Z"
        pen.part(moved(tail, x, y, size), mix(ink, INK, 0.15))
        pen.part(
            moved(
                f"M0 0C{side * 0.3} -0.7 {side * 1.1} -0.62 {side} 0C{side * 1.1} 0.5 {side * 0.3} 0.44 0 0Z",
                x,
                y,
                size,
            ),
            ink,
        )
    pen.part(oval(x, y, size * 0.2, size * 0.24), mix(ink, CREAM, 0.25))


def growing(head: Head, *, blades: bool = False, ink: str = GREEN) -> Draw:
    """Three flowers on their stalks, with broad leaves or with blades of grass."""

    def draw(pen: Pen) -> None:
        spots = ((250.0, 430.0, 168.0, -16.0), (786.0, 470.0, 160.0, 16.0), (C, 262.0, 232.0, 0.0))
        for x, y, _, _ in spots:
            stem(pen, (C + (x - C) * 0.16, 1000), (x, y), (x - C) * 0.12, ink=ink)
        slim, low = (0.12, 990) if blades else (0.26, 900)
        leaves(
            pen,
            ((C - 20, low, 400, -42), (C + 20, low, 400, 42), (C, low - 60, 300, -20), (C, low - 40, 300, 24)),
            ink,
            slim,
        )
        for x, y, r, lean in spots:
            head(pen, x, y, r, lean)

    return draw


def bunch(heads: Sequence[Head], ribbon: str = ROSE) -> Draw:
    """A bouquet: heads in a dome over leaves, their stalks tied with a ribbon."""

    def draw(pen: Pen) -> None:
        for k in range(5):
            stem(pen, (C + 62 * (k - 2), 1004), (C - 20 * (k - 2), 640), 0, 13)
        leaves(pen, [(C, 690, 470 - 1.2 * abs(a), a) for a in (-88, 88, -64, 64, -38, 38, -14, 14)], GREEN, 0.3)
        dome = (
            (196, 420, -40),
            (828, 420, 40),
            (346, 250, -20),
            (678, 250, 20),
            (C, 170, 0),
            (350, 530, -12),
            (674, 530, 12),
            (C, 404, 0),
        )
        for k, (x, y, lean) in enumerate(dome):
            heads[k % len(heads)](pen, x, y, 150, lean)
        bow(pen, C, 740, 130, ribbon)

    return draw


def window(pen: Pen, x: float, y: float, width: float, height: float, *, arch: bool = False, ink: str = GLOW) -> None:
    """A pane with a cross bar, (x, y) its upper left corner."""
    pane = (
        Path.parse(
            f"M{x} {y + height}L{x} {y + width / 2}Q{x} {y} {x + width / 2} {y}Q{x + width} {y} {x + width} {y + width / 2}L{x + width} {y + height}Z"
        )
        if arch
        else rect(x, y, width, height)
    )
    pen.part(pane, ink)
    pen.canvas.fill(rect(x + width / 2 - 5, y + (8 if arch else 0), 10, height - (8 if arch else 0)), INK)
    pen.canvas.fill(rect(x, y + height * 0.5 - 5, width, 10), INK)


def gable(pen: Pen, x: float, y: float, width: float, height: float, ink: str, eave: float = 40.0) -> None:
    """A pitched roof over a wall that is `width` wide and begins at (x, y)."""
    pen.part(Path.lines([(x - eave, y), (x + width / 2, y - height), (x + width + eave, y)]), ink)


def courses(
    pen: Pen, area: Path, ink: str, top: float, bottom: float, left: float, right: float, size: float = 62.0
) -> None:
    """A wall of `area` with some of its bricks showing."""
    pen.part(area, ink)
    with pen.canvas.group(area):
        for row in range(math.ceil((bottom - top) / size)):
            for k in range(math.ceil((right - left) / (size * 3.2))):
                x = left + size * (0.6 + 3.2 * k + 1.5 * (row % 2))
                pen.canvas.fill(
                    rounded_rect(x, top + size * (row + 0.34), size * 1.2, size * 0.32, 8), mix(ink, INK, 0.2)
                )


def wheel(pen: Pen, x: float, y: float, r: float, ink: str = DARK) -> None:
    """A tyre with a hub."""
    pen.part(circle(x, y, r), ink)
    pen.part(circle(x, y, r * 0.5), STEEL)
    pen.canvas.fill(circle(x, y, r * 0.18), INK)


def spoked(pen: Pen, x: float, y: float, r: float, ink: str = WOOD, spokes: int = 8, rim: float = 26.0) -> None:
    """A wheel to see through."""
    for k in range(spokes):
        pen.canvas.stroke(Path.lines([(x, y), polar(x, y, r, 360 * k / spokes + 11)], closed=False), INK, 22)
    for width, shade in ((rim + 18, INK), (rim, ink)):
        pen.canvas.stroke(circle(x, y, r), shade, width)
    pen.part(circle(x, y, r * 0.16), ink)


def smoke(pen: Pen, x: float, y: float, size: float, ink: str = "#dfe5ea") -> None:
    """Three puffs, rising."""
    for dx, dy, r in ((0, 0, 0.5), (0.34, -0.62, 0.66), (0.1, -1.4, 0.44)):
        pen.part(circle(x + dx * size, y + dy * size, r * size * 0.6), ink)


def eyes(pen: Pen, x: float, y: float, apart: float, r: float = 24.0) -> None:
    """Two round eyes with a glint, and a smile between and below them."""
    for side in (-1.0, 1.0):
        pen.canvas.fill(circle(x + side * apart, y, r), INK)
        pen.canvas.fill(circle(x + side * apart - r * 0.3, y - r * 0.35, r * 0.32), WHITE)
    pen.canvas.stroke(
        Path((("M", (x - r * 1.1, y + r * 0.9)), ("Q", (x, y + r * 2.4, x + r * 1.1, y + r * 0.9)))), INK, 11
    )


def planks(pen: Pen, x: float, y: float, width: float, height: float, ink: str, gap: float = 70.0) -> None:
    """A wall of upright boards."""
    pen.part(rect(x, y, width, height), ink)
    for k in range(1, int(width / gap)):
        pen.canvas.fill(rect(x + gap * k - 4, y, 8, height), mix(ink, INK, 0.28))
