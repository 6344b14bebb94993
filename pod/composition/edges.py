"""Where ink meets nothing: the ground that should not be there, halos, half-transparent ink, colour under alpha 0."""

from __future__ import annotations

import math
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.ground import GroundKind
from pod.composition.labspace import along_hue, distance_to, has_hue, lab_of_hex
from pod.composition.measured import Measured
from pod.composition.prepared import EMPTY_BELOW, SOLID_ABOVE, as_mask, disc
from pod.composition.rules import LIMITS, limit, percent
from pod.composition.tiles import Nearest
from pod.imaging.colour import delta_e
from pod.model.findings import Finding, Severity

_HALO_PX: Final = 3
_KEY_CHROMA: Final = 40.0
"""A key colour this vivid is told from ink by its hue; white and grey grounds leave no hue behind."""

_INNER_EVERY: Final = 4
_INNER_SHARE: Final = 0.05
_RIM_OVER_INNER: Final = 2.5
"""A subject in the key's hue wears it inside and out; a rim that was left along gaps as well is far denser at the edge."""

_ALL_ALONG, _NOT_WITHIN = 0.9, 0.75
"""A rim as wide as the line it is left along is most of what lies inside as well, but not all of it."""

_PURE_PX, _PURE_NEAR_PX = 7, 10.0
"""How far inside ink is its own whatever was left along its edge, and up to where that is the ink that the edge belongs to."""

_CLEARLY: Final = 15.0
"""C* in the direction of the key's hue."""

_EDGE_PX, _SOLID_PX = 5, 3
"""An edge that a brush drew is up to five pixels wide: each of its pixels lies so near to nothing, and to solid ink."""

_LINE_ALPHA: Final = 160
"""A thin line or a small dot is nowhere quite solid, and still has an edge."""

_FADE_PX: Final = (3, 14)
"""How far inside the outline it is looked for a fade: behind any smooth edge, JPEG's included."""

_FADE_RIM_PX: Final = 3
_FADE_NEAR: Final = 24.0
_FADE_TOWARDS: Final = 36.0
_FADE_STEP: Final = (0.06, 5.0)
"""ΔE from one pixel to the next further in: less is one flat colour, more is an edge."""

_SAMPLE_ROWS: Final = 48
_SAMPLE_EVERY: Final = 384
_HIDDEN_AWAY: Final = 60
"""Levels, summed over the channels, between a hidden pixel and the ink beside it before it can show as a fringe."""


def checkerboard(m: Measured) -> Finding | None:
    ground = m.prepared.ground
    if ground.kind is not GroundKind.CHECKER:
        return None
    tile = ground.tile_px * m.prepared.factor
    return Finding(
        "checkerboard",
        Severity.BLOCKED,
        f"A grey checkerboard of {tile:.0f} px tiles is painted where the picture should be see-through.",
        f"{tile:.0f} px tiles, {ground.colour} and {ground.second}",
        "no painted checkerboard",
        way_out="Ask for one flat colour behind the drawing, which can be cut out.",
    )


def ground_not_flat(m: Measured) -> Finding | None:
    ground = m.prepared.ground
    if ground.kind not in (GroundKind.SHADED, GroundKind.SCENE):
        return None
    what = "is shaded" if ground.kind is GroundKind.SHADED else "is a scene or a texture"
    return Finding(
        "ground_not_flat",
        Severity.CHOOSE,
        f"The background {what}, so it cannot be cut away cleanly; only {percent(ground.near)} of the rim is one colour.",
        percent(ground.near),
        f"at least {LIMITS['ground_near']} in one colour",
        way_out="Print the whole rectangle, or ask for one flat colour behind the drawing.",
    )


def opaque_ground(m: Measured) -> Finding | None:
    """A flat colour fills what should be transparent."""
    ground = m.prepared.ground
    if ground.kind is not GroundKind.FLAT:
        return None
    return Finding(
        "opaque_ground",
        Severity.CHOOSE,
        f"The background is filled with {ground.colour} and would print as a box.",
        f"{percent(float((m.prepared.alpha < EMPTY_BELOW).mean()))} see-through",
        f"at least {LIMITS['transparent']} see-through",
        way_out="Cut the background away, or keep the box if it is meant.",
    )


