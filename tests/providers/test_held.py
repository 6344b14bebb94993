"""Pictures of several things show as many of them as a sentence says, and rows have frames that are as wide as they are."""

from __future__ import annotations

import pytest

from pod.drawing.display import Drawing, Group, Item
from pod.providers.embedded.casting import cast
from pod.providers.embedded.groups import together
from pod.providers.embedded.held import HELD, number_held
from pod.providers.embedded.motifs import MotifLibrary
from pod.providers.embedded.subjects import Subject
from pod.providers.embedded.suiting import stands_wide
from pod.providers.embedded.things import drawn, thing
from pod.providers.embedded.understanding import read
from pod.providers.embedded.words import tokens


@pytest.mark.parametrize(
    ("sentence", "label", "number"),
    [
        ("three little succulents in pots", "succulents in pots", 3),
        ("five goldfish in a bowl", "fish bowl", 5),
        ("one sunflower in a vase", "sunflowers in a vase", 1),
        ("two daisies", "daisy", 2),
        ("three jars of roses", "mason jar of roses", 0),
        ("roses in a vase", "roses in a vase", 0),
        ("three roses", "rose", 0),
    ],
)
def test_a_number_is_of_what_is_held_and_not_of_what_holds_it(sentence: str, label: str, number: int) -> None:
    assert number_held(label, tokens(sentence)) == number


@pytest.mark.parametrize("label", ["roses in a vase", "mason jar of tulips", "cacti in pots", "daisy", "fish bowl"])
def test_each_one_more_is_drawn_and_within_the_box(label: str) -> None:
    parts = [_parts(drawn(label, HELD[label](number)).drawing) for number in range(1, 6)]
    assert parts == sorted(set(parts))


@pytest.mark.parametrize(
    ("sentence", "label", "number"),
    [
        ("three sunflowers in a mason jar", "mason jar of sunflowers", 1),
        ("octopus holding five cups of tea", "octopus with eight cups", 1),
        ("three vases of tulips", "vase of tulips", 3),
        ("five pots of herbs", "pot of basil", 5),
        ("two koalas in a tree", "koala", 2),
        ("two glasses of lemonade", "glass of lemonade", 2),
    ],
)
def test_one_picture_holds_all_of_them(library: MotifLibrary, sentence: str, label: str, number: int) -> None:
    understood = read(sentence, library)
    assert (understood.heroes[0].label, understood.count) == (label, number)


@pytest.mark.parametrize(
    ("sentence", "beside"), [("three kittens and a puppy", "dog face"), ("guitar and roses rock band tee", "rose")]
)
def test_what_is_joined_by_and_is_not_dropped(library: MotifLibrary, sentence: str, beside: str) -> None:
    assert beside in {choice.label for choice in read(sentence, library).companions}


@pytest.mark.parametrize(
    ("sentence", "wide"), [("five cats on a fence", True), ("5 ducks in a row", True), ("three pumpkins", False)]
)
def test_a_row_asks_for_a_wide_frame(library: MotifLibrary, sentence: str, wide: bool) -> None:
    assert stands_wide(read(sentence, library), library) == wide


def test_yellow_boots_are_seen_on_ducks_that_are_not_yellow() -> None:
    plain, in_boots = (set(thing(name).drawing.inks()) for name in ("ducks in a row", "three ducks in yellow boots"))
    assert not plain & in_boots & {"#f6d24a", "#f7d560"}
    assert "#f2b01e" in in_boots


def _parts(drawing: Drawing) -> int:
    def parts(item: Item) -> int:
        return sum(map(parts, item.items)) if isinstance(item, Group) else 1

    return sum(map(parts, drawing.items))


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("tractor barn and cow", {"tractor", "barn", "cow"}),
        ("pencil ruler and apple", {"pencil", "straight ruler", "red apple"}),
        ("cowgirl boots hat and rope", {"cowboy boots", "cowboy hat", "knot"}),
        ("baseball and glove", {"baseball", "baseball glove"}),
        ("fox bear and owl in the woods", {"fox", "bear", "owl"}),
    ],
)
def test_all_of_a_list_without_commas_are_shown(library: MotifLibrary, sentence: str, shown: set[str]) -> None:
    understood = read(sentence, library)
    partner = (understood.partner,) if understood.partner else ()
    there = {choice.label for choice in (understood.heroes[0], *partner, *understood.companions)} | {*understood.others}
    assert there == shown


def test_what_is_joined_by_and_is_nearly_as_large(library: MotifLibrary) -> None:
    apple, books = (thing(name) for name in ("chess knight", "candle"))
    alone, equal = (together(apple, [books], equals=equals) for equals in (False, True))
    assert _wide(equal) > _wide(alone)


def _wide(one: Subject) -> float:
    left, top, right, bottom = one.silhouette.bounds
    return (right - left) / (bottom - top)


@pytest.mark.parametrize(
    ("sentence", "label", "number"),
    [
        ("a pair of ballet shoes", "ballet shoes", 1),
        ("four paws", "pair of paw prints", 2),
        ("three kittens in teacups", "cat face", 3),
        ("six potted plants", "succulents in pots", 1),
        ("two rings", "wedding rings", 1),
        ("mr and mrs skeleton wedding", "skeleton", 1),
    ],
)
def test_pairs_are_counted_as_pairs(library: MotifLibrary, sentence: str, label: str, number: int) -> None:
    understood = read(sentence, library)
    assert (understood.heroes[0].label, understood.count) == (label, number)


def test_a_number_within_a_name_counts_all_the_same(library: MotifLibrary) -> None:
    assert dict(read("teapot and three cups", library).company) == {"cup and saucer": 3}


@pytest.mark.parametrize("name", ["wedding rings", "baby footprints", "handprint"])
def test_mementoes_fill_their_box(name: str) -> None:
    left, top, right, bottom = thing(name).silhouette.bounds
    assert max(right - left, bottom - top) > 900


@pytest.mark.parametrize(
    ("sentence", "label", "number"),
    [
        ("a row of beach huts", "hut", 4),
        ("a row of colourful houses", "house", 4),
        ("baker's dozen donuts", "pink doughnut", 12),
        ("seven continents world map", "world map", 1),
        ("ice cream cone with three scoops", "triple scoop ice cream cone", 1),
        ("two slices of pizza", "pizza", 2),
    ],
)
def test_a_number_counts_its_own_noun(library: MotifLibrary, sentence: str, label: str, number: int) -> None:
    understood = read(sentence, library)
    assert (understood.heroes[0].label, understood.count) == (label, number)


def test_four_and_more_are_on_both_sides(library: MotifLibrary) -> None:
    shown = cast(read("grandma with five cats", library), library, "sticker", 0, needs_subject=True)
    assert len(shown.pieces) == len(("grandma", "three on the right", "two on the left"))
