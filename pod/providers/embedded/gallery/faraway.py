"""More places that people have been to or dream of: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, blob, limb, oval
from pod.providers.embedded.gallery.kit import (
    BARK,
    CREAM,
    DARK,
    GLOW,
    GOLD,
    GREEN,
    LEAF,
    RED,
    SKY,
    STONE,
    TEAL,
    WHITE,
    WOOD,
    C,
    Draw,
    courses,
    moved,
    planks,
)

_ARCH = "M-0.5 1L-0.5 0C-0.5 -0.66 0.5 -0.66 0.5 0L0.5 1Z"


def _machu_picchu(pen: Pen) -> None:
    pen.part(Path.parse("M300 620C420 560 440 160 560 70C640 20 700 240 760 420C820 560 900 600 960 640Z"), GREEN)
    pen.part(Path.parse("M40 660L240 300L420 640Z"), mix(GREEN, INK, 0.18))
    for k in range(4):
        y, half = 620 + 90 * k, 300 + 60 * k
        pen.part(
            Path.parse(f"M{C - half} {y}L{C + half} {y}L{C + half + 40} {y + 100}L{C - half - 40} {y + 100}Z"), LEAF
        )
        pen.canvas.fill(rect(C - half - 30, y + 62, 2 * half + 60, 34), STONE)
    for x, y, w in ((330, 560, 130), (520, 520, 150), (700, 570, 120)):
        pen.part(rect(x, y, w, 100), STONE)
        pen.part(Path.lines([(x, y), (x + w / 2, y - 70), (x + w, y)]), mix(STONE, CREAM, 0.3))
        pen.part(rect(x + w / 2 - 18, y + 40, 36, 60), DARK)


def _great_wall(pen: Pen) -> None:
    for d, shade in (
        ("M0 620Q200 330 420 520Q640 200 860 420Q960 380 1024 470L1024 700L0 760Z", 0.2),
        ("M0 760Q260 560 520 720Q780 560 1024 700L1024 1000L0 1000Z", 0.0),
    ):
        pen.part(Path.parse(d), mix(GREEN, INK, shade))
    wall = [(60, 980), (200, 820), (420, 760), (560, 640), (640, 480), (800, 420)]
    pen.part(limb(wall, 74, 30), "#d9b98a")
    pen.canvas.stroke(Path.lines(wall, closed=False), mix("#d9b98a", CREAM, 0.5), 34)
    for x, y, size in ((300, 760, 1.0), (600, 540, 0.72), (820, 400, 0.5)):
        w = 110 * size
        courses(
            pen, rect(x - w, y - 220 * size, 2 * w, 240 * size), "#c9a26f", y - 200 * size, y, x - w, x + w, 46 * size
        )
        for k in range(4):
            pen.part(rect(x - w + 62 * size * k, y - 270 * size, 36 * size, 60 * size), "#c9a26f")
        pen.part(moved(_ARCH, x, y - 130 * size, 70 * size, 80 * size), DARK)


def _redeemer(pen: Pen) -> None:
    stone = "#e9e4da"
    pen.part(Path.parse("M20 1000C200 900 340 760 420 740L604 740C684 760 824 900 1004 1000Z"), GREEN)
    pen.part(rect(440, 640, 144, 120), STONE)
    pen.part(
        Path.parse(
            "M60 290L430 250Q512 230 594 250L964 290L960 370L620 380Q600 520 610 660L414 660Q424 520 404 380L64 370Z"
        ),
        stone,
    )
    for x in (470, 512, 554):
        pen.canvas.stroke(Path.parse(f"M{x} 400Q{x - 8} 520 {x} 640"), mix(stone, INK, 0.35), 13)
    for side in SIDES:
        pen.part(rounded_rect(C + side * 460 - 34, 290, 68, 76, 26), mix(stone, CREAM, 0.3))
        pen.canvas.stroke(
            Path.parse(f"M{C + side * 150} 300Q{C + side * 200} 350 {C + side * 170} 372"), mix(stone, INK, 0.35), 13
        )
    pen.part(oval(C, 160, 70, 92), stone)
    pen.part(Path.parse("M440 170Q430 60 512 56Q594 60 584 170Q560 110 512 110Q464 110 440 170Z"), mix(stone, INK, 0.2))


def _water_mill(pen: Pen) -> None:
    courses(pen, rect(360, 430, 560, 460), "#c9b08f", 520, 880, 380, 920, 70)
    pen.part(Path.parse("M300 440L640 150L980 440Z"), "#b5503f")
    for x in (560, 760):
        pen.part(rect(x, 520, 110, 130), GLOW)
        pen.canvas.fill(rect(x + 50, 520, 11, 130), INK)
        pen.canvas.fill(rect(x, 580, 110, 11), INK)
    pen.part(rounded_rect(660, 710, 140, 180, 60), WOOD)
    for k in range(8):
        pen.part(
            moved(
                "M-0.12 0L-0.12 -1L-0.26 -1L-0.26 -1.16L0.26 -1.16L0.26 -1L0.12 -1L0.12 0Z", 290, 660, 210, 210, 45 * k
            ),
            WOOD,
        )
    for width, ink in ((54, INK), (34, BARK)):
        pen.canvas.stroke(circle(290, 660, 190), ink, width)
    pen.part(circle(290, 660, 44), BARK)
    pen.part(blob(C, 930, 504, 78, 3), "#5f9fc8")
    for x, w in ((160, 150), (430, 120), (760, 160)):
        pen.canvas.fill(rounded_rect(x - w / 2, 920, w, 16, 8), SKY)


def _fairytale_castle(pen: Pen) -> None:
    """White towers with blue caps on a rock."""
    pen.part(Path.parse("M20 1000Q160 780 400 800L640 790Q880 800 1004 1000Z"), GREEN)
    for x, top, w in ((220, 430, 110), (800, 400, 110), (380, 260, 130), (660, 300, 120), (C, 130, 130)):
        pen.part(rect(x - w / 2, top, w, 860 - top), WHITE)
        pen.part(Path.lines([(x - w * 0.66, top), (x, top - w * 1.5), (x + w * 0.66, top)]), "#4f6fb0")
        pen.part(rounded_rect(x - 17, top + 60, 34, 70, 17), DARK)
    pen.part(rect(180, 620, 664, 240), CREAM)
    for k in range(9):
        pen.part(rect(180 + 76 * k, 580, 46, 50), CREAM)
    pen.part(moved(_ARCH, C, 740, 150, 120), BARK)
    for x in (280, 370, 650, 740):
        pen.part(rounded_rect(x - 18, 690, 36, 80, 18), DARK)
    for x, y in ((386, 60), (C, -66)):
        pen.canvas.stroke(Path.lines([(x, y + 30), (x, y - 40)], closed=False), INK, 13)
        pen.part(Path.lines([(x + 4, y - 40), (x + 84, y - 14), (x + 4, y + 10)]), RED)


def _petra(pen: Pen) -> None:
    rock, front = "#c9754f", "#e39a6a"
    pen.part(Path.parse("M20 1000L60 200L240 60L400 120L620 50L820 110L970 240L1004 1000Z"), rock)
    pen.part(rect(230, 520, 564, 470), front)
    for x in (270, 390, 584, 704):
        pen.part(rect(x, 560, 54, 420), mix(front, CREAM, 0.4))
    pen.part(Path.parse("M200 530L512 400L824 530Z"), mix(front, CREAM, 0.25))
    pen.part(rect(450, 660, 124, 330), DARK)
    for x in (250, 694):
        pen.part(rect(x, 250, 80, 170), front)
        pen.part(Path.lines([(x - 16, 256), (x + 40, 190), (x + 96, 256)]), mix(front, CREAM, 0.25))
    pen.part(rect(430, 230, 164, 190), mix(front, CREAM, 0.4))
    pen.part(Path.parse("M410 240Q512 90 614 240Z"), front)
    pen.part(circle(C, 130, 34), front)


def _houseboat(pen: Pen) -> None:
    pen.part(rounded_rect(250, 250, 524, 60, 20), RED)
    planks(pen, 280, 310, 464, 330, TEAL, 66)
    for x in (320, 600):
        pen.part(rect(x, 390, 100, 120), GLOW)
        pen.canvas.fill(rect(x + 45, 390, 11, 120), INK)
    pen.part(rounded_rect(460, 390, 104, 250, 40), WHITE)
    pen.part(rect(640, 130, 60, 124), "#b5704f")
    pen.part(Path.parse("M60 630L964 630L890 850L134 850Z"), WOOD)
    pen.canvas.fill(Path.parse("M84 690L944 690L930 730L98 730Z"), CREAM)
    for x in (150, 830):
        pen.part(circle(x, 590, 54), GREEN)
        pen.canvas.fill(circle(x - 10, 576, 17), "#ee7f96")
    pen.part(blob(C, 900, 506, 90, 3), "#5f9fc8")
    for x, w in ((200, 170), (540, 140), (830, 160)):
        pen.canvas.fill(rounded_rect(x - w / 2, 890, w, 16, 8), SKY)


def _yurt(pen: Pen) -> None:
    pen.part(Path.parse("M110 520Q300 260 512 230Q724 260 914 520Z"), CREAM)
    for x in (330, 694):
        pen.canvas.stroke(Path.parse(f"M{x} 500Q{(x + C) / 2} 320 {C} 240"), mix(CREAM, INK, 0.35), 13)
    pen.part(rounded_rect(430, 190, 164, 60, 24), WOOD)
    pen.part(rect(130, 510, 764, 400), WHITE)
    for k in range(9):
        x = 140 + 84 * k
        pen.canvas.fill(Path.lines([(x, 600), (x + 42, 540), (x + 84, 600), (x + 42, 660)]), (RED, TEAL)[k % 2])
    pen.part(rect(420, 610, 184, 300), "#d9722f")
    pen.canvas.fill(circle(570, 770, 15), GOLD)
    pen.part(rounded_rect(40, 900, 944, 60, 26), LEAF)


def _tipi(pen: Pen) -> None:
    for x, lean in ((430, -70), (500, 20), (570, 90)):
        pen.part(limb([(x, 300), (x + lean, 30)], 13, 13), BARK)
    pen.part(Path.parse("M512 160L900 960Q512 1010 124 960Z"), CREAM)
    for y, half, ink in ((780, 330, RED), (560, 222, TEAL)):
        for k in range(6):
            left, w = C - half + half / 3 * k, half / 3
            pen.canvas.fill(Path.lines([(left, y + 40), (left + w / 2, y - 30), (left + w, y + 40)]), ink)
    pen.part(Path.parse("M512 520L600 990Q512 1000 424 990Z"), DARK)
    pen.part(rounded_rect(40, 960, 944, 50, 24), LEAF)


def _clock(pen: Pen) -> None:
    """A cuckoo clock."""
    pen.part(Path.parse("M250 420L774 420L740 760L284 760Z"), WOOD)
    pen.part(Path.parse("M170 440L512 140L854 440L800 500L512 250L224 500Z"), BARK)
    pen.part(rounded_rect(460, 300, 104, 110, 44), DARK)
    pen.part(oval(C, 350, 40, 36), "#6fa3e0")
    pen.part(Path.lines([(C + 30, 340), (C + 84, 354), (C + 30, 370)]), GOLD)
    pen.part(circle(C, 580, 140), CREAM)
    pen.canvas.stroke(Path.parse("M512 500L512 580L570 610"), INK, 20)
    for k, (x, y) in enumerate(((240, 470), (784, 470), (280, 770), (744, 770))):
        pen.part(
            moved("M0 0C-0.62 -0.3 -0.5 -0.72 0 -1C0.5 -0.72 0.62 -0.3 0 0Z", x, y, 90, 150, (-50, 50, -130, 130)[k]),
            GREEN,
        )
    for x, y in ((420, 900), (600, 940)):
        pen.canvas.stroke(Path.lines([(x, 760), (x, y)], closed=False), INK, 13)
        pen.part(oval(x, y, 34, 64), BARK)


FARAWAY: Mapping[str, Draw] = {
    "machu picchu": _machu_picchu,
    "great wall of china": _great_wall,
    "christ the redeemer": _redeemer,
    "water mill": _water_mill,
    "fairytale castle": _fairytale_castle,
    "petra": _petra,
    "houseboat": _houseboat,
    "yurt": _yurt,
    "tipi": _tipi,
    "cuckoo clock": _clock,
}
"""By the name that the keyword table gives them."""
