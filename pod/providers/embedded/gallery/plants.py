"""Branches, trees and what grows in water: original art in a box of 1024 units."""

from __future__ import annotations

import math
from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf, polar, rounded_rect
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, curve, limb, oval
from pod.providers.embedded.gallery.kit import (
    BARK,
    CREAM,
    GOLD,
    GREEN,
    LEAF,
    RED,
    WHITE,
    C,
    Draw,
    bow,
    leaves,
    moved,
    petal,
    stem,
)

_HOLLY_LEAF = "M0 0Q-0.12 -0.14 -0.36 -0.14Q-0.24 -0.3 -0.22 -0.4Q-0.34 -0.46 -0.44 -0.5Q-0.22 -0.62 -0.18 -0.74Q-0.26 -0.78 -0.3 -0.84Q-0.1 -0.88 0 -1.06Q0.1 -0.88 0.3 -0.84Q0.26 -0.78 0.18 -0.74Q0.22 -0.62 0.44 -0.5Q0.34 -0.46 0.22 -0.4Q0.24 -0.3 0.36 -0.14Q0.12 -0.14 0 0Z"


def _holly(pen: Pen) -> None:
    for turn in (-66, 66, 0):
        pen.part(moved(_HOLLY_LEAF, C, 640, 470, 540, turn), mix(GREEN, INK, 0.14 if turn else 0.02))
        pen.canvas.stroke(Path.lines([polar(C, 640, 80, turn), polar(C, 640, 430, turn)], closed=False), LEAF, 14)
    for x, y in ((430, 690), (600, 680), (C, 800)):
        pen.part(circle(x, y, 96), RED)
        pen.canvas.fill(circle(x - 30, y - 32, 22), "#f6b5ad")


def _mistletoe(pen: Pen) -> None:
    for side in SIDES:
        pen.part(
            limb(curve((C, 200), (C + side * 40, 420), (C + side * 160, 520), (C + side * 240, 640)), 17, 12), LEAF
        )
    pen.part(limb([(C, 20), (C, 620)], 17, 13), LEAF)
    for x, y, turns in (
        (C, 620, (150, 210)),
        (C - 240, 640, (185, 245)),
        (C + 240, 640, (175, 115)),
        (C - 60, 420, (262,)),
        (C + 60, 420, (98,)),
    ):
        for turn in turns:
            pen.part(petal("round", x, y, 330, 140, turn), "#8fb86a")
    for x, y in ((C, 640), (C - 70, 690), (C + 70, 690), (C - 250, 660), (C + 250, 660), (C - 60, 440), (C + 70, 450)):
        pen.part(circle(x, y, 48), WHITE)
    bow(pen, C, 170, 190, RED)


def _twig(ink: str, slim: float, fruit: str = "", pairs: int = 6) -> Draw:
    """A branch with leaves in pairs, and with a fruit beside every other one."""

    def draw(pen: Pen) -> None:
        spine = curve((130, 980), (300, 800), (640, 500), (850, 60))
        pen.part(limb(spine, 17, 9), BARK)
        for k in range(pairs):
            x, y = spine[2 + round(k * 11 / (pairs - 1))]
            size = 330 - 150 * k / pairs
            leaves(pen, ((x, y, size, -26 - 34), (x, y, size, 38 + 66)), mix(ink, INK, 0.07 * (k % 3)), slim)
            if fruit and k % 2:
                pen.part(oval(x + 66, y + 46, 52, 64, 20), fruit)
                pen.canvas.fill(oval(x + 50, y + 26, 12, 18, 20), CREAM)
        leaves(pen, ((spine[-1][0], spine[-1][1] + 60, 150, 26),), ink, slim)

    return draw


