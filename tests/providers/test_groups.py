"""Several of a kind, things in things, who is at work, places by night: heard as what they are, and drawn as one picture."""

from __future__ import annotations

import itertools

import pytest

from pod.providers.embedded.designer import draw
from pod.providers.embedded.flatten import BOX, flatten
from pod.providers.embedded.flitting import around, how_many
from pod.providers.embedded.groups import breathing, in_a_row, together, topped
from pod.providers.embedded.rows import in_an_arc
from pod.providers.embedded.subjects import place
from pod.providers.embedded.things import thing
from pod.providers.embedded.understanding import read


@pytest.mark.parametrize(
    ("sentence", "hero", "count"),
    [
        ("three balloons", "balloon", 3),
        ("hot air balloons over the mountains", "hot air balloon", 3),
        ("a cactus wearing a sombrero", "cactus", 1),
        ("valentine's day otters", "otter", 2),
        ("snowman family", "snowman family", 1),
        ("three snowmen", "snowman", 3),
        ("the family at the beach", "woman", 1),
        ("bouquet of sunflowers", "bouquet of sunflower", 1),
        ("three golden retriever puppies in a wagon", "golden retriever", 3),
    ],
)
def test_as_many_are_shown_as_were_said(library, sentence, hero, count):
    understood = read(sentence, library)
    assert (understood.heroes[0].label, understood.count) == (hero, count)
    assert understood.companions == ()


@pytest.mark.parametrize(
    ("sentence", "hero"),
    [
        ("a nurse with a stethoscope", "woman"),
        ("a firefighter holding a kitten", "man"),
        ("a viking on a motorcycle", "viking"),
        ("a nurse cat", "cat"),
        ("nurse life", "stethoscope"),
    ],
)
def test_who_is_seen_at_work_is_somebody(library, sentence, hero):
    assert read(sentence, library).heroes[0].label == hero


@pytest.mark.parametrize(
    ("sentence", "scene", "night"),
    [
        ("a cabin in the woods at night", "pines", True),
        ("milky way over the desert", "desert", True),
        ("grand canyon national park", "canyon_river", False),
        ("a cabin by the lake with pine trees", "lake", False),
    ],
)
def test_a_place_stays_the_place_by_night(library, sentence, scene, night):
    understood = read(sentence, library)
    assert (understood.scene, understood.night) == (scene, night)


@pytest.mark.parametrize(
    ("sentence", "hero", "inside"),
    [
        ("a watering can full of roses", "rose", "watering can"),
        ("for my mom, a vase of roses", "roses in a vase", ""),
        ("potted cactus", "barrel cactus", ""),
        ("a vase of peonies", "peonies in a vase", ""),
        ("a vase of thistles", "thistle", "vase"),
        ("a cup of tea", "cup of tea", ""),
    ],
)
def test_what_a_thing_is_full_of_is_in_it(library, sentence, hero, inside):
    understood = read(sentence, library)
    assert (understood.heroes[0].label, understood.doing.inside) == (hero, inside)


def test_a_crab_holds_things_in_its_claws(library):
    crab, knife, fork = library.motif(library_code(library, "a crab")), thing("table knife"), thing("fork")
    held = together(crab, [knife, fork]).silhouette.bounds
    beside = together(thing("barn"), [knife, fork]).silhouette.bounds
    assert (held[3] - held[1]) / (held[2] - held[0]) > (beside[3] - beside[1]) / (beside[2] - beside[0])


def library_code(library, sentence):
    return read(sentence, library).heroes[0].codepoints


def test_pictures_together_stay_in_their_box():
    one, other = thing("barn"), thing("pumpkin")
    for whole in (
        in_a_row(one, other, tied=True),
        in_a_row(one, other, tied=False),
        topped(one, other),
        breathing(one, other),
    ):
        left, top, right, bottom = whole.silhouette.bounds
        assert -1 <= left < right <= BOX + 1
        assert -1 <= top < bottom <= BOX + 1


def test_what_a_source_keeps_beside_its_box_is_no_part_of_the_picture(data_dir):
    stray = '<path fill="#112233" d="M1 1h4v4h-4z"/><path fill="#445566" d="M1 20h4v4h-4z"/>'
    assert [item.paint for item in flatten(stray, 10).items] == ["#112233"]
    gorilla = draw("gorilla badge", data_dir=data_dir, seed=1, layouts=["badge"])
    assert gorilla.facts["hero"] == "gorilla"


def test_several_that_fly_stand_in_an_arc_over_whoever_is_below():
    arc = in_an_arc(thing("red heart"), 5)
    left, top, right, bottom = arc.silhouette.bounds
    assert right - left > 2 * (bottom - top)
    whole = together(thing("barn"), [arc])
    assert len(whole.drawing.items) > len(thing("barn").drawing.items)


def test_what_is_in_the_sky_stands_behind_what_is_under_it():
    lights, barn = thing("northern lights"), thing("barn")
    assert together(lights, [barn]).name == together(barn, [lights]).name == "barn"


@pytest.mark.parametrize(("sentence", "fliers"), [("cat with butterflies", 3), ("cat with two butterflies", 2)])
def test_fliers_that_nobody_has_counted_are_three(sentence, fliers):
    assert how_many(sentence.split()) == fliers


@pytest.mark.parametrize("hero", ["lighthouse", "stone bridge", "campfire"])
def test_small_fliers_are_around_somebody_and_hide_nothing(hero):
    bees = [thing("dragonfly")] * how_many(())
    middle = place(thing(hero), BOX / 2, BOX / 2, BOX)
    placed = around(middle, bees)
    assert len(placed) == 3
    assert not any(one.area.intersects(other.area) for one, other in itertools.combinations(placed, 2))
    assert all(one.area.intersection(middle.area).area < 0.25 * one.area.area for one in placed)
