"""What a surface is painted on: two by two tiles, the inks by turns, dice of its own."""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pod.drawing import UNITS
from pod.drawing.display import Canvas
from pod.drawing.paths import Path

PERIOD = 1740.0
"""Width and height of the tile that is repeated, in design units."""

LEFT = TOP = UNITS / 2 - PERIOD
"""Where the first of two by two tiles begins."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """`inks` are the ground and what is on it, at least two."""

    canvas: Canvas
    inks: Sequence[str]
    rng: random.Random

    @property
    def ground(self) -> str:
        return self.inks[0]

    @property
    def others(self) -> Sequence[str]:
        return self.inks[1:]

    def ink(self, turn: int) -> str:
        return self.inks[turn % len(self.inks)]

    def other(self, turn: int) -> str:
        return self.others[turn % len(self.others)]

    def rounds(self, least: int) -> int:
        """At least so many bands to a tile, and as many times all inks: the last then meets the first."""
        return len(self.inks) * math.ceil(least / len(self.inks))


Painter = Callable[[Sheet], None]


def cells(across: int, down: int) -> Iterator[tuple[int, int, float, float]]:
    """Column and row within the tile, and where the cell begins, for two by two tiles and a rim around them."""
    wide, high = PERIOD / across, PERIOD / down
    for row, column in itertools.product(range(-2, 2 * down + 2), range(-2, 2 * across + 2)):
        yield column % across, row % down, LEFT + column * wide, TOP + row * high


def copies(x: float, y: float, reach: float) -> Iterator[tuple[float, float]]:
    """Where in two by two tiles something stands that reaches so far from its place in the first."""
    for dx, dy in itertools.product(range(-1, 3), repeat=2):
        at_x, at_y = LEFT + x + dx * PERIOD, TOP + y + dy * PERIOD
        if all(start - reach < at < start + 2 * PERIOD + reach for at, start in ((at_x, LEFT), (at_y, TOP))):
            yield at_x, at_y


def spread(rng: random.Random, count: int, apart: float) -> list[tuple[float, float]]:
    """Places in the tile, none nearer to another than `apart`, over its edges too; fewer where there is no more room."""
    found: list[tuple[float, float]] = []
    for _ in range(count * 40):
        x, y = rng.uniform(0, PERIOD), rng.uniform(0, PERIOD)
        if all(math.hypot(wrapped(x - a), wrapped(y - b)) >= apart for a, b in found):
            found.append((x, y))
        if len(found) == count:
            break
    return found


def wrapped(by: float) -> float:
    """How far that is where the tile meets itself."""
    return min(abs(by), PERIOD - abs(by))


def blob(rng: random.Random, r: float, corners: int = 7, uneven: float = 0.25) -> list[tuple[float, float]]:
    """Corners around the origin of a round thing that was drawn by hand; `smooth` makes curves of them."""
    turn = rng.uniform(0, 2 * math.pi)
    return [
        (reach * math.cos(turn + 2 * math.pi * i / corners), reach * math.sin(turn + 2 * math.pi * i / corners))
        for i in range(corners)
        for reach in (r * rng.uniform(1 - uneven, 1 + uneven),)
    ]


def smooth(points: Sequence[tuple[float, float]], x: float = 0.0, y: float = 0.0) -> Path:
    """A closed curve through the middles of the edges, moved to (x, y)."""
    moved = [(x + a, y + b) for a, b in points]
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(moved, [*moved[1:], moved[0]], strict=True)]
    turns = zip([*moved[1:], moved[0]], [*middles[1:], middles[0]], strict=True)
    return Path((("M", middles[0]), *(("Q", (*corner, *to)) for corner, to in turns), ("Z", ())))
