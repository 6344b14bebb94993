"""Screening finds hidden names and leaves innocent sentences alone."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from pod.model.errors import Problems
from prompts import screen
from prompts.screening import entries, read_lists

HERE = Path(__file__).parent

INNOCENT = [
    "a jaguar in the jungle at night",
    "an apple pie on a windowsill",
    "shells on the beach",
    "the winged Nike of Samothrace, Greek goddess statue",
    "Amazon river dolphin",
    "a mouse eating cheese",
    "a target with three arrows",
    "thor's hammer from Norse mythology",
    "a goose on the loose, silly moose",
    "a messy room with a lollipop",
    "a trumpet player at dusk",
    "grape vines and rapeseed flowers",
    "cocoa and hero in a heroine's cape",
    "suicide prevention awareness ribbon",
    "a classic pub scene in Scunthorpe",
    "cockatoo and blue tit",
    "a spider and a man on the moon",
    "an iron kettle and a woman with a bat",
    "Paris fashion channel surfing",
    "a princess in a frozen castle",
    "stars at war with the night",
    "a stitch in time, lilac thread",
    "u s a road trip 2026",
    "my 3 cats and 4 dogs, 100% love",
    "a mustang horse running",
    "never again: anti-nazi memorial candle",
    "a portable gas stove by the lake",
    "mario-coloured mushrooms",
]


@pytest.mark.parametrize("text", INNOCENT)
def test_an_innocent_sentence_passes(text):
    assert screen(text) == ()


@pytest.mark.parametrize(
    ("text", "words", "category"),
    [
        ("Mickey Mouse on the moon", "Mickey Mouse", "character"),
        ("M1ckey M0use on the moon", "M1ckey M0use", "character"),
        ("mickeymouse on the moon", "mickeymouse", "character"),
        ("d i s n e y castle", "d i s n e y", "character"),
        ("d.i.s.n.e.y castle", "d.i.s.n.e.y", "character"),
        ("ＤＩＳＮＥＹ castle", "ＤＩＳＮＥＹ", "character"),
        ("a dіsnеy castle", "dіsnеy", "character"),  # Cyrillic і and е
        ("h e l l o kitty", "h e l l o kitty", "character"),
        ("dis\u200bney castle", "disney", "character"),
        ("pokémon!!! with friends", "pokémon", "character"),
        ("a pikachuuuu", "pikachuuuu", "character"),
        ("Batman's cape", "Batman's", "character"),
        ("the mouse from the famous cartoon", "mouse from the famous cartoon", "character"),
        ("a Coca-Cola can", "Coca-Cola", "brand"),
        ("n1ke shoes", "n1ke", "brand"),
        ("a portrait of Taylor Swift", "Taylor Swift", "likeness"),
        ("a sw4stika", "sw4stika", "content"),
    ],
)
def test_a_name_is_found_however_it_is_spelled(text, words, category):
    (found,) = screen(text)
    assert found.code == f"screened_{category}"
    assert found.details["words"] == words
    assert words in found.message
    assert found.details["reason"] in found.message


def test_the_rewording_keeps_the_rest_of_the_sentence_and_passes():
    (found,) = screen("a watercolour of the mouse from the famous cartoon, waving")
    assert found.details["rewording"] == "a watercolour of a cartoon mouse of your own with round glasses, waving"
    assert found.hint == f"This would pass: “{found.details['rewording']}”."
    assert screen(found.details["rewording"]) == ()


def test_every_problem_is_named_at_once_and_one_rewording_mends_all():
    found = screen("Darth Vader drinking Pepsi with Taylor Swift")
    assert [e.details["category"] for e in found] == ["character", "brand", "likeness"]
    assert len({e.details["rewording"] for e in found}) == 1
    assert screen(found[0].details["rewording"]) == ()


@pytest.mark.parametrize("entry", entries(), ids=lambda e: " ".join(e.phrases[0]))
def test_every_suggested_rewording_passes_by_itself(entry):
    assert screen(entry.instead) == ()


@pytest.mark.parametrize("entry", entries(), ids=lambda e: " ".join(e.phrases[0]))
def test_every_listed_phrase_is_found(entry):
    for phrase in entry.phrases:
        assert screen("a drawing with " + " ".join(phrase)), phrase


ORDINARY = [
    line
    for line in (HERE / "ordinary_sentences.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
REFUSED = [
    (text, words, category)
    for category, rows in tomllib.loads((HERE / "refused_sentences.toml").read_text(encoding="utf-8")).items()
    for text, words in rows
]


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_sentence_passes(text):
    assert [e.details["words"] for e in screen(text)] == []


@pytest.mark.parametrize(("text", "words", "category"), REFUSED, ids=[text for text, _, _ in REFUSED])
def test_what_must_not_be_printed_is_named_with_words_that_pass(text, words, category):
    (found,) = screen(text)
    assert (found.details["words"], found.details["category"]) == (words, category)
    assert found.message == f"“{words}” {found.details['reason']}."
    assert screen(found.details["rewording"]) == ()
    assert found.details["rewording"] in found.hint


def test_there_are_enough_of_both_and_none_twice():
    assert len(set(ORDINARY)) == len(ORDINARY) >= 60
    assert len({text for text, _, _ in REFUSED}) == len(REFUSED) >= 40


@pytest.mark.parametrize(
    ("text", "rewording"),
    [
        ("a cute Mickey Mouse", "a cute cartoon mouse of your own with round glasses"),
        ("the Mickey Mouse", "a cartoon mouse of your own with round glasses"),
        ("a portrait of Taylor Swift", "a portrait of a pop singer of your own on a stage"),
        ("a cat riding Pikachu", "a cat riding a small electric creature of your own"),
    ],
)
def test_a_rewording_keeps_one_article(text, rewording):
    assert screen(text)[0].details["rewording"] == rewording


def test_three_letters_are_not_stretched_into_others():
    assert screen("a monogram KK") == ()
    assert len(screen("a KKK monogram")) == 1


def test_an_exception_holds_only_where_it_stands():
    assert screen("nike goddess of victory") == ()
    assert len(screen("nike shoes")) == 1


def test_a_wrong_list_says_everything_that_is_wrong(tmp_path):
    (tmp_path / "own.toml").write_text('category = "house"\n[[entries]]\nword = ["x"]\n', encoding="utf-8")
    with pytest.raises(Problems) as refused:
        read_lists(tmp_path)
    assert [where for where, _ in refused.value.problems] == [
        "own.toml: reason",
        "own.toml, entries[0]: words",
        "own.toml, entries[0]: instead",
        "own.toml, entries[0]: word",
    ]


def test_a_shops_own_list_is_read_beside_ours(tmp_path):
    text = 'category = "house"\nreason = "is not ours"\n[[entries]]\nwords = ["acme corp"]\ninstead = "a shop"\n'
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    (entry,) = read_lists(tmp_path)
    assert entry.phrases == (("acme", "corp"),)
