"""Whether two pictures look alike: a 64-bit perceptual hash over the lowest frequencies of a small grey copy."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.prepared import working_copy

_SMALL_PX: Final = 32
_LOW: Final = 8
ALIKE_BITS: Final = 6
"""Hashes of one picture re-saved or re-scaled differ in up to this many of 64 bits; of two drawings in about 30."""


def fingerprint(pixels: NDArray[np.uint8]) -> int:
    """64 bits, each saying whether one low frequency is above their median. Transparency counts as mid grey."""
    rgb, alpha, _ = working_copy(pixels)
    grey = cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY).astype(np.float32)
    shown = alpha.astype(np.float32) / 255
    small = cv2.resize(grey * shown + 128 * (1 - shown), (_SMALL_PX, _SMALL_PX), interpolation=cv2.INTER_AREA)
    low = cv2.dct(np.asarray(small, dtype=np.float32))[:_LOW, :_LOW].reshape(-1)
    above = low > np.median(low[1:])
    return int("".join("1" if bit else "0" for bit in above), 2)


def alike(first: int, second: int) -> bool:
    return (first ^ second).bit_count() <= ALIKE_BITS
