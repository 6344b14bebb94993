"""Trees by kind, leaves, cones and ears: original art in a box of 1024 units."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from shapely.ops import unary_union

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, leaf, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, curve, limb, oval
from pod.providers.embedded.gallery.kit import BARK, GREEN, LEAF, C, Draw, leaves, petal
from pod.providers.embedded.objects.kit import bar, deep, dot, fitted, line, mark, pale, shape

_BLOSSOM = "#f6b3c8"


def _crown(pen: Pen, puffs: Sequence[tuple[float, float, float]], ink: str, light: str = "") -> None:
    """Foliage as one outline, with lighter clumps on it."""
    whole = unary_union([circle(*puff).geometry() for puff in puffs])
    pen.part(Path.from_geometry(whole), ink)
    for x, y, r in puffs[::2]:
        clump = [polar(x - 0.1 * r, y - 0.1 * r, 0.62 * r, a) for a in range(-80, 71, 15)]
        pen.canvas.stroke(Path.lines(clump, closed=False), light or pale(ink, 0.3), 20)


def _trunk(pen: Pen, half: float = 60.0, top: float = 560.0, ink: str = BARK) -> None:
    shape(
        pen,
        f"M{C - half} {top}C{C - half} 800 {C - half - 20} 920 {C - half - 90} 1000Q{C} 960 {C + half + 90} 1000C{C + half + 20} 920 {C + half} 800 {C + half} {top}Z",
        ink,
    )


_BROAD = (
    (220, 430, 170),
    (340, 280, 180),
    (512, 210, 190),
    (690, 280, 180),
    (810, 430, 170),
    (620, 470, 190),
    (400, 480, 190),
    (512, 400, 200),
)


def _boughs(pen: Pen, ink: str = BARK) -> None:
    for side in SIDES:
        pen.part(limb(curve((C, 760), (C + side * 30, 640), (C + side * 120, 560), (C + side * 220, 500)), 36, 20), ink)


def _oak(pen: Pen, crown: str = "#5f9a4a", swing: bool = False) -> None:
    if swing:
        _swing(pen)
    _trunk(pen, 74)
    _boughs(pen)
    _crown(pen, _BROAD, crown)


def _swing(pen: Pen) -> None:
    for x in (800, 920):
        bar(pen, (x, 440), (x, 860), 9, "#e3c08a")
    shape(pen, "M770 850L950 850L950 890L770 890Z", "#b0763f")


def _blossom_tree(pen: Pen) -> None:
    for d in (
        "M520 1000C470 820 560 760 500 600",
        "M500 640C440 560 330 520 250 440",
        "M510 620C600 540 700 520 780 430",
    ):
        bar_path = Path.parse(d)
        pen.canvas.stroke(bar_path, INK, 92)
    for d, wide in (
        ("M520 1000C470 820 560 760 500 600", 74),
        ("M500 640C440 560 330 520 250 440", 74),
        ("M510 620C600 540 700 520 780 430", 74),
    ):
        pen.canvas.stroke(Path.parse(d), "#6f4636", wide)
    _crown(pen, _BROAD, _BLOSSOM, "#fbd9e3")
    rng = random.Random(3)  # noqa: S311 - a drawing, not a secret
    for x, y, r in _BROAD:
        for k in range(3):
            at = polar(x, y, 0.55 * r, rng.uniform(0, 360) + 120 * k)
            for turn in range(0, 360, 72):
                pen.canvas.fill(circle(*polar(*at, 17, turn), 15), "#fdf1f4")
            dot(pen, *at, 10, "#d9587a")
    for x, y in ((180, 720), (300, 820), (760, 700), (860, 820), (680, 900)):
        pen.canvas.fill(petal("broad", x, y, 46, 40, x % 180), _BLOSSOM)


def _willow(pen: Pen) -> None:
    _trunk(pen, 62, 420)
    _crown(pen, ((300, 340, 190), (512, 250, 210), (724, 340, 190)), "#7fae4f")
    for k, x in enumerate((110, 200, 300, 410, 620, 720, 820, 914)):
        low = 760 + 60 * (k % 3)
        top = 330 - 0.25 * (240 - abs(x - C) * 0.5)
        strand = f"M{x - 52} {top + 100}C{x - 90} {top + 300} {x - 60} {low - 100} {x - 8} {low}C{x + 50} {low - 120} {x + 80} {top + 300} {x + 52} {top + 100}Z"
        shape(pen, strand, ("#7fae4f", "#93bd5f")[k % 2])
        for dx in (-22, 18):
            line(pen, f"M{x + dx} {top + 190}Q{x + 1.2 * dx} {low - 200} {x + 0.5 * dx} {low - 90}", 9, "#5f8f3c")


def _birch_at(pen: Pen, x: float, half: float, crown: Sequence[tuple[float, float, float]], ink: str) -> None:
    shape(pen, f"M{x - half} 300L{x + half} 300L{x + half + 10} 1000L{x - half - 10} 1000Z", "#fbf6ec")
    for k, y in enumerate(range(480, 980, 74)):
        side = (-1, 1)[k % 2]
        mark(pen, f"M{x + side * half} {y - 14}L{x + side * (half - 44)} {y}L{x + side * half} {y + 14}Z", "#3d3a48")
        line(pen, f"M{x - side * 0.3 * half} {y + 34}L{x + side * 0.2 * half} {y + 34}", 9, "#3d3a48")
    _crown(pen, crown, ink)


def _birch(pen: Pen) -> None:
    _birch_at(
        pen, C, 46, ((400, 380, 150), (624, 380, 150), (430, 220, 140), (594, 220, 140), (512, 120, 110)), "#a3bf4f"
    )


def _birches(pen: Pen) -> None:
    for x, half, lift in ((210, 36, 60), (800, 38, 20), (C, 46, 0)):
        crown = (
            (x - 80, 380 + lift, 120),
            (x + 80, 380 + lift, 120),
            (x - 50, 240 + lift, 110),
            (x + 50, 240 + lift, 110),
            (x, 140 + lift, 90),
        )
        _birch_at(pen, x, half, crown, "#e9b83c" if x != C else "#f0a63a")


def _baobab(pen: Pen) -> None:
    for side in SIDES:
        for x, y in ((130, 190), (300, 130), (420, 260)):
            pen.part(
                limb(curve((C, 480), (C + side * 60, 360), (C + side * 0.6 * x, 300), (C + side * x, y + 60)), 46, 16),
                "#a3764a",
            )
    shape(
        pen,
        "M352 1000C300 880 320 700 370 560C390 480 400 430 390 380L640 380C630 430 640 480 660 560C710 700 724 880 672 1000Q512 960 352 1000Z",
        "#a3764a",
    )
    for x in (430, 512, 590):
        line(pen, f"M{x} 560Q{x - 20} 760 {C + 1.3 * (x - C)} 930", 13, deep("#a3764a", 0.3))
    for x, y, wide in (
        (110, 210, 130),
        (260, 150, 140),
        (420, 130, 120),
        (600, 130, 120),
        (764, 150, 140),
        (914, 210, 130),
    ):
        _crown(pen, ((x - 50, y, 56), (x + 50, y, 56), (x, y - 34, 62), (x, y + 10, wide * 0.4)), "#6f9a3f")


def _cypress(pen: Pen) -> None:
    _trunk(pen, 34, 860)
    shape(
        pen,
        "M512 10C620 160 680 420 670 640C660 800 600 900 512 910C424 900 364 800 354 640C344 420 404 160 512 10Z",
        "#3f7a4f",
    )
    for d in ("M470 220Q430 420 450 640", "M540 180Q600 400 580 620", "M500 420Q490 640 520 800"):
        line(pen, d, 15, "#5f9a62")


def _redwood(pen: Pen) -> None:
    shape(pen, "M462 300L562 300L600 1000L424 1000Z", "#9a5236")
    for x in (490, 534):
        line(pen, f"M{x} 640L{C + 1.5 * (x - C)} 980", 12, "#6f3624")
    for y, half in ((640, 260), (500, 230), (370, 195), (250, 155), (150, 110)):
        shape(
            pen,
            f"M{C} {y - 220}C{C + 0.4 * half} {y - 120} {C + half} {y - 30} {C + half} {y}Q{C + 0.5 * half} {y + 46} {C} {y + 20}Q{C - 0.5 * half} {y + 46} {C - half} {y}C{C - half} {y - 30} {C - 0.4 * half} {y - 120} {C} {y - 220}Z",
            "#2f6f4f",
        )


def _fir(pen: Pen) -> None:
    bar(pen, (C, 860), (C, 990), 44, BARK)
    for k, (y, half) in enumerate(((880, 380), (680, 310), (490, 240), (310, 170))):
        frill = f"M{C} {y - 300}L{C + half} {y}L{C + 0.62 * half} {y - 30}L{C + 0.4 * half} {y + 24}L{C + 0.14 * half} {y - 24}L{C - 0.14 * half} {y + 24}L{C - 0.4 * half} {y - 30}L{C - 0.62 * half} {y + 18}L{C - half} {y}Z"
        shape(pen, frill, mix("#2f7a54", LEAF, 0.12 * k))


def _bare(pen: Pen) -> None:
    spines = (
        curve((C, 1000), (490, 760), (540, 560), (C, 330)),
        curve((510, 720), (420, 620), (330, 560), (240, 430)),
        curve((520, 640), (620, 560), (720, 520), (800, 380)),
        curve((C, 460), (470, 340), (420, 240), (390, 120)),
        curve((C, 420), (560, 300), (640, 220), (660, 100)),
        curve((330, 530), (270, 520), (190, 520), (120, 470)),
        curve((710, 500), (780, 500), (860, 470), (920, 400)),
        curve((250, 450), (240, 380), (250, 300), (230, 230)),
        curve((790, 400), (800, 330), (790, 270), (820, 200)),
    )
    widths = ((70, 26), (34, 14), (34, 14), (24, 9), (24, 9), (18, 8), (18, 8), (15, 7), (15, 7))
    whole = unary_union([limb(spine, *wide).geometry() for spine, wide in zip(spines, widths, strict=True)])
    pen.part(Path.from_geometry(whole), "#6f4f3c")


def _bamboo(pen: Pen) -> None:
    for x, lean, low in ((250, -10, 1000), (512, 0, 1000), (770, 12, 1000)):
        for k in range(4):
            top = 40 + 240 * k
            shape(
                pen,
                f"M{x + lean - 50} {top}Q{x + lean} {top + 26} {x + lean + 50} {top}L{x + lean + 44} {min(low, top + 226)}Q{x + lean} {min(low, top + 250)} {x + lean - 44} {min(low, top + 226)}Z",
                "#8fb84f" if k % 2 else "#7fae45",
            )
            line(pen, f"M{x + lean - 22} {top + 50}L{x + lean - 22} {top + 180}", 12, "#b9d67f")
    leaves(
        pen,
        (
            (300, 290, 230, 60),
            (300, 290, 200, 110),
            (560, 530, 240, 50),
            (560, 530, 200, 100),
            (470, 280, 220, -70),
            (730, 540, 220, -60),
            (730, 540, 180, -110),
            (820, 280, 200, 40),
        ),
        GREEN,
        0.22,
    )


def _leaf(pen: Pen) -> None:
    shape(
        pen,
        "M500 1000C490 900 490 860 500 800C260 780 130 600 180 380C220 210 420 140 760 40C860 320 880 560 760 690C690 770 610 800 530 800C524 870 530 930 540 990Z",
        "#5fa84f",
    )
    line(pen, "M510 800C540 560 620 340 740 110", 18, "#3f7f3a")
    for d in (
        "M528 680Q400 640 270 520",
        "M560 540Q440 470 300 360",
        "M610 400Q520 320 440 250",
        "M560 620Q680 600 780 520",
        "M610 460Q710 430 800 370",
    ):
        line(pen, d, 12, "#3f7f3a")


def _ginkgo_at(pen: Pen, x: float, y: float, r: float, turn: float) -> None:
    to = Transform.scale(r).then(Transform.rotate(turn)).then(Transform.move(x, y))
    pen.part(limb([(x, y), polar(x, y, 0.9 * r, turn + 180)], 13, 11), "#b9892a")
    fan = "M0 0.05C-0.4 -0.1 -0.9 -0.3 -1.05 -0.55C-0.95 -0.75 -0.8 -0.72 -0.7 -0.85C-0.5 -0.98 -0.3 -0.88 -0.05 -0.98L0 -0.6L0.05 -0.98C0.3 -0.88 0.5 -0.98 0.7 -0.85C0.8 -0.72 0.95 -0.75 1.05 -0.55C0.9 -0.3 0.4 -0.1 0 0.05Z"
    pen.part(Path.parse(fan).transformed(to), "#f3c33f")
    for a in (-56, -38, -20, 20, 38, 56):
        pen.canvas.stroke(
            Path.lines([polar(x, y, 0.1 * r, turn + a), polar(x, y, 0.8 * r, turn + a)], closed=False), "#d99b2a", 8
        )


def _ginkgo(pen: Pen) -> None:
    _ginkgo_at(pen, 380, 560, 340, -24)
    _ginkgo_at(pen, 700, 740, 260, 30)


def _hop_cone(pen: Pen, x: float, y: float, size: float) -> None:
    for row, (count, spread) in enumerate(((1, 0.0), (2, 0.24), (3, 0.34), (4, 0.36), (3, 0.34), (2, 0.22), (3, 0.26))):
        at = y + size * (0.62 - 0.22 * row)
        for k in range(count):
            dx = (k - (count - 1) / 2) * spread * size * (2 / max(count - 1, 1) if count > 1 else 0) * 0.9
            scale = Path.parse("M0 -0.22C0.2 -0.2 0.26 0.02 0 0.3C-0.26 0.02 -0.2 -0.2 0 -0.22Z").transformed(
                Transform.scale(size).then(Transform.move(x + dx, at))
            )
            pen.part(scale, ("#a5c955", "#93bb48")[(row + k) % 2])


def _hops(pen: Pen) -> None:
    pen.part(limb(curve((C, 20), (500, 120), (420, 200), (330, 300)), 13, 11), "#5f8f3c")
    pen.part(limb(curve((C, 60), (540, 160), (640, 200), (700, 330)), 13, 11), "#5f8f3c")
    leaves(pen, ((C, 120, 300, -96), (C, 120, 300, 92), (C, 100, 260, -40), (C, 100, 240, 44)), GREEN, 0.4)
    _hop_cone(pen, 320, 560, 380)
    _hop_cone(pen, 710, 600, 380)


def _pinecone(pen: Pen) -> None:
    for row in range(8):
        y = 900 - 100 * row
        half = (120, 210, 270, 300, 290, 250, 190, 110)[row]
        count = (2, 3, 4, 5, 4, 5, 4, 3)[row]
        for k in range(count):
            x = C + (k - (count - 1) / 2) * 2 * half / count
            shape(
                pen,
                f"M{x - 78} {y - 70}C{x - 70} {y + 40} {x - 20} {y + 70} {x} {y + 84}C{x + 20} {y + 70} {x + 70} {y + 40} {x + 78} {y - 70}Z",
                ("#9a6a3f", "#83562f")[(row + k) % 2],
            )
    leaves(pen, ((C, 180, 300, -60), (C, 180, 300, 60), (C, 160, 280, -20), (C, 160, 280, 20)), "#3f7a54", 0.1)


def _wheat(pen: Pen) -> None:
    for x, turn in ((300, -18), (C, 0), (724, 18)):
        foot = (C + 0.2 * (x - C), 1010.0)
        pen.part(limb([foot, polar(*foot, 620, turn)], 12, 10), "#c9962f")
        for k in range(5):
            at = polar(*foot, 560 + 90 * k, turn)
            for side in SIDES:
                pen.part(leaf(*at, 170, 62, turn + side * 32), "#f0bf4c")
        pen.part(leaf(*polar(*foot, 900, turn), 170, 56, turn), "#f0bf4c")
    shape(pen, "M400 820Q512 860 624 820L632 880Q512 924 392 880Z", "#d1493f")


def _corn(pen: Pen) -> None:
    cob = Path.parse(
        "M512 20C640 80 690 300 680 560C670 760 600 860 512 880C424 860 354 760 344 560C334 300 384 80 512 20Z"
    )
    pen.part(cob, "#f6c53f")
    with pen.canvas.group(cob):
        for row in range(14):
            for k in range(-4, 5):
                pen.canvas.stroke(oval(C + 76 * k + 38 * (row % 2), 70 + 62 * row, 34, 29), "#d99b2a", 9)
    for side in SIDES:
        shape(
            pen,
            f"M{C} 1000C{C + side * 120} 1000 {C + side * 330} 880 {C + side * 330} 640C{C + side * 320} 480 {C + side * 280} 400 {C + side * 230} 330C{C + side * 230} 520 {C + side * 160} 720 {C} 820Z",
            "#6fae4f",
        )
        line(pen, f"M{C + side * 60} 940Q{C + side * 240} 800 {C + side * 260} 540", 13, "#4f8a3c")


TREES: Mapping[str, Draw] = {
    "oak tree": _oak,
    "autumn oak": lambda pen: _oak(pen, "#d9832f"),
    "maple tree": lambda pen: _oak(pen, "#d9542f"),
    "tree with a swing": fitted(lambda pen: _oak(pen, swing=True)),
    "cherry blossom tree": _blossom_tree,
    "willow tree": _willow,
    "birch tree": _birch,
    "birch trees": fitted(_birches),
    "baobab": fitted(_baobab),
    "cypress": _cypress,
    "redwood": _redwood,
    "fir tree": _fir,
    "bare tree": _bare,
}

LEAFY: Mapping[str, Draw] = {
    "bamboo": fitted(_bamboo),
    "green leaf": _leaf,
    "ginkgo leaves": fitted(_ginkgo),
    "hops": fitted(_hops),
    "pinecone": fitted(_pinecone),
    "wheat": fitted(_wheat),
    "corn cob": _corn,
}
