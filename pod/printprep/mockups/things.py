"""Things with a body: phone cases and cushions, and the printed cloth that an all-over garment is cut from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pod.drawing import Canvas, Path, Transform
from pod.drawing.shapes import circle, rounded_rect
from pod.model.product import Cloth, PrintArea, ProcessLimits
from pod.printprep.mockups.garment import both_halves
from pod.printprep.mockups.relief import Field, Fold, grown_to, light, mirrored, relief, rounded_edge, slopes
from pod.printprep.mockups.stage import (
    Pixels,
    backdrop,
    cast_shadow,
    coloured,
    drawn,
    lay_art,
    lay_over,
    lit,
    mask_of,
    to_levels,
    weave,
)

# --- phone cases

_ROUND_MM = 12.5
_GLASS, _RING, _PHONE = "#0c0e12", "#3a3d42", "#26282c"


@dataclass(frozen=True, slots=True)
class PhoneCase:
    """A case on its phone. `opening` is what the camera looks out of, `lenses` are (x, y, radius); mm from the case's
    left upper corner."""

    opening: Path
    lenses: tuple[tuple[float, float, float], ...]
    margin_mm: float = 20.0

    def corner_mm(self, _area: PrintArea) -> tuple[float, float]:
        return self.margin_mm, self.margin_mm

    def width_mm(self, area: PrintArea) -> float:
        return area.width_mm + 2 * self.margin_mm

    def picture(self, art: Pixels, area: PrintArea, cloth: Cloth, _limits: ProcessLimits, width_px: int) -> Pixels:
        margin = self.margin_mm
        size_mm = (self.width_mm(area), area.height_mm + 2 * margin)
        px_per_mm = width_px / size_mm[0]
        size_px = (width_px, round(size_mm[1] * px_per_mm))
        scene = backdrop(*size_px)
        outline = rounded_rect(margin, margin, area.width_mm, area.height_mm, _ROUND_MM)
        case = mask_of(outline, *size_mm, *size_px)
        cast_shadow(scene, case, px_per_mm, depth_mm=6.0, strength=0.6)
        rgb = coloured(scene.shape, cloth.rgb)
        lay_art(rgb, art, area, (margin, margin), px_per_mm)
        body = rounded_edge(case, px_per_mm, reach_mm=3.0, height_mm=3.0)
        brightness = np.clip(light(*slopes(body, 1 / px_per_mm)), 0.45, 1.3)
        lay_over(scene, lit(rgb, np.asarray(brightness, np.float32), sheen=0.02), case)
        self._lay_camera(scene, size_mm, size_px, px_per_mm)
        return to_levels(scene)

    def _lay_camera(
        self, scene: Field, size_mm: tuple[float, float], size_px: tuple[int, int], px_per_mm: float
    ) -> None:
        there = Transform.move(self.margin_mm, self.margin_mm)
        hole = mask_of(self.opening.transformed(there), *size_mm, *size_px)
        floor = coloured(scene.shape, _PHONE)
        cast_shadow(floor, np.asarray(1 - hole, np.float32), px_per_mm, depth_mm=1.4, strength=0.7)
        lay_over(scene, floor, hole)
        canvas = Canvas(*size_mm)
        for x, y, radius in self.lenses:
            at = (x + self.margin_mm, y + self.margin_mm)
            canvas.fill(circle(*at, radius), _RING)
            canvas.fill(circle(*at, 0.82 * radius), _GLASS)
            canvas.fill(circle(*at, 0.45 * radius), "#1a2334")
            canvas.fill(circle(at[0] - 0.3 * radius, at[1] - 0.34 * radius, 0.14 * radius), "#c9d6ea", 0.8)
        lay_over(scene, *drawn(canvas.drawing(), *size_px))


IPHONE = PhoneCase(rounded_rect(7.5, 7.5, 34, 36, 9), ((17, 17, 6.4), (17, 34, 6.4), (32, 25.5, 6.4)))
_GALAXY_LENSES = ((17, 18, 5.6), (17, 36, 5.6), (17, 54, 5.6))
GALAXY = PhoneCase(Path(tuple(c for x, y, r in _GALAXY_LENSES for c in circle(x, y, r + 1.6).commands)), _GALAXY_LENSES)

# --- cushions

_PLUMP, _PIPING_MM = 0.105, 2.2


@dataclass(frozen=True, slots=True)
class Cushion:
    """Filled, so that its sides draw in between the corners; its face is shown true to scale all the same."""

    margin: float = 0.13

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
        scene = backdrop(*size_px)
        mask = mask_of(_drawn_in(left, top, area), *size_mm, *size_px)
        short_mm = min(area.width_mm, area.height_mm)
        cast_shadow(scene, mask, px_per_mm, depth_mm=0.05 * short_mm, strength=0.7)
        rgb = coloured(scene.shape, cloth.rgb)
        lay_art(rgb, art, area, (left, top), px_per_mm)
        height = rounded_edge(mask, px_per_mm, reach_mm=0.20 * short_mm, height_mm=_PLUMP * short_mm)
        height += rounded_edge(mask, px_per_mm, reach_mm=_PIPING_MM, height_mm=1.2 * _PIPING_MM)
        height += grown_to(relief(_creases(left, top, area), *size_mm, 1.2), *size_px)
        brightness = light(*slopes(height, 1 / px_per_mm)) * weave(*size_px, 0.018)
        lay_over(scene, lit(0.95 * rgb, brightness, sheen=0.01), mask)
        return to_levels(scene)


def _drawn_in(left: float, top: float, area: PrintArea) -> Path:
    w, h = area.width_mm, area.height_mm
    right, bottom, dx, dy = left + w, top + h, 0.035 * h, 0.035 * w
    return Path.parse(
        f"M {left} {top} C {left + 0.3 * w} {top + dy} {right - 0.3 * w} {top + dy} {right} {top} "
        f"C {right - dx} {top + 0.3 * h} {right - dx} {bottom - 0.3 * h} {right} {bottom} "
        f"C {right - 0.3 * w} {bottom - dy} {left + 0.3 * w} {bottom - dy} {left} {bottom} "
        f"C {left + dx} {bottom - 0.3 * h} {left + dx} {top + 0.3 * h} {left} {top} Z"
    )


def _creases(left: float, top: float, area: PrintArea) -> tuple[Fold, ...]:
    """From each corner inwards."""
    w, h = area.width_mm, area.height_mm
    reach, wide = 0.22 * min(w, h), 0.035 * min(w, h)
    folds = []
    for x, sign_x in ((left, 1), (left + w, -1)):
        for y, sign_y in ((top, 1), (top + h, -1)):
            bend = (x + 0.55 * sign_x * reach, y + 0.5 * sign_y * reach)
            end = (x + 1.1 * sign_x * reach, y + 0.8 * sign_y * reach)
            folds.append(Fold((x, y), bend, end, wide, 0.35 * wide, open_start=True))
    return tuple(folds)


# --- panels of an all-over print


@dataclass(frozen=True, slots=True)
class Panel:
    """The printed cloth, and on it the piece that is cut out: what lies outside it is shown pale. `piece` and `seam` are
    in thousandths of the area's width and height."""

    piece: Path
    seam: Path
    margin: float = 0.06

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
        scene = backdrop(*size_px)
        there = Transform(area.width_mm / 1000, 0, 0, area.height_mm / 1000, left, top)
        sheet = mask_of(rounded_rect(left, top, area.width_mm, area.height_mm, 1), *size_mm, *size_px)
        piece = mask_of(self.piece.transformed(there), *size_mm, *size_px)
        cast_shadow(scene, sheet, px_per_mm, depth_mm=3.0, strength=0.35)
        rgb = coloured(scene.shape, cloth.rgb)
        lay_art(rgb, art, area, (left, top), px_per_mm)
        cloth_waves = grown_to(relief(_waves(*size_mm), *size_mm, 1.4), *size_px)
        brightness = light(*slopes(cloth_waves, 1 / px_per_mm)) * weave(*size_px, 0.014)
        pale = lit(0.45 * rgb + 0.52, brightness)
        lay_over(scene, pale, sheet)
        cast_shadow(scene, piece, px_per_mm, depth_mm=4.0, strength=0.45)
        edge = rounded_edge(piece, px_per_mm, reach_mm=3.0, height_mm=1.2)
        brightness = light(*slopes(cloth_waves + edge, 1 / px_per_mm)) * weave(*size_px, 0.014)
        lay_over(scene, lit(0.97 * rgb, brightness), piece)
        lines = Canvas(*size_mm)
        lines.stroke(self.piece.transformed(there), "#5d6165", 0.002 * size_mm[0], 0.7)
        lines.stroke(self.seam.transformed(there), "#5d6165", 0.0016 * size_mm[0], 0.55, dash=(7, 5))
        lay_over(scene, *drawn(lines.drawing(), *size_px))
        return to_levels(scene)


def _waves(width_mm: float, height_mm: float) -> tuple[Fold, ...]:
    ends = ((0.2 * width_mm, 0.0), (0.3 * width_mm, 0.5 * height_mm), (0.24 * width_mm, height_mm))
    bent = Fold(*ends, 0.08 * width_mm, 4.0, open_start=True, open_end=True)
    return mirrored((bent,), width_mm / 2)


def _with_seam(left_half: str) -> tuple[Path, Path]:
    """The piece, and the line that it is sewn along, a little inside."""
    piece = both_halves(left_half, 500)
    return piece, piece.offset(-16)


_BODY = "C 452 {neck} 396 {neck} 366 52 L 170 96 C 190 160 178 250 88 300 C 96 330 98 360 98 400 L 92 962 L 500 968"
PANEL = Panel(*_with_seam("M 500 150 " + _BODY.format(neck=150)))
PANEL_BACK = Panel(*_with_seam("M 500 84 " + _BODY.format(neck=84)))
PANEL_SLEEVE = Panel(*_with_seam("M 500 40 C 420 40 372 120 318 220 C 250 340 160 400 62 430 L 112 950 L 500 956"))
