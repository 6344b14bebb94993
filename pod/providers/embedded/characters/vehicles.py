"""What is ridden sitting: with a saddle, where the near leg shows, or with sides, over which one looks out. Original art."""

from __future__ import annotations

from collections.abc import Sequence

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, leaf, polar, ring, rounded_rect, star
from pod.imaging.colour import mix
from pod.providers.embedded.characters.boards import wheel
from pod.providers.embedded.characters.bodies import near_leg
from pod.providers.embedded.characters.pen import BOX, INK, MIDDLE_X, SIDES, Pen, at, blob, cloudlet, limb, oval

_RED, _TEAL, _CREAM, _GOLD = "#dd5546", "#3f978f", "#fbf2df", "#f3bf4b"
_STEEL, _RUBBER, _WOOD, _WATER, _FOAM = "#a9b3c2", "#3d3a48", "#c98a4b", "#4f9fc0", "#f4fbfb"


def _spoked(pen: Pen, x: float, y: float, r: float) -> None:
    pen.canvas.fill(ring(x, y, r + 9, r - 35), INK, evenodd=True)
    pen.canvas.fill(ring(x, y, r, r - 26), _RUBBER, evenodd=True)
    for i in range(4):
        spoke = [(x + (r - 26) * dx, y + (r - 26) * dy) for dx, dy in _SPOKES[i]]
        pen.canvas.stroke(Path.lines(spoke, closed=False), _STEEL, 8)
    pen.part(circle(x, y, 22), _STEEL)


_SPOKES = (((-1, 0), (1, 0)), ((0, -1), (0, 1)), ((-0.707, -0.707), (0.707, 0.707)), ((-0.707, 0.707), (0.707, -0.707)))
_REAR, _FRONT, _CRANK = (236.0, 1136.0), (864.0, 1136.0), (530.0, 1146.0)


def bicycle_behind(pen: Pen) -> None:
    for x, y in (_REAR, _FRONT):
        _spoked(pen, x, y, 190)
    seat, head = (436.0, 940.0), (780.0, 872.0)
    for tube in ([_REAR, seat], [_REAR, _CRANK], [seat, _CRANK], [(452.0, 972.0), head], [_CRANK, (790.0, 916.0)]):
        pen.part(limb(tube, 17, 17), _RED)
    pen.part(limb([_FRONT, head, (770.0, 760.0)], 17, 15), _RED)
    pen.part(blob(430, 934, 108, 34, 2.4), _RUBBER)


def bicycle_front(pen: Pen) -> None:
    near_leg(pen, (632.0, 1010.0), (566.0, 1184.0))
    pen.part(circle(*_CRANK, 46), _STEEL)
    pen.part(limb([_CRANK, (566.0, 1200.0)], 11, 11), _RUBBER)
    pen.part(rounded_rect(534, 1196, 104, 26, 10), _RUBBER)
    pen.part(limb([(770.0, 766.0), (772.0, 706.0), (830.0, 690.0)], 15, 15), _RUBBER)


def _basket(pen: Pen, flowers: Sequence[tuple[str, str]]) -> None:
    """On the handlebar, with flowers in it: the inks of their petals and of their middles."""
    spots = ((838, 712), (930, 660), (1022, 706), (880, 626), (984, 620))
    for k, (x, y) in enumerate(spots):
        petals, middle = flowers[k % len(flowers)]
        for turn in range(0, 360, 45):
            pen.part(leaf(*polar(x, y, 10, turn), 56, 30, turn), petals)
        pen.part(circle(x, y, 24), middle)
    body = Path.parse("M792 740L1068 740L1034 900L828 900Z")
    pen.part(body, "#c98a4b")
    with pen.canvas.group(body):
        for y in (784, 826, 868):
            pen.canvas.stroke(Path.lines([(780, y), (1080, y)], closed=False), "#8f5a2c", 9)
        for x in (850, 910, 970, 1030):
            pen.canvas.stroke(Path.lines([(x, 740), (x - 0.2 * (x - 930), 900)], closed=False), "#8f5a2c", 9)


def with_sunflowers(pen: Pen) -> None:
    bicycle_front(pen)
    _basket(pen, (("#f3bf4b", "#6b442c"),))


