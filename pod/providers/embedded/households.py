"""A family as one picture: the grown behind, the children before them, all of one skin and none with another's hair."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from pod.providers.embedded.characters.doing import IDLE, Doing
from pod.providers.embedded.characters.figure import Figure, character
from pod.providers.embedded.characters.looks import looks_in
from pod.providers.embedded.characters.pen import BOX
from pod.providers.embedded.groups import as_one
from pod.providers.embedded.kindred import HOUSEHOLD
from pod.providers.embedded.subjects import Placed, place_standing
from pod.providers.embedded.words import ALIKE, MEMBERS, ON_SHOULDERS

_CHILDREN = ("girl", "boy", "baby")
_HER = frozenset({"woman", "girl", "grandma"})
_HERS = frozenset({"hijab", "dress", "gown", "skirt", "tutu"})
_COVERED = frozenset({"muslim", "hijab", "hijabs", "hijabi"})
_ALL = ("woman", "man", "boy", "girl")

_TALL = {"girl": 0.66, "boy": 0.7, "baby": 0.52}
"""How tall the young are beside the grown."""

_GROWN_APART, _YOUNG_APART, _BEFORE = 0.66, 0.5, 0.22
"""Shares of somebody grown up: how far apart they stand, how far children do, how far in front those are."""

_YOUNGER = 0.07
"""By how much each of several children on their own is smaller than the one before."""

_ROW = 5
"""More children than that stand in two rows."""

_SKINS = ("fair skin", "brown skin", "dark skin")
_GREY = {"grandma": "white hair", "grandpa": "white hair"}
_HAIR = {
    "girl": ((), ("ponytail",), ("curls",), ("braids",)),
    "boy": ((), ("curls",), ("freckles",), ()),
    "woman": ((), ("ponytail",)),
    "man": ((), ("bearded",)),
}
_TINTS = {
    "fair skin": ("brown hair", "blonde hair", "brown hair", "blonde hair"),
    "brown skin": ("black hair", "brown hair", "black hair", "brown hair"),
    "dark skin": ("black hair", "black hair", "black hair", "black hair"),
}


class _One(NamedTuple):
    who: str
    turn: int
    """Which of its kind."""


def household(words: Sequence[str], doing: Doing = IDLE) -> Figure:
    """Whoever the words of ours among `words` name, else parents and two children; all wear what `doing` says."""
    members = [_One(who, turn) for word in words if word in MEMBERS for who, turn in _several(*MEMBERS[word])]
    members = members or [_One(who, 0) for who in _ALL]
    said = doing.looks or looks_in(words)
    skin = next((look for look in said if look in _SKINS), _SKINS[sum(len(one.who) for one in members) % len(_SKINS)])
    alike = ALIKE in words

    covered = bool(_COVERED & set(words)) and "hijab" not in doing.wears

    def drawn(one: _One) -> Figure:
        scarf = ("hijab",) if covered and one.who in _HER else ()
        wears = (*(name for name in doing.wears if one.who in _HER or name not in _HERS), *scarf)
        worn = Doing(wears=wears, inks=doing.inks, looks=_looks(one, skin, said, alike=alike))
        return character(one.who, worn)

    grown = [one for one in members if one.who not in _CHILDREN]
    young = [one for one in members if one.who in _CHILDREN]
    if ON_SHOULDERS in words and grown and young:
        return _carried(drawn(grown[0]), character(young[0].who, replace(IDLE, looks=(skin,))))
    return as_one(
        HOUSEHOLD, [*_behind(grown, drawn, bool(young)), *_before(young, drawn, len(grown), alike=alike)], natural=True
    )


def _several(who: str, number: int) -> list[_One]:
    return [_One(who, turn) for turn in range(number)]


def _looks(one: _One, skin: str, said: Sequence[str], *, alike: bool) -> tuple[str, ...]:
    """The skin of the family, hair of one's own; twins have the same."""
    if one.who == "baby":
        return (skin,)
    told = tuple(look for look in said if look not in _SKINS)
    if told:
        return (skin, *told)
    turn = 0 if alike else one.turn
    cuts = _HAIR.get(one.who, ((),))
    shade = 1 if one.who == "girl" and not alike else 0
    tints = _TINTS[skin]
    return (skin, _GREY.get(one.who) or tints[(turn + shade) % len(tints)], *cuts[turn % len(cuts)])


def _behind(grown: Sequence[_One], drawn: Callable[[_One], Figure], with_young: bool) -> list[Placed]:
    middle = (len(grown) - 1) / 2
    apart = _GROWN_APART * BOX * (1.0 if with_young else 1.1)
    return [place_standing(drawn(one), (i - middle) * apart, BOX, BOX, BOX) for i, one in enumerate(grown)]


def _before(young: Sequence[_One], drawn: Callable[[_One], Figure], grown: int, *, alike: bool) -> list[Placed]:
    """Children in a row before their parents, on either side of one alone; more than a row holds stand in two."""
    placed: list[Placed] = []
    shrinks = 0.0 if grown or alike else _YOUNGER
    rows = [young] if len(young) <= _ROW else [young[: len(young) // 2], young[len(young) // 2 :]]
    for depth, row in enumerate(rows):
        floor = BOX * (1 + _BEFORE * (depth + 1)) if grown else BOX * (1 + 0.3 * depth)
        for x, one in zip(_places(len(row), grown), row, strict=True):
            tall = _TALL[one.who] * BOX * (1 - shrinks * len(placed))
            placed.append(place_standing(drawn(one), x * BOX, floor, tall, tall))
    return placed


def _places(number: int, grown: int) -> list[float]:
    """From the middle, in heights of the grown: beside one parent, whose face is seen between two."""
    if grown == 1 and number == 1:
        return [0.42]
    apart = 0.72 if grown == 1 and number == 2 else _YOUNG_APART
    return [(i - (number - 1) / 2) * apart for i in range(number)]


def _carried(parent: Figure, child: Figure) -> Figure:
    """Astride the shoulders: behind the head, and above it."""
    below = place_standing(parent, 0, BOX, BOX, BOX)
    top = below.area.bounds[1]
    above = place_standing(child, 0, top + 0.16 * BOX, 0.6 * BOX, 0.6 * BOX)
    return as_one(HOUSEHOLD, [above, below], natural=True)
