"""Cakes, pies, breads and sweets beside those of the bakery: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from shapely.geometry.base import BaseGeometry

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, heart, leaf, polar, rect, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, Pen, cloudlet, limb, oval
from pod.providers.embedded.gallery.kit import C, Draw
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

_CRUST, _COCOA, _CREAM = "#d99a4f", "#6b3f2a", "#fffaf0"
_SPRINKLES = ("#f3c84a", "#5fb0d8", "#8bc98f", "#fdfbf6", "#8468c0")


def _sprinkle(pen: Pen, x: float, y: float, turn: float, ink: str, size: float = 30.0) -> None:
    to = Transform.rotate(turn, (x, y))
    pen.canvas.fill(rounded_rect(x - size, y - size / 3, 2 * size, size / 1.5, size / 3).transformed(to), ink)


def _doughnut(glaze: str, *, sprinkled: bool = True, bitten: bool = False) -> Draw:
    """Seen from above, its hole high, so that there is room for a face below it."""

    def draw(pen: Pen) -> None:
        hole = circle(C, 400, 100)
        bites: tuple[tuple[float, float, float], ...] = (
            ((880, 170, 150), (980, 330, 150), (730, 60, 140)) if bitten else ()
        )
        gone = [hole.geometry(), *(circle(*bite).geometry() for bite in bites)]
        dough, icing = _without(circle(C, C, 480), gone), _without(_icing(430), gone)
        pen.part(dough, _CRUST)
        pen.part(icing, glaze)
        pen.canvas.fill(oval(260, 280, 96, 40, -42), pale(glaze, 0.55))
        spots = ((300, 420), (400, 220), (560, 190), (700, 300), (760, 460), (720, 640), (260, 590), (330, 730), (500, 830), (650, 760), (820, 580), (210, 480))  # fmt: skip
        for k, (x, y) in enumerate(spots if sprinkled else ()):
            if icing.geometry().buffer(-40).contains(circle(x, y, 2).geometry()):
                _sprinkle(pen, x, y, 53 * k, _SPRINKLES[k % len(_SPRINKLES)])
        pen.part(_without(circle(C, 400, 130), [hole.geometry()]), mix(_CRUST, INK, 0.15))

    return draw


def _icing(r: float) -> Path:
    rim = [polar(C, C, r + (22 if k % 2 else -22), 360 * k / 22) for k in range(22)]
    return _smooth(rim)


def _smooth(points: list[tuple[float, float]]) -> Path:
    """A closed line through the middles between the points."""
    count = len(points)
    middles = [((points[k][0] + points[k - 1][0]) / 2, (points[k][1] + points[k - 1][1]) / 2) for k in range(count)]
    steps: list[tuple[str, tuple[float, ...]]] = [("M", middles[0])]
    steps += [("Q", (*points[k], *middles[(k + 1) % count])) for k in range(count)]
    return Path((*steps, ("Z", ())))


def _without(path: Path, gone: Sequence[BaseGeometry]) -> Path:
    left = path.geometry()
    for bite in gone:
        left = left.difference(bite)
    return Path.from_geometry(left)


def _muffin(pen: Pen) -> None:
    shape(pen, "M250 560L774 560L700 980L324 980Z", "#e6c48a")
    for x in (340, 425, C, 600, 684):
        line(pen, f"M{x} 600L{C + 0.76 * (x - C)} 960", 14, "#c29a5a")
    pen.part(cloudlet(C, 500, 700, 380, 5), "#c98a4a")
    for x, y in ((340, 400), (480, 320), (640, 380), (560, 460), (420, 480), (720, 500), (290, 510)):
        disc(pen, x, y, 40, "#4f5fa8")


def _tiered_cake(pen: Pen) -> None:
    for width, y, height in ((820, 740, 230), (580, 500, 240), (360, 290, 210)):
        box(pen, C - width / 2, y, width, height, _CREAM, 26)
        for k in range(round(width / 60)):
            dot(pen, C - width / 2 + 36 + 60 * k, y + height - 26, 15, "#f0b9c4")
    for x, y in ((300, 520), (720, 740), (250, 760), (640, 310), (690, 520), (420, 310)):
        disc(pen, x, y, 44, "#ee8fa3")
        disc(pen, x, y, 18, "#f9c9d2")
        pen.part(leaf(x + 34, y + 24, 70, 22, 110), "#6fae6a")
    pen.part(heart(C, 190, 190), "#e0526a")
    slab(pen, 60, 970, 904, 40, "#c3ccd8", 20)


def _wedge(crumb: str, cream: str, top: str, *, layers: int = 2) -> Draw:
    """A slice of layer cake on its side, its tip to the left."""

    def draw(pen: Pen) -> None:
        pen.part(oval(C, 880, 470, 80), "#cfe6f0")
        shape(pen, "M90 440L900 340L900 840L90 860Z", crumb)
        for k in range(layers):
            y = 560 + 400 * k / (layers + 0.6)
            mark(pen, f"M94 {y}L896 {y - 60 + 30 * k}L896 {y - 6 + 30 * k}L94 {y + 50}Z", cream)
        shape(pen, "M60 420C200 300 640 250 900 250L930 330L930 440C880 500 860 400 800 420C760 500 700 470 660 430C600 520 540 500 500 450C440 540 380 520 330 470C270 560 200 530 180 480C130 520 60 500 60 420Z", cream)  # fmt: skip
        _TOPS[top](pen)

    return draw


def _carrot_top(pen: Pen) -> None:
    for turn in (-30, 0, 30):
        pen.part(leaf(660, 150, 150, 30, turn + 30), "#5fae4f")
    shape(pen, "M600 170C640 120 720 130 730 190C700 260 560 310 440 320C480 260 540 200 600 170Z", "#f08a3c")


def _berry_top(pen: Pen) -> None:
    shape(pen, "M560 290C450 240 440 150 480 110C520 80 600 80 640 110C680 150 670 240 560 290Z", "#e0424f")
    for x, y in ((520, 160), (580, 150), (550, 210), (610, 200)):
        dot(pen, x, y, 9, "#fbe3a0")
    for turn in (-70, -30, 10, 50):
        pen.part(leaf(560, 110, 90, 26, turn + 10), "#4f9a5c")


def _cherry_top(pen: Pen) -> None:
    line(pen, "M560 180Q590 80 680 50", 16, "#6d8f3f")
    disc(pen, 560, 210, 76, "#c92f3d")
    glint(pen, 534, 184, 20, 12, -36)


def _plain_top(pen: Pen) -> None:
    for x, y in ((300, 350), (440, 320), (600, 296), (760, 290)):
        disc(pen, x, y, 26, _CREAM)


_TOPS = {"carrot": _carrot_top, "strawberry": _berry_top, "cherry": _cherry_top, "plain": _plain_top}


def _pie_wedge(filling: str) -> Draw:
    def draw(pen: Pen) -> None:
        pen.part(oval(C, 830, 470, 90), "#cfe6f0")
        shape(pen, "M80 560L880 470L880 780Q860 820 820 820L110 800Z", filling)
        shape(pen, "M80 740L880 640L880 800Q860 840 820 836L110 810Z", _CRUST)
        shape(pen, "M60 540C300 420 600 390 860 380L890 500L80 600Z", filling)
        shape(
            pen,
            "M850 360C930 360 970 420 960 500L930 800C920 850 850 850 840 800L830 430C830 390 830 370 850 360Z",
            _CRUST,
        )
        pen.part(cloudlet(600, 400, 260, 150, 3), _CREAM)
        pen.part(cloudlet(600, 330, 150, 100, 2), _CREAM)

    return fitted(draw)


def _churros(pen: Pen) -> None:
    for x, turn in ((360.0, -16), (C, 2), (664.0, 18)):
        to = Transform.rotate(turn, (512, 900))
        pen.part(limb([(x, 90), (x, 700)], 56, 56).transformed(to), "#cf8f45")
        for dx in (-24, 20):
            pen.canvas.stroke(Path.lines([(x + dx, 80), (x + dx, 700)], closed=False).transformed(to), "#a96a2c", 13)
        for k in range(7):
            pen.canvas.fill(circle(x - 30 + 33 * (k % 3), 110 + 80 * k, 8).transformed(to), _CREAM)
    shape(pen, "M250 560L774 560L700 1000L324 1000Z", "#d9503f")
    for x in (360, C, 664):
        mark(pen, f"M{x - 26} 568L{x + 26} 568L{C + 0.8 * (x - C) + 20} 992L{C + 0.8 * (x - C) - 20} 992Z", _CREAM)


def _jelly(pen: Pen) -> None:
    pen.part(oval(C, 880, 460, 90), "#e4edf2")
    shape(
        pen,
        "M170 860C200 640 240 460 300 330C340 230 684 230 724 330C784 460 824 640 854 860Q512 950 170 860Z",
        "#e0475c",
    )
    for x in (-190, -70, 70, 190):
        line(pen, f"M{C + 0.7 * x} 340Q{C + x} 600 {C + 1.4 * x} 850", 18, "#b93248")
    mark(pen, "M330 360C280 470 260 560 240 700L280 700C300 560 330 470 380 360Z", "#f6a3ae")
    pen.part(cloudlet(C, 250, 240, 130, 3), _CREAM)
    disc(pen, C, 160, 46, "#c92f3d")


def _smore(pen: Pen) -> None:
    shape(pen, "M120 640L904 640L904 760Q904 790 874 790L150 790Q120 790 120 760Z", "#d9a35a")
    pen.part(rounded_rect(110, 420, 804, 240, 110), "#fffaf4")
    shape(pen, "M130 350L894 350C894 420 860 500 820 480C790 470 790 560 740 540C700 520 710 420 650 430C590 440 600 520 540 500C480 490 500 430 430 440C380 450 390 600 330 580C280 560 300 440 230 450C170 450 130 420 130 350Z", _COCOA)  # fmt: skip
    shape(pen, "M120 230Q120 200 150 200L874 200Q904 200 904 230L904 350L120 350Z", "#d9a35a")
    for row in (262, 716):
        for k in range(8):
            dot(pen, 190 + 92 * k, row, 13, "#a9713a")


def _on_a_stick(pen: Pen) -> None:
    """A marshmallow, toasted over a flame."""
    bar(pen, (990, 990), (380, 380), 22, "#8a5a34")
    to = Transform.rotate(-45, (370, 370))
    pen.part(rounded_rect(210, 170, 320, 400, 110).transformed(to), "#fffaf4")
    pen.canvas.fill(Path.parse("M219 300C219 220 260 179 320 179L420 179C480 179 521 220 521 300C460 340 440 280 380 310C320 340 280 290 219 300Z").transformed(to), "#c98a4a")  # fmt: skip
    pen.canvas.fill(oval(380, 480, 100, 24).transformed(to), "#efe3d8")


def _caramel_apple(pen: Pen) -> None:
    bar(pen, (C, 40), (C, 420), 28, "#e3c08a")
    shape(
        pen,
        "M512 360C700 260 910 340 900 590C890 830 700 990 600 980Q512 950 424 980C324 990 134 830 124 590C114 340 324 260 512 360Z",
        "#d1332e",
    )
    shape(pen, "M512 360C700 260 910 340 900 590C890 700 850 720 830 640C800 580 760 700 720 760C690 800 660 740 650 680C620 620 600 800 560 840C520 850 530 700 490 700C450 710 450 800 410 790C370 760 380 640 330 640C280 650 290 740 250 740C190 730 124 690 124 590C114 340 324 260 512 360Z", "#c9823a")  # fmt: skip
    glint(pen, 300, 460, 80, 40, -40, "#efb878")


def _candy_corn(pen: Pen) -> None:
    for x, y, turn in ((330, 420, -24), (700, 430, 26), (512, 640, 0)):
        to = Transform.rotate(turn, (x, y))
        body = Path.parse(f"M{x} {y - 320}C{x + 90} {y - 320} {x + 230} {y + 160} {x + 210} {y + 230}C{x + 190} {y + 300} {x - 190} {y + 300} {x - 210} {y + 230}C{x - 230} {y + 160} {x - 90} {y - 320} {x} {y - 320}Z").transformed(to)  # fmt: skip
        pen.part(body, "#f6c53f")
        with pen.canvas.group(body):
            pen.canvas.fill(rect(x - 400, y - 400, 800, 500).transformed(to), "#f08a2c")
            pen.canvas.fill(rect(x - 400, y - 400, 800, 270).transformed(to), _CREAM)


def _mochi(pen: Pen) -> None:
    for x, y, ink in ((300, 640, "#f7b3c4"), (724, 640, "#c3dc9a"), (512, 420, "#fbf2e4")):
        shape(pen, f"M{x - 230} {y + 160}C{x - 270} {y - 120} {x - 120} {y - 220} {x} {y - 220}C{x + 120} {y - 220} {x + 270} {y - 120} {x + 230} {y + 160}Q{x} {y + 210} {x - 230} {y + 160}Z", ink)  # fmt: skip
        glint(pen, x - 90, y - 110, 52, 26, -36)
    pen.part(oval(C, 860, 480, 70), "#b0763f")


def _gumball_machine(pen: Pen) -> None:
    shape(pen, "M330 560L694 560L790 980L234 980Z", "#d9403a")
    box(pen, 420, 760, 184, 150, "#3d3a48", 24)
    disc(pen, C, 670, 58, "#f3bf4b")
    bar(pen, (470, 670), (554, 670), 13, "#c3ccd8")
    disc(pen, C, 320, 290, "#e3f3f8")
    inks = ("#e0564a", "#f3c84a", "#5fb0d8", "#8bc98f", "#8468c0", "#f2879f")
    spots = ((360, 480), (450, 530), (550, 540), (650, 490), (310, 390), (410, 410), (512, 440), (610, 410), (710, 390), (360, 310), (460, 320), (560, 330), (660, 300))  # fmt: skip
    for k, (x, y) in enumerate(spots):
        disc(pen, x, y, 52, inks[k % 6])
    pen.canvas.fill(oval(380, 180, 40, 80, 36), "#ffffff")
    box(pen, 340, 20, 344, 76, "#d9403a", 36)


def _bubblegum(pen: Pen) -> None:
    to = Transform.rotate(-20, (C, C))
    for x, ink in ((300, "#f2879f"), (512, "#f5a0b5"), (724, "#f2879f")):
        pen.part(rounded_rect(x - 90, 160, 180, 700, 40).transformed(to), "#dfe5ea")
        pen.part(rounded_rect(x - 90, 380, 180, 480, 20).transformed(to), ink)


def _mooncake(pen: Pen) -> None:
    pen.part(_smooth([polar(C, C, 490 if k % 2 else 430, 360 * k / 24) for k in range(24)]), "#c9823a")
    pen.canvas.stroke(circle(C, C, 350), "#8f5524", 20)
    for k in range(8):
        pen.canvas.stroke(oval(*polar(C, C, 200, 45 * k), 70, 130, 45 * k), "#8f5524", 18)
    pen.canvas.fill(circle(C, C, 70), "#8f5524")


def _bread_slice_stack(pen: Pen) -> None:
    """French toast: two slices with syrup, butter and berries."""
    pen.part(oval(C, 850, 480, 90), "#e4edf2")
    for y in (720, 560):
        shape(
            pen,
            f"M130 {y}C90 {y - 120} 200 {y - 190} 512 {y - 190}C824 {y - 190} 934 {y - 120} 894 {y}L880 {y + 110}L144 {y + 110}Z",
            "#c98a3f",
        )
        mark(
            pen,
            f"M170 {y - 10}C150 {y - 100} 240 {y - 156} 512 {y - 156}C784 {y - 156} 874 {y - 100} 854 {y - 10}Q512 {y + 40} 170 {y - 10}Z",
            "#eec27a",
        )
    shape(
        pen,
        "M300 480C340 420 680 420 740 490C770 560 740 760 700 740C660 720 690 580 640 570C590 560 610 640 560 640C510 640 500 560 450 570C410 580 420 680 370 670C320 650 270 530 300 480Z",
        "#8a4a1c",
    )
    box(pen, 430, 380, 170, 110, "#fbe08f", 20)
    for x, y, ink in ((700, 420, "#d9435a"), (770, 470, "#4f5fa8"), (660, 480, "#4f5fa8")):
        disc(pen, x, y, 40, ink)


def _lolly_heart(pen: Pen) -> None:
    bar(pen, (C, 560), (C, 1000), 24, "#fdfbf6")
    pen.part(heart(C, 350, 640), "#e0475c")
    pen.canvas.fill(oval(350, 230, 70, 38, -40), "#f9b9c0")


def _honey_dipper(pen: Pen) -> None:
    to = Transform.rotate(40, (C, C))
    pen.part(limb([(C, 20), (C, 620)], 28, 28).transformed(to), "#b0763f")
    for k, half in enumerate((110, 150, 170, 170, 150, 110)):
        pen.part(rounded_rect(C - half, 560 + 66 * k, 2 * half, 54, 27).transformed(to), "#c98a4a")
    tube(pen, "M250 770C240 860 260 900 250 980", 44, "#f3b13a")


CONFECTIONS: Mapping[str, Draw] = {
    "pink doughnut": _doughnut("#f28fb0"),
    "chocolate doughnut": _doughnut("#7d4e34"),
    "glazed doughnut": _doughnut("#f3d9a0", sprinkled=False),
    "blue doughnut": _doughnut("#8fc7ea"),
    "bitten pink doughnut": _doughnut("#f28fb0", bitten=True),
    "bitten chocolate doughnut": _doughnut("#7d4e34", bitten=True),
    "muffin": _muffin,
    "wedding cake": _tiered_cake,
    "slice of carrot cake": _wedge("#b9713a", _CREAM, "carrot"),
    "slice of red velvet cake": _wedge("#a8293a", _CREAM, "plain"),
    "slice of strawberry cake": _wedge("#fbe3b5", "#f7a8bb", "strawberry"),
    "slice of black forest cake": _wedge("#4f3022", _CREAM, "cherry"),
    "slice of pumpkin pie": _pie_wedge("#d9772c"),
    "slice of key lime pie": _pie_wedge("#d3e08a"),
    "slice of pecan pie": _pie_wedge("#8a4f24"),
    "churros": fitted(_churros),
    "wobbly jelly": _jelly,
    "smore": _smore,
    "toasted marshmallow": fitted(_on_a_stick),
    "caramel apple": _caramel_apple,
    "candy corn": fitted(_candy_corn),
    "mochi": fitted(_mochi),
    "gumball machine": _gumball_machine,
    "bubblegum": fitted(_bubblegum),
    "mooncake": _mooncake,
    "french toast": fitted(_bread_slice_stack),
    "heart lollipop": _lolly_heart,
    "honey dipper": fitted(_honey_dipper),
}
