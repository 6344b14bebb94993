"""Who is remembered: “in memory of our cat Luna”, “my golden retriever cooper 2012-2025”. Name and years are set, whose they are is
drawn."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

_YEARS = re.compile(
    r"^\s*(?P<words>(?:in (?:loving )?memory(?= of\b)|rest in peace\b|rip\b)?)(?:\s*of\b)?\s*(?P<who>(?:(?:my|our)\s+)?(?:[a-z]+\s+){0,4}?)(?P<name>[^\W\d_][\w-]+)"
    r",?\s+\(?(?P<years>(?:19|20)\d\d\s*[-–—]\s*(?:19|20)\d\d)\)?(?P<rest>\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_MEMORY = re.compile(
    r"^(?P<before>.*?)[\s,]*\b(?P<words>in (?:loving |fond )?memory of)\s+(?P<who>(?:(?:my|our|a|the)\s+)?(?:[a-z]+\s+){0,4}?)"
    r"(?P<name>[^\W\d_][\w-]+)(?P<rest>(?:\s*,|\s+(?:with|and|in|on|under)\b|\s*$).*)$",
    re.IGNORECASE | re.DOTALL,
)
_LOVED = frozenset(
    {
        "mum",
        "mom",
        "dad",
        "grandma",
        "grandad",
        "grandpa",
        "nan",
        "nana",
        "granny",
        "gran",
        "papa",
        "mother",
        "father",
        "uncle",
        "auntie",
    }
)
"""Who is remembered by what they were called."""


class Remembered(NamedTuple):
    words: tuple[str, ...]
    names: tuple[str, ...]
    picture: str


def remembered(text: str, is_animal: Callable[[str], bool], is_nobody: Callable[[str], bool]) -> Remembered | None:
    """None where nobody is, or nothing would be left to draw."""
    if match := _YEARS.match(text):
        told = match["who"].split() or match["rest"].split()
        if told and not is_nobody(match["name"]) and is_animal(told[-1].lower()):
            words = (match["words"],) if match["words"] else ()
            return Remembered(words, (match["name"], match["years"]), f"{match['who']} {match['rest']}")
    if (match := _MEMORY.match(text)) and not is_animal(match["name"].lower()):
        picture = f"{match['before']} {_plain(match['who'])} {match['rest'].strip(' ,')}".strip()
        if picture or match["name"].lower() in _LOVED:
            return Remembered((match["words"],), (match["name"],), picture or "white dove")
    return None


def _plain(who: str) -> str:
    return re.sub(r"^(?:my|our|a|the)\s+", "", who, flags=re.IGNORECASE)
