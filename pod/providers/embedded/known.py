"""Who is known by colours rather than by a shape, and so is not drawn in outlines."""

from __future__ import annotations

from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.palettes import is_dark
from pod.providers.embedded.words import COLOURS


def is_known_by_its_coat(understood: Understanding) -> bool:
    """A black sheep in outlines is a sheep, and a tortoiseshell cat any cat."""
    hero = next(iter(understood.heroes), None)
    if hero is None or not hero.species:
        return False
    species = SPECIES[hero.species]
    two_coloured = (species.torso and species.arms == "paw") or any(m.startswith("rainbow") for m in species.marks)
    told_by_colour = two_coloured or species.coat or is_dark(species.base) or COLOURS & set(hero.label.split())
    return bool(told_by_colour or understood.doing.costume)
