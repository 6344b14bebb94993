"""What the ink itself is like: blank, shaded, many-coloured, too fine, a black slab, or lost on its cloth."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.measured import Measured
from pod.composition.prepared import Mask, as_mask, disc, parts_of
from pod.composition.rules import LIMITS, limit, percent
from pod.imaging.colour import delta_e
from pod.model.findings import Finding, Severity
from pod.model.geometry import Box

_USUAL_WIDTH_MM: Final = 355.0
"""A full front print is 14 in wide: what thin lines are measured for where the printed size is not known yet."""

_SPAN_PX: Final = 8
_SOFT_STEP: Final = (2, 24)
"""Levels over the span: less is flat (or JPEG noise), more is an edge."""

_SLAB_LIGHTNESS: Final = 10.0
_SLAB_SIDE: Final = 0.08
_SLAB_ASPECT: Final = 4.0
"""Longer black rectangles are bars and underlines, which designs do have."""


def blank(m: Measured) -> Finding | None:
    """One colour over nearly everything: a refusal that came as a picture, or a drawing that failed."""
    share = max(_empty_share(m), m.inks.largest if not m.prepared.has_known_ink else 0.0)
    share = max(share, float(1 - (m.prepared.ink > 0).mean()) if m.prepared.has_known_ink else 0.0)
    filled = m.prepared.has_known_ink and m.inks.largest >= limit("blank") and float((m.prepared.ink > 0).mean()) > 0.98
    if not filled and share <= limit("blank"):
        return None
    if m.box is not None and min(m.box.width, m.box.height) > 0.2 * m.prepared.short_side and not filled:
        return None  # a few thin strokes cover little and still are a drawing
    return Finding(
        "blank",
        Severity.BLOCKED,
        f"The picture is empty: {percent(share)} of it is one colour.",
        percent(share),
        f"at most {LIMITS['blank']}",
        way_out="Draw it again, or describe the subject in other words.",
    )


def _empty_share(m: Measured) -> float:
    return float((m.prepared.alpha < 8).mean())


def gradients(m: Measured) -> Finding | None:
    """Soft changes of tone over more than a dozen pixels: airbrush, glow, shadow. Film and flat inks print them badly."""
    share = soft_share(m)
    if share <= limit("gradients"):
        return None
    return Finding(
        "gradients",
        Severity.CHOOSE,
        f"Soft shading covers {percent(share)} of the drawing.",
        percent(share),
        f"at most {LIMITS['gradients']}",
        way_out="It prints on light cloth; for crisp results ask for flat colours with hard edges.",
        where_px=m.box_px,
    )


def soft_share(m: Measured) -> float:
    """Of the ink that lies a span inside its outline: where lightness drifts over the span without any edge in it."""
    inside = cv2.erode(as_mask(m.shown), np.ones((2 * _SPAN_PX + 1, 2 * _SPAN_PX + 1), np.uint8)) > 0
    if not inside.any():
        return 0.0
    grey = cv2.blur(cv2.cvtColor(m.prepared.rgb, cv2.COLOR_RGB2GRAY), (5, 5))
    square = np.ones((3, 3), np.uint8)
    local = cv2.subtract(cv2.dilate(grey, square), cv2.erode(grey, square))
    calm = cv2.dilate(local, np.ones((_SPAN_PX + 1, _SPAN_PX + 1), np.uint8)) <= _SPAN_PX
    drift = np.zeros_like(grey)
    drift[:, :-_SPAN_PX] = cv2.absdiff(grey[:, :-_SPAN_PX], grey[:, _SPAN_PX:])
    drift[:-_SPAN_PX] = np.maximum(drift[:-_SPAN_PX], cv2.absdiff(grey[:-_SPAN_PX], grey[_SPAN_PX:]))
    soft = inside & calm & (drift >= _SOFT_STEP[0]) & (drift <= _SOFT_STEP[1])
    return float(soft.sum() / inside.sum())


def colours(m: Measured) -> Finding | None:
    most = m.asked.max_colours or int(limit("colours"))
    count = len(m.inks.colours)
    if count <= most:
        return None
    return Finding(
        "colours",
        Severity.CHOOSE,
        f"The drawing uses {count} clearly different colours.",
        f"{count} colours",
        f"at most {most} colours",
        way_out="It prints; for flat inks or fewer screens ask for a smaller palette.",
    )


def black_slab(m: Measured) -> Finding | None:
    """A filled near-black rectangle: what some services return in place of a part they refused."""
    lightness = m.prepared.lab[..., 0].astype(np.float32) * (100 / 255)
    black = as_mask(m.shown & (lightness < _SLAB_LIGHTNESS))
    parts = parts_of(black)
    least = _SLAB_SIDE * m.prepared.short_side
    for (left, top, width, height), area in zip(parts.boxes[1:].tolist(), parts.areas[1:].tolist(), strict=True):
        compact = max(width, height) <= _SLAB_ASPECT * min(width, height)
        if min(width, height) >= least and compact and area / (width * height) >= limit("slab"):
            share = area / black.size
            return Finding(
                "black_slab",
                Severity.BLOCKED,
                f"A filled black box covers {percent(share)} of the picture.",
                f"{percent(area / (width * height))} of its rectangle is black",
                f"under {LIMITS['slab']}",
                way_out="Draw it again; if the box is meant, round its corners or give it another colour.",
                where_px=Box(left, top, width, height).scaled(m.prepared.factor),
            )
    return None


def hairlines(m: Measured) -> Finding | None:
    return _too_fine(
        m,
        "hairlines",
        as_mask(m.shown),
        "hairline_mm",
        "{count} thin lines are finer than {needed:.2g} mm at the usual print size; they may break up.",
        "Thicken them, or print smaller details on paper instead of cloth.",
    )


def tiny_gaps(m: Measured) -> Finding | None:
    """Gaps inside the drawing's own outline; the open ground around it has no width to measure."""
    reach = _fine_px(m, "gap_mm") + 1
    closed = cv2.morphologyEx(as_mask(m.shown), cv2.MORPH_CLOSE, disc(reach))
    gaps = np.asarray(closed, dtype=np.uint8) & ~as_mask(m.shown)
    long_ones = _long_parts(m, gaps, reach)
    if not long_ones:
        return None
    return Finding(
        "tiny_gaps",
        Severity.CHOOSE,
        f"{long_ones} narrow gaps are under {limit('gap_mm'):.2g} mm at the usual print size; they may fill in.",
        f"{long_ones} gaps",
        f"at least {LIMITS['gap_mm']}",
        way_out="Widen them, or close them on purpose.",
    )


