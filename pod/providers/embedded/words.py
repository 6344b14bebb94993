"""English words by the part they play in a sentence, and how a word is cut down to its stem."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import snowballstemmer

_LISTS = tomllib.loads((Path(__file__).parent / "data" / "words.toml").read_text(encoding="utf-8"))


def _listed(name: str) -> frozenset[str]:
    return frozenset(_LISTS[name].split())


KIN = ("woman", "man", "grandma", "grandpa", "girl", "boy", "baby")
MOST_OF_A_KIND = 8
ALIKE, ON_SHOULDERS = "family-alike", "family-on-shoulders"


def member(who: str, number: int) -> str:
    """The one word that says in a sentence that is told anew how many of whom are in a family."""
    return f"family-{number}-{who}"


MEMBERS = {member(who, number): (who, number) for who in KIN for number in range(1, MOST_OF_A_KIND + 1)}
"""Words of our own by whom they stand for, and how many."""

STOP = _listed("stop") | MEMBERS.keys() | {ALIKE, ON_SHOULDERS}
STYLES = _listed("styles")
BREAKS = _listed("breaks")
VERBS = _listed("verbs")
MEASURES = _listed("measures")
NOT_VERBS = _listed("not_verbs")
ARTICLES = _listed("articles")
COLOURS = _listed("colours")
QUALITIES = _listed("qualities")
TIMES = _listed("times")
TRADES = _listed("trades")
INSTITUTIONS = _listed("institutions")
PRESENTERS = _listed("presenters")
SUBJECTS = _listed("subjects")
HOMONYMS = _listed("homonyms")
RELATIVES = _listed("relatives")
FACES = _listed("faces")
TOGETHER = _listed("together")

JOINS = frozenset({"and", "n", "&", "plus"})
"""What stands between two that are named together."""

LISTED = frozenset(word for listed in _LISTS.values() for word in listed.split()) | STOP
"""Every word of the lists: none of them is a slip of the pen."""

NUMBERS = (
    {"two": 2, "couple": 2, "pair": 2, "twin": 2, "three": 3, "trio": 3, "duo": 2, "twins": 2, "2": 2, "3": 3}
    | {
        word: number
        for number, word in enumerate(["four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 4)
    }
    | {str(number): number for number in range(4, 13)}
)
"""How many of the hero are drawn; more would be a pattern."""

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


def is_manner(word: str) -> bool:
    """How, in which colour, when: hardly ever what is to be drawn."""
    return word in STYLES or word in COLOURS or word in TIMES or word in QUALITIES


def tokens(text: str) -> tuple[str, ...]:
    return tuple(w.replace("’", "'") for w in _WORD.findall(text.lower()))


_stemmer = snowballstemmer.stemmer("english")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    return str(_stemmer.stemWord(word))


def form(word: str) -> str:
    """What a picture's words are found by: a phone box is no boxing glove, so a participle keeps its ending."""
    return f"{stem(word)}+ing" if word.endswith("ing") and stem(word) != word else stem(word)


def forms(words: Iterable[str]) -> str:
    return " ".join(form(word) for word in words)


def stems(words: Iterable[str]) -> str:
    return " ".join(stem(w) for w in words)
