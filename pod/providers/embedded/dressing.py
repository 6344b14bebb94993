"""Things dressed like somebody: a pineapple in sunglasses, a cactus in a hat. Only what goes on a head or before eyes."""

from __future__ import annotations

from collections.abc import Sequence

from shapely.geometry import Point
from shapely.ops import unary_union

from pod.drawing.display import Canvas
from pod.providers.embedded.characters.faces import face
from pod.providers.embedded.characters.figure import Figure, silhouette_of
from pod.providers.embedded.characters.pen import BOX, HEAD_Y, MIDDLE_X, Pen
from pod.providers.embedded.characters.species import Species
from pod.providers.embedded.characters.wardrobe import WARDROBE, Layer
from pod.providers.embedded.subjects import Subject, place

_SIZE = 760.0
_GLASSES_BELOW_TOP, _FACE_BELOW_TOP = 0.42, 0.56
"""Shares of its height at which a thing wears glasses, and at which it has a face."""

_ON_A_HEAD = (Layer.EYES, Layer.HEAD)


FACE_WORDS = frozenset(["face", "smiling", "smiley", "kawaii", "happy", "sleepy", "grumpy", "laughing", "chibi"])
"""Words that give a thing a face."""


def dressed(subject: Subject, wears: Sequence[str], *, with_face: bool = False, mood: str = "") -> Subject:
    """The thing with what of `wears` it can wear, and with a face where asked; itself where that is nothing."""
    worn = [name for layer in _ON_A_HEAD for name in wears if WARDROBE[name].layer is layer]
    if not worn and not with_face:
        return subject
    canvas, eyes_at = Canvas(BOX, BOX), _GLASSES_BELOW_TOP if worn else _FACE_BELOW_TOP
    placed = place(subject, MIDDLE_X, 0, _SIZE)
    left, top, right, bottom = placed.area.bounds
    placed = place(subject, MIDDLE_X, HEAD_Y + (bottom - top) * (0.5 - eyes_at), _SIZE)
    canvas.place(placed.drawing)
    garments = Canvas(BOX, BOX)
    pen = Pen(garments, _wearer(right - left, (bottom - top) * eyes_at))
    if with_face and placed.area.contains(Point(MIDDLE_X, HEAD_Y)):  # not in the hole of a doughnut
        face(pen, mood)
    for name in worn:
        WARDROBE[name].draw(pen)
    canvas.place(garments.drawing())
    area = unary_union([placed.area, silhouette_of(garments.drawing())])
    return Figure(subject.name, canvas.drawing(), area, subject.natural)


def _wearer(width: float, above_eyes: float) -> Species:
    """A head as wide as the thing and as high above its eyes, for hats and glasses to fit."""
    half = min(0.44 * width, 300.0)
    return Species("thing", "#ffffff", "#ffffff", "#ffffff", (half, above_eyes * 1.1), (26, half * 0.42, 0))
