"""The ink that a colour word means, and where one ends what is said of a thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from pod.imaging.colour import from_oklch
from pod.providers.embedded.palettes import HUES
from pod.providers.embedded.words import BREAKS

_LIGHT, _STRONG = 0.62, 0.15
TONES: Mapping[str, tuple[float, float]] = {
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
    "lavender": (0.76, 0.09),
    "lilac": (0.78, 0.1),
    "mint": (0.86, 0.08),
    "peach": (0.85, 0.08),
    "coral": (0.72, 0.15),
    "cream": (0.93, 0.035),
    "silver": (0.8, 0.01),
    "maroon": (0.38, 0.12),
    "crimson": (0.48, 0.19),
    "golden": (0.8, 0.15),
    "neon": (0.82, 0.24),
    "sage": (0.72, 0.06),
    "celadon": (0.72, 0.06),
    "seafoam": (0.86, 0.08),
    "azure": (0.78, 0.1),
    "emerald": (0.56, 0.13),
    "mustard": (0.76, 0.14),
    "burgundy": (0.4, 0.12),
    "rust": (0.58, 0.14),
    "fuchsia": (0.66, 0.22),
    "magenta": (0.6, 0.24),
    "scarlet": (0.58, 0.22),
    "blush": (0.83, 0.06),
    "terracotta": (0.6, 0.12),
    "beige": (0.86, 0.04),
    "tan": (0.76, 0.07),
    "ivory": (0.95, 0.025),
    "khaki": (0.58, 0.09),
    "chartreuse": (0.87, 0.21),
    "aqua": (0.82, 0.1),
    "cyan": (0.82, 0.14),
    "indigo": (0.42, 0.15),
    "periwinkle": (0.7, 0.1),
    "copper": (0.6, 0.11),
    "bronze": (0.56, 0.09),
    "charcoal": (0.36, 0.01),
}
"""OKLCH lightness and chroma of colours that are not of the usual strength."""

SHADES = {"light": 0.13, "lighter": 0.13, "pale": 0.17, "pastel": 0.17, "dark": -0.15, "darker": -0.15, "deep": -0.12}


COMPOUNDS: tuple[tuple[str, str], ...] = (
    (r"\bburnt orange\b", "rust"),
    (r"\b(?P<sky>sky|baby|powder|ice|icy) blue\b", "azure"),
    (r"\b(?:forest|hunter|bottle|moss) green\b", "dark green"),
    (r"\b(?:dusty|blush|pale|pastel|baby) pink\b", "light pink"),
    (r"\b(?:hot|neon|electric|bright) pink\b", "fuchsia"),
    (r"\bsage green\b", "celadon"),
    (r"\bmint green\b", "seafoam"),
    (r"\bemerald green\b", "emerald"),
    (r"\b(?:olive|army|military) green\b", "khaki"),
    (r"\b(?:lime|neon|acid|chartreuse) green\b", "chartreuse"),
    (r"\b(?:neon|electric|cyan) blue\b", "cyan"),
    (r"\bneon (?P<hue>yellow|orange|purple|red)\b", r"\g<hue>"),
    (r"\b(?:royal|cobalt) blue\b", "blue"),
    (r"\bnavy blue\b(?! whale)", "navy"),
    (r"\b(?:rose gold|dusty rose|blush pink)\b(?! (?:bouquet|garden|bush))", "blush"),
    (r"\b(?:wine|blood|ruby|cherry) red\b", "crimson"),
    (r"\bdusty blue\b", "azure"),
    (r"\bmaroon red\b", "maroon"),
    (r"\b(?:canary|lemon|butter) yellow\b", "yellow"),
    (r"\b(?:deep|royal) purple\b", "dark purple"),
)
"""What shops call a colour, and the word for it here."""


def told_after(words: Sequence[str], last: int) -> range:
    """Where those words are that say after “in” which colour the word at `last` is of."""
    if tuple(words[last + 1 : last + 2]) != ("in",):
        return range(0)
    told = takewhile(lambda word: word in SHADES or word in TONES or word in HUES or word == "and", words[last + 2 :])
    return range(last + 2, last + 2 + len(list(told)))


def colour_after(words: Sequence[str], last: int) -> str:
    """“a teapot in dark blue”: the colour that ends what is said of the word at `last`, or ""; “in a pink pot” is the pot's."""
    places = told_after(words, last)
    told = [words[i] for i in places]
    if told == ["coral"]:  # a fish in coral is in a reef
        return ""
    ends = places.stop
    colour = next((word for word in told if word not in SHADES and word != "and"), "")
    return colour if ends == len(words) or words[ends] in BREAKS else ""


def ink_of(colour: str, words: Sequence[str]) -> str:
    lightness, chroma = TONES.get(colour, (_LIGHT, _STRONG))
    lightness += sum(SHADES.get(w, 0.0) for w in words)
    return from_oklch(min(0.95, max(0.2, lightness)), chroma, HUES.get(colour, 0.0))
