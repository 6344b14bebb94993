"""Seaside, nursery, school and western things, and what is eaten at fairs: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, heart, leaf, polar, rounded_rect, scallop, star
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, limb, oval
from pod.providers.embedded.gallery.kit import C, Draw, petal
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

_CREAM, _STEEL, _GOLD, _WOOD, _RED, _DARK = "#fbf2df", "#c3ccd8", "#f3bf4b", "#b0763f", "#d1493f", "#3d3a48"


def _skull(pen: Pen, x: float, y: float, k: float) -> None:
    shape(
        pen,
        f"M{x} {y - 150 * k}C{x + 150 * k} {y - 150 * k} {x + 170 * k} {y + 20 * k} {x + 90 * k} {y + 70 * k}L{x + 80 * k} {y + 140 * k}L{x - 80 * k} {y + 140 * k}L{x - 90 * k} {y + 70 * k}C{x - 170 * k} {y + 20 * k} {x - 150 * k} {y - 150 * k} {x} {y - 150 * k}Z",
        "#fdfbf4",
    )
    for side in SIDES:
        dot(pen, x + side * 62 * k, y - 10 * k, 42 * k)
    mark(pen, f"M{x} {y + 36 * k}L{x + 22 * k} {y + 76 * k}L{x - 22 * k} {y + 76 * k}Z", INK)
    for dx in (-34, 0, 34):
        line(pen, f"M{x + dx * k} {y + 104 * k}L{x + dx * k} {y + 138 * k}", 9 * k)


def _pirate_flag(pen: Pen) -> None:
    bar(pen, (110, 60), (110, 1000), 26, _WOOD)
    shape(
        pen,
        "M130 100C300 40 460 180 640 120C780 70 880 100 980 140L980 620C860 570 760 560 640 600C460 660 300 540 130 600Z",
        _DARK,
    )
    for turn in (-28, 28):
        to = Transform.rotate(turn, (540, 400))
        pen.part(limb([(330, 460), (750, 460)], 22, 22).transformed(to), "#fdfbf4")
        for x in (330, 750):
            for dy in (-22, 22):
                pen.part(circle(x, 460 + dy, 28).transformed(to), "#fdfbf4")
    _skull(pen, 540, 320, 0.96)


def _float(pen: Pen) -> None:
    """A pool ring with a flamingo's neck."""
    pen.part(oval(C, 760, 470, 200), "#f58fb0")
    pen.part(oval(C, 730, 230, 70), "#8fd0e6")
    for d in ("M130 660L210 720", "M900 660L820 720", "M360 930L380 830", "M660 930L640 830"):
        line(pen, d, 40, "#fbd3df")
    tube(pen, "M250 720C140 560 380 470 370 330C360 200 230 180 180 260", 96, "#f58fb0")
    disc(pen, 190, 270, 96, "#f58fb0")
    shape(pen, "M120 250C60 270 40 360 80 420C130 400 160 360 180 320Z", "#fdf1d6")
    mark(pen, "M60 350C54 390 62 410 80 420C110 410 130 390 146 366Z", INK)
    dot(pen, 200, 240, 18)
    shape(pen, "M900 640C960 560 1010 600 1000 680C990 730 940 740 880 720Z", "#f27a9f")


def _towel(pen: Pen) -> None:
    shape(pen, "M150 60L900 60L990 880L40 880Z", "#4f9fc0")
    for k, ink in enumerate((_CREAM, "#f3bf4b", _CREAM)):
        y = 220 + 220 * k
        mark(
            pen,
            f"M{138 - 0.12 * y + 10} {y}L{900 + 0.11 * y - 6} {y}L{900 + 0.11 * (y + 90) - 6} {y + 90}L{138 - 0.12 * (y + 90) + 10} {y + 90}Z",
            ink,
        )
    for k in range(16):
        line(pen, f"M{60 + 60 * k} 884L{56 + 60 * k} 940", 13, _CREAM)


