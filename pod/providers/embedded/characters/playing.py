"""Instruments as they are played, and a picture as it is painted. Original art."""

from __future__ import annotations

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.bodies import RAISED
from pod.providers.embedded.characters.pen import INK, LINE, MIDDLE_X, SIDES, Pen, curve, limb, oval

_CREAM, _RED, _GOLD, _WOOD, _DARK, _BRASS, _GREEN = (
    "#fbf4e6",
    "#d9503f",
    "#f3bf4b",
    "#a9713f",
    "#4a2c1c",
    "#e8b33c",
    "#6fae6a",
)
_X, _Y = RAISED
_MOUTH = (MIDDLE_X + 34, 508.0)


_SLUNG = (
    Transform.rotate(56, (MIDDLE_X, 790))
    .then(Transform.scale(1.42))
    .then(Transform.move(-0.42 * MIDDLE_X - 20, -0.42 * 790 + 10))
)
"""Across the whole belly, the neck up beyond a shoulder."""


def _neck(pen: Pen, ink: str) -> None:
    pen.part(rounded_rect(MIDDLE_X - 20, 476, 40, 240, 8).transformed(_SLUNG), ink)
    pen.part(rounded_rect(MIDDLE_X - 34, 424, 68, 76, 16).transformed(_SLUNG), "#8f5a33")


def _strings(pen: Pen) -> None:
    for x in (502, 512, 522):
        pen.canvas.stroke(Path.lines([(x, 440), (x, 868)], closed=False).transformed(_SLUNG), "#f3e2c0", 5)


def guitar(pen: Pen) -> None:
    _neck(pen, "#6d4224")
    body = "M512 700C566 700 590 742 574 782C622 806 628 906 512 912C396 906 402 806 450 782C434 742 458 700 512 700Z"
    pen.part(Path.parse(body).transformed(_SLUNG), "#d9823f")
    pen.canvas.fill(circle(512, 800, 36).transformed(_SLUNG), "#4a2c1c")
    pen.canvas.fill(rounded_rect(474, 864, 76, 16, 6).transformed(_SLUNG), "#4a2c1c")
    _strings(pen)


def electric_guitar(pen: Pen) -> None:
    """With two horns, a white plate and two pickups."""
    _neck(pen, "#6d4224")
    body = "M470 660C440 690 470 730 450 770C410 820 400 910 512 914C630 910 620 820 578 776C556 740 610 690 590 664C570 660 560 716 512 716C476 716 490 676 470 660Z"
    pen.part(Path.parse(body).transformed(_SLUNG), _RED)
    plate = "M512 740C560 740 566 780 560 800C590 840 570 890 512 892C500 840 500 780 512 740Z"
    pen.canvas.fill(Path.parse(plate).transformed(_SLUNG), _CREAM)
    for y in (770, 826):
        pen.canvas.fill(rounded_rect(482, y, 60, 22, 6).transformed(_SLUNG), _DARK)
    _strings(pen)


def harp(pen: Pen) -> None:
    """Stands before the belly, its neck at one shoulder."""
    for i in range(7):
        x = 400 + 42 * i
        pen.canvas.stroke(Path.lines([(x, 590 - 7 * i), (x, 975 - 34 * i)], closed=False), _CREAM, 9)
    pen.part(limb([(350, 580), (350, 1000)], 26, 26), _GOLD)
    pen.part(limb(curve((344, 574), (470, 640), (560, 460), (720, 560)), 28, 34), _GOLD)
    pen.part(limb([(350, 1004), (724, 574)], 30, 20), mix(_GOLD, _WOOD, 0.4))
    pen.part(circle(348, 566, 42), _BRASS)


def trumpet(pen: Pen) -> None:
    """From the lips to the side, the raised hand at its valves."""
    pen.part(limb([_MOUTH, (930, 520)], 17, 20), _BRASS)
    coil = rounded_rect(640, 520, 200, 86, 43)
    pen.canvas.stroke(coil, INK, 24 + 2 * LINE)
    pen.canvas.stroke(coil, _BRASS, 24)
    for x in (706, 750, 794):
        pen.part(rounded_rect(x - 14, 452, 28, 90, 10), mix(_BRASS, INK, 0.2))
    pen.part(Path.parse("M870 500C960 500 1010 460 1030 400L1066 640C1020 580 960 544 870 540Z"), _BRASS)
    pen.part(oval(1048, 520, 34, 122), mix(_BRASS, INK, 0.22))
    pen.part(oval(_MOUTH[0], _MOUTH[1], 24, 32), mix(_BRASS, INK, 0.2))


def flute(pen: Pen) -> None:
    pen.part(limb([(_MOUTH[0] - 90, 500), (1010, 540)], 20, 20), "#c3ccd8")
    for x in (680, 740, 880, 940):
        pen.canvas.fill(circle(x, 504 + (x - 456) * 0.068, 11), INK)


def saxophone(pen: Pen) -> None:
    """From the lips down, its bell turned up before the belly."""
    neck = curve((MIDDLE_X, 520), (640, 500), (600, 700), (560, 860))
    pen.part(limb([*neck, (520, 950), (430, 960), (372, 880)], 16, 52), _BRASS)
    pen.part(oval(350, 842, 92, 40, -28), mix(_BRASS, INK, 0.28))
    for x, y in ((612, 690), (596, 760), (576, 830)):
        pen.part(circle(x, y, 20), _CREAM)


