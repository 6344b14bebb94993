"""Flowers in spikes, in bells and of shapes of their own: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, heart, leaf, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, blob, curve, limb, oval
from pod.providers.embedded.gallery.kit import (
    BARK,
    CREAM,
    GOLD,
    GREEN,
    LEAF,
    ORANGE,
    ROSE,
    WHITE,
    WOOD,
    C,
    Draw,
    leaves,
    moved,
    petal,
    stem,
)

_BELL = "M-0.5 -0.5C-0.5 -1 0.5 -1 0.5 -0.5L0.62 0.4Q0.42 0.2 0.3 0.46Q0.14 0.24 0 0.5Q-0.14 0.24 -0.3 0.46Q-0.42 0.2 -0.62 0.4Z"

Floret = Callable[[Pen, float, float, float, float], None]


def _bell(ink: str) -> Floret:
    return lambda pen, x, y, size, turn: pen.part(moved(_BELL, x, y, size, turn=turn), ink)


def _star(ink: str, petals: int = 4) -> Floret:
    def floret(pen: Pen, x: float, y: float, size: float, turn: float) -> None:
        for k in range(petals):
            pen.part(petal("broad", x, y, size * 0.62, size * 0.6, turn + 360 * k / petals), ink)
        pen.canvas.fill(circle(x, y, size * 0.14), CREAM)

    return floret


def _spires(floret: Floret, rows: int = 7, *, wide: float = 1.0, three: bool = True) -> Draw:
    """Florets in pairs up a stalk, large below and small above; two lower stalks beside it."""

    def draw(pen: Pen) -> None:
        stalks = ((250.0, 330.0, 0.72), (774.0, 370.0, 0.7), (C, 60.0, 1.0)) if three else ((C, 60.0, 1.25),)
        for x, top, _ in stalks:
            stem(pen, (C + (x - C) * 0.2, 1000), (x, top + 30), (x - C) * 0.1, 12)
        leaves(
            pen, ((C - 10, 990, 380, -46), (C + 10, 990, 380, 46), (C, 960, 260, -22), (C, 960, 260, 24)), GREEN, 0.2
        )
        for x, top, share in stalks:
            for k in range(rows):
                size, y = share * (46 + 58 * k / rows), top + share * (36 + 88 * k)
                for side in SIDES:
                    floret(pen, x + side * size * 0.52 * wide, y, size, side * -18)
            floret(pen, x, top + 10, share * 50, 0)

    return draw


def _nodding(floret: Floret, count: int, size: float) -> Draw:
    """Bells in a row under an arching stalk."""

    def draw(pen: Pen) -> None:
        arch = curve((430, 1000), (380, 420), (480, 60), (860, 190))
        pen.part(limb(arch, 17, 11), GREEN)
        leaves(pen, ((430, 1000, 700, -22), (440, 1000, 560, 20)), GREEN, 0.26)
        for k in range(count):
            x, y = arch[14 - round(k * 8 / max(1, count - 1))] if count > 1 else arch[14]
            pen.canvas.stroke(Path.lines([(x, y), (x + 14, y + size * 0.6)], closed=False), INK, 20)
            floret(pen, x + 14, y + size * 1.1, size * (0.75 + 0.06 * k), -6)

    return draw


def _snowdrop(pen: Pen, x: float, y: float, size: float, _turn: float) -> None:
    for turn in (150, 210, 180):
        pen.part(petal("pointed", x, y - size * 0.4, size * 1.5, size * 0.7, turn), WHITE)
    pen.part(oval(x, y - size * 0.42, size * 0.24, size * 0.2), GREEN)


def _little_heart(pen: Pen, x: float, y: float, size: float, _turn: float) -> None:
    pen.part(heart(x, y, size), ROSE)


def _wisteria(pen: Pen) -> None:
    pen.part(limb(curve((20, 130), (300, 20), (700, 180), (1004, 70)), 34, 26), BARK)
    for x, length in ((220, 6), (512, 9), (800, 7)):
        leaves(pen, ((x, 110, 230, 140), (x, 110, 230, -140), (x, 100, 180, 100), (x, 100, 180, -100)), LEAF, 0.3)
        for k in range(length):
            size = 118 - 78 * k / length
            for side in SIDES:
                ink = mix("#9a7fd0", CREAM, 0.35 * k / length)
                pen.part(oval(x + side * size * 0.5, 200 + 86 * k, size * 0.6, size * 0.5, side * 20), ink)
        pen.part(oval(x, 200 + 86 * length - 10, 24, 40), "#c9b5ec")


def _iris(pen: Pen) -> None:
    stem(pen, (C, 1000), (C, 520), 0, 20)
    for x, lean in ((C - 30, -22), (C + 30, 20), (C - 10, -8)):
        pen.part(leaf(x, 1000, 620 - abs(lean) * 6, 74, lean), GREEN)
    for turn in (-26, 26, 0):
        pen.part(petal("broad", C, 430, 400, 280, turn), mix("#7a5fc4", CREAM, 0.16 if turn else 0.3))
    for turn in (-112, 112):
        pen.part(petal("frilled", C, 430, 380, 330, turn), "#6a4fb4")
    pen.part(petal("frilled", C, 420, 380, 350, 180), "#7a5fc4")
    for turn in (-112, 112, 180):
        pen.canvas.fill(petal("pointed", C, 430, 220, 70, turn), GOLD)


def _calla(pen: Pen) -> None:
    for x, top, side in ((690, 260, 1.0), (330, 60, -1.0)):
        stem(pen, (C, 1000), (x - side * 10, top + 420), side * 30, 22)
        pen.part(
            moved(
                "M0 1C-0.62 0.6 -0.6 0 0 -0.3C0.3 -0.6 0.7 -0.4 0.66 0C0.6 0.5 0.2 0.7 0 1Z",
                x,
                top + 160,
                side * 270,
                300,
            ),
            WHITE,
        )
        pen.part(oval(x + side * 40, top + 170, 96, 130, side * 24), "#f1e7d2")
        pen.part(limb([(x + side * 6, top + 300), (x + side * 46, top + 110)], 22, 26), GOLD)
    leaves(pen, ((C - 10, 1000, 480, -44), (C + 10, 1000, 460, 40)), GREEN, 0.36)


def _thistle(pen: Pen) -> None:
    for x, y, r, lean in ((240, 480, 120, -18), (790, 500, 116, 18), (C, 350, 180, 0)):
        stem(pen, (C + (x - C) * 0.1, 1000), (x, y), (x - C) * 0.1, 15)
        for turn in range(-60, 61, 20):
            pen.part(
                petal("pointed", x, y, r * 1.75, r * 0.42, lean + turn * 0.8), ("#a05fc0", "#b97fd6")[turn // 20 % 2]
            )
        pen.part(blob(x, y + r * 0.3, r * 0.74, r * 0.7, 2.4), GREEN)
        for k in range(5):
            sx, sy = x + r * (0.5 * (k % 2) - 0.25) * 1.2, y + r * (0.05 + 0.16 * k)
            pen.canvas.fill(oval(sx, sy, r * 0.12, r * 0.06), mix(GREEN, INK, 0.4))
    for side in SIDES:
        leaf_d = "M0 0L0.2 -0.24L0.3 -0.12L0.5 -0.36L0.56 -0.2L0.84 -0.4L1 -0.3L0.7 0.02L0.46 0.06L0.2 0.12Z"
        pen.part(moved(leaf_d, C, 900, side * 420, 420), mix(GREEN, INK, 0.1))


def _protea(pen: Pen) -> None:
    stem(pen, (C, 1004), (C, 700), 0, 30)
    leaves(pen, ((C, 980, 380, -58), (C, 980, 380, 58), (C, 940, 300, -84), (C, 940, 300, 84)), "#6f9a72", 0.26)
    for row, (length, ink) in enumerate(((560, "#d9587a"), (480, "#e88098"), (390, "#f2a9b4"))):
        for k in range(7 - row):
            turn = (k - (6 - row) / 2) * (24 - 2 * row)
            pen.part(petal("pointed", C, 740, length, length * 0.32, turn), ink)
    for turn in range(-40, 41, 20):
        pen.part(petal("pointed", C, 760, 300, 90, turn), CREAM)
    pen.part(blob(C, 770, 120, 70), "#d9587a")


def _dandelion(pen: Pen) -> None:
    """Gone to seed, three of its seeds on their way."""
    stem(pen, (460, 1004), (430, 400), -30, 15)
    leaves(pen, ((460, 1000, 330, -50), (460, 1000, 330, 46)), GREEN, 0.22)
    pen.part(circle(430, 370, 300), "#eef1ee")
    for k in range(18):
        tip = polar(430, 370, 240, 20 * k)
        pen.canvas.stroke(Path.lines([(430, 370), tip], closed=False), "#8d8a90", 10)
        pen.canvas.fill(circle(*tip, 24), WHITE)
        pen.canvas.fill(circle(*polar(430, 370, 150, 20 * k + 10), 16), "#c9c6cc")
    pen.part(circle(430, 370, 62), WOOD)
    for x, y, lean in ((850, 150, 30), (910, 420, 44), (800, 640, 54)):
        pen.canvas.stroke(Path.lines([(x, y), polar(x, y, 130, lean + 180)], closed=False), INK, 13)
        for turn in (-50, -16, 16, 50):
            pen.part(leaf(x, y, 92, 18, lean + turn), WHITE)
        pen.part(oval(*polar(x, y, 136, lean + 180), 13, 24, lean), WOOD)


def _bird_of_paradise(pen: Pen) -> None:
    pen.part(limb(curve((470, 1004), (470, 700), (440, 500), (360, 420)), 26, 22), GREEN)
    leaves(pen, ((480, 1000, 600, 30), (460, 1000, 480, -46)), GREEN, 0.3)
    for turn, ink in ((62, "#4f5fb8"), (44, ORANGE), (4, ORANGE), (24, GOLD), (-14, GOLD)):
        pen.part(petal("pointed", 390, 440, 430, 120, turn), ink)
    pen.part(
        Path.parse("M1000 330C760 430 560 520 400 500C330 490 300 420 350 390C560 420 780 380 1000 330Z"), "#c9573f"
    )
    pen.canvas.fill(
        Path.parse("M900 366C740 424 560 480 420 470C400 450 400 430 420 424C600 436 760 410 900 366Z"), LEAF
    )


SPIRES: Mapping[str, Draw] = {
    "larkspur": _spires(_star("#5f78d4", 5)),
    "foxglove": _spires(_bell("#d46fa8"), wide=1.1),
    "lupine": _spires(_star("#8a6cc8", 3), 8),
    "lilac": _spires(_star("#b592d8"), 6, wide=0.9),
    "gladiolus": _spires(_star("#ee6f6a", 5), 6, wide=0.7, three=False),
    "hollyhock": _spires(_star("#e87fa3", 5), 6, wide=1.15),
    "snapdragon": _spires(_bell("#f3a04f")),
    "lily of the valley": _nodding(_bell(WHITE), 5, 100),
    "bluebell": _nodding(_bell("#6f7fd4"), 4, 124),
    "snowdrop": _nodding(_snowdrop, 1, 190),
    "bleeding heart": _nodding(_little_heart, 5, 130),
    "wisteria": _wisteria,
    "iris": _iris,
    "calla lily": _calla,
    "thistle": _thistle,
    "protea": _protea,
    "dandelion": _dandelion,
    "bird of paradise": _bird_of_paradise,
}
"""By the name that the keyword table gives them."""
