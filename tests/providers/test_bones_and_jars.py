"""Skulls of beasts with their flowers; things that stand in a jar, and things that take a bath as they are."""

from __future__ import annotations

import pytest

from pod.providers.embedded.casting import cast
from pod.providers.embedded.glassware import in_a_jar
from pod.providers.embedded.things import thing
from pod.providers.embedded.understanding import read


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("deer skull", "deer skull"),
        ("stag skull with roses", "deer skull with roses"),
        ("bull skull and flowers", "cow skull with flowers"),
        ("goat skull with flowers", "goat skull with flowers"),
        ("skull with flowers", "skull with flowers"),
    ],
)
def test_the_skull_of_a_beast_is_no_beast_beside_a_skull(library, said, label):
    understood = read(said, library)
    assert understood.heroes[0].label == label
    assert not understood.companions


def test_a_feather_and_an_arrow_are_two(library):
    assert [one.label for one in read("feather and arrow", library).companions] == ["arrow"]


@pytest.mark.parametrize("name", ["rubber duck", "ram skull"])
def test_what_is_in_a_jar_is_seen_whole(name):
    one = thing(name)
    assert set(one.drawing.inks()) <= set(in_a_jar(one).drawing.inks())


def test_a_jar_has_the_colour_that_is_said():
    assert set(in_a_jar(thing("arrow"), "#3b7fc0").drawing.inks()) != set(in_a_jar(thing("arrow")).drawing.inks())


def test_a_rubber_duck_is_in_the_bath_that_is_said(library):
    bathed, alone = (
        cast(read(said, library), library, "sticker", 1, needs_subject=True).hero
        for said in ("rubber duck in a bathtub", "rubber duck")
    )
    assert set(alone.drawing.inks()) < set(bathed.drawing.inks())
