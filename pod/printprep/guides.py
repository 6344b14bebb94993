"""Guides of a printer's template that were left in the art: hairlines in the guides' colours, along the lines they mark.

Templates draw trim, safe area and bleed as thin rectangles or corner crosses in pure magenta or cyan. Art rarely has a
straight line of one millimetre or less in just that colour, at just that place, on several sides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.prepared import Mask
from pod.model.findings import Finding, Severity
from pod.model.geometry import Box
from pod.printprep.fit import Sheet
from pod.printprep.places import placed

Pixels = NDArray[np.uint8]

_COLOURS = {"magenta": (1, 0, 1), "cyan": (0, 1, 1)}
_HIGH, _LOW = 120, 110
"""A pure guide colour has its light channels above the first and its dark one below the second; FOGRA39's magenta and cyan
in sRGB (230, 0, 126 and 0, 158, 224) lie within."""

_THICKEST_MM, _NEAR_MM = 1.0, 2.0
_LINE_SHARE, _CROSS_MM = 0.6, 3.0
_LEAST_SIDES = 2


@dataclass(frozen=True, slots=True)
class _Line:
    """A straight thin run: on which side of the print, its box in pixels, and its share of that side."""

    side: str
    box: Box
    share: float


def left_guides(pixels: Pixels, sheet: Sheet, px_per_mm: float) -> Iterator[Finding]:
    """`pixels` is a look at the whole file at `px_per_mm`; `sheet` has the file's size."""
    for colour, channels in _COLOURS.items():
        lines = list(_lines(pixels, channels, sheet, px_per_mm))
        whole = {line.side for line in lines if line.share >= _LINE_SHARE}
        crossed = {line.side for line in lines}
        if len(whole) >= _LEAST_SIDES or len(crossed) == len(_SIDES):
            found = Finding(
                "template_guides",
                Severity.BLOCKED,
                f"Thin {colour} lines run where a printer's template has its guides: they would print.",
                f"{len(lines)} {colour} lines",
                "artwork only",
                way_out="Switch the template's guides off and export again.",
            )
            yield placed(found, [line.box for line in lines], sheet, scale=px_per_mm / min(sheet.px_per_mm))


def _in_colour(pixels: Pixels, channels: tuple[int, ...]) -> Mask:
    low = [_HIGH if c else 0 for c in channels]
    high = [255 if c else _LOW for c in channels]
    return np.asarray(cv2.inRange(pixels, (*low, 128), (*high, 255)), np.uint8)


_SIDES = ("top", "bottom", "left", "right")
_UPRIGHT = ("left", "right")


def _lines(pixels: Pixels, channels: tuple[int, ...], sheet: Sheet, px_per_mm: float) -> Iterator[_Line]:
    """Along each side, at the trim and at the safe area, the straight run of thin colour. Only there is looked."""
    area = sheet.area
    for inset_mm in {0.0, area.safe_mm, -area.bleed_mm}:
        for side in _SIDES:
            lying = pixels.transpose(1, 0, 2) if side in _UPRIGHT else pixels
            depth = len(lying)
            at = (area.bleed_mm + inset_mm) * px_per_mm
            at = depth - at if side in ("bottom", "right") else at
            near = _NEAR_MM * px_per_mm
            first, last = max(0, round(at - near)), min(depth, round(at + near) + 1)
            if last > first:
                band = _in_colour(np.ascontiguousarray(lying[first:last]), channels)
                yield from _thin_runs(band, side, first, px_per_mm)


def _thin_runs(band: Mask, side: str, first: int, px_per_mm: float) -> Iterator[_Line]:
    """Of a band along `side`, whose first row, or column, is `first`."""
    thickest = max(1, round(_THICKEST_MM * px_per_mm))
    counts = (band > 0).sum(axis=1)
    row = int(counts.argmax())
    cross_px = _CROSS_MM * px_per_mm
    if counts[row] < cross_px:
        return
    covered = band[row] > 0
    deep = (band > 0).sum(axis=0)[covered]
    if np.median(deep) > thickest:
        return
    runs = np.flatnonzero(covered)
    start, end = int(runs[0]), int(runs[-1]) + 1
    box = Box(first + row, start, 1, end - start) if side in _UPRIGHT else Box(start, first + row, end - start, 1)
    yield _Line(side, box.grown(2), float(covered.mean()))
