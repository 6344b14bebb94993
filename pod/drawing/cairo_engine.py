"""Rasterising by cairo, where the system has libcairo."""

from __future__ import annotations

import functools
import importlib
import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pod.drawing.display import Drawing, Fill, Group, Item, KnockOut, LinearGradient, Paint, RadialGradient, Stroke
from pod.drawing.paths import Path
from pod.imaging.colour import parse_hex

_STRIP_ROWS, _LAYER_ROWS = 256, 1024


@functools.cache
def _cairo() -> Any:
    """None where the system has no libcairo. Loaded when it is first asked for: most processes never draw with it."""
    try:
        return importlib.import_module("cairocffi")
    except (ImportError, OSError):
        return None


def available() -> bool:
    return _cairo() is not None


def rasterise(drawing: Drawing, width_px: int, height_px: int) -> NDArray[np.uint8]:
    pixels = np.zeros((height_px, width_px, 4), dtype=np.uint8)
    surface = _cairo().ImageSurface.create_for_data(pixels.data.cast("B"), _cairo().FORMAT_ARGB32, width_px, height_px)
    context = _cairo().Context(surface)
    context.scale(width_px / drawing.width, height_px / drawing.height)
    context.set_line_join(_cairo().LINE_JOIN_ROUND)
    context.set_line_cap(_cairo().LINE_CAP_ROUND)
    _draw_all(context, drawing.items)
    surface.flush()
    surface.finish()
    _to_straight_alpha(pixels)
    return pixels


def _to_straight_alpha(pixels: NDArray[np.uint8]) -> None:
    """cairo's premultiplied BGRA (on little-endian machines) as RGBA, in place and in strips: the picture exists once."""
    width_px = pixels.shape[1]
    for top in range(0, len(pixels), _STRIP_ROWS):
        strip = pixels[top : top + _STRIP_ROWS]
        strip[:] = np.asarray(Image.frombuffer("RGBA", (width_px, len(strip)), strip.tobytes(), "raw", "BGRa", 0, 1))


def _draw_all(context: Any, items: tuple[Item, ...]) -> None:
    for item in items:
        if isinstance(item, Group):
            _draw_group(context, item)
        elif isinstance(item, KnockOut):
            _cut(context, item)
        elif isinstance(item, Fill):
            _trace(context, item.path)
            context.set_fill_rule(_cairo().FILL_RULE_EVEN_ODD if item.evenodd else _cairo().FILL_RULE_WINDING)
            _set_paint(context, item.paint, item.opacity)
            context.fill()
        else:
            _draw_stroke(context, item)


def _draw_group(context: Any, group: Group) -> None:
    if not any(isinstance(item, KnockOut) for item in group.items):
        _clipped(context, group.clip, lambda: _draw_all(context, group.items))
        return
    # a layer of its own, for the clear operator to stay in, in bands: at 4096 px a whole one is half as large as the picture
    left, top, right, bottom = _whole_pixels_around(context, group.clip)
    for band in range(top, bottom, _LAYER_ROWS):
        context.save()
        _device_rectangle(context, left, band, right, min(bottom, band + _LAYER_ROWS))
        context.clip()
        context.push_group()
        _draw_all(context, group.items)
        layer = context.pop_group()
        context.set_source(layer)
        _clipped(context, group.clip, context.paint)
        context.restore()


def _whole_pixels_around(context: Any, clip: Path) -> tuple[int, int, int, int]:
    box = clip.bounds()
    left, top = (math.floor(at) for at in context.user_to_device(box.left, box.top))
    right, bottom = (math.ceil(at) for at in context.user_to_device(box.right, box.bottom))
    return left, top, right, bottom


def _device_rectangle(context: Any, left: int, top: int, right: int, bottom: int) -> None:
    (x, y), (to_x, to_y) = context.device_to_user(left, top), context.device_to_user(right, bottom)
    context.new_path()
    context.rectangle(x, y, to_x - x, to_y - y)


def _clipped(context: Any, clip: Path, draw: Callable[[], None]) -> None:
    context.save()
    _trace(context, clip)
    context.set_fill_rule(_cairo().FILL_RULE_WINDING)
    context.clip()
    draw()
    context.restore()


def _cut(context: Any, hole: KnockOut) -> None:
    context.save()
    _trace(context, hole.path)
    context.set_fill_rule(_cairo().FILL_RULE_EVEN_ODD if hole.evenodd else _cairo().FILL_RULE_WINDING)
    context.set_operator(_cairo().OPERATOR_CLEAR)
    context.fill()
    context.restore()


def _draw_stroke(context: Any, item: Stroke) -> None:
    _trace(context, item.path)
    _set_paint(context, item.paint, item.opacity)
    context.set_line_width(item.width)
    context.set_dash(list(item.dash) if item.dash else [])
    context.stroke()


def _set_paint(context: Any, paint: Paint, opacity: float) -> None:
    if isinstance(paint, str):
        r, g, b = parse_hex(paint)
        context.set_source_rgba(r / 255, g / 255, b / 255, opacity)
        return
    pattern = _pattern(paint)
    for at, colour in paint.stops:
        r, g, b = parse_hex(colour)
        pattern.add_color_stop_rgba(at, r / 255, g / 255, b / 255, opacity)
    context.set_source(pattern)


def _pattern(paint: LinearGradient | RadialGradient) -> Any:
    if isinstance(paint, LinearGradient):
        return _cairo().LinearGradient(paint.x1, paint.y1, paint.x2, paint.y2)
    return _cairo().RadialGradient(paint.cx, paint.cy, 0, paint.cx, paint.cy, paint.r)


def _trace(context: Any, path: Path) -> None:
    context.new_path()
    draw = {"M": context.move_to, "L": context.line_to, "C": context.curve_to, "Z": context.close_path}
    for name, values in path.cubic().commands:
        draw[name](*values)
