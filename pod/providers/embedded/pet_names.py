"""What somebody's animal is called without “called”: “our cat milo asleep”, “gerald the giraffe”, “two dogs max and bella”.

A name that many have is one wherever it stands; any other word only where it is the name of nothing else: “my horse trailer”.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from pod.providers.embedded.signage import ASKED_WORDS, Taken
from pod.providers.embedded.words import BREAKS, STOP, VERBS, is_manner

Test = Callable[[str], bool]

_PET_NAMES = frozenset(ASKED_WORDS["pet_names"])
_KNOWN = _PET_NAMES | frozenset(ASKED_WORDS["first_names"])
_NO_NAME = STOP | BREAKS | VERBS | frozenset(ASKED_WORDS["no_pet_name"])
_TITLE = "(?:" + "|".join(ASKED_WORDS["pet_titles"]) + r")\.?"

_LONGEST = 28
"""Letters: a longer “gerald the giraffe” is set as the name alone."""

_WORD = re.compile(r"[^\s,;:.!?()]+")
_DONE_TO = frozenset(ASKED_WORDS["done_to"])
_FARTHEST = 4
"""Words from “my” to the animal: “my sweet old golden retriever”."""
_MINE = frozenset({"my", "our"})
_JOINS = frozenset({"and", "&", "n"})
_APPOSED = re.compile(
    rf"^\s*(?P<name>(?:{_TITLE}\s+)?[a-z]+(?:\s+[a-z]+)?),?\s+(?P<whose>the|my|our)\s+(?=(?P<who>[a-z].*))",
    re.IGNORECASE,
)
_THE = re.compile(r"\b(?P<name>[a-z]+)\s+the\s+(?=(?P<who>[a-z].*))", re.IGNORECASE)
_ENTITLED = re.compile(
    rf"^\s*(?P<name>(?:the\s+)?{_TITLE}(?:\s+of)?\s+(?P<last>[^\W\d_]+))\s*,\s*(?=\w)", re.IGNORECASE
)
_PAIR_FIRST = re.compile(
    r"^\s*(?P<name>(?P<one>[a-z]+)\s+(?:and|&|n)\s+(?P<other>[a-z]+))(?:\s*[,:-])?\s+(?P<rest>.+)$", re.IGNORECASE
)


def pet_name(text: str, is_animal: Test, is_named: Test) -> Taken:
    """The name as it was typed and the text without it, or ("", the text)."""
    for name_in in (_pair, _pair_first, _apposed, _entitled, _single):
        name, rest = name_in(text, is_animal, is_named)
        if name:
            return name, rest
    return "", text


def _single(text: str, is_animal: Test, is_named: Test) -> Taken:
    """“my dachshund frank in a yellow raincoat”."""
    for i, words in _after_animals(text, is_animal):
        mine = any(word.group().lower() in _MINE for word in words[max(0, i - _FARTHEST) : i])
        if mine and i + 1 < len(words) and _may_be(words[i + 1].group(), is_animal, is_named):
            return _taken(text, words[i + 1].start(), words[i + 1].end())
    return "", text


def _pair(text: str, is_animal: Test, is_named: Test) -> Taken:
    """“our dogs max and bella at the beach”."""
    for i, words in _after_animals(text, is_animal):
        told = [word.group().lower() for word in words[i : i + 4]]
        if (
            len(told) == 4
            and told[0].endswith("s")
            and told[2] in _JOINS
            and _are_names(told[1::2], is_animal, is_named)
        ):
            return _taken(text, words[i + 1].start(), words[i + 3].end())
    return "", text


def _pair_first(text: str, is_animal: Test, _is_named: Test) -> Taken:
    """“milo and otis cat and dog best friends”: both have names that many have."""
    match = _PAIR_FIRST.match(text)
    known = match is not None and {match["one"].lower(), match["other"].lower()} <= _KNOWN
    shown = match is not None and any(is_animal(word) for word in match["rest"].lower().split())
    return (match["name"], match["rest"]) if match and known and shown else ("", text)


def _apposed(text: str, is_animal: Test, is_named: Test) -> Taken:
    """“biscuit the beagle”, “steve the cactus”, “luna my black cat”."""
    match = _APPOSED.match(text)
    if match is None or not _is_called(match["name"], is_animal, is_named):
        return _wished(text, is_animal)
    who = _who_it_is(match["who"], is_animal, is_named)
    if not who:
        return "", text
    whole = text[match.start("name") : match.start("who") + len(who)]
    plain = match["whose"].lower() == "the" and "," not in whole and len(whole) <= _LONGEST
    return (whole if plain else match["name"]), text[match.start("who") :]


def _wished(text: str, is_animal: Test) -> Taken:
    """“happy birthday willow the greyhound”: after other words only who has a name that many have."""
    match = next((m for m in _THE.finditer(text) if m["name"].lower() in _KNOWN), None)
    who = _who_it_is(match["who"], is_animal, lambda _word: False) if match else ""
    if match is None or not who:
        return "", text
    end = match.start("who") + len(who)
    return text[match.start("name") : end], f"{text[: match.start('name')]}{text[match.start('who') :]}"


def _is_called(name: str, is_animal: Test, is_named: Test) -> bool:
    """“mr whiskers”, “gus gus”; of “feed the birds” and “great horned owl” nobody is."""
    first, *more = name.lower().split()
    titled = bool(re.match(rf"{_TITLE}\s", name, re.IGNORECASE))
    alone = not more or more == [first]
    return titled or (alone and first not in _DONE_TO and _may_be(first, is_animal, is_named))


def _who_it_is(text: str, is_animal: Test, is_named: Test) -> str:
    """The animal with what describes it, or a thing: “tank bulldog”, “cactus”."""
    words = [word.group() for word in _WORD.finditer(re.split(r"[,;:.!?()]", text, maxsplit=1)[0])][:_FARTHEST]
    ends = [i for i in range(len(words)) if _is_an_animal(" ".join(words[max(0, i - 1) : i + 1]), is_animal)]
    if not ends and words and is_named(words[0].lower()) and words[0].lower() not in STOP:
        ends = [0]
    return " ".join(words[: ends[0] + 1]) if ends else ""


def _entitled(text: str, _is_animal: Test, is_named: Test) -> Taken:
    """“the duke of barkington, a dog with a crown”."""
    match = _ENTITLED.match(text)
    if match and not is_named(match["last"].lower()) and match["last"].lower() not in _NO_NAME:
        return match["name"], text[match.end() :]
    return "", text


def _after_animals(text: str, is_animal: Test) -> Iterator[tuple[int, list[re.Match[str]]]]:
    """Each animal's place among the words of its clause."""
    for clause in re.finditer(r"[^,;:.!?()]+", text):
        words = list(_WORD.finditer(text, clause.start(), clause.end()))
        told = [word.group().lower() for word in words]
        yield from (
            (i, words) for i in range(len(told)) if _is_an_animal(" ".join(told[max(0, i - 1) : i + 1]), is_animal)
        )


def _is_an_animal(words: str, is_animal: Test) -> bool:
    told = words.lower().split()
    return is_animal(told[-1]) or is_animal(" ".join(told[-2:]))


def _are_names(pair: Sequence[str], is_animal: Test, is_named: Test) -> bool:
    known = sum(name in _KNOWN for name in pair)
    return known == len(pair) or all(
        _may_be(name, is_animal, is_named) or (known and name not in _NO_NAME) for name in pair
    )


def _may_be(name: str, is_animal: Test, is_named: Test) -> bool:
    """With a capital it is read where ages are: see ``asked_words``."""
    if name in _KNOWN:
        return True
    a_word = name in _NO_NAME or is_manner(name) or is_animal(name) or is_named(name)
    return len(name) > 2 and name.isalpha() and not a_word and not name.endswith(("ing", "ed", "s", "ly"))


def _taken(text: str, start: int, end: int) -> Taken:
    return text[start:end], f"{text[:start]}{text[end:]}"
