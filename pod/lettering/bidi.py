"""Which way each character of a line runs: the Unicode Bidirectional Algorithm (UAX #9) for text without embedding marks,
which `text.cleaned` takes away.

Rule names are the annex's. A level is even where the character runs from left to right, odd where from right to left.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterator, Sequence

_BRACKETS = "()[]{}⟨⟩〈〉《》「」『』【】〔〕"
_CLOSING = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True))
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_NUMBERS = frozenset({"EN", "AN"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})


def runs_leftwards(text: str) -> bool:
    """P2 and P3: whether the first letter of the text runs from right to left."""
    first = next((c for c in map(unicodedata.bidirectional, text) if c in {"L", *_RIGHT_TO_LEFT}), "L")
    return first in _RIGHT_TO_LEFT


def levels(text: str) -> tuple[int, ...]:
    """The level of each character of one line."""
    base = int(runs_leftwards(text))
    outside = "R" if base else "L"
    kinds = _weak([unicodedata.bidirectional(c) or "L" for c in text], outside)
    kinds = _neutral(_bracketed(text, kinds, outside), outside)
    found = [_IMPLICIT[base][kind] for kind in kinds]
    # L1: blanks at the end of a line lie at the paragraph's own level
    for i in range(len(text) - 1, -1, -1):
        if not text[i].isspace():
            break
        found[i] = base
    return tuple(found)


_IMPLICIT = ({"L": 0, "R": 1, "AN": 2, "EN": 2}, {"L": 2, "R": 1, "AN": 2, "EN": 2})
"""I1 and I2, by the paragraph's level."""


def visual_order(item_levels: Sequence[int]) -> list[int]:
    """L2: the places of the items of a line, from left to right."""
    order = list(range(len(item_levels)))
    lowest_odd = min((level for level in item_levels if level % 2), default=0)
    for level in range(max(item_levels, default=0), lowest_odd - 1, -1) if lowest_odd else ():
        start = 0
        for at_least, group in itertools.groupby(order, key=lambda i: item_levels[i] >= level):
            end = start + len(list(group))
            if at_least:
                order[start:end] = order[start:end][::-1]
            start = end
    return order


def _weak(kinds: list[str], outside: str) -> list[str]:
    """W1 to W7: what numbers, their signs and marks take from what stands around them."""
    last, strong = outside, outside
    for i, kind in enumerate(kinds):
        if kind in {"NSM", "BN"}:
            kinds[i] = kind = last
        elif kind == "EN" and strong == "AL":
            kinds[i] = kind = "AN"
        if kind in {"L", *_RIGHT_TO_LEFT}:
            strong = kind
        last = kind
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for i in range(1, len(kinds) - 1):
        before, after = kinds[i - 1], kinds[i + 1]
        if before == after and ((kinds[i] == "ES" and before == "EN") or (kinds[i] == "CS" and before in _NUMBERS)):
            kinds[i] = before
    kinds = list(_joined_to_numbers(kinds))
    strong = outside
    for i, kind in enumerate(kinds):
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[i] = "L"
    return kinds


def _joined_to_numbers(kinds: list[str]) -> Iterator[str]:
    """W5 and W6: signs beside a number belong to it, the other separators are neutral."""
    start = 0
    for kind, group in itertools.groupby(kinds):
        end = start + len(list(group))
        if kind == "ET":
            beside = kinds[start - 1 : start] + kinds[end : end + 1]
            kind = "EN" if "EN" in beside else "ON"
        yield from [("ON" if kind in {"ES", "CS"} else kind)] * (end - start)
        start = end


def _bracketed(text: str, kinds: list[str], outside: str) -> list[str]:
    """N0: a pair of brackets runs as what it holds does, if that is the way of the paragraph, else as what stands before."""
    for opened, closed in _pairs(text, kinds):
        inside = {_direction(kind) for kind in kinds[opened + 1 : closed]} - {""}
        if not inside:
            continue
        if outside in inside:
            way = outside
        else:
            before = next((d for kind in reversed(kinds[:opened]) if (d := _direction(kind))), outside)
            way = before if before != outside else outside
        kinds[opened] = kinds[closed] = way
    return kinds


def _pairs(text: str, kinds: list[str]) -> list[tuple[int, int]]:
    """BD16, in the order in which they open."""
    waiting, found = list[tuple[str, int]](), list[tuple[int, int]]()
    for i, c in enumerate(text):
        if kinds[i] != "ON":
            continue
        if c in _CLOSING:
            waiting.append((_CLOSING[c], i))
            continue
        for depth in range(len(waiting) - 1, -1, -1):
            if waiting[depth][0] == c:
                found.append((waiting[depth][1], i))
                del waiting[depth:]
                break
    return sorted(found)


def _neutral(kinds: list[str], outside: str) -> list[str]:
    """N1 and N2: what stands between two of the same way runs with them, anything else with the paragraph."""
    found, start = list[str](), 0
    for is_neutral, group in itertools.groupby(kinds, key=lambda kind: kind in _NEUTRAL):
        kept = list(group)
        end = start + len(kept)
        if is_neutral:
            before = _direction(kinds[start - 1]) if start else outside
            after = _direction(kinds[end]) if end < len(kinds) else outside
            kept = [before if before == after else outside] * len(kept)
        found += kept
        start = end
    return found


def _direction(kind: str) -> str:
    """As N1 sees it, where a number counts as written from right to left."""
    return "L" if kind == "L" else "R" if kind in {"R", "EN", "AN"} else ""
