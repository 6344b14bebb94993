"""What is at hand in the kitchen, the workshop and the gym: a chopping board, a potter's wheel, a tree to pick from. Original art."""

from __future__ import annotations

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters import effects
from pod.providers.embedded.characters.gestures import AT_MOUTH, REACHED, WAVED
from pod.providers.embedded.characters.pen import INK, LINE, MIDDLE_X, SIDES, Pen, at, cloudlet, limb, oval

_CREAM, _RED, _GOLD, _WOOD, _STEEL, _TEAL = "#fbf4e6", "#e0564a", "#f3bf4b", "#a9713f", "#c3ccd8", "#3f978f"
_DARK, _ORANGE, _CLAY, _WHITE, _GREEN, _DOUGH = "#3d3a48", "#ee8a3c", "#b8694a", "#fdfbf6", "#4f9a5c", "#f2dcae"


def _table(pen: Pen) -> None:
    pen.part(rounded_rect(-20, 900, 1064, 110, 30), "#c98a4b")
    for x in (70, 954):
        pen.part(rounded_rect(x - 40, 1000, 80, 200, 14), mix("#c98a4b", INK, 0.2))


def chopping_board(pen: Pen) -> None:
    """On a table: a carrot half in slices, greens beside it."""
    _table(pen)
    pen.part(rounded_rect(180, 860, 664, 56, 24), "#e2b077")
    for x, y, r in ((250, 800, 60), (330, 780, 70), (300, 840, 56)):
        pen.part(circle(x, y, r), _GREEN)
    pen.part(Path.parse("M430 800L640 780Q660 830 640 866L430 856Q400 830 430 800Z"), _ORANGE)
    for k in range(3):
        pen.part(oval(690 + 52 * k, 830, 24, 40), _ORANGE)
        pen.canvas.fill(oval(690 + 52 * k, 830, 11, 20), mix(_ORANGE, _WHITE, 0.4))


def kitchen_knife(pen: Pen) -> None:
    to = Transform.rotate(-14, (650, 720))
    pen.part(Path.parse("M560 720L860 720L860 790Q700 830 560 790Z").transformed(to), _STEEL)
    pen.part(rounded_rect(840, 706, 180, 62, 28).transformed(to), _DARK)


def dough_and_pin(pen: Pen) -> None:
    """On a floured table, the rolling pin across in both hands."""
    _table(pen)
    pen.part(oval(MIDDLE_X, 880, 420, 70), _DOUGH)
    for x, y in ((150, 930), (880, 930), (820, 880), (200, 870)):
        pen.canvas.fill(circle(x, y, 15), _WHITE)
    pen.part(rounded_rect(230, 800, 564, 100, 48), "#e2b077")
    for side in SIDES:
        pen.part(rounded_rect(at(side, 340, 0)[0] - 70, 824, 140, 52, 26), _RED)


def potters_wheel(pen: Pen) -> None:
    """A pot that turns between the hands, the wheel under it."""
    pen.part(Path.parse("M400 960L624 960L690 1180L334 1180Z"), _WOOD)
    pen.part(oval(MIDDLE_X, 960, 400, 76), "#5b6072")
    pen.canvas.fill(oval(MIDDLE_X, 944, 330, 48), mix("#5b6072", _WHITE, 0.2))
    pot = "M400 720C330 800 330 900 420 960L604 960C694 900 694 800 624 720Q512 760 400 720Z"
    pen.part(Path.parse(pot), _CLAY)
    pen.part(oval(MIDDLE_X, 722, 118, 34), mix(_CLAY, INK, 0.35))
    for y in (810, 870, 920):
        pen.canvas.stroke(Path.parse(f"M390 {y}Q512 {y + 44} 634 {y}"), mix(_CLAY, INK, 0.28), 10)


def fruit_tree(pen: Pen) -> None:
    """To the right, its crown as high as a hand that is raised, a basket at its foot."""
    effects.floor(pen)
    pen.part(Path.parse("M1040 300L1150 300C1150 700 1160 900 1230 1080L960 1080C1030 900 1040 700 1040 300Z"), _WOOD)
    for left, top, width in ((960, 180, 430), (1260, 190, 420), (1110, 20, 560)):
        pen.part(cloudlet(left, top, width, 300, 5), mix(_GREEN, INK, 0.1 if left != 1110 else 0.0))
    for x, y in ((930, 210), (1060, 60), (1190, 20), (1130, 170), (1290, 200), (WAVED[0] + 6, WAVED[1] - 60)):
        pen.part(circle(x, y, 46), _RED)
        pen.part(limb([(x, y - 44), (x + 10, y - 70)], 7, 5), _WOOD)


def basket(pen: Pen) -> None:
    handle = Path.parse("M40 930C40 760 300 760 300 930")
    pen.canvas.stroke(handle, INK, 24 + 2 * LINE)
    pen.canvas.stroke(handle, "#c98a4b", 24)
    pen.part(Path.parse("M0 920L340 920L300 1070L40 1070Z"), "#c98a4b")
    for y in (966, 1014):
        pen.canvas.stroke(Path.lines([(20, y), (320, y)], closed=False), mix("#c98a4b", INK, 0.35), 11)


def lather_and_razor(pen: Pen) -> None:
    """Foam on cheeks and chin, a razor in the right hand."""
    for out, y, r in ((150, 500, 52), (110, 560, 60), (40, 590, 62)):
        for side in SIDES:
            pen.part(circle(*at(side, out, y), r), _WHITE)
    for out, y, r in ((150, 500, 46), (110, 560, 54), (40, 590, 58)):
        for side in SIDES:
            pen.canvas.fill(circle(*at(side, out, y), r), _WHITE)
    hand_x, hand_y = AT_MOUTH
    pen.part(limb([(hand_x + 60, hand_y + 110), (hand_x + 60, hand_y - 60)], 19, 17), _TEAL)
    pen.part(rounded_rect(hand_x - 20, hand_y - 110, 160, 56, 18), _STEEL)


def ground_below(pen: Pen) -> None:
    """Under hands and toes that hold a body up from it."""
    pen.part(oval(700, 1200, 620, 34), "#e8d9bf")


def on_the_ground(pen: Pen) -> None:
    pen.part(oval(MIDDLE_X, 1010, 560, 40), "#e8d9bf")


def struck(pen: Pen) -> None:
    """What a kick to the right meets: lines that fly off."""
    effects.floor(pen)
    for x, y, turn in ((1010, 700, 50), (1050, 790, 80), (1030, 890, 112)):
        pen.part(oval(x, y, 14, 52, turn), _GOLD)


def milk_pail(pen: Pen) -> None:
    """Under the hand that milks."""
    x, y = REACHED
    pen.part(limb([(x - 10, y + 40), (x - 10, y + 210)], 8, 8), _WHITE)
    pen.part(Path.parse(f"M{x - 140} {y + 190}L{x + 120} {y + 190}L{x + 90} {y + 390}L{x - 110} {y + 390}Z"), _STEEL)
    pen.part(oval(x - 10, y + 190, 132, 34), _WHITE)


def yawned(pen: Pen) -> None:
    for dx, dy, k in ((150, -210, 0.5), (230, -320, 0.7)):
        zed = Path.parse("M-44 -50L44 -50L44 -26L-12 28L44 28L44 52L-46 52L-46 28L10 -26L-44 -26Z")
        to = Transform.scale(k).then(Transform.move(WAVED[0] + dx - 100, WAVED[1] + dy))
        pen.part(zed.transformed(to), _CREAM)
