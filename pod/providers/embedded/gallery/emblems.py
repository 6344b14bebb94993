"""Symbols, treasures and spells: hearts of all kinds, signs, blades, jewels. Original art in a box of 1024 units."""

from __future__ import annotations

import math
from collections.abc import Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, heart, leaf, polar, rounded_rect, sparkle, star
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, cloudlet, limb, oval
from pod.providers.embedded.gallery.kit import C, Draw, petal
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
    slab,
    tube,
    woven_basket,
)

_GOLD, _STEEL, _TYRE, _CREAM, _RED, _WOOD = "#f3bf4b", "#c3ccd8", "#3d3a48", "#fbf2df", "#d1332e", "#b0763f"


def _heart(pen: Pen, size: float = 760.0, y: float = 540.0, ink: str = "#e0475c") -> None:
    pen.part(heart(C, y, size), ink)
    pen.canvas.fill(oval(C - 0.22 * size, y - 0.22 * size, 0.09 * size, 0.05 * size, -40), pale(ink, 0.6))


def _heart_with_arrow(pen: Pen) -> None:
    bar(pen, (930, 130), (560, 470), 18, _WOOD)
    _heart(pen)
    bar(pen, (330, 690), (110, 890), 18, _WOOD)
    shape(pen, "M40 960L70 790L210 930Z", _STEEL)
    for k in range(3):
        x, y = 860 + 54 * k, 194 - 50 * k
        shape(pen, f"M{x} {y}L{x + 20} {y - 100}L{x + 74} {y - 150}L{x + 54} {y - 50}Z", _GOLD)
        shape(pen, f"M{x} {y}L{x + 100} {y - 16}L{x + 150} {y - 66}L{x + 54} {y - 50}Z", _GOLD)


def _winged_heart(pen: Pen) -> None:
    for side in SIDES:
        for k, (length, turn) in enumerate(((480, 62), (440, 80), (380, 98), (300, 116))):
            feather = petal("round", C + side * 120, 500 + 46 * k, length, 150, side * turn)
            pen.part(feather, ("#fdfbf6", "#eef1f5")[k % 2])
    _heart(pen, 560, 560)


def _sacred_heart(pen: Pen) -> None:
    for ray in range(24):
        pen.part(petal("pointed", C, 600, (500, 430)[ray % 2], 70, 15 * ray), _GOLD)
    for ink, k in (("#ee8a3c", 1.0), ("#f6cf4a", 0.6)):
        shape(
            pen,
            f"M{C} {330}C{C - 140 * k} {300} {C - 130 * k} {330 - 120 * k} {C - 70 * k} {330 - 220 * k}C{C - 40 * k} {330 - 160 * k} {C - 20 * k} {330 - 200 * k} {C} {330 - 310 * k}C{C + 30 * k} {330 - 200 * k} {C + 50 * k} {330 - 160 * k} {C + 80 * k} {330 - 220 * k}C{C + 130 * k} {330 - 120 * k} {C + 140 * k} {300} {C} {330}Z",
            ink,
        )
    _heart(pen, 560, 620)
    for d in ("M300 560Q512 680 724 560", "M330 640Q512 560 700 660"):
        tube(pen, d, 13, "#6b4a34")
    for x, y in ((360, 590), (460, 630), (560, 620), (660, 600)):
        line(pen, f"M{x} {y}L{x + 20} {y - 40}", 12, "#6b4a34")


def _flaming_heart(pen: Pen) -> None:
    for x, size in ((-200, 0.8), (200, 0.8), (0, 1.2)):
        for ink, k in (("#ee8a3c", size), ("#f6cf4a", 0.6 * size)):
            at = C + x
            shape(
                pen,
                f"M{at} 480C{at - 150 * k} {440} {at - 130 * k} {440 - 140 * k} {at - 70 * k} {440 - 240 * k}C{at - 40 * k} {440 - 180 * k} {at - 20 * k} {440 - 220 * k} {at} {440 - 340 * k}C{at + 30 * k} {440 - 220 * k} {at + 50 * k} {440 - 180 * k} {at + 80 * k} {440 - 240 * k}C{at + 130 * k} {440 - 140 * k} {at + 150 * k} {440} {at} 480Z",
                ink,
            )
    _heart(pen, 640, 640)


