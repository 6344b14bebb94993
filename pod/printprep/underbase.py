"""The white underbase: a plate under the ink on dark cloth, a little smaller than it, so that no white shows beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.imaging.colour import lab

Alpha = NDArray[np.uint8]
Mask = NDArray[np.bool_]

_SOLID = 128
_DARK_BELOW_L = 75.0
"""House value: inks are see-through, and from mustard (L* 71) down their colours change on bare cloth."""

_THIN_MM = 1.0
"""Strokes up to this width keep all of their white: choked, they would fall under what a white head prints (0.5 mm)."""

_BAND_PX = 2_000_000
"""Worked out at a time: distances take a dozen bytes for each pixel."""


def is_dark(cloth_rgb: str) -> bool:
    return bool(cloth_rgb) and lab(cloth_rgb)[0] < _DARK_BELOW_L


def white_plate(alpha: Alpha, *, choke_mm: float, px_per_mm: float) -> Mask:
    """Where white is printed. Nothing is choked at the sheet's own edge: the ink goes on there."""
    plate, top = np.empty(alpha.shape, dtype=np.bool_), 0
    strips = white_strips(
        lambda first, last: alpha[first:last], alpha.shape[::-1], choke_mm=choke_mm, px_per_mm=px_per_mm
    )
    for strip in strips:
        plate[top : top + len(strip)] = strip
        top += len(strip)
    return plate


def white_strips(
    alpha: Callable[[int, int], Alpha], size_px: tuple[int, int], *, choke_mm: float, px_per_mm: float
) -> Iterator[Mask]:
    """The plate from the top, of a picture whose `alpha` is read by rows: from a first up to a last."""
    width_px, height_px = size_px
    rows = max(1, _BAND_PX // width_px)
    choke_px, thin_px = choke_mm * px_per_mm, _THIN_MM * px_per_mm / 2
    halo = round(2 * (choke_px + thin_px)) + 8
    for top in range(0, height_px, rows):
        first, last = max(0, top - halo), min(height_px, top + rows + halo)
        white = _choked(alpha(first, last) >= _SOLID, choke_px, thin_px)
        yield white[top - first : top - first + rows]


def _choked(ink: Mask, choke_px: float, thin_px: float) -> Mask:
    if not ink.any():
        return ink
    wide = _grown(_shrunk(ink, thin_px), thin_px)
    # what is left over beside wide shapes are their corners, slivers of a pixel or two: no strokes
    strokes = ink & _grown(_shrunk(ink & ~wide, 1.0), 3.0) & ~wide
    inner = _shrunk(ink, choke_px)
    lost = ink & ~_grown(inner, choke_px + 1.5)
    return np.asarray(inner | strokes | lost)


def _shrunk(mask: Mask, by_px: float) -> Mask:
    """Pixels whose middle lies at least `by_px` inside the edge; outside the picture counts as inside."""
    if mask.all():
        return mask
    away = cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(away - 0.5 >= by_px)


def _grown(mask: Mask, by_px: float) -> Mask:
    if not mask.any():
        return mask
    away = cv2.distanceTransform((~mask).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(away - 0.5 < by_px)
