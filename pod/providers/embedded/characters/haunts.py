"""Houses and hollows to look out of, and reeds to stand in. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, leaf, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters import holders, pastimes, seats
from pod.providers.embedded.characters.bodies import Pose
from pod.providers.embedded.characters.pen import BOX, INK, LINE, MIDDLE_X, SIDES, Pen, blob, limb, oval
from pod.providers.embedded.characters.stage import ANYWHERE, Stage

_WOOD, _BARK, _RED, _GREEN, _STONE, _CREAM = "#a9713f", "#7a5236", "#c94a3d", "#4f9a5c", "#8a8f9a", "#fbf2df"
_IN, _ON = Pose("rim", "none"), Pose("rest", "sit")
_DARK = "#2f2a38"

Part = Callable[[Pen], None]


def _doorway(pen: Pen, top: float = 120.0, half: float = 360.0) -> None:
    """The dark that somebody looks out of."""
    arch = f"M{MIDDLE_X - half} 960L{MIDDLE_X - half} {top + half}Q{MIDDLE_X - half} {top} {MIDDLE_X} {top}Q{MIDDLE_X + half} {top} {MIDDLE_X + half} {top + half}L{MIDDLE_X + half} 960Z"
    pen.part(Path.parse(arch), _DARK)


def _boards(pen: Pen, ink: str, top: float = 60.0) -> None:
    pen.part(rect(60, top, 904, 900), ink)
    for x in range(140, 960, 92):
        pen.canvas.fill(rect(x, top, 9, 900), mix(ink, INK, 0.26))


def _roof(pen: Pen, ink: str) -> None:
    pen.part(Path.parse("M-60 130L512 -330L1084 130L1010 200L512 -190L14 200Z"), ink)


def _house(wall: str, roof: str) -> Part:
    def behind(pen: Pen) -> None:
        pen.part(Path.parse("M60 110L512 -250L964 110Z"), wall)
        _boards(pen, wall, 100)
        _doorway(pen)
        _roof(pen, roof)

    return behind


def _sill(ink: str, y: float = 890.0) -> Part:
    return lambda pen: pen.part(rounded_rect(-10, y, 1044, 96, 24), ink)


def _treehouse_behind(pen: Pen) -> None:
    for x, y, r in (
        (-40, 180, 220),
        (1064, 180, 220),
        (60, 560, 200),
        (964, 560, 200),
        (230, -160, 230),
        (794, -160, 230),
    ):
        pen.part(circle(x, y, r), _GREEN)
    for x, y in ((-110, 120), (1100, 160), (0, 560), (1010, 600), (150, -220), (860, -220)):
        pen.canvas.fill(leaf(x, y, 110, 34, 40), mix(_GREEN, _CREAM, 0.3))
    _house(_WOOD, _RED)(pen)


def _treehouse_front(pen: Pen) -> None:
    pen.part(Path.parse("M400 960L624 960Q620 1120 720 1240L304 1240Q404 1120 400 960Z"), _BARK)
    for x in (790, 900):
        pen.part(limb([(x, 970), (x + 30, 1240)], 15, 15), _CREAM)
    for k in range(3):
        pen.part(limb([(798 + 10 * k, 1040 + 66 * k), (906 + 10 * k, 1040 + 66 * k)], 14, 14), _CREAM)
    _sill(mix(_WOOD, _CREAM, 0.25))(pen)


def _birdhouse_behind(pen: Pen) -> None:
    teal = "#3f978f"
    pen.part(Path.parse("M60 110L512 -250L964 110Z"), teal)
    _boards(pen, teal, 100)
    pen.part(circle(MIDDLE_X, 500, 400), _DARK)
    _roof(pen, _RED)


def _birdhouse_front(pen: Pen) -> None:
    pen.part(rounded_rect(452, 960, 120, 270, 30), _BARK)
    pen.part(Path.parse("M60 850Q512 990 964 850L964 970L60 970Z"), "#3f978f")
    _sill(_WOOD, 950)(pen)


def _tent_behind(pen: Pen) -> None:
    pen.part(Path.parse("M-180 1010L512 -240L1204 1010Z"), "#e98a3c")
    pen.part(Path.parse("M20 1010L512 -60L1004 1010Z"), _DARK)


def _tent_front(pen: Pen) -> None:
    for side in SIDES:
        flap = f"M{MIDDLE_X + side * 500} 1010Q{MIDDLE_X + side * 330} 700 {MIDDLE_X + side * 60} 60Q{MIDDLE_X + side * 250} 460 {MIDDLE_X + side * 560} 800L{MIDDLE_X + side * 690} 1010Z"
        pen.part(Path.parse(flap), mix("#e98a3c", _CREAM, 0.4))
    pen.part(Path.parse("M-200 990Q512 930 1224 990L1224 1060L-200 1060Z"), "#7fb56a")


def _cave_behind(pen: Pen) -> None:
    pen.part(Path.parse("M-140 1010C-160 500 40 -120 512 -140C984 -120 1184 500 1164 1010Z"), _STONE)
    for x, y in ((-10, 500), (120, 160), (700, -40), (960, 300), (1040, 700), (330, -40)):
        pen.canvas.fill(rounded_rect(x - 60, y, 120, 30, 15), mix(_STONE, INK, 0.3))
    _doorway(pen, 60, 400)


def _igloo_behind(pen: Pen) -> None:
    dome = Path.parse("M-140 1000C-140 320 140 -120 512 -120C884 -120 1164 320 1164 1000Z")
    pen.part(dome, "#e3f1f8")
    with pen.canvas.group(dome):
        for row, y in enumerate((80, 300, 520, 740)):
            pen.canvas.stroke(Path.lines([(-160, y), (1180, y)], closed=False), "#8fb5cc", 13)
            for k in range(8):
                x = -140 + 190 * k + 95 * (row % 2)
                pen.canvas.stroke(Path.lines([(x, y), (x, y + 220)], closed=False), "#8fb5cc", 13)
    _doorway(pen, 100, 370)


def _phone_box_behind(pen: Pen) -> None:
    pen.part(rect(60, -60, 904, 1020), _RED)
    pen.part(Path.parse("M50 -40Q80 -230 512 -230Q944 -230 974 -40Z"), _RED)
    pen.part(rect(150, -20, 724, 80), _CREAM)
    pen.part(rect(140, 110, 744, 850), "#bfe6f3")


def _phone_box_front(pen: Pen) -> None:
    for x in (60, 874):
        pen.part(rect(x, 60, 90, 900), _RED)
    pen.part(rect(60, 850, 904, 250), _RED)
    pen.part(rect(190, 910, 644, 130), mix(_RED, INK, 0.2))
    pen.part(rect(20, 1090, 984, 90), "#3d3a48")


def _reeds(pen: Pen, spots: tuple[tuple[float, float, float], ...]) -> None:
    for x, top, foot in spots:
        pen.part(limb([(x, 1060), (foot, top)], 14, 10), _GREEN)
        pen.part(limb([(foot + (x - foot) * 0.06, top + 50), (foot + (x - foot) * 0.26, top + 220)], 44, 44), _BARK)


def _reeds_behind(pen: Pen) -> None:
    _reeds(pen, ((120, 120, 60), (240, 330, 190), (800, 300, 850), (930, 90, 980)))
    for x, turn in ((90, -12), (200, 8), (830, -8), (960, 14)):
        pen.part(leaf(x, 1060, 640, 46, turn), mix(_GREEN, _CREAM, 0.2))


def _reeds_front(pen: Pen) -> None:
    pen.part(blob(MIDDLE_X, 1080, 640, 100, 2.6), "#58abc4")
    for x, y, w in ((250, 1060, 60), (770, 1066, 66), (MIDDLE_X, 1110, 100)):
        pen.canvas.fill(oval(x, y, w, 11), mix("#58abc4", _CREAM, 0.6))
    _reeds(pen, ((40, 430, -20), (990, 400, 1050)))
    for x, turn in ((10, -24), (80, 10), (150, 24), (880, -22), (950, -8), (1020, 24)):
        pen.part(leaf(x, 1090, 330 + LINE, 40, turn), mix(_GREEN, _CREAM, 0.32))


def _sleigh_front(pen: Pen) -> None:
    for width, ink in ((62, INK), (40, "#e9b13c")):
        pen.canvas.stroke(
            Path.parse("M-120 980C-190 1080 -100 1190 60 1190L960 1190C1090 1190 1130 1100 1060 1040"), ink, width
        )
    for x in (220, 780):
        pen.part(rect(x, 1080, 40, 110), "#e9b13c")
    body = "M-90 740C-130 620 40 560 80 690C110 800 200 850 330 860L720 860C900 850 960 700 930 520C1090 560 1110 760 1040 930C980 1070 860 1110 700 1110L280 1110C90 1100 -50 930 -90 740Z"
    pen.part(Path.parse(body), _RED)
    pen.canvas.stroke(Path.parse("M0 880C90 1020 180 1050 300 1050L690 1050C830 1040 930 960 980 800"), "#e9b13c", 26)


def _mushroom_behind(pen: Pen) -> None:
    """Tall enough to shelter whoever sits at its foot."""
    pen.part(Path.parse("M640 60L860 60Q850 700 940 1080L560 1080Q650 700 640 60Z"), _CREAM)
    cap = Path.parse("M-120 120C-120 -320 260 -520 540 -520C820 -520 1200 -320 1200 120Q540 260 -120 120Z")
    pen.part(cap, _RED)
    with pen.canvas.group(cap):
        for x, y, r in (
            (60, -60, 90),
            (360, -300, 110),
            (720, -240, 100),
            (1010, -40, 90),
            (480, 0, 70),
            (800, 40, 56),
        ):
            pen.canvas.fill(oval(x, y, r, r * 0.86), "#fdfbf6")


def _mushroom_front(pen: Pen) -> None:
    for x, turn in ((120, -28), (170, 6), (860, -8), (930, 26)):
        pen.part(leaf(x, 1080, 230, 40, turn), _GREEN)


def _well_behind(pen: Pen) -> None:
    for x in (40, 904):
        pen.part(rect(x, -60, 80, 960), _BARK)
    pen.part(Path.parse("M-140 -20L512 -360L1164 -20L1100 60L512 -230L-76 60Z"), "#b5503f")


def _well_front(pen: Pen) -> None:
    wall = Path.parse("M-20 880L1044 880L1000 1190Q512 1270 24 1190Z")
    pen.part(wall, _STONE)
    with pen.canvas.group(wall):
        for row in range(4):
            for k in range(6):
                pen.canvas.fill(
                    rounded_rect(30 + 190 * k + 90 * (row % 2), 960 + 76 * row, 100, 26, 12), mix(_STONE, INK, 0.26)
                )
    pen.part(rounded_rect(-50, 850, 1124, 80, 36), mix(_STONE, _CREAM, 0.3))


_UNDER = frozenset({"under", "beneath", "below", "underneath"})
_AMONG = frozenset({"in", "among", "amongst", "through", "between", "standing", "amid"})


def _fence(pen: Pen) -> None:
    """Pickets under whoever sits on the rail."""
    for y in (1000, 1130):
        pen.part(rounded_rect(-70, y, 1164, 46, 12), _CREAM)
    for x in (-30, 150, 330, 510, 690, 870):
        pen.part(Path.lines([(x, 1250), (x, 980), (x + 52, 920), (x + 104, 980), (x + 104, 1250)]), "#fdfbf6")


def _high_fence(pen: Pen) -> None:
    """As high as a chest."""
    canvas = Canvas(BOX, BOX)
    _fence(Pen(canvas, pen.species))
    pen.canvas.place(canvas.drawing(), Transform.move(0, -130))


def _ledge(pen: Pen) -> None:
    """A table's edge with its cloth, as high as a chin."""
    scallops = "".join(f"Q{948 - 124 * k} {1050 if k % 2 else 960} {886 - 124 * k} 1010" for k in range(8))
    pen.part(Path.parse(f"M-20 770L1044 770L1010 1010{scallops}L-20 1010Z"), "#f6efe2")
    for k in range(8):
        pen.canvas.fill(rounded_rect(30 + 130 * k, 800, 52, 150, 10), "#e5637a", 0.75)
    pen.part(rounded_rect(-60, 730, 1144, 62, 26), _WOOD)


