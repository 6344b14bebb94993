"""Connected parts: boxes and areas that are taken from runs are those that OpenCV counts pixel by pixel."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pod.composition.parts import parts_of
from pod.composition.prepared import Mask, as_mask


def grains(height: int, width: int, share: float) -> Mask:
    return as_mask(np.random.default_rng(7).random((height, width)) < share)


def blobs(side: int) -> Mask:
    noise = np.random.default_rng(7).random((side, side)).astype(np.float32)
    return as_mask(cv2.GaussianBlur(noise, (0, 0), 4) > 0.5)


MASKS = {
    "nothing": np.zeros((5, 9), np.uint8),
    "everything": np.full((5, 9), 255, np.uint8),
    "one pixel": np.full((1, 1), 255, np.uint8),
    "one row": grains(1, 33, 0.5),
    "one column": grains(33, 1, 0.5),
    "rows that end in ink": as_mask(np.eye(7, dtype=bool) | (np.arange(7) == 6)),
    "grains": grains(101, 77, 0.3),
    "blobs": blobs(128),
    "other values than 255": grains(50, 50, 0.4) // np.uint8(3),
}


@pytest.mark.parametrize("ink", MASKS.values(), ids=MASKS)
def test_parts_are_those_of_every_pixel_counted(ink: Mask) -> None:
    parts = parts_of(ink)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    assert np.array_equal(parts.labels, labels)
    assert np.array_equal(parts.areas, stats[:, cv2.CC_STAT_AREA])
    assert np.array_equal(parts.boxes[1:], stats[1:, :4])


def test_the_ground_has_the_whole_picture_for_its_box() -> None:
    assert parts_of(blobs(32)).boxes[0].tolist() == [0, 0, 32, 32]


@pytest.mark.parametrize("every", [1, 2, 9])
def test_parts_are_shown_alone_however_many_of_them(every: int) -> None:
    parts = parts_of(blobs(128))
    wanted = list(range(1, len(parts.areas), every))
    assert np.array_equal(parts.only(wanted), as_mask(np.isin(parts.labels, wanted)))


def test_of_large_and_small_parts_each_is_found_in_its_own_box() -> None:
    ink = np.zeros((400, 400), np.uint8)
    ink[10:60, 10:60] = ink[300:303, 200:204] = 255
    ink[20:50, 20:50] = 0
    ink[30:33, 30:33] = 255  # within another's box
    parts = parts_of(ink)
    lone = parts.only([2])
    assert cv2.countNonZero(lone) == 9
    assert cv2.countNonZero(parts.only([1, 3])) == cv2.countNonZero(ink) - 9
