"""A rock that runs out into the sea, for what stands at its edge: a lighthouse, a cottage, a castle. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path, Point
from pod.drawing.shapes import ellipse, leaf
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import cloudlet
from pod.providers.embedded.lands import across, dusk, green_of
from pod.providers.embedded.view import View
from pod.providers.embedded.waters import breaker

_STONE, _SEA, _FOAM = "#7d7a86", "#2f7fa0", "#f2fafd"

_TOP = ((0.4, -0.72), (0.47, -0.86), (0.66, -0.9), (0.86, -0.84), (1.03, -1.0))
_FACE = ((0.2, 2.2), (0.25, 1.5), (0.23, 1.1), (0.31, 0.7), (0.3, 0.2), (0.37, -0.1), (0.36, -0.5))
"""The edge of the rock and the cliff below it: shares of the width, units below the horizon."""

_LEDGES = (
    ((0.36, -0.5), (0.52, -0.3), (0.47, 0.5), (0.54, 1.2), (0.42, 2.4), (0.2, 2.2), (0.25, 1.5), (0.3, 0.2)),
    ((0.62, 0.1), (0.74, -0.2), (0.7, 0.8), (0.78, 2.4), (0.6, 2.4), (0.66, 1.2)),
    ((0.9, 0.0), (1.03, 0.2), (1.03, 2.4), (0.86, 2.4), (0.93, 1.1)),
)
"""Where the light falls on it."""

_BOULDERS = ((0.1, 2.0, 0.7), (0.24, 2.3, 0.95), (0.42, 2.5, 0.8), (0.66, 2.55, 1.0), (0.88, 2.5, 0.85))
_SPRAY = ((0.16, 2.35, 1.8), (0.33, 2.6, 2.2), (0.55, 2.75, 2.0), (0.78, 2.75, 2.3), (0.97, 2.6, 1.6))


def _at(view: View, spots: tuple[tuple[float, float], ...]) -> list[Point]:
    return [(across(view, x), view.ground + view.unit * y) for x, y in spots]


def _headland(view: View) -> None:
    """A cliff on the right with turf on it, surf at its foot, another far behind it."""
    u, p = view.unit, view.palette
    sea, stone, green = dusk(view, _SEA), dusk(view, _STONE), green_of(view)
    far = ((-0.03, 0.4), (-0.03, -0.9), (0.07, -0.8), (0.1, -0.45), (0.17, -0.3), (0.2, 0.4))
    view.canvas.fill(Path.lines(_at(view, far)), mix(view.far(0.3), view.sky, 0.3))
    for i in range(4):
        view.swell(view.ground + u * (0.1 + 0.7 * i), u * (0.05 + 0.03 * i), u * (2.4 + i), mix(sea, p.dark, 0.1 * i))
    for share, drop in ((0.08, 0.6), (0.22, 1.2), (0.05, 1.7)):
        view.canvas.fill(
            leaf(across(view, share), view.ground + u * drop, u * 0.9, u * 0.16, 90), mix(sea, p.light, 0.7)
        )
    if "waves" in view.figures:
        breaker(view, across(view, 0.2), view.ground + u * 1.9, 0.95, mix(sea, p.dark, 0.12))
    rock = Path.lines([*_at(view, _FACE), *_at(view, _TOP), (view.box.right + u, view.box.bottom + u), _foot(view)])
    view.canvas.fill(rock, mix(stone, p.dark, 0.35))
    with view.canvas.group(rock):
        for ledge in _LEDGES:
            view.canvas.fill(Path.lines(_at(view, ledge)), mix(stone, p.light, 0.12))
        turf = [(0.32, -1.4), (1.03, -1.6), (1.03, -0.3), (0.9, -0.5), (0.8, -0.25), (0.68, -0.5), (0.58, -0.3)]
        turf += [(0.48, -0.55), (0.42, -0.3), (0.36, -0.55)]
        view.canvas.fill(Path.lines(_at(view, tuple(turf))), green)
    _surf(view, stone)


def _foot(view: View) -> Point:
    return across(view, 0.16), view.box.bottom + view.unit


def _surf(view: View, stone: str) -> None:
    """What breaks at the foot of it."""
    u, p, sea = view.unit, view.palette, dusk(view, _SEA)
    for share, drop, size in _BOULDERS:
        x, y = across(view, share), view.ground + u * drop
        view.canvas.fill(ellipse(x, y, u * size, u * 0.62 * size), mix(stone, p.dark, 0.5))
        view.canvas.fill(ellipse(x - u * 0.16, y - u * 0.2, u * 0.6 * size, u * 0.28 * size), mix(stone, p.light, 0.1))
    foam = dusk(view, _FOAM, 0.16)
    for share, drop, wide in _SPRAY:
        view.canvas.fill(cloudlet(across(view, share), view.ground + u * drop, u * wide, u * 0.62, 6), foam)
    view.swell(view.ground + u * 2.72, u * 0.12, u * 2.6, foam)
    view.swell(view.ground + u * 2.86, u * 0.12, u * 2.6, mix(sea, p.dark, 0.2))


HEADLANDS: Mapping[str, Callable[[View], None]] = {"headland": _headland}
