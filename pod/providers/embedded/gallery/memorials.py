"""Paw prints, and what remembers a pet: with wings, with a halo, in a heart; the rainbow bridge. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import heart, polar
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, cloudlet, oval
from pod.providers.embedded.gallery.kit import CREAM, GOLD, RED, C, Draw
from pod.providers.embedded.objects.kit import deep, pale

_PAW = "#5b463f"
_PAD = "M0 40C90 40 190 150 190 236C190 318 120 330 66 306C24 288 -24 288 -66 306C-120 330 -190 318 -190 236C-190 150 -90 40 0 40Z"
_TOES = ((-206.0, 8.0, 66.0, 92.0, -24.0), (-78.0, -116.0, 72.0, 104.0, -8.0))
_ARCS = ("#d9503f", "#ee8a3c", "#f3bf4b", "#6fae6a", "#4f9fc0", "#8b6fc0")


def _paw(pen: Pen, x: float, y: float, size: float, turn: float = 0.0, ink: str = _PAW) -> None:
    """Its middle at (x, y), `size` times as large as it is written."""
    to = Transform.scale(size).then(Transform.rotate(turn)).then(Transform.move(x, y))
    pen.part(Path.parse(_PAD).transformed(to), ink)
    for side in SIDES:
        for out, up, rx, ry, lean in _TOES:
            pen.part(oval(side * -out, up, rx, ry, side * -lean).transformed(to), ink)


def _print(pen: Pen) -> None:
    _paw(pen, C, 440, 1.5)


def _prints(pen: Pen) -> None:
    """Two, one behind the other."""
    _paw(pen, 330, 690, 1.0, -14)
    _paw(pen, 690, 300, 1.0, 16)


def _trail(pen: Pen) -> None:
    """Four, as somebody walked."""
    for x, y, turn in ((150, 880, 40), (330, 560, 52), (610, 560, 48), (800, 220, 40)):
        _paw(pen, x, y, 0.52, turn)


def _wing(pen: Pen, side: float, y: float, size: float) -> None:
    to = Transform.scale(side * size, size).then(Transform.move(C + side * 150, y))
    feathers = "M0 20C60 -170 240 -260 400 -210C376 -180 390 -150 366 -120C390 -100 366 -50 330 -44C346 -10 306 40 262 40C250 90 150 110 60 90Z"
    pen.part(Path.parse(feathers).transformed(to), CREAM)
    for d in ("M110 -50C200 -110 270 -140 340 -146", "M110 0C190 -40 250 -60 310 -62", "M110 50C170 30 210 20 250 12"):
        pen.canvas.stroke(Path.parse(d).transformed(to), deep(CREAM, 0.3), 11)


def _halo(pen: Pen, y: float) -> None:
    ring = oval(C, y, 190, 52)
    pen.canvas.stroke(ring, INK, 54)
    pen.canvas.stroke(ring, GOLD, 34)


def _winged(*, halo: bool = False) -> Draw:
    def draw(pen: Pen) -> None:
        for side in SIDES:
            _wing(pen, side, 560, 1.0)
        _paw(pen, C, 520, 1.05)
        if halo:
            _halo(pen, 190)

    return draw


def _haloed(pen: Pen) -> None:
    _paw(pen, C, 540, 1.25)
    _halo(pen, 130)


def _in_a_heart(pen: Pen) -> None:
    pen.part(heart(C, 530, 980), RED)
    _paw(pen, C, 470, 0.95, ink="#fbf2df")


def _heart_on_the_pad(pen: Pen) -> None:
    """A heart where the pad is wide."""
    _paw(pen, C, 440, 1.5)
    pen.canvas.fill(heart(C, 746, 210), pale(RED, 0.15))


def _beside_a_heart(pen: Pen) -> None:
    pen.part(heart(690, 640, 560), RED)
    _paw(pen, 350, 420, 1.0, -12)


def _rainbow_bridge(pen: Pen) -> None:
    """An arch in six colours from cloud to cloud, with a railing."""
    for k, ink in enumerate(_ARCS):
        r = 500 - 40 * k
        outer = [polar(C, 900, r, a) for a in range(-90, 91, 4)]
        inner = [polar(C, 900, r - 40, a) for a in range(90, -91, -4)]
        pen.part(Path.lines([*outer, *inner]), ink)
    for x in (90, 934):
        pen.part(cloudlet(x, 900, 330, 200, 4), "#fdfbf6")


def _on_a_rainbow(pen: Pen) -> None:
    _rainbow_bridge(pen)
    _paw(pen, C, 800, 0.62)


MEMORIALS: Mapping[str, Callable[[Pen], None]] = {
    "paw print": _print,
    "pair of paw prints": _prints,
    "trail of paw prints": _trail,
    "winged paw print": _winged(),
    "haloed winged paw print": _winged(halo=True),
    "haloed paw print": _haloed,
    "paw print heart": _in_a_heart,
    "hearted paw print": _heart_on_the_pad,
    "heart and paw print": _beside_a_heart,
    "rainbow paw print": _on_a_rainbow,
    "rainbow bridge": _rainbow_bridge,
}
"""By the name that the keyword table gives them."""
