"""Hands that hold something out: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path, Transform
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen
from pod.providers.embedded.gallery.kit import C, Draw
from pod.providers.embedded.objects.kit import fitted

_SKIN, _CUFF = "#e8b48c", "#3f8f8a"
_HALF = "M0 640C-90 640 -200 590 -270 450C-320 360 -420 340 -430 440C-430 620 -350 780 -220 850L-190 960L0 960Z"
_FINGERS = ("M-390 470C-360 600 -290 700 -190 760", "M-330 440C-300 560 -240 650 -150 710")
_THUMB = "M-210 660C-170 580 -110 540 -60 560C-20 590 -60 650 -130 730C-190 760 -240 720 -210 660Z"


def _cupped(pen: Pen) -> None:
    """Two side by side, as a bowl."""
    for side in SIDES:
        to = Transform.scale(side, 1).then(Transform.move(C, 0))
        pen.part(Path.parse(_HALF).transformed(to), _SKIN)
        for finger in _FINGERS:
            pen.canvas.stroke(Path.parse(finger).transformed(to), mix(_SKIN, INK, 0.4), 13)
        pen.part(Path.parse(_THUMB).transformed(to), _SKIN)
        pen.part(Path.parse("M-230 930L0 930L0 1040L-250 1040Z").transformed(to), _CUFF)


HANDS: Mapping[str, Draw] = {"cupped hands": fitted(_cupped)}
"""By name."""
