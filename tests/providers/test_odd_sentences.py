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
