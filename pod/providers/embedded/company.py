"""How many there are of what is beside the hero, and a cup under what pours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pod.providers.embedded.arranging import ONE_EACH_SIDE
from pod.providers.embedded.characters.doing import IDLE
from pod.providers.embedded.characters.figure import Figure, silhouette_of
from pod.providers.embedded.characters.grip import prop_drawing
from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.flitting import FLITTING, how_many
from pod.providers.embedded.groups import ALOFT, FLIES
from pod.providers.embedded.keywords import Choice
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.rows import in_an_arc, pair, strewn
from pod.providers.embedded.subjects import Subject
from pod.providers.embedded.verbs import POURING

_SPREAD = 3
"""So many are around somebody rather than in an arc."""
_BOTH_SIDES = 4
"""From so many on they are on both sides of whoever they are with."""


def numbered(
    company: list[tuple[Choice, Subject]], numbers: Mapping[str, int], words: Sequence[str]
) -> list[tuple[Choice, Subject]]:
    """Two alone stand on either side; four and more are half on either side; of three, and of two with others, each number is
    one picture. Several of what flies alone are an arc, and small fliers that nobody has counted are three."""
    if len(company) == 1 and company[0][1].name in FLITTING and numbers.get(company[0][0].label) == _SPREAD:
        return company * _SPREAD
    if len(company) == 1 and company[0][1].name in ALOFT and numbers.get(company[0][0].label, 1) > ONE_EACH_SIDE:
        choice, picture = company[0]
        return [(choice, in_an_arc(picture, numbers[choice.label]))]
    if len(company) == 1 and numbers.get(company[0][0].label) == ONE_EACH_SIDE:
        return company * (how_many(words) if company[0][1].name in FLITTING else ONE_EACH_SIDE)
    if len(company) == 1 and numbers.get(company[0][0].label, 1) >= _BOTH_SIDES and company[0][1].name not in FLIES:
        (choice, picture), number = company[0], numbers[company[0][0].label]
        return [(choice, _row(picture, number - number // 2)), (choice, _row(picture, number // 2))]
    return [(c, _row(picture, numbers[c.label]) if c.label in numbers else picture) for c, picture in company]


def _row(one: Subject, count: int) -> Subject:
    return strewn(one, count, upright=False) if one.name in FLIES and count > ONE_EACH_SIDE else pair(one, count)


def poured_into(understood: Understanding) -> list[Subject]:
    """A cup under a teapot that pours into one."""
    if understood.doing != IDLE or not (POURING & set(understood.words) and {"cup", "mug"} & set(understood.words)):
        return []
    drawing = prop_drawing(SPECIES["cat"], "cup")
    return [Figure("cup", drawing, silhouette_of(drawing))]
