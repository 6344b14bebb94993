"""House plants and cacti in their pots, and flowers in jars and vases: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import heart, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, curve, limb, oval
from pod.providers.embedded.gallery.flowers import FLOWERS, TIED
from pod.providers.embedded.gallery.kit import GREEN, C, Draw, leaves, moved, petal, stem
from pod.providers.embedded.gallery.posies import CACTI, SUCCULENTS, in_jar
from pod.providers.embedded.objects.kit import (
    bar,
    box,
    deep,
    disc,
    dot,
    fitted,
    line,
    mark,
    pale,
    shape,
    slab,
    tube,
)

_CLAY = "#cf7a4f"


def _pot(pen: Pen, top: float = 680.0, half: float = 210.0, ink: str = _CLAY) -> None:
    shape(
        pen, f"M{C - half + 20} {top + 70}L{C + half - 20} {top + 70}L{C + half - 70} 1000L{C - half + 70} 1000Z", ink
    )
    box(pen, C - half, top, 2 * half, 90, ink, 20)
    slab(pen, C - half + 60, top + 120, 34, 150, pale(ink, 0.3), 17)


def _spines(pen: Pen, spots: tuple[tuple[float, float], ...], ink: str = "#fbf2df") -> None:
    for x, y in spots:
        line(pen, f"M{x - 16} {y - 12}L{x + 16} {y + 12}M{x + 16} {y - 12}L{x - 16} {y + 12}", 7, ink)


def _saguaro(pen: Pen) -> None:
    for side, y, up in ((-1, 560, 300), (1, 480, 200)):
        tube(
            pen,
            f"M{C} {y}L{C + side * 190} {y}Q{C + side * 250} {y} {C + side * 250} {y - 60}L{C + side * 250} {up}",
            116,
            "#5fa35a",
        )
    pen.part(limb([(C, 960), (C, 150)], 104, 100), "#5fa35a")
    for dx in (-44, 0, 44):
        line(pen, f"M{C + dx} 130L{C + dx} 940", 10, "#3f7f45")
    for x, y in ((C, 30), (C - 250, 240), (C + 250, 140)):
        for turn in range(0, 360, 72):
            pen.part(petal("round", x, y + 20, 66, 40, turn), "#f07fa3")
        dot(pen, x, y + 20, 18, "#f6d24a")
    shape(pen, "M150 960Q512 900 874 960L820 1010L200 1010Z", "#e3c07a")


def _prickly_pear(pen: Pen) -> None:
    pads = (
        (C, 640, 150, 210, 0),
        (330, 420, 120, 170, -32),
        (690, 400, 126, 176, 28),
        (C + 10, 290, 110, 150, 2),
        (210, 210, 90, 124, -20),
        (830, 190, 92, 124, 22),
    )
    for x, y, rx, ry, turn in pads:
        pen.part(oval(x, y, rx, ry, turn), "#6fae5f")
        _spines(pen, ((x - 0.4 * rx, y - 0.3 * ry), (x + 0.4 * rx, y - 0.2 * ry), (x, y + 0.3 * ry), (x, y - 0.6 * ry)))
    for x, y in ((150, 90), (260, 80), (780, 70), (880, 80), (C, 130), (590, 150)):
        pen.part(oval(x, y, 36, 48), "#d9407a")
    _pot(pen, 760, 220)


def _barrel(pen: Pen) -> None:
    body = oval(C, 480, 330, 310)
    pen.part(body, "#5fa35a")
    with pen.canvas.group(body):
        for x in (-260, -170, -60, 60, 170, 260):
            line(pen, f"M{C + 0.2 * x} 170Q{C + 1.5 * x} 480 {C + 0.4 * x} 800", 13, "#3f7f45")
    _spines(
        pen,
        (
            (C, 300),
            (C, 420),
            (C, 540),
            (C - 120, 330),
            (C - 140, 470),
            (C + 120, 330),
            (C + 140, 470),
            (C - 250, 430),
            (C + 250, 430),
        ),
    )
    for turn in range(-60, 61, 30):
        pen.part(petal("pointed", C, 190, 130, 52, turn), "#f07fa3")
    _pot(pen, 700, 260)


def _blades(pen: Pen, turns: tuple[float, ...], length: float, ink: str, stripe: str) -> None:
    for k, turn in enumerate(turns):
        bend = curve(
            (C + turn, 700),
            polar(C, 700, 0.5 * length, 0.4 * turn),
            polar(C, 700, 0.95 * length, 0.9 * turn),
            polar(C, 700 + 2.2 * abs(turn), length, 1.25 * turn),
        )
        pen.part(limb(bend, 34, 6), mix(ink, INK, 0.08 * (k % 2)))
        pen.canvas.stroke(Path.lines(bend, closed=False), stripe, 13)


def _spider_plant(pen: Pen) -> None:
    _blades(pen, (-78, 78, -52, 52, -28, 28, 0), 560, "#6fae4f", "#e9f0c0")
    _pot(pen, 690, 220, "#4f8fb8")


def _split_leaf(pen: Pen, x: float, y: float, size: float, turn: float, ink: str) -> None:
    """A monstera's: a heart with slits to its midrib and holes beside it."""
    half = "M0 0C70 60 250 20 250 -170C250 -330 120 -420 0 -480"
    cuts = "M236 -60L90 -96L252 -130ZM252 -196L84 -210L244 -262ZM214 -318L70 -306L180 -374Z"
    for side in SIDES:
        to = Transform.scale(side * size, size).then(Transform.rotate(turn)).then(Transform.move(x, y))
        whole = Path.parse(half + "Z").transformed(to).geometry().buffer(0)
        slits = Path.parse(cuts).transformed(to).geometry().buffer(0)
        pen.part(Path.from_geometry(whole.difference(slits)), mix(ink, INK, 0.1) if side > 0 else ink)
        for dx, dy in ((52, -150), (46, -250)):
            hole = Path.parse(f"M{dx - 13} {dy}Q{dx} {dy - 34} {dx + 13} {dy}Q{dx} {dy + 26} {dx - 13} {dy}Z")
            pen.canvas.fill(hole.transformed(to), mix(ink, INK, 0.55))
    rib = Path.lines([(x, y), polar(x, y, 450 * size, turn)], closed=False)
    pen.canvas.stroke(rib, mix(ink, "#fdfbf6", 0.45), 12)


