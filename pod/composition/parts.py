"""The connected parts of a mask: where each lies, in which box, how large; and which of them are dust."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.prepared import Mask, as_mask, disc

Places = NDArray[np.intp]

_ORNAMENTS: Final = 8
_ONE_SIZE: Final = 0.15
_MOSTLY: Final = 0.7
_MOST_LOOKED_AT: Final = 400
_LOOK_PX: Final = 128

_FEW: Final = 0.5
"""Of the picture: parts whose boxes cover less than this are looked for in their boxes alone."""

_BOX_PX: Final = 4096
"""What it costs to look into one more box, in pixels."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Connected parts of the ink: `labels` (0 is the ground), and per part its box (left, top, width, height) and its area in
    working pixels. The ground's box is the whole picture."""

    labels: NDArray[np.int32]
    boxes: NDArray[np.int32]
    areas: NDArray[np.int64]

    def only(self, labels: Sequence[int] | NDArray[np.intp]) -> Mask:
        """Where these parts lie."""
        wanted = np.asarray(labels, np.intp)
        chosen = np.zeros(len(self.areas), dtype=np.uint8)
        chosen[wanted] = 255
        boxes = self.boxes[wanted].astype(np.int64)
        if (boxes[:, 2] * boxes[:, 3] + _BOX_PX).sum() >= _FEW * self.labels.size:
            return np.asarray(np.take(chosen, self.labels), np.uint8)
        out = np.zeros(self.labels.shape, dtype=np.uint8)
        for left, top, width, height in boxes.tolist():
            here = np.s_[top : top + height, left : left + width]
            out[here] = chosen[self.labels[here]]
        return out


def parts_of(ink: Mask) -> Parts:
    """By eight neighbours. (OpenCV's own boxes and areas take several times as long as its labels: these are taken from the
    rows' runs.)"""
    count, labels = cv2.connectedComponents(ink, connectivity=8)
    row, left, right = _runs(ink)
    label = np.asarray(labels[row, left], np.intp)
    areas = np.bincount(label, weights=right - left, minlength=count).astype(np.int64)
    areas[0] = ink.size - areas.sum()
    return Parts(np.asarray(labels, np.int32), _boxes(count, label, (row, left, right), ink.shape), areas)


def _runs(ink: Mask) -> tuple[Places, Places, Places]:
    """Row, first column and the one after the last of every run of ink, from the top left on."""
    height, width = ink.shape
    line = np.zeros(height * (width + 1) + 1, dtype=bool)  # a gap before each row: no run goes on into the next
    np.not_equal(ink, 0, out=line[:-1].reshape(height, width + 1)[:, 1:])
    changes = np.flatnonzero(line[1:] != line[:-1])
    starts, ends = changes[0::2], changes[1::2]
    row, left = np.divmod(starts, width + 1)
    return row, left, left + ends - starts


def _boxes(count: int, label: Places, runs: tuple[Places, Places, Places], shape: tuple[int, ...]) -> NDArray[np.int32]:
    """Per label left, top, width and height. Runs come from the top: of a label's several, an assignment keeps the last."""
    row, left, right = runs
    first, last = np.full((2, count), max(shape)), np.zeros((2, count), np.intp)
    np.minimum.at(first[0], label, left)
    np.maximum.at(last[0], label, right)
    first[1, label[::-1]] = row[::-1]
    last[1, label] = row + 1
    first[:, 0], last[:, 0] = 0, shape[::-1]
    return np.ascontiguousarray(np.vstack((first, last - first)).T, dtype=np.int32)


def speck_labels(parts: Parts, short_side: int, largest_share: float, apart_share: float) -> tuple[int, ...]:
    """Labels of the parts that are dust: a tiny share of the ink, and apart (by a share of the side) from all the rest."""
    if len(parts.areas) < 3:
        return ()
    ink_area = int(parts.areas[1:].sum())
    small = np.flatnonzero(parts.areas < largest_share * ink_area)
    if not len(small):
        return ()
    if _is_ornament(parts, small[small > 0]):
        return ()
    touched = _near_others(parts, small, max(1, round(apart_share * short_side)))
    return tuple(int(label) for label in small if label and not touched[label])


def _near_others(parts: Parts, small: NDArray[np.intp], reach: int) -> NDArray[np.bool_]:
    """Per label whether any of it lies within reach of a part that is not small. Looked at only where small ones lie: a disc
    as wide as this takes long."""
    dust = parts.only(small[small > 0])
    kept, around = cv2.subtract(as_mask(parts.labels > 0), dust), disc(reach)
    touched = np.zeros(len(parts.areas), dtype=bool)
    for top, left in product(*(range(0, side, _LOOK_PX) for side in dust.shape)):
        here = np.s_[top : top + _LOOK_PX, left : left + _LOOK_PX]
        if not dust[here].any():
            continue
        above, aside = min(top, reach), min(left, reach)
        wide = kept[top - above : top + _LOOK_PX + reach, left - aside : left + _LOOK_PX + reach]
        if not wide.any():
            continue
        near = cv2.dilate(wide, around)[above : above + _LOOK_PX, aside : aside + _LOOK_PX]
        touched[parts.labels[here][(near > 0) & (dust[here] > 0)]] = True
    return touched


def _is_ornament(parts: Parts, small: NDArray[np.intp]) -> bool:
    """Many small parts of one size are stars around a badge, and in regular distances dots of a halftone; dust comes in
    all sizes, and lies as it fell."""
    if len(small) < _ORNAMENTS:
        return False
    middles = parts.boxes[small, :2] + parts.boxes[small, 2:] / 2
    areas, apart = parts.areas[small], _to_the_next(middles[:_MOST_LOOKED_AT])
    regular = np.abs(apart - np.median(apart)) <= _ONE_SIZE * np.median(apart)
    return bool(areas.std() < _ONE_SIZE * areas.mean() or regular.mean() >= _MOSTLY)


def _to_the_next(middles: NDArray[np.float64]) -> NDArray[np.float64]:
    apart = np.linalg.norm(middles[:, None] - middles[None], axis=-1)
    np.fill_diagonal(apart, np.inf)
    return np.asarray(apart.min(axis=1))
