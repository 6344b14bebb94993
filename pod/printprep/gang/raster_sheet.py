"""A gang sheet as PNG: written from the top in strips, so that a sheet of a gigabyte needs a few megabytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pod.drawing import rasterise
from pod.imaging.colour import srgb_icc
from pod.imaging.png import PngWriter
from pod.model.geometry import Box
from pod.printprep.gang.labels import label
from pod.printprep.gang.marks import crop_marks
from pod.printprep.gang.places import Placed
from pod.printprep.gang.setup import Cut
from pod.printprep.gang.sheet import GangSheet
from pod.printprep.gang.spool import Spool

Pixels = NDArray[np.uint8]

_STRIP_ROWS = 256
_BLACK = np.array((0, 0, 0, 255), dtype=np.uint8)


@dataclass(frozen=True, slots=True)
class _Patch:
    """Something at a place of the sheet; `rows` gives its own rows from one up to another."""

    at: Box
    rows: Callable[[int, int], Pixels]


def write_png(sheet: GangSheet, spool: Spool, path: Path) -> None:
    """The sheet at its own resolution, transparent where nothing lies. What a piece shows is its own pixels, unchanged."""
    width, height = sheet.size_px
    patches = sorted(_patches(sheet, spool), key=lambda patch: patch.at.top)
    with path.open("wb") as stream:
        writer = PngWriter(stream, width, height, 4, ppi=sheet.setup.ppi, icc=srgb_icc())
        for top in range(0, height, _STRIP_ROWS):
            strip = np.zeros((min(_STRIP_ROWS, height - top), width, 4), dtype=np.uint8)
            for patch in patches:
                _lay(strip, top, patch)
            writer.write(strip)
            patches = [patch for patch in patches if patch.at.bottom > top + _STRIP_ROWS]
        writer.close()


def _lay(strip: Pixels, strip_top: int, patch: _Patch) -> None:
    top, bottom = max(strip_top, int(patch.at.top)), min(strip_top + len(strip), int(patch.at.bottom))
    left, right = int(patch.at.left), int(patch.at.right)
    if top >= bottom:
        return
    rows = patch.rows(top - int(patch.at.top), bottom - int(patch.at.top))
    under = strip[top - strip_top : bottom - strip_top, left:right]
    # boxes of nested pieces overlap where neither shows: whoever shows is kept, and so is colour under alpha 0
    np.copyto(under, rows, where=(rows[..., 3:] > 0) | (under[..., 3:] == 0))


def _patches(sheet: GangSheet, spool: Spool) -> Iterator[_Patch]:
    for n, placed in enumerate(sheet.placed):
        yield _picture(placed, spool)
        if placed.piece.label_px:
            yield _label(placed, placed.piece.label_px, sheet.label(n), sheet.setup.ppi)
        if sheet.setup.cut is Cut.CROP:
            yield from (_bar(box) for box in crop_marks(placed, sheet.setup))


def _picture(placed: Placed, spool: Spool) -> _Patch:
    """Turned pictures are put on disk turned, when the sheet comes to the first of them."""
    name, turns = placed.piece.name, placed.quarter_turns
    key = (name, turns) if turns else name

    def rows(first: int, last: int) -> Pixels:
        if key not in spool:
            spool.keep(key, spool.turned(name, turns))
        return spool.rows(key, first, last)

    return _Patch(placed.art_px, rows)


def _label(placed: Placed, strip: Box, text: str, ppi: int) -> _Patch:
    drawn: list[Pixels] = []

    def rows(first: int, last: int) -> Pixels:
        if not drawn:
            upright = rasterise(label(text, int(strip.width), ppi), int(strip.width), int(strip.height))
            drawn.append(np.rot90(upright, -placed.quarter_turns))
        return drawn[0][first:last]

    return _Patch(placed.on_sheet(strip), rows)


def _bar(box: Box) -> _Patch:
    return _Patch(box, lambda first, last: np.broadcast_to(_BLACK, (last - first, int(box.width), 4)))
