"""Of beaches, bars and gardens in the sun, and sweets of the season. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, oval
from pod.providers.embedded.gallery.flowers import FLOWERS
from pod.providers.embedded.gallery.kit import (
    CREAM,
    GOLD,
    GREEN,
    LEAF,
    RED,
    ROSE,
    TEAL,
    WHITE,
    WOOD,
    C,
    Draw,
    leaves,
    petal,
)
from pod.providers.embedded.objects.kit import bar, box, deep, disc, dot, fitted, line, pale, shape, tube, turned


def _hummingbird_at_a_flower(pen: Pen) -> None:
    """Its beak in a red trumpet that hangs from a twig."""
    back, belly, throat = "#2f9f82", "#f4ede0", "#d9365a"
    tube(pen, "M1000 40Q820 100 760 330", 18, GREEN)
    leaves(pen, ((880, 90, 220, 150), (830, 140, 200, 100)), LEAF, 0.34)
    for turn in (-46, 46, -20, 20, 0):
        pen.part(petal("pointed", 720, 560, 210, 110, 224 + turn), deep("#e0392f", 0.06 * abs(turn) / 20))
    shape(pen, "M740 330L800 350C800 460 770 560 690 640L610 540C680 500 720 420 740 330Z", "#e0392f")
    for k in range(3):
        line(pen, f"M{650 + 10 * k} {590 - 8 * k}L{560 + 20 * k} {690 + 6 * k}", 11, GOLD)
    shape(pen, "M360 420C240 300 120 140 150 20C300 80 430 200 470 380Z", "#9fd4c4")
    for d in ("M230 120Q330 220 420 370", "M180 150Q280 280 390 400"):
        line(pen, d, 12, deep("#9fd4c4", 0.3))
    shape(pen, "M300 700C220 800 120 900 20 960L90 1000L60 1024C220 1010 330 900 390 790Z", deep(back, 0.25))
    shape(
        pen,
        "M480 370C600 330 640 440 590 520C560 640 460 800 330 800C260 780 260 690 300 620C340 520 380 400 480 370Z",
        back,
    )
    shape(pen, "M560 540C540 640 450 790 340 796C300 780 380 700 440 640C480 600 520 560 560 540Z", belly)
    shape(pen, "M600 480C600 540 560 590 500 600C480 560 520 500 560 470Z", throat)
    shape(pen, "M604 430L760 560L744 576L590 484Z", "#3a3742")
    dot(pen, 545, 430, 24)
    dot(pen, 537, 422, 8, WHITE)
    shape(pen, "M430 470C340 420 200 420 60 330C90 500 240 600 420 580Z", "#bfe6da")
    for d in ("M140 400Q280 470 410 500", "M190 480Q300 530 410 540"):
        line(pen, d, 12, deep("#bfe6da", 0.3))


def _peppermint(pen: Pen, x: float, y: float, r: float, turn: float) -> None:
    for side in SIDES:
        wing = Path.parse(
            f"M{x + side * 0.8 * r} {y}L{x + side * 1.7 * r} {y - 0.6 * r}L{x + side * 1.56 * r} {y}L{x + side * 1.7 * r} {y + 0.6 * r}Z"
        )
        pen.part(turned(wing, turn, x, y), "#f6f1ea")
    pen.part(circle(x, y, r), WHITE)
    for k in range(6):
        a = 60 * k + turn
        rim = [polar(x, y, r, a + 30 * t / 5 + 20) for t in range(6)]
        inner = polar(x, y, 0.5 * r, a + 14)
        pen.canvas.fill(Path.lines([(x, y), inner, *rim, polar(x, y, 0.5 * r, a + 40)]), "#d9303f")
    pen.canvas.stroke(circle(x, y, r), INK, 16)


def _peppermints(pen: Pen) -> None:
    for x, y, r, turn in ((300, 340, 190, -20), (740, 380, 180, 24), (500, 760, 210, 4)):
        _peppermint(pen, x, y, r, turn)


def _tiki_mask(pen: Pen) -> None:
    """Carved, tall, with leaves behind."""
    for turn in (-60, -36, -14, 14, 36, 60):
        pen.part(petal("pointed", C, 330, 400, 120, turn), (GREEN, LEAF)[abs(turn) == 36])
    shape(pen, "M250 220L774 220Q830 500 760 820Q700 1000 512 1010Q324 1000 264 820Q194 500 250 220Z", WOOD)
    for side in SIDES:
        shape(
            pen,
            f"M{C + side * 40} 400L{C + side * 230} 360L{C + side * 220} 520Q{C + side * 130} 560 {C + side * 50} 500Z",
            CREAM,
        )
        dot(pen, C + side * 132, 466, 46)
        shape(pen, f"M{C + side * 20} 360L{C + side * 250} 270L{C + side * 250} 340L{C + side * 30} 410Z", RED)
    shape(pen, "M460 420L564 420L600 660L424 660Z", deep(WOOD, 0.2))
    shape(pen, "M310 720L714 720Q730 800 690 900L334 900Q294 800 310 720Z", "#5f2a20")
    for x in (360, 440, 520, 600):
        box(pen, x, 726, 66, 70, CREAM, 10)
        box(pen, x, 826, 66, 66, CREAM, 10)
    for y in (250, 300):
        line(pen, f"M320 {y}L704 {y}", 20, TEAL)
    for x in (300, 724):
        for y in (600, 640):
            line(pen, f"M{x - 40} {y}L{x + 40} {y}", 18, GOLD)


def _coconut_with_umbrella(pen: Pen) -> None:
    """A straw, a paper umbrella and a flower on its rim."""
    tube(pen, "M600 420L700 90L800 60", 34, ROSE)
    bar(pen, (330, 470), (230, 120), 10, WOOD)
    shape(pen, "M-20 200C30 20 300 -60 470 60Q360 70 300 120Q220 100 150 170Q70 140 -20 200Z", RED)
    shape(pen, "M240 40Q220 100 150 170Q220 100 300 120Q290 60 240 40Z", GOLD)
    body = Path.parse("M80 520C80 860 280 1010 512 1010C744 1010 944 860 944 520Z")
    pen.part(body, "#8a5a34")
    with pen.canvas.group(body):
        for k in range(9):
            line(
                pen,
                f"M{120 + 96 * k} {640 + 40 * (k % 3)}L{160 + 96 * k} {720 + 40 * (k % 3)}",
                14,
                deep("#8a5a34", 0.35),
            )
    pen.part(oval(C, 520, 432, 130), WHITE)
    pen.part(oval(C, 530, 350, 92), "#e3f1f4")
    FLOWERS["lily"](pen, 780, 480, 170, 20)


def _copper_pots(pen: Pen) -> None:
    """Three pans that hang from a rail, the largest first."""
    copper = "#c9733f"
    box(pen, 0, 90, 1024, 46, "#5f5a63", 22)
    for x, r in ((190, 170), (540, 150), (840, 120)):
        tube(pen, f"M{x} 110L{x} 190", 14, "#5f5a63")
        bar(pen, (x, 210), (x, 500), 24, "#7a5236")
        dot(pen, x, 230, 11)
        disc(pen, x, 500 + r, r, copper)
        pen.canvas.fill(circle(x, 500 + r, 0.78 * r), pale(copper, 0.25))
        pen.canvas.stroke(circle(x, 500 + r, 0.78 * r), deep(copper, 0.3), 10)
        pen.canvas.fill(oval(x - 0.3 * r, 500 + 0.62 * r, 0.12 * r, 0.3 * r, 30), "#f6d2b4")


HOLIDAYS: Mapping[str, Draw] = {
    "hummingbird at a flower": fitted(_hummingbird_at_a_flower),
    "peppermint candies": fitted(_peppermints),
    "tiki mask": fitted(_tiki_mask),
    "coconut drink with an umbrella": fitted(_coconut_with_umbrella),
    "copper pots": fitted(_copper_pots),
}
"""By the name that the keyword table gives them."""
