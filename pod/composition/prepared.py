"""The prepared picture: a working copy of at most 2048 px, its ground, its ink. Every check looks at this.

The working copy shrinks by a whole number, so that its pixel (x, y) is the mean of exactly one square of the full
picture, and no float copy of the full picture is ever made.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.ground import Ground, GroundKind, find_ground
from pod.composition.labspace import Pixels, alpha_of, distance_to, eight_bit_lab, rgb_of
from pod.composition.rules import limit
from pod.model.geometry import Box

Mask = NDArray[np.uint8]
"""255 where it holds, 0 elsewhere."""

WORKING_PX: Final = 2048
EMPTY_BELOW: Final = 8
"""Alpha below this is nothing: no printer lays it down, no eye sees it."""

SOLID_ABOVE: Final = 247


@dataclass(frozen=True, slots=True)
class Prepared:
    """`pixels` is the full picture; everything else is in working pixels, `factor` times smaller."""

    pixels: Pixels
    factor: int
    rgb: Pixels
    alpha: Pixels
    lab: Pixels
    ground: Ground
    ink: Mask

    @property
    def height(self) -> int:
        return int(self.ink.shape[0])

    @property
    def width(self) -> int:
        return int(self.ink.shape[1])

    @property
    def short_side(self) -> int:
        return min(self.width, self.height)

    @property
    def has_known_ink(self) -> bool:
        """Whether ink and ground could be told apart at all."""
        return self.ground.kind in (GroundKind.TRANSPARENT, GroundKind.FLAT)


def prepare(pixels: Pixels) -> Prepared:
    rgb, alpha, factor = working_copy(pixels)
    lab = eight_bit_lab(rgb)
    ground = find_ground(lab, rgb, alpha)
    return Prepared(pixels, factor, rgb, alpha, lab, ground, _ink(lab, alpha, ground))


def working_copy(pixels: Pixels) -> tuple[Pixels, Pixels, int]:
    """Colour (weighted by alpha), alpha, and how many times smaller; a remainder below one working pixel is left out."""
    height, width, factor = _working_size(pixels)
    rgb, alpha = np.empty((height, width, 3), dtype=np.uint8), np.empty((height, width), dtype=np.uint8)
    for top, bottom in strips(height, 256):
        source = pixels[top * factor : bottom * factor, : width * factor]
        size = (width, bottom - top)
        full_alpha = alpha_of(source)
        if not full_alpha.any():
            rgb[top:bottom], alpha[top:bottom] = 0, 0
            continue
        alpha[top:bottom] = cv2.resize(full_alpha, size, interpolation=cv2.INTER_AREA)
        colour = rgb_of(source)
        if full_alpha.min() == 255:
            rgb[top:bottom] = cv2.resize(colour, size, interpolation=cv2.INTER_AREA)
        else:
            rgb[top:bottom] = _weighted(colour, full_alpha, alpha[top:bottom], size)
    return rgb, alpha, factor


def working_alpha(pixels: Pixels) -> tuple[Pixels, int]:
    """Of `working_copy` the alpha and the factor alone."""
    height, width, factor = _working_size(pixels)
    alpha = np.empty((height, width), dtype=np.uint8)
    for top, bottom in strips(height, 256):
        source = alpha_of(pixels[top * factor : bottom * factor, : width * factor])
        alpha[top:bottom] = cv2.resize(source, (width, bottom - top), interpolation=cv2.INTER_AREA)
    return alpha, factor


def _working_size(pixels: Pixels) -> tuple[int, int, int]:
    factor = max(1, -(-max(pixels.shape[:2]) // WORKING_PX))
    return pixels.shape[0] // factor, pixels.shape[1] // factor, factor


def _weighted(colour: Pixels, full_alpha: Pixels, alpha: Pixels, size: tuple[int, int]) -> Pixels:
    whole = cv2.multiply(colour, cv2.cvtColor(full_alpha, cv2.COLOR_GRAY2RGB), scale=1 / 255)
    mean = cv2.resize(whole, size, interpolation=cv2.INTER_AREA)
    divisor = cv2.cvtColor(np.maximum(alpha, 1), cv2.COLOR_GRAY2RGB)
    return np.asarray(cv2.divide(mean, divisor, scale=255), dtype=np.uint8)


def strips(height: int, rows: int) -> Iterator[tuple[int, int]]:
    return ((top, min(height, top + rows)) for top in range(0, height, rows))


def _ink(lab: Pixels, alpha: Pixels, ground: Ground) -> Mask:
    """Where something would print. On a flat ground with hysteresis: faint ink counts where it hangs on clear ink."""
    if ground.kind is GroundKind.TRANSPARENT:
        return as_mask(alpha >= EMPTY_BELOW)
    if ground.kind is not GroundKind.FLAT:
        return np.zeros(alpha.shape, dtype=np.uint8)
    distance = distance_to(lab, ground.lab)
    weak = as_mask((distance > max(limit("ink_weak"), ground.tolerance)) & (alpha >= EMPTY_BELOW))
    count, labels = cv2.connectedComponents(weak, connectivity=8)
    strong = np.zeros(count, dtype=bool)
    strong[labels[distance > max(limit("ink_strong"), ground.tolerance)]] = True
    strong[0] = False
    return as_mask(strong[labels])


def as_mask(where: NDArray[np.bool_]) -> Mask:
    return where.astype(np.uint8) * np.uint8(255)


def share_of(where: NDArray[np.bool_]) -> float:
    """How much of a picture holds. (OpenCV counts ten times faster than a mean of four million is taken.)"""
    return cv2.countNonZero(where.view(np.uint8)) / where.size


def box_of(mask: Mask) -> Box | None:
    """The smallest box around what holds, in the mask's own pixels; None where nothing does."""
    columns, rows = (np.asarray(mask.any(axis=axis), dtype=bool) for axis in (0, 1))
    if not columns.any():
        return None
    left, right = _ends(columns)
    top, bottom = _ends(rows)
    return Box(left, top, right - left, bottom - top)


def _ends(line: NDArray[np.bool_]) -> tuple[int, int]:
    places = np.flatnonzero(line)
    return int(places[0]), int(places[-1]) + 1


def disc(radius_px: int) -> NDArray[Any]:
    side = 2 * radius_px + 1
    return np.asarray(cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side)))


def at_least_wide(mask: Mask, width: int) -> Mask:
    """What of a mask a disc of this width fits into. (Written out because OpenCV's own opening moves by even widths.)"""
    shape = cv2.MORPH_ELLIPSE if width > 3 else cv2.MORPH_RECT
    kernel = cv2.getStructuringElement(shape, (width, width))
    at, back = (width // 2, width // 2), ((width - 1) // 2, (width - 1) // 2)
    eroded = cv2.erode(mask, kernel, anchor=at, borderType=cv2.BORDER_CONSTANT, borderValue=255)
    return np.asarray(cv2.dilate(eroded, cv2.flip(kernel, -1), dst=eroded, anchor=back), dtype=np.uint8)
