"""Of sewing boxes, tea tables, larders and playing fields: what has a near relative in the sets, and is another thing.
Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar, rounded_rect
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, limb, oval
from pod.providers.embedded.gallery.flowers import FLOWERS, TIED
from pod.providers.embedded.gallery.kit import (
    CREAM,
    DARK,
    GOLD,
    GREEN,
    RED,
    STEEL,
    WHITE,
    WOOD,
    C,
    Draw,
    leaves,
    petal,
    stem,
)
from pod.providers.embedded.objects.kit import (
    band,
    bar,
    box,
    deep,
    disc,
    dot,
    fitted,
    line,
    mark,
    pale,
    shape,
    tube,
    turned,
)


def _rugby_ball(pen: Pen) -> None:
    """White, pointed, with bands at its ends; an American football is brown and laced."""
    body = Path.parse(
        "M60 800C40 480 380 80 900 60C1000 60 990 130 980 200C940 620 600 980 200 960C110 960 70 900 60 800Z"
    )
    pen.part(body, "#f6f1e4")
    with pen.canvas.group(body):
        for d, ink in (
            ("M700 0Q760 300 1060 380L1100 -60Z", "#2f5f9f"),
            ("M330 1060Q280 720 -40 640L-60 1100Z", "#2f5f9f"),
        ):
            mark(pen, d, ink)
        line(pen, "M150 880Q420 330 930 110", 14, deep("#f6f1e4", 0.35))
        line(pen, "M120 860Q620 760 940 130", 14, deep("#f6f1e4", 0.35))
        line(pen, "M640 -20Q700 340 1080 440M390 1060Q340 680 -60 580", 22, RED)
    for k in range(5):
        x, y = 440 + 40 * k, 570 - 46 * k
        line(pen, f"M{x - 34} {y - 40}L{x + 34} {y + 36}", 16, INK)


def _cricket_bat_and_ball(pen: Pen) -> None:
    blade = turned(rounded_rect(412, 330, 200, 640, 70), 38)
    pen.part(blade, "#e9c98f")
    with pen.canvas.group(blade):
        pen.canvas.fill(turned(rounded_rect(495, 330, 34, 640, 10), 38), deep("#e9c98f", 0.2))
    pen.part(turned(rounded_rect(470, 30, 84, 330, 40), 38), RED)
    for y in (110, 180, 250):
        pen.canvas.fill(turned(rounded_rect(478, y, 68, 16, 8), 38), deep(RED, 0.4))
    disc(pen, 740, 800, 170, "#b5262f")
    for lean in (-20, 20):
        line(pen, f"M{740 + lean} 636Q{740 + 3 * lean} 800 {740 + lean} 964", 12, CREAM)
    for k in range(7):
        line(pen, f"M716 {672 + 42 * k}L764 {672 + 42 * k}", 8, CREAM)
    pen.canvas.fill(oval(640, 720, 30, 46, 30), pale("#b5262f", 0.4))


def _soft_tape(pen: Pen) -> None:
    """A tailor's: rolled up, one end out."""
    ink = "#f6d24f"
    shape(pen, "M512 780L1000 780L1000 940L512 940Z", ink)
    for k in range(9):
        line(pen, f"M{560 + 50 * k} 780L{560 + 50 * k} {850 if k % 2 else 880}", 12)
    box(pen, 960, 766, 56, 188, STEEL, 10)
    disc(pen, 420, 560, 390, ink)
    for r in (330, 262, 194):
        pen.canvas.stroke(circle(420, 560, r), deep(ink, 0.45), 14)
    for k in range(24):
        a, b = polar(420, 560, 384, 15 * k), polar(420, 560, 342, 15 * k)
        pen.canvas.stroke(Path.lines([a, b], closed=False), INK, 11)
    disc(pen, 420, 560, 118, RED)
    disc(pen, 420, 560, 46, CREAM)


def _hoop(pen: Pen) -> None:
    """Embroidery: flowers on linen in a wooden ring, the needle still in it."""
    disc(pen, C, 560, 400, "#fbf3e2")
    for x, y in ((380, 520), (650, 500), (C, 400)):
        stem(pen, (C, 840), (x, y), 0, 12)
    leaves(pen, ((C, 820, 210, -56), (C, 820, 210, 56), (C, 760, 170, -30), (C, 760, 170, 34)), GREEN, 0.28)
    for head, x, y, r in (
        (TIED["rose"], 390, 520, 110),
        (FLOWERS["cornflower"], 640, 510, 100),
        (FLOWERS["daisy"], C, 370, 116),
    ):
        head(pen, x, y, r, 0)
    for x, y in ((280, 680), (740, 680), (300, 380), (730, 370)):
        dot(pen, x, y, 17, "#d9405a")
    band(pen, circle(C, 560, 405), 62, "#d9a35a")
    box(pen, C - 64, 92, 128, 72, STEEL, 16)
    disc(pen, C, 76, 44, GOLD)
    bar(pen, (590, 700), (900, 900), 13, STEEL, 5)
    line(pen, "M590 700C540 640 480 700 540 740", 11, "#d9405a")


