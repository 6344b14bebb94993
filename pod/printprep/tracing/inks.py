"""A picture's few inks: how many there are, and to which of them each pixel belongs.

Where two inks meet lies a rim of blends and of sharpening's halos, which are no inks of their own: such a pixel goes to the
nearer of the inks beside it. One that nothing beside it explains has the ink it resembles, so that a line thinner than its
own rim stays.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.labspace import eight_bit_lab, rgb_of

Pixels = NDArray[np.uint8]
Labels = NDArray[np.uint8]
Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
Enough = tuple[tuple[float, float], ...]

NOTHING = 255
"""The label of pixels that show nothing."""

MOST_INKS = 32
"""More than this is no flat art: screens and films end far below, photographs begin far above."""

_CLEAN_ENOUGH = (((2.5, 0.001),), ((5.0, 0.005),))
"""Inks are added until no more than a share of the even pixels is further than so many ΔE from all of them: as is hardly
seen, or where that takes too many inks (soft shading), as is just seen."""

_NOISY_ENOUGH = ((10.0, 0.004), (25.0, 0.0005))
"""The same where a JPEG has left its noise: what it does to an even pixel beside an edge is no ink. It never does so much
that a thin line in another colour would be taken for it."""

_CLEAN_SHARE = 0.997
"""Of even pixels that equal all their neighbours: every one in a drawing, fewer where compression has rippled along edges."""

_TOLD_BY_CALM = 0.95
_CALM_PX, _CALM_LEVELS = 5, 2
_SEED_DELTA_E = 1.0
_SEED_SHARE, _NOISY_SEED_SHARE = 0.005, 0.02
"""Colours that lie in calm patches of so much of the picture are inks from the start, however near to each other: of a drawing
all others are found by their distance. Noise leaves the same colour in every block that is of one ink."""

_ECHOES = ((300, 3.6), (24, 5.0))
"""In a noisy picture each calm region is asked: of so many pixels, it is an ink if its mean is that far from all inks before it.
Measured on drawings as JPEG of quality 60 to 90, halved chroma: 99 of 100 regions of a hundred pixels and more are within
ΔE 3.2 of what was drawn, all of 24 and more within 4.3; and the ink that they echo is off by one itself."""

_TOLD_DELTA_E = 6.0
_PULL_DELTA_E = 20.0
_PURE_DELTA_E = 6.0
_OFF_BLEND = 24.0
"""How far a pixel may lie from the straight line between two inks and still be a blend of them, in levels of sRGB, where
smoothing blends."""

_SOLID_ALPHA = 128
_RIM_PX = 2
"""How far the inks that a rim blends can be, in pixels of the original: as far as any smoothing reaches."""

_LIKE_INK = 32.0
"""In levels of sRGB: a halo is hardly further from the ink that it runs along."""

_AT_ONCE = 100_000

_EVEN_LEVELS = 6
_SAMPLES = 20_000
_ROUNDS = 3
_AS_NUMBER = np.array((1 << 16, 1 << 8, 1), np.int32)
_CELL_BITS = 2
_CELLS = 256 >> _CELL_BITS


@dataclass(frozen=True, slots=True)
class Inked:
    """`labels` give each pixel's ink, or `NOTHING`; `rgb` are the inks, the one with the most area first."""

    labels: Labels
    rgb: tuple[tuple[int, int, int], ...]


def inked(original: Pixels, pixels: Pixels, *, enlarged: int = 1) -> Inked | None:
    """`pixels`, which are the RGBA `original` or that so many times enlarged, in as few inks as describe the original;
    None where `MOST_INKS` do not. The original is asked: enlarging adds halos, which look like inks."""
    found = _inks_of(original)
    if found is None:
        return None
    centres, colours = found
    solid, rgb = _is_solid(pixels), rgb_of(pixels)
    packed = eight_bit_lab(rgb)
    labels, pure = _nearest(packed, centres)
    sure = _even(packed, 2) & pure & solid
    _settle_rims(labels, sure, pure & solid, solid, rgb, np.array(colours, np.float32), _RIM_PX * enlarged)
    labels[~solid] = NOTHING
    return Inked(labels, colours)


def _is_solid(pixels: Pixels) -> Bools:
    return np.asarray(pixels[..., 3] >= _SOLID_ALPHA, dtype=bool)


def _inks_of(pixels: Pixels) -> tuple[Floats, tuple[tuple[int, int, int], ...]] | None:
    solid, rgb = _is_solid(pixels), rgb_of(pixels)
    packed = eight_bit_lab(rgb)
    inside = _even(packed, 3) & solid
    if not inside.any():
        inside = solid
    calm = (_spread(packed, _CALM_PX) <= _CALM_LEVELS) & solid
    shown = int(np.count_nonzero(solid))
    regions = _with_regions(_seeds(packed[calm], _NOISY_SEED_SHARE * shown), packed, calm)
    if _is_noisy_drawing(packed, inside, regions):
        return _inks(packed, rgb, inside, regions, _NOISY_ENOUGH)
    seeds = _seeds(packed[calm], _SEED_SHARE * shown)
    ways = (_inks(packed, rgb, inside, seeds, enough) for enough in _CLEAN_ENOUGH)
    return next((way for way in ways if way), None)


