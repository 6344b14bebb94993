"""What is at hand in an action, where it is too large or too far from two paws to be a prop. Original art."""

from __future__ import annotations

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, heart, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters import effects, holders
from pod.providers.embedded.characters.gestures import AT_MOUTH, REACHED, WAVED
from pod.providers.embedded.characters.pen import BOX, INK, LINE, MIDDLE_X, SIDES, Pen, at, blob, curve, limb, oval

_CREAM, _RED, _GOLD, _WOOD, _STEEL, _TEAL = "#fbf4e6", "#e0564a", "#f3bf4b", "#a9713f", "#c3ccd8", "#3f978f"
_DARK, _EARTH, _ORANGE, _GREEN, _PAPER = "#3d3a48", "#7a5233", "#ee8a3c", "#4f9a5c", "#fdf6e6"


def bubble_wand(pen: Pen) -> None:
    """Before the lips, and what was blown."""
    x, y = AT_MOUTH
    pen.part(limb([(x + 30, y + 60), (x - 6, y - 40)], 11, 11), _TEAL)
    ring = circle(x - 20, y - 84, 44)
    pen.canvas.stroke(ring, INK, 16 + 2 * LINE)
    pen.canvas.stroke(ring, _TEAL, 16)
    for bx, by, r in ((770, 520, 60), (900, 420, 92), (840, 240, 70), (1010, 260, 58), (950, 90, 96), (760, 90, 46)):
        _bubble(pen, bx, by, r)


def _bubble(pen: Pen, x: float, y: float, r: float) -> None:
    pen.part(circle(x, y, r), "#bfe6f3")
    pen.canvas.fill(circle(x - r * 0.06, y - r * 0.06, r * 0.78), "#dcf3fa")
    pen.canvas.fill(oval(x - r * 0.36, y - r * 0.4, r * 0.26, r * 0.15, -35), "#ffffff")


def cake(pen: Pen) -> None:
    """Before somebody, with candles of which one has just gone out."""
    for x, lit in ((400, True), (512, False), (624, True)):
        pen.part(rounded_rect(x - 16, 690, 32, 110, 8), _TEAL)
        if lit:
            flame = "M0 -70C34 -20 36 10 0 20C-36 10 -34 -20 0 -70Z"
            pen.part(Path.parse(flame).transformed(Transform.move(x, 668)), _GOLD)
        else:
            wisp = curve((x, 676), (x - 30, 640), (x + 30, 610), (x, 570))
            pen.part(limb(wisp, 9, 5), "#e4e1e8")
    pen.part(rounded_rect(280, 780, 464, 210, 30), "#f7d9a8")
    pen.part(
        Path.parse(
            "M270 800Q270 770 300 770L724 770Q754 770 754 800L754 850Q720 910 690 850Q650 920 610 850Q560 930 512 850Q464 930 414 850Q374 920 334 850Q304 910 270 850Z"
        ),
        "#f3a3bb",
    )
    for k in range(6):
        pen.canvas.fill(circle(316 + 78 * k, 944, 16), _RED)
    pen.part(rounded_rect(220, 980, 584, 44, 22), _CREAM)


def camera_before_the_face(pen: Pen) -> None:
    """At chin height, so that whoever looks through it is still known; a flash goes off."""
    pen.part(rounded_rect(352, 520, 320, 196, 34), "#474b5e")
    pen.part(rounded_rect(452, 490, 120, 44, 12), "#474b5e")
    pen.canvas.fill(rounded_rect(352, 566, 320, 44, 0), _ORANGE)
    pen.part(circle(MIDDLE_X, 622, 80), "#d9dee8")
    pen.canvas.fill(circle(MIDDLE_X, 622, 54), "#2f3a55")
    pen.canvas.fill(circle(MIDDLE_X - 18, 604, 16), "#a9c4f0")
    spark = "M0 -110L22 -28L104 -40L36 10L74 88L0 40L-74 88L-36 10L-104 -40L-22 -28Z"
    pen.part(Path.parse(spark).transformed(Transform.scale(0.8).then(Transform.move(790, 470))), "#fff3b8")


