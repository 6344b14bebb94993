"""Rasterising by cairo, where the system has libcairo."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from pod.drawing.display import Drawing, Fill, Group, Item, KnockOut, LinearGradient, Paint, RadialGradient, Stroke
from pod.drawing.paths import Path
from pod.imaging.colour import parse_hex


def _load() -> ModuleType | None:
    try:
        import cairocffi  # importing it fails where the system has no libcairo
    except (ImportError, OSError):
        return None
    return cairocffi  # type: ignore[no-any-return]


cairo: Any = _load()


def available() -> bool:
    return cairo is not None


def rasterise(drawing: Drawing, width_px: int, height_px: int) -> NDArray[np.uint8]:
    surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, width_px, height_px)
    context = cairo.Context(surface)
    context.scale(width_px / drawing.width, height_px / drawing.height)
    context.set_line_join(cairo.LINE_JOIN_ROUND)
    context.set_line_cap(cairo.LINE_CAP_ROUND)
    _draw_all(context, drawing.items)
    surface.flush()
    # cairo's pixels are premultiplied BGRA in the machine's own order; Pillow's raw decoder undoes that in one pass
    picture = Image.frombuffer(
        "RGBA", (width_px, height_px), bytes(surface.get_data()), "raw", "BGRa", surface.get_stride(), 1
    )
    surface.finish()
    return np.array(picture)


def _draw_all(context: Any, items: tuple[Item, ...]) -> None:
    for item in items:
        if isinstance(item, Group):
            _draw_group(context, item)
        elif isinstance(item, KnockOut):
            _cut(context, item)
        elif isinstance(item, Fill):
            _trace(context, item.path)
            context.set_fill_rule(cairo.FILL_RULE_EVEN_ODD if item.evenodd else cairo.FILL_RULE_WINDING)
            _set_paint(context, item.paint, item.opacity)
            context.fill()
        else:
            _draw_stroke(context, item)


def _draw_group(context: Any, group: Group) -> None:
    holed = any(isinstance(i, KnockOut) for i in group.items)
    context.save()
    _trace(context, group.clip)
    context.set_fill_rule(cairo.FILL_RULE_WINDING)
    context.clip()
    if holed:
        context.push_group()
    _draw_all(context, group.items)
    if holed:
        context.pop_group_to_source()
        context.paint()
    context.restore()


def _cut(context: Any, hole: KnockOut) -> None:
    context.save()
    _trace(context, hole.path)
    context.set_fill_rule(cairo.FILL_RULE_EVEN_ODD if hole.evenodd else cairo.FILL_RULE_WINDING)
    context.set_operator(cairo.OPERATOR_CLEAR)
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
        return cairo.LinearGradient(paint.x1, paint.y1, paint.x2, paint.y2)
    return cairo.RadialGradient(paint.cx, paint.cy, 0, paint.cx, paint.cy, paint.r)


def _trace(context: Any, path: Path) -> None:
    context.new_path()
    at = (0.0, 0.0)
    for name, v in path.commands:
        if name == "M":
            context.move_to(v[0], v[1])
        elif name == "L":
            context.line_to(v[0], v[1])
        elif name == "C":
            context.curve_to(*v)
        elif name == "Q":
            # the cubic that is the same curve
            context.curve_to(
                at[0] + 2 / 3 * (v[0] - at[0]),
                at[1] + 2 / 3 * (v[1] - at[1]),
                v[2] + 2 / 3 * (v[0] - v[2]),
                v[3] + 2 / 3 * (v[1] - v[3]),
                v[2],
                v[3],
            )
        else:
            context.close_path()
        if v:
            at = (v[-2], v[-1])
