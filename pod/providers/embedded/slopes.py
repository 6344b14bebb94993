"""Ground that somebody goes down or leaps over: a ski slope, a hillside with a trail, a hill with a ramp. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path, Point
from pod.drawing.shapes import ellipse, leaf
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import cloudlet
from pod.providers.embedded.lands import across, dusk, far_peaks, green_of
from pod.providers.embedded.scenery import pine
from pod.providers.embedded.view import View

_SNOW, _ICE, _EARTH = "#f6fafd", "#c9dcec", "#a9764a"

_FROM, _FALL = -1.5, 3.4
"""Where the slope begins on the left, and by how much it is lower on the right, in units from the horizon."""


def _on_slope(view: View, share: float, drop: float = 0.0) -> Point:
    return across(view, share), view.ground + view.unit * (_FROM + _FALL * share + drop)


def _slope(view: View, ink: str, drop: float = 0.0) -> None:
    b = view.box
    edge = [_on_slope(view, share, drop) for share in (-0.05, 1.05)]
    view.canvas.fill(Path.lines([*edge, (b.right + 40, b.bottom + 40), (b.left - 40, b.bottom + 40)]), ink)


def _trees(view: View, spots: tuple[tuple[float, float, float], ...], ink: str, snow: str = "") -> None:
    for share, drop, tall in spots:
        x, y = _on_slope(view, share, drop)
        view.canvas.fill(pine(x, y, view.unit * tall, view.rng), ink)
        if snow:
            view.canvas.fill(ellipse(x, y, view.unit * tall * 0.24, view.unit * 0.1), snow)


def _ski_slope(view: View) -> None:
    """Fresh snow before white peaks, firs above and below, two tracks and the powder that was thrown up."""
    u, p = view.unit, view.palette
    snow, ice = dusk(view, _SNOW, 0.14), dusk(view, _ICE, 0.2)
    far_peaks(view, _SNOW, rise=0.1, tall=4.4)
    _trees(view, ((0.05, 0.05, 3.2), (0.16, 0.05, 2.3), (0.93, 0.05, 2.6), (0.84, 0.05, 1.9)), view.far(0.7))
    _slope(view, ice, -0.06)
    _slope(view, snow, 0.1)
    for lift in (0.5, 0.85):
        track = [_on_slope(view, -0.05, lift), _on_slope(view, 0.46, lift)]
        view.canvas.stroke(Path.lines(track, closed=False), ice, u * 0.1)
    for share, drop, wide in ((0.12, 0.2, 1.5), (0.24, 0.1, 1.9), (0.18, -0.3, 1.2)):
        x, y = _on_slope(view, share, drop)
        view.canvas.fill(cloudlet(x, y, u * wide, u * 0.8, 6), mix(snow, p.light, 0.3))
    for share, drop, long in ((0.62, 1.5, 1.6), (0.3, 2.3, 1.3), (0.8, 2.1, 1.1)):
        x, y = _on_slope(view, share, drop)
        view.canvas.fill(leaf(x, y, u * long, u * 0.14, 109), ice)


def _hillside(view: View) -> None:
    """A trail down a grassy hill, woods and hills beyond."""
    u, p = view.unit, view.palette
    green = green_of(view)
    far_peaks(view, _SNOW, rise=0.1, tall=3.2)
    view.swell(view.ground + u * 0.3, u * 0.4, u * 8, mix(green, p.light, 0.3))
    _trees(view, ((0.04, 0.05, 3.4), (0.14, 0.05, 2.4), (0.95, 0.05, 2.8), (0.86, 0.05, 2.0)), mix(green, p.dark, 0.5))
    _slope(view, mix(green, p.dark, 0.12), -0.04)
    _slope(view, dusk(view, _EARTH), 0.12)
    _slope(view, mix(green, p.light, 0.06), 1.1)
    for share, drop in ((0.2, 1.6), (0.42, 2.1), (0.62, 1.5), (0.86, 1.7)):
        x, y = _on_slope(view, share, drop)
        for turn in (-22, 0, 22):
            view.canvas.fill(leaf(x, y, u * 0.6, u * 0.14, turn), mix(green, p.dark, 0.35))


_RAMP = ((-0.05, 0.9), (0.1, 0.75), (0.22, 0.2), (0.33, -0.5), (0.4, -0.62), (0.42, 0.3), (0.46, 1.3), (0.54, 1.9))
_LANDING = ((0.62, 1.8), (0.74, 1.0), (0.88, 1.2), (1.05, 1.9))


def _jump_hill(view: View) -> None:
    """A dirt ramp that breaks off, the gap, and the hill on the other side."""
    u, p, b = view.unit, view.palette, view.box
    green, earth = green_of(view), dusk(view, _EARTH)
    far_peaks(view, _SNOW, rise=0.1, tall=3.0)
    view.swell(view.ground + u * 0.4, u * 0.4, u * 8, mix(green, p.light, 0.28))
    for share, tall in ((0.03, 2.6), (0.1, 1.9), (0.9, 2.3), (0.97, 3.0)):
        view.canvas.fill(pine(across(view, share), view.ground + u * 0.9, u * tall, view.rng), mix(green, p.dark, 0.5))
    line = [(across(view, x), view.ground + u * y) for x, y in (*_RAMP, *_LANDING)]
    floor = [(b.right + 40, b.bottom + 40), (b.left - 40, b.bottom + 40)]
    view.canvas.fill(Path.lines([*line, *floor]), earth)
    turf = [(x, y + u * 0.62) for x, y in line]
    view.canvas.fill(Path.lines([*turf, *floor]), mix(green, p.dark, 0.08))
    for share, drop, wide in ((0.3, -0.5, 1.1), (0.38, -0.9, 0.8), (0.22, 0.0, 0.9)):
        view.canvas.fill(
            cloudlet(across(view, share), view.ground + u * drop, u * wide, u * 0.6, 5), mix(earth, p.light, 0.55)
        )


SLOPES: Mapping[str, Callable[[View], None]] = {
    "ski_slope": _ski_slope,
    "hillside": _hillside,
    "jump_hill": _jump_hill,
}
