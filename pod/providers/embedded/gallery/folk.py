"""Folk art: a Dala horse, a sun of the Aztecs, a Viking compass, a Celtic heart. Original art in a box of 1024 units."""

from __future__ import annotations

from collections.abc import Mapping

from pod.drawing.paths import Path, Transform
from pod.drawing.shapes import circle, heart, leaf, polar, rays
from pod.imaging.colour import mix
from pod.providers.embedded.characters.pen import INK, SIDES, Pen, oval
from pod.providers.embedded.gallery.kit import C, Draw
from pod.providers.embedded.objects.kit import BLUE, CREAM, DARK, GOLD, GREEN, RED, TEAL, band, fitted


def _dala_horse(pen: Pen) -> None:
    """Carved and painted: a saddle of flowers, a bridle, no tail."""
    body = Path.parse(
        "M250 1000L240 700C210 560 250 470 300 400C320 330 330 250 300 200L210 250C170 260 140 230 150 190L180 130"
        "C230 70 300 40 380 60L400 20L440 70C520 130 540 260 560 330C640 370 760 350 840 380C920 420 930 520 910 640L900 1000L740 1000"
        "L730 790Q580 830 430 790L420 1000Z"
    )
    pen.part(body, RED)
    with pen.canvas.group(body):
        pen.canvas.fill(Path.parse("M400 20C560 100 600 250 590 340L530 350C530 240 500 140 380 70Z"), "#f7f1e1")
        for k in range(5):
            pen.canvas.fill(leaf(430 + 28 * k, 110 + 52 * k, 90, 40, 60), BLUE)
        pen.canvas.fill(Path.parse("M470 340Q640 400 820 360L800 640Q640 700 480 640Z"), "#f7f1e1")
        pen.canvas.fill(Path.parse("M492 368Q640 420 796 384L782 620Q640 670 500 618Z"), "#2f6f73")
        for x, y, r, ink in (
            (640, 510, 62, GOLD),
            (560, 480, 36, CREAM),
            (724, 480, 36, CREAM),
            (590, 590, 34, BLUE),
            (700, 586, 34, BLUE),
        ):
            for j in range(6):
                pen.canvas.fill(circle(*polar(x, y, 0.66 * r, 60 * j), 0.42 * r), ink)
            pen.canvas.fill(circle(x, y, 0.34 * r), RED)
        for y, ink in ((720, GOLD), (760, "#f7f1e1")):
            pen.canvas.stroke(Path.parse(f"M230 {y}Q560 {y + 60} 920 {y}"), ink, 20)
        for x in (250, 740):
            pen.canvas.fill(Path.parse(f"M{x - 20} 940L{x + 200} 940L{x + 200} 1010L{x - 20} 1010Z"), DARK)
        pen.canvas.stroke(Path.parse("M180 130Q250 200 300 200"), GOLD, 20)
        pen.canvas.stroke(Path.parse("M250 80Q330 150 310 240"), GOLD, 20)
    pen.canvas.fill(circle(300, 120, 17), INK)


def _aztec_sun(pen: Pen) -> None:
    """A face in rings of steps and points."""
    pen.part(rays(C, C, 360, 500, 16, 0.62), "#d9652f")
    pen.part(circle(C, C, 400), GOLD)
    for k in range(24):
        x, y = polar(C, C, 352, 15 * k)
        pen.canvas.fill(circle(x, y, 22), TEAL if k % 2 else RED)
    pen.part(circle(C, C, 300), "#c8503a")
    for k in range(8):
        step = Path.parse("M-56 0L-56 -34L-28 -34L-28 -66L28 -66L28 -34L56 -34L56 0Z")
        to = Transform.move(C, C - 212).then(Transform.rotate(45 * k, (C, C)))
        pen.canvas.fill(step.transformed(to), GOLD)
    pen.part(circle(C, C, 208), "#f2b75a")
    for side in SIDES:
        pen.part(oval(C + side * 78, C - 46, 46, 34), CREAM)
        pen.canvas.fill(circle(C + side * 78, C - 44, 19), INK)
        pen.canvas.fill(
            Path.parse(
                f"M{C + side * 24} {C - 104}L{C + side * 140} {C - 104}L{C + side * 130} {C - 84}L{C + side * 30} {C - 84}Z"
            ),
            INK,
        )
        pen.part(circle(C + side * 196, C + 30, 34), TEAL)
    pen.part(Path.parse(f"M{C - 30} {C - 40}L{C + 30} {C - 40}L{C + 46} {C + 40}L{C - 46} {C + 40}Z"), "#e29a45")
    pen.part(Path.parse(f"M{C - 86} {C + 74}L{C + 86} {C + 74}L{C + 60} {C + 130}L{C - 60} {C + 130}Z"), INK)
    pen.part(Path.parse(f"M{C - 34} {C + 96}L{C + 34} {C + 96}L{C + 24} {C + 190}L{C - 24} {C + 190}Z"), RED)


_FORKS = ((0.55, 46.0), (0.78, 60.0))
"""Where cross bars lie on a stave, as shares of its length, and half their lengths."""


def _viking_compass(pen: Pen) -> None:
    """Eight staves from one middle, each with bars, forks and rings of its own."""
    ink, light = "#2f3a4a", "#c9a45a"
    pen.part(circle(C, C, 496), "#e9dfc6")
    pen.canvas.stroke(circle(C, C, 452), light, 16)
    for k in range(8):
        turn = 45.0 * k
        tip = polar(C, C, 420, turn)
        pen.canvas.stroke(Path.lines([(C, C), tip], closed=False), ink, 24)
        for share, half in _FORKS if k % 2 else (*_FORKS, (0.36, 40.0)):
            at = polar(C, C, 420 * share, turn)
            ends = [polar(*at, half, turn + way) for way in (90, -90)]
            pen.canvas.stroke(Path.lines(ends, closed=False), ink, 20)
        for way in (-38, 38) if k % 2 == 0 else (-150, 150):
            pen.canvas.stroke(
                Path.lines([tip, polar(*tip, 74, turn + way + (180 if k % 2 == 0 else 0))], closed=False), ink, 20
            )
        if k % 4 == 2:
            pen.canvas.stroke(circle(*polar(C, C, 250, turn), 36), ink, 16)
    pen.part(circle(C, C, 44), light)


def _celtic_heart(pen: Pen) -> None:
    """A band in the shape of a heart, a knot of three loops within."""
    outer = heart(C, C, 900)
    _band(pen, outer, 84, GREEN)
    for k in range(3):
        _band(pen, oval(*polar(C, 470, 92, 120 * k), 96, 190, 120 * k), 40, GOLD if k == 1 else mix(GREEN, GOLD, 0.4))


def _band(pen: Pen, path: Path, width: float, ink: str) -> None:
    """With a light line along its middle."""
    band(pen, path, width, ink)
    pen.canvas.stroke(path, mix(ink, CREAM, 0.5), 10)


FOLK: Mapping[str, Draw] = {
    "dala horse": fitted(_dala_horse),
    "aztec sun": fitted(_aztec_sun),
    "viking compass": fitted(_viking_compass),
    "celtic heart": fitted(_celtic_heart),
}
"""By the name that the keyword table gives them."""
