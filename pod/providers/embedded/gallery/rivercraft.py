"""What goes on rivers and roads of old: a paddle steamer, a dragon boat, a wagon of hay. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.providers.embedded.characters.pen import Pen
from pod.providers.embedded.gallery.kit import Draw, spoked
from pod.providers.embedded.objects.kit import (
    BLUE,
    DARK,
    GOLD,
    GREEN,
    RED,
    SNOW,
    WOOD,
    bar,
    box,
    deep,
    disc,
    dot,
    fitted,
    line,
    mark,
    shape,
    slab,
)

_HAY = "#e8c25a"


def _sea(pen: Pen, y: float) -> None:
    shape(
        pen,
        f"M-10 {y}C90 {y - 50} 160 {y + 40} 260 {y}C360 {y - 50} 430 {y + 40} 530 {y}C630 {y - 50} 700 {y + 40} 800 {y}C890 {y - 40} 960 {y + 30} 1034 {y}L1020 {y + 110}L10 {y + 110}Z",
        BLUE,
    )


def _paddle_steamer(pen: Pen) -> None:
    """Three white decks with rails, two tall funnels, a red wheel at the stern."""
    for x in (300, 400):
        bar(pen, (x, 120), (x, 420), 26, DARK)
        shape(pen, f"M{x - 40} 110L{x - 54} 70L{x + 54} 70L{x + 40} 110Z", GOLD)
    box(pen, 470, 250, 140, 110, SNOW, 6)
    shape(pen, "M450 256L540 200L630 256Z", RED)
    for top, left, right in ((360, 230, 740), (520, 170, 800), (680, 120, 820)):
        box(pen, left, top, right - left, 150, SNOW, 4)
        count = (right - left) // 62
        for k in range(count):
            slab(pen, left + 24 + 62 * k, top + 24, 30, 56, "#7fb3c8" if k % 2 else RED, 6)
        box(pen, left - 20, top - 12, right - left + 40, 24, RED, 6)
        for k in range(2 * count + 2):
            slab(pen, left + 30 * k, top + 104, 8, 46, deep(SNOW, 0.3))
    shape(pen, "M40 800L120 830L880 830L880 900L140 900Q80 880 40 800Z", RED)
    spoked(pen, 870, 770, 150, RED, 10, 24)
    _sea(pen, 890)


def _dragon_boat(pen: Pen) -> None:
    """A long boat with scales, a dragon's head before and its tail behind, paddles in the water, a drum."""
    for k in range(5):
        bar(pen, (330 + 100 * k, 560), (280 + 100 * k, 860), 12, WOOD)
        shape(pen, f"M{262 + 100 * k} 820L{306 + 100 * k} 826L{286 + 100 * k} 920L{252 + 100 * k} 910Z", GOLD)
    disc(pen, 270, 560, 62, RED)
    slab(pen, 216, 545, 108, 26, GOLD)
    shape(pen, "M860 640C960 620 1000 520 960 400C1010 430 1030 500 1014 560L1030 470C1050 620 960 740 860 760Z", GREEN)
    shape(
        pen,
        "M120 560C200 640 300 650 512 650C724 650 820 640 900 600C900 720 820 780 700 790L320 790C220 780 140 680 120 560Z",
        RED,
    )
    for k in range(9):
        line(pen, f"M{210 + 74 * k} 700Q{247 + 74 * k} 750 {284 + 74 * k} 700", 14, GOLD)
    shape(
        pen,
        "M230 690C110 640 110 520 150 440C60 470 10 440 20 390C60 400 90 380 110 350C90 300 130 250 200 250C170 220 170 190 190 160C210 210 250 220 280 260C330 300 320 400 270 450C250 500 270 560 310 610Z",
        GREEN,
    )
    shape(pen, "M20 390C60 400 90 380 110 350L180 372C150 430 60 450 20 390Z", RED)
    disc(pen, 190, 310, 28, SNOW)
    dot(pen, 186, 312, 13)
    for d in (
        "M230 240C280 180 340 190 350 240",
        "M270 280C330 240 380 270 380 310",
        "M300 340C350 330 390 360 380 400",
    ):
        line(pen, d, 26, GOLD)
    _sea(pen, 870)


def _hay_wagon(pen: Pen) -> None:
    """A rack of planks heaped with hay, a fork stuck in it."""
    bar(pen, (700, 60), (640, 360), 12, WOOD)
    line(pen, "M680 70L660 -10M700 64L700 -20M722 70L744 -6", 14, DARK)
    shape(
        pen,
        "M100 560C60 420 160 300 280 320C320 200 500 160 580 240C700 180 840 260 830 360C940 380 980 480 930 560Z",
        _HAY,
    )
    line(
        pen,
        "M220 420L300 370M380 300L470 330M560 290L640 260M700 400L790 370M300 500L400 460M500 420L600 460M760 500L850 470M180 520L230 480",
        16,
        deep(_HAY, 0.25),
    )
    for y in (540, 630):
        box(pen, 90, y, 844, 66, WOOD, 8)
    for x in (140, 512, 884):
        box(pen, x - 24, 500, 48, 230, deep(WOOD, 0.2), 8)
    box(pen, 110, 700, 804, 40, deep(WOOD, 0.3), 8)
    for x in (270, 754):
        spoked(pen, x, 820, 150, WOOD, 10, 26)
    bar(pen, (20, 770), (120, 740), 14, DARK)
    mark(pen, "M100 560L924 560L924 570L100 570Z", deep(WOOD, 0.25))


RIVERCRAFT: Mapping[str, Draw] = {
    "paddle steamer": _paddle_steamer,
    "dragon boat": fitted(_dragon_boat),
    "hay wagon": fitted(_hay_wagon),
}
