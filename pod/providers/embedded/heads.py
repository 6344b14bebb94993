"""Ears and markings: the parts by which one species is told from another."""

from __future__ import annotations

from collections.abc import Callable

from shapely.ops import unary_union

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, leaf, polar
from pod.imaging.colour import mix
from pod.providers.embedded.pen import HEAD_Y, INK, MIDDLE_X, Pen, blob, oval


def ears(pen: Pen) -> None:
    _EARS[pen.species.ears](pen)


def _no_ears(_: Pen) -> None:
    """A sloth's are hidden in its fur."""


def _gills(pen: Pen) -> None:
    s, (rx, _) = pen.species, pen.species.head
    for side in (-1, 1):
        for lift, length, drop in ((-38, 215, -95), (-8, 235, -15), (24, 200, 65)):
            heading = 90 + lift if side > 0 else 270 - lift
            x, y = MIDDLE_X + side * rx * 0.84, HEAD_Y + drop
            for k in range(5):
                along = polar(x, y, length * (0.3 + 0.15 * k), heading)
                for tilt in (-42, 42):
                    pen.canvas.fill(leaf(*along, length * (0.38 - 0.05 * k), length * 0.1, heading + tilt), s.dark)
            root = polar(x, y, -40, heading)
            pen.canvas.fill(leaf(*root, length + 66, 34, heading), s.base)


