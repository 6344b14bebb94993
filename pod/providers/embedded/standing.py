"""What stands in a land rather than before it, as its landmark: a van, a cabin, a train; and what flies over it or floats in it."""

from __future__ import annotations

import re
from collections.abc import Set

from pod.providers.embedded.characters.doing import Doing
from pod.providers.embedded.gallery.fishes import FISHES
from pod.providers.embedded.gallery.whales import WHALES
from pod.providers.embedded.interiors import INTERIORS
from pod.providers.embedded.kinds import AFLOAT, AIRBORNE, HOUSES, LANDMARKS, STOOD_BEFORE
from pod.providers.embedded.meaning import Understanding

VIEWS = frozenset({"sunset", "scene", "poster", "card", "stamp"})
"""Layouts with a land to stand on: no head without a body there."""

SHOW_A_PLACE = VIEWS | {"badge", "crest", "patch", "wash"}
"""Layouts that draw the land and the weather that were said."""

_AT_THE_WATER = frozenset({"by", "beside", "at", "near", "along", "overlooking", "next", "fishing", "fisherman"})
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
        and not acts(understood.doing)
        and understood.partner is None
    )


def under_a_sky(understood: Understanding) -> bool:
    """Whether birds, sun and moon are in the sky of the land rather than at the hero's shoulder."""
    return understood.count == 1 and in_the_land(understood) and not in_the_air(understood)


_ON_THE_GROUND = frozenset(
    {"parked", "runway", "airfield", "airport", "hangar", "airstrip", "landing", "landed", "taking", "ground", "beach"}
)


SWIMS = (
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
    | {"seahorse", "stingray", "koi fish", "hammerhead shark", "submarine"}
    | WHALES.keys()
    | FISHES.keys()
)


def in_the_air(understood: Understanding) -> bool:
    """Whether it flies over the land."""
    if understood.scene in ("space", "reef", "koi_pond") and understood.heroes and understood.heroes[0].label in SWIMS:
        return True  # what swims has no ground under it, among the stars either
    if understood.scene not in _NO_LAND and _FLYING.search(" ".join(understood.words)) and _is_on_the_wing(understood):
        return True
    flies = bool(understood.heroes) and understood.heroes[0].label in AIRBORNE
    return flies and in_the_land(understood) and not _ON_THE_GROUND & _words(understood)


_FLYING = re.compile(r"\b(?:flying|flies|fly|soaring|soars|gliding|in flight)\b(?! (?:an?|the|his|her|my) )")


def _is_on_the_wing(understood: Understanding) -> bool:
    """Nobody who sits in something, or does another thing while a bird flies by."""
    doing = understood.doing
    return bool(understood.heroes) and not (doing.inside or doing.rides or doing.holds) and not understood.companions


def acts(doing: Doing) -> bool:
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
    afloat = {understood.doing.inside, understood.doing.rides} & AFLOAT or "boat" in understood.words
    return not afloat and (in_the_land(understood) or bool(_AT_THE_WATER & _words(understood)))


def _words(understood: Understanding) -> Set[str]:
    return set(understood.words)
