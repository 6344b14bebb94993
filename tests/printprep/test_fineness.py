"""What is too narrow for a process is the same whether it is looked for in bands or at one go."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pod.composition.prepared import at_least_wide
from pod.printprep.fineness import Drawn, narrow_in


def worn(height: int, width: int) -> np.ndarray:
    """Blots with a line and a gap through them, across the place where two bands meet."""
    noise = np.random.default_rng(height).integers(0, 255, (height, width), dtype=np.uint8)
    ink = cv2.inRange(cv2.blur(noise, (9, 9)), 125, 255)
    ink[500:530] = 255
    ink[510:512] = 0
    cv2.line(ink, (0, 480), (width, 560), 255, 1)
    return ink


@pytest.mark.parametrize("gaps", [False, True], ids=["lines", "gaps"])
@pytest.mark.parametrize("width_px", [2, 3, 5, 8])
@pytest.mark.parametrize("size", [(1300, 400), (513, 90)], ids=str)
def test_bands_find_what_one_look_at_all_finds(size, width_px, gaps):
    ink = worn(*size)
    mask = cv2.bitwise_not(ink) if gaps else ink
    wide = at_least_wide(mask, width_px)
    apart = cv2.subtract(mask, cv2.dilate(wide, np.ones((3, 3), np.uint8)))
    outlines, _ = cv2.findContours(apart, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    lines = [box for box in map(cv2.boundingRect, outlines) if max(box[2:]) >= 6 * width_px]
    found = narrow_in(Drawn(ink, gaps), width_px)
    thin_px = cv2.countNonZero(mask) - cv2.countNonZero(wide)
    assert found.share == thin_px / cv2.countNonZero(ink)
    assert bool(lines) == bool(found.least_px)
    told = {(int(b.left), int(b.top), int(b.width), int(b.height)) for b in found.places}
    assert told <= set(lines) if lines else told


@pytest.mark.parametrize(
    ("box", "gaps", "narrow"),
    [
        ((10, 10, 80, 80), False, False),
        ((10, 10, 80, 3), False, True),
        ((10, 10, 80, 80), True, False),
        ((0, 0, 100, 100), True, False),
        ((1, 0, 99, 100), True, True),
        ((0, 5, 100, 95), True, False),
    ],
)
def test_a_rectangle_is_narrow_where_it_or_what_is_beside_it_is(box, gaps, narrow):
    left, top, width, height = box
    ink = np.zeros((100, 100), np.uint8)
    ink[top : top + height, left : left + width] = 255
    assert bool(narrow_in(Drawn(ink, gaps), 4).least_px) is narrow
