"""The water that swimmers of an athlete's build are in, or come down to. Original art."""

from __future__ import annotations

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.build import Build
from pod.providers.embedded.characters.build_gear import STEEL, WHITE, rod
from pod.providers.embedded.characters.pen import INK, Pen, oval

_POOL = "#4fa8cf"


def pool(pen: Pen, _: Build) -> None:
    pen.part(
        Path.parse(
            "M-90 650Q20 590 130 640Q250 690 360 640Q480 590 600 640Q720 690 840 640Q960 590 1114 650L1114 900L-90 900Z"
        ),
        mix(_POOL, INK, 0.2),
    )


def swell(pen: Pen, _: Build) -> None:
    """Over trunk and legs; drops where the hand comes down, foam where the feet kick."""
    pen.part(
        Path.parse(
            "M-110 720Q-10 660 90 716Q190 770 300 716Q410 660 520 730Q630 790 740 726Q850 670 960 726Q1040 760 1134 716L1134 930Q512 1000 -110 930Z"
        ),
        _POOL,
    )
    for x, y in ((120, 820), (420, 850), (720, 830), (960, 850)):
        pen.canvas.fill(oval(x, y, 90, 12), mix(_POOL, WHITE, 0.6))
    for x, y, r in ((-20, 650, 44), (50, 620, 30), (-70, 690, 30), (940, 620, 26), (1000, 560, 20), (880, 560, 18)):
        pen.part(circle(x, y, r), WHITE)


def diving_board(pen: Pen, _: Build) -> None:
    """On its tower, at the feet of who has left it."""
    for x in (-170, -60):
        rod(pen, (x, 420), (x, 1120), STEEL, 26)
    for y in (560, 720, 880, 1040):
        rod(pen, (-170, y), (-60, y), STEEL, 16)
    pen.part(rounded_rect(-230, 384, 400, 46, 20), mix(_POOL, INK, 0.3))


def pool_below(pen: Pen, _: Build) -> None:
    surface = "M-260 1060Q-130 1000 0 1060Q130 1120 260 1060Q390 1000 520 1060Q650 1120 780 1060Q910 1000 1180 1060L1180 1220L-260 1220Z"
    pen.part(Path.parse(surface), _POOL)
    for x, y, r in ((800, 1000, 26), (900, 950, 34), (1000, 1000, 22)):
        pen.part(circle(x, y, r), WHITE)
