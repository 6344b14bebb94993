"""Verbs and prepositions by what they say that somebody does with a thing: words for `relations`."""

from __future__ import annotations

from collections.abc import Mapping

RIDING = frozenset(
    [
        "riding",
        "rides",
        "ride",
        "rode",
        "driving",
        "drives",
        "drive",
        "on",
        "flying",
        "flies",
        "paddling",
        "sailing",
        "steering",
        "piloting",
        "aboard",
    ]
)

RIDES_IT = frozenset(["riding", "rides", "ride", "rode", "driving", "drives", "steering", "aboard"])

PREMISES = frozenset(["shop", "house", "bar", "store", "stand", "stall", "truck", "van", "cafe", "café"])
"""What follows a thing that is sold there: nobody at a coffee shop is said to hold the coffee."""

AIRCRAFT = frozenset(["airship", "zeppelin", "blimp", "helicopter", "biplane", "drone", "jet"])
"""Who flies a kite stays on the ground."""

CARRIED_ON = frozenset(["head", "heads", "back", "nose", "shell", "roof", "hood", "rack"])
"""What something else is on: “with an orange on its head”, “with surfboards on the roof”."""

SITS_ON = frozenset(["on", "atop", "upon", "off"])

INSIDE = frozenset(["in", "inside", "into", "within", "out"])

LOOKS_OUT = frozenset(
    ["waving", "peeking", "looking", "watching", "saluting", "greeting", "rising", "giving", "singing"]
)
"""Who does this from something is in it."""

ON_TOP = frozenset(["on", "upon", "atop"])

HOLDING = frozenset(
    [
        "holding",
        "holds",
        "hold",
        "carrying",
        "carries",
        "eating",
        "eats",
        "drinking",
        "drinks",
        "sipping",
        "playing",
        "plays",
        "with",
        "hugging",
        "hugs",
        "sharing",
        "juggling",
        "juggles",
        "offering",
        "giving",
        "brings",
        "bringing",
        "serving",
        "stealing",
        "steals",
        "guarding",
        "guards",
        "painting",
        "paints",
        "throwing",
        "catching",
        "cooking",
        "opening",
        "unwrapping",
        "wrapping",
        "shaking",
        "selling",
        "delivering",
        "devouring",
        "loves",
        "chewing",
        "cuddling",
        "licking",
        "bites",
        "biting",
        "waving",
        "enjoying",
        "making",
        "tossing",
        "tosses",
        "flipping",
        "balancing",
        "stirring",
        "munching",
        "nibbling",
        "snacking",
        "sniffing",
        "brushing",
        "lifting",
        "licks",
        "writing",
        "writes",
        "reading",
        "kicking",
        "kicks",
        "wielding",
        "swinging",
        "collecting",
        "pouring",
        "stacking",
        "lugging",
        "blowing",
        "flying",
        "pushing",
        "hoarding",
        "bouncing",
        "dunking",
        "mixing",
    ]
)

HAS_IN_HAND = frozenset(
    [
        *("playing", "plays", "holding", "drinking", "sipping", "eating", "lifting", "waving", "reading"),
        *(
            "throwing",
            "throws",
            "catching",
            "kicking",
            "carrying",
            "tossing",
            "dribbling",
            "balancing",
            "hugging",
            "chasing",
        ),
    ]
)
"""What a thing has arms for."""

JUGGLING = frozenset(["juggling", "juggles", "juggler", "juggle"])

CHEERING = frozenset(
    [
        "dancing",
        "dances",
        "dance",
        "dancer",
        "cheering",
        "cheers",
        "celebrating",
        "jumping",
        "jumps",
        "leaping",
        "partying",
        "party",
        "cheerleader",
        "hooray",
        "yay",
        "disco",
        "twerking",
        "boogie",
    ]
)

FLEXING = frozenset(
    ["flexing", "flexes", "flex", "bodybuilder", "muscular", "buff", "strong", "muscles", "swole", "ripped"]
)

MAKING = frozenset(
    ["baking", "cooking", "grilling", "knitting", "sewing", "brewing", "roasting", "frying", "barbecuing"]
)
"""What somebody does with a thing, though the table has a picture for the word alone."""

