"""Labels as paths: every patch of an ink outlined by smooth curves, what lies on it drawn over it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import vtracer

from pod.drawing import Canvas, Drawing, Path, Transform
from pod.imaging.colour import to_hex
from pod.imaging.png import encode_png
from pod.printprep.tracing.inks import NOTHING, Inked, Pixels

_MARGIN_PX = 2
"""A clear rim all around: vtracer only believes in transparency where it meets enough of it."""

_STEP = 7
"""Levels of red between two inks, as the tracer sees them."""

_PATH = re.compile(r'<path d="([^"]*)" fill="#([0-9A-Fa-f]{6})" transform="translate\(([-0-9.]+),([-0-9.]+)\)"/>')


def outlined(art: Inked, unit: float) -> Drawing:
    """Labels as a drawing, each pixel of theirs `unit` wide. Patches are stacked: one reaches under its neighbour, so that no
    seam shows between them."""
    height, width = art.labels.shape
    canvas = Canvas(width * unit, height * unit)
    for path, ink in _patches(art):
        canvas.fill(path, to_hex(art.rgb[ink]), transform=Transform.scale(unit))
    return canvas.drawing()


def _patches(art: Inked) -> Iterator[tuple[Path, int]]:
    svg = vtracer.convert_raw_image_to_svg(
        encode_png(_coded(art)),
        img_format="png",
        colormode="color",
        hierarchical="stacked",
        mode="spline",
        filter_speckle=0,
        color_precision=8,
        layer_difference=0,
        corner_threshold=60,
        length_threshold=4.0,
        max_iterations=10,
        splice_threshold=45,
        path_precision=2,
    )
    for d, code, x, y in _PATH.findall(svg):
        place = Transform.move(float(x) - _MARGIN_PX, float(y) - _MARGIN_PX)
        yield Path.parse(d).transformed(place), int(code[:2], 16) // _STEP - 1


def _coded(art: Inked) -> Pixels:
    """Each ink as a colour far from all others, which no tracer would take for a shade of its neighbour."""
    height, width = art.labels.shape
    coded = np.zeros((height + 2 * _MARGIN_PX, width + 2 * _MARGIN_PX, 4), dtype=np.uint8)
    inside = coded[_MARGIN_PX:-_MARGIN_PX, _MARGIN_PX:-_MARGIN_PX]
    shown = art.labels != NOTHING
    inside[..., 0] = np.where(shown, (art.labels + 1) * _STEP, 0)
    inside[..., 3] = np.where(shown, 255, 0)
    return coded
