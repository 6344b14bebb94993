"""Of benches, boxes and boots: what is worked, fished, camped and played with. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar, rounded_rect
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, curve, oval
from pod.providers.embedded.gallery.kit import (
    BLUE,
    CREAM,
    DARK,
    GOLD,
    GREEN,
    ORANGE,
    RED,
    STEEL,
    VIOLET,
    WHITE,
    WOOD,
    C,
    Draw,
)
from pod.providers.embedded.objects.kit import band, bar, box, deep, disc, dot, fitted, line, pale, shape, tube, turned

_COILS = 26
_RAINBOW = (RED, ORANGE, GOLD, GREEN, BLUE, VIOLET)


def _tool_belt(pen: Pen) -> None:
    """Two pouches on a belt, a hammer, a screwdriver and pliers in them."""
    bar(pen, (240, 480), (240, 110), 22, WOOD)
    shape(pen, "M150 60L330 60Q370 60 380 110L330 130L150 130Z", STEEL)
    bar(pen, (640, 460), (640, 300), 14, STEEL)
    box(pen, 604, 110, 72, 210, RED, 30)
    for side in SIDES:
        tube(pen, f"M{820 + side * 12} 330Q{820 + side * 90} 400 {820 + side * 50} 520", 34, BLUE)
        shape(pen, f"M820 330L{820 + side * 54} 250L820 150Z", STEEL)
    box(pen, 10, 400, 1004, 120, "#7a5236", 20)
    box(pen, 440, 380, 144, 160, GOLD, 20)
    box(pen, 476, 420, 72, 80, "#7a5236", 10)
    for x in (100, 560):
        shape(pen, f"M{x} 480L{x + 360} 480L{x + 340} 900Q{x + 180} 960 {x + 20} 900Z", "#b0763f")
        shape(pen, f"M{x + 30} 620L{x + 330} 620L{x + 316} 880Q{x + 180} 920 {x + 44} 880Z", "#c98f4f")
        for k in range(6):
            dot(pen, x + 66 + 46 * k, 660, 9, deep("#b0763f", 0.4))


def _fly_reel(pen: Pen) -> None:
    """On its foot, line out to a feathered hook."""
    box(pen, 250, 60, 420, 60, DARK, 28)
    bar(pen, (460, 110), (460, 240), 34, STEEL)
    disc(pen, 460, 520, 350, "#4f8f6f")
    disc(pen, 460, 520, 270, pale("#4f8f6f", 0.35))
    for k in range(8):
        x, y = polar(460, 520, 190, 45 * k)
        disc(pen, x, y, 46, "#e9f1ec")
    disc(pen, 460, 520, 84, STEEL)
    bar(pen, (460, 520), (620, 640), 26, DARK)
    disc(pen, 634, 652, 56, WOOD)
    line(pen, "M780 380C940 360 980 520 900 640", 14)
    line(pen, "M900 640L900 760Q900 860 820 850Q770 840 780 790", 22, INK)
    for turn, ink in ((-30, RED), (0, GOLD), (30, ORANGE)):
        feather = turned(oval(960, 700, 26, 96), turn - 20, 900, 660)
        pen.part(feather, ink)


def _camp_stove(pen: Pen) -> None:
    """A coffee pot over a gas flame."""
    shape(pen, "M360 160L680 160L750 560L290 560Z", BLUE)
    for x, y in ((400, 300), (520, 420), (620, 280), (450, 480), (640, 460)):
        dot(pen, x, y, 15, pale(BLUE, 0.6))
    shape(pen, "M340 230L200 170L330 380Z", BLUE)
    tube(pen, "M700 230C900 220 900 480 740 480", 40, DARK)
    shape(pen, "M380 160Q520 70 660 160Z", deep(BLUE, 0.2))
    disc(pen, 520, 90, 34, DARK)
    for x, size in ((420, 0.8), (520, 1.0), (620, 0.8)):
        flame = f"M{x} 690C{x - 50 * size} 650 {x - 30 * size} 610 {x} {690 - 110 * size}C{x + 30 * size} 610 {x + 50 * size} 650 {x} 690Z"
        shape(pen, flame, "#6fb8f0")
    box(pen, 250, 560, 540, 34, STEEL, 16)
    for x in (290, 750):
        bar(pen, (x, 590), (x + (520 - x) * 0.3, 720), 16, STEEL)
    box(pen, 360, 690, 320, 60, STEEL, 20)
    shape(
        pen,
        "M330 750L710 750Q780 760 780 830L780 920Q780 990 700 990L340 990Q260 990 260 920L260 830Q260 760 330 750Z",
        RED,
    )
    box(pen, 400, 830, 240, 90, CREAM, 20)
    bar(pen, (680, 720), (850, 720), 16, STEEL)
    disc(pen, 876, 720, 40, DARK)


def _engine(pen: Pen) -> None:
    """A V-twin, seen from its side: finned cylinders over a case."""
    for side in SIDES:
        for k in range(6):
            fin = turned(rounded_rect(C - 150 + 8 * k, 90 + 66 * k, 300 - 16 * k, 50, 18), side * 32, C, 700)
            pen.part(fin, (STEEL, pale(STEEL, 0.4))[k % 2])
        pen.part(turned(rounded_rect(C - 120, 20, 240, 90, 36), side * 32, C, 700), DARK)
    shape(
        pen, "M180 640Q200 520 340 500L684 500Q824 520 844 640L880 800Q880 960 740 980L284 980Q144 960 144 800Z", STEEL
    )
    disc(pen, 390, 740, 176, pale(STEEL, 0.5))
    disc(pen, 390, 740, 70, RED)
    for k in range(6):
        x, y = polar(390, 740, 130, 60 * k)
        dot(pen, x, y, 17, DARK)
    disc(pen, 690, 790, 116, deep(STEEL, 0.2))
    for k in range(4):
        line(pen, f"M{620 + 46 * k} 720L{620 + 46 * k} 860", 15, DARK)
    for y in (600, 680):
        tube(pen, f"M800 {y}Q1010 {y} 1000 {y + 300}", 46, GOLD)


def _slinky(pen: Pen) -> None:
    """A rainbow spring in an arch, both its ends on the floor."""
    for x, ink in ((182.0, RED), (842.0, VIOLET)):
        for dy in (120, 60, 0):
            band(pen, oval(x, 800 + dy, 150, 44), 26, ink)
    for k in range(_COILS):
        share = k / (_COILS - 1)
        x, y = polar(C, 760, 330, 180 * share - 90)
        band(pen, turned(oval(x, y, 44, 150), 180 * share - 90, x, y), 26, _RAINBOW[min(5, int(6 * share))])


def _kite(pen: Pen) -> None:
    """With a tail in the colours of the rainbow."""
    line(pen, "M560 560C420 660 660 760 520 860C400 940 300 880 200 1000", 18)
    tail = (
        *curve((560, 560), (430, 660), (640, 770), (500, 860)),
        *curve((500, 860), (420, 930), (300, 900), (200, 1000)),
    )
    for k, ink in enumerate(_RAINBOW):
        x, y = tail[(k + 1) * (len(tail) - 1) // 6]
        for side in SIDES:
            shape(pen, f"M{x} {y}L{x + side * 80} {y - 56}L{x + side * 80} {y + 56}Z", ink)
        disc(pen, x, y, 22, WHITE)
    shape(pen, "M640 20L940 330L560 580L360 260Z", RED)
    shape(pen, "M640 20L940 330L610 300Z", GOLD)
    shape(pen, "M610 300L940 330L560 580Z", BLUE)
    shape(pen, "M640 20L610 300L360 260Z", GREEN)
    line(pen, "M640 20L560 580M360 260L940 330", 16)


def _paint_can(pen: Pen) -> None:
    """Open, with drips and a brush across it."""
    tube(pen, "M230 330C230 20 794 20 794 330", 18, STEEL)
    shape(pen, "M200 330L824 330L824 920Q512 1010 200 920Z", STEEL)
    shape(pen, "M200 500L824 500L824 800L200 800Z", CREAM)
    pen.part(oval(C, 330, 312, 100), STEEL)
    pen.part(oval(C, 330, 262, 74), BLUE)
    shape(
        pen,
        "M224 380C230 420 300 430 320 440L320 560Q350 610 380 560L380 450Q470 470 520 450L520 700Q560 760 600 700L600 450Q740 440 800 380Q700 430 512 430Q320 430 224 380Z",
        BLUE,
    )
    for x, y in ((640, 660), (700, 600)):
        dot(pen, x, y, 40, (RED, GOLD)[x > 660])
    bar(pen, (430, 290), (960, 90), 34, WOOD)
    shape(pen, "M330 240L450 200L500 330L370 390Q290 400 250 350Q320 320 330 240Z", RED)


def _planks(pen: Pen) -> None:
    for k, (x, y) in enumerate(((30, 720), (110, 540), (60, 360))):
        ink = ("#c98f4f", "#d9a568", "#b97f42")[k]
        box(pen, x, y, 880, 150, ink, 14)
        line(
            pen,
            f"M{x + 60} {y + 50}Q{x + 300} {y + 20} {x + 520} {y + 54}M{x + 120} {y + 104}Q{x + 400} {y + 80} {x + 700} {y + 110}",
            10,
            deep(ink, 0.3),
        )
        pen.part(oval(x + 620, y + 60, 44, 26), deep(ink, 0.2))


def _volleyball_and_net(pen: Pen) -> None:
    for x in (60, 964):
        bar(pen, (x, 60), (x, 1000), 26, STEEL)
    for k in range(1, 10):
        line(pen, f"M{60 + 90 * k} 200L{60 + 90 * k} 560", 12, DARK)
    for k in range(1, 5):
        line(pen, f"M60 {200 + 72 * k}L964 {200 + 72 * k}", 12, DARK)
    for y in (170, 540):
        box(pen, 50, y, 924, 46, WHITE, 14)
    disc(pen, C, 640, 260, "#fdf8ea")
    for turn in (0, 120, 240):
        for off in (-60, 0, 60):
            d = f"M{C + off} 640Q{C + off * 1.5 + 40} 500 {C + off * 0.7 + 110} {400 + abs(off) * 0.4}"
            pen.canvas.stroke(turned(Path.parse(d), turn, C, 640), deep("#fdf8ea", 0.4), 13)
    pen.canvas.stroke(circle(C, 640, 260), INK, 16)


BENCH: Mapping[str, Draw] = {
    "tool belt": fitted(_tool_belt),
    "fly fishing reel": fitted(_fly_reel),
    "camp stove with coffee pot": fitted(_camp_stove),
    "motorcycle engine": fitted(_engine),
    "slinky": fitted(_slinky),
    "kite with a rainbow tail": fitted(_kite),
    "paint can": fitted(_paint_can),
    "wood planks": fitted(_planks),
    "volleyball and net": fitted(_volleyball_and_net),
}
"""By the name that the keyword table gives them."""
