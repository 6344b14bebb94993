"""What is picked, found on a beach or dug up, and a sword that nobody draws. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, blob, oval
from pod.providers.embedded.gallery.flowers import FLOWERS
from pod.providers.embedded.gallery.kit import (
    CREAM,
    GOLD,
    GREEN,
    LEAF,
    RED,
    STEEL,
    STONE,
    WHITE,
    WOOD,
    C,
    Draw,
    leaves,
    petal,
)
from pod.providers.embedded.objects.kit import (
    box,
    deep,
    disc,
    dot,
    fitted,
    glint,
    line,
    mark,
    pale,
    shape,
    tube,
    turned,
)


def _tomatoes_on_the_vine(pen: Pen) -> None:
    tube(pen, "M512 20Q470 300 520 560Q540 700 500 860", 30, "#5f8f3a")
    for x, y, r in ((290, 330, 170), (740, 380, 165), (270, 690, 165), (750, 740, 170), (500, 880, 130)):
        tube(pen, f"M{510} {y - 150}Q{0.5 * (x + 512)} {y - 190} {x} {y - r}", 20, "#5f8f3a")
        pen.part(circle(x, y, r), "#dd4436")
        glint(pen, x - 0.4 * r, y - 0.3 * r, 0.12 * r, 0.26 * r, 30, "#f6a99a")
        for turn in range(-120, 121, 48):
            pen.part(petal("pointed", x, y - 0.86 * r, 0.56 * r, 0.2 * r, turn + 180), "#5f8f3a")


def _lemon_branch(pen: Pen) -> None:
    """Two lemons, leaves and white blossoms."""
    tube(pen, "M40 160Q420 60 980 260", 26, WOOD)
    for x, y, turn in ((180, 160, 150), (420, 130, 20), (560, 150, 160), (860, 230, 60), (760, 200, 200)):
        leaves(pen, ((x, y, 300, turn),), (GREEN, LEAF)[x % 40 // 20], 0.36)
    for x, y, lean in ((330, 560, 10), (700, 660, -8)):
        tube(pen, f"M{x + 20} 150Q{x + 10} 260 {x} {y - 230}", 18, WOOD)
        fruit = Path.parse(
            f"M{x} {y - 260}C{x + 70} {y - 220} {x + 210} {y - 190} {x + 210} {y}C{x + 210} {y + 190} {x + 70} {y + 210} {x} {y + 270}C{x - 70} {y + 210} {x - 210} {y + 190} {x - 210} {y}C{x - 210} {y - 190} {x - 70} {y - 220} {x} {y - 260}Z"
        )
        pen.part(turned(fruit, lean, x, y), "#f6cf3f")
        glint(pen, x - 100, y - 60, 26, 80, 14, "#fdf0b0")
    for x, y, r in ((520, 300, 110), (910, 380, 90), (120, 330, 90)):
        FLOWERS["jasmine"](pen, x, y, r, 10)


def _cinnamon(pen: Pen) -> None:
    """Three rolled sticks, tied, and a star of anise."""
    ink = "#a9683a"
    for k, (x, turn) in enumerate(((380, -14), (640, 14), (510, 0))):
        stick = turned(rounded_rect(x - 80, 60, 160, 860, 30), turn, x, 500)
        pen.part(stick, mix(ink, CREAM, 0.1 * k))
        for dx in (-30, 24):
            groove = Path.lines([(x + dx, 130), (x + dx, 860)], closed=False)
            pen.canvas.stroke(turned(groove, turn, x, 500), deep(ink, 0.35), 14)
        for side in SIDES:
            end = turned(circle(x + side * 40, 80, 44), turn, x, 500)
            pen.part(end, deep(ink, 0.2))
            pen.canvas.fill(turned(circle(x + side * 40, 80, 18), turn, x, 500), deep(ink, 0.6))
    box(pen, 320, 470, 380, 60, "#f3e3c8", 24)
    for k in range(8):
        pen.part(petal("pointed", 780, 830, 170, 84, 45 * k), "#7a4526")
        dot(pen, *polar(780, 830, 90, 45 * k), 14, "#c98f4f")


def _sand_dollar(pen: Pen) -> None:
    shell = "#f0e3cc"
    pen.part(circle(C, C, 470), shell)
    pen.canvas.stroke(circle(C, C, 410), deep(shell, 0.14), 14)
    for k in range(5):
        pen.canvas.fill(petal("round", C, C, 320, 150, 72 * k), deep(shell, 0.24))
        pen.canvas.fill(petal("round", *polar(C, C, 40, 72 * k), 230, 84, 72 * k), shell)
        x, y = polar(C, C, 350, 72 * k + 36)
        pen.canvas.fill(turned(oval(x, y, 17, 52), 72 * k + 36, x, y), deep(shell, 0.45))
    for k in range(10):
        dot(pen, *polar(C, C, 440, 36 * k + 10), 9, deep(shell, 0.3))
    dot(pen, C, C, 34, deep(shell, 0.45))


def _nautilus(pen: Pen) -> None:
    """The shell alone, striped, its chambers wound up."""
    shell = "#f6e6cf"
    body = Path.parse(
        "M60 560C40 260 300 40 570 60C830 80 990 290 970 560C950 820 760 980 560 970L420 940C500 860 500 760 420 690C330 620 150 680 60 560Z"
    )
    pen.part(body, shell)
    with pen.canvas.group(body):
        for turn in range(-70, 150, 36):
            stripe = "M560 520Q860 400 1180 460L1180 580Q860 500 560 520Z"
            pen.canvas.fill(turned(Path.parse(stripe), turn - 90, 560, 520), "#b5623f")
    spiral = [polar(560, 520, 30 + 0.36 * a, a) for a in range(0, 560, 12)]
    pen.canvas.stroke(Path.lines(spiral, closed=False), INK, 18)
    mark(pen, "M80 580C170 670 330 630 410 700C480 760 480 850 420 920C300 900 120 760 80 580Z", deep(shell, 0.28))


def _geode(pen: Pen) -> None:
    """Half of one: rock, bands of agate, crystals within."""
    for size, ink in ((1.0, STONE), (0.9, "#e9dfe9"), (0.82, "#b79ad0"), (0.72, "#e3d3ee"), (0.62, "#6f4aa0")):
        layer = blob(C, C, 480 * size, 400 * size, 2.3)
        if ink in (STONE, "#6f4aa0"):
            pen.part(layer, ink)
        else:
            pen.canvas.fill(layer, ink)
    for k in range(14):
        x, y = polar(C, C, 250, 360 * k / 14)
        y = C + (y - C) * 0.84
        pen.part(petal("pointed", x, y, 210, 120, 360 * k / 14 + 180), ("#8f68c0", "#b08ad9", "#c9aee9")[k % 3])
    for x, y in ((470, 470), (560, 540), (540, 450)):
        mark(
            pen,
            f"M{x} {y - 46}L{x + 12} {y - 12}L{x + 46} {y}L{x + 12} {y + 12}L{x} {y + 46}L{x - 12} {y + 12}L{x - 46} {y}L{x - 12} {y - 12}Z",
            WHITE,
        )


def _sword_in_the_stone(pen: Pen) -> None:
    box(pen, C - 40, 20, 80, 180, "#7a5236", 30)
    disc(pen, C, 30, 54, GOLD)
    shape(pen, "M270 190L754 190Q790 230 754 270L270 270Q234 230 270 190Z", GOLD)
    shape(pen, f"M{C - 62} 270L{C + 62} 270L{C + 62} 720L{C - 62} 720Z", STEEL)
    mark(pen, f"M{C} 276L{C + 56} 276L{C + 56} 700L{C} 700Z", deep(STEEL, 0.22))
    disc(pen, C, 230, 26, RED)
    shape(pen, "M60 1000L130 780Q200 640 330 660L420 640Q520 600 620 650L760 690Q880 760 920 860L980 1000Z", STONE)
    for d in ("M200 900L290 800L360 860", "M640 760L740 830L700 930", "M450 700L512 640L590 690"):
        line(pen, d, 16, deep(STONE, 0.4))
    for x, w in ((160, 110), (860, 120)):
        pen.part(blob(x, 985, w, 44, 2.4), "#7fa54a")


def _zebra_plant(pen: Pen) -> None:
    """Striped leaves in a pot, a yellow head of bracts."""
    for turn in (0, -30, 30):
        pen.part(petal("pointed", C, 300, 250, 110, turn), GOLD)
    for turn, size in ((-82, 430), (82, 430), (-46, 440), (46, 440), (-14, 380), (16, 380)):
        blade = petal("round", C, 660, size, 0.56 * size, turn)
        pen.part(blade, "#2f6f44")
        for k in range(1, 6):
            for side in SIDES:
                a, b = (
                    polar(C, 660, size * (0.12 + 0.13 * k), turn),
                    polar(C, 660, size * (0.2 + 0.14 * k), turn + side * (16 - k)),
                )
                pen.canvas.stroke(Path.lines([a, b], closed=False), "#f3f1dc", 12)
        pen.canvas.stroke(Path.lines([(C, 660), polar(C, 660, 0.9 * size, turn)], closed=False), "#f3f1dc", 14)
    shape(pen, "M330 760L694 760L640 1010L384 1010Z", "#cf6f47")
    box(pen, 300, 680, 424, 96, "#d98260", 22)


def _knight_helmet(pen: Pen) -> None:
    """With a red feather."""
    shape(
        pen,
        "M520 170C560 0 800 -40 960 120C860 110 850 160 900 220C800 200 740 250 760 320C680 260 600 260 520 300Z",
        RED,
    )
    line(pen, "M530 230Q680 120 880 130", 14, deep(RED, 0.3))
    shape(
        pen, "M220 520C220 280 360 180 520 180C700 180 800 320 800 520L780 880Q700 990 512 1000Q324 990 240 880Z", STEEL
    )
    mark(pen, "M270 520C270 340 360 240 450 220C360 320 340 440 340 560L340 820L280 780Z", pale(STEEL, 0.6))
    shape(pen, "M200 470L820 470Q850 600 700 640L512 700L324 640Q170 600 200 470Z", deep(STEEL, 0.12))
    mark(pen, "M280 520L740 520L720 570L300 570Z", INK)
    for x in (400, 470, 554, 624):
        for y in (760, 830, 900):
            dot(pen, x, y, 15)
    for x in (230, 794):
        disc(pen, x, 500, 36, GOLD)


UNEARTHED: Mapping[str, Draw] = {
    "cinnamon sticks": fitted(_cinnamon),
    "sand dollar": fitted(_sand_dollar),
    "nautilus shell": fitted(_nautilus),
    "geode": fitted(_geode),
    "sword in the stone": fitted(_sword_in_the_stone),
    "knight helmet": fitted(_knight_helmet),
}
"""By the name that the keyword table gives them."""

PICKED: Mapping[str, Draw] = {
    "tomatoes on the vine": fitted(_tomatoes_on_the_vine),
    "lemon branch": fitted(_lemon_branch),
    "zebra plant": fitted(_zebra_plant),
}
"""What grows, likewise."""
