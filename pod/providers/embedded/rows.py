"""Several of a kind as one subject: side by side, in rows, in the air, in an arc."""

from __future__ import annotations

from collections.abc import Sequence

from pod.drawing.shapes import polar
from pod.providers.embedded.characters.figure import Figure
from pod.providers.embedded.characters.pen import BOX
from pod.providers.embedded.characters.species import SPECIES
from pod.providers.embedded.groups import ARC, as_one
from pod.providers.embedded.subjects import Placed, Subject, place, place_standing

_IN_THE_AIR = ((0.0, 0.0, 1.0), (-1.04, 0.36, 0.8), (1.06, 0.3, 0.86), (-0.62, -0.72, 0.74), (0.66, -0.7, 0.7), (0.04, 0.98, 0.72),
    (-1.5, -0.42, 0.62), (1.54, -0.46, 0.64), (-0.86, 1.16, 0.6), (0.92, 1.12, 0.62), (0.02, -1.3, 0.6), (1.74, 0.9, 0.56))  # fmt: skip
"""Where each is, from the middle in sizes of the first, and how large beside it."""


def strewn(one: Subject, count: int, others: Sequence[Subject] = (), *, upright: bool) -> Figure:
    """Several in the air, none before another, the nearest the largest; what hangs or floats stays `upright`."""
    turns = (one, *others)
    left, top, right, bottom = one.silhouette.bounds
    wide, high = ((b - a) / max(right - left, bottom - top) for a, b in ((left, right), (top, bottom)))
    placed = [
        place(
            turns[i % len(turns)],
            BOX / 2 + x * BOX * wide * 1.02,
            BOX / 2 + y * BOX * high * 1.02,
            size * BOX,
            turn=0.0 if upright else (i % 3 - 1) * 13.0,
            flip=not upright and i % 2 == 1,
        )
        for i, (x, y, size) in enumerate(_IN_THE_AIR[:count])
    ]
    return as_one(one.name, placed, natural=one.natural)


_IN_A_ROW, _IN_TWO = 3, 8
_APART, _CLOSE, _FACING = 1.0, 0.9, 1.08  # widths of one by which they stand beside each other; of two beaks that meet

_SQUARE, _CLEAR_OF = 4, 0.9  # of four things two stand right over two
_BEHIND_BY = 0.62  # shares of one's own size by which a row stands above the row before it


def pair(
    one: Subject,
    count: int,
    between: Subject | None = None,
    others: Sequence[Subject] = (),
    *,
    turned: bool = True,
    in_a_line: bool = False,
    nearer: float = 1.0,
) -> Subject:
    """Two or three of a kind, `turned` towards each other, and what is `between` their heads; more stand in rows unless they are to stand `in_a_line`. `others` take
    turns with the first: the same in other colours."""
    turns = (one, *others)
    left, top, right, bottom = one.silhouette.bounds
    width, high = right - left, bottom - top
    crowded = count > _IN_A_ROW and not in_a_line
    nearer = min(nearer, _IN_LINE) if in_a_line and count > _IN_A_ROW else nearer
    apart = _CLOSE if crowded else _APART if between or not turned else _FACING
    by = _BEHIND_BY if one.name in SPECIES or count != _SQUARE else _CLEAR_OF
    stacked = turned and count == _IN_A_ROW and not (in_a_line or between) and width > _WIDE_EACH * high
    step = nearer * apart * BOX * width / max(width, high)
    if not turned and count in _ABREAST and width > _WIDE_ACTS * high:
        return _staggered(turns, count)
    placed = [
        as_large(
            turns[i % len(turns)],
            one,
            BOX / 2 + x * step,
            BOX / 2 - y * BOX * (high / width if stacked else 1.0),
            flip=turned and x > 0,
        )
        for i, (x, y) in enumerate(_line(count) if in_a_line else _PYRAMID if stacked else _spots(count, by))
    ]
    if between is not None:
        top = min(p.area.bounds[1] for p in placed)
        placed.append(place(between, BOX / 2, top + BOX * 0.06, BOX * 0.36))
    return as_one(one.name, placed, natural=one.natural)


def as_large(each: Subject, one: Subject, x: float, y: float, *, flip: bool) -> Placed:
    """In the scale of the first and on its ground, though it has a hat on or is of a taller breed."""
    left, top, right, bottom = each.silhouette.bounds
    one_left, one_top, one_right, one_bottom = one.silhouette.bounds
    unit = BOX / max(one_right - one_left, one_bottom - one_top)
    taller = unit * ((bottom - top) - (one_bottom - one_top))
    return place(each, x, y - taller / 2, unit * max(right - left, bottom - top), flip=flip)


_CLUMP = ((0.0, 0.0, 1.0), (-0.56, 0.05, 0.66), (0.54, 0.09, 0.52))
"""Where each stands in widths of the first, how far before it in its heights, and how tall."""


def clump(one: Subject) -> Figure:
    """A large one and two small ones before it, as they grow."""
    left, top, right, bottom = one.silhouette.bounds
    wide, high = (
        BOX * (right - left) / max(right - left, bottom - top),
        BOX * (bottom - top) / max(right - left, bottom - top),
    )
    placed = [
        place_standing(one, BOX / 2 + x * wide, BOX + y * high, size * BOX, size * high, flip=x > 0)
        for x, y, size in _CLUMP
    ]
    return as_one(one.name, placed, natural=one.natural)


_PYRAMID = ((0.0, 0.62), (-0.5, 0.0), (0.5, 0.0))
"""Steps and heights of three that are wider than high: one behind two."""
_WIDE_EACH, _IN_LINE = 1.08, 0.86
"""How wide for its height that is, and how near each other more than three stand in a line."""

_ABREAST, _WIDE_ACTS = (3, 4), 1.5
"""How many are one below the other rather than small in a row, who are so many times as wide as high."""


def _staggered(turns: Sequence[Subject], count: int) -> Figure:
    left, top, right, bottom = turns[0].silhouette.bounds
    down, across = BOX * (bottom - top) / (right - left), 0.18 * BOX
    placed = [
        place(turns[i % len(turns)], BOX / 2 + across * (1 if i % 2 else -1), BOX / 2 + i * down, BOX)
        for i in range(count)
    ]
    return as_one(turns[0].name, placed, natural=turns[0].natural)


def _line(count: int) -> list[tuple[float, float]]:
    return [(i - (count - 1) / 2, 0.0) for i in range(count)]


def _spots(count: int, by: float = _BEHIND_BY) -> list[tuple[float, float]]:
    """Steps from the middle and rows from the front, each `by` so much above the next, the row at the back first."""
    rows = [count] if count <= _IN_A_ROW else [count // 2, count - count // 2]
    if count > _IN_TWO:
        rows = [count // 3, (count + 1) // 3, count - count // 3 - (count + 1) // 3]
    depth = len(rows)
    return [(i - (number - 1) / 2, by * (depth - 1 - row)) for row, number in enumerate(rows) for i in range(number)]


def in_an_arc(one: Subject, count: int) -> Figure:
    """Several small ones over whatever is below: five stars, four hearts."""
    spread = min(150.0, 34.0 * count)
    angles = [spread * (i / max(1, count - 1) - 0.5) for i in range(count)]
    placed = [place(one, *polar(BOX / 2, BOX, 0.86 * BOX, at), 0.26 * BOX, turn=0.4 * at) for at in angles]
    return as_one(ARC + one.name, placed, natural=one.natural)
