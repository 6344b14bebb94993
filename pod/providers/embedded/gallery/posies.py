"""Pictures of several things in what holds them, each for any number: flowers in a vase or a jar, pots in rows, fish in a bowl."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, heart, leaf, rect, rounded_rect
from pod.providers.embedded.characters.pen import BOX, INK, Pen, limb, oval
from pod.providers.embedded.gallery.kit import LEAF, C, Draw, Head, leaves, petal, stem
from pod.providers.embedded.objects.kit import box, fitted, line, mark, shape, slab, tube

_Spot = tuple[float, float, float]

MOST_HELD = 12

_ROWS: Mapping[int, Sequence[int]] = {
    1: (1,), 2: (2,), 3: (1, 2), 4: (2, 2), 5: (2, 3), 6: (1, 2, 3), 7: (3, 4), 8: (1, 3, 4), 9: (2, 3, 4),
    10: (3, 3, 4), 11: (2, 4, 5), 12: (3, 4, 5),
}  # fmt: skip
"""How many heads are in each row over a rim, from the top."""

_LOW = 360.0
"""Where the lowest row of heads is."""


def heads_over(count: int) -> tuple[_Spot, ...]:
    """Where so many flower heads are and how large, none of them hidden by another: the highest first."""
    rows = _ROWS[count]
    r = {1: 190.0, 2: 170.0, 3: 158.0, 4: 148.0, 5: 144.0, 6: 132.0}.get(count, 112.0)
    return tuple(
        (C + (k - (number - 1) / 2) * 1.72 * r, _LOW - (len(rows) - 1 - row) * 1.42 * r, r)
        for row, number in enumerate(rows)
        for k in range(number)
    )


def _stalks(pen: Pen, spots: Sequence[_Spot], low: float, gathered: float, width: float) -> None:
    for x, y, _ in spots:
        stem(pen, (C + gathered * (x - C), low), (x, y), 0, width)


def _blooms(pen: Pen, heads: Sequence[Head], spots: Sequence[_Spot]) -> None:
    for k, (x, y, r) in enumerate(spots):
        heads[k % len(heads)](pen, x, y, r, (x - C) * 0.08)


def in_vase(heads: Sequence[Head], china: str, band: str, count: int) -> Draw:
    """So many flowers in a tall vase."""
    spots = heads_over(count)

    def draw(pen: Pen) -> None:
        _stalks(pen, spots, 640, 0.16, 13)
        leaves(pen, ((C, 600, 330, -70), (C, 600, 330, 70), (C, 570, 330, -38), (C, 570, 330, 38)), LEAF, 0.26)
        shape(
            pen,
            "M420 560L604 560C600 620 700 690 700 820C700 930 640 1000 590 1010L434 1010C384 1000 324 930 324 820C324 690 424 620 420 560Z",
            china,
        )
        mark(pen, "M330 790Q512 850 694 790L700 840Q512 900 324 840Z", band)
        _blooms(pen, heads, spots)

    return fitted(draw)


def in_jar(heads: Sequence[Head], count: int) -> Draw:
    """So many flowers in a preserving jar with water in it."""
    spots = heads_over(count)

    def draw(pen: Pen) -> None:
        _stalks(pen, spots, 600, 0.2, 11)
        leaves(pen, ((C, 540, 330, -74), (C, 540, 330, 74), (C, 520, 330, -40), (C, 520, 330, 40)), LEAF, 0.26)
        body = Path.parse(
            "M370 560L654 560C720 590 740 630 740 680L740 940Q740 1000 680 1000L344 1000Q284 1000 284 940L284 680C284 630 304 590 370 560Z"
        )
        pen.canvas.fill(body, "#a6d5ef", 0.86)
        with pen.canvas.group(body):
            pen.canvas.fill(Path.parse("M200 740L824 740L824 1010L200 1010Z"), "#6fb4e0", 0.75)
            for k in range(count):
                x = 130 * ((k + 0.5) / count - 0.5)
                line(pen, f"M{C + 0.5 * x} 560L{C - x} 980", 12, "#5f9a4a")
        pen.canvas.stroke(body, INK, 18)
        box(pen, 356, 510, 312, 60, "#c3ccd8", 16)
        slab(pen, 330, 700, 30, 200, "#ffffff", 15)
        pen.part(heart(C, 850, 120), "#e9a0ae")
        _blooms(pen, heads, spots)

    return fitted(draw)


def growing(head: Head, count: int) -> Draw:
    """So many of a kind on stalks that come out of one tuft of leaves."""
    spots = heads_over(count)

    def draw(pen: Pen) -> None:
        low = 900.0
        _stalks(pen, spots, low, 0.08, 16)
        leaves(pen, [(C, low, 400.0 - 2 * abs(turn), turn) for turn in (-62.0, 62.0, -34.0, 34.0)], LEAF, 0.24)
        _blooms(pen, (head,), spots)

    return fitted(draw)


# --- pots

_CLAY = "#cf7a4f"
_GLAZES = (_CLAY, "#4f8fb8", "#e9b93f", "#c96f8a")
_WIDE, _HIGH, _MOST_ABREAST = 260.0, 560.0, 4


def _spines(pen: Pen, spots: Sequence[tuple[float, float]]) -> None:
    for x, y in spots:
        line(pen, f"M{x - 14} {y - 11}L{x + 14} {y + 11}M{x + 14} {y - 11}L{x - 14} {y + 11}", 7, "#fbf2df")


def _star(pen: Pen) -> None:
    for turn in range(-70, 71, 28):
        pen.part(petal("pointed", 0, 40, 210, 70, turn), "#7fb38a")


def _rosette(pen: Pen) -> None:
    for r, count, shade in ((120, 9, "#8fbf9a"), (84, 7, "#a9d1ae"), (50, 5, "#c6e3c4")):
        for j in range(count):
            pen.part(petal("round", 0, -30, r, 0.6 * r, 360 * j / count), shade)


def _knob(pen: Pen) -> None:
    pen.part(limb([(0, 60), (0, -150)], 66, 60), "#5fa35a")
    _spines(pen, ((0, -120), (-30, -40), (30, -60), (0, 10)))
    pen.part(circle(0, -220, 34), "#f07fa3")


def _swords(pen: Pen) -> None:
    for turn in (-60, -30, 0, 30, 60):
        pen.part(leaf(0, 50, 250, 34, turn), "#9a7fb8" if turn % 60 else "#b59ad0")


def _arms(pen: Pen) -> None:
    pen.part(limb([(0, 40), (0, -280)], 66, 62), "#5fa35a")
    tube(pen, "M0 -80L-92 -80Q-108 -80 -108 -108L-108 -160", 44, "#5fa35a")
    tube(pen, "M0 -130L92 -130Q108 -130 108 -158L108 -210", 44, "#5fa35a")
    _spines(pen, ((0, -250), (-10, -160), (12, -60)))


def _ball(pen: Pen) -> None:
    pen.part(oval(0, -70, 126, 130), "#6fb06a")
    for turn in range(-60, 61, 30):
        pen.part(petal("pointed", 0, -180, 84, 34, turn), "#f07fa3")
    _spines(pen, ((-52, -100), (52, -100), (0, -30)))


def _pads(pen: Pen) -> None:
    for x, y, rx, ry, lean in ((0.0, -70, 78, 120, 0), (-66.0, -220, 54, 78, -24), (64.0, -230, 54, 78, 22)):
        pen.part(oval(x, y, rx, ry, lean), "#7fb56a")
    _spines(pen, ((0, -110), (-26, -40), (26, -30), (-66, -220), (64, -230)))


def _pot(pen: Pen, ink: str) -> None:
    shape(pen, "M-110 40L110 40L80 260L-80 260Z", ink)
    box(pen, -120, 0, 240, 66, ink, 14)


def _potted(kinds: Sequence[Callable[[Pen], None]], count: int) -> Draw:
    """Each kind by turns in a pot of its own, more than four in two rows."""
    rows = (count,) if count <= _MOST_ABREAST else (count // 2, count - count // 2)
    spots = [((k - (number - 1) / 2) * _WIDE, row * _HIGH) for row, number in enumerate(rows) for k in range(number)]

    def draw(pen: Pen) -> None:
        for at, spot in enumerate(spots):
            with pen.canvas.group(transform=Transform.move(*spot)):
                kinds[at % len(kinds)](pen)
                _pot(pen, _GLAZES[at % len(_GLAZES)])

    return fitted(draw)


SUCCULENTS = partial(_potted, (_star, _rosette, _knob, _swords))
CACTI = partial(_potted, (_arms, _ball, _pads))

# --- fish

_SCHOOLS: Mapping[int, Sequence[_Spot]] = {
    1: ((520, 620, 1.0),),
    2: ((370, 520, 0.68), (650, 720, 0.68)),
    3: ((350, 490, 0.58), (690, 590, 0.58), (390, 740, 0.58)),
    4: ((340, 480, 0.52), (690, 500, 0.52), (310, 720, 0.52), (660, 740, 0.52)),
    5: ((330, 460, 0.48), (690, 460, 0.48), (510, 610, 0.48), (310, 750, 0.48), (700, 760, 0.48)),
    6: ((310, 450, 0.44), (650, 440, 0.44), (390, 600, 0.44), (750, 590, 0.44), (300, 750, 0.44), (630, 770, 0.44)),
}
"""Where each swims in the bowl, and how large."""
MOST_FISH = len(_SCHOOLS)


def _goldfish(pen: Pen) -> None:
    pen.part(Path.parse("M-130 0L-290 -100C-255 -20 -255 30 -290 120Z"), "#ee7f35")
    pen.part(oval(40, 0, 210, 128), "#f2913c")
    pen.part(Path.parse("M-20 -120C40 -180 120 -170 140 -110Z"), "#ee7f35")
    pen.canvas.fill(circle(160, -30, 30), "#fbf2df")
    pen.canvas.fill(circle(168, -30, 17), INK)
    pen.canvas.stroke(Path.parse("M200 30Q170 60 140 48"), INK, 11)


def fish_bowl(count: int) -> Draw:
    """A round glass with water, weed and so many goldfish, by turns swimming this way and that."""
    glass = Path.parse(
        "M270 180L754 180C960 300 1010 560 900 760C830 880 700 930 512 930C324 930 194 880 124 760C14 560 64 300 270 180Z"
    )

    def draw(pen: Pen) -> None:
        pen.part(glass, "#e3f3f6")
        with pen.canvas.group(glass):
            pen.canvas.fill(rect(0, 330, BOX, 730), "#8fd0e3")
            pen.canvas.fill(rect(0, 320, BOX, 22), "#e3f3f6")
            for pebble in range(150, 900, 74):
                ink = ("#f3bf4b", "#fbf2df", "#e8a0a8")[pebble % 3]
                pen.canvas.fill(circle(pebble, 900 + 18 * (pebble % 4), 60), ink)
            for foot, lean in ((190, -30), (240, 20), (820, 24)):
                pen.canvas.fill(limb([(foot, 900), (foot + lean, 740), (foot - lean, 600)], 22, 8), "#4f9a5c")
        for k, (x, y, size) in enumerate(_SCHOOLS[min(count, MOST_FISH)]):
            facing = Transform.scale(-size if k % 2 else size, size)
            with pen.canvas.group(transform=facing.then(Transform.move(x, y))):
                _goldfish(pen)
        pen.part(rounded_rect(236, 144, 552, 56, 28), "#cfe8ef")

    return draw
