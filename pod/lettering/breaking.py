"""Where a text may be broken into lines, and where it looks best: no hyphen is ever set."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import budoux

from pod.lettering.fonts import Font
from pod.lettering.scripts import script_of, writes_without_blanks
from pod.lettering.shaping import shape

LOOSE_END_COST = 1.25
"""How much smaller type may get to keep a little word with the word it belongs to."""

_LOOSE_ENDS = frozenset(
    (
        *("a", "an", "the", "of", "to", "in", "on", "at", "and", "&", "or", "for", "by"),
        *("la", "le", "les", "el", "de", "du", "der", "die", "das", "und", "et", "y"),
    )
)


@dataclass(frozen=True, slots=True)
class Word:
    """What stays together. `apart`: a blank stands before it, unless it begins a line."""

    text: str
    apart: bool


def words_of(text: str) -> tuple[Word, ...]:
    """The words of one typed line; phrases of scripts that write without blanks."""
    return tuple(
        Word(phrase, apart=n > 0 and first)
        for n, chunk in enumerate(text.split(" "))
        for phrase, first in _phrases(chunk)
    )


def breakings(text: str, font: Font, max_lines: int) -> Iterator[tuple[str, ...]]:
    """For each number of lines the most even breaking; line breaks that were typed are the only ones then."""
    if "\n" in text:
        yield tuple(text.split("\n"))
        return
    words = words_of(text)
    for count in range(1, min(max_lines, len(words)) + 1):
        yield evenly_broken(words, font, count)


def evenly_broken(words: tuple[Word, ...], font: Font, count: int) -> tuple[str, ...]:
    """`words` in `count` lines whose longest is as short as can be; a line with a loose end counts as longer."""
    # best[n] is (longest line, breaks) for the first n words in the lines so far
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for line in range(1, count + 1):
        best = {
            n: min(
                (max(best[k][0], _length(words, k, n, font)), (*best[k][1], n)) for k in range(line - 1, n) if k in best
            )
            for n in range(line, len(words) + 1)
        }
    breaks = (0, *best[len(words)][1])
    return tuple(_line(words[a:b]) for a, b in itertools.pairwise(breaks))


def ends_loose(line: str) -> bool:
    """Whether the line ends on a little word that belongs to the next one."""
    return line.split()[-1].lower() in _LOOSE_ENDS


def _line(words: tuple[Word, ...]) -> str:
    return words[0].text + "".join(" " * word.apart + word.text for word in words[1:])


def _length(words: tuple[Word, ...], first: int, end: int, font: Font) -> float:
    line = _line(words[first:end])
    return shape(font, line).advance * (LOOSE_END_COST if end < len(words) and ends_loose(line) else 1.0)


def _phrases(chunk: str) -> Iterator[tuple[str, bool]]:
    """The phrases of what stands between two blanks, and whether each is the first of it."""
    if not any(map(writes_without_blanks, chunk)):
        yield chunk, True
        return
    for n, phrase in enumerate(_parser(_language(chunk)).parse(chunk)):
        yield phrase, n == 0


def _language(chunk: str) -> str:
    scripts = {script_of(c) for c in chunk}
    return "th" if "Thai" in scripts else "ja" if scripts & {"Hira", "Kana"} else "zh"


@functools.cache
def _parser(language: str) -> budoux.Parser:
    """Models of where phrases end, which come with the library."""
    load = {
        "ja": budoux.load_default_japanese_parser,
        "th": budoux.load_default_thai_parser,
        "zh": budoux.load_default_simplified_chinese_parser,
    }
    return load[language]()
