"""What may be chosen for words: faces with what they can write, moods, layouts and effects, each in plain words."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from pod.lettering.fonts import Font, fonts, mood_words
from pod.lettering.shaping import cap_height, x_height
from pod.model.lettering import EFFECT_WORDS, LAYOUT_WORDS, LetteringEffect, LetteringLayout

_WESTERN, _LATIN = "Western Latin", "Latin"

SCRIPTS: Mapping[str, str] = {
    _WESTERN: "Aa Éé Øø",
    _LATIN: "Aa Éé Łł",
    "Vietnamese": "Ắắ Ệệ",
    "Greek": "Ωω ά",
    "Cyrillic": "Жж Її",
    "Hebrew": "שלם",
    "Arabic": "مرحب",
    "Devanagari": "नमस्ते",
    "Thai": "สวัสดี",
    "Japanese": "日本のカナ",
    "Chinese": "简体繁體",
    "Korean": "한국어",
}
"""Some characters of each: a face that has these has what words are usually made of."""


@dataclass(frozen=True, slots=True)
class FaceChoice:
    """`min_x_height_mm` is what its finest strokes ask for beyond what the process does, 0 where nothing."""

    name: str
    family: str
    kind: str
    moods: tuple[str, ...]
    scripts: tuple[str, ...]
    x_height: float
    min_x_height_mm: float
    licence: str


@dataclass(frozen=True, slots=True)
class Choices:
    faces: tuple[FaceChoice, ...]
    moods: tuple[str, ...]
    layouts: Mapping[LetteringLayout, str]
    effects: Mapping[LetteringEffect, str]


@functools.cache
def choices() -> Choices:
    return Choices(tuple(map(_choice, fonts())), mood_words(), LAYOUT_WORDS, EFFECT_WORDS)


def _choice(font: Font) -> FaceChoice:
    return FaceChoice(
        font.name,
        font.family,
        font.role,
        font.moods,
        _scripts(font),
        round(x_height(font) / cap_height(font), 2),
        font.min_x_height_mm,
        font.licence,
    )


def _scripts(font: Font) -> tuple[str, ...]:
    """Those that it has; who has all of Latin is not said to have a part of it."""
    there = tuple(script for script, some in SCRIPTS.items() if not font.missing(some))
    return tuple(script for script in there if script != _WESTERN or _LATIN not in there)
