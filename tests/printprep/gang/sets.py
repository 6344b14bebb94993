"""Forty sets of pieces to pack, of the trade's own sizes, and what rectpack makes of them.

``python -m tests.printprep.gang.sets`` writes ``sets.json``: the pieces by two seeded dice, and the best that rectpack
finds with all its algorithms, sorts and ways to fill sheets. The first twenty were looked at while the packer was
written; the other twenty were drawn when it was finished, and nothing was changed for them.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import rectpack

from pod.printprep.gang.packing import Tile

FILE = Path(__file__).with_name("sets.json")
GAP_MM, MARGIN_MM = 3, 5
KNOWN, HELD_OUT = "known", "held out"
_SEEDS = {KNOWN: 22, HELD_OUT: 1906}

Size = tuple[int, int]

_FRONTS: tuple[Size, ...] = ((305, 406), (280, 356), (254, 305), (229, 279), (279, 279), (305, 229), (254, 203))
_CHESTS: tuple[Size, ...] = ((102, 102), (89, 89), (76, 102), (114, 64), (102, 76))
_SLEEVES: tuple[Size, ...] = ((76, 305), (64, 381), (89, 76), (76, 229), (102, 51))
_STICKERS: tuple[Size, ...] = ((51, 51), (76, 76), (102, 102), (140, 140), (76, 51), (127, 76), (89, 127), (60, 85))

# sheet width and height in mm, whether the second is a roll's, what lies on it, and how many pieces
_KINDS: tuple[tuple[int, int, bool, tuple[tuple[Size, ...], ...], Size], ...] = (
    (559, 5080, True, (_FRONTS, _CHESTS, _SLEEVES), (20, 60)),
    (559, 5080, True, (_CHESTS, _SLEEVES, _STICKERS), (60, 110)),
    (600, 5080, True, (_FRONTS, _CHESTS, _CHESTS, _STICKERS), (40, 80)),
    (559, 1524, False, (_FRONTS, _CHESTS, _SLEEVES), (40, 70)),
    (297, 420, False, (_STICKERS, _CHESTS), (60, 110)),
)


@dataclass(frozen=True)
class PackingSet:
    """`pieces_mm` without their gap. `rectpack` is its best: sheets, then units used of the last one."""

    name: str
    width_mm: int
    height_mm: int
    roll: bool
    pieces_mm: tuple[Size, ...]
    rectpack: Size

    @property
    def tiles(self) -> list[Tile]:
        """In millimetres, the gap on the right and below."""
        return [Tile(width + GAP_MM, height + GAP_MM, may_turn=True) for width, height in self.pieces_mm]

    @property
    def room(self) -> Size:
        return self.width_mm - 2 * MARGIN_MM + GAP_MM, self.height_mm - 2 * MARGIN_MM + GAP_MM

    def fill(self, used: tuple[int, ...]) -> float:
        """The pieces' own area on what is used: whole sheets, or a roll as far as it is filled."""
        lengths = [u - GAP_MM + 2 * MARGIN_MM if self.roll else self.height_mm for u in used]
        return sum(w * h for w, h in self.pieces_mm) / (self.width_mm * sum(lengths))


def packing_sets(which: str) -> list[PackingSet]:
    return [
        PackingSet(**{**one, "pieces_mm": tuple(map(tuple, one["pieces_mm"])), "rectpack": tuple(one["rectpack"])})
        for one in json.loads(FILE.read_text())[which]
    ]


def drawn(seed: int) -> Iterator[PackingSet]:
    """Twenty sets: designs in the trade's sizes, some cropped to their art, each in a few copies."""
    dice = random.Random(seed)
    for n in range(20):
        width, height, roll, families, (fewest, most) = _KINDS[n % len(_KINDS)]
        count, pieces = dice.randint(fewest, most), list[Size]()
        while len(pieces) < count:
            wide, high = dice.choice(dice.choice(families))
            if dice.random() < 0.6:
                wide, high = round(wide * dice.uniform(0.7, 1)), round(high * dice.uniform(0.7, 1))
            pieces += [(wide, high)] * dice.choice((1, 1, 2, 3, 4, 6))
        yield PackingSet(f"{n + 1}", width, height, roll, tuple(pieces[:count]), (0, 0))


def best_of_rectpack(packing_set: PackingSet) -> Size:
    """The fewest sheets, then the least of the emptiest one, over everything that rectpack can do with this set."""
    costs = (_cost(packing_set, *way) for way in _ways())
    return min(cost for cost in costs if cost)


def _named(*starts: str) -> list[Any]:
    return [getattr(rectpack, name) for name in dir(rectpack) if name.startswith(starts)]


def _ways() -> Iterator[tuple[Any, Any, Any]]:
    bins = rectpack.PackingBin
    algorithms, sorts = _named("MaxRects", "Skyline", "Guillotine"), _named("SORT_")
    yield from product(algorithms, sorts, (bins.BNF, bins.BFF, bins.BBF))
    yield from product(algorithms, (rectpack.SORT_NONE,), (bins.Global,))  # which sorts by itself


def _cost(packing_set: PackingSet, algorithm: Any, sort: Any, bins: Any) -> Size | None:
    packer = rectpack.newPacker(
        mode=rectpack.PackingMode.Offline, bin_algo=bins, pack_algo=algorithm, sort_algo=sort, rotation=True
    )
    for n, tile in enumerate(packing_set.tiles):
        packer.add_rect(tile.width, tile.height, n)
    packer.add_bin(*packing_set.room, count=30)
    packer.pack()
    laid = packer.rect_list()
    if len(laid) < len(packing_set.tiles):
        return None
    used = dict[int, int]()
    for sheet, _, y, _, height, _ in laid:
        used[sheet] = max(used.get(sheet, 0), y + height)
    return len(used), min(used.values())


def main() -> None:
    written = dict[str, list[dict[str, Any]]]()
    for which, seed in _SEEDS.items():
        written[which] = []
        for one in drawn(seed):
            row = {name: getattr(one, name) for name in one.__dataclass_fields__}
            written[which].append({**row, "rectpack": best_of_rectpack(one)})
    FILE.write_text("{\n" + ",\n".join(_lines(which, rows) for which, rows in written.items()) + "\n}\n")


def _lines(which: str, rows: list[dict[str, Any]]) -> str:
    return f"{json.dumps(which)}: [\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]"


if __name__ == "__main__":
    main()
