"""Balls of the sports, each with its middle and radius. Original art."""

from __future__ import annotations

import math
from collections.abc import Callable

from pod.drawing.paths import Path, Point, Transform
from pod.drawing.shapes import circle
from pod.providers.embedded.characters.pen import INK, Pen

_RED, _WHITE, _DARK, _NAVY, _ORANGE = "#d9503f", "#fdfbf6", "#3d3a48", "#34507a", "#ee8434"

Ball = Callable[[Pen, float, float, float], None]
"""Draws itself with a pen around x, y, r units in radius."""


def off(spot: Point, angle: float, by: float) -> Point:
    """So far from there, `angle` degrees clockwise from up."""
    turn = math.radians(angle)
    return spot[0] + by * math.sin(turn), spot[1] - by * math.cos(turn)


def football(pen: Pen, x: float, y: float, r: float) -> None:
    pen.part(circle(x, y, r), _WHITE)
    with pen.canvas.group(circle(x, y, r)):
        for angle, out, size in ((0, 0, 0.4), *((72.0 * k + 36, 0.94, 0.36) for k in range(5))):
            cx, cy = off((x, y), angle, out * r)
            pen.canvas.fill(Path.lines([off((cx, cy), 72 * k, size * r) for k in range(5)]), _DARK)


def basketball(pen: Pen, x: float, y: float, r: float) -> None:
    pen.part(circle(x, y, r), _ORANGE)
    for d in (f"M-{r} 0L{r} 0", f"M0 -{r}L0 {r}"):
        pen.canvas.stroke(Path.parse(d).transformed(Transform.move(x, y)), INK, 9)
    for side in (-1.0, 1.0):
        arc = Path.parse(
            f"M{x + side * r * 0.7} {y - r * 0.7}Q{x + side * r * 0.2} {y} {x + side * r * 0.7} {y + r * 0.7}"
        )
        pen.canvas.stroke(arc, INK, 9)


def volleyball(pen: Pen, x: float, y: float, r: float) -> None:
    pen.part(circle(x, y, r), _WHITE)
    for turn in (0, 120, 240):
        arc = Path.parse(f"M{x} {y}Q{x + r * 0.3} {y - r * 0.7} {x + r * 0.8} {y - r * 0.6}").transformed(
            Transform.rotate(turn, (x, y))
        )
        pen.canvas.stroke(arc, _NAVY, 10)


def small_ball(ink: str, r: float = 40.0) -> Ball:
    return lambda pen, x, y, _: pen.part(circle(x, y, r), ink)


def baseball(pen: Pen, x: float, y: float, r: float) -> None:
    pen.part(circle(x, y, r), _WHITE)
    for side in (-1.0, 1.0):
        seam = Path.parse(f"M{x + side * r * 0.7} {y - r * 0.66}Q{x} {y} {x + side * r * 0.7} {y + r * 0.66}")
        pen.canvas.stroke(seam, _RED, 8)


def pigskin(pen: Pen, x: float, y: float, r: float) -> None:
    put = Transform.rotate(-30, (x, y))
    pen.part(
        Path.parse(
            f"M{x - r * 1.5} {y}Q{x} {y - r * 1.7} {x + r * 1.5} {y}Q{x} {y + r * 1.7} {x - r * 1.5} {y}Z"
        ).transformed(put),
        "#9a5b34",
    )
    for d in (
        f"M{x - r * 0.6} {y}L{x + r * 0.6} {y}",
        *(f"M{x + k * r * 0.36} {y - 16}L{x + k * r * 0.36} {y + 16}" for k in (-1, 0, 1)),
    ):
        pen.canvas.stroke(Path.parse(d).transformed(put), _WHITE, 9)