_MAT = "#8468c0"


def mat(pen: Pen) -> None:
    """Flat on the floor, seen from above, its far end still rolled up: a thin slab would be a board."""
    pen.part(Path.parse("M60 936L970 936L1064 1094L-40 1094Z"), _MAT)
    pen.canvas.stroke(Path.parse("M92 962L900 962M24 1068L980 1068"), mix(_MAT, "#ffffff", 0.45), 12)
    pen.part(limb([(990, 950), (1076, 1084)], 46, 52), mix(_MAT, INK, 0.12))
    pen.part(circle(1076, 1084, 56), mix(_MAT, "#ffffff", 0.3))
    pen.canvas.stroke(
        Path.parse("M1076 1084Q1100 1070 1096 1098Q1076 1122 1050 1098Q1040 1058 1076 1050"), mix(_MAT, INK, 0.5), 12
    )


def football_at_the_foot(pen: Pen) -> None:
    """A white ball with dark patches, off the foot."""
    ball = circle(972, 700, 104)
    pen.part(ball, "#fdfbf6")
    with pen.canvas.group(ball):
        for dx, dy in ((0, 0), (-96, -40), (96, -40), (-60, 88), (60, 88), (0, -110)):
            pen.canvas.fill(blob(972 + dx, 700 + dy, 36, 34, 2.1), _DARK)


def shovel(pen: Pen) -> None:
    pen.part(limb([(836, 520), (860, 930)], 19, 19), _WOOD)
    pen.part(rounded_rect(776, 486, 120, 46, 22), _WOOD)
    pen.part(Path.parse("M790 910L934 900L938 1010Q900 1090 866 1096Q820 1080 796 1010Z"), _STEEL)
    pen.part(
        Path.parse("M700 1100C730 1040 780 1010 830 1040C880 960 980 940 1030 1000C1090 1010 1130 1060 1140 1100Z"),
        _EARTH,
    )
    for x, y, r in ((820, 1070, 14), (960, 1030, 18), (1040, 1066, 14)):
        pen.canvas.fill(circle(x, y, r), mix(_EARTH, _CREAM, 0.4))


def mop(pen: Pen) -> None:
    """With a bucket of suds on the other side."""
    pen.part(limb([(836, 380), (850, 930)], 17, 17), _WOOD)
    pen.part(rounded_rect(770, 900, 160, 44, 18), _TEAL)
    for k in range(5):
        pen.part(limb([(790 + 30 * k, 936), (750 + 50 * k, 1040)], 22, 24), _CREAM)
    pen.part(Path.parse("M60 850L300 850L274 1060L86 1060Z"), "#5aa2c4")
    for x, y, r in ((100, 836, 46), (180, 816, 60), (258, 838, 44)):
        pen.part(circle(x, y, r), "#f1fafa")


def boxing_gloves(pen: Pen) -> None:
    for side in SIDES:
        x, y = at(side, 140, 640)
        pen.part(rounded_rect(x - 56, y + 40, 112, 70, 18), _CREAM)
        pen.part(blob(x, y - 10, 104, 92, 2.6), _RED)
        pen.part(oval(x - side * 76, y - 4, 36, 56, side * 12), _RED)
        pen.canvas.fill(oval(x + side * 30, y - 50, 30, 14, side * 20), "#ffffff", 0.6)


def rucksack(pen: Pen) -> None:
    effects.floor(pen)
    pack(pen)


def pack(pen: Pen) -> None:
    """Wider than the back that it is on."""
    pen.part(rounded_rect(214, 560, 596, 390, 120), _GREEN)
    for side in SIDES:
        pen.part(rounded_rect(at(side, 312, 0)[0] - 56, 720, 112, 190, 40), mix(_GREEN, INK, 0.18))


