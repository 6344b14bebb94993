"""Screening: what is not drawn and not printed, found before anything is spent.

The words are data: every file in ``prompts/lists/`` is one category. A match is on whole words after folding, so that
accents, look-alike letters, digits for letters and spaced-out spelling do not hide a name, and a jaguar stays an animal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from pod.model.datafile import Note, Reader, read_toml, refuse
from pod.model.errors import InputRefused, PodError
from prompts.cleaning import plain

FOLDER = Path(__file__).parent / "lists"

LOOK_ALIKES = str.maketrans(
    "абвгдеіјкмнорстухԁɡӏαβεικνορτυχ",
    "abbrdeijkmhopctyxdgiaveikvoptux",
)
"""Cyrillic and Greek letters that are read as Latin ones."""

DIGITS_FOR_LETTERS = str.maketrans("013457@$!|", "oieastasil")

_INITIALS = 3

TOKEN = re.compile(r"[^\s,.;:?()\[\]{}<>\"“”„«»/\\_*~+=–—-]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """Each of `phrases` is a tuple of folded words. None of them counts where a phrase of `unless` stands as well."""

    category: str
    reason: str
    phrases: tuple[tuple[str, ...], ...]
    unless: tuple[tuple[str, ...], ...]
    instead: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the sentence: its folded readings, and where it stands."""

    readings: frozenset[str]
    start: int
    end: int


def screen(text: str) -> tuple[PodError, ...]:
    """Everything in the sentence that is not printed, in its order; empty means nothing was found.

    Each error's `details` have the `words` as they were typed, their `category`, the `reason`, and one `rewording` of
    the whole sentence that passes.
    """
    sentence = plain(text)
    hits = _hits(sentence)
    rewording = _reworded(sentence, hits)
    return tuple(_refusal(sentence[start:end], entry, rewording) for start, end, entry in hits)


@cache
def entries() -> tuple[Entry, ...]:
    return read_lists(FOLDER)


def read_lists(folder: Path) -> tuple[Entry, ...]:
    """Every entry of every list; `Problems` names everything wrong in all of them."""
    notes: list[Note] = []
    tables = [(path, read_toml(path, notes)) for path in sorted(folder.glob("*.toml"))]
    found = [e for path, table in tables if table is not None for e in _entries(Reader(table, path.name, notes))]
    refuse(notes, "screening lists")
    return tuple(found)


def _entries(r: Reader) -> list[Entry]:
    category, reason = r.text("category"), r.text("reason")
    found = [_entry(row, category, reason) for row in r.tables("entries", required=True)]
    r.done()
    return found


def _entry(r: Reader, category: str, reason: str) -> Entry:
    words, unless, instead = r.texts("words"), r.texts("unless", ()), r.text("instead")
    r.done()
    return Entry(category, reason, tuple(map(_phrase, words)), tuple(map(_phrase, unless)), instead)


def _phrase(words: str) -> tuple[str, ...]:
    return tuple(_folded(m.group(0)) for m in TOKEN.finditer(words))


def _folded(word: str) -> str:
    """Small letters without accents or apostrophes, look-alikes as Latin, in longer words a letter at most twice in a row."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    bare = re.sub(r"['’`´]", "", bare).translate(LOOK_ALIKES)
    # three letters are a name of their own: with a letter less they would be a monogram
    return re.sub(r"(.)\1{2,}", r"\1\1", bare) if len(bare) > _INITIALS else bare


def _readings(word: str) -> frozenset[str]:
    """The ways to read a typed word: as it is, with digits as letters, with stretched letters once, without its s or ’s."""
    folded = _folded(word)
    ways = {folded}
    if re.search(r"(.)\1\1", word.lower()):
        ways.add(re.sub(r"(.)\1", r"\1", folded))
    if re.search(r"[^\W\d_]", folded):
        ways |= {way.translate(DIGITS_FOR_LETTERS) for way in tuple(ways)}
    if len(folded) > _INITIALS:
        ways |= {way.removesuffix("s") for way in tuple(ways)}
    return frozenset(ways - {""})


def _rows(sentence: str) -> tuple[list[Token], list[Token]]:
    """The sentence's words, as they stand and with spaced-out words put together."""
    words = [(m.start(), m.group(0).rstrip("!'’")) for m in TOKEN.finditer(sentence)]
    single = [Token(_readings(word), start, start + len(word)) for start, word in words]
    return single, list(_spelled_out(single))


def _spelled_out(tokens: list[Token]) -> Iterator[Token]:
    """“d i s n e y” and “n.b.a.”: runs of at least three single letters become one word."""
    for is_letter, run in groupby(tokens, key=lambda token: token.end - token.start == 1):
        row = list(run)
        if is_letter and len(row) >= _INITIALS:
            yield Token(_readings("".join(min(t.readings, key=len) for t in row)), row[0].start, row[-1].end)
        else:
            yield from row


def _hits(sentence: str) -> list[tuple[int, int, Entry]]:
    """(start, end, entry) in the sentence's order; a hit within a longer one is left out."""
    rows = _rows(sentence)
    found = [
        (span[0], span[1], entry)
        for entry in entries()
        if not any(_spans(rows[0], phrase) for phrase in entry.unless)
        for phrase in entry.phrases
        for row in rows
        for span in _spans(row, phrase)
    ]
    found.sort(key=lambda hit: (hit[0], -hit[1]))
    outer: list[tuple[int, int, Entry]] = []
    for hit in found:
        if not outer or hit[0] >= outer[-1][1]:
            outer.append(hit)
    return outer


def _spans(tokens: list[Token], phrase: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the phrase stands, word by word or written as one word (“mickeymouse”)."""
    joined = "".join(phrase)
    spans = [(t.start, t.end) for t in tokens if joined in t.readings]
    if len(phrase) > 1:
        rows = (tokens[i : i + len(phrase)] for i in range(len(tokens) - len(phrase) + 1))
        spans += [
            (row[0].start, row[-1].end)
            for row in rows
            if all(word in token.readings for word, token in zip(phrase, row, strict=True))
        ]
    return spans


ARTICLE = re.compile(r"\b(?:an?|the)\s+$", re.IGNORECASE)

DETERMINED = re.compile(
    r"\b(?:an?|the|my|our|your|his|her|their|this|that|one|two|three|four|five)\s+"
    r"(?:(?!(?:of|with|and|or|in|on|at|by|for|from|like|as|to)\s)[\w-]+(?<!ing)\s+){1,2}$",
    re.IGNORECASE,
)
"""“a cute …”, “my two …”: what comes next brings no article of its own."""


def _reworded(sentence: str, hits: list[tuple[int, int, Entry]]) -> str:
    for start, end, entry in reversed(hits):
        before, instead = sentence[:start], entry.instead
        if ARTICLE.search(before):
            before = ARTICLE.sub("", before)
        elif DETERMINED.search(before):
            instead = re.sub(r"^(?:an?|the)\s+", "", instead)
        sentence = before + instead + sentence[end:]
    return sentence


def _refusal(words: str, entry: Entry, rewording: str) -> PodError:
    return InputRefused(
        f"screened_{entry.category}",
        f"“{words}” {entry.reason}.",
        f"This would pass: “{rewording}”.",
        words=words,
        category=entry.category,
        reason=entry.reason,
        instead=entry.instead,
        rewording=rewording,
    )
