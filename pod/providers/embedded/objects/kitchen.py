"""What lies and hangs in a kitchen: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, heart, leaf, rounded_rect
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, limb, oval
from pod.providers.embedded.objects.kit import (
    BLUE,
    CREAM,
    DARK,
    GLASS,
    GOLD,
    GREEN,
    PINK,
    RED,
    SNOW,
    STEEL,
    TEAL,
    WOOD,
    C,
    Draw,
    bar,
    box,
    deep,
    disc,
    dot,
    glint,
    line,
    mark,
    moved,
    pale,
    shape,
    slab,
    tube,
    turned,
)


def _toaster(pen: Pen) -> None:
    for x, turn in ((360, -4), (640, 4)):
        pen.part(
            moved("M-130 260L-130 -120C-170 -220 -60 -250 0 -220C60 -250 170 -220 130 -120L130 260Z", x, 330, turn),
            "#c98a4b",
        )
        pen.canvas.fill(
            moved("M-98 240L-98 -110C-124 -190 -50 -208 0 -180C50 -208 124 -190 98 -110L98 240Z", x, 330, turn),
            "#f0d29a",
        )
    box(pen, 930, 520, 66, 70, DARK, 24)
    shape(
        pen,
        "M90 560C90 440 160 400 250 400L774 400C864 400 934 440 934 560L934 860Q934 900 890 900L134 900Q90 900 90 860Z",
        RED,
    )
    slab(pen, 200, 428, 624, 34, deep(RED, 0.5), 17)
    mark(pen, "M140 560C140 500 170 480 230 480L300 480C220 520 200 600 200 740L140 740Z", pale(RED))
    disc(pen, 840, 780, 62, CREAM)
    line(pen, "M840 780L840 736", 16)
    slab(pen, 150, 800, 560, 26, deep(RED, 0.3), 13)
    for x in (170, 790):
        box(pen, x, 890, 90, 50, DARK, 16)


def _blender(pen: Pen) -> None:
    tube(pen, "M700 190C900 190 880 520 690 540", 44, GLASS)
    shape(pen, "M270 120L754 120L690 640L334 640Z", GLASS)
    mark(pen, "M290 280Q400 220 512 280Q630 340 734 270L690 628L334 628Z", PINK)
    for x, y, r in ((420, 420, 40), (580, 480, 52), (480, 560, 30), (610, 350, 28)):
        dot(pen, x, y, r, pale(PINK, 0.5))
    mark(pen, "M320 170L370 170L410 560L372 560Z", SNOW)
    box(pen, 244, 70, 536, 76, DARK, 24)
    box(pen, 430, 14, 164, 70, DARK, 24)
    shape(pen, "M334 640L690 640L770 960Q512 1010 254 960Z", TEAL)
    disc(pen, C, 800, 76, CREAM)
    line(pen, "M512 800L556 752", 18)


def _stand_mixer(pen: Pen) -> None:
    shape(pen, "M640 360L900 360L930 900L600 900Z", TEAL)
    box(pen, 70, 890, 880, 90, deep(TEAL, 0.12), 44)
    for x in (-60, 0, 60):
        tube(pen, f"M330 380C{330 + 2.2 * x} 480 {330 + 2.0 * x} 640 330 690", 16, STEEL)
    shape(
        pen,
        "M60 230C60 110 160 60 330 60L800 60C920 60 970 130 960 240C950 340 900 380 800 380L240 380C110 380 60 330 60 230Z",
        TEAL,
    )
    mark(pen, "M130 200C150 130 230 110 340 108L640 108C520 150 250 140 130 200Z", pale(TEAL))
    dot(pen, 860, 220, 46, CREAM)
    box(pen, 250, 340, 160, 80, STEEL, 20)
    tube(pen, "M560 640C640 640 640 760 540 760", 26, STEEL)
    shape(pen, "M90 580L570 580C570 760 490 880 400 890L260 890C170 880 90 760 90 580Z", STEEL)
    mark(pen, "M130 620L190 620C200 740 240 800 280 840C180 800 134 700 130 620Z", SNOW)


def _kettle(pen: Pen) -> None:
    tube(pen, "M270 430C230 90 794 90 754 430", 50, DARK)
    shape(pen, "M790 690L930 440L1000 470L940 560L850 860Z", RED)
    shape(pen, "M330 380Q512 300 694 380C820 440 880 600 900 860Q512 960 124 860C144 600 204 440 330 380Z", RED)
    mark(pen, "M210 760C220 600 270 500 340 460C370 460 360 490 340 520C290 600 280 680 276 770Z", pale(RED))
    slab(pen, 146, 800, 730, 30, deep(RED), 15)
    box(pen, 360, 340, 304, 56, deep(RED), 28)
    disc(pen, C, 320, 44, DARK)


def _rolling_pin(pen: Pen) -> None:
    to = turned(limb([(40, C), (984, C)], 44, 44), -38)
    pen.part(to, RED)
    pen.part(turned(rounded_rect(190, 392, 644, 240, 60), -38), WOOD)
    pen.canvas.fill(turned(rounded_rect(220, 430, 580, 46, 23), -38), pale(WOOD))
    for x in (196, 786):
        pen.canvas.fill(turned(rounded_rect(x, 410, 34, 204, 16), -38), deep(WOOD))


def _whisk(pen: Pen) -> None:
    for x in (-250, 250, -130, 130, 0):
        tube(
            pen,
            f"M512 470C{512 + 0.4 * x} 380 {512 + x} 320 {512 + x} 200C{512 + x} 90 {512 + x * 0.4} 50 512 50",
            20,
            STEEL,
        )
    bar(pen, (C, 470), (C, 560), 46, STEEL)
    bar(pen, (C, 600), (C, 950), 62, RED, 74)
    dot(pen, C, 930, 24, CREAM)


def _ladle(pen: Pen) -> None:
    tube(pen, "M640 700C690 420 700 240 690 120C684 40 800 40 800 130", 44, STEEL)
    shape(pen, "M170 640L740 640C740 860 630 970 455 970C280 970 170 860 170 640Z", STEEL)
    pen.part(oval(455, 640, 285, 74), deep(STEEL))
    pen.canvas.fill(oval(455, 650, 230, 46), "#e07a3c")
    glint(pen, 270, 780, 26, 90, -18)


def _colander(pen: Pen) -> None:
    for side in SIDES:
        tube(pen, f"M{C + side * 380} 420C{C + side * 520} 400 {C + side * 520} 540 {C + side * 390} 540", 36, TEAL)
    box(pen, 360, 850, 304, 90, deep(TEAL), 30)
    shape(pen, "M100 400L924 400C924 700 760 880 640 890L384 890C264 880 100 700 100 400Z", TEAL)
    for row, (count, y) in enumerate(((8, 530), (7, 630), (6, 730), (3, 820))):
        for k in range(count):
            dot(pen, C + (k - (count - 1) / 2) * 92, y, 24 - row, deep(TEAL, 0.55))
    box(pen, 60, 350, 904, 78, pale(TEAL, 0.3), 39)


def _cutting_board(pen: Pen) -> None:
    pen.part(
        turned(
            Path.parse(
                "M260 300Q260 240 320 240L420 240Q440 240 440 180L440 100Q440 40 512 40Q584 40 584 100L584 180Q584 240 604 240L704 240Q764 240 764 300L764 920Q764 980 704 980L320 980Q260 980 260 920Z"
            ),
            18,
        ),
        WOOD,
    )
    pen.canvas.fill(turned(circle(C, 116, 34), 18), INK)
    for x in (350, 470, 600, 690):
        pen.canvas.fill(turned(rounded_rect(x, 330, 14, 560, 7), 18), deep(WOOD, 0.16))
    pen.part(turned(Path.parse("M330 560L330 300C410 330 440 460 420 560Z"), -42, 380, 500), STEEL)
    pen.part(turned(rounded_rect(336, 560, 80, 300, 34), -42, 380, 500), DARK)


def _corkscrew(pen: Pen) -> None:
    tube(
        pen,
        "M512 240L512 460C640 480 640 540 512 560C384 580 384 640 512 660C640 680 640 740 512 760C400 780 420 840 512 860L512 980",
        30,
        STEEL,
    )
    bar(pen, (230, 170), (794, 170), 84, WOOD)
    bar(pen, (C, 230), (C, 330), 36, STEEL)
    glint(pen, 380, 130, 120, 18, 0, pale(WOOD))


def _shakers(pen: Pen) -> None:
    for x, ink, letter in ((290, SNOW, "S"), (734, DARK, "P")):
        shape(pen, f"M{x - 150} 400L{x + 150} 400L{x + 200} 930Q{x} 980 {x - 200} 930Z", ink)
        shape(
            pen, f"M{x - 170} 410C{x - 170} 200 {x - 80} 130 {x} 130C{x + 80} 130 {x + 170} 200 {x + 170} 410Z", STEEL
        )
        for dx, dy in ((-60, 290), (0, 230), (60, 290), (0, 330)):
            dot(pen, x + dx, dy, 20)
        line(pen, _LETTERS[letter].format(*_around(x, 670)), 34, INK if letter == "S" else CREAM)


_LETTERS = {
    "S": "M{2} {4}C{0} {3} {0} {5} {1} {5}C{2} {5} {2} {7} {0} {6}",
    "P": "M{0} {7}L{0} {3}L{1} {3}C{2} {3} {2} {5} {1} {5}L{0} {5}",
}
"""By strokes: left, middle, right, then five heights."""


def _around(x: float, y: float) -> tuple[float, ...]:
    return x - 60, x + 10, x + 80, y - 110, y - 90, y, y + 90, y + 110


def _oven_mitt(pen: Pen) -> None:
    shape(
        pen,
        "M330 760L300 300C290 130 430 60 540 70C650 80 720 160 720 290L716 420C780 330 900 330 920 410C936 480 840 560 720 700L716 760Z",
        RED,
    )
    for x in (440, 560):
        line(pen, f"M{x} 200L{x + 6} 700", 12, deep(RED, 0.35))
    line(pen, "M320 460L720 440M326 620L716 600", 12, deep(RED, 0.35))
    box(pen, 290, 740, 466, 200, CREAM, 40)
    tube(pen, "M300 820C200 820 200 940 300 920", 22, CREAM)
    pen.canvas.fill(heart(522, 840, 110), RED)


def _moka_pot(pen: Pen) -> None:
    tube(pen, "M690 280C900 260 900 380 860 620", 66, DARK)
    shape(pen, "M300 200L724 200L664 520L360 520Z", STEEL)
    shape(pen, "M310 210L200 250L330 340Z", STEEL)
    mark(pen, "M400 220L470 220L470 510L420 510Z", SNOW)
    shape(pen, "M300 200Q512 80 724 200Z", deep(STEEL))
    disc(pen, C, 112, 42, DARK)
    box(pen, 340, 510, 344, 60, deep(STEEL), 14)
    shape(pen, "M360 570L664 570L740 930Q512 970 284 930Z", STEEL)
    mark(pen, "M420 580L480 580L460 940L390 936Z", SNOW)
    dot(pen, 640, 800, 26)


def _french_press(pen: Pen) -> None:
    tube(pen, "M730 330C920 320 920 760 730 740", 46, DARK)
    bar(pen, (C, 70), (C, 260), 16, STEEL)
    disc(pen, C, 70, 50, DARK)
    box(pen, 290, 240, 444, 700, GLASS, 40)
    slab(pen, 302, 470, 420, 458, "#6b4128", 30)
    slab(pen, 302, 440, 420, 60, "#d9b384", 20)
    slab(pen, 340, 300, 40, 560, pale("#6b4128", 0.35), 20)
    box(pen, 260, 210, 504, 74, STEEL, 30)
    box(pen, 260, 900, 504, 70, STEEL, 30)


def _lunch_box(pen: Pen) -> None:
    tube(pen, "M370 330L370 240Q370 190 420 190L604 190Q654 190 654 240L654 330", 46, DARK)
    shape(pen, "M80 420Q80 320 180 320L844 320Q944 320 944 420L944 800Q944 870 874 870L150 870Q80 870 80 800Z", BLUE)
    mark(pen, "M92 520L932 520L932 560L92 560Z", deep(BLUE, 0.35))
    for x in (280, 664):
        box(pen, x, 480, 84, 120, GOLD, 18)
    pen.canvas.fill(heart(C, 700, 150), pale(RED, 0.1))


def _thermos(pen: Pen) -> None:
    tube(pen, "M690 420C860 420 860 760 690 760", 44, DARK)
    box(pen, 320, 260, 384, 720, GREEN, 60)
    slab(pen, 332, 420, 360, 46, CREAM, 0)
    slab(pen, 332, 490, 360, 46, RED, 0)
    slab(pen, 360, 300, 38, 620, pale(GREEN), 19)
    shape(pen, "M350 270L350 120Q350 50 420 50L604 50Q674 50 674 120L674 270Z", STEEL)
    slab(pen, 380, 90, 34, 150, SNOW, 17)


def _hip_flask(pen: Pen) -> None:
    box(pen, 440, 50, 144, 120, DARK, 20)
    box(pen, 456, 160, 112, 100, STEEL, 10)
    shape(
        pen,
        "M260 250L764 250Q850 260 850 350L820 880Q816 960 740 966Q512 930 284 966Q208 960 204 880L174 350Q174 260 260 250Z",
        STEEL,
    )
    shape(pen, "M190 430L834 430L806 800Q512 760 218 800Z", WOOD)
    pen.canvas.fill(leaf(C, 730, 240, 80, 0), deep(WOOD))
    glint(pen, 250, 350, 26, 60, 12)


def _cocktail_shaker(pen: Pen) -> None:
    shape(pen, "M420 170L604 170L604 90Q604 40 554 40L470 40Q420 40 420 90Z", STEEL)
    shape(pen, "M320 420C320 250 400 170 430 160L594 160C624 170 704 250 704 420Z", STEEL)
    shape(pen, "M300 410L724 410L664 940Q512 980 360 940Z", STEEL)
    mark(pen, "M350 450L420 450L440 920L396 912Z", SNOW)
    mark(pen, "M620 450L690 450L640 930L600 940Z", deep(STEEL))
    mark(pen, "M388 230C420 190 440 190 460 190L440 380L360 380C364 310 372 260 388 230Z", SNOW)


def _pepper_mill(pen: Pen) -> None:
    disc(pen, C, 90, 56, STEEL)
    shape(pen, "M380 330C300 200 400 130 512 130C624 130 724 200 644 330Z", WOOD)
    shape(
        pen, "M390 350L634 350C560 480 600 620 690 760L690 960Q512 1000 334 960L334 760C424 620 464 480 390 350Z", WOOD
    )
    mark(pen, "M370 790C440 680 470 560 452 420L482 420C490 600 450 740 410 940L370 934Z", pale(WOOD))
    box(pen, 360, 310, 304, 56, STEEL, 20)


def _cookie_jar(pen: Pen) -> None:
    box(pen, 190, 300, 644, 660, GLASS, 150)
    for x, y in ((330, 820), (512, 850), (690, 820), (420, 680), (610, 690), (330, 560), (512, 540), (690, 560)):
        disc(pen, x, y, 92, "#d9a05b")
        for dx, dy in ((-34, -20), (24, -36), (6, 24), (42, 20)):
            dot(pen, x + dx, y + dy, 15, "#5a3421")
    slab(pen, 226, 420, 36, 380, SNOW, 18)
    box(pen, 230, 210, 564, 110, RED, 40)
    disc(pen, C, 150, 64, RED)


KITCHEN: Mapping[str, Draw] = {
    "toaster": _toaster,
    "blender": _blender,
    "stand mixer": _stand_mixer,
    "kettle": _kettle,
    "rolling pin": _rolling_pin,
    "whisk": _whisk,
    "ladle": _ladle,
    "colander": _colander,
    "cutting board": _cutting_board,
    "corkscrew": _corkscrew,
    "salt and pepper": _shakers,
    "oven mitt": _oven_mitt,
    "moka pot": _moka_pot,
    "french press": _french_press,
    "lunch box": _lunch_box,
    "thermos": _thermos,
    "hip flask": _hip_flask,
    "cocktail shaker": _cocktail_shaker,
    "pepper mill": _pepper_mill,
    "cookie jar": _cookie_jar,
}
