"""Outlines bent by a formula: every point is moved, and what lies between follows closely enough for print."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import pairwise

from pod.drawing.paths import Command, Path, Point

Bend = Callable[[float, float], Point]

_MOST_PARTS = 24


def bent(path: Path, by: Bend, *, reach: float) -> Path:
    """`path` with every point moved by `by`. Segments longer than `reach` are cut first: a straight line bends too."""
    at, commands = (0.0, 0.0), list[Command]()
    for name, v in path.cubic().commands:
        if name in "LC":
            points = [at, *zip(v[::2], v[1::2], strict=True)]
            for part in _cut(points if name == "C" else _raised(points), reach):
                commands.append(("C", tuple(value for point in part[1:] for value in by(*point))))
        elif name == "M":
            commands.append(("M", by(*v)))
        else:
            commands.append((name, v))
        at = (v[-2], v[-1]) if v else at
    return Path(tuple(commands))


def _raised(line: list[Point]) -> list[Point]:
    """A straight line as the cubic curve that is the same line."""
    (x1, y1), (x2, y2) = line
    return [(x1 + (x2 - x1) * t / 3, y1 + (y2 - y1) * t / 3) for t in range(4)]


def _cut(curve: list[Point], reach: float) -> Iterator[list[Point]]:
    length = sum(math.dist(p, q) for p, q in pairwise(curve))
    for left in range(min(_MOST_PARTS, max(1, math.ceil(length / reach))), 1, -1):
        first, curve = _split(curve, 1 / left)
        yield first
    yield curve


def _split(curve: list[Point], t: float) -> tuple[list[Point], list[Point]]:
    """de Casteljau."""
    before, after = list[Point](), list[Point]()
    while curve:
        before.append(curve[0])
        after.append(curve[-1])
        curve = [(x1 + (x2 - x1) * t, y1 + (y2 - y1) * t) for (x1, y1), (x2, y2) in pairwise(curve)]
    return before, after[::-1]