def unexpected_ground(m: Measured) -> Finding | None:
    """Another flat ground than was asked for: it is cut by its measured colour, and said."""
    ground, wanted = m.prepared.ground, m.asked.expected_ground
    if ground.kind is not GroundKind.FLAT or not wanted or delta_e(ground.colour, wanted) <= limit("cloth_delta_e"):
        return None
    return Finding(
        "unexpected_ground",
        Severity.CHOOSE,
        f"The background came out {ground.colour} instead of {wanted}.",
        ground.colour,
        wanted,
        way_out="Look at fine details and enclosed areas of the same colour after it was cut away.",
    )


def fades_out(m: Measured) -> Finding | None:
    """Glows and soft shadows that run out into a flat ground: there is no edge to cut along."""
    share = fading_share(m)
    if share <= limit("fades_out"):
        return None
    return Finding(
        "fades_out",
        Severity.CHOOSE,
        f"The drawing fades into its background along {percent(share)} of its outline, so it cannot be cut out cleanly.",
        percent(share),
        f"at most {LIMITS['fades_out']}",
        way_out="Ask for hard edges without glow or shadow, or print the whole rectangle.",
        where_px=m.box_px,
    )


def fading_share(m: Measured) -> float:
    """Of the ink just inside its outline: how much is still near the ground's colour, and leaves it slowly, step by step.

    Pale ink lies near the ground as well, but keeps its shade; an outline leaves it all at once.
    """
    p = m.prepared
    if p.ground.kind is not GroundKind.FLAT:
        return 0.0
    first, last = _FADE_PX
    inside = np.asarray(cv2.distanceTransform(p.ink, cv2.DIST_L2, 3), dtype=np.float32)
    band = (inside >= first) & (inside < last)
    depth = inside[band].astype(np.intp) - first
    away = distance_to(p.lab[band][None], p.ground.lab)[0]
    outer = away[depth < _FADE_RIM_PX]
    return float((outer < _FADE_NEAR).mean()) if len(outer) and _leaves_slowly(depth, away, last - first) else 0.0


def _leaves_slowly(depth: NDArray[np.intp], away: NDArray[np.float32], depths: int) -> bool:
    """Whether the mean distance to the ground grows from pixel to pixel, a little each time."""
    near = away < _FADE_TOWARDS
    count = np.bincount(depth[near], minlength=depths)
    mean = np.bincount(depth[near], away[near], minlength=depths) / np.maximum(count, 1)
    steps = np.diff(mean)[(count[1:] > 0) & (count[:-1] > 0)]
    least, most = _FADE_STEP
    slowly = int(((steps > least) & (steps < most)).sum())
    return slowly >= 0.6 * (depths - 1) and float(steps.min()) > -0.25


def halo(m: Measured) -> Finding | None:
    """A rim of the key colour left along the outline of a cut-out."""
    key = m.asked.expected_ground
    if m.prepared.ground.kind is not GroundKind.TRANSPARENT or not key or _chroma(key) < _KEY_CHROMA:
        return None
    share = halo_share(m, key)
    if share <= limit("halo"):
        return None
    return Finding(
        "halo",
        Severity.CHOOSE,
        f"A rim of the background's colour {key} is left along {percent(share)} of the outline.",
        percent(share),
        f"at most {LIMITS['halo']}",
        way_out="Cut the background again, or ask for another background colour.",
        where_px=m.box_px,
    )


def halo_share(m: Measured, key: str) -> float:
    """Of the ink within three pixels of its edge: how much has the key's hue, where the ink further in has not."""
    p = m.prepared
    rim = (p.ink > 0) & (cv2.erode(p.ink, disc(_HALO_PX)) == 0) & (p.alpha >= 32)
    if not rim.any():
        return 0.0
    grid = (slice(None, None, _INNER_EVERY), slice(None, None, _INNER_EVERY))
    inner = p.lab[grid][(p.ink[grid] > 0) & ~rim[grid]]
    within = float(has_hue(inner, key).mean()) if len(inner) else 0.0
    along = float(has_hue(p.lab[rim], key).mean())
    all_around = along >= _ALL_ALONG and within <= _NOT_WITHIN
    worn_by_the_subject = within > _INNER_SHARE and along <= _RIM_OVER_INNER * within and not all_around
    if worn_by_the_subject or along <= limit("halo"):
        return 0.0 if worn_by_the_subject else along
    return float(_beyond_the_ink(m, rim, key).sum() / rim.sum())


