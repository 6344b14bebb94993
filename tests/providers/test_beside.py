"""What a sentence names is shown once, as many as were said, in the colour that was said of it; what it is part of is not shown again."""

from __future__ import annotations

import pytest

from pod.providers.embedded.casting import cast
from pod.providers.embedded.designer import draw
from pod.providers.embedded.loose import LOOSE, LOOSE_WORDS
from pod.providers.embedded.things import thing
from pod.providers.embedded.understanding import read
from pod.providers.embedded.words import tokens


def beside(text, library):
    return {choice.label for choice in read(text, library).companions}


@pytest.mark.parametrize(
    ("text", "companions"),
    [
        ("gardening tools and a straw hat", {"straw hat"}),
        ("a cherry tree with a ladder", {"ladder"}),
        ("saturn and five stars", {"star"}),
        ("two dogs and a red ball", {"ball"}),
        ("a sheep jumping over a fence", {"picket fence"}),
    ],
)
def test_what_is_named_beside_the_hero_is_shown(library, text, companions):
    assert beside(text, library) == companions


@pytest.mark.parametrize(
    "text",
    [
        "burger with cheese and lettuce",
        "a sundae with a cherry",
        "a birthday cake with candles",
        "a cat with big eyes",
        "red london bus",
        "maple leaf in autumn colors",
        "five cupcakes in different colours",
    ],
)
def test_parts_colours_and_what_says_which_are_no_company(library, text):
    assert beside(text, library) == set()


@pytest.mark.parametrize(
    ("text", "count", "company"),
    [
        ("tacos", 2, {}),
        ("a taco", 1, {}),
        ("noodles", 1, {}),
        ("a christmas tree with presents", 1, {"wrapped gift": 2}),
        ("a teapot with biscuits", 1, {"cookie": 2}),
        ("a red and a blue balloon", 2, {}),
    ],
)
def test_as_many_are_shown_as_were_said(library, text, count, company):
    understood = read(text, library)
    assert (understood.count, dict(understood.company)) == (count, company)


def test_a_colour_is_that_of_the_thing_that_its_phrase_ends_in(library):
    assert read("red steam train", library).hero_colour == "red"
    assert read("a black cat mug", library).hero_colour == ""


@pytest.mark.parametrize("text", ["a deer standing in a forest", "a gift box with a bow"])
def test_a_stem_is_not_taken_for_another_word(library, text):
    assert read(text, library).heroes[0].label in ("deer", "wrapped gift")


@pytest.mark.parametrize("name", LOOSE)
def test_what_is_worn_or_held_is_a_thing_by_itself(library, name):
    bounds = thing(name).silhouette.bounds
    assert min(bounds) >= -1
    assert max(bounds) <= 1025
    assert any(read(f"a {word}", library).heroes for word in LOOSE_WORDS[name] if tokens(word))


def test_each_of_several_has_its_own_colour(library):
    understood = read("five cupcakes in different colours", library)
    alike = read("five cupcakes", library)
    inks, fewer = (
        len(cast(u, library, "badge", 1, needs_subject=True).hero.drawing.inks()) for u in (understood, alike)
    )
    assert inks > fewer


def test_scenery_is_not_pasted_before_the_same_scenery(library):
    by_the_lake = cast(read("a heron by a lake with pine trees", library), library, "badge", 1, needs_subject=True)
    assert len(by_the_lake.pieces) == 1
    assert by_the_lake.left_out == ()


def test_a_van_does_not_ride_what_is_on_its_roof(library):
    understood = read("a pickup truck with surfboards on the roof", library)
    assert understood.doing.rides == ""
    assert understood.balanced.label == "surfboards"
    assert read("a camper van with surfboards on the roof", library).balanced is None, "they are part of the picture"


def test_things_that_hold_hands_both_have_some(data_dir):
    design = draw("avocado and toast holding hands", data_dir=data_dir, seed=3)
    alone = draw("avocado and toast", data_dir=data_dir, seed=3)
    assert len(design.drawing.items) > len(alone.drawing.items)


@pytest.mark.parametrize(
    ("text", "hero"),
    [
        ("mechanic garage sign with crossed spanners", "crossed spanners"),
        ("girls trip nashville with cowboy boots and a guitar", "cowboy boots"),
        ("florist shop sticker with a bunch of peonies", "bouquet of peony"),
        ("a gift box with ribbons", "wrapped gift"),
        ("a dog club with a bone", "dog"),
    ],
)
def test_a_sign_a_team_or_a_trip_shows_what_it_is_with(library, text, hero):
    assert read(text, library).heroes[0].label == hero


@pytest.mark.parametrize(
    ("text", "companions"),
    [
        ("a bear with a honey pot", set()),
        ("a red fox beside a snowy owl", {"snowy owl"}),
        ("a cat with a ball of yarn", set()),
    ],
)
def test_what_is_held_is_not_beside_as_well_and_a_quality_hides_nobody(library, text, companions):
    assert beside(text, library) == companions