def _is_noisy_drawing(packed: Pixels, even: Bools, seeds: Floats) -> bool:
    """Compression has rippled along its edges, and its calm patches tell nearly all of its colours: no shading has those."""
    equal = (_spread(packed, 3) == 0) & even
    if not len(seeds) or np.count_nonzero(equal) >= _CLEAN_SHARE * np.count_nonzero(even):
        return False
    echoes = _distances(_unpacked(_sampled(packed[even])), seeds).min(axis=1) <= _TOLD_DELTA_E
    return float(echoes.mean()) >= _TOLD_BY_CALM


def _with_regions(kept: Floats, packed: Pixels, calm: Bools) -> Floats:
    """And the colours of calm regions that are no echoes of them or of each other, the largest first."""
    count, regions, stats, _ = cv2.connectedComponentsWithStats(calm.view(np.uint8), connectivity=4)
    areas, lab = stats[:, cv2.CC_STAT_AREA], _unpacked(packed).reshape(-1, 3)
    sums = np.stack([np.bincount(regions.ravel(), lab[:, c], minlength=count) for c in range(3)], axis=1)
    for region in 1 + np.argsort(-areas[1:], kind="stable"):
        apart = next((delta_e for least_px, delta_e in _ECHOES if areas[region] >= least_px), None)
        if apart is None or len(kept) == MOST_INKS:
            break
        kept = _with(kept, sums[region] / areas[region], apart)
    return kept


