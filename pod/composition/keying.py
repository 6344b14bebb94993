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

from pod.composition import flecks
from pod.composition.labspace import (
    Lab,
    Pixels,
    distance_between,
    distance_to,
    distance_to_line,
    eight_bit_lab,
    has_hue,
    lab_of_hex,
    rgb_of,
)
from pod.composition.parts import Parts, parts_of
from pod.composition.prepared import EMPTY_BELOW, Mask, as_mask, disc, working_copy
from pod.composition.shading import Shading
from pod.composition.spill import SPILL_PX, without_spill
from pod.composition.tiles import Nearest, Tile, clear_hidden, small_window_of, tiles, window_of
from pod.composition.unmixing import Rim, unmixed
from pod.imaging.colour import parse_hex

Values = Mapping[str, float | str]
_VIVID_CHROMA: Final = 40.0
_GRAIN_PX: Final = 12
"""Specks up to this many working pixels that are hardly off the ground's colour are its grain, or a JPEG's."""

_LEAST_HOLE_PX: Final = 12

_GAP: Final = 128
"""In a mask of the ground: where it is seen through a gap, and a codec has mixed it with the ink on both sides."""

_FLECK: Final = 64
"""Where it is mixed with the ink all through: a fleck of a print's texture, or a line as fine."""

_GAP_HALF_PX: Final = 3
"""Working pixels to the middle of the widest gap: what is wider and off the ground's colour is ink of its hue."""

_OFF_GROUND_PX: Final = 2
_REACH_PX: Final = 4
_LEAST_GAP_PX: Final = 4

_CHECKER_REACH: Final = 1.5
"""An island of a checkerboard is at least this many tiles on a side; smaller grey patches are the subject's own."""


@dataclass(frozen=True, slots=True)
class _Key:
    """The measured ground. `second` is the darker tile's colour, or None for one flat colour; `shading` says its colour at
    every place where that changes slowly."""

    colour: str
    first: Lab
    second: Lab | None
    rgb: NDArray[np.float32]
    tolerance: float
    shading: Shading | None
    choke_px: int
    faint: float
    smeared: float
    flecks: int

    @staticmethod
    def of(values: Values) -> _Key:
        second, shading = str(values.get("second", "")), str(values.get("shading", ""))
        ground = str(values["ground"])
        return _Key(
            ground,
            lab_of_hex(ground),
            lab_of_hex(second) if second else None,
            np.array(parse_hex(ground), dtype=np.float32),
            float(values["tolerance"]),
            Shading.read(shading) if shading else None,
            int(values.get("choke_px", 0)),
            float(values.get("faint", 0)),
            float(values.get("smeared", 0)),
            int(values.get("flecks", 0)),
        )

    @property
    def is_vivid(self) -> bool:
        return math.hypot(*self.first[1:]) > _VIVID_CHROMA

    def distance(self, rgb: Pixels, ground: Pixels | None) -> NDArray[np.float32]:
        """Of every pixel to the ground, which is `ground` where it is shaded."""
        lab = eight_bit_lab(rgb)
        if ground is not None:
            return distance_between(lab, eight_bit_lab(ground))
        return distance_to(lab, self.first) if self.second is None else distance_to_line(lab, self.first, self.second)


@dataclass(frozen=True, slots=True)
class _Cut:
    """What one tile becomes: its alpha, and new colours for some of its pixels (rows and columns of the picture)."""

    alpha: Pixels
    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    colours: Pixels


def key_out(own: Pixels, values: Values) -> Pixels:
    """`own` with its ground made transparent, in place. `values`: ground, second, tolerance, island_px, tile_px; and where they
    are there ring, shading, choke_px, faint (ΔE to the ground in a gap), smeared (to its blends, light before
    colour), flecks (how many there are at least where there are any)."""
    key = _Key.of(values)
    region, factor = ground_region(own, values)
    cuts = []
    for tile in tiles(*own.shape[:2]):
        seen = small_window_of(region, tile, factor)
        if seen.any():
            cuts.append((tile, None if seen.all() else _cut(own, key, tile, window_of(region, tile, factor))))
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
    """Where the ground lies, on the working copy, with the copy's factor: joined to the border, an island of it, or a gap."""
    rgb, alpha, factor = working_copy(pixels)
    key = _Key.of(values)
    ground = key.shading.whole(rgb.shape[:2]) if key.shading else None
    distance = np.where(alpha < EMPTY_BELOW, np.float32(0), key.distance(rgb, ground))
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
    if key.second is None and (ring := float(values.get("ring", 0))):
        kept[_holes(parts, kept, ring)] = True
    region = as_mask(kept[parts.labels])
    if key.faint and key.second is None:
        lab = eight_bit_lab(rgb)
        region[_gaps(region, (distance <= key.faint) & has_hue(lab, key.colour))] = _GAP
        if key.flecks and key.is_vivid:
            near = cv2.dilate(region, disc(_OFF_GROUND_PX)) > 0
            region[flecks.found(rgb, lab, key.rgb if ground is None else ground, near, key.first, key.flecks)] = _FLECK
    return region, factor


