"""What has to be known of a character's script before it can be shaped, and a line in pieces that are shaped as one."""

from __future__ import annotations

import functools
import itertools
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import uharfbuzz as hb

from pod.lettering.bidi import levels, visual_order
from pod.lettering.fonts import JOINERS, Font

_JOINED = frozenset({"Arab", "Syrc", "Mong", "Nkoo", "Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda"})
"""Letters that hang together, by a stroke or by a bar: air between them would tear them apart."""

_EAST_ASIAN = frozenset({"Hani", "Hira", "Kana", "Bopo"})
_UNBROKEN = _EAST_ASIAN | {"Thai", "Laoo", "Khmr"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line with one face, one script and one direction. `language` is what its script leaves open."""

    text: str
    font: Font
    script: str
    language: str
    leftwards: bool

    @property
    def is_joined(self) -> bool:
        return self.script in _JOINED

    @property
    def is_east_asian(self) -> bool:
        return self.script in _EAST_ASIAN


def pieces(text: str, font: Font) -> list[Piece]:
    """`text`, one line, in the order in which its pieces stand from left to right."""
    scripts, ways = _scripts(text), levels(text)
    faces, han = list(_faces(text, scripts, font)), _language_of_han(text)
    keys = list(zip(faces, scripts, ways, strict=True))
    found, found_ways, start = list[Piece](), list[int](), 0
    for (face, script, level), group in itertools.groupby(keys):
        end = start + len(list(group))
        found.append(Piece(text[start:end], face, script, han if script == "Hani" else "und", bool(level % 2)))
        found_ways.append(level)
        start = end
    return [found[i] for i in visual_order(found_ways)]


def writes_without_blanks(character: str) -> bool:
    """Whether words of its script stand beside each other without a blank."""
    return script_of(character) in _UNBROKEN


@functools.lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """Its ISO 15924 code, or "" for what is common to many scripts: HarfBuzz carries the Unicode data."""
    buffer = hb.Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    return str(buffer.script or "")


def _scripts(text: str) -> list[str]:
    """Of each character; what is common to many takes that of the letter before it, or after it at the beginning."""
    own = [script_of(c) for c in text]
    first = next((script for script in own if script), "Latn")
    found = list[str]()
    for script in own:
        found.append(script or (found[-1] if found else first))
    # the kana and the Han characters of one line are one piece of writing
    return ["Hani" if script in _EAST_ASIAN else script for script in found]


def _language_of_han(text: str) -> str:
    """Han characters are drawn otherwise in Japan, Korea and China: the rest of the line tells where it is from."""
    beside = {script_of(c) for c in text}
    return "ja" if beside & {"Hira", "Kana"} else "ko" if "Hang" in beside else "zh-Hans"


def _faces(text: str, scripts: list[str], font: Font) -> Iterator[Font]:
    """For each character the face that draws it: one for a stretch of a script where it can be, else one for each letter
    with its marks."""
    start = 0
    for _, group in itertools.groupby(scripts):
        stretch = text[start : (start := start + len(list(group)))]
        whole = _able(stretch, font)
        if whole is not None:
            yield from itertools.repeat(whole, len(stretch))
            continue
        for letter in letters(stretch):
            yield from itertools.repeat(_able(letter, font) or font, len(letter))


def _able(text: str, font: Font) -> Font | None:
    return next((face for face in (font, *font.stand_ins) if not face.missing(text)), None)


def letters(text: str) -> Iterator[str]:
    """Each letter together with the marks that stand on it."""
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or not (unicodedata.category(text[i]).startswith("M") or text[i] in JOINERS):
            yield text[start:i]
            start = i
