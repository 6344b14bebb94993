"""What is said in a roundabout way is read as what it says plainly; what several fly in; what is on an animal's coat; two colours."""

from __future__ import annotations

import itertools

import pytest

from pod.providers.embedded.fabrics import fabric_asked
from pod.providers.embedded.groups import pair as row_of
from pod.providers.embedded.groups import strewn, with_young
from pod.providers.embedded.retold import retold
from pod.providers.embedded.things import thing
from pod.providers.embedded.understanding import read


@pytest.mark.parametrize(
    ("said", "plainly"),
    [
        ("mountain bike rider", "rider riding a mountain bike"),
        ("couple camping under the stars", "couple camping with a tent under the stars"),
        ("red truck on a steep hill", "red truck down a hill"),
        ("snowy mountain with a gondola", "snowy mountain with a ski gondola"),
        ("desert road with a motorcycle", "a motorcycle on a desert road"),
        ("apple orchard with a ladder", "apple tree with a ladder"),
        ("whale swimming through the stars", "whale in space"),
        ("galaxy with a whale", "a whale in space"),
        ("mars rover on a red planet", "mars rover on mars"),
        ("cat sitting on the moon", "cat sitting on a crescent moon"),
        ("little farm with cows and chickens", "cows and chickens on a farm"),
        ("autumn farm with pumpkins", "autumn day with pumpkins"),
        ("summer picnic in the park", "picnic basket in the park"),
        ("steep street with a cable car, san francisco", "steep street with a tram, san francisco"),
        ("girls softball team with bats", "girls softball team with baseball bats"),
        ("horseback rider in the hills", "rider riding a horse in the hills"),
        ("4 leaf clover", "lucky clover"),
        ("three tier cake", "tier cake"),
        ("two little bears and a mama bear", "mama bear with two babies"),
        ("mama bear and two baby bears", "mama bear with two babies"),
        ("four elephants walking family mum dad and two babies", "two elephants walking with two babies"),
        ("rose bouquet in a mason jar", "roses in a mason jar"),
        ("mushroom forest", "mushrooms in a forest"),
        ("sunset with palm trees and a surfer", "a surfer on a palm beach at sunset"),
        ("day of the dead skull with roses", "sugar skull with roses"),
        ("a rider on a horse", "a rider on a horse"),
        ("four bears", "four bears"),
    ],
)
def test_it_is_retold_plainly(said, plainly):
    assert retold(said).strip() == plainly


@pytest.mark.parametrize(
    ("sentence", "hero", "count", "young"),
    [
        ("two little bears and a mama bear", "bear", 1, 2),
        ("four elephants walking family mum dad and two babies", "elephant", 2, 2),
        ("solar system with all the planets", "solar system", 1, 0),
        ("4 leaf clover", "four leaf clover", 1, 0),
    ],
)
def test_how_many_there_are_then(library, sentence, hero, count, young):
    understood = read(sentence, library)
    assert (understood.heroes[0].label, understood.count, understood.young) == (hero, count, young)


@pytest.mark.parametrize("count", range(3, 13))
def test_what_flies_hides_nobody_of_its_kind(count):
    """Each has its own place: together they cover as much as all of them apart."""
    one = thing("hot air balloon")
    several = strewn(one, count, upright=True)
    apart = row_of(one, count)
    assert len(several.drawing.items) >= len(apart.drawing.items) - count
    pieces = list(getattr(several.silhouette, "geoms", [several.silhouette]))
    assert len(pieces) == count
    assert all(a.distance(b) > 0 for a, b in itertools.combinations(pieces, 2))


def test_young_stand_before_their_parents_and_are_half_as_high():
    one = thing("lighthouse")
    parents = row_of(one, 2)
    whole = with_young(parents, [one, one])
    wide, high = (whole.silhouette.bounds[i + 2] - whole.silhouette.bounds[i] for i in (0, 1))
    before = (parents.silhouette.bounds[i + 2] - parents.silhouette.bounds[i] for i in (0, 1))
    assert wide / high == pytest.approx(next(before) / next(before), rel=0.1)
    assert len(whole.drawing.items) > 3 * len(one.drawing.items)


@pytest.mark.parametrize(
    ("sentence", "surface", "rest"),
    [
        ("black and white zebra stripes with gold hearts", "zebra", "gold hearts"),
        ("leopard print with red roses", "leopard", "red roses"),
        ("tiger stripes", "tiger", ""),
        ("leopard print pattern", "leopard", ""),
    ],
)
def test_what_is_on_a_coat_keeps_its_colour(sentence, surface, rest):
    fabric = fabric_asked(sentence)
    assert fabric is not None
    assert (fabric.name, fabric.rest, fabric.behind) == (surface, rest, bool(rest))


@pytest.mark.parametrize(
    ("sentence", "colour"),
    [
        ("blue and white lighthouse", "blue"),
        ("lighthouse in a storm, blue and white", "blue"),
        ("a white lighthouse", "white"),
        ("lighthouse in a storm", ""),
        ("a gold heart", "gold"),
    ],
)
def test_of_two_colours_the_one_that_is_not_white_is_its_own(library, sentence, colour):
    assert read(sentence, library).hero_colour == colour


def test_an_orange_fish_is_no_orange(library):
    understood = read("sea turtle with orange fish", library)
    assert understood.doing.holds == ""
    assert ("fish", "orange") in understood.tints
