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

CARRIED_ON = frozenset(["head", "heads", "back", "nose", "snout", "shell", "roof", "hood", "rack"])
"""What something else is on: “with an orange on its head”, “with surfboards on the roof”."""

NOSES = frozenset(["nose", "snout"])
LIGHT = frozenset(
    [
        "butterfly",
        "ladybug",
        "ladybird",
        "bee",
        "bumblebee",
        "honeybee",
        "dragonfly",
        "moth",
        "snowflake",
        "firefly",
        "fly",
    ]
)
"""What lands on a nose."""

WOUND = frozenset(["curled", "wrapped", "coiled", "wound", "curling", "coiling", "wrapping", "twisted", "entwined"])
ROUND = frozenset(["around", "round", "about"])
"""Said of who lies around something: “a dragon curled around a mug”."""

SITS_ON = frozenset(["on", "atop", "upon", "off"])

INSIDE = frozenset(["in", "inside", "into", "within", "out"])

FROM_WITHIN = frozenset(
    [
        "waving",
        "peeking",
        "looking",
        "watching",
        "saluting",
        "greeting",
        "rising",
        "giving",
        "singing",
        "fishing",
        "angling",
    ]
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
        "grilling",
        "grills",
        "frying",
        "fries",
        "barbecuing",
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
        "picking",
        "picks",
        "gathering",
        "slicing",
        "peeling",
        "sculpting",
        "carving",
        "popping",
        "polishing",
        "baking",
        "bakes",
        "building",
        "builds",
        "washing",
        "washes",
        "bathing",
        "scrubbing",
        "tonguing",
        "roasting",
        "toasting",
        "decorating",
        "assembling",
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
    [
        *("baking", "cooking", "grilling", "knitting", "sewing", "brewing", "roasting", "frying", "barbecuing"),
    ]
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
        "milking",
    ]
)
"""What is done with something that is ahead of somebody."""

POURING = frozenset(["pouring", "pours"])
"""What is poured into a cup does not sit in it."""

AT_A_TABLE = frozenset({"chess", "checkers", "poker", "cards", "backgammon", "dominoes"})
"""What one plays with somebody across a table."""

WITH_ARMS = frozenset(
    {"dancing", "dances", "playing", "plays", "shaking", "shakes", "juggling", "waving", "swinging", "lifting"}
)
"""What a thing needs arms for, so that it can have something in hand as well."""

KNOCKING = frozenset(["knocking", "knocks", "tipping", "tips", "pushing", "pushes"])
"""What over or off comes after, and the thing falls."""

LEAPS = frozenset(["jumping", "jumps", "jumped", "leaping", "leaps", "hopping", "flying", "flies", "soaring"])
"""What is done over things."""


FLOWN = frozenset(["balloons", "kite", "kites", "drone"])
"""What somebody flies without wings."""


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


ACTS = ("ing", "ist", "ner", "ier", "fer", "ker", "boarder", "skater", "skating", "driver", "pilot")
"""How words end that are an occupation by themselves: no preposition is needed before them."""

ACTING = (RIDING | HOLDING | WEARING) - frozenset(["in", "on", "with", "enjoying", "making", "has", "having"])
"""Words after which a sentence expects more than somebody standing there."""


NEARLY: Mapping[str, tuple[str, ...]] = {
    "wings": ("fly", "flies"),
    "box": ("boxing", "boxer", "boxers"),
    "glasses": ("glass",),
    "balloons": ("balloon", "baloon"),
    "balloon": ("balloons", "baloons"),
    "fishing rod": ("fish", "fishes"),
    "dress": ("dressed", "dressing"),
    "tattoos": ("tattoo",),
}
"""Words with the stem of another: a glass is no glasses, and a fish is not fishing."""


DOES_WITH = frozenset(["playing", "eating", "drinking", "throwing", "loving", "stealing", "hugging", "juggling"])
"""What follows the thing that it is done with."""

WORKS = frozenset(
    [
        "gnawing",
        "chewing",
        "munching",
        "snacking",
        "nibbling",
        "typing",
        "types",
        "writing",
        "playing",
        "plays",
        "working",
        "drawing",
        "knocking",
        "singing",
    ]
)

NEAR = 3

DONE_TO = frozenset(
    [
        *("chasing", "chases", "chewing", "chews", "stealing", "steals", "biting", "bites", "fetching", "fetches"),
        *("hugging", "kissing", "following", "follows", "scaring", "attacking", "robbing", "licking", "sniffing"),
        *("knitting", "ironing", "washing", "folding", "sewing", "ripping", "shredding", "tearing", "carrying"),
        *("juggling", "guarding", "painting", "interrupting", "annoying", "judging", "watching", "outrunning"),
    ]
)
"""What is done to somebody else, or with what is not worn meanwhile."""

TO_SOMEBODY = frozenset(["chasing", "chases", "hugging", "hugs", "following", "follows", "kissing", "cuddling"])
"""What an animal does with people, who are drawn for it."""

JAWS = frozenset(["mouth", "mouths", "beak", "bill", "jaws", "teeth"])
"""What an animal has something in that has no hands."""

LEADING = frozenset(["at", "behind"]) | RIDING | SITS_ON | INSIDE | ON_TOP | HOLDING | WEARING
