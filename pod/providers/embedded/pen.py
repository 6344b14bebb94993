"""What every part of a character is drawn with: the box, the inks, and a part on both sides."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from shapely import geometry as shapes

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import ellipse
from pod.providers.embedded.species import Species

BOX = 1024.0
INK = "#3a2430"
BLUSH = "#f2788f"
MIDDLE_X = BOX / 2
HEAD_Y = 400.0


@dataclass(frozen=True, slots=True)
class Pen:
    canvas: Canvas
    species: Species

    def both(self, path_for: Callable[[float], Path], paint: str, opacity: float = 1.0) -> None:
        """The same part on the left and on the right; `path_for` is given -1 and 1."""
        for side in (-1.0, 1.0):
            self.canvas.fill(path_for(side), paint, opacity)


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
