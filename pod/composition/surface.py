"""What the ink itself is like: blank, shaded, many-coloured, too fine, a black slab, or lost on its cloth."""

from __future__ import annotations

import math
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.labspace import Pixels, distance_to, lab_of_hex
from pod.composition.measured import GROUND_DEPTH, Measured
from pod.composition.parts import parts_of
from pod.composition.prepared import Mask, as_mask, at_least_wide, box_of, share_of
from pod.composition.rules import LIMITS, limit, percent
from pod.composition.seen import TOLD_APART, lost_on_cloth
from pod.imaging.colour import delta_e
from pod.model.findings import Finding, Severity
from pod.model.geometry import Box

_USUAL_WIDTH_MM: Final = 355.0
"""A full front print is 14 in wide: what thin lines are measured for where the printed size is not known yet."""

_SPAN: Final = 1 / 128
"""Of the shorter side: soft shading goes on over three of these, whatever the picture's size."""

_SOFT_PX: Final = 512
_SOFT_STEP: Final = (0.5, 12.0)
"""Levels over one span: less is flat (or grain, which a mean over the span has evened out), more is an edge."""

_EDGE_STEP: Final = 10
"""Levels within three pixels of the small picture: what is soft changes by six at the most."""

_MOSTLY_INSIDE: Final = 0.25
_SLAB_LIGHTNESS: Final = 10.0
_PATTERN: Final = 4
_SLAB_SIDE: Final = 0.08
_SLAB_AROUND: Final = 0.1
_SLAB_JOINED: Final = 0.5
_SLAB_ASPECT: Final = 4.0
"""Longer black rectangles are bars and underlines, which designs do have."""


def blank(m: Measured) -> Finding | None:
    """One colour over nearly everything: a refusal that came as a picture, or a drawing that failed."""
    share = max(_empty_share(m), m.inks.largest if not m.prepared.has_known_ink else 0.0)
    inked = share_of(m.prepared.ink > 0)
    share = max(share, 1 - inked if m.prepared.has_known_ink else 0.0)
    filled = m.prepared.has_known_ink and m.inks.largest >= limit("blank") and inked > 0.98
    if not filled and share <= limit("blank"):
        return None
    if m.box is not None and min(m.box.width, m.box.height) > 0.1 * m.prepared.short_side and not filled:
        return None  # a few thin strokes, or a small figure, cover little and still are a drawing
    return Finding(
        "blank",
        Severity.BLOCKED,
        f"The picture is empty: {percent(share)} of it is one colour.",
        percent(share),
        f"at most {LIMITS['blank']}",
        way_out="Draw it again, or describe the subject in other words.",
    )


def _empty_share(m: Measured) -> float:
    return share_of(m.prepared.alpha < 8)


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
    """Of the ink that lies a span inside its outline: where lightness goes on one way over three spans, without any edge."""
    step = max(
        1, m.prepared.short_side // _SOFT_PX
    )  # what goes on over three spans is seen on a quarter of the picture
    size = (m.prepared.width // step, m.prepared.height // step)
    span = max(4, round(_SPAN * min(size)))
    shown = cv2.resize(as_mask(m.shown), size, interpolation=cv2.INTER_AREA)
    inside = cv2.erode(as_mask(shown == 255), np.ones((3 * span | 1, 3 * span | 1), np.uint8)) > 0
    if not inside.any():
        return 0.0
    grey = cv2.cvtColor(m.prepared.rgb, cv2.COLOR_RGB2GRAY).astype(np.float32)
    small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    even = np.asarray(cv2.blur(small, (span | 1, span | 1)), np.float32)
    edge = as_mask(cv2.morphologyEx(small, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)) >= _EDGE_STEP)
    soft = _drifts(even, edge, span) | _drifts(even.T, edge.T, span).T
    # on thin ornament little is left inside: what is soft there is no shading of the drawing
    return float((soft & inside).sum() / max(int(inside.sum()), _MOSTLY_INSIDE * int((shown > 127).sum())))


