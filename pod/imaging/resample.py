"""Resampling with Lanczos, in bands: premultiplied, without seams, with as little memory as a band needs.

Straight-alpha resampling would pull the colour that lies under alpha 0 into the edge; in 8 bit, premultiplied colour is up
to 27 levels off at alpha 4. Every pixel of the result follows from the source's pixels that it reaches for and from
nothing else, to the last bit, so bands of any height and windows of any width meet without a seam. What differs is only
the work: nothing where there is no ink, nothing where there is one colour, three planes where all is opaque, eleven where
alpha is soft. Everything that shrinks to less than half goes through linear light, where fine bright detail would
otherwise darken.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Protocol

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.imaging.flat import is_flat
from pod.imaging.narrowing import REACH_PX
from pod.imaging.planes import Nearest, as_light, plain, premultiplied, to_pixels
from pod.imaging.sharpen import FROM, Sharpening, sharpen
from pod.imaging.taps import Axis, Block, Room, Window, taken_by
from pod.model.geometry import Box

Pixels = NDArray[np.uint8]
Planes = NDArray[np.float32]


class Rows(Protocol):
    """A picture that is read from the top. `shape` is height, width, channels; pixels may have four bytes nevertheless."""

    @property
    def shape(self) -> tuple[int, int, int]: ...
    @property
    def is_flat(self) -> bool: ...

    def pixels(self, first: int, last: int) -> Pixels:
        """Rows `first` to `last`; both only grow. The next call may write over them."""
        ...


_BAND_ROWS = 64
"""Rows of the result at a time: what is worked on stays in the processor's nearer memory."""

_MOST_BLOCKS = 16
"""Columns that are made at once, for the same reason: what is soft takes eleven planes."""

_SHORT_GAP = 4

_CLAMP_ABOVE = 1.5
"""Enlarging flat art by more lets Lanczos ring visibly along its edges: the ringing is cut to the source's own range."""

_LINEAR_BELOW = 0.5

_FILTERED_SHRINK = 2
"""How much of a strong shrink is left to Lanczos. The rest is averaged over whole squares first: a filter ten times as
wide costs ten times as much and sees nothing more."""


def resized(pixels: Pixels, width_px: int, height_px: int) -> Pixels:
    """The whole picture (height × width × 3 or 4) at a new size."""
    out = np.empty((height_px, width_px, pixels.shape[2]), dtype=np.uint8)
    top = 0
    for strip in resized_strips(pixels, width_px, height_px):
        out[top : top + len(strip)] = strip
        top += len(strip)
    return out


def reduced(pixels: Pixels, factor: int) -> Pixels:
    """Height × width × 4 `pixels` averaged over squares of `factor`, the odd rows and columns at the end left out.

    A cheap first step before `resized` where very much is shrunk to be looked at; nothing that prints goes through it.
    """
    if factor <= 1:
        return pixels
    width, height = pixels.shape[1] // factor, pixels.shape[0] // factor
    whole = np.ascontiguousarray(pixels[: height * factor, : width * factor])
    alpha = np.ascontiguousarray(whole[..., 3])
    covered = cv2.multiply(whole, cv2.merge([alpha, alpha, alpha, np.full_like(alpha, 255)]), scale=1 / 255)
    small = np.asarray(cv2.resize(covered, (width, height), interpolation=cv2.INTER_AREA), np.uint8)
    soft = (small[..., 3] > 0) & (small[..., 3] < 255)
    small[soft, :3] = np.minimum(255, np.rint(small[soft, :3] * (255 / small[soft, 3:].astype(np.float32))))
    return small


def resized_strips(
    source: Pixels | Rows,
    width_px: int,
    height_px: int,
    *,
    rows: int = 0,
    visible: Box | None = None,
    sharpening: Sharpening | None = None,
) -> Iterator[Pixels]:
    """The same pixels as `resized`, from the top: in strips as they come, or `rows` at a time (the last one may be lower).

    `visible` is a whole-pixel box of the result, beyond which nothing is worked out or given. Rows of a picture that is
    read from its file are read once, so that neither the picture nor the result is ever held as a whole. `sharpening` is
    for what is enlarged and not flat.
    """
    return Resampling.of(source, width_px, height_px, visible=visible, sharpening=sharpening).strips(rows)


@dataclass(frozen=True, slots=True)
class Resampling:
    """A picture at a new size, drawn where it is wanted: each of its rows once, from the top."""

    source: Rows
    plan: _Plan

    @staticmethod
    def of(
        source: Pixels | Rows,
        width_px: int,
        height_px: int,
        *,
        visible: Box | None = None,
        sharpening: Sharpening | None = None,
    ) -> Resampling:
        """As `resized_strips` has it."""
        held = _Held(source) if isinstance(source, np.ndarray) else source
        return Resampling(
            held, _Plan.of(held, width_px, height_px, visible or Box(0, 0, width_px, height_px), sharpening)
        )

    def strips(self, rows: int = 0) -> Iterator[Pixels]:
        plan = self.plan
        for top in range(plan.top, plan.bottom, rows or _BAND_ROWS):
            count = min(rows or _BAND_ROWS, plan.bottom - top)
            strip = np.empty((count, plan.right - plan.left, plan.channels), dtype=np.uint8)
            self.draw(strip, top)
            yield strip

    def draw(self, out: Pixels, first: int) -> None:
        """Rows `first` and following of the result, what is visible of them, as many as `out` has. It may have alpha where the
        picture has none: that is 255 then."""
        for top in range(0, len(out), _BAND_ROWS):
            place = out[top : top + _BAND_ROWS]
            _Band.of(self.source, self.plan, first + top, first + top + len(place)).draw(place)


