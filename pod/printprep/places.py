"""Where something was found: boxes of a mask's parts, in the file's pixels and in millimetres on the print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from pod.composition.prepared import Mask
from pod.model.findings import Finding
from pod.model.geometry import Box
from pod.printprep.fit import Sheet

MOST_PLACES = 8


def boxes_of(mask: Mask, *, apart_px: int = 1) -> list[Box]:
    """Boxes of the mask's parts, the largest first; parts nearer than `apart_px` are one place."""
    joined = mask if apart_px <= 1 else np.asarray(cv2.dilate(mask, np.ones((apart_px, apart_px), np.uint8)))
    outlines, _ = cv2.findContours(joined, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    boxes = [box for outline in outlines if (box := _tight(mask, cv2.boundingRect(outline)))]
    return sorted(boxes, key=lambda box: box.width * box.height, reverse=True)[:MOST_PLACES]


def _tight(mask: Mask, around: Sequence[int]) -> Box | None:
    """The mask's own box within a part that was widened to find neighbours."""
    left, top, width, height = around
    x, y, w, h = cv2.boundingRect(mask[top : top + height, left : left + width])
    return Box(left + x, top + y, w, h) if w else None


def placed(finding: Finding, boxes_px: Sequence[Box], sheet: Sheet, *, scale: float = 1.0) -> Finding:
    """The finding with its places, given in pixels that are `scale` of the file's; `sheet` has the file's size."""
    boxes = tuple(_whole(box.scaled(1 / scale), sheet) for box in boxes_px[:MOST_PLACES])
    if not boxes:
        return finding
    return replace(finding, where_px=boxes[0], also_px=boxes[1:], where_mm=_rounded(sheet.to_mm(boxes[0])))


def _whole(box: Box, sheet: Sheet) -> Box:
    left, top = max(0, round(box.left)), max(0, round(box.top))
    right, bottom = min(sheet.width_px, round(box.right)), min(sheet.height_px, round(box.bottom))
    return Box(left, top, max(1, right - left), max(1, bottom - top))


def _rounded(box: Box) -> Box:
    return Box(*(round(v, 2) for v in (box.left, box.top, box.width, box.height)))
