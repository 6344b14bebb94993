"""Things of garden shed, sink, pub and craft table that people name in passing: original art in a box of 1024 units."""

from __future__ import annotations

import math
from collections.abc import Mapping

from pod.drawing.shapes import polar
from pod.providers.embedded.characters.pen import SIDES, Pen
from pod.providers.embedded.objects.kit import (
    CREAM,
    DARK,
    GLASS,
    GOLD,
    GREEN,
    ORANGE,
    PINK,
    PURPLE,
    RED,
    SNOW,
    STEEL,
    WOOD,
    C,
    Draw,
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
)

_EARTH = "#6b4a35"
_STOUT = "#3a2320"


def _tap(pen: Pen) -> None:
    bar(pen, (470, 90), (470, 260), 40, STEEL)
    bar(pen, (290, 110), (650, 110), 52, RED)
    slab(pen, 320, 84, 300, 20, pale(RED), 10)
    shape(
        pen,
        "M120 300L640 300C800 300 880 400 880 560L880 660L720 660L720 580C720 520 690 500 640 500L120 500Z",
        STEEL,
    )
    mark(pen, "M150 340L640 340C740 340 800 380 826 470L786 470C760 410 710 384 640 384L150 384Z", pale(STEEL, 0.7))
    box(pen, 40, 250, 110, 300, deep(STEEL), 24)
    box(pen, 690, 640, 220, 70, deep(STEEL, 0.12), 24)
    shape(
        pen,
        "M800 760C860 850 880 890 880 920C880 970 845 1000 800 1000C755 1000 720 970 720 920C720 890 740 850 800 760Z",
        "#5fb3dc",
    )
    mark(pen, "M762 900C762 930 775 955 795 962C775 930 775 905 782 880Z", SNOW)


def _spade(pen: Pen) -> None:
    bar(pen, (C, 190), (C, 640), 34, WOOD)
    tube(pen, "M400 60L624 60L560 190L464 190Z", 46, deep(WOOD, 0.1))
    bar(pen, (390, 60), (634, 60), 36, RED)
    shape(pen, "M330 560L694 560L694 780C694 890 620 960 512 1010C404 960 330 890 330 780Z", STEEL)
    mark(pen, "M372 604L440 604L440 880C396 850 372 820 372 780Z", pale(STEEL, 0.7))
    box(pen, 462, 470, 100, 150, deep(STEEL), 20)


def _stout(pen: Pen) -> None:
    shape(
        pen,
        "M270 120L754 120L770 380L690 960C688 985 672 1000 648 1000L376 1000C352 1000 336 985 334 960L254 380Z",
        GLASS,
    )
    mark(
        pen, "M288 330L736 330L740 384L664 940C662 958 652 966 636 966L388 966C372 966 362 958 360 940L284 384Z", _STOUT
    )
    shape(
        pen,
        "M262 130C250 50 340 30 400 64C450 20 560 20 612 60C680 30 770 50 762 130L752 320C700 350 640 320 590 340C520 366 470 330 420 344C360 360 310 330 272 330Z",
        CREAM,
    )
    mark(pen, "M330 420L376 420L420 900L384 900Z", pale(_STOUT, 0.35))
    for x, y in ((360, 150), (480, 120), (620, 170), (540, 230), (400, 250)):
        dot(pen, x, y, 20, deep(CREAM, 0.12))


def _crochet(pen: Pen) -> None:
    disc(pen, 400, 600, 360, PINK)
    for heading in (20, 140, 260):  # three windings
        for off in (70, 150, 230):
            half = math.degrees(math.acos(off / 360)) - 10
            (ax, ay), (bx, by) = polar(400, 600, 340, heading - half), polar(400, 600, 340, heading + half)
            cx, cy = polar(400, 600, off * 1.35, heading)
            line(pen, f"M{ax:.0f} {ay:.0f}Q{cx:.0f} {cy:.0f} {bx:.0f} {by:.0f}", 14, deep(PINK, 0.3))
    tube(pen, "M700 780C800 860 760 940 860 960C930 974 980 920 950 870", 18, PINK)
    tube(pen, "M960 70C1010 30 1000 -20 950 10", 26, PURPLE)
    bar(pen, (950, 60), (560, 760), 26, PURPLE, 34)
    bar(pen, (800, 330), (730, 456), 40, GOLD)


