"""Surfaces that go by rule and line: stripes, checks, zigzags, tiles."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import partial

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, heart, leaf, polar, rect, ring, star
from pod.imaging.colour import mix
from pod.providers.embedded.fabrics.sheet import LEFT, PERIOD, TOP, Painter, Sheet, cells

_REACH = 2 * PERIOD
"""Width and height of what is shown."""


# --- stripes and zigzags


def _stripes(sheet: Sheet, *, least: int = 6, upright: bool = False) -> None:
    count = sheet.rounds(least)
    step = PERIOD / count
    for k in range(2 * count):
        x, y, wide, high = (LEFT + k * step, TOP, step, _REACH) if upright else (LEFT, TOP + k * step, _REACH, step)
        sheet.canvas.fill(rect(x, y, wide, high), sheet.ink(k))


def _pinstripes(sheet: Sheet) -> None:
    count = len(sheet.others) * math.ceil(10 / len(sheet.others))
    step = PERIOD / count
    for k in range(2 * count):
        sheet.canvas.fill(rect(LEFT + (k + 0.4) * step, TOP, 0.16 * step, _REACH), sheet.other(k))


def _diagonals(sheet: Sheet) -> None:
    count = sheet.rounds(6)
    step = PERIOD / count
    for k in range(4 * count):
        x = LEFT - _REACH + k * step
        sheet.canvas.fill(
            Path.lines([(x + _REACH, TOP), (x + _REACH + step, TOP), (x + step, TOP + _REACH), (x, TOP + _REACH)]),
            sheet.ink(k),
        )


def _zigzags(sheet: Sheet, *, least: int = 6, steep: float = 0.5) -> None:
    """Bands that go up and down, each one ink's; the points of all stand in columns."""
    count, teeth = sheet.rounds(least), 6
    step, half = PERIOD / count, PERIOD / teeth / 2
    for k in range(-2, 2 * count + 2):
        upper = [(LEFT + i * half, TOP + k * step - (i % 2) * half * 2 * steep) for i in range(-1, 4 * teeth + 2)]
        lower = [(x, y + step) for x, y in reversed(upper)]
        sheet.canvas.fill(Path.lines([*upper, *lower]), sheet.ink(k))


def _waves(sheet: Sheet) -> None:
    count, humps = sheet.rounds(6), 3
    step, wide = PERIOD / count, PERIOD / humps / 2
    for k in range(-2, 2 * count + 2):
        y, x = TOP + k * step, LEFT - wide
        commands: list[tuple[str, tuple[float, ...]]] = [("M", (x, y))]
        for i in range(4 * humps + 2):
            swing = (0.75 if i % 2 else -0.75) * step
            commands.append(("Q", (x + (i + 0.5) * wide, y + 2 * swing, x + (i + 1) * wide, y)))
        end = x + (4 * humps + 2) * wide
        commands += [("L", (end, TOP + _REACH + 2 * step)), ("L", (x, TOP + _REACH + 2 * step)), ("Z", ())]
        sheet.canvas.fill(Path(tuple(commands)), sheet.ink(k))


def _herringbone(sheet: Sheet) -> None:
    columns, bars = 6, 12
    wide, high = PERIOD / columns, PERIOD / bars
    for column, row, x, y in cells(columns, bars):
        rise = wide * (0.62 if column % 2 else -0.62)
        gap = 0.14 * high
        bar = [(x, y + gap), (x + wide, y + gap + rise), (x + wide, y + high - gap + rise), (x, y + high - gap)]
        sheet.canvas.fill(Path.lines(bar), sheet.other(row + column))


# --- checks


def _checkers(sheet: Sheet) -> None:
    squares = Path()
    for column, row, x, y in cells(6, 6):
        if (column + row) % 2:
            squares += rect(x, y, PERIOD / 6, PERIOD / 6)
    sheet.canvas.fill(squares, sheet.other(0))


