"""The cards of a tarot by name: what each of them shows, and its name under it."""

from __future__ import annotations

import re
from collections.abc import Mapping

_ARCANA: Mapping[str, str] = {
    "fool": "man with a backpack and a dog",
    "magician": "wizard with a wand",
    "high priestess": "woman with a crown on a crescent moon",
    "empress": "queen with wheat",
    "emperor": "king with a sword",
    "hierophant": "king reading a book",
    "lovers": "couple holding hands in love",
    "chariot": "knight riding a horse",
    "strength": "lion with a flower crown",
    "hermit": "wizard with a lantern",
    "wheel of fortune": "ship wheel",
    "justice": "balance scale",
    "hanged man": "man upside down",
    "death": "grim reaper",
    "temperance": "angel with a cup",
    "devil": "devil",
    "tower": "tower with lightning",
    "star": "star",
    "moon": "wolf under the moon",
    "sun": "sun with a face",
    "judgement": "angel playing a trumpet",
    "judgment": "angel playing a trumpet",
    "world": "globe",
}
"""What is drawn for a card of the great arcana, in the words of a sentence."""

_NAME = rf"(?P<name>(?:the )?(?P<card>{'|'.join(_ARCANA)}))"
_CARDS = (
    re.compile(
        rf"^\s*(?:an? |the )?(?:vintage |retro |mystical |gothic )?tarot(?: card)?(?:,|:| -| of)? {_NAME}\s*$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^\s*{_NAME},? (?:vintage |major arcana )?tarot(?: cards?)?(?: (?:style|design|art))?\s*$", re.IGNORECASE
    ),
)


def card_shown(said: str) -> str:
    """“the lovers tarot card” as a sentence that says what is on it; any other sentence as it is."""
    match = next((found for card in _CARDS if (found := card.match(said))), None)
    if match is None:
        return said
    return f"{_ARCANA[match['card'].lower()]} tarot card with the words {match['name']}"
