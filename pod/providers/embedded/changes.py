"""“Make the fox blue; make it happier”: what the designer can change of what it has drawn, by drawing it again.

The layout, the palette, the ground and everything else that was decided stays; the one whose colour or mood is asked for is
drawn anew in its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from pod.model.errors import InputRefused
from pod.providers.embedded.characters.figure import Figure
from pod.providers.embedded.characters.moods import MOOD_WORDS
from pod.providers.embedded.dyes import dyed_drawing, in_one_hue
from pod.providers.embedded.gallery import FLORA
from pod.providers.embedded.gallery.wreaths import WREATHS
from pod.providers.embedded.hues import SHADES, TONES, ink_of
from pod.providers.embedded.kinds import BLOOMS, OWN_PLANTS
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.palettes import HUES
from pod.providers.embedded.subjects import Subject
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
        colour = next((w for w in reversed(words) if w in HUES or w in TONES), "")
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


FRAMES: Mapping[str, frozenset[str]] = {
    "bicycle with flowers": frozenset({"#3f978f"}),
    "vintage bicycle": frozenset({"#4fa39a"}),
    "lighthouse": frozenset({"#dd5546"}),
    "striped lighthouse": frozenset({"#d1493f"}),
    "chopper motorcycle": frozenset({"#d1332e"}),
    "dirt bike": frozenset({"#3f8fd0"}),
}
"""What has the colour that is said of things whose largest part is another: a red bicycle with a basket, a blue and white lighthouse."""


_ALL_OF_THEM = frozenset({"butterfly", "tropical-fish", "parrot", "peacock", "hot-air-balloon", "hot air balloon"})
"""What has several colours and is of one where one is said: of a gold butterfly the wings are gold."""


def dyed(subject: Subject, ink: str, only: Set[str] | None = None, fur: str = "") -> Subject:
    """The subject in another colour: its main ink and the shades of it; lines, eyes and what it wears stay, and all
    that is not `only`, where that is told. `fur` is the main ink where it is known: that of a cow is white."""
    only = only or FRAMES.get(subject.name)
    leafy = subject.name in FLORA | OWN_PLANTS | BLOOMS | WREATHS.keys()
    if subject.name in _ALL_OF_THEM and only is None:
        return Figure(subject.name, in_one_hue(dyed_drawing(subject.drawing, ink), ink), subject.silhouette)
    drawing = dyed_drawing(subject.drawing, ink, leafy=leafy, only=only, main=fur)
    return Figure(subject.name, drawing, subject.silhouette)


def _mood(word: str) -> str:
    plain = word.removesuffix("ier") + "y" if word.endswith("ier") else word
    return next((mood for mood, words in MOOD_WORDS.items() if plain in words), "")


def _whom(words: Sequence[str], colour: str) -> str:
    """Who is to have the colour, in the words of the sentence; "" is the hero."""
    said = [w for w in words if w not in _ASKING | _BODY | STOP and w not in SHADES and w != colour]
    return "" if not said or _ALL & set(words) else " ".join(said)
