"""Plates of a sheet that are no colour, found while its strips go by: the knife's line and the white underbase."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pod.drawing import Drawing
from pod.drawing.paths import Path
from pod.model.geometry import Box
from pod.model.product import ProcessLimits
from pod.printprep.contour import Cut, cut_line
from pod.printprep.fit import Sheet
from pod.printprep.underbase import is_dark, white_plate
from pod.printprep.white_paths import white_path

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Plates:
    """None where the area has no such plate, or its cloth needs none. White is the sheet's pixels, or for drawn art paths in
    the trim's millimetres, even-odd."""

    cut: Cut | None = None
    white: NDArray[np.bool_] | Path | None = None


class PlateMaker:
    """``see`` a sheet's strips (RGB or RGBA) from the top, then ``made`` gives the plates. It keeps their alpha, where it
    is needed at all. `drawing` is the art in the trim's millimetres where all that prints is its paths."""

    def __init__(self, sheet: Sheet, limits: ProcessLimits, cloth_rgb: str, drawing: Drawing | None) -> None:
        self._sheet, self._limits = sheet, limits
        self._cuts = bool(sheet.area.cut)
        self._whitens = bool(sheet.area.white) and (limits.white_under_all or is_dark(cloth_rgb))
        self._white_paths = self._drawn(drawing) if self._whitens and drawing is not None else None
        self._alpha = list[NDArray[np.uint8]]()

    def see(self, strip: Pixels) -> None:
        if self._cuts or (self._whitens and self._white_paths is None):
            opaque = strip.shape[2] == 3
            self._alpha.append(np.full(strip.shape[:2], 255, np.uint8) if opaque else strip[..., 3].copy())

    def made(self) -> Plates:
        alpha = np.concatenate(self._alpha) if self._alpha else np.empty((0, 0), dtype=np.uint8)
        self._alpha.clear()
        return Plates(
            cut_line(alpha, self._sheet, self._limits) if self._cuts else None,
            self._white(alpha) if self._whitens else None,
        )

    def _drawn(self, drawing: Drawing) -> Path | None:
        area = self._sheet.area
        bleed = Box(0, 0, area.width_mm, area.height_mm).grown(area.bleed_mm)
        return white_path(drawing, bleed, choke_mm=self._limits.white_choke_mm)

    def _white(self, alpha: NDArray[np.uint8]) -> NDArray[np.bool_] | Path:
        if self._white_paths is not None:
            return self._white_paths
        return white_plate(alpha, choke_mm=self._limits.white_choke_mm, px_per_mm=min(self._sheet.px_per_mm))