def _drifts(even: NDArray[np.float32], edge: Mask, span: int) -> NDArray[np.bool_]:
    """Along each row, where a span before and one after go the same way, each by a soft step. Between them lies another:
    the edge of two like inks, which the mean has spread over one span, is not found on both its sides. Where the pixels
    themselves have an edge on both sides, stripes of like inks lie close together, and nothing is soft."""
    least, most = _SOFT_STEP
    step = even[:, span:] - even[:, :-span]
    before, after = step[:, : -2 * span], step[:, 2 * span :]
    slow, quick = np.minimum(np.abs(before), np.abs(after)), np.maximum(np.abs(before), np.abs(after))
    drifts = np.zeros(even.shape, dtype=bool)
    first = 3 * span // 2
    # a mean over a span, and one a span further: their step has seen two spans of pixels
    seen = cv2.dilate(np.ascontiguousarray(edge), np.ones((1, 2 * span | 1), np.uint8))[:, span // 2 :] > 0
    hard = seen[:, : before.shape[1]] & seen[:, 2 * span :][:, : before.shape[1]]
    drifts[:, first : first + before.shape[1]] = (slow >= least) & (quick <= most) & (before * after > 0) & ~hard
    return drifts


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
    least = _SLAB_SIDE * m.prepared.short_side
    if cv2.countNonZero(black) < least * least:
        return None
    # outlines that touch a box are no part of it
    side = max(3, round(0.9 * least))
    parts = parts_of(np.asarray(cv2.morphologyEx(black, cv2.MORPH_OPEN, np.ones((side, side), np.uint8)), np.uint8))
    if len(parts.areas) > _PATTERN:
        return None  # the fields of a flag
    for (left, top, width, height), area in zip(parts.boxes[1:].tolist(), parts.areas[1:].tolist(), strict=True):
        compact = max(width, height) <= _SLAB_ASPECT * min(width, height)
        filled = area / (width * height) >= limit("slab")
        if min(width, height) >= least and compact and filled and _stands_alone(black, Box(left, top, width, height)):
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


def _stands_alone(black: Mask, box: Box) -> bool:
    """Whether no side of a box goes on in black: a piece of a frame, or of a panel with ornaments on it, is none."""
    left, top, right, bottom = int(box.left), int(box.top), int(box.right), int(box.bottom)
    reach = max(3, round(_SLAB_AROUND * min(box.width, box.height)))
    beside = (
        black[top:bottom, max(0, left - reach) : left],
        black[top:bottom, right : right + reach],
        black[max(0, top - reach) : top, left:right],
        black[bottom : bottom + reach, left:right],
    )
    return all(cv2.countNonZero(strip) <= _SLAB_JOINED * strip.size for strip in beside if strip.size)


def hairlines(m: Measured) -> Finding | None:
    width = _fine_px(m, "hairline_mm")
    count = _long_parts(m, _too_fine(m.ink_depth, width), width)
    if not count:
        return None
    return Finding(
        "hairlines",
        Severity.CHOOSE,
        f"{count} thin lines are finer than {limit('hairline_mm'):.2g} mm at the usual print size; they may break up.",
        f"{count} under {LIMITS['hairline_mm']}",
        f"at least {LIMITS['hairline_mm']}",
        way_out="Thicken them, or print smaller details on paper instead of cloth.",
    )


def tiny_gaps(m: Measured) -> Finding | None:
    """Gaps inside the drawing's own outline; the open ground around it has no width to measure."""
    width = _fine_px(m, "gap_mm")
    count = _long_parts(m, _too_narrow(m.ink_depth, width), width)
    if not count:
        return None
    return Finding(
        "tiny_gaps",
        Severity.CHOOSE,
        f"{count} narrow gaps are under {limit('gap_mm'):.2g} mm at the usual print size; they may fill in.",
        f"{count} under {LIMITS['gap_mm']}",
        f"at least {LIMITS['gap_mm']}",
        way_out="Widen them, or close them on purpose.",
    )


def _too_fine(ink: Pixels, width: int) -> Mask:
    """Ink that a disc of this width does not fit into."""
    wide = at_least_wide(ink, width)
    return as_mask((cv2.subtract(ink, wide) > ink // 2) & (ink > GROUND_DEPTH // 2) & (wide <= GROUND_DEPTH))


def _too_narrow(ink: Pixels, width: int) -> Mask:
    """Ground that it does not fit into either, with ink on both sides."""
    ink_around = cv2.bitwise_not(at_least_wide(np.asarray(cv2.bitwise_not(ink), np.uint8), width))
    return as_mask((ink < ink_around // 2) & (ink_around > 2 * GROUND_DEPTH))


def _fine_px(m: Measured, needed: str) -> int:
    """The least printable width in whole working pixels, at the printed size or else at a full front print."""
    px_per_mm = m.px_per_mm or max(m.prepared.pixels.shape[:2]) / _USUAL_WIDTH_MM
    return max(1, math.ceil(limit(needed) * px_per_mm / m.prepared.factor - 1e-6))


def _long_parts(m: Measured, residue: NDArray[np.uint8], width: int) -> int:
    """Parts that are long for their width: the tips of corners are short, and print as a slightly rounder corner."""
    if not cv2.countNonZero(residue):
        return 0
    boxes = parts_of(residue).boxes[1:]
    least = max(12 * width, 0.02 * m.prepared.short_side)
    return int((np.maximum(boxes[:, 2], boxes[:, 3]) >= least).sum()) if len(boxes) else 0


def invisible_on_cloth(m: Measured) -> Finding | None:
    """How much of the drawing has the cloth's own colour and no other ink around it."""
    if not m.asked.cloth_rgb or not m.shown.any():
        return None
    like_cloth = _like_cloth(m)
    if like_cloth <= limit("invisible"):
        return None  # not even if all of it were lost
    apart = distance_to(m.prepared.lab, lab_of_hex(m.asked.cloth_rgb))
    lost = lost_on_cloth(apart, m.shown)
    # the inks say how much it is (grain takes pixels of one ink past any limit), the pixels how much of that is lost
    share = like_cloth * cv2.countNonZero(as_mask(lost)) / max(1, int((m.shown & (apart < TOLD_APART)).sum()))
    if share <= limit("invisible"):
        return None
    all_lost = share >= limit("invisible_all")
    return Finding(
        "invisible_on_cloth",
        Severity.BLOCKED if all_lost else Severity.CHOOSE,
        f"{percent(share)} of the drawing has almost the colour of the cloth and will not be seen.",
        percent(share),
        f"at most {LIMITS['invisible']}",
        way_out="Pick another cloth colour, add an outline, or change the drawing's colours.",
        where_px=_places(m, as_mask(lost)),
    )


def _like_cloth(m: Measured) -> float:
    """Share of the drawing's inks that are not told from the cloth."""
    near = (share for ink, share in m.inks.colours if delta_e(ink, m.asked.cloth_rgb) < TOLD_APART)
    return sum(near) / max(1e-6, sum(share for _, share in m.inks.colours))


def _places(m: Measured, where: Mask) -> Box | None:
    box = box_of(where)
    return box.scaled(m.prepared.factor) if box else None
