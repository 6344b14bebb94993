"""Bowls of ramen: a sea that breaks out of one, an egg that smiles in one. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import BOX, INK, SIDES, Pen, limb, oval
from pod.providers.embedded.gallery.kit import CREAM, LEAF, WHITE, C, Draw
from pod.providers.embedded.gallery.prints import wave

_RED, _NAVY, _BROTH, _NOODLE, _YOLK = "#d1433a", "#1f3f6d", "#e79a45", "#f6cf6a", "#f2a33a"
_BOWL = "M66 640C90 800 210 930 350 970L674 970C814 930 934 800 958 640Z"


def _rim(pen: Pen) -> None:
    """The chopsticks, and the broth in its rim."""
    for x, tip in ((790, 922), (850, 982)):
        pen.part(limb([(x, 640), (tip, 150)], 19, 14), "#a9713f")
    pen.part(oval(C, 640, 446, 96), CREAM)
    pen.canvas.fill(oval(C, 646, 404, 72), _BROTH)


def _bowl(pen: Pen) -> None:
    """Its front, with a band of rings, and noodles that hang over it."""
    body = Path.parse(_BOWL)
    pen.part(body, _RED)
    with pen.canvas.group(body):
        pen.canvas.stroke(Path.parse("M40 700Q512 830 984 700"), CREAM, 60)
        for x in range(110, 960, 90):
            pen.canvas.stroke(circle(x, 765 - 65 * ((x - C) / 472) ** 2, 16), _NAVY, 10)
    pen.part(Path.parse("M350 970L674 970L650 1006L374 1006Z"), mix(_RED, INK, 0.25))
    for k in range(6):
        x = 170 + 116 * k
        noodle = Path.parse(
            f"M{x} 650C{x + 10} 590 {x + 90} 590 {x + 96} 650C{x + 100} 700 {x + 150} 690 {x + 150} 650"
        )
        for width, ink in ((40, INK), (22, _NOODLE)):
            pen.canvas.stroke(noodle, ink, width)


def _fish_cake(pen: Pen, x: float, y: float) -> None:
    pen.part(oval(x, y, 92, 56), WHITE)
    swirl = f"M{x} {y}C{x + 30} {y - 28} {x + 50} {y + 12} {x + 10} {y + 24}C{x - 40} {y + 32} {x - 56} {y - 18} {x - 10} {y - 32}"
    pen.canvas.stroke(Path.parse(swirl), "#ee7f96", 15)


def _ramen_with_wave(pen: Pen) -> None:
    """An egg and a fish cake are afloat before the wave."""
    _rim(pen)
    sea = Canvas(BOX, BOX)
    wave(Pen(sea, pen.species))
    pen.canvas.place(sea.drawing(), Transform.scale(0.72).then(Transform.move(120, -60)))
    _bowl(pen)
    pen.part(oval(270, 640, 100, 62), WHITE)
    pen.canvas.fill(oval(270, 640, 50, 32), _YOLK)
    _fish_cake(pen, 760, 648)


def _ramen_with_smiling_egg(pen: Pen) -> None:
    """Half an egg, larger than life, that looks out over the rim."""
    _rim(pen)
    pen.part(Path.parse("M120 640C100 500 130 400 190 330C270 400 300 500 300 640Z"), "#2f4a3c")
    for x, y in ((720, 560), (770, 590), (700, 600)):
        pen.part(oval(x, y, 34, 22), LEAF)
    pen.part(oval(C, 460, 216, 250), WHITE)
    pen.part(circle(C, 480, 150), _YOLK)
    for side in SIDES:
        pen.canvas.fill(oval(C + side * 56, 462, 17, 22), INK)
        pen.canvas.fill(circle(C + side * 52, 454, 7), WHITE)
        pen.canvas.fill(oval(C + side * 96, 508, 26, 17), "#f2788f")
    pen.canvas.fill(
        Path.parse(f"M{C - 38} 502Q{C} 524 {C + 38} 502Q{C + 30} 560 {C} 560Q{C - 30} 560 {C - 38} 502Z"), INK
    )
    _bowl(pen)
    _fish_cake(pen, 780, 640)


RAMEN: Mapping[str, Draw] = {
    "ramen with a great wave": _ramen_with_wave,
    "ramen with a smiling egg": _ramen_with_smiling_egg,
}
"""By the name that the keyword table gives them."""
