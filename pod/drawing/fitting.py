"""A smooth outline as few cubic curves: what comes out of polygon arithmetic has a corner every fraction of a millimetre.

Least-squares cubics between points whose tangents are known, split where one does not follow closely enough (Schneider,
"An Algorithm for Automatically Fitting Digitized Curves", Graphics Gems, 1990).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import geometry as shapes
from shapely.geometry.base import BaseGeometry

from pod.drawing.paths import Command, Path, polygons_of

Points = NDArray[np.float64]

_STEPS_PER_TOLERANCE = 4.0
_EVENED_TOLERANCES = 6.0
_TANGENT_STEPS = 4
_FIRST_SPLITS = 4
_FEWEST_STEPS = 4
_ROUNDS = 4


def fitted_path(area: BaseGeometry, tolerance: float) -> Path:
    """Every ring as closed curves that stray no more than `tolerance` from it. For areas without sharp corners."""
    commands = list[Command]()
    for polygon in polygons_of(area):
        for ring in (polygon.exterior, *polygon.interiors):
            commands += _closed_curves(_even_steps(ring, tolerance), tolerance)
    return Path(tuple(commands))


def _even_steps(ring: shapes.LinearRing, tolerance: float) -> Points:
    """Points along the ring, evenly apart, the first once more at the end.

    Ripples shorter than a few steps are the stairs of the pixels that the outline was found in: they are evened out,
    which moves a bend by less than the tolerance where its radius is over 18 tolerances.
    """
    count = max(_FIRST_SPLITS * 2 * _FEWEST_STEPS, round(ring.length / (tolerance * _STEPS_PER_TOLERANCE)))
    along = np.linspace(0, ring.length, count, endpoint=False)
    points = shapely.get_coordinates(shapely.line_interpolate_point(ring, along))
    points = _rippleless(points, ring.length / count, _EVENED_TOLERANCES * tolerance)
    return np.vstack([points, points[:1]])


def _rippleless(points: Points, step: float, sigma: float) -> Points:
    """Gaussian mean along the ring."""
    reach = np.minimum(np.arange(len(points)), len(points) - np.arange(len(points))) * step
    weights = np.exp(-(reach**2) / (2 * sigma**2))
    spectrum = np.fft.rfft(points, axis=0) * np.fft.rfft(weights / weights.sum())[:, None]
    return np.fft.irfft(spectrum, n=len(points), axis=0)


def _closed_curves(points: Points, tolerance: float) -> Iterator[Command]:
    tangents = _tangents(points)
    bounds = np.linspace(0, len(points) - 1, _FIRST_SPLITS + 1).astype(int)
    yield "M", (float(points[0, 0]), float(points[0, 1]))
    for first, last in pairwise(bounds):
        yield from _curves(points, tangents, int(first), int(last), tolerance)
    yield "Z", ()


def _tangents(points: Points) -> Points:
    """Directions at the points, over some steps to either side; the ring has no end."""
    ring = points[:-1]
    along = np.roll(ring, -_TANGENT_STEPS, axis=0) - np.roll(ring, _TANGENT_STEPS, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-12)
    return np.vstack([along, along[:1]])


def _curves(points: Points, tangents: Points, first: int, last: int, tolerance: float) -> Iterator[Command]:
    part = points[first : last + 1]
    t = _by_length(part)
    for _ in range(_ROUNDS):
        controls = _least_squares(part, tangents[first], tangents[last], t)
        apart = np.linalg.norm(_at(controls, t) - part, axis=1)
        if apart.max() <= tolerance or last - first < 2 * _FEWEST_STEPS:
            _, two, three, end = controls
            yield "C", (*map(float, two), *map(float, three), *map(float, end))
            return
        t = _nearer(controls, part, t)
    middle = first + min(max(int(apart.argmax()), _FEWEST_STEPS), last - first - _FEWEST_STEPS)
    yield from _curves(points, tangents, first, middle, tolerance)
    yield from _curves(points, tangents, middle, last, tolerance)


def _by_length(part: Points) -> Points:
    lengths = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(part, axis=0), axis=1))])
    return np.asarray(lengths / max(lengths[-1], 1e-12))


def _least_squares(part: Points, start: Points, end: Points, t: Points) -> Points:
    """The cubic through both ends, along both tangents, whose arms make the sum of squared distances least."""
    s = 1 - t
    b0, b1, b2, b3 = s**3, 3 * t * s**2, 3 * t**2 * s, t**3
    arm1, arm2 = b1[:, None] * start, -b2[:, None] * end
    rest = part - (b0 + b1)[:, None] * part[0] - (b2 + b3)[:, None] * part[-1]
    c11, c12, c22 = (arm1 * arm1).sum(), (arm1 * arm2).sum(), (arm2 * arm2).sum()
    x1, x2 = (arm1 * rest).sum(), (arm2 * rest).sum()
    span = float(np.linalg.norm(part[-1] - part[0]))
    determinant = c11 * c22 - c12 * c12
    out, back = (
        ((x1 * c22 - x2 * c12) / determinant, (c11 * x2 - c12 * x1) / determinant)
        if abs(determinant) > 1e-12
        else (0, 0)
    )
    if min(out, back) < 1e-3 * span:
        out = back = span / 3
    return np.array([part[0], part[0] + out * start, part[-1] - back * end, part[-1]])


def _at(controls: Points, t: Points) -> Points:
    s = 1 - t
    return np.asarray(np.stack([s**3, 3 * t * s**2, 3 * t**2 * s, t**3], axis=1) @ controls)


def _nearer(controls: Points, part: Points, t: Points) -> Points:
    """One step of Newton towards the place on the curve that is nearest to each point."""
    first = 3 * np.diff(controls, axis=0)
    second = 2 * np.diff(first, axis=0)
    s = 1 - t
    slope = np.stack([s**2, 2 * t * s, t**2], axis=1) @ first
    bend = np.stack([s, t], axis=1) @ second
    apart = _at(controls, t) - part
    down = (slope * slope).sum(axis=1) + (apart * bend).sum(axis=1)
    step = np.where(np.abs(down) > 1e-12, (apart * slope).sum(axis=1) / np.where(down == 0, 1, down), 0)
    return np.maximum.accumulate((t - step).clip(0, 1))
