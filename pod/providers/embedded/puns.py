"""Puns and sayings that are known by heart: “otterly awesome”, “the bees knees”, “taco bout a great teacher”.

Their words are set and none of them is drawn. What a pun shows where the sentence names nothing else is in ``data/puns.toml``;
``data/slogans.toml`` are sayings that may show anything.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from pod.providers.embedded.words import ARTICLES, BREAKS, NUMBERS, STOP, tokens


@dataclass(frozen=True, slots=True)
class Pun:
    """`words` as they were typed, from `start` to `end`; `picture` is drawn where nothing is named beside them."""

    words: str
    picture: str
    start: int
    end: int


_AT_THE_END = re.compile(r"(?:\s+(?:on top|underneath|below|above|beneath|on it|at the (?:top|bottom)))?[\s.!]*$")


_LINK_BEFORE = re.compile(r"(?:with|and)\s*$", re.IGNORECASE)


def pun_in(text: str) -> Pun | None:
    """The longest that begins a clause, or ends the sentence after a picture: “sloth with coffee, live slow die whenever”. What
    somebody does (“three bats hanging around”) is none."""
    spelled = text.replace("’", "'").lower()
    found = [pun for pun in _found(text, spelled) if _is_said(text, pun)]
    return max(found, key=lambda pun: len(pun.words), default=None)


def without_where(pun: Pun, text: str) -> str:
    """The text without the pun and where it is to stand: “with … on top”."""
    after = "" if _AT_THE_END.match(text, pun.end) else text[pun.end :]
    return f"{_LINK_BEFORE.sub('', text[: pun.start])}{pun.words}{after}"


def goes_on(pun: Pun, said: str, is_named: Callable[[str], bool]) -> bool:
    """“let's get lost in the mountains”, “speech therapist talk is cheap”: the saying has more of it, and none is a picture."""
    before, found, after = said.partition(pun.words)
    rest = tokens(after)
    if found and before.strip() and (_LEADS.fullmatch(before.strip()) or not pun.words.count(" ")):
        return True
    if not found or before.strip() or not rest:
        return False
    named = any(is_named(word) for word in rest if word not in STOP) or any(
        map(is_named, map(" ".join, pairwise(rest)))
    )
    return rest[0] in STOP - _BESIDE or not named


def needs_its_animal(pun: Pun, before: str, after: str, is_animal: Callable[[str], bool]) -> bool:
    """“trash panda wearing a tie”, “dachshund through the snow christmas”: who wears it is in the pun."""
    told = tokens(after)
    who = any(map(is_animal, tokens(pun.picture))) and not any(map(is_animal, told))
    bare = bool(told) and (told[0] in BREAKS or told[0].endswith("ing") or (len(told) == 1 and told[0] in _WHEN))
    return who and bare and not before.strip()


_LEADS = re.compile(r"i(?:['’]?m| am) an? (?:[\w’'-]+ ?){1,3},", re.IGNORECASE)
"""“i'm a beekeeper, | bee kind” is said as a whole."""

_BESIDE = frozenset({"with", "and", "featuring", "a", "an", "two", "three", "design", "for", "something"})
_WHEN = frozenset({"christmas", "halloween", "birthday", "easter", "valentine", "valentines"})


def pictures() -> tuple[str, ...]:
    return tuple(_table("puns"))


def _found(text: str, spelled: str) -> Iterator[Pun]:
    for picture, phrase, hint in _phrases():
        if hint in spelled:  # few are compiled: a sentence has the words of two or three of them
            for match in _pattern(phrase).finditer(spelled):
                yield Pun(text[match.start() : match.end()], picture, match.start(), match.end())


def _is_said(text: str, pun: Pun) -> bool:
    before = tokens(text[: pun.start])
    if not before or text[: pun.start].rstrip()[-1:] in ",;:.!?–—-":
        return True
    if not _AT_THE_END.match(text, pun.end):
        return False
    if text[pun.end :].strip(" .!"):  # “with trash panda on top”
        return before[-1] in ("with", "and")
    pictured = before[0] not in ARTICLES and before[0] not in NUMBERS and before[-1] not in STOP
    return pictured and not tokens(pun.words)[0].endswith("ing")


@cache
def _phrases() -> tuple[tuple[str, str, str], ...]:
    """What each shows (a slogan: whatever is named beside it), the phrase, and a piece that all of its forms have."""
    slogans = _table("slogans")
    lists = {name: "|".join(words) for name, words in slogans.pop("lists").items()}
    known = [*_table("puns").items(), *(("", phrases) for phrases in slogans.values())]
    return tuple(
        (picture, listed, _hint(listed))
        for picture, phrases in known
        for listed in (_listed(p, lists) for p in phrases)
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "data" / f"{name}.toml").read_text(encoding="utf-8"))


def _listed(phrase: str, lists: Mapping[str, str]) -> str:
    return re.sub(r"<([a-z]+)>", lambda name: f"(?:{lists[name[1]]})", phrase)


_CLASS = re.compile(r"\[[^\]]*\][?*+]?|\\.")
_CHOICE = re.compile(r"\([^()]*\)\??")


def _hint(phrase: str) -> str:
    """A piece that stands in all of its forms."""
    phrase = _CLASS.sub(" ", phrase)
    while _CHOICE.search(phrase):
        phrase = _CHOICE.sub(" ", phrase)
    return max(re.findall(r"[a-z]+", re.sub(r".[?*]", " ", phrase)), key=len, default="")


_ANY_WORD = r"(?!(?:with|and|in|on|for|from|wearing|holding|drinking|eating)\b)[\w'-]+"
_TO_WHOM = r"(?:(?:you'?re|you are|i'?m|we'?re|life is|feeling|stay)(?: (?:so|just|my|the))?)"
_LAST_WORD = r"(?: (?:teacher|birthday|day|m[ou]m|dad|friends?|nurse|christmas|easter|year|time|together|coach|grand(?:m|p)a|boss|team|you|it))?"


@lru_cache(maxsize=400)
def _pattern(phrase: str) -> re.Pattern[str]:
    regex = phrase.replace("(*)?", "\0")
    regex = re.sub(r"~\??", "[ -]?", re.sub(r"'\??", "'?", regex))
    regex = re.sub(r"(?<![\w)\]])\*", lambda _: _ANY_WORD, regex).replace("\0", _LAST_WORD)
    return re.compile(rf"(?<![\w'-])(?:{_TO_WHOM} )?(?:{regex})(?![\w'-])")
