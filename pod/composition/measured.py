"""What several checks ask about the same picture, measured once."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.composition.ground import GroundKind
from pod.composition.labspace import Pixels, distance_to, eight_bit_lab, steepness
from pod.composition.palette import Cells, Inks
from pod.composition.parts import Parts, parts_of, speck_labels
from pod.composition.prepared import EMPTY_BELOW, Prepared, as_mask, box_of, share_of
from pod.composition.rules import limit
from pod.imaging.press import PressProfile
from pod.model.geometry import Box

_EDGE_PX: Final = 2
_EDGE_ALPHA: Final = 128
GROUND_DEPTH: Final = 32
"""Of `Measured.ink_depth`: up to here it is ground, or a trace on it."""

EVEN: Final = 14
"""Levels of L*a*b* (8 bit) within three pixels."""

_MOSTLY_EVEN: Final = 0.15
_EVERY_AREA: Final = 0.995


@dataclass(frozen=True)
class Asked:
    """What the checks are to hold the picture against. `px_per_mm` is at the printed size, where that is known; else it
    follows from the `room_mm` that the ink is to fill. `border_meant` says that whoever drew it put its frame there, `flat_inks`
    that its style is drawn in flat areas of few inks, `wordless` that whoever drew it was asked for no words."""

    expected_ground: str = ""
    cloth_rgb: str = ""
    px_per_mm: float = 0.0
    max_colours: int = 0
    palette: tuple[str, ...] = ()
    press: PressProfile | None = None
    room_mm: tuple[float, float] | None = None
    border_meant: bool = False
    flat_inks: bool = False
    wordless: bool = False


@dataclass(frozen=True)
class Measured:
    """One prepared picture and its shared measures; boxes and margins leave specks out. Working pixels unless ``_px``."""

    prepared: Prepared
    asked: Asked

    @functools.cached_property
    def parts(self) -> Parts:
        return parts_of(self.prepared.ink)

    @functools.cached_property
    def speck_labels(self) -> tuple[int, ...]:
        return speck_labels(self.parts, self.prepared.short_side, limit("specks"), limit("speck_apart"))

    @functools.cached_property
    def box(self) -> Box | None:
        if not self.speck_labels:
            return box_of(self.prepared.ink)
        clean = self.prepared.ink.copy()
        clean[self.parts.only(self.speck_labels) > 0] = 0
        return box_of(clean)

    @functools.cached_property
    def box_px(self) -> Box | None:
        """The ink's box in full-size pixels, exact to one working pixel."""
        return self.box.scaled(self.prepared.factor) if self.box else None

    @functools.cached_property
    def px_per_mm(self) -> float:
        """At the printed size; 0 where nobody knows it. The ink is as large as its room lets it be."""
        if self.asked.px_per_mm or self.asked.room_mm is None or self.box_px is None:
            return self.asked.px_per_mm
        width_mm, height_mm = self.asked.room_mm
        return max(self.box_px.width / width_mm, self.box_px.height / height_mm)

    @functools.cached_property
    def off_centre(self) -> tuple[float, float]:
        """How far the box's centre lies right of and below the picture's, as shares of its sides."""
        if self.box is None:
            return 0.0, 0.0
        across, down = self.box.centre
        return across / self.prepared.width - 0.5, down / self.prepared.height - 0.5

    @functools.cached_property
    def smallest_margin(self) -> float:
        """The smallest distance from the box to a side, as a share of the shorter side."""
        if self.box is None:
            return 1.0
        box, p = self.box, self.prepared
        return max(0.0, min(box.left, box.top, p.width - box.right, p.height - box.bottom) / p.short_side)

    @functools.cached_property
    def filled(self) -> float:
        """The larger of the shares of width and height that the box takes."""
        if self.box is None:
            return 0.0
        return max(self.box.width / self.prepared.width, self.box.height / self.prepared.height)

    @functools.cached_property
    def edge_runs(self) -> Mapping[str, float]:
        """Per side, the longest run of ink along the picture's last two pixels, as a share of the side."""
        pixels = self.prepared.pixels
        ends = {
            "left": pixels[:, :_EDGE_PX],
            "top": pixels[:_EDGE_PX].swapaxes(0, 1),
            "right": pixels[:, -_EDGE_PX:],
            "bottom": pixels[-_EDGE_PX:].swapaxes(0, 1),
        }
        return {
            side: _longest_run(np.asarray(self._is_ink(rows).all(axis=1), dtype=bool)) / len(rows)
            for side, rows in ends.items()
        }

    def _is_ink(self, rows: Pixels) -> NDArray[np.bool_]:
        solid = rows[..., 3] >= _EDGE_ALPHA
        ground = self.prepared.ground
        if ground.kind is GroundKind.TRANSPARENT:
            return solid
        away = distance_to(eight_bit_lab(rows[..., :3]), ground.lab) > max(limit("ink_strong"), ground.tolerance)
        return solid & away

    @functools.cached_property
    def inks(self) -> Inks:
        return Cells.of(self.prepared.lab, self.prepared.rgb, self.shown).inks()

    @functools.cached_property
    def flat_inks(self) -> Inks:
        """The inks of even areas alone: along edges, and more so after a JPEG, two inks make many that nobody asked for."""
        enough = share_of(self.even) > _MOSTLY_EVEN * share_of(self.shown)
        return self._even_cells.inks() if enough else Inks(())

    @functools.cached_property
    def area_inks(self) -> Inks:
        """Nearly every ink of even areas: a small eye has one, too."""
        return self._even_cells.inks(_EVERY_AREA)

    @functools.cached_property
    def _even_cells(self) -> Cells:
        return Cells.of(self.prepared.lab, self.prepared.rgb, self.even)

    @functools.cached_property
    def even(self) -> NDArray[np.bool_]:
        """What is shown and no edge."""
        return np.asarray(self.shown & (steepness(self.prepared.lab) < EVEN), dtype=bool)

    @functools.cached_property
    def ink_depth(self) -> Pixels:
        """How clearly each pixel is ink, 0 to 255. With real transparency all or nothing; on a flat ground half a ΔE a level,
        since a JPEG draws a fine line and a fine gap wider and fainter than they are."""
        p = self.prepared
        if p.ground.kind is not GroundKind.FLAT:
            return as_mask(self.shown)
        away = np.minimum(2 * distance_to(p.lab, p.ground.lab), 255).astype(np.uint8)
        return np.asarray(cv2.bitwise_and(away, as_mask(p.alpha >= _EDGE_ALPHA)), np.uint8)

    @functools.cached_property
    def shown(self) -> NDArray[np.bool_]:
        """Pixels that count as the picture's colour: the ink, or all that is there where ink cannot be told apart."""
        if self.prepared.has_known_ink:
            return np.asarray((self.prepared.ink > 0) & (self.prepared.alpha >= _EDGE_ALPHA))
        return np.asarray(self.prepared.alpha >= EMPTY_BELOW)


def _longest_run(line: NDArray[np.bool_]) -> int:
    steps = np.flatnonzero(np.diff(np.concatenate(([0], line.astype(np.int8), [0]))))
    return int((steps[1::2] - steps[::2]).max()) if len(steps) else 0
