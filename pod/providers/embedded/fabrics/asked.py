"""Which surface a sentence asks for: “black and white chevron pattern”, “terrazzo in mint and coral”."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from pod.imaging.colour import mix, oklab
from pod.providers.embedded.hues import TONES, ink_of
from pod.providers.embedded.palettes import HUES

_TABLE = Path(__file__).parent.parent / "data" / "fabrics.toml"

_CREAM, _NIGHT = "#f6efe0", "#23252f"
_TONES_BY_TURN = (("", 0.0), (_NIGHT, 0.16), (_CREAM, 0.22), ("#f0d9a8", 0.2))
_RAINBOW = ("#d7433b", "#ee8a34", "#f2c53d", "#4fa35b", "#3b7fc0", "#7a57a8")
_SETS: Mapping[str, Sequence[str]] = {
    "rainbow": (_CREAM, *_RAINBOW),
    "pastel": ("#fbf3e8", "#f4b8c4", "#f7d9a6", "#b9dfc6", "#b6d3ee", "#d3c2ea"),
    "pastels": ("#fbf3e8", "#f4b8c4", "#f7d9a6", "#b9dfc6", "#b6d3ee", "#d3c2ea"),
    "earth": ("#f0e4d0", "#a85b37", "#7b6a45", "#c99a5b", "#4b3a2d"),
    "earthy": ("#f0e4d0", "#a85b37", "#7b6a45", "#c99a5b", "#4b3a2d"),
    "neon": ("#1c1b29", "#ff3d9a", "#31e6d0", "#f6f045", "#7d4dff"),
}
_OF_PAINTERS: Mapping[str, str] = {
    "white": "#f7f5f0",
    "black": "#1f1e22",
    "mustard": "#d6a12b",
    "terracotta": "#c4663f",
    "terra cotta": "#c4663f",
    "rust": "#a9512c",
    "sage": "#a3b18a",
    "olive": "#7a7d3a",
    "burgundy": "#6f1d2e",
    "wine": "#6f1d2e",
    "beige": "#dcc9a8",
    "tan": "#c9a778",
    "ivory": "#f6f0df",
    "charcoal": "#36383d",
    "blush": "#eec4bd",
    "salmon": "#ef9580",
    "aqua": "#63c9c7",
    "magenta": "#c6327f",
    "fuchsia": "#cf3c8f",
    "plum": "#66325c",
    "emerald": "#1f8a5e",
    "indigo": "#39407f",
    "bronze": "#a3733c",
    "copper": "#b56b3f",
    "sky blue": "#8fc6e8",
    "baby blue": "#b3d9ef",
    "navy blue": "#26365f",
    "royal blue": "#2f55b5",
    "forest green": "#2e5a3f",
    "dark green": "#2c5340",
    "hot pink": "#e8458f",
    "baby pink": "#f5c3cf",
    "dusty pink": "#d8a09b",
    "rose gold": "#dba798",
    "off white": "#f6f0df",
}
"""Colours by the names that painters and shops have for them; all are words for something else as well, so that they are
read where nothing else is named."""

_COATS = frozenset({"leopard", "zebra", "tiger", "cow"})
"""What animals have on: what is said to be with one is on it."""

_ANY_OF_THEM = frozenset({"cut-outs", "triangles"})
"""What “abstract” and “geometric” alone are; with a name of its own the surface is that."""

_ON_WALLS = frozenset({"azulejos"})
"""What anything that is named with it lies on: “lemons and blue tiles”."""

_LABELS = (
    r"patterns?|prints?|designs?|background|textures?|wallpaper|fabric|textile|motif|swirls?|art|style|poster|square"
)
_GROUND = re.compile(r"\bon (?:an? )?(?P<on>[a-z ]+?)(?: background| ground)?$|(?P<of>[a-z]+) background\b")


@dataclass(frozen=True, slots=True)
class Fabric:
    """`name` is a painter's, or a layout's that needs no picture; `inks` are the ground and what is on it, none where the
    palette's own will do; `rest` is what else the sentence says, which stands before it where it is said to be `behind`."""

    name: str
    inks: tuple[str, ...] = ()
    rest: str = ""
    behind: bool = False

    def at_turn(self, turn: int) -> Fabric:
        """As said the first time; deeper, paler, and on warm paper the times after: candidates side by side are not alike."""
        toward, share = _TONES_BY_TURN[turn % len(_TONES_BY_TURN)]
        return replace(self, inks=tuple(mix(ink, toward, share) for ink in self.inks)) if share else self

    def shades(self, light: str, dark: str, accents: Sequence[str], turn: int) -> tuple[str, ...]:
        """The inks, or a palette's: the ground stays, the others change places by turns."""
        ground, *others = self.inks or (light, accents[1], accents[3], accents[4], dark)
        shift = turn % len(others)
        return (ground, *others[shift:], *others[:shift])


