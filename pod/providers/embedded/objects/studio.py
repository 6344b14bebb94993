"""Crafts, offices and machines to play with: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, heart, leaf, polar, rounded_rect, star
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, blob, cloudlet, oval
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
    legs,
    line,
    mark,
    moved,
    pale,
    shape,
    slab,
    tube,
    turned,
)


def _sewing_machine(pen: Pen) -> None:
    box(pen, 60, 740, 904, 180, DARK, 30)
    slab(pen, 110, 790, 804, 20, GOLD, 10)
    shape(pen, "M620 360L880 360L900 740L600 740Z", DARK)
    shape(
        pen, "M130 300Q130 220 210 220L800 220Q900 220 900 320L900 420L640 420L620 400L290 400L290 560L130 560Z", DARK
    )
    slab(pen, 330, 270, 330, 24, GOLD, 12)
    for k in range(4):
        pen.canvas.fill(leaf(740, 600, 60, 20, 90 * k + 45), GOLD)
    box(pen, 180, 560, 26, 160, STEEL, 8)
    box(pen, 150, 690, 100, 40, STEEL, 12)
    shape(pen, "M60 740Q160 690 260 740L420 740L380 960L40 960Z", RED)
    for x, y in ((120, 800), (220, 850), (320, 800), (120, 910), (310, 910)):
        dot(pen, x, y, 20, CREAM)
    disc(pen, 930, 380, 86, STEEL)
    disc(pen, 930, 380, 30, DARK)
    box(pen, 480, 110, 90, 110, PINK, 10)
    box(pen, 466, 90, 118, 30, WOOD, 10)
    line(pen, "M480 160C360 120 240 140 200 260L194 560", 10, deep(PINK))


def _easel(pen: Pen) -> None:
    bar(pen, (C, 60), (C, 960), 22, deep(WOOD))
    for side in SIDES:
        bar(pen, (C + side * 60, 60), (C + side * 330, 1000), 24, WOOD)
    box(pen, 170, 150, 684, 540, SNOW, 10)
    slab(pen, 200, 180, 624, 480, GLASS, 4)
    dot(pen, 680, 290, 62, GOLD)
    mark(pen, "M200 540L380 320L520 500L610 410L824 600L824 660L200 660Z", PURPLE)
    mark(pen, "M200 580Q420 500 824 620L824 660L200 660Z", GREEN)
    box(pen, 130, 690, 764, 50, WOOD, 16)


def _pottery_wheel(pen: Pen) -> None:
    legs(pen, (240, 784), 720, 980, 80, deep(WOOD))
    box(pen, 130, 640, 764, 110, WOOD, 30)
    box(pen, 440, 600, 144, 60, STEEL, 10)
    pen.part(oval(C, 600, 330, 50), STEEL)
    shape(
        pen,
        "M400 90L624 90C640 200 740 280 740 400C740 520 660 590 620 600L404 600C364 590 284 520 284 400C284 280 384 200 400 90Z",
        CLAY,
    )
    for y, inset in ((220, 360), (330, 300), (440, 292)):
        line(pen, f"M{inset} {y}Q512 {y + 40} {1024 - inset} {y}", 14, deep(CLAY))
    pen.part(oval(C, 90, 116, 30), deep(CLAY, 0.5))


def _spinning_wheel(pen: Pen) -> None:
    for a in range(0, 180, 45):
        (x0, y0), (x1, y1) = polar(600, 400, 290, a), polar(600, 400, 290, a + 180)
        tube(pen, f"M{x0} {y0}L{x1} {y1}", 18, WOOD)
    rim = circle(600, 400, 300)
    pen.canvas.stroke(rim, INK, 70)
    pen.canvas.stroke(rim, WOOD, 52)
    disc(pen, 600, 400, 56, deep(WOOD))
    bar(pen, (600, 400), (640, 800), 24, deep(WOOD))
    for x0, x1 in ((230, 180), (560, 560), (800, 880)):
        bar(pen, (x0, 790), (x1, 990), 26, deep(WOOD))
    pen.part(turned(rounded_rect(110, 740, 800, 80, 24), 8), WOOD)
    bar(pen, (200, 730), (180, 380), 24, WOOD)
    pen.part(cloudlet(180, 310, 190, 240, 3), CREAM)


def _pincushion(pen: Pen) -> None:
    for x, y, tip, ink in (
        (360, 330, 280, BLUE),
        (470, 240, 440, GOLD),
        (600, 240, 660, SNOW),
        (700, 340, 800, PURPLE),
    ):
        tube(pen, f"M{x} 480L{tip} {y - 130}", 8, STEEL)
        disc(pen, tip, y - 150, 44, ink)
    pen.part(blob(C, 640, 400, 290, 2.3), RED)
    for x in (-260, -100, 100, 260):
        line(pen, f"M512 400C{512 + x * 1.1} 480 {512 + x * 1.5} 760 {512 + x * 0.6} 920", 14, deep(RED, 0.35))
    for k in range(6):
        pen.part(leaf(C, 410, 170, 46, 60 * k + 30), GREEN)
    disc(pen, C, 410, 34, GREEN)


def _embroidery_hoop(pen: Pen) -> None:
    box(pen, 462, 10, 100, 130, GOLD, 20)
    disc(pen, C, 560, 440, WOOD)
    disc(pen, C, 560, 370, CREAM)
    for x, y, ink in ((512, 430, RED), (370, 560, PINK), (650, 560, GOLD)):
        line(pen, f"M512 800Q512 660 {x} {y}", 18, GREEN)
        for k in range(6):
            pen.canvas.fill(circle(*polar(x, y, 52, 60 * k), 38), ink)
        dot(pen, x, y, 32, deep(GOLD) if ink != GOLD else RED)
    for turn in (-50, 50, -20):
        pen.canvas.fill(leaf(512, 780, 150, 40, turn), GREEN)


def _sketchbook(pen: Pen) -> None:
    box(pen, 150, 90, 660, 860, TEAL, 30)
    box(pen, 230, 90, 600, 830, SNOW, 20)
    for k in range(9):
        tube(pen, f"M260 {160 + 86 * k}C140 {120 + 86 * k} 110 {190 + 86 * k} 200 {180 + 86 * k}", 16, STEEL)
    line(
        pen,
        "M360 640C380 420 620 360 700 520C760 640 620 740 520 680M440 520C420 440 480 400 520 430M600 420C640 380 700 420 690 480",
        20,
        deep(DARK, 0.1),
    )
    pen.part(turned(Path.parse("M700 420L780 420L780 860L740 960L700 860Z"), -30, 740, 700), GOLD)
    pen.canvas.fill(turned(Path.parse("M724 916L756 916L740 960Z"), -30, 740, 700), INK)


def _calculator(pen: Pen) -> None:
    box(pen, 190, 40, 644, 944, DARK, 60)
    box(pen, 260, 110, 504, 190, "#b9d6a3", 20)
    line(pen, "M560 160L620 160L590 250M660 160L720 160L720 205L660 205L660 250L720 250", 20)
    for row in range(4):
        for col in range(4):
            ink = ORANGE if col == 3 else STEEL if row else RED
            box(pen, 262 + 130 * col, 370 + 144 * row, 104, 110, ink, 24)


def _stapler(pen: Pen) -> None:
    shape(pen, "M60 800L960 800Q1000 810 990 880L60 880Q20 840 60 800Z", DARK)
    shape(pen, "M120 640L930 640L930 720L140 720Z", STEEL)
    box(pen, 760, 700, 150, 120, DARK, 20)
    shape(pen, "M60 500C60 380 180 360 320 380L860 470Q980 500 970 640L240 640C120 640 60 580 60 500Z", RED)
    mark(pen, "M120 490C130 430 220 420 320 436L740 506L740 540L320 486C230 476 170 490 150 530Z", pale(RED))


def _blackboard(pen: Pen) -> None:
    for side in SIDES:
        bar(pen, (C + side * 260, 700), (C + side * 330, 980), 24, deep(WOOD))
    box(pen, 60, 90, 904, 640, WOOD, 20)
    slab(pen, 110, 140, 804, 540, "#355f4c", 10)
    line(
        pen,
        "M190 300L260 300L225 220ZM330 270L390 270M360 240L360 300M450 220L450 300L520 300L520 220ZM590 250L650 250M590 290L650 290",
        16,
        CREAM,
    )
    line(pen, "M200 420L640 420M200 500L560 500", 16, CREAM)
    pen.canvas.fill(star(780, 300, 70), GOLD)
    pen.canvas.fill(heart(770, 520, 120), PINK)
    box(pen, 110, 700, 804, 44, deep(WOOD), 12)
    box(pen, 240, 670, 110, 34, SNOW, 14)
    box(pen, 640, 660, 170, 44, RED, 10)


def _cash_register(pen: Pen) -> None:
    box(pen, 560, 60, 330, 160, DARK, 24)
    slab(pen, 596, 96, 258, 88, "#8ee08a", 8)
    box(pen, 690, 210, 60, 90, STEEL, 8)
    shape(pen, "M210 90L400 90L400 330L210 330Z", SNOW)
    line(pen, "M246 150L364 150M246 200L364 200M246 250L330 250", 14, STEEL)
    shape(pen, "M170 300L860 300L960 690L70 690Z", RED)
    for row in range(3):
        for col in range(4):
            box(pen, 250 - 26 * row + (100 + 8 * row) * col, 360 + 100 * row, 76, 66, CREAM, 16)
    box(pen, 700, 370, 130, 240, GOLD, 20)
    box(pen, 50, 680, 924, 230, deep(RED), 30)
    box(pen, 420, 760, 184, 50, GOLD, 20)


def _vr_headset(pen: Pen) -> None:
    tube(pen, "M130 470C130 130 894 130 894 470", 90, DARK)
    shape(
        pen,
        "M90 440Q90 360 180 350L844 350Q934 360 934 440L934 700Q934 800 830 800L680 800Q620 800 590 730Q560 670 512 670Q464 670 434 730Q404 800 344 800L194 800Q90 800 90 700Z",
        SNOW,
    )
    box(pen, 190, 430, 644, 190, DARK, 80)
    mark(pen, "M260 470L420 470L340 580L230 580Q230 490 260 470Z", BLUE)
    for x in (560, 660, 750):
        dot(pen, x, 525, 22, PURPLE)


def _jukebox(pen: Pen) -> None:
    shape(pen, "M170 980L170 420C170 150 330 40 512 40C694 40 854 150 854 420L854 980Z", RED)
    shape(pen, "M230 980L230 430C230 210 360 110 512 110C664 110 794 210 794 430L794 980Z", GOLD)
    shape(pen, "M290 980L290 440C290 260 400 180 512 180C624 180 734 260 734 440L734 980Z", deep(WOOD))
    shape(pen, "M340 470C340 310 420 240 512 240C604 240 684 310 684 470Z", GLASS)
    for x in (420, 512, 604):
        disc(pen, x, 400, 56, DARK)
        dot(pen, x, 400, 18, RED)
    for k in range(6):
        slab(pen, 340 + 58 * k, 520, 44, 60, CREAM, 8)
    for k in range(4):
        slab(pen, 370 + 76 * k, 650, 40, 270, GOLD, 20)
    box(pen, 130, 940, 764, 60, DARK, 20)


def _gramophone(pen: Pen) -> None:
    tube(pen, "M640 620C800 600 780 420 640 420", 46, GOLD)
    shape(
        pen,
        "M660 450C560 440 520 480 400 560C300 620 180 620 120 560C20 440 40 200 160 110C240 60 330 90 380 160C470 280 560 340 680 370Z",
        GOLD,
    )
    pen.part(oval(180, 330, 130, 240, 18), deep(GOLD, 0.35))
    pen.canvas.fill(oval(200, 336, 56, 120, 18), deep(GOLD, 0.6))
    pen.part(oval(C, 690, 330, 46), DARK)
    box(pen, 150, 700, 724, 210, WOOD, 20)
    box(pen, 110, 890, 804, 90, deep(WOOD), 24)
    pen.canvas.fill(star(C, 800, 74, 8, 0.5), GOLD)
    tube(pen, "M874 800L950 800L950 720", 22, STEEL)


def _pinball(pen: Pen) -> None:
    legs(pen, (220, 804), 800, 1010, 50, STEEL)
    box(pen, 170, 10, 684, 330, RED, 24)
    box(pen, 210, 50, 604, 250, DARK, 16)
    pen.canvas.fill(star(C, 176, 104), GOLD)
    for x in (310, 714):
        dot(pen, x, 176, 42, PINK)
    shape(pen, "M200 340L824 340L920 890L104 890Z", RED)
    shape(pen, "M250 370L774 370L846 800L178 800Z", "#29537a")
    for x, y, ink in ((400, 470, GOLD), (620, 470, GOLD), (512, 580, PINK)):
        disc(pen, x, y, 54, ink)
        dot(pen, x, y, 22, SNOW)
    for side in SIDES:
        bar(pen, (C + side * 190, 700), (C + side * 60, 760), 24, CREAM)
    disc(pen, 680, 640, 30, STEEL)


def _arcade(pen: Pen) -> None:
    shape(pen, "M240 60L784 60L784 600L860 680L860 984L164 984L164 680L240 600Z", PURPLE)
    box(pen, 220, 40, 584, 130, GOLD, 20)
    for k in range(5):
        pen.canvas.fill(star(320 + 96 * k, 106, 36), RED)
    box(pen, 280, 210, 464, 340, DARK, 20)
    for x, y in ((370, 290), (470, 290), (570, 290), (650, 290), (420, 360), (520, 360), (610, 360)):
        slab(pen, x - 22, y - 18, 44, 36, "#7ee08a", 8)
    mark(pen, "M480 510L480 480L504 480L504 456L530 456L530 480L554 480L554 510Z", SNOW)
    shape(pen, "M240 600L784 600L860 690L164 690Z", deep(PURPLE, 0.3))
    bar(pen, (360, 640), (340, 570), 12, STEEL)
    disc(pen, 338, 560, 38, RED)
    for x, ink in ((540, GOLD), (630, TEAL), (710, RED)):
        pen.part(oval(x, 646, 36, 20), ink)
    box(pen, 400, 760, 224, 150, DARK, 16)
    for x in (460, 564):
        slab(pen, x - 8, 790, 16, 70, GOLD, 4)


def _vending_machine(pen: Pen) -> None:
    legs(pen, (270, 754), 940, 1000, 80, DARK)
    box(pen, 170, 30, 684, 930, RED, 40)
    box(pen, 230, 100, 420, 640, GLASS, 20)
    inks = (GOLD, TEAL, PURPLE, ORANGE, GREEN, PINK)
    for row in range(4):
        slab(pen, 236, 246 + 155 * row, 408, 16, STEEL, 0)
        for col in range(3):
            x = 270 + 126 * col
            if row % 2:
                box(pen, x, 136 + 155 * row, 76, 106, inks[(row + 2 * col) % 6], 14)
            else:
                box(pen, x + 8, 126 + 155 * row, 60, 116, inks[(row * 2 + col) % 6], 24)
    box(pen, 230, 800, 420, 110, DARK, 16)
    box(pen, 694, 140, 110, 150, "#b9d6a3", 12)
    for row in range(3):
        for col in range(2):
            dot(pen, 722 + 54 * col, 350 + 56 * row, 18, CREAM)
    box(pen, 720, 540, 60, 20, DARK, 4)
    box(pen, 704, 620, 90, 60, STEEL, 12)


def _metronome(pen: Pen) -> None:
    shape(pen, "M400 60L624 60L790 960L234 960Z", WOOD)
    shape(pen, "M440 120L584 120L668 720L356 720Z", CREAM)
    for k in range(7):
        line(pen, f"M{456 - 6 * k} {210 + 70 * k}L{496 - 6 * k} {210 + 70 * k}", 12)
    tube(pen, "M512 740L680 130", 20, STEEL)
    pen.part(moved("M-60 -44L60 -44L40 44L-40 44Z", 620, 346, 15), GOLD)
    box(pen, 200, 900, 624, 90, deep(WOOD), 20)
    disc(pen, C, 800, 40, GOLD)


def _walkie_talkie(pen: Pen) -> None:
    box(pen, 290, 20, 70, 340, DARK, 30)
    box(pen, 600, 220, 90, 110, STEEL, 20)
    box(pen, 250, 300, 524, 690, GOLD, 70)
    box(pen, 330, 380, 364, 170, "#b9d6a3", 20)
    line(pen, "M370 500L370 460M420 500L420 440M470 500L470 420", 22)
    for k in range(4):
        slab(pen, 350, 630 + 64 * k, 324, 30, INK, 15)
    box(pen, 210, 460, 50, 190, RED, 20)


def _polaroids(pen: Pen) -> None:
    for turn, ink, far in ((-14, GLASS, 0), (10, "#f7c9a0", 1)):
        pen.part(turned(rounded_rect(230 + 60 * far, 120 + 60 * far, 560, 680, 16), turn), SNOW)
        pen.canvas.fill(turned(rounded_rect(280 + 60 * far, 170 + 60 * far, 460, 440, 4), turn), ink)
    pen.canvas.fill(turned(circle(620, 370, 84), 10), RED)
    pen.canvas.fill(turned(Path.parse("M340 670L340 560Q450 480 560 560Q680 640 800 540L800 670Z"), 10), BLUE)
    pen.canvas.fill(turned(heart(570, 770, 84), 10), PINK)


def _binoculars(pen: Pen) -> None:
    box(pen, 430, 360, 164, 190, DARK, 20)
    for side in SIDES:
        x = C + side * 220
        box(pen, x - 110, 130, 220, 100, DARK, 30)
        shape(pen, f"M{x - 100} 220L{x + 100} 220L{x + 200} 720L{x - 200} 720Z", deep(GREEN, 0.2))
        mark(pen, f"M{x - 60} 250L{x - 20} 250L{x - 70} 680L{x - 140} 680Z", pale(GREEN, 0.2))
        box(pen, x - 220, 700, 440, 170, DARK, 50)
        pen.canvas.fill(oval(x, 785, 150, 50), GLASS)
    disc(pen, C, 340, 56, STEEL)


STUDIO: Mapping[str, Draw] = {
    "sewing machine": _sewing_machine,
    "easel": _easel,
    "pottery wheel": _pottery_wheel,
    "spinning wheel": _spinning_wheel,
    "pincushion": _pincushion,
    "embroidery hoop": _embroidery_hoop,
    "sketchbook": _sketchbook,
    "calculator": _calculator,
    "stapler": _stapler,
    "blackboard": _blackboard,
    "cash register": _cash_register,
    "virtual reality headset": _vr_headset,
    "jukebox": _jukebox,
    "gramophone": _gramophone,
    "pinball machine": _pinball,
    "arcade machine": _arcade,
    "vending machine": _vending_machine,
    "metronome": _metronome,
    "walkie talkie": _walkie_talkie,
    "instant photos": _polaroids,
    "binoculars": _binoculars,
}
