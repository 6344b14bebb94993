"""Bridges, houses and shops: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf, polar, rect, rounded_rect, star
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
    LEAF,
    ORANGE,
    RED,
    SKY,
    STEEL,
    STONE,
    TEAL,
    WHITE,
    WOOD,
    C,
    Draw,
    courses,
    gable,
    leaves,
    planks,
    smoke,
    window,
)


def _covered_bridge(pen: Pen) -> None:
    """From its end: the portal with a road into the dark, a long side with planks under its roof, a brook below."""
    pen.part(Path.parse("M10 1000Q260 900 512 940Q764 980 1014 900L1014 1010L10 1010Z"), BLUE)
    for y in (950, 982):
        pen.canvas.stroke(
            Path.parse(f"M420 {y}Q560 {y - 26} 700 {y}Q840 {y + 24} 980 {y - 10}"), mix(BLUE, CREAM, 0.6), 11
        )
    pen.part(Path.parse("M470 800L1010 700L1010 860L900 870L880 800L560 860L540 950L470 950Z"), STONE)
    pen.part(Path.parse("M470 380L1000 400L1000 716L470 830Z"), RED)
    for x in range(520, 1000, 54):
        drop = (x - 470) / 530
        line = Path.lines([(x, 384 + 18 * drop), (x, 826 - 110 * drop)], closed=False)
        pen.canvas.stroke(line, mix(RED, INK, 0.35), 8)
    for x in (590, 730, 870):
        pen.part(Path.parse(f"M{x - 44} 520L{x + 44} 516L{x + 44} 606L{x - 44} 616Z"), mix(RED, INK, 0.6))
    pen.part(Path.parse("M270 130L850 230L1016 420L470 396Z"), DARK)
    for k in (1, 2):
        a, b = (270 + 66 * k, 130 + 88 * k), (850 + 55 * k, 230 + 62 * k)
        pen.canvas.stroke(Path.lines([a, b], closed=False), mix(DARK, CREAM, 0.35), 9)
    pen.part(Path.parse("M70 400L270 170L470 400L470 950L70 950Z"), mix(RED, CREAM, 0.12))
    for x in range(110, 460, 52):
        top = 400 - 230 * (1 - abs(x - 270) / 200)
        pen.canvas.stroke(Path.lines([(x, top + 24), (x, 950)], closed=False), mix(RED, INK, 0.3), 8)
    pen.part(Path.parse("M130 950L130 620C130 500 410 500 410 620L410 950Z"), "#2f2a33")
    pen.part(Path.parse("M130 950L190 760L350 760L410 950Z"), "#c9a06a")
    pen.canvas.fill(Path.parse("M200 760L206 660C210 610 330 610 334 660L340 760Z"), "#bcd9a0")
    pen.part(Path.parse("M270 116L20 404L64 440L270 206L476 440L520 404Z"), CREAM)
    pen.part(Path.parse("M40 960L130 940L410 940L500 960L500 1004L40 1004Z"), STONE)


def _big_bridge(pen: Pen) -> None:
    """Two Gothic gate towers of stone with cables between them."""
    for side in SIDES:
        for k in range(4):
            a, b = (C + side * 236, 170 + 26 * k), (C + side * (300 + 56 * k), 690)
            pen.canvas.stroke(Path.lines([a, b], closed=False), INK, 13)
        pen.canvas.stroke(
            Path.parse(f"M{C + side * 500} 640Q{C + side * 330} 480 {C + side * 236} 160Q{C + side * 150} 620 {C} 650"),
            INK,
            24,
        )
        for k in range(3):
            x = C + side * (50 + 60 * k)
            pen.canvas.stroke(Path.lines([(x, 650 - 62 * k * k * 0.6), (x, 690)], closed=False), INK, 12)
    pen.part(rect(8, 680, 1008, 60), mix(DARK, STONE, 0.2))
    pen.part(blob(C, 960, 500, 60, 3), BLUE)
    for side in SIDES:
        x = C + side * 236
        courses(pen, rect(x - 96, 140, 192, 810), "#b08a68", 140, 950, x - 96, x + 96, 66)
        for dx in (-44, 44):
            for y, height in ((250, 400), (770, 170)):
                arch = f"M{x + dx - 28} {y + height}L{x + dx - 28} {y + 70}Q{x + dx - 28} {y + 20} {x + dx} {y}Q{x + dx + 28} {y + 20} {x + dx + 28} {y + 70}L{x + dx + 28} {y + height}Z"
                pen.part(Path.parse(arch), SKY)
        pen.part(rect(x - 112, 108, 224, 52), "#8f6f54")


def _silo(pen: Pen) -> None:
    pen.part(rect(560, 330, 340, 650), STEEL)
    pen.part(Path.parse("M560 330Q570 90 730 80Q890 90 900 330Z"), RED)
    for y in range(430, 980, 100):
        pen.canvas.fill(rect(560, y, 340, 12), mix(STEEL, INK, 0.35))
    pen.canvas.fill(rect(830, 340, 40, 640), mix(STEEL, INK, 0.16))
    planks(pen, 130, 640, 380, 340, RED, 64)
    pen.part(Path.parse("M90 660L160 520L320 430L480 520L550 660Z"), DARK)
    pen.part(rect(230, 760, 180, 220), WHITE)
    pen.canvas.stroke(Path.parse("M240 770L400 970M400 770L240 970"), RED, 20)
    pen.canvas.fill(circle(320, 590, 34), WHITE)


def _greenhouse(pen: Pen) -> None:
    pen.part(Path.parse("M110 460L512 140L914 460L914 930L110 930Z"), SKY)
    for x, top, ink in ((240, 640, RED), (390, 560, GOLD), (640, 560, "#ee7f96"), (790, 640, ORANGE)):
        leaves(pen, ((x, 930, 250, -26), (x, 930, 270, 4), (x, 930, 250, 30)), GREEN, 0.3)
        pen.part(circle(x, top + 30, 50), ink)
        pen.canvas.fill(circle(x, top + 30, 20), CREAM)
    pen.part(rect(440, 620, 144, 310), WHITE)
    pen.part(rect(464, 650, 96, 170), SKY)
    for a, b in (
        ((110, 460), (512, 140)),
        ((512, 140), (914, 460)),
        ((110, 460), (914, 460)),
        ((110, 460), (110, 930)),
        ((914, 460), (914, 930)),
        ((312, 300), (312, 930)),
        ((712, 300), (712, 930)),
        ((512, 140), (512, 620)),
    ):
        for width, ink in ((40, INK), (24, WHITE)):
            pen.canvas.stroke(Path.lines([a, b], closed=False), ink, width)
    pen.part(rounded_rect(60, 910, 904, 74, 16), "#b5704f")


def _water_tower(pen: Pen) -> None:
    for a, b in (
        ((300, 600), (180, 1000)),
        ((724, 600), (844, 1000)),
        ((430, 600), (400, 1000)),
        ((594, 600), (624, 1000)),
    ):
        pen.part(limb([a, b], 20, 20), BARK)
    for y, out in ((720, 250), (880, 300)):
        pen.part(rounded_rect(C - out, y, 2 * out, 34, 10), BARK)
    planks(pen, 200, 270, 624, 340, WOOD, 78)
    for y in (330, 530):
        pen.canvas.fill(rect(200, y, 624, 26), DARK)
    pen.part(Path.parse("M150 290L512 40L874 290Z"), TEAL)
    pen.part(rounded_rect(150, 596, 724, 44, 12), DARK)


def _treehouse(pen: Pen) -> None:
    for x, y, r in ((260, 300, 210), (780, 300, 220), (512, 200, 220), (160, 470, 140), (880, 480, 130)):
        pen.part(circle(x, y, r), GREEN)
    for x, y, r in ((270, 310, 200), (770, 310, 206), (512, 230, 204)):
        pen.canvas.fill(circle(x, y, r), GREEN)
    for x, y in ((180, 260), (330, 180), (700, 160), (860, 330), (140, 450), (880, 480)):
        pen.canvas.fill(leaf(x, y, 96, 30, 40), LEAF)
    pen.part(Path.parse("M430 700Q440 900 360 1004L664 1004Q584 900 594 700Z"), BARK)
    for side in SIDES:
        pen.part(limb([(C + side * 40, 860), (C + side * 240, 730)], 34, 26), BARK)
    planks(pen, 296, 400, 432, 300, WOOD, 62)
    gable(pen, 296, 410, 432, 190, RED)
    window(pen, 350, 490, 110, 110, ink=GLOW)
    pen.part(rounded_rect(530, 480, 130, 220, 60), mix(WOOD, INK, 0.45))
    pen.part(rounded_rect(230, 690, 564, 54, 16), mix(WOOD, CREAM, 0.25))
    for x in (700, 800):
        pen.part(limb([(x, 740), (x + 40, 1000)], 13, 13), CREAM)
    for k in range(4):
        pen.part(limb([(712 + 9 * k, 790 + 58 * k), (806 + 9 * k, 790 + 58 * k)], 12, 12), CREAM)


def _birdhouse(pen: Pen) -> None:
    pen.part(rounded_rect(472, 760, 80, 250, 18), BARK)
    planks(pen, 250, 420, 524, 350, TEAL, 88)
    pen.part(Path.parse("M250 430L512 180L774 430Z"), TEAL)
    pen.part(Path.parse("M170 430L512 100L854 430L800 490L512 214L224 490Z"), RED)
    pen.part(circle(C, 520, 106), mix(INK, TEAL, 0.2))
    pen.part(limb([(C, 690), (C, 730)], 20, 20), WOOD)
    pen.part(rounded_rect(210, 750, 604, 48, 18), WOOD)
    pen.part(oval(C - 8, 560, 78, 74), "#6fa3e0")
    pen.part(Path.parse("M490 540L420 562L490 584Z"), GOLD)
    for side in SIDES:
        pen.canvas.fill(circle(C + side * 26 - 4, 534, 12), INK)
    leaves(pen, ((300, 800, 190, 150), (720, 800, 190, 210)), GREEN, 0.3)


def _doghouse(pen: Pen) -> None:
    planks(pen, 170, 470, 684, 470, RED, 98)
    pen.part(Path.parse("M170 480L512 170L854 480Z"), RED)
    pen.part(Path.parse("M80 480L512 80L944 480L880 550L512 206L144 550Z"), "#7f8fa8")
    pen.part(Path.parse("M350 940L350 700Q350 540 512 540Q674 540 674 700L674 940Z"), mix(INK, RED, 0.2))
    pen.part(rounded_rect(C - 92, 396, 184, 48, 10), WHITE)
    for x, y in ((-92, -24), (-92, 24), (92, -24), (92, 24)):
        pen.part(circle(C + x, 420 + y, 34), WHITE)
    pen.canvas.fill(rounded_rect(C - 92, 396, 184, 48, 10), WHITE)
    pen.part(rounded_rect(110, 920, 804, 56, 18), WOOD)


def _cottage(pen: Pen) -> None:
    """Thatched, with flowers and smoke."""
    smoke(pen, 740, 160, 110)
    pen.part(rect(690, 190, 100, 180), "#b5704f")
    courses(pen, rect(170, 540, 684, 400), CREAM, 560, 900, 200, 860, 70)
    pen.part(
        Path.parse(
            "M80 600C150 420 250 250 360 240L664 240C780 250 880 420 944 600C840 560 760 560 700 600C620 540 400 540 330 600C260 560 170 560 80 600Z"
        ),
        "#d9b45f",
    )
    for x, y in ((260, 400), (420, 330), (600, 340), (760, 430), (520, 470)):
        pen.canvas.stroke(Path.lines([(x, y), (x - 16, y + 90)], closed=False), mix("#d9b45f", INK, 0.3), 13)
    pen.part(Path.parse("M430 940L430 740Q430 640 512 640Q594 640 594 740L594 940Z"), TEAL)
    pen.canvas.fill(circle(566, 800, 15), GOLD)
    for x in (236, 656):
        window(pen, x, 680, 130, 130)
    for k, x in enumerate((150, 250, 350, 670, 780, 880)):
        pen.part(circle(x, 930, 66), GREEN)
        for dx, dy in ((-22, -16), (22, -6), (0, 24)):
            pen.canvas.fill(circle(x + dx, 930 + dy, 18), (RED, GOLD, "#ee7f96")[k % 3])


def _shop(wall: str, stripe: str, sign: str) -> Draw:
    """A shop front with an awning, bunting and a sign without words."""

    def draw(pen: Pen) -> None:
        courses(pen, rect(110, 200, 804, 770), wall, 220, 460, 110, 914, 66)
        pen.part(rect(70, 140, 884, 76), mix(wall, INK, 0.35))
        pen.part(rounded_rect(380, 240, 264, 190, 28), CREAM)
        _SIGNS[sign](pen)
        for k in range(8):
            x, ink = 90 + 105.5 * k, (stripe, CREAM)[k % 2]
            pen.part(Path.parse(f"M{x} 470L{x + 105.5} 470L{x + 105.5} 590Q{x + 52} 670 {x} 590Z"), ink)
        pen.part(rect(170, 680, 330, 210), SKY)
        pen.canvas.fill(Path.parse("M200 880L320 690L380 690L260 880Z"), WHITE)
        pen.part(rect(600, 660, 220, 310), mix(stripe, INK, 0.25))
        pen.part(rect(640, 700, 140, 140), SKY)
        pen.canvas.fill(circle(646, 880, 16), GOLD)
        pen.part(rounded_rect(60, 950, 904, 50, 14), STONE)
        for x in (210, 330, 450):
            pen.part(circle(x, 900, 52), GREEN)
            pen.canvas.fill(circle(x, 886, 18), RED)
        for k in range(7):
            x, y = 118 + 116 * k, 62 + 9 * (9 - (k - 3) ** 2)
            pen.part(Path.lines([(x, y), (x + 92, y), (x + 46, y + 78)]), (RED, GOLD, TEAL)[k % 3])

    return draw


def _mug_sign(pen: Pen) -> None:
    pen.canvas.stroke(circle(578, 330, 34), INK, 20)
    pen.part(rounded_rect(440, 284, 126, 110, 26), RED)
    for x in (474, 530):
        pen.canvas.stroke(Path.lines([(x, 274), (x, 252)], closed=False), INK, 12)


def _beer_sign(pen: Pen) -> None:
    pen.canvas.stroke(circle(574, 344, 34), INK, 18)
    pen.part(rect(456, 292, 106, 112), GOLD)
    for x in (470, 510, 550):
        pen.part(circle(x, 286, 28), WHITE)


def _loaf_sign(pen: Pen) -> None:
    pen.part(oval(C, 338, 96, 52), "#d9a25a")
    for x in (460, 512, 564):
        pen.canvas.stroke(Path.lines([(x - 10, 312), (x + 10, 350)], closed=False), INK, 12)


def _book_sign(pen: Pen) -> None:
    for side in SIDES:
        pen.part(
            Path.parse(
                f"M{C} 296Q{C + side * 50} 270 {C + side * 104} 290L{C + side * 104} 380Q{C + side * 50} 362 {C} 388Z"
            ),
            WHITE,
        )


def _flower_sign(pen: Pen) -> None:
    for turn in range(0, 360, 72):
        pen.part(circle(*polar(C, 334, 44, turn), 32), "#ee7f96")
    pen.part(circle(C, 334, 26), GOLD)


_SIGNS = {"mug": _mug_sign, "beer": _beer_sign, "loaf": _loaf_sign, "book": _book_sign, "flower": _flower_sign}


def _saloon(pen: Pen) -> None:
    planks(pen, 130, 160, 764, 800, "#b5814f", 76)
    pen.part(Path.parse("M80 180L80 90L330 90L380 30L644 30L694 90L944 90L944 180Z"), mix(RED, INK, 0.12))
    pen.part(star(C, 108, 54), GOLD)
    for x in (220, 450, 680):
        window(pen, x, 260, 124, 160)
    pen.part(Path.parse("M50 540L130 470L894 470L974 540Z"), mix(RED, INK, 0.12))
    for x in (90, 330, 660, 900):
        pen.part(rect(x, 540, 34, 420), WOOD)
    pen.part(rect(390, 600, 244, 360), mix(INK, WOOD, 0.25))
    for side in SIDES:
        left = C + (side - 1) * 58 - 3
        pen.part(
            Path.parse(f"M{left} 700Q{left + 60} {690 + side * 20} {left + 116} 700L{left + 116} 860L{left} 860Z"), WOOD
        )
        for y in (740, 780, 820):
            pen.canvas.fill(rect(left + 18, y, 80, 11), mix(WOOD, INK, 0.4))
    for x in (180, 760):
        window(pen, x, 640, 100, 150)
    pen.part(rect(40, 940, 944, 56), BARK)


def _stone_tower(pen: Pen) -> None:
    """Round, of stone, with battlements, slits and a door."""
    pen.part(Path.parse("M340 250L684 250L720 1000L304 1000Z"), STONE)
    with pen.canvas.group(Path.parse("M340 250L684 250L720 1000L304 1000Z")):
        pen.canvas.fill(Path.parse("M590 250L700 250L740 1000L610 1000Z"), mix(STONE, INK, 0.16))
        for row in range(8):
            for k in range(3):
                x = 340 + 130 * k + 60 * (row % 2)
                pen.canvas.fill(rounded_rect(x, 300 + 86 * row, 76, 20, 9), mix(STONE, INK, 0.24))
    pen.part(Path.parse("M290 110L734 110L734 250L684 310L340 310L290 250Z"), mix(STONE, WHITE, 0.14))
    for k in range(4):
        pen.part(rounded_rect(278 + 124 * k, 30, 90, 110, 12), mix(STONE, WHITE, 0.14))
    for x, y in ((470, 390), (520, 580)):
        pen.part(rounded_rect(x, y, 52, 110, 26), DARK)
    pen.part(Path.parse("M430 1000L430 860C430 760 594 760 594 860L594 1000Z"), WOOD)
    pen.canvas.fill(circle(560, 900, 12), GOLD)


BUILDINGS: Mapping[str, Draw] = {
    "covered bridge": _covered_bridge,
    "brooklyn bridge": _big_bridge,
    "silo": _silo,
    "stone tower": _stone_tower,
    "greenhouse": _greenhouse,
    "water tower": _water_tower,
    "treehouse": _treehouse,
    "birdhouse": _birdhouse,
    "doghouse": _doghouse,
    "thatched cottage": _cottage,
    "cafe": _shop("#c9805f", TEAL, "mug"),
    "pub": _shop("#6f7f5f", RED, "beer"),
    "bakery": _shop("#e3b98a", "#e8637f", "loaf"),
    "bookshop": _shop("#4f6f8f", "#d9a23a", "book"),
    "flower shop": _shop("#b7cfae", "#ee7f96", "flower"),
    "saloon": _saloon,
}
"""By the name that the keyword table gives them."""
