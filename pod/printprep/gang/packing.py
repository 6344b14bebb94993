"""Rectangles on sheets: how many sheets are needed, and how little of the last one.

A *decoder* turns an order of the tiles into a layout. Every decoder is tried with every sorted order; the best layout of
each is then improved by small changes to its order. The search is bounded in steps, not in time, and its dice have a
fixed seed: the same tiles give the same layout on any machine, however busy it is.
"""

from __future__ import annotations

import functools
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

Order = list[int]
Decoder = Callable[[Sequence["Tile"], Order, int, int], "Layout"]

_SEED = 1728
_PLACINGS = 60_000
"""Tiles that are laid in all, over all tries: 600 layouts of a hundred tiles, a second or two of work."""

_CHANGES_PER_PAIR = 20
"""Few tiles have few orders, which are soon all tried."""

_MOST_FOR_RECTANGLES = 400
"""With more tiles than this only the skyline is tried: free rectangles cost too much, and gain little among so many."""

_PATIENCE = 250
"""Changes without any gain after which the search starts again from the best layout so far, shaken."""

_SHAKES = 4


Way = tuple[int, int, bool]
"""How a tile may lie: its width, its height, and whether that is turned by 90°."""


class Tile(NamedTuple):
    """What a piece takes up in whole units, its gap included. (Hashed and compared a million times: hence a tuple.)"""

    width: int
    height: int
    may_turn: bool


@functools.cache
def _ways(tile: Tile) -> tuple[Way, ...]:
    """A square has one way to lie."""
    upright, turned = (tile.width, tile.height, False), (tile.height, tile.width, True)
    return (upright, turned) if tile.may_turn and tile.width != tile.height else (upright,)


@dataclass(frozen=True, slots=True)
class Spot:
    tile: int
    sheet: int
    left: int
    top: int
    turned: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """`used` is how far down each sheet is filled."""

    spots: tuple[Spot, ...]
    used: tuple[int, ...]

    @property
    def cost(self) -> tuple[int, int]:
        """Sheets, then what is used of the last one: the smaller the better."""
        return len(self.used), self.used[-1] if self.used else 0


@dataclass(frozen=True, slots=True)
class _Try:
    layout: Layout
    order: Order
    decoder: Decoder


