"""A print's texture: flecks and scratches of one to three pixels through which the ground is seen.

A codec mixes them with the ink all through, and even without one they are no more than blends: nothing in them has the ground's
own colour. They are told by having clearly more of its hue than what is around, by being blends of ground and ink, and by
coming in numbers: one such spot may be the light in an eye.
"""

from __future__ import annotations

import math
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.labspace import Lab, Pixels, steepness
from pod.composition.parts import parts_of
from pod.composition.prepared import as_mask
from pod.composition.tiles import Nearest, tiles
from pod.composition.unmixing import LIGHT_FIRST, NEARLY_ALL_DEEP, SETTLED, Levels, part_of

_MORE_HUE: Final = 15.0
"""C* in the direction of the ground's hue."""

_WIDEST_PX, _MOST_PX = 5, 40
"""Working pixels: what is wider, and what has more of them, was drawn."""

_SEEN_THROUGH: Final = 0.6
"""The share of ink that it has no more than, in the middle."""

_AWAY, _AWAY_SMEARED, _LIGHT = 28.0, 90.0, 28.0
"""RGB levels off the line between ground and ink; or farther in colour, which a codec smears, and not in light."""

Where = NDArray[np.bool_]
At = tuple[NDArray[np.intp], NDArray[np.intp]]


def found(rgb: Pixels, lab: Pixels, ground: NDArray[Any], near_ground: Where, hue: Lab, fewest: int) -> Where:
    """Where they lie in a working copy, away from what is ground anyway; nowhere where there are not this many. `ground` is one
    vivid colour or a picture of it, `hue` its L*a*b*."""
    spots = as_mask((_more_hue(lab, hue) > _MORE_HUE / 2) & ~near_ground)
    parts = parts_of(spots)
    small = parts.areas <= _MOST_PX
    small[0] = False
    nowhere = np.zeros(spots.shape, dtype=bool)
    if cv2.countNonZero(small.view(np.uint8)) < fewest:
        return nowhere
    rows, columns = np.nonzero(small[parts.labels])
    shares = np.ones(len(rows), dtype=np.float32)
    for tile in tiles(*spots.shape):
        mine = np.flatnonzero(tile.owns(rows - tile.top, columns - tile.left))
        if len(mine):
            at = rows[mine] - tile.top, columns[mine] - tile.left
            there = ground[tile.window] if ground.ndim == 3 else ground
            shares[mine] = _shares(rgb[tile.window], (spots[tile.window] > 0) | near_ground[tile.window], at, there)
    seen_through = np.flatnonzero(np.bincount(parts.labels[rows, columns][shares < _SEEN_THROUGH]))
    if len(seen_through) < fewest:
        return nowhere
    return np.asarray(parts.only(seen_through) > 0, dtype=bool)


def _shares(rgb: Pixels, impure: Where, at: At, ground: NDArray[Any]) -> Levels:
    behind = ground[at] if ground.ndim == 3 else ground[None]
    share, _ = unmixed(rgb, (steepness(rgb) <= SETTLED) & ~impure, at, behind.astype(np.float32))
    return share


def _more_hue(lab: Pixels, hue: Lab) -> Pixels:
    """Per pixel how much more of a hue it has than what is around, in steps of 2 C*: 0 for what is no small spot."""
    _, a, b = hue
    size = 2 * math.hypot(a, b)
    along = cv2.addWeighted(
        cv2.extractChannel(lab, 1), a / size, cv2.extractChannel(lab, 2), b / size, 128 * (1 - (a + b) / size)
    )
    return np.asarray(cv2.morphologyEx(along, cv2.MORPH_TOPHAT, np.ones((_WIDEST_PX, _WIDEST_PX), np.uint8)), np.uint8)


def unmixed(rgb: Pixels, pure: Where, at: At, behind: Levels) -> tuple[Levels, Pixels]:
    """For each of these places its share of ink (0–1) and its colour without the ground's, which is `behind` it: as a blend with
    the nearest `pure` ink, or as it is."""
    own = rgb[at]
    share, colours = np.ones(len(own), dtype=np.float32), own.copy()
    if not len(own) or not pure.any():
        return share, colours
    ink = Nearest.to(pure).colours(rgb, *at).astype(np.float32)
    here, along = own.astype(np.float32) - behind, ink - behind
    part = part_of(here, along).clip(0, 1)
    off = here - part[:, None] * along
    away = np.linalg.norm(off, axis=-1)
    blend = (away <= _AWAY) | ((away <= _AWAY_SMEARED) & (np.linalg.norm(off @ LIGHT_FIRST, axis=-1) <= _LIGHT))
    colours[blend] = np.rint(ink[blend])
    share[blend] = np.where(part[blend] < NEARLY_ALL_DEEP, part[blend], 1)
    return share, colours
