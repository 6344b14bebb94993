"""Where a character can be: in something that hides its lower half, or sitting on something. Original art."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, ellipse, leaf, polar, rounded_rect, sparkle
from pod.imaging.colour import mix
from pod.providers.embedded.characters import holders, perches, seats
from pod.providers.embedded.characters.bodies import Pose
from pod.providers.embedded.characters.haunts import HAUNTS
from pod.providers.embedded.characters.pen import INK, LINE, MIDDLE_X, SIDES, Pen, at, blob, cloudlet, curve, limb, oval
from pod.providers.embedded.characters.stage import ANYWHERE, Stage

_WATER, _FOAM, _STONE, _CREAM, _WOOD = "#58abc4", "#f1fafa", "#9aa0aa", "#fbf2df", "#c98a4b"

_SOAK, _IN, _ON = Pose("none", "none"), Pose("rim", "none"), Pose("rest", "sit")


def _steam(pen: Pen, x: float, y: float, k: float = 1.0) -> None:
    wisp = curve((x, y), (x - 60 * k, y - 60 * k), (x + 60 * k, y - 110 * k), (x, y - 180 * k))
    pen.part(limb(wisp, 20 * k, 9 * k), "#e4f1f3")


def _spring_behind(pen: Pen) -> None:
    pen.part(oval(MIDDLE_X, 906, 480, 110), mix(_WATER, INK, 0.15))
    for side in SIDES:
        for out, y, r in ((470, 872, 88), (372, 838, 70)):
            pen.part(blob(*at(side, out, y), r, r * 0.78, 2.6), _STONE)
        _steam(pen, *at(side, 452, 800))
        _steam(pen, *at(side, 366, 750), 0.7)


def _spring_front(pen: Pen) -> None:
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


def _bathtub(pen: Pen) -> None:
    pen.part(Path.parse("M-20 880L1044 880C1040 1060 960 1130 860 1140L164 1140C64 1130 -16 1060 -20 880Z"), "#fdfbf6")
    pen.part(rounded_rect(-56, 850, 1136, 62, 31), "#e9e4d8")
    for side in SIDES:
        pen.part(circle(*at(side, 330, 1160), 42), "#d8a24a")
    for x, y, r in ((120, 842, 66), (230, 824, 84), (360, 842, 60), (700, 842, 66), (810, 820, 86), (930, 842, 62)):
        pen.part(circle(x, y, r), _FOAM)
        pen.canvas.fill(circle(x - r * 0.3, y - r * 0.3, r * 0.22), "#cfe8ef")


def _teacup(pen: Pen) -> None:
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


def _box(pen: Pen) -> None:
    for side in SIDES:
        flap = Path.lines([at(side, 330, 830), at(side, 480, 740), at(side, 560, 800), at(side, 360, 880)])
        pen.part(flap, "#e2b57f")
    pen.part(Path.lines([at(-1, 350, 850), at(1, 350, 850), at(1, 330, 1120), at(-1, 330, 1120)]), "#d09c62")
    pen.canvas.fill(rounded_rect(MIDDLE_X - 48, 850, 96, 270, 0), "#e9cfa6")


def _basket(pen: Pen) -> None:
    pen.part(Path.parse("M150 850L874 850C860 1010 800 1110 720 1126L304 1126C224 1110 164 1010 150 850Z"), _WOOD)
    for row in range(3):
        for i in range(7):
            x = 222 + 97 * i + (24 if row % 2 else 0) - row * 4
            pen.canvas.fill(rounded_rect(x - 34, 910 + 66 * row, 56, 30, 14), mix(_WOOD, INK, 0.3))
    pen.part(rounded_rect(120, 816, 784, 66, 33), mix(_WOOD, INK, 0.2))


def _flower_pot(pen: Pen) -> None:
    pen.part(Path.parse("M216 880L808 880L740 1140Q512 1168 284 1140Z"), "#cf6f47")
    pen.part(rounded_rect(180, 826, 664, 84, 24), "#dd8057")


def _hammock(pen: Pen) -> None:
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


def _float_back(pen: Pen) -> None:
    pen.part(oval(MIDDLE_X, 900, 420, 110), "#f6c4cf")


def _swim_ring(pen: Pen) -> None:
    tube = Path.parse(
        "M70 900C70 980 260 1040 512 1040C764 1040 954 980 954 900C954 860 930 836 900 830C860 900 700 930 512 930C324 930 164 900 124 830C94 836 70 860 70 900Z"
    )
    pen.part(tube, "#ee7f96")
    with pen.canvas.group(tube):
        for x in (140, 400, 640, 890):
            pen.canvas.fill(Path.lines([(x - 44, 780), (x + 44, 780), (x + 30, 1060), (x - 74, 1060)]), _CREAM)
    swell = "M-100 1010C0 960 80 1040 190 1004C300 964 380 1040 512 1004C640 964 720 1040 834 1004C940 964 1020 1040 1124 1010C1060 1110 820 1160 512 1160C204 1160 -36 1110 -100 1010Z"
    pen.part(Path.parse(swell), _WATER)


def _moon_seat(pen: Pen) -> None:
    """A crescent whose hollow holds the sitter."""
    whole = circle(MIDDLE_X - 20, 640, 640).geometry().difference(circle(MIDDLE_X + 150, 500, 560).geometry())
    pen.part(Path.from_geometry(whole.buffer(-8).buffer(8).segmentize(40), smooth=True), "#f6d777")
    for x, y, r in ((40, 760, 40), (230, 1060, 54), (560, 1184, 34), (0, 560, 26)):
        pen.canvas.fill(circle(x, y, r), "#e7bd55")
    for x, y, r in ((900, 120, 54), (120, 60, 40), (980, 420, 34)):
        pen.part(sparkle(x, y, r, 0.2), "#f6d777")


def _mushroom_seat(pen: Pen) -> None:
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


def _book_pile(pen: Pen) -> None:
    for y, width, shift, ink in ((950, 520, 10, "#d9673f"), (1040, 600, -14, "#3f8f8a"), (1130, 660, 6, "#5a4b9a")):
        left = MIDDLE_X - width / 2 + shift
        pen.part(rounded_rect(left, y, width, 84, 20), ink)
        pen.canvas.fill(rounded_rect(left + 60, y + 16, width - 66, 52, 8), "#fdf6e6")
        for k in range(3):
            pen.canvas.fill(rounded_rect(left + 74, y + 26 + 14 * k, width - 84, 4, 2), "#d8cbb0")


def _cloud_seat(pen: Pen) -> None:
    pen.part(cloudlet(MIDDLE_X, 1010, 1040, 250, 6), "#eef4fb")


def _stump(pen: Pen) -> None:
    pen.part(
        Path.parse(
            "M250 950C250 1060 230 1140 180 1190L400 1170L512 1200L640 1170L850 1190C800 1140 774 1060 774 950Z"
        ),
        "#8f5f3d",
    )
    pen.part(oval(MIDDLE_X, 950, 264, 60), "#e3b983")
    for grow in (0.72, 0.44, 0.18):
        pen.canvas.stroke(oval(MIDDLE_X, 950, 264 * grow, 60 * grow), "#b98655", 9)


def _branch(pen: Pen) -> None:
    pen.part(limb([(-10, 1000), (300, 974), (720, 992), (1040, 958)], 46, 34), "#8f5f3d")
    for x, y, turn in ((40, 950, -40), (150, 1040, 200), (850, 930, 30), (960, 930, 60), (900, 1010, 150)):
        pen.part(leaf(x, y, 130, 40, turn), "#6aa164")


def _stone(pen: Pen) -> None:
    pen.part(blob(MIDDLE_X, 1046, 480, 120, 2.6, 0.1), _STONE)
    pen.canvas.fill(blob(MIDDLE_X - 130, 996, 190, 26, 2.3), mix(_STONE, _CREAM, 0.5))


def _ball(pen: Pen) -> None:
    ball = circle(MIDDLE_X, 1150, 210)
    pen.part(ball, "#fbf2df")
    with pen.canvas.group(ball):
        for turn, ink in ((20, "#d9503f"), (140, "#f3bf4b"), (260, "#4f9fc9")):
            wedge = [(MIDDLE_X, 1150), *(polar(MIDDLE_X, 1150, 300, turn + 10 * k) for k in range(7))]
            pen.canvas.fill(Path.lines(wedge), ink)
    pen.part(circle(MIDDLE_X, 1150, 34), "#fbf2df")


def _throne_back(pen: Pen) -> None:
    pen.part(Path.parse("M210 1100L190 260C250 120 380 60 512 40C644 60 774 120 834 260L814 1100Z"), "#d8a540")
    pen.part(Path.parse("M270 1060L254 300C320 190 420 140 512 124C604 140 704 190 770 300L754 1060Z"), "#b23a48")
    pen.part(circle(MIDDLE_X, 54, 46), "#b23a48")


def _throne_seat(pen: Pen) -> None:
    pen.part(rounded_rect(160, 950, 704, 84, 34), "#b23a48")
    for side in SIDES:
        pen.part(rounded_rect(MIDDLE_X + side * 310 - 44, 1020, 88, 150, 20), "#d8a540")


def _pumpkin(pen: Pen) -> None:
    for x, rx in ((-250, 200), (250, 200), (-120, 190), (120, 190), (0, 150)):
        pen.part(oval(MIDDLE_X + x, 1080, rx, 170), mix("#ee8a35", INK, 0.06 * (abs(x) > 200)))


def _hill(pen: Pen) -> None:
    pen.part(Path.parse("M-80 1080C100 960 300 930 512 930C724 930 924 960 1104 1080Q512 1160 -80 1080Z"), "#7fae5e")


_HUGS = frozenset({"hugging", "hugs", "hug", "climbing", "climbs", "clinging"})
_CLIMBS = frozenset({"climbing", "climbs", "climbed", "up", "conquering", "summiting", "scaling"})
_ABDUCTED = frozenset({"abducted", "kidnapped", "beamed", "taken"})
_INSIDE = frozenset({"in", "inside", "into", "within"})
_RESTS = frozenset({"on", "in", "upon"})
_AT = frozenset({"at", "behind"})
_WRAPPED = frozenset({"in", "under", "inside", "into", "with"})
_PUSHES = frozenset({"pushing", "pushes", "push", "with", "behind", "mowing", "mows", "walking", "the"})
_HIDES = frozenset({"behind", "hiding", "peeking", "from", "in"})
_GUARDS = frozenset({"guarding", "guards", "hoarding", "hoards", "on", "protecting", "sleeping", "over", "collecting"})
_BATHES = frozenset({"taking", "takes", "having", "in", "inside", "enjoying", "needs"})

_INTO_OR_ON = frozenset({*_INSIDE, "on", "upon", "atop"})

_FURNITURE: Mapping[str, Stage] = {
    "rocking chair": Stage(_ON, seats.rocker_back, seats.rocker_front, ("rocking chair", "rocker"), _INTO_OR_ON),
    "bean bag": Stage(_ON, seats.bean_bag, words=("bean bag", "beanbag", "bean bag chair"), leads=_INTO_OR_ON),
    "armchair": Stage(
        _ON,
        seats.armchair_back,
        seats.armchair_front,
        ("armchair", "arm chair", "recliner", "easy chair", "comfy chair", "chair"),
        _INTO_OR_ON,
    ),
    "beach chair": Stage(
        _ON,
        seats.deck_chair_back,
        seats.deck_chair_front,
        ("beach chair", "deck chair", "deckchair", "sun lounger", "lawn chair", "camping chair"),
        _INTO_OR_ON,
    ),
    "park bench": Stage(_ON, seats.bench_back, seats.bench_seat, ("park bench", "bench")),
    "bar stool": Stage(_ON, seats.stool, words=("bar stool", "barstool", "stool")),
    "bed": Stage(
        _IN, seats.bed_back, seats.bed_cover, ("bed", "his bed", "her bed", "cozy bed", "four poster bed"), _INTO_OR_ON
    ),
    "desk": Stage(_IN, front=seats.desk, words=("desk", "office desk", "work desk", "office", "work"), leads=_AT),
    "table": Stage(_IN, front=seats.table, words=("table", "dinner table", "kitchen table", "restaurant"), leads=_AT),
    "sleigh": Stage(_IN, front=seats.sleigh, words=("sleigh", "santa's sleigh"), leads=_INTO_OR_ON | {"riding"}),
    "wheelbarrow": Stage(_IN, front=seats.tub_of_a_barrow, words=("wheelbarrow",), leads=_INTO_OR_ON),
    "snow globe": Stage(
        Pose("rest", "sit"), seats.globe_behind, seats.globe_front, ("snow globe", "snowglobe"), _INSIDE
    ),
    "bird cage": Stage(
        Pose("rest", "sit"),
        seats.cage_behind,
        seats.cage_bars,
        ("bird cage", "birdcage", "cage", "jail", "prison"),
        _INSIDE | {"behind"},
    ),
    "stocking": Stage(_IN, front=seats.stocking, words=("stocking", "christmas stocking"), leads=_INSIDE),
    "hula hoop": Stage(
        Pose("juggle", "stand"),
        seats.hoop_behind,
        seats.hoop_front,
        ("hula hoop", "hula hooping"),
        frozenset({"with", "in", "inside", "playing", "spinning", "twirling", "doing", "using", "and"}),
    ),
    "jump rope": Stage(
        Pose("balance", "stand"),
        seats.rope_behind,
        words=("jump rope", "skipping rope", "jumping rope"),
        leads=frozenset({"with", "playing", "doing", "using", "jumping", "on", "and"}),
    ),
    "pogo stick": Stage(
        Pose("hold", "stand"),
        seats.pogo_behind,
        seats.pogo_front,
        ("pogo stick", "pogo"),
        frozenset({"with", "on", "riding", "jumping", "hopping", "bouncing"}),
    ),
}

_SWIMS = (
    *(f"floating on {whose} {back}" for whose in ("its", "his", "her", "their") for back in ("back", "backs")),
    *(
        f"{does} {where} {whose} {water}"
        for does in ("swimming", "floating", "bathing", "paddling", "splashing", "swims")
        for where in ("in", "across", "through")
        for whose in ("a", "the")
        for water in ("lake", "river", "sea", "ocean", "stream", "lagoon", "fjord")
    ),
)
"""In open water: “fishing in a river” stands on its bank."""

NOOKS: Mapping[str, Stage] = {
    "hot spring": Stage(
        _SOAK,
        _spring_behind,
        _spring_front,
        ("hot spring", "hot springs", "onsen", "hot tub", "jacuzzi", "thermal bath"),
    ),
    "swim": Stage(_SOAK, holders.water_behind, holders.water, _SWIMS, ANYWHERE),
    "pool": Stage(_SOAK, holders.water_behind, holders.water, ("pool", "pond", "swimming pool", "paddling pool")),
    "water": Stage(
        _SOAK,
        holders.water_behind,
        holders.water,
        ("water", "the water"),
        frozenset({"on", "floating", "swimming", "in", "through"}),
    ),
    "puddle": Stage(
        Pose("juggle", "stand"),
        front=holders.puddle,
        words=("puddle", "puddles", "rain puddle", "mud puddle"),
        leads=frozenset({"in", "into", "through", "on", "over", "with"}),
    ),
    "hamster wheel": Stage(
        Pose("balance", "stand"),
        holders.wheel_behind,
        holders.wheel_front,
        ("wheel", "hamster wheel", "running wheel", "exercise wheel"),
        frozenset({"in", "on", "inside"}),
    ),
    "rock face": Stage(
        Pose("raise", "stand"),
        front=perches.peak,
        words=("rock climbing", "rock climber", "mountain climbing", "bouldering"),
        leads=ANYWHERE,
    ),
    "couch": Stage(_ON, holders.couch_back, holders.couch_arms, ("couch", "sofa", "settee"), _INTO_OR_ON | _RESTS),
    "bathtub": Stage(_IN, front=_bathtub, words=("bathtub", "bath tub", "bath", "bubble bath", "tub"), leads=_BATHES),
    "teacup": Stage(_IN, front=_teacup, words=("teacup", "tea cup", "cup", "coffee cup", "mug", "bowl")),
    "box": Stage(_IN, front=_box, words=("box", "cardboard box", "parcel", "crate", "suitcase")),
    "basket": Stage(_IN, front=_basket, words=("basket", "picnic basket", "laundry basket", "nest", "bucket")),
    "jar": Stage(
        _IN, front=holders.jar, words=("jar", "mason jar", "glass jar", "cookie jar", "bottle", "glass bottle")
    ),
    "vase": Stage(_IN, front=holders.vase, words=("vase", "urn", "pitcher")),
    "teapot": Stage(_IN, front=holders.teapot, words=("teapot", "tea pot")),
    "watering can": Stage(_IN, front=holders.watering_can, words=("watering can",), leads=_INSIDE),
    "egg": Stage(
        _IN,
        front=holders.eggshell,
        words=("egg", "eggshell", "dragon egg", "dinosaur egg"),
        leads=frozenset({*_INSIDE, "of", "from"}),
    ),
    "bun": Stage(
        _IN,
        holders.bun_behind,
        holders.bun,
        ("bun", "hot dog bun", "hotdog bun", "hot dog roll", "sandwich", "burrito"),
    ),
    "window": Stage(
        _IN,
        holders.window_behind,
        holders.window_sill,
        ("window", "window sill", "windowsill"),
        frozenset({"out", "in", "on", "at", "through", "from", "inside"}),
    ),
    "pocket": Stage(
        _IN,
        front=holders.pocket,
        words=("pocket", "shirt pocket", "jeans pocket", "breast pocket", "a pocket"),
        leads=_INSIDE | {"out", "from", "of"},
    ),
    "wagon": Stage(_IN, front=holders.wagon, words=("wagon", "red wagon", "cart")),
    "swing": Stage(
        Pose("rest", "sit"), holders.swing_ropes, holders.swing_seat, ("swing", "tree swing", "tire swing", "swings")
    ),
    "flower pot": Stage(_IN, front=_flower_pot, words=("flower pot", "flowerpot", "pot", "plant pot", "barrel")),
    "hanging pot": Stage(
        _IN,
        holders.hanging_ropes,
        holders.hanging_pot,
        ("hanging pot", "hanging basket", "hanging planter", "macrame", "macrame hanger", "plant hanger"),
    ),
    "trash can": Stage(
        _IN,
        perches.lid_behind,
        perches.trash_can,
        ("trash can", "trashcan", "dumpster", "garbage can", "bin", "dustbin", "garbage", "trash"),
    ),
    "hammock": Stage(_IN, front=_hammock, words=("hammock",)),
    "swim ring": Stage(
        _SOAK,
        _float_back,
        _swim_ring,
        ("swim ring", "pool float", "inner tube", "rubber ring", "lifebuoy"),
    ),
    "crescent moon": Stage(_ON, _moon_seat, words=("crescent moon", "moon", "the moon")),
    "mushroom": Stage(_ON, _mushroom_seat, words=("mushroom", "toadstool")),
    "pile of books": Stage(_ON, _book_pile, words=("pile of books", "stack of books", "books")),
    "cloud": Stage(_ON, _cloud_seat, words=("cloud", "clouds", "cloud nine")),
    "tree stump": Stage(_ON, _stump, words=("tree stump", "stump", "log", "tree trunk")),
    "branch": Stage(_ON, _branch, words=("branch", "twig", "tree branch", "tree", "perch")),
    "stone": Stage(_ON, _stone, words=("stone", "rock", "boulder", "iceberg", "ice floe", "mountain top")),
    "ball": Stage(Pose("balance", "sit"), _ball, words=("ball", "beach ball", "circus ball")),
    "throne": Stage(_ON, _throne_back, _throne_seat, words=("throne",)),
    **_FURNITURE,
    "pumpkin": Stage(_ON, _pumpkin, words=("pumpkin",)),
    "hugged tree": Stage(
        Pose("hold", "sit"),
        perches.tree_behind,
        perches.tree_front,
        ("tree", "trees", "tree trunk", "trunk", "bamboo"),
        _HUGS,
    ),
    "hanging branch": Stage(
        Pose("hang", "stand"),
        perches.branch_above,
        words=("branch", "tree branch", "tree", "vine", "rope", "bar", "clothesline"),
        leads=frozenset({"from", "off"}),
    ),
    "ladder": Stage(Pose("balance", "stand"), perches.ladder_behind, words=("ladder", "wall"), leads=_CLIMBS),
    "peak": Stage(
        Pose("raise", "stand"),
        front=perches.peak,
        words=("mountain", "mountains", "peak", "summit", "cliff", "everest", "rock", "rocks", "boulder", "volcano"),
        leads=_CLIMBS,
    ),
    "beam": Stage(
        Pose("balance", "sit"), perches.beam_behind, words=("ufo", "flying saucer", "aliens", "alien"), leads=_ABDUCTED
    ),
    "lily pad": Stage(_ON, perches.lily_pad, words=("lily pad", "lilypad", "lily pads", "waterlily", "water lily")),
    "under a tree": Stage(
        Pose("rest", "sit"),
        holders.shade_tree,
        words=("tree", "oak tree", "oak", "pear tree", "palm tree", "willow tree", "maple tree"),
        leads=frozenset({"under", "beneath", "below", "underneath"}),
    ),
    "trampoline": Stage(
        Pose("juggle", "stand"), holders.trampoline_behind, words=("trampoline",), leads=frozenset({"on", "jumping"})
    ),
    "under a blanket": Stage(
        _IN,
        seats.bed_back,
        seats.bed_cover,
        ("blanket", "blankets", "quilt", "duvet", "covers"),
        frozenset({"under", "beneath", "underneath"}),
    ),
    "blanket": Stage(
        _SOAK, front=perches.blanket, words=("blanket", "blankets", "quilt", "duvet", "towel"), leads=_WRAPPED
    ),
    "pushed wheelbarrow": Stage(_IN, front=perches.wheelbarrow, words=("wheelbarrow",), leads=_PUSHES),
    "shopping cart": Stage(_IN, front=perches.pushcart, words=("shopping cart", "shopping trolley"), leads=_PUSHES),
    "stroller": Stage(_IN, front=perches.stroller, words=("stroller", "pram", "baby carriage", "buggy"), leads=_PUSHES),
    "lawn mower": Stage(_IN, front=perches.mower, words=("lawn mower", "lawnmower", "mower", "lawn"), leads=_PUSHES),
    "boot": Stage(_IN, front=perches.boot, words=("boot", "cowboy boot", "shoe", "sneaker"), leads=_INSIDE | {"out"}),
    "bush": Stage(_SOAK, front=perches.bush_front, words=("bush", "bushes", "hedge", "shrub", "leaves"), leads=_HIDES),
    "tree trunk": Stage(Pose("rest", "sit"), front=perches.trunk_front, words=("tree", "tree trunk"), leads=_HIDES),
    "hoard": Stage(
        _ON,
        front=perches.hoard,
        words=("treasure", "gold", "hoard", "gold coins", "shiny things", "shiny rocks", "coins", "jewels", "gems"),
        leads=_GUARDS,
    ),
    "hill": Stage(_ON, _hill, words=("hill", "meadow", "grass")),
    **HAUNTS,
}
"""Where a character can be, by name."""

HELD_IN = frozenset({"couch", "park bench"}) | {name for name, stage in NOOKS.items() if stage.pose == _IN}
"""Those that hide the lower half, and seats for two: they hold several."""