def _hearts_on_checkers(sheet: Sheet) -> None:
    """Every square that is left has a heart."""
    _checkers(sheet)
    step = PERIOD / 6
    for column, row, x, y in cells(6, 6):
        if not (column + row) % 2:
            sheet.canvas.fill(heart(x + step / 2, y + step / 2, step * 0.62), sheet.other(1))


def _gingham(sheet: Sheet) -> None:
    """Woven of two colours: full where both threads have it, half where one has."""
    full = sheet.other(0)
    half, step = mix(sheet.ground, full, 0.5), PERIOD / 6
    both, one = Path(), Path()
    for column, row, x, y in cells(6, 6):
        if column % 2 and row % 2:
            both += rect(x, y, step, step)
        elif column % 2 or row % 2:
            one += rect(x, y, step, step)
    sheet.canvas.fill(one, half)
    sheet.canvas.fill(both, full)


_SETT = ((0.0, 0.3, 1), (0.36, 0.04, 2), (0.46, 0.14, 0), (0.64, 0.04, 2), (0.72, 0.2, 1))
"""A tartan's threads across half a tile: where, how wide, which of the inks on the ground."""


def _tartan(sheet: Sheet) -> None:
    """The same threads both ways; where two cross, their inks are mixed as a twill's are to the eye."""
    half = PERIOD / 2
    bands = [(LEFT + (k + at) * half, share * half, sheet.other(ink)) for k in range(4) for at, share, ink in _SETT]
    for at, width, ink in bands:
        sheet.canvas.fill(rect(LEFT, at - LEFT + TOP, _REACH, width), mix(ink, sheet.ground, 0.4))
    for at, width, ink in bands:
        sheet.canvas.fill(rect(at, TOP, width, _REACH), mix(ink, sheet.ground, 0.4))
    for across, wide, one in bands:
        for down, high, other in bands:
            sheet.canvas.fill(rect(across, down - LEFT + TOP, wide, high), mix(one, other, 0.5))


def _houndstooth(sheet: Sheet) -> None:
    """As it is woven: four dark and four light threads both ways, two over and two under."""
    teeth, threads = 4, 8
    step = PERIOD / teeth / threads
    dark = Path()
    for row in range(2 * teeth * threads):
        start = None
        for column in range(2 * teeth * threads + 1):
            thread = column if (column + row) % 4 < 2 else row
            is_dark = thread % threads < threads // 2 and column < 2 * teeth * threads
            if is_dark and start is None:
                start = column
            if not is_dark and start is not None:
                dark += rect(LEFT + start * step, TOP + row * step, (column - start) * step, step)
                start = None
    sheet.canvas.fill(dark, sheet.other(0))


def _grid(sheet: Sheet) -> None:
    step = PERIOD / 5
    for k in range(11):
        at = (k + 0.5) * step
        sheet.canvas.fill(rect(LEFT + at - 12, TOP, 24, _REACH), sheet.other(0))
        sheet.canvas.fill(rect(LEFT, TOP + at - 12, _REACH, 24), sheet.other(0))


# --- tiles


