"""Free and exact repairs: cut out the ground, draw in the inks asked for, erase dust, move and pad, let colour run on. Each is judged by the checks.

A repair stays only when no other check got worse by it. What a repair cannot bring back (a figure cut by the edge, a
scene behind it) is left to a person, with a sentence.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.ground import GroundKind
from pod.composition.inkmap import to_asked_inks, too_many_inks
from pod.composition.inspection import Inspection, inspect_for
from pod.composition.labspace import lab_of_hex
from pod.composition.prepared import EMPTY_BELOW
from pod.composition.rules import LIMITS, limit, percent
from pod.composition.steps import apply
from pod.imaging.colour import delta_e
from pod.model.artwork import MendKind, MendStep
from pod.model.findings import Finding, Findings, Severity

Pixels = NDArray[np.uint8]

_VIVID_CHROMA: Final = 20.0
_FAINT: Final = 24.0
"""ΔE from the vivid ground that was asked for, up to which what is seen through a gap is ground: half of what parts it from
every ink. Any other ground that a picture came with may lie nearer to its inks."""

_SMEARED: Final = 14.0
"""Levels: as far off the line between a ground without hue and the ink does a JPEG smear the edge's colour."""

_ISLAND_VIVID_PX: Final = 9.0
_ISLAND_NEUTRAL: Final = 0.0005
"""Of the picture. A vivid ground's colour inside the subject is ground however small; a white ground's may be an eye."""


_CHOKES: Final = (0, 1, 2)
"""Working pixels by which a cut goes into the ink, one after the other, while a rim of the ground is left."""

_RING, _ASKED_RING = 1.0, 2.0
"""A smaller island is ground if the ink between it and the ground around is no thicker than this much of its own width:
the hole of a letter or of a ring is, the white in an eye is not. A ground that was asked for is in no ink that was."""


@dataclass(frozen=True, slots=True)
class Mended:
    """`steps` replay to exactly `pixels`. `findings`: what was fixed, with numbers before and after, and what is left."""

    pixels: Pixels
    steps: tuple[MendStep, ...]
    findings: Findings


def mend(pixels: Pixels, inspection: Inspection) -> Mended:
    """Repairs what is free to repair; `pixels` is not touched, and given back as it is when there is nothing to do."""
    state = _State(pixels, inspection, ())
    for repair in (_cut_out, _to_inks, _tidy):
        state = repair(state)
    return Mended(state.pixels, state.steps, _told(state))


@dataclass(frozen=True, slots=True)
class _State:
    """Where the mending stands. `seen` are all findings on the way: under a checkerboard, places are found only later."""

    pixels: Pixels
    inspection: Inspection
    steps: tuple[MendStep, ...]
    seen: tuple[Finding, ...] = ()

    def own(self) -> Pixels:
        """Pixels that a step may change."""
        return self.pixels.copy()

    def after(self, pixels: Pixels, steps: tuple[MendStep, ...]) -> _State:
        """The state with `steps` done, unless a check got worse by them: then as it was."""
        seen = self.seen_after(pixels)
        return self if got_worse(self.inspection, seen) else self.became(pixels, seen, steps)

    def seen_after(self, pixels: Pixels) -> Inspection:
        """Held against the same questions, with the ground that was cut away as the one that may have left a rim."""
        asked = self.inspection.asked
        return inspect_for(pixels, replace(asked, expected_ground=asked.expected_ground or self.inspection.ground))

    def became(self, pixels: Pixels, seen: Inspection, steps: tuple[MendStep, ...]) -> _State:
        return _State(pixels, seen, self.steps + steps, self.seen + self.inspection.findings.found)


_NEVER_NEW: Final = frozenset({"blank", "half_transparent", "black_slab"})
_TIDIED_LATER: Final = frozenset({"specks", "hidden_colour"})
"""What a cut may leave behind, because it is swept up afterwards."""


_NOT_BY_A_CUT: Final = frozenset(
    {"gradients", "colours", "off_palette", "unprintable_colours", "stray_words", "several_subjects", "frame_line"}
)
"""What is drawn was drawn before: taking its ground away only lets it be seen more clearly."""


