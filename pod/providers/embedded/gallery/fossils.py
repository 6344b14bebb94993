"""Bones of great reptiles, as museums put them up: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pod.drawing.paths import Path, Point
from pod.drawing.shapes import circle, leaf
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, Pen, blob, curve, limb, oval
from pod.providers.embedded.gallery.kit import CREAM, DARK, WHITE, Draw
from pod.providers.embedded.objects.kit import fitted

_BONE, _FAR = CREAM, mix(CREAM, INK, 0.22)


def _long_bone(pen: Pen, start: Point, end: Point, thick: float, ink: str) -> None:
    """A shaft with a knob at either end."""
    pen.part(limb([start, end], thick, thick), ink)
    for x, y in (start, end):
        pen.part(circle(x, y, thick * 1.5), ink)
    pen.canvas.fill(limb([start, end], thick - 1, thick - 1), ink)


def _backbone(pen: Pen, spine: Sequence[Point], thick: float, tip: float) -> None:
    for k, (x, y) in enumerate(spine):
        r = thick + (tip - thick) * k / (len(spine) - 1)
        pen.part(leaf(x, y - r * 0.2, r * 2.1, r * 0.9, 4), _BONE)
        pen.part(circle(x, y, r), _BONE)


def _tyrant_skull(pen: Pen) -> None:
    """Facing right, its jaws open."""
    pen.part(Path.parse("M700 372L960 400C990 420 980 460 940 462L760 452C710 440 690 410 700 372Z"), _BONE)
    for x in (800, 850, 900, 945):
        pen.part(Path.lines([(x - 18, 404), (x + 18, 408), (x, 366)]), WHITE)
    skull = "M640 300C640 220 700 170 790 170C850 170 900 200 960 214C1010 230 1020 280 1004 320L990 342L760 338C700 372 640 360 640 300Z"
    pen.part(Path.parse(skull), _BONE)
    for x in (800, 850, 900, 950):
        pen.part(Path.lines([(x - 20, 334), (x + 20, 334), (x, 384)]), WHITE)
    pen.canvas.fill(blob(770, 240, 42, 40, 2.3), DARK)
    pen.canvas.fill(oval(862, 266, 40, 26, 14), DARK)
    pen.canvas.fill(oval(972, 258, 15, 19, 20), DARK)
    pen.canvas.fill(oval(692, 296, 22, 32, -14), DARK)


def _tyrant(pen: Pen) -> None:
    for bone in (((400, 520), (320, 660)), ((320, 660), (400, 810)), ((400, 810), (340, 900))):
        _long_bone(pen, *bone, 22, _FAR)
    tail = curve((420, 470), (280, 470), (140, 430), (10, 300), 15)
    _backbone(pen, tail, 34, 9)
    back = curve((660, 320), (600, 420), (520, 440), (420, 470), 7)
    for k, (x, low, lean) in enumerate(((610, 620, 50), (566, 660, 40), (520, 660, 26), (474, 620, 10))):
        rib = curve((x, 430 + 8 * k), (x + lean + 40, 500), (x + lean + 30, low - 60), (x + lean - 30, low), 12)
        pen.part(limb(rib, 17, 9), _BONE)
    _backbone(pen, back, 38, 40)
    pen.part(blob(430, 510, 84, 56, 2.4), _BONE)
    pen.canvas.fill(oval(440, 512, 26, 20), _FAR)
    for bone in (((450, 530), (560, 670)), ((560, 670), (480, 830)), ((480, 830), (540, 920))):
        _long_bone(pen, *bone, 26, _BONE)
    for toe in (-50, 10, 66):
        pen.part(limb([(540, 926), (556 + toe, 962)], 15, 8), _BONE)
    for bone in (((650, 520), (712, 580)), ((712, 580), (690, 636))):
        _long_bone(pen, *bone, 12, _BONE)
    _tyrant_skull(pen)


FOSSILS: Mapping[str, Draw] = {"dinosaur skeleton": fitted(_tyrant), "dinosaur skull": fitted(_tyrant_skull)}
"""By the name that the keyword table gives them."""