def with_flowers(pen: Pen) -> None:
    bicycle_front(pen)
    _basket(pen, (("#ee8fa3", "#f6d24a"), ("#fdfbf6", "#f3bf4b"), ("#8a6cc0", "#f6d24a")))


def unicycle_behind(pen: Pen) -> None:
    _spoked(pen, MIDDLE_X, 1180, 172)
    pen.part(limb([(MIDDLE_X, 1180), (MIDDLE_X, 940)], 20, 20), _RED)
    pen.part(blob(MIDDLE_X, 946, 130, 36, 2.4), _RUBBER)


def unicycle_front(pen: Pen) -> None:
    for side, drop in ((-1.0, 1130.0), (1.0, 1226.0)):
        foot = at(side, 66, drop)
        pen.part(limb([at(side, 96, 910), at(side, 190, 1020), foot], 54, 40), pen.species.torso or pen.species.base)
        pen.part(blob(foot[0] + side * 24, foot[1] + 14, 66, 32, 2.6), pen.species.feet or pen.species.base)


def moped_behind(pen: Pen) -> None:
    for x in (250.0, 836.0):
        wheel(pen, x, 1196, 128)
    body = "M120 1180C110 1040 190 960 330 950L560 950C590 1050 600 1090 640 1110L730 1110C750 1000 752 900 742 780L800 770C836 900 850 1010 850 1070C800 1090 770 1130 760 1190L420 1190C410 1090 330 1050 250 1056C190 1060 140 1110 120 1180Z"
    pen.part(Path.parse(body), _TEAL)
    pen.canvas.fill(
        Path.parse(
            "M156 1150C160 1060 220 1000 330 992L520 992C528 1010 534 1030 542 1050C480 1030 330 1000 250 1010C200 1020 170 1080 156 1150Z"
        ),
        mix(_TEAL, _CREAM, 0.45),
    )
    pen.part(rounded_rect(260, 918, 330, 46, 22), _RUBBER)
    pen.part(circle(816, 806, 44), "#ffe9a8")


def moped_front(pen: Pen) -> None:
    near_leg(pen, (664.0, 992.0), (634.0, 1080.0))
    pen.part(limb([(770.0, 790.0), (776.0, 712.0), (836.0, 694.0)], 15, 14), _RUBBER)


def motorcycle_behind(pen: Pen) -> None:
    for x in (214.0, 884.0):
        wheel(pen, x, 1150, 178)
    pen.part(limb([(884.0, 1150.0), (800.0, 880.0), (772.0, 760.0)], 21, 17), _STEEL)
    pen.part(
        Path.parse(
            "M140 990C220 930 330 960 400 980L560 980C610 930 700 890 790 900C800 950 770 1010 720 1030L640 1150L360 1170C330 1080 240 1020 140 990Z"
        ),
        "#c9423c",
    )
    pen.part(blob(540, 1130, 128, 88, 2.8), _STEEL)
    for x in (480, 540, 600):
        pen.canvas.stroke(Path.lines([(x, 1074), (x, 1186)], closed=False), _RUBBER, 12)
    pen.part(limb([(560.0, 1206.0), (160.0, 1236.0)], 26, 30), _STEEL)
    pen.part(circle(828, 866, 50), "#ffe9a8")


def motorcycle_front(pen: Pen) -> None:
    near_leg(pen, (664.0, 1010.0), (640.0, 1180.0))
    pen.part(limb([(778.0, 800.0), (770.0, 712.0), (832.0, 690.0)], 16, 14), _RUBBER)


def broom(pen: Pen) -> None:
    pen.part(limb([(250.0, 1010.0), (1010.0, 930.0)], 19, 19), _WOOD)
    pen.part(
        Path.parse(
            "M300 960L260 1052C160 1110 40 1120 -70 1090C-20 1076 0 1060 20 1040C-20 1040 -50 1030 -80 1010C-20 1004 20 992 50 970C20 964 -10 950 -30 930C90 900 220 910 300 960Z"
        ),
        _GOLD,
    )
    pen.part(limb([(272.0, 950.0), (286.0, 1054.0)], 18, 18), _RED)
    near_leg(pen, (690.0, 1006.0), (640.0, 1090.0))


