"""What stands about a house, from the fridge to the lava lamp: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.shapes import heart, polar, rounded_rect, star
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, blob, cloudlet, oval
from pod.providers.embedded.objects.kit import (
    BLUE,
    CLAY,
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
    TEAL,
    WOOD,
    C,
    Draw,
    bar,
    box,
    deep,
    disc,
    dot,
    legs,
    line,
    mark,
    pale,
    shape,
    slab,
    tube,
)


def _fridge(pen: Pen) -> None:
    legs(pen, (310, 714), 920, 990, 70, DARK)
    box(pen, 220, 40, 584, 910, GLASS, 60)
    slab(pen, 250, 80, 40, 240, SNOW, 20)
    line(pen, "M224 360L800 360", 18)
    for y, height in ((200, 110), (420, 200)):
        box(pen, 690, y, 44, height, STEEL, 22)
    pen.part(rounded_rect(320, 480, 190, 220, 8), SNOW)
    pen.canvas.fill(heart(415, 600, 110), RED)
    dot(pen, 415, 486, 26, GOLD)
    dot(pen, 590, 620, 30, GREEN)


def _stove(pen: Pen) -> None:
    legs(pen, (230, 794), 930, 1000, 80, DARK)
    for x in (330, 694):
        box(pen, x - 120, 218, 240, 34, DARK, 17)
    shape(pen, "M210 90L450 90L430 220L230 220Z", RED)
    box(pen, 190, 66, 280, 36, deep(RED), 18)
    box(pen, 130, 250, 764, 700, "#8ec9b8", 40)
    line(pen, "M134 410L890 410", 14)
    for x in (240, 376, 512, 648, 784):
        disc(pen, x, 330, 40, DARK)
        line(pen, f"M{x} 328L{x} 300", 12, CREAM)
    box(pen, 220, 540, 584, 320, DARK, 40)
    mark(pen, "M270 800C300 640 420 660 440 760C470 640 560 640 580 760C600 660 720 640 754 800Z", ORANGE)
    box(pen, 260, 458, 504, 44, STEEL, 22)


def _microwave(pen: Pen) -> None:
    legs(pen, (190, 834), 800, 870, 90, DARK)
    box(pen, 50, 240, 924, 580, STEEL, 50)
    box(pen, 110, 310, 550, 440, DARK, 40)
    pen.canvas.fill(oval(385, 660, 190, 36), deep(STEEL))
    shape(pen, "M280 520L490 520L460 660L310 660Z", CREAM)
    box(pen, 720, 310, 200, 90, DARK, 16)
    slab(pen, 744, 340, 150, 30, "#7ee08a", 8)
    for row in range(3):
        for col in range(3):
            dot(pen, 750 + 70 * col, 480 + 70 * row, 22, SNOW)
    box(pen, 724, 680, 190, 70, RED, 20)


def _washing_machine(pen: Pen) -> None:
    legs(pen, (240, 784), 930, 990, 80, DARK)
    box(pen, 140, 60, 744, 890, SNOW, 50)
    line(pen, "M144 240L880 240", 14)
    box(pen, 200, 110, 240, 80, STEEL, 16)
    for x in (620, 760):
        disc(pen, x, 150, 46, TEAL if x == 620 else GOLD)
    disc(pen, C, 590, 280, STEEL)
    disc(pen, C, 590, 210, BLUE)
    mark(
        pen,
        "M306 600Q400 540 512 600Q620 660 718 590C716 720 640 796 512 796C390 796 310 720 306 600Z",
        pale(BLUE, 0.55),
    )
    for x, y, r in ((420, 500, 34), (600, 480, 46), (540, 410, 26)):
        dot(pen, x, y, r, SNOW)
    shape(pen, "M420 690C420 600 480 600 512 660C560 600 640 640 600 730Q512 780 420 690Z", RED)


def _vacuum(pen: Pen) -> None:
    tube(pen, "M420 560C240 300 470 60 690 130C860 190 850 420 830 640L850 850", 46, DARK)
    shape(pen, "M720 850L980 850Q1000 970 1000 970L690 970Z", DARK)
    shape(pen, "M70 860C60 600 220 520 400 520C560 520 640 620 640 860Z", RED)
    mark(pen, "M130 780C140 640 230 580 350 572C230 630 200 700 190 790Z", pale(RED))
    disc(pen, 230, 870, 110, DARK)
    disc(pen, 230, 870, 44, STEEL)
    disc(pen, 560, 900, 74, DARK)
    box(pen, 380, 640, 190, 60, CREAM, 30)


def _iron(pen: Pen) -> None:
    tube(pen, "M330 470C330 250 760 230 850 330L880 560", 70, DARK)
    tube(pen, "M880 560C1000 560 980 360 1010 200", 26, DARK)
    shape(pen, "M40 860C60 640 260 460 500 460L850 460Q930 470 940 860Z", TEAL)
    mark(pen, "M150 760C200 620 340 530 480 520C350 590 280 680 250 770Z", pale(TEAL))
    box(pen, 20, 830, 940, 84, STEEL, 30)
    disc(pen, 660, 660, 84, CREAM)
    line(pen, "M660 660L700 610", 16)


def _ironing_board(pen: Pen) -> None:
    for side in SIDES:
        bar(pen, (C - side * 240, 470), (C + side * 260, 970), 22, STEEL)
    shape(
        pen,
        "M20 400C20 340 100 330 200 330L960 330Q1004 330 1004 400Q1004 470 960 470L200 470C100 470 20 460 20 400Z",
        PINK,
    )
    for x in (240, 420, 600, 780, 920):
        dot(pen, x, 400, 30, CREAM)
    shape(pen, "M300 320C320 180 430 120 540 120L690 120L700 320Z", TEAL)
    tube(pen, "M430 130C440 30 640 30 660 110", 34, DARK)
    box(pen, 290, 290, 430, 44, STEEL, 14)


def _chandelier(pen: Pen) -> None:
    tube(pen, "M512 20L512 300", 22, GOLD)
    for out in (420, 220):
        tube(pen, f"M{C - out} 480C{C - out} 760 {C + out} 760 {C + out} 480", 26, GOLD)
    disc(pen, C, 320, 60, GOLD)
    shape(pen, "M470 360L554 360L580 640L512 720L444 640Z", GOLD)
    for out in (-420, -220, 220, 420):
        x = C + out
        box(pen, x - 24, 330, 48, 130, SNOW, 10)
        shape(pen, f"M{x} 200C{x + 60} 270 {x + 40} 330 {x} 330C{x - 40} 330 {x - 60} 270 {x} 200Z", ORANGE)
        box(pen, x - 60, 450, 120, 46, GOLD, 23)
    for x, y in ((C, 800), (C - 200, 740), (C + 200, 740), (C - 360, 700), (C + 360, 700)):
        shape(
            pen,
            f"M{x} {y - 70}C{x + 60} {y + 20} {x + 44} {y + 80} {x} {y + 80}C{x - 44} {y + 80} {x - 60} {y + 20} {x} {y - 70}Z",
            GLASS,
        )


def _floor_lamp(pen: Pen) -> None:
    box(pen, 490, 400, 44, 540, DARK, 10)
    box(pen, 320, 920, 384, 70, DARK, 35)
    tube(pen, "M640 430L640 560", 10, GOLD)
    disc(pen, 640, 580, 26, GOLD)
    shape(pen, "M370 60L654 60L800 430L224 430Z", GOLD)
    mark(pen, "M400 90L460 90L400 400L280 400Z", pale(GOLD, 0.6))


def _lava_lamp(pen: Pen) -> None:
    shape(pen, "M430 90L594 90L700 660L324 660Z", "#5b3b8c")
    for x, y, rx, ry in (
        (512, 620, 130, 60),
        (470, 470, 62, 80),
        (560, 340, 44, 62),
        (500, 220, 40, 48),
        (600, 540, 34, 40),
    ):
        pen.canvas.fill(oval(x, y, rx, ry), "#ff7a59")
    mark(pen, "M452 130L484 130L420 600L370 600Z", pale("#5b3b8c", 0.35))
    shape(pen, "M440 20L584 20L606 110L418 110Z", STEEL)
    shape(pen, "M310 650L714 650L600 800L720 1000L304 1000L424 800Z", STEEL)
    mark(pen, "M380 680L440 680L480 800L410 970L360 970L440 800Z", SNOW)


def _bookshelf(pen: Pen) -> None:
    box(pen, 130, 30, 764, 960, WOOD, 20)
    inks = (RED, TEAL, GOLD, BLUE, PURPLE, GREEN, ORANGE)
    for row in range(3):
        y = 80 + 300 * row
        pen.part(rounded_rect(180, y, 664, 250, 8), deep(WOOD, 0.55))
        x = 194
        for k in range(8):
            width, height = 58 + 12 * ((k + row) % 3), 180 + 20 * ((2 * k + row) % 4)
            if (k, row) in ((5, 0), (2, 1), (6, 2)):
                x += 74
                continue
            if x + width > 840:
                break
            box(pen, x, y + 250 - height, width, height, inks[(k * 3 + row) % 7], 8)
            slab(pen, x + 12, y + 290 - height, width - 24, 22, CREAM, 4)
            x += width + 10
    shape(pen, "M560 230L640 230L626 330L574 330Z", CLAY)
    pen.part(cloudlet(600, 210, 110, 90, 3), GREEN)


def _wardrobe(pen: Pen) -> None:
    legs(pen, (230, 794), 940, 1000, 90, deep(WOOD))
    shape(pen, "M120 120Q512 -40 904 120L904 200L120 200Z", WOOD)
    box(pen, 140, 190, 744, 760, WOOD, 16)
    for side in SIDES:
        x = C + side * 180
        box(pen, x - 150, 250, 300, 430, pale(WOOD, 0.25), 20)
        slab(pen, x - 110, 290, 220, 350, WOOD, 14)
        disc(pen, C + side * 52, 490, 26, GOLD)
        box(pen, x - 150, 740, 300, 160, pale(WOOD, 0.25), 20)
        disc(pen, x, 820, 26, GOLD)


def _dresser(pen: Pen) -> None:
    disc(pen, C, 190, 180, WOOD)
    disc(pen, C, 190, 140, GLASS)
    mark(pen, "M430 190L520 90L560 110L450 260Z", SNOW)
    legs(pen, (220, 804), 900, 990, 80, deep(WOOD))
    box(pen, 130, 390, 764, 530, WOOD, 20)
    box(pen, 90, 350, 844, 70, deep(WOOD, 0.12), 30)
    for y in (450, 610, 770):
        box(pen, 180, y, 664, 120, pale(WOOD, 0.25), 20)
        for side in SIDES:
            disc(pen, C + side * 190, y + 60, 28, GOLD)


def _cradle(pen: Pen) -> None:
    tube(pen, "M80 850Q512 1060 944 850", 50, deep(WOOD))
    shape(pen, "M640 420C640 180 940 160 960 420L930 640L640 640Z", PINK)
    shape(pen, "M70 440L960 440L870 880L170 880Z", WOOD)
    for x in (240, 376, 512, 648, 784):
        slab(pen, x - 14, 520, 28, 320, deep(WOOD), 12)
    shape(
        pen,
        "M60 440C80 340 250 330 380 360C500 390 560 350 640 420L640 520C560 470 500 540 420 500C330 460 240 540 160 500C110 480 70 500 60 440Z",
        CREAM,
    )
    pen.canvas.fill(heart(780, 320, 110), CREAM)


def _pillow(pen: Pen) -> None:
    shape(
        pen,
        "M90 200C150 150 260 230 512 220C764 230 874 150 934 200C980 260 900 360 910 512C900 664 980 764 934 824C874 874 764 794 512 804C260 794 150 874 90 824C44 764 124 664 114 512C124 360 44 260 90 200Z",
        PINK,
    )
    line(pen, "M180 280C340 320 680 320 844 280M180 744C340 704 680 704 844 744", 12, deep(PINK))
    pen.canvas.fill(heart(C, 520, 250), CREAM)


def _quilt(pen: Pen) -> None:
    box(pen, 80, 80, 864, 864, CREAM, 40)
    inks = (RED, TEAL, GOLD, BLUE)
    for row in range(4):
        for col in range(4):
            x, y = 120 + 196 * col, 120 + 196 * row
            box(pen, x, y, 196, 196, inks[(col + 2 * row + row // 2) % 4], 0)
            pen.canvas.fill(star(x + 98, y + 98, 72, 4, 0.5) if (row + col) % 2 else heart(x + 98, y + 104, 110), CREAM)


def _rug(pen: Pen) -> None:
    for side in SIDES:
        for k in range(9):
            line(pen, f"M{C + side * 450} {316 + 49 * k}L{C + side * 500} {316 + 49 * k}", 20, deep(CREAM, 0.3))
    box(pen, 70, 280, 884, 464, RED, 16)
    slab(pen, 110, 320, 804, 384, GOLD, 8)
    slab(pen, 140, 350, 744, 324, deep(BLUE, 0.35), 8)
    for x in (270, 512, 754):
        shape(pen, f"M{x} 380L{x + 100} 512L{x} 644L{x - 100} 512Z", CREAM)
        shape(pen, f"M{x} 444L{x + 52} 512L{x} 580L{x - 52} 512Z", RED)


def _grandfather_clock(pen: Pen) -> None:
    box(pen, 370, 360, 284, 520, WOOD, 10)
    shape(pen, "M330 120Q512 -60 694 120L694 400L330 400Z", WOOD)
    disc(pen, C, 230, 136, CREAM)
    for k in range(12):
        dot(pen, *polar(C, 230, 104, 30 * k), 11)
    line(pen, "M512 230L512 150M512 230L570 262", 18)
    slab(pen, 420, 440, 184, 380, deep(DARK), 20)
    line(pen, "M512 440L512 680", 14, GOLD)
    dot(pen, C, 710, 62, GOLD)
    box(pen, 310, 860, 404, 130, deep(WOOD, 0.12), 12)


def _doormat(pen: Pen) -> None:
    box(pen, 40, 300, 944, 424, "#c79a62", 30)
    slab(pen, 90, 350, 844, 324, deep("#c79a62", 0.35), 20)
    slab(pen, 116, 376, 792, 272, "#c79a62", 14)
    pen.canvas.fill(heart(C, 520, 190), RED)
    for side in SIDES:
        for k in range(4):
            pen.canvas.fill(oval(*polar(C + side * 250, 540, 60, (-60, -20, 20, 60)[k]), 22, 26), INK)
        pen.canvas.fill(blob(C + side * 250, 560, 50, 42), INK)


HOUSE: Mapping[str, Draw] = {
    "refrigerator": _fridge,
    "stove": _stove,
    "microwave": _microwave,
    "washing machine": _washing_machine,
    "vacuum cleaner": _vacuum,
    "iron": _iron,
    "ironing board": _ironing_board,
    "chandelier": _chandelier,
    "floor lamp": _floor_lamp,
    "lava lamp": _lava_lamp,
    "bookshelf": _bookshelf,
    "wardrobe": _wardrobe,
    "dresser": _dresser,
    "cradle": _cradle,
    "pillow": _pillow,
    "patchwork quilt": _quilt,
    "rug": _rug,
    "grandfather clock": _grandfather_clock,
    "doormat": _doormat,
}
