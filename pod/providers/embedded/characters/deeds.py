"""What is at hand in chores, crafts and feats: an anvil, a saw, a hoop on fire, a bar to hang from. Original art."""

from __future__ import annotations

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters import effects
from pod.providers.embedded.characters.gestures import AT_MOUTH, REACHED, WAVED
from pod.providers.embedded.characters.pen import INK, LINE, MIDDLE_X, SIDES, Pen, at, cloudlet, curve, limb, oval

_CREAM, _RED, _GOLD, _WOOD, _STEEL, _TEAL = "#fbf4e6", "#e0564a", "#f3bf4b", "#a9713f", "#c3ccd8", "#3f978f"
_DARK, _ORANGE, _BLUE, _WHITE, _GREEN = "#3d3a48", "#ee8a3c", "#7cc4ea", "#fdfbf6", "#4f9a5c"
_DROP = "M0 -46C30 0 27 30 0 30C-27 30 -30 0 0 -46Z"
_FLAME = "M0 0C-40 -10 -50 -60 -22 -100C-18 -70 0 -76 -4 -150C50 -100 56 -20 0 0Z"


def needlework(pen: Pen) -> None:
    """Two needles in the fists, what is on them down to the lap, and the ball that the yarn comes from."""
    pen.canvas.stroke(Path.parse("M600 930C700 1060 780 960 850 1010"), _RED, 14)
    ball = circle(880, 970, 104)
    pen.part(ball, _RED)
    for d in ("M800 930Q880 880 960 940", "M792 990Q880 930 974 990", "M830 1050Q900 980 950 1040"):
        pen.canvas.stroke(Path.parse(d), mix(_RED, INK, 0.35), 10)
    pen.part(Path.parse("M372 660L652 660L664 960Q512 1000 360 960Z"), _RED)
    for row in range(4):
        for k in range(6):
            x, y = 404 + 44 * k, 724 + 62 * row
            stitch = Path.lines([(x - 15, y - 14), (x, y + 8), (x + 15, y - 14)], closed=False)
            pen.canvas.stroke(stitch, mix(_RED, _WHITE, 0.5), 9)
    for side in SIDES:
        pen.part(limb([at(side, -120, 700), at(side, 210, 560)], 12, 12), _GOLD)
        pen.part(circle(*at(side, 216, 556), 24), _TEAL)


def log_on_a_trestle(pen: Pen) -> None:
    """To the right, half sawn through, its dust below."""
    effects.floor(pen)
    for x in (800, 1160):
        for lean in (-70, 70):
            pen.part(limb([(x - lean, 850), (x + lean, 1060)], 19, 19), mix(_WOOD, INK, 0.25))
    pen.part(rounded_rect(690, 780, 560, 130, 60), _WOOD)
    pen.part(oval(1210, 845, 46, 64), "#ecc890")
    pen.canvas.stroke(oval(1210, 845, 22, 32), _WOOD, 9)
    pen.part(cloudlet(980, 1050, 190, 70, 3), "#ecc890")


def saw(pen: Pen) -> None:
    """Its handle in the right hand, its teeth in the log."""
    teeth = [(1230 - 28 * k, 850 + (22 if k % 2 else -8)) for k in range(12)]
    pen.part(Path.lines([(900, 640), (1250, 800), *teeth, (880, 750)]), _STEEL)
    grip = rounded_rect(810, 630, 120, 130, 50)
    pen.part(grip, _RED)
    pen.canvas.fill(rounded_rect(846, 668, 48, 56, 22), INK)


