"""Cards: a folded one closed and open, a postcard on its fellows, a pile of business cards."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pod.drawing import Path, Transform
from pod.drawing.shapes import rect, rounded_rect
from pod.model.product import Cloth, PrintArea, ProcessLimits
from pod.printprep.mockups.relief import Field
from pod.printprep.mockups.stage import Pixels, backdrop, cast_shadow, coloured, lay_art, lay_over, mask_of, to_levels

_FOLD_SHADE = 0.16


@dataclass(frozen=True, slots=True)
class Pile:
    """The card straight, others of its kind under it: `under` turns each by so many degrees and moves it by so many mm."""

    margin: float
    under: tuple[tuple[float, float, float], ...]
    corner: float = 0.0

    def corner_mm(self, area: PrintArea) -> tuple[float, float]:
        margin = self.margin * max(area.width_mm, area.height_mm)
        return margin, margin

    def width_mm(self, area: PrintArea) -> float:
        return area.width_mm + 2 * self.corner_mm(area)[0]

    def picture(self, art: Pixels, area: PrintArea, cloth: Cloth, _limits: ProcessLimits, width_px: int) -> Pixels:
        left, top = self.corner_mm(area)
        size_mm = (area.width_mm + 2 * left, area.height_mm + 2 * top)
        px_per_mm = width_px / size_mm[0]
        size_px = (width_px, round(size_mm[1] * px_per_mm))
        card = rounded_rect(left, top, area.width_mm, area.height_mm, max(0.01, self.corner))
        middle = (size_mm[0] / 2, size_mm[1] / 2)
        scene = backdrop(*size_px)
        for n, (degrees, dx_mm, dy_mm) in enumerate(self.under):
            lain = card.transformed(Transform.rotate(degrees, middle)).transformed(Transform.move(dx_mm, dy_mm))
            mask = mask_of(lain, *size_mm, *size_px)
            cast_shadow(scene, mask, px_per_mm, depth_mm=1.0, strength=0.4)
            lay_over(scene, (0.90 + 0.03 * n) * coloured(scene.shape, cloth.rgb), mask)
        mask = mask_of(card, *size_mm, *size_px)
        cast_shadow(scene, mask, px_per_mm, depth_mm=1.2, strength=0.5)
        rgb = coloured(scene.shape, cloth.rgb)
        lay_art(rgb, art, area, (left, top), px_per_mm)
        lay_over(scene, rgb, mask)
        return to_levels(scene)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded card. `fold` is at the page's left (−1) or right (1); `open` shows the other page beside it, empty."""

    fold: int
    open: bool = False
    margin: float = 0.15

    def corner_mm(self, area: PrintArea) -> tuple[float, float]:
        margin = self.margin * max(area.width_mm, area.height_mm)
        return margin + (area.width_mm if self.open and self.fold < 0 else 0.0), margin

    def width_mm(self, area: PrintArea) -> float:
        margin = self.margin * max(area.width_mm, area.height_mm)
        return area.width_mm * (2 if self.open else 1) + 2 * margin

    def picture(self, art: Pixels, area: PrintArea, cloth: Cloth, _limits: ProcessLimits, width_px: int) -> Pixels:
        left, top = self.corner_mm(area)
        size_mm = (self.width_mm(area), area.height_mm + 2 * top)
        px_per_mm = width_px / size_mm[0]
        size_px = (width_px, round(size_mm[1] * px_per_mm))
        scene = backdrop(*size_px)
        page = mask_of(rect(left, top, area.width_mm, area.height_mm), *size_mm, *size_px)
        other = mask_of(self._other_page(left, top, area), *size_mm, *size_px)
        for mask, strength in ((other, 0.5), (page, 0.35)):
            cast_shadow(scene, mask, px_per_mm, depth_mm=0.02 * area.height_mm, strength=strength)
        x_mm = np.asarray((np.arange(width_px) + 0.5) / px_per_mm, dtype=np.float32)
        from_fold = np.abs(x_mm - (left if self.fold < 0 else left + area.width_mm))
        lay_over(scene, self._other_light(from_fold, area) * coloured(scene.shape, cloth.rgb), other)
        rgb = coloured(scene.shape, cloth.rgb)
        lay_art(rgb, art, area, (left, top), px_per_mm)
        lay_over(scene, rgb * _near_fold(from_fold, area)[None, :, None], page)
        return to_levels(scene)

    def _other_page(self, left: float, top: float, area: PrintArea) -> Path:
        """Beside it when open; else standing out a little behind it, on the side away from the fold."""
        w, h = area.width_mm, area.height_mm
        if self.open:
            return rect(left + w if self.fold > 0 else left - w, top, w, h)
        near, far = (left, left + w + 0.05 * w) if self.fold < 0 else (left + w, left - 0.05 * w)
        return Path.lines([(near, top), (far, top + 0.025 * h), (far, top + 1.022 * h), (near, top + h)])

    def _other_light(self, from_fold: Field, area: PrintArea) -> Field:
        if self.open:
            return _near_fold(from_fold, area)[None, :, None]
        return np.full((1, from_fold.size, 1), 0.84, dtype=np.float32)


def _near_fold(from_fold_mm: Field, area: PrintArea) -> Field:
    """Paper bends down towards its fold and turns away from the light there."""
    near = np.exp(-from_fold_mm / np.float32(0.07 * area.width_mm))
    return np.asarray(1 - _FOLD_SHADE * near, dtype=np.float32)


POSTCARD = Pile(0.14, ((-3.2, 2.0, 2.6), (1.8, -1.2, 1.6)))
BUSINESS_CARD = Pile(0.24, ((-9.0, 3.0, 4.0), (5.0, -2.4, 2.6), (-1.6, 1.0, 1.4)), corner=0.4)
FRONT, BACK = Folded(-1), Folded(1)
INSIDE_LEFT, INSIDE_RIGHT = Folded(1, open=True), Folded(-1, open=True)
