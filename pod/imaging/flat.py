"""How flat a picture is, and how opaque: each kind wants other PNG filters, other resampling, other channels."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

FLAT_SHARE = 0.75
"""Of neighbouring pixels that are equal. Flat emblems with smooth edges measure above 0.9, photographs below 0.3."""

EVERY_ROW = 4
"""One row of so many is looked at."""


def flat_share(pixels: NDArray[np.uint8], *, but_for_bits: int = 0) -> float:
    """The share of pixels that equal the one to their left in all channels, but for the lowest bits of each."""
    rows = pixels[::EVERY_ROW]
    if but_for_bits:
        rows = np.asarray(rows >> but_for_bits, np.uint8)
    pairs = len(rows) * (rows.shape[1] - 1)
    return 1 - unequal_neighbours(rows) / pairs if pairs else 1.0


def unequal_neighbours(rows: NDArray[np.uint8]) -> int:
    """How many pixels differ from the one to their left in any channel."""
    numbers = _one_number_each(rows)  # one comparison per pixel instead of three or four
    return int(np.count_nonzero(numbers[:, 1:] != numbers[:, :-1]))


def _one_number_each(rows: NDArray[np.uint8]) -> NDArray[np.uint8] | NDArray[np.uint32]:
    if rows.shape[2] == 1:
        return rows[..., 0]
    whole = np.ascontiguousarray(rows)
    return as_numbers(whole if whole.shape[2] == 4 else np.asarray(cv2.cvtColor(whole, cv2.COLOR_RGB2RGBA), np.uint8))


def is_flat(pixels: NDArray[np.uint8]) -> bool:
    return flat_share(pixels) >= FLAT_SHARE


def least_alpha(pixels: NDArray[np.uint8]) -> int:
    return int(as_numbers(pixels).min()) >> ALPHA_BITS


ALPHA_BITS = 24
"""Of a pixel's number, below its alpha."""


def as_numbers(pixels: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """Height × width × 4 pixels as one number each, of which alpha is the highest byte: several times as fast to look
    through as their alpha by itself."""
    return np.ascontiguousarray(pixels).view("<u4")[..., 0]


def without_full_alpha(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """RGB where every pixel of an RGBA picture is opaque; else the picture itself."""
    if least_alpha(pixels) < 255:
        return pixels
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGBA2RGB), dtype=np.uint8)
