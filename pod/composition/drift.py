"""What an edit has changed: the picture after it laid exactly over the one before, and the two compared.

A model that is asked for blue fur may also move, enlarge or redraw what nobody asked about. So the unchanged parts are
registered first, by shift, scale and turn; what differs after that is the change, and how far they had to be moved is
the drift.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.labspace import Pixels, eight_bit_lab
from pod.composition.prepared import Mask, as_mask, box_of, disc, working_copy
from pod.composition.rules import LIMITS, limit, percent
from pod.imaging.colour import Rgb
from pod.model.change import Change
from pod.model.findings import Finding, Findings, Severity
from pod.model.geometry import Box

_WORKING_PX: Final = 1024
"""The longest side on which pictures are compared: half a pixel there is a tenth of a millimetre on a shirt."""

_PAPER: Final[Rgb] = (128, 128, 128)
"""What stands behind both pictures: in the middle of all inks, so that black and white ink both stand out."""

_FIT_PX: Final = 512
_COARSE_PX: Final = 128
_STEPS: Final = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 50, 1e-6)
_LEAST_CHANGE: Final = 0.001
_MOST_CHANGE: Final = 0.8
_LOOKS: Final = 2
"""How often what differs is left out and the rest is registered again: a new hat must not pull at the fox below it."""

_PLAIN_EDGE: Final = 24.0
"""Sobel's answer to an edge that is plainly there: five levels of L*a*b*."""

_WORTH_A_LOOK: Final = 0.2
_LEAST_LIKENESS: Final = 0.35
"""Correlation of the edges from which on two pictures show the same drawing at all."""

_LEAST_AROUND: Final = 0.1
"""Share of a picture by which it can be laid on another; what was asked about is left out only where more than that stays."""

_LEAST_SCALE: Final = 0.5
"""What would be shrunk or grown by more is no edit of the same picture."""

_GAP: Final = 0.02
"""Changes nearer to each other than this share of the side are one region."""

_OF_THE_REGION: Final = 0.25
"""A part of the change that is at least this share of the largest one belongs to what was asked for."""

_OUTLINE: Final[Rgb] = (214, 32, 143)
_BESIDE_GAP_PX: Final = 16


Edges = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Compared:
    """`change` is in numbers; `region` is where the change lies, in pixels of `before`, on which `after` has been laid by
    `matrix`, as OpenCV takes it."""

    change: Change
    region: Mask
    before: Pixels
    after: Pixels
    matrix: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Fit:
    """How `after` has to be moved to lie on `before`: `matrix` as OpenCV takes it. `likeness` 0 is: it cannot."""

    matrix: NDArray[np.float32]
    likeness: float

    @property
    def registered(self) -> bool:
        return self.likeness >= _LEAST_LIKENESS

    def enlarged(self, factor: float) -> _Fit:
        """The same on a picture that is `factor` times as large."""
        matrix = self.matrix.copy()
        matrix[:, 2] *= factor
        return _Fit(matrix, self.likeness)


def compare(before: Pixels, after: Pixels, *, asked: Box | None = None) -> Compared:
    """Both height × width × 4, straight alpha; `after` may have another size. `asked` is where the edit was to be, in
    shares of the sides of `before`; without it, that is taken to be where most of the change lies."""
    first, second = _on_paper(before), _on_paper(after)
    second = _sized(second, first.shape[1], first.shape[0])
    around = _around(asked, first.shape)
    fit = _registered(first, second, around)
    aligned = _laid(second, fit.matrix) if fit.registered else second
    changed, drawn = _changed(first, aligned), _drawn(first, aligned)
    region = _asked_region(asked, changed.shape) if asked else _main_part(changed)
    return Compared(_numbers(fit, changed, drawn, region), region, first, aligned, fit.matrix)


def drift_findings(change: Change, *, whole: bool = False) -> Findings:
    """What of a change was more, or less, than was asked for. `whole`: the edit was to change all of the picture."""
    return Findings(tuple(_found(change, whole=whole)))


