"""“Make the fox blue; make it happier”: what the designer can change of what it has drawn, by drawing it again.

The layout, the palette, the ground and everything else that was decided stays; the one whose colour or mood is asked for is
drawn anew in its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pod.drawing.display import Drawing, Fill, Group, Item, Stroke
from pod.imaging.colour import from_oklch, hue_apart, oklch
from pod.model.errors import InputRefused
from pod.providers.embedded.characters.figure import Figure
from pod.providers.embedded.characters.moods import MOOD_WORDS
from pod.providers.embedded.characters.pen import BLUSH, INK
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.palettes import HUES
from pod.providers.embedded.subjects import Subject, visible_shares
from pod.providers.embedded.words import STOP, tokens

_PARTS = re.compile(r"\s*(?:[,;.]|\band\b|\bthen\b)\s*", re.IGNORECASE)
_ASKING = frozenset(
    [
        "make",
        "paint",
        "colour",
        "color",
        "turn",
        "change",
        "dye",
        "recolour",
        "recolor",
        "let",
        "draw",
        "have",
        "give",
        "look",
        "be",
        "more",
        "bit",
        "very",
        "into",
    ]
)
_BODY = frozenset(["fur", "coat", "hair", "skin", "body", "feathers"])
_ALL = frozenset(["it", "him", "her", "them", "everything", "all"])

_LIGHT, _STRONG = 0.62, 0.15
_TONES: Mapping[str, tuple[float, float]] = {
    "yellow": (0.86, 0.15),
    "gold": (0.78, 0.13),
    "navy": (0.36, 0.09),
    "brown": (0.46, 0.08),
    "pink": (0.80, 0.10),
    "red": (0.56, 0.19),
    "white": (0.95, 0.01),
    "black": (0.27, 0.01),
    "grey": (0.62, 0.01),
    "gray": (0.62, 0.01),
}
"""OKLCH lightness and chroma of colours that are not of the usual strength."""

_SHADES = {"light": 0.13, "lighter": 0.13, "pale": 0.17, "pastel": 0.17, "dark": -0.15, "darker": -0.15, "deep": -0.12}

_NEUTRAL = 0.035
"""OKLCH chroma below which an ink has no colour of its own."""

_FAMILY = 48.0
"""Degrees of hue within which inks are shades of one fur."""


@dataclass(frozen=True, slots=True)
class Changes:
    """`dyes` are (who, ink), "" being the hero; `mood` is one of `MOOD_WORDS`. `unheard` was not understood."""

    dyes: tuple[tuple[str, str], ...] = ()
    mood: str = ""
    unheard: tuple[str, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.dyes or self.mood)


NONE = Changes()


def read_changes(instruction: str) -> Changes:
    """A later part of the instruction overrules an earlier one that speaks of the same."""
    dyes, mood, unheard = dict[str, str](), "", list[str]()
    for part in filter(None, _PARTS.split(instruction)):
        words = tokens(part)
        colour = next((w for w in reversed(words) if w in HUES or w in _TONES), "")
        asked = next((found for w in words if (found := _mood(w))), "")
        if colour:
            dyes[_whom(words, colour)] = ink_of(colour, words)
        elif asked:
            mood = asked
        else:
            unheard.append(part)
    return Changes(tuple(dyes.items()), mood, tuple(unheard))


def in_mood(understood: Understanding, mood: str) -> Understanding:
    """`InputRefused` where the hero has no face that a mood could be put on."""
    if not mood:
        return understood
    hero = understood.heroes[0] if understood.heroes else None
    if hero is None or not hero.can_be_character:
        name = f"The {hero.label}" if hero else "This drawing"
        raise InputRefused(
            "no_mood",
            f"{name} has no face that could look {mood}.",
            "Ask for another colour or style, or a new drawing.",
        )
    return replace(understood, doing=replace(understood.doing, mood=mood))


def dyed(subject: Subject, ink: str) -> Subject:
    """The subject in another colour: its main ink and the shades of it; lines, eyes and what it wears stay."""
    colours = _dye(subject.drawing, ink)
    items = tuple(_in_inks(item, colours) for item in subject.drawing.items)
    return Figure(subject.name, replace(subject.drawing, items=items), subject.silhouette)


def _in_inks(item: Item, colours: Mapping[str, str]) -> Item:
    """Also what is drawn under a clip: the shade of a chin is fur."""
    if isinstance(item, Group):
        return replace(item, items=tuple(_in_inks(inner, colours) for inner in item.items))
    if isinstance(item, Fill | Stroke) and isinstance(item.paint, str):
        return replace(item, paint=colours.get(item.paint, item.paint))
    return item


def _dye(drawing: Drawing, ink: str) -> dict[str, str]:
    seen = visible_shares(drawing)
    shares = {i: seen.get(i, 0.0) for i in drawing.inks() if i not in (INK, BLUSH)}
    coats = {i: s for i, s in shares.items() if oklch(i)[1] >= _NEUTRAL} or shares
    main = max(coats, key=lambda i: coats[i])
    (to_light, to_chroma, to_hue), (light, chroma, hue) = oklch(ink), oklch(main)
    coloured = chroma >= _NEUTRAL

    def belongs(other: str) -> bool:
        _, other_chroma, other_hue = oklch(other)
        if not coloured:
            return other_chroma < _NEUTRAL
        return other_chroma >= _NEUTRAL and hue_apart(hue, other_hue) <= _FAMILY

    def moved(other: str) -> str:
        other_light, other_chroma, _ = oklch(other)
        lightness = min(0.97, max(0.18, to_light + 0.8 * (other_light - light)))
        return from_oklch(lightness, to_chroma * (other_chroma / chroma if coloured else 1.0), to_hue)

    return {other: moved(other) for other in shares if belongs(other)}


def _mood(word: str) -> str:
    plain = word.removesuffix("ier") + "y" if word.endswith("ier") else word
    return next((mood for mood, words in MOOD_WORDS.items() if plain in words), "")


def ink_of(colour: str, words: Sequence[str]) -> str:
    lightness, chroma = _TONES.get(colour, (_LIGHT, _STRONG))
    lightness += sum(_SHADES.get(w, 0.0) for w in words)
    return from_oklch(min(0.95, max(0.2, lightness)), chroma, HUES.get(colour, 0.0))


def _whom(words: Sequence[str], colour: str) -> str:
    """Who is to have the colour, in the words of the sentence; "" is the hero."""
    said = [w for w in words if w not in _ASKING | _BODY | STOP and w not in _SHADES and w != colour]
    return "" if not said or _ALL & set(words) else " ".join(said)
