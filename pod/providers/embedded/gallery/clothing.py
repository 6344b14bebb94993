"""Clothes, shoes, hats and bags as things by themselves: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, heart, polar, rounded_rect, star
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, limb, oval
from pod.providers.embedded.gallery.kit import C, Draw
from pod.providers.embedded.objects.kit import (
    band,
    bar,
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
    slab,
    tube,
)

_CREAM, _STEEL, _GOLD, _STRAW, _TYRE = "#fbf2df", "#c3ccd8", "#f3bf4b", "#e9c478", "#3d3a48"

_SLEEVED = "M360 110L230 160C150 200 120 300 100 420L40 800L200 840L270 520L270 960L754 960L754 520L824 840L984 800L924 420C904 300 874 200 794 160L664 110Q512 210 360 110Z"


def _knit(pen: Pen, ink: str) -> None:
    shape(pen, _SLEEVED, ink)
    for d in (
        "M40 800L54 730L216 770L200 840Z",
        "M984 800L970 730L808 770L824 840Z",
        "M270 960L270 890L754 890L754 960Z",
    ):
        shape(pen, d, deep(ink, 0.16))
    line(pen, "M270 520L290 400M754 520L734 400", 12)
    shape(pen, "M350 116Q512 260 674 116L650 84Q512 190 374 84Z", deep(ink, 0.16))


def _sweater(pen: Pen) -> None:
    _knit(pen, "#c9503f")
    for y in (420, 540, 660, 780):
        for k in range(7):
            x = 330 + 61 * k
            line(pen, f"M{x - 18} {y - 14}L{x} {y + 10}L{x + 18} {y - 14}", 10, "#f1c9b8")


def _christmas_jumper(pen: Pen) -> None:
    _knit(pen, "#c9302f")
    body = Path.parse(_SLEEVED)
    with pen.canvas.group(body):
        for y in (330, 790):
            slab(pen, 100, y, 824, 22, "#fdfbf6", 0)
            for k in range(14):
                dot(pen, 130 + 60 * k, y + 50, 13, "#fdfbf6")
        for k in range(3):
            shape(
                pen,
                f"M{C} {410 + 70 * k}L{C + 90 + 26 * k} {530 + 90 * k}L{C - 90 - 26 * k} {530 + 90 * k}Z",
                "#3f8a4f",
            )
    for x, y, ink in (
        (480, 520, _GOLD),
        (560, 620, "#f5f0e0"),
        (450, 660, "#8fc7ea"),
        (580, 700, _GOLD),
        (512, 690, "#f2879f"),
    ):
        dot(pen, x, y, 17, ink)
    pen.canvas.fill(star(C, 410, 48), _GOLD)


def _hoodie(pen: Pen) -> None:
    shape(pen, "M350 190C300 30 420 10 512 10C604 10 724 30 674 190Q512 330 350 190Z", deep("#5f7fa8", 0.15))
    _knit(pen, "#5f7fa8")
    shape(pen, "M340 180C330 90 400 60 512 60C624 60 694 90 684 180Q640 260 512 330Q384 260 340 180Z", "#5f7fa8")
    mark(
        pen,
        "M390 176C390 120 430 100 512 100C594 100 634 120 634 176Q600 230 512 270Q424 230 390 176Z",
        deep("#5f7fa8", 0.45),
    )
    shape(pen, "M350 660L674 660L730 850L294 850Z", "#5f7fa8")
    for x in (460, 564):
        line(pen, f"M{x} 290L{x - 6} 460", 14, _CREAM)


def _jacket(ink: str, seam: str, *, zipped: bool) -> Draw:
    def draw(pen: Pen) -> None:
        shape(pen, _SLEEVED, ink)
        line(pen, "M270 520L290 400M754 520L734 400", 12)
        shape(pen, "M360 110L440 70L512 190L584 70L664 110L720 300L600 380L512 210L424 380L304 300Z", pale(ink, 0.12))
        line(pen, "M512 210L512 950", 14)
        if zipped:
            tube(pen, "M600 400L540 940", 9, _STEEL)
            for x in (330, 640):
                line(pen, f"M{x} 640L{x + 70} 600", 14, _STEEL)
            for x in (330, 690):
                dot(pen, x, 210, 14, _STEEL)
            box(pen, 270, 890, 484, 66, deep(ink, 0.2), 10)
        else:
            for x in (320, 580):
                box(pen, x, 460, 130, 150, ink, 14)
                shape(pen, f"M{x - 6} 456L{x + 136} 456L{x + 136} 500L{x + 65} 536L{x - 6} 500Z", pale(ink, 0.12))
                dot(pen, x + 65, 512, 11, _GOLD)
            for y in (330, 460, 590, 720, 850):
                dot(pen, 548, y, 15, _GOLD)
            pen.canvas.stroke(Path.parse("M476 240L476 940M290 880L734 880"), seam, 7, dash=(22, 14))

    return draw


def _skirt(pen: Pen) -> None:
    shape(pen, "M330 180L694 180L930 860Q720 960 512 930Q304 960 94 860Z", "#d9507a")
    for x in (-150, -50, 50, 150):
        line(pen, f"M{C + x} 260Q{C + 1.5 * x} 560 {C + 2.1 * x} 900", 12, deep("#d9507a", 0.3))
    box(pen, 320, 120, 384, 80, deep("#d9507a", 0.2), 20)


def _wedding_dress(pen: Pen) -> None:
    shape(pen, "M420 430C300 620 160 800 90 960Q300 1030 512 1000Q724 1030 934 960C864 800 724 620 604 430Z", "#fdfbf6")
    shape(pen, "M380 120Q450 200 512 160Q574 200 644 120L660 220Q610 330 610 440L414 440Q414 330 364 220Z", "#fdfbf6")
    for side in SIDES:
        line(pen, f"M{C + side * 124} 130L{C + side * 100} 20", 14)
        for d in (0.4, 0.9, 1.4):
            line(pen, f"M{C + side * 40 * d} 480Q{C + side * 140 * d} 720 {C + side * 210 * d} 960", 9, "#c9c2d0")
    slab(pen, 412, 410, 200, 40, "#e9b9c6", 12)
    for side in SIDES:
        shape(
            pen,
            f"M{C} 430C{C + side * 50} 370 {C + side * 110} 390 {C + side * 90} 430C{C + side * 110} 470 {C + side * 50} 490 {C} 430Z",
            "#e9b9c6",
        )
    for k in range(9):
        pen.canvas.fill(circle(170 + 86 * k, 930 + 14 * (k % 2), 17), "#e9e3ee")


_SHOE = "M60 700L60 470Q60 420 110 420L240 420Q300 520 380 520C420 460 470 430 500 400L620 500C700 570 830 590 920 620Q980 650 980 720L980 740L60 740Z"


def _running_shoe(pen: Pen, ink: str, x: float, y: float) -> None:
    to = Transform.move(x, y)
    pen.part(Path.parse("M40 730L990 720Q1010 800 940 820L120 830Q40 830 40 730Z").transformed(to), "#fdfbf6")
    pen.part(Path.parse(_SHOE).transformed(to), ink)
    pen.canvas.fill(
        Path.parse("M620 510C700 580 830 600 920 630Q970 656 972 720L800 724C790 640 700 580 620 510Z").transformed(to),
        pale(ink, 0.45),
    )
    pen.canvas.fill(
        Path.parse("M150 700C300 690 420 640 520 560L560 600C460 690 340 724 160 726Z").transformed(to), "#fdfbf6"
    )
    for k in range(4):
        at_x, at_y = 500 + 52 * k, 440 + 40 * k
        bar_path = limb([(at_x, at_y), (at_x - 70, at_y + 50)], 10, 10).transformed(to)
        pen.part(bar_path, "#fdfbf6")
    pen.canvas.fill(rounded_rect(120, 782, 780, 20, 10).transformed(to), deep("#fdfbf6", 0.2))


def _running_shoes(pen: Pen) -> None:
    _running_shoe(pen, "#3f8fd0", 120, -240)
    _running_shoe(pen, "#3f8fd0", -60, 60)


def _high_top(pen: Pen) -> None:
    shape(pen, "M60 820L960 820Q980 900 920 920L120 920Q50 920 60 820Z", "#fdfbf6")
    shape(
        pen,
        "M200 100L470 70L520 420C620 540 800 600 900 660Q960 710 960 820L70 820Q90 700 150 640C190 500 200 300 200 100Z",
        "#d9403a",
    )
    shape(pen, "M700 610C800 640 900 660 930 720L960 820L730 820Q680 700 700 610Z", "#fdfbf6")
    disc(pen, 320, 380, 84, "#fdfbf6")
    pen.canvas.fill(star(320, 384, 62), "#3f5f9f")
    for k in range(5):
        bar(pen, (470 + 26 * k - 6, 150 + 86 * k), (400 + 34 * k, 170 + 88 * k), 11, "#fdfbf6")
    slab(pen, 80, 856, 860, 18, "#d9403a", 4)


def _boots(pen: Pen) -> None:
    for x in (300, 0):
        to = Transform.move(x - 40, 0 if x else 40)
        pen.part(Path.parse("M160 880L660 880L660 950L160 950Z").transformed(to), _TYRE)
        pen.part(
            Path.parse("M170 120L450 120L440 560C540 620 660 660 660 790L660 880L160 880Q190 500 170 120Z").transformed(
                to
            ),
            "#a9652f",
        )
        pen.part(rounded_rect(150, 80, 316, 90, 30).transformed(to), "#8a4f24")
        for k in range(5):
            pen.canvas.stroke(Path.parse(f"M380 {250 + 70 * k}L450 {270 + 70 * k}").transformed(to), _CREAM, 14)


def _sandals(pen: Pen) -> None:
    for x, turn in ((320, -8), (704, 8)):
        to = Transform.rotate(turn, (x, C))
        pen.part(
            Path.parse(
                f"M{x} 60C{x + 190} 60 {x + 170} 330 {x + 130} 500C{x + 150} 760 {x + 110} 960 {x} 970C{x - 110} 960 {x - 150} 760 {x - 130} 500C{x - 170} 330 {x - 190} 60 {x} 60Z"
            ).transformed(to),
            "#c98a4b",
        )
        for y in (260, 560):
            pen.part(
                Path.parse(
                    f"M{x - 166} {y}Q{x} {y - 150} {x + 166} {y}L{x + 150} {y + 90}Q{x} {y - 40} {x - 150} {y + 90}Z"
                ).transformed(to),
                "#7a4a2c",
            )
        pen.part(rounded_rect(x + 60, 470, 60, 70, 10).transformed(to), _GOLD)


def _brimmed(ink: str, band: str, *, weave: bool = False, dents: bool = False) -> Draw:
    def draw(pen: Pen) -> None:
        pen.part(oval(C, 720, 490, 150), ink)
        crown = (
            "M250 700C230 420 330 240 512 240C694 240 794 420 774 700Q512 790 250 700Z"
            if not dents
            else "M250 700C260 420 300 270 390 250C450 240 470 300 512 300C554 300 574 240 634 250C724 270 764 420 774 700Q512 790 250 700Z"
        )
        shape(pen, crown, ink)
        mark(pen, "M252 610Q512 700 772 610L776 700Q512 790 248 700Z", band)
        line(pen, "M252 610Q512 700 772 610", 11)
        if weave:
            for y in (330, 410, 500):
                line(pen, f"M{300 + 0.1 * (500 - y)} {y}Q512 {y + 60} {724 - 0.1 * (500 - y)} {y}", 9, deep(ink, 0.25))
            line(pen, "M60 740Q512 900 964 740M130 770Q512 880 894 770", 9, deep(ink, 0.25))

    return draw


def _cowboy_hat(pen: Pen) -> None:
    shape(
        pen,
        "M20 560C140 760 330 700 512 700C694 700 884 760 1004 560C1010 500 980 470 940 500C860 610 760 620 512 620C264 620 164 610 84 500C44 470 14 500 20 560Z",
        "#b5753f",
    )
    shape(
        pen,
        "M250 640C260 420 280 250 360 210C430 190 470 260 512 260C554 260 594 190 664 210C744 250 764 420 774 640Q512 720 250 640Z",
        "#b5753f",
    )
    mark(pen, "M254 560Q512 640 770 560L774 640Q512 720 250 640Z", "#5f3a24")
    line(pen, "M512 264Q520 380 470 450", 14, deep("#b5753f", 0.35))
    pen.canvas.fill(star(C, 640, 40), _GOLD)


def _cap(pen: Pen) -> None:
    shape(pen, "M560 620C760 600 940 640 1000 740C900 790 700 740 540 740Z", deep("#3f6fa8", 0.2))
    shape(pen, "M110 700C90 400 240 220 440 220C640 220 740 400 720 660Q420 560 110 700Z", "#3f6fa8")
    line(pen, "M430 226Q330 400 340 620M450 226Q560 400 570 610", 11, deep("#3f6fa8", 0.35))
    disc(pen, 440, 220, 30, "#3f6fa8")
    line(pen, "M110 700Q420 560 720 660", 14)


def _knit_cap(pen: Pen) -> None:
    disc(pen, C, 150, 120, _CREAM)
    shape(pen, "M170 700C150 400 290 230 512 230C734 230 874 400 854 700Z", "#d9503f")
    for x in (-220, -75, 75, 220):
        line(pen, f"M{C + 0.3 * x} 250Q{C + x} 420 {C + 1.1 * x} 690", 14, deep("#d9503f", 0.25))
    box(pen, 130, 660, 764, 200, _CREAM, 60)
    for k in range(9):
        line(pen, f"M{210 + 76 * k} 690L{210 + 76 * k} 830", 13, deep(_CREAM, 0.18))


def _beret(pen: Pen) -> None:
    bar(pen, (540, 300), (560, 210), 20, "#c9302f")
    shape(
        pen,
        "M60 560C60 380 320 270 560 280C820 290 980 420 970 560C960 660 820 680 700 670L280 690C160 690 60 670 60 560Z",
        "#c9302f",
    )
    shape(pen, "M250 670Q500 720 740 650L740 730Q500 800 250 750Z", deep("#c9302f", 0.3))
    mark(pen, "M160 520C200 420 320 360 440 350C340 390 260 440 230 520Z", pale("#c9302f", 0.3))


def _witch_hat(pen: Pen) -> None:
    shape(
        pen,
        "M20 830C140 740 300 720 512 720C724 720 884 740 1004 830C900 930 700 950 512 950C324 950 124 930 20 830Z",
        "#4b3a6b",
    )
    shape(
        pen,
        "M270 800C330 560 400 330 480 180C520 100 640 60 760 100C720 130 680 150 660 200C650 260 690 560 754 800Q512 880 270 800Z",
        "#4b3a6b",
    )
    mark(pen, "M290 720Q512 790 734 720L752 800Q512 880 272 800Z", "#ee8a3c")
    box(pen, 440, 746, 144, 110, _GOLD, 16)
    slab(pen, 480, 776, 64, 50, "#ee8a3c", 8)


def _party_hat(pen: Pen) -> None:
    cone = Path.parse("M512 100L830 900Q512 990 194 900Z")
    pen.part(cone, "#f2879f")
    with pen.canvas.group(cone):
        for k, ink in enumerate(("#f3c84a", "#5fb0d8", "#8bc98f")):
            y = 330 + 200 * k
            mark(pen, f"M100 {y + 120}L924 {y - 40}L924 {y + 30}L100 {y + 190}Z", ink)
    for k in range(8):
        disc(pen, *polar(C, 110, 50, 45 * k), 34, _GOLD)
    disc(pen, C, 110, 46, "#fbe08f")


def _santa_hat(pen: Pen) -> None:
    shape(
        pen,
        "M190 740C220 430 400 230 620 220C760 220 880 320 900 520C840 430 760 410 700 440C780 540 820 640 830 740Z",
        "#d1332e",
    )
    line(pen, "M700 440Q660 400 600 390", 13, deep("#d1332e", 0.35))
    box(pen, 120, 710, 784, 190, "#fdfbf6", 95)
    disc(pen, 906, 560, 100, "#fdfbf6")


def _heart_glasses(pen: Pen) -> None:
    line(pen, "M30 330Q60 300 130 330M994 330Q964 300 894 330", 26, "#d9335a")
    for x in (270, 754):
        pen.part(heart(x, 500, 440), "#e0476b")
        pen.canvas.fill(heart(x, 490, 300), "#3d2a3a")
        glint(pen, x - 60, 420, 40, 20, -40, "#f9b9c6")
    tube(pen, "M450 420Q512 370 574 420", 26, "#e0476b")


def _tie(pen: Pen) -> None:
    body = Path.parse("M450 200L574 200L660 820L512 1000L364 820Z")
    pen.part(body, "#3f6fa8")
    with pen.canvas.group(body):
        for k in range(7):
            mark(pen, f"M300 {260 + 130 * k}L724 {120 + 130 * k}L724 {170 + 130 * k}L300 {310 + 130 * k}Z", "#f3bf4b")
    shape(pen, "M410 30L614 30L580 220L444 220Z", "#3f6fa8")


def _belt(pen: Pen) -> None:
    shape(pen, "M30 420L990 420L990 600L30 600Z", "#7a4a2c")
    pen.canvas.stroke(Path.parse("M40 450L984 450M40 570L984 570"), _GOLD, 7, dash=(24, 16))
    band(pen, rounded_rect(250, 360, 260, 300, 40), 46, _GOLD)
    bar(pen, (260, 510), (500, 510), 16, _GOLD)
    for x in (640, 740, 840):
        dot(pen, x, 510, 20)


def _suitcase(pen: Pen) -> None:
    tube(pen, "M380 280L380 200Q380 160 420 160L604 160Q644 160 644 200L644 280", 40, "#5f3a24")
    box(pen, 90, 280, 844, 620, "#b5713f", 60)
    for x in (230, 700):
        box(pen, x, 276, 90, 628, "#7a4a2c", 8)
        box(pen, x - 6, 420, 102, 80, _GOLD, 14)
    for x, y in ((90, 280), (834, 280), (90, 800), (834, 800)):
        box(pen, x, y, 100, 100, "#7a4a2c", 40)
    disc(pen, 510, 560, 90, "#4f9fc0")
    pen.canvas.fill(star(510, 560, 54), _CREAM)
    to = Transform.rotate(-14, (440, 780))
    pen.part(rounded_rect(360, 730, 180, 96, 10).transformed(to), "#f3e2b5")


def _parasol(pen: Pen) -> None:
    tube(pen, "M512 120L512 900Q512 990 600 990Q680 990 680 900", 26, "#a9713f")
    dome = Path.parse(
        "M30 520C50 250 250 90 512 90C774 90 974 250 994 520Q914 440 834 520Q754 440 674 520Q594 440 512 520Q430 440 350 520Q270 440 190 520Q110 440 30 520Z"
    )
    pen.part(dome, "#d9403a")
    with pen.canvas.group(dome):
        for d in (
            "M512 90C420 200 360 340 350 520L190 520C210 330 330 170 512 90Z",
            "M512 90C604 200 664 340 674 520L834 520C814 330 694 170 512 90Z",
        ):
            mark(pen, d, _CREAM)
    bar(pen, (C, 100), (C, 40), 14, "#a9713f")


def _apron(pen: Pen) -> None:
    pen.canvas.stroke(Path.parse("M380 260C360 20 664 20 644 260"), INK, 44)
    pen.canvas.stroke(Path.parse("M380 260C360 20 664 20 644 260"), "#3f978f", 26)
    for side in SIDES:
        tube(pen, f"M{C + side * 250} 520Q{C + side * 400} 540 {C + side * 460} 680", 24, "#3f978f")
    shape(
        pen,
        "M350 230L674 230C680 400 740 470 790 510L770 960Q512 1010 254 960L234 510C284 470 344 400 350 230Z",
        "#3f978f",
    )
    shape(pen, "M340 620L684 620L670 820Q512 860 354 820Z", pale("#3f978f", 0.25))
    pen.canvas.fill(heart(C, 420, 130), _CREAM)


CLOTHING: Mapping[str, Draw] = {
    "knitted sweater": _sweater,
    "christmas jumper": _christmas_jumper,
    "hooded sweatshirt": _hoodie,
    "denim jacket": _jacket("#5b7fb8", "#f0c98a", zipped=False),
    "leather jacket": _jacket("#3d3a48", "#8d97a3", zipped=True),
    "skirt": _skirt,
    "wedding dress": _wedding_dress,
    "running shoe": fitted(_running_shoes),
    "high top sneaker": _high_top,
    "leather boots": fitted(_boots),
    "sandals": _sandals,
    "straw hat": _brimmed(_STRAW, "#d1493f", weave=True),
    "fedora": _brimmed("#6b5546", "#2f2c3a", dents=True),
    "cowboy hat": _cowboy_hat,
    "baseball cap": fitted(_cap),
    "beanie": _knit_cap,
    "red beret": _beret,
    "witch hat": _witch_hat,
    "party hat": _party_hat,
    "santa hat": fitted(_santa_hat),
    "heart sunglasses": fitted(_heart_glasses),
    "striped tie": _tie,
    "leather belt": _belt,
    "suitcase": _suitcase,
    "open umbrella": fitted(_parasol),
    "kitchen apron": fitted(_apron),
}
