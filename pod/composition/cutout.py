"""Cutting a subject out of a ground that is not flat: a studio wall that darkens, a tabletop, a scene.

What grows in from the border without an edge in its way is ground; where that leaves the subject unclear, colours decide
(Rother, Kolmogorov and Blake's GrabCut, from the border ring as what is surely ground). It ends in a refusal rather than
in half a subject.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.ground import GroundKind, border_ring
from pod.composition.inspection import Inspection
from pod.composition.labspace import Pixels, eight_bit_lab, rgb_of
from pod.composition.parts import parts_of
from pod.composition.prepared import Mask, as_mask, disc, working_copy
from pod.composition.rules import percent
from pod.composition.steps import bleed_colour
from pod.model.errors import InputRefused

_WORKING_PX: Final = 768
_RING: Final = 0.02
_STEP: Final = 3
"""Levels of L*a*b* (8 bit) from one pixel to its neighbour that are still shading and no edge."""

_ROUNDS: Final = 4
_LEAST, _MOST = 0.02, 0.92
"""Shares of the picture that a subject covers: what is less or more has not been told from its ground."""

_AT_BORDER: Final = 0.35
"""Share of the border ring that may be subject: a figure cut by the edge, and not the wall behind it."""

_LEAST_EDGE: Final = 10.0
_SMALL: Final = 0.02
"""Parts below this share of the largest are crumbs of the ground."""


def refuse_clear(inspection: Inspection) -> None:
    """Where nothing stands behind the subject, there is nothing to take away."""
    if inspection.measured_ground.kind is GroundKind.TRANSPARENT:
        raise InputRefused(
            "no_ground",
            "There is no background: around the drawing only the cloth shows.",
            "If a shape behind the subject is what you mean, ask for a drawing without it: “a fox, no circle behind it”.",
        )


def cut_out(pixels: Pixels) -> Pixels:
    """The subject alone, in a new picture of the same size. `InputRefused` where it cannot be told from its ground."""
    rgb, _, _ = working_copy(pixels)
    scale = min(1.0, _WORKING_PX / max(rgb.shape[:2]))
    size = max(1, round(rgb.shape[1] * scale)), max(1, round(rgb.shape[0] * scale))
    small = np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), np.uint8)
    subject = _subject(small)
    _refuse_unclear(subject, follows_edges=_edge(small, subject) >= _LEAST_EDGE)
    return _with_alpha(pixels, subject)


def _subject(small: Pixels) -> Mask:
    """By growing in from the border; by colour where that swallows everything or next to nothing."""
    grown = _without_crumbs(~_grown_from_border(small))
    return grown if _is_clear(grown) else _without_crumbs(_by_colour(small, grown))


def _grown_from_border(small: Pixels) -> Mask:
    lab = eight_bit_lab(np.asarray(cv2.bilateralFilter(small, 7, 20, 7), np.uint8))
    height, width = lab.shape[:2]
    seen = np.zeros((height + 2, width + 2), dtype=np.uint8)
    flags = 4 | cv2.FLOODFILL_MASK_ONLY | (255 << 8)
    every = max(1, max(height, width) // 96)
    edge = [(x, y) for x in range(0, width, every) for y in (0, height - 1)]
    edge += [(x, y) for y in range(0, height, every) for x in (0, width - 1)]
    for at in edge:
        if not seen[at[1] + 1, at[0] + 1]:
            cv2.floodFill(lab, seen, at, 0, (_STEP,) * 3, (_STEP,) * 3, flags)
    return np.asarray(cv2.morphologyEx(seen[1:-1, 1:-1], cv2.MORPH_CLOSE, disc(2)), np.uint8)


def _by_colour(small: Pixels, grown: Mask) -> Mask:
    cv2.setRNGSeed(1)  # it begins with random clusters: the same picture must be cut the same way
    height, width = small.shape[:2]
    guess = np.full((height, width), cv2.GC_PR_BGD, dtype=np.uint8)
    guess[height // 6 : height - height // 6, width // 6 : width - width // 6] = cv2.GC_PR_FGD
    guess[(grown == 0) & (guess == cv2.GC_PR_FGD)] = cv2.GC_PR_BGD if grown.any() else cv2.GC_PR_FGD
    guess[border_ring(height, width, _RING)] = cv2.GC_BGD
    if not (guess == cv2.GC_PR_FGD).any():
        return np.zeros((height, width), dtype=np.uint8)
    back, front = np.zeros((1, 65)), np.zeros((1, 65))
    bgr = np.ascontiguousarray(small[..., ::-1])
    cv2.grabCut(bgr, guess, (0, 0, 0, 0), back, front, _ROUNDS, cv2.GC_INIT_WITH_MASK)
    return as_mask((guess == cv2.GC_FGD) | (guess == cv2.GC_PR_FGD))


def _without_crumbs(subject: Mask) -> Mask:
    tidy = np.asarray(cv2.morphologyEx(subject, cv2.MORPH_OPEN, disc(2)), np.uint8)
    parts = parts_of(tidy)
    if len(parts.areas) < 2:
        return tidy
    kept = np.flatnonzero(parts.areas >= _SMALL * parts.areas[1:].max())
    return as_mask(np.isin(parts.labels, kept[kept > 0]))


def _is_clear(subject: Mask) -> bool:
    ring = border_ring(subject.shape[0], subject.shape[1], _RING)
    return _LEAST <= float((subject > 0).mean()) <= _MOST and float((subject[ring] > 0).mean()) <= _AT_BORDER


def _edge(small: Pixels, subject: Mask) -> float:
    """How much colour changes along the outline that was found, in 8 bit levels: a guess on an empty wall follows nothing."""
    lab = eight_bit_lab(np.asarray(cv2.bilateralFilter(small, 7, 20, 7), np.uint8))
    steep = np.asarray(cv2.morphologyEx(lab, cv2.MORPH_GRADIENT, disc(2)), np.uint8).max(axis=-1)
    outline = cv2.morphologyEx(subject, cv2.MORPH_GRADIENT, disc(1)) > 0
    return float(np.median(steep[outline])) if outline.any() else 0.0


def _refuse_unclear(subject: Mask, *, follows_edges: bool) -> None:
    if not (follows_edges and _is_clear(subject)):
        raise InputRefused(
            "ground_unclear",
            f"The subject cannot be told from its background ({percent(float((subject > 0).mean()))} of the picture seems to be subject).",
            "Send a picture with a plain background, or cut it out in a picture program.",
        )


def _with_alpha(pixels: Pixels, subject: Mask) -> Pixels:
    """The small mask brought to full size along the picture's own edges, and the ground's colour kept out of the rim."""
    height, width = pixels.shape[:2]
    large = np.asarray(cv2.resize(subject, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)
    soft = _guided(rgb_of(pixels), large, max(2, round(3 * width / subject.shape[1])))
    out = pixels.copy()
    out[..., 3] = np.minimum(out[..., 3], soft)
    inner = cv2.erode(as_mask(out[..., 3] == 255), disc(max(1, width // 1000)))
    rim = (inner == 0) & (out[..., 3] > 0)
    clean = out.copy()
    clean[inner == 0] = 0
    clean = bleed_colour(clean, {"reach_px": float(max(4, width // 200))})
    known = rim & (clean[..., :3].any(axis=-1))
    out[known, :3] = clean[known, :3]
    return bleed_colour(out)


def _guided(rgb: Pixels, mask: Mask, radius: int) -> NDArray[np.uint8]:
    """He, Sun and Tang's guided filter on grey, then steepened: the edge lies where the picture has one."""
    guide = cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255
    wanted, size = mask.astype(np.float32) / 255, (2 * radius + 1,) * 2
    mean_g, mean_w = cv2.boxFilter(guide, -1, size), cv2.boxFilter(wanted, -1, size)
    spread = cv2.boxFilter(guide * guide, -1, size) - mean_g * mean_g
    along = (cv2.boxFilter(guide * wanted, -1, size) - mean_g * mean_w) / (spread + 1e-3)
    rest = mean_w - along * mean_g
    smooth = cv2.boxFilter(along, -1, size) * guide + cv2.boxFilter(rest, -1, size)
    return np.asarray(np.rint(np.clip((smooth - 0.5) * 3 + 0.5, 0, 1) * 255), dtype=np.uint8)
