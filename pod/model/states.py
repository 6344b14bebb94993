"""A state machine is a table: from each state, the states it may become. `moved()` refuses the rest, naming both."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from pod.model.errors import IllegalMove

S = TypeVar("S", bound=StrEnum)


def moved(thing: str, table: Mapping[S, frozenset[S]], came_from: S, wanted: S) -> S:
    """`wanted`, if the table has that move; otherwise `IllegalMove` with the ways that are open."""
    allowed = table[came_from]
    if wanted not in allowed:
        raise IllegalMove(thing, came_from.value, wanted.value, (s.value for s in allowed))
    return wanted


def table(rows: Mapping[S, tuple[S, ...]]) -> dict[S, frozenset[S]]:
    return {state: frozenset(ways) for state, ways in rows.items()}


def in_words(state: StrEnum) -> str:
    return state.value.replace("_", " ")