def _peace(pen: Pen) -> None:
    spokes = Path.parse(f"M{C} 100L{C} 924M{C} {C}L{C - 296} {C + 296}M{C} {C}L{C + 296} {C + 296}")
    pen.canvas.stroke(spokes, INK, 102)
    band(pen, circle(C, C, 420), 84, "#4f9a5c")
    pen.canvas.stroke(spokes, "#4f9a5c", 84)


def _infinity(pen: Pen) -> None:
    d = "M512 512C400 360 300 320 220 320C110 320 40 410 40 512C40 614 110 704 220 704C300 704 400 664 512 512C624 360 724 320 804 320C914 320 984 410 984 512C984 614 914 704 804 704C724 704 624 664 512 512"
    for width, ink in ((104, INK), (84, "#8468c0")):
        pen.canvas.stroke(Path.parse(d), ink, width)


def _yin_yang(pen: Pen) -> None:
    pen.part(circle(C, C, 480), "#fdfbf6")
    half = (
        [polar(C, C, 480, a) for a in range(0, 181, 6)]
        + [polar(C, 752, 240, a) for a in range(180, 361, 10)]
        + [polar(C, 272, 240, a) for a in range(180, -1, -10)]
    )
    pen.canvas.fill(Path.lines(half), _TYRE)
    dot(pen, C, 272, 70, _TYRE)
    dot(pen, C, 752, 70, "#fdfbf6")


def _star_of_david(pen: Pen) -> None:
    for turn in (0, 180):
        triangle = Path.lines([polar(C, C, 470, turn + 120 * k) for k in range(3)])
        band(pen, triangle, 68, "#3f6fa8")


def _latin_cross(pen: Pen) -> None:
    shape(
        pen, "M442 30L582 30L582 290L842 290L842 430L582 430L582 1000L442 1000L442 430L182 430L182 290L442 290Z", _GOLD
    )
    line(pen, "M512 80L512 950M230 360L794 360", 14, deep(_GOLD, 0.3))


def _wooden_cross(pen: Pen) -> None:
    box(pen, 440, 30, 144, 970, _WOOD, 16)
    box(pen, 190, 280, 644, 140, _WOOD, 16)
    for d in ("M480 80L480 250", "M540 460L540 940", "M240 340L420 340", "M610 360L790 360"):
        line(pen, d, 11, deep(_WOOD, 0.35))


def _celtic_knot(pen: Pen) -> None:
    """A trefoil woven through a ring: the band is laid in pieces, and at every second crossing the ring comes out on top."""
    ink, inner, outer = "#3f8a5a", 58, 82
    points = [_trefoil(a) for a in range(0, 361, 3)]
    _band(pen, points, ink, inner, outer)
    for centre in (60, 180, 300):
        _band(pen, [_trefoil(a) for a in range(centre - 22, centre + 23, 2)], ink, inner, outer, overlap=4)
    ring_ink = "#7fbf8f"
    _band(pen, [polar(C, C, 300, a) for a in range(0, 361, 4)], ring_ink, 40, 62)
    for k in range(3):
        for over in (-1, 1):
            centre = 120 * k + over * 25
            if over > 0:
                _band(pen, [_trefoil(a) for a in range(centre - 10, centre + 11, 2)], ink, inner, outer, overlap=2)


def _trefoil(degrees: float) -> tuple[float, float]:
    a = math.radians(degrees * 2)
    r = 250 * (1.0 + 0.62 * math.cos(1.5 * a))
    return C + r * math.sin(a), C - r * math.cos(a)