CHASING = frozenset(
    [
        "chasing",
        "chases",
        "fetching",
        "fetches",
        "herding",
        "herds",
        "feeding",
        "feeds",
        "petting",
        "pets",
        "stroking",
        "grooming",
    ]
)
"""What is done with something that is ahead of somebody."""

POURING = frozenset(["pouring", "pours"])
"""What is poured into a cup does not sit in it."""

LEAPS = frozenset(["jumping", "jumps", "jumped", "leaping", "leaps", "hopping", "flying", "flies", "soaring"])
"""What is done over things."""

_FISHES = frozenset({"fishing", "fishes", "angling"})

NOT_THERE: Mapping[str, frozenset[str]] = {
    "pool": _FISHES,
    "water": _FISHES,
    "teacup": POURING,
    "over a fence": LEAPS,
}
"""By place: words with which nobody is in it."""

NO_ACTION_BEFORE = frozenset(
    [
        *(
            "shoes",
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

NO_ACTION_WITH: Mapping[str, frozenset[str]] = {
    "running": frozenset(["coffee", "caffeine", "fumes", "empty", "sugar", "vibes", "late"]),
    "painting": NOT_ON_A_CANVAS,
    "gardening": frozenset(["watering", "waters"]),
}
"""By action: words after it that make it another thing."""

FLOWN = frozenset(["balloons", "kite", "kites", "drone"])
"""What somebody flies without wings."""

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
OTHERWISE_USED = {"bow": _NOT_WORN, "bows": _NOT_WORN}
"""Words for something worn, and what beside them says that it is something else."""

ACT_AS = frozenset(["unicorn", "dinosaur", "dragon", "shark", "mermaid", "dino"])
ACTORS = frozenset(
    [
        "cat",
        "cats",
        "kitten",
        "kittens",
        "dog",
        "dogs",
        "puppy",
        "pug",
        "pugs",
        "corgi",
        "corgis",
        "dachshund",
        "frenchie",
        "chihuahua",
        "poodle",
        "husky",
        "labrador",
        "beagle",
        "bunny",
        "hamster",
        "sloth",
        "axolotl",
        "capybara",
    ]
)
"""“unicorn pug”: a pet named after a creature of tales wears its skin."""

COSTUMES = frozenset(["costume", "costumes", "outfit", "outfits", "onesie"])

WEARING = frozenset(["wearing", "wears", "wear", "in", "with", "dressed", "has", "having"])

WORN = frozenset(["wearing", "wears", "wear", "dressed", "in", "with"])

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

ACTS = ("ing", "ist", "ner", "ier", "fer", "ker", "boarder", "skater", "skating", "driver", "pilot")
"""How words end that are an occupation by themselves: no preposition is needed before them."""

ACTING = (RIDING | HOLDING | WEARING) - frozenset(["in", "on", "with", "enjoying", "making", "has", "having"])
"""Words after which a sentence expects more than somebody standing there."""

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

NEARLY: Mapping[str, tuple[str, ...]] = {
    "wings": ("fly", "flies"),
    "box": ("boxing", "boxer", "boxers"),
    "glasses": ("glass",),
    "fishing rod": ("fish", "fishes"),
    "tutu": ("dressed", "dressing"),
}
"""Words with the stem of another: a glass is no glasses, and a fish is not fishing."""

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

DOES_WITH = frozenset(["playing", "eating", "drinking", "throwing", "loving", "stealing", "hugging", "juggling"])
"""What follows the thing that it is done with."""

WORKS = frozenset(["typing", "types", "writing", "playing", "plays", "working", "drawing", "knocking", "singing"])

NEAR = 3

LEADING = frozenset(["at", "behind"]) | RIDING | SITS_ON | INSIDE | ON_TOP | HOLDING | WEARING

ONLY_IF_HELD = frozenset({"sign", "present", "baby", "ball", "letter", "phone"})
"""Props that stand in a sentence for other reasons: “a birthday gift”, “baby dragon”, “letter M”."""

ALONE: Mapping[str, frozenset[str]] = {
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
