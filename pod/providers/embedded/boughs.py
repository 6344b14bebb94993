"""The shade of one great tree on a meadow, for whoever reads, rests or sits under it. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, ellipse
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import cloudlet
from pod.providers.embedded.lands import across, dusk, green_of
from pod.providers.embedded.view import View

_BARK = "#7a5238"

_CROWN = ((0.44, 5.6, 4.6), (0.98, 5.5, 4.4), (0.24, 4.9, 3.4), (0.72, 6.2, 5.0), (0.6, 4.7, 3.4), (0.9, 4.5, 3.0))
_LIT = ((0.36, 5.9, 2.4), (0.66, 6.2, 2.8), (0.9, 5.7, 2.2), (0.56, 5.1, 1.6))
"""Tufts of leaves: a share of the width, units over the horizon, and how wide."""

_FALLEN = ((0.12, 1.4), (0.3, 2.5), (0.58, 2.2), (0.86, 2.6), (0.2, 2.1), (0.93, 1.6), (0.08, 2.7))


def _shade(view: View, *, leaves: str, falls: bool) -> None:
    """The trunk on the right, its crown from one side to the other."""
    u, p = view.unit, view.palette
    green, bark, crown = green_of(view), dusk(view, _BARK), dusk(view, leaves)
    view.swell(view.ground - u * 0.3, u * 0.4, u * 8, mix(green, p.light, 0.42))
    view.swell(view.ground + u * 0.3, u * 0.3, u * 10, mix(green, p.light, 0.22))
    x, foot, top = across(view, 0.75), view.ground + u * 1.7, view.ground - u * 4.6
    trunk = [(x - u * 1.3, foot), (x - u * 0.62, foot - u * 0.7), (x - u * 0.5, top + u * 1.6), (x - u * 1.6, top)]
    trunk += [(x - u * 1.0, top - u * 0.2), (x, top + u * 1.0), (x + u * 0.9, top - u * 0.2), (x + u * 1.4, top)]
    trunk += [(x + u * 0.5, top + u * 1.7), (x + u * 0.6, foot - u * 0.7), (x + u * 1.4, foot)]
    view.canvas.fill(ellipse(x - u * 1.6, foot, u * 3.6, u * 0.5), mix(green, p.dark, 0.25))
    view.canvas.fill(Path.lines(trunk), bark)
    view.canvas.fill(
        Path.lines([*trunk[:4], (x - u * 0.16, top + u * 1.7), (x - u * 0.2, foot)]), mix(bark, p.light, 0.14)
    )
    for share, lift, wide in _CROWN:
        view.canvas.fill(
            cloudlet(across(view, share), view.ground - u * lift, u * wide, u * wide * 0.56, 7),
            mix(crown, p.dark, 0.14),
        )
    for share, lift, wide in _LIT:
        view.canvas.fill(
            cloudlet(across(view, share), view.ground - u * lift, u * wide, u * wide * 0.5, 6),
            mix(crown, p.light, 0.14),
        )
    for share, drop in _FALLEN if falls else ():
        view.canvas.fill(circle(across(view, share), view.ground + u * drop, u * 0.12), mix(crown, p.light, 0.2))


BOUGHS: Mapping[str, Callable[[View], None]] = {
    "under_tree": partial(_shade, leaves="#5f9a4a", falls=False),
    "under_blossom": partial(_shade, leaves="#f0a3b8", falls=True),
    "under_maple": partial(_shade, leaves="#e0702f", falls=True),
}
