"""Parametric kawaii animals: original art, one row of numbers for each species, shared parts, props in their paws.

They answer sentences that no motif set has an answer for: "an axolotl barista", "a capybara reading". Drawn in a box of
1024 units, front view, symmetric, one ink colour for the face.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from shapely import geometry as shapes
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.drawing.display import Canvas, Drawing, Fill
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle
from pod.imaging.colour import mix
from pod.providers.embedded.heads import ears, marks
from pod.providers.embedded.pen import BLUSH, BOX, HEAD_Y, INK, MIDDLE_X, Pen, blob, oval
from pod.providers.embedded.props import PROPS
from pod.providers.embedded.props import apron as wear_apron
from pod.providers.embedded.species import ALIASES, SPECIES


@dataclass(frozen=True, slots=True)
class Figure:
    """`drawing` in a 1024 box (ears and tails may reach past it); `silhouette` is its whole outline, holes filled."""

    name: str
    drawing: Drawing
    silhouette: BaseGeometry


def character(name: str, *, prop: str = "", apron: str = "") -> Figure:
    """The species by name or alias (KeyError for another), holding `prop` (see `PROPS`), in an apron of that colour."""
    species = SPECIES[ALIASES.get(name, name)]
    canvas = Canvas(BOX, BOX)
    pen = Pen(canvas, species)
    for part in (_tail, _feet, _body, ears, _head, marks, _muzzle, _face):
        part(pen)
    if apron:
        wear_apron(canvas, apron)
    if prop:
        PROPS[prop](canvas)
    _arms(pen, holding=bool(prop))
    drawing = canvas.drawing()
    return Figure(species.name, drawing, silhouette_of(drawing))


def silhouette_of(drawing: Drawing) -> BaseGeometry:
    """Everything filled, as one area without holes."""
    areas = [item.path.geometry(evenodd=False) for item in drawing.items if isinstance(item, Fill)]
    whole = unary_union(areas).buffer(2).buffer(-2)
    parts = getattr(whole, "geoms", [whole])
    return unary_union([shapes.Polygon(p.exterior) for p in parts if isinstance(p, shapes.Polygon)])


def _tail(pen: Pen) -> None:
    kind, s, c = pen.species.tail, pen.species, pen.canvas
    if kind == "fin":
        c.fill(Path.parse("M640 800C800 862 902 762 908 642C962 762 932 902 800 932C720 952 640 922 610 882Z"), s.dark)
        c.fill(Path.parse("M650 822C770 862 862 802 892 702C900 804 842 882 770 902C710 912 660 892 630 872Z"), s.base)
    elif kind in ("ringed", "brush"):
        c.fill(Path.parse("M652 872C830 912 946 800 902 640C876 566 790 590 792 668C804 746 736 792 640 776Z"), s.base)
        if kind == "ringed":
            for x, y, turn in ((852, 634, 32), (862, 738, -38), (786, 812, -70)):
                c.fill(oval(x, y, 62, 19, turn), s.dark)
        else:
            c.fill(
                Path.parse(
                    "M902 640C876 566 790 590 792 668C794 690 792 708 786 722C836 716 880 700 908 676C908 664 906 652 902 640Z"
                ),
                s.light,
            )
    elif kind == "curl":
        c.stroke(Path.parse("M690 880C830 900 902 820 872 720C858 676 806 680 808 724"), s.base, 58)
        c.stroke(Path.parse("M864 702C850 672 810 682 808 724"), s.dark, 58)
    elif kind == "paddle":
        c.fill(Path.parse("M640 900C760 930 900 900 930 770C946 690 880 690 850 760C826 816 740 830 640 810Z"), s.dark)


def _feet(pen: Pen) -> None:
    s = pen.species
    paint = s.dark if s.feet == "dark" else mix(s.base, s.dark, 0.22)
    pen.both(lambda side: oval(MIDDLE_X + side * 122, 918, 88, 50), paint)
    pen.both(lambda side: oval(MIDDLE_X + side * 122, 926, 46, 26), mix(paint, s.light, 0.45))


def _body(pen: Pen) -> None:
    s = pen.species
    pen.canvas.fill(blob(MIDDLE_X, 757, 208, 186, 2.5, 0.12), s.dark if s.name == "panda" else s.base)
    if s.belly:
        pen.canvas.fill(blob(MIDDLE_X, 806, 132, 128, 2.4), s.light)


def _head(pen: Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    pen.canvas.fill(blob(MIDDLE_X, HEAD_Y + 17, rx * 0.98, ry, 2.35, 0.05), mix(s.base, s.dark, 0.45))
    pen.canvas.fill(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05), s.base)


def _muzzle(pen: Pen) -> None:
    s = pen.species
    if s.muzzle != (0.0, 0.0):
        paint = mix(s.base, s.light, 0.7) if s.nose == "wide" else s.light
        pen.canvas.fill(blob(MIDDLE_X, HEAD_Y + 92, *s.muzzle, 2.3, 0.12), paint)


def _face(pen: Pen) -> None:
    s, c = pen.species, pen.canvas
    nose_y = HEAD_Y + (60 if s.muzzle != (0.0, 0.0) else 46)
    _NOSES[s.nose](c, nose_y)
    mouth_y = nose_y + {"": 18, "cow": 74, "koala": 84}.get(s.nose, 48)
    _mouth(c, mouth_y, 96 if s.name in ("axolotl", "frog") else 72)
    radius, apart, drop = s.eyes
    if radius:
        y = HEAD_Y + drop
        pen.both(lambda side: oval(MIDDLE_X + side * apart, y, radius, radius * 1.16), INK)
        pen.both(
            lambda side: circle(MIDDLE_X + side * apart - radius * 0.3, y - radius * 0.42, radius * 0.36), "#ffffff"
        )
        pen.both(
            lambda side: circle(MIDDLE_X + side * apart + radius * 0.34, y + radius * 0.46, radius * 0.17),
            "#ffffff",
            0.85,
        )
    pen.both(lambda side: oval(MIDDLE_X + side * (apart + 62), HEAD_Y + 74, 38, 24), BLUSH, 0.55)


def _mouth(canvas: Canvas, y: float, reach: float) -> None:
    curve = Path(
        (
            ("M", (MIDDLE_X - reach, y)),
            ("Q", (MIDDLE_X - reach * 0.5, y + 54, MIDDLE_X, y + 16)),
            ("Q", (MIDDLE_X + reach * 0.5, y + 54, MIDDLE_X + reach, y)),
        )
    )
    canvas.stroke(curve, INK, 13)


def _button_nose(canvas: Canvas, y: float) -> None:
    canvas.fill(
        Path.parse("M-42 -20Q0 -42 42 -20Q22 24 0 26Q-22 24 -42 -20Z").transformed(Transform.move(MIDDLE_X, y)), INK
    )
    canvas.fill(oval(MIDDLE_X - 12, y - 16, 12, 6, -14), "#ffffff", 0.5)


def _wide_nose(canvas: Canvas, y: float) -> None:
    for side in (-1, 1):
        canvas.fill(oval(MIDDLE_X + side * 48, y - 2, 18, 12, side * 25), INK)


def _cow_nose(canvas: Canvas, y: float) -> None:
    for side in (-1, 1):
        canvas.fill(oval(MIDDLE_X + side * 62, y + 30, 22, 15), "#7a4a3a")


def _koala_nose(canvas: Canvas, y: float) -> None:
    canvas.fill(blob(MIDDLE_X, y + 6, 46, 70, 2.5, 0.1), INK)
    canvas.fill(oval(MIDDLE_X - 14, y - 26, 11, 22, 10), "#ffffff", 0.35)


def _nostrils(canvas: Canvas, y: float) -> None:
    for side in (-1, 1):
        canvas.fill(oval(MIDDLE_X + side * 24, y - 34, 8, 6), INK, 0.8)


def _no_nose(canvas: Canvas, y: float) -> None:
    """An axolotl smiles without one."""


_NOSES: dict[str, Callable[[Canvas, float], None]] = {
    "": _no_nose,
    "button": _button_nose,
    "wide": _wide_nose,
    "cow": _cow_nose,
    "koala": _koala_nose,
    "nostrils": _nostrils,
}


def _arms(pen: Pen, *, holding: bool) -> None:
    s = pen.species
    paint = s.dark if s.feet == "dark" else mix(s.base, s.dark, 0.16)
    reach, turn = (130, 52) if holding else (152, -38)
    pen.both(lambda side: oval(MIDDLE_X + side * reach, 762, 46, 88, side * turn), paint)
