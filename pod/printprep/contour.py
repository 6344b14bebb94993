"""The kiss cut: the art's outline, set off by a white border, as a closed smooth path that a knife can follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import shapely
from contourpy import LineType, contour_generator
from numpy.typing import NDArray
from shapely import affinity
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.drawing.fitting import fitted_path
from pod.drawing.paths import Path, polygons_of
from pod.model.errors import InputRefused
from pod.model.findings import Finding, Severity
from pod.model.product import LEAST_CUT_OFFSET_MM, PrintArea, ProcessLimits
from pod.printprep.fit import Sheet

_ROUND_MM = LEAST_CUT_OFFSET_MM
"""The smallest radius in the line: a line as far outside the art has no tighter turn anyway."""

_APART_MM = 2.0
"""Two cuts that come nearer tear the backing between them: what lies nearer is joined by a bridge."""

_FIT_MM = 0.05
_TO_TRIM_MM = 0.5
_TOLERANCE_MM = 0.3
_SOLID = 128
_LOOK_PX = 2048
_ARC_STEPS = 12


@dataclass(frozen=True, slots=True)
class Cut:
    """`path` in the trim's millimetres, y down: closed, without holes, round everywhere. `clear_mm` is how near it comes to
    the art, below zero where it goes through; `lost` counts parts of the art that lie outside it, `bridged` those that
    were too near each other for two cuts."""

    path: Path
    pieces: int
    offset_mm: float
    clear_mm: float
    lost: int
    bridged: int


def cut_line(alpha: NDArray[np.uint8], sheet: Sheet, limits: ProcessLimits) -> Cut:
    """The line around what is solid: set off, rounded, neighbours bridged, without islands under `min_speck_mm2`.

    Raises `InputRefused` when there is nothing solid enough for a knife to go around, or the offset is too small for it.
    """
    offset_mm = _offset_mm(sheet.area, limits)
    art = unary_union(_outlines(alpha, sheet))
    parts = tuple(polygons_of(art))
    apart = _filled(_grown(art, offset_mm))
    whole = [p for p in polygons_of(_filled(_bridged(apart, offset_mm))) if p.area >= limits.min_speck_mm2]
    if not whole:
        raise InputRefused(
            "nothing_to_cut", "The art has no solid part to cut around.", "Use artwork with a closed, solid shape."
        )
    line = _within(unary_union(whole), sheet.area)
    islands = [part for part in parts if line.intersects(part)]
    alone = sum(1 for p in polygons_of(apart) if line.intersects(p))
    pieces = len(tuple(polygons_of(line)))
    return Cut(
        path=fitted_path(line, _FIT_MM),
        pieces=pieces,
        offset_mm=offset_mm,
        clear_mm=_clearance(islands, line),
        lost=len(parts) - len(islands),
        bridged=max(0, alone - pieces),
    )


def _offset_mm(area: PrintArea, limits: ProcessLimits) -> float:
    offset_mm = area.cut_offset_mm or limits.cut_border_mm
    if offset_mm < _ROUND_MM:
        raise InputRefused(
            "cut_too_near",
            f"A cut {offset_mm:g} mm outside the art would run through it: a knife turns no tighter than {_ROUND_MM:g} mm.",
            f"Set the cut off by {_ROUND_MM:g} mm or more.",
            measured_mm=offset_mm,
            required_mm=_ROUND_MM,
        )
    return offset_mm


def _grown(area: BaseGeometry, by_mm: float) -> BaseGeometry:
    return area.buffer(by_mm, quad_segs=_ARC_STEPS)


def _filled(area: BaseGeometry) -> BaseGeometry:
    """Without holes, and without what lies in them: a sticker is cut around, not out."""
    return unary_union([Polygon(p.exterior) for p in polygons_of(area)])


def _closed(area: BaseGeometry, radius_mm: float) -> BaseGeometry:
    """Gaps that a disc does not fit into are filled; inner corners become as round as it."""
    return _grown(_grown(area, radius_mm), -radius_mm)


def _bridged(area: BaseGeometry, offset_mm: float) -> BaseGeometry:
    """What lies nearer than `_APART_MM` joined, by necks no thinner than a knife's turn.

    `area` is made of discs of `offset_mm`. Two of them with a gap g between touch in the closing with a disc of
    g/2 + g²/(8 × offset) or more; a neck that thin is then widened.
    """
    radius_mm = max(_ROUND_MM, _APART_MM / 2 + _APART_MM**2 / (8 * offset_mm))
    closed = _closed(area, radius_mm)
    necks = closed.difference(_grown(_grown(closed, -_ROUND_MM), _ROUND_MM + _FIT_MM))
    return _closed(unary_union([closed, _grown(necks, _ROUND_MM)]), radius_mm)


def _within(area: BaseGeometry, on: PrintArea) -> BaseGeometry:
    """Clear of the trim; where that cuts a corner, the corner is round again."""
    room = box(0, 0, on.width_mm, on.height_mm).buffer(-_TO_TRIM_MM, join_style="mitre")
    if room.contains(area):
        return area
    return _grown(_grown(area.intersection(room), -_ROUND_MM), _ROUND_MM)


def _clearance(islands: list[Polygon], line: BaseGeometry) -> float:
    outside = shapely.get_coordinates(unary_union(islands).difference(line))
    if len(outside):
        return -float(shapely.distance(line, shapely.points(outside)).max())
    return min(float(line.boundary.distance(island)) for island in islands)


def cut_findings(cut: Cut, limits: ProcessLimits) -> Iterator[Finding]:
    """What a person should know before the knife follows the line."""
    if cut.clear_mm < cut.offset_mm - _TOLERANCE_MM:
        through = cut.clear_mm < 0
        yield Finding(
            "cut_through_art" if through else "cut_near_art",
            Severity.BLOCKED if through else Severity.CHOOSE,
            "The cut goes through the art."
            if through
            else "There is too little room around the art for a white border.",
            f"{cut.clear_mm:.1f} mm",
            f"{cut.offset_mm:g} mm clear of the art",
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
    if cut.bridged:
        yield Finding(
            "cut_bridged",
            Severity.FIXED,
            "Parts that lie close together were joined, so that they are cut out as one.",
            f"less than {_APART_MM:g} mm between two cuts",
            f"{_APART_MM:g} mm",
            after=f"{cut.bridged} fewer to cut",
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


def _outlines(alpha: NDArray[np.uint8], sheet: Sheet) -> list[BaseGeometry]:
    """Outer outlines of solid parts, in the trim's millimetres."""
    height, width = alpha.shape
    factor = min(1.0, _LOOK_PX / max(width, height))
    small = cv2.resize(alpha, (round(width * factor), round(height * factor)), interpolation=cv2.INTER_AREA)
    x, y = (scale * factor for scale in sheet.px_per_mm)
    bleed = sheet.area.bleed_mm
    # between the pixels, where the smooth edge passes through half: whole pixels would leave their stairs in the line
    padded = cv2.copyMakeBorder(small, 1, 1, 1, 1, cv2.BORDER_CONSTANT)
    lines = contour_generator(z=padded, line_type=LineType.Separate).lines(_SOLID - 0.5)
    shapes = [Polygon(np.asarray(line) - 0.5).buffer(0) for line in lines if len(line) > 3]
    return [affinity.affine_transform(shape, [1 / x, 0, 0, 1 / y, -bleed, -bleed]) for shape in shapes]