def _post(pen: Pen) -> None:
    pen.part(rounded_rect(422, 940, 180, 330, 16), _WOOD)
    pen.part(oval(MIDDLE_X, 946, 96, 30), "#e3b983")
    for x, y in ((470, 1030), (540, 1090), (480, 1170)):
        pen.canvas.stroke(Path.lines([(x, y), (x + 4, y + 60)], closed=False), mix(_WOOD, INK, 0.4), 9)


def _spade(pen: Pen) -> None:
    """Upright, its handle for a perch, the blade in the earth."""
    pen.part(rounded_rect(488, 980, 48, 330, 12), _WOOD)
    pen.part(rounded_rect(392, 940, 240, 52, 26), _WOOD)
    pen.part(Path.parse("M416 1290L608 1290L608 1440Q512 1500 416 1440Z"), "#a9b3c2")
    pen.part(blob(MIDDLE_X, 1450, 260, 60, 2.4), _BARK)


def _picnic_blanket(pen: Pen) -> None:
    cloth = Path.parse("M-40 930L1064 930L1330 1200L-306 1200Z")
    pen.part(cloth, _CREAM)
    with pen.canvas.group(cloth):
        for k in range(6):
            low, high = -306 + 272 * k, -40 + 184 * k
            pen.canvas.fill(
                Path.lines([(high, 930), (high + 92, 930), (low + 136, 1200), (low, 1200)]), mix(_RED, _CREAM, 0.35)
            )
        for y, thick in ((958, 38), (1042, 46), (1136, 56)):
            pen.canvas.fill(rounded_rect(-320, y, 1670, thick, 2), mix(_RED, _CREAM, 0.35))
        for k in range(6):
            for y, thick in ((958, 38), (1042, 46), (1136, 56)):
                up, down = ((row - 930) / 270 for row in (y, y + thick))
                left = [(-40 + 184 * k) * (1 - t) + (-306 + 272 * k) * t for t in (up, down)]
                wide = [92 * (1 - t) + 136 * t for t in (up, down)]
                square = [(left[0], y), (left[0] + wide[0], y), (left[1] + wide[1], y + thick), (left[1], y + thick)]
                pen.canvas.fill(Path.lines(square), _RED)


