"""The kiss cut: the art's outline, moved outwards by a white border, as a closed path that a knife can follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import affinity
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.drawing.paths import Path, polygons_of
from pod.model.errors import InputRefused
from pod.model.findings import Finding, Severity
from pod.model.product import ProcessLimits
from pod.printprep.fit import Sheet

_ROUND_MM = 1.0
"""0.04 in: the smallest radius that a sticker printer lets its knife turn (thesigndude.com, cut paths)."""

_NODE_MM = 0.05
_TO_TRIM_MM = 0.5
_TOLERANCE_MM = 0.3
_SOLID = 128
_LOOK_PX = 2048


@dataclass(frozen=True, slots=True)
class Cut:
    """`path` in the trim's millimetres, y down: closed, without holes. `clear_mm` is how near it comes to the art, below
    zero where it goes through; `lost` counts parts of the art that lie outside it."""

    path: Path
    pieces: int
    clear_mm: float
    lost: int


def cut_line(pixels: NDArray[np.uint8], sheet: Sheet, limits: ProcessLimits) -> Cut:
    """The line around what is solid, `cut_border_mm` outside it, rounded, without islands under `min_speck_mm2`.

    Raises `InputRefused` when there is nothing solid enough for a knife to go around.
    """
    art = unary_union(_outlines(pixels, sheet))
    parts = tuple(polygons_of(art))
    area = art.buffer(limits.cut_border_mm + _ROUND_MM).buffer(-2 * _ROUND_MM).buffer(_ROUND_MM)
    kept = [Polygon(p.exterior) for p in polygons_of(area) if p.area >= limits.min_speck_mm2]
    if not kept:
        raise InputRefused(
            "nothing_to_cut", "The art has no solid part to cut around.", "Use artwork with a closed, solid shape."
        )
    trim = box(0, 0, sheet.area.width_mm, sheet.area.height_mm).buffer(-_TO_TRIM_MM, join_style="mitre")
    line = MultiPolygon(kept).simplify(_NODE_MM).intersection(trim)
    islands = [part for part in parts if line.intersects(part)]
    return Cut(
        path=Path.from_geometry(line),
        pieces=len(tuple(polygons_of(line))),
        clear_mm=_clearance(islands, line),
        lost=len(parts) - len(islands),
    )


def _clearance(islands: list[Polygon], line: BaseGeometry) -> float:
    outside = shapely.get_coordinates(unary_union(islands).difference(line))
    if len(outside):
        return -float(shapely.distance(line, shapely.points(outside)).max())
    return min(float(line.boundary.distance(island)) for island in islands)


def cut_findings(cut: Cut, limits: ProcessLimits) -> Iterator[Finding]:
    """What a person should know before the knife follows the line."""
    if cut.clear_mm < limits.cut_border_mm - _TOLERANCE_MM:
        through = cut.clear_mm < 0
        yield Finding(
            "cut_through_art" if through else "cut_near_art",
            Severity.BLOCKED if through else Severity.CHOOSE,
            "The cut goes through the art."
            if through
            else "There is too little room around the art for a white border.",
            f"{cut.clear_mm:.1f} mm",
            f"{limits.cut_border_mm:g} mm clear of the art",
            way_out="Place the art smaller, or fit it with contain.",
        )
    if cut.lost:
        yield Finding(
            "outside_cut",
            Severity.CHOOSE,
            f"{'One small part lies' if cut.lost == 1 else f'{cut.lost} small parts lie'} outside the cut and would stay on the backing.",
            str(cut.lost),
            f"nothing apart under {limits.min_speck_mm2:g} mm²",
            way_out="Remove them, or let them touch the rest of the drawing.",
        )
    if cut.pieces > 1:
        yield Finding(
            "several_pieces",
            Severity.CHOOSE,
            f"The art lies apart: it is cut into {cut.pieces} stickers.",
            str(cut.pieces),
            "1 piece",
            way_out="Keep it if that is meant, or use art in one piece.",
        )


def _outlines(pixels: NDArray[np.uint8], sheet: Sheet) -> list[BaseGeometry]:
    """Outer outlines of solid parts, in the trim's millimetres."""
    height, width = pixels.shape[:2]
    factor = min(1.0, _LOOK_PX / max(width, height))
    alpha = cv2.resize(
        cv2.extractChannel(pixels, 3), (round(width * factor), round(height * factor)), interpolation=cv2.INTER_AREA
    )
    found, _ = cv2.findContours((alpha >= _SOLID).astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    x, y = (scale * factor for scale in sheet.px_per_mm)
    bleed = sheet.area.bleed_mm
    shapes = [Polygon(line[:, 0, :] + 0.5).buffer(0.5) for line in found if len(line) >= 3]
    return [affinity.affine_transform(shape, [1 / x, 0, 0, 1 / y, -bleed, -bleed]) for shape in shapes]