def straps(pen: Pen) -> None:
    for side in SIDES:
        pen.part(limb([at(side, 130, 634), at(side, 128, 840)], 24, 24), _EARTH)


def walking_stick(pen: Pen) -> None:
    straps(pen)
    pen.part(limb([(REACHED[0] + 4, 470), (REACHED[0] + 30, 1060)], 20, 15), _WOOD)


def pool_table(pen: Pen) -> None:
    """Its long side before somebody, with balls and a cue across."""
    pen.part(Path.parse("M60 860L964 860L1064 1010L-40 1010Z"), _GREEN)
    pen.part(rounded_rect(-64, 1000, 1152, 110, 30), _WOOD)
    pen.part(rounded_rect(20, 836, 984, 44, 20), mix(_WOOD, INK, 0.15))
    for x in (60, 964):
        pen.part(rounded_rect(x - 50, 1100, 100, 120, 16), mix(_WOOD, INK, 0.25))
    for x, y, ink in ((330, 940, _RED), (430, 960, _GOLD), (380, 900, "#3f78b0"), (640, 950, "#fdfbf6")):
        pen.part(circle(x, y, 42), ink)
        pen.canvas.fill(circle(x - 12, y - 14, 10), "#ffffff")
    pen.part(limb([(720, 930), (1120, 640)], 9, 18), "#e2b077")


def hockey_stick(pen: Pen) -> None:
    pen.part(limb([(838, 470), (850, 1000), (950, 1040)], 20, 24), _WOOD)
    pen.part(limb([(838, 470), (842, 600)], 22, 22), _DARK)
    pen.part(oval(1030, 1046, 58, 24), _DARK)


def volleyball_above(pen: Pen) -> None:
    effects.floor(pen)
    ball = circle(MIDDLE_X, -10, 130)
    pen.part(ball, "#fdfbf6")
    for d in ("M-130 0Q-20 -40 60 -116", "M-110 66Q20 10 100 -84", "M-60 116Q20 60 128 26", "M-90 -92Q-60 -40 -56 0"):
        pen.canvas.stroke(Path.parse(d).transformed(Transform.move(MIDDLE_X, -10)), "#4f7fb0", 13)


def hoop(pen: Pen) -> None:
    """On its post, behind and to the right."""
    effects.floor(pen)
    pen.part(rounded_rect(1150, 20, 44, 1050, 18), _STEEL)
    pen.part(rounded_rect(1010, -210, 300, 230, 20), _CREAM)
    pen.canvas.fill(rounded_rect(1090, -140, 140, 100, 6), _RED)
    pen.canvas.fill(rounded_rect(1104, -126, 112, 72, 4), _CREAM)
    net = Path.parse("M1040 10L1080 130L1230 130L1280 10")
    pen.canvas.stroke(net, INK, 26)
    pen.canvas.stroke(net, "#fdfbf6", 12)
    pen.part(oval(1160, 12, 130, 24), _ORANGE)


def basketball_in_the_air(pen: Pen) -> None:
    x, y = WAVED[0] + 16, WAVED[1] - 130
    pen.part(circle(x, y, 112), _ORANGE)
    for d in ("M-112 0L112 0", "M0 -112L0 112", "M-78 -80Q-20 0 -78 80", "M78 -80Q20 0 78 80"):
        pen.canvas.stroke(Path.parse(d).transformed(Transform.move(x, y)), INK, 11)


def barbell(pen: Pen) -> None:
    """Over the head in both hands."""
    effects.floor(pen)
    y = 216.0
    pen.part(rounded_rect(-60, y - 18, 1144, 36, 16), _STEEL)
    for side in SIDES:
        for out, tall in ((452, 190), (516, 140)):
            x = MIDDLE_X + side * out
            pen.part(rounded_rect(x - 34, y - tall, 68, 2 * tall, 26), _DARK if out < 500 else _RED)


