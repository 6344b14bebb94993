"""The mug: a glazed cylinder, seen from the front and from both sides, and its whole wrap laid flat.

The wrap runs around the body with its middle opposite the handle, true to the millimetre along the surface.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from pod.drawing import Canvas, Path, rasterise
from pod.drawing.shapes import ellipse
from pod.imaging.colour import mix
from pod.model.product import Cloth, PrintArea, ProcessLimits
from pod.printprep.mockups.relief import Field, blurred, light, slopes
from pod.printprep.mockups.stage import (
    Pixels,
    at_scale,
    backdrop,
    cast_shadow,
    cover_of,
    drawn,
    lay_over,
    light_of,
    lit,
    mask_of,
    to_levels,
    to_light,
    warped,
)

RIM_MM = 8.0
"""Half the height of the opening's ellipse: the eye is a little above the rim."""

_SCENE_MM = (350.0, 300.0)
_STRIP_TOP_MM = 186.0
_AROUND_MM = 16.0
_HANDLE_REACH_MM = 31.0


@dataclass(frozen=True, slots=True)
class Body:
    """A cylinder, as it stands on the table."""

    radius_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class View:
    """A mug: its body, where the middle of its opening lies, how large it is shown, and how far it is turned to the
    right."""

    body: Body
    x_mm: float
    top_mm: float
    scale: float
    turn_degrees: float

    @property
    def radius_mm(self) -> float:
        return self.body.radius_mm * self.scale

    @property
    def rim_mm(self) -> float:
        return RIM_MM * self.scale


_LARGEST = Body(41.0, 96.0)
"""The largest body that the scene has room for at its full scale; a larger one is shown smaller."""


@dataclass(frozen=True, slots=True)
class Mug:
    body: Body

    @property
    def views(self) -> tuple[View, ...]:
        fits = min(1.0, _LARGEST.radius_mm / self.body.radius_mm, _LARGEST.height_mm / self.body.height_mm)
        return (
            View(self.body, 70, 50, 0.86 * fits, 78.0),
            View(self.body, 280, 50, 0.86 * fits, -78.0),
            View(self.body, 175, 40, 1.12 * fits, 0.0),
        )

    def corner_mm(self, area: PrintArea) -> tuple[float, float]:
        """Of the wrap laid flat."""
        return (_SCENE_MM[0] - area.width_mm) / 2, _STRIP_TOP_MM

    def width_mm(self, _area: PrintArea) -> float:
        return _SCENE_MM[0]

    def picture(self, art: Pixels, area: PrintArea, cloth: Cloth, _limits: ProcessLimits, width_px: int) -> Pixels:
        px_per_mm = width_px / _SCENE_MM[0]
        scene = backdrop(width_px, round(_SCENE_MM[1] * px_per_mm))
        wrap = at_scale(art, area, px_per_mm)
        for view in self.views:
            _Glazing(view, cloth, scene, px_per_mm).lay(wrap, area)
        self._lay_strip(scene, wrap, area, cloth, px_per_mm)
        return to_levels(scene)

    def _lay_strip(self, scene: Field, wrap: Pixels, area: PrintArea, cloth: Cloth, px_per_mm: float) -> None:
        left, top = (round(v * px_per_mm) for v in self.corner_mm(area))
        place = np.s_[top : top + wrap.shape[0], left : left + wrap.shape[1]]
        mask = np.zeros(scene.shape[:2], dtype=np.float32)
        mask[place] = 1
        cast_shadow(scene, mask, px_per_mm, depth_mm=0.8, strength=0.3)
        scene[place] = light_of(cloth.rgb)
        lay_over(scene[place], to_light(np.ascontiguousarray(wrap[..., :3])), cover_of(wrap))


