"""Families are drawn by who is in them, and by nobody else."""

from __future__ import annotations

import pytest

from pod.drawing.raster import rasterise
from pod.providers.embedded.casting import cast
from pod.providers.embedded.characters.doing import Doing
from pod.providers.embedded.households import household
from pod.providers.embedded.kindred import HOUSEHOLD, at_home
from pod.providers.embedded.understanding import read
from pod.providers.embedded.voice import voice_of
from pod.providers.embedded.words import ALIKE, ON_SHOULDERS, member, tokens


@pytest.mark.parametrize(
    ("typed", "members"),
    [
        ("dad of three girls", "1-man 3-girl"),
        ("mum of two boys", "1-woman 2-boy"),
        ("mother of four", "1-woman 2-girl 2-boy"),
        ("mum dad and two boys", "1-woman 1-man 2-boy"),
        ("two mums with a baby", "2-woman 1-baby"),
        ("grandma and grandad with five grandchildren", "1-grandma 1-grandpa 3-girl 2-boy"),
        ("grandad and his two grandsons", "1-grandpa 2-boy"),
        ("family of five", "1-woman 1-man 1-girl 2-boy"),
        ("three brothers", "3-boy"),
        ("big brother and little sister", "1-girl 1-boy"),
        ("mum and dad with newborn twins", "1-woman 1-man 2-baby alike"),
        ("identical twin girls", "2-girl alike"),
        ("triplets", "3-girl alike"),
        ("three generations of women", "1-woman 1-grandma 1-girl"),
        ("dad with a toddler on his shoulders", "1-man 1-boy on-shoulders"),
    ],
)
def test_a_family_is_told_by_its_members(typed, members):
    assert at_home(typed) == " ".join(["family", *(f"family-{one}" for one in members.split())])


@pytest.mark.parametrize(
    "typed",
    [
        "mug for my mum and her two boys",
        "mum and daughter baking",
        "family of five hiking",
        "couple with their dog and cat",
        "best dad of three girls day",
        "brother and sister on a swing",
        "boy and his dog",
        "soccer mom",
        "firefighter dad with his daughter",
        "two boys",
        "guinea pig mum with four babies",
        "cat mum of two",
        "bunny family of four",
        "snowman family of three",
    ],
)
def test_what_is_done_or_for_whom_it_is_makes_no_family_portrait(typed):
    assert at_home(typed) == typed


def test_who_is_in_a_family_is_no_saying(library):
    assert voice_of("mum and dad with a baby and a labrador", library).lines == ()
    assert voice_of("dad of three girls", library).lines == ("dad of three girls",)


def test_hair_that_is_said_stays_in_the_sentence():
    assert at_home("red haired mum with three ginger kids").endswith("family-1-boy with red hair")
    assert at_home("black dad with his baby girl").endswith("family-1-baby with dark skin")


def test_what_is_with_a_family_stays_in_the_sentence():
    assert at_home("family of three with a cat").endswith("family-1-boy with a cat")
    assert at_home("dad with a baby in a sling") == "dad holding a newborn baby"


def test_people_come_before_their_pets(library):
    understood = read("family of three with a cat", library)
    assert [understood.heroes[0].label, *(c.label for c in understood.companions)] == [HOUSEHOLD, "cat"]
    assert cast(understood, library, "badge", 1, needs_subject=True).left_out == ()


def picture(words, doing=None):
    figure = household(words, Doing(looks=("fair skin",)) if doing is None else doing)
    return rasterise(figure.drawing, 96).tobytes()


def test_every_member_is_seen():
    of_three, of_four = (picture((member("man", 1), member("girl", number))) for number in (3, 4))
    assert of_three != of_four


def test_twins_look_the_same_and_sisters_do_not():
    sisters = (member("girl", 2),)
    assert picture(sisters) != picture((*sisters, ALIKE))


def test_who_is_carried_is_higher_than_who_carries():
    carried = household((member("man", 1), member("boy", 1), ON_SHOULDERS)).silhouette.bounds
    beside = household((member("man", 1), member("boy", 1))).silhouette.bounds
    assert carried[2] - carried[0] < beside[2] - beside[0]


def test_a_family_has_the_hair_and_the_hats_that_are_said(library):
    red = picture((member("girl", 2), *tokens("with red hair")), Doing())
    hats = picture((), Doing(wears=("santa hat",), looks=("fair skin",)))
    assert red != picture((member("girl", 2),), Doing())
    assert hats != picture(())
