"""Tools of garden, shed and workshop: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar, ring, rounded_rect, star
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, limb, oval
from pod.providers.embedded.objects.kit import (
    BLUE,
    CREAM,
    DARK,
    GLASS,
    GOLD,
    GREEN,
    ORANGE,
    PINK,
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
    line,
    mark,
    moved,
    pale,
    shape,
    slab,
    tube,
    turned,
)


def _wheelbarrow(pen: Pen) -> None:
    bar(pen, (330, 660), (1000, 420), 24, WOOD)
    bar(pen, (640, 640), (740, 930), 22, deep(WOOD))
    shape(pen, "M330 290C420 180 560 240 620 190C690 160 760 230 800 330Z", "#6b4a35")
    for x, y, ink in ((420, 230, PINK), (560, 170, GOLD), (690, 210, RED)):
        tube(pen, f"M{x} 320L{x} {y}", 12, GREEN)
        for k in range(5):
            dot(pen, *polar(x, y, 36, 72 * k), 30, ink)
        dot(pen, x, y, 22, CREAM)
    shape(pen, "M180 310L890 310L720 660L330 660Z", GREEN)
    mark(pen, "M260 350L330 350L410 620L360 620Z", pale(GREEN))
    disc(pen, 240, 800, 160, DARK)
    disc(pen, 240, 800, 92, CREAM)
    disc(pen, 240, 800, 26, DARK)


def _rake(pen: Pen) -> None:
    bar(pen, (C, 40), (C, 720), 26, WOOD)
    for k in range(7):
        tube(pen, f"M{C + (k - 3) * 110} 790L{C + (k - 3) * 110} 970", 24, STEEL)
    box(pen, 160, 740, 704, 70, STEEL, 30)
    box(pen, 462, 650, 100, 110, RED, 20)


def _pitchfork(pen: Pen) -> None:
    bar(pen, (C, 480), (C, 990), 28, WOOD)
    shape(
        pen,
        "M210 40L250 40L260 330Q300 400 480 410L480 40L512 0L544 40L544 410Q724 400 764 330L774 40L814 40L830 340C820 440 700 480 580 490L580 560L444 560L444 490C324 480 204 440 194 340Z",
        STEEL,
    )


def _hose(pen: Pen) -> None:
    for r in (330, 220):
        path = circle(430, 590, r)
        pen.canvas.stroke(path, INK, 98)
        pen.canvas.stroke(path, GREEN, 80)
        pen.canvas.stroke(circle(430, 590, r + 14), pale(GREEN), 12)
    tube(pen, "M430 920C700 940 860 800 800 560C770 430 780 330 830 240", 80, GREEN)
    pen.part(limb([(826, 250), (870, 130)], 62, 38), GOLD)
    for x, y in ((890, 20), (960, 50), (1000, 120)):
        shape(
            pen,
            f"M{x} {y - 24}C{x + 30} {y + 10} {x + 22} {y + 36} {x} {y + 36}C{x - 22} {y + 36} {x - 30} {y + 10} {x} {y - 24}Z",
            GLASS,
        )


def _scythe(pen: Pen) -> None:
    shape(pen, "M220 150C520 60 860 160 1000 480C800 300 520 240 240 260Z", STEEL)
    mark(pen, "M300 180C540 130 780 200 920 370C740 240 540 196 310 214Z", SNOW)
    pen.part(limb([(230, 120), (300, 420), (420, 700), (620, 990)], 32, 32), WOOD)
    tube(pen, "M330 520L480 470", 34, deep(WOOD))


def _trowel(pen: Pen) -> None:
    pen.part(turned(Path.parse("M330 470L694 470C730 640 640 860 512 990C384 860 294 640 330 470Z"), 40), STEEL)
    pen.canvas.fill(turned(Path.parse("M400 520L460 520C450 660 480 780 512 860C430 760 390 640 400 520Z"), 40), SNOW)
    pen.part(turned(rounded_rect(480, 320, 64, 160, 20), 40), deep(STEEL))
    pen.part(turned(rounded_rect(440, 20, 144, 320, 70), 40), RED)
    pen.canvas.fill(turned(circle(C, 80, 22), 40), CREAM)


def _gnome(pen: Pen) -> None:
    for side in SIDES:
        pen.part(oval(C + side * 110, 970, 120, 46), DARK)
    shape(pen, "M270 920C250 720 330 560 512 560C694 560 774 720 754 920Q512 970 270 920Z", BLUE)
    box(pen, 262, 790, 500, 60, DARK, 10)
    box(pen, 460, 780, 104, 80, GOLD, 12)
    for side in SIDES:
        pen.part(limb([(C + side * 200, 640), (C + side * 280, 760)], 56, 48), BLUE)
        disc(pen, C + side * 290, 800, 48, "#f3c9a5")
    shape(pen, "M320 440C300 640 400 790 512 830C624 790 724 640 704 440Z", SNOW)
    pen.part(oval(C, 440, 190, 90), "#f3c9a5")
    for side in SIDES:
        dot(pen, C + side * 84, 430, 20)
        pen.part(oval(C + side * 90, 530, 110, 50, side * -20), SNOW)
    disc(pen, C, 480, 58, "#eeb08c")
    shape(pen, "M270 400C330 260 420 140 560 10C580 160 680 280 754 400Q512 320 270 400Z", RED)


def _anvil(pen: Pen) -> None:
    shape(
        pen,
        "M20 330L300 330L300 270L980 270L980 400C820 420 700 480 680 600L680 680L820 800L820 900L230 900L230 800L380 680L380 600C360 520 300 480 220 460C130 440 50 400 20 330Z",
        "#5b6272",
    )
    mark(pen, "M300 290L960 290L960 330L300 330Z", STEEL)
    mark(pen, "M260 820L790 820L790 850L260 850Z", pale("#5b6272", 0.25))
    mark(pen, "M70 350L300 350L300 390C200 396 120 384 70 350Z", pale("#5b6272", 0.25))


def _drill(pen: Pen) -> None:
    box(pen, 20, 338, 250, 44, STEEL, 20)
    line(pen, "M60 344L90 376M120 344L150 376M180 344L210 376", 12)
    shape(pen, "M240 300L370 260L370 460L240 420Z", DARK)
    shape(pen, "M560 480L790 480L850 850L600 850Z", DARK)
    shape(pen, "M360 230Q360 200 400 200L820 200Q920 210 920 350Q920 500 820 500L400 500Q360 500 360 470Z", GOLD)
    box(pen, 520, 500, 66, 110, RED, 20)
    box(pen, 560, 840, 350, 140, GOLD, 30)
    slab(pen, 430, 240, 360, 34, pale(GOLD, 0.6), 17)
    for x in (700, 760, 820):
        slab(pen, x, 310, 26, 110, INK, 13)


def _chainsaw(pen: Pen) -> None:
    tube(pen, "M500 420C460 220 700 200 720 420", 50, DARK)
    box(pen, 10, 520, 520, 150, STEEL, 75)
    for k in range(6):
        for y, turn in ((514, 0), (676, 180)):
            pen.part(moved("M-30 6L30 6L10 -34Z", 70 + 76 * k, y, turn), DARK)
    slab(pen, 60, 572, 400, 46, pale(STEEL, 0.6), 23)
    tube(pen, "M860 480C1010 480 1010 760 850 760", 56, DARK)
    shape(pen, "M430 430L820 400Q900 400 900 480L900 760Q890 820 820 820L470 800Q420 800 420 740Z", ORANGE)
    box(pen, 560, 520, 250, 150, CREAM, 24)
    for x in (610, 670, 730):
        slab(pen, x, 556, 26, 80, INK, 13)
    disc(pen, 500, 740, 34, DARK)


def _pliers(pen: Pen) -> None:
    for side in SIDES:
        tube(pen, f"M{C + side * 10} 440C{C - side * 60} 560 {C - side * 190} 700 {C - side * 150} 960", 84, RED)
    for side in SIDES:
        shape(
            pen,
            f"M{C + side * 14} 60C{C + side * 150} 120 {C + side * 180} 300 {C + side * 130} 420L{C - side * 20} 560L{C - side * 90} 470L{C + side * 14} 360Z",
            STEEL,
        )
    for y in (130, 190, 250):
        line(pen, f"M492 {y}L532 {y}", 14)
    disc(pen, C, 450, 62, deep(STEEL))
    dot(pen, C, 450, 22)


def _tape_measure(pen: Pen) -> None:
    shape(pen, "M640 800L1000 800L1000 900L640 900Z", GOLD)
    for k in range(6):
        line(pen, f"M{720 + 48 * k} 806L{720 + 48 * k} {870 if k % 2 else 844}", 10)
    box(pen, 980, 790, 40, 140, STEEL, 10)
    shape(pen, "M60 900L60 420C60 220 200 120 400 120C600 120 740 220 740 420L740 900Z", RED)
    disc(pen, 400, 500, 230, CREAM)
    disc(pen, 400, 500, 110, DARK)
    slab(pen, 130, 800, 400, 44, deep(RED), 22)


def _paint_roller(pen: Pen) -> None:
    tube(pen, "M760 240L900 240L900 460L512 460L512 620", 34, STEEL)
    box(pen, 140, 110, 640, 260, TEAL, 60)
    mark(pen, "M200 360L200 470Q220 520 240 470L240 380L300 380L300 560Q320 610 340 560L340 366Z", TEAL)
    slab(pen, 200, 150, 500, 44, pale(TEAL), 22)
    box(pen, 440, 610, 144, 370, RED, 60)
    dot(pen, C, 920, 26, CREAM)


def _spirit_level(pen: Pen) -> None:
    pen.part(turned(rounded_rect(10, 400, 1004, 224, 20), -14), GOLD)
    pen.part(turned(rounded_rect(350, 440, 324, 144, 70), -14), "#b9e66b")
    pen.canvas.fill(turned(oval(C, 490, 66, 34), -14), SNOW)
    for x in (430, 594):
        pen.canvas.fill(turned(rounded_rect(x - 7, 444, 14, 136, 4), -14), INK)
    for x in (150, 874):
        pen.part(turned(circle(x, 512, 66), -14), "#b9e66b")
        pen.canvas.fill(turned(rounded_rect(x - 7, 452, 14, 120, 4), -14), INK)


def _crowbar(pen: Pen) -> None:
    tube(pen, "M300 960L640 260C700 120 840 120 860 260C866 310 850 340 830 370", 60, RED)
    shape(pen, "M300 900L360 930L300 1010L230 990Z", RED)


def _blowtorch(pen: Pen) -> None:
    shape(pen, "M20 250C140 150 280 190 400 230L400 310C280 350 140 380 20 250Z", ORANGE)
    mark(pen, "M130 260C210 220 300 240 390 256L390 290C290 310 210 300 130 260Z", GOLD)
    shape(pen, "M390 210L520 180L560 180L560 360L520 360L390 330Z", STEEL)
    tube(pen, "M550 270L700 270L700 440", 50, STEEL)
    box(pen, 630, 400, 140, 70, DARK, 20)
    shape(pen, "M540 560C540 480 620 450 700 450C780 450 860 480 860 560L860 940Q700 990 540 940Z", BLUE)
    box(pen, 548, 640, 304, 150, CREAM, 0)
    shape(pen, "M700 650C750 700 750 760 700 776C650 760 650 700 700 650Z", RED)


def _duct_tape(pen: Pen) -> None:
    shape(pen, "M440 760L1000 760L980 800L1000 840L980 880L440 900Z", STEEL)
    pen.part(circle(440, 520, 380), STEEL)
    pen.canvas.fill(ring(440, 520, 350, 320), deep(STEEL), evenodd=True)
    pen.part(circle(440, 520, 230), "#c79a62")
    pen.canvas.fill(circle(440, 520, 190), deep("#c79a62", 0.6))
    mark(pen, "M130 440C160 300 250 220 350 190C270 270 220 340 200 450Z", SNOW)


def _lasso(pen: Pen) -> None:
    loop = oval(C, 300, 420, 210, -8)
    pen.canvas.stroke(loop, INK, 58)
    pen.canvas.stroke(loop, "#d9b377", 40)
    tube(pen, "M330 480C420 560 560 620 520 740C480 860 300 830 330 920C360 990 500 980 640 960", 40, "#d9b377")
    for k in range(14):
        x, y = polar(0, 0, 1, 26 * k)
        line(
            pen,
            f"M{C + 404 * x - 8} {296 + 202 * y - 10}L{C + 424 * x + 8} {300 + 214 * y + 10}",
            10,
            deep("#d9b377", 0.4),
        )
    disc(pen, 350, 496, 46, "#d9b377")


def _saddle(pen: Pen) -> None:
    tube(pen, "M430 560C400 700 420 760 430 820", 34, deep(WOOD, 0.4))
    shape(pen, "M350 830L520 830L540 960L330 960Z", STEEL)
    shape(pen, "M390 860L480 860L490 920L380 920Z", SNOW)
    shape(pen, "M250 420C240 640 330 760 430 780C560 760 640 620 640 420Z", deep(WOOD, 0.12))
    shape(
        pen,
        "M70 300C60 210 150 190 210 250C260 330 420 370 560 330C660 300 720 240 740 150C700 100 740 60 800 70C870 80 860 150 830 190C850 330 900 400 960 440C820 560 240 560 110 470C90 420 80 360 70 300Z",
        WOOD,
    )
    line(pen, "M180 440C380 500 660 500 860 430", 14, deep(WOOD, 0.45))
    dot(pen, 440, 620, 34, GOLD)


def _pocket_knife(pen: Pen) -> None:
    pen.part(turned(Path.parse("M500 460L500 90C500 40 560 20 600 90L620 460Z"), -38, C, 560), STEEL)
    pen.part(turned(Path.parse("M470 470L430 200C420 150 470 150 490 190L560 470Z"), -80, C, 560), STEEL)
    tube(pen, "M700 700C820 690 850 640 840 560", 26, STEEL)
    pen.part(turned(rounded_rect(250, 500, 560, 190, 95), 20), RED)
    pen.canvas.fill(turned(star(520, 595, 66), 20), GOLD)


SHED: Mapping[str, Draw] = {
    "wheelbarrow": _wheelbarrow,
    "rake": _rake,
    "pitchfork": _pitchfork,
    "garden hose": _hose,
    "scythe": _scythe,
    "trowel": _trowel,
    "garden gnome": _gnome,
    "anvil": _anvil,
    "power drill": _drill,
    "chainsaw": _chainsaw,
    "pliers": _pliers,
    "tape measure": _tape_measure,
    "paint roller": _paint_roller,
    "spirit level": _spirit_level,
    "crowbar": _crowbar,
    "blowtorch": _blowtorch,
    "duct tape": _duct_tape,
    "lasso": _lasso,
    "saddle": _saddle,
    "pocket knife": _pocket_knife,
}
