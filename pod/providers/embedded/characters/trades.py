"""Who does what: a trade by name, what it wears and holds. One row each, in ``data/trades.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_TABLE = Path(__file__).parent.parent / "data" / "trades.toml"


@dataclass(frozen=True, slots=True)
class Trade:
    """`wears` are names of the wardrobe, `holds` a prop or the label of a picture; `drawn_as` a character that is one already, `rides` what
    one of them is never seen without, `does` the action that one of them is known by."""

    name: str
    wears: tuple[str, ...] = ()
    holds: str = ""
    also: tuple[str, ...] = ()
    drawn_as: str = ""
    rides: str = ""
    does: str = ""


TRADES: Mapping[str, Trade] = {
    name: Trade(
        name,
        tuple(row.get("wears", ())),
        row.get("holds", ""),
        tuple(row.get("also", ())),
        row.get("as", ""),
        row.get("rides", ""),
        row.get("does", ""),
    )
    for name, row in tomllib.loads(_TABLE.read_text(encoding="utf-8")).items()
}

IN_COSTUME = frozenset(trade.drawn_as for trade in TRADES.values() if trade.drawn_as)
"""Characters that are somebody at a trade: a ballerina, a king."""

CALLED: Mapping[str, Trade] = {word: trade for trade in TRADES.values() for word in (trade.name, *trade.also)}
"""By every word for it."""

LONGEST = max(len(word.split()) for word in CALLED)


def trade_of(said: str) -> Trade | None:
    """By its word or the plural of it, as written: who is judging is no judge."""
    return CALLED.get(said) or CALLED.get(_one_of(said))


def _one_of(several: str) -> str:
    if several.endswith("men"):
        return f"{several.removesuffix('men')}man"
    return several[:-1] if several.endswith("s") and not several.endswith("ss") else ""


def clothes_of(words: Sequence[str]) -> tuple[str, ...]:
    """What the first trade that is named brings along: the farmer whom a chicken chases."""
    said = (" ".join(words[at : at + length]) for length in range(LONGEST, 0, -1) for at in range(len(words)))
    return next((trade.wears for one in said if (trade := trade_of(one))), ())