def _eucalyptus(pen: Pen) -> None:
    spine = curve((180, 990), (300, 760), (640, 540), (760, 70))
    pen.part(limb(spine, 15, 9), "#9a7a5a")
    for k in range(7):
        x, y = spine[1 + 2 * k]
        r = 124 - 9 * k
        for side, turn in ((-1.0, -58), (1.0, 100)):
            cx, cy = polar(x, y, r * 1.12, turn)
            pen.part(oval(cx, cy, r, r * 0.86, turn), mix("#8fb5a2", INK, 0.1 if side > 0 else 0.0))
            pen.canvas.stroke(Path.lines([(x, y), (cx, cy)], closed=False), CREAM, 9)
    pen.part(oval(760, 60, 46, 54), "#a9c9b6")


def _fern(pen: Pen) -> None:
    """Fronds that arch over to both sides, their leaflets shorter towards the tip."""
    for x, y, rise in _FRONDS:
        spine = curve((C, 1000), (C + 0.12 * x, 1000 + 0.55 * rise), (C + 0.5 * x, 1000 + rise), (C + x, 1000 + y))
        count = len(spine) - 1
        pen.part(limb(spine, 13, 6), GREEN)
        for k in range(2, count):
            (ax, ay), (bx, by) = spine[k - 1], spine[k]
            heading, out = math.degrees(math.atan2(bx - ax, ay - by)), 1 - (k / count) ** 1.5
            for side in SIDES:
                size = 60 + 120 * out
                pen.part(leaf(bx, by, size, 0.36 * size, heading + side * 66), mix(GREEN, LEAF, 0.5 * (k % 2)))
        pen.part(
            leaf(
                *spine[-2], 90, 30, math.degrees(math.atan2(spine[-1][0] - spine[-2][0], spine[-2][1] - spine[-1][1]))
            ),
            LEAF,
        )


_FRONDS = ((-500, -300, -560), (500, -300, -560), (-400, -700, -760), (400, -700, -760), (40, -970, -640))
"""Where the tips are from the root, and how high each goes before it bends."""


_IVY_LEAF = "M0 0.3C-0.2 0.5 -0.5 0.4 -0.6 0.1C-0.46 0.1 -0.4 0 -0.46 -0.3C-0.3 -0.24 -0.16 -0.3 0 -0.7C0.16 -0.3 0.3 -0.24 0.46 -0.3C0.4 0 0.46 0.1 0.6 0.1C0.5 0.4 0.2 0.5 0 0.3Z"


def _ivy(pen: Pen) -> None:
    vine = curve((120, 20), (900, 260), (60, 620), (860, 1000))
    pen.part(limb(vine, 14, 11), BARK)
    for k, (x, y) in enumerate(vine):
        if k % 2 == 0:
            side = 1.0 if k % 4 else -1.0
            pen.part(
                moved(_IVY_LEAF, x + side * 90, y + 20, 230 - 5 * k, turn=side * 130), mix(GREEN, INK, 0.1 * (k % 3))
            )
            pen.canvas.stroke(Path.lines([(x, y), (x + side * 130, y + 40)], closed=False), LEAF, 10)


_MAPLE = "M0 0.62L0 0.3L-0.4 0.38L-0.34 0.24L-0.66 0.02L-0.56 -0.06L-0.64 -0.32L-0.42 -0.26L-0.36 -0.36L-0.16 -0.14L-0.24 -0.58L-0.12 -0.52L0 -0.78L0.12 -0.52L0.24 -0.58L0.16 -0.14L0.36 -0.36L0.42 -0.26L0.64 -0.32L0.56 -0.06L0.66 0.02L0.34 0.24L0.4 0.38L0 0.3Z"


def _autumn_leaves(pen: Pen) -> None:
    for x, y, size, turn, ink in (
        (300, 360, 460, -24, "#d9572f"),
        (740, 330, 400, 28, "#e9a23a"),
        (540, 740, 400, 170, "#b5432f"),
    ):
        end = polar(x, y, size * 0.86, turn + 180)
        pen.part(limb([polar(x, y, size * 0.3, turn + 180), end], 15, 12), BARK)
        pen.part(moved(_MAPLE, x, y, size, turn=turn), ink)
        for lean in (-62, 0, 62):
            pen.canvas.stroke(
                Path.lines([polar(x, y, size * 0.26, turn + 180), polar(x, y, size * 0.42, turn + lean)], closed=False),
                mix(ink, CREAM, 0.45),
                10,
            )


