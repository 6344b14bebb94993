"""Keepsakes, bars, omens and other odd things: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, heart, leaf, polar, rounded_rect, sparkle, star
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, blob, cloudlet, oval
from pod.providers.embedded.objects.kit import (
    BLUE,
    CREAM,
    DARK,
    GLASS,
    GOLD,
    GREEN,
    ORANGE,
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
    line,
    mark,
    moved,
    pale,
    shape,
    slab,
    tube,
    turned,
)

_SAIL = "#f4ead0"


def _dreamcatcher(pen: Pen) -> None:
    for x, length, ink in ((300, 250, TEAL), (C, 330, RED), (724, 250, TEAL)):
        y = 560 + 150 * (x == C)
        tube(pen, f"M{x} {y}L{x} {y + 120}", 10, CREAM)
        disc(pen, x, y + 60, 30, GOLD)
        pen.part(leaf(x, y + 90, length, 100, 180), ink)
        line(pen, f"M{x} {y + 110}L{x} {y + 40 + length}", 10, pale(ink))
    rim = circle(C, 390, 330)
    for k in range(8):
        for near, far in ((330, 220), (220, 110)):
            (x0, y0), (x1, y1), (x2, y2) = (
                polar(C, 390, near, 45 * k),
                polar(C, 390, far, 45 * k + 22.5),
                polar(C, 390, near, 45 * k + 45),
            )
            tube(pen, f"M{x0} {y0}L{x1} {y1}L{x2} {y2}", 6, CREAM)
    pen.canvas.stroke(rim, INK, 62)
    pen.canvas.stroke(rim, deep(TEAL, 0.12), 44)
    disc(pen, C, 390, 50, TEAL)
    for x, y in ((330, 320), (680, 460)):
        disc(pen, x, y, 26, RED)


def _spirit_board(pen: Pen) -> None:
    pen.part(turned(rounded_rect(20, 200, 984, 640, 60), -8), "#d9b377")
    pen.canvas.stroke(turned(rounded_rect(60, 240, 904, 560, 40), -8), deep("#d9b377", 0.5), 12)
    pen.canvas.fill(turned(circle(160, 340, 56), -8), deep(WOOD, 0.3))
    for k in range(8):
        pen.canvas.fill(turned(circle(*polar(160, 340, 84, 45 * k), 12), -8), deep(WOOD, 0.3))
    moon = circle(860, 340, 66).geometry().difference(circle(890, 320, 56).geometry())
    pen.canvas.fill(turned(Path.from_geometry(moon), -8), deep(WOOD, 0.3))
    for row, count in ((0, 11), (1, 9)):
        for k in range(count):
            x = C + (k - (count - 1) / 2) * 70
            y = 420 + 110 * row + 0.0005 * (x - C) ** 2
            pen.canvas.fill(turned(rounded_rect(x - 15, y - 24, 30, 48, 8), -8), deep(WOOD, 0.45))
    for side in SIDES:
        pen.canvas.fill(turned(star(C + side * 360, 720, 50, 5, 0.4), -8), deep(WOOD, 0.3))
    planchette = moved(
        "M0 -230C120 -80 210 40 190 120C170 200 60 190 0 190C-60 190 -170 200 -190 120C-210 40 -120 -80 0 -230Z",
        540,
        700,
        16,
    )
    pen.part(planchette, DARK)
    disc(pen, 538, 730, 84, GOLD)
    disc(pen, 538, 730, 52, GLASS)


def _treasure_map(pen: Pen) -> None:
    shape(
        pen,
        "M90 170Q160 120 250 170Q380 230 512 170Q640 110 780 170Q860 200 934 160L950 500L930 860Q860 900 780 860Q640 800 512 860Q380 920 250 860Q160 820 90 870L70 520Z",
        "#ecd3a0",
    )
    mark(pen, "M180 300C240 240 360 260 380 340C400 420 300 460 230 440C160 420 140 350 180 300Z", GREEN)
    mark(pen, "M560 560C640 480 800 500 830 600C850 720 700 780 620 740C540 700 500 640 560 560Z", GREEN)
    for x, y, turn in ((330, 480, 30), (380, 560, 30), (450, 600, 70), (530, 590, 100), (600, 610, 60)):
        pen.canvas.fill(moved("M-12 -34L12 -34L12 34L-12 34Z", x, y, turn + 90), INK)
    line(pen, "M660 590L750 690M750 590L660 690", 34, RED)
    shape(pen, "M640 300L690 210L740 300Z", deep(WOOD))
    shape(pen, "M720 310L780 220L840 310Z", deep(WOOD))
    pen.canvas.fill(sparkle(230, 690, 110, 0.2), RED)
    line(pen, "M230 590L230 790M130 690L330 690", 8)


def _message_bottle(pen: Pen) -> None:
    to = -28
    pen.part(turned(rounded_rect(450, 20, 124, 120, 20), to), WOOD)
    pen.part(
        turned(
            Path.parse(
                "M440 120L584 120L584 330C700 380 730 440 730 520L730 900Q730 980 650 980L374 980Q294 980 294 900L294 520C294 440 324 380 440 330Z"
            ),
            to,
        ),
        GLASS,
    )
    pen.part(turned(Path.parse("M400 500L624 470L640 880L410 900Z"), to), "#ecd3a0")
    pen.part(turned(rounded_rect(384, 640, 264, 60, 20), to), RED)
    for y in (550, 600, 760, 810):
        pen.canvas.fill(turned(rounded_rect(440, y, 150, 16, 8), to), deep(WOOD))
    pen.canvas.fill(turned(rounded_rect(326, 500, 30, 380, 15), to), SNOW)


def _ship_in_a_bottle(pen: Pen) -> None:
    box(pen, 880, 420, 124, 130, WOOD, 16)
    shape(
        pen,
        "M120 280L560 280C660 290 700 420 780 430L890 430L890 540L780 540C700 550 660 690 560 700L120 700Q30 690 30 490Q30 290 120 280Z",
        GLASS,
    )
    mark(pen, "M40 560Q180 510 320 560Q470 610 640 560C610 660 590 690 550 692L124 692Q60 680 40 560Z", BLUE)
    shape(pen, "M170 520L520 520L460 610L220 610Z", WOOD)
    for x in (270, 400):
        line(pen, f"M{x} 330L{x} 520", 14)
        shape(pen, f"M{x - 50} 350Q{x + 70} 380 {x + 60} 490L{x - 50} 490Z", _SAIL)
    slab(pen, 130, 310, 400, 26, SNOW, 13)
    for x in (200, 480):
        shape(pen, f"M{x - 80} 860L{x - 40} 700L{x + 40} 700L{x + 80} 860Z", deep(WOOD))
    box(pen, 80, 840, 540, 60, deep(WOOD), 16)


def _ships_wheel(pen: Pen) -> None:
    for k in range(8):
        (x0, y0), (x1, y1) = polar(C, C, 60, 45 * k), polar(C, C, 470, 45 * k)
        bar(pen, (x0, y0), (x1, y1), 24, WOOD, 34)
    rim = circle(C, C, 300)
    pen.canvas.stroke(rim, INK, 108)
    pen.canvas.stroke(rim, WOOD, 90)
    pen.canvas.stroke(circle(C, C, 300), pale(WOOD, 0.35), 14)
    disc(pen, C, C, 110, GOLD)
    disc(pen, C, C, 44, deep(WOOD))


def _diving_helmet(pen: Pen) -> None:
    shape(pen, "M160 760C160 700 860 700 864 760L940 960Q512 1020 84 960Z", deep(GOLD, 0.2))
    for x in (180, 340, 512, 684, 844):
        dot(pen, x, 880, 26, STEEL)
    disc(pen, C, 430, 370, GOLD)
    box(pen, 430, 20, 164, 80, deep(GOLD, 0.2), 20)
    for side in SIDES:
        pen.part(oval(C + side * 330, 440, 60, 120), deep(GOLD, 0.25))
        pen.canvas.fill(oval(C + side * 334, 440, 30, 80), GLASS)
    disc(pen, C, 470, 230, deep(GOLD, 0.25))
    disc(pen, C, 470, 164, GLASS)
    for k in range(8):
        dot(pen, *polar(C, 470, 198, 45 * k), 18, CREAM)
    mark(pen, "M400 470L480 350L540 350L430 530Z", SNOW)
    box(pen, 260, 730, 504, 70, deep(GOLD, 0.2), 30)


def _keg(pen: Pen) -> None:
    shape(pen, "M250 90Q512 20 774 90C870 320 870 700 774 940Q512 1010 250 940C154 700 154 320 250 90Z", WOOD)
    for x, bow in ((360, -60), (512, 0), (664, 60)):
        line(pen, f"M{x} 70Q{x + bow * 1.4} 512 {x} 960", 10, deep(WOOD, 0.35))
    for y in (190, 370, 640, 820):
        line(pen, f"M{206 - 16 * (360 < y < 700)} {y}Q512 {y + 40} {818 + 16 * (360 < y < 700)} {y}", 62)
        line(pen, f"M{206 - 16 * (360 < y < 700)} {y}Q512 {y + 40} {818 + 16 * (360 < y < 700)} {y}", 42, STEEL)
    disc(pen, C, 530, 60, deep(WOOD, 0.35))
    tube(pen, "M512 740L512 790", 70, GOLD)
    box(pen, 440, 700, 144, 50, GOLD, 20)


def _beer_tap(pen: Pen) -> None:
    box(pen, 340, 420, 190, 480, STEEL, 40)
    slab(pen, 372, 460, 34, 400, SNOW, 17)
    box(pen, 240, 880, 400, 90, DARK, 24)
    tube(pen, "M520 500L680 500Q720 500 720 560L720 640", 60, GOLD)
    shape(pen, "M570 430L530 90Q600 10 670 90L640 430Z", RED)
    pen.canvas.fill(star(600, 180, 54), CREAM)
    shape(pen, "M640 700L900 700L870 970L670 970Z", GLASS)
    mark(pen, "M650 790L890 790L864 960L676 960Z", GOLD)
    pen.part(cloudlet(770, 730, 270, 110, 4), SNOW)


def _voodoo_doll(pen: Pen) -> None:
    for x, y in ((150, 470), (874, 470), (400, 940), (624, 940)):
        bar(pen, (C, 640), (x, y), 84, "#d9b377", 62)
    pen.part(blob(C, 650, 180, 230), "#d9b377")
    disc(pen, C, 290, 220, "#d9b377")
    line(pen, "M400 240L460 300M460 240L400 300", 22)
    disc(pen, 600, 270, 46, SNOW)
    for x, y in ((588, 258), (612, 258), (588, 282), (612, 282)):
        dot(pen, x, y, 8)
    line(pen, "M420 390L604 390M450 370L450 410M512 370L512 410M574 370L574 410", 12)
    pen.canvas.fill(heart(540, 610, 120), RED)
    for x0, y0, x1, y1, ink in ((560, 600, 800, 300, RED), (440, 720, 200, 640, BLUE), (430, 150, 280, 30, GOLD)):
        tube(pen, f"M{x0} {y0}L{x1} {y1}", 8, STEEL)
        disc(pen, x1, y1, 36, ink)


def _handcuffs(pen: Pen) -> None:
    for k in range(4):
        pen.canvas.stroke(oval(434 + 52 * k, 500, 40, 26, 30), INK, 34)
        pen.canvas.stroke(oval(434 + 52 * k, 500, 40, 26, 30), STEEL, 16)
    for side in SIDES:
        loop = circle(C + side * 280, 540 - side * 60, 180)
        pen.canvas.stroke(loop, INK, 88)
        pen.canvas.stroke(loop, STEEL, 70)
        box(pen, C + side * 140 - 60, 450 - side * 30, 120, 140, deep(STEEL), 24)
        dot(pen, C + side * 140, 520 - side * 30, 18)


def _laser_sword(pen: Pen) -> None:
    pen.canvas.fill(turned(rounded_rect(440, -100, 144, 760, 72), 40), pale(GREEN, 0.5))
    pen.part(turned(rounded_rect(468, -70, 88, 720, 44), 40), "#7fe08a")
    pen.canvas.fill(turned(rounded_rect(496, -40, 32, 680, 16), 40), SNOW)
    pen.part(turned(rounded_rect(452, 640, 120, 330, 24), 40), STEEL)
    pen.part(turned(rounded_rect(432, 630, 160, 60, 16), 40), DARK)
    for y in (780, 830, 880):
        pen.canvas.fill(turned(rounded_rect(456, y, 112, 24, 6), 40), INK)
    pen.canvas.fill(turned(circle(C, 730, 22), 40), RED)


def _jetpack(pen: Pen) -> None:
    for side in SIDES:
        x = C + side * 210
        shape(
            pen, f"M{x - 70} 740C{x - 120} 880 {x - 20} 900 {x} 1010C{x + 20} 900 {x + 120} 880 {x + 70} 740Z", ORANGE
        )
        mark(pen, f"M{x - 34} 760C{x - 50} 850 {x - 6} 870 {x} 930C{x + 6} 870 {x + 50} 850 {x + 34} 760Z", GOLD)
        shape(pen, f"M{x - 90} 660L{x + 90} 660L{x + 120} 770L{x - 120} 770Z", DARK)
        shape(
            pen,
            f"M{x} 20C{x + 120} 90 {x + 130} 200 {x + 130} 300L{x + 130} 670L{x - 130} 670L{x - 130} 300C{x - 130} 200 {x - 120} 90 {x} 20Z",
            RED,
        )
        mark(pen, f"M{x - 118} 240L{x + 118} 240L{x + 118} 300L{x - 118} 300Z", CREAM)
        slab(pen, x - 90, 340, 36, 280, pale(RED), 18)
    box(pen, 440, 300, 144, 260, STEEL, 30)
    disc(pen, C, 430, 46, GOLD)


def _lighter(pen: Pen) -> None:
    shape(pen, "M470 400C380 300 440 220 500 30C620 180 660 280 560 400Z", ORANGE)
    mark(pen, "M490 390C440 320 480 260 510 180C570 270 590 330 540 390Z", GOLD)
    box(pen, 400, 380, 230, 150, STEEL, 16)
    for x in (450, 512, 574):
        dot(pen, x, 450, 16)
    pen.part(turned(rounded_rect(690, 230, 120, 300, 24), 30, 700, 520), STEEL)
    box(pen, 330, 510, 390, 470, STEEL, 36)
    slab(pen, 366, 550, 36, 390, SNOW, 18)
    pen.canvas.fill(star(546, 740, 96), RED)


def _matchbox(pen: Pen) -> None:
    for x, lean in ((320, -20), (430, -6), (560, 8), (680, 22)):
        pen.part(turned(rounded_rect(x - 18, 160, 36, 420, 8), lean, x, 600), "#e6c68f")
        pen.part(turned(oval(x, 170, 40, 58), lean, x, 600), RED)
    shape(pen, "M180 480L844 480L844 580L180 580Z", CREAM)
    box(pen, 130, 560, 764, 400, BLUE, 16)
    box(pen, 190, 610, 644, 230, CREAM, 16)
    pen.canvas.fill(star(C, 726, 96, 8, 0.5), RED)
    slab(pen, 136, 880, 752, 60, deep(DARK), 0)


ODDITIES: Mapping[str, Draw] = {
    "dreamcatcher": fitted(_dreamcatcher),
    "spirit board": fitted(_spirit_board),
    "treasure map": _treasure_map,
    "message in a bottle": _message_bottle,
    "ship in a bottle": _ship_in_a_bottle,
    "ship's wheel": _ships_wheel,
    "diving helmet": _diving_helmet,
    "beer keg": _keg,
    "beer tap": _beer_tap,
    "rag doll with pins": _voodoo_doll,
    "handcuffs": _handcuffs,
    "laser sword": fitted(_laser_sword),
    "jetpack": _jetpack,
    "lighter": _lighter,
    "matches": _matchbox,
}
