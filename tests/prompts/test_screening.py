"""Screening finds hidden names and leaves innocent sentences alone."""

from __future__ import annotations

import hashlib

import pytest

from pod.model.errors import Problems
from pod.model.screening import HouseWord, HouseWords
from prompts import screen
from prompts.screening_lists import our_lists, read_lists
from tests.prompts.sets import HERE, score, sentences


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
        ("n1ke shoes", "n1ke shoes", "brand"),
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


ENTRIES = our_lists().entries
FRAMES = ("a drawing with {}", "the {} at night", "my two {}", "{}")

every_entry = pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: " ".join(e.phrases[0]))


@every_entry
def test_every_listed_phrase_is_refused_with_a_wording_that_passes(entry):
    for n, phrase in enumerate(entry.phrases):
        refused = screen(FRAMES[n % len(FRAMES)].format(" ".join(phrase)))
        assert refused, phrase
        assert screen(refused[0].details["rewording"]) == (), phrase
        assert refused[0].details["rewording"] in refused[0].hint


@every_entry
def test_what_is_offered_instead_passes_by_itself(entry):
    assert screen(entry.instead) == ()


@every_entry
def test_every_entry_says_where_it_comes_from_and_when_it_was_looked_at(entry):
    assert len(entry.source) > 10
    assert entry.checked_on >= "2026-11-26"


@pytest.mark.parametrize("free", our_lists().free, ids=lambda f: " ".join(f.phrases[0]))
def test_what_is_in_the_public_domain_passes_and_says_why(free):
    assert [phrase for phrase in free.phrases if screen(f"a drawing of {' '.join(phrase)} at tea")] == []
    assert free.reason.endswith(".")


def test_a_longer_name_around_a_free_one_is_still_refused():
    assert screen("the little mermaid") == ()
    assert len(screen("the little mermaid ariel")) == 1


LABELLED = sentences("labelled")


def test_the_labelled_sentences_are_many_half_of_them_innocent_and_none_twice():
    innocent = [row for row in LABELLED if not row.category]
    assert len({row.text for row in LABELLED}) == len(LABELLED) >= 400
    assert 0.4 <= len(innocent) / len(LABELLED) <= 0.6
    ways = {
        "exact",
        "spaced",
        "leet",
        "accents",
        "look-alike",
        "hidden",
        "plural",
        "possessive",
        "script",
        "joined",
        "masked",
    }
    assert {row.kind for row in LABELLED if row.category} == ways


def test_the_labelled_sentences_are_sorted_as_promised():
    found = score(LABELLED)
    assert found.precision >= 0.97, found.false_alarms
    assert found.recall >= 0.95, found.missed


def test_the_held_out_sentences_are_as_they_were_before_the_lists_were_made():
    texts = (HERE / "held_out" / f"{which}.toml" for which in ("pass", "refuse"))
    assert [hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in texts] == [
        "30436a71e3a6513d",
        "34271cf4f140ec18",
    ]


def test_the_held_out_sentences_are_sorted_as_promised():
    held_out = sentences("held_out")
    assert len(held_out) >= 150
    # counted and not listed: whoever reads the rows tunes on them
    found = score(held_out)
    assert (found.precision >= 0.97, found.recall >= 0.95) == (True, True)


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


def test_a_shop_refuses_words_of_its_own_and_offers_what_it_likes():
    house = HouseWords(refused=(HouseWord("acme corp", instead="a shop of your own"),))
    (found,) = screen("the Acme-Corp tower", house)
    assert (found.code, found.details["rewording"]) == ("screened_house", "a shop of your own tower")
    assert screen("the Acme-Corp tower") == ()


def test_a_shop_with_a_licence_lets_a_name_pass_and_no_longer_one():
    house = HouseWords(allowed=(HouseWord("gruffalo", why="licensed until 2028"),))
    assert screen("the Gruffalo in the wood", house) == ()
    assert len(screen("the Gruffalo and Snoopy", house)) == 1


def test_what_a_shop_refuses_is_refused_although_the_public_may_draw_it():
    house = HouseWords(refused=(HouseWord("dracula"),))
    assert screen("Dracula at tea") == ()
    assert len(screen("Dracula at tea", house)) == 1


@pytest.mark.parametrize("text", ["a", "*" * 400, "a-" * 250, "d i s " * 80, "ピ" * 400, "#" + "a" * 400, "𝐃" * 400])
def test_no_sentence_takes_long_to_screen(text):
    # a search that tries every split would not come back before the run's own limit
    assert screen(text) == ()


def test_a_wrong_list_says_everything_that_is_wrong(tmp_path):
    (tmp_path / "own.toml").write_text('category = "house"\n[[entries]]\nword = ["x"]\n', encoding="utf-8")
    with pytest.raises(Problems) as refused:
        read_lists(tmp_path)
    assert [where for where, _ in refused.value.problems] == [
        "own.toml: reason",
        "own.toml, entries[0]: words",
        "own.toml, entries[0]: instead",
        "own.toml, entries[0]: source",
        "own.toml, entries[0]: checked_on",
        "own.toml, entries[0]: word",
    ]
