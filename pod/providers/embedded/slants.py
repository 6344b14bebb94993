"""How a picture is drawn in its box: upright or aslant, long or round."""

from __future__ import annotations

import math

import shapely

from pod.providers.embedded.subjects import Subject


def standing_lean(subject: Subject) -> float:
    """How far a thing is drawn out of the upright already, in degrees: hammers and pencils lie aslant in the sets."""
    (along_x, along_y), _ = sorted(_sides(subject), key=lambda side: -math.hypot(*side))
    return (math.degrees(math.atan2(along_y, along_x)) + 90 + 90) % 180 - 90


_LONG = 2.2


def is_long(subject: Subject) -> bool:
    """However it is turned: a carrot, a paintbrush."""
    long, short = sorted((math.hypot(*side) for side in _sides(subject)), reverse=True)
    return long > _LONG * short


def _sides(subject: Subject) -> tuple[tuple[float, float], tuple[float, float]]:
    """Two sides of the smallest rectangle around its largest part."""
    largest = max(shapely.get_parts(subject.silhouette), key=lambda part: part.area)
    (ax, ay), (bx, by), (cx, cy), *_ = shapely.get_coordinates(largest.minimum_rotated_rectangle)
    return (bx - ax, by - ay), (cx - bx, cy - by)