def _small_ears(pen: Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    pen.both(lambda side: oval(MIDDLE_X + side * rx * 0.74, HEAD_Y - ry * 0.78, 48, 42, side * 20), s.dark)
    pen.both(lambda side: oval(MIDDLE_X + side * rx * 0.74, HEAD_Y - ry * 0.76, 25, 22), mix(s.dark, s.light, 0.55))


def _round_ears(pen: Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    outer = s.light if s.name == "red panda" else s.dark if s.name == "panda" else s.base
    inner = s.dark if s.name == "red panda" else mix(outer, s.light if outer != s.dark else "#8a8791", 0.6)
    pen.both(lambda side: oval(MIDDLE_X + side * rx * 0.72, HEAD_Y - ry * 0.76, 94, 90), outer)
    pen.both(lambda side: oval(MIDDLE_X + side * rx * 0.71, HEAD_Y - ry * 0.71, 56, 54), inner)


def _tall_ears(pen: Pen) -> None:
    s = pen.species
    tip = s.dark if s.feet == "dark" else s.base
    inner = mix("#f3b9aa", s.light, 0.25)

    def at(side: float, points: str) -> Path:
        return Path.parse(points).transformed(Transform.scale(side, 1).then(Transform.move(MIDDLE_X, HEAD_Y)))

    pen.both(lambda side: at(side, "M54 -150Q112 -402 214 -396Q304 -286 264 -58Z"), s.base)
    if tip != s.base:
        pen.both(lambda side: at(side, "M128 -318Q162 -392 214 -396Q262 -338 274 -258Q206 -326 128 -318Z"), tip)
    pen.both(lambda side: at(side, "M122 -172Q154 -316 204 -330Q254 -246 230 -108Z"), inner)


def _cow_ears(pen: Pen) -> None:
    s = pen.species
    pen.both(lambda side: oval(MIDDLE_X + side * 280, HEAD_Y - 88, 104, 50, side * -16), s.base)
    pen.both(lambda side: oval(MIDDLE_X + side * 284, HEAD_Y - 84, 66, 27, side * -16), "#eeaaa0")


def _long_ears(pen: Pen) -> None:
    s = pen.species
    pen.both(lambda side: oval(MIDDLE_X + side * 104, HEAD_Y - 300, 62, 176, side * 10), s.base)
    pen.both(lambda side: oval(MIDDLE_X + side * 105, HEAD_Y - 292, 32, 132, side * 10), "#f4bfc0")


def _fluffy_ears(pen: Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    for grow, paint in ((1.0, s.base), (0.62, mix(s.light, "#f3c4c4", 0.5))):
        pen.both(lambda side, g=grow: _tuft(MIDDLE_X + side * rx * 0.98, HEAD_Y - ry * 0.5, 122 * g), paint)  # type: ignore[misc]


def _tuft(cx: float, cy: float, r: float) -> Path:
    circles = [circle(*polar(cx, cy, r * 0.62, 60 * i), r * 0.52).geometry() for i in range(6)]
    return Path.from_geometry(unary_union([*circles, circle(cx, cy, r * 0.7).geometry()]), smooth=False)


def _frog_brows(pen: Pen) -> None:
    pen.both(lambda side: circle(MIDDLE_X + side * 150, HEAD_Y - 150, 92), pen.species.base)


_EARS: dict[str, Callable[[Pen], None]] = {
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


def marks(pen: Pen) -> None:
    for mark in pen.species.marks:
        _MARKS[mark](pen)


def _mask(pen: Pen) -> None:
    s, y = pen.species, HEAD_Y
    pen.both(lambda side: oval(MIDDLE_X + side * 142, y + 52, 110, 90, side * -20), s.light)
    pen.both(lambda side: oval(MIDDLE_X + side * 118, y - 86, 52, 25, side * -18), s.light)

    def stripe(side: float) -> Path:
        return Path.parse("M88 12C140 42 172 110 168 168C122 152 80 92 68 32Z").transformed(
            Transform.scale(side, 1).then(Transform.move(MIDDLE_X, y))
        )

    pen.both(stripe, s.dark)


def _blaze(pen: Pen) -> None:
    s, (_, ry) = pen.species, pen.species.head
    y = HEAD_Y
    pen.canvas.fill(
        Path(
            (
                ("M", (MIDDLE_X - 26, y - ry + 2)),
                ("Q", (MIDDLE_X, y - ry - 4, MIDDLE_X + 26, y - ry + 2)),
                ("L", (MIDDLE_X + 62, y + 62)),
                ("Q", (MIDDLE_X, y + 122, MIDDLE_X - 62, y + 62)),
                ("Z", ()),
            )
        ),
        s.light,
    )


def _cheeks(pen: Pen) -> None:
    s, (rx, ry) = pen.species, pen.species.head
    with pen.canvas.group(blob(MIDDLE_X, HEAD_Y, rx, ry, 2.35, 0.05)):
        pen.both(lambda side: oval(MIDDLE_X + side * rx * 0.64, HEAD_Y + ry * 0.52, 132, 98, side * -28), s.light)


def _horns(pen: Pen) -> None:
    def horn(side: float) -> Path:
        shape = "M120 -192C262 -190 332 -262 322 -384C404 -262 332 -118 130 -118Z"
        return Path.parse(shape).transformed(Transform.scale(side, 1).then(Transform.move(MIDDLE_X, HEAD_Y)))

    pen.both(horn, "#f1e2c4")


def _fringe(pen: Pen) -> None:
    s, y = pen.species, HEAD_Y
    for i in (0, 6, 1, 5, 2, 4, 3):
        out = i - 3
        root_x, tip_x = MIDDLE_X + out * 24, MIDDLE_X + out * 62
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


def _sloth_mask(pen: Pen) -> None:
    s, y = pen.species, HEAD_Y
    pen.canvas.fill(blob(MIDDLE_X, y + 14, 188, 146, 2.3), s.light)
    pen.both(lambda side: oval(MIDDLE_X + side * 116, y + 16, 74, 36, side * 22), s.dark)


def _panda_eyes(pen: Pen) -> None:
    pen.both(lambda side: oval(MIDDLE_X + side * 110, HEAD_Y + 14, 60, 74, side * 28), pen.species.dark)
    pen.both(lambda side: oval(MIDDLE_X + side * 108, HEAD_Y + 14, 28, 32), "#ffffff")


def _frog_eyes(pen: Pen) -> None:
    y = HEAD_Y - 152
    pen.both(lambda side: circle(MIDDLE_X + side * 150, y, 62), "#fffdf4")
    pen.both(lambda side: circle(MIDDLE_X + side * 146, y + 4, 38), INK)
    pen.both(lambda side: circle(MIDDLE_X + side * 146 - 13, y - 12, 13), "#ffffff")


def _whiskers(pen: Pen) -> None:
    for side in (-1, 1):
        for k, rise in enumerate((-14, 14, 40)):
            x, y = MIDDLE_X + side * 150, HEAD_Y + 84 + k * 16
            pen.canvas.stroke(Path.lines([(x, y), (x + side * 108, y + rise - 12)], closed=False), INK, 7, 0.75)


def _stripes(pen: Pen) -> None:
    s, (_, ry) = pen.species, pen.species.head
    for x, length in ((-52, 56), (0, 78), (52, 56)):
        pen.canvas.fill(leaf(MIDDLE_X + x, HEAD_Y - ry + 8, length, 15, 180), s.dark)


_MARKS: dict[str, Callable[[Pen], None]] = {
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
