"""Flowers of a kind in a tall vase and in a bed's border: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pod.providers.embedded.characters.pen import Pen
from pod.providers.embedded.gallery.flowers import FLOWERS, MEADOW, TIED
from pod.providers.embedded.gallery.kit import GREEN, LEAF, Draw, Head, leaves, stem
from pod.providers.embedded.gallery.posies import in_vase
from pod.providers.embedded.gallery.potted import several_flowers
from pod.providers.embedded.objects.kit import fitted, pale

_BLUE = "#7fa9c9"
GLAZED, PLAIN = (_BLUE, pale(_BLUE, 0.6)), ("#f1ece2", "#d8d0c2")
"""A vase and its band."""
_FLOWERS = 5
"""How many are in a vase where no number is said."""

_IN_A_BORDER = ((110, 330, 96), (290, 210, 116), (470, 350, 100), (640, 200, 116), (810, 340, 100), (960, 240, 92))


def _in_border(heads: Sequence[Head]) -> Draw:
    """A row of them, high and low, with their leaves."""

    def draw(pen: Pen) -> None:
        for k, (x, y, _) in enumerate(_IN_A_BORDER):
            stem(pen, (x, 700), (x, y), 0, 13)
            leaves(pen, ((x, 700, 230, -34), (x, 700, 230, 34)), (GREEN, LEAF)[k % 2], 0.24)
        for k, (x, y, r) in enumerate(_IN_A_BORDER):
            heads[k % len(heads)](pen, x, y, r, 0)

    return fitted(draw)


KINDS: Mapping[str, Sequence[Head]] = {
    **{several_flowers(flower): (head,) for flower, head in (FLOWERS | TIED).items() if flower != "lily"},
    "wildflowers": MEADOW,
}

VASES: Mapping[str, Draw] = {
    **{f"vase of {kind}": in_vase(heads, *GLAZED, _FLOWERS) for kind, heads in KINDS.items()},
    **{f"{kind} in a vase": in_vase(heads, *PLAIN, _FLOWERS) for kind, heads in KINDS.items()},
}
"""Whichever is said first has the colour that is said: a plain vase takes none."""

BORDERS: Mapping[str, Draw] = {f"border of {kind}": _in_border(heads) for kind, heads in KINDS.items()}
"""By what their picture is called; of lilies none, for calla lilies are no such flower."""
