"""Screening: what is not drawn and not printed, found before anything is spent.

The words are data: every file in ``prompts/lists/`` is one category, and a shop has words of its own. A match is on whole
words after folding, so that accents, look-alike letters, digits for letters and spaced-out spelling do not hide a name, and
a jaguar stays an animal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from pod.model.errors import InputRefused, PodError
from pod.model.screening import HouseWords
from prompts.cleaning import plain
from prompts.folding import INITIALS, as_letters, folded, readings, shapes, unspaced
from prompts.screening_lists import TOKEN, Entry, Lists, house_lists, our_lists, spellings

NO_HOUSE_WORDS = HouseWords()

_INNER = 8
"""A name of several words and this many letters is found inside a longer word (“starwarsfan”). Single ones are parts of
innocent words: interpol of interpolation."""

_INNER_IN_HASHTAG = 6
"""Words are run together there on purpose. Not for content: a heroine and a therapist have hashtags too."""

_LONGEST_RUN = 24
_GLUE = re.compile(r"[\s._~+•·|/\\–—-]{1,3}")
_SHORT = 4
"""A name this short is spelled out letter by letter or not at all: “in stag ram” is one, “n ice” is none."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the sentence: its folded readings, and where it stands."""

    readings: frozenset[str]
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    start: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Index:
    """The phrases of many entries, to be looked up by their first word, by all their letters, and where words stand
    without spaces."""

    by_first: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(default_factory=dict)
    joined: dict[str, Entry] = field(default_factory=dict)
    inner: dict[str, Entry] = field(default_factory=dict)
    in_hashtag: dict[str, Entry] = field(default_factory=dict)
    unspaced: dict[str, Entry] = field(default_factory=dict)


def screen(text: str, house: HouseWords = NO_HOUSE_WORDS) -> tuple[PodError, ...]:
    """Everything in the sentence that is not printed, in its order; empty means nothing was found.

    Each error's `details` have the `words` as they were typed, their `category`, the `reason`, and one `rewording` of
    the whole sentence that passes.
    """
    sentence = plain(text)
    hits = _hits(sentence, house)
    if not hits:
        return ()
    rewording = _reworded(sentence, hits, house)
    return tuple(_refusal(sentence[hit.start : hit.end], hit.entry, rewording) for hit in hits)


def _hits(sentence: str, house: HouseWords) -> list[Hit]:
    """In the sentence's order; one within a longer one is left out, and so is one within a name that passes."""
    tokens = _tokens(sentence)
    own, own_free = _house_indexes(house)
    ours, ours_free = _our_indexes()
    free = [hit for index in (own_free, ours_free) for hit in _in_words(index, tokens)]
    found = [hit for hit in _found(ours, sentence, tokens) if not _within(hit, free)]
    # what a shop refuses stands, whoever may draw it elsewhere
    kept = [hit for hit in (*_found(own, sentence, tokens), *found) if not _excused(hit, tokens)]
    kept.sort(key=lambda hit: (hit.start, -hit.end))
    outer: list[Hit] = []
    for hit in kept:
        if not outer or hit.start >= outer[-1].end:
            outer.append(hit)
    return outer


def _excused(hit: Hit, tokens: list[Token]) -> bool:
    return any(_stands(tokens, phrase) for phrase in hit.entry.unless)


def _stands(tokens: list[Token], phrase: tuple[str, ...]) -> bool:
    return any(_matches(tokens[i : i + len(phrase)], phrase) for i in range(len(tokens)))


def _within(hit: Hit, wider: list[Hit]) -> bool:
    return any(one.start <= hit.start and hit.end <= one.end for one in wider)


# --- the lists, ready to be looked up


@lru_cache(maxsize=1)
def _our_indexes() -> tuple[Index, Index]:
    return _indexes(our_lists())


@lru_cache(maxsize=64)
def _house_indexes(house: HouseWords) -> tuple[Index, Index]:
    return _indexes(house_lists(house))


def _indexes(lists: Lists) -> tuple[Index, Index]:
    """What is refused, and what passes."""
    return _index(lists.entries), _index(lists.free)


def _index(entries: Iterable[Entry]) -> Index:
    index = Index()
    for entry in entries:
        for phrase in spellings(entry):
            _enter(index, phrase, entry)
    return index


def _enter(index: Index, phrase: tuple[str, ...], entry: Entry) -> None:
    joined = "".join(phrase)
    if unspaced(joined):
        index.unspaced.setdefault(joined, entry)
        return
    index.by_first.setdefault(phrase[0], []).append((phrase, entry))
    index.joined.setdefault(joined, entry)
    if len(phrase) > 1 and len(joined) >= _INNER:
        index.inner[joined] = entry
    if entry.category != "content" and len(joined) >= _INNER_IN_HASHTAG:
        index.in_hashtag[joined] = entry


# --- the sentence, looked at in five ways


def _tokens(sentence: str) -> list[Token]:
    words = ((m.start(), m.group(0).rstrip("!'’*")) for m in TOKEN.finditer(sentence))
    return [Token(readings(word), start, start + len(word), word) for start, word in words if word]


def _found(index: Index, sentence: str, tokens: list[Token]) -> Iterator[Hit]:
    if index.by_first:
        yield from _in_words(index, tokens)
        yield from _in_one_word(index, tokens)
        yield from _spelled_out(index, sentence, tokens)
        yield from _masked(index, tokens)
    if index.unspaced:
        yield from _without_spaces(index, sentence)


