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

from pod.composition.labspace import (
    Lab,
    Pixels,
    distance_to,
    distance_to_line,
    eight_bit_lab,
    has_hue,
    lab_of_hex,
    rgb_of,
)
from pod.composition.prepared import EMPTY_BELOW, Mask, as_mask, disc, parts_of, working_copy
from pod.composition.tiles import Nearest, Tile, clear_hidden, tiles, window_of
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
_SPILL_PX: Final = 8.0
"""Along a vivid ground: how far its hue may have run into the ink, half a JPEG colour block."""

_INNER_EVERY: Final = 16
_INNER_SHARE: Final = 0.05
_NEARLY_ALL: Final = 0.97
"""A share of ink from here on is all ink: rounding, not transparency."""

_GRAIN_PX: Final = 12
"""Specks up to this many working pixels that are hardly off the ground's colour are its grain, or a JPEG's."""

_CHECKER_REACH: Final = 1.5
"""An island of a checkerboard is at least this many tiles on a side; smaller grey patches are the subject's own."""


@dataclass(frozen=True, slots=True)
class _Key:
    """The measured ground. `second` is the darker tile's colour, or None for one flat colour."""

    colour: str
    first: Lab
    second: Lab | None
    rgb: NDArray[np.float32]
    tolerance: float

    @staticmethod
    def of(values: Values) -> _Key:
        second = str(values.get("second", ""))
        ground = str(values["ground"])
        return _Key(
            ground,
            lab_of_hex(ground),
            lab_of_hex(second) if second else None,
            np.array(parse_hex(ground), dtype=np.float32),
            float(values["tolerance"]),
        )

    @property
    def is_vivid(self) -> bool:
        return math.hypot(*self.first[1:]) > _VIVID_CHROMA

    @property
    def blend_away(self) -> float:
        return _BLEND_AWAY_VIVID if self.is_vivid else _BLEND_AWAY

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
            cuts.append((tile, None if seen.all() else _cut(own, key, tile, seen)))
    for tile, cut in cuts:  # after all were looked at: a tile's neighbours must be seen as they were
        inside = own[tile.inside]
        if cut is None:  # ground as far as the tile can see
            inside[:] = 0
            continue
        own[cut.rows, cut.columns, :3] = cut.colours
        inside[..., 3] = np.minimum(inside[..., 3], cut.alpha)
        clear_hidden(inside)
    return own


def ground_region(pixels: Pixels, values: Values) -> tuple[Mask, int]:
    """Where the ground lies, on the working copy, with the copy's factor: joined to the border, or an island of it."""
    rgb, alpha, factor = working_copy(pixels)
    key = _Key.of(values)
    distance = np.where(alpha < EMPTY_BELOW, np.float32(0), key.distance(rgb))
    close = as_mask(distance <= key.tolerance)
    close |= _grain(~close, distance > 2 * key.tolerance)
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


def _grain(far: Mask, very_far: NDArray[np.bool_]) -> Mask:
    """The small parts of what is off the ground's colour that are nowhere far off it."""
    parts = parts_of(far)
    grain = parts.areas <= _GRAIN_PX
    grain[np.unique(parts.labels[very_far])] = False
    grain[0] = False
    return as_mask(grain[parts.labels])


def _is_checkered(rgb: Pixels, where: NDArray[np.bool_], key: _Key, values: Values) -> bool:
    """Whether an enclosed region shows both tiles, and is large enough to: a grey patch of the subject shows one."""
    if key.second is None or where.sum() < (_CHECKER_REACH * float(values["tile_px"])) ** 2:
        return False
    lab = eight_bit_lab(rgb[where][None])
    lighter = float((distance_to(lab, key.first) < distance_to(lab, key.second)).mean())
    return 0.2 < lighter < 0.8