def stick_over_a_fire(pen: Pen) -> None:
    """From the right hand to flames at the right."""
    for x0, x1 in ((880, 1240), (1240, 880)):
        pen.part(limb([(x0, 1030), (x1, 970)], 34, 34), _EARTH)
    flame = "M0 0C-120 -20 -150 -120 -110 -220C-90 -180 -70 -170 -60 -170C-70 -260 -20 -330 30 -370C20 -290 60 -260 90 -210C104 -226 108 -240 108 -256C160 -180 160 -20 0 0Z"
    pen.part(Path.parse(flame).transformed(Transform.move(1060, 990)), _ORANGE)
    pen.canvas.fill(Path.parse(flame).transformed(Transform.scale(0.56).then(Transform.move(1062, 984))), _GOLD)
    pen.part(limb([(REACHED[0] - 60, 720), (1080, 560)], 12, 8), _WOOD)


def marshmallow_over_a_fire(pen: Pen) -> None:
    stick_over_a_fire(pen)
    to = Transform.rotate(-38, (1080, 566))
    pen.part(rounded_rect(1030, 516, 108, 96, 30).transformed(to), "#fffaf2")
    pen.canvas.fill(rounded_rect(1044, 580, 80, 20, 10).transformed(to), "#e3b983")


def mirror(pen: Pen) -> None:
    pen.part(oval(MIDDLE_X, 470, 520, 560), _WOOD)
    pen.part(oval(MIDDLE_X, 470, 460, 500), "#d6ecf2")


def cutting_cape(pen: Pen) -> None:
    """The sheet that a barber lays round a neck."""
    pen.part(
        Path.parse("M430 606Q512 640 594 606C760 660 850 820 860 1010Q512 1070 164 1010C174 820 264 660 430 606Z"),
        "#fdfbf6",
    )
    for x, y in ((300, 880), (400, 980), (540, 760), (650, 940), (720, 840), (480, 880)):
        pen.canvas.fill(oval(x, y, 22, 8, 30), "#8a5a3a")
    pen.part(limb([(420, 618), (512, 646), (604, 618)], 20, 20), _TEAL)


def comb_and_scissors(pen: Pen) -> None:
    """In the air beside the head, at work."""
    to = Transform.rotate(-24, (850, 250))
    for side in SIDES:
        pen.part(limb([(850 - side * 34, 330), (850 + side * 40, 90)], 17, 6).transformed(to), _STEEL)
        hole = circle(850 - side * 44, 360, 40).transformed(to)
        pen.canvas.stroke(hole, INK, 22 + 2 * LINE)
        pen.canvas.stroke(hole, _RED, 22)
    back = Transform.rotate(20, (160, 260))
    pen.part(rounded_rect(130, 120, 46, 290, 14).transformed(back), _GOLD)
    for k in range(9):
        pen.part(rounded_rect(176, 132 + 30 * k, 50, 14, 5).transformed(back), _GOLD)


def egg_and_brush(pen: Pen) -> None:
    """An egg on the lap, and the brush that paints it."""
    shell = Path.parse(
        "M-120 60C-120 -60 -50 -170 0 -170C50 -170 120 -60 120 60C120 140 60 180 0 180C-60 180 -120 140 -120 60Z"
    )
    egg = shell.transformed(Transform.move(440, 810))
    pen.part(egg, "#9ccbe0")
    with pen.canvas.group(egg):
        pen.canvas.fill(rect(300, 800, 280, 50), _GOLD)
        zigzag = Path.lines([(310 + 32 * k, 750 - 34 * (k % 2)) for k in range(10)], closed=False)
        pen.canvas.stroke(zigzag, "#fdfbf6", 16)
        for k in range(5):
            pen.canvas.fill(circle(340 + 50 * k, 904, 18), _RED)
    x, y = AT_MOUTH
    pen.part(limb([(x + 80, y - 60), (x - 60, y + 120)], 13, 15), _WOOD)
    pen.part(limb([(x - 66, y + 128), (x - 92, y + 164)], 22, 6), _RED)


