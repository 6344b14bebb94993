"""A card of a tarot shows what it is called, initials stand in a monogram, and letters that are asked for are set."""

from __future__ import annotations

import pytest

from pod.providers.embedded.arcana import _ARCANA, card_shown
from pod.providers.embedded.designer import draw
from pod.providers.embedded.understanding import read


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("tarot card the lovers", "couple holding hands in love tarot card with the words the lovers"),
        ("The Hermit tarot", "wizard with a lantern tarot card with the words The Hermit"),
        ("sun and moon tarot card", "sun and moon tarot card"),
        ("cat tarot card", "cat tarot card"),
    ],
)
def test_a_card_is_read_as_what_is_on_it(said, shown):
    assert card_shown(said) == shown


@pytest.mark.parametrize("card", sorted(_ARCANA))
def test_what_is_on_every_card_is_known(library, card):
    understood = read(_ARCANA[card], library)
    assert understood.heroes
    assert not understood.unknown


@pytest.mark.parametrize(
    ("sentence", "words", "layout"),
    [
        ("the lovers tarot card", "the lovers", "card"),
        ("letter M with wildflowers", "M", "monogram"),
        ("monogram S with roses", "S", "monogram"),
        ("mama in varsity letters", "mama", ""),
    ],
)
def test_the_words_are_set_where_they_belong(data_dir, sentence, words, layout):
    design = draw(sentence, data_dir=data_dir, seed=3)
    assert design.words.lower() == words.lower()
    assert layout in ("", design.layout)