def shows_the_same(change: Change) -> bool:
    """Whether the second picture is the first and nothing else: a copy in another size, say, that a service has made."""
    return (
        change.registered
        and change.changed <= limit("same_changed")
        and change.shift <= limit("edit_shift")
        and abs(change.scale - 1) <= limit("edit_scale")
    )


def shown_beside(compared: Compared) -> Pixels:
    """Before and after beside each other, the region of the change outlined in both."""
    contours, _ = cv2.findContours(cv2.dilate(compared.region, disc(4)), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    pair = [_outlined(picture, contours) for picture in (compared.before, compared.after)]
    gap = np.full((pair[0].shape[0], _BESIDE_GAP_PX, 3), 255, dtype=np.uint8)
    return np.hstack([pair[0], gap, pair[1]])


# --- registering


def _on_paper(pixels: Pixels) -> Pixels:
    rgb, alpha, _ = working_copy(pixels)
    size = _shrunk(alpha.shape, _WORKING_PX)
    share = alpha.astype(np.float32)[..., None] / 255
    whole = rgb * share + np.array(_PAPER, np.float32) * (1 - share)
    return _sized(np.rint(whole).astype(np.uint8), *size)


def _sized(rgb: Pixels, width: int, height: int) -> Pixels:
    if rgb.shape[:2] == (height, width):
        return rgb
    shrinks = width < rgb.shape[1]
    return np.asarray(
        cv2.resize(rgb, (width, height), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR), np.uint8
    )


def _registered(first: Pixels, second: Pixels, around: Mask) -> _Fit:
    """By their edges, which a new colour leaves where they are: coarse first, then fine, the change left out."""
    size = _shrunk(first.shape, _FIT_PX)
    factor = first.shape[1] / size[0]
    one, other = (_edges(_sized(picture, *size)) for picture in (first, second))
    around = as_mask(_sized(around, *size) > 0)
    fit = _coarse(one, other, around)
    for _ in range(_LOOKS if fit.likeness >= _WORTH_A_LOOK else 0):
        away = _sized(_changed(first, _laid(second, fit.enlarged(factor).matrix)), *size)
        if not _LEAST_CHANGE * away.size <= cv2.countNonZero(away) <= _MOST_CHANGE * away.size:
            break
        same = ~np.asarray(cv2.dilate(as_mask(away > 0), disc(4)), np.uint8)
        better = _fitted(one, other, fit.matrix, same & around)
        if better.likeness <= 0 or np.allclose(better.matrix, fit.matrix, atol=1e-3):
            break
        fit = better
    return fit.enlarged(factor)


def _shrunk(shape: tuple[int, ...], longest_px: int) -> tuple[int, int]:
    """Width and height of a copy whose longest side is not more than that."""
    scale = min(1.0, longest_px / max(shape[:2]))
    return max(1, round(shape[1] * scale)), max(1, round(shape[0] * scale))


def _edges(rgb: Pixels) -> Edges:
    lab = eight_bit_lab(rgb).astype(np.float32)
    across = [cv2.Sobel(lab[..., n], cv2.CV_32F, 1, 0) for n in range(3)]
    down = [cv2.Sobel(lab[..., n], cv2.CV_32F, 0, 1) for n in range(3)]
    steep = np.sqrt(sum(np.square(a) + np.square(d) for a, d in zip(across, down, strict=True)))
    # how steep an edge is depends on both its colours; that there is one does not
    return np.asarray(cv2.GaussianBlur(steep / (steep + _PLAIN_EDGE), (0, 0), 1.5), dtype=np.float32)


def _around(asked: Box | None, shape: Sequence[int]) -> Mask:
    """What the two pictures are laid on each other by: all of it, without what was to become another."""
    everywhere = np.full(shape[:2], 255, dtype=np.uint8)
    around = everywhere & ~_asked_region(asked, shape) if asked else everywhere
    return around if cv2.countNonZero(around) > _LEAST_AROUND * around.size else everywhere


def _coarse(one: Edges, other: Edges, around: Mask) -> _Fit:
    """On small copies, where a shift of a tenth of the picture is a step that can be climbed: from where it stands, and from
    where phase correlation puts it."""
    size = _shrunk(one.shape, _COARSE_PX)
    small, moved = (np.asarray(cv2.resize(e, size, interpolation=cv2.INTER_AREA), np.float32) for e in (one, other))
    still = np.eye(2, 3, dtype=np.float32)
    shifted = still.copy()
    # it writes its window into what it is given, where that needs no padding
    (shifted[0, 2], shifted[1, 2]), _ = cv2.phaseCorrelate(
        small.copy(), moved.copy(), cv2.createHanningWindow(size, cv2.CV_32F)
    )
    where = np.asarray(cv2.resize(around, size, interpolation=cv2.INTER_NEAREST), np.uint8)
    best = max((_fitted(small, moved, start, where) for start in (still, shifted)), key=lambda fit: fit.likeness)
    if best.likeness < _WORTH_A_LOOK:
        return best
    start = best.enlarged(one.shape[1] / size[0]).matrix
    return _fitted(one, other, start, around)


def _fitted(one: Edges, other: Edges, start: NDArray[np.float32], where: Mask) -> _Fit:
    """By shift, and then by scale and turn as well, where those can be told: a disc has no turn."""
    shift = _climbed(one, other, _shift_alone(start, one.shape), where, cv2.MOTION_TRANSLATION)
    whole = _climbed(one, other, shift.matrix if shift.likeness else start, where, cv2.MOTION_AFFINE)
    return max((shift, whole), key=lambda fit: fit.likeness)


def _shift_alone(matrix: NDArray[np.float32], shape: Sequence[int]) -> NDArray[np.float32]:
    """How far it moves the middle: round things are turned for nothing, and what begins with such a turn does not find back."""
    middle = np.array((shape[1] / 2, shape[0] / 2), np.float32)
    alone = np.eye(2, 3, dtype=np.float32)
    alone[:, 2] = matrix[:, :2] @ middle + matrix[:, 2] - middle
    return alone


def _climbed(one: Edges, other: Edges, start: NDArray[np.float32], where: Mask, motion: int) -> _Fit:
    """Evangelidis and Psarakis' enhanced correlation, from `start`; no likeness where it finds no way up."""
    if not one.any() or not other.any():
        return _Fit(start, 0.0)
    try:
        likeness, found = cv2.findTransformECC(one, other, start.copy(), motion, _STEPS, where, 5)
    except cv2.error:
        return _Fit(start, 0.0)
    matrix = np.asarray(found, np.float32)
    grown = math.sqrt(abs(float(np.linalg.det(matrix[:, :2]))))
    return _Fit(matrix, float(likeness) if _LEAST_SCALE < grown < 1 / _LEAST_SCALE else 0.0)


def _laid(rgb: Pixels, matrix: NDArray[np.float32]) -> Pixels:
    height, width = rgb.shape[:2]
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return np.asarray(
        cv2.warpAffine(rgb, matrix, (width, height), flags=flags, borderMode=cv2.BORDER_REPLICATE), np.uint8
    )


# --- comparing


def _changed(first: Pixels, second: Pixels) -> Mask:
    """Where the colour is plainly another one, a hair's breadth along edges left out."""
    one, other = (
        eight_bit_lab(p).astype(np.float32) * np.array((100 / 255, 1, 1), np.float32) for p in (first, second)
    )
    away = np.linalg.norm(one - other, axis=-1)
    return np.asarray(cv2.morphologyEx(as_mask(away > limit("edit_delta_e")), cv2.MORPH_OPEN, disc(2)), np.uint8)


def _drawn(first: Pixels, second: Pixels) -> Mask:
    """Where either picture shows anything: empty ground says nothing about an edit."""
    paper = np.array(_PAPER, np.int16)
    ink = [(np.abs(p.astype(np.int16) - paper).max(axis=-1) > 8) for p in (first, second)]
    return as_mask(ink[0] | ink[1])


def _asked_region(asked: Box, shape: Sequence[int]) -> Mask:
    height, width = shape[:2]
    region = np.zeros((height, width), dtype=np.uint8)
    left, top = max(0, round(asked.left * width)), max(0, round(asked.top * height))
    region[top : round(asked.bottom * height), left : round(asked.right * width)] = 255
    return region


def _main_part(changed: Mask) -> Mask:
    """The largest connected part of the change, and what is not much smaller: the rest is elsewhere."""
    reach = max(2, round(_GAP * max(changed.shape)))
    joined = np.asarray(cv2.morphologyEx(changed, cv2.MORPH_CLOSE, disc(reach)), np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    if count < 2:
        return np.zeros_like(changed)
    areas = stats[1:, cv2.CC_STAT_AREA]
    kept = 1 + np.flatnonzero(areas >= _OF_THE_REGION * areas.max())
    return as_mask(np.isin(labels, kept))


def _numbers(fit: _Fit, changed: Mask, drawn: Mask, region: Mask) -> Change:
    height, width = changed.shape
    around = drawn & ~np.asarray(cv2.dilate(region, disc(4)), np.uint8)
    box = box_of(region)
    shift, scale, turn = _moved(fit.matrix, width, height) if fit.registered else ((0.0, 0.0), 1.0, 0.0)
    return Change(
        registered=fit.registered,
        changed=_share(changed & drawn, drawn),
        elsewhere=_share(changed & around, around),
        shift_right=shift[0] / width,
        shift_down=shift[1] / height,
        scale=scale,
        turn_degrees=turn,
        region=Box(box.left / width, box.top / height, box.width / width, box.height / height) if box else None,
    )


def _share(part: Mask, whole: Mask) -> float:
    size = cv2.countNonZero(whole)
    return cv2.countNonZero(part) / size if size else 0.0


def _moved(matrix: NDArray[np.float32], width: int, height: int) -> tuple[tuple[float, float], float, float]:
    """How far the middle of the picture has gone (in pixels), its scale, and its turn in degrees."""
    linear, offset = matrix[:, :2].astype(np.float64), matrix[:, 2].astype(np.float64)
    middle = np.array((width / 2, height / 2))
    shift = linear @ middle + offset - middle
    scale = math.sqrt(abs(float(np.linalg.det(linear))))
    turn = math.degrees(math.atan2(linear[1, 0] - linear[0, 1], linear[0, 0] + linear[1, 1]))
    return (float(shift[0]), float(shift[1])), scale, turn


# --- saying it


def _found(change: Change, *, whole: bool) -> Iterator[Finding]:
    if change.changed < limit("edit_unchanged"):
        yield _finding(
            "edit_unchanged",
            "The edit has changed nothing that can be seen.",
            percent(change.changed),
            "Say it in other words, or go back to the version before.",
            least=True,
        )
    if whole:
        return
    if not change.registered or change.changed > limit("edit_everything"):
        yield _finding(
            "edit_everything",
            "The picture was drawn anew, not only changed where you asked.",
            percent(change.changed),
            "Compare it with the version before, which you can go back to.",
        )
        return
    if change.elsewhere > limit("edit_elsewhere"):
        yield _finding(
            "edit_elsewhere",
            "Something has changed that you did not ask about.",
            percent(change.elsewhere),
            "Look at both pictures beside each other, or go back to the version before.",
        )
    if change.shift > limit("edit_shift"):
        yield _finding(
            "edit_shift",
            "The drawing has moved in its frame.",
            percent(change.shift),
            "It is centred again for the print; look whether that is right.",
        )
    if abs(change.scale - 1) > limit("edit_scale"):
        grown = "larger" if change.scale > 1 else "smaller"
        yield _finding(
            "edit_scale",
            f"The drawing has become {grown}.",
            percent(abs(change.scale - 1)),
            "Look at the proof: words and margins may fit less well.",
        )


def _finding(rule: str, message: str, measured: str, way_out: str, *, least: bool = False) -> Finding:
    required = f"{'at least' if least else 'at most'} {LIMITS[rule]}"
    return Finding(rule, Severity.CHOOSE, message, measured, required, way_out=way_out)


def _outlined(picture: Pixels, contours: Sequence[Any]) -> Pixels:
    return np.asarray(cv2.drawContours(picture.copy(), contours, -1, _OUTLINE, 3, cv2.LINE_AA), np.uint8)
