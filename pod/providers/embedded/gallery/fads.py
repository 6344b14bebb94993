"""What is printed by the thousand: groovy flowers, barbed wire, candy hearts, crowned skulls. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, heart, leaf, polar
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, limb, oval
from pod.providers.embedded.gallery.flowers import TIED
from pod.providers.embedded.gallery.kit import GREEN, C, Draw
from pod.providers.embedded.objects.kit import GOLD, PINK, PURPLE, RED, STEEL, TEAL, fitted, line, shape

_BONE = "#f4efe2"


def _groovy(pen: Pen, x: float, y: float, r: float, ink: str, *, turn: float = 0.0) -> None:
    """Six round petals, a face in the middle."""
    for k in range(6):
        pen.part(circle(*polar(x, y, 0.62 * r, 60 * k + turn), 0.38 * r), ink)
    pen.canvas.fill(circle(x, y, 0.62 * r), ink)
    pen.part(circle(x, y, 0.4 * r), GOLD)
    for side in SIDES:
        pen.canvas.fill(oval(x + side * 0.13 * r, y - 0.08 * r, 0.05 * r, 0.09 * r), INK)
    smile = Path.parse(f"M{x - 0.2 * r} {y + 0.08 * r}Q{x} {y + 0.32 * r} {x + 0.2 * r} {y + 0.08 * r}")
    pen.canvas.stroke(smile, INK, 0.055 * r)


def _groovy_flowers(pen: Pen) -> None:
    """Three of them on wavy stalks."""
    for x, top, bend in ((250, 430, -60), (520, 260, 50), (790, 460, -50)):
        stalk = [(x, top), (x + bend, top + 200), (x - bend, top + 400), (x + 10, 1010)]
        pen.part(limb(stalk, 15, 15), GREEN)
        pen.part(leaf(x - 20, 900, 170, 66, -58), GREEN)
        pen.part(leaf(x + 20, 960, 170, 66, 58), GREEN)
    _groovy(pen, 250, 430, 220, "#ee8a3c")
    _groovy(pen, 790, 460, 220, TEAL, turn=18)
    _groovy(pen, 520, 250, 250, PINK, turn=30)


def _wire(pen: Pen, points: list[tuple[float, float]]) -> None:
    """A twisted strand with a barb at every second point."""
    path = Path.lines(points, closed=False)
    pen.canvas.stroke(path, INK, 44)
    pen.canvas.stroke(path, STEEL, 22)
    for x, y in points[1:-1:2]:
        for ax, ay in ((-52, -52), (52, -52)):
            pen.part(limb([(x - ax, y - ay), (x, y), (x + ax, y + ay)], 13, 7), STEEL)
        pen.part(circle(x, y, 24), mix(STEEL, INK, 0.25))


def _waving(left: float, right: float, y: float, rise: float) -> list[tuple[float, float]]:
    """Nine points from left to right, sagging and rising."""
    step = (right - left) / 8
    return [(left + k * step, y + rise * k / 8 + (26 if k % 2 else -26)) for k in range(9)]


def _barbed_wire(pen: Pen) -> None:
    for y in (340, 512, 684):
        _wire(pen, _waving(20, 1004, y, 0))


def _bound(body: Callable[[Pen], None]) -> Draw:
    """In two strands of wire."""

    def draw(pen: Pen) -> None:
        body(pen)
        _wire(pen, _waving(120, 904, 420, 130))
        _wire(pen, _waving(120, 904, 700, -120))

    return fitted(draw)


def _red_heart(pen: Pen) -> None:
    pen.part(heart(C, C, 900), RED)
    pen.canvas.fill(oval(300, 330, 50, 84, 40), "#ffffff", 0.6)


def _rose(pen: Pen) -> None:
    pen.part(limb([(C, 560), (C - 20, 800), (C, 1010)], 22, 18), GREEN)
    for x, y, turn in ((C + 6, 860, 62), (C - 14, 760, -62)):
        pen.part(leaf(x, y, 250, 104, turn), GREEN)
    TIED["rose"](pen, C, 360, 420, 0)


def _candy_hearts(pen: Pen) -> None:
    """Five in pastels, a small heart pressed into each."""
    for x, y, size, turn, ink in (
        (250, 300, 400, -16, "#f7b7c8"),
        (760, 270, 400, 14, "#bfe3d0"),
        (512, 560, 430, -4, "#f9e29a"),
        (210, 800, 380, 12, "#c9c0ef"),
        (810, 800, 390, -12, "#f9c7a0"),
    ):
        to = Transform.rotate(turn, (x, y))
        pen.part(heart(x, y + 14, size).transformed(to), mix(ink, INK, 0.16))
        pen.part(heart(x, y, size).transformed(to), ink)
        pen.canvas.fill(heart(x, y - 10, 0.4 * size).transformed(to), RED)


def _skull(pen: Pen, x: float) -> None:
    skull = "M-210 -40C-210 -240 210 -240 210 -40C210 60 170 110 130 130L120 240Q0 280 -120 240L-130 130C-170 110 -210 60 -210 -40Z"
    pen.part(Path.parse(skull).transformed(Transform.move(x, 600)), _BONE)
    for side in SIDES:
        pen.canvas.fill(oval(x + side * 86, 590, 58, 66, side * 8), INK)
    pen.canvas.fill(Path.parse(f"M{x} 640L{x + 34} 706L{x - 34} 706Z"), INK)
    for dx in (-60, 0, 60):
        line(pen, f"M{x + dx} 760L{x + dx} 840", 12)


def _crown(pen: Pen, x: float, ink: str) -> None:
    shape(
        pen,
        f"M{x - 190} 440L{x - 230} 210L{x - 110} 310L{x} 160L{x + 110} 310L{x + 230} 210L{x + 190} 440Q{x} 480 {x - 190} 440Z",
        GOLD,
    )
    for dx in (-230, 0, 230):
        pen.part(circle(x + dx, 210 if dx else 160, 30), ink)
    for dx in (-100, 0, 100):
        pen.canvas.fill(circle(x + dx, 400, 26), ink)


def _king_and_queen(pen: Pen) -> None:
    """Two skulls side by side: hers has lashes and a rose."""
    for x, ink in ((250, RED), (774, PURPLE)):
        _skull(pen, x)
        _crown(pen, x, ink)
    for side in SIDES:
        for k in range(3):
            start = (774 + side * (110 + 22 * k), 545 + 20 * k)
            pen.canvas.stroke(Path.lines([start, (start[0] + side * 44, start[1] - 34)], closed=False), INK, 14)
    TIED["rose"](pen, 610, 470, 110, 0)


def _heart_balloons(pen: Pen) -> None:
    """Three on strings that meet in a bow."""
    for x, y, ink in ((270, 330, PINK), (760, 330, PURPLE), (515, 260, RED)):
        line(pen, f"M{x} {y + 180}Q{(x + C) / 2} 760 {C} 900", 9)
        balloon = heart(x, y, 400)
        pen.part(balloon, ink)
        pen.canvas.fill(oval(x - 96, y - 66, 26, 50, 34), "#ffffff", 0.65)
        shape(pen, f"M{x - 26} {y + 206}L{x + 26} {y + 206}L{x} {y + 172}Z", ink)
    line(pen, f"M{C} 900Q{C - 30} 960 {C + 10} 1010", 9)
    for side in SIDES:
        pen.part(leaf(C, 900, 110, 60, side * 70), GOLD)


_OCTOPUS, _SUCKER = "#8468c0", "#b9a3e3"


def _mug(pen: Pen, x: float, y: float, ink: str) -> None:
    pen.part(circle(x + 62, y, 30), ink)
    pen.canvas.fill(circle(x + 62, y, 14), _OCTOPUS)
    pen.part(Path.parse(f"M{x - 58} {y - 56}L{x + 58} {y - 56}L{x + 50} {y + 58}Q{x} {y + 74} {x - 50} {y + 58}Z"), ink)
    pen.part(oval(x, y - 56, 58, 17), "#6b4226")


_ARMS = ((70, 330), (60, 560), (110, 790), (300, 900), (724, 900), (914, 790), (964, 560), (954, 330))
_BY_TURNS = (1, 6, 2, 5, 0, 7, 3, 4)
"""Which arms have a cup where fewer are said: left and right by turns."""


def octopus_with_cups(count: int) -> Draw:
    """A cup held up at the tip of so many of its eight arms."""

    def draw(pen: Pen) -> None:
        _octopus(pen)
        for k, arm in enumerate(_BY_TURNS[:count]):
            _mug(pen, *_ARMS[arm], (RED, GOLD, TEAL, "#fdfbf6")[k % 4])

    return fitted(draw)


def _octopus(pen: Pen) -> None:
    for k, (x, y) in enumerate(_ARMS):
        start = (C + (k - 3.5) * 62, 640)
        bend = ((start[0] + x) / 2, max(start[1], y) + (130 if k in (3, 4) else 80))
        arm = [start, bend, (x, y + 40)]
        pen.part(limb([start, *_between(*arm), arm[-1]], 52, 26), mix(_OCTOPUS, INK, 0.12 * (k % 2)))
        for px, py in _between(*arm)[1::2]:
            pen.canvas.fill(circle(px, py + 20, 11), _SUCKER)
    pen.part(
        Path.parse(
            "M512 90C730 90 800 260 770 430C750 560 720 640 640 700L384 700C304 640 274 560 254 430C224 260 294 90 512 90Z"
        ),
        _OCTOPUS,
    )
    for side in SIDES:
        pen.part(circle(C + side * 108, 420, 62), "#ffffff")
        pen.canvas.fill(circle(C + side * 100, 430, 34), INK)
        pen.canvas.fill(oval(C + side * 170, 520, 40, 24), PINK)
    line(pen, f"M{C - 60} 540Q{C} 600 {C + 60} 540", 16)
    for x, y, r in ((400, 190, 30), (610, 170, 22), (670, 240, 30)):
        pen.canvas.fill(circle(x, y, r), _SUCKER)


def _between(
    start: tuple[float, float], bend: tuple[float, float], end: tuple[float, float]
) -> list[tuple[float, float]]:
    """Nine points of the quadratic curve between its ends."""
    shares = [i / 10 for i in range(1, 10)]
    return [
        (
            (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * bend[0] + t * t * end[0],
            (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * bend[1] + t * t * end[1],
        )
        for t in shares
    ]


FADS: Mapping[str, Draw] = {
    "groovy flowers": fitted(_groovy_flowers),
    "barbed wire": fitted(_barbed_wire),
    "barbed wire heart": _bound(_red_heart),
    "barbed wire rose": _bound(_rose),
    "heart balloons": fitted(_heart_balloons),
    "octopus with eight cups": octopus_with_cups(8),
    "candy hearts": fitted(_candy_hearts),
    "king and queen skulls": fitted(_king_and_queen),
}
"""By the name that the keyword table gives them."""