def pack(tiles: Sequence[Tile], width: int, height: int) -> Layout:
    """All `tiles` on as few sheets of `width` × `height` as the search finds, and on as little of the last one.

    Every tile has to fit on an empty sheet: the caller has seen to that.
    """
    if not tiles:
        return Layout((), ())
    few = len(tiles) <= _MOST_FOR_RECTANGLES
    decoders = [_by_skyline, *(_by_free_rectangles(score) for score in _SCORES if few)]
    starts = [_Try(lay(tiles, order, width, height), order, lay) for order in _sorted(tiles) for lay in decoders]
    leaders = [min((s for s in starts if s.decoder is lay), key=_cost) for lay in decoders]
    if few:
        leaders += [
            _by_best_pairs(score, lay, tiles, width, height) for score, lay in zip(_SCORES, decoders[1:], strict=True)
        ]
    changes = min(_PLACINGS // len(tiles), _CHANGES_PER_PAIR * len(tiles) ** 2) // 2
    searched = [_improved(leader, tiles, width, height, changes // len(leaders)) for leader in leaders]
    best = min((*leaders, *searched), key=_cost)
    return _improved(best, tiles, width, height, changes).layout


def _cost(tried: _Try) -> tuple[int, int]:
    return tried.layout.cost


_SORTS: tuple[Callable[[Tile], tuple[int, int]], ...] = (
    lambda t: (t.width * t.height, max(t.width, t.height)),
    lambda t: (max(t.width, t.height), min(t.width, t.height)),
    lambda t: (min(t.width, t.height), max(t.width, t.height)),
    lambda t: (t.width + t.height, max(t.width, t.height)),
    lambda t: (t.width, t.height),
    lambda t: (t.height, t.width),
)
"""What comes first when the largest do: by area, long side, short side, girth, width, height."""


def _sorted(tiles: Sequence[Tile]) -> Iterator[Order]:
    for key in _SORTS:
        keys = [key(tile) for tile in tiles]
        yield sorted(range(len(tiles)), key=keys.__getitem__, reverse=True)


def _improved(start: _Try, tiles: Sequence[Tile], width: int, height: int, changes: int) -> _Try:
    """The best that small changes to the order lead to; a change that costs nothing is kept, which crosses plateaus."""
    dice = random.Random(_SEED)  # noqa: S311 - a search, not a secret
    best = at = start
    idle = 0
    for _ in range(changes):
        if idle > _PATIENCE:
            at, idle = _tried(best, _shaken(best.order, dice), tiles, width, height), 0
        found = _tried(at, _changed(at.order, dice), tiles, width, height)
        idle = 0 if _cost(found) < _cost(at) else idle + 1
        at = found if _cost(found) <= _cost(at) else at
        best = min(best, at, key=_cost)
    return best


def _tried(like: _Try, order: Order, tiles: Sequence[Tile], width: int, height: int) -> _Try:
    return _Try(like.decoder(tiles, order, width, height), order, like.decoder)


def _shaken(order: Order, dice: random.Random) -> Order:
    for _ in range(_SHAKES):
        order = _changed(order, dice)
    return order


def _changed(order: Order, dice: random.Random) -> Order:
    """Two exchanged, one moved, or a stretch turned round."""
    changed = order.copy()
    first, second = sorted((dice.randrange(len(order)), dice.randrange(len(order))))
    way = dice.random()
    if way < 0.5:
        changed[first], changed[second] = changed[second], changed[first]
    elif way < 0.85:
        changed.insert(first, changed.pop(second))
    else:
        changed[first:second] = changed[first:second][::-1]
    return changed


# --- the skyline: the lowest place is filled next, with the tile that fits it best


@dataclass(slots=True)
class _Skyline:
    """The upper edge of what is laid, as level stretches from left to right: [left, level, width]."""

    width: int
    height: int
    steps: list[list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.steps = [[0, 0, self.width]]

    def lowest(self) -> int:
        return min(range(len(self.steps)), key=lambda at: self.steps[at][1])

    def walls(self, at: int) -> tuple[int, int]:
        """How high the neighbours stand over this step; the sheet's own edges are as high as the sheet."""
        level = self.steps[at][1]
        left = self.steps[at - 1][1] if at else self.height
        right = self.steps[at + 1][1] if at + 1 < len(self.steps) else self.height
        return left - level, right - level

    def lay(self, at: int, width: int, height: int, *, on_left: bool) -> int:
        """Puts a tile on the step, against one of its walls, and says where its left edge is."""
        left, level, room = self.steps[at]
        raised = [left if on_left else left + room - width, level + height, width]
        rest = [left + width if on_left else left, level, room - width]
        self.steps[at : at + 1] = [s for s in ((raised, rest) if on_left else (rest, raised)) if s[2]]
        self._joined(max(0, at - 1), at + 2)
        return raised[0]

    def give_up(self, at: int) -> bool:
        """Nothing fits here: raised to the lower wall. False when there is no wall to raise it to."""
        if len(self.steps) == 1:
            return False
        self.steps[at][1] += min(self.walls(at))
        self._joined(max(0, at - 1), at + 1)
        return True

    def _joined(self, first: int, last: int) -> None:
        for at in range(min(last, len(self.steps) - 1), first, -1):
            if self.steps[at][1] == self.steps[at - 1][1]:
                self.steps[at - 1][2] += self.steps[at][2]
                del self.steps[at]


def _by_skyline(tiles: Sequence[Tile], order: Order, width: int, height: int) -> Layout:
    spots, used = list[Spot](), list[int]()
    waiting = order.copy()
    while waiting:
        used.append(0)
        skyline = _Skyline(width, height)
        while waiting:
            at = skyline.lowest()
            level = skyline.steps[at][1]
            choice = _best_fitting(tiles, waiting, skyline, at)
            if choice is None:
                if not skyline.give_up(at):
                    break
                continue
            place, (tile_width, tile_height, turned) = choice
            left_wall, right_wall = skyline.walls(at)
            left = skyline.lay(at, tile_width, tile_height, on_left=left_wall >= right_wall)
            spots.append(Spot(waiting.pop(place), len(used) - 1, left, level, turned))
            used[-1] = max(used[-1], level + tile_height)
    return Layout(tuple(spots), tuple(used))


def _best_fitting(tiles: Sequence[Tile], waiting: Order, skyline: _Skyline, at: int) -> tuple[int, Way] | None:
    """Which of `waiting`, and how it lies: one that fills the step's width first, then one level with a wall, then the
    first of the order."""
    _, level, room = skyline.steps[at]
    left_wall, right_wall = skyline.walls(at)
    headroom = skyline.height - level
    best, best_score = None, -1
    seen = set[Tile]()
    for place, number in enumerate(waiting):
        tile = tiles[number]
        if tile in seen:
            continue
        seen.add(tile)
        for way in _ways(tile):
            if way[0] <= room and way[1] <= headroom:
                score = 4 * (way[0] == room) + (way[1] == left_wall) + (way[1] == right_wall)
                if score > best_score:
                    best, best_score = (place, way), score
    return best


# --- free rectangles: the largest ones that are left on each sheet are kept (maximal rectangles)

Free = tuple[int, int, int, int]
"""Left, top, right, bottom."""

Score = Callable[[Free, int, int], tuple[int, int]]
"""How badly a tile of this width and height suits a free rectangle."""


def _by_free_rectangles(score: Score) -> Decoder:
    def decoder(tiles: Sequence[Tile], order: Order, width: int, height: int) -> Layout:
        sheets, used, spots = list[list[Free]](), list[int](), list[Spot]()
        for number in order:
            sheet, free, (tile_width, tile_height, turned) = _place_for(tiles[number], sheets, score, (width, height))
            if sheet == len(sheets):
                sheets.append([(0, 0, width, height)])
                used.append(0)
            left, top = free[:2]
            taken = (left, top, left + tile_width, top + tile_height)
            sheets[sheet] = _without(sheets[sheet], taken)
            spots.append(Spot(number, sheet, left, top, turned))
            used[sheet] = max(used[sheet], taken[3])
        return Layout(tuple(spots), tuple(used))

    return decoder


def _place_for(tile: Tile, sheets: list[list[Free]], score: Score, empty: tuple[int, int]) -> tuple[int, Free, Way]:
    """On the first sheet that has room, where it suits best; a new sheet has."""
    ways = _ways(tile)
    for sheet, frees in enumerate((*sheets, [(0, 0, *empty)])):
        fitting = (
            (score(free, width, height), free, (width, height, turned))
            for free in frees
            for width, height, turned in ways
            if width <= free[2] - free[0] and height <= free[3] - free[1]
        )
        best = min(fitting, default=None)
        if best is not None:
            return sheet, best[1], best[2]
    raise ValueError(f"{tile} is larger than the sheet of {empty}")


def _without(frees: list[Free], taken: Free) -> list[Free]:
    """The free rectangles that are left, none within another."""
    kept, cut = list[Free](), dict[Free, None]()
    for free in frees:
        if taken[0] >= free[2] or taken[2] <= free[0] or taken[1] >= free[3] or taken[3] <= free[1]:
            kept.append(free)
        else:
            cut.update(dict.fromkeys(_remainders(free, taken)))
    return kept + [c for c in cut if not _is_covered(c, kept) and not _is_covered(c, cut)]


def _remainders(free: Free, taken: Free) -> Iterator[Free]:
    left, top, right, bottom = free
    if taken[0] > left:
        yield left, top, taken[0], bottom
    if taken[2] < right:
        yield taken[2], top, right, bottom
    if taken[1] > top:
        yield left, top, right, taken[1]
    if taken[3] < bottom:
        yield left, taken[3], right, bottom


def _is_covered(free: Free, by: Iterable[Free]) -> bool:
    """Whether another of `by` holds all of it. (A loop: this is where the time goes.)"""
    left, top, right, bottom = free
    for other in by:
        if other[0] <= left and other[2] >= right and other[1] <= top and other[3] >= bottom and other is not free:
            return True
    return False


def _lowest_edge(free: Free, width: int, height: int) -> tuple[int, int]:  # noqa: ARG001 - a score like the others
    return free[1] + height, free[0]


def _short_side(free: Free, width: int, height: int) -> tuple[int, int]:
    left_over = (free[2] - free[0] - width, free[3] - free[1] - height)
    return min(left_over), max(left_over)


def _area(free: Free, width: int, height: int) -> tuple[int, int]:
    wide, high = free[2] - free[0], free[3] - free[1]
    return wide * high - width * height, min(wide - width, high - height)


_SCORES: tuple[Score, ...] = (_lowest_edge, _short_side, _area)


def _by_best_pairs(score: Score, decoder: Decoder, tiles: Sequence[Tile], width: int, height: int) -> _Try:
    """Each time the tile that suits some place best of all those waiting: an order that no sort would find."""
    order, waiting = Order(), list(range(len(tiles)))
    frees: list[Free] = [(0, 0, width, height)]
    while waiting:
        first_of_kind = {tiles[number]: number for number in reversed(waiting)}
        choices = [
            (score(free, way[0], way[1]), number, free, way)
            for tile, number in first_of_kind.items()
            for way in _ways(tile)
            for free in frees
            if way[0] <= free[2] - free[0] and way[1] <= free[3] - free[1]
        ]
        if not choices:
            frees = [(0, 0, width, height)]
            continue
        _, number, free, (tile_width, tile_height, _) = min(choices)
        frees = _without(frees, (free[0], free[1], free[0] + tile_width, free[1] + tile_height))
        waiting.remove(number)
        order.append(number)
    return _Try(decoder(tiles, order, width, height), order, decoder)
