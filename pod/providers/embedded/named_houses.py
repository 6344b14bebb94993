"""Where the name of a shop, a club or a school ends that is followed by its picture: “blue moon brewery | hops and moon”.

What only says what kind of house it is names none: a small coffee shop with a cat is a picture.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pod.providers.embedded.signage import ASKED_WORDS
from pod.providers.embedded.words import ARTICLES, JOINS, NUMBERS, STOP, TIMES, is_manner, tokens

Test = Callable[[str], bool]

_ENDS = "|".join(ASKED_WORDS["named_houses"])
_NAME = re.compile(
    rf"^\s*(?:the\s+)?(?P<own>(?:[\w’'&.-]+\s+){{1,4}}?)(?P<house>(?:{_ENDS})(?:\s+(?:{_ENDS}))*)(?:\s+(?:co|company|inc|llc)\b\.?)?(?:\s+(?:station|engine|ladder|post|troop)\s+\d+)?(?:,?\s+(?:(?:est\.?|established|since)\s+)?\d{{4}}\b)?(?=\s|$)",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    rf"\s+(?:[\w’'-]+\s+){{0,2}}(?:{_ENDS}|club|team|band|choir|league|society)(?:,?\s+(?:(?:est\.?|established|since)\s+)?\d{{4}})?\s*",
    re.IGNORECASE,
)
"""“lincoln middle school | science club”: the club of a school, and no picture."""
_KINDS = frozenset(ASKED_WORDS["kinds_of_house"])
_SHOWN = dict(row.split(" = ") for row in ASKED_WORDS["shown_by_houses"])
_LOOKS = frozenset({"retro", "vintage", "cute", "kawaii", "pastel", "cartoon", "modern", "minimalist", "tiny", "cozy"})
"""Before a house that is to be seen: “retro jukebox diner”."""
_TELLS = frozenset({"with", "in", "on", "at", "from", "under", "for", "who", "that", "wearing", "riding"})
_IN_A_PICTURE = JOINS | ARTICLES | NUMBERS.keys() | {"with", "of", "in", "on", "under", "piece"}


def house_at(clause: str, is_named: Test) -> int:
    """The place where its name ends, or 0: it has a word of its own, and nothing but a picture follows."""
    match = _NAME.match(clause)
    if match is None or not (_is_a_name(own := tokens(match["own"])) or _is_one_word(own, is_named)):
        return 0
    who = match["own"].strip().lower()
    if match["house"].lower().startswith("swimming") and is_named(who) and not who.endswith("s"):
        return 0  # a sea turtle swimming with fish is at no swimming school
    rest = clause[match.end() :]
    return match.end() if is_a_picture(tokens(rest), is_named) and not _ANOTHER.fullmatch(rest) else 0


def is_house(name: str) -> bool:
    """Whether it is the name of one from its first letter to its last: “maple street bakery est 1962”."""
    match = _NAME.match(name)
    own = tokens(match["own"]) if match else ()
    return match is not None and match.end() == len(name.rstrip()) and _is_a_name(own) and not _LOOKS & set(own)


def kind_shown(name: str) -> str:
    """What stands for it where nothing else is named: bread for a bakery; "" for what is no name, and what has no such sign."""
    match = _NAME.match(name)
    return _SHOWN.get(match["house"].lower(), "") if match and is_house(name) else ""


def kind_of(name: str) -> str:
    """What kind of house a whole name tells of: of “maple creek softball league” softball, and no tree; "" for what is no name."""
    match = _NAME.match(name)
    if match and (of_it := _ANOTHER.fullmatch(name, match.end())):
        return of_it.group().strip()
    if match is None or not is_house(name):
        return ""
    if shown := kind_shown(name):
        return shown
    return " ".join((*(word for word in tokens(match["own"]) if word in _KINDS), match["house"]))


def is_a_picture(words: Sequence[str], is_named: Test) -> bool:
    """“hops and moon”, “axe and helmet”, “bear under a tree”: every word is one of a picture, or two of them name one."""
    pairs = {i for i in range(len(words) - 1) if is_named(f"{words[i]} {words[i + 1]}")}
    known = {*pairs, *(i + 1 for i in pairs)}
    known |= {i for i, word in enumerate(words) if is_named(word) or is_manner(word) or word in _IN_A_PICTURE}
    shown = pairs or any(is_named(word) and word not in STOP for word in words)
    return bool(words) and len(known) == len(words) and bool(shown) and words[0] not in JOINS


def _is_one_word(words: Sequence[str], is_named: Test) -> bool:
    """“sunrise” of a yoga studio, “riverside” of a high school; no “cat” of a coffee shop, nor “small” of one."""
    if len(words) != 1 or words[0] in _KINDS | STOP or words[0].endswith("ing"):
        return False
    return words[0] in TIMES or not (is_manner(words[0]) or is_named(words[0]))


def _is_a_name(words: Sequence[str]) -> bool:
    """Not “cute little coffee” of a shop, nor “a”."""
    if not words or words[0] in ARTICLES - {"the"} or words[0] in NUMBERS:
        return False
    if any(word in ARTICLES - {"the"} or word in _TELLS or word.endswith("ing") for word in words):
        return False  # “girl kicking a soccer ball”
    own = [word for word in words if word in TIMES or not (is_manner(word) or word in _KINDS or word in STOP)]
    return bool(own) and (len(words) > 1 or words[0].endswith(("'s", "s'")))