_OAK_LEAF = "M0 0C-0.1 -0.06 -0.26 -0.1 -0.22 -0.24C-0.44 -0.28 -0.42 -0.46 -0.24 -0.5C-0.42 -0.6 -0.34 -0.78 -0.18 -0.76C-0.2 -0.92 -0.1 -1 0 -1C0.1 -1 0.2 -0.92 0.18 -0.76C0.34 -0.78 0.42 -0.6 0.24 -0.5C0.42 -0.46 0.44 -0.28 0.22 -0.24C0.26 -0.1 0.1 -0.06 0 0Z"


def _acorns(pen: Pen) -> None:
    for turn in (-58, 58, 0):
        pen.part(moved(_OAK_LEAF, C, 420, 440, 470, turn), ("#c98a3a", "#b5702f")[turn != 0])
        pen.canvas.stroke(Path.lines([(C, 420), polar(C, 420, 370, turn)], closed=False), "#e9c07a", 11)
    for side in SIDES:
        x = C + side * 170
        pen.part(limb([(C, 400), (x, 520)], 15, 13), BARK)
        pen.part(
            moved("M-0.5 -0.2C-0.54 0.3 -0.3 0.7 0 0.96C0.3 0.7 0.54 0.3 0.5 -0.2Z", x, 690, 290, 320, side * -8),
            "#d9a25a",
        )
        pen.canvas.fill(oval(x - 60, 740, 22, 70, 8), "#f0cf9a")
        cap = moved("M-0.66 0.2C-0.7 -0.5 0.7 -0.5 0.66 0.2Q0 0.34 -0.66 0.2Z", x, 610, 290, 300, side * -8)
        pen.part(cap, BARK)
        for k in range(4):
            pen.canvas.fill(oval(x - 105 + 70 * k, 610 - 18 * (k % 2), 20, 14), mix(BARK, CREAM, 0.35))


def _acorn(pen: Pen) -> None:
    """One, large and light, for it to be told from the fur of who holds it."""
    pen.part(Path.parse("M512 200Q500 120 560 50L610 70Q570 130 572 210Z"), BARK)
    pen.part(Path.parse("M180 470C170 720 330 900 512 1000C694 900 854 720 844 470Z"), "#eab65a")
    pen.canvas.fill(oval(330, 620, 50, 130, 10), "#f7dba0")
    pen.part(Path.parse("M120 480C90 110 934 110 904 480Q512 590 120 480Z"), BARK)
    for x, y in ((270, 400), (430, 430), (594, 430), (754, 400), (350, 300), (512, 320), (674, 300)):
        pen.canvas.fill(oval(x, y, 52, 34), mix(BARK, CREAM, 0.35))


def _tree_of_life(pen: Pen) -> None:
    """An oak with its roots."""
    for x, y, r in (
        (C, 240, 230),
        (270, 350, 200),
        (754, 350, 200),
        (400, 200, 180),
        (630, 200, 180),
        (180, 470, 130),
        (846, 470, 130),
    ):
        pen.part(circle(x, y, r), GREEN)
    for x, y, r in ((C, 250, 226), (270, 350, 192), (754, 350, 192), (400, 210, 172), (630, 210, 172), (C, 420, 150)):
        pen.canvas.fill(circle(x, y, r), GREEN)
    for x, y in ((300, 260), (480, 140), (690, 220), (560, 330), (210, 420), (820, 430), (400, 380), (680, 400)):
        pen.canvas.fill(leaf(x, y, 92, 30, 40), LEAF)
    for side in SIDES:
        for dx, dy, w in ((150, -240, 24), (270, -140, 20)):
            pen.part(
                limb(
                    curve((C, 640), (C + side * 30, 560), (C + side * dx * 0.7, 500), (C + side * dx, 560 + dy * 0.6)),
                    40,
                    w,
                ),
                BARK,
            )
        for dx, y in ((120, 990), (270, 960), (430, 890)):
            pen.part(
                limb(
                    curve((C + side * 20, 700), (C + side * 40, 800), (C + side * dx * 0.6, 830), (C + side * dx, y)),
                    42,
                    12,
                ),
                BARK,
            )
    pen.part(limb([(C, 420), (C, 800)], 52, 74), BARK)
    pen.canvas.stroke(Path.lines([(C - 16, 520), (C - 26, 760)], closed=False), mix(BARK, CREAM, 0.35), 14)


