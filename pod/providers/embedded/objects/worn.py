"""What is put on, and what is put on the dressing table: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, heart, leaf, polar, star
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, blob, oval
from pod.providers.embedded.objects.kit import (
    BLUE,
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
    box,
    deep,
    disc,
    dot,
    fitted,
    glint,
    line,
    mark,
    moved,
    pale,
    shape,
    slab,
    tube,
)


def _mittens(pen: Pen) -> None:
    tube(pen, "M300 860C300 1010 724 1010 724 860", 16, CREAM)
    for side in SIDES:
        to = 1 if side > 0 else -1
        x = C + side * 240
        shape(pen, f"M{x - 150} 680L{x - 160} 320C{x - 160} 120 {x + 160} 120 {x + 160} 320L{x + 150} 680Z", RED)
        shape(
            pen,
            f"M{x - to * 120} 640C{x - to * 260} 560 {x - to * 270} 400 {x - to * 220} 380C{x - to * 170} 370 {x - to * 150} 440 {x - to * 100} 480Z",
            RED,
        )
        slab(pen, x - 90, 470, 180, 150, RED, 0)
        for turn in (0, 60, 120):
            (x0, y0), (x1, y1) = polar(x, 370, 80, turn), polar(x, 370, 80, turn + 180)
            line(pen, f"M{x0} {y0}L{x1} {y1}", 20, CREAM)
        box(pen, x - 170, 660, 340, 190, CREAM, 50)
        for k in range(5):
            line(pen, f"M{x - 120 + 60 * k} 690L{x - 120 + 60 * k} 820", 10, deep(CREAM, 0.2))


def _slippers(pen: Pen) -> None:
    for x, turn in ((310, -8), (714, 8)):
        pen.part(
            moved(
                "M0 -440C150 -440 210 -260 200 -60C190 140 200 440 0 440C-200 440 -190 140 -200 -60C-210 -260 -150 -440 0 -440Z",
                x,
                520,
                turn,
            ),
            pale(PINK, 0.5),
        )
        pen.part(
            moved("M-206 -20C-206 -260 -140 -440 0 -440C140 -440 206 -260 206 -20Q0 -120 -206 -20Z", x, 520, turn), PINK
        )
        for ear in SIDES:
            pen.part(moved("M-40 0C-70 -120 -40 -200 0 -200C40 -200 70 -120 40 0Z", x + ear * 84, 330, ear * 16), PINK)
            dot(pen, x + ear * 62, 330, 17)
        pen.canvas.fill(heart(x, 386, 40), RED)


def _snowshoes(pen: Pen) -> None:
    for x, turn in ((300, -8), (724, 8)):
        frame = moved(
            "M0 -470C150 -470 190 -300 180 -120C170 100 60 300 0 480C-60 300 -170 100 -180 -120C-190 -300 -150 -470 0 -470Z",
            x,
            500,
            turn,
        )
        pen.canvas.fill(frame, CREAM)
        with pen.canvas.group(frame):
            for k in range(-9, 10):
                line(
                    pen,
                    f"M{x - 400 + 84 * k} 0L{x + 400 + 84 * k} 1024M{x + 400 + 84 * k} 0L{x - 400 + 84 * k} 1024",
                    10,
                    deep(WOOD, 0.1),
                )
        pen.canvas.stroke(frame, INK, 62)
        pen.canvas.stroke(frame, WOOD, 44)
        box(pen, x - 170, 460, 340, 60, RED, 20)
        box(pen, x - 60, 400, 120, 200, RED, 30)


def _monocle(pen: Pen) -> None:
    tube(pen, "M690 560C860 640 880 860 760 980", 16, GOLD)
    disc(pen, 430, 430, 340, GOLD)
    disc(pen, 430, 430, 262, GLASS)
    mark(pen, "M270 430L420 230L520 230L310 500Z", SNOW)
    disc(pen, 690, 560, 40, GOLD)


def _pocket_watch(pen: Pen) -> None:
    tube(pen, "M440 90C300 20 100 60 60 220C40 330 120 380 90 500", 26, GOLD)
    loop = circle(C, 120, 76)
    pen.canvas.stroke(loop, INK, 46)
    pen.canvas.stroke(loop, GOLD, 28)
    box(pen, 452, 180, 120, 80, GOLD, 20)
    disc(pen, C, 610, 390, GOLD)
    disc(pen, C, 610, 310, CREAM)
    for k in range(12):
        (x0, y0), (x1, y1) = polar(C, 610, 276, 30 * k), polar(C, 610, 276 - (50 if k % 3 == 0 else 26), 30 * k)
        line(pen, f"M{x0} {y0}L{x1} {y1}", 18)
    line(pen, "M512 610L512 420M512 610L640 690", 24)
    dot(pen, C, 610, 28, RED)


def _necklace(pen: Pen) -> None:
    for k in range(25):
        t = k / 24
        x, y = 110 + 804 * t, 90 + 560 * (1 - (2 * t - 1) ** 2)
        disc(pen, x, y, 46 if k % 2 else 40, pale(PINK, 0.85))
        glint(pen, x - 12, y - 12, 10, 7, -30)
    pen.part(heart(C, 830, 260), RED)
    disc(pen, C, 700, 34, GOLD)
    glint(pen, 450, 780, 20, 34, 24, pale(RED, 0.6))


def _earrings(pen: Pen) -> None:
    for x in (290, 734):
        tube(pen, f"M{x} 220C{x} 60 {x + 120} 60 {x + 110} 160", 18, GOLD)
        disc(pen, x, 270, 60, GOLD)
        shape(
            pen,
            f"M{x} 350C{x + 130} 560 {x + 190} 640 {x + 180} 760C{x + 170} 900 {x + 90} 960 {x} 960C{x - 90} 960 {x - 170} 900 {x - 180} 760C{x - 190} 640 {x - 130} 560 {x} 350Z",
            TEAL,
        )
        mark(
            pen,
            f"M{x - 110} 760C{x - 110} 670 {x - 70} 610 {x - 40} 560C{x - 30} 640 {x - 60} 720 {x - 50} 840C{x - 90} 840 {x - 110} 810 {x - 110} 760Z",
            pale(TEAL, 0.6),
        )


def _bracelet(pen: Pen) -> None:
    band = oval(C, 400, 400, 250)
    pen.canvas.stroke(band, INK, 78)
    pen.canvas.stroke(band, GOLD, 60)
    for x, y in ((250, 640), (512, 690), (774, 640)):
        tube(pen, f"M{x} {y - 30}L{x} {y + 70}", 14, STEEL)
    pen.part(heart(250, 790, 180), RED)
    pen.part(star(512, 850, 130), BLUE)
    for k in range(4):
        pen.part(circle(*polar(774, 790, 56, 90 * k + 45), 56), GREEN)


def _earmuffs(pen: Pen) -> None:
    tube(pen, "M190 560C150 60 874 60 834 560", 50, STEEL)
    for side in SIDES:
        pen.part(blob(C + side * 330, 660, 170, 230, 2.2), PINK)
        for k in range(12):
            dot(pen, *polar(C + side * 330, 660, 130, 30 * k), 34, pale(PINK, 0.3))
        pen.canvas.fill(blob(C + side * 330, 660, 120, 170, 2.2), pale(PINK, 0.3))


def _flippers(pen: Pen) -> None:
    for x, turn in ((300, -10), (724, 10)):
        pen.part(
            moved("M-90 40C-130 -120 -260 -340 -240 -460Q0 -540 240 -460C260 -340 130 -120 90 40Z", x, 520, turn), TEAL
        )
        for k in (-1, 0, 1):
            to = moved(f"M{k * 40} -20L{k * 110} -400", x, 520, turn)
            pen.canvas.stroke(to, deep(TEAL, 0.35), 18)
        pen.part(moved("M-110 0Q0 -60 110 0L120 300C120 440 -120 440 -120 300Z", x, 520, turn), DARK)
        pen.part(moved("M-60 80Q0 40 60 80L60 190Q0 230 -60 190Z", x, 520, turn), CREAM)


def _clogs(pen: Pen) -> None:
    for dx, dy in ((120, -120), (0, 170)):
        shape(
            pen,
            f"M{60 + dx} {500 + dy}C{40 + dx} {420 + dy} {80 + dx} {390 + dy} {130 + dx} {430 + dy}C{220 + dx} {500 + dy} {280 + dx} {440 + dy} {360 + dx} {380 + dy}C{480 + dx} {300 + dy} {760 + dx} {320 + dy} {800 + dx} {440 + dy}L{830 + dx} {660 + dy}Q{800 + dx} {720 + dy} {500 + dx} {710 + dy}C{260 + dx} {700 + dy} {90 + dx} {640 + dy} {60 + dx} {500 + dy}Z",
            GOLD,
        )
        pen.part(oval(620 + dx, 420 + dy, 180, 60, 4), deep(WOOD, 0.3))
        for k in range(5):
            pen.canvas.fill(leaf(290 + dx, 560 + dy, 76, 26, 72 * k), RED)
        dot(pen, 290 + dx, 560 + dy, 22, CREAM)


def _suspenders(pen: Pen) -> None:
    for side in SIDES:
        tube(pen, f"M{C + side * 130} 60C{C + side * 260} 200 {C + side * 60} 420 {C - side * 200} 800", 64, RED)
    disc(pen, C, 480, 66, deep(WOOD))
    for x in (312, 712):
        box(pen, x - 60, 760, 120, 90, STEEL, 16)
        box(pen, x - 40, 840, 80, 120, DARK, 20)
    for x in (380, 644):
        box(pen, x - 70, 20, 140, 80, STEEL, 16)


def _comb(pen: Pen) -> None:
    for k in range(15):
        box(pen, 90 + 58 * k, 480, 34, 320, TEAL, 14)
    box(pen, 50, 300, 924, 240, TEAL, 80)
    slab(pen, 110, 340, 800, 44, pale(TEAL), 22)


def _hair_brush(pen: Pen) -> None:
    for k in range(7):
        for j in range(3):
            tube(pen, f"M{190 + 76 * k} {360 + 10 * j}L{180 + 76 * k} {560}", 10, DARK)
    shape(
        pen,
        "M60 300C60 200 160 170 300 170L560 170C660 170 720 210 800 220L960 230Q1010 270 960 310L800 330C720 340 660 420 560 420L300 420C160 420 60 390 60 300Z",
        PINK,
    )
    slab(pen, 160, 210, 380, 40, pale(PINK, 0.6), 20)


def _hair_dryer(pen: Pen) -> None:
    shape(pen, "M560 520L740 520L700 900Q620 940 550 900Z", deep(PURPLE))
    tube(pen, "M630 910C640 1000 760 1000 860 960", 26, DARK)
    shape(pen, "M330 250L60 190L60 530L330 470Z", DARK)
    shape(
        pen,
        "M320 220C460 180 560 120 700 120C860 120 960 230 960 360C960 490 860 590 700 590C560 590 460 530 320 500Z",
        PURPLE,
    )
    disc(pen, 720, 355, 130, CREAM)
    for k in (-1, 0, 1):
        slab(pen, 640, 330 + 52 * k, 160, 26, INK, 13)
    box(pen, 600, 640, 70, 120, GOLD, 20)


def _perfume(pen: Pen) -> None:
    tube(pen, "M600 200C740 200 760 240 780 280", 18, GOLD)
    pen.part(blob(810, 340, 110, 90), PINK)
    box(pen, 420, 130, 184, 130, GOLD, 24)
    box(pen, 450, 250, 124, 100, STEEL, 8)
    shape(
        pen,
        "M330 350L694 350C860 420 900 560 880 700C860 880 740 960 512 960C284 960 164 880 144 700C124 560 164 420 330 350Z",
        GLASS,
    )
    mark(
        pen,
        "M160 620Q340 560 512 620Q690 680 866 620C880 820 740 930 512 936C284 930 140 820 160 620Z",
        pale(PINK, 0.1),
    )
    pen.part(heart(C, 700, 240), CREAM)
    mark(pen, "M240 520C260 460 300 430 340 410C300 470 290 520 290 580Z", SNOW)


def _gas_mask(pen: Pen) -> None:
    tube(pen, "M210 330C60 260 60 560 220 560M814 330C964 260 964 560 804 560", 46, DARK)
    shape(
        pen,
        "M512 50C740 50 840 200 830 430C820 640 720 760 640 820L384 820C304 760 204 640 194 430C184 200 284 50 512 50Z",
        mix(GREEN, DARK, 0.4),
    )
    for side in SIDES:
        disc(pen, C + side * 160, 370, 130, STEEL)
        disc(pen, C + side * 160, 370, 92, GLASS)
        glint(pen, C + side * 160 - 34, 330, 16, 36, 30)
        pen.part(circle(C + side * 260, 760, 130), DARK)
        disc(pen, C + side * 260, 760, 76, STEEL)
    disc(pen, C, 780, 170, DARK)
    for k in range(5):
        dot(pen, *polar(C, 780, 70, 72 * k), 24, STEEL)
    dot(pen, C, 780, 24, STEEL)


def _plague_mask(pen: Pen) -> None:
    shape(
        pen,
        "M330 300C380 200 800 200 850 320C900 520 840 760 640 780C480 780 420 700 380 740C280 820 180 900 40 960C30 760 140 560 300 480Z",
        CREAM,
    )
    mark(
        pen,
        "M290 600C400 560 480 600 560 760C470 760 420 700 380 740C290 810 190 880 80 920C140 780 200 680 290 600Z",
        deep(CREAM, 0.14),
    )
    disc(pen, 560, 440, 120, deep(WOOD, 0.3))
    disc(pen, 560, 440, 78, RED)
    glint(pen, 536, 410, 16, 26, 30)
    for x, y in ((210, 640), (150, 720), (290, 580)):
        dot(pen, x, y, 16)
    pen.part(oval(560, 250, 430, 74, -4), DARK)
    shape(pen, "M330 240L350 40Q560 0 780 40L790 220Q560 290 330 240Z", DARK)
    mark(pen, "M334 180L786 160L790 220Q560 290 330 240Z", deep(RED))


def _life_jacket(pen: Pen) -> None:
    shape(
        pen,
        "M300 60C340 60 380 100 400 200Q512 330 624 200C644 100 684 60 724 60C800 80 830 240 900 420L900 900Q860 960 780 960L560 960L512 900L464 960L244 960Q164 960 124 900L124 420C194 240 224 80 300 60Z",
        ORANGE,
    )
    line(pen, "M512 280L512 940", 18)
    for y in (470, 740):
        slab(pen, 130, y, 764, 64, DARK, 0)
        box(pen, 450, y - 16, 124, 96, GOLD, 16)
    for side in SIDES:
        slab(pen, C + side * 250 - 70, 600, 140, 60, STEEL, 8)


def _kilt(pen: Pen) -> None:
    cloth = Path.parse("M230 160L794 160L920 900Q512 980 104 900Z")
    pen.part(cloth, RED)
    with pen.canvas.group(cloth):
        for k in range(8):
            slab(pen, 120 + 120 * k, 150, 44, 840, deep(GREEN, 0.35), 0)
            slab(pen, 160 + 120 * k, 150, 12, 840, GOLD, 0)
        for k in range(6):
            slab(pen, 60, 240 + 140 * k, 900, 40, deep(GREEN, 0.35), 0)
            slab(pen, 60, 292 + 140 * k, 900, 12, GOLD, 0)
        for x0, x1 in ((330, 270), (430, 410), (594, 614), (694, 754)):
            line(pen, f"M{x0} 160L{x1} 960", 10)
    pen.canvas.stroke(cloth, INK, 18)
    box(pen, 210, 100, 604, 90, DARK, 20)
    box(pen, 450, 90, 124, 110, STEEL, 16)
    shape(pen, "M400 400L624 400C640 560 600 640 512 640C424 640 384 560 400 400Z", DARK)
    for x in (450, 512, 574):
        tube(pen, f"M{x} 520L{x} 680", 22, CREAM)


WORN: Mapping[str, Draw] = {
    "mittens": _mittens,
    "slippers": _slippers,
    "snowshoes": _snowshoes,
    "monocle": _monocle,
    "pocket watch": _pocket_watch,
    "necklace": _necklace,
    "earrings": _earrings,
    "charm bracelet": _bracelet,
    "earmuffs": _earmuffs,
    "flippers": fitted(_flippers),
    "clogs": _clogs,
    "suspenders": _suspenders,
    "comb": _comb,
    "hair brush": _hair_brush,
    "hair dryer": _hair_dryer,
    "perfume": _perfume,
    "gas mask": _gas_mask,
    "plague doctor": _plague_mask,
    "life jacket": _life_jacket,
    "kilt": _kilt,
}
