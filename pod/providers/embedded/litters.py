"""Cubs beside their mother."""

from __future__ import annotations

from collections.abc import Mapping, Set

from pod.providers.embedded.arranging import ONE_EACH_SIDE
from pod.providers.embedded.characters.figure import character
from pod.providers.embedded.rows import pair
from pod.providers.embedded.subjects import Subject

_CUBS: Mapping[str, str] = {
    **dict.fromkeys(("hen", "chicken", "rooster"), "chick"),
    **dict.fromkeys(("deer", "doe", "elk"), "fawn"),
    **dict.fromkeys(("duck", "mallard", "goose", "canada goose", "swan"), "duck"),
    **dict.fromkeys(("sheep", "ewe"), "lamb"),
    **dict.fromkeys(("lion", "lioness"), "lion cub"),
    "cow": "calf",
    "goat": "baby goat",
}
"""Whose young look like none of the grown."""


_IN_LINE = frozenset({"row", "line", "following", "follow", "behind"})


def litter(parent: Subject, number: int, words: Set[str] = frozenset()) -> list[Subject]:
    """One or two cubs on either side of their mother, more in front of her, or in one line where that is said."""
    cub = character(_CUBS[parent.name]) if parent.name in _CUBS else parent
    return [cub] * number if number <= ONE_EACH_SIDE else [pair(cub, number, in_a_line=bool(_IN_LINE & words))]
