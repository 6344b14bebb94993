"""What hangs, stands and is eaten on holidays: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf, polar, star
from pod.providers.embedded.characters.pen import SIDES, Pen, oval
from pod.providers.embedded.objects.kit import (
    BLUE,
    CREAM,
    DARK,
    GOLD,
    GREEN,
    RED,
    SNOW,
    STEEL,
    WOOD,
    C,
    Draw,
    box,
    deep,
    disc,
    dot,
    fitted,
    glint,
    line,
    pale,
    shape,
    slab,
    tube,
)


def _stocking(pen: Pen) -> None:
    shape(pen, "M330 210C260 40 360 20 420 90L470 220Z", CREAM)
    pen.part(circle(590, 150, 96), "#b5703a")
    for side in SIDES:
        disc(pen, 590 + side * 80, 70, 36, "#b5703a")
        dot(pen, 590 + side * 34, 130, 13)
    dot(pen, 590, 166, 18)
    tube(pen, "M420 190L420 110Q420 40 370 60", 22, RED)
    shape(
        pen,
        "M290 300L740 300L720 640C800 700 880 720 900 800C920 920 820 980 700 960C560 940 420 880 330 800C290 760 290 700 300 640Z",
        RED,
    )
    shape(pen, "M700 956C700 840 800 760 890 760C930 900 830 980 700 956Z", CREAM)
    shape(pen, "M310 600C400 600 440 720 350 810C300 770 290 700 310 600Z", CREAM)
    pen.canvas.fill(star(540, 540, 90), GOLD)
    box(pen, 240, 200, 550, 150, SNOW, 70)


def _dreidel(pen: Pen) -> None:
    box(pen, 460, 30, 104, 250, GOLD, 30)
    shape(pen, "M200 280L640 250L640 690L420 990L200 720Z", BLUE)
    shape(pen, "M640 250L830 300L830 700L420 990L640 690Z", deep(BLUE))
    shape(pen, "M200 280L420 220L830 300L640 330Z", pale(BLUE, 0.35))
    line(pen, "M300 430L310 570Q320 640 410 640Q510 640 520 560L520 420M410 420L410 630", 34, GOLD)
    line(pen, "M700 420L770 420L770 600L690 610", 28, GOLD)


def _bauble(pen: Pen) -> None:
    tube(pen, "M512 150C440 20 584 20 512 150", 14, STEEL)
    box(pen, 424, 140, 176, 110, GOLD, 24)
    ball = circle(C, 600, 390)
    pen.part(ball, RED)
    with pen.canvas.group(ball):
        pen.canvas.stroke(Path.parse("M100 500Q512 620 924 500"), CREAM, 30)
        pen.canvas.stroke(Path.parse("M100 700Q512 820 924 700"), CREAM, 30)
        pen.canvas.stroke(
            Path.lines(
                [(100 + 69 * k, 610 + 30 * (k % 2) + 60 - 0.0003 * (69 * k - 412) ** 2) for k in range(13)],
                closed=False,
            ),
            GOLD,
            26,
        )
    glint(pen, 330, 410, 50, 90, 34, pale(RED, 0.6))


def _wreath(pen: Pen) -> None:
    for ring_at, count, ink in ((380, 26, GREEN), (300, 22, deep(GREEN))):
        for k in range(count):
            x, y = polar(C, 500, ring_at, 360 * k / count)
            pen.part(leaf(x, y, 170, 70, 360 * k / count + 118), ink)
    for k in range(9):
        x, y = polar(C, 500, 340, 40 * k + 10)
        for dx, dy in ((-22, 8), (24, 12), (0, -24)):
            disc(pen, x + dx, y + dy, 24, RED)
    for side in SIDES:
        shape(
            pen,
            f"M512 840L{C + side * 80} 1000L{C + side * 130} 960L{C + side * 190} 980L{C + side * 60} 820Z",
            deep(RED),
        )
        shape(
            pen,
            f"M512 830C{C + side * 100} 700 {C + side * 240} 700 {C + side * 230} 830C{C + side * 240} 950 {C + side * 100} 950 512 830Z",
            RED,
        )
    disc(pen, C, 830, 54, RED)


def _nutcracker(pen: Pen) -> None:
    for side in SIDES:
        box(pen, C + side * 80 - 60, 780, 120, 190, SNOW, 16)
        box(pen, C + side * 84 - 76, 920, 152, 80, DARK, 24)
        box(pen, C + side * 210 - 48, 500, 96, 280, RED, 40)
        disc(pen, C + side * 210, 790, 46, SNOW)
        slab(pen, C + side * 210 - 56, 490, 112, 40, GOLD, 20)
    box(pen, 348, 480, 328, 320, RED, 30)
    for y in (540, 620, 700):
        line(pen, f"M420 {y}L604 {y}", 20, GOLD)
        dot(pen, C, y, 22, GOLD)
    slab(pen, 348, 750, 328, 40, DARK, 0)
    box(pen, 362, 250, 300, 240, "#f3c9a5", 40)
    shape(pen, "M420 400L604 400L620 520L512 590L404 520Z", SNOW)
    box(pen, 440, 400, 144, 50, DARK, 8)
    for k in range(4):
        slab(pen, 448 + 34 * k, 404, 26, 42, SNOW, 4)
    for side in SIDES:
        dot(pen, C + side * 70, 310, 22)
        shape(
            pen,
            f"M512 370C{C + side * 60} 340 {C + side * 130} 350 {C + side * 150} 400C{C + side * 90} 410 {C + side * 50} 400 512 384Z",
            SNOW,
        )
    shape(pen, "M350 260L350 60Q512 10 674 60L674 260Z", deep(DARK, 0.1))
    slab(pen, 356, 200, 312, 56, GOLD, 0)
    pen.canvas.fill(star(C, 130, 52), GOLD)


def _snowball_pile(pen: Pen) -> None:
    for x, y in ((200, 820), (512, 820), (824, 820), (356, 560), (668, 560), (512, 300)):
        disc(pen, x, y, 170, SNOW)
        glint(pen, x + 60, y + 60, 60, 40, -40, "#d7e6f0")


def _advent_candles(pen: Pen) -> None:
    for x, y in ((250, 420), (420, 340), (604, 340), (774, 420)):
        shape(
            pen,
            f"M{x} {y - 170}C{x + 70} {y - 90} {x + 44} {y - 20} {x} {y - 20}C{x - 44} {y - 20} {x - 70} {y - 90} {x} {y - 170}Z",
            GOLD,
        )
        box(pen, x - 56, y, 112, 420, RED, 16)
    for row, count in ((0, 15), (1, 13)):
        for k in range(count):
            foot = C + (k - (count - 1) / 2) * 66
            pen.part(leaf(foot, 900 - 60 * row, 190, 60, (k - count / 2) * 14), GREEN if (k + row) % 2 else deep(GREEN))
    for k in range(6):
        disc(pen, 170 + 137 * k, 850 + 20 * (k % 2), 34, GOLD if k % 2 else RED)
    pen.part(oval(C, 930, 450, 40), WOOD)


FESTIVE: Mapping[str, Draw] = {
    "christmas stocking": _stocking,
    "dreidel": _dreidel,
    "bauble": _bauble,
    "holly wreath": _wreath,
    "nutcracker": _nutcracker,
    "snowballs": _snowball_pile,
    "advent wreath": fitted(_advent_candles),
}
