"""Snakes, a sea turtle, and dinosaurs by kind, from the side: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path, Point
from pod.drawing.shapes import circle, leaf, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, Pen, blob, curve, limb, oval
from pod.providers.embedded.gallery.kit import CREAM, GOLD, WHITE, Draw, moved

_BLUSH = "#f2788f"


def _eye(pen: Pen, x: float, y: float, r: float = 22) -> None:
    pen.canvas.fill(circle(x, y, r), INK)
    pen.canvas.fill(circle(x - r * 0.3, y - r * 0.34, r * 0.34), WHITE)


def _smile(pen: Pen, x: float, y: float, reach: float) -> None:
    pen.canvas.stroke(Path.parse(f"M{x - reach} {y}Q{x} {y + reach * 0.7} {x + reach} {y - reach * 0.2}"), INK, 12)


def _legs(pen: Pen, spots: tuple[float, ...], top: float, floor: float, width: float, ink: str) -> None:
    for x in spots:
        pen.part(limb([(x, top), (x, floor - width * 0.7)], width, width * 0.9), ink)
        for toe in (-0.5, 0.1, 0.7):
            pen.canvas.fill(oval(x + toe * width, floor - width * 0.1, width * 0.2, width * 0.18), mix(ink, CREAM, 0.7))


# --- snakes

_COIL: tuple[Point, ...] = (
    *curve((120, 860), (40, 760), (300, 700), (520, 720), 12),
    *curve((520, 720), (960, 740), (940, 920), (520, 910), 14),
    *curve((520, 910), (120, 900), (160, 700), (470, 640), 14),
    *curve((470, 640), (860, 580), (760, 440), (560, 420), 14),
    *curve((560, 420), (380, 390), (420, 220), (640, 230), 14),
)


def _snake(skin: str, pattern: str, *, bands: bool = False, hood: bool = False, rattle: bool = False) -> Draw:
    """Coiled, the head raised, its tongue out."""

    def draw(pen: Pen) -> None:
        for k in range(4 if rattle else 0):
            pen.part(oval(96 - 14 * k, 826 - 44 * k, 36 - 4 * k, 28), GOLD)
        pen.canvas.stroke(Path.parse("M800 262L900 276M890 274L950 246M890 274L946 308"), "#d9365a", 15)
        parts = (_COIL[:13], _COIL[12:28], _COIL[27:43], _COIL[42:58], _COIL[57:])
        for k, part in enumerate(parts):
            start, end = ((20, 60), (60, 78), (78, 74), (74, 62), (62, 56))[k]
            if hood and k == len(parts) - 1:
                pen.part(
                    Path.parse("M600 150C420 130 300 250 320 380C340 480 470 540 600 520C640 400 660 260 600 150Z"),
                    skin,
                )
                pen.canvas.fill(
                    Path.parse("M590 200C450 190 370 270 380 370C400 440 490 490 580 470C610 380 620 280 590 200Z"),
                    pattern,
                )
                pen.part(blob(600, 250, 60, 60, 2.2), skin)
                continue
            pen.part(limb(part, start, end), skin)
            for i in range(2, len(part) - 2, 3):
                (x, y), wide = part[i], start + (end - start) * i / len(part)
                mark = blob(x, y, wide * (0.34 if bands else 0.5), wide * (0.92 if bands else 0.46), 2.0)
                pen.canvas.fill(mark, pattern)
        pen.part(Path.parse("M560 180C640 130 800 170 830 250C830 310 700 340 600 310C530 290 520 210 560 180Z"), skin)
        pen.canvas.stroke(Path.parse("M690 300Q770 300 826 262"), INK, 11)
        pen.canvas.fill(circle(700, 218, 36), mix(GOLD, WHITE, 0.3))
        pen.canvas.fill(oval(704, 218, 11, 30), INK)
        pen.canvas.fill(oval(650, 276, 28, 17), _BLUSH)

    return draw


# --- turtle


def _sea_turtle(pen: Pen) -> None:
    """Swimming, flippers spread."""
    skin, shell = "#7fc29a", "#8a6a3f"
    pen.part(Path.parse("M330 640C240 720 180 800 70 830C80 740 160 660 260 590Z"), skin)
    pen.part(Path.parse("M640 620C620 760 540 900 400 980C400 860 440 720 520 620Z"), skin)
    pen.part(Path.parse("M560 380C520 260 420 160 290 120C300 240 360 340 440 420Z"), skin)
    pen.part(blob(840, 440, 124, 104, 2.3), skin)
    pen.part(
        Path.parse(
            "M180 600C200 420 380 320 560 330C720 340 800 430 800 520C780 640 560 700 400 680C300 670 220 640 180 600Z"
        ),
        shell,
    )
    rim = Path.parse(
        "M240 586C260 450 400 370 556 378C690 386 746 450 746 516C730 604 550 650 410 634C330 626 270 610 240 586Z"
    )
    pen.canvas.fill(rim, "#b08a4f")
    with pen.canvas.group(rim):
        for x, y, rx, ry in ((370, 500, 74, 78), (510, 480, 74, 84), (640, 480, 66, 76)):
            pen.canvas.fill(blob(x, y, rx, ry, 2.8), "#9a7540")
        for x, y in ((300, 590), (440, 628), (580, 612), (700, 560), (440, 382), (580, 378), (700, 410)):
            pen.canvas.fill(blob(x, y, 52, 40, 2.8), "#9a7540")
    for x, y in ((180, 740), (150, 780), (480, 800), (450, 860), (360, 210), (410, 270), (540, 720)):
        pen.canvas.fill(blob(x, y, 20, 15, 2.4), "#4f8f6f")
    for x, y in ((800, 388), (850, 370), (780, 430)):
        pen.canvas.fill(blob(x, y, 17, 13, 2.4), "#4f8f6f")
    _eye(pen, 880, 428, 24)
    _smile(pen, 910, 480, 40)
    pen.canvas.fill(oval(840, 486, 26, 16), _BLUSH)


# --- dinosaurs


def _triceratops(pen: Pen) -> None:
    skin, frill, horn = "#8fae6f", "#d9815a", "#f6ecd2"
    pen.part(Path.parse("M200 560C120 640 60 700 10 720Q120 780 260 680Z"), skin)
    _legs(pen, (300, 560), 660, 880, 66, mix(skin, INK, 0.2))
    pen.part(blob(420, 580, 290, 200, 2.3), skin)
    _legs(pen, (220, 640), 660, 890, 70, skin)
    for x, y in ((300, 470), (400, 450), (360, 530), (480, 500), (250, 540)):
        pen.canvas.fill(blob(x, y, 30, 22, 2.3), mix(skin, INK, 0.24))
    for turn in range(-60, 61, 24):
        pen.part(leaf(*polar(610, 470, 190, turn - 40), 100, 70, turn - 40), horn)
    pen.part(blob(610, 460, 200, 210, 2.2), frill)
    pen.canvas.fill(blob(630, 480, 130, 140, 2.2), mix(frill, CREAM, 0.4))
    for start, tip in (((700, 430), (900, 220)), ((640, 410), (780, 180))):
        pen.part(limb([start, ((start[0] + tip[0]) / 2 + 26, (start[1] + tip[1]) / 2 + 20), tip], 36, 6), horn)
    pen.part(
        Path.parse(
            "M600 500C640 400 800 400 880 500C960 560 990 620 940 680C880 700 840 660 800 680C700 720 580 640 600 500Z"
        ),
        skin,
    )
    pen.part(Path.parse("M880 510Q900 430 960 400Q970 490 940 550Z"), horn)
    _eye(pen, 780, 510)
    _smile(pen, 850, 620, 56)
    pen.canvas.fill(oval(740, 590, 32, 19), _BLUSH)


def _stegosaurus(pen: Pen) -> None:
    skin, plate = "#6fae9a", "#f0954a"
    for x, y in ((70, 560), (120, 600), (60, 640)):
        pen.part(leaf(x, y, 150, 40, -60), "#f6ecd2")
    pen.part(limb(curve((330, 600), (220, 560), (140, 600), (50, 640)), 110, 24), skin)
    for x, y, size, turn in (
        (250, 500, 120, -34),
        (340, 420, 170, -20),
        (450, 370, 210, -8),
        (570, 380, 200, 6),
        (680, 440, 150, 18),
        (770, 520, 100, 30),
    ):
        pen.part(moved("M-0.5 0.3C-0.7 -0.4 -0.3 -0.8 0 -1C0.3 -0.8 0.7 -0.4 0.5 0.3Z", x, y, size, turn=turn), plate)
    _legs(pen, (380, 690), 680, 890, 60, mix(skin, INK, 0.2))
    pen.part(
        Path.parse(
            "M220 640C260 430 560 340 720 500C800 560 840 590 900 600C990 610 1000 700 940 720C860 740 800 700 740 730C600 800 300 800 220 640Z"
        ),
        skin,
    )
    _legs(pen, (300, 610), 690, 900, 66, skin)
    for x, y in ((400, 560), (500, 520), (600, 560), (470, 640), (330, 620)):
        pen.canvas.fill(blob(x, y, 30, 22, 2.3), mix(skin, INK, 0.24))
    _eye(pen, 890, 640)
    _smile(pen, 940, 680, 34)
    pen.canvas.fill(oval(860, 690, 28, 16), _BLUSH)


def _raptor(pen: Pen) -> None:
    """A velociraptor, running."""
    skin, stripe = "#c9803f", "#6b3f22"
    pen.part(limb(curve((420, 520), (260, 480), (140, 400), (20, 300)), 90, 12), skin)
    pen.part(limb([(420, 620), (300, 760), (180, 760), (110, 860)], 64, 26), mix(skin, INK, 0.2))
    pen.part(
        Path.parse(
            "M300 520C380 400 560 380 680 440C760 380 720 260 820 220C940 200 1000 270 1010 320C1000 370 900 370 860 390C860 520 760 640 620 660C460 690 320 640 300 520Z"
        ),
        skin,
    )
    pen.part(limb([(540, 620), (640, 740), (540, 850), (600, 950)], 74, 30), skin)
    for toe in (-10, 60, 110):
        pen.part(limb([(600, 960), (600 + toe, 986)], 18, 8), CREAM)
    pen.part(limb([(700, 560), (790, 620), (760, 700)], 30, 18), skin)
    for x in (740, 770):
        pen.part(limb([(x, 706), (x + 20, 748)], 9, 4), CREAM)
    for x, y, turn in ((380, 450, 190), (460, 420, 184), (550, 410, 180), (640, 430, 176), (220, 440, 190)):
        pen.canvas.fill(leaf(x, y - 14, 130, 30, turn), stripe)
    pen.canvas.stroke(Path.parse("M1004 330Q900 350 830 330"), INK, 11)
    for x in (880, 920, 960):
        pen.canvas.fill(Path.lines([(x - 14, 340), (x + 14, 336), (x, 366)]), WHITE)
    pen.canvas.fill(circle(860, 272, 32), mix(GOLD, WHITE, 0.2))
    pen.canvas.fill(oval(866, 272, 12, 26), INK)


def _ankylosaurus(pen: Pen) -> None:
    skin, plate = "#b5915f", "#6f5638"
    pen.part(limb(curve((300, 620), (180, 640), (140, 560), (90, 500)), 60, 28), skin)
    pen.part(circle(80, 480, 74), plate)
    _legs(pen, (380, 690), 680, 870, 66, mix(skin, INK, 0.2))
    pen.part(blob(800, 600, 170, 130, 2.4), skin)
    for x, y, turn in ((760, 500, 10), (850, 500, 40)):
        pen.part(leaf(x, y, 120, 60, turn), plate)
    dome = Path.parse("M200 680C190 460 360 360 520 360C700 360 780 470 780 680Q500 760 200 680Z")
    pen.part(dome, plate)
    with pen.canvas.group(dome):
        for row in range(4):
            for k in range(7):
                pen.canvas.fill(
                    blob(220 + 92 * k + 46 * (row % 2), 420 + 76 * row, 34, 26, 2.4), mix(plate, CREAM, 0.3)
                )
    for x, y, turn in ((250, 500, -50), (350, 410, -24), (470, 366, -6), (600, 376, 12), (710, 440, 34)):
        pen.part(leaf(x, y, 110, 60, turn), "#f6ecd2")
    _legs(pen, (290, 600), 700, 880, 70, skin)
    _eye(pen, 850, 570)
    _smile(pen, 910, 650, 44)
    pen.canvas.fill(oval(800, 650, 30, 18), _BLUSH)


def _brachiosaurus(pen: Pen) -> None:
    skin = "#7fa8c9"
    pen.part(limb(curve((300, 660), (180, 660), (100, 720), (20, 860)), 100, 14), skin)
    _legs(pen, (380, 640), 700, 960, 70, mix(skin, INK, 0.2))
    pen.part(limb(curve((600, 640), (760, 560), (700, 300), (770, 150)), 130, 56), skin)
    pen.part(blob(450, 660, 270, 180, 2.3), skin)
    pen.canvas.fill(limb(curve((600, 640), (730, 570), (720, 420), (730, 300)), 110, 62), skin)
    _legs(pen, (300, 560), 720, 970, 76, skin)
    pen.part(Path.parse("M700 130C740 40 880 50 960 130C980 190 900 220 820 220C740 220 690 190 700 130Z"), skin)
    for x, y in ((380, 560), (480, 540), (430, 620), (570, 600), (690, 470), (720, 380)):
        pen.canvas.fill(blob(x, y, 30, 22, 2.3), mix(skin, INK, 0.22))
    _eye(pen, 830, 124)
    _smile(pen, 900, 174, 38)
    pen.canvas.fill(oval(800, 180, 28, 16), _BLUSH)


def _spinosaurus(pen: Pen) -> None:
    skin, sail = "#6f9a8f", "#d9623c"
    pen.part(limb(curve((360, 640), (220, 660), (120, 600), (10, 620)), 100, 14), skin)
    ridge = Path.parse("M270 620C260 300 420 160 520 150C640 160 720 320 720 560Z")
    pen.part(ridge, sail)
    for k in range(5):
        pen.canvas.stroke(
            Path.parse(f"M{340 + 76 * k} 600L{360 + 70 * k} {330 - 60 * (2 - abs(k - 2))}"), mix(sail, INK, 0.3), 12
        )
    pen.part(limb([(440, 700), (360, 820), (430, 930)], 80, 40), mix(skin, INK, 0.2))
    pen.part(
        Path.parse(
            "M240 640C320 520 560 520 680 560C740 520 740 420 820 400C900 390 1000 440 1016 490C1010 540 900 530 860 550C840 680 700 780 560 780C400 790 260 740 240 640Z"
        ),
        skin,
    )
    pen.part(limb([(540, 740), (620, 840), (560, 960)], 84, 42), skin)
    pen.part(limb([(720, 680), (800, 720), (780, 790)], 34, 20), skin)
    for x in (880, 920, 960):
        pen.canvas.fill(Path.lines([(x - 14, 508), (x + 14, 506), (x, 536)]), WHITE)
    pen.canvas.stroke(Path.parse("M1010 496Q900 520 830 496"), INK, 11)
    _eye(pen, 852, 450)
    for x in (540, 590, 640):
        pen.part(limb([(x - 10, 966), (x + 16, 986)], 16, 8), CREAM)


def _parasaurolophus(pen: Pen) -> None:
    skin, crest = "#c98ab0", "#7a4f8f"
    pen.part(limb(curve((360, 620), (220, 640), (120, 560), (20, 500)), 100, 14), skin)
    pen.part(limb([(430, 700), (360, 820), (420, 930)], 80, 46), mix(skin, INK, 0.2))
    pen.part(limb(curve((820, 300), (740, 220), (640, 160), (520, 150)), 52, 34), crest)
    pen.part(
        Path.parse(
            "M250 620C330 480 560 500 660 540C720 480 700 340 790 290C880 260 960 310 1000 380C1010 430 920 440 850 440C850 620 720 760 560 770C400 780 260 720 250 620Z"
        ),
        skin,
    )
    pen.part(limb([(540, 730), (610, 830), (560, 950)], 84, 48), skin)
    pen.part(limb([(700, 640), (770, 720), (740, 800)], 40, 26), skin)
    for x, y in ((400, 560), (500, 550), (600, 580), (320, 600)):
        pen.canvas.fill(leaf(x, y - 40, 110, 30, 180), crest)
    _eye(pen, 850, 340)
    _smile(pen, 930, 394, 44)
    pen.canvas.fill(oval(830, 400, 28, 16), _BLUSH)


def _loch_ness(pen: Pen) -> None:
    """A neck and three humps out of the water."""
    skin, water = "#5f9a7f", "#7fb8d9"
    for x, r in ((150, 80), (330, 120), (540, 140)):
        pen.part(circle(x, 800 + (140 - r) * 0.5, r), skin)
    pen.part(limb(curve((720, 860), (760, 640), (640, 460), (720, 260)), 96, 60), skin)
    pen.part(Path.parse("M640 230C660 130 800 110 900 180C960 230 950 300 860 310C760 320 640 330 640 230Z"), skin)
    for x, y in ((330, 740), (540, 720), (700, 560), (690, 460)):
        pen.canvas.fill(blob(x, y, 32, 22, 2.3), mix(skin, INK, 0.22))
    for k, (top, ink) in enumerate(((850, water), (900, mix(water, INK, 0.16)))):
        wave = " ".join(f"q43 {-46 + 10 * k} 86 0" for _ in range(12))
        pen.part(Path.parse(f"M0 {top}{wave}L1024 1000L0 1000Z"), ink)
    _eye(pen, 790, 206)
    _smile(pen, 860, 258, 44)
    pen.canvas.fill(oval(760, 270, 28, 16), _BLUSH)


REPTILES: Mapping[str, Draw] = {
    "coiled snake": _snake("#7fb24f", "#4f7f34"),
    "python": _snake("#c9a25f", "#6b4a2a"),
    "rattlesnake": _snake("#b5936b", "#6f5238", rattle=True),
    "cobra": _snake("#8a7a4f", "#e9d59a", hood=True),
    "coral snake": _snake("#d9403c", "#2f2b33", bands=True),
    "sea turtle": _sea_turtle,
    "triceratops": _triceratops,
    "stegosaurus": _stegosaurus,
    "velociraptor": _raptor,
    "ankylosaurus": _ankylosaurus,
    "brachiosaurus": _brachiosaurus,
    "spinosaurus": _spinosaurus,
    "parasaurolophus": _parasaurolophus,
    "loch ness monster": _loch_ness,
}
"""By the name that the keyword table gives them."""