def _band(pen: Pen, points: list[tuple[float, float]], ink: str, inner: float, outer: float, overlap: int = 0) -> None:
    """Outlined, and its ink a little longer at both ends, so that no line crosses where it goes on."""
    edge = points[overlap : len(points) - overlap] if overlap else points
    pen.canvas.stroke(Path.lines(edge, closed=False), INK, outer)
    pen.canvas.stroke(Path.lines(points, closed=False), ink, inner)


def _katana(pen: Pen) -> None:
    to = Transform.rotate(45, (C, C))
    pen.part(
        Path.parse("M490 640C486 400 500 180 560 -80C590 -40 590 0 584 60C548 260 536 440 536 640Z").transformed(to),
        "#dfe5ea",
    )
    pen.canvas.stroke(Path.parse("M512 620C510 420 526 200 566 0").transformed(to), "#9aa6b2", 9)
    pen.part(oval(C, 650, 92, 30).transformed(to), _GOLD)
    handle = rounded_rect(478, 670, 68, 400, 24).transformed(to)
    pen.part(handle, "#3f3a5a")
    with pen.canvas.group(handle):
        for k in range(8):
            pen.canvas.fill(
                Path.parse(
                    f"M512 {690 + 50 * k}L536 {715 + 50 * k}L512 {740 + 50 * k}L488 {715 + 50 * k}Z"
                ).transformed(to),
                "#e9d9b0",
            )


def _long_sword(pen: Pen) -> None:
    to = Transform.rotate(40, (C, C))
    pen.part(Path.parse("M452 640L452 20L512 -110L572 20L572 640Z").transformed(to), "#dfe5ea")
    pen.canvas.fill(rounded_rect(500, 20, 24, 580, 10).transformed(to), "#9aa6b2")
    pen.part(rounded_rect(290, 630, 444, 70, 34).transformed(to), _GOLD)
    pen.part(rounded_rect(476, 700, 72, 250, 20).transformed(to), "#7a4a2c")
    pen.part(circle(C, 1000, 66).transformed(to), _GOLD)
    pen.canvas.fill(circle(C, 665, 24).transformed(to), "#d1332e")


def _gem(pen: Pen) -> None:
    shape(pen, "M250 200L774 200L1000 430L512 960L24 430Z", "#8f6fd8")
    for d, ink in (
        ("M250 200L350 430L24 430Z", "#b39ae8"),
        ("M250 200L512 200L350 430Z", "#a386e0"),
        ("M512 200L674 430L350 430Z", "#c9b6f2"),
        ("M512 200L774 200L674 430Z", "#a386e0"),
        ("M774 200L1000 430L674 430Z", "#7a58c8"),
        ("M350 430L674 430L512 960Z", "#9a7be0"),
        ("M674 430L1000 430L512 960Z", "#6f4fbf"),
    ):
        mark(pen, d, ink)
    line(pen, "M250 200L350 430L512 960L674 430L774 200M350 430L512 200L674 430M24 430L1000 430", 10)


def _padlock(pen: Pen) -> None:
    tube(pen, "M300 500L300 330C300 60 724 60 724 330L724 500", 76, _STEEL)
    box(pen, 190, 470, 644, 500, _GOLD, 60)
    slab(pen, 230, 510, 40, 410, pale(_GOLD, 0.5), 20)
    disc(pen, C, 660, 74, _TYRE)
    shape(pen, "M480 690L544 690L570 850L454 850Z", _TYRE)


def _heart_lock(pen: Pen) -> None:
    tube(pen, "M390 400L390 260C390 60 634 60 634 260L634 400", 60, _STEEL)
    _heart(pen, 760, 620)
    disc(pen, C, 590, 60, _TYRE)
    shape(pen, "M484 610L540 610L562 740L462 740Z", _TYRE)