def _seeds(calm: Pixels, least_px: float) -> Floats:
    """The colours that so many pixels have, the one with the most area first."""
    numbers, counts = np.unique(calm.astype(np.int32) @ _AS_NUMBER, return_counts=True)
    order = np.argsort(-counts, kind="stable")
    large = order[counts[order] >= max(1, least_px)]
    kept = np.empty((0, 3), dtype=np.float32)
    for colour in _unpacked((numbers[large, None] // _AS_NUMBER % 256).astype(np.uint8)):
        if len(kept) < MOST_INKS:
            kept = _with(kept, colour, _SEED_DELTA_E)
    return kept


def _with(kept: Floats, colour: Floats, apart: float) -> Floats:
    """And this colour, if it is so far from all of them."""
    nearest = _distances(colour[None], kept).min(initial=np.inf)
    return np.vstack([kept, colour]).astype(np.float32) if nearest >= apart else kept


def _inks(
    packed: Pixels, rgb: Pixels, even: Bools, seeds: Floats, enough: Enough
) -> tuple[Floats, tuple[tuple[int, int, int], ...]] | None:
    """The inks in Lab, and as the colour that most of their even pixels have."""
    lab, colours = _sampled(packed[even]), _sampled(rgb[even])
    points = _unpacked(lab)
    centres, away = _moved(points, seeds) if len(seeds) else (seeds, np.full(len(points), np.inf, dtype=np.float32))
    for near, stray_share in enough:
        while np.count_nonzero(away > near) > stray_share * len(points):
            if len(centres) == MOST_INKS:
                return None
            centres = np.vstack([centres, _densest(points, lab, away > near)])
            centres, away = _moved(points, centres)
    nearest = _distances(points, centres).argmin(axis=1)
    order = np.argsort(-np.bincount(nearest, minlength=len(centres)), kind="stable")
    medians = [np.median(colours[nearest == n], axis=0) for n in order]
    return centres[order], tuple((int(r), int(g), int(b)) for r, g, b in medians)


def _spread(packed: Pixels, side: int) -> Pixels:
    """How far the pixels of the square around each are apart, in the channel in which they are most."""
    square = np.ones((side, side), np.uint8)
    return np.asarray(cv2.subtract(cv2.dilate(packed, square), cv2.erode(packed, square)).max(axis=2), np.uint8)


def _even(packed: Pixels, side: int) -> Bools:
    """Pixels of any square of `side` that are alike: a small one finds thin lines too, a larger one no halos."""
    square = np.ones((side, side), np.uint8)
    alike = (_spread(packed, side) <= _EVEN_LEVELS).astype(np.uint8)
    # each square is noted at one of its pixels: back to all of them
    return np.asarray(cv2.dilate(alike, square, anchor=((side - 1) // 2, (side - 1) // 2)), dtype=bool)


def _sampled(values: Pixels) -> Pixels:
    return values[:: max(1, len(values) // _SAMPLES)]


def _unpacked(packed: Pixels) -> Floats:
    """L* 0–100, a*, b*."""
    return np.asarray(packed, np.float32) * np.array((100 / 255, 1, 1), np.float32) - np.array(
        (0, 128, 128), np.float32
    )


def _densest(points: Floats, packed: Pixels, stray: Bools) -> Floats:
    """Where most of the strays lie together."""
    cells = _cell_of(packed[stray])
    fullest = np.bincount(cells).argmax()
    return np.asarray(points[stray][cells == fullest].mean(axis=0), dtype=np.float32)


def _cell_of(packed: Pixels) -> NDArray[np.int32]:
    cells = (packed >> _CELL_BITS).astype(np.int32)
    return np.asarray((cells[..., 0] * _CELLS + cells[..., 1]) * _CELLS + cells[..., 2], dtype=np.int32)


def _moved(points: Floats, centres: Floats) -> tuple[Floats, Floats]:
    """Centres in the middle of what is nearest to them (k-means), and how far each point then is from its own. What is far
    from all of them pulls none away from its ink: it has a centre of its own to come."""
    for _ in range(_ROUNDS):
        away = _distances(points, centres)
        nearest, near = away.argmin(axis=1), away.min(axis=1) <= _PULL_DELTA_E
        counts = np.bincount(nearest[near], minlength=len(centres))
        sums = np.stack([np.bincount(nearest[near], points[near, c], minlength=len(centres)) for c in range(3)], axis=1)
        centres = np.where(counts[:, None] > 0, sums / np.maximum(counts, 1)[:, None], centres).astype(np.float32)
    return centres, _distances(points, centres).min(axis=1)


def _distances(points: Floats, centres: Floats) -> Floats:
    """Straight distances, points × centres: CIE76 where both are in Lab."""
    return np.asarray(np.sqrt(((points[:, None] - centres[None]) ** 2).sum(axis=2)), dtype=np.float32)


def _nearest(packed: Pixels, centres: Floats) -> tuple[Labels, Bools]:
    """Each pixel's nearest ink, and whether it is as good as that ink. Looked up by cells: there are fewer than pixels."""
    side = np.arange(_CELLS) << _CELL_BITS
    middles = np.stack(np.meshgrid(side, side, side, indexing="ij"), axis=-1).reshape(-1, 3) + (1 << _CELL_BITS) // 2
    away = np.concatenate([_distances(_unpacked(part), centres) for part in np.array_split(middles, 64)])
    cells = _cell_of(packed)
    return away.argmin(axis=1).astype(np.uint8)[cells], (away.min(axis=1) <= _PURE_DELTA_E)[cells]


def _settle_rims(
    labels: Labels, even: Bools, pure: Bools, solid: Bools, rgb: Pixels, inks: Floats, rim_px: int
) -> None:
    """Gives rims to the inks beside them, in place: to those of even areas near by, then further off, and what these do not
    explain to lines that are too thin to be even anywhere."""
    sure, left = even.copy(), solid & ~even
    for reach_px, with_lines in ((rim_px, False), (2 * rim_px, False), (rim_px, True)):
        sure |= left & pure & with_lines
        rim = np.flatnonzero(left & ~sure)
        beside = _inks_beside(labels, sure, rim, len(inks), reach_px)
        for start in range(0, len(rim), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            points = rgb.reshape(-1, 3)[rim[part]].astype(np.float32)
            nearer, explained = _explained(points, beside[part], inks)
            at = rim[part][explained]
            labels.reshape(-1)[at] = nearer[explained]
            left.reshape(-1)[at] = False


def _explained(points: Floats, beside: Bools, inks: Floats) -> tuple[NDArray[np.intp], Bools]:
    """The nearest ink beside each point, and whether the point is that ink's, or a blend of it with another beside it."""
    away = np.where(beside, _distances(points, inks), np.inf)
    nearer = away.argmin(axis=1)
    is_blend = _off_the_line(points, nearer, beside, inks) <= _OFF_BLEND
    return nearer, (away.min(axis=1) <= _LIKE_INK) | is_blend


def _inks_beside(labels: Labels, sure: Bools, at: NDArray[np.intp], count: int, reach_px: int) -> Bools:
    """Which inks surely lie within reach of each of the pixels `at`."""
    kernel = np.ones((2 * reach_px + 1, 2 * reach_px + 1), np.uint8)
    beside = np.empty((len(at), count), dtype=bool)
    for ink in range(count):
        reached = cv2.dilate(((labels == ink) & sure).astype(np.uint8), kernel)
        beside[:, ink] = reached.reshape(-1)[at] > 0
    return beside


def _off_the_line(points: Floats, nearer: NDArray[np.intp], beside: Bools, inks: Floats) -> Floats:
    """How far each point is from the nearest blend of its nearer ink with another ink beside it; endless without one."""
    start, least = inks[nearer], np.full(len(points), np.inf, dtype=np.float32)
    for other, ink in enumerate(inks):
        along = ink - start
        length = np.maximum((along**2).sum(axis=1), 1e-6)
        share = np.clip(((points - start) * along).sum(axis=1) / length, 0, 1)
        off = np.linalg.norm(points - start - share[:, None] * along, axis=1)
        least = np.where(beside[:, other] & (nearer != other), np.minimum(least, off), least)
    return np.asarray(least, dtype=np.float32)
