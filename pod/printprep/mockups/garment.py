"""Things made of cloth, in their own millimetres: outlines, seams, folds. Ink lies in the cloth and goes along with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import cv2
import numpy as np

from pod.drawing import Canvas, Drawing, Path, Transform
from pod.imaging.colour import luminance, mix
from pod.model.product import Cloth, PrintArea, ProcessLimits
from pod.printprep.mockups.relief import (
    Field,
    Fold,
    grooved,
    grown_to,
    light,
    relief,
    rounded_edge,
    slopes,
)
from pod.printprep.mockups.stage import (
    Pixels,
    at_scale,
    backdrop,
    cast_shadow,
    drawn,
    lay_over,
    lit,
    mask_of,
    to_levels,
    warped,
    weave,
)

_BEND_MM = 0.5
"""How far the steepest fold moves the ink sideways: less than the millimetre within which a proof has to be true."""

_SHEEN = 0.022
_EXPOSURE = 0.93
"""Flat white comes out a little below white, so that a fold in the light can be brighter."""

_PITCH_MM, _LEAST_PITCH_PX, _THREAD_MM = 0.8, 3.0, 0.45
"""How far apart stitches lie (never so near that a small picture could not show them), and how high."""

_SHADOW_MM = 9.0
_SEAM_WIDTH_MM, _SEAM_DEPTH_MM = 4.0, 0.8


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of cloth: its outline, and how it is painted in a cloth colour, seams included."""

    outline: Path
    draw: Callable[[Canvas, str], None]

    def scaled(self, size_mm: tuple[float, float], factor: float) -> Layer:
        def draw(canvas: Canvas, cloth: str) -> None:
            own = Canvas(*size_mm)
            self.draw(own, cloth)
            canvas.place(own.drawing(), Transform.scale(factor))

        return Layer(self.outline.transformed(Transform.scale(factor)), draw)


@dataclass(frozen=True, slots=True)
class Garment:
    """A thing of cloth, lying flat and true to scale.

    `behind` lies further back and has no print; `over` lies on the print. `parts` are outlines whose edges are rounded by so many millimetres,
    from the largest to the smallest; `seams` are grooves.
    """

    size_mm: tuple[float, float]
    front: Layer
    folds: tuple[Fold, ...]
    parts: tuple[tuple[Path, float], ...]
    seams: tuple[Path, ...]
    behind: Layer | None = None
    over: Layer | None = None
    uneven_mm: float = 0.9
    texture: float = 0.012

    def width_mm(self, _area: PrintArea) -> float:
        return self.size_mm[0]

    def corner_mm(self, area: PrintArea) -> tuple[float, float]:
        centred = ((self.size_mm[0] - area.width_mm) / 2, (self.size_mm[1] - area.height_mm) / 2)
        return area.on_mockup_mm or centred

    def scaled(self, factor: float) -> Garment:
        """The same cut in another size."""
        by = Transform.scale(factor)
        return Garment(
            (self.size_mm[0] * factor, self.size_mm[1] * factor),
            self.front.scaled(self.size_mm, factor),
            tuple(fold.scaled(factor) for fold in self.folds),
            tuple((part.transformed(by), thickness_mm) for part, thickness_mm in self.parts),
            tuple(seam.transformed(by) for seam in self.seams),
        )

    def picture(self, art: Pixels, area: PrintArea, cloth: Cloth, limits: ProcessLimits, width_px: int) -> Pixels:
        work = _Work(self, cloth, width_px, stitched=limits.digitised)
        scene = backdrop(*work.size_px)
        if self.behind is not None:
            work.lay(scene, self.behind, work.rounded(self.behind.outline, 2.5), shadow_mm=0.8 * _SHADOW_MM)
        work.lay(scene, self.front, work.height(), ink=at_scale(art, area, work.px_per_mm), area=area)
        if self.over is not None:
            work.lay(scene, self.over, work.rounded(self.over.outline, 1.6), shadow_mm=0.25 * _SHADOW_MM)
        return to_levels(scene)