def _picnic_food(pen: Pen) -> None:
    """A basket with a loaf on the left, a slice of watermelon and an apple on the right."""
    pen.part(limb([(-60, 960), (90, 790)], 44, 36), "#d99d5e")
    for k in range(3):
        pen.canvas.stroke(
            Path.lines([(-30 + 36 * k, 908 - 42 * k), (6 + 36 * k, 926 - 42 * k)], closed=False),
            mix(_WOOD, INK, 0.3),
            9,
        )
    pen.canvas.stroke(Path.parse("M-170 940C-160 740 150 740 160 940"), INK, 44)
    pen.canvas.stroke(Path.parse("M-170 940C-160 740 150 740 160 940"), _WOOD, 26)
    basket = Path.parse("M-200 930L190 930L160 1140L-170 1140Z")
    pen.part(basket, _WOOD)
    with pen.canvas.group(basket):
        for row in range(3):
            for k in range(7):
                x = -190 + 62 * k + 31 * (row % 2)
                pen.canvas.fill(rounded_rect(x, 962 + 58 * row, 46, 36, 10), "#e3b983")
    pen.part(rounded_rect(-214, 906, 418, 46, 20), mix(_WOOD, INK, 0.2))
    pen.part(Path.parse("M800 1060L1180 1060C1160 1190 820 1190 800 1060Z"), "#4f9a6a")
    pen.canvas.fill(Path.parse("M828 1060L1152 1060C1134 1156 846 1156 828 1060Z"), "#e0564a")
    for x, y in ((900, 1086), (960, 1110), (1020, 1088), (1080, 1104)):
        pen.canvas.fill(oval(x, y, 9, 15), INK)
    pen.part(blob(790, 1110, 62, 60, 2.4), "#d9463c")
    pen.canvas.stroke(Path.parse("M790 1056Q794 1030 812 1018"), _BARK, 12)


