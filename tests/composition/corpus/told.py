"""All rows of the corpus counted, and the table of them."""

from __future__ import annotations

from pathlib import Path

from tests.composition.corpus.counted import ROWS, Count, Row, Set, count
from tests.composition.corpus.deliveries import DELIVERY_ROWS, DeliveryRow, count_deliveries
from tests.composition.corpus.pairs import PAIR_ROWS, PairRow, count_pairs

AnyRow = Row | PairRow | DeliveryRow
Told = list[tuple[AnyRow, Count]]


def counted_rows(
    which: Set, data_dir: Path, *, clean: int = 300, damaged: int = 100, only: tuple[int, ...] = ()
) -> Told:
    """`only` picks rows by their numbers."""
    wanted = [row for row in (*ROWS, *DELIVERY_ROWS, *PAIR_ROWS) if not only or row.number in only]
    drawn = tuple({row.number for row in wanted if isinstance(row, Row)})
    counts = count(which, data_dir, clean=clean, damaged=damaged, only=drawn) if drawn else {}
    return sorted(
        ((row, counts.get(row.name) or _counted(row, which, data_dir, clean, damaged)) for row in wanted),
        key=lambda told: told[0].number,
    )


def _counted(row: AnyRow, which: Set, data_dir: Path, clean: int, damaged: int) -> Count:
    if isinstance(row, PairRow):
        return count_pairs(row, which, data_dir, clean=clean, damaged=damaged)
    return count_deliveries(row, which, clean=clean, damaged=damaged)


def table(told: Told) -> str:
    return "\n".join(_line(row, count) for row, count in told)


def _line(row: AnyRow, count: Count) -> str:
    met = count.recall >= row.recall and count.false_alarms <= row.false_alarms
    return (
        f"{row.number:>3} {row.name:30} recall {count.recall:5.3f} (≥ {row.recall}) of {count.of:3}"
        f"  false {count.false_alarms:5.3f} (≤ {row.false_alarms}) of {count.clean:3}  {'' if met else 'short'}"
    ).rstrip()
