"""How well the checks see: a small dose of the made pictures, of which docs/composition.md has the whole table."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.rows import Row, Said
from tests.composition.corpus.counted import TUNING
from tests.composition.corpus.told import counted_rows
from tests.conftest import CHECKOUT_DATA

TITLE = "Corpus: made pictures with every fault, and correct ones"

_CORRECT, _DAMAGED = 12, 4


def rows() -> Iterator[Row]:
    yield f"{_DAMAGED} pictures of every fault, {_CORRECT} correct ones", lambda: _counted


def _counted() -> Said:
    told = counted_rows(TUNING, CHECKOUT_DATA, clean=_CORRECT, damaged=_DAMAGED)
    found, of, falsely, clean = (sum(getattr(c, n) for _, c in told) for n in ("found", "of", "falsely", "clean"))
    recall, alarms = found / of, falsely / clean
    return Said(f"recall {recall:.3f} ({of} pictures), false alarms {alarms:.3f} ({clean} looks)")
