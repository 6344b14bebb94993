"""What tattooers draw: a snake round a dagger, hands that hold or make a sign, a skull in a sunflower, a tree in four seasons.
Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, leaf, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, curve, limb, oval
from pod.providers.embedded.gallery.flowers import MEADOW, TIED
from pod.providers.embedded.gallery.kit import GREEN, LEAF, C, Draw
from pod.providers.embedded.objects.kit import CREAM, GOLD, RED, SNOW, STEEL, fitted, line, shape

_SKIN = "#e8b48c"
_SCALES = "#4f8f5a"


def _dagger(pen: Pen) -> None:
    shape(pen, "M462 330L562 330L552 840L512 1000L472 840Z", STEEL)
    pen.canvas.fill(Path.parse("M512 336L552 336L546 836L512 980Z"), mix(STEEL, INK, 0.2))
    shape(pen, "M340 280Q512 240 684 280L684 336Q512 310 340 336Z", GOLD)
    for x in (340, 684):
        pen.part(circle(x, 308, 40), GOLD)
    shape(pen, "M474 110L550 110L562 280L462 280Z", "#5b2f3a")
    for y in (140, 180, 220, 260):
        line(pen, f"M468 {y}L556 {y + 10}", 9, GOLD)
    pen.part(circle(512, 76, 52), RED)


_Spot = tuple[float, float]
_COILS: Sequence[tuple[_Spot, _Spot, _Spot, _Spot]] = (
    ((300, 900), (420, 860), (600, 850), (690, 780)),
    ((690, 780), (730, 700), (560, 690), (400, 650)),
    ((400, 650), (270, 600), (330, 520), (470, 500)),
    ((470, 500), (640, 480), (740, 440), (690, 360)),
    ((690, 360), (660, 310), (700, 240), (780, 230)),
)
"""The snake from tail to head; every second piece passes behind the blade."""


def _coil(pen: Pen, k: int) -> None:
    start, end = 26 + 9 * k, 35 + 9 * k
    pen.part(limb(curve(*_COILS[k]), min(start, 58), min(end, 58)), _SCALES)
    spots = curve(*_COILS[k])[2:-1:3]
    for x, y in spots:
        pen.canvas.fill(circle(x, y, 17), mix(_SCALES, CREAM, 0.55))


def _snake_and_dagger(pen: Pen) -> None:
    for k in (1, 3):
        _coil(pen, k)
    _dagger(pen)
    for k in (0, 2, 4):
        _coil(pen, k)
    pen.part(oval(812, 224, 96, 66, 12), _SCALES)
    pen.canvas.fill(oval(826, 204, 19, 22), GOLD)
    pen.canvas.fill(oval(828, 204, 8, 19), INK)
    pen.canvas.stroke(Path.parse("M900 244L968 262M968 262L1000 240M968 262L996 288"), RED, 13)


def _with_roses(body: Callable[[Pen], None], spots: Sequence[tuple[float, float, float]]) -> Draw:
    def draw(pen: Pen) -> None:
        body(pen)
        for x, y, r in spots:
            for turn in (-70, 20, 110):
                pen.part(leaf(x, y, 1.9 * r, 0.7 * r, turn), (GREEN, LEAF)[turn > 50])
            TIED["rose"](pen, x, y, r, 0)

    return fitted(draw)


def _palm(pen: Pen) -> None:
    pen.part(Path.parse("M380 1020L372 900C300 840 300 640 360 600L664 600C720 640 720 840 652 900L644 1020Z"), _SKIN)


def _peace_hand(pen: Pen) -> None:
    """Two fingers up, the others under the thumb."""
    for points in ([(430, 640), (370, 420), (310, 170)], [(580, 640), (630, 420), (690, 170)]):
        pen.part(limb(points, 58, 50), _SKIN)
        x, y = points[-1]
        pen.canvas.fill(oval(x, y - 10, 26, 34, (x - C) * 0.08), mix(_SKIN, SNOW, 0.5))
    _palm(pen)
    for x in (610, 668):
        pen.part(limb([(x, 600), (x + 6, 690), (x - 16, 750)], 46, 42), _SKIN)
    pen.part(limb([(350, 760), (470, 790), (600, 740), (650, 700)], 54, 44), _SKIN)
    pen.canvas.fill(oval(646, 700, 26, 20, -35), mix(_SKIN, SNOW, 0.5))


def _peace_in_bloom(pen: Pen) -> None:
    """Flowers behind the wrist and over it."""
    for k in range(6):
        x = 250 + 104 * k
        pen.part(leaf(x, 900, 240, 90, -60 + 24 * k), (GREEN, LEAF)[k % 2])
    _peace_hand(pen)
    for k, (x, y, r) in enumerate(
        ((300, 960, 110), (730, 960, 110), (420, 990, 100), (620, 990, 100), (512, 960, 124))
    ):
        MEADOW[k % len(MEADOW)](pen, x, y, r, 0)


def _sunflower_skull(pen: Pen) -> None:
    """Two rings of petals round a skull."""
    for ring, (r, long) in enumerate(((300, 230), (270, 190))):
        for k in range(18):
            turn = 20 * k + 10 * ring
            pen.part(leaf(*polar(C, 480, r, turn), long, 92, turn), ("#e8a02c", GOLD)[ring])
    pen.part(circle(C, 480, 290), "#5b3a26")
    skull = "M-190 -30C-190 -230 190 -230 190 -30C190 60 150 100 116 124L106 214Q0 250 -106 214L-116 124C-150 100 -190 60 -190 -30Z"
    pen.part(Path.parse(skull).transformed(Transform.move(C, 490)), "#f4efe2")
    for side in SIDES:
        pen.canvas.fill(oval(C + side * 78, 484, 54, 62, side * 8), INK)
    pen.canvas.fill(Path.parse("M512 530L544 594L480 594Z"), INK)
    for dx in (-54, 0, 54):
        line(pen, f"M{C + dx} 634L{C + dx} 706", 11)
    pen.part(limb([(C, 980), (C, 1200)], 24, 20), GREEN)
    for side in SIDES:
        pen.part(leaf(C, 1150, 260, 110, side * 62), GREEN)


_SEASONS = ("#f4b6c8", "#5f9d63", "#e07a34", "#dfe9f0")
"""Blossom, leaves, autumn and snow, clockwise from above on the left."""


def _tree_of_seasons(pen: Pen) -> None:
    """One trunk, a quarter of the crown for each season."""
    pen.part(Path.parse("M420 1010C470 880 460 760 440 640L584 640C564 760 560 880 606 1010Z"), "#7a5236")
    for turn, reach in ((-60, 330), (-22, 380), (22, 380), (60, 330)):
        pen.part(limb([(C, 700), polar(C, 700, reach * 0.6, turn), polar(C, 700, reach, turn)], 40, 18), "#7a5236")
    for k, (x, y) in enumerate(((270, 430), (410, 250), (614, 250), (754, 430))):
        for dx, dy, r in ((0, 0, 150), (-90, 70, 104), (90, 70, 104), (0, -90, 110)):
            pen.part(circle(x + dx, y + dy, r), _SEASONS[k])
        for dx, dy, r in ((0, 0, 140), (-90, 70, 94), (90, 70, 94), (0, -90, 100)):
            pen.canvas.fill(circle(x + dx, y + dy, r), _SEASONS[k])
        for j in range(7):
            px, py = polar(x, y, 40 + 13 * j, 137 * j)
            pen.canvas.fill(circle(px, py, 15), mix(_SEASONS[k], (RED, GREEN, RED, SNOW)[k], 0.45))


TATTOOS: Mapping[str, Draw] = {
    "snake and dagger": fitted(_snake_and_dagger),
    "snake and dagger with roses": _with_roses(_snake_and_dagger, ((330, 700, 130), (700, 640, 120), (512, 860, 130))),
    "peace hand": fitted(_peace_hand),
    "peace hand with flowers": fitted(_peace_in_bloom),
    "sunflower skull": fitted(_sunflower_skull),
    "tree of four seasons": fitted(_tree_of_seasons),
}
"""By the name that the keyword table gives them."""