def got_worse(before: Inspection, after: Inspection) -> tuple[str, ...]:
    """Rules that fail after a repair and did not before; one that could not be measured before is not a worsening."""
    had = {f.rule for f in before.findings.found}
    unknown = set(before.findings.not_measured) - _NEVER_NEW
    if before.measured_ground.kind is not GroundKind.TRANSPARENT:
        unknown |= _NOT_BY_A_CUT
    swept = _TIDIED_LATER if before.measured_ground.kind is not GroundKind.TRANSPARENT else frozenset()
    return tuple(f.rule for f in after.findings.found if f.rule not in had | unknown | swept)


def _cut_out(state: _State) -> _State:
    """By the ground's own colour; a little into the ink where a rim of the ground would stay otherwise."""
    ground = state.inspection.measured_ground
    able = ground.kind in (GroundKind.FLAT, GroundKind.CHECKER) or ground.shading is not None
    if not able or _no_cut(state.inspection):
        return state
    for choke_px in _CHOKES:
        step = _key_out(state.inspection, choke_px)
        pixels = apply(state.own(), step)
        seen = state.seen_after(pixels)
        worse = got_worse(state.inspection, seen)
        if not worse:
            return state.became(pixels, seen, (replace(step, after=f"{_see_through(pixels)} see-through"),))
        if worse != ("halo",):
            break
    return state


