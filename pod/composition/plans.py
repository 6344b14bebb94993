"""Which step a finding calls for, with the numbers that it takes. A plan looks at the picture in hand, at what was measured, and at
what was done to it before; it changes nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.ground import Ground
from pod.composition.inkmap import to_asked_inks
from pod.composition.inspection import Inspection
from pod.composition.labspace import alpha_of, distance_to, eight_bit_lab, lab_of_hex
from pod.composition.penned import is_penned
from pod.composition.prepared import EMPTY_BELOW, as_mask
from pod.composition.rules import limit
from pod.composition.steps import written
from pod.imaging.colour import delta_e
from pod.model.artwork import MendKind, MendStep
from pod.model.geometry import Box

Pixels = NDArray[np.uint8]
Steps = tuple[MendStep, ...]
Plan = Callable[[Pixels, Inspection, Steps], MendStep | None]

_VIVID_CHROMA: Final = 20.0
_FAINT: Final = 24.0
"""ΔE from the vivid ground that was asked for, up to which what is seen through a gap is ground: half of what parts it from
every ink. Any other ground that a picture came with may lie nearer to its inks."""

_SMEARED: Final = 14.0
"""Levels: as far off the line between a ground without hue and the ink does a JPEG smear the edge's colour."""

_FLECKS: Final = 24
"""One small spot that has more of the ground's hue than the ink around may be the light in an eye; worn ink has many."""

_LOOK_PX: Final = 64
_ISLAND_VIVID_PX: Final = 9.0
_ISLAND_NEUTRAL: Final = 0.0005
"""Of the picture. A vivid ground's colour inside the subject is ground however small; a white ground's may be an eye."""

_RING, _ASKED_RING = 1.0, 2.0
"""A smaller island is ground if the ink between it and the ground around is no thicker than this much of its own width:
the hole of a letter or of a ring is, the white in an eye is not. A ground that was asked for is in no ink that was."""

_MARK_REACH_PX: Final = 6
"""Working pixels around a mark's box within which what a JPEG left of it lies."""

_LEAVE_OTHER_COLOURS: Final = frozenset({MendKind.KEY_OUT, MendKind.QUANTISE})
"""Under what is clear then."""


def key_out(choke_px: int) -> Plan:
    """By the ground's own colour, `choke_px` working pixels into the ink."""
    return partial(_key_out, choke_px)


