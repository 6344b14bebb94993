"""Puns that are known by heart: their words are set, and what they are about is drawn."""

from __future__ import annotations

import pytest

from pod.providers.embedded.puns import pictures, pun_in
from pod.providers.embedded.understanding import read
from pod.providers.embedded.voice import read_picture, voice_of

KNOWN = [
    ("otterly adorable otter", "otterly adorable", "otter"),
    ("bees knees pun with a bee wearing boots", "bees knees", "honeybee"),
    ("dont worry bee happy", "dont worry bee happy", "honeybee"),
    ("tea rex dinosaur drinking tea", "tea rex", "T-Rex"),
    ("taco bout awesome", "taco bout awesome", "taco"),
    ("i donut care", "i donut care", "pink doughnut"),
    ("avocuddle", "avocuddle", "avocados hugging"),
    ("Koala-Tea Time", "Koala-Tea Time", "koala"),
    ("egg-cellent teacher egg with glasses", "egg-cellent teacher", "egg"),
    ("sloth in a hammock, live slow die whenever", "live slow die whenever", "sloth"),
    ("trash panda wearing a tie", "trash panda", "raccoon"),
    ("i'm not lazy i'm on energy saving mode with a panda", "i'm not lazy i'm on energy saving mode", "panda"),
    ("hello my name is trouble raccoon", "hello my name is trouble", "raccoon"),
    ("coffee + books = happiness", "coffee + books = happiness", "cup of coffee"),
    ("raccoon eating pizza with trash panda on top", "trash panda", "raccoon"),
    ("salty soul mermaid", "salty soul", "mermaid"),
    ("weekend warrior kayak", "weekend warrior", "kayak"),
    ("la vie est belle flowers", "la vie est belle", "bouquet"),
    ("sweet 16 tiara", "sweet 16", "crown"),
    ("let's get lost in the mountains", "let's get lost in the mountains", "mountain"),
    ("respiratory therapist lungs", "respiratory therapist", "lungs"),
    ("speech therapist talk is cheap", "speech therapist talk is cheap", None),
    ("ballet mom tutu", "ballet mom", "ballet shoes"),
    ("key west florida rooster", "key west florida", "rooster"),
    ("goose enthusiast", "goose enthusiast", "goose"),
    ("lucys hen do prosecco", "lucys hen do", "glass of white wine"),
    ("deck the palms christmas flamingo", "deck the palms", "flamingo"),
    ("be brave little one fox", "be brave little one", "fox"),
    ("kiss me i'm a teacher", "kiss me i'm a teacher", "pencil"),
    ("you’re one in a melon", "you’re one in a melon", "watermelon"),
]


@pytest.mark.parametrize(("sentence", "words", "hero"), KNOWN)
def test_the_words_of_a_pun_are_set_and_what_it_is_about_is_drawn(library, sentence, words, hero):
    voice = voice_of(sentence, library)
    assert voice.words == words
    assert next((hero.label for hero in read_picture(voice, library).heroes), None) == hero


@pytest.mark.parametrize(
    "sentence",
    [
        "three bats hanging around in a tree",
        "a teacher with an apple",
        "a bee on a flower",
        "an otter with an otter pup",
        "a mouse holding cheese",
        "shellfish on ice",
        "first aid kit for nurses",
        "santa riding a sleigh",
        "sewing machine with flowers",
        "spooky pumpkin with a bat",
        "holly and ivy wreath",
        "knitting grandma cat",
        "crossing guard duck",
        "chess king and queen",
        "possum eating garbage like a queen",
    ],
)
def test_what_only_sounds_like_a_pun_is_a_picture(sentence):
    assert pun_in(sentence) is None


def test_each_pun_shows_something_that_can_be_drawn(library):
    assert [picture for picture in pictures() if not read(picture, library).heroes] == []