def _allotment(pen: Pen) -> None:
    shape(pen, "M620 260L620 600L960 600L960 260Z", deep(WOOD, 0.05))
    shape(pen, "M570 280L790 90L1010 280Z", RED)
    box(pen, 740, 380, 110, 220, deep(WOOD, 0.4), 8)
    for x in (660, 890):
        line(pen, f"M{x} 320L{x} 590", 8, deep(WOOD, 0.35))
    for x, y in ((90, 560), (200, 560), (310, 560)):
        bar(pen, (x + 60, y), (260, 90), 12, WOOD)
    for x, y in ((150, 440), (215, 330), (330, 360), (370, 470), (250, 470), (290, 230)):
        disc(pen, x, y, 56, GREEN)
        dot(pen, x + 10, y + 22, 20, RED)
    shape(pen, "M20 600L1004 600L1004 980L20 980Z", _EARTH)
    for y in (700, 830, 950):
        line(pen, f"M40 {y}L984 {y}", 14, deep(_EARTH, 0.4))
    for x in (130, 320, 510, 700, 890):  # a row of cabbages
        disc(pen, x, 660, 66, pale(GREEN, 0.25))
        disc(pen, x, 672, 38, pale(GREEN, 0.55))
    for x in (100, 265, 430, 595, 760, 925):  # a row of carrots
        for lean in (-34, 0, 34):
            tube(pen, f"M{x} 820L{x + lean} 745", 14, GREEN)
        shape(pen, f"M{x - 44} 800L{x + 44} 800L{x} 900Z", ORANGE)
    for x in (160, 390, 620, 850):
        for lean in (-50, 50):
            bar(pen, (x, 955), (x + lean, 905), 18, GREEN)
        disc(pen, x, 950, 42, RED)


def _fish_and_chips(pen: Pen) -> None:
    for k, (x, top) in enumerate(((200, 260), (310, 150), (420, 220), (540, 110), (650, 190), (760, 130), (850, 270))):
        bar(pen, (x, top), (C + (x - C) * 0.6, 760), 40, (GOLD, "#f7d27a")[k % 2])
    shape(
        pen,
        "M110 520C220 330 480 300 700 420L900 310C920 420 900 520 880 560C900 620 930 700 910 780L710 650C500 780 220 720 110 520Z",
        "#dd9a3e",
    )
    for x, y in ((280, 480), (400, 580), (520, 460), (610, 570), (760, 520)):
        dot(pen, x, y, 24, "#f3c877")
    shape(pen, "M60 660L300 600L500 700L740 620L964 640L760 1000L270 1000Z", CREAM)
    for x in range(220, 800, 110):
        line(pen, f"M{x} 760L{x + 70} 760M{x + 20} 830L{x + 80} 830M{x + 50} 900L{x + 90} 900", 12, "#b9ad97")
    shape(pen, "M730 640L930 640C930 740 880 790 810 780Z", "#f4dd55")
    line(pen, "M790 660L820 760M860 660L840 740", 10, SNOW)


def _table_tennis_bats(pen: Pen) -> None:
    for side, ink in zip(SIDES, (RED, DARK), strict=True):
        bar(pen, (C - side * 300, 960), (C - side * 120, 700), 46, WOOD)
        x, y = C + side * 130, 340
        bar(pen, (C - side * 120, 700), (x, y + 190), 60, ink, 150)
        disc(pen, x, y, 300, ink)
        line(pen, f"M{C - side * 190:.0f} 700L{C + side * 20:.0f} 810", 26, CREAM)
    disc(pen, C, 900, 90, SNOW)


EVERYDAY: Mapping[str, Draw] = {
    "dripping tap": _tap,
    "spade": _spade,
    "pint of stout": _stout,
    "crochet hook": fitted(_crochet),
    "allotment": _allotment,
    "fish and chips": _fish_and_chips,
    "crossed table tennis bats": _table_tennis_bats,
}
"""By the name that the curated table gives them (``thing:<name>``)."""
