"""Instruments that no set of pictures has: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar, ring, rounded_rect
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, limb, oval
from pod.providers.embedded.objects.kit import (
    BLUE,
    CREAM,
    DARK,
    GOLD,
    GREEN,
    ORANGE,
    PURPLE,
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
    fitted,
    glint,
    legs,
    line,
    mark,
    pale,
    shape,
    slab,
    tube,
    turned,
)

_BRASS = "#e8b84a"


def _bagpipes(pen: Pen) -> None:
    for x, top, lean in ((430, 40, 380), (560, 90, 560), (690, 150, 740)):
        bar(pen, (x, 520), (lean, top), 26, DARK)
        for share in (0.35, 0.75):
            disc(pen, x + (lean - x) * share, 520 + (top - 520) * share, 34, CREAM)
        disc(pen, lean, top, 40, CREAM)
    bar(pen, (300, 520), (120, 300), 22, DARK)
    disc(pen, 120, 300, 30, CREAM)
    bar(pen, (330, 760), (230, 990), 30, DARK, 44)
    bag = Path.parse(
        "M240 560C300 420 560 440 740 470C900 500 980 640 920 740C840 860 560 880 400 840C270 800 190 680 240 560Z"
    )
    pen.part(bag, RED)
    with pen.canvas.group(bag):
        for k in range(6):
            slab(pen, 250 + 140 * k, 380, 40, 520, deep(GREEN, 0.4), 0)
            slab(pen, 200, 450 + 110 * k, 800, 34, deep(GREEN, 0.4), 0)
            slab(pen, 330 + 140 * k, 380, 12, 520, GOLD, 0)
    pen.canvas.stroke(bag, INK, 18)


def _xylophone(pen: Pen) -> None:
    for d in ("M60 400L960 480", "M60 800L960 680"):
        tube(pen, d, 46, WOOD)
    for k, ink in enumerate((RED, ORANGE, GOLD, GREEN, TEAL, BLUE, PURPLE)):
        x, half = 90 + 124 * k, 300 - 24 * k
        box(pen, x, 600 - half, 96, 2 * half, ink, 30)
        for y in (600 - half + 60, 600 + half - 60):
            dot(pen, x + 48, y, 16, SNOW)
    for x0, x1 in ((760, 330), (960, 610)):
        tube(pen, f"M{x0} 130L{x1} 560", 22, WOOD)
        disc(pen, x1, 560, 62, RED)


def _harmonica(pen: Pen) -> None:
    box(pen, 40, 340, 944, 130, STEEL, 50)
    box(pen, 40, 540, 944, 130, STEEL, 50)
    box(pen, 70, 450, 884, 120, RED, 10)
    for k in range(10):
        slab(pen, 112 + 82 * k, 474, 56, 72, INK, 8)
    slab(pen, 110, 370, 600, 24, SNOW, 12)
    for x in (120, 904):
        dot(pen, x, 610, 22)


def _tambourine(pen: Pen) -> None:
    disc(pen, C, C, 440, WOOD)
    disc(pen, C, C, 350, CREAM)
    for k in range(8):
        x, y = polar(C, C, 396, 45 * k + 22)
        pen.part(oval(x, y, 96, 46, 45 * k + 22), INK)
        for out in (-22, 22):
            dx, dy = polar(0, 0, out, 45 * k + 22)
            pen.part(oval(x + dx, y + dy, 84, 26, 45 * k + 22), _BRASS)
    mark(pen, "M250 420C300 300 400 240 500 230C400 290 330 370 300 470Z", SNOW)


def _gong(pen: Pen) -> None:
    for side in SIDES:
        box(pen, C + side * 420 - 34, 90, 68, 860, RED, 16)
        box(pen, C + side * 410 - 110, 930, 220, 70, deep(RED), 24)
    box(pen, 30, 60, 964, 74, RED, 30)
    for x in (380, 644):
        tube(pen, f"M{x} 134L{x} 300", 14, CREAM)
    disc(pen, C, 540, 330, _BRASS)
    pen.canvas.fill(ring(C, 540, 270, 246), deep(_BRASS), evenodd=True)
    disc(pen, C, 540, 110, deep(_BRASS, 0.12))
    mark(pen, "M260 470C300 380 360 330 440 306C370 370 320 430 300 520Z", pale(_BRASS, 0.6))


def _cymbals(pen: Pen) -> None:
    for side in SIDES:
        x = C + side * 210
        pen.part(oval(x, C, 190, 430, side * 14), _BRASS)
        for k in (0.8, 0.58):
            pen.canvas.stroke(oval(x, C, 190 * k, 430 * k, side * 14), deep(_BRASS), 10)
        pen.part(oval(x, C, 62, 140, side * 14), deep(_BRASS, 0.15))
        tube(pen, f"M{x} {C}C{x + side * 160} {C - 60} {x + side * 160} {C + 80} {x + side * 20} {C + 50}", 40, RED)
    for k in (-1, 0, 1):
        line(pen, f"M{C + 70 * k} 130L{C + 110 * k} 30", 22, GOLD)


def _drum_kit(pen: Pen) -> None:
    for side in SIDES:
        bar(pen, (C + side * 400, 260), (C + side * 400, 960), 12, STEEL)
        pen.part(oval(C + side * 380, 240, 200, 34, side * 12), _BRASS)
        bar(pen, (C + side * 300, 880), (C + side * 350, 980), 16, STEEL)
    for side in SIDES:
        x = C + side * 160
        shape(pen, f"M{x - 150} 300L{x + 150} 300L{x + 140} 480L{x - 140} 480Z", RED)
        pen.part(oval(x, 300, 150, 46), CREAM)
    for x, ink in ((190, STEEL), (834, RED)):
        legs(pen, (x - 110, x + 110), 760, 980, 28, STEEL)
        shape(pen, f"M{x - 160} 600L{x + 160} 600L{x + 160} 790L{x - 160} 790Z", ink)
        pen.part(oval(x, 600, 160, 46), CREAM)
    disc(pen, C, 720, 270, RED)
    disc(pen, C, 720, 222, CREAM)
    pen.canvas.fill(ring(C, 720, 120, 92), TEAL, evenodd=True)


def _cowbell(pen: Pen) -> None:
    tube(pen, "M410 250C410 80 614 80 614 250", 50, DARK)
    pen.part(oval(C, 880, 76, 90), DARK)
    shape(pen, "M360 230L664 230L820 860Q512 930 204 860Z", _BRASS)
    mark(pen, "M400 280L470 280L400 820L300 806Z", pale(_BRASS, 0.6))


def _triangle(pen: Pen) -> None:
    tube(pen, "M512 20C430 60 470 160 512 190", 16, RED)
    tube(pen, "M790 850L170 850L512 220L854 800", 50, STEEL)
    line(pen, "M220 838L500 320", 10, SNOW)
    tube(pen, "M700 620L1000 400", 30, STEEL)


def _castanets(pen: Pen) -> None:
    tube(pen, "M420 330C380 120 640 120 600 330", 22, RED)
    for x, turn in ((360, -24), (664, 24)):
        pen.part(oval(x, 560, 230, 290, turn), deep(WOOD, 0.25))
        pen.part(oval(x, 580, 140, 180, turn), deep(WOOD, 0.55))
        glint(pen, x - 130, 440, 24, 70, 24 + turn, pale(WOOD))
    disc(pen, C, 330, 50, RED)


def _grand_piano(pen: Pen) -> None:
    legs(pen, (210, 800), 640, 960, 60, DARK)
    box(pen, 470, 640, 40, 300, DARK, 10)
    shape(pen, "M150 480C250 160 420 40 640 40C820 40 940 110 960 180C900 240 760 250 740 480Z", deep(DARK, 0.1))
    mark(pen, "M240 460C320 230 450 110 640 96C760 96 840 120 880 170C800 220 700 260 680 460Z", pale(DARK, 0.2))
    tube(pen, "M760 480L820 260", 16, STEEL)
    shape(pen, "M60 470L964 470Q990 480 984 520L960 660L90 660Z", DARK)
    slab(pen, 120, 540, 784, 86, SNOW, 6)
    for k in range(13):
        line(pen, f"M{176 + 56 * k} 540L{176 + 56 * k} 624", 8)
        if k % 7 not in (2, 6):
            slab(pen, 162 + 56 * k, 540, 28, 50, INK, 4)


def _tuba(pen: Pen) -> None:
    tube(
        pen,
        "M640 330L640 790C640 940 360 940 360 790L360 420C360 330 480 330 480 420L480 760C480 800 560 800 560 760L560 430",
        70,
        _BRASS,
    )
    tube(pen, "M360 520L180 460", 30, _BRASS)
    disc(pen, 166, 454, 40, STEEL)
    shape(pen, "M420 60Q640 150 940 40C880 180 720 220 690 400L590 400C560 260 500 160 420 60Z", _BRASS)
    pen.part(oval(680, 64, 264, 52, -2), deep(_BRASS, 0.35))
    for x in (430, 520, 610):
        box(pen, x - 26, 500, 52, 190, STEEL, 14)
        disc(pen, x, 480, 26, CREAM)


def _clarinet(pen: Pen) -> None:
    whole = [(250, 120), (800, 830)]
    pen.part(limb([(200, 60), (270, 150)], 14, 30), DARK)
    pen.part(limb(whole, 40, 46), DARK)
    pen.part(Path.parse("M740 820L830 750L990 960L900 1020Z"), DARK)
    for share in (0.02, 0.3, 0.64, 0.97):
        x, y = 250 + 550 * share, 120 + 710 * share
        pen.part(turned(rounded_rect(x - 62, y - 18, 124, 36, 10), -38, x, y), STEEL)
    for share in (0.14, 0.22, 0.4, 0.48, 0.56, 0.74, 0.83):
        disc(pen, 250 + 550 * share, 120 + 710 * share, 26, STEEL)


def _cello(pen: Pen) -> None:
    bar(pen, (C, 880), (C, 1010), 12, STEEL)
    body = "M512 380C620 380 680 430 670 500C660 560 620 580 640 640C700 680 740 740 720 830C700 920 600 940 512 940C424 940 324 920 304 830C284 740 324 680 384 640C404 580 364 560 354 500C344 430 404 380 512 380Z"
    shape(pen, body, "#b5622f")
    box(pen, 480, 130, 64, 500, DARK, 10)
    disc(pen, C, 100, 54, "#b5622f")
    for y in (140, 190):
        bar(pen, (440, y), (584, y), 12, DARK)
    for side in SIDES:
        tube(pen, f"M{C + side * 110} 600C{C + side * 60} 640 {C + side * 150} 700 {C + side * 100} 740", 4, INK)
    box(pen, 440, 720, 144, 30, CREAM, 8)
    shape(pen, "M480 780L544 780L530 900L494 900Z", DARK)
    for x in (500, 524):
        line(pen, f"M{x} 140L{x} 800", 6, CREAM)
    tube(pen, "M820 180L700 960", 14, WOOD)


def _electric_guitar(pen: Pen) -> None:
    body = "M300 560C340 480 440 560 500 580C560 600 640 520 690 580C730 640 640 690 650 740C670 860 800 880 740 960C660 1030 420 1010 330 950C200 870 260 760 290 700C310 650 280 600 300 560Z"
    pen.part(turned(Path.parse(body), 38, C, 780), RED)
    pen.part(turned(Path.parse("M400 700C480 660 580 680 600 760C610 860 560 920 460 900Z"), 38, C, 780), CREAM)
    pen.part(turned(rounded_rect(478, 60, 68, 640, 8), 38, C, 780), deep(WOOD, 0.2))
    pen.part(turned(Path.parse("M440 -60L560 -110L590 60L440 80Z"), 38, C, 780), RED)
    for y in (180, 280, 380, 480, 580):
        pen.canvas.fill(turned(rounded_rect(482, y, 60, 10, 3), 38, C, 780), STEEL)
    for y in (700, 780, 860):
        pen.part(turned(rounded_rect(448, y, 128, 34, 12), 38, C, 780), DARK)
    for x, y in ((640, 850), (640, 920)):
        pen.part(turned(circle(x, y, 26), 38, C, 780), GOLD)


def _amplifier(pen: Pen) -> None:
    tube(pen, "M380 130C380 40 644 40 644 130", 40, DARK)
    box(pen, 110, 120, 804, 850, DARK, 40)
    box(pen, 170, 180, 684, 120, _BRASS, 16)
    for k in range(5):
        disc(pen, 240 + 110 * k, 240, 34, DARK)
    dot(pen, 800, 240, 22, RED)
    box(pen, 170, 350, 684, 560, "#6c5a52", 20)
    disc(pen, C, 630, 240, deep(DARK, 0.1))
    disc(pen, C, 630, 150, "#6c5a52")
    disc(pen, C, 630, 64, DARK)


def _pan_flute(pen: Pen) -> None:
    for k in range(8):
        x, bottom = 100 + 106 * k, 900 - 74 * k
        box(pen, x, 150, 96, bottom - 150, pale(WOOD, 0.25 - 0.1 * (k % 2)), 40)
        pen.canvas.fill(oval(x + 48, 176, 34, 16), INK)
    box(pen, 70, 260, 890, 60, RED, 24)
    box(pen, 70, 330, 890, 36, GOLD, 16)


def _ocarina(pen: Pen) -> None:
    shape(
        pen,
        "M330 330L250 90Q330 40 400 90L470 300C700 260 980 420 980 600C980 780 760 860 540 820C300 780 60 640 50 520C50 420 200 340 330 330Z",
        BLUE,
    )
    mark(pen, "M130 500C160 430 250 400 340 396C270 430 220 480 210 560Z", pale(BLUE, 0.6))
    for x, y, r in ((470, 460, 42), (600, 460, 42), (730, 510, 42), (480, 600, 34), (610, 620, 34), (740, 660, 34)):
        dot(pen, x, y, r)


def _steel_drum(pen: Pen) -> None:
    for side in SIDES:
        tube(pen, f"M{C + side * 350} 460L{C + side * 330} 980", 28, STEEL)
    shape(pen, "M80 400L944 400C944 640 760 760 512 760C264 760 80 640 80 400Z", STEEL)
    pen.part(oval(C, 400, 440, 170), STEEL)
    pen.part(oval(C, 410, 370, 130), deep(STEEL))
    for x, y, rx, ry in (
        (330, 380, 100, 44),
        (540, 340, 90, 36),
        (710, 390, 100, 44),
        (430, 470, 90, 40),
        (610, 470, 90, 40),
    ):
        pen.part(oval(x, y, rx, ry), pale(STEEL, 0.5))
    for x0, x1 in ((180, 400), (900, 640)):
        tube(pen, f"M{x0} 90L{x1} 380", 20, WOOD)
        disc(pen, x1, 380, 42, RED)


def _pipe_organ(pen: Pen) -> None:
    for k in range(9):
        x, top = 96 + 94 * k, 90 + 52 * (4 - abs(k - 4)) * -1 + 200
        shape(pen, f"M{x} {top}L{x + 76} {top}L{x + 76} 560L{x} 560Z", _BRASS)
        mark(pen, f"M{x + 14} 480L{x + 62} 480L{x + 38} 530Z", INK)
    box(pen, 60, 550, 904, 120, WOOD, 16)
    box(pen, 110, 660, 804, 320, deep(WOOD, 0.1), 16)
    for y in (700, 780):
        box(pen, 240, y, 544, 64, SNOW, 6)
        for k in range(10):
            slab(pen, 282 + 50 * k, y, 22, 36, INK, 3)
    for k in range(6):
        slab(pen, 300 + 76 * k, 900, 40, 76, INK, 6)


MUSIC: Mapping[str, Draw] = {
    "bagpipes": _bagpipes,
    "xylophone": _xylophone,
    "harmonica": _harmonica,
    "tambourine": _tambourine,
    "gong": _gong,
    "cymbals": _cymbals,
    "drum kit": fitted(_drum_kit),
    "cowbell": _cowbell,
    "triangle instrument": _triangle,
    "castanets": _castanets,
    "grand piano": _grand_piano,
    "tuba": _tuba,
    "clarinet": _clarinet,
    "cello": _cello,
    "electric guitar": fitted(_electric_guitar),
    "amplifier": _amplifier,
    "pan flute": _pan_flute,
    "ocarina": _ocarina,
    "steel drum": _steel_drum,
    "pipe organ": _pipe_organ,
}
