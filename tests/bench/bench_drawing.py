"""Raster engines on real drawings at 4096², with librsvg as a peer; SVG and type beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib.util import find_spec

from pod.drawing import Drawing, engines, rasterise, read_svg, write_svg
from tests.bench.rows import Row, Work
from tests.drawing.samples import DRAWINGS, badge

SIDE_PX = 4096


TITLE = "Drawing: display lists to 4096 × 4096 px, SVG, type"


def rows() -> Iterator[Row]:
    for name, make in DRAWINGS.items():
        for engine in engines():
            yield f"raster {name}: {engine}", partial(_raster, make, engine)
        if find_spec("pyvips"):
            yield f"raster {name}: librsvg", lambda make=make: partial(_by_librsvg, write_svg(make()))
    yield "svg write badge", lambda: partial(write_svg, badge())
    yield "svg read badge", lambda: partial(read_svg, write_svg(badge()))
    yield "type set badge", lambda: badge


def _raster(make: Callable[[], Drawing], engine: str) -> Work:
    return partial(rasterise, make(), SIDE_PX, engine=engine)


def _by_librsvg(svg: str) -> object:
    import pyvips  # only where it is installed

    return pyvips.Image.svgload_buffer(svg.encode()).numpy()