def _monstera(pen: Pen) -> None:
    """Six split leaves on long stalks in a pot."""
    spots = ((300, 560, 0.7, -74), (724, 560, 0.7, 74), (330, 430, 0.8, -38), (700, 420, 0.8, 36), (C, 360, 0.84, -2))
    for x, y, _, _ in spots:
        stem(pen, (C + 0.1 * (x - C), 720), (x, y), 0.2 * (x - C), 15, "#5f9a4f")
    for k, (x, y, size, turn) in enumerate(spots):
        _split_leaf(pen, x, y, size, turn, ("#3f8a4f", "#4f9a5c")[k % 2])
    _pot(pen, 690, 220)


def _peace_lily(pen: Pen) -> None:
    for x, y in ((330, 230), (690, 200), (C, 90)):
        stem(pen, (C, 720), (x, y + 60), 0, 12)
        pen.part(petal("pointed", x, y + 140, 240, 180, (x - C) * 0.08), "#fdfbf4")
        bar(pen, (x, y + 90), (x, y - 10), 17, "#f3d97a")
    leaves(
        pen,
        ((C, 720, 430, -70), (C, 720, 430, 70), (C, 720, 380, -40), (C, 720, 380, 40), (C, 720, 300, 0)),
        GREEN,
        0.34,
    )
    _pot(pen, 690, 210, "#f1e6d6")


def _fiddle_leaf(pen: Pen) -> None:
    bar(pen, (C, 760), (C, 200), 18, "#8a6236")
    for x, y, turn, size in (
        (C, 620, -78, 300),
        (C, 600, 74, 300),
        (C, 480, -62, 300),
        (C, 460, 60, 300),
        (C, 330, -40, 280),
        (C, 320, 42, 280),
        (C, 250, 2, 260),
    ):
        d = "M0 0C-0.3 -0.12 -0.3 -0.34 -0.22 -0.44C-0.46 -0.6 -0.4 -1 0 -1.02C0.4 -1 0.46 -0.6 0.22 -0.44C0.3 -0.34 0.3 -0.12 0 0Z"
        pen.part(moved(d, x, y, size, size, turn), GREEN)
        pen.canvas.stroke(
            Path.lines([polar(x, y, 30, turn), polar(x, y, 0.9 * size, turn)], closed=False), "#9fd08a", 9
        )
    _pot(pen, 720, 200, "#e9dcc6")


