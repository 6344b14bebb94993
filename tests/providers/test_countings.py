"""How many, how large and in which colours, however it is said; and names of two."""

from __future__ import annotations

import pytest

from pod.providers.embedded.arranging import inks_of_each
from pod.providers.embedded.asked_words import asked_words, dates_of
from pod.providers.embedded.casting import cast
from pod.providers.embedded.understanding import read


@pytest.mark.parametrize(
    ("sentence", "hero", "count"),
    [
        ("a row of five ducks", "duck", 5),
        ("a dozen roses", "rose", 12),
        ("half a dozen eggs", "egg", 6),
        ("eleven owls", "owl", 11),
        ("snowman family of four", "snowman family of four", 1),
        ("one red balloon and one blue balloon", "balloon", 2),
        ("one pink and one blue sock", "socks", 2),
    ],
)
def test_a_number_said_in_another_way_is_the_number(library, sentence, hero, count):
    understood = read(sentence, library)
    assert (understood.heroes[0].label, understood.count) == (hero, count)


@pytest.mark.parametrize(
    ("sentence", "hero", "young"), [("a family of four cats", "cat", 2), ("a penguin family of five", "penguin", 3)]
)
def test_a_family_of_animals_is_two_with_their_young(library, sentence, hero, young):
    understood = read(sentence, library)
    assert (understood.heroes[0].label, understood.count, understood.young) == (hero, 2, young)


def test_a_family_of_four_without_a_kind_is_people(library):
    assert "family" in read("family of four at the beach", library).heroes[0].label


@pytest.mark.parametrize(
    ("sentence", "larger", "smaller"),
    [
        ("a big dog and a little cat", "dog", "cat"),
        ("tiny mouse and giant cheese", "cheese wedge", "mouse"),
        ("a big bear and a small rabbit", "bear", "rabbit"),
    ],
)
def test_sizes_that_are_said_are_kept(library, sentence, larger, smaller):
    sizes = dict(read(sentence, library).sizes)
    assert sizes.get(larger, 1.0) > sizes.get(smaller, 1.0)


def test_whoever_is_little_is_drawn_smaller(library):
    def share(sentence: str) -> float:
        """Of the width of both, how far to the right the gap between them is: more, the larger the one on the left."""
        shown = cast(read(sentence, library), library, "badge", 1, needs_subject=True).hero
        assert shown is not None
        left, _, right, _ = shown.silhouette.bounds
        return (shown.silhouette.centroid.x - left) / (right - left)

    assert share("a big dog and a little cat") < share("a dog and a cat") - 0.02


@pytest.mark.parametrize(
    ("sentence", "names", "picture"),
    [
        ("two cats named salt and pepper", ("salt and pepper",), "two cats"),
        ("three dogs called max, milo and bella", ("max, milo and bella",), "three dogs"),
        ("a dog called max and balloons", ("max",), "a dog and balloons"),
    ],
)
def test_two_pets_have_two_names_and_one_pet_has_one(sentence, names, picture):
    asked = asked_words(sentence, lambda _: True, lambda _: True)
    assert (asked.names, asked.picture) == (names, picture)


@pytest.mark.parametrize(
    ("sentence", "words", "picture"),
    [
        ("christmas banner with holly", "christmas", "holly"),
        ("happy birthday banner with balloons", "happy birthday", "balloons"),
    ],
)
def test_a_banner_says_its_occasion_and_shows_what_it_is_with(sentence, words, picture):
    asked = asked_words(sentence, lambda _: True, lambda _: True)
    assert (asked.words, asked.picture) == (words, picture)


def test_leaves_of_autumn_are_a_heap_to_be_in_and_a_bush_is_green(library):
    assert read("a dog in a pile of leaves", library).doing.inside == "leaf pile"
    assert read("a bear hiding in the bushes", library).doing.inside == "bush"


@pytest.mark.parametrize(
    ("sentence", "words", "names", "picture"),
    [
        ("my golden retriever cooper 2012-2025", "", ("cooper", "2012-2025"), "my golden retriever"),
        ("in loving memory of our cat luna 2010-2024", "in loving memory", ("luna", "2010-2024"), "our cat"),
        ("my old truck chevy 1964-1966", "", (), "my old truck chevy 1964-1966"),
    ],
)
def test_a_pet_with_its_years_is_remembered_and_a_truck_is_a_truck(sentence, words, names, picture):
    asked = asked_words(sentence, lambda _: True, {"retriever", "cat"}.__contains__)
    assert (asked.words, asked.names, asked.picture) == (words, names, picture)


def test_a_distance_is_lettered_and_who_runs_it_runs(library):
    assert "26.2" in dates_of("marathon runner 26.2")[0]
    assert read("marathon runner", library).heroes[0].label == "man"


@pytest.mark.parametrize("said", ["five hot air balloons", "six colourful butterflies", "four balloons"])
def test_several_that_come_in_all_colours_have_one_each(library, said):
    inks = inks_of_each(read(said, library))
    assert len(set(inks)) >= 4


@pytest.mark.parametrize("said", ["two balloons", "four red balloons", "four foxes"])
def test_others_are_as_they_are(library, said):
    assert len(set(inks_of_each(read(said, library)))) < 2
