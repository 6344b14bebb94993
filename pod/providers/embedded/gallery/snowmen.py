"""Snowmen alone and as a family: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pod.drawing.display import Canvas
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, limb, oval
from pod.providers.embedded.objects.kit import BLUE, DARK, GREEN, ORANGE, PINK, RED, C, Draw, fitted

_SNOW, _SHADE = "#fbfaf6", "#cfe0ea"
_TWIG = "#7a5236"


@dataclass(frozen=True, slots=True)
class _Wears:
    """`hat` is "top", "bobble" or "bow"; inks are those of the hat and of the scarf."""

    hat: str
    hat_ink: str
    scarf: str


def _ball(pen: Pen, x: float, y: float, r: float) -> None:
    body = circle(x, y, r)
    pen.part(body, _SNOW)
    with pen.canvas.group(body):
        whole = circle(x, y, 1.1 * r).geometry().difference(circle(x - 0.22 * r, y - 0.2 * r, r).geometry())
        pen.canvas.fill(Path.from_geometry(whole), _SHADE)


def _top_hat(pen: Pen, ink: str) -> None:
    pen.part(Path.parse("M362 40L662 40L640 232L384 232Z"), ink)
    pen.canvas.fill(Path.parse("M373 170L651 170L644 222L380 222Z"), RED)
    pen.part(oval(C, 240, 218, 36), ink)


def _bobble_hat(pen: Pen, ink: str) -> None:
    pen.part(circle(C, 54, 62), mix(ink, _SNOW, 0.55))
    pen.part(Path.parse("M336 250C340 60 684 60 688 250Z"), ink)
    pen.part(Path.parse("M320 222Q512 170 704 222L704 288Q512 240 320 288Z"), mix(ink, _SNOW, 0.55))


def _bow(pen: Pen, ink: str) -> None:
    for side in SIDES:
        pen.part(Path.parse(f"M{C} 186L{C + side * 150} 106Q{C + side * 180} 186 {C + side * 150} 266Z"), ink)
    pen.part(circle(C, 186, 40), mix(ink, INK, 0.18))


_HATS = {"top": _top_hat, "bobble": _bobble_hat, "bow": _bow}


def _face(pen: Pen) -> None:
    for side in SIDES:
        pen.canvas.fill(circle(C + side * 70, 326, 23), INK)
        pen.canvas.fill(oval(C + side * 118, 392, 34, 22), mix(PINK, _SNOW, 0.25))
    smile = [(C - 70, 424), (C - 36, 446), (C, 454), (C + 36, 446), (C + 70, 424)]
    for x, y in smile:
        pen.canvas.fill(circle(x, y, 10), INK)
    pen.part(Path.parse("M500 356Q620 352 660 380Q590 412 500 402Q480 380 500 356Z"), ORANGE)


def _snowman(wears: _Wears) -> Draw:
    """Three balls, arms of twigs, coal, a carrot; what is on its head and round its neck as said by `wears`."""

    def draw(pen: Pen) -> None:
        for side in SIDES:
            hand = (C + side * 400, 470)
            pen.part(limb([(C + side * 180, 640), (C + side * 300, 560), hand], 19, 14), _TWIG)
            for x, y in ((450, 420), (390, 390), (470, 490)):
                pen.part(limb([(C + side * 372, 496), (C + side * x, y)], 12, 9), _TWIG)
        _ball(pen, C, 836, 246)
        _ball(pen, C, 590, 196)
        for y in (600, 690, 800, 900):
            pen.canvas.fill(circle(C, y, 24), DARK)
        _ball(pen, C, 346, 166)
        _face(pen)
        pen.part(Path.parse("M590 500L700 500L716 716L604 722Z"), mix(wears.scarf, INK, 0.14))
        pen.part(Path.parse("M354 452Q512 556 670 452L690 522Q512 626 334 522Z"), wears.scarf)
        _HATS[wears.hat](pen, wears.hat_ink)

    return draw


_FATHER = _Wears("top", DARK, RED)
_MOTHER = _Wears("bow", "#d65a8a", GREEN)
_CHILD = _Wears("bobble", BLUE, ORANGE)
_SECOND = _Wears("bobble", "#d9a13a", BLUE)


def _standing(pen: Pen, wears: _Wears, x: float, size: float) -> None:
    """With its feet on y = 1080."""
    canvas = Canvas(1024, 1200)
    _snowman(wears)(Pen(canvas, pen.species))
    to = Transform.move(-C, -1080).then(Transform.scale(size)).then(Transform.move(x, 1080))
    pen.canvas.place(canvas.drawing(), to)


def _family(children: tuple[tuple[_Wears, float], ...]) -> Draw:
    def draw(pen: Pen) -> None:
        _standing(pen, _FATHER, 180, 1.0)
        _standing(pen, _MOTHER, 860, 0.92)
        for wears, x in children:
            _standing(pen, wears, x, 0.52)

    return fitted(draw)


def _pair(pen: Pen) -> None:
    _standing(pen, _FATHER, 180, 1.0)
    _standing(pen, _MOTHER, 860, 0.96)


SNOWMEN: Mapping[str, Draw] = {
    "snowman": fitted(_snowman(_FATHER)),
    "snowman couple": fitted(_pair),
    "snowman family": _family(((_CHILD, 520),)),
    "snowman family of four": _family(((_CHILD, 340), (_SECOND, 700))),
}
"""By the name that the keyword table gives them."""
