"""What is done with things of our own: somebody is at, on, in or behind them, or they stand beside."""

from __future__ import annotations

import pytest

from pod.drawing.display import Drawing
from pod.providers.embedded.characters.doing import Doing
from pod.providers.embedded.characters.figure import character
from pod.providers.embedded.characters.nooks import HELD_IN
from pod.providers.embedded.keywords import aliases, index_of
from pod.providers.embedded.objects import OBJECTS_DRAWN
from pod.providers.embedded.things import thing
from pod.providers.embedded.understanding import read
from pod.providers.embedded.uses import BEHIND, TOO_LARGE


@pytest.mark.parametrize(
    ("sentence", "who", "place"),
    [
        ("a cat in an armchair", "cat", "armchair"),
        ("grandma in a rocking chair knitting", "grandma", "rocking chair"),
        ("fox on a park bench", "fox", "park bench"),
        ("sloth at a desk", "sloth", "desk"),
        ("a bear in bed", "bear", "bed"),
        ("penguin with a jump rope", "penguin", "jump rope"),
        ("capybara in a wheelbarrow", "capybara", "wheelbarrow"),
        ("a snow globe with a fox in it", "fox", "snow globe"),
        ("parrot in a birdcage", "parrot", "bird cage"),
    ],
)
def test_somebody_is_where_the_sentence_says(library, sentence, who, place):
    understood = read(sentence, library)
    assert understood.heroes[0].label == who
    assert understood.doing.inside == place


@pytest.mark.parametrize(
    ("sentence", "who", "what"),
    [
        ("octopus at a sewing machine", "octopus", "sewing machine"),
        ("a panda playing the drum kit", "panda", "drum kit"),
        ("cat in a toaster", "cat", "toaster"),
        ("owl at a pool table", "owl", "pool table"),
        ("a robot ironing", "robot", "ironing board"),
        ("a red panda on a rocking horse", "red panda", "rocking horse"),
        ("penguin on an exercise bike", "penguin", "exercise bike"),
    ],
)
def test_what_somebody_works_at_or_looks_out_of_stands_before_them(library, sentence, who, what):
    understood = read(sentence, library)
    assert understood.heroes[0].label == who
    assert understood.ridden is not None
    assert understood.ridden.label == what
    assert understood.companions == ()


def test_what_is_too_large_for_two_paws_stands_beside(library):
    large, small = read("a bear with a bookshelf", library), read("a bear with a whisk", library)
    assert large.held is None
    assert [choice.label for choice in large.companions] == ["bookshelf"]
    assert small.held is not None
    assert small.held.label == "whisk"


def test_two_things_may_be_called_crossed_at_the_end(library):
    assert read("a whisk and a rolling pin crossed", library).crossed
    assert read("whisk and rolling pin crossed, bakery logo", library).crossed
    assert not read("crossed paddles", library).crossed, "their picture shows them crossed"
    assert not read("a path crossed by a fox", library).crossed


def test_crossed_things_named_in_the_plural_cross_each_other(library):
    assert read("crossed brooms and an anvil", library).count == 2
    assert read("crossed brooms and an anvil", library).crossed


def test_what_ends_like_a_trade_may_be_a_thing(library):
    assert read("a vacuum cleaner", library).heroes[0].label == "vacuum cleaner"
    assert read("plague doctor with a potion bottle", library).heroes[0].label == "plague doctor"


def test_two_share_a_bench(library):
    understood = read("two bears on a bench", library)
    assert (understood.count, understood.doing.inside) == (2, "park bench")
    assert understood.doing.inside in HELD_IN


def test_nothing_is_behind_itself(library):
    assert read("sewing machine and thread", library).ridden is None
    assert read("a toaster in a toaster", library).heroes[0].label == "toaster"


def test_a_colour_may_stand_before_a_word_of_manner(library):
    assert read("green vintage stove", library).hero_colour == "green"


def test_every_label_of_the_table_of_uses_is_a_picture(library):
    labels = {choice.label for choice in index_of(library).choices.values()}
    assert set(BEHIND) | TOO_LARGE <= labels


def test_every_object_is_drawn_for_a_name_of_its_own():
    assert {f"thing:{name}" for name in OBJECTS_DRAWN} <= set(aliases().values()), "a picture that no phrase asks for"


def test_a_fitted_drawing_fills_the_box():
    drawing = thing("bean bag").drawing
    box = drawing.ink_box()
    assert max(box.width, box.height) == pytest.approx(drawing.width, abs=24)


@pytest.mark.parametrize(
    "worn", ["crash helmet", "earmuffs", "football helmet", "life jacket", "mittens", "monocle", "pearls", "slippers"]
)
def test_worn_things_are_drawn_on_whoever_wears_them(worn):
    bare, dressed = character("owl").drawing, character("owl", Doing(wears=(worn,))).drawing
    assert isinstance(dressed, Drawing)
    assert len(dressed.items) > len(bare.items)