def _beyond_the_ink(m: Measured, rim: NDArray[np.bool_], key: str) -> NDArray[np.bool_]:
    """Of a rim in the key's hue: where the ink further in, if there is any near by, has clearly less of it. Navy ink before a
    blue key has its own share."""
    p = m.prepared
    tinted = rim & has_hue(p.lab, key)
    deep = cv2.erode(p.ink, disc(_PURE_PX)) > 0
    if not deep.any():
        return tinted
    rows, columns = np.nonzero(tinted)
    inner = Nearest.to(deep)
    less = along_hue(p.lab[rows, columns], key) - along_hue(inner.colours(p.lab, rows, columns), key) > _CLEARLY
    tinted[rows, columns] = less | (inner.away[rows, columns] > _PURE_NEAR_PX)
    return tinted


def _chroma(colour: str) -> float:
    return math.hypot(*lab_of_hex(colour)[1:])


def half_transparent(m: Measured) -> Finding | None:
    """See-through ink that is not just a smooth outline: white is printed behind it, and shows."""
    share = half_transparent_share(m)
    if share <= limit("half_transparent"):
        return None
    return Finding(
        "half_transparent",
        Severity.CHOOSE,
        f"{percent(share)} of the drawing is half see-through; on dark cloth it prints with a pale veil behind it.",
        percent(share),
        f"at most {LIMITS['half_transparent']}",
        way_out="Choose solid colours, or light cloth.",
        where_px=m.box_px,
    )


def half_transparent_share(m: Measured) -> float:
    alpha = m.prepared.alpha
    half = (alpha >= EMPTY_BELOW) & (alpha <= SOLID_ABOVE)
    ink = int((alpha >= EMPTY_BELOW).sum())
    if not half.any() or m.prepared.ground.kind is not GroundKind.TRANSPARENT:
        return 0.0
    by_nothing = cv2.dilate(as_mask(alpha < EMPTY_BELOW), disc(_EDGE_PX)) > 0
    by_solid = cv2.dilate(as_mask(alpha > _LINE_ALPHA), disc(_SOLID_PX)) > 0
    return float((half & ~(by_nothing & by_solid)).sum() / max(1, ink))


def hidden_colour(m: Measured) -> Finding | None:
    """Colour that nobody sees, under alpha 0 along the ink: machines that scale without alpha draw it as a fringe."""
    share = hidden_share(m.prepared.pixels) if m.prepared.ground.kind is GroundKind.TRANSPARENT else 0.0
    if share <= limit("hidden_colour"):
        return None
    return Finding(
        "hidden_colour",
        Severity.CHOOSE,
        f"Hidden colour lies beside {percent(share)} of the outline and can print as a pale or dark fringe.",
        percent(share),
        f"at most {LIMITS['hidden_colour']}",
        way_out="Let the drawing's own colour run on under its transparent surroundings.",
    )


def hidden_share(pixels: NDArray[np.uint8]) -> float:
    """Of the fully transparent pixels that touch ink: how many have a colour (not plain 0) far from that ink's.

    Looked at on bands of full-size rows: the working copy has no colour where nothing is seen.
    """
    touching, fringed = 0, 0
    for top in range(0, len(pixels), _SAMPLE_EVERY):
        rows = np.ascontiguousarray(pixels[top : top + _SAMPLE_ROWS])
        alpha = rows[..., 3]
        ink = as_mask(alpha >= EMPTY_BELOW)
        beside = (alpha == 0) & (cv2.dilate(ink, np.ones((3, 3), np.uint8)) > 0)
        if not beside.any():
            continue
        weights = (ink > 0).astype(np.float32)
        near = (
            cv2.blur(rows[..., :3] * weights[..., None], (3, 3))
            / np.maximum(cv2.blur(weights, (3, 3)), 1e-3)[..., None]
        )
        hidden = rows[beside][:, :3].astype(np.float32)
        away = np.abs(hidden - near[beside]).sum(axis=-1)
        touching += len(hidden)
        fringed += int(((away > _HIDDEN_AWAY) & hidden.any(axis=-1)).sum())
    return fringed / touching if touching else 0.0
