"""What our own hold, wear and sit on, shown by itself: the straw hat beside the spade, the swing beside the tree."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.providers.embedded.characters.nooks import NOOKS
from pod.providers.embedded.characters.pen import Pen
from pod.providers.embedded.characters.props import PROPS
from pod.providers.embedded.characters.wardrobe import WARDROBE

LOOSE_WORDS: Mapping[str, tuple[str, ...]] = {
    "newspaper": ("newspaper", "newspapers"),
    "flag": ("flag", "flags"),
    "magnifying glass": ("magnifying glass", "magnifier"),
    "bamboo": ("bamboo",),
    "ball": ("ball", "balls", "toy ball"),
    "vase": ("vase", "urn"),
    "wagon": ("wagon", "toy wagon", "pull wagon"),
    "swing": ("swing", "tree swing", "rope swing", "tire swing"),
    "hammock": ("hammock",),
    "throne": ("throne",),
    "trampoline": ("trampoline",),
    "puddle": ("puddle", "puddles"),
    "party hat": ("party hat", "birthday hat"),
    "sombrero": ("sombrero", "mexican hat"),
    "pilgrim hat": ("pilgrim hat",),
    "witch hat": ("witch hat", "witches hat", "witch's hat"),
    "santa hat": ("santa hat", "christmas hat"),
    "cap": ("baseball cap", "trucker cap"),
    "flower crown": ("flower crown",),
    "viking helmet": ("viking helmet",),
    "bandana": ("bandana", "bandanna"),
    "apron": ("apron",),
    "beret": ("beret",),
    "flying helmet": ("flying helmet", "aviator goggles"),
    "bunny ears": ("bunny ears",),
    "clover hat": ("leprechaun hat", "green top hat"),
    "deerstalker": ("deerstalker", "detective hat"),
    "halo": ("halo",),
    "crash helmet": ("helmet", "bike helmet", "motorcycle helmet", "racing helmet", "ski helmet"),
    "football helmet": ("football helmet", "hockey helmet"),
    "fire helmet": ("fire helmet", "firefighter helmet", "fireman hat"),
    "straw hat": ("straw hat", "sun hat", "sunhat"),
}
"""By the name in its own table, the words that it answers where no other picture does."""


def _drawn(name: str) -> Callable[[Pen], None]:
    if name in PROPS:
        return PROPS[name].draw
    if name in WARDROBE:
        return WARDROBE[name].draw

    def whole(pen: Pen) -> None:
        NOOKS[name].behind(pen)
        NOOKS[name].front(pen)

    return whole


LOOSE: Mapping[str, Callable[[Pen], None]] = {name: _drawn(name) for name in LOOSE_WORDS}
