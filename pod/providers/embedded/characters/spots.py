"""What somebody is in or on, drawn: tubs, cups, boxes, a hammock, the moon. Original art in the figures' own box."""

from __future__ import annotations

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, ellipse, leaf, polar, rounded_rect, sparkle
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, LINE, MIDDLE_X, SIDES, Pen, at, blob, cloudlet, curve, limb, oval

_WATER, _FOAM, _STONE, _CREAM, _WOOD = "#58abc4", "#f1fafa", "#9aa0aa", "#fbf2df", "#c98a4b"


def _steam(pen: Pen, x: float, y: float, k: float = 1.0) -> None:
    wisp = curve((x, y), (x - 60 * k, y - 60 * k), (x + 60 * k, y - 110 * k), (x, y - 180 * k))
    pen.part(limb(wisp, 20 * k, 9 * k), "#e4f1f3")


def spring_behind(pen: Pen) -> None:
    pen.part(oval(MIDDLE_X, 906, 480, 110), mix(_WATER, INK, 0.15))
    for side in SIDES:
        for out, y, r in ((470, 872, 88), (372, 838, 70)):
            pen.part(blob(*at(side, out, y), r, r * 0.78, 2.6), _STONE)
        _steam(pen, *at(side, 452, 800))
        _steam(pen, *at(side, 366, 750), 0.7)


def spring_front(pen: Pen) -> None:
    """Warm water up to the chest, stones along the near shore."""
    pool = "M20 900C110 840 190 860 270 852C350 846 400 872 512 872C624 872 674 846 754 852C834 860 914 840 1004 900C990 1010 770 1060 512 1060C254 1060 34 1010 20 900Z"
    pen.part(Path.parse(pool), _WATER)
    for x, y, rx in ((300, 906, 66), (724, 912, 74), (512, 946, 110), (190, 942, 46), (846, 940, 44)):
        pen.canvas.fill(oval(x, y, rx, 12), mix(_WATER, _FOAM, 0.6))
    for i, (out, low, r) in enumerate(
        (
            (-500, 962, 96),
            (-368, 1020, 108),
            (-196, 1054, 104),
            (0, 1064, 116),
            (196, 1054, 104),
            (368, 1020, 108),
            (500, 962, 96),
        )
    ):
        stone_x = MIDDLE_X + out
        pen.part(blob(stone_x, low, r, r * 0.66, 2.7), mix(_STONE, _CREAM, 0.24 * (i % 2)))
        pen.canvas.fill(blob(stone_x - r * 0.2, low - r * 0.26, r * 0.46, r * 0.17, 2.3), mix(_STONE, _CREAM, 0.55))


def bathtub(pen: Pen) -> None:
    pen.part(Path.parse("M-20 880L1044 880C1040 1060 960 1130 860 1140L164 1140C64 1130 -16 1060 -20 880Z"), "#fdfbf6")
    pen.part(rounded_rect(-56, 850, 1136, 62, 31), "#e9e4d8")
    for side in SIDES:
        pen.part(circle(*at(side, 330, 1160), 42), "#d8a24a")
    for x, y, r in ((120, 842, 66), (230, 824, 84), (360, 842, 60), (700, 842, 66), (810, 820, 86), (930, 842, 62)):
        pen.part(circle(x, y, r), _FOAM)
        pen.canvas.fill(circle(x - r * 0.3, y - r * 0.3, r * 0.22), "#cfe8ef")


def teacup(pen: Pen) -> None:
    handle = Path.parse("M880 880C1060 850 1060 1040 830 1050")
    pen.canvas.stroke(handle, INK, 56 + 2 * LINE)
    pen.canvas.stroke(handle, "#f6e3e6", 56)
    pen.part(ellipse(MIDDLE_X, 1166, 470, 46), "#f0cdd4")
    pen.part(
        Path.parse("M100 820Q512 880 924 820C924 1010 800 1150 660 1160L364 1160C224 1150 100 1010 100 820Z"), "#fdf4f2"
    )
    pen.canvas.fill(Path.parse("M108 880Q512 944 916 880L908 930Q512 994 116 930Z"), "#ee9fb0")
    for x in (300, 512, 724):
        for i in range(5):
            pen.canvas.fill(circle(*polar(x, 1050, 30, 72 * i), 21), "#ee9fb0")
        pen.canvas.fill(circle(x, 1050, 17), "#f3bf4b")


