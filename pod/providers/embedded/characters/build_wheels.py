"""A bicycle and a dirt bike from the side, under a rider of an athlete's build. Original art."""

from __future__ import annotations

import math

from pod.drawing.paths import Path
from pod.drawing.shapes import circle
from pod.imaging.colour import mix
from pod.providers.embedded.characters.build import SOLE, Build
from pod.providers.embedded.characters.pen import INK, Pen, limb

_RED, _DARK, _STEEL, _CREAM = "#d9503f", "#3d3a48", "#c3ccd8", "#fbf4e6"
_REAR, _FRONT, _CRANK = (220.0, 900.0), (830.0, 900.0), (500.0, 910.0)
_SEAT, _HEAD = (400.0, 640.0), (740.0, 620.0)
_WHEEL = 185.0


def _wheel(pen: Pen, x: float, y: float) -> None:
    for k in range(8):
        turn = math.pi * k / 8
        dx, dy = _WHEEL * math.cos(turn), _WHEEL * math.sin(turn)
        pen.canvas.stroke(Path.lines([(x - dx, y - dy), (x + dx, y + dy)], closed=False), _STEEL, 7)
    ring = circle(x, y, _WHEEL)
    pen.canvas.stroke(ring, INK, 54)
    pen.canvas.stroke(ring, _DARK, 38)
    pen.canvas.stroke(circle(x, y, _WHEEL - 24), _CREAM, 8)
    pen.part(circle(x, y, 24), _STEEL)


def bicycle(pen: Pen, build: Build) -> None:
    for x, y in (_REAR, _FRONT):
        _wheel(pen, x, y)
    bar = build.hands[0]
    for tube in ([_REAR, _CRANK], [_REAR, _SEAT], [_CRANK, _HEAD], [_SEAT, _HEAD], [_CRANK, _SEAT]):
        pen.tube(Path.lines(tube, closed=False), _RED, 26)
    pen.tube(
        Path.lines([_FRONT, _HEAD, (_HEAD[0] - 14, bar[1] + 20), (bar[0] + 24, bar[1] + 6)], closed=False), _DARK, 24
    )
    pen.tube(Path.lines([(_SEAT[0] - 8, _SEAT[1] - 6), (_SEAT[0] - 18, _SEAT[1] - 60)], closed=False), _STEEL, 20)
    pen.part(limb([(_SEAT[0] - 90, _SEAT[1] - 66), (_SEAT[0] + 70, _SEAT[1] - 66)], 28, 16), _DARK)
    far, near = build.feet
    pen.tube(
        Path.lines([(far[0] + 30, far[1] + SOLE + 6), _CRANK, (near[0] + 30, near[1] + SOLE + 6)], closed=False),
        mix(_STEEL, INK, 0.3),
        18,
    )
    pen.part(circle(*_CRANK, 52), _STEEL)


def grip(pen: Pen, build: Build) -> None:
    """The end of the bar in the fist that is nearer."""
    x, y = build.hands[1]
    pen.part(limb([(x - 20, y + 8), (x + 50, y + 2)], 19, 19), _DARK)


def puffs(pen: Pen, _: Build) -> None:
    """Earth that flies from the wheels."""
    for x, y, r in ((60, 1110, 46), (-10, 1060, 32), (140, 1130, 34), (220, 1120, 24), (-50, 1120, 22)):
        pen.part(circle(x, y, r), "#b98a5a")


_AXLES = ((190.0, 920.0), (870.0, 900.0))


def dirt_bike(pen: Pen, build: Build) -> None:
    """On knobbly tyres, its fork long and its tail high."""
    for x, y in _AXLES:
        for k in range(16):
            turn = 2 * math.pi * k / 16
            pen.part(circle(x + 178 * math.cos(turn), y + 178 * math.sin(turn), 20), _DARK)
        pen.part(circle(x, y, 176), _DARK)
        pen.canvas.fill(circle(x, y, 112), _CREAM)
        for k in range(6):
            turn = math.pi * k / 6
            dx, dy = 112 * math.cos(turn), 112 * math.sin(turn)
            pen.canvas.stroke(Path.lines([(x - dx, y - dy), (x + dx, y + dy)], closed=False), _STEEL, 10)
        pen.part(circle(x, y, 34), _STEEL)
    bar = build.hands[0]
    pen.tube(Path.lines([(190, 920), (470, 860)], closed=False), _STEEL, 34)
    pen.tube(Path.lines([(870, 900), (740, 600), (bar[0] - 10, bar[1] + 10)], closed=False), _STEEL, 34)
    pen.part(Path.parse("M400 720L680 700L640 900L470 930L390 840Z"), _DARK)
    pen.part(circle(520, 820, 70), _STEEL)
    pen.tube(Path.lines([(640, 860), (430, 900), (250, 770), (150, 740)], closed=False), _STEEL, 30)
    pen.part(Path.parse("M30 600L220 640L430 640L560 560L720 560L760 640L640 740L420 730L240 720Z"), _RED)
    pen.part(Path.parse("M120 610L250 640L470 630L560 560L420 590L250 590Z"), _DARK)
    pen.part(Path.parse("M700 690Q840 640 990 700L1000 740Q850 700 720 740Z"), _RED)
