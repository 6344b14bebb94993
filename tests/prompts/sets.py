"""The labelled sentences, and how well screening sorts them.

`labelled` is what the lists are tuned on. `held_out` was written before the lists were, and is only counted.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from prompts import screen
from prompts.cleaning import plain
from prompts.folding import folded

HERE = Path(__file__).parent
SETS = ("labelled", "held_out")


@dataclass(frozen=True)
class Row:
    """`words` and `category` are what a refusal has to name; both are empty where the sentence must pass."""

    text: str
    kind: str
    words: str = ""
    category: str = ""


@dataclass(frozen=True)
class Score:
    passing: int
    refused: int
    missed: tuple[str, ...]
    false_alarms: tuple[str, ...]

    @property
    def recall(self) -> float:
        return 1 - len(self.missed) / self.refused

    @property
    def precision(self) -> float:
        found = self.refused - len(self.missed)
        return found / (found + len(self.false_alarms))

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.3f}, recall {self.recall:.3f}"
            f" ({self.refused} to refuse, {self.passing} to let pass)"
        )


def sentences(name: str) -> list[Row]:
    passing, refused = (_table(name, which) for which in ("pass", "refuse"))
    return [
        *(Row(text, kind) for kind, texts in passing.items() for text in texts),
        *(Row(text, kind, words, category) for category, rows in refused.items() for text, words, kind in rows),
    ]


def score(rows: list[Row]) -> Score:
    """A sentence is found when a refusal of its category names its words, or words around them."""
    to_refuse = [row for row in rows if row.category]
    passing = [row for row in rows if not row.category]
    return Score(
        len(passing),
        len(to_refuse),
        tuple(row.text for row in to_refuse if not _found(row)),
        tuple(row.text for row in passing if screen(row.text)),
    )


def _found(row: Row) -> bool:
    wanted = folded(plain(row.words))
    return any(
        e.details["category"] == row.category
        and (wanted in (named := folded(plain(e.details["words"]))) or named in wanted)
        for e in screen(row.text)
    )


def _table(name: str, which: str) -> dict[str, list]:
    return tomllib.loads((HERE / name / f"{which}.toml").read_text(encoding="utf-8"))
