"""What is not drawn though it was said, and the colour that people are not given."""

from __future__ import annotations

import pytest

from pod.imaging.colour import oklch
from pod.providers.embedded.casting import cast
from pod.providers.embedded.characters.looks import looking
from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.designer import draw
from pod.providers.embedded.kinds import NOT_FOR_CHILDREN
from pod.providers.embedded.people import persons
from pod.providers.embedded.understanding import read


@pytest.mark.parametrize("sentence", ["boy drinking beer", "girl with a kitchen knife", "toddler holding a wine glass"])
def test_no_child_is_drawn_with_drink_or_arms(data_dir, library, sentence):
    understood = read(sentence, library)
    assert (understood.held, understood.doing.holds, understood.companions) == (None, "", ())
    assert "is not drawn" in " ".join(draw(sentence, data_dir=data_dir, seed=1).notes)


def test_the_same_in_grown_hands_is_drawn(library):
    understood = read("man drinking beer", library)
    assert understood.held or understood.doing.holds


def test_nobody_is_ridden(library):
    understood = read("man riding a girl", library)
    assert (understood.ridden, understood.seat) == (None, None)


def test_nobody_is_behind_bars_but_birds(library):
    assert read("boy in a cage", library).doing.inside == ""
    assert read("parrot in a birdcage", library).doing.inside == "bird cage"


@pytest.mark.parametrize(
    ("sentence", "act"), [("man kissing a girl", ""), ("grandma kissing a boy", "kiss"), ("two otters kissing", "kiss")]
)
def test_a_kiss_is_for_equals_and_grandparents(library, sentence, act):
    assert read(sentence, library).act == act


@pytest.mark.parametrize("colour", ["yellow", "red", "green", "blue"])
@pytest.mark.parametrize("who", ["man", "woman", "dad with a grill", "nurse", "king", "family", "cowboy"])
def test_a_colour_before_people_changes_nobodys_skin(library, who, colour):
    plain, said = (
        cast(read(text, library), library, "sticker", 3, needs_subject=True).hero for text in (who, f"{colour} {who}")
    )
    assert said.drawing == plain.drawing


@pytest.mark.parametrize("said", ["black", "brown", "white"])
def test_a_skin_that_is_said_is_of_a_natural_tone(library, said):
    """Warm and neither black nor white: what the word means of a person."""
    hero = cast(read(f"{said} woman reading", library), library, "sticker", 3, needs_subject=True).hero
    skin = looking(SPECIES["woman"], read(f"{said} woman reading", library).doing.looks).base
    lightness, chroma, hue = oklch(skin)
    assert skin in hero.drawing.inks()
    assert 0.35 < lightness < 0.92
    assert chroma > 0.03
    assert 30 < hue < 90


def test_a_colour_before_an_animal_is_its_coat(library):
    plain, said = (
        cast(read(text, library), library, "sticker", 3, needs_subject=True).hero for text in ("fox", "blue fox")
    )
    assert said.drawing != plain.drawing


def test_people_are_people():
    assert {"man", "woman", "boy", "girl", "grandma", "grandpa"} < persons()
    assert persons() - {"man", "woman", "boy", "girl", "grandma", "grandpa"} == {"baby", "bride", "groom", "princess"}


@pytest.mark.parametrize(
    "text",
    [
        "mum with wine and daughter",
        "a fox and a boy drinking beer",
        "boy riding a beer bottle",
        "a girl with a flintlock",
        "a woman and a boy with cocktails",
    ],
)
def test_nothing_for_the_grown_is_drawn_where_a_child_is(library, text):
    understood = read(text, library)
    shown = {c.label for c in (*understood.taken, *understood.companions) if c}
    assert not shown & NOT_FOR_CHILDREN
    assert understood.doing.holds not in NOT_FOR_CHILDREN
    assert set(understood.unheard) & NOT_FOR_CHILDREN, "it is said to be left out"
