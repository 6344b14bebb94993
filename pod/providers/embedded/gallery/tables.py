"""Of tables and sewing rooms: dishes for several, a mannequin, thread in every colour. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar
from pod.providers.embedded.characters.pen import SIDES, Pen, oval
from pod.providers.embedded.gallery.kit import (
    BLUE,
    DARK,
    GOLD,
    GREEN,
    RED,
    STEEL,
    VIOLET,
    WOOD,
    C,
    Draw,
)
from pod.providers.embedded.objects.kit import bar, box, deep, disc, dot, fitted, line, mark, pale, shape, tube, turned

_COCOA = "#6a3f2a"


def _spools(pen: Pen) -> None:
    """Six of them in two rows, each another colour, a needle beside."""
    for k, ink in enumerate((RED, "#ee8a3c", GOLD, GREEN, BLUE, VIOLET)):
        x, y = 170 + 340 * (k % 3), 60 + 480 * (k // 3)
        box(pen, x - 110, y + 60, 220, 290, ink, 30)
        for at in range(5):
            line(pen, f"M{x - 106} {y + 110 + 50 * at}L{x + 106} {y + 96 + 50 * at}", 10, deep(ink, 0.25))
        for top in (0, 340):
            box(pen, x - 140, y + top, 280, 76, "#d9a568", 30)
        pen.canvas.fill(oval(x, y + 36, 46, 14), deep("#d9a568", 0.5))


def _dress_form(pen: Pen) -> None:
    """On a stand, a measuring tape round its neck."""
    bar(pen, (C, 700), (C, 960), 22, WOOD)
    for x in (300, 724):
        tube(pen, f"M{C} 880Q{0.5 * (x + C)} 900 {x} 990", 34, WOOD)
    body = Path.parse(
        "M440 160C380 200 300 210 280 260C300 360 400 400 390 480C380 560 320 620 330 740L694 740C704 620 644 560 634 480C624 400 724 360 744 260C724 210 644 200 584 160Z"
    )
    pen.part(body, "#e9d3b4")
    line(pen, f"M{C} 180L{C} 736M400 470Q512 510 624 470", 11, deep("#e9d3b4", 0.35))
    shape(pen, "M450 60L574 60L584 170Q512 200 440 170Z", "#e9d3b4")
    disc(pen, C, 50, 54, WOOD)
    for side in SIDES:
        tube(pen, f"M{C + side * 70} 130Q{C + side * 110} 260 {C + side * 90} {560 - side * 60}", 42, GOLD)
        for k in range(6):
            y = 220 + 50 * k
            line(pen, f"M{C + side * 84} {y}L{C + side * 108} {y}", 9)


def _empanadas(pen: Pen) -> None:
    crust = "#e0a458"
    for x, y, turn in ((560, 330, -12), (470, 690, 8)):
        pasty = Path.parse(
            f"M{x - 420} {y + 130}C{x - 420} {y - 260} {x + 420} {y - 260} {x + 420} {y + 130}Q{x} {y + 210} {x - 420} {y + 130}Z"
        )
        pen.part(turned(pasty, turn, x, y), crust)
        for k in range(9):
            angle = -80 + 20 * k
            spot = (x + 392 * _across(angle), y + 120 - 262 * _up(angle))
            pen.part(turned(circle(*spot, 44), turn, x, y), deep(crust, 0.08))
        for dx in (-120, 0, 120):
            slit = Path.lines([(x + dx - 30, y + 40), (x + dx + 30, y - 20)], closed=False)
            pen.canvas.stroke(turned(slit, turn, x, y), deep(crust, 0.45), 15)


def _across(angle: float) -> float:
    return polar(0, 0, 1, angle)[0]


def _up(angle: float) -> float:
    return -polar(0, 0, 1, angle)[1]


def _paella(pen: Pen) -> None:
    """A wide pan from above: rice, prawns, mussels, peas and lemon."""
    for side in SIDES:
        tube(pen, f"M{C + side * 400} 420C{C + side * 560} 420 {C + side * 560} 600 {C + side * 400} 600", 46, DARK)
    disc(pen, C, C, 440, DARK)
    pen.canvas.fill(circle(C, C, 396), "#f0b840")
    for k in range(40):
        x, y = polar(C, C, 60 + 8 * k, 137 * k)
        pen.canvas.fill(turned(oval(x, y, 17, 8), 57 * k, x, y), pale("#f0b840", 0.5))
    for k in range(4):
        x, y = polar(C, C, 230, 90 * k + 20)
        prawn = Path.parse(
            f"M{x - 90} {y + 40}C{x - 90} {y - 90} {x + 90} {y - 90} {x + 90} {y + 30}C{x + 60} {y - 20} {x - 20} {y - 30} {x - 30} {y + 50}Z"
        )
        pen.part(turned(prawn, 90 * k + 20, x, y), "#ee7f5f")
    for k in range(3):
        x, y = polar(C, C, 250, 120 * k + 64)
        pen.part(turned(oval(x, y, 44, 84), 40 * k, x, y), "#3a3550")
        pen.canvas.fill(turned(oval(x, y, 24, 52), 40 * k, x, y), "#f3a35f")
    for k in range(9):
        dot(pen, *polar(C, C, 120 + 190 * (k % 2), 40 * k + 10), 22, GREEN)
    disc(pen, C, C, 84, "#f6d84f")
    pen.canvas.fill(circle(C, C, 62), "#fbeea0")
    for k in range(6):
        tip = polar(C, C, 58, 60 * k)
        line(pen, f"M{C} {C}L{tip[0]} {tip[1]}", 8, "#f6d84f")


def _chocolate_fountain(pen: Pen) -> None:
    """Three tiers, and strawberries to dip."""
    for y, half in ((200, 130), (420, 240), (660, 350)):
        shape(
            pen,
            f"M{C - half} {y}Q{C} {y - 150} {C + half} {y}Q{C + half} {y + 60} {C + 0.86 * half} {y + 170}Q{C + 0.7 * half} {y + 120} {C + 0.56 * half} {y + 180}Q{C + 0.3 * half} {y + 110} {C} {y + 180}Q{C - 0.3 * half} {y + 110} {C - 0.56 * half} {y + 180}Q{C - 0.7 * half} {y + 120} {C - 0.86 * half} {y + 170}Q{C - half} {y + 60} {C - half} {y}Z",
            _COCOA,
        )
        mark(
            pen,
            f"M{C - 0.8 * half} {y + 10}Q{C - 0.4 * half} {y - 70} {C} {y - 70}Q{C - 0.4 * half} {y - 30} {C - 0.7 * half} {y + 60}Z",
            pale(_COCOA, 0.3),
        )
    shape(pen, "M100 840L924 840Q900 1000 760 1000L264 1000Q124 1000 100 840Z", STEEL)
    for x in (140, 880):
        shape(
            pen,
            f"M{x - 90} 760C{x - 90} 660 {x + 90} 660 {x + 90} 760C{x + 80} 880 {x + 20} 930 {x} 940C{x - 20} 930 {x - 80} 880 {x - 90} 760Z",
            RED,
        )
        for dx, dy in ((-36, 770), (30, 780), (0, 850)):
            dot(pen, x + dx, dy, 10, GOLD)
        for dx in (-44, 0, 44):
            shape(pen, f"M{x + dx - 26} 690L{x + dx} 640L{x + dx + 26} 690Z", GREEN)


TABLES: Mapping[str, Draw] = {
    "empanadas": fitted(_empanadas),
    "paella": fitted(_paella),
    "chocolate fountain": fitted(_chocolate_fountain),
}
"""By the name that the keyword table gives them."""

NOTIONS: Mapping[str, Draw] = {
    "spools of thread": fitted(_spools),
    "dress form": fitted(_dress_form),
}
"""No food, likewise."""
