"""Things in the state and the flavours that are said, and no more beside them than was asked for."""

from __future__ import annotations

import pytest

from pod.providers.embedded.casting import cast
from pod.providers.embedded.motifs import MotifLibrary
from pod.providers.embedded.subjects import visible_shares
from pod.providers.embedded.things import thing
from pod.providers.embedded.understanding import read
from pod.providers.embedded.variants import as_said, is_shown_in, unshown


@pytest.mark.parametrize(
    ("label", "said", "shown"),
    [
        ("strawberry ice cream cone", ("melting",), "melting strawberry ice cream cone"),
        ("soft ice cream", ("dripping",), "melting soft ice cream"),
        ("chocolate doughnut", ("half", "eaten"), "bitten chocolate doughnut"),
        ("coffee mug", ("melting",), "coffee mug"),
        ("white horse", ("jumping", "over", "a", "fence"), "leaping white horse"),
        ("white horse", ("in", "a", "meadow"), "white horse"),
    ],
)
def test_a_state_that_has_a_drawing_of_its_own_is_shown_by_it(label, said, shown):
    assert as_said(label, said).drawing == thing(shown).drawing


def test_scoops_lie_in_the_order_in_which_their_flavours_are_said():
    two, other = (as_said("ice cream", words) for words in (("mint", "and", "mango"), ("mango", "and", "mint")))
    assert two.drawing != other.drawing
    assert visible_shares(two.drawing).keys() == visible_shares(other.drawing).keys()


def test_what_a_picture_shows_is_not_done_to_it_again():
    words = ("melting", "strawberry", "ice", "cream", "cone", "rain")
    assert unshown("strawberry ice cream cone", words) == ("rain",)
    assert unshown("coffee mug", ("melting", "mug")) == ("melting",)


def test_a_flavour_stands_beside_no_ice_cream():
    words = ("ice", "cream", "strawberry", "mint")
    assert is_shown_in("ice cream", "strawberry", words)
    assert is_shown_in("ice cream", "mint sprig", words)
    assert not is_shown_in("ice cream", "teddy bear", words)
    assert not is_shown_in("cupcake", "strawberry", words)


@pytest.mark.parametrize(
    "sentence",
    [
        "ice cream cone with three scoops, strawberry, vanilla and mint",
        "pancakes with butter and syrup",
        "donut with sprinkles",
        "birthday cake with candles",
        "kayak and paddle",
    ],
)
def test_what_is_part_of_a_thing_is_not_beside_it(library, sentence):
    shown = cast(read(sentence, library), library, "minimal", 1, needs_subject=True)
    assert len(shown.pieces) == 1


@pytest.mark.parametrize("sentence", ["running shoes", "playing cards"])
def test_a_thing_that_is_called_by_what_is_done_grows_no_limbs(library: MotifLibrary, sentence: str):
    understood = read(sentence, library)
    shown = cast(understood, library, "minimal", 1, needs_subject=True)
    assert shown.hero is not None
    assert shown.hero.drawing == thing(understood.heroes[0].label).drawing
