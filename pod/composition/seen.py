"""What of a drawing is seen on its cloth: ink of the cloth's own colour shows where other ink surrounds it, and only there."""

from __future__ import annotations

from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.prepared import as_mask, at_least_wide
from pod.composition.rules import limit

Where = NDArray[np.bool_]

TOLD_APART: Final = limit("cloth_delta_e")

_EDGE: Final = 2.0
"""What surrounds has to be told from the cloth twice as well as an area has: a pale line holds nothing together."""

_GAP: Final = 1 / 400
"""Of the shorter side, 1 mm on a full front: an outline with such a gap still closes to an eye."""

_HOLED: Final = 0.1
"""Of an area that other ink surrounds: with fewer holes it is one shape (worn ink has some), with more they part the ink."""

_DRAWN: Final = 1 / 50
"""Of the shorter side, 6 mm on a full front: a hole as wide as this was drawn, as a letter is that was cut out. Wear is finer."""

_DRAWN_SHARE: Final = 0.005
"""Of such an area, from which on there is something to be read in its holes."""


def lost_on_cloth(apart: NDArray[np.float32], inked: Where, told_apart: float = TOLD_APART) -> Where:
    """Ink that nobody will see. `apart` is the ΔE of each pixel to the cloth, `inked` where something is printed.

    A white hen on a yellow disc is seen on white cloth, as the shape that the yellow leaves. A white ray that runs out into
    the cloth has no end there, white letters in a hole of the disc have no outline at all, and nobody reads letters that
    are cut out of the hen.
    """
    gap = max(1, round(_GAP * min(inked.shape)))
    one_colour = as_mask(~inked | (apart < _EDGE * told_apart))
    # beyond the picture is cloth, also where ink fills it
    framed = cv2.copyMakeBorder(one_colour, gap, gap, gap, gap, cv2.BORDER_CONSTANT, value=255)
    # four neighbours, so that a line of one pixel holds on its way down a slope
    _, areas = cv2.connectedComponents(at_least_wide(np.asarray(framed, np.uint8), gap), connectivity=4)
    around, areas = int(areas[0, 0]), areas[gap:-gap, gap:-gap]
    size = np.bincount(areas.ravel(), minlength=around + 1)
    drawn = at_least_wide(as_mask(~inked), max(1, round(_DRAWN * min(inked.shape)))) > 0
    into_cloth = _share_in(areas, ~inked, size) > _HOLED
    into_cloth |= _share_in(areas, drawn & ~inked, size) > _DRAWN_SHARE
    into_cloth[around], into_cloth[0] = True, False
    return np.asarray(into_cloth[areas] & inked & (apart < told_apart), dtype=bool)


def _share_in(areas: NDArray[Any], where: Where, size: NDArray[np.intp]) -> NDArray[np.float64]:
    return np.bincount(areas[where], minlength=len(size)) / np.maximum(size, 1)
