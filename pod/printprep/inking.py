"""The sheet as strips from the top: ground, art, bleed. Nothing holds all of it, so a large print costs no more memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pod import composition
from pod.drawing import Drawing, Transform
from pod.imaging.flat import ALPHA_BITS, as_numbers
from pod.imaging.sharpen import Sharpening
from pod.model.geometry import Box
from pod.printprep import bleed
from pod.printprep.fit import Sheet
from pod.printprep.master import Art

Pixels = NDArray[np.uint8]

STRIP_ROWS = 64
_OVERLAP_ROWS = 16
"""What a strip sees of its neighbours while colour runs on, which is further than it runs: as much as of columns."""

_STRETCH_PX = 128


@dataclass(frozen=True, slots=True)
class Inking:
    """`art` on the whole-pixel box `art_px` of `sheet`, over `ground` (#rrggbb, or "" where the product shows through).

    Nothing of it shows outside `shown_px`; `bleed` says how it goes on beyond that, where it does.
    """

    sheet: Sheet
    art: Art
    art_px: Box
    shown_px: Box
    ground: str
    bleed: bleed.Plan
    sharpening: Sharpening | None = None

    @property
    def channels(self) -> int:
        return 3 if self.ground and self.art.is_rgb else 4

    @property
    def drawing_mm(self) -> Drawing | None:
        """The art in the trim's millimetres; None where it holds pixels or lies on a ground, which are no paths."""
        if self.art.drawing is None or self.ground:
            return None
        ink, at = self.art.ink, self.sheet.to_mm(self.art_px)
        to_corner = Transform.move(-ink.left, -ink.top)
        to_size = Transform.scale(at.width / ink.width, at.height / ink.height)
        return self.art.drawing.transformed(to_corner.then(to_size).then(Transform.move(at.left, at.top)))

    def strips(self) -> Iterator[Pixels]:
        """Top to bottom, RGB or RGBA with straight alpha. Each strip is the caller's own."""
        ground = bleed.ground_rgb(self.ground) if self.ground else (0, 0, 0, 0)
        strips = bleed.run_on(self._body(ground[: self.channels]), self.bleed, ground)
        return strips if self.ground else _colour_run_on(strips)

    def _body(self, ground: tuple[int, ...]) -> Iterator[Pixels]:
        """Without the rows that the bleed will fill."""
        first, last = self.bleed.top.px, self.sheet.height_px - self.bleed.bottom.px
        width = self.sheet.width_px
        painted = self.shown_px.within(Box(0, first, width, last - first))
        painter = self.art.painter(self.art_px, painted, self.sharpening)
        for top in range(first, last, STRIP_ROWS):
            strip = np.zeros((min(STRIP_ROWS, last - top), width, len(ground)), dtype=np.uint8)
            if self.ground:
                strip[...] = ground
            painter.paint(strip, top)
            yield strip


def _colour_run_on(strips: Iterator[Pixels]) -> Iterator[Pixels]:
    """Some printers' software scales colour and alpha apart: along the ink, its colour goes on under alpha 0."""
    above = None
    strip = _Known.of(next(strips, None))
    while strip is not None:
        below = _Known.of(next(strips, None))
        neighbours = [known for known in (above, strip, below) if known is not None]
        if any(not known.least.all() for known in neighbours) and any(known.most.any() for known in neighbours):
            _run_on(above, strip.pixels, below)
        # whoever takes the strip may change it
        above = replace(strip, pixels=strip.pixels[-_OVERLAP_ROWS:].copy())
        yield strip.pixels
        strip = below


@dataclass(frozen=True, slots=True)
class _Known:
    """A strip, and the least and the most alpha in each of its columns."""

    pixels: Pixels
    least: NDArray[np.uint8]
    most: NDArray[np.uint8]

    @staticmethod
    def of(pixels: Pixels | None) -> _Known | None:
        return None if pixels is None else _Known(pixels, *_alpha_in_columns(pixels))


def _alpha_in_columns(*parts: Pixels) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The least and the most, in all `parts` together."""
    numbers = [as_numbers(part) for part in parts if len(part)]
    least = _alpha_of(np.minimum, numbers)
    return least, least if least.min() == 255 else _alpha_of(np.maximum, numbers)


def _alpha_of(extreme: np.ufunc, numbers: list[NDArray[np.uint32]]) -> NDArray[np.uint8]:
    columns = extreme.reduce([extreme.reduce(part, axis=0) for part in numbers])
    return np.asarray(columns >> ALPHA_BITS, np.uint8)


def _run_on(above: _Known | None, strip: Pixels, below: _Known | None) -> None:
    """In place."""
    upper = strip[:0] if above is None else above.pixels
    lower = strip[:0] if below is None else below.pixels[:_OVERLAP_ROWS]
    parts = (upper, strip, lower)
    for first, last in _edges(*_alpha_in_columns(*parts)):
        seen = slice(max(0, first - _OVERLAP_ROWS), last + _OVERLAP_ROWS)
        window = np.concatenate([part[:, seen] for part in parts])
        numbers = as_numbers(window)
        numbers[numbers >> ALPHA_BITS == 0] = 0
        composition.bleed_colour(window[_meeting_rows(numbers)])
        strip[:, first:last] = window[len(upper) : len(upper) + len(strip), first - seen.start :][:, : last - first]


def _meeting_rows(numbers: NDArray[np.uint32]) -> slice:
    """Where ink and nothing, of which both are there, come near each other, as far as one is seen from the other."""
    nothing = np.flatnonzero(np.minimum.reduce(numbers, axis=1) == 0)
    ink = np.flatnonzero(np.maximum.reduce(numbers, axis=1))
    first, last = sorted((max(nothing[0], ink[0]), min(nothing[-1], ink[-1])))
    return slice(max(0, int(first) - _OVERLAP_ROWS), int(last) + 1 + _OVERLAP_ROWS)


def _edges(least: NDArray[np.uint8], most: NDArray[np.uint8]) -> Iterator[tuple[int, int]]:
    """The stretches of columns in which ink and nothing meet, by their alpha: elsewhere there is nothing to run on from, or
    to."""
    width, reach = len(least), _OVERLAP_ROWS
    lefts = np.arange(0, width, _STRETCH_PX)
    bounds = np.column_stack((np.maximum(lefts - reach, 0), np.minimum(lefts + _STRETCH_PX + reach, width - 1))).ravel()
    empties, inks = np.minimum.reduceat(least, bounds)[::2], np.maximum.reduceat(most, bounds)[::2]
    meet = np.flatnonzero((empties == 0) & (inks > 0))
    for together in np.split(meet, np.flatnonzero(np.diff(meet) > 1) + 1) if len(meet) else ():
        yield int(lefts[together[0]]), min(int(lefts[together[-1]]) + _STRETCH_PX, width)
