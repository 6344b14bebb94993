"""Labels made fit to be outlined: edges evened, and islands too small to print dropped or taken into what is around."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.printprep.tracing.inks import NOTHING, Labels

Bools = NDArray[np.bool_]


_EVENING_PX = 0.5
"""The reach, in pixels of the original, over which an edge is evened: a line of one pixel keeps its majority."""


def evened(labels: Labels, *, enlarged: int = 1) -> Labels:
    """Each pixel as most of what is close around it, nothing included: edges lose their steps and frays."""
    best = np.zeros(labels.shape, dtype=np.float32)
    chosen = labels.copy()
    for label in np.unique(labels):
        share = cv2.GaussianBlur((labels == label).astype(np.float32), (0, 0), _EVENING_PX * enlarged)
        more = share > best
        best[more] = share[more]
        chosen[more] = label
    return chosen


def without_islands(labels: Labels, *, apart_px: float, inside_px: float) -> Labels:
    """Islands in the open below `apart_px` become nothing; flecks and holes within the art below `inside_px` are filled
    from beside them. Areas in pixels."""
    cleaned = labels.copy()
    shown = cleaned != NOTHING
    cleaned[_small(shown, apart_px)] = NOTHING
    holes = _small(~shown, inside_px)
    flecks = holes.copy()
    for ink in np.unique(cleaned[cleaned != NOTHING]):
        flecks |= _small(cleaned == ink, inside_px)
    return _filled(cleaned, flecks)


def _small(mask: Bools, least_px: float) -> Bools:
    """The parts of `mask` that are smaller. Parts that touch at a corner are one, as they are when they print."""
    _, parts, stats, _ = cv2.connectedComponentsWithStats(mask.view(np.uint8), connectivity=8)
    small = stats[:, cv2.CC_STAT_AREA] < least_px
    small[0] = False  # what is not of the mask
    return np.asarray(small[parts], dtype=bool)


def _filled(labels: Labels, where: Bools) -> Labels:
    """Each pixel of `where` as the nearest that shows and is not of them."""
    kept = (labels != NOTHING) & ~where
    if not where.any() or not kept.any():
        return labels
    _, nearest = cv2.distanceTransformWithLabels(
        (~kept).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_5, labelType=cv2.DIST_LABEL_PIXEL
    )
    by_number = np.zeros(int(nearest.max()) + 1, dtype=np.uint8)
    by_number[nearest[kept]] = labels[kept]
    filled = labels.copy()
    filled[where] = by_number[nearest[where]]
    return filled