_BOWL = "M70 830L954 830C950 1010 830 1140 690 1156L690 1196L334 1196L334 1156C194 1140 74 1010 70 830Z"


def noodles_behind(pen: Pen) -> None:
    """Two chopsticks that stand in the soup, and what swims on it at the back."""
    for x in (846, 900):
        pen.part(limb([(x + 96, 470), (x - 60, 880)], 19, 13), "#9a5a34")
    pen.part(oval(190, 800, 92, 112, -14), "#fdfbf6")
    pen.canvas.fill(circle(186, 790, 46), "#f4a62c")


def bowl(pen: Pen) -> None:
    """Soup to the rim, noodles over it, and a band around a red bowl."""
    pen.part(ellipse(MIDDLE_X, 834, 446, 66), "#e9b95c")
    for k, x in enumerate((170, 330, 512, 690, 850)):
        wave = curve((x - 110, 836 + 8 * (k % 2)), (x - 40, 806), (x + 40, 868), (x + 110, 834))
        pen.canvas.stroke(Path.lines(wave, closed=False), "#f8e3a4", 17)
    pen.part(Path.parse(_BOWL), "#c9382f")
    with pen.canvas.group(Path.parse(_BOWL)):
        pen.canvas.fill(Path.parse("M60 826L964 826L964 892L60 892Z"), "#fdf4e3")
        for x in range(90, 960, 92):
            pen.canvas.stroke(circle(x, 990, 40), "#fdf4e3", 12)
            pen.canvas.stroke(circle(x, 990, 16), "#fdf4e3", 9)


def pumpkin_lid(pen: Pen) -> None:
    """Leaning behind, with its stalk, and the dark inside."""
    pen.part(oval(884, 700, 150, 62, 58), "#e07a2c")
    pen.part(limb([(960, 660), (1040, 600)], 30, 20), "#6f9a4a")
    pen.part(ellipse(MIDDLE_X, 846, 352, 70), "#7a3a14")


def hollow_pumpkin(pen: Pen) -> None:
    """Ribs from a rim of teeth."""
    body = Path.parse(
        "M160 850L236 812L312 862L392 822L472 872L552 822L632 872L712 822L792 862L864 850C990 900 980 1160 760 1180Q512 1204 264 1180C44 1160 34 900 160 850Z"
    )
    pen.part(body, "#ee8a3c")
    with pen.canvas.group(body):
        for x, low in ((250, 190), (400, 370), (624, 654), (774, 834)):
            pen.canvas.stroke(Path((("M", (x, 840)), ("Q", (2 * low - x, 1010, low, 1200)))), "#c9651f", 15)


_SHELL = "M20 800Q512 720 1004 800C1010 1010 800 1180 512 1180C224 1180 14 1010 20 800Z"


def shell_behind(pen: Pen) -> None:
    """The far half of a folded tortilla, and what is in it."""
    pen.part(Path.parse("M40 770Q512 560 984 770L940 900L84 900Z"), "#d99a3f")
    for k, x in enumerate(range(110, 960, 94)):
        pen.part(cloudlet(x, 760 - 24 * (k % 2), 130, 90, 4), ("#7fb55a", "#5f9d45")[k % 2])
    for x in (190, 850):
        pen.part(circle(x, 742, 50), "#d9503f")


