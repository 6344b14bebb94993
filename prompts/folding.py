"""How a word can be read: without case, accents, look-alike letters, digits for letters, stretched or invisible letters.

Names are hidden in all of these ways. A reading is only ever compared with other readings, never shown.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

_LOOK_ALIKES = tomllib.loads((Path(__file__).parent / "words" / "look_alikes.toml").read_text(encoding="utf-8"))

_SHAPES = str.maketrans(
    {sign: letter for letter, signs in reversed(_LOOK_ALIKES["letters"].items()) for sign in signs}
    | {
        chr(start + n): chr(ord("a") + n)
        # letters in black squares, in white squares, in black circles; regional indicators
        for start in (0x1F170, 0x1F130, 0x1F150, 0x1F1E6)
        for n in range(26)
    }
)

_SIGNS = tuple(
    str.maketrans({sign: letter for letter, signs in letters for sign in signs})
    # a 1 is an i or an l: two alphabets that differ in what comes last
    for letters in (tuple(_LOOK_ALIKES["signs"].items()), tuple(reversed(_LOOK_ALIKES["signs"].items())))
)

_BLANK = "\u115f\u1160\u3164\uffa0\u2800\u034f"
"""Letters and symbols without any ink: the Hangul fillers, the empty braille cell, the grapheme joiner."""

INITIALS = 3
"""So few letters are a name of their own: with a letter less they would be a monogram."""

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u1100-\u11ff\u0e00-\u0e7f]")
"""Kana, Han, Hangul, Thai: words stand without spaces, or particles are glued to them."""

_CYRILLIC_ENDING = re.compile(r"(?<=[\u0400-\u04ff]{4})[аеийоуыьюямвх]{1,3}$")


def folded(word: str) -> str:
    """Small Latin letters where the shapes allow it; in longer words a letter at most twice in a row."""
    bare = "".join(shape for c in word for shape in shapes(c))
    return re.sub(r"(.)\1{2,}", r"\1\1", bare) if len(bare) > INITIALS else bare


@cache
def shapes(character: str) -> str:
    """What is left of one character: nothing of an accent, an apostrophe or an invisible one."""
    apart = unicodedata.normalize("NFKD", character.casefold())
    return "".join(c for c in apart if not _inkless(c)).casefold().translate(_SHAPES)


def _inkless(character: str) -> bool:
    return character in "'’`´・" or character in _BLANK or unicodedata.category(character) in ("Mn", "Me", "Cf")


@lru_cache(maxsize=20_000)
def readings(word: str) -> frozenset[str]:
    """As it is, with digits as letters, with stretched letters once, without its s or ’s, without a Russian ending."""
    ways = {folded(word), stem(word)}
    if re.search(r"(.)\1\1", word.lower()):
        ways |= {re.sub(r"(.)\1", r"\1", way) for way in tuple(ways)}
    ways |= set(chain.from_iterable(as_letters(way) for way in tuple(ways)))
    ways |= {way.removesuffix("s") for way in tuple(ways) if len(way) > INITIALS}
    return frozenset(ways - {""})


def as_letters(reading: str) -> tuple[str, ...]:
    """With its digits and signs as letters; of a number alone nothing is made."""
    if not re.search(r"[^\W\d_]", reading):
        return ()
    return tuple(reading.translate(signs) for signs in _SIGNS)


def stem(word: str) -> str:
    """A Cyrillic word without the ending of its case: lists have the name once, sentences decline it."""
    return folded(_CYRILLIC_ENDING.sub("", word.casefold()))


def unspaced(phrase: str) -> bool:
    return bool(_UNSPACED.search(phrase))
