"""The gallery: what it shows, what it is called, and where it stands."""

from __future__ import annotations

import pytest

from pod.providers.embedded.casting import cast
from pod.providers.embedded.changes import dyed
from pod.providers.embedded.characters.figure import character
from pod.providers.embedded.gallery import ANIMATE, EDIBLE, FLORA, GALLERY, GRAND, HOMES, NAMES, SIGHTLY
from pod.providers.embedded.groups import together
from pod.providers.embedded.keywords import aliases, index_of
from pod.providers.embedded.kinds import SEVERAL
from pod.providers.embedded.things import THINGS, thing
from pod.providers.embedded.understanding import read
from pod.providers.embedded.vistas import SCENES
from pod.providers.embedded.words import tokens


def test_whatever_is_called_something_is_drawn():
    assert set(NAMES.values()) <= set(GALLERY)
    assert set(HOMES) <= set(GALLERY)
    assert set(HOMES.values()) <= set(SCENES)
    assert set(GALLERY) >= FLORA | SIGHTLY | EDIBLE | ANIMATE | GRAND
    assert set(THINGS) >= set(SEVERAL) & set(GALLERY)


@pytest.mark.parametrize("name", GALLERY)
def test_a_thing_answers_to_its_own_name(library, name):
    index = index_of(library)
    assert index.choices[index.exact(tokens(name))].label == name


def test_a_phrase_of_the_gallery_stands_in_no_other_table():
    told_elsewhere = {phrase for phrase, name in NAMES.items() if aliases()[phrase] != f"thing:{name}"}
    assert told_elsewhere == set()


@pytest.mark.parametrize(
    ("text", "hero"),
    [
        ("birth flower for august", "poppy"),
        ("june birth flower", "bouquet of rose"),
        ("a bunch of daisies", "bouquet of daisy"),
        ("a bouquet of tulips tied with a pink ribbon", "bouquet of tulip"),
        ("holly and mistletoe", "holly"),
        ("my garden, wild daisies", "daisy"),
    ],
)
def test_flowers_are_found_as_they_are_asked_for(library, text, hero):
    found = read(text, library)
    assert found.heroes[0].label == hero
    assert "ribbon" not in [c.label for c in found.companions]


@pytest.mark.parametrize("text", ["three macarons", "two daisies", "raspberries"])
def test_what_shows_several_is_drawn_once(library, text):
    assert read(text, library).count == 1


@pytest.mark.parametrize(
    ("text", "ridden"),
    [
        ("T-Rex driving a monster truck", "monster truck"),
        ("a pig flying an airship", "airship"),
    ],
)
def test_who_drives_a_named_vehicle_is_in_no_other(library, text, ridden):
    found = read(text, library)
    assert found.doing.rides == ""
    assert found.ridden is not None
    assert found.ridden.label == ridden


@pytest.mark.parametrize(
    ("text", "ride"), [("a frog driving a car", "car"), ("a frog riding a lawn mower", "ride-on mower")]
)
def test_who_drives_one_of_our_own_is_in_it(library, text, ride):
    assert read(text, library).doing.rides == ride


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("a cat in a treehouse", "treehouse"),
        ("a heron in the reeds", "reeds"),
        ("a bear in a tent", "tent"),
        ("a penguin in an igloo", "igloo"),
        ("santa in his sleigh", "sleigh"),
        ("a frog under a toadstool", "under a mushroom"),
        ("an otter in a wishing well", "well"),
        ("a cat looking out of a birdhouse", "birdhouse"),
        ("a moose in front of a log cabin", ""),
    ],
)
def test_somebody_is_in_the_house_that_is_said(library, text, inside):
    found = read(text, library)
    assert found.doing.inside == inside
    assert not inside or found.companions == ()


def test_nobody_holds_the_coffee_of_a_coffee_shop(library):
    found = read("a fox at a coffee shop", library)
    assert found.doing.holds == ""
    assert [c.label for c in found.companions] == ["cafe"]


def test_a_house_stands_behind_and_a_cake_before_somebody():
    fox, house, cake = character("fox"), thing("cafe"), thing("slice of cake")
    assert together(fox, [house]).drawing.items[-1].paint == fox.drawing.items[-1].paint
    assert together(fox, [cake]).drawing.items[-1].paint == cake.drawing.items[-1].paint
    assert fox.drawing.items[-1].paint != cake.drawing.items[-1].paint


def test_a_flower_in_another_colour_keeps_its_leaves():
    daisy, poppy = thing("daisy"), thing("poppy")
    for flower in (daisy, poppy):
        blue = dyed(flower, "#4060d0")
        assert "#4f9a5c" in flower.drawing.inks()
        assert "#4f9a5c" in blue.drawing.inks()
        assert set(blue.drawing.inks()) != set(flower.drawing.inks())


@pytest.mark.parametrize(
    ("text", "hero"),
    [
        ("tulips in a mason jar", "mason jar of tulips"),
        ("a jar of poppies", "mason jar of poppies"),
        ("pink peonies in a glass jar", "mason jar of peonies"),
        ("mason jar full of daffodils", "mason jar of daffodils"),
        ("sunflower bouquet in a mason jar", "mason jar of sunflowers"),
    ],
)
def test_any_flower_stands_in_a_jar(library, text, hero):
    assert read(text, library).heroes[0].label == hero


@pytest.mark.parametrize("text", ["a vase of purple irises", "a jar of calla lilies on a table", "a pot of daisies"])
def test_a_vase_may_be_of_flowers_of_two_words_and_of_a_colour(library, text):
    found = read(text, library)
    assert found.heroes[0].label in ("iris", "calla lily", "daisy")
    assert found.doing.inside in ("vase", "jar", "flower pot")


def test_of_a_bouquet_in_a_vase_the_vase_is_drawn(library):
    found = read("poppies in a vase", library)
    assert cast(found, library, "sticker", 1, needs_subject=True).name == "poppies in a vase"
    assert read("thistles in a vase", library).doing.inside == "vase"


def test_a_gingerbread_man_gets_no_further_arms(library):
    running, standing = (
        cast(read(text, library), library, "sticker", 1, needs_subject=True).hero
        for text in ("a gingerbread man running", "a gingerbread man")
    )
    assert running is not None
    assert standing is not None
    assert running.silhouette.equals(standing.silhouette)
