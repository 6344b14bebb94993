"""Flowers of a kind in a tall vase and in a bed's border: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pod.providers.embedded.characters.pen import Pen
from pod.providers.embedded.gallery.flowers import FLOWERS, MEADOW, TIED
from pod.providers.embedded.gallery.kit import GREEN, LEAF, C, Draw, Head, leaves, stem
from pod.providers.embedded.gallery.potted import several_flowers
from pod.providers.embedded.objects.kit import fitted, mark, pale, shape

_GLAZED, _PLAIN, _BAND = "#7fa9c9", "#f1ece2", "#d8d0c2"
_IN_A_VASE = ((250, 330, 130), (774, 330, 130), (390, 170, 140), (634, 170, 140), (C, 350, 155))
_IN_A_BORDER = ((110, 330, 96), (290, 210, 116), (470, 350, 100), (640, 200, 116), (810, 340, 100), (960, 240, 92))


def _in_vase(heads: Sequence[Head], china: str, band: str) -> Draw:
    def draw(pen: Pen) -> None:
        for x, y, _ in _IN_A_VASE:
            stem(pen, (C + 0.16 * (x - C), 640), (x, y), 0, 13)
        leaves(pen, ((C, 600, 330, -70), (C, 600, 330, 70), (C, 570, 330, -38), (C, 570, 330, 38)), LEAF, 0.26)
        shape(
            pen,
            "M420 560L604 560C600 620 700 690 700 820C700 930 640 1000 590 1010L434 1010C384 1000 324 930 324 820C324 690 424 620 420 560Z",
            china,
        )
        mark(pen, "M330 790Q512 850 694 790L700 840Q512 900 324 840Z", band)
        for k, (x, y, r) in enumerate(_IN_A_VASE):
            heads[k % len(heads)](pen, x, y, r, (x - C) * 0.08)

    return fitted(draw)


def _in_border(heads: Sequence[Head]) -> Draw:
    """A row of them, high and low, with their leaves."""

    def draw(pen: Pen) -> None:
        for k, (x, y, _) in enumerate(_IN_A_BORDER):
            stem(pen, (x, 700), (x, y), 0, 13)
            leaves(pen, ((x, 700, 230, -34), (x, 700, 230, 34)), (GREEN, LEAF)[k % 2], 0.24)
        for k, (x, y, r) in enumerate(_IN_A_BORDER):
            heads[k % len(heads)](pen, x, y, r, 0)

    return fitted(draw)


_KINDS: Mapping[str, Sequence[Head]] = {
    **{several_flowers(flower): (head,) for flower, head in (FLOWERS | TIED).items() if flower != "lily"},
    "wildflowers": MEADOW,
}

VASES: Mapping[str, Draw] = {
    **{f"vase of {kind}": _in_vase(heads, _GLAZED, pale(_GLAZED, 0.6)) for kind, heads in _KINDS.items()},
    **{f"{kind} in a vase": _in_vase(heads, _PLAIN, _BAND) for kind, heads in _KINDS.items()},
}
"""Whichever is said first has the colour that is said: a plain vase takes none."""

BORDERS: Mapping[str, Draw] = {f"border of {kind}": _in_border(heads) for kind, heads in _KINDS.items()}
"""By what their picture is called; of lilies none, for calla lilies are no such flower."""