def _tropical_leaves(pen: Pen) -> None:
    for turn, length, ink in ((-66, 520, "#3f8a5a"), (66, 520, "#3f8a5a"), (-30, 600, "#4f9a5c"), (30, 600, "#5fae6a")):
        tip = [polar(C, 960, length * share, turn) for share in (0.1, 0.95)]
        for k in range(9):
            foot = polar(C, 960, length * (0.24 + 0.085 * k), turn)
            for side in SIDES:
                pen.part(leaf(*foot, 230 - 12 * k, 28, turn + side * (58 - 3 * k)), ink)
        pen.canvas.stroke(Path.lines(tip, closed=False), INK, 18)
    shape(
        pen,
        "M512 960C380 900 280 700 330 480C360 330 470 240 512 200C554 240 664 330 694 480C744 700 644 900 512 960Z",
        "#2f7a4f",
    )
    for y, side in ((480, -1), (480, 1), (600, -1), (600, 1), (720, -1), (720, 1)):
        shape(
            pen,
            f"M{C + side * 200} {y + 30}Q{C + side * 110} {y - 6} {C + side * 60} {y + 30}Q{C + side * 120} {y + 60} {C + side * 200} {y + 70}Z",
            "#8fc49a",
        )
    line(pen, "M512 940L512 250", 15, "#8fc49a")


def _coconut_drink(pen: Pen) -> None:
    tube(pen, "M560 420L680 60L800 30", 34, _RED)
    for turn in (-60, -30, 0):
        pen.part(petal("pointed", 330, 380, 210, 80, turn), "#f07fa3")
    disc(pen, C, 620, 370, "#7a4a2c")
    for x, y in ((300, 760), (420, 880), (640, 860), (760, 700), (540, 760)):
        line(pen, f"M{x} {y}L{x + 60} {y + 20}", 12, "#a3764a")
    pen.part(oval(C, 430, 300, 110), "#fdfbf6")
    pen.canvas.fill(oval(C, 440, 230, 70), "#cfeaf0")


def _pearl_shell(pen: Pen) -> None:
    for k in range(7):
        turn = -72 + 24 * k
        pen.part(petal("round", C, 600, 540, 230, turn), ("#f6b8c6", "#f9ccd6")[k % 2])
    shape(pen, "M60 640C100 880 300 960 512 960C724 960 924 880 964 640C800 720 224 720 60 640Z", "#f2a3b6")
    for x in (-260, -130, 0, 130, 260):
        line(pen, f"M{C + x} 710Q{C + 0.8 * x} 830 {C + 0.4 * x} 940", 12, "#d97f96")
    disc(pen, C, 600, 130, "#fdfbf6")
    glint(pen, 466, 550, 36, 24, -40, "#ffffff")
    pen.canvas.stroke(Path.lines([polar(C, 600, 100, a) for a in range(100, 201, 10)], closed=False), "#d9d3e3", 14)


def _mermaid_tail(pen: Pen) -> None:
    body = Path.parse(
        "M330 60C300 300 380 460 440 600C470 680 490 720 512 760C534 720 554 680 584 600C644 460 724 300 694 60Q512 130 330 60Z"
    )
    shape(
        pen,
        "M512 720C380 740 230 800 130 990C300 960 440 940 512 860C584 940 724 960 894 990C794 800 644 740 512 720Z",
        "#3f978f",
    )
    pen.part(body, "#4fb3a9")
    with pen.canvas.group(body):
        for row in range(9):
            for k in range(8):
                pen.canvas.stroke(circle(280 + 80 * k + 40 * (row % 2), 90 + 78 * row, 44), "#2f8078", 9)
    for side in SIDES:
        line(pen, f"M512 800Q{C + side * 160} 840 {C + side * 300} 940", 11, "#2f8078")


def _whale_tail(pen: Pen) -> None:
    shape(
        pen,
        "M420 900C440 700 470 560 440 470C330 480 140 400 40 160C220 180 420 220 512 360C604 220 804 180 984 160C884 400 694 480 584 470C554 560 584 700 604 900Z",
        "#4f79a8",
    )
    shape(
        pen,
        "M100 900C200 830 300 840 360 890C440 820 580 820 660 890C720 840 820 830 924 900L860 1000L160 1000Z",
        "#8fcbe3",
    )
    for x in (300, 720):
        shape(pen, f"M{x} 700C{x + 30} 750 {x + 28} 790 {x} 790C{x - 28} 790 {x - 30} 750 {x} 700Z", "#8fcbe3")