def taco_shell(pen: Pen) -> None:
    pen.part(Path.parse(_SHELL), "#f0bd5a")
    with pen.canvas.group(Path.parse(_SHELL)):
        for x, y, r in (
            (180, 900, 26),
            (330, 1000, 34),
            (520, 940, 24),
            (700, 1040, 30),
            (860, 910, 26),
            (560, 1110, 22),
        ):
            pen.canvas.fill(circle(x, y, r), "#d99a3f")


def spoon_behind(pen: Pen) -> None:
    pen.part(limb([(1010, 520), (800, 880)], 24, 18), "#c9ced6")


def cereal_bowl(pen: Pen) -> None:
    """Milk to the rim, with rings on it, in a blue bowl."""
    pen.part(ellipse(MIDDLE_X, 834, 446, 62), "#fdfbf6")
    pen.part(Path.parse(_BOWL), "#4a86c5")
    for k in range(9):
        x, ink = 140 + 92 * k, ("#e5853f", "#d9507a", "#6aa84f")[k % 3]
        pen.part(circle(x, 828 + 10 * (k % 2), 40), ink)
        pen.canvas.fill(circle(x, 828 + 10 * (k % 2), 15), "#fdfbf6")
    pen.canvas.fill(Path.parse("M96 930Q512 1010 928 930L916 976Q512 1056 108 976Z"), "#fdfbf6")


def box(pen: Pen) -> None:
    for side in SIDES:
        flap = Path.lines([at(side, 330, 830), at(side, 480, 740), at(side, 560, 800), at(side, 360, 880)])
        pen.part(flap, "#e2b57f")
    pen.part(Path.lines([at(-1, 350, 850), at(1, 350, 850), at(1, 330, 1120), at(-1, 330, 1120)]), "#d09c62")
    pen.canvas.fill(rounded_rect(MIDDLE_X - 48, 850, 96, 270, 0), "#e9cfa6")


def basket(pen: Pen) -> None:
    pen.part(Path.parse("M150 850L874 850C860 1010 800 1110 720 1126L304 1126C224 1110 164 1010 150 850Z"), _WOOD)
    for row in range(3):
        for i in range(7):
            x = 222 + 97 * i + (24 if row % 2 else 0) - row * 4
            pen.canvas.fill(rounded_rect(x - 34, 910 + 66 * row, 56, 30, 14), mix(_WOOD, INK, 0.3))
    pen.part(rounded_rect(120, 816, 784, 66, 33), mix(_WOOD, INK, 0.2))


def flower_pot(pen: Pen) -> None:
    pen.part(Path.parse("M216 880L808 880L740 1140Q512 1168 284 1140Z"), "#cf6f47")
    pen.part(rounded_rect(180, 826, 664, 84, 24), "#dd8057")


def hammock(pen: Pen) -> None:
    for side in SIDES:
        pen.canvas.stroke(Path.lines([at(side, 460, 880), at(side, 640, 560)], closed=False), INK, 22)
        pen.canvas.stroke(Path.lines([at(side, 460, 880), at(side, 640, 560)], closed=False), _CREAM, 10)
    cloth = Path.parse(
        "M40 850C180 910 330 884 512 884C694 884 844 910 984 850C940 1030 760 1100 512 1100C264 1100 84 1030 40 850Z"
    )
    pen.part(cloth, "#e0763f")
    with pen.canvas.group(cloth):
        for k, ink in enumerate(("#f3bf4b", _CREAM, "#3f978f")):
            y = 940 + 58 * k
            band = Path((("M", (0, y - 60)), ("Q", (MIDDLE_X, y + 60, 1024, y - 60))))
            pen.canvas.stroke(band, ink, 24)


def hammock_trees(pen: Pen) -> None:
    """Two trunks with their crowns, which the hammock's ropes are tied to."""
    for side in SIDES:
        pen.part(limb([at(side, 610, 1200), at(side, 590, 800), at(side, 600, 380)], 64, 48), "#8a5f3f")
        for dx, y, r in ((-60, 330, 190), (110, 250, 210), (0, 90, 200), (-90, 170, 150)):
            x, top = at(side, 610 + dx, y)
            pen.part(circle(x, top, r), "#5f9a58" if dx else "#6fae62")


