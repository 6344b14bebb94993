"""Words that look like something done, worn or held, and mean something else where they stand."""

from __future__ import annotations

from collections.abc import Mapping

from pod.providers.embedded.verbs import LEAPS, POURING

_FISHES = frozenset({"fishing", "fishes", "angling"})

BY_TWOS = frozenset({"shoe", "boot", "slipper", "sock", "sneaker", "glove", "mitten"})
"""What nobody wears one of."""

NOT_THERE: Mapping[str, frozenset[str]] = {
    "pool": _FISHES,
    "water": _FISHES,
    "teacup": POURING,
    "hamster wheel": frozenset({"pottery", "potter", "steering", "spinning", "ferris", "driving"}),
    "over a fence": LEAPS,
    "crescent moon": frozenset(
        {"astronaut", "astronauts", "planting", "walking", "landing", "rover", "flag", "golf", "driving", "footprints"}
    ),
    "stone": frozenset({"cliff", "cliffs", "clifftop", "bluff"}),
    "jar": frozenset({"fireflies", "firefly", "catching", "catches", "collecting", "bugs"}),
}
"""By place: words with which nobody is in it."""

ONLY_THERE: Mapping[str, frozenset[str]] = {
    "hanging branch": frozenset(
        ["hanging", "hangs", "hang", "swinging", "swings", "dangling", "dangles", "suspended", "upside", "clinging"]
    ),
    "tree trunk": frozenset(
        ["behind", "hiding", "hides", "peeking", "peeks", "peeping", "lurking", "looking", "spying"]
    ),
}
"""By place: words without which nobody is in it. A cat is rescued “from a tree”, and leaves are eaten."""

NO_ACTION_BEFORE = frozenset(
    [
        *(
            "shoes",
            "backpack",
            "rucksack",
            "gear",
            "poles",
            "shoe",
            "boots",
            "boot",
            "bag",
            "pool",
            "machine",
            "cart",
            "trolley",
            "list",
            "glove",
            "gloves",
            "ring",
        ),
        *(
            "rope",
            "shorts",
            "trunks",
            "team",
            "club",
            "desk",
            "board",
            "mat",
            "room",
            "floor",
            "lights",
            "beans",
            "band",
        ),
        *(
            "stick",
            "sticks",
            "late",
            "low",
            "beauty",
            "pad",
            "gear",
            "trip",
            "trail",
            "dead",
            "group",
            "pole",
            "needles",
            "needle",
            "circle",
            "pattern",
        ),
    ]
)
"""Running shoes run nowhere, and who is running late does not run."""

NOT_ON_A_CANVAS = frozenset(
    [
        "wall",
        "fence",
        "house",
        "room",
        "nails",
        "door",
        "eggs",
        "egg",
        "picture",
        "portrait",
        "landscape",
        "masterpiece",
    ]
)
"""What is painted without an easel, or has a drawing of its own."""

THINGS_TOO = frozenset({"painting", "drinking"})
"""Actions whose word names a thing after an article."""

NO_ACTION_WITH: Mapping[str, frozenset[str]] = {
    "running": frozenset(["coffee", "caffeine", "fumes", "empty", "sugar", "vibes", "late"]),
    "painting": NOT_ON_A_CANVAS,
    "pipe": frozenset(["wrench", "wrenches", "organ", "cleaner", "cleaners", "bag", "bags", "bagpipe"]),
    "gardening": frozenset(["watering", "waters", "flag"]),
    "watering": frozenset(["can", "cans", "hole", "holes"]),
    "pushing": frozenset(["off", "over", "daisies", "up", "buttons", "limits", "weights"]),
}
"""By action: words after it that make it another thing."""

_NOT_WORN = frozenset(
    [
        "arrow",
        "arrows",
        "archer",
        "archers",
        "archery",
        "hunter",
        "hunters",
        "hunting",
        "compound",
        "target",
        "crossed",
        "violin",
        "cello",
        "fiddle",
        "ship",
        "boat",
        "wreath",
        "gift",
        "present",
        "box",
    ]
)

OTHERWISE_USED = {
    "christmas": frozenset({"tree", "trees", "lights", "ornament", "ornaments"}),
    "bow": _NOT_WORN,
    "bows": _NOT_WORN,
    "skiing": frozenset({"water"}),
    "wrestler": frozenset({"sumo", "armwrestling"}),
    "wrestlers": frozenset({"sumo", "armwrestling"}),
}
"""Words for something worn, and what beside them says that it is something else."""

LEADS_NOWHERE = frozenset(
    [
        "a",
        "an",
        "the",
        "its",
        "his",
        "hers",
        "her",
        "their",
        "my",
        "some",
        "two",
        "three",
        "four",
        "five",
        "many",
        "and",
        "of",
        "big",
        "small",
        "tiny",
        "little",
        "huge",
        "giant",
        "old",
        "new",
        "red",
        "blue",
        "green",
        "yellow",
        "pink",
        "purple",
        "orange",
        "black",
        "white",
        "hot",
        "cold",
        "fresh",
        "delicious",
    ]
)
"""Between a verb or preposition and the thing that it is about."""

ONLY_WHERE_WORN = frozenset(
    [
        "cool",
        "beach",
        "music",
        "office",
        "winter",
        "tie",
        "suit",
        "dress",
        "helmet",
        "ribbon",
        "cap",
        "crown",
        "hero",
        "royal",
    ]
)
"""Words that dress somebody only where the sentence speaks of wearing."""

PARTS = frozenset(
    [
        "porch",
        "veranda",
        "patio",
        "deck",
        "balcony",
        "nose",
        "head",
        "back",
        "tail",
        "shoulder",
        "belly",
        "paw",
        "paws",
        "face",
        "tongue",
    ]
)
"""Nobody sits on their own, nor on what is walked on."""

ONLY_IF_HELD = frozenset({"ladder", "sign", "present", "baby", "ball", "letter", "phone"})
"""Props that stand in a sentence for other reasons: “a birthday gift”, “baby dragon”, “letter M”."""

ALONE: Mapping[str, frozenset[str]] = {
    "leaf": frozenset(["maple", "oak", "autumn", "fallen", "clover", "gold", "bay"]),
    "sign": frozenset(["stop", "peace", "neon", "road", "street", "star", "victory", "zodiac", "for", "dollar"]),
    "ball": frozenset(
        [
            "tennis",
            "soccer",
            "golf",
            "rice",
            "snow",
            "disco",
            "crystal",
            "bowling",
            "cannon",
            "magic",
            "eight",
            "8",
            "fire",
            "yarn",
        ]
    ),
    "letter": frozenset(["capital", "first"]),
    "glasses": frozenset(["two", "three", "four", "five", "six", "wine", "beer", "champagne", "drinking", "pint"]),
}
"""Props that are another thing after these words, and before “of” as well: a ball of yarn."""
