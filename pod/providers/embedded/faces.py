"""The kind of face that a sentence asks for by its own words: “in old english letters”, “varsity”, “stencil”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pod.model.artwork import LetteringSlot

_LETTERS = r"(?:letter(?:s|ing)?|fonts?|type(?:face)?|script|style|writing)"

_ASKED = {
    # an Old English sheepdog is a dog
    "blackletter": re.compile(rf"\b(?:gothic|medieval|black ?letter|fraktur|old english {_LETTERS})\b", re.IGNORECASE),
    "collegiate": re.compile(r"\b(?:college|collegiate|university|varsity)\b", re.IGNORECASE),
    "stencil": re.compile(r"\bstencil(?:l?ed|s)?\b", re.IGNORECASE),
}
"""The kinds as `pod/lettering/faces.toml` has them."""


_TOLD = re.compile(
    rf"\b(?:in|with)\s+(?:an?\s+)?(?:gothic|medieval|black ?letter|fraktur|old english|college|collegiate|varsity|stencil(?:l?ed)?)"
    rf"\s+{_LETTERS}\b",
    re.IGNORECASE,
)
"""What is said of letters alone, and of nothing that is to be seen."""


def face_asked(said: str) -> tuple[str, str]:
    """The sentence without “in gothic letters”, and the kind; "" where the layout plans one."""
    kind = next((kind for kind, words in _ASKED.items() if words.search(said)), "")
    return (_TOLD.sub(" ", said) if kind else said), kind


def in_face(slots: Sequence[LetteringSlot], kind: str) -> tuple[LetteringSlot, ...]:
    return tuple(replace(slot, font=kind) for slot in slots) if kind else tuple(slots)
