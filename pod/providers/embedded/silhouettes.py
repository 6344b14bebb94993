"""The area that a picture covers, as its outline, its shadow and its cut line see it."""

from __future__ import annotations

from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.drawing.paths import polygons_of

PINHOLE = 1600.0
"""Gaps below this area, in a box of 1024 units, are closed: an outline would only fill them with two hairs."""


def without_pinholes(area: BaseGeometry, least: float = PINHOLE) -> BaseGeometry:
    """Small gaps closed; the space under an arm or between spokes stays open."""
    return unary_union(
        [Polygon(p.exterior, [hole for hole in p.interiors if Polygon(hole).area >= least]) for p in polygons_of(area)]
    )


def filled(area: BaseGeometry) -> BaseGeometry:
    """Without any gaps."""
    return unary_union([Polygon(p.exterior) for p in polygons_of(area)])
