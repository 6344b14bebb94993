"""The sentence's own words as a design: where it is a saying, and where no picture can be found for it.

They are one unbroken piece of what was typed, so that what was screened is what is set.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from pod.providers.embedded.focus import unframed
from pod.providers.embedded.mottos import (
    SPEAKERS,
    TABLE,
    appended_at,
    either,
    is_motto,
    motto_at,
    without_apostrophes,
)
from pod.providers.embedded.named_houses import kind_shown
from pod.providers.embedded.words import ARTICLES, NUMBERS, RELATIVES, STOP, TRADES, is_manner, tokens

MOST_LETTERS = 80
"""Of what is set unasked: a longer sentence is a description, and on a shirt nobody reads it."""

_FEW_WORDS = 3
_STOP = re.compile(r"(?<![Mm]rs)(?<![Mm]r)(?<![Mm]s)(?<![Dd]r)[,;:.!?–—]+(?=\s|$)|\s[-–—]+\s")
_LISTING = ARTICLES | NUMBERS.keys() | {"and", "crossed"}
_RELATIVE = frozenset(["who", "that", "which", "she", "he", "they", "it"])
"""“a dog that is asleep”: what follows these tells of a picture."""

_QUOTES = re.compile(r"[\"“”„«»]")
_WITH_ARTICLE = re.compile(r"^(?:an?|some)\s+(?=\w{2})(?!(?:and|or|plus)\b)", re.IGNORECASE)


_OPENS, _ASKS = either("opens", r"(?:{})\b"), either("asks", r"(?:{})\b")
_HOLDS, _ENDS, _ALONE = either("holds", r"(?:\b|^)(?:{})"), either("ends", r"(?:{})"), either("alone", r"(?:{})")
_WISHES = either("wishes", r"(?:and\s+)?(?:{})\b")
_ORDERS = either("orders", r"(?:(?:and|but|so|also|please)\s+)*(?:{})")
_WORDLESS = either("wordless", r"(?:{})")
_VERBS = frozenset(TABLE["verbs"]) | without_apostrophes(TABLE["verbs"])

_SHOWS = re.compile(r"(?:with|featuring|showing|plus)\b", re.IGNORECASE)

_I_AM = re.compile(r"i(?:['’]?m| am) an? (?:[\w’'-]+ ?){1,3}", re.IGNORECASE)
"""An order for a picture only where nothing is said after it."""

IsAnimal = Callable[[str], bool]


_INITIAL = re.compile(
    r"\b(?i:letter|initial) ([A-Za-z])\b(?!\s+[a-z]\b)|\b([A-Z]) (?=monogram\b)|(?<=monogram )([A-Z])\b(?! monogram)"
)


def saying(
    sentence: str,
    is_animal: IsAnimal,
    picture_at: Callable[[str], int] = len,
    is_named: Callable[[str], bool] = lambda _word: False,
) -> str:
    """The clauses that are said rather than shown, as they were typed, or "": of “sloth in a hammock, do not disturb” the end.

    `picture_at` tells where a clause goes over into what is shown: “happy hanukkah with a menorah”.
    """
    if initial := _INITIAL.search(sentence):
        return initial[1] or initial[2] or initial[3]
    if _WORDLESS.search(sentence):
        return ""
    halves = [_parted(sentence, clause, is_animal, is_named, picture_at) for clause in _clauses(sentence)]
    clauses = [part for parts in halves for part in parts]
    pictures = {part for parts in halves for part in parts[1:]}
    mottos = {parts[0] for parts in halves if len(parts) > 1}
    said = [(c in mottos) or (c not in pictures and _is_said(sentence[slice(*c)], is_animal)) for c in clauses]
    said[:1] = [one or _heads_a_picture(sentence, clauses, is_named) for one in said[:1]]
    for i, (start, end) in enumerate(clauses[1:], 1):
        clause = _bare(sentence[start:end])
        said[i - 1] |= bool(_ENDS.fullmatch(clause))
        speaks = bool(SPEAKERS & set(tokens(clause))) and not _WISHES.match(clause)
        shown = (any(map(is_animal, tokens(clause))) and not speaks) or bool(_SHOWS.match(clause))
        shown |= clauses[i] in pictures or _lists(tokens(clause), is_named)
        shown |= (
            i == len(clauses) - 1
            and _is_one_thing(tokens(clause), is_named)
            and is_motto(_bare(sentence[slice(*clauses[i - 1])]), is_named)
        )
        said[i] |= said[i - 1] and _goes_on(clause) and not shown and not _ORDERS.match(clause)
    for i, one in enumerate(said[1:]):  # “i'm a beekeeper, bee kind”
        said[i] |= one and bool(_I_AM.fullmatch(_bare(sentence[slice(*clauses[i])])))
    if not any(said):
        return ""
    first = said.index(True)
    last = next((i for i in range(first, len(said)) if not said[i]), len(said)) - 1
    return _settable(sentence[clauses[first][0] : clauses[last][1]])


def wants_no_words(sentence: str) -> bool:
    return bool(_WORDLESS.search(sentence))


_WITH_WHAT = re.compile(
    r"^(?P<said>(?!an?\b|two\b|three\b)(?:[\w’'-]+,? ){2,}[\w’'-]+(?<!better)(?<!best)(?<!life)) with (?:an?|two|three|four|five|six) [\w -]+$",
    re.IGNORECASE,
)
"""“grandkids make life grand | with five handprints”: what it should be shown with is not said."""


def own_words(sentence: str) -> str:
    """The sentence without what it is for, to be set where nothing can be drawn; "" where it is too long to be read, or tells
    how to draw."""
    orders = any(_ORDERS.match(_bare(sentence[start:end])) for start, end in _clauses(sentence))
    if orders or _WORDLESS.search(sentence):
        return ""
    sentence = _WITH_WHAT.sub(r"\g<said>", sentence)
    told = "" if SPEAKERS & set(tokens(sentence)) else " ".join(unframed(sentence).split())
    return _settable(_WITH_ARTICLE.sub("", told if told and told in sentence else sentence))


def cased(words: str, font: str) -> str:
    """Capitals, but in scripts and blackletter, whose capitals are made to begin words."""
    if font == "blackletter":
        return re.sub(r"(?<![\w’'])\w", lambda first: first.group().upper(), words)
    return _titled(words) if font == "script" else words.upper()


_SMALL = frozenset({"a", "an", "the", "and", "or", "of", "in", "on", "to", "for", "with", "at", "is", "by"})


def _titled(words: str) -> str:
    """A capital for each word that carries weight, as a sign writer sets script."""
    found = re.sub(
        r"(?<![\w’'])[\w’'-]+", lambda one: one[0] if one[0] in _SMALL else one[0][:1].upper() + one[0][1:], words
    )
    return found[:1].upper() + found[1:]


def _clauses(sentence: str) -> Iterator[tuple[int, int]]:
    """Where each begins and ends, its stop included."""
    start = 0
    for stop in _STOP.finditer(sentence):
        yield start, stop.end()
        start = stop.end()
    if sentence[start:].strip():
        yield start, len(sentence)


def _parted(
    sentence: str,
    clause: tuple[int, int],
    is_animal: IsAnimal,
    is_named: Callable[[str], bool],
    picture_at: Callable[[str], int],
) -> tuple[tuple[int, int], ...]:
    """A clause that is said, apart from the picture that it ends with; else the clause."""
    start, end = clause
    told = sentence[start:end]
    cut = motto_at(told, is_named, is_animal)
    cut = cut or appended_at(told, lambda text: _is_said(text, is_animal), is_named, is_animal)
    if not cut and 0 < (linked := picture_at(told)) < len(told) and _is_said(told[:linked], is_animal):
        cut = linked
    return ((start, start + cut), (start + cut, end)) if cut else (clause,)


def _lists(words: Sequence[str], is_named: Callable[[str], bool]) -> bool:
    """“map and compass”, “two olives”, “camper van” after a comma are things to be seen; “espresso” may end what is said."""
    if {"with", "in", "on"} & set(words[1:]) and is_named(words[0]):  # “pickle with sunglasses”
        return True
    told = [word for word in words if word not in _LISTING and not is_manner(word)]
    named = len(words) > 1 and bool(told) and all(word not in STOP and is_named(word) for word in told)
    named |= _is_named_with_another(words, is_named)
    kin = [word for word, after in pairwise((*told, "")) if word in RELATIVES and not (after and is_named(after))]
    return named and not kin  # a mama bear is a bear


def _is_named_with_another(words: Sequence[str], is_named: Callable[[str], bool]) -> bool:
    """“wrench and pipe”: of two things that are listed one has no picture; “sunshine and chaos” are no things."""
    if len(words) != _TWO_AND or words[1] != "and":
        return False
    one, other = words[0], words[2]
    no_thing = STOP | frozenset(TABLE["abstract"]) | frozenset(TABLE["verbs"])
    known = [word for word in (one, other) if is_named(word)]
    return len(known) == 1 and not {one, other} & no_thing and not is_manner(other)


_TWO_AND = 3


def _is_one_thing(words: Sequence[str], is_named: Callable[[str], bool]) -> bool:
    """The kayak of “keep calm and paddle on, kayak”."""
    return len(words) == 1 and is_named(words[0]) and words[0] not in STOP


def _are_at_work(words: Sequence[str]) -> bool:
    """“carpenters measure twice cut once”: what those of a trade do, before a comma and what is shown."""
    workers = len(words) > _FEW_WORDS and words[0].endswith("s") and words[0][:-1] in TRADES
    return workers and not (words[1].endswith("ing") or words[1] in STOP or is_manner(words[1]))


def _heads_a_picture(sentence: str, clauses: Sequence[tuple[int, int]], is_named: Callable[[str], bool]) -> bool:
    """“go with the flow, jellyfish”: what names nothing itself, before a bare name of something, is a saying about it."""
    if len(clauses) != _A_PAIR:
        return False
    first, second = (tokens(_bare(sentence[start:end])) for start, end in clauses)
    bare = 0 < len(second) <= _A_PAIR and all(word not in STOP and is_named(word) for word in second)
    told = [word for word in first if word not in STOP]
    if _are_at_work(first) and _lists(second, is_named):
        return True
    talks = bool(_TALK & set(first)) and not (ARTICLES - {"the"}) & set(first)
    return bare and talks and bool(told) and not is_named(first[-1]) and not is_manner(first[-1])


_A_PAIR = 2
_TALK = frozenset(
    {"to", "the", "it", "or", "you", "your", "me", "out", "all", "up", "no", "not", "down", "let", "be", "go"}
)


def _bare(clause: str) -> str:
    return clause.strip(" ,;:.!?–—-\n")


def _settable(words: str) -> str:
    words = words.strip(" ,;:-–—.\n")  # what is called or asked keeps its sign
    return words if 1 < len(words) <= MOST_LETTERS and not _QUOTES.search(words) else ""


def _goes_on(clause: str) -> bool:
    """“sorry i can't, i have plans”, “stay wild, flower child”: after what is said, more of it."""
    words = tokens(clause)
    return bool(SPEAKERS & set(words)) or (0 < len(words) <= _FEW_WORDS and words[0] not in ARTICLES)


