"""What a layout may show of its own accord: a moon, a sun, flowers only where the sentence says them or implies them, and
never one that is in the picture already. Data: ``data/figures.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence, Set
from pathlib import Path

from pod.providers.embedded.keywords import no_places
from pod.providers.embedded.meaning import Understanding

_TABLE: Mapping[str, Mapping[str, list[str]]] = tomllib.loads(
    (Path(__file__).parent / "data" / "figures.toml").read_text(encoding="utf-8")
)


def _sets(name: str) -> Mapping[str, frozenset[str]]:
    return {figure: frozenset(listed) for figure, listed in _TABLE[name].items()}


_WORDS, _SHOWN_BY, _ONLY_WITH = _sets("words"), _sets("shown_by"), _sets("only_with")
SHOWN_THERE = _sets("shown_there")
"""By scenery the labels of what it has in it already."""

_STARRY = frozenset({"stars", "starry", "milky", "stargazing"})

_COLD_COASTS = frozenset(_TABLE["without_palms"]["words"])

_REPEATS = _sets("repeats")

FIGURES = frozenset(_WORDS)


def figures_of(understood: Understanding, *, alone: bool = False) -> frozenset[str]:
    """The figures that ornament and scenery may add to what is shown; where the land is `alone` it shows the hero itself."""
    shown = _shown(understood) if not alone else frozenset()
    said = set(_of_places(understood.words).split())
    if _STARRY & said and understood.words[-1] == understood.scene:
        said.discard("night")  # under the stars there may be no moon
    if _COLD_COASTS & said:
        said -= _WORDS["palms"]
    return frozenset(figure for figure in FIGURES if _WORDS[figure] & said and not _SHOWN_BY.get(figure, set()) & shown)


def _of_places(words: Sequence[str]) -> str:
    """The words without names that have a place in them: a mountain bike asks for no mountains."""
    spoken = f" {' '.join(words)} "
    for phrase in no_places():
        spoken = spoken.replace(f" {phrase} ", " ")
    return spoken


def _shown(understood: Understanding) -> frozenset[str]:
    """Labels of all that is in the picture."""
    choices = (*understood.heroes[:1], *understood.companions, *understood.taken)
    return frozenset([*(c.label for c in choices if c), understood.doing.rides, understood.doing.inside])


def repeats(layout: str, understood: Understanding) -> bool:
    """Whether the layout would show once more what is in the picture: a rainbow over a rainbow."""
    return bool(_REPEATS.get(layout, frozenset()) & _shown(understood))


def is_a_figure(layout: str, words: Set[str]) -> bool:
    """Whether the layout itself is something that none of the words speaks of: a record, a rainbow, the moon’s phases, lines in
    one ink."""
    return layout in _ONLY_WITH and not _ONLY_WITH[layout] & words
