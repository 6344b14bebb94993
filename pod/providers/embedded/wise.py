"""Three of a kind who see no evil, hear no evil and speak no evil: paws over eyes, ears and mouth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pod.providers.embedded.characters.doing import Doing
from pod.providers.embedded.characters.figure import Figure, character
from pod.providers.embedded.characters.pen import BOX
from pod.providers.embedded.groups import as_one
from pod.providers.embedded.subjects import place_standing

SAID = "noevil"
"""What `retold` makes of all ways to say it."""

_GESTURES = ("over the eyes", "over the ears", "over the mouth")
_APART = 0.98
"""Of their width, the distance from one to the next."""


def are_wise(words: Sequence[str]) -> bool:
    return SAID in words


def three_wise(species: str, doing: Doing) -> Figure:
    three = [character(species, replace(doing, gesture=gesture)) for gesture in _GESTURES]
    placed = [place_standing(one, 0, BOX, BOX, BOX) for one in three]
    step = _APART * max(p.area.bounds[2] - p.area.bounds[0] for p in placed)
    row = [place_standing(one, (k - 1) * step, BOX, BOX, BOX) for k, one in enumerate(three)]
    return as_one(three[0].name, row, natural=True)
