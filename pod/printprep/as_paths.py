"""Art as paths, for SVG and for pages that hold no pixels: drawn art as it is, pictures traced."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from pod.drawing import Canvas, Transform
from pod.model.findings import Findings
from pod.model.geometry import MM_PER_INCH, Box
from pod.model.product import PrintArea, ProcessLimits
from pod.model.recipe import Placement
from pod.printprep.fit import placed
from pod.printprep.laying import lay, runs_on
from pod.printprep.master import Art, PictureArt, VectorArt
from pod.printprep.tracing import traced

Pixels = NDArray[np.uint8]

_LONGEST_PX = 4096
"""More pixels add nodes to the paths and nothing to their course."""

_OF_PIXELS = frozenset({"low_resolution", "enlarged"})
"""What is told of a picture and means nothing of paths."""


@dataclass(frozen=True, slots=True)
class Trace:
    """How a picture became paths: inks, nodes, and how far they are from it (`tracing.Difference`)."""

    inks: int
    nodes: int
    mean_levels: float
    far_share: float


@dataclass(frozen=True, slots=True)
class Traced:
    """The art as paths, where it now has to be placed, what was told of its edges, and how it was traced, where it was."""

    art: Art
    placement: Placement
    findings: Findings = Findings()
    trace: Trace | None = None


def as_paths(art: Art, area: PrintArea, placement: Placement, limits: ProcessLimits) -> Traced:
    """The art as paths. What would be too small for the process where the art is placed is left out. An opaque picture is
    traced with its bleed, so that no seam lies between the two. Raises `InputRefused` for a picture that is no flat art."""
    if not isinstance(art, PictureArt):
        return Traced(art, placement)
    if runs_on(art, area):
        return _with_bleed(art, area, placement, limits)
    pixels, aspect = _pixels(art), art.ink.width / art.ink.height
    placed_mm = placed(area, placement.fit, aspect, opaque=art.opaque, asked_mm=placement.box_mm)
    px_per_mm = min(pixels.shape[1] / placed_mm.width, pixels.shape[0] / placed_mm.height)
    drawn, trace = _traced(pixels, px_per_mm, limits, art.art, art.art)
    return Traced(drawn, placement, trace=trace)


def _with_bleed(art: PictureArt, area: PrintArea, placement: Placement, limits: ProcessLimits) -> Traced:
    """The whole sheet at about the picture's own resolution, bleed and all, becomes the art; its frame stays the picture's,
    since that is where words are set."""
    bleed_mm = Box(0, 0, area.width_mm, area.height_mm).grown(area.bleed_mm)
    look = lay(art, None, area, placement, limits, "")
    found = Findings(tuple(f for f in look.findings.found if f.rule not in _OF_PIXELS))
    at_its_own = replace(area, target_ppi=_ppi(look.source_ppi, bleed_mm), px=None)
    laid = lay(art, None, at_its_own, placement, limits, "").inking
    pixels = _rgba(np.concatenate(list(laid.strips())))
    x, y = art.art.width / laid.art_px.width, art.art.height / laid.art_px.height
    left, top = art.art.left - laid.art_px.left * x, art.art.top - laid.art_px.top * y
    whole = Box(left, top, pixels.shape[1] * x, pixels.shape[0] * y)
    drawn, trace = _traced(pixels, min(laid.sheet.px_per_mm), limits, whole, art.art)
    return Traced(drawn, replace(placement, box_mm=bleed_mm), found, trace)


def _ppi(source_ppi: float, bleed_mm: Box) -> int:
    """The picture's own, or as much as is of use."""
    return max(1, round(min(source_ppi, _LONGEST_PX / max(bleed_mm.width, bleed_mm.height) * MM_PER_INCH)))


def _traced(pixels: Pixels, px_per_mm: float, limits: ProcessLimits, onto: Box, frame: Box) -> tuple[VectorArt, Trace]:
    """The pixels traced onto the box `onto`, in the units of a frame that ends where `frame` leaves as much room as before it."""
    found = traced(
        pixels,
        apart_px=limits.min_speck_mm2 * px_per_mm**2,
        inside_px=math.pi / 4 * (limits.min_line_mm * px_per_mm) ** 2,
    )
    canvas = Canvas(frame.left + frame.right, frame.top + frame.bottom)
    to_units = Transform.scale(onto.width / pixels.shape[1], onto.height / pixels.shape[0])
    canvas.place(found.drawing, to_units.then(Transform.move(onto.left, onto.top)))
    difference = found.difference
    trace = Trace(len(found.inks), found.nodes, round(difference.mean, 2), round(difference.far_share, 4))
    return VectorArt(canvas.drawing(), onto), trace


def _pixels(art: PictureArt) -> Pixels:
    """The picture's ink box as RGBA, at its own size or as large as is of use."""
    height, width, _ = art.source.shape
    shrink = min(1.0, _LONGEST_PX / max(width, height))
    width, height = max(1, round(width * shrink)), max(1, round(height * shrink))
    return _rgba(np.concatenate(list(art.source.strips(width, height, Box(0, 0, width, height), None))))


def _rgba(pixels: Pixels) -> Pixels:
    return pixels if pixels.shape[2] == 4 else np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2RGBA), dtype=np.uint8)
