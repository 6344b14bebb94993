"""A page as the rules see it: its document, its boxes, what is painted on it, and how its points become places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import pikepdf

from pod.model.findings import Finding
from pod.model.geometry import Box, pt_to_mm
from pod.model.product import ProcessLimits
from pod.printprep.fit import Sheet
from pod.printprep.pages.content import Content, Mark, Sides

MOST_PLACES = 8
_TOUCH_PT = 0.01


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the page's points lie on the print: the trim's corner for millimetres, the bleed's for the look's pixels."""

    bleed: Sides
    trim: Sides
    px_per_pt: float

    def at(self, finding: Finding, places: Iterable[Sides]) -> Finding:
        """The finding with its places, the largest first; those outside the bleed are cut to it."""
        boxes = sorted((p for p in map(self._within, places) if p), key=_area, reverse=True)[:MOST_PLACES]
        if not boxes:
            return finding
        in_px = tuple(self._px(box) for box in boxes)
        return replace(finding, where_px=in_px[0], also_px=in_px[1:], where_mm=self._mm(boxes[0]))

    def shows(self, box: Sides) -> bool:
        """Whether any of it lies within the bleed: a mark that ends where the bleed does lies outside."""
        left, bottom, right, top = self.bleed
        across = box[0] < right - _TOUCH_PT and box[2] > left + _TOUCH_PT
        return across and box[1] < top - _TOUCH_PT and box[3] > bottom + _TOUCH_PT

    def _within(self, box: Sides) -> Sides | None:
        left, bottom = max(box[0], self.bleed[0]), max(box[1], self.bleed[1])
        right, top = min(box[2], self.bleed[2]), min(box[3], self.bleed[3])
        return (left, bottom, right, top) if left <= right and bottom <= top else None

    def _px(self, box: Sides) -> Box:
        k = self.px_per_pt
        return Box(
            round((box[0] - self.bleed[0]) * k),
            round((self.bleed[3] - box[3]) * k),
            max(1, round((box[2] - box[0]) * k)),
            max(1, round((box[3] - box[1]) * k)),
        )

    def _mm(self, box: Sides) -> Box:
        left, top = pt_to_mm(box[0] - self.trim[0]), pt_to_mm(self.trim[3] - box[3])
        return Box(*(round(v, 2) for v in (left, top, pt_to_mm(box[2] - box[0]), pt_to_mm(box[3] - box[1]))))


def _area(box: Sides) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


@dataclass(frozen=True, slots=True)
class PageRead:
    """`head` and `tail` are the file's first and last bytes, which the library tells in its own words."""

    document: pikepdf.Pdf
    page: pikepdf.Page
    head: bytes
    tail: bytes
    content: Content
    sheet: Sheet
    process: ProcessLimits
    frame: Frame

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self.content.marks


Rule = Callable[[PageRead], Iterator[Finding]]