def paper_on_a_desk(pen: Pen) -> None:
    pen.part(rounded_rect(-20, 890, 1064, 120, 30), "#c98a4b")
    for x in (70, 954):
        pen.part(rounded_rect(x - 40, 1000, 80, 200, 14), mix("#c98a4b", INK, 0.2))
    pen.part(Path.parse("M300 740L724 740L780 916L244 916Z"), _PAPER)
    for k in range(4):
        pen.canvas.fill(rounded_rect(330 - 12 * k, 772 + 34 * k, 250 + 20 * k, 10, 5), "#b9a98d")


def pencil(pen: Pen) -> None:
    to = Transform.rotate(-32, (660, 690))
    pen.part(rounded_rect(640, 500, 44, 250, 8).transformed(to), _GOLD)
    pen.part(Path.lines([(640, 750), (684, 750), (662, 812)]).transformed(to), "#f3d3a8")
    pen.part(rounded_rect(640, 474, 44, 40, 12).transformed(to), _RED)


def sink(pen: Pen) -> None:
    """Suds to the rim, plates in a rack beside."""
    for x, y, r in ((210, 850, 90), (380, 830, 104), (560, 846, 96), (730, 836, 100), (840, 860, 70)):
        pen.part(circle(x, y, r), "#f1fafa")
    effects.plate(pen, 470, 780, 110)
    effects.plate(pen, 640, 800, 90)
    pen.part(Path.parse("M60 880L964 880L930 1140L94 1140Z"), _STEEL)
    pen.part(rounded_rect(-10, 850, 1044, 66, 30), mix(_STEEL, INK, 0.15))
    tap = Path.parse("M940 860L940 640Q940 560 860 560Q800 560 800 640")
    pen.canvas.stroke(tap, INK, 44 + 2 * LINE)
    pen.canvas.stroke(tap, _STEEL, 44)


def blackboard(pen: Pen) -> None:
    effects.floor(pen)
    pen.part(rounded_rect(-170, -60, 1364, 860, 30), _WOOD)
    pen.part(rounded_rect(-120, -10, 1264, 760, 16), "#3f6a58")
    chalk = "#f4f1e6"
    for d in (
        "M-70 120L60 120",
        "M-5 60L-5 180",
        "M900 90L1080 90",
        "M900 190L1040 190",
        "M-70 300L70 300",
        "M-70 360L30 360",
    ):
        pen.canvas.stroke(Path.parse(d), chalk, 16)
    pen.canvas.stroke(circle(1010, 360, 76), chalk, 16)


def pointer(pen: Pen) -> None:
    pen.part(limb([(REACHED[0], 700), (1020, 470)], 12, 8), _WOOD)


def shopping_bags(pen: Pen) -> None:
    effects.floor(pen)
    for side, ink in ((-1.0, _TEAL), (1.0, _RED)):
        x = MIDDLE_X + side * 330
        handle = Path.parse(f"M{x - 60} 800C{x - 60} 690 {x + 60} 690 {x + 60} 800")
        pen.canvas.stroke(handle, INK, 18 + 2 * LINE)
        pen.canvas.stroke(handle, _CREAM, 18)
        pen.part(Path.parse(f"M{x - 130} 790L{x + 130} 790L{x + 150} 1040L{x - 150} 1040Z"), ink)
        pen.canvas.fill(circle(x, 920, 44), _CREAM)


def pigskin(pen: Pen) -> None:
    """An American football in the raised hand."""
    to = Transform.rotate(-34, (WAVED[0] + 20, WAVED[1] - 90))
    x, y = WAVED[0] + 20, WAVED[1] - 90
    pen.part(
        Path.parse(f"M{x - 160} {y}Q{x} {y - 190} {x + 160} {y}Q{x} {y + 190} {x - 160} {y}Z").transformed(to),
        "#8f4f2c",
    )
    pen.canvas.fill(rounded_rect(x - 62, y - 9, 124, 18, 8).transformed(to), _CREAM)
    for k in (-40, 0, 40):
        pen.canvas.fill(rounded_rect(x + k - 7, y - 32, 14, 64, 6).transformed(to), _CREAM)


