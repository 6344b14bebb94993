"""Whether a mark beside a drawing was written: in one ink, which leaves gaps. A sun in a corner has none, and ducklings in a row
have more inks than one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.ground import Ground
from pod.composition.labspace import Pixels
from pod.composition.prepared import as_mask
from pod.imaging.colour import parse_hex
from pod.model.geometry import Box

Colours = NDArray[np.float32]

_INKED_ALPHA: Final = 128
_GROUND_LEVELS: Final = 64.0
"""RGB levels from the ground within which nothing is ink: grain, a codec's noise, and the palest part of an edge."""

_ONE_INK_LEVELS: Final = 48.0
"""Off the line between ground and ink: what a JPEG does to a thin line's hue."""

_MOSTLY: Final = 0.8
_FULLEST: Final = 0.85
"""Of what a band around the mark would hold: bold narrow capitals have two thirds of it, a disc and a heart nearly all."""


def is_penned(pixels: Pixels, mark: Box, ground: Ground) -> bool:
    there = pixels[int(mark.top) : int(mark.bottom), int(mark.left) : int(mark.right)]
    colours, inked = there[..., :3].astype(np.float32), there[..., 3] >= _INKED_ALPHA
    papers = [np.array(parse_hex(colour), np.float32) for colour in (ground.colour, ground.second) if colour]
    for paper in papers:
        inked &= np.linalg.norm(colours - paper, axis=-1) > _GROUND_LEVELS
    return bool(inked.any()) and _fills(inked) <= _FULLEST and _share_of_one_ink(colours[inked], papers) >= _MOSTLY


def _fills(inked: NDArray[np.bool_]) -> float:
    band = cv2.fillConvexPoly(np.zeros(inked.shape, np.uint8), cv2.convexHull(cv2.findNonZero(as_mask(inked))), 255)
    return cv2.countNonZero(as_mask(inked)) / cv2.countNonZero(band)


def _share_of_one_ink(colours: Colours, papers: Sequence[Colours]) -> float:
    """How much of it is an ink, or a blend of that with the paper: where there is none, its edges are clear and not pale."""
    if not papers:
        ink = np.median(colours, axis=0)
        return float((np.linalg.norm(colours - ink, axis=1) <= _ONE_INK_LEVELS).mean())
    off = colours - papers[0]
    away = np.linalg.norm(off, axis=1)
    ink = np.median(off[away >= np.quantile(away, 0.7)], axis=0)
    along = (off @ ink / max(1.0, float(ink @ ink)))[:, None] * ink
    return float((np.linalg.norm(off - along, axis=1) <= _ONE_INK_LEVELS).mean())
