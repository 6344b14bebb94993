"""Where art lands on a print area: millimetres decide, then whole pixels; what was rounded is what is reported."""

from __future__ import annotations

from dataclasses import dataclass

from pod.model.errors import InputRefused
from pod.model.geometry import MM_PER_INCH, Box, px_covering
from pod.model.product import Fit, PrintArea, Wrap

MAX_SHEET_PX = 160_000_000
"""The largest print file that is made and read again: 640 MB of pixels, 40 × 60 in at 250 ppi."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A print area as pixels, bleed included. `px_per_mm` is per axis: a template's own pixels win over arithmetic."""

    area: PrintArea
    width_px: int
    height_px: int

    @staticmethod
    def of(area: PrintArea) -> Sheet:
        return Sheet(area, *area.size_px)

    @property
    def px_per_mm(self) -> tuple[float, float]:
        area = self.area
        return (
            self.width_px / (area.width_mm + 2 * area.bleed_mm),
            self.height_px / (area.height_mm + 2 * area.bleed_mm),
        )

    @property
    def ppi(self) -> float:
        return min(self.px_per_mm) * MM_PER_INCH

    @property
    def tag_ppi(self) -> float:
        """What the file says of itself: the area's own number where only rounding to whole pixels lies between them."""
        bleed, target = self.area.bleed_mm, self.area.target_ppi
        sides = ((self.area.width_mm, self.width_px), (self.area.height_mm, self.height_px))
        rounded = all(abs(px_covering(mm + 2 * bleed, target) - px) <= 1 for mm, px in sides)
        return float(target) if rounded else self.ppi

    def to_px(self, box_mm: Box) -> Box:
        """A box in the trim's millimetres as whole pixels of the file."""
        x, y = self.px_per_mm
        bleed = self.area.bleed_mm
        left, top = round((box_mm.left + bleed) * x), round((box_mm.top + bleed) * y)
        right, bottom = round((box_mm.right + bleed) * x), round((box_mm.bottom + bleed) * y)
        return Box(left, top, max(1, right - left), max(1, bottom - top))

    def to_mm(self, box_px: Box) -> Box:
        """The inverse of `to_px`: from the trim's left upper corner."""
        x, y = self.px_per_mm
        bleed = self.area.bleed_mm
        return Box(box_px.left / x - bleed, box_px.top / y - bleed, box_px.width / x, box_px.height / y)

    @property
    def trim_px(self) -> Box:
        return self.to_px(Box(0, 0, self.area.width_mm, self.area.height_mm))


def placed(
    area: PrintArea,
    fit: Fit,
    aspect: float,
    *,
    opaque: bool,
    asked_mm: Box | None = None,
    wrap: Wrap = Wrap.MIRROR,
) -> Box:
    """The art's box in the trim's millimetres. `aspect` is its width over its height.

    Contain keeps cut-out art inside the safe area and opaque art inside the trim, centred; where a knife goes around the
    art, its border needs the safe area too. Cover fills the bleed with real pixels. Stretch fills the trim and changes the
    proportions. A box that was asked for is taken as it is. What goes round a frame's edge is covered only where the picture
    itself is meant to: else the face is, and the sides are made from its border.
    """
    if asked_mm is not None:
        return _asked(area, asked_mm)
    trim = Box(0, 0, area.width_mm, area.height_mm)
    if fit is Fit.STRETCH:
        return trim
    if fit is Fit.COVER:
        beyond_mm = area.bleed_mm if wrap is Wrap.IMAGE else area.bleed_mm - area.wrap_mm
        return _within(trim.grown(beyond_mm), aspect, largest=True)
    return _within(trim if opaque and not area.cut else trim.grown(-area.safe_mm), aspect, largest=False)


def _within(room: Box, aspect: float, *, largest: bool) -> Box:
    by_width = room.width / aspect
    use_width = (by_width > room.height) if largest else (by_width <= room.height)
    width, height = (room.width, by_width) if use_width else (room.height * aspect, room.height)
    x, y = room.centre
    return Box(x - width / 2, y - height / 2, width, height)


def _asked(area: PrintArea, box: Box) -> Box:
    bleed = Box(0, 0, area.width_mm, area.height_mm).grown(area.bleed_mm)
    if box.width <= 0 or box.height <= 0 or not bleed.contains(box, tolerance=0.01):
        raise InputRefused(
            "placement_outside",
            f"The art is placed at {box.width:.1f} × {box.height:.1f} mm from {box.left:.1f}, {box.top:.1f} mm, which reaches out of the {area.name} area.",
            "Move it inside, or leave the box out and let Pod fit it.",
            required=f"{area.width_mm:g} × {area.height_mm:g} mm",
        )
    return box
