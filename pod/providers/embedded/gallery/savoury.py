"""Dishes, snacks, sushi and vegetables beside those of the icon sets: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, leaf, polar, rounded_rect
from pod.providers.embedded.characters.pen import SIDES, Pen, limb, oval
from pod.providers.embedded.gallery.citrus import LEMON, half_wheel
from pod.providers.embedded.gallery.kit import C, Draw, eyes, leaves
from pod.providers.embedded.objects.kit import (
    bar,
    box,
    disc,
    dot,
    fitted,
    glint,
    line,
    mark,
    pale,
    shape,
    slab,
    tube,
)

_RICE, _NORI, _CRUST, _GREEN, _WOOD, _PLATE = "#fdfbf4", "#2f3f3a", "#d99a4f", "#5fa84f", "#b0763f", "#e4edf2"


def _roll(filling: str, core: str) -> Draw:
    """A maki seen from the front, with room for a face on its rice."""

    def draw(pen: Pen) -> None:
        shape(pen, "M60 380C60 150 964 150 964 380L964 700C964 930 60 930 60 700Z", _NORI)
        pen.part(oval(C, 380, 452, 210), _RICE)
        pen.part(oval(C, 370, 190, 92), filling)
        pen.canvas.fill(oval(C + 60, 366, 70, 40), core)
        for x, y in ((160, 380), (240, 300), (250, 470), (780, 300), (850, 390), (770, 470), (420, 520), (600, 530)):
            pen.canvas.fill(oval(x, y, 26, 13, x % 90), "#e9e3d0")
        slab(pen, 120, 560, 40, 200, "#55665f", 20)

    return draw


def _nigiri(topping: str, stripe: str, *, band: bool = False) -> Draw:
    def draw(pen: Pen) -> None:
        shape(
            pen,
            "M110 560C110 480 914 480 914 560L914 760C914 860 820 880 760 880L264 880C204 880 110 860 110 760Z",
            _RICE,
        )
        for x, y in ((200, 790), (320, 820), (700, 820), (830, 780), (512, 840)):
            pen.canvas.fill(oval(x, y, 26, 12, x % 60), "#e9e3d0")
        top = Path.parse(
            "M40 560C60 380 240 280 512 280C784 280 964 380 984 560C990 640 900 640 840 610C640 540 384 540 184 610C124 640 34 640 40 560Z"
        )
        pen.part(top, topping)
        with pen.canvas.group(top):
            for k in range(6):
                x = 120 + 150 * k
                line(pen, f"M{x} 640Q{x + 90} 440 {x + 60} 250", 22, stripe)
        if band:
            shape(pen, "M420 276L604 276L620 876L404 876Z", _NORI)

    return draw


def _platter(pen: Pen, *, faces: bool = False) -> None:
    """Four that are eaten together, each in full view."""
    for x, y, k, draw in (
        (-30, 40, 0.5, _nigiri("#f4875f", "#fbc3a8")),
        (510, 40, 0.5, _nigiri("#e8584f", "#f2938a")),
        (-20, 440, 0.5, _roll("#f4875f", "#8fbf5a")),
        (500, 440, 0.5, _roll("#8fbf5a", "#f6cf4a")),
    ):
        with pen.canvas.group(None, Transform.scale(k).then(Transform.move(x + 10, y))):
            draw(pen)
            if faces:
                eyes(pen, C, 690, 130, 42)
                for side in SIDES:
                    pen.canvas.fill(oval(C + side * 230, 760, 50, 30), "#f2879f")


def _gyoza(pen: Pen) -> None:
    for x, y, turn in ((300, 380, -10), (700, 420, 8), (500, 680, -2)):
        to = Transform.rotate(turn, (x, y))
        pen.part(
            Path.parse(
                f"M{x - 290} {y + 110}C{x - 290} {y - 90} {x - 140} {y - 190} {x} {y - 190}C{x + 140} {y - 190} {x + 290} {y - 90} {x + 290} {y + 110}C{x + 180} {y + 180} {x - 180} {y + 180} {x - 290} {y + 110}Z"
            ).transformed(to),
            "#f6e6c0",
        )
        pen.canvas.fill(
            Path.parse(
                f"M{x - 270} {y + 104}C{x - 170} {y + 30} {x + 170} {y + 30} {x + 270} {y + 104}C{x + 170} {y + 166} {x - 170} {y + 166} {x - 270} {y + 104}Z"
            ).transformed(to),
            "#d9a052",
        )
        for k in range(-3, 4):
            pen.canvas.stroke(
                Path.parse(
                    f"M{x + 70 * k} {y - 176 + 10 * k * k}Q{x + 60 * k + 20} {y - 120 + 9 * k * k} {x + 50 * k} {y - 80 + 9 * k * k}"
                ).transformed(to),
                "#b9834a",
                12,
            )


def _bao(pen: Pen) -> None:
    shape(
        pen,
        "M60 640C60 300 280 130 512 130C744 130 964 300 964 640C964 800 820 860 512 860C204 860 60 800 60 640Z",
        "#fdf6ea",
    )
    for turn in (-60, -36, -12, 12, 36, 60):
        bend = (*polar(C, 200, 120, 180 + turn), *polar(C, 200, 230, 180 + turn * 1.5))
        pen.canvas.stroke(Path((("M", polar(C, 200, 40, 180 + turn)), ("Q", bend))), "#d9c7a8", 15)
    pen.canvas.stroke(circle(C, 200, 40), "#d9c7a8", 14)
    shape(pen, "M120 830L904 830L860 930L164 930Z", _WOOD)


def _spring_rolls(pen: Pen) -> None:
    pen.part(oval(C, 800, 480, 120), _PLATE)
    for x, y, turn in ((420, 640, -14), (600, 540, -14), (520, 430, -14)):
        to = Transform.rotate(turn, (x, y))
        pen.part(rounded_rect(x - 320, y - 70, 640, 140, 70).transformed(to), "#dda553")
        pen.canvas.stroke(Path.parse(f"M{x - 120} {y - 66}L{x + 60} {y + 66}").transformed(to), "#b97f35", 13)
        pen.canvas.fill(rounded_rect(x - 260, y - 50, 220, 24, 12).transformed(to), pale("#dda553", 0.4))
    shape(pen, "M720 700L960 700L920 860Q840 890 760 860Z", "#d9503f")


def _bowl(pen: Pen, ink: str, stripe: str = "#fdfbf6") -> None:
    shape(pen, "M60 520L964 520C950 760 780 920 660 930L364 930C244 920 74 760 60 520Z", ink)
    mark(pen, "M82 610Q512 700 942 610L930 660Q512 750 94 660Z", stripe)


def _fried_rice(pen: Pen) -> None:
    shape(pen, "M110 530C110 300 300 190 512 190C724 190 914 300 914 530Z", "#f3d9a0")
    for k in range(34):
        x, y = polar(C, 530, 60 + 9.4 * k, -80 + (k * 47) % 161)
        if y < 500:
            pen.canvas.fill(oval(x, y, 24, 13, 40 * k), ("#fbefcd", "#7fb54f", "#e8823c", "#fdf7e4")[k % 4])
    _bowl(pen, "#c9403a")
    for x, y in ((700, 60), (780, 80)):
        bar(pen, (x, y), (x - 260, 500), 14, "#7a4a2c")


def _noodle_plate(pen: Pen) -> None:
    pen.part(oval(C, 720, 490, 170), _PLATE)
    for k, (x, y, r) in enumerate(((360, 620, 190), (660, 620, 190), (512, 500, 210))):
        pen.part(circle(x, y, r), "#e9b45f")
        for j in range(4):
            pen.canvas.stroke(
                Path.lines([polar(x, y, r - 40 - 34 * j, a + 40 * k) for a in range(0, 300, 12)], closed=False),
                "#c98a38",
                12,
            )
    for x, y in ((380, 500), (640, 480)):
        shape(
            pen,
            f"M{x - 90} {y}C{x - 80} {y - 110} {x + 80} {y - 110} {x + 90} {y}C{x + 60} {y + 60} {x + 10} {y + 40} {x} {y}C{x - 20} {y + 40} {x - 70} {y + 50} {x - 90} {y}Z",
            "#f4875f",
        )
    for x, y in ((480, 380), (560, 400), (520, 440)):
        pen.canvas.fill(leaf(x, y, 90, 26, x % 120 - 60), _GREEN)
    half_wheel(pen, 840, 700, 110, LEMON, -20)


def _ravioli(pen: Pen) -> None:
    for x, y in ((300, 360), (724, 360), (300, 740), (724, 740)):
        for k in range(7):
            for px, py in (
                (x - 180 + 60 * k, y - 180),
                (x - 180 + 60 * k, y + 180),
                (x - 180, y - 180 + 60 * k),
                (x + 180, y - 180 + 60 * k),
            ):
                disc(pen, px, py, 32, "#f6dc92")
        slab(pen, x - 180, y - 180, 360, 360, "#f6dc92", 10)
        pen.canvas.stroke(rounded_rect(x - 120, y - 120, 240, 240, 60), "#d9b45f", 16)
        pen.canvas.fill(rounded_rect(x - 100, y - 100, 200, 200, 50), "#fbe9b5")


def _drumstick(pen: Pen) -> None:
    bar(pen, (640, 640), (880, 880), 44, "#fbf2df")
    for x, y in ((900, 850), (850, 900)):
        disc(pen, x, y, 58, "#fbf2df")
    slab(pen, 820, 800, 70, 70, "#fbf2df", 20)
    shape(
        pen,
        "M90 330C90 160 240 60 400 70C620 90 760 280 740 470C730 600 680 680 600 720C520 740 420 720 330 660C180 580 90 470 90 330Z",
        "#c98038",
    )
    for x, y, r in ((240, 250, 40), (400, 180, 30), (380, 380, 46), (560, 330, 36), (540, 520, 42), (300, 480, 30)):
        pen.canvas.fill(oval(x, y, r, 0.6 * r, 30), "#e3a557")


def _roast(pen: Pen) -> None:
    pen.part(oval(C, 830, 490, 120), _PLATE)
    for x, y in ((180, 800), (820, 800), (740, 850), (280, 850)):
        disc(pen, x, y, 54, "#d1332e")
    for k in range(9):
        pen.part(leaf(120 + 98 * k, 850, 150, 44, -50 + 12 * k), _GREEN)
    shape(
        pen,
        "M130 720C110 480 300 300 540 300C760 300 900 460 900 640C900 780 760 830 520 830C290 830 140 800 130 720Z",
        "#c47a34",
    )
    bar(pen, (820, 560), (980, 380), 30, "#fbf2df")
    disc(pen, 988, 360, 34, "#fbf2df")
    shape(pen, "M560 740C520 620 600 480 740 470C860 470 900 560 850 650C800 740 660 800 560 740Z", "#b0692a")
    mark(pen, "M230 600C250 460 360 380 480 370C380 430 310 510 300 630Z", "#e0a45a")


def _ribs(pen: Pen) -> None:
    to = Transform.rotate(-16, (C, C))
    pen.part(Path.parse("M90 330Q512 230 934 330L934 700Q512 800 90 700Z").transformed(to), "#8f3f26")
    for k in range(7):
        x = 150 + 120 * k
        pen.part(limb([(x, 720), (x, 830)], 26, 30).transformed(to), "#fbf2df")
        pen.canvas.stroke(Path.parse(f"M{x} 330L{x} 680").transformed(to), "#6b2a18", 16)
        pen.canvas.fill(rounded_rect(x + 40, 340, 30, 200, 15).transformed(to), "#c96a3c")


def _sausages(pen: Pen) -> None:
    for y, turn in ((360, -18), (520, -18), (680, -18)):
        to = Transform.rotate(turn, (C, y))
        pen.part(limb([(160, y + 30), (C, y - 40), (864, y + 30)], 78, 78).transformed(to), "#b5562f")
        for k in range(4):
            pen.canvas.stroke(
                Path.parse(f"M{300 + 130 * k} {y - 50}L{350 + 130 * k} {y + 20}").transformed(to), "#7a3018", 17
            )


def _board(pen: Pen) -> None:
    """Charcuterie: cheese, grapes, olives, ham and crackers on a board."""
    box(pen, 60, 220, 800, 660, _WOOD, 80)
    bar(pen, (860, 550), (970, 550), 50, _WOOD)
    dot(pen, 970, 550, 22)
    shape(pen, "M120 460L380 300L400 460L140 560Z", "#f6c94a")
    for x, y in ((220, 470), (310, 420)):
        dot(pen, x, y, 22, "#d9a02c")
    for k, (x, y) in enumerate(((520, 300), (600, 290), (680, 310), (560, 370), (640, 370), (600, 440))):
        disc(pen, x, y, 46, ("#7a4a8f", "#8f5aa5")[k % 2])
    for x, y in ((180, 700), (270, 760), (360, 700)):
        disc(pen, x, y, 76, "#e8b56a")
        for dx, dy in ((-24, -16), (20, -20), (0, 24)):
            dot(pen, x + dx, y + dy, 7, "#a9713a")
    for x, y in ((500, 620), (590, 680), (680, 620), (600, 570)):
        disc(pen, x, y, 70, "#d9605a")
        dot(pen, x - 10, y - 10, 14, "#f6c3ba")
        dot(pen, x + 26, y + 16, 10, "#f6c3ba")
    for x, y in ((760, 480), (800, 540), (740, 550)):
        disc(pen, x, y, 36, "#8a9a3c")
        dot(pen, x, y, 11, "#d1332e")


def _samosas(pen: Pen) -> None:
    for x, y, k in ((330, 640, 1.0), (720, 660, 0.9), (540, 430, 1.0)):
        to = Transform.scale(k).then(Transform.move(x, y))
        pen.part(
            Path.parse("M0 -270C80 -150 220 60 250 170C100 230 -100 230 -250 170C-220 60 -80 -150 0 -270Z").transformed(
                to
            ),
            "#dda553",
        )
        pen.canvas.stroke(Path.parse("M-230 130C-100 180 100 180 230 130").transformed(to), "#b07a30", 14)
        for px, py in ((-40, -80), (50, 0), (-70, 60), (90, 90)):
            pen.canvas.fill(oval(px, py, 22, 14, 30).transformed(to), "#f3cd8a")


def _grilled_cheese(pen: Pen) -> None:
    for lift, y in ((0, 560), (1, 300)):
        if not lift:
            shape(
                pen,
                "M120 560L900 500L900 620C880 700 850 620 810 610C780 620 780 760 730 760C690 750 700 640 640 640C580 650 600 800 540 800C490 790 500 660 430 670C370 680 380 740 330 740C280 730 290 680 120 690Z",
                "#f6bf3a",
            )
        shape(
            pen,
            f"M90 {y + 200}L130 {y + 20}Q140 {y - 20} 180 {y - 30}L840 {y - 80}Q890 {y - 80} 900 {y - 40}L940 {y + 120}Z"
            if lift
            else f"M90 {y + 140}L940 {y + 60}L930 {y + 190}Q920 {y + 220} 880 {y + 224}L140 {y + 280}Q100 {y + 280} 96 {y + 240}Z",
            "#d99a4f",
        )
    for k in range(4):
        line(pen, f"M{260 + 160 * k} {264 - 12 * k}L{230 + 160 * k} {430 - 12 * k}", 22, "#a9652c")


def _pizza(pen: Pen) -> None:
    disc(pen, C, C, 480, _CRUST)
    disc(pen, C, C, 410, "#f6c94a")
    for r, turn in ((250, 20), (260, 90), (240, 160), (270, 230), (250, 300), (60, 0)):
        disc(pen, *polar(C, C, r, turn), 76, "#d1442f")
        dot(pen, *polar(C, C, r - 16, turn + 6), 16, "#e88a6a")
    for r, turn in ((150, 50), (330, 60), (320, 200), (170, 260), (340, 330), (180, 190)):
        pen.canvas.fill(leaf(*polar(C, C, r, turn), 90, 30, turn), _GREEN)
    for turn in range(10, 360, 60):
        pen.canvas.stroke(
            Path.lines([polar(C, C, 10, turn + 25), polar(C, C, 470, turn + 25)], closed=False), "#b97f35", 10
        )


def _boiled_egg(pen: Pen) -> None:
    shape(
        pen,
        "M512 40C700 40 850 360 850 600C850 820 700 980 512 980C324 980 174 820 174 600C174 360 324 40 512 40Z",
        "#fdfbf4",
    )
    disc(pen, C, 630, 190, "#f6b93a")
    glint(pen, 450, 560, 44, 26, -40)


def _egg_box(pen: Pen) -> None:
    for k in range(6):
        x, y = 230 + 280 * (k % 3), 400 + 170 * (k // 3)
        shape(
            pen,
            f"M{x} {y - 190}C{x + 80} {y - 190} {x + 120} {y - 60} {x + 120} {y}C{x + 120} {y + 90} {x - 120} {y + 90} {x - 120} {y}C{x - 120} {y - 60} {x - 80} {y - 190} {x} {y - 190}Z",
            ("#f3dcc0", "#d9a577", "#fbf2e6")[k % 3],
        )
    shape(pen, "M60 560L964 560L920 820Q512 870 104 820Z", "#b9b3a6")
    for k in range(3):
        line(pen, f"M{230 + 280 * k - 130} 570Q{230 + 280 * k} 700 {230 + 280 * k + 130} 570", 14, "#8d877a")


def _pea_pod(pen: Pen) -> None:
    to = Transform.rotate(-28, (C, C))
    pen.part(Path.parse("M40 512C200 260 824 260 984 512C824 760 200 760 40 512Z").transformed(to), "#6fb04a")
    pen.canvas.fill(Path.parse("M110 512C260 370 764 370 914 512C764 650 260 650 110 512Z").transformed(to), "#4f8a3a")
    for k in range(5):
        pen.part(circle(252 + 130 * k, 512, (66, 78, 84, 78, 66)[k]).transformed(to), "#9bd05f")
        pen.canvas.fill(oval(232 + 130 * k, 486, 20, 12, -30).transformed(to), "#d3eeb0")
    tube(pen, "M950 250Q1000 200 1010 140", 26, "#4f8a3a")


def _green_beans(pen: Pen) -> None:
    for k, (x, turn) in enumerate(((330, -16), (430, -6), (530, 4), (630, 12), (730, 22))):
        to = Transform.rotate(turn, (C, C))
        pen.part(limb([(x, 60), (x + 30, 500), (x, 960)], 34, 24).transformed(to), ("#5fa84f", "#73b85a")[k % 2])


def _leek(pen: Pen) -> None:
    for turn in (-34, 34, -14, 14):
        pen.part(leaf(C, 560, 560, 110, turn), ("#3f8a4f", "#5fa84f")[abs(turn) > 20])
    shape(pen, "M440 440L584 440L570 940L454 940Z", "#e9f3d0")
    mark(pen, "M444 444L580 444L576 600L448 600Z", "#b9dc8f")
    for x in (470, C, 554):
        line(pen, f"M{x} 940L{C + 1.6 * (x - C)} 1000", 10, "#d9cfa8")


def _kale(pen: Pen) -> None:
    for turn, ink in ((-40, "#3f7f45"), (40, "#3f7f45"), (0, "#4f9a52")):
        rim = []
        for k in range(17):
            a = -78 + 156 * k / 16
            rim.append(polar(*polar(C, 640, 280, turn), 260 + (44 if k % 2 else 0), a + turn))
        pen.part(Path.lines([polar(C, 900, 0, 0), *rim]), ink)
        pen.canvas.stroke(Path.lines([(C, 900), polar(C, 640, 440, turn)], closed=False), "#cfe6b0", 24)
    shape(pen, "M470 800L554 800L540 1010L484 1010Z", "#cfe6b0")


def _zucchini(pen: Pen) -> None:
    to = Transform.rotate(-36, (C, C))
    pen.part(limb([(140, C), (860, C)], 120, 96).transformed(to), "#4f8a3c")
    for y in (-50, 0, 50):
        pen.canvas.stroke(Path.parse(f"M130 {C + y}L860 {C + 0.8 * y}").transformed(to), "#8fbf5a", 12)
    pen.part(rounded_rect(900, C - 44, 110, 88, 20).transformed(to), "#8fae4a")


def _whole_banana(pen: Pen) -> None:
    shape(
        pen,
        "M180 120C200 90 250 90 270 120L300 210C340 460 560 680 860 720Q920 740 910 790C900 830 860 840 800 840C480 860 220 640 190 280Z",
        "#f6cf4a",
    )
    line(pen, "M250 210C280 480 500 730 840 780", 15, "#d9a62c")
    shape(pen, "M180 120C200 90 250 90 270 120L284 170L194 190Z", "#7a5a2c")
    shape(pen, "M860 720Q920 740 910 790L870 800Z", "#7a5a2c")


def _banana_bunch(pen: Pen) -> None:
    for k, spread in enumerate((0.0, 0.5, 1.0)):
        x = 300 * spread
        shape(
            pen,
            f"M420 90L520 90C{540 + 0.5 * x} 300 {760 - x} 560 {940 - 1.5 * x} {620 + 200 * spread}C{960 - 1.5 * x} {700 + 190 * spread} {900 - 1.5 * x} {760 + 180 * spread} {840 - 1.4 * x} {760 + 180 * spread}C{560 - x} {700 + 100 * spread} {400 - 0.4 * x} 380 420 90Z",
            ("#f6cf4a", "#f3c53c", "#f9d95f")[k],
        )
    shape(pen, "M400 20L540 20L530 130L410 130Z", "#7a5a2c")


def _star_fruit(pen: Pen) -> None:
    """A star fruit and its slice."""
    for x, y, r, turn in ((400, 420, 380, -12), (700, 720, 280, 14)):
        points = [polar(x, y, r if k % 2 == 0 else 0.52 * r, turn + 36 * k) for k in range(10)]
        pen.part(Path.lines(points), "#e9d04a")
        inner = [polar(x, y, 0.8 * r if k % 2 == 0 else 0.42 * r, turn + 36 * k) for k in range(10)]
        pen.canvas.fill(Path.lines(inner), "#f6e68a")
        for k in range(5):
            pen.canvas.fill(oval(*polar(x, y, 0.24 * r, turn + 72 * k), 0.03 * r, 0.08 * r, turn + 72 * k), "#8a6a2c")


def _lychee(pen: Pen) -> None:
    for x, y in ((330, 600), (690, 640)):
        disc(pen, x, y, 270, "#d9485a")
        for k in range(18):
            at = polar(x, y, 60 + 12 * k, 137.5 * k)
            dot(pen, *at, 18, "#b9303f")
    disc(pen, 690, 640, 180, "#fdf3f1")
    disc(pen, 690, 660, 74, "#5f3424")
    leaves(pen, ((400, 330, 300, -60), (420, 330, 320, 40)), "#4f9a5c", 0.26)


SAVOURY: Mapping[str, Draw] = {
    "sushi roll": _roll("#f4875f", "#8fbf5a"),
    "salmon nigiri": _nigiri("#f4875f", "#fbc3a8"),
    "tuna nigiri": _nigiri("#d9485a", "#ea8a94"),
    "egg nigiri": _nigiri("#f6cf4a", "#f9e08a", band=True),
    "sushi pieces": fitted(_platter),
    "happy sushi": fitted(lambda pen: _platter(pen, faces=True)),
    "gyoza": fitted(_gyoza),
    "bao bun": _bao,
    "spring rolls": fitted(_spring_rolls),
    "fried rice": fitted(_fried_rice),
    "pad thai": fitted(_noodle_plate),
    "ravioli": _ravioli,
    "fried chicken": fitted(_drumstick),
    "roast turkey": fitted(_roast),
    "barbecue ribs": fitted(_ribs),
    "sausages": fitted(_sausages),
    "charcuterie board": fitted(_board),
    "samosas": fitted(_samosas),
    "grilled cheese sandwich": fitted(_grilled_cheese),
    "whole pizza": _pizza,
    "boiled egg half": _boiled_egg,
    "egg carton": fitted(_egg_box),
    "pea pod": fitted(_pea_pod),
    "green beans": fitted(_green_beans),
    "leek": fitted(_leek),
    "kale": fitted(_kale),
    "zucchini": fitted(_zucchini),
    "whole banana": fitted(_whole_banana),
    "bunch of bananas": fitted(_banana_bunch),
    "star fruit": fitted(_star_fruit),
    "lychees": fitted(_lychee),
}
