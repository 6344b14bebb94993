"""A snail that carries a cottage for a shell. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle
from pod.providers.embedded.characters.pen import Pen, oval
from pod.providers.embedded.gallery.kit import GOLD, GREEN, LEAF, RED, WHITE, Draw
from pod.providers.embedded.objects.kit import box, deep, disc, dot, fitted, line, shape, tube

_SKIN, _WALL, _THATCH, _WOOD, _PANE = "#e8b98a", "#fbf0da", "#c9803f", "#8a5a34", "#f8d878"
_BLOOMS = ("#e77f9a", "#f2b134", "#a58ae0", "#fdfbf6", "#e0564a")


def _cottage_snail(pen: Pen) -> None:
    """To the right, flowers at the foot of its house."""
    _snail(pen)
    box(pen, 540, 60, 84, 190, deep(RED, 0.1), 10)
    box(pen, 180, 400, 500, 440, _WALL, 50)
    shape(pen, "M90 460C150 250 300 110 430 90C560 110 710 250 770 460Q430 390 90 460Z", _THATCH)
    for d in (
        "M190 400Q250 270 340 190",
        "M330 380Q360 270 410 180",
        "M530 380Q500 270 450 180",
        "M670 400Q610 270 520 190",
    ):
        line(pen, d, 12, deep(_THATCH, 0.3))
    shape(pen, "M350 830L350 640C350 530 510 530 510 640L510 830Z", _WOOD)
    dot(pen, 480, 710, 15, GOLD)
    for x in (262, 598):
        disc(pen, x, 580, 56, _PANE)
        line(pen, f"M{x} 528L{x} 632M{x - 52} 580L{x + 52} 580", 11)
    _garden(pen)


def _snail(pen: Pen) -> None:
    for x, y in ((800, 250), (930, 270)):
        tube(pen, f"M860 520Q{x + 10} 400 {x} {y}", 34, _SKIN)
        disc(pen, x, y, 46, WHITE)
        dot(pen, x + 10, y + 4, 22)
    shape(
        pen,
        "M20 960C60 860 160 800 300 800L600 800C690 780 700 680 720 590C750 470 940 470 980 590C1010 690 980 790 930 860C890 920 840 960 760 960Z",
        _SKIN,
    )
    pen.canvas.fill(oval(940, 680, 34, 24), "#f2788f", 0.6)
    line(pen, "M850 690Q890 730 930 700", 14)


def _garden(pen: Pen) -> None:
    for k, x in enumerate((150, 238, 326, 540, 632, 716)):
        foot, top = 850, 740 - 34 * (k % 2)
        tube(pen, f"M{x} {foot}L{x} {top}", 12, GREEN)
        pen.part(oval(x + 30, foot - 30, 36, 17, -30), LEAF)
        _bloom(pen, x, top, _BLOOMS[k % len(_BLOOMS)])


def _bloom(pen: Pen, x: float, y: float, ink: str) -> None:
    petals = Path()
    for dx, dy in ((0, -30), (29, -9), (18, 25), (-18, 25), (-29, -9)):
        petals += circle(x + dx, y + dy, 27)
    pen.part(petals, ink)
    pen.canvas.fill(circle(x, y, 24), ink)
    dot(pen, x, y, 17, GOLD if ink != _BLOOMS[1] else _WOOD)


SNAILS: Mapping[str, Draw] = {"cottage snail": fitted(_cottage_snail)}
"""By subject."""
