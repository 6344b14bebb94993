"""Text as people type it, made plain: one Unicode form, no control characters, single spaces."""

from __future__ import annotations

import re
import unicodedata

JOINERS = "\u200c\u200d"
"""Zero-width, yet part of the spelling in Persian, in Indic scripts and in emoji."""


def plain(text: str) -> str:
    """NFC, without control, bidirectional and other invisible characters, spaces collapsed."""
    kept = (_visible(c) for c in unicodedata.normalize("NFC", text))
    return re.sub(r"\s+", " ", "".join(kept)).strip()


def _visible(character: str) -> str:
    if character.isspace():
        return " "
    if character in JOINERS:
        return character
    return "" if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") else character


def shortened(text: str, most: int) -> str:
    """At most `most` characters, cut between words where there are any."""
    if len(text) <= most:
        return text
    head = text[: most + 1].rsplit(" ", 1)[0]
    return (head if len(head) <= most else head[:most]).rstrip(" ,;:-")