def float_back(pen: Pen) -> None:
    pen.part(oval(MIDDLE_X, 900, 420, 110), "#f6c4cf")


_ON_LONG_LEGS, _DEEP = "wader", 1340
"""Legs that would be seen below the water."""


def swim_ring(pen: Pen) -> None:
    tube = Path.parse(
        "M70 900C70 980 260 1040 512 1040C764 1040 954 980 954 900C954 860 930 836 900 830C860 900 700 930 512 930C324 930 164 900 124 830C94 836 70 860 70 900Z"
    )
    pen.part(tube, "#ee7f96")
    with pen.canvas.group(tube):
        for x in (140, 400, 640, 890):
            pen.canvas.fill(Path.lines([(x - 44, 780), (x + 44, 780), (x + 30, 1060), (x - 74, 1060)]), _CREAM)
    deep = _DEEP if pen.species.body == _ON_LONG_LEGS else 1160
    swell = f"M-100 1010C0 960 80 1040 190 1004C300 964 380 1040 512 1004C640 964 720 1040 834 1004C940 964 1020 1040 1124 1010C1060 {deep - 50} 820 {deep} 512 {deep}C204 {deep} -36 {deep - 50} -100 1010Z"
    pen.part(Path.parse(swell), _WATER)


def moon_seat(pen: Pen) -> None:
    """A crescent whose hollow holds the sitter."""
    whole = circle(MIDDLE_X - 20, 640, 640).geometry().difference(circle(MIDDLE_X + 150, 500, 560).geometry())
    pen.part(Path.from_geometry(whole.buffer(-8).buffer(8).segmentize(40), smooth=True), "#f6d777")
    for x, y, r in ((40, 760, 40), (230, 1060, 54), (560, 1184, 34), (0, 560, 26)):
        pen.canvas.fill(circle(x, y, r), "#e7bd55")
    for x, y, r in ((900, 120, 54), (120, 60, 40), (980, 420, 34)):
        pen.part(sparkle(x, y, r, 0.2), "#f6d777")


def mushroom_seat(pen: Pen) -> None:
    pen.part(
        Path.parse("M400 1020C410 1120 390 1200 360 1260Q512 1300 664 1260C634 1200 614 1120 624 1020Z"), "#f7ead2"
    )
    pen.part(
        Path.parse(
            "M60 1060C70 900 260 850 512 850C764 850 954 900 964 1060C830 1100 680 1086 512 1086C344 1086 194 1100 60 1060Z"
        ),
        "#d9483b",
    )
    for x, y, rx in ((200, 986, 62), (420, 1030, 52), (640, 1024, 56), (836, 986, 60)):
        pen.canvas.fill(oval(x, y, rx, rx * 0.6), _CREAM)


def book_pile(pen: Pen) -> None:
    for y, width, shift, ink in ((950, 520, 10, "#d9673f"), (1040, 600, -14, "#3f8f8a"), (1130, 660, 6, "#5a4b9a")):
        left = MIDDLE_X - width / 2 + shift
        pen.part(rounded_rect(left, y, width, 84, 20), ink)
        pen.canvas.fill(rounded_rect(left + 60, y + 16, width - 66, 52, 8), "#fdf6e6")
        for k in range(3):
            pen.canvas.fill(rounded_rect(left + 74, y + 26 + 14 * k, width - 84, 4, 2), "#d8cbb0")


def cloud_seat(pen: Pen) -> None:
    pen.part(cloudlet(MIDDLE_X, 1010, 1040, 250, 6), "#eef4fb")