def _gaps(region: Mask, faint: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Of what is nearly the ground's colour: thin strips and corners, away from the ground's own smooth edges."""
    apart = faint & (cv2.dilate(region, disc(_OFF_GROUND_PX)) == 0)
    if not apart.any():
        return np.asarray(apart, dtype=bool)
    deep = np.asarray(cv2.distanceTransform(as_mask(apart), cv2.DIST_L2, 3), np.float32)
    parts = parts_of(as_mask(apart))
    thin = parts.areas >= _LEAST_GAP_PX
    thin[parts.labels[deep > _GAP_HALF_PX]] = False
    thin[0] = False
    return np.asarray(thin[parts.labels], dtype=bool)


def _holes(parts: Parts, kept: NDArray[np.bool_], ring: float) -> NDArray[np.intp]:
    """Islands that thin ink parts from the ground around: no thicker than `ring` of their own width."""
    small = np.flatnonzero(~kept & (parts.areas >= _LEAST_HOLE_PX))
    small = small[small > 0]
    if not len(small):
        return small
    away = np.asarray(cv2.distanceTransform(as_mask(~kept[parts.labels]), cv2.DIST_L2, 3), np.float32)
    nearest = np.full(len(parts.areas), np.inf, np.float32)
    mine = np.isin(parts.labels, small)
    np.minimum.at(nearest, parts.labels[mine], away[mine])
    widths = 2 * np.sqrt(parts.areas[small] / math.pi)
    return np.asarray(small[nearest[small] <= ring * widths], np.intp)


def _grain(far: Mask, very_far: NDArray[np.bool_]) -> Mask:
    """The small parts of what is off the ground's colour that are nowhere far off it."""
    parts = parts_of(far)
    grain = parts.areas <= _GRAIN_PX
    grain[parts.labels[very_far]] = False
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
    ground = key.shading.window(*tile.window, pixels.shape[:2]) if key.shading else None
    core = _core(key, key.distance(rgb, ground), seen)
    alpha = np.where(core, np.uint8(0), np.uint8(255))
    depth = np.asarray(cv2.distanceTransform(as_mask(~core), cv2.DIST_L2, 3), dtype=np.float32)
    clean = without_spill(rgb, depth, key.colour) if key.is_vivid else rgb
    along = Rim.of(rgb, clean, depth, SPILL_PX if key.is_vivid else 0.0)
    rim = along.only(tile.owns(along.rows, along.columns))
    behind = _behind(rgb, core, ground, key, rim.rows, rim.columns)
    shares, colours = unmixed(rim, behind, vivid=key.is_vivid, smeared=key.smeared)
    rows, columns = rim.rows, rim.columns
    if (seen == _FLECK).any():
        more_rows, more_columns = _in_flecks(seen, core, along, tile)
        behind = _behind(rgb, core, ground, key, more_rows, more_columns)
        pure = along.settled & (cv2.dilate(seen, disc(_REACH_PX)) == 0)
        more_shares, more_colours = flecks.unmixed(rgb, pure, (more_rows, more_columns), behind)
        rows, columns = np.concatenate((rows, more_rows)), np.concatenate((columns, more_columns))
        shares, colours = np.concatenate((shares, more_shares)), np.concatenate((colours, more_colours))
    alpha[rows, columns] = np.rint(shares * 255)
    if key.choke_px:
        alpha = np.asarray(cv2.erode(alpha, disc(key.choke_px)), dtype=np.uint8)
    return _Cut(alpha[tile.core], rows + tile.top, columns + tile.left, colours)


def _core(key: _Key, distance: NDArray[np.float32], seen: Mask) -> NDArray[np.bool_]:
    """Inside the region a stray grain of noise is still ground; along its edge only what has its colour is."""
    around, within = cv2.dilate(seen, disc(_REACH_PX)), cv2.erode(seen, disc(_REACH_PX))
    core = ((distance <= key.tolerance) & (around > 0)) | ((within > 0) & (distance <= 2 * key.tolerance))
    return np.asarray(core | ((seen == _GAP) & (distance <= key.faint)), dtype=bool)


def _in_flecks(seen: Mask, core: NDArray[np.bool_], along: Rim, tile: Tile) -> flecks.At:
    """Those that the tile decides, and that are not told along the ground already."""
    apart = (seen == _FLECK) & ~core
    apart[along.rows, along.columns] = False
    rows, columns = np.nonzero(apart)
    mine = tile.owns(rows, columns)
    return rows[mine], columns[mine]


def _behind(
    rgb: Pixels,
    core: NDArray[np.bool_],
    ground: Pixels | None,
    key: _Key,
    rows: NDArray[np.intp],
    columns: NDArray[np.intp],
) -> NDArray[np.float32]:
    """The ground's colour at each of these places, or one for all of them."""
    if ground is not None:
        return ground[rows, columns].astype(np.float32)
    return Nearest.to(core).colours(rgb, rows, columns).astype(np.float32) if key.second else key.rgb[None]
