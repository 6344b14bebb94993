"""One display list, its writers and its raster engines.

A `Drawing` is a list of filled and stroked paths in *design units* (4096 across an artwork, y down). The same list is
written as SVG and rasterised, so the vector master and the picture cannot disagree.
"""

from pod.drawing.display import Canvas, Drawing, LinearGradient, RadialGradient
from pod.drawing.paths import Path, Transform
from pod.drawing.pdfium_engine import page_of
from pod.drawing.raster import draw_onto, draw_page, engines, rasterise
from pod.drawing.svg import read_svg, write_svg

UNITS = 4096.0
"""Design units across an artwork's width."""

__all__ = [
    "UNITS",
    "Canvas",
    "Drawing",
    "LinearGradient",
    "Path",
    "RadialGradient",
    "Transform",
    "draw_onto",
    "draw_page",
    "engines",
    "page_of",
    "rasterise",
    "read_svg",
    "write_svg",
]
