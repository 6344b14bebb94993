"""What every part of a character is drawn with: the box, the inks, lined parts, parts on both sides, limbs."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from shapely import geometry as shapes
from shapely.ops import unary_union

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Point, Transform
from pod.drawing.shapes import circle, ellipse
from pod.providers.embedded.characters.species import Species

BOX = 1024.0
INK = "#3a2430"
BLUSH = "#f2788f"
MIDDLE_X = BOX / 2
HEAD_Y = 400.0
BODY_Y = 757.0

LINE = 9.0
"""How far a part's own outline reaches beyond it."""

SIDES = (-1.0, 1.0)


def outlined(canvas: Canvas, path: Path, paint: str) -> None:
    """A part with an outline of its own, which sets it off from what lies under it."""
    canvas.stroke(path, INK, 2 * LINE)
    canvas.fill(path, paint)


@dataclass(frozen=True, slots=True)
class Pen:
    canvas: Canvas
    species: Species

    def part(self, path: Path, paint: str) -> None:
        outlined(self.canvas, path, paint)

    def tube(self, path: Path, ink: str, width: float) -> None:
        """An open, lined path of one width: a handle, a hose, a rope."""
        self.canvas.stroke(path, INK, width + 2 * LINE)
        self.canvas.stroke(path, ink, width)

    def both(self, path_for: Callable[[float], Path], paint: str, opacity: float = 1.0) -> None:
        """The same mark on the left and on the right; `path_for` is given -1 and 1."""
        for side in SIDES:
            self.canvas.fill(path_for(side), paint, opacity)

    def parts(self, path_for: Callable[[float], Path], paint: str) -> None:
        """The same lined part on both sides."""
        for side in SIDES:
            self.part(path_for(side), paint)


def blob(cx: float, cy: float, rx: float, ry: float, power: float = 2.4, flare: float = 0.0) -> Path:
    """A superellipse, wider below by `flare`: rounder than a box, fuller than an ellipse."""
    points = []
    for i in range(44):
        angle = 2 * math.pi * i / 44
        cosine, sine = math.cos(angle), math.sin(angle)
        x = rx * math.copysign(abs(cosine) ** (2 / power), cosine)
        y = ry * math.copysign(abs(sine) ** (2 / power), sine)
        points.append((cx + x * (1 + flare * y / ry), cy + y))
    return Path.from_geometry(shapes.Polygon(points), smooth=True)


def oval(cx: float, cy: float, rx: float, ry: float, turn: float = 0.0) -> Path:
    return ellipse(cx, cy, rx, ry).transformed(Transform.rotate(turn, (cx, cy)))


def mirrored(d: str, side: float, y: float = HEAD_Y) -> Path:
    """A path written for the right half around (0, 0), put on `side` of the middle at height `y`."""
    return Path.parse(d).transformed(Transform.scale(side, 1).then(Transform.move(MIDDLE_X, y)))


def at(side: float, out: float, y: float) -> Point:
    """A point `out` from the middle line on that side."""
    return MIDDLE_X + side * out, y


def limb(points: Sequence[Point], start: float, end: float) -> Path:
    """A round-ended limb along `points`, `start` and `end` its half widths there."""
    spine = shapes.LineString(points)
    steps = max(6, round(spine.length / 14))
    radii = [start + (end - start) * i / steps for i in range(steps + 1)]
    discs = [spine.interpolate(i / steps, normalized=True).buffer(r, quad_segs=8) for i, r in enumerate(radii)]
    area = unary_union([unary_union(pair).convex_hull for pair in itertools.pairwise(discs)])
    return Path.from_geometry(area.simplify(0.6).segmentize(26), smooth=True)


def curve(start: Point, first: Point, second: Point, end: Point, steps: int = 14) -> list[Point]:
    """Points along a cubic curve, for `limb`."""
    points = []
    for i in range(steps + 1):
        t = i / steps
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        points.append(
            (
                a * start[0] + b * first[0] + c * second[0] + d * end[0],
                a * start[1] + b * first[1] + c * second[1] + d * end[1],
            )
        )
    return points


def cloudlet(cx: float, cy: float, width: float, height: float, bumps: int = 5) -> Path:
    """A flat-footed cloud: wool, smoke, foam."""
    puffs = [
        circle(
            cx - width / 2 + width * (i + 0.5) / bumps,
            cy - height * 0.32 * math.sin(math.pi * (i + 0.5) / bumps),
            height * (0.34 + 0.2 * math.sin(math.pi * (i + 0.5) / bumps)),
        ).geometry()
        for i in range(bumps)
    ]
    foot = ellipse(cx, cy + height * 0.16, width / 2, height * 0.3).geometry()
    return Path.from_geometry(unary_union([*puffs, foot]).simplify(0.6).segmentize(24), smooth=True)
