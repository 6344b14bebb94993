"""What hangs on a wall: canvas over a stretcher frame, and paper behind a mount in a frame."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pod.drawing import Path
from pod.drawing.shapes import rect
from pod.model.product import Cloth, PrintArea, ProcessLimits
from pod.printprep.mockups.relief import Field, light, rounded_edge, slopes
from pod.printprep.mockups.stage import (
    Pixels,
    at_scale,
    backdrop,
    cast_shadow,
    coloured,
    lay_art,
    lay_over,
    lit,
    mask_of,
    to_levels,
    warped,
    weave,
)

_DEEP_MM = 38.0
"""1.5 in: half of the wrap is seen on the frame's side, the other half is folded behind it."""

_ASIDE, _UP = 0.42, 0.24
"""Where the wall lies for each millimetre behind the face: the eye is to the right of the canvas and above it."""

_TOP_LIGHT, _SIDE_LIGHT = 1.08, 0.62


@dataclass(frozen=True, slots=True)
class Wrapped:
    """The face straight on and true to scale; its upper and right sides slantwise, with what wraps round them."""

    margin: float = 0.16

    def corner_mm(self, area: PrintArea) -> tuple[float, float]:
        margin = self.margin * max(area.width_mm, area.height_mm)
        return margin, margin + _UP * _DEEP_MM

    def width_mm(self, area: PrintArea) -> float:
        return area.width_mm + 2 * self.corner_mm(area)[0] + _ASIDE * _DEEP_MM

    def picture(self, art: Pixels, area: PrintArea, cloth: Cloth, _limits: ProcessLimits, width_px: int) -> Pixels:
        left, top = self.corner_mm(area)
        width_mm, height_mm = self.width_mm(area), area.height_mm + top + left
        px_per_mm = width_px / width_mm
        size_px = (width_px, round(height_mm * px_per_mm))
        scene = backdrop(*size_px)
        sides = {name: mask_of(path, width_mm, height_mm, *size_px) for name, path in _sides(left, top, area).items()}
        cast_shadow(scene, np.maximum.reduce(list(sides.values())), px_per_mm, depth_mm=0.5 * _DEEP_MM, strength=0.6)
        sheet = at_scale(art, area.whole, px_per_mm)
        x_mm, y_mm = (_middles(n, px_per_mm) - at for n, at in zip(size_px, (left, top), strict=True))
        for name, (look, brightness) in _LOOKS.items():
            rgb = coloured(scene.shape, cloth.rgb)
            lay_over(rgb, *warped(sheet, *_in_sheet(*look(x_mm[None], y_mm[:, None], area), area, px_per_mm)))
            lay_over(scene, brightness * rgb * weave(*size_px, 0.016)[..., None], sides[name])
        rgb = coloured(scene.shape, cloth.rgb)
        lay_art(rgb, art, area, (left, top), px_per_mm)
        edge = rounded_edge(sides["face"], px_per_mm, reach_mm=1.2, height_mm=0.8)
        lay_over(scene, lit(rgb, light(*slopes(edge, 1 / px_per_mm)) * weave(*size_px, 0.016)), sides["face"])
        return to_levels(scene)


def _sides(left: float, top: float, area: PrintArea) -> dict[str, Path]:
    right, bottom = left + area.width_mm, top + area.height_mm
    aside, up = _ASIDE * _DEEP_MM, -_UP * _DEEP_MM
    return {
        "above": Path.lines([(left, top), (left + aside, top + up), (right + aside, top + up), (right, top)]),
        "right": Path.lines([(right, top), (right + aside, top + up), (right + aside, bottom + up), (right, bottom)]),
        "face": rect(left, top, area.width_mm, area.height_mm),
    }


def _from_above(x_mm: Field, y_mm: Field, _area: PrintArea) -> tuple[Field, Field]:
    """Where on the trim's plane, unfolded, each place of the picture looks."""
    deep = -y_mm / np.float32(_UP)
    return x_mm - np.float32(_ASIDE) * deep, -deep + 0 * x_mm


def _from_the_right(x_mm: Field, y_mm: Field, area: PrintArea) -> tuple[Field, Field]:
    deep = (x_mm - np.float32(area.width_mm)) / np.float32(_ASIDE)
    return np.float32(area.width_mm) + deep + 0 * y_mm, y_mm + np.float32(_UP) * deep


_LOOKS = {"above": (_from_above, _TOP_LIGHT), "right": (_from_the_right, _SIDE_LIGHT)}