def _too_fine(m: Measured, rule: str, ink: Mask, needed: str, words: str, way_out: str) -> Finding | None:
    width = _fine_px(m, needed)
    kept = cv2.morphologyEx(ink, cv2.MORPH_OPEN, disc(max(1, width // 2)))
    count = _long_parts(m, ink & ~np.asarray(kept, dtype=np.uint8), width)
    if not count:
        return None
    return Finding(
        rule,
        Severity.CHOOSE,
        words.format(count=count, needed=limit(needed)),
        f"{count} under {LIMITS[needed]}",
        f"at least {LIMITS[needed]}",
        way_out=way_out,
    )


def _fine_px(m: Measured, needed: str) -> int:
    """The least printable width in working pixels, at the printed size or else at a full front print."""
    px_per_mm = m.asked.px_per_mm or max(m.prepared.pixels.shape[:2]) / _USUAL_WIDTH_MM
    return max(1, round(limit(needed) * px_per_mm / m.prepared.factor))


def _long_parts(m: Measured, residue: NDArray[np.uint8], width: int) -> int:
    """Parts that are long for their width: the tips of corners are short, and print as a slightly rounder corner."""
    boxes = parts_of(residue).boxes[1:]
    least = max(12 * width, 0.02 * m.prepared.short_side)
    return int((np.maximum(boxes[:, 2], boxes[:, 3]) >= least).sum()) if len(boxes) else 0


def invisible_on_cloth(m: Measured) -> Finding | None:
    """How much of the drawing has the cloth's own colour."""
    if not m.asked.cloth_rgb or not m.shown.any():
        return None
    near = [
        (colour, share)
        for colour, share in m.inks.colours
        if delta_e(colour, m.asked.cloth_rgb) < limit("cloth_delta_e")
    ]
    share = sum(s for _, s in near) / max(1e-6, sum(s for _, s in m.inks.colours))
    if share <= limit("invisible"):
        return None
    lost = share >= limit("invisible_all")
    return Finding(
        "invisible_on_cloth",
        Severity.BLOCKED if lost else Severity.CHOOSE,
        f"{percent(share)} of the drawing has almost the colour of the cloth and will not be seen.",
        percent(share),
        f"at most {LIMITS['invisible']}",
        way_out="Pick another cloth colour, add an outline, or change the drawing's colours.",
        where_px=m.box_px,
    )