def _dots(sheet: Sheet) -> None:
    across = 6
    step = PERIOD / across
    for column, row, x, y in cells(across, across):
        if (column + row) % 2 == 0:
            sheet.canvas.fill(circle(x + step / 2, y + step / 2, 0.36 * step), sheet.other((column - row) // 2))


def _diamonds(sheet: Sheet, *, stitched: bool = False) -> None:
    wide, high = PERIOD / 4, PERIOD / 2
    for column, row, x, y in cells(4, 2):
        middle = (x + wide / 2, y + high / 2)
        diamond = [(x, middle[1]), (middle[0], y), (x + wide, middle[1]), (middle[0], y + high)]
        sheet.canvas.fill(Path.lines(diamond), sheet.other(column + row))
    if stitched:
        for _, _, x, y in cells(4, 2):
            lines = Path.lines([(x, y), (x + wide, y + high)], closed=False)
            lines += Path.lines([(x + wide, y), (x, y + high)], closed=False)
            sheet.canvas.stroke(lines, mix(sheet.ground, sheet.other(1), 0.5), 14, dash=(60, 44))


def _triangles(sheet: Sheet) -> None:
    """Rows of triangles, point up and point down by turns, each of an ink of its own."""
    across, down = 5, 6
    wide, high = PERIOD / across, PERIOD / down
    inks = {(c, r, up): sheet.rng.choice(sheet.inks) for c in range(across) for r in range(down) for up in (0, 1)}
    for column, row, x, y in cells(across, down):
        aside = wide / 2 * (row % 2)
        a, b = x + aside, x + aside + wide
        top, foot = y, y + high
        sheet.canvas.fill(Path.lines([(a, foot), (b, foot), ((a + b) / 2, top)]), inks[column, row, 1])
        down_points = [((a + b) / 2, top), ((a + b) / 2 + wide, top), (b, foot)]
        sheet.canvas.fill(Path.lines(down_points), inks[column, row, 0])


def _hexagons(sheet: Sheet) -> None:
    across, down = 5, 6
    wide, rise = PERIOD / across, PERIOD / down
    inks = {(c, r): sheet.rng.choice(sheet.others) for c in range(across) for r in range(down)}
    for column, row, x, y in cells(across, down):
        cx, cy = x + wide / 2 + wide / 2 * (row % 2), y + rise / 2
        corners = [
            (cx + 0.94 * wide / 2 * side, cy + 0.94 * rise * level)
            for side, level in ((0, -2 / 3), (1, -1 / 3), (1, 1 / 3), (0, 2 / 3), (-1, 1 / 3), (-1, -1 / 3))
        ]
        sheet.canvas.fill(Path.lines(corners), inks[column, row])


def _scales(sheet: Sheet, *, rings: int = 1) -> None:
    """Overlapping discs, from the lowest row to the highest, or it would be no roof; with `rings` the waves of Japan."""
    across, down = 5, 10
    r = PERIOD / across / 2
    for _, row, x, y in sorted(cells(across, down), key=lambda cell: -cell[3]):
        cx, cy = x + r + r * (row % 2), y
        if rings == 1:
            sheet.canvas.fill(circle(cx, cy, r), sheet.ground)
            sheet.canvas.fill(circle(cx, cy, r * 0.9), sheet.other(row if len(sheet.others) > 1 else 0))
            continue
        for k in range(rings):
            ink = sheet.ground if k % 2 else sheet.other(k // 2)
            sheet.canvas.fill(circle(cx, cy, r * (1 - k / rings)), ink)


def _targets(sheet: Sheet) -> None:
    """Discs within discs, as the sixties had them on their walls."""
    step = PERIOD / 3
    for column, row, x, y in cells(3, 3):
        sheet.canvas.fill(rect(x, y, step + 1, step + 1), sheet.ink(column + row))
        for k in range(4):
            r = 0.46 * step * (1 - 0.25 * k)
            sheet.canvas.fill(circle(x + step / 2, y + step / 2, r), sheet.ink(column + row + k + 1))


def _azulejos(sheet: Sheet) -> None:
    """Painted tiles: a flower of eight leaves, quarter rings in the corners that four tiles make whole."""
    step = PERIOD / 3
    for _, _, x, y in cells(3, 3):
        cx, cy = x + step / 2, y + step / 2
        first, second = sheet.other(0), sheet.other(1)
        for k in range(8):
            start = polar(cx, cy, 0.05 * step, 45 * k)
            sheet.canvas.fill(leaf(*start, 0.34 * step, 0.13 * step, 45 * k), first if k % 2 else second)
        sheet.canvas.fill(circle(cx, cy, 0.07 * step), sheet.ground)
        sheet.canvas.fill(ring(x, y, 0.3 * step, 0.24 * step), first, evenodd=True)
        sheet.canvas.fill(ring(x, y, 0.18 * step, 0.12 * step), second, evenodd=True)
        sheet.canvas.fill(star(x + step / 2, y, 0.09 * step, 4, 0.4), second)
        sheet.canvas.fill(star(x, y + step / 2, 0.09 * step, 4, 0.4), second)
        sheet.canvas.stroke(rect(x, y, step, step), mix(sheet.ground, first, 0.35), 10)


def _bricks(sheet: Sheet) -> None:
    across, down = 4, 8
    wide, high = PERIOD / across, PERIOD / down
    inks = {(c, r): sheet.rng.choice(sheet.others) for c in range(across) for r in range(down)}
    for column, row, x, y in cells(across, down):
        sheet.canvas.fill(rect(x + wide / 2 * (row % 2) + 14, y + 14, wide - 28, high - 28), inks[column, row])


def _quarters(sheet: Sheet) -> None:
    """A square, a disc, halves and quarters of it: the shapes of a school of design, one to a cell."""
    count = 4
    step = PERIOD / count
    plan = {(c, r): (sheet.rng.randrange(5), sheet.rng.randrange(4)) for c in range(count) for r in range(count)}
    for column, row, x, y in cells(count, count):
        kind, turn = plan[column, row]
        sheet.canvas.fill(rect(x, y, step + 1, step + 1), sheet.ink(column + 2 * row))
        corners = ((x, y), (x + step, y), (x + step, y + step), (x, y + step))
        with sheet.canvas.group(rect(x, y, step, step)):
            for r, ink in _shapes_of(kind):
                where = corners[turn] if kind < 3 else (x + step / 2, y + step / 2 * (kind == 3))
                sheet.canvas.fill(circle(*where, r * step), sheet.ink(column + 2 * row + ink))


def _shapes_of(kind: int) -> tuple[tuple[float, int], ...]:
    return (((1.0, 1),), ((1.0, 1), (0.5, 2)), ((1.0, 2), (0.66, 1), (0.33, 0)), ((0.5, 1),), ((0.42, 1), (0.2, 2)))[
        kind
    ]


def _sunrays(sheet: Sheet, *, count: int = 9) -> None:
    """Fans of rays in scales, as picture palaces had them."""
    across, down = 4, 6
    wide, high = PERIOD / across, PERIOD / down
    r = 0.56 * wide
    for _, row, x, y in sorted(cells(across, down), key=lambda cell: cell[3]):
        cx, cy = x + wide / 2 * (1 + row % 2), y + high
        sheet.canvas.fill(circle(cx, cy, r), sheet.ground)
        for k in range(count):
            a, b = (math.pi * (k + share) / count for share in (0.12, 0.88))
            tip = [(cx - r * 0.94 * math.cos(at), cy - r * 1.28 * math.sin(at)) for at in (a, b)]
            sheet.canvas.fill(Path.lines([(cx, cy), *tip]), sheet.other(k))


WOVEN: Mapping[str, Painter] = {
    "stripes": _stripes,
    "upright stripes": partial(_stripes, upright=True),
    "pinstripes": _pinstripes,
    "diagonals": _diagonals,
    "chevron": _zigzags,
    "zigzag": partial(_zigzags, least=10, steep=0.8),
    "waves": _waves,
    "herringbone": _herringbone,
    "checkers": _checkers,
    "hearts on checkers": _hearts_on_checkers,
    "gingham": _gingham,
    "buffalo": _gingham,
    "tartan": _tartan,
    "houndstooth": _houndstooth,
    "grid": _grid,
    "dots": _dots,
    "diamonds": _diamonds,
    "argyle": partial(_diamonds, stitched=True),
    "triangles": _triangles,
    "hexagons": _hexagons,
    "scales": _scales,
    "seigaiha": partial(_scales, rings=6),
    "targets": _targets,
    "azulejos": _azulejos,
    "bricks": _bricks,
    "quarters": _quarters,
    "fans": _sunrays,
}
