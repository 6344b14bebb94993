"""Heads, arms and tails of great reptiles: a tyrannosaur's jaws from the side, its two short arms, its heavy tail. Original art."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from shapely.ops import unary_union

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import leaf, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import HEAD_Y, INK, LINE, MIDDLE_X, SIDES, Pen, at, blob, curve, limb, oval

Part = Callable[[Pen], None]

_UPPER = "M640 330C560 230 420 262 330 262C226 262 150 300 142 372C138 414 150 446 176 456C320 470 440 462 620 520Z"
_LOWER = "M196 500C196 570 300 610 420 604C540 598 620 570 652 500L520 440L210 470Z"
_GULLET = "M176 440L640 450L600 540Q400 580 216 512Z"
_TEETH = ((196, 34), (258, 50), (322, 40), (386, 48), (450, 36))


def jaws(pen: Pen) -> None:
    """Open, with teeth, and as long as the skull: facing left, as every profile is drawn."""
    s, (rx, ry) = pen.species, pen.species.head
    pen.part(Path.parse(_LOWER), mix(s.base, s.light, 0.45))
    pen.canvas.fill(Path.parse(_GULLET), "#8f2f3c")
    pen.canvas.fill(oval(400, 540, 140, 30, -4), "#e8798a")
    for x, length in ((240, 30), (310, 30), (380, 30)):
        pen.canvas.fill(Path.lines([(x - 20, 528), (x + 20, 530), (x, 528 - length)]), "#fdfbf6")
    for x, length in _TEETH:
        pen.part(Path.lines([(x - 26, 446), (x + 26, 450), (x, 450 + length)]), "#fdfbf6")
    skull = blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05).geometry().difference(Path.parse(_GULLET).geometry().buffer(4))
    whole = Path.from_geometry(unary_union([skull, Path.parse(_UPPER).geometry()]).buffer(12).buffer(-12))
    pen.part(whole, s.base)
    with pen.canvas.group(whole):
        for x, y, turn in ((560, 250, 150), (640, 300, 140), (690, 380, 120)):
            pen.canvas.fill(leaf(x, y - 60, 130, 44, turn + 30), s.dark)
        pen.canvas.fill(oval(330, 470, 210, 34, 3), mix(s.base, s.light, 0.4))
    pen.canvas.fill(oval(198, 330, 13, 19, 20), INK)
    ridge = limb([(386, 338), (444, 316), (510, 334)], 13, 19)
    pen.part(ridge, s.dark)


BILLS: Mapping[str, Part] = {"side jaws": jaws}
"""By the nose of a species: what a profile ends in."""


def tyrant_tail(pen: Pen) -> None:
    """As thick at its root as the body, to the left, out behind a head that looks to the right."""
    s = pen.species
    bend = curve((470, 850), (260, 940), (110, 880), (40, 640), 20)
    pen.part(limb(bend, 118, 12), s.base)
    for i in (7, 10, 13, 16):
        x, y = bend[i]
        pen.canvas.fill(leaf(x - 4, y - 96 + 4 * i, 110 - 4 * i, 34 - i, 196), s.dark)


TAILS: Mapping[str, Part] = {"tyrant": tyrant_tail}

_FLANKS = ((-150, 690, 60), (-168, 760, 76), (150, 690, -60), (168, 760, -76))


def _flank_stripes(pen: Pen) -> None:
    for x, y, turn in _FLANKS:
        pen.canvas.fill(
            leaf(MIDDLE_X + 1.3 * x, y, 110, 30, turn + (180 if x > 0 else 0) + (30 if x < 0 else -30)),
            pen.species.dark,
        )


def _back_plates(pen: Pen) -> None:
    """A stegosaur's: like kites, tall ones behind the head, smaller ones down the flanks."""
    s = pen.species
    for turn, reach, size in (
        (-104, 250, 0.7),
        (104, 250, 0.7),
        (-66, 250, 0.9),
        (66, 250, 0.9),
        (-34, 190, 1.1),
        (34, 190, 1.1),
        (0, 180, 1.24),
    ):
        x, y = polar(MIDDLE_X, HEAD_Y + (60 if abs(turn) < 100 else 330), reach, turn)
        to = Transform.scale(size).then(Transform.rotate(turn)).then(Transform.move(x, y))
        pen.part(Path.parse("M-40 60L-92 -90L0 -236L92 -90L40 60Z").transformed(to), s.dark)
        pen.canvas.fill(Path.parse("M-20 20L-46 -86L0 -170L46 -86L20 20Z").transformed(to), mix(s.dark, s.light, 0.34))


def _spiny_beard(pen: Pen) -> None:
    """A bearded dragon's: dark points from cheek to cheek, two rows of them, and a fringe down either flank."""
    s = pen.species
    rx, ry = s.head
    for side in SIDES:
        for k, drop in enumerate((690, 750, 810, 870)):
            pen.part(leaf(*at(side, 178 + 9 * k, drop), 92, 44, side * 98), s.dark)
    for reach, ink, size in ((30, s.dark, 130), (2, mix(s.dark, s.base, 0.4), 100)):
        for turn in range(74, 287, 18):
            x = MIDDLE_X + (rx + reach - 60) * math.sin(math.radians(turn))
            y = HEAD_Y + 10 - (ry + reach - 50) * math.cos(math.radians(turn))
            pen.part(leaf(x, y, size, 54, turn), ink)


BEHIND: Mapping[str, Part] = {"spiny beard": _spiny_beard, "back plates": _back_plates}

COATS: Mapping[str, Part] = {"flank stripes": _flank_stripes}


def clawed_feet(pen: Pen, ink: str) -> None:
    """Thighs to either side, and feet with three claws each."""
    for side in SIDES:
        pen.part(oval(*at(side, 158, 870), 116, 124, side * -14), pen.species.torso or pen.species.base)
        pen.part(blob(*at(side, 158, 976), 112, 46, 2.6), ink)
        for toe in (-62, 0, 62):
            pen.part(leaf(*at(side, 158 + toe, 968), 62, 40, 180), "#fbf2df")


def short_arms(outlines: list[Path], *, resting: bool) -> list[Path]:
    """Two little arms with two claws each; those that hold or steer are as long as they must be, and thin."""
    if not resting:
        return [Path.from_geometry(one.geometry().buffer(-1.4 * LINE), smooth=True) for one in outlines]
    return [limb([at(side, 96, 690), at(side, 120, 742), at(side, 66, 772)], 30, 22) for side in SIDES]
