"""Raster engines on real drawings at 4096², with librsvg as a peer; SVG and type beside them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec

from pod.drawing import engines, rasterise, read_svg, write_svg
from tests.bench.__main__ import Row
from tests.drawing.samples import DRAWINGS, badge

SIDE_PX = 4096


def rows() -> Iterator[Row]:
    for name, make in DRAWINGS.items():
        drawing = make()
        for engine in engines():
            yield f"raster {name} {engine}", partial(rasterise, drawing, SIDE_PX, engine=engine)
        if find_spec("pyvips"):
            yield f"raster {name} librsvg", partial(_by_librsvg, write_svg(drawing))
    text = write_svg(badge())
    yield "svg write badge", partial(write_svg, badge())
    yield "svg read badge", partial(read_svg, text)
    yield "type set badge", badge


def _by_librsvg(svg: str) -> object:
    import pyvips  # only where it is installed

    return pyvips.Image.svgload_buffer(svg.encode()).numpy()
