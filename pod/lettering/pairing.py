"""Which face sets a text, and which stand beside it: for letters that it lacks, and for lines that it does not suit."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from pod.lettering.fonts import Font, font_named, fonts, fonts_named
from pod.lettering.scripts import letters, pieces
from pod.lettering.shaping import shape, x_height
from pod.model.artwork import LetteringSlot

_LONG_WORD = 9
"""From here on a word sets larger in the condensed face than in the slab."""

_WIDTHS = frozenset({"condensed", "slab", "heavy"})
"""Kinds of face that go together in one stack: all upright and heavy, and each of another width."""
_AS_DARK = 0.22
"""How much lighter or darker than the face itself, at most: the stack should look as if it were of one weight."""


def fitting_face(text: str, slot: LetteringSlot) -> Font:
    """The face the artwork planned where it suits the text, or one of its kind, else the first that does. Faces are opened one
    after the other: most of them never are."""
    unreadable = None
    for face in _tried(text, slot):
        if face.missing(text):
            continue
        if not _unreadable_in(face, text):
            return face
        unreadable = unreadable or face
    planned = (font_named(slot.font),) if slot.font else ()
    return unreadable or min((*planned, *_usual(text)), key=lambda face: len(face.missing(text)))


def _tried(text: str, slot: LetteringSlot) -> Iterator[Font]:
    if slot.font:
        planned = font_named(slot.font)
        yield planned
        yield from (face for face in fonts() if face.role == planned.role)
    yield from _usual(text)
    yield from fonts()


def _usual(text: str) -> tuple[Font, ...]:
    longest = max(len(word) for word in text.split())
    roles = ("condensed", "slab", "round") if longest >= _LONG_WORD else ("slab", "condensed", "round")
    return tuple(map(font_named, roles))


def chosen_face(name: str, text: str) -> Font:
    """The face that was asked for; of a kind or a mood the first that has every letter."""
    asked = fonts_named(name)
    return next((face for face in asked if not face.missing(text)), asked[0])


def with_stand_ins(font: Font, text: str) -> Font:
    """The face with those beside it that draw what it lacks of `text`, the likest that can."""
    if not font.missing(text):
        return font
    helped = font.standing_in(*kin(font))
    used = dict.fromkeys(p.font.name for line in text.split("\n") for p in pieces(line, helped))
    return font.standing_in(*(font_named(name) for name in used if name != font.name))


def undrawable(text: str) -> tuple[str, ...]:
    """The letters, with their marks, that no face draws; each once, in order."""
    return tuple(dict.fromkeys(one for one in letters(text) if all(face.missing(one) for face in fonts())))


@functools.cache
def kin(font: Font) -> tuple[Font, ...]:
    """Every other face, the likest first: of the same kind, then of a shared mood, then the rest; among those, the one
    that looks as dark."""

    def unlike(other: Font) -> tuple[int, float]:
        near = 0 if other.role == font.role else 1 if set(other.moods) & set(font.moods) else 2
        return near, abs(_darkness(other) - _darkness(font))

    return tuple(sorted((other for other in fonts() if other.name != font.name), key=unlike))


def widths_of(font: Font, line: str) -> tuple[Font, ...]:
    """The face itself, and those that may take its place in a line that it makes too high or too low."""
    if font.role not in _WIDTHS:
        return (font,)
    return (font, *(face for face in _of_other_widths(font) if not face.missing(line)))


@functools.cache
def _of_other_widths(font: Font) -> tuple[Font, ...]:
    others = (face for face in fonts() if face.name != font.name and face.role in _WIDTHS and "comic" not in face.moods)
    return tuple(face for face in others if abs(_darkness(face) / _darkness(font) - 1) <= _AS_DARK)


def _unreadable_in(face: Font, text: str) -> bool:
    """A script's capitals are made to begin words; a line of nothing else cannot be read."""
    return not face.tracking_em and text.isupper()


@functools.cache
def _darkness(font: Font) -> float:
    """How much of its place a small n covers."""
    run = shape(font, "n")
    return float(run.outline.geometry(0.01, evenodd=False).area) / (run.advance * x_height(font))


def forget_likenesses() -> None:
    """Of faces to one another: there are others now."""
    kin.cache_clear()
    _of_other_widths.cache_clear()
