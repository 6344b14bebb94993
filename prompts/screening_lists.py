"""The lists that a sentence is screened by: data files, read once, and a shop's own words beside them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pod.model.datafile import Note, Reader, read_toml, refuse
from pod.model.screening import HouseWords
from prompts.folding import folded, stem

FOLDER = Path(__file__).parent / "lists"

TOKEN = re.compile(r"[^\s,.;:?()\[\]{}<>\"“”„«»/\\_~+=–—•·|-]+")
"""A word, as far as screening goes. An asterisk may stand for one of its letters."""

HOUSE, FREE = "house", "free"


@dataclass(frozen=True, slots=True)
class Entry:
    """Each of `phrases` is a tuple of folded words. None of them counts where a phrase of `unless` stands as well."""

    category: str
    reason: str
    phrases: tuple[tuple[str, ...], ...]
    unless: tuple[tuple[str, ...], ...]
    instead: str
    source: str = ""
    checked_on: str = ""


@dataclass(frozen=True, slots=True)
class Lists:
    """`free` are names that pass, and their `reason` says why: a character whose author is long dead, a word that a shop
    has a licence for."""

    entries: tuple[Entry, ...]
    free: tuple[Entry, ...]


@cache
def our_lists() -> Lists:
    return read_lists(FOLDER)


@cache
def list_version() -> str:
    """Names what a decision was made by: another word in any list is another version."""
    texts = (path.read_bytes() for path in sorted(FOLDER.glob("*.toml")))
    return hashlib.sha256(b"\0".join(texts)).hexdigest()[:12]


def read_lists(folder: Path) -> Lists:
    """Every entry of every list; `Problems` names everything wrong in all of them."""
    notes: list[Note] = []
    tables = [(path, read_toml(path, notes)) for path in sorted(folder.glob("*.toml"))]
    readers = [Reader(table, path.name, notes) for path, table in tables if table is not None]
    refused = [e for r in readers if "passes" not in r.raw for e in _entries(r)]
    free = [f for r in readers if "passes" in r.raw for f in _free(r)]
    refuse(notes, "screening lists")
    return Lists(tuple(refused), tuple(free))


def house_lists(house: HouseWords) -> Lists:
    """A shop's own words, as if they stood in files of their own."""
    refused = (
        Entry(HOUSE, "is not printed in this shop", (phrase(w.words),), (), w.instead or "a motif of your own")
        for w in house.refused
    )
    free = (Entry(FREE, w.why, (phrase(w.words),), (), w.words) for w in house.allowed)
    return Lists(tuple(refused), tuple(free))


def phrase(words: str) -> tuple[str, ...]:
    return tuple(bare for m in TOKEN.finditer(words) if (bare := folded(m.group(0))))


def spellings(entry: Entry) -> Iterable[tuple[str, ...]]:
    """Each phrase as listed, and with its last word's stem where it is Russian."""
    for words in entry.phrases:
        yield words
        if (short := stem(words[-1])) != words[-1]:
            yield (*words[:-1], short)


def _entries(r: Reader) -> list[Entry]:
    category, reason = r.text("category"), r.text("reason")
    found = [_entry(row, category, reason) for row in r.tables("entries", required=True)]
    r.done()
    return found


def _entry(r: Reader, category: str, reason: str) -> Entry:
    words, beside, unless = r.texts("words"), r.texts("only_with", ()), r.texts("unless", ())
    read = Entry(
        category,
        reason,
        tuple(_beside(map(phrase, words), tuple(map(phrase, beside)))),
        tuple(map(phrase, unless)),
        r.text("instead"),
        r.text("source"),
        r.day("checked_on").isoformat(),
    )
    r.done()
    return read


def _beside(phrases: Iterable[tuple[str, ...]], beside: tuple[tuple[str, ...], ...]) -> Iterable[tuple[str, ...]]:
    """An everyday word is a brand only with one of these beside it: “puma shoes”, “logo of puma”."""
    for words in phrases:
        if not beside:
            yield words
        for other in beside:
            yield from ((*words, *other), (*other, *words), (*other, "of", *words))


def _free(r: Reader) -> list[Entry]:
    found = [_free_names(row) for row in r.tables("passes", required=True)]
    r.done()
    return found


def _free_names(r: Reader) -> Entry:
    words = r.texts("words")
    phrases = tuple(map(phrase, words))
    read = Entry(FREE, r.text("why"), phrases, (), ", ".join(words), r.text("source"), r.day("checked_on").isoformat())
    r.done()
    return read
