"""What people and presents travel in: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, blob, limb, oval
from pod.providers.embedded.gallery.kit import (
    BARK,
    BLUE,
    CREAM,
    DARK,
    GLOW,
    GOLD,
    GREEN,
    ORANGE,
    RED,
    SKY,
    STEEL,
    TEAL,
    WHITE,
    WOOD,
    C,
    Draw,
    moved,
    spoked,
    wheel,
)


def _monster_truck(pen: Pen) -> None:
    pen.part(limb([(260, 640), (760, 640)], 24, 24), STEEL)
    pen.part(
        Path.parse(
            "M60 560L60 420Q60 380 110 376L330 360L430 200Q450 170 490 170L700 170Q740 170 750 210L770 360L960 370Q990 380 990 420L990 560Z"
        ),
        RED,
    )
    pen.part(Path.parse("M390 360L460 240Q470 224 490 224L580 224L580 360Z"), SKY)
    pen.part(Path.parse("M620 360L620 224L690 224Q710 224 714 244L726 360Z"), SKY)
    for d in ("M80 520Q180 420 300 470Q420 400 520 470Q640 400 740 470L620 500Q460 470 400 520Q280 480 80 520Z",):
        pen.part(Path.parse(d), GOLD)
    for x in (250, 780):
        pen.part(circle(x, 760, 230), DARK)
        for k in range(12):
            pen.canvas.fill(
                moved("M-0.5 0L-0.36 -1L0.36 -1L0.5 0Z", *polar(x, 760, 204, 30 * k), 60, 34, 30 * k),
                mix(DARK, CREAM, 0.28),
            )
        pen.part(circle(x, 760, 110), STEEL)
        pen.canvas.fill(circle(x, 760, 44), INK)


def _go_kart(pen: Pen) -> None:
    pen.part(Path.parse("M30 780L130 640L430 620L520 700L900 690L980 780Z"), RED)
    pen.part(Path.parse("M560 700L600 470Q610 430 660 430L760 440Q800 450 790 500L760 700Z"), DARK)
    pen.canvas.stroke(Path.lines([(300, 640), (450, 500)], closed=False), INK, 30)
    for width, ink in ((44, INK), (24, DARK)):
        pen.canvas.stroke(oval(456, 480, 34, 84, 38), ink, width)
    pen.part(rounded_rect(780, 540, 190, 130, 26), STEEL)
    pen.canvas.fill(circle(230, 710, 60), WHITE)
    for x, r in ((200, 120), (820, 140)):
        wheel(pen, x, 950 - r, r)


def _golf_cart(pen: Pen) -> None:
    for a, b in (((250, 560), (330, 200)), ((830, 640), (800, 200))):
        pen.part(limb([a, b], 15, 15), STEEL)
    pen.part(Path.parse("M190 210Q520 120 900 200L890 260Q520 190 200 270Z"), WHITE)
    pen.part(
        Path.parse("M60 790L80 620Q90 570 160 560L300 540L350 700L540 700L560 620L920 610Q970 620 970 700L970 790Z"),
        GREEN,
    )
    pen.part(rounded_rect(560, 560, 270, 70, 28), CREAM)
    pen.part(rounded_rect(760, 400, 74, 200, 30), CREAM)
    pen.canvas.stroke(Path.lines([(350, 640), (440, 500)], closed=False), INK, 28)
    pen.canvas.stroke(oval(446, 490, 26, 64, 34), INK, 24)
    for x, ink in ((890, RED), (940, BLUE)):
        pen.part(limb([(x, 600), (x + 10, 400)], 12, 12), STEEL)
        pen.part(blob(x + 4, 400, 44, 34), ink)
    pen.part(oval(90, 670, 26, 34), GLOW)
    for x in (230, 800):
        wheel(pen, x, 820, 116)


def _airship(pen: Pen) -> None:
    for y, turn in ((250, -1.0), (560, 1.0)):
        pen.part(Path.parse(f"M800 {y}L1000 {y + turn * 110}L1000 {y + turn * 10}L900 {y - turn * 60}Z"), RED)
    hull = blob(470, 400, 460, 240, 2.3)
    pen.part(hull, STEEL)
    with pen.canvas.group(hull):
        pen.canvas.fill(rect(0, 350, 1024, 110), RED)
        for x in (240, 470, 700):
            pen.canvas.stroke(Path.parse(f"M{x} 150Q{x + (x - 470) * 0.3} 400 {x} 650"), mix(STEEL, INK, 0.4), 12)
    pen.part(Path.parse("M840 400L1010 340L1010 470Z"), mix(RED, INK, 0.2))
    pen.part(rounded_rect(300, 650, 340, 130, 50), DARK)
    for x in (340, 420, 500, 580):
        pen.part(circle(x, 706, 30), GLOW)
    for x in (340, 600):
        pen.canvas.stroke(Path.lines([(x, 620), (x, 660)], closed=False), INK, 22)


def _hang_glider(pen: Pen) -> None:
    pen.part(Path.parse("M512 150L1014 460Q760 430 512 470Q264 430 10 460Z"), ORANGE)
    pen.canvas.fill(Path.parse("M512 160L760 440Q640 440 512 460Q384 440 264 440Z"), GOLD)
    pen.canvas.fill(Path.parse("M512 170L600 446L512 460L424 446Z"), RED)
    for x in (350, 674):
        pen.canvas.stroke(Path.lines([(C, 460), (x, 760)], closed=False), INK, 20)
    pen.part(limb([(340, 760), (684, 760)], 14, 14), STEEL)
    pen.part(limb([(470, 640), (880, 700)], 44, 28), BLUE)
    pen.part(circle(420, 610, 66), RED)
    pen.part(limb([(500, 660), (430, 750)], 22, 18), BLUE)
    pen.canvas.stroke(Path.lines([(C, 470), (600, 640)], closed=False), INK, 14)


def _drone(pen: Pen) -> None:
    for side in SIDES:
        for y, out in ((300, 360), (640, 360)):
            pen.part(limb([(C + side * 90, 480), (C + side * out, y)], 26, 20), DARK)
    for side in SIDES:
        for y in (280, 620):
            x = C + side * 370
            pen.part(oval(x, y - 30, 150, 30), mix(STEEL, WHITE, 0.4))
            pen.part(rounded_rect(x - 26, y - 30, 52, 84, 16), DARK)
    pen.part(blob(C, 480, 180, 130, 2.8), WHITE)
    pen.part(circle(C, 640, 92), DARK)
    pen.part(circle(C, 640, 54), SKY)
    pen.canvas.fill(circle(C - 16, 624, 14), WHITE)
    for x, ink in ((440, RED), (584, GREEN)):
        pen.canvas.fill(circle(x, 440, 20), ink)
    for side in SIDES:
        pen.part(limb([(C + side * 110, 580), (C + side * 180, 800)], 15, 15), DARK)
        pen.part(limb([(C + side * 100, 800), (C + side * 250, 800)], 15, 15), DARK)


def _penny_farthing(pen: Pen) -> None:
    spoked(pen, 390, 620, 340, DARK, 14, 26)
    spoked(pen, 850, 830, 130, DARK, 8, 24)
    for width, ink in ((52, INK), (32, RED)):
        pen.canvas.stroke(Path.parse("M390 620L420 240Q560 230 660 400Q760 580 850 830"), ink, width)
    pen.part(limb([(420, 250), (410, 170)], 15, 15), STEEL)
    pen.part(limb([(300, 190), (520, 150)], 18, 18), DARK)
    pen.part(Path.parse("M470 210Q560 160 660 210Q640 270 560 262Q490 260 470 210Z"), WOOD)
    pen.part(rounded_rect(400, 700, 120, 34, 14), DARK)


def _covered_wagon(pen: Pen) -> None:
    pen.part(Path.parse("M90 620C60 380 120 180 270 180L790 180C940 180 990 380 930 620Z"), CREAM)
    for x in (300, 512, 724):
        pen.canvas.stroke(
            Path.parse(f"M{x} 186Q{x + (x - 512) * 0.4} 400 {x + (x - 512) * 0.2} 610"), mix(CREAM, INK, 0.3), 13
        )
    pen.part(oval(140, 470, 60, 150, 8), mix(INK, CREAM, 0.15))
    pen.part(Path.parse("M60 610L960 610L900 760L130 760Z"), WOOD)
    pen.canvas.fill(rect(110, 670, 810, 16), mix(WOOD, INK, 0.4))
    for x, r in ((260, 150), (760, 176)):
        spoked(pen, x, 1000 - r - 20, r, BARK, 8, 28)


def _carriage(pen: Pen) -> None:
    """Round as a pumpkin, for a princess."""
    pen.part(limb([(120, 760), (900, 760)], 18, 18), GOLD)
    for dx, w in ((0, 330), (-150, 150), (150, 150)):
        pen.part(blob(C + dx, 480, w if not dx else 190, 280, 2.2), ORANGE if dx else mix(ORANGE, CREAM, 0.2))
    pen.part(blob(C, 480, 190, 280, 2.2), mix(ORANGE, CREAM, 0.25))
    pen.part(moved("M-0.5 1L-0.5 0C-0.5 -0.66 0.5 -0.66 0.5 0L0.5 1Z", C, 470, 180, 190), SKY)
    pen.part(Path.parse("M480 220Q470 120 400 90Q540 60 560 220Z"), GREEN)
    for side in SIDES:
        pen.canvas.stroke(
            Path.parse(f"M{C + side * 60} 200C{C + side * 260} 60 {C + side * 360} 200 {C + side * 270} 240"), GREEN, 20
        )
    for x, r in ((230, 140), (800, 160)):
        spoked(pen, x, 990 - r, r, GOLD, 8, 26)


def _sleigh(pen: Pen) -> None:
    for width, ink in ((50, INK), (30, GOLD)):
        pen.canvas.stroke(Path.parse("M60 700C-20 800 60 900 200 900L880 900C980 900 1010 820 960 770"), ink, width)
    for x in (330, 700):
        pen.part(rect(x, 760, 34, 140), GOLD)
    for x, y, ink in ((520, 340, GREEN), (650, 290, BLUE), (780, 360, GOLD)):
        pen.part(rect(x - 70, y, 150, 200), ink)
        pen.canvas.fill(rect(x - 8, y, 26, 200), CREAM)
        pen.canvas.fill(rect(x - 70, y + 30, 150, 24), CREAM)
    pen.part(
        Path.parse(
            "M90 420C60 300 190 260 220 350C240 430 300 480 420 490L700 500C840 480 880 360 860 210C980 240 1000 420 940 580C890 720 780 790 640 790L330 790C190 780 110 600 90 420Z"
        ),
        RED,
    )
    pen.canvas.stroke(Path.parse("M160 560C240 700 320 730 420 730L640 730C760 720 850 640 890 500"), GOLD, 22)


def _cable_car(pen: Pen) -> None:
    pen.canvas.stroke(Path.lines([(10, 60), (1014, 150)], closed=False), INK, 24)
    pen.part(rounded_rect(400, 60, 224, 70, 30), DARK)
    pen.part(limb([(C, 120), (C, 330)], 22, 22), DARK)
    pen.part(rounded_rect(190, 320, 644, 610, 110), RED)
    for x in (250, 440, 630):
        pen.part(rounded_rect(x, 420, 150, 200, 30), SKY)
    pen.canvas.fill(rect(194, 690, 636, 56), CREAM)
    pen.part(rounded_rect(240, 900, 544, 54, 24), DARK)


def _tram_car(pen: Pen) -> None:
    """The street car of a city on hills."""
    pen.part(Path.parse("M150 240Q512 110 874 240L904 320L120 320Z"), CREAM)
    pen.part(rect(150, 310, 724, 520), "#8f3a34")
    for x in (190, 350, 590, 750):
        pen.part(rect(x, 360, 96, 200), SKY)
    pen.part(rect(456, 340, 112, 490), CREAM)
    pen.part(rect(130, 600, 764, 70), GOLD)
    pen.part(circle(C, 740, 56), GLOW)
    pen.part(rounded_rect(90, 820, 844, 60, 18), DARK)
    for x in (300, 724):
        wheel(pen, x, 900, 84)


def _food_truck(stripe: str, top: str) -> Draw:
    def draw(pen: Pen) -> None:
        pen.part(rounded_rect(300, 250, 690, 540, 44), CREAM)
        pen.part(
            Path.parse("M30 790L30 600Q30 560 80 540L130 390Q146 340 200 340L320 340L320 790Z"), mix(stripe, CREAM, 0.2)
        )
        pen.part(Path.parse("M130 540L170 410Q176 390 200 390L280 390L280 540Z"), SKY)
        pen.part(rect(420, 390, 470, 200), mix(INK, stripe, 0.15))
        pen.part(rect(400, 580, 510, 44), WOOD)
        for k in range(6):
            x = 390 + 88 * k
            pen.part(Path.parse(f"M{x} 330L{x + 88} 330L{x + 88} 420Q{x + 44} 470 {x} 420Z"), (stripe, CREAM)[k % 2])
        pen.canvas.fill(rect(306, 680, 678, 50), stripe)
        _TOPS[top](pen)
        for x in (200, 780):
            wheel(pen, x, 820, 116)

    return draw


def _cone_on_top(pen: Pen) -> None:
    pen.part(Path.parse("M560 190L740 190L650 330Z"), "#d9a25a")
    for x, y, ink in ((590, 160, "#ee7f96"), (710, 160, CREAM), (650, 90, "#8a5a3c")):
        pen.part(circle(x, y, 70), ink)


def _taco_on_top(pen: Pen) -> None:
    pen.part(Path.parse("M470 250Q480 90 650 90Q820 90 830 250Z"), GREEN)
    pen.part(Path.parse("M480 260Q480 130 660 120Q830 130 840 260Z"), GOLD)


_TOPS = {"cone": _cone_on_top, "taco": _taco_on_top}


def _camper(pen: Pen) -> None:
    """A round trailer with bunting."""
    pen.part(Path.parse("M60 780L60 520Q70 270 360 250L700 250Q960 270 970 520L970 780Z"), CREAM)
    pen.part(Path.parse("M60 780L60 560L970 560L970 780Z"), TEAL)
    pen.part(rounded_rect(160, 370, 250, 170, 44), SKY)
    pen.part(rounded_rect(500, 370, 150, 400, 60), RED)
    pen.part(circle(575, 460, 46), SKY)
    pen.part(rounded_rect(730, 370, 150, 170, 44), SKY)
    pen.part(rounded_rect(20, 770, 970, 46, 16), STEEL)
    pen.part(limb([(20, 800), (-10, 860)], 16, 16), STEEL)
    wheel(pen, 380, 840, 110)
    for k in range(6):
        x, y = 150 + 130 * k, 210 - 12 * (k % 2)
        pen.part(Path.lines([(x, y), (x + 96, y), (x + 48, y + 86)]), (RED, GOLD, TEAL)[k % 3])


def _tuk_tuk(pen: Pen) -> None:
    pen.part(Path.parse("M120 330Q150 170 420 170L760 170Q900 180 910 330Z"), GREEN)
    for a, b in (((180, 330), (130, 600)), ((520, 330), (520, 640)), ((890, 330), (890, 640))):
        pen.part(limb([a, b], 18, 18), DARK)
    pen.part(Path.parse("M180 340L150 560L330 560L330 340Z"), SKY)
    pen.part(Path.parse("M60 790Q40 580 180 560L370 560L400 700L520 700L540 560L900 560Q970 600 970 790Z"), GOLD)
    pen.part(rounded_rect(590, 450, 260, 130, 40), RED)
    pen.part(oval(80, 660, 30, 40), GLOW)
    for x in (210, 790):
        wheel(pen, x, 830, 106)


def _rover(pen: Pen) -> None:
    """A lunar rover with its dish."""
    pen.part(limb([(300, 600), (300, 330)], 15, 15), STEEL)
    pen.part(moved("M-1 -0.4Q0 0.8 1 -0.4Z", 300, 300, 150, 150, -30), WHITE)
    pen.part(limb([(700, 600), (720, 330)], 20, 20), STEEL)
    pen.part(rounded_rect(620, 250, 220, 120, 34), WHITE)
    for x in (680, 780):
        pen.part(circle(x, 310, 34), SKY)
    pen.part(Path.parse("M180 560L860 560L820 720L220 720Z"), GOLD)
    for k in range(4):
        pen.canvas.fill(rect(250 + 140 * k, 600, 90, 70), BLUE)
    for x in (200, 512, 824):
        pen.canvas.stroke(Path.lines([(x, 820), (C + (x - C) * 0.6, 700)], closed=False), INK, 30)
        wheel(pen, x, 850, 120)


TRANSPORT: Mapping[str, Draw] = {
    "monster truck": _monster_truck,
    "go-kart": _go_kart,
    "golf cart": _golf_cart,
    "airship": _airship,
    "hang glider": _hang_glider,
    "drone": _drone,
    "penny farthing": _penny_farthing,
    "covered wagon": _covered_wagon,
    "pumpkin carriage": _carriage,
    "sleigh": _sleigh,
    "cable car": _cable_car,
    "streetcar": _tram_car,
    "ice cream truck": _food_truck("#ee7f96", "cone"),
    "food truck": _food_truck(TEAL, "taco"),
    "caravan": _camper,
    "tuk tuk": _tuk_tuk,
    "moon rover": _rover,
}
"""By the name that the keyword table gives them."""