def stump(pen: Pen) -> None:
    pen.part(
        Path.parse(
            "M250 950C250 1060 230 1140 180 1190L400 1170L512 1200L640 1170L850 1190C800 1140 774 1060 774 950Z"
        ),
        "#8f5f3d",
    )
    pen.part(oval(MIDDLE_X, 950, 264, 60), "#e3b983")
    for grow in (0.72, 0.44, 0.18):
        pen.canvas.stroke(oval(MIDDLE_X, 950, 264 * grow, 60 * grow), "#b98655", 9)


def branch(pen: Pen) -> None:
    pen.part(limb([(-10, 1000), (300, 974), (720, 992), (1040, 958)], 46, 34), "#8f5f3d")
    for x, y, turn in ((40, 950, -40), (150, 1040, 200), (850, 930, 30), (960, 930, 60), (900, 1010, 150)):
        pen.part(leaf(x, y, 130, 40, turn), "#6aa164")


def wire(pen: Pen) -> None:
    """Between two poles that are out of sight."""
    for low in (0, 70):
        sag = curve((-160, 950 + low), (260, 996 + low), (760, 996 + low), (1180, 950 + low))
        pen.part(limb(sag, 10, 10), "#3d3a48")


def ice_floe(pen: Pen) -> None:
    """Thick, in water, its edge blue."""
    pen.part(
        Path.parse(
            "M-60 1010Q40 980 140 1010Q240 980 340 1010Q440 980 540 1010Q640 980 740 1010Q840 980 940 1010Q1020 980 1084 1010L1040 1120L-16 1120Z"
        ),
        "#5fa8cf",
    )
    pen.part(Path.parse("M90 950L934 950L900 1060L760 1040L640 1080L480 1044L330 1084L200 1040L120 1056Z"), "#a9dcef")
    pen.part(Path.parse("M60 940L230 890L420 900L640 886L830 896L964 940L800 976L560 966L330 984L180 966Z"), "#f4fbfd")


def stone(pen: Pen) -> None:
    pen.part(blob(MIDDLE_X, 1046, 480, 120, 2.6, 0.1), _STONE)
    pen.canvas.fill(blob(MIDDLE_X - 130, 996, 190, 26, 2.3), mix(_STONE, _CREAM, 0.5))


def ball(pen: Pen) -> None:
    ball = circle(MIDDLE_X, 1150, 210)
    pen.part(ball, "#fbf2df")
    with pen.canvas.group(ball):
        for turn, ink in ((20, "#d9503f"), (140, "#f3bf4b"), (260, "#4f9fc9")):
            wedge = [(MIDDLE_X, 1150), *(polar(MIDDLE_X, 1150, 300, turn + 10 * k) for k in range(7))]
            pen.canvas.fill(Path.lines(wedge), ink)
    pen.part(circle(MIDDLE_X, 1150, 34), "#fbf2df")


def throne_back(pen: Pen) -> None:
    pen.part(Path.parse("M210 1100L190 260C250 120 380 60 512 40C644 60 774 120 834 260L814 1100Z"), "#d8a540")
    pen.part(Path.parse("M270 1060L254 300C320 190 420 140 512 124C604 140 704 190 770 300L754 1060Z"), "#b23a48")
    pen.part(circle(MIDDLE_X, 54, 46), "#b23a48")


def throne_seat(pen: Pen) -> None:
    pen.part(rounded_rect(160, 950, 704, 84, 34), "#b23a48")
    for side in SIDES:
        pen.part(rounded_rect(MIDDLE_X + side * 310 - 44, 1020, 88, 150, 20), "#d8a540")


def pumpkin(pen: Pen) -> None:
    for x, rx in ((-250, 200), (250, 200), (-120, 190), (120, 190), (0, 150)):
        pen.part(oval(MIDDLE_X + x, 1080, rx, 170), mix("#ee8a35", INK, 0.06 * (abs(x) > 200)))


def hill(pen: Pen) -> None:
    pen.part(Path.parse("M-80 1080C100 960 300 930 512 930C724 930 924 960 1104 1080Q512 1160 -80 1080Z"), "#7fae5e")
