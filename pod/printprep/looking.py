"""A look at a print file while its strips go by: what the checks need of it, without the whole sheet in memory."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.prepared import Mask
from pod.imaging.flat import least_alpha
from pod.model.findings import Finding
from pod.model.geometry import Box
from pod.model.product import Background, ProcessLimits
from pod.printprep.first_look import ink_box_px
from pod.printprep.fit import Sheet
from pod.printprep.places import placed
from pod.printprep.strips import is_drawn

Pixels = NDArray[np.uint8]

_LOOK_PX = 2400
_LEAST_PX = 1.5
_WHITE = 250
_HAIRLINE_INWARDS_PX = 10
_HAIRLINE_SHARE = 0.25


@dataclass(frozen=True)
class Looked:
    """A `small` picture of a print file to measure on, whose scale is `px_per_mm`, and what only the whole file tells.

    `ink_px` is the box of the ink; `holes` counts pixels that are not opaque and `white_edges` names the sides along
    which a white line runs, both only where the area wants a full ground.
    """

    small: Pixels
    px_per_mm: float
    sheet: Sheet
    limits: ProcessLimits
    cloth_rgb: str
    ink_px: Box | None
    holes: int
    white_edges: tuple[str, ...]

    @cached_property
    def ink(self) -> Mask:
        return np.asarray(cv2.inRange(cv2.extractChannel(self.small, 3), 128, 255), dtype=np.uint8)

    @property
    def covers_all(self) -> bool:
        """Ink everywhere: what is line and what is gap only colours tell."""
        return cv2.countNonZero(self.ink) == self.ink.size

    @cached_property
    def is_drawn(self) -> bool:
        """Whether its strips are lines that somebody drew, and not a photograph's."""
        return is_drawn(self.small)

    def px(self, mm: float) -> int:
        """Whole pixels of the small picture that are at least `mm` wide; 0 where it is too coarse to tell."""
        exact = mm * self.px_per_mm
        return math.ceil(exact - 1e-6) if exact >= _LEAST_PX else 0

    def placed(self, finding: Finding, boxes: Sequence[Box]) -> Finding:
        """The finding with places that were found in the small picture."""
        return placed(finding, boxes, self.sheet, scale=self.small.shape[1] / self.sheet.width_px)


class Lookout:
    """``see`` a sheet's strips (RGB or RGBA) from the top, then ``looked`` says what was seen."""

    def __init__(self, sheet: Sheet, limits: ProcessLimits, cloth_rgb: str) -> None:
        self._sheet, self._limits, self._cloth_rgb = sheet, limits, cloth_rgb
        self._factor = min(1.0, _LOOK_PX / max(sheet.width_px, sheet.height_px))
        width, height = (max(1, round(px * self._factor)) for px in (sheet.width_px, sheet.height_px))
        self._rows, self._columns = _nearest(height, sheet.height_px), _nearest(width, sheet.width_px)
        self._small = np.empty((height, width, 4), dtype=np.uint8)
        self._top, self._holes = 0, 0
        self._ink: Box | None = None
        self._edges = _Edges(sheet) if sheet.area.background is Background.FULL else None

    def see(self, strip: Pixels) -> None:
        first, last = np.searchsorted(self._rows, (self._top, self._top + len(strip)))
        seen = strip[self._rows[first:last] - self._top].take(self._columns, axis=1)
        self._small[first:last, :, : seen.shape[2]] = seen
        if seen.shape[2] == 3:
            self._small[first:last, :, 3] = 255
        self._ink = _joined(self._ink, _ink_of(strip), self._top)
        if self._edges is not None:
            self._edges.see(strip, self._top)
            self._holes += _holes_in(strip)
        self._top += len(strip)

    def looked(self) -> Looked:
        white = self._edges.white() if self._edges is not None else ()
        px_per_mm = min(self._sheet.px_per_mm) * self._factor
        return Looked(self._small, px_per_mm, self._sheet, self._limits, self._cloth_rgb, self._ink, self._holes, white)


def look(pixels: Pixels, sheet: Sheet, limits: ProcessLimits, cloth_rgb: str) -> Looked:
    """A look at pixels that are there as a whole; `sheet` has their size."""
    lookout = Lookout(sheet, limits, cloth_rgb)
    lookout.see(pixels)
    return lookout.looked()


def _nearest(count: int, of: int) -> NDArray[np.intp]:
    return np.asarray(np.arange(count) * (of / count), dtype=np.intp)


def _ink_of(strip: Pixels) -> Box | None:
    return Box(0, 0, strip.shape[1], len(strip)) if strip.shape[2] == 3 else ink_box_px(strip)


def _joined(box: Box | None, more: Box | None, top: int) -> Box | None:
    if more is None:
        return box
    lower = more.moved(0, top)
    return lower if box is None else box.union(lower)


def _holes_in(strip: Pixels) -> int:
    if strip.shape[2] == 3 or least_alpha(strip) == 255:
        return 0
    return int(strip[..., 3].size) - cv2.countNonZero(cv2.inRange(cv2.extractChannel(strip, 3), 255, 255))


class _Edges:
    """The outermost rows and columns and those a little further in: white that does not go on is a hairline."""

    def __init__(self, sheet: Sheet) -> None:
        width, height = sheet.width_px, sheet.height_px
        self._wide_enough = min(width, height) > 2 * _HAIRLINE_INWARDS_PX
        self._rows = dict.fromkeys((0, _HAIRLINE_INWARDS_PX, height - 1, height - 1 - _HAIRLINE_INWARDS_PX))
        self._columns = [0, _HAIRLINE_INWARDS_PX, width - 1, width - 1 - _HAIRLINE_INWARDS_PX]
        self._upright = list[Pixels]()

    def see(self, strip: Pixels, top: int) -> None:
        if not self._wide_enough:
            return
        for row in self._rows:
            if top <= row < top + len(strip):
                self._rows[row] = strip[row - top, :, :3].copy()
        self._upright.append(strip[:, self._columns, :3])

    def white(self) -> tuple[str, ...]:
        if not self._wide_enough:
            return ()
        top, upper, bottom, lower = self._rows.values()
        left, lefter, right, righter = np.concatenate(self._upright).swapaxes(0, 1)
        sides = {"top": (top, upper), "bottom": (bottom, lower), "left": (left, lefter), "right": (right, righter)}
        return tuple(side for side, (edge, inner) in sides.items() if _white_share(edge, inner) > _HAIRLINE_SHARE)


def _white_share(edge: Pixels, further_in: Pixels) -> float:
    return float(((edge.min(axis=1) >= _WHITE) & (further_in.min(axis=1) < _WHITE)).mean())
