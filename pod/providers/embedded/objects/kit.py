"""What most objects are made of: boxes, bars, tubes, discs and legs, and the inks that all of them share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from shapely.geometry import LineString
from shapely.ops import unary_union

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Point, Transform
from pod.drawing.shapes import circle, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import BOX, INK, LINE, Pen, limb, oval

Draw = Callable[[Pen], None]

C = BOX / 2

CREAM, SNOW, DARK, STEEL = "#fbf2df", "#fdfbf6", "#3d3a48", "#c3ccd8"
RED, ORANGE, GOLD, GREEN, TEAL, BLUE = "#d1493f", "#ee8a3c", "#f3bf4b", "#4f9a5c", "#3f978f", "#4f9fc0"
PURPLE, PINK, WOOD, CLAY = "#8468c0", "#ee8fa3", "#b0763f", "#cf6f47"
GLASS = "#bfe6f3"


def deep(ink: str, share: float = 0.22) -> str:
    """In the shade."""
    return mix(ink, INK, share)


def pale(ink: str, share: float = 0.4) -> str:
    """In the light."""
    return mix(ink, SNOW, share)


def shape(pen: Pen, d: str, ink: str) -> None:
    """A lined part, as path data."""
    pen.part(Path.parse(d), ink)


def mark(pen: Pen, d: str, ink: str) -> None:
    """A plain area on a part."""
    pen.canvas.fill(Path.parse(d), ink)


def line(pen: Pen, d: str, width: float = 16, ink: str = INK) -> None:
    pen.canvas.stroke(Path.parse(d), ink, width)


def tube(pen: Pen, d: str, width: float, ink: str) -> None:
    """An open, lined path of one width: a handle, a hose, a rope."""
    pen.tube(Path.parse(d), ink, width)


def band(pen: Pen, path: Path, width: float, ink: str) -> None:
    """A closed, lined path of one width: a tyre, a ring, a frame. Unlike a stroke it counts as an area of the thing."""
    pen.part(
        Path.from_geometry(unary_union([LineString([*ring, ring[0]]).buffer(width / 2) for ring in path.rings()])), ink
    )


def box(pen: Pen, x: float, y: float, width: float, height: float, ink: str, r: float = 20) -> None:
    pen.part(rounded_rect(x, y, width, height, r), ink)


def slab(pen: Pen, x: float, y: float, width: float, height: float, ink: str, r: float = 8) -> None:
    """A plain rounded area on a part."""
    pen.canvas.fill(rounded_rect(x, y, width, height, r), ink)


def disc(pen: Pen, x: float, y: float, r: float, ink: str) -> None:
    pen.part(circle(x, y, r), ink)


def dot(pen: Pen, x: float, y: float, r: float, ink: str = INK) -> None:
    pen.canvas.fill(circle(x, y, r), ink)


def bar(pen: Pen, start: Point, end: Point, half: float, ink: str, end_half: float | None = None) -> None:
    """A round-ended rod, `half` its half width."""
    pen.part(limb([start, end], half, half if end_half is None else end_half), ink)


def legs(pen: Pen, xs: Sequence[float], top: float, bottom: float, width: float, ink: str) -> None:
    for x in xs:
        box(pen, x - width / 2, top, width, bottom - top, ink, 12)


def glint(pen: Pen, x: float, y: float, rx: float, ry: float, turn: float = 0.0, ink: str = SNOW) -> None:
    pen.canvas.fill(oval(x, y, rx, ry, turn), ink)


def turned(path: Path, degrees: float, x: float = C, y: float = C) -> Path:
    return path.transformed(Transform.rotate(degrees, (x, y)))


def moved(d: str, x: float, y: float, turn: float = 0.0) -> Path:
    """Path data around (0, 0), turned and brought to (x, y)."""
    return Path.parse(d).transformed(Transform.rotate(turn, (0, 0)).then(Transform.move(x, y)))


def fitted(draw: Draw) -> Draw:
    """The same drawing, brought to the size of the box from whatever size it was drawn at."""

    def inside(pen: Pen) -> None:
        canvas = Canvas(BOX, BOX)
        draw(Pen(canvas, pen.species))
        drawing = canvas.drawing()
        room = drawing.ink_box()
        (x, y), scale = room.centre, (BOX - 2 * LINE) / max(room.width, room.height)
        pen.canvas.place(drawing, Transform.move(-x, -y).then(Transform.scale(scale)).then(Transform.move(C, C)))

    return inside


def woven_basket(pen: Pen) -> None:
    """A bushel basket in front of what is in it, its rim across the box."""
    body = Path.parse("M90 580L934 580L840 960Q512 1010 184 960Z")
    pen.part(body, "#d9a35a")
    with pen.canvas.group(body):
        for row in range(5):
            for k in range(12):
                slab(pen, 40 + 86 * k + 43 * (row % 2), 610 + 84 * row, 68, 46, "#b97f3a", 20)
    box(pen, 70, 550, 884, 70, "#c98a4b", 34)
