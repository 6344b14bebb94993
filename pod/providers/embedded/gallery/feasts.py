"""What is put up and worn for feasts: a crib, masks and beads, lanterns, candles, a heart in the colours of the rainbow. Original art
in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, heart, leaf, polar, rect, rounded_rect, star
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, blob, limb, oval
from pod.providers.embedded.gallery.kit import DARK, GLOW, GOLD, GREEN, RED, TEAL, VIOLET, WHITE, WOOD, C, Draw
from pod.providers.embedded.objects.kit import fitted

_RAINBOW = ("#d7433b", "#ee8a34", "#f2c53d", "#4fa35b", "#3b7fc0", "#7a57a8")
_SKIN, _STRAW = "#e9b98a", "#e3bd62"


def _person(pen: Pen, x: float, y: float, robe: str, cloth: str) -> None:
    """Kneeling, hands together, a cloth over the head."""
    pen.part(
        Path.parse(
            f"M{x - 120} {y + 300}C{x - 130} {y + 120} {x - 80} {y + 40} {x} {y + 30}C{x + 80} {y + 40} {x + 130} {y + 120} {x + 120} {y + 300}Z"
        ),
        robe,
    )
    pen.part(blob(x, y - 40, 92, 100, 2.3), cloth)
    pen.part(circle(x, y - 30, 64), _SKIN)
    for side in SIDES:
        pen.canvas.stroke(
            Path.parse(f"M{x + side * 24 - 13} {y - 30}Q{x + side * 24} {y - 18} {x + side * 24 + 13} {y - 30}"), INK, 9
        )
    pen.canvas.stroke(Path.parse(f"M{x - 14} {y}Q{x} {y + 12} {x + 14} {y}"), INK, 8)
    pen.part(oval(x, y + 130, 40, 50), _SKIN)


def _nativity(pen: Pen) -> None:
    for x in (130, 850):
        pen.part(rect(x, 360, 46, 640), WOOD)
    pen.part(Path.parse("M40 400L512 130L984 400L940 450L512 210L84 450Z"), mix(WOOD, INK, 0.15))
    pen.canvas.fill(star(C, 92, 96, 8, 0.36), GLOW)
    pen.part(star(C, 92, 62, 5, 0.42), GOLD)
    _person(pen, 300, 590, "#3f6fb0", "#7fb0de")
    _person(pen, 724, 590, "#8a5a36", "#c9a36a")
    pen.canvas.stroke(Path.parse("M850 470Q880 430 850 400Q800 400 800 450L800 900"), INK, 34)
    pen.canvas.stroke(Path.parse("M850 470Q880 430 850 400Q800 400 800 450L800 900"), WOOD, 18)
    for k in range(9):
        pen.part(limb([(390 + 30 * k, 800), (400 + 28 * k, 744 - 14 * (k % 3))], 14, 7), _STRAW)
    pen.part(Path.parse("M400 800Q512 700 624 800Q640 860 512 860Q384 860 400 800Z"), WHITE)
    pen.part(circle(C, 752, 52), _SKIN)
    for side in SIDES:
        pen.canvas.stroke(Path.parse(f"M{C + side * 20 - 10} 752Q{C + side * 20} 762 {C + side * 20 + 10} 752"), INK, 8)
    pen.part(Path.parse("M372 830L652 830L612 930L412 930Z"), WOOD)
    for side in SIDES:
        pen.part(limb([(C + side * 120, 910), (C - side * 60, 1000)], 20, 20), mix(WOOD, INK, 0.2))
    pen.part(rounded_rect(60, 980, 904, 40, 18), _STRAW)


def _mardi_gras_mask(pen: Pen) -> None:
    for k, ink in enumerate((VIOLET, GREEN, GOLD, VIOLET, GREEN)):
        pen.part(leaf(C + 60 * (k - 2), 420, 420 - 30 * abs(k - 2), 130, 22 * (k - 2)), ink)
    pen.part(
        Path.parse(
            "M512 480C420 380 200 350 60 430C60 620 170 740 330 730C430 720 480 650 512 610C544 650 594 720 694 730C854 740 964 620 964 430C824 350 604 380 512 480Z"
        ),
        VIOLET,
    )
    for side in SIDES:
        pen.part(
            Path.parse(
                f"M{C + side * 130} 560Q{C + side * 250} 460 {C + side * 350} 540Q{C + side * 250} 640 {C + side * 130} 560Z"
            ),
            DARK,
        )
        for k in range(6):
            pen.canvas.fill(circle(*polar(C + side * 244, 550, 150, 60 * k + 30), 15), GOLD)
    pen.part(star(C, 480, 74, 4, 0.5), GOLD)
    for k in range(15):
        x, y = 150 + 52 * k, 800 + 150 * (1 - ((k - 7) / 7) ** 2)
        pen.part(circle(x, y, 34), (VIOLET, GREEN, GOLD)[k % 3])


def _rainbow_heart(pen: Pen) -> None:
    shape = heart(C, C, 960)
    pen.part(shape, WHITE)
    box = shape.geometry().bounds
    step = (box[3] - box[1]) / len(_RAINBOW)
    with pen.canvas.group(shape):
        for k, ink in enumerate(_RAINBOW):
            pen.canvas.fill(rect(0, box[1] + k * step, 1024, step + 3), ink)
        pen.canvas.fill(oval(290, 330, 60, 36, -30), WHITE, 0.6)


def _ramadan_lantern(pen: Pen) -> None:
    pen.canvas.stroke(circle(C, 70, 52), INK, 40)
    pen.canvas.stroke(circle(C, 70, 52), GOLD, 22)
    pen.part(Path.parse("M512 110C580 170 690 220 700 320L324 320C334 220 444 170 512 110Z"), GOLD)
    pen.part(rounded_rect(290, 310, 444, 54, 20), mix(GOLD, INK, 0.2))
    pen.part(Path.parse("M320 364L704 364L752 780L272 780Z"), GOLD)
    for x, lean in ((C - 128, -14), (C, 0), (C + 128, 14)):
        pen.part(
            Path.parse(f"M{x - 46} 740L{x - 46 - lean * 0.2} 520Q{x} 410 {x + 46 - lean * 0.2} 520L{x + 46} 740Z"),
            (TEAL, GLOW, RED)[int(x > C) + int(x >= C)],
        )
    pen.part(rounded_rect(240, 776, 544, 60, 20), mix(GOLD, INK, 0.2))
    pen.part(Path.parse("M300 836L724 836L790 960L234 960Z"), GOLD)
    pen.canvas.fill(star(C, 898, 44, 8, 0.5), mix(GOLD, INK, 0.35))


def _kinara(pen: Pen) -> None:
    pen.part(rounded_rect(60, 760, 904, 90, 30), WOOD)
    pen.part(Path.parse("M380 850L644 850L700 990L324 990Z"), mix(WOOD, INK, 0.15))
    for k in range(7):
        x = 120 + 130 * k
        ink = DARK if k == 3 else RED if k < 3 else GREEN
        pen.part(rounded_rect(x - 34, 420, 68, 350, 12), ink)
        pen.part(
            Path.parse(f"M{x} 260C{x + 54} 330 {x + 44} 400 {x} 408C{x - 44} 400 {x - 54} 330 {x} 260Z"), "#f39a3d"
        )
        pen.canvas.fill(oval(x, 372, 14, 26), "#ffe9a8")


FEASTS: Mapping[str, Draw] = {
    "nativity scene": fitted(_nativity),
    "mardi gras mask": fitted(_mardi_gras_mask),
    "rainbow heart": fitted(_rainbow_heart),
    "ramadan lantern": fitted(_ramadan_lantern),
    "kinara": fitted(_kinara),
}
"""By the name that the keyword table gives them."""
