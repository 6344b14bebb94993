"""Where no picture shows what was asked for, none is drawn in its place; and the design says so."""

from __future__ import annotations

import pytest

from pod.providers.embedded.characters.nooks import NOOKS
from pod.providers.embedded.characters.props import PROPS
from pod.providers.embedded.characters.rides import RIDES
from pod.providers.embedded.characters.wardrobe import WARDROBE
from pod.providers.embedded.designer import draw
from pod.providers.embedded.keywords import aliases, index_of, lacks_picture, nearest_relative, scene_words, undrawn
from pod.providers.embedded.understanding import read
from pod.providers.embedded.words import stems, tokens


@pytest.mark.parametrize(
    "text",
    [
        "a ghost's guillotine",
        "hovercraft pilot",
        "a gargoyle in london",
        "a hovercraft with flowers",
        "he's just a little guy, a silverfish",
        "leather crafting workshop",
        "my therapist has four legs and a tail",
        "a zorp riding a bicycle",
    ],
)
def test_a_word_beside_what_nothing_shows_is_no_answer(library, text):
    assert read(text, library).heroes == ()


@pytest.mark.parametrize(
    ("text", "hero"),
    [
        ("a hovercraft and a fox with a hat", "fox"),
        ("hovercraft surf school", "surfboards"),
        ("giraf eating spagetti", "giraffe"),
        ("a phone", "mobile phone"),
    ],
)
def test_somebody_beside_it_is_still_drawn(library, text, hero):
    assert read(text, library).heroes[0].label == hero


@pytest.mark.parametrize(
    ("text", "hero"),
    [
        ("ugly christmas sweater with a llama", "llama"),
        ("thankful grateful blessed with pumpkins", "pumpkin"),
        ("santa paws, a dog in a santa hat", "dog"),
        ("county fair pig race", "pig"),
        ("new orleans jazz with a trumpet", "trumpet"),
        ("science fair, an erupting volcano", "volcano"),
        ("nurse cat", "cat"),
    ],
)
def test_a_thing_is_drawn_before_an_occasion_a_trade_or_a_feeling(library, text, hero):
    assert read(text, library).heroes[0].label == hero


def test_a_near_relative_is_offered_and_not_drawn(data_dir, library):
    assert read("a coati in a scarf", library).heroes == ()
    notes = draw("a coati in a scarf", data_dir=data_dir, seed=1).notes
    assert "There is no picture of “coati”. The nearest is “raccoon”: ask for that if it will do." in notes


def test_a_kind_that_is_drawn_as_what_it_is_one_of_is_named(data_dir):
    assert "“antelope” is drawn as deer." in draw("an antelope leaping", data_dir=data_dir, seed=1).notes


def test_what_counts_as_undrawn_can_not_be_drawn_after_all(library):
    index = index_of(library)
    known = {phrase for phrase in undrawn() if index.exact(tokens(phrase)) or phrase in aliases()}
    assert known == set()
    assert not {phrase for phrase in undrawn() if phrase in scene_words()}
    shown = {
        stems(tokens(said)) for table in (PROPS, RIDES, NOOKS, WARDROBE) for it in table.values() for said in it.words
    }
    assert not {phrase for phrase in undrawn() if stems(tokens(phrase)) in shown}
    assert lacks_picture(("turnstiles",))


def test_every_near_relative_can_be_drawn(library):
    index = index_of(library)
    labels = {choice.label for choice in index.choices.values()}
    assert {nearest_relative(phrase) for phrase in ("merman", "coati")} <= labels
