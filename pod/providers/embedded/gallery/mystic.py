"""Eyes that see all, hands that say something, two koi, a mended heart. Original art in a box of 1024 units."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, heart, leaf, polar, polygon, rays, rounded_rect, sparkle
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, Pen, limb, oval
from pod.providers.embedded.gallery.kit import CREAM, GOLD, GREEN, ORANGE, RED, TEAL, VIOLET, WHITE, C, Draw, moved
from pod.providers.embedded.objects.kit import fitted

_LID = "M-50 0C-26 -34 26 -34 50 0C26 34 -26 34 -50 0Z"


def _eye(pen: Pen, x: float, y: float, size: float, iris: str) -> None:
    pen.part(moved(_LID, x, y, size), WHITE)
    pen.part(circle(x, y, 25 * size), iris)
    pen.canvas.fill(circle(x, y, 17 * size), mix(iris, CREAM, 0.35))
    pen.canvas.fill(circle(x, y, 11 * size), INK)
    pen.canvas.fill(circle(x + 8 * size, y - 9 * size, 5 * size), WHITE)


def _mystic_eye(pen: Pen) -> None:
    """One eye with long lashes above, drops below and a star over it."""
    for k in range(9):
        turn = -64 + 16 * k
        pen.part(leaf(*polar(C, 560, 300 - 6 * abs(k - 4), turn), 210 - 12 * abs(k - 4), 46, turn), GOLD)
    for turn, size in ((180, 1.0), (152, 0.7), (208, 0.7)):
        x, y = polar(C, 560, 300, turn)
        pen.part(moved("M0 -46C30 0 34 44 0 44C-34 44 -30 0 0 -46Z", x, y, 1.5 * size), TEAL)
    _eye(pen, C, 560, 8.6, VIOLET)


def _providence(pen: Pen) -> None:
    """An eye in the top of a pyramid, with rays around it."""
    pen.part(rays(C, 400, 250, 500, 20, 0.5), GOLD)
    pen.part(polygon(C, 600, 520, 3), "#d9c08a")
    for y, half in ((640, 265), (740, 322)):
        pen.canvas.stroke(Path.lines([(C - half, y), (C + half, y)], closed=False), INK, 18)
    for x, top, foot in ((C, 640, 740), (C - 160, 740, 856), (C + 160, 740, 856)):
        pen.canvas.stroke(Path.lines([(x, top), (x, foot)], closed=False), INK, 18)
    pen.part(polygon(C, 404, 260, 3), mix(GOLD, CREAM, 0.3))
    _eye(pen, C, 420, 3.3, TEAL)


def _bone(pen: Pen, points: list[tuple[float, float]], width: float) -> None:
    """A finger of separate bones."""
    for (ax, ay), (bx, by) in itertools.pairwise(points):
        pen.part(limb([(ax, ay), ((ax + bx) / 2, (ay + by) / 2), (bx, by)], width, width * 0.86), CREAM)
    for x, y in points[1:-1]:
        pen.part(circle(x, y, width * 0.72), CREAM)


def _rock_hand(pen: Pen) -> None:
    """Bones of a hand with the first and the last finger up."""
    for x in (440, 584):
        pen.part(rounded_rect(x - 42, 800, 84, 230, 40), CREAM)
    for turn, y in ((0, 800), (0, 812)):
        pen.part(oval(C, y - 10, 190 - 40 * turn, 66), CREAM)
    for x, top in ((352, 560), (458, 590), (566, 590), (672, 560)):
        pen.part(limb([(C + (x - C) * 0.55, 780), ((x + C) / 2 + (x - C) * 0.3, 680), (x, top)], 44, 38), CREAM)
    _bone(pen, [(352, 560), (330, 400), (316, 250), (306, 120)], 38)
    _bone(pen, [(672, 560), (696, 420), (714, 290), (726, 180)], 36)
    for x in (458, 566):
        _bone(pen, [(x, 580), (x - 4, 470), (x + 6, 560), (x + 4, 660)], 36)
    _bone(pen, [(330, 730), (400, 640), (520, 620), (590, 640)], 36)


_ROSE_HEAD = (
    "M0 48C-40 40 -60 4 -52 -30C-36 -22 -28 -32 -22 -44C-10 -56 10 -56 22 -44C28 -32 36 -22 52 -30C60 4 40 40 0 48Z"
)


def _hand_with_rose(pen: Pen) -> None:
    """An open fist around the stem of a rose."""
    skin = "#e8b48c"
    pen.part(limb([(540, 1010), (530, 700), (512, 330)], 17, 14), GREEN)
    for x, y, turn in ((530, 560, 58), (520, 470, -62)):
        pen.part(leaf(x, y, 190, 76, turn), GREEN)
    pen.part(moved(_ROSE_HEAD, C, 220, 3.6), RED)
    for strokes in ("M-22 -44C-16 -10 16 -10 22 -44", "M-40 -26C-34 14 0 18 4 46", "M40 -26C36 6 22 10 6 18"):
        pen.canvas.stroke(moved(strokes, C, 220, 3.6), mix(RED, INK, 0.5), 15)
    pen.part(Path.parse("M300 1040C310 930 330 860 360 800C420 730 640 730 690 800C716 880 720 950 724 1040Z"), skin)
    for k in range(4):
        x = 400 + 84 * k
        pen.part(limb([(x - 10, 690 + 8 * abs(k - 1)), (x + 6, 760), (x - 6, 830)], 46, 42), skin)
        pen.canvas.fill(rounded_rect(x - 32, 806, 44, 34, 16), mix(skin, WHITE, 0.45))
    pen.part(limb([(330, 880), (420, 900), (560, 880), (620, 850)], 54, 44), skin)
    pen.canvas.fill(oval(618, 850, 26, 20, -30), mix(skin, WHITE, 0.45))


def _rose_over(pen: Pen) -> None:
    pen.part(limb([(560, 1000), (530, 700), (512, 330)], 17, 14), GREEN)
    for x, y, turn in ((530, 520, 58), (520, 430, -62)):
        pen.part(leaf(x, y, 190, 76, turn), GREEN)
    pen.part(moved(_ROSE_HEAD, C, 200, 3.4), RED)
    for strokes in ("M-22 -44C-16 -10 16 -10 22 -44", "M-40 -26C-34 14 0 18 4 46", "M40 -26C36 6 22 10 6 18"):
        pen.canvas.stroke(moved(strokes, C, 200, 3.4), mix(RED, INK, 0.5), 15)


def _wrist_bones(pen: Pen) -> None:
    for x in (446, 584):
        pen.part(rounded_rect(x - 40, 900, 80, 220, 38), CREAM)
    for x, y in ((420, 880), (520, 862), (612, 886)):
        pen.part(oval(x, y, 66, 52), CREAM)


def _bones_with_rose(pen: Pen) -> None:
    """Fingers of bones closed round the stem, the thumb across."""
    _rose_over(pen)
    _wrist_bones(pen)
    for k, (x, top) in enumerate(((356, 560), (450, 520), (548, 526), (642, 572))):
        foot = 416 + 66 * k
        _bone(pen, [(foot, 850), (x - 6, 690), (x, top), (x + 96 - 30 * k, top + 34), (x + 70 - 30 * k, top + 116)], 33)
    _bone(pen, [(380, 850), (286, 760), (300, 660), (420, 640)], 36)


def _bare_bones(pen: Pen) -> None:
    """An open hand of bones."""
    _wrist_bones(pen)
    for k, points in enumerate(
        (
            [(300, 560), (270, 440), (250, 330)],
            [(440, 500), (430, 350), (424, 210), (420, 110)],
            [(560, 500), (570, 340), (578, 180), (584, 70)],
            [(676, 540), (710, 400), (738, 270), (756, 170)],
        )
    ):
        _bone(pen, [(416 + 66 * k, 850), ((416 + 66 * k + points[0][0]) / 2, 690), *points], 33)
    _bone(pen, [(640, 870), (780, 790), (860, 690), (910, 590)], 36)


def _zombie_hand(pen: Pen) -> None:
    """Out of a grave: torn cuff, bent fingers, one bone bare."""
    skin, nail = "#8fb05a", "#e3e8c4"
    pen.part(Path.parse("M420 900L430 620C430 560 600 560 610 620L640 900Z"), skin)
    for k, points in enumerate(
        (
            [(430, 620), (330, 520), (300, 380), (350, 290)],
            [(470, 580), (430, 400), (420, 230), (470, 130)],
            [(540, 580), (560, 390), (580, 210), (640, 130)],
            [(590, 610), (660, 470), (720, 340), (790, 300)],
        )
    ):
        pen.part(limb(points, 52, 38), skin)
        x, y = points[-1]
        pen.part(oval(x, y, 26, 34, (20, 20, 30, 40)[k]), nail)
    pen.part(limb([(610, 700), (740, 640), (850, 640)], 54, 42), skin)
    pen.part(oval(858, 640, 26, 34, 90), nail)
    pen.canvas.stroke(Path.parse("M470 700L490 740L466 780M560 660L546 700"), mix(skin, INK, 0.5), 12)
    pen.part(Path.parse("M380 830L430 790L470 836L520 786L566 838L620 790L664 836L690 960L360 960Z"), "#5f6f8f")
    pen.part(
        Path.parse("M60 1000C120 880 260 860 330 900C400 850 640 850 700 900C780 860 900 880 964 1000Z"), "#5b3f2c"
    )
    for x, y in ((180, 950), (340, 960), (700, 950), (840, 960), (520, 940)):
        pen.canvas.fill(oval(x, y, 34, 18), "#7a5640")


_KOI = "M-6 -44C22 -46 40 -22 36 4C32 30 10 40 -4 52C-2 34 -26 36 -30 30C-12 30 8 16 8 0C8 -12 0 -18 -10 -18C-26 -18 -30 -40 -6 -44Z"


def _yin_yang_koi(pen: Pen) -> None:
    """One light and one dark, each after the other's tail, in a ring of water."""
    pen.part(circle(C, C, 490), mix(TEAL, CREAM, 0.55))
    pen.canvas.stroke(circle(C, C, 440), mix(TEAL, CREAM, 0.2), 16)
    for turn, body, patch in ((0.0, WHITE, ORANGE), (180.0, INK, mix(INK, CREAM, 0.55))):
        to = Transform.rotate(turn, (C, C))
        fish = moved(_KOI, C + 140, C - 20, 8.2).transformed(to)
        for x, y, lean in ((870, 430, 70), (560, 150, -20)):
            pen.part(leaf(x - 20, y, 150, 80, lean).transformed(to), patch)
        pen.part(fish, body)
        for x, y, r in ((760, 330, 62), (820, 520, 52), (730, 700, 44)):
            spot = circle(x, y, r).transformed(to).geometry().intersection(fish.geometry().buffer(-12))
            pen.canvas.fill(Path.from_geometry(spot), patch)
        eye_at = circle(590, 230, 24).transformed(to)
        pen.canvas.fill(eye_at, INK if body == WHITE else WHITE)


