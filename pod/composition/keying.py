"""Cutting a painted ground out of a full-size picture, tile by tile: flat colour or checkerboard becomes transparency.

A pixel is *core* when it has the ground's colour and lies in a region that touches the border or is an island of it.
The ring of pixels along the core is a blend of ground and ink: it is un-mixed against the ink just inside, which gives
its alpha and takes the ground's tint out of it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.labspace import Lab, Pixels, distance_to, distance_to_line, eight_bit_lab, lab_of_hex
from pod.composition.prepared import Mask, as_mask, disc, parts_of, working_copy
from pod.composition.tiles import Tile, nearest_colours, tiles, window_of
from pod.imaging.colour import parse_hex

Values = Mapping[str, float | str]
_INSIDE_PX: Final = (2.5, 1.5)
"""How far inside the core's edge ink is pure: two blended pixels on soft edges; one where an outline is only thin."""

_BLEND_AWAY: Final = 28.0
_BLEND_AWAY_VIVID: Final = 60.0
"""RGB distance from the line between ground and ink up to which a pixel counts as their blend: JPEG noise and dither.

A vivid ground may be further off, since nothing in the subject has its hue and JPEG smears hues over 16 pixels.
"""

_VIVID_CHROMA: Final = 40.0

_CHECKER_REACH: Final = 1.5
"""An island of a checkerboard is at least this many tiles on a side; smaller grey patches are the subject's own."""


@dataclass(frozen=True, slots=True)
class _Key:
    """The measured ground. `second` is the darker tile's colour, or None for one flat colour."""

    first: Lab
    second: Lab | None
    rgb: NDArray[np.float32]
    tolerance: float

    @staticmethod
    def of(values: Values) -> _Key:
        second = str(values.get("second", ""))
        ground = str(values["ground"])
        return _Key(
            lab_of_hex(ground),
            lab_of_hex(second) if second else None,
            np.array(parse_hex(ground), dtype=np.float32),
            float(values["tolerance"]),
        )

    @property
    def blend_away(self) -> float:
        return _BLEND_AWAY_VIVID if math.hypot(*self.first[1:]) > _VIVID_CHROMA else _BLEND_AWAY

    def distance(self, rgb: Pixels) -> NDArray[np.float32]:
        lab = eight_bit_lab(rgb)
        return distance_to(lab, self.first) if self.second is None else distance_to_line(lab, self.first, self.second)


@dataclass(frozen=True, slots=True)
class _Cut:
    """What one tile becomes: its alpha, and new colours for some of its pixels (rows and columns of the picture)."""

    alpha: Pixels
    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    colours: Pixels


def key_out(own: Pixels, values: Values) -> Pixels:
    """`own` with its ground made transparent, in place. `values`: ground, second, tolerance, island_px, tile_px."""
    key = _Key.of(values)
    region, factor = ground_region(own, values)
    cuts = []
    for tile in tiles(*own.shape[:2]):
        seen = window_of(region, tile, factor)
        if seen.any():
            cuts.append((tile, _cut(own, key, tile, seen)))
    for tile, cut in cuts:  # after all were looked at: a tile's neighbours must be seen as they were
        own[cut.rows, cut.columns, :3] = cut.colours
        own[tile.inside][..., 3] = np.minimum(own[tile.inside][..., 3], cut.alpha)
        own[tile.inside][own[tile.inside][..., 3] == 0] = 0
    return own


def ground_region(pixels: Pixels, values: Values) -> tuple[Mask, int]:
    """Where the ground lies, on the working copy, with the copy's factor: joined to the border, or an island of it."""
    rgb, alpha, factor = working_copy(pixels)
    key = _Key.of(values)
    close = as_mask((key.distance(rgb) <= key.tolerance) | (alpha < 8))
    parts = parts_of(close)
    border = np.concatenate((parts.labels[0], parts.labels[-1], parts.labels[:, 0], parts.labels[:, -1]))
    kept = np.zeros(len(parts.areas), dtype=bool)
    kept[np.unique(border)] = True
    big = np.flatnonzero(parts.areas >= float(values["island_px"]))
    kept[big] = (
        True if key.second is None else [kept[i] or _is_checkered(rgb, parts.labels == i, key, values) for i in big]
    )
    kept[0] = False
    return as_mask(kept[parts.labels]), factor


