"""Boats and boards, on a strip of water where they float: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, rounded_rect
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, limb, oval
from pod.providers.embedded.gallery.kit import C, Draw
from pod.providers.embedded.objects.kit import bar, box, deep, disc, dot, fitted, line, mark, pale, shape, slab, tube

_SEA, _WOOD, _CREAM, _TYRE = "#4f9fc0", "#b0763f", "#fbf2df", "#3d3a48"


def _waves(pen: Pen, y: float, left: float = 20.0, right: float = 1004.0) -> None:
    """A strip of water with a row of crests, over the foot of what floats."""
    count = 6
    step = (right - left) / count
    crest = f"M{left} {y + 30}"
    for k in range(count):
        x = left + step * k
        crest += f"C{x + 0.3 * step} {y - 30} {x + 0.7 * step} {y - 30} {x + step} {y + 30}"
    shape(pen, f"{crest}L{right - 60} {y + 150}L{left + 60} {y + 150}Z", _SEA)
    line(pen, f"M{left + 150} {y + 90}Q{left + 230} {y + 60} {left + 310} {y + 90}M{right - 380} {y + 100}Q{right - 290} {y + 70} {right - 200} {y + 100}", 13, pale(_SEA, 0.5))  # fmt: skip


def _double_paddle(pen: Pen, turn: float, x: float, y: float) -> None:
    to = Transform.rotate(turn, (x, y))
    pen.part(limb([(x - 400, y), (x + 400, y)], 13, 13).transformed(to), _TYRE)
    for side in SIDES:
        blade = oval(x + side * 440, y, 100, 46).transformed(to)
        pen.part(blade, "#f3bf4b")


def _kayak(pen: Pen) -> None:
    shape(
        pen,
        "M10 560C200 640 330 600 512 600C694 600 824 640 1014 560C960 720 760 790 512 790C264 790 64 720 10 560Z",
        "#e0564a",
    )
    mark(pen, "M70 650C240 700 780 700 954 650C900 700 800 730 512 730C224 730 124 700 70 650Z", "#f8c9a0")
    pen.part(oval(C, 606, 150, 44), _TYRE)
    shape(pen, "M560 600C560 500 640 480 660 500L650 610Z", deep("#e0564a", 0.3))
    _double_paddle(pen, -24, C, 470)
    _waves(pen, 775)


def _rowing_boat(pen: Pen) -> None:
    shape(
        pen,
        "M40 500C160 560 330 580 512 580C694 580 864 560 984 500C960 700 860 800 740 830L284 830C164 800 64 700 40 500Z",
        _WOOD,
    )
    for y in (640, 720):
        line(pen, f"M{90 + (y - 640) * 0.5} {y}Q512 {y + 50} {934 - (y - 640) * 0.5} {y}", 10, deep(_WOOD, 0.35))
    shape(
        pen,
        "M40 500C160 560 330 580 512 580C694 580 864 560 984 500L990 470C860 520 694 540 512 540C330 540 164 520 34 470Z",
        _CREAM,
    )
    for x, end in ((400, 130), (624, 894)):
        bar(pen, (x, 440), (end, 800), 14, "#d9b077")
        side = -1 if end < C else 1
        pen.part(oval(end + side * 20, 790, 44, 90, -side * 34), "#d9b077")
    _waves(pen, 800)


def _raft(pen: Pen) -> None:
    bar(pen, (560, 640), (560, 120), 18, "#8a5a34")
    shape(pen, "M580 140L580 520Q760 500 860 440Q800 220 580 140Z", _CREAM)
    for k in range(6):
        box(pen, 90, 600 + 34 * k, 844, 56, _WOOD if k % 2 else "#c08a50", 28)
    for x in (240, 760):
        tube(pen, f"M{x} 596L{x} 820", 26, "#e9d3a0")
    _waves(pen, 790)


def _viking_ship(pen: Pen) -> None:
    bar(pen, (C, 640), (C, 70), 18, "#7a5236")
    shape(
        pen,
        "M230 130C330 170 694 170 794 130C850 260 850 400 790 520C640 560 384 560 234 520C174 400 174 260 230 130Z",
        _CREAM,
    )
    for k in range(4):
        x = 255 + 145 * k
        mark(pen, f"M{x} 154L{x + 72} 162L{x + 72} 534L{x} 526Z", "#d1493f")
    box(pen, 200, 100, 624, 34, "#7a5236", 16)
    shape(pen, "M150 640C60 560 40 440 90 330C60 320 30 350 10 340C20 280 90 260 140 290C180 330 130 420 170 500C200 570 260 610 340 620L700 620C790 600 850 540 870 440C880 380 940 360 970 400C990 440 950 470 930 450C950 600 880 790 760 850L264 850C190 820 160 720 150 640Z", "#a9713f")  # fmt: skip
    dot(pen, 96, 308, 13, INK)
    for y in (720, 790):
        line(pen, f"M190 {y}Q512 {y + 30} {860 - (y - 720) * 0.6} {y - 20}", 10, deep("#a9713f", 0.4))
    for k, ink in enumerate(("#d1493f", "#3f7f9f", "#f3bf4b", "#d1493f", "#3f7f9f")):
        x = 270 + 122 * k
        disc(pen, x, 650, 62, ink)
        disc(pen, x, 650, 20, "#d5dde5")
    _waves(pen, 810)


def _tugboat(pen: Pen) -> None:
    box(pen, 560, 140, 110, 240, "#3d3a48", 10)
    slab(pen, 566, 190, 98, 50, "#e0564a", 0)
    shape(pen, "M300 380L700 380L700 620L260 620Z", _CREAM)
    shape(pen, "M360 230L540 230L560 380L340 380Z", "#e0564a")
    for x in (380, 500):
        box(pen, x, 264, 70, 76, "#cfeaf5", 12)
    for x in (370, 490, 610):
        disc(pen, x, 500, 44, "#cfeaf5")
    shape(pen, "M30 560C120 620 700 620 990 580C990 700 940 800 860 860L240 860C120 800 50 700 30 560Z", "#3f7f9f")
    mark(pen, "M60 690C300 720 800 720 970 690L940 750C700 770 300 770 90 750Z", _CREAM)
    for x in (300, 520, 740):
        pen.canvas.stroke(circle(x, 700, 44), INK, 44)
        pen.canvas.stroke(circle(x, 700, 44), _TYRE, 28)
    _waves(pen, 810)


def _fishing_boat(pen: Pen) -> None:
    bar(pen, (620, 420), (620, 60), 14, _WOOD)
    line(pen, "M620 70L930 560M620 70L180 600", 9)
    shape(pen, "M634 80L760 120L634 170Z", "#e0564a")
    shape(pen, "M420 330L660 330L680 620L400 620Z", _CREAM)
    box(pen, 380, 290, 320, 54, "#3f7f9f", 16)
    for x in (440, 560):
        box(pen, x, 390, 84, 96, "#cfeaf5", 12)
    shape(pen, "M20 520C160 620 700 640 1000 560C990 700 930 800 840 850L240 850C120 800 40 680 20 520Z", "#d1493f")
    mark(pen, "M44 600C200 690 700 700 990 640L984 690C700 750 260 740 66 660Z", _CREAM)
    _waves(pen, 800)


def _lifebuoy_boat(pen: Pen) -> None:
    shape(
        pen,
        "M60 480C160 560 340 580 512 580C684 580 864 560 964 480C964 700 860 840 740 850L284 850C164 840 60 700 60 480Z",
        "#f08a2c",
    )
    mark(pen, "M70 560C200 640 824 640 954 560L946 620C800 700 224 700 78 620Z", "#fdfbf6")
    for x in (280, 512, 744):
        pen.canvas.stroke(Path.parse(f"M{x - 70} 680Q{x} 780 {x + 70} 680"), INK, 12)
    _waves(pen, 810)


def _jet_ski(pen: Pen) -> None:
    shape(
        pen,
        "M20 640C120 560 240 520 360 500L440 380L560 400L540 500L900 520C980 540 1010 620 990 700C800 780 240 780 120 740C60 720 30 680 20 640Z",
        "#e0564a",
    )
    mark(pen, "M60 650C300 610 700 620 990 650L984 700C760 760 250 760 130 730Z", "#fdfbf6")
    shape(pen, "M560 500C600 430 700 430 860 450C900 460 900 500 880 520L560 510Z", _TYRE)
    tube(pen, "M430 390L500 350L600 360", 30, _TYRE)
    _waves(pen, 720)


def _board(ink: str, stripe: str, accent: str) -> Draw:
    """Standing up, a surfboard with a stringer and a bold band."""

    def draw(pen: Pen) -> None:
        body = Path.parse(
            "M512 10C690 180 720 480 690 760C670 900 620 1000 512 1014C404 1000 354 900 334 760C304 480 334 180 512 10Z"
        )
        pen.part(body, ink)
        with pen.canvas.group(body):
            pen.canvas.fill(Path.parse("M200 560C400 460 624 660 824 540L824 700C624 800 400 620 200 720Z"), stripe)
            pen.canvas.fill(Path.parse("M200 760C400 660 624 860 824 740L824 800C624 910 400 720 200 820Z"), accent)
        line(pen, "M512 60L512 980", 10)
        pen.canvas.fill(oval(440, 280, 26, 120, 8), pale(ink, 0.6))

    return draw


def _paddle_board(pen: Pen) -> None:
    _board("#6fc4c0", "#fdfbf6", "#f3bf4b")(pen)
    bar(pen, (820, 60), (820, 760), 16, _TYRE)
    bar(pen, (780, 60), (860, 60), 18, _TYRE)
    pen.part(oval(820, 860, 66, 130), "#ee8a3c")


def _crossed_oars(pen: Pen) -> None:
    for side in SIDES:
        to = Transform.rotate(side * 38, (C, C))
        pen.part(limb([(C, 1000), (C, 260)], 18, 18).transformed(to), "#d9b077")
        blade = Path.parse("M470 300L430 90C440 20 584 20 594 90L554 300Z").transformed(to)
        pen.part(blade, "#3f6fa8" if side < 0 else "#d1493f")
        pen.canvas.fill(Path.parse("M448 190L440 130L584 130L576 190Z").transformed(to), "#fdfbf6")
        pen.part(rounded_rect(C - 26, 880, 52, 130, 20).transformed(to), _TYRE)


BOATS: Mapping[str, Draw] = {
    "kayak": fitted(_kayak),
    "rowing boat": fitted(_rowing_boat),
    "raft": fitted(_raft),
    "viking ship": fitted(_viking_ship),
    "tugboat": fitted(_tugboat),
    "fishing boat": fitted(_fishing_boat),
    "lifeboat": fitted(_lifebuoy_boat),
    "jet ski": fitted(_jet_ski),
    "surfboard": _board("#fbf2df", "#ee6f6a", "#3f978f"),
    "paddle board": fitted(_paddle_board),
    "crossed oars": fitted(_crossed_oars),
}
"""Boards stand by themselves; what floats is shown on water."""
