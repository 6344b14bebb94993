"""Boughs with fruit and blossom, a loon, yin and yang of animals, a map of the world: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, leaf, polar, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import BOX, INK, SIDES, Pen, curve, limb, oval
from pod.providers.embedded.gallery.kit import GREEN, LEAF, C, Draw
from pod.providers.embedded.objects.kit import fitted

_BARK, _SNOW, _DARK = "#7a5236", "#fdfbf6", "#2f2c38"
_Fruit = Callable[[Pen, float, float], None]
"""Draws one that hangs from that point."""


def _lemon(rind: str) -> _Fruit:
    def draw(pen: Pen, x: float, y: float) -> None:
        body = "M0 -120C70 -110 104 -40 96 20C88 90 40 120 22 132C14 150 -14 150 -22 132C-40 120 -88 90 -96 20C-104 -40 -70 -110 0 -120Z"
        pen.part(Path.parse(body).transformed(Transform.move(x, y + 120)), rind)
        pen.canvas.fill(oval(x - 36, y + 90, 18, 46, 16), _SNOW, 0.6)

    return draw


def _round(rind: str, r: float, *, stalk: float = 0.0) -> _Fruit:
    def draw(pen: Pen, x: float, y: float) -> None:
        if stalk:
            pen.canvas.stroke(Path.parse(f"M{x} {y}Q{x + 20} {y + stalk / 2} {x} {y + stalk}"), INK, 14)
        pen.part(circle(x, y + stalk + r, r), rind)
        pen.canvas.fill(oval(x - 0.38 * r, y + stalk + 0.7 * r, 0.16 * r, 0.3 * r, 24), _SNOW, 0.6)

    return draw


def _cherries(pen: Pen, x: float, y: float) -> None:
    for side in SIDES:
        _round("#c8343f", 66, stalk=150 + 24 * side)(pen, x + side * 74, y)


def _olives(pen: Pen, x: float, y: float) -> None:
    pen.part(oval(x, y + 74, 56, 74, 8), "#7d8f3f")
    pen.canvas.fill(oval(x - 18, y + 56, 10, 24, 12), _SNOW, 0.6)


def _blossom(pen: Pen, x: float, y: float, ink: str) -> None:
    for k in range(5):
        pen.part(circle(*polar(x, y, 56, 72 * k), 46), ink)
    pen.canvas.fill(circle(x, y, 44), ink)
    pen.canvas.fill(circle(x, y, 24), "#f3bf4b")


_TWIG = ((40, 330), (300, 250), (620, 250), (990, 130))
_LEAVES = (
    *((190, 300, 150), (250, 240, 24), (430, 250, 160), (500, 240, 10), (640, 250, 150), (720, 220, 20)),
    *((850, 190, 140), (980, 130, 70)),
)


def _bough(fruit: _Fruit, hangs: Sequence[float], blossom: str, *, slim: float = 84.0) -> Draw:
    """A bough from left to right, its fruit below at those places, two blossoms on it unless `blossom` is ""."""

    def draw(pen: Pen) -> None:
        bough = curve(*_TWIG)
        pen.part(limb(bough, 30, 14), _BARK)
        for k, (x, y, turn) in enumerate(_LEAVES):
            pen.part(leaf(x, y, 230, slim, turn), (GREEN, LEAF)[k % 2])
        for place in hangs:
            fruit(pen, place, min(bough, key=lambda point: abs(point[0] - place))[1] + 16)
        for at in (370, 800) if blossom else ():
            _blossom(pen, at, 226, blossom)

    return fitted(draw)


def _loon(pen: Pen) -> None:
    """Afloat, to the left: black head, a red eye, a chequered back and a collar of stripes."""
    pen.part(
        Path.parse(
            "M250 640C330 560 560 560 720 600C820 620 900 560 980 600C940 700 820 800 560 800C380 800 260 760 250 640Z"
        ),
        _DARK,
    )
    for row in range(4):
        for k in range(8 - row):
            x, y = 470 + 54 * k + 22 * (row % 2), 626 + 34 * row
            pen.canvas.fill(rounded_rect(x, y, 24, 18, 4), _SNOW)
    pen.canvas.fill(
        Path.parse("M264 700C330 780 460 792 560 792C700 792 800 760 860 720C740 770 420 780 264 700Z"), _SNOW
    )
    pen.part(
        Path.parse(
            "M250 700C200 560 250 480 230 400C220 300 300 230 390 250C470 270 490 360 440 430C400 500 420 580 440 650Z"
        ),
        _DARK,
    )
    pen.part(Path.parse("M262 320L60 372L262 392Z"), mix(_DARK, _SNOW, 0.2))
    for k in range(5):
        pen.canvas.fill(rounded_rect(262 + 32 * k, 520, 14, 60, 6), _SNOW)
    pen.canvas.fill(circle(330, 338, 30), "#d9362f")
    pen.canvas.fill(circle(330, 338, 13), INK)
    for y, half in ((850, 470), (900, 330)):
        pen.canvas.stroke(Path.parse(f"M{560 - half} {y}Q560 {y + 40} {560 + half} {y}"), "#6fb4e0", 20)


def _swirl(pen: Pen, ink: str, face: Callable[[Pen, str], None], other: str) -> None:
    """One half of a yin and yang, its head uppermost."""
    half = (
        [polar(C, C, 470, a) for a in range(180, 361, 6)]
        + [polar(C, C - 235, 235, a) for a in range(0, 181, 10)]
        + [polar(C, C + 235, 235, a) for a in range(360, 179, -10)]
    )
    pen.part(Path.lines(half), ink)
    face(pen, other)


def _muzzle(pen: Pen, ink: str) -> None:
    for side in SIDES:
        pen.canvas.fill(oval(C + side * 82, 250, 24, 32), ink)
        for lean in (-26, 20):
            start, end = (C + side * 112, 320 + lean / 3), (C + side * 208, 306 + lean)
            pen.canvas.stroke(Path.lines([start, end], closed=False), ink, 9)
    pen.canvas.fill(Path.parse("M484 312L540 312L512 344Z"), "#e98a94")
    pen.canvas.stroke(Path.parse("M470 366Q492 388 512 352Q532 388 554 366"), ink, 11)


def _cats_in_one(pen: Pen) -> None:
    """A light and a dark one, each the other turned about."""
    for turn, ink, other in ((0.0, _SNOW, _DARK), (180.0, _DARK, _SNOW)):
        canvas = Canvas(BOX, BOX)
        one = Pen(canvas, pen.species)
        for side in SIDES:
            x = C + side * 130
            one.part(Path.parse(f"M{x - side * 100} 110L{x + side * 50} -20L{x + side * 100} 190Z"), ink)
        _swirl(one, ink, _muzzle, other)
        pen.canvas.place(canvas.drawing(), Transform.rotate(turn, (C, C)))


_LANDS: tuple[tuple[tuple[int, int], ...], ...] = (
    (
        *(
            (-168, 66),
            (-156, 71),
            (-128, 70),
            (-110, 68),
            (-95, 72),
            (-82, 70),
            (-80, 62),
            (-93, 59),
            (-82, 52),
            (-79, 55),
        ),
        *((-77, 62), (-65, 59), (-56, 52), (-66, 46), (-70, 42), (-76, 35), (-81, 31), (-80, 25), (-83, 30), (-90, 30)),
        *((-97, 27), (-97, 20), (-92, 18), (-87, 21), (-88, 16), (-83, 12), (-78, 8), (-83, 8), (-92, 14), (-105, 20)),
        *((-110, 24), (-117, 33), (-124, 40), (-124, 48), (-135, 58), (-150, 60), (-165, 55), (-158, 59), (-166, 62)),
    ),
    (
        *((-78, 8), (-72, 12), (-62, 10), (-50, 1), (-35, -6), (-39, -15), (-48, -26), (-58, -36), (-65, -43)),
        *((-68, -54), (-74, -50), (-73, -37), (-70, -20), (-80, -6), (-80, 2)),
    ),
    ((-55, 82), (-25, 82), (-20, 73), (-43, 60), (-53, 67), (-68, 77)),
    (
        *((-6, 36), (10, 37), (20, 32), (32, 31), (37, 22), (43, 12), (51, 12), (40, -4), (40, -16), (33, -27)),
        *((20, -35), (12, -18), (9, 0), (8, 5), (-8, 5), (-17, 15), (-15, 25)),
    ),
    (
        *((-9, 37), (-9, 43), (-1, 44), (-4, 48), (4, 52), (9, 55), (11, 58), (5, 59), (6, 62), (15, 69), (28, 71)),
        *((42, 67), (55, 69), (68, 73), (80, 74), (104, 78), (114, 74), (140, 73), (170, 70), (180, 66), (178, 63)),
        *((163, 60), (160, 53), (156, 57), (140, 54), (135, 44), (128, 40), (129, 36), (121, 40), (122, 31), (115, 23)),
        *((108, 21), (109, 12), (105, 9), (103, 2), (98, 9), (94, 17), (89, 22), (80, 15), (77, 8), (72, 20), (66, 25)),
        *((57, 26), (52, 29), (59, 22), (52, 15), (44, 13), (39, 21), (35, 29), (36, 36), (27, 37), (29, 41), (41, 41)),
        *((38, 46), (30, 46), (27, 41), (23, 37), (19, 42), (13, 45), (18, 40), (15, 38), (9, 44), (3, 42), (-1, 37)),
    ),
    ((-5, 50), (1, 51), (-2, 56), (-5, 58), (-4, 54)),
    ((130, 32), (136, 34), (140, 36), (142, 44), (139, 39), (132, 35)),
    ((44, -24), (50, -15), (49, -24), (46, -26)),
    (
        *((114, -22), (122, -17), (130, -12), (136, -12), (137, -16), (142, -11), (146, -19), (153, -27)),
        *((150, -37), (140, -38), (131, -31), (116, -35)),
    ),
    ((173, -35), (178, -38), (172, -44), (167, -46)),
    ((96, 5), (106, -6), (101, -4)),
    ((109, 1), (117, 6), (118, 1), (114, -4)),
    ((132, -1), (145, -5), (150, -10), (139, -8)),
)
"""Rough coasts, as degrees east and north."""

_LAND_INKS = ("#8fb86a", "#d98a4f", "#f4f1e6", "#e3b860", "#b58fc0")

_ACROSS, _UP = 2.7, 3.5
"""Units a degree."""


def _world_map(pen: Pen) -> None:
    """A sheet with the continents and a compass."""
    pen.part(rounded_rect(10, 180, 1004, 660, 26), "#bfe0ea")
    for k in range(1, 6):
        pen.canvas.stroke(Path.parse(f"M{10 + 167 * k} 190L{10 + 167 * k} 830"), "#a5cfdd", 6)
    for y in (345, 510, 675):
        pen.canvas.stroke(Path.parse(f"M20 {y}L1004 {y}"), "#a5cfdd", 6)
    for k, land in enumerate(_LANDS):
        coast = Path.lines([(C - 6 + _ACROSS * east, 540 - _UP * north) for east, north in land])
        pen.canvas.fill(coast.offset(6), INK)
        pen.canvas.fill(coast, _LAND_INKS[k % len(_LAND_INKS)])
    for k in range(4):
        pen.canvas.fill(leaf(170, 690, 90, 26, 90 * k), ("#d1493f", INK, INK, INK)[k])


BOUGHS: Mapping[str, Draw] = {
    "lemon branch": _bough(_lemon("#f4c93a"), (250, 560, 830), _SNOW),
    "orange branch": _bough(_round("#ee8a3c", 112, stalk=20), (240, 540, 830), _SNOW),
    "peach branch": _bough(_round("#f4a582", 112, stalk=20), (240, 540, 830), "#f7c3cf"),
    "apple branch": _bough(_round("#d1493f", 112, stalk=24), (240, 540, 830), "#fbe3e6"),
    "cherry branch": _bough(_cherries, (250, 560, 830), ""),
    "olive branch": _bough(_olives, (210, 380, 560, 720, 860), "", slim=46),
    "loon": fitted(_loon),
    "yin yang cats": fitted(_cats_in_one),
    "world map": fitted(_world_map),
}
"""By the name that the keyword table gives them."""
