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
    at_scale,
    backdrop,
    cast_shadow,
    cover_of,
    lay_over,
    light_of,
    lit,
    mask_of,
    to_levels,
    to_light,
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
        rgb = _coloured(scene.shape, cloth.rgb)
        _lay_art(rgb, art, area, (left, top), px_per_mm)
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
    """White vinyl, cut where the knife will go, on the backing that it is peeled from."""

    margin_mm: float = 13.0

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
        backing = mask_of(sheet, width_mm, height_mm, width_px, height_px)
        cast_shadow(scene, backing, px_per_mm, depth_mm=1.4)
        lay_over(scene, _coloured(scene.shape, _BACKING), backing)
        if not art[..., 3].any():
            return to_levels(scene)
        vinyl = mask_of(_cut(art, area, limits, margin), width_mm, height_mm, width_px, height_px)
        cast_shadow(scene, vinyl, px_per_mm, depth_mm=0.7, strength=0.45)
        rgb = _coloured(scene.shape, cloth.rgb)
        _lay_art(rgb, art, area, (margin, margin), px_per_mm)
        edge = rounded_edge(vinyl, px_per_mm, reach_mm=0.35, height_mm=0.16)
        surface = lit(rgb, light(*slopes(edge, 1 / px_per_mm))) + _gloss(height_px, width_px)
        lay_over(scene, surface, vinyl)
        return to_levels(scene)


def _cut(art: Pixels, area: PrintArea, limits: ProcessLimits, margin_mm: float) -> Path:
    """The cut that the print file carries, found in the print file's own picture."""
    sheet = Sheet(area, art.shape[1], art.shape[0])
    return cut_line(art[..., 3], sheet, limits).path.transformed(Transform.move(margin_mm, margin_mm))


def _coloured(shape: tuple[int, ...], rgb: str) -> Field:
    return np.broadcast_to(light_of(rgb), (*shape[:2], 3)).copy()


def _lay_art(rgb: Field, art: Pixels, area: PrintArea, corner_mm: tuple[float, float], px_per_mm: float) -> None:
    """In place, on whole pixels: the ink is as sharp as the picture can show it."""
    ink = at_scale(art, area, px_per_mm)
    left, top = (round(v * px_per_mm) for v in corner_mm)
    window = rgb[top : top + ink.shape[0], left : left + ink.shape[1]]
    shown = ink[: window.shape[0], : window.shape[1]]
    lay_over(window, to_light(np.ascontiguousarray(shown[..., :3])), cover_of(shown))


def _gloss(height_px: int, width_px: int) -> Field:
    """A soft band of light across shiny vinyl."""
    y, x = np.mgrid[0:height_px, 0:width_px].astype(np.float32)
    across = (x / width_px + 0.55 * y / height_px - 0.42) / 0.10
    band = _GLOSS * np.exp(-np.square(across))
    return np.asarray(band[..., None], dtype=np.float32)


POSTER = Poster(0.15, ((0.28, 0.30, 8.0), (0.86, 0.18, 5.0)))
PLAIN = Poster(0.12)
STICKER = Sticker()
