"""Who does what to what: vehicles, instruments, loads, fire, several of a thing, and the colour of a part."""

from __future__ import annotations

import pytest

from pod.providers.embedded.casting import cast
from pod.providers.embedded.characters.doing import Doing
from pod.providers.embedded.characters.figure import character
from pod.providers.embedded.groups import on_the_back, together
from pod.providers.embedded.hues import colour_after
from pod.providers.embedded.placing import (
    around_a_fire,
    burning,
    is_burning,
    knocked_over,
    leapt,
    placed_so,
    sheltered,
    wound,
)
from pod.providers.embedded.rows import pair
from pod.providers.embedded.things import thing
from pod.providers.embedded.understanding import read


@pytest.mark.parametrize(
    ("sentence", "ride"),
    [
        ("farmer on a blue tractor", "tractor"),
        ("a bear in a bus", "bus"),
        ("rabbit driving a train", "train"),
        ("hippo driving a truck", "lorry"),
        ("a pug driving a fire engine", "fire engine"),
    ],
)
def test_who_drives_sits_in_it(library, sentence, ride):
    understood = read(sentence, library)
    assert understood.doing.rides == ride
    assert understood.companions == ()


def test_a_machine_with_no_seat_of_ours_is_driven_over_its_side(library):
    understood = read("squirrel driving a dump truck", library)
    assert understood.ridden is not None
    assert understood.ridden.label == "dump truck"


@pytest.mark.parametrize("instrument", ["banjo", "harp", "trumpet", "flute", "saxophone", "accordion", "violin"])
def test_an_instrument_is_played_and_stands_beside_nobody(library, instrument):
    understood = read(f"a bear playing the {instrument}", library)
    assert understood.doing.holds == instrument
    assert understood.companions == ()


@pytest.mark.parametrize(
    ("sentence", "prop"),
    [
        ("elephant painting a picture", "canvas"),
        ("barista pouring latte art", "pouring"),
        ("fox watering a cactus", "watering can"),
    ],
)
def test_what_is_being_done_is_in_hand(library, sentence, prop):
    assert read(sentence, library).doing.holds == prop


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("whippet asleep under a blanket", "under a blanket"),
        ("two otters floating on their backs", "swim"),
        ("a unicorn swimming in a lake with mountains behind", "swim"),
        ("a koala hanging from a branch", "hanging branch"),
    ],
)
def test_somebody_is_in_or_under_what_was_said(library, sentence, place):
    understood = read(sentence, library)
    assert understood.doing.inside == place
    assert understood.companions == ()


def test_a_load_is_on_the_back_and_nobody_rides_in_it(library):
    understood = read("whale with a tiny sailing boat on its back", library)
    assert understood.doing.rides == ""
    assert understood.balanced is not None
    assert understood.balanced.label == "sailboat"


def test_what_hangs_from_a_branch_by_one_arm_has_the_other_free():
    both, one = (character("sloth", Doing(inside="hanging branch", holds=held)) for held in ("", "cup"))
    assert both.drawing != one.drawing


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("border collie herding three sheep", {"ewe": 3}),
        ("camper van with palm trees", {"palm tree": 2}),
        ("cheese and wine with two glasses", {"wine glass": 2}),
    ],
)
def test_as_many_stand_beside_as_were_said(library, sentence, numbers):
    assert dict(read(sentence, library).company) == numbers


@pytest.mark.parametrize(("sentence", "count"), [("field of bluebells", 7), ("thistle field", 7), ("a poppy", 1)])
def test_a_field_is_full_of_them(library, sentence, count):
    assert read(sentence, library).count == count


@pytest.mark.parametrize(
    ("crop", "scene"),
    [
        ("poppy", "poppies"),
        ("sunflower", "sunflowers"),
        ("tulip", "tulips"),
        ("lavender", "lavender"),
        ("wheat", "wheat"),
        ("corn", "corn"),
    ],
)
def test_a_field_of_what_grows_in_rows_is_scenery_and_its_crop_stands_beside_nobody(library, crop, scene):
    alone, there = (read(say, library) for say in (f"{crop} field at dusk", f"a fox in a {crop} field"))
    assert (alone.scene, alone.heroes) == (scene, ())
    assert (there.scene, there.heroes[0].label, there.companions) == (scene, "fox", ())


@pytest.mark.parametrize(
    ("said", "colour"),
    [
        ("teapot in dark blue", "blue"),
        ("teapot in blue with roses", "blue"),
        ("teapot in a pink box", ""),
        ("teapot in pink wrapping", ""),
        ("teapot", ""),
    ],
)
def test_a_colour_after_a_thing_is_its_own_where_nothing_follows_that_has_it(said, colour):
    assert colour_after(said.split(), 0) == colour


def test_what_is_worn_and_what_it_is_in_have_the_colour_that_was_said(library):
    assert "collar" in dict(read("black labrador with a red collar", library).doing.inks)
    assert "flower pot" in dict(read("a cactus in a yellow pot", library).doing.inks)


