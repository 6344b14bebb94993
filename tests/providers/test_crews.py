"""Crews, clubs and families are the people in them, machines stand behind whoever works with them."""

from __future__ import annotations

import pytest

from pod.providers.embedded.characters.figure import character
from pod.providers.embedded.crews import peopled
from pod.providers.embedded.groups import DRIVEN, together
from pod.providers.embedded.keywords import index_of
from pod.providers.embedded.kinds import STOOD_BEFORE
from pod.providers.embedded.motifs import MotifLibrary
from pod.providers.embedded.subjects import Subject
from pod.providers.embedded.things import thing
from pod.providers.embedded.understanding import read


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("nurse team with stethoscopes", "three nurses with stethoscopes"),
        ("book club", "three women reading books"),
        ("book club drinking wine", "three women drinking wine"),
        ("our fire crew", "three firefighters"),
        ("zion national park hikers", "hikers in zion national park"),
        ("camping family at a fire", "a couple with two kids camping at a fire"),
        ("family of five hiking", "a couple with three kids hiking"),
        ("mom and two kids baking", "mom with two kids baking"),
        ("yellow school bus with kids", "kids in a yellow school bus"),
        ("beekeeper mom", "a woman beekeeper"),
        ("trucker dad", "a man trucker"),
    ],
)
def test_a_crew_is_said_as_its_people(typed: str, told: str) -> None:
    assert peopled(typed) == told


@pytest.mark.parametrize(
    "typed",
    [
        "soccer team logo with a lion",
        "fishing club with a trout",
        "penguin family",
        "nurse mom life",
        "a bear family hiking",
    ],
)
def test_a_mark_or_a_saying_stays_what_it_is(typed: str) -> None:
    assert peopled(typed) == typed


@pytest.mark.parametrize(
    ("sentence", "number"),
    [("three pickleball players", 3), ("four firefighters", 4), ("family of five hiking in the woods", 5)],
)
def test_as_many_are_drawn_as_were_said(library: MotifLibrary, sentence: str, number: int) -> None:
    understood = read(sentence, library)
    assert understood.partner is not None
    assert 2 + len(understood.others) == number


def test_every_machine_that_people_stand_before_can_be_drawn(library: MotifLibrary) -> None:
    labels = {choice.label for choice in index_of(library).choices.values()}
    assert labels >= STOOD_BEFORE


def _height(one: Subject) -> float:
    _, top, _, bottom = one.silhouette.bounds
    return float(bottom - top)


def test_an_excavator_is_larger_beside_a_builder_than_beside_a_ball() -> None:
    assert "excavator" in DRIVEN
    builder, cat = character("man"), character("cat")
    digger = thing("excavator")
    wide = together(builder, [digger]).silhouette.bounds[2]
    assert _height(together(builder, [digger])) / wide < _height(together(cat, [digger])) / wide
