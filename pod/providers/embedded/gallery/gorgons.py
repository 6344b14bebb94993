"""Medusa, from her brow of snakes to her collar. Original art in a box of 1024 units."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from pod.drawing.paths import Path, Point
from pod.drawing.shapes import circle, leaf, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, at, limb, oval
from pod.providers.embedded.gallery.kit import GOLD, C, Draw
from pod.providers.embedded.objects.kit import fitted

_SKIN, _SNAKES = "#e9cba6", ("#3f8f5a", "#6fb25a")
SNAKES = frozenset({*_SNAKES, *(mix(ink, "#f4f0b8", 0.42) for ink in _SNAKES), mix(_SNAKES[0], INK, 0.35)})
"""The inks that her snakes are drawn in."""

_SHADE, _LIPS, _LID = mix(_SKIN, "#8a5a3c", 0.36), "#b5485a", "#5f8f6a"

_BEHIND: Sequence[tuple[float, float, float, float, float]] = (
    *((C + side * x, y, side * turn, far, side * sway) for x, y, turn, far, sway in (
        (190, 600, 142, 250, -46), (210, 530, 112, 300, 40), (200, 430, 84, 300, -44), (190, 380, 60, 330, 40),
        (130, 330, 36, 330, -44), (50, 300, 12, 330, 40),
    ) for side in SIDES),
)  # fmt: skip
"""The root of each, where it leaves for, how far it goes, and how far it winds to either side, in degrees."""

_OVER: Sequence[tuple[float, float, float, float, float]] = (
    *((C + side * x, y, side * turn, far, side * sway) for x, y, turn, far, sway in (
        (60, 250, 62, 210, 40), (6, 270, 96, 250, 44), (4, 330, 112, 190, 26),
    ) for side in SIDES),
)  # fmt: skip
"""Those that part over her brow."""


def _winding(x: float, y: float, turn: float, far: float, sway: float) -> tuple[list[Point], float]:
    """The line of a snake of two bends, and where its head looks."""
    spine, steps, heading = [(x, y)], 28, turn
    for k in range(steps):
        heading = turn + sway * 1.5 * math.sin(1.9 * math.pi * k / steps)
        x, y = polar(x, y, far * 1.25 / steps, heading)
        spine.append((x, y))
    return spine, heading


def _snake(pen: Pen, row: tuple[float, float, float, float, float], ink: str) -> None:
    """Thinner towards a broad head with two eyes and a forked tongue."""
    spine, heading = _winding(*row)
    x, y = spine[-1]
    fork = polar(x, y, 78, heading)
    for tip in (polar(*fork, 30, heading - 34), polar(*fork, 30, heading + 34), (x, y)):
        pen.canvas.stroke(Path.lines([fork, tip], closed=False), "#d9365a", 11)
    pen.part(limb(spine, 36, 25), ink)
    light = Path.lines([polar(px, py, 9, heading - 90) for px, py in spine[3:-3]], closed=False)
    pen.canvas.stroke(light, mix(ink, "#f4f0b8", 0.42), 9)
    pen.part(oval(*polar(x, y, 16, heading), 37, 50, heading), ink)
    for side in SIDES:
        eye = polar(*polar(x, y, 22, heading), 19, heading + 90 * side)
        pen.canvas.fill(circle(*eye, 11), "#f8e27a")
        pen.canvas.fill(circle(*eye, 5), INK)


def _features(pen: Pen) -> None:
    """Heavy lids over pale eyes, a long nose and a shut mouth: she looks at nobody in haste."""
    for side in SIDES:
        eye = _almond(side)
        pen.canvas.fill(leaf(*at(side, 30, 500), 140, 58, side * 94), _LID)
        pen.canvas.fill(eye, "#fbf8ea")
        with pen.canvas.group(eye):
            pen.canvas.fill(circle(C + side * 88, 524, 27), "#4f9a5c")
            pen.canvas.fill(circle(C + side * 88, 524, 13), INK)
        lid = f"M{C + side * 36} 536Q{C + side * 84} 484 {C + side * 150} 514L{C + side * 170} 498"
        pen.canvas.stroke(Path.parse(lid), INK, 15)
        brow = f"M{C + side * 32} 470Q{C + side * 92} 420 {C + side * 166} 452"
        pen.canvas.stroke(Path.parse(brow), mix(INK, "#3f8f5a", 0.3), 17)
    pen.canvas.stroke(
        Path.parse("M486 480C490 550 476 600 466 630C460 652 484 660 512 658C540 660 556 652 552 634"), _SHADE, 12
    )
    pen.canvas.fill(
        Path.parse("M440 722C468 702 494 698 512 708C530 698 556 702 584 722C552 768 472 768 440 722Z"), _LIPS
    )
    pen.canvas.stroke(Path.parse("M440 722Q512 736 584 722"), mix(_LIPS, INK, 0.55), 9)


def _almond(side: float) -> Path:
    a, b = C + side * 36, C + side * 150
    mid = (a + b) / 2
    return Path.parse(f"M{a} 536Q{mid} 484 {b} 514Q{mid} 566 {a} 536Z")


def _medusa(pen: Pen) -> None:
    for k, row in enumerate(_BEHIND):
        _snake(pen, row, _SNAKES[k // 2 % 2])
    pen.part(oval(C, 420, 232, 236), mix(_SNAKES[0], INK, 0.35))
    pen.part(Path.parse("M430 760L430 876C400 910 300 916 250 1000L774 1000C724 916 624 910 594 876L594 760Z"), _SKIN)
    pen.canvas.fill(Path.parse("M437 800C480 850 544 850 587 800L587 842C540 880 484 880 437 842Z"), _SHADE)
    pen.part(Path.parse("M404 890Q512 966 620 890L664 930Q512 1020 360 930Z"), GOLD)
    face = Path.parse(
        "M512 300C640 300 716 390 706 520C698 650 620 806 512 826C404 806 326 650 318 520C308 390 384 300 512 300Z"
    )
    pen.part(face, _SKIN)
    with pen.canvas.group(face):
        pen.canvas.fill(
            Path.parse("M720 300L720 840L520 840C620 780 668 640 662 520C656 420 640 360 610 300Z"),
            mix(_SKIN, _SHADE, 0.45),
        )
    _features(pen)
    for k, row in enumerate(_OVER):
        _snake(pen, row, _SNAKES[1 - k // 2 % 2])


GORGONS: Mapping[str, Draw] = {"head of medusa": fitted(_medusa)}
"""By the name that the keyword table gives them."""