def _key_out(inspection: Inspection, choke_px: int) -> MendStep:
    ground, factor = inspection.measured_ground, inspection.factor
    working_area = (inspection.width_px // factor) * (inspection.height_px // factor)
    vivid = math.hypot(*lab_of_hex(ground.colour)[1:]) > _VIVID_CHROMA
    values: dict[str, float | str] = {
        "ground": ground.colour,
        "second": ground.second,
        "tolerance": round(max(limit("ink_weak"), ground.shading_tolerance if ground.shading else ground.tolerance), 3),
        "island_px": _ISLAND_VIVID_PX if vivid else round(_ISLAND_NEUTRAL * working_area, 1),
        "tile_px": ground.tile_px,
        "ring": _ASKED_RING if _is_as_asked(inspection) else _RING,
        "shading": str(ground.shading or ""),
        "choke_px": choke_px * factor,
        "faint": _FAINT if _has_the_colour_asked_for(inspection) else 0.0,
        "smeared": _SMEARED,
    }
    return MendStep(MendKind.KEY_OUT, values, before="opaque")


def _see_through(pixels: Pixels) -> str:
    alpha = np.ascontiguousarray(pixels[::4, ::4, 3])
    return percent(float(cv2.countNonZero(alpha ^ 255) / alpha.size))


def _has_the_colour_asked_for(inspection: Inspection) -> bool:
    """Also where it is shaded, of which no check says so."""
    ground, wanted = inspection.measured_ground, inspection.asked.expected_ground
    return bool(wanted) and delta_e(ground.colour, wanted) <= limit("cloth_delta_e")


def _is_as_asked(inspection: Inspection) -> bool:
    wanted = inspection.asked.expected_ground
    return bool(wanted) and inspection.finding("unexpected_ground") is None


def _no_cut(inspection: Inspection) -> bool:
    return any(inspection.finding(rule) for rule in ("blank", "fades_out"))


def _to_inks(state: _State) -> _State:
    """In the inks that were asked for, or in as many; only where the picture then has them."""
    step = to_asked_inks(state.pixels, state.inspection)
    if step is None:
        return state
    pixels = apply(state.pixels, step)  # which reads one picture and writes another
    seen = state.seen_after(pixels)
    helped = too_many_inks(seen) is None
    return state.became(pixels, seen, (step,)) if helped and not got_worse(state.inspection, seen) else state


def _tidy(state: _State) -> _State:
    """Dust, place and hidden colour: three steps that cannot disturb each other, judged together."""
    if state.inspection.measured_ground.kind is not GroundKind.TRANSPARENT:
        return state
    pixels, steps = state.pixels, list[MendStep]()
    for plan in (_despeck, _move, _bleed):
        step = plan(pixels, state.inspection, bool(state.steps))
        if step is not None:
            is_own = steps or step.kind is MendKind.MOVE_AND_PAD  # which reads one picture and writes another
            pixels = apply(pixels if is_own else state.own(), step)
            steps.append(step)
    if {step.kind for step in steps} <= {MendKind.BLEED_COLOUR} and not state.inspection.finding("hidden_colour"):
        # it changes only what nobody sees, and nothing was wrong there: no check can say anything new
        return replace(state, pixels=pixels, steps=state.steps + tuple(steps))
    return state.after(pixels, tuple(steps))


def _despeck(_pixels: Pixels, inspection: Inspection, _keyed: bool) -> MendStep | None:
    finding = inspection.finding("specks")
    if finding is None:
        return None
    values: dict[str, float | str] = {"largest_share": limit("specks"), "apart_share": limit("speck_apart")}
    return MendStep(MendKind.DESPECK, values, before=f"{finding.measured} specks", after="none")


def _move(pixels: Pixels, inspection: Inspection, _keyed: bool) -> MendStep | None:
    """A window around the ink with even margins: moved in a frame of its own size where it fits, else padded or cropped."""
    misplaced = [f for rule in ("off_centre", "margin", "too_small") if (f := inspection.finding(rule))]
    if not misplaced or inspection.finding("cut_by_edge"):
        return None
    height_px, width_px = pixels.shape[:2]
    left, top, width, height = cv2.boundingRect((pixels[..., 3] >= EMPTY_BELOW).astype(np.uint8))
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


def _bleed(_pixels: Pixels, inspection: Inspection, keyed: bool) -> MendStep | None:
    finding = inspection.finding("hidden_colour")
    if finding is None and not keyed:
        return None
    before = finding.measured if finding else "cleared by the cut-out"
    return MendStep(MendKind.BLEED_COLOUR, {"reach_px": 4.0}, before=before, after="the drawing's own colour")


_Told = dict[str, tuple[str, Callable[[Inspection], str]]]

_DONE: Final[_Told] = {
    "checkerboard": ("We cut it away.", lambda _: "see-through"),
    "opaque_ground": ("We cut it away.", lambda _: "see-through"),
    "ground_not_flat": ("We cut it away, shade by shade.", lambda _: "see-through"),
    "unexpected_ground": ("We cut it away by the colour it has.", lambda _: "see-through"),
    "off_centre": ("We moved it to the middle.", lambda i: percent(max(abs(v) for v in i.off_centre))),
    "margin": ("We added empty space around it.", lambda i: percent(i.smallest_margin)),
    "too_small": ("We cropped the empty space.", lambda i: percent(i.filled)),
    "specks": ("We removed it all.", lambda _: "0"),
    "hidden_colour": ("We let the drawing's own colour run on underneath.", lambda _: "none"),
}
"""What a person is told when a finding is gone, and its number afterwards."""

_REDRAWN: Final[_Told] = {
    "off_palette": (
        "We drew each area in the nearest ink that was asked for.",
        lambda _: f"at most {LIMITS['off_palette']}",
    ),
    "colours": ("We drew those that are nearly alike as one.", lambda i: f"{len(i.inks)} colours"),
}
"""What more is told where inks were changed: these findings go with the ground, too, where they were its own."""


def _told(state: _State) -> Findings:
    """What was fixed, then what is left. Without a step the findings are what they were."""
    now = state.inspection.findings
    left = {f.rule for f in now.found}
    gone = {f.rule: f for f in state.seen if f.rule not in left}
    redrawn = any(step.kind is MendKind.QUANTISE for step in state.steps)
    done = _DONE | _REDRAWN if redrawn else _DONE
    return Findings(tuple(_fixed(f, state.inspection, done) for f in gone.values()) + now.found, now.not_measured)


def _fixed(finding: Finding, after: Inspection, done: _Told) -> Finding:
    words, number = done.get(finding.rule, ("It is gone with the other repairs.", lambda _: "none"))
    return replace(
        finding, severity=Severity.FIXED, message=f"{finding.message} {words}", after=number(after), way_out=""
    )