def wheelchair_behind(pen: Pen) -> None:
    for side in SIDES:
        pen.part(limb([(MIDDLE_X + side * 250, 640), (MIDDLE_X + side * 250, 980)], 18, 18), _STEEL)
        pen.part(rounded_rect(MIDDLE_X + side * 262 - 40, 610, 80, 44, 20), _RUBBER)
    pen.part(limb([(MIDDLE_X - 322, 980), (MIDDLE_X + 322, 980)], 16, 16), _STEEL)
    pen.part(rounded_rect(MIDDLE_X - 250, 660, 500, 340, 40), _TEAL)


def wheelchair_front(pen: Pen) -> None:
    """Seen from before: a large wheel on either side, a small one and a rest under each foot."""
    pen.part(rounded_rect(MIDDLE_X - 250, 960, 500, 56, 24), mix(_TEAL, INK, 0.2))
    for side in SIDES:
        x = MIDDLE_X + side * 322
        pen.part(rounded_rect(x - 38, 760, 76, 440, 38), _RUBBER)
        pen.part(rounded_rect(x - 16, 800, 32, 360, 16), _STEEL)
        pen.part(rounded_rect(MIDDLE_X + side * 230 - 44, 900, 88, 32, 14), _RUBBER)
        pen.part(limb([(MIDDLE_X + side * 150, 1010), (MIDDLE_X + side * 150, 1120)], 12, 12), _STEEL)
        pen.part(rounded_rect(MIDDLE_X + side * 140 - 80, 1096, 160, 34, 14), _STEEL)
        pen.part(circle(MIDDLE_X + side * 220, 1150, 52), _RUBBER)


def sled(pen: Pen) -> None:
    pen.part(limb([(160.0, 1080.0), (800.0, 1080.0), (900.0, 1040.0), (910.0, 960.0)], 17, 15), _RED)
    for x in (300, 520, 720):
        pen.part(limb([(x, 1074), (x, 1000)], 13, 13), _STEEL)
    pen.part(rounded_rect(190, 972, 620, 40, 18), _WOOD)
    pen.part(cloudlet(200, 1112, 340, 80), _FOAM)


# --- with sides: the rider looks out


def car(pen: Pen) -> None:
    shell = "M-60 1090C-70 960 -10 900 110 888C250 872 290 790 420 784L600 784C640 850 700 878 800 884C960 894 1080 930 1090 1090C1090 1130 1070 1150 1040 1150L-10 1150C-40 1150 -60 1130 -60 1090Z"
    pen.part(Path.parse(shell), _RED)
    pen.canvas.fill(
        Path.parse("M-58 1060L1088 1060C1092 1130 1070 1148 1040 1148L-10 1148C-40 1148 -60 1130 -58 1060Z"),
        mix(_RED, INK, 0.25),
    )
    pen.canvas.fill(
        Path.parse("M440 812L592 812C620 850 650 868 690 880L330 880C380 860 410 840 440 812Z"), mix(_RED, INK, 0.14)
    )
    for x in (170.0, 850.0):
        pen.part(circle(x, 1140, 148), mix(_RED, INK, 0.3))
        wheel(pen, x, 1146, 124)
    pen.part(oval(1040, 986, 44, 52), "#ffe9a8")
    pen.part(limb([(690.0, 800.0), (640.0, 690.0)], 15, 13), _RUBBER)
    pen.part(limb([(560.0, 742.0), (690.0, 690.0)], 13, 13), _RUBBER)


def boat(pen: Pen) -> None:
    hull = "M-60 812C120 846 320 856 512 856C704 856 904 846 1084 812C1060 960 980 1070 840 1100L184 1100C44 1070 -36 960 -60 812Z"
    pen.part(Path.parse(hull), _WOOD)
    for y in (900, 980):
        plank = Path((("M", (-30 + (y - 812) * 0.35, y)), ("Q", (MIDDLE_X, y + 44, 1054 - (y - 812) * 0.35, y))))
        pen.canvas.stroke(plank, mix(_WOOD, INK, 0.35), 11)
    pen.part(limb([(-60, 812), (MIDDLE_X, 862), (1084, 812)], 17, 17), mix(_WOOD, INK, 0.25))
    _water(pen, 1040)


