"""Rain, mud, thoughts, leashes: what happens to whoever is in the picture, and the colours that were said."""

from __future__ import annotations

import pytest
import shapely

from pod.imaging.colour import hue_apart, oklch
from pod.providers.embedded.casting import cast
from pod.providers.embedded.characters import character
from pod.providers.embedded.designer import draw
from pod.providers.embedded.silhouettes import filled
from pod.providers.embedded.states import (
    STATES,
    behind,
    carrying,
    in_its_state,
    on_a_leash,
    surrounded,
    thinking_of,
)
from pod.providers.embedded.subjects import visible_shares
from pod.providers.embedded.things import thing
from pod.providers.embedded.understanding import read

CAT, DOG = character("cat"), character("dog")


def _breadth(picture):
    left, top, right, bottom = picture.silhouette.bounds
    return (right - left) / (bottom - top)


@pytest.mark.parametrize("state", STATES)
def test_a_state_is_seen(state):
    draw_it, words = STATES[state]
    changed = draw_it(CAT)
    assert len(changed.drawing.items) > len(CAT.drawing.items)
    assert in_its_state(CAT, (next(iter(words)), "cat")).silhouette.equals(changed.silhouette)


def test_rain_boots_are_no_rain():
    assert in_its_state(CAT, ("cat", "in", "rain", "boots")) is CAT
    assert in_its_state(CAT, ("cat", "in", "the", "rain")) is not CAT


def test_a_thought_is_beside_a_head_and_a_pet_at_the_end_of_a_leash():
    for picture in (thinking_of(CAT, thing("red heart")), on_a_leash(CAT, [DOG])):
        assert _breadth(picture) > 1.2 * _breadth(CAT)
    assert len(on_a_leash(CAT, [DOG, DOG]).drawing.items) > len(on_a_leash(CAT, [DOG]).drawing.items)


def test_what_surrounds_is_drawn_all_around_and_what_hides_in_front():
    heart = thing("red heart")
    assert len(surrounded(CAT, heart).drawing.items) > len(CAT.drawing.items) + 5 * len(heart.drawing.items)
    assert behind(CAT, heart).silhouette.area > heart.silhouette.area
    assert len(carrying(CAT, heart).drawing.items) > len(CAT.drawing.items)


@pytest.mark.parametrize(
    ("sentence", "hue"),
    [
        ("purple dragon", 305),
        ("a pink elephant", 0),
        ("a blue rose", 255),
        ("green vintage truck", 145),
        ("a golden dragon", 88),
    ],
)
def test_a_hero_has_the_colour_that_was_said(library, sentence, hue):
    shown = cast(read(sentence, library), library, "sticker", 0, needs_subject=True)
    shares = {ink: share for ink, share in visible_shares(shown.hero.drawing).items() if oklch(ink)[1] > 0.04}
    main = max(shares, key=lambda ink: shares[ink])
    assert hue_apart(oklch(main)[2], hue) < 30


def test_what_is_worn_and_who_stands_beside_have_their_own_colours(library):
    assert dict(read("a frog in a red raincoat", library).doing.inks).keys() == {"raincoat"}
    assert read("a windmill with a red bus", library).tints == (("bus", "red"),)
    plain, red = (
        cast(read(f"a frog in a {colour}raincoat", library), library, "sticker", 0, needs_subject=True).hero.drawing
        for colour in ("", "red ")
    )
    assert set(plain.inks()) != set(red.inks())


def test_a_shade_before_a_castle_is_its_colour_and_no_flower(library):
    castle = read("lavender castle at dusk", library)
    assert castle.hero_colour == "lavender"
    assert castle.companions == ()
    assert read("a bunch of lavender", library).hero_colour == ""


def test_nobody_sees_red_in_one_ink(data_dir):
    layouts = {draw("a red tractor", data_dir=data_dir, seed=seed).layout for seed in range(6)}
    assert not layouts & {"line_art", "woodcut", "minimal"}


@pytest.mark.parametrize(
    ("sentence", "young"),
    [("mother bear and her cub", 1), ("a hen with three chicks", 3), ("a bear", 0), ("baby dragon", 0)],
)
def test_the_young_of_an_animal_are_with_it(library, sentence, young):
    assert read(sentence, library).young == young


@pytest.mark.parametrize(
    ("sentence", "costume"),
    [("kid in a dinosaur costume", "dinosaur"), ("a pug dressed as a unicorn", "unicorn"), ("a well dressed cat", "")],
)
def test_a_costume_is_worn(library, sentence, costume):
    assert read(sentence, library).doing.costume == costume


@pytest.mark.parametrize("sentence", ["a heart made of roses", "a guitar made of flowers", "a cat made of donuts"])
def test_what_is_made_of_something_keeps_its_shape_and_is_full_of_it(library, sentence):
    made = cast(read(sentence, library), library, "badge", 1, needs_subject=True).hero
    plain = cast(read(sentence.split(" made")[0], library), library, "badge", 1, needs_subject=True).hero
    assert made is not None
    assert plain is not None
    assert len(shapely.get_parts(filled(made.silhouette))) == 1
    assert len(made.drawing.items) > 5 * len(plain.drawing.items)
