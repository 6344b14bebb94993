"""Raster engines on real drawings at 4096², with librsvg as a peer; SVG and type beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from importlib.util import find_spec

from pod.drawing import Drawing, engines, rasterise, read_svg, write_svg
from pod.lettering import letter, set_type
from pod.model.artwork import LetteringSlot, SlotKind
from pod.model.geometry import Box
from tests.bench.rows import Row, Work
from tests.drawing.samples import DRAWINGS, badge

SIDE_PX = 4096
_FORTY = "around the world in eighty days and home"
_RIM = LetteringSlot("rim", SlotKind.ARC, Box(0, 0, 1, 1), radius=0.36, cap_height=0.09, max_degrees=300.0, max_lines=1)

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
    yield "type set 40 letters on an arc", lambda: partial(set_type, letter(_FORTY, _RIM))


def _raster(make: Callable[[], Drawing], engine: str) -> Work:
    return partial(rasterise, make(), SIDE_PX, engine=engine)


def _by_librsvg(svg: str) -> object:
    import pyvips  # only where it is installed

    return pyvips.Image.svgload_buffer(svg.encode()).numpy()