def anvil(pen: Pen) -> None:
    """On a stump to the right, a blade that glows upon it."""
    effects.floor(pen)
    pen.part(Path.parse("M820 960L1160 960L1190 1080L790 1080Z"), _WOOD)
    pen.part(
        Path.parse("M760 770L1240 770Q1220 850 1110 856L1090 900L1150 970L830 970L890 900L870 856Q790 850 760 770Z"),
        "#5b6072",
    )
    pen.part(Path.lines([(800, 752), (860, 724), (1190, 724), (1190, 780), (860, 780)]), _ORANGE)
    pen.part(rounded_rect(1214, 730, 110, 44, 16), _WOOD)
    pen.part(rounded_rect(1184, 676, 38, 150, 14), _GOLD)
    pen.canvas.fill(rounded_rect(960, 740, 170, 22, 10), _GOLD)
    for x, y, turn in ((880, 640, -40), (980, 600, 0), (1090, 610, 24), (1190, 660, 56)):
        pen.part(oval(x, y, 13, 42, turn), _GOLD)


def raised_hammer(pen: Pen) -> None:
    x, y = WAVED
    pen.part(limb([(x - 14, y + 40), (x + 40, y - 190)], 18, 18), _WOOD)
    to = Transform.rotate(13, (x + 44, y - 210))
    pen.part(rounded_rect(x - 76, y - 270, 240, 116, 22).transformed(to), "#5b6072")


def vacuum_cleaner(pen: Pen) -> None:
    """The wand in both hands, its head on the floor, and the cleaner behind on its hose."""
    effects.floor(pen)
    hose = Path.parse("M836 470C1000 330 1260 560 1180 820")
    pen.canvas.stroke(hose, INK, 40 + 2 * LINE)
    pen.canvas.stroke(hose, "#5b6072", 40)
    pen.part(limb([(836, 470), (880, 1000)], 20, 20), _STEEL)
    pen.part(rounded_rect(790, 990, 220, 76, 30), _DARK)
    pen.part(Path.parse("M1060 1040L1060 900Q1080 800 1190 800Q1330 810 1340 1040Z"), _RED)
    for x in (1110, 1290):
        pen.part(circle(x, 1046, 46), _DARK)
    pen.canvas.fill(rounded_rect(1130, 880, 130, 36, 16), _WHITE)


def can_over_flowers(pen: Pen) -> None:
    """In the right hand, tilted, and what grows under its spout."""
    effects.floor(pen)
    x, y = REACHED
    pen.part(Path.parse("M1010 960L1290 960L1256 1090L1044 1090Z"), "#c9744a")
    for stem, ink in ((1070, _RED), (1150, _GOLD), (1230, "#c98ad0")):
        pen.part(limb([(stem, 970), (stem, 900)], 11, 11), _GREEN)
        for k in range(5):
            petal = oval(stem, 836, 24, 34).transformed(Transform.rotate(72 * k, (stem, 872)))
            pen.part(petal, ink)
        pen.canvas.fill(circle(stem, 872, 20), _CREAM)
    for dx, dy in ((270, 10), (320, 70), (250, 90), (360, -10)):
        pen.part(Path.parse(_DROP).transformed(Transform.scale(0.8).then(Transform.move(x + dx, y + dy))), _BLUE)
    to = Transform.rotate(18, (x, y))
    handle = Path.parse(f"M{x - 60} {y - 90}C{x - 150} {y - 100} {x - 150} {y + 90} {x - 60} {y + 70}").transformed(to)
    pen.canvas.stroke(handle, INK, 26 + 2 * LINE)
    pen.canvas.stroke(handle, _TEAL, 26)
    pen.part(limb([(x + 90, y + 50), (x + 230, y - 100)], 22, 18).transformed(to), _TEAL)
    pen.part(oval(x + 240, y - 108, 54, 22, 48).transformed(to), mix(_TEAL, _WHITE, 0.3))
    pen.part(rounded_rect(x - 70, y - 110, 180, 200, 26).transformed(to), _TEAL)


