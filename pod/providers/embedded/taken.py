"""Pictures of what somebody holds, has on the head, rides or sits on, and of whoever stands beside: in the inks that were said."""

from __future__ import annotations

from dataclasses import replace

from pod.drawing.display import Canvas, Drawing
from pod.drawing.paths import Transform
from pod.imaging.colour import hue_apart, oklch
from pod.providers.embedded.changes import dyed
from pod.providers.embedded.characters.astride import BACKS
from pod.providers.embedded.characters.figure import Pictures, character, ridden_character
from pod.providers.embedded.characters.fours import SADDLE, goes_on_fours
from pod.providers.embedded.characters.fowl import BODIES
from pod.providers.embedded.characters.pen import BOX
from pod.providers.embedded.characters.species import ALIASES, SPECIES
from pod.providers.embedded.hues import ink_of
from pod.providers.embedded.keywords import Choice
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.motifs import MotifLibrary
from pod.providers.embedded.subjects import Subject
from pod.providers.embedded.things import THINGS, thing
from pod.providers.embedded.verbs import COSTUMES


def pictures_of(understood: Understanding, library: MotifLibrary) -> Pictures:
    tints = tints_of(understood)
    held, on_head, ridden, seat = (
        drawing_of(choice, library, tints.get(choice.label) if choice else None) for choice in understood.taken
    )
    pictures = Pictures(_as_many(held, understood), on_head, ridden, seat)
    return _on_its_back(pictures, understood, library)


def _as_many(held: Drawing | None, understood: Understanding) -> Drawing | None:
    """Ducks that are fed are two at least."""
    label = understood.held.label if understood.held else ""
    many = min(_MOST_BEFORE, dict(understood.company).get(label, 1))
    if held is None or many == 1 or understood.doing.action not in _DONE_BEFORE:
        return held
    box, canvas = held.ink_box(), Canvas(BOX, BOX)
    for n in range(many):  # each a little nearer
        canvas.place(held, Transform.move(0.72 * box.width * n, 0.3 * box.height * (n % 2)))
    return canvas.drawing()


_DONE_BEFORE, _MOST_BEFORE = frozenset({"feeding", "chasing"}), 3


def _on_its_back(pictures: Pictures, understood: Understanding, library: MotifLibrary) -> Pictures:
    """One of our own that walks on paws is ridden on all fours; costumes are looked out of."""
    ridden, tints = understood.ridden, tints_of(understood)
    own = ridden.can_be_character if ridden else ""
    costumed = bool(COSTUMES & set(understood.words)) and not understood.doing.costume
    if ridden is not None and not costumed and _is_seen_from_the_side(ridden, library):
        return replace(pictures, back=BACKS[ridden.label])
    if (
        ridden is None
        or not own
        or costumed
        or ridden.label in tints
        or not goes_on_fours(SPECIES[ALIASES.get(own, own)])
    ):
        return pictures
    whole = None if ridden.species or ridden.label in THINGS else library.motif(ridden.codepoints)
    if whole is not None and "face" not in whole.flags and ridden.label not in _TOO_SLENDER:
        return pictures
    return replace(pictures, ridden=ridden_character(own), saddle=SADDLE)


_TOO_SLENDER = frozenset({"deer", "crocodile"})
"""Pictures of the sets that nobody can sit on."""


def _is_seen_from_the_side(choice: Choice, library: MotifLibrary) -> bool:
    motif = library.motif(choice.codepoints) if choice.codepoints and not choice.species else None
    return choice.label in BACKS and (choice.label in THINGS or motif is not None)


def drawing_of(choice: Choice | None, library: MotifLibrary, ink: str | None = None) -> Drawing | None:
    picture = picture_of(choice, library) if choice else None
    return in_colour(picture, ink).drawing if picture else None


def taken_by(understood: Understanding, library: MotifLibrary) -> tuple[Subject | None, ...]:
    return tuple(picture_of(c, library) for c in understood.taken if c)


def picture_of(choice: Choice, library: MotifLibrary) -> Subject | None:
    """A companion: a whole body where the sets have only its head."""
    if choice.label in THINGS:
        return thing(choice.label)
    motif = None if choice.species else library.motif(choice.codepoints)
    if choice.can_be_character and (motif is None or "face" in motif.flags):
        return character(choice.can_be_character)
    return motif


def tints_of(understood: Understanding) -> dict[str, str]:
    """Inks that were said, by label of whatever is not the hero."""
    return {label: ink_of(colour, understood.words) for label, colour in understood.tints}


_AS_DARK, _AS_HUED, _GREYISH = 0.2, 20.0, 0.05
"""How far apart, in OKLCH, two colours may be that are called the same, and below which chroma one has no hue to tell."""


def _is_so_already(fur: str, ink: str) -> bool:
    """“a brown highland cow”: dyed in the brown of the word it would lose its shades."""
    (light, chroma, hue), (asked_light, asked_chroma, asked_hue) = oklch(fur), oklch(ink)
    hued = min(chroma, asked_chroma) > _GREYISH
    return hued and abs(light - asked_light) < _AS_DARK and hue_apart(hue, asked_hue) < _AS_HUED


def in_colour(picture: Subject, ink: str | None, species: str = "", *, anew: bool = False) -> Subject:
    """Of one of our own only its fur: a black dog keeps its red collar. `anew` says that it is to be another than it was, however
    near that is."""
    if not ink:
        return picture
    if not species:
        return dyed(picture, ink)
    known = SPECIES[ALIASES.get(species, species)]
    if not anew and _is_so_already(known.base, ink):
        return picture
    feathers = known.torso if known.body in BODIES else ""
    return dyed(picture, ink, only=frozenset(character(species).drawing.inks()), fur=feathers or known.base)