def _cut(pixels: Pixels, key: _Key, tile: Tile, seen: Mask) -> _Cut:
    rgb = rgb_of(pixels[tile.window])
    around, within = cv2.dilate(seen, disc(4)), cv2.erode(seen, disc(4))
    distance = key.distance(rgb)
    # inside the region a stray grain of noise is still ground; along its edge only what has its colour is
    core = ((distance <= key.tolerance) & (around > 0)) | ((within > 0) & (distance <= 2 * key.tolerance))
    alpha = np.where(core, np.uint8(0), np.uint8(255))
    depth = np.asarray(cv2.distanceTransform(as_mask(~core), cv2.DIST_L2, 3), dtype=np.float32)
    clean = _without_spill(rgb, depth, key) if key.is_vivid else rgb
    rows, columns = np.nonzero((depth > 0) & (depth < (_SPILL_PX if key.is_vivid else _INSIDE_PX[0])))
    mine = tile.owns(rows, columns)
    rows, columns = rows[mine], columns[mine]
    behind = Nearest.to(core).colours(rgb, rows, columns).astype(np.float32) if key.second else key.rgb[None]
    shares, colours = _unmixed(rgb, clean, behind, depth, key.blend_away, rows, columns)
    alpha[rows, columns] = np.rint(shares * 255)
    return _Cut(alpha[tile.core], rows + tile.top, columns + tile.left, colours)


def _without_spill(rgb: Pixels, depth: NDArray[np.float32], key: _Key) -> Pixels:
    """The picture with the ground's hue taken out of a rim along it, unless the ink further in wears that hue itself."""
    rim = (depth > 0) & (depth < _SPILL_PX)
    inner = eight_bit_lab(rgb[depth >= _SPILL_PX][None, ::_INNER_EVERY])
    if inner.size and float(has_hue(inner, key.colour).mean()) > _INNER_SHARE:
        return rgb
    seen = rgb[rim]
    tinted = has_hue(eight_bit_lab(seen[None])[0], key.colour) if len(seen) else np.zeros(0, dtype=bool)
    hue = key.rgb - key.rgb.mean()
    colours = seen[tinted].astype(np.float32)
    share = ((colours - colours.mean(axis=1, keepdims=True)) @ hue) / float(hue @ hue)
    seen[tinted] = np.clip(np.rint(colours - np.maximum(share, 0)[:, None] * hue), 0, 255).astype(np.uint8)
    out = rgb.copy()
    out[rim] = seen
    return out


def _unmixed(
    rgb: Pixels,
    clean: Pixels,
    behind: NDArray[np.float32],
    depth: NDArray[np.float32],
    blend_away: float,
    rows: NDArray[np.intp],
    columns: NDArray[np.intp],
) -> tuple[NDArray[np.float32], Pixels]:
    """Per pixel along the core its share of ink (0–1) and its colour without the ground's tint.

    A pixel that is no blend of the ground and the ink just inside (a thin outline of another colour) is tried against
    the ink one step nearer, and keeps its (clean) colour when it is no blend of that either.
    """
    seen, deep = rgb[rows, columns].astype(np.float32), depth[rows, columns]
    share, colours = np.ones(len(rows), dtype=np.float32), clean[rows, columns].astype(np.float32)
    unsure = deep < _INSIDE_PX[0]
    for inside_px in _INSIDE_PX:
        pure = depth >= inside_px
        if not pure.any() or not unsure.any():
            continue
        ink = Nearest.to(pure).colours(clean, rows, columns).astype(np.float32)
        along = ink - behind
        part = ((seen - behind) * along).sum(axis=-1) / np.maximum(np.square(along).sum(axis=-1), 1)
        away = np.linalg.norm(seen - behind - np.clip(part, 0, 1)[:, None] * along, axis=-1)
        blend = unsure & (away <= blend_away) & (deep < inside_px)
        mixed = blend & (part < _NEARLY_ALL)
        share[mixed], colours[mixed] = np.clip(part[mixed], 0, 1), ink[mixed]
        unsure &= ~blend
    return share, np.rint(colours).astype(np.uint8)
