"""A product where artwork was asked for: a shirt, a mug, a bag or a sheet on a wall, with the drawing on it.

Such a picture holds one large body of a single colour that takes light (a printed area of flat ink has none), with the
busy part well inside; or a body whose shadow falls on a lit wall. A product drawn without any shading looks like a badge
to these numbers, and is left to a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.labspace import Pixels, eight_bit_lab
from pod.composition.measured import Measured
from pod.composition.parts import parts_of
from pod.composition.prepared import SOLID_ABOVE, Mask, as_mask, box_of
from pod.composition.rules import LIMITS, limit, percent
from pod.model.findings import Finding, Severity
from pod.model.geometry import Box

_SMALL_PX: Final = 256
_STEPS: Final = (1.5, 2.4)
"""ΔE from one small pixel to the next that is still light on one surface and no edge: soft folds on pale cloth, whose
outline is soft as well, and deep ones on dark cloth."""

_LEAST_AREA: Final = 0.2
_CORE: Final = (0.03, 0.45)
"""Of the body: how much the drawing on it takes."""

_CORE_ASIDE: Final = 0.12
_LEAST_SOLID: Final = 0.72
"""Of its convex hull: a shirt with its sleeves has 0.8, a plant or a letter half."""

_WALL_BODY: Final = (0.12, 0.75)
_SHADOW_PX: Final = 4
_DISC: Final = 0.87
"""Roundness (4π area / outline²) from which a body is a badge."""


@dataclass(frozen=True, slots=True)
class Body:
    """`light` is the standard deviation of L* over its surface or the wall's, `area` its share of the picture."""

    box: Box
    area: float
    light: float


def drawn_product(m: Measured) -> Finding | None:
    surfaces = _surfaces(m.prepared.rgb, m.prepared.alpha)
    body = next((body for lab, even in surfaces for body in _seen_in(lab, even)), None)
    if body is None:
        return None
    return Finding(
        "drawn_product",
        Severity.CHOOSE,
        f"A product with the drawing on it seems to be drawn: a body in light and shadow covers {percent(body.area)} of the picture.",
        f"light differs by {body.light:.1f} L*",
        f"under {LIMITS['product_light']}",
        way_out="Ask for the artwork alone, as an emblem on one flat colour.",
        where_px=body.box.scaled(m.prepared.width * m.prepared.factor / _SMALL_PX),
    )


def _seen_in(lab: NDArray[np.float32], even: Mask) -> Iterator[Body]:
    yield from _bodies(lab, even)
    before_a_wall = _before_a_wall(lab, even)
    if before_a_wall is not None:
        yield before_a_wall


def _bodies(lab: NDArray[np.float32], even: Mask) -> Iterator[Body]:
    parts = parts_of(even)
    for label, (left, top, width, height) in enumerate(parts.boxes[1:].tolist(), start=1):
        at_border = left <= 2 or top <= 2 or left + width >= _SMALL_PX - 2 or top + height >= _SMALL_PX - 2
        if at_border or width * height < _LEAST_AREA * even.size:
            continue
        body = _as_body(np.asarray(parts.labels == label), lab)
        if body is not None:
            yield body


def _surfaces(rgb: Pixels, alpha: Pixels) -> Iterator[tuple[NDArray[np.float32], Mask]]:
    """The small picture's L*a*b*, and where it changes only as light does, for each kind of light."""
    size = (_SMALL_PX, _SMALL_PX)
    lab = eight_bit_lab(np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), np.uint8)).astype(np.float32)
    lab[..., 0] *= 100 / 255
    lab = np.asarray(cv2.GaussianBlur(lab, (0, 0), 1.0), np.float32)
    across = np.linalg.norm(np.diff(lab, axis=1, prepend=lab[:, :1]), axis=2)
    down = np.linalg.norm(np.diff(lab, axis=0, prepend=lab[:1]), axis=2)
    there = cv2.resize(alpha, size, interpolation=cv2.INTER_AREA) > SOLID_ABOVE
    for step in _STEPS:
        even = as_mask((np.maximum(across, down) < step) & there)
        yield lab, np.asarray(cv2.erode(even, np.ones((3, 3), np.uint8)), np.uint8)


def _as_body(surface: NDArray[np.bool_], lab: NDArray[np.float32]) -> Body | None:
    outlines, _ = cv2.findContours(surface.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    outline = max(outlines, key=cv2.contourArea)
    filled = np.zeros(surface.shape, np.uint8)
    cv2.drawContours(filled, [outline], -1, 255, -1)
    area = cv2.countNonZero(filled)
    light = float(lab[..., 0][surface].std())
    likely = (
        area >= _LEAST_AREA * filled.size
        and cv2.contourArea(outline) >= _LEAST_SOLID * cv2.contourArea(cv2.convexHull(outline))
        and 4 * np.pi * area / cv2.arcLength(outline, closed=True) ** 2 < _DISC
        and light >= limit("product_light")
        and _carries(filled, surface)
    )
    box = box_of(filled)
    return Body(box, area / filled.size, light) if likely and box else None


def _carries(filled: Mask, surface: NDArray[np.bool_]) -> bool:
    """Whether something is drawn on the body, about in the middle of its width."""
    core = np.asarray(cv2.erode(np.where(surface, np.uint8(0), filled), np.ones((5, 5), np.uint8)), np.uint8)
    body, drawn = box_of(filled), box_of(core)
    if body is None or drawn is None:
        return False
    least, most = _CORE
    aside = abs(drawn.centre[0] - body.centre[0]) / body.width
    return least <= cv2.countNonZero(core) / cv2.countNonZero(filled) <= most and aside <= _CORE_ASIDE


def _before_a_wall(lab: NDArray[np.float32], even: Mask) -> Body | None:
    """What stands before a lit wall, and throws a shadow on it downwards."""
    parts = parts_of(even)
    frame = np.concatenate((parts.labels[3], parts.labels[-4], parts.labels[:, 3], parts.labels[:, -4]))
    label = int(np.bincount(frame).argmax())
    wall = np.asarray(parts.labels == label)
    light = float(lab[..., 0][wall].std()) if label else 0.0
    if light < limit("product_light"):
        return None
    others = parts_of(np.where(wall, np.uint8(0), np.uint8(255)))
    largest = int(others.areas[1:].argmax()) + 1 if len(others.areas) > 1 else 0
    body = np.where(others.labels == largest, np.uint8(255), np.uint8(0))
    box = box_of(body)
    area = cv2.countNonZero(body) / body.size
    if not largest or box is None or not _WALL_BODY[0] <= area <= _WALL_BODY[1]:
        return None
    return Body(box, area, light) if _shadow(lab[..., 0], wall, box) >= limit("product_shadow") else None


def _shadow(lightness: NDArray[np.float32], wall: NDArray[np.bool_], box: Box) -> float:
    """How much darker the wall is just below the body than just above it and further down, in L*."""
    left, right = int(box.left), int(box.right)
    top, bottom = int(box.top), int(box.bottom)
    below, above, further = (
        (slice(max(0, first), max(0, last)), slice(left, right))
        for first, last in (
            (bottom, bottom + _SHADOW_PX),
            (top - _SHADOW_PX, top),
            (bottom + 2 * _SHADOW_PX, bottom + 3 * _SHADOW_PX),
        )
    )
    if any(not wall[place].any() for place in (below, above, further)):
        return 0.0
    near, over, far = (float(np.median(lightness[place][wall[place]])) for place in (below, above, further))
    return min(over, far) - near