def _hollow_tree_behind(pen: Pen) -> None:
    """A stout trunk under its crown, a knot-hole in it."""
    for x, y, rx, ry in ((130, -330, 360, 250), (894, -330, 360, 250), (MIDDLE_X, -480, 420, 290)):
        pen.part(oval(x, y, rx, ry), _GREEN)
    pen.canvas.fill(oval(MIDDLE_X, -360, 520, 220), _GREEN)
    for x, y in ((200, -420), (420, -560), (700, -520), (860, -300), (300, -260)):
        pen.canvas.fill(oval(x, y, 70, 40), mix(_GREEN, _CREAM, 0.25))
    pen.part(
        Path.parse("M-60 1200C60 900 40 300 -40 -160C160 -240 860 -240 1064 -160C984 300 964 900 1084 1200Z"), _BARK
    )
    for x, top, low in ((20, -60, 300), (1000, -20, 340), (960, 700, 1040), (70, 760, 1080)):
        pen.canvas.stroke(
            Path.lines([(x, top), (x + 16, (top + low) / 2), (x, low)], closed=False), mix(_BARK, INK, 0.4), 15
        )
    pen.part(oval(MIDDLE_X, 430, 420, 560), mix(_BARK, _CREAM, 0.3))
    pen.part(oval(MIDDLE_X, 440, 360, 500), _DARK)


def _hollow_tree_front(pen: Pen) -> None:
    lip = "M92 700C160 900 300 960 512 960C724 960 864 900 932 700L1010 1200L14 1200Z"
    pen.part(Path.parse(lip), _BARK)
    for x in (200, 512, 800):
        pen.canvas.stroke(Path.lines([(x, 1010), (x + 12, 1150)], closed=False), mix(_BARK, INK, 0.4), 15)


_SITS = Pose("rest", "sit")
_SOAKED = Pose("none", "none")
_BEHIND_IT = frozenset({"over", "behind"})
_ON_IT = frozenset({"on", "upon", "using", "at"})

