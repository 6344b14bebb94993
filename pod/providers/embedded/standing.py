"""What stands in a land rather than before it: a van, a cabin, a train is small where the place is what the picture is of."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from pod.providers.embedded.characters.doing import Doing
from pod.providers.embedded.gallery.fishes import FISHES
from pod.providers.embedded.gallery.whales import WHALES
from pod.providers.embedded.grounds import DOWNHILL, IN_SNOW
from pod.providers.embedded.interiors import INTERIORS
from pod.providers.embedded.keywords import homes
from pod.providers.embedded.kinds import AFLOAT, AIRBORNE, HOUSES, LANDMARKS, STOOD_BEFORE
from pod.providers.embedded.meaning import Understanding

_AT_THE_WATER = frozenset({"by", "beside", "at", "near", "along", "overlooking", "next"})
"""Prepositions that put somebody on the shore rather than into the lake."""

_OF_THE_LAND = HOUSES | LANDMARKS | STOOD_BEFORE | AFLOAT | AIRBORNE

_NO_LAND = frozenset(INTERIORS) | {"", "night", "space", "stadium", "stage"}
"""Where nothing is to be seen that the hero could leave room for."""


def in_the_land(understood: Understanding) -> bool:
    """Whether the hero is one thing in a wide view: nobody who acts, and a place that was said."""
    return (
        bool(understood.heroes)
        and understood.heroes[0].label in _OF_THE_LAND
        and (understood.scene not in _NO_LAND or bool(understood.weather))
        and not _acts(understood.doing)
        and understood.partner is None
    )


_CLIFFS = frozenset({"cliff", "cliffs", "clifftop", "bluff", "headland", "rock", "rocks", "rocky"})
_COASTS = frozenset({"coast", "ocean", "lighthouse_coast", "sea_stacks", "breakers"})
_LIGHTS = frozenset({"lighthouse", "striped lighthouse"})
_NO_PICTURE_OF_A_PLACE = frozenset({"sticker", "stickers", "icon", "logo", "outline", "silhouette", "pattern"})


def at_home(understood: Understanding) -> Understanding:
    """With the land around it that a landmark stands in: its own where none was said, a rock over the sea for what is on a
    cliff or shines from a coast."""
    hero = understood.heroes[0].label if understood.heroes else ""
    if hero in _SWIMS and not understood.scene and _of_the_sea_bed(understood):
        others = tuple(choice for choice in understood.companions if choice.label not in _GROWS_THERE)
        return replace(understood, scene="reef", companions=others)
    if understood.heroes and understood.heroes[0].can_be_character and (slope := _slope_of(understood)):
        return replace(understood, scene=slope)
    if hero not in LANDMARKS or understood.partner is not None or _acts(understood.doing):
        return understood
    said = _words(understood)
    by_the_sea = hero in _LIGHTS and (understood.scene in _COASTS or (understood.weather and not understood.scene))
    if by_the_sea or (_CLIFFS & said and understood.scene in _COASTS | {"mountains", ""}):
        return replace(understood, scene="headland")
    if understood.scene or understood.count > 1 or _NO_PICTURE_OF_A_PLACE & said:
        return understood
    return replace(understood, scene=homes().get(hero, ""))


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
        return "ski_slope" if IN_SNOW & _words(understood) else "hillside"
    return "jump_hill" if doing.rides in _WHEELS and _LEAPS.search(spoken) else ""


_LEAPS = re.compile(
    r"\b(?:jump(?:s|ing)?|leap(?:s|ing)?|airborne|catch(?:es|ing)? air|in mid ?air|flying over|soaring)\b"
)


def has_its_ground(understood: Understanding, in_view: bool) -> bool:
    """Whether the land itself is the ground that the sentence puts under the hero."""
    return in_view and understood.scene in _SLOPES | {"headland"}


def _of_the_sea_bed(understood: Understanding) -> bool:
    beside = {choice.label for choice in understood.companions}
    return bool(_SEA_BED & beside or _UNDER_WATER & _words(understood)) and not _acts(understood.doing)


_GROWS_THERE = frozenset({"sea coral", "coral", "kelp", "seaweed"})
_SEA_BED = frozenset(
    {"sea coral", "coral", "kelp", "sea anemone", "seaweed", "starfish", "tropical fish", "jellyfish", "bubbles"}
)
_UNDER_WATER = frozenset({"coral", "corals", "seaweed", "kelp", "anemone", "deep", "swimming", "swims", "diving"})


def under_a_sky(understood: Understanding) -> bool:
    """Whether birds, sun and moon are in the sky of the land rather than at the hero's shoulder."""
    return understood.count == 1 and in_the_land(understood) and not in_the_air(understood)


_ON_THE_GROUND = frozenset(
    {"parked", "runway", "airfield", "airport", "hangar", "airstrip", "landing", "landed", "taking", "ground", "beach"}
)


_SWIMS = (
    frozenset(
        {
            "whale",
            "spouting whale",
            "octopus",
            "squid",
            "sea turtle",
            "shark",
            "dolphin",
            "tropical fish",
            "fish",
            "jellyfish",
        }
    )
    | {"seahorse", "stingray", "koi fish", "hammerhead shark"}
    | WHALES.keys()
    | FISHES.keys()
)


def in_the_air(understood: Understanding) -> bool:
    """Whether it flies over the land."""
    if understood.scene in ("space", "reef") and understood.heroes and understood.heroes[0].label in _SWIMS:
        return True  # what swims has no ground under it, among the stars either
    flies = bool(understood.heroes) and understood.heroes[0].label in AIRBORNE
    return flies and in_the_land(understood) and not _ON_THE_GROUND & _words(understood)


def _acts(doing: Doing) -> bool:
    """Whether more is seen of it than where it is."""
    return bool(
        doing.wears or doing.holds or doing.tool or doing.on_head or doing.rides or doing.action or doing.gesture
    )


def on_the_bank(understood: Understanding) -> bool:
    """Whether there is a near bank under the hero where the land is water."""
    if not understood.heroes or understood.heroes[0].label in AFLOAT:
        return False
    if in_the_air(understood):
        return False
    return in_the_land(understood) or bool(_AT_THE_WATER & _words(understood))


def _words(understood: Understanding) -> Set[str]:
    return set(understood.words)
