"""What is told about the file or the product at the end of a sentence is neither drawn nor set."""

from __future__ import annotations

import pytest

from pod.providers.embedded.file_orders import without_file_orders


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("a plain sunflower, no background, vector, 4k", "a plain sunflower"),
        ("simple cat line art for a tote bag", "simple cat line art"),
        ("a bee on the front pocket", "a bee"),
        ("dancing skeleton svg png", "dancing skeleton"),
        ("two foxes, high resolution please, thanks", "two foxes"),
        ("beach please", "beach please"),
        ("a cat on a mug", "a cat on a mug"),
    ],
)
def test_orders_about_the_file_come_off_the_end(sentence, rest):
    assert without_file_orders(sentence) == rest
