"""What a printer needs of a drawing, measured on it: where it fails, the designer tries its next idea.

The rules that are cheap to ask of vectors, and the composition checks on a small picture; they look at the finished one again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition import Asked, inspect_for
from pod.composition.labspace import distance_to, eight_bit_lab, lab_of_hex, rgb_of
from pod.composition.seen import lost_on_cloth
from pod.drawing import rasterise
from pod.drawing.display import Drawing, Group, Item, Stroke
from pod.model.artwork import LetteringSlot, SlotKind

_LOOK_PX = 512

LEAST_COVER, MOST_COVER = 0.06, 0.82
"""Share of the frame that is printed: less is lost on a chest, more is a board of ink. A full square in its margins is 0.79."""

LEAST_MARGIN = 0.04

LEAST_STROKE = 3.6
"""Units of 4096 across: 0.3 mm where the design is printed 350 mm wide, as thin as direct printing holds."""

LEAST_ISLAND_PX = 2
"""Of 512 across: what is smaller than 16 of 4096 px each way is a speck."""

MOST_SPECKS = 6

MOST_LOST = 0.25
"""Share of what is printed that may run into the cloth, or the shirt looks empty."""


def look_at(drawing: Drawing, *, closely: bool = False) -> NDArray[np.uint8]:
    """The small picture, RGBA, that both kinds of rules are asked of; `closely` twice as large."""
    return rasterise(drawing, 2 * _LOOK_PX if closely else _LOOK_PX)


def unprintable(
    drawing: Drawing, cloth_rgb: str, *, words: float = 0.0, look: NDArray[np.uint8] | None = None
) -> tuple[str, ...]:
    """Every rule that the drawing breaks, as a short sentence with the measured value; empty where it prints.

    `words` is the share of the frame that is kept for words that were asked for: they will cover it. `look` is its small
    picture, where somebody has it already.
    """
    pixels = look_at(drawing) if look is None else look
    alpha = pixels[..., 3] > 128
    return tuple(
        problem
        for found in (
            _cover(alpha, words),
            _margin(drawing),
            _strokes(drawing),
            _specks(alpha),
            _on_cloth(pixels, cloth_rgb),
        )
        for problem in found
    )


def wanting(drawing: Drawing, cloth_rgb: str, *, look: NDArray[np.uint8] | None = None) -> tuple[str, ...]:
    """The composition checks that find something in the drawing, by name. A frame is meant; `look` as above."""
    found = inspect_for(
        look_at(drawing) if look is None else look, Asked(cloth_rgb=cloth_rgb, border_meant=True)
    ).findings.found
    return tuple(finding.rule for finding in found)


def kept_for_words(slots: Iterable[LetteringSlot]) -> float:
    """The share of a square frame that blocks of words will fill; what goes below the frame is no part of it."""
    boxes = [slot.box for slot in slots if slot.kind is SlotKind.BLOCK]
    inside = ((min(1.0, b.right) - max(0.0, b.left), min(1.0, b.bottom) - max(0.0, b.top)) for b in boxes)
    return sum(max(0.0, width) * max(0.0, height) for width, height in inside)


def lines_that_hold(drawing: Drawing) -> Drawing:
    """The drawing with its thinnest lines as wide as they print: a guitar's strings, in a figure that stands small."""
    if not any(True for _ in _thin(drawing.items)):
        return drawing
    return replace(drawing, items=tuple(_held(item) for item in drawing.items))


def _held(item: Item) -> Item:
    if isinstance(item, Group):
        return replace(item, items=tuple(_held(inner) for inner in item.items))
    return replace(item, width=max(item.width, LEAST_STROKE)) if isinstance(item, Stroke) else item


def _cover(alpha: NDArray[np.bool_], words: float) -> Iterator[str]:
    share = float(alpha.mean())
    if not LEAST_COVER - words <= share <= MOST_COVER:
        yield f"It covers {share:.0%} of its frame; {LEAST_COVER:.0%} to {MOST_COVER:.0%} print well."


def _margin(drawing: Drawing) -> Iterator[str]:
    box = drawing.ink_box()
    least = min(box.left, box.top, drawing.width - box.right, drawing.height - box.bottom) / drawing.width
    if least < LEAST_MARGIN:
        yield f"It comes within {least:.1%} of its edge; {LEAST_MARGIN:.0%} must stay free."


def _strokes(drawing: Drawing) -> Iterator[str]:
    thin = min((stroke.width for stroke in _thin(drawing.items)), default=LEAST_STROKE)
    if thin < LEAST_STROKE:
        yield f"Its thinnest line is {thin:.1f} units wide; {LEAST_STROKE} are needed."


def _thin(items: tuple[Item, ...]) -> Iterator[Stroke]:
    for item in items:
        if isinstance(item, Group):
            yield from _thin(item.items)
        elif isinstance(item, Stroke) and item.width < LEAST_STROKE:
            yield item


def _specks(alpha: NDArray[np.bool_]) -> Iterator[str]:
    """Islands that are specks, apart from everything else."""
    count, _, stats, _ = cv2.connectedComponentsWithStats(alpha.astype(np.uint8), connectivity=8)
    size = stats[1:count, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(axis=1) if count > 1 else np.array([99])
    specks = int((size < LEAST_ISLAND_PX).sum())
    if specks > MOST_SPECKS:
        yield f"It has {specks} specks that stand alone; {MOST_SPECKS} are the most."


def _on_cloth(pixels: NDArray[np.uint8], cloth_rgb: str) -> Iterator[str]:
    """By the measure of the composition checks: a white hen on a yellow disc is seen on white cloth."""
    inked = pixels[..., 3] > 128
    if not inked.any():
        return
    lost = lost_on_cloth(distance_to(eight_bit_lab(rgb_of(pixels)), lab_of_hex(cloth_rgb)), inked)
    share = float(lost.sum() / inked.sum())
    if share > MOST_LOST:
        yield f"{share:.0%} of it runs into the cloth; {MOST_LOST:.0%} may."
