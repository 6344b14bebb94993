"""Places and heavens that people ask for and no set of pictures has: original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, polar, rays, rect, rounded_rect, sparkle, star
from pod.imaging.colour import mix
from pod.providers.embedded.characters.figure import character
from pod.providers.embedded.characters.pen import BOX, INK, SIDES, Pen, oval

_C = BOX / 2
_CREAM, _RED, _GOLD, _TEAL, _DARK, _BLUE = "#fbf2df", "#d9503f", "#f3bf4b", "#3f978f", "#3d3a48", "#4f9fc0"
_IRON = "#7d5a48"

_PLANETS = (
    (150.0, 30.0, 22.0, "#b9a18b"),
    (206.0, 152.0, 32.0, "#e8b56a"),
    (270.0, 268.0, 36.0, "#4f9fc0"),
    (332.0, 66.0, 28.0, "#cf5f43"),
    (404.0, 196.0, 62.0, "#d9a26b"),
    (476.0, 322.0, 50.0, "#ecd08f"),
    (476.0, 118.0, 38.0, "#8fd0d8"),
    (404.0, 6.0, 38.0, "#5a78c8"),
)
"""Radius of its orbit, where on it, its own radius and its ink."""


def _solar_system(pen: Pen) -> None:
    """From above: the sun, the orbits, and all eight."""
    pen.part(circle(_C, _C, 504), "#2a2750")
    for k in range(26):
        x, y = polar(_C, _C, 150 + (k * 83) % 330, k * 67)
        pen.canvas.fill(circle(x, y, 4 + k % 3 * 2), _CREAM)
    for r in sorted({r for r, *_ in _PLANETS}):
        pen.canvas.stroke(circle(_C, _C, r), mix("#2a2750", _CREAM, 0.35), 7)
    pen.canvas.fill(rays(_C, _C, 84, 118, 16, 0.5), _GOLD)
    pen.part(circle(_C, _C, 88), _GOLD)
    for r, turn, size, ink in _PLANETS:
        x, y = polar(_C, _C, r, turn)
        pen.part(circle(x, y, size), ink)
        pen.canvas.fill(oval(x - size * 0.3, y - size * 0.3, size * 0.3, size * 0.2, -40), mix(ink, "#ffffff", 0.5))
        if ink == "#ecd08f":  # it is known by its ring
            ring_path = oval(x, y, size * 1.8, size * 0.5, -20)
            pen.canvas.stroke(ring_path, INK, 26)
            pen.canvas.stroke(ring_path, "#c99a6b", 12)


def _eiffel_tower(pen: Pen) -> None:
    pen.part(rounded_rect(496, 20, 32, 130, 12), _IRON)
    for side in SIDES:
        to = Transform.scale(side, 1).then(Transform.move(_C, 0))
        pen.part(
            Path.parse("M0 130L40 130C56 380 90 560 150 700L330 990L190 990L150 900Q80 800 0 800Z").transformed(to),
            _IRON,
        )
    pen.canvas.fill(Path.parse("M486 330L538 330L570 560L454 560Z"), mix(_IRON, _CREAM, 0.4))
    pen.canvas.fill(Path.parse("M440 610L584 610L624 700L400 700Z"), mix(_IRON, _CREAM, 0.4))
    for y0, y1, half0, half1 in ((330, 560, 26, 58), (610, 700, 72, 112)):
        for side in SIDES:
            pen.canvas.stroke(Path.lines([(_C - side * half0, y0), (_C + side * half1, y1)], closed=False), INK, 9)
    pen.part(rounded_rect(420, 560, 184, 50, 12), mix(_IRON, INK, 0.25))
    pen.part(rounded_rect(336, 700, 352, 60, 12), mix(_IRON, INK, 0.25))
    pen.part(rounded_rect(466, 150, 92, 34, 10), mix(_IRON, INK, 0.25))
    pen.canvas.stroke(Path.parse("M362 900Q512 690 662 900"), INK, 10)


def _pyramids(pen: Pen) -> None:
    for x, y, w in ((300, 960, 300), (740, 960, 290), (_C, 960, 400)):
        top = y - w * 1.5
        pen.part(Path.lines([(x, top), (x + w, y), (x - w, y)]), "#e3b76a")
        pen.canvas.fill(Path.lines([(x, top), (x + w, y), (x + w * 0.2, y)]), "#b9853f")
        for k in range(1, 6):
            half, level = w * k / 6, top + (y - top) * k / 6
            pen.canvas.fill(rect(x - half, level, half * 1.1, 7), "#b9853f")


def _fireworks(pen: Pen) -> None:
    for cx, cy, r, inks in (
        (380, 380, 340, (_RED, _GOLD)),
        (760, 300, 230, (_BLUE, _CREAM)),
        (690, 740, 270, (_GOLD, _TEAL)),
    ):
        for k in range(16):
            turn = 22.5 * k
            out = r * (1.0 if k % 2 else 0.78)
            trail = Path.lines([polar(cx, cy, r * 0.22, turn), polar(cx, cy, out * 0.84, turn)], closed=False)
            pen.canvas.stroke(trail, INK, 36)
            pen.canvas.stroke(trail, inks[k % 2], 20)
            pen.part(circle(*polar(cx, cy, out, turn), 22), inks[k % 2])
        pen.part(star(cx, cy, r * 0.17, 6), inks[1])
    for x, y in ((110, 780), (960, 540), (330, 860), (560, 90)):
        pen.part(sparkle(x, y, 56, 0.24), _CREAM)


def _family(pen: Pen) -> None:
    """Mother, father and two children, close together."""
    for name, x, base, k in (
        ("man", 300, 780, 0.62),
        ("woman", 724, 780, 0.62),
        ("boy", 395, 960, 0.46),
        ("girl", 640, 960, 0.46),
    ):
        figure = character(name)
        left, _, right, bottom = figure.silhouette.bounds
        to = Transform.move(-(left + right) / 2, -bottom).then(Transform.scale(k)).then(Transform.move(x, base))
        pen.canvas.place(figure.drawing, to)


def _suspension_bridge(pen: Pen) -> None:
    red = "#c8452f"
    for x0, x1 in ((20, 250), (250, 774), (774, 1004)):
        sag = 690 if x0 == 250 else 560
        cable = (("M", (x0, 230 if x0 > 20 else 640)), ("Q", ((x0 + x1) / 2, sag, x1, 230 if x1 < 1000 else 640)))
        pen.canvas.stroke(Path(cable), INK, 34)
        pen.canvas.stroke(Path(cable), red, 18)
    for k in range(17):
        x = 40 + 59 * k
        t = (x - 250) / 524
        top = 230 + 920 * t * (1 - t) if 0 < t < 1 else 240 + abs(_C - x) * 0.9 - 230
        pen.canvas.stroke(Path.lines([(x, top), (x, 680)], closed=False), INK, 9)
    for x in (250, 774):
        for side in SIDES:
            pen.part(rect(x + side * 44 - 20, 130, 40, 780), red)
        for y in (150, 330, 510):
            pen.part(rect(x - 44, y, 88, 44), red)
    pen.part(rounded_rect(4, 660, 1016, 60, 10), red)
    waves_edge = "M4 880C80 830 150 920 260 880C360 840 420 920 512 880C604 840 664 920 764 880C874 840 944 920 1020 880L1020 1000L4 1000Z"
    pen.part(Path.parse(waves_edge), _BLUE)


def _clock_tower(pen: Pen) -> None:
    stone = "#d9b77a"
    pen.part(rect(360, 330, 304, 680), stone)
    for x in (420, 512, 604):
        pen.canvas.fill(rect(x - 14, 620, 28, 380), mix(stone, INK, 0.25))
    pen.part(rect(330, 300, 364, 300), mix(stone, _CREAM, 0.3))
    pen.part(circle(_C, 450, 126), _CREAM)
    for k in range(12):
        a, b = polar(_C, 450, 96, 30 * k), polar(_C, 450, 114, 30 * k)
        pen.canvas.stroke(Path.lines([a, b], closed=False), INK, 9)
    for reach, turn in ((90, 0), (62, 120)):
        pen.canvas.stroke(Path.lines([(_C, 450), polar(_C, 450, reach, turn)], closed=False), INK, 14)
    pen.part(rect(330, 590, 364, 40), mix(stone, INK, 0.2))
    pen.part(Path.parse("M330 300L400 190L624 190L694 300Z"), _DARK)
    pen.part(rect(430, 120, 164, 80), mix(stone, _CREAM, 0.3))
    pen.part(Path.parse("M430 124L512 40L594 124Z"), _DARK)
    pen.part(circle(_C, 30, 18), _GOLD)
    pen.part(rect(320, 980, 384, 44), mix(stone, INK, 0.25))


def _open_road(pen: Pen) -> None:
    disc = circle(_C, _C, 490)
    pen.part(disc, "#f6c57a")
    with pen.canvas.group(disc):
        pen.canvas.fill(circle(_C, 470, 190), "#f9e6a6")
        pen.canvas.fill(
            Path.parse("M-10 560L180 360L300 470L420 330L560 500L700 380L860 520L1034 400L1034 620L-10 620Z"), "#a5644f"
        )
        pen.canvas.fill(rect(0, 540, BOX, 500), "#d98c4f")
        pen.canvas.fill(Path.lines([(480, 540), (544, 540), (900, 1040), (124, 1040)]), _DARK)
        for y0, y1 in ((570, 610), (650, 710), (760, 840), (900, 1020)):
            half0, half1 = (y0 - 540) * 0.035 + 3, (y1 - 540) * 0.035 + 3
            pen.canvas.fill(Path.lines([(_C - half0, y0), (_C + half0, y0), (_C + half1, y1), (_C - half1, y1)]), _GOLD)


def _haunted_house(pen: Pen) -> None:
    wall, roof, lit = "#5a4b78", "#37304a", "#f6d05a"
    pen.part(Path.parse("M250 980L270 470L754 470L774 980Z"), wall)
    pen.part(
        Path.parse("M120 520L330 470L400 250L624 250L694 470L904 520L880 460L724 430L512 60L300 430L144 460Z"), roof
    )
    pen.part(Path.parse("M300 470L512 150L724 470Z"), wall)
    pen.part(Path.parse("M690 560L690 300L860 300L860 980L760 980Z"), mix(wall, INK, 0.15))
    pen.part(Path.parse("M650 320L776 90L902 320Z"), roof)
    for x, y in ((380, 600), (560, 600), (512, 330), (776, 420), (776, 640)):
        pen.part(
            Path.parse(f"M{x - 46} {y + 60}L{x - 46} {y - 10}Q{x} {y - 70} {x + 46} {y - 10}L{x + 46} {y + 60}Z"), lit
        )
        pen.canvas.fill(rect(x - 5, y - 44, 10, 104), INK)
        pen.canvas.fill(rect(x - 46, y + 4, 92, 10), INK)
    pen.part(Path.parse("M400 980L400 800Q470 710 540 800L540 980Z"), roof)
    pen.canvas.fill(circle(516, 890, 12), lit)
    for x, y, k in ((160, 240, 1.0), (300, 130, 0.7)):
        bat = Path.parse(
            "M-90 -10C-60 -50 -30 -40 -14 -16L-8 -34L0 -20L8 -34L14 -16C30 -40 60 -50 90 -10C60 -14 44 4 40 26C24 8 12 12 0 34C-12 12 -24 8 -40 26C-44 4 -60 -14 -90 -10Z"
        )
        pen.canvas.fill(bat.transformed(Transform.scale(k).then(Transform.move(x, y))), roof)
    pen.part(Path.parse("M60 1000Q512 920 964 1000L964 1010L60 1010Z"), "#5f7f4f")


SIGHTS: Mapping[str, Callable[[Pen], None]] = {
    "solar system": _solar_system,
    "eiffel tower": _eiffel_tower,
    "pyramids": _pyramids,
    "fireworks": _fireworks,
    "people of a family": _family,
    "suspension bridge": _suspension_bridge,
    "clock tower": _clock_tower,
    "open road": _open_road,
    "haunted house": _haunted_house,
}
"""By the name that the curated table gives them (``thing:<name>``)."""
