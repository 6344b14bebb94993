"""A sentence as words: what is quoted, named or a mere frame is taken out before anything is looked up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from pod.providers.embedded.focus import parted, picture_first, unframed
from pod.providers.embedded.keywords import ANIMALS, KeywordIndex, scene_words
from pod.providers.embedded.words import stems, tokens

_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]+)[\"”“»]|(?<!\w)[‘']([^‘’']{3,})[’'](?!\w)")
_LITANY = re.compile(r"\beat,?\s+sleep,?\s+(.+?),?\s+repeat\b", re.IGNORECASE)
"""“eat sleep climb repeat” is about climbing."""

_NAMED = re.compile(r"\b(?P<who>[a-z]+) [A-Z][a-z]+\b(?![’'])")

_FRAME = re.compile(r"(\btarot) cards?\b|\bletter (?=[a-z]\b)", re.IGNORECASE)
"""Frames that are called by the name of a thing: no placard on a tarot card, no envelope for the letter M."""

_HOLDER = re.compile(
    r"\b(?:an? )?(?P<holder>basket|box|bucket|teacup|cup|bathtub|flower pot) of (?P<who>[a-z]+)\b", re.IGNORECASE
)

_CLAUSE = re.compile(r"[,;:.!?–—]+(?=\s|$)|\s[-–—]+\s")


@dataclass(frozen=True, slots=True)
class Heard:
    """`clauses` are the places of words that follow a comma or a stop; `quoted` are words of a quotation, `respelled` slips
    of the pen and what they were read as."""

    words: tuple[str, ...]
    clauses: frozenset[int]
    quoted: tuple[str, ...]
    respelled: tuple[tuple[str, str], ...]


def hear(text: str, index: KeywordIndex) -> Heard:
    text = index.spelled(text)
    quoted = [a or b for a, b in _QUOTED.findall(text)]
    spoken = _LITANY.sub(r" \1 ", _QUOTED.sub(" ", text))
    spoken = _in_holders(parted(unframed(_without_names(_FRAME.sub(r" \1 ", spoken), index))), index)
    written = [tokens(clause) for clause in _CLAUSE.split(spoken)]
    mended = {word: index.respelled(word) for clause in written for word in clause}
    clauses = picture_first([tuple(mended[word] for word in clause) for clause in written], index)
    return Heard(
        words=tuple(word for clause in clauses for word in clause),
        clauses=frozenset(accumulate(len(clause) for clause in clauses[:-1])),
        quoted=tokens(" ".join(quoted)),
        respelled=tuple((word, meant) for word, meant in mended.items() if word != meant),
    )


def _without_names(text: str, index: KeywordIndex) -> str:
    """“my corgi Biscuit” is called Biscuit and is none: a capital right after an animal is a name."""

    def unnamed(match: re.Match[str]) -> str:
        key = index.exact((match["who"].lower(),))
        return match["who"] if key and index.choices[key].group == ANIMALS else match[0]

    return _NAMED.sub(unnamed, text)


def _in_holders(text: str, index: KeywordIndex) -> str:
    """“a basket of puppies” are puppies in a basket, “a cup of tea” is none."""

    def inside(match: re.Match[str]) -> str:
        key = index.exact((match["who"].lower(),))
        held = key and index.choices[key].group == ANIMALS and not index.is_plant(index.choices[key])
        return f"{match['who']} in a {match['holder']}" if held else match[0]

    return _HOLDER.sub(inside, text)


def scene_of(words: Sequence[str]) -> str:
    """The scenery that a place word asks for, the longest phrase first."""
    spoken = f" {stems(words)} "
    named = scene_words()
    return next((named[w] for w in sorted(named, key=lambda w: (-len(w), w)) if f" {stems(w.split())} " in spoken), "")
