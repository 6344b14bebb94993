"""Curated palettes: a dark, a light and five accents from light to dark, never pure black or white on the art.

Words of the sentence choose one; the seed chooses among those that fit. Cloth decides which ink carries type and edges.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pod.imaging.colour import contrast, delta_e, from_oklch, lab, luminance, mix, oklch

_TABLE = Path(__file__).with_name("data") / "palettes.toml"

DARK_CLOTH_BELOW = 0.22
"""Relative luminance under which a cloth counts as dark."""

_TEXT_CONTRAST = 3.2
"""WCAG's large-text ratio of 3:1, with a little for ink spread."""


@dataclass(frozen=True, slots=True)
class Palette:
    """`words` are the stems that call for it; one for an `occasion` comes only when called. `accents` run from light to dark."""

    name: str
    dark: str
    light: str
    accents: tuple[str, str, str, str, str]
    words: tuple[str, ...] = ()
    occasion: bool = False

    @property
    def inks(self) -> tuple[str, ...]:
        return (self.dark, self.light, *self.accents)

    def type_ink(self, cloth_rgb: str) -> str:
        """The ink that reads best on the cloth: light on dark, dark on light, an accent where neither will do."""
        return max(
            (self.light, self.dark, *self.accents),
            key=lambda ink: (contrast(ink, cloth_rgb) >= _TEXT_CONTRAST, -self._rank(ink), contrast(ink, cloth_rgb)),
        )

    def _rank(self, ink: str) -> int:
        return (self.light, self.dark, *reversed(self.accents)).index(ink) // 2


def is_dark(cloth_rgb: str) -> bool:
    return luminance(cloth_rgb) < DARK_CLOTH_BELOW


def _read(name: str, row: Mapping[str, Any]) -> Palette:
    return Palette(
        name, row["dark"], row["light"], tuple(row["accents"]), tuple(row["words"]), row.get("occasion", False)
    )


PALETTES: Mapping[str, Palette] = {
    name: _read(name, row) for name, row in tomllib.loads(_TABLE.read_text(encoding="utf-8")).items()
}

HUES = {
    "red": 27,
    "orange": 55,
    "yellow": 95,
    "gold": 88,
    "green": 145,
    "teal": 190,
    "turquoise": 190,
    "blue": 255,
    "navy": 262,
    "purple": 305,
    "violet": 300,
    "pink": 0,
    "brown": 55,
    "lavender": 302,
    "lilac": 318,
    "mint": 165,
    "peach": 55,
    "coral": 30,
    "cream": 90,
    "maroon": 20,
    "crimson": 22,
    "neon": 330,
    "golden": 88,
    "sage": 140,
    "celadon": 140,
    "seafoam": 165,
    "azure": 240,
    "emerald": 160,
    "mustard": 88,
    "burgundy": 12,
    "rust": 45,
    "fuchsia": 350,
    "magenta": 340,
    "scarlet": 29,
    "blush": 20,
    "terracotta": 42,
    "beige": 78,
    "tan": 70,
    "copper": 48,
    "bronze": 68,
    "ivory": 95,
    "khaki": 110,
    "chartreuse": 128,
    "aqua": 195,
    "cyan": 210,
    "indigo": 275,
    "periwinkle": 285,
}


def turned_to(palette: Palette, colours: Iterable[str]) -> Palette:
    """The palette with its accents at the hue of the first colour word that has one."""
    hue = next((HUES[c] for c in colours if c in HUES), None)
    return palette if hue is None else turned(palette, hue)


def turned(palette: Palette, hue: float) -> Palette:
    """The palette with three of its accents at `hue`, lightness kept; the other two stay as the counter-colour."""

    def at_hue(ink: str) -> str:
        lightness, chroma, _ = oklch(ink)
        return from_oklch(lightness, max(chroma, 0.09), hue)

    a = palette.accents
    return Palette(
        f"{palette.name}-{hue:.0f}", palette.dark, palette.light, (a[0], at_hue(a[1]), at_hue(a[2]), at_hue(a[3]), a[4])
    )


def own_palette(inks: tuple[str, ...], name: str = "own") -> Palette:
    """A palette from the shopper's own inks: sorted by lightness, missing ones mixed from those that are there."""
    ordered = sorted(dict.fromkeys(inks), key=lambda ink: -lab(ink)[0])
    light, dark = ordered[0], ordered[-1]
    if delta_e(light, dark) < 30:
        light, dark = mix(light, "#fff8ea", 0.75), mix(dark, "#1c1518", 0.75)
    middle = ordered[1:-1] or [mix(light, dark, 0.5)]
    accents = [middle[min(len(middle) - 1, i * len(middle) // 5)] for i in range(5)]
    shaded = tuple(
        mix(ink, light if i < 2 else dark, 0.12 * abs(i - 2)) if len(middle) < 5 else ink
        for i, ink in enumerate(accents)
    )
    return Palette(name, dark, light, (shaded[0], shaded[1], shaded[2], shaded[3], shaded[4]))
