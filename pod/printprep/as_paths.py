"""Art as paths, for SVG and for pages that hold no pixels: drawn art as it is, pictures traced."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.drawing import Canvas, Transform
from pod.model.geometry import Box
from pod.model.product import PrintArea, ProcessLimits
from pod.model.recipe import Placement
from pod.printprep.fit import placed
from pod.printprep.master import Art, PictureArt, VectorArt
from pod.printprep.tracing import traced

Pixels = NDArray[np.uint8]

_LONGEST_PX = 4096
"""More pixels add nodes to the paths and nothing to their course."""


@dataclass(frozen=True, slots=True)
class Trace:
    """How a picture became paths: inks, nodes, and how far they are from it (`tracing.Difference`)."""

    inks: int
    nodes: int
    mean_levels: float
    far_share: float


def as_paths(art: Art, area: PrintArea, placement: Placement, limits: ProcessLimits) -> tuple[Art, Trace | None]:
    """The art as paths, and how they were made of a picture that was none. What would be too small for the process where
    the art is placed is left out. Raises `InputRefused` for a picture that is no flat art."""
    if not isinstance(art, PictureArt):
        return art, None
    pixels, aspect = _pixels(art), art.ink.width / art.ink.height
    placed_mm = placed(area, placement.fit, aspect, opaque=art.opaque, asked_mm=placement.box_mm)
    px_per_mm = min(pixels.shape[1] / placed_mm.width, pixels.shape[0] / placed_mm.height)
    found = traced(
        pixels,
        apart_px=limits.min_speck_mm2 * px_per_mm**2,
        inside_px=math.pi / 4 * (limits.min_line_mm * px_per_mm) ** 2,
    )
    canvas = Canvas(art.art.left + art.art.right, art.art.top + art.art.bottom)
    to_units = Transform.scale(art.art.width / pixels.shape[1], art.art.height / pixels.shape[0])
    canvas.place(found.drawing, to_units.then(Transform.move(art.art.left, art.art.top)))
    difference = found.difference
    return (
        VectorArt(canvas.drawing(), art.art),
        Trace(len(found.inks), found.nodes, round(difference.mean, 2), round(difference.far_share, 4)),
    )


def _pixels(art: PictureArt) -> Pixels:
    """The picture's ink box as RGBA, at its own size or as large as is of use."""
    height, width, channels = art.source.shape
    shrink = min(1.0, _LONGEST_PX / max(width, height))
    width, height = max(1, round(width * shrink)), max(1, round(height * shrink))
    whole = np.concatenate(list(art.source.strips(width, height, Box(0, 0, width, height), None)))
    return whole if channels == 4 else np.asarray(cv2.cvtColor(whole, cv2.COLOR_RGB2RGBA), dtype=np.uint8)