def _galaxy(pen: Pen) -> None:
    disc(pen, C, C, 490, "#2b2550")
    for turn, ink in ((0, "#8468c0"), (180, "#8468c0"), (90, "#5b7fd0"), (270, "#5b7fd0")):
        arm = [polar(C, C, 60 + 1.55 * a, turn + 1.2 * a) for a in range(0, 250, 10)]
        pen.canvas.fill(limb([(x, 0.62 * (y - C) + C) for x, y in arm], 60, 14), ink)
    pen.canvas.fill(oval(C, C, 150, 100), "#f6d7a8")
    pen.canvas.fill(oval(C, C, 84, 56), "#fffaf0")
    for k in range(26):
        a = 137.5 * k
        r = 470 * math.sqrt((k + 1) / 28)
        dot(pen, *polar(C, C, r, a), 5 + 5 * (k % 3), "#fdfbf6")
    for x, y in ((220, 260), (800, 760), (770, 230)):
        pen.canvas.fill(sparkle(x, y, 54), "#fdf3c4")


def _rain_cloud(pen: Pen) -> None:
    for x, y in ((260, 720), (430, 800), (600, 720), (770, 800), (350, 900), (520, 960), (690, 900)):
        shape(
            pen,
            f"M{x} {y - 70}C{x + 46} {y} {x + 40} {y + 46} {x} {y + 46}C{x - 40} {y + 46} {x - 46} {y} {x} {y - 70}Z",
            "#6fb3e0",
        )
    pen.part(cloudlet(C, 460, 880, 520, 5), "#c3cfdb")


def _island(pen: Pen) -> None:
    pen.part(oval(C, 860, 490, 110), "#6fc4d8")
    shape(pen, "M160 840C260 700 764 700 864 840Q512 930 160 840Z", "#f0d69a")
    for d, lean in (("M500 780C520 600 480 440 420 300", (420, 290)), ("M580 780C620 640 660 560 720 480", (720, 470))):
        tube(pen, d, 40, "#a9713f")
        x, y = lean
        for turn in (-100, -60, -20, 20, 60, 100):
            pen.part(leaf(x, y, 250, 56, turn), "#4f9a5c")
        for dx in (-24, 24):
            disc(pen, x + dx, y + 20, 26, "#7a4a2c")


def _peacock_feather(pen: Pen) -> None:
    line(pen, "M512 1010Q490 760 512 330", 18, "#5f7a3c")
    for k in range(9):
        y = 960 - 66 * k
        for side in SIDES:
            pen.canvas.stroke(
                Path.parse(f"M504 {y}Q{C + side * 90} {y - 30} {C + side * (110 + 12 * k)} {y - 130}"),
                ("#3f8a5f", "#5fa35a")[k % 2],
                15,
            )
    pen.part(oval(C, 310, 270, 300), "#5fa35a")
    pen.canvas.fill(oval(C, 320, 220, 246), "#d9a83c")
    pen.canvas.fill(oval(C, 330, 170, 190), "#2f9f9a")
    pen.canvas.fill(
        Path.parse(
            "M512 470C400 440 380 340 430 270C470 230 500 250 512 280C524 250 554 230 594 270C644 340 624 440 512 470Z"
        ),
        "#2b2f6b",
    )


def _newspaper(pen: Pen) -> None:
    box(pen, 90, 120, 760, 800, "#f6f1e4", 20)
    shape(pen, "M850 300L950 300L950 860Q950 920 900 920Q850 920 850 860Z", "#e3dcc8")
    slab(pen, 150, 180, 640, 90, INK, 8)
    slab(pen, 150, 320, 320, 240, "#9aa6b2", 6)
    mark(pen, "M150 560L260 420L350 500L410 450L470 560Z", "#6b7784")
    for k in range(5):
        slab(pen, 510, 324 + 52 * k, 280 - 40 * (k % 2), 24, "#8d8a84", 6)
    for k in range(5):
        slab(pen, 150, 610 + 54 * k, 300 - 30 * (k % 2), 24, "#8d8a84", 6)
        slab(pen, 510, 610 + 54 * k, 280 - 50 * ((k + 1) % 2), 24, "#8d8a84", 6)


