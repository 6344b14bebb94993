"""What a piece of clothing is: where it is worn, how it is drawn, and who says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from pod.providers.embedded.characters.pen import Pen


class Layer(StrEnum):
    """From back to front."""

    BACK = "back"
    FEET = "feet"
    BODY = "body"
    NECK = "neck"
    EYES = "eyes"
    HANDS = "hands"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Worn:
    """`words` ask for it outright; `jobs` are who wears it. `sleeves` is the ink of what covers the whole torso and the arms."""

    layer: Layer
    draw: Callable[[Pen], None]
    words: tuple[str, ...] = ()
    jobs: tuple[str, ...] = ()
    sleeves: str = ""


BARE = "bare"
"""As `Worn.sleeves`: torso and arms are skin or fur."""
