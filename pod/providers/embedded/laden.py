"""What is carried on a back or a roof: an animal is drawn from the side for it, its load between its head and its tail."""

from __future__ import annotations

from pod.providers.embedded.characters.doing import Doing
from pod.providers.embedded.characters.figure import Figure, ridden_character, silhouette_of
from pod.providers.embedded.characters.fours import goes_on_fours
from pod.providers.embedded.characters.grip import prop_drawing
from pod.providers.embedded.characters.props import PROPS
from pod.providers.embedded.characters.species import ALIASES, SPECIES
from pod.providers.embedded.groups import on_the_back, topped
from pod.providers.embedded.keywords import ANIMALS, Choice
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.motifs import MotifLibrary
from pod.providers.embedded.ornamental import ORNAMENT_MARKS
from pod.providers.embedded.subjects import Subject
from pod.providers.embedded.taken import picture_of, pictures_of

_ROOF_LOAD = 0.56
"""Of a van's length, the length of what is on its roof."""

_BACKS = frozenset({"back", "backs", "shell"})


def laden(hero: Subject, understood: Understanding, library: MotifLibrary) -> Subject:
    """A picture of the sets with what is said to be on its back."""
    load = picture_of(understood.balanced, library) if understood.balanced else None
    if load is None:
        return hero
    if understood.heroes[0].group == ANIMALS:
        return on_the_back(hero, load)
    return topped(hero, load, share=_ROOF_LOAD)


def beast_of_burden(choice: Choice, understood: Understanding, library: MotifLibrary) -> Subject | None:
    """One of our own from the side, with what it has on its back; None where nothing is there, or it is shown at something else."""
    doing = understood.doing
    if not _BACKS & set(understood.words) or doing.wears or doing.rides or doing.inside or doing.action:
        return None
    load = pictures_of(understood, library).on_head
    if load is None and doing.on_head in PROPS:
        load = prop_drawing(SPECIES["cat"], doing.on_head)
    below = _from_the_side(choice, library) if load else None
    if load is None or below is None:
        return None
    return on_the_back(below, Figure(doing.on_head, load, silhouette_of(load)))


_SHELLED = {"tortoise": "1f422"}
"""Who sits before its own shell, by the picture in which that is on its back."""


def _from_the_side(choice: Choice, library: MotifLibrary) -> Subject | None:
    codepoints = _SHELLED.get(choice.label, "" if choice.species else choice.codepoints)
    motif = library.motif(codepoints) if codepoints else None
    if motif is not None and "face" not in motif.flags:
        return motif
    species = SPECIES[ALIASES.get(choice.can_be_character, choice.can_be_character)]
    if not goes_on_fours(species):
        return None
    drawing = ridden_character(species.name)
    return Figure(species.name, drawing, silhouette_of(drawing))


_ELEMENTS = {
    **dict.fromkeys(
        ("dolphin", "whale", "spouting whale"), frozenset({"jumping", "clearing", "swimming", "diving in"})
    ),
    "bat": frozenset({"flying"}),
    "horse": frozenset({"running"}),
}


def is_in_its_element(label: str, doing: Doing) -> bool:
    """A dolphin that jumps and a bat that flies do it as they are pictured, without arms and legs."""
    if label not in _ELEMENTS or set(doing.wears) - {"wings"} or doing.holds or doing.rides or doing.inside:
        return False
    return doing.action in _ELEMENTS[label] or "wings" in doing.wears


def as_pictured(choice: Choice, understood: Understanding, layout: str, library: MotifLibrary) -> Subject | None:
    """Whom a picture from the side shows better than one of our own that sits: with a load, in its element, as an outline."""
    if choice.can_be_character and (burdened := beast_of_burden(choice, understood, library)) is not None:
        return burdened
    motif = library.motif(choice.codepoints)
    if motif is None or motif.flags & {"text", "scene"}:
        return None
    outlined = bool(ORNAMENT_MARKS & set(understood.words)) or layout == "silhouette"
    plain = not choice.species and not understood.doing
    return motif if is_in_its_element(choice.label, understood.doing) or (plain and outlined) else None
