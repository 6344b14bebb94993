"""The small picture of a drawing with its own words: as its print file sets them, at the price of no drawing."""

from __future__ import annotations

import numpy as np
import pytest

from pod.lettering import letter
from pod.model.artwork import LetteringSlot, SlotKind
from pod.model.errors import InputRefused
from pod.model.geometry import Box
from pod.services import tiles
from pod.services.recipes import slot_in

SIDE = 400
INSIDE = LetteringSlot("field", SlotKind.BLOCK, Box(0.1, 0.6, 0.8, 0.3), max_lines=1, cap_height=0.2)
CLOTH = "#f4f1ea"
RED = (200, 30, 30, 255)


def _art():
    page = np.zeros((SIDE, SIDE, 4), dtype=np.uint8)
    page[40:200, 100:300] = RED
    return page


def _ink(page):
    rows, columns = np.nonzero(page[..., 3] > 128)
    return columns.min(), rows.min(), columns.max(), rows.max()


def test_words_that_have_their_place_in_the_drawing_leave_it_where_it_was():
    made = tiles.worded(_art(), "BE KIND", INSIDE, CLOTH)
    assert made.shape == _art().shape
    assert np.array_equal(made[:220], _art()[:220])
    left, _, right, bottom = _ink(made)
    assert 0.1 * SIDE - 1 <= left < right <= 0.9 * SIDE + 1
    assert 0.6 * SIDE < bottom <= 0.9 * SIDE + 1


def test_words_below_the_drawing_are_in_the_picture_and_both_are_as_large_as_they_go():
    made = tiles.worded(_art(), "BE KIND", slot_in((), 1.0), CLOTH)
    red = (made[..., 3] > 250) & (np.abs(made[..., :3].astype(int) - RED[:3]).max(axis=2) < 8)
    rows, columns = np.nonzero(red)
    assert 100 < np.ptp(columns) < 199, "smaller than it was"
    assert np.ptp(columns) / np.ptp(rows) == pytest.approx(200 / 160, rel=0.03)
    _, top, _, bottom = _ink(made)
    assert rows.max() < bottom < SIDE - 4
    assert top >= 4


def test_they_have_the_ink_that_the_recipe_gives_them():
    ink = letter("BE KIND", INSIDE, cloth_rgb=CLOTH).ink
    made = tiles.worded(_art(), "BE KIND", INSIDE, CLOTH)
    seen = made[240:][made[240:][..., 3] == 255]
    assert f"#{bytes(np.median(seen[:, :3], axis=0).astype(np.uint8)).hex()}" == ink


def test_words_that_cannot_be_set_are_refused():
    with pytest.raises(InputRefused):
        tiles.worded(_art(), "\U0001f31e", INSIDE, CLOTH)
