"""How flat a picture is, counted again pixel by pixel."""

from __future__ import annotations

import numpy as np
import pytest

from pod.imaging.flat import flat_share, unequal_neighbours


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("every", [1, 3])
def test_neighbours_that_differ_in_any_channel_are_counted(channels, every):
    pixels = np.random.default_rng(channels).integers(0, 2, (31, 53, channels), dtype=np.uint8)[::every, ::-1]
    pairs = [(row[at].tolist(), row[at + 1].tolist()) for row in pixels for at in range(52)]
    different = sum(one != other for one, other in pairs)
    assert 0 < different < len(pairs)
    assert unequal_neighbours(pixels) == different


def test_a_single_column_has_no_neighbours_and_is_flat():
    assert flat_share(np.zeros((9, 1, 3), dtype=np.uint8)) == 1
