"""Bleed: the ground runs on to the edge of the sheet, so that a cut a little off never shows a white hairline."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pod.imaging.colour import parse_hex
from pod.model.geometry import Box

Pixels = NDArray[np.uint8]

_FLAT_LEVELS = 6.0
"""Mean difference along an edge up to which it counts as one flat ground, which can run on as it is."""


def lay_ground(sheet: Pixels, rgb: str) -> None:
    """The whole sheet in one opaque colour."""
    sheet[...] = (*parse_hex(rgb), 255)


def extend(sheet: Pixels, art_px: Box, reach_px: int) -> tuple[str, ...]:
    """Lets opaque art run on from `art_px` to the sheet's edges, side by side: in place.

    A flat edge goes on in its own colours. Another is mirrored where the gap is no wider than `reach_px`, which is what a
    bleed needs; a wider bar is left as the ground it is. Returns how each gap was closed.
    """
    top, bottom = max(0, int(art_px.top)), min(sheet.shape[0], int(art_px.bottom))
    left, right = max(0, int(art_px.left)), min(sheet.shape[1], int(art_px.right))
    upright = sheet[:, left:right]
    ways = [_extended(upright, top, reach_px), _extended(upright[::-1], sheet.shape[0] - bottom, reach_px)]
    lying = sheet.transpose(1, 0, 2)
    ways += [_extended(lying, left, reach_px), _extended(lying[::-1], sheet.shape[1] - right, reach_px)]
    return tuple(way for way in ways if way)


def _extended(rows: Pixels, gap: int, reach_px: int) -> str:
    """Fills the first `gap` rows from those below them."""
    if gap <= 0:
        return ""
    return _run_on(rows, gap) if _is_flat(rows[gap]) else _mirrored(rows, gap, reach_px)


def _is_flat(edge: Pixels) -> bool:
    solid = edge[edge[:, 3] == 255][:, :3].astype(np.float32)
    return bool(len(solid)) and float(np.abs(solid - np.median(solid, axis=0)).mean()) <= _FLAT_LEVELS


def _run_on(rows: Pixels, gap: int) -> str:
    rows[:gap] = rows[gap]
    return "extended"


def _mirrored(rows: Pixels, gap: int, reach_px: int) -> str:
    if gap > min(reach_px, len(rows) - gap):
        return "bars"
    rows[:gap] = rows[gap : 2 * gap][::-1]
    return "mirrored"
