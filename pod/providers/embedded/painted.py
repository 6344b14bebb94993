"""Parts that take a colour of their own: a white pot, pink rings, a red lid. By the name of the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pod.imaging.colour import mix
from pod.providers.embedded.changes import dyed
from pod.providers.embedded.dyes import is_green
from pod.providers.embedded.gallery import FLORA
from pod.providers.embedded.gallery.gorgons import SNAKES
from pod.providers.embedded.gallery.potted import POTTED
from pod.providers.embedded.hues import ink_of
from pod.providers.embedded.kinds import BLOOMS
from pod.providers.embedded.objects.kit import CLAY, pale
from pod.providers.embedded.palettes import HUES
from pod.providers.embedded.subjects import Subject
from pod.providers.embedded.things import thing
from pod.providers.embedded.words import COLOURS

_POT = ("pot", "pots", "planter")
_GLAZES = ("#cf7a4f", "#4f8fb8", "#f1e6d6", "#e9dcc6", "#e9b9a0", CLAY)
_RIMS = (mix(CLAY, "#fbf2df", 0.15), "#d98260")
_POT_INKS = frozenset({*_RIMS, *_GLAZES, *(pale(ink, 0.3) for ink in _GLAZES)})

_SHELL = ("shell", "shells")
_LEAF = ("leaf", "leaves", "stem", "stems", "foliage")

_PARTS: Mapping[str, tuple[tuple[str, ...], frozenset[str]]] = {
    **dict.fromkeys((*POTTED, "snake plant", "aloe", "zebra plant", "pot of basil"), (_POT, _POT_INKS)),
    "bonsai": (_POT, frozenset({"#b5503f", "#c9604c"})),
    "turtle": (_SHELL, frozenset({"#6e823a", "#484e23", "#6c7e4c", "#4f8a57"})),
    "sea turtle": (_SHELL, frozenset({"#8a6a3f", "#b08a4f", "#9a7540"})),
    "snail": (_SHELL, frozenset({"#a05d43", "#a8663f"})),
    "head of medusa": (("snake", "snakes", "hair"), SNAKES),
    "planet saturn": (("ring", "rings"), frozenset({"#d9b98a", "#a5855a"})),
}
"""The words for a part, and the inks that it is drawn in."""


_NO_PARTS: tuple[tuple[str, ...], frozenset[str]] = ((), frozenset())


def has_a_pot(label: str) -> bool:
    """Drawn in one already."""
    if label.startswith("potted "):
        return True
    called, inks = _PARTS.get(label, _NO_PARTS)
    return called == _POT and bool(inks & set(thing(label).drawing.inks()))


def painted(whole: Subject, label: str, words: Sequence[str]) -> Subject:
    """The part in the colour right before its name: “a monstera in a white pot”, “a rose with gold leaves”."""
    called, inks = _PARTS.get(label, _NO_PARTS)
    if whole.name in FLORA | BLOOMS and set(_LEAF) & set(words):
        called, inks = _LEAF, frozenset(filter(is_green, whole.drawing.inks()))
    at = next((i for i, word in enumerate(words) if i and word in called), 0)
    colour = words[at - 1] if at else ""
    if not inks & set(whole.drawing.inks()) or (colour not in COLOURS and colour not in HUES):
        return whole
    return dyed(whole, ink_of(colour, words), only=inks)
