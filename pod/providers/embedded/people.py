"""Who is drawn for a word that names people: one of Pod's own, or two."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from pod.providers.embedded.characters.trades import trade_of
from pod.providers.embedded.kinds import WOMEN, is_of_a_woman
from pod.providers.embedded.words import NUMBERS

_TABLE = Path(__file__).with_name("data") / "people.toml"


@cache
def _people() -> Mapping[str, tuple[str, ...]]:
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    ones = {word: (who,) for who, words in table["people"].items() for word in words}
    return ones | {word: tuple(who) for word, who in table["groups"].items()}


SHOWN_ALONE = frozenset(
    {
        "bride and groom",
        "groom and bride",
        "couple",
        "elderly couple",
        "gay couple",
        "lesbian couple",
        "old couple",
        "newlyweds",
        "grandparents",
    }
)
"""Who is the picture where nothing is said of them but that: “bride and groom”; “sisters” are a saying."""


@cache
def persons() -> frozenset[str]:
    """Every character that is a person."""
    return frozenset(who for several in _people().values() for who in several)


def people_called(said: str) -> tuple[str, ...]:
    """The characters that the words name, or those that a trade is drawn with; () for what names nobody."""
    if who := _people().get(said, ()):
        return who
    trade = trade_of(said)
    if trade is None:
        return ()
    one = trade.drawn_as or ("woman" if trade.name in WOMEN or is_of_a_woman(said) else "man")
    return (one, one) if said not in (trade.name, *trade.also) else (one,)


_TWO, _MOST_OTHERS = 2, 3
_LONGEST = 3
"""Words of the longest trade."""


def _called_at(words: Sequence[str], at: int) -> tuple[str, ...]:
    """Who the words that begin there name: “players” alone are nobody, “pickleball players” are."""
    named = (people_called(" ".join(words[at : at + length])) for length in range(1, _LONGEST + 1))
    return next((who for who in named if len(who) >= _TWO), ())


def children_among(words: Sequence[str], species: Sequence[str], places: Sequence[int]) -> tuple[str, ...]:
    """“a couple with three kids”: who there is besides the couple, whose `species` are named at those `places`, as many as are
    said of each word."""
    found: list[str] = []
    for at in sorted(set(places)):
        kinds = [one for one, place in zip(species, places, strict=True) if place == at]
        told = next((NUMBERS[word] for word in reversed(words[max(0, at - 2) : at]) if word in NUMBERS), len(kinds))
        found += [kinds[i % len(kinds)] for i in range(told)]
    return tuple(found[:_MOST_OTHERS])


def others_of(words: Sequence[str], at: int, *, with_hero: bool, count: int) -> tuple[str, ...]:
    """“three friends”, “a mother with two daughters”: who there is besides two, by the word at `at` for several people, which
    names the hero too (`with_hero`), of whom there are `count`, or only who is with them."""
    group = _called_at(words, at) if at >= 0 else ()
    if len(group) < _TWO:
        return ()
    told = next((NUMBERS[word] for word in words[max(0, at - 2) : at] if word in NUMBERS), _TWO)
    more = max(told, count) - _TWO if with_hero else told - 1
    kinds = group if with_hero else group[::-1]
    return tuple(kinds[i % len(kinds)] for i in range(min(_MOST_OTHERS, more)))
