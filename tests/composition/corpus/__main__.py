"""`python -m tests.composition.corpus [--unseen] [--first-seed N] [--clean N] [--damaged N] [rows…]`: the table, and what was missed."""

from __future__ import annotations

import argparse
from dataclasses import replace

from tests.composition.corpus.counted import TUNING, UNSEEN
from tests.composition.corpus.told import counted_rows, table
from tests.conftest import CHECKOUT_DATA


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("rows", nargs="*", type=int)
    words.add_argument("--unseen", action="store_true")
    words.add_argument("--first-seed", type=int, help="seeds that nothing was counted with yet")
    words.add_argument("--clean", type=int, default=300)
    words.add_argument("--damaged", type=int, default=100)
    asked = words.parse_args()
    which = UNSEEN if asked.unseen else TUNING
    if asked.first_seed is not None:
        which = replace(which, first_seed=asked.first_seed)
    told = counted_rows(which, CHECKOUT_DATA, clean=asked.clean, damaged=asked.damaged, only=tuple(asked.rows))
    print(table(told))
    for row, one in told:
        if one.missed or one.wrongly:
            print(f"{row.name}: missed {one.missed[:12]}; wrongly {one.wrongly[:12]}")


if __name__ == "__main__":
    main()
