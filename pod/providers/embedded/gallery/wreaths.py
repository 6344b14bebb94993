"""Wreaths of one flower, of a meadow's and of sprigs: original art in a box of 1024 units."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from pod.drawing.shapes import circle, leaf, polar
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, limb, oval
from pod.providers.embedded.gallery.flowers import FLOWERS, MEADOW, TIED
from pod.providers.embedded.gallery.kit import GREEN, LEAF, C, Draw, Head
from pod.providers.embedded.gallery.potted import several_flowers
from pod.providers.embedded.objects.kit import fitted

_R = 380.0
_HEADS, _LARGE, _LITTLE = 8, 176.0, 138.0
_SPRIGS = 12

_Sprig = Callable[[Pen, float], None]
"""Draws one at that many degrees round the ring."""


def _twig(pen: Pen) -> None:
    pen.canvas.stroke(circle(C, C, _R), INK, 40)
    pen.canvas.stroke(circle(C, C, _R), GREEN, 18)


def _of_heads(heads: Sequence[Head]) -> Draw:
    """Heads large and little by turns, leaves to both sides between them."""

    def draw(pen: Pen) -> None:
        _twig(pen)
        for k in range(2 * _HEADS):
            turn = 180 * k / _HEADS
            for side in SIDES:
                x, y = polar(C, C, _R, turn)
                pen.part(leaf(x, y, 250, 74, turn + 90 - side * 52), (GREEN, LEAF)[k % 2])
        for k in (*range(1, _HEADS, 2), *range(0, _HEADS, 2)):  # the large over the little
            turn = 360 * k / _HEADS
            heads[k % len(heads)](pen, *polar(C, C, _R, turn), _LITTLE if k % 2 else _LARGE, turn)

    return fitted(draw)


def _of_sprigs(sprig: _Sprig) -> Draw:
    """One laid over the next, all the way round."""

    def draw(pen: Pen) -> None:
        _twig(pen)
        for k in range(_SPRIGS):
            sprig(pen, 360 * k / _SPRIGS)

    return fitted(draw)


def _lavender(pen: Pen, turn: float) -> None:
    for lean in (-34, 0, 34):
        foot, way = polar(C, C, _R, turn), turn + 90 + lean
        pen.part(limb([foot, polar(*foot, 130, way)], 8, 6), GREEN)
        for j in range(5):
            x, y = polar(*foot, 90 + 34 * j, way)
            across = math.radians(way)
            for side in SIDES:
                pen.part(
                    oval(x + side * 15 * math.cos(across), y + side * 15 * math.sin(across), 19, 25, way + side * 24),
                    ("#9a7fd0", "#b39ae0")[j % 2],
                )


def _leafy(length: float, width: float, *inks: str) -> _Sprig:
    """Leaves in pairs, two to a sprig."""

    def sprig(pen: Pen, turn: float) -> None:
        for j, ink in enumerate(inks):
            at = turn + 180 / _SPRIGS * j
            for side in SIDES:
                pen.part(leaf(*polar(C, C, _R, at), length, width, at + 90 - side * 42), ink)

    return sprig


def _frond(pen: Pen, turn: float) -> None:
    for j in range(4):
        at = turn + 360 / _SPRIGS * j / 4
        for side in SIDES:
            pen.part(leaf(*polar(C, C, _R, at), 150 - 22 * j, 34, at + 90 - side * 62), (GREEN, LEAF)[j % 2])


WREATHS: Mapping[str, Draw] = {
    **{f"circlet of {several_flowers(flower)}": _of_heads((head,)) for flower, head in (FLOWERS | TIED).items()},
    "circlet of wildflowers": _of_heads(MEADOW),
    "circlet of lavender": _of_sprigs(_lavender),
    "circlet of eucalyptus": _of_sprigs(_leafy(170, 116, "#8fb8a4", "#a9cbb8")),
    "circlet of autumn leaves": _of_sprigs(_leafy(190, 96, "#d9652f", "#e9a23a", "#b5422f")),
    "circlet of ferns": _of_sprigs(_frond),
    "circlet of leaves": _of_sprigs(_leafy(190, 66, GREEN, LEAF)),
}
"""A wreath that is the picture itself; the word alone asks for one around something."""
