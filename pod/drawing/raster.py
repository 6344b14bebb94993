"""Drawings as pixels, straight-alpha sRGB. Engines are found, and named by `engines()`.

`pdfium` comes with pip, draws as fast as any (docs/raster-engines.md) and is the same on every machine: it is taken
unless another is asked for. `cairo` needs the system's libcairo and is the second opinion that the tests compare with.
"""

from __future__ import annotations

import functools
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from pod.drawing import cairo_engine, pdfium_engine
from pod.drawing.display import Drawing
from pod.model.errors import NotConfigured
from pod.model.geometry import Box

Pixels = NDArray[np.uint8]

_ENGINES: dict[str, tuple[Callable[[], bool], Callable[[Drawing, int, int], Pixels]]] = {
    "pdfium": (pdfium_engine.available, pdfium_engine.rasterise),
    "cairo": (cairo_engine.available, cairo_engine.rasterise),
}


@functools.cache
def engines() -> tuple[str, ...]:
    """The engines that work on this machine, the one that is taken unasked first."""
    return tuple(name for name, (available, _) in _ENGINES.items() if available())


def rasterise(drawing: Drawing, width_px: int, height_px: int | None = None, *, engine: str = "") -> Pixels:
    """The drawing's frame at `width_px` (height in proportion unless given) as height × width × 4 straight-alpha sRGB."""
    # one engine is asked at a time: loading the second takes longer than a small drawing
    name = engine or next((n for n, (available, _) in _ENGINES.items() if available()), "")
    if name not in _ENGINES or not _ENGINES[name][0]():
        raise NotConfigured(
            "no_raster_engine",
            f"The raster engine “{name}” is not available here.",
            f"Available: {', '.join(engines()) or 'none'}.",
        )
    if height_px is None:
        height_px = max(1, round(width_px * drawing.height / drawing.width))
    return _ENGINES[name][1](drawing, width_px, height_px)


def draw_onto(sheet: Pixels, drawing: Drawing, onto_px: Box) -> None:
    """The drawing's frame over a whole-pixel box of `sheet`, in place and cut at its edges: no second picture is made."""
    draw_page(sheet, pdfium_engine.page_of(drawing), onto_px)


def draw_page(sheet: Pixels, page: bytes, onto_px: Box) -> None:
    """The same of `page_of` the drawing, for a sheet that is drawn strip by strip."""
    at_px, size_px = (int(onto_px.left), int(onto_px.top)), (int(onto_px.width), int(onto_px.height))
    pdfium_engine.draw_page(sheet, page, at_px, size_px)
