"""Land that grows one thing in rows to the horizon: sunflowers, lavender, tulips, wheat, pumpkins. Original art."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, ellipse, leaf, polar, rect
from pod.imaging.colour import mix
from pod.providers.embedded.lands import across, green_of
from pod.providers.embedded.view import View

Bloom = Callable[[View, float, float, float, str], None]
"""Draws one of what grows there at (x, y), so large, in that ink."""

_ROWS, _NEAR = 6, 0.3


def _petals(view: View, x: float, y: float, r: float, ink: str, heart: str, count: int) -> None:
    ring = Path()
    for k in range(count):
        ring += leaf(x, y, r, r * 0.5, 360 * k / count)
    view.canvas.fill(ring, ink)
    view.canvas.fill(circle(x, y, r * 0.44), heart)


def _sunflower(view: View, x: float, y: float, r: float, ink: str) -> None:
    view.canvas.fill(rect(x - r * 0.09, y, r * 0.18, r * 2.0), mix("#4f8a45", view.palette.dark, 0.1))
    for turn in (-70, 70):
        view.canvas.fill(leaf(x, y + r * 1.6, r * 0.9, r * 0.4, turn), "#5f9a4f")
    _petals(view, x, y, r, ink, "#6b4526", 12)


def _daisy(view: View, x: float, y: float, r: float, ink: str) -> None:
    view.canvas.fill(rect(x - r * 0.07, y, r * 0.14, r * 1.5), "#5f9a4f")
    _petals(view, x, y, r * 0.8, ink, "#f3bf4b", 9)


def _poppy(view: View, x: float, y: float, r: float, ink: str) -> None:
    view.canvas.fill(rect(x - r * 0.06, y, r * 0.12, r * 1.6), "#5f8a4f")
    for dx in (-0.34, 0.34):
        view.canvas.fill(circle(x + r * dx, y - r * 0.1, r * 0.5), ink)
    view.canvas.fill(ellipse(x, y + r * 0.1, r * 0.62, r * 0.44), mix(ink, "#ffffff", 0.14))
    view.canvas.fill(circle(x, y, r * 0.2), "#2f2a30")


def _tulip(view: View, x: float, y: float, r: float, ink: str) -> None:
    view.canvas.fill(rect(x - r * 0.08, y, r * 0.16, r * 1.7), "#4f8f50")
    for turn in (-28, 28):
        view.canvas.fill(leaf(x, y + r * 1.7, r * 1.3, r * 0.3, turn), "#5f9f5a")
    for turn in (-22, 22, 0):
        view.canvas.fill(leaf(x, y + r * 0.5, r * 1.25, r * 0.66, turn), mix(ink, "#ffffff", 0.0 if turn else 0.18))


def _lavender(view: View, x: float, y: float, r: float, ink: str) -> None:
    for turn in (-26, 0, 26):
        tip = polar(x, y + r * 1.2, r * 2.0, turn)
        view.canvas.fill(leaf(x, y + r * 1.2, r * 1.7, r * 0.16, turn), "#7f9a6f")
        view.canvas.fill(leaf(*polar(x, y + r * 1.2, r * 0.9, turn), r * 1.3, r * 0.46, turn), ink)
        view.canvas.fill(circle(*tip, r * 0.14), mix(ink, "#ffffff", 0.3))


def _wheat(view: View, x: float, y: float, r: float, ink: str) -> None:
    """Three ears, grain by grain, each with its awns."""
    dark = mix(ink, view.palette.dark, 0.34)
    for turn in (-16, 4, 20):
        view.canvas.fill(leaf(x, y + r * 1.6, r * 2.2, r * 0.14, turn), dark)
        for k in range(4):
            at = polar(x, y + r * 1.6, r * (1.3 + 0.3 * k), turn)
            for side in (-34, 34):
                view.canvas.fill(leaf(*at, r * 0.52, r * 0.26, turn + side), ink if side < 0 else mix(ink, dark, 0.3))
        view.canvas.fill(leaf(*polar(x, y + r * 1.6, r * 2.4, turn), r * 0.7, r * 0.2, turn), ink)


def _pumpkin(view: View, x: float, y: float, r: float, ink: str) -> None:
    low = y + r * 1.2
    for dx, wide in ((-0.5, 0.5), (0.5, 0.5), (0.0, 0.56)):
        view.canvas.fill(
            ellipse(x + r * dx, low, r * wide, r * 0.66), mix(ink, view.palette.dark, 0.0 if not dx else 0.14)
        )
    view.canvas.fill(rect(x - r * 0.1, low - r * 0.95, r * 0.2, r * 0.36), "#5f7a3c")
    view.canvas.fill(leaf(x + r * 0.1, low - r * 0.6, r * 0.8, r * 0.4, 70), "#5f8f4a")


def _corn(view: View, x: float, y: float, r: float, ink: str) -> None:
    view.canvas.fill(rect(x - r * 0.1, y - r * 1.2, r * 0.2, r * 3.2), "#5f8f45")
    for lift, turn in ((0.2, -58), (0.5, 58), (1.1, -44), (1.4, 44)):
        view.canvas.fill(leaf(x, y + r * (1.3 - lift), r * 1.5, r * 0.3, turn), ("#6fa052", "#5f9a4a")[turn > 0])
    view.canvas.fill(ellipse(x + r * 0.26, y + r * 0.1, r * 0.26, r * 0.62), ink)


def _field(view: View, bloom: Bloom, inks: Sequence[str], soil: str) -> None:
    """Hills, then row before row, each with larger blooms than the one behind it."""
    b, u = view.box, view.unit
    green = green_of(view)
    view.swell(view.ground - u * 1.0, u * 0.4, u * 8, mix(green, view.palette.light, 0.4))
    view.canvas.fill(
        rect(b.left, view.ground - u * 0.3, b.width, b.bottom + 20 - view.ground), mix(soil, inks[0], 0.25)
    )
    shade = 0.34 if view.night else 0.0
    for row in range(_ROWS):
        depth = row / (_ROWS - 1)
        y, r = view.ground + u * (-0.25 + 2.7 * depth**1.3), u * (0.18 + 0.5 * depth)
        count = round(24 - 14 * depth)
        view.swell(y + r * 1.2, u * 0.05, u * 5, mix(soil, view.palette.dark, 0.1 * (row % 2)))
        places = [
            across(view, (i + 0.5 * (row % 2) + view.rng.uniform(-0.12, 0.12)) / (count - 0.5)) for i in range(count)
        ]
        for k, ink in enumerate(mix(ink, view.palette.dark, shade) for ink in inks):
            own = places[(k - row) % len(inks) :: len(inks)]
            if depth < _NEAR:
                _dots(view, own, y, r, ink)
                continue
            for x in own:
                bloom(view, x, y, r, ink)


def _dots(view: View, places: Sequence[float], y: float, r: float, ink: str) -> None:
    """Far away they are no more than their colour."""
    far = Path()
    for x in places:
        far += circle(x, y, r * 0.62) + rect(x - r * 0.12, y, r * 0.24, r * 1.6)
    view.canvas.fill(far, ink)


def before_the_feet(view: View, scene: str, floor: float) -> None:
    """The nearest row, before whoever stands in the field at `floor`: taller at the sides, so that nobody is hidden."""
    if scene not in _GROWS:
        return
    bloom, inks, _soil = _GROWS[scene]
    shade = 0.34 if view.night else 0.0
    for i in range(_IN_FRONT):
        share = (i + 0.5) / _IN_FRONT
        out = abs(2 * share - 1)
        r = view.unit * (0.42 + 0.3 * out**1.5)
        ink = mix(inks[i % len(inks)], view.palette.dark, shade)
        bloom(view, across(view, share), floor + view.unit * (0.34 - 1.1 * out**2), r, ink)


_IN_FRONT = 13


def _of(bloom: Bloom, inks: str, soil: str = "#6fa052") -> tuple[Bloom, tuple[str, ...], str]:
    return bloom, tuple(inks.split()), soil


_GROWS: Mapping[str, tuple[Bloom, tuple[str, ...], str]] = {
    "sunflowers": _of(_sunflower, "#f5b92f #f8c84a"),
    "lavender": _of(_lavender, "#8f6fc0 #a884d0", "#8aa06a"),
    "tulips": _of(_tulip, "#e0485a #f3bf4b #e87fa8 #8f5fc0"),
    "poppies": _of(_poppy, "#d9402f #e0533c"),
    "daisies": _of(_daisy, "#fdfbf4 #fdfbf4"),
    "wildflowers": _of(_daisy, "#e0608a #f3bf4b #7a6fc8 #fdfbf4 #e87a4b"),
    "wheat": _of(_wheat, "#e3b84f #d9a640", "#c9a04a"),
    "corn": _of(_corn, "#f3c64b #e8b63f", "#7f8f4a"),
    "pumpkins": _of(_pumpkin, "#e8823a #e0702f", "#7f8f4a"),
}

FIELDS: Mapping[str, Callable[[View], None]] = {
    name: partial(_field, bloom=bloom, inks=inks, soil=soil) for name, (bloom, inks, soil) in _GROWS.items()
}
