"""Camping, the gym, cards, engines and the beach: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, heart, leaf, polar, rounded_rect, star
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, oval
from pod.providers.embedded.objects.kit import (
    BLUE,
    CREAM,
    DARK,
    GLASS,
    GOLD,
    GREEN,
    ORANGE,
    PINK,
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
    fitted,
    legs,
    line,
    mark,
    pale,
    shape,
    slab,
    tube,
    turned,
)


def _lure(pen: Pen) -> None:
    pen.part(circle(120, 300, 60), STEEL)
    pen.canvas.fill(circle(120, 300, 26), SNOW)
    body = Path.parse("M140 330C260 180 560 180 740 330L900 240L880 420L930 560L760 470C560 600 260 560 140 330Z")
    pen.part(body, GREEN)
    with pen.canvas.group(body):
        mark(pen, "M100 400Q460 620 800 440L800 700L100 700Z", CREAM)
        for x in (420, 520, 620):
            slab(pen, x, 180, 40, 200, deep(GREEN, 0.45), 20)
        mark(pen, "M300 200Q380 340 300 520L100 520L100 200Z", RED)
    disc(pen, 250, 330, 44, GOLD)
    dot(pen, 250, 330, 20)
    for x, y in ((420, 560), (700, 500)):
        tube(pen, f"M{x} {y}L{x} {y + 160}C{x} {y + 280} {x - 130} {y + 280} {x - 120} {y + 170}", 18, STEEL)
        tube(pen, f"M{x} {y + 160}C{x} {y + 280} {x + 130} {y + 280} {x + 120} {y + 170}", 18, STEEL)


def _enamel_mug(pen: Pen) -> None:
    tube(pen, "M740 360C980 330 980 760 730 740", 60, SNOW)
    shape(pen, "M150 220L770 220L740 880Q460 960 180 880Z", SNOW)
    for x, y, k in ((330, 720, 1.0), (560, 720, 1.3), (450, 740, 0.7)):
        for row in range(3):
            half, low = (100 - 24 * row) * k, y - 90 * row * k
            pen.canvas.fill(Path.lines([(x - half, low), (x, low - 160 * k), (x + half, low)]), GREEN)
    slab(pen, 176, 740, 560, 24, DARK, 12)
    pen.part(oval(460, 220, 320, 62), BLUE)
    pen.canvas.fill(oval(460, 226, 260, 40), "#6b4128")


def _paddles(pen: Pen) -> None:
    for turn, ink in ((42, RED), (-42, TEAL)):
        pen.part(turned(rounded_rect(488, 120, 48, 620, 20), turn), "#d9a15c")
        pen.part(turned(rounded_rect(430, 40, 164, 70, 34), turn), "#d9a15c")
        pen.part(
            turned(
                Path.parse("M470 660L554 660C620 740 640 900 590 1010Q512 1060 434 1010C384 900 404 740 470 660Z"), turn
            ),
            ink,
        )
        pen.canvas.fill(turned(rounded_rect(420, 860, 184, 44, 4), turn), CREAM)


def _carabiner(pen: Pen) -> None:
    ring_ = Path.parse(
        "M330 180C360 40 640 20 740 160C820 300 780 820 660 920C560 990 380 980 340 860C300 740 300 320 330 180Z"
    )
    pen.canvas.stroke(ring_, INK, 118)
    pen.canvas.stroke(ring_, TEAL, 100)
    tube(pen, "M330 330L336 740", 84, STEEL)
    for y in (330, 740):
        disc(pen, 332, y, 30, DARK)
    line(pen, "M690 300C720 460 700 660 660 790", 20, pale(TEAL, 0.6))


def _ice_axe(pen: Pen) -> None:
    bar(pen, (440, 240), (640, 960), 34, RED, 26)
    shape(pen, "M620 940L660 930L690 1020Z", STEEL)
    shape(
        pen,
        "M40 330C160 180 320 150 470 150L700 110L820 60L860 230L720 220L480 270C320 280 200 320 90 420L80 370Z",
        STEEL,
    )
    line(pen, "M110 376L140 400M150 346L178 370M196 318L222 342", 14)
    tube(pen, "M560 640C760 640 780 900 660 900", 22, BLUE)


def _camp_lantern(pen: Pen) -> None:
    tube(pen, "M250 420C200 40 824 40 774 420", 22, STEEL)
    shape(pen, "M380 170L644 170L700 320L324 320Z", RED)
    box(pen, 310, 310, 404, 60, deep(RED), 20)
    box(pen, 330, 360, 364, 370, GLASS, 60)
    shape(pen, "M512 440C600 530 600 640 512 680C424 640 424 530 512 440Z", GOLD)
    for x in (390, 634):
        slab(pen, x - 9, 370, 18, 350, INK, 4)
    shape(pen, "M310 720L714 720L790 920Q512 1000 234 920Z", RED)
    disc(pen, 690, 840, 36, GOLD)


def _football_helmet(pen: Pen) -> None:
    shape(
        pen,
        "M100 600C40 300 220 80 500 80C800 80 930 300 900 560L640 580C600 600 600 660 620 740L560 800C420 880 200 840 140 740Z",
        RED,
    )
    mark(pen, "M420 90Q640 80 800 240L720 300Q600 170 400 180Z", CREAM)
    disc(pen, 440, 560, 70, CREAM)
    dot(pen, 440, 560, 28)
    for d in ("M620 640L960 640L960 880L720 940L620 760", "M640 740L950 760"):
        tube(pen, d, 40, STEEL)
    mark(pen, "M180 460C190 300 270 200 370 160C290 250 250 350 250 480Z", pale(RED))


def _motor_helmet(pen: Pen) -> None:
    shape(
        pen,
        "M90 560C60 260 250 70 520 70C800 70 950 270 930 540C920 700 900 820 860 900Q780 950 640 940L300 920C170 880 110 740 90 560Z",
        TEAL,
    )
    shape(pen, "M440 380L900 360C940 470 930 560 910 640L480 660C420 600 400 460 440 380Z", DARK)
    mark(pen, "M520 420L680 410L600 620L520 620Q490 520 520 420Z", pale(DARK, 0.35))
    mark(pen, "M250 110Q350 90 420 84L180 800Q130 720 112 640Z", CREAM)
    disc(pen, 410, 520, 50, STEEL)
    for k in range(3):
        slab(pen, 620, 740 + 56 * k, 200, 26, INK, 13)


def _golf_ball(pen: Pen) -> None:
    shape(pen, "M400 690L624 690L560 790L536 1000L488 1000L464 790Z", RED)
    disc(pen, C, 370, 340, SNOW)
    for row in range(-3, 4):
        for k in range(-3, 4):
            x, y = C + 88 * k + 44 * (row % 2), 370 + 80 * row
            if (x - C) ** 2 + (y - 370) ** 2 < 270**2:
                dot(pen, x, y, 24, "#d3dae2")


def _jersey(pen: Pen) -> None:
    shape(
        pen,
        "M330 90L430 60Q512 130 594 60L694 90L980 300L880 480L760 400L760 960L264 960L264 400L144 480L44 300Z",
        BLUE,
    )
    for side in SIDES:
        mark(pen, f"M{C + side * 440} 260L{C + side * 340} 430L{C + side * 310} 410L{C + side * 410} 240Z", SNOW)
    shape(pen, "M430 60Q512 130 594 60L640 76Q512 230 384 76Z", SNOW)
    slab(pen, 268, 850, 488, 40, SNOW, 0)
    line(pen, "M410 400L500 400L440 700M560 400L640 400L640 540L560 540ZM560 540L560 700L640 700L640 540", 44, SNOW)


def _cards(pen: Pen) -> None:
    for turn, ink in ((-26, RED), (-8, DARK), (10, RED), (28, DARK)):
        pen.part(turned(rounded_rect(340, 120, 400, 580, 40), turn, C, 960), SNOW)
        if ink == RED:
            pen.canvas.fill(turned(heart(410, 210, 80), turn, C, 960), ink)
            pen.canvas.fill(turned(heart(540, 420, 190), turn, C, 960), ink)
        else:
            for x, y, k in ((410, 200, 0.45), (540, 400, 1.0)):
                spade = f"M{x} {y - 110 * k}C{x + 40 * k} {y - 40 * k} {x + 120 * k} {y} {x + 100 * k} {y + 60 * k}C{x + 80 * k} {y + 100 * k} {x + 30 * k} {y + 90 * k} {x + 14 * k} {y + 60 * k}L{x + 40 * k} {y + 130 * k}L{x - 40 * k} {y + 130 * k}L{x - 14 * k} {y + 60 * k}C{x - 30 * k} {y + 90 * k} {x - 80 * k} {y + 100 * k} {x - 100 * k} {y + 60 * k}C{x - 120 * k} {y} {x - 40 * k} {y - 40 * k} {x} {y - 110 * k}Z"
                pen.canvas.fill(turned(Path.parse(spade), turn, C, 960), ink)


def _poker_chips(pen: Pen) -> None:
    for x, count, ink in ((240, 4, BLUE), (760, 3, GREEN)):
        for k in range(count):
            y = 880 - 76 * k
            shape(pen, f"M{x - 200} {y - 60}L{x + 200} {y - 60}L{x + 200} {y}Q{x} {y + 80} {x - 200} {y}Z", ink)
            for dx in (-120, 0, 120):
                slab(pen, x + dx - 24, y - 26 + 20 * (dx == 0), 48, 40, SNOW, 6)
        pen.part(oval(x, 820 - 76 * (count - 1), 200, 64), pale(ink, 0.2))
    disc(pen, C, 420, 300, RED)
    for k in range(8):
        pen.canvas.fill(turned(rounded_rect(C - 44, 130, 88, 80, 4), 45 * k, C, 420), SNOW)
    disc(pen, C, 420, 190, SNOW)
    pen.canvas.fill(star(C, 424, 130), RED)


def _dominoes(pen: Pen) -> None:
    for x, y, turn, pips in ((330, 500, -14, (5, 3)), (700, 540, 16, (6, 2))):
        pen.part(turned(rounded_rect(x - 170, y - 400, 340, 800, 44), turn, x, y), SNOW)
        pen.canvas.fill(turned(rounded_rect(x - 130, y - 9, 260, 18, 9), turn, x, y), INK)
        for half, count in zip((-200, 200), pips, strict=True):
            for dx, dy in _PIPS[count]:
                pen.canvas.fill(turned(circle(x + 84 * dx, y + half + 104 * dy, 38), turn, x, y), INK)


_PIPS = {
    2: ((-1, -1), (1, 1)),
    3: ((-1, -1), (0, 0), (1, 1)),
    5: ((-1, -1), (1, -1), (0, 0), (-1, 1), (1, 1)),
    6: ((-1, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (1, 1)),
}
"""By what a half of a domino shows: where, in columns and rows."""


def _shaker_bottle(pen: Pen) -> None:
    shape(pen, "M300 330L724 330L670 960Q512 1000 354 960Z", GLASS)
    mark(pen, "M318 540L706 540L664 950Q512 984 360 950Z", PINK)
    for k in range(4):
        slab(pen, 610, 460 + 110 * k, 70, 18, INK, 9)
    box(pen, 280, 220, 464, 130, DARK, 30)
    box(pen, 560, 90, 150, 150, DARK, 24)
    tube(pen, "M320 230C320 110 470 110 470 230", 30, DARK)
    slab(pen, 360, 400, 40, 500, SNOW, 20)


def _exercise_bike(pen: Pen) -> None:
    bar(pen, (260, 960), (420, 480), 30, DARK)
    bar(pen, (300, 800), (760, 640), 30, RED)
    bar(pen, (760, 660), (820, 260), 28, DARK)
    tube(pen, "M700 230L880 260L900 160", 34, DARK)
    shape(pen, "M270 400L560 400Q560 470 470 480L360 490Q280 470 270 400Z", DARK)
    disc(pen, 760, 720, 210, STEEL)
    disc(pen, 760, 720, 150, RED)
    disc(pen, 760, 720, 50, DARK)
    disc(pen, 430, 760, 84, DARK)
    tube(pen, "M430 760L500 880", 24, STEEL)
    box(pen, 450, 870, 130, 40, DARK, 14)
    for x in (200, 800):
        box(pen, x - 110, 950, 220, 50, DARK, 24)


def _rowing_machine(pen: Pen) -> None:
    pen.part(turned(rounded_rect(60, 700, 880, 60, 24), -4, C, 730), STEEL)
    for x in (130, 860):
        bar(pen, (x, 720), (x + (-30 if x < C else 30), 900), 26, DARK)
    disc(pen, 810, 560, 170, RED)
    disc(pen, 810, 560, 90, DARK)
    box(pen, 180, 610, 240, 70, DARK, 34)
    box(pen, 250, 670, 100, 60, STEEL, 10)
    line(pen, "M690 540L460 470", 14)
    bar(pen, (440, 380), (470, 560), 22, DARK)
    bar(pen, (640, 720), (680, 560), 30, GOLD)
    bar(pen, (850, 400), (880, 250), 16, STEEL)
    box(pen, 780, 140, 180, 130, DARK, 20)


def _spark_plug(pen: Pen) -> None:
    box(pen, 460, 30, 104, 130, STEEL, 20)
    shape(pen, "M430 150L594 150L610 460L414 460Z", SNOW)
    for y in (210, 280, 350):
        slab(pen, 424, y, 176, 20, STEEL, 10)
    shape(pen, "M330 450L694 450L694 590L330 590Z", STEEL)
    line(pen, "M450 454L450 588M574 454L574 588", 12)
    box(pen, 410, 590, 204, 250, STEEL, 8)
    line(pen, "M414 640L610 620M414 700L610 680M414 760L610 740M414 820L610 800", 14)
    box(pen, 490, 836, 44, 70, GOLD, 8)
    tube(pen, "M594 836L594 950L490 950", 26, STEEL)
    for x, y, turn in ((350, 930, -60), (330, 830, -90), (720, 930, 60), (740, 830, 90)):
        pen.canvas.fill(leaf(x, y, 120, 30, turn), GOLD)


def _piston(pen: Pen) -> None:
    for turn in (40, -40):
        pen.part(turned(Path.parse("M440 420L584 420L600 780L424 780Z"), turn), STEEL)
        pen.part(turned(circle(C, 860, 140), turn), STEEL)
        pen.part(turned(circle(C, 860, 72), turn), DARK)
        pen.part(turned(rounded_rect(330, 60, 364, 400, 30), turn), pale(STEEL, 0.3))
        for y in (120, 180, 240):
            pen.canvas.fill(turned(rounded_rect(336, y, 352, 24, 4), turn), INK)
        pen.part(turned(circle(C, 360, 54), turn), DARK)


def _steering_wheel(pen: Pen) -> None:
    for turn in (0, 110, 250):
        pen.part(turned(rounded_rect(C - 44, 130, 88, 400, 20), turn + 180, C, C), STEEL)
    rim = circle(C, C, 410)
    pen.canvas.stroke(rim, INK, 118)
    pen.canvas.stroke(rim, DARK, 100)
    disc(pen, C, C, 130, DARK)
    disc(pen, C, C, 74, RED)
    for a in (-60, -30, 30, 60):
        (x0, y0), (x1, y1) = polar(C, C, 372, a), polar(C, C, 448, a)
        line(pen, f"M{x0} {y0}L{x1} {y1}", 18, STEEL)


def _welding_mask(pen: Pen) -> None:
    shape(
        pen,
        "M180 330C180 130 330 40 512 40C694 40 844 130 844 330L820 700C790 880 660 990 512 990C364 990 234 880 204 700Z",
        DARK,
    )
    box(pen, 270, 330, 484, 240, STEEL, 30)
    box(pen, 320, 380, 384, 140, "#2e6e5a", 16)
    mark(pen, "M350 400L470 400L400 500L350 500Z", pale("#2e6e5a", 0.5))
    for side in SIDES:
        disc(pen, C + side * 340, 340, 50, STEEL)
        shape(
            pen,
            f"M{C + side * 60} 700C{C + side * 160} 660 {C + side * 200} 780 {C + side * 130} 860C{C + side * 140} 800 {C + side * 90} 800 {C + side * 60} 700Z",
            ORANGE,
        )
    shape(pen, "M512 640C590 730 610 800 570 880C540 930 484 930 454 880C414 800 434 730 512 640Z", GOLD)


def _oil_can(pen: Pen) -> None:
    tube(pen, "M600 560L960 250", 34, STEEL)
    tube(pen, "M330 560C160 480 130 800 300 860", 36, DARK)
    box(pen, 380, 380, 130, 170, STEEL, 20)
    shape(pen, "M270 560Q450 480 630 560L700 900Q450 980 200 900Z", RED)
    mark(pen, "M300 600Q350 570 400 566L360 880L270 866Z", pale(RED))
    shape(pen, "M960 320C1010 390 1000 440 960 440C920 440 910 390 960 320Z", DARK)


def _cooler(pen: Pen) -> None:
    tube(pen, "M200 360C200 120 824 120 824 360", 44, STEEL)
    box(pen, 100, 400, 824, 520, BLUE, 50)
    slab(pen, 106, 600, 812, 50, SNOW, 0)
    box(pen, 70, 310, 884, 140, SNOW, 40)
    box(pen, 440, 420, 144, 90, DARK, 20)
    pen.canvas.fill(star(C, 770, 84, 6, 0.3), SNOW)


def _foosball(pen: Pen) -> None:
    legs(pen, (200, 824), 680, 980, 90, deep(WOOD))
    box(pen, 60, 420, 904, 290, WOOD, 24)
    slab(pen, 110, 460, 804, 120, GREEN, 8)
    for x, ink in ((250, RED), (512, BLUE), (774, RED)):
        bar(pen, (x, 240), (x, 700), 12, STEEL)
        disc(pen, x, 300, 44, "#f0c9a5")
        box(pen, x - 46, 346, 92, 150, ink, 24)
        box(pen, x - 30, 490, 60, 60, DARK, 14)
        box(pen, x - 30, 690, 60, 120, DARK, 24)
    disc(pen, 380, 530, 34, SNOW)


HOBBIES: Mapping[str, Draw] = {
    "fishing lure": _lure,
    "enamel mug": _enamel_mug,
    "crossed paddles": fitted(_paddles),
    "carabiner": _carabiner,
    "ice axe": _ice_axe,
    "camping lantern": _camp_lantern,
    "football helmet": _football_helmet,
    "motorcycle helmet": _motor_helmet,
    "golf ball": _golf_ball,
    "jersey": _jersey,
    "playing cards": fitted(_cards),
    "poker chips": _poker_chips,
    "dominoes": _dominoes,
    "protein shaker": _shaker_bottle,
    "exercise bike": _exercise_bike,
    "rowing machine": _rowing_machine,
    "spark plug": _spark_plug,
    "crossed pistons": fitted(_piston),
    "steering wheel": _steering_wheel,
    "welding mask": _welding_mask,
    "oil can": _oil_can,
    "cool box": _cooler,
    "foosball table": _foosball,
}
