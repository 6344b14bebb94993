"""Things dressed like somebody: a pineapple in sunglasses, a cactus in a hat. Only what goes on a head or before eyes."""

from __future__ import annotations

from collections.abc import Sequence

from shapely.ops import unary_union

from pod.drawing.display import Canvas
from pod.providers.embedded.characters.figure import Figure, silhouette_of
from pod.providers.embedded.characters.pen import BOX, HEAD_Y, MIDDLE_X, Pen
from pod.providers.embedded.characters.species import Species
from pod.providers.embedded.characters.wardrobe import WARDROBE, Layer
from pod.providers.embedded.subjects import Subject, place

_SIZE = 760.0
_EYES_BELOW_TOP = 0.42
"""Share of its height at which a thing would have eyes."""

_ON_A_HEAD = (Layer.EYES, Layer.HEAD)


def dressed(subject: Subject, wears: Sequence[str]) -> Subject:
    """The thing with what of `wears` it can wear; itself where that is nothing."""
    worn = [name for layer in _ON_A_HEAD for name in wears if WARDROBE[name].layer is layer]
    if not worn:
        return subject
    canvas = Canvas(BOX, BOX)
    placed = place(subject, MIDDLE_X, 0, _SIZE)
    left, top, right, bottom = placed.area.bounds
    placed = place(subject, MIDDLE_X, HEAD_Y + (bottom - top) * (0.5 - _EYES_BELOW_TOP), _SIZE)
    canvas.place(placed.drawing)
    garments = Canvas(BOX, BOX)
    pen = Pen(garments, _wearer(right - left, bottom - top))
    for name in worn:
        WARDROBE[name].draw(pen)
    canvas.place(garments.drawing())
    area = unary_union([placed.area, silhouette_of(garments.drawing())])
    return Figure(subject.name, canvas.drawing(), area, subject.natural)


def _wearer(width: float, height: float) -> Species:
    """A head as wide and high as the thing, for hats and glasses to fit."""
    half = min(0.44 * width, 300.0)
    return Species(
        "thing", "#ffffff", "#ffffff", "#ffffff", (half, height * _EYES_BELOW_TOP * 1.1), (26, half * 0.42, 0)
    )