def _granny_square(pen: Pen) -> None:
    """Crocheted in rounds, from a flower in the middle to a scalloped edge."""
    for half, ink in ((480, "#fbf2df"), (390, "#3f978f"), (300, "#f3bf4b"), (210, "#e8637f")):
        count = max(3, round(half / 70))
        for side in range(4):
            for k in range(count):
                at = -half + 2 * half * k / count + half / count
                x, y = ((at, -half), (half, at), (at, half), (-half, at))[side]
                disc(pen, C + 0.9 * x, C + 0.9 * y, half / count * 0.98, ink)
        for sx in SIDES:
            for sy in SIDES:
                disc(pen, C + sx * 0.88 * half, C + sy * 0.88 * half, half / count * 0.98, ink)
        pen.canvas.fill(rounded_rect(C - 0.9 * half, C - 0.9 * half, 1.8 * half, 1.8 * half, 20), ink)
    for k in range(8):
        pen.part(petal("round", C, C, 200, 120, 45 * k), "#fbf2df")
    disc(pen, C, C, 64, "#f3bf4b")


def _granny_square_with_yarn(pen: Pen) -> None:
    square = Pen(pen.canvas, pen.species)
    _granny_square(square)
    disc(pen, 930, 900, 210, "#8468c0")
    for d in (
        "M760 820Q900 700 1090 800",
        "M730 900Q900 790 1130 880",
        "M770 1010Q920 900 1120 970",
        "M860 1090Q1000 960 1060 730",
    ):
        line(pen, d, 18, pale("#8468c0", 0.5))
    bar(pen, (230, 1000), (640, 760), 22, GOLD, 18)
    line(pen, "M640 760Q690 730 664 700", 30, INK)
    line(pen, "M640 760Q690 730 664 700", 16, GOLD)
    line(pen, "M740 1010Q600 1120 420 1060", 18, INK)
    line(pen, "M740 1010Q600 1120 420 1060", 9, "#8468c0")


def _yarn_and_needles(pen: Pen) -> None:
    """One ball, two needles through it."""
    for side in SIDES:
        bar(pen, (C - side * 330, 930), (C + side * 350, 120), 20, "#d9a35a")
        disc(pen, C + side * 370, 96, 50, RED)
    disc(pen, C, 580, 350, "#e8738f")
    for k, d in enumerate(
        (
            "M210 450Q460 300 800 440",
            "M176 560Q450 400 850 560",
            "M190 690Q480 530 836 680",
            "M270 820Q520 680 770 800",
            "M330 290Q560 560 500 920",
            "M470 236Q700 480 650 900",
        )
    ):
        line(pen, d, 20, (pale("#e8738f", 0.45), deep("#e8738f", 0.2))[k % 2])
    line(pen, "M760 830C900 960 700 1010 560 980C420 960 300 1010 180 990", 44, INK)
    line(pen, "M760 830C900 960 700 1010 560 980C420 960 300 1010 180 990", 22, "#e8738f")


def _hammer_and_nails(pen: Pen) -> None:
    pen.part(limb([(260, 960), (620, 330)], 46, 40), WOOD)
    shape(pen, "M470 180L760 350Q830 390 900 330L940 356Q900 470 800 470L700 450L600 392L420 290Z", STEEL)
    shape(pen, "M480 170L330 90L270 200L420 290Z", deep(STEEL, 0.25))
    mark(pen, "M500 210L740 350L730 372L490 232Z", WHITE)
    for x, y, turn in ((600, 760, -18), (740, 740, 6), (880, 730, 28)):
        pen.part(
            turned(
                Path.parse(
                    f"M{x - 17} {y - 130}L{x + 17} {y - 130}L{x + 17} {y + 110}L{x} {y + 190}L{x - 17} {y + 110}Z"
                ),
                turn,
                x,
                y,
            ),
            STEEL,
        )
        pen.part(turned(rounded_rect(x - 58, y - 170, 116, 44, 20), turn, x, y), deep(STEEL, 0.2))


def _bamboo_whisk(pen: Pen) -> None:
    """A chasen: fine tines that curl in, a dark thread, a stub of cane."""
    ink = "#dfc184"
    shape(pen, "M380 690L644 690L640 1000L384 1000Z", ink)
    line(pen, "M384 850L640 850", 16, deep(ink, 0.4))
    for k in range(-6, 7):
        x = C + 62 * k
        tube(
            pen,
            f"M{C + 20 * k} 700Q{x} 520 {x} 300Q{x} {90 + 4 * k * k} {C + 44 * k} {120 + 3 * k * k}",
            20,
            (ink, pale(ink, 0.35))[k % 2],
        )
    for k in range(-2, 3):
        tube(pen, f"M{C + 20 * k} 700Q{C + 34 * k} 420 {C + 16 * k} 250", 18, deep(ink, 0.12))
    box(pen, 360, 640, 304, 70, DARK, 20)