@dataclass(frozen=True, slots=True)
class _Work:
    """A garment at the size of one picture."""

    garment: Garment
    cloth: Cloth
    width_px: int
    stitched: bool

    @property
    def px_per_mm(self) -> float:
        return self.width_px / self.garment.size_mm[0]

    @property
    def size_px(self) -> tuple[int, int]:
        return self.width_px, round(self.garment.size_mm[1] * self.px_per_mm)

    def lay(
        self,
        scene: Field,
        layer: Layer,
        height: Field,
        *,
        shadow_mm: float = _SHADOW_MM,
        ink: Pixels | None = None,
        area: PrintArea | None = None,
    ) -> None:
        """Onto the scene, in place: shadow, cloth, ink, and the light over both."""
        cast_shadow(scene, self._covered(layer.outline), self.px_per_mm, depth_mm=shadow_mm)
        right, down = slopes(height, 1 / self.px_per_mm)
        rgb, cover = drawn(self._drawing(layer), *self.size_px)
        if ink is not None and area is not None:
            covered = self._print(rgb, ink, area, right, down)
            if self.stitched:
                right, down = slopes(height + self._thread(covered), 1 / self.px_per_mm)
        brightness = light(right, down) * weave(*self.size_px, self.garment.texture)
        lay_over(scene, lit(_EXPOSURE * rgb, brightness, sheen=_SHEEN, tint=self.cloth.rgb), cover)

    def _print(self, rgb: Field, ink: Pixels, area: PrintArea, right: Field, down: Field) -> Field:
        """The ink into the cloth's colour, in place, moved along the folds; where it covers."""
        left, top = (round(v * self.px_per_mm) for v in self.garment.corner_mm(area))
        rows = slice(max(0, top), min(rgb.shape[0], top + ink.shape[0]))
        columns = slice(max(0, left), min(rgb.shape[1], left + ink.shape[1]))
        reach = _BEND_MM * self.px_per_mm / max(1e-6, float(np.hypot(right, down).max()))
        y, x = np.mgrid[rows, columns].astype(np.float32)
        x += right[rows, columns] * reach - left
        y += down[rows, columns] * reach - top
        colours, cover = warped(ink, x, y)
        lay_over(rgb[rows, columns], colours, cover)
        covered = np.zeros(rgb.shape[:2], dtype=np.float32)
        covered[rows, columns] = cover
        return covered

    def _thread(self, covered: Field) -> Field:
        """Stitches stand up from the cloth and lie slantwise beside each other."""
        y, x = np.mgrid[0 : covered.shape[0], 0 : covered.shape[1]].astype(np.float32)
        pitch_px = max(_LEAST_PITCH_PX, _PITCH_MM * self.px_per_mm)
        rows = np.cos((x + 0.55 * y) * np.float32(2 * np.pi / pitch_px))
        raised = cv2.GaussianBlur(covered, (0, 0), max(0.7, 0.35 * self.px_per_mm))
        return np.asarray(raised * (_THREAD_MM + 0.05 * pitch_px / self.px_per_mm * rows), dtype=np.float32)

    def height(self) -> Field:
        """Folds, rounded edges and seams in mm."""
        garment = self.garment
        height = grown_to(relief(garment.folds, *garment.size_mm, garment.uneven_mm), *self.size_px)
        for part, thickness_mm in garment.parts:
            height += self.rounded(part, thickness_mm)
        lines = Canvas(*garment.size_mm)
        for seam in garment.seams:
            lines.stroke(seam, "#000000", 0.5 * _SEAM_WIDTH_MM)
        _, cover = drawn(lines.drawing(), *self.size_px)
        height += grooved(cover, self.px_per_mm, width_mm=_SEAM_WIDTH_MM, depth_mm=_SEAM_DEPTH_MM)
        return np.asarray(cv2.GaussianBlur(height, (0, 0), 0.8), dtype=np.float32)

    def rounded(self, outline: Path, thickness_mm: float) -> Field:
        reach_mm = 3.5 * thickness_mm
        return rounded_edge(self._covered(outline), self.px_per_mm, reach_mm=reach_mm, height_mm=thickness_mm)

    def _covered(self, outline: Path) -> Field:
        return mask_of(outline, *self.garment.size_mm, *self.size_px)

    def _drawing(self, layer: Layer) -> Drawing:
        canvas = Canvas(*self.garment.size_mm)
        layer.draw(canvas, self.cloth.rgb)
        return canvas.drawing()


def shade(rgb: str, share: float) -> str:
    """Darker, or on very dark cloth lighter: a seam has to be seen on every cloth."""
    return mix(rgb, "#ffffff" if luminance(rgb) < 0.03 else "#000000", share)


def stitch(canvas: Canvas, path: Path, cloth: str) -> None:
    canvas.stroke(path, shade(cloth, 0.30), 0.7, 0.75, dash=(2.0, 1.5))


def seam(canvas: Canvas, path: Path, cloth: str) -> None:
    canvas.stroke(path, shade(cloth, 0.34), 1.1, 0.55)


def flipped(path: Path, axis_mm: float) -> Path:
    return path.transformed(Transform(-1, 0, 0, 1, 2 * axis_mm, 0))


def ribbed(canvas: Canvas, rib: Path, cloth: str, axis_mm: float, top_mm: float, bottom_mm: float) -> None:
    """A knitted collar: all of its ribs run to the middle of the neck."""
    lines = (
        Path.lines([(axis_mm + step * 1.5, top_mm - 40), (axis_mm + step * 2.6, bottom_mm + 20)], closed=False)
        for step in range(-46, 47)
    )
    _knitted(canvas, rib, cloth, lines)


def cuffed(canvas: Canvas, cuff: Path, cloth: str, lean: float = 0.0) -> None:
    """A knitted cuff or hem: its ribs run along, leaning by so many mm to the right on each mm downwards."""
    box = cuff.bounds()
    reach = abs(lean) * box.height
    lines = (
        Path.lines([(x, box.top - 2), (x + lean * (box.height + 4), box.bottom + 2)], closed=False)
        for x in np.arange(box.left - reach, box.right + reach, 3.4)
    )
    _knitted(canvas, cuff, cloth, lines)


def _knitted(canvas: Canvas, rib: Path, cloth: str, lines: Iterable[Path]) -> None:
    canvas.fill(rib, shade(cloth, 0.04))
    with canvas.group(clip=rib):
        for line in lines:
            canvas.stroke(line, shade(cloth, 0.26), 0.7, 0.5)
    canvas.stroke(rib, shade(cloth, 0.30), 0.9, 0.6)


def both_halves(left: str, axis_mm: float) -> Path:
    """A closed outline from its left half, which goes from the axis above to the axis below in lines and cubic curves."""
    (_, start), *half = Path.parse(left).commands
    ends = [start, *(values[-2:] for _, values in half)]
    back = [(name, _reversed(values[:-2] + before)) for (name, values), before in zip(half, ends, strict=False)]
    mirror = Transform(-1, 0, 0, 1, 2 * axis_mm, 0)
    return Path((("M", start), *half, *Path(tuple(reversed(back))).transformed(mirror).commands, ("Z", ())))


def _reversed(values: tuple[float, ...]) -> tuple[float, ...]:
    """A curve's two controls change places; its new end stays last."""
    *controls, x, y = values
    return (*controls[2:], *controls[:2], x, y)
