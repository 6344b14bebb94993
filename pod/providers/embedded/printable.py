"""What a printer needs of a drawing, measured on it: where it fails, the designer tries its next idea.

The composition checks look at the finished picture again; these are the rules that are cheap to ask of vectors.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.drawing import UNITS, rasterise
from pod.drawing.display import Drawing, Group, Item, Stroke
from pod.imaging.colour import lab, pixels_to_lab

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

_TOLD_APART = 12.0
"""ΔE from which an ink is told from the cloth, as the composition checks see it."""


def unprintable(drawing: Drawing, cloth_rgb: str) -> tuple[str, ...]:
    """Every rule that the drawing breaks, as a short sentence with the measured value; empty where it prints."""
    pixels = rasterise(drawing, _LOOK_PX)
    alpha = pixels[..., 3] > 128
    return tuple(
        problem
        for found in (_cover(alpha), _margin(drawing), _strokes(drawing), _specks(alpha), _on_cloth(pixels, cloth_rgb))
        for problem in found
    )


def _cover(alpha: NDArray[np.bool_]) -> Iterator[str]:
    share = float(alpha.mean())
    if not LEAST_COVER <= share <= MOST_COVER:
        yield f"It covers {share:.0%} of its frame; {LEAST_COVER:.0%} to {MOST_COVER:.0%} print well."


def _margin(drawing: Drawing) -> Iterator[str]:
    box = drawing.ink_box()
    least = min(box.left, box.top, drawing.width - box.right, drawing.height - box.bottom) / drawing.width
    if least < LEAST_MARGIN:
        yield f"It comes within {least:.1%} of its edge; {LEAST_MARGIN:.0%} must stay free."


def _strokes(drawing: Drawing) -> Iterator[str]:
    thin = min((stroke.width for stroke in _all_strokes(drawing.items)), default=UNITS)
    if thin < LEAST_STROKE:
        yield f"Its thinnest line is {thin:.1f} units wide; {LEAST_STROKE} are needed."


def _all_strokes(items: tuple[Item, ...]) -> Iterator[Stroke]:
    for item in items:
        if isinstance(item, Group):
            yield from _all_strokes(item.items)
        elif isinstance(item, Stroke):
            yield item


def _specks(alpha: NDArray[np.bool_]) -> Iterator[str]:
    """Islands that are specks, apart from everything else."""
    count, _, stats, _ = cv2.connectedComponentsWithStats(alpha.astype(np.uint8), connectivity=8)
    size = stats[1:count, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(axis=1) if count > 1 else np.array([99])
    specks = int((size < LEAST_ISLAND_PX).sum())
    if specks > MOST_SPECKS:
        yield f"It has {specks} specks that stand alone; {MOST_SPECKS} are the most."


def _on_cloth(pixels: NDArray[np.uint8], cloth_rgb: str) -> Iterator[str]:
    """What has the cloth's colour and no line or ground around it: a white hen on a yellow disc is seen on white cloth."""
    inked = pixels[..., 3] > 128
    if not inked.any():
        return
    apart = np.linalg.norm(pixels_to_lab(pixels) - np.array(lab(cloth_rgb), dtype=np.float32), axis=2)
    cloth_like = ~inked | (apart < _TOLD_APART)
    around = np.pad(cloth_like, 1, constant_values=True)  # all that touches the frame is one
    _, parts = cv2.connectedComponents(around.astype(np.uint8), connectivity=4)
    open_to_cloth = (parts == parts[0, 0])[1:-1, 1:-1]
    share = float((inked & open_to_cloth).sum() / inked.sum())
    if share > MOST_LOST:
        yield f"{share:.0%} of it runs into the cloth; {MOST_LOST:.0%} may."
