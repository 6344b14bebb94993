"""Who is drawn with the long limbs of an athlete: people at a sport, in no dress that would have to be seen whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pod.drawing.paths import Transform
from pod.providers.embedded.characters.bodies import ribs
from pod.providers.embedded.characters.build import BARE, BONES, Kit, Person, Stance, athlete
from pod.providers.embedded.characters.doing import Doing
from pod.providers.embedded.characters.pen import MIDDLE_X, Pen
from pod.providers.embedded.characters.species import Species
from pod.providers.embedded.characters.stances import ALOFT, STANCES
from pod.providers.embedded.characters.stunts import number_on_the_chest
from pod.providers.embedded.characters.wardrobe import WARDROBE, Layer

_SPORTSWEAR = frozenset(
    {
        *("red jersey", "blue jersey", "orange jersey", "white shirt", "striped shirt", "leotard", "karate suit"),
        *("red trunks", "wet suit", "sweater", "raincoat"),
        *("boots", "sneakers", "scarf", "bandana", "backpack", "tutu"),
    }
)
"""What the clothes of a sport stand for as well."""

_AIRS = frozenset({"jumping", "clearing", "flip"})
_ON_HEADS = frozenset({Layer.EYES, Layer.HEAD})
_TOOLS = frozenset({"racket", "baseball bat", "golf club tool", "rucksack", "lacrosse"})


_HAND_IN_HAND = "dancing together"
"""What two do of whom each has a hand out to the other."""


def stance_for(species: Species, doing: Doing, *, laden: bool) -> Stance | None:
    """None for who is no person, is in costume or in a gown, has something in hand that is no part of the sport (`laden`), or
    is somewhere else."""
    upright = species.arms == "sleeve" or species.name in _BEINGS
    if not upright or species.body != "plush" or laden or doing.costume:
        return None
    if doing.gesture and doing.action != _HAND_IN_HAND:
        return None
    if species.name in _SUITED and doing.rides in _BOARDS:  # who stands at ease, with a face to be known by
        return None
    if doing.juggles or doing.on_head or (doing.holds and doing.holds not in _TOOLS) or not _fits(doing.wears):
        return None
    stance = _told(doing)
    if stance is None or species.name not in _SUITED | _BEINGS:
        return stance
    return replace(stance, kit=_kit_of(species, stance.kit))


_BOARDS = frozenset({"surfboard", "skateboard", "snowboard", "skis", "kick scooter"})

_BEINGS = frozenset(
    {"bigfoot", "yeti", "alien", "robot", "astronaut", "skeleton", "gorilla", "chimpanzee", "orangutan"}
)
"""Who goes upright as people do, and wears nothing for it."""


_SUITED = frozenset({"santa", "elf", "gnome", "leprechaun", "wizard", "witch", "devil", "knight", "ninja", "vampire"})
"""Who is known by what they wear, at a sport as well: a surfing Santa is red from top to toe."""


def _kit_of(species: Species, kit: Kit) -> Kit:
    if species.name in _BEINGS:
        return _unclad(species, kit)
    shoes = kit.shoes if kit.shoes == BARE else species.feet or kit.shoes
    return replace(kit, top="", bottom=species.torso or species.base, sleeves="long", legs="long", shoes=shoes)


def _unclad(species: Species, kit: Kit) -> Kit:
    shoes = species.feet or BARE
    if "skull face" in species.marks:
        return replace(kit, top="", legs=BONES)
    return replace(kit, top="", bottom=species.base, sleeves="bare", legs="long", socks="", shoes=shoes)


def _told(doing: Doing) -> Stance | None:
    if doing.rides:
        table = ALOFT if doing.action in _AIRS and doing.rides in ALOFT else STANCES
        return table.get(doing.rides)
    if doing.inside:
        return STANCES.get(doing.inside)
    return STANCES.get(doing.action)


def _fits(wears: Sequence[str]) -> bool:
    return all(name in _SPORTSWEAR or WARDROBE[name].layer in _ON_HEADS for name in wears)


def facing(doing: Doing) -> Transform:
    """To the right, or to the left for whose partner is there."""
    away = doing.gesture.endswith("left")
    return Transform.scale(-1, 1).then(Transform.move(2 * MIDDLE_X, 0)) if away else Transform()


def dressed_for(doing: Doing, stance: Stance) -> Doing:
    """With the cap or helmet of the sport, unless there is something on the head."""
    if any(WARDROBE[name].layer is Layer.HEAD for name in doing.wears):
        return doing
    return replace(doing, wears=(*doing.wears, *stance.wears))


def draw_athlete(
    pen: Pen, doing: Doing, stance: Stance, hair: Callable[[Pen], None], head: Callable[[Pen], None]
) -> None:
    numbered = any(name.endswith("jersey") for name in doing.wears) or doing.number

    def number(on: Pen) -> None:
        if numbered:
            number_on_the_chest(on, doing.number or "1", "#fdfbf6")
        elif "skull face" in on.species.marks:
            ribs(on)

    athlete(pen, stance, Person(number, hair, head))
