"""A pond seen from above, for what swims in one: rings on dark water, lily pads, stones at its edge. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, ellipse, leaf, polar, rect
from pod.imaging.colour import mix
from pod.providers.embedded.lands import across, dusk
from pod.providers.embedded.view import View

_WATER, _PAD, _PETAL, _STONE = "#2f7f8f", "#5f9f5a", "#f2a0b8", "#8d8f96"

_PADS = (
    (0.12, 0.2, 1.25, 20),
    (0.88, 0.3, 1.05, 200),
    (0.84, 0.8, 1.35, 120),
    (0.17, 0.76, 1.0, 300),
    (0.3, 0.9, 0.8, 60),
)
"""Shares of width and height, the radius in units, and where its notch is."""

_LOTUS = ((0.16, 0.18), (0.8, 0.8))
_RINGS = ((0.5, 0.5, (2.9, 3.5, 4.1)), (0.26, 0.46, (0.5, 0.8)), (0.72, 0.16, (0.4, 0.7)))


def _pond(view: View) -> None:
    b, u, p = view.box, view.unit, view.palette
    water = dusk(view, _WATER)
    view.canvas.fill(rect(b.left - 20, b.top - 20, b.width + 40, b.height + 40), water)
    for x, y, radii in _RINGS:
        for r in radii:
            view.canvas.stroke(
                circle(across(view, x), b.top + y * b.height, u * r), mix(water, p.light, 0.28), u * 0.07
            )
    for x, y, r, notch in _PADS:
        _pad(view, across(view, x), b.top + y * b.height, u * r, notch)
    for x, y in _LOTUS:
        _lotus(view, across(view, x), b.top + y * b.height, u * 0.75)
    for x in (0.02, 0.98, 0.5):
        view.canvas.fill(ellipse(across(view, x), b.bottom - u * 0.05, u * 1.3, u * 0.6), dusk(view, _STONE))


def _pad(view: View, x: float, y: float, r: float, notch: float) -> None:
    green = dusk(view, _PAD)
    edge = [polar(x, y, r, notch + 14 + 332 * i / 40) for i in range(41)]
    view.canvas.fill(Path.lines([(x, y), *edge]), green)
    for k in range(6):
        vein = [(x, y), polar(x, y, 0.82 * r, notch + 50 + 52 * k)]
        view.canvas.stroke(Path.lines(vein, closed=False), mix(green, view.palette.dark, 0.22), r * 0.05)


def _lotus(view: View, x: float, y: float, r: float) -> None:
    petal = dusk(view, _PETAL, 0.16)
    for long, ink, start in ((1.0, mix(petal, view.palette.dark, 0.12), 0), (0.72, mix(petal, "#ffffff", 0.3), 30)):
        for turn in range(start, 360 + start, 60):
            view.canvas.fill(leaf(x, y, r * long, r * 0.5 * long, turn), ink)
    view.canvas.fill(circle(x, y, r * 0.2), "#f6d25a")


PONDS: Mapping[str, Callable[[View], None]] = {"koi_pond": _pond}
