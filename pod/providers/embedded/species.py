"""The animals that no motif set has, one row of numbers each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Species:
    """`head` is (half width, half height); `eyes` (radius, distance from the middle, drop below the head's centre)."""

    name: str
    base: str
    dark: str
    light: str
    head: tuple[float, float]
    eyes: tuple[float, float, float]
    ears: str
    muzzle: tuple[float, float] = (0.0, 0.0)
    nose: str = ""
    tail: str = ""
    marks: tuple[str, ...] = ()
    feet: str = ""
    belly: bool = True


SPECIES = {
    s.name: s
    for s in (
        Species("axolotl", "#f7a9ba", "#dc6489", "#fddde2", (310, 205), (26, 172, 8), "gills", tail="fin"),
        Species("capybara", "#a8764e", "#6d492f", "#d0a279", (226, 226), (20, 122, -8), "small", (172, 122), "wide"),
        Species(
            "red panda",
            "#c8552c",
            "#4a2823",
            "#fff0e0",
            (272, 216),
            (24, 112, 10),
            "round",
            (108, 82),
            "button",
            "ringed",
            ("mask",),
            "dark",
        ),
        Species(
            "corgi",
            "#e59a4b",
            "#b66a2c",
            "#fff2de",
            (266, 216),
            (24, 112, 6),
            "tall",
            (124, 94),
            "button",
            "",
            ("blaze", "cheeks"),
        ),
        Species(
            "fox",
            "#e2702f",
            "#4b2a22",
            "#fff1e1",
            (274, 208),
            (24, 116, 12),
            "tall",
            (92, 78),
            "button",
            "brush",
            ("cheeks",),
            "dark",
        ),
        Species(
            "highland cow",
            "#c1763f",
            "#874923",
            "#efc99d",
            (216, 240),
            (0, 96, 0),
            "cow",
            (168, 106),
            "cow",
            "",
            ("horns", "fringe"),
        ),
        Species(
            "sloth",
            "#a58a6c",
            "#6b5540",
            "#ead9bd",
            (246, 214),
            (22, 98, 2),
            "none",
            (86, 66),
            "button",
            "",
            ("sloth mask",),
        ),
        Species(
            "otter",
            "#8a6244",
            "#5b3d2a",
            "#e2c7a4",
            (240, 206),
            (22, 110, 2),
            "small",
            (128, 92),
            "button",
            "paddle",
            ("whiskers",),
        ),
        Species(
            "frog",
            "#79b86a",
            "#4c8a4a",
            "#dff0c4",
            (284, 190),
            (0, 150, -150),
            "frog",
            (0, 0),
            "nostrils",
            "",
            ("frog eyes",),
        ),
        Species("bear", "#9a6a44", "#6b4529", "#e3c29a", (252, 226), (22, 104, 0), "round", (116, 90), "button"),
        Species(
            "cat",
            "#6f7583",
            "#484c58",
            "#e8e4e0",
            (270, 208),
            (27, 118, 8),
            "tall",
            (84, 62),
            "button",
            "curl",
            ("whiskers", "stripes"),
        ),
        Species("rabbit", "#d9c4b2", "#a98d78", "#fff6ec", (232, 206), (23, 104, 10), "long", (84, 66), "button", ""),
        Species(
            "panda",
            "#f7f3ec",
            "#33323a",
            "#ffffff",
            (270, 226),
            (20, 108, 14),
            "round",
            (92, 72),
            "button",
            "",
            ("panda eyes",),
            "dark",
        ),
        Species("koala", "#a3aab3", "#6c737d", "#e9ecef", (250, 216), (22, 116, 4), "fluffy", (0, 0), "koala"),
    )
}

ALIASES = {
    "salamander": "axolotl",
    "guinea pig": "capybara",
    "firefox": "red panda",
    "highland cattle": "highland cow",
    "scottish cow": "highland cow",
    "toad": "frog",
    "bunny": "rabbit",
    "hare": "rabbit",
    "kitten": "cat",
    "teddy bear": "bear",
}