def _stitched_heart(pen: Pen) -> None:
    """Broken once, sewn together, with a patch."""
    pen.part(heart(C, C, 920), RED)
    crack = [(C + 10, 250), (C - 60, 380), (C + 50, 500), (C - 50, 640), (C + 20, 770), (C, 900)]
    pen.canvas.stroke(Path.lines(crack, closed=False), INK, 26)
    for (ax, ay), (bx, by) in itertools.pairwise(crack):
        for share in (0.3, 0.72):
            x, y = ax + (bx - ax) * share, ay + (by - ay) * share
            pen.canvas.stroke(Path.lines([(x - 62, y - 16), (x + 62, y + 16)], closed=False), CREAM, 22)
    patch = rounded_rect(250, 380, 170, 150, 24).transformed(Transform.rotate(-12, (335, 455)))
    pen.part(patch, GOLD)
    pen.canvas.stroke(patch.offset(-18), CREAM, 10, dash=(26, 20))
    pen.canvas.fill(sparkle(760, 380, 70, 0.2), CREAM)


MYSTIC: Mapping[str, Draw] = {
    "mystic eye": _mystic_eye,
    "eye over a pyramid": _providence,
    "bones of a rock hand": _rock_hand,
    "zombie hand": fitted(_zombie_hand),
    "skeleton hand": fitted(_bare_bones),
    "skeleton hand with a rose": fitted(_bones_with_rose),
    "hand with a rose": _hand_with_rose,
    "yin yang of koi": _yin_yang_koi,
    "stitched heart": _stitched_heart,
}
"""By the name that the keyword table gives them."""