HAUNTS: Mapping[str, Stage] = {
    "picnic": Stage(
        _SITS,
        _picnic_blanket,
        _picnic_food,
        (
            *(
                f"{does} picnic"
                for does in ("having a", "have a", "has a", "on a", "at a", "enjoying a", "having", "at the")
            ),
            *("picnicking", "picnic blanket", "picnic date", "picnic in the park"),
        ),
        ANYWHERE,
    ),
    "toilet": Stage(
        _ON, pastimes.toilet_behind, pastimes.toilet_front, ("toilet", "the toilet", "potty", "loo"), _ON_IT
    ),
    "sunbathing": Stage(
        _ON, seats.deck_chair_back, seats.deck_chair_front, ("sunbathing", "sun tanning", "working on a tan"), ANYWHERE
    ),
    "under an apple tree": Stage(_SITS, holders.apple_tree, words=("apple tree", "apple trees"), leads=_UNDER),
    "under a cherry tree": Stage(
        _SITS,
        holders.blossom_tree,
        words=("cherry tree", "cherry blossom tree", "cherry blossoms", "blossom tree", "cherry blossom"),
        leads=_UNDER,
    ),
    "under a fir tree": Stage(
        _SITS,
        holders.fir_tree,
        words=("fir tree", "pine tree", "pine", "fir", "spruce", "evergreen tree"),
        leads=_UNDER,
    ),
    "shower": Stage(
        Pose("juggle", "stand"),
        pastimes.shower_behind,
        pastimes.shower_front,
        ("shower", "showering", "the shower"),
        frozenset({"in", "inside", "taking", "takes", "under", "having"}),
    ),
    "fence": Stage(_ON, _fence, words=("fence", "picket fence", "garden fence", "gate", "garden gate", "wall")),
    "over a fence": Stage(
        _SOAKED, front=_high_fence, words=("fence", "picket fence", "garden fence", "gate"), leads=_BEHIND_IT
    ),
    "ledge": Stage(
        Pose("rim", "none"), front=_ledge, words=("edge", "ledge", "the edge", "counter", "shelf"), leads=_BEHIND_IT
    ),
    "post": Stage(_ON, _post, words=("post", "fence post", "signpost", "wooden post", "bollard")),
    "spade": Stage(
        _ON, _spade, words=("spade", "spade handle", "shovel", "garden fork", "fork handle", "shovel handle")
    ),
    "treehouse": Stage(_IN, _treehouse_behind, _treehouse_front, ("treehouse", "tree house", "tree fort")),
    "hollow tree": Stage(
        _IN,
        _hollow_tree_behind,
        _hollow_tree_front,
        (
            "hollow tree",
            "tree hollow",
            "hollow log",
            "tree trunk",
            "hole in a tree",
            "tree hole",
            "hollow oak",
            "knothole",
        ),
    ),
    "doghouse": Stage(_IN, _house(_RED, "#7f8fa8"), _sill(_WOOD), ("doghouse", "dog house", "kennel")),
    "birdhouse": Stage(_IN, _birdhouse_behind, _birdhouse_front, ("birdhouse", "bird house", "nest box")),
    "log house": Stage(_IN, _house(_WOOD, "#3f6f4a"), _sill(_BARK), ("cabin", "log cabin", "hut", "cottage")),
    "barn door": Stage(_IN, _house(_RED, _CREAM), _sill(_WOOD), ("barn", "stable", "red barn")),
    "tent": Stage(_IN, _tent_behind, _tent_front, ("tent",)),
    "cave": Stage(_IN, _cave_behind, _sill(mix(_STONE, INK, 0.2)), ("cave", "cavern", "den")),
    "igloo": Stage(_IN, _igloo_behind, _sill("#fdfbf6"), ("igloo",)),
    "phone box": Stage(
        _IN, _phone_box_behind, _phone_box_front, ("phone box", "phone booth", "telephone box", "telephone booth")
    ),
    "sleigh": Stage(_IN, front=_sleigh_front, words=("sleigh", "santa's sleigh", "santa sleigh", "christmas sleigh")),
    "well": Stage(_IN, _well_behind, _well_front, ("wishing well", "well")),
    "under a mushroom": Stage(
        Pose("rest", "sit"), _mushroom_behind, _mushroom_front, ("mushroom", "toadstool", "mushrooms"), _UNDER
    ),
    "reeds": Stage(
        Pose("rest", "stand"), _reeds_behind, _reeds_front, ("reeds", "cattails", "bulrushes", "rushes"), _AMONG
    ),
}
"""Where a character can be, by name."""
