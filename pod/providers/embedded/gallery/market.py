"""What comes in crates, buckets and glasses: vegetables from the market, fried chicken, a shrimp cocktail, an egg on toast. Original
art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, leaf
from pod.providers.embedded.characters.pen import INK, Pen, blob, curve, limb, oval
from pod.providers.embedded.objects.kit import C, Draw, box, deep, disc, dot, fitted, glint, mark, pale, shape, slab

_SOIL, _WOOD, _GREEN, _LEAF, _RED, _ORANGE = "#6d4a33", "#c98a4b", "#4f9a5c", "#7fb56a", "#d1493f", "#ee8a3c"
_GOLD, _SNOW, _YOLK = "#f3bf4b", "#fdfbf6", "#f6b93a"


def _carrot(pen: Pen, x: float, y: float, lean: float) -> None:
    for turn in (-26, 0, 26):
        pen.part(leaf(x, y - 60, 190, 54, turn + lean), _GREEN)
    pen.part(
        Path.parse(f"M{x - 62} {y - 70}Q{x} {y - 110} {x + 62} {y - 70}L{x + 20} {y + 260}L{x - 20} {y + 260}Z"),
        _ORANGE,
    )
    for dy in (-10, 60):
        pen.canvas.stroke(Path.lines([(x - 40, y + dy), (x + 4, y + dy + 8)], closed=False), deep(_ORANGE), 11)


def _lettuce(pen: Pen, x: float, y: float) -> None:
    for dx, dy, r in ((-96, 30, 96), (96, 30, 96), (0, -60, 110), (-60, -20, 92), (60, -20, 92)):
        pen.part(circle(x + dx, y + dy, r), _LEAF)
    pen.part(blob(x, y + 30, 110, 120, 2.3), pale(_LEAF, 0.3))
    for dx in (-40, 0, 40):
        pen.canvas.stroke(Path.lines([(x, y + 140), (x + dx, y - 20)], closed=False), pale(_LEAF, 0.7), 10)


def _crate_of_vegetables(pen: Pen) -> None:
    _lettuce(pen, 250, 420)
    _carrot(pen, 450, 400, -8)
    _carrot(pen, 570, 380, 6)
    pen.part(leaf(760, 560, 420, 190, 8), "#6d3f86")
    pen.part(Path.parse("M760 150L850 120L880 200L800 230L730 220Z"), _GREEN)
    pen.part(circle(900, 480, 112), _RED)
    pen.part(Path.parse("M850 384L900 400L950 384L926 430L900 420L874 430Z"), _GREEN)
    pen.part(circle(690, 540, 104), _RED)
    pen.part(Path.parse("M640 452L690 468L740 452L716 496L690 486L664 496Z"), _GREEN)
    pen.part(limb(curve((120, 470), (90, 560), (150, 640), (330, 640)), 62, 54), "#3f8a4f")
    for row in range(3):
        y = 590 + 132 * row
        box(pen, 40, y, 944, 106, _WOOD, 14)
        slab(pen, 60, y + 20, 904, 14, pale(_WOOD, 0.35))
    for x in (60, C - 34, 896):
        box(pen, x, 570, 68, 430, deep(_WOOD, 0.14), 12)
        for y in (640, 772, 904):
            dot(pen, x + 34, y, 9, deep(_WOOD, 0.5))


def _drumstick(pen: Pen, x: float, y: float, turn: float) -> None:
    meat = Path.parse(
        "M0 -190C110 -180 150 -60 96 40C60 110 30 120 22 150L-22 150C-30 120 -60 110 -96 40C-150 -60 -110 -180 0 -190Z"
    )
    bone = Path.parse("M-20 130L20 130L22 236C60 240 60 296 20 292Q0 300 -20 292C-60 296 -60 240 -22 236Z")
    to = Transform.rotate(turn, (0, 0)).then(Transform.move(x, y))
    pen.part(bone.transformed(to), _SNOW)
    pen.part(meat.transformed(to), "#c9803f")
    for dx, dy in ((-40, -60), (34, -100), (20, 0), (-24, 30), (60, -30)):
        pen.canvas.fill(circle(dx, dy, 13).transformed(to), "#e9b06a")


def _bucket_of_chicken(pen: Pen) -> None:
    for x, y, turn in ((250, 300, 150), (770, 300, 205), (400, 230, 168), (630, 230, 190), (C, 330, 180)):
        _drumstick(pen, x, y, turn)
    pail = Path.parse("M130 430L894 430L800 1000L224 1000Z")
    pen.part(pail, _SNOW)
    with pen.canvas.group(pail):
        for k in range(4):
            x = 172 + 200 * k
            mark(pen, f"M{x} 420L{x + 100} 420L{x + 80 - 20 * k} 1010L{x + 36 - 14 * k} 1010Z", _RED)
    box(pen, 104, 400, 816, 70, _RED, 30)
    disc(pen, C, 720, 140, _SNOW)
    for dx in (-60, 60):
        dot(pen, C + dx, 690, 16)
    mark(pen, f"M{C - 40} 720L{C + 40} 720L{C} 790Z", _GOLD)
    mark(pen, f"M{C - 46} 610Q{C - 40} 560 {C - 6} 590Q{C} 540 {C + 20} 586Q{C + 60} 570 {C + 46} 614Z", _RED)


def _shrimp_on_the_rim(pen: Pen, x: float, y: float, side: float) -> None:
    spine = curve(
        (x + side * 150, y + 150), (x + side * 210, y - 40), (x + side * 60, y - 170), (x - side * 60, y - 60)
    )
    pen.part(limb(spine, 66, 34), "#f59a82")
    for k in (4, 8, 12):
        px, py = spine[k] if k < len(spine) else spine[-1]
        dot(pen, px, py, 14, "#fbd0c0")
    tx, ty = spine[0]
    for turn in (150, 200):
        pen.part(leaf(tx, ty, 110, 60, turn if side > 0 else -turn), "#e56a55")


def _shrimp_cocktail(pen: Pen) -> None:
    for x, side in ((300, -1.0), (724, 1.0)):
        _shrimp_on_the_rim(pen, x, 300, side)
    shape(pen, "M150 360L874 360C860 580 700 680 560 700L560 880L464 880L464 700C324 680 164 580 150 360Z", "#d9eef5")
    shape(pen, "M196 420L828 420C800 560 680 630 512 640C344 630 224 560 196 420Z", "#c8342d")
    pen.part(oval(C, 400, 362, 54), "#dd4a3d")
    pen.part(oval(C, 390, 90, 40), _GREEN)
    pen.part(oval(C, 920, 250, 54), "#d9eef5")
    glint(pen, 260, 520, 20, 70, 24)


def _toast_with_an_egg(pen: Pen) -> None:
    bread = "M140 330C60 180 250 60 512 80C774 60 964 180 884 330C880 520 900 760 860 940Q512 1000 164 940C124 760 144 520 140 330Z"
    shape(pen, bread, "#b9763c")
    mark(
        pen,
        "M200 340C140 220 300 130 512 146C724 130 884 220 824 340C820 520 836 740 802 892Q512 940 222 892C188 740 204 520 200 340Z",
        "#f2d6a2",
    )
    shape(
        pen,
        "M250 360C210 270 340 210 512 220C690 210 812 270 776 370C780 520 790 700 756 830Q512 880 268 830C234 700 250 520 250 360Z",
        "#a9cf6a",
    )
    shape(
        pen,
        "M330 520C300 420 430 360 540 390C660 360 740 440 710 540C760 640 660 740 550 700C440 750 310 680 330 520Z",
        _SNOW,
    )
    disc(pen, 520, 550, 104, _YOLK)
    glint(pen, 488, 516, 26, 16, -30)
    for x, y in ((420, 460), (640, 480), (600, 650), (400, 640), (300, 420), (720, 780), (330, 760)):
        dot(pen, x, y, 9, INK)


MARKET: Mapping[str, Draw] = {
    "crate of vegetables": fitted(_crate_of_vegetables),
    "bucket of fried chicken": fitted(_bucket_of_chicken),
    "shrimp cocktail": fitted(_shrimp_cocktail),
    "avocado toast with an egg": fitted(_toast_with_an_egg),
}
"""By the name that the keyword table gives them."""