def oars(pen: Pen) -> None:
    """A boat with one out on either side."""
    boat(pen)
    for side in SIDES:
        pen.part(limb([at(side, 150, 800), at(side, 640, 1010)], 15, 15), _GOLD)
        pen.part(limb([at(side, 640, 1010), at(side, 740, 1060)], 34, 44), _GOLD)


def kayak(pen: Pen) -> None:
    """Long, low and pointed at both ends, the paddle with two blades across the belly."""
    hull = "M-220 900C0 930 260 950 512 950C764 950 1024 930 1244 900C1180 1010 1000 1090 820 1100L204 1100C24 1090 -156 1010 -220 900Z"
    pen.part(Path.parse(hull), _RED)
    pen.canvas.fill(
        Path.parse(
            "M-150 990C100 1030 924 1030 1174 990C1130 1040 1060 1070 980 1084L44 1084C-36 1070 -106 1040 -150 990Z"
        ),
        _CREAM,
    )
    pen.part(oval(MIDDLE_X, 948, 236, 40), _RUBBER)
    to = Transform.rotate(-14, (MIDDLE_X, 830))
    pen.part(limb([(-60, 830), (1084, 830)], 15, 15).transformed(to), _RUBBER)
    for x in (-110, 1134):
        pen.part(oval(x, 830, 118, 54).transformed(to), "#f3bf4b")
    _water(pen, 1050)


def rapids_behind(pen: Pen) -> None:
    """Rocks, and white water that leaps up between them."""
    for x, y, w, h in ((-190, 1000, 150, 180), (1220, 1000, 170, 210)):
        pen.part(oval(x, y, w, h), "#8b93a3")
    for x, top in ((-60, 640), (60, 760), (1090, 600), (980, 740)):
        pen.part(
            Path.parse(f"M{x - 90} 1060Q{x - 60} {top + 120} {x} {top}Q{x + 60} {top + 140} {x + 90} 1060Z"), _FOAM
        )


def kayak_in_rapids(pen: Pen) -> None:
    canvas = Canvas(BOX, BOX)
    kayak(Pen(canvas, pen.species))
    pen.canvas.place(canvas.drawing())
    for x, y, r in (
        (-200, 1080, 90),
        (-60, 1130, 110),
        (1080, 1130, 110),
        (1230, 1080, 96),
        (380, 1190, 70),
        (660, 1200, 74),
    ):
        pen.part(circle(x, y, r), _FOAM)
    for x, y in ((-110, 560), (-10, 500), (1010, 470), (1150, 520), (1230, 640)):
        pen.part(oval(x, y, 22, 34), _FOAM)


def _water(pen: Pen, y: float) -> None:
    swell = f"M-150 {y}C-60 {y - 50} 20 {y + 40} 120 {y}C230 {y - 44} 320 {y + 40} 420 {y}C530 {y - 44} 620 {y + 40} 720 {y}C830 {y - 44} 900 {y + 40} 1000 {y}C1070 {y - 34} 1120 {y + 10} 1174 {y}C1100 {y + 130} 860 {y + 170} 512 {y + 170}C164 {y + 170} -76 {y + 130} -150 {y}Z"
    pen.part(Path.parse(swell), _WATER)
    for x in (60, 340, 640, 900):
        pen.canvas.fill(oval(x, y + 62, 70, 13), mix(_WATER, _FOAM, 0.7))


