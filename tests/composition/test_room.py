"""How large a drawing is printed follows from the room that its ink is to fill."""

from __future__ import annotations

import numpy as np
import pytest

from pod import composition


def with_a_line(width_px: int) -> np.ndarray:
    """A block of 600 px with a line of this width beside it, touching it, on a clear ground."""
    picture = np.zeros((800, 800, 4), np.uint8)
    picture[100:700, 100:500] = (40, 60, 140, 255)
    picture[400 : 400 + width_px, 500:700] = (40, 60, 140, 255)
    return picture


@pytest.mark.parametrize(("room_mm", "thin"), [((300.0, 300.0), False), ((30.0, 30.0), True), ((30.0, 300.0), True)])
def test_a_line_that_is_wide_enough_on_a_shirt_is_too_thin_on_a_pin(room_mm, thin):
    seen = composition.inspect_for(with_a_line(4), composition.Asked(room_mm=room_mm))
    assert bool(seen.finding("hairlines")) is thin


def test_a_size_that_is_known_goes_before_the_room():
    asked = composition.Asked(px_per_mm=2.0, room_mm=(30.0, 30.0))
    assert composition.inspect_for(with_a_line(4), asked).finding("hairlines") is None