def _magnifier(pen: Pen) -> None:
    bar(pen, (620, 620), (930, 930), 58, "#7a4a2c")
    bar(pen, (590, 590), (660, 660), 34, _GOLD)
    pen.canvas.fill(circle(400, 400, 310), "#d9f0f7")
    band(pen, circle(400, 400, 320), 80, _GOLD)
    pen.canvas.stroke(Path.lines([polar(400, 400, 220, a) for a in range(-80, -19, 6)], closed=False), "#ffffff", 34)


def _easter_basket(pen: Pen) -> None:
    tube(pen, "M170 600C150 60 874 60 854 600", 46, "#c98a4b")
    for x, y, ink, turn in (
        (300, 520, "#f2879f", -18),
        (724, 520, "#8fc7ea", 18),
        (430, 450, "#f3c84a", -6),
        (600, 450, "#a58ae0", 8),
        (512, 520, "#8bc98f", 0),
    ):
        to = Transform.rotate(turn, (x, y))
        pen.part(
            Path.parse(
                f"M{x} {y - 160}C{x + 90} {y - 160} {x + 130} {y - 20} {x + 130} {y + 40}C{x + 130} {y + 130} {x - 130} {y + 130} {x - 130} {y + 40}C{x - 130} {y - 20} {x - 90} {y - 160} {x} {y - 160}Z"
            ).transformed(to),
            ink,
        )
        pen.canvas.stroke(
            Path.parse(f"M{x - 118} {y}L{x - 60} {y - 40}L{x} {y}L{x + 60} {y - 40}L{x + 118} {y}").transformed(to),
            "#fdfbf6",
            16,
        )
    woven_basket(pen)


def _lights(pen: Pen) -> None:
    tube(pen, "M20 240Q260 620 512 420Q764 220 1004 560", 13, "#2f5f45")
    for k, (x, y, turn) in enumerate(
        ((110, 400, 24), (270, 500, 4), (430, 480, -16), (590, 370, -26), (750, 350, 6), (900, 460, 30))
    ):
        to = Transform.rotate(turn, (x, y - 40))
        ink = ("#d9403a", "#f3bf4b", "#4f9a5c", "#3f8fd0", "#8468c0", "#ee8a3c")[k]
        pen.part(
            Path.parse(
                f"M{x} {y + 180}C{x - 80} {y + 120} {x - 70} {y + 20} {x - 36} {y}L{x + 36} {y}C{x + 70} {y + 20} {x + 80} {y + 120} {x} {y + 180}Z"
            ).transformed(to),
            ink,
        )
        pen.part(rounded_rect(x - 40, y - 50, 80, 56, 14).transformed(to), "#2f5f45")
        pen.canvas.fill(oval(x - 26, y + 60, 12, 34, 10).transformed(to), pale(ink, 0.6))


def _bunting(pen: Pen) -> None:
    tube(pen, "M20 220Q512 560 1004 220", 12, _CREAM)
    for k in range(7):
        x = 90 + 140 * k
        y = 220 + 0.00068 * (484**2 - (x - C) ** 2) + 30
        ink = ("#d9403a", "#f3bf4b", "#3f9fc0", "#4f9a5c")[k % 4]
        shape(pen, f"M{x - 62} {y - 14}L{x + 62} {y - 14}L{x} {y + 210}Z", ink)


def _coin(pen: Pen) -> None:
    disc(pen, C, C, 480, _GOLD)
    pen.canvas.stroke(circle(C, C, 390), deep(_GOLD, 0.25), 24)
    pen.canvas.fill(star(C, C + 10, 270), deep(_GOLD, 0.2))
    pen.canvas.fill(star(C, C - 6, 250), pale(_GOLD, 0.45))


def _dynamite(pen: Pen) -> None:
    tube(pen, "M512 280C520 160 620 200 680 110", 18, "#c9a86a")
    pen.canvas.fill(star(720, 80, 110, 8, 0.45), "#f6cf4a")
    pen.canvas.fill(star(720, 80, 60, 8, 0.5), "#ee8a3c")
    for x in (300, 724, C):
        box(pen, x - 110, 260, 220, 740, _RED, 40)
        pen.part(oval(x, 280, 110, 40), pale(_RED, 0.3))
    for y in (470, 790):
        box(pen, 170, y, 684, 60, _TYRE, 10)


