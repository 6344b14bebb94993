"""Puns and sayings that are known by heart: “otterly awesome”, “the bees knees”, “taco bout a great teacher”.

Their words are set and none of them is drawn. What each shows where the sentence names nothing else is in ``data/puns.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from pod.providers.embedded.words import ARTICLES, NUMBERS, STOP, tokens


@dataclass(frozen=True, slots=True)
class Pun:
    """`words` as they were typed, from `start` to `end`; `picture` is drawn where nothing is named beside them."""

    words: str
    picture: str
    start: int
    end: int


_AT_THE_END = re.compile(r"[\s.!]*$")


def pun_in(text: str) -> Pun | None:
    """The longest that begins a clause, or ends the sentence after a picture: “sloth with coffee, live slow die whenever”. What
    somebody does (“three bats hanging around”) is none."""
    spelled = text.replace("’", "'").lower()
    found = [pun for pun in _found(text, spelled) if _is_said(text, pun)]
    return max(found, key=lambda pun: len(pun.words), default=None)


def pictures() -> tuple[str, ...]:
    return tuple(dict.fromkeys(picture for picture, _, _ in _phrases()))


def _found(text: str, spelled: str) -> Iterator[Pun]:
    for picture, phrase, hint in _phrases():
        if hint in spelled:  # few are compiled: a sentence has the words of two or three of them
            for match in _pattern(phrase).finditer(spelled):
                yield Pun(text[match.start() : match.end()], picture, match.start(), match.end())


def _is_said(text: str, pun: Pun) -> bool:
    before = tokens(text[: pun.start])
    if not before or text[: pun.start].rstrip()[-1:] in ",;:.!?–—-":
        return True
    ends = bool(_AT_THE_END.match(text, pun.end))
    pictured = before[0] not in ARTICLES and before[0] not in NUMBERS and before[-1] not in STOP
    return ends and pictured and not tokens(pun.words)[0].endswith("ing")


@cache
def _phrases() -> tuple[tuple[str, str, str], ...]:
    table = tomllib.loads((Path(__file__).parent / "data" / "puns.toml").read_text(encoding="utf-8"))
    return tuple((picture, phrase, _hint(phrase)) for picture, phrases in table.items() for phrase in phrases)


_CHOICE = re.compile(r"\([^()]*\)\??")


def _hint(phrase: str) -> str:
    """A piece that stands in all of its forms."""
    while _CHOICE.search(phrase):
        phrase = _CHOICE.sub(" ", phrase)
    return max(re.findall(r"[a-z]+", re.sub(r".[?*]", " ", phrase)), key=len, default="")


_ANY_WORD = r"(?!(?:with|and|in|on|for|from|wearing|holding|drinking|eating)\b)[\w'-]+"
_LAST_WORD = r"(?: (?:teacher|birthday|day|m[ou]m|dad|friends?|nurse|christmas|easter|year|time|together|coach|grand(?:m|p)a|boss|team|you|it))?"


@lru_cache(maxsize=200)
def _pattern(phrase: str) -> re.Pattern[str]:
    regex = phrase.replace("(*)?", "\0")
    regex = re.sub(r"~\??", "[ -]?", re.sub(r"'\??", "'?", regex))
    regex = re.sub(r"(?<![\w)\]])\*", lambda _: _ANY_WORD, regex).replace("\0", _LAST_WORD)
    return re.compile(rf"(?<![\w'-]){regex}(?![\w'-])")