@dataclass(frozen=True, slots=True)
class _Held:
    """A picture in memory, read like one in a file."""

    whole: Pixels

    @property
    def shape(self) -> tuple[int, int, int]:
        height, width, channels = self.whole.shape
        return height, width, channels

    @property
    def is_flat(self) -> bool:
        return is_flat(self.whole)

    def pixels(self, first: int, last: int) -> Pixels:
        return self.whole[first:last]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is decided once for the whole picture.

    `left`, `top`, `right` and `bottom` are what is visible of the result. `blurred_down` and `blurred_columns` blur as they
    resample, for what is sharpened; `reached` is what each block of columns needs of the source for all of it, and `around`
    how many pixels more than those that it is made of.
    """

    channels: int
    same: bool
    left: int
    top: int
    right: int
    bottom: int
    down: Axis
    columns: tuple[Block, ...]
    nearest_columns: tuple[NDArray[np.intp], NDArray[np.intp]]
    clamped: bool
    linear: bool
    step: int
    sharpening: Sharpening | None
    blurred_down: Axis | None
    blurred_columns: tuple[Block, ...]
    reached: NDArray[np.intp]
    around: int
    rooms: tuple[Room, Room]

    @staticmethod
    def of(source: Rows, width_px: int, height_px: int, visible: Box, sharpening: Sharpening | None) -> _Plan:
        height, width, channels = source.shape
        largest = max(width_px / width, height_px / height)
        flat = largest > FROM and source.is_flat
        by = sharpening.for_enlargement(largest) if sharpening and not flat else None
        step = max(1, int(1 / largest / _FILTERED_SHRINK))
        left, right = max(0, int(visible.left)), min(width_px, int(visible.right))
        lower = Axis.of(-(-height // step), height_px, height / height_px / step)
        wider = Axis.of(-(-width // step), width_px, width / width_px / step)
        columns = wider.columns(left, right)
        blurred = wider.blurred(by.radius_px).columns(left, right) if by else ()
        around = REACH_PX if by and by.narrower > 1 else 0
        return _Plan(
            channels,
            (width_px, height_px) == (width, height),
            left,
            max(0, int(visible.top)),
            right,
            min(height_px, int(visible.bottom)),
            lower,
            columns,
            (wider.nearest(left, right), wider.in_32nds(left, right)),
            clamped=flat and largest > _CLAMP_ABOVE,
            linear=largest < _LINEAR_BELOW,
            step=step,
            sharpening=by,
            blurred_down=lower.blurred(by.radius_px) if by else None,
            blurred_columns=blurred,
            reached=_reached(columns, blurred, step, around, width),
            around=around,
            rooms=(Room(), Room()),
        )


class _Kind(IntEnum):
    EMPTY = 0
    ONE_COLOUR = 1
    OPAQUE = 2
    SOFT = 3


@dataclass(frozen=True, slots=True)
class _Run:
    """Blocks of columns side by side that are made alike; `colour` where there is one."""

    kind: _Kind
    first: int
    last: int
    colour: Pixels


@dataclass(frozen=True, slots=True)
class _Band:
    """A few rows of the result, and `pixels`, the rows of the source that they are made of, from `top` on."""

    plan: _Plan
    rows: tuple[Block, ...]
    blurred_rows: tuple[Block, ...]
    nearest_rows: tuple[NDArray[np.intp], NDArray[np.intp]]
    pixels: Pixels
    top: int

    @staticmethod
    def of(source: Rows, plan: _Plan, first: int, last: int) -> _Band:
        rows = plan.down.rows(first, last)
        blurred = plan.blurred_down.rows(first, last) if plan.blurred_down else ()
        taken = slice(first, last) if plan.same else taken_by((*rows, *blurred), plan.around)
        pixels = source.pixels(taken.start * plan.step, min(taken.stop * plan.step, source.shape[0]))
        nearest = plan.down.nearest(first, last), plan.down.in_32nds(first, last)
        return _Band(plan, rows, blurred, nearest, pixels, taken.start)

    def draw(self, out: Pixels) -> None:
        plan = self.plan
        if plan.same:
            self._copy(out)
            return
        for run in self._runs():
            blocks = plan.columns[run.first : run.last]
            place = out[:, blocks[0].made.start - plan.left : blocks[-1].made.stop - plan.left]
            if run.kind in (_Kind.EMPTY, _Kind.ONE_COLOUR):
                place.view(np.uint32)[...] = run.colour.view(np.uint32)
            else:
                self._make(place, run)

    def _copy(self, out: Pixels) -> None:
        pixels = self.pixels[:, self.plan.left : self.plan.right]
        channels = min(pixels.shape[2], out.shape[2])
        out[..., :channels] = pixels[..., :channels]
        out[..., channels:] = 255

    def _runs(self) -> Iterator[_Run]:
        """All columns, in as few runs as there are kinds in turn, none of them wider than is of use."""
        for run in self._kinds_in_turn():
            for first in range(run.first, run.last, _MOST_BLOCKS):
                yield replace(run, first=first, last=min(first + _MOST_BLOCKS, run.last))

    def _kinds_in_turn(self) -> Iterator[_Run]:
        plan = self.plan
        if plan.channels == 3:
            yield _Run(_Kind.OPAQUE, 0, len(plan.columns), self.pixels[0, 0])
            return
        kinds, colours = _kinds(self.pixels, plan.reached)
        _close_gaps(kinds)
        told = np.column_stack((kinds[:, None], np.where(kinds[:, None] == _Kind.ONE_COLOUR, colours, 0)))
        cuts = np.flatnonzero((told[1:] != told[:-1]).any(axis=1)) + 1
        for first, last in itertools.pairwise((0, *cuts.tolist(), len(kinds))):
            yield _Run(_Kind(int(kinds[first])), first, last, told[first, 1:].astype(np.uint8))

    def _make(self, place: Pixels, run: _Run) -> None:
        plan = self.plan
        columns, blurred = plan.columns[run.first : run.last], plan.blurred_columns[run.first : run.last]
        first, last = plan.reached[run.first][0], plan.reached[run.last - 1][1]
        pixels, left = self.pixels[:, first:last], int(first) // plan.step
        window = Window(self.rows, columns, self.top, left, plan.rooms[0])
        if plan.linear:
            to_pixels(as_light(pixels[..., : plan.channels], window, plan.step), place, window.room)
            return
        nearest = self._nearest(columns, left)
        make = premultiplied if run.kind is _Kind.SOFT else plain
        made = make(pixels, window, nearest if plan.clamped else None)
        if plan.sharpening is not None:
            around = Window(self.blurred_rows, blurred, self.top, left, plan.rooms[1])
            sharpen(made, pixels, window, around, nearest, plan.sharpening)
        to_pixels(made, place, window.room)

    def _nearest(self, columns: tuple[Block, ...], left: int) -> Nearest:
        across = slice(columns[0].made.start - self.plan.left, columns[-1].made.stop - self.plan.left)
        (row, row_32nds), (column, column_32nds) = self.nearest_rows, (n[across] for n in self.plan.nearest_columns)
        return Nearest(row - self.top, column - left, row_32nds - 32 * self.top, column_32nds - 32 * left)


def _reached(
    columns: tuple[Block, ...], blurred: tuple[Block, ...], step: int, around: int, width_px: int
) -> NDArray[np.intp]:
    """From which column of the source to which each block needs it, for all that is done to it."""
    pairs = zip(columns, blurred or columns, strict=True)
    taken = (taken_by(pair, around) for pair in pairs)
    return np.array([(t.start * step, min(t.stop * step, width_px)) for t in taken])


def _kinds(pixels: Pixels, reached: NDArray[np.intp]) -> tuple[NDArray[np.intp], Pixels]:
    """What there is in each stretch of columns, and its lowest values, which are its colour where it has one."""
    lows = _over(np.minimum, pixels.min(axis=0), reached)
    highs = _over(np.maximum, pixels.max(axis=0), reached)
    kinds = np.select(
        [highs[:, 3] == 0, (lows == highs).all(axis=1), lows[:, 3] == 255],
        [_Kind.EMPTY, _Kind.ONE_COLOUR, _Kind.OPAQUE],
        _Kind.SOFT,
    )
    return kinds, lows


def _close_gaps(kinds: NDArray[np.intp]) -> None:
    """A few blocks of one colour between opaque ones are made with them: the same comes out, and one call is cheaper. They
    share pixels with their neighbours, so they are opaque themselves."""
    cuts = [0, *(np.flatnonzero(np.diff(kinds)) + 1).tolist(), len(kinds)]
    for before, first, last in zip(cuts, cuts[1:], cuts[2:-1], strict=False):
        around = {int(kinds[before]), int(kinds[last])}
        if last - first <= _SHORT_GAP and kinds[first] == _Kind.ONE_COLOUR and around == {_Kind.OPAQUE}:
            kinds[first:last] = _Kind.OPAQUE


def _over(extreme: np.ufunc, columns: Pixels, reached: NDArray[np.intp]) -> Pixels:
    ends = np.minimum(reached, len(columns))
    padded = np.concatenate((columns, columns[-1:]))  # an end may lie behind the last column
    return np.asarray(extreme.reduceat(padded, ends.ravel(), axis=0)[::2], dtype=np.uint8)
