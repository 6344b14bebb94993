"""The repairs, as functions of a picture and a step's numbers alone: what `mend` did, `replay` does again, byte for byte.

Each takes a picture that is its own to change. Nothing here reads a limit of today: a recipe made last year carries its
numbers with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.keying import key_out
from pod.composition.labspace import alpha_of, rgb_of
from pod.composition.parts import Parts, parts_of, speck_labels
from pod.composition.prepared import EMPTY_BELOW, as_mask, disc, working_alpha
from pod.composition.quantising import quantise
from pod.composition.tiles import Nearest, Tile, clear_hidden, holds_any, tiles, window_of
from pod.model.artwork import MendKind, MendStep
from pod.model.geometry import Box

Pixels = NDArray[np.uint8]
Values = Mapping[str, float | str]

_BLEED_PX: Final = 4.0
"""How far the ink's colour runs on: the reach of the widest filter that a printer's software scales with."""


def replay(pixels: Pixels, steps: Iterable[MendStep], *, in_place: bool = False) -> Pixels:
    """`pixels` after `steps`. `pixels` itself is not touched unless it may be changed `in_place`, which saves its copy."""
    todo = tuple(steps)
    own = pixels if in_place or not todo else pixels.copy()
    for step in todo:
        own = apply(own, step)
    return own


def apply(own: Pixels, step: MendStep) -> Pixels:
    return _APPLY[step.kind](own, step.values)


def despeck(own: Pixels, values: Values) -> Pixels:
    """Erases dust. `values`: largest_share (of all ink), apart_share (of the shorter side)."""
    alpha, factor = working_alpha(own)
    parts = parts_of(as_mask(alpha >= EMPTY_BELOW))
    labels = speck_labels(parts, min(alpha.shape), float(values["largest_share"]), float(values["apart_share"]))
    return _without(own, parts, labels, factor)


def written(boxes: Iterable[Box]) -> str:
    """As `erase_marks` reads them."""
    return " ".join(f"{b.left:.0f},{b.top:.0f},{b.width:.0f},{b.height:.0f}" for b in boxes)


def erase_marks(own: Pixels, values: Values) -> Pixels:
    """Erases what lies whole in one of the boxes, and so nothing that hangs on the drawing. `values`: boxes (as `written`,
    in the picture's pixels), reach_px around them."""
    alpha, factor = working_alpha(own)
    parts = parts_of(as_mask(alpha >= EMPTY_BELOW))
    marks = (Box(*map(float, text.split(","))) for text in str(values["boxes"]).split())
    around = [mark.grown(float(values["reach_px"])).scaled(1 / factor) for mark in marks]
    boxes = (Box(*map(float, sides)) for sides in parts.boxes.tolist())
    labels = tuple(label for label, box in enumerate(boxes) if label and any(mark.contains(box) for mark in around))
    return _without(own, parts, labels, factor)


def _without(own: Pixels, parts: Parts, labels: tuple[int, ...], factor: int) -> Pixels:
    gone = np.asarray(cv2.dilate(parts.only(labels), disc(2)), dtype=np.uint8)
    for tile in tiles(*own.shape[:2]):
        if holds_any(gone, tile, factor):
            own[tile.inside][window_of(gone, tile, factor)[tile.core] > 0] = 0
    return own


def move_and_pad(own: Pixels, values: Values) -> Pixels:
    """The window (left, top, width, height, in the picture's pixels) as a new picture; what was outside is `fill`."""
    left, top, width, height = (int(values[name]) for name in ("left", "top", "width", "height"))
    out = np.zeros((height, width, 4), dtype=np.uint8)
    source = own[max(0, top) : max(0, top + height), max(0, left) : max(0, left + width)]
    down, across = max(0, -top), max(0, -left)
    out[down : down + source.shape[0], across : across + source.shape[1]] = source
    return out


def bleed_colour(own: Pixels, values: Values | None = None) -> Pixels:
    """Lets the ink's colour run on under alpha 0 for a few pixels, and clears hidden colour elsewhere."""
    reach = float((values or {}).get("reach_px", _BLEED_PX))
    for tile in tiles(*own.shape[:2]):
        _bleed(own, tile, reach)
    return own


def _bleed(own: Pixels, tile: Tile, reach: float) -> None:
    alpha = alpha_of(own[tile.window])
    ink = alpha > 0
    if ink.all():
        return
    inside = own[tile.inside]
    clear_hidden(inside)
    if not ink.any():
        return
    nearest = Nearest.to(ink)
    rows, columns = np.nonzero((nearest.away > 0) & (nearest.away <= reach))
    mine = tile.owns(rows, columns)
    rows, columns = rows[mine], columns[mine]
    own[rows + tile.top, columns + tile.left, :3] = nearest.colours(rgb_of(own[tile.window]), rows, columns)


_APPLY: Final[Mapping[MendKind, Callable[[Pixels, Values], Pixels]]] = {
    MendKind.KEY_OUT: key_out,
    MendKind.ERASE_MARKS: erase_marks,
    MendKind.QUANTISE: quantise,
    MendKind.DESPECK: despeck,
    MendKind.MOVE_AND_PAD: move_and_pad,
    MendKind.BLEED_COLOUR: bleed_colour,
}
