"""What feasts are known by: Santa on his way, an altar for the dead; and a ship under full sail. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, ellipse, polar, rect, rounded_rect
from pod.providers.embedded.characters.pen import INK, Pen, limb
from pod.providers.embedded.gallery.kit import Draw
from pod.providers.embedded.objects.kit import (
    BLUE,
    CREAM,
    GOLD,
    GREEN,
    RED,
    SNOW,
    WOOD,
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
)

_FUR, _SKIN, _PINK, _MARIGOLD = "#9a6a44", "#f3c9a5", "#e0487a", "#f39a2e"


def _santa(pen: Pen, x: float, y: float) -> None:
    """His upper half, one hand on the reins."""
    shape(
        pen,
        f"M{x - 120} {y + 230}C{x - 140} {y + 40} {x - 60} {y} {x} {y}C{x + 60} {y} {x + 140} {y + 40} {x + 120} {y + 230}Z",
        RED,
    )
    disc(pen, x + 6, y - 40, 92, _SKIN)
    shape(
        pen,
        f"M{x - 96} {y - 40}C{x - 110} {y + 90} {x + 120} {y + 100} {x + 104} {y - 40}C{x + 70} {y + 4} {x - 60} {y + 4} {x - 96} {y - 40}Z",
        SNOW,
    )
    shape(
        pen,
        f"M{x - 96} {y - 90}C{x - 60} {y - 240} {x + 40} {y - 230} {x - 190} {y - 150}C{x - 60} {y - 250} {x + 100} {y - 210} {x + 100} {y - 90}Z",
        RED,
    )
    disc(pen, x - 190, y - 140, 34, SNOW)
    box(pen, x - 112, y - 112, 226, 50, SNOW, 25)
    for dx in (-24, 44):
        dot(pen, x + dx, y - 36, 11)
    dot(pen, x + 16, y - 10, 17, "#e58a7a")
    pen.part(limb([(x + 70, y + 80), (x + 170, y + 130)], 38, 34), RED)
    disc(pen, x + 190, y + 138, 36, GREEN)


def _reindeer(pen: Pen, x: float, y: float) -> None:
    """At a leap to the right, with a red nose."""
    for (ax, ay), (bx, by) in (
        ((-140, 60), (-250, 170)),
        ((-90, 80), (-180, 210)),
        ((110, 70), (230, 130)),
        ((150, 50), (270, 70)),
    ):
        pen.part(limb([(x + ax, y + ay), (x + bx, y + by)], 30, 20), deep(_FUR, 0.15))
    for side in (0, 46):
        tube(
            pen,
            f"M{x + 190 + side} {y - 220}C{x + 130 + side} {y - 290} {x + 130 + side} {y - 350} {x + 170 + side} {y - 390}M{x + 152 + side} {y - 300}L{x + 220 + side} {y - 350}",
            18,
            "#c9a26b",
        )
    pen.part(ellipse(x, y, 200, 106), _FUR)
    pen.part(limb([(x + 140, y - 20), (x + 200, y - 150)], 66, 52), _FUR)
    pen.part(ellipse(x + 240, y - 170, 104, 66), _FUR)
    shape(pen, f"M{x + 150} {y - 210}C{x + 90} {y - 250} {x + 90} {y - 200} {x + 140} {y - 176}Z", _FUR)
    disc(pen, x + 338, y - 168, 30, RED)
    dot(pen, x + 250, y - 190, 13)
    disc(pen, x - 206, y - 40, 36, SNOW)
    band(pen, ellipse(x + 20, y, 40, 104), 22, RED)
    band(pen, Path.lines([(x + 130, y - 70), (x + 230, y - 40), (x + 226, y - 34), (x + 126, y - 62)]), 16, GOLD)


def _santa_sleigh(pen: Pen) -> None:
    for width, ink in ((50, INK), (30, GOLD)):
        pen.canvas.stroke(Path.parse("M40 760C-20 860 60 920 160 920L560 920C650 920 680 860 640 820"), ink, width)
    for x in (200, 480):
        pen.part(rect(x, 820, 28, 100), GOLD)
    shape(pen, "M100 560C40 300 330 280 330 560Z", WOOD)
    mark(pen, "M150 420C190 380 250 380 284 420L276 450C240 420 200 420 160 450Z", deep(WOOD, 0.3))
    _santa(pen, 400, 420)
    shape(
        pen,
        "M60 560C40 470 130 450 150 520C170 590 230 610 310 616L500 620C590 610 620 540 610 430C700 450 710 560 670 680C640 790 570 850 470 850L240 850C130 840 70 680 60 560Z",
        RED,
    )
    line(pen, "M120 660C170 750 230 776 300 776L460 776C550 770 600 710 630 620", 20, GOLD)
    line(pen, "M590 560C700 520 800 560 930 560M590 560C720 640 840 620 980 600", 12, "#7a4a33")
    _reindeer(pen, 1100, 600)


def _tall_ship(pen: Pen) -> None:
    """Three masts under full sail, pennants, a strip of sea."""
    for x, top in ((240, 170), (500, 70), (760, 150)):
        bar(pen, (x, top), (x, 760), 14, WOOD)
    bar(pen, (850, 700), (1010, 560), 12, WOOD)
    for x, y, wide, tall in (
        (240, 230, 220, 150),
        (240, 410, 270, 210),
        (500, 130, 230, 160),
        (500, 320, 280, 150),
        (500, 500, 310, 170),
        (760, 210, 210, 150),
        (760, 390, 260, 220),
    ):
        shape(
            pen,
            f"M{x - wide / 2} {y}Q{x} {y + 24} {x + wide / 2} {y}Q{x + wide / 2 + 40} {y + tall / 2} {x + wide / 2} {y + tall}Q{x} {y + tall + 34} {x - wide / 2} {y + tall}Q{x - wide / 2 + 40} {y + tall / 2} {x - wide / 2} {y}Z",
            CREAM,
        )
        mark(
            pen,
            f"M{x + wide / 2 - 44} {y + 6}L{x + wide / 2 - 2} {y + 2}Q{x + wide / 2 + 34} {y + tall / 2} {x + wide / 2 - 2} {y + tall - 2}L{x + wide / 2 - 50} {y + tall + 6}Q{x + wide / 2 - 14} {y + tall / 2} {x + wide / 2 - 44} {y + 6}Z",
            deep(CREAM, 0.14),
        )
    for x, top in ((240, 150), (500, 50), (760, 130)):
        shape(pen, f"M{x} {top}L{x - 120} {top + 26}L{x} {top + 56}Z", RED)
    shape(
        pen, "M50 660L130 740L860 740L1000 640C980 770 930 880 850 920L230 920C130 900 70 790 50 660Z", deep(WOOD, 0.15)
    )
    mark(pen, "M92 760L956 760L940 810L108 810Z", GOLD)
    for k in range(6):
        dot(pen, 230 + 110 * k, 852, 20, deep(WOOD, 0.6))
    shape(
        pen,
        "M-6 920C90 870 160 970 260 920C360 870 430 970 530 920C630 870 700 970 800 920C880 880 960 950 1030 920L1030 1020L-6 1020Z",
        BLUE,
    )


def _marigold(pen: Pen, x: float, y: float, r: float) -> None:
    petals = Path()
    for turn in range(0, 360, 45):
        petals += circle(*polar(x, y, r * 0.62, turn), r * 0.42)
    pen.part(petals, _MARIGOLD)
    pen.canvas.fill(circle(x, y, r * 0.6), "#f6b94a")
    pen.canvas.fill(circle(x, y, r * 0.24), deep(_MARIGOLD, 0.2))


def _candle(pen: Pen, x: float, y: float, tall: float, ink: str) -> None:
    box(pen, x - 24, y - tall, 48, tall, ink, 10)
    shape(
        pen,
        f"M{x} {y - tall - 84}C{x + 36} {y - tall - 40} {x + 24} {y - tall - 10} {x} {y - tall - 8}C{x - 24} {y - tall - 10} {x - 34} {y - tall - 40} {x} {y - tall - 84}Z",
        GOLD,
    )


def _sugar_skull(pen: Pen, x: float, y: float, r: float) -> None:
    shape(
        pen,
        f"M{x - r} {y}C{x - r} {y - 1.4 * r} {x + r} {y - 1.4 * r} {x + r} {y}C{x + r} {y + 0.5 * r} {x + 0.6 * r} {y + 0.5 * r} {x + 0.56 * r} {y + 0.9 * r}L{x - 0.56 * r} {y + 0.9 * r}C{x - 0.6 * r} {y + 0.5 * r} {x - r} {y + 0.5 * r} {x - r} {y}Z",
        SNOW,
    )
    for side in (-1, 1):
        dot(pen, x + side * 0.42 * r, y, 0.3 * r, _PINK)
        dot(pen, x + side * 0.42 * r, y, 0.17 * r)
    mark(pen, f"M{x} {y + 0.2 * r}L{x + 0.12 * r} {y + 0.44 * r}L{x - 0.12 * r} {y + 0.44 * r}Z", INK)
    for k in (-1, 0, 1):
        line(pen, f"M{x + 0.24 * r * k} {y + 0.58 * r}L{x + 0.24 * r * k} {y + 0.84 * r}", 8)
    dot(pen, x, y - 0.66 * r, 0.2 * r, _MARIGOLD)


def _frame(pen: Pen, x: float, y: float, wide: float, tall: float) -> None:
    """A picture of somebody, no face on it."""
    box(pen, x - wide / 2, y - tall, wide, tall, GOLD, 14)
    pen.canvas.fill(rounded_rect(x - wide / 2 + 22, y - tall + 22, wide - 44, tall - 44, 8), pale(BLUE, 0.5))
    pen.canvas.fill(
        circle(x, y - tall * 0.56, wide * 0.15) + ellipse(x, y - 22, wide * 0.26, tall * 0.2), deep(BLUE, 0.5)
    )


def _ofrenda(pen: Pen) -> None:
    """Three steps under an arch of marigolds: a skull, pictures, candles, bread, cut paper on the edges."""
    for turn in range(-90, 91, 12):
        _marigold(pen, *polar(512, 470, 430, turn), 52)
    for side in (-1, 1):
        for y in (560, 650):
            _marigold(pen, 512 + side * 432, y, 52)
    for k, (half, top, ink) in enumerate(((230, 430, "#8f4fb0"), (340, 610, _PINK), (460, 800, "#2f9fa8"))):
        box(pen, 512 - half, top, 2 * half, 200, ink, 12)
        count = 6 + 2 * k
        step = 2 * half / count
        for i in range(count):
            x = 512 - half + step * i
            mark(
                pen,
                f"M{x + 6} {top + 12}L{x + step - 6} {top + 12}L{x + step - 6} {top + 60}L{x + step / 2} {top + 92}L{x + 6} {top + 60}Z",
                (GOLD, SNOW, "#f39a2e", "#7fd06a")[(i + k) % 4],
            )
    _frame(pen, 512, 430, 170, 220)
    for side in (-1, 1):
        _candle(pen, 512 + side * 160, 430, 110, SNOW)
        _frame(pen, 512 + side * 150, 610, 110, 140)
        _candle(pen, 512 + side * 290, 610, 100, "#f6d06a")
        _marigold(pen, 512 + side * 400, 770, 48)
        _candle(pen, 512 + side * 300, 800, 120, RED)
    _sugar_skull(pen, 512, 700, 108)
    for side in (-1, 1):
        shape(
            pen,
            f"M{512 + side * 185 - 70} 800C{512 + side * 185 - 70} 730 {512 + side * 185 + 70} 730 {512 + side * 185 + 70} 800Z",
            "#d9a05a",
        )


FESTIVITIES: Mapping[str, Draw] = {
    "santa sleigh": fitted(_santa_sleigh),
    "tall ship": _tall_ship,
    "ofrenda": _ofrenda,
}
