"""Things that lie flat: a poster on a wall, a sticker on its backing, and the plain sheet of a product nobody has drawn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pod.drawing import Path, Transform
from pod.drawing.shapes import rect, rounded_rect
from pod.model.product import Cloth, PrintArea, ProcessLimits
from pod.printprep.contour import cut_line
from pod.printprep.fit import Sheet
from pod.printprep.mockups.relief import Field, Fold, grown_to, light, relief, rounded_edge, slopes
from pod.printprep.mockups.stage import (
    Pixels,
    backdrop,
    cast_shadow,
    coloured,
    lay_art,
    lay_over,
    lit,
    mask_of,
    to_levels,
)

_GLOSS = 0.05
_BACKING = "#f1efe9"


@dataclass(frozen=True, slots=True)
class Poster:
    """Paper with a little spring left in it from the roll. Without `folds`, a sheet for any product."""

    margin: float
    folds: tuple[tuple[float, float, float], ...] = ()

    def corner_mm(self, area: PrintArea) -> tuple[float, float]:
        margin = self.margin * max(area.width_mm, area.height_mm)
        return margin, margin

    def width_mm(self, area: PrintArea) -> float:
        return area.width_mm + 2 * self.corner_mm(area)[0]

    def picture(self, art: Pixels, area: PrintArea, cloth: Cloth, _limits: ProcessLimits, width_px: int) -> Pixels:
        left, top = self.corner_mm(area)
        width_mm, height_mm = area.width_mm + 2 * left, area.height_mm + 2 * top
        px_per_mm = width_px / width_mm
        height_px = round(height_mm * px_per_mm)
        scene = backdrop(width_px, height_px)
        paper = mask_of(rect(left, top, area.width_mm, area.height_mm), width_mm, height_mm, width_px, height_px)
        cast_shadow(scene, paper, px_per_mm, depth_mm=0.011 * area.height_mm, strength=0.6)
        rgb = coloured(scene.shape, cloth.rgb)
        lay_art(rgb, art, area, (left, top), px_per_mm)
        curl = tuple(_bent(x * width_mm, height_mm, width * width_mm, high) for x, width, high in self.folds)
        height = grown_to(relief(curl, width_mm, height_mm, 0.0), width_px, height_px)
        lay_over(scene, lit(rgb, light(*slopes(height, 1 / px_per_mm))), paper)
        return to_levels(scene)


def _bent(x_mm: float, height_mm: float, width_mm: float, high_mm: float) -> Fold:
    """Paper bends from edge to edge."""
    ends = ((x_mm, 0.0), (x_mm, height_mm / 2), (x_mm, height_mm))
    return Fold(*ends, width_mm, high_mm, open_start=True, open_end=True)


@dataclass(frozen=True, slots=True)
class Sticker:
    """White vinyl, cut where the knife will go, on the backing that it is peeled from. `straight`: cut at the trim."""

    margin_mm: float = 13.0
    backing: str = _BACKING
    straight: bool = False

    def corner_mm(self, _area: PrintArea) -> tuple[float, float]:
        return self.margin_mm, self.margin_mm

    def width_mm(self, area: PrintArea) -> float:
        return area.width_mm + 2 * self.margin_mm

    def picture(self, art: Pixels, area: PrintArea, cloth: Cloth, limits: ProcessLimits, width_px: int) -> Pixels:
        margin, width_mm = self.margin_mm, self.width_mm(area)
        height_mm = area.height_mm + 2 * margin
        px_per_mm = width_px / width_mm
        height_px = round(height_mm * px_per_mm)
        scene = backdrop(width_px, height_px)
        sheet = rounded_rect(margin, margin, area.width_mm, area.height_mm, 3)
        backing = mask_of(sheet.offset(9.0) if self.straight else sheet, width_mm, height_mm, width_px, height_px)
        cast_shadow(scene, backing, px_per_mm, depth_mm=1.4)
        lay_over(scene, coloured(scene.shape, self.backing), backing)
        if not (self.straight or art[..., 3].any()):
            return to_levels(scene)
        cut = sheet if self.straight else _cut(art, area, limits, margin)
        vinyl = mask_of(cut, width_mm, height_mm, width_px, height_px)
        cast_shadow(scene, vinyl, px_per_mm, depth_mm=0.7, strength=0.45)
        rgb = coloured(scene.shape, cloth.rgb)
        lay_art(rgb, art, area, (margin, margin), px_per_mm)
        edge = rounded_edge(vinyl, px_per_mm, reach_mm=0.35, height_mm=0.16)
        surface = lit(rgb, light(*slopes(edge, 1 / px_per_mm))) + _gloss(height_px, width_px)
        lay_over(scene, surface, vinyl)
        return to_levels(scene)


def _cut(art: Pixels, area: PrintArea, limits: ProcessLimits, margin_mm: float) -> Path:
    """The cut that the print file carries, found in the print file's own picture."""
    sheet = Sheet(area, art.shape[1], art.shape[0])
    return cut_line(art[..., 3], sheet, limits).path.transformed(Transform.move(margin_mm, margin_mm))


def _gloss(height_px: int, width_px: int) -> Field:
    """A soft band of light across shiny vinyl."""
    y, x = np.mgrid[0:height_px, 0:width_px].astype(np.float32)
    across = (x / width_px + 0.55 * y / height_px - 0.42) / 0.10
    band = _GLOSS * np.exp(-np.square(across))
    return np.asarray(band[..., None], dtype=np.float32)


POSTER = Poster(0.15, ((0.28, 0.30, 8.0), (0.86, 0.18, 5.0)))
PLAIN = Poster(0.12)
STICKER = Sticker()
STICKER_SHEET = Sticker(backing="#fdfdfb")
BUMPER = Sticker(margin_mm=24.0, straight=True)