def _pacifier(pen: Pen) -> None:
    band(pen, circle(C, 780, 150), 60, "#f3bf4b")
    shape(
        pen,
        "M100 520C100 400 260 420 512 420C764 420 924 400 924 520C924 660 760 660 640 640Q512 600 384 640C264 660 100 660 100 520Z",
        "#8fc7ea",
    )
    disc(pen, C, 540, 90, "#fdfbf6")
    shape(pen, "M440 424C440 330 380 300 390 190C400 60 624 60 634 190C644 300 584 330 584 424Z", "#f6dcb5")


def _baby_suit(pen: Pen) -> None:
    shape(
        pen,
        "M340 90Q512 240 684 90L860 160L980 360L850 450L770 380L780 690C760 800 660 830 620 960L404 960C364 830 264 800 244 690L254 380L174 450L44 360L164 160Z",
        "#fbe3a6",
    )
    line(pen, "M340 90Q512 280 684 90", 16)
    for x in (450, 512, 574):
        dot(pen, x, 900, 17, "#d9a052")
    pen.canvas.fill(heart(C, 480, 190), "#f2879f")


def _little_shoes(pen: Pen) -> None:
    for x, y in ((150, -60), (-60, 120)):
        to = Transform.move(x, y)
        pen.part(
            Path.parse(
                "M140 400C300 330 420 420 460 520C600 500 820 560 840 700C840 780 700 800 480 800C260 800 120 780 100 680C90 580 90 440 140 400Z"
            ).transformed(to),
            "#8fc7ea",
        )
        pen.part(
            Path.parse("M120 720Q480 840 838 720Q840 810 700 816L240 816Q110 800 120 720Z").transformed(to), "#fdfbf6"
        )
        for side in SIDES:
            pen.part(
                Path.parse(
                    f"M480 520C{480 + side * 40} 440 {480 + side * 150} 450 {480 + side * 130} 520C{480 + side * 150} 590 {480 + side * 40} 600 480 520Z"
                ).transformed(to),
                "#f2879f",
            )


def _calendar(pen: Pen) -> None:
    box(pen, 90, 160, 844, 800, "#fdfbf6", 50)
    shape(pen, "M90 380L90 210Q90 160 140 160L884 160Q934 160 934 210L934 380Z", _RED)
    for x in (300, 724):
        bar(pen, (x, 90), (x, 240), 28, _DARK)
    for row in range(3):
        for k in range(5):
            slab(pen, 166 + 146 * k, 450 + 160 * row, 100, 100, "#cfd8e0" if (row, k) != (1, 2) else _GOLD, 16)
    pen.canvas.fill(heart(508, 664, 66), _RED)


def _diploma(pen: Pen) -> None:
    to = Transform.rotate(-18, (C, C))
    pen.part(rounded_rect(70, 390, 884, 250, 60).transformed(to), "#fbf0d2")
    for x in (70, 894):
        pen.part(oval(x + 30, 515, 50, 126).transformed(to), "#efdcae")
        pen.canvas.stroke(oval(x + 30, 515, 22, 70).transformed(to), "#b9945a", 12)
    for turn in (-30, 30):
        pen.part(
            Path.parse("M480 640L544 640L560 860L512 810L464 860Z").transformed(
                Transform.rotate(turn, (512, 620)).then(to)
            ),
            _RED,
        )
    pen.part(scallop(512, 560, 110, 12, 16).transformed(to), _RED)
    pen.canvas.fill(star(512, 560, 70).transformed(to), _GOLD)


def _passport(pen: Pen) -> None:
    box(pen, 200, 40, 624, 944, "#2f4f7f", 50)
    pen.canvas.stroke(circle(C, 440, 190), _GOLD, 18)
    for rx in (70, 190):
        pen.canvas.stroke(oval(C, 440, rx, 190), _GOLD, 14)
    line(pen, "M322 440L702 440M350 340Q512 380 674 340M350 540Q512 500 674 540", 14, _GOLD)
    for y, half in ((140, 190), (760, 150), (830, 100)):
        slab(pen, C - half, y, 2 * half, 34, _GOLD, 12)


def _washing_line(pen: Pen) -> None:
    for x in (60, 964):
        bar(pen, (x, 130), (x, 1000), 22, _WOOD)
    tube(pen, "M60 200Q512 300 964 200", 9, _CREAM)
    shape(pen, "M170 226L330 240L400 330L350 380L320 350L320 620L180 620L180 340L140 370L100 310Z", "#4f9fc0")
    shape(pen, "M450 250L610 250L650 640L540 640L530 420L520 640L410 640Z", "#3f5f8f")
    shape(pen, "M700 246L760 242L756 480Q760 540 690 540Q650 520 700 470Z", _RED)
    shape(pen, "M810 236L870 230L866 470Q870 530 800 530Q760 510 810 460Z", _RED)
    for x, y in ((190, 210), (310, 224), (470, 232), (590, 232), (730, 224), (840, 214)):
        box(pen, x - 11, y, 22, 62, _GOLD, 8)


