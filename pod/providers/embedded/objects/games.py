"""Sports and their gear: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, polar, rounded_rect, star
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, limb, oval
from pod.providers.embedded.objects.kit import (
    BLUE,
    CREAM,
    DARK,
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
    glint,
    legs,
    line,
    mark,
    moved,
    pale,
    shape,
    slab,
    tube,
    turned,
)


def _archery_target(pen: Pen) -> None:
    for side in SIDES:
        bar(pen, (C + side * 100, 500), (C + side * 280, 990), 26, WOOD)
    disc(pen, C, 440, 410, SNOW)
    for r, ink in ((340, DARK), (265, BLUE), (190, RED), (110, GOLD)):
        pen.canvas.fill(circle(C, 440, r), ink)
    for (x, y), ink in (((540, 420), RED), ((430, 560), TEAL)):
        bar(pen, (x, y), (x + 310, y - 280), 12, WOOD)
        for back in (0, 50):
            shape(pen, f"M{x + 230 + back} {y - 210 - back}l70 -10l44 -50l-70 12Z", ink)


def _hula_hoop(pen: Pen) -> None:
    hoop = oval(C, C, 400, 400)
    pen.canvas.stroke(hoop, INK, 108)
    pen.canvas.stroke(hoop, PINK, 90)
    for k in range(12):
        inside = [polar(C, C, 400 + far, 30 * k + turn) for far, turn in ((-45, -5), (45, -9), (45, 4), (-45, 8))]
        pen.canvas.fill(Path.lines(inside), CREAM)


def _jump_rope(pen: Pen) -> None:
    tube(pen, "M250 420C40 960 984 960 774 420", 30, GOLD)
    for x, lean in ((250, -60), (774, 60)):
        bar(pen, (x, 420), (x + lean, 110), 46, RED, 54)
        disc(pen, x + lean, 100, 58, CREAM)
        for k in (0.3, 0.5, 0.7):
            disc(pen, x + lean * k, 420 - 310 * k, 12, CREAM)


def _punching_bag(pen: Pen) -> None:
    box(pen, 300, 10, 424, 50, DARK, 20)
    for side in SIDES:
        tube(pen, f"M512 60L{C + side * 130} 250", 16, STEEL)
    box(pen, 340, 230, 344, 760, RED, 90)
    slab(pen, 348, 330, 328, 44, deep(RED, 0.4), 0)
    slab(pen, 348, 860, 328, 44, deep(RED, 0.4), 0)
    slab(pen, 384, 400, 44, 430, pale(RED), 22)
    pen.canvas.fill(star(560, 600, 90), CREAM)


def _baseball_glove(pen: Pen) -> None:
    shape(
        pen,
        "M180 560C80 420 60 280 130 250C190 230 230 320 260 400C250 240 250 110 330 100C400 100 410 230 420 330C430 180 460 60 540 70C610 80 610 220 600 340C630 220 690 130 750 160C820 200 770 350 740 440C800 400 920 400 940 470C960 550 860 640 800 740C740 860 660 960 480 960C300 950 240 760 180 560Z",
        "#b5703a",
    )
    shape(
        pen,
        "M600 420C700 420 760 480 750 580C740 700 640 740 540 720C440 700 420 600 460 520C490 450 540 420 600 420Z",
        deep("#b5703a", 0.3),
    )
    disc(pen, 610, 570, 130, SNOW)
    line(pen, "M520 490C570 520 580 620 530 660M700 480C650 520 640 620 690 660", 12, RED)
    line(pen, "M300 780C380 840 540 880 660 840M280 470L290 560M440 400L440 460", 14, deep("#b5703a", 0.5))


def _baseball_bat(pen: Pen) -> None:
    pen.part(limb([(900, 110), (640, 400)], 80, 66), "#d9a15c")
    pen.part(limb([(700, 330), (200, 880)], 64, 26), "#d9a15c")
    pen.canvas.fill(limb([(880, 130), (640, 396)], 60, 52), "#d9a15c")
    pen.part(limb([(340, 724), (180, 900)], 34, 28), DARK)
    disc(pen, 150, 930, 50, DARK)
    line(pen, "M830 120L620 350", 20, pale("#d9a15c", 0.6))
    disc(pen, 300, 300, 150, SNOW)
    line(pen, "M200 210C270 250 270 350 200 400M400 210C330 250 330 350 400 400", 14, RED)


def _whistle(pen: Pen) -> None:
    tube(pen, "M720 330C820 120 980 180 940 330C900 480 780 420 760 380", 22, RED)
    shape(
        pen,
        "M60 300L780 300Q850 300 850 370L850 640C850 800 730 900 590 900C450 900 340 800 330 660L330 520L60 470Z",
        STEEL,
    )
    mark(pen, "M100 330L760 330L760 370L100 370Z", SNOW)
    shape(pen, "M330 300L470 300L430 420L330 420Z", DARK)
    disc(pen, 590, 640, 150, DARK)
    disc(pen, 560, 670, 74, GOLD)


def _pool_table(pen: Pen) -> None:
    legs(pen, (190, 834), 620, 930, 110, deep(WOOD))
    box(pen, 20, 560, 984, 140, WOOD, 30)
    shape(pen, "M160 230L864 230L1004 570L20 570Z", WOOD)
    shape(pen, "M200 270L824 270L930 530L94 530Z", "#2f8f62")
    for x, y in ((200, 276), (C, 270), (824, 276), (96, 528), (C, 532), (928, 528)):
        pen.canvas.fill(oval(x, y, 44, 24), INK)
    for x, y, ink in ((620, 370, RED), (690, 340, GOLD), (690, 400, BLUE), (750, 370, PURPLE), (340, 440, SNOW)):
        disc(pen, x, y, 34, ink)
    bar(pen, (300, 450), (60, 90), 10, "#d9a15c", 18)


def _hurdles(pen: Pen) -> None:
    for x, y in ((250, 60), (0, 330)):
        for leg in (130, 590):
            box(pen, x + leg, y + 90, 36, 500, STEEL, 10)
            box(pen, x + leg - 30, y + 570, 160, 40, DARK, 16)
        box(pen, x + 60, y + 30, 640, 120, SNOW, 12)
        for k in range(3):
            slab(pen, x + 70 + 250 * k, y + 40, 120, 100, RED, 0)


def _basketball_hoop(pen: Pen) -> None:
    box(pen, 90, 40, 844, 560, SNOW, 30)
    pen.canvas.stroke(rounded_rect(130, 80, 764, 480, 10), RED, 24)
    pen.canvas.stroke(rounded_rect(360, 260, 304, 240, 4), RED, 24)
    for k in range(6):
        tube(pen, f"M{310 + 81 * k} 600L{360 + 61 * k} 930", 10, CREAM)
    line(pen, "M326 690L698 690M340 780L684 780M350 860L674 860", 16)
    line(pen, "M326 690L698 690M340 780L684 780M350 860L674 860", 8, CREAM)
    box(pen, 270, 570, 484, 54, ORANGE, 27)


def _dartboard(pen: Pen) -> None:
    disc(pen, 490, 530, 440, DARK)
    for outer, inks in ((370, (CREAM, DARK)), (230, (RED, GREEN)), (200, (CREAM, deep(DARK, 0.1)))):
        for k in range(20):
            wedge = [(490, 530), *(polar(490, 530, outer, 18 * k - 9 + t) for t in (0, 6, 12, 18))]
            pen.canvas.fill(Path.lines(wedge), inks[k % 2])
    disc(pen, 490, 530, 62, GREEN)
    dot(pen, 490, 530, 30, RED)
    bar(pen, (496, 524), (760, 250), 14, STEEL)
    shape(pen, "M740 270L770 150L900 30L900 120L1000 130L870 250Z", BLUE)


def _golf_bag(pen: Pen) -> None:
    for x0, y0, x1, y1 in ((420, 400, 330, 90), (540, 400, 560, 60), (640, 400, 760, 110)):
        bar(pen, (x0, y0), (x1, y1), 14, STEEL)
        pen.part(moved("M-30 -50C60 -60 110 -10 96 40C60 60 -20 50 -30 -50Z", x1, y1), DARK if x1 != 560 else STEEL)
    tube(pen, "M690 460C900 500 880 800 700 840", 40, DARK)
    shape(pen, "M330 360L710 360L690 980Q512 1010 350 980Z", GREEN)
    box(pen, 310, 330, 420, 90, DARK, 40)
    box(pen, 390, 620, 250, 280, deep(GREEN), 40)
    line(pen, "M420 690L610 690", 14, GOLD)
    slab(pen, 370, 450, 36, 480, pale(GREEN), 18)


def _croquet(pen: Pen) -> None:
    tube(pen, "M180 940L180 560C180 440 420 440 420 560L420 940", 28, SNOW)
    bar(pen, (560, 760), (820, 60), 22, "#d9a15c")
    line(pen, "M790 140L760 220", 46, RED)
    pen.part(turned(rounded_rect(360, 740, 420, 170, 40), 20, 560, 820), WOOD)
    for x in (410, 690):
        pen.canvas.fill(turned(rounded_rect(x, 746, 36, 158, 4), 20, 560, 820), GOLD)
    disc(pen, 300, 890, 96, BLUE)
    glint(pen, 270, 850, 22, 14, -30)


def _cornhole(pen: Pen) -> None:
    shape(pen, "M330 260L694 260L880 940L144 940Z", "#d9a15c")
    shape(pen, "M380 310L644 310L690 500L334 500Z", RED)
    shape(pen, "M320 560L704 560L800 890L224 890Z", BLUE)
    pen.part(oval(C, 420, 84, 54), deep(DARK))
    for x, y, ink, turn in ((400, 720, GOLD, -12), (640, 780, RED, 16), (560, 120, GOLD, 30)):
        pen.part(moved("M-80 -60Q0 -90 80 -60Q104 0 80 60Q0 90 -80 60Q-104 0 -80 -60Z", x, y, turn), ink)


def _nunchucks(pen: Pen) -> None:
    tube(pen, "M360 200C400 60 640 60 680 200", 20, STEEL)
    for x0, x1 in ((360, 200), (680, 840)):
        bar(pen, (x0, 220), (x1, 940), 58, DARK)
        for share in (0.1, 0.9):
            x, y = x0 + (x1 - x0) * share, 220 + 720 * share
            pen.part(turned(rounded_rect(x - 66, y - 26, 132, 52, 14), 13 if x1 < x0 else -13, x, y), RED)


def _shuriken(pen: Pen) -> None:
    points = []
    for k in range(4):
        points += [polar(C, C, 500, 90 * k + 10), polar(C, C, 190, 90 * k + 30), polar(C, C, 170, 90 * k + 70)]
    pen.part(Path.lines(points), STEEL)
    for k in range(4):
        pen.canvas.fill(
            Path.lines([polar(C, C, 440, 90 * k + 10), polar(C, C, 170, 90 * k + 30), polar(C, C, 110, 90 * k + 10)]),
            deep(STEEL),
        )
    disc(pen, C, C, 74, DARK)


def _treadmill(pen: Pen) -> None:
    bar(pen, (780, 860), (700, 260), 30, DARK)
    bar(pen, (690, 470), (420, 480), 24, STEEL)
    pen.part(turned(rounded_rect(560, 170, 250, 150, 24), 16, 690, 240), DARK)
    pen.canvas.fill(turned(rounded_rect(590, 200, 190, 84, 10), 16, 690, 240), "#8ee08a")
    pen.part(turned(rounded_rect(40, 800, 900, 110, 50), -4, 490, 850), RED)
    pen.canvas.fill(turned(rounded_rect(90, 800, 780, 46, 20), -4, 490, 850), DARK)
    for x in (130, 850):
        box(pen, x - 40, 890, 80, 60, DARK, 20)


def _barbell(pen: Pen) -> None:
    box(pen, 10, 484, 1004, 56, STEEL, 28)
    for side in SIDES:
        for out, half, ink in ((250, 290, DARK), (346, 220, RED), (424, 140, DARK)):
            box(pen, C + side * out - 46, C - half, 92, 2 * half, ink, 30)
            slab(pen, C + side * out - 24, C - half + 40, 20, 2 * half - 80, pale(ink, 0.25), 10)


def _pogo_stick(pen: Pen) -> None:
    box(pen, 492, 640, 40, 300, STEEL, 10)
    line(pen, "M440 690L584 730L440 770L584 810L440 850L584 890", 22)
    box(pen, 470, 60, 84, 600, RED, 30)
    box(pen, 270, 60, 484, 70, DARK, 35)
    box(pen, 310, 590, 404, 70, GOLD, 30)
    box(pen, 470, 920, 84, 80, DARK, 30)


def _hockey_mask(pen: Pen) -> None:
    tube(pen, "M170 360C60 300 60 700 200 700M854 360C964 300 964 700 824 700", 40, DARK)
    shape(
        pen,
        "M512 50C740 50 860 200 850 460C840 740 700 970 512 970C324 970 184 740 174 460C164 200 284 50 512 50Z",
        CREAM,
    )
    for side in SIDES:
        pen.part(oval(C + side * 150, 430, 92, 60, side * 8), DARK)
        shape(pen, f"M{C + side * 40} 90L{C + side * 120} 110L{C + side * 60} 340L{C + side * 10} 300Z", BLUE)
        for k in range(3):
            dot(pen, C + side * (160 + 60 * k), 270 + 16 * k, 18)
            dot(pen, C + side * 60, 700 + 70 * k, 18)
            dot(pen, C + side * 150, 720 + 50 * k, 18)


GAMES: Mapping[str, Draw] = {
    "archery target": _archery_target,
    "hula hoop": _hula_hoop,
    "jump rope": _jump_rope,
    "punching bag": _punching_bag,
    "baseball glove": _baseball_glove,
    "baseball bat": _baseball_bat,
    "whistle": _whistle,
    "pool table": _pool_table,
    "hurdles": _hurdles,
    "basketball hoop": _basketball_hoop,
    "dartboard": _dartboard,
    "golf bag": _golf_bag,
    "croquet": _croquet,
    "cornhole": _cornhole,
    "nunchucks": _nunchucks,
    "shuriken": _shuriken,
    "treadmill": _treadmill,
    "barbell": _barbell,
    "pogo stick": _pogo_stick,
    "goalie mask": _hockey_mask,
}