def _pothos(pen: Pen) -> None:
    for vine in (
        curve((400, 400), (240, 420), (160, 600), (180, 940)),
        curve((624, 400), (790, 430), (860, 560), (830, 840)),
        curve((C, 420), (560, 600), (500, 700), (C + 30, 800)),
    ):
        pen.part(limb(vine, 10, 8), "#4f8a3f")
        for k, (x, y) in enumerate(vine[3::2]):
            turn = 180 + (34 if k % 2 else -34)
            to = Transform.rotate(turn + 180).then(Transform.move(x, y + 40))
            pen.part(heart(0, 0, 150).transformed(to), ("#6fae4f", "#8fc45f")[k % 2])
    leaves(pen, ((C, 400, 260, -60), (C, 400, 260, 60), (C, 400, 270, -20), (C, 400, 270, 24)), "#6fae4f", 0.4)
    shape(pen, "M300 380L724 380L680 640L344 640Z", "#f1e6d6")
    for x in (340, 684):
        line(pen, f"M{x} 390L{C} 10", 11)


def _string_of_pearls(pen: Pen) -> None:
    for k, x in enumerate((300, 400, 512, 624, 724)):
        low = (860, 990, 900, 1000, 820)[k]
        line(pen, f"M{x} 420Q{C + 1.25 * (x - C)} 620 {C + 1.2 * (x - C)} {low}", 9, "#4f8a3f")
        for j, y in enumerate(range(470, low, 58)):
            side = (-1, 1)[j % 2]
            disc(pen, C + (1.08 + 0.0003 * (y - 470)) * (x - C) + side * 24, y, 27, ("#8fc45f", "#79b34f")[j % 2])
    shape(pen, "M250 240L774 240L710 470L314 470Z", "#e9b9a0")
    for bead in (330, 420, 512, 600, 690):
        disc(pen, bead, 230 + 14 * (bead % 3), 36, "#8fc45f")
    for x in (290, 734):
        line(pen, f"M{x} 250L{C} 0", 11)


def _one_succulent(pen: Pen) -> None:
    for r, count, ink in ((330, 9, "#7fb38a"), (250, 8, "#98c7a0"), (170, 7, "#b5d8b5"), (100, 5, "#d0e6c8")):
        for k in range(count):
            pen.part(petal("pointed", C, 420, r, 0.56 * r, 360 * (k + 0.5 * (count % 2)) / count), ink)
    _pot(pen, 600, 270)


_FLOWERS = 5
"""How many are in a jar where no number is said."""

_MIXED = tuple((FLOWERS | TIED)[name] for name in ("daisy", "rose", "cornflower", "sunflower", "cosmos"))


def _vase(pen: Pen) -> None:
    shape(
        pen,
        "M400 60L624 60C620 130 600 170 600 230C600 330 780 420 780 640C780 840 680 980 600 990L424 990C344 980 244 840 244 640C244 420 424 330 424 230C424 170 404 130 400 60Z",
        "#4f79b8",
    )
    mark(pen, "M256 560C380 620 644 620 768 560L776 640C640 700 384 700 250 640Z", "#fbf2df")
    for x in (340, 430, C, 594, 684):
        dot(pen, x, 634, 20, "#d1493f")
    mark(pen, "M330 520C350 440 400 390 440 360L470 380C420 430 390 470 380 540Z", pale("#4f79b8", 0.4))


