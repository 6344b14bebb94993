"""How words are set: in which lines or curve, and what is done to the letters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LetteringLayout(StrEnum):
    """`AS_PLANNED`: as the artwork keeps a place for them, straight lines or along a circle."""

    AS_PLANNED = "as planned"
    LINES = "lines"
    STACKED = "stacked"
    ARC = "arc"
    ARCH = "arch"
    WAVE = "wave"
    RIBBON = "ribbon"


class LetteringEffect(StrEnum):
    PLAIN = "plain"
    OUTLINE = "outline"
    INLINE = "inline"
    SHADOW = "shadow"
    BLOCK = "block"
    WORN = "worn"


LAYOUT_WORDS = {
    LetteringLayout.AS_PLANNED: "As the picture has it",
    LetteringLayout.LINES: "Straight lines",
    LetteringLayout.STACKED: "Stacked to one width",
    LetteringLayout.ARC: "Along an arc",
    LetteringLayout.ARCH: "Arched, college style",
    LetteringLayout.WAVE: "In a wave",
    LetteringLayout.RIBBON: "On a ribbon",
}
EFFECT_WORDS = {
    LetteringEffect.PLAIN: "Plain",
    LetteringEffect.OUTLINE: "Outlined",
    LetteringEffect.INLINE: "A fine line inside",
    LetteringEffect.SHADOW: "A shadow",
    LetteringEffect.BLOCK: "A block shadow",
    LetteringEffect.WORN: "Worn, like an old print",
}
"""How they are called on pages; short, since a phone is narrow."""


@dataclass(frozen=True, slots=True)
class LetteringLook:
    """What a person asked for, as far as they did: a `font` is a face, a kind of face or a mood. What is left open the words and
    the picture decide, or what was there before."""

    font: str = ""
    layout: LetteringLayout | None = None
    effect: LetteringEffect | None = None

    def over(self, before: LetteringLook) -> LetteringLook:
        return LetteringLook(self.font or before.font, self.layout or before.layout, self.effect or before.effect)

    def __bool__(self) -> bool:
        """Whether anything was asked for."""
        return bool(self.font or self.layout or self.effect)