@pytest.mark.parametrize(
    ("sentence", "scene"),
    [
        ("astronaut riding a bike on the moon", "moon"),
        ("alien drinking tea on mars", "mars"),
        ("lighthouse in cornwall", "coast"),
        ("a swan on a lake in ireland", "lake"),
        ("cat sitting on the moon", "night"),
    ],
)
def test_it_happens_where_the_sentence_says(library, sentence, scene):
    assert read(sentence, library).scene == scene


def test_a_giant_is_taller_than_the_hero(library):
    assert read("knight fighting a giant snail", library).giants == ("snail",)
    hero, other = character("fox"), thing("red heart")
    usual, giant = together(hero, [other]), together(hero, [other], frozenset({"red heart"}))
    assert _width(giant) / _height(giant) > _width(usual) / _height(usual)


def _width(figure):
    return figure.silhouette.bounds[2] - figure.silhouette.bounds[0]


def _height(figure):
    return figure.silhouette.bounds[3] - figure.silhouette.bounds[1]


def test_fire_is_all_around_what_is_on_fire():
    plain = thing("drum kit")
    on_fire = burning(plain)
    assert len(on_fire.drawing.items) > len(plain.drawing.items)
    assert is_burning(["drum", "kit", "on", "fire"])
    assert not is_burning(["fire", "engine"])


@pytest.mark.parametrize(
    ("said", "arranges"),
    [("snake curled round a sword", wound), ("frog under a fern", sheltered), ("turning around", None)],
)
def test_a_preposition_says_how_one_stands_to_the_other(said, arranges):
    assert placed_so(said.split()) is arranges


def test_a_load_leaves_room_for_a_tail_that_stands_up():
    below, load = thing("red heart"), thing("vinyl record")
    whole = on_the_back(below, load)
    assert whole.name == "red heart"
    assert whole.silhouette.area > 0


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("a cat in front of the eiffel tower", "front"),
        ("a frog under a leaf", "under"),
        ("a bee over a flower", "over"),
        ("a tent with a lantern under the stars", "with"),
    ],
)
def test_how_somebody_stands_to_the_rest_is_said_right_before_the_rest(library, text, lead):
    understood = read(text, library)
    assert dict(understood.leads)[understood.companions[0].label] == lead


def test_a_preposition_places_only_what_it_stands_before():
    assert placed_so(("tent", "lantern", "under", "stars"), "with") is None
    assert placed_so(("frog", "under", "leaf"), "under") is not None


@pytest.mark.parametrize(("sentence", "aflame"), [("burning candle", False), ("a guitar with flames", True)])
def test_what_has_a_flame_already_is_not_set_on_fire(library, sentence, aflame):
    shown = cast(read(sentence, library), library, "minimal", 1, needs_subject=True)
    assert shown.hero is not None
    assert (shown.hero.drawing != shown.pieces[0].drawing) is aflame


@pytest.mark.parametrize("sentence", ["a rabbit hopping over a log", "white goat jumping over a fence"])
def test_who_jumps_over_a_thing_is_larger_than_it_and_above_it(library, sentence):
    shown = cast(read(sentence, library), library, "minimal", 1, needs_subject=True)
    leaper, hurdle = shown.pieces
    whole = leapt(leaper, hurdle)
    assert shown.hero is not None
    assert shown.hero.drawing == whole.drawing
    assert whole.silhouette.geom_type == "MultiPolygon"


def test_the_moon_that_is_jumped_over_stays_large(library):
    shown = cast(read("cow jumping over the moon", library), library, "minimal", 1, needs_subject=True)
    assert shown.hero is not None
    assert shown.hero.drawing != leapt(*shown.pieces).drawing


def test_what_is_knocked_over_lies_beside_whoever_did_it(library):
    shown = cast(read("cat knocking over a glass", library), library, "minimal", 1, needs_subject=True)
    assert shown.hero is not None
    assert shown.hero.drawing == knocked_over(*shown.pieces).drawing


def test_a_fire_is_before_the_middle_of_those_around_it():
    people, fire = pair(thing("dock"), 3), thing("covered bridge")
    left, top, right, low = people.silhouette.bounds
    whole = around_a_fire(people, [fire])
    wide, high = (whole.silhouette.bounds[k + 2] - whole.silhouette.bounds[k] for k in (0, 1))
    assert wide / high < (right - left) / (low - top), "it reaches lower than their feet and no further to the sides"


def test_mistletoe_hangs_over_the_two_who_kiss(library):
    shown = cast(read("couple kissing under mistletoe", library), library, "minimal", 1, needs_subject=True)
    two, sprig = shown.pieces
    assert shown.hero is not None
    assert shown.hero.drawing == sheltered(two, sprig).drawing


def test_three_who_are_wide_are_not_small_in_a_row(library):
    three = cast(read("three dogs running", library), library, "minimal", 1, needs_subject=True).hero
    assert three is not None
    left, top, right, bottom = three.silhouette.bounds
    assert 0.6 < (right - left) / (bottom - top) < 1.6