def _gears(pen: Pen) -> None:
    for x, y, r, ink in ((380, 620, 330, "#8d97a3"), (760, 280, 220, _GOLD)):
        for k in range(10):
            pen.part(
                rounded_rect(x - 0.16 * r, y - r, 0.32 * r, 0.4 * r, 0.06 * r).transformed(
                    Transform.rotate(36 * k + (10 if r < 300 else 0), (x, y))
                ),
                ink,
            )
        disc(pen, x, y, 0.78 * r, ink)
        for k in range(10):
            pen.canvas.fill(
                rounded_rect(x - 0.14 * r, y - 0.86 * r, 0.28 * r, 0.3 * r, 4).transformed(
                    Transform.rotate(36 * k + (10 if r < 300 else 0), (x, y))
                ),
                ink,
            )
        disc(pen, x, y, 0.34 * r, _CREAM)


def _piston(pen: Pen) -> None:
    to = Transform.rotate(24, (C, C))
    pen.part(rounded_rect(440, 400, 144, 420, 30).transformed(to), "#9aa6b2")
    pen.part(circle(C, 880, 140).transformed(to), "#9aa6b2")
    pen.part(circle(C, 880, 76).transformed(to), _CREAM)
    pen.part(rounded_rect(290, 30, 444, 420, 40).transformed(to), "#d5dde5")
    for y in (90, 160, 230):
        pen.canvas.fill(rounded_rect(296, y, 432, 30, 6).transformed(to), _TYRE)
    pen.part(circle(C, 350, 60).transformed(to), "#8d97a3")


def _heart_stethoscope(pen: Pen) -> None:
    """The tube laid as a heart."""
    d = "M512 940C120 700 60 460 130 330C200 210 420 200 512 400C604 200 824 210 894 330C964 460 904 700 512 940"
    tube(pen, d, 40, "#3f7f9f")
    tube(pen, "M512 400L512 200", 40, "#3f7f9f")
    for side in SIDES:
        tube(pen, f"M512 210Q{C + side * 40} 120 {C + side * 150} 60", 28, _STEEL)
        disc(pen, C + side * 160, 50, 32, _TYRE)
    disc(pen, 800, 780, 120, _STEEL)
    disc(pen, 800, 780, 70, "#e6ebf0")
    pen.canvas.fill(heart(800, 784, 76), "#e0475c")


EMBLEMS: Mapping[str, Draw] = {
    "heart with an arrow": fitted(_heart_with_arrow),
    "winged heart": fitted(_winged_heart),
    "sacred heart": fitted(_sacred_heart),
    "flaming heart": fitted(_flaming_heart),
    "peace sign": _peace,
    "infinity sign": fitted(_infinity),
    "plain yin yang": _yin_yang,
    "plain star of david": _star_of_david,
    "golden cross": _latin_cross,
    "wooden cross": _wooden_cross,
    "celtic knot": fitted(_celtic_knot),
    "katana": fitted(_katana),
    "long sword": fitted(_long_sword),
    "amethyst gem": _gem,
    "padlock": _padlock,
    "heart lock": fitted(_heart_lock),
    "spiral galaxy": _galaxy,
    "rain cloud": fitted(_rain_cloud),
    "palm island": fitted(_island),
    "peacock feather": fitted(_peacock_feather),
    "folded newspaper": _newspaper,
    "magnifying glass": fitted(_magnifier),
    "easter basket": fitted(_easter_basket),
    "christmas lights": fitted(_lights),
    "bunting": fitted(_bunting),
    "gold coin": _coin,
    "dynamite": fitted(_dynamite),
    "two gears": fitted(_gears),
    "piston": fitted(_piston),
    "stethoscope heart": fitted(_heart_stethoscope),
}
