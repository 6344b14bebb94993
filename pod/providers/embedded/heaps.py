"""Several of a thing in what holds them: a heap of lemons in a bowl, carrots that stand in a bucket."""

from __future__ import annotations

from collections.abc import Sequence

from pod.providers.embedded.characters.doing import Doing
from pod.providers.embedded.characters.figure import Figure
from pod.providers.embedded.characters.pen import BOX
from pod.providers.embedded.groups import as_one
from pod.providers.embedded.keywords import ANIMALS, FOOD, OBJECTS, PEOPLE, PLACES, Choice
from pod.providers.embedded.kinds import SEVERAL
from pod.providers.embedded.meaning import Understanding
from pod.providers.embedded.slants import is_long, standing_lean
from pod.providers.embedded.subjects import Placed, Subject, place
from pod.providers.embedded.things import thing
from pod.providers.embedded.words import NUMBERS

HOLD_HEAPS = frozenset(
    ["teacup", "mug", "bowl", "basket", "box", "bucket", "crate", "barrel", "nest", "wheelbarrow", "wagon", "jar"]
) | {"plate", "suitcase", "flower pot", "paper bag"}
"""Where many of a thing lie over each other."""

_HEAP = 5
"""How many of a thing are many."""

_ROWS = ((1,), (2,), (2, 1), (2, 2), (3, 2), (3, 3), (4, 3), (4, 4), (4, 3, 2), (4, 3, 3))
"""From the front row to the top, by how many there are."""

_WHOLE = {f"{fruit} and slices": f"whole {fruit}" for fruit in ("lemon", "lime", "orange")} | {
    "cherries": "whole cherry"
}
"""Of what is drawn cut open where it is alone."""

_MASSES = frozenset({"yarn", "wool", "bread", "cheese", "candy"})
"""Words in the singular that say many of what is pictured."""

_HEAD_DOWN = frozenset({"paintbrush"})
"""Drawn with what is up in a jar below."""

_APART, _ABOVE, _FAN = 0.78, 0.56, 13.0
"""Shares of its width and height by which one lies beside and over the next; degrees between those that stand."""


def each_in_its_own(doing: Doing, words: Sequence[str]) -> bool:
    """“six plants in pots”: there are as many of what they are in."""
    return bool(doing.inside) and f"{doing.inside.split()[-1]}s" in words


def heap_of(hero: Choice, doing: Doing, words: Sequence[str]) -> int:
    """How many of the hero lie in what it is in; 0 where it is alone, or alive."""
    living = hero.group == PEOPLE or hero.species or (hero.group == ANIMALS and hero.can_be_character)
    if hero.label.startswith("potted ") or each_in_its_own(doing, words):
        return 0
    if doing.inside not in HOLD_HEAPS or living or hero.group == PLACES:
        return 0
    if hero.label in SEVERAL and hero.label not in _WHOLE:
        return 0
    inside = next((i for i, word in enumerate(words) if word in ("in", "inside", "on")), len(words))
    many = [i for i, word in enumerate(words[:inside]) if word in _MASSES or _is_plural(word)]
    at = next(iter(many), -1)
    told = next((NUMBERS[word] for word in reversed(words[max(0, at - 3) : max(0, at)]) if word in NUMBERS), 0)
    return 0 if at < 0 else min(told or _HEAP, len(_ROWS))


def mates_of(understood: Understanding) -> tuple[Choice, ...]:
    """What lies in the same heap as the hero: lemons and limes."""
    leads, words = dict(understood.leads), understood.words
    if not understood.heroes or not heap_of(understood.heroes[0], understood.doing, words):
        return ()
    return tuple(c for c in understood.companions if leads.get(c.label) == "and" and c.group in (FOOD, OBJECTS))


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "'s"))


def heaped(kinds: Sequence[Subject], count: int) -> Figure:
    """Kinds by turns: what is long stands in a fan, the rest lies in rows."""
    kinds = [thing(_WHOLE[kind.name]) if kind.name in _WHOLE else kind for kind in kinds]
    name, natural = kinds[0].name, any(kind.natural for kind in kinds)
    turns = [kinds[k % len(kinds)] for k in range(max(count, len(kinds)))]
    return as_one(name, _fan(turns) if is_long(kinds[0]) else _rows(turns), natural=natural)


def _fan(turns: Sequence[Subject]) -> list[Placed]:
    middle = (len(turns) - 1) / 2
    spread = [(k - middle, one) for k, one in enumerate(turns)]
    return [
        place(one, BOX / 2 + 0.17 * BOX * at, BOX / 2 + 0.03 * BOX * at * at, BOX, turn=_FAN * at - _upright(one))
        for at, one in sorted(spread, key=lambda spot: -abs(spot[0]))
    ]


def _upright(one: Subject) -> float:
    return standing_lean(one) + (180.0 if one.name in _HEAD_DOWN else 0.0)


def _rows(turns: Sequence[Subject]) -> list[Placed]:
    """The top first, so that whoever is nearer lies before it."""
    left, top, right, bottom = turns[0].silhouette.bounds
    wide, high = ((b - a) / max(right - left, bottom - top) * BOX for a, b in ((left, right), (top, bottom)))
    rows, at, placed = _ROWS[len(turns) - 1], 0, list[Placed]()
    for up, many in enumerate(rows):
        row = [
            place(
                turns[at + k],
                BOX / 2 + (k - (many - 1) / 2) * _APART * wide,
                -up * _ABOVE * high,
                BOX,
                turn=((at + k) % 3 - 1) * 9.0,
                flip=(at + k) % 2 == 1,
            )
            for k in range(many)
        ]
        placed, at = [*row, *placed], at + many
    return placed


_OVER = 0.86
"""Of its height, how far one stands over the next in a stack."""


def stacked(one: Subject, count: int) -> Figure:
    """On top of each other, none quite straight."""
    left, top, right, bottom = one.silhouette.bounds
    high = (bottom - top) / max(right - left, bottom - top) * BOX
    placed = [
        place(
            one,
            BOX / 2 + 0.03 * BOX * (k % 2 * 2 - 1),
            -k * _OVER * high,
            BOX,
            turn=(k % 2 * 2 - 1) * 2.5,
            flip=k % 2 == 1,
        )
        for k in range(count)
    ]
    return as_one(one.name, placed, natural=one.natural)
