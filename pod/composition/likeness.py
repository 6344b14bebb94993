"""Whether two pictures look alike: a 64-bit perceptual hash over the lowest frequencies of the drawing, wherever it lies."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.prepared import Prepared, box_of, prepare

_SMALL_PX: Final = 32
_LOW: Final = 8
_TILT: Final = np.add.outer(np.linspace(0.4, 1.6, _SMALL_PX), np.linspace(0.2, 2.2, _SMALL_PX)).astype(np.float32)
"""Weights that are the same to no two sides: a drawing that mirrors itself leaves half of the frequencies to noise else."""

ALIKE_BITS: Final = 6
"""Between the hashes of one drawing in other shades, smaller or aside (up to 4 of 64 bits in the corpus) and of two drawings
(20 and more), or of one subject drawn in another way (8 and more)."""


BITS: Final = _LOW * _LOW


def fingerprint(pixels: NDArray[np.uint8]) -> int:
    """64 bits, each saying whether one low frequency is above their median. Of the ink's box alone, where the ink is known:
    a drawing that was moved or made smaller is the same. What is not ink counts as mid grey."""
    small = cv2.resize(_drawing(prepare(pixels)), (_SMALL_PX, _SMALL_PX), interpolation=cv2.INTER_AREA)
    low = cv2.dct(np.asarray((small - 128) * _TILT, dtype=np.float32))[:_LOW, :_LOW].reshape(-1)
    above = low > np.median(low[1:])
    return int("".join("1" if bit else "0" for bit in above), 2)


def _drawing(p: Prepared) -> NDArray[np.float32]:
    grey = cv2.cvtColor(p.rgb, cv2.COLOR_RGB2GRAY).astype(np.float32)
    shown = p.alpha.astype(np.float32) / 255
    box = box_of(p.ink)
    if box is not None:
        shown *= p.ink > 0
    whole = grey * shown + 128 * (1 - shown)
    if box is None:
        return np.asarray(whole, np.float32)
    return np.asarray(whole[int(box.top) : int(box.bottom), int(box.left) : int(box.right)], np.float32)


def alike(first: int, second: int) -> bool:
    return (first ^ second).bit_count() <= ALIKE_BITS


def written(mark: int) -> str:
    """A fingerprint as it is kept: 64 bits are more than every reader of JSON holds in a number."""
    return f"{mark:016x}"


def bits_apart(first: str, second: str) -> int:
    """Of two fingerprints as they are kept."""
    return (int(first, 16) ^ int(second, 16)).bit_count()
