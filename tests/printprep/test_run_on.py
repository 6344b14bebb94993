"""Colour runs on beside the ink strip by strip as it would over the whole sheet, and what was hidden there is gone."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pod import composition
from pod.printprep.inking import STRIP_ROWS, _colour_run_on

RED, HIDDEN = (200, 40, 30, 255), (0, 255, 0, 0)


def slanted() -> np.ndarray:
    sheet = np.full((4 * STRIP_ROWS, 500, 4), HIDDEN, dtype=np.uint8)
    cv2.fillPoly(sheet, [np.array([(40, 3), (460, 70), (430, 250), (90, 200)])], RED)
    return sheet


def from_a_row_on(first: int) -> np.ndarray:
    sheet = np.full((4 * STRIP_ROWS, 500, 4), HIDDEN, dtype=np.uint8)
    sheet[first:] = RED
    return sheet


def dot() -> np.ndarray:
    sheet = np.full((4 * STRIP_ROWS, 100, 4), HIDDEN, dtype=np.uint8)
    sheet[127:129, 50:52] = RED
    return sheet


@pytest.mark.parametrize("sheet", [slanted(), from_a_row_on(100), from_a_row_on(128), from_a_row_on(130), dot()])
def test_strips_run_on_as_the_whole_sheet_does(sheet: np.ndarray) -> None:
    whole = composition.bleed_colour(sheet.copy())
    strips = [sheet[top : top + STRIP_ROWS].copy() for top in range(0, len(sheet), STRIP_ROWS)]
    made = np.concatenate([strip.copy() for strip in _colour_run_on(iter(strips))])
    ran_on = (whole[..., :3].any(axis=2)) & (whole[..., 3] == 0)
    assert ran_on.any()
    near = cv2.dilate(ran_on.astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
    assert (made[near] == whole[near]).all()
    assert (made[..., 3] == sheet[..., 3]).all()
