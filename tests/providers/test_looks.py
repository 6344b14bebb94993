"""Skin, hair and beards that a sentence asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pod.drawing.display import Canvas
from pod.drawing.shapes import rect
from pod.providers.embedded.casting import cast
from pod.providers.embedded.characters.looks import LOOKS, looking
from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.inks import Merging
from pod.providers.embedded.understanding import read


@pytest.mark.parametrize("look", LOOKS)
def test_every_look_changes_a_man_and_leaves_all_of_a_fox_but_its_eyes_alone(look):
    assert looking(SPECIES["man"], [look]) != SPECIES["man"] or look in ("short hair", "brown hair")
    eyes = LOOKS[look].iris or SPECIES["fox"].iris
    assert looking(SPECIES["fox"], [look]) == replace(SPECIES["fox"], iris=eyes)


@pytest.mark.parametrize(
    ("sentence", "looks"),
    [
        ("black woman with an afro", ("dark skin", "afro")),
        ("a red-haired girl with freckles", ("red hair", "freckles")),
        ("bald man with a beard", ("bald", "bearded")),
        ("a black cat with a woman", ()),
        ("a grandma with purple hair", ("purple hair",)),
    ],
)
def test_how_somebody_looks_is_heard(library, sentence, looks):
    assert read(sentence, library).doing.looks == looks


def test_a_blonde_girl_is_who_a_sentence_is_about(library):
    understood = read("blonde girl with a cat", library)
    assert understood.heroes[0].label == "girl"
    assert [c.label for c in understood.companions] == ["cat"]


def test_bride_and_groom_are_two_and_dressed_apart(library):
    understood = read("bride and groom", library)
    assert understood.partner is not None
    assert (understood.heroes[0].label, understood.partner.label) == ("bride", "groom")


def test_a_dog_does_not_wear_the_vest_of_its_firefighter(library):
    vest = "#f08a2c"

    def inks(sentence: str) -> int:
        hero = cast(read(sentence, library), library, "badge", 1, needs_subject=True).hero
        assert hero is not None
        return sum(getattr(item, "paint", "") == vest for item in hero.drawing.items)

    assert inks("a firefighter and his dalmatian") == inks("a firefighter with a hose")


@pytest.mark.parametrize(
    ("sentence", "others"),
    [
        ("three friends around a campfire", ("woman",)),
        ("a dad with two daughters fishing", ("girl",)),
        ("four girls dancing", ("girl", "girl")),
        ("a couple holding hands", ()),
    ],
)
def test_as_many_people_are_there_as_were_said(library, sentence, others):
    assert read(sentence, library).others == others


def test_a_girl_scientist_is_a_girl_with_a_trade(library):
    understood = read("a girl scientist with a microscope", library)
    assert understood.heroes[0].label == "girl"
    assert "lab coat" in understood.doing.wears


def test_a_face_keeps_its_ink_where_another_can_go():
    skin, near = SPECIES["man"].base, "#e9bd92"
    canvas = Canvas(400, 400)
    for k, ink in enumerate((skin, near, "#4f9a5c", "#549f61")):
        canvas.fill(rect(100 * k, 0, 100, 400 if k else 60), ink)
    assert Merging(canvas.drawing()).into(3)[skin] == skin
