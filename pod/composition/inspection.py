"""All composition checks over one picture: what was found, and by name what could not be measured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from pod.composition import drawn_products, edges, inks_asked, marks, placing, surface
from pod.composition.ground import Ground, GroundKind
from pod.composition.measured import Asked, Measured
from pod.composition.prepared import prepare
from pod.imaging.press import PressProfile
from pod.model.findings import Finding, Findings
from pod.model.geometry import Box

Pixels = NDArray[np.uint8]
Detector = Callable[[Measured], Finding | None]

ANY_PICTURE: Final[tuple[Detector, ...]] = (
    surface.blank,
    edges.checkerboard,
    edges.ground_not_flat,
    edges.opaque_ground,
    edges.unexpected_ground,
    edges.fades_out,
    drawn_products.drawn_product,
    surface.black_slab,
    surface.gradients,
    surface.colours,
    inks_asked.off_palette,
    inks_asked.unprintable_colours,
)
KNOWN_INK: Final[tuple[Detector, ...]] = (
    placing.cut_by_edge,
    placing.off_centre,
    placing.margin,
    placing.too_small,
    placing.specks,
    placing.several_subjects,
    placing.frame_line,
    marks.stray_words,
    edges.halo,
    edges.half_transparent,
    edges.hidden_colour,
    surface.hairlines,
    surface.tiny_gaps,
    surface.invisible_on_cloth,
)
"""These need ink and ground told apart; over a scene they are listed as not measured."""

NEVER_MEASURED: Final = ("words_in_the_drawing", "protected_marks")
"""What takes reading or recognising: a person looks, and silence is not taken for a pass."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """`ground` is the flat ground's ``#rrggbb``, "" with real transparency or none that is flat.

    `ink_box_px` leaves specks out. `inks` are the main colours with the share each covers, the largest first;
    `area_inks` are those of its even areas, to the smallest, where a flat style's inks are not those that were asked for.
    `asked` is kept so that a repair is judged by the same questions.
    """

    findings: Findings
    ground: str
    ink_box_px: Box | None
    width_px: int
    height_px: int
    off_centre: tuple[float, float]
    smallest_margin: float
    filled: float
    inks: tuple[tuple[str, float], ...]
    area_inks: tuple[tuple[str, float], ...]
    measured_ground: Ground
    asked: Asked
    factor: int

    def finding(self, rule: str) -> Finding | None:
        return next((f for f in self.findings.found if f.rule == rule), None)


def inspect(
    pixels: Pixels,
    *,
    expected_ground: str = "",
    cloth_rgb: str = "",
    px_per_mm: float = 0.0,
    max_colours: int = 0,
    palette: tuple[str, ...] = (),
    press: PressProfile | None = None,
    border_meant: bool = False,
) -> Inspection:
    """Measures height × width × 4 `pixels`; nothing is changed.

    `expected_ground` is the key colour that was asked for, `cloth_rgb` what it will be printed on, `px_per_mm` its
    printed size where that is known, `max_colours` a process's or a style's own limit, `palette` the
    inks that were asked for, `press` the condition of a CMYK print, `border_meant` that a frame around it is no accident.
    """
    asked = Asked(expected_ground, cloth_rgb, px_per_mm, max_colours, palette, press, border_meant=border_meant)
    return inspect_for(pixels, asked)


def inspect_for(pixels: Pixels, asked: Asked) -> Inspection:
    """`inspect`, with the questions put together already: a repair is judged by those that the picture was asked."""
    measured = Measured(prepare(pixels), asked)
    known = measured.prepared.has_known_ink
    detectors = ANY_PICTURE + (KNOWN_INK if known else ())
    found = tuple(finding for detect in detectors if (finding := detect(measured)) is not None)
    skipped = () if known else tuple(detect.__name__ for detect in KNOWN_INK)
    skipped += () if asked.cloth_rgb or not known else ("invisible_on_cloth",)
    ground = measured.prepared.ground
    return Inspection(
        findings=Findings(_one_way_out(found), NEVER_MEASURED + skipped),
        ground=ground.colour if ground.kind is GroundKind.FLAT else "",
        ink_box_px=measured.box_px,
        width_px=int(pixels.shape[1]),
        height_px=int(pixels.shape[0]),
        off_centre=measured.off_centre,
        smallest_margin=measured.smallest_margin,
        filled=measured.filled,
        inks=measured.inks.colours,
        area_inks=measured.area_inks.colours if asked.flat_inks and _has_other_inks(found) else (),
        measured_ground=ground,
        asked=asked,
        factor=measured.prepared.factor,
    )


def _has_other_inks(found: tuple[Finding, ...]) -> bool:
    return any(finding.rule in ("off_palette", "colours") for finding in found)


def _one_way_out(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """An empty picture is only empty: that it is also off centre helps nobody."""
    blank = tuple(f for f in found if f.rule == "blank")
    return blank or found
