"""Instruments and what plays music, pictures and games: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, polar, rect, rounded_rect, star
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, oval
from pod.providers.embedded.gallery.kit import C, Draw
from pod.providers.embedded.objects.kit import (
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

_TYRE, _STEEL, _CREAM, _BRASS = "#3d3a48", "#c3ccd8", "#fbf2df", "#e3b04b"


def _guitar(body: str, ink: str, *, strings: int = 6, sound: float = 78.0, head: str = "") -> Draw:
    """A hollow one, upright and then leaning; `body` around (0, 0), its sound hole there."""
    wide = 26 + 5 * strings

    def draw(pen: Pen) -> None:
        to = Transform.rotate(34).then(Transform.move(430, 660))
        pen.part(Path.parse(body).transformed(to), ink)
        inner = Path.parse(body).transformed(Transform.scale(0.9).then(to))
        pen.canvas.stroke(inner, deep(ink, 0.3), 9)
        pen.part(rounded_rect(-wide, -620, 2 * wide, 560, 8).transformed(to), "#5f3a24")
        for k in range(7):
            pen.canvas.fill(rounded_rect(-wide + 4, -560 + 66 * k, 2 * wide - 8, 9, 3).transformed(to), "#c9b58a")
        pen.part(circle(0, 0, sound).transformed(to), "#3d2418")
        pen.canvas.stroke(circle(0, 0, sound + 22).transformed(to), "#5f3a24", 10)
        pen.part(rounded_rect(-100, 170, 200, 40, 14).transformed(to), "#5f3a24")
        pen.part(
            Path.parse(f"M-{wide + 14} -620L-{wide + 26} -790Q0 -830 {wide + 26} -790L{wide + 14} -620Z").transformed(
                to
            ),
            head or "#7a4a2c",
        )
        for k in range(strings):
            x = (k - (strings - 1) / 2) * (2 * wide - 22) / max(strings - 1, 1)
            pen.canvas.stroke(Path.parse(f"M{x} -640L{x} 186").transformed(to), _CREAM, 5)
        for side in SIDES:
            for k in range((strings + 1) // 2):
                pen.part(circle(side * (wide + 40), -760 + 52 * k, 19).transformed(to), _BRASS)

    return fitted(draw)


_FOLK = "M0 -150C90 -170 180 -120 176 -30C174 30 150 50 160 90C180 150 240 180 236 270C230 380 120 400 0 400C-120 400 -230 380 -236 270C-240 180 -180 150 -160 90C-150 50 -174 30 -176 -30C-180 -120 -90 -170 0 -150Z"
_PEAR = "M0 -170C90 -170 110 -80 150 0C220 100 260 180 220 290C180 390 90 400 0 400C-90 400 -180 390 -220 290C-260 180 -220 100 -150 0C-110 -80 -90 -170 0 -170Z"


def _bass_guitar(pen: Pen) -> None:
    to = Transform.rotate(38).then(Transform.move(380, 700))
    body = "M-60 -120C-150 -190 -190 -160 -170 -80C-150 0 -220 60 -210 160C-200 280 -110 310 0 300C120 310 210 270 210 160C210 80 150 30 160 -50C160 -120 110 -130 60 -60L-40 -60Z"
    pen.part(Path.parse(body).transformed(to), "#3f6fa8")
    pen.canvas.fill(Path.parse("M-20 -50C-120 -40 -150 40 -130 140C-60 180 60 120 60 -50Z").transformed(to), _CREAM)
    pen.part(rounded_rect(-36, -760, 72, 740, 6).transformed(to), "#5f3a24")
    for k in range(10):
        pen.canvas.fill(rounded_rect(-32, -700 + 66 * k, 64, 8, 2).transformed(to), "#c9b58a")
    pen.part(Path.parse("M-46 -750L-66 -930Q-10 -980 60 -920L46 -750Z").transformed(to), "#3f6fa8")
    for y in (40, 130):
        pen.part(rounded_rect(-70, y, 140, 44, 10).transformed(to), _TYRE)
    pen.part(rounded_rect(-74, 214, 148, 40, 8).transformed(to), _STEEL)
    for k in range(4):
        x = -22 + 15 * k
        pen.canvas.stroke(Path.parse(f"M{x} -780L{x} 230").transformed(to), _CREAM, 5)
        pen.part(circle(-82, -900 + 40 * k, 17).transformed(to), _STEEL)


def _trombone(pen: Pen) -> None:
    tube(pen, "M60 690L800 690Q900 690 900 590Q900 490 800 490L160 490", 34, _BRASS)
    tube(pen, "M330 690Q260 690 260 620Q260 560 330 560L620 560", 30, _BRASS)
    shape(pen, "M300 450C200 440 110 360 60 250Q40 230 34 260L20 700Q26 740 50 716C110 610 200 540 300 530Z", _BRASS)
    tube(pen, "M290 490L800 490", 34, _BRASS)
    bar(pen, (560, 690), (560, 560), 13, _BRASS)


def _recorder(pen: Pen) -> None:
    to = Transform.rotate(36, (C, C))
    pen.part(Path.parse("M462 60Q512 20 562 60L574 300L450 300Z").transformed(to), "#e9d3a8")
    pen.part(rounded_rect(456, 300, 112, 520, 20).transformed(to), "#e9d3a8")
    pen.part(Path.parse("M440 820L584 820L610 1000L414 1000Z").transformed(to), "#e9d3a8")
    for y in (290, 800):
        pen.part(rounded_rect(436, y, 152, 40, 16).transformed(to), "#7a4a2c")
    pen.canvas.fill(rounded_rect(484, 150, 56, 36, 6).transformed(to), INK)
    for k in range(6):
        pen.canvas.fill(circle(512, 390 + 76 * k, 20).transformed(to), INK)


def _stage_microphone(pen: Pen) -> None:
    """The chromed one of the fifties."""
    bar(pen, (C, 660), (C, 940), 34, _STEEL)
    shape(pen, "M300 1000Q512 880 724 1000Z", _TYRE)
    shape(
        pen,
        "M512 30C680 30 730 150 730 340C730 540 660 650 512 660C364 650 294 540 294 340C294 150 344 30 512 30Z",
        _STEEL,
    )
    for x in (-130, -66, 0, 66, 130):
        slab(pen, C + x - 17, 110 + 0.4 * abs(x), 34, 420 - 0.8 * abs(x), _TYRE, 17)
    box(pen, 280, 300, 464, 74, "#e6ebf0", 30)
    disc(pen, C, 337, 46, "#d9403a")
    slab(pen, 470, 590, 84, 30, "#8d97a3", 12)


def _speaker(pen: Pen) -> None:
    box(pen, 230, 20, 564, 984, "#5f4636", 40)
    box(pen, 270, 60, 484, 904, _TYRE, 24)
    for y, r in ((260, 130), (670, 210)):
        disc(pen, C, y, r, "#5b5866")
        disc(pen, C, y, 0.76 * r, "#2f2c3a")
        disc(pen, C, y, 0.34 * r, "#8d97a3")
        glint(pen, C - 0.4 * r, y - 0.44 * r, 0.16 * r, 0.08 * r, -40, "#8d97a3")


def _boombox(pen: Pen) -> None:
    tube(pen, "M240 330L240 210Q240 180 280 180L744 180Q784 180 784 210L784 330", 40, _STEEL)
    bar(pen, (820, 330), (940, 60), 10, _STEEL)
    box(pen, 30, 310, 964, 560, _TYRE, 50)
    slab(pen, 70, 350, 884, 60, _STEEL, 16)
    for k in range(5):
        box(pen, 350 + 68 * k, 346, 54, 62, ("#d9403a", "#fbf2df", "#fbf2df", "#fbf2df", "#f3bf4b")[k], 12)
    for x in (230, 794):
        disc(pen, x, 640, 180, _STEEL)
        disc(pen, x, 640, 150, "#5b5866")
        disc(pen, x, 640, 60, _STEEL)
        for k in range(12):
            dot(pen, *polar(x, 640, 106, 30 * k), 11, "#2f2c3a")
    box(pen, 430, 450, 164, 120, "#f3bf4b", 16)
    line(pen, "M450 530L574 480", 10)
    box(pen, 424, 610, 176, 200, _CREAM, 16)
    slab(pen, 446, 650, 132, 70, "#3d3a48", 12)
    for x in (478, 546):
        dot(pen, x, 685, 22, _CREAM)


def _walkman(pen: Pen) -> None:
    pen.canvas.stroke(Path.parse("M250 500C200 60 824 60 774 500"), INK, 50)
    pen.canvas.stroke(Path.parse("M250 500C200 60 824 60 774 500"), _STEEL, 30)
    for x in (250, 774):
        box(pen, x - 70, 430, 140, 190, "#ee8a3c", 60)
    line(pen, "M774 620Q800 760 690 800", 14)
    box(pen, 310, 470, 404, 530, "#3f6fa8", 36)
    box(pen, 360, 570, 304, 220, "#cfeaf5", 20)
    for x in (440, 584):
        disc(pen, x, 680, 56, _CREAM)
        dot(pen, x, 680, 22)
    for k in range(3):
        box(pen, 370 + 100 * k, 850, 84, 60, _STEEL, 16)
    slab(pen, 340, 500, 344, 30, "#f3bf4b", 10)


def _cd(pen: Pen) -> None:
    disc(pen, C, C, 490, "#d9dfe8")
    for start, ink in (
        (10, "#f6c3d3"),
        (40, "#fbeab0"),
        (70, "#c3e6cf"),
        (190, "#bcd6f2"),
        (220, "#d8c7ee"),
        (250, "#f6c3d3"),
    ):
        wedge = [polar(C, C, 470, start + a) for a in range(0, 31, 5)] + [
            polar(C, C, 170, start + a) for a in range(30, -1, -5)
        ]
        pen.canvas.fill(Path.lines(wedge), ink)
    disc(pen, C, C, 160, "#eef1f5")
    disc(pen, C, C, 66, "#8d97a3")


def _clef(pen: Pen) -> None:
    d = "M540 1000C430 1010 400 900 470 870M540 1000C640 990 620 880 600 760L480 190C460 90 520 20 560 20C640 60 620 210 540 300C440 410 300 480 300 650C300 780 400 840 530 830C660 820 720 740 720 660C720 560 640 500 550 510C460 520 420 600 450 670C470 710 510 730 540 720"
    path = Path.parse(d)
    pen.canvas.stroke(path, INK, 62)
    pen.canvas.fill(circle(476, 900, 54), INK)


def _sheet_of_music(pen: Pen) -> None:
    """Two systems of five lines on paper, a clef before each, notes up and down."""
    shape(pen, "M130 60L800 60L900 160L900 970L130 970Z", _CREAM)
    mark(pen, "M800 60L800 160L900 160Z", "#d9cdb4")
    for top in (250, 640):
        for k in range(5):
            line(pen, f"M190 {top + 40 * k}L840 {top + 40 * k}", 9)
        line(
            pen,
            f"M270 {top + 210}C230 {top + 200} 236 {top + 150} 262 {top + 170}M270 {top + 210}L246 {top - 60}C250 {top - 110} 300 {top - 70} 262 {top}C190 {top + 90} 250 {top + 160} 290 {top + 120}C310 {top + 80} 262 {top + 60} 254 {top + 110}",
            15,
        )
        for x, low in ((400, 140), (520, 80), (640, 110), (760, 40)):
            pen.canvas.fill(oval(x, top + low, 36, 27, -20), INK)
            line(pen, f"M{x + 32} {top + low}L{x + 32} {top + low - 130}", 13)
        line(pen, f"M552 {top - 50}L672 {top - 20}", 30)


def _instant_camera(pen: Pen) -> None:
    box(pen, 320, 720, 384, 290, "#fdfbf6", 10)
    slab(pen, 356, 740, 312, 190, "#8fc7e0", 6)
    mark(pen, "M356 930L470 820L540 890L590 850L668 930Z", "#5fa35a")
    dot(pen, 600, 800, 30, "#f6cf4a")
    shape(
        pen, "M120 300Q120 200 220 190L804 190Q904 200 904 300L964 640Q964 700 904 700L120 700Q60 700 60 640Z", _CREAM
    )
    for k, ink in enumerate(("#d9403a", "#ee8a3c", "#f3bf4b", "#4f9a5c", "#3f9fc0")):
        slab(pen, 70, 560 + 24 * k, 884, 24, ink, 0)
    line(pen, "M64 556L960 556M64 682L960 682", 9)
    disc(pen, C, 430, 176, _TYRE)
    disc(pen, C, 430, 120, "#5b7f9f")
    dot(pen, C, 430, 66, "#25303f")
    glint(pen, 460, 380, 30, 20, -40)
    box(pen, 150, 250, 150, 110, "#8d97a3", 20)
    box(pen, 740, 250, 120, 100, "#5b7f9f", 20)
    disc(pen, 210, 460, 44, "#d9403a")


def _film_camera(pen: Pen) -> None:
    """A rangefinder with a roll of film before it."""
    box(pen, 60, 260, 760, 470, _TYRE, 50)
    slab(pen, 68, 300, 744, 100, _STEEL, 0)
    box(pen, 330, 170, 220, 120, _STEEL, 24)
    box(pen, 130, 200, 110, 66, _STEEL, 14)
    disc(pen, 690, 250, 60, _STEEL)
    box(pen, 370, 200, 140, 60, "#5b7f9f", 12)
    disc(pen, 440, 530, 180, _STEEL)
    disc(pen, 440, 530, 140, "#2f2c3a")
    disc(pen, 440, 530, 88, "#5b7f9f")
    glint(pen, 404, 490, 28, 18, -40)
    disc(pen, 730, 360, 26, "#d9403a")
    shape(pen, "M760 700L1010 650L1010 860L760 900Z", "#6b4a34")
    for k in range(4):
        mark(
            pen,
            f"M{790 + 56 * k} {712 - 11 * k}L{820 + 56 * k} {706 - 11 * k}L{820 + 56 * k} {730 - 11 * k}L{790 + 56 * k} {736 - 11 * k}Z",
            _CREAM,
        )
        mark(
            pen,
            f"M{790 + 56 * k} {862 - 9 * k}L{820 + 56 * k} {857 - 9 * k}L{820 + 56 * k} {881 - 9 * k}L{790 + 56 * k} {886 - 9 * k}Z",
            _CREAM,
        )
    box(pen, 640, 620, 170, 330, "#f3bf4b", 26)
    slab(pen, 648, 700, 154, 90, "#d9403a", 0)
    box(pen, 676, 580, 98, 50, _TYRE, 14)


def _film_roll(pen: Pen) -> None:
    shape(pen, "M420 360L1000 360L1000 760L420 760Z", "#6b4a34")
    for k in range(5):
        for y in (384, 696):
            slab(pen, 500 + 100 * k, y, 50, 40, _CREAM, 6)
    for k in range(2):
        slab(pen, 500 + 250 * k, 456, 210, 210, "#c98a5a", 8)
    box(pen, 60, 240, 400, 700, "#f3bf4b", 60)
    slab(pen, 68, 440, 384, 200, "#d9403a", 0)
    pen.canvas.fill(star(260, 540, 76), _CREAM)
    box(pen, 160, 130, 200, 120, _TYRE, 20)
    box(pen, 40, 210, 440, 70, _TYRE, 30)
    box(pen, 40, 900, 440, 70, _TYRE, 30)


def _clapper(pen: Pen) -> None:
    box(pen, 90, 430, 844, 520, _TYRE, 30)
    for y in (600, 720):
        slab(pen, 130, y, 764, 12, _CREAM, 4)
    for x in (390, 640):
        slab(pen, x, 600, 12, 130, _CREAM, 4)
    slab(pen, 150, 790, 420, 30, _CREAM, 8)
    for y, turn in ((330, 0.0), (200, -11.0)):
        to = Transform.rotate(turn, (110, y + 50))
        strip = rounded_rect(90, y, 844, 100, 14).transformed(to)
        pen.part(strip, _CREAM)
        with pen.canvas.group(strip):
            for k in range(6):
                x = 110 + 170 * k
                pen.canvas.fill(
                    Path.lines([(x, y), (x + 80, y), (x + 30, y + 100), (x - 50, y + 100)]).transformed(to), _TYRE
                )


def _home_computer(pen: Pen) -> None:
    box(pen, 150, 30, 724, 600, "#e6dcc3", 50)
    box(pen, 220, 100, 584, 420, "#33403f", 44)
    for y, wide in ((190, 260), (250, 380), (310, 180)):
        slab(pen, 280, y, wide, 28, "#7fdc8a", 8)
    slab(pen, 280, 380, 44, 44, "#7fdc8a", 4)
    slab(pen, 700, 560, 110, 24, "#a99c7c", 10)
    dot(pen, 230, 574, 16, "#d9403a")
    shape(pen, "M330 630L694 630L730 720L294 720Z", "#cfc4a8")
    shape(pen, "M100 740L924 740L1000 960Q1000 990 960 990L64 990Q24 990 24 960Z", "#e6dcc3")
    for row in range(3):
        for k in range(10 - row % 2):
            slab(pen, 130 - 16 * row + 78 * k + 20 * (row % 2), 776 + 58 * row, 62, 42, "#fbf6ea", 8)
    slab(pen, 320, 950, 384, 30, "#fbf6ea", 8)


def _smartphone(pen: Pen) -> None:
    box(pen, 260, 20, 504, 984, _TYRE, 80)
    box(pen, 296, 100, 432, 810, "#cfeaf5", 40)
    inks = ("#e0564a", "#f3bf4b", "#4f9a5c", "#3f9fc0", "#8468c0", "#ee8a3c", "#f2879f", "#3f978f", "#5b7fc4")
    for row in range(3):
        for k in range(3):
            slab(pen, 336 + 126 * k, 160 + 150 * row, 100, 100, inks[3 * row + k], 26)
    slab(pen, 430, 50, 164, 24, "#5b5866", 12)
    slab(pen, 430, 940, 164, 20, "#5b5866", 10)


def _dial_phone(pen: Pen) -> None:
    shape(pen, "M300 420L724 420L900 860Q910 940 840 940L184 940Q114 940 124 860Z", "#d9403a")
    shape(
        pen,
        "M40 330C40 200 200 120 512 120C824 120 984 200 984 330Q990 420 900 420L800 420Q740 410 740 330Q640 290 512 290Q384 290 284 330Q284 410 224 420L124 420Q34 420 40 330Z",
        "#d9403a",
    )
    for x in (390, 634):
        box(pen, x - 40, 330, 80, 110, deep("#d9403a", 0.3), 20)
    disc(pen, C, 670, 210, _CREAM)
    for k in range(10):
        disc(pen, *polar(C, 670, 146, 30 * k - 20), 36, _TYRE)
    disc(pen, C, 670, 74, "#d9403a")
    glint(pen, 230, 210, 90, 24, -16, "#f3a09a")


def _handheld(pen: Pen) -> None:
    shape(
        pen,
        "M200 60Q200 20 240 20L784 20Q824 20 824 60L824 880Q824 1004 700 1004L240 1004Q200 1004 200 964Z",
        "#d5d3cc",
    )
    box(pen, 260, 90, 504, 400, "#6b6f86", 40)
    box(pen, 340, 140, 344, 300, "#b5c26a", 10)
    for x, y in ((430, 300), (470, 260), (510, 220), (550, 260), (590, 300), (510, 300), (470, 340), (550, 340)):
        slab(pen, x, y, 36, 36, "#4f5f2f", 0)
    for w, h in ((180, 60), (60, 180)):
        box(pen, 350 - w / 2, 680 - h / 2, w, h, _TYRE, 12)
    slab(pen, 264, 656, 172, 48, _TYRE, 8)
    for x, y in ((600, 720), (710, 640)):
        disc(pen, x, y, 56, "#b5376a")
    for x in (400, 520):
        pen.part(rounded_rect(x, 860, 90, 30, 15).transformed(Transform.rotate(-24, (x, 870))), "#8d8f9a")
    for k in range(4):
        line(pen, f"M{640 + 38 * k} 940L{680 + 38 * k} 860", 14, "#8d8f9a")


def _video_tape(pen: Pen) -> None:
    box(pen, 30, 260, 964, 520, _TYRE, 30)
    box(pen, 110, 330, 804, 270, _CREAM, 16)
    for k, ink in enumerate(("#d9403a", "#f3bf4b", "#3f9fc0")):
        slab(pen, 118, 344 + 26 * k, 788, 26, ink, 0)
    for x in (310, 714):
        disc(pen, x, 510, 84, "#d9dfe8")
        for k in range(6):
            dot(pen, *polar(x, 510, 54, 60 * k), 15, _TYRE)
    slab(pen, 420, 460, 184, 100, "#5b5866", 10)
    slab(pen, 200, 680, 624, 24, "#5b5866", 10)


def _quill_and_ink(pen: Pen) -> None:
    shape(
        pen,
        "M430 760C500 560 640 260 960 30C980 240 900 440 740 520L800 500C720 620 600 680 500 690L452 780Z",
        "#f6f0e3",
    )
    line(pen, "M400 860C500 640 680 360 900 120", 16, "#8a6a44")
    shape(pen, "M120 700L480 700Q540 760 540 850Q540 980 440 980L160 980Q60 980 60 850Q60 760 120 700Z", "#3f5f8f")
    box(pen, 180, 620, 240, 100, "#3f5f8f", 24)
    pen.part(oval(300, 630, 110, 26), INK)
    slab(pen, 100, 800, 40, 110, pale("#3f5f8f", 0.4), 20)


def _crayons(pen: Pen) -> None:
    for k, ink in enumerate(("#d9403a", "#ee8a3c", "#f3bf4b", "#4f9a5c", "#3f6fa8", "#8468c0")):
        x, y = 150 + 145 * k, 150 + 50 * (k % 2)
        shape(pen, f"M{x - 24} {y - 120}L{x + 24} {y - 120}L{x + 60} {y}L{x - 60} {y}Z", ink)
        box(pen, x - 64, y, 128, 980 - y, ink, 12)
        for low in (y + 80, 840):
            slab(pen, x - 62, low, 124, 30, deep(ink, 0.45), 0)
        slab(pen, x - 38, y + 160, 22, 560 - y, pale(ink, 0.4), 11)


def _instant_photo(pen: Pen) -> None:
    to = Transform.rotate(-8, (C, C))
    pen.part(rounded_rect(150, 60, 724, 900, 16).transformed(to), "#fdfbf6")
    window = rect(210, 120, 604, 600).transformed(to)
    pen.part(window, "#8fc7e0")
    with pen.canvas.group(window):
        pen.canvas.fill(circle(660, 280, 80).transformed(to), "#f9d65c")
        pen.canvas.fill(Path.parse("M150 740L380 400L560 620L660 520L880 740Z").transformed(to), "#5f8f9f")
        pen.canvas.fill(Path.parse("M150 760L150 660Q500 560 880 680L880 760Z").transformed(to), "#5fa35a")


SOUNDS: Mapping[str, Draw] = {
    "acoustic guitar": _guitar(_FOLK, "#d9954a"),
    "ukulele": _guitar(_FOLK, "#c98238", strings=4, sound=66),
    "mandolin": _guitar(_PEAR, "#b5622f", strings=8, sound=60),
    "bass guitar": fitted(_bass_guitar),
    "trombone": fitted(_trombone),
    "wooden recorder": _recorder,
    "vintage microphone": fitted(_stage_microphone),
    "speaker box": _speaker,
    "boombox": fitted(_boombox),
    "walkman": fitted(_walkman),
    "compact disc": _cd,
    "treble clef": fitted(_clef),
    "sheet of music": fitted(_sheet_of_music),
    "instant camera": fitted(_instant_camera),
    "camera with film": fitted(_film_camera),
    "roll of film": fitted(_film_roll),
    "clapperboard": fitted(_clapper),
    "home computer": fitted(_home_computer),
    "smartphone": _smartphone,
    "rotary phone": fitted(_dial_phone),
    "handheld console": _handheld,
    "video tape": fitted(_video_tape),
    "quill and ink": fitted(_quill_and_ink),
    "box of crayons": fitted(_crayons),
    "instant photo": fitted(_instant_photo),
}