def _greek_vase(pen: Pen) -> None:
    """An amphora, black figures on red clay: a warrior with shield and spear."""
    clay, black = "#d9773f", "#2d2430"
    for side in SIDES:
        tube(pen, f"M{C + side * 90} 130C{C + side * 330} 110 {C + side * 330} 320 {C + side * 240} 380", 40, black)
    body = Path.parse(
        "M420 60L604 60L596 260C720 310 800 400 800 540C800 740 680 860 600 930L424 930C344 860 224 740 224 540C224 400 304 310 428 260Z"
    )
    pen.part(body, clay)
    with pen.canvas.group(body):
        pen.canvas.fill(Path.parse("M0 0L1024 0L1024 250L0 250Z"), black)
        pen.canvas.fill(Path.parse("M0 800L1024 800L1024 1000L0 1000Z"), black)
        for k in range(9):
            x = 236 + 66 * k
            line(pen, f"M{x} 770L{x} 724L{x + 44} 724L{x + 44} 756L{x + 22} 756", 13, black)
        line(pen, "M200 700L824 700M200 790L824 790M260 340L764 340", 12, black)
    line(pen, "M640 370L640 690", 15, black)
    mark(pen, "M640 340L662 400L618 400Z", black)
    mark(pen, "M470 400Q512 366 554 400Q570 440 552 470L486 470Q452 440 470 400Z", black)
    mark(pen, "M440 420Q470 350 560 366Q590 380 600 420Q530 372 470 420Z", black)
    mark(pen, "M470 474L556 474L590 580L560 584L576 690L536 690L512 600L488 690L448 690L474 560Z", black)
    dot(pen, 430, 546, 78, black)
    pen.canvas.stroke(circle(430, 546, 56), clay, 9)
    dot(pen, 430, 546, 22, clay)
    bar(pen, (556, 500), (636, 540), 16, black)
    box(pen, 400, 30, 224, 56, clay, 20)
    shape(pen, "M410 920L614 920L660 1000L364 1000Z", clay)


def _tea_set(pen: Pen) -> None:
    """A round pot with a handle over it, and two cups without any."""
    ink = "#4f7f8f"
    for width, paint in ((56, INK), (34, "#b0763f")):
        pen.canvas.stroke(Path.parse("M300 420C300 60 724 60 724 420"), paint, width)
    shape(pen, "M740 560C860 540 860 420 960 400L980 450C920 520 900 680 740 700Z", ink)
    pen.part(oval(C, 570, 290, 230), ink)
    pen.part(oval(C, 372, 130, 40), deep(ink, 0.2))
    disc(pen, C, 330, 34, "#b0763f")
    for k in range(5):
        pen.canvas.fill(petal("round", 470, 580, 86, 66, 72 * k), "#f3c4cf")
    dot(pen, 470, 580, 20, GOLD)
    for x in (170, 860):
        shape(pen, f"M{x - 130} 790L{x + 130} 790Q{x + 120} 990 {x} 990Q{x - 120} 990 {x - 130} 790Z", ink)
        pen.part(oval(x, 790, 130, 34), "#a8c66a")
        mark(pen, f"M{x - 96} 850L{x + 96} 850L{x + 90} 876L{x - 90} 876Z", pale(ink, 0.5))


def _cezve(pen: Pen) -> None:
    """A copper pot with a long handle."""
    copper = "#c9733f"
    bar(pen, (690, 430), (1000, 210), 34, "#7a5236", 44)
    shape(
        pen,
        "M300 330L700 330C680 440 660 480 760 640Q830 800 760 960L240 960Q170 800 240 640C340 480 320 440 300 330Z",
        copper,
    )
    shape(pen, "M300 340L200 280L330 470Z", copper)
    pen.part(oval(C - 12, 330, 210, 60), deep(copper, 0.2))
    pen.canvas.fill(oval(C - 12, 340, 170, 40), "#5f3a26")
    for x, y in ((440, 330), (520, 350), (590, 328)):
        dot(pen, x, y, 18, "#d9a878")
    for k in range(6):
        pen.canvas.fill(petal("pointed", 500, 760, 110, 60, 60 * k), pale(copper, 0.45))
    mark(
        pen,
        "M270 640C330 560 346 520 350 470L390 470C384 540 350 600 310 680Q270 780 300 900L262 900Q220 760 270 640Z",
        pale(copper, 0.4),
    )
    for x in (420, 560):
        tube(pen, f"M{x} 240Q{x - 50} 180 {x} 130Q{x + 50} 80 {x} 20", 18, WHITE)


CRAFTS: Mapping[str, Draw] = {
    "rugby ball": fitted(_rugby_ball),
    "cricket bat and ball": fitted(_cricket_bat_and_ball),
    "soft measuring tape": fitted(_soft_tape),
    "flower embroidery hoop": fitted(_hoop),
    "granny square": fitted(_granny_square),
    "granny square with yarn": fitted(_granny_square_with_yarn),
    "yarn and needles": fitted(_yarn_and_needles),
    "hammer and nails": fitted(_hammer_and_nails),
    "bamboo whisk": fitted(_bamboo_whisk),
    "greek vase": fitted(_greek_vase),
    "japanese tea set": fitted(_tea_set),
    "turkish coffee pot": fitted(_cezve),
}
"""By the name that the keyword table gives them."""