def fabric_asked(sentence: str) -> Fabric | None:
    """The surface whose phrase is the longest in the sentence; None where there is none."""
    said = " ".join(re.findall(r"[a-z0-9']+", sentence.lower().replace("-", " ")))
    found = max(_phrases_in(said), key=lambda one: (one[1] not in _ANY_OF_THEM, len(one[0])), default=None)
    if found is None:
        return None
    phrase, name = found
    said, strewn = _strewn(said, phrase, bare=name in _COATS)
    own = _inks_said(phrase) if name in _ON_WALLS else ()
    inks = own or _inks_said(said.replace(phrase, "|")) or tuple(_table()[name].get("inks", ()))
    banded = name == "bent bands" and " with " in said  # “retro 70s stripes with palm trees”
    behind = banded or bool(re.search(rf"\b{re.escape(phrase)} (?:[a-z]+ )?(?:background|backdrop|ground)\b", said))
    behind = behind or name in _ON_WALLS
    return Fabric(name, inks, strewn or _rest_of(said, phrase), behind or bool(strewn))


def _strewn(said: str, phrase: str, *, bare: bool) -> tuple[str, str]:
    """“zebra stripes” and “gold hearts” of “zebra stripes with gold hearts”; others than coats are called patterns (not `bare`)."""
    called = "(?: pattern| print)?" if bare else "(?: pattern| print| background)"
    match = re.search(rf"\b{re.escape(phrase)}{called} (?:with|and) (?P<what>.+)$", said)
    return (said[: match.start("what")], match["what"]) if match else (said, "")


def _rest_of(said: str, phrase: str) -> str:
    """Without the surface's name and colours, what it is made of and what it is for."""
    rest = re.sub(rf"\b{re.escape(phrase)}\b", " ", said)
    rest = re.sub(r"\bmade (?:up )?(?:of|from|out of) [a-z]+(?: and [a-z]+)?", " ", rest)
    rest = re.sub(
        rf"\b(?:{_LABELS}|seamless|repeating|tileable|all over|(?<!an )(?<!a )(?:{_colour_words()}))\b", " ", rest
    )
    return " ".join(rest.split())


def _phrases_in(said: str) -> list[tuple[str, str]]:
    """Every phrase in the sentence, and its surface; one that means a thing too only where it is called a pattern."""
    found = []
    for name, row in _table().items():
        for phrase in row["phrases"]:
            called = rf"(?: [a-z]+){{0,2}} (?:{_LABELS})" if phrase in row.get("called", ()) else ""
            if re.search(rf"\b{re.escape(phrase)}{called}\b", said):
                found.append((phrase, name))
    return found


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(_TABLE.read_text(encoding="utf-8"))


@cache
def _colour_words() -> str:
    words = {*_OF_PAINTERS, *_SETS, *HUES, *TONES, "colourful", "colorful", "colours?", "colors?", "tones?"}
    return "|".join(sorted(words, key=len, reverse=True))


def _inks_said(said: str) -> tuple[str, ...]:
    """The ground first: what is said to be it, else the lightest; a colour alone stands on cream, or on night where it is light."""
    names = re.findall(rf"\b(?:{_colour_words()})\b", said)
    if whole := next((_SETS[name] for name in names if name in _SETS), None):
        return tuple(whole)
    inks = {
        name: _OF_PAINTERS.get(name) or ink_of(name, ())
        for name in names
        if name in _OF_PAINTERS or name in HUES or name in TONES
    }
    if not inks:
        return ()
    if len(inks) == 1:
        (ink,) = inks.values()
        ground = _CREAM if oklab(ink)[0] < 0.82 else _NIGHT
        return (ground, ink, mix(ink, _NIGHT, 0.4))
    match = _GROUND.search(said)
    told = inks.get((match["on"] or match["of"] or "").strip(), "") if match else ""
    ground = told or max(inks.values(), key=lambda ink: oklab(ink)[0])
    return (ground, *(ink for ink in inks.values() if ink != ground))