def _key_out(choke_px: int, _pixels: Pixels, inspection: Inspection, _done: Steps) -> MendStep:
    ground, factor = inspection.measured_ground, inspection.factor
    working_area = (inspection.width_px // factor) * (inspection.height_px // factor)
    vivid = math.hypot(*lab_of_hex(ground.colour)[1:]) > _VIVID_CHROMA
    values: dict[str, float | str] = {
        "ground": ground.colour,
        "second": ground.second,
        "tolerance": round(_tolerance(ground), 3),
        "island_px": _ISLAND_VIVID_PX if vivid else round(_ISLAND_NEUTRAL * working_area, 1),
        "tile_px": ground.tile_px,
        "ring": _ASKED_RING if _is_as_asked(inspection) else _RING,
        "shading": str(ground.shading or ""),
        "choke_px": choke_px * factor,
        "faint": _faint(inspection),
        "smeared": _SMEARED,
        "flecks": _FLECKS,
    }
    return MendStep(MendKind.KEY_OUT, values, before="opaque")


def _tolerance(ground: Ground) -> float:
    """How far (ΔE) from its colour, or from its surface where it is shaded, it is still ground."""
    return max(limit("ink_weak"), ground.shading_tolerance if ground.shading else ground.tolerance)


def _faint(inspection: Inspection) -> float:
    """Also where the ground is shaded, of which no check says so. Off the colour that was asked for it may be nearer to an ink
    by as much, and the middle between them by half of that."""
    ground, wanted = inspection.measured_ground, inspection.asked.expected_ground
    off = _off(ground, wanted) if wanted else math.inf
    if off <= limit("cloth_delta_e"):
        return _FAINT
    less = round(_FAINT - off / 2, 1)
    return less if less > _tolerance(ground) else 0.0


def _off(ground: Ground, wanted: str) -> float:
    """How far a ground is off a colour. A vignette is farther off at the border, where no drawing lies, than on the whole."""
    if ground.shading is None:
        return delta_e(ground.colour, wanted)
    surface = eight_bit_lab(ground.shading.whole((_LOOK_PX, _LOOK_PX)))
    return float(np.median(distance_to(surface, lab_of_hex(wanted))))


def _is_as_asked(inspection: Inspection) -> bool:
    wanted = inspection.asked.expected_ground
    return bool(wanted) and inspection.finding("unexpected_ground") is None


def may_erase_marks(pixels: Pixels, inspection: Inspection) -> bool:
    """Only from a drawing that was asked for without words: lettering of a person's own picture is theirs. Only what is
    small: a drawing in which much is written is another drawing. And only what was written: a sun is looked at by a person."""
    marks, picture = _marks(inspection), inspection.width_px * inspection.height_px
    shares = [mark.width * mark.height / picture for mark in marks]
    small = bool(marks) and max(shares) <= limit("mark_share") and sum(shares) <= limit("marks_share")
    if not (inspection.asked.wordless and small):
        return False
    return all(is_penned(pixels, mark, inspection.measured_ground) for mark in marks)


def _marks(inspection: Inspection) -> tuple[Box, ...]:
    finding = inspection.finding("stray_words")
    return () if finding is None or finding.where_px is None else (finding.where_px, *finding.also_px)


def erase_marks(_pixels: Pixels, inspection: Inspection, _done: Steps) -> MendStep:
    marks = _marks(inspection)
    values: dict[str, float | str] = {"boxes": written(marks), "reach_px": float(_MARK_REACH_PX * inspection.factor)}
    before = "1 mark" if len(marks) == 1 else f"{len(marks)} marks"
    return MendStep(MendKind.ERASE_MARKS, values, before=before, after="none")


def to_inks(_pixels: Pixels, inspection: Inspection, _done: Steps) -> MendStep | None:
    return to_asked_inks(inspection)


def despeck(_pixels: Pixels, inspection: Inspection, _done: Steps) -> MendStep | None:
    finding = inspection.finding("specks")
    if finding is None:
        return None
    values: dict[str, float | str] = {"largest_share": limit("specks"), "apart_share": limit("speck_apart")}
    return MendStep(MendKind.DESPECK, values, before=f"{finding.measured} specks", after="none")


def move(pixels: Pixels, inspection: Inspection, _done: Steps) -> MendStep | None:
    """A window around the ink with even margins: moved in a frame of its own size where it fits, else padded or cropped."""
    misplaced = [f for rule in ("off_centre", "margin", "too_small") if (f := inspection.finding(rule))]
    if not misplaced or inspection.finding("cut_by_edge"):
        return None
    height_px, width_px = pixels.shape[:2]
    left, top, width, height = cv2.boundingRect(as_mask(alpha_of(pixels) >= EMPTY_BELOW))
    scale = _window_scale(width, height, width_px, height_px, cropped=inspection.finding("too_small") is not None)
    new_width, new_height = math.ceil(width_px * scale), math.ceil(height_px * scale)
    window: dict[str, float | str] = {
        "left": left + (width - new_width) // 2,
        "top": top + (height - new_height) // 2,
        "width": new_width,
        "height": new_height,
    }
    if (new_width, new_height, window["left"], window["top"]) == (width_px, height_px, 0, 0):
        return None
    before = "; ".join(f"{f.rule} {f.measured}" for f in misplaced)
    return MendStep(MendKind.MOVE_AND_PAD, window, before=before, after="in the middle, even margins")


def _window_scale(width: int, height: int, width_px: int, height_px: int, *, cropped: bool) -> float:
    """How much larger the new frame is than the old one, in its own proportions."""
    if cropped:
        filled = limit("filled_after_crop")
        return max(width / (filled * width_px), height / (filled * height_px))
    air = 2 * (limit("margin") + 0.001) * min(width_px, height_px)
    return max(1.0, width / (width_px - air), height / (height_px - air))


def bleed(_pixels: Pixels, inspection: Inspection, done: Steps) -> MendStep | None:
    finding = inspection.finding("hidden_colour")
    if finding is None and not any(step.kind in _LEAVE_OTHER_COLOURS for step in done):
        return None
    before = finding.measured if finding else "cleared by the cut-out"
    return MendStep(MendKind.BLEED_COLOUR, {"reach_px": 4.0}, before=before, after="the drawing's own colour")