def _is_said(clause: str, is_animal: IsAnimal) -> bool:
    clause = _bare(clause)
    words = tokens(clause)
    if _ALONE.fullmatch(clause):
        return True
    if len(words) < 2 or _ASKS.match(clause) or _ORDERS.match(clause):
        return False
    by_form = (
        _OPENS.match(clause)
        or is_motto(clause, lambda _word: False)
        or _HOLDS.search(clause)
        or (bool(kind_shown(clause)) and not _is_at_it(words, is_animal))
    )
    return bool(by_form or SPEAKERS & set(words)) or _states(words, is_animal)


def _is_at_it(words: Sequence[str], is_animal: IsAnimal) -> bool:
    """“sea turtle swimming” is no swimming school; “riverside dolphins swimming” may be one."""
    who = words[-2] if words[-1:] == ("swimming",) and len(words) > 1 else ""
    return is_animal(who) and not who.endswith("s")


def _states(words: Sequence[str], is_animal: IsAnimal) -> bool:
    """“dogs are better than people”; “a dog that is asleep” and “dogs are playing poker” are pictures."""
    return any(
        not (i and words[i - 1] in _RELATIVE) and not _is_seen(words, i, is_animal)
        for i, word in enumerate(words)
        if word in _VERBS
    )


def _is_seen(words: Sequence[str], verb: int, is_animal: IsAnimal) -> bool:
    acts = words[verb + 1 : verb + 2]
    does = bool(acts) and acts[0].endswith("ing") and any(is_animal(word) for word in words[:verb])
    return does or words[0] in ARTICLES - {"the"}
