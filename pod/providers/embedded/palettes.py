"""Curated palettes: a dark, a light and five accents from light to dark, never pure black or white on the art.

Words of the sentence choose one; the seed chooses among those that fit. Cloth decides which ink carries type and edges.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pod.imaging.colour import contrast, delta_e, from_oklch, lab, luminance, mix, oklch

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

    def edge_ink(self, cloth_rgb: str) -> str:
        """The ink that sets the art off from the cloth."""
        return self.light if is_dark(cloth_rgb) else self.dark


def is_dark(cloth_rgb: str) -> bool:
    return luminance(cloth_rgb) < DARK_CLOTH_BELOW


PALETTES: Mapping[str, Palette] = {
    p.name: p
    for p in (
        Palette(
            "retro",
            "#2d1c2f",
            "#fbeed3",
            ("#f8d271", "#f4a04a", "#e8703c", "#cf3f3f", "#8c2a50"),
            ("retro", "sunset", "vintage", "80s", "summer", "surf", "road", "van"),
        ),
        Palette(
            "seventies",
            "#3a2318",
            "#f8e8c8",
            ("#efc15a", "#e39a3b", "#cf6a2e", "#a63f26", "#5b7f6b"),
            ("70s", "seventies", "coffee", "beer", "garage", "motorcycle", "groovy", "boho", "bakery", "whiskey"),
        ),
        Palette(
            "forest",
            "#17302b",
            "#f3ead3",
            ("#e9c46a", "#a7b96a", "#5f8f5b", "#2f6b52", "#d3703f"),
            (
                "forest",
                "camping",
                "hiking",
                "woods",
                "nature",
                "park",
                "trail",
                "outdoors",
                "green",
                "tree",
                "mushroom",
                "frog",
                "cottagecore",
            ),
        ),
        Palette(
            "ocean",
            "#102b44",
            "#f4efe0",
            ("#9ed8d2", "#4fb0b5", "#237a92", "#f2b45c", "#e3694c"),
            (
                "ocean",
                "sea",
                "beach",
                "wave",
                "shark",
                "fish",
                "fishing",
                "lake",
                "sail",
                "nautical",
                "whale",
                "blue",
                "swim",
                "turtle",
                "octopus",
            ),
        ),
        Palette(
            "candy",
            "#3b2a55",
            "#fff4f6",
            ("#ffd9e4", "#ff9fbd", "#b9a3f2", "#7fcdc6", "#ffd37a"),
            (
                "cute",
                "kawaii",
                "pastel",
                "pink",
                "sweet",
                "candy",
                "unicorn",
                "birthday",
                "princess",
                "baby",
                "cupcake",
                "axolotl",
            ),
        ),
        Palette(
            "desert",
            "#3a2030",
            "#fdf0dc",
            ("#f6c177", "#eb8f5b", "#d1604f", "#8a4a63", "#4f7f7a"),
            ("desert", "cactus", "western", "cowboy", "taco", "southwest", "canyon", "rodeo", "llama", "mexican"),
        ),
        Palette(
            "midnight",
            "#151b36",
            "#f7edd2",
            ("#f3d38a", "#c7b8e8", "#7d7fc4", "#45508f", "#e58a7b"),
            (
                "night",
                "moon",
                "star",
                "space",
                "galaxy",
                "dream",
                "witch",
                "magic",
                "astronaut",
                "owl",
                "tarot",
                "planet",
                "mystic",
            ),
        ),
        Palette(
            "berry",
            "#351532",
            "#fdeee7",
            ("#f7b2ad", "#e4667a", "#a8305f", "#6a1f57", "#f2c14e"),
            (
                "halloween",
                "spooky",
                "wine",
                "purple",
                "gothic",
                "skull",
                "vampire",
                "bat",
                "berry",
                "love",
                "heart",
                "valentine",
                "rose",
            ),
        ),
        Palette(
            "mint",
            "#183c3b",
            "#f7f6e7",
            ("#cdeac0", "#7cc6a4", "#3d9a8b", "#f4a259", "#e76f51"),
            ("mint", "fresh", "plant", "garden", "spring", "avocado", "yoga", "botanical", "herb", "vegan", "tea"),
        ),
        Palette(
            "festive",
            "#15312a",
            "#fbf3e2",
            ("#f1d591", "#e0a83f", "#c8403a", "#2e6f4f", "#8f1f2b"),
            ("christmas", "xmas", "santa", "reindeer", "holiday", "winter", "elf", "festive", "snowman"),
            occasion=True,
        ),
        Palette(
            "campus",
            "#1c2747",
            "#f6efdd",
            ("#f2c65a", "#e6922f", "#c5413b", "#2f5fa0", "#24406e"),
            (
                "team",
                "college",
                "varsity",
                "school",
                "baseball",
                "football",
                "basketball",
                "champion",
                "coach",
                "gym",
                "run",
                "hockey",
                "soccer",
            ),
        ),
        Palette(
            "press",
            "#20191a",
            "#f5ecd9",
            ("#ecc470", "#dd6a46", "#c2402f", "#7d8583", "#47504f"),
            (
                "rock",
                "music",
                "guitar",
                "punk",
                "tattoo",
                "metal",
                "news",
                "skate",
                "band",
                "drum",
                "ink",
                "car",
                "classic",
            ),
        ),
        Palette(
            "lavender",
            "#2e2748",
            "#f8f3fb",
            ("#e3d5f5", "#b79ce0", "#8468c0", "#f0a8a0", "#5f9f95"),
            ("lavender", "lilac", "violet", "calm", "meditation", "butterfly", "fairy", "crystal", "zen"),
        ),
        Palette(
            "citrus",
            "#2f3a1f",
            "#fdf6dd",
            ("#fbe16a", "#f7b32f", "#ee7f2d", "#8fb339", "#4d7d3a"),
            (
                "lemon",
                "orange",
                "citrus",
                "sunflower",
                "sunny",
                "yellow",
                "bee",
                "honey",
                "pineapple",
                "fruit",
                "banana",
                "happy",
            ),
        ),
    )
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
