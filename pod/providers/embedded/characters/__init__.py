"""Parametric characters: original art, one row of numbers for each species, dressed, holding, riding, sitting in things.

They answer sentences that no motif set has an answer for: "a corgi astronaut riding a skateboard". Front view, symmetric,
one ink for all lines, in a box of 1024 units that vehicles, balloons and antlers may reach out of.
"""

from pod.providers.embedded.characters.doing import IDLE, Doing
from pod.providers.embedded.characters.figure import Figure, character, silhouette_of
from pod.providers.embedded.characters.pen import BOX, INK
from pod.providers.embedded.characters.species import ALIASES, SPECIES, STANDS_FOR

__all__ = [
    "ALIASES",
    "BOX",
    "IDLE",
    "INK",
    "SPECIES",
    "STANDS_FOR",
    "Doing",
    "Figure",
    "character",
    "silhouette_of",
]