def _middles(count: int, px_per_mm: float) -> Field:
    return np.asarray((np.arange(count) + 0.5) / px_per_mm, dtype=np.float32)


def _in_sheet(x_mm: Field, y_mm: Field, area: PrintArea, px_per_mm: float) -> tuple[Field, Field]:
    """From the trim's millimetres to pixels of the whole sheet."""
    bleed = np.float32(area.bleed_mm)
    x, y = ((v + bleed) * np.float32(px_per_mm) - np.float32(0.5) for v in (x_mm, y_mm))
    return np.asarray(x, np.float32), np.asarray(y, np.float32)


# --- framed

_MOULDING_MM = 20.0
_MOULDING, _MOUNT = "#1b1a19", "#f8f6f0"
_BEVEL_MM = 1.6


@dataclass(frozen=True, slots=True)
class Framed:
    """`on_mockup_mm` of the area is how wide the mount is, to the left and above."""

    margin: float = 0.12

    def corner_mm(self, area: PrintArea) -> tuple[float, float]:
        aside, above = area.on_mockup_mm or (0.0, 0.0)
        margin = self._margin_mm(area) + _MOULDING_MM
        return margin + aside, margin + above

    def _margin_mm(self, area: PrintArea) -> float:
        return self.margin * max(area.width_mm, area.height_mm)

    def width_mm(self, area: PrintArea) -> float:
        return area.width_mm + 2 * self.corner_mm(area)[0]

    def picture(self, art: Pixels, area: PrintArea, cloth: Cloth, _limits: ProcessLimits, width_px: int) -> Pixels:
        left, top = self.corner_mm(area)
        size_mm = (area.width_mm + 2 * left, area.height_mm + 2 * top)
        px_per_mm = width_px / size_mm[0]
        size_px = (width_px, round(size_mm[1] * px_per_mm))

        def inset(mm: float) -> Field:
            """What lies inside the picture's edge by so much."""
            return mask_of(rect(mm, mm, size_mm[0] - 2 * mm, size_mm[1] - 2 * mm), *size_mm, *size_px)

        scene = backdrop(*size_px)
        margin = self._margin_mm(area)
        frame, glass = inset(margin), inset(margin + _MOULDING_MM)
        cast_shadow(scene, frame, px_per_mm, depth_mm=0.8 * _MOULDING_MM, strength=0.62)
        profile = rounded_edge(frame, px_per_mm, reach_mm=3.0, height_mm=5.0)
        profile -= rounded_edge(glass, px_per_mm, reach_mm=2.0, height_mm=3.0)
        lay_over(
            scene, lit(coloured(scene.shape, _MOULDING), light(*slopes(profile, 1 / px_per_mm)), sheen=0.05), frame
        )
        window = rect(left, top, area.width_mm, area.height_mm)
        paper, cut = (
            mask_of(path, *size_mm, *size_px)
            for path in (
                window,
                rect(left - _BEVEL_MM, top - _BEVEL_MM, area.width_mm + 2 * _BEVEL_MM, area.height_mm + 2 * _BEVEL_MM),
            )
        )
        lay_over(scene, _below(coloured(scene.shape, _MOUNT), glass, 7.0 * px_per_mm, 0.30), glass)
        lay_over(scene, _below(coloured(scene.shape, "#ffffff"), cut, 1.4 * px_per_mm, 0.35), cut)
        rgb = coloured(scene.shape, cloth.rgb)
        lay_art(rgb, art, area, (left, top), px_per_mm)
        lay_over(scene, _below(rgb, paper, 1.8 * px_per_mm, 0.16), paper)
        lay_over(scene, scene + _reflection(*size_px)[..., None], glass)
        return to_levels(scene)


def _below(rgb: Field, opening: Field, reach_px: float, strength: float) -> Field:
    """What lies below an opening, in the shadow of its left and upper edge."""
    wall = np.asarray(1 - opening, dtype=np.float32)
    cast_shadow(rgb, wall, 1.0, depth_mm=reach_px, strength=strength)
    return rgb


def _reflection(width_px: int, height_px: int) -> Field:
    """A window's light on the glass, slantwise and hardly there."""
    y, x = np.mgrid[0:height_px, 0:width_px].astype(np.float32)
    across = x / width_px + 0.7 * y / height_px
    bands = np.exp(-np.square((across - 0.46) / 0.10)) + 0.6 * np.exp(-np.square((across - 0.72) / 0.035))
    return np.asarray(0.022 * bands, dtype=np.float32)


CANVAS = Wrapped()
FRAMED = Framed()