def phone_at_arms_length(pen: Pen) -> None:
    x, y = WAVED
    pen.part(rounded_rect(x - 76, y - 190, 152, 250, 26), "#3d3a48")
    pen.canvas.fill(rounded_rect(x - 62, y - 170, 124, 206, 12), "#9ccbe0")
    pen.canvas.fill(circle(x, y - 78, 40), _GOLD)
    pen.canvas.fill(circle(x - 46, y - 176, 7), _CREAM)


def easel(pen: Pen) -> None:
    """To the right of somebody, a sun over hills on its canvas, and before them whatever is said to be painted."""
    for x in (860, 1260):
        pen.part(limb([(1060, 260), (x, 1110)], 17, 19), _WOOD)
    pen.part(rounded_rect(820, 330, 480, 460, 14), "#fdfbf6")
    with pen.canvas.group(rounded_rect(850, 360, 420, 400, 8)):
        pen.canvas.fill(rect(850, 360, 420, 400), "#f8d9a8")
        pen.canvas.fill(circle(1060, 600, 120), _ORANGE)
        pen.canvas.fill(oval(940, 760, 240, 110), mix(_TEAL, _CREAM, 0.25))
        pen.canvas.fill(oval(1200, 780, 240, 120), _TEAL)
    pen.part(rounded_rect(800, 786, 520, 44, 14), _WOOD)


def brush_in_hand(pen: Pen) -> None:
    """From the right hand towards the canvas, a palette in the left."""
    pen.part(limb([(650, 660), (812, 560)], 13, 10), _WOOD)
    pen.part(limb([(812, 560), (846, 536)], 22, 6), _RED)
    pen.part(oval(350, 720, 132, 86, -14), "#d9a86c")
    pen.canvas.fill(circle(420, 750, 20), INK)
    for x, y, ink in ((286, 730, _RED), (310, 680, _GOLD), (366, 662, _TEAL), (424, 680, "#4f7fb0")):
        pen.canvas.fill(circle(x, y, 24), ink)


def wagon_in_tow(pen: Pen) -> None:
    """Behind whoever pulls it, its handle in their hand."""
    canvas = Canvas(BOX, BOX)
    holders.wagon(Pen(canvas, pen.species))
    to = Transform.scale(-0.62, 0.62).then(Transform.move(1620, 350))
    pen.part(limb([(REACHED[0], REACHED[1] + 20), (980, 880)], 11, 11), _STEEL)
    pen.canvas.place(canvas.drawing(), to)


def drawn_bow(pen: Pen) -> None:
    """In the right hand, its arrow pointing away."""
    x, y = REACHED
    bow = Path((("M", (x - 70, y - 330)), ("Q", (x + 190, y, x - 70, y + 330))))
    pen.canvas.stroke(bow, INK, 30 + 2 * LINE)
    pen.canvas.stroke(bow, _WOOD, 30)
    pen.canvas.stroke(Path.lines([(x - 70, y - 330), (x - 190, y), (x - 70, y + 330)], closed=False), INK, 9)
    pen.part(limb([(x - 200, y), (x + 210, y)], 10, 10), _GOLD)
    pen.part(Path.lines([(x + 200, y - 44), (x + 290, y), (x + 200, y + 44)]), _STEEL)
    for lift in (-1.0, 1.0):
        pen.part(Path.lines([(x - 130, y), (x - 220, y + lift * 50), (x - 250, y + lift * 30), (x - 190, y)]), _RED)


def blown_hearts(pen: Pen) -> None:
    """Growing as they fly off."""
    for x, y, size in ((760, 500, 90), (870, 400, 130), (1000, 270, 180)):
        pen.part(heart(x, y, size), "#e5637a")
