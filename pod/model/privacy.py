"""A customer's address in what others say of their order: found, and left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pod.model.order import ShipTo
from pod.model.shoporder import SAID_CHARS

_PARTS = {
    "email": "mail",
    "phone": "phone",
    "name": "name",
    "line1": "street",
    "line2": "street",
    "postcode": "postcode",
}
"""What leads to a person, and the word that stands in its place. A town or a country alone leads to nobody."""

_LEAST_CHARS = 3

ERASED_WORDS = "(erased)"
"""Stands where a buyer's words stood."""

_BETWEEN = r"[\W_]*"
_FOLDED = re.compile(r"[\W_]+")


def without_address(text: str, to: ShipTo) -> str:
    """`text` with each part of the address replaced by what it is, however it is spaced, pointed or capitalised."""
    for field, word in _PARTS.items():
        pieces = [re.escape(piece) for piece in _FOLDED.split(getattr(to, field)) if piece]
        if sum(map(len, pieces)) >= _LEAST_CHARS:
            said = _BETWEEN.join(pieces)
            text = re.sub(rf"(?<!\w){said}(?!\w)", f"({word})", text, flags=re.IGNORECASE)
    return text


def without_words(text: str, said: Iterable[str]) -> str:
    """`text` with a buyer's own words left out of it, however their lines are set; a longer word that holds one stays."""
    for words in sorted({way for each in said for way in _ways(each)}, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", "(words)", text, flags=re.IGNORECASE)
    return text


def _ways(words: str) -> Iterator[str]:
    """As they were typed, in one line, and as much of them as is said in a sentence."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    for whole in (words.strip(), " / ".join(lines), " ".join(lines)):
        yield from (way for way in (whole, whole[:SAID_CHARS]) if way)


def is_of(wanted: str, to: ShipTo) -> bool:
    """Whether the words are this customer's mail, or hold both their street and their postcode (their town without one)."""
    folded = _fold(wanted)
    if to.email and wanted.strip().casefold() == to.email.strip().casefold():
        return True
    street, place = _fold(to.line1), _fold(to.postcode or to.city)
    return bool(street and place) and f" {street} " in f" {folded} " and f" {place} " in f" {folded} "


def _fold(text: str) -> str:
    return _FOLDED.sub(" ", text).strip().casefold()