def _flytrap(pen: Pen) -> None:
    for x, y, lean in ((250, 330, -28), (790, 380, 30), (C, 200, 0)):
        stem(pen, (C, 860), (x, y + 130), (x - C) * 0.1, 20)
        for side in SIDES:
            for k in range(6):
                root = polar(x, y + 110, 190 - 4 * abs(k - 2), lean + side * (14 + 17 * k))
                pen.part(leaf(*root, 76, 18, lean + side * (2 + 15 * k)), LEAF)
            pen.part(petal("broad", x, y + 120, 240, 210, lean + side * 52), GREEN)
            pen.canvas.fill(petal("broad", x, y + 100, 180, 140, lean + side * 48), "#d9506a")
    pen.part(rounded_rect(300, 860, 424, 60, 26), "#cf6f47")
    pen.part(Path.parse("M330 910L694 910L650 1010L374 1010Z"), "#b85c38")


def _pitcher_plant(pen: Pen) -> None:
    for x, top, side in ((250, 330, 1.0), (780, 360, -1.0), (C, 100, 1.0)):
        pen.part(moved("M-0.3 0C-0.34 0.5 -0.2 0.9 0 1C0.2 0.9 0.34 0.5 0.3 0Z", x, top + 60, 380, 980 - top), LEAF)
        for k in range(3):
            pen.canvas.fill(oval(x - 40 + 40 * k, top + 260 + 60 * k, 11, 44), "#c2455a")
        pen.part(oval(x, top + 70, 128, 44), "#c2455a")
        pen.canvas.fill(oval(x, top + 74, 92, 24), mix(INK, "#c2455a", 0.2))
        pen.part(petal("broad", x - side * 96, top + 64, 210, 200, side * 34), GREEN)


def _cattails(pen: Pen) -> None:
    for x, top in ((250, 150), (420, 60), (620, 120), (800, 210)):
        foot = C + (x - C) * 0.55
        pen.part(limb([(foot, 1000), (x, top)], 13, 9), GREEN)
        end = (x + (foot - x) * 0.28, top + (1000 - top) * 0.28)
        start = (x + (foot - x) * 0.06, top + (1000 - top) * 0.06)
        pen.part(limb([start, end], 46, 46), BARK)
        pen.canvas.stroke(
            Path.lines([(start[0] - 14, start[1]), (end[0] - 14, end[1])], closed=False), mix(BARK, CREAM, 0.35), 13
        )
    leaves(pen, [(C + 4 * a, 1000, 640 - 5 * abs(a), a) for a in (-38, 38, -20, 22, 2, -8)], LEAF, 0.08)


def _kelp(pen: Pen) -> None:
    for x, tall, ink in ((230, 640, "#5f8f4f"), (790, 700, "#5f8f4f"), (C, 900, "#4f7f5a")):
        blade = curve((x, 1000), (x - 130, 1000 - tall * 0.35), (x + 130, 1000 - tall * 0.7), (x - 20, 1000 - tall))
        pen.part(limb(blade, 16, 10), ink)
        for k in range(1, 14, 2):
            side = 1.0 if k % 4 == 1 else -1.0
            pen.part(leaf(*blade[k], 210 - 5 * k, 50, side * 52), mix(ink, LEAF, 0.3 * (k % 3)))
            pen.part(circle(blade[k][0], blade[k][1], 24), mix(ink, GOLD, 0.5))
        pen.part(leaf(*blade[14], 110, 36, -8), ink)