def _mop_and_bucket(pen: Pen) -> None:
    bar(pen, (690, 20), (560, 640), 22, _WOOD)
    for k in range(7):
        tube(pen, f"M{556 - 4 * k} 620Q{440 + 40 * k} 720 {420 + 44 * k} 800", 30, _CREAM)
    tube(pen, "M170 600C200 380 560 380 590 600", 20, _STEEL)
    shape(pen, "M130 600L640 600L580 960Q570 1000 530 1000L240 1000Q200 1000 190 960Z", "#4f9fc0")
    box(pen, 100, 570, 570, 70, pale("#4f9fc0", 0.3), 34)
    for x, y, r in ((200, 520, 60), (300, 490, 74), (410, 510, 64)):
        disc(pen, x, y, r, "#eaf6fb")


def _lips(pen: Pen) -> None:
    shape(
        pen,
        "M20 470C160 300 330 180 420 200C470 210 490 250 512 260C534 250 554 210 604 200C694 180 864 300 1004 470C860 640 680 800 512 800C344 800 164 640 20 470Z",
        "#d9263f",
    )
    shape(
        pen,
        "M150 470C320 430 420 410 512 440C604 410 704 430 874 470C700 520 600 540 512 520C424 540 324 520 150 470Z",
        "#7a1226",
    )
    pen.canvas.fill(oval(400, 660, 110, 34, 14), "#f08a9a")


def _winged_wheel(pen: Pen) -> None:
    for side in SIDES:
        for k, (length, turn) in enumerate(((430, 58), (400, 76), (350, 94), (280, 112))):
            pen.part(
                petal("round", C + side * 200, 440 + 50 * k, length, 120, side * turn), ("#fdfbf6", "#e6ebf0")[k % 2]
            )
    band(pen, circle(C, 560, 270), 70, _DARK)
    band(pen, circle(C, 560, 216), 26, _STEEL)
    for k in range(12):
        pen.canvas.stroke(Path.lines([(C, 560), polar(C, 560, 210, 30 * k)], closed=False), "#7d8591", 9)
    disc(pen, C, 560, 46, _GOLD)


def _corn_dog(pen: Pen) -> None:
    to = Transform.rotate(28, (C, C))
    pen.part(limb([(C, 640), (C, 1020)], 24, 24).transformed(to), "#e3c08a")
    pen.part(limb([(C, 180), (C, 640)], 160, 150).transformed(to), "#d08a3a")
    pen.canvas.stroke(
        Path.parse("M430 120C600 180 400 260 580 330C420 380 620 440 460 520C600 560 440 620 560 680").transformed(to),
        "#f6cf4a",
        34,
    )


def _omelette(pen: Pen) -> None:
    pen.part(oval(C, 700, 490, 200), "#e4edf2")
    shape(
        pen,
        "M90 660C100 380 340 250 560 260C800 270 930 460 930 620C930 740 700 640 512 660C330 680 100 800 90 660Z",
        "#f6c94a",
    )
    shape(
        pen,
        "M90 660C200 740 420 600 600 600C780 600 930 680 930 620C940 760 760 800 540 800C300 800 100 780 90 660Z",
        "#eab53a",
    )
    for x, y, ink in (
        (300, 470, "#5fa84f"),
        (430, 390, "#d9403a"),
        (560, 450, "#5fa84f"),
        (690, 400, "#d9403a"),
        (780, 520, "#5fa84f"),
        (400, 540, "#d9403a"),
    ):
        slab(pen, x, y, 50, 32, ink, 10)


