"""The kiss cut: the art's outline, moved outwards by a white border, as a closed path that a knife can follow."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray
from shapely import affinity
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.drawing.paths import Path, polygons_of
from pod.model.errors import InputRefused
from pod.printprep.fit import Sheet

BORDER_MM = 2.0
"""White between art and cut: sticker printers ask for 1.5 to 3 mm."""

_ROUND_MM = 1.0
_NODE_MM = 0.05
_MIN_ISLAND_MM2 = 20.0
_SOLID = 128
_LOOK_PX = 2048


def cut_line(pixels: NDArray[np.uint8], sheet: Sheet) -> Path:
    """The cut in the trim's millimetres, y down: closed, without holes, rounded, `BORDER_MM` outside the art.

    Raises `InputRefused` when there is nothing solid enough for a knife to go around.
    """
    shapes = [polygon.buffer(BORDER_MM) for polygon in _outlines(pixels, sheet)]
    area: BaseGeometry = unary_union(shapes).buffer(_ROUND_MM).buffer(-2 * _ROUND_MM).buffer(_ROUND_MM)
    kept = [Polygon(p.exterior) for p in polygons_of(area) if p.area >= _MIN_ISLAND_MM2]
    if not kept:
        raise InputRefused(
            "nothing_to_cut", "The art has no solid part to cut around.", "Use artwork with a closed, solid shape."
        )
    smooth = MultiPolygon(kept).simplify(_NODE_MM)
    trim = Polygon(
        [(0, 0), (sheet.area.width_mm, 0), (sheet.area.width_mm, sheet.area.height_mm), (0, sheet.area.height_mm)]
    )
    return Path.from_geometry(smooth.intersection(trim.buffer(-0.5)))


def _outlines(pixels: NDArray[np.uint8], sheet: Sheet) -> list[BaseGeometry]:
    """Outer outlines of solid parts, in the trim's millimetres."""
    height, width = pixels.shape[:2]
    factor = min(1.0, _LOOK_PX / max(width, height))
    alpha = cv2.resize(
        np.ascontiguousarray(pixels[..., 3]),
        (round(width * factor), round(height * factor)),
        interpolation=cv2.INTER_AREA,
    )
    found, _ = cv2.findContours((alpha >= _SOLID).astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    x, y = (scale * factor for scale in sheet.px_per_mm)
    bleed = sheet.area.bleed_mm
    shapes = [Polygon(line[:, 0, :] + 0.5).buffer(0.5) for line in found if len(line) >= 3]
    return [affinity.affine_transform(shape, [1 / x, 0, 0, 1 / y, -bleed, -bleed]) for shape in shapes]