def _is_checkered(rgb: Pixels, where: NDArray[np.bool_], key: _Key, values: Values) -> bool:
    """Whether an enclosed region shows both tiles, and is large enough to: a grey patch of the subject shows one."""
    if key.second is None or where.sum() < (_CHECKER_REACH * float(values["tile_px"])) ** 2:
        return False
    lab = eight_bit_lab(rgb[where][None])
    lighter = float((distance_to(lab, key.first) < distance_to(lab, key.second)).mean())
    return 0.2 < lighter < 0.8


def _cut(pixels: Pixels, key: _Key, tile: Tile, seen: Mask) -> _Cut:
    if seen.all():  # ground as far as the tile can see
        nothing = np.empty(0, dtype=np.intp)
        return _Cut(np.zeros(seen.shape, np.uint8)[tile.core], nothing, nothing, np.empty((0, 3), np.uint8))
    rgb = np.ascontiguousarray(pixels[tile.window][..., :3])
    around, within = cv2.dilate(seen, disc(4)), cv2.erode(seen, disc(4))
    distance = key.distance(rgb)
    # inside the region a stray grain of noise is still ground; along its edge only what has its colour is
    core = ((distance <= key.tolerance) & (around > 0)) | ((within > 0) & (distance <= 2 * key.tolerance))
    alpha = np.where(core, np.uint8(0), np.uint8(255))
    depth = cv2.distanceTransform(as_mask(~core), cv2.DIST_L2, 3)
    rows, columns = np.nonzero((depth > 0) & (depth < _INSIDE_PX[0]) & (around > 0))
    mine = tile.owns(rows, columns)
    rows, columns = rows[mine], columns[mine]
    shares, colours = _unmixed(rgb, core, np.asarray(depth, np.float32), key, rows, columns)
    alpha[rows, columns] = np.rint(shares * 255)
    return _Cut(alpha[tile.core], rows + tile.top, columns + tile.left, colours)


def _unmixed(
    rgb: Pixels,
    core: NDArray[np.bool_],
    depth: NDArray[np.float32],
    key: _Key,
    rows: NDArray[np.intp],
    columns: NDArray[np.intp],
) -> tuple[NDArray[np.float32], Pixels]:
    """Per blended pixel its share of ink (0–1) and its colour without the ground's tint.

    A pixel that is no blend of the ground and the ink just inside (a thin outline of another colour) is tried against
    the ink one step nearer, and is left as it is when it is no blend of that either.
    """
    seen = rgb[rows, columns].astype(np.float32)
    behind = nearest_colours(rgb, core, rows, columns) if key.second is not None else key.rgb
    share, colours = np.ones(len(rows), dtype=np.float32), seen.copy()
    open_ones = np.ones(len(rows), dtype=bool)
    for inside_px in _INSIDE_PX:
        pure = depth >= inside_px
        if not pure.any() or not open_ones.any():
            continue
        ink = nearest_colours(rgb, pure, rows, columns)
        along = ink - behind
        part = ((seen - behind) * along).sum(axis=-1) / np.maximum(np.square(along).sum(axis=-1), 1)
        away = np.linalg.norm(seen - behind - np.clip(part, 0, 1)[:, None] * along, axis=-1)
        fits = open_ones & (away <= key.blend_away) & (part < 0.97) & (depth[rows, columns] < inside_px)
        share[fits], colours[fits] = np.clip(part[fits], 0, 1), ink[fits]
        open_ones &= ~fits & (away > key.blend_away)
    return share, np.rint(colours).astype(np.uint8)
