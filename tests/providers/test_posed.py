"""Flowers that somebody is with are around their feet; one that is held is in a hand."""

from __future__ import annotations

import pytest

from pod.providers.embedded.casting import cast
from pod.providers.embedded.motifs import MotifLibrary
from pod.providers.embedded.understanding import read


@pytest.mark.parametrize(
    ("sentence", "flower"),
    [("a puppy with sunflowers", "sunflower"), ("cow with daisies", "daisy"), ("llama with roses", "rose")],
)
def test_many_flowers_are_around_them(library: MotifLibrary, sentence: str, flower: str) -> None:
    understood = read(sentence, library)
    assert [choice.label for choice in understood.companions] == [flower]
    assert not understood.held
    assert not understood.doing.holds


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("bear holding flowers", "flower"),
        ("fox with a flower", "flower"),
        ("rabbit with a bouquet of roses", "bouquet of rose"),
    ],
)
def test_what_is_held_stays_in_a_hand(library: MotifLibrary, sentence: str, held: str) -> None:
    understood = read(sentence, library)
    assert (understood.held.label if understood.held else understood.doing.holds) == held


@pytest.mark.parametrize(
    "sentence", ["two cats sleeping on a crescent moon", "two foxes under a tree", "yellow school bus with kids"]
)
def test_two_share_one_place(library: MotifLibrary, sentence: str) -> None:
    hero = cast(read(sentence, library), library, "sticker", 0, needs_subject=True).hero
    assert hero is not None
    left, top, right, bottom = hero.silhouette.bounds
    assert right - left < 1.4 * (bottom - top)
