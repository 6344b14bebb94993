"""Along a vivid ground its hue has run into the ink: JPEG and WebP keep light and dark at every pixel, but colour only at
every other one, and smear it over blocks of sixteen.

A rim pixel whose chroma lies between the ground's and that of the ink further in, and whose lightness is right for that
ink, gets the ink's chroma back. What else has the ground's hue there loses it, unless the ink inside wears it itself.
"""

from __future__ import annotations

import math
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.labspace import Pixels, eight_bit_lab, has_hue, lab_of_hex
from pod.composition.tiles import Nearest
from pod.imaging.colour import parse_hex

SPILL_PX: Final = 8.0
"""How far it runs: half a JPEG colour block."""

_NEAR_PX: Final = SPILL_PX + 2
_BLENDED_PX: Final = 2.5
"""Up to here a pixel may be a blend of ground and ink, in lightness as well."""

_LEAST_CHROMA: Final = 30.0
_OFF_LINE: Final = 14.0
_LIGHTNESS: Final = 30.0
"""Of 255: what smearing leaves of a pixel's own lightness, with noise."""

_CLEAR: Final = 6.0
"""C* to the ink's own chroma up to which nothing has run."""

Levels = NDArray[np.float32]


def without_spill(rgb: Pixels, depth: Levels, ground: str) -> Pixels:
    """A picture of which `depth` tells how far inside the ink each pixel lies (0: ground). A new one where anything is changed."""
    rim = (depth > 0) & (depth < SPILL_PX)
    if not rim.any():
        return rgb
    rows, columns = np.nonzero(rim)
    lab = eight_bit_lab(rgb[rows, columns][None])[0]
    inner, near = _inner(rgb, depth, rows, columns)
    smeared = near & _is_smeared(lab.astype(np.float32), inner.astype(np.float32), depth[rows, columns], ground)
    tinted = ~smeared & has_hue(lab, ground) & ~(near & has_hue(inner, ground))
    out = rgb.copy()
    out[rows[tinted], columns[tinted]] = _without_hue(rgb[rows[tinted], columns[tinted]], ground)
    if smeared.any():
        mended = np.column_stack((lab[smeared, :1], inner[smeared, 1:]))
        out[rows[smeared], columns[smeared]] = cv2.cvtColor(mended[None], cv2.COLOR_LAB2RGB)[0]
    return out


def _inner(
    rgb: Pixels, depth: Levels, rows: NDArray[np.intp], columns: NDArray[np.intp]
) -> tuple[Pixels, NDArray[np.bool_]]:
    """For each of these places the packed colour of the ink further in, and whether there is any near by."""
    deep = depth >= SPILL_PX
    if not deep.any():
        return np.zeros((len(rows), 3), dtype=np.uint8), np.zeros(len(rows), dtype=bool)
    nearest = Nearest.to(deep)
    return eight_bit_lab(nearest.colours(rgb, rows, columns)[None])[0], nearest.away[rows, columns] <= _NEAR_PX


def _is_smeared(lab: Levels, inner: Levels, depth: Levels, ground: str) -> NDArray[np.bool_]:
    lightness, *chroma = lab_of_hex(ground)
    behind = np.array((lightness * 255 / 100, chroma[0] + 128, chroma[1] + 128), np.float32)
    along, here = inner[:, 1:] - behind[1:], lab[:, 1:] - behind[1:]
    length = np.maximum(np.square(along).sum(axis=1), 1)
    part = (here * along).sum(axis=1) / length
    off = np.linalg.norm(here - part[:, None] * along, axis=1)
    # deep in it has the ink's own lightness, at the very edge any between that and the ground's
    lowest = np.where(depth < _BLENDED_PX, np.minimum(inner[:, 0], behind[0]), inner[:, 0]) - _LIGHTNESS
    highest = np.where(depth < _BLENDED_PX, np.maximum(inner[:, 0], behind[0]), inner[:, 0]) + _LIGHTNESS
    light = (lab[:, 0] >= lowest) & (lab[:, 0] <= highest)
    changed = (1 - part) * np.sqrt(length) > _CLEAR
    smeared = (length > _LEAST_CHROMA**2) & (part > 0) & changed & (off < _OFF_LINE) & light
    return np.asarray(smeared, dtype=bool)


def _without_hue(colours: Pixels, ground: str) -> Pixels:
    rgb = np.array(parse_hex(ground), dtype=np.float32)
    hue, seen = rgb - rgb.mean(), colours.astype(np.float32)
    share = ((seen - seen.mean(axis=1, keepdims=True)) @ hue) / max(float(hue @ hue), math.ulp(1.0))
    return np.asarray(np.clip(np.rint(seen - np.maximum(share, 0)[:, None] * hue), 0, 255), dtype=np.uint8)
