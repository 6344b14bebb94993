"""Layouts add no figure of their own that the sentence does not speak of, and none that is in the picture already."""

from __future__ import annotations

import pytest

from pod.providers.embedded.designer import draw
from pod.providers.embedded.figures import FIGURES, figures_of, is_a_figure, repeats
from pod.providers.embedded.understanding import read


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("a cat", set()),
        ("an owl on a branch at night", {"moon"}),
        ("a dog at the beach", {"sun", "palms"}),
        ("a dog on a beach in maine", {"sun"}),
        ("floral lighthouse", {"flowers"}),
        ("two foxes in love", {"hearts"}),
    ],
)
def test_ornament_shows_what_the_sentence_speaks_of(library, text, figures):
    assert figures_of(read(text, library)) == figures


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("an astronaut fishing on a crescent moon", "moon"),
        ("saturn in space", "planets"),
        ("a palm tree on a beach", "palms"),
    ],
)
def test_what_is_shown_already_is_not_shown_again(library, text, figure):
    assert figure in FIGURES
    assert figure not in figures_of(read(text, library))


@pytest.mark.parametrize(
    "text", ["a cat with a hat", "a red bicycle", "a taco", "a fox reading a book", "two penguins"]
)
def test_nothing_stands_in_a_place_that_was_not_said_nor_on_a_thing(data_dir, text):
    for seed in range(4):
        design = draw(text, data_dir=data_dir, seed=seed)
        assert design.facts["scene"] == ""
        assert not is_a_figure(design.layout, set(text.split()))


def test_whoever_speaks_of_music_may_have_a_record(data_dir):
    assert is_a_figure("record", {"cat"})
    assert not is_a_figure("record", {"cat", "music"})


@pytest.mark.parametrize("seed", range(4))
def test_words_alone_are_set_without_an_emblem(data_dir, seed):
    design = draw("sorry i'm late i didn't want to come", data_dir=data_dir, seed=seed)
    assert (design.layout, design.facts["hero"]) == ("typographic", "")
    assert design.words


@pytest.mark.parametrize(
    ("text", "layout"), [("a vinyl record and headphones", "record"), ("a unicorn and a rainbow, love", "arches")]
)
def test_no_layout_repeats_what_is_in_the_picture(library, data_dir, text, layout):
    assert repeats(layout, read(text, library))
    assert layout not in {draw(text, data_dir=data_dir, seed=seed).layout for seed in range(4)}
