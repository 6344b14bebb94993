"""Lands that are known by their own colours: the moon, Mars. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, ellipse
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import blob
from pod.providers.embedded.view import View

_DUST, _RUST = "#b9bcc6", "#c4562f"

_CRATERS = ((0.16, 1.3, 0.8), (0.46, 2.3, 1.0), (0.8, 1.5, 0.9), (0.93, 2.9, 0.6), (0.24, 3.2, 0.7))
"""Shares of the width, units below the horizon, and half widths in units."""


def _ground(view: View, soil: str) -> None:
    view.swell(view.ground - view.unit * 0.2, view.unit * 0.3, view.unit * 7, mix(soil, view.palette.dark, 0.24))
    view.swell(view.ground + view.unit * 0.5, view.unit * 0.2, view.unit * 9, soil)
    for share, drop, r in _CRATERS:
        x, y = view.box.left + view.box.width * share, view.ground + view.unit * drop
        view.canvas.fill(ellipse(x, y, view.unit * r, view.unit * r * 0.34), mix(soil, view.palette.dark, 0.3))
        view.canvas.fill(
            ellipse(x, y + view.unit * 0.07, view.unit * r * 0.86, view.unit * r * 0.25),
            mix(soil, view.palette.dark, 0.14),
        )


def _moon(view: View) -> None:
    """Grey dust and craters; the earth has taken the place of the moon in its sky."""
    x, y, r = view.sun_x, view.ground - view.unit * 3.0, view.unit * 2.6
    view.canvas.fill(circle(x, y, r), "#4f97c8")
    for dx, dy, half, tall in ((-0.34, -0.3, 0.4, 0.3), (0.36, 0.16, 0.34, 0.44), (-0.2, 0.5, 0.26, 0.22)):
        view.canvas.fill(blob(x + dx * r, y + dy * r, half * r, tall * r, 2.2), "#76b06a")
    _ground(view, _DUST)


def _mars(view: View) -> None:
    """Rust from the sky to the ground, two small moons, rocks."""
    b, u = view.box, view.unit
    view.canvas.fill(
        Path.lines([(b.left, b.top), (b.right, b.top), (b.right, b.bottom), (b.left, b.bottom)]), "#e9a67a"
    )
    for share, lift, r in ((0.22, 0.2, 0.5), (0.76, 0.32, 0.3)):
        view.canvas.fill(circle(b.left + b.width * share, b.top + (view.ground - b.top) * lift, u * r), "#f6d9b8")
    hills = [
        (0.0, 0.6),
        (0.12, 1.8),
        (0.24, 1.1),
        (0.36, 2.3),
        (0.44, 2.3),
        (0.56, 0.7),
        (0.74, 1.9),
        (0.84, 1.9),
        (1.0, 0.8),
    ]
    ridge = [(b.left + b.width * x, view.ground - u * y) for x, y in hills]
    view.canvas.fill(Path.lines([(b.left, view.ground + u), *ridge, (b.right, view.ground + u)]), "#d67a4a")
    _ground(view, _RUST)


WORLDS: Mapping[str, Callable[[View], None]] = {"moon": _moon, "mars": _mars}
