"""What is played, made and practised with gear of its own: cricket, rugby, sumo, baking, yoga on the water, a catch on the line.
Original art, and the rows of actions that show it."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters import effects, gear, vehicles
from pod.providers.embedded.characters.action import Action, forms
from pod.providers.embedded.characters.bodies import Pose
from pod.providers.embedded.characters.gestures import AT_SWING, REACHED, WAVED
from pod.providers.embedded.characters.pen import BOX, INK, MIDDLE_X, SIDES, Pen, blob, curve, limb, oval

_CREAM, _RED, _GOLD, _WOOD, _STEEL, _WHITE = "#fbf4e6", "#d9503f", "#f3bf4b", "#c98a4b", "#c3ccd8", "#fdfbf6"
_WILLOW, _GRASS, _LEATHER, _TEAL, _DOUGH = "#e8c48a", "#6fae62", "#a8572f", "#3f978f", "#f2dcae"


# --- cricket and rugby


def _stumps_and_ball(pen: Pen) -> None:
    """The wicket behind the bat, the red ball that comes with its seam."""
    pen.part(oval(MIDDLE_X + 140, 1070, 660, 50), _GRASS)
    for x in (1080, 1150, 1220):
        pen.part(rounded_rect(x - 17, 700, 34, 370, 14), _WILLOW)
    for x in (1112, 1188):
        pen.part(rounded_rect(x - 42, 680, 84, 26, 12), _WILLOW)
    pen.part(circle(-70, 600, 74), "#b8352f")
    pen.canvas.stroke(Path.parse("M-110 546Q-60 600 -116 652"), _WHITE, 12)
    for lift, length in ((-56, 110), (0, 170), (56, 110)):
        pen.part(limb([(-180, 600 + lift), (-180 - length, 600 + lift)], 10, 6), _CREAM)


def _cricket_bat(pen: Pen) -> None:
    """A flat blade over the shoulder, its handle in both hands."""
    x, y = AT_SWING
    turn = Transform.rotate(22, (x, y))
    pen.part(rounded_rect(x - 20, y - 110, 40, 230, 18).transformed(turn), _RED)
    blade = Path.parse(
        f"M{x - 44} {y - 130}Q{x} {y - 90} {x + 44} {y - 130}L{x + 82} {y - 190}L{x + 82} {y - 520}Q{x} {y - 570} {x - 82} {y - 520}L{x - 82} {y - 190}Z"
    )
    pen.part(blade.transformed(turn), _WILLOW)
    spine = Path.lines([(x, y - 200), (x, y - 500)], closed=False).transformed(turn)
    pen.canvas.stroke(spine, mix(_WILLOW, INK, 0.25), 14)


def _pads(pen: Pen) -> None:
    for x in (400, 620):
        pen.part(rounded_rect(x - 66, 850, 132, 190, 44), _WHITE)
        for dx in (-26, 26):
            pen.canvas.stroke(Path.lines([(x + dx, 876), (x + dx, 1016)], closed=False), "#cfd6de", 12)


def _oval_ball_under_the_arm(pen: Pen) -> None:
    """Pointed at both ends, laced, against the chest."""
    ball = Path.parse("M420 800Q560 610 760 690Q800 720 770 760Q640 920 450 850Q400 840 420 800Z")
    pen.part(ball, _LEATHER)
    with pen.canvas.group(ball):
        for d in ("M430 900Q480 780 420 740", "M790 780Q700 700 760 640"):
            pen.canvas.stroke(Path.parse(d), _WHITE, 26)
    pen.canvas.stroke(Path.parse("M540 750Q600 700 660 730"), _WHITE, 12)


def _turf_and_speed(pen: Pen) -> None:
    pen.part(oval(MIDDLE_X, 1084, 560, 44), _GRASS)
    for y, start in ((560, -60), (680, -110), (800, -60)):
        pen.part(limb([(start, y), (start + 190, y)], 8, 14), _CREAM)


# --- sumo


def _ring(pen: Pen) -> None:
    """Of clay with a border of straw, seen from its edge."""
    pen.part(oval(MIDDLE_X, 1080, 620, 84), "#d8a765")
    pen.part(oval(MIDDLE_X, 1066, 540, 58), "#e9c58c")


# --- on a line


def _rod_and_line(pen: Pen) -> None:
    """Out of both hands over to the right, its line down to the hook."""
    pen.tube(Path.parse("M1300 330L1300 560"), _CREAM, 8)
    pen.tube(Path.parse("M1300 560L1300 590Q1300 630 1270 630Q1246 628 1248 604"), _STEEL, 12)
    pen.part(limb(curve((760, 800), (930, 640), (1120, 400), (1310, 320), 12), 20, 10), _WOOD)
    pen.part(circle(850, 780, 40), _STEEL)


# --- in the kitchen


def _worktop(pen: Pen) -> None:
    """A bowl with a whisk on the left, a baking sheet on the right for what is baked."""
    pen.part(rounded_rect(-110, 900, 1300, 104, 30), _WOOD)
    for x in (-30, 1110):
        pen.part(rounded_rect(x - 40, 1000, 80, 150, 14), mix(_WOOD, INK, 0.2))
    pen.part(limb([(150, 700), (250, 520)], 14, 18), _WOOD)
    for dx in (-30, 0, 30):
        pen.tube(Path.parse(f"M150 700Q{110 + dx} 760 {120 + dx} 800"), _STEEL, 8)
    pen.part(oval(110, 770, 170, 44), _DOUGH)
    pen.part(Path.parse("M-60 770L280 770Q280 900 180 906L40 906Q-60 900 -60 770Z"), _TEAL)
    pen.canvas.fill(rounded_rect(-50, 800, 320, 22, 10), _CREAM)
    pen.part(rounded_rect(716, 880, 490, 40, 18), "#7b8595")


def _oven_mitts(pen: Pen) -> None:
    for side in SIDES:
        pen.part(blob(MIDDLE_X + side * 168, 850, 74, 60, 2.6), _RED)
        pen.canvas.fill(circle(MIDDLE_X + side * 168, 850, 16), _CREAM)


# --- pulling


def _tray(pen: Pen) -> None:
    pen.part(oval(MIDDLE_X, 812, 330, 46), "#7b8595")
    pen.canvas.fill(oval(MIDDLE_X, 802, 280, 30), mix("#7b8595", _WHITE, 0.35))


def _leaking_pipe(pen: Pen) -> None:
    """On the left, water out of its joint, a wrench in the raised hand."""
    effects.floor(pen)
    pen.tube(Path.parse("M-120 1060L-120 640Q-120 560 -40 560L190 560"), _STEEL, 84)
    for x, y, turn in ((-120, 800, 0), (70, 560, 90)):
        pen.part(rounded_rect(x - 66, y - 34, 132, 68, 16).transformed(Transform.rotate(turn, (x, y))), "#7b8595")
    for x, y in ((110, 690), (60, 760), (130, 820)):
        pen.part(
            Path.parse(
                f"M{x} {y - 56}C{x + 40} {y} {x + 34} {y + 40} {x} {y + 40}C{x - 34} {y + 40} {x - 40} {y} {x} {y - 56}Z"
            ),
            "#7cc4ea",
        )
    pen.part(oval(90, 1066, 170, 34), "#7cc4ea")


def _raised_wrench(pen: Pen) -> None:
    x, y = WAVED
    pen.part(limb([(x - 20, y + 60), (x + 30, y - 130)], 24, 24), _RED)
    jaw = f"M{x - 30} {y - 130}L{x - 40} {y - 250}L{x + 4} {y - 260}L{x + 16} {y - 200}L{x + 60} {y - 210}L{x + 64} {y - 270}L{x + 108} {y - 260}L{x + 100} {y - 140}Q{x + 40} {y - 90} {x - 30} {y - 130}Z"
    pen.part(Path.parse(jaw), _STEEL)


def _splash_below(pen: Pen) -> None:
    """Far below whoever jumps in, what the last one threw up."""
    effects.below_a_jump(pen)
    for x, y, turn in ((150, 1200, -30), (330, 1150, -10), (700, 1150, 12), (880, 1200, 30)):
        pen.part(oval(x, y, 36, 90, turn), "#9fd6ec")
    pen.part(oval(MIDDLE_X, 1300, 640, 90), "#6fb7d6")
    for x in (120, 460, 800):
        pen.canvas.stroke(Path.parse(f"M{x} 1306Q{x + 60} 1274 {x + 120} 1306"), _WHITE, 14)


def _stilts(pen: Pen) -> None:
    """Under both feet, in long striped trousers, far down to the ground."""
    for side in SIDES:
        x = MIDDLE_X + side * 118
        pen.part(rounded_rect(x - 26, 1180, 52, 420, 16), _WOOD)
        pen.part(Path.parse(f"M{x - 66} 930L{x + 66} 930L{x + 54} 1400L{x - 54} 1400Z"), _TEAL)
        for dx in (-26, 26):
            pen.canvas.stroke(Path.lines([(x + dx, 950), (x + dx * 0.8, 1384)], closed=False), _CREAM, 16)
        pen.part(oval(x + 14, 1606, 70, 26), _RED)


def _pushed_wheelchair(pen: Pen) -> None:
    """Ahead, its handles in both hands."""
    effects.floor(pen)
    canvas = Canvas(BOX, BOX)
    chair = Pen(canvas, pen.species)
    vehicles.wheelchair_behind(chair)
    vehicles.wheelchair_front(chair)
    pen.canvas.place(canvas.drawing(), Transform.scale(0.86).then(Transform.move(800, 150)))


def _sponge_and_suds(pen: Pen) -> None:
    """In the hand that is held out, bubbles over what is washed, a bucket at the feet."""
    x, y = REACHED
    pen.part(Path.parse("M40 880L260 880L234 1060L66 1060Z"), _TEAL)
    pen.part(oval(150, 880, 112, 30), "#dcf3fa")
    pen.part(rounded_rect(x - 20, y - 70, 150, 96, 30), _GOLD)
    for dx, dy, r in (
        (150, -120, 40),
        (240, -60, 30),
        (330, -170, 52),
        (440, -90, 34),
        (560, -180, 44),
        (250, 130, 36),
        (480, 160, 28),
    ):
        pen.part(circle(x + dx, y + dy, r), "#dcf3fa")
        pen.canvas.fill(circle(x + dx - r * 0.3, y + dy - r * 0.3, r * 0.26), _WHITE)


def _tongue(pen: Pen) -> None:
    """From the mouth out to what it catches, in a curl."""
    way = curve((MIDDLE_X + 10, 500), (700, 620), (900, 560), (1010, 330), 18)
    pen.part(limb(way, 30, 24), "#e5637a")
    pen.part(circle(1014, 326, 44), "#e5637a")


def _chalked_squares(pen: Pen) -> None:
    """Flat on the ground under whoever hops over them, one stone thrown."""
    for row, (y, half) in enumerate(((1090, 230), (1180, 270), (1280, 320))):
        lower = half + 46
        for side in SIDES if row != 1 else (0.0,):
            x = MIDDLE_X + side * half * 0.5
            wide = half * 0.5 if side else half * 0.36
            path = Path.lines(
                [
                    (x - wide, y - 44),
                    (x + wide, y - 44),
                    (x + wide * lower / half, y + 40),
                    (x - wide * lower / half, y + 40),
                ]
            )
            pen.part(path, (_TEAL, _GOLD, _RED)[row])
            pen.canvas.stroke(path, _WHITE, 12)
    pen.part(oval(MIDDLE_X + 60, 1176, 40, 20), "#7b8595")


def _harmonica(pen: Pen) -> None:
    """At the mouth, in both hands."""
    pen.part(rounded_rect(360, 520, 304, 84, 24), _STEEL)
    pen.canvas.fill(rounded_rect(376, 556, 272, 30, 8), _RED)
    for x in range(392, 640, 34):
        pen.canvas.fill(rounded_rect(x, 560, 16, 22, 4), INK)


def _ice_hole(pen: Pen) -> None:
    """A short rod over dark water, a bucket beside whoever waits."""
    pen.part(oval(720, 1070, 900, 90), "#d9ecf5")
    pen.part(oval(1160, 1060, 190, 46), "#3f6f9f")
    for x, y in ((300, 1090), (760, 1120), (1400, 1080)):
        pen.canvas.stroke(Path.lines([(x, y), (x + 90, y - 12)], closed=False), _WHITE, 14)
    pen.part(Path.parse("M10 880L210 880L186 1060L34 1060Z"), _RED)
    pen.tube(Path.parse("M1170 560L1166 1050"), _CREAM, 8)
    pen.part(limb(curve((760, 780), (900, 680), (1060, 580), (1180, 552), 10), 20, 10), _WOOD)
    pen.part(circle(850, 740, 36), _STEEL)


def _brass_pole(pen: Pen) -> None:
    """From far above to far below, through both hands."""
    pen.part(rounded_rect(812, -260, 52, 1560, 20), _GOLD)
    pen.canvas.fill(rounded_rect(824, -250, 12, 1540, 6), _CREAM)
    pen.part(oval(838, 1300, 190, 40), "#7b8595")
    for y, x in ((360, 1000), (500, 1060), (640, 1000)):
        pen.part(limb([(x, y - 160), (x, y)], 8, 13), _CREAM)


def _tightrope(pen: Pen) -> None:
    """Between two poles, sagging a little under the feet."""
    for x in (-330, 1354):
        pen.part(rounded_rect(x - 30, 800, 60, 560, 18), _RED)
        pen.part(oval(x, 796, 52, 22), _GOLD)
    pen.tube(Path.parse("M-330 1010Q512 1080 1354 1010"), "#d9b27a", 18)


def _balancing_pole(pen: Pen) -> None:
    """Across, in both hands, far out on either side."""
    pen.tube(Path.parse("M-160 640Q512 560 1184 640"), _WOOD, 22)
    for x in (-160, 1184):
        pen.part(circle(x, 642, 34), _GOLD)


def _rope_to_a_sled(pen: Pen) -> None:
    """Over the shoulder of whoever pulls to the left, the sled after them."""
    x, y = REACHED
    effects.floor(pen)
    for run in ("M930 1066L1440 1066Q1500 1060 1500 990", "M930 1066Q900 1066 900 1030"):
        pen.tube(Path.parse(run), _STEEL, 22)
    for post in (1020, 1340):
        pen.part(rounded_rect(post - 16, 960, 32, 106, 10), _WOOD)
    pen.part(rounded_rect(930, 930, 500, 48, 20), _RED)
    pen.part(limb(curve((x, y), (x + 30, y + 120), (930, 900), (950, 950), 10), 10, 10), _CREAM)


_WAYS_TO_SLIDE = ("down a hill", "down a snowy hill", "down the hill", "down a slope", "down a snowy slope", "downhill")
_ON_A_BOARD = ("paddle board", "paddleboard", "sup board", "sup", "surfboard")

PURSUITS: Mapping[str, Action] = {
    "cricket": Action(
        (
            *("playing cricket", "plays cricket", "cricket playing", "hitting a six", "hits a six", "cricket batting"),
            *("cricket batsman", "batting at cricket", "swinging a cricket bat", "cricketer batting"),
        ),
        Pose("swing", "stride"),
        _stumps_and_ball,
        _pads,
        _cricket_bat,
        lean=4,
    ),
    "rugby": Action(
        (
            *("playing rugby", "plays rugby", "rugby playing", "scoring a try", "running with a rugby ball"),
            *("running with the rugby ball", "running with a rugby football", "carrying a rugby ball"),
        ),
        Pose("run", "run"),
        _turf_and_speed,
        _oval_ball_under_the_arm,
        lean=8,
    ),
    "sumo": Action(("sumo wrestling", "sumo"), Pose("knees", "squat"), _ring, barefoot=True),
    "yoga afloat": Action(
        tuple(
            f"{what} on {which} {board}"
            for what in ("yoga", "meditating", "yoga pose", "pilates")
            for which in ("a", "her", "his", "the")
            for board in _ON_A_BOARD
        ),
        Pose("joined", "lotus"),
        gear.board_on_water,
        mood="sleepy",
        barefoot=True,
    ),
    "angling": Action(
        ("fishing for", "fishes for", "angling for"),
        Pose("push", "sit"),
        front=_rod_and_line,
        hand=(1280.0, 800.0),
        size=400.0,
    ),
    "downhill": Action(
        forms("slide", after=_WAYS_TO_SLIDE) + forms("slide", after=("in the snow", "on the snow", "down the snow")),
        Pose("juggle", "stand"),
        lean=-84,
        mood="jolly",
    ),
    "baking": Action(
        ("baking", "bakes"),
        Pose("rim", "none"),
        front=_worktop,
        over=_oven_mitts,
        hand=(850.0, 806.0),
        more=((1070.0, 806.0),),
        size=220.0,
    ),
    "building": Action(
        (*forms("build"), "assembling", "constructing", "decorating", "decorates"),
        Pose("reach", "kneel"),
        hand=(1160.0, 760.0),
        size=640.0,
    ),
    "with a tray": Action(
        tuple(
            f"{does} {which} tray with"
            for does in ("holding", "carrying", "serving", "with", "offering", "bringing")
            for which in ("a", "the", "her", "his")
        ),
        Pose("hold", "stand"),
        front=_tray,
        hand=(360.0, 716.0),
        more=((MIDDLE_X, 716.0), (664.0, 716.0)),
        size=180.0,
        anywhere=True,
    ),
    "stilts": Action(
        ("walking on stilts", "on stilts", "stilt walking", "stilt walker"),
        Pose("balance", "none"),
        front=_stilts,
    ),
    "pushing a wheelchair": Action(
        tuple(
            f"pushing {which}{what}"
            for which in ("a ", "the ", "her ", "his ")
            for what in ("wheelchair", "wheel chair")
        ),
        Pose("push", "stride"),
        _pushed_wheelchair,
    ),
    "washing": Action(
        (*forms("wash", "polish"), "scrubbing", "bathing", "bathes"),
        Pose("reach", "stand"),
        effects.floor,
        over=_sponge_and_suds,
        hand=(1200.0, 800.0),
        size=620.0,
    ),
    "tongue": Action(("tonguing",), Pose("rest", "sit"), over=_tongue, hand=(1040.0, 270.0), size=190.0, mood="jolly"),
    "hopscotch": Action(
        ("hopscotch", "playing hopscotch", "plays hopscotch"), Pose("juggle", "dance"), _chalked_squares, mood="jolly"
    ),
    "ice fishing": Action(("ice fishing",), Pose("push", "sit"), _ice_hole),
    "harmonica": Action(
        tuple(
            f"{does} {which}harmonica" for does in ("playing", "plays") for which in ("a ", "the ", "his ", "her ", "")
        ),
        Pose("chin", "sit"),
        front=_harmonica,
        anywhere=True,
    ),
    "down a pole": Action(
        tuple(
            f"{does} down {which}{pole}"
            for does in ("sliding", "slides")
            for which in ("a ", "the ")
            for pole in ("pole", "fire pole", "fireman pole")
        ),
        Pose("pole", "leap"),
        front=_brass_pole,
        mood="jolly",
    ),
    "pushing": Action(
        ("pushing", "pushes", "shoving"),
        Pose("push", "stride"),
        effects.floor,
        hand=(1170.0, 760.0),
        size=580.0,
        lean=6,
    ),
    "tightrope": Action(
        (
            *(
                f"{does} {on}{which} {rope}"
                for does in ("walking", "balancing", "walks")
                for on in ("on ", "across ", "")
                for which in ("a", "the")
                for rope in ("tightrope", "high wire", "tight rope")
            ),
            *("tightrope walking", "tightrope walker"),
        ),
        Pose("balance", "stand"),
        _tightrope,
        _balancing_pole,
    ),
    "plumbing": Action(
        tuple(
            f"{does} {which}{what}"
            for does in ("fixing", "fixes", "repairing", "mending")
            for which in ("a ", "the ", "a leaking ", "a leaky ", "a broken ", "")
            for what in ("pipe", "pipes", "sink", "leak", "tap", "faucet")
        ),
        Pose("wave", "stand"),
        _leaking_pipe,
        over=_raised_wrench,
    ),
    "cannonball": Action(
        (
            *forms(
                "jump",
                "leap",
                after=tuple(
                    f"into {which}{water}"
                    for which in ("a ", "the ", "")
                    for water in ("lake", "pool", "sea", "ocean", "water", "river", "swimming pool")
                ),
            ),
            *("cannonball", "doing a cannonball", "cannonballing", "cannonballing into a pool"),
        ),
        Pose("juggle", "leap"),
        _splash_below,
        mood="jolly",
    ),
    "pulling a sled": Action(
        tuple(
            f"{does} {whose} {what}"
            for does in ("pulling", "pulls", "dragging", "tugging")
            for whose in ("a", "his", "her", "the", "a little", "a wooden")
            for what in ("sled", "sledge", "toboggan", "sleigh")
        ),
        Pose("reach", "stride"),
        _rope_to_a_sled,
    ),
}
"""By name."""
