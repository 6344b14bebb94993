"""Things that hold others, or that others grow from: sausages on a grill, a candle in a bottle, mushrooms on a log, a fish in
a bag. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, ellipse, polar, rounded_rect
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, blob, limb, oval
from pod.providers.embedded.gallery.flowers import FLOWERS, MEADOW, TIED
from pod.providers.embedded.gallery.kit import (
    BARK,
    CREAM,
    DARK,
    GLOW,
    GOLD,
    GREEN,
    RED,
    STEEL,
    WHITE,
    C,
    Draw,
    Head,
    leaves,
    moved,
    petal,
    stem,
)
from pod.providers.embedded.objects.kit import bar, box, deep, disc, dot, fitted, line, mark, pale, shape, tube

_FLAME = "M0 0C-70 -10 -96 -70 -80 -130C-70 -170 -40 -190 -46 -250C0 -220 10 -180 16 -150C34 -170 36 -190 34 -206C70 -170 92 -120 84 -74C76 -20 40 0 0 0Z"
_SAUSAGE, _CAP = "#b5552f", "#d9402f"


def _flame(pen: Pen, x: float, y: float, size: float) -> None:
    for share, ink in ((1.0, "#f2762e"), (0.56, "#fbc845")):
        flame = moved(_FLAME, x, y, size * share)
        if share == 1.0:
            pen.part(flame, ink)
        else:
            pen.canvas.fill(flame, ink)


def _grill_with_sausages(pen: Pen) -> None:
    """A kettle grill, open: flames out of the coals, three sausages over them."""
    for x in (300, 724):
        bar(pen, (C + 0.5 * (x - C), 760), (x, 1010), 18, STEEL)
    shape(pen, "M130 560L894 560C890 760 720 830 512 830C304 830 134 760 130 560Z", RED)
    mark(pen, "M196 620C220 720 290 770 370 788C300 730 262 690 250 620Z", pale(RED, 0.35))
    for k, x in enumerate((220, 330, 430, 540, 640, 740, 820)):
        _flame(pen, x, 560, (0.7, 0.95, 0.75, 1.0, 0.78, 0.92, 0.66)[k])
    box(pen, 90, 520, 844, 52, DARK, 26)
    for x, y, turn in ((270, 452, -8), (512, 436, 4), (758, 452, -6)):
        body = oval(x, y, 128, 54, turn)
        pen.part(body, _SAUSAGE)
        for dx in (-60, 0, 60):
            line(pen, f"M{x + dx - 16} {y - 34}L{x + dx + 16} {y + 34}", 15, deep(_SAUSAGE, 0.5))
        for side in SIDES:
            pen.part(circle(x + side * 138, y + side * turn * 2, 17), deep(_SAUSAGE, 0.15))


def _candle_in_a_bottle(pen: Pen) -> None:
    _flame(pen, C, 200, 0.72)
    line(pen, f"M{C} 250L{C} 190", 14)
    box(pen, C - 48, 236, 96, 210, CREAM, 16)
    shape(
        pen,
        "M440 430L584 430L584 570C600 640 700 660 700 760L700 970Q700 1010 660 1010L364 1010Q324 1010 324 970L324 760C324 660 424 640 440 570Z",
        "#3f7a4f",
    )
    mark(pen, "M356 760C356 720 372 700 392 690L392 940L356 940Z", "#7fb88a")
    box(pen, 376, 770, 272, 150, CREAM, 12)
    mark(pen, "M410 810L614 810L614 826L410 826ZM440 856L584 856L584 870L440 870Z", deep(CREAM, 0.4))
    for x, low in ((452, 560), (500, 640), (560, 590)):
        tube(pen, f"M{x} 420L{x} {low}", 30, CREAM)
    box(pen, 424, 400, 176, 56, CREAM, 28)


def _goldfish_in_a_bag(pen: Pen) -> None:
    """As fairs give them away: tied up, the fish in the water."""
    bag = Path.parse(
        "M440 210C330 330 120 430 120 700C120 900 300 1010 512 1010C724 1010 904 900 904 700C904 430 694 330 584 210Z"
    )
    pen.part(bag, "#dff1f7")
    with pen.canvas.group(bag):
        pen.canvas.fill(Path.parse("M0 560Q256 520 512 560Q768 600 1024 560L1024 1024L0 1024Z"), "#8fcbe3")
    shape(pen, "M650 720L830 610Q850 740 820 850Z", "#f08a2c")
    pen.part(oval(500, 740, 210, 140), "#f6a03a")
    shape(pen, "M430 620Q520 520 620 620Z", "#f08a2c")
    mark(pen, "M520 820Q560 880 620 860Q600 810 570 790Z", "#f08a2c")
    dot(pen, 380, 700, 30)
    dot(pen, 370, 690, 10, WHITE)
    line(pen, "M440 640Q500 740 440 840", 14, "#d96f1e")
    for x, y, r in ((240, 640, 22), (280, 580, 15), (700, 930, 16)):
        dot(pen, x, y, r, WHITE)
    tube(pen, "M200 700Q190 560 300 470", 22, WHITE)
    shape(pen, "M430 220Q350 60 420 40Q512 90 604 40Q674 60 594 220Z", "#dff1f7")
    box(pen, 420, 190, 184, 56, RED, 28)


def _ring_in_a_box(pen: Pen) -> None:
    """Open, on a cushion."""
    shape(pen, "M190 460L834 460L790 90Q780 50 740 50L284 50Q244 50 234 90Z", "#7a2f4a")
    mark(pen, "M250 440L774 440L740 120L284 120Z", "#f3dfe4")
    for width, ink in ((92, INK), (60, GOLD)):
        pen.canvas.stroke(circle(C, 500, 150), ink, width)
    shape(pen, "M400 190L624 190L690 270L512 420L334 270Z", "#bfe9f6")
    line(pen, "M334 270L690 270M400 190L456 270L512 420L568 270L624 190M456 270L512 190L568 270", 12)
    box(pen, 150, 540, 724, 110, "#f3dfe4", 40)
    line(pen, "M430 596L594 596", 20, deep("#f3dfe4", 0.4))
    shape(pen, "M130 640L894 640L850 960Q844 1000 800 1000L224 1000Q180 1000 174 960Z", "#9a3f5f")
    box(pen, 440, 690, 144, 60, GOLD, 20)


def _toadstool(pen: Pen, x: float, y: float, size: float, lean: float = 0.0, ink: str = _CAP) -> None:
    top = (x + lean, y - 1.5 * size)
    pen.part(limb([(x, y), top], 0.3 * size, 0.24 * size), CREAM)
    pen.part(moved("M-1 0.12C-1.02 -0.96 1.02 -0.96 1 0.12Q0 0.4 -1 0.12Z", *top, size, size, 0.1 * lean), ink)
    for dx, dy, r in ((-0.5, -0.16, 0.15), (0.02, -0.44, 0.17), (0.52, -0.14, 0.14), (0.0, 0.02, 0.11)):
        dot(pen, top[0] + dx * size, top[1] + dy * size, r * size, WHITE)


def _mushrooms_on_a_log(pen: Pen) -> None:
    for x, y, size, lean in ((250, 560, 110, -30), (700, 540, 120, 24), (460, 560, 170, 0)):
        _toadstool(pen, x, y, size, lean)
    shape(pen, "M130 560L830 520Q960 600 940 720Q930 830 850 860L170 900Q60 880 50 740Q50 600 130 560Z", BARK)
    for d in ("M280 640Q460 620 640 630", "M330 760Q500 740 760 740", "M260 830Q420 810 560 815"):
        line(pen, d, 16, deep(BARK, 0.4))
    pen.part(oval(150, 730, 104, 168, 4), "#d9ae78")
    for r in (0.66, 0.36):
        pen.canvas.stroke(ellipse(150, 730, 104 * r, 168 * r), deep("#d9ae78", 0.3), 12)
    for x, w in ((360, 90), (560, 120), (800, 90)):
        pen.part(blob(x, 548, w, 44, 2.4), "#7fa54a")
    for x, y, size in ((590, 860, 54), (690, 850, 70)):
        pen.part(moved("M-1 0C-1 -0.7 1 -0.7 1 0Q0 0.3 -1 0Z", x, y - 60, size), "#e8b04a")
    for turn in (-40, -14, 14, 40):
        pen.part(petal("pointed", 900, 880, 170, 44, turn), GREEN)


def _fairy_door(pen: Pen) -> None:
    """In the foot of an old tree, a lantern beside it and toadstools before."""
    shape(
        pen,
        "M330 -20L700 -20C690 240 700 480 760 680C800 800 900 880 1000 960L24 960C130 880 230 800 268 680C326 480 340 240 330 -20Z",
        BARK,
    )
    for d in (
        "M420 40Q400 240 380 360",
        "M620 60Q640 260 660 420",
        "M240 860Q300 800 320 700",
        "M790 860Q730 800 706 720",
    ):
        line(pen, d, 18, deep(BARK, 0.35))
    shape(pen, "M340 920L340 640C340 520 420 450 512 450C604 450 684 520 684 640L684 920Z", "#c98f4f")
    door = Path.parse("M380 920L380 650C380 550 440 494 512 494C584 494 644 550 644 650L644 920Z")
    pen.part(door, "#5f8f4a")
    for x in (446, 512, 578):
        line(pen, f"M{x} 520L{x} 910", 10, deep("#5f8f4a", 0.4))
    disc(pen, C, 630, 46, GLOW)
    line(pen, f"M{C} 586L{C} 676M468 630L556 630", 10)
    disc(pen, 608, 770, 18, GOLD)
    box(pen, 320, 912, 384, 44, "#9aa0aa", 14)
    tube(pen, "M250 560Q250 500 300 490", 14, DARK)
    box(pen, 210, 570, 84, 110, GLOW, 18)
    _toadstool(pen, 180, 960, 84, -10)
    _toadstool(pen, 850, 960, 96, 10)
    _toadstool(pen, 760, 970, 56, 0)


def _rosette(pen: Pen, x: float, y: float, r: float, ink: str) -> None:
    for share, count in ((1.0, 8), (0.72, 7), (0.44, 5)):
        for k in range(count):
            pen.part(
                petal("round", x, y, r * share, 0.6 * r * share, 360 * (k + share) / count),
                pale(ink, 0.7 * (1 - share)),
            )


def _succulents_in_a_skull(pen: Pen) -> None:
    for turn in (-50, -20, 20, 50):
        pen.part(petal("pointed", C + 2 * turn, 380, 330, 90, turn), "#5f9a5f")
    for x, y, r, ink in ((260, 330, 150, "#7fb38a"), (764, 330, 150, "#b58fb8"), (C, 240, 180, "#98c7a0")):
        _rosette(pen, x, y, r, ink)
    shape(
        pen,
        "M120 560C120 420 240 370 512 370C784 370 904 420 904 560C904 680 860 720 820 750L810 850Q800 900 740 900L284 900Q224 900 214 850L204 750C164 720 120 680 120 560Z",
        "#f6efe0",
    )
    for side in SIDES:
        pen.canvas.fill(oval(C + side * 180, 600, 104, 112, side * 12), INK)
    mark(pen, f"M{C} 680L556 770L{C} 756L468 770Z", INK)
    shape(pen, "M300 870L724 870L700 980Q694 1004 660 1004L364 1004Q330 1004 324 980Z", "#f6efe0")
    for x in (400, 476, 548, 624):
        line(pen, f"M{x} 880L{x} 990", 14)
    for x, y, r, ink in ((150, 420, 90, "#d99a9a"), (880, 420, 90, "#7fb38a")):
        _rosette(pen, x, y, r, ink)


def _hand(pen: Pen, skin: str) -> None:
    """A fist around stalks, seen from the front, its sleeve below."""
    shape(pen, "M400 1010L420 800L604 800L624 1010Z", skin)
    pen.part(rounded_rect(380, 940, 264, 100, 30), "#5f7fb8")
    pen.part(rounded_rect(368, 620, 288, 230, 90), skin)
    for k in range(4):
        pen.part(rounded_rect(352, 626 + 54 * k, 200, 60, 30), skin)
    pen.part(limb([(640, 790), (600, 680), (540, 640)], 40, 34), skin)


def _hand_with_flowers(heads: tuple[Head, ...]) -> Draw:
    def draw(pen: Pen) -> None:
        spots = (
            (220, 340, -34),
            (804, 340, 34),
            (350, 190, -16),
            (680, 190, 16),
            (C, 110, 0),
            (C, 330, 0),
            (360, 420, -10),
            (664, 420, 10),
        )
        for x, y, _ in spots:
            stem(pen, (C, 690), (x, y), 0, 13)
        for x in (-50, 0, 50):
            stem(pen, (C, 700), (C + 1.4 * x, 930), 0, 13)
        leaves(pen, [(C, 620, 420, a) for a in (-74, 74, -50, 50, -22, 22)], GREEN, 0.24)
        for k, (x, y, lean) in enumerate(spots):
            heads[k % len(heads)](pen, x, y, 128, lean)
        _hand(pen, "#e0ac86")

    return fitted(draw)


_SUNLIT, _SHADE = "#f6e3b0", "#4a5068"


def _phase(pen: Pen, x: float, y: float, r: float, lit: float) -> None:
    """A moon of which the share `lit` is seen from the right, from the left where it is negative."""
    disc(pen, x, y, r, _SUNLIT if abs(lit) == 1 else _SHADE)
    if abs(lit) in (0, 1):
        return
    side, bulge = (1.0 if lit > 0 else -1.0), r * (1 - 2 * abs(lit))
    edge = [polar(x, y, r, a * side) for a in range(0, 181, 6)]
    inner = [
        (x + side * bulge * abs(1 - abs(2 * t - 1)) ** 0.5, y + r - 2 * r * t) for t in (k / 20 for k in range(21))
    ]
    pen.canvas.fill(Path.lines([*edge, *inner]), _SUNLIT)


def _phases_with_flowers(pen: Pen) -> None:
    """In an arc, the full moon on top, over wild flowers."""
    for k, lit in enumerate((0.22, 0.5, 0.78, 1.0, -0.78, -0.5, -0.22)):
        x, y = polar(C, 640, 500, -78 + 26 * k)
        _phase(pen, x, y, 132 if lit == 1 else 84, lit)
    spots = (
        (300, 760, 96, -18),
        (724, 760, 96, 18),
        (410, 620, 110, -8),
        (620, 610, 110, 8),
        (C, 450, 120, 0),
        (C, 790, 110, 0),
    )
    for x, y, _, _ in spots:
        stem(pen, (C + 0.2 * (x - C), 1010), (x, y), 0, 12)
    leaves(pen, [(C, 1000, 330, a) for a in (-64, 64, -40, 40, -16, 16)], GREEN, 0.2)
    for k, (x, y, r, lean) in enumerate(spots):
        MEADOW[k % len(MEADOW)](pen, x, y, r, lean)


GATHERED: Mapping[str, Draw] = {
    "grill with sausages": fitted(_grill_with_sausages),
    "candle in a bottle": fitted(_candle_in_a_bottle),
    "goldfish in a bag": fitted(_goldfish_in_a_bag),
    "ring in a box": fitted(_ring_in_a_box),
    "mushrooms on a log": fitted(_mushrooms_on_a_log),
    "fairy door": fitted(_fairy_door),
    "succulents in a skull": fitted(_succulents_in_a_skull),
    "hand with wildflowers": _hand_with_flowers(MEADOW),
    "hand with roses": _hand_with_flowers((TIED["rose"],)),
    "hand with sunflowers": _hand_with_flowers((TIED["sunflower"],)),
    "hand with daisies": _hand_with_flowers((FLOWERS["daisy"],)),
    "moon phases with flowers": fitted(_phases_with_flowers),
}
"""By the name that the keyword table gives them."""