class _Glazing:
    """One mug, drawn into its own part of the scene: `tile` is a view of it, millimetres count from the tile's corner."""

    def __init__(self, view: View, cloth: Cloth, scene: Field, px_per_mm: float) -> None:
        reach_mm = view.scale * (view.body.radius_mm + _HANDLE_REACH_MM) + _AROUND_MM
        left, right = (round((view.x_mm + side * reach_mm) * px_per_mm) for side in (-1, 1))
        top = round((view.top_mm - view.rim_mm - _AROUND_MM) * px_per_mm)
        bottom = round((view.top_mm + view.body.height_mm * view.scale + view.rim_mm + _AROUND_MM) * px_per_mm)
        self.tile = scene[max(0, top) : bottom, max(0, left) : right]
        self.view = replace(
            view, x_mm=view.x_mm - max(0, left) / px_per_mm, top_mm=view.top_mm - max(0, top) / px_per_mm
        )
        self.cloth = cloth
        self.px_per_mm = px_per_mm
        self.size_px = (self.tile.shape[1], self.tile.shape[0])
        self.size_mm = (self.size_px[0] / px_per_mm, self.size_px[1] / px_per_mm)

    def lay(self, wrap: Pixels, area: PrintArea) -> None:
        mask = mask_of(_body(self.view), *self.size_mm, *self.size_px)
        cast_shadow(self.tile, mask, self.px_per_mm, depth_mm=2.6 * self.view.scale, strength=0.55)
        if self.view.turn_degrees:
            self._lay_handle()
        across, down_mm = self._surface()
        rgb = np.broadcast_to(light_of(self.cloth.rgb), self.tile.shape).copy()
        lay_over(rgb, *warped(wrap, *_seen(self.view, wrap, area, across, down_mm)))
        lay_over(self.tile, _glazed(rgb, across, down_mm, self.view.body.height_mm), mask)
        self._lay_opening()

    def _surface(self) -> tuple[Field, Field]:
        """How far across the cylinder each column is (−1 to 1), and how far down its wall in mm each pixel."""
        x_mm, y_mm = self._places()
        across = (x_mm - self.view.x_mm) / self.view.radius_mm
        sag = RIM_MM * np.sqrt(np.maximum(0, 1 - np.square(across)))
        down_mm = ((y_mm - self.view.top_mm) / self.view.scale)[:, None] - sag[None]
        return np.asarray(across, np.float32), np.asarray(down_mm, np.float32)

    def _places(self) -> tuple[Field, Field]:
        """The middles of columns and rows in mm."""
        x, y = (np.asarray((np.arange(n) + 0.5) / self.px_per_mm, np.float32) for n in self.size_px)
        return x, y

    def _lay_opening(self) -> None:
        """The rim, and the wall inside it: darker towards the eye, lit at the back."""
        view, cloth = self.view, self.cloth
        canvas = Canvas(*self.size_mm)
        rim = ellipse(view.x_mm, view.top_mm, view.radius_mm, view.rim_mm)
        canvas.fill(rim, mix(cloth.rgb, "#ffffff", 0.35))
        canvas.stroke(rim, mix(cloth.rgb, "#000000", 0.14), 0.3)
        lay_over(self.tile, *drawn(canvas.drawing(), *self.size_px))
        wall = 2.4 * view.scale
        inner = ellipse(view.x_mm, view.top_mm, view.radius_mm - wall, view.rim_mm - 0.62 * wall)
        hole = mask_of(inner, *self.size_mm, *self.size_px)
        x_mm, y_mm = self._places()
        depth = 0.66 - 0.17 * ((y_mm - view.top_mm) / view.rim_mm)[:, None]
        depth = np.clip(depth + 0.14 * ((x_mm - view.x_mm) / view.radius_mm)[None], 0.3, 1)
        lay_over(self.tile, np.asarray(light_of(cloth.rgb) * depth[..., None], np.float32), hole)

    def _lay_handle(self) -> None:
        """A round bow on the side away from the wrap's middle."""
        thick_mm = 10.5 * self.view.scale
        canvas = Canvas(*self.size_mm)
        canvas.stroke(_bow(self.view), "#000000", thick_mm)
        mask = cover_of(rasterise(canvas.drawing(), *self.size_px))
        cast_shadow(self.tile, mask, self.px_per_mm, depth_mm=2.2 * self.view.scale, strength=0.4)
        round_mm = 0.62 * thick_mm * blurred(mask, 0.30 * thick_mm * self.px_per_mm)
        brightness = np.clip(light(*slopes(round_mm, 1 / self.px_per_mm)), 0.55, 1.25)
        glaze = np.broadcast_to(0.86 * light_of(self.cloth.rgb), self.tile.shape)
        lay_over(self.tile, lit(glaze, brightness, sheen=0.03), mask)