def _poinsettia(pen: Pen) -> None:
    for k in range(6):
        pen.part(petal("pointed", C, C, 490, 250, 20 + 60 * k), "#3f8a4f")
    for r, count, start, ink in ((440, 8, 0, "#d1332e"), (320, 7, 24, "#e0493f"), (190, 6, 10, "#ea6a55")):
        for k in range(count):
            turn = start + 360 * k / count
            pen.part(petal("pointed", C, C, r, 0.5 * r, turn), ink)
            pen.canvas.stroke(
                Path.lines([polar(C, C, 0.3 * r, turn), polar(C, C, 0.86 * r, turn)], closed=False), deep(ink, 0.3), 8
            )
    for k in range(7):
        x, y = (C, C) if k == 0 else polar(C, C, 50, 60 * k)
        disc(pen, x, y, 24, "#f6d24a")


def _crocus(pen: Pen) -> None:
    for x, y, r, lean in ((280, 560, 300, -10), (744, 580, 290, 10), (C, 420, 360, 0)):
        stem(pen, (C + 0.5 * (x - C), 1000), (x, y), 0, 22, "#e3dcc0")
        for turn in (-30, 30, 0):
            pen.part(petal("round", x, y + 40, r, 0.52 * r, turn + lean), "#8f6fd0" if turn else "#a58ae0")
        bar(pen, (x, y - 0.5 * r), (x, y - 0.86 * r), 13, "#f0a63a")
    for turn, length in ((-50, 560), (50, 560), (-24, 620), (24, 620)):
        pen.part(
            limb(
                curve(
                    (C, 1000),
                    polar(C, 1000, 0.4 * length, 0.5 * turn),
                    polar(C, 1000, 0.8 * length, 0.8 * turn),
                    polar(C, 1000, length, turn),
                ),
                18,
                6,
            ),
            GREEN,
        )


def _lavender_bunch(pen: Pen) -> None:
    for k in range(9):
        x = C + 92 * (k - 4)
        top = 300 + 14 * abs(k - 4) ** 1.6
        pen.part(limb([(C - 0.4 * (x - C), 1000), (C + 0.1 * (x - C), 700), (x, top)], 10, 8), "#6f9a5a")
        for j in range(7):
            y = top - 250 + 44 * j
            at = x + 0.24 * (x - C) * (1 - j / 7)
            for side in SIDES:
                pen.part(oval(at + side * 19, y, 24, 31, side * 24), ("#9a7fd0", "#b39ae0")[(j + k) % 2])
    for y in (690, 722, 754):
        tube(pen, f"M{C - 66} {y}Q{C} {y + 24} {C + 66} {y}", 17, "#d9b77a")
    for side in SIDES:
        tube(
            pen,
            f"M{C} 730C{C + side * 60} 660 {C + side * 200} 680 {C + side * 180} 750C{C + side * 160} 800 {C + side * 60} 780 {C} 736",
            14,
            "#d9b77a",
        )
        tube(pen, f"M{C} 740Q{C + side * 60} 820 {C + side * 110} 900", 14, "#d9b77a")


def several_flowers(flower: str) -> str:
    if flower.endswith("y"):
        return f"{flower[:-1]}ies"
    return flower if flower.endswith("s") else f"{flower}s"


JARS: Mapping[str, Draw] = {
    f"mason jar of {several_flowers(flower)}": in_jar((head,), _FLOWERS)
    for flower, head in (FLOWERS | TIED).items()
    if flower != "lily"
}
"""A jar of each flower, by what its picture is called; of lilies none, for calla lilies are no such flower."""

POTTED: Mapping[str, Draw] = {
    "saguaro cactus": fitted(_saguaro),
    "prickly pear cactus": fitted(_prickly_pear),
    "barrel cactus": fitted(_barrel),
    "potted monstera": fitted(_monstera),
    "spider plant": fitted(_spider_plant),
    "peace lily": fitted(_peace_lily),
    "fiddle leaf fig": fitted(_fiddle_leaf),
    "pothos": fitted(_pothos),
    "string of pearls": fitted(_string_of_pearls),
    "cacti in pots": CACTI(3),
    "succulent in a pot": fitted(_one_succulent),
    "succulents in pots": SUCCULENTS(4),
    "mason jar of flowers": in_jar(_MIXED, _FLOWERS),
    **JARS,
    "empty vase": _vase,
    "poinsettia": _poinsettia,
    "crocus": fitted(_crocus),
    "lavender bunch": fitted(_lavender_bunch),
}