def ironing_board(pen: Pen) -> None:
    """Before somebody, a shirt on it."""
    for lean in (-1, 1):
        pen.part(limb([(MIDDLE_X - lean * 330, 900), (MIDDLE_X + lean * 330, 1180)], 19, 19), _STEEL)
    pen.part(Path.parse("M-60 850L880 850Q1060 850 1100 890Q1060 930 880 930L-60 930Z"), "#8fb8d8")
    pen.part(Path.parse("M60 740L190 710L250 760L310 710L440 740L480 860L20 860Z"), _WHITE)
    for k in range(3):
        pen.canvas.fill(circle(250, 782 + 30 * k, 9), _TEAL)


def flat_iron(pen: Pen) -> None:
    """Under the right hand, steaming."""
    for x, y in ((860, 640), (930, 590)):
        pen.part(limb(curve((x, y), (x - 40, y - 50), (x + 40, y - 80), (x, y - 140)), 13, 8), _CREAM)
    pen.part(Path.parse("M560 850L560 800Q580 730 690 730L720 730Q820 760 850 850Z"), _RED)
    pen.part(rounded_rect(548, 836, 310, 30, 12), _STEEL)
    grip = Path.parse("M590 740Q600 670 720 680Q770 690 770 740")
    pen.canvas.stroke(grip, INK, 28 + 2 * LINE)
    pen.canvas.stroke(grip, _DARK, 28)


def dough_in_the_air(pen: Pen) -> None:
    """A pizza that turns over the raised hand."""
    effects.floor(pen)
    x, y = WAVED[0] - 10, WAVED[1] - 170
    pen.part(oval(x, y, 250, 104, -10), "#e9b872")
    pen.part(oval(x + 2, y - 10, 208, 78, -10), "#f6d27a")
    for dx, dy in ((-120, 16), (-40, -40), (20, 18), (90, -40), (150, -8)):
        pen.canvas.fill(oval(x + dx, y - 10 + dy, 36, 19, -10), _RED)
    for dx, turn in ((-330, 24), (330, -30)):
        pen.part(oval(x + dx, y + 10, 12, 56, turn), _CREAM)


def burning_hoop(pen: Pen) -> None:
    """Behind whoever leaps through it, on its stand."""
    pen.part(rounded_rect(MIDDLE_X - 24, 1120, 48, 150, 10), _STEEL)
    pen.part(rounded_rect(MIDDLE_X - 220, 1250, 440, 44, 20), _RED)
    for k in range(22):
        flame = Path.parse(_FLAME).transformed(Transform.scale(1.5).then(Transform.move(MIDDLE_X, 520 - 600)))
        pen.part(flame.transformed(Transform.rotate(360 / 22 * k, (MIDDLE_X, 520))), _ORANGE)
    ring = circle(MIDDLE_X, 520, 604)
    pen.canvas.stroke(ring, INK, 66 + 2 * LINE)
    pen.canvas.stroke(ring, _GOLD, 66)


def pull_up_bar(pen: Pen) -> None:
    for side in SIDES:
        pen.part(rounded_rect(at(side, 500, 0)[0] - 26, 150, 52, 1120, 18), _STEEL)
    pen.part(rounded_rect(-40, 170, 1104, 52, 24), _DARK)
    pen.part(oval(MIDDLE_X, 1260, 560, 34), "#e8d9bf")


def wheeling(pen: Pen) -> None:
    """The arcs of a turn around somebody."""
    for d in ("M-60 1420Q-160 900 180 640", "M1380 1080Q1480 1600 1140 1860"):
        pen.canvas.stroke(Path.parse(d), INK, 22 + 2 * LINE)
        pen.canvas.stroke(Path.parse(d), _CREAM, 22)


def drumming_on_the_chest(pen: Pen) -> None:
    for side in SIDES:
        for out, y, turn in ((330, 560, 40), (372, 660, 78), (350, 770, 116)):
            pen.part(oval(*at(side, out, y), 13, 44, side * turn), _CREAM)


