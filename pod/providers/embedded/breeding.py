"""Several of a kind that are of different breeds: four dogs, and no two of them alike."""

from __future__ import annotations

from collections.abc import Mapping

from pod.providers.embedded.characters.figure import character
from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.hues import ink_of
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.subjects import Subject
from pod.providers.embedded.taken import in_colour
from pod.providers.embedded.words import COLOURS

_BREEDS: Mapping[str, tuple[str, ...]] = {
    "dog": ("corgi", "dalmatian", "pug", "husky", "dachshund", "golden retriever", "border collie", "poodle dog"),
    "cat": (
        "orange cat",
        "black cat",
        "siamese cat",
        "tuxedo cat",
        "white cat",
        "calico cat",
        "tabby cat",
        "maine coon",
    ),
    "chicken": ("hen", "speckled hen", "silkie chicken", "black hen", "buff orpington", "polish chicken"),
    "rabbit": ("rabbit", "dutch rabbit", "lop rabbit", "lionhead rabbit"),
    "cow": ("cow", "highland cow", "jersey cow", "angus cow", "hereford cow", "belted galloway"),
    "pig": ("pig", "spotted pig", "pot bellied pig", "kunekune pig"),
    "duck": ("mallard", "white duck", "duck"),
    "sheep": ("sheep", "black faced sheep"),
}
_KIN = {"ewe": "sheep", "hen": "chicken"}

JUST_ONE = "justone"
"""The word before what one alone of several has on or in hand."""


_ABREAST = 3
"""More than so many stand in rows, the front one last, unless they are to stand in a line."""


def one_of_all(hero: Subject, understood: Understanding) -> list[Subject]:
    """“five penguins, one with a bow tie”: as many as were said, and the one before all in the middle as the `hero` is, or in the one
    colour that is said; else nobody."""
    name = _KIN.get(hero.name, hero.name)
    if JUST_ONE not in understood.words or name not in SPECIES:
        return []
    plain, (after, *_) = character(name), [*understood.words[understood.words.index(JUST_ONE) + 1 :], ""]
    in_a_line = "inarow" in understood.words or understood.count <= _ABREAST
    alone = _in_a_coat(plain, after) if after in COLOURS else hero
    front = understood.count if in_a_line else understood.count - understood.count // 2
    return [alone if at == understood.count - 1 - front // 2 else plain for at in range(understood.count)]


def _in_a_coat(plain: Subject, colour: str) -> Subject:
    """The kind of that colour where there is one: a black sheep has a dark face too."""
    kind = f"{colour} {plain.name}"
    return character(kind) if kind in SPECIES else in_colour(plain, ink_of(colour, ()), plain.name)


_DIFFERENT = frozenset({"breed", "breeds", "different", "various", "kinds", "types", "mixed", "assorted"})


def of_several_breeds(hero: Subject, understood: Understanding) -> list[Subject]:
    """One of each where the sentence says that they differ, and nothing of their colours; else nobody."""
    words = set(understood.words)
    breeds = _BREEDS.get(_KIN.get(hero.name, hero.name), ())
    if understood.colours or not _DIFFERENT & words or {"colours", "colors"} & words:
        return []
    return [character(breed, understood.doing) for breed in breeds[: understood.count]]