def rocket(pen: Pen) -> None:
    for d, ink in (
        ("M80 930C-60 900 -160 960 -240 990C-160 1004 -180 1020 -210 1040C-120 1060 0 1050 80 1030Z", "#f0992f"),
        ("M80 950C0 940 -70 970 -120 990C-70 1010 0 1020 80 1010Z", "#ffe08a"),
    ):
        pen.part(Path.parse(d), ink)
    for d in (
        "M150 850C90 800 40 790 -20 800C20 850 40 880 90 920Z",
        "M150 1110C90 1160 40 1170 -20 1160C20 1110 40 1080 90 1040Z",
    ):
        pen.part(Path.parse(d), _RED)
    pen.part(
        Path.parse(
            "M60 870C260 790 640 780 860 850C980 890 1060 940 1100 980C1060 1020 980 1070 860 1110C640 1180 260 1170 60 1090Q100 980 60 870Z"
        ),
        _CREAM,
    )
    pen.part(Path.parse("M860 850C980 890 1060 940 1100 980C1060 1020 980 1070 860 1110Q910 980 860 850Z"), _RED)
    for x in (330, 560, 770):
        pen.part(circle(x, 1000, 46), "#5aa7c7")


def ufo(pen: Pen) -> None:
    pen.part(
        Path.parse("M-110 930C-60 840 1084 840 1134 930C1150 1010 900 1090 512 1090C124 1090 -126 1010 -110 930Z"),
        "#8f9bd0",
    )
    pen.part(oval(MIDDLE_X, 900, 430, 56), "#b9c2e8")
    for i in range(5):
        x = MIDDLE_X + (i - 2) * 210
        pen.part(circle(x, 1004 - 9 * abs(i - 2) ** 2, 40), (_GOLD, "#7de3d8")[i % 2])


def ufo_dome(pen: Pen) -> None:
    pen.part(blob(MIDDLE_X, 520, 470, 480, 2.3), "#dcecf5")


def balloon_behind(pen: Pen) -> None:
    pen.part(
        Path.parse(
            "M512 -640C820 -640 960 -420 940 -200C920 -20 760 110 640 190L384 190C264 110 104 -20 84 -200C64 -420 204 -640 512 -640Z"
        ),
        _RED,
    )
    for d, ink in (
        (
            "M512 -640C600 -560 640 -400 630 -200C620 -20 590 110 566 190L458 190C434 110 404 -20 394 -200C384 -400 424 -560 512 -640Z",
            _CREAM,
        ),
        (
            "M300 -590C230 -480 200 -340 214 -190C230 -40 330 110 404 190L458 190C434 110 404 -20 394 -200C386 -380 400 -520 450 -630Z",
            _GOLD,
        ),
        (
            "M724 -590C794 -480 824 -340 810 -190C794 -40 694 110 620 190L566 190C590 110 620 -20 630 -200C638 -380 624 -520 574 -630Z",
            _GOLD,
        ),
    ):
        pen.canvas.fill(Path.parse(d), ink)
    for side in SIDES:
        pen.canvas.stroke(Path.lines([at(side, 130, 190), at(side, 250, 830)], closed=False), INK, 12)


def balloon_basket(pen: Pen) -> None:
    pen.part(Path.parse("M236 830L788 830L740 1090Q512 1120 284 1090Z"), _WOOD)
    for row in range(3):
        pen.canvas.stroke(
            Path(
                (
                    ("M", (250 + 14 * row, 906 + 64 * row)),
                    ("Q", (MIDDLE_X, 930 + 64 * row, 774 - 14 * row, 906 + 64 * row)),
                )
            ),
            mix(_WOOD, INK, 0.4),
            10,
        )
    pen.part(rounded_rect(216, 806, 592, 58, 26), mix(_WOOD, INK, 0.3))


def plane(pen: Pen) -> None:
    pen.part(Path.parse("M-140 700C-100 690 -60 700 -20 760L40 850L-120 870Z"), _RED)
    pen.part(
        Path.parse(
            "M-130 860C80 820 360 806 512 806C760 806 1000 850 1080 930C1060 1010 860 1060 560 1060C240 1060 -60 960 -130 860Z"
        ),
        _GOLD,
    )
    pen.part(Path.parse("M250 940L800 940C850 950 860 1000 820 1016L300 1016C240 1010 220 960 250 940Z"), _RED)
    pen.part(circle(1080, 930, 44), _RUBBER)
    pen.part(leaf(1088, 930, 180, 34, 6), _STEEL)
    pen.part(leaf(1088, 930, 180, 34, 186), _STEEL)
    for x in (380, 700):
        pen.part(star(x, 978, 34), _CREAM)
