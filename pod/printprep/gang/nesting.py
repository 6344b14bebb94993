"""True shapes on sheets: stickers lie in each other's hollows, and the gap is kept between their outlines.

Shapes are masks of square cells. A shape may lie wherever its mask, grown by the gap, touches no cell that is taken: one
correlation for each quarter turn says so for all places at once. Growing counts from the near edges of two cells, so what
is really between two outlines is never less than the gap. Of all places the one that reaches least far down is taken.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Cells = NDArray[np.float32]
Order = list[int]

_SEED = 1728
_LAYINGS = 500
"""Shapes that are laid in all, over all tries: the search is bounded in steps, not in time."""

_MOST_TRIES = 12


@dataclass(frozen=True, slots=True)
class Shape:
    """`mask` tells the cells that the piece touches at all; `quarter_turns` how it may lie, clockwise."""

    mask: Mask
    quarter_turns: tuple[int, ...] = (0, 1, 2, 3)

    @property
    def size(self) -> int:
        return int(self.mask.sum())


@dataclass(frozen=True, slots=True)
class Nested:
    """`left`, `top`: the first cell of the mask, turned as it is."""

    shape: int
    sheet: int
    left: int
    top: int
    quarter_turns: int


@dataclass(frozen=True, slots=True)
class Nest:
    """`used` is how many rows of cells each sheet is filled down."""

    spots: tuple[Nested, ...]
    used: tuple[int, ...]

    @property
    def cost(self) -> tuple[int, int]:
        """Sheets, then what is used of the last one: the smaller the better."""
        return len(self.used), self.used[-1] if self.used else 0


def nest(shapes: Sequence[Shape], width: int, height: int, *, gap_cells: float) -> Nest:
    """All `shapes` on as few sheets of `width` × `height` cells as the search finds, on as little of the last one.

    Every shape has to fit on an empty sheet: the caller has seen to that.
    """
    ways = _all_ways(shapes, gap_cells)
    orders = _sorted(shapes)
    best = min(((_laid(ways, order, width, height), order) for order in orders), key=lambda tried: tried[0].cost)
    dice = random.Random(_SEED)  # noqa: S311 - a search, not a secret
    for _ in range(min(_MOST_TRIES, _LAYINGS // max(1, len(shapes))) - len(orders)):
        order = _changed(best[1], dice)
        best = min(best, (_laid(ways, order, width, height), order), key=lambda tried: tried[0].cost)
    return best[0]


_SORTS: tuple[Callable[[Shape], float], ...] = (
    lambda s: s.size,
    lambda s: max(s.mask.shape),
    lambda s: math.hypot(*s.mask.shape),
)


def _sorted(shapes: Sequence[Shape]) -> list[Order]:
    """The largest first, by ink, long side and diagonal."""
    keys = ([-key(shape) for shape in shapes] for key in _SORTS)
    return [sorted(range(len(shapes)), key=key.__getitem__) for key in keys]


def _changed(order: Order, dice: random.Random) -> Order:
    changed = order.copy()
    for _ in range(max(1, len(order) // 8)):
        first, second = dice.randrange(len(order)), dice.randrange(len(order))
        changed[first], changed[second] = changed[second], changed[first]
    return changed


@dataclass(frozen=True, slots=True)
class _Way:
    """A shape as it may lie. `grown` is its mask and the gap around it; equal `key`s lie alike."""

    quarter_turns: int
    mask: Mask
    grown: Cells
    key: bytes


def _all_ways(shapes: Sequence[Shape], gap_cells: float) -> list[tuple[_Way, ...]]:
    """Of copies, and of turns that look alike, one is worked out."""
    reach = _reach(gap_cells)
    known = dict[tuple[bytes, tuple[int, ...]], tuple[_Way, ...]]()
    found = list[tuple[_Way, ...]]()
    for shape in shapes:
        key = (_key(shape.mask), shape.quarter_turns)
        if key not in known:
            turned = {
                _key(m): (turns, m) for turns in reversed(shape.quarter_turns) for m in [_turned(shape.mask, turns)]
            }
            known[key] = tuple(_Way(turns, mask, _grown(mask, reach), k) for k, (turns, mask) in turned.items())
        found.append(known[key])
    return found


def _turned(mask: Mask, quarter_turns: int) -> Mask:
    return np.ascontiguousarray(np.rot90(mask, -quarter_turns))


def _key(mask: Mask) -> bytes:
    return repr(mask.shape).encode() + np.packbits(mask).tobytes()


def _reach(gap_cells: float) -> NDArray[np.uint8]:
    """The cells around one that lie nearer to it than the gap, edge to edge."""
    radius = math.ceil(gap_cells)
    steps = np.maximum(np.abs(np.arange(-radius, radius + 1)) - 1, 0)
    near = np.hypot(*np.meshgrid(steps, steps)) < gap_cells
    near[radius, radius] = True
    return np.asarray(near, dtype=np.uint8)


def _grown(mask: Mask, reach: NDArray[np.uint8]) -> Cells:
    padded = np.pad(mask.astype(np.uint8), len(reach) // 2)
    return np.asarray(cv2.dilate(padded, reach), dtype=np.float32)


@dataclass(slots=True)
class _Taken:
    """One sheet: the cells that are taken, with a border as wide as the gap's reach, and where each way was laid last."""

    cells: Cells
    rim: int
    used: int = 0
    last_top: dict[bytes, int] = field(default_factory=dict)

    def place_for(self, way: _Way) -> tuple[int, int] | None:
        """Row and column of the highest free place, the leftmost of several. What is above the last place was taken then
        and is so still."""
        first = self.last_top.get(way.key, 0)
        height = len(way.mask)
        last = min(self.used + self.rim, len(self.cells) - 2 * self.rim - height)
        if first > last:
            return None
        hits = cv2.matchTemplate(self.cells[first : last + len(way.grown)], way.grown, cv2.TM_CCORR)
        free = hits < 0.5
        rows = np.flatnonzero(free.any(axis=1))
        top = first + int(rows[0]) if len(rows) else last + 1
        self.last_top[way.key] = top
        return (top, int(free[rows[0]].argmax())) if len(rows) else None

    def take(self, way: _Way, top: int, left: int) -> None:
        height, width = way.mask.shape
        window = self.cells[top + self.rim : top + self.rim + height, left + self.rim : left + self.rim + width]
        window[way.mask] = 1.0
        self.used = max(self.used, top + height)


def _laid(ways: Sequence[tuple[_Way, ...]], order: Order, width: int, height: int) -> Nest:
    sheets, spots = list[_Taken](), list[Nested]()
    for number in order:
        rim = (len(ways[number][0].grown) - len(ways[number][0].mask)) // 2
        for sheet, taken in enumerate(_and_new(sheets, width, height, rim)):
            places = [
                (place[0] + len(way.mask), *place, way) for way in ways[number] if (place := taken.place_for(way))
            ]
            if places:
                _, top, left, way = min(places, key=lambda p: p[:3])
                taken.take(way, top, left)
                spots.append(Nested(number, sheet, left, top, way.quarter_turns))
                break
    return Nest(tuple(spots), tuple(taken.used for taken in sheets))


def _and_new(sheets: list[_Taken], width: int, height: int, rim: int) -> Iterator[_Taken]:
    """The sheets that there are, then a new one, which stays."""
    yield from sheets.copy()
    sheets.append(_Taken(np.zeros((height + 2 * rim, width + 2 * rim), dtype=np.float32), rim))
    yield sheets[-1]
