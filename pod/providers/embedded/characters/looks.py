"""How a person is said to look: skin, hair, a beard. Rows of changes to a character, and the words that ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pod.providers.embedded.characters.species import SPECIES, Species

_BEARDS = ("stubble", "moustache", "full beard", "dark beard")
_HAIR = frozenset(
    {
        "short hair",
        "fringe hair",
        "parted hair",
        "side hair",
        "long hair",
        "bun",
        "pigtails",
        "curly fringe",
        "ninja hood",
    }
)
_WHO = (
    *("woman", "man", "girl", "boy", "lady", "queen", "king", "mom", "mum", "dad", "mother", "father", "grandma"),
    *(
        "grandpa",
        "nurse",
        "doctor",
        "teacher",
        "princess",
        "ballerina",
        "couple",
        "family",
        "women",
        "men",
        "girls",
        "boys",
    ),
    *("mermaid", "fairy", "bride", "chef", "barber", "lawyer", "santa", "baby", "guy", "dancer", "sister", "sisters"),
)


@dataclass(frozen=True, slots=True)
class Look:
    """`skin` are the inks of face and lighter parts, `hair` that of the hair. `marks` come for the hair that there is, or, with
    `keeps_hair`, beside it; `shaves` takes a beard off."""

    words: tuple[str, ...]
    skin: tuple[str, str] = ("", "")
    hair: str = ""
    marks: tuple[str, ...] = ()
    keeps_hair: bool = True
    shaves: bool = False
    iris: str = ""
    """The ink of its eyes: a cat has them as well as a person."""


def _before(*words: str) -> tuple[str, ...]:
    """“black woman”, “black haired” is hair: only right before a person."""
    return tuple(f"{word} {who}" for word in words for who in _WHO)


_GROWS = (
    *(" hair", " haired", "-haired", " hair and", " beard", " bearded", " moustache", " mustache", " bob", " fringe"),
    *(" braids", " plaits", " pigtails", " ponytail", " curls", " bun", " afro", " dreadlocks", " dreads", " locks"),
    *(f" {how} hair" for how in ("curly", "long", "short", "straight", "wavy", "long curly", "messy", "spiky")),
)
"""What grows in a colour."""


def _hair(*colours: str) -> tuple[str, ...]:
    return tuple(f"{colour}{end}" for colour in colours for end in _GROWS)


LOOKS: Mapping[str, Look] = {
    "dark skin": Look(
        (
            *_before("black", "african", "african american", "melanin"),
            "dark skin",
            "dark skinned",
            "dark-skinned",
            "melanin",
        ),
        ("#7d4e34", "#a8714f"),
        "#2a1f20",
    ),
    "brown skin": Look(
        (*_before("brown", "indian", "latina", "hispanic", "mexican"), "brown skin", "brown skinned", "brown-skinned"),
        ("#a86b43", "#d49a6f"),
    ),
    "fair skin": Look(
        (*_before("white", "asian", "pale", "japanese", "korean", "chinese", "irish"), "pale skin", "fair skin"),
        ("#f4cfae", "#fce8d6"),
    ),
    "red hair": Look(
        (
            *_hair("red", "ginger", "auburn", "copper"),
            *_before("ginger"),
            "redhead",
            "redheaded",
            "red headed",
            "redhaired",
        ),
        ("#f6d3b8", "#fdeada"),
        "#c5562a",
    ),
    "blonde hair": Look((*_hair("blonde", "blond", "golden", "yellow"), "blonde", "blond"), hair="#e8bf5a"),
    "brown hair": Look((*_hair("brown", "dark brown"), "brunette"), hair="#6b442c"),
    "black hair": Look(_hair("black", "dark", "raven"), hair="#2c2226"),
    "grey hair": Look(_hair("grey", "gray", "silver"), hair="#aeabb6"),
    "white hair": Look(_hair("white"), hair="#efedf1"),
    "pink hair": Look(_hair("pink"), hair="#ee8fb5"),
    "blue hair": Look(_hair("blue", "turquoise", "teal"), hair="#4f8fd0"),
    "purple hair": Look(_hair("purple", "lilac", "lavender"), hair="#8b5fc0"),
    "green hair": Look(_hair("green"), hair="#5fae6a"),
    "orange hair": Look(_hair("orange"), hair="#e5822f"),
    "afro": Look(("afro", "afros", "afro hair"), marks=("afro", "curly fringe"), keeps_hair=False),
    "curls": Look(
        ("curly hair", "curly haired", "curly-haired", "curls", "wavy hair", "frizzy hair", "big hair"),
        marks=("curls", "curly fringe"),
        keeps_hair=False,
    ),
    "braids": Look(
        ("braids", "braided hair", "plaits", "pigtails", "pig tails", "box braids"),
        marks=("braids", "parted hair"),
        keeps_hair=False,
    ),
    "ponytail": Look(("ponytail", "pony tail", "ponytails"), marks=("ponytail", "fringe hair"), keeps_hair=False),
    "bun": Look(
        ("hair bun", "messy bun", "man bun", "hair in a bun", "mom bun"), marks=("bun", "parted hair"), keeps_hair=False
    ),
    "locks": Look(
        ("dreadlocks", "dreads", "locs", "dreadlocked", "rasta"), marks=("locks", "fringe hair"), keeps_hair=False
    ),
    "mohawk": Look(("mohawk", "punk"), marks=("mohawk",), keeps_hair=False),
    "long hair": Look(
        ("long hair", "long haired", "long-haired"), marks=("long hair", "parted hair"), keeps_hair=False
    ),
    "short hair": Look(
        ("short hair", "short haired", "bob haircut", "pixie cut"), marks=("short hair",), keeps_hair=False
    ),
    "bald": Look(("bald", "bald headed", "bald-headed", "shaved head"), keeps_hair=False),
    "bearded": Look(
        ("beard", "bearded", "big beard", "long beard", "full beard", "lumberjack"), marks=("dark beard",), shaves=True
    ),
    "moustache": Look(
        ("moustache", "mustache", "handlebar moustache", "handlebar mustache"), marks=("moustache",), shaves=True
    ),
    **{
        f"{names[0]} eyes": Look(
            tuple(f"{name}{mid} eyes" for name in names for mid in ("", " big", " bright")), iris=ink
        )
        for names, ink in (
            (("blue", "light blue", "ice blue"), "#5fa8e8"),
            (("green", "emerald"), "#58a84a"),
            (("yellow", "golden", "amber", "gold"), "#f0b63f"),
            (("orange",), "#ee8a3c"),
            (("red",), "#d9403c"),
            (("purple", "violet"), "#8a5fc0"),
            (("pink",), "#ee7f9f"),
            (("hazel", "brown"), "#a3672f"),
        )
    },
    "freckles": Look(("freckles", "freckled", "freckly"), marks=("cheek freckles",)),
}
"""By name, skin before hair before its cut: a later one is drawn over an earlier."""

OF_LOOKS = frozenset(word for look in LOOKS.values() for phrase in look.words for word in phrase.split()) - frozenset(
    (*_WHO, "and")
)
"""Every word that says how somebody looks."""


def looks_in(words: Sequence[str]) -> tuple[str, ...]:
    """The looks that the words ask for, as written."""
    spoken = f" {' '.join(words)} "
    return tuple(name for name, look in LOOKS.items() if any(f" {word} " in spoken for word in look.words))


def looking(species: Species, looks: Iterable[str]) -> Species:
    """The person as they are said to look; of who has fur or feathers only the eyes change."""
    told = [LOOKS[name] for name in LOOKS if name in set(looks)]
    if species.arms == "sleeve" or species.body == "mermaid":
        return _changed(species, told)
    iris = next((look.iris for look in told if look.iris), "")
    return replace(species, iris=iris) if iris else species


def _changed(species: Species, looks: Sequence[Look]) -> Species:
    for look in looks:
        marks = tuple(m for m in species.marks if look.keeps_hair or m not in _HAIR)
        kept = tuple(m for m in marks if not (look.shaves and m in _BEARDS))
        base, light = look.skin
        species = replace(
            species,
            base=base or species.base,
            light=light or species.light,
            dark=look.hair or species.dark,
            iris=look.iris or species.iris,
            marks=(*look.marks, *(m for m in kept if m not in look.marks)),
        )
    return species


SKINS = frozenset(
    (
        *(s.base for s in SPECIES.values() if s.arms == "sleeve"),
        *(look.skin[0] for look in LOOKS.values() if look.skin[0]),
    )
)
"""Inks of faces."""
