"""What lies behind the subject: nothing, one flat colour, a painted checkerboard, a shading, or a scene."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from pod.composition.labspace import Lab, Pixels, distance_to, hex_of, unpacked
from pod.composition.rules import limit
from pod.composition.shading import Shading, fitted

_RING: Final = 0.04
"""Of the short side: the border ring whose median is the ground."""

_THIN_RING: Final = 0.012
_THIN_NEAR: Final = 0.95
_THIN_COVERS: Final = 0.25
_CHECKER_RING: Final = 0.12
_SMALLEST_TILE_PX: Final = 3
_UNEVEN: Final = 1.5
_CLEARLY_LESS: Final = 0.7
"""ΔE of a flat ground's spread from where on a shading is looked for, and the share of it that a shading may leave."""


class GroundKind(StrEnum):
    TRANSPARENT = "transparent"
    FLAT = "flat"
    CHECKER = "checker"
    SHADED = "shaded"
    SCENE = "scene"


@dataclass(frozen=True, slots=True)
class Ground:
    """`colour` is the ground's or its lighter tile's; `tolerance` is how far (ΔE) its own pixels stray from it.

    `near` is the share of the border ring within the weak ink limit of `lab`, `spread` the standard deviation there.
    A checkerboard has `second` and `tile_px` (in working pixels). Where a smooth surface says what it is better than one
    colour, it has a `shading`, from which its pixels stray by `shading_tolerance`.
    """

    kind: GroundKind
    colour: str = ""
    lab: Lab = (0.0, 0.0, 0.0)
    near: float = 1.0
    spread: float = 0.0
    tolerance: float = 0.0
    second: str = ""
    tile_px: float = 0.0
    shading: Shading | None = None
    shading_tolerance: float = 0.0


def find_ground(lab: Pixels, rgb: Pixels, alpha: Pixels) -> Ground:
    """The ground of a working copy."""
    if float((alpha < 8).mean()) >= limit("transparent"):
        return Ground(GroundKind.TRANSPARENT)
    checker = find_checkerboard(lab, rgb)
    if checker is not None:
        return checker
    return _plain_or_scene(lab, rgb)


def _plain_or_scene(lab: Pixels, rgb: Pixels) -> Ground:
    whole = _ring_as_ground(lab, rgb, _RING)
    if whole.kind is GroundKind.FLAT:
        return _with_shading(rgb, whole) if whole.spread > _UNEVEN else whole
    # a frame line inside the ring is no second ground: outside of it the picture's own may lie
    outermost = _ring_as_ground(lab, rgb, _THIN_RING)
    framed = outermost.kind is GroundKind.FLAT and outermost.near >= _THIN_NEAR and _covers(lab, outermost)
    if framed:
        return outermost
    return _with_shading(rgb, whole) if whole.kind is GroundKind.SHADED else whole


def _with_shading(rgb: Pixels, ground: Ground) -> Ground:
    found = fitted(rgb, border_ring(rgb.shape[0], rgb.shape[1], _RING))
    most = limit("ground_spread") if ground.kind is GroundKind.SHADED else _CLEARLY_LESS * ground.spread
    if found is None or found.spread > most:
        return ground
    return replace(ground, shading=found.shading, shading_tolerance=min(16.0, 4 * found.spread))


def _covers(lab: Pixels, ground: Ground) -> bool:
    """Whether a ground's colour is found all over the picture, and not only along its border."""
    grid = lab[::8, ::8]
    return float((distance_to(grid, ground.lab) < limit("ink_weak")).mean()) >= _THIN_COVERS


