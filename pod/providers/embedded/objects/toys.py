"""Toys: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, heart, star
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, oval
from pod.providers.embedded.objects.kit import (
    BLUE,
    CLAY,
    CREAM,
    DARK,
    GLASS,
    GOLD,
    GREEN,
    ORANGE,
    PINK,
    PURPLE,
    RED,
    SNOW,
    STEEL,
    TEAL,
    WOOD,
    C,
    Draw,
    bar,
    box,
    deep,
    disc,
    dot,
    glint,
    line,
    mark,
    pale,
    shape,
    slab,
    tube,
    turned,
)


def _rubber_duck(pen: Pen) -> None:
    shape(
        pen,
        "M120 560C60 560 60 640 90 700C140 900 320 960 540 960C800 960 940 840 940 660C940 540 900 470 860 440C830 520 740 560 640 540C700 480 730 420 730 330C730 180 610 80 470 80C320 80 220 190 230 330C240 430 290 480 330 530C240 600 180 580 120 560Z",
        GOLD,
    )
    shape(pen, "M240 300C170 270 60 300 40 350C60 420 190 430 270 390Z", ORANGE)
    line(pen, "M70 352L240 350", 12, deep(ORANGE, 0.4))
    dot(pen, 390, 270, 44, INK)
    dot(pen, 374, 254, 16, SNOW)
    shape(pen, "M480 640C560 600 720 640 830 580C860 720 740 840 600 820C520 810 460 720 480 640Z", deep(GOLD, 0.14))
    glint(pen, 560, 170, 60, 24, 34, pale(GOLD, 0.7))


def _rocking_horse(pen: Pen) -> None:
    tube(pen, "M60 820Q512 1060 964 820", 54, RED)
    for x0, x1 in ((320, 250), (420, 400), (660, 660), (740, 800)):
        bar(pen, (x0, 600), (x1, 890), 40, "#d9a15c", 30)
    tube(pen, "M820 440C940 440 940 640 880 720", 60, deep(WOOD, 0.3))
    shape(
        pen,
        "M230 440C200 440 120 420 110 360C110 310 180 240 240 160L250 60L320 130C420 150 460 240 470 380C560 440 700 400 800 420C880 440 870 640 780 680L360 680C280 660 280 540 230 440Z",
        "#d9a15c",
    )
    shape(pen, "M320 110C440 110 520 240 510 420L440 400C440 280 400 190 310 150Z", deep(WOOD, 0.3))
    shape(pen, "M500 410C580 440 660 420 700 410L720 600Q620 650 500 600Z", RED)
    dot(pen, 260, 240, 24)
    line(pen, "M140 380L250 320L330 420", 18, RED)


def _bricks(pen: Pen) -> None:
    """Building bricks with studs, of nobody's make."""
    for x, y, count, ink in ((90, 640, 4, BLUE), (560, 640, 2, GREEN), (200, 360, 3, GOLD), (320, 90, 2, RED)):
        width = 120 * count
        for k in range(count):
            box(pen, x + 120 * k + 24, y - 50, 72, 60, ink, 14)
        box(pen, x, y, width, 230, ink, 16)
        slab(pen, x + 26, y + 26, width - 52, 34, pale(ink, 0.45), 14)


def _jack_in_the_box(pen: Pen) -> None:
    for k in range(6):
        pen.part(oval(C + 10 * (k % 2), 600 - 36 * k, 90, 34), STEEL)
    disc(pen, C, 300, 150, "#f6d7bd")
    shape(pen, "M350 240C300 60 430 120 512 20C594 120 724 60 674 240Q512 170 350 240Z", PURPLE)
    for x in (340, C, 684):
        disc(pen, x, 80 if x != C else 26, 34, GOLD)
    for side in SIDES:
        dot(pen, C + side * 56, 280, 18)
        dot(pen, C + side * 90, 340, 28, PINK)
    disc(pen, C, 320, 34, RED)
    line(pen, "M450 376Q512 420 574 376", 16)
    box(pen, 190, 590, 644, 394, RED, 24)
    for x, ink in ((330, GOLD), (512, CREAM), (694, GOLD)):
        pen.canvas.fill(star(x, 790, 84), ink)
    tube(pen, "M834 780L930 780L930 690", 24, STEEL)
    disc(pen, 930, 680, 36, GOLD)


def _spinning_top(pen: Pen) -> None:
    bar(pen, (C, 60), (C, 330), 34, WOOD)
    top = Path.parse("M120 430C120 300 904 300 904 430C904 640 640 820 512 1000C384 820 120 640 120 430Z")
    pen.part(top, RED)
    with pen.canvas.group(top):
        for y, ink in ((450, GOLD), (560, BLUE), (690, GREEN)):
            pen.canvas.stroke(Path.parse(f"M80 {y}Q512 {y + 130} 944 {y}"), ink, 64)
    pen.part(oval(C, 380, 300, 64), deep(RED))


