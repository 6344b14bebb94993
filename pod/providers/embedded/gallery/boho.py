"""What boho prints are made of: a rainbow of clay colours, pampas grass, an arch with a sun. Original art in a box of 1024 units."""

from __future__ import annotations

import math
from collections.abc import Mapping

from pod.drawing.paths import Path
from pod.drawing.shapes import circle, leaf, polar, rays
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, Pen
from pod.providers.embedded.gallery.kit import C, Draw
from pod.providers.embedded.objects.kit import fitted

_CLAYS = ("#b5573a", "#d9a05b", "#e8c9a0", "#c47c5a", "#7d8a66")
_SAND, _STALK = "#e3c79b", "#9a6f45"


def _arc(reach: float, wide: float) -> Path:
    top = [polar(C, 700, reach, degrees) for degrees in range(-90, 91, 4)]
    below = [polar(C, 700, reach - wide, degrees) for degrees in range(90, -91, -4)]
    return Path.lines(
        [(C - reach, 860), *top, (C + reach, 860), (C + reach - wide, 860), *below, (C - reach + wide, 860)]
    )


def _boho_rainbow(pen: Pen) -> None:
    """Thick arches with feet, dashes and dots on two of them, no cloud."""
    for k, ink in enumerate(_CLAYS):
        pen.part(_arc(470 - 86 * k, 70), ink)
    for degrees in range(-84, 85, 12):
        pen.canvas.fill(circle(*polar(C, 700, 435 - 86, degrees), 11), "#fbf0dd")
    for degrees in range(-80, 81, 16):
        near, far = (polar(C, 700, r, degrees) for r in (412 - 3 * 86 + 0, 458 - 3 * 86))
        pen.canvas.stroke(Path.lines([near, far], closed=False), "#fbf0dd", 10)
    for x, turn in ((150, -58), (120, -20), (874, 58), (904, 20)):
        pen.part(leaf(x, 880, 150, 44, turn), _CLAYS[4])


def _plume(pen: Pen, lean: float, long: float, ink: str) -> None:
    root = (C, 1010.0)
    spine = [polar(*root, long * t, lean * (0.5 + 0.7 * t)) for t in (k / 14 for k in range(15))]
    pen.canvas.stroke(Path.lines(spine, closed=False), INK, 24)
    pen.canvas.stroke(Path.lines(spine, closed=False), _STALK, 12)
    feathers = Path()
    for k, (x, y) in enumerate(spine[6:], 6):
        full = math.sin(math.pi * (k - 4.6) / 11.5)
        for side in (-1, 1):
            feathers += leaf(x, y, long * (0.05 + 0.2 * full), long * 0.044, lean + side * 30)
    feathers += leaf(*spine[-3], long * 0.26, long * 0.05, lean)
    pen.part(feathers, ink)


def _pampas_grass(pen: Pen) -> None:
    for lean, long, ink in ((-38, 760, 0.3), (38, 760, 0.3), (-16, 900, 0.12), (16, 880, 0.12), (0, 990, 0.0)):
        _plume(pen, lean, long, mix(_SAND, _STALK, ink))


def _boho_sun(pen: Pen) -> None:
    pen.part(rays(C, C, 300, 480, 20, 0.5), _CLAYS[1])
    pen.part(circle(C, C, 280), _CLAYS[0])
    for reach in (214, 150):
        pen.canvas.stroke(circle(C, C, reach), "#fbf0dd", 12)
    pen.canvas.fill(circle(C, C, 88), _CLAYS[1])


BOHO: Mapping[str, Draw] = {
    "boho rainbow": fitted(_boho_rainbow),
    "pampas grass": fitted(_pampas_grass),
    "boho sun": fitted(_boho_sun),
}
"""By the name that the keyword table gives them."""
