"""Where the subject lies: centred, whole, with air around it, one of it, without dust or a frame."""

from __future__ import annotations

import math
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.ground import GroundKind
from pod.composition.labspace import Lab, distance_to, unpacked
from pod.composition.measured import Measured
from pod.composition.parts import Parts, parts_of
from pod.composition.rules import LIMITS, limit, percent
from pod.model.findings import Finding, Severity
from pod.model.geometry import Box

_SIDES: Final = ("left", "top", "right", "bottom")
_BAR: Final = 10
"""Times as long as wide: a rule, a bar, no drawing."""

_SHEET: Final = 3
_ENDS: Final = (0.1, 0.9)
_NARROW: Final = 0.4
"""Of its spread along itself, across: a branch of a wreath has 0.3, a figure more than a half."""

_BENT: Final = 0.06
"""Of its length: by so much a branch of a wreath bends outwards."""

_SMEARED: Final = 24.0
"""ΔE without lightness. A JPEG keeps colour at every other pixel: what of the ground's runs into a thin line depends on where
its blocks lie, and is not the same on the left as on the right."""


def off_centre(m: Measured) -> Finding | None:
    """By the ink's box, not its mass: a triangle has its mass a tenth off while its box is centred."""
    across, down = m.off_centre
    worst = max(abs(across), abs(down))
    if m.box is None or worst <= limit("off_centre"):
        return None
    words = [f"{percent(abs(across))} to the {'right' if across > 0 else 'left'}"] * (abs(across) > limit("off_centre"))
    words += [f"{percent(abs(down))} too {'low' if down > 0 else 'high'}"] * (abs(down) > limit("off_centre"))
    return Finding(
        "off_centre",
        Severity.CHOOSE,
        f"The drawing sits {' and '.join(words)}.",
        percent(worst),
        f"at most {LIMITS['off_centre']}",
        way_out="Move it to the middle, or keep it if the place is meant.",
        where_px=m.box_px,
    )


def cut_by_edge(m: Measured) -> Finding | None:
    """Ink that runs along the picture's last two pixels. Shrinking cannot bring back what was never drawn."""
    runs = {side: share for side, share in m.edge_runs.items() if share > limit("edge_run")}
    if not runs:
        return None
    worst = max(runs.values())
    where = " and ".join(side for side in _SIDES if side in runs)
    return Finding(
        "cut_by_edge",
        Severity.CHOOSE,
        f"The drawing is cut off at the {where} edge, along {percent(worst)} of it.",
        percent(worst),
        f"at most {LIMITS['edge_run']} of a side",
        way_out="Ask for the whole figure with empty space around it, or print it deliberately up to the edge.",
        where_px=m.box_px,
    )


def margin(m: Measured) -> Finding | None:
    if m.box is None or m.smallest_margin >= limit("margin") or cut_by_edge(m):
        return None  # at an edge that cuts the drawing there is no margin to speak of
    return Finding(
        "margin",
        Severity.CHOOSE,
        f"The drawing comes within {percent(m.smallest_margin)} of the picture's edge.",
        percent(m.smallest_margin),
        f"at least {LIMITS['margin']}",
        way_out="Add empty space around it.",
        where_px=m.box_px,
    )


def too_small(m: Measured) -> Finding | None:
    if m.box is None or m.filled >= limit("too_small"):
        return None
    return Finding(
        "too_small",
        Severity.CHOOSE,
        f"The drawing fills only {percent(m.filled)} of the picture.",
        percent(m.filled),
        f"at least {LIMITS['too_small']}",
        way_out="Crop the empty space away, or ask for a larger drawing.",
        where_px=m.box_px,
    )


def specks(m: Measured) -> Finding | None:
    count = len(m.speck_labels)
    if not count:
        return None
    first = m.parts.boxes[m.speck_labels[0]]
    return Finding(
        "specks",
        Severity.CHOOSE,
        f"There {'is one tiny speck' if count == 1 else f'are {count} tiny specks'} away from the drawing.",
        str(count),
        "none",
        way_out="Remove them, or keep them if they belong to the drawing.",
        where_px=Box(*(float(v) for v in first)).scaled(m.prepared.factor),
    )


def several_subjects(m: Measured) -> Finding | None:
    """Three and more large parts with ground between them: a sheet of variants rather than one drawing."""
    reach = max(1, round(0.01 * m.prepared.short_side))
    square = np.ones((2 * reach + 1, 2 * reach + 1), dtype=np.uint8)
    joined = np.asarray(cv2.morphologyEx(m.prepared.ink, cv2.MORPH_CLOSE, square), dtype=np.uint8)
    parts = parts_of(joined)
    large = _large(parts)
    count = len(large)
    if count >= _SHEET:
        count -= _branches(parts, large)
    if count < _SHEET:
        return None
    return Finding(
        "several_subjects",
        Severity.CHOOSE,
        f"The picture holds {count} separate drawings of like size.",
        str(count),
        "one or two",
        way_out="Print them together if that is meant, or ask for a single drawing.",
        where_px=m.box_px,
    )