def snow_behind(pen: Pen) -> None:
    """Seen by whoever slides to the right: lines, and what is thrown up."""
    for x, y, w in ((30, 1040, 260), (-120, 1010, 190)):
        pen.part(cloudlet(x, y, w, w * 0.5, 4), _WHITE)
    pen.part(oval(620, 1076, 720, 36), "#cfe8f2")
    for y, start in ((640, -330), (760, -380), (880, -340)):
        pen.part(limb([(start, y), (start + 210, y)], 9, 16), _CREAM)


def tobacco_pipe(pen: Pen) -> None:
    """In the corner of the mouth, in the right hand, and its smoke."""
    x, y = AT_MOUTH
    pen.part(limb([(x - 80, y - 60), (x + 80, y + 10)], 13, 16), _DARK)
    pen.part(
        Path.parse(
            f"M{x + 40} {y - 80}L{x + 180} {y - 80}Q{x + 180} {y + 60} {x + 100} {y + 56}Q{x + 40} {y + 50} {x + 40} {y - 80}Z"
        ),
        _WOOD,
    )
    pen.part(rounded_rect(x + 26, y - 96, 168, 36, 14), mix(_WOOD, INK, 0.3))
    for dx, dy, w in ((120, -170, 120), (190, -290, 170), (150, -430, 220)):
        pen.part(cloudlet(x + dx, y + dy, w, w * 0.55, 3), "#e4e1e8")


def brushing(pen: Pen) -> None:
    """A toothbrush across the teeth, foam around it."""
    x, y = AT_MOUTH
    for dx, dy, r in ((-150, -40, 40), (-96, -18, 50), (-190, -80, 28), (-50, -60, 34)):
        pen.part(circle(x + dx, y + dy, r), _WHITE)
    pen.part(limb([(x - 150, y - 96), (x + 170, y - 20)], 17, 24), _TEAL)
    bristles = Transform.rotate(13, (x - 110, y - 100))
    pen.part(rounded_rect(x - 180, y - 150, 120, 54, 12).transformed(bristles), _BLUE)
    for bx, by, r in ((-290, -40, 30), (120, -60, 26), (180, -130, 44)):
        pen.part(circle(x + bx, y + by, r), "#dcf3fa")


def ring_box(pen: Pen) -> None:
    """Open in the hand that is held out."""
    x, y = REACHED[0] + 30, REACHED[1] - 30
    pen.part(rounded_rect(x - 90, y - 150, 180, 120, 26), _RED)
    pen.canvas.fill(rounded_rect(x - 64, y - 126, 128, 80, 16), _WHITE)
    ring = circle(x, y - 50, 44)
    pen.canvas.stroke(ring, INK, 20 + 2 * LINE)
    pen.canvas.stroke(ring, _GOLD, 20)
    gem = Path.lines([(x - 40, y - 134), (x - 20, y - 164), (x + 20, y - 164), (x + 40, y - 134), (x, y - 88)])
    pen.part(gem, _BLUE)
    pen.part(rounded_rect(x - 96, y - 30, 192, 84, 24), mix(_RED, INK, 0.2))
    pen.canvas.fill(rect(x - 70, y - 14, 140, 12), _RED)


def washing_line(pen: Pen) -> None:
    """Behind somebody, clothes pegged to it."""
    effects.floor(pen)
    for x in (-300, 1324):
        pen.part(rounded_rect(x - 24, 60, 48, 1010, 18), _WOOD)
    line = Path.parse("M-300 130Q512 220 1324 130")
    pen.canvas.stroke(line, INK, 16)
    shirt = "M-130 0L130 0L190 110L120 150L106 110L106 320L-106 320L-106 110L-120 150L-190 110Z"
    for x, y, ink in ((-80, 160, _RED), (1110, 160, _TEAL)):
        pen.part(Path.parse(shirt).transformed(Transform.move(x, y)), ink)
        for dx in (-80, 80):
            pen.part(rounded_rect(x + dx - 14, y - 34, 28, 74, 8), _GOLD)
