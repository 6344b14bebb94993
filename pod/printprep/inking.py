"""The sheet as strips from the top: ground, art, bleed. Nothing holds all of it, so a large print costs no more memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pod import composition
from pod.drawing import Drawing, Transform
from pod.imaging.flat import least_alpha, most_alpha
from pod.imaging.sharpen import Sharpening
from pod.model.geometry import Box
from pod.printprep import bleed
from pod.printprep.fit import Sheet
from pod.printprep.master import Art

Pixels = NDArray[np.uint8]

STRIP_ROWS = 64
_OVERLAP_ROWS = 16
"""What a strip sees of its neighbours while colour runs on, which is further than it runs."""


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
    strip = next(strips, None)
    while strip is not None:
        below = next(strips, None)
        yield _with_neighbours(above, strip, below)
        above, strip = strip[-_OVERLAP_ROWS:], below


def _with_neighbours(above: Pixels | None, strip: Pixels, below: Pixels | None) -> Pixels:
    upper = strip[:0] if above is None else above
    lower = strip[:0] if below is None else below[:_OVERLAP_ROWS]
    if not _has_edge(upper, strip, lower):
        return strip
    window = np.concatenate((upper, strip, lower))
    composition.bleed_colour(window)
    return window[len(upper) : len(upper) + len(strip)]


def _has_edge(*parts: Pixels) -> bool:
    """Whether ink and nothing meet anywhere: else there is nothing to run on from, or to."""
    filled = [part for part in parts if len(part)]
    return any(least_alpha(part) == 0 for part in filled) and any(most_alpha(part) > 0 for part in filled)
