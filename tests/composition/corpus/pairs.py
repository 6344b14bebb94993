"""Rows that take two pictures: variations that are alike, edits that moved something, a master that is not its preview."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pod.composition import alike, fingerprint
from pod.composition.drift import compare, drift_findings, shows_the_same
from tests.composition.corpus import edits, masters, variations
from tests.composition.corpus.cases import Case, Pair, case_of
from tests.composition.corpus.counted import Count, Set

Make = Callable[[Case], Pair | None]
"""None where this drawing cannot be damaged so."""


@dataclass(frozen=True)
class PairRow:
    number: int
    name: str
    right: tuple[Make, ...]
    wrong: tuple[Make, ...]
    is_found: Callable[[Pair], bool]
    recall: float = 0.9
    false_alarms: float = 0.03


def _are_alike(pair: Pair) -> bool:
    return alike(fingerprint(pair.first), fingerprint(pair.second))


def _has_drifted(pair: Pair) -> bool:
    rules = {f.rule for f in drift_findings(compare(pair.first, pair.second, asked=pair.asked).change).found}
    return bool(rules - {"edit_unchanged"})


def _shows_another(pair: Pair) -> bool:
    return not shows_the_same(compare(pair.first, pair.second).change)


PAIR_ROWS = (
    PairRow(24, "variations alike", variations.RIGHT, variations.WRONG, _are_alike),
    PairRow(25, "moved edits", edits.RIGHT, edits.WRONG, _has_drifted),
    PairRow(28, "master is not the preview", masters.RIGHT, masters.WRONG, _shows_another),
)


def count_pairs(row: PairRow, which: Set, data_dir: Path, *, clean: int, damaged: int) -> Count:
    """Damages go on among the drawings of the correct pairs until there are enough: not each can be made of each drawing."""
    count = Count()
    for number in range(max(clean, damaged)):
        case = case_of(row.number, which, number, data_dir)
        right, wrong = row.right[number % len(row.right)], row.wrong[number % len(row.wrong)]
        pair = right(case) if number < clean else None
        if pair is not None:
            count.clean += 1
            if row.is_found(pair):
                count.falsely += 1
                count.wrongly.append((number, right.__name__))
        pair = wrong(case) if count.of < damaged else None
        if pair is not None:
            count.of += 1
            if row.is_found(pair):
                count.found += 1
            else:
                count.missed.append((number, round(case.strength, 2), wrong.__name__))
    return count