def _bundt(pen: Pen) -> None:
    pen.part(oval(C, 860, 480, 100), "#e4edf2")
    shape(pen, "M110 800C90 560 200 380 320 340Q512 280 704 340C824 380 934 560 914 800Q512 930 110 800Z", "#b9733a")
    for x in (-250, -130, 0, 130, 250):
        line(pen, f"M{C + 0.6 * x} 360Q{C + 1.2 * x} 600 {C + 1.3 * x} 840", 20, deep("#b9733a", 0.25))
    shape(
        pen,
        "M250 420C280 300 740 300 774 420C820 480 800 640 750 620C700 600 730 500 670 500C610 510 640 700 580 700C520 700 540 540 480 540C420 540 450 660 390 650C330 640 350 510 300 520C240 540 220 480 250 420Z",
        "#fffaf0",
    )
    pen.part(oval(C, 380, 130, 40), deep("#b9733a", 0.35))


def _cheese_wheel(pen: Pen) -> None:
    shape(
        pen,
        "M50 460C50 300 280 210 512 210C744 210 974 300 974 460L974 640C974 800 744 890 512 890C280 890 50 800 50 640Z",
        "#e8a83a",
    )
    pen.part(oval(C, 460, 462, 240), "#f6cf5a")
    shape(pen, "M512 460L960 400L974 470L974 640C960 740 880 800 780 840L512 700Z", "#fbe9a6")
    line(pen, "M512 460L780 660M780 660L974 560M780 660L780 836", 12)
    for x, y, r in ((640, 640, 30), (860, 560, 24), (860, 700, 32), (700, 740, 22)):
        disc(pen, x, y, r, "#e8c35a")


def _bento(pen: Pen) -> None:
    box(pen, 50, 180, 924, 680, "#2f2c3a", 50)
    box(pen, 90, 220, 844, 600, "#c9303a", 36)
    box(pen, 110, 240, 400, 560, "#fdfbf4", 24)
    disc(pen, 310, 520, 60, "#d9263f")
    box(pen, 540, 240, 374, 270, "#5f8f4a", 24)
    for x, y in ((620, 350), (730, 340), (830, 360), (680, 430), (790, 440)):
        disc(pen, x, y, 52, "#7fb85a")
    box(pen, 540, 540, 374, 260, "#f6e3b5", 24)
    for x in (610, 720, 830):
        disc(pen, x, 670, 70, "#fdfbf4")
        dot(pen, x, 670, 30, "#f4875f")


def _poke(pen: Pen) -> None:
    pen.part(oval(C, 430, 450, 170), "#fdfbf4")
    for x, y, ink in (
        (240, 400, "#f4875f"),
        (320, 360, "#f4875f"),
        (280, 450, "#f4875f"),
        (700, 380, "#7fb85a"),
        (780, 420, "#9bd05f"),
        (720, 460, "#7fb85a"),
    ):
        box(pen, x - 50, y - 40, 100, 80, ink, 18)
    for x in (430, 490, 550, 610):
        shape(pen, f"M{x} 300C{x + 60} 320 {x + 60} 470 {x} 490C{x + 20} 420 {x + 20} 370 {x} 300Z", "#a9d07a")
    for x, y in ((400, 510), (480, 530), (560, 530), (640, 510)):
        disc(pen, x, y, 34, "#f08a3c")
    shape(pen, "M40 430C160 600 864 600 984 430C980 680 800 860 640 900L384 900C224 860 44 680 40 430Z", "#3f6fa8")
    mark(pen, "M70 560C220 690 804 690 954 560L940 630C800 740 224 740 84 630Z", _CREAM)


SUNDRIES: Mapping[str, Draw] = {
    "pirate flag": fitted(_pirate_flag),
    "flamingo float": fitted(_float),
    "striped beach towel": fitted(_towel),
    "tropical leaves": fitted(_tropical_leaves),
    "coconut drink": fitted(_coconut_drink),
    "pearl in a shell": fitted(_pearl_shell),
    "mermaid tail": fitted(_mermaid_tail),
    "whale tail": fitted(_whale_tail),
    "pacifier": fitted(_pacifier),
    "baby onesie": fitted(_baby_suit),
    "baby shoes": fitted(_little_shoes),
    "wall calendar": _calendar,
    "diploma": fitted(_diploma),
    "passport": _passport,
    "washing line": fitted(_washing_line),
    "mop and bucket": fitted(_mop_and_bucket),
    "red lips": fitted(_lips),
    "winged wheel": fitted(_winged_wheel),
    "corn dog": fitted(_corn_dog),
    "omelette": fitted(_omelette),
    "bundt cake": fitted(_bundt),
    "wheel of cheese": fitted(_cheese_wheel),
    "bento": _bento,
    "poke bowl": fitted(_poke),
}
