"""Sentence → picture, and who does what with it, measured on five lists of sentences of different age."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from pod.providers.embedded.keywords import aliases, index_of
from pod.providers.embedded.understanding import read
from prompts import read_sentence

LISTS = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))
HUNDRED = Path(__file__).parent.parent / "data" / "sentences_100_labelled.toml"


def misses(library, name: str, rows: list[dict] | None = None) -> list[tuple[str, str, list[str]]]:
    """(sentence, picture that was chosen or "", pictures that would be right) of each sentence that is not understood."""
    wrong = []
    for row in rows or LISTS[name]:
        heroes = read(read_sentence(row["say"]).subject, library).heroes
        chosen = heroes[0].label if heroes else ""
        if chosen not in (row["draw"] or [""]):
            wrong.append((row["say"], chosen, row["draw"]))
    for say, chosen, right in wrong:
        print(  # noqa: T201 - the misses are the result, passed or not
            f"{name}: “{say}” became {chosen or 'ornament'}, wanted {' or '.join(right) or 'ornament'}"
        )
    return wrong


@pytest.mark.parametrize(
    ("name", "sentences", "missed", "wrong"),
    [
        ("known", 60, 0, 0),
        ("held_out", 40, 1, 0),
        ("fresh", 40, 2, 0),
        ("told", 40, 1, 0),
        ("unseen", 40, 1, 0),
    ],
)
def test_a_sentence_is_drawn_as_what_it_is_about(library, name, sentences, missed, wrong):
    assert len(LISTS[name]) == sentences
    found = misses(library, name)
    assert len(found) <= missed
    assert len([chosen for _, chosen, _ in found if chosen]) <= wrong, "ornament is better than a wrong picture"


@pytest.mark.parametrize(("name", "related", "shown"), [("told", 22, 20), ("unseen", 23, 21)])
def test_what_stands_beside_the_subject_is_drawn_too(library, name, related, shown):
    rows = [row for row in LISTS[name] if row.get("also")]
    assert len(rows) == related
    missed = [row["say"] for row in rows if not set(row["also"]) & beside(read(row["say"], library))]
    print(missed)  # noqa: T201 - the misses are the result, passed or not
    assert len(rows) - len(missed) >= shown


def beside(understood) -> set[str]:
    """Everything in the picture but the hero, by name; a layout has room for two companions."""
    doing, pictures = understood.doing, (understood.held, understood.balanced, *understood.companions[:2])
    own = (*doing.wears, doing.holds, doing.on_head, doing.rides, doing.inside)
    return {*own, *(picture.label for picture in pictures if picture)} - {""}


@pytest.mark.parametrize(
    "row", [row for row in LISTS["known"] if "style" in row or "lettering" in row], ids=lambda row: row["say"]
)
def test_style_and_lettering_are_heard_beside_the_subject(row):
    sentence = read_sentence(row["say"])
    assert sentence.lettering == row.get("lettering", "")
    assert row.get("style", "") in {*sentence.styles, ""}


def test_of_all_labelled_sentences_97_in_a_hundred_are_right(library):
    everything = list(LISTS)
    sentences = sum(len(LISTS[name]) for name in everything)
    missed = sum(len(misses(library, name)) for name in everything)
    assert sentences >= 200
    assert missed <= 0.03 * sentences


def test_a_hundred_that_nobody_tunes_to_are_understood_as_well_as_they_were(library):
    rows = tomllib.loads(HUNDRED.read_text(encoding="utf-8"))["blind"]
    found = misses(library, "blind", rows)
    assert len(rows) == 100
    assert len(found) <= 12
    assert len([chosen for _, chosen, _ in found if chosen]) <= 8


@pytest.mark.parametrize(
    ("file", "name", "missed", "wrong"),
    [
        ("sentences_shoppers", "shoppers", 3, 0),
        ("sentences_shoppers_apart", "apart", 6, 1),
        ("sentences_shoppers_again", "again", 3, 0),
        ("sentences_shoppers_kept", "kept", 7, 0),
        ("sentences_shoppers_fresh", "fresh", 8, 3),
    ],
)
def test_what_shoppers_type_is_drawn_as_what_they_expect(library, file, name, missed, wrong):
    """Gifts, hobbies, jobs, in-jokes, pets, places, holidays, quotes, slogans, foods, events, sports and slips of the pen.
    What the first reading of each list was stands in its file."""
    rows = tomllib.loads((HUNDRED.parent / f"{file}.toml").read_text(encoding="utf-8"))[name]
    found = misses(library, name, rows)
    assert len(rows) == 100
    assert len(found) <= missed
    assert len([chosen for _, chosen, _ in found if chosen]) <= wrong


def test_tags_alone_are_no_answer(library):
    """Tempura is a tag of one fried shrimp, and more than that."""
    assert "tempura" in library_tags(library, "fried shrimp")
    assert read("tempura on a table", library).heroes == ()


def library_tags(library, label: str) -> set[str]:
    rows = json.loads((library.packages / "emojibase" / "data.json").read_text(encoding="utf-8"))
    return next(set(row["tags"]) for row in rows if row["label"] == label)


def test_every_alias_names_a_picture_that_can_be_drawn(library):
    index = index_of(library)
    assert len(aliases()) >= 1500
    assert [phrase for phrase in aliases() if not index.alias(phrase.split())] == []


@pytest.mark.parametrize(
    ("text", "hero"),
    [
        ("a bowl of ramen", "steaming bowl"),
        ("an otter barista", "otter"),
        ("fish taco", "taco"),
        ("rainy day with an umbrella", "open umbrella"),
        ("eat sleep climb repeat", "person climbing"),
        ("🦊 under the 🌙", "fox"),
        ("“tacos” and nothing else", "taco"),
    ],
)
def test_the_head_of_the_sentence_wins(library, text, hero):
    assert read(text, library).heroes[0].label == hero


@pytest.mark.parametrize("text", ["", "zxqv blorp", "ثعلب", "1234"])
def test_what_nobody_can_know_has_no_hero(library, text):
    assert read(text, library).heroes == ()
