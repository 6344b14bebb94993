"""Whatever is typed, the embedded designer draws something, twice the same."""

from __future__ import annotations

import pytest

from pod.drawing.svg import write_svg
from pod.providers.embedded.designer import draw
from tests.bad_input import DRAWN_SENTENCES


@pytest.mark.parametrize("case", DRAWN_SENTENCES)
def test_an_odd_sentence_is_drawn_and_drawn_the_same_again(data_dir, case):
    first, again = (draw(DRAWN_SENTENCES[case], data_dir=data_dir, seed=7) for _ in range(2))
    assert first.drawing.items
    assert write_svg(first.drawing) == write_svg(again.drawing)


@pytest.mark.parametrize("seed", range(4))
def test_lines_that_all_but_touch_a_hundred_times_are_drawn(data_dir, seed):
    """A mountain bike's spokes in a teacup, as line art: exact arithmetic gives up on where they meet."""
    assert draw(
        "a mountain bike in a teacup over the sea, minimal line art", data_dir=data_dir, seed=seed
    ).drawing.items