def _pinwheel(pen: Pen) -> None:
    bar(pen, (C, 420), (C, 1000), 20, CREAM)
    for k, ink in enumerate((RED, GOLD, BLUE, GREEN)):
        pen.part(turned(Path.parse("M512 400L512 20C640 60 760 160 700 320Z"), 90 * k, C, 400), ink)
        pen.canvas.fill(turned(Path.parse("M512 390L690 316C640 300 580 310 512 390Z"), 90 * k, C, 400), deep(ink))
    disc(pen, C, 400, 44, CREAM)


def _dollhouse(pen: Pen) -> None:
    box(pen, 720, 60, 100, 230, CLAY, 8)
    shape(pen, "M512 30L980 400L900 450L124 450L44 400Z", PURPLE)
    box(pen, 120, 430, 784, 560, PINK, 10)
    for x in (170, 540):
        for y in (480, 740):
            box(pen, x, y, 314, 210, CREAM if x + y != 1280 else GLASS, 8)
    shape(pen, "M200 640L200 580L330 580L340 620L440 620L440 686L200 686Z", RED)
    pen.part(oval(700, 590, 60, 90), GLASS)
    box(pen, 620, 660, 160, 30, WOOD, 8)
    box(pen, 200, 820, 120, 126, STEEL, 8)
    box(pen, 350, 860, 110, 86, WOOD, 8)
    shape(pen, "M590 850L590 946L800 946L800 850L770 850L770 880L620 880L620 850Z", TEAL)
    pen.part(heart(C, 300, 120), CREAM)


def _music_box(pen: Pen) -> None:
    shape(pen, "M150 90Q512 30 874 90L844 500L180 500Z", deep(PURPLE))
    mark(pen, "M220 140Q512 90 804 140L784 460L240 460Z", PINK)
    bar(pen, (C, 560), (C, 420), 12, GOLD)
    shape(pen, "M380 420Q512 330 644 420L560 446L464 446Z", SNOW)
    bar(pen, (C, 400), (C, 300), 34, SNOW)
    disc(pen, C, 240, 50, "#e9b58f")
    disc(pen, C, 184, 28, DARK)
    for side in SIDES:
        tube(pen, f"M{C + side * 24} 320C{C + side * 130} 280 {C + side * 110} 180 {C + side * 30} 150", 16, "#e9b58f")
    pen.part(oval(C, 560, 340, 60), CREAM)
    shape(pen, "M150 540L874 540L844 900L180 900Z", PURPLE)
    for x in (300, 512, 724):
        pen.canvas.fill(heart(x, 730, 110), GOLD)
    for x in (220, 804):
        disc(pen, x, 930, 46, GOLD)
    tube(pen, "M860 720L960 720L960 640", 20, STEEL)


def _snow_globe(pen: Pen) -> None:
    disc(pen, C, 430, 400, GLASS)
    globe = circle(C, 430, 386)
    with pen.canvas.group(globe):
        pen.canvas.fill(oval(C, 820, 460, 190), SNOW)
    for x, y, k in ((330, 660, 1.0), (700, 680, 0.8)):
        for row in range(3):
            w, t = (130 - 30 * row) * k, y - 110 * row * k
            shape(pen, f"M{x - w} {t}L{x} {t - 190 * k}L{x + w} {t}Z", GREEN)
    box(pen, 440, 540, 160, 150, CREAM, 6)
    shape(pen, "M400 550L520 420L640 550Z", RED)
    box(pen, 494, 600, 52, 90, WOOD, 6)
    for x, y in (
        (250, 300),
        (400, 200),
        (560, 160),
        (680, 280),
        (780, 420),
        (470, 320),
        (620, 420),
        (220, 460),
        (600, 90),
    ):
        dot(pen, x, y, 18, SNOW)
    mark(pen, "M190 400C200 260 270 180 350 130C290 210 250 290 240 410Z", SNOW)
    shape(pen, "M220 760L804 760L870 980L154 980Z", WOOD)
    slab(pen, 230, 860, 564, 50, GOLD, 20)


TOYS: Mapping[str, Draw] = {
    "rubber duck": _rubber_duck,
    "rocking horse": _rocking_horse,
    "toy bricks": _bricks,
    "jack-in-the-box": _jack_in_the_box,
    "spinning top": _spinning_top,
    "pinwheel": _pinwheel,
    "dollhouse": _dollhouse,
    "music box": _music_box,
    "snow globe": _snow_globe,
}
