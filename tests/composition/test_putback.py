"""An edit of a part: inside from the new picture, outside byte for byte from the old, and refused where they do not fit."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pod.composition.drift import compare
from pod.composition.putback import can_be_put_back, put_back
from pod.model.geometry import Box
from tests.composition.pictures import clear as blank

PART = Box(0.4, 0.4, 0.25, 0.2)
SIDE = 600


def a_scene(side: int = SIDE, *, clear: bool = True) -> np.ndarray:
    """A ring, a bar and a dot: enough edges to be laid on each other."""
    scale, pixels = side / SIDE, blank(side, side) if clear else np.full((side, side, 4), 255, np.uint8)
    for shape, colour in ((((300, 300), 220), (40, 90, 200, 255)), (((300, 300), 150), (230, 180, 40, 255))):
        (x, y), radius = shape
        cv2.circle(pixels, (round(x * scale), round(y * scale)), round(radius * scale), colour, -1)
    cv2.rectangle(
        pixels, (round(120 * scale), round(60 * scale)), (round(200 * scale), round(540 * scale)), (20, 20, 20, 255), -1
    )
    return pixels


def with_a_hat(pixels: np.ndarray, *, elsewhere: bool = True) -> np.ndarray:
    """A red patch in the part; and, as models do, something nobody asked for."""
    out, side = pixels.copy(), pixels.shape[0]
    box = [round(v * side) for v in (PART.left + 0.04, PART.top + 0.04, PART.right - 0.04, PART.bottom - 0.04)]
    out[box[1] : box[3], box[0] : box[2]] = (220, 20, 20, 255)
    if elsewhere:
        out[round(0.7 * side) : round(0.75 * side), round(0.5 * side) : round(0.6 * side)] = (0, 160, 60, 255)
    return out


def moved(pixels: np.ndarray, shift: float, scale: float = 1.0) -> np.ndarray:
    matrix = np.array([[scale, 0, shift], [0, scale, shift]], np.float32)
    return cv2.warpAffine(pixels, matrix, pixels.shape[1::-1], flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)


def outside(pixels: np.ndarray) -> np.ndarray:
    mask = np.ones(pixels.shape[:2], bool)
    side = pixels.shape[0]
    mask[round(PART.top * side) : round(PART.bottom * side), round(PART.left * side) : round(PART.right * side)] = False
    return pixels[mask]


@pytest.mark.parametrize(
    ("size", "shift", "scale"), [(SIDE, 0, 1), (SIDE, 3, 1), (SIDE, 0, 1.008), (900, 0, 1), (400, 0, 1), (900, 4, 1)]
)
@pytest.mark.parametrize("clear", [True, False])
def test_outside_every_byte_is_the_old_one_and_inside_the_change_lies_where_it_belongs(size, shift, scale, clear):
    before = a_scene(clear=clear)
    after = moved(with_a_hat(a_scene(size, clear=clear)), shift, scale)
    compared = compare(before, after, asked=PART)
    assert can_be_put_back(compared)
    assert compared.change.elsewhere > 0.004, "what was delivered has drifted, and that is measured"
    whole = put_back(before, after, PART, compared)
    assert whole.shape == before.shape
    assert np.array_equal(outside(whole), outside(before))
    wanted = with_a_hat(before, elsewhere=False)
    rows, columns = (slice(round(a * SIDE) + 16, round(b * SIDE) - 16) for a, b in ((0.4, 0.6), (0.4, 0.65)))
    away = np.abs(whole[rows, columns].astype(int) - wanted[rows, columns]).max(axis=-1)
    assert np.mean(away > 24) < 0.06, "a hair's breadth along the edges of the patch"


def test_where_nothing_has_moved_the_inside_is_taken_over_byte_for_byte():
    before = a_scene()
    after = with_a_hat(before)
    whole = put_back(before, after, PART, compare(before, after, asked=PART))
    middle = (slice(260, 340), slice(260, 370))
    assert np.array_equal(whole[middle], after[middle])


def test_towards_its_rim_the_part_fades_in_so_that_no_seam_is_seen():
    before = a_scene(clear=False)
    after = np.minimum(before.astype(int) + np.array((30, 30, 30, 0)), 255).astype(np.uint8)
    whole = put_back(before, after, PART, compare(before, after, asked=PART))
    row = whole[round(0.5 * SIDE), round(PART.left * SIDE) - 2 : round(PART.left * SIDE) + 30].astype(int)
    assert np.abs(np.diff(row[:, 2], axis=0)).max() <= 6


def test_a_part_at_the_edge_of_the_picture_does_not_fade_there():
    before, part = a_scene(clear=False), Box(0.0, 0.0, 0.3, 0.3)
    after = before.copy()
    after[:40, :40] = (10, 200, 10, 255)
    whole = put_back(before, after, part, compare(before, after, asked=part))
    assert tuple(whole[0, 0]) == (10, 200, 10, 255)


@pytest.mark.parametrize(("shift", "scale"), [(30, 1.0), (0, 1.06)])
def test_what_has_moved_too_far_is_not_put_together(shift, scale):
    before = a_scene()
    assert not can_be_put_back(compare(before, moved(with_a_hat(before), shift, scale), asked=PART))


def test_another_drawing_is_not_put_together():
    other = blank(SIDE, SIDE)
    for n in range(9):
        cv2.line(other, (40, 60 * n + 30), (560, 60 * ((n * 5) % 9) + 30), (90, 20 * n, 60, 255), 9)
    assert not can_be_put_back(compare(a_scene(), other, asked=PART))
