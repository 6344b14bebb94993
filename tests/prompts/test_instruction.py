"""What a sentence asks of a picture: words, cloth, ground, shadow and outline by rule; the rest in the shopper's words."""

from __future__ import annotations

import pytest

from pod.model.edit import TouchKind
from pod.model.errors import InputRefused
from prompts import instructed, read_instruction, style_asked
from tests.contracts.provider_contract import a_prompt

CLOTHS = ("white", "black", "navy", "heather grey")
GONE, SHADOW, OUTLINE = TouchKind.REMOVE_GROUND, TouchKind.SHADOW, TouchKind.OUTLINE


def read(sentence: str, subject: str = "a fox reading a book", product: str = "tee"):
    return read_instruction(sentence, cloths=CLOTHS, product=product, subject=subject)


@pytest.mark.parametrize(
    ("sentence", "cloth"),
    [
        ("change the shirt to navy", "navy"),
        ("make the shirt black", "black"),
        ("put it on a navy shirt", "navy"),
        ("print it on a white tee instead", "white"),
        ("Could you change the colour of the shirt to heather grey, please?", "heather grey"),
        ("the shirt in navy", "navy"),
        ("change the cloth to black", "black"),
    ],
)
def test_another_cloth(sentence, cloth):
    asked = read(sentence)
    assert (asked.cloth, asked.lettering, asked.touches, asked.told) == (cloth, None, (), "")


def test_a_shirt_in_the_drawing_is_no_cloth():
    assert read("make the shirt red", subject="a bear in a shirt").cloth is None
    assert read("make the fox’s shirt red").cloth is None
    assert read("make the mug navy").cloth is None
    assert read("make the mug navy", product="mug-11oz").cloth == "navy"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("change the words to “READ MORE”", "READ MORE"),
        ("change the words to SALT AND PEPPER", "SALT AND PEPPER"),
        ('replace "READ ON" with "READ MORE"', "READ MORE"),
        ("change the caption from 'Read on' to 'Don't stop'", "Don't stop"),
        ("make it say 'hello world'", "hello world"),
        ('add the words "GO"', "GO"),
        ("remove the words", ""),
        ("take off the lettering", ""),
    ],
)
def test_other_words(sentence, words):
    asked = read(sentence)
    assert (asked.lettering, asked.cloth, asked.touches, asked.told) == (words, None, (), "")


@pytest.mark.parametrize(
    ("sentence", "touches"),
    [
        ("remove the background", [GONE]),
        ("please cut out the white background", [GONE]),
        ("make the background transparent", [GONE]),
        ("transparent background", [GONE]),
        ("add a drop shadow", [SHADOW]),
        ("add a soft black drop shadow behind it", [SHADOW]),
        ("give it a thick white outline", [OUTLINE]),
        ("add a border around it", [OUTLINE]),
        ("remove the background and add a drop shadow", [GONE, SHADOW]),
    ],
)
def test_what_is_done_here(sentence, touches):
    asked = read(sentence)
    assert ([t.kind for t in asked.touches], asked.told) == (touches, "")


def test_the_ink_of_an_outline_is_the_one_that_was_named():
    assert [t.ink for t in read("give it a white outline").touches] == ["#ffffff"]
    assert [t.ink for t in read("add an outline").touches] == [""]


@pytest.mark.parametrize(
    "sentence",
    ["do not remove the background", "never add a drop shadow", "the shadow of the tree should be longer"],
)
def test_what_is_not_asked_for_is_not_done(sentence):
    asked = read(sentence)
    assert (asked.touches, asked.told) == ((), sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "make the fox blue",
        "turn the fox's fur light blue",
        "paint the moon yellow and make the fox happy",
        "make it happier",
        "make the fox look sleepy",
        "in woodcut style",
    ],
)
def test_a_colour_a_mood_or_a_style_can_be_drawn_again_from_the_recipe(sentence):
    asked = read(sentence)
    assert (asked.told, asked.redraws) == (sentence, True)


@pytest.mark.parametrize("sentence", ["give the fox a hat", "make the fox blue and give it a hat", "make it darker"])
def test_anything_else_cannot(sentence):
    asked = read(sentence)
    assert (asked.told, asked.redraws) == (sentence, False)


def test_each_part_of_a_sentence_goes_where_it_belongs():
    asked = read("give the fox a hat, change the shirt to navy, add a drop shadow and the words should say “GO”")
    assert (asked.told, asked.cloth, asked.lettering) == ("give the fox a hat", "navy", "GO")
    assert [t.kind for t in asked.touches] == [SHADOW]


def test_a_style_is_named_as_people_name_it():
    assert style_asked("make it a linocut") == "woodcut"
    assert style_asked("make the fox blue") == ""


def test_a_model_is_told_the_change_and_to_leave_the_rest():
    prompt = a_prompt("a fox", ground="Flat green.", wordless="Shapes only.")
    told = instructed("give it a hat", prompt)
    assert told.startswith("Give it a hat. Change nothing else")
    assert told.endswith("Shapes only. Flat green.")


@pytest.mark.parametrize(("sentence", "code"), [("  ", "empty_instruction"), ("x" * 501, "instruction_too_long")])
def test_no_sentence_and_too_long_a_one_are_refused(sentence, code):
    with pytest.raises(InputRefused) as refused:
        read(sentence)
    assert refused.value.code == code