def _ring_as_ground(lab: Pixels, rgb: Pixels, share_of_side: float) -> Ground:
    ring = border_ring(lab.shape[0], lab.shape[1], share_of_side)
    places = np.flatnonzero(ring)
    ring_lab, ring_rgb = (picture.reshape(-1, 3)[places] for picture in (lab, rgb))
    centre = unpacked(np.median(ring_lab, axis=0))
    colour = hex_of(np.median(ring_rgb, axis=0))
    distance = distance_to(ring_lab[None], centre)[0]
    near = distance < limit("ink_weak")
    share = float(near.mean())
    spread = float(np.sqrt(np.square(distance[near]).mean())) if near.any() else float(distance.mean())
    kind = GroundKind.FLAT
    if share < limit("ground_near") or spread > limit("ground_spread"):
        kind = GroundKind.SHADED if _is_shading(ring, ring_lab) else GroundKind.SCENE
    return Ground(kind, colour, centre, share, spread, tolerance=min(16.0, 4 * spread))


def border_ring(height: int, width: int, share: float) -> NDArray[np.bool_]:
    thickness = max(1, round(share * min(height, width)))
    ring = np.ones((height, width), dtype=bool)
    ring[thickness:-thickness, thickness:-thickness] = False
    return ring


def _is_shading(ring: NDArray[np.bool_], ring_lab: Pixels) -> bool:
    """Whether a plane plus a quadratic explains the ring's lightness: a vignette or a soft light, not a scene."""
    rows, columns = np.nonzero(ring)
    every = max(1, len(rows) // 20_000)
    y, x = rows[::every] / ring.shape[0] - 0.5, columns[::every] / ring.shape[1] - 0.5
    terms = np.stack((np.ones_like(x), x, y, x * x, x * y, y * y), axis=-1)
    lightness = ring_lab[::every, 0].astype(np.float64) * 100 / 255
    residual = np.zeros_like(lightness)
    kept = np.ones(len(lightness), dtype=bool)
    for _ in range(3):  # what crosses the ring is an outlier, and is left out of the next fit
        fit, *_ = np.linalg.lstsq(terms[kept], lightness[kept], rcond=None)
        residual = np.abs(lightness - terms @ fit)
        kept = residual <= max(2.0, float(np.quantile(residual, 0.8)))
    return float((residual < limit("ground_spread")).mean()) >= limit("ground_shaded")


def find_checkerboard(lab: Pixels, rgb: Pixels) -> Ground | None:
    """A grey checkerboard painted over the border ring, as models draw "transparency"; None where there is none.

    Two near-neutral tones share the ring, and their pattern flips after one tile along x and along y, repeats after
    two, and repeats one tile along the diagonal. A plaid flips along the diagonal; a racing flag is black and white.
    """
    height, width = lab.shape[:2]
    thickness = max(8, round(_CHECKER_RING * min(height, width)))
    bands = (np.s_[:thickness, :], np.s_[height - thickness :, :], np.s_[:, :thickness], np.s_[:, width - thickness :])
    tones = _two_tones(np.concatenate([lab[band].reshape(-1, 3)[::7] for band in bands]))
    if tones is None:
        return None
    light, dark = tones
    signs = [_signs(np.ascontiguousarray(lab[band]), light, dark) for band in bands]
    across = _tile_along(signs[0], signs[1], axis=1)
    down = _tile_along(signs[2], signs[3], axis=0)
    if not across or not down or abs(across - down) > max(1.5, 0.15 * across):
        return None
    tile = round((across + down) / 2)
    if np.mean([_correlation(s, tile, tile) for s in signs]) < limit("checker_correlation"):
        return None
    return _checker_ground(lab, rgb, bands, light, dark, tile)


def _two_tones(sample: Pixels) -> tuple[Lab, Lab] | None:
    """The lighter and the darker of two near-neutral tones that make up the sample, by two-means on lightness."""
    lightness = sample[:, 0].astype(np.float32) * 100 / 255
    low, high = np.quantile(lightness, (0.1, 0.9))
    for _ in range(8):
        upper = lightness > (low + high) / 2
        if not upper.any() or upper.all():
            return None
        low, high = float(np.median(lightness[~upper])), float(np.median(lightness[upper]))
    light, dark = unpacked(np.median(sample[upper], axis=0)), unpacked(np.median(sample[~upper], axis=0))
    near = np.minimum(distance_to(sample[None], light), distance_to(sample[None], dark))[0] < limit("ink_weak")
    share = float(upper[near].mean()) if near.any() else 0.0
    fits = (
        limit("checker_gap") <= high - low <= limit("checker_gap_most")
        and max(np.hypot(*light[1:]), np.hypot(*dark[1:])) <= limit("checker_chroma")
        and limit("checker_share") <= share <= 1 - limit("checker_share")
        and float(near.mean()) > 0.6
    )
    return (light, dark) if fits else None


def _signs(lab: Pixels, light: Lab, dark: Lab) -> NDArray[np.float32]:
    """+1 on the lighter tone, −1 on the darker, 0 on anything else."""
    to_light, to_dark = distance_to(lab, light), distance_to(lab, dark)
    signs = np.where(to_light < to_dark, 1.0, -1.0).astype(np.float32)
    signs[np.minimum(to_light, to_dark) > limit("ink_strong")] = 0
    return signs


def _correlation(signs: NDArray[np.float32], down: int, across: int) -> float:
    """How alike (−1 to 1) a band is to itself, shifted."""
    if down >= signs.shape[0] or across >= signs.shape[1]:
        return 0.0
    first = signs[: signs.shape[0] - down, : signs.shape[1] - across]
    second = signs[down:, across:]
    both = np.count_nonzero(first * second)
    return float((first * second).sum() / both) if both > 0.3 * first.size else 0.0


def _tile_along(one: NDArray[np.float32], other: NDArray[np.float32], *, axis: int) -> int:
    """The tile's side along an axis: where two opposite bands flip, and repeat after twice that. 0 where they do not."""
    length = one.shape[axis]
    curve = _autocorrelation(one, axis) + _autocorrelation(other, axis)
    curve /= max(float(curve[0]), 1e-6)
    wanted = limit("checker_correlation")
    flips = np.flatnonzero(curve[: length // 4] < -wanted)
    if not len(flips) or flips[0] < _SMALLEST_TILE_PX:
        return 0
    # the first valley: from the first flip to where the curve rises above it again
    end = flips[0] + int(np.argmax(curve[flips[0] : length // 2] > -wanted))
    tile = int(flips[0] + np.argmin(curve[flips[0] : max(end, flips[0] + 1)]))
    return tile if curve[2 * tile] > wanted else 0


def _autocorrelation(signs: NDArray[np.float32], axis: int) -> NDArray[np.float64]:
    """Summed over all lines of a band, corrected for the shrinking overlap."""
    lines = signs if axis == 1 else signs.T
    lines = lines[::4]
    length = lines.shape[1]
    spectrum = np.abs(np.fft.rfft(lines, 2 * length, axis=1)) ** 2
    curve = np.fft.irfft(spectrum.sum(axis=0))[: length // 2 + 1]
    return np.asarray(curve * length / (length - np.arange(len(curve))), dtype=np.float64)


def _checker_ground(
    lab: Pixels, rgb: Pixels, bands: tuple[tuple[slice, slice], ...], light: Lab, dark: Lab, tile: int
) -> Ground:
    ring_lab = np.concatenate([lab[band].reshape(-1, 3) for band in bands])
    ring_rgb = np.concatenate([rgb[band].reshape(-1, 3) for band in bands])
    to_light, to_dark = distance_to(ring_lab[None], light)[0], distance_to(ring_lab[None], dark)[0]
    near = np.minimum(to_light, to_dark) < limit("ink_weak")
    tones = (near & (to_light < to_dark), near & (to_light >= to_dark))
    colours = [hex_of(np.median(ring_rgb[tone], axis=0)) for tone in tones]
    spread = float(np.sqrt(np.square(np.minimum(to_light, to_dark)[near]).mean()))
    return Ground(
        GroundKind.CHECKER,
        colours[0],
        light,
        spread=spread,
        tolerance=min(16.0, max(limit("ink_weak"), 4 * spread)),
        second=colours[1],
        tile_px=float(tile),
    )