def _body(view: View) -> Path:
    left, right = view.x_mm - view.radius_mm, view.x_mm + view.radius_mm
    top, bottom = view.top_mm, view.top_mm + view.body.height_mm * view.scale
    # a Bézier curve whose ends are level reaches three quarters of its control points' depth
    rim, foot = 4 / 3 * view.rim_mm, 4.0 * view.scale
    return Path.parse(
        f"M {left} {top} L {left} {bottom - foot} C {left} {bottom + rim - foot / 2} {right} {bottom + rim - foot / 2} "
        f"{right} {bottom - foot} L {right} {top} C {right} {top - rim} {left} {top - rim} {left} {top} Z"
    )


def _bow(view: View) -> Path:
    side = -math.copysign(1, view.turn_degrees)
    reach = abs(math.sin(math.radians(view.turn_degrees)))

    def at(out_mm: float, down_mm: float) -> str:
        x = view.x_mm + side * (view.body.radius_mm + out_mm * reach) * view.scale
        return f"{x} {view.top_mm + down_mm * view.scale}"

    return Path.parse(
        f"M {at(-5, 24)} C {at(14, 19)} {at(29, 26)} {at(29, 48)} C {at(29, 68)} {at(15, 78)} {at(-5, 77)}"
    )


def _seen(view: View, wrap: Pixels, area: PrintArea, across: Field, down_mm: Field) -> tuple[Field, Field]:
    """Where on the wrap, in its pixels, each pixel of the tile looks."""
    per_mm = wrap.shape[1] / area.width_mm
    along_mm = (np.arcsin(np.clip(across, -1, 1)) + math.radians(view.turn_degrees)) * view.body.radius_mm
    x = np.where(np.abs(across) < 1, (along_mm + area.width_mm / 2) * per_mm - 0.5, -9.0)
    y = (down_mm - (view.body.height_mm - area.height_mm) / 2) * per_mm - 0.5
    return np.broadcast_to(x, y.shape).astype(np.float32), np.asarray(y, np.float32)


def _glazed(rgb: Field, across: Field, down_mm: Field, height_mm: float) -> Field:
    """Round, lit from the left, a window in the glaze, and a soft darkening at the foot and the far side."""
    facing = np.sqrt(np.maximum(0, 1 - np.square(across)))
    body = 0.60 + 0.40 * np.clip(0.93 * facing - 0.36 * across, 0, 1.05)
    window = 0.26 * np.exp(-(((across + 0.62) / 0.085) ** 4)) + 0.12 * np.exp(-(((across - 0.84) / 0.035) ** 2))
    foot = 0.10 * np.clip((down_mm - height_mm + 7) / 7, 0, 1) ** 2
    upright = np.clip((down_mm - 6) / 10, 0, 1) * np.clip((height_mm - 8 - down_mm) / 12, 0, 1)
    return np.asarray(rgb * (body[None] - foot)[..., None] + (window[None] * upright)[..., None], dtype=np.float32)


MUG = Mug(Body(41.0, 96.0))
MUG_15OZ = Mug(Body(43.0, 117.0))
MUG_20OZ = Mug(Body(47.0, 125.0))
