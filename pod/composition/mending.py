"""Free and exact repairs: cut out the ground, erase stray marks, draw in the inks asked for, erase dust, move and pad, let colour
run on. Each is judged by the checks.

A repair stays only when no other check got worse by it. What a repair cannot bring back (a figure cut by the edge, a
scene behind it) is left to a person, with a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition import plans
from pod.composition.ground import GroundKind
from pod.composition.inkmap import too_many_inks
from pod.composition.inspection import Inspection, inspect_for
from pod.composition.rules import LIMITS, percent
from pod.composition.steps import apply, replay
from pod.model.artwork import MendKind, MendStep
from pod.model.findings import Finding, Findings, Severity

Pixels = NDArray[np.uint8]
Asks = Callable[[Inspection], Finding | None]

_CHOKES: Final = (0, 1, 2)
"""Working pixels by which a cut goes into the ink, one after the other, while a rim of the ground is left."""


@dataclass(frozen=True, slots=True)
class Mended:
    """`steps` replay to exactly `pixels`. `findings`: what was fixed, with numbers before and after, and what is left."""

    pixels: Pixels
    steps: tuple[MendStep, ...]
    findings: Findings


def mend(pixels: Pixels, inspection: Inspection) -> Mended:
    """Repairs what is free to repair; `pixels` is not touched, and given back as it is when there is nothing to do."""
    piece = _Workpiece(pixels, inspection)
    for repair in (_cut_out, _erase_marks, _redraw_and_tidy):
        repair(piece)
    return Mended(piece.pixels, piece.steps, _told(piece))


def _nothing(_: Inspection) -> Finding | None:
    return None


class _Workpiece:
    """The picture in hand, and what was measured of it. `seen` are all findings on the way: under a checkerboard, places are
    found only later.

    What it came as is nobody's to change. What was tried in vain is undone by doing the rest once more: a picture of 4096
    pixels has 64 MB, and none is held only to go back to.
    """

    def __init__(self, came: Pixels, inspection: Inspection) -> None:
        self.came, self.pixels, self.inspection = came, came, inspection
        self.steps: tuple[MendStep, ...] = ()
        self.seen: tuple[Finding, ...] = ()
        self.hidden: tuple[Finding, ...] = ()
        """What is still there, and no check finds since the drawing was moved."""

    @property
    def is_clear(self) -> bool:
        return self.inspection.measured_ground.kind is GroundKind.TRANSPARENT

    def take(self, *todo: plans.Plan, must_go: Asks = _nothing) -> tuple[str, ...]:
        """Does what is planned, and keeps it where no check got worse by it and what `must_go` is gone. Returns the rules that
        spoke against it."""
        pixels, steps = self._done(todo)
        if self._shows(steps):
            seen = self._look_at(pixels)
            against = tuple(rule for rule in got_worse(self.inspection, seen) if rule not in _excused(steps))
            if not against and (left := must_go(seen)):
                against = (left.rule,)
            if against:
                del pixels
                self.pixels = replay(self.came, self.steps)
                return against
            self.hidden += tuple(_hidden_by_moving(self.inspection, seen, steps))
            self.seen, self.inspection = self.seen + self.inspection.findings.found, seen
        self.pixels, self.steps = pixels, self.steps + steps
        return ()

    def _done(self, todo: tuple[plans.Plan, ...]) -> tuple[Pixels, tuple[MendStep, ...]]:
        pixels, self.pixels = self.pixels, self.came  # let go of: it is changed where it lies
        steps = tuple[MendStep, ...]()
        for plan in todo:
            step = plan(pixels, self.inspection, self.steps + steps)
            if step is None:
                continue
            if (
                pixels is self.came and step.kind is not MendKind.MOVE_AND_PAD
            ):  # which reads one picture and writes another
                pixels = pixels.copy()
            pixels = apply(pixels, step)
            steps += (step,)
        return pixels, steps

    def _shows(self, steps: tuple[MendStep, ...]) -> bool:
        """Whether a check can say anything new: colour that runs on under what is clear is seen by nobody."""
        return not {s.kind for s in steps} <= {MendKind.BLEED_COLOUR} or bool(
            steps and self.inspection.finding("hidden_colour")
        )

    def _look_at(self, pixels: Pixels) -> Inspection:
        """Held against the same questions, with the ground that was cut away as the one that may have left a rim."""
        asked = self.inspection.asked
        return inspect_for(pixels, replace(asked, expected_ground=asked.expected_ground or self.inspection.ground))


_NOT_BY_MOVING: Final = frozenset({"stray_words", "frame_line"})
"""They are told by where they lie: in a corner, along the sides."""


def _hidden_by_moving(before: Inspection, after: Inspection, steps: tuple[MendStep, ...]) -> Iterator[Finding]:
    move = next((step for step in steps if step.kind is MendKind.MOVE_AND_PAD), None)
    if move is None:
        return
    right, down = -float(move.values["left"]), -float(move.values["top"])
    for finding in before.findings.found:
        if finding.rule in _NOT_BY_MOVING and after.finding(finding.rule) is None:
            where = finding.where_px and finding.where_px.moved(right, down)
            yield replace(finding, where_px=where, also_px=tuple(box.moved(right, down) for box in finding.also_px))


_NEVER_NEW: Final = frozenset({"blank", "half_transparent", "black_slab"})
_TIDIED_LATER: Final = frozenset({"specks", "hidden_colour"})
"""What a cut may leave behind, because it is swept up afterwards."""

_NOT_BY_A_CUT: Final = frozenset(
    {"gradients", "colours", "off_palette", "unprintable_colours", "stray_words", "several_subjects", "frame_line"}
)
"""What is drawn was drawn before: taking its ground away only lets it be seen more clearly."""


_HIDDEN_BY_A_MARK: Final = _NOT_BY_A_CUT | {"off_centre", "too_small", "specks"}
"""The drawing was so before, and its mark was taken for a part of it. Where it then lies is mended next."""


def _excused(steps: tuple[MendStep, ...]) -> frozenset[str]:
    return _HIDDEN_BY_A_MARK if any(step.kind is MendKind.ERASE_MARKS for step in steps) else frozenset()


def got_worse(before: Inspection, after: Inspection) -> tuple[str, ...]:
    """Rules that fail after a repair and did not before; one that could not be measured before is not a worsening."""
    had = {f.rule for f in before.findings.found}
    unknown = set(before.findings.not_measured) - _NEVER_NEW
    if before.measured_ground.kind is not GroundKind.TRANSPARENT:
        unknown |= _NOT_BY_A_CUT
    swept = _TIDIED_LATER if before.measured_ground.kind is not GroundKind.TRANSPARENT else frozenset()
    return tuple(f.rule for f in after.findings.found if f.rule not in had | unknown | swept)


def _cut_out(piece: _Workpiece) -> None:
    """With the marks that stand on the ground, where they may go."""
    ground = piece.inspection.measured_ground
    able = ground.kind in (GroundKind.FLAT, GroundKind.CHECKER) or ground.shading is not None
    if not able or _no_cut(piece.inspection):
        return
    with_marks = plans.may_erase_marks(piece.pixels, piece.inspection) and _cut(
        piece, plans.erase_marks, must_go=_stray_words
    )
    if not with_marks:
        _cut(piece)


_LEFT_ALONG_A_CUT: Final = frozenset({"halo", "hairlines"})
"""A rim of the ground; and the outermost pixels of a soft edge, where the next ones are clearer than they."""


def _cut(piece: _Workpiece, *more: plans.Plan, must_go: Asks = _nothing) -> bool:
    """A little into the ink where a rim would stay otherwise."""
    for choke_px in _CHOKES:
        against = piece.take(plans.key_out(choke_px), *more, must_go=must_go)
        if not against:
            key, *others = piece.steps
            piece.steps = (replace(key, after=f"{_see_through(piece.pixels)} see-through"), *others)
            return True
        if not set(against) <= _LEFT_ALONG_A_CUT:
            break
    return False


def _see_through(pixels: Pixels) -> str:
    alpha = np.ascontiguousarray(pixels[::4, ::4, 3])
    return percent(float(cv2.countNonZero(alpha ^ 255) / alpha.size))


def _no_cut(inspection: Inspection) -> bool:
    return any(inspection.finding(rule) for rule in ("blank", "fades_out"))


def _stray_words(inspection: Inspection) -> Finding | None:
    return inspection.finding("stray_words")


def _erase_marks(piece: _Workpiece) -> None:
    """Before the drawing is moved: a mark beside it has its part in where its middle seems to be."""
    if piece.is_clear and plans.may_erase_marks(piece.pixels, piece.inspection):
        piece.take(plans.erase_marks, must_go=_stray_words)


def _redraw_and_tidy(piece: _Workpiece) -> None:
    """Inks, and dust, place and hidden colour, which cannot disturb each other: judged together, and apart only where together
    they did not do."""
    tidy = (plans.despeck, plans.move, plans.bleed) if piece.is_clear else ()
    if too_many_inks(piece.inspection) is None:
        piece.take(*tidy)
    elif piece.take(plans.to_inks, *tidy, must_go=too_many_inks) and tidy:
        piece.take(plans.to_inks, must_go=too_many_inks)
        piece.take(*tidy)


_WORDS: Final[Mapping[MendKind, Mapping[str, str]]] = {
    MendKind.KEY_OUT: {
        "checkerboard": "We cut it away.",
        "opaque_ground": "We cut it away.",
        "ground_not_flat": "We cut it away, shade by shade.",
        "unexpected_ground": "We cut it away by the colour it has.",
    },
    MendKind.ERASE_MARKS: {"stray_words": "We erased it: the drawing was to be without words."},
    MendKind.QUANTISE: {
        "off_palette": "We drew each area in the nearest ink that was asked for.",
        "colours": "We drew those that are nearly alike as one.",
    },
    MendKind.DESPECK: {"specks": "We removed it all."},
    MendKind.MOVE_AND_PAD: {
        "off_centre": "We moved it to the middle.",
        "margin": "We added empty space around it.",
        "too_small": "We cropped the empty space.",
    },
    MendKind.BLEED_COLOUR: {"hidden_colour": "We let the drawing's own colour run on underneath."},
}
"""What a person is told of a step when a finding is gone."""

_AFTER: Final[Mapping[str, Callable[[Inspection], str]]] = {
    **dict.fromkeys(_WORDS[MendKind.KEY_OUT], lambda _: "see-through"),
    "off_palette": lambda _: f"at most {LIMITS['off_palette']}",
    "colours": lambda i: f"{len(i.inks)} colours",
    "specks": lambda _: "0",
    "off_centre": lambda i: percent(max(abs(v) for v in i.off_centre)),
    "margin": lambda i: percent(i.smallest_margin),
    "too_small": lambda i: percent(i.filled),
}
"""Its number afterwards; of all others there is none."""


def _told(piece: _Workpiece) -> Findings:
    """What was fixed, then what is left. Without a step the findings are what they were."""
    now = piece.inspection.findings + Findings(piece.hidden)
    left = {f.rule for f in now.found}
    gone = {f.rule: f for f in piece.seen if f.rule not in left}
    words = {rule: said for step in piece.steps for rule, said in _WORDS[step.kind].items()}
    return Findings(tuple(_fixed(f, piece.inspection, words) for f in gone.values()) + now.found, now.not_measured)


def _fixed(finding: Finding, after: Inspection, words: Mapping[str, str]) -> Finding:
    said = words.get(finding.rule, "It is gone with the other repairs.")
    number = _AFTER[finding.rule](after) if finding.rule in _AFTER else "none"
    return replace(finding, severity=Severity.FIXED, message=f"{finding.message} {said}", after=number, way_out="")