def _in_words(index: Index, tokens: list[Token]) -> Iterator[Hit]:
    """Word by word, as it is listed."""
    for i, token in enumerate(tokens):
        for reading in token.readings:
            for phrase, entry in index.by_first.get(reading, ()):
                if _matches(tokens[i : i + len(phrase)], phrase):
                    yield Hit(token.start, tokens[i + len(phrase) - 1].end, entry)


def _matches(row: list[Token], phrase: tuple[str, ...]) -> bool:
    return len(row) == len(phrase) and all(word in t.readings for word, t in zip(phrase, row, strict=True))


def _in_one_word(index: Index, tokens: list[Token]) -> Iterator[Hit]:
    """“mickeymouse”, and a long name inside a longer word."""
    for token in tokens:
        for reading in token.readings:
            if entry := index.joined.get(reading):
                yield Hit(token.start, token.end, entry)
            names = index.in_hashtag if token.text.startswith("#") else index.inner
            if len(reading) > _INNER_IN_HASHTAG:
                yield from (Hit(token.start, token.end, e) for name, e in names.items() if name in reading)


def _spelled_out(index: Index, sentence: str, tokens: list[Token]) -> Iterator[Hit]:
    """“d i s n e y”, “n.b.a.”, “dis-ney”: pieces that make a name once the gaps are gone."""
    for i in range(len(tokens)):
        for run in _runs(sentence, tokens, i):
            name = _spelled(index, run)
            if name and _is_spelling(sentence, run, name):
                yield Hit(run[0].start, run[-1].end, index.joined[name])


def _runs(sentence: str, tokens: list[Token], i: int) -> Iterator[list[Token]]:
    """Two words and more from the i-th on, as long as only gaps part them."""
    for j in range(i + 1, min(i + _LONGEST_RUN, len(tokens))):
        if not _GLUE.fullmatch(sentence, tokens[j - 1].end, tokens[j].start):
            return
        yield tokens[i : j + 1]


def _spelled(index: Index, run: list[Token]) -> str:
    """The name that the run's letters make, or ""."""
    joined = folded("".join(token.text for token in run))
    ways = (joined, *as_letters(joined))
    return next((name for way in ways for name in (way, way.removesuffix("s")) if name in index.joined), "")


def _is_spelling(sentence: str, run: list[Token], name: str) -> bool:
    """Not two words that happen to meet: single letters, or signs between the pieces."""
    single = [len(token.text) == 1 for token in run]
    if len(name) <= _SHORT:
        return all(single) and len(run) >= INITIALS
    signs = not any(c.isspace() for c in sentence[run[0].start : run[-1].end])
    return signs or any(single)


def _masked(index: Index, tokens: list[Token]) -> Iterator[Hit]:
    """“p*kachu”: an asterisk for a letter, in a word of which most letters stand."""
    for token in [t for t in tokens if "*" in t.text.strip("*")][:INITIALS]:
        shape = "".join("." if c == "*" else re.escape(shapes(c)) for c in token.text)
        if token.text.count("*") * 2 < len(token.text) - 1:
            yield from (Hit(token.start, token.end, e) for name, e in index.joined.items() if re.fullmatch(shape, name))


def _without_spaces(index: Index, sentence: str) -> Iterator[Hit]:
    """Kana, Han, Hangul: wherever it stands, as nothing parts it from the words around it."""
    places = [(shape, i) for i, c in enumerate(sentence) for shape in shapes(c) if not c.isspace()]
    bare = "".join(shape for shape, _ in places)
    for name, entry in index.unspaced.items():
        for m in re.finditer(re.escape(name), bare):
            yield Hit(places[m.start()][1], places[m.end() - 1][1] + 1, entry)


# --- a wording that passes

ARTICLE = re.compile(r"\b(?:an?|the)\s+$", re.IGNORECASE)

DETERMINED = re.compile(
    r"\b(?:an?|the|my|our|your|his|her|their|this|that|one|two|three|four|five)\s+"
    r"(?:(?!(?:of|with|and|or|in|on|at|by|for|from|like|as|to)\s)[\w-]+(?<!ing)\s+){1,2}$",
    re.IGNORECASE,
)
"""“a cute …”, “my two …”: what comes next brings no article of its own."""

_ROUNDS = 3


def _reworded(sentence: str, hits: list[Hit], house: HouseWords) -> str:
    """The sentence with each name replaced. Where the pieces together make another name, what to draw instead alone."""
    wording = sentence
    for _ in range(_ROUNDS):
        wording = _replaced(wording, hits)
        if not (left := _hits(wording, house)):
            return wording
        hits = left
    return hits[0].entry.instead


def _replaced(sentence: str, hits: Iterable[Hit]) -> str:
    for hit in reversed(list(hits)):
        before, instead, after = sentence[: hit.start], hit.entry.instead, sentence[hit.end :]
        if ARTICLE.search(before):
            before = ARTICLE.sub("", before)
        elif DETERMINED.search(before):
            instead = re.sub(r"^(?:an?|the)\s+", "", instead)
        sentence = f"{_apart(before, end=True)}{instead}{_apart(after, end=False)}"
    return sentence


def _apart(text: str, *, end: bool) -> str:
    """A word that stood without a space gets one."""
    if not text or not text[-1 if end else 0].isalnum():
        return text
    return f"{text} " if end else f" {text}"


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