def accordion(pen: Pen) -> None:
    folds = [(360 + 30.4 * i, 700 if i % 2 else 726) for i in range(11)]
    low = [(x, 1606 - y) for x, y in folds]
    pen.part(Path.lines([*folds, *low[::-1]]), _RED)
    for (x, y), (_, bottom) in zip(folds[1:-1], low[1:-1], strict=True):
        pen.canvas.stroke(Path.lines([(x, y + 8), (x, bottom - 8)], closed=False), mix(_RED, INK, 0.4), 8)
    for side in SIDES:
        pen.part(rounded_rect(MIDDLE_X + side * 196 - 58, 678, 116, 256, 26), mix(_RED, INK, 0.22))
    for k in range(6):
        pen.canvas.fill(rounded_rect(726, 700 + 36 * k, 34, 26, 5), _CREAM)
        pen.canvas.fill(circle(296, 714 + 38 * k, 11), _GOLD)


def banjo(pen: Pen) -> None:
    to = Transform.rotate(58, (MIDDLE_X, 790))
    pen.part(rounded_rect(MIDDLE_X - 18, 400, 36, 320, 8).transformed(to), "#6d4224")
    pen.part(rounded_rect(MIDDLE_X - 32, 356, 64, 76, 16).transformed(to), "#8f5a33")
    pen.part(circle(MIDDLE_X, 810, 134).transformed(to), _WOOD)
    pen.canvas.fill(circle(MIDDLE_X, 810, 106).transformed(to), _CREAM)
    pen.canvas.fill(rounded_rect(474, 846, 76, 14, 6).transformed(to), _DARK)
    for x in (502, 512, 522):
        pen.canvas.stroke(Path.lines([(x, 380), (x, 850)], closed=False).transformed(to), _DARK, 4)


def violin(pen: Pen) -> None:
    """Under the chin, the bow in the raised hand."""
    to = Transform.rotate(-62, (MIDDLE_X, 690))
    pen.part(rounded_rect(MIDDLE_X - 15, 380, 30, 240, 8).transformed(to), _DARK)
    body = "M512 590C566 590 584 628 566 664C552 690 556 704 578 728C604 776 574 832 512 834C450 832 420 776 446 728C468 704 472 690 458 664C440 628 458 590 512 590Z"
    pen.part(Path.parse(body).transformed(to), "#b5622f")
    pen.canvas.fill(rounded_rect(MIDDLE_X - 9, 600, 18, 150, 6).transformed(to), _DARK)
    pen.part(limb([(_X + 30, _Y - 10), (300, 790)], 9, 8), _CREAM)


def canvas_and_brush(pen: Pen) -> None:
    """A picture on its easel beside somebody, the brush at it."""
    for x in (960.0, 1370.0):
        pen.part(limb([((x + 1165) / 2, 420), (x, 1040)], 17, 17), _WOOD)
    pen.part(rounded_rect(930, 330, 470, 420, 10), _CREAM)
    pen.canvas.fill(rounded_rect(952, 352, 426, 376, 4), "#a9d8ea")
    pen.canvas.fill(circle(1280, 440, 48), _GOLD)
    pen.canvas.fill(Path.parse("M952 660L1080 480L1180 620L1240 550L1378 680L1378 728L952 728Z"), "#8d7bb5")
    pen.canvas.fill(Path.parse("M952 690Q1120 620 1378 700L1378 728L952 728Z"), _GREEN)
    pen.part(rounded_rect(906, 746, 518, 40, 14), _WOOD)
    pen.part(limb([(_X - 40, _Y + 60), (_X + 90, _Y - 40)], 13, 15), _WOOD)
    pen.part(limb([(_X + 96, _Y - 46), (_X + 156, _Y - 92)], 24, 9), _RED)


def jug_over_a_cup(pen: Pen) -> None:
    """Milk out of a raised jug into the cup before the belly."""
    stream = Path.parse("M632 540C560 560 540 640 536 760")
    pen.canvas.stroke(stream, INK, 26 + 2 * LINE)
    pen.canvas.stroke(stream, _CREAM, 26)
    handle = Path.parse("M420 800C340 790 340 900 430 890")
    pen.canvas.stroke(handle, INK, 24 + 2 * LINE)
    pen.canvas.stroke(handle, _CREAM, 24)
    pen.part(Path.parse("M412 750L632 750C632 850 596 906 560 914L484 914C448 906 412 850 412 750Z"), _CREAM)
    pen.part(oval(522, 752, 110, 30), "#8a5a3c")
    pen.canvas.fill(oval(522, 752, 44, 13), _CREAM)
    pen.part(
        Path.parse("M-96 -90L96 -90L84 92L-84 92Z").transformed(Transform.rotate(-64).then(Transform.move(742, 530))),
        "#c3ccd8",
    )
    pen.part(Path.parse("M624 560L610 520L660 500L690 600Z"), "#aab4c2")
