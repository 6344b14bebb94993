"""Small houses, and what stands by the water, in a yard or a garden: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, heart, rect, rounded_rect
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
    leaves,
    planks,
    window,
)


def _gingerbread(pen: Pen) -> None:
    pen.part(rect(210, 470, 604, 490), "#b9713a")
    pen.part(Path.parse("M210 480L512 190L814 480Z"), "#b9713a")
    pen.part(Path.parse("M110 500L512 90L914 500L850 556L512 214L174 556Z"), WHITE)
    for k, (x, y) in enumerate(
        ((200, 450), (290, 360), (380, 270), (468, 180), (556, 180), (644, 270), (734, 360), (824, 450))
    ):
        pen.part(circle(x, y, 36), (RED, GREEN, GOLD, "#ee7f96")[k % 4])
    pen.part(Path.parse("M430 960L430 760Q430 670 512 670Q594 670 594 760L594 960Z"), "#8a4f28")
    pen.canvas.stroke(Path.parse("M430 950L430 760Q430 670 512 670Q594 670 594 760L594 950"), WHITE, 18)
    for x in (256, 650):
        window(pen, x, 640, 118, 118, ink=GLOW)
        pen.part(heart(x + 59, 840, 80), RED)
    pen.part(heart(C, 450, 130), RED)
    pen.part(
        Path.parse(
            "M90 1000Q80 920 180 930Q240 890 300 930Q400 900 500 932Q620 900 720 930Q800 890 860 930Q950 920 934 1000Z"
        ),
        WHITE,
    )


def _igloo(pen: Pen) -> None:
    dome = Path.parse("M60 900C60 480 260 220 512 220C764 220 964 480 964 900Z")
    pen.part(dome, "#e3f1f8")
    with pen.canvas.group(dome):
        for row, y in enumerate((360, 500, 640, 780)):
            pen.canvas.stroke(Path.lines([(0, y), (1024, y)], closed=False), "#8fb5cc", 12)
            for k in range(7):
                x = 60 + 160 * k + 80 * (row % 2)
                pen.canvas.stroke(Path.lines([(x, y), (x, y + 140)], closed=False), "#8fb5cc", 12)
    pen.part(Path.parse("M300 930L300 760Q300 560 512 560Q724 560 724 760L724 930Z"), "#cfe4f0")
    pen.part(Path.parse("M380 930L380 770Q380 640 512 640Q644 640 644 770L644 930Z"), "#34506b")
    pen.part(Path.parse("M10 980Q20 890 150 900Q512 870 874 900Q1004 890 1014 980Z"), WHITE)


def _gazebo(pen: Pen) -> None:
    for k, x in enumerate((190, 360, 640, 810)):
        pen.part(rect(x, 400, 28, 480), (WHITE, CREAM)[k % 2])
    for side in SIDES:
        left = C + side * 220 - 110
        pen.part(rect(left, 700, 220, 28), WHITE)
        for k in range(4):
            pen.part(rect(left + 20 + 54 * k, 720, 18, 150), WHITE)
    pen.part(Path.parse("M110 420Q380 340 512 110Q644 340 914 420Z"), TEAL)
    for a in (330, 694):
        pen.canvas.stroke(Path.parse(f"M{a} 420Q{(a + C) / 2} 300 512 130"), mix(TEAL, INK, 0.35), 12)
    pen.part(circle(C, 90, 40), GOLD)
    pen.part(rect(130, 860, 764, 60), STONE)
    pen.part(rect(380, 910, 264, 60), mix(STONE, CREAM, 0.3))
    for x in (120, 210, 820, 910):
        pen.part(circle(x, 920, 70), GREEN)
        pen.canvas.fill(circle(x - 14, 906, 20), "#ee7f96")
        pen.canvas.fill(circle(x + 24, 936, 16), "#ee7f96")


def _pier(pen: Pen) -> None:
    """A dock on its posts from the side, the water below."""
    water = blob(C, 850, 506, 140, 3)
    pen.part(water, "#5f9fc8")
    for x in (96, 364, 660, 928):
        pen.part(rounded_rect(x - 26, 560, 52, 330, 18), BARK)
    for x, y, w in ((230, 850, 130), (512, 880, 170), (800, 850, 130), (400, 930, 140), (660, 940, 120)):
        pen.canvas.fill(rounded_rect(x - w / 2, y, w, 15, 7), SKY)
    for x in (96, 928):
        pen.part(rounded_rect(x - 28, 400, 56, 110, 20), BARK)
    deck = Path.parse("M70 480L954 480L1012 580L12 580Z")
    pen.part(deck, WOOD)
    with pen.canvas.group(deck):
        for k in range(12):
            top, low = 70 + 884 * k / 12, 12 + 1000 * k / 12
            pen.canvas.stroke(Path.lines([(top, 480), (low, 580)], closed=False), mix(WOOD, INK, 0.35), 9)
    pen.part(rect(12, 580, 1000, 44), mix(WOOD, INK, 0.18))


def _well(pen: Pen) -> None:
    for x in (240, 740):
        pen.part(rect(x, 340, 44, 360), BARK)
    pen.part(limb([(220, 450), (830, 450)], 24, 24), WOOD)
    pen.canvas.stroke(Path.lines([(C, 450), (C, 600)], closed=False), INK, 18)
    pen.part(Path.parse("M440 590L584 590L564 700L460 700Z"), STEEL)
    pen.part(Path.parse("M90 400L512 90L934 400Z"), "#b5503f")
    for y, w in ((240, 300), (320, 520)):
        pen.canvas.fill(rect(C - w / 2, y, w, 13), mix("#b5503f", INK, 0.4))
    pen.part(oval(C, 690, 350, 70), mix(STONE, CREAM, 0.3))
    pen.part(oval(C, 690, 270, 40), mix(BLUE, INK, 0.3))
    base = Path.parse("M162 690Q512 830 862 690L840 940Q512 1030 184 940Z")
    courses(pen, base, STONE, 760, 1000, 160, 880, 74)


def _campsite(pen: Pen) -> None:
    """A tent under pines."""
    for x, tall in ((150, 640), (300, 480), (890, 560)):
        pen.part(rect(x - 22, 860, 44, 80), BARK)
        for k in range(3):
            w, y = 140 - 34 * k, 900 - tall * (0.08 + 0.27 * k)
            pen.part(Path.lines([(x - w, y), (x, y - tall * 0.42), (x + w, y)]), mix(GREEN, INK, 0.24))
    pen.part(Path.parse("M220 920L560 300L900 920Z"), ORANGE)
    pen.part(Path.parse("M420 920L560 480L700 920Z"), mix(INK, ORANGE, 0.25))
    pen.part(Path.parse("M560 470L470 920L380 920Z"), mix(ORANGE, CREAM, 0.4))
    for side in SIDES:
        pen.canvas.stroke(Path.lines([(560, 310), (560 + side * 30, 250)], closed=False), INK, 18)
    pen.part(Path.parse("M20 960Q512 880 1004 960L1004 1000L20 1000Z"), LEAF)


def _outhouse(pen: Pen) -> None:
    planks(pen, 250, 300, 524, 660, WOOD, 74)
    pen.part(Path.parse("M180 340L800 180L850 260L230 400Z"), "#7f8fa8")
    pen.part(rect(360, 430, 304, 530), mix(WOOD, CREAM, 0.25))
    for x in (460, 560):
        pen.canvas.fill(rect(x, 430, 9, 530), mix(WOOD, INK, 0.2))
    moon = circle(C, 560, 74).geometry().difference(circle(C + 38, 540, 66).geometry())
    pen.part(Path.from_geometry(moon.segmentize(12), smooth=True), DARK)
    pen.part(rounded_rect(600, 700, 34, 80, 14), DARK)
    leaves(pen, ((200, 980, 200, -20), (240, 980, 150, 18), (800, 980, 210, 20), (770, 980, 150, -14)), GREEN, 0.2)


def _church(pen: Pen) -> None:
    """A white chapel with a steeple."""
    pen.part(rect(400, 330, 224, 400), WHITE)
    pen.part(Path.parse("M370 340L512 60L654 340Z"), DARK)
    pen.canvas.stroke(Path.parse("M512 90L512 -10M470 30L554 30"), INK, 22)
    pen.part(rect(170, 620, 684, 340), WHITE)
    pen.part(Path.parse("M110 640L340 470L684 470L914 640Z"), DARK)
    pen.part(rect(380, 560, 264, 400), WHITE)
    pen.part(Path.parse("M350 580L512 430L674 580Z"), DARK)
    pen.part(Path.parse("M440 960L440 800Q440 710 512 710Q584 710 584 800L584 960Z"), RED)
    window(pen, 470, 370, 84, 110, arch=True, ink=SKY)
    for x in (220, 300, 670, 750):
        window(pen, x, 710, 58, 130, arch=True, ink=GOLD)
    pen.part(Path.parse("M20 1000Q60 920 180 940L844 940Q964 920 1004 1000Z"), GREEN)


def _porch_swing(pen: Pen) -> None:
    for x in (290, 734):
        pen.canvas.stroke(Path.lines([(x, 60), (x, 620)], closed=False), INK, 20)
    pen.part(rect(60, 20, 904, 66), WHITE)
    for x in (70, 890):
        pen.part(rect(x, 80, 64, 880), WHITE)
    for k in range(7):
        pen.part(rounded_rect(226 + 84 * k, 440, 44, 240, 14), WOOD)
    pen.part(rounded_rect(190, 410, 644, 54, 22), WOOD)
    pen.part(rounded_rect(170, 660, 684, 74, 22), WOOD)
    for x in (190, 780):
        pen.part(rounded_rect(x, 540, 54, 150, 18), mix(WOOD, INK, 0.15))
    pen.part(rounded_rect(330, 550, 150, 130, 34), RED)
    pen.part(rounded_rect(540, 550, 150, 130, 34), BLUE)
    pen.part(rect(20, 940, 984, 60), STONE)


def _fireplace(pen: Pen) -> None:
    courses(pen, rect(150, 230, 724, 740), "#b5604a", 240, 960, 150, 874, 70)
    pen.part(rounded_rect(90, 170, 844, 84, 16), BARK)
    pen.part(Path.parse("M290 970L290 640Q290 480 512 480Q734 480 734 640L734 970Z"), DARK)
    for d, ink in (
        (
            "M512 540C580 660 690 730 660 850C640 930 590 950 512 950C434 950 384 930 364 850C340 730 440 700 440 620C480 640 500 600 512 540Z",
            ORANGE,
        ),
        (
            "M520 700C560 760 600 790 584 860C574 910 550 930 512 930C474 930 450 910 440 860C430 800 490 780 520 700Z",
            GLOW,
        ),
    ):
        pen.part(Path.parse(d), ink)
    for turn in (-1.0, 1.0):
        pen.part(limb([(370, 930 + turn * 16), (654, 930 - turn * 16)], 28, 28), WOOD)
    for x, ink in ((220, RED), (360, GREEN), (664, GREEN), (804, RED)):
        pen.part(
            Path.parse(
                f"M{x - 38} 250L{x + 38} 250L{x + 38} 370Q{x + 40} 430 {x - 20} 430Q{x - 70} 430 {x - 64} 384L{x - 38} 350Z"
            ),
            ink,
        )
        pen.part(rounded_rect(x - 50, 236, 100, 46, 18), WHITE)
    pen.part(rounded_rect(400, 60, 60, 112, 10), GOLD)
    pen.part(rounded_rect(560, 90, 70, 82, 10), BLUE)
    pen.part(rounded_rect(80, 950, 864, 54, 14), STONE)


def _skyscrapers(pen: Pen) -> None:
    """A skyline with lit windows."""
    for x, w, top, ink in (
        (40, 170, 430, "#5a6f94"),
        (814, 170, 400, "#5a6f94"),
        (190, 190, 220, "#46587c"),
        (650, 180, 260, "#46587c"),
    ):
        pen.part(rect(x, top, w, 990 - top), ink)
        for row in range(int((930 - top) / 92)):
            for k in range(2):
                pen.canvas.fill(
                    rect(x + w * (0.22 + 0.36 * k), top + 50 + 92 * row, w * 0.2, 46),
                    GLOW if (row + k) % 3 else mix(ink, CREAM, 0.3),
                )
    pen.part(
        Path.parse(
            "M400 990L400 300L430 300L430 200L470 200L470 120L500 120L512 10L524 120L554 120L554 200L594 200L594 300L624 300L624 990Z"
        ),
        "#384868",
    )
    for row in range(7):
        for k in range(3):
            pen.canvas.fill(rect(430 + 62 * k, 340 + 92 * row, 34, 48), GLOW if (row * 2 + k) % 3 else "#5a6f94")
    pen.part(rect(10, 960, 1004, 44), DARK)


YARD: Mapping[str, Draw] = {
    "gingerbread house": _gingerbread,
    "igloo": _igloo,
    "gazebo": _gazebo,
    "dock": _pier,
    "wishing well": _well,
    "campsite": _campsite,
    "outhouse": _outhouse,
    "chapel": _church,
    "porch swing": _porch_swing,
    "fireplace": _fireplace,
    "city skyline": _skyscrapers,
}
"""By the name that the keyword table gives them."""
