"""A rim pixel is a blend of the ground and the ink just inside: which share of it is ink, and which colour that ink has.

An edge may be one pixel wide or, where a brush drew it, several: the ink is looked for where the picture has settled. A
pixel that is no blend of that (a thin outline of another colour) is tried against the ink two pixels in, then one, and
keeps its own colour when it is no blend of that either.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from pod.composition.labspace import Pixels, steepness
from pod.composition.tiles import Nearest

_SOFT_PX: Final = 6.0
"""How wide an edge may be."""

_INSIDE_PX: Final = (2.5, 1.5)
"""How far inside the core's edge ink is pure: two blended pixels on smooth edges; one where an outline is only thin."""

SETTLED: Final = 28
"""Levels of RGB within three pixels: noise and a JPEG's ringing stay below, an edge does not."""

_AWAY: Final = 28.0
_AWAY_VIVID: Final = 60.0
"""RGB distance from the line between ground and ink up to which a pixel counts as their blend: JPEG noise and dither.

A vivid ground may be further off, since nothing in the subject has its hue and JPEG smears hues over 16 pixels.
"""

LIGHT_FIRST: Final = np.array(
    [[0.299, -0.0591, 0.175], [0.587, -0.1159, -0.1465], [0.114, 0.175, -0.0285]], dtype=np.float32
)
"""RGB to Y, and to 0.35 of Cb and Cr (ITU-T T.871): JPEG keeps light and dark at every pixel, colour at every other one."""

_BLURRED: Final = 0.8
_BY_COLOUR: Final = 0.5
"""Where nearly only colour tells ink from ground, the codec has blurred the edge: by how much it is steepened again, for the
share of the contrast beyond this that is colour."""

_MOSTLY: Final = 0.5
_NEARLY_ALL, NEARLY_ALL_DEEP = 0.97, 0.88
"""A share of ink from here on is all ink: rounding, not transparency; further in it is a JPEG's noise."""

Levels = NDArray[np.float32]
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Rim:
    """The pixels along a ground that was found: `rows` and `columns` in the picture `rgb`, whose `clean` copy has no spill.

    `depth` tells how far inside each pixel of the picture lies, `settled` where nothing changes from pixel to pixel.
    """

    rgb: Pixels
    clean: Pixels
    depth: Levels
    settled: NDArray[np.bool_]
    rows: Places
    columns: Places

    @staticmethod
    def of(rgb: Pixels, clean: Pixels, depth: Levels, clean_px: float) -> Rim:
        """All that may be a blend, and whatever may have been cleaned."""
        settled = np.asarray(steepness(rgb) <= SETTLED, dtype=bool)
        reach = (depth < max(clean_px, _INSIDE_PX[0])) | ((depth < _SOFT_PX) & ~settled)
        rows, columns = np.nonzero((depth > 0) & reach)
        return Rim(rgb, clean, depth, settled, rows, columns)

    def only(self, kept: NDArray[np.bool_]) -> Rim:
        return replace(self, rows=self.rows[kept], columns=self.columns[kept])


def unmixed(rim: Rim, behind: Levels, *, vivid: bool, smeared: float = 0.0) -> tuple[Levels, Pixels]:
    """Per pixel of the rim its share of ink (0–1) and its colour without the ground's, which is `behind` it: one for each
    or one for all. `smeared`: how far off their line, light before colour, a blend may be at the very edge; with it, what is
    no blend of any ink near by is told by its hue."""
    rows, columns = rim.rows, rim.columns
    seen, deep = rim.rgb[rows, columns].astype(np.float32), rim.depth[rows, columns]
    share, colours = np.ones(len(rows), dtype=np.float32), rim.clean[rows, columns].astype(np.float32)
    nearly_all = np.where(deep < _INSIDE_PX[0], _NEARLY_ALL, NEARLY_ALL_DEEP)
    unsure = (deep < _INSIDE_PX[0]) | ((deep < _SOFT_PX) & ~rim.settled[rows, columns])
    known = np.zeros(len(rows), dtype=bool)
    for pure, may_be, away in _looks(rim, deep, _AWAY_VIVID if vivid else _AWAY):
        if not (unsure & may_be).any() or not pure.any():
            continue
        nearest = Nearest.to(pure)
        ink = nearest.colours(rim.clean, rows, columns).astype(np.float32)
        # ink that lies nearer to the ground than the pixel itself is an outline, and the pixel inside of it is whole
        outside = rim.depth.reshape(-1)[nearest.places(rows, columns)] < deep - 0.5
        part = part_of(seen - behind, ink - behind)
        off = seen - behind - part.clip(0, 1)[:, None] * (ink - behind)
        near = np.linalg.norm(off, axis=-1) <= away
        near |= (deep < _INSIDE_PX[0]) & (np.linalg.norm(off @ LIGHT_FIRST, axis=-1) <= smeared)
        blend = unsure & may_be & ~outside & near
        mixed = blend & (part < nearly_all)
        share[mixed], colours[mixed] = part[mixed].clip(0, 1), ink[mixed]
        unsure &= ~blend
        known |= mixed
    if vivid and smeared:
        _by_hue(share, colours, seen, behind, ~known)
    return share, np.rint(colours).astype(np.uint8)


def _by_hue(share: Levels, colours: Levels, seen: Levels, behind: Levels, where: NDArray[np.bool_]) -> None:
    """Pixels that cleaning took more than half of the ground's hue from are more ground than ink. In place."""
    ground = np.broadcast_to(behind, seen.shape)
    hue = ground - ground.mean(axis=-1, keepdims=True)
    size = np.maximum(np.square(hue).sum(axis=-1), 1)
    taken = ((seen - colours) * hue).sum(axis=-1) / size
    mostly = where & (taken > _MOSTLY)
    part = (1 - taken[mostly]).clip(1 - _NEARLY_ALL, 1)
    rest = (seen[mostly] - (1 - part)[:, None] * ground[mostly]) / part[:, None]
    share[mostly], colours[mostly] = part, rest.clip(0, 255)


def _looks(rim: Rim, deep: Levels, away: float) -> list[tuple[NDArray[np.bool_], NDArray[np.bool_], float]]:
    """In turn: what counts as pure ink, which pixels of the rim may be blends with it, and how far off they may be."""
    first, second = _INSIDE_PX
    return [
        (rim.settled & (rim.depth >= first), deep < _SOFT_PX, _AWAY),
        (rim.depth >= first, deep < first, away),
        (rim.depth >= second, deep < second, away),
    ]


def part_of(here: Levels, along: Levels) -> Levels:
    """How far along the way from ground to ink a pixel lies: 0 to 1, and beyond where it is noisy."""
    light, contrast = here @ LIGHT_FIRST, along @ LIGHT_FIRST
    size = np.maximum(np.square(contrast).sum(axis=-1), 1)
    part = (light * contrast).sum(axis=-1) / size
    by_colour = 1 - np.square(contrast[..., 0]) / size
    return np.asarray((part - 0.5) * (1 + _BLURRED * (by_colour - _BY_COLOUR).clip(0)) + 0.5, np.float32)
