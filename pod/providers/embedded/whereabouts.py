"""The land that a sentence's hero is in where none was said, or where more is said of it than its name: a slope, a cliff."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from pod.providers.embedded.characters.doing import IDLE
from pod.providers.embedded.grounds import DOWNHILL, IN_SNOW
from pod.providers.embedded.groups import IN_A_SKY
from pod.providers.embedded.keywords import homes
from pod.providers.embedded.kinds import AFLOAT, AIRBORNE, LANDMARKS
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.standing import SWIMS, acts, under_a_sky

_CLIFFS = frozenset({"cliff", "cliffs", "clifftop", "bluff", "headland", "rock", "rocks", "rocky"})
OFF_A_HEADLAND = SWIMS | AFLOAT
"""What is in the water below who stands on one."""

_COASTS = frozenset({"coast", "ocean", "lighthouse_coast", "sea_stacks", "breakers"})
_OF_STATES = frozenset({"mountains", "pines", "meadow", "ridges", "highlands", "autumn"})
"""What a state is known for, though its lighthouses stand at the sea."""

_LIGHTS = frozenset({"lighthouse", "striped lighthouse"})
_NO_PICTURE_OF_A_PLACE = frozenset({"sticker", "stickers", "icon", "logo", "outline", "silhouette", "pattern"})


def at_home(understood: Understanding) -> Understanding:
    """With the land around its hero, as far as the sentence implies one."""
    there = next((there for place in _PLACES if (there := place(understood)) is not None), understood)
    return replace(there, night=True) if there.scene and _SPOOKY & set(there.words) else there


def _under_water(understood: Understanding) -> Understanding | None:
    """What swims over corals has the sea bed under it, and no sky; a diver too."""
    if _is_somebody(understood) and understood.scene in _AT_SEA and _DIVES & set(understood.words):
        return replace(understood, scene="reef")
    if _hero(understood) not in SWIMS or understood.scene not in ("", "ocean") or not _of_the_sea_bed(understood):
        return None
    others = tuple(choice for choice in understood.companions if choice.label not in _GROWS_THERE)
    return replace(understood, scene="reef", companions=others)


def _at_sea(understood: Understanding) -> Understanding | None:
    """A ship, and a whale at sunset or in a storm."""
    hero, said = _hero(understood), set(understood.words)
    late = bool(_EVENING & said) or bool(understood.weather)
    if understood.scene or not (hero in AFLOAT or (hero in SWIMS and late)):
        return None
    if (_NO_PICTURE_OF_A_PLACE | _INDOORS) & said or understood.doing.inside or understood.crossed:
        return None
    if hero == "submarine":
        return replace(understood, scene="reef")
    return replace(understood, scene="lake" if hero in _ON_LAKES else "ocean")


def _over_the_land(understood: Understanding) -> Understanding | None:
    """Balloons hang in a sky."""
    hero = _hero(understood)
    if hero not in AIRBORNE - _OF_ANY_SKY or understood.scene or acts(understood.doing) or understood.partner:
        return None
    if _NO_PICTURE_OF_A_PLACE & set(understood.words) or understood.crossed:
        return None
    return replace(understood, scene=homes().get(hero, "roofs" if hero == "santa sleigh" else "meadow"))


def _before_the_sight(understood: Understanding) -> Understanding | None:
    """“cherry blossoms and a temple” are a temple, with blossoms over it."""
    sight = next((choice for choice in understood.companions if choice.label in LANDMARKS), None)
    if _hero(understood) not in _AROUND_A_SIGHT or sight is None:
        return None
    others = tuple(choice for choice in understood.companions if choice is not sight)
    turned = replace(
        understood, heroes=(sight, *understood.heroes[1:]), companions=(understood.heroes[0], *others), count=1
    )
    return _landmark(turned) or turned


def _on_a_cliff(understood: Understanding) -> Understanding | None:
    """A puffin at the edge of one."""
    there = _is_somebody(understood) and understood.scene in _COASTS and _CLIFFS & set(understood.words)
    return replace(understood, scene="headland") if there and not acts(understood.doing) else None


def _pond(understood: Understanding) -> Understanding | None:
    """Koi are seen from above, and so is their water."""
    if _hero(understood) not in ("koi fish", "koi") or understood.scene not in ("", "lake", "garden", "koi_pond"):
        return None
    others = tuple(choice for choice in understood.companions if choice.label not in _ON_A_POND)
    if not _POND & set(understood.words):
        return None
    return replace(understood, scene="koi_pond", companions=others, doing=IDLE, held=None)


def _on_a_slope(understood: Understanding) -> Understanding | None:
    slope = _slope_of(understood) if _is_somebody(understood) else ""
    return replace(understood, scene=slope) if slope else None


def _under_a_tree(understood: Understanding) -> Understanding | None:
    """In the shade of one that fills the picture, rather than under a crown like a hat."""
    if not _IN_THE_SHADE.fullmatch(understood.doing.inside) or understood.scene not in _MEADOWS or understood.weather:
        return None
    said = set(understood.words)
    if _HUNG_IN_IT & said:
        return None
    kind = next((scene for words, scene in _SHADE if words & said), "under_tree")
    others = tuple(choice for choice in understood.companions if "tree" not in choice.label.split())
    return replace(understood, scene=kind, companions=others, doing=replace(understood.doing, inside=""))


def _where_it_is_done(understood: Understanding) -> Understanding | None:
    """A snowman is built in the snow."""
    if understood.scene or not _is_somebody(understood):
        return None
    scene = next((scene for words, scene in _DONE_THERE if words & set(understood.words)), "")
    scene = scene or _RIDDEN_THERE.get(understood.doing.rides, "")
    return replace(understood, scene=scene) if scene else None


def _in_a_boat(understood: Understanding) -> Understanding | None:
    """Whoever is in one is on the water, and a fisherman at it."""
    if understood.scene or not _is_somebody(understood):
        return None
    said = set(understood.words)
    scene = next((scene for words, scene in _ON_THE_WATER if words & said), "")
    return replace(understood, scene=scene) if scene and not _INDOORS & said else None


def _by_road(understood: Understanding) -> Understanding | None:
    """A road beside trees is the land, and no disc with one in it."""
    others = tuple(choice for choice in understood.companions if choice.label not in _ROADS)
    if len(others) == len(understood.companions):
        return None
    fallen = frozenset({"leaves"}) if _AUTUMN & set(understood.words) else frozenset()
    return replace(understood, scene="road", companions=others, weather=understood.weather | fallen)


def _both(understood: Understanding) -> Understanding | None:
    """Mountains and a lake."""
    wet = understood.scene in ("mountains", "pines") and _STILL_WATER & set(understood.words)
    return replace(understood, scene="mountain_lake" if understood.scene == "mountains" else "lake") if wet else None


def _the_land_itself(understood: Understanding) -> Understanding | None:
    """Palms at sunset are the land, and nobody who stands before it."""
    scene = _IS_A_LAND.get(_hero(understood), "")
    others = tuple(choice for choice in understood.companions if choice.label != "water wave")
    by_the_sea = understood.scene == "ocean" and scene == "beach"
    if not scene or others or (understood.scene and not by_the_sea) or not _EVENING & set(understood.words):
        return None
    return replace(understood, scene=scene, companions=())


def _flock(understood: Understanding) -> Understanding | None:
    """“irish hills with sheep” has more than one."""
    flock = understood.scene and understood.count == 1 and _hero(understood) == "ewe" and "sheep" in understood.words
    return replace(understood, count=3) if flock and not _ONE & set(understood.words) else None


def _landmark(understood: Understanding) -> Understanding | None:
    """Its own land where none was said; a rock over the sea for what is on a cliff or shines from a coast."""
    hero = _hero(understood)
    if hero in LANDMARKS and understood.doing.wears:  # cape cod is no cape
        understood = replace(understood, doing=replace(understood.doing, wears=()))
    if hero not in LANDMARKS or understood.partner is not None or acts(understood.doing):
        return None
    said = set(understood.words)
    if understood.scene == "night" and homes().get(hero):
        others = tuple(choice for choice in understood.companions if choice.label not in _STARS)
        return replace(understood, scene=homes()[hero], night=True, companions=others)
    there = understood.scene in _COASTS | _OF_STATES or (understood.weather and not understood.scene)
    by_the_sea = hero in _LIGHTS and there
    if by_the_sea or (_CLIFFS & said and understood.scene in _COASTS | {"mountains", ""}):
        return _without_a_rock(replace(understood, scene="headland"))
    if understood.scene or understood.count > 1 or _NO_PICTURE_OF_A_PLACE & said:
        return None
    return _in_flower(understood) or replace(understood, scene=homes().get(hero, ""))


def _without_a_rock(understood: Understanding) -> Understanding:
    """There is one under it already."""
    first, *others = understood.heroes
    first = replace(first, label="lighthouse") if first.label in _LIGHTS else first
    return replace(understood, heroes=(first, *others))


def _in_flower(understood: Understanding) -> Understanding | None:
    """A cottage with roses stands in a garden of them."""
    kinds = [choice.label for choice in understood.companions]
    scene = next((_GROW[kind] for kind in kinds if kind in _GROW), "")
    others = tuple(choice for choice in understood.companions if choice.label not in _GROW)
    return replace(understood, scene=scene, companions=others) if scene else None


_PLACES: tuple[Callable[[Understanding], Understanding | None], ...] = (
    _under_water,
    _at_sea,
    _pond,
    _before_the_sight,
    _over_the_land,
    _on_a_cliff,
    _on_a_slope,
    _under_a_tree,
    _where_it_is_done,
    _in_a_boat,
    _by_road,
    _both,
    _the_land_itself,
    _flock,
    _landmark,
)


def _hero(understood: Understanding) -> str:
    return understood.heroes[0].label if understood.heroes else ""


def _is_somebody(understood: Understanding) -> bool:
    return bool(understood.heroes and understood.heroes[0].can_be_character)


_IN_THE_SHADE = re.compile(r"under an? (?:[a-z]+ )?tree")
_HUNG_IN_IT = frozenset({"swing", "swings", "swinging", "hammock"})
_MEADOWS = frozenset({"", "meadow", "park", "garden", "blossom", "autumn"})
_SHADE = (
    (frozenset({"cherry", "blossom", "blossoms", "sakura", "magnolia"}), "under_blossom"),
    (frozenset({"palm", "palms", "coconut"}), "beach"),
    (frozenset({"autumn", "fall", "maple"}), "under_maple"),
)
_DONE_THERE = (
    (frozenset({"snowman", "snowmen", "sledding", "sled", "snowball", "igloo", "snowboarding", "skiing"}), "snow"),
    (frozenset({"sandcastle", "sandcastles", "seashells"}), "beach"),
    (frozenset({"campfire", "marshmallow", "marshmallows", "s'mores", "smores"}), "camp"),
)
_RIDDEN_THERE = {"tractor": "farm"}
_GROW = {
    **dict.fromkeys(
        ("rose", "bouquet", "blossom", "hibiscus", "flowers", "peonies", "hollyhocks", "climbing roses"), "garden"
    ),
    **dict.fromkeys(("wildflowers", "daisy"), "wildflowers"),
    "sunflower": "sunflowers",
    "lavender": "lavender",
    "tulip": "tulips",
    "poppy": "poppies",
}
"""What flowers beside a house are the land around it."""

_ON_THE_WATER = (
    (frozenset({"sailing", "sailor", "pirate", "surfing", "yacht", "sailboat"}), "ocean"),
    (
        frozenset(
            {
                "fishing",
                "fisherman",
                "angler",
                "boat",
                "rowboat",
                "canoe",
                "kayak",
                "kayaking",
                "canoeing",
                "rowing",
                "paddling",
            }
        ),
        "lake",
    ),
)
_ON_LAKES = frozenset({"canoe", "kayak", "rowing boat", "raft", "dock", "koi fish", "trout", "paddle board"})
_SPOOKY = frozenset({"haunted", "spooky", "ghosts", "witch", "witches", "halloween", "werewolf", "vampire", "campfire"})
_AT_SEA = frozenset({"", "ocean", "beach", "tropics"})
_DIVES = frozenset({"scuba", "snorkeling", "snorkelling", "diver", "divers"})
_OF_ANY_SKY = frozenset({"flying saucer", "drone", "airplane departure", "space shuttle", "rocket", "seaplane"})
_STARS = frozenset({"star", "glowing star", "sparkles"})
_AROUND_A_SIGHT = frozenset({"cherry blossom", "blossom", "blossom branch", "full moon", "crescent moon", "rainbow"})
_POND = frozenset({"pond", "ponds", "water", "swimming", "lily", "lotus", "pads", "lilies"})
_ON_A_POND = frozenset({"lily pads", "lotus", "lily pad", "water lily"})
_INDOORS = frozenset({"bath", "bathtub", "tub", "pool", "paper", "toy", "cloud", "clouds", "sky"})
_ROADS = frozenset({"open road", "motorway"})
_AUTUMN = frozenset({"fall", "autumn", "october"})
_STILL_WATER = frozenset({"lake", "river", "stream", "creek"})
_IS_A_LAND = {
    "palm tree": "beach",
    "evergreen tree": "pines",
    "mountain": "mountains",
    "snow-capped mountain": "mountains",
}
_EVENING = frozenset({"sunset", "sunrise", "sunsets", "sunrises", "retro", "dusk", "dawn"})
_ONE = frozenset({"a", "an", "one", "black", "the", "my"})

_SLOPES = frozenset({"ski_slope", "hillside", "jump_hill"})
_OPEN_LAND = frozenset({"", "snow", "mountains", "meadow", "pines", "road", "alps", "desert"})
_WHEELS = frozenset(
    {"bicycle", "mountain bike", "dirt bike", "motorcycle", "bmx bike", "quad bike", "chopper motorcycle", "skateboard"}
)


def _slope_of(understood: Understanding) -> str:
    """The slope that somebody goes down, or the ramp that a rider leaps from; "" for level ground."""
    if understood.scene not in _OPEN_LAND or understood.count > 1:
        return ""
    spoken, doing = " ".join(understood.words), understood.doing
    if DOWNHILL.search(spoken) and (doing.rides or doing.action):
        return "ski_slope" if IN_SNOW & set(understood.words) else "hillside"
    if _SNOW_SPORTS & set(understood.words) and (doing.rides or doing.action) and understood.scene in _WHITE:
        return "ski_slope"
    return "jump_hill" if doing.rides in _WHEELS and _LEAPS.search(spoken) else ""


_SNOW_SPORTS = frozenset({"skiing", "snowboarding", "sledding", "skier", "snowboarder"})
_WHITE = frozenset({"", "snow", "mountains", "alps", "pines"})
_LEAPS = re.compile(
    r"\b(?:jump(?:s|ing)?|leap(?:s|ing)?|airborne|catch(?:es|ing)? air|in mid ?air|flying over|soaring)\b"
)


def has_its_ground(understood: Understanding, in_view: bool) -> bool:
    """Whether the land itself is the ground that the sentence puts under the hero."""
    return in_view and understood.scene in _SLOPES | {"headland"}


def around_it(understood: Understanding) -> frozenset[str]:
    """What of a hero's company is in the sky of its land, or in the water below its rock, rather than at its shoulder."""
    if not under_a_sky(understood):
        return frozenset()
    return IN_A_SKY | OFF_A_HEADLAND if understood.scene == "headland" else IN_A_SKY


def _of_the_sea_bed(understood: Understanding) -> bool:
    beside = {choice.label for choice in understood.companions}
    return bool(_SEA_BED & beside or _UNDER_WATER & set(understood.words)) and not acts(understood.doing)


_GROWS_THERE = frozenset({"sea coral", "coral", "kelp", "seaweed"})
_SEA_BED = frozenset(
    {"sea coral", "coral", "kelp", "sea anemone", "seaweed", "starfish", "tropical fish", "jellyfish", "bubbles"}
)
_UNDER_WATER = frozenset({"coral", "corals", "seaweed", "kelp", "anemone", "deep", "swimming", "swims", "diving"})
