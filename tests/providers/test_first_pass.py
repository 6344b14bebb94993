"""What was drawn so that a check stopped it passes now; `python -m tests.providers.first_pass` counts the rest."""

from __future__ import annotations

import pytest

from tests.providers.first_pass import CLOTHS, Wish, found, wishes

LOOK_PX = 1024
ONCE_STOPPED = {
    "white parts on a coloured field, on white cloth": Wish("a swan badge", "#ffffff", 0, 2),
    "a panel of stars under a poster, taken for a black box": Wish("cat in a teacup", "#27364d", 0, 2),
    "slits in a block print": Wish("two dogs reading a book in the snow, woodcut", "#27364d", 0, 2),
    "slits in a wide block print": Wish("a coffee pot in love in the mountains, woodcut", "#e8dcc4", 0, 3),
    "strings of a small guitar": Wish("an octopus with a guitar in the mountains, tarot card", "#e8dcc4", 0, 0),
    "rules around a place for words, taken for drawings": Wish("life is short eat the donut", "#f4f1ea", 0, 2),
    "stripes of like inks, taken for shading": Wish("a cactus reading a book, wreath", "#e8dcc4", 0, 0),
    "a white figure in two inks, lost on pale cloth": Wish(
        "a polar bear wearing a top hat, in two colours", "#f4f1ea", 0, 3
    ),
    "branches around a thin thing, taken for drawings": Wish(
        "a mountain bike drinking tea under the stars, wreath", "#f4f1ea", 0, 3
    ),
    "a glow over bare cloth": Wish("nana's 80th birthday", "#ffffff", 0, 3),
    "more shades than inks": Wish("a jellyfish with balloons at the beach, retro 70s", "#23252b", 8, 0),
    "little but room for words": Wish("not today satan", "#f4f1ea", 8, 3),
}


@pytest.mark.parametrize("wish", ONCE_STOPPED.values(), ids=ONCE_STOPPED)
def test_what_was_once_stopped_passes_every_check(wish, data_dir):
    assert found(wish, wish.design(data_dir), LOOK_PX) == ()


def test_wishes_follow_from_the_seed_and_take_every_cloth_and_candidate_by_turns():
    first, again, other = (list(wishes(60, seed)) for seed in (1, 1, 2))
    assert first == again != other
    assert {wish.cloth for wish in first} == set(CLOTHS)
    assert {wish.seed for wish in first} == {0, 1, 2, 3}
    assert {bool(wish.letters) for wish in first} == {True, False}
