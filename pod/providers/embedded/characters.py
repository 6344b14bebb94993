"""Parametric kawaii animals: original art, one row of numbers for each species, shared parts, props in their paws.

They answer sentences that no motif set has an answer for: "an axolotl barista", "a capybara reading". Drawn in a box of
1024 units, front view, symmetric, one ink colour for the face.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from shapely import geometry as shapes
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from pod.drawing.display import Canvas, Drawing, Fill
from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, ellipse, heart, leaf, polar, rounded_rect
from pod.imaging.colour import mix

BOX = 1024.0
_INK = "#3a2430"
_BLUSH = "#f2788f"
_CX = BOX / 2
_HEAD_Y = 400.0


@dataclass(frozen=True, slots=True)
class Species:
    """`head` is (half width, half height); `eyes` (radius, distance from the middle, drop below the head's centre)."""

    name: str
    base: str
    dark: str
    light: str
    head: tuple[float, float]
    eyes: tuple[float, float, float]
    ears: str
    muzzle: tuple[float, float] = (0.0, 0.0)
    nose: str = ""
    tail: str = ""
    marks: tuple[str, ...] = ()
    feet: str = ""
    belly: bool = True


SPECIES = {
    s.name: s
    for s in (
        Species("axolotl", "#f7a9ba", "#dc6489", "#fddde2", (310, 205), (26, 172, 8), "gills", tail="fin"),
        Species("capybara", "#a8764e", "#6d492f", "#d0a279", (226, 226), (20, 122, -8), "small", (172, 122), "wide"),
        Species(
            "red panda",
            "#c8552c",
            "#4a2823",
            "#fff0e0",
            (272, 216),
            (24, 112, 10),
            "round",
            (108, 82),
            "button",
            "ringed",
            ("mask",),
            "dark",
        ),
        Species(
            "corgi",
            "#e59a4b",
            "#b66a2c",
            "#fff2de",
            (266, 216),
            (24, 112, 6),
            "tall",
            (124, 94),
            "button",
            "",
            ("blaze", "cheeks"),
        ),
        Species(
            "fox",
            "#e2702f",
            "#4b2a22",
            "#fff1e1",
            (274, 208),
            (24, 116, 12),
            "tall",
            (92, 78),
            "button",
            "brush",
            ("cheeks",),
            "dark",
        ),
        Species(
            "highland cow",
            "#c1763f",
            "#874923",
            "#efc99d",
            (216, 240),
            (0, 96, 0),
            "cow",
            (168, 106),
            "cow",
            "",
            ("horns", "fringe"),
        ),
        Species(
            "sloth",
            "#a58a6c",
            "#6b5540",
            "#ead9bd",
            (246, 214),
            (22, 98, 2),
            "none",
            (86, 66),
            "button",
            "",
            ("sloth mask",),
        ),
        Species(
            "otter",
            "#8a6244",
            "#5b3d2a",
            "#e2c7a4",
            (240, 206),
            (22, 110, 2),
            "small",
            (128, 92),
            "button",
            "paddle",
            ("whiskers",),
        ),
        Species(
            "frog",
            "#79b86a",
            "#4c8a4a",
            "#dff0c4",
            (284, 190),
            (0, 150, -150),
            "frog",
            (0, 0),
            "nostrils",
            "",
            ("frog eyes",),
        ),
        Species("bear", "#9a6a44", "#6b4529", "#e3c29a", (252, 226), (22, 104, 0), "round", (116, 90), "button"),
        Species(
            "cat",
            "#6f7583",
            "#484c58",
            "#e8e4e0",
            (270, 208),
            (27, 118, 8),
            "tall",
            (84, 62),
            "button",
            "curl",
            ("whiskers", "stripes"),
        ),
        Species("rabbit", "#d9c4b2", "#a98d78", "#fff6ec", (232, 206), (23, 104, 10), "long", (84, 66), "button", ""),
        Species(
            "panda",
            "#f7f3ec",
            "#33323a",
            "#ffffff",
            (270, 226),
            (20, 108, 14),
            "round",
            (92, 72),
            "button",
            "",
            ("panda eyes",),
            "dark",
        ),
        Species("koala", "#a3aab3", "#6c737d", "#e9ecef", (250, 216), (22, 116, 4), "fluffy", (0, 0), "koala"),
    )
}

ALIASES = {
    "salamander": "axolotl",
    "guinea pig": "capybara",
    "firefox": "red panda",
    "highland cattle": "highland cow",
    "scottish cow": "highland cow",
    "toad": "frog",
    "bunny": "rabbit",
    "hare": "rabbit",
    "kitten": "cat",
    "teddy bear": "bear",
}


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
    pen = _Pen(canvas, species)
    for part in (_tail, _feet, _body, _ears, _head, _marks, _muzzle, _face):
        part(pen)
    if apron:
        _apron(canvas, apron)
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


@dataclass(frozen=True, slots=True)
class _Pen:
    canvas: Canvas
    species: Species

    def both(self, path_for: Callable[[float], Path], paint: str, opacity: float = 1.0) -> None:
        """The same part on the left and on the right; `path_for` is given -1 and 1."""
        for side in (-1.0, 1.0):
            self.canvas.fill(path_for(side), paint, opacity)


def _blob(cx: float, cy: float, rx: float, ry: float, power: float = 2.4, flare: float = 0.0) -> Path:
    """A superellipse, wider below by `flare`: rounder than a box, fuller than an ellipse."""
    points = []
    for i in range(44):
        angle = 2 * math.pi * i / 44
        cosine, sine = math.cos(angle), math.sin(angle)
        x = rx * math.copysign(abs(cosine) ** (2 / power), cosine)
        y = ry * math.copysign(abs(sine) ** (2 / power), sine)
        points.append((cx + x * (1 + flare * y / ry), cy + y))
    return Path.from_geometry(shapes.Polygon(points), smooth=True)


def _oval(cx: float, cy: float, rx: float, ry: float, turn: float = 0.0) -> Path:
    return ellipse(cx, cy, rx, ry).transformed(Transform.rotate(turn, (cx, cy)))


def _tail(pen: _Pen) -> None:
    kind, s, c = pen.species.tail, pen.species, pen.canvas
    if kind == "fin":
        c.fill(Path.parse("M640 800C800 862 902 762 908 642C962 762 932 902 800 932C720 952 640 922 610 882Z"), s.dark)
        c.fill(Path.parse("M650 822C770 862 862 802 892 702C900 804 842 882 770 902C710 912 660 892 630 872Z"), s.base)
    elif kind in ("ringed", "brush"):
        c.fill(Path.parse("M652 872C830 912 946 800 902 640C876 566 790 590 792 668C804 746 736 792 640 776Z"), s.base)
        if kind == "ringed":
            for x, y, turn in ((852, 634, 32), (862, 738, -38), (786, 812, -70)):
                c.fill(_oval(x, y, 62, 19, turn), s.dark)
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


def _feet(pen: _Pen) -> None:
    s = pen.species
    paint = s.dark if s.feet == "dark" else mix(s.base, s.dark, 0.22)
    pen.both(lambda side: _oval(_CX + side * 122, 918, 88, 50), paint)
    pen.both(lambda side: _oval(_CX + side * 122, 926, 46, 26), mix(paint, s.light, 0.45))


def _body(pen: _Pen) -> None:
    s = pen.species
    pen.canvas.fill(_blob(_CX, 757, 208, 186, 2.5, 0.12), s.dark if s.name == "panda" else s.base)
    if s.belly:
        pen.canvas.fill(_blob(_CX, 806, 132, 128, 2.4), s.light)


def _ears(pen: _Pen) -> None:
    _EARS[pen.species.ears](pen)


def _no_ears(_: _Pen) -> None:
    """A sloth's are hidden in its fur."""


def _gills(pen: _Pen) -> None:
    s, (rx, _) = pen.species, pen.species.head
    for side in (-1, 1):
        for lift, length, drop in ((-38, 215, -95), (-8, 235, -15), (24, 200, 65)):
            heading = 90 + lift if side > 0 else 270 - lift
            x, y = _CX + side * rx * 0.84, _HEAD_Y + drop
            for k in range(5):
                along = polar(x, y, length * (0.3 + 0.15 * k), heading)
                for tilt in (-42, 42):
                    pen.canvas.fill(leaf(*along, length * (0.38 - 0.05 * k), length * 0.1, heading + tilt), s.dark)
            root = polar(x, y, -40, heading)
            pen.canvas.fill(leaf(*root, length + 66, 34, heading), s.base)


def _small_ears(pen: _Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    pen.both(lambda side: _oval(_CX + side * rx * 0.74, _HEAD_Y - ry * 0.78, 48, 42, side * 20), s.dark)
    pen.both(lambda side: _oval(_CX + side * rx * 0.74, _HEAD_Y - ry * 0.76, 25, 22), mix(s.dark, s.light, 0.55))


def _round_ears(pen: _Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    outer = s.light if s.name == "red panda" else s.dark if s.name == "panda" else s.base
    inner = s.dark if s.name == "red panda" else mix(outer, s.light if outer != s.dark else "#8a8791", 0.6)
    pen.both(lambda side: _oval(_CX + side * rx * 0.72, _HEAD_Y - ry * 0.76, 94, 90), outer)
    pen.both(lambda side: _oval(_CX + side * rx * 0.71, _HEAD_Y - ry * 0.71, 56, 54), inner)


def _tall_ears(pen: _Pen) -> None:
    s = pen.species
    tip = s.dark if s.feet == "dark" else s.base
    inner = mix("#f3b9aa", s.light, 0.25)

    def at(side: float, points: str) -> Path:
        return Path.parse(points).transformed(Transform.scale(side, 1).then(Transform.move(_CX, _HEAD_Y)))

    pen.both(lambda side: at(side, "M54 -150Q112 -402 214 -396Q304 -286 264 -58Z"), s.base)
    if tip != s.base:
        pen.both(lambda side: at(side, "M128 -318Q162 -392 214 -396Q262 -338 274 -258Q206 -326 128 -318Z"), tip)
    pen.both(lambda side: at(side, "M122 -172Q154 -316 204 -330Q254 -246 230 -108Z"), inner)


def _cow_ears(pen: _Pen) -> None:
    s = pen.species
    pen.both(lambda side: _oval(_CX + side * 280, _HEAD_Y - 88, 104, 50, side * -16), s.base)
    pen.both(lambda side: _oval(_CX + side * 284, _HEAD_Y - 84, 66, 27, side * -16), "#eeaaa0")


def _long_ears(pen: _Pen) -> None:
    s = pen.species
    pen.both(lambda side: _oval(_CX + side * 104, _HEAD_Y - 300, 62, 176, side * 10), s.base)
    pen.both(lambda side: _oval(_CX + side * 105, _HEAD_Y - 292, 32, 132, side * 10), "#f4bfc0")


def _fluffy_ears(pen: _Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    for grow, paint in ((1.0, s.base), (0.62, mix(s.light, "#f3c4c4", 0.5))):
        pen.both(lambda side, g=grow: _tuft(_CX + side * rx * 0.98, _HEAD_Y - ry * 0.5, 122 * g), paint)  # type: ignore[misc]


def _tuft(cx: float, cy: float, r: float) -> Path:
    circles = [circle(*polar(cx, cy, r * 0.62, 60 * i), r * 0.52).geometry() for i in range(6)]
    return Path.from_geometry(unary_union([*circles, circle(cx, cy, r * 0.7).geometry()]), smooth=False)


def _frog_brows(pen: _Pen) -> None:
    pen.both(lambda side: circle(_CX + side * 150, _HEAD_Y - 150, 92), pen.species.base)


_EARS: dict[str, Callable[[_Pen], None]] = {
    "none": _no_ears,
    "gills": _gills,
    "small": _small_ears,
    "round": _round_ears,
    "tall": _tall_ears,
    "cow": _cow_ears,
    "long": _long_ears,
    "fluffy": _fluffy_ears,
    "frog": _frog_brows,
}


def _head(pen: _Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    pen.canvas.fill(_blob(_CX, _HEAD_Y + 17, rx * 0.98, ry, 2.35, 0.05), mix(s.base, s.dark, 0.45))
    pen.canvas.fill(_blob(_CX, _HEAD_Y, rx, ry, 2.35, 0.05), s.base)


def _marks(pen: _Pen) -> None:
    for mark in pen.species.marks:
        _MARKS[mark](pen)


def _mask(pen: _Pen) -> None:
    s, y = pen.species, _HEAD_Y
    pen.both(lambda side: _oval(_CX + side * 142, y + 52, 110, 90, side * -20), s.light)
    pen.both(lambda side: _oval(_CX + side * 118, y - 86, 52, 25, side * -18), s.light)

    def stripe(side: float) -> Path:
        return Path.parse("M88 12C140 42 172 110 168 168C122 152 80 92 68 32Z").transformed(
            Transform.scale(side, 1).then(Transform.move(_CX, y))
        )

    pen.both(stripe, s.dark)


def _blaze(pen: _Pen) -> None:
    s, (_, ry) = pen.species, pen.species.head
    y = _HEAD_Y
    pen.canvas.fill(
        Path(
            (
                ("M", (_CX - 26, y - ry + 2)),
                ("Q", (_CX, y - ry - 4, _CX + 26, y - ry + 2)),
                ("L", (_CX + 62, y + 62)),
                ("Q", (_CX, y + 122, _CX - 62, y + 62)),
                ("Z", ()),
            )
        ),
        s.light,
    )


def _cheeks(pen: _Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    with pen.canvas.group(_blob(_CX, _HEAD_Y, rx, ry, 2.35, 0.05)):
        pen.both(lambda side: _oval(_CX + side * rx * 0.64, _HEAD_Y + ry * 0.52, 132, 98, side * -28), s.light)


def _horns(pen: _Pen) -> None:
    def horn(side: float) -> Path:
        shape = "M120 -192C262 -190 332 -262 322 -384C404 -262 332 -118 130 -118Z"
        return Path.parse(shape).transformed(Transform.scale(side, 1).then(Transform.move(_CX, _HEAD_Y)))

    pen.both(horn, "#f1e2c4")


def _fringe(pen: _Pen) -> None:
    s, y = pen.species, _HEAD_Y
    for i in (0, 6, 1, 5, 2, 4, 3):
        out = i - 3
        root_x, tip_x = _CX + out * 24, _CX + out * 62
        reach = y + 40 - abs(out) * 20
        lock = Path(
            (
                ("M", (root_x - 34, y - 262)),
                ("C", (root_x - 70 + out * 14, y - 150, tip_x - 44, y - 40, tip_x, reach)),
                ("C", (tip_x + 44, y - 40, root_x + 70 + out * 14, y - 150, root_x + 34, y - 262)),
                ("Z", ()),
            )
        )
        pen.canvas.fill(lock, s.dark if i % 2 else mix(s.base, s.light, 0.28))


def _sloth_mask(pen: _Pen) -> None:
    s, y = pen.species, _HEAD_Y
    pen.canvas.fill(_blob(_CX, y + 14, 188, 146, 2.3), s.light)
    pen.both(lambda side: _oval(_CX + side * 116, y + 16, 74, 36, side * 22), s.dark)


def _panda_eyes(pen: _Pen) -> None:
    pen.both(lambda side: _oval(_CX + side * 110, _HEAD_Y + 14, 60, 74, side * 28), pen.species.dark)
    pen.both(lambda side: _oval(_CX + side * 108, _HEAD_Y + 14, 28, 32), "#ffffff")


def _frog_eyes(pen: _Pen) -> None:
    y = _HEAD_Y - 152
    pen.both(lambda side: circle(_CX + side * 150, y, 62), "#fffdf4")
    pen.both(lambda side: circle(_CX + side * 146, y + 4, 38), _INK)
    pen.both(lambda side: circle(_CX + side * 146 - 13, y - 12, 13), "#ffffff")


def _whiskers(pen: _Pen) -> None:
    for side in (-1, 1):
        for k, rise in enumerate((-14, 14, 40)):
            x, y = _CX + side * 150, _HEAD_Y + 84 + k * 16
            pen.canvas.stroke(Path.lines([(x, y), (x + side * 108, y + rise - 12)], closed=False), _INK, 7, 0.75)


def _stripes(pen: _Pen) -> None:
    s, (_, ry) = pen.species, pen.species.head
    for x, length in ((-52, 56), (0, 78), (52, 56)):
        pen.canvas.fill(leaf(_CX + x, _HEAD_Y - ry + 8, length, 15, 180), s.dark)


_MARKS: dict[str, Callable[[_Pen], None]] = {
    "mask": _mask,
    "blaze": _blaze,
    "cheeks": _cheeks,
    "horns": _horns,
    "fringe": _fringe,
    "sloth mask": _sloth_mask,
    "panda eyes": _panda_eyes,
    "frog eyes": _frog_eyes,
    "whiskers": _whiskers,
    "stripes": _stripes,
}


def _muzzle(pen: _Pen) -> None:
    s = pen.species
    if s.muzzle != (0.0, 0.0):
        paint = mix(s.base, s.dark, 0.25) if s.nose == "wide" else s.light
        pen.canvas.fill(_blob(_CX, _HEAD_Y + 92, *s.muzzle, 2.3, 0.12), paint)


def _face(pen: _Pen) -> None:
    s, c = pen.species, pen.canvas
    nose_y = _HEAD_Y + (60 if s.muzzle != (0.0, 0.0) else 46)
    _NOSES[s.nose](c, nose_y)
    mouth_y = nose_y + {"": 18, "cow": 74, "koala": 84}.get(s.nose, 48)
    _mouth(c, mouth_y, 96 if s.name in ("axolotl", "frog") else 72)
    radius, apart, drop = s.eyes
    if radius:
        y = _HEAD_Y + drop
        pen.both(lambda side: _oval(_CX + side * apart, y, radius, radius * 1.16), _INK)
        pen.both(lambda side: circle(_CX + side * apart - radius * 0.3, y - radius * 0.42, radius * 0.36), "#ffffff")
        pen.both(
            lambda side: circle(_CX + side * apart + radius * 0.34, y + radius * 0.46, radius * 0.17), "#ffffff", 0.85
        )
    pen.both(lambda side: _oval(_CX + side * (apart + 62), _HEAD_Y + 74, 38, 24), _BLUSH, 0.55)


def _mouth(canvas: Canvas, y: float, reach: float) -> None:
    curve = Path(
        (
            ("M", (_CX - reach, y)),
            ("Q", (_CX - reach * 0.5, y + 54, _CX, y + 16)),
            ("Q", (_CX + reach * 0.5, y + 54, _CX + reach, y)),
        )
    )
    canvas.stroke(curve, _INK, 13)


def _button_nose(canvas: Canvas, y: float) -> None:
    canvas.fill(
        Path.parse("M-42 -20Q0 -42 42 -20Q22 24 0 26Q-22 24 -42 -20Z").transformed(Transform.move(_CX, y)), _INK
    )
    canvas.fill(_oval(_CX - 12, y - 16, 12, 6, -14), "#ffffff", 0.5)


def _wide_nose(canvas: Canvas, y: float) -> None:
    for side in (-1, 1):
        canvas.fill(_oval(_CX + side * 48, y - 2, 18, 12, side * 25), _INK)


def _cow_nose(canvas: Canvas, y: float) -> None:
    for side in (-1, 1):
        canvas.fill(_oval(_CX + side * 62, y + 30, 22, 15), "#7a4a3a")


def _koala_nose(canvas: Canvas, y: float) -> None:
    canvas.fill(_blob(_CX, y + 6, 46, 70, 2.5, 0.1), _INK)
    canvas.fill(_oval(_CX - 14, y - 26, 11, 22, 10), "#ffffff", 0.35)


def _nostrils(canvas: Canvas, y: float) -> None:
    for side in (-1, 1):
        canvas.fill(_oval(_CX + side * 24, y - 34, 8, 6), _INK, 0.8)


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


def _arms(pen: _Pen, *, holding: bool) -> None:
    s = pen.species
    paint = s.dark if s.feet == "dark" else mix(s.base, s.dark, 0.16)
    reach, turn = (130, 52) if holding else (152, -38)
    pen.both(lambda side: _oval(_CX + side * reach, 762, 46, 88, side * turn), paint)


def _apron(canvas: Canvas, colour: str) -> None:
    for side in (-1, 1):
        strap = Path.lines(
            [(_CX + side * 122, 694), (_CX + side * 98, 694), (_CX + side * 128, 604), (_CX + side * 152, 612)]
        )
        canvas.fill(strap, colour)
    canvas.fill(Path.parse("M392 690L632 690L664 900Q512 948 360 900Z"), colour)
    canvas.fill(Path.parse("M450 806L574 806L568 868Q512 888 456 868Z"), mix(colour, _INK, 0.28))


def _cup(canvas: Canvas) -> None:
    canvas.stroke(Path.parse("M596 742C664 726 664 826 590 812"), "#f3ead8", 24)
    canvas.fill(Path.parse("M420 712L604 712L584 862Q512 884 440 862Z"), "#fbf4e6")
    canvas.fill(Path.parse("M546 712L604 712L584 862Q570 868 552 871Z"), "#e6d9c0")
    canvas.fill(_oval(_CX, 712, 92, 24), "#e6d9c0")
    canvas.fill(_oval(_CX, 713, 76, 17), "#7b4a2d")
    canvas.fill(heart(_CX, 786, 52), "#d96a6a")
    for x, lift in ((482, 0), (522, -16)):
        steam = Path((("M", (x, 684 + lift)), ("C", (x - 22, 662 + lift, x + 24, 648 + lift, x + 2, 622 + lift))))
        canvas.stroke(steam, "#fbf4e6", 11, 0.9)


def _book(canvas: Canvas) -> None:
    canvas.fill(
        Path.parse("M352 716Q432 690 512 726Q592 690 672 716L672 862Q592 838 512 872Q432 838 352 862Z"), "#3f6f8f"
    )
    canvas.fill(Path.parse("M368 706Q440 684 512 716L512 856Q440 826 368 846Z"), "#fdf6e6")
    canvas.fill(Path.parse("M656 706Q584 684 512 716L512 856Q584 826 656 846Z"), "#f3e8d0")
    for row in range(4):
        y = 736 + row * 26
        for side in (-1, 1):
            line = Path((("M", (_CX + side * 122, y)), ("Q", (_CX + side * 70, y - 12, _CX + side * 24, y + 12))))
            canvas.stroke(line, "#b9a98d", 7)


def _flower(canvas: Canvas) -> None:
    canvas.stroke(Path.parse("M512 872C508 820 514 790 512 740"), "#4f8a56", 16)
    canvas.fill(leaf(512, 836, 74, 24, 62), "#5f9d63")
    for i in range(6):
        canvas.fill(circle(*polar(512, 690, 44, 60 * i), 34), "#f7b5c4" if i % 2 else "#f28da8")
    canvas.fill(circle(512, 690, 30), "#f6cf62")


def _heart_prop(canvas: Canvas) -> None:
    canvas.fill(heart(_CX, 778, 196), "#c9445a")
    canvas.fill(heart(_CX, 772, 176), "#e5637a")
    canvas.fill(_oval(_CX - 42, 738, 20, 12, -35), "#ffffff", 0.6)


def _orange(canvas: Canvas) -> None:
    canvas.fill(circle(_CX, 776, 88), "#f0912f")
    canvas.fill(circle(_CX - 14, 762, 66), "#f7a94a")
    canvas.fill(leaf(_CX, 694, 78, 26, 58), "#5f9d63")


def _gamepad(canvas: Canvas) -> None:
    canvas.fill(
        Path.parse(
            "M400 722Q512 704 624 722C676 734 694 862 652 868C618 872 604 824 576 820L448 820C420 824 406 872 372 868C330 862 348 734 400 722Z"
        ),
        "#4b4f63",
    )
    canvas.fill(rounded_rect(398, 760, 62, 20, 6), "#d9dbe6")
    canvas.fill(rounded_rect(419, 739, 20, 62, 6), "#d9dbe6")
    for x, y, colour in ((592, 744, "#f2c14e"), (592, 788, "#e06a6a"), (570, 766, "#6fb7d8"), (614, 766, "#7cc47a")):
        canvas.fill(circle(x, y, 12), colour)


PROPS: dict[str, Callable[[Canvas], None]] = {
    "cup": _cup,
    "book": _book,
    "flower": _flower,
    "heart": _heart_prop,
    "orange": _orange,
    "gamepad": _gamepad,
}
"""What a character can hold."""

PROP_WORDS = {
    "cup": ("coffee", "tea", "latte", "espresso", "barista", "cocoa", "cafe", "café", "mug", "cappuccino"),
    "book": ("book", "books", "reading", "reads", "read", "library", "librarian", "bookworm", "studying"),
    "flower": ("flower", "flowers", "gardener", "gardening", "garden", "bouquet", "rose", "tulip"),
    "heart": ("love", "loves", "heart", "valentine", "hug", "hugs", "hugging"),
    "orange": ("orange", "mandarin", "tangerine", "fruit"),
    "gamepad": ("gamer", "gaming", "game", "games", "controller", "console"),
}
"""Words of a sentence that put a prop into the paws."""

APRON_WORDS = ("barista", "baker", "baking", "chef", "cook", "cooking", "gardener", "waiter", "bakery")