def _large(parts: Parts) -> NDArray[np.intp]:
    """The labels of the parts of like size that can be a drawing: a rule above and below words is none."""
    sides = parts.boxes[1:, 2:]
    labels = np.flatnonzero(sides.max(axis=1) < _BAR * sides.min(axis=1)) + 1
    areas = parts.areas[labels]
    return labels[areas >= limit("several") * areas.max()] if len(labels) else labels


def _branches(parts: Parts, labels: NDArray[np.intp]) -> int:
    """How many of them bend around what they stand beside, as the two halves of a wreath do; one alone is a drawing."""
    boxes = parts.boxes[labels]
    middle = (boxes[:, :2].min(axis=0) + (boxes[:, :2] + boxes[:, 2:]).max(axis=0)) / 2
    around = sum(_bends_around(parts.labels == label, middle) for label in labels)
    return around if around > 1 else 0


_A_SHAPE = 3
"""Points below which nothing bends."""


def _bends_around(part: NDArray[np.bool_], middle: NDArray[np.float64]) -> bool:
    """Long, narrow, and further from the `middle` (x, y) in its own middle than the line between its ends is."""
    rows, columns = np.nonzero(part)
    points = np.stack([columns, rows], axis=1).astype(np.float64)
    if len(points) < _A_SHAPE:
        return False
    centre = points.mean(axis=0)
    variance, axes = np.linalg.eigh(np.cov((points - centre).T))
    along = (points - centre) @ axes[:, 1]
    first, last = np.quantile(along, _ENDS)
    chord = (points[along <= first].mean(axis=0) + points[along >= last].mean(axis=0)) / 2
    outward = (centre - middle) / max(1.0, float(np.linalg.norm(centre - middle)))
    bulge = float((centre - chord) @ outward) / max(1.0, float(np.ptp(along)))
    return bool(math.sqrt(max(0.0, variance[0]) / variance[1]) <= _NARROW and bulge >= _BENT)


def frame_line(m: Measured) -> Finding | None:
    """A line or card edge of one colour close to at least three sides of the picture. Further in it is a design's own."""
    sides = 0 if m.asked.border_meant else framed_sides(m)
    if sides < 3 or m.box is None or _frame_inset(m) > limit("frame_near"):
        return None
    return Finding(
        "frame_line",
        Severity.CHOOSE,
        f"A straight border runs along {sides} sides of the picture.",
        f"{sides} sides",
        "none",
        way_out="Keep it if a frame is meant; otherwise ask for the drawing without a border.",
        where_px=m.box_px,
    )


def _frame_inset(m: Measured) -> float:
    """How far the ink's box lies from the picture's sides at the third nearest of them, as a share of the shorter side."""
    if m.box is None:
        return 1.0
    box, p = m.box, m.prepared
    away = sorted((box.left, box.top, p.width - box.right, p.height - box.bottom))
    return max(0.0, float(away[2])) / p.short_side


def framed_sides(m: Measured) -> int:
    """How many sides of the ink's box carry one constant colour over most of their length, just inside the box."""
    if m.box is None or min(m.box.width, m.box.height) < 40:
        return 0
    box, deep = m.box, max(3, round(0.015 * m.prepared.short_side))
    sides = [
        [
            colour
            for share, colour in (_line(m, box, side, inset) for inset in range(1, deep))
            if share >= limit("frame_line")
        ]
        for side in range(4)
    ]
    # a line's outermost pixels are blends with the ground: sides are alike where any of their lines are
    candidates = [colour for colours in sides for colour in colours]
    smeared = _SMEARED if m.prepared.ground.kind is GroundKind.FLAT else 0.0
    return max(
        (sum(any(_near(one, c, smeared) for c in colours) for colours in sides) for one in candidates), default=0
    )


def _near(one: Lab, other: Lab, smeared: float) -> bool:
    """Of one lightness, and of one hue but for what a codec has smeared of it."""
    lightness, *chroma = np.subtract(one, other)
    return abs(float(lightness)) < limit("ink_weak") and math.hypot(*chroma) < max(limit("ink_weak"), smeared)


def _line(m: Measured, box: Box, side: int, inset: int) -> tuple[float, Lab]:
    """The share of ink in one colour along a side, `inset` pixels inside the box; rounded corners are left out."""
    left, top, right, bottom = int(box.left), int(box.top), int(box.right), int(box.bottom)
    across = slice(left + (right - left) // 8, right - (right - left) // 8)
    down = slice(top + (bottom - top) // 8, bottom - (bottom - top) // 8)
    place = ((down, left + inset), (top + inset, across), (down, right - 1 - inset), (bottom - 1 - inset, across))[side]
    ink = m.prepared.ink[place] > 0
    if not ink.any():
        return 0.0, (0.0, 0.0, 0.0)
    colours = m.prepared.lab[place]
    centre = unpacked(np.median(colours[ink], axis=0))
    alike = ink & (distance_to(colours[None], centre)[0] < limit("ink_weak"))
    return float(alike.mean()), centre