def _coral(pen: Pen) -> None:
    def fork(x: float, y: float, length: float, turn: float, width: float, depth: int) -> None:
        tip = polar(x, y, length, turn)
        arms.append(limb([(x, y), tip], width, width * 0.8))
        if depth:
            for lean in (-36, 30):
                fork(*tip, length * 0.74, turn + lean, width * 0.8, depth - 1)

    arms: list[Path] = []
    for turn in (-38, 0, 38):
        fork(C + turn * 2, 980, 300 - abs(turn), turn, 52, 2)
    for arm in arms:
        pen.canvas.stroke(arm, INK, 18)
    for arm in arms:
        pen.canvas.fill(arm, "#f2705f")
    for k, arm in enumerate(arms):
        box = arm.bounds()
        pen.canvas.fill(circle(*box.centre, 13), ("#fbb5a2", CREAM)[k % 2])


def _toadstools(cap: str, spots: str, shape: str) -> Draw:
    def draw(pen: Pen) -> None:
        leaves(pen, ((200, 1000, 260, -30), (830, 1000, 250, 30), (760, 1000, 170, 8)), GREEN, 0.18)
        for x, top, size in ((220, 520, 230), (800, 600, 200), (500, 140, 380)):
            pen.part(
                Path.parse(
                    f"M{x - size * 0.26} {top + size * 0.7}L{x + size * 0.26} {top + size * 0.7}Q{x + size * 0.3} 900 {x + size * 0.4} 1000L{x - size * 0.4} 1000Q{x - size * 0.3} 900 {x - size * 0.26} {top + size * 0.7}Z"
                ),
                CREAM,
            )
            whole = moved(shape, x, top + size * 0.8, size)
            pen.part(whole, cap)
            with pen.canvas.group(whole):
                for dx, dy, r in ((-0.5, -0.14, 0.13), (0.02, -0.5, 0.16), (0.52, -0.16, 0.13), (0.1, -0.02, 0.09)):
                    pen.canvas.fill(oval(x + dx * size, top + size * (0.8 + dy), r * size, r * size * 0.9), spots)

    return draw


_MORELS = "M-0.44 0.16C-0.62 -0.4 -0.3 -1 0 -1C0.3 -1 0.62 -0.4 0.44 0.16Q0 0.3 -0.44 0.16Z"
_CHANTERELLE = (
    "M-0.9 -0.5Q-0.5 -0.72 0 -0.5Q0.5 -0.72 0.9 -0.5C0.5 -0.2 0.3 0 0.28 0.3L-0.28 0.3C-0.3 0 -0.5 -0.2 -0.9 -0.5Z"
)
_CAP = "M-0.96 0C-0.96 -0.56 -0.5 -0.86 0 -0.86C0.5 -0.86 0.96 -0.56 0.96 0Q0 0.2 -0.96 0Z"


PLANTS: Mapping[str, Draw] = {
    "holly": _holly,
    "mistletoe": _mistletoe,
    "olive branch": _twig("#8a9f62", 0.24, "#5f6b3a"),
    "laurel branch": _twig("#4f8a56", 0.3),
    "rosemary": _twig("#6f9080", 0.14, pairs=10),
    "eucalyptus": _eucalyptus,
    "fern": _fern,
    "ivy": _ivy,
    "autumn leaves": _autumn_leaves,
    "acorn": _acorn,
    "acorns": _acorns,
    "tree of life": _tree_of_life,
    "venus flytrap": _flytrap,
    "pitcher plant": _pitcher_plant,
    "cattails": _cattails,
    "kelp": _kelp,
    "sea coral": _coral,
    "fly agarics": _toadstools("#d9473c", WHITE, _CAP),
    "morel": _toadstools("#b98a55", "#7a5236", _MORELS),
    "chanterelle": _toadstools("#f0a63a", "#fbcf7a", _CHANTERELLE),
    "blue mushrooms": _toadstools("#5a7fc4", "#bcd0f2", _CAP),
}
"""By the name that the keyword table gives them."""
